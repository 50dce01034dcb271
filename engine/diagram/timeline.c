/* Timelines: tasks with bars and milestones, and today's line, which the author says.
 *
 * The hard idea: a milestone's name stands beside it when nothing is in the way to the right or
 * left, else on a line below in its own row, which then is taller; so no name is ever dropped and
 * none lies on a bar, on another name or on today's line. What lies outside the days shown is an
 * arrow at that edge, not nothing. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "diagram/internal.h"

enum { COLUMNS = 3, PERIODS = 1, MILESTONES = 2 };

/* ---- data ---- */

static void put_item(const hj_diagram *d, hj_buf *out, const hj_span_item *item)
{
    if (out->len)
        hj_buf_str(out, "; ");
    const char *from = hj_when_text(d->arena, d->lang, &item->from);
    if (item->milestone) {
        if (item->label)
            hj_buf_printf(out, "%s: ", item->label);
        hj_buf_str(out, from);
        if (item->to.from != HJ_DATE_NONE) {
            const char *const was[] = {hj_when_text(d->arena, d->lang, &item->to)};
            hj_buf_printf(out, ", %s", hj_sentence(d->arena, d->lang, "moved.from", was));
        }
        if (item->done)
            hj_buf_printf(out, ", %s", hj_word(d->lang, d->points ? "done" : "reached"));
        return;
    }
    const char *const ends[] = {from, hj_when_text(d->arena, d->lang, &item->to)};
    bool point = item->from.from == item->to.from && item->from.to == item->to.to;
    hj_buf_str(out, point ? from : hj_sentence(d->arena, d->lang, "stretch", ends));
    if (item->done >= 100) {
        hj_buf_printf(out, ", %s", hj_word(d->lang, "done"));
    } else if (item->done) {
        const char *const part[] = {hj_arena_printf(d->arena, "%d%s", item->done,
                                                    hj_word(d->lang, "percent"))};
        hj_buf_printf(out, ", %s", hj_sentence(d->arena, d->lang, "done.part", part));
    }
}

static const char *items_text(const hj_diagram *d, const hj_task *task, bool milestones)
{
    hj_buf out = {0};
    for (int i = 0; i < task->n_items; i++)
        if (task->items[i].milestone == milestones)
            put_item(d, &out, &task->items[i]);
    const char *text = hj_arena_strndup(d->arena, out.data ? out.data : "", out.len);
    hj_buf_free(&out);
    return text;
}

/* What milestones are called, as a heading. */
static const char *points_heading(const hj_diagram *d)
{
    if (!d->points)
        return hj_word(d->lang, "milestones");
    const char *rest = d->points;
    char first[5] = "";
    first[hj_utf8_put(hj_text_upper_point(hj_utf8_next(&rest, rest + strlen(rest))), first)] = 0;
    return hj_arena_printf(d->arena, "%s%s", first, rest);
}

void hj_timeline_data(hj_diagram *d)
{
    hj_table_new(d, d->n_tasks + 1, COLUMNS);
    hj_table_set(d, 0, 0, hj_word(d->lang, "activity"));
    hj_table_set(d, 0, PERIODS, hj_word(d->lang, "periods"));
    hj_table_set(d, 0, MILESTONES, points_heading(d));
    for (int t = 0; t < d->n_tasks; t++) {
        hj_table_set(d, t + 1, 0, d->tasks[t].label);
        hj_table_set(d, t + 1, PERIODS, items_text(d, &d->tasks[t], false));
        hj_table_set(d, t + 1, MILESTONES, items_text(d, &d->tasks[t], true));
    }
}

