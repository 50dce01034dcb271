/* Amounts.
 *
 * The hard idea: a number nobody can check is worth nothing. The record holds what was read, each
 * rate with its date and source, what came out before rounding, how it was rounded and which limit
 * applied, so that a person with a pencil gets the same. */
#include <math.h>
#include <string.h>

#include "decision/writer.h"

/* ---- Finding --------------------------------------------------------------------------------- */

static bool within(hj_eval *ev, hj_amount *a, const hj_operand *o, bool most)
{
    if (o->kind == HJ_OP_NONE)
        return true;
    hj_value v = hj_operand_value(ev, a->scope, o);
    if (v.known != HJ_KNOWN)
        return false;
    if (most ? a->value > v.number : a->value < v.number) {
        a->limit = o;
        a->value = v.number;
    }
    return true;
}

static bool round_off(hj_eval *ev, hj_amount *a)
{
    static const hj_avrunding whole = {"hel", 1, 0};
    const hj_utregning *u = a->u;
    bool sane = a->raw == a->raw && fabs(a->raw) < 1e12;
    a->value = sane ? hj_round(u->avrunding ? u->avrunding : &whole, a->raw) : 0;
    if (sane && (u->avrunding || fabs(a->value - a->raw) < 1e-6))
        return true;
    if (sane) {
        hj_error(ev->diags, "HJ-DECISION-028", u->e.place,
                 "utregning '%s' gives a number that is not whole, and does not say how it is rounded",
                 u->e.name);
        hj_hint(ev->diags, "write avrunding = \"krone\", \"oere\", \"ned\" …");
    } else {
        hj_error(ev->diags, "HJ-DECISION-027", u->e.place,
                 "the function of utregning '%s' must give a number", u->e.name);
    }
    ev->failed = true;
    return false;
}

static void calculate(hj_eval *ev, hj_amount *a)
{
    const hj_utregning *u = a->u;
    const hj_faktum *unknown = NULL;
    hj_inputs *outer = ev->inputs;
    ev->inputs = ev->trial ? NULL : &a->inputs;
    hj_answer answer = hj_call_function(ev, a->scope, u->beregn, &unknown);
    ev->inputs = outer;
    if (answer.kind == HJ_ANSWER_UNKNOWN || answer.kind == HJ_ANSWER_TROUBLE)
        return;
    a->raw = answer.kind == HJ_ANSWER_NUMBER ? answer.number : NAN;
    a->known = round_off(ev, a) && within(ev, a, &u->minst, false)
        && within(ev, a, &u->hoyst, true);
}

hj_amount *hj_amount_at(hj_eval *ev, hj_scope *sc, const hj_utregning *u)
{
    for (int i = 0; i < ev->n_amounts && !ev->trial; i++)
        if (ev->amounts[i]->u == u && ev->amounts[i]->scope == sc)
            return ev->amounts[i];
    hj_amount *a = HJ_NEW(ev->arena, hj_amount);
    *a = (hj_amount){.u = u, .scope = sc};
    a->gjelder = u->naar ? hj_eval_cond(ev, sc, u->naar) : HJ_JA;
    if (a->gjelder != HJ_NEI)
        calculate(ev, a);
    if (!ev->trial)
        HJ_LIST_ADD(ev->arena, ev->amounts, ev->n_amounts, ev->cap_amounts, a, hj_amount *);
    return a;
}

const hj_utregning *hj_utregning_at(hj_eval *ev, const hj_entry *e, hj_place place)
{
    const hj_edition *edition = hj_edition_at(e, ev->date);
    if (!edition) {
        char iso[11];
        hj_error(ev->diags, "HJ-DECISION-024", place, "%s '%s' has no edition on %s", "utregning",
                 e->name, hj_date_iso(ev->date, iso));
        ev->failed = true;
    }
    return (const hj_utregning *)edition;
}

void hj_answer_utregning(hj_eval *ev, hj_scope *sc, const hj_faktum *f, hj_value *v)
{
    const hj_utregning *u = hj_utregning_at(ev, f->utregning, f->e.place);
    const hj_amount *a = u ? hj_amount_at(ev, sc, u) : NULL;
    *v = (hj_value){.type = HJ_FACT_TALL, .known = HJ_NOT_STATED};
    if (a && a->gjelder == HJ_NEI)
        v->known = HJ_NOT_RELEVANT;
    if (a && a->gjelder == HJ_JA && a->known)
        *v = (hj_value){.type = HJ_FACT_TALL, .known = HJ_KNOWN, .number = a->value};
}

