/* Lines as FOP 2.8 chooses them: for those whose pages must not move.
 *
 * The hard idea: it is Knuth and Plass's algorithm as ours is, so what differs is data and
 * bookkeeping. Ragged text has no stretch of its own but a fixed one at every blank, whatever the
 * font's size; blanks of justified text may grow by a half and shrink by a third; demerits, the
 * tolerances of the passes, and which way is given up when nothing fits are its own. Words are
 * never parted for want of room. All sums are kept as it keeps them, in double where it does, or
 * ties would fall otherwise. */
#include <stdlib.h>
#include <string.h>

#include "layout/para.h"

#define RAGGED 10008 /* three times the 3336 that it takes for a blank */
#define FLAGGED 50 /* at a soft hyphen */
#define UNFLAGGED 1 /* after a hyphen or slash that is there */
#define RATIO_INFINITE 1000.0
#define FLAGGED_DEMERITS 50.0
#define FITNESS_DEMERITS 50.0
#define ACTIVE_MOST 1500 /* our own cap: it has none, and a long paragraph could make it slow */

/* ---- elements ---- */

typedef struct builder {
    hj_para *para;
    hj_item_list *l;
    hj_len measure;
    enum { RAGGED_LINES, CENTERED, JUSTIFIED, LAST_JUSTIFIED } manner;
} builder;

static const hj_slot nothing = {.piece = -1};

static void box(builder *b, hj_len width, hj_slot s)
{
    hj_item_add(b->l, (hj_item){.kind = HJ_BOX, .width = width}, s);
}

static void glue(builder *b, hj_len width, hj_len stretch, hj_len shrink, hj_slot s)
{
    hj_item item = {.kind = HJ_GLUE, .width = width, .stretch = stretch, .shrink = shrink};
    hj_item_add(b->l, item, s);
}

static void penalty(builder *b, hj_len width, int32_t cost, bool flagged, hj_slot s)
{
    hj_item item = {.kind = HJ_PENALTY, .width = width, .penalty = cost, .flagged = flagged};
    hj_item_add(b->l, item, s);
}

static hj_slot whole(const builder *b, int32_t index)
{
    const hj_piece *p = &b->para->pieces[index];
    uint32_t len = 0;
    for (int r = 0; r < p->n_runs; r++)
        len += p->runs[r].text_len;
    return (hj_slot){.piece = index, .to = len};
}

/* The piece's width as FOP counts it: it cuts the fraction of every advance off, which decides
 * where lines that are just full end. */
static hj_len width_of(const hj_piece *p)
{
    int64_t more = 0;
    for (int r = 0; r < p->n_runs; r++)
        for (uint32_t g = 0; g < p->runs[r].n_glyphs; g++) {
            const hj_run *run = &p->runs[r];
            uint16_t gid = run->glyphs[g].gid;
            more += hj_face_advance(run->face, gid) - hj_face_advance_cut(run->face, gid);
        }
    return p->width - hj_scaled(more, p->span->in->font_size);
}

/* The room a word takes: FOP breaks lines without counting what lies between its letters. */
static hj_len word_width(const hj_piece *p)
{
    if (p->stand_in)
        return p->stand_in;
    int64_t n = 0;
    for (int r = 0; r < p->n_runs; r++)
        n += p->runs[r].n_glyphs;
    return hj_clamped(width_of(p) - n * p->span->in->letter_spacing);
}

/* And a blank: twice the letters' spacing, unless that of words is stated. */
static hj_len blank_width(const hj_piece *p)
{
    const hj_fo_inherited *in = p->span->in;
    hj_len plain = width_of(p) - in->letter_spacing - p->span->word_spacing;
    return plain + (in->word_spacing ? in->word_spacing : 2 * in->letter_spacing);
}

/* Of its own width a blank's give is, cut as that is. */
static hj_len give_of(const hj_piece *p, hj_len give, int part)
{
    hj_len plain = width_of(p) - p->span->in->letter_spacing - p->span->word_spacing;
    return give == hj_blank_width(p->span) / part ? plain / part : give;
}

