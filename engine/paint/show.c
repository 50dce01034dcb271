/* A display list onto a canvas: user units become 1/1000 pt on the page.
 *
 * The hard idea: points are transformed here, not by the canvas, so that a logo costs no graphics
 * state. Only what a transformed point cannot express goes through the canvas's matrix: a stroke
 * under uneven scaling, and turned or mirrored text. */
#include <math.h>
#include <string.h>

#include "paint/svg.h"

static size_t points_of(const hj_path *path)
{
    static const uint8_t counts[] = {1, 1, 3, 0};
    size_t n = 0;
    for (size_t i = 0; i < path->n_ops; i++)
        n += counts[path->ops[i]];
    return n;
}

static hj_path transformed(const hj_path *path, const hj_matrix *m, hj_arena *arena)
{
    size_t n = points_of(path);
    double *xy = HJ_ARRAY(arena, 2 * n + 1, double);
    for (size_t i = 0; i < n; i++) {
        double x = path->xy[2 * i], y = path->xy[2 * i + 1];
        xy[2 * i] = m->a * x + m->c * y + m->e;
        xy[2 * i + 1] = m->b * x + m->d * y + m->f;
    }
    return (hj_path){path->ops, xy, path->n_ops};
}

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

static void show_stroke(const hj_svg_op *op, const hj_matrix *m, hj_canvas *c, hj_arena *arena)
{
    double k = even_scale(m);
    if (k > 0) {
        hj_path path = transformed(&op->path, m, arena);
        hj_stroke pen = scaled(&op->pen, k);
        c->stroke(c, &path, &pen, op->color);
        return;
    }
    /* The canvas counts in 1/1000 pt: one user unit is drawn as 1 pt and scaled from there. */
    hj_matrix down = {m->a / 1000, m->b / 1000, m->c / 1000, m->d / 1000, m->e, m->f};
    hj_path path = transformed(&op->path, &thousand, arena);
    hj_stroke pen = scaled(&op->pen, 1000);
    c->save(c);
    c->transform(c, &down);
    c->stroke(c, &path, &pen, op->color);
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

/* True when something may stick out of the drawing's box and must be cut off. */
static bool sticks_out(const hj_svg *svg)
{
    const double *box = svg->box, slack = 1e-6 * (box[2] + box[3]);
    if (svg->slice)
        return true;
    for (const hj_svg_op *op = svg->first; op; op = op->next) {
        const hj_matrix *m = &op->matrix;
        double around = 0, corners[4];
        const double *xy = op->path.xy;
        size_t n = points_of(&op->path);
        if (op->kind == HJ_SVG_TEXT) {
            corners[0] = op->x;
            corners[1] = op->y - op->size;
            corners[2] = op->x + op->run->width * op->size / 1000;
            corners[3] = op->y + op->size / 3;
            xy = corners;
            n = 2;
        } else if (op->kind == HJ_SVG_STROKE) {
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
    double sx = w / svg->box[2], sy = h / svg->box[3];
    if (!svg->stretch)
        sx = sy = (sx < sy) != svg->slice ? sx : sy;
    const hj_matrix page = {sx, 0, 0, sy,
                            x + (w - sx * svg->box[2]) * svg->align_x - sx * svg->box[0],
                            y + (h - sy * svg->box[3]) * svg->align_y - sy * svg->box[1]};
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
        case HJ_SVG_FILL:
            path = transformed(&op->path, &m, arena);
            canvas->fill(canvas, &path, op->even_odd, op->color);
            break;
        case HJ_SVG_STROKE:
            show_stroke(op, &m, canvas, arena);
            break;
        case HJ_SVG_TEXT:
            show_text(op, &m, canvas);
            break;
        }
    }
    if (cut)
        canvas->restore(canvas);
}
