/* fo:block-container: a reference area of its own, in the flow or out of it.
 *
 * One without height or turn is transparent: its content stays in the galley and can be cut at
 * pages. With a height, a turn or a position it is a galley of its own that is never cut. */
#include "layout/galley.h"
#include "layout/run.h"

static hj_len given(hj_length length, hj_len reference)
{
    return hj_length_resolve(length, reference, -1);
}

/* Content that is higher than the box: shown all the same, and said. */
static hj_len fit(hj_lx *lx, const hj_fo_node *fo, hj_sub *sub, hj_len content, hj_len room)
{
    if (content > room) {
        hj_warning(lx->diags, "HJ-LAYOUT-003", hj_fo_at(fo, lx->diags),
                   "the content of %s is %d.%d pt high and its box %d.%d pt",
                   hj_fo_type_name(fo->type), content / 1000, content % 1000 / 100, room / 1000,
                   room % 1000 / 100);
        sub->clip = fo->own->overflow == HJ_OVERFLOW_HIDDEN
                    || fo->own->overflow == HJ_OVERFLOW_ERROR;
        return 0;
    }
    switch (fo->in->display_align) {
    case HJ_DISPLAY_CENTER: return (room - content) / 2;
    case HJ_DISPLAY_AFTER: return room - content;
    default: return 0;
    }
}

/* Lays the content for a reference area of w × h in its own directions; -1: as long as its longest
 * line, as high as it comes. most: the longest line there is room for. */
static hj_sub *lay(hj_galley *g, const hj_fo_node *fo, const hj_context *cx, hj_len w, hj_len h,
                   hj_len most)
{
    hj_lx *lx = g->lx;
    hj_sub *sub = HJ_NEW(lx->arena, hj_sub);
    sub->turn = fo->own->reference_orientation;
    sub->fo = fo;
    if (w < 0 && lx->tree->readings->turned_fills) {
        w = most;
    } else if (w < 0) {
        hj_len low = 0;
        w = 0;
        hj_block_widths(lx, hj_galley_new(lx, most), fo, cx, &low, &w);
        if (w > most)
            w = most;
    }
    hj_pass_frame saved = *hj_pass_get_frame(lx), inner = saved;
    inner.area_w = w;
    inner.area_h = h < 0 ? 0 : h;
    *hj_pass_get_frame(lx) = inner;
    sub->galley = hj_lay(lx, fo, fo->first, w, cx);
    *hj_pass_get_frame(lx) = saved;
    sub->w = w;
    sub->h = h < 0 ? (hj_len)sub->galley->y : h;
    sub->shift = fit(lx, fo, sub, (hj_len)sub->galley->y, sub->h);
    return sub;
}

static bool stated(hj_length offset)
{
    return offset.kind == HJ_ABS || offset.kind == HJ_PERCENT;
}

/* absolute-position: offsets from the page (fixed) or the nearest area (absolute), to the edges of
 * the content rectangle (XSL 1.1, 7.6.2 to 7.6.5). Without a size it goes from offset to offset,
 * or as far as it needs when it is turned or has no height. */
static void positioned(hj_galley *g, const hj_fo_node *fo, const hj_context *cx)
{
    const hj_fo_own *own = fo->own;
    const hj_pass_frame *frame = hj_pass_get_frame(g->lx);
    bool fixed = own->position == HJ_POSITION_FIXED;
    bool page = fixed && !g->lx->tree->readings->fixed_in_body;
    hj_len area_w = page ? frame->page_w : frame->area_w;
    hj_len area_h = page ? frame->page_h : frame->area_h;
    hj_len left = given(own->offset[HJ_START], area_w), right = given(own->offset[HJ_END], area_w);
    hj_len top = given(own->offset[HJ_BEFORE], area_h);
    hj_len bottom = given(own->offset[HJ_AFTER], area_h);
    bool has[4];
    hj_len e[4];
    for (int i = 0; i < 4; i++) {
        has[i] = stated(own->offset[i]);
        e[i] = hj_edge(fo, i, area_w);
    }
    /* What the offsets leave, across and down the page. */
    hj_len across = area_w - (has[HJ_START] ? left : e[HJ_START]);
    hj_len down = area_h - (has[HJ_BEFORE] ? top : e[HJ_BEFORE]);
    across -= has[HJ_END] ? right : e[HJ_END];
    down -= has[HJ_AFTER] ? bottom : e[HJ_AFTER];
    bool all_across = has[HJ_START] && has[HJ_END];
    bool all_down = has[HJ_BEFORE] && has[HJ_AFTER] && area_h > 0;
    bool sideways = own->reference_orientation % 180 != 0;
    hj_len w = given(own->width, area_w), h = given(own->height, area_h);
    if (w < 0)
        w = !sideways ? across : all_down ? down : -1;
    if (h < 0 && (sideways ? all_across : all_down))
        h = sideways ? across : down;
    if (w >= 0 || !sideways)
        w = hj_clamp(w, own->min_width, own->max_width, area_w);
    if (h >= 0)
        h = hj_clamp(h, own->min_height, own->max_height, area_h);
    hj_context inner = hj_context_for(g, fo, cx);
    inner.tag = hj_block_tag(g->lx, fo, cx, NULL, &inner.artifact);
    if (inner.tag != cx->tag)
        inner.wrap = true;
    inner.direct = false;
    hj_sub *sub = lay(g, fo, &inner, w, h, down > 0 ? down : frame->body_h);
    hj_len seen_w = sideways ? sub->h : sub->w, seen_h = sideways ? sub->w : sub->h;
    hj_len x = has[HJ_START] ? left : has[HJ_END] ? area_w - right - seen_w : e[HJ_START];
    hj_len y = has[HJ_BEFORE] ? top : has[HJ_AFTER] ? area_h - bottom - seen_h : e[HJ_BEFORE];
    sub->fixed = fixed;
    sub->positioned = true;
    sub->box_x = x - e[HJ_START];
    sub->box_y = y - e[HJ_BEFORE];
    sub->box_w = seen_w + e[HJ_START] + e[HJ_END];
    sub->box_h = seen_h + e[HJ_BEFORE] + e[HJ_AFTER];
    sub->x = e[HJ_START];
    sub->y = e[HJ_BEFORE];
    hj_anchors_before(g, fo, cx);
    hj_node *anchor = hj_node_new(g, HJ_NODE_ANCHOR, fo);
    anchor->u.anchor.kind = HJ_ANCHOR_OUT;
    anchor->u.anchor.out = sub;
    anchor->tag = inner.tag;
    anchor->artifact = inner.artifact;
    hj_galley_anchor(g, anchor, false);
    hj_galley_take_notes(g, sub->galley);
    hj_anchors_after(g, fo, cx);
}

