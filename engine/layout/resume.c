/* A flow set again from a page break on, in the width of another page.
 *
 * The hard idea: content is set in one measure (galley.h), and a page of another width means to set
 * the rest again. Where the rest begins is told by the way down to it: the objects that a page
 * boundary cuts, outermost first, and what the innermost of them goes on with, which may be a
 * paragraph some lines of which are set. Laying then goes down that way without entering what it
 * has entered before: no space, no leading edge, no anchor is met twice; and the structure tree,
 * which is made while laying, is walked again instead of grown (tags.c). A table, a list item or a
 * container of stated height that a boundary cuts ends in the width it began with. */
#include <string.h>

#include "layout/run.h"

static bool ends_something(const hj_node *node)
{
    return node->kind == HJ_NODE_ANCHOR && (node->u.anchor.kind == HJ_ANCHOR_END ||
                                            node->u.anchor.kind == HJ_ANCHOR_MARKER_END);
}

/* The node after break from among the siblings from first, and whether the boundary cuts it. An
 * anchor stands for an object that begins there, or is positioned from there. */
static const hj_node *node_after(const hj_node *node, int32_t from, bool *cut)
{
    while (node && (!node->placed || ends_something(node) || node->seq1 <= from))
        node = node->next;
    *cut = node && node->seq0 <= from;
    return node;
}

/* What of its parent begins there: the object itself when nothing of it stands before. */
static bool begins(const hj_fo_node *fo)
{
    const hj_fo_node *before = fo->parent ? fo->parent->first : fo;
    for (; before != fo; before = before->next)
        if (before->type != HJ_FO_MARKER &&
            (before->type != HJ_FO_TEXT ||
             strspn(before->text, " \t\r\n") != before->text_len))
            return false;
    return true;
}

/* The objects between flow and where r starts; false when one of them cannot be gone on with. */
static bool find_path(hj_resume *r, const hj_fo_node *flow)
{
    int n = 0;
    const hj_fo_node *up = r->start->parent;
    for (; up && up != flow && n < HJ_LIMIT_FO_DEPTH; up = up->parent)
        r->path[n++] = up;
    if (up != flow) /* a retrieved marker: it stands in no place of its own */
        return false;
    for (int i = 0; i < n / 2; i++) {
        const hj_fo_node *other = r->path[i];
        r->path[i] = r->path[n - 1 - i];
        r->path[n - 1 - i] = other;
    }
    r->n = n;
    for (int i = 0; i < n; i++)
        if (r->path[i]->type != HJ_FO_BLOCK && r->path[i]->type != HJ_FO_WRAPPER &&
            r->path[i]->type != HJ_FO_LIST_BLOCK && r->path[i]->type != HJ_FO_BLOCK_CONTAINER)
            return false;
    return true;
}

bool hj_resume_find(hj_resume *r, const hj_galley *g, int32_t from, const hj_fo_node *flow,
                    int32_t *until, const hj_fo_node **ends)
{
    bool cut;
    const hj_node *node = node_after(g->first, from, &cut);
    while (node && cut && node->kind == HJ_NODE_BOX)
        node = node_after(node->first, from, &cut);
    *until = g->n_breaks;
    *ends = NULL;
    if (!node)
        return false;
    if (cut) {
        *until = node->seq1;
        *ends = node->fo;
        return false;
    }
    *r = (hj_resume){0};
    const hj_fo_node *at = node->fo->type == HJ_FO_MARKER ? node->fo->parent : node->fo;
    if (node->kind == HJ_NODE_LINE && node->u.line.first) {
        at = node->u.line.first;
        r->piece = node->u.line.piece;
        r->byte = node->u.line.byte;
        r->within = r->piece > 0 || r->byte > 0;
    }
    while (!r->within && at->parent && at->parent != flow && begins(at) &&
           at->parent->type != HJ_FO_MARKER)
        at = at->parent;
    r->start = at;
    return find_path(r, flow);
}

bool hj_resume_after(hj_resume *r, const hj_fo_node *fo, const hj_fo_node *flow)
{
    *r = (hj_resume){0};
    for (; fo && fo != flow; fo = fo->parent)
        for (const hj_fo_node *next = fo->next; next; next = next->next)
            if (next->type != HJ_FO_MARKER && next->type != HJ_FO_TEXT) {
                r->start = next;
                return find_path(r, flow);
            }
    return false;
}

bool hj_resume_anywhere(const hj_fo_node *fo)
{
    for (const hj_fo_node *child = fo->first; child; child = child->next) {
        switch (child->type) {
        case HJ_FO_RETRIEVE_MARKER:
        case HJ_FO_TABLE_AND_CAPTION: return false;
        case HJ_FO_BLOCK:
        case HJ_FO_WRAPPER:
        case HJ_FO_BLOCK_CONTAINER:
            if (!hj_resume_anywhere(child))
                return false;
            break;
        default: break;
        }
    }
    return true;
}

const hj_fo_node *hj_resume_first(hj_lx *lx, const hj_fo_node *parent, const hj_fo_node *first)
{
    hj_resume *r = hj_pass_of(lx)->resume;
    if (!r || r->done)
        return first;
    const hj_fo_node *next = r->at < r->n ? r->path[r->at] : r->start;
    if (next->parent != parent)
        return first;
    r->entering = r->at < r->n ? next : NULL;
    r->at++;
    r->done = next == r->start;
    return next;
}

bool hj_resume_enters(hj_lx *lx, const hj_fo_node *fo)
{
    hj_resume *r = hj_pass_of(lx)->resume;
    if (!r || r->entering != fo)
        return false;
    r->entering = NULL;
    r->opening = fo;
    return true;
}

bool hj_resume_opens(hj_lx *lx, const hj_fo_node *fo)
{
    hj_resume *r = hj_pass_of(lx)->resume;
    if (!r || r->opening != fo)
        return false;
    r->opening = NULL;
    return true;
}

bool hj_resume_skips(hj_lx *lx, const hj_fo_node *first, hj_para *para)
{
    hj_resume *r = hj_pass_of(lx)->resume;
    if (!r || !r->done || !r->within || r->start != first)
        return false;
    r->within = false;
    hj_para_skip(para, r->piece, r->byte);
    return true;
}
