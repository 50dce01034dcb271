/* The breaker: lines of a paragraph and pages of a flow.
 *
 * The hard idea is Knuth and Plass's (Breaking paragraphs into lines, 1981): content is boxes, glue
 * and penalties; a break is judged by how far the glue of its line must stretch or shrink; and the
 * best breaks for the whole are found in one walk, keeping for every place only the best way to
 * get there (an "active" break) as long as a line from it can still be set.
 *
 * Where it differs from the paper:
 * - Integers only, so that every machine breaks alike. Ratios are in 1/1000.
 * - A walk with a small tolerance comes first, then wider ones. The last one cannot fail: when no
 *   active break is left it goes back to the last place that fitted (as a greedy breaker would) and
 *   walks on from there; a single box wider than the measure is set overfull.
 * - The active list has a cap, so that no input makes the walk quadratic. */
#include <stdlib.h>
#include <string.h>

#include "layout/internal.h"

#define RATIO_NONE 1000000 /* nothing to stretch: worse than any ratio that is set */
#define ACTIVE_MAX 256
#define LINE_PENALTY 10
#define BADNESS_MAX 100000

/* Sums of all items before an index. */
typedef struct sums {
    int64_t width, stretch, shrink, fil;
} sums;

typedef struct node {
    int32_t item; /* broken at; -1 the beginning */
    int32_t start; /* first item of the next line: what is thrown away after the break is skipped */
    int32_t line; /* how many lines end here or before */
    int32_t previous; /* node */
    int32_t ratio;
    int32_t flagged; /* hyphens in a row up to here */
    int32_t fitness;
    int64_t demerits;
} node;

typedef struct walk {
    const hj_item *items;
    int32_t n;
    const hj_break_options *options;
    const sums *before;
    node *nodes;
    int32_t n_nodes, cap_nodes;
    int32_t active[ACTIVE_MAX];
    int32_t n_active;
    int32_t tolerance;
    bool last_pass;
    int32_t row_from, row_to; /* line_start */
} walk;

static bool is_forced(const walk *w, int32_t i)
{
    return i == w->n || (w->items[i].kind == HJ_PENALTY && w->items[i].penalty <= -HJ_INFINITY);
}

/* Glue and penalties at the beginning of a line vanish; a forced break does not. They may be many,
 * and a break possible at each: what was found for one holds for the others of the row. */
static int32_t line_start(walk *w, int32_t i)
{
    if (i >= w->row_from && i < w->row_to)
        return w->row_to;
    w->row_from = i;
    if (i < w->n)
        i++;
    while (i < w->n && w->items[i].kind != HJ_BOX && !is_forced(w, i))
        i++;
    return w->row_to = i;
}

static hj_len measure(const walk *w, int32_t line)
{
    const hj_break_options *o = w->options;
    return o->widths[(size_t)line < o->n_widths ? (size_t)line : o->n_widths - 1];
}

/* Lines that have the same measures before them are interchangeable. */
static int32_t line_class(const walk *w, int32_t line)
{
    int32_t last = (int32_t)w->options->n_widths - 1;
    return line < last ? line : last;
}

/* The ratio to which the glue of a line from a to the break at i must be set. */
static int32_t ratio(const walk *w, const node *a, int32_t i)
{
    if (a->start > i) /* nothing but thrown-away glue: an empty line */
        return 0;
    const sums *from = &w->before[a->start], *to = &w->before[i];
    int64_t width = to->width - from->width;
    if (i < w->n && w->items[i].kind == HJ_PENALTY)
        width += w->items[i].width;
    int64_t room = measure(w, a->line) - width;
    if (room == 0)
        return 0;
    if (room > 0) {
        if (to->fil > from->fil)
            return 0;
        int64_t stretch = to->stretch - from->stretch + w->options->line_stretch;
        if (stretch <= 0 || room * 1000 / stretch > RATIO_NONE)
            return RATIO_NONE;
        return (int32_t)(room * 1000 / stretch);
    }
    int64_t shrink = to->shrink - from->shrink;
    if (shrink <= 0 || -room * 1000 / shrink > RATIO_NONE)
        return -RATIO_NONE;
    return (int32_t)(-((-room * 1000 + shrink - 1) / shrink)); /* rounded to the safe side */
}

/* Whether a line from a to i is too short to be set within tolerance, or too long; the same answer
 * as from the ratio, without dividing: most active breaks are asked only this. */
static bool is_loose(const walk *w, const node *a, int32_t i)
{
    const sums *from = &w->before[a->start], *to = &w->before[i];
    int64_t room = measure(w, a->line) - (to->width - from->width);
    if (i < w->n && w->items[i].kind == HJ_PENALTY)
        room -= w->items[i].width;
    if (room <= 0 || a->start > i || to->fil > from->fil)
        return false;
    int64_t stretch = to->stretch - from->stretch + w->options->line_stretch;
    return stretch <= 0 || room * 1000 >= (w->tolerance + (int64_t)1) * stretch;
}

