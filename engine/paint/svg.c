/* SVG: the named static subset, from elements to a flat display list.
 *
 * The hard idea: nothing is drawn while reading. Elements become a list of fills, strokes and glyph
 * runs in the root's coordinates, so that a logo is compiled once and shown on every letter, on
 * either canvas, and so that a fault is known before a page is begun.
 *
 * What is outside the subset (README.md) is refused by name; a lenient reader leaves it out. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "paint/svg.h"

#define SVG_NAMESPACE "http://www.w3.org/2000/svg"
#define XLINK_NAMESPACE "http://www.w3.org/1999/xlink"
#define HJ_NAMESPACE "urn:hjemmel:fo:1"

/* ---- where we are, and what is wrong there ---- */

static const char *name_of(const xmlNode *node)
{
    return (const char *)node->name;
}

static const char *value_of(const xmlAttr *a)
{
    return a->children && a->children->content ? (const char *)a->children->content : "";
}

static const char *attribute_ns(const xmlNode *node, const char *ns, const char *name)
{
    for (const xmlAttr *a = node->properties; a; a = a->next)
        if (a->ns && strcmp((const char *)a->ns->href, ns) == 0
            && strcmp((const char *)a->name, name) == 0)
            return value_of(a);
    return NULL;
}

const char *hj_svg_href(const xmlNode *node)
{
    const char *href = hj_attribute_if(node, "href");
    return href ? href : attribute_ns(node, XLINK_NAMESPACE, "href");
}

hj_place hj_svg_place(const hj_reader *r, const xmlNode *node)
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
    if (r->manner->own_lines && line > 0)
        place.line = (int)line;
    return place;
}

void hj_svg_fault(hj_reader *r, const xmlNode *node, const char *what, const char *value)
{
    r->errors++;
    hj_error(r->diags, "HJ-PAINT-031", hj_svg_place(r, node), "SVG <%s> %s: \"%.60s\"",
             name_of(node), hj_tr(r->diags->lang, what), value);
}

void hj_svg_wrong(hj_reader *r, const xmlNode *node, const char *attribute, const char *value)
{
    r->errors++;
    hj_error(r->diags, "HJ-PAINT-032", hj_svg_place(r, node),
             "SVG <%s> attribute %s: \"%.60s\" is not understood", name_of(node), attribute, value);
}

double hj_svg_number(hj_reader *r, const xmlNode *node, const char *name, double em, int of,
                     double fallback)
{
    const char *text = hj_attribute_if(node, name);
    double v = fallback, w = r->view[0], h = r->view[1];
    double whole = of == HJ_OF_WIDTH ? w : of == HJ_OF_HEIGHT ? h : sqrt((w * w + h * h) / 2);
    if (text && !hj_svg_length(text, em, whole, &v))
        hj_svg_wrong(r, node, name, text);
    return v;
}

/* ---- the size of the whole ---- */

bool hj_svg_is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && node->ns
           && strcmp((const char *)node->ns->href, SVG_NAMESPACE) == 0
           && strcmp(name_of(node), name) == 0;
}