/* The days there are; false when there are none. */
static bool extent(const hj_diagram *d, hj_when *from, hj_when *to)
{
    *from = d->from;
    *to = d->to;
    for (int t = 0; t < d->n_tasks; t++)
        for (int i = 0; i < d->tasks[t].n_items; i++) {
            const hj_span_item *item = &d->tasks[t].items[i];
            const hj_when *ends[] = {&item->from, &item->to};
            for (int k = 0; k < 2; k++) {
                if (ends[k]->from == HJ_DATE_NONE)
                    continue;
                if (d->from.from == HJ_DATE_NONE
                    && (from->from == HJ_DATE_NONE || ends[k]->from < from->from))
                    *from = *ends[k];
                if (d->to.from == HJ_DATE_NONE
                    && (to->from == HJ_DATE_NONE || ends[k]->to > to->to))
                    *to = *ends[k];
            }
        }
    return from->from != HJ_DATE_NONE && to->from != HJ_DATE_NONE;
}

void hj_timeline_tell(const hj_diagram *d, hj_buf *out)
{
    hj_when from, to;
    int milestones = 0, reached = 0;
    if (!extent(d, &from, &to)) {
        hj_buf_printf(out, " %s.", hj_word(d->lang, "none"));
        return;
    }
    for (int t = 0; t < d->n_tasks; t++)
        for (int i = 0; i < d->tasks[t].n_items; i++)
            if (d->tasks[t].items[i].milestone) {
                milestones++;
                reached += d->tasks[t].items[i].done > 0;
            }
    const char *const ends[] = {hj_when_text(d->arena, d->lang, &from),
                                hj_when_text(d->arena, d->lang, &to)};
    const char *const tasks[] = {hj_arena_printf(d->arena, "%d", d->n_tasks)};
    hj_buf_printf(out, " %s", hj_sentence(d->arena, d->lang, "tell.range", ends));
    hj_buf_printf(out, " %s", hj_sentence(d->arena, d->lang, "tell.count.tasks", tasks));
    if (milestones) {
        const char *const with[] = {hj_arena_printf(d->arena, "%d", milestones),
                                    hj_arena_printf(d->arena, "%d", reached)};
        const char *const called[] = {points_heading(d), with[0], with[1]};
        const char *key = d->points ? "tell.count.points" : "tell.count.milestones";
        hj_buf_printf(out, " %s", hj_sentence(d->arena, d->lang, key, d->points ? called : with));
    }
    if (d->today.from != HJ_DATE_NONE) {
        const char *const with[] = {hj_when_text(d->arena, d->lang, &d->today)};
        hj_buf_printf(out, " %s", hj_sentence(d->arena, d->lang, "tell.today", with));
    }
}

/* ---- drawing ---- */

typedef struct chart {
    hj_draw *w;
    const hj_diagram *d;
    hj_date from, to;
    double left, right, day; /* of the plane; width of a day */
    double today; /* x, or negative when not shown */
    bool has[5]; /* symbols that the legend must explain, in its order */
} chart;
enum { SAYS_DONE, SAYS_LEFT, SAYS_REACHED, SAYS_AHEAD, SAYS_WAS };

#define MILESTONE 5200.0 /* half a diamond */
#define BAR 8200.0

static double x_at(const chart *c, double day)
{
    return c->left + (day - c->from) * c->day;
}

/* The middle of the day or the week. */
static double point(const chart *c, const hj_when *when)
{
    return x_at(c, (when->from + when->to + 1) / 2.0);
}

static double width_of(void *self, const char *text)
{
    hj_draw *w = self;
    return hj_draw_width(w, &w->plain, text);
}

/* Labels of one row: boxes taken on its main line (0) and on lines below it. */
typedef struct stretch {
    double from, to;
    int line; /* -1: on every line */
} stretch;
typedef struct row {
    hj_arena *arena;
    stretch *taken;
    int n, cap, lines; /* lines below that are used */
} row;

static bool is_free(const row *r, int line, double from, double to)
{
    for (int i = 0; i < r->n; i++)
        if ((r->taken[i].line == line || r->taken[i].line < 0) && from < r->taken[i].to
            && to > r->taken[i].from)
            return false;
    return true;
}

