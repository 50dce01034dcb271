/* Column widths: stated, in proportion, or from the content.
 *
 * From the content it takes two widths a column: the narrowest without overflow and the one on a
 * single line (CSS 2.1, 17.5.2.2, which XSL 1.1 refers to for table-layout="auto"). Columns get
 * between the two what the table's width allows, and a surplus in proportion to their widest. */
#include "layout/galley.h"

static hj_length width_of(const hj_table *table, int c)
{
    const hj_fo_node *column = table->column_fo[c];
    if (column && (column->own->column_width.kind == HJ_ABS ||
                   column->own->column_width.kind == HJ_PERCENT ||
                   column->own->column_width.kind == HJ_PROPORTIONAL))
        return column->own->column_width;
    if (table->fo->own->table_fixed)
        return (hj_length){HJ_PROPORTIONAL, 1000};
    return (hj_length){HJ_AUTO, 0};
}

typedef struct measured {
    hj_len *low, *high;
} measured;

/* Spreads what a spanning cell lacks over its columns, by their widest. */
static void spread(hj_len *w, const hj_len *by, int from, int n, hj_len wanted)
{
    int64_t have = 0, weight = 0;
    for (int c = from; c < from + n; c++) {
        have += w[c];
        weight += by[c] + 1;
    }
    int64_t lack = wanted - have, given = 0, seen = 0;
    if (lack <= 0)
        return;
    for (int c = from; c < from + n; c++) {
        seen += by[c] + 1;
        int64_t upto = lack * seen / weight;
        w[c] += (hj_len)(upto - given);
        given = upto;
    }
}

static void measure_cell(hj_lx *lx, const hj_table *table, const hj_cell *cell,
                         const hj_context *cx, hj_len *low, hj_len *high)
{
    *low = *high = 0;
    if (!cell->fo)
        return;
    hj_galley *scratch = hj_galley_new(lx, 0);
    hj_context inner = hj_context_for(scratch, cell->fo, cx);
    inner.tag = NULL;
    hj_block_widths(lx, scratch, cell->fo, &inner, low, high);
    hj_len edges = 0;
    for (int side = HJ_START; side <= HJ_END; side++) {
        edges += hj_length_resolve(cell->fo->own->padding[side], 0, 0);
        edges += table->collapse ? cell->half[side] : cell->fo->own->border[side].width;
    }
    edges += table->gap_x;
    *low += edges;
    *high += edges;
    if (cell->fo->own->width.kind == HJ_ABS) {
        if (cell->fo->own->width.value + edges > *low)
            *low = cell->fo->own->width.value + edges;
        *high = *low;
    }
    if (*high < *low)
        *high = *low;
}

/* One-column cells first, then spans add what they lack. */
static void measure(hj_lx *lx, const hj_table *table, const hj_context *cx, measured *m)
{
    for (int spans = 0; spans < 2; spans++)
        for (int p = 0; p < table->n_parts; p++) {
            const hj_table_part *part = &table->parts[p];
            for (int r = 0; r < part->n_rows; r++)
                for (int c = 0; c < table->n_columns; c++) {
                    const hj_cell *cell = part->rows[r].grid[c];
                    hj_len low, high;
                    if (cell->row != r || cell->column != c || (cell->columns > 1) != spans)
                        continue;
                    if (!spans && width_of(table, c).kind == HJ_ABS)
                        continue;
                    measure_cell(lx, table, cell, cx, &low, &high);
                    if (!spans) {
                        if (low > m->low[c])
                            m->low[c] = low;
                        if (high > m->high[c])
                            m->high[c] = high;
                    } else {
                        spread(m->low, m->high, c, cell->columns, low);
                        spread(m->high, m->high, c, cell->columns, high);
                    }
                }
        }
    for (int c = 0; c < table->n_columns; c++) {
        hj_length w = width_of(table, c);
        if (w.kind == HJ_ABS)
            m->low[c] = m->high[c] = w.value;
        else if (m->high[c] < m->low[c])
            m->high[c] = m->low[c];
    }
}

static measured new_measured(hj_lx *lx, const hj_table *table)
{
    measured m;
    m.low = HJ_ARRAY(lx->arena, (size_t)table->n_columns, hj_len);
    m.high = HJ_ARRAY(lx->arena, (size_t)table->n_columns, hj_len);
    return m;
}

void hj_columns_measure(hj_lx *lx, hj_table *table, const hj_context *cx, hj_len *minimum,
                        hj_len *maximum)
{
    measured m = new_measured(lx, table);
    measure(lx, table, cx, &m);
    *minimum = *maximum = 0;
    for (int c = 0; c < table->n_columns; c++) {
        *minimum += m.low[c];
        *maximum += m.high[c];
    }
}

