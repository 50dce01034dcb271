/* Bars and lines: the data, what is said of it, and the frame that both are drawn in.
 *
 * The hard idea: what the numbers are is said once, above (unit, and "mill." when they are large),
 * so that every label is as short as it can be; the table keeps them as they were written. */
#include <math.h>
#include <string.h>

#include "diagram/xy.h"

const char *hj_xy_row_name(const hj_diagram *d, int row, hj_arena *arena)
{
    const hj_xy_row *r = &d->rows[row];
    return *r->label ? r->label : hj_when_text(arena, d->lang, &r->date);
}

static bool percent(const hj_diagram *d)
{
    return strcmp(d->unit, "%") == 0;
}

static const char *series_name(const hj_diagram *d, int s)
{
    const char *name = d->series[s].name;
    const char *const with[] = {*name ? name : hj_word(d->lang, "value"), d->unit};
    return *d->unit && !percent(d) ? hj_sentence(d->arena, d->lang, "axis.unit", with) : with[0];
}

static const char *number_text(const hj_diagram *d, double v, int decimals, bool unit)
{
    hj_buf out = {0};
    hj_put_number(&out, d->lang, v, decimals);
    if (unit && percent(d))
        hj_buf_str(&out, hj_word(d->lang, "percent"));
    const char *text = hj_arena_strndup(d->arena, out.data ? out.data : "", out.len);
    hj_buf_free(&out);
    return text;
}

void hj_xy_data(hj_diagram *d)
{
    hj_table_new(d, d->n_rows + 1, d->n_series + 1);
    hj_table_set(d, 0, 0, hj_word(d->lang, d->dated ? "date" : "category"));
    for (int s = 0; s < d->n_series; s++)
        hj_table_set(d, 0, s + 1, series_name(d, s));
    for (int r = 0; r < d->n_rows; r++) {
        hj_table_set(d, r + 1, 0, hj_xy_row_name(d, r, d->arena));
        for (int s = 0; s < d->n_series; s++) {
            const hj_datum *v = &d->rows[r].values[s];
            hj_table_set(d, r + 1, s + 1, v->missing ? hj_word(d->lang, "missing")
                                                     : number_text(d, v->v, d->decimals, true));
        }
    }
}

static void tell_point(const hj_diagram *d, hj_buf *out, const char *key, int row, int s)
{
    const char *row_name = hj_xy_row_name(d, row, d->arena);
    const char *value = hj_datum_text(d, &d->rows[row].values[s]);
    const char *const plain[] = {row_name, value};
    const char *const named[] = {d->series[s].name, row_name, value};
    const char *const point[] = {*d->series[s].name && d->n_series > 1
                                     ? hj_sentence(d->arena, d->lang, "tell.named", named)
                                     : hj_sentence(d->arena, d->lang, "tell.point", plain)};
    hj_buf_printf(out, " %s", hj_sentence(d->arena, d->lang, key, point));
}

void hj_xy_tell(const hj_diagram *d, hj_buf *out)
{
    int high[2] = {-1, 0}, low[2] = {-1, 0}, missing = 0, there = 0;
    for (int r = 0; r < d->n_rows; r++)
        for (int s = 0; s < d->n_series; s++) {
            const hj_datum *v = &d->rows[r].values[s];
            if (v->missing) {
                missing++;
                continue;
            }
            there++;
            if (high[0] < 0 || v->v > d->rows[high[0]].values[high[1]].v) {
                high[0] = r;
                high[1] = s;
            }
            if (low[0] < 0 || v->v < d->rows[low[0]].values[low[1]].v) {
                low[0] = r;
                low[1] = s;
            }
        }
    if (high[0] < 0) {
        hj_buf_printf(out, " %s.", hj_word(d->lang, "none"));
        return;
    }
    if (d->n_series > 1 || *d->series[0].name) {
        hj_buf names = {0};
        for (int s = 0; s < d->n_series; s++) {
            if (s && s + 1 == d->n_series)
                hj_buf_printf(&names, " %s ", hj_word(d->lang, "and"));
            else if (s)
                hj_buf_str(&names, ", ");
            hj_buf_str(&names, d->series[s].name);
        }
        const char *const with[] = {names.data};
        hj_buf_printf(out, " %s", hj_sentence(d->arena, d->lang, "tell.series", with));
        hj_buf_free(&names);
    }
    if (d->n_rows > 1) {
        const char *const ends[] = {hj_xy_row_name(d, 0, d->arena),
                                    hj_xy_row_name(d, d->n_rows - 1, d->arena)};
        hj_buf_printf(out, " %s", hj_sentence(d->arena, d->lang, "tell.range", ends));
    }
    if (there == 1) {
        tell_point(d, out, "tell.only", high[0], high[1]);
    } else if (d->rows[high[0]].values[high[1]].v == d->rows[low[0]].values[low[1]].v) {
        const char *const same[] = {hj_datum_text(d, &d->rows[high[0]].values[high[1]])};
        hj_buf_printf(out, " %s", hj_sentence(d->arena, d->lang, "tell.same", same));
    } else {
        tell_point(d, out, "tell.high", high[0], high[1]);
        tell_point(d, out, "tell.low", low[0], low[1]);
    }
    if (missing) {
        const char *const with[] = {hj_arena_printf(d->arena, "%d", missing)};
        hj_buf_printf(out, " %s", hj_sentence(d->arena, d->lang, "tell.missing", with));
    }
}

