/* Block-level objects -> galleys: indents, edges, structure elements, paragraphs.
 *
 * The hard idea: indents belong to the reference area, not to the parent. A block's content
 * rectangle is start-indent … width - end-indent of the area it is laid in, its padding and border
 * hang outside it, and an indent that was not stated is inherited as the parent's computed value
 * (XSL 1.1, 4.4.1 and 5.3.2). hj_context carries the resolved values down. */
#include <string.h>

#include "layout/run.h"

hj_len hj_edge(const hj_fo_node *fo, int side, hj_len reference)
{
    return fo->own->border[side].width + hj_length_resolve(fo->own->padding[side], reference, 0);
}

hj_len hj_clamp(hj_len length, hj_length minimum, hj_length maximum, hj_len reference)
{
    hj_len most = hj_length_resolve(maximum, reference, INT32_MAX);
    hj_len least = hj_length_resolve(minimum, reference, 0);
    if (length > most)
        length = most;
    return length < least ? least : length;
}

static bool same(hj_length a, hj_length b)
{
    return a.kind == b.kind && a.value == b.value;
}

static hj_len indent(hj_length spec, hj_length parent_spec, hj_len parent, hj_len width,
                     hj_len body_start, hj_len label_end)
{
    if (spec.kind == HJ_BODY_START)
        return same(spec, parent_spec) ? parent : body_start + spec.value;
    if (spec.kind == HJ_LABEL_END)
        return same(spec, parent_spec) ? parent : label_end + spec.value;
    if (spec.kind == HJ_PERCENT && same(spec, parent_spec))
        return parent;
    return hj_length_resolve(spec, width, 0);
}

hj_context hj_context_for(const hj_galley *g, const hj_fo_node *fo, const hj_context *cx)
{
    hj_context inner = *cx;
    inner.start_spec = fo->in->start_indent;
    inner.end_spec = fo->in->end_indent;
    inner.start = indent(inner.start_spec, cx->start_spec, cx->start, g->width, cx->body_start,
                         cx->label_end);
    inner.end = indent(inner.end_spec, cx->end_spec, cx->end, g->width, cx->body_start,
                       cx->label_end);
    inner.depth++;
    if (fo->type == HJ_FO_BLOCK || fo->type == HJ_FO_LIST_BLOCK || fo->type == HJ_FO_LIST_ITEM ||
        fo->type == HJ_FO_TABLE_AND_CAPTION) {
        inner.area = g;
        inner.area_w = g->width - inner.start - inner.end;
    }
    return inner;
}

hj_len hj_across(const hj_galley *g, const hj_context *cx)
{
    return cx->area == g ? cx->area_w : g->width;
}

/* ---- structure ---- */
bool hj_role_is(const hj_fo_node *fo, const char *role)
{
    return fo->role && strcmp(fo->role, role) == 0;
}

static bool artifact_role(const char *role, hj_artifact *artifact)
{
    if (!role || strcmp(role, "Artifact") != 0)
        return false;
    *artifact = HJ_ARTIFACT_LAYOUT;
    return true;
}

hj_tag *hj_block_tag(hj_lx *lx, const hj_fo_node *fo, const hj_context *cx, const char *role,
                     hj_artifact *artifact)
{
    *artifact = cx->artifact;
    if (!cx->tag || artifact_role(fo->role, artifact))
        return NULL;
    if (fo->role)
        role = fo->role;
    return role ? hj_tag_new(lx, cx->tag, role, fo) : cx->tag;
}

/* Elements that hold paragraphs and not text. */
static bool groups(const char *role)
{
    static const char *const roles[] = {"Div", "Sect", "Part", "Art", "BlockQuote", "Document",
                                        "L", "LBody", "Table", "TBody", "TR"};
    for (size_t i = 0; i < HJ_COUNT(roles); i++)
        if (strcmp(role, roles[i]) == 0)
            return true;
    return false;
}

static bool blank(const hj_fo_node *node)
{
    if (node->type == HJ_FO_MARKER)
        return true;
    if (node->type != HJ_FO_TEXT)
        return false;
    return strspn(node->text, " \t\r\n") == node->text_len;
}

static void kinds(const hj_fo_node *first, bool *text, bool *blocks)
{
    *text = *blocks = false;
    for (const hj_fo_node *child = first; child && !(*text && *blocks); child = child->next) {
        if (blank(child))
            continue;
        if (hj_is_inline(child))
            *text = true;
        else
            *blocks = true;
    }
}

