/* What SVG shapes are painted with and cut by: gradients, patterns, clip paths; and markers.
 *
 * The hard idea: everything ends as geometry a canvas knows. A repeated gradient becomes a longer
 * one, a clip path one path, a marker or a pattern the shapes it is made of; the canvases learn two
 * things only, how to fill with a shade and how to cut by a path. */
#include <math.h>
#include <string.h>

#include "paint/svg.h"

enum { CHAIN = 16, MOST_STOPS = 256, MOST_REPEATS = 64, MOST_TILES = 2000 };

/* ---- gradients (SVG 1.1, 13.2) ---- */

typedef struct chain { /* a gradient and those it refers to, nearest first */
    const xmlNode *node[CHAIN];
    int n;
} chain;

static const char *chained(const chain *c, const char *name)
{
    for (int i = 0; i < c->n; i++) {
        const char *value = hj_attribute_if(c->node[i], name);
        if (value)
            return value;
    }
    return NULL;
}

static bool follow(hj_reader *r, const xmlNode *node, const char *id, chain *c)
{
    for (c->n = 0; id && c->n < CHAIN; c->n++) {
        const xmlNode *g = hj_svg_find(r, id);
        if (!g || (!hj_svg_is(g, "linearGradient") && !hj_svg_is(g, "radialGradient"))) {
            hj_svg_fault(r, node, HJ_T("refers to something that is no gradient in the drawing"),
                         id);
            return false;
        }
        c->node[c->n] = g;
        const char *href = hj_svg_href(g);
        id = href && *href == '#' ? href + 1 : NULL;
    }
    return true;
}

static double clamped(double v)
{
    return !(v > 0) ? 0 : v > 1 ? 1 : v;
}

static size_t read_stops(hj_reader *r, const chain *c, double opacity, hj_stop *stops)
{
    const xmlNode *from = NULL;
    for (int i = 0; i < c->n && !from; i++)
        for (const xmlNode *kid = c->node[i]->children; kid; kid = kid->next)
            if (hj_svg_is(kid, "stop"))
                from = c->node[i];
    size_t n = 0;
    double last = 0;
    for (const xmlNode *kid = from ? from->children : NULL; kid; kid = kid->next) {
        if (!hj_svg_is(kid, "stop"))
            continue;
        r->elements++;
        if (n == MOST_STOPS) {
            hj_svg_fault(r, from, HJ_T("has more stops than are drawn"), "stop");
            break;
        }
        double offset = 0;
        const char *text = hj_attribute_if(kid, "offset");
        if (text && !hj_svg_length(text, 16, 1, &offset))
            hj_svg_wrong(r, kid, "offset", text);
        hj_svg_style style = hj_svg_style_of(r, kid, &hj_svg_initial);
        last = clamped(offset) > last ? clamped(offset) : last;
        stops[n++] = (hj_stop){last, hj_svg_faded(style.stop_color, style.stop_opacity * opacity)};
    }
    return n;
}

/* A coordinate: of the box, or of the viewport. */
static double coordinate(hj_reader *r, const chain *c, const char *name, bool of_box, int of,
                         double fallback)
{
    const char *text = chained(c, name);
    double w = r->view[0], h = r->view[1], v;
    double whole = of_box ? 1 : of == HJ_OF_WIDTH ? w : of == HJ_OF_HEIGHT ? h
                                                      : sqrt((w * w + h * h) / 2);
    if (!text)
        return fallback * whole;
    if (!hj_svg_length(text, 16, whole, &v)) {
        hj_svg_wrong(r, c->node[0], name, text);
        return fallback * whole;
    }
    return v;
}

static bool inverse(const hj_matrix *m, hj_matrix *out)
{
    double d = m->a * m->d - m->b * m->c;
    if (!(fabs(d) > 1e-12))
        return false;
    *out = (hj_matrix){m->d / d, -m->b / d, -m->c / d, m->a / d,
                       (m->c * m->f - m->d * m->e) / d, (m->b * m->e - m->a * m->f) / d};
    return true;
}

