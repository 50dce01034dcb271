/* Reading back what file.c wrote: for `hjemmel verify`.
 *
 * The hard idea: a reader of one writer's files. It knows the one structure we write (a
 * cross-reference stream with the up predictor, object streams, deflate) and takes everything else
 * for foreign or broken, so it stays small; and a file may be hostile: every offset is checked, and
 * what may be inflated from one file is capped. What others add behind a document (a signature) is
 * not read: the first end of file is where hjemmel stopped writing. */
#include <libdeflate.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/internal.h"

#define INFLATED_MAX ((size_t)256 << 20) /* of one file, all streams together */
#define STREAM_MAX ((size_t)64 << 20)
#define DEPTH_MAX 32
#define OBJECTS_MAX 5000000u

typedef struct span { /* of the file, or of an inflated stream */
    const char *p, *end;
} span;

typedef struct reader {
    span file; /* up to the end of file read */
    hj_arena *arena;
    size_t inflated;
    unsigned char *rows; /* of the cross-reference stream, predictor undone */
    uint32_t n; /* rows */
    int wide; /* bytes of the second field */
    uint32_t packed_id; /* the object stream inflated last, */
    span packed; /* and what it holds */
    size_t packed_first;
    uint32_t packed_n;
} reader;

/* ---- words ---- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0;
}

static bool is_delimiter(char c)
{
    return c && strchr("()<>[]{}/%", c) != NULL;
}

static const char *skip_blank(span s)
{
    while (s.p < s.end && is_blank(*s.p))
        s.p++;
    return s.p;
}

static const char *skip_string(span s)
{
    int depth = 0;
    for (; s.p < s.end; s.p++) {
        if (*s.p == '\\' && s.p + 1 < s.end)
            s.p++;
        else if (*s.p == '(')
            depth++;
        else if (*s.p == ')' && --depth == 0)
            return s.p + 1;
    }
    return NULL;
}

/* Past the object at s.p; NULL when it does not end. */
static const char *skip_object(span s, int depth)
{
    s.p = skip_blank(s);
    if (s.p >= s.end || depth > DEPTH_MAX)
        return NULL;
    bool dict = s.end - s.p >= 2 && s.p[0] == '<' && s.p[1] == '<';
    if (dict || *s.p == '[') {
        s.p += dict ? 2 : 1;
        for (;;) {
            s.p = skip_blank(s);
            if (s.p >= s.end)
                return NULL;
            if (dict ? s.end - s.p >= 2 && s.p[0] == '>' && s.p[1] == '>' : *s.p == ']')
                return s.p + (dict ? 2 : 1);
            if (!(s.p = skip_object(s, depth + 1)))
                return NULL;
        }
    }
    if (*s.p == '(')
        return skip_string(s);
    if (*s.p == '<') {
        while (s.p < s.end && *s.p != '>')
            s.p++;
        return s.p < s.end ? s.p + 1 : NULL;
    }
    const char *from = s.p;
    s.p += *s.p == '/';
    while (s.p < s.end && !is_blank(*s.p) && !is_delimiter(*s.p))
        s.p++;
    return s.p > from ? s.p : NULL;
}

/* The value of key in the dictionary that s begins with; empty (p NULL) when there is none. A
 * reference is three words: its span reaches to the next key. */
static span value_of(span s, const char *key)
{
    span none = {NULL, NULL};
    size_t n = strlen(key);
    s.p = skip_blank(s);
    if (s.end - s.p < 2 || s.p[0] != '<' || s.p[1] != '<')
        return none;
    s.p += 2;
    for (;;) {
        s.p = skip_blank(s);
        if (s.p >= s.end || *s.p != '/')
            return none;
        const char *name = s.p;
        if (!(s.p = skip_object(s, 0)))
            return none;
        bool found = (size_t)(s.p - name) == n && memcmp(name, key, n) == 0;
        const char *from = s.p;
        do {
            if (!(s.p = skip_object(s, 1)))
                return none;
            s.p = skip_blank(s);
        } while (s.p < s.end && *s.p != '/' && *s.p != '>');
        if (found)
            return (span){from, s.p};
    }
}