/* ---- the frame ---- */

void hj_xy_cell(hj_xy *x, int row, int column)
{
    x->w->cell = row * (x->d->n_series + 1) + column;
}

const char *hj_xy_value(hj_xy *x, double v)
{
    return number_text(x->d, v / x->unit, x->decimals, true);
}

const char *hj_xy_tick(hj_xy *x, const hj_scale *scale, int i)
{
    hj_scale s = *scale;
    int decimals = s.decimals;
    for (double u = x->unit; u > 1; u /= 10) /* 500 000 of a million is 0,5 */
        decimals++;
    /* Digits that are nought in every tick are left out. */
    double step = s.step / x->unit;
    while (decimals > 0 && fabs(step * pow(10, decimals - 1) - round(step * pow(10, decimals - 1)))
                               < 1e-6)
        decimals--;
    return number_text(x->d, hj_scale_tick(scale, i) / x->unit, decimals, true);
}

double hj_xy_ticks_width(hj_xy *x, const hj_scale *scale)
{
    double most = 0;
    for (int i = 0; i < scale->n; i++) {
        double width = hj_draw_width(x->w, &x->w->plain, hj_xy_tick(x, scale, i));
        most = width > most ? width : most;
    }
    return most;
}

void hj_xy_cross(hj_draw *w, double x, double y, hj_color color)
{
    const double r = 2200;
    hj_draw_line(w, x - r, y - r, x + r, y + r, 900, color, NULL, 0);
    hj_draw_line(w, x - r, y + r, x + r, y - r, 900, color, NULL, 0);
}

/* "Søknader (mill. kr)": what the numbers are. NULL when there is nothing to say. */
static const char *counted(hj_xy *x, bool with_name)
{
    const hj_diagram *d = x->d;
    const char *name = with_name ? d->series[0].name : "", *unit = percent(d) ? "" : d->unit;
    hj_buf out = {0};
    if (x->unit_word)
        hj_buf_str(&out, x->unit_word);
    if (*unit)
        hj_buf_printf(&out, "%s%s", out.len ? "\xc2\xa0" : "", unit);
    const char *text = out.len ? hj_arena_strndup(d->arena, out.data, out.len) : NULL;
    hj_buf_free(&out);
    const char *const both[] = {name, text};
    if (*name)
        return text ? hj_sentence(d->arena, d->lang, "axis.unit", both) : name;
    return text;
}

