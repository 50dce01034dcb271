/* SVG: the named static subset, from elements to a flat display list.
 *
 * The hard idea: nothing is drawn while reading. Elements become a list of fills, strokes and glyph
 * runs in the root's coordinates, so that a logo is compiled once and shown on every letter, on
 * either canvas, and so that a fault is known before a page is begun.
 *
 * The subset: svg, g, path, rect, circle, ellipse, line, polyline, polygon, text, tspan, defs, use;
 * title, desc and metadata say nothing on paper. All else is refused by name. */
#include <string.h>

#include "paint/svg.h"

#define SVG_NAMESPACE "http://www.w3.org/2000/svg"
#define XLINK_NAMESPACE "http://www.w3.org/1999/xlink"
#define HJ_NAMESPACE "urn:hjemmel:fo:1"

enum { USE_DEPTH = 16 };

typedef struct reader {
    hj_arena *arena;
    hj_fonts *fonts;
    hj_diags *diags;
    hj_place place; /* what a message names when the element does not know better */
    bool own_lines; /* lines of the nodes are lines of place.file */
    const char *lang;
    hj_svg *svg;
    int elements, use_depth, errors;
} reader;

/* ---- where we are, and what is wrong there ---- */

static const char *name_of(const xmlNode *node)
{
    return (const char *)node->name;
}

static const char *attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *a = node->properties; a; a = a->next)
        if (!a->ns && strcmp((const char *)a->name, name) == 0)
            return a->children && a->children->content ? (const char *)a->children->content : "";
    return NULL;
}

static const char *attribute_ns(const xmlNode *node, const char *ns, const char *name)
{
    for (const xmlAttr *a = node->properties; a; a = a->next)
        if (a->ns && strcmp((const char *)a->ns->href, ns) == 0
            && strcmp((const char *)a->name, name) == 0)
            return a->children && a->children->content ? (const char *)a->children->content : "";
    return NULL;
}

static hj_place place_of(const reader *r, const xmlNode *node)
{
    hj_place place = r->place;
    place.path = name_of(node);
    for (const xmlNode *n = node; n && n->type == XML_ELEMENT_NODE; n = n->parent) {
        const char *file = attribute_ns(n, HJ_NAMESPACE, "fil");
        const char *line = attribute_ns(n, HJ_NAMESPACE, "linje");
        hj_scan s = {line ? line : ""};
        double v;
        if (file && hj_scan_number(&s, &v)) { /* the template line that made it */
            place.file = file;
            place.line = (int)v;
            return place;
        }
    }
    long line = xmlGetLineNo(node);
    if (r->own_lines && line > 0)
        place.line = (int)line;
    return place;
}

static void fault(reader *r, const xmlNode *node, const char *what, const char *value)
{
    r->errors++;
    hj_error(r->diags, "HJ-PAINT-031", place_of(r, node), "SVG <%s> %s: \"%.60s\"", name_of(node),
             hj_tr(r->diags->lang, what), value);
}

static void wrong_value(reader *r, const xmlNode *node, const char *attribute_name,
                        const char *value)
{
    r->errors++;
    hj_error(r->diags, "HJ-PAINT-032", place_of(r, node),
             "SVG <%s> attribute %s: \"%.60s\" is not understood", name_of(node), attribute_name,
             value);
}

/* A length attribute; fallback when it is not there. */
static double length(reader *r, const xmlNode *node, const char *name, double em, double fallback)
{
    const char *text = attribute(node, name);
    double v = fallback;
    if (text && !hj_svg_length(text, em, &v))
        wrong_value(r, node, name, text);
    return v;
}

/* ---- the size of the whole ---- */

static bool is_svg(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && node->ns
           && strcmp((const char *)node->ns->href, SVG_NAMESPACE) == 0
           && strcmp(name_of(node), name) == 0;
}

static bool view_box(const xmlNode *root, double box[4])
{
    const char *text = attribute(root, "viewBox");
    if (!text)
        return false;
    hj_scan s = {text};
    hj_scan_space(&s);
    for (int i = 0; i < 4; i++) {
        if (!hj_scan_number(&s, &box[i]))
            return false;
        hj_scan_comma(&s);
    }
    return !*s.p && box[2] > 0 && box[3] > 0;
}

