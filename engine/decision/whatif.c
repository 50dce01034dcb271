/* Hva-hvis: does it matter what we do not know?
 *
 * The hard idea: Kleene's tables call `a or not a` ukjent. Trying every value an unknown fact can
 * have tells the truth: if all give the same, the question need not be asked; if not, the facts
 * that can still turn the outcome are the ones to ask for, those that settle most first. Numbers
 * are tried at and around the thresholds the rule compares them with. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "decision/eval.h"

enum { MAX_RUNS = 64, MAX_VALUES = 8, MAX_NESTED = 2 };

typedef struct domain { /* the values a fact can have, as far as the rule can tell them apart */
    const hj_faktum *f;
    int n; /* 0: too many to try */
    hj_value v[MAX_VALUES];
    bool matters;
    int settled;
} domain;

typedef struct question { /* what is asked: the outcome of a rule, or of a stair */
    const hj_regel *regel;
    const hj_trapp *trapp;
    hj_scope *scope;
} question;

/* ---- Which values to try -------------------------------------------------------------------- */

typedef struct thresholds {
    hj_eval *ev;
    const hj_faktum *f;
    int n;
    double at[MAX_VALUES];
    bool ok;
    int budget;
} thresholds;

static void see_rule(thresholds *t, const hj_regel *r);
static void see_table(thresholds *t, const hj_tabell *table);
static void see_stair(thresholds *t, const hj_trapp *stair);

static void see_threshold(thresholds *t, const hj_operand *o)
{
    double x;
    if (o->kind == HJ_OP_NONE)
        return;
    if (o->kind == HJ_OP_NUMBER) {
        x = o->number;
    } else if (o->kind == HJ_OP_SATS) {
        const hj_rate *rate = hj_rate_at(hj_sats_at(o->entry, t->ev->date), t->ev->date);
        if (!rate) {
            t->ok = false;
            return;
        }
        x = rate->verdi;
    } else {
        t->ok = false; /* compared with something that may itself be unknown */
        return;
    }
    for (int i = 0; i < t->n; i++)
        if (t->at[i] == x)
            return;
    if (t->n == MAX_VALUES)
        t->ok = false;
    else
        t->at[t->n++] = x;
}

static void see_cond(thresholds *t, const hj_cond *c)
{
    if (!c || !t->ok)
        return;
    if (--t->budget < 0) {
        t->ok = false;
        return;
    }
    if (c->kind == HJ_FUNKSJON)
        t->ok = false; /* what a function does with a number cannot be seen */
    for (int i = 0; i < c->n; i++)
        see_cond(t, c->kids[i]);
    if (c->a.kind == HJ_OP_FAKTUM && hj_faktum_of(c->a.entry) == t->f)
        t->ok = false;
    if (c->fact) {
        const hj_faktum *f = hj_faktum_of(c->fact);
        if (f == t->f) {
            see_threshold(t, &c->a);
            see_threshold(t, &c->b);
        } else if (f->utledet) {
            see_cond(t, f->utledet);
        } else if (f->tabell) {
            see_table(t, (const hj_tabell *)hj_edition_at(f->tabell, t->ev->date));
        } else if (f->trapp) {
            see_stair(t, (const hj_trapp *)hj_edition_at(f->trapp, t->ev->date));
        } else if (f->funksjon || f->utregning) {
            t->ok = false;
        }
    }
    if (c->regel) {
        const hj_edition *e = hj_edition_at(c->regel, t->ev->date);
        if (e)
            see_rule(t, (const hj_regel *)e);
    }
}

static void see_table(thresholds *t, const hj_tabell *table)
{
    for (int i = 0; table && i < table->n; i++)
        see_cond(t, table->rader[i].naar);
}

static void see_stair(thresholds *t, const hj_trapp *stair)
{
    for (int i = 0; stair && i < stair->n; i++)
        see_cond(t, stair->trinn[i]->naar);
}

static void see_rule(thresholds *t, const hj_regel *r)
{
    see_cond(t, r->naar);
    see_cond(t, r->delvis);
    for (int i = 0; i < r->n_unntak; i++)
        see_cond(t, r->unntak[i]->naar);
}

static void see_question(thresholds *t, const question *q)
{
    if (q->regel)
        see_rule(t, q->regel);
    else
        see_stair(t, q->trapp);
}

