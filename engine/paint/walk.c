/* The walk: every area becomes canvas calls, after the canvas has been told what it belongs to.
 *
 * The hard idea: styles are decided here, once, so that both canvases draw the same geometry. A
 * border that is dashed, dotted or double reaches a canvas as plain paths. */
#include <math.h>
#include <string.h>

#include "diagram/diagram.h"
#include "paint/internal.h"

typedef struct walk {
    const hj_areas *areas;
    hj_pictures *pictures;
    hj_canvas *canvas;
    hj_arena *arena;
    hj_diags *diags;
    const hj_tag *tag;
    hj_artifact artifact;
    bool marked; /* the canvas knows tag and artifact */
    bool failed;
} walk;

static const uint8_t rectangle_ops[] = {HJ_MOVE, HJ_LINE, HJ_LINE, HJ_LINE, HJ_CLOSE};

static void rectangle(double xy[8], hj_path *path, double x, double y, double w, double h)
{
    const double corners[8] = {x, y, x + w, y, x + w, y + h, x, y + h};
    memcpy(xy, corners, sizeof corners);
    *path = (hj_path){rectangle_ops, xy, sizeof rectangle_ops};
}

static void fill_rectangle(walk *w, double x, double y, double width, double height,
                           hj_color color)
{
    double xy[8];
    hj_path path;
    rectangle(xy, &path, x, y, width, height);
    w->canvas->fill(w->canvas, &path, false, color);
}

/* A line of the given thickness; solid ones along an axis are filled, which every reader draws
 * with straight ends. */
static void straight(walk *w, double x, double y, double dx, double dy, double thickness,
                     hj_color color)
{
    if (dy == 0) {
        fill_rectangle(w, x, y - thickness / 2, dx, thickness, color);
    } else if (dx == 0) {
        fill_rectangle(w, x - thickness / 2, y, thickness, dy, color);
    } else {
        static const uint8_t ops[] = {HJ_MOVE, HJ_LINE};
        const double xy[4] = {x, y, x + dx, y + dy};
        const hj_path path = {ops, xy, 2};
        const hj_stroke pen = {.width = thickness, .miter_limit = 10};
        w->canvas->stroke(w->canvas, &path, &pen, color);
    }
}

/* Dashes three thick with gaps of two, dots one thick with gaps of one, stretched so that the line
 * begins and ends with ink. */
static void patterned(walk *w, double x, double y, double dx, double dy, double thickness,
                      bool dots, hj_color color)
{
    static const uint8_t ops[] = {HJ_MOVE, HJ_LINE};
    double length = hypot(dx, dy), on = dots ? 0 : 3 * thickness, off = 2 * thickness;
    hj_stroke pen = {.width = thickness, .miter_limit = 10, .cap = dots ? 1 : 0};
    double inset = dots ? thickness / 2 : 0; /* a dot is the round cap of a dash of no length */
    double room = length - 2 * inset - on;
    double count = floor(room / (on + off) + 0.5);
    if (length <= thickness || count < 1) {
        straight(w, x, y, dx, dy, thickness, color);
        return;
    }
    double gap = room / count - on;
    pen.dash[0] = on;
    pen.dash[1] = gap;
    pen.n_dash = 2;
    double ux = dx / length, uy = dy / length;
    const double xy[4] = {x + ux * inset, y + uy * inset,
                          /* a hair longer, so that rounding cannot lose the last dash */
                          x + dx - ux * inset * 0.98, y + dy - uy * inset * 0.98};
    const hj_path path = {ops, xy, 2};
    w->canvas->stroke(w->canvas, &path, &pen, color);
}

static void rule(walk *w, const hj_area *a)
{
    double thickness = a->u.rule.thickness, x = a->x, y = a->y, dx = a->w, dy = a->h;
    if (thickness <= 0 || (dx == 0 && dy == 0))
        return;
    switch (a->u.rule.style) {
    case HJ_BORDER_NONE:
    case HJ_BORDER_HIDDEN:
        return;
    case HJ_BORDER_SOLID:
        straight(w, x, y, dx, dy, thickness, a->color);
        return;
    case HJ_BORDER_DASHED:
    case HJ_BORDER_DOTTED:
        patterned(w, x, y, dx, dy, thickness, a->u.rule.style == HJ_BORDER_DOTTED, a->color);
        return;
    case HJ_BORDER_DOUBLE: {
        double length = hypot(dx, dy), aside = thickness / 3;
        double nx = -dy / length * aside, ny = dx / length * aside;
        straight(w, x + nx, y + ny, dx, dy, thickness / 3, a->color);
        straight(w, x - nx, y - ny, dx, dy, thickness / 3, a->color);
        return;
    }
    }
}

static void mark(walk *w, const hj_area *a)
{
    if (w->marked && w->tag == a->tag && (a->tag || w->artifact == a->artifact))
        return;
    w->canvas->mark(w->canvas, a->tag, a->artifact);
    w->tag = a->tag;
    w->artifact = a->artifact;
    w->marked = true;
}

/* The matrix first: the clip rectangle stands in the coordinates of what it cuts. */
static void begin_group(walk *w, const hj_area *a)
{
    hj_canvas *c = w->canvas;
    c->save(c);
    const hj_matrix m = {a->u.save.a / 1000.0, a->u.save.b / 1000.0, a->u.save.c / 1000.0,
                         a->u.save.d / 1000.0, a->u.save.e, a->u.save.f};
    bool none = m.a == 0 && m.b == 0 && m.c == 0 && m.d == 0;
    if (!none && (m.a != 1 || m.b != 0 || m.c != 0 || m.d != 1 || m.e != 0 || m.f != 0))
        c->transform(c, &m);
    if (a->u.save.clip) {
        double xy[8];
        hj_path path;
        rectangle(xy, &path, a->x, a->y, a->w, a->h);
        c->clip(c, &path, false);
    }
}