/* A stated length in points; false for a percentage, auto and what is none. */
static bool points(const char *text, const hj_readings *readings, double *out)
{
    double px;
    if (!text || !hj_svg_length(text, 16, &px))
        return false;
    size_t n = strlen(text);
    while (n && strchr(" \t\r\n", text[n - 1]))
        n--;
    bool pixels = n && (strchr("0123456789.", text[n - 1])
                        || (n > 1 && strncmp(text + n - 2, "px", 2) == 0));
    *out = px * (pixels ? readings->px / 1000.0 : 0.75);
    return true;
}

/* Width and height in points. Percentages and auto follow the viewBox. */
static bool root_size(const xmlNode *root, const hj_readings *readings, double *width,
                      double *height)
{
    double box[4], unit = readings->px / 1000.0;
    bool boxed = view_box(root, box);
    bool has_w = points(attribute(root, "width"), readings, width);
    bool has_h = points(attribute(root, "height"), readings, height);
    if (readings->drawings_hundred) {
        *width = has_w ? *width : 100 * unit;
        *height = has_h ? *height : 100 * unit;
    } else if (!has_w && !has_h) {
        if (!boxed)
            return false;
        *width = box[2] * unit;
        *height = box[3] * unit;
    } else if (!has_w || !has_h) {
        if (!boxed)
            return false;
        if (has_w)
            *height = *width * box[3] / box[2];
        else
            *width = *height * box[2] / box[3];
    }
    return *width > 0 && *height > 0;
}

static bool measure(const xmlNode *root, hj_place place, const hj_readings *readings,
                    hj_len *width, hj_len *height, hj_diags *diags)
{
    double w, h;
    if (!root || !is_svg(root, "svg")) {
        hj_error(diags, "HJ-PAINT-033", place, "<%s> is not an SVG drawing: the outermost element "
                 "must be svg in namespace %s", root ? name_of(root) : "", SVG_NAMESPACE);
        return false;
    }
    if (attribute(root, "viewBox") && !view_box(root, (double[4]){0})) {
        hj_error(diags, "HJ-PAINT-034", place, "SVG viewBox \"%.60s\" is not four numbers with a "
                 "positive width and height", attribute(root, "viewBox"));
        return false;
    }
    if (!root_size(root, readings, &w, &h)) {
        hj_error(diags, "HJ-PAINT-035", place, "the SVG drawing has no size");
        hj_hint(diags, "give it width and height, or a viewBox");
        return false;
    }
    double limit = HJ_LIMIT_PAGE_SIDE;
    *width = (hj_len)(w * 1000 < limit ? w * 1000 + 0.5 : limit);
    *height = (hj_len)(h * 1000 < limit ? h * 1000 + 0.5 : limit);
    return true;
}

static bool aspect(hj_svg *svg, const char *text)
{
    svg->align_x = svg->align_y = 0.5;
    if (!text)
        return true;
    size_t n = strcspn(text, " ");
    const char *how = text + n + strspn(text + n, " ");
    svg->slice = strcmp(how, "slice") == 0;
    if (*how && !svg->slice && strcmp(how, "meet") != 0)
        return false;
    if (n == 4 && memcmp(text, "none", 4) == 0) {
        svg->stretch = true;
        return true;
    }
    static const char *const words[] = {"Min", "Mid", "Max"};
    double *const axes[] = {&svg->align_x, &svg->align_y};
    if (n != 8)
        return false;
    for (int axis = 0; axis < 2; axis++) {
        if (text[4 * axis] != (axis ? 'Y' : 'x'))
            return false;
        int found = -1;
        for (int i = 0; i < 3; i++)
            if (memcmp(text + 4 * axis + 1, words[i], 3) == 0)
                found = i;
        if (found < 0)
            return false;
        *axes[axis] = found / 2.0;
    }
    return true;
}

/* ---- style ---- */

/* Attributes that say where and what, by element; what is not here is a property or refused. */
static const struct {
    const char *element, *attributes;
} geometry[] = {
    {"svg", "|x|y|width|height|viewBox|preserveAspectRatio|version|baseProfile|"
            "contentScriptType|contentStyleType|zoomAndPan|"},
    {"g", "|"}, {"path", "|d|pathLength|"}, {"rect", "|x|y|width|height|rx|ry|"},
    {"circle", "|cx|cy|r|"}, {"ellipse", "|cx|cy|rx|ry|"}, {"line", "|x1|y1|x2|y2|"},
    {"polyline", "|points|"}, {"polygon", "|points|"}, {"text", "|x|y|dx|dy|"},
    {"tspan", "|x|y|dx|dy|"}, {"use", "|x|y|href|width|height|"}, {"defs", "|"},
};

