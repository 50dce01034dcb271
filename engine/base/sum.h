/* base/sum: the sum of a set of files, for the fingerprint of what a document was made from.
 *
 * The hard idea: each file has a sum of its own, and the set has the sum of that list, sorted by
 * name. The order files were read in does not matter, a signature can say which file was changed,
 * and anyone can check it without us (GNU coreutils):
 *
 *     cd rules/tildeling
 *     find * -name '*.lua' | LC_ALL=C sort | xargs b2sum -l 256 | b2sum -l 256
 *
 * BLAKE2b-256 (RFC 7693): as strong as SHA-256 at a sixth of the cost, and the sums of the rule
 * packs are made anew in every process. */
#ifndef HJ_BASE_SUM_H
#define HJ_BASE_SUM_H

#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"

#define HJ_SUM_NAME "blake2b-256"
#define HJ_SUM_HEX 65 /* room for a sum in hexadecimal, with its NUL */

void hj_sum_hex(const void *bytes, size_t n, char hex[HJ_SUM_HEX]);

typedef struct hj_file_sum {
    const char *name; /* inside the folder */
    char hex[HJ_SUM_HEX];
} hj_file_sum;

typedef struct hj_sums { /* begin with {.arena = …} */
    hj_arena *arena;
    hj_file_sum *files;
    size_t n, cap;
} hj_sums;

void hj_sums_add(hj_sums *sums, const char *name, const void *bytes, size_t n);
/* The list as b2sum writes it, a line each, sorted by the bytes of the names; the order of files
 * is then that too. */
void hj_sums_list(hj_sums *sums, hj_buf *out);
/* The sum of that list. */
void hj_sums_hex(hj_sums *sums, char hex[HJ_SUM_HEX]);

#endif