static bool only_child(const hj_fo_node *fo)
{
    for (const hj_fo_node *child = fo->parent ? fo->parent->first : fo; child; child = child->next)
        if (child != fo && !blank(child))
            return false;
    return true;
}

/* A block with text is a P, a block with blocks is nothing of its own, unless it has a role. The
 * only block of a cell or label gives its text to the cell: one element less to read past. */
static void tag_block(hj_lx *lx, const hj_fo_node *fo, const hj_context *cx, hj_context *inner)
{
    bool text, blocks;
    kinds(fo->first, &text, &blocks);
    inner->wrap = inner->direct = false;
    if (!cx->tag || fo->role || !text) {
        inner->tag = hj_block_tag(lx, fo, cx, NULL, &inner->artifact);
        inner->wrap = inner->tag && (inner->tag == cx->tag ? cx->wrap : groups(inner->tag->role));
        inner->direct = inner->tag == cx->tag && cx->direct && !fo->lang && only_child(fo);
        return;
    }
    if (blocks) {
        inner->wrap = true;
        return;
    }
    if (cx->direct && only_child(fo) && !fo->lang && !fo->id && !fo->alt && !fo->actual) {
        inner->tag = cx->tag;
        if (!inner->tag->kilde)
            inner->tag->kilde = fo->kilde;
    } else {
        inner->tag = hj_tag_new(lx, cx->tag, hj_shown_alone(fo) ? "Div" : "P", fo);
    }
}

void hj_refuse(hj_lx *lx, const hj_fo_node *fo)
{
    hj_error(lx->diags, "HJ-LAYOUT-001", hj_fo_at(fo, lx->diags), "%s cannot be laid out here",
             hj_fo_type_name(fo->type));
    hj_hint(lx->diags, "see engine/fo/README.md for what is supported and where");
}

/* ---- anchors ---- */
static void anchor(hj_galley *g, const hj_fo_node *fo, hj_anchor_kind kind, bool at_end)
{
    hj_node *node = hj_node_new(g, HJ_NODE_ANCHOR, fo);
    node->u.anchor.kind = kind;
    node->u.anchor.id = fo->id;
    hj_galley_anchor(g, node, at_end);
}

void hj_anchors_before(hj_galley *g, const hj_fo_node *fo, const hj_context *cx)
{
    if (!cx->in_flow)
        return;
    if (fo->id)
        anchor(g, fo, HJ_ANCHOR_START, false);
    for (const hj_fo_node *child = fo->first; child && blank(child); child = child->next)
        if (child->type == HJ_FO_MARKER)
            anchor(g, child, HJ_ANCHOR_MARKER, false);
}

void hj_anchors_after(hj_galley *g, const hj_fo_node *fo, const hj_context *cx)
{
    if (!cx->in_flow)
        return;
    if (fo->id)
        anchor(g, fo, HJ_ANCHOR_END, true);
    for (const hj_fo_node *child = fo->first; child && blank(child); child = child->next)
        if (child->type == HJ_FO_MARKER)
            anchor(g, child, HJ_ANCHOR_MARKER_END, true);
}

/* ---- paragraphs ---- */
/* In static content there is no foot: the footnotes follow the paragraph. */
static void footnotes(hj_galley *g, const hj_line *line, const hj_context *cx)
{
    for (size_t i = 0; i < line->n_footnotes && !cx->again; i++) {
        const hj_fo_node *body = line->footnotes[i];
        hj_context inner = *cx;
        if (!cx->in_flow) {
            hj_warning(g->lx->diags, "HJ-LAYOUT-057", hj_fo_at(body, g->lx->diags),
                       "a footnote outside the flow follows its paragraph");
            hj_block_children(g, body, body->first, cx);
            continue;
        }
        inner.start_spec = inner.end_spec = (hj_length){HJ_ABS, 0};
        inner.start = inner.end = 0;
        inner.direct = true;
        if (cx->tag)
            inner.tag = hj_block_tag(g->lx, body, cx, "Note", &inner.artifact);
        hj_footnote *note = HJ_NEW(g->lx->arena, hj_footnote);
        note->galley = hj_lay(g->lx, body, body->first, hj_pass_get_frame(g->lx)->body_w, &inner);
        hj_galley_note(g, note, g->n_breaks);
        hj_galley_take_notes(g, note->galley); /* a footnote of a footnote */
    }
}

