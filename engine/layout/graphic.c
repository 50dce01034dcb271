/* Pictures in a line: how large, and how high above the baseline.
 *
 * The hard idea: two rectangles. The content is the picture scaled; the viewport is the area it is
 * seen through, and only that takes room in the line. Whichever of the two is stated decides the
 * other (XSL 1.1, 7.15.3, 7.15.4, 7.15.12), and bounds on the viewport reach the content only when
 * it was asked to fit. */
#include "layout/para.h"

/* A bound in one direction, -1 when there is none or it is a part of something unknown. */
static int64_t bound(hj_length length, hj_len reference)
{
    if (length.kind == HJ_PERCENT && reference <= 0)
        return -1;
    return hj_length_resolve(length, reference, -1);
}

/* extent between the bounds. What is scaled in one direction only is bounded from that side. */
static int64_t bounded(int64_t extent, hj_length least, hj_length most, hj_len reference,
                       hj_fit fit)
{
    int64_t low = bound(least, reference), high = bound(most, reference);
    if (low >= 0 && fit != HJ_FIT_DOWN && extent < low)
        extent = low;
    if (high >= 0 && fit != HJ_FIT_UP && extent > high)
        extent = high;
    return extent;
}

/* The picture's own size as the bounds of a viewport it shall fit would have it. A stated size is
 * minimum and maximum at once (7.15.6, 7.15.14). */
static void bound_picture(const hj_fo_own *own, hj_len measure, int64_t *w, int64_t *h)
{
    bool has_w = own->width.kind != HJ_AUTO, has_h = own->height.kind != HJ_AUTO;
    hj_length high_w = has_w ? own->width : own->max_width;
    hj_length high_h = has_h ? own->height : own->max_height;
    int64_t most_w = bounded(*w, has_w ? own->width : own->min_width, high_w, measure,
                             own->fit_width);
    int64_t most_h = bounded(*h, has_h ? own->height : own->min_height, high_h, 0,
                             own->fit_height);
    if (!own->scaling_uniform) {
        *w = most_w;
        *h = most_h;
    } else {
        /* a minimum in one direction makes room in the other, where nothing bounds that */
        int64_t grown_w = *w * most_h / *h, grown_h = *h * most_w / *w;
        if (!has_h && grown_w > most_w && bound(high_w, measure) < 0)
            most_w = grown_w;
        if (!has_w && grown_h > most_h && bound(high_h, 0) < 0)
            most_h = grown_h;
        if (*h * most_w / *w <= most_h) {
            *h = *h * most_w / *w;
            *w = most_w;
        } else {
            *w = *w * most_h / *h;
            *h = most_h;
        }
    }
    *w = *w > 0 ? *w : 1;
    *h = *h > 0 ? *h : 1;
}

/* The viewport's stated size in one direction, -1 when it follows the content. */
static int64_t stated(hj_length size, hj_len reference, int64_t natural, bool compat)
{
    if (size.kind == HJ_PERCENT && reference <= 0)
        return compat ? natural : -1; /* FOP takes the picture's own size */
    return hj_length_resolve(size, reference, -1);
}

/* The content's stated size in one direction, -1 when it follows the other or the picture. */
static int64_t scaled_to(hj_length size, hj_fit fit, int64_t natural, int64_t view)
{
    if (size.kind == HJ_ABS)
        return size.value;
    if (size.kind == HJ_PERCENT) {
        int64_t part = natural * size.value / 100000;
        return part > 0 ? part : 1;
    }
    bool fits = fit == HJ_FIT_BOTH || (fit == HJ_FIT_DOWN && natural > view)
                || (fit == HJ_FIT_UP && natural < view);
    return fits ? view : -1;
}

