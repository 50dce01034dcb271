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

/* ---- what each cell asks for, and what it gives up of its room ---- */
static const hj_border *ask(const hj_border *a, const hj_fo_node *fo, int side)
{
    return fo ? hj_edge_stronger(a, &fo->own->border[side]) : a;
}

static void ask_edges(const hj_table *table, const hj_table_part *part, hj_cell *cell,
                      bool first, bool last)
{
    const hj_row *top = &part->rows[cell->row];
    const hj_row *bottom = &part->rows[cell->row + cell->rows - 1];
    bool at_start = cell->column == 0, at_end = cell->column + cell->columns == table->n_columns;
    for (int side = 0; side < 4; side++) {
        const hj_row *row = side == HJ_AFTER ? bottom : top;
        const hj_fo_node *column = table->column_fo[side == HJ_END
                                                        ? cell->column + cell->columns - 1
                                                        : cell->column];
        bool across = side == HJ_BEFORE || side == HJ_AFTER;
        bool outer = side == HJ_START ? at_start : at_end;
        bool part_edge = side == HJ_BEFORE ? cell->row == 0
                         : side == HJ_AFTER ? cell->row + cell->rows == part->n_rows : outer;
        bool table_edge = side == HJ_BEFORE ? part_edge && first
                          : side == HJ_AFTER ? part_edge && last : outer;
        const hj_border *edge = ask(NULL, cell->fo, side);
        if (across || outer)
            edge = ask(edge, row->fo, side);
        if (part_edge)
            edge = ask(edge, part->fo, side);
        if (!across || table_edge)
            edge = ask(edge, column, side);
        if (table_edge)
            edge = ask(edge, table->fo, side);
        cell->edge[side] = edge;
    }
}

static void widen(hj_len *width, const hj_border *a, const hj_border *b)
{
    const hj_border *edge = hj_edge_stronger(a, b);
    if (edge && edge->width > *width)
        *width = edge->width;
}

/* Half the collapsed border on each side, of the widest where a side meets several cells. */
static void insets(const hj_table *table, const hj_row *above, const hj_row *below, hj_cell *cell,
                   const hj_row *rows)
{
    hj_len before = 0, after = 0, start = 0, end = 0;
    int next = cell->column + cell->columns;
    for (int c = cell->column; c < next; c++) {
        widen(&before, above ? above->grid[c]->edge[HJ_AFTER] : NULL, cell->edge[HJ_BEFORE]);
        widen(&after, cell->edge[HJ_AFTER], below ? below->grid[c]->edge[HJ_BEFORE] : NULL);
    }
    for (int r = 0; r < cell->rows; r++) {
        const hj_cell *left = cell->column ? rows[r].grid[cell->column - 1] : NULL;
        const hj_cell *right = next < table->n_columns ? rows[r].grid[next] : NULL;
        widen(&start, left ? left->edge[HJ_END] : NULL, cell->edge[HJ_START]);
        widen(&end, cell->edge[HJ_END], right ? right->edge[HJ_START] : NULL);
    }
    cell->half[HJ_BEFORE] = before / 2;
    cell->half[HJ_AFTER] = after - after / 2;
    cell->half[HJ_START] = start / 2;
    cell->half[HJ_END] = end - end / 2;
}

/* The parts in the order they stand: header, bodies, footer. */
static const hj_table_part *in_order(const hj_table *table, int i)
{
    return &table->parts[i == 0 ? 0 : i == table->n_parts - 1 ? 1 : i + 1];
}

static const hj_row *row_after(const hj_table *table, int i)
{
    while (++i < table->n_parts)
        if (in_order(table, i)->n_rows)
            return &in_order(table, i)->rows[0];
    return NULL;
}

void hj_edges_resolve(hj_table *table)
{
    int first = table->parts[0].n_rows ? 0 : 2, last = table->parts[1].n_rows ? 1
                                                                             : table->n_parts - 1;
    while (first > 1 && first < table->n_parts && !table->parts[first].n_rows)
        first++;
    while (last > 1 && !table->parts[last].n_rows)
        last--;
    for (int p = 0; p < table->n_parts; p++) {
        hj_table_part *part = &table->parts[p];
        for (int r = 0; r < part->n_rows; r++)
            for (int c = 0; c < table->n_columns; c++) {
                hj_cell *cell = part->rows[r].grid[c];
                if (cell->row == r && cell->column == c)
                    ask_edges(table, part, cell, p == first, p == last);
            }
    }
    const hj_row *above = NULL;
    for (int i = 0; i < table->n_parts; i++) {
        const hj_table_part *part = in_order(table, i);
        for (int r = 0; r < part->n_rows; r++) {
            const hj_row *row = &part->rows[r];
            for (int c = 0; c < table->n_columns; c++) {
                hj_cell *cell = row->grid[c];
                if (cell->row != r || cell->column != c)
                    continue;
                int next = r + cell->rows;
                insets(table, above, next < part->n_rows ? &part->rows[next] : row_after(table, i),
                       cell, row);
            }
            above = row;
        }
    }
}

/* The half of a cell's border where a page begins or ends with it, less the usual half: there it
 * meets the repeated header or footer, or nothing. */
static hj_len half_at_break(const hj_table *table, const hj_cell *cell, int side)
{
    const hj_table_part *part = &table->parts[side == HJ_BEFORE ? 0 : 1];
    bool repeated = table->ends[side == HJ_BEFORE ? HJ_TABLE_HEAD : HJ_TABLE_FOOT].repeat;
    const hj_border *own = cell->edge[side];
    hj_len widest = 0;
    if (!repeated && table->fo->own->border[side].retain)
        own = hj_edge_stronger(own, &table->fo->own->border[side]);
    for (int c = cell->column; c < cell->column + cell->columns; c++) {
        const hj_border *edge = own;
        if (repeated && side == HJ_BEFORE)
            edge = hj_edge_stronger(part->rows[part->n_rows - 1].grid[c]->edge[HJ_AFTER], own);
        else if (repeated)
            edge = hj_edge_stronger(own, part->rows[0].grid[c]->edge[HJ_BEFORE]);
        if (edge && edge->width > widest)
            widest = edge->width;
    }
    return (side == HJ_BEFORE ? widest / 2 : widest - widest / 2) - cell->half[side];
}

void hj_edges_at_breaks(const hj_table *table, hj_cell *cell)
{
    cell->lead = half_at_break(table, cell, HJ_BEFORE);
    cell->trail = half_at_break(table, cell, HJ_AFTER);
    if (table->ends[HJ_TABLE_HEAD].repeat)
        cell->retain_before += cell->half[HJ_BEFORE] + cell->lead;
    if (table->ends[HJ_TABLE_FOOT].repeat)
        cell->retain_after += cell->half[HJ_AFTER] + cell->trail;
}

/* ---- the lines drawn ---- */
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
