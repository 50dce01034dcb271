/* paint/ inside: what its files share.
 *
 * walk.c      areas -> canvas calls
 * pictures.c  the store: where pictures may be read from, what is kept
 * raster.c    what pictures of pixels have in common; png.c, jpeg.c
 * svg.c       SVG elements -> a display list
 * style.c     SVG properties, colours, lengths
 * path.c      SVG path data and basic shapes -> paths
 * show.c      a display list -> canvas calls
 * cairo.c     the cairo canvas
 * trace.c     the canvas that writes what it is told */
#ifndef HJ_PAINT_INTERNAL_H
#define HJ_PAINT_INTERNAL_H

#include <libxml/tree.h>

#include "paint/paint.h"

typedef struct hj_svg hj_svg;

typedef struct hj_picture {
    hj_len width, height; /* natural, as seen */
    bool by_pixels; /* the file gives pixels and not how large they are: 1/96 in */
    const hj_raster *raster; /* or */
    const hj_svg *svg;
} hj_picture;

/* The picture named by uri, from the store. NULL and a diagnostic when it cannot be used. */
const hj_picture *hj_pictures_get(hj_pictures *pictures, const char *uri, hj_place place,
                                  hj_diags *diags);
/* What an fo:instream-foreign-object holds, an xmlNode: compiled once for the document. */
const hj_picture *hj_pictures_foreign(hj_pictures *pictures, const void *node, hj_place place,
                                      hj_diags *diags);
/* A picture that cannot be shown is left out: it has been told as a warning. */
bool hj_pictures_lenient(const hj_pictures *pictures);

/* png.c, jpeg.c: bytes must live as long as the picture. file names it in messages. */
bool hj_read_png(hj_arena *arena, const void *bytes, size_t n, const char *file,
                 hj_picture *picture, hj_diags *diags);
bool hj_read_jpeg(hj_arena *arena, const void *bytes, size_t n, const char *file,
                  hj_picture *picture, hj_diags *diags);

/* ---- SVG ---- */
hj_matrix hj_matrix_multiply(const hj_matrix *first, const hj_matrix *then);

/* How a drawing is compiled. lenient: what cannot be drawn is told and left out, and there is still
 * a drawing; only a root that is none gives NULL. own_lines: the nodes' lines are lines of the file
 * that messages name. */
typedef struct hj_svg_manner {
    hj_fonts *fonts; /* NULL makes text an error */
    const hj_readings *readings;
    bool lenient, own_lines;
    /* For <image>: the picture named by uri; NULL when there is no such thing as reading. */
    const hj_picture *(*picture)(void *self, const char *uri, hj_place place, hj_diags *diags);
    void *self;
} hj_svg_manner;
/* Compiles the subset; NULL and diagnostics naming what is outside it. place is what messages name.
 * width, height: natural size. */
hj_svg *hj_svg_compile(const xmlNode *root, hj_place place, const hj_svg_manner *manner,
                       hj_arena *arena, hj_len *width, hj_len *height, hj_diags *diags);
void hj_svg_show(const hj_svg *svg, hj_canvas *canvas, hj_len x, hj_len y, hj_len w, hj_len h,
                 hj_arena *arena);

#endif
