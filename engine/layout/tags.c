/* The structure tree: what a screen reader is told, in reading order.
 *
 * The hard idea: text is a leaf of the tree, not a property of an element, so that text before and
 * after a link inside one paragraph keeps its place (ISO 32000-1, 14.7.4.2: kids are ordered). */
#include <string.h>

#include "layout/internal.h"

hj_tag *hj_tag_latest(const hj_lx *lx, const hj_tag *parent)
{
    if (!lx->round)
        return parent->last;
    return parent->round == lx->round ? parent->met : NULL;
}

static void put(hj_lx *lx, hj_tag *parent, hj_tag *tag)
{
    hj_tag *after = hj_tag_latest(lx, parent);
    tag->parent = parent;
    tag->next = after ? after->next : parent->first;
    if (after)
        after->next = tag;
    else
        parent->first = tag;
    if (!tag->next)
        parent->last = tag;
}

static void meet(hj_lx *lx, hj_tag *parent, hj_tag *tag)
{
    parent->round = lx->round;
    parent->met = tag;
}

/* Setting again goes on from what was met last; what lies between was set before the place it
 * began with. */
static hj_tag *met_again(hj_lx *lx, hj_tag *parent, const char *role, const hj_fo_node *node)
{
    hj_tag *tag = hj_tag_latest(lx, parent);
    tag = tag ? tag->next : parent->first;
    while (tag && (tag->node != node || !tag->role || strcmp(tag->role, role) != 0))
        tag = tag->next;
    if (tag)
        meet(lx, parent, tag);
    return tag;
}

void hj_tag_adopt(hj_lx *lx, hj_tag *parent, hj_tag *tag)
{
    hj_tag *old = lx->round ? met_again(lx, parent, tag->role, tag->node) : NULL;
    put(lx, parent, tag);
    if (lx->round)
        meet(lx, parent, tag);
    if (!old)
        return;
    hj_tag **link = &parent->first;
    while (*link && *link != old)
        link = &(*link)->next;
    if (*link)
        *link = old->next;
    if (parent->last == old)
        parent->last = tag;
}

static hj_tag *append(hj_lx *lx, hj_tag *parent, const hj_fo_node *node)
{
    hj_tag *tag = HJ_NEW(lx->arena, hj_tag);
    tag->node = node;
    tag->col_span = tag->row_span = 1;
    tag->bbox_page = -1;
    if (!parent)
        return tag;
    put(lx, parent, tag);
    if (lx->round)
        meet(lx, parent, tag);
    return tag;
}

hj_tag *hj_tag_new(hj_lx *lx, hj_tag *parent, const char *role, const hj_fo_node *node)
{
    hj_tag *tag = lx->round && parent ? met_again(lx, parent, role, node) : NULL;
    if (tag)
        return tag;
    tag = append(lx, parent, node);
    tag->role = role;
    if (node) {
        tag->lang = node->lang;
        tag->alt = node->alt;
        tag->actual = node->actual;
        tag->scope = node->scope;
        tag->kilde = node->kilde;
        tag->id = node->id;
    }
    return tag;
}

hj_tag *hj_tag_content(hj_lx *lx, hj_tag *parent, const hj_fo_node *node)
{
    if (!parent)
        return NULL;
    hj_tag *latest = hj_tag_latest(lx, parent);
    if (latest && !latest->role)
        return latest;
    hj_tag *next = !lx->round ? NULL : latest ? latest->next : parent->first;
    if (!next || next->role)
        return append(lx, parent, node);
    meet(lx, parent, next);
    return next;
}

/* An element without content tells a reader nothing, but a table needs its empty cells and the
 * Document its place. */
static bool keep_empty(const hj_tag *tag)
{
    static const char *const roles[] = {"Document", "TD", "TH", "Figure", "LBody"};
    for (size_t i = 0; i < HJ_COUNT(roles); i++)
        if (strcmp(tag->role, roles[i]) == 0)
            return true;
    return false;
}

/* A row that only cells of rows above reach into has none of its own and goes; they are then one
 * row less high (PDF/UA-1, 7.5: the rows of a table have the same number of columns). */
static void row_goes(hj_tag *first, const hj_tag *row)
{
    int rows = 0; /* from the first to the one that goes */
    for (const hj_tag *r = first; r && r != row; r = r->next)
        rows++;
    for (hj_tag *r = first; r && r != row; r = r->next, rows--)
        for (hj_tag *cell = r->first; cell; cell = cell->next)
            cell->row_span -= cell->row_span > rows;
}

static uint32_t number(hj_tag *tag, uint32_t next)
{
    tag->index = next++;
    hj_tag **link = &tag->first;
    tag->last = NULL;
    while (*link) {
        hj_tag *child = *link;
        uint32_t after = number(child, next);
        if (child->role && !child->first && !keep_empty(child)) {
            if (strcmp(child->role, "TR") == 0)
                row_goes(tag->first, child);
            *link = child->next;
            continue;
        }
        next = after;
        tag->last = child;
        link = &child->next;
    }
    return next;
}

uint32_t hj_tags_finish(hj_tag *document)
{
    return number(document, 0);
}
