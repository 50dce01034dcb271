/* Headers and footers of tables: told once, shown on every page, and what they say of each.
 *
 * The hard idea: a header or footer that asks for a marker (XSL 1.1, 6.13.7) cannot be set before
 * the pages are chosen, and the pages cannot be chosen before it is set. So it is set as for the
 * whole table, room is kept for it, and it is set again for each page it is placed on; if one turns
 * out higher, the next run keeps more. The header a table begins with and the footer it ends with
 * are in the structure tree: set again they make its elements anew. All others are artifacts. */
#include <string.h>

#include "layout/run.h"

/* ---- markers of the body ---- */
static void add_marker(hj_lx *lx, hj_table *table, const hj_fo_node *fo, int part, int row)
{
    if (table->n_markers == table->cap_markers) {
        table->cap_markers = table->cap_markers ? table->cap_markers * 2 : 32;
        hj_table_marker *more = HJ_ARRAY(lx->arena, (size_t)table->cap_markers, hj_table_marker);
        if (table->n_markers)
            memcpy(more, table->markers, (size_t)table->n_markers * sizeof *more);
        table->markers = more;
    }
    table->markers[table->n_markers++] = (hj_table_marker){fo, part, row, -1, -1};
}

static void collect_from(hj_lx *lx, hj_table *table, const hj_fo_node *fo, int part, int row)
{
    for (const hj_fo_node *child = fo->first; child; child = child->next) {
        if (child->type == HJ_FO_MARKER)
            add_marker(lx, table, child, part, row);
        else if (child->type != HJ_FO_TEXT && child->type != HJ_FO_TABLE)
            collect_from(lx, table, child, part, row);
    }
}

static void collect(hj_lx *lx, hj_table *table)
{
    for (int p = 2; p < table->n_parts; p++) {
        const hj_table_part *part = &table->parts[p];
        for (const hj_fo_node *fo = part->fo->first; fo && fo->type == HJ_FO_MARKER; fo = fo->next)
            add_marker(lx, table, fo, p, -1);
        for (int r = 0; r < part->n_rows; r++) {
            if (part->rows[r].fo) {
                collect_from(lx, table, part->rows[r].fo, p, r);
                continue;
            }
            for (int c = 0; c < table->n_columns; c++) {
                const hj_cell *cell = part->rows[r].grid[c];
                if (cell->fo && cell->row == r && cell->column == c)
                    collect_from(lx, table, cell->fo, p, r);
            }
        }
    }
}

/* Where in a cell's galley a marker's object begins (ends). */
static const hj_node *anchor_of(const hj_node *node, const hj_fo_node *marker, bool end)
{
    for (; node; node = node->next) {
        if (node->kind == HJ_NODE_ANCHOR) {
            if (node->fo == marker && (node->u.anchor.kind == HJ_ANCHOR_MARKER_END) == end &&
                node->u.anchor.kind != HJ_ANCHOR_START && node->u.anchor.kind != HJ_ANCHOR_END)
                return node;
            continue;
        }
        const hj_node *found = node->kind == HJ_NODE_BOX ? anchor_of(node->first, marker, end)
                                                         : NULL;
        if (found)
            return found;
    }
    return NULL;
}

/* A marker of something inside a cell: between which steps of its group it stands. */
static void narrow(const hj_group *group, hj_table_marker *m)
{
    for (int i = 0; i < group->n_cells; i++) {
        const hj_galley *g = group->cell[i]->galley;
        const hj_node *start = g ? anchor_of(g->first, m->fo, false) : NULL;
        if (!start)
            continue;
        const hj_node *end = anchor_of(g->first, m->fo, true);
        int s = 0;
        while (s < group->n_steps && hj_step_cut(group, &group->steps[s], i) < start->seq0)
            s++;
        m->start = group->break0 + s;
        while (end && s < group->n_steps && hj_step_cut(group, &group->steps[s], i) < end->seq0)
            s++;
        if (end)
            m->end = group->break0 + s;
        return;
    }
}

