/* pakke.sig: who has signed a pack, and what.
 *
 *     hjemmel-signature 1
 *     fingerprint blake2b-256:f180…
 *     key 9f3c…
 *     signature …
 *
 *     0b1c…  fakta.lua
 *     …
 *
 * The hard idea: the first three lines are what is signed; the list below them is what the
 * fingerprint is the sum of (base/sum.h). So one signature covers every file, and when a file is
 * another than it was, the list says which. A signature is the same each time it is made (Ed25519,
 * RFC 8032): signing what is unchanged changes nothing. */
#include <sodium.h>
#include <string.h>

#include "rules/pack.h"

enum { SIGNATURE_MAX = 1 << 20, SIGNATURE_HEX = 2 * crypto_sign_BYTES };
static const char first_line[] = "hjemmel-signature 1\n";

typedef struct signature {
    const char *path;
    const char *message; /* the first three lines */
    size_t n_message;
    char sum[HJ_SUM_HEX], key[HJ_KEY_ID + 1];
    unsigned char bytes[crypto_sign_BYTES];
    const char *list, *end;
} signature;

/* ---- reading ---- */

/* "word" and then exactly n hexadecimal digits (small letters) and a line feed; NULL when not. */
static const char *read_hex(const char *p, const char *word, char *hex, size_t n)
{
    size_t len = strlen(word);
    if (!p || strncmp(p, word, len) != 0 || strspn(p + len, "0123456789abcdef") != n
        || p[len + n] != '\n')
        return NULL;
    memcpy(hex, p + len, n);
    hex[n] = 0;
    return p + len + n + 1;
}

static bool read_signature(signature *s, const hj_pack *pack, hj_arena *arena, hj_diags *diags)
{
    size_t n = 0, got = 0;
    char hex[SIGNATURE_HEX + 1];
    s->path = hj_path_join(arena, pack->dir, HJ_SIGNATURE_FILE);
    if (!hj_file_exists(s->path)) {
        hj_error(diags, "HJ-SIGN-001", HJ_FILE(pack->dir), "the pack is not signed");
        hj_hint(diags, "only signed packs are used here; hjemmel sign %s --key FILE signs it",
                pack->dir);
        return false;
    }
    const char *text = hj_file_read(arena, s->path, SIGNATURE_MAX, &n, diags), *p = text;
    if (!text)
        return false;
    s->message = text;
    p = strncmp(p, first_line, sizeof first_line - 1) == 0 ? p + sizeof first_line - 1 : NULL;
    p = read_hex(p, "fingerprint " HJ_SUM_NAME ":", s->sum, HJ_SUM_HEX - 1);
    p = read_hex(p, "key ", s->key, HJ_KEY_ID);
    s->n_message = p ? (size_t)(p - text) : 0;
    p = read_hex(p, "signature ", hex, SIGNATURE_HEX);
    if (!p || *p != '\n'
        || sodium_hex2bin(s->bytes, sizeof s->bytes, hex, SIGNATURE_HEX, NULL, &got, NULL) != 0) {
        hj_error(diags, "HJ-SIGN-002", HJ_FILE(s->path),
                 "this is not a signature, or not all of it");
        hj_hint(diags, "hjemmel sign makes it anew");
        return false;
    }
    s->list = p + 1;
    s->end = text + n;
    return true;
}

/* ---- what differs ---- */

/* The sum of name in the list of what was signed; NULL when it is not there. */
static const char *signed_sum(const signature *s, const char *name, char hex[HJ_SUM_HEX])
{
    size_t n = strlen(name);
    for (const char *p = s->list; p < s->end;) {
        const char *stop = memchr(p, '\n', (size_t)(s->end - p));
        stop = stop ? stop : s->end;
        if ((size_t)(stop - p) == HJ_SUM_HEX + 1 + n && memcmp(stop - n, name, n) == 0) {
            memcpy(hex, p, HJ_SUM_HEX - 1);
            hex[HJ_SUM_HEX - 1] = 0;
            return hex;
        }
        p = stop + 1;
    }
    return NULL;
}

static bool has_file(const hj_pack *pack, const char *name, size_t n)
{
    for (int i = 0; i < pack->n; i++)
        if (strlen(pack->files[i].name) == n && memcmp(pack->files[i].name, name, n) == 0)
            return true;
    return false;
}

static void tell_files(const signature *s, const hj_pack *pack, hj_diags *diags)
{
    int before = diags->errors;
    char then[HJ_SUM_HEX], now[HJ_SUM_HEX];
    for (int i = 0; i < pack->n; i++) {
        const hj_pack_file *f = &pack->files[i];
        if (!f->bytes)
            continue;
        hj_sum_hex(f->bytes, f->n, now);
        if (!signed_sum(s, f->name, then))
            hj_error(diags, "HJ-SIGN-006", HJ_FILE(f->path),
                     "this file was not in the pack when it was signed");
        else if (strcmp(then, now) != 0)
            hj_error(diags, "HJ-SIGN-005", HJ_FILE(f->path),
                     "this file has been changed since the pack was signed");
    }
    for (const char *p = s->list; p < s->end;) {
        const char *stop = memchr(p, '\n', (size_t)(s->end - p));
        stop = stop ? stop : s->end;
        const char *name = p + HJ_SUM_HEX + 1;
        if (name < stop && !has_file(pack, name, (size_t)(stop - name)))
            hj_error(diags, "HJ-SIGN-007", HJ_FILE(pack->dir),
                     "%.*s was in the pack when it was signed, and is missing",
                     (int)(stop - name), name);
        p = stop + 1;
    }
    if (diags->errors == before)
        hj_error(diags, "HJ-SIGN-004", HJ_FILE(s->path),
                 "the files are not those that were signed");
    hj_hint(diags, "get the pack anew from who signed it, or have it read and signed again");
}