/* How far along the gradient the box reaches: from *low to *high, where it itself is 0 to 1. */
static void reach(const hj_shade *s, const double box[4], double *low, double *high)
{
    hj_matrix back;
    *low = 0;
    *high = 1;
    if (!inverse(&s->matrix, &back))
        return;
    double dx = s->x1 - s->x0, dy = s->y1 - s->y0, square = dx * dx + dy * dy;
    double room = s->r1 - sqrt(square);
    for (int corner = 0; corner < 4; corner++) {
        double x = box[0] + (corner & 1 ? box[2] : 0), y = box[1] + (corner & 2 ? box[3] : 0);
        double px = back.a * x + back.c * y + back.e, py = back.b * x + back.d * y + back.f;
        double t = s->radial ? hypot(px - s->x0, py - s->y0) / (room > 1e-9 ? room : 1e-9)
                             : ((px - s->x0) * dx + (py - s->y0) * dy) / (square > 0 ? square : 1);
        *low = !s->radial && t < *low ? t : *low;
        *high = t > *high ? t : *high;
    }
}

/* spreadMethod reflect and repeat: the stops again and again, over as much as is seen. */
static void spread(hj_reader *r, hj_shade *s, bool reflect, const double box[4])
{
    double low, high;
    reach(s, box, &low, &high);
    int from = (int)fmax(floor(low), -MOST_REPEATS), to = (int)fmin(ceil(high), MOST_REPEATS);
    size_t n = s->n, times = (size_t)(to - from), k = 0;
    if (times <= 1)
        return;
    hj_stop *all = HJ_ARRAY(r->arena, n * times, hj_stop);
    for (int turn = from; turn < to; turn++)
        for (size_t i = 0; i < n; i++) {
            bool mirrored = reflect && (turn & 1);
            const hj_stop *stop = &s->stops[mirrored ? n - 1 - i : i];
            double at = turn + (mirrored ? 1 - stop->offset : stop->offset);
            all[k++] = (hj_stop){(at - from) / (double)times, stop->color};
        }
    double dx = s->x1 - s->x0, dy = s->y1 - s->y0, x0 = s->x0, y0 = s->y0, dr = s->r1 - s->r0;
    s->x0 = x0 + from * dx;
    s->y0 = y0 + from * dy;
    s->x1 = x0 + to * dx;
    s->y1 = y0 + to * dy;
    s->r1 = s->r0 + to * dr; /* from is 0 for circles */
    s->stops = all;
    s->n = k;
}

static void read_line(hj_reader *r, const chain *c, bool of_box, hj_shade *s)
{
    s->x0 = coordinate(r, c, "x1", of_box, HJ_OF_WIDTH, 0);
    s->y0 = coordinate(r, c, "y1", of_box, HJ_OF_HEIGHT, 0);
    s->x1 = coordinate(r, c, "x2", of_box, HJ_OF_WIDTH, 1);
    s->y1 = coordinate(r, c, "y2", of_box, HJ_OF_HEIGHT, 0);
}

static void read_circles(hj_reader *r, const chain *c, bool of_box, hj_shade *s)
{
    s->radial = true;
    s->x1 = coordinate(r, c, "cx", of_box, HJ_OF_WIDTH, 0.5);
    s->y1 = coordinate(r, c, "cy", of_box, HJ_OF_HEIGHT, 0.5);
    s->r1 = coordinate(r, c, "r", of_box, HJ_OF_BOTH, 0.5);
    s->r0 = coordinate(r, c, "fr", of_box, HJ_OF_BOTH, 0);
    s->x0 = chained(c, "fx") ? coordinate(r, c, "fx", of_box, HJ_OF_WIDTH, 0.5) : s->x1;
    s->y0 = chained(c, "fy") ? coordinate(r, c, "fy", of_box, HJ_OF_HEIGHT, 0.5) : s->y1;
    s->r0 = s->r0 < 0 ? 0 : s->r0 > s->r1 ? s->r1 : s->r0;
    /* A focus outside the circle is moved onto it (13.2.3); a hair inside, for all readers. */
    double dx = s->x0 - s->x1, dy = s->y0 - s->y1, away = hypot(dx, dy), most = s->r1 * 0.99;
    if (away > most && away > 0) {
        s->x0 = s->x1 + dx * most / away;
        s->y0 = s->y1 + dy * most / away;
    }
}

