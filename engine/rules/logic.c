/* Conditions that cannot be anything but ja, or anything but nei.
 *
 * The hard idea: as with decision tables (tabell.c), a condition is finite: what it asks of a fact
 * cuts that fact's values into pieces it cannot tell apart, and every combination of pieces can be
 * tried. What is asked in a way only a case can answer (a function, another rule) is a piece of its
 * own that may be either. All facts are taken to be known: a condition that is ja whatever they are
 * is ukjent when they are not, and no less meaningless. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "rules/loader.h"

enum { MOST_VARS = 14, MOST_NODES = 300, MOST_WORK = 2000000, MOST_IN_ALL = 30000000 };

typedef struct variable {
    const hj_faktum *f; /* NULL: an opaque question, two pieces */
    const hj_cond *opaque;
    int n, now; /* pieces; the one tried */
    double *numbers; /* tall, dato */
} variable;

typedef struct node {
    hj_cond *c;
    int var; /* -1: made of others */
    int kids[64], n_kids;
    bool value, can_ja, can_nei, constant;
    uint64_t needed; /* kids without which the answer would have been another, in some case */
} node;

typedef struct study {
    hj_arena *arena;
    hj_diags *diags;
    variable vars[MOST_VARS];
    node *nodes;
    int n_vars, n_nodes;
    bool too_large;
    double *left; /* of MOST_IN_ALL: a hostile pack may have thousands of large conditions */
} study;

static bool with_number(const hj_cond *c)
{
    return c->kind >= HJ_MINST && c->kind <= HJ_ULIK && c->a.kind == HJ_OP_NUMBER
        && (c->b.kind == HJ_OP_NONE || c->b.kind == HJ_OP_NUMBER);
}

static bool with_date(const hj_cond *c)
{
    return (c->kind == HJ_FOER || c->kind == HJ_ETTER || c->kind == HJ_LIK || c->kind == HJ_ULIK)
        && c->a.kind == HJ_OP_DATE && c->a.date != HJ_DATE_NONE;
}

static bool with_words(const hj_cond *c, const hj_faktum *f)
{
    return f->decl.type == HJ_FACT_VALG
        && (c->kind == HJ_ER || ((c->kind == HJ_LIK || c->kind == HJ_ULIK)
                                 && c->a.kind == HJ_OP_TEXT));
}

/* The fact whose value alone answers c; NULL: the case must be asked. */
static const hj_faktum *answered_by(const hj_cond *c)
{
    const hj_faktum *f = c->fact ? hj_faktum_of(c->fact) : NULL;
    if (!f)
        return NULL;
    switch (f->decl.type) {
    case HJ_FACT_JANEI: return c->kind == HJ_ER ? f : NULL;
    case HJ_FACT_VALG: return with_words(c, f) ? f : NULL;
    case HJ_FACT_TALL: return with_number(c) ? f : NULL;
    case HJ_FACT_DATO: return with_date(c) ? f : NULL;
    default: return NULL;
    }
}

static int variable_for(study *s, const hj_cond *c)
{
    const hj_faktum *f = answered_by(c);
    for (int i = 0; i < s->n_vars; i++) {
        const hj_cond *other = s->vars[i].opaque;
        if (f ? s->vars[i].f == f
              : other && c->kind == other->kind && c->kind != HJ_FUNKSJON && c->vis && other->vis
                  && strcmp(c->vis, other->vis) == 0)
            return i;
    }
    if (s->n_vars == MOST_VARS) {
        s->too_large = true;
        return 0;
    }
    s->vars[s->n_vars] = (variable){.f = f, .opaque = f ? NULL : c, .n = 2};
    return s->n_vars++;
}

static int add_node(study *s, hj_cond *c, int depth)
{
    if (s->n_nodes == MOST_NODES || depth > 60 || c->n > 64) {
        s->too_large = true;
        return 0;
    }
    int at = s->n_nodes++;
    s->nodes[at] = (node){.c = c, .var = -1};
    if (c->kind > HJ_VILKAAR)
        s->nodes[at].var = variable_for(s, c);
    for (int i = 0; i < c->n && !s->too_large; i++) {
        int kid = add_node(s, c->kids[i], depth + 1);
        s->nodes[at].kids[s->nodes[at].n_kids++] = kid;
    }
    return at;
}

static bool possible(const hj_fact_decl *d, double x)
{
    return d->type == HJ_FACT_DATO || hj_fact_possible(d, x);
}