static bool number(span *s, uint64_t *out)
{
    uint64_t v = 0;
    s->p = skip_blank(*s);
    const char *from = s->p;
    for (; s->p < s->end && *s->p >= '0' && *s->p <= '9' && v < UINT64_C(1) << 50; s->p++)
        v = v * 10 + (uint64_t)(*s->p - '0');
    *out = v;
    return s->p > from;
}

/* "12 0 R", moving past it. */
static bool reference(span *s, uint32_t *id)
{
    uint64_t n = 0, generation = 0;
    if (!number(s, &n) || !number(s, &generation) || n > OBJECTS_MAX)
        return false;
    s->p = skip_blank(*s);
    if (s->p >= s->end || *s->p != 'R')
        return false;
    s->p++;
    *id = (uint32_t)n;
    return true;
}

static bool number_of(span dict, const char *key, uint64_t *out)
{
    span v = value_of(dict, key);
    return v.p && number(&v, out);
}

static bool reference_of(span dict, const char *key, uint32_t *id)
{
    span v = value_of(dict, key);
    return v.p && reference(&v, id);
}

/* A name as plain text: #2F is the byte it stands for. */
static const char *name_of(reader *r, span dict, const char *key)
{
    span v = value_of(dict, key);
    v.p = v.p ? skip_blank(v) : NULL;
    if (!v.p || v.p >= v.end || *v.p != '/')
        return "";
    hj_buf out = {0};
    for (v.p++; v.p < v.end && !is_blank(*v.p) && !is_delimiter(*v.p); v.p++) {
        unsigned char byte[1];
        size_t n = 0;
        if (*v.p == '#' && v.end - v.p > 2
            && sodium_hex2bin(byte, 1, v.p + 1, 2, NULL, &n, NULL) == 0 && n == 1 && byte[0]) {
            hj_buf_char(&out, (char)byte[0]);
            v.p += 2;
        } else {
            hj_buf_char(&out, *v.p);
        }
    }
    const char *name = hj_arena_strdup(r->arena, out.data ? out.data : "");
    hj_buf_free(&out);
    return name;
}

/* A text string in Latin-1 or UTF-16BE (hj_pdf_text wrote it), as UTF-8. */
static const char *text_of(reader *r, span dict, const char *key)
{
    span v = value_of(dict, key);
    v.p = v.p ? skip_blank(v) : NULL;
    const char *end = v.p && v.p < v.end && *v.p == '(' ? skip_string(v) : NULL;
    if (!end)
        return "";
    hj_buf raw = {0}, out = {0};
    for (const char *p = v.p + 1; p < end - 1; p++) {
        bool escaped = *p == '\\' && p + 1 < end - 1;
        char c = escaped ? *++p : *p;
        hj_buf_char(&raw, escaped && c == 'r' ? '\r' : c);
    }
    const unsigned char *b = (const unsigned char *)(raw.data ? raw.data : "");
    bool wide = raw.len >= 2 && b[0] == 0xfe && b[1] == 0xff;
    for (size_t i = wide ? 2 : 0; i + wide < raw.len; i += wide ? 2 : 1) {
        uint32_t c = wide ? (uint32_t)b[i] << 8 | b[i + 1] : b[i];
        if (c >= 0xd800 && c < 0xdc00 && i + 3 < raw.len) {
            c = 0x10000 + ((c - 0xd800) << 10)
                + ((((uint32_t)b[i + 2] << 8 | b[i + 3]) - 0xdc00) & 0x3ff);
            i += 2;
        }
        char letter[4];
        if (c && !(c >= 0xd800 && c < 0xe000))
            hj_buf_add(&out, letter, (size_t)hj_utf8_put(c, letter));
    }
    const char *text = hj_arena_strdup(r->arena, out.data ? out.data : "");
    hj_buf_free(&raw);
    hj_buf_free(&out);
    return text;
}

