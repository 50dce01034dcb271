/* A paragraph, broken into lines and set.
 *
 * The hard idea: words are shaped and measured apart, but a line is painted in as few stretches as
 * can be. When a line is set, the glyphs of neighbouring words and blanks of one face, span and
 * content leaf are laid end to end into one run, and what justification adds goes into its word
 * spacing. A stretch's width is computed once, from the sum of its advances, and the next stretch
 * begins exactly there: no gaps, no drift, one text operator.
 *
 * Blanks at a line's end are kept as the last glyph of their stretch, past the edge where nothing
 * is seen of them: ISO 32000-1, 14.8.2.5 wants words parted by blanks in the text, not only by
 * position, or a reader joins the last word of a line to the first of the next. */
#include <stdlib.h>
#include <string.h>

#include "layout/para.h"

typedef struct setter {
    hj_para *para;
    hj_len measure;
    hj_item_list list;
    /* the stretch being gathered */
    hj_glyph *glyphs;
    size_t n_glyphs, cap_glyphs;
    hj_buf text;
    const hj_face *face;
    hj_span *span;
    hj_tag *leaf;
    hj_len x, width; /* of the stretch; width without what hangs past the line's end */
    int64_t advance;
    int blanks;
    /* the line being set */
    hj_len pen, baseline, extra_blank, extra_letter;
    int64_t room, stretch; /* compat_lines: blanks share by their own stretch; 0 they do not */
    hj_len above, below; /* of what stands in it, without leading */
    hj_len uncounted; /* compat_lines: what FOP's widths are less than ours */
    int32_t number;
    bool last;
    hj_area *areas, *under;
    size_t n_areas, cap_areas, n_under, cap_under;
    const hj_fo_node **footnotes;
    size_t n_footnotes, cap_footnotes;
} setter;

#define KEPT_ITEMS 4096 /* a longer paragraph gives its memory back */

static void *grown(void *old, size_t *cap, size_t need, size_t size)
{
    if (need <= *cap)
        return old;
    *cap = need * 2 > 32 ? need * 2 : 32;
    void *bigger = realloc(old, *cap * size);
    if (!bigger)
        abort();
    return bigger;
}

/* ---- setting a line ---- */

static hj_area *add_area(setter *s, hj_area_kind kind, const hj_span *span, hj_tag *leaf)
{
    s->areas = grown(s->areas, &s->cap_areas, s->n_areas + 1, sizeof *s->areas);
    hj_area *a = &s->areas[s->n_areas++];
    *a = (hj_area){.kind = kind, .tag = leaf, .artifact = span->artifact, .node = span->node,
                   .color = span->in->color};
    return a;
}

/* What is painted under the line's content. */
static hj_area *add_under(setter *s, hj_area_kind kind, const hj_span *span)
{
    s->under = grown(s->under, &s->cap_under, s->n_under + 1, sizeof *s->under);
    hj_area *a = &s->under[s->n_under++];
    *a = (hj_area){.kind = kind, .artifact = HJ_ARTIFACT_BACKGROUND, .node = span->node};
    return a;
}

static void decorate(setter *s)
{
    const hj_span *span = s->span;
    hj_len size = span->full_size, y = s->baseline - span->shift;
    const hj_font_metrics *m = span->metrics;
    const struct { int bit; int top, thickness; } bars[] = {
        {HJ_DECORATION_UNDERLINE, m->underline_position + m->underline_thickness / 2,
         m->underline_thickness},
        {HJ_DECORATION_OVERLINE, m->ascender, m->underline_thickness},
        {HJ_DECORATION_LINE_THROUGH, m->strikeout_position + m->strikeout_thickness / 2,
         m->strikeout_thickness},
    };
    for (size_t i = 0; i < HJ_COUNT(bars); i++) {
        if (!(span->decoration & bars[i].bit) || s->width <= 0)
            continue;
        hj_area *a = add_area(s, HJ_AREA_RECT, span, s->leaf);
        a->x = s->x;
        a->w = s->width;
        a->y = y - hj_scaled(bars[i].top, size);
        a->h = hj_scaled(bars[i].thickness, size);
    }
}

/* What justification adds to a blank of the span. */
static hj_len extra_of(const setter *s, const hj_span *span)
{
    if (!s->stretch)
        return s->extra_blank;
    int64_t part = s->room < 0 ? hj_compat_shrink(span) : hj_compat_stretch(span);
    return (hj_len)(part * s->room / s->stretch);
}

/* Between the letters of span on this line. */
static hj_len letter_spacing(const setter *s, const hj_span *span)
{
    return span->in->letter_spacing + (hj_letters_give(span) ? s->extra_letter : 0);
}

static hj_len stretch_width(const setter *s)
{
    const hj_fo_inherited *in = s->span->in;
    return hj_clamped(hj_scaled(s->advance, in->font_size)
                      + (int64_t)s->n_glyphs * letter_spacing(s, s->span)
                      + (int64_t)s->blanks * (s->span->word_spacing + extra_of(s, s->span)));
}