bool hj_pack_is_trusted(const hj_pack *pack, const hj_trust *trust, hj_diags *diags)
{
    hj_arena *arena = hj_arena_new();
    signature s = {0};
    char sum[HJ_SUM_HEX];
    bool ok = read_signature(&s, pack, arena, diags);
    const hj_public_key *key = ok ? hj_trust_find(trust, s.key) : NULL;
    if (ok && !key) {
        hj_error(diags, "HJ-SIGN-003", HJ_FILE(s.path),
                 "the pack is signed with the key %s, which is not trusted here", s.key);
        hj_hint(diags, "trusted here: %s", hj_trust_names(trust, arena));
        ok = false;
    }
    if (ok) {
        hj_sum_hex(s.list, (size_t)(s.end - s.list), sum);
        if (crypto_sign_verify_detached(s.bytes, (const unsigned char *)s.message, s.n_message,
                                        key->bytes) != 0
            || strcmp(sum, s.sum) != 0) {
            hj_error(diags, "HJ-SIGN-009", HJ_FILE(s.path),
                     "the signature is not that of the key %s: %s has been changed", s.key,
                     HJ_SIGNATURE_FILE);
            hj_hint(diags, "get the pack anew from who signed it, or have it read and signed again");
            ok = false;
        }
    }
    if (ok && strcmp(s.sum, pack->sum) != 0) {
        tell_files(&s, pack, diags);
        ok = false;
    }
    ok = ok && hj_pack_stays_inside(pack, diags);
    hj_arena_free(arena);
    return ok;
}

void hj_pack_check_signature(const hj_pack *pack, hj_diags *diags)
{
    hj_arena *arena = hj_arena_new();
    signature s = {0};
    const char *path = hj_path_join(arena, pack->dir, HJ_SIGNATURE_FILE);
    hj_diags *quiet = hj_diags_new(arena, diags->lang);
    if (hj_file_exists(path)
        && (!read_signature(&s, pack, arena, quiet) || strcmp(s.sum, pack->sum) != 0)) {
        hj_warning(diags, "HJ-SIGN-018", HJ_FILE(path),
                   "the pack has been changed since it was signed");
        hj_hint(diags, "sign it anew before it is used where packs must be signed: hjemmel sign %s "
                "--key FILE", pack->dir);
    }
    hj_arena_free(arena);
}

/* ---- signing ---- */

bool hj_pack_sign(const char *dir, const char *key_file, hj_buf *told, hj_diags *diags)
{
    hj_arena *arena = hj_arena_new();
    unsigned char seed[HJ_KEY_BYTES], public_key[crypto_sign_PUBLICKEYBYTES];
    unsigned char secret[crypto_sign_SECRETKEYBYTES], bytes[crypto_sign_BYTES];
    char id[HJ_KEY_ID + 1], hex[SIGNATURE_HEX + 1];
    hj_buf out = {0};
    int errors = diags->errors;
    bool ok = false;
    if (!hj_file_exists(hj_path_join(arena, dir, "pakke.lua"))) {
        hj_error(diags, "HJ-SIGN-017", HJ_FILE(dir), "there is no pack here to sign");
        hj_hint(diags, "a pack is a folder with a pakke.lua");
    } else if (hj_key_read(key_file, seed, arena, diags)) {
        hj_pack *pack = hj_pack_read(dir, NULL, arena, diags);
        hj_pack_stays_inside(pack, diags);
        crypto_sign_seed_keypair(public_key, secret, seed);
        hj_key_id(public_key, id);
        hj_buf_printf(&out, "%sfingerprint " HJ_SUM_NAME ":%s\nkey %s\n", first_line, pack->sum,
                      id);
        crypto_sign_detached(bytes, NULL, (const unsigned char *)out.data, out.len, secret);
        sodium_bin2hex(hex, sizeof hex, bytes, sizeof bytes);
        hj_buf_printf(&out, "signature %s\n\n", hex);
        hj_sums_list(&pack->sums, &out);
        const char *path = hj_path_join(arena, dir, HJ_SIGNATURE_FILE);
        ok = diags->errors == errors && hj_file_write(path, out.data, out.len, diags);
        if (ok)
            hj_buf_printf(told, "%s: " HJ_SUM_NAME ":%s, %s %s\n", path, pack->sum,
                          hj_tr(diags->lang, HJ_T("signed with the key")), id);
    }
    sodium_memzero(seed, sizeof seed);
    sodium_memzero(secret, sizeof secret);
    hj_buf_free(&out);
    hj_arena_free(arena);
    return ok;
}
