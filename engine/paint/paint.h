/* paint/: from areas to canvas calls; pictures; the cairo canvas.
 *
 * Owns: the canvas interface, the walk over pages, the picture store (PNG, SVG subset), the cairo
 * implementation (PNG, SVG, plain PDF). The archival writer in pdf/ is the second implementation.
 * Refuses: CMYK, oversized pictures, SVG outside the named subset (by name).
 *
 * One hard idea: a canvas is told what a mark belongs to (a tag or an artifact) before it is told
 * the mark, so that marking and drawing cannot drift apart. */
#ifndef HJ_PAINT_H
#define HJ_PAINT_H

#include "base/path.h"
#include "layout/layout.h"

typedef struct hj_matrix { double a, b, c, d, e, f; } hj_matrix; /* page units 1/1000 pt, y down */

/* A picture of pixels: its file, which has been read whole and found sound, and what is known of
 * it. Both live as long as the picture store. */
typedef enum { HJ_RASTER_PNG, HJ_RASTER_JPEG } hj_raster_kind;
typedef struct hj_raster {
    hj_raster_kind kind;
    int width, height; /* in pixels, as stored */
    int channels; /* decoded: 1 grey, 3 RGB, 8 bits each */
    bool has_alpha;
    bool stored_rgb; /* JPEG whose channels are not YCbCr */
    uint8_t turn; /* EXIF orientation, 1–8: how the stored picture is to be seen */
    const void *bytes; /* the file */
    size_t len;
    const void *rows; /* PNG: zlib data with PNG's row filters that a PDF can take; else NULL */
    size_t n_rows;
    int bits; /* of rows, for each channel or palette entry */
    const uint8_t *palette; /* of rows: n_palette times RGB; NULL when they are channels */
    int n_palette;
    uint64_t key[2]; /* digest of the file: equal pictures have equal keys */
} hj_raster;

/* Decodes: rows from the top, without padding; alpha NULL when there is none. malloc: the caller
 * frees both. False when the picture is broken (a file that passed reading is not). */
bool hj_raster_decode(const hj_raster *raster, uint8_t **pixels, uint8_t **alpha);
/* From the unit square of the stored picture (right and down) to the box it is seen in. */
hj_matrix hj_raster_matrix(const hj_raster *raster, double x, double y, double w, double h);

typedef struct hj_document_info {
    const char *title, *lang, *author, *subject;
    const char *date; /* ISO 8601 with zone, e.g. 2026-11-24T00:00:00+01:00; never the clock */
    const char *fingerprint; /* what made the document, a line each; goes into XMP; may be NULL */
    bool claim_standard; /* false: tagged, but no PDF/A or PDF/UA claim (no title) */
} hj_document_info;

/* A gradient: colours along a line from (x0, y0) to (x1, y1), or from one circle to another; before
 * the first stop and past the last their colours go on. */
typedef struct hj_stop {
    double offset; /* 0 to 1, never less than the one before */
    hj_color color;
} hj_stop;
typedef struct hj_shade {
    bool radial;
    double x0, y0, r0, x1, y1, r1; /* r: radial only; the first circle lies within the second */
    hj_matrix matrix; /* from these coordinates to those of the path */
    const hj_stop *stops;
    size_t n; /* 2 or more */
} hj_shade;