static void number_domain(hj_eval *ev, const question *q, domain *d)
{
    thresholds t = {.ev = ev, .f = d->f, .ok = true, .budget = 20000};
    see_question(&t, q);
    if (!t.ok || !t.n || t.n > 3)
        return;
    double tries[2 * MAX_VALUES + 1];
    int n = 0;
    qsort(t.at, (size_t)t.n, sizeof *t.at, hj_number_order);
    double step = d->f->decl.integer ? 1 : 0.5;
    tries[n++] = t.at[0] - step;
    for (int i = 0; i < t.n; i++) {
        tries[n++] = t.at[i];
        double next = i + 1 < t.n ? t.at[i + 1] : t.at[i] + 2 * step;
        double middle = (t.at[i] + next) / 2;
        tries[n++] = d->f->decl.integer ? floor(middle) : middle;
    }
    for (int i = 0; i < n && d->n < MAX_VALUES; i++) {
        bool again = i && tries[i] == tries[i - 1];
        if (!again && hj_fact_possible(&d->f->decl, tries[i]))
            d->v[d->n++] = (hj_value){.type = HJ_FACT_TALL, .number = tries[i]};
    }
}

static void find_domain(hj_eval *ev, const question *q, domain *d)
{
    if (d->f->decl.type == HJ_FACT_JANEI) {
        d->n = 2;
        d->v[0] = (hj_value){.type = HJ_FACT_JANEI, .flag = true};
        d->v[1] = (hj_value){.type = HJ_FACT_JANEI, .flag = false};
    } else if (d->f->decl.type == HJ_FACT_VALG) {
        int n = 0;
        while (d->f->decl.values[n])
            n++;
        if (n > MAX_VALUES || d->f->decl.many)
            return;
        for (; d->n < n; d->n++)
            d->v[d->n] = (hj_value){.type = HJ_FACT_VALG, .text = d->f->decl.values[d->n]};
    } else if (d->f->decl.type == HJ_FACT_TALL && q) {
        number_domain(ev, q, d);
    }
}

/* ---- The outcome ---------------------------------------------------------------------------- */

enum { UNDECIDED = -1 };

static int try_outcome(hj_eval *ev, const question *q)
{
    if (q->trapp)
        return hj_lowest_step(ev, q->scope, q->trapp); /* HJ_STEP_UNKNOWN is UNDECIDED */
    hj_gir gir = hj_eval_regel(ev, q->scope, q->regel, NULL);
    return gir == HJ_GIR_UKJENT ? UNDECIDED : (int)gir;
}

/* Every combination; what all of them give, or UNDECIDED. */
static int try_all(hj_eval *ev, const question *q, domain *d, int n, int product)
{
    int *result = HJ_ARRAY(ev->arena, (size_t)product, int);
    bool same = true;
    for (int run = 0; run < product; run++) {
        for (int i = 0, rest = run; i < n; i++) {
            ev->assumed[d[i].f->id] = &d[i].v[rest % d[i].n];
            rest /= d[i].n;
        }
        result[run] = try_outcome(ev, q);
        same &= result[run] == result[0];
    }
    for (int i = 0, unit = 1; i < n; i++) {
        d[i].matters = false;
        for (int run = 0; run < product; run++) {
            int mine = run / unit % d[i].n;
            if (mine && result[run] != result[run - mine * unit])
                d[i].matters = true;
        }
        unit *= d[i].n;
        ev->assumed[d[i].f->id] = NULL;
    }
    return same ? result[0] : UNDECIDED;
}

static int by_use(const void *a, const void *b)
{
    const hj_missing *x = a, *y = b;
    /* settled/runs, greatest first, without division */
    int left = x->settled * (y->runs ? y->runs : 1), right = y->settled * (x->runs ? x->runs : 1);
    return right - left;
}

/* What every value of the unknown facts leads to, or UNDECIDED; then *missing is what can still
 * turn it, most deciding first. */