static void take(row *r, int line, double from, double to)
{
    if (r->n == r->cap) {
        int cap = r->cap ? r->cap * 2 : 16;
        stretch *bigger = HJ_ARRAY(r->arena, (size_t)cap, stretch);
        if (r->n)
            memcpy(bigger, r->taken, (size_t)r->n * sizeof *bigger);
        r->taken = bigger;
        r->cap = cap;
    }
    r->taken[r->n++] = (stretch){from, to, line};
    if (line > r->lines)
        r->lines = line;
}

typedef struct name {
    hj_label text;
    double x;
    int line;
    bool leader;
} name;

static bool outside(const chart *c, const hj_span_item *item)
{
    return item->milestone ? item->from.to < c->from || item->from.from > c->to
                           : item->to.to < c->from || item->from.from > c->to;
}

static double clamped(const chart *c, double x)
{
    return x < c->left ? c->left : x > c->right ? c->right : x;
}

static bool lines_free(const row *r, const name *at, double from, double to)
{
    for (int i = 0; i < at->text.n; i++)
        if (!is_free(r, at->line + i, from, to))
            return false;
    return true;
}

/* On a line below: under the milestone, or as a flag to one side of it, but never away from it.
 * From the second line on a thin line leads there, when it is free. */
static void below(const chart *c, row *r, name *at, double x)
{
    double width = at->text.width, most = c->w->width - width;
    const double ways[] = {x - width / 2, x - 1500, x + 1500 - width, c->today + 3000,
                           c->today - 3000 - width};
    for (at->line = 1;; at->line++)
        for (size_t i = 0; i < HJ_COUNT(ways); i++) {
            double from = ways[i] > most ? most : ways[i];
            from = from < c->left ? c->left : from;
            bool near = from <= x + MILESTONE && from + width >= x - MILESTONE;
            bool last = at->line > r->lines + 1; /* only today's line is there: let it cross */
            if (!last && (!near || !lines_free(r, at, from, from + width + 2000)))
                continue;
            at->x = from;
            at->leader = at->line > 1;
            for (int line = 1; line < at->line && at->leader; line++)
                at->leader = is_free(r, line, x - 800, x + 800);
            for (int line = 1; line < at->line && at->leader; line++)
                take(r, line, x - 800, x + 800);
            return;
        }
}

/* Finds the places of the names of one task's milestones. */
static void place_names(chart *c, const hj_task *task, row *r, name *names)
{
    hj_draw *w = c->w;
    r->arena = w->arena;
    for (int i = 0; i < task->n_items; i++) {
        const hj_span_item *item = &task->items[i];
        if (item->milestone) {
            double x = clamped(c, point(c, &item->from)), low = x, high = x;
            if (item->to.from != HJ_DATE_NONE) {
                double was = clamped(c, point(c, &item->to));
                low = was < low ? was : low;
                high = was > high ? was : high;
            }
            take(r, 0, low - MILESTONE - 1000, high + MILESTONE + 1000);
        } else {
            take(r, 0, clamped(c, x_at(c, item->from.from)), clamped(c, x_at(c, item->to.to + 1)));
        }
    }
    if (c->today >= 0)
        take(r, -1, c->today - 1500, c->today + 1500);
    for (int i = 0; i < task->n_items; i++) {
        const hj_span_item *item = &task->items[i];
        if (!item->milestone || !item->label)
            continue;
        double x = clamped(c, point(c, &item->from));
        name *at = &names[i];
        at->text = hj_draw_wrap(w, &w->plain, item->label, c->right - c->left);
        double width = at->text.width;
        double right = x + MILESTONE + 3500, left = x - MILESTONE - 3500 - width;
        bool one = at->text.n == 1;
        at->x = right;
        if (!one || right + width > w->width || !is_free(r, 0, right, right + width + 2000)) {
            at->x = left;
            if (!one || left < c->left || !is_free(r, 0, left - 2000, left + width))
                below(c, r, at, x);
        }
        for (int line = 0; line < at->text.n; line++)
            take(r, at->line + line, at->x, at->x + width + 5000);
    }
}

