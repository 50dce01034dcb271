/* Marks: text, lines, boxes, patterns and symbols, each for the cell it stands for.
 *
 * The hard idea: a pattern is plain lines cut to its box by arithmetic, all counted from the
 * drawing's corner, so that neighbouring boxes share one grain and no canvas needs to know what a
 * pattern is. Solid, hatched, dotted and crossed are told apart in grey print and by any eye. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "diagram/internal.h"

static hj_mark *mark(hj_draw *w, int kind, hj_color color)
{
    hj_mark *m = HJ_NEW(w->arena, hj_mark);
    m->kind = kind;
    m->cell = w->cell;
    m->color = color;
    if (w->last)
        w->last->next = m;
    else
        w->first = m;
    w->last = m;
    w->n++;
    return m;
}

static hj_len length(double v)
{
    return !(v > -1e9) ? -1000000000 : v > 1e9 ? 1000000000 : (hj_len)lround(v);
}

/* ---- text ---- */

static int shape(hj_draw *w, const hj_pen_font *font, const char *text, const hj_run **runs)
{
    *runs = NULL;
    if (!*text || !font->font)
        return 0;
    return hj_text_shape(w->style->fonts, font->font, w->style->lang, text, strlen(text),
                         w->d->place, w->arena, runs, w->diags);
}

double hj_draw_width(hj_draw *w, const hj_pen_font *font, const char *text)
{
    const hj_run *runs;
    int n = shape(w, font, text, &runs);
    double width = 0;
    for (int i = 0; i < n; i++)
        width += runs[i].width * font->size / 1000;
    return width;
}

static bool continues(char c)
{
    return ((unsigned char)c & 0xc0) == 0x80;
}

/* Where the pen is before each byte, from one shaping of the whole. */
static double *pen_at(hj_draw *w, const hj_pen_font *font, const char *text, size_t n)
{
    double *at = HJ_ARRAY(w->arena, n + 1, double), x = 0;
    const hj_run *runs;
    int count = shape(w, font, text, &runs);
    size_t done = 0, base = 0;
    for (int i = 0; i < count; i++) {
        for (uint32_t g = 0; g < runs[i].n_glyphs; g++) {
            size_t byte = base + runs[i].glyphs[g].cluster;
            for (; done <= byte && done <= n; done++)
                at[done] = x;
            x += runs[i].glyphs[g].advance * font->size / 1000;
        }
        base += runs[i].text_len;
    }
    for (; done <= n; done++)
        at[done] = x;
    return at;
}

hj_label hj_draw_wrap(hj_draw *w, const hj_pen_font *font, const char *text, double width)
{
    hj_label out = {0};
    size_t n;
    n = strlen(text);
    text = hj_text_nfc(w->arena, text, &n); /* so that glyphs and bytes agree */
    if (!n)
        return out;
    double *at = pen_at(w, font, text, n);
    width += 20; /* what was measured to fit does, however its sum was rounded */
    uint8_t *breaks = HJ_ARRAY(w->arena, n + 1, uint8_t);
    hj_text_breaks(text, n, w->style->lang, breaks);
    out.lines = HJ_ARRAY(w->arena, n + 1, const char *);
    for (size_t from = 0; from < n;) {
        size_t cut = 0, end = from;
        for (size_t i = from; i < n; i++) {
            bool last = i + 1 == n;
            if (!last && (continues(text[i + 1]) || breaks[i] == HJ_BREAK_NO))
                continue;
            size_t visible = i + 1;
            while (visible > from && text[visible - 1] == ' ')
                visible--;
            if (cut && at[visible] - at[from] > width)
                break;
            if (at[visible] - at[from] > width)
                break;
            cut = i + 1;
            end = visible;
        }
        if (!cut) { /* a word wider than the line */
            cut = from + 1;
            while (cut < n && (continues(text[cut]) || at[cut + 1] - at[from] <= width))
                cut++;
            while (cut < n && continues(text[cut]))
                cut++;
            end = cut;
        }
        /* The blank that the line was broken at stays, unseen: words are copied as words. */
        out.lines[out.n++] = hj_arena_strndup(w->arena, text + from,
                                              end - from + (end < cut && text[end] == ' '));
        double wide = at[end] - at[from];
        out.width = wide > out.width ? wide : out.width;
        from = cut;
    }
    out.height = out.n * font->leading;
    return out;
}

