/* What the SVG files share: svg.c (elements, text), style.c (properties), path.c (geometry),
 * show.c (drawing). Lengths are user units until show.c turns them into 1/1000 pt. */
#ifndef HJ_PAINT_SVG_H
#define HJ_PAINT_SVG_H

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

/* ---- style.c ---- */
typedef enum { HJ_ANCHOR_START, HJ_ANCHOR_MIDDLE, HJ_ANCHOR_END } hj_anchor;
typedef enum { HJ_LINE_ALPHABETIC, HJ_LINE_MIDDLE, HJ_LINE_CENTRAL } hj_text_line;

typedef struct hj_svg_style {
    hj_color fill, stroke, color; /* AA 0: none; the alpha of rgba() stays in AA */
    double fill_opacity, stroke_opacity;
    bool fill_is_color, stroke_is_color; /* currentColor */
    bool even_odd, hidden;
    hj_stroke pen; /* n_dash 0: solid */
    const char *family;
    double size, letter_spacing;
    int weight;
    bool italic, preserve_space;
    hj_anchor anchor;
    hj_text_line line;
    /* not inherited: */
    double opacity;
    bool absent; /* display: none */
} hj_svg_style;

extern const hj_svg_style hj_svg_initial;

/* Sets one property. NULL when done; else what is wrong with it, a translatable text with one %s
 * for the value. known is false when there is no such property. */
const char *hj_svg_set(hj_svg_style *style, const hj_svg_style *parent, const char *name,
                       const char *value, hj_arena *arena, bool *known);
/* A length in user units; percent is refused. False for anything else. */
bool hj_svg_length(const char *text, double em, double *out);
bool hj_svg_transform(const char *text, hj_matrix *out);
bool hj_svg_color(const char *text, hj_color *out, bool *current);

/* ---- the display list ---- */
typedef enum { HJ_SVG_FILL, HJ_SVG_STROKE, HJ_SVG_TEXT } hj_svg_kind;
typedef struct hj_svg_op {
    hj_svg_kind kind;
    hj_matrix matrix; /* to the root's user space */
    hj_color color;
    hj_path path;
    bool even_odd;
    hj_stroke pen;
    const hj_run *run;
    double x, y, size, letter_spacing;
    struct hj_svg_op *next;
} hj_svg_op;

struct hj_svg {
    hj_svg_op *first, *last;
    double box[4]; /* viewBox: x, y, width, height */
    bool stretch, slice; /* preserveAspectRatio: none, slice */
    double align_x, align_y; /* 0, 0.5, 1 */
};

#endif
