/* The picture store: a file is found, checked and compiled once, and kept for the document.
 *
 * The hard idea: a name in a document is never trusted. It becomes a real path (symbolic links
 * followed) that must lie below a folder that was named by the caller; only then is it opened. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include <libxml/parser.h>
#include <sodium.h>

#include "paint/internal.h"

/* One picture of the document. A file that could not be used is kept too: it is not read again. */
typedef struct kept {
    const char *name; /* the real path; the digest of a data: address; NULL: foreign */
    const void *foreign; /* the element of a drawing in the FO */
    struct timespec changed;
    off_t size;
    hj_picture *picture; /* NULL: it cannot be used */
} kept;

struct hj_pictures {
    hj_arena *arena;
    hj_fonts *fonts;
    const char *base;
    const char *const *roots;
    bool lenient;
    const hj_readings *readings;
    kept **table; /* by name, open addressing; size is a power of two */
    size_t n, size;
    struct files { hj_picture_file *items; size_t n, cap; } given, read;
};

hj_pictures *hj_pictures_new(hj_arena *arena, hj_fonts *fonts, const char *base,
                             const char *const *extra_roots)
{
    hj_pictures *p = HJ_NEW(arena, hj_pictures);
    p->arena = arena;
    p->fonts = fonts;
    p->roots = extra_roots;
    p->base = hj_arena_strdup(arena, base ? base : ".");
    p->readings = &hj_readings_xsl;
    return p;
}

void hj_pictures_manner(hj_pictures *pictures, bool lenient, const hj_readings *readings)
{
    pictures->lenient = lenient;
    pictures->readings = readings;
}

bool hj_pictures_lenient(const hj_pictures *pictures)
{
    return pictures->lenient;
}

/* ---- what is kept ---- */

static size_t hash_of(const char *name, const void *foreign)
{
    uint64_t h = 14695981039346656037u;
    if (!name) {
        h ^= (uintptr_t)foreign >> 4; /* finds only; nothing is written in this order */
        return (size_t)(h * 1099511628211u >> 16);
    }
    for (; *name; name++)
        h = (h ^ (unsigned char)*name) * 1099511628211u;
    return (size_t)(h >> 16);
}

/* The entry of that name or element; a new one, without a picture and with size -1, when there is
 * none. name is copied. */
static kept *entry_of(hj_pictures *p, const char *name, const void *foreign)
{
    if (p->n * 2 >= p->size) {
        size_t size = p->size ? p->size * 2 : 32;
        kept **table = HJ_ARRAY(p->arena, size, kept *);
        for (size_t i = 0; i < p->size; i++) {
            if (!p->table[i])
                continue;
            size_t at = hash_of(p->table[i]->name, p->table[i]->foreign) & (size - 1);
            while (table[at])
                at = (at + 1) & (size - 1);
            table[at] = p->table[i];
        }
        p->table = table;
        p->size = size;
    }
    size_t at = hash_of(name, foreign) & (p->size - 1);
    for (; p->table[at]; at = (at + 1) & (p->size - 1)) {
        const kept *k = p->table[at];
        if (name ? k->name && strcmp(k->name, name) == 0 : k->foreign == foreign)
            return p->table[at];
    }
    kept *k = p->table[at] = HJ_NEW(p->arena, kept);
    k->name = name ? hj_arena_strdup(p->arena, name) : NULL;
    k->foreign = foreign;
    k->size = -1;
    p->n++;
    return k;
}

/* ---- files that are given, files that were read ---- */

static void add_file(hj_pictures *p, struct files *list, const hj_picture_file *file)
{
    if (list->n == list->cap) {
        size_t cap = list->cap ? list->cap * 2 : 8;
        hj_picture_file *more = HJ_ARRAY(p->arena, cap, hj_picture_file);
        if (list->n)
            memcpy(more, list->items, list->n * sizeof *more);
        list->items = more;
        list->cap = cap;
    }
    list->items[list->n++] = *file;
}

void hj_pictures_give(hj_pictures *pictures, const hj_picture_file *file)
{
    add_file(pictures, &pictures->given, file);
}

static const hj_picture_file *given_file(const hj_pictures *p, const char *uri)
{
    for (size_t i = 0; i < p->given.n; i++)
        if (strcmp(p->given.items[i].name, uri) == 0)
            return &p->given.items[i];
    return NULL;
}

const hj_picture_file *hj_pictures_read(const hj_pictures *pictures, size_t *n)
{
    *n = pictures->read.n;
    return pictures->read.items;
}

/* ---- where pictures may be read from ---- */