/* The stretch gathered so far becomes an area; the pen stands exactly at its end. */
static void flush(setter *s)
{
    if (!s->span || !s->n_glyphs) {
        s->span = NULL;
        return;
    }
    hj_arena *arena = s->para->lx->arena;
    const hj_fo_inherited *in = s->span->in;
    hj_run *run = HJ_NEW(arena, hj_run);
    run->face = s->face;
    run->n_glyphs = (uint32_t)s->n_glyphs;
    hj_glyph *glyphs = HJ_ARRAY(arena, s->n_glyphs, hj_glyph);
    memcpy(glyphs, s->glyphs, s->n_glyphs * sizeof *glyphs);
    run->glyphs = glyphs;
    run->text = hj_arena_strndup(arena, s->text.data, s->text.len);
    run->text_len = (uint32_t)s->text.len;
    run->width = hj_clamped(s->advance);
    hj_area *a = add_area(s, HJ_AREA_GLYPHS, s->span, s->leaf);
    a->x = s->x;
    a->y = s->baseline - s->span->shift;
    a->w = stretch_width(s);
    a->u.glyphs.run = run;
    a->u.glyphs.size = in->font_size;
    a->u.glyphs.letter_spacing = letter_spacing(s, s->span);
    a->u.glyphs.word_spacing = s->span->word_spacing + extra_of(s, s->span);
    if (s->span->decoration)
        decorate(s);
    s->pen = hj_clamped((int64_t)s->x + s->width);
    s->n_glyphs = 0;
    s->advance = 0;
    s->blanks = 0;
    hj_buf_clear(&s->text);
    s->span = NULL;
}

/* Two spans that look the same can share a stretch, if they belong to one leaf. */
static bool alike(const hj_span *a, const hj_span *b)
{
    const hj_fo_inherited *x = a->in, *y = b->in;
    return a == b || (a->font == b->font && a->shift == b->shift && a->decoration == b->decoration
                      && a->artifact == b->artifact
                      && (x == y || (x->font_size == y->font_size && x->color == y->color
                                     && x->letter_spacing == y->letter_spacing
                                     && hj_letters_give(a) == hj_letters_give(b)
                                     && x->word_spacing == y->word_spacing)));
}

/* Glyphs of runs whose characters begin in [from, to) join the stretch, or begin a new one. hangs:
 * past the line's end, seen by readers of the text only. */
static void add_glyphs(setter *s, hj_span *span, hj_tag *leaf, const hj_run *runs, int n_runs,
                       uint32_t from, uint32_t to, bool hangs)
{
    uint32_t base = 0;
    for (int r = 0; r < n_runs; base += runs[r].text_len, r++) {
        const hj_run *run = &runs[r];
        if (base + run->text_len <= from || base >= to)
            continue;
        if (s->span && (!alike(s->span, span) || s->leaf != leaf || s->face != run->face))
            flush(s);
        if (!s->span) {
            s->span = span;
            s->leaf = leaf;
            s->face = run->face;
            s->x = s->pen;
        }
        uint32_t first = from > base ? from - base : 0;
        uint32_t last = to - base < run->text_len ? to - base : run->text_len;
        s->glyphs = grown(s->glyphs, &s->cap_glyphs, s->n_glyphs + run->n_glyphs,
                          sizeof *s->glyphs);
        for (uint32_t g = 0; g < run->n_glyphs; g++) {
            hj_glyph glyph = run->glyphs[g];
            if (glyph.cluster < first || glyph.cluster >= last)
                continue;
            const char *c = run->text + glyph.cluster;
            s->blanks += c[0] == ' '
                         || ((unsigned char)c[0] == 0xc2 && (unsigned char)c[1] == 0xa0);
            glyph.cluster += (uint32_t)s->text.len - first;
            s->advance += glyph.advance;
            s->glyphs[s->n_glyphs++] = glyph;
        }
        hj_buf_add(&s->text, run->text + first, last - first);
        if (!hangs) {
            s->width = stretch_width(s);
            s->pen = hj_clamped((int64_t)s->x + s->width);
        }
    }
}

/* The extent of the spans around what lies from the pen's old place to x1 grows. */
static void track(setter *s, hj_span *span, hj_len x0, hj_len x1, hj_len top, hj_len bottom)
{
    for (hj_span *t = span->tracked; t; t = t->parent ? t->parent->tracked : NULL) {
        if (t->line != s->number) {
            t->line = s->number;
            t->x0 = x0;
            t->x1 = x1;
            t->top = t->shift + t->ascent;
            t->bottom = t->shift - t->descent;
            t->starts = t->ends = false;
        }
        t->x0 = x0 < t->x0 ? x0 : t->x0;
        t->x1 = x1 > t->x1 ? x1 : t->x1;
        t->top = top > t->top ? top : t->top;
        t->bottom = bottom < t->bottom ? bottom : t->bottom;
    }
}

