/* fo:table: the grid, its cells laid out, and its rows as groups in the galley.
 *
 * The hard idea: rows that share a spanning cell are one group, and nothing outside row.c knows
 * about spans. A table is an open box whose edges at a page boundary are its repeated header and
 * footer; between two groups there is an ordinary break opportunity. */
#include <string.h>

#include "layout/galley.h"
#include "layout/run.h"

#define MAX_COLUMNS 1000
#define MAX_ROWS 200000

/* ---- the grid ---- */
typedef struct builder {
    hj_lx *lx;
    hj_table *table;
    hj_table_part *part;
    hj_cell **covering; /* by column: a cell from above that still covers it … */
    int *left; /* … for so many rows */
    int next; /* the column after the last cell of this row */
} builder;

static hj_row *add_row(builder *b, const hj_fo_node *fo)
{
    hj_table_part *part = b->part;
    if (part->n_rows == part->cap_rows) {
        part->cap_rows = part->cap_rows ? part->cap_rows * 2 : 16;
        hj_row *more = HJ_ARRAY(b->lx->arena, (size_t)part->cap_rows, hj_row);
        if (part->n_rows)
            memcpy(more, part->rows, (size_t)part->n_rows * sizeof *more);
        part->rows = more;
    }
    hj_row *row = &part->rows[part->n_rows++];
    row->fo = fo;
    row->part = part->fo;
    b->next = 0;
    row->grid = HJ_ARRAY(b->lx->arena, (size_t)b->table->n_columns, hj_cell *);
    for (int c = 0; c < b->table->n_columns; c++) {
        if (b->left[c] > 0) {
            row->grid[c] = b->covering[c];
            b->left[c]--;
        }
    }
    return row;
}

/* Without a column-number a cell follows the one before it, past what spans from above (XSL 1.1,
 * 7.28.8). */
static void add_cell(builder *b, hj_row *row, const hj_fo_node *fo)
{
    int n = b->table->n_columns, column = fo->own->column_number - 1;
    if (column < 0)
        for (column = b->next; column < n && row->grid[column]; column++)
            ;
    int columns = fo->own->columns_spanned > 0 ? fo->own->columns_spanned : 1;
    int rows = fo->own->rows_spanned > 0 ? fo->own->rows_spanned : 1;
    if (column >= n) {
        hj_error(b->lx->diags, "HJ-LAYOUT-010", hj_fo_at(fo, b->lx->diags),
                 "the cell has no column left: the table has %d", n);
        return;
    }
    if (column + columns > n) {
        hj_error(b->lx->diags, "HJ-LAYOUT-011", hj_fo_at(fo, b->lx->diags),
                 "the cell spans columns %d to %d of a table with %d", column + 1,
                 column + columns, n);
        columns = n - column;
    }
    hj_cell *cell = HJ_NEW(b->lx->arena, hj_cell);
    cell->fo = fo;
    cell->row = b->part->n_rows - 1;
    cell->column = column;
    cell->columns = columns;
    cell->rows = rows;
    b->next = column + columns;
    for (int c = column; c < column + columns; c++) {
        if (row->grid[c]) {
            hj_error(b->lx->diags, "HJ-LAYOUT-012", hj_fo_at(fo, b->lx->diags),
                     "two cells want column %d of the same row", c + 1);
            cell->columns = c - column;
            break;
        }
        row->grid[c] = cell;
        if (rows > 1) {
            b->covering[c] = cell;
            b->left[c] = rows - 1;
        }
    }
}