bool hj_svg_view_box(const xmlNode *node, double box[4])
{
    const char *text = hj_attribute_if(node, "viewBox");
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
    if (!text || !hj_svg_length(text, 16, -1, &px))
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
    bool boxed = hj_svg_view_box(root, box);
    bool has_w = points(hj_attribute_if(root, "width"), readings, width);
    bool has_h = points(hj_attribute_if(root, "height"), readings, height);
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
    if (!root || !hj_svg_is(root, "svg")) {
        hj_error(diags, "HJ-PAINT-033", place, "<%s> is not an SVG drawing: the outermost element "
                 "must be svg in namespace %s", root ? name_of(root) : "", SVG_NAMESPACE);
        return false;
    }
    if (hj_attribute_if(root, "viewBox") && !hj_svg_view_box(root, (double[4]){0})) {
        hj_error(diags, "HJ-PAINT-034", place, "SVG viewBox \"%.60s\" is not four numbers with a "
                 "positive width and height", hj_attribute_if(root, "viewBox"));
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

static bool read_aspect(const char *text, hj_aspect *aspect)
{
    static const char *const words[] = {"Min", "Mid", "Max"};
    *aspect = (hj_aspect){.align_x = 0.5, .align_y = 0.5};
    if (!text)
        return true;
    text += strspn(text, " \t\r\n");
    size_t n = strcspn(text, " \t\r\n");
    const char *how = text + n + strspn(text + n, " \t\r\n");
    size_t m = strcspn(how, " \t\r\n");
    aspect->slice = m == 5 && memcmp(how, "slice", 5) == 0;
    if (m && !aspect->slice && (m != 4 || memcmp(how, "meet", 4) != 0))
        return false;
    if (n == 4 && memcmp(text, "none", 4) == 0) {
        aspect->stretch = true;
        return true;
    }
    double *const axes[] = {&aspect->align_x, &aspect->align_y};
    if (n != 8)
        return false;
    for (int axis = 0; axis < 2; axis++) {
        int found = -1;
        for (int i = 0; i < 3; i++)
            if (memcmp(text + 4 * axis + 1, words[i], 3) == 0)
                found = i;
        if (text[4 * axis] != (axis ? 'Y' : 'x') || found < 0)
            return false;
        *axes[axis] = found / 2.0;
    }
    return true;
}

hj_aspect hj_svg_aspect(hj_reader *r, const xmlNode *node)
{
    hj_aspect aspect;
    const char *text = hj_attribute_if(node, "preserveAspectRatio");
    if (!read_aspect(text, &aspect))
        hj_svg_wrong(r, node, "preserveAspectRatio", text);
    return aspect;
}

hj_matrix hj_aspect_fit(const hj_aspect *aspect, const double view[4], const double box[4])
{
    double sx = box[2] / view[2], sy = box[3] / view[3];
    if (!aspect->stretch)
        sx = sy = (sx < sy) != aspect->slice ? sx : sy;
    return (hj_matrix){sx, 0, 0, sy,
                       box[0] + (box[2] - sx * view[2]) * aspect->align_x - sx * view[0],
                       box[1] + (box[3] - sy * view[3]) * aspect->align_y - sy * view[1]};
}

/* ---- style ---- */

/* Attributes that say where and what, by element; what is not here is a property or refused. */
static const struct {
    const char *element, *attributes;
} geometry[] = {
    {"svg", "|x|y|width|height|viewBox|preserveAspectRatio|version|baseProfile|"
            "contentScriptType|contentStyleType|zoomAndPan|"},
    {"symbol", "|x|y|width|height|viewBox|preserveAspectRatio|refX|refY|"},
    {"g", "|"}, {"path", "|d|pathLength|"}, {"rect", "|x|y|width|height|rx|ry|pathLength|"},
    {"circle", "|cx|cy|r|pathLength|"}, {"ellipse", "|cx|cy|rx|ry|pathLength|"},
    {"line", "|x1|y1|x2|y2|pathLength|"}, {"polyline", "|points|pathLength|"},
    {"polygon", "|points|pathLength|"}, {"text", "|x|y|dx|dy|"}, {"tspan", "|x|y|dx|dy|"},
    {"use", "|x|y|href|width|height|"}, {"switch", "|"}, {"a", "|href|target|rel|download|"},
    {"image", "|x|y|width|height|href|preserveAspectRatio|"}, {"stop", "|offset|"},
    {"clipPath", "|clipPathUnits|"},
    {"pattern", "|x|y|width|height|patternUnits|patternContentUnits|patternTransform|viewBox|"
                "preserveAspectRatio|href|"},
    {"marker", "|refX|refY|markerWidth|markerHeight|markerUnits|orient|viewBox|"
               "preserveAspectRatio|"},
    {"linearGradient", "|x1|y1|x2|y2|gradientUnits|gradientTransform|spreadMethod|href|"},
    {"radialGradient", "|cx|cy|r|fx|fy|fr|gradientUnits|gradientTransform|spreadMethod|href|"},
};

bool hj_svg_listed(const char *list, const char *name)
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
           || hj_svg_listed("|id|class|style|transform|role|lang|tabindex|focusable|"
                            "requiredFeatures|requiredExtensions|systemLanguage|"
                            "externalResourcesRequired|type|media|", name);
}

static void set_property(hj_reader *r, const xmlNode *node, hj_svg_style *style,
                         const hj_svg_style *parent, const char *name, const char *value)
{
    bool known;
    const char *wrong = hj_svg_set(style, parent, name, value, r->arena, &known);
    if (!known) {
        r->errors++;
        hj_error(r->diags, "HJ-PAINT-036", hj_svg_place(r, node), "SVG <%s>: %s is outside the "
                 "subset that can be drawn", name_of(node), name);
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
        hj_error(r->diags, "HJ-PAINT-037", hj_svg_place(r, node), "SVG <%s> %s: %s",
                 name_of(node), name, why.data ? why.data : "");
        hj_buf_free(&why);
    }
}

/* Set before the others: lengths in em and currentColor look at them. */
static bool is_early(const char *name)
{
    return strcmp(name, "font-size") == 0 || strcmp(name, "font") == 0
           || strcmp(name, "color") == 0;
}

void hj_svg_declarations(hj_reader *r, const xmlNode *node, hj_svg_style *style,
                         const hj_svg_style *parent, const char *text)
{
    for (int early = 1; early >= 0; early--) {
        char *copy = strdup(text);
        if (!copy)
            abort();
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
                if (is_early(name) == early)
                    set_property(r, node, style, parent, name, value);
            } else if (*name && !early) {
                hj_svg_wrong(r, node, "style", name);
            }
            p = end + more;
        }
        free(copy);
    }
}