void hj_xy_key(hj_xy *x, void (*swatch)(hj_xy *x, int series, double at, double middle),
               double swatch_width, bool cross)
{
    hj_draw *w = x->w;
    hj_flow f = {.w = w, .y = x->top};
    double middle;
    const char *what = counted(x, x->d->n_series == 1);
    if (what) {
        if (x->d->n_series == 1)
            hj_xy_cell(x, 0, 1);
        hj_flow_entry(&f, what, 0, w->muted, &middle);
        w->cell = HJ_DIAGRAM_FIGURE;
    }
    for (int s = 0; swatch && x->d->n_series > 1 && s < x->d->n_series; s++) {
        hj_xy_cell(x, 0, s + 1);
        double at = hj_flow_entry(&f, x->d->series[s].name, swatch_width + 4000, w->ink, &middle);
        swatch(x, s, at, middle);
        w->cell = HJ_DIAGRAM_FIGURE;
    }
    if (cross) {
        double at = hj_flow_entry(&f, hj_word(x->d->lang, "missing"), 9000, w->muted, &middle);
        hj_xy_cross(w, at + 3000, middle, w->muted);
    }
    if (f.x > 0)
        x->top = hj_flow_end(&f) + 5000;
}

bool hj_take(hj_taken *t, hj_arena *arena, double x0, double y0, double x1, double y1)
{
    for (int i = 0; i < t->n; i++)
        if (x0 < t->boxes[i][2] && x1 > t->boxes[i][0] && y0 < t->boxes[i][3]
            && y1 > t->boxes[i][1])
            return false;
    if (t->n == t->cap) {
        int cap = t->cap ? t->cap * 2 : 32;
        double (*boxes)[4] = hj_arena_array(arena, (size_t)cap, sizeof *boxes);
        if (t->n)
            memcpy(boxes, t->boxes, (size_t)t->n * sizeof *boxes);
        t->boxes = boxes;
        t->cap = cap;
    }
    double *b = t->boxes[t->n++];
    b[0] = x0;
    b[1] = y0;
    b[2] = x1;
    b[3] = y1;
    return true;
}

/* ---- the range ---- */

static void include(hj_xy *x, double v)
{
    if (!x->any || v < x->low)
        x->low = v;
    if (!x->any || v > x->high)
        x->high = v;
    x->any = true;
}

static void range(hj_xy *x)
{
    const hj_diagram *d = x->d;
    for (int r = 0; r < d->n_rows; r++) {
        double up = 0, down = 0;
        for (int s = 0; s < d->n_series; s++) {
            const hj_datum *v = &d->rows[r].values[s];
            x->missing |= v->missing;
            if (v->missing)
                continue;
            if (v->v > 0)
                up += v->v;
            else
                down += v->v;
            include(x, d->stacked ? (v->v > 0 ? up : down) : v->v);
        }
    }
    if (!x->any)
        return;
    /* Bars begin at nought, or they lie; a line does when the values are not far from it. */
    bool from_nought = d->kind == HJ_D_BARS || d->zero || x->low == x->high
                       || (x->low >= 0 && x->low <= 0.5 * x->high)
                       || (x->high <= 0 && x->high >= 0.5 * x->low);
    if (from_nought) {
        x->low = x->low > 0 ? 0 : x->low;
        x->high = x->high < 0 ? 0 : x->high;
    }
}

static void units(hj_xy *x)
{
    double most = fabs(x->low) > fabs(x->high) ? fabs(x->low) : fabs(x->high);
    x->unit = 1;
    x->decimals = x->d->decimals;
    if (percent(x->d) || most < 1e6)
        return;
    x->unit = most < 1e9 ? 1e6 : 1e9;
    x->unit_word = hj_word(x->d->lang, most < 1e9 ? "million" : "billion");
    most /= x->unit;
    x->decimals = most >= 100 ? 0 : most >= 10 ? 1 : 2;
    /* Three digits that are nought at every bar say nothing. */
    for (; x->decimals > 0; x->decimals--) {
        bool same = true;
        double scale = x->unit * (x->decimals == 2 ? 0.1 : 1);
        for (int r = 0; r < x->d->n_rows && same; r++)
            for (int s = 0; s < x->d->n_series && same; s++)
                same = fabs(fmod(x->d->rows[r].values[s].v, scale)) < 1e-6 * scale;
        if (!same)
            break;
    }
}

void hj_xy_draw(hj_draw *w)
{
    hj_xy x = {.w = w, .d = w->d};
    x.top = hj_draw_title(w);
    range(&x);
    if (!x.any) {
        hj_draw_nothing(w, x.top);
        return;
    }
    units(&x);
    if (w->d->kind == HJ_D_BARS)
        hj_bars_draw(&x);
    else
        hj_line_draw(&x);
}
