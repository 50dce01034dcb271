/* A display list onto a canvas: user units become 1/1000 pt on the page.
 *
 * The hard idea: points are transformed here, not by the canvas, so that a logo costs no graphics
 * state. Only what a transformed point cannot express goes through the canvas's matrix: a stroke
 * under uneven scaling, and turned or mirrored text. */
#include <math.h>
#include <string.h>

#include "paint/svg.h"

/* The scale of a matrix that keeps shapes (turns, mirrors, scales evenly); 0 for any other. */
static double even_scale(const hj_matrix *m)
{
    double p = m->a * m->a + m->b * m->b, q = m->c * m->c + m->d * m->d;
    double skew = m->a * m->c + m->b * m->d;
    return p > 0 && fabs(p - q) <= 1e-6 * p && fabs(skew) <= 1e-6 * p ? sqrt(p) : 0;
}

static hj_stroke scaled(const hj_stroke *pen, double k)
{
    hj_stroke out = *pen;
    out.width *= k;
    out.dash_offset *= k;
    for (int i = 0; i < out.n_dash; i++)
        out.dash[i] *= k;
    return out;
}

static const hj_matrix thousand = {1000, 0, 0, 1000, 0, 0};

/* The op's shade in the coordinates that m leads to. */
static hj_shade shaded(const hj_svg_op *op, const hj_matrix *m)
{
    hj_shade shade = *op->shade;
    shade.matrix = hj_matrix_multiply(&shade.matrix, m);
    return shade;
}

static void show_fill(const hj_svg_op *op, const hj_matrix *m, hj_canvas *c, hj_arena *arena)
{
    hj_path path = hj_path_through(&op->path, m, arena);
    if (op->shade) {
        hj_shade shade = shaded(op, m);
        c->shade(c, &path, op->even_odd, NULL, &shade);
    } else {
        c->fill(c, &path, op->even_odd, op->color);
    }
}

static void stroke(const hj_svg_op *op, const hj_matrix *m, double k, hj_canvas *c,
                   hj_arena *arena)
{
    hj_path path = hj_path_through(&op->path, m, arena);
    hj_stroke pen = scaled(&op->pen, k);
    if (op->shade) {
        hj_shade shade = shaded(op, m);
        c->shade(c, &path, false, &pen, &shade);
    } else {
        c->stroke(c, &path, &pen, op->color);
    }
}

static void show_stroke(const hj_svg_op *op, const hj_matrix *m, hj_canvas *c, hj_arena *arena)
{
    double k = even_scale(m);
    if (k > 0) {
        stroke(op, m, k, c, arena);
        return;
    }
    /* The canvas counts in 1/1000 pt: one user unit is drawn as 1 pt and scaled from there. */
    hj_matrix down = {m->a / 1000, m->b / 1000, m->c / 1000, m->d / 1000, m->e, m->f};
    c->save(c);
    c->transform(c, &down);
    stroke(op, &thousand, 1000, c, arena);
    c->restore(c);
}

/* Into the range of lengths; a hostile drawing may ask for more. */
static hj_len as_length(double v)
{
    return !(v > -2e9) ? -2000000000 : v > 2e9 ? 2000000000 : (hj_len)lround(v);
}

static void show_text(const hj_svg_op *op, const hj_matrix *m, hj_canvas *c)
{
    if (m->b == 0 && m->c == 0 && m->a > 0 && fabs(m->a - m->d) <= 1e-6 * m->a) {
        c->glyphs(c, op->run, as_length(m->a * op->x + m->e),
                  as_length(m->d * op->y + m->f), as_length(m->a * op->size),
                  as_length(m->a * op->letter_spacing), 0, op->color);
        return;
    }
    hj_matrix down = {m->a / 1000, m->b / 1000, m->c / 1000, m->d / 1000, m->e, m->f};
    c->save(c);
    c->transform(c, &down);
    c->glyphs(c, op->run, as_length(op->x * 1000), as_length(op->y * 1000),
              as_length(op->size * 1000), as_length(op->letter_spacing * 1000), 0,
              op->color);
    c->restore(c);
}