static const char *geometry_of(const xmlNode *node)
{
    for (size_t i = 0; i < HJ_COUNT(geometry); i++)
        if (strcmp(geometry[i].element, name_of(node)) == 0)
            return geometry[i].attributes;
    return NULL;
}

/* Attributes, then the style sheets, then the style attribute (SVG 1.1, 6.4). */
hj_svg_style hj_svg_style_of(hj_reader *r, const xmlNode *node, const hj_svg_style *parent)
{
    hj_svg_style style = *parent;
    style.opacity = style.stop_opacity = 1;
    style.clip = NULL;
    style.absent = style.shown_over = style.stop_is_color = false;
    style.stop_color = 0x000000ff;
    const char *own = geometry_of(node);
    static const char *const early[] = {"font-size", "color"};
    for (size_t i = 0; i < HJ_COUNT(early); i++)
        if (hj_attribute_if(node, early[i]))
            set_property(r, node, &style, parent, early[i], hj_attribute_if(node, early[i]));
    for (const xmlAttr *a = node->properties; a; a = a->next) {
        const char *name = (const char *)a->name, *value = value_of(a);
        if (a->ns) {
            if (strcmp((const char *)a->ns->href, (const char *)XML_XML_NAMESPACE) == 0
                && strcmp(name, "space") == 0)
                style.preserve_space = strcmp(value, "preserve") == 0;
            continue; /* other vocabularies draw nothing */
        }
        if (a->children && (a->children->next || a->children->type != XML_TEXT_NODE))
            hj_svg_wrong(r, node, name, "&…;");
        else if (strncmp(name, "on", 2) == 0)
            hj_svg_fault(r, node, HJ_T("has a script, which is not run"), name);
        else if ((!own || !hj_svg_listed(own, name)) && !harmless_attribute(name)
                 && !is_early(name))
            set_property(r, node, &style, parent, name, value);
    }
    if (r->sheet)
        hj_sheet_apply(r, node, &style, parent);
    if (hj_attribute_if(node, "style"))
        hj_svg_declarations(r, node, &style, parent, hj_attribute_if(node, "style"));
    if (style.fill_is_color)
        style.fill = style.color;
    if (style.stroke_is_color)
        style.stroke = style.color;
    if (style.stop_is_color)
        style.stop_color = style.color;
    return style;
}

hj_matrix hj_svg_matrix_of(hj_reader *r, const xmlNode *node, const char *name,
                           const hj_matrix *parent)
{
    const char *text = hj_attribute_if(node, name);
    hj_matrix m;
    if (!text)
        return *parent;
    if (!hj_svg_transform(text, &m)) {
        hj_svg_wrong(r, node, name, text);
        return *parent;
    }
    return hj_matrix_multiply(&m, parent);
}

/* ---- the list ---- */

hj_color hj_svg_faded(hj_color color, double opacity)
{
    return (color & ~0xffu) | (hj_color)((color & 0xff) * opacity + 0.5);
}

hj_svg_op *hj_svg_add(hj_reader *r, hj_svg_kind kind, const hj_matrix *matrix, hj_color color)
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

