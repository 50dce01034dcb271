/* Making pages: a walk through the segments of a flow that fills one page after the other.
 *
 * The hard idea: footnotes and columns pull in opposite directions: what stands in the columns
 * decides which footnotes come, and their height how much the columns hold. In one column every
 * possible end is weighed together with its footnotes (pagebreak.c). In several the foot is
 * reserved first: the smallest number of new footnotes is looked for with which the columns, filled
 * above them, call for no more. What does not fit at the foot goes on on the next page, before its
 * own notes and with at least one line of text above it; after the last text come pages of notes
 * alone.
 *
 * Columns before a change of span, and on the last page, are balanced: the lowest height is looked
 * for in which they hold the same with no keep broken. */
#include <stdlib.h>
#include <string.h>

#include "layout/run.h"

typedef struct waiting { /* a footnote, or what is left of it */
    const hj_footnote *note;
    int32_t from;
} waiting;

typedef struct spot { /* where the text goes on */
    hj_segment *segment; /* NULL: nowhere */
    int32_t from;
    const hj_footnote *note; /* the first one anchored after it in the segment */
} spot;

typedef struct maker {
    const hj_sequence *s;
    hj_lx *lx;
    hj_segment *first;
    hj_galley *separator;
    bool columns; /* somewhere */
    spot at;
    waiting *notes; /* of the page being made, those from the page before first */
    size_t n_notes, cap_notes, n_left; /* … so many of them */
    hj_piece *pieces;
    size_t n_pieces, cap_pieces;
    hj_len height; /* of its text */
    hj_break_kind force; /* why it ended */
    hj_page_plan *plans;
    size_t n_plans, cap_plans;
    int told; /* pages said to be too full */
} maker;

static void *grow(hj_arena *arena, void *old, size_t n, size_t *cap, size_t size)
{
    if (n < *cap)
        return old;
    *cap = *cap ? *cap * 2 : 16;
    void *more = hj_arena_alloc(arena, *cap * size);
    if (n)
        memcpy(more, old, n * size);
    return more;
}

static hj_piece *add_piece(maker *m, hj_galley *g, int32_t from, int32_t to, hj_len x, hj_len y)
{
    m->pieces = grow(m->lx->arena, m->pieces, m->n_pieces, &m->cap_pieces, sizeof *m->pieces);
    hj_piece *piece = &m->pieces[m->n_pieces++];
    *piece = (hj_piece){.galley = g, .from = from, .to = to, .x = x, .y = y};
    return piece;
}

static void add_note(maker *m, const hj_footnote *note)
{
    m->notes = grow(m->lx->arena, m->notes, m->n_notes, &m->cap_notes, sizeof *m->notes);
    m->notes[m->n_notes++] = (waiting){note, -1};
}

static hj_len clip(hj_pos height)
{
    return height > INT32_MAX / 2 ? INT32_MAX / 2 : (hj_len)height;
}

static hj_len note_rest(const waiting *w)
{
    const hj_galley *g = w->note->galley;
    if (w->from < 0)
        return clip(g->y);
    return clip(g->y - g->breaks[w->from].start_y + g->breaks[w->from].start_extra);
}

/* Of the first n notes of the page. */
static hj_len notes_height(const maker *m, size_t n)
{
    hj_pos sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += note_rest(&m->notes[i]);
    return clip(sum);
}

static hj_len separator_height(const maker *m)
{
    return m->separator ? clip(m->separator->y) : 0;
}

/* ---- text ---- */
static void advance(maker *m, int32_t to)
{
    m->at.from = to;
    for (; m->at.note && m->at.note->seq <= to; m->at.note = m->at.note->next)
        add_note(m, m->at.note);
    if (to < m->at.segment->until)
        return;
    m->at.segment = m->at.segment->next;
    m->at.from = -1;
    m->at.note = m->at.segment ? m->at.segment->galley->first_note : NULL;
}

static hj_break_kind force_of(const hj_galley *g, int32_t to)
{
    return to >= 0 && to < g->n_breaks ? g->breaks[to].force : HJ_BREAK_AUTO;
}

/* What is asked between the segment that ended and the next. */
static hj_break_kind force_between(const hj_galley *before, const hj_galley *after)
{
    return before->last_force > after->first_force ? before->last_force : after->first_force;
}

typedef struct filled { /* a segment's columns on this page */
    int32_t *to; /* where each ends */
    int n;
    hj_len height; /* of the highest */
    hj_break_kind force;
    bool ended; /* with the whole rest of the segment */
    int64_t over, keeps;
} filled;