void hj_heading_passed(hj_table *table, int part, int row, const hj_group *group)
{
    while (table->next_marker < table->n_markers) {
        hj_table_marker *m = &table->markers[table->next_marker];
        if (m->part > part || (m->part == part && m->row >= row + group->n_rows))
            return;
        table->next_marker++;
        const hj_row *at = &group->rows[m->row < row ? 0 : m->row - row];
        int s = 0;
        while (s < group->n_steps && group->steps[s].y <= at->y)
            s++;
        m->start = group->break0 + s;
        while (s < group->n_steps && group->steps[s].y < at->y + at->h)
            s++;
        m->end = m->row < row ? INT32_MAX : group->break0 + s;
        if (group->n_steps && m->fo->parent->type != HJ_FO_TABLE_ROW)
            narrow(group, m);
    }
}

/* ---- what it asks for ---- */
static bool asks(const hj_fo_node *fo, hj_fo_type what)
{
    if (fo->type == what)
        return true;
    if (fo->type == HJ_FO_TABLE)
        return false; /* asks its own table */
    for (const hj_fo_node *child = fo->first; child; child = child->next)
        if (asks(child, what))
            return true;
    return false;
}

/* ---- setting it ---- */
static void stretch(hj_group *group, hj_len h)
{
    hj_len more = h - group->h;
    if (more <= 0)
        return;
    group->rows[group->n_rows - 1].h += more;
    group->h = h;
    for (int i = 0; i < group->n_cells; i++)
        if (group->cell[i]->row + group->cell[i]->rows == group->n_rows)
            group->cell[i]->h += more;
}

static hj_group *lay(hj_galley *g, hj_table *table, int end, const hj_context *cx)
{
    hj_table_end *e = &table->ends[end];
    hj_table_part *part = &table->parts[end];
    if (!part->n_rows)
        return NULL;
    hj_pass *run = hj_pass_of(g->lx);
    hj_context inner = hj_context_for(g, part->fo, cx);
    if (cx->tag && !table->layout_only) {
        if (hj_role_is(part->fo, "Artifact")) {
            inner.artifact = HJ_ARTIFACT_LAYOUT;
            inner.tag = NULL;
        } else {
            const char *role = end == HJ_TABLE_HEAD ? "THead" : "TFoot";
            if (part->fo && part->fo->role)
                role = part->fo->role;
            e->tag = inner.tag = hj_tag_new(g->lx, NULL, role, part->fo);
        }
    }
    hj_pass_heading saved = run->heading;
    run->heading = (hj_pass_heading){table, -2, INT32_MAX, false};
    hj_group *group = hj_table_group(g->lx, table, part, 0, part->n_rows, &inner);
    run->heading = saved;
    hj_group_measure(g->lx, group);
    if (e->asks)
        stretch(group, hj_pass_reserve(run, table->fo, HJ_RESERVE_TOLD + end, 0));
    return group;
}

/* Once more, in a copy of its part because cells keep what is laid out in them. told: not as an
 * artifact. */
static hj_group *again(hj_lx *lx, const hj_table *table, int end, bool told)
{
    const hj_table_end *e = &table->ends[end];
    hj_table *copy = hj_grid_end(lx, table, end);
    hj_table_part *part = &copy->parts[end];
    int i = 0;
    for (int r = 0; r < part->n_rows; r++)
        for (int c = 0; c < table->n_columns; c++) {
            hj_cell *cell = part->rows[r].grid[c];
            if (cell->row != r || cell->column != c || i >= e->group->n_cells)
                continue;
            memcpy(cell->edge, e->group->cell[i]->edge, sizeof cell->edge);
            memcpy(cell->half, e->group->cell[i++]->half, sizeof cell->half);
        }
    hj_context cx = table->cx;
    cx.tag = told ? e->tag : NULL;
    cx.in_flow &= told;
    cx.again = true;
    if (cx.tag)
        e->tag->first = e->tag->last = e->tag->met = NULL;
    hj_galley *scratch = hj_galley_new(lx, table->width);
    hj_context inner = hj_context_for(scratch, part->fo, &cx);
    hj_group *group = hj_table_group(lx, copy, part, 0, part->n_rows, &inner);
    hj_group_measure(lx, group);
    return group;
}

