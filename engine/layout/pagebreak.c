/* Choosing where pages end.
 *
 * The hard idea: the best way on from a break is one page and then the best way on from where it
 * ends, so one sweep from the back finds the best division of the whole sequence (Knuth & Plass for
 * pages that are ragged at the foot). Costs are compared in order: content that runs off a page,
 * keeps broken (the strongest first), the number of pages. Among equals every page, from the first,
 * takes as much as it can: what cannot be filled is left as late as possible. A keep that cannot
 * hold is thereby dropped and named; nothing is ever lost, and the sweep looks at no more than the
 * breaks of one page for each break, so its time is linear. */
#include <string.h>

#include "layout/run.h"

#define RANKS 6
#define LOOK_AHEAD 1000 /* breaks on one page, at most: lines without height end somewhere */

typedef struct cost {
    int64_t over, keeps, pages;
} cost;

typedef struct state { /* a page may begin here: at the start, after a break; or it is the end */
    cost best; /* of everything from here on */
    hj_len start, notes;
} state;

static bool less_or_equal(cost a, cost b)
{
    if (a.over != b.over)
        return a.over < b.over;
    if (a.keeps != b.keeps)
        return a.keeps < b.keeps;
    return a.pages <= b.pages;
}

/* The strengths that occur, weakest first: the weight of one is 1000 times that of the next weaker,
 * so that no number of weak keeps outweighs a strong one. */
typedef struct weights {
    int32_t strengths[RANKS];
    int n;
} weights;

static void note_strength(weights *w, int32_t strength)
{
    int i = 0;
    while (i < w->n && w->strengths[i] < strength)
        i++;
    if (i < w->n && w->strengths[i] == strength)
        return;
    if (w->n == RANKS) {
        if (i == 0)
            return;
        memmove(w->strengths, w->strengths + 1, (size_t)(i - 1) * sizeof *w->strengths);
        w->strengths[i - 1] = strength;
        return;
    }
    memmove(w->strengths + i + 1, w->strengths + i, (size_t)(w->n - i) * sizeof *w->strengths);
    w->strengths[i] = strength;
    w->n++;
}

static int64_t weigh(const weights *w, int32_t strength)
{
    int64_t weight = 1;
    if (!strength)
        return 0;
    for (int i = 0; i < w->n && w->strengths[i] < strength; i++)
        weight *= 1000;
    return weight;
}

typedef struct heights { /* of the pages, asked once */
    const hj_sequence *s;
    hj_len *of;
    int n, cap;
} heights;

/* A page that turns out to have no master is an error when it is made. */
static hj_len body_height(const heights *h, int k, bool last)
{
    const hj_fo_node *wanting, *master = hj_master_find(h->s, k, last, false, &wanting);
    return master ? hj_body_rect(master).h : h->n ? h->of[h->n - 1] : 1;
}

static hj_len height(heights *h, int k, bool last)
{
    if (last)
        return body_height(h, k, true);
    while (h->n <= k) {
        if (h->n == h->cap) {
            h->cap = h->cap ? h->cap * 2 : 64;
            hj_len *more = HJ_ARRAY(h->s->run->lx.arena, (size_t)h->cap, hj_len);
            if (h->n)
                memcpy(more, h->of, (size_t)h->n * sizeof *more);
            h->of = more;
        }
        h->of[h->n] = body_height(h, h->n, false);
        h->n++;
    }
    return h->of[k];
}

/* Page k+1, or the one after when the break asks for the other parity. */
static int next_page(const hj_sequence *s, int k, hj_break_kind force)
{
    int number = s->first_number + k;
    if ((force == HJ_BREAK_EVEN_PAGE && number % 2 != 0) ||
        (force == HJ_BREAK_ODD_PAGE && number % 2 == 0))
        return k + 1;
    return k;
}

static void sum_notes(hj_galley *g)
{
    const hj_footnote *note = g->first_note;
    hj_len sum = 0;
    for (int32_t b = 0; b < g->n_breaks; b++) {
        for (; note && note->seq <= b; note = note->next)
            sum += note->galley->y;
        g->breaks[b].notes = sum;
    }
}

static hj_len all_notes(const hj_galley *g)
{
    hj_len sum = 0;
    for (const hj_footnote *note = g->first_note; note; note = note->next)
        sum += note->galley->y;
    return sum;
}