static void edge_arrow(chart *c, bool right, double y)
{
    double x = right ? c->right : c->left, d = right ? -4500 : 4500;
    const double xy[] = {x, y, x + d, y - 3600, x + d, y + 3600};
    hj_draw_polygon(c->w, xy, 3, c->w->muted, HJ_CLEAR, 0);
}

static void draw_bar(chart *c, const hj_span_item *item, double y)
{
    double from = x_at(c, item->from.from), to = x_at(c, item->to.to + 1);
    if (outside(c, item)) {
        edge_arrow(c, item->from.from > c->to, y);
        return;
    }
    double done = from + (to - from) * item->done / 100;
    hj_color color = c->d->colors[0];
    bool cut_left = from < c->left, cut_right = to > c->right;
    from = clamped(c, from);
    to = clamped(c, to);
    done = clamped(c, done);
    if (to - from < 2000)
        to = from + 2000;
    hj_draw_box(c->w, from, y - BAR / 2, to - from, BAR, HJ_WHITE);
    if (done > from)
        hj_draw_box(c->w, from, y - BAR / 2, done - from, BAR, color);
    hj_draw_frame(c->w, from, y - BAR / 2, to - from, BAR, 1000, color);
    if (cut_left)
        edge_arrow(c, false, y);
    if (cut_right)
        edge_arrow(c, true, y);
    c->has[SAYS_DONE] |= done > from;
    c->has[SAYS_LEFT] |= done < to;
}

static void draw_milestone(chart *c, const hj_span_item *item, double y)
{
    if (outside(c, item)) {
        edge_arrow(c, item->from.from > c->to, y);
        return;
    }
    double x = point(c, &item->from);
    if (item->to.from != HJ_DATE_NONE) {
        double was = clamped(c, point(c, &item->to));
        if (fabs(was - x) > MILESTONE * 2.2) {
            hj_draw_diamond(c->w, was, y, MILESTONE * 0.75, false, c->w->muted);
            double to = was < x ? x - MILESTONE - 800 : x + MILESTONE + 800;
            hj_draw_arrow(c->w, was + (was < x ? 1 : -1) * MILESTONE * 0.75, y, to, y, 900,
                          c->w->muted);
            c->has[SAYS_WAS] = true;
        }
    }
    hj_draw_diamond(c->w, x, y, MILESTONE + 1200, true, HJ_WHITE);
    hj_draw_diamond(c->w, x, y, MILESTONE, item->done > 0, c->d->dark);
    c->has[item->done ? SAYS_REACHED : SAYS_AHEAD] = true;
}

/* Above the plane: years, and below them days, weeks or months. Returns where the plane begins. */
static double axis(chart *c, double top, hj_time_tick **ticks, int *n)
{
    hj_draw *w = c->w;
    double leading = w->plain.leading, end = -1e9, year_end = -1e9;
    *n = hj_time_ticks(c->d, c->from, c->to, (int)c->d->tick, c->right - c->left, width_of, w, 7000,
                       w->arena, ticks);
    bool years = false;
    for (int i = 0; i < *n; i++)
        years |= (*ticks)[i].under != NULL;
    double base = top + (years ? leading : 0) + w->plain.ascent;
    for (int i = 0; i < *n; i++) {
        const hj_time_tick *t = &(*ticks)[i];
        double x = x_at(c, t->date), width = hj_draw_width(w, &w->plain, t->label);
        double year = t->under ? hj_draw_width(w, &w->bold, t->under) : 0;
        double at = x + year > w->width ? w->width - year : x;
        if (t->under && at >= year_end) {
            hj_draw_text(w, &w->bold, t->under, at, top + w->bold.ascent, HJ_LEFT, w->muted);
            year_end = at + year + 5000;
        }
        if (x < end || x + width > w->width)
            continue;
        hj_draw_text(w, &w->plain, t->label, x, base, HJ_LEFT, w->muted);
        end = x + width + 3000;
    }
    return top + (years ? leading : 0) + leading + 3000;
}