static void build_part(builder *b, const hj_fo_node *part)
{
    hj_row *row = NULL;
    bool ended = false;
    for (const hj_fo_node *child = part->first; child; child = child->next) {
        if (b->part->n_rows >= MAX_ROWS) {
            hj_error(b->lx->diags, "HJ-LAYOUT-013", hj_fo_at(child, b->lx->diags),
                     "the table has more than %d rows", MAX_ROWS);
            break;
        }
        switch (child->type) {
        case HJ_FO_MARKER: break;
        case HJ_FO_TABLE_ROW:
            row = add_row(b, child);
            for (const hj_fo_node *cell = child->first; cell; cell = cell->next) {
                if (cell->type == HJ_FO_TABLE_CELL)
                    add_cell(b, row, cell);
                else if (cell->type != HJ_FO_MARKER)
                    hj_refuse(b->lx, cell);
            }
            row = NULL;
            break;
        case HJ_FO_TABLE_CELL:
            if (!row || child->own->starts_row || ended)
                row = add_row(b, NULL);
            add_cell(b, row, child);
            ended = child->own->ends_row;
            break;
        default: hj_refuse(b->lx, child); break;
        }
    }
    /* A span that reaches past the part ends with it. */
    for (int c = 0; c < b->table->n_columns; c++) {
        if (b->left[c] > 0 && b->covering[c]) {
            hj_warning(b->lx->diags, "HJ-LAYOUT-014", hj_fo_at(b->covering[c]->fo, b->lx->diags),
                       "the cell spans more rows than %s has left", hj_fo_type_name(part->type));
            b->covering[c]->rows = b->part->n_rows - b->covering[c]->row;
        }
        b->left[c] = 0;
    }
    /* Places no cell fills are empty cells: the structure must be regular. */
    for (int r = 0; r < b->part->n_rows; r++) {
        hj_row *at = &b->part->rows[r];
        for (int c = 0; c < b->table->n_columns; c++) {
            if (at->grid[c])
                continue;
            hj_cell *cell = HJ_NEW(b->lx->arena, hj_cell);
            cell->row = r;
            cell->column = c;
            cell->rows = 1;
            for (; c < b->table->n_columns && !at->grid[c]; c++) {
                at->grid[c] = cell;
                cell->columns++;
            }
            c--;
        }
    }
}

/* How many columns the cells of a part need. */
static int part_columns(const hj_fo_node *part)
{
    int most = 0, at = 0;
    for (const hj_fo_node *child = part->first; child; child = child->next) {
        if (child->type == HJ_FO_TABLE_ROW) {
            at = 0;
            for (const hj_fo_node *cell = child->first; cell; cell = cell->next) {
                if (cell->type != HJ_FO_TABLE_CELL)
                    continue;
                if (cell->own->column_number > 0)
                    at = cell->own->column_number - 1;
                at += cell->own->columns_spanned > 0 ? cell->own->columns_spanned : 1;
                if (at > most)
                    most = at;
            }
        } else if (child->type == HJ_FO_TABLE_CELL) {
            if (child->own->starts_row)
                at = 0;
            if (child->own->column_number > 0)
                at = child->own->column_number - 1;
            at += child->own->columns_spanned > 0 ? child->own->columns_spanned : 1;
            if (at > most)
                most = at;
            if (child->own->ends_row)
                at = 0;
        }
    }
    return most;
}

static bool is_part(const hj_fo_node *node)
{
    return node->type == HJ_FO_TABLE_BODY || node->type == HJ_FO_TABLE_HEADER ||
           node->type == HJ_FO_TABLE_FOOTER;
}

static bool count_columns(hj_lx *lx, hj_table *table)
{
    int stated = 0, needed = 0, bodies = 0;
    for (const hj_fo_node *child = table->fo->first; child; child = child->next) {
        if (child->type == HJ_FO_TABLE_COLUMN) {
            int at = child->own->column_number > 0 ? child->own->column_number - 1 : stated;
            int repeat = child->own->columns_repeated > 0 ? child->own->columns_repeated : 1;
            if (at + repeat > stated)
                stated = at + repeat;
        } else if (is_part(child)) {
            int n = part_columns(child);
            if (n > needed)
                needed = n;
            bodies += child->type == HJ_FO_TABLE_BODY;
        }
    }
    int n = stated > 0 ? stated : needed;
    if (n > MAX_COLUMNS || needed > MAX_COLUMNS) {
        hj_error(lx->diags, "HJ-LAYOUT-015", hj_fo_at(table->fo, lx->diags),
                 "the table has more than %d columns", MAX_COLUMNS);
        return false;
    }
    if (!n)
        n = 1;
    table->n_columns = n;
    table->column_fo = HJ_ARRAY(lx->arena, (size_t)n, const hj_fo_node *);
    table->column_w = HJ_ARRAY(lx->arena, (size_t)n, hj_len);
    table->column_x = HJ_ARRAY(lx->arena, (size_t)n + 1, hj_len);
    int at = 0;
    for (const hj_fo_node *child = table->fo->first; child; child = child->next) {
        if (child->type != HJ_FO_TABLE_COLUMN)
            continue;
        if (child->own->column_number > 0)
            at = child->own->column_number - 1;
        int repeat = child->own->columns_repeated > 0 ? child->own->columns_repeated : 1;
        for (int i = 0; i < repeat && at < n; i++)
            table->column_fo[at++] = child;
    }
    table->n_parts = 2 + bodies;
    return true;
}