static bool listed(const char *list, const char *name)
{
    size_t n = strlen(name);
    for (const char *p = list; (p = strstr(p, name)); p += n)
        if (p[-1] == '|' && p[n] == '|')
            return true;
    return false;
}

static bool harmless_attribute(const char *name)
{
    return strncmp(name, "aria-", 5) == 0 || strncmp(name, "data-", 5) == 0
           || listed("|id|class|style|transform|role|lang|tabindex|focusable|"
                     "requiredFeatures|requiredExtensions|systemLanguage|", name);
}

static void set_property(reader *r, const xmlNode *node, hj_svg_style *style,
                         const hj_svg_style *parent, const char *name, const char *value)
{
    bool known;
    const char *wrong = hj_svg_set(style, parent, name, value, r->arena, &known);
    if (!known) {
        r->errors++;
        hj_error(r->diags, "HJ-PAINT-036", place_of(r, node), "SVG <%s>: %s is outside the subset "
                 "that can be drawn", name_of(node), name);
    } else if (wrong) {
        r->errors++;
        const char *text = hj_tr(r->diags->lang, wrong);
        hj_buf why = {0};
        const char *gap = strstr(text, "%.60s");
        hj_buf_add(&why, text, gap ? (size_t)(gap - text) : strlen(text));
        if (gap) {
            hj_buf_add(&why, value, strnlen(value, 60));
            hj_buf_str(&why, gap + 5);
        }
        hj_error(r->diags, "HJ-PAINT-037", place_of(r, node), "SVG <%s> %s: %s", name_of(node),
                 name, why.data ? why.data : "");
        hj_buf_free(&why);
    }
}

/* "a: b; c: d" */
static void read_declarations(reader *r, const xmlNode *node, hj_svg_style *style,
                              const hj_svg_style *parent, const char *text)
{
    char *copy = hj_arena_strdup(r->arena, text);
    for (char *p = copy; *p;) {
        char *end = p + strcspn(p, ";");
        bool more = *end != 0;
        *end = 0;
        char *colon = strchr(p, ':');
        char *name = p + strspn(p, " \t\r\n");
        if (colon) {
            *colon = 0;
            name[strcspn(name, " \t\r\n")] = 0;
            char *value = colon + 1 + strspn(colon + 1, " \t\r\n");
            char *important = strstr(value, "!important");
            if (important)
                *important = 0;
            for (size_t n = strlen(value); n && strchr(" \t\r\n", value[n - 1]); n--)
                value[n - 1] = 0;
            set_property(r, node, style, parent, name, value);
        } else if (*name) {
            wrong_value(r, node, "style", name);
        }
        p = end + more;
    }
}

static const char *geometry_of(const xmlNode *node)
{
    for (size_t i = 0; i < HJ_COUNT(geometry); i++)
        if (strcmp(geometry[i].element, name_of(node)) == 0)
            return geometry[i].attributes;
    return NULL;
}

static hj_svg_style style_of(reader *r, const xmlNode *node, const hj_svg_style *parent)
{
    hj_svg_style style = *parent;
    style.opacity = 1;
    style.absent = false;
    const char *own = geometry_of(node);
    /* font-size and color first: lengths in em and currentColor look at them */
    static const char *const early[] = {"font-size", "color"};
    for (size_t i = 0; i < HJ_COUNT(early); i++)
        if (attribute(node, early[i]))
            set_property(r, node, &style, parent, early[i], attribute(node, early[i]));
    for (const xmlAttr *a = node->properties; a; a = a->next) {
        const char *name = (const char *)a->name;
        const char *value = a->children && a->children->content
                                ? (const char *)a->children->content : "";
        if (a->ns) {
            if (strcmp((const char *)a->ns->href, (const char *)XML_XML_NAMESPACE) == 0
                && strcmp(name, "space") == 0)
                style.preserve_space = strcmp(value, "preserve") == 0;
            continue; /* other vocabularies draw nothing */
        }
        if (a->children && (a->children->next || a->children->type != XML_TEXT_NODE))
            wrong_value(r, node, name, "&…;");
        else if (strncmp(name, "on", 2) == 0)
            fault(r, node, HJ_T("has a script, which is not run"), name);
        else if (!listed(own, name) && !harmless_attribute(name)
                 && strcmp(name, early[0]) != 0 && strcmp(name, early[1]) != 0)
            set_property(r, node, &style, parent, name, value);
    }
    if (attribute(node, "style"))
        read_declarations(r, node, &style, parent, attribute(node, "style"));
    if (style.fill_is_color)
        style.fill = style.color;
    if (style.stroke_is_color)
        style.stroke = style.color;
    return style;
}