static hj_len stretch_of(const builder *b, const hj_piece *p)
{
    bool any = b->manner == JUSTIFIED || b->manner == LAST_JUSTIFIED;
    return any ? give_of(p, hj_compat_stretch(p->span), 2) : 0;
}

static hj_len shrink_of(const builder *b, const hj_piece *p)
{
    return b->manner == JUSTIFIED ? give_of(p, hj_compat_shrink(p->span), 3) : 0;
}

/* Blanks from … to-1, of one object. Those that are kept begin the next line. */
static void add_blanks(builder *b, int32_t from, int32_t to)
{
    const hj_piece *p = &b->para->pieces[from];
    bool breaks = b->para->pieces[to - 1].brk != HJ_BREAK_NO;
    bool kept = p->keep;
    if (!breaks) {
        for (int32_t i = from; i < to; i++) {
            p = &b->para->pieces[i];
            if (b->manner == JUSTIFIED) {
                box(b, 0, nothing);
                penalty(b, 0, HJ_INFINITY, false, nothing);
                glue(b, blank_width(p), stretch_of(b, p), shrink_of(b, p), whole(b, i));
            } else {
                box(b, blank_width(p), whole(b, i));
            }
        }
        return;
    }
    hj_len first = kept ? 0 : blank_width(p), second = 0;
    hj_slot on = kept ? nothing : whole(b, from);
    switch (b->manner) {
    case CENTERED:
        glue(b, 0, RAGGED, 0, nothing);
        penalty(b, 0, 0, false, nothing);
        glue(b, first, -2 * RAGGED, 0, on);
        break;
    case RAGGED_LINES:
        glue(b, 0, RAGGED, 0, nothing);
        penalty(b, 0, 0, false, nothing);
        glue(b, first, -RAGGED, 0, on);
        break;
    default:
        if (kept) {
            glue(b, 0, 0, 0, nothing);
            penalty(b, 0, 0, false, nothing);
        }
        glue(b, first, stretch_of(b, p), shrink_of(b, p), on);
    }
    for (int32_t i = from + 1; i < to && !kept; i++)
        glue(b, blank_width(&b->para->pieces[i]), 0, 0, whole(b, i));
    if (kept || b->manner == CENTERED) {
        box(b, 0, nothing);
        penalty(b, 0, HJ_INFINITY, false, nothing);
        second = b->manner == CENTERED ? RAGGED : 0;
        glue(b, kept ? blank_width(p) : 0, second, 0, kept ? whole(b, from) : nothing);
        for (int32_t i = from + 1; i < to && kept; i++)
            glue(b, blank_width(&b->para->pieces[i]), 0, 0, whole(b, i));
    }
}

/* An opportunity inside a word: with a hyphen that is added there, or after one that is. */
static void add_opportunity(builder *b, int32_t index)
{
    const hj_piece *p = &b->para->pieces[index];
    bool room = p->soft || b->manner == CENTERED; /* where FOP leaves some after a dash as well */
    hj_len width = room ? p->span->hyphen_width : 0;
    int32_t cost = p->soft ? FLAGGED : UNFLAGGED;
    hj_slot s = {.piece = index, .hyphen = p->soft};
    if (!p->soft)
        s = nothing;
    switch (b->manner) {
    case CENTERED:
        penalty(b, 0, HJ_INFINITY, false, nothing);
        glue(b, 0, RAGGED, 0, nothing);
        penalty(b, width, cost, p->soft, s);
        glue(b, 0, -2 * RAGGED, 0, nothing);
        box(b, 0, nothing);
        penalty(b, 0, HJ_INFINITY, false, nothing);
        glue(b, 0, RAGGED, 0, nothing);
        break;
    case RAGGED_LINES:
        penalty(b, 0, HJ_INFINITY, false, nothing);
        glue(b, 0, RAGGED, 0, nothing);
        penalty(b, width, cost, p->soft, s);
        glue(b, 0, -RAGGED, 0, nothing);
        break;
    default:
        penalty(b, width, cost, p->soft, s);
    }
}

