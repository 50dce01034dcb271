/* Cuts through a group: the places where a page may end inside a row, or between two rows that a
 * cell spans.
 *
 * The hard idea: a cut at height y takes from every cell what ends above y, and lets the rest of
 * every cell begin at the top of the next page. Only the cells of the row that y lies in stand on
 * both sides; a step remembers how they are divided and nothing of all the others, so that a span
 * over thousands of rows costs no more than they. What stands between two steps is the highest of
 * those cells' stretches; how much the rest after a step is higher (or lower: spaces vanish) than
 * what the uncut group has below it, is the step's start_extra. */
#include <stdlib.h>
#include <string.h>

#include "layout/run.h"

static int32_t n_cuts(const hj_cell *cell)
{
    return cell->galley ? cell->galley->n_breaks : 0;
}

static hj_len bottom(const hj_group *group, const hj_cell *cell)
{
    return group->rows ? cell->y + cell->h : group->h;
}

static hj_len row_end(const hj_group *group, int r)
{
    return group->rows ? group->rows[r].y + group->rows[r].h : group->h;
}

int32_t hj_step_cut(const hj_group *group, const hj_step *step, int cell)
{
    for (int i = 0; i < step->n_cuts; i++)
        if (step->cuts[i].cell == cell)
            return step->cuts[i].at;
    const hj_cell *of = group->cell[cell];
    return bottom(group, of) <= step->y ? n_cuts(of) : -1;
}

/* How far down the group the cell reaches when it is cut there; cut n_breaks: after all of its
 * content, but its end edge stands on the next page with those of its neighbours. */
static hj_len reach(const hj_cell *cell, int32_t cut)
{
    hj_len content = 0;
    if (cut < 0)
        return cell->y;
    if (cell->galley)
        content = (hj_len)hj_galley_height(cell->galley, -1, cut);
    return cell->y + cell->before + content + cell->retain_after;
}

/* What stands on a page that begins at cut from and ends at cut to; ends: the cell ends on it. */
static hj_len between(const hj_cell *cell, int32_t from, int32_t to, bool ends)
{
    hj_len edges = (from < 0 ? cell->before : cell->retain_before) +
                   (ends ? cell->after : cell->retain_after);
    if (from == to || !cell->galley)
        return edges;
    return edges + (hj_len)hj_galley_height(cell->galley, from, to);
}

/* ---- the steps ---- */
typedef struct cutter {
    hj_lx *lx;
    hj_group *group;
    int32_t allowed; /* the strongest keep in a cell that a cut may violate */
    int32_t *at; /* by cell: the last cut above the height looked at */
    int n; /* cells that may stand in one row */
} cutter;

/* The cell of row r at place i; NULL where another place has it. */
static const hj_cell *cell_at(const hj_group *group, int r, int i)
{
    if (!group->rows)
        return group->cell[i];
    const hj_cell *cell = group->rows[r].grid[i];
    return cell->column == i ? cell : NULL;
}

static void ask_keep(hj_step *step, const hj_fo_node *row, const hj_keep *keep)
{
    int32_t strength = hj_keep_page(keep);
    if (strength > step->strength) {
        step->strength = strength;
        step->keeper = row;
    }
}

/* What the rows themselves ask of a cut through row r, or (boundary) of the one behind it. */
static void ask_rows(const hj_lx *lx, const hj_group *group, int r, bool boundary, hj_step *step)
{
    bool breaks = lx->tree->readings->span_breaks;
    const hj_fo_node *row = group->rows ? group->rows[r].fo : NULL;
    const hj_fo_node *next = boundary ? group->rows[r + 1].fo : NULL;
    if (row && !boundary)
        ask_keep(step, row, &row->in->keep_together);
    if (row && boundary) {
        ask_keep(step, row, &row->own->keep_with_next);
        step->force = breaks ? row->own->break_after : HJ_BREAK_AUTO;
    }
    if (next) {
        ask_keep(step, next, &next->own->keep_with_previous);
        if (breaks && next->own->break_before > step->force)
            step->force = next->own->break_before;
    }
}