double hj_draw_middle(const hj_pen_font *font, double y)
{
    return y + font->cap / 2;
}

void hj_draw_text(hj_draw *w, const hj_pen_font *font, const char *text, double x, double y,
                  hj_side side, hj_color color)
{
    const hj_run *runs;
    int n = shape(w, font, text, &runs);
    double width = 0;
    for (int i = 0; i < n; i++)
        width += runs[i].width * font->size / 1000;
    size_t len = strlen(text);
    if (n && len && text[len - 1] == ' ') /* nothing to see, nothing to align */
        width -= runs[n - 1].glyphs[runs[n - 1].n_glyphs - 1].advance * font->size / 1000;
    x -= side == HJ_RIGHT ? width : side == HJ_CENTER ? width / 2 : 0;
    for (int i = 0; i < n; i++) {
        hj_mark *m = mark(w, HJ_MARK_TEXT, color);
        m->run = &runs[i];
        m->x = length(x);
        m->y = length(y);
        m->size = length(font->size);
        x += runs[i].width * font->size / 1000;
    }
}

void hj_draw_label(hj_draw *w, const hj_pen_font *font, const hj_label *label, double x, double y,
                   hj_side side, hj_color color)
{
    double base = hj_draw_middle(font, y + font->leading / 2);
    for (int i = 0; i < label->n; i++)
        hj_draw_text(w, font, label->lines[i], x, base + i * font->leading, side, color);
}

/* ---- shapes ---- */

typedef struct shape_pen { /* a path being made; memory is the arena's, doubled when full */
    hj_draw *w;
    uint8_t *ops;
    double *xy;
    size_t n, n_xy, cap;
} shape_pen;

static void point(shape_pen *p, uint8_t op, const double *xy, int n)
{
    if (p->n + 1 > p->cap) {
        size_t cap = p->cap ? p->cap * 2 : 16;
        uint8_t *ops = HJ_ARRAY(p->w->arena, cap, uint8_t);
        double *points = HJ_ARRAY(p->w->arena, cap * 6, double);
        if (p->n) {
            memcpy(ops, p->ops, p->n);
            memcpy(points, p->xy, p->n_xy * sizeof *points);
        }
        p->ops = ops;
        p->xy = points;
        p->cap = cap;
    }
    p->ops[p->n++] = op;
    for (int i = 0; i < 2 * n; i++)
        p->xy[p->n_xy++] = xy[i];
}

static void to(shape_pen *p, uint8_t op, double x, double y)
{
    const double xy[] = {x, y};
    point(p, op, xy, op == HJ_CLOSE ? 0 : 1);
}

static void fill(shape_pen *p, hj_color color)
{
    if (p->n && (color & 0xff))
        mark(p->w, HJ_MARK_FILL, color)->path = (hj_path){p->ops, p->xy, p->n};
}

static hj_mark *stroke(shape_pen *p, double width, hj_color color)
{
    if (!p->n || !(color & 0xff) || width <= 0)
        return HJ_NEW(p->w->arena, hj_mark); /* belongs to no drawing */
    hj_mark *m = mark(p->w, HJ_MARK_STROKE, color);
    m->path = (hj_path){p->ops, p->xy, p->n};
    m->pen = (hj_stroke){.width = width, .miter_limit = 10};
    return m;
}

static void set_dash(hj_mark *m, const double *dash, int n)
{
    if (!n)
        return;
    memcpy(m->pen.dash, dash, (size_t)n * sizeof *dash);
    m->pen.n_dash = n;
}

void hj_draw_line(hj_draw *w, double x1, double y1, double x2, double y2, double width,
                  hj_color color, const double *dash, int n_dash)
{
    const double xy[] = {x1, y1, x2, y2};
    hj_draw_polyline(w, xy, 2, width, color, dash, n_dash);
}

