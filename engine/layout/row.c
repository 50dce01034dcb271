/* Groups: cells side by side. Their heights, and the places where a page may cut through them.
 *
 * The hard idea: a cut at height y takes from every cell what ends above y, and lets the rest of
 * every cell begin at the top of the next page. How much higher the rest is than what the uncut
 * group has left below y depends on the cells that ended short of y; that difference is the
 * break's start_extra, so that choosing pages needs to know nothing about cells. */
#include <stdlib.h>
#include <string.h>

#include "layout/run.h"

static hj_len natural(const hj_cell *cell)
{
    return cell->before + cell->after + (cell->galley ? cell->galley->y : 0);
}

/* The least block-progression-dimension; a maximum below the content is not kept (CSS 2.1, 17.5.3,
 * to which XSL 1.1, 7.15.6 refers). A percentage is one of an unknown height: auto. */
static hj_len at_least(const hj_fo_node *fo)
{
    hj_len h = hj_length_resolve(fo->own->height, 0, 0);
    hj_len low = hj_length_resolve(fo->own->min_height, 0, 0);
    return low > h ? low : h;
}

/* Of the border rectangle: what is stated for a cell is stated for its content rectangle. */
static hj_len cell_height(const hj_cell *cell)
{
    hj_len h = natural(cell);
    hj_len stated = cell->fo ? at_least(cell->fo) : 0;
    if (stated > 0 && stated + cell->before + cell->after > h)
        h = stated + cell->before + cell->after;
    return h;
}

/* What a row needs for its cells of one row when the halves of their borders are as on a page that
 * it begins (lead) or ends (trail). */
