/* Text in SVG: set with the document's own fonts, and text it stays.
 *
 * The hard idea: a chunk begins at every absolute position; its runs are moved together when its
 * width and so its anchor are known (SVG 1.1, 10.9.1). White space is collapsed over the borders
 * of tspans. */
#include <stdio.h>
#include <string.h>

#include "paint/svg.h"

enum { TSPAN_DEPTH = 32, MOST_PLACES = 10000, X = 0, Y, DX, DY };

/* x="10 20 30": a place for each character of the element's own text (SVG 1.1, 10.5). */
typedef struct places {
    double *at[4];
    int n[4], next; /* next: how many characters have been set */
} places;

typedef struct state {
    double x, y;
    double chunk_x;
    hj_svg_op *chunk; /* the operation before the chunk's first, or NULL: from the list's start */
    hj_anchor anchor;
    bool any, pending; /* the text has begun; a blank waits for the next word */
    places *places; /* of the element being read; NULL when it has none after the first */
} state;

static void end_chunk(hj_reader *r, state *t)
{
    double shift = t->anchor == HJ_ANCHOR_START ? 0 : t->chunk_x - t->x;
    if (t->anchor == HJ_ANCHOR_MIDDLE)
        shift /= 2;
    for (hj_svg_op *op = t->chunk ? t->chunk->next : r->svg->first; op && shift != 0;
         op = op->next) {
        op->x += shift;
        if (op->kind != HJ_SVG_FILL)
            continue;
        const hj_matrix m = {1, 0, 0, 1, shift, 0}; /* a line under the text */
        op->path = hj_path_through(&op->path, &m, r->arena);
    }
    t->x += shift;
    t->chunk = r->svg->last;
    t->chunk_x = t->x;
}

static double baseline_shift(const hj_font *font, const hj_svg_style *style)
{
    const hj_font_metrics *m = hj_font_get_metrics(font);
    switch (style->line) {
    case HJ_LINE_MIDDLE: return m->x_height * style->size / 2000;
    case HJ_LINE_CENTRAL: return (m->ascender + m->descender) * style->size / 2000;
    case HJ_LINE_HANGING: return m->ascender * style->size * 0.8 / 1000;
    case HJ_LINE_BEFORE: return m->ascender * style->size / 1000;
    case HJ_LINE_AFTER: return m->descender * style->size / 1000;
    default: return 0;
    }
}

static void decorate(hj_reader *r, const hj_font *font, const hj_svg_style *style,
                     const hj_matrix *matrix, double x0, double x1, double y, hj_color color)
{
    const hj_font_metrics *m = hj_font_get_metrics(font);
    const struct { int bit, top, thickness; } bars[] = {
        {HJ_DECORATION_UNDERLINE, m->underline_position + m->underline_thickness / 2,
         m->underline_thickness},
        {HJ_DECORATION_OVERLINE, m->ascender, m->underline_thickness},
        {HJ_DECORATION_LINE_THROUGH, m->strikeout_position + m->strikeout_thickness / 2,
         m->strikeout_thickness},
    };
    for (size_t i = 0; i < HJ_COUNT(bars); i++) {
        if (!(style->decoration & bars[i].bit) || x1 <= x0)
            continue;
        hj_pen pen = {0};
        hj_pen_rectangle(&pen, x0, y - bars[i].top * style->size / 1000, x1 - x0,
                         bars[i].thickness * style->size / 1000, 0, 0);
        hj_svg_add(r, HJ_SVG_FILL, matrix, color)->path = hj_pen_take(&pen, r->arena);
    }
}

/* Letters have no box a gradient could be laid over; they take a plain colour from it. */
static hj_color colour_of(hj_reader *r, const xmlNode *node, const hj_svg_style *style)
{
    hj_color color = style->fill;
    if (style->fill_ref) {
        const hj_shade *shade;
        hj_svg_fault(r, node, HJ_T("is painted with a gradient, which text cannot be here"),
                     style->fill_ref);
        if (!hj_svg_paint(r, node, style->fill_ref, style->fill, 1, (double[]){0, 0, 1, 1}, &color,
                          &shade))
            color = 0x000000ff;
        else if (shade)
            color = shade->stops[0].color;
    }
    return hj_svg_faded(color, style->fill_opacity * style->opacity);
}