static int ask(hj_eval *ev, const question *q, const hj_fact_list *unknown, hj_missing **missing,
               int *n_missing)
{
    int n = unknown->n, product = 1, runs = 0, outcome = UNDECIDED;
    domain *d = HJ_ARRAY(ev->arena, (size_t)n + 1, domain);
    bool small = true;
    ev->trial++;
    for (int i = 0; i < n; i++) {
        d[i] = (domain){.f = unknown->items[i], .matters = true};
        find_domain(ev, q, &d[i]);
        small &= d[i].n > 0;
        product = product > MAX_RUNS || !d[i].n ? product : product * d[i].n;
    }
    if (small && n && product <= MAX_RUNS)
        outcome = try_all(ev, q, d, n, product);
    for (int i = 0; i < n; i++) {
        for (int k = 0; k < d[i].n && runs < MAX_RUNS; k++, runs++) {
            ev->assumed[d[i].f->id] = &d[i].v[k];
            d[i].settled += try_outcome(ev, q) != UNDECIDED;
        }
        ev->assumed[d[i].f->id] = NULL;
    }
    ev->trial--;
    if (outcome != UNDECIDED)
        return outcome;
    hj_missing *list = *missing = HJ_ARRAY(ev->arena, (size_t)n + 1, hj_missing);
    for (int i = 0; i < n; i++)
        if (d[i].matters)
            list[(*n_missing)++] =
                (hj_missing){.fact = d[i].f, .runs = d[i].n, .settled = d[i].settled};
    /* Insertion sort: stable, so that equals keep the order of the rule. */
    for (int i = 1; i < *n_missing; i++)
        for (int k = i; k > 0 && by_use(&list[k - 1], &list[k]) > 0; k--) {
            hj_missing swap = list[k];
            list[k] = list[k - 1];
            list[k - 1] = swap;
        }
    return UNDECIDED;
}

void hj_whatif_post(hj_eval *ev, hj_post *p)
{
    const question q = {.regel = p->regel, .scope = p->scope};
    hj_fact_list unknown = {0};
    hj_collect_regel(ev, p->scope, p->regel, &unknown);
    int outcome = ask(ev, &q, &unknown, &p->missing, &p->n_missing);
    p->irrelevant = outcome != UNDECIDED;
    if (p->irrelevant)
        p->gir = (hj_gir)outcome;
}

void hj_whatif_trapp(hj_eval *ev, hj_climb *c)
{
    const question q = {.trapp = c->trapp, .scope = c->scope};
    hj_fact_list unknown = {0};
    hj_collect_trapp(ev, c->scope, c->trapp, &unknown);
    c->step = ask(ev, &q, &unknown, &c->missing, &c->n_missing);
    c->irrelevant = c->step != HJ_STEP_UNKNOWN;
}

/* ---- The facts a rule rests on -------------------------------------------------------------- */

typedef struct facts {
    hj_eval *ev;
    hj_scope *sc;
    hj_fact_list list; /* in the order of the rule; those that are worked out left aside */
    int budget;
} facts;

static void meet_cond(facts *a, const hj_cond *c);

static void meet_rule(facts *a, const hj_regel *r)
{
    meet_cond(a, r->naar);
    meet_cond(a, r->delvis);
    for (int i = 0; i < r->n_unntak; i++)
        meet_cond(a, r->unntak[i]->naar);
}

static void meet_needs(facts *a, const hj_function *fn)
{
    const hj_fact_list *needs = hj_needs(a->sc, fn);
    for (int i = 0; needs && i < needs->n; i++)
        hj_add_fact(a->ev, &a->list, needs->items[i]);
}

static void meet_fact(facts *a, const hj_faktum *f)
{
    const hj_edition *table = f->tabell ? hj_edition_at(f->tabell, a->ev->date) : NULL;
    if (f->utledet)
        meet_cond(a, f->utledet);
    if (f->funksjon)
        meet_needs(a, f->funksjon);
    for (int i = 0; table && i < ((const hj_tabell *)table)->n; i++)
        meet_cond(a, ((const hj_tabell *)table)->rader[i].naar);
    const hj_trapp *stair = (const hj_trapp *)hj_edition_at(f->trapp, a->ev->date);
    for (int i = 0; stair && i < stair->n; i++)
        meet_cond(a, stair->trinn[i]->naar);
    const hj_utregning *u = (const hj_utregning *)hj_edition_at(f->utregning, a->ev->date);
    if (u) {
        meet_cond(a, u->naar);
        meet_needs(a, u->beregn);
    }
    if (!hj_is_derived(f))
        hj_add_fact(a->ev, &a->list, f);
}

