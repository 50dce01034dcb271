/* The fuzz target for pdf/read.c (libFuzzer, `make fuzz-pdf`): any bytes at all, read as a file of
 * ours. The replay of the corpus goes through `hjemmel verify` instead.
 *
 * An input that begins with '=' is wrapped: what follows stands as objects of a file whose end is
 * right, so that the fuzzer need not find out how a file ends before it comes to the objects. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/pdf.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void read_one(const char *bytes, size_t n)
{
    hj_arena *arena = hj_arena_new();
    hj_pdf_seen seen;
    if (hj_pdf_read(bytes, n, arena, &seen) == HJ_PDF_OURS) {
        size_t sum = 0;
        for (size_t i = 0; i < seen.n_attachments; i++)
            for (size_t k = 0; k < seen.attachments[i].len; k++)
                sum += ((const unsigned char *)seen.attachments[i].bytes)[k];
        for (size_t k = 0; k < seen.n_xmp; k++)
            sum += (unsigned char)seen.xmp[k];
        if (seen.written > n || sum == (size_t)-1)
            abort();
    }
    hj_arena_free(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    if (!n || bytes[0] != '=') {
        read_one((const char *)bytes, n);
        return 0;
    }
    hj_buf file = {0};
    hj_buf_str(&file, "%PDF-1.7\n");
    hj_buf_add(&file, bytes + 1, n - 1);
    const char *last = NULL; /* the cross-references: the last object */
    for (const char *p = file.data; (p = strstr(p, " 0 obj")); p++)
        last = p;
    while (last && last > file.data && last[-1] >= '0' && last[-1] <= '9')
        last--;
    hj_buf_printf(&file, "\nstartxref\n%td\n%%%%EOF\n", last ? last - file.data : 0);
    read_one(file.data, file.len);
    hj_buf_free(&file);
    return 0;
}
