/* What the SVG files share: svg.c (the tree), svgtext.c, svgpaint.c (gradients, clip paths,
 * markers), sheet.c (style sheets), style.c (properties), path.c (geometry), show.c (drawing).
 * Lengths are user units until show.c turns them into 1/1000 pt. */
#ifndef HJ_PAINT_SVG_H
#define HJ_PAINT_SVG_H

#include "base/element.h"
#include "paint/internal.h"

/* ---- scanning: numbers without the locale ---- */
typedef struct hj_scan {
    const char *p;
} hj_scan;
void hj_scan_space(hj_scan *s); /* white space */
void hj_scan_comma(hj_scan *s); /* white space with at most one comma */
bool hj_scan_number(hj_scan *s, double *out);
bool hj_scan_flag(hj_scan *s, bool *out); /* one digit, 0 or 1 */

/* ---- path.c ---- */
typedef struct hj_pen { /* a path being drawn; memory is malloc, hj_pen_take moves it to an arena */
    uint8_t *ops;
    double *xy;
    size_t n_ops, n_xy, cap_ops, cap_xy;
} hj_pen;
void hj_pen_move(hj_pen *pen, double x, double y);
void hj_pen_line(hj_pen *pen, double x, double y);
void hj_pen_curve(hj_pen *pen, double x1, double y1, double x2, double y2, double x, double y);
void hj_pen_close(hj_pen *pen);
void hj_pen_ellipse(hj_pen *pen, double cx, double cy, double rx, double ry);
void hj_pen_rectangle(hj_pen *pen, double x, double y, double w, double h, double rx, double ry);
/* SVG path data; false at the first fault, *fault then points at it. */
bool hj_pen_data(hj_pen *pen, const char *data, const char **fault);
hj_path hj_pen_take(hj_pen *pen, hj_arena *arena);
size_t hj_path_points(const hj_path *path); /* how many pairs xy holds */
/* The smallest upright box around the path: x, y, width, height. False when it has no points. */
bool hj_path_box(const hj_path *path, double box[4]);
/* path through m, and in the other direction when that makes its area positive. In arena. */
hj_path hj_path_through(const hj_path *path, const hj_matrix *m, hj_arena *arena);
hj_path hj_path_upright(const hj_path *path, hj_arena *arena);

/* ---- style.c ---- */
typedef enum { HJ_ANCHOR_START, HJ_ANCHOR_MIDDLE, HJ_ANCHOR_END } hj_anchor;
typedef enum { HJ_LINE_ALPHABETIC, HJ_LINE_MIDDLE, HJ_LINE_CENTRAL, HJ_LINE_HANGING,
               HJ_LINE_BEFORE, HJ_LINE_AFTER } hj_text_line;

typedef struct hj_svg_style {
    hj_color fill, stroke, color; /* AA 0: none; the alpha of rgba() stays in AA */
    const char *fill_ref, *stroke_ref; /* id of a gradient, before the colour; NULL: plain */
    double fill_opacity, stroke_opacity;
    bool fill_is_color, stroke_is_color; /* currentColor */
    bool even_odd, clip_even_odd, hidden;
    hj_stroke pen; /* n_dash 0: solid */
    const char *marker[3]; /* id for start, middle, end; NULL */
    const char *family;
    double size, letter_spacing;
    int weight;
    bool italic, preserve_space;
    hj_anchor anchor;
    hj_text_line line;
    uint8_t decoration; /* as HJ_DECORATION_… */
    /* not inherited: */
    double opacity;
    const char *clip; /* id; NULL */
    bool absent; /* display: none */
    bool shown_over; /* overflow: visible */
    hj_color stop_color;
    double stop_opacity;
    bool stop_is_color;
} hj_svg_style;

extern const hj_svg_style hj_svg_initial;

/* Sets one property. NULL when done; else what is wrong with it, a translatable text with one %s
 * for the value. known is false when there is no such property. */
const char *hj_svg_set(hj_svg_style *style, const hj_svg_style *parent, const char *name,
                       const char *value, hj_arena *arena, bool *known);
/* A length in user units; percent is of whole, and refused when that is negative. False for
 * anything else. */
bool hj_svg_length(const char *text, double em, double whole, double *out);
bool hj_svg_transform(const char *text, hj_matrix *out);
bool hj_svg_color(const char *text, hj_color *out, bool *current);

/* ---- sheet.c ---- */
typedef struct hj_sheet hj_sheet;

/* ---- the display list ---- */
typedef enum { HJ_SVG_FILL, HJ_SVG_STROKE, HJ_SVG_TEXT, HJ_SVG_IMAGE,
               HJ_SVG_CLIP, HJ_SVG_GROUP, /* until the END of the same depth */
               HJ_SVG_END, HJ_SVG_END_GROUP } hj_svg_kind;
typedef struct hj_svg_op {
    hj_svg_kind kind;
    hj_matrix matrix; /* to the root's user space */
    hj_color color; /* GROUP: its alpha is the opacity */
    const hj_shade *shade; /* FILL, STROKE: instead of color; NULL. In the op's user space */
    hj_path path;
    bool even_odd;
    hj_stroke pen;
    const hj_run *run;
    const hj_raster *raster;
    double x, y, w, h, size, letter_spacing;
    struct hj_svg_op *next;
} hj_svg_op;

