/* Civil dates as day numbers.
 *
 * The hard idea: count days from 1 March, so that the leap day is the last day of its year and
 * month lengths follow one linear rule (153 days in every five months). */
#include "base/date.h"

#include <stdio.h>

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : days[month - 1];
}

hj_date hj_date_make(int year, int month, int day)
{
    if (year < 1583 || year > 9999 || month < 1 || month > 12 || day < 1
        || day > days_in_month(year, month))
        return HJ_DATE_NONE;
    int y = month <= 2 ? year - 1 : year, m = (month + 9) % 12;
    int era = y / 400, yoe = y % 400;
    return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + (153 * m + 2) / 5 + day - 1 - 719468;
}

hj_ymd hj_date_ymd(hj_date date)
{
    int z = date + 719468, era = z / 146097, doe = z % 146097;
    int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int doy = doe - (365 * yoe + yoe / 4 - yoe / 100), m = (5 * doy + 2) / 153;
    hj_ymd ymd = {yoe + era * 400, m < 10 ? m + 3 : m - 9, doy - (153 * m + 2) / 5 + 1};
    ymd.year += ymd.month <= 2;
    return ymd;
}

hj_date hj_date_parse(const char *s)
{
    int n[3] = {0, 0, 0}, field = 0, i = 0;
    if (!s)
        return HJ_DATE_NONE;
    for (; i < 10 && s[i]; i++) {
        if (i == 4 || i == 7) {
            if (s[i] != '-')
                return HJ_DATE_NONE;
            field++;
        } else if (s[i] < '0' || s[i] > '9') {
            return HJ_DATE_NONE;
        } else {
            n[field] = n[field] * 10 + (s[i] - '0');
        }
    }
    return i == 10 && !s[i] ? hj_date_make(n[0], n[1], n[2]) : HJ_DATE_NONE;
}

char *hj_date_iso(hj_date date, char out[11])
{
    hj_ymd d = hj_date_ymd(date);
    int n[] = {d.year / 100, d.year % 100, d.month, d.day}, at = 0;
    for (int i = 0; i < 4; i++) {
        if (i > 1)
            out[at++] = '-';
        out[at++] = (char)('0' + n[i] / 10);
        out[at++] = (char)('0' + n[i] % 10);
    }
    out[at] = 0;
    return out;
}

int hj_date_weekday(hj_date date)
{
    int w = (date + 3) % 7; /* 1970-01-01 was a Thursday */
    return (w < 0 ? w + 7 : w) + 1;
}

int hj_date_iso_week(hj_date date, int *iso_year)
{
    /* The week belongs to the year that holds its Thursday (ISO 8601). */
    hj_date thursday = date - hj_date_weekday(date) + 4;
    hj_ymd t = hj_date_ymd(thursday);
    if (iso_year)
        *iso_year = t.year;
    return (thursday - hj_date_make(t.year, 1, 1)) / 7 + 1;
}

hj_date hj_date_from_iso_week(int iso_year, int week, int weekday)
{
    hj_date fourth = hj_date_make(iso_year, 1, 4); /* always in week 1 */
    if (fourth == HJ_DATE_NONE || week < 1 || week > 53 || weekday < 1 || weekday > 7)
        return HJ_DATE_NONE;
    hj_date date = fourth - hj_date_weekday(fourth) + weekday + (week - 1) * 7;
    int year;
    return hj_date_iso_week(date, &year) == week && year == iso_year ? date : HJ_DATE_NONE;
}

hj_date hj_date_add_months(hj_date date, int months)
{
    hj_ymd d = hj_date_ymd(date);
    int month = d.year * 12 + d.month - 1 + months, year = month / 12;
    month = month % 12 + 1;
    if (year < 1583 || year > 9999)
        return HJ_DATE_NONE;
    int last = days_in_month(year, month);
    return hj_date_make(year, month, d.day < last ? d.day : last);
}

hj_date hj_date_easter(int y)
{
    /* The anonymous Gregorian computus; letters as in the literature. */
    int a = y % 19, b = y / 100, c = y % 100, d = b / 4, e = b % 4, f = (b + 8) / 25;
    int g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
    int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return hj_date_make(y, n / 31, n % 31 + 1);
}