/* What it says depends on the page it is repeated on. */
static bool retrieves(const hj_fo_node *fo)
{
    if (fo->type == HJ_FO_RETRIEVE_TABLE_MARKER || fo->type == HJ_FO_PAGE_NUMBER)
        return true;
    if (fo->type == HJ_FO_TABLE)
        return false; /* asks its own table */
    for (const hj_fo_node *child = fo->first; child; child = child->next)
        if (retrieves(child))
            return true;
    return false;
}

/* Reads the FO into the grid; only: that part alone. */
static hj_table *build(hj_lx *lx, const hj_fo_node *fo, const hj_fo_node *only)
{
    hj_table *table = HJ_NEW(lx->arena, hj_table);
    table->fo = fo;
    table->collapse = fo->in->border_collapse;
    table->row_of_contents = lx->tree->readings->row_of_contents;
    table->layout_only = fo->role && strcmp(fo->role, "Table") != 0;
    if (!count_columns(lx, table))
        return NULL;
    table->parts = HJ_ARRAY(lx->arena, (size_t)table->n_parts, hj_table_part);
    builder b = {.lx = lx, .table = table};
    b.covering = HJ_ARRAY(lx->arena, (size_t)table->n_columns, hj_cell *);
    b.left = HJ_ARRAY(lx->arena, (size_t)table->n_columns, int);
    int body = 2;
    for (const hj_fo_node *child = fo->first; child; child = child->next) {
        int at;
        if (only && child != only)
            continue;
        if (child->type == HJ_FO_TABLE_HEADER) {
            at = 0;
            table->header_fo = child;
        } else if (child->type == HJ_FO_TABLE_FOOTER) {
            at = 1;
            table->footer_fo = child;
        } else if (child->type == HJ_FO_TABLE_BODY) {
            at = body++;
        } else {
            if (child->type != HJ_FO_TABLE_COLUMN && child->type != HJ_FO_MARKER)
                hj_refuse(lx, child);
            continue;
        }
        b.part = &table->parts[at];
        if (b.part->fo) {
            hj_refuse(lx, child);
            continue;
        }
        b.part->fo = child;
        build_part(&b, child);
    }
    table->header_varies = table->header_fo && retrieves(table->header_fo);
    table->footer_varies = table->footer_fo && retrieves(table->footer_fo);
    if (!table->collapse) {
        table->gap_x = fo->in->border_spacing_inline;
        table->gap_y = fo->in->border_spacing_block;
    }
    return table;
}

/* ---- borders: what each cell asks for, and what it gives up of its room ---- */
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

