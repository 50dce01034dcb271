/* Lines over rows in order, or over time.
 *
 * The hard idea: a series is named where its line ends, so that nobody looks from a legend to the
 * lines and back; names that would lie on each other are pushed apart. Each stretch of a line
 * belongs to the point it leads to, and its dashes go on from the stretch before. */
#include <math.h>
#include <string.h>

#include "diagram/xy.h"

/* Solid, and seven more that are told apart without colour. */
static const struct { double dash[4]; int n; } dashes[HJ_MAX_SERIES] = {
    {{0}, 0}, {{5000, 2500}, 2}, {{1500, 2000}, 2}, {{7000, 2000, 1500, 2000}, 4},
    {{0}, 0}, {{9000, 3000}, 2}, {{3000, 1500}, 2}, {{4000, 2000, 1000, 2000}, 4},
};

static void stroke(hj_draw *w, int s, double x1, double y1, double x2, double y2, double *run)
{
    hj_draw_line(w, x1, y1, x2, y2, 1500, w->d->colors[s], dashes[s].dash, dashes[s].n);
    w->last->pen.dash_offset = *run;
    if (!dashes[s].n)
        w->last->pen.cap = 1;
    double whole = 0;
    for (int i = 0; i < dashes[s].n; i++)
        whole += dashes[s].dash[i];
    *run = whole > 0 ? fmod(*run + hypot(x2 - x1, y2 - y1), whole) : 0;
}

static void swatch(hj_xy *x, int s, double at, double middle)
{
    double run = 0;
    stroke(x->w, s, at, middle, at + 18000, middle, &run);
    hj_draw_symbol(x->w, at + 9000, middle, 2600, s, x->d->colors[s]);
}

static double width_of(void *self, const char *text)
{
    hj_draw *w = self;
    return hj_draw_width(w, &w->plain, text);
}

/* Names at the ends of lines: sorted by height, then pushed apart, within top and bottom. */
static void place_names(const double *wanted, double *y, const int *order, int n, double apart,
                        double top, double bottom)
{
    double least = top;
    for (int i = 0; i < n; i++) {
        double at = wanted[order[i]] - apart / 2;
        y[order[i]] = at < least ? least : at;
        least = y[order[i]] + apart;
    }
    double most = bottom;
    for (int i = n - 1; i >= 0; i--) {
        if (y[order[i]] + apart > most)
            y[order[i]] = most - apart;
        most = y[order[i]];
    }
}

typedef struct plane {
    double left, right, top, bottom, low, scale;
    hj_date from, to;
} plane;

static double x_of(const hj_xy *x, const plane *p, int row)
{
    const hj_diagram *d = x->d;
    if (!d->dated)
        return d->n_rows < 2 ? (p->left + p->right) / 2
                             : p->left + (p->right - p->left) * row / (d->n_rows - 1);
    if (p->to <= p->from)
        return (p->left + p->right) / 2;
    const hj_when *w = &d->rows[row].date;
    double day = (w->from + w->to) / 2.0;
    return p->left + (day - p->from) * (p->right - p->left) / (p->to - p->from);
}

static double y_of(const plane *p, double v)
{
    return p->bottom - (v - p->low) * p->scale;
}

/* Below the plane: dates, or the names of rows as far as they keep apart. Every row has a tick,
 * which is what its head in the table stands for. Returns where it ends. */
static double names_below(hj_xy *x, const plane *p)
{
    hj_draw *w = x->w;
    const hj_diagram *d = x->d;
    double y = p->bottom, base = y + 5000 + w->plain.ascent, end = -1e9;
    double height = 5000 + w->plain.leading;
    static const int steps[] = {1, 2, 3, 4, 5, 6, 10, 12, 20, 24, 50, 100, 250, 500};
    int each = 1;
    hj_label *labels = HJ_ARRAY(w->arena, (size_t)d->n_rows, hj_label);
    double slot = d->n_rows > 1 ? (p->right - p->left) / (d->n_rows - 1) : p->right - p->left;
    for (size_t i = 0; !d->dated && i < HJ_COUNT(steps); i++) {
        bool fits = true;
        each = steps[i];
        for (int r = 0; r < d->n_rows; r += each) {
            double room = slot * each - 5000 > w->width ? w->width : slot * each - 5000;
            labels[r] = hj_draw_wrap(w, &w->plain, d->rows[r].label, room);
            fits &= labels[r].width <= room && labels[r].n <= 2;
        }
        if (fits || each >= d->n_rows)
            break;
    }
    for (int r = 0; r < d->n_rows; r++) {
        double at = x_of(x, p, r);
        bool named = !d->dated && r % each == 0;
        hj_xy_cell(x, r + 1, 0);
        hj_draw_line(w, at, y, at, y + (named || d->dated ? 3000 : 1500), 500, w->axis, NULL, 0);
        if (!named)
            continue;
        double half = labels[r].width / 2, middle = at;
        middle = middle - half < 0 ? half : middle + half > w->width ? w->width - half : middle;
        if (middle - half < end)
            continue;
        end = middle + half + 4000;
        hj_draw_label(w, &w->plain, &labels[r], middle, y + 4500, HJ_CENTER, w->ink);
        if (4500 + labels[r].height > height)
            height = 4500 + labels[r].height;
    }
    w->cell = HJ_DIAGRAM_FIGURE;
    if (!d->dated)
        return y + height;
    hj_time_tick *ticks;
    double width = p->right - p->left;
    int n = hj_time_ticks(d, p->from, p->to, HJ_TICK_AUTO, width, width_of, w, 9000, w->arena,
                          &ticks);
    bool years = false;
    double year_end = -1e9;
    for (int i = 0; i < n; i++) {
        double at = p->left + (p->to > p->from ? (ticks[i].date - p->from) * width
                                                     / (p->to - p->from) : width / 2);
        hj_draw_line(w, at, y, at, y + 4500, 700, w->axis, NULL, 0);
        double half = hj_draw_width(w, &w->plain, ticks[i].label) / 2;
        double middle = at - half < 0 ? half : at + half > w->width ? w->width - half : at;
        if (middle - half < end)
            continue;
        end = middle + half + 3000;
        hj_draw_text(w, &w->plain, ticks[i].label, middle, base, HJ_CENTER, w->ink);
        if (ticks[i].under && middle - half >= year_end) {
            hj_draw_text(w, &w->plain, ticks[i].under, middle - half, base + w->plain.leading,
                         HJ_LEFT, w->muted);
            year_end = middle - half + hj_draw_width(w, &w->plain, ticks[i].under) + 5000;
            years = true;
        }
    }
    return y + height + (years ? w->plain.leading : 0);
}