static void set_leader(setter *s, const hj_piece *p, hj_len width)
{
    const hj_fo_inherited *in = p->span->in;
    hj_lx *lx = s->para->lx;
    hj_len y = s->baseline - p->span->shift, x = s->pen;
    const char *pattern = ".";
    size_t len = 1;
    switch (in->leader_pattern) {
    case HJ_LEADER_SPACE: return;
    case HJ_LEADER_RULE: {
        if (in->rule_style == HJ_BORDER_NONE || in->rule_thickness <= 0 || width <= 0)
            return;
        hj_area *a = add_area(s, HJ_AREA_RULE, p->span, NULL);
        a->artifact = HJ_ARTIFACT_LAYOUT;
        a->x = x;
        a->y = y - in->rule_thickness / 2;
        a->w = width;
        a->u.rule.thickness = in->rule_thickness;
        a->u.rule.style = in->rule_style;
        return;
    }
    case HJ_LEADER_USE_CONTENT:
        pattern = p->node->first && p->node->first->type == HJ_FO_TEXT ? p->node->first->text : "";
        len = strlen(pattern);
        break;
    case HJ_LEADER_DOTS: break;
    }
    const hj_run *runs;
    int n = len ? hj_text_shape(lx->fonts, p->span->font, p->span->lang, pattern, len,
                                p->node->place, lx->arena, &runs, lx->diags) : 0;
    if (n != 1 || runs[0].width <= 0)
        return; /* nothing, or of several faces: not a pattern */
    const hj_run *one = &runs[0];
    hj_len own = hj_scaled(one->width, in->font_size);
    hj_len period = hj_length_resolve(in->leader_pattern_width, s->measure, 0);
    if (period < own)
        period = own;
    if (period <= 0)
        return;
    /* On a grid counted from the line's edge, so that dots of lines below each other align. */
    hj_len first = (x + period - 1) / period * period;
    hj_len drawn = own; /* FOP counts and sets them with its own widths */
    if (!lx->tree->readings->leader_grid) {
        first = x;
        width += s->uncounted;
        own = 0;
        for (uint32_t g = 0; g < one->n_glyphs; g++)
            own += hj_face_advance_cut(one->face, one->glyphs[g].gid);
        own = (hj_len)((int64_t)own * in->font_size / 1000);
        period = period > own && hj_length_resolve(in->leader_pattern_width, s->measure, 0) > own
                 ? period : own;
    }
    if (period <= 0)
        return; /* signs without width */
    int count = first + own <= x + width ? (x + width - first - own) / period + 1 : 0;
    if (count <= 0 || count > 10000)
        return;
    hj_run *run = HJ_NEW(lx->arena, hj_run);
    size_t n_glyphs = (size_t)count * one->n_glyphs;
    hj_glyph *glyphs = HJ_ARRAY(lx->arena, n_glyphs, hj_glyph);
    char *text = hj_arena_alloc(lx->arena, (size_t)count * one->text_len + 1);
    int64_t apart = (int64_t)(period - drawn) * 1000;
    int16_t gap = in->font_size > 0 ? (int16_t)(apart / in->font_size) : 0;
    for (int k = 0; k < count; k++) {
        memcpy(text + (size_t)k * one->text_len, one->text, one->text_len);
        for (uint32_t g = 0; g < one->n_glyphs; g++) {
            hj_glyph *to = &glyphs[(size_t)k * one->n_glyphs + g];
            *to = one->glyphs[g];
            to->cluster += (uint32_t)k * one->text_len;
            if (g + 1 == one->n_glyphs)
                to->advance = (int16_t)(to->advance + gap);
            run->width += to->advance;
        }
    }
    run->face = one->face;
    run->glyphs = glyphs;
    run->n_glyphs = (uint32_t)n_glyphs;
    run->text = text;
    run->text_len = (uint32_t)((size_t)count * one->text_len);
    hj_area *a = add_area(s, HJ_AREA_GLYPHS, p->span, NULL); /* decoration, not text */
    a->artifact = HJ_ARTIFACT_LAYOUT;
    a->x = first;
    a->y = y;
    a->w = hj_scaled(run->width, in->font_size);
    a->u.glyphs.run = run;
    a->u.glyphs.size = in->font_size;
}

/* What a diagram is made of, each mark under the leaf of the data it stands for. */
static void set_marks(setter *s, const hj_piece *p, hj_len x, hj_len y)
{
    const hj_shown *shown = p->span->shown;
    const hj_drawing *d = hj_shown_now(shown, (int)p->len);
    for (const hj_mark *m = d->first; m; m = m->next) {
        bool text = m->kind == HJ_MARK_TEXT;
        hj_area *a = add_area(s, text ? HJ_AREA_GLYPHS : HJ_AREA_PATH, p->span,
                              hj_shown_leaf(shown, m->cell));
        a->color = m->color;
        a->x = x;
        a->y = y;
        if (text) {
            a->x += m->x;
            a->y += m->y;
            a->w = hj_scaled(m->run->width, m->size);
            a->u.glyphs.run = m->run;
            a->u.glyphs.size = m->size;
        } else {
            a->u.path.path = &m->path;
            a->u.path.stroke = m->kind == HJ_MARK_STROKE ? &m->pen : NULL;
        }
    }
}