/* total over the columns where weight is not 0, exactly. */
static void share(hj_len *w, const int64_t *weight, int n, int64_t total)
{
    int64_t sum = 0, seen = 0, given = 0;
    for (int c = 0; c < n; c++)
        sum += weight[c];
    for (int c = 0; c < n && sum > 0; c++) {
        seen += weight[c];
        int64_t upto = total * seen / sum;
        w[c] += (hj_len)(upto - given);
        given = upto;
    }
}

/* Too little room even for the narrowest: the widest columns give way, down to a common width, and
 * only their long words are broken; what runs off the page would be lost. */
static void squeeze(const hj_table *table, const hj_len *low, int64_t target)
{
    hj_len *w = table->column_w, least = 0, most = 0;
    for (int c = 0; c < table->n_columns; c++)
        if (width_of(table, c).kind == HJ_AUTO && low[c] > most)
            most = low[c];
    while (least + 1 < most) { /* the highest common width that fits */
        hj_len middle = least + (most - least) / 2;
        int64_t sum = 0;
        for (int c = 0; c < table->n_columns; c++)
            if (width_of(table, c).kind == HJ_AUTO)
                sum += low[c] < middle ? low[c] : middle;
        if (sum <= target)
            least = middle;
        else
            most = middle;
    }
    for (int c = 0; c < table->n_columns; c++)
        if (width_of(table, c).kind == HJ_AUTO)
            w[c] = low[c] < least ? low[c] : least;
}

void hj_columns(hj_lx *lx, hj_table *table, const hj_context *cx, hj_len available)
{
    int n = table->n_columns;
    hj_len *w = table->column_w;
    int64_t *weight = HJ_ARRAY(lx->arena, (size_t)n, int64_t);
    int64_t *surplus = HJ_ARRAY(lx->arena, (size_t)n, int64_t);
    int64_t rest = available, low = 0, high = 0;
    bool automatic = false, proportional = false;
    bool definite = table->fo->own->width.kind != HJ_AUTO || table->fo->own->table_fixed;
    int64_t room = rest;
    for (int c = 0; c < n; c++) {
        hj_length spec = width_of(table, c);
        if (spec.kind == HJ_AUTO)
            automatic = true;
        if (spec.kind == HJ_PROPORTIONAL) {
            proportional = true;
            weight[c] = spec.value;
        } else if (spec.kind != HJ_AUTO) {
            w[c] = spec.kind == HJ_ABS ? spec.value : (hj_len)(room * spec.value / 100000);
            rest -= w[c];
        }
    }
    if (automatic) {
        measured m = new_measured(lx, table);
        measure(lx, table, cx, &m);
        for (int c = 0; c < n; c++) {
            if (width_of(table, c).kind != HJ_AUTO)
                continue;
            low += m.low[c];
            high += m.high[c];
            surplus[c] = m.high[c] + 1;
            weight[c] = 0;
        }
        int64_t target = definite && !proportional ? rest : rest < high ? rest : high;
        for (int c = 0; c < n; c++) {
            if (width_of(table, c).kind != HJ_AUTO)
                continue;
            w[c] = target >= high ? m.high[c] : m.low[c];
            rest -= w[c];
            if (target < high)
                surplus[c] = target > low ? m.high[c] - m.low[c] : 0;
        }
        int64_t extra = target - (target >= high ? high : low);
        if (extra < -1000 && target > 0) {
            hj_warning(lx->diags, "HJ-LAYOUT-017", hj_fo_at(table->fo, lx->diags),
                       "the columns need %d pt and the table has %d pt",
                       (int)((available - target + low) / 1000), available / 1000);
            squeeze(table, m.low, target);
        } else if (extra > 0) {
            share(w, surplus, n, extra);
            rest -= extra;
        }
    }
    if (proportional)
        share(w, weight, n, rest > 0 ? rest : 0);
    hj_len x = 0;
    for (int c = 0; c < n; c++) {
        table->column_x[c] = x;
        x += w[c];
    }
    table->column_x[n] = x;
    table->width = x;
    if (x > available + 1000) {
        hj_warning(lx->diags, "HJ-LAYOUT-017", hj_fo_at(table->fo, lx->diags),
                   "the columns need %d pt and the table has %d pt", x / 1000, available / 1000);
    } else if (definite && x < available) {
        table->width = available;
    }
}