static const hj_fo_node *paragraph(hj_galley *g, const hj_fo_node *block,
                                   const hj_fo_node *first, const hj_context *cx)
{
    const hj_fo_node *rest = NULL;
    hj_lx *lx = g->lx;
    hj_tag *tag = cx->tag;
    hj_len measure = g->width - cx->start - cx->end;
    hj_node *line = NULL;
    size_t n = 0;
    if (tag && cx->wrap)
        tag = hj_tag_new(lx, tag, "P", block);
    hj_watch watch;
    hj_watch_begin(lx, &watch, tag);
    hj_para *para = hj_para_new(lx, block, first, &rest, tag, cx->artifact);
    if (!para)
        return rest;
    if (measure <= 0) {
        hj_warning(lx->diags, "HJ-LAYOUT-002", hj_fo_at(block, lx->diags),
                   "the indents leave no room for text in a width of %d pt", g->width / 1000);
        measure = 1;
    }
    bool skips = hj_resume_skips(lx, first, para);
    const hj_line *lines = hj_para_break(para, measure, &n);
    int orphans = skips ? 0 : block->in->orphans, widows = block->in->widows;
    if (n > 1 && hj_shown_alone(block))
        orphans = widows = 1; /* its lines are parts of a diagram taller than a page */
    if (n)
        hj_galley_opportunity(g, 0, NULL); /* text after a block in the same block */
    size_t from = 0, to = n; /* the stretch of lines that widows and orphans are counted in */
    bool stretches = lx->tree->readings->feeds_part;
    for (size_t i = 0; i < n; i++) {
        if (stretches && (!i || lines[i - 1].feeds))
            for (from = i, to = i + 1; to < n && !lines[to - 1].feeds;)
                to++;
        if (i) {
            bool hyphen = block->in->hyphenation_keep && lines[i - 1].hyphenated; /* 7.16.1 */
            bool tight = hyphen || (i > from && ((int)(i - from) < orphans
                                                 || (int)(to - i) < widows));
            hj_galley_opportunity(g, tight ? HJ_KEEP_WIDOWS : 0, block);
        }
        hj_node *node = hj_node_new(g, HJ_NODE_LINE, block);
        node->x = g->origin + cx->start;
        node->w = measure;
        node->u.line.areas = lines[i].areas;
        node->u.line.n = (uint32_t)lines[i].n_areas;
        node->u.line.first = first;
        node->u.line.piece = lines[i].piece;
        node->u.line.byte = lines[i].byte;
        hj_galley_add(g, node, lines[i].height);
        if (lines[i].n_footnotes && cx->in_flow)
            footnotes(g, &lines[i], cx);
        if (!line)
            line = node;
    }
    for (size_t i = 0; i < n && !cx->in_flow; i++)
        footnotes(g, &lines[i], cx);
    hj_para_free(para);
    hj_watch_end(lx, &watch, skips, line, n, block, first, tag, cx->artifact, measure);
    return rest;
}

/* ---- blocks ---- */
static bool decorated(const hj_fo_node *fo)
{
    const hj_fo_own *own = fo->own;
    if ((own->background & 0xff) || own->background_image)
        return true;
    for (int i = 0; i < 4; i++)
        if (own->border[i].width || own->padding[i].value)
            return true;
    return false;
}

hj_node *hj_box_open(hj_galley *g, const hj_fo_node *fo, const hj_context *cx, hj_len start,
                     hj_len width)
{
    const hj_fo_own *own = fo->own;
    hj_len before = hj_edge(fo, HJ_BEFORE, g->width), left = hj_edge(fo, HJ_START, g->width);
    bool resumed = hj_resume_opens(g->lx, fo);
    hj_len again = own->border[HJ_BEFORE].retain ? own->border[HJ_BEFORE].width : 0;
    if (own->padding_retain[HJ_BEFORE])
        again += hj_length_resolve(own->padding[HJ_BEFORE], g->width, 0);
    hj_node *box = hj_galley_open(g, HJ_NODE_BOX, fo, resumed ? again : before);
    box->resumed = resumed;
    box->x = g->origin + start - left;
    box->w = width + left + hj_edge(fo, HJ_END, g->width);
    box->tag = cx->tag;
    box->retain_before = again;
    if (own->border[HJ_AFTER].retain)
        box->retain_after += own->border[HJ_AFTER].width;
    if (own->padding_retain[HJ_AFTER])
        box->retain_after += hj_length_resolve(own->padding[HJ_AFTER], g->width, 0);
    return box;
}

void hj_box_close(hj_galley *g, const hj_fo_node *fo, hj_node *box)
{
    hj_galley_close(g, box, hj_edge(fo, HJ_AFTER, g->width));
}