void hj_draw_polyline(hj_draw *w, const double *xy, int n, double width, hj_color color,
                      const double *dash, int n_dash)
{
    shape_pen p = {.w = w};
    for (int i = 0; i < n; i++)
        to(&p, i ? HJ_LINE : HJ_MOVE, xy[2 * i], xy[2 * i + 1]);
    hj_mark *m = stroke(&p, width, color);
    m->pen.join = 1;
    set_dash(m, dash, n_dash);
}

static shape_pen box(hj_draw *w, double x, double y, double width, double height)
{
    shape_pen p = {.w = w};
    to(&p, HJ_MOVE, x, y);
    to(&p, HJ_LINE, x + width, y);
    to(&p, HJ_LINE, x + width, y + height);
    to(&p, HJ_LINE, x, y + height);
    to(&p, HJ_CLOSE, 0, 0);
    return p;
}

void hj_draw_box(hj_draw *w, double x, double y, double width, double height, hj_color color)
{
    shape_pen p = box(w, x, y, width, height);
    if (width > 0 && height > 0)
        fill(&p, color);
}

void hj_draw_frame(hj_draw *w, double x, double y, double width, double height, double line,
                   hj_color color)
{
    double in = line / 2; /* the line lies within the box */
    if (width <= line || height <= line) {
        hj_draw_box(w, x, y, width, height, color);
        return;
    }
    shape_pen p = box(w, x + in, y + in, width - line, height - line);
    stroke(&p, line, color);
}

/* The stretch of the line a·x + b·y = c (a, b in -1, 0, 1) inside the box. */
static bool cut_line(double x0, double y0, double x1, double y1, int a, int b, double c,
                     double xy[4])
{
    if (b == 0) {
        xy[0] = xy[2] = c / a;
        xy[1] = y0;
        xy[3] = y1;
        return xy[0] > x0 && xy[0] < x1;
    }
    if (a == 0) {
        xy[1] = xy[3] = c / b;
        xy[0] = x0;
        xy[2] = x1;
        return xy[1] > y0 && xy[1] < y1;
    }
    /* y = (c - a x) / b, with a and b of size 1 */
    double low = x0, high = x1;
    double at_top = (c - b * y0) / a, at_foot = (c - b * y1) / a;
    double first = at_top < at_foot ? at_top : at_foot, last = at_top < at_foot ? at_foot : at_top;
    low = first > low ? first : low;
    high = last < high ? last : high;
    if (high - low < 1)
        return false;
    xy[0] = low;
    xy[1] = (c - a * low) / b;
    xy[2] = high;
    xy[3] = (c - a * high) / b;
    return true;
}

enum { MOST_LINES = 1500 };

static void hatch(shape_pen *p, double x, double y, double width, double height, int a, int b,
                  double step)
{
    double corners[] = {a * x + b * y, a * (x + width) + b * y, a * x + b * (y + height),
                        a * (x + width) + b * (y + height)};
    double low = corners[0], high = corners[0], xy[4];
    for (int i = 1; i < 4; i++) {
        low = corners[i] < low ? corners[i] : low;
        high = corners[i] > high ? corners[i] : high;
    }
    while ((high - low) / step > MOST_LINES)
        step *= 2;
    for (double k = ceil(low / step); k * step < high; k++)
        if (cut_line(x, y, x + width, y + height, a, b, k * step, xy)) {
            to(p, HJ_MOVE, xy[0], xy[1]);
            to(p, HJ_LINE, xy[2], xy[3]);
        }
}

static void dots(hj_draw *w, double x, double y, double width, double height, hj_color color)
{
    double step = 2900, r = 750;
    while (width / step * (height / step) > 4 * MOST_LINES) {
        step *= 2;
        r *= 2;
    }
    shape_pen p = {.w = w};
    for (double j = ceil((y + r) / step); j * step <= y + height - r; j++)
        for (double i = ceil((x + r) / step); i * step <= x + width - r; i++) {
            double cx = (i + (fmod(j, 2) != 0 ? 0.5 : 0)) * step, cy = j * step;
            if (cx > x + width - r)
                continue;
            to(&p, HJ_MOVE, cx - r, cy);
            to(&p, HJ_LINE, cx, cy - r);
            to(&p, HJ_LINE, cx + r, cy);
            to(&p, HJ_LINE, cx, cy + r);
            to(&p, HJ_CLOSE, 0, 0);
        }
    fill(&p, color);
}

