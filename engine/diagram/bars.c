/* Bars: side by side or stacked, upright or lying.
 *
 * The hard idea: upright bars look best and lying ones always have room for their names, so bars
 * stand as long as every name fits below its group in a few lines, and lie down when one does not.
 * Where the numbers themselves have room at the bars, there is no axis to read them off. */
#include <math.h>
#include <string.h>

#include "diagram/xy.h"

enum { LABEL_LINES = 3 };

static double longest_word(hj_draw *w, const char *text)
{
    double most = 0;
    while (*text) {
        size_t n = strcspn(text, " ");
        double width = hj_draw_width(w, &w->plain, hj_arena_strndup(w->arena, text, n));
        most = width > most ? width : most;
        text += n;
        text += strspn(text, " ");
    }
    return most;
}

/* The widest number, as it will stand at a bar. */
static double widest_value(hj_xy *x, bool sums)
{
    const hj_diagram *d = x->d;
    double most = 0;
    for (int r = 0; r < d->n_rows; r++) {
        double up = 0, down = 0;
        for (int s = 0; s < d->n_series; s++) {
            const hj_datum *v = &d->rows[r].values[s];
            if (v->missing)
                continue;
            up += v->v > 0 ? v->v : 0;
            down += v->v < 0 ? v->v : 0;
            if (!sums) {
                double width = hj_draw_width(x->w, &x->w->plain, hj_xy_value(x, v->v));
                most = width > most ? width : most;
            }
        }
        for (int k = 0; sums && k < 2; k++) {
            double width = hj_draw_width(x->w, &x->w->plain, hj_xy_value(x, k ? down : up));
            most = width > most ? width : most;
        }
    }
    return most;
}

static void swatch(hj_xy *x, int s, double at, double middle)
{
    hj_draw_pattern(x->w, at, middle - 4000, 13000, 8000, s, x->d->colors[s]);
}

/* One bar from nought (or from the bar below it), along the axis that values are on. */
typedef struct bar {
    double from, to; /* along the value axis, from < to when positive */
    double side, thick; /* across it */
    bool lying;
} bar;

static void draw_bar(hj_xy *x, const bar *b, int s)
{
    double low = b->from < b->to ? b->from : b->to, size = fabs(b->to - b->from);
    if (size < 700) { /* nought, or next to it, is still to be seen */
        low -= (700 - size) / 2;
        size = 700;
        if (b->lying)
            hj_draw_box(x->w, low, b->side, size, b->thick, x->d->colors[s]);
        else
            hj_draw_box(x->w, b->side, low, b->thick, size, x->d->colors[s]);
    } else if (b->lying) {
        hj_draw_pattern(x->w, low, b->side, size, b->thick, s, x->d->colors[s]);
    } else {
        hj_draw_pattern(x->w, b->side, low, b->thick, size, s, x->d->colors[s]);
    }
}

/* A number inside a bar, on a plate where there is a pattern below it or too pale a colour. */
static bool inside(hj_xy *x, const bar *b, int s, const char *text)
{
    hj_draw *w = x->w;
    double width = hj_draw_width(w, &w->plain, text), height = w->plain.cap + 4000;
    double along = fabs(b->to - b->from), room_w = b->lying ? along : b->thick;
    double room_h = b->lying ? b->thick : along;
    if (width + 4000 > room_w || height > room_h)
        return false;
    double middle = (b->from + b->to) / 2, across = b->side + b->thick / 2;
    double cx = b->lying ? middle : across, cy = b->lying ? across : middle;
    bool plate = s > 0 || hj_contrast(x->d->colors[s]) < 4.5; /* WCAG 2.1, 1.4.3 */
    if (plate)
        hj_draw_box(w, cx - width / 2 - 1500, cy - height / 2 + 500, width + 3000, height - 1000,
                    HJ_WHITE);
    hj_draw_text(w, &w->plain, text, cx, hj_draw_middle(&w->plain, cy), HJ_CENTER,
                 plate ? w->ink : HJ_WHITE);
    return true;
}

/* How wide a bar is, and where the s-th of a group begins. */
typedef struct group {
    double bar, gap, size;
} group;

