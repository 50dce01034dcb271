/* Geometry of SVG: path data, arcs and the basic shapes, all as moves, lines and cubic curves.
 *
 * The hard idea: an elliptical arc is given by its end points; it is turned into centre and angles
 * (SVG 1.1, appendix F.6.5) and then into curves of at most a quarter turn each. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "paint/svg.h"

static const double pi = 3.14159265358979323846;

/* ---- scanning ---- */

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

void hj_scan_space(hj_scan *s)
{
    while (is_space(*s->p))
        s->p++;
}

void hj_scan_comma(hj_scan *s)
{
    hj_scan_space(s);
    if (*s->p == ',') {
        s->p++;
        hj_scan_space(s);
    }
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool hj_scan_number(hj_scan *s, double *out)
{
    const char *p = s->p;
    bool negative = *p == '-', any = false;
    if (*p == '-' || *p == '+')
        p++;
    double v = 0;
    int scale = 0;
    for (; is_digit(*p); p++, any = true)
        v = v * 10 + (*p - '0');
    if (*p == '.' && (is_digit(p[1]) || any))
        for (p++; is_digit(*p); p++, any = true)
            if (scale > -18) {
                v = v * 10 + (*p - '0');
                scale--;
            }
    if (!any)
        return false;
    const char *e = p + 1;
    if ((*p == 'e' || *p == 'E')
        && (is_digit(*e) || ((*e == '-' || *e == '+') && is_digit(e[1])))) {
        bool down = *e == '-';
        int power = 0;
        for (e += !is_digit(*e); is_digit(*e); e++)
            power = power < 1000 ? power * 10 + (*e - '0') : power;
        scale += down ? -power : power;
        p = e;
    }
    v = scale < 0 ? v / pow(10, -scale) : v * pow(10, scale);
    if (!(fabs(v) < 1e9))
        return false; /* nothing on paper is that large; also refuses infinities */
    *out = negative ? -v : v;
    s->p = p;
    return true;
}

bool hj_scan_flag(hj_scan *s, bool *out)
{
    if (*s->p != '0' && *s->p != '1')
        return false;
    *out = *s->p++ == '1';
    return true;
}

/* ---- drawing ---- */

static void add(hj_pen *pen, hj_path_op op, const double *xy, size_t n)
{
    if (pen->n_ops == pen->cap_ops) {
        pen->cap_ops = pen->cap_ops ? pen->cap_ops * 2 : 32;
        pen->ops = realloc(pen->ops, pen->cap_ops);
    }
    if (pen->n_xy + n > pen->cap_xy) {
        pen->cap_xy = pen->cap_xy ? pen->cap_xy * 2 : 128;
        pen->xy = realloc(pen->xy, pen->cap_xy * sizeof *pen->xy);
    }
    if (!pen->ops || (n && !pen->xy))
        abort();
    pen->ops[pen->n_ops++] = (uint8_t)op;
    if (n)
        memcpy(pen->xy + pen->n_xy, xy, n * sizeof *xy);
    pen->n_xy += n;
}

void hj_pen_move(hj_pen *pen, double x, double y)
{
    add(pen, HJ_MOVE, (const double[]){x, y}, 2);
}

void hj_pen_line(hj_pen *pen, double x, double y)
{
    add(pen, HJ_LINE, (const double[]){x, y}, 2);
}

void hj_pen_curve(hj_pen *pen, double x1, double y1, double x2, double y2, double x, double y)
{
    add(pen, HJ_CURVE, (const double[]){x1, y1, x2, y2, x, y}, 6);
}

void hj_pen_close(hj_pen *pen)
{
    add(pen, HJ_CLOSE, NULL, 0);
}

hj_path hj_pen_take(hj_pen *pen, hj_arena *arena)
{
    uint8_t *ops = HJ_ARRAY(arena, pen->n_ops + 1, uint8_t);
    double *xy = HJ_ARRAY(arena, pen->n_xy + 1, double);
    if (pen->n_ops)
        memcpy(ops, pen->ops, pen->n_ops);
    if (pen->n_xy)
        memcpy(xy, pen->xy, pen->n_xy * sizeof *xy);
    hj_path path = {ops, xy, pen->n_ops};
    free(pen->ops);
    free(pen->xy);
    *pen = (hj_pen){0};
    return path;
}

/* ---- paths as a whole ---- */

size_t hj_path_points(const hj_path *path)
{
    static const uint8_t counts[] = {1, 1, 3, 0};
    size_t n = 0;
    for (size_t i = 0; i < path->n_ops; i++)
        n += counts[path->ops[i]];
    return n;
}

static void widen(double low[2], double high[2], int axis, double v)
{
    low[axis] = v < low[axis] ? v : low[axis];
    high[axis] = v > high[axis] ? v : high[axis];
}

/* Where a curve turns back between its ends, in one direction. */
static void widen_curve(double low[2], double high[2], int axis, double p0, double p1, double p2,
                        double p3)
{
    double a = p3 - 3 * p2 + 3 * p1 - p0, b = 2 * (p2 - 2 * p1 + p0), c = p1 - p0;
    double roots[2], square = b * b - 4 * a * c;
    int n = 0;
    if (fabs(a) < 1e-12) {
        if (fabs(b) > 1e-12)
            roots[n++] = -c / b;
    } else if (square >= 0) {
        roots[n++] = (-b + sqrt(square)) / (2 * a);
        roots[n++] = (-b - sqrt(square)) / (2 * a);
    }
    for (int i = 0; i < n; i++) {
        double t = roots[i], u = 1 - t;
        if (t > 0 && t < 1)
            widen(low, high, axis,
                  u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3);
    }
}

bool hj_path_box(const hj_path *path, double box[4])
{
    double low[2] = {1e300, 1e300}, high[2] = {-1e300, -1e300};
    const double *q = path->xy;
    for (size_t i = 0; i < path->n_ops; i++) {
        if (path->ops[i] == HJ_CLOSE)
            continue;
        bool curve = path->ops[i] == HJ_CURVE;
        for (int axis = 0; axis < 2; axis++) {
            widen(low, high, axis, q[axis + (curve ? 4 : 0)]);
            if (curve && q >= path->xy + 2)
                widen_curve(low, high, axis, q[axis - 2], q[axis], q[axis + 2], q[axis + 4]);
        }
        q += curve ? 6 : 2;
    }
    if (!(low[0] <= high[0] && low[1] <= high[1]))
        return false;
    box[0] = low[0];
    box[1] = low[1];
    box[2] = high[0] - low[0];
    box[3] = high[1] - low[1];
    return true;
}

hj_path hj_path_through(const hj_path *path, const hj_matrix *m, hj_arena *arena)
{
    size_t n = hj_path_points(path);
    double *xy = HJ_ARRAY(arena, 2 * n + 1, double);
    for (size_t i = 0; i < n; i++) {
        double x = path->xy[2 * i], y = path->xy[2 * i + 1];
        xy[2 * i] = m->a * x + m->c * y + m->e;
        xy[2 * i + 1] = m->b * x + m->d * y + m->f;
    }
    return (hj_path){path->ops, xy, path->n_ops};
}

/* Of the polygon through all points, control points too: its sign is that of the shape, for all
 * shapes that do not cross themselves. */
static double signed_area(const hj_path *path)
{
    const double *q = path->xy;
    double sum = 0, sx = 0, sy = 0, x = 0, y = 0;
    for (size_t i = 0; i < path->n_ops; i++) {
        size_t n = path->ops[i] == HJ_CLOSE ? 0 : path->ops[i] == HJ_CURVE ? 3 : 1;
        if (path->ops[i] == HJ_MOVE) {
            sum += x * sy - sx * y; /* the open subpath before it is closed for filling */
            sx = x = q[0];
            sy = y = q[1];
            q += 2;
            continue;
        }
        for (; n; n--, q += 2) {
            sum += x * q[1] - q[0] * y;
            x = q[0];
            y = q[1];
        }
        if (path->ops[i] == HJ_CLOSE) {
            sum += x * sy - sx * y;
            x = sx;
            y = sy;
        }
    }
    return sum + x * sy - sx * y;
}

hj_path hj_path_upright(const hj_path *path, hj_arena *arena)
{
    if (signed_area(path) >= 0)
        return *path;
    hj_pen pen = {0};
    size_t points = hj_path_points(path), done = points;
    for (size_t end = path->n_ops; end;) { /* subpath by subpath, from the last */
        size_t from = end - 1, n = 0;
        while (from && path->ops[from] != HJ_MOVE)
            from--;
        for (size_t i = from; i < end; i++)
            n += path->ops[i] == HJ_CLOSE ? 0 : path->ops[i] == HJ_CURVE ? 3 : 1;
        const double *q = path->xy + 2 * done; /* past its last point; read backwards */
        done -= n;
        bool closed = path->ops[end - 1] == HJ_CLOSE;
        q -= 2;
        hj_pen_move(&pen, q[0], q[1]);
        for (size_t i = end; i-- > from + 1;) {
            if (path->ops[i] == HJ_LINE) {
                hj_pen_line(&pen, q[-2], q[-1]);
                q -= 2;
            } else if (path->ops[i] == HJ_CURVE) {
                hj_pen_curve(&pen, q[-2], q[-1], q[-4], q[-3], q[-6], q[-5]);
                q -= 6;
            }
        }
        if (closed)
            hj_pen_close(&pen);
        end = from;
    }
    return hj_pen_take(&pen, arena);
}

static const double kappa = 0.5522847498307936; /* a quarter circle as one curve */

void hj_pen_ellipse(hj_pen *pen, double cx, double cy, double rx, double ry)
{
    double kx = kappa * rx, ky = kappa * ry;
    hj_pen_move(pen, cx + rx, cy);
    hj_pen_curve(pen, cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry);
    hj_pen_curve(pen, cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy);
    hj_pen_curve(pen, cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry);
    hj_pen_curve(pen, cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy);
    hj_pen_close(pen);
}

void hj_pen_rectangle(hj_pen *pen, double x, double y, double w, double h, double rx, double ry)
{
    rx = rx > w / 2 ? w / 2 : rx;
    ry = ry > h / 2 ? h / 2 : ry;
    if (rx <= 0 || ry <= 0) {
        hj_pen_move(pen, x, y);
        hj_pen_line(pen, x + w, y);
        hj_pen_line(pen, x + w, y + h);
        hj_pen_line(pen, x, y + h);
        hj_pen_close(pen);
        return;
    }
    double kx = (1 - kappa) * rx, ky = (1 - kappa) * ry;
    hj_pen_move(pen, x + rx, y);
    hj_pen_line(pen, x + w - rx, y);
    hj_pen_curve(pen, x + w - kx, y, x + w, y + ky, x + w, y + ry);
    hj_pen_line(pen, x + w, y + h - ry);
    hj_pen_curve(pen, x + w, y + h - ky, x + w - kx, y + h, x + w - rx, y + h);
    hj_pen_line(pen, x + rx, y + h);
    hj_pen_curve(pen, x + kx, y + h, x, y + h - ky, x, y + h - ry);
    hj_pen_line(pen, x, y + ry);
    hj_pen_curve(pen, x, y + ky, x + kx, y, x + rx, y);
    hj_pen_close(pen);
}

static double angle_between(double ux, double uy, double vx, double vy)
{
    return atan2(ux * vy - uy * vx, ux * vx + uy * vy);
}

static void arc(hj_pen *pen, double x0, double y0, double rx, double ry, double degrees,
                bool large, bool sweep, double x, double y)
{
    if (x0 == x && y0 == y)
        return;
    rx = fabs(rx);
    ry = fabs(ry);
    if (rx == 0 || ry == 0) {
        hj_pen_line(pen, x, y);
        return;
    }
    double phi = degrees * pi / 180, c = cos(phi), s = sin(phi);
    double dx = (x0 - x) / 2, dy = (y0 - y) / 2;
    double px = c * dx + s * dy, py = -s * dx + c * dy;
    double lambda = px * px / (rx * rx) + py * py / (ry * ry);
    if (lambda > 1) { /* radii too small to reach: scaled up (F.6.6) */
        rx *= sqrt(lambda);
        ry *= sqrt(lambda);
    }
    double a = rx * rx * py * py + ry * ry * px * px;
    double square = a > 0 ? (rx * rx * ry * ry - a) / a : 0;
    double k = square > 0 ? sqrt(square) : 0;
    if (large == sweep)
        k = -k;
    double qx = k * rx * py / ry, qy = -k * ry * px / rx;
    double cx = c * qx - s * qy + (x0 + x) / 2, cy = s * qx + c * qy + (y0 + y) / 2;
    double ux = (px - qx) / rx, uy = (py - qy) / ry;
    double start = atan2(uy, ux);
    double turn = angle_between(ux, uy, (-px - qx) / rx, (-py - qy) / ry);
    if (sweep && turn < 0)
        turn += 2 * pi;
    if (!sweep && turn > 0)
        turn -= 2 * pi;
    int pieces = (int)ceil(fabs(turn) / (pi / 2) - 1e-9);
    pieces = pieces < 1 ? 1 : pieces;
    double step = turn / pieces, t = 4.0 / 3 * tan(step / 4);
    for (int i = 0; i < pieces; i++) {
        double a0 = start + i * step, a1 = a0 + step;
        double c0 = cos(a0), s0 = sin(a0), c1 = cos(a1), s1 = sin(a1);
        double ex1 = rx * (c0 - t * s0), ey1 = ry * (s0 + t * c0);
        double ex2 = rx * (c1 + t * s1), ey2 = ry * (s1 - t * c1);
        double ex = rx * c1, ey = ry * s1;
        bool last = i == pieces - 1; /* ends where it was told to */
        hj_pen_curve(pen, cx + c * ex1 - s * ey1, cy + s * ex1 + c * ey1, cx + c * ex2 - s * ey2,
                     cy + s * ex2 + c * ey2, last ? x : cx + c * ex - s * ey,
                     last ? y : cy + s * ex + c * ey);
    }
}

/* ---- path data (SVG 1.1, 8.3) ---- */

typedef struct cursor {
    double x, y; /* current point */
    double sx, sy; /* start of the subpath */
    double cx, cy; /* last control point, for S and T */
    char before; /* upper case of the last command */
} cursor;

static bool numbers(hj_scan *s, double *out, int n)
{
    for (int i = 0; i < n; i++) {
        if (i)
            hj_scan_comma(s);
        if (!hj_scan_number(s, &out[i]))
            return false;
    }
    return true;
}

static void quadratic(hj_pen *pen, cursor *at, double qx, double qy, double x, double y)
{
    hj_pen_curve(pen, at->x + (qx - at->x) * 2 / 3, at->y + (qy - at->y) * 2 / 3,
                 x + (qx - x) * 2 / 3, y + (qy - y) * 2 / 3, x, y);
    at->cx = qx;
    at->cy = qy;
}

/* One command with its arguments read into v. ox, oy: what relative coordinates count from. */
static bool segment(hj_pen *pen, cursor *at, char command, bool relative, hj_scan *s)
{
    double v[7], ox = relative ? at->x : 0, oy = relative ? at->y : 0;
    double mirror_x = 2 * at->x - at->cx, mirror_y = 2 * at->y - at->cy;
    double nx = at->x, ny = at->y;
    switch (command) {
    case 'M':
    case 'L':
        if (!numbers(s, v, 2))
            return false;
        nx = v[0] + ox;
        ny = v[1] + oy;
        if (command == 'M') {
            hj_pen_move(pen, nx, ny);
            at->sx = nx;
            at->sy = ny;
        } else {
            hj_pen_line(pen, nx, ny);
        }
        break;
    case 'H':
    case 'V':
        if (!numbers(s, v, 1))
            return false;
        if (command == 'H')
            nx = v[0] + ox;
        else
            ny = v[0] + oy;
        hj_pen_line(pen, nx, ny);
        break;
    case 'C':
        if (!numbers(s, v, 6))
            return false;
        nx = v[4] + ox;
        ny = v[5] + oy;
        hj_pen_curve(pen, v[0] + ox, v[1] + oy, v[2] + ox, v[3] + oy, nx, ny);
        at->cx = v[2] + ox;
        at->cy = v[3] + oy;
        break;
    case 'S':
        if (!numbers(s, v, 4))
            return false;
        nx = v[2] + ox;
        ny = v[3] + oy;
        if (at->before != 'C' && at->before != 'S') {
            mirror_x = at->x;
            mirror_y = at->y;
        }
        hj_pen_curve(pen, mirror_x, mirror_y, v[0] + ox, v[1] + oy, nx, ny);
        at->cx = v[0] + ox;
        at->cy = v[1] + oy;
        break;
    case 'Q':
        if (!numbers(s, v, 4))
            return false;
        nx = v[2] + ox;
        ny = v[3] + oy;
        quadratic(pen, at, v[0] + ox, v[1] + oy, nx, ny);
        break;
    case 'T':
        if (!numbers(s, v, 2))
            return false;
        nx = v[0] + ox;
        ny = v[1] + oy;
        if (at->before != 'Q' && at->before != 'T') {
            mirror_x = at->x;
            mirror_y = at->y;
        }
        quadratic(pen, at, mirror_x, mirror_y, nx, ny);
        break;
    case 'A': {
        bool large, sweep;
        if (!numbers(s, v, 3))
            return false;
        hj_scan_comma(s);
        if (!hj_scan_flag(s, &large))
            return false;
        hj_scan_comma(s);
        if (!hj_scan_flag(s, &sweep))
            return false;
        hj_scan_comma(s);
        if (!numbers(s, v + 3, 2))
            return false;
        nx = v[3] + ox;
        ny = v[4] + oy;
        arc(pen, at->x, at->y, v[0], v[1], v[2], large, sweep, nx, ny);
        break;
    }
    }
    at->x = nx;
    at->y = ny;
    at->before = command;
    return true;
}

bool hj_pen_data(hj_pen *pen, const char *data, const char **fault)
{
    hj_scan s = {data};
    cursor at = {0};
    hj_scan_space(&s);
    for (bool first = true; *s.p; first = false) {
        *fault = s.p;
        char letter = *s.p, command = letter & ~0x20;
        bool relative = letter & 0x20;
        if (!strchr("MLHVCSQTAZ", command) || (first && command != 'M'))
            return false;
        s.p++;
        hj_scan_space(&s);
        if (command == 'Z') {
            hj_pen_close(pen);
            at.x = at.sx;
            at.y = at.sy;
            at.before = 'Z';
            continue;
        }
        if (at.before == 'Z' && command != 'M') /* drawing goes on from the start point */
            hj_pen_move(pen, at.x, at.y);
        for (;;) {
            *fault = s.p;
            if (!segment(pen, &at, command, relative, &s))
                return false;
            hj_scan_comma(&s);
            if (!*s.p || !(is_digit(*s.p) || strchr("+-.", *s.p)))
                break;
            if (command == 'M') /* further pairs after a move are lines */
                command = 'L';
        }
    }
    return true;
}