static hj_len object_shift(const setter *s, const hj_piece *p, const hj_object_size *size)
{
    hj_baseline_kind kind = p->node->own->baseline;
    if (s->para->lx->tree->readings->line_extents && kind == HJ_VALIGN_TOP)
        return s->above - size->h;
    if (s->para->lx->tree->readings->line_extents && kind == HJ_VALIGN_BOTTOM)
        return -s->below;
    return hj_object_raised(s->para->lx, p, size);
}

static void set_object(setter *s, const hj_piece *p)
{
    hj_object_size size = hj_object_measure(s->para->lx, p, s->measure);
    const hj_fo_node *node = p->node;
    hj_span *span = p->span;
    hj_len shift = object_shift(s, p, &size);
    hj_len left = s->pen + span->start_space + span->start_edge;
    hj_len top = s->baseline - shift - size.h + span->over;
    bool cut = hj_object_clips(s->para->lx, node, &size);
    if (cut) {
        hj_area *save = add_area(s, HJ_AREA_SAVE, span, p->leaf);
        *save = (hj_area){.kind = HJ_AREA_SAVE, .x = left, .y = top, .w = size.view_w,
                          .h = size.view_h, .tag = p->leaf, .artifact = span->artifact,
                          .node = node};
        save->u.save.a = save->u.save.d = 1000;
        save->u.save.clip = true;
    }
    bool foreign = node->type == HJ_FO_INSTREAM_FOREIGN_OBJECT;
    hj_area *a = add_area(s, foreign ? HJ_AREA_FOREIGN : HJ_AREA_IMAGE, span, p->leaf);
    a->x = left;
    a->y = top;
    a->w = size.content_w;
    a->h = size.content_h;
    if (node->in->text_align == HJ_ALIGN_CENTER)
        a->x += (size.view_w - size.content_w) / 2;
    else if (node->in->text_align == HJ_ALIGN_END)
        a->x += size.view_w - size.content_w;
    if (node->in->display_align == HJ_DISPLAY_CENTER)
        a->y += (size.view_h - size.content_h) / 2;
    else if (node->in->display_align == HJ_DISPLAY_AFTER)
        a->y += size.view_h - size.content_h;
    a->u.link.uri = node->uri;
    if (span->shown) {
        a->tag = hj_shown_leaf(span->shown, HJ_DIAGRAM_FIGURE);
        set_marks(s, p, a->x, a->y);
    }
    if (cut) {
        hj_area *restore = add_area(s, HJ_AREA_RESTORE, span, p->leaf);
        restore->w = restore->h = 0;
    }
    hj_len x0 = left - span->start_edge, x1 = left + size.view_w + span->end_edge;
    track(s, span, x0, x1, shift + size.h, shift);
    if (span->tracked == span) { /* its own box is the viewport's, whatever its font */
        span->top = shift + size.h - span->over;
        span->bottom = shift + span->under;
        span->x0 = x0;
        span->x1 = x1;
        span->starts = span->ends = true;
    }
    s->pen = hj_clamped((int64_t)s->pen + size.w);
}

static void set_border(setter *s, const hj_span *t, int side, hj_len x, hj_len y, hj_len w,
                       hj_len h)
{
    const hj_border *b = &t->node->own->border[side];
    if (b->width <= 0 || (b->color & 0xff) == 0)
        return;
    bool plain = b->style == HJ_BORDER_SOLID;
    hj_area *a = add_under(s, plain ? HJ_AREA_RECT : HJ_AREA_RULE, t);
    a->artifact = HJ_ARTIFACT_LAYOUT;
    a->color = b->color;
    a->x = x;
    a->y = y;
    a->w = w;
    a->h = h;
    if (!plain) { /* along the middle of the band */
        bool across = side == HJ_BEFORE || side == HJ_AFTER;
        if (across) {
            a->y += h / 2;
            a->h = 0;
        } else {
            a->x += w / 2;
            a->w = 0;
        }
        a->u.rule.thickness = b->width;
        a->u.rule.style = b->style;
    }
}

static void set_background_image(setter *s, const hj_span *t, hj_len top, hj_len w, hj_len h)
{
    hj_tiles tiles;
    if (!hj_background(s->para->lx, t->node, t->x0, top, w, h, &tiles))
        return;
    hj_area *save = add_under(s, HJ_AREA_SAVE, t);
    save->x = tiles.x;
    save->y = tiles.y;
    save->w = tiles.w;
    save->h = tiles.h;
    save->u.save.a = save->u.save.d = 1000;
    save->u.save.clip = true;
    for (int i = 0; i < tiles.across * tiles.down; i++) {
        hj_area *tile = add_under(s, HJ_AREA_IMAGE, t);
        tile->x = tiles.first_x + i % tiles.across * tiles.tile_w;
        tile->y = tiles.first_y + i / tiles.across * tiles.tile_h;
        tile->w = tiles.tile_w;
        tile->h = tiles.tile_h;
        tile->u.link.uri = tiles.uri;
    }
    add_under(s, HJ_AREA_RESTORE, t);
}