static group group_of(const hj_diagram *d, double slot, double most)
{
    int bars = d->stacked ? 1 : d->n_series;
    group g = {.gap = bars > 1 ? 1000 : 0};
    g.bar = (slot * 0.74 - g.gap * (bars - 1)) / bars;
    if (g.bar < 600) {
        g.gap = 0;
        g.bar = slot * 0.8 / bars;
    }
    if (g.bar > most)
        g.bar = most;
    g.size = g.bar * bars + g.gap * (bars - 1);
    return g;
}

/* What a stack comes to above nought and below it, and whether that is to be said: not when it is
 * one bar's, whose number stands in it. */
typedef struct stack {
    double up, down;
    int n_up, n_down; /* bars whose value counts */
    int said_up, said_down; /* of them, with their number inside */
} stack;

static void stacked(stack *t, double v, bool said)
{
    if (v < 0) {
        t->down += v;
        t->n_down++;
        t->said_down += said;
    } else {
        t->up += v;
        t->n_up += v > 0;
        t->said_up += said && v > 0;
    }
}

static bool tells_up(const stack *t, bool any)
{
    return any && (t->n_up > 1 || (t->n_up == 1 && !t->said_up) || (!t->n_up && !t->n_down));
}

static bool tells_down(const stack *t)
{
    return t->n_down > 1 || (t->n_down == 1 && !t->said_down);
}

/* The line at nought. It is the content of heads of the table that nothing else is drawn for. */
static void base_line(hj_xy *x, double x1, double y1, double x2, double y2, bool named)
{
    hj_draw_heads(x->w, x1, y1, x2, y2, 800, x->w->axis, 0, named ? 0 : 1);
}

static bool values_wanted(const hj_xy *x, bool fit)
{
    return x->d->show == HJ_VALUES_SHOW || (x->d->show == HJ_VALUES_AUTO && fit);
}

/* The head of the only column stands above when something is said there, else on the axis. */
static bool is_named(const hj_xy *x)
{
    return x->d->n_series > 1 || x->unit_word || *x->d->series[0].name
           || (*x->d->unit && strcmp(x->d->unit, "%") != 0);
}

/* ---- upright ---- */