hj_object_size hj_object_measure(const hj_lx *lx, const hj_piece *piece, hj_len measure)
{
    const hj_fo_own *own = piece->node->own;
    if (piece->span->shown) {
        hj_len edges = hj_clamped((int64_t)piece->span->start_space + piece->span->end_space
                                  + hj_object_edges(own, HJ_START, HJ_END));
        const hj_drawing *d = hj_shown_drawing(lx, piece->span->shown, piece->node,
                                               (int)piece->len,
                                               measure > edges ? measure - edges : measure);
        return (hj_object_size){.content_w = d->width, .content_h = d->height,
                                .view_w = d->width, .view_h = d->height,
                                .w = hj_clamped((int64_t)d->width + edges),
                                .h = hj_clamped((int64_t)d->height + piece->span->over
                                                + piece->span->under)};
    }
    bool compat = lx->tree->readings->pictures_loose;
    int64_t iw = piece->intrinsic_w > 0 ? piece->intrinsic_w : 1;
    int64_t ih = piece->intrinsic_h > 0 ? piece->intrinsic_h : 1;
    int64_t view_w = stated(own->width, measure, iw, compat);
    int64_t view_h = stated(own->height, 0, ih, compat);
    hj_fit bounds = compat ? HJ_FIT_UP : HJ_FIT_BOTH; /* FOP knows no maximum of a stated size */
    if (view_w >= 0)
        view_w = bounded(view_w, own->min_width, own->max_width, measure, bounds);
    if (view_h >= 0)
        view_h = bounded(view_h, own->min_height, own->max_height, 0, bounds);
    /* FOP takes a stated minimum for the viewport's size when none is stated. */
    if (compat && view_w < 0 && own->min_width.value > 0)
        view_w = stated(own->min_width, measure, iw, compat);
    if (compat && view_h < 0 && own->min_height.value > 0)
        view_h = stated(own->min_height, 0, ih, compat);
    int64_t w = scaled_to(own->content_width, own->fit_width, iw, view_w);
    int64_t h = scaled_to(own->content_height, own->fit_height, ih, view_h);
    if (own->fit_width || own->fit_height)
        bound_picture(own, measure, &iw, &ih);
    bool uniform = own->scaling_uniform;
    hj_narrowed narrowed = HJ_NOT_NARROWED;
    if (w < 0 && h < 0) {
        w = iw;
        h = ih;
        /* A picture that nobody gave a size is shown whole: better small than cut by the page. */
        bool free = view_w < 0 && view_h < 0 && !own->fit_width && !own->fit_height && !compat;
        hj_len room = measure - hj_object_edges(own, HJ_START, HJ_END);
        if (free && measure > 0 && w > room && room > 0) {
            h = h * room / w;
            w = room;
            narrowed = HJ_NARROWED_BY_LINE;
        }
        /* the line has its own descent and leading under the picture */
        room = lx->region_h - hj_object_edges(own, HJ_BEFORE, HJ_AFTER)
               - piece->span->in->line_height;
        if (free && measure > 0 && h > room && room > 0) {
            w = w * room / h;
            h = room;
            narrowed = HJ_NARROWED_BY_PAGE;
        }
    } else if (w < 0) {
        w = uniform || compat ? h * iw / ih : iw;
    } else if (h < 0) {
        h = uniform || compat ? w * ih / iw : ih;
    } else if (uniform) { /* the smaller scale rules */
        if (w * ih < h * iw)
            h = w * ih / iw;
        else
            w = h * iw / ih;
    }
    if (view_w < 0)
        view_w = bounded(w, own->min_width, own->max_width, measure, own->fit_width);
    if (view_h < 0)
        view_h = bounded(h, own->min_height, own->max_height, 0, own->fit_height);
    hj_object_size size = {.content_w = hj_clamped(w), .content_h = hj_clamped(h),
                           .view_w = hj_clamped(view_w), .view_h = hj_clamped(view_h),
                           .narrowed = narrowed};
    if (piece->intrinsic_w <= 0) { /* a picture that cannot be shown: room, where it was stated */
        bool high = own->height.kind == HJ_ABS || own->content_height.kind == HJ_ABS;
        bool wide = own->width.kind == HJ_ABS || own->content_width.kind == HJ_ABS;
        size.view_w = wide ? size.view_w : 0;
        size.view_h = high ? size.view_h : 0;
        size.content_w = size.content_h = 0;
    }
    size.w = hj_clamped((int64_t)size.view_w + piece->span->start_space
                        + hj_object_edges(own, HJ_START, HJ_END) + piece->span->end_space);
    size.h = hj_clamped((int64_t)size.view_h + piece->span->over + piece->span->under);
    return size;
}