static void keep(variable *v, double x)
{
    if (possible(&v->f->decl, x))
        v->numbers[v->n++] = x;
}

/* Every bound asked for, what lies between two of them, below the least and above the greatest. */
static void cut_numbers(study *s, int k)
{
    variable *v = &s->vars[k];
    double *at = HJ_ARRAY(s->arena, 2 * (size_t)s->n_nodes + 2, double);
    int n = 0;
    bool whole = v->f->decl.integer || v->f->decl.type == HJ_FACT_DATO;
    for (int i = 0; i < s->n_nodes; i++) {
        const hj_cond *c = s->nodes[i].c;
        if (s->nodes[i].var != k)
            continue;
        at[n++] = c->a.kind == HJ_OP_DATE ? (double)c->a.date : c->a.number;
        if (c->b.kind == HJ_OP_NUMBER)
            at[n++] = c->b.number;
    }
    if (v->f->decl.has_min)
        at[n++] = v->f->decl.min;
    if (v->f->decl.has_max)
        at[n++] = v->f->decl.max;
    if (n)
        qsort(at, (size_t)n, sizeof *at, hj_number_order);
    v->numbers = HJ_ARRAY(s->arena, 2 * (size_t)n + 2, double);
    v->n = 0;
    keep(v, at[0] - 1);
    for (int i = 0; i < n; i++) {
        double low = i ? at[i - 1] : at[i];
        double between = whole ? floor(low) + 1 : low + (at[i] - low) / 2;
        if (i && at[i] == low)
            continue;
        if (i && between > low && between < at[i])
            keep(v, between);
        keep(v, at[i]);
    }
    keep(v, at[n - 1] + 1);
}

static bool cut(study *s)
{
    double cases = s->n_nodes;
    for (int k = 0; k < s->n_vars; k++) {
        variable *v = &s->vars[k];
        if (v->f && v->f->decl.type == HJ_FACT_VALG)
            for (v->n = 0; v->f->decl.values && v->f->decl.values[v->n];)
                v->n++;
        else if (v->f && v->f->decl.type != HJ_FACT_JANEI)
            cut_numbers(s, k);
        if (!v->n)
            return false; /* no value is possible: told elsewhere */
        cases *= v->n;
    }
    if (cases > MOST_WORK || cases > *s->left)
        return false;
    *s->left -= cases;
    return true;
}

static bool one_of(const hj_cond *c, const char *word)
{
    if (c->kind != HJ_ER)
        return c->a.text && strcmp(c->a.text, word) == 0;
    for (int i = 0; i < c->n_words; i++)
        if (strcmp(c->words[i], word) == 0)
            return true;
    return false;
}

static bool answer(const hj_cond *c, const variable *v)
{
    if (!v->f)
        return v->now == 0;
    if (v->f->decl.type == HJ_FACT_JANEI)
        return (v->now == 0) == c->flag;
    if (v->f->decl.type == HJ_FACT_VALG)
        return one_of(c, v->f->decl.values[v->now]) == (c->kind != HJ_ULIK);
    double x = v->numbers[v->now];
    double a = c->a.kind == HJ_OP_DATE ? (double)c->a.date : c->a.number;
    switch (c->kind) {
    case HJ_MINST: return x >= a;
    case HJ_HOYST: return x <= a;
    case HJ_OVER:
    case HJ_ETTER: return x > a;
    case HJ_UNDER:
    case HJ_FOER: return x < a;
    case HJ_FRA_TIL: return x >= a && (c->b.kind == HJ_OP_NONE || x <= c->b.number);
    case HJ_LIK: return x == a;
    default: return x != a;
    }
}

/* Parts stand behind what they are part of: backwards, every part is known when it is asked. */
static void try_one(study *s)
{
    for (int i = s->n_nodes - 1; i >= 0; i--) {
        node *n = &s->nodes[i];
        bool all = n->c->kind == HJ_ALLE;
        if (n->var >= 0) {
            n->value = answer(n->c, &s->vars[n->var]);
        } else {
            int against = 0, last = 0; /* kids that decide by themselves */
            for (int k = 0; k < n->n_kids; k++)
                if (s->nodes[n->kids[k]].value == (n->c->kind == HJ_NOEN)) {
                    against++;
                    last = k;
                }
            bool any = against > 0;
            n->value = n->c->kind == HJ_IKKE ? any : all || n->c->kind == HJ_VILKAAR ? !any : any;
            if (against == 1 && n->n_kids <= 64)
                n->needed |= 1ull << last;
        }
        n->can_ja |= n->value;
        n->can_nei |= !n->value;
    }
}