/* Fills the columns of the segment, from the break where the text goes on, to this height. */
static filled fill_columns(const maker *m, hj_len room, bool not_end, filled out)
{
    const hj_segment *segment = m->at.segment;
    const hj_galley *g = segment->galley;
    int32_t from = m->at.from;
    out.n = 0;
    out.height = 0;
    out.force = HJ_BREAK_AUTO;
    out.ended = false;
    out.over = out.keeps = 0;
    while (out.n < segment->columns && !out.ended && out.force < HJ_BREAK_PAGE) {
        hj_stretch s = {.until = segment->until, .from = from, .room = room,
                        .not_end = not_end && out.n + 1 == segment->columns};
        hj_end end = hj_break_choose(g, segment->outlook, &s);
        from = out.to[out.n++] = end.to;
        if (end.height > out.height)
            out.height = end.height;
        if (end.height > room)
            out.over += end.height - room;
        out.ended = end.to >= segment->until;
        out.force = out.ended ? HJ_BREAK_AUTO : force_of(g, end.to);
        if (out.ended)
            break;
        if (!out.force)
            out.keeps += g->breaks[end.to].strength;
    }
    return out;
}

/* The lowest columns that hold the rest of the segment. */
static filled balance(const maker *m, filled full)
{
    const hj_galley *g = m->at.segment->galley;
    hj_pos start = m->at.from < 0 ? 0 : g->breaks[m->at.from].start_y;
    hj_len high = full.height, low = clip((g->y - start) / m->at.segment->columns) - 1;
    filled best = full;
    filled try = {.to = HJ_ARRAY(m->lx->arena, m->at.segment->columns, int32_t)};
    for (int32_t b = m->at.from + 1; b < g->n_breaks; b++)
        if (g->breaks[b].force)
            return full; /* who says where columns end has them there */
    while (low + 10 < high) {
        hj_len middle = low + (high - low) / 2;
        try = fill_columns(m, middle, false, try);
        if (try.ended && try.over <= full.over && try.keeps <= full.keeps) {
            int32_t *spare = best.to == full.to ? HJ_ARRAY(m->lx->arena, full.n + try.n, int32_t)
                                                : best.to;
            best = try;
            try.to = spare;
            high = middle;
        } else {
            low = middle;
        }
    }
    return best;
}

static void place_columns(maker *m, const filled *f, hj_len y)
{
    hj_segment *segment = m->at.segment;
    hj_len step = segment->galley->width + segment->gap;
    int32_t from = m->at.from;
    for (int i = 0; i < f->n; i++) {
        hj_piece *piece = add_piece(m, segment->galley, from, f->to[i], i * step, y);
        piece->joined = f->to[i] == segment->until;
        from = f->to[i];
    }
    advance(m, from);
}

/* One column, with its footnotes when nothing is reserved for them. */
static filled fill_one(const maker *m, hj_len room, bool reserved, bool not_end, int32_t *to)
{
    const hj_segment *segment = m->at.segment;
    hj_stretch s = {.until = segment->until, .from = m->at.from, .room = room,
                    .not_end = not_end, .notes = !reserved, .waiting = m->n_left > 0,
                    .separator = separator_height(m),
                    .note = m->at.note};
    s.carried = reserved ? 0 : notes_height(m, m->n_notes);
    hj_end end = hj_break_choose(segment->galley, segment->outlook, &s);
    filled f = {.to = to, .n = 1, .height = end.height};
    *to = end.to;
    f.ended = end.to >= segment->until;
    f.force = f.ended ? HJ_BREAK_AUTO : force_of(segment->galley, end.to);
    f.over = end.height > room ? end.height - room : 0;
    return f;
}

/* The text of one page of height h, with so much reserved at its foot. */
static void fill_text(maker *m, hj_len h, hj_len reserve, bool not_end)
{
    hj_len y = 0;
    spot kept = m->at; /* where the page must end when what follows must keep with what precedes */
    size_t kept_pieces = 0, kept_notes = m->n_notes;
    hj_len kept_height = 0;
    m->n_pieces = 0;
    m->force = HJ_BREAK_AUTO;
    while (m->at.segment) {
        hj_segment *segment = m->at.segment;
        bool last = !segment->next;
        hj_len room = h - reserve - y;
        filled f = {0};
        int32_t one;
        if (segment->columns == 1) {
            f = fill_one(m, room, m->columns, not_end && last, &one);
        } else {
            f.to = HJ_ARRAY(m->lx->arena, segment->columns, int32_t);
            f = fill_columns(m, room, not_end && last, f);
            if (f.ended && f.n > 0 && (!last || m->lx->tree->readings->columns_balanced))
                f = balance(m, f);
        }
        if (f.over > 0 && m->n_pieces) {
            if (kept_pieces) { /* its heading goes with it */
                m->at = kept;
                m->n_pieces = kept_pieces;
                m->n_notes = kept_notes;
                y = kept_height;
            }
            break;
        }
        place_columns(m, &f, y);
        y += f.height;
        if (!f.ended) {
            m->force = f.force;
            break;
        }
        if (!m->at.segment)
            break;
        m->force = f.to[f.n - 1] < segment->galley->n_breaks
                       ? force_of(segment->galley, segment->until)
                       : force_between(segment->galley, m->at.segment->galley);
        if (m->force >= HJ_BREAK_PAGE)
            break;
        m->force = HJ_BREAK_AUTO;
        if (!segment->galley->last_keep && !m->at.segment->galley->first_keep) {
            kept = m->at;
            kept_pieces = m->n_pieces;
            kept_notes = m->n_notes;
            kept_height = y;
        }
    }
    m->height = y;
}

