/* What a diagram says: words of words.txt, numbers and dates in the forms of its language.
 *
 * Norwegian: decimal comma, thousands by hard space, a minus sign and not a hyphen, 22. nov. 2026.
 * The hard idea: a number is rounded once, to an integer of its last decimal, and written from
 * that; no locale and no library's idea of rounding comes into it. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "diagram/internal.h"

int hj_words_language(const char *lang)
{
    if (lang && strncmp(lang, "nn", 2) == 0 && (!lang[2] || lang[2] == '-'))
        return 1;
    return lang && strncmp(lang, "en", 2) == 0 && (!lang[2] || lang[2] == '-') ? 2 : 0;
}

const char *hj_word(int lang, const char *key)
{
    size_t low = 0, high = hj_diagram_words_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(hj_diagram_words[middle].key, key);
        if (order == 0)
            return hj_diagram_words[middle].text[lang];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return key;
}

static void put_sentence(hj_buf *out, int lang, const char *key, const char *const *with)
{
    for (const char *p = hj_word(lang, key); *p; p++) {
        if (p[0] == '{' && p[1] >= '0' && p[1] <= '3' && p[2] == '}') {
            hj_buf_str(out, with[p[1] - '0']);
            p += 2;
        } else {
            hj_buf_char(out, *p);
        }
    }
}

static const char *taken(hj_buf *buf, hj_arena *arena)
{
    const char *text = hj_arena_strndup(arena, buf->data ? buf->data : "", buf->len);
    hj_buf_free(buf);
    return text;
}

const char *hj_sentence(hj_arena *arena, int lang, const char *key, const char *const *with)
{
    hj_buf out = {0};
    put_sentence(&out, lang, key, with);
    return taken(&out, arena);
}

void hj_put_number(hj_buf *out, int lang, double v, int decimals)
{
    double scale = 1;
    decimals = decimals < 0 ? 0 : decimals > 9 ? 9 : decimals;
    while (decimals > 0 && fabs(v) * pow(10, decimals) > 9e15)
        decimals--;
    for (int i = 0; i < decimals; i++)
        scale *= 10;
    double size = fabs(v) * scale;
    /* The nudge makes 0.145 (stored a hair below) round as it is written. */
    double nudge = decimals ? size * 1e-15 : 0;
    long long n = (long long)floor(size + 0.5 + nudge), part = (long long)scale;
    if (v < 0 && n)
        hj_buf_str(out, "\xe2\x88\x92");
    char digits[24];
    int len = snprintf(digits, sizeof digits, "%lld", n / part);
    for (int i = 0; i < len; i++) {
        if (i && (len - i) % 3 == 0)
            hj_buf_str(out, hj_word(lang, "thousands"));
        hj_buf_char(out, digits[i]);
    }
    if (decimals)
        hj_buf_printf(out, "%s%0*lld", hj_word(lang, "decimal"), decimals, n % part);
}

void hj_put_value(hj_buf *out, const hj_diagram *d, double v, int decimals)
{
    hj_put_number(out, d->lang, v, decimals);
    if (strcmp(d->unit, "%") == 0)
        hj_buf_str(out, hj_word(d->lang, "percent"));
    else if (*d->unit)
        hj_buf_printf(out, "\xc2\xa0%s", d->unit);
}

const char *hj_datum_text(const hj_diagram *d, const hj_datum *v)
{
    if (v->missing)
        return hj_word(d->lang, "missing");
    hj_buf out = {0};
    hj_put_value(&out, d, v->v, d->decimals);
    return taken(&out, d->arena);
}

const char *hj_day_text(hj_arena *arena, int lang, hj_date date, hj_date_style style)
{
    static const char *const keys[] = {"date.day", "date.full", "date.month", "date.month_year"};
    hj_ymd day = hj_date_ymd(date);
    char number[12], year[12], month[16];
    snprintf(number, sizeof number, "%d", day.day);
    snprintf(year, sizeof year, "%d", day.year);
    snprintf(month, sizeof month, "month.%d", day.month);
    const char *name = hj_word(lang, month);
    const char *const by_day[] = {number, name, year}, *const by_month[] = {name, year, ""};
    return hj_sentence(arena, lang, keys[style], style < HJ_DATE_MONTH ? by_day : by_month);
}

const char *hj_when_text(hj_arena *arena, int lang, const hj_when *when)
{
    if (when->from == HJ_DATE_NONE)
        return "";
    if (!when->week)
        return hj_day_text(arena, lang, when->from, HJ_DATE_FULL);
    char week[12], year[12];
    int iso_year;
    snprintf(week, sizeof week, "%d", hj_date_iso_week(when->from, &iso_year));
    snprintf(year, sizeof year, "%d", iso_year);
    const char *const with[] = {week, year};
    return hj_sentence(arena, lang, "week.year", with);
}