void hj_draw_pattern(hj_draw *w, double x, double y, double width, double height, int pattern,
                     hj_color color)
{
    static const struct { int8_t a, b, c, d; int16_t step, line; } kinds[HJ_MAX_SERIES] = {
        {0}, {1, 1, 0, 0, 4200, 1300}, {0}, {1, -1, 1, 1, 4600, 600}, {0, 1, 0, 0, 2800, 900},
        {1, -1, 0, 0, 6400, 700}, {1, 0, 0, 0, 2800, 900}, {0},
    };
    if (width <= 0 || height <= 0)
        return;
    pattern &= HJ_MAX_SERIES - 1;
    if (pattern == 0) {
        hj_draw_box(w, x, y, width, height, color);
        return;
    }
    hj_draw_box(w, x, y, width, height, HJ_WHITE);
    if (pattern == 2) {
        dots(w, x, y, width, height, color);
    } else if (kinds[pattern].step) {
        shape_pen p = {.w = w};
        hatch(&p, x, y, width, height, kinds[pattern].a, kinds[pattern].b, kinds[pattern].step);
        if (kinds[pattern].c)
            hatch(&p, x, y, width, height, kinds[pattern].c, kinds[pattern].d,
                  kinds[pattern].step);
        stroke(&p, kinds[pattern].line, color);
    }
    hj_draw_frame(w, x, y, width, height, 900, color);
}

void hj_draw_circle(hj_draw *w, double x, double y, double r, hj_color inside, hj_color around,
                    double line, bool dashed)
{
    const double k = r * 0.5522847498;
    const double curves[4][6] = {{x + r, y + k, x + k, y + r, x, y + r},
                                 {x - k, y + r, x - r, y + k, x - r, y},
                                 {x - r, y - k, x - k, y - r, x, y - r},
                                 {x + k, y - r, x + r, y - k, x + r, y}};
    shape_pen p = {.w = w};
    to(&p, HJ_MOVE, x + r, y);
    for (int i = 0; i < 4; i++)
        point(&p, HJ_CURVE, curves[i], 3);
    to(&p, HJ_CLOSE, 0, 0);
    fill(&p, inside);
    const double dash[] = {2000, 1500};
    if (around & 0xff)
        set_dash(stroke(&p, line, around), dash, dashed ? 2 : 0);
}

void hj_draw_polygon(hj_draw *w, const double *xy, int n, hj_color inside, hj_color around,
                     double line)
{
    shape_pen p = {.w = w};
    for (int i = 0; i < n; i++)
        to(&p, i ? HJ_LINE : HJ_MOVE, xy[2 * i], xy[2 * i + 1]);
    to(&p, HJ_CLOSE, 0, 0);
    fill(&p, inside);
    if (around & 0xff)
        stroke(&p, line, around);
}

void hj_draw_diamond(hj_draw *w, double x, double y, double r, bool filled, hj_color color)
{
    const double xy[] = {x, y - r, x + r, y, x, y + r, x - r, y};
    hj_draw_polygon(w, xy, 4, filled ? color : HJ_WHITE, color, 1100);
}

/* Circle, square, triangle, diamond: filled, then open. */
void hj_draw_symbol(hj_draw *w, double x, double y, double r, int which, hj_color color)
{
    hj_color inside = which & 4 ? HJ_WHITE : color;
    const double s = r * 0.9, t = r * 1.15;
    const double square[] = {x - s, y - s, x + s, y - s, x + s, y + s, x - s, y + s};
    const double triangle[] = {x, y - t, x + t, y + t * 0.8, x - t, y + t * 0.8};
    const double diamond[] = {x, y - 1.2 * r, x + 1.2 * r, y, x, y + 1.2 * r, x - 1.2 * r, y};
    switch (which & 3) {
    case 0: hj_draw_circle(w, x, y, r, inside, color, 900, false); break;
    case 1: hj_draw_polygon(w, square, 4, inside, color, 900); break;
    case 2: hj_draw_polygon(w, triangle, 3, inside, color, 900); break;
    case 3: hj_draw_polygon(w, diamond, 4, inside, color, 900); break;
    }
}

