/* The lowest step that covers the need.
 *
 * The hard idea: a lower step that is ukjent stops the climb. To go past it would be to say no to
 * it, and nobody has. Only when every value of what is missing leads to the same step does the
 * answer stand. When no step covers the need, that is an answer of its own, not the top step. */
#include <libxml/tree.h>
#include <string.h>

#include "decision/writer.h"

enum { MOST_REASONS = 200 };

/* ---- Finding the step ------------------------------------------------------------------------ */

int hj_lowest_step(hj_eval *ev, hj_scope *sc, const hj_trapp *t)
{
    int answer = t->n;
    for (int i = t->n - 1; i >= 0; i--) { /* all of them: somebody will ask what they were */
        hj_kleene k = hj_eval_cond(ev, sc, t->trinn[i]->naar);
        answer = k == HJ_JA ? i : k == HJ_UKJENT ? HJ_STEP_UNKNOWN : answer;
    }
    return answer;
}

void hj_collect_trapp(hj_eval *ev, hj_scope *sc, const hj_trapp *t, hj_fact_list *out)
{
    sc = hj_climb_scope(ev, sc, t);
    for (int i = 0; sc && i < t->n; i++) {
        if (hj_eval_cond(ev, sc, t->trinn[i]->naar) == HJ_JA)
            return; /* what stands above it does not count */
        hj_collect_cond(ev, sc, t->trinn[i]->naar, out);
    }
}

hj_scope *hj_climb_scope(hj_eval *ev, hj_scope *sc, const hj_trapp *t)
{
    if (ev->by_given || !t->gjelder)
        return ev->root;
    const hj_path_result *r = hj_where(ev, hj_path_number(t->gjelder));
    for (const xmlNode *n = sc->node; n; n = n->parent)
        for (size_t i = 0; r->kind == HJ_PATH_NODES && i < r->n; i++)
            if (r->nodes[i] == n)
                return hj_scope_at(ev, n);
    return NULL;
}

hj_climb *hj_climb_at(hj_eval *ev, hj_scope *sc, const hj_trapp *t)
{
    for (int i = 0; i < ev->n_climbs && !ev->trial; i++)
        if (ev->climbs[i]->trapp == t && ev->climbs[i]->scope == sc)
            return ev->climbs[i];
    hj_climb *c = HJ_NEW(ev->arena, hj_climb);
    *c = (hj_climb){.trapp = t, .scope = sc, .step = hj_lowest_step(ev, sc, t)};
    if (ev->trial)
        return c;
    if (c->step == HJ_STEP_UNKNOWN && !ev->failed)
        hj_whatif_trapp(ev, c);
    if (t->vedtak_i) {
        const hj_value *v = hj_get_fact(ev, sc, hj_faktum_of(t->vedtak_i));
        c->vedtak = v->known == HJ_KNOWN ? v : NULL;
    }
    HJ_LIST_ADD(ev->arena, ev->climbs, ev->n_climbs, ev->cap_climbs, c, hj_climb *);
    return c;
}

static const hj_trapp *in_force(hj_eval *ev, const hj_entry *e)
{
    const hj_edition *edition = hj_edition_at(e, ev->date);
    if (!edition) {
        char iso[11];
        hj_error(ev->diags, "HJ-DECISION-024", e->editions[0]->place,
                 "%s '%s' has no edition on %s", "trapp", e->name, hj_date_iso(ev->date, iso));
        ev->failed = true;
    }
    return (const hj_trapp *)edition;
}

void hj_answer_trapp(hj_eval *ev, hj_scope *sc, const hj_faktum *f, hj_value *v)
{
    const hj_trapp *t = in_force(ev, f->trapp);
    hj_scope *at = t ? hj_climb_scope(ev, sc, t) : NULL;
    *v = (hj_value){.type = HJ_FACT_VALG, .known = HJ_NOT_STATED};
    if (t && !at) {
        hj_error(ev->diags, "HJ-DECISION-025", t->e.place,
                 "trapp '%s' is asked for at a place that is not inside %s", t->e.name,
                 hj_path_text(t->gjelder));
        ev->failed = true;
    }
    if (!at)
        return;
    int step = hj_climb_at(ev, at, t)->step;
    if (step == HJ_STEP_UNKNOWN)
        return;
    v->known = HJ_KNOWN;
    v->text = step < t->n ? t->trinn[step]->name : HJ_INGEN;
    v->number = step < t->n ? t->trinn[step]->nummer : HJ_INGEN_NUMBER;
}