hj_keeping hj_keep_begin(hj_galley *g, const hj_fo_node *fo)
{
    hj_keeping saved = {g->keep, g->keep_fo};
    int32_t keep = hj_keep_page(&fo->in->keep_together);
    if (keep > g->keep) {
        g->keep = keep;
        g->keep_fo = fo;
    }
    return saved;
}

void hj_keep_end(hj_galley *g, hj_keeping saved)
{
    g->keep = saved.keep;
    g->keep_fo = saved.fo;
}

hj_keeping hj_object_enter(hj_galley *g, const hj_fo_node *fo, const hj_context *cx)
{
    bool resumed = hj_resume_enters(g->lx, fo);
    if (!resumed)
        hj_galley_enter(g, fo, &fo->own->space_before);
    hj_keeping keeping = hj_keep_begin(g, fo);
    if (!resumed)
        hj_anchors_before(g, fo, cx);
    return keeping;
}

static void block(hj_galley *g, const hj_fo_node *fo, const hj_context *cx)
{
    hj_context inner = hj_context_for(g, fo, cx);
    tag_block(g->lx, fo, cx, &inner);
    hj_keeping keeping = hj_object_enter(g, fo, cx);
    uint32_t commits = g->commits;
    if (decorated(fo)) {
        hj_node *box = hj_box_open(g, fo, &inner, inner.start, g->width - inner.start - inner.end);
        hj_block_children(g, fo, fo->first, &inner);
        hj_box_close(g, fo, box);
    } else {
        hj_block_children(g, fo, fo->first, &inner);
    }
    if (g->commits == commits && g->lx->tree->readings->empty_areas)
        hj_galley_add(g, hj_node_new(g, HJ_NODE_LINE, fo), 0);
    hj_anchors_after(g, fo, cx);
    hj_keep_end(g, keeping);
    hj_galley_leave(g, fo, &fo->own->space_after);
}

/* A marker's content is set as if it stood here (XSL 1.1, 6.13.6). */
static void retrieved(hj_galley *g, const hj_fo_node *fo, const hj_context *cx)
{
    const hj_fo_node *marker = g->lx->marker(g->lx, fo);
    if (marker)
        hj_block_children(g, marker, marker->first, cx);
}

static void caption(hj_galley *g, const hj_fo_node *fo, const hj_context *cx)
{
    hj_context inner = hj_context_for(g, fo, cx);
    inner.tag = hj_block_tag(g->lx, fo, cx, "Caption", &inner.artifact);
    inner.direct = true;
    hj_block_children(g, fo, fo->first, &inner);
}

static void table_and_caption(hj_galley *g, const hj_fo_node *fo, const hj_context *cx)
{
    hj_context inner = hj_context_for(g, fo, cx);
    hj_galley_enter(g, fo, &fo->own->space_before);
    hj_keeping keeping = hj_keep_begin(g, fo);
    hj_anchors_before(g, fo, cx);
    for (int pass = 0; pass < 2; pass++) { /* the caption comes first unless it is put after */
        for (const hj_fo_node *child = fo->first; child; child = child->next) {
            bool is_caption = child->type == HJ_FO_TABLE_CAPTION;
            if (child->type == HJ_FO_MARKER || is_caption == (pass == !fo->in->caption_after))
                continue;
            if (is_caption)
                caption(g, child, &inner);
            else
                hj_table_lay(g, child, &inner);
            if (pass == 0)
                hj_galley_opportunity(g, HJ_KEEP_ALWAYS, fo);
        }
    }
    hj_anchors_after(g, fo, cx);
    hj_keep_end(g, keeping);
    hj_galley_leave(g, fo, &fo->own->space_after);
}

void hj_block_children(hj_galley *g, const hj_fo_node *parent, const hj_fo_node *first,
                       const hj_context *cx)
{
    hj_block_range(g, parent, first, NULL, cx);
}

