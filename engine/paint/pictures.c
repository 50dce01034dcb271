/* The picture store: a file is found, checked, decoded and compiled once, and kept.
 *
 * The hard idea: a name in a document is never trusted. It becomes a real path (symbolic links
 * followed) that must lie below a folder that was named by the caller; only then is it opened. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include <libxml/parser.h>

#include "paint/internal.h"

enum { KEPT = 64 }; /* files in the store; past that the oldest entries are forgotten */

typedef struct kept {
    const char *path;
    struct timespec changed;
    off_t size;
    hj_picture *picture;
} kept;

struct hj_pictures {
    hj_arena *arena;
    hj_fonts *fonts;
    const char *base;
    const char *const *roots;
    bool lenient, compat_fop;
    kept kept[KEPT];
    unsigned n;
};

hj_pictures *hj_pictures_new(hj_arena *arena, hj_fonts *fonts, const char *base,
                             const char *const *extra_roots)
{
    hj_pictures *p = HJ_NEW(arena, hj_pictures);
    p->arena = arena;
    p->fonts = fonts;
    p->roots = extra_roots;
    hj_pictures_rebase(p, base);
    return p;
}

void hj_pictures_rebase(hj_pictures *pictures, const char *base)
{
    if (!base)
        base = ".";
    if (!pictures->base || strcmp(pictures->base, base) != 0)
        pictures->base = hj_arena_strdup(pictures->arena, base);
}

void hj_pictures_manner(hj_pictures *pictures, bool lenient, bool compat_fop)
{
    pictures->lenient = lenient;
    pictures->compat_fop = compat_fop;
}

hj_fonts *hj_pictures_fonts(hj_pictures *pictures)
{
    return pictures->fonts;
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
                 "files only, never from a network or from data: addresses", uri);
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

static bool read_svg(hj_pictures *p, hj_picture *picture, const char *path, const char *bytes,
                     size_t n, hj_diags *diags)
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
    if (!whole) {
        if (doc)
            xmlFreeDoc(doc);
        return false;
    }
    const xmlNode *root = xmlDocGetRootElement(doc);
    hj_place place = HJ_AT(path, root ? (int)xmlGetLineNo(root) : 0);
    bool good = hj_svg_measure(root, place, &picture->width, &picture->height, diags);
    if (good) {
        picture->svg = hj_svg_compile(root, place, true, p->fonts, p->arena, diags);
        good = picture->svg != NULL;
    }
    xmlFreeDoc(doc);
    return good;
}

static hj_picture *read_picture(hj_pictures *p, const char *path, hj_diags *diags)
{
    size_t n = 0;
    char *bytes = hj_file_read(p->arena, path, HJ_LIMIT_IMAGE_BYTES, &n, diags);
    if (!bytes)
        return NULL;
    hj_picture *picture = HJ_NEW(p->arena, hj_picture);
    bool good;
    if (n >= 8 && memcmp(bytes, "\x89PNG\r\n\x1a\n", 8) == 0) {
        picture->raster = hj_read_png(p->arena, bytes, n, path, &picture->width,
                                      &picture->height, diags);
        good = picture->raster != NULL;
    } else if (n >= 3 && memcmp(bytes, "\xff\xd8\xff", 3) == 0) {
        picture->raster = hj_read_jpeg(p->arena, bytes, n, path, &picture->width,
                                       &picture->height, diags);
        good = picture->raster != NULL;
    } else if (memchr(bytes, '<', n < 256 ? n : 256)) {
        good = read_svg(p, picture, path, bytes, n, diags);
    } else {
        hj_error(diags, "HJ-PAINT-016", HJ_FILE(path),
                 "this is not a picture that can be used: PNG, JPEG or SVG was expected");
        good = false;
    }
    return good ? picture : NULL;
}

const hj_picture *hj_pictures_get(hj_pictures *p, const char *uri, hj_place place,
                                  hj_diags *diags)
{
    if (!uri || !*uri) {
        hj_error(diags, "HJ-PAINT-010", place, "the picture has no src");
        return NULL;
    }
    hj_arena *scratch = hj_arena_new();
    const hj_picture *found = NULL;
    struct stat st;
    const char *path = permitted(p, uri, scratch, place, diags);
    if (path && stat(path, &st) == 0) {
        kept *entry = NULL;
        for (unsigned i = 0; i < p->n && i < KEPT && !entry; i++)
            if (p->kept[i].path && strcmp(p->kept[i].path, path) == 0)
                entry = &p->kept[i];
        if (entry && entry->size == st.st_size && entry->changed.tv_sec == st.st_mtim.tv_sec
            && entry->changed.tv_nsec == st.st_mtim.tv_nsec) {
            found = entry->picture;
        } else {
            hj_picture *picture = read_picture(p, path, diags);
            if (picture) {
                if (!entry)
                    entry = &p->kept[p->n++ % KEPT];
                *entry = (kept){hj_arena_strdup(p->arena, path), st.st_mtim, st.st_size, picture};
            } else {
                hj_note(diags, "HJ-PAINT-017", place, "the picture is used here");
            }
            found = picture;
        }
    }
    hj_arena_free(scratch);
    return found;
}

static bool measure(void *self, const char *uri, void *foreign, hj_place place, hj_len *width,
                    hj_len *height, hj_diags *diags)
{
    if (foreign)
        return hj_svg_measure(foreign, place, width, height, diags);
    const hj_picture *picture = hj_pictures_get(self, uri, place, diags);
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