static void add_leader(builder *b, int32_t index)
{
    const hj_fo_inherited *in = b->para->pieces[index].span->in;
    hj_len least = hj_length_resolve(in->leader_min, b->measure, 0);
    hj_len most = hj_length_resolve(in->leader_max, b->measure, b->measure);
    hj_len opt = hj_length_resolve(in->leader_opt, b->measure, 12000);
    bool moves = b->manner == JUSTIFIED || b->manner == LAST_JUSTIFIED;
    most = most < opt ? opt : most;
    least = least > opt ? opt : least;
    box(b, 0, nothing);
    penalty(b, 0, HJ_INFINITY, false, nothing);
    glue(b, opt, moves ? most - opt : 0, moves ? opt - least : 0, (hj_slot){.piece = index});
    box(b, 0, nothing);
}

static void begin(builder *b, bool first)
{
    const hj_fo_inherited *in = b->para->block->in;
    if (b->manner == CENTERED && in->text_align_last != HJ_ALIGN_JUSTIFY)
        glue(b, 0, RAGGED, 0, nothing);
    hj_len indent = hj_length_resolve(in->text_indent, b->measure, 0);
    if (first && indent)
        box(b, indent, nothing);
}

static void end(builder *b)
{
    const hj_fo_inherited *in = b->para->block->in;
    hj_len indent = hj_length_resolve(in->last_line_end_indent, b->measure, 0);
    if (b->manner == CENTERED && in->text_align_last != HJ_ALIGN_JUSTIFY) {
        glue(b, 0, RAGGED, 0, nothing);
    } else if (in->text_align_last != HJ_ALIGN_JUSTIFY) {
        penalty(b, 0, HJ_INFINITY, false, nothing);
        glue(b, 0, b->measure - indent, 0, nothing);
    }
    penalty(b, indent, -HJ_INFINITY, false, nothing);
}

/* A blank at the end of a line that was asked for is not seen. */
static bool ends_line(const hj_para *para, size_t i)
{
    while (i < para->n_pieces && (para->pieces[i].kind == HJ_PIECE_END
                                  || para->pieces[i].kind == HJ_PIECE_DEST))
        i++;
    return i == para->n_pieces || para->pieces[i].kind == HJ_PIECE_FORCED;
}

static void build(builder *b)
{
    hj_para *para = b->para;
    b->l->n = 0;
    begin(b, true);
    for (size_t i = 0; i < para->n_pieces; i++) {
        const hj_piece *p = &para->pieces[i];
        int32_t at = (int32_t)i;
        switch (p->kind) {
        case HJ_PIECE_WORD: {
            box(b, word_width(p), whole(b, at));
            if (p->brk == HJ_BREAK_ALLOWED && !ends_line(para, i + 1)
                && para->pieces[i + 1].kind != HJ_PIECE_BLANK)
                add_opportunity(b, at);
            break;
        }
        case HJ_PIECE_BLANK: {
            size_t to = i + 1;
            while (to < para->n_pieces && para->pieces[to].kind == HJ_PIECE_BLANK
                   && para->pieces[to].span == p->span && para->pieces[to].keep == p->keep
                   && para->pieces[to - 1].brk == HJ_BREAK_NO)
                to++;
            if (p->keep || !ends_line(para, to))
                add_blanks(b, at, (int32_t)to);
            i = to - 1;
            break;
        }
        case HJ_PIECE_FORCED:
            end(b);
            begin(b, false);
            break;
        case HJ_PIECE_OBJECT:
            box(b, hj_object_measure(para->lx, p, b->measure).w, (hj_slot){.piece = at});
            break;
        case HJ_PIECE_LEADER: add_leader(b, at); break;
        case HJ_PIECE_START: box(b, p->span->start_edge, (hj_slot){.piece = at}); break;
        case HJ_PIECE_END: box(b, p->span->end_edge, (hj_slot){.piece = at}); break;
        default:
            box(b, 0, (hj_slot){.piece = at});
        }
    }
    end(b);
}

