/* Keys for packs: Ed25519 (RFC 8032) by libsodium, in files of text that people can compare.
 *
 * NAME.pub  one key a line: hjemmel-key 1 ID KEY, and after that whose it is; # begins a comment.
 *           ID is the first 16 digits of the key's BLAKE2b-256, so a slip of the pen is found.
 * NAME      the secret key, readable by its owner alone: hjemmel-secret-key 1 ID SEED. */
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>

#include "rules/pack.h"

#define PUBLIC "hjemmel-key 1 "
#define SECRET "hjemmel-secret-key 1 "
enum { MOST_KEYS = 256, FILE_MAX = 64 << 10, HEX = 2 * HJ_KEY_BYTES };

struct hj_trust {
    hj_public_key keys[MOST_KEYS];
    int n;
};

void hj_key_id(const unsigned char public_key[HJ_KEY_BYTES], char id[HJ_KEY_ID + 1])
{
    char hex[HJ_SUM_HEX];
    hj_sum_hex(public_key, HJ_KEY_BYTES, hex);
    memcpy(id, hex, HJ_KEY_ID);
    id[HJ_KEY_ID] = 0;
}

/* "ID KEY" and then a blank or the end of the line. */
static bool read_pair(const char *p, size_t n, char id[HJ_KEY_ID + 1],
                      unsigned char key[HJ_KEY_BYTES])
{
    size_t got = 0;
    if (n < HJ_KEY_ID + 1 + HEX || p[HJ_KEY_ID] != ' '
        || (n > HJ_KEY_ID + 1 + HEX && p[HJ_KEY_ID + 1 + HEX] != ' '))
        return false;
    memcpy(id, p, HJ_KEY_ID);
    id[HJ_KEY_ID] = 0;
    return sodium_hex2bin(key, HJ_KEY_BYTES, p + HJ_KEY_ID + 1, HEX, NULL, &got, NULL) == 0
           && got == HJ_KEY_BYTES;
}

/* ---- whom is trusted ---- */

static bool add_key(hj_trust *trust, const char *line, size_t n, hj_place place, hj_diags *diags)
{
    hj_public_key key;
    char id[HJ_KEY_ID + 1];
    size_t head = strlen(PUBLIC);
    if (n < head || memcmp(line, PUBLIC, head) != 0
        || !read_pair(line + head, n - head, key.id, key.bytes)) {
        hj_error(diags, "HJ-SIGN-010", place, "this is not a public key");
        hj_hint(diags, "a line is: hjemmel-key 1, the key's id, the key; hjemmel sign --new-key "
                "writes it to a file that ends in .pub");
        return false;
    }
    hj_key_id(key.bytes, id);
    if (strcmp(id, key.id) != 0) {
        hj_error(diags, "HJ-SIGN-011", place, "the key and its id %s do not belong together",
                 key.id);
        hj_hint(diags, "a letter has been lost or changed; copy the line again");
        return false;
    }
    if (hj_trust_find(trust, id))
        return true;
    if (trust->n == MOST_KEYS) {
        hj_error(diags, "HJ-SIGN-012", place, "more than %d trusted keys", MOST_KEYS);
        return false;
    }
    trust->keys[trust->n++] = key;
    return true;
}

static bool add_file(hj_trust *trust, const char *path, hj_arena *arena, hj_diags *diags)
{
    size_t n = 0;
    const char *text = hj_file_read(arena, path, FILE_MAX, &n, diags), *end = text + n;
    bool ok = text != NULL;
    int line = 0;
    for (const char *p = text; p && p < end;) {
        const char *stop = memchr(p, '\n', (size_t)(end - p));
        stop = stop ? stop : end;
        size_t len = (size_t)(stop - p);
        len -= len && p[len - 1] == '\r';
        line++;
        if (len && *p != '#')
            ok = add_key(trust, p, len, HJ_AT(path, line), diags) && ok;
        p = stop + 1;
    }
    return ok;
}

static bool add_folder(hj_trust *trust, const char *dir, hj_arena *arena, hj_diags *diags)
{
    char **names = hj_dir_list(arena, dir, diags);
    bool ok = names != NULL;
    for (; names && *names; names++) {
        size_t n = strlen(*names);
        if ((*names)[0] != '.' && n > 4 && strcmp(*names + n - 4, ".pub") == 0)
            ok = add_file(trust, hj_path_join(arena, dir, *names), arena, diags) && ok;
    }
    return ok;
}