static bool below(const char *path, const char *folder)
{
    char *real = realpath(folder, NULL);
    if (!real)
        return false;
    size_t n = strlen(real);
    while (n > 1 && real[n - 1] == '/')
        n--;
    bool inside = strncmp(path, real, n) == 0 && (path[n] == '/' || n == 1);
    free(real);
    return inside;
}

static int hex_digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* file: is taken off and %C3%B8 becomes the byte it stands for. NULL when a scheme is left, or
 * the name holds a NUL. */
static char *file_name(const char *uri, hj_arena *arena)
{
    if (strncasecmp(uri, "file://", 7) == 0)
        uri += 7;
    else if (strncasecmp(uri, "file:", 5) == 0)
        uri += 5;
    size_t scheme = strspn(uri, "abcdefghijklmnopqrstuvwxyz"
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
    if (scheme > 1 && uri[scheme] == ':')
        return NULL;
    char *name = hj_arena_strdup(arena, uri), *to = name;
    for (const char *p = name; *p; p++) {
        if (p[0] == '%' && hex_digit(p[1]) >= 0 && hex_digit(p[2]) >= 0) {
            char c = (char)(hex_digit(p[1]) * 16 + hex_digit(p[2]));
            if (!c)
                return NULL;
            *to++ = c;
            p += 2;
        } else {
            *to++ = *p;
        }
    }
    *to = 0;
    return name;
}

/* The real path of uri, when it may be read; NULL and a diagnostic. In scratch. */
static const char *permitted(hj_pictures *p, const char *uri, hj_arena *scratch, hj_place place,
                             hj_diags *diags)
{
    char *name = file_name(uri, scratch);
    if (!name) {
        hj_error(diags, "HJ-PAINT-011", place, "\"%.60s\" is not a file: pictures are read from "
                 "files and data: addresses, never from a network", uri);
        return NULL;
    }
    char *real = realpath(hj_path_join(scratch, p->base, name), NULL);
    for (int i = 0; !real && p->roots && p->roots[i]; i++)
        real = realpath(hj_path_join(scratch, p->roots[i], name), NULL);
    if (!real) /* already a path, as hj:fil gives it; the folders below still decide */
        real = realpath(name, NULL);
    if (!real) {
        hj_error(diags, "HJ-PAINT-012", place, "there is no picture \"%s\"", uri);
        hj_hint(diags, "names are read from the folder %s", p->base);
        return NULL;
    }
    bool allowed = below(real, p->base);
    for (int i = 0; !allowed && p->roots && p->roots[i]; i++)
        allowed = below(real, p->roots[i]);
    const char *path = hj_arena_strdup(scratch, real);
    free(real);
    if (!allowed) {
        hj_error(diags, "HJ-PAINT-013", place, "the picture \"%s\" lies outside the folders that "
                 "pictures may be read from", uri);
        return NULL;
    }
    return path;
}

/* ---- reading ---- */

static void ignore_message(void *context, const char *format, ...)
{
    (void)context;
    (void)format;
}

static xmlDoc *parse_svg(const char *path, const char *bytes, size_t n, hj_diags *diags)
{
    xmlParserCtxt *context = xmlNewParserCtxt();
    if (!context)
        abort();
    context->sax->error = context->sax->warning = ignore_message;
    xmlDoc *doc = xmlCtxtReadMemory(context, bytes, (int)n, path, NULL,
                                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
                                        | XML_PARSE_BIG_LINES);
    const xmlError *error = xmlCtxtGetLastError(context);
    bool whole = doc && context->wellFormed;
    if (!whole) {
        int line = error ? error->line : 0;
        hj_error(diags, "HJ-PAINT-014", HJ_AT(path, line), "the SVG file is not well-formed XML");
    } else if (doc->intSubset && doc->intSubset->entities) {
        hj_error(diags, "HJ-PAINT-015", HJ_FILE(path), "the SVG file declares entities");
        whole = false;
    }
    xmlFreeParserCtxt(context);
    if (!whole && doc)
        xmlFreeDoc(doc);
    return whole ? doc : NULL;
}

/* A picture in a drawing is found as those of the document are, and told of by the drawing. One
 * that holds itself is found being read, which is not there yet. */
static const hj_picture *inner_picture(void *self, const char *uri, hj_place place,
                                       hj_diags *diags)
{
    return hj_pictures_get(self, uri, place, diags);
}

static hj_picture *compile(hj_pictures *p, const xmlNode *root, hj_place place, bool own_lines,
                           hj_diags *diags)
{
    hj_picture *picture = HJ_NEW(p->arena, hj_picture);
    const hj_svg_manner manner = {.fonts = p->fonts, .readings = p->readings,
                                  .lenient = p->lenient, .own_lines = own_lines,
                                  .picture = inner_picture, .self = p};
    picture->svg = hj_svg_compile(root, place, &manner, p->arena, &picture->width,
                                  &picture->height, diags);
    return picture->svg ? picture : NULL;
}

static hj_picture *read_bytes(hj_pictures *p, const char *file, const char *bytes, size_t n,
                              hj_diags *diags)
{
    hj_picture *picture = HJ_NEW(p->arena, hj_picture);
    bool good = false;
    if (n >= 8 && memcmp(bytes, "\x89PNG\r\n\x1a\n", 8) == 0) {
        good = hj_read_png(p->arena, bytes, n, file, picture, diags);
    } else if (n >= 3 && memcmp(bytes, "\xff\xd8\xff", 3) == 0) {
        good = hj_read_jpeg(p->arena, bytes, n, file, picture, diags);
    } else if (memchr(bytes, '<', n < 256 ? n : 256)) {
        xmlDoc *doc = parse_svg(file, bytes, n, diags);
        const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
        picture = root ? compile(p, root, HJ_AT(file, (int)xmlGetLineNo(root)), true, diags)
                       : NULL;
        if (doc)
            xmlFreeDoc(doc);
        return picture;
    } else {
        hj_error(diags, "HJ-PAINT-016", HJ_FILE(file),
                 "this is not a picture that can be used: PNG, JPEG or SVG was expected");
    }
    if (good && picture->raster->turn > 1 && p->readings->pictures_as_stored) {
        hj_raster *raster = (hj_raster *)picture->raster; /* ours: just read */
        if (raster->turn > 4) {
            hj_len width = picture->width;
            picture->width = picture->height;
            picture->height = width;
        }
        raster->turn = 1;
    }
    if (good && picture->by_pixels) { /* at 1/96 in so far */
        picture->width = (hj_len)((int64_t)picture->width * p->readings->px / 750);
        picture->height = (hj_len)((int64_t)picture->height * p->readings->px / 750);
    }
    return good ? picture : NULL;
}

/* ---- data: addresses (RFC 2397) ---- */

static int base64_digit(char c)
{
    return c >= 'A' && c <= 'Z' ? c - 'A' : c >= 'a' && c <= 'z' ? c - 'a' + 26
           : c >= '0' && c <= '9' ? c - '0' + 52 : c == '+' || c == '-' ? 62
           : c == '/' || c == '_' ? 63 : -1;
}

static bool decode_base64(const char *p, hj_buf *out)
{
    unsigned held = 0;
    int bits = 0;
    for (; *p && *p != '='; p++) {
        if (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t')
            continue;
        int d = base64_digit(*p);
        if (d < 0)
            return false;
        held = (held << 6 | (unsigned)d) & 0xffff;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            hj_buf_char(out, (char)(held >> bits));
        }
    }
    return p[strspn(p, "= \r\n\t")] == 0;
}

/* NULL and a diagnostic when it is too long or not base64. The bytes are the arena's. */
static const char *decode_data(hj_pictures *p, const char *uri, const char *name, size_t *n,
                               hj_diags *diags)
{
    const char *comma = strchr(uri, ',');
    hj_buf out = {0};
    bool good = comma != NULL;
    if (good && comma - uri >= 7 && strncasecmp(comma - 7, ";base64", 7) == 0) {
        hj_buf plain = {0}; /* + and / may be escaped as well */
        for (const char *c = comma + 1; *c; c++) {
            bool hex = c[0] == '%' && hex_digit(c[1]) >= 0 && hex_digit(c[2]) >= 0;
            hj_buf_char(&plain, hex ? (char)(hex_digit(c[1]) * 16 + hex_digit(c[2])) : *c);
            c += hex ? 2 : 0;
        }
        good = decode_base64(plain.data ? plain.data : "", &out);
        hj_buf_free(&plain);
    } else if (good) {
        for (const char *c = comma + 1; *c; c++) {
            bool hex = c[0] == '%' && hex_digit(c[1]) >= 0 && hex_digit(c[2]) >= 0;
            hj_buf_char(&out, hex ? (char)(hex_digit(c[1]) * 16 + hex_digit(c[2])) : *c);
            c += hex ? 2 : 0;
        }
    }
    char *bytes = NULL;
    if (good && out.len) {
        bytes = hj_arena_alloc(p->arena, out.len + 1);
        memcpy(bytes, out.data, out.len);
    } else {
        hj_error(diags, "HJ-PAINT-018", HJ_FILE(name),
                 "the data: address holds nothing, or what it holds is not base64");
    }
    *n = out.len;
    hj_buf_free(&out);
    return bytes;
}

/* ---- the store ---- */

static hj_picture *read_data(hj_pictures *p, const char *uri, const char *name, hj_diags *diags)
{
    size_t n = 0;
    const char *bytes = decode_data(p, uri, name, &n, diags);
    return bytes ? read_bytes(p, name, bytes, n, diags) : NULL;
}

static hj_picture *read_file(hj_pictures *p, const char *path, hj_diags *diags)
{
    size_t n = 0;
    char *bytes = hj_file_read(p->arena, path, HJ_LIMIT_IMAGE_BYTES, &n, diags);
    if (!bytes)
        return NULL;
    add_file(p, &p->read, &(hj_picture_file){.name = path, .bytes = bytes, .len = n});
    return read_bytes(p, path, bytes, n, diags);
}

/* What messages call a data: address: its type and a digest, which tells two of them apart. */
static const char *data_name(const char *uri, hj_arena *arena)
{
    unsigned char sum[crypto_generichash_BYTES_MIN];
    size_t n = strlen(uri), type = strcspn(uri, ";,");
    crypto_generichash(sum, sizeof sum, (const unsigned char *)uri, n, NULL, 0);
    char *name = hj_arena_printf(arena, "%.*s-", (int)(type < 40 ? type : 40), uri);
    for (size_t i = 0; i < sizeof sum; i++)
        name = hj_arena_printf(arena, "%s%02x", name, sum[i]);
    return name;
}

const hj_picture *hj_pictures_get(hj_pictures *p, const char *uri, hj_place place,
                                  hj_diags *diags)
{
    hj_arena *scratch = hj_arena_new();
    hj_diags *told = hj_diags_new(scratch, diags->lang);
    hj_diags *to = p->lenient ? told : diags;
    const hj_picture *found = NULL;
    struct stat st = {.st_size = 0};
    const char *name = NULL;
    bool data = uri && strncasecmp(uri, "data:", 5) == 0, there = false;
    const hj_picture_file *given = uri ? given_file(p, uri) : NULL;
    if (!uri || !*uri) {
        hj_error(to, "HJ-PAINT-010", place, "the picture has no src");
    } else if (data && strlen(uri) > HJ_LIMIT_IMAGE_BYTES) {
        hj_error(to, "HJ-PAINT-019", place, "the data: address is longer than %d bytes",
                 (int)HJ_LIMIT_IMAGE_BYTES);
    } else if (given) {
        name = given->name;
        st.st_size = (off_t)given->len;
        there = true;
    } else {
        name = data ? data_name(uri, scratch) : permitted(p, uri, scratch, place, to);
        there = name && (data || stat(name, &st) == 0);
    }
    if (there) {
        kept *entry = entry_of(p, name, NULL);
        bool fresh = entry->size == st.st_size && entry->changed.tv_sec == st.st_mtim.tv_sec
                     && entry->changed.tv_nsec == st.st_mtim.tv_nsec;
        if (!fresh) {
            entry->changed = st.st_mtim;
            entry->size = st.st_size;
            entry->picture = given ? read_bytes(p, entry->name, given->bytes, given->len, to)
                             : data ? read_data(p, uri, entry->name, to)
                                    : read_file(p, entry->name, to);
        }
        found = entry->picture;
        if (!found)
            hj_note(to, "HJ-PAINT-017", place, "the picture is used here");
    }
    if (p->lenient)
        hj_diags_soften(diags, told);
    hj_arena_free(scratch);
    return found;
}

const hj_picture *hj_pictures_foreign(hj_pictures *p, const void *node, hj_place place,
                                      hj_diags *diags)
{
    const xmlNode *root = node;
    kept *entry = entry_of(p, NULL, node);
    if (entry->size >= 0)
        return entry->picture;
    entry->size = 0;
    /* The drawing's lines count in the same file when its parent's line is the one known. */
    bool own_lines = root && root->parent && xmlGetLineNo(root->parent) == place.line;
    hj_diags *told = hj_diags_new(p->arena, diags->lang);
    entry->picture = root ? compile(p, root, place, own_lines, p->lenient ? told : diags) : NULL;
    if (p->lenient)
        hj_diags_soften(diags, told);
    return entry->picture;
}

static bool measure(void *self, const char *uri, void *foreign, hj_place place, hj_len *width,
                    hj_len *height, hj_diags *diags)
{
    const hj_picture *picture = foreign ? hj_pictures_foreign(self, foreign, place, diags)
                                        : hj_pictures_get(self, uri, place, diags);
    if (!picture)
        return false;
    *width = picture->width;
    *height = picture->height;
    return true;
}

hj_picture_source hj_pictures_source(hj_pictures *pictures)
{
    return (hj_picture_source){pictures, measure};
}