void hj_block_range(hj_galley *g, const hj_fo_node *parent, const hj_fo_node *first,
                    const hj_fo_node *end, const hj_context *cx)
{
    const hj_fo_node *child = hj_resume_first(g->lx, parent, first);
    while (child && child != end && (!g->enough || g->y < g->enough)) {
        if (child->type == HJ_FO_MARKER) {
            child = child->next;
            continue;
        }
        if (child->type != HJ_FO_RETRIEVE_MARKER && child->type != HJ_FO_RETRIEVE_TABLE_MARKER &&
            hj_is_inline(child)) {
            child = paragraph(g, parent, child, cx);
            continue;
        }
        switch (child->type) {
        case HJ_FO_BLOCK: block(g, child, cx); break;
        case HJ_FO_WRAPPER: {
            hj_context inner = hj_context_for(g, child, cx);
            inner.tag = hj_block_tag(g->lx, child, cx, NULL, &inner.artifact);
            if (!hj_resume_enters(g->lx, child))
                hj_anchors_before(g, child, cx);
            hj_block_children(g, child, child->first, &inner);
            hj_anchors_after(g, child, cx);
            break;
        }
        case HJ_FO_BLOCK_CONTAINER: hj_container(g, child, cx); break;
        case HJ_FO_LIST_BLOCK: hj_list_block(g, child, cx); break;
        case HJ_FO_TABLE: hj_table_lay(g, child, cx); break;
        case HJ_FO_TABLE_AND_CAPTION: table_and_caption(g, child, cx); break;
        case HJ_FO_RETRIEVE_MARKER:
        case HJ_FO_RETRIEVE_TABLE_MARKER:
            if (hj_is_inline(child) && hj_marker_is_inline(g->lx, child)) {
                child = paragraph(g, parent, child, cx);
                continue;
            }
            retrieved(g, child, cx);
            break;
        default: hj_refuse(g->lx, child); break;
        }
        child = child->next;
    }
}

hj_galley *hj_lay(hj_lx *lx, const hj_fo_node *parent, const hj_fo_node *first, hj_len width,
                  const hj_context *cx)
{
    hj_galley *g = hj_galley_new(lx, width);
    hj_block_children(g, parent, first, cx);
    hj_galley_finish(g);
    return g;
}

/* ---- widths ---- */
static void widen(hj_len *minimum, hj_len *maximum, hj_len low, hj_len high)
{
    if (low > *minimum)
        *minimum = low;
    if (high > *maximum)
        *maximum = high;
}

static hj_len absolute(hj_length length)
{
    return length.kind == HJ_ABS ? length.value : 0;
}

/* scratch is an empty galley that stands for a reference area of unknown width. */
void hj_block_widths(hj_lx *lx, hj_galley *scratch, const hj_fo_node *parent,
                     const hj_context *cx, hj_len *minimum, hj_len *maximum)
{
    const hj_fo_node *child = parent->first;
    hj_context plain = *cx;
    plain.tag = NULL;
    while (child) {
        hj_len low = 0, high = 0;
        if (child->type == HJ_FO_MARKER) {
            child = child->next;
            continue;
        }
        if (hj_is_inline(child)) {
            const hj_fo_node *rest = NULL;
            hj_para *para = hj_para_new(lx, parent, child, &rest, NULL, HJ_ARTIFACT_LAYOUT);
            if (para) {
                hj_para_widths(para, &low, &high);
                widen(minimum, maximum, low + cx->start + cx->end, high + cx->start + cx->end);
                hj_para_free(para);
            }
            child = rest == child ? child->next : rest; /* a marker that turned out block-level */
            continue;
        }
        hj_context inner = hj_context_for(scratch, child, &plain);
        switch (child->type) {
        case HJ_FO_BLOCK:
        case HJ_FO_WRAPPER:
        case HJ_FO_TABLE_AND_CAPTION:
        case HJ_FO_TABLE_CAPTION:
            hj_block_widths(lx, scratch, child, &inner, minimum, maximum);
            break;
        case HJ_FO_BLOCK_CONTAINER:
            if (child->own->position != HJ_POSITION_AUTO)
                break;
            if (child->own->width.kind == HJ_ABS) {
                low = high = child->own->width.value + inner.start + inner.end;
                widen(minimum, maximum, low, high);
            } else {
                hj_block_widths(lx, scratch, child, &inner, minimum, maximum);
            }
            break;
        case HJ_FO_LIST_BLOCK:
            for (const hj_fo_node *item = child->first; item; item = item->next) {
                hj_context in_item = hj_context_for(scratch, item, &inner);
                in_item.body_start = in_item.start + child->in->provisional_distance;
                for (const hj_fo_node *part = item->first; part; part = part->next) {
                    hj_context in_part = hj_context_for(scratch, part, &in_item);
                    if (part->type == HJ_FO_LIST_ITEM_BODY)
                        hj_block_widths(lx, scratch, part, &in_part, minimum, maximum);
                }
            }
            break;
        case HJ_FO_TABLE:
            hj_table_widths(lx, child, &inner, &low, &high);
            if (absolute(child->own->width) > low)
                low = absolute(child->own->width);
            widen(minimum, maximum, low + inner.start + inner.end,
                  (high > low ? high : low) + inner.start + inner.end);
            break;
        default: break; /* refused when it is laid out */
        }
        child = child->next;
    }
}