static hj_matrix matrix_of(reader *r, const xmlNode *node, const hj_matrix *parent)
{
    const char *text = attribute(node, "transform");
    hj_matrix m;
    if (!text)
        return *parent;
    if (!hj_svg_transform(text, &m)) {
        wrong_value(r, node, "transform", text);
        return *parent;
    }
    return hj_matrix_multiply(&m, parent);
}

static hj_color faded(hj_color color, double opacity)
{
    return (color & ~0xffu) | (hj_color)((color & 0xff) * opacity + 0.5);
}

/* ---- shapes ---- */

static hj_svg_op *add_op(reader *r, hj_svg_kind kind, const hj_matrix *matrix, hj_color color)
{
    hj_svg_op *op = HJ_NEW(r->arena, hj_svg_op);
    op->kind = kind;
    op->matrix = *matrix;
    op->color = color;
    if (r->svg->last)
        r->svg->last->next = op;
    else
        r->svg->first = op;
    r->svg->last = op;
    return op;
}

static void paint_path(reader *r, const xmlNode *node, hj_path path, const hj_svg_style *style,
                       const hj_matrix *matrix, bool line_only)
{
    hj_color fill = faded(style->fill, style->fill_opacity * style->opacity);
    hj_color stroke = faded(style->stroke, style->stroke_opacity * style->opacity);
    bool fills = (fill & 0xff) && !line_only;
    bool strokes = (stroke & 0xff) && style->pen.width > 0;
    if (style->hidden || !path.n_ops)
        return;
    if (fills && strokes && style->opacity < 1)
        fault(r, node, HJ_T("is both filled and stroked under one opacity: use fill-opacity and "
                            "stroke-opacity"), "opacity");
    if (fills) {
        hj_svg_op *op = add_op(r, HJ_SVG_FILL, matrix, fill);
        op->path = path;
        op->even_odd = style->even_odd;
    }
    if (strokes) {
        hj_svg_op *op = add_op(r, HJ_SVG_STROKE, matrix, stroke);
        op->path = path;
        op->pen = style->pen;
    }
}

static void read_points(reader *r, const xmlNode *node, hj_pen *pen)
{
    const char *text = attribute(node, "points");
    hj_scan s = {text ? text : ""};
    hj_scan_space(&s);
    for (bool first = true; *s.p; first = false) {
        double x, y;
        bool good = hj_scan_number(&s, &x);
        hj_scan_comma(&s);
        if (!good || !hj_scan_number(&s, &y)) {
            wrong_value(r, node, "points", text);
            return;
        }
        hj_scan_comma(&s);
        if (first)
            hj_pen_move(pen, x, y);
        else
            hj_pen_line(pen, x, y);
    }
    if (pen->n_ops && strcmp(name_of(node), "polygon") == 0)
        hj_pen_close(pen);
}

static void read_rect(reader *r, const xmlNode *node, hj_pen *pen, double em)
{
    double w = length(r, node, "width", em, 0), h = length(r, node, "height", em, 0);
    double rx = length(r, node, "rx", em, -1), ry = length(r, node, "ry", em, -1);
    const char *side = w < 0 ? "width" : "height";
    if (w < 0 || h < 0)
        wrong_value(r, node, side, attribute(node, side));
    if (w <= 0 || h <= 0)
        return;
    if (rx < 0)
        rx = ry;
    if (ry < 0)
        ry = rx;
    hj_pen_rectangle(pen, length(r, node, "x", em, 0), length(r, node, "y", em, 0), w, h, rx, ry);
}

