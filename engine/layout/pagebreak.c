/* Choosing where pages end.
 *
 * The hard idea: the best way to reach a break is the best way to reach some earlier break plus one
 * page between them, so one sweep finds the best division of the whole sequence (Knuth & Plass for
 * pages that are ragged at the foot). Costs are compared in order: content that runs off a page,
 * keeps broken (the strongest first), the number of pages, unused room. A keep that cannot hold is
 * thereby dropped and named; nothing is ever lost, and the sweep looks at no more than the breaks
 * of one page for each break, so its time is linear. */
#include <string.h>

#include "layout/run.h"

#define RANKS 6
#define LOOK_BACK 4000 /* breaks on one page, at most */

typedef struct cost {
    int64_t over, keeps, rest;
} cost;

typedef struct state { /* a page may begin here */
    cost best;
    int32_t from; /* state the page before began at; -1 none */
    int k; /* the page of the sequence that begins here */
    hj_len start, notes;
    hj_len height; /* of the page before */
} state;

static bool less(cost a, cost b)
{
    if (a.over != b.over)
        return a.over < b.over;
    if (a.keeps != b.keeps)
        return a.keeps < b.keeps;
    return a.rest < b.rest;
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

static hj_len height(heights *h, int k, bool last)
{
    const hj_fo_node *master;
    if (last) {
        master = hj_master_for(h->s, k, true, false);
        return master ? hj_body_rect(master).h : 1;
    }
    while (h->n <= k) {
        if (h->n == h->cap) {
            h->cap = h->cap ? h->cap * 2 : 64;
            hj_len *more = HJ_ARRAY(h->s->run->lx.arena, (size_t)h->cap, hj_len);
            if (h->n)
                memcpy(more, h->of, (size_t)h->n * sizeof *more);
            h->of = more;
        }
        master = hj_master_for(h->s, h->n, false, false);
        h->of[h->n++] = master ? hj_body_rect(master).h : 1;
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
        hj_warning(s->run->lx.diags, "HJ-LAYOUT-050", fo->place,
                   "widows and orphans of %s cannot hold and were dropped", hj_fo_type_name(fo->type));
    else
        hj_warning(s->run->lx.diags, "HJ-LAYOUT-051", fo->place,
                   "the keep of %s cannot hold on a page and was dropped",
                   hj_fo_type_name(fo->type));
}

size_t hj_page_breaks(const hj_sequence *s, hj_galley *g, hj_len separator, hj_page_cut **cuts)
{
    hj_arena *arena = s->run->lx.arena;
    int32_t n = g->n_breaks;
    state *states = HJ_ARRAY(arena, (size_t)n + 2, state);
    weights w = {.n = 0};
    heights hs = {.s = s};
    sum_notes(g);
    hj_len notes_all = all_notes(g);
    for (int32_t b = 0; b < n; b++)
        if (g->breaks[b].strength)
            note_strength(&w, g->breaks[b].strength);
    states[0] = (state){.from = -1, .k = next_page(s, 0, g->first_force)};
    int32_t low = 0;
    for (int32_t at = 1; at <= n + 1; at++) { /* the page ends at break at-1, or at the end */
        const hj_break *b = at <= n ? &g->breaks[at - 1] : NULL;
        hj_len end = b ? b->end_y : g->y, extra = b ? b->end_extra : 0;
        hj_len notes = b ? b->notes : notes_all;
        int64_t keeps = b ? weigh(&w, b->strength) : 0;
        bool free_foot = !b || b->force;
        state *to = &states[at];
        to->from = -1;
        if (at - low > LOOK_BACK)
            low = at - LOOK_BACK;
        for (int32_t a = low; a < at; a++) {
            const state *from = &states[a];
            hj_len used = end - from->start + extra, room = height(&hs, from->k, !b);
            if (notes > from->notes)
                used += notes - from->notes + separator;
            if (used > room && a < at - 1) {
                if (a == low && end - from->start > room && b)
                    low++;
                continue;
            }
            cost c = from->best;
            if (used > room)
                c.over += used - room;
            c.keeps += keeps;
            c.rest += INT64_C(1000000000000);
            if (!free_foot && used < room) {
                int64_t unused = (room - used) / 1000;
                c.rest += unused * unused;
            }
            if (to->from < 0 || less(c, to->best)) {
                to->best = c;
                to->from = a;
                to->height = used;
            }
        }
        if (b) {
            to->k = next_page(s, states[to->from].k + 1, b->force);
            to->start = b->start_y - b->start_extra;
            to->notes = b->notes;
            if (b->force)
                low = at;
        }
    }
    size_t pages = 0;
    for (int32_t at = n + 1; at > 0; at = states[at].from)
        pages++;
    *cuts = HJ_ARRAY(arena, pages, hj_page_cut);
    size_t i = pages;
    for (int32_t at = n + 1; at > 0; at = states[at].from) {
        int32_t from = states[at].from;
        (*cuts)[--i] = (hj_page_cut){from - 1, at - 1, states[from].k, states[at].height};
    }
    for (i = 0; i + 1 < pages; i++) {
        const hj_break *b = &g->breaks[(*cuts)[i].to];
        if (b->strength && !b->force)
            warn(s, b);
    }
    for (i = 0; i < pages; i++) {
        const hj_page_cut *cut = &(*cuts)[i];
        hj_len room = height(&hs, cut->k, i + 1 == pages);
        if (cut->height > room)
            hj_warning(s->run->lx.diags, "HJ-LAYOUT-052", s->flow->place,
                       "on page %d the content is %d pt higher than the page",
                       s->first_number + cut->k, (cut->height - room + 999) / 1000);
    }
    return pages;
}