void hj_draw_light(hj_draw *w, double x, double y, double size, hj_state state)
{
    double r = size / 2, s = r * 0.88;
    const double triangle[] = {x, y - r, x + r * 1.08, y + r * 0.86, x - r * 1.08, y + r * 0.86};
    switch (state) {
    case HJ_STATE_GREEN: hj_draw_circle(w, x, y, r * 0.95, 0x2f7d43ff, HJ_CLEAR, 0, false); break;
    case HJ_STATE_YELLOW: hj_draw_polygon(w, triangle, 3, 0xb97a00ff, HJ_CLEAR, 0); break;
    case HJ_STATE_RED: hj_draw_box(w, x - s, y - s, 2 * s, 2 * s, 0x8a2b1dff); break;
    case HJ_STATE_NONE: hj_draw_circle(w, x, y, r * 0.85, HJ_WHITE, 0x4d5a61ff, 1100, true); break;
    }
}

void hj_draw_arrow(hj_draw *w, double x1, double y1, double x2, double y2, double line,
                   hj_color color)
{
    double dx = x2 - x1, dy = y2 - y1, size = hypot(dx, dy), head = 5200;
    if (size < 1)
        return;
    if (head > size)
        head = size;
    dx /= size;
    dy /= size;
    double bx = x2 - dx * head, by = y2 - dy * head, aside = head * 0.42;
    const double xy[] = {x2, y2, bx - dy * aside, by + dx * aside, bx + dy * aside,
                         by - dx * aside};
    if (size > head)
        hj_draw_line(w, x1, y1, bx, by, line, color, NULL, 0);
    hj_draw_polygon(w, xy, 3, color, HJ_CLEAR, 0);
}

/* ---- what every diagram has ---- */

void hj_draw_heads(hj_draw *w, double x1, double y1, double x2, double y2, double width,
                   hj_color color, int from, int to)
{
    int n = to - from + 1;
    for (int i = 0; i < n; i++) {
        double a = (double)i / n, b = (double)(i + 1) / n;
        w->cell = from + i; /* the head is row 0 */
        hj_draw_line(w, x1 + (x2 - x1) * a, y1 + (y2 - y1) * a, x1 + (x2 - x1) * b,
                     y1 + (y2 - y1) * b, width, color, NULL, 0);
    }
    w->cell = HJ_DIAGRAM_FIGURE;
}

double hj_flow_entry(hj_flow *f, const char *text, double before, hj_color color, double *middle)
{
    hj_draw *w = f->w;
    double width = hj_draw_width(w, &w->plain, text);
    if (f->x > 0 && f->x + before + width > w->width) {
        f->x = 0;
        f->y += w->plain.leading;
    }
    hj_label label = hj_draw_wrap(w, &w->plain, text, w->width - before);
    double at = f->x;
    *middle = f->y + w->plain.leading / 2;
    hj_draw_label(w, &w->plain, &label, f->x + before, f->y, HJ_LEFT, color);
    f->x += before + label.width + 14000;
    if (label.n > 1) {
        f->y += (label.n - 1) * w->plain.leading;
        f->x = w->width;
    }
    return at;
}

double hj_flow_end(const hj_flow *f)
{
    return f->x > 0 ? f->y + f->w->plain.leading : f->y;
}

void hj_draw_rows(hj_draw *w, int n, int *from, int *to)
{
    w->rows = n;
    *from = w->to ? w->from : 0;
    *to = w->to && w->to < n ? w->to : n;
}

double hj_draw_title(hj_draw *w)
{
    if (!w->d->title || w->from)
        return 0;
    hj_label label = hj_draw_wrap(w, &w->bold, w->d->title, w->width);
    w->cell = HJ_DIAGRAM_CAPTION;
    hj_draw_label(w, &w->bold, &label, 0, 0, HJ_LEFT, w->ink);
    w->cell = HJ_DIAGRAM_FIGURE;
    return label.height + 5000;
}