static void read_round(reader *r, const xmlNode *node, hj_pen *pen, double em)
{
    bool circle = strcmp(name_of(node), "circle") == 0;
    double rx = length(r, node, circle ? "r" : "rx", em, 0);
    double ry = circle ? rx : length(r, node, "ry", em, 0);
    if (rx > 0 && ry > 0)
        hj_pen_ellipse(pen, length(r, node, "cx", em, 0), length(r, node, "cy", em, 0), rx, ry);
}

/* True when node is a shape; it is then in the list. */
static bool read_shape(reader *r, const xmlNode *node, const hj_svg_style *style,
                       const hj_matrix *matrix)
{
    const char *name = name_of(node);
    hj_pen pen = {0};
    bool line = strcmp(name, "line") == 0;
    double em = style->size;
    if (strcmp(name, "path") == 0) {
        const char *data = attribute(node, "d"), *at = NULL;
        if (data && !hj_pen_data(&pen, data, &at))
            wrong_value(r, node, "d", at);
    } else if (strcmp(name, "rect") == 0) {
        read_rect(r, node, &pen, em);
    } else if (strcmp(name, "circle") == 0 || strcmp(name, "ellipse") == 0) {
        read_round(r, node, &pen, em);
    } else if (line) {
        hj_pen_move(&pen, length(r, node, "x1", em, 0), length(r, node, "y1", em, 0));
        hj_pen_line(&pen, length(r, node, "x2", em, 0), length(r, node, "y2", em, 0));
    } else if (strcmp(name, "polyline") == 0 || strcmp(name, "polygon") == 0) {
        read_points(r, node, &pen);
    } else {
        return false;
    }
    paint_path(r, node, hj_pen_take(&pen, r->arena), style, matrix, line);
    return true;
}

/* ---- text ----
 * A chunk begins at every absolute position; its runs are moved together when the anchor is known
 * (SVG 1.1, 10.9.1). White space is collapsed over the borders of tspans. */

typedef struct text_state {
    double x, y;
    double chunk_x;
    hj_svg_op *chunk; /* the operation before the chunk's first, or NULL: from the list's start */
    hj_anchor anchor;
    bool any, pending; /* the text has begun; a blank waits for the next word */
} text_state;

static void end_chunk(reader *r, text_state *t)
{
    double shift = t->anchor == HJ_ANCHOR_START ? 0 : t->chunk_x - t->x;
    if (t->anchor == HJ_ANCHOR_MIDDLE)
        shift /= 2;
    for (hj_svg_op *op = t->chunk ? t->chunk->next : r->svg->first; op; op = op->next)
        op->x += shift;
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
    default: return 0;
    }
}

static void show_string(reader *r, const xmlNode *node, text_state *t, const hj_svg_style *style,
                        const hj_matrix *matrix, const char *text, size_t n)
{
    if (!r->fonts) {
        fault(r, node, HJ_T("is text, and there are no fonts"), "text");
        return;
    }
    const hj_font *font = hj_fonts_select(r->fonts, style->family, style->weight, style->italic,
                                          r->diags);
    if (!font) {
        r->errors++;
        return;
    }
    const hj_run *runs;
    int errors = r->diags->errors;
    int count = hj_text_shape(r->fonts, font, r->lang, text, n, place_of(r, node), r->arena, &runs,
                              r->diags);
    r->errors += r->diags->errors - errors;
    double down = baseline_shift(font, style);
    hj_color color = faded(style->fill, style->fill_opacity * style->opacity);
    for (int i = 0; i < count; i++) {
        if ((color & 0xff) && !style->hidden) {
            /* The word cache may let go of a run before the list is shown again. */
            hj_run *run = HJ_NEW(r->arena, hj_run);
            *run = runs[i];
            hj_glyph *glyphs = HJ_ARRAY(r->arena, run->n_glyphs + 1, hj_glyph);
            memcpy(glyphs, runs[i].glyphs, run->n_glyphs * sizeof *glyphs);
            run->glyphs = glyphs;
            run->text = hj_arena_strndup(r->arena, runs[i].text, run->text_len);
            hj_svg_op *op = add_op(r, HJ_SVG_TEXT, matrix, color);
            op->run = run;
            op->x = t->x;
            op->y = t->y + down;
            op->size = style->size;
            op->letter_spacing = style->letter_spacing;
        }
        t->x += runs[i].width * style->size / 1000 + style->letter_spacing * runs[i].n_glyphs;
    }
}