static void meet_cond(facts *a, const hj_cond *c)
{
    if (!c || --a->budget < 0)
        return;
    for (int i = 0; i < c->n; i++)
        meet_cond(a, c->kids[i]);
    if (c->fact)
        meet_fact(a, hj_faktum_of(c->fact));
    if (c->ved)
        meet_fact(a, hj_faktum_of(c->ved));
    if (c->a.kind == HJ_OP_FAKTUM)
        meet_fact(a, hj_faktum_of(c->a.entry));
    if (c->b.kind == HJ_OP_FAKTUM)
        meet_fact(a, hj_faktum_of(c->b.entry));
    if (c->kind == HJ_FUNKSJON)
        meet_needs(a, c->function);
    const hj_edition *e = c->regel ? hj_edition_at(c->regel, a->ev->date) : NULL;
    if (e)
        meet_rule(a, (const hj_regel *)e);
}

static hj_fact_list facts_of(hj_eval *ev, const hj_post *post)
{
    facts a = {.ev = ev, .sc = post->scope, .budget = 20000};
    meet_rule(&a, post->regel);
    return a.list;
}

/* ---- What was unknown, and what each answer would have given -------------------------------- */

int hj_whatif_unknown(hj_eval *ev, const hj_post *post, hj_unknown **out)
{
    const question q = {.regel = post->regel, .scope = post->scope};
    hj_fact_list all = facts_of(ev, post);
    hj_unknown *list = HJ_ARRAY(ev->arena, (size_t)all.n + 1, hj_unknown);
    int n = 0;
    ev->trial++;
    for (int i = 0; i < all.n; i++) {
        if (hj_get_fact(ev, post->scope, all.items[i])->known == HJ_KNOWN)
            continue;
        domain d = {.f = all.items[i]};
        hj_unknown *u = &list[n++];
        find_domain(ev, &q, &d);
        *u = (hj_unknown){.fact = d.f, .n = d.n,
                          .to = HJ_ARRAY(ev->arena, (size_t)d.n + 1, hj_value),
                          .gir = HJ_ARRAY(ev->arena, (size_t)d.n + 1, hj_gir)};
        for (int k = 0; k < d.n; k++) {
            u->to[k] = d.v[k];
            ev->assumed[d.f->id] = &d.v[k];
            u->gir[k] = hj_eval_regel(ev, post->scope, post->regel, NULL);
            if (post->irrelevant) /* whatever the others are: all of them were tried */
                u->gir[k] = post->gir;
            u->matters |= u->gir[k] != post->gir;
        }
        ev->assumed[d.f->id] = NULL;
        for (int k = 0; k < post->n_missing; k++)
            u->matters |= post->missing[k].fact == d.f;
    }
    ev->trial--;
    *out = list;
    return n;
}

/* ---- What would have given another outcome -------------------------------------------------- */

enum { MAX_FACTS = 24, MAX_TRIES = 2000 };

typedef struct around { /* the facts a rule rests on, with the values they could have had */
    hj_eval *ev;
    const hj_post *post;
    question q;
    int n, tries;
    domain d[MAX_FACTS];
} around;

static void find_around(around *a)
{
    hj_fact_list all = facts_of(a->ev, a->post);
    for (int i = 0; i < all.n && a->n < MAX_FACTS; i++) {
        const hj_faktum *f = all.items[i];
        if (f->decl.source == HJ_FACT_EXISTS || f->decl.source == HJ_FACT_COUNT)
            continue; /* of what is written in the case, not of the person */
        if (hj_get_fact(a->ev, a->post->scope, f)->known != HJ_KNOWN)
            continue;
        a->d[a->n] = (domain){.f = f};
        find_domain(a->ev, &a->q, &a->d[a->n]);
        a->n += a->d[a->n].n > 0;
    }
}

/* Whether another known outcome comes of what is assumed now. */
static bool turns(around *a, hj_gir *gir)
{
    a->tries++;
    *gir = hj_eval_regel(a->ev, a->post->scope, a->post->regel, NULL);
    return *gir != HJ_GIR_UKJENT && *gir != a->post->gir;
}