hj_len hj_object_edges(const hj_fo_own *own, int one, int other)
{
    int64_t sum = (int64_t)own->border[one].width + own->border[other].width
                  + hj_length_resolve(own->padding[one], 0, 0)
                  + hj_length_resolve(own->padding[other], 0, 0);
    return hj_clamped(sum);
}

/* XSL 1.1, 7.14.1 and 7.14.5: a picture has no baselines but its edges and its middle. */
hj_len hj_object_shift(const hj_lx *lx, const hj_piece *piece, const hj_object_size *size)
{
    const hj_span *around = piece->span->parent;
    if (!around)
        return piece->span->shift;
    hj_len base = around->shift, h = size->h;
    hj_len x_height = hj_scaled(around->metrics->x_height, around->in->font_size);
    bool compat = lx->tree->readings->pictures_loose;
    switch (piece->node->own->baseline) {
    case HJ_VALIGN_TOP:
    case HJ_VALIGN_TEXT_TOP: return base + around->ascent - h;
    case HJ_VALIGN_BOTTOM: /* FOP: of the line, which a tall picture lengthens downwards */
        if (compat && h > around->ascent + around->descent)
            return base + around->ascent - h;
        return base - around->descent;
    case HJ_VALIGN_TEXT_BOTTOM: return base - around->descent;
    case HJ_VALIGN_MIDDLE: return base + (x_height - h) / 2;
    case HJ_VALIGN_CENTRAL: return base + (around->ascent - around->descent - h) / 2;
    case HJ_VALIGN_HANGING: return base + (around->ascent - h) * 4 / 5;
    case HJ_VALIGN_MATHEMATICAL: return base + (around->ascent - h) / 2;
    case HJ_SUB: return compat ? base - h / 2 : piece->span->shift;
    case HJ_SUPER: return compat ? base + x_height : piece->span->shift;
    default: return piece->span->shift;
    }
}

/* What the property overflow makes of a picture larger than its viewport. */
bool hj_object_clips(const hj_lx *lx, const hj_fo_node *node, const hj_object_size *size)
{
    hj_diags *diags = lx->diags;
    if (size->narrowed == HJ_NARROWED_BY_LINE)
        hj_warning(diags, "HJ-LAYOUT-043", hj_fo_at(node, diags),
                   "%s is wider than its line: it is scaled down to %d.%d pt",
                   hj_fo_type_name(node->type), size->content_w / 1000,
                   size->content_w % 1000 / 100);
    if (size->narrowed == HJ_NARROWED_BY_PAGE)
        hj_warning(diags, "HJ-LAYOUT-047", hj_fo_at(node, diags),
                   "%s is higher than its region: it is scaled down to a height of %d.%d pt",
                   hj_fo_type_name(node->type), size->content_h / 1000,
                   size->content_h % 1000 / 100);
    if (size->narrowed)
        hj_hint(diags, "a width or a content-height in the document says how large it is to be");
    if (size->content_w <= size->view_w && size->content_h <= size->view_h)
        return false;
    if (node->own->overflow == HJ_OVERFLOW_ERROR)
        hj_warning(diags, "HJ-LAYOUT-044", hj_fo_at(node, diags),
                   "%s is larger than its viewport and is cut off",
                   hj_fo_type_name(node->type));
    return node->own->overflow == HJ_OVERFLOW_ERROR || node->own->overflow == HJ_OVERFLOW_HIDDEN;
}

hj_len hj_object_raised(const hj_lx *lx, const hj_piece *piece, const hj_object_size *size)
{
    hj_length adjust = piece->node->own->alignment_adjust;
    hj_len shift = hj_object_shift(lx, piece, size);
    if (adjust.kind == HJ_PERCENT) /* the line-height of text */
        shift += hj_length_resolve(adjust, size->h, 0)
                 - hj_length_resolve(adjust, piece->span->in->line_height, 0);
    return shift;
}