static void upright(hj_xy *x)
{
    hj_draw *w = x->w;
    const hj_diagram *d = x->d;
    int n = d->n_rows;
    double leading = w->plain.leading;
    double slot = w->width / n;
    group g = group_of(d, slot, 44000);
    double value_width = widest_value(x, d->stacked);
    bool fit = value_width <= (d->stacked ? slot - 3000 : g.bar + g.gap - 500)
               || (d->n_series == 1 && value_width <= slot - 4000);
    bool values = values_wanted(x, fit), axis = !values || !fit;
    const char *missing = hj_word(d->lang, "missing");
    bool says_missing = x->missing && hj_draw_width(w, &w->plain, missing) + 2000
                                      <= 0.8 * (d->n_series == 1 ? slot : g.bar + g.gap);
    hj_xy_key(x, swatch, 13000, x->missing && (d->stacked || !says_missing));

    double wanted = w->style->height > 0 ? w->style->height : w->width * 0.4;
    if (!w->style->height)
        wanted = wanted > 190000 ? 190000 : wanted < 110000 ? 110000 : wanted;
    double high = x->high, low = x->low, left = 0, height = wanted - x->top - leading - 6000;
    height = height < 40000 ? 40000 : height;
    int most = (int)(height / 21000);
    hj_scale scale = hj_scale_nice(low, high, most < 4 ? 4 : most > 7 ? 7 : most);
    if (axis) {
        high = scale.to;
        low = scale.from;
        left = hj_xy_ticks_width(x, &scale) + 6000;
    } else if (high == low) {
        high = scale.to;
    }
    double above = (values && x->high > 0) || says_missing ? leading : axis ? w->plain.cap / 2 : 0;
    double below = values && x->low < 0 ? leading : 0;
    slot = (w->width - left) / n;
    g = group_of(d, slot, 44000);

    /* Names below: as few lines as needed; when they do not fit, every second, fifth, … one. */
    int each = 1;
    static const int steps[] = {1, 2, 3, 4, 5, 6, 10, 12, 20, 24, 50, 100, 250, 500};
    double word = 0;
    for (int r = 0; r < n; r++) {
        double width = longest_word(w, d->rows[r].label);
        word = width > word ? width : word;
    }
    for (size_t i = 0; i < HJ_COUNT(steps); i++) {
        each = steps[i];
        if (word + 4000 <= slot * each || each >= n)
            break;
    }
    double names = 0, room = slot * each - 4000;
    hj_label *labels = HJ_ARRAY(w->arena, (size_t)n, hj_label);
    for (int r = 0; r < n; r += each) {
        double most_wide = room > word ? room : word;
        most_wide = most_wide > w->width ? w->width : most_wide;
        labels[r] = hj_draw_wrap(w, &w->plain, d->rows[r].label, most_wide);
        names = labels[r].height > names ? labels[r].height : names;
    }

    height = wanted - x->top - names - 4500; /* what is left when the names have their room */
    height = height < 40000 + above + below ? 40000 + above + below : height;
    double top = x->top + above, bottom = top + height - above - below;
    double scale_of = (bottom - top) / (high - low);
#define Y(v) (bottom - ((v) - low) * scale_of)
    if (axis) {
        w->cell = HJ_DIAGRAM_FIGURE;
        for (int i = 0; i < scale.n; i++) {
            double y = Y(hj_scale_tick(&scale, i));
            if (!is_named(x))
                hj_xy_cell(x, 0, 1);
            hj_draw_line(w, left, y, w->width, y, 500, w->grid, NULL, 0);
            hj_draw_text(w, &w->plain, hj_xy_tick(x, &scale, i), left - 6000,
                         hj_draw_middle(&w->plain, y), HJ_RIGHT, w->muted);
        }
        w->cell = HJ_DIAGRAM_FIGURE;
    }
    double names_end = -1e9;
    for (int r = 0; r < n; r++) {
        double middle = left + slot * (r + 0.5), up = 0, down = 0;
        double beside = middle + g.bar / 2 + 4500, edge = left + slot * (r + 1) - 2200;
        int lost = 0; /* stacked: what is missing stands as crosses beside the bar */
        stack sums = {0};
        beside = beside > edge ? edge : beside;
        for (int s = 0; s < d->n_series; s++) {
            const hj_datum *v = &d->rows[r].values[s];
            bar b = {.side = middle - g.size / 2 + (d->stacked ? 0 : s * (g.bar + g.gap)),
                     .thick = g.bar};
            double centre = b.side + b.thick / 2;
            hj_xy_cell(x, r + 1, s + 1);
            if (v->missing) {
                if (says_missing && !d->stacked)
                    hj_draw_text(w, &w->plain, missing, centre, Y(0) - 3000, HJ_CENTER, w->muted);
                else
                    hj_xy_cross(w, d->stacked ? beside : centre, Y(0) - 4500 - 5500 * lost,
                                w->muted);
                lost += d->stacked;
                continue;
            }
            double *sum = v->v < 0 ? &down : &up, from = d->stacked ? *sum : 0;
            *sum += v->v;
            b.from = Y(from);
            b.to = Y(from + v->v);
            draw_bar(x, &b, s);
            if (!values)
                continue;
            const char *text = hj_xy_value(x, v->v);
            if (d->stacked)
                stacked(&sums, v->v, inside(x, &b, s, text));
            else if (hj_draw_width(w, &w->plain, text)
                     <= (d->n_series == 1 ? slot - 2000 : g.bar + g.gap))
                hj_draw_text(w, &w->plain, text, centre,
                             v->v < 0 ? b.to + w->plain.cap + 3000 : b.to - 3000, HJ_CENTER,
                             w->ink);
        }
        w->cell = HJ_DIAGRAM_FIGURE;
        if (values && d->stacked && d->n_series > 1) {
            const char *over = hj_xy_value(x, up), *under = hj_xy_value(x, down);
            if (tells_up(&sums, lost < d->n_series)
                && hj_draw_width(w, &w->bold, over) <= slot - 1000)
                hj_draw_text(w, &w->bold, over, middle, Y(up) - 3000, HJ_CENTER, w->ink);
            if (tells_down(&sums) && hj_draw_width(w, &w->bold, under) <= slot - 1000)
                hj_draw_text(w, &w->bold, under, middle, Y(down) + w->plain.cap + 3000, HJ_CENTER,
                             w->ink);
        }
        hj_xy_cell(x, r + 1, 0);
        double foot = bottom + below, half = labels[r].width / 2, centre = middle;
        centre = centre + half > w->width ? w->width - half : centre < half ? half : centre;
        bool named = r % each == 0 && centre - half >= names_end;
        if (named) {
            names_end = centre + half + 3000;
            hj_draw_label(w, &w->plain, &labels[r], centre, foot + 4500, HJ_CENTER, w->ink);
        }
        if (low >= 0 || !named) /* a longer tick says which bar the name is of */
            hj_draw_line(w, middle, foot, middle, foot + (named ? 3000 : 1500), 500, w->axis, NULL,
                         0);
    }
    base_line(x, left, Y(0), w->width, Y(0), axis || is_named(x));
#undef Y
    w->height = bottom + below + 4500 + names;
}

