/* See sum.h. */
#include "base/sum.h"

#include <stdio.h>
#include <string.h>

enum { BYTES = 32 };

void hj_sum_begin(hj_sum *sum)
{
    crypto_generichash_init(sum, NULL, 0, BYTES);
}

void hj_sum_file(hj_sum *sum, const char *name, const void *bytes, size_t n)
{
    char length[24];
    int digits = snprintf(length, sizeof length, "%zu", n);
    crypto_generichash_update(sum, (const unsigned char *)name, strlen(name) + 1);
    crypto_generichash_update(sum, (const unsigned char *)length, (size_t)digits + 1);
    crypto_generichash_update(sum, bytes, n);
}

void hj_sum_hex(hj_sum *sum, char hex[HJ_SUM_HEX])
{
    unsigned char bytes[BYTES];
    crypto_generichash_final(sum, bytes, BYTES);
    sodium_bin2hex(hex, HJ_SUM_HEX, bytes, BYTES);
}