static const char *today_text(const chart *c)
{
    const hj_diagram *d = c->d;
    char week[12];
    int year;
    snprintf(week, sizeof week, "%d", hj_date_iso_week(d->today.from, &year));
    const char *const number[] = {week};
    const char *const with[] = {d->today.week
                                    ? hj_sentence(c->w->arena, d->lang, "week", number)
                                    : hj_day_text(c->w->arena, d->lang, d->today.from,
                                                  HJ_DATE_DAY)};
    return hj_sentence(c->w->arena, d->lang, "today.is", with);
}

static double legend(chart *c, double y)
{
    static const char *const words[] = {"legend.done", "legend.left", "legend.reached",
                                        "legend.ahead", "legend.was"};
    hj_draw *w = c->w;
    hj_flow f = {.w = w, .y = y};
    double middle;
    for (int i = 0; i < 5; i++) {
        if (!c->has[i])
            continue;
        bool bar = i < SAYS_REACHED;
        w->cell = bar ? PERIODS : MILESTONES; /* they head the columns of what they explain */
        const char *const called[] = {c->d->points};
        const char *text = hj_word(c->d->lang, words[i]);
        if (c->d->points && i == SAYS_REACHED)
            text = hj_sentence(w->arena, c->d->lang, "legend.point.done", called);
        else if (c->d->points && i == SAYS_AHEAD)
            text = c->d->points;
        double at = hj_flow_entry(&f, text, bar ? 20000 : 14000, w->muted,
                                  &middle);
        if (bar) {
            if (i == SAYS_DONE)
                hj_draw_box(w, at, middle - 3500, 15000, 7000, c->d->colors[0]);
            hj_draw_frame(w, at, middle - 3500, 15000, 7000, 1000, c->d->colors[0]);
        } else {
            hj_draw_diamond(w, at + MILESTONE, middle, i == SAYS_WAS ? MILESTONE * 0.75 : 4600,
                            i == SAYS_REACHED, i == SAYS_WAS ? w->muted : c->d->dark);
        }
    }
    return hj_flow_end(&f);
}