const hj_group *hj_heading_on(hj_pass *run, const hj_table *table, int end, int32_t from,
                              int32_t to, int page, bool told)
{
    const hj_table_end *e = &table->ends[end];
    if (told ? !e->asks : !e->varies)
        return e->group;
    hj_pass_heading saved = run->heading;
    int before = run->page;
    run->heading = (hj_pass_heading){table, from, to, false};
    run->page = page;
    hj_group *group = again(&run->lx, table, end, told);
    run->heading = saved;
    run->page = before;
    hj_len room = told ? e->group->h : e->h;
    if (group->h > room)
        hj_pass_reserve(run, table->fo, told ? HJ_RESERVE_TOLD + end : end, group->h);
    else
        stretch(group, room);
    return group;
}

/* The room kept for it on every page: as high as it comes when the table goes on. */
static hj_len room_for(hj_lx *lx, const hj_table *table, int end)
{
    const hj_table_end *e = &table->ends[end];
    hj_len h = e->group->h;
    if (!e->varies || table->cx.table_depth > 3)
        return h;
    hj_pass *run = hj_pass_of(lx);
    hj_pass_heading saved = run->heading;
    run->heading = (hj_pass_heading){table, -2, INT32_MAX, true};
    hj_len other = again(lx, table, end, false)->h;
    run->heading = saved;
    hj_len known = hj_pass_reserve(run, table->fo, end, 0);
    if (other > h)
        h = other;
    return known > h ? known : h;
}

void hj_headings_lay(hj_galley *g, hj_table *table, const hj_context *cx)
{
    hj_lx *lx = g->lx;
    const hj_fo_own *own = table->fo->own;
    hj_table_end *ends = table->ends;
    for (int end = 0; end < 2; end++) {
        const hj_fo_node *fo = table->parts[end].fo;
        ends[end].asks = fo && asks(fo, HJ_FO_RETRIEVE_TABLE_MARKER);
        ends[end].varies = ends[end].asks || (fo && asks(fo, HJ_FO_PAGE_NUMBER));
    }
    if (ends[0].asks || ends[1].asks)
        collect(lx, table);
    hj_len repeated = 0;
    for (int end = 0; end < 2; end++) {
        hj_table_end *e = &ends[end];
        e->group = lay(g, table, end, cx);
        e->repeat = e->group && !(end == HJ_TABLE_HEAD ? own->omit_header_at_break
                                                       : own->omit_footer_at_break);
        repeated += e->repeat ? e->group->h : 0;
    }
    hj_len body_h = hj_pass_get_frame(lx)->body_h;
    if (repeated > body_h - body_h / 5) {
        hj_warning(lx->diags, "HJ-LAYOUT-016", hj_fo_at(table->fo, lx->diags),
                   "header and footer leave no room for rows and are not repeated");
        ends[0].repeat = ends[1].repeat = false;
    }
    for (int end = 0; end < 2; end++)
        ends[end].h = ends[end].repeat ? room_for(lx, table, end) : 0;
}

void hj_heading_add(hj_galley *g, hj_table *table, int end)
{
    hj_table_end *e = &table->ends[end];
    if (!e->group)
        return;
    if (e->tag)
        hj_tag_adopt(g->lx, table->cx.tag, e->tag);
    hj_group_add(g, e->group, table->parts[end].fo,
                 e->repeat ? HJ_NEVER_CUT : hj_pass_get_frame(g->lx)->body_h / 3);
}
