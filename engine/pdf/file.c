/* The file: numbered objects, object streams, the cross-reference stream (ISO 32000-1, 7.5.7–8).
 *
 * The hard idea: dictionaries are collected as text and packed last, so that objects can be written
 * in any order and refer to numbers given out long before. Nothing is ever patched. */
#include <libdeflate.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/internal.h"

enum { PER_STREAM = 2000 }; /* objects in one object stream */

char *hj_pdf_grow(hj_buf *buf, size_t n)
{
    size_t cap = buf->cap ? buf->cap : 1024;
    while (cap - buf->len <= n) {
        if (cap > SIZE_MAX / 2)
            abort();
        cap *= 2;
    }
    char *data = realloc(buf->data, cap);
    if (!data)
        abort();
    buf->data = data;
    buf->cap = cap;
    return buf->data + buf->len;
}

void hj_pdf_hundredth(hj_buf *buf, int64_t n)
{
    char digits[24], *end = digits + sizeof digits, *p = end;
    uint64_t u = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    unsigned rest = (unsigned)(u % 100);
    u /= 100;
    if (rest) {
        if (rest % 10)
            *--p = (char)('0' + rest % 10);
        *--p = (char)('0' + rest / 10);
        *--p = '.';
    }
    if (u || !rest)
        do
            *--p = (char)('0' + u % 10);
        while (u /= 10);
    if (n < 0)
        *--p = '-';
    hj_buf_add(buf, p, (size_t)(end - p));
}

void hj_pdf_ref(hj_buf *buf, uint32_t id)
{
    hj_buf_char(buf, ' ');
    hj_buf_int(buf, id);
    hj_buf_add(buf, " 0 R", 4);
}

void hj_pdf_bytes(hj_buf *buf, const void *bytes, size_t n)
{
    hj_buf_char(buf, '(');
    char *p = hj_pdf_room(buf, 2 * n), *start = p;
    for (size_t i = 0; i < n; i++) {
        char c = ((const char *)bytes)[i];
        if (c == '(' || c == ')' || c == '\\') {
            *p++ = '\\';
        } else if (c == '\r') { /* a bare CR in a string reads as LF (7.3.4.2) */
            *p++ = '\\';
            c = 'r';
        }
        *p++ = c;
    }
    buf->len += (size_t)(p - start);
    hj_buf_char(buf, ')');
}

/* PDFDocEncoding holds ASCII and most of Latin-1 at their own places (Annex D.3); the rest of the
 * world is UTF-16BE with a byte order mark. */
void hj_pdf_text(hj_buf *buf, const char *utf8, size_t n)
{
    hj_buf raw = {0};
    const char *end = utf8 + n;
    bool narrow = true;
    for (const char *p = utf8; p < end;) {
        uint32_t c = hj_utf8_next(&p, end);
        if (!((c >= 0x20 && c < 0x7f) || c == '\n' || (c > 0xa0 && c <= 0xff && c != 0xad)))
            narrow = false;
    }
    if (!narrow)
        hj_buf_add(&raw, "\xfe\xff", 2);
    for (const char *p = utf8; p < end;) {
        uint32_t c = hj_utf8_next(&p, end);
        if (narrow) {
            hj_buf_char(&raw, (char)c);
            continue;
        }
        if (c > 0xffff) {
            uint32_t high = 0xd800 + ((c - 0x10000) >> 10);
            hj_buf_char(&raw, (char)(high >> 8));
            hj_buf_char(&raw, (char)high);
            c = 0xdc00 + ((c - 0x10000) & 0x3ff);
        }
        hj_buf_char(&raw, (char)(c >> 8));
        hj_buf_char(&raw, (char)c);
    }
    hj_pdf_bytes(buf, raw.data ? raw.data : "", raw.len);
    hj_buf_free(&raw);
}

void hj_pdf_name(hj_buf *buf, const char *name)
{
    hj_buf_char(buf, '/');
    for (; *name; name++) {
        unsigned char c = (unsigned char)*name;
        if (c > 0x20 && c < 0x7f && !strchr("#()<>[]{}/%", c))
            hj_buf_char(buf, (char)c);
        else
            hj_buf_printf(buf, "#%02X", c);
    }
}

void hj_pdf_deflate(hj_pdf_file *file, const void *bytes, size_t n, hj_buf *out)
{
    struct libdeflate_compressor *c = hj_pdf_compressor(file->cache, file->level);
    size_t bound = libdeflate_zlib_compress_bound(c, n);
    char *to = hj_pdf_room(out, bound);
    out->len += libdeflate_zlib_compress(c, bytes, n, to, bound);
    out->data[out->len] = 0;
    if (!file->cache)
        libdeflate_free_compressor(c);
}

