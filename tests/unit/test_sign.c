/* Signed packs in a process that lives long: what fails its signature is not taken into use, and
 * what was in use stays. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include <sodium.h>

#include "handle.h"

static char folder[] = "/tmp/hjemmel-sign-XXXXXX";

static const char *at(const char *name)
{
    static char path[4][200];
    static int next;
    char *p = path[next++ % 4];
    snprintf(p, sizeof path[0], "%s/%s", folder, name);
    return p;
}

static void put(const char *name, const char *text)
{
    FILE *f = fopen(at(name), "w");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

static const char manifest[] = "pakke { navn = \"prove\", versjon = \"0.1.0\", spraakversjon = 1 }\n";

static void sign(hjemmel *h)
{
    hjemmel_result *r = hjemmel_sign(h, at("pakke"), at("key"), NULL);
    assert_int_equal(r->blame, 0);
    assert_non_null(strstr(r->bytes, "pakke.sig"));
    hjemmel_result_free(r);
}

/* What a reload says; "" when the new packs are in use. */
static const char *reload(hjemmel *h, char *said, size_t room)
{
    hj_arena *arena = hj_arena_new();
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    hj_rulebase *old = NULL;
    hj_buf text = {0};
    bool taken = hj_handle_reload_rules(h, &old, diags);
    hj_diags_text(diags, &text, false);
    snprintf(said, room, "%s", text.data ? text.data : "");
    assert_int_equal(taken, !*said);
    hj_rulebase_free(old);
    hj_buf_free(&text);
    hj_arena_free(arena);
    return said;
}

static void the_old_stays(void **state)
{
    (void)state;
    char said[4000], root[400];
    assert_non_null(mkdtemp(folder));
    mkdir(at("pakke"), 0755);
    put("pakke/pakke.lua", manifest);
    put("pakke/a.lua", "-- tom\n");
    snprintf(root, sizeof root, "%s/share/hjemmel", getenv("HJ_BUILD") ? getenv("HJ_BUILD") : "build");
    char key[200], pub[210], rules[200];
    snprintf(key, sizeof key, "%s", at("key"));
    snprintf(pub, sizeof pub, "%s.pub", key);
    snprintf(rules, sizeof rules, "%s", at("pakke"));
    hjemmel *h = hjemmel_new(&(hjemmel_options){.root = root, .rules = rules, .trust = pub}, NULL);
    assert_non_null(h);
    hjemmel_result *r = hjemmel_new_key(h, key, (const unsigned char *)"0123456789abcdef0123456789abcdef",
                                        NULL);
    assert_int_equal(r->blame, 0);
    assert_int_equal(strncmp(r->bytes, "hjemmel-key 1 ", 14), 0);
    hjemmel_result_free(r);

    assert_non_null(strstr(reload(h, said, sizeof said), "HJ-SIGN-001"));
    assert_null(h->rules.base);
    sign(h);
    assert_string_equal(reload(h, said, sizeof said), "");
    const hj_rulebase *first = h->rules.base;
    assert_non_null(first);

    put("pakke/b.lua", "-- ny\n");
    assert_non_null(strstr(reload(h, said, sizeof said), "HJ-SIGN-006"));
    assert_ptr_equal(h->rules.base, first);
    sign(h);
    assert_string_equal(reload(h, said, sizeof said), "");
    assert_ptr_not_equal(h->rules.base, first);
    first = h->rules.base;

    put("pakke/b.lua", "-- endret\n");
    assert_non_null(strstr(reload(h, said, sizeof said), "b.lua: error: this file has been changed"));
    assert_ptr_equal(h->rules.base, first);
    /* signed, and yet it does not load: the old stays too */
    put("pakke/b.lua", "regel\n");
    sign(h);
    assert_non_null(strstr(reload(h, said, sizeof said), "b.lua:"));
    assert_null(strstr(said, "HJ-SIGN"));
    assert_ptr_equal(h->rules.base, first);
    hjemmel_free(h);
    char command[300];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    assert_int_equal(system(command), 0);
}

/* RFC 8032, 7.1, test 2: the key and its public key are those of the standard. */
static void keys_are_the_standards(void **state)
{
    (void)state;
    char path[] = "/tmp/hjemmel-sign-XXXXXX";
    assert_non_null(mkdtemp(path));
    char file[100], dir[100], lua[120], sig[120];
    snprintf(file, sizeof file, "%s/key", path);
    snprintf(dir, sizeof dir, "%s/p", path);
    snprintf(lua, sizeof lua, "%s/pakke.lua", dir);
    snprintf(sig, sizeof sig, "%s/pakke.sig", dir);
    mkdir(dir, 0755);
    static const unsigned char public_key[32] = {
        0x3d, 0x40, 0x17, 0xc3, 0xe8, 0x43, 0x89, 0x5a, 0x92, 0xb7, 0x0a, 0xa7, 0x4d, 0x1b, 0x7e, 0xbc,
        0x9c, 0x98, 0x2c, 0xcf, 0x2e, 0xc4, 0x96, 0x8c, 0xc0, 0xcd, 0x55, 0xf1, 0x2a, 0xf4, 0x66, 0x0c};
    char id[17];
    unsigned char sum[32];
    crypto_generichash(sum, sizeof sum, public_key, sizeof public_key, NULL, 0);
    sodium_bin2hex(id, sizeof id, sum, 8);
    hj_buf out = {0};
    hj_arena *arena = hj_arena_new();
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    hj_buf_printf(&out, "hjemmel-secret-key 1 %s "
                  "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb\n", id);
    assert_true(hj_file_create(file, out.data, out.len, 0600, diags));
    assert_true(hj_file_write(lua, manifest, strlen(manifest), diags));
    hj_buf_clear(&out);
    assert_true(hj_pack_sign(dir, file, &out, diags));
    size_t n;
    const char *text = hj_file_read(arena, sig, 10000, &n, diags);
    const char *line = strstr(text, "\nsignature "), *key = strstr(text, "\nkey ");
    assert_non_null(line++);
    assert_int_equal(strncmp(key + 5, id, 16), 0);
    unsigned char bytes[64];
    size_t got;
    assert_int_equal(sodium_hex2bin(bytes, 64, line + 10, 128, NULL, &got, NULL), 0);
    assert_int_equal(crypto_sign_verify_detached(bytes, (const unsigned char *)text,
                                                 (size_t)(line - text), public_key), 0);
    hj_buf_free(&out);
    hj_arena_free(arena);
    char command[200];
    snprintf(command, sizeof command, "rm -rf %s", path);
    assert_int_equal(system(command), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_old_stays), cmocka_unit_test(keys_are_the_standards),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
