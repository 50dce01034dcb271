/* fo:list-block: items are groups of two, label and body side by side.
 *
 * Neither part is a reference area: both are laid in the width of the list's, and it is their
 * indents, body-start() and label-end(), that put them side by side (XSL 1.1, 6.8). */
#include <string.h>

#include "layout/galley.h"

/* What kind of mark the labels are, for the list's ListNumbering: told by the first one. */
static const char *numbering(const hj_fo_node *fo, int depth)
{
    for (const hj_fo_node *child = fo->first; child && depth < 8; child = child->next) {
        if (child->type == HJ_FO_LIST_ITEM_BODY || child->type == HJ_FO_MARKER)
            continue;
        if (child->type != HJ_FO_TEXT) {
            const char *found = numbering(child, depth + 1);
            if (found)
                return found;
            continue;
        }
        const char *p = child->text + strspn(child->text, " \t\r\n");
        if (!*p)
            continue;
        if (*p >= '0' && *p <= '9')
            return "Decimal";
        if ((*p >= 'a' && *p <= 'z') && (p[1] == ')' || p[1] == '.'))
            return "LowerAlpha";
        if ((*p >= 'A' && *p <= 'Z') && (p[1] == ')' || p[1] == '.'))
            return "UpperAlpha";
        return "Disc";
    }
    return NULL;
}

static hj_cell *part(hj_galley *g, const hj_fo_node *fo, const hj_context *cx, const char *role,
                     hj_group *group)
{
    hj_lx *lx = g->lx;
    hj_context inner = hj_context_for(g, fo, cx);
    hj_cell *cell = HJ_NEW(lx->arena, hj_cell);
    inner.tag = hj_block_tag(lx, fo, cx, role, &inner.artifact);
    inner.direct = fo->type == HJ_FO_LIST_ITEM_LABEL;
    inner.wrap = false;
    cell->fo = fo;
    cell->rows = cell->columns = 1;
    cell->w = g->width;
    cell->x = g->origin;
    cell->galley = hj_galley_new(lx, g->width);
    if (inner.area == g)
        inner.area = cell->galley;
    cell->galley->keep_edges = !lx->tree->readings->item_discards;
    hj_anchors_before(cell->galley, fo, cx);
    hj_block_children(cell->galley, fo, fo->first, &inner);
    hj_anchors_after(cell->galley, fo, cx);
    cell->tag = inner.tag;
    cell->index = group->n_cells;
    group->cell[group->n_cells++] = cell;
    return cell;
}

static void item(hj_galley *g, const hj_fo_node *list, const hj_fo_node *fo, const hj_context *cx)
{
    hj_lx *lx = g->lx;
    hj_context inner = hj_context_for(g, fo, cx);
    inner.tag = hj_block_tag(lx, fo, cx, "LI", &inner.artifact);
    inner.direct = inner.wrap = false;
    inner.body_start = inner.start + list->in->provisional_distance;
    inner.label_end = g->width - inner.body_start + list->in->provisional_separation;
    hj_galley_enter(g, fo, &fo->own->space_before);
    hj_keeping keeping = hj_keep_begin(g, fo);
    hj_anchors_before(g, fo, cx);
    hj_node *box = hj_box_open(g, fo, &inner, inner.start, g->width - inner.start - inner.end);

    hj_group *group = HJ_NEW(lx->arena, hj_group);
    group->cell = HJ_ARRAY(lx->arena, 2, hj_cell *);
    hj_cell *body = NULL;
    for (const hj_fo_node *child = fo->first; child; child = child->next) {
        if (child->type == HJ_FO_MARKER)
            continue;
        if (group->n_cells == 2) {
            hj_refuse(lx, child);
            break;
        }
        if (child->type == HJ_FO_LIST_ITEM_LABEL)
            part(g, child, &inner, "Lbl", group);
        else if (child->type == HJ_FO_LIST_ITEM_BODY)
            body = part(g, child, &inner, "LBody", group);
        else
            hj_refuse(lx, child);
    }
    bool discards = lx->tree->readings->item_discards;
    for (int i = 0; i < group->n_cells; i++)
        if (group->cell[i] && (group->cell[i] != body || discards))
            hj_galley_finish(group->cell[i]->galley);
    if (body && !discards) { /* the space after its last block meets the one after the item */
        hj_galley *outside = hj_galley_new(lx, g->width);
        hj_galley_finish_into(body->galley, outside);
        hj_group_add(g, group, fo, 0);
        hj_galley_finish_into(outside, g);
    } else if (group->n_cells) {
        hj_group_add(g, group, fo, 0);
    }
    hj_box_close(g, fo, box);
    hj_anchors_after(g, fo, cx);
    hj_keep_end(g, keeping);
    hj_galley_leave(g, fo, &fo->own->space_after);
}

void hj_list_block(hj_galley *g, const hj_fo_node *fo, const hj_context *cx)
{
    hj_context inner = hj_context_for(g, fo, cx);
    inner.tag = hj_block_tag(g->lx, fo, cx, "L", &inner.artifact);
    if (inner.tag && inner.tag != cx->tag)
        inner.tag->list_numbering = numbering(fo, 0);
    inner.direct = inner.wrap = false;
    hj_keeping keeping = hj_object_enter(g, fo, cx);
    hj_node *box = hj_box_open(g, fo, &inner, inner.start, g->width - inner.start - inner.end);
    const hj_fo_node *child = hj_resume_first(g->lx, fo, fo->first);
    for (; child; child = child->next) {
        if (child->type == HJ_FO_LIST_ITEM)
            item(g, fo, child, &inner);
        else if (child->type != HJ_FO_MARKER)
            hj_refuse(g->lx, child);
    }
    hj_box_close(g, fo, box);
    hj_anchors_after(g, fo, cx);
    hj_keep_end(g, keeping);
    hj_galley_leave(g, fo, &fo->own->space_after);
}