/* ---- the foot ---- */
/* Puts the notes of the page into this room from its foot up; what is left waits. alone: there is
 * no text on the page, and something must come. */
static hj_len fill_notes(maker *m, hj_len room, bool alone)
{
    hj_len y = 0, separator = separator_height(m);
    size_t i = 0, before = m->n_pieces, first;
    if (!m->n_notes)
        return 0;
    room -= separator;
    if (m->separator)
        add_piece(m, m->separator, -1, m->separator->n_breaks, 0, -separator)->note = true;
    first = m->n_pieces;
    for (; i < m->n_notes; i++) {
        waiting *w = &m->notes[i];
        hj_galley *g = w->note->galley;
        hj_len rest = note_rest(w), left = room - y;
        int32_t to = g->n_breaks;
        if (rest > left) {
            hj_stretch s = {.until = g->n_breaks, .from = w->from, .room = left};
            hj_end end = hj_break_choose(g, NULL, &s);
            bool fits = end.height <= left && (!end.cost.keeps || w->from >= 0);
            if (!fits && !(alone && i == 0))
                break;
            rest = end.height;
            to = end.to;
        }
        add_piece(m, g, w->from, to, 0, y)->note = true;
        y += rest;
        w->from = to;
        if (to < g->n_breaks)
            break;
    }
    m->n_left = m->n_notes - i;
    memmove(m->notes, m->notes + i, m->n_left * sizeof *m->notes);
    m->n_notes = m->n_left;
    if (m->n_pieces == first) {
        m->n_pieces = before;
        return 0;
    }
    for (size_t p = before; p < m->n_pieces; p++)
        m->pieces[p].y -= y;
    return y + separator;
}

/* In columns: as few new footnotes at the foot as the columns above them call for. */
static void fill_reserved(maker *m, hj_len h, bool not_end)
{
    spot at = m->at;
    size_t left = m->n_notes, low = left, high;
    hj_len least = h / 4; /* the text has at least so much */
    hj_len reserve = left ? notes_height(m, left) + separator_height(m) : 0;
    fill_text(m, h, reserve < h - least ? reserve : h - least, not_end);
    high = m->n_notes;
    while (low < high) { /* with low to high notes reserved it may come out even */
        size_t n = low + (high - low) / 2;
        reserve = notes_height(m, n) + (n ? separator_height(m) : 0);
        m->at = at;
        /* Notes beyond n keep their places in the array: the text calls for them in order. */
        m->n_notes = left;
        fill_text(m, h, reserve < h - least ? reserve : h - least, not_end);
        if (m->n_notes > n)
            low = n + 1;
        else
            high = n;
    }
    reserve = notes_height(m, low) + (low ? separator_height(m) : 0);
    m->at = at;
    m->n_notes = left;
    fill_text(m, h, reserve < h - least ? reserve : h - least, not_end);
}

/* ---- pages ---- */
/* Page k, or the one after when the break asks for the other parity. */
static int next_page(const hj_sequence *s, int k, hj_break_kind force)
{
    int number = s->first_number + k;
    if ((force == HJ_BREAK_EVEN_PAGE && number % 2 != 0) ||
        (force == HJ_BREAK_ODD_PAGE && number % 2 == 0))
        return k + 1;
    return k;
}

/* What stands first after break from: to be named. */
static const hj_fo_node *first_object(const hj_galley *g, int32_t from)
{
    const hj_node *node = g->first;
    const hj_fo_node *found = NULL;
    while (node) {
        if (node->seq1 <= from || !node->placed || node->kind == HJ_NODE_ANCHOR) {
            node = node->next;
            continue;
        }
        found = node->fo ? node->fo : found;
        node = node->first;
    }
    return found;
}

