/* Deadlines.
 *
 * The hard idea: who is bound decides which way a deadline moves. One that binds the citizen ends
 * on the next working day (dl. § 149); one that binds the municipality is shown as the last working
 * day on or before. The day it is counted from is not counted; weeks end on the same weekday,
 * months on the same number or the month's last day (dl. § 148). Which days are holy is data. */
#include <math.h>
#include <string.h>

#include "decision/eval.h"

/* No calendar has so many free days in a row. */
enum { MOST_HOLIDAYS = (int)(sizeof((hj_due *)0)->why / sizeof((hj_due *)0)->why[0]) };

static hj_date easter_of(hj_eval *ev, int year)
{
    if (ev->easter_year != year) {
        ev->easter_year = year;
        ev->easter = hj_date_easter(year);
    }
    return ev->easter;
}

static bool falls_on(hj_eval *ev, const hj_helligdag *h, hj_date date, hj_ymd d)
{
    if ((h->e.from != HJ_DATE_NONE && date < h->e.from)
        || (h->e.to != HJ_DATE_NONE && date >= h->e.to))
        return false;
    if (h->ukedag)
        return hj_date_weekday(date) == h->ukedag;
    if (h->by_easter)
        return date == easter_of(ev, d.year) + h->paaske;
    return d.month == h->maaned && d.day == h->dag;
}

/* The holiday on a date: one with its own name before a mere weekday. */
const hj_helligdag *hj_holiday(hj_eval *ev, hj_date date)
{
    const hj_table *t = &ev->base->tables[HJ_HELLIGDAG];
    const hj_helligdag *found = NULL;
    hj_ymd d = hj_date_ymd(date);
    for (int i = 0; i < t->n; i++)
        for (int k = 0; k < t->entries[i]->n; k++) {
            const hj_helligdag *h = (const hj_helligdag *)t->entries[i]->editions[k];
            if (hj_holds_here(t->entries[i], &h->e) && falls_on(ev, h, date, d)
                && (!found || (found->ukedag && !h->ukedag)))
                found = h;
        }
    return found;
}

/* Room for moving at either end of the calendar. */
static bool inside_calendar(hj_date date)
{
    return date != HJ_DATE_NONE && hj_date_ymd(date).year <= 9998
        && hj_date_ymd(date).year >= 1584;
}

/* An estimated day is one on which the thing can happen: no post comes on a Sunday. All days holy
 * is told by the deadline itself; here it only must not hang. */
static hj_date off_holidays(hj_eval *ev, hj_date date, hj_retning retning)
{
    int step = retning == HJ_FRAM ? 1 : retning == HJ_TILBAKE ? -1 : 0;
    for (int i = 0; step && i < MOST_HOLIDAYS && inside_calendar(date) && hj_holiday(ev, date); i++)
        date += step;
    return date;
}

static bool start_day(hj_eval *ev, hj_scope *sc, const hj_frist *f, hj_date began, hj_due *due)
{
    due->fra = began;
    if (!f->fra)
        return began != HJ_DATE_NONE;
    const hj_value *v = hj_get_fact(ev, sc, hj_faktum_of(f->fra));
    if (v->known == HJ_KNOWN) {
        due->fra = v->date;
        return true;
    }
    hj_add_fact(ev, &due->missing, hj_faktum_of(f->fra));
    for (int i = 0; i < f->n_anslag; i++) {
        const hj_anslag *a = &f->anslag[i];
        int days = a->dager;
        v = hj_get_fact(ev, sc, hj_faktum_of(a->fra));
        if (v->known != HJ_KNOWN)
            continue;
        if (a->dager_fact) {
            const hj_value *n = hj_get_fact(ev, sc, hj_faktum_of(a->dager_fact));
            if (n->known != HJ_KNOWN || n->number < 0 || n->number > 1000)
                continue;
            days = (int)n->number;
        }
        due->fra = off_holidays(ev, v->date + days, a->retning);
        due->anslag = true;
        due->by = a;
        due->days = days;
        return true;
    }
    return false;
}

hj_due *hj_find_due(hj_eval *ev, hj_scope *sc, const hj_frist *f)
{
    return hj_find_due_from(ev, sc, f, HJ_DATE_NONE);
}

hj_due *hj_find_due_from(hj_eval *ev, hj_scope *sc, const hj_frist *f, hj_date began)
{
    hj_due *due = HJ_NEW(ev->arena, hj_due);
    due->frist = f;
    due->scope = sc;
    due->post = "";
    due->gjelder = f->naar ? hj_eval_cond(ev, sc, f->naar) : HJ_JA;
    if (!start_day(ev, sc, f, began, due))
        return due;
    hj_date raw = hj_span_add(due->fra, f->span);
    if (raw != HJ_DATE_NONE && f->ukedag)
        raw += f->ukedag - hj_date_weekday(raw);
    if (!inside_calendar(raw)) {
        hj_error(ev->diags, "HJ-DECISION-013", f->e.place, "frist '%s' ends outside the calendar",
                 f->e.name);
        ev->failed = true;
        return due;
    }
    due->raa = due->dato = raw;
    due->known = true;
    if (f->retning == HJ_STAAR)
        return due;
    int step = f->retning == HJ_FRAM ? 1 : -1;
    const hj_helligdag *h;
    while ((h = hj_holiday(ev, due->dato))) {
        if (due->n_why == MOST_HOLIDAYS) {
            hj_error(ev->diags, "HJ-DECISION-014", f->e.place,
                     "frist '%s': %d holidays in a row; are all days holy?", f->e.name,
                     MOST_HOLIDAYS);
            ev->failed = true;
            due->known = false;
            return due;
        }
        due->why[due->n_why++] = h;
        due->dato += step;
    }
    return due;
}
