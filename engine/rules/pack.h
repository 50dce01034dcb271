/* rules/ inside: a pack's folder, and its signature. pack.c, signature.c, keys.c */
#ifndef HJ_RULES_PACK_H
#define HJ_RULES_PACK_H

#include "base/sum.h"
#include "rules/rules.h"

#define HJ_SIGNATURE_FILE "pakke.sig"
enum { HJ_KEY_ID = 16, HJ_KEY_BYTES = 32 }; /* letters of an id; of an Ed25519 key or its seed */

/* A file of a pack, read once: what is summed is what is checked and what is run. */
typedef struct hj_pack_file {
    const char *path, *name; /* name: inside the pack */
    char *bytes; /* NULL: it could not be read, and that has been told */
    size_t n;
} hj_pack_file;

typedef struct hj_pack {
    const char *dir;
    hj_pack_file *files; /* pakke.lua first, the others sorted as they run */
    int n;
    hj_sums sums;
    char sum[HJ_SUM_HEX];
} hj_pack;

/* All .lua files below dir, or the single file alone (else NULL). What is wrong is told. */
hj_pack *hj_pack_read(const char *dir, const char *single, hj_arena *arena, hj_diags *diags);
/* Does every file stand inside the pack? Those that a link leads out of it are told. */
bool hj_pack_stays_inside(const hj_pack *pack, hj_diags *diags);
/* Is it signed by a key of trust, and what was signed? Else it is told why not, and which file. */
bool hj_pack_is_trusted(const hj_pack *pack, const hj_trust *trust, hj_diags *diags);
/* Warns when the pack has a signature that is of other files than these. */
void hj_pack_check_signature(const hj_pack *pack, hj_diags *diags);

/* ---- keys.c ---- */
typedef struct hj_public_key {
    char id[HJ_KEY_ID + 1];
    unsigned char bytes[HJ_KEY_BYTES];
} hj_public_key;
const hj_public_key *hj_trust_find(const hj_trust *trust, const char *id);
/* The ids of all, parted by commas. */
const char *hj_trust_names(const hj_trust *trust, hj_arena *arena);
void hj_key_id(const unsigned char public_key[HJ_KEY_BYTES], char id[HJ_KEY_ID + 1]);
/* The secret key in a file: its seed. False with diagnostics. */
bool hj_key_read(const char *path, unsigned char seed[HJ_KEY_BYTES], hj_arena *arena,
                 hj_diags *diags);

#endif
