/* A diagram in a line: its place in the structure, and its marks as areas.
 *
 * The hard idea: see diagram/diagram.h. The structure is made when the paragraph is collected, one
 * leaf for each cell of the data; the drawing when the measure is known; the marks then go to the
 * leaves of their cells. What is taller than a page is drawn in parts, a line each. */
#include <string.h>

#include "layout/para.h"

struct hj_shown {
    const hj_diagram *diagram;
    hj_diagram_style style;
    hj_tag *figure, *caption, **cells; /* leaves; NULL: artifact, or part of the figure */
    int n; /* parts; more than one when it is taller than a page */
    const hj_drawing **parts; /* for this width */
    hj_len width;
};

static hj_tag *element(hj_lx *lx, hj_tag *parent, const char *role, const hj_fo_node *node)
{
    hj_tag *tag = hj_tag_new(lx, parent, role, NULL);
    tag->node = node; /* for messages; id, lang and alt are the figure's */
    return tag;
}

/* ISO 32000-1, 14.8.4.3.4: rows in THead and TBody, heads with their scope (14.8.5.7). */
static void add_table(hj_lx *lx, hj_shown *s, hj_tag *around, const hj_fo_node *node)
{
    const hj_diagram_table *t = hj_diagram_data(s->diagram);
    hj_tag *table = element(lx, around, "Table", node), *group = NULL;
    if (t->caption)
        s->caption = hj_tag_content(lx, element(lx, table, "Caption", node), node);
    s->cells = HJ_ARRAY(lx->arena, (size_t)t->rows * (size_t)t->columns, hj_tag *);
    for (int row = 0; row < t->rows; row++) {
        if (row < 2)
            group = element(lx, table, row ? "TBody" : "THead", node);
        hj_tag *line = element(lx, group, "TR", node);
        for (int column = 0; column < t->columns; column++) {
            const char *text = t->cells[row * t->columns + column];
            bool head = !row || !column;
            hj_tag *cell = element(lx, line, head ? "TH" : "TD", node);
            if (head)
                cell->scope = row ? "Row" : "Column";
            if (!*text)
                continue;
            hj_tag *span = element(lx, cell, "Span", node);
            span->actual = text;
            s->cells[row * t->columns + column] = hj_tag_content(lx, span, node);
        }
    }
}

/* A table may stand after the figure when both are alone in their block. */
static bool is_alone(const hj_fo_node *node)
{
    if (!node->parent || node->parent->type != HJ_FO_BLOCK)
        return false;
    for (const hj_fo_node *n = node->parent->first; n; n = n->next) {
        bool blank = n->type == HJ_FO_TEXT && n->text_len == strspn(n->text, " \t\r\n");
        if (n != node && !blank && n->type != HJ_FO_MARKER)
            return false;
    }
    return true;
}

bool hj_shown_alone(const hj_fo_node *block)
{
    for (const hj_fo_node *n = block->first; n; n = n->next)
        if (n->type == HJ_FO_INSTREAM_FOREIGN_OBJECT)
            return hj_diagram_is(n->foreign) && is_alone(n);
    return false;
}

hj_shown *hj_shown_new(hj_lx *lx, const hj_span *span, hj_tag *around)
{
    const hj_fo_node *node = span->node;
    hj_diagram *diagram = hj_diagram_read(node->foreign, hj_fo_at(node, lx->diags), span->lang,
                                          lx->arena, lx->diags);
    if (!diagram)
        return NULL;
    const hj_fo_own *own = node->own;
    hj_shown *s = HJ_NEW(lx->arena, hj_shown);
    s->diagram = diagram;
    s->style = (hj_diagram_style){.fonts = lx->fonts, .family = span->in->font_family,
                                  .size = span->in->font_size, .ink = span->in->color,
                                  .lang = span->lang};
    if (own->content_height.kind == HJ_ABS)
        s->style.height = own->content_height.value;
    else if (own->height.kind == HJ_ABS)
        s->style.height = own->height.value;
    if (!around)
        return s;
    bool table = hj_diagram_wants_table(diagram) && is_alone(node);
    hj_tag *figure = hj_tag_new(lx, around, "Figure", node);
    if (!figure->alt || !*figure->alt)
        figure->alt = hj_diagram_alt(diagram, !table);
    s->figure = hj_tag_content(lx, figure, node);
    if (table)
        add_table(lx, s, around, node);
    return s;
}