/* Backgrounds, borders and links of the spans that have some of this line, outermost first. */
static void set_span(setter *s, hj_span *t)
{
    if (!t || t->line != s->number)
        return;
    t->line = -1 - s->number; /* done */
    if (t->parent)
        set_span(s, t->parent->tracked);
    const hj_fo_own *own = t->node->own;
    hj_len top = s->baseline - t->top - t->over, bottom = s->baseline - t->bottom + t->under;
    hj_len w = t->x1 - t->x0, h = bottom - top;
    if (own->background & 0xff) {
        hj_area *a = add_under(s, HJ_AREA_RECT, t);
        a->color = own->background;
        a->x = t->x0;
        a->y = top;
        a->w = w;
        a->h = h;
    }
    if (own->background_image)
        set_background_image(s, t, top, w, h);
    set_border(s, t, HJ_BEFORE, t->x0, top, w, own->border[HJ_BEFORE].width);
    set_border(s, t, HJ_AFTER, t->x0, bottom - own->border[HJ_AFTER].width, w,
               own->border[HJ_AFTER].width);
    if (t->starts)
        set_border(s, t, HJ_START, t->x0, top, own->border[HJ_START].width, h);
    if (t->ends)
        set_border(s, t, HJ_END, t->x1 - own->border[HJ_END].width, top,
                   own->border[HJ_END].width, h);
    if (t->node->type == HJ_FO_BASIC_LINK) {
        hj_area *a = add_area(s, HJ_AREA_LINK, t, NULL);
        a->artifact = HJ_ARTIFACT_LAYOUT;
        a->x = t->x0;
        a->y = top;
        a->w = w;
        a->h = h;
        a->u.link.uri = t->node->uri;
        a->u.link.dest = t->node->uri ? NULL : t->node->ref;
        a->u.link.link = t->tag;
    }
}

static void set_piece(setter *s, const hj_item *item, const hj_slot *sl, hj_len leader_width)
{
    const hj_piece *p = &s->para->pieces[sl->piece];
    hj_len before = s->pen;
    switch (p->kind) {
    case HJ_PIECE_WORD:
    case HJ_PIECE_BLANK:
        add_glyphs(s, p->span, p->leaf, p->runs, p->n_runs, sl->from, sl->to, false);
        if (p->span->tracked)
            track(s, p->span, before, s->pen, p->span->shift + p->span->ascent,
                  p->span->shift - p->span->descent);
        return;
    case HJ_PIECE_OBJECT:
        flush(s);
        set_object(s, p);
        return;
    case HJ_PIECE_LEADER:
        flush(s);
        before = s->pen;
        set_leader(s, p, leader_width);
        s->pen = hj_clamped((int64_t)before + leader_width);
        if (p->span->tracked)
            track(s, p->span, before, s->pen, p->span->shift + p->span->ascent,
                  p->span->shift - p->span->descent);
        return;
    case HJ_PIECE_START:
    case HJ_PIECE_END: {
        flush(s);
        bool start = p->kind == HJ_PIECE_START;
        hj_len x0 = s->pen + (start ? p->span->start_space : 0);
        hj_len x1 = x0 + (start ? p->span->start_edge : p->span->end_edge);
        track(s, p->span, x0, x1, p->span->shift + p->span->ascent,
              p->span->shift - p->span->descent);
        if (p->span->tracked == p->span && start)
            p->span->starts = true;
        else if (p->span->tracked == p->span)
            p->span->ends = true;
        s->pen = hj_clamped((int64_t)s->pen + p->width);
        return;
    }
    case HJ_PIECE_DEST: {
        flush(s);
        hj_area *a = add_area(s, HJ_AREA_DEST, p->span, NULL);
        a->artifact = HJ_ARTIFACT_LAYOUT;
        a->x = s->pen;
        a->y = 0;
        a->u.link.dest = p->node->id;
        return;
    }
    case HJ_PIECE_FOOTNOTE:
        s->footnotes = grown(s->footnotes, &s->cap_footnotes, s->n_footnotes + 1,
                             sizeof *s->footnotes);
        s->footnotes[s->n_footnotes++] = p->node;
        return;
    default:
        s->pen = hj_clamped((int64_t)s->pen + item->width);
    }
}

/* How far the line reaches above and below its baseline: the strut of the block (its font with
 * half of the leading on either side), and whatever stands in the line, without leading of its own
 * (XSL 1.1, 7.16.5, line-stacking-strategy max-height): a small or raised word moves no line. */