/* ---- the walk ---- */

typedef struct node {
    int32_t item, line, fitness;
    int64_t width, stretch, shrink; /* sums up to what follows the break */
    double ratio, demerits;
    int32_t previous;
} node;

typedef struct walk {
    const hj_item *items;
    int32_t n; /* up to and with the forced break */
    hj_len measure;
    node *nodes;
    int32_t n_nodes, cap_nodes;
    int32_t active[ACTIVE_MOST + 4], next[ACTIVE_MOST + 4];
    int32_t n_active;
    int64_t width, stretch, shrink;
    double threshold;
    bool force, hyphens, only_forced;
    int32_t max_flagged;
    int32_t too_short, too_long, deactivated; /* nodes, -1 none: ways given up, the best of each */
} walk;

static int32_t keep_node(walk *w, node made)
{
    if (w->n_nodes == w->cap_nodes) {
        w->cap_nodes = w->cap_nodes ? w->cap_nodes * 2 : 256;
        node *bigger = realloc(w->nodes, (size_t)w->cap_nodes * sizeof *bigger);
        if (!bigger)
            abort();
        w->nodes = bigger;
    }
    w->nodes[w->n_nodes] = made;
    return w->n_nodes++;
}

static bool is_forced(const hj_item *item)
{
    return item->kind == HJ_PENALTY && item->penalty <= -HJ_INFINITY;
}

static bool is_flagged(const hj_item *item)
{
    return item->kind == HJ_PENALTY && item->flagged;
}

static double demerits_of(const walk *w, const node *a, const hj_item *item, int32_t fitness,
                          double r)
{
    double f = r < 0 ? -r : r, d;
    f = 1 + 100 * f * f * f;
    d = f * f;
    if (item->kind == HJ_PENALTY && item->penalty >= 0)
        d = (f + item->penalty) * (f + item->penalty);
    else if (item->kind == HJ_PENALTY && !is_forced(item))
        d = f * f - (double)item->penalty * item->penalty;
    if (is_flagged(item) && is_flagged(&w->items[a->item])) {
        d += FLAGGED_DEMERITS;
        int count = 2;
        for (int32_t k = a->previous; k >= 0 && count <= w->max_flagged; k = w->nodes[k].previous) {
            if (!is_flagged(&w->items[w->nodes[k].item]))
                break;
            count++;
        }
        if (w->max_flagged >= 1 && count > w->max_flagged)
            d += 1e11;
    }
    if (fitness - a->fitness > 1 || a->fitness - fitness > 1)
        d += FITNESS_DEMERITS;
    return d + a->demerits;
}

/* The sums a line that begins after item starts from. */
static void sums_after(const walk *w, int32_t item, node *made)
{
    made->width = w->width;
    made->stretch = w->stretch;
    made->shrink = w->shrink;
    for (int32_t i = item; i < w->n; i++) {
        const hj_item *it = &w->items[i];
        if (it->kind == HJ_BOX || (is_forced(it) && i != item))
            break;
        if (it->kind == HJ_GLUE) {
            made->width += it->width;
            made->stretch += it->stretch;
            made->shrink += it->shrink;
        }
    }
}

/* The further on of two given-up ways, the better one when they are as far. */
static int32_t further(const walk *w, int32_t one, int32_t other)
{
    if (one < 0 || w->nodes[other].item > w->nodes[one].item)
        return other;
    const node *a = &w->nodes[one], *b = &w->nodes[other];
    if (b->item == a->item && b->demerits < a->demerits)
        return other;
    return one;
}

