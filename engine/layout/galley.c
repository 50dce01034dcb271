/* Stacking: how pieces, spaces and edges follow each other in a galley, and where it may be cut.
 *
 * The hard idea: nothing between two pieces is decided until the second one comes. Until then the
 * space-specifiers, the break opportunity among them, keeps, forced breaks and anchors wait; then
 * all spaces between are resolved as one sequence (XSL 1.1, 4.3.1), and the part of it that would
 * stay on either side of a page boundary is computed at the same time. */
#include <string.h>

#include "layout/galley.h"

hj_galley *hj_galley_new(hj_lx *lx, hj_len width)
{
    hj_galley *g = HJ_NEW(lx->arena, hj_galley);
    g->lx = lx;
    g->width = width;
    return g;
}

/* A page boundary is a column boundary too. */
int32_t hj_keep_page(const hj_keep *keep)
{
    return keep->page > keep->column ? keep->page : keep->column;
}

hj_node *hj_node_new(hj_galley *g, hj_node_kind kind, const hj_fo_node *fo)
{
    hj_node *node = HJ_NEW(g->lx->arena, hj_node);
    node->kind = kind;
    node->fo = fo;
    return node;
}

static void append(hj_galley *g, hj_node *parent, hj_node *node)
{
    node->parent = parent;
    hj_node **first = parent ? &parent->first : &g->first;
    hj_node **last = parent ? &parent->last : &g->last;
    if (*last)
        (*last)->next = node;
    else
        *first = node;
    *last = node;
}

/* What stands in a cell, a list item or a box of its own is one piece: heights there add up in 31
 * bits, some 2500 pages. The flow itself has no limit but that of pages. */
#define HIGHEST 2000000000

static void grow(hj_galley *g, const hj_fo_node *fo, hj_len height)
{
    if (height > HIGHEST - g->y && !g->endless) {
        hj_error(g->lx->diags, "HJ-LAYOUT-004",
                 fo ? hj_fo_at(fo, g->lx->diags) : HJ_NOWHERE,
                 "what cannot be divided is higher than %d pt",
                 HIGHEST / 1000);
        return;
    }
    g->y += height;
}

/* ---- spaces ---- */
#define WIDEST HJ_LIMIT_PAGE_SIDE

static void push_space(hj_galley *g, hj_spaces *spaces, const hj_space *space)
{
    hj_len optimum = hj_length_resolve(space->optimum, g->width, 0);
    if (optimum > WIDEST)
        optimum = WIDEST;
    if (optimum < -WIDEST)
        optimum = -WIDEST;
    if (!optimum && space->precedence != HJ_FORCE)
        return;
    if (spaces->n == spaces->cap) {
        spaces->cap = spaces->cap ? spaces->cap * 2 : 4;
        hj_space *more = HJ_ARRAY(g->lx->arena, spaces->cap, hj_space);
        if (spaces->n)
            memcpy(more, spaces->items, (size_t)spaces->n * sizeof *more);
        spaces->items = more;
    }
    spaces->items[spaces->n] = *space;
    spaces->items[spaces->n++].optimum = (hj_length){HJ_ABS, optimum};
}

hj_len hj_spaces_resolve(const hj_space *items, int n)
{
    int64_t forced = 0;
    hj_len best = 0;
    bool force = false, any = false;
    int32_t precedence = 0;
    for (int i = 0; i < n; i++) {
        hj_len optimum = items[i].optimum.value;
        if (items[i].precedence == HJ_FORCE) {
            forced += optimum;
            force = true;
        } else if (!any || items[i].precedence > precedence) {
            precedence = items[i].precedence;
            best = optimum;
            any = true;
        } else if (items[i].precedence == precedence && optimum > best) {
            best = optimum;
        }
    }
    if (!force)
        return best;
    return forced > WIDEST ? WIDEST : forced < -WIDEST ? -WIDEST : (hj_len)forced;
}

/* Without the ones that vanish at the end (start) of a reference area. */
static hj_len resolve_trailing(const hj_spaces *s)
{
    int n = s->n;
    while (n > 0 && !s->items[n - 1].retain)
        n--;
    return hj_spaces_resolve(s->items, n);
}

static hj_len resolve_leading(const hj_spaces *s)
{
    int from = 0;
    while (from < s->n && !s->items[from].retain)
        from++;
    return from < s->n ? hj_spaces_resolve(s->items + from, s->n - from) : 0;
}

/* Everything waits in pre from now on. */
static void join_spaces(hj_galley *g)
{
    for (int i = 0; i < g->wait.post.n; i++)
        push_space(g, &g->wait.pre, &g->wait.post.items[i]);
    g->wait.post.n = 0;
}

/* ---- keeps and breaks ---- */
static bool is_marker(const hj_fo_node *fo)
{
    return fo->type == HJ_FO_MARKER ||
           (fo->type == HJ_FO_TEXT && strspn(fo->text, " \t\r\n") == fo->text_len);
}