bool hj_svg_paint(hj_reader *r, const xmlNode *node, const char *ref, hj_color plain,
                  double opacity, const double box[4], hj_color *color, const hj_shade **shade)
{
    *shade = NULL;
    *color = hj_svg_faded(plain, opacity);
    if (!ref)
        return (*color & 0xff) != 0;
    chain c;
    hj_stop stops[MOST_STOPS];
    if (!follow(r, node, ref, &c))
        return (*color & 0xff) != 0; /* the colour given beside it, if any */
    size_t n = read_stops(r, &c, opacity, stops);
    if (!n)
        return false;
    const char *units = chained(&c, "gradientUnits"), *way = chained(&c, "spreadMethod");
    bool of_box = !units || strcmp(units, "userSpaceOnUse") != 0;
    if (units && of_box && strcmp(units, "objectBoundingBox") != 0)
        hj_svg_wrong(r, c.node[0], "gradientUnits", units);
    hj_shade *s = HJ_NEW(r->arena, hj_shade);
    static const hj_matrix identity = {1, 0, 0, 1, 0, 0};
    const hj_matrix over_box = {box[2], 0, 0, box[3], box[0], box[1]};
    s->matrix = of_box ? over_box : identity;
    const char *turned = chained(&c, "gradientTransform");
    hj_matrix m;
    if (turned && !hj_svg_transform(turned, &m))
        hj_svg_wrong(r, c.node[0], "gradientTransform", turned);
    else if (turned)
        s->matrix = hj_matrix_multiply(&m, &s->matrix);
    if (hj_svg_is(c.node[0], "radialGradient"))
        read_circles(r, &c, of_box, s);
    else
        read_line(r, &c, of_box, s);
    bool nowhere = s->radial ? !(s->r1 > 0) : s->x0 == s->x1 && s->y0 == s->y1;
    bool flat = of_box && !(box[2] > 0 && box[3] > 0);
    *color = stops[n - 1].color;
    if (n == 1 || nowhere || flat || !inverse(&s->matrix, &m))
        return (*color & 0xff) != 0; /* one colour everywhere (13.2.2) */
    hj_stop *kept = HJ_ARRAY(r->arena, n, hj_stop);
    memcpy(kept, stops, n * sizeof *kept);
    s->stops = kept;
    s->n = n;
    if (way && (strcmp(way, "reflect") == 0 || strcmp(way, "repeat") == 0))
        spread(r, s, *way == 'r' && way[2] == 'f', box);
    else if (way && strcmp(way, "pad") != 0)
        hj_svg_wrong(r, c.node[0], "spreadMethod", way);
    *shade = s;
    return true;
}

/* ---- patterns (SVG 1.1, 13.3) ---- */

static bool follow_pattern(hj_reader *r, const char *id, chain *c)
{
    for (c->n = 0; id && c->n < CHAIN; c->n++) {
        const xmlNode *p = hj_svg_find(r, id);
        if (!p || !hj_svg_is(p, "pattern"))
            return c->n > 0;
        c->node[c->n] = p;
        const char *href = hj_svg_href(p);
        id = href && *href == '#' ? href + 1 : NULL;
    }
    return c->n > 0;
}

/* Whole tiles between two numbers, counted from 0. */
static void count_tiles(double low, double high, double size, double *from, double *to)
{
    *from = floor(low / size + 1e-9);
    *to = ceil(high / size - 1e-9);
}