static void consider(walk *w, int32_t i)
{
    const hj_item *item = &w->items[i];
    int32_t n = 0, k = 0, pending[4], n_pending = 0, pending_line = -1;
    w->deactivated = -1;
    w->too_long = -1;
    while (k < w->n_active || n_pending) {
        int32_t line = k < w->n_active ? w->nodes[w->active[k]].line : INT32_MAX;
        if (n_pending && pending_line < line)
            line = pending_line;
        struct { double demerits, ratio; int32_t from; } best[4];
        for (int c = 0; c < 4; c++)
            best[c].from = -1;
        double least = 0;
        bool any = false;
        for (; k < w->n_active && w->nodes[w->active[k]].line == line; k++) {
            int32_t at = w->active[k];
            const node *a = &w->nodes[at];
            int64_t difference = w->measure - (w->width - a->width);
            if (item->kind == HJ_PENALTY)
                difference -= item->width;
            double r = 0;
            int64_t stretch = w->stretch - a->stretch, shrink = w->shrink - a->shrink;
            if (difference > 0)
                r = stretch > 0 ? (double)difference / (double)stretch : RATIO_INFINITE;
            else if (difference < 0)
                r = shrink > 0 ? (double)difference / (double)shrink : -RATIO_INFINITE;
            if (r < -1 || is_forced(item))
                w->deactivated = further(w, w->deactivated, at);
            else if (n < ACTIVE_MOST)
                w->next[n++] = at;
            int32_t fitness = r < -0.5 ? 0 : r <= 0.5 ? 1 : r <= 1 ? 2 : 3;
            double d = demerits_of(w, a, item, fitness, r);
            if (r >= -1 && r <= w->threshold) {
                w->too_short = -1;
                if (best[fitness].from < 0 || d < best[fitness].demerits) {
                    best[fitness].demerits = d;
                    best[fitness].ratio = r;
                    best[fitness].from = at;
                    least = !any || d < least ? d : least;
                    any = true;
                }
            } else if (w->force) {
                int32_t *given_up = r <= -1 ? &w->too_long : &w->too_short;
                bool better = *given_up < 0 || d < w->nodes[*given_up].demerits
                              || (r > -1 && d <= w->nodes[*given_up].demerits);
                if (better) {
                    node made = {.item = i, .line = line + 1, .fitness = fitness, .ratio = r,
                                 .demerits = d, .previous = at};
                    sums_after(w, i, &made);
                    *given_up = keep_node(w, made);
                }
            }
        }
        if (pending_line == line) /* they stand after those that were there before */
            for (int c = 0; c < n_pending && n < ACTIVE_MOST; c++)
                w->next[n++] = pending[c];
        if (pending_line == line)
            n_pending = 0;
        for (int c = 0; any && c < 4; c++) {
            if (best[c].from < 0 || best[c].demerits > least + FITNESS_DEMERITS)
                continue;
            node made = {.item = i, .line = line + 1, .fitness = c, .ratio = best[c].ratio,
                         .demerits = best[c].demerits, .previous = best[c].from};
            sums_after(w, i, &made);
            pending[n_pending++] = keep_node(w, made);
            pending_line = line + 1;
        }
    }
    memcpy(w->active, w->next, (size_t)n * sizeof *w->active);
    w->n_active = n;
}

/* Where to go on when every way was given up: from a line too short, or too long if none is. */
static int32_t recover(walk *w, int32_t forced, int32_t at)
{
    if (w->deactivated >= 0 && w->deactivated != forced) {
        if (w->nodes[w->deactivated].ratio > 0)
            w->too_short = w->deactivated;
        else
            w->too_long = w->deactivated;
    }
    bool short_line = w->too_short >= 0 && w->nodes[w->too_short].item != w->nodes[forced].item;
    int32_t from = short_line ? w->too_short : w->too_long;
    if (from < 0)
        return -1;
    node *a = &w->nodes[from];
    a->demerits = 0;
    w->active[0] = from;
    w->n_active = 1;
    w->width = a->width;
    w->stretch = a->stretch;
    w->shrink = a->shrink;
    w->too_short = w->too_long = -1;
    (void)at;
    return from;
}