/* Where the line would have been, between the values around the gap; at an end as the nearest. */
static double gap_y(const hj_xy *x, const plane *p, int row, int s)
{
    const hj_diagram *d = x->d;
    int a = row, b = row;
    while (a >= 0 && d->rows[a].values[s].missing)
        a--;
    while (b < d->n_rows && d->rows[b].values[s].missing)
        b++;
    if (a < 0 && b == d->n_rows)
        return p->bottom - 5000 - 5500 * s;
    if (a < 0 || b == d->n_rows)
        return y_of(p, d->rows[a < 0 ? b : a].values[s].v);
    double from = d->rows[a].values[s].v, to = d->rows[b].values[s].v;
    double part = (x_of(x, p, row) - x_of(x, p, a)) / (x_of(x, p, b) - x_of(x, p, a));
    return y_of(p, from + (to - from) * part);
}

static int last_value(const hj_diagram *d, int s)
{
    for (int r = d->n_rows - 1; r >= 0; r--)
        if (!d->rows[r].values[s].missing)
            return r;
    return -1;
}

/* The number at a point: above a peak, below a dip, and not on another. */
static void number_at(hj_xy *x, const plane *p, hj_taken *taken, int r, int s)
{
    hj_draw *w = x->w;
    const hj_diagram *d = x->d;
    double v = d->rows[r].values[s].v;
    const hj_datum *before = r > 0 ? &d->rows[r - 1].values[s] : NULL;
    const hj_datum *after = r + 1 < d->n_rows ? &d->rows[r + 1].values[s] : NULL;
    bool dip = (!before || before->missing || before->v > v)
               && (!after || after->missing || after->v > v)
               && (before || after);
    const char *text = hj_xy_value(x, v);
    double half = hj_draw_width(w, &w->plain, text) / 2, at = x_of(x, p, r), y = y_of(p, v);
    if (2 * half > p->right - p->left + 8000)
        return; /* wider than the plane */
    at = at + half > p->right + 5000 ? p->right + 5000 - half : at;
    at = at - half < p->left - 3000 ? p->left - 3000 + half : at;
    for (int turn = 0; turn < 2; turn++) {
        bool below = dip != (turn == 1);
        double base = below ? y + w->plain.cap + 5500 : y - 5500;
        if (base > p->bottom - 1000
            || !hj_take(taken, w->arena, at - half - 1500, base - w->plain.cap - 500,
                        at + half + 1500, base + 500))
            continue;
        hj_draw_text(w, &w->plain, text, at, base, HJ_CENTER, w->ink);
        return;
    }
}