/* The cut at height y in row r; false when a cell would have to be cut where it cannot. */
static bool cut_at(const cutter *k, hj_len y, int r, hj_step *step)
{
    const hj_group *group = k->group;
    bool boundary = y == row_end(group, r), left = false;
    *step = (hj_step){.y = group->rows ? group->rows[r].y : 0, .row = r, .cuts = step->cuts};
    for (int i = 0; i < k->n; i++) {
        const hj_cell *cell = cell_at(group, r, i);
        if (!cell || (boundary && bottom(group, cell) <= y))
            continue;
        int32_t n = n_cuts(cell), cut = k->at[cell->index];
        while (cut + 1 < n && reach(cell, cut + 1) <= y)
            cut++;
        k->at[cell->index] = cut;
        if (reach(cell, n) <= y) {
            cut = n;
        } else {
            while (cut >= 0 && cell->galley->breaks[cut].strength > k->allowed)
                cut--;
            left = true;
        }
        if (cut < 0 && !(boundary && cell->rows > 1 && k->allowed == INT32_MAX))
            return false;
        step->cuts[step->n_cuts++] = (hj_cut){cell->index, cut};
        if (cut >= 0 && cut < n && cell->galley->breaks[cut].strength > step->strength) {
            step->strength = cell->galley->breaks[cut].strength;
            step->keeper = cell->galley->breaks[cut].keeper;
        }
        if (reach(cell, cut) > step->y)
            step->y = reach(cell, cut);
    }
    if (boundary)
        step->y = y;
    ask_rows(k->lx, group, r, boundary, step);
    return left || boundary;
}

static bool same_cuts(const hj_step *a, const hj_step *b)
{
    return a->row == b->row && a->n_cuts == b->n_cuts &&
           memcmp(a->cuts, b->cuts, (size_t)a->n_cuts * sizeof *a->cuts) == 0;
}

/* Where a cell would end if only what is stated for it or its row made its height. */
static hj_len stated_bottom(const hj_group *group, const hj_cell *cell)
{
    const hj_fo_node *row = group->rows ? group->rows[cell->row].fo : NULL;
    hj_len edges = cell->before + cell->after, h = row ? hj_least_height(row) : 0;
    if (h > 0 && group->table->row_of_contents)
        h += edges;
    hj_len own = cell->fo ? hj_least_height(cell->fo) : 0;
    if (own > 0 && own + edges > h)
        h = own + edges;
    return cell->y + h;
}

/* Only cells that end in the row that is cut can tell that it is lower. */
static hj_len extra_after(const hj_group *group, const hj_step *step)
{
    hj_len extra = INT32_MIN, end = row_end(group, step->row);
    for (int i = 0; i < step->n_cuts; i++) {
        const hj_cell *cell = group->cell[step->cuts[i].cell];
        hj_len need = between(cell, step->cuts[i].at, n_cuts(cell), true) -
                      (bottom(group, cell) - step->y);
        if (need < stated_bottom(group, cell) - bottom(group, cell))
            need = stated_bottom(group, cell) - bottom(group, cell);
        if (need < 0 && (end == step->y || bottom(group, cell) > end))
            need = 0;
        if (need > extra)
            extra = need;
    }
    return extra > INT32_MIN ? extra : 0;
}

static int by_value(const void *a, const void *b)
{
    hj_len x = *(const hj_len *)a, y = *(const hj_len *)b;
    return (x > y) - (x < y);
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
        ys[n++] = row_end(group, r);
    qsort(ys, n, sizeof *ys, by_value);
    cutter k = {.lx = lx, .group = group, .allowed = allowed};
    k.n = group->rows ? group->table->n_columns : group->n_cells;
    k.at = HJ_ARRAY(lx->arena, (size_t)group->n_cells, int32_t);
    for (int i = 0; i < group->n_cells; i++)
        k.at[i] = -1;
    hj_cut *cuts = HJ_ARRAY(lx->arena, (size_t)k.n, hj_cut);
    group->steps = HJ_ARRAY(lx->arena, n, hj_step);
    group->n_steps = 0;
    int row = 0;
    for (size_t i = 0; i < n; i++) {
        hj_step step = {.cuts = cuts};
        if (i && ys[i] == ys[i - 1])
            continue;
        while (row + 1 < group->n_rows && row_end(group, row) < ys[i])
            row++;
        if (ys[i] >= group->h || !cut_at(&k, ys[i], row, &step))
            continue;
        if (group->n_steps && same_cuts(&group->steps[group->n_steps - 1], &step) &&
            ys[i] != row_end(group, row))
            continue;
        step.cuts = HJ_ARRAY(lx->arena, (size_t)(step.n_cuts ? step.n_cuts : 1), hj_cut);
        if (step.n_cuts)
            memcpy(step.cuts, cuts, (size_t)step.n_cuts * sizeof *cuts);
        step.start_extra = extra_after(group, &step);
        group->steps[group->n_steps++] = step;
    }
}

