/* Ticks: round numbers and calendar days.
 *
 * The hard idea: a tick is an integer times a step of 1, 2 or 5 × 10ⁿ and is computed from those
 * two each time, so that 0,1 + 0,2 never shows as 0,30000000000000004 and nought is nought. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "diagram/internal.h"

/* 10ⁿ as a product, the same everywhere: pow may differ in its last bit. */
static double power(int n)
{
    double p = 1;
    for (int i = 0; i < (n < 0 ? -n : n); i++)
        p *= 10;
    return n < 0 ? 1 / p : p;
}

static double step_of(int mantissa, int exponent)
{
    return exponent < 0 ? mantissa / power(-exponent) : mantissa * power(exponent);
}

hj_scale hj_scale_nice(double low, double high, int most)
{
    static const int mantissas[] = {1, 2, 5};
    if (most < 3)
        most = 3; /* around nought two are never enough */
    double size = fabs(low) > fabs(high) ? fabs(low) : fabs(high);
    if (!(high - low > size * 1e-9)) { /* one value: room around it */
        double room = size > 0 ? size / 2 : 1;
        if (low >= 0 && low - room < 0)
            low = 0;
        else
            low -= room;
        high += room;
    }
    int exponent = -12;
    while (exponent < 16 && power(exponent + 1) * most < high - low)
        exponent++;
    for (;; exponent++)
        for (size_t i = 0; i < HJ_COUNT(mantissas); i++) {
            double step = step_of(mantissas[i], exponent);
            /* A hair of rounding must not cost a tick. */
            double first = floor(low / step + 1e-9), last = ceil(high / step - 1e-9);
            if (last - first + 1 > most && exponent < 17)
                continue;
            hj_scale s = {.step = step, .first = (int64_t)first, .n = (int)(last - first) + 1,
                          .decimals = exponent < 0 ? -exponent : 0};
            s.from = hj_scale_tick(&s, 0);
            s.to = hj_scale_tick(&s, s.n - 1);
            return s;
        }
}

double hj_scale_tick(const hj_scale *s, int i)
{
    double n = (double)(s->first + i);
    return s->decimals ? n * round(s->step * power(s->decimals)) / power(s->decimals)
                       : n * s->step;
}

/* ---- time ---- */

static hj_date begin_of(hj_date date, int unit)
{
    hj_ymd d = hj_date_ymd(date);
    switch (unit) {
    case HJ_TICK_WEEK: return date - (hj_date_weekday(date) - 1);
    case HJ_TICK_MONTH: return hj_date_make(d.year, d.month, 1);
    case HJ_TICK_QUARTER: return hj_date_make(d.year, (d.month - 1) / 3 * 3 + 1, 1);
    case HJ_TICK_YEAR: return hj_date_make(d.year, 1, 1);
    default: return date;
    }
}

static hj_date add(hj_date date, int unit, int n)
{
    switch (unit) {
    case HJ_TICK_WEEK: return date + 7 * n;
    case HJ_TICK_MONTH: return hj_date_add_months(date, n);
    case HJ_TICK_QUARTER: return hj_date_add_months(date, 3 * n);
    case HJ_TICK_YEAR: return hj_date_add_months(date, 12 * n);
    default: return date + n;
    }
}

static const char *tick_label(const hj_diagram *d, hj_date date, int unit, hj_arena *arena)
{
    char number[12];
    int iso_year;
    hj_ymd day = hj_date_ymd(date);
    const char *const with[] = {number};
    switch (unit) {
    case HJ_TICK_WEEK:
        snprintf(number, sizeof number, "%d", hj_date_iso_week(date, &iso_year));
        return hj_sentence(arena, d->lang, "week", with);
    case HJ_TICK_MONTH: return hj_day_text(arena, d->lang, date, HJ_DATE_MONTH);
    case HJ_TICK_QUARTER:
        snprintf(number, sizeof number, "%d", (day.month + 2) / 3);
        return hj_sentence(arena, d->lang, "quarter", with);
    case HJ_TICK_YEAR: return hj_arena_printf(arena, "%d", day.year);
    default: return hj_day_text(arena, d->lang, date, HJ_DATE_DAY);
    }
}

static int year_of(hj_date date, int unit)
{
    int year;
    if (unit != HJ_TICK_WEEK)
        return hj_date_ymd(date).year;
    hj_date_iso_week(date, &year);
    return year;
}

enum { MOST_TICKS = 60 };

