/* paint/ inside: what its files share.
 *
 * walk.c      areas -> canvas calls
 * pictures.c  the store: where pictures may be read from, what is kept
 * raster.c    PNG and JPEG
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
    hj_len width, height; /* intrinsic */
    const hj_raster *raster; /* or */
    const hj_svg *svg;
} hj_picture;

/* The picture named by uri, from the store. NULL and a diagnostic when it cannot be used. */
const hj_picture *hj_pictures_get(hj_pictures *pictures, const char *uri, hj_place place,
                                  hj_diags *diags);
hj_fonts *hj_pictures_fonts(hj_pictures *pictures);

/* raster.c: bytes live as long as the raster. file names the picture in messages. */
hj_raster *hj_read_png(hj_arena *arena, const void *bytes, size_t n, const char *file,
                       hj_len *width, hj_len *height, hj_diags *diags);
hj_raster *hj_read_jpeg(hj_arena *arena, const void *bytes, size_t n, const char *file,
                        hj_len *width, hj_len *height, hj_diags *diags);
/* The pixels of a JPEG that is otherwise passed through; NULL when it is broken. */
const uint8_t *hj_jpeg_pixels(const hj_raster *raster, hj_arena *arena);

/* ---- SVG ---- */
hj_matrix hj_matrix_multiply(const hj_matrix *first, const hj_matrix *then);

/* Reads only the size of the outermost element. False and a diagnostic when it is no SVG. */
bool hj_svg_measure(const xmlNode *root, hj_place place, hj_len *width, hj_len *height,
                    hj_diags *diags);
/* Compiles the subset; NULL and diagnostics naming what is outside it. place is what messages name;
 * own_lines: the nodes' lines are lines of place.file. */
hj_svg *hj_svg_compile(const xmlNode *root, hj_place place, bool own_lines, hj_fonts *fonts,
                       hj_arena *arena, hj_diags *diags);
void hj_svg_show(const hj_svg *svg, hj_canvas *canvas, hj_len x, hj_len y, hj_len w, hj_len h,
                 hj_arena *arena);

#endif