static void draw_tiles(hj_reader *r, const chain *c, const double tile[4], const hj_matrix *inner,
                       const hj_matrix *m, const double seen[4])
{
    const xmlNode *content = NULL;
    double from[2], to[2];
    for (int i = 0; i < c->n && !content; i++)
        for (const xmlNode *kid = c->node[i]->children; kid; kid = kid->next)
            content = kid->type == XML_ELEMENT_NODE ? c->node[i] : content;
    for (int axis = 0; axis < 2; axis++)
        count_tiles(seen[axis] - tile[axis], seen[axis] + seen[2 + axis] - tile[axis],
                    tile[2 + axis], &from[axis], &to[axis]);
    if (!content || !((to[0] - from[0]) * (to[1] - from[1]) <= MOST_TILES)) {
        if (content)
            hj_svg_fault(r, c->node[0], HJ_T("is repeated too often to be drawn"), "pattern");
        return;
    }
    hj_svg_style style = hj_svg_style_of(r, content, &hj_svg_initial);
    r->uses++;
    for (double j = from[1]; j < to[1]; j++)
        for (double i = from[0]; i < to[0]; i++) {
            const hj_matrix shift = {1, 0, 0, 1, tile[0] + i * tile[2], tile[1] + j * tile[3]};
            hj_matrix there = hj_matrix_multiply(&shift, m);
            const double all[] = {0, 0, tile[2], tile[3]};
            bool cut = !style.shown_over && hj_svg_add_clip(r, content, &there, all);
            hj_matrix drawn = hj_matrix_multiply(inner, &there);
            hj_svg_children(r, content, &style, &drawn);
            if (cut)
                hj_svg_end(r, &there, HJ_SVG_END);
        }
    r->uses--;
}

bool hj_svg_pattern(hj_reader *r, const xmlNode *node, const char *ref, const hj_path *path,
                    bool even_odd, const double box[4], const hj_matrix *matrix)
{
    chain c;
    if (!ref || !follow_pattern(r, ref, &c))
        return false;
    const char *units = chained(&c, "patternUnits"), *inside = chained(&c, "patternContentUnits");
    bool of_box = !units || strcmp(units, "userSpaceOnUse") != 0;
    double tile[4] = {coordinate(r, &c, "x", of_box, HJ_OF_WIDTH, 0),
                      coordinate(r, &c, "y", of_box, HJ_OF_HEIGHT, 0),
                      coordinate(r, &c, "width", of_box, HJ_OF_WIDTH, 0),
                      coordinate(r, &c, "height", of_box, HJ_OF_HEIGHT, 0)};
    for (int axis = 0; axis < 2 && of_box; axis++) {
        tile[axis] = box[axis] + tile[axis] * box[2 + axis];
        tile[2 + axis] *= box[2 + axis];
    }
    if (!(tile[2] > 0 && tile[3] > 0) || r->uses >= HJ_SVG_USES)
        return true; /* nothing is painted (13.3) */
    hj_matrix turned = {1, 0, 0, 1, 0, 0}, back, inner = turned;
    const char *transform = chained(&c, "patternTransform");
    if (transform && !hj_svg_transform(transform, &turned))
        hj_svg_wrong(r, c.node[0], "patternTransform", transform);
    const xmlNode *boxed = NULL;
    double view[4];
    for (int i = 0; i < c.n && !boxed; i++)
        boxed = hj_svg_view_box(c.node[i], view) ? c.node[i] : NULL;
    if (boxed) {
        hj_aspect aspect = hj_svg_aspect(r, boxed);
        inner = hj_aspect_fit(&aspect, view, (double[]){0, 0, tile[2], tile[3]});
    } else if (inside && strcmp(inside, "objectBoundingBox") == 0) {
        inner = (hj_matrix){box[2], 0, 0, box[3], 0, 0};
    } else {
        inner.e = -tile[0]; /* content counts in the user space of the shape */
        inner.f = -tile[1];
    }
    if (!inverse(&turned, &back) || !hj_svg_begin(r, node))
        return true;
    double low[2] = {1e300, 1e300}, high[2] = {-1e300, -1e300};
    for (int corner = 0; corner < 4; corner++) {
        double x = box[0] + (corner & 1 ? box[2] : 0), y = box[1] + (corner & 2 ? box[3] : 0);
        const double p[] = {back.a * x + back.c * y + back.e, back.b * x + back.d * y + back.f};
        for (int axis = 0; axis < 2; axis++) {
            low[axis] = fmin(low[axis], p[axis]);
            high[axis] = fmax(high[axis], p[axis]);
        }
    }
    hj_svg_op *op = hj_svg_add(r, HJ_SVG_CLIP, matrix, 0);
    op->path = *path;
    op->even_odd = even_odd;
    hj_matrix m = hj_matrix_multiply(&turned, matrix);
    draw_tiles(r, &c, tile, &inner, &m,
               (double[]){low[0], low[1], high[0] - low[0], high[1] - low[1]});
    hj_svg_end(r, matrix, HJ_SVG_END);
    return true;
}