/* ---- streams and objects ---- */

static bool inflate(reader *r, span in, size_t exact, span *out)
{
    struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
    if (!d)
        abort();
    size_t n = (size_t)(in.end - in.p), room = exact ? exact : n * 4 + 1024, got = 0;
    enum libdeflate_result result;
    char *bytes = NULL;
    for (;;) {
        if (room > STREAM_MAX || room > INFLATED_MAX - r->inflated) {
            result = LIBDEFLATE_INSUFFICIENT_SPACE;
            break;
        }
        free(bytes);
        if (!(bytes = malloc(room + 1)))
            abort();
        r->inflated += room;
        result = libdeflate_zlib_decompress(d, in.p, n, bytes, room, &got);
        if (result != LIBDEFLATE_INSUFFICIENT_SPACE || exact)
            break;
        room *= 4;
    }
    libdeflate_free_decompressor(d);
    bool ok = result == LIBDEFLATE_SUCCESS && (!exact || got == exact);
    if (ok) {
        char *kept = hj_arena_alloc(r->arena, got + 1);
        memcpy(kept, bytes, got);
        *out = (span){kept, kept + got};
    }
    free(bytes);
    return ok;
}

/* The object "id 0 obj" at offset: its dictionary, and its stream's bytes as stored (p NULL: no
 * stream). */
static bool object_at(const reader *r, uint64_t offset, uint32_t *id, span *dict, span *stream)
{
    if (offset >= (uint64_t)(r->file.end - r->file.p))
        return false;
    span s = {r->file.p + offset, r->file.end};
    uint64_t n = 0, generation = 0, length = 0;
    if (!number(&s, &n) || !number(&s, &generation) || n > OBJECTS_MAX)
        return false;
    *id = (uint32_t)n;
    s.p = skip_blank(s);
    if (s.end - s.p < 3 || memcmp(s.p, "obj", 3) != 0)
        return false;
    s.p += 3;
    s.p = skip_blank(s);
    const char *after = skip_object(s, 0);
    if (!after)
        return false;
    *dict = (span){s.p, after};
    *stream = (span){NULL, NULL};
    s.p = after;
    if (s.end - s.p >= 7 && memcmp(s.p, "stream\n", 7) == 0 && number_of(*dict, "/Length", &length)
        && length <= (uint64_t)(s.end - s.p - 7))
        *stream = (span){s.p + 7, s.p + 7 + length};
    return true;
}

static bool is_deflated(reader *r, span dict)
{
    return strcmp(name_of(r, dict, "/Filter"), "FlateDecode") == 0;
}

/* A stream's bytes, inflated when they are deflated. */
static bool stream_bytes(reader *r, span dict, span stream, span *out)
{
    if (!stream.p)
        return false;
    *out = stream;
    return !is_deflated(r, dict) || inflate(r, stream, 0, out);
}

static bool row_of(const reader *r, uint32_t id, int *type, uint64_t *second, uint32_t *third)
{
    if (id >= r->n)
        return false;
    const unsigned char *row = r->rows + (size_t)id * (size_t)(r->wide + 3);
    *type = row[0];
    *second = 0;
    for (int i = 0; i < r->wide; i++)
        *second = *second << 8 | row[1 + i];
    *third = (uint32_t)row[1 + r->wide] << 8 | row[2 + r->wide];
    return true;
}