typedef struct hj_canvas hj_canvas;
struct hj_canvas {
    void (*begin_page)(hj_canvas *, const hj_page *page, size_t index);
    /* What the following marks belong to: a content leaf, or NULL and the artifact kind. Called
     * before the first mark and at every change. */
    void (*mark)(hj_canvas *, const hj_tag *leaf, hj_artifact artifact);
    void (*glyphs)(hj_canvas *, const hj_run *run, hj_len x, hj_len y, hj_len size,
                   hj_len letter_spacing, hj_len word_spacing, hj_color color);
    void (*fill)(hj_canvas *, const hj_path *path, bool even_odd, hj_color color);
    void (*stroke)(hj_canvas *, const hj_path *path, const hj_stroke *stroke, hj_color color);
    void (*image)(hj_canvas *, const hj_raster *raster, hj_len x, hj_len y, hj_len w, hj_len h);
    void (*save)(hj_canvas *);
    void (*restore)(hj_canvas *);
    void (*transform)(hj_canvas *, const hj_matrix *matrix);
    void (*clip)(hj_canvas *, const hj_path *path, bool even_odd);
    /* Fills path with shade; with a pen, strokes it (and even_odd says nothing). */
    void (*shade)(hj_canvas *, const hj_path *path, bool even_odd, const hj_stroke *pen,
                  const hj_shade *shade);
    /* What is painted until end_group lies in the box and is faded as one thing. The mark does not
     * change inside, and save and restore are balanced. */
    void (*begin_group)(hj_canvas *, hj_len x, hj_len y, hj_len w, hj_len h, uint8_t opacity);
    void (*end_group)(hj_canvas *);
    void (*link)(hj_canvas *, const hj_tag *link, const char *uri, const char *dest, hj_len x,
                 hj_len y, hj_len w, hj_len h);
    void (*dest)(hj_canvas *, const char *id, hj_len x, hj_len y);
    void (*end_page)(hj_canvas *);
    /* Ends the document: bytes go to out (one buffer per page for PNG/SVG: see below). False and a
     * diagnostic on failure (status is sticky: earlier calls never fail visibly). */
    bool (*finish)(hj_canvas *, hj_buf *out, hj_diags *diags);
};

/* Pictures of one engine: cached by canonical path, read only below the roots. */
typedef struct hj_pictures hj_pictures;
/* base: folder that relative uris are read from; nothing outside base and the NULL-terminated
 * extra_roots (may be NULL) is opened, nothing from a network. fonts shapes text in SVG; NULL makes
 * SVG text an error. All that is read lives in arena, until it is freed. */
hj_pictures *hj_pictures_new(hj_arena *arena, hj_fonts *fonts, const char *base,
                             const char *const *extra_roots);
/* How the document wants them. lenient: what cannot be drawn is left out with a warning; else, and
 * at first, it is an error. readings: how large a pixel is, and a drawing without a size. */
void hj_pictures_manner(hj_pictures *pictures, bool lenient, const hj_readings *readings);
hj_picture_source hj_pictures_source(hj_pictures *pictures);
/* A picture file, by the real path it was read from, or by the address it is given under. */
typedef struct hj_picture_file {
    const char *name;
    const void *bytes;
    size_t len;
} hj_picture_file;
/* The address file->name is these bytes, whatever stands on the disk. They outlive the store. */
void hj_pictures_give(hj_pictures *pictures, const hj_picture_file *file);
/* The files read so far, in that order: *n of them. */
const hj_picture_file *hj_pictures_read(const hj_pictures *pictures, size_t *n);

/* Walks every page of areas onto canvas and finishes it into out. */
bool hj_paint(const hj_areas *areas, hj_pictures *pictures, hj_canvas *canvas, hj_arena *arena,
              hj_buf *out, hj_diags *diags);
/* One page only (for PNG and SVG, which are one file a page). */
bool hj_paint_page(const hj_areas *areas, size_t page, hj_pictures *pictures, hj_canvas *canvas,
                   hj_arena *arena, hj_buf *out, hj_diags *diags);

typedef enum { HJ_CAIRO_PNG, HJ_CAIRO_SVG, HJ_CAIRO_PDF } hj_cairo_format;
/* dpi for PNG only. PNG and SVG canvases take exactly one page. NULL when libcairo, which is opened
 * here and not before, is not installed. */
hj_canvas *hj_cairo_canvas(hj_cairo_format format, const hj_areas *areas,
                           const hj_document_info *info, double dpi, hj_arena *arena);

/* Stable text of every canvas call: for tests. */
hj_canvas *hj_trace_canvas(hj_arena *arena);

#endif