static void line_extent(setter *s, int32_t from, int32_t to, hj_len *above, hj_len *below)
{
    const hj_para *para = s->para;
    const hj_span *root = para->root;
    hj_len leading = para->block->in->line_height - root->ascent - root->descent;
    *above = root->ascent + leading / 2;
    *below = para->block->in->line_height - *above;
    const hj_span *last = root;
    for (int32_t i = from; i < to; i++) {
        const hj_slot *sl = &s->list.slots[i];
        if (sl->piece < 0)
            continue;
        const hj_piece *p = &para->pieces[sl->piece];
        if (p->kind == HJ_PIECE_OBJECT) {
            hj_object_size size = hj_object_measure(para->lx, p, s->measure);
            hj_len shift = object_shift(s, p, &size);
            *above = size.h + shift > *above ? size.h + shift : *above;
            *below = -shift > *below ? -shift : *below;
        } else if (p->span != last && (p->kind == HJ_PIECE_WORD || p->kind == HJ_PIECE_LEADER)) {
            last = p->span;
            hj_len up = last->ascent + last->shift, down = last->descent - last->shift;
            if (last->in->font_size > root->in->font_size) { /* big text brings its own leading */
                up += leading > 0 ? leading / 2 : 0;
                down += leading > 0 ? leading / 2 : 0;
            }
            *above = up > *above ? up : *above;
            *below = down > *below ? down : *below;
        }
    }
}

/* The blank a line was broken at, for the text. */
static void set_break(setter *s, int32_t at)
{
    const hj_item_list *l = &s->list;
    if ((size_t)at >= l->n)
        return;
    int32_t i = at;
    if (l->slots[i].hyphen) {
        const hj_piece *p = &s->para->pieces[l->slots[i].piece];
        hj_len before = s->pen;
        add_glyphs(s, p->span, p->leaf, p->span->hyphen, p->span->n_hyphen, 0, UINT32_MAX, false);
        if (p->span->tracked)
            track(s, p->span, before, s->pen, p->span->shift + p->span->ascent,
                  p->span->shift - p->span->descent);
        return;
    }
    if (l->items[i].kind == HJ_PENALTY && (size_t)i + 1 < l->n)
        i++; /* a blank with a penalty before it */
    if (l->items[i].kind != HJ_GLUE || l->slots[i].piece < 0)
        return;
    const hj_piece *p = &s->para->pieces[l->slots[i].piece];
    if (p->kind == HJ_PIECE_BLANK)
        add_glyphs(s, p->span, p->leaf, p->runs, p->n_runs, 0, UINT32_MAX, true);
}

typedef struct line_sums {
    int64_t natural, uncounted, leader_stretch, leader_shrink, stretch, shrink, letters;
    int blanks, leaders;
} line_sums;

static line_sums sum_line(const setter *s, int32_t from, int32_t to)
{
    line_sums sum = {0};
    const hj_item_list *l = &s->list;
    bool compat = s->para->lx->tree->readings->compat_lines; /* item widths are FOP's */
    for (int32_t i = from; i < to; i++) {
        if (l->items[i].kind == HJ_PENALTY)
            continue;
        if (l->slots[i].piece < 0) {
            sum.natural += l->items[i].width;
            continue;
        }
        const hj_piece *p = &s->para->pieces[l->slots[i].piece];
        bool text = compat && (p->kind == HJ_PIECE_WORD || p->kind == HJ_PIECE_BLANK)
                    && p->span && !p->span->in->letter_spacing;
        sum.natural += text ? p->width : l->items[i].width;
        sum.uncounted += text && !p->stand_in ? p->width - l->items[i].width : 0;
        if (p->kind == HJ_PIECE_WORD && !compat && hj_letters_give(p->span)) {
            /* items.c gave the box so much for each letter */
            const hj_spacing_limits *limits = &p->span->in->letter_limits;
            if (l->items[i].stretch)
                sum.letters += l->items[i].stretch / limits->more;
            else if (l->items[i].shrink)
                sum.letters += l->items[i].shrink / limits->less;
            sum.stretch += l->items[i].stretch;
            sum.shrink += l->items[i].shrink;
        } else if (p->kind == HJ_PIECE_BLANK) {
            sum.blanks++;
            sum.letters += hj_letters_give(p->span); /* a blank has a glyph too */
            sum.stretch += l->items[i].stretch;
            sum.shrink += l->items[i].shrink;
        } else if (p->kind == HJ_PIECE_LEADER) {
            sum.leaders++;
            sum.leader_stretch += l->items[i].stretch;
            sum.leader_shrink += l->items[i].shrink;
        }
    }
    if ((size_t)to < l->n && l->items[to].kind == HJ_PENALTY)
        sum.natural += l->items[to].width;
    if ((size_t)to < l->n && l->slots[to].hyphen)
        sum.letters += hj_letters_give(s->para->pieces[l->slots[to].piece].span);
    return sum;
}

