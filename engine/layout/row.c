/* Groups: cells side by side. How high they are, and how they come into a galley. */
#include "layout/run.h"

hj_len hj_cell_natural(const hj_cell *cell)
{
    return cell->before + cell->after + (cell->galley ? cell->galley->y : 0);
}

/* ---- relative-align ---- */
/* Where the first line of text in a galley has its baseline; false when there is none. */
static bool first_baseline(const hj_node *node, hj_len *baseline)
{
    for (; node; node = node->next) {
        if (node->kind == HJ_NODE_BOX && first_baseline(node->first, baseline))
            return true;
        for (size_t i = 0; node->kind == HJ_NODE_LINE && i < node->u.line.n; i++)
            if (node->u.line.areas[i].kind == HJ_AREA_GLYPHS) {
                *baseline = (hj_len)node->y0 + node->u.line.areas[i].y;
                return true;
            }
    }
    return false;
}

static bool aligned(const hj_cell *cell, int row, hj_len *baseline)
{
    return cell->row == row && cell->fo && cell->galley && cell->fo->in->relative_align_baseline &&
           cell->fo->in->display_align == HJ_DISPLAY_AUTO &&
           first_baseline(cell->galley->first, baseline);
}

/* Cells (label and body) of one row that ask for it begin so that their first baselines meet (XSL
 * 1.1, 7.14.6). */
static void align_baselines(hj_group *group)
{
    int from = 0;
    for (int row = 0; from < group->n_cells; row++) {
        hj_len lowest = 0, baseline;
        int end = from;
        for (; end < group->n_cells && group->cell[end]->row == row; end++)
            if (aligned(group->cell[end], row, &baseline) &&
                group->cell[end]->before + baseline > lowest)
                lowest = group->cell[end]->before + baseline;
        for (int i = from; i < end; i++)
            if (aligned(group->cell[i], row, &baseline))
                group->cell[i]->before = lowest - baseline;
        from = end;
    }
}

/* ---- heights ---- */
/* The least block-progression-dimension; a maximum below the content is not kept (CSS 2.1, 17.5.3,
 * to which XSL 1.1, 7.15.6 refers). A percentage is one of an unknown height: auto. */
hj_len hj_least_height(const hj_fo_node *fo)
{
    hj_len h = hj_length_resolve(fo->own->height, 0, 0);
    hj_len low = hj_length_resolve(fo->own->min_height, 0, 0);
    return low > h ? low : h;
}

/* Of the border rectangle: what is stated for a cell is stated for its content rectangle. */
static hj_len cell_height(const hj_cell *cell)
{
    hj_len h = hj_cell_natural(cell);
    hj_len stated = cell->fo ? hj_least_height(cell->fo) : 0;
    if (stated > 0 && stated + cell->before + cell->after > h)
        h = stated + cell->before + cell->after;
    return h;
}

/* What a row needs for its cells of one row when the halves of their borders are as on a page that
 * it begins (lead) or ends (trail). */
static hj_len row_height(const hj_group *group, int r, bool lead, bool trail)
{
    const hj_row *row = &group->rows[r];
    hj_len gap = group->table->gap_y, least = row->fo ? hj_least_height(row->fo) : 0, content = 0;
    if (group->table->row_of_contents) {
        content = least;
        least = 0;
    }
    for (int c = 0; c < group->table->n_columns; c++) {
        const hj_cell *cell = row->grid[c];
        if (cell->column != c || cell->rows != 1)
            continue;
        hj_len h = cell_height(cell);
        if (content > 0 && content + cell->before + cell->after > h)
            h = content + cell->before + cell->after;
        h += gap + (lead ? cell->lead : 0) + (trail ? cell->trail : 0);
        if (h > least)
            least = h;
    }
    return least;
}

