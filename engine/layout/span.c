/* A span: an inline object with all that its text needs to be set.
 *
 * The hard idea: whatever depends on the object alone (font, language, shift, edges, tag) is worked
 * out once, when the object is met, so that neither cutting into pieces nor setting
 * lines asks a property again. */
#include <stdlib.h>
#include <string.h>

#include "layout/para.h"

static void *zeroed(size_t size)
{
    void *memory = calloc(1, size);
    if (!memory)
        abort();
    return memory;
}

static const char *language_of(hj_lx *lx, const hj_fo_inherited *in, const hj_span *parent)
{
    if (parent && parent->in->language == in->language && parent->in->country == in->country)
        return parent->lang;
    if (!in->language || !in->language[0] || strcmp(in->language, "none") == 0)
        return lx->tree->lang;
    if (!in->country || !in->country[0] || strcmp(in->country, "none") == 0)
        return in->language;
    return hj_arena_printf(lx->arena, "%s-%s", in->language, in->country);
}

/* XSL 1.1, 7.14: a baseline of the object on the same one of its parent, and what is added. */
static hj_len shift_of(const hj_lx *lx, const hj_span *span, const hj_span *parent)
{
    const hj_fo_own *own = span->node->own;
    bool by_x_height = lx->tree->readings->line_extents;
    hj_len size = parent->in->font_size;
    hj_len x_height = hj_scaled(parent->metrics->x_height, size);
    hj_len own_x_height = hj_scaled(span->metrics->x_height, span->in->font_size);
    hj_len adjust = hj_length_resolve(own->alignment_adjust, span->in->line_height, 0);
    switch (own->baseline) {
    case HJ_SUB: return by_x_height ? -own_x_height / 2 : -hj_scaled(170, size);
    case HJ_SUPER: return by_x_height ? x_height : hj_scaled(350, size);
    case HJ_SHIFT_LENGTH: return own->baseline_shift + adjust;
    case HJ_VALIGN_TOP:
    case HJ_VALIGN_TEXT_TOP: return parent->ascent - span->ascent;
    case HJ_VALIGN_BOTTOM:
    case HJ_VALIGN_TEXT_BOTTOM: return span->descent - parent->descent;
    case HJ_VALIGN_CENTRAL:
        return (parent->ascent - parent->descent - span->ascent + span->descent) / 2;
    case HJ_VALIGN_MIDDLE: return (x_height - own_x_height) / 2;
    case HJ_VALIGN_HANGING: return hj_scaled(800, parent->ascent - span->ascent);
    case HJ_VALIGN_MATHEMATICAL: return (parent->ascent - span->ascent) / 2;
    default: return adjust;
    }
}

static hj_len edge(const hj_fo_own *own, int side)
{
    return own->border[side].width + hj_length_resolve(own->padding[side], 0, 0);
}

/* Computed values with another font size. */
static const hj_fo_inherited *resized(hj_lx *lx, const hj_fo_inherited *in, hj_len size)
{
    hj_fo_inherited *copy = HJ_NEW(lx->arena, hj_fo_inherited);
    *copy = *in;
    copy->font_size = size < 100 ? 100 : size > 1000000 ? 1000000 : size;
    return copy;
}

#define SMALL_CAPS 800 /* mille of the font's size: a little over the x-height of most faces */

/* The span of the small capitals among a span's letters: smaller, and all else alike. */
hj_span *hj_span_small(hj_para *para, hj_span *span)
{
    if (span->small)
        return span->small;
    hj_span *small = zeroed(sizeof *small);
    *small = *span;
    small->next = para->spans;
    para->spans = small;
    small->in = resized(para->lx, span->in, hj_scaled(SMALL_CAPS, span->in->font_size));
    small->font = hj_fonts_variant(para->lx->fonts, span->font, HJ_FONT_SMALL_CAPS);
    small->hyphen = NULL;
    return span->small = small;
}

/* The list of font-family, with what stands in when none of it is known. */
static const char *families(hj_lx *lx, const hj_fo_inherited *in)
{
    const char *last = lx->tree->readings->last_family;
    return last ? hj_arena_printf(lx->arena, "%s, %s", in->font_family, last) : in->font_family;
}