/* What justification gives each letter: its part of the room, as far as its limits go. */
static hj_len letters_share(const setter *s, const line_sums *sum, hj_len room)
{
    const hj_spacing_limits *limits = &s->para->root->in->letter_limits;
    int64_t all = room > 0 ? sum->stretch : sum->shrink;
    int64_t most = room > 0 ? limits->more : limits->less;
    if (!sum->letters || !all || !most)
        return 0;
    int64_t share = most * room / all;
    return (hj_len)(share > most ? most : share < -most ? -most : share);
}

static void set_line(setter *s, int32_t from, int32_t to, bool last, hj_line *line)
{
    hj_para *para = s->para;
    const hj_fo_inherited *in = para->block->in;
    const hj_item_list *l = &s->list;
    hj_len above, below;
    if (para->lx->tree->readings->line_extents) {
        hj_compat_extent(para, &s->list, s->measure, from, to, &above, &below);
        s->above = above;
        s->below = below;
        hj_len leading = in->line_height - para->root->ascent - para->root->descent;
        for (int32_t i = from; i < to && para->edges; i++) {
            int32_t piece = l->slots[i].piece;
            for (hj_span *t = piece < 0 ? NULL : para->pieces[piece].span; t; t = t->parent)
                t->shift = hj_compat_shift(t, above, below);
        }
        above += leading / 2;
        below += leading - leading / 2;
    } else {
        line_extent(s, from, to, &above, &below);
    }
    line_sums sum = sum_line(s, from, to);
    hj_align align = last ? in->text_align_last : in->text_align;
    hj_len room = hj_clamped(s->measure - sum.natural), leader_room = 0;
    s->baseline = above;
    s->extra_blank = s->extra_letter = 0;
    s->pen = 0;
    s->n_areas = s->n_under = s->n_footnotes = 0;
    s->room = s->stretch = 0;
    s->uncounted = hj_clamped(sum.uncounted);
    if (para->lx->tree->readings->compat_lines) {
        int64_t gives = sum.shrink + sum.leader_shrink;
        if (room > 0 && align == HJ_ALIGN_JUSTIFY)
            gives = sum.stretch + sum.leader_stretch;
        if (gives > 0 && (room < 0 || align == HJ_ALIGN_JUSTIFY)) {
            s->room = -room > gives ? -gives : room;
            s->stretch = gives;
            int64_t leaders = room < 0 ? sum.leader_shrink : sum.leader_stretch;
            leader_room = (hj_len)(leaders * s->room / gives);
        }
    } else if (room < 0 || align == HJ_ALIGN_JUSTIFY) {
        /* The last line of justified text may have been chosen for what its blanks can give. */
        bool gives = align == HJ_ALIGN_JUSTIFY
                     || (room < 0 && (in->text_align == HJ_ALIGN_JUSTIFY
                                      || in->text_align_last == HJ_ALIGN_JUSTIFY));
        if (sum.leaders) {
            hj_len most = hj_clamped(room < 0 ? sum.leader_shrink : sum.leader_stretch);
            leader_room = room < 0 ? (-room < most ? room : -most) : (room < most ? room : most);
        }
        /* A line that is too long shrinks only where it was promised that it may. */
        if (gives && sum.letters)
            s->extra_letter = letters_share(s, &sum, room - leader_room);
        if (sum.blanks && gives)
            s->extra_blank = hj_clamped((room - leader_room - sum.letters * s->extra_letter)
                                        / sum.blanks);
        if (s->extra_blank < 0) {
            hj_len least = -hj_blank_shrink(para->root);
            s->extra_blank = s->extra_blank < least ? least : s->extra_blank;
        }
    }
    bool hangs = room > 0 || para->lx->tree->readings->compat_lines; /* on both sides, if it must */
    if (align == HJ_ALIGN_CENTER && hangs)
        s->pen = room / 2;
    else if (align == HJ_ALIGN_END && hangs)
        s->pen = room;

    for (int32_t i = from; i < to; i++) {
        const hj_item *item = &l->items[i];
        if (item->kind == HJ_PENALTY)
            continue;
        if (l->slots[i].piece < 0) {
            if (item->width) {
                flush(s);
                s->pen = hj_clamped((int64_t)s->pen + item->width);
            }
            continue;
        }
        hj_len leader = item->width;
        int64_t give = leader_room < 0 ? item->shrink : item->stretch;
        int64_t all = leader_room < 0 ? sum.leader_shrink : sum.leader_stretch;
        if (leader_room && all)
            leader += (hj_len)(leader_room * give / all);
        set_piece(s, item, &l->slots[i], leader);
    }
    set_break(s, to);
    flush(s);
    for (int32_t i = from; i < to; i++)
        if (l->slots[i].piece >= 0)
            set_span(s, para->pieces[l->slots[i].piece].span->tracked);

    hj_arena *arena = para->lx->arena;
    *line = (hj_line){.height = above + below, .baseline = above,
                      .n_areas = s->n_under + s->n_areas, .n_footnotes = s->n_footnotes,
                      .width = hj_clamped(sum.natural),
                      .hyphenated = (size_t)to < l->n && l->slots[to].hyphen};
    bool places = para->marked && para->lx->tree->readings->empty_areas; /* a line all the same */
    if (!para->visible && !places)
        line->height = line->baseline = 0; /* only places to link to */
    hj_area *areas = HJ_ARRAY(arena, line->n_areas, hj_area);
    if (s->n_under)
        memcpy(areas, s->under, s->n_under * sizeof *areas);
    if (s->n_areas)
        memcpy(areas + s->n_under, s->areas, s->n_areas * sizeof *areas);
    line->areas = areas;
    const hj_fo_node **notes = HJ_ARRAY(arena, s->n_footnotes, const hj_fo_node *);
    for (size_t i = 0; i < s->n_footnotes; i++)
        notes[i] = s->footnotes[i];
    line->footnotes = notes;
    size_t n_numbers = 0;
    for (int pass = 0; pass < 2; pass++) {
        const hj_fo_node **numbers = NULL;
        if (pass && n_numbers)
            line->numbers = numbers = HJ_ARRAY(arena, n_numbers, const hj_fo_node *);
        line->n_numbers = n_numbers;
        n_numbers = 0;
        for (int32_t i = from; i < to && (!pass || numbers); i++) {
            const hj_piece *p = l->slots[i].piece < 0 ? NULL : &para->pieces[l->slots[i].piece];
            if (!p || p->kind != HJ_PIECE_WORD || !p->node
                || p->node->type != HJ_FO_PAGE_NUMBER)
                continue;
            if (pass)
                numbers[n_numbers] = p->node;
            n_numbers++;
        }
    }
}

