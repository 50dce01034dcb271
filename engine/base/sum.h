/* base/sum: one sum over many pieces, for fingerprints of what a document was made from.
 *
 * BLAKE2b-256 (RFC 7693): as strong as SHA-256 at a sixth of the cost, and the sums of the rule
 * packs are made anew in every process. */
#ifndef HJ_BASE_SUM_H
#define HJ_BASE_SUM_H

#include <sodium.h>
#include <stddef.h>

#define HJ_SUM_NAME "blake2b-256"
#define HJ_SUM_HEX 65 /* room for the sum in hexadecimal, with its NUL */

typedef crypto_generichash_state hj_sum;

void hj_sum_begin(hj_sum *sum);
/* A file: its name and length go in too, so that no end of one can be the start of the next. */
void hj_sum_file(hj_sum *sum, const char *name, const void *bytes, size_t n);
void hj_sum_hex(hj_sum *sum, char hex[HJ_SUM_HEX]); /* ends the sum */

#endif