static void read_characters(reader *r, const xmlNode *node, const xmlNode *text, text_state *t,
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
    if (words.len)
        show_string(r, node, t, style, matrix, words.data, words.len);
    hj_buf_free(&words);
}

static void move_text(reader *r, const xmlNode *node, text_state *t, const hj_svg_style *style)
{
    bool x = attribute(node, "x") != NULL, y = attribute(node, "y") != NULL;
    if (x || y) {
        end_chunk(r, t);
        t->x = length(r, node, "x", style->size, t->x);
        t->y = length(r, node, "y", style->size, t->y);
        t->chunk_x = t->x;
        t->anchor = style->anchor;
        t->pending = false;
    }
    t->x += length(r, node, "dx", style->size, 0);
    t->y += length(r, node, "dy", style->size, 0);
}

static void read_text(reader *r, const xmlNode *node, text_state *t, const hj_svg_style *style,
                      const hj_matrix *matrix, int depth)
{
    if (style->absent)
        return;
    if (style->opacity < 1 && node->children && depth == 0) {
        bool parts = false;
        for (const xmlNode *kid = node->children; kid; kid = kid->next)
            parts |= kid->type == XML_ELEMENT_NODE;
        if (parts)
            fault(r, node, HJ_T("has opacity over several parts: use fill-opacity"), "opacity");
    }
    if ((style->stroke & 0xff) && style->pen.width > 0)
        fault(r, node, HJ_T("has a stroke, which text cannot have here"), "stroke");
    move_text(r, node, t, style);
    for (const xmlNode *kid = node->children; kid; kid = kid->next) {
        if (kid->type == XML_TEXT_NODE || kid->type == XML_CDATA_SECTION_NODE) {
            read_characters(r, node, kid, t, style, matrix);
        } else if (kid->type == XML_ENTITY_REF_NODE) {
            fault(r, node, HJ_T("has an entity"), name_of(kid));
        } else if (kid->type == XML_ELEMENT_NODE) {
            if (is_svg(kid, "title") || is_svg(kid, "desc"))
                continue;
            if (!is_svg(kid, "tspan") || depth > 32 || ++r->elements > HJ_LIMIT_SVG_ELEMENTS) {
                fault(r, node, HJ_T("holds an element that cannot be drawn"), name_of(kid));
                continue;
            }
            hj_svg_style inner = style_of(r, kid, style);
            if (attribute(kid, "transform"))
                wrong_value(r, kid, "transform", attribute(kid, "transform"));
            read_text(r, kid, t, &inner, matrix, depth + 1);
        }
    }
}

/* ---- the tree ---- */

/* Adds the nodes passed to *steps: uses of uses over a large drawing must come to an end. */
static const xmlNode *find_id(const xmlNode *top, const char *id, int *steps)
{
    for (const xmlNode *n = top; n; ++*steps) {
        if (n->type == XML_ELEMENT_NODE) {
            const char *own = attribute(n, "id");
            if (own && strcmp(own, id) == 0)
                return n;
        }
        if (n->type == XML_ELEMENT_NODE && n->children) {
            n = n->children;
            continue;
        }
        while (n != top && !n->next)
            n = n->parent;
        n = n == top ? NULL : n->next;
    }
    return NULL;
}

static void read_element(reader *r, const xmlNode *node, const hj_svg_style *parent,
                         const hj_matrix *above, const xmlNode *root);

static void read_children(reader *r, const xmlNode *node, const hj_svg_style *style,
                          const hj_matrix *matrix, const xmlNode *root)
{
    for (const xmlNode *kid = node->children; kid; kid = kid->next) {
        if (kid->type == XML_ELEMENT_NODE)
            read_element(r, kid, style, matrix, root);
        else if (kid->type == XML_ENTITY_REF_NODE)
            fault(r, node, HJ_T("has an entity"), name_of(kid));
    }
}