hj_len hj_group_between(const hj_group *group, int s, int t)
{
    const hj_step *from = &group->steps[s], *to = &group->steps[t];
    hj_len h = 0;
    if (to->row > from->row || to->y == row_end(group, from->row))
        h = to->y - from->y + from->start_extra;
    for (int i = 0; i < from->n_cuts; i++) {
        const hj_cell *cell = group->cell[from->cuts[i].cell];
        if (bottom(group, cell) <= to->y)
            continue;
        int32_t cut = hj_step_cut(group, to, cell->index);
        hj_len stretch = between(cell, from->cuts[i].at, cut, false);
        if (stretch > h)
            h = stretch;
    }
    return h;
}

static bool rows_force(const hj_lx *lx, const hj_group *group)
{
    if (!lx->tree->readings->span_breaks)
        return false;
    for (int r = 0; r + 1 < group->n_rows; r++) {
        const hj_fo_node *row = group->rows[r].fo, *next = group->rows[r + 1].fo;
        if ((row && row->own->break_after) || (next && next->own->break_before))
            return true;
    }
    return false;
}

/* A forced break inside a cell is one of the group where the other cells can be cut as well. */
static bool forced_breaks(hj_lx *lx, hj_group *group, bool tell)
{
    bool any = false;
    for (int i = 0; i < group->n_cells; i++) {
        const hj_cell *cell = group->cell[i];
        int s = 0;
        for (int32_t k = 0; k < n_cuts(cell); k++) {
            if (!cell->galley->breaks[k].force)
                continue;
            any = true;
            while (s < group->n_steps && hj_step_cut(group, &group->steps[s], i) < k)
                s++;
            if (s < group->n_steps && hj_step_cut(group, &group->steps[s], i) == k)
                group->steps[s].force = cell->galley->breaks[k].force;
            else if (tell)
                hj_warning(lx->diags, "HJ-LAYOUT-018", hj_fo_at(cell->fo, lx->diags),
                           "the break in %s cannot be made: what stands beside or around it cannot be cut",
                           hj_fo_type_name(cell->fo->type));
        }
    }
    return any;
}

/* Whether a page can hold what stands between any two neighbouring cuts. */
static bool fine_enough(const hj_group *group, hj_len room)
{
    if (!group->n_steps)
        return group->h <= room;
    const hj_step *last = &group->steps[group->n_steps - 1];
    if (group->steps[0].y > room || group->h - last->y + last->start_extra > room)
        return false;
    for (int s = 1; s < group->n_steps; s++)
        if (hj_group_between(group, s - 1, s) > room)
            return false;
    return true;
}

void hj_group_cut(hj_lx *lx, hj_group *group, hj_len limit)
{
    bool breakable = group->n_rows > 1;
    for (int i = 0; i < group->n_cells; i++)
        breakable |= n_cuts(group->cell[i]) > 0;
    bool forced = forced_breaks(lx, group, false) || rows_force(lx, group);
    if (limit == HJ_NEVER_CUT && forced)
        forced_breaks(lx, group, true);
    if (limit == HJ_NEVER_CUT || !breakable || (group->h <= limit && !forced))
        return;
    hj_len room = hj_pass_get_frame(lx)->body_h;
    /* Cuts against widows and keeps only when the others are too far apart. */
    steps(lx, group, 0);
    if (!fine_enough(group, room))
        steps(lx, group, INT32_MAX);
    if (forced)
        forced_breaks(lx, group, true);
}
