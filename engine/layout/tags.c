/* The structure tree: what a screen reader is told, in reading order.
 *
 * The hard idea: text is a leaf of the tree, not a property of an element, so that text before and
 * after a link inside one paragraph keeps its place (ISO 32000-1, 14.7.4.2: kids are ordered). */
#include <string.h>

#include "layout/internal.h"

void hj_tag_adopt(hj_tag *parent, hj_tag *tag)
{
    tag->parent = parent;
    if (parent->last)
        parent->last->next = tag;
    else
        parent->first = tag;
    parent->last = tag;
}

static hj_tag *append(hj_lx *lx, hj_tag *parent, const hj_fo_node *node)
{
    hj_tag *tag = HJ_NEW(lx->arena, hj_tag);
    tag->node = node;
    tag->col_span = tag->row_span = 1;
    tag->bbox_page = -1;
    if (parent)
        hj_tag_adopt(parent, tag);
    return tag;
}

hj_tag *hj_tag_new(hj_lx *lx, hj_tag *parent, const char *role, const hj_fo_node *node)
{
    hj_tag *tag = append(lx, parent, node);
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
    if (parent->last && !parent->last->role)
        return parent->last;
    return append(lx, parent, node);
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