void hj_group_measure(hj_lx *lx, hj_group *group)
{
    hj_len gap = group->table ? group->table->gap_y : 0;
    if (group->measured)
        return;
    group->measured = true;
    if (lx->tree->readings->baselines)
        align_baselines(group);
    if (!group->rows || !group->table) {
        for (int i = 0; i < group->n_cells; i++) {
            hj_len h = hj_cell_natural(group->cell[i]);
            if (h > group->h)
                group->h = h;
        }
        for (int i = 0; i < group->n_cells; i++)
            group->cell[i]->h = group->h;
        return;
    }
    for (int r = 0; r < group->n_rows; r++)
        group->rows[r].h = row_height(group, r, false, false);
    int last_row = group->n_rows - 1;
    group->lead = row_height(group, 0, true, false) - group->rows[0].h;
    group->trail = row_height(group, last_row, false, true) - group->rows[last_row].h;
    for (int i = 0; i < group->n_cells; i++) { /* spans: the last row takes what is missing */
        hj_cell *cell = group->cell[i];
        if (cell->rows == 1)
            continue;
        hj_len have = 0, want = cell_height(cell) + gap;
        for (int r = cell->row; r < cell->row + cell->rows; r++)
            have += group->rows[r].h;
        if (want > have)
            group->rows[cell->row + cell->rows - 1].h += want - have;
    }
    hj_len y = 0;
    for (int r = 0; r < group->n_rows; r++) {
        group->rows[r].y = y;
        y += group->rows[r].h;
    }
    group->h = y;
    for (int i = 0; i < group->n_cells; i++) {
        hj_cell *cell = group->cell[i];
        const hj_row *last = &group->rows[cell->row + cell->rows - 1];
        cell->y = group->rows[cell->row].y + gap / 2;
        cell->h = last->y + last->h - group->rows[cell->row].y - gap;
    }
}

hj_len hj_cell_shift(const hj_cell *cell, hj_len free)
{
    if (!cell->fo || free <= 0)
        return 0;
    if (cell->fo->in->display_align == HJ_DISPLAY_CENTER)
        return free / 2;
    return cell->fo->in->display_align == HJ_DISPLAY_AFTER ? free : 0;
}

/* Footnotes called from cells stand at the foot of the page their line comes on. */
static void hand_over_notes(hj_galley *g, const hj_group *group)
{
    for (int i = 0; i < group->n_cells; i++) {
        hj_galley *inner = group->cell[i]->galley;
        int32_t step = 0;
        for (hj_footnote *note = inner ? inner->first_note : NULL, *next; note; note = next) {
            while (step < group->n_steps &&
                   hj_step_cut(group, &group->steps[step], i) < note->seq)
                step++;
            next = note->next;
            hj_galley_note(g, note, group->break0 + step);
        }
        if (inner)
            inner->first_note = inner->last_note = NULL;
    }
}

hj_node *hj_group_add(hj_galley *g, hj_group *group, const hj_fo_node *fo, hj_len limit)
{
    hj_lx *lx = g->lx;
    hj_group_measure(lx, group);
    hj_node *node = hj_node_new(g, HJ_NODE_GROUP, fo);
    node->u.group = group;
    int32_t breaks = g->n_breaks;
    for (int i = 0; i < group->n_cells; i++)
        if (group->cell[i]->galley && group->cell[i]->row == 0)
            hj_galley_ask_before(g, group->cell[i]->galley);
    hj_galley_commit(g);
    if (g->n_breaks > breaks) {
        g->breaks[g->n_breaks - 1].start_extra += group->lead;
        g->breaks[g->n_breaks - 1].end_extra += group->above ? group->above->trail : 0;
    }
    group->break0 = g->n_breaks;
    hj_group_cut(lx, group, limit);
    hj_pos y = g->y;
    for (int s = 0; s < group->n_steps; s++) {
        const hj_step *step = &group->steps[s];
        hj_break *b = hj_galley_break_at(g, y + step->y, y + step->y, 0, step->start_extra,
                                         step->strength, step->keeper);
        b->force = step->force;
        b->group = group;
    }
    hand_over_notes(g, group);
    hj_galley_add(g, node, group->h);
    for (int i = 0; i < group->n_cells; i++)
        if (group->cell[i]->galley &&
            group->cell[i]->row + group->cell[i]->rows >= group->n_rows)
            hj_galley_ask_after(g, group->cell[i]->galley);
    node->seq0 = group->break0;
    return node;
}