/* What a step is compared with: its number, or the number of the step of that name. */
bool hj_step_operand(hj_eval *ev, const hj_faktum *f, const hj_operand *o, hj_place place,
                     double *out)
{
    const hj_trapp *t = (const hj_trapp *)hj_edition_at(f->trapp, ev->date);
    *out = o->number;
    if (o->kind == HJ_OP_NUMBER)
        return true;
    *out = HJ_INGEN_NUMBER;
    if (strcmp(o->text, HJ_INGEN) == 0)
        return true;
    for (int i = 0; t && i < t->n; i++)
        if (strcmp(t->trinn[i]->name, o->text) == 0) {
            *out = t->trinn[i]->nummer;
            return true;
        }
    hj_error(ev->diags, "HJ-DECISION-026", place, "the edition of trapp '%s' in force has no step '%s'",
             f->trapp->name, o->text);
    ev->failed = true;
    return false;
}

void hj_find_stairs(hj_eval *ev)
{
    const hj_table *t = &ev->base->tables[HJ_TRAPP];
    for (int i = 0; i < t->n && !ev->failed; i++) {
        const hj_trapp *stair = (const hj_trapp *)hj_edition_at(t->entries[i], ev->date);
        if (!stair)
            continue;
        if (!stair->gjelder) {
            hj_climb_at(ev, ev->root, stair);
            continue;
        }
        const hj_path_result *r = hj_where(ev, hj_path_number(stair->gjelder));
        for (size_t k = 0; r->kind == HJ_PATH_NODES && k < r->n && !ev->failed; k++)
            hj_climb_at(ev, hj_scope_at(ev, r->nodes[k]), stair);
    }
}

/* ---- Telling --------------------------------------------------------------------------------- */

typedef struct reasons {
    hj_writer *w;
    xmlNode *step;
    hj_scope *sc;
    int left;
} reasons;

static void reason(reasons *r, const hj_cond *c)
{
    xmlNode *node = hj_put_element(r->w, r->step, "grunn");
    if (r->left-- <= 0)
        return;
    if (c->kind == HJ_VILKAAR)
        hj_put(r->w, node, "vilkaar", c->name);
    hj_put(r->w, node, "vis", c->vis);
    hj_put_place(r->w, node, c->place);
    if (c->kind == HJ_VILKAAR) {
        hj_put_both(r->w, node, "tekst", c->tekst);
        hj_put_hjemler(r->w, node, &c->hjemmel, c->place);
    } else if (c->fact) {
        hj_put_both(r->w, node, "tekst", hj_faktum_of(c->fact)->tekst);
    }
}

static void reasons_of(reasons *r, const hj_cond *c, int depth);

/* A service on the step is no when its own conditions are, or when an exception says so. */
static void reasons_of_rule(reasons *r, const hj_cond *c, int depth)
{
    hj_eval *ev = r->w->ev;
    const hj_regel *rule = (const hj_regel *)hj_edition_at(c->regel, ev->date);
    bool excepted = false;
    for (int i = 0; rule && i < rule->n_unntak; i++) {
        const hj_unntak *u = rule->unntak[i];
        if (u->gir != HJ_GIR_NEI || hj_eval_cond(ev, r->sc, u->naar) != HJ_JA)
            continue;
        excepted = true;
        xmlNode *node = hj_put_element(r->w, r->step, "grunn");
        hj_put(r->w, node, "unntak", u->name);
        hj_put_place(r->w, node, u->place);
        hj_put_both(r->w, node, "tekst", u->tekst);
        hj_put_hjemler(r->w, node, &u->hjemmel, u->place);
    }
    if (rule && !excepted && depth < 12)
        reasons_of(r, rule->naar, depth + 1);
}

