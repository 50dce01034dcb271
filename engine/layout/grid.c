/* The grid: which cell covers which place, from the FO alone (XSL 1.1, 6.7.3 and 6.7.10).
 *
 * Rows are made as their cells come; what spans from above is remembered by column and fills the
 * places of the next rows. A place no cell fills gets an empty one: structure must be regular. */
#include <string.h>

#include "layout/galley.h"

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

static builder new_builder(hj_lx *lx, hj_table *table)
{
    builder b = {.lx = lx, .table = table};
    b.covering = HJ_ARRAY(lx->arena, (size_t)table->n_columns, hj_cell *);
    b.left = HJ_ARRAY(lx->arena, (size_t)table->n_columns, int);
    return b;
}

hj_table *hj_grid_end(hj_lx *lx, const hj_table *model, int end)
{
    hj_table *table = HJ_NEW(lx->arena, hj_table);
    *table = *model;
    table->n_parts = 2;
    table->parts = HJ_ARRAY(lx->arena, 2, hj_table_part);
    builder b = new_builder(lx, table);
    b.part = &table->parts[end];
    b.part->fo = model->parts[end].fo;
    build_part(&b, b.part->fo);
    return table;
}

hj_table *hj_grid(hj_lx *lx, const hj_fo_node *fo)
{
    hj_table *table = HJ_NEW(lx->arena, hj_table);
    table->fo = fo;
    table->collapse = fo->in->border_collapse;
    table->row_of_contents = lx->tree->readings->row_of_contents;
    table->layout_only = fo->role && strcmp(fo->role, "Table") != 0;
    if (!count_columns(lx, table))
        return NULL;
    table->parts = HJ_ARRAY(lx->arena, (size_t)table->n_parts, hj_table_part);
    builder b = new_builder(lx, table);
    int body = 2;
    for (const hj_fo_node *child = fo->first; child; child = child->next) {
        int at;
        if (child->type == HJ_FO_TABLE_HEADER) {
            at = HJ_TABLE_HEAD;
        } else if (child->type == HJ_FO_TABLE_FOOTER) {
            at = HJ_TABLE_FOOT;
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
    if (!table->collapse) {
        table->gap_x = fo->in->border_spacing_inline;
        table->gap_y = fo->in->border_spacing_block;
    }
    return table;
}
