/* What archival PDF asks of a document that was made for others: ISO 19005-2, 6.7 and ISO 14289-1,
 * 7.1 to 7.3 want a title, a language, and a text in the place of every picture that is no
 * decoration. A tree has them or it has not; layout has nothing to do with it. */
#include <libxml/tree.h>
#include <string.h>

#include "fo/fo.h"

/* The next node in document order; past the nodes below when deeper is false. */
static const hj_fo_node *following(const hj_fo_node *node, bool deeper)
{
    if (deeper && node->first)
        return node->first;
    while (node && !node->next)
        node = node->parent;
    return node ? node->next : NULL;
}

/* Static content and markers are no part of the structure, and an Artifact says so itself. */
static bool is_apart(const hj_fo_node *node)
{
    return node->type == HJ_FO_STATIC_CONTENT || node->type == HJ_FO_MARKER
        || (node->role && strcmp(node->role, "Artifact") == 0);
}

/* A diagram makes its own text, of its data (engine/diagram/). */
static bool tells_itself(const hj_fo_node *node)
{
    const xmlNode *e = node->foreign;
    return e && e->ns && e->ns->href
        && strcmp((const char *)e->ns->href, "urn:hjemmel:diagram:1") == 0;
}

hj_fo_missing hj_fo_archival(const hj_fo_tree *tree, hj_arena *arena)
{
    hj_fo_missing missing = {.title = !tree->title, .lang = !tree->lang};
    size_t room = 0;
    for (const hj_fo_node *n = tree->root; n; n = following(n, !is_apart(n))) {
        bool picture = n->type == HJ_FO_EXTERNAL_GRAPHIC
                    || n->type == HJ_FO_INSTREAM_FOREIGN_OBJECT;
        if (!picture || is_apart(n) || tells_itself(n) || (n->alt && *n->alt))
            continue;
        if (missing.n == room) {
            const hj_fo_node **more = HJ_ARRAY(arena, room ? room * 2 : 16, const hj_fo_node *);
            if (room)
                memcpy(more, missing.pictures, room * sizeof *more);
            missing.pictures = more;
            room = room ? room * 2 : 16;
        }
        missing.pictures[missing.n++] = n;
    }
    return missing;
}