static bool open_packed(reader *r, uint32_t stream_id)
{
    int type;
    uint64_t offset, first = 0, n = 0;
    uint32_t third, id;
    span dict, stream, bytes;
    if (r->packed_id == stream_id && r->packed.p)
        return true;
    if (!row_of(r, stream_id, &type, &offset, &third) || type != 1
        || !object_at(r, offset, &id, &dict, &stream) || id != stream_id
        || !number_of(dict, "/First", &first) || !number_of(dict, "/N", &n)
        || !stream_bytes(r, dict, stream, &bytes) || first > (uint64_t)(bytes.end - bytes.p)
        || n > OBJECTS_MAX)
        return false;
    r->packed_id = stream_id;
    r->packed = bytes;
    r->packed_first = (size_t)first;
    r->packed_n = (uint32_t)n;
    return true;
}

/* The dictionary of object id, wherever it is; stream.p NULL when it has none. */
static bool object(reader *r, uint32_t id, span *dict, span *stream)
{
    int type;
    uint64_t second, number_there = 0, offset = 0;
    uint32_t third, found;
    if (!row_of(r, id, &type, &second, &third))
        return false;
    if (type == 1)
        return object_at(r, second, &found, dict, stream) && found == id;
    if (type != 2 || second > OBJECTS_MAX || !open_packed(r, (uint32_t)second)
        || third >= r->packed_n)
        return false;
    span head = {r->packed.p, r->packed.p + r->packed_first};
    for (uint32_t i = 0; i <= third; i++)
        if (!number(&head, &number_there) || !number(&head, &offset))
            return false;
    if (number_there != id || offset > (uint64_t)(r->packed.end - head.end))
        return false;
    *stream = (span){NULL, NULL};
    *dict = (span){head.end + offset, r->packed.end};
    const char *end = skip_object(*dict, 0);
    dict->end = end;
    return end != NULL;
}

/* ---- the cross-references ---- */

/* Rows of [1, wide, 2] bytes, each with the filter byte 2 and the difference to the one above. */
static bool read_rows(reader *r, span dict, span stream)
{
    uint64_t size = 0, one = 0, wide = 0, two = 0;
    span w = value_of(dict, "/W"), plain;
    w.p = w.p ? skip_blank(w) : NULL;
    if (!w.p || w.p >= w.end || *w.p != '[')
        return false;
    w.p++;
    if (!number(&w, &one) || !number(&w, &wide) || !number(&w, &two) || one != 1 || two != 2
        || wide < 2 || wide > 4 || !number_of(dict, "/Size", &size) || !size || size > OBJECTS_MAX)
        return false;
    size_t columns = (size_t)wide + 3;
    if (!stream.p || !is_deflated(r, dict)
        || !inflate(r, stream, (size_t)size * (columns + 1), &plain))
        return false;
    r->n = (uint32_t)size;
    r->wide = (int)wide;
    r->rows = hj_arena_alloc(r->arena, (size_t)size * columns);
    for (uint32_t i = 0; i < r->n; i++) {
        const unsigned char *from = (const unsigned char *)plain.p + (size_t)i * (columns + 1);
        unsigned char *row = r->rows + (size_t)i * columns;
        if (from[0] != 2)
            return false;
        for (size_t k = 0; k < columns; k++)
            row[k] = (unsigned char)(from[k + 1] + (i ? row[k - columns] : 0));
    }
    return true;
}

/* Are the bytes before the cross-references those the identifier was made from? */
static bool is_intact(span dict, const char *bytes, size_t n)
{
    unsigned char digest[16];
    char hex[33];
    span id = value_of(dict, "/ID");
    crypto_generichash(digest, sizeof digest, (const unsigned char *)bytes, n, NULL, 0);
    sodium_bin2hex(hex, sizeof hex, digest, sizeof digest);
    return id.p && id.end - id.p >= 34 && memcmp(id.p, "[<", 2) == 0
        && memcmp(id.p + 2, hex, 32) == 0;
}