/* ---- breaking ---- */

static void free_buffers(void *self)
{
    setter *s = self;
    free(s->list.items);
    free(s->list.slots);
    free(s->glyphs);
    free(s->areas);
    free(s->under);
    free(s->footnotes);
    hj_buf_free(&s->text);
    *s = (setter){0};
}

/* The buffers are kept from one paragraph to the next: most are short, and would spend more on
 * memory than on their lines. */
static setter *setter_new(hj_para *para, hj_len measure)
{
    hj_lx *lx = para->lx;
    setter *s = lx->setter;
    if (!s) {
        s = HJ_NEW(lx->arena, setter);
        hj_arena_defer(lx->arena, free_buffers, s);
    }
    lx->setter = NULL; /* a block in the line takes another */
    *s = (setter){.para = para, .measure = measure, .list = s->list, .glyphs = s->glyphs,
                  .cap_glyphs = s->cap_glyphs, .text = s->text, .areas = s->areas,
                  .cap_areas = s->cap_areas, .under = s->under, .cap_under = s->cap_under,
                  .footnotes = s->footnotes, .cap_footnotes = s->cap_footnotes};
    s->list.n = 0;
    hj_buf_clear(&s->text);
    return s;
}

static void setter_done(setter *s, hj_lx *lx)
{
    if (s->list.cap > KEPT_ITEMS || lx->setter)
        free_buffers(s);
    if (!lx->setter)
        lx->setter = s;
}

/* The item the next line begins with when one ended at item to. */
static int32_t next_begin(const hj_item_list *l, int32_t to)
{
    int32_t from = to;
    if ((size_t)from < l->n)
        from++;
    while ((size_t)from < l->n && l->items[from].kind != HJ_BOX
           && !(l->items[from].kind == HJ_PENALTY && l->items[from].penalty <= -HJ_INFINITY))
        from++;
    return from;
}

void hj_para_skip(hj_para *para, int32_t piece, uint32_t byte)
{
    para->skips = true;
    para->start = (hj_slot){.piece = piece, .from = byte};
}

const hj_line *hj_para_break(hj_para *para, hj_len measure, size_t *n_lines)
{
    setter *s = setter_new(para, measure);
    hj_breakpoint *points;
    size_t n = hj_para_choose(para, measure, &s->list, &points);
    hj_line *lines = HJ_ARRAY(para->lx->arena, n, hj_line);
    const hj_item_list *l = &s->list;
    int32_t from = hj_para_begin(para, l);
    for (size_t i = 0; i < n; i++) {
        int32_t to = points[i].item;
        bool last = (size_t)to >= l->n
                    || (l->items[to].kind == HJ_PENALTY && l->items[to].penalty <= -HJ_INFINITY);
        s->number = (int32_t)i;
        size_t begin = (size_t)from;
        while (begin < l->n && l->slots[begin].piece < 0)
            begin++;
        set_line(s, from, to, last, &lines[i]);
        lines[i].feeds = last && i + 1 < n;
        if (begin < l->n && (i || para->skips)) {
            lines[i].piece = l->slots[begin].piece;
            lines[i].byte = l->slots[begin].from;
        }
        from = next_begin(l, to);
    }
    setter_done(s, para->lx);
    *n_lines = n;
    return lines;
}