void hj_draw_nothing(hj_draw *w, double y)
{
    double height = 40000;
    w->cell = HJ_DIAGRAM_FIGURE;
    hj_draw_frame(w, 0, y, w->width, height, 500, w->grid);
    hj_draw_text(w, &w->plain, hj_word(w->d->lang, "none"), w->width / 2,
                 hj_draw_middle(&w->plain, y + height / 2), HJ_CENTER, w->muted);
    w->height = y + height;
}

static hj_pen_font pick(const hj_diagram_style *style, int weight, double size, hj_diags *diags)
{
    hj_pen_font f = {.size = size, .leading = size * 1.3};
    f.font = hj_fonts_select(style->fonts, style->family, weight, false, diags);
    if (!f.font)
        return f;
    const hj_font_metrics *m = hj_font_get_metrics(f.font);
    f.ascent = m->ascender * size / 1000;
    f.descent = -m->descender * size / 1000;
    f.cap = m->cap_height * size / 1000;
    return f;
}

hj_len hj_diagram_natural_width(const hj_diagram *d)
{
    switch (d->kind) {
    case HJ_D_LIGHTS: return HJ_PT(90) * (d->n_lights < 1 ? 1 : d->n_lights > 5 ? 5 : d->n_lights);
    case HJ_D_MATRIX: return d->list && d->n_risks ? HJ_PT(420) : HJ_PT(240);
    default: return HJ_PT(420);
    }
}

hj_len hj_diagram_least_width(const hj_diagram *d)
{
    switch (d->kind) {
    case HJ_D_LIGHTS: return HJ_PT(60);
    case HJ_D_MATRIX: return HJ_PT(120);
    default: return HJ_PT(100);
    }
}

const hj_drawing *hj_diagram_draw(const hj_diagram *d, const hj_diagram_style *style,
                                  hj_len width, int from, int to, hj_arena *arena,
                                  hj_diags *diags)
{
    static void (*const kinds[])(hj_draw *) = {
        hj_xy_draw, hj_xy_draw, hj_timeline_draw, hj_matrix_draw, hj_lights_draw, hj_progress_draw,
    };
    hj_len least = hj_diagram_least_width(d);
    double size = style->size * 0.88;
    hj_draw w = {.d = d, .style = style, .arena = arena, .diags = diags,
                 .width = width > least ? width : least, .ink = style->ink, .muted = 0x46535aff,
                 .grid = 0xd3dadeff, .axis = 0x5a6870ff, .cell = HJ_DIAGRAM_FIGURE, .from = from,
                 .to = to};
    size = size < 7500 ? 7500 : size > 40000 ? 40000 : floor(size / 100 + 0.5) * 100;
    w.plain = pick(style, 400, size, diags);
    w.bold = pick(style, 600, size, diags);
    kinds[d->kind](&w);
    hj_drawing *out = HJ_NEW(arena, hj_drawing);
    out->width = length(w.width);
    out->height = length(w.height > 1000 ? ceil(w.height) : 1000);
    out->rows = w.rows;
    out->first = w.first;
    out->n = w.n;
    return out;
}

/* ---- the table ---- */

void hj_table_new(hj_diagram *d, int rows, int columns)
{
    d->data = (hj_diagram_table){.caption = d->title, .rows = rows, .columns = columns};
    d->data.cells = HJ_ARRAY(d->arena, (size_t)rows * (size_t)columns, const char *);
    for (int i = 0; i < rows * columns; i++)
        d->data.cells[i] = "";
}

void hj_table_set(hj_diagram *d, int row, int column, const char *text)
{
    d->data.cells[row * d->data.columns + column] = text;
}

const hj_diagram_table *hj_diagram_data(const hj_diagram *d)
{
    return &d->data;
}

bool hj_diagram_wants_table(const hj_diagram *d)
{
    return d->table && d->data.rows > 1;
}