hj_trust *hj_trust_load(const char *const *paths, hj_arena *arena, hj_diags *diags)
{
    hj_trust *trust = HJ_NEW(arena, hj_trust);
    bool ok = true;
    for (const char *const *path = paths; *path; path++)
        ok = (hj_file_is_dir(*path) ? add_folder : add_file)(trust, *path, arena, diags) && ok;
    if (ok && !trust->n) {
        hj_error(diags, "HJ-SIGN-013", HJ_FILE(paths[0]),
                 "there is no public key here, so no pack could be trusted");
        hj_hint(diags, "keys are in files that end in .pub; hjemmel sign --new-key makes one");
        ok = false;
    }
    return ok ? trust : NULL;
}

const hj_public_key *hj_trust_find(const hj_trust *trust, const char *id)
{
    for (int i = 0; i < trust->n; i++)
        if (strcmp(trust->keys[i].id, id) == 0)
            return &trust->keys[i];
    return NULL;
}

const char *hj_trust_names(const hj_trust *trust, hj_arena *arena)
{
    enum { SHOWN = 8 };
    const char *names = trust->keys[0].id;
    for (int i = 1; i < trust->n && i < SHOWN; i++)
        names = hj_arena_printf(arena, "%s, %s", names, trust->keys[i].id);
    return trust->n > SHOWN ? hj_arena_printf(arena, "%s, …", names) : names;
}

/* ---- the secret key ---- */

/* A comment and then the line. */
static const char *secret_line(const char *text)
{
    while (*text == '#') {
        text += strcspn(text, "\n");
        text += *text == '\n';
    }
    return strncmp(text, SECRET, strlen(SECRET)) == 0 ? text + strlen(SECRET) : NULL;
}

bool hj_key_read(const char *path, unsigned char seed[HJ_KEY_BYTES], hj_arena *arena,
                 hj_diags *diags)
{
    struct stat st;
    size_t n = 0;
    char id[HJ_KEY_ID + 1], own[HJ_KEY_ID + 1];
    unsigned char public_key[crypto_sign_PUBLICKEYBYTES], secret[crypto_sign_SECRETKEYBYTES];
    char *text = hj_file_read(arena, path, FILE_MAX, &n, diags);
    if (!text)
        return false;
    const char *line = secret_line(text);
    bool ok = line && read_pair(line, strcspn(line, "\r\n"), id, seed);
    if (ok) {
        crypto_sign_seed_keypair(public_key, secret, seed);
        hj_key_id(public_key, own);
        ok = strcmp(id, own) == 0;
    }
    if (!ok) {
        hj_error(diags, "HJ-SIGN-014", HJ_FILE(path), "this is not a secret key, or not all of it");
        hj_hint(diags, "hjemmel sign --new-key FILE makes one; FILE.pub is the public one");
    } else if (stat(path, &st) == 0 && S_ISREG(st.st_mode) && (st.st_mode & 077)) {
        hj_error(diags, "HJ-SIGN-015", HJ_FILE(path),
                 "others than the owner may read this secret key");
        hj_hint(diags, "chmod 600 %s; and if others have read it, make a new one", path);
        ok = false;
    }
    sodium_memzero(text, n);
    sodium_memzero(secret, sizeof secret);
    return ok;
}

bool hj_key_make(const char *path, const unsigned char seed[HJ_KEY_BYTES], hj_buf *told,
                 hj_diags *diags)
{
    unsigned char public_key[crypto_sign_PUBLICKEYBYTES];
    unsigned char secret[crypto_sign_SECRETKEYBYTES];
    char id[HJ_KEY_ID + 1], hex[HEX + 1];
    hj_arena *arena = hj_arena_new();
    const char *pub = hj_arena_printf(arena, "%s.pub", path);
    hj_buf file = {0};
    if (hj_file_exists(pub)) {
        hj_error_blame(diags, HJ_BLAME_ENVIRONMENT, "HJ-SIGN-016", HJ_FILE(pub),
                       "there is a key here already; it is not written over");
        hj_hint(diags, "give another name, or move the old one away");
        hj_arena_free(arena);
        return false;
    }
    crypto_sign_seed_keypair(public_key, secret, seed);
    hj_key_id(public_key, id);
    sodium_bin2hex(hex, sizeof hex, seed, HJ_KEY_BYTES);
    hj_buf_printf(&file, "# The secret key of hjemmel sign. Who has this file can sign packs.\n"
                  SECRET "%s %s\n", id, hex);
    bool ok = hj_file_create(path, file.data, file.len, 0600, diags);
    sodium_memzero(file.data, file.len);
    hj_buf_clear(&file);
    sodium_bin2hex(hex, sizeof hex, public_key, sizeof public_key);
    hj_buf_printf(&file, PUBLIC "%s %s\n", id, hex);
    ok = ok && hj_file_create(pub, file.data, file.len, 0666, diags);
    if (ok)
        hj_buf_add(told, file.data, file.len);
    hj_buf_free(&file);
    sodium_memzero(secret, sizeof secret);
    sodium_memzero(hex, sizeof hex);
    hj_arena_free(arena);
    return ok;
}
