/* Local criteria that refuse alone and whatever the person's case is.
 *
 * The hard idea: a municipality's own criteria may guide a decision but not make it. A condition
 * that rests on nothing else is looked for where it alone can turn the outcome to nei; then some
 * exception must be able to hold all the same, or nobody's judgement can get past it. Whether one
 * can is not guessed from its name but tried. */
#include <string.h>

#include "rules/loader.h"

static const hj_lov *local_law(const hj_cites *cites)
{
    const hj_lov *found = NULL;
    for (int i = 0; i < cites->n; i++) {
        const hj_entry *e = cites->items[i].entry;
        const hj_hjemmel *h = e ? (const hj_hjemmel *)e->editions[0] : NULL;
        const hj_lov *lov = h && h->lov ? (const hj_lov *)h->lov->editions[0] : NULL;
        if (!lov || !lov->lokal)
            return NULL; /* it rests on law too */
        found = lov;
    }
    return found;
}

static void warn(loader *ld, const hj_regel *r, const char *what, const char *name,
                 const hj_lov *lov, hj_place place)
{
    hj_warning(ld->diags, "HJ-RULES-260", place,
               "regel '%s': %s '%s' rests on local criteria alone and refuses whatever else is true "
               "of the person", r->e.name, what, name);
    if (lov->advarsel.nb)
        hj_hint(ld->diags, "%s", lov->advarsel.nb);
    else
        hj_hint(ld->diags, "local criteria guide, they do not bind: add an unntak that a judgement "
                "of this person can open");
}

/* Whether some exception can give another outcome although the condition is nei. */
static bool way_past(loader *ld, const hj_regel *r, const hj_cond *c)
{
    hj_cond *kid = (hj_cond *)c;
    hj_cond not_met = {.kind = HJ_IKKE, .place = c->place, .vis = "ikke", .n = 1, .kids = &kid};
    for (int i = 0; i < r->n_unntak; i++) {
        const char *example;
        bool sure;
        if (r->unntak[i]->gir != HJ_GIR_NEI && r->unntak[i]->naar
            && hj_can_both(ld, &not_met, r->unntak[i]->naar, &example, &sure))
            return true;
    }
    return false;
}

/* c is one of the things that must all be ja; cites is what it rests on unless it says itself. */
static void look(loader *ld, const hj_regel *r, const hj_cond *c, const hj_cites *cites)
{
    if (c->kind == HJ_ALLE) {
        for (int i = 0; i < c->n; i++)
            look(ld, r, c->kids[i], cites);
        return;
    }
    bool vilkaar = c->kind == HJ_VILKAAR;
    const hj_lov *lov = local_law(vilkaar ? &c->hjemmel : cites);
    if (!lov) {
        for (int i = 0; vilkaar && i < c->n; i++)
            look(ld, r, c->kids[i], &c->hjemmel);
        return;
    }
    if (!way_past(ld, r, c))
        warn(ld, r, vilkaar ? "vilkaar" : hj_cond_name(c->kind),
             vilkaar ? c->name : c->fact_name ? c->fact_name : c->vis, lov, c->place);
}

/* An exception that says nei for one local reason only: another exception would contradict it. */
static void look_at_exception(loader *ld, const hj_regel *r, const hj_unntak *u)
{
    const hj_lov *lov = u->gir == HJ_GIR_NEI ? local_law(&u->hjemmel) : NULL;
    const hj_cond *c = u->naar;
    while (c && (c->kind == HJ_VILKAAR || c->kind == HJ_ALLE || c->kind == HJ_NOEN) && c->n == 1)
        c = c->kids[0];
    if (lov && c && c->n == 0)
        warn(ld, r, "unntak", u->name, lov, u->place);
}

void hj_check_absolute(loader *ld)
{
    const hj_table *t = &ld->base->tables[HJ_REGEL];
    long cases = ld->cases; /* what others may try is theirs */
    ld->cases = 0;
    for (int i = 0; i < t->n; i++)
        for (int k = 0; k < t->entries[i]->n; k++) {
            const hj_regel *r = (const hj_regel *)t->entries[i]->editions[k];
            if (r->naar)
                look(ld, r, r->naar, &r->hjemmel);
            for (int u = 0; u < r->n_unntak; u++)
                look_at_exception(ld, r, r->unntak[u]);
        }
    ld->cases = cases;
}