/* NULL when there is no font to set it in (told). */
hj_span *hj_span_new(hj_para *para, hj_span *parent, const hj_fo_node *node)
{
    hj_lx *lx = para->lx;
    hj_span *span = zeroed(sizeof *span);
    span->next = para->spans;
    para->spans = span;
    span->node = node;
    const hj_fo_inherited *in = span->in = node->in;
    span->parent = parent;
    span->line = -1;
    span->lang = language_of(lx, in, parent);
    if (parent && parent->in->font_family == in->font_family
        && parent->in->font_weight == in->font_weight
        && parent->in->font_italic == in->font_italic
        && parent->in->font_condensed == in->font_condensed)
        span->font = parent->font;
    else
        span->font = hj_fonts_select(lx->fonts, families(lx, in), in->font_weight,
                                     in->font_italic, lx->diags);
    if (!span->font)
        return NULL;
    bool variants = lx->tree->readings->font_variants;
    if (in->font_condensed && variants)
        span->font = hj_fonts_variant(lx->fonts, span->font, HJ_FONT_CONDENSED);
    span->metrics = hj_font_get_metrics(span->font);
    if (in->font_size_adjust && variants && span->metrics->x_height > 0) {
        int64_t size = (int64_t)in->font_size * in->font_size_adjust / span->metrics->x_height;
        in = span->in = resized(lx, in, hj_clamped(size)); /* XSL 1.1, 7.9.5 */
    }
    span->full_size = in->font_size;
    span->ascent = hj_scaled(span->metrics->ascender, in->font_size);
    span->descent = -hj_scaled(span->metrics->descender, in->font_size);
    span->decoration = node->own->decoration;
    if (parent) {
        span->tag = parent->tag;
        span->artifact = parent->artifact;
        span->rel = shift_of(lx, span, parent);
        span->shift = parent->shift + span->rel;
        hj_baseline_kind kind = node->own->baseline;
        para->edges = para->edges || kind == HJ_VALIGN_TOP || kind == HJ_VALIGN_BOTTOM;
        span->tracked = parent->tracked;
    }
    span->n_space = hj_text_shape(lx->fonts, span->font, span->lang, " ", 1, node->place,
                                  lx->arena, &span->space, lx->diags);
    for (int i = 0; i < span->n_space; i++)
        span->space_width += hj_scaled(span->space[i].width, in->font_size);
    span->word_spacing = in->word_spacing;
    if (in->word_spacing && lx->tree->readings->letters_and_words)
        span->word_spacing -= 2 * in->letter_spacing;
    span->space_width += in->letter_spacing + span->word_spacing;
    return span;
}

/* An inline object's own boxes and meaning: edges, background, tag. */
void hj_span_dress(hj_lx *lx, hj_span *span)
{
    const hj_fo_node *node = span->node;
    const hj_fo_own *own = node->own;
    span->start_space = hj_length_resolve(own->space_start.optimum, 0, 0);
    span->end_space = hj_length_resolve(own->space_end.optimum, 0, 0);
    bool margins = lx->tree->readings->inline_margins;
    bool picture = node->type == HJ_FO_EXTERNAL_GRAPHIC
                   || node->type == HJ_FO_INSTREAM_FOREIGN_OBJECT;
    if (!span->start_space && margins)
        span->start_space = hj_length_resolve(own->margin[HJ_START], 0, 0);
    if (!span->end_space && margins)
        span->end_space = hj_length_resolve(own->margin[HJ_END], 0, 0);
    if (picture && !margins)
        span->start_space = span->end_space = 0;
    span->start_edge = edge(own, HJ_START);
    span->end_edge = edge(own, HJ_END);
    span->over = edge(own, HJ_BEFORE);
    span->under = edge(own, HJ_AFTER);
    bool bordered = false;
    for (int i = 0; i < 4; i++)
        bordered = bordered || own->border[i].width > 0;
    if ((own->background & 0xff) || own->background_image || bordered
        || node->type == HJ_FO_BASIC_LINK)
        span->tracked = span;

    const char *role = NULL;
    if (node->type == HJ_FO_BASIC_LINK)
        role = "Link";
    else if (node->role)
        role = node->role;
    else if (node->lang || node->actual || node->alt)
        role = "Span";
    if (!role || !span->tag)
        return;
    if (strcmp(role, "Artifact") == 0) {
        span->tag = NULL;
        span->artifact = HJ_ARTIFACT_LAYOUT;
    } else {
        span->tag = hj_tag_new(lx, span->tag, role, node);
    }
}