static void tell(const maker *m, const hj_piece *piece)
{
    const hj_galley *g = piece->galley;
    if (piece->note || piece->joined || piece->to >= g->n_breaks)
        return;
    const hj_break *b = &g->breaks[piece->to];
    if (!b->strength || b->force)
        return;
    const hj_fo_node *fo = b->keeper ? b->keeper : m->s->flow;
    if (b->strength == HJ_KEEP_WIDOWS)
        hj_warning(m->lx->diags, "HJ-LAYOUT-050", hj_fo_at(fo, m->lx->diags),
                   "widows and orphans of %s cannot hold and were dropped",
                   hj_fo_type_name(fo->type));
    else
        hj_warning(m->lx->diags, "HJ-LAYOUT-051", hj_fo_at(fo, m->lx->diags),
                   "the keep of %s cannot hold on a page and was dropped",
                   hj_fo_type_name(fo->type));
}

static void commit(maker *m, int k, const hj_fo_node *master, hj_len h, hj_len notes)
{
    m->plans = grow(m->lx->arena, m->plans, m->n_plans, &m->cap_plans, sizeof *m->plans);
    hj_page_plan *plan = &m->plans[m->n_plans++];
    hj_piece *pieces = HJ_ARRAY(m->lx->arena, m->n_pieces ? m->n_pieces : 1, hj_piece);
    if (m->n_pieces)
        memcpy(pieces, m->pieces, m->n_pieces * sizeof *pieces);
    *plan = (hj_page_plan){k, master, pieces, m->n_pieces, m->height + notes};
    for (size_t i = 0; i < m->n_pieces; i++)
        tell(m, &pieces[i]);
    if (plan->height > h && m->told++ < 100) {
        const hj_fo_node *fo = m->n_pieces ? first_object(pieces[0].galley, pieces[0].from) : NULL;
        if (!fo)
            fo = m->s->flow;
        hj_warning(m->lx->diags, "HJ-LAYOUT-052", hj_fo_at(fo, m->lx->diags),
                   "on page %d the content is %d pt higher than the page, from %s on",
                   m->s->first_number + k, (plan->height - h + 999) / 1000,
                   hj_fo_type_name(fo->type));
    }
}

/* ---- pages of other widths ---- */
static hj_len column_width(const hj_sequence *s, int k)
{
    const hj_fo_node *wanting, *master = hj_master_find(s, k, false, false, &wanting);
    hj_len column = 0;
    return master && hj_body_columns(master, &column) ? column : 0;
}

hj_pos hj_pages_ahead(const hj_sequence *s, int k)
{
    hj_len width = column_width(s, k);
    hj_pos highest = 0;
    bool vary = false;
    for (int i = k; i < k + 3; i++) {
        const hj_fo_node *wanting, *master = hj_master_find(s, i, false, false, &wanting);
        hj_len column;
        hj_pos h = master ? (hj_pos)hj_body_view(master).h * hj_body_columns(master, &column) : 0;
        vary |= column_width(s, i) != width;
        if (h > highest)
            highest = h;
    }
    return vary && hj_resume_anywhere(s->flow) ? 4 * highest : 0;
}

static void outlooks(maker *m, hj_segment *segment, hj_len usual)
{
    for (; segment; segment = segment->next)
        segment->outlook = hj_outlook_new(m->lx, segment->galley, usual, separator_height(m));
}

/* Page k has another width than the one the text is set in: it is set again, as far as needed; or
 * all of it, because that was not enough. */