/* How a view box lies in a box. */
typedef struct hj_aspect {
    bool stretch, slice; /* preserveAspectRatio: none, slice */
    double align_x, align_y; /* 0, 0.5, 1 */
} hj_aspect;
/* From view (x, y, width, height) to box. */
hj_matrix hj_aspect_fit(const hj_aspect *aspect, const double view[4], const double box[4]);

struct hj_svg {
    hj_svg_op *first, *last;
    double box[4]; /* viewBox: x, y, width, height */
    hj_aspect aspect;
};

/* ---- the reader (svg.c) ---- */
typedef struct hj_reader {
    hj_arena *arena;
    const hj_svg_manner *manner;
    hj_diags *diags;
    hj_place place; /* what a message names when the element does not know better */
    const char *lang;
    const xmlNode *root;
    const xmlNode **ids; /* elements that have an id, by its hash; n_ids is a power of two */
    size_t n_ids;
    const hj_sheet *sheet;
    hj_svg *svg;
    double view[2]; /* width and height of the nearest viewport: what percentages are of */
    int elements, depth, uses, states, errors; /* states: groups and clips that are open */
} hj_reader;

enum { HJ_SVG_DEPTH = 128, HJ_SVG_USES = 16,
       HJ_SVG_STATES = 16 }; /* of the 28 that a PDF/A may nest, ISO 19005-2, 6.1.13 */
enum { HJ_OF_WIDTH, HJ_OF_HEIGHT, HJ_OF_BOTH }; /* what a percentage is of */

bool hj_svg_is(const xmlNode *node, const char *name);
const char *hj_svg_href(const xmlNode *node); /* href or xlink:href; NULL */
/* name stands in a list written as |a|b|. */
bool hj_svg_listed(const char *list, const char *name);
hj_place hj_svg_place(const hj_reader *r, const xmlNode *node);
void hj_svg_fault(hj_reader *r, const xmlNode *node, const char *what, const char *value);
void hj_svg_wrong(hj_reader *r, const xmlNode *node, const char *attribute, const char *value);
double hj_svg_number(hj_reader *r, const xmlNode *node, const char *name, double em, int of,
                     double fallback);
/* The first element of that id; NULL. */
const xmlNode *hj_svg_find(hj_reader *r, const char *id);
hj_svg_style hj_svg_style_of(hj_reader *r, const xmlNode *node, const hj_svg_style *parent);
hj_matrix hj_svg_matrix_of(hj_reader *r, const xmlNode *node, const char *name,
                           const hj_matrix *parent);
bool hj_svg_view_box(const xmlNode *node, double box[4]);
hj_aspect hj_svg_aspect(hj_reader *r, const xmlNode *node);
hj_svg_op *hj_svg_add(hj_reader *r, hj_svg_kind kind, const hj_matrix *matrix, hj_color color);
/* Room for one more group or clip; a fault when there is none, and it is then left out. */
bool hj_svg_begin(hj_reader *r, const xmlNode *node);
void hj_svg_end(hj_reader *r, const hj_matrix *matrix, hj_svg_kind kind);
bool hj_svg_add_clip(hj_reader *r, const xmlNode *node, const hj_matrix *matrix,
                     const double box[4]);
hj_color hj_svg_faded(hj_color color, double opacity);
/* The path of a basic shape; false when node is none. */
bool hj_svg_shape(hj_reader *r, const xmlNode *node, const hj_svg_style *style, hj_path *path);
void hj_svg_children(hj_reader *r, const xmlNode *node, const hj_svg_style *style,
                     const hj_matrix *matrix);

/* "a: b; c: d", and the sheet's rules for node. */
void hj_svg_declarations(hj_reader *r, const xmlNode *node, hj_svg_style *style,
                         const hj_svg_style *parent, const char *text);
const hj_sheet *hj_sheet_read(hj_reader *r, const xmlNode *root);
/* Early: only font-size, font and color, which others look at. */
void hj_sheet_apply(hj_reader *r, const xmlNode *node, hj_svg_style *style,
                    const hj_svg_style *parent);

/* ---- svgtext.c ---- */
void hj_svg_text(hj_reader *r, const xmlNode *node, const hj_svg_style *style,
                 const hj_matrix *matrix);

/* ---- svgpaint.c ---- */
/* What paints box: false when nothing does. *shade is NULL when it is a plain colour, *color. */
bool hj_svg_paint(hj_reader *r, const xmlNode *node, const char *ref, hj_color plain,
                  double opacity, const double box[4], hj_color *color, const hj_shade **shade);
/* Fills path with the pattern of that id; false when there is no such pattern. */
bool hj_svg_pattern(hj_reader *r, const xmlNode *node, const char *ref, const hj_path *path,
                    bool even_odd, const double box[4], const hj_matrix *matrix);
/* Begins to cut by style->clip; false when nothing is left to see or it cannot be done. An END
 * must follow when true. box NULL: not known. */
bool hj_svg_clip(hj_reader *r, const xmlNode *node, const hj_svg_style *style,
                 const hj_matrix *matrix, const double *box);
void hj_svg_markers(hj_reader *r, const xmlNode *node, const hj_svg_style *style,
                    const hj_path *path, const hj_matrix *matrix);

#endif