/* ---- lying ---- */

static void lying(hj_xy *x)
{
    hj_draw *w = x->w;
    const hj_diagram *d = x->d;
    double leading = w->plain.leading, widest = 0;
    bool values = values_wanted(x, true), axis = !values;
    int bars = d->stacked ? 1 : d->n_series;
    const char *missing = hj_word(d->lang, "missing");
    hj_xy_key(x, swatch, 13000, x->missing && d->stacked);

    for (int r = 0; r < d->n_rows; r++) {
        double width = hj_draw_width(w, &w->plain, d->rows[r].label);
        widest = width > widest ? width : widest;
    }
    double names = widest > w->width * 0.38 ? w->width * 0.38 : widest, left = names + 8000;
    double number = values ? widest_value(x, d->stacked) + 5000 : 0;
    if (x->missing && !d->stacked) {
        double width = hj_draw_width(w, &w->plain, missing) + 5000;
        number = width > number ? width : number;
    }
    bool beyond = x->high > 0 || x->low == 0 || (x->missing && !d->stacked);
    double right = w->width - (beyond ? number : 4000);
    if (x->low < 0)
        left += values ? number : 0;
    double end = w->width; /* stacked: crosses for what is missing stand at the far end */
    if (x->missing && d->stacked) {
        int most_lost = 0;
        for (int r = 0; r < d->n_rows; r++) {
            int lost = 0;
            for (int s = 0; s < d->n_series; s++)
                lost += d->rows[r].values[s].missing;
            most_lost = lost > most_lost ? lost : most_lost;
        }
        right -= most_lost * 5500 + 3000;
    }
    if (right - left < 40000) { /* no room for numbers and bars both: wider than was asked */
        w->width += left + 40000 - right;
        end = w->width;
        right = left + 40000;
    }
    double high = x->high, low = x->low;
    int most = (int)((right - left) / 45000);
    hj_scale scale = hj_scale_nice(low, high, most < 3 ? 3 : most > 8 ? 8 : most);
    /* Labels of ticks must keep apart: fewer ticks until they do. */
    for (int fewer = most < 3 ? 3 : most > 8 ? 8 : most; axis && fewer > 2; fewer--) {
        scale = hj_scale_nice(low, high, fewer);
        double room = (right - left) / (scale.n > 1 ? scale.n - 1 : 1);
        if (hj_xy_ticks_width(x, &scale) + 8000 <= room)
            break;
    }
    if (axis) {
        low = scale.from;
        high = scale.to;
        right -= hj_draw_width(w, &w->plain, hj_xy_tick(x, &scale, scale.n - 1)) / 2;
    } else if (low == high) {
        high = scale.to;
    }
    double scale_of = (right - left) / (high - low);
#define X(v) (left + ((v) - low) * scale_of)
    double thick = bars > 1 ? leading * 0.86 : leading * 1.02, gap = bars > 1 ? 1000 : 0;
    double y = x->top, top = y;
    double *at = HJ_ARRAY(w->arena, (size_t)d->n_rows, double);
    hj_label *labels = HJ_ARRAY(w->arena, (size_t)d->n_rows, hj_label);
    int first_row, end_row;
    hj_draw_rows(w, d->n_rows, &first_row, &end_row);
    for (int r = first_row; r < end_row; r++) { /* how tall it becomes, before the grid behind it */
        labels[r] = hj_draw_wrap(w, &w->plain, d->rows[r].label, names);
        double size = thick * bars + gap * (bars - 1);
        size = labels[r].height > size ? labels[r].height : size;
        at[r] = y + size / 2;
        y += size + (bars > 1 ? 7000 : d->n_rows > 20 ? 2500 : 4500);
    }
    double bottom = y, ticks_end = 0;
    for (int i = 0; axis && i < scale.n; i++) {
        double tick = X(hj_scale_tick(&scale, i));
        if (!is_named(x))
            hj_xy_cell(x, 0, 1);
        hj_draw_line(w, tick, top, tick, bottom, 500, w->grid, NULL, 0);
        const char *text = hj_xy_tick(x, &scale, i);
        double half = hj_draw_width(w, &w->plain, text) / 2;
        if (tick - half >= ticks_end) {
            hj_draw_text(w, &w->plain, text, tick, bottom + 3000 + w->plain.ascent, HJ_CENTER,
                         w->muted);
            ticks_end = tick + half + 4000;
        }
        w->cell = HJ_DIAGRAM_FIGURE;
    }
    for (int r = first_row; r < end_row; r++) {
        int lost = 0;
        stack sums = {0};
        double up = 0, down = 0, first = at[r] - (thick * bars + gap * (bars - 1)) / 2;
        hj_xy_cell(x, r + 1, 0);
        hj_draw_label(w, &w->plain, &labels[r], 0, at[r] - labels[r].height / 2, HJ_LEFT, w->ink);
        for (int s = 0; s < d->n_series; s++) {
            const hj_datum *v = &d->rows[r].values[s];
            bar b = {.side = first + (d->stacked ? 0 : s * (thick + gap)), .thick = thick,
                     .lying = true};
            double base = hj_draw_middle(&w->plain, b.side + thick / 2);
            hj_xy_cell(x, r + 1, s + 1);
            if (v->missing) {
                if (d->stacked)
                    hj_xy_cross(w, end - 3000 - 5500 * lost++, at[r], w->muted);
                else
                    hj_draw_text(w, &w->plain, missing, X(0) + 4000, base, HJ_LEFT, w->muted);
                continue;
            }
            double *sum = v->v < 0 ? &down : &up, from = d->stacked ? *sum : 0;
            *sum += v->v;
            b.from = X(from);
            b.to = X(from + v->v);
            draw_bar(x, &b, s);
            if (!values)
                continue;
            const char *text = hj_xy_value(x, v->v);
            if (d->stacked)
                stacked(&sums, v->v, inside(x, &b, s, text));
            else if (v->v < 0)
                hj_draw_text(w, &w->plain, text, b.to - 4000, base, HJ_RIGHT, w->ink);
            else
                hj_draw_text(w, &w->plain, text, b.to + 4000, base, HJ_LEFT, w->ink);
        }
        w->cell = HJ_DIAGRAM_FIGURE;
        if (!values || !d->stacked || d->n_series < 2)
            continue;
        double base = hj_draw_middle(&w->bold, at[r]);
        if (tells_up(&sums, lost < d->n_series))
            hj_draw_text(w, &w->bold, hj_xy_value(x, up), X(up) + 4000, base, HJ_LEFT, w->ink);
        if (tells_down(&sums))
            hj_draw_text(w, &w->bold, hj_xy_value(x, down), X(down) - 4000, base, HJ_RIGHT,
                         w->ink);
    }
    base_line(x, X(0), top - 1000, X(0), bottom - (axis ? 0 : 3000), axis || is_named(x));
#undef X
    w->height = axis ? bottom + 3000 + leading : bottom - 3000;
}

/* True when each name has room below its bars. */
static bool names_fit(hj_xy *x)
{
    hj_draw *w = x->w;
    double room = w->width / x->d->n_rows - 4000;
    for (int r = 0; r < x->d->n_rows; r++) {
        const char *name = x->d->rows[r].label;
        if (longest_word(w, name) > room
            || hj_draw_wrap(w, &w->plain, name, room).n > LABEL_LINES)
            return false;
    }
    return true;
}

void hj_bars_draw(hj_xy *x)
{
    bool up = x->d->direction == HJ_VERTICAL
              || (x->d->direction == HJ_AUTO_WAY && names_fit(x));
    if (up)
        upright(x);
    else
        lying(x);
}
