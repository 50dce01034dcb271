/* fo:table: its cells laid out, and its rows as groups in the galley.
 *
 * The hard idea: rows that share a spanning cell are one group, and nothing outside row.c and cut.c
 * knows about spans. A table is an open box whose edges at a page boundary are its repeated header
 * and footer; between two groups there is an ordinary break opportunity. */
#include <string.h>

#include "layout/galley.h"
#include "layout/run.h"

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
            if (in_header)
                empty->scope = "Column";
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
    if (row->type == HJ_FO_TABLE_ROW) /* it ends with the last of its cells */
        hj_anchors_after(g, row, &inner);
    hj_galley_finish(g);
    cell->galley = g;
}

void hj_table_widths(hj_lx *lx, const hj_fo_node *fo, const hj_context *cx, hj_len *minimum,
                     hj_len *maximum)
{
    hj_table *table = hj_grid(lx, fo);
    if (!table)
        return;
    if (table->collapse)
        hj_edges_resolve(table);
    hj_columns_measure(lx, table, cx, minimum, maximum);
}

hj_group *hj_table_group(hj_lx *lx, hj_table *table, hj_table_part *part, int r0, int r1,
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
                hj_edges_at_breaks(table, cell);
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
static void lay_body(hj_galley *g, hj_table *table, int p, const hj_context *cx)
{
    hj_lx *lx = g->lx;
    hj_table_part *part = &table->parts[p];
    const hj_fo_node *fo = part->fo;
    hj_context inner = hj_context_for(g, fo, cx);
    if (!table->layout_only)
        inner.tag = hj_block_tag(lx, fo, cx, "TBody", &inner.artifact);
    hj_anchors_before(g, fo, cx);
    hj_len room = hj_pass_get_frame(lx)->body_h;
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
        hj_group *group = hj_table_group(lx, table, part, r, end, &inner);
        group->above = table->above;
        table->above = group;
        /* A low row is read in one piece. */
        bool kept = first && group->n_rows == 1 && hj_keep_page(&first->in->keep_together) > 0;
        hj_len limit = kept ? room : lx->tree->readings->rows_cut ? 0 : room / 3;
        hj_group_add(g, group, first ? first : fo, limit);
        hj_heading_passed(table, p, r, group);
        if (last)
            hj_galley_leave(g, last, NULL);
        r = end;
    }
    hj_anchors_after(g, fo, cx);
}

void hj_table_lay(hj_galley *g, const hj_fo_node *fo, const hj_context *cx)
{
    hj_lx *lx = g->lx;
    const hj_fo_own *own = fo->own;
    hj_table *table = hj_grid(lx, fo);
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
        hj_edges_resolve(table);
    hj_len outside = hj_across(g, cx);
    hj_len wanted = hj_length_resolve(own->width, outside, available);
    hj_columns(lx, table, &inner, hj_clamp(wanted, own->min_width, own->max_width, outside));
    if (own->height.kind == HJ_ABS || own->height.kind == HJ_PERCENT)
        hj_warning(lx->diags, "HJ-LAYOUT-019", hj_fo_at(fo, lx->diags),
                   "a table is as high as its rows: its height is not used");
    table->x = g->origin + inner.start;
    table->cx = inner;
    hj_node *box = NULL;
    if (!table->collapse)
        box = hj_box_open(g, fo, &inner, inner.start, table->width);

    hj_headings_lay(g, table, &inner);
    hj_node *node = hj_galley_open(g, HJ_NODE_TABLE, fo, 0);
    node->x = table->x;
    node->w = table->width;
    node->u.table = table;
    node->tag = inner.tag;
    node->retain_before = table->ends[HJ_TABLE_HEAD].h;
    node->retain_after = table->ends[HJ_TABLE_FOOT].h;
    hj_heading_add(g, table, HJ_TABLE_HEAD);
    if (table->ends[HJ_TABLE_HEAD].group)
        g->after_content = false;
    /* What is in the rows has what header and footer leave of a page. */
    hj_pass_frame *frame = hj_pass_get_frame(lx);
    hj_len body_h = frame->body_h;
    frame->body_h -= table->ends[HJ_TABLE_HEAD].h + table->ends[HJ_TABLE_FOOT].h;
    for (int p = 2; p < table->n_parts; p++)
        lay_body(g, table, p, &inner);
    frame->body_h = body_h;
    if (table->ends[HJ_TABLE_FOOT].group)
        g->wait.opportunity = false; /* the last rows stay with it: no page holds a footer alone */
    hj_heading_add(g, table, HJ_TABLE_FOOT);
    hj_galley_close(g, node, 0);
    if (box)
        hj_box_close(g, fo, box);
    hj_anchors_after(g, fo, cx);
    hj_keep_end(g, keeping);
    hj_galley_leave(g, fo, &own->space_after);
}