static void show_string(hj_reader *r, const xmlNode *node, state *t, const hj_svg_style *style,
                        const hj_matrix *matrix, const char *text, size_t n)
{
    hj_fonts *fonts = r->manner->fonts;
    if (!fonts) {
        hj_svg_fault(r, node, HJ_T("is text, and there are no fonts"), "text");
        return;
    }
    const hj_font *font = hj_fonts_select(fonts, style->family, style->weight, style->italic,
                                          r->diags);
    if (!font) {
        r->errors++;
        return;
    }
    const hj_run *runs;
    int errors = r->diags->errors;
    int count = hj_text_shape(fonts, font, r->lang, text, n, hj_svg_place(r, node), r->arena,
                              &runs, r->diags);
    r->errors += r->diags->errors - errors;
    double y = t->y + baseline_shift(font, style), x0 = t->x;
    hj_color color = colour_of(r, node, style);
    bool shown = (color & 0xff) && !style->hidden;
    for (int i = 0; i < count; i++) {
        if (shown) {
            /* The word cache may let go of a run before the list is shown again. */
            hj_run *run = HJ_NEW(r->arena, hj_run);
            *run = runs[i];
            hj_glyph *glyphs = HJ_ARRAY(r->arena, run->n_glyphs + 1, hj_glyph);
            memcpy(glyphs, runs[i].glyphs, run->n_glyphs * sizeof *glyphs);
            run->glyphs = glyphs;
            run->text = hj_arena_strndup(r->arena, runs[i].text, run->text_len);
            hj_svg_op *op = hj_svg_add(r, HJ_SVG_TEXT, matrix, color);
            op->run = run;
            op->x = t->x;
            op->y = y;
            op->size = style->size;
            op->letter_spacing = style->letter_spacing;
        }
        t->x += runs[i].width * style->size / 1000 + style->letter_spacing * runs[i].n_glyphs;
    }
    if (shown && style->decoration)
        decorate(r, font, style, matrix, x0, t->x, y, color);
}

static void move_to(hj_reader *r, state *t, const hj_svg_style *style, const double *x,
                    const double *y)
{
    end_chunk(r, t);
    t->x = x ? *x : t->x;
    t->y = y ? *y : t->y;
    t->chunk_x = t->x;
    t->anchor = style->anchor;
    t->pending = false;
}

/* The characters that have places of their own, one by one; returns how many bytes they are. */
static size_t show_placed(hj_reader *r, const xmlNode *node, state *t, const hj_svg_style *style,
                          const hj_matrix *matrix, const char *text, size_t n)
{
    places *p = t->places;
    const char *at = text, *end = text + n;
    while (at < end) {
        int i = p->next;
        bool has[4], any = false;
        for (int k = 0; k < 4; k++)
            any |= has[k] = i < p->n[k];
        if (!any)
            break;
        const char *from = at;
        hj_utf8_next(&at, end);
        if (i > 0 && (has[X] || has[Y])) /* the first has been moved to with the element */
            move_to(r, t, style, has[X] ? &p->at[X][i] : NULL, has[Y] ? &p->at[Y][i] : NULL);
        if (i > 0) {
            t->x += has[DX] ? p->at[DX][i] : 0;
            t->y += has[DY] ? p->at[DY][i] : 0;
        }
        show_string(r, node, t, style, matrix, from, (size_t)(at - from));
        p->next++;
    }
    return (size_t)(at - text);
}

static void read_characters(hj_reader *r, const xmlNode *node, const xmlNode *text, state *t,
                            const hj_svg_style *style, const hj_matrix *matrix)
{
    hj_buf words = {0};
    for (const char *p = (const char *)text->content; p && *p; p++) {
        bool space = *p == ' ' || *p == '\t' || *p == '\n' || *p == '\r';
        if (space && !style->preserve_space) {
            t->pending = t->any;
            continue;
        }
        if (t->pending)
            hj_buf_char(&words, ' ');
        t->pending = false;
        t->any = true;
        hj_buf_char(&words, space ? ' ' : *p);
    }
    if (t->pending && text->next) { /* the blank is the text's before it, not the part's after it */
        hj_buf_char(&words, ' ');
        t->pending = false;
        t->any = false; /* and the last of its row */
    }
    size_t done = words.len && t->places
                      ? show_placed(r, node, t, style, matrix, words.data, words.len) : 0;
    if (words.len > done)
        show_string(r, node, t, style, matrix, words.data + done, words.len - done);
    hj_buf_free(&words);
}