/* One walk over items begin … n-1. The last node of the best way, or -1. */
static int32_t pass(walk *w, int32_t begin, bool centered, double threshold, bool force)
{
    w->n_nodes = 0;
    w->threshold = threshold;
    w->force = force;
    w->too_short = w->too_long = w->deactivated = -1;
    w->width = w->stretch = w->shrink = 0;
    int32_t first = begin;
    if (!centered)
        while (first < w->n && w->items[first].kind != HJ_BOX)
            first++;
    first = centered || first >= w->n ? begin : first - 1;
    if (first < begin)
        first = begin;
    int32_t forced = keep_node(w, (node){.item = first, .fitness = 1, .previous = -1});
    w->active[0] = forced;
    w->n_active = 1;
    bool after_box = false;
    for (int32_t i = begin; i < w->n; i++) {
        const hj_item *item = &w->items[i];
        switch (item->kind) {
        case HJ_BOX: w->width += item->width; break;
        case HJ_GLUE:
            if (after_box && !w->only_forced)
                consider(w, i);
            w->width += item->width;
            w->stretch += item->stretch;
            w->shrink += item->shrink;
            break;
        case HJ_PENALTY:
            if (item->penalty < HJ_INFINITY && (w->hyphens || !item->flagged)
                && (!w->only_forced || is_forced(item)))
                consider(w, i);
            break;
        }
        after_box = item->kind == HJ_BOX;
        if (w->n_active)
            continue;
        if (!force)
            return -1;
        forced = recover(w, forced, i);
        if (forced < 0)
            return -1;
        i = w->nodes[forced].item;
        while (i + 1 < w->n && w->items[i + 1].kind != HJ_BOX)
            i++;
        after_box = false;
    }
    int32_t best = -1;
    for (int32_t k = 0; k < w->n_active; k++)
        best = further(w, best, w->active[k]);
    return best;
}

/* The way to the node at; the caller frees. */
static size_t trace(const walk *w, int32_t at, hj_breakpoint **points)
{
    size_t n = (size_t)w->nodes[at].line;
    free(*points);
    *points = malloc((n + 1) * sizeof **points);
    if (!*points)
        abort();
    for (size_t k = n; k > 0; at = w->nodes[at].previous, k--)
        (*points)[k - 1] = (hj_breakpoint){.item = w->nodes[at].item,
                                           .ratio = (int32_t)(w->nodes[at].ratio * 1000)};
    return n;
}

/* Its passes: without soft hyphens, with them and looser, and at last whatever it takes. Justified
 * text is always looked at twice, for a better way with other lines. */
static size_t fit(walk *w, int32_t begin, const hj_fo_inherited *in, hj_breakpoint **points)
{
    bool centered = in->text_align == HJ_ALIGN_CENTER, justify = in->text_align == HJ_ALIGN_JUSTIFY;
    w->only_forced = in->wrap != HJ_WRAP;
    w->hyphens = false;
    int32_t best = pass(w, begin, centered, 1, false);
    size_t n = best < 0 ? 0 : trace(w, best, points);
    if (n && !justify)
        return n;
    double demerits = n ? w->nodes[best].demerits : 0;
    w->hyphens = true;
    best = pass(w, begin, centered, 5, false);
    if (n && (best < 0 || (size_t)w->nodes[best].line == n || w->nodes[best].demerits >= demerits))
        return n;
    if (best < 0)
        best = pass(w, begin, centered, 20, true);
    return best < 0 ? 0 : trace(w, best, points);
}