static void refit(maker *m, int k, const hj_fo_node *master, bool all)
{
    hj_segment *segment = m->at.segment, *next;
    hj_len column;
    int n = hj_body_columns(master, &column);
    hj_view body = hj_body_view(master);
    if (!segment)
        return;
    bool fits = segment->body_w == body.w && segment->body_columns == n;
    const hj_segment *last = segment;
    while (last->next)
        last = last->next;
    if (fits && !all)
        return;
    hj_resume *r = HJ_NEW(m->lx->arena, hj_resume);
    int32_t from = m->at.from, until;
    bool found = false;
    if (from < 0 && segment->resume) {
        *r = *segment->resume;
        found = true;
    } else if (from < 0) {
        r->start = segment->child;
        found = segment->child != NULL;
    }
    const hj_fo_node *ends = NULL;
    while (from >= 0 && from < segment->until && !found) {
        found = hj_resume_find(r, segment->galley, from, m->s->flow, &until, &ends);
        if (found)
            break;
        if (until > segment->until)
            until = segment->until;
        if (!all && hj_galley_height(segment->galley, from, until) > (hj_pos)body.h * n)
            return; /* what keeps its width takes all of this page */
        from = until;
    }
    if (!found && segment->next) {
        const hj_segment *after = segment->next;
        *r = after->resume ? *after->resume : (hj_resume){.start = after->child};
        from = segment->until;
        found = r->start != NULL;
    } else if (!found && last->more && ends) {
        found = hj_resume_after(r, ends, m->s->flow);
    }
    if (!found) {
        if (!fits)
            hj_warning(m->lx->diags, "HJ-LAYOUT-039", hj_fo_at(master, m->lx->diags),
                       "what goes on on this page keeps the width it began with, %d.%d pt",
                       segment->galley->width / 1000, segment->galley->width % 1000 / 100);
        return;
    }
    next = hj_sequence_again(m->s->laid, master, r, all ? 0 : hj_pages_ahead(m->s, k));
    outlooks(m, next, body.h);
    m->columns = segment->columns > 1;
    for (const hj_segment *s = next; s; s = s->next)
        m->columns |= s->columns > 1;
    if (from > m->at.from) { /* what cannot be set again is gone through first */
        segment->until = from;
        segment->next = next;
    } else if (next) {
        m->at = (spot){next, -1, next->galley->first_note};
    }
}

static void fill(maker *m, hj_len h, bool not_end)
{
    if (m->columns)
        fill_reserved(m, h, not_end);
    else
        fill_text(m, h, 0, not_end);
}

static bool open_ended(const maker *m)
{
    const hj_segment *last = m->at.segment;
    while (last && last->next)
        last = last->next;
    return last && last->more;
}

/* One page. A page may be the last only when the text ends on it, and then another master may be
 * meant for it: tried first, taken if nothing is left over. */
static void make_page(maker *m, int k)
{
    const hj_fo_node *wanting;
    const hj_fo_node *usual = hj_master_find(m->s, k, false, false, &wanting);
    const hj_fo_node *last = hj_master_find(m->s, k, true, false, &wanting);
    const hj_fo_node *master = usual ? usual : last;
    if (master)
        refit(m, k, master, false);
    size_t left = m->n_notes;
    if (open_ended(m)) { /* laid ahead by some pages: it must not end on this one */
        spot begin = m->at;
        fill(m, hj_body_view(master).h, false);
        bool ended = !m->at.segment;
        m->at = begin;
        m->n_notes = left;
        if (ended)
            refit(m, k, master, true);
    }
    spot at = m->at;
    hj_len h = master ? hj_body_view(master).h : 1;
    if (last && last != usual) {
        hj_len last_h = hj_body_view(last).h;
        fill(m, last_h, false);
        bool fits = !m->at.segment && m->height <= last_h &&
                    (!m->n_notes || m->height + notes_height(m, m->n_notes) +
                                            separator_height(m) <= last_h);
        if (!fits) {
            m->at = at;
            m->n_notes = left;
        } else {
            commit(m, k, last, last_h, fill_notes(m, last_h - m->height, false));
            return;
        }
    }
    bool apart = m->lx->tree->readings->last_page_apart;
    fill(m, h, last != usual && !apart);
    hj_len notes = fill_notes(m, h - m->height, !m->n_pieces);
    bool ends = last && last != usual && !m->at.segment && !m->n_notes && m->n_pieces;
    if (ends && !apart)
        master = last; /* it was higher than the last page has room for */
    commit(m, k, master, h, notes);
    if (ends && apart) {
        m->n_pieces = 0;
        m->height = 0;
        commit(m, k + 1, last, hj_body_view(last).h, 0);
    }
}

size_t hj_pages_make(const hj_sequence *s, hj_segment *first, hj_galley *separator,
                     hj_page_plan **plans)
{
    maker m = {.s = s, .lx = &s->run->lx, .first = first, .separator = separator};
    m.at = (spot){first, -1, first->galley->first_note};
    for (hj_segment *segment = first; segment; segment = segment->next)
        m.columns |= segment->columns > 1;
    const hj_fo_node *wanting, *master = hj_master_find(s, 1, false, false, &wanting);
    hj_len usual = master ? hj_body_view(master).h : 1;
    outlooks(&m, first, usual);
    m.at.note = first->galley->first_note;
    int k = next_page(s, 0, first->galley->first_force);
    do {
        make_page(&m, k);
        k = next_page(s, k + 1, m.at.segment ? m.force : HJ_BREAK_AUTO);
    } while ((m.at.segment || m.n_notes) && m.n_plans <= HJ_LIMIT_PAGES);
    *plans = m.plans;
    return m.n_plans;
}