/* Of a number's values that do, the one nearest to what it is. */
static bool alone(around *a, const domain *d, hj_change *out)
{
    const hj_value *now = hj_get_fact(a->ev, a->post->scope, d->f);
    bool found = false;
    double nearest = 0;
    for (int k = 0; k < d->n && a->tries < MAX_TRIES; k++) {
        hj_gir gir;
        double distance = d->v[k].type == HJ_FACT_TALL ? fabs(d->v[k].number - now->number) : 0;
        if (hj_value_same(&d->v[k], now) || (found && distance >= nearest))
            continue;
        a->ev->assumed[d->f->id] = &d->v[k];
        if (turns(a, &gir)) {
            *out = (hj_change){.gir = gir, .n = 1, .facts = {d->f}, .to = {d->v[k]}};
            nearest = distance;
            found = true;
        }
    }
    a->ev->assumed[d->f->id] = NULL;
    return found;
}

static bool together(around *a, const domain *x, const domain *y, hj_change *out)
{
    const hj_value *x_now = hj_get_fact(a->ev, a->post->scope, x->f);
    const hj_value *y_now = hj_get_fact(a->ev, a->post->scope, y->f);
    bool found = false;
    for (int i = 0; i < x->n && !found; i++)
        for (int k = 0; k < y->n && !found && a->tries < MAX_TRIES; k++) {
            hj_gir gir;
            if (hj_value_same(&x->v[i], x_now) || hj_value_same(&y->v[k], y_now))
                continue;
            a->ev->assumed[x->f->id] = &x->v[i];
            a->ev->assumed[y->f->id] = &y->v[k];
            found = turns(a, &gir);
            if (found)
                *out = (hj_change){.gir = gir, .n = 2, .facts = {x->f, y->f},
                                   .to = {x->v[i], y->v[k]}};
        }
    a->ev->assumed[x->f->id] = a->ev->assumed[y->f->id] = NULL;
    return found;
}

int hj_whatif_changes(hj_eval *ev, const hj_post *post, hj_change out[HJ_MAX_CHANGES])
{
    around a = {.ev = ev, .post = post, .q = {.regel = post->regel, .scope = post->scope}};
    int n = 0;
    if (post->gir == HJ_GIR_UKJENT)
        return 0;
    find_around(&a);
    ev->trial++;
    for (int i = 0; i < a.n && n < HJ_MAX_CHANGES; i++)
        n += alone(&a, &a.d[i], &out[n]);
    for (int i = 0; i < a.n && !n; i++)
        for (int k = i + 1; k < a.n && !n; k++)
            n += together(&a, &a.d[i], &a.d[k], &out[n]);
    ev->trial--;
    return n;
}

/* ---- Functions ------------------------------------------------------------------------------ */

static bool same_answer(const hj_answer *a, const hj_answer *b)
{
    if (a->kind != b->kind)
        return false;
    switch (a->kind) {
    case HJ_ANSWER_FLAG: return a->flag == b->flag;
    case HJ_ANSWER_NUMBER: return a->number == b->number;
    case HJ_ANSWER_TEXT: return strcmp(a->text, b->text) == 0;
    default: return false;
    }
}

static hj_answer nested(hj_eval *ev, hj_scope *sc, const hj_function *fn, const hj_faktum *unknown,
                        int depth, int *runs)
{
    const hj_answer no = {.kind = HJ_ANSWER_UNKNOWN};
    hj_answer all = no;
    domain d = {.f = unknown};
    find_domain(ev, NULL, &d);
    if (!d.n || depth > MAX_NESTED || ev->assumed[unknown->id])
        return no;
    for (int i = 0; i < d.n; i++) {
        const hj_faktum *next = NULL;
        if (++*runs > MAX_RUNS) {
            all = no;
            break;
        }
        ev->assumed[unknown->id] = &d.v[i];
        hj_answer one = hj_call_function(ev, sc, fn, &next);
        if (one.kind == HJ_ANSWER_UNKNOWN && next) {
            if (ev->needed)
                hj_add_fact(ev, ev->needed, next);
            one = nested(ev, sc, fn, next, depth + 1, runs);
        }
        ev->assumed[unknown->id] = NULL;
        if (one.kind == HJ_ANSWER_TROUBLE)
            return one;
        if (i == 0)
            all = one;
        else if (!same_answer(&all, &one))
            all = no; /* go on: what else it needs is worth knowing */
    }
    return all;
}

hj_answer hj_whatif_function(hj_eval *ev, hj_scope *sc, const hj_function *fn,
                             const hj_faktum *unknown)
{
    int runs = 0;
    ev->trial++;
    hj_answer a = nested(ev, sc, fn, unknown, 1, &runs);
    ev->trial--;
    return a;
}
