/* Civil dates in the Gregorian calendar, Europe/Oslo by convention; no clock, no time zone.
 * A date is a day number; arithmetic is integer. Which days are holy is data in rules/felles. */
#ifndef HJ_BASE_DATE_H
#define HJ_BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Days since 1970-01-01. Valid years: 1583 (first whole Gregorian year) to 9999. */
typedef int32_t hj_date;
#define HJ_DATE_NONE INT32_MIN

typedef struct hj_ymd {
    int year, month, day; /* month 1–12, day 1–31 */
} hj_ymd;

hj_date hj_date_make(int year, int month, int day); /* HJ_DATE_NONE when there is no such day */
hj_ymd hj_date_ymd(hj_date date);

/* "ÅÅÅÅ-MM-DD", exactly ten characters; HJ_DATE_NONE for anything else (also 2026-02-30). */
hj_date hj_date_parse(const char *iso);
/* Writes ten characters and NUL; returns out. */
char *hj_date_iso(hj_date date, char out[11]);

int hj_date_weekday(hj_date date); /* 1 Monday … 7 Sunday (ISO 8601) */
int hj_date_iso_week(hj_date date, int *iso_year); /* 1–53; the year the week belongs to */
hj_date hj_date_from_iso_week(int iso_year, int week, int weekday); /* HJ_DATE_NONE if none */

/* Month arithmetic by dl. § 148: same day number, else the month's last day. */
hj_date hj_date_add_months(hj_date date, int months);

/* Easter Sunday of a year (Gregorian computus, integer arithmetic). */
hj_date hj_date_easter(int year);

#endif