static void picture(walk *w, const hj_area *a)
{
    hj_canvas *c = w->canvas;
    if (a->kind == HJ_AREA_FOREIGN && hj_diagram_is(a->node->foreign))
        return; /* what is in it follows */
    const char *uri = a->u.link.uri ? a->u.link.uri : a->node->uri;
    const hj_picture *p =
        a->kind == HJ_AREA_FOREIGN
            ? hj_pictures_foreign(w->pictures, a->node->foreign, a->node->place, w->diags)
            : hj_pictures_get(w->pictures, uri, a->node->place, w->diags);
    if (!p)
        w->failed |= !hj_pictures_lenient(w->pictures);
    else if (p->svg)
        hj_svg_show(p->svg, c, a->x, a->y, a->w, a->h, w->arena);
    else
        c->image(c, p->raster, a->x, a->y, a->w, a->h);
}

static void shape(walk *w, const hj_area *a)
{
    static const uint8_t counts[] = {1, 1, 3, 0};
    const hj_path *from = a->u.path.path;
    size_t n = 0;
    for (size_t i = 0; i < from->n_ops; i++)
        n += counts[from->ops[i]];
    double *xy = HJ_ARRAY(w->arena, 2 * n + 1, double);
    for (size_t i = 0; i < n; i++) {
        xy[2 * i] = from->xy[2 * i] + a->x;
        xy[2 * i + 1] = from->xy[2 * i + 1] + a->y;
    }
    const hj_path path = {from->ops, xy, from->n_ops};
    if (a->u.path.stroke)
        w->canvas->stroke(w->canvas, &path, a->u.path.stroke, a->color);
    else
        w->canvas->fill(w->canvas, &path, false, a->color);
}

static void area(walk *w, const hj_area *a)
{
    hj_canvas *c = w->canvas;
    bool visible = (a->color & 0xff) != 0;
    switch (a->kind) {
    case HJ_AREA_GLYPHS:
        if (!visible)
            return;
        mark(w, a);
        c->glyphs(c, a->u.glyphs.run, a->x, a->y, a->u.glyphs.size, a->u.glyphs.letter_spacing,
                  a->u.glyphs.word_spacing, a->color);
        return;
    case HJ_AREA_RECT:
        if (!visible || a->w <= 0 || a->h <= 0)
            return;
        mark(w, a);
        fill_rectangle(w, a->x, a->y, a->w, a->h, a->color);
        return;
    case HJ_AREA_RULE:
        if (!visible)
            return;
        mark(w, a);
        rule(w, a);
        return;
    case HJ_AREA_IMAGE:
    case HJ_AREA_FOREIGN:
        mark(w, a);
        picture(w, a);
        return;
    case HJ_AREA_PATH:
        if (!visible)
            return;
        mark(w, a);
        shape(w, a);
        return;
    case HJ_AREA_LINK:
        if (!a->u.link.link) {
            hj_warning(w->diags, "HJ-PAINT-001", a->node->place,
                       "a link outside the reading order cannot be followed by everybody: it is "
                       "set as plain text");
            return;
        }
        c->link(c, a->u.link.link, a->u.link.uri, a->u.link.dest, a->x, a->y, a->w, a->h);
        return;
    case HJ_AREA_DEST:
        c->dest(c, a->u.link.dest ? a->u.link.dest : a->node->id, a->x, a->y);
        return;
    case HJ_AREA_SAVE:
        begin_group(w, a);
        return;
    case HJ_AREA_RESTORE:
        c->restore(c);
        return;
    }
}

static void page(walk *w, size_t index)
{
    const hj_page *p = &w->areas->pages[index];
    w->marked = false;
    w->canvas->begin_page(w->canvas, p, index);
    for (size_t i = 0; i < p->n_areas; i++)
        area(w, &p->areas[i]);
    w->canvas->end_page(w->canvas);
}

static bool paint(const hj_areas *areas, size_t from, size_t to, hj_pictures *pictures,
                  hj_canvas *canvas, hj_arena *arena, hj_buf *out, hj_diags *diags)
{
    walk w = {.areas = areas, .pictures = pictures, .canvas = canvas, .arena = arena,
              .diags = diags};
    for (size_t i = from; i < to; i++)
        page(&w, i);
    hj_buf unused = {0}; /* every finding is told, but a document with a hole is not given */
    bool made = canvas->finish(canvas, w.failed ? &unused : out, diags);
    hj_buf_free(&unused);
    return made && !w.failed;
}

bool hj_paint(const hj_areas *areas, hj_pictures *pictures, hj_canvas *canvas, hj_arena *arena,
              hj_buf *out, hj_diags *diags)
{
    return paint(areas, 0, areas->n_pages, pictures, canvas, arena, out, diags);
}

bool hj_paint_page(const hj_areas *areas, size_t index, hj_pictures *pictures, hj_canvas *canvas,
                   hj_arena *arena, hj_buf *out, hj_diags *diags)
{
    if (index >= areas->n_pages) {
        hj_error_blame(diags, HJ_BLAME_USAGE, "HJ-PAINT-002", HJ_NOWHERE,
                       "there is no page %zu: the document has %zu", index + 1, areas->n_pages);
        return false;
    }
    return paint(areas, index, index + 1, pictures, canvas, arena, out, diags);
}