/* Half the collapsed border on each side. */
static void insets(const hj_table *table, const hj_row *above, const hj_row *below, hj_cell *cell,
                   const hj_row *row)
{
    hj_len before = 0, after = 0, start, end;
    for (int c = cell->column; c < cell->column + cell->columns; c++) {
        const hj_border *top = hj_edge_stronger(above ? above->grid[c]->edge[HJ_AFTER] : NULL,
                                                cell->edge[HJ_BEFORE]);
        const hj_border *bottom = hj_edge_stronger(cell->edge[HJ_AFTER],
                                                   below ? below->grid[c]->edge[HJ_BEFORE] : NULL);
        if (top && top->width > before)
            before = top->width;
        if (bottom && bottom->width > after)
            after = bottom->width;
    }
    const hj_cell *left = cell->column ? row->grid[cell->column - 1] : NULL;
    int next = cell->column + cell->columns;
    const hj_cell *right = next < table->n_columns ? row->grid[next] : NULL;
    const hj_border *b = hj_edge_stronger(left ? left->edge[HJ_END] : NULL, cell->edge[HJ_START]);
    start = b ? b->width : 0;
    b = hj_edge_stronger(cell->edge[HJ_END], right ? right->edge[HJ_START] : NULL);
    end = b ? b->width : 0;
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

static void borders(hj_table *table)
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
    bool repeated = side == HJ_BEFORE ? table->repeat_header : table->repeat_footer;
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

/* Whatever row a page begins with, its content stays clear of the header's lower border. */
static void at_breaks(const hj_table *table, hj_cell *cell)
{
    cell->lead = half_at_break(table, cell, HJ_BEFORE);
    cell->trail = half_at_break(table, cell, HJ_AFTER);
    if (table->repeat_header)
        cell->retain_before += cell->half[HJ_BEFORE] + cell->lead;
    if (table->repeat_footer)
        cell->retain_after += cell->half[HJ_AFTER] + cell->trail;
}

/* ---- cells ---- */
static hj_len row_end(const hj_table *table, const hj_cell *cell)
{
    int last = cell->column + cell->columns - 1;
    return table->column_x[last] + table->column_w[last];
}

static void lay_cell(hj_lx *lx, const hj_table *table, hj_cell *cell, const hj_context *cx,
                     hj_tag *row_tag, bool in_header)
{
    cell->x = table->x + table->column_x[cell->column] + table->gap_x / 2;
    cell->w = row_end(table, cell) - table->column_x[cell->column] - table->gap_x;
    hj_context inner = *cx;
    hj_tag *tag = row_tag;
    if (!cell->fo) {
        if (tag && !table->layout_only) {
            hj_tag *empty = hj_tag_new(lx, tag, in_header ? "TH" : "TD", NULL);
            empty->col_span = cell->columns;
        }
        return;
    }
    const hj_fo_node *fo = cell->fo;
    inner.tag = tag;
    if (tag && !table->layout_only) {
        bool artifact = hj_role_is(fo, "Artifact");
        const char *role = fo->role && !artifact ? fo->role : in_header ? "TH" : "TD";
        hj_tag *own = hj_tag_new(lx, tag, role, fo);
        own->col_span = cell->columns;
        own->row_span = cell->rows;
        if (strcmp(role, "TH") == 0 && !own->scope)
            own->scope = in_header ? "Column" : "Row";
        inner.tag = artifact ? NULL : own;
        if (artifact)
            inner.artifact = HJ_ARTIFACT_LAYOUT;
        inner.direct = true;
        inner.wrap = false;
        cell->tag = own;
    } else {
        inner.tag = hj_block_tag(lx, fo, &inner, NULL, &inner.artifact);
    }
    for (int side = 0; side < 4; side++) {
        hj_len padding = hj_length_resolve(fo->own->padding[side], table->width, 0);
        hj_len inset = padding;
        inset += table->collapse ? cell->half[side] : fo->own->border[side].width;
        *(side == HJ_BEFORE ? &cell->before : side == HJ_AFTER ? &cell->after
          : side == HJ_START ? &cell->start : &cell->end) = inset;
        if (side < 2 && fo->own->padding_retain[side])
            *(side ? &cell->retain_after : &cell->retain_before) += padding;
        if (side < 2 && !table->collapse && fo->own->border[side].retain)
            *(side ? &cell->retain_after : &cell->retain_before) += fo->own->border[side].width;
    }
    hj_len width = cell->w - cell->start - cell->end;
    hj_galley *g = hj_galley_new(lx, width > 0 ? width : 0);
    inner = hj_context_for(g, fo, &inner);
    const hj_fo_node *row = fo->parent, *first = row->first;
    while (first != fo && first->type != HJ_FO_TABLE_CELL)
        first = first->next;
    if (row->type == HJ_FO_TABLE_ROW && first == fo) /* the row's own id and markers */
        hj_anchors_before(g, row, &inner);
    hj_anchors_before(g, fo, &inner);
    hj_block_children(g, fo, fo->first, &inner);
    hj_anchors_after(g, fo, &inner);
    hj_galley_finish(g);
    cell->galley = g;
}

void hj_table_widths(hj_lx *lx, const hj_fo_node *fo, const hj_context *cx, hj_len *minimum,
                     hj_len *maximum)
{
    hj_table *table = build(lx, fo, NULL);
    if (!table)
        return;
    if (table->collapse)
        borders(table);
    hj_columns_measure(lx, table, cx, minimum, maximum);
}

/* The rows r0 … r1-1 of a part, laid out. */
static hj_group *lay_group(hj_lx *lx, hj_table *table, hj_table_part *part, int r0, int r1,
                           const hj_context *cx)
{
    hj_group *group = HJ_NEW(lx->arena, hj_group);
    group->table = table;
    group->n_rows = r1 - r0;
    group->rows = &part->rows[r0];
    int n = 0;
    for (int r = r0; r < r1; r++)
        for (int c = 0; c < table->n_columns; c++)
            n += part->rows[r].grid[c]->row == r && part->rows[r].grid[c]->column == c;
    group->cell = HJ_ARRAY(lx->arena, (size_t)n, hj_cell *);
    bool in_header = part->fo->type == HJ_FO_TABLE_HEADER;
    for (int r = r0; r < r1; r++) {
        const hj_row *row = &part->rows[r];
        hj_context inner = *cx;
        if (cx->tag && !table->layout_only) {
            if (row->fo && hj_role_is(row->fo, "Artifact")) {
                inner.tag = NULL;
                inner.artifact = HJ_ARTIFACT_LAYOUT;
            } else {
                inner.tag = hj_tag_new(lx, cx->tag, row->fo && row->fo->role ? row->fo->role : "TR",
                                       row->fo);
            }
        }
        for (int c = 0; c < table->n_columns; c++) {
            hj_cell *cell = row->grid[c];
            if (cell->row != r || cell->column != c)
                continue;
            lay_cell(lx, table, cell, &inner, inner.tag, in_header);
            if (table->collapse && part->fo->type == HJ_FO_TABLE_BODY)
                at_breaks(table, cell);
            cell->index = group->n_cells;
            group->cell[group->n_cells++] = cell;
        }
    }
    for (int i = 0; i < n; i++) {
        group->cell[i]->row -= r0;
    }
    return group;
}

/* ---- the whole ---- */
static int32_t group_keep(const hj_group *group, const hj_fo_node **keeper)
{
    int32_t strongest = 0;
    for (int r = 0; r < group->n_rows; r++) {
        const hj_fo_node *fo = group->rows[r].fo;
        int32_t keep = fo ? hj_keep_page(&fo->in->keep_together) : 0;
        if (keep > strongest) {
            strongest = keep;
            *keeper = fo;
        }
    }
    return strongest;
}

static void collect_markers(hj_lx *lx, hj_table *table, const hj_fo_node *fo, int part, int row,
                            int depth)
{
    for (const hj_fo_node *child = fo->first; child && depth < HJ_LIMIT_FO_DEPTH;
         child = child->next) {
        if (child->type == HJ_FO_MARKER) {
            hj_marker *marker = HJ_NEW(lx->arena, hj_marker);
            marker->fo = child;
            marker->seq = -1;
            marker->part = part;
            marker->row = row;
            if (table->last_marker)
                table->last_marker->next = marker;
            else
                table->first_marker = marker;
            table->last_marker = marker;
        } else if (child->type != HJ_FO_TEXT && child->type != HJ_FO_TABLE) {
            collect_markers(lx, table, child, part, row, depth + 1);
        }
    }
}

/* The markers of the body, in order, for a header or footer that asks. */
static void markers(hj_lx *lx, hj_table *table)
{
    for (int p = 2; p < table->n_parts; p++) {
        const hj_table_part *part = &table->parts[p];
        for (int r = 0; r < part->n_rows; r++) {
            if (part->rows[r].fo) {
                collect_markers(lx, table, part->rows[r].fo, p, r, 0);
                continue;
            }
            for (int c = 0; c < table->n_columns; c++) {
                const hj_cell *cell = part->rows[r].grid[c];
                if (cell->fo && cell->row == r && cell->column == c)
                    collect_markers(lx, table, cell->fo, p, r, 0);
            }
        }
    }
}

static void lay_body(hj_galley *g, hj_table *table, int p, const hj_context *cx)
{
    hj_lx *lx = g->lx;
    hj_table_part *part = &table->parts[p];
    hj_marker *marker = table->first_marker;
    const hj_fo_node *fo = part->fo;
    hj_context inner = hj_context_for(g, fo, cx);
    if (!table->layout_only)
        inner.tag = hj_block_tag(lx, fo, cx, "TBody", &inner.artifact);
    hj_anchors_before(g, fo, cx);
    hj_len body_h = hj_pass_get_frame(lx)->body_h;
    hj_len room = body_h - table->header_h - table->footer_h;
    for (int r = 0; r < part->n_rows;) {
        int end = r + 1;
        for (int i = r; i < end; i++)
            for (int c = 0; c < table->n_columns; c++) {
                const hj_cell *cell = part->rows[i].grid[c];
                if (cell->row + cell->rows > end && cell->row <= i)
                    end = cell->row + cell->rows;
            }
        const hj_fo_node *first = part->rows[r].fo, *last = part->rows[end - 1].fo;
        if (first)
            hj_galley_enter(g, first, NULL);
        else
            hj_galley_opportunity(g, 0, NULL);
        hj_group *group = lay_group(lx, table, part, r, end, &inner);
        hj_keeping saved = {g->keep, g->keep_fo};
        const hj_fo_node *keeper = NULL;
        int32_t keep = group_keep(group, &keeper);
        if (keep > g->keep) {
            g->keep = keep;
            g->keep_fo = keeper;
        }
        int32_t seq = g->n_breaks + (g->wait.opportunity && g->content);
        group->above = table->above;
        table->above = group;
        hj_len limit = lx->tree->readings->rows_cut ? 0 : room / 3; /* low rows are read in one piece */
        hj_group_add(g, group, first ? first : fo, keep > 0 ? room : limit);
        hj_keep_end(g, saved);
        for (; marker && (marker->part < p || (marker->part == p && marker->row < end));
             marker = marker->next)
            if (marker->part == p)
                marker->seq = seq;
        if (last)
            hj_galley_leave(g, last, NULL);
        r = end;
    }
    hj_anchors_after(g, fo, cx);
}

static hj_group *lay_edge_part(hj_galley *g, hj_table *table, int p, const hj_context *cx,
                               hj_tag **tag)
{
    hj_table_part *part = &table->parts[p];
    if (!part->n_rows)
        return NULL;
    hj_context inner = hj_context_for(g, part->fo, cx);
    *tag = NULL;
    if (cx->tag && !table->layout_only) {
        if (hj_role_is(part->fo, "Artifact")) {
            inner.artifact = HJ_ARTIFACT_LAYOUT;
            inner.tag = NULL;
        } else {
            *tag = inner.tag = hj_tag_new(g->lx, NULL, part->fo->role ? part->fo->role
                                                       : p == 0 ? "THead" : "TFoot", part->fo);
        }
    }
    hj_pass *run = hj_pass_of(g->lx);
    hj_pass_heading saved = run->heading;
    run->heading = (hj_pass_heading){table, -2, INT32_MAX, false};
    hj_group *group = lay_group(g->lx, table, part, 0, part->n_rows, &inner);
    run->heading = saved;
    hj_group_measure(group);
    return group;
}

hj_group *hj_table_again(hj_lx *lx, const hj_table *table, bool header)
{
    /* A copy of that part, because cells keep what is laid out in them. */
    hj_table *copy = build(lx, table->fo, header ? table->header_fo : table->footer_fo);
    copy->x = table->x;
    copy->width = table->width;
    copy->column_w = table->column_w;
    copy->column_x = table->column_x;
    hj_table_part *part = &copy->parts[header ? 0 : 1];
    const hj_group *model = header ? table->header : table->footer;
    int i = 0;
    for (int r = 0; r < part->n_rows; r++)
        for (int c = 0; c < table->n_columns; c++) {
            hj_cell *cell = part->rows[r].grid[c];
            if (cell->row != r || cell->column != c || i >= model->n_cells)
                continue;
            memcpy(cell->edge, model->cell[i]->edge, sizeof cell->edge);
            memcpy(cell->half, model->cell[i++]->half, sizeof cell->half);
        }
    hj_context cx = table->cx;
    cx.tag = NULL;
    cx.in_flow = false;
    cx.again = true;
    hj_galley *scratch = hj_galley_new(lx, table->width);
    hj_context inner = hj_context_for(scratch, part->fo, &cx);
    hj_group *group = lay_group(lx, copy, part, 0, part->n_rows, &inner);
    hj_group_measure(group);
    return group;
}

/* The room kept for it on every page: as high as it comes when the table goes on. */
static hj_len reserve(hj_lx *lx, const hj_table *table, bool header)
{
    const hj_group *group = header ? table->header : table->footer;
    hj_len h = group->h;
    if (!(header ? table->header_varies : table->footer_varies) || table->cx.table_depth > 3)
        return h;
    hj_pass *run = hj_pass_of(lx);
    hj_pass_heading saved = run->heading;
    run->heading = (hj_pass_heading){table, -2, INT32_MAX, true};
    hj_len other = hj_table_again(lx, table, header)->h;
    run->heading = saved;
    hj_len known = hj_pass_reserve(run, table->fo, header, 0);
    if (other > h)
        h = other;
    return known > h ? known : h;
}

void hj_table_lay(hj_galley *g, const hj_fo_node *fo, const hj_context *cx)
{
    hj_lx *lx = g->lx;
    const hj_fo_own *own = fo->own;
    hj_table *table = build(lx, fo, NULL);
    if (!table)
        return;
    hj_context inner = hj_context_for(g, fo, cx);
    inner.tag = hj_block_tag(lx, fo, cx, "Table", &inner.artifact);
    inner.direct = inner.wrap = false;
    inner.table = table;
    inner.table_depth++;
    if (table->layout_only && inner.tag)
        inner.wrap = true;
    hj_galley_enter(g, fo, &own->space_before);
    hj_keeping keeping = hj_keep_begin(g, fo);
    hj_anchors_before(g, fo, cx);

    hj_len available = g->width - inner.start - inner.end;
    if (available < 0)
        available = 0;
    if (table->collapse)
        borders(table);
    hj_len outside = hj_across(g, cx);
    hj_len wanted = hj_length_resolve(own->width, outside, available);
    hj_columns(lx, table, &inner, hj_clamp(wanted, own->min_width, own->max_width, outside));
    if (own->height.kind == HJ_ABS || own->height.kind == HJ_PERCENT)
        hj_warning(lx->diags, "HJ-LAYOUT-019", hj_fo_at(fo, lx->diags),
                   "a table is as high as its rows: its height is not used");
    table->x = g->origin + inner.start;
    table->cx = inner;
    if (table->header_varies || table->footer_varies)
        markers(lx, table);
    hj_node *box = NULL;
    if (!table->collapse)
        box = hj_box_open(g, fo, &inner, inner.start, table->width);

    hj_tag *head_tag = NULL, *foot_tag = NULL;
    table->header = lay_edge_part(g, table, 0, &inner, &head_tag);
    table->footer = lay_edge_part(g, table, 1, &inner, &foot_tag);
    table->repeat_header = table->header && !own->omit_header_at_break;
    table->repeat_footer = table->footer && !own->omit_footer_at_break;
    hj_len body_h = hj_pass_get_frame(lx)->body_h;
    hj_len repeated = (table->repeat_header ? table->header->h : 0) +
                      (table->repeat_footer ? table->footer->h : 0);
    if (repeated > body_h - body_h / 5) {
        hj_warning(lx->diags, "HJ-LAYOUT-016", hj_fo_at(fo, lx->diags),
                   "header and footer leave no room for rows and are not repeated");
        table->repeat_header = table->repeat_footer = false;
    }
    hj_node *node = hj_galley_open(g, HJ_NODE_TABLE, fo, 0);
    node->x = table->x;
    node->w = table->width;
    node->u.table = table;
    node->tag = inner.tag;
    table->header_h = table->repeat_header ? reserve(lx, table, true) : 0;
    table->footer_h = table->repeat_footer ? reserve(lx, table, false) : 0;
    node->retain_before = table->header_h;
    node->retain_after = table->footer_h;
    if (table->header) {
        if (head_tag)
            hj_tag_adopt(inner.tag, head_tag);
        hj_group_add(g, table->header, table->header_fo,
                     table->repeat_header ? HJ_NEVER_CUT : body_h / 3);
        g->after_content = false;
    }
    for (int p = 2; p < table->n_parts; p++)
        lay_body(g, table, p, &inner);
    if (table->footer) {
        /* The last rows stay with the footer: a page never holds a footer alone. */
        if (foot_tag)
            hj_tag_adopt(inner.tag, foot_tag);
        g->wait.opportunity = false;
        hj_group_add(g, table->footer, table->footer_fo,
                     table->repeat_footer ? HJ_NEVER_CUT : body_h / 3);
    }
    hj_galley_close(g, node, 0);
    if (box)
        hj_box_close(g, fo, box);
    hj_anchors_after(g, fo, cx);
    hj_keep_end(g, keeping);
    hj_galley_leave(g, fo, &own->space_after);
}