static bool passes_on(const hj_fo_node *fo)
{
    switch (fo->type) {
    case HJ_FO_BLOCK:
    case HJ_FO_WRAPPER:
    case HJ_FO_LIST_BLOCK:
    case HJ_FO_BLOCK_CONTAINER:
    case HJ_FO_TABLE_AND_CAPTION:
    case HJ_FO_TABLE:
    case HJ_FO_TABLE_BODY:
    case HJ_FO_TABLE_ROW:
    case HJ_FO_TABLE_CELL: return true;
    default: return false;
    }
}

/* Keeps and forced breaks of the first (last) descendants act at the same place as the object's
 * own (XSL 1.1, 4.8): a page break before the first row is one before the table's block. */
static int32_t leading(const hj_fo_node *fo, hj_break_kind *force)
{
    int32_t keep = 0;
    for (int depth = 0; fo && depth < HJ_LIMIT_FO_DEPTH; depth++) {
        int32_t k = hj_keep_page(&fo->own->keep_with_previous);
        if (k > keep)
            keep = k;
        if (fo->own->break_before > *force)
            *force = fo->own->break_before;
        if (!passes_on(fo))
            break;
        bool table = fo->type == HJ_FO_TABLE;
        fo = fo->first;
        while (fo && (is_marker(fo) || (table && fo->type != HJ_FO_TABLE_BODY)))
            fo = fo->next;
        if (fo && (fo->type == HJ_FO_TEXT || hj_is_inline(fo)))
            break;
    }
    return keep;
}

static const hj_fo_node *last_body(const hj_fo_node *table)
{
    const hj_fo_node *last = NULL;
    for (const hj_fo_node *child = table->first; child; child = child->next) {
        if (child->type == HJ_FO_TABLE_FOOTER)
            return NULL;
        if (child->type == HJ_FO_TABLE_BODY)
            last = child;
    }
    return last;
}

static int32_t trailing(const hj_fo_node *fo, hj_break_kind *force)
{
    int32_t keep = 0;
    for (int depth = 0; fo && depth < HJ_LIMIT_FO_DEPTH; depth++) {
        int32_t k = hj_keep_page(&fo->own->keep_with_next);
        if (k > keep)
            keep = k;
        if (fo->own->break_after > *force)
            *force = fo->own->break_after;
        if (!passes_on(fo))
            break;
        fo = fo->type == HJ_FO_TABLE ? last_body(fo) : fo->last;
        if (fo && (fo->type == HJ_FO_TEXT || hj_is_inline(fo)))
            break;
    }
    return keep;
}

static void stronger(int32_t *strength, const hj_fo_node **keeper, int32_t other,
                     const hj_fo_node *whose)
{
    if (other > *strength) {
        *strength = other;
        *keeper = whose;
    }
}

static void new_opportunity(hj_galley *g, int32_t strength, const hj_fo_node *keeper)
{
    g->wait.opportunity = true;
    g->wait.closed = false;
    g->wait.strength = g->keep;
    g->wait.keeper = g->keep_fo;
    g->wait.open = g->open;
    stronger(&g->wait.strength, &g->wait.keeper, strength, keeper);
    stronger(&g->wait.strength, &g->wait.keeper, g->wait.next, g->wait.next_keeper);
    if (g->wait.force_next > g->wait.force)
        g->wait.force = g->wait.force_next;
    g->wait.force_next = HJ_BREAK_AUTO;
}

void hj_galley_opportunity(hj_galley *g, int32_t strength, const hj_fo_node *keeper)
{
    if (g->after_content && !g->wait.opportunity)
        new_opportunity(g, strength, keeper);
}

void hj_galley_enter(hj_galley *g, const hj_fo_node *fo, const hj_space *before)
{
    hj_break_kind force = HJ_BREAK_AUTO;
    int32_t keep = leading(fo, &force);
    if (g->after_content) {
        if (!g->wait.opportunity) {
            new_opportunity(g, keep, fo);
        } else if (g->wait.closed && g->wait.force == HJ_BREAK_AUTO) {
            /* An object without content ended here: the cut comes after it. */
            join_spaces(g);
            new_opportunity(g, keep, fo);
        } else {
            stronger(&g->wait.strength, &g->wait.keeper, keep, fo);
        }
        if (force > g->wait.force)
            g->wait.force = force;
    } else if (!g->content && force > g->first_force) {
        g->first_force = force;
    }
    if (!g->content)
        stronger(&g->first_keep, &g->first_keeper, keep, fo);
    if (before)
        push_space(g, g->wait.opportunity ? &g->wait.post : &g->wait.pre, before);
}

