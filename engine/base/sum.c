/* See sum.h. */
#include "base/sum.h"

#include <sodium.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { BYTES = 32 };

void hj_sum_hex(const void *bytes, size_t n, char hex[HJ_SUM_HEX])
{
    unsigned char sum[BYTES];
    crypto_generichash(sum, BYTES, bytes, n, NULL, 0);
    sodium_bin2hex(hex, HJ_SUM_HEX, sum, BYTES);
}

void hj_sums_add(hj_sums *sums, const char *name, const void *bytes, size_t n)
{
    if (sums->n == sums->cap) {
        size_t cap = sums->cap ? sums->cap * 2 : 32;
        hj_file_sum *more = HJ_ARRAY(sums->arena, cap, hj_file_sum);
        if (sums->n)
            memcpy(more, sums->files, sums->n * sizeof *more);
        sums->files = more;
        sums->cap = cap;
    }
    hj_file_sum *file = &sums->files[sums->n++];
    file->name = hj_arena_strdup(sums->arena, name);
    hj_sum_hex(bytes, n, file->hex);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const hj_file_sum *)a)->name, ((const hj_file_sum *)b)->name);
}

/* A name with a line feed in it could pass for two lines: it is written with \n, and the line
 * begins with a backslash, as b2sum does. */
static void put_line(const hj_file_sum *file, hj_buf *out)
{
    bool plain = !file->name[strcspn(file->name, "\\\n\r")];
    hj_buf_printf(out, "%s%s  ", plain ? "" : "\\", file->hex);
    for (const char *p = file->name; *p; p++) {
        const char *escape = *p == '\\' ? "\\\\" : *p == '\n' ? "\\n" : *p == '\r' ? "\\r" : NULL;
        if (escape)
            hj_buf_str(out, escape);
        else
            hj_buf_char(out, *p);
    }
    hj_buf_char(out, '\n');
}

void hj_sums_list(hj_sums *sums, hj_buf *out)
{
    if (sums->n)
        qsort(sums->files, sums->n, sizeof *sums->files, by_name);
    for (size_t i = 0; i < sums->n; i++)
        put_line(&sums->files[i], out);
}

void hj_sums_hex(hj_sums *sums, char hex[HJ_SUM_HEX])
{
    hj_buf list = {0};
    hj_sums_list(sums, &list);
    hj_sum_hex(list.data ? list.data : "", list.len, hex);
    hj_buf_free(&list);
}