void hj_pdf_file_begin(hj_pdf_file *file)
{
    hj_buf_str(&file->out, "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
    file->n = 1;
}

void hj_pdf_file_free(hj_pdf_file *file)
{
    hj_buf_free(&file->out);
    hj_buf_free(&file->objects);
    hj_buf_free(&file->dict);
    hj_buf_free(&file->packed);
    free(file->entries);
    file->entries = NULL;
}

uint32_t hj_pdf_id(hj_pdf_file *file)
{
    if (file->n >= file->cap) {
        uint32_t cap = file->cap ? file->cap * 2 : 512;
        hj_pdf_entry *entries = realloc(file->entries, cap * sizeof *entries);
        if (!entries)
            abort();
        memset(entries + file->cap, 0, (cap - file->cap) * sizeof *entries);
        file->entries = entries;
        file->cap = cap;
    }
    return file->n++;
}

static void close_object(hj_pdf_file *file)
{
    if (file->open) {
        hj_pdf_entry *e = &file->entries[file->open];
        e->length = file->objects.len - e->offset;
        file->open = 0;
    }
}

hj_buf *hj_pdf_object(hj_pdf_file *file, uint32_t id)
{
    close_object(file);
    file->entries[id] = (hj_pdf_entry){.packed = true, .offset = file->objects.len};
    file->open = id;
    return &file->objects;
}

void hj_pdf_stream(hj_pdf_file *file, uint32_t id, const char *dict, const void *bytes, size_t n,
                   int how)
{
    if (how == HJ_PDF_DEFLATE) {
        hj_buf_clear(&file->packed);
        hj_pdf_deflate(file, bytes, n, &file->packed);
        bytes = file->packed.data;
        n = file->packed.len;
    }
    hj_buf *out = &file->out;
    file->entries[id] = (hj_pdf_entry){.offset = out->len};
    hj_buf_int(out, id);
    hj_buf_str(out, " 0 obj\n<<");
    hj_buf_str(out, dict);
    if (how != HJ_PDF_PLAIN)
        hj_buf_str(out, "/Filter/FlateDecode");
    hj_buf_str(out, "/Length ");
    hj_buf_int(out, (int64_t)n);
    hj_buf_str(out, ">>stream\n");
    hj_buf_add(out, bytes, n);
    hj_buf_str(out, "\nendstream\nendobj\n");
}

static void pack_objects(hj_pdf_file *file, uint32_t *stream_of, uint32_t *index_of)
{
    close_object(file);
    hj_buf body = {0}, head = {0};
    char dict[80];
    for (uint32_t next = 1, last = file->n; next < last;) {
        hj_buf_clear(&head);
        hj_buf_clear(&body);
        uint32_t count = 0, stream = 0;
        for (; next < last && count < PER_STREAM; next++) {
            const hj_pdf_entry *e = &file->entries[next];
            if (!e->packed)
                continue;
            if (!stream)
                stream = hj_pdf_id(file), e = &file->entries[next];
            hj_buf_int(&head, next);
            hj_buf_char(&head, ' ');
            hj_buf_int(&head, (int64_t)body.len);
            hj_buf_char(&head, ' ');
            hj_buf_add(&body, file->objects.data + e->offset, e->length);
            hj_buf_char(&body, '\n');
            stream_of[next] = stream;
            index_of[next] = count++;
        }
        if (!count)
            break;
        snprintf(dict, sizeof dict, "/Type/ObjStm/N %u/First %zu", count, head.len);
        hj_buf_add(&head, body.data, body.len);
        hj_pdf_stream(file, stream, dict, head.data, head.len, HJ_PDF_DEFLATE);
    }
    hj_buf_free(&body);
    hj_buf_free(&head);
}

/* Rows [type, two fields] with the PNG "up" predictor: neighbours differ little, so a row costs a
 * fraction of a byte. */
void hj_pdf_file_end(hj_pdf_file *file, uint32_t catalog, uint32_t info)
{
    size_t objects = file->n;
    uint32_t *stream_of = calloc(objects, sizeof *stream_of);
    uint32_t *index_of = calloc(objects, sizeof *index_of);
    if (!stream_of || !index_of)
        abort();
    pack_objects(file, stream_of, index_of);

    uint32_t xref = hj_pdf_id(file);
    size_t start = file->out.len;
    int wide = start < 1u << 16 ? 2 : start < 1u << 24 ? 3 : 4;
    int columns = 1 + wide + 2;
    hj_buf rows = {0};
    unsigned char above[8] = {0};
    for (uint32_t i = 0; i <= xref; i++) {
        bool packed = i < objects && stream_of[i];
        uint64_t second = i == xref ? start : packed ? stream_of[i] : file->entries[i].offset;
        uint32_t third = i == 0 ? 65535 : packed ? index_of[i] : 0;
        unsigned char row[8] = {i == 0 || (!packed && !second) ? 0 : packed ? 2 : 1};
        for (int k = 0; k < wide; k++)
            row[1 + k] = (unsigned char)(second >> 8 * (wide - 1 - k));
        row[1 + wide] = (unsigned char)(third >> 8);
        row[2 + wide] = (unsigned char)third;
        char *to = hj_pdf_room(&rows, (size_t)columns + 1);
        to[0] = 2;
        for (int k = 0; k < columns; k++)
            to[1 + k] = (char)(row[k] - above[k]);
        rows.len += (size_t)columns + 1;
        memcpy(above, row, sizeof above);
    }
    unsigned char digest[16];
    crypto_generichash(digest, sizeof digest, (const unsigned char *)file->out.data, file->out.len,
                       NULL, 0);
    hj_buf *dict = &file->dict;
    hj_buf_clear(dict);
    hj_buf_printf(dict, "/Type/XRef/Size %u/Root %u 0 R/Info %u 0 R/W[1 %d 2]"
                  "/DecodeParms<</Predictor 12/Columns %d>>/ID[", xref + 1, catalog, info, wide,
                  columns);
    for (int twice = 0; twice < 2; twice++) {
        hj_buf_char(dict, '<');
        for (size_t i = 0; i < sizeof digest; i++)
            hj_buf_printf(dict, "%02x", digest[i]);
        hj_buf_char(dict, '>');
    }
    hj_buf_char(dict, ']');
    hj_pdf_stream(file, xref, dict->data, rows.data, rows.len, HJ_PDF_DEFLATE);
    hj_buf_printf(&file->out, "startxref\n%zu\n%%%%EOF\n", start);
    hj_buf_free(&rows);
    free(stream_of);
    free(index_of);
}