void hj_collect_utregning(hj_eval *ev, hj_scope *sc, const hj_utregning *u, hj_fact_list *out)
{
    if (u->naar)
        hj_collect_cond(ev, sc, u->naar, out);
    hj_collect_function(ev, sc, u->beregn, out);
    hj_collect_operand(ev, sc, &u->minst, out);
    hj_collect_operand(ev, sc, &u->hoyst, out);
}

void hj_find_amounts(hj_eval *ev)
{
    for (int i = 0; i < ev->n_posts && !ev->failed; i++)
        for (int k = 0; k < ev->posts[i].regel->n_utregninger; k++) {
            const hj_regel *r = ev->posts[i].regel;
            const hj_utregning *u = hj_utregning_at(ev, r->utregninger[k].entry, r->e.place);
            if (u)
                hj_amount_at(ev, ev->posts[i].scope, u);
        }
}

/* ---- Telling --------------------------------------------------------------------------------- */

static void put_number(hj_writer *w, xmlNode *node, const char *name, double x)
{
    hj_value v = {.type = HJ_FACT_TALL, .number = x};
    hj_put(w, node, name, hj_value_text(w->ev, &v));
}

static void write_limit(hj_writer *w, xmlNode *parent, const hj_amount *a, const hj_operand *o,
                        const char *kind)
{
    if (o->kind == HJ_OP_NONE)
        return;
    hj_value v = hj_operand_value(w->ev, a->scope, o);
    xmlNode *node = hj_put_element(w, parent, "grense");
    hj_put(w, node, "slag", kind);
    hj_put(w, node, "verdi", hj_value_text(w->ev, &v));
    hj_put(w, node, "gjaldt", hj_ja_nei(a->limit == o));
    if (!w->ev->brief)
        hj_put_operand(w, node, a->scope, o, 0);
}

static void write_inputs(hj_writer *w, xmlNode *node, const hj_amount *a)
{
    for (int i = 0; i < a->inputs.facts.n; i++)
        hj_put_fact(w, node, a->scope, a->inputs.facts.items[i], 0);
    for (int i = 0; i < a->inputs.n_rates; i++) {
        const hj_sats *s = a->inputs.rates[i];
        hj_put_rate(w, node, s, NULL);
    }
}

void hj_write_amount(hj_writer *w, xmlNode *root, const hj_amount *a, const char *post)
{
    const hj_utregning *u = a->u;
    hj_fact_list missing = {0};
    if (a->gjelder == HJ_NEI)
        return;
    xmlNode *node = hj_put_element(w, root, "utregning");
    hj_put(w, node, "navn", u->e.name);
    hj_put(w, node, "for", post);
    hj_put(w, node, "gjelder", hj_kleene_name(a->gjelder));
    if (a->known)
        put_number(w, node, "verdi", a->value);
    else
        hj_put(w, node, "verdi", "");
    hj_put(w, node, "enhet", u->enhet);
    if (a->known)
        put_number(w, node, "raa", a->raw);
    if (u->avrunding)
        hj_put(w, node, "avrunding", u->avrunding->name);
    if (a->limit)
        hj_put(w, node, "begrenset", a->limit == &u->hoyst ? "hoyst" : "minst");
    hj_put_place(w, node, u->e.place);
    hj_put_local(w, node, HJ_UTREGNING, &u->e);
    hj_put_both(w, node, "tekst", u->tekst);
    hj_put_hjemler(w, node, &u->hjemmel, u->e.place);
    write_limit(w, node, a, &u->minst, "minst");
    write_limit(w, node, a, &u->hoyst, "hoyst");
    write_inputs(w, node, a);
    if (!w->ev->brief && u->naar)
        hj_put_cond(w, node, a->scope, u->naar, false, 0);
    if (!a->known || a->gjelder == HJ_UKJENT)
        hj_collect_utregning(w->ev, a->scope, u, &missing);
    for (int i = 0; i < missing.n; i++)
        hj_put_missing(w, node, missing.items[i],
                       hj_get_fact(w->ev, a->scope, missing.items[i])->known, 0);
}
