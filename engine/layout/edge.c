/* Collapsed table borders (XSL 1.1, 6.7.10; CSS 2.1, 17.6.2): who wins, and the lines drawn.
 *
 * On a page the rows stand as strips, header and footer among them. Where two strips meet, each
 * column's stretch of line is decided anew, so that the first row under a repeated header gets the
 * border it shares with that header. Lines lie on the grid: half of an outer border stands outside
 * the table, as in FOP. Equal stretches are drawn as one line. */
#include "layout/run.h"

static int rank(hj_border_style style)
{
    switch (style) {
    case HJ_BORDER_DOUBLE: return 4;
    case HJ_BORDER_SOLID: return 3;
    case HJ_BORDER_DASHED: return 2;
    case HJ_BORDER_DOTTED: return 1;
    default: return 0;
    }
}

const hj_border *hj_edge_stronger(const hj_border *a, const hj_border *b)
{
    if (!a || !b)
        return a ? a : b;
    if (a->style == HJ_BORDER_HIDDEN || b->style == HJ_BORDER_HIDDEN)
        return a->style == HJ_BORDER_HIDDEN ? a : b;
    if (a->width != b->width)
        return a->width > b->width ? a : b;
    return rank(b->style) > rank(a->style) ? b : a;
}

static bool drawn(const hj_border *b)
{
    return b && b->style > HJ_BORDER_HIDDEN && b->width > 0;
}

static bool alike(const hj_border *a, const hj_border *b)
{
    return a && b && a->width == b->width && a->style == b->style && a->color == b->color;
}

static void line(hj_placer *p, const hj_fo_node *fo, const hj_border *b, hj_len x, hj_len y,
                 hj_len w, hj_len h)
{
    hj_area *area = hj_place_area(p, HJ_AREA_RULE, fo);
    area->x = x;
    area->y = y;
    area->w = w;
    area->h = h;
    area->color = b->color;
    area->u.rule.thickness = b->width;
    area->u.rule.style = b->style;
}

/* The edge between the strips above and below in column c; NULL strips are the ends of what stands
 * on the page, where the table's own border is seen again if it is retained. */
static const hj_border *across(const hj_table *table, const hj_strip *above, const hj_strip *below,
                               int c)
{
    const hj_cell *up = above ? above->row->grid[c] : NULL;
    const hj_cell *down = below ? below->row->grid[c] : NULL;
    if (up && up == down)
        return NULL; /* inside a span */
    const hj_border *a = up && !above->cut_bottom ? up->edge[HJ_AFTER] : NULL;
    const hj_border *b = down && !below->cut_top ? down->edge[HJ_BEFORE] : NULL;
    const hj_border *outer = table->fo->own->border;
    if (!above && outer[HJ_BEFORE].retain)
        b = hj_edge_stronger(b, &outer[HJ_BEFORE]);
    if (!below && outer[HJ_AFTER].retain)
        a = hj_edge_stronger(a, &outer[HJ_AFTER]);
    return hj_edge_stronger(a, b);
}

/* The edge before column c in a strip. */
static const hj_border *along(const hj_table *table, const hj_strip *s, int c)
{
    const hj_cell *left = c > 0 ? s->row->grid[c - 1] : NULL;
    const hj_cell *right = c < table->n_columns ? s->row->grid[c] : NULL;
    if (left && left == right)
        return NULL;
    return hj_edge_stronger(left ? left->edge[HJ_END] : NULL, right ? right->edge[HJ_START] : NULL);
}

static hj_len half_of_edge(const hj_table *table, const hj_strip *strips, int n, int i, int c)
{
    const hj_border *widest = NULL;
    for (int s = i - 1; s <= i; s++) {
        if (s < 0 || s >= n)
            continue;
        const hj_border *b = along(table, &strips[s], c);
        if (drawn(b) && (!widest || b->width > widest->width))
            widest = b;
    }
    return widest ? widest->width / 2 : 0;
}

void hj_place_edges(hj_placer *p, const hj_table *table, hj_len x, const hj_strip *strips, int n)
{
    if (!strips || n <= 0)
        return;
    for (int i = 0; i <= n; i++) {
        const hj_strip *above = i > 0 ? &strips[i - 1] : NULL;
        const hj_strip *below = i < n ? &strips[i] : NULL;
        hj_len y = below ? below->top : above ? above->bottom : 0;
        for (int c = 0; c < table->n_columns;) {
            const hj_border *b = across(table, above, below, c);
            int end = c + 1;
            if (!drawn(b)) {
                c = end;
                continue;
            }
            while (end < table->n_columns && alike(b, across(table, above, below, end)))
                end++;
            /* Lines reach to the outer side of the lines they meet, so that corners are whole. */
            hj_len left = table->column_x[c] - half_of_edge(table, strips, n, i, c);
            hj_len right = table->column_x[end - 1] + table->column_w[end - 1] +
                           half_of_edge(table, strips, n, i, end);
            line(p, table->fo, b, x + left, y, right - left, 0);
            c = end;
        }
    }
    for (int c = 0; c <= table->n_columns; c++) {
        hj_len at = c < table->n_columns ? table->column_x[c]
                                         : table->column_x[c - 1] + table->column_w[c - 1];
        for (int i = 0; i < n;) {
            const hj_border *b = along(table, &strips[i], c);
            int end = i + 1;
            if (!drawn(b)) {
                i = end;
                continue;
            }
            while (end < n && strips[end].top == strips[end - 1].bottom &&
                   alike(b, along(table, &strips[end], c)))
                end++;
            line(p, table->fo, b, x + at, strips[i].top, 0, strips[end - 1].bottom - strips[i].top);
            i = end;
        }
    }
}