/* One attribute as a list of lengths; a fault when it is none. */
static void read_places(hj_reader *r, const xmlNode *node, const char *name, double em, int of,
                        places *p, int k)
{
    const char *text = hj_attribute_if(node, name);
    size_t most = text ? strlen(text) / 2 + 1 : 0;
    if (!most)
        return;
    if (most > MOST_PLACES)
        most = MOST_PLACES;
    p->at[k] = HJ_ARRAY(r->arena, most, double);
    for (const char *s = text; (size_t)p->n[k] < most;) {
        char token[32];
        s += strspn(s, " \t\r\n,");
        size_t n = strcspn(s, " \t\r\n,");
        if (!n)
            break;
        snprintf(token, sizeof token, "%.*s", (int)(n < 31 ? n : 31), s);
        if (n > 31 || !hj_svg_length(token, em, r->view[of], &p->at[k][p->n[k]])) {
            hj_svg_wrong(r, node, name, text);
            break;
        }
        p->n[k]++;
        s += n;
    }
}

/* To where the element says; *p is its list, when it says so for more than the first character. */
static void move(hj_reader *r, const xmlNode *node, state *t, const hj_svg_style *style, places *p)
{
    *p = (places){.next = 0};
    read_places(r, node, "x", style->size, HJ_OF_WIDTH, p, X);
    read_places(r, node, "y", style->size, HJ_OF_HEIGHT, p, Y);
    read_places(r, node, "dx", style->size, HJ_OF_WIDTH, p, DX);
    read_places(r, node, "dy", style->size, HJ_OF_HEIGHT, p, DY);
    if (p->n[X] || p->n[Y])
        move_to(r, t, style, p->n[X] ? p->at[X] : NULL, p->n[Y] ? p->at[Y] : NULL);
    t->x += p->n[DX] ? p->at[DX][0] : 0;
    t->y += p->n[DY] ? p->at[DY][0] : 0;
    t->places = p->n[X] > 1 || p->n[Y] > 1 || p->n[DX] > 1 || p->n[DY] > 1 ? p : NULL;
}

static void read_text(hj_reader *r, const xmlNode *node, state *t, const hj_svg_style *style,
                      const hj_matrix *matrix, int depth)
{
    if (style->absent)
        return;
    if (((style->stroke & 0xff) || style->stroke_ref) && style->pen.width > 0)
        hj_svg_fault(r, node, HJ_T("has a stroke, which text cannot have here"), "stroke");
    places own, *around = t->places;
    move(r, node, t, style, &own);
    for (const xmlNode *kid = node->children; kid; kid = kid->next) {
        if (kid->type == XML_TEXT_NODE || kid->type == XML_CDATA_SECTION_NODE) {
            read_characters(r, node, kid, t, style, matrix);
        } else if (kid->type == XML_ENTITY_REF_NODE) {
            hj_svg_fault(r, node, HJ_T("has an entity"), (const char *)kid->name);
        } else if (kid->type == XML_ELEMENT_NODE) {
            if (hj_svg_is(kid, "title") || hj_svg_is(kid, "desc"))
                continue;
            bool part = hj_svg_is(kid, "tspan") || hj_svg_is(kid, "a");
            if (!part)
                hj_svg_fault(r, node, HJ_T("holds an element that cannot be drawn"),
                             (const char *)kid->name);
            /* Its words are shown all the same, where only what bends them is unknown. */
            if ((!part && !hj_svg_is(kid, "textPath")) || depth > TSPAN_DEPTH
                || ++r->elements > HJ_LIMIT_SVG_ELEMENTS)
                continue;
            hj_svg_style inner = part ? hj_svg_style_of(r, kid, style) : *style;
            inner.opacity *= style->opacity;
            if (hj_attribute_if(kid, "transform"))
                hj_svg_wrong(r, kid, "transform", hj_attribute_if(kid, "transform"));
            places *mine = t->places;
            read_text(r, kid, t, &inner, matrix, depth + 1);
            t->places = mine;
        }
    }
    t->places = around;
}

void hj_svg_text(hj_reader *r, const xmlNode *node, const hj_svg_style *style,
                 const hj_matrix *matrix)
{
    hj_svg_style own = *style;
    own.opacity = 1; /* the caller fades all of it together */
    state t = {.chunk = r->svg->last, .anchor = style->anchor};
    read_text(r, node, &t, &own, matrix, 0);
    end_chunk(r, &t);
}