void hj_galley_leave(hj_galley *g, const hj_fo_node *fo, const hj_space *after)
{
    hj_break_kind force = HJ_BREAK_AUTO;
    stronger(&g->wait.next, &g->wait.next_keeper, trailing(fo, &force), fo);
    if (force > g->wait.force_next)
        g->wait.force_next = force;
    if (g->wait.opportunity)
        g->wait.closed = true;
    if (after)
        push_space(g, g->wait.opportunity ? &g->wait.post : &g->wait.pre, after);
}

void hj_galley_ask_before(hj_galley *g, const hj_galley *inner)
{
    if (g->wait.opportunity) {
        stronger(&g->wait.strength, &g->wait.keeper, inner->first_keep, inner->first_keeper);
        if (inner->first_force > g->wait.force)
            g->wait.force = inner->first_force;
    } else if (!g->content) {
        stronger(&g->first_keep, &g->first_keeper, inner->first_keep, inner->first_keeper);
        if (inner->first_force > g->first_force)
            g->first_force = inner->first_force;
    }
}

void hj_galley_ask_after(hj_galley *g, const hj_galley *inner)
{
    stronger(&g->wait.next, &g->wait.next_keeper, inner->last_keep, inner->last_keeper);
    if (inner->last_force > g->wait.force_next)
        g->wait.force_next = inner->last_force;
}

/* What a cut among the open boxes adds on both sides. */
static void extras(const hj_node *open, hj_len *end, hj_len *start)
{
    for (; open; open = open->parent) {
        *start += open->retain_before;
        *end += open->retain_after;
    }
}

static hj_break *record(hj_galley *g)
{
    if (g->n_breaks == g->cap_breaks) {
        g->cap_breaks = g->cap_breaks ? g->cap_breaks * 2 : 16;
        hj_break *more = HJ_ARRAY(g->lx->arena, g->cap_breaks, hj_break);
        if (g->n_breaks)
            memcpy(more, g->breaks, (size_t)g->n_breaks * sizeof *more);
        g->breaks = more;
    }
    hj_break *b = &g->breaks[g->n_breaks++];
    *b = (hj_break){0};
    return b;
}

hj_break *hj_galley_break_at(hj_galley *g, hj_pos end_y, hj_pos start_y, hj_len end_extra,
                           hj_len start_extra, int32_t strength, const hj_fo_node *keeper)
{
    hj_break *b = record(g);
    b->end_y = end_y;
    b->start_y = start_y;
    b->end_extra = end_extra;
    b->start_extra = start_extra;
    extras(g->open, &b->end_extra, &b->start_extra);
    b->strength = g->keep;
    b->keeper = g->keep_fo;
    stronger(&b->strength, &b->keeper, strength, keeper);
    return b;
}

hj_pos hj_galley_height(const hj_galley *g, int32_t from, int32_t to)
{
    const hj_break *a = from >= 0 ? &g->breaks[from] : NULL;
    const hj_break *b = to < g->n_breaks ? &g->breaks[to] : NULL;
    if (a && b && a->group && a->group == b->group) {
        int s = from - a->group->break0, t = to - a->group->break0;
        return a->start_extra - a->group->steps[s].start_extra + hj_group_between(a->group, s, t) +
               b->end_extra;
    }
    hj_pos start = a ? a->start_y - a->start_extra : 0;
    return b ? b->end_y + b->end_extra - start : g->y - start;
}

/* Boxes that waited for their first content begin here. */
static void place_open(hj_galley *g)
{
    for (hj_node *box = g->open; box && !box->placed; box = box->parent) {
        box->placed = true;
        box->y0 = g->y;
        box->seq0 = g->n_breaks;
    }
}

static hj_node *placed_box(const hj_galley *g)
{
    hj_node *box = g->open;
    while (box && !box->placed)
        box = box->parent;
    return box;
}

static void flush_anchors(hj_galley *g)
{
    hj_node *next;
    for (hj_node *anchor = g->wait.anchors; anchor; anchor = next) {
        next = anchor->next;
        anchor->next = NULL;
        anchor->placed = true;
        anchor->y0 = anchor->y1 = g->y;
        anchor->seq0 = anchor->seq1 = g->n_breaks;
        append(g, placed_box(g), anchor);
    }
    g->wait.anchors = g->wait.last_anchor = NULL;
}