hj_tag *hj_shown_leaf(const hj_shown *shown, int cell)
{
    hj_tag *leaf = cell >= 0 && shown->cells  ? shown->cells[cell]
                   : cell == HJ_DIAGRAM_CAPTION ? shown->caption
                                                : NULL;
    return leaf ? leaf : shown->figure;
}

void hj_shown_widths(const hj_shown *shown, const hj_fo_node *node, hj_len *least, hj_len *most)
{
    const hj_fo_own *own = node->own;
    *least = hj_diagram_least_width(shown->diagram);
    *most = hj_diagram_natural_width(shown->diagram);
    if (own->content_width.kind == HJ_ABS)
        *least = *most = own->content_width.value;
    else if (own->width.kind == HJ_ABS)
        *least = *most = own->width.value;
}

/* As wide as the measure, unless its object says otherwise. */
static hj_len width_of(const hj_shown *s, const hj_fo_node *node, hj_len measure)
{
    const hj_fo_own *own = node->own;
    hj_len width = measure;
    if (own->content_width.kind == HJ_ABS || own->content_width.kind == HJ_PERCENT)
        width = hj_length_resolve(own->content_width, measure, measure);
    else if (own->width.kind == HJ_ABS || own->width.kind == HJ_PERCENT)
        width = hj_length_resolve(own->width, measure, measure);
    if (width <= 0)
        width = hj_diagram_natural_width(s->diagram);
    return width > HJ_LIMIT_PAGE_SIDE ? HJ_LIMIT_PAGE_SIDE : width;
}

/* In n parts of about as many rows each. Returns the height of the tallest. */
static hj_len draw(const hj_lx *lx, hj_shown *s, int n, int rows)
{
    hj_len tallest = 0;
    s->n = n;
    s->parts = HJ_ARRAY(lx->arena, (size_t)n, const hj_drawing *);
    for (int i = 0; i < n; i++) {
        int from = rows * i / n, to = n > 1 ? rows * (i + 1) / n : 0;
        s->parts[i] = hj_diagram_draw(s->diagram, &s->style, s->width, from, to, lx->arena,
                                      lx->diags);
        tallest = s->parts[i]->height > tallest ? s->parts[i]->height : tallest;
    }
    return tallest;
}

int hj_shown_parts(hj_lx *lx, hj_shown *shown, const hj_fo_node *node)
{
    hj_len body, room;
    if (!hj_body_room(lx, &body, &room))
        return 1;
    shown->width = width_of(shown, node, body);
    hj_len height = draw(lx, shown, 1, 0);
    int rows = shown->parts[0]->rows, n = 1;
    while (height > room && room > 0 && n < rows) {
        int wanted = (int)(((int64_t)n * height + room - 1) / room); /* as even as can be */
        n = wanted > n ? wanted : n + 1;
        n = n > rows ? rows : n;
        height = draw(lx, shown, n, rows);
    }
    return n;
}

const hj_drawing *hj_shown_drawing(const hj_lx *lx, hj_shown *shown, const hj_fo_node *node,
                                   int part, hj_len measure)
{
    hj_len width = width_of(shown, node, measure);
    if (!shown->parts || shown->width != width) {
        int rows = shown->parts ? shown->parts[0]->rows : 0;
        shown->width = width;
        draw(lx, shown, shown->n > 1 ? shown->n : 1, rows);
    }
    return shown->parts[part < shown->n ? part : 0];
}

const hj_drawing *hj_shown_now(const hj_shown *shown, int part)
{
    return shown->parts[part];
}