static bool next_case(study *s)
{
    for (int k = 0; k < s->n_vars; k++) {
        if (++s->vars[k].now < s->vars[k].n)
            return true;
        s->vars[k].now = 0;
    }
    return false;
}

/* A part that is always against (or, in noen, always for) is why the whole is: told once. */
static bool explained(const study *s, const node *n)
{
    for (int k = 0; k < n->n_kids; k++) {
        const node *kid = &s->nodes[n->kids[k]];
        if (kid->constant && (n->c->kind == HJ_IKKE || kid->can_ja == (n->c->kind == HJ_NOEN)))
            return true;
    }
    return false;
}

static void tell(study *s)
{
    for (int i = s->n_nodes - 1; i >= 0; i--) {
        node *n = &s->nodes[i];
        n->constant = !n->can_ja || !n->can_nei;
        if (n->constant && explained(s, n))
            continue;
        if (n->constant) {
            if (n->can_ja)
                hj_warning(s->diags, "HJ-RULES-204", n->c->place,
                           "%s can never be nei, whatever the facts are", n->c->vis);
            else
                hj_warning(s->diags, "HJ-RULES-204", n->c->place,
                           "%s can never be ja, whatever the facts are", n->c->vis);
            if (n->n_kids)
                hj_hint(s->diags, "its parts speak against each other, or leave nothing out");
            else
                hj_hint(s->diags, "see min, maks and verdier of the fact");
            continue;
        }
        bool many = n->n_kids > 1 && (n->c->kind == HJ_ALLE || n->c->kind == HJ_NOEN);
        for (int k = n->n_kids - 1; many && k >= 0; k--)
            if (!(n->needed >> k & 1) && !s->nodes[n->kids[k]].constant) {
                const hj_cond *kid = s->nodes[n->kids[k]].c;
                hj_warning(s->diags, "HJ-RULES-205", kid->place,
                           "%s makes no difference here: the others in this '%s' decide it already",
                           kid->vis, hj_cond_name(n->c->kind));
                hj_hint(s->diags, "does it stand twice, or was another limit meant?");
                break;
            }
    }
}

static void study_one(hj_cond *c, hj_diags *diags, hj_arena *arena, double *left, int depth)
{
    study *s = HJ_NEW(arena, study);
    s->arena = arena;
    s->diags = diags;
    s->left = left;
    s->nodes = HJ_ARRAY(arena, MOST_NODES, node);
    add_node(s, c, 0);
    if (s->too_large || !cut(s)) {
        for (int i = 0; i < c->n && depth < 60; i++)
            study_one(c->kids[i], diags, arena, left, depth + 1);
        return;
    }
    do
        try_one(s);
    while (next_case(s));
    tell(s);
}

static void study_root(hj_cond *c, hj_diags *diags, double *left)
{
    if (!c || *left <= 0)
        return;
    hj_arena *arena = hj_arena_new();
    study_one(c, diags, arena, left, 0);
    hj_arena_free(arena);
}

void hj_check_logic(const hj_rulebase *base, hj_diags *diags)
{
    double left = MOST_IN_ALL;
    for (int k = 0; k < HJ_KIND_COUNT; k++)
        for (int i = 0; i < base->tables[k].n; i++)
            for (int e = 0; e < base->tables[k].entries[i]->n; e++) {
                const hj_edition *ed = base->tables[k].entries[i]->editions[e];
                if (k == HJ_REGEL) {
                    const hj_regel *r = (const hj_regel *)ed;
                    study_root(r->naar, diags, &left);
                    study_root(r->delvis, diags, &left);
                    for (int u = 0; u < r->n_unntak; u++)
                        study_root(r->unntak[u]->naar, diags, &left);
                } else if (k == HJ_FAKTUM) {
                    study_root(((const hj_faktum *)ed)->utledet, diags, &left);
                } else if (k == HJ_FRIST) {
                    study_root(((const hj_frist *)ed)->naar, diags, &left);
                } else if (k == HJ_SJEKKLISTE) {
                    const hj_sjekkliste *l = (const hj_sjekkliste *)ed;
                    for (int p = 0; p < l->n; p++) {
                        study_root(l->punkter[p]->naar, diags, &left);
                        study_root(l->punkter[p]->krav, diags, &left);
                    }
                }
            }
}