/* What was nei, down to the vilkaar that say it in words. */
static void reasons_of(reasons *r, const hj_cond *c, int depth)
{
    hj_eval *ev = r->w->ev;
    if (r->left <= 0 || hj_eval_cond(ev, r->sc, c) != HJ_NEI)
        return;
    if (c->kind == HJ_REGEL_GIR && c->regel)
        reasons_of_rule(r, c, depth);
    else if (c->kind == HJ_ALLE || c->kind == HJ_NOEN)
        for (int i = 0; i < c->n; i++)
            reasons_of(r, c->kids[i], depth);
    else
        reason(r, c);
}

static void write_step(hj_writer *w, xmlNode *stair, const hj_climb *c, int i)
{
    const hj_trinn *s = c->trapp->trinn[i];
    hj_kleene k = hj_eval_cond(w->ev, c->scope, s->naar);
    bool below = c->step == HJ_STEP_UNKNOWN || i < c->step;
    xmlNode *node = hj_put_element(w, stair, "trinn");
    hj_put(w, node, "navn", s->name);
    hj_put_count(w, node, "nummer", s->nummer);
    hj_put(w, node, "utfall", hj_kleene_name(k));
    hj_put(w, node, "plass", i == c->step ? "laveste"
                             : !below     ? "hoeyere"
                             : k == HJ_NEI ? "avvist" : "ukjent");
    hj_put_place(w, node, s->place);
    hj_put_both(w, node, "tekst", s->tekst);
    hj_put_hjemler(w, node, &s->hjemmel, s->place);
    for (int n = 0; n < s->n_regler; n++)
        hj_put(w, hj_put_element(w, node, "regel"), "navn", s->regler[n].name);
    if (s->vurdering && (below || i == c->step)) {
        const hj_value *v = hj_get_fact(w->ev, c->scope, hj_faktum_of(s->vurdering));
        if (v->known == HJ_KNOWN) {
            xmlNode *said = hj_put_element(w, node, "vurdering");
            hj_put_place(w, said, v->place);
            hj_put_text(w, said, v->text);
        }
    }
    if (below && k == HJ_NEI) {
        reasons r = {w, node, c->scope, MOST_REASONS};
        hj_put_both(w, node, "begrunnelse", s->begrunnelse);
        reasons_of(&r, s->naar, 0);
    }
    bool decisive = i == c->step || (below && k != HJ_JA);
    hj_put_cond(w, node, c->scope, s->naar, decisive, 0);
}

void hj_write_climb(hj_writer *w, xmlNode *root, const hj_climb *c)
{
    const hj_trapp *t = c->trapp;
    const char *step = c->step == HJ_STEP_UNKNOWN ? "ukjent"
                     : c->step < t->n             ? t->trinn[c->step]->name : HJ_INGEN;
    xmlNode *node = hj_put_element(w, root, "trapp");
    hj_put(w, node, "navn", t->e.name);
    hj_put(w, node, "for", hj_post_of(w->ev, c->scope));
    hj_put(w, node, "utfall", step);
    if (c->step >= 0 && c->step < t->n)
        hj_put_count(w, node, "nummer", t->trinn[c->step]->nummer);
    if (c->irrelevant)
        hj_put(w, node, "ukjent_uten_betydning", "ja");
    if (c->vedtak)
        hj_put(w, node, "vedtak", c->vedtak->text);
    hj_put(w, node, "avvik", hj_ja_nei(c->vedtak && c->step != HJ_STEP_UNKNOWN
                                       && strcmp(c->vedtak->text, step) != 0));
    hj_put_node(w, node, c->scope->node);
    hj_put(w, node, "regelfil", t->e.place.file);
    hj_put_count(w, node, "regellinje", t->e.place.line);
    hj_put_local(w, node, HJ_TRAPP, &t->e);
    hj_put_both(w, node, "tekst", t->tekst);
    hj_put_hjemler(w, node, &t->hjemmel, t->e.place);
    for (int i = 0; i < t->n; i++)
        write_step(w, node, c, i);
    for (int i = 0; i < c->n_missing; i++)
        hj_put_missing(w, node, c->missing[i].fact,
                       hj_get_fact(w->ev, c->scope, c->missing[i].fact)->known, i + 1);
}