static hj_len row_height(const hj_group *group, int r, bool lead, bool trail)
{
    const hj_row *row = &group->rows[r];
    hj_len gap = group->table->gap_y, least = row->fo ? at_least(row->fo) : 0, content = 0;
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

void hj_group_measure(hj_group *group)
{
    hj_len gap = group->table ? group->table->gap_y : 0;
    if (!group->rows) {
        for (int i = 0; i < group->n_cells; i++) {
            hj_len h = natural(group->cell[i]);
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

hj_len hj_cell_shift(const hj_cell *cell, hj_len h, hj_len more)
{
    hj_len free = h - natural(cell) - more;
    if (!cell->fo || free <= 0)
        return 0;
    if (cell->fo->in->display_align == HJ_DISPLAY_CENTER)
        return free / 2;
    return cell->fo->in->display_align == HJ_DISPLAY_AFTER ? free : 0;
}

/* ---- cuts ---- */
static int32_t n_cuts(const hj_cell *cell)
{
    return cell->galley ? cell->galley->n_breaks : 0;
}

/* How far down the group the cell reaches when it is cut there; cut n_breaks: all of it. */
static hj_len reach(const hj_cell *cell, int32_t cut)
{
    if (cut < 0)
        return cell->y;
    if (cut >= n_cuts(cell))
        return cell->y + natural(cell);
    const hj_break *b = &cell->galley->breaks[cut];
    return cell->y + cell->before + b->end_y + b->end_extra + cell->retain_after;
}

/* How high the rest after that cut is. */
static hj_len rest(const hj_cell *cell, int32_t cut)
{
    if (cut < 0)
        return natural(cell);
    if (cut >= n_cuts(cell))
        return 0;
    const hj_break *b = &cell->galley->breaks[cut];
    return cell->retain_before + b->start_extra + cell->galley->y - b->start_y + cell->after;
}

/* What stands on a page that begins at cut from and ends at cut to. */
static hj_len between(const hj_cell *cell, int32_t from, int32_t to)
{
    if (from == to || from >= n_cuts(cell))
        return 0;
    if (to >= n_cuts(cell))
        return rest(cell, from);
    const hj_break *b = &cell->galley->breaks[to];
    hj_len top = cell->before, start = 0;
    if (from >= 0) {
        top = cell->retain_before + cell->galley->breaks[from].start_extra;
        start = cell->galley->breaks[from].start_y;
    }
    return top + b->end_y + b->end_extra + cell->retain_after - start;
}

static int by_value(const void *a, const void *b)
{
    hj_len x = *(const hj_len *)a, y = *(const hj_len *)b;
    return (x > y) - (x < y);
}

static hj_len bottom(const hj_group *group, const hj_cell *cell)
{
    return group->rows ? cell->y + cell->h : group->h;
}

/* The cut at height y; false when a cell would have to be cut where it cannot. */
static bool cut_at(const hj_group *group, hj_len y, int32_t allowed, bool boundary, int32_t *at,
                   hj_step *step)
{
    bool some_left = false;
    step->y = 0;
    step->strength = 0;
    step->keeper = NULL;
    for (int i = 0; i < group->n_cells; i++) {
        const hj_cell *cell = group->cell[i];
        int32_t n = n_cuts(cell), cut = at[i];
        if (cell->y >= y && !(cell->y == 0 && y == 0)) { /* a later row */
            step->cuts[i] = -1;
            some_left = true;
            continue;
        }
        while (cut + 1 < n && reach(cell, cut + 1) <= y)
            cut++;
        at[i] = cut;
        if (reach(cell, n) <= y) {
            cut = n;
        } else {
            while (cut >= 0 && cell->galley->breaks[cut].strength > allowed)
                cut--;
            some_left = true;
        }
        if (cut < 0 && !(boundary && cell->rows > 1))
            return false;
        step->cuts[i] = cut;
        if (cut >= 0 && cut < n && cell->galley->breaks[cut].strength > step->strength) {
            step->strength = cell->galley->breaks[cut].strength;
            step->keeper = cell->galley->breaks[cut].keeper;
        }
        if (reach(cell, cut) > step->y)
            step->y = reach(cell, cut);
    }
    if (boundary)
        step->y = y;
    return some_left;
}

#define LOOK_AHEAD 64

static bool height_stated(const hj_group *group, const hj_cell *cell)
{
    if (cell->fo && at_least(cell->fo) > 0)
        return true;
    for (int r = cell->row; group->rows && r < cell->row + cell->rows; r++)
        if (group->rows[r].fo && at_least(group->rows[r].fo) > 0)
            return true;
    return false;
}

/* How much higher what follows step s is than the uncut group below it: lower where the spaces at
 * the cut made its height, which only cells that end in the row that is cut can tell. */
static hj_len extra_after(const hj_group *group, int s)
{
    const hj_step *from = &group->steps[s];
    hj_len extra = INT32_MIN, row_end = group->h;
    for (int r = 0; r < group->n_rows && row_end == group->h; r++)
        if (group->rows[r].y + group->rows[r].h >= from->y)
            row_end = group->rows[r].y + group->rows[r].h;
    for (int i = 0; i < group->n_cells; i++) {
        const hj_cell *cell = group->cell[i];
        hj_len below = bottom(group, cell) - from->y;
        if (cell->y >= from->y || below <= 0)
            continue;
        hj_len need = rest(cell, from->cuts[i]) - below;
        if (need < 0 && (row_end == from->y || height_stated(group, cell) ||
                         (group->rows && bottom(group, cell) > row_end)))
            need = 0;
        if (need > extra)
            extra = need;
        for (int t = s + 1; t < group->n_steps && t < s + LOOK_AHEAD; t++) {
            need = between(cell, from->cuts[i], group->steps[t].cuts[i]) -
                   (group->steps[t].y - from->y);
            if (need > extra)
                extra = need;
        }
    }
    return extra > INT32_MIN ? extra : 0;
}

static void steps(hj_lx *lx, hj_group *group, int32_t allowed)
{
    size_t n = 0, total = (size_t)group->n_rows;
    for (int i = 0; i < group->n_cells; i++)
        total += (size_t)n_cuts(group->cell[i]) + 1;
    hj_len *ys = HJ_ARRAY(lx->arena, total, hj_len);
    for (int i = 0; i < group->n_cells; i++)
        for (int32_t k = 0; k <= n_cuts(group->cell[i]); k++)
            ys[n++] = reach(group->cell[i], k);
    for (int r = 0; r + 1 < group->n_rows; r++)
        ys[n++] = group->rows[r].y + group->rows[r].h;
    qsort(ys, n, sizeof *ys, by_value);
    int32_t *at = HJ_ARRAY(lx->arena, (size_t)group->n_cells, int32_t);
    for (int i = 0; i < group->n_cells; i++)
        at[i] = -1;
    group->steps = HJ_ARRAY(lx->arena, n, hj_step);
    group->n_steps = 0;
    int row = 0;
    hj_step step = {0};
    for (size_t k = 0; k < n; k++) {
        if (k && ys[k] == ys[k - 1])
            continue;
        while (row < group->n_rows && group->rows[row].y + group->rows[row].h < ys[k])
            row++;
        bool boundary = row + 1 < group->n_rows &&
                        group->rows[row].y + group->rows[row].h == ys[k];
        if (!step.cuts)
            step.cuts = HJ_ARRAY(lx->arena, (size_t)group->n_cells, int32_t);
        if (!cut_at(group, ys[k], allowed, boundary, at, &step))
            continue;
        if (group->n_steps && memcmp(group->steps[group->n_steps - 1].cuts, step.cuts,
                                     (size_t)group->n_cells * sizeof *step.cuts) == 0 && !boundary)
            continue;
        group->steps[group->n_steps++] = step;
        step.cuts = NULL;
    }
    for (int s = 0; s < group->n_steps; s++)
        group->steps[s].start_extra = extra_after(group, s);
}

/* A forced break inside a cell is one of the group where the other cells can be cut as well. */
static bool forced_breaks(hj_lx *lx, hj_group *group, bool tell)
{
    bool any = false;
    for (int i = 0; i < group->n_cells; i++) {
        const hj_cell *cell = group->cell[i];
        for (int32_t k = 0; k < n_cuts(cell); k++) {
            bool met = false;
            if (!cell->galley->breaks[k].force)
                continue;
            any = true;
            for (int s = 0; s < group->n_steps; s++)
                if (group->steps[s].cuts[i] == k && !met) {
                    group->steps[s].force = cell->galley->breaks[k].force;
                    met = true;
                }
            if (!met && tell)
                hj_warning(lx->diags, "HJ-LAYOUT-018", hj_fo_at(cell->fo, lx->diags),
                           "the break in %s cannot be made: what stands beside or around it cannot be cut",
                           hj_fo_type_name(cell->fo->type));
        }
    }
    return any;
}

static hj_len widest_gap(const hj_group *group)
{
    hj_len y = 0, gap = 0;
    for (int s = 0; s <= group->n_steps; s++) {
        hj_len next = s < group->n_steps ? group->steps[s].y : group->h;
        if (next - y > gap)
            gap = next - y;
        y = next;
    }
    return gap;
}

/* Footnotes called from cells stand at the foot of the page their line comes on. */
static void hand_over_notes(hj_galley *g, const hj_group *group)
{
    for (int i = 0; i < group->n_cells; i++) {
        hj_galley *inner = group->cell[i]->galley;
        for (hj_footnote *note = inner ? inner->first_note : NULL, *next; note; note = next) {
            int32_t step = 0;
            while (step < group->n_steps && group->steps[step].cuts[i] < note->seq)
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
    hj_group_measure(group);
    hj_node *node = hj_node_new(g, HJ_NODE_GROUP, fo);
    node->u.group = group;
    int32_t breaks = g->n_breaks;
    hj_galley_commit(g);
    if (g->n_breaks > breaks) {
        g->breaks[g->n_breaks - 1].start_extra += group->lead;
        g->breaks[g->n_breaks - 1].end_extra += group->above ? group->above->trail : 0;
    }
    group->break0 = g->n_breaks;
    bool breakable = group->n_rows > 1;
    for (int i = 0; i < group->n_cells; i++)
        breakable |= n_cuts(group->cell[i]) > 0;
    bool forced = forced_breaks(lx, group, false);
    if (forced && limit == HJ_NEVER_CUT)
        forced_breaks(lx, group, true);
    else if (breakable && (group->h > limit || forced)) {
        /* Cuts against widows and keeps only when the others are too far apart. */
        steps(lx, group, 0);
        if (widest_gap(group) > hj_pass_get_frame(lx)->body_h / 2)
            steps(lx, group, INT32_MAX);
        if (forced)
            forced_breaks(lx, group, true);
    }
    hj_pos y = g->y;
    for (int s = 0; s < group->n_steps; s++) {
        const hj_step *step = &group->steps[s];
        hj_break *b = hj_galley_break_at(g, y + step->y, y + step->y, 0, step->start_extra,
                                         step->strength, step->keeper);
        b->force = step->force;
    }
    hand_over_notes(g, group);
    hj_galley_add(g, node, group->h);
    node->seq0 = group->break0;
    return node;
}