void hj_line_draw(hj_xy *x)
{
    hj_draw *w = x->w;
    const hj_diagram *d = x->d;
    double leading = w->plain.leading, names = 0;
    for (int s = 0; s < d->n_series; s++) {
        double width = hj_draw_width(w, &w->bold, d->series[s].name) + 9000;
        names = width > names ? width : names;
    }
    double wanted = w->style->height > 0 ? w->style->height : w->width * 0.4;
    if (!w->style->height)
        wanted = wanted > 190000 ? 190000 : wanted < 110000 ? 110000 : wanted;
    bool direct = d->n_series > 1 && names <= w->width * 0.3
                  && d->n_series * leading <= wanted - 40000;
    hj_xy_key(x, direct ? NULL : swatch, 18000, x->missing);
    double height = wanted - x->top - leading - 5000;
    height = height < 40000 ? 40000 : height;
    int most = (int)(height / 20000);
    hj_scale scale = hj_scale_nice(x->low, x->high, most < 4 ? 4 : most > 7 ? 7 : most);
    /* What is counted in whole ones has no halves on its axis. */
    for (int n = scale.n; x->unit == 1 && scale.decimals > d->decimals && n > 2; n--)
        scale = hj_scale_nice(x->low, x->high, n);
    plane p = {.left = hj_xy_ticks_width(x, &scale) + 9000,
               .right = w->width - (direct ? names + 8000 : 5000),
               .top = x->top + leading / 2, .low = scale.from};
    p.bottom = p.top + height - leading / 2;
    p.scale = (p.bottom - p.top) / (scale.to - scale.from);
    if (p.right < p.left + 40000) { /* no room for numbers and lines both: wider than was asked */
        w->width += p.left + 40000 - p.right;
        p.right = p.left + 40000;
    }
    if (d->dated) {
        p.from = d->rows[0].date.from;
        p.to = d->rows[d->n_rows - 1].date.to;
    }
    bool named = d->n_series > 1 || x->unit_word || *d->series[0].name
                 || (*d->unit && strcmp(d->unit, "%") != 0);
    for (int i = 0; i < scale.n; i++) {
        double v = hj_scale_tick(&scale, i), y = y_of(&p, v);
        if (!named)
            hj_xy_cell(x, 0, 1);
        hj_draw_line(w, p.left - 4000, y, p.right, y, v == 0 ? 800 : 500,
                     v == 0 ? w->axis : w->grid, NULL, 0);
        hj_draw_text(w, &w->plain, hj_xy_tick(x, &scale, i), p.left - 8000,
                     hj_draw_middle(&w->plain, y), HJ_RIGHT, w->muted);
        w->cell = HJ_DIAGRAM_FIGURE;
    }
    hj_xy_cell(x, 0, 0);
    hj_draw_line(w, p.left, p.bottom, p.right, p.bottom, 800, w->axis, NULL, 0);
    w->height = names_below(x, &p);

    bool symbols = d->n_rows <= 40;
    double radius = d->n_rows <= 15 ? 2600 : 1900;
    for (int s = 0; s < d->n_series; s++) {
        double run = 0, px = 0, py = 0;
        bool joined = false;
        for (int r = 0; r < d->n_rows; r++) {
            const hj_datum *v = &d->rows[r].values[s];
            double at = x_of(x, &p, r), y = y_of(&p, v->v);
            hj_xy_cell(x, r + 1, s + 1);
            if (v->missing) {
                hj_xy_cross(w, at, gap_y(x, &p, r, s), d->colors[s]);
                joined = false;
                continue;
            }
            if (joined)
                stroke(w, s, px, py, at, y, &run);
            bool alone = !joined && (r + 1 == d->n_rows || d->rows[r + 1].values[s].missing);
            if (!symbols && (!joined || alone))
                hj_draw_circle(w, at, y, alone ? 1900 : 800, d->colors[s], HJ_CLEAR, 0, false);
            joined = true;
            px = at;
            py = y;
        }
    }
    /* Symbols over all lines, and numbers where they have room. */
    hj_taken taken = {0};
    for (int s = 0; symbols && s < d->n_series; s++)
        for (int r = 0; r < d->n_rows; r++) {
            const hj_datum *v = &d->rows[r].values[s];
            if (v->missing)
                continue;
            hj_xy_cell(x, r + 1, s + 1);
            double at = x_of(x, &p, r), y = y_of(&p, v->v);
            hj_draw_symbol(w, at, y, radius, s, d->colors[s]);
            hj_take(&taken, w->arena, at - radius, y - radius, at + radius, y + radius);
        }
    bool numbers = d->show == HJ_VALUES_SHOW
                   || (d->show == HJ_VALUES_AUTO && d->n_series == 1 && d->n_rows <= 14);
    for (int s = 0; numbers && s < d->n_series; s++)
        for (int r = 0; r < d->n_rows; r++)
            if (!d->rows[r].values[s].missing) {
                hj_xy_cell(x, r + 1, s + 1);
                number_at(x, &p, &taken, r, s);
            }
    if (!direct)
        return;
    double ends[HJ_MAX_SERIES], y[HJ_MAX_SERIES];
    int order[HJ_MAX_SERIES], n = 0;
    for (int s = 0; s < d->n_series; s++) {
        int r = last_value(d, s);
        ends[s] = r < 0 ? p.bottom : y_of(&p, d->rows[r].values[s].v);
        int i = n++;
        for (; i > 0 && ends[order[i - 1]] > ends[s]; i--)
            order[i] = order[i - 1];
        order[i] = s;
    }
    place_names(ends, y, order, n, leading, p.top - leading / 2, p.bottom + leading / 2);
    for (int s = 0; s < d->n_series; s++) {
        hj_xy_cell(x, 0, s + 1);
        hj_draw_symbol(w, p.right + 10500, y[s] + leading / 2, 2600, s, d->colors[s]);
        hj_draw_text(w, &w->bold, d->series[s].name, p.right + 17000,
                     hj_draw_middle(&w->bold, y[s] + leading / 2), HJ_LEFT, w->ink);
    }
}