/* Of lines of unlike tightness only one kind is told apart when nobody minds them meeting. */
static int32_t fitness(const walk *w, int32_t r)
{
    if (!w->options->fitness_demerits)
        return 1;
    return r < -500 ? 0 : r <= 500 ? 1 : r <= 1000 ? 2 : 3;
}

static int64_t demerits(const walk *w, const node *a, int32_t i, int32_t r)
{
    int64_t size = r < 0 ? -(int64_t)r : r;
    int64_t bad = size > 10000 ? BADNESS_MAX : 100 * size * size * size / 1000000000;
    int64_t d = (LINE_PENALTY + bad) * (LINE_PENALTY + bad);
    bool flagged = false;
    if (i < w->n && w->items[i].kind == HJ_PENALTY) {
        int64_t p = w->items[i].penalty;
        if (p > 0)
            d += p * p;
        else if (p > -HJ_INFINITY)
            d -= p * p;
        flagged = w->items[i].flagged;
    }
    if (flagged && a->flagged)
        d += w->options->flagged_demerits;
    int32_t apart = fitness(w, r) - a->fitness;
    if (a->item >= 0 && (apart > 1 || apart < -1))
        d += w->options->fitness_demerits;
    return a->demerits + d;
}

static int32_t add_node(walk *w, node made)
{
    if (w->n_nodes == w->cap_nodes) {
        w->cap_nodes = w->cap_nodes ? w->cap_nodes * 2 : 128;
        node *bigger = realloc(w->nodes, (size_t)w->cap_nodes * sizeof *bigger);
        if (!bigger)
            abort();
        w->nodes = bigger;
    }
    w->nodes[w->n_nodes] = made;
    return w->n_nodes++;
}

static node line_to(walk *w, int32_t from, int32_t i, int32_t r)
{
    const node *a = &w->nodes[from];
    bool flagged = i < w->n && w->items[i].kind == HJ_PENALTY && w->items[i].flagged;
    return (node){.item = i, .start = line_start(w, i), .line = a->line + 1, .previous = from,
                  .ratio = r, .flagged = flagged ? a->flagged + 1 : 0, .fitness = fitness(w, r),
                  .demerits = demerits(w, a, i, r)};
}

/* Room for one more: the worst way so far is given up. */
static void activate(walk *w, int32_t which)
{
    if (w->n_active < ACTIVE_MAX) {
        w->active[w->n_active++] = which;
        return;
    }
    int32_t worst = 0;
    for (int32_t k = 1; k < w->n_active; k++)
        if (w->nodes[w->active[k]].demerits >= w->nodes[w->active[worst]].demerits)
            worst = k;
    memmove(&w->active[worst], &w->active[worst + 1],
            (size_t)(w->n_active - worst - 1) * sizeof *w->active);
    w->active[w->n_active - 1] = which;
}

/* Keeps made among the candidates when it is the best of its line and fitness. */
static int offer(const walk *w, node *candidates, int n, int max, node made)
{
    for (int k = 0; k < n; k++)
        if (candidates[k].fitness == made.fitness
            && line_class(w, candidates[k].line) == line_class(w, made.line)) {
            if (made.demerits < candidates[k].demerits)
                candidates[k] = made;
            return n;
        }
    if (n < max)
        candidates[n++] = made;
    return n;
}

static bool allowed(const walk *w, const node *a, int32_t i)
{
    return !w->options->max_flagged || i == w->n || w->items[i].kind != HJ_PENALTY
           || !w->items[i].flagged || a->flagged < w->options->max_flagged;
}

static bool is_legal(const walk *w, int32_t i)
{
    if (i == w->n)
        return true;
    if (w->items[i].kind == HJ_GLUE)
        return i > 0 && w->items[i - 1].kind == HJ_BOX;
    return w->items[i].kind == HJ_PENALTY && w->items[i].penalty < HJ_INFINITY;
}

/* Where before i a line from a had best end when nothing is within tolerance: emptiness (1/1000 of
 * the measure) and penalty weigh alike. -1 when there is no place. */
static int32_t place_that_fits(const walk *w, const node *a, int32_t i)
{
    int32_t best = -1;
    int64_t least = 0;
    for (int32_t j = i - 1; j > a->start; j--) {
        if (!is_legal(w, j) || !allowed(w, a, j) || ratio(w, a, j) < -1000)
            continue;
        int64_t room = measure(w, a->line) - (w->before[j].width - w->before[a->start].width);
        int64_t cost = room * 1000 / (measure(w, a->line) + 1);
        if (w->items[j].kind == HJ_PENALTY)
            cost += w->items[j].penalty;
        if (best < 0 || cost < least) {
            best = j;
            least = cost;
        }
    }
    return best;
}