void hj_timeline_draw(hj_draw *w)
{
    const hj_diagram *d = w->d;
    chart c = {.w = w, .d = d, .today = -1};
    hj_when from, to;
    double y = hj_draw_title(w), widest = 0, leading = w->plain.leading;
    if (!extent(d, &from, &to) || !d->n_tasks) {
        hj_draw_nothing(w, y);
        return;
    }
    for (int t = 0; t < d->n_tasks; t++) {
        double width = hj_draw_width(w, &w->plain, d->tasks[t].label);
        widest = width > widest ? width : widest;
    }
    double names = widest > w->width * 0.32 ? w->width * 0.32 : widest;
    c.from = from.from;
    c.to = to.to < from.from ? from.from : to.to;
    if (c.to - c.from > 45) { /* whole months, where nobody said which days */
        hj_ymd day = hj_date_ymd(c.from);
        if (d->from.from == HJ_DATE_NONE && !d->weeks)
            c.from = hj_date_make(day.year, day.month, 1);
        day = hj_date_ymd(c.to);
        hj_date next = hj_date_add_months(hj_date_make(day.year, day.month, 1), 1);
        if (d->to.from == HJ_DATE_NONE && !d->weeks && next != HJ_DATE_NONE)
            c.to = next - 1;
    }
    c.left = names + 10000;
    c.right = w->width - MILESTONE - 800; /* one may stand on the last day */
    c.day = (c.right - c.left) / (c.to - c.from + 1);
    if (d->today.from != HJ_DATE_NONE && d->today.to >= c.from && d->today.from <= c.to)
        c.today = point(&c, &d->today);

    hj_time_tick *ticks;
    int n_ticks;
    double top = axis(&c, y, &ticks, &n_ticks);
    hj_label *labels = HJ_ARRAY(w->arena, (size_t)d->n_tasks, hj_label);
    row *rows = HJ_ARRAY(w->arena, (size_t)d->n_tasks, row);
    name **places = HJ_ARRAY(w->arena, (size_t)d->n_tasks, name *);
    double *at = HJ_ARRAY(w->arena, (size_t)d->n_tasks + 1, double);
    int first, last;
    hj_draw_rows(w, d->n_tasks, &first, &last);
    at[first] = top;
    for (int t = first; t < last; t++) {
        const hj_task *task = &d->tasks[t];
        labels[t] = hj_draw_wrap(w, &w->plain, task->label, names);
        places[t] = HJ_ARRAY(w->arena, (size_t)task->n_items + 1, name);
        place_names(&c, task, &rows[t], places[t]);
        double height = leading * (1 + rows[t].lines);
        height = labels[t].height > height ? labels[t].height : height;
        at[t + 1] = at[t] + height + 5500;
    }
    double bottom = at[last];
    for (int i = 0; i < n_ticks; i++) {
        double x = x_at(&c, ticks[i].date);
        hj_draw_line(w, x, top - 2000, x, bottom, 500, w->grid, NULL, 0);
    }
    for (int t = first + 1; t < last; t++)
        hj_draw_line(w, 0, at[t], w->width, at[t], 350, w->grid, NULL, 0);
    bool kinds[2] = {false, false}; /* bars, milestones: their legends head their columns */
    for (int t = 0; t < d->n_tasks; t++)
        for (int i = 0; i < d->tasks[t].n_items; i++)
            kinds[d->tasks[t].items[i].milestone] = true;
    double mid = w->width / 2;
    hj_draw_heads(w, 0, top, mid, top, 800, w->axis, 0, kinds[0] ? 0 : PERIODS);
    hj_draw_heads(w, mid, top, w->width, top, 800, w->axis, kinds[1] ? 0 : MILESTONES,
                  kinds[1] ? 0 : MILESTONES);
    const hj_color warning = 0x8a2b1dff;
    if (c.today >= 0) {
        const double dash[] = {3000, 2000};
        hj_draw_line(w, c.today, top, c.today, bottom + 2500, 1200, warning, dash, 2);
    }
    for (int t = first; t < last; t++) {
        const hj_task *task = &d->tasks[t];
        double middle = at[t] + 2750 + leading / 2;
        int cell = (t + 1) * COLUMNS;
        w->cell = cell;
        hj_draw_label(w, &w->plain, &labels[t], 0, at[t] + 2750, HJ_LEFT, w->ink);
        for (int pass = 0; pass < 2; pass++) /* milestones on top of bars */
            for (int i = 0; i < task->n_items; i++) {
                const hj_span_item *item = &task->items[i];
                if (item->milestone != (pass == 1))
                    continue;
                w->cell = cell + (pass ? MILESTONES : PERIODS);
                if (!pass) {
                    draw_bar(&c, item, middle);
                    continue;
                }
                draw_milestone(&c, item, middle);
                if (!item->label)
                    continue;
                if (places[t][i].leader) {
                    double x = clamped(&c, point(&c, &item->from));
                    hj_draw_line(w, x, middle + MILESTONE, x,
                                 middle + leading * (places[t][i].line - 0.5), 500, w->axis, NULL,
                                 0);
                }
                hj_draw_label(w, &w->plain, &places[t][i].text, places[t][i].x,
                              middle + leading * (places[t][i].line - 0.5), HJ_LEFT, w->ink);
            }
        w->cell = HJ_DIAGRAM_FIGURE;
    }
    y = bottom + 3000;
    if (c.today >= 0) {
        const char *text = today_text(&c);
        double half = hj_draw_width(w, &w->bold, text) / 2, x = c.today;
        x = x + half > w->width ? w->width - half : x - half < 0 ? half : x;
        hj_draw_text(w, &w->bold, text, x, y + w->bold.ascent, HJ_CENTER, warning);
        y += leading;
    }
    w->height = legend(&c, y + 2000);
}