size_t hj_compat_lines(hj_para *para, hj_len measure, hj_item_list *list, hj_arena *arena,
                       hj_breakpoint **out)
{
    const hj_fo_inherited *in = para->block->in;
    builder b = {.para = para, .l = list, .measure = measure};
    b.manner = in->text_align == HJ_ALIGN_JUSTIFY ? JUSTIFIED
             : in->text_align_last == HJ_ALIGN_JUSTIFY ? LAST_JUSTIFIED
             : in->text_align == HJ_ALIGN_CENTER ? CENTERED : RAGGED_LINES;
    build(&b);
    walk *w = calloc(1, sizeof *w);
    size_t n = 0, cap = 16;
    hj_breakpoint *points = malloc(cap * sizeof *points), *found = NULL;
    if (!w || !points)
        abort();
    w->items = list->items;
    w->measure = measure;
    w->max_flagged = in->hyphenation_ladder;
    for (int32_t begin = hj_para_begin(para, list); begin < (int32_t)list->n;) {
        int32_t to = begin;
        while (!is_forced(&list->items[to]))
            to++;
        w->n = to + 1;
        size_t lines = fit(w, begin, in, &found);
        if (n + lines + 1 > cap) {
            cap = (n + lines + 1) * 2;
            points = realloc(points, cap * sizeof *points);
            if (!points)
                abort();
        }
        if (lines)
            memcpy(points + n, found, lines * sizeof *points);
        else
            points[n] = (hj_breakpoint){.item = to};
        n += lines ? lines : 1;
        begin = to + 1;
    }
    *out = HJ_ARRAY(arena, n, hj_breakpoint);
    memcpy(*out, points, n * sizeof *points);
    free(found);
    free(points);
    free(w->nodes);
    free(w);
    return n;
}

/* ---- the line ---- */

/* How far a line reaches where leading lies outside of it (readings: line_extents). What hangs
 * from the line's edges is not measured by where it hangs; it makes the line longer below when it
 * is taller. */
void hj_compat_extent(const hj_para *para, const hj_item_list *list, hj_len measure, int32_t from,
                      int32_t to, hj_len *above, hj_len *below)
{
    const hj_span *root = para->root, *last = NULL;
    hj_len tallest = 0;
    *above = root->ascent;
    *below = root->descent;
    for (int32_t i = from; i < to && !para->block->in->font_height; i++) {
        const hj_slot *sl = &list->slots[i];
        const hj_piece *p = sl->piece < 0 ? NULL : &para->pieces[sl->piece];
        if (!p || (p->kind != HJ_PIECE_OBJECT && p->kind != HJ_PIECE_WORD))
            continue;
        if (p->kind != HJ_PIECE_OBJECT && p->span == last)
            continue;
        last = p->span;
        hj_baseline_kind kind = last->node->own->baseline;
        bool shifted = kind == HJ_SUB || kind == HJ_SUPER || kind == HJ_SHIFT_LENGTH;
        if (shifted && para->block->in->disregard_shifts)
            continue;
        hj_len up = last->ascent + last->shift, down = last->descent - last->shift;
        if (p->kind == HJ_PIECE_OBJECT) {
            hj_object_size size = hj_object_measure(para->lx, p, measure);
            hj_len shift = hj_object_raised(para->lx, p, &size);
            up = size.h + shift;
            down = -shift;
        }
        if (last->parent && (kind == HJ_VALIGN_TOP || kind == HJ_VALIGN_BOTTOM)) {
            tallest = up + down > tallest ? up + down : tallest;
            continue;
        }
        *above = up > *above ? up : *above;
        *below = down > *below ? down : *below;
    }
    if (tallest - *above > *below)
        *below = tallest - *above;
}

hj_len hj_compat_shift(const hj_span *span, hj_len above, hj_len below)
{
    if (!span->parent)
        return 0;
    switch (span->node->own->baseline) {
    case HJ_VALIGN_TOP: return above - span->ascent;
    case HJ_VALIGN_BOTTOM: return span->descent - below;
    default: return hj_compat_shift(span->parent, above, below) + span->rel;
    }
}