void hj_galley_commit(hj_galley *g)
{
    hj_len total;
    if (g->wait.opportunity && g->content) {
        hj_len end = resolve_trailing(&g->wait.pre), start = resolve_leading(&g->wait.post);
        hj_break_kind force = g->wait.force;
        const hj_node *open = g->wait.open;
        int32_t strength = g->wait.strength;
        const hj_fo_node *keeper = g->wait.keeper;
        join_spaces(g);
        total = hj_spaces_resolve(g->wait.pre.items, g->wait.pre.n);
        hj_break *b = record(g);
        b->end_y = g->y + end;
        b->start_y = g->y + total - start;
        extras(open, &b->end_extra, &b->start_extra);
        b->force = force;
        b->strength = force ? 0 : strength;
        b->keeper = keeper;
    } else {
        join_spaces(g);
        total = g->content || g->keep_edges ? hj_spaces_resolve(g->wait.pre.items, g->wait.pre.n)
                                            : resolve_leading(&g->wait.pre);
    }
    grow(g, NULL, total);
    g->wait.pre.n = g->wait.post.n = 0;
    g->wait.opportunity = g->wait.closed = false;
    g->wait.strength = g->wait.next = 0;
    g->wait.keeper = g->wait.next_keeper = NULL;
    g->wait.force = g->wait.force_next = HJ_BREAK_AUTO;
    place_open(g);
    flush_anchors(g);
    g->content = true;
    g->commits++;
}

/* ---- pieces ---- */
void hj_galley_add(hj_galley *g, hj_node *node, hj_len height)
{
    hj_galley_commit(g);
    append(g, g->open, node);
    node->placed = true;
    node->y0 = g->y;
    grow(g, node->fo, height);
    node->y1 = g->y;
    node->seq0 = node->seq1 = g->n_breaks;
    g->after_content = true;
}

void hj_galley_fence(hj_galley *g, hj_len height)
{
    hj_galley_commit(g);
    grow(g, NULL, height);
    g->after_content = false;
}

hj_node *hj_galley_open(hj_galley *g, hj_node_kind kind, const hj_fo_node *fo, hj_len before)
{
    hj_node *box = hj_node_new(g, kind, fo);
    append(g, g->open, box);
    g->open = box;
    if (before > 0)
        hj_galley_fence(g, before);
    return box;
}

void hj_galley_close(hj_galley *g, hj_node *box, hj_len after)
{
    if (after > 0) {
        /* Between the last content and the closing edge there is no cut; what the content asked
         * of the next cut is still to come. */
        hj_break_kind force = g->wait.opportunity ? g->wait.force : HJ_BREAK_AUTO;
        if (g->wait.force_next > force)
            force = g->wait.force_next;
        int32_t keep = g->wait.next;
        const hj_fo_node *keeper = g->wait.next_keeper;
        g->wait.opportunity = false;
        hj_galley_commit(g);
        g->wait.force_next = force;
        g->wait.next = keep;
        g->wait.next_keeper = keeper;
        grow(g, box->fo, after);
        g->after_content = true;
    }
    box->y1 = g->y;
    box->seq1 = g->n_breaks;
    g->open = box->parent;
    if (box->placed && box->y1 > box->y0)
        g->after_content = true;
}

void hj_galley_anchor(hj_galley *g, hj_node *anchor, bool at_end)
{
    if (at_end && g->content && !g->wait.anchors) {
        anchor->placed = true;
        anchor->y0 = anchor->y1 = g->y;
        anchor->seq0 = anchor->seq1 = g->n_breaks;
        append(g, placed_box(g), anchor);
        return;
    }
    if (g->wait.last_anchor)
        g->wait.last_anchor->next = anchor;
    else
        g->wait.anchors = anchor;
    g->wait.last_anchor = anchor;
}

void hj_galley_note(hj_galley *g, hj_footnote *note, int32_t seq)
{
    note->next = NULL;
    note->seq = seq;
    if (g->last_note)
        g->last_note->next = note;
    else
        g->first_note = note;
    g->last_note = note;
}

void hj_galley_take_notes(hj_galley *g, hj_galley *inner)
{
    for (hj_footnote *note = inner->first_note, *next; note; note = next) {
        next = note->next;
        hj_galley_note(g, note, g->n_breaks);
    }
    inner->first_note = inner->last_note = NULL;
}

/* What is asked of the cut after it all. */
static void keep_asked(hj_galley *g)
{
    g->last_force = g->wait.opportunity ? g->wait.force : HJ_BREAK_AUTO;
    if (g->wait.force_next > g->last_force)
        g->last_force = g->wait.force_next;
    g->last_keep = g->wait.next;
    g->last_keeper = g->wait.next_keeper;
}

void hj_galley_finish(hj_galley *g)
{
    join_spaces(g);
    if (g->keep_edges)
        g->y += hj_spaces_resolve(g->wait.pre.items, g->wait.pre.n);
    else if (g->content)
        g->y += resolve_trailing(&g->wait.pre);
    g->wait.pre.n = 0;
    keep_asked(g);
    flush_anchors(g);
}

void hj_galley_finish_into(hj_galley *g, hj_galley *outer)
{
    join_spaces(g);
    for (int i = 0; i < g->wait.pre.n; i++)
        push_space(outer, &outer->wait.pre, &g->wait.pre.items[i]);
    g->wait.pre.n = 0;
    keep_asked(g);
    flush_anchors(g);
}