static void read_use(reader *r, const xmlNode *node, const hj_svg_style *style,
                     const hj_matrix *matrix, const xmlNode *root)
{
    const char *href = attribute(node, "href");
    if (!href)
        href = attribute_ns(node, XLINK_NAMESPACE, "href");
    int steps = 0;
    const xmlNode *target = href && *href == '#' ? find_id(root, href + 1, &steps) : NULL;
    r->elements += steps / 64;
    if (!target || target == root || r->use_depth >= USE_DEPTH) {
        fault(r, node, HJ_T("refers to something that is not in the drawing, or to itself"),
              href ? href : "");
        return;
    }
    hj_matrix shift = {1, 0, 0, 1, length(r, node, "x", style->size, 0),
                       length(r, node, "y", style->size, 0)};
    hj_matrix m = hj_matrix_multiply(&shift, matrix);
    r->use_depth++;
    read_element(r, target, style, &m, root);
    r->use_depth--;
}

static void read_element(reader *r, const xmlNode *node, const hj_svg_style *parent,
                         const hj_matrix *above, const xmlNode *root)
{
    const char *name = name_of(node);
    if (!node->ns || strcmp((const char *)node->ns->href, SVG_NAMESPACE) != 0)
        return; /* other vocabularies (an editor's notes) draw nothing */
    if (++r->elements > HJ_LIMIT_SVG_ELEMENTS) {
        if (r->elements < 2 * HJ_LIMIT_SVG_ELEMENTS)
            fault(r, node, HJ_T("is one element too many: the drawing is too large"), name);
        r->elements = 2 * HJ_LIMIT_SVG_ELEMENTS;
        return;
    }
    if (listed("|title|desc|metadata|", name))
        return;
    if (!geometry_of(node) || strcmp(name, "svg") == 0 || strcmp(name, "tspan") == 0) {
        r->errors++;
        hj_error(r->diags, "HJ-PAINT-030", place_of(r, node),
                 "SVG <%s> is outside the subset that can be drawn", name);
        hj_hint(r->diags, "the subset is svg, g, path, rect, circle, ellipse, line, polyline, "
                "polygon, text, tspan, defs and use with plain colours");
        return;
    }
    if (strcmp(name, "defs") == 0)
        return; /* drawn where it is used */
    hj_svg_style style = style_of(r, node, parent);
    hj_matrix matrix = matrix_of(r, node, above);
    if (style.absent)
        return;
    bool group = strcmp(name, "g") == 0 || strcmp(name, "use") == 0;
    if (group && style.opacity < 1) {
        fault(r, node, HJ_T("has opacity, which a group cannot have here: set it on the shapes"),
              "opacity");
        return;
    }
    if (strcmp(name, "g") == 0) {
        read_children(r, node, &style, &matrix, root);
    } else if (strcmp(name, "use") == 0) {
        read_use(r, node, &style, &matrix, root);
    } else if (strcmp(name, "text") == 0) {
        text_state t = {.chunk = r->svg->last, .anchor = style.anchor};
        read_text(r, node, &t, &style, &matrix, 0);
        end_chunk(r, &t);
    } else {
        read_shape(r, node, &style, &matrix);
    }
}

hj_svg *hj_svg_compile(const xmlNode *root, hj_place place, const hj_svg_manner *manner,
                       hj_arena *arena, hj_len *width, hj_len *height, hj_diags *diags)
{
    hj_svg *svg = HJ_NEW(arena, hj_svg);
    reader r = {.arena = arena, .fonts = manner->fonts, .diags = diags, .place = place,
                .own_lines = manner->own_lines, .svg = svg};
    if (!measure(root, place, manner->readings, width, height, diags))
        return NULL;
    r.lang = attribute_ns(root, (const char *)XML_XML_NAMESPACE, "lang");
    if (!aspect(svg, attribute(root, "preserveAspectRatio")))
        wrong_value(&r, root, "preserveAspectRatio", attribute(root, "preserveAspectRatio"));
    if (!view_box(root, svg->box)) {
        svg->box[0] = svg->box[1] = 0;
        svg->box[2] = *width / (double)manner->readings->px;
        svg->box[3] = *height / (double)manner->readings->px;
    }
    static const hj_matrix identity = {1, 0, 0, 1, 0, 0};
    hj_svg_style style = style_of(&r, root, &hj_svg_initial);
    if (!style.absent)
        read_children(&r, root, &style, &identity, root);
    return r.errors && !manner->lenient ? NULL : svg;
}