/* ---- clip paths (SVG 1.1, 14.3) ---- */

static void append(hj_pen *pen, const hj_path *path)
{
    const double *q = path->xy;
    for (size_t i = 0; i < path->n_ops; i++) {
        switch ((hj_path_op)path->ops[i]) {
        case HJ_MOVE: hj_pen_move(pen, q[0], q[1]); q += 2; break;
        case HJ_LINE: hj_pen_line(pen, q[0], q[1]); q += 2; break;
        case HJ_CURVE: hj_pen_curve(pen, q[0], q[1], q[2], q[3], q[4], q[5]); q += 6; break;
        case HJ_CLOSE: hj_pen_close(pen); break;
        }
    }
}

typedef struct cutter {
    hj_pen pen;
    int shapes;
    bool even_odd;
} cutter;

/* Shapes of a clip path become one: all turn the same way, so together they are their union. */
static void cut_by(hj_reader *r, const xmlNode *node, const hj_svg_style *parent,
                   const hj_matrix *above, cutter *cut)
{
    if (node->type != XML_ELEMENT_NODE || hj_svg_listed("|title|desc|metadata|",
                                                        (const char *)node->name))
        return;
    if (++r->elements > HJ_LIMIT_SVG_ELEMENTS)
        return;
    hj_svg_style style = hj_svg_style_of(r, node, parent);
    hj_matrix matrix = hj_svg_matrix_of(r, node, "transform", above);
    if (style.absent || style.hidden)
        return;
    if (hj_svg_is(node, "use")) {
        const char *href = hj_svg_href(node);
        const xmlNode *target = href && *href == '#' ? hj_svg_find(r, href + 1) : NULL;
        if (!target || hj_svg_is(target, "use")) {
            hj_svg_fault(r, node, HJ_T("refers to something that is not in the drawing, or to "
                                       "itself"), href ? href : "");
            return;
        }
        hj_matrix shift = {1, 0, 0, 1, hj_svg_number(r, node, "x", style.size, HJ_OF_WIDTH, 0),
                           hj_svg_number(r, node, "y", style.size, HJ_OF_HEIGHT, 0)};
        matrix = hj_matrix_multiply(&shift, &matrix);
        cut_by(r, target, &style, &matrix, cut);
        return;
    }
    hj_path path;
    if (style.clip || !hj_svg_shape(r, node, &style, &path)) {
        hj_svg_fault(r, node, HJ_T("cannot be part of a clip path here"),
                     (const char *)node->name);
        return;
    }
    if (!path.n_ops)
        return;
    path = hj_path_through(&path, &matrix, r->arena);
    if (cut->shapes++ && (style.clip_even_odd || cut->even_odd))
        hj_svg_fault(r, node, HJ_T("stands beside another shape in a clip path by clip-rule "
                                   "evenodd"), "clip-rule");
    cut->even_odd |= style.clip_even_odd;
    if (!style.clip_even_odd)
        path = hj_path_upright(&path, r->arena);
    append(&cut->pen, &path);
}