/* Tries to end a line at i. False when no active break is left and this is not the last pass. */
static bool try_break(walk *w, int32_t i)
{
    enum { CANDIDATES = 64 };
    node candidates[CANDIDATES];
    int n = 0;
    bool forced = is_forced(w, i);
    for (int rescue = 0;; rescue++) {
        int32_t kept = 0, lost = -1, loose = -1;
        for (int32_t k = 0; k < w->n_active; k++) {
            int32_t at = w->active[k];
            const node *a = &w->nodes[at];
            if (!forced && is_loose(w, a, i)) {
                w->active[kept++] = at;
                continue;
            }
            int32_t r = ratio(w, a, i);
            if (r >= -1000 && r <= w->tolerance && allowed(w, a, i))
                n = offer(w, candidates, n, CANDIDATES, line_to(w, at, i, r));
            else if (r > w->tolerance && (loose < 0 || a->demerits < w->nodes[loose].demerits))
                loose = at;
            if (r < -1000 && (lost < 0 || a->demerits <= w->nodes[lost].demerits))
                lost = at;
            if (r >= -1000 && !forced)
                w->active[kept++] = at;
        }
        if (kept || n) {
            w->n_active = kept;
            break;
        }
        if (!w->last_pass)
            return false;
        w->n_active = 0;
        if (loose >= 0) { /* forced, and the line is too short for its glue: it is set so */
            n = offer(w, candidates, n, CANDIDATES,
                      line_to(w, loose, i, ratio(w, &w->nodes[loose], i)));
            break;
        }
        /* Too long from everywhere. Back to the best place that fits; from there this place may
         * be reached. When there is none the line is one unbreakable thing, set overfull. */
        int32_t back = rescue == 0 ? place_that_fits(w, &w->nodes[lost], i) : -1;
        if (back >= 0) {
            int32_t r = ratio(w, &w->nodes[lost], back);
            activate(w, add_node(w, line_to(w, lost, back, r)));
            continue;
        }
        n = offer(w, candidates, n, CANDIDATES,
                  line_to(w, lost, i, ratio(w, &w->nodes[lost], i)));
        break;
    }
    for (int k = 0; k < n; k++)
        activate(w, add_node(w, candidates[k]));
    return true;
}

/* One walk over all items. The index of the best last node, or -1. */
static int32_t run(walk *w, int32_t tolerance, bool last_pass)
{
    w->n_nodes = w->n_active = 0;
    w->row_from = w->row_to = 0;
    w->tolerance = tolerance;
    w->last_pass = last_pass;
    node begin = {.item = -1, .previous = -1, .fitness = 1};
    while (begin.start < w->n && w->items[begin.start].kind == HJ_PENALTY
           && !is_forced(w, begin.start))
        begin.start++;
    activate(w, add_node(w, begin));
    for (int32_t i = 0; i <= w->n; i++) {
        if (i == w->n && i > 0 && is_forced(w, i - 1))
            break; /* the items end with their own forced break */
        if (is_legal(w, i) && !try_break(w, i))
            return -1;
    }
    int32_t best = -1;
    for (int32_t k = 0; k < w->n_active; k++)
        if (best < 0 || w->nodes[w->active[k]].demerits < w->nodes[best].demerits)
            best = w->active[k];
    return best;
}

size_t hj_break_items(const hj_item *items, size_t n, const hj_break_options *options,
                      hj_arena *arena, hj_breakpoint **out)
{
    *out = NULL;
    if (!n)
        return 0;
    sums *before = malloc((n + 1) * sizeof *before);
    if (!before)
        abort();
    before[0] = (sums){0};
    for (size_t i = 0; i < n; i++) {
        sums s = before[i];
        if (items[i].kind != HJ_PENALTY)
            s.width += items[i].width;
        if (items[i].kind != HJ_PENALTY) { /* boxes have some when letters may be spaced */
            s.shrink += items[i].shrink;
            if (items[i].stretch >= HJ_FIL)
                s.fil++;
            else if (items[i].stretch <= -HJ_FIL)
                s.fil--;
            else
                s.stretch += items[i].stretch;
        }
        before[i + 1] = s;
    }
    walk w = {.items = items, .n = (int32_t)n, .options = options, .before = before};
    int32_t tolerance = options->tolerance > 0 ? options->tolerance : 1;
    int32_t best = run(&w, tolerance, false);
    if (best < 0 && options->only_tolerance) {
        free(before);
        free(w.nodes);
        return 0;
    }
    if (best < 0)
        best = run(&w, tolerance < 2500 ? 2500 : tolerance * 2, false);
    if (best < 0)
        best = run(&w, tolerance < 5000 ? 10000 : tolerance * 4, true);

    size_t count = (size_t)w.nodes[best].line;
    hj_breakpoint *points = HJ_ARRAY(arena, count, hj_breakpoint);
    for (size_t k = count; k > 0; k--) {
        points[k - 1] = (hj_breakpoint){.item = w.nodes[best].item, .ratio = w.nodes[best].ratio};
        best = w.nodes[best].previous;
    }
    free(before);
    free(w.nodes);
    *out = points;
    return count;
}