static void show_image(const hj_svg_op *op, const hj_matrix *m, hj_canvas *c)
{
    if (m->b == 0 && m->c == 0 && m->a > 0 && m->d > 0) {
        hj_len x = as_length(m->a * op->x + m->e), y = as_length(m->d * op->y + m->f);
        c->image(c, op->raster, x, y, as_length(m->a * op->w), as_length(m->d * op->h));
        return;
    }
    hj_matrix down = {m->a / 1000, m->b / 1000, m->c / 1000, m->d / 1000, m->e, m->f};
    c->save(c);
    c->transform(c, &down);
    c->image(c, op->raster, as_length(op->x * 1000), as_length(op->y * 1000),
             as_length(op->w * 1000), as_length(op->h * 1000));
    c->restore(c);
}

/* True when something may stick out of the drawing's box and must be cut off. */
static bool sticks_out(const hj_svg *svg)
{
    const double *box = svg->box, slack = 1e-6 * (box[2] + box[3]);
    if (svg->aspect.slice)
        return true;
    for (const hj_svg_op *op = svg->first; op; op = op->next) {
        const hj_matrix *m = &op->matrix;
        double around = 0, corners[8];
        const double *xy = op->path.xy;
        size_t n = 0;
        if (op->kind == HJ_SVG_TEXT) {
            const double text[] = {op->x, op->y - op->size,
                                   op->x + op->run->width * op->size / 1000,
                                   op->y + op->size / 3};
            memcpy(corners, text, sizeof text);
            xy = corners;
            n = 2;
        } else if (op->kind == HJ_SVG_IMAGE) {
            const double all[] = {op->x, op->y, op->x + op->w, op->y, op->x, op->y + op->h,
                                  op->x + op->w, op->y + op->h};
            memcpy(corners, all, sizeof all);
            xy = corners;
            n = 4;
        } else if (op->kind == HJ_SVG_FILL || op->kind == HJ_SVG_STROKE) {
            n = hj_path_points(&op->path);
        }
        if (op->kind == HJ_SVG_STROKE) {
            double scale = sqrt(fabs(m->a * m->d - m->b * m->c));
            around = op->pen.width * scale / 2
                     * (op->pen.join == 0 && op->path.n_ops > 2 ? 1.5 : 1);
        }
        for (size_t i = 0; i < n; i++) {
            double x = m->a * xy[2 * i] + m->c * xy[2 * i + 1] + m->e;
            double y = m->b * xy[2 * i] + m->d * xy[2 * i + 1] + m->f;
            if (x - around < box[0] - slack || x + around > box[0] + box[2] + slack
                || y - around < box[1] - slack || y + around > box[1] + box[3] + slack)
                return true;
        }
    }
    return false;
}

void hj_svg_show(const hj_svg *svg, hj_canvas *canvas, hj_len x, hj_len y, hj_len w, hj_len h,
                 hj_arena *arena)
{
    if (w <= 0 || h <= 0 || !svg->first)
        return;
    const double where[] = {x, y, w, h};
    const hj_matrix page = hj_aspect_fit(&svg->aspect, svg->box, where);
    bool cut = sticks_out(svg);
    if (cut) {
        static const uint8_t ops[] = {HJ_MOVE, HJ_LINE, HJ_LINE, HJ_LINE, HJ_CLOSE};
        const double l = x, t = y, xy[8] = {l, t, l + w, t, l + w, t + h, l, t + h};
        const hj_path box = {ops, xy, HJ_COUNT(ops)};
        canvas->save(canvas);
        canvas->clip(canvas, &box, false);
    }
    for (const hj_svg_op *op = svg->first; op; op = op->next) {
        hj_matrix m = hj_matrix_multiply(&op->matrix, &page);
        hj_path path;
        switch (op->kind) {
        case HJ_SVG_FILL: show_fill(op, &m, canvas, arena); break;
        case HJ_SVG_STROKE: show_stroke(op, &m, canvas, arena); break;
        case HJ_SVG_TEXT: show_text(op, &m, canvas); break;
        case HJ_SVG_IMAGE: show_image(op, &m, canvas); break;
        case HJ_SVG_CLIP:
            path = hj_path_through(&op->path, &m, arena);
            canvas->save(canvas);
            canvas->clip(canvas, &path, op->even_odd);
            break;
        case HJ_SVG_GROUP:
            canvas->begin_group(canvas, x, y, w, h, (uint8_t)(op->color & 0xff));
            break;
        case HJ_SVG_END: canvas->restore(canvas); break;
        case HJ_SVG_END_GROUP: canvas->end_group(canvas); break;
        }
    }
    if (cut)
        canvas->restore(canvas);
}