bool hj_svg_clip(hj_reader *r, const xmlNode *node, const hj_svg_style *style,
                 const hj_matrix *matrix, const double *box)
{
    const xmlNode *clip = hj_svg_find(r, style->clip);
    static const hj_matrix identity = {1, 0, 0, 1, 0, 0};
    if (!clip || !hj_svg_is(clip, "clipPath")) {
        hj_svg_fault(r, node, HJ_T("is cut by something that is no clip path in the drawing"),
                     style->clip);
        return false;
    }
    const char *units = hj_attribute_if(clip, "clipPathUnits");
    hj_matrix m = identity;
    if (units && strcmp(units, "objectBoundingBox") == 0) {
        if (!box) {
            hj_svg_fault(r, node, HJ_T("is a group cut by a clip path in units of its box"),
                         style->clip);
            return false;
        }
        m = (hj_matrix){box[2], 0, 0, box[3], box[0], box[1]};
    }
    hj_svg_style own = hj_svg_style_of(r, clip, &hj_svg_initial);
    if (own.clip)
        hj_svg_fault(r, clip, HJ_T("is a clip path that is cut itself"), own.clip);
    m = hj_svg_matrix_of(r, clip, "transform", &m);
    cutter cut = {0};
    for (const xmlNode *kid = clip->children; kid; kid = kid->next)
        cut_by(r, kid, &own, &m, &cut);
    hj_path path = hj_pen_take(&cut.pen, r->arena);
    if (!path.n_ops || !hj_svg_begin(r, node))
        return false; /* nothing is left to see */
    hj_svg_op *op = hj_svg_add(r, HJ_SVG_CLIP, matrix, 0);
    op->path = path;
    op->even_odd = cut.even_odd;
    return true;
}

/* ---- markers (SVG 1.1, 11.6) ---- */

typedef struct vertex {
    double x, y, in_x, in_y, out_x, out_y; /* directions, not of unit length; 0: none */
    bool starts; /* a subpath */
} vertex;

static size_t vertices(const hj_path *path, vertex *v)
{
    const double *q = path->xy;
    size_t n = 0, start = 0;
    for (size_t i = 0; i < path->n_ops; i++) {
        hj_path_op op = (hj_path_op)path->ops[i];
        if (op == HJ_MOVE) {
            start = n;
            v[n++] = (vertex){.x = q[0], .y = q[1], .starts = true};
            q += 2;
            continue;
        }
        vertex *from = n ? &v[n - 1] : NULL;
        if (!from)
            return 0;
        double x = v[start].x, y = v[start].y, c1x = x, c1y = y, c2x = from->x, c2y = from->y;
        if (op == HJ_LINE) {
            x = c1x = q[0];
            y = c1y = q[1];
            q += 2;
        } else if (op == HJ_CURVE) {
            x = q[4];
            y = q[5];
            bool same1 = q[0] == from->x && q[1] == from->y, same2 = q[2] == x && q[3] == y;
            c1x = same1 ? q[2] : q[0];
            c1y = same1 ? q[3] : q[1];
            c2x = same2 ? q[0] : q[2];
            c2y = same2 ? q[1] : q[3];
            q += 6;
        }
        from->out_x = c1x - from->x;
        from->out_y = c1y - from->y;
        v[n++] = (vertex){.x = x, .y = y, .in_x = x - c2x, .in_y = y - c2y};
        if (op == HJ_CLOSE) { /* both ends of a closed subpath are one corner */
            v[n - 1].out_x = v[start].out_x;
            v[n - 1].out_y = v[start].out_y;
            v[start].in_x = v[n - 1].in_x;
            v[start].in_y = v[n - 1].in_y;
        }
    }
    return n;
}

static double direction(const vertex *v)
{
    double in = hypot(v->in_x, v->in_y), out = hypot(v->out_x, v->out_y);
    double x = (in > 0 ? v->in_x / in : 0) + (out > 0 ? v->out_x / out : 0);
    double y = (in > 0 ? v->in_y / in : 0) + (out > 0 ? v->out_y / out : 0);
    return x == 0 && y == 0 ? 0 : atan2(y, x);
}