static void warn(const hj_sequence *s, const hj_break *b)
{
    const hj_fo_node *fo = b->keeper ? b->keeper : s->flow;
    if (b->strength == HJ_KEEP_WIDOWS)
        hj_warning(s->run->lx.diags, "HJ-LAYOUT-050", hj_fo_at(fo, s->run->lx.diags),
                   "widows and orphans of %s cannot hold and were dropped",
                   hj_fo_type_name(fo->type));
    else
        hj_warning(s->run->lx.diags, "HJ-LAYOUT-051", hj_fo_at(fo, s->run->lx.diags),
                   "the keep of %s cannot hold on a page and was dropped",
                   hj_fo_type_name(fo->type));
}

typedef struct sweep {
    const hj_sequence *s;
    const hj_galley *g;
    state *states; /* [0] the start, [i] after break i-1, [n_breaks+1] the end */
    weights w;
    heights h;
    hj_len separator, notes; /* of the footnotes; of all of them */
} sweep;

/* The best end for page k that begins in state a, the latest of equals. */
static int32_t choose(sweep *w, int32_t a, int k, cost *best, hj_len *height_used)
{
    const state *from = &w->states[a];
    int32_t n = w->g->n_breaks, found = 0;
    for (int32_t at = a + 1; at <= n + 1 && at <= a + LOOK_AHEAD; at++) {
        const hj_break *b = at <= n ? &w->g->breaks[at - 1] : NULL;
        hj_len end = b ? b->end_y : w->g->y, notes = b ? b->notes : w->notes;
        hj_len used = end - from->start + (b ? b->end_extra : 0), room = height(&w->h, k, !b);
        if (notes > from->notes)
            used += notes - from->notes + w->separator;
        if (used > room && at > a + 1) {
            if (end - from->start > room && b)
                break;
            if (b && b->force)
                break;
            continue;
        }
        cost c = w->states[at].best;
        if (used > room)
            c.over += used - room;
        c.keeps += b ? weigh(&w->w, b->strength) : 0;
        c.pages++;
        if (!found || less_or_equal(c, *best)) {
            *best = c;
            *height_used = used;
            found = at;
        }
        if (b && b->force)
            break;
    }
    return found;
}

size_t hj_page_breaks(const hj_sequence *s, hj_galley *g, hj_len separator, hj_page_cut **cuts)
{
    hj_arena *arena = s->run->lx.arena;
    int32_t n = g->n_breaks;
    sweep w = {.s = s, .g = g, .h.s = s, .separator = separator};
    sum_notes(g);
    w.notes = all_notes(g);
    w.states = HJ_ARRAY(arena, (size_t)n + 2, state);
    for (int32_t b = 0; b < n; b++) {
        w.states[b + 1].start = g->breaks[b].start_y - g->breaks[b].start_extra;
        w.states[b + 1].notes = g->breaks[b].notes;
        if (g->breaks[b].strength)
            note_strength(&w.w, g->breaks[b].strength);
    }
    /* Only the first page is known to be the first; for the others the master of a page in the
     * midst must do, with the parity they would have if every page were full. */
    int k = next_page(s, 0, g->first_force);
    hj_len usual = height(&w.h, k + 1, false);
    for (int32_t a = n; a > 0; a--) {
        hj_len used;
        int page = k + 1;
        if (usual > 0 && w.states[a].start > 0 && w.states[a].start / usual < HJ_LIMIT_PAGES)
            page += w.states[a].start / usual;
        choose(&w, a, page, &w.states[a].best, &used);
    }
    size_t pages = 0, cap = 16;
    hj_page_cut *out = HJ_ARRAY(arena, cap, hj_page_cut);
    for (int32_t a = 0; a <= n;) {
        cost best;
        hj_len used = 0;
        int32_t to = choose(&w, a, k, &best, &used);
        if (pages == cap) {
            hj_page_cut *more = HJ_ARRAY(arena, cap * 2, hj_page_cut);
            memcpy(more, out, cap * sizeof *more);
            out = more;
            cap *= 2;
        }
        out[pages++] = (hj_page_cut){a - 1, to - 1, k, used};
        if (to <= n) {
            const hj_break *b = &g->breaks[to - 1];
            if (b->strength && !b->force)
                warn(s, b);
            k = next_page(s, k + 1, b->force);
        }
        a = to;
        if (pages > HJ_LIMIT_PAGES)
            break;
    }
    for (size_t i = 0; i < pages; i++) {
        hj_len room = height(&w.h, out[i].k, i + 1 == pages);
        if (out[i].height > room)
            hj_warning(s->run->lx.diags, "HJ-LAYOUT-052", hj_fo_at(s->flow, s->run->lx.diags),
                       "on page %d the content is %d pt higher than the page",
                       s->first_number + out[i].k, (out[i].height - room + 999) / 1000);
    }
    *cuts = out;
    return pages;
}