/* Every step-th of unit. Months and years keep to the calendar's own rounds (Jan, Apr …). */
static int try_ticks(const hj_diagram *d, hj_date from, hj_date to, int unit, int step,
                     hj_arena *arena, hj_time_tick *ticks)
{
    hj_date date = begin_of(from, unit);
    if (unit == HJ_TICK_MONTH || unit == HJ_TICK_YEAR) {
        hj_ymd first = hj_date_ymd(date);
        if (unit == HJ_TICK_MONTH)
            date = hj_date_make(first.year, (first.month - 1) / step * step + 1, 1);
        else
            date = hj_date_make((first.year + step - 1) / step * step, 1, 1);
    }
    int n = 0, year = 0;
    for (; date != HJ_DATE_NONE && date <= to; date = add(date, unit, step)) {
        if (date < from)
            continue;
        if (n == MOST_TICKS)
            return -1;
        hj_time_tick *t = &ticks[n++];
        *t = (hj_time_tick){.date = date, .label = tick_label(d, date, unit, arena)};
        bool first = year_of(date, unit) != year;
        if (unit == HJ_TICK_WEEK && !first) { /* "uke" is said once a year */
            int iso_year;
            t->label = hj_arena_printf(arena, "%d", hj_date_iso_week(date, &iso_year));
        }
        if (unit != HJ_TICK_YEAR && year_of(date, unit) != year) {
            year = year_of(date, unit);
            t->under = hj_arena_printf(arena, "%d", year);
        }
    }
    return n;
}

/* True when most ticks stand at the date of a row: quarters for what is counted each quarter. */
static bool on_rows(const hj_diagram *d, const hj_time_tick *ticks, int n)
{
    int hits = 0;
    for (int i = 0; i < n; i++)
        for (int r = 0; r < d->n_rows; r++)
            if (d->rows[r].date.from == ticks[i].date) {
                hits++;
                break;
            }
    return hits * 3 >= n * 2;
}

/* The finest unit and step whose labels keep their distance. */
int hj_time_ticks(const hj_diagram *d, hj_date from, hj_date to, int unit, double width,
                  double (*width_of)(void *self, const char *text), void *self, double gap,
                  hj_arena *arena, hj_time_tick **out)
{
    static const struct { int16_t unit, step; } ladder[] = {
        {HJ_TICK_DAY, 1}, {HJ_TICK_DAY, 2}, {HJ_TICK_WEEK, 1}, {HJ_TICK_WEEK, 2},
        {HJ_TICK_WEEK, 4}, {HJ_TICK_WEEK, 8}, {HJ_TICK_WEEK, 13}, {HJ_TICK_MONTH, 1},
        {HJ_TICK_MONTH, 2}, {HJ_TICK_MONTH, 3}, {HJ_TICK_QUARTER, 1}, {HJ_TICK_MONTH, 6},
        {HJ_TICK_QUARTER, 2}, {HJ_TICK_YEAR, 1}, {HJ_TICK_YEAR, 2}, {HJ_TICK_YEAR, 5},
        {HJ_TICK_YEAR, 10}, {HJ_TICK_YEAR, 25}, {HJ_TICK_YEAR, 100}, {HJ_TICK_YEAR, 250},
        {HJ_TICK_YEAR, 1000}, {HJ_TICK_YEAR, 2000},
    };
    hj_time_tick *ticks = HJ_ARRAY(arena, MOST_TICKS, hj_time_tick);
    int days = to - from + 1, best = -1;
    *out = ticks;
    for (size_t i = 0; i < HJ_COUNT(ladder); i++) {
        int u = ladder[i].unit;
        if (unit == HJ_TICK_AUTO) {
            /* Weeks only for those who speak in weeks; days only for a few. */
            if ((u == HJ_TICK_DAY && days > 21) || u == HJ_TICK_QUARTER
                || (u == HJ_TICK_WEEK && !d->weeks) || (u == HJ_TICK_WEEK && days > 550)
                || (u == HJ_TICK_MONTH && days <= 21 && ladder[i].step > 1))
                continue;
        } else if (u != unit && u < HJ_TICK_YEAR) {
            continue;
        }
        int n = try_ticks(d, from, to, u, ladder[i].step, arena, ticks);
        if (n < 0)
            continue;
        double end = -1e9;
        bool fits = true;
        for (int k = 0; k < n && fits; k++) {
            double x = (ticks[k].date - from) * width / days;
            fits = x >= end;
            end = x + width_of(self, ticks[k].label) + gap;
        }
        if (!fits || (n == 0 && u != HJ_TICK_YEAR))
            continue;
        if (best < 0)
            best = (int)i;
        if (!d->dated || on_rows(d, ticks, n))
            return n;
    }
    if (best < 0)
        return 0;
    return try_ticks(d, from, to, ladder[best].unit, ladder[best].step, arena, ticks);
}