/* The first "startxref\n<number>\n%%EOF\n"; false when there is none. */
static bool first_end(const char *bytes, size_t n, size_t *written, uint64_t *start)
{
    static const char word[] = "startxref\n", eof[] = "\n%%EOF\n";
    const char *end = bytes + n;
    for (const char *p = bytes; (p = memmem(p, (size_t)(end - p), word, sizeof word - 1));) {
        p += sizeof word - 1;
        span s = {p, end};
        if (number(&s, start) && (size_t)(end - s.p) >= sizeof eof - 1
            && memcmp(s.p, eof, sizeof eof - 1) == 0) {
            *written = (size_t)(s.p - bytes) + sizeof eof - 1;
            return true;
        }
    }
    return false;
}

/* ---- what is told ---- */

static bool read_attachment(reader *r, uint32_t spec_id, hj_attachment *a)
{
    span spec, stream, dict, bytes;
    uint32_t id;
    if (!object(r, spec_id, &spec, &stream))
        return false;
    span files = value_of(spec, "/EF");
    *a = (hj_attachment){.name = text_of(r, spec, "/UF"), .description = text_of(r, spec, "/Desc"),
                         .relationship = name_of(r, spec, "/AFRelationship")};
    if (!files.p || !reference_of(files, "/F", &id) || !object(r, id, &dict, &stream)
        || !stream_bytes(r, dict, stream, &bytes))
        return false;
    a->mime = name_of(r, dict, "/Subtype");
    a->bytes = bytes.p;
    a->len = (size_t)(bytes.end - bytes.p);
    return true;
}

static bool read_attachments(reader *r, span catalog, hj_pdf_seen *out)
{
    enum { MOST = 64 };
    span list = value_of(catalog, "/AF");
    if (!list.p)
        return true;
    hj_attachment *all = HJ_ARRAY(r->arena, MOST, hj_attachment);
    uint32_t id;
    list.p = skip_blank(list);
    if (list.p >= list.end || *list.p++ != '[')
        return false;
    while (out->n_attachments < MOST && reference(&list, &id))
        if (!read_attachment(r, id, &all[out->n_attachments++]))
            return false;
    out->attachments = all;
    return true;
}

static bool read_all(reader *r, span trailer, hj_pdf_seen *out)
{
    uint32_t root, info, metadata;
    span catalog, dict, stream, bytes;
    if (!reference_of(trailer, "/Info", &info) || !object(r, info, &dict, &stream)
        || strncmp(text_of(r, dict, "/Producer"), "hjemmel ", 8) != 0)
        return false;
    if (!reference_of(trailer, "/Root", &root) || !object(r, root, &catalog, &stream)
        || !reference_of(catalog, "/Metadata", &metadata)
        || !object(r, metadata, &dict, &stream) || !stream_bytes(r, dict, stream, &bytes))
        return false;
    out->xmp = bytes.p;
    out->n_xmp = (size_t)(bytes.end - bytes.p);
    return read_attachments(r, catalog, out);
}

hj_pdf_kind hj_pdf_read(const void *data, size_t n, hj_arena *arena, hj_pdf_seen *out)
{
    static const char ours[] = "<pdf:Producer>hjemmel "; /* the packet is never deflated */
    const char *bytes = data;
    *out = (hj_pdf_seen){0};
    if (n < 8 || memcmp(bytes, "%PDF-", 5) != 0)
        return HJ_PDF_NONE;
    hj_pdf_kind otherwise = memmem(bytes, n, ours, sizeof ours - 1) ? HJ_PDF_BROKEN
                                                                    : HJ_PDF_FOREIGN;
    uint64_t start;
    uint32_t id;
    span dict, stream;
    if (!first_end(bytes, n, &out->written, &start))
        return otherwise;
    reader r = {.file = {bytes, bytes + out->written}, .arena = arena};
    if (!object_at(&r, start, &id, &dict, &stream) || !read_rows(&r, dict, stream)
        || !read_all(&r, dict, out))
        return otherwise;
    out->intact = is_intact(dict, bytes, (size_t)start);
    return HJ_PDF_OURS;
}