/* min-height, when no page can end inside. */
static void at_least(hj_galley *g, hj_node *box, hj_len before, hj_len height)
{
    if (height <= 0)
        return;
    if (!box->placed)
        hj_galley_commit(g);
    hj_len lack = height - (g->y - box->y0 - before);
    if (box->seq0 == g->n_breaks && lack > 0)
        hj_galley_add(g, hj_node_new(g, HJ_NODE_LINE, box->fo), lack);
}

/* Content that no page holds is cut at pages all the same, like a cell's, so that none is lost. */
static void add_cut(hj_galley *g, const hj_fo_node *fo, hj_galley *content, hj_len x, hj_len w)
{
    hj_group *group = HJ_NEW(g->lx->arena, hj_group);
    hj_cell *cell = HJ_NEW(g->lx->arena, hj_cell);
    group->cell = HJ_ARRAY(g->lx->arena, 1, hj_cell *);
    group->cell[group->n_cells++] = cell;
    cell->fo = fo;
    cell->rows = cell->columns = 1;
    cell->x = x;
    cell->w = w;
    cell->galley = content;
    hj_group_add(g, group, fo, 0);
}

void hj_container(hj_galley *g, const hj_fo_node *fo, const hj_context *cx)
{
    const hj_fo_own *own = fo->own;
    if (own->position != HJ_POSITION_AUTO) {
        positioned(g, fo, cx);
        return;
    }
    hj_context inner = hj_context_for(g, fo, cx);
    inner.tag = hj_block_tag(g->lx, fo, cx, NULL, &inner.artifact);
    if (inner.tag != cx->tag)
        inner.wrap = true;
    hj_keeping keeping = hj_object_enter(g, fo, cx);
    int turn = own->reference_orientation;
    bool sideways = turn % 180 != 0;
    hj_len area_h = hj_pass_get_frame(g->lx)->area_h, body_h = hj_pass_get_frame(g->lx)->body_h;
    hj_len w = given(own->width, g->width), h = given(own->height, area_h);
    if (w < 0 && !sideways)
        w = g->width - inner.start - inner.end;
    if (w >= 0 || !sideways)
        w = hj_clamp(w, own->min_width, own->max_width, g->width);
    if (h >= 0)
        h = hj_clamp(h, own->min_height, own->max_height, area_h);
    hj_node *box;
    if (h < 0 && !turn) {
        box = hj_box_open(g, fo, &inner, inner.start, w);
        hj_len origin = g->origin, width = g->width;
        g->origin += inner.start;
        g->width = w;
        hj_block_children(g, fo, fo->first, &inner);
        g->origin = origin;
        g->width = width;
        at_least(g, box, hj_edge(fo, HJ_BEFORE, width),
                 hj_length_resolve(own->min_height, area_h, 0));
    } else {
        hj_sub *sub = lay(g, fo, &inner, w, h, body_h);
        hj_len seen_w = sideways ? sub->h : sub->w, seen_h = sideways ? sub->w : sub->h;
        box = hj_box_open(g, fo, &inner, inner.start, seen_w);
        hj_node *node = hj_node_new(g, HJ_NODE_SUB, fo);
        node->x = g->origin + inner.start;
        node->w = seen_w;
        node->u.sub = sub;
        node->tag = inner.tag;
        if (!turn && !sub->clip && sub->galley->y > body_h) {
            add_cut(g, fo, sub->galley, node->x, w);
        } else {
            hj_galley_add(g, node, seen_h);
            hj_galley_take_notes(g, sub->galley);
        }
    }
    hj_box_close(g, fo, box);
    hj_anchors_after(g, fo, cx);
    hj_keep_end(g, keeping);
    hj_galley_leave(g, fo, &own->space_after);
}
