/* Bars and lines: what bars.c and line.c share. All lengths in 1/1000 pt from the drawing's
 * corner. */
#ifndef HJ_DIAGRAM_XY_H
#define HJ_DIAGRAM_XY_H

#include "diagram/internal.h"

typedef struct hj_xy {
    hj_draw *w;
    const hj_diagram *d;
    double low, high; /* of the data (sums where stacked), nought included where it must be */
    bool any; /* there is at least one value */
    bool missing; /* some are not there */
    double unit; /* what labels count in: 1, million, billion */
    const char *unit_word; /* "mill.", or NULL */
    int decimals; /* of value labels */
    double top; /* where what is below the title begins */
} hj_xy;

void hj_xy_cell(hj_xy *x, int row, int column); /* of the table: row 0 is the head */
const char *hj_xy_value(hj_xy *x, double v); /* a label at a mark: no unit but % */
const char *hj_xy_tick(hj_xy *x, const hj_scale *scale, int i);
const char *hj_xy_row_name(const hj_diagram *d, int row, hj_arena *arena);
/* Draws what the numbers are, and, with keys, a swatch and name for each series (swatches: NULL
 * when they are named in the drawing), and a cross when cross: "missing". Moves x->top down. */
void hj_xy_key(hj_xy *x, void (*swatch)(hj_xy *x, int series, double at, double middle),
               double swatch_width, bool cross);
void hj_xy_cross(hj_draw *w, double x, double y, hj_color color);
/* The width that tick labels need. */
double hj_xy_ticks_width(hj_xy *x, const hj_scale *scale);

void hj_bars_draw(hj_xy *x);
void hj_line_draw(hj_xy *x);

/* Boxes already taken by labels: what would overlap is not set. */
typedef struct hj_taken {
    double (*boxes)[4];
    int n, cap;
} hj_taken;
bool hj_take(hj_taken *taken, hj_arena *arena, double x0, double y0, double x1, double y1);

#endif