bool hj_svg_begin(hj_reader *r, const xmlNode *node)
{
    if (r->states >= HJ_SVG_STATES) {
        hj_svg_fault(r, node, HJ_T("is cut or faded inside too many that are"), name_of(node));
        return false;
    }
    r->states++;
    return true;
}

void hj_svg_end(hj_reader *r, const hj_matrix *matrix, hj_svg_kind kind)
{
    hj_svg_add(r, kind, matrix, 0);
    r->states--;
}

bool hj_svg_add_clip(hj_reader *r, const xmlNode *node, const hj_matrix *matrix,
                     const double box[4])
{
    hj_pen pen = {0};
    if (!hj_svg_begin(r, node))
        return false;
    hj_pen_rectangle(&pen, box[0], box[1], box[2], box[3], 0, 0);
    hj_svg_add(r, HJ_SVG_CLIP, matrix, 0)->path = hj_pen_take(&pen, r->arena);
    return true;
}

/* ---- shapes ---- */

static void read_points(hj_reader *r, const xmlNode *node, hj_pen *pen)
{
    const char *text = hj_attribute_if(node, "points");
    hj_scan s = {text ? text : ""};
    hj_scan_space(&s);
    for (bool first = true; *s.p; first = false) {
        double x, y;
        bool good = hj_scan_number(&s, &x);
        hj_scan_comma(&s);
        if (!good || !hj_scan_number(&s, &y)) {
            hj_svg_wrong(r, node, "points", text);
            break;
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

static void read_rect(hj_reader *r, const xmlNode *node, hj_pen *pen, double em)
{
    double w = hj_svg_number(r, node, "width", em, HJ_OF_WIDTH, 0);
    double h = hj_svg_number(r, node, "height", em, HJ_OF_HEIGHT, 0);
    double rx = hj_svg_number(r, node, "rx", em, HJ_OF_WIDTH, -1);
    double ry = hj_svg_number(r, node, "ry", em, HJ_OF_HEIGHT, -1);
    const char *side = w < 0 ? "width" : "height";
    if (w < 0 || h < 0)
        hj_svg_wrong(r, node, side, hj_attribute_if(node, side));
    if (w <= 0 || h <= 0)
        return;
    if (rx < 0)
        rx = ry;
    if (ry < 0)
        ry = rx;
    hj_pen_rectangle(pen, hj_svg_number(r, node, "x", em, HJ_OF_WIDTH, 0),
                     hj_svg_number(r, node, "y", em, HJ_OF_HEIGHT, 0), w, h, rx, ry);
}

static void read_round(hj_reader *r, const xmlNode *node, hj_pen *pen, double em)
{
    bool circle = strcmp(name_of(node), "circle") == 0;
    double rx = circle ? hj_svg_number(r, node, "r", em, HJ_OF_BOTH, 0)
                       : hj_svg_number(r, node, "rx", em, HJ_OF_WIDTH, 0);
    double ry = circle ? rx : hj_svg_number(r, node, "ry", em, HJ_OF_HEIGHT, 0);
    if (rx > 0 && ry > 0)
        hj_pen_ellipse(pen, hj_svg_number(r, node, "cx", em, HJ_OF_WIDTH, 0),
                       hj_svg_number(r, node, "cy", em, HJ_OF_HEIGHT, 0), rx, ry);
}

bool hj_svg_shape(hj_reader *r, const xmlNode *node, const hj_svg_style *style, hj_path *path)
{
    const char *name = name_of(node);
    hj_pen pen = {0};
    double em = style->size;
    if (strcmp(name, "path") == 0) {
        const char *data = hj_attribute_if(node, "d"), *at = NULL;
        if (data && strcmp(data, "none") != 0 && !hj_pen_data(&pen, data, &at))
            hj_svg_wrong(r, node, "d", at); /* drawn up to there (SVG 1.1, 8.3.2) */
    } else if (strcmp(name, "rect") == 0) {
        read_rect(r, node, &pen, em);
    } else if (strcmp(name, "circle") == 0 || strcmp(name, "ellipse") == 0) {
        read_round(r, node, &pen, em);
    } else if (strcmp(name, "line") == 0) {
        hj_pen_move(&pen, hj_svg_number(r, node, "x1", em, HJ_OF_WIDTH, 0),
                    hj_svg_number(r, node, "y1", em, HJ_OF_HEIGHT, 0));
        hj_pen_line(&pen, hj_svg_number(r, node, "x2", em, HJ_OF_WIDTH, 0),
                    hj_svg_number(r, node, "y2", em, HJ_OF_HEIGHT, 0));
    } else if (strcmp(name, "polyline") == 0 || strcmp(name, "polygon") == 0) {
        read_points(r, node, &pen);
    } else {
        return false;
    }
    *path = hj_pen_take(&pen, r->arena);
    return true;
}

static bool begin_group(hj_reader *r, const xmlNode *node, const hj_matrix *matrix,
                        double opacity)
{
    if (!hj_svg_begin(r, node))
        return false;
    hj_svg_add(r, HJ_SVG_GROUP, matrix, hj_svg_faded(0xff, opacity));
    return true;
}

static void read_shape(hj_reader *r, const xmlNode *node, const hj_path *path,
                       const hj_svg_style *style, const hj_matrix *matrix)
{
    double box[4] = {0};
    if (!path->n_ops || !hj_path_box(path, box))
        return;
    bool line = strcmp(name_of(node), "line") == 0;
    bool fills = ((style->fill & 0xff) || style->fill_ref) && !line && !style->hidden;
    bool strokes = ((style->stroke & 0xff) || style->stroke_ref) && style->pen.width > 0
                   && !style->hidden;
    bool marked = !style->hidden && (style->marker[0] || style->marker[1] || style->marker[2]);
    bool clips = style->clip != NULL;
    if (clips && !hj_svg_clip(r, node, style, matrix, box))
        return;
    /* One paint can carry the opacity itself; more are faded together, or one shows through. */
    const xmlNode *pattern = fills && style->fill_ref ? hj_svg_find(r, style->fill_ref) : NULL;
    bool several = fills + strokes > 1 || marked || (pattern && hj_svg_is(pattern, "pattern"));
    bool group = style->opacity < 1 && several;
    double opacity = group ? 1 : style->opacity;
    group = group && begin_group(r, node, matrix, style->opacity);
    hj_color color;
    const hj_shade *shade;
    bool tiled = fills && style->fill_ref
                 && hj_svg_pattern(r, node, style->fill_ref, path, style->even_odd, box, matrix);
    if (fills && !tiled
        && hj_svg_paint(r, node, style->fill_ref, style->fill, style->fill_opacity * opacity, box,
                        &color, &shade)) {
        hj_svg_op *op = hj_svg_add(r, HJ_SVG_FILL, matrix, color);
        op->path = *path;
        op->even_odd = style->even_odd;
        op->shade = shade;
    }
    if (strokes && hj_svg_paint(r, node, style->stroke_ref, style->stroke,
                                style->stroke_opacity * opacity, box, &color, &shade)) {
        hj_svg_op *op = hj_svg_add(r, HJ_SVG_STROKE, matrix, color);
        op->path = *path;
        op->pen = style->pen;
        op->shade = shade;
    }
    if (marked)
        hj_svg_markers(r, node, style, path, matrix);
    if (group)
        hj_svg_end(r, matrix, HJ_SVG_END_GROUP);
    if (clips)
        hj_svg_end(r, matrix, HJ_SVG_END);
}

/* ---- the tree ---- */

/* The node after n in document order, within top; NULL at the end. */
static const xmlNode *next_node(const xmlNode *top, const xmlNode *n)
{
    if (n->type == XML_ELEMENT_NODE && n->children)
        return n->children;
    while (n != top && !n->next)
        n = n->parent;
    return n == top ? NULL : n->next;
}

static size_t hash_of(const char *id)
{
    uint64_t h = 14695981039346656037u;
    for (; *id; id++)
        h = (h ^ (unsigned char)*id) * 1099511628211u;
    return (size_t)(h >> 16);
}

static const char *id_of(const xmlNode *n)
{
    return n->type == XML_ELEMENT_NODE ? hj_attribute_if(n, "id") : NULL;
}

static size_t slot_of(const hj_reader *r, const char *id)
{
    size_t at = hash_of(id) & (r->n_ids - 1);
    while (r->ids[at] && strcmp(id_of(r->ids[at]), id) != 0)
        at = (at + 1) & (r->n_ids - 1);
    return at;
}

static void index_ids(hj_reader *r)
{
    size_t count = 0;
    for (const xmlNode *n = r->root; n; n = next_node(r->root, n))
        count += id_of(n) != NULL;
    for (r->n_ids = 16; r->n_ids < 2 * count; r->n_ids *= 2)
        ;
    r->ids = HJ_ARRAY(r->arena, r->n_ids, const xmlNode *);
    for (const xmlNode *n = r->root; n; n = next_node(r->root, n)) {
        const char *id = id_of(n);
        size_t at = id ? slot_of(r, id) : 0;
        if (id && !r->ids[at])
            r->ids[at] = n;
    }
}

const xmlNode *hj_svg_find(hj_reader *r, const char *id)
{
    return r->ids[slot_of(r, id)];
}

static void read_element(hj_reader *r, const xmlNode *node, const hj_svg_style *parent,
                         const hj_matrix *above);

void hj_svg_children(hj_reader *r, const xmlNode *node, const hj_svg_style *style,
                     const hj_matrix *matrix)
{
    for (const xmlNode *kid = node->children; kid; kid = kid->next) {
        if (kid->type == XML_ELEMENT_NODE)
            read_element(r, kid, style, matrix);
        else if (kid->type == XML_ENTITY_REF_NODE)
            hj_svg_fault(r, node, HJ_T("has an entity"), name_of(kid));
    }
}

/* A viewport inside the drawing: a nested svg, or a symbol where it is used (SVG 1.1, 7.9). */
static void read_viewport(hj_reader *r, const xmlNode *node, const hj_svg_style *style,
                          const hj_matrix *matrix, const double box[4])
{
    double view[4], saved[2] = {r->view[0], r->view[1]};
    hj_matrix shift = {1, 0, 0, 1, box[0], box[1]};
    if (box[2] <= 0 || box[3] <= 0)
        return;
    bool boxed = hj_svg_view_box(node, view);
    if (!boxed && hj_attribute_if(node, "viewBox"))
        hj_svg_wrong(r, node, "viewBox", hj_attribute_if(node, "viewBox"));
    hj_aspect aspect = hj_svg_aspect(r, node);
    hj_matrix inner = boxed ? hj_aspect_fit(&aspect, view, box) : shift;
    inner = hj_matrix_multiply(&inner, matrix);
    bool cut = !style->shown_over && hj_svg_add_clip(r, node, matrix, box);
    r->view[0] = boxed ? view[2] : box[2];
    r->view[1] = boxed ? view[3] : box[3];
    hj_svg_children(r, node, style, &inner);
    memcpy(r->view, saved, sizeof saved);
    if (cut)
        hj_svg_end(r, matrix, HJ_SVG_END);
}

static void read_use(hj_reader *r, const xmlNode *node, const hj_svg_style *style,
                     const hj_matrix *matrix)
{
    const char *href = hj_svg_href(node);
    const xmlNode *target = href && *href == '#' ? hj_svg_find(r, href + 1) : NULL;
    if (!target || target == r->root || r->uses >= HJ_SVG_USES) {
        hj_svg_fault(r, node, HJ_T("refers to something that is not in the drawing, or to itself"),
                     href ? href : "");
        return;
    }
    double em = style->size;
    double x = hj_svg_number(r, node, "x", em, HJ_OF_WIDTH, 0);
    double y = hj_svg_number(r, node, "y", em, HJ_OF_HEIGHT, 0);
    hj_matrix shift = {1, 0, 0, 1, x, y}, m = hj_matrix_multiply(&shift, matrix);
    r->uses++;
    bool nested = hj_svg_is(target, "svg");
    if (nested || hj_svg_is(target, "symbol")) {
        hj_svg_style inner = hj_svg_style_of(r, target, style);
        double w = hj_svg_number(r, nested ? target : node, "width", em, HJ_OF_WIDTH, r->view[0]);
        double h = hj_svg_number(r, nested ? target : node, "height", em, HJ_OF_HEIGHT,
                                 r->view[1]);
        w = hj_svg_number(r, node, "width", em, HJ_OF_WIDTH, w);
        h = hj_svg_number(r, node, "height", em, HJ_OF_HEIGHT, h);
        if (!inner.absent)
            read_viewport(r, target, &inner, &m, (double[]){0, 0, w, h});
    } else {
        read_element(r, target, style, &m);
    }
    r->uses--;
}

/* The first child in the document's language, or in none (SVG 1.1, 5.8). */
static void read_switch(hj_reader *r, const xmlNode *node, const hj_svg_style *style,
                        const hj_matrix *matrix)
{
    const char *lang = r->lang ? r->lang : "nb";
    for (const xmlNode *kid = node->children; kid; kid = kid->next) {
        if (kid->type != XML_ELEMENT_NODE || hj_attribute_if(kid, "requiredExtensions")
            || hj_svg_is(kid, "foreignObject"))
            continue;
        const char *wanted = hj_attribute_if(kid, "systemLanguage");
        bool takes = !wanted;
        for (const char *p = wanted; p && *p && !takes; p += strcspn(p, ","), p += *p == ',') {
            p += strspn(p, " ");
            size_t n = strcspn(p, ", ");
            takes = strncmp(p, lang, n) == 0 && n
                    && (!lang[n] || lang[n] == '-');
        }
        if (!takes)
            continue;
        read_element(r, kid, style, matrix);
        return;
    }
}

static void read_image(hj_reader *r, const xmlNode *node, const hj_svg_style *style,
                       const hj_matrix *matrix)
{
    const char *href = hj_svg_href(node);
    int errors = r->diags->errors;
    const hj_picture *picture =
        href && r->manner->picture
            ? r->manner->picture(r->manner->self, href, hj_svg_place(r, node), r->diags) : NULL;
    if (!picture || !picture->raster) {
        if (r->diags->errors == errors)
            hj_svg_fault(r, node, HJ_T("is no picture in a file of its own that can be drawn here"),
                         href ? href : "");
        r->errors++;
        return;
    }
    const hj_raster *raster = picture->raster;
    bool side = raster->turn > 4;
    double iw = side ? raster->height : raster->width, ih = side ? raster->width : raster->height;
    double w = hj_svg_number(r, node, "width", style->size, HJ_OF_WIDTH, -1);
    double h = hj_svg_number(r, node, "height", style->size, HJ_OF_HEIGHT, -1);
    if (w < 0 && h < 0)
        w = iw;
    w = w < 0 ? h * iw / ih : w;
    h = h < 0 ? w * ih / iw : h;
    const double box[] = {hj_svg_number(r, node, "x", style->size, HJ_OF_WIDTH, 0),
                          hj_svg_number(r, node, "y", style->size, HJ_OF_HEIGHT, 0), w, h};
    if (w <= 0 || h <= 0 || style->hidden)
        return;
    hj_aspect aspect = hj_svg_aspect(r, node);
    hj_matrix fit = hj_aspect_fit(&aspect, (double[]){0, 0, iw, ih}, box);
    bool cut = aspect.slice && hj_svg_add_clip(r, node, matrix, box);
    hj_svg_op *op = hj_svg_add(r, HJ_SVG_IMAGE, matrix, 0);
    op->raster = raster;
    op->x = fit.e;
    op->y = fit.f;
    op->w = iw * fit.a;
    op->h = ih * fit.d;
    if (cut)
        hj_svg_end(r, matrix, HJ_SVG_END);
}

static void refuse_element(hj_reader *r, const xmlNode *node)
{
    r->errors++;
    hj_error(r->diags, "HJ-PAINT-030", hj_svg_place(r, node),
             "SVG <%s> is outside the subset that can be drawn", name_of(node));
    hj_hint(r->diags, "engine/paint/README.md tells what can be: shapes, text, gradients, "
            "patterns, clip paths, markers, symbols; no filters, masks, scripts or animation");
}

static void read_content(hj_reader *r, const xmlNode *node, const hj_svg_style *style,
                         const hj_matrix *matrix)
{
    const char *name = name_of(node);
    if (strcmp(name, "g") == 0 || strcmp(name, "a") == 0) {
        hj_svg_children(r, node, style, matrix);
    } else if (strcmp(name, "use") == 0) {
        read_use(r, node, style, matrix);
    } else if (strcmp(name, "switch") == 0) {
        read_switch(r, node, style, matrix);
    } else if (strcmp(name, "image") == 0) {
        read_image(r, node, style, matrix);
    } else if (strcmp(name, "text") == 0) {
        hj_svg_text(r, node, style, matrix);
    } else {
        double em = style->size;
        const double box[] = {
            hj_svg_number(r, node, "x", em, HJ_OF_WIDTH, 0),
            hj_svg_number(r, node, "y", em, HJ_OF_HEIGHT, 0),
            hj_svg_number(r, node, "width", em, HJ_OF_WIDTH, r->view[0]),
            hj_svg_number(r, node, "height", em, HJ_OF_HEIGHT, r->view[1])};
        read_viewport(r, node, style, matrix, box);
    }
}

static void read_element(hj_reader *r, const xmlNode *node, const hj_svg_style *parent,
                         const hj_matrix *above)
{
    const char *name = name_of(node);
    if (!node->ns || strcmp((const char *)node->ns->href, SVG_NAMESPACE) != 0)
        return; /* other vocabularies (an editor's notes) draw nothing */
    if (++r->elements > HJ_LIMIT_SVG_ELEMENTS || r->depth >= HJ_SVG_DEPTH) {
        if (r->elements < 2 * HJ_LIMIT_SVG_ELEMENTS)
            hj_svg_fault(r, node, HJ_T("is one element too many: the drawing is too large"), name);
        r->elements = 2 * HJ_LIMIT_SVG_ELEMENTS;
        return;
    }
    /* Nothing by themselves; some are drawn where they are referred to, which may be refused. */
    if (hj_svg_listed("|title|desc|metadata|defs|style|symbol|linearGradient|radialGradient|stop|"
                      "clipPath|marker|pattern|mask|filter|view|", name))
        return;
    if (!geometry_of(node) || strcmp(name, "tspan") == 0) {
        refuse_element(r, node);
        return;
    }
    hj_svg_style style = hj_svg_style_of(r, node, parent);
    hj_matrix matrix = hj_svg_matrix_of(r, node, "transform", above);
    hj_path path;
    if (style.absent)
        return;
    if (hj_svg_shape(r, node, &style, &path)) {
        read_shape(r, node, &path, &style, &matrix);
        return;
    }
    if (style.clip && !hj_svg_clip(r, node, &style, &matrix, NULL))
        return;
    bool group = style.opacity < 1 && begin_group(r, node, &matrix, style.opacity);
    r->depth++;
    read_content(r, node, &style, &matrix);
    r->depth--;
    if (group)
        hj_svg_end(r, &matrix, HJ_SVG_END_GROUP);
    if (style.clip)
        hj_svg_end(r, &matrix, HJ_SVG_END);
}

hj_svg *hj_svg_compile(const xmlNode *root, hj_place place, const hj_svg_manner *manner,
                       hj_arena *arena, hj_len *width, hj_len *height, hj_diags *diags)
{
    hj_svg *svg = HJ_NEW(arena, hj_svg);
    hj_reader r = {.arena = arena, .manner = manner, .diags = diags, .place = place, .root = root,
                   .svg = svg};
    if (!measure(root, place, manner->readings, width, height, diags))
        return NULL;
    for (const xmlNode *n = root; n && n->type == XML_ELEMENT_NODE && !r.lang; n = n->parent)
        r.lang = attribute_ns(n, (const char *)XML_XML_NAMESPACE, "lang");
    svg->aspect = hj_svg_aspect(&r, root);
    if (!hj_svg_view_box(root, svg->box)) {
        svg->box[0] = svg->box[1] = 0;
        svg->box[2] = *width / (double)manner->readings->px;
        svg->box[3] = *height / (double)manner->readings->px;
    }
    r.view[0] = svg->box[2];
    r.view[1] = svg->box[3];
    index_ids(&r);
    r.sheet = hj_sheet_read(&r, root);
    static const hj_matrix identity = {1, 0, 0, 1, 0, 0};
    hj_svg_style style = hj_svg_style_of(&r, root, &hj_svg_initial);
    bool group = !style.absent && style.opacity < 1
                 && begin_group(&r, root, &identity, style.opacity);
    if (!style.absent)
        hj_svg_children(&r, root, &style, &identity);
    if (group)
        hj_svg_end(&r, &identity, HJ_SVG_END_GROUP);
    return r.errors && !manner->lenient ? NULL : svg;
}
