/* What is missing: the facts that keep an answer from being found.
 *
 * The hard idea: only what is ukjent is followed down, so that what cannot matter any more is never
 * asked for. */
#include "decision/eval.h"

void hj_collect_function(hj_eval *ev, hj_scope *sc, const hj_function *fn, hj_fact_list *out)
{
    const hj_fact_list *needs = hj_needs(sc, fn);
    for (int i = 0; needs && i < needs->n; i++)
        hj_collect_fact(ev, sc, needs->items[i], out);
}

/* The facts that keep it from being found, when it is not found in the case itself. */
static void collect_parts(hj_eval *ev, hj_scope *sc, const hj_faktum *f, hj_fact_list *out)
{
    bool given = ev->n_given && hj_given_of(ev, sc, f);
    const hj_edition *e = f->tabell && !given ? hj_edition_at(f->tabell, ev->date) : NULL;
    if (f->utledet && !given)
        hj_collect_cond(ev, sc, f->utledet, out);
    else if (e)
        for (int i = 0; i < ((const hj_tabell *)e)->n; i++)
            hj_collect_cond(ev, sc, ((const hj_tabell *)e)->rader[i].naar, out);
    else if (f->trapp && !given && (e = hj_edition_at(f->trapp, ev->date)))
        hj_collect_trapp(ev, sc, (const hj_trapp *)e, out);
    else if (f->utregning && !given && (e = hj_edition_at(f->utregning, ev->date)))
        hj_collect_utregning(ev, sc, (const hj_utregning *)e, out);
    else if (f->funksjon && !given)
        hj_collect_function(ev, sc, f->funksjon, out);
    else
        hj_add_fact(ev, out, f);
}

void hj_collect_fact(hj_eval *ev, hj_scope *sc, const hj_faktum *f, hj_fact_list *out)
{
    if (hj_get_fact(ev, sc, f)->known != HJ_KNOWN)
        collect_parts(ev, f->global ? ev->root : sc, f, out);
}

/* What is worked out is not known for the reasons its parts are not: one that must be asked for
 * comes before one that is being collected, and that before one that does not matter here. */
hj_known hj_why_not_known(hj_eval *ev, hj_scope *sc, const hj_faktum *f)
{
    hj_fact_list parts = {0};
    hj_known why = HJ_NOT_RELEVANT;
    collect_parts(ev, sc, f, &parts);
    for (int i = 0; i < parts.n; i++) {
        hj_known one = parts.items[i] == f ? HJ_NOT_STATED
                                           : hj_get_fact(ev, sc, parts.items[i])->known;
        if (one == HJ_NOT_STATED || one == HJ_KNOWN)
            return HJ_NOT_STATED;
        if (one == HJ_BEING_COLLECTED)
            why = one;
    }
    return parts.n ? why : HJ_NOT_STATED;
}

void hj_collect_operand(hj_eval *ev, hj_scope *sc, const hj_operand *o, hj_fact_list *out)
{
    if (!o->entry)
        return;
    if (o->kind == HJ_OP_SATS) {
        if (hj_rate_value(ev, sc, o->entry).known != HJ_KNOWN)
            hj_add_fact(ev, out, ((const hj_sats *)o->entry->editions[0])->faktum);
    } else if (o->kind == HJ_OP_FAKTUM) {
        hj_collect_fact(ev, sc, hj_faktum_of(o->entry), out);
    } else if (o->kind == HJ_OP_FRIST) {
        const hj_edition *e = hj_edition_at(o->entry, ev->date);
        hj_due *due = e ? hj_find_due(ev, sc, (const hj_frist *)e) : NULL;
        for (int i = 0; due && i < due->missing.n; i++)
            hj_collect_fact(ev, sc, due->missing.items[i], out);
        if (e && ((const hj_frist *)e)->naar)
            hj_collect_cond(ev, sc, ((const hj_frist *)e)->naar, out);
    }
}

void hj_collect_cond(hj_eval *ev, hj_scope *sc, const hj_cond *c, hj_fact_list *out)
{
    if (hj_eval_cond(ev, sc, c) != HJ_UKJENT)
        return;
    for (int i = 0; i < c->n; i++)
        hj_collect_cond(ev, sc, c->kids[i], out);
    if (c->fact)
        hj_collect_fact(ev, sc, hj_faktum_of(c->fact), out);
    if (c->ved)
        hj_collect_fact(ev, sc, hj_faktum_of(c->ved), out);
    hj_collect_operand(ev, sc, &c->a, out);
    hj_collect_operand(ev, sc, &c->b, out);
    if (c->kind == HJ_FUNKSJON)
        hj_collect_function(ev, sc, c->function, out);
    if (c->prosess)
        hj_collect_state(ev, sc, c, out);
    if (c->regel) {
        const hj_edition *e = hj_edition_at(c->regel, ev->date);
        if (e)
            hj_collect_regel(ev, sc, (const hj_regel *)e, out);
    }
}

void hj_collect_regel(hj_eval *ev, hj_scope *sc, const hj_regel *r, hj_fact_list *out)
{
    hj_gir base, gir = hj_eval_regel(ev, sc, r, &base);
    bool excepted = false; /* then the rule's own conditions no longer count */
    if (gir != HJ_GIR_UKJENT)
        return;
    for (int i = 0; i < r->n_unntak; i++)
        excepted |= hj_eval_cond(ev, sc, r->unntak[i]->naar) == HJ_JA;
    if (!excepted)
        hj_collect_cond(ev, sc, r->naar, out);
    for (int i = 0; i < r->n_unntak; i++)
        hj_collect_cond(ev, sc, r->unntak[i]->naar, out);
    if (r->delvis && (base != HJ_GIR_NEI || out->n))
        hj_collect_cond(ev, sc, r->delvis, out);
}