static void place_marker(hj_reader *r, const xmlNode *node, const xmlNode *marker,
                         const hj_svg_style *style, const vertex *v, bool start,
                         const hj_matrix *matrix)
{
    hj_svg_style own = hj_svg_style_of(r, marker, &hj_svg_initial);
    const char *units = hj_attribute_if(marker, "markerUnits");
    const char *orient = hj_attribute_if(marker, "orient");
    double scale = units && strcmp(units, "userSpaceOnUse") == 0 ? 1 : style->pen.width;
    double angle = 0, view[4];
    hj_scan s = {orient ? orient : "0"};
    if (orient && strcmp(orient, "auto") == 0)
        angle = direction(v);
    else if (orient && strcmp(orient, "auto-start-reverse") == 0)
        angle = direction(v) + (start ? 3.14159265358979323846 : 0);
    else if (!hj_scan_number(&s, &angle))
        hj_svg_wrong(r, marker, "orient", orient);
    else
        angle *= 3.14159265358979323846 / 180;
    const double box[] = {0, 0, hj_svg_number(r, marker, "markerWidth", 16, HJ_OF_WIDTH, 3),
                          hj_svg_number(r, marker, "markerHeight", 16, HJ_OF_HEIGHT, 3)};
    double ref[] = {hj_svg_number(r, marker, "refX", 16, HJ_OF_WIDTH, 0),
                    hj_svg_number(r, marker, "refY", 16, HJ_OF_HEIGHT, 0)};
    if (box[2] <= 0 || box[3] <= 0 || own.absent)
        return;
    bool boxed = hj_svg_view_box(marker, view);
    hj_aspect aspect = hj_svg_aspect(r, marker);
    hj_matrix fit = {1, 0, 0, 1, 0, 0};
    if (boxed)
        fit = hj_aspect_fit(&aspect, view, box);
    /* The reference point lies on the vertex, whatever the view box does to it. */
    fit.e = -(fit.a * ref[0]);
    fit.f = -(fit.d * ref[1]);
    double c = cos(angle) * scale, d = sin(angle) * scale;
    const hj_matrix there = {c, d, -d, c, v->x, v->y};
    hj_matrix m = hj_matrix_multiply(&there, matrix), inner = hj_matrix_multiply(&fit, &m);
    const double all[] = {0, 0, box[2], box[3]};
    bool cut = !own.shown_over && hj_svg_add_clip(r, node, &inner, boxed ? view : all);
    r->uses++;
    hj_svg_children(r, marker, &own, &inner);
    r->uses--;
    if (cut)
        hj_svg_end(r, &inner, HJ_SVG_END);
}

void hj_svg_markers(hj_reader *r, const xmlNode *node, const hj_svg_style *style,
                    const hj_path *path, const hj_matrix *matrix)
{
    if (!hj_svg_listed("|path|line|polyline|polygon|", (const char *)node->name)
        || r->uses >= HJ_SVG_USES)
        return;
    const xmlNode *marker[3];
    for (int i = 0; i < 3; i++) {
        marker[i] = style->marker[i] ? hj_svg_find(r, style->marker[i]) : NULL;
        if (style->marker[i] && (!marker[i] || !hj_svg_is(marker[i], "marker"))) {
            hj_svg_fault(r, node, HJ_T("has a marker that is none in the drawing"),
                         style->marker[i]);
            marker[i] = NULL;
        }
    }
    vertex *v = HJ_ARRAY(r->arena, path->n_ops + 1, vertex);
    size_t n = vertices(path, v);
    for (size_t i = 0; i < n && r->elements < HJ_LIMIT_SVG_ELEMENTS; i++) {
        if (i == 0 && marker[0])
            place_marker(r, node, marker[0], style, &v[i], true, matrix);
        if (i > 0 && i + 1 < n && marker[1])
            place_marker(r, node, marker[1], style, &v[i], false, matrix);
        if (i + 1 == n && marker[2])
            place_marker(r, node, marker[2], style, &v[i], false, matrix);
        r->elements++;
    }
}
