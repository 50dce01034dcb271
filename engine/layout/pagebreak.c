/* Choosing where a page or a column ends.
 *
 * The hard idea: the best way on from a break is one page and then the best way on from where it
 * ends, so one sweep from the back knows what the rest of the flow costs from every break on (Knuth
 * & Plass for pages that are ragged at the foot): its outlook. The sweep takes all pages to be
 * alike; pages.c then goes forward and chooses the end of every page by its true height, its
 * footnotes and the outlook. Costs are compared in order: content that runs off a page, keeps
 * broken (the strongest first), the number of pages. Among equals every page, from the first, takes
 * as much as it can. A keep that cannot hold is thereby dropped and named; nothing is ever lost,
 * and the sweep looks at no more than the breaks of one page for each break: its time is linear. */
#include <string.h>

#include "layout/run.h"

#define RANKS 6
#define LOOK_AHEAD 1000 /* breaks on one page, at most: lines without height end somewhere */

typedef struct weights {
    int32_t strengths[RANKS]; /* that occur, weakest first */
    int n;
} weights;

struct hj_outlook {
    hj_cost *best; /* [b + 1]: of everything after break b; [n_breaks + 1] the end */
    weights w;
};

bool hj_cost_at_most(const hj_cost *a, const hj_cost *b)
{
    if (a->over != b->over)
        return a->over < b->over;
    if (a->keeps != b->keeps)
        return a->keeps < b->keeps;
    return a->pages <= b->pages;
}

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

/* The weight of a strength is 1000 times that of the next weaker, so that no number of weak keeps
 * outweighs a strong one. Without an outlook only this one cut is weighed. */
static int64_t weigh(const hj_outlook *o, int32_t strength)
{
    int64_t weight = 1;
    if (!o || !strength)
        return strength;
    for (int i = 0; i < o->w.n && o->w.strengths[i] < strength; i++)
        weight *= 1000;
    return weight;
}

static hj_pos notes_until(const hj_galley *g, int32_t b)
{
    return b < 0 ? 0 : b < g->n_breaks ? g->breaks[b].notes : g->notes;
}

/* In the order of their places: cells side by side hand over theirs one after the other. */
static void sort_notes(hj_galley *g)
{
    hj_footnote *rest = g->first_note;
    g->first_note = g->last_note = NULL;
    while (rest) {
        hj_footnote *note = rest, **at = &g->first_note;
        rest = rest->next;
        if (g->last_note && note->seq >= g->last_note->seq)
            at = &g->last_note->next;
        while (*at && (*at)->seq <= note->seq)
            at = &(*at)->next;
        note->next = *at;
        *at = note;
        if (!note->next)
            g->last_note = note;
    }
}

/* Footnotes anchored before each break. */
static void sum_notes(hj_galley *g)
{
    sort_notes(g);
    const hj_footnote *note = g->first_note;
    hj_pos sum = 0;
    for (int32_t b = 0; b < g->n_breaks; b++) {
        for (; note && note->seq <= b; note = note->next)
            sum += note->galley->y;
        g->breaks[b].notes = sum;
    }
    for (; note; note = note->next)
        sum += note->galley->y;
    g->notes = sum;
}

/* Whether a page may end at break b though not all its footnotes fit in the room that is left: none
 * that a page ending at break whole had in one piece is divided for more text, and the first that
 * is must have a cut that breaks nothing, or not be the first of its line (XSL 1.1, 6.12.3: the
 * line and the first of its footnote on one page). */
static bool notes_begin(const hj_stretch *s, int32_t whole, int32_t b, hj_len left)
{
    int32_t line = -1;
    left -= s->carried;
    if (left < 0)
        return s->waiting && whole == s->from; /* they go on on the next page in any case */
    for (const hj_footnote *note = s->note; note && note->seq <= b; note = note->next) {
        if (note->galley->y > left) {
            if (note->seq <= whole)
                return false;
            hj_stretch in_note = {.until = note->galley->n_breaks, .from = -1, .room = left};
            hj_end end = hj_break_choose(note->galley, NULL, &in_note);
            return line == note->seq || (end.height <= left && !end.cost.keeps);
        }
        left -= (hj_len)note->galley->y;
        line = note->seq;
    }
    return true;
}

hj_end hj_break_choose(const hj_galley *g, const hj_outlook *o, const hj_stretch *s)
{
    int32_t n = s->until, last = s->from + LOOK_AHEAD, whole = s->from;
    hj_pos before = notes_until(g, s->from);
    hj_end found = {.to = s->from};
    for (int32_t at = s->from + 1; at <= n && at <= last; at++) {
        const hj_break *b = at < n ? &g->breaks[at] : NULL;
        if (!b && s->not_end && at > s->from + 1)
            break;
        hj_pos used = hj_galley_height(g, s->from, at);
        bool first = at == s->from + 1, split = false;
        if (used > s->room && !first) {
            if (!b || b->force || used - b->end_extra > s->room)
                break;
            continue;
        }
        hj_pos notes = s->notes ? s->carried + notes_until(g, at) - before : 0;
        if (notes && used + notes + s->separator > s->room) {
            /* The footnotes are divided, and the page ends here: what it still has is theirs. */
            split = notes_begin(s, whole, at, (hj_len)(s->room - used - s->separator));
            if (!split && !first) {
                if (b && b->force)
                    break;
                continue;
            }
        }
        hj_cost c = o && (b || n == g->n_breaks) ? o->best[at + 1] : (hj_cost){0};
        int64_t keeps = b && !b->force ? weigh(o, b->strength) : 0;
        if (used > s->room)
            c.over += used - s->room;
        c.keeps += keeps;
        c.pages++;
        if (found.to == s->from || hj_cost_at_most(&c, &found.cost)) {
            found.cost = c;
            found.height = used > INT32_MAX ? INT32_MAX : (hj_len)used;
            found.to = at;
        }
        if ((b && b->force) || (split && !keeps))
            break;
        if (!keeps)
            whole = at;
    }
    return found;
}

hj_outlook *hj_outlook_new(hj_lx *lx, hj_galley *g, hj_len room, hj_len separator)
{
    int32_t n = g->n_breaks;
    hj_outlook *o = HJ_NEW(lx->arena, hj_outlook);
    o->best = HJ_ARRAY(lx->arena, (size_t)n + 2, hj_cost);
    sum_notes(g);
    for (int32_t b = 0; b < n; b++)
        if (g->breaks[b].strength)
            note_strength(&o->w, g->breaks[b].strength);
    const hj_footnote **notes = NULL;
    int32_t n_notes = 0;
    for (const hj_footnote *note = g->first_note; note; note = note->next)
        n_notes++;
    if (n_notes)
        notes = HJ_ARRAY(lx->arena, (size_t)n_notes, const hj_footnote *);
    n_notes = 0;
    for (const hj_footnote *note = g->first_note; note; note = note->next)
        notes[n_notes++] = note;
    for (int32_t b = n - 1; b >= 0; b--) {
        while (n_notes > 0 && notes[n_notes - 1]->seq > b)
            n_notes--;
        hj_stretch s = {.until = n, .from = b, .room = room, .separator = separator, .notes = true};
        s.note = notes ? n_notes ? notes[n_notes - 1]->next : notes[0] : NULL;
        o->best[b + 1] = hj_break_choose(g, o, &s).cost;
    }
    return o;
}
