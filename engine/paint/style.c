/* Properties of SVG: attributes and the style attribute give one computed style per element.
 *
 * The hard idea: the subset is a table. A property is read, or known to make no difference here, or
 * accepted at the one value that changes nothing; whatever is left is refused by name, so that no
 * drawing comes out other than its author meant. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "paint/svg.h"

const hj_svg_style hj_svg_initial = {
    .fill = 0x000000ff,
    .color = 0x000000ff,
    .fill_opacity = 1,
    .stroke_opacity = 1,
    .pen = {.width = 1, .miter_limit = 4},
    .family = "sans-serif",
    .size = 16,
    .weight = 400,
    .opacity = 1,
    .stop_opacity = 1,
    .stop_color = 0x000000ff,
};

/* ---- colours ---- */

static int hex(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static bool hex_color(const char *p, hj_color *out)
{
    size_t n = strlen(p);
    if (n != 3 && n != 4 && n != 6 && n != 8)
        return false;
    uint32_t v = 0;
    for (size_t i = 0; i < n; i++) {
        int d = hex(p[i]);
        if (d < 0)
            return false;
        v = v << 4 | (uint32_t)d;
        if (n < 6)
            v = v << 4 | (uint32_t)d;
    }
    *out = n == 3 || n == 6 ? v << 8 | 0xff : v;
    return true;
}

static bool rgb_color(const char *p, hj_color *out)
{
    bool alpha = strncasecmp(p, "rgba(", 5) == 0;
    if (!alpha && strncasecmp(p, "rgb(", 4) != 0)
        return false;
    hj_scan s = {strchr(p, '(') + 1};
    uint32_t v = 0;
    int n = 0;
    double a = 1;
    hj_scan_space(&s);
    for (; n < 4 && *s.p != ')'; n++) {
        double d;
        if (!hj_scan_number(&s, &d))
            return false;
        bool percent = *s.p == '%';
        s.p += percent;
        if (n == 3) {
            a = percent ? d / 100 : d;
        } else {
            d = percent ? d * 2.55 : d;
            v = v << 8 | (uint32_t)(d < 0 ? 0 : d > 255 ? 255 : d + 0.5);
        }
        hj_scan_comma(&s);
        if (*s.p == '/') { /* rgb(0 0 0 / 50%) */
            s.p++;
            hj_scan_space(&s);
        }
    }
    if (*s.p != ')' || s.p[1] || n < 3)
        return false;
    *out = v << 8 | (uint32_t)(a < 0 ? 0 : a > 1 ? 255 : a * 255 + 0.5);
    return true;
}

bool hj_svg_color(const char *text, hj_color *out, bool *current)
{
    *current = strcasecmp(text, "currentColor") == 0;
    if (*current)
        return true;
    if (strcasecmp(text, "none") == 0 || strcasecmp(text, "transparent") == 0) {
        *out = 0;
        return true;
    }
    if (*text == '#')
        return hex_color(text + 1, out);
    uint32_t rgb;
    if (hj_color_named(text, &rgb)) {
        *out = rgb << 8 | 0xff;
        return true;
    }
    return rgb_color(text, out);
}

/* ---- lengths and transforms ---- */

bool hj_svg_length(const char *text, double em, double whole, double *out)
{
    static const struct {
        const char *name;
        double factor;
    } units[] = {{"", 1}, {"px", 1}, {"pt", 4.0 / 3}, {"pc", 16}, {"mm", 96 / 25.4},
                 {"cm", 960 / 25.4}, {"in", 96}, {"rem", 16}, {"q", 24 / 25.4}};
    hj_scan s = {text};
    double v;
    hj_scan_space(&s);
    if (!hj_scan_number(&s, &v))
        return false;
    size_t n = strcspn(s.p, " \t\r\n");
    const char *rest = s.p + n;
    if (rest[strspn(rest, " \t\r\n")])
        return false;
    for (size_t i = 0; i < HJ_COUNT(units); i++)
        if (strlen(units[i].name) == n && strncasecmp(s.p, units[i].name, n) == 0) {
            *out = v * units[i].factor;
            return true;
        }
    bool ems = n == 2 && strncasecmp(s.p, "em", 2) == 0;
    bool exes = n == 2 && strncasecmp(s.p, "ex", 2) == 0;
    if ((ems || exes) && em > 0) {
        *out = v * em * (exes ? 0.5 : 1);
        return true;
    }
    if (n == 1 && *s.p == '%' && whole >= 0) {
        *out = v * whole / 100;
        return true;
    }
    return false;
}

hj_matrix hj_matrix_multiply(const hj_matrix *m, const hj_matrix *n)
{
    return (hj_matrix){
        m->a * n->a + m->b * n->c,        m->a * n->b + m->b * n->d,
        m->c * n->a + m->d * n->c,        m->c * n->b + m->d * n->d,
        m->e * n->a + m->f * n->c + n->e, m->e * n->b + m->f * n->d + n->f,
    };
}

static bool one_transform(const char *name, size_t len, const double *v, int n, hj_matrix *m)
{
    static const double radian = 3.14159265358979323846 / 180;
    *m = (hj_matrix){1, 0, 0, 1, 0, 0};
    if (len == 6 && memcmp(name, "matrix", 6) == 0 && n == 6) {
        *m = (hj_matrix){v[0], v[1], v[2], v[3], v[4], v[5]};
    } else if (len == 9 && memcmp(name, "translate", 9) == 0 && (n == 1 || n == 2)) {
        m->e = v[0];
        m->f = n == 2 ? v[1] : 0;
    } else if (len == 5 && memcmp(name, "scale", 5) == 0 && (n == 1 || n == 2)) {
        m->a = v[0];
        m->d = n == 2 ? v[1] : v[0];
    } else if (len == 6 && memcmp(name, "rotate", 6) == 0 && (n == 1 || n == 3)) {
        double c = cos(v[0] * radian), s = sin(v[0] * radian);
        *m = (hj_matrix){c, s, -s, c, 0, 0};
        if (n == 3) {
            m->e = v[1] - c * v[1] + s * v[2];
            m->f = v[2] - s * v[1] - c * v[2];
        }
    } else if (len == 5 && memcmp(name, "skewX", 5) == 0 && n == 1) {
        m->c = tan(v[0] * radian);
    } else if (len == 5 && memcmp(name, "skewY", 5) == 0 && n == 1) {
        m->b = tan(v[0] * radian);
    } else {
        return false;
    }
    return true;
}

bool hj_svg_transform(const char *text, hj_matrix *out)
{
    hj_scan s = {text};
    *out = (hj_matrix){1, 0, 0, 1, 0, 0};
    for (hj_scan_comma(&s); *s.p; hj_scan_comma(&s)) {
        const char *name = s.p;
        size_t len = strspn(name, "abcdefghijklmnopqrstuvwxyzXY");
        s.p += len;
        hj_scan_space(&s);
        if (*s.p++ != '(')
            return false;
        double v[6];
        int n = 0;
        hj_scan_space(&s);
        while (*s.p != ')') {
            if (n == 6 || !hj_scan_number(&s, &v[n++]))
                return false;
            hj_scan_comma(&s);
        }
        s.p++;
        hj_matrix m;
        if (!one_transform(name, len, v, n, &m))
            return false;
        *out = hj_matrix_multiply(&m, out); /* the rightmost works first */
    }
    return true;
}

/* ---- properties ---- */

static const char *const bad_value = HJ_T("the value \"%.60s\" cannot be drawn");
static const char *const bad_paint =
    HJ_T("\"%.60s\" is no colour and no gradient or pattern of the drawing");
static const char *const bad_url =
    HJ_T("\"%.60s\" does not refer to an element of the drawing as url(#name)");

/* url(#name) at the beginning of *value, which is then moved past it. NULL when it is not there. */
static const char *take_url(const char **value, hj_arena *arena)
{
    const char *p = *value;
    if (strncasecmp(p, "url(", 4) != 0)
        return NULL;
    p += 4 + strspn(p + 4, " \t\r\n");
    char quote = *p == '"' || *p == '\'' ? *p++ : 0;
    if (*p != '#')
        return NULL;
    size_t n = strcspn(++p, quote ? quote == '"' ? "\"" : "'" : ") \t\r\n");
    const char *end = p + n + (quote && p[n] == quote);
    end += strspn(end, " \t\r\n");
    if (*end != ')' || !n)
        return NULL;
    *value = end + 1 + strspn(end + 1, " \t\r\n");
    return hj_arena_strndup(arena, p, n);
}

/* A reference to an element, or none. */
static const char *set_reference(const char *value, hj_arena *arena, const char **out)
{
    if (strcmp(value, "none") == 0) {
        *out = NULL;
        return NULL;
    }
    const char *id = take_url(&value, arena);
    if (!id || *value)
        return bad_url;
    *out = id;
    return NULL;
}

static const char *set_color(const char *value, hj_color *color, bool *is_current)
{
    bool current;
    if (!hj_svg_color(value, color, &current))
        return bad_paint;
    *is_current = current;
    return NULL;
}

/* A colour, or a gradient and perhaps a colour to take when it is not there. */
static const char *set_paint(const char *value, hj_color *color, bool *is_current,
                             const char **ref, hj_arena *arena)
{
    const char *id = take_url(&value, arena);
    *ref = id;
    if (!id || *value)
        return set_color(value, color, is_current);
    *color = 0;
    *is_current = false;
    return NULL;
}

static const char *set_opacity(const char *value, double *out)
{
    hj_scan s = {value};
    double v;
    if (!hj_scan_number(&s, &v))
        return bad_value;
    if (*s.p == '%') {
        v /= 100;
        s.p++;
    }
    if (*s.p)
        return bad_value;
    *out = v < 0 ? 0 : v > 1 ? 1 : v;
    return NULL;
}

static const char *set_length(const char *value, double em, bool negative, double *out)
{
    double v;
    if (!hj_svg_length(value, em, -1, &v) || (v < 0 && !negative))
        return bad_value;
    *out = v;
    return NULL;
}

static const char *set_word(const char *value, const char *const *words, int n, int *out)
{
    for (int i = 0; i < n; i++)
        if (strcmp(value, words[i]) == 0) {
            *out = i;
            return NULL;
        }
    return bad_value;
}

static const char *set_dashes(hj_svg_style *style, const char *value)
{
    hj_stroke *pen = &style->pen;
    double sum = 0;
    int n = 0;
    if (strcmp(value, "none") == 0) {
        pen->n_dash = 0;
        return NULL;
    }
    hj_scan s = {value};
    for (hj_scan_space(&s); *s.p; hj_scan_comma(&s)) {
        double v;
        if (n == 8 || !hj_scan_number(&s, &v) || v < 0)
            return bad_value;
        if (strncmp(s.p, "px", 2) == 0)
            s.p += 2;
        pen->dash[n++] = v;
        sum += v;
    }
    if (n % 2) { /* an odd list is used twice */
        if (n > 4)
            return bad_value;
        memcpy(pen->dash + n, pen->dash, (size_t)n * sizeof *pen->dash);
        n *= 2;
    }
    pen->n_dash = sum > 0 ? n : 0;
    return NULL;
}

static const char *set_weight(hj_svg_style *style, const hj_svg_style *parent, const char *value)
{
    double v;
    hj_scan s = {value};
    if (strcmp(value, "normal") == 0)
        style->weight = 400;
    else if (strcmp(value, "bold") == 0)
        style->weight = 700;
    else if (strcmp(value, "bolder") == 0)
        style->weight = parent->weight < 350 ? 400 : parent->weight < 550 ? 700 : 900;
    else if (strcmp(value, "lighter") == 0)
        style->weight = parent->weight < 550 ? 100 : parent->weight < 750 ? 400 : 700;
    else if (hj_scan_number(&s, &v) && !*s.p && v >= 1 && v <= 1000)
        style->weight = (int)v;
    else
        return bad_value;
    return NULL;
}

static const char *set_font_size(hj_svg_style *style, const hj_svg_style *parent,
                                 const char *value)
{
    static const struct {
        const char *name;
        double size; /* CSS 2.1, 15.7 */
    } words[] = {{"xx-small", 9}, {"x-small", 10}, {"small", 13}, {"medium", 16}, {"large", 18},
                 {"x-large", 24}, {"xx-large", 32}};
    double v;
    for (size_t i = 0; i < HJ_COUNT(words); i++)
        if (strcmp(value, words[i].name) == 0) {
            style->size = words[i].size;
            return NULL;
        }
    if (strcmp(value, "smaller") == 0 || strcmp(value, "larger") == 0)
        v = parent->size * (*value == 's' ? 1 / 1.2 : 1.2);
    else if (!hj_svg_length(value, parent->size, parent->size, &v) || v < 0)
        return bad_value;
    style->size = v;
    return NULL;
}

/* font: italic bold 12px/1.5 "Open Sans", sans-serif */
static const char *set_font(hj_svg_style *style, const hj_svg_style *parent, const char *value,
                            hj_arena *arena)
{
    style->weight = 400;
    style->italic = false;
    for (const char *p = value; *p;) {
        size_t n = strcspn(p, " \t\r\n");
        const char *word = hj_arena_strndup(arena, p, n);
        const char *rest = p + n + strspn(p + n, " \t\r\n");
        if (strcmp(word, "italic") == 0 || strcmp(word, "oblique") == 0) {
            style->italic = true;
        } else if (strcmp(word, "normal") != 0 && set_weight(style, parent, word) != NULL) {
            char *size = hj_arena_strndup(arena, word, strcspn(word, "/"));
            if (set_font_size(style, parent, size) != NULL || !*rest)
                return bad_value;
            style->family = hj_arena_strdup(arena, rest);
            return NULL;
        }
        p = rest;
    }
    return bad_value;
}

static const char *set_decoration(hj_svg_style *style, const char *value)
{
    static const struct {
        const char *word;
        uint8_t bit;
    } words[] = {{"none", 0}, {"underline", HJ_DECORATION_UNDERLINE},
                 {"overline", HJ_DECORATION_OVERLINE},
                 {"line-through", HJ_DECORATION_LINE_THROUGH}};
    for (size_t i = 0; i < HJ_COUNT(words); i++)
        if (strcmp(value, words[i].word) == 0) {
            style->decoration |= words[i].bit; /* those around it stay (CSS 2.1, 16.3.1) */
            return NULL;
        }
    return bad_value;
}

typedef enum {
    FILL, STROKE, COLOR, FILL_OPACITY, STROKE_OPACITY, OPACITY, FILL_RULE, STROKE_WIDTH, LINECAP,
    LINEJOIN, MITERLIMIT, DASHARRAY, DASHOFFSET, DISPLAY, VISIBILITY, FONT_FAMILY, FONT_SIZE,
    FONT_WEIGHT, FONT_STYLE, TEXT_ANCHOR, LETTER_SPACING, BASELINE, WHITE_SPACE, FONT,
    DECORATION, CLIP_PATH, CLIP_RULE, MARKER, MARKER_START, MARKER_MID, MARKER_END, STOP_COLOR,
    STOP_OPACITY, OVERFLOW_SHOWN,
    IGNORED, /* makes no difference to what is drawn here */
    ONLY /* accepted at its harmless value */
} property;

static const struct {
    const char *name;
    property property;
    const char *harmless; /* ONLY: words apart by | */
} properties[] = {
    {"fill", FILL, NULL}, {"stroke", STROKE, NULL}, {"color", COLOR, NULL},
    {"fill-opacity", FILL_OPACITY, NULL}, {"stroke-opacity", STROKE_OPACITY, NULL},
    {"opacity", OPACITY, NULL}, {"fill-rule", FILL_RULE, NULL},
    {"stroke-width", STROKE_WIDTH, NULL}, {"stroke-linecap", LINECAP, NULL},
    {"stroke-linejoin", LINEJOIN, NULL}, {"stroke-miterlimit", MITERLIMIT, NULL},
    {"stroke-dasharray", DASHARRAY, NULL}, {"stroke-dashoffset", DASHOFFSET, NULL},
    {"display", DISPLAY, NULL}, {"visibility", VISIBILITY, NULL},
    {"font-family", FONT_FAMILY, NULL}, {"font-size", FONT_SIZE, NULL},
    {"font-weight", FONT_WEIGHT, NULL}, {"font-style", FONT_STYLE, NULL},
    {"text-anchor", TEXT_ANCHOR, NULL}, {"letter-spacing", LETTER_SPACING, NULL},
    {"dominant-baseline", BASELINE, NULL}, {"white-space", WHITE_SPACE, NULL},
    {"font", FONT, NULL}, {"text-decoration", DECORATION, NULL},
    {"text-decoration-line", DECORATION, NULL}, {"clip-path", CLIP_PATH, NULL},
    {"clip-rule", CLIP_RULE, NULL}, {"marker", MARKER, NULL},
    {"marker-start", MARKER_START, NULL}, {"marker-mid", MARKER_MID, NULL},
    {"marker-end", MARKER_END, NULL}, {"stop-color", STOP_COLOR, NULL},
    {"stop-opacity", STOP_OPACITY, NULL}, {"overflow", OVERFLOW_SHOWN, NULL},
    {"shape-rendering", IGNORED, NULL},
    {"text-rendering", IGNORED, NULL}, {"image-rendering", IGNORED, NULL},
    {"color-rendering", IGNORED, NULL}, {"color-interpolation", IGNORED, NULL},
    {"color-interpolation-filters", IGNORED, NULL}, {"enable-background", IGNORED, NULL},
    {"isolation", IGNORED, NULL}, {"cursor", IGNORED, NULL},
    {"pointer-events", IGNORED, NULL}, {"line-height", IGNORED, NULL},
    {"text-align", IGNORED, NULL}, {"solid-color", IGNORED, NULL},
    {"solid-opacity", IGNORED, NULL}, {"flood-color", IGNORED, NULL},
    {"flood-opacity", IGNORED, NULL}, {"lighting-color", IGNORED, NULL},
    {"font-variant-ligatures", IGNORED, NULL}, {"transform-box", IGNORED, NULL},
    {"mask", ONLY, "none"}, {"filter", ONLY, "none"}, {"vector-effect", ONLY, "none"},
    {"color-profile", ONLY, "auto|sRGB"}, {"font-size-adjust", ONLY, "none"},
    {"glyph-orientation-horizontal", ONLY, "0|0deg"}, {"kerning", ONLY, "auto"},
    {"text-overflow", ONLY, "clip"}, {"unicode-bidi", ONLY, "normal"},
    {"font-synthesis", ONLY, "none"}, {"clip", ONLY, "auto"},
    {"paint-order", ONLY, "normal|fill|fill stroke|fill stroke markers"},
    {"mix-blend-mode", ONLY, "normal"},
    {"writing-mode", ONLY, "lr|lr-tb|horizontal-tb"}, {"direction", ONLY, "ltr"},
    {"font-variant", ONLY, "normal"}, {"font-stretch", ONLY, "normal"},
    {"font-feature-settings", ONLY, "normal"}, {"font-kerning", ONLY, "auto|normal"},
    {"word-spacing", ONLY, "normal|0|0px"}, {"text-indent", ONLY, "0|0px"},
    {"text-transform", ONLY, "none"}, {"baseline-shift", ONLY, "baseline|0"},
    {"alignment-baseline", ONLY, "auto|baseline|alphabetic"},
};

static const char *only(const char *harmless, const char *value)
{
    size_t n = strlen(value);
    for (const char *p = harmless; *p;) {
        size_t word = strcspn(p, "|");
        if (word == n && memcmp(p, value, n) == 0)
            return NULL;
        p += word + (p[word] == '|');
    }
    return bad_value;
}

static void inherit(hj_svg_style *style, const hj_svg_style *parent, property p)
{
    switch (p) { /* the rest were inherited when the style was copied */
    case OPACITY: style->opacity = parent->opacity; break;
    case CLIP_PATH: style->clip = parent->clip; break;
    case STOP_COLOR: style->stop_color = parent->stop_color; break;
    case STOP_OPACITY: style->stop_opacity = parent->stop_opacity; break;
    case OVERFLOW_SHOWN: style->shown_over = parent->shown_over; break;
    case DISPLAY: style->absent = parent->absent; break;
    default: break;
    }
}

static const char *set(hj_svg_style *style, const hj_svg_style *parent, property p,
                       const char *value, hj_arena *arena)
{
    static const char *const rules[] = {"nonzero", "evenodd"};
    static const char *const caps[] = {"butt", "round", "square"};
    static const char *const joins[] = {"miter", "round", "bevel"};
    static const char *const sights[] = {"visible", "hidden", "collapse"};
    static const char *const slants[] = {"normal", "italic", "oblique"};
    static const char *const anchors[] = {"start", "middle", "end"};
    static const char *const lines[] = {"auto", "alphabetic", "middle", "central", "hanging",
                                        "text-before-edge", "text-after-edge", "text-top",
                                        "text-bottom"};
    static const hj_text_line line_of[] = {
        HJ_LINE_ALPHABETIC, HJ_LINE_ALPHABETIC, HJ_LINE_MIDDLE, HJ_LINE_CENTRAL, HJ_LINE_HANGING,
        HJ_LINE_BEFORE, HJ_LINE_AFTER, HJ_LINE_BEFORE, HJ_LINE_AFTER};
    static const char *const spaces[] = {"normal", "pre"};
    const char *wrong = NULL;
    int word = 0;
    switch (p) {
    case FILL:
        return set_paint(value, &style->fill, &style->fill_is_color, &style->fill_ref, arena);
    case STROKE:
        return set_paint(value, &style->stroke, &style->stroke_is_color, &style->stroke_ref,
                         arena);
    case STOP_COLOR: return set_color(value, &style->stop_color, &style->stop_is_color);
    case STOP_OPACITY: return set_opacity(value, &style->stop_opacity);
    case CLIP_PATH: return set_reference(value, arena, &style->clip);
    case CLIP_RULE:
        wrong = set_word(value, rules, 2, &word);
        style->clip_even_odd = word;
        return wrong;
    case MARKER:
        wrong = set_reference(value, arena, &style->marker[0]);
        style->marker[1] = style->marker[2] = style->marker[0];
        return wrong;
    case MARKER_START:
    case MARKER_MID:
    case MARKER_END: return set_reference(value, arena, &style->marker[p - MARKER_START]);
    case OVERFLOW_SHOWN:
        style->shown_over = strcmp(value, "visible") == 0 || strcmp(value, "auto") == 0;
        return NULL;
    case FONT: return set_font(style, parent, value, arena);
    case DECORATION: return set_decoration(style, value);
    case COLOR: {
        bool current = false;
        wrong = set_color(value, &style->color, &current);
        return wrong;
    }
    case FILL_OPACITY: return set_opacity(value, &style->fill_opacity);
    case STROKE_OPACITY: return set_opacity(value, &style->stroke_opacity);
    case OPACITY: return set_opacity(value, &style->opacity);
    case FILL_RULE:
        wrong = set_word(value, rules, 2, &word);
        style->even_odd = word;
        return wrong;
    case STROKE_WIDTH: return set_length(value, style->size, false, &style->pen.width);
    case LINECAP:
        wrong = set_word(value, caps, 3, &word);
        style->pen.cap = (uint8_t)word;
        return wrong;
    case LINEJOIN:
        wrong = set_word(value, joins, 3, &word);
        style->pen.join = (uint8_t)word;
        return wrong;
    case MITERLIMIT: {
        hj_scan s = {value};
        double v;
        if (!hj_scan_number(&s, &v) || *s.p || v < 1)
            return bad_value;
        style->pen.miter_limit = v;
        return NULL;
    }
    case DASHARRAY: return set_dashes(style, value);
    case DASHOFFSET: return set_length(value, style->size, true, &style->pen.dash_offset);
    case DISPLAY: style->absent = strcmp(value, "none") == 0; return NULL;
    case VISIBILITY:
        wrong = set_word(value, sights, 3, &word);
        style->hidden = word > 0;
        return wrong;
    case FONT_FAMILY: style->family = hj_arena_strdup(arena, value); return NULL;
    case FONT_SIZE: return set_font_size(style, parent, value);
    case FONT_WEIGHT: return set_weight(style, parent, value);
    case FONT_STYLE:
        wrong = set_word(value, slants, 3, &word);
        style->italic = word > 0;
        return wrong;
    case TEXT_ANCHOR:
        wrong = set_word(value, anchors, 3, &word);
        style->anchor = (hj_anchor)word;
        return wrong;
    case LETTER_SPACING:
        if (strcmp(value, "normal") == 0) {
            style->letter_spacing = 0;
            return NULL;
        }
        return set_length(value, style->size, true, &style->letter_spacing);
    case BASELINE:
        wrong = set_word(value, lines, (int)HJ_COUNT(lines), &word);
        style->line = line_of[word];
        return wrong;
    case WHITE_SPACE:
        wrong = set_word(value, spaces, 2, &word);
        style->preserve_space = word == 1;
        return wrong;
    case IGNORED:
    case ONLY: return NULL;
    }
    return NULL;
}

const char *hj_svg_set(hj_svg_style *style, const hj_svg_style *parent, const char *name,
                       const char *value, hj_arena *arena, bool *known)
{
    *known = true;
    if (strncmp(name, "-inkscape-", 10) == 0 || strncmp(name, "--", 2) == 0)
        return NULL;
    for (size_t i = 0; i < HJ_COUNT(properties); i++) {
        if (strcmp(name, properties[i].name) != 0)
            continue;
        property p = properties[i].property;
        if (p == IGNORED)
            return NULL;
        if (strcmp(value, "inherit") == 0) {
            inherit(style, parent, p);
            return NULL;
        }
        return p == ONLY ? only(properties[i].harmless, value)
                         : set(style, parent, p, value, arena);
    }
    *known = false;
    return NULL;
}
