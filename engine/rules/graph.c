/* Processes as graphs: what no case can reach, leave or finish is told when the pack is loaded.
 *
 * The hard idea: a state table is wrong long before a case meets the fault. Everything is asked of
 * the lines alone: a state nothing leads to, one nothing leads out of, a deadline nothing follows
 * from, a round a case could go for ever, an event two lines take (exclude.c proves that they
 * cannot both). Guards only ever close a line, so what is unreachable here is so in every case. */
#include <string.h>

#include "rules/loader.h"

enum { MOST_TOLD = 10 };

typedef struct graph {
    loader *ld;
    const hj_prosess *p;
    bool *line; /* [from * n + to] */
} graph;

/* ---- Names ---------------------------------------------------------------------------------- */

static int state_of(const hj_prosess *p, const char *name)
{
    for (int i = 0; i < p->n_tilstander; i++)
        if (strcmp(p->tilstander[i]->name, name) == 0)
            return i;
    return -1;
}

static int event_of(const hj_prosess *p, const char *name)
{
    for (int i = 0; i < p->n_hendelser; i++)
        if (strcmp(p->hendelser[i]->name, name) == 0)
            return i;
    return -1;
}

static const char **state_names(loader *ld, const hj_prosess *p)
{
    const char **names = HJ_ARRAY(ld->arena, (size_t)p->n_tilstander + 1, const char *);
    for (int i = 0; i < p->n_tilstander; i++)
        names[i] = p->tilstander[i]->name;
    return names;
}

static int find_state(loader *ld, const hj_prosess *p, const char *name, hj_place place)
{
    int s = name ? state_of(p, name) : -1;
    if (s >= 0 || !name)
        return s;
    hj_error(ld->diags, "HJ-RULES-170", place, "prosess '%s' has no tilstand '%s'", p->e.name,
             name);
    const char *near = hj_near(ld, name, state_names(ld, p), (size_t)p->n_tilstander);
    if (near)
        hj_hint(ld->diags, "did you mean '%s'?", near);
    return -1;
}

static int find_event(loader *ld, const hj_prosess *p, const char *name, hj_place place)
{
    int e = name ? event_of(p, name) : -1;
    if (e >= 0 || !name)
        return e;
    const char **names = HJ_ARRAY(ld->arena, (size_t)p->n_hendelser + 1, const char *);
    for (int i = 0; i < p->n_hendelser; i++)
        names[i] = p->hendelser[i]->name;
    hj_error(ld->diags, "HJ-RULES-171", place, "prosess '%s' has no hendelse '%s'", p->e.name,
             name);
    const char *near = hj_near(ld, name, names, (size_t)p->n_hendelser);
    if (near)
        hj_hint(ld->diags, "did you mean '%s'?", near);
    else
        hj_hint(ld->diags, "declare it among its hendelser: hendelse \"%s\" { tekst = … }", name);
    return -1;
}

static void roles(loader *ld, hj_named *list, int n, hj_place place)
{
    for (int i = 0; i < n; i++)
        list[i].entry = hj_find_named(ld, HJ_ROLLE, list[i].name, place);
}

static void stands_twice(loader *ld, const hj_prosess *p)
{
    for (int i = 0; i < p->n_tilstander; i++)
        if (state_of(p, p->tilstander[i]->name) < i)
            hj_error(ld->diags, "HJ-RULES-172", p->tilstander[i]->place,
                     "%s '%s' stands twice in prosess '%s'", "tilstand", p->tilstander[i]->name,
                     p->e.name);
    for (int i = 0; i < p->n_hendelser; i++)
        if (event_of(p, p->hendelser[i]->name) < i)
            hj_error(ld->diags, "HJ-RULES-172", p->hendelser[i]->place,
                     "%s '%s' stands twice in prosess '%s'", "hendelse", p->hendelser[i]->name,
                     p->e.name);
}

/* varsles, a state or an event, in that order. */
static void follow(loader *ld, const hj_prosess *p, const hj_tilstand *s, hj_tilstandsfrist *d)
{
    d->frist.entry = hj_find_named(ld, HJ_FRIST, d->frist.name, s->place);
    if (!d->ved_brudd || strcmp(d->ved_brudd, "varsles") == 0)
        return;
    d->til = state_of(p, d->ved_brudd);
    d->hendelse = d->til < 0 ? event_of(p, d->ved_brudd) : -1;
    if (d->til >= 0 || d->hendelse >= 0)
        return;
    int n = 0;
    const char **names =
        HJ_ARRAY(ld->arena, (size_t)(p->n_tilstander + p->n_hendelser) + 2, const char *);
    names[n++] = "varsles";
    for (int i = 0; i < p->n_tilstander; i++)
        names[n++] = p->tilstander[i]->name;
    for (int i = 0; i < p->n_hendelser; i++)
        names[n++] = p->hendelser[i]->name;
    hj_error(ld->diags, "HJ-RULES-173", s->place,
             "tilstand '%s': ved_brudd = \"%s\" is neither varsles, a tilstand nor a hendelse of this prosess",
             s->name, d->ved_brudd);
    const char *near = hj_near(ld, d->ved_brudd, names, (size_t)n);
    if (near)
        hj_hint(ld->diags, "did you mean '%s'?", near);
}

static void link_states(loader *ld, hj_prosess *p)
{
    for (int i = 0; i < p->n_tilstander; i++) {
        hj_tilstand *s = p->tilstander[i];
        hj_check_cites(ld, &s->hjemmel, s->place, p->e.from, p->e.to);
        roles(ld, s->ansvar, s->n_ansvar, s->place);
        for (int k = 0; k < s->n_frister; k++)
            follow(ld, p, s, &s->frister[k]);
    }
}

static void link_transitions(loader *ld, hj_prosess *p)
{
    for (int i = 0; i < p->n_overganger; i++) {
        hj_overgang *o = p->overganger[i];
        hj_check_cites(ld, &o->hjemmel, o->place, p->e.from, p->e.to);
        roles(ld, o->roller, o->n_roller, o->place);
        o->hendelse = find_event(ld, p, o->hendelse_name, o->place);
        o->til = find_state(ld, p, o->til_name, o->place);
        o->fra = HJ_ARRAY(ld->arena, (size_t)p->n_tilstander + 1, bool);
        for (int s = 0; o->alle && s < p->n_tilstander; s++)
            o->fra[s] = !p->tilstander[s]->slutt && s != o->til;
        for (int k = 0; k < o->n_fra; k++) {
            int s = find_state(ld, p, o->fra_names[k], o->place);
            if (s < 0)
                continue;
            o->fra[s] = true;
            if (p->tilstander[s]->slutt)
                hj_error(ld->diags, "HJ-RULES-174", o->place,
                         "tilstand '%s' is an end (slutt = ja), but this overgang leads out of it",
                         p->tilstander[s]->name);
        }
        if (o->hendelse >= 0 && p->hendelser[o->hendelse]->uten_virkning)
            hj_error(ld->diags, "HJ-RULES-175", o->place,
                     "hendelse '%s' is uten_virkning, but this overgang takes it", o->hendelse_name);
    }
}

/* ---- The graph ------------------------------------------------------------------------------ */

static void draw(graph *g)
{
    const hj_prosess *p = g->p;
    int n = p->n_tilstander;
    g->line = HJ_ARRAY(g->ld->arena, (size_t)n * (size_t)n + 1, bool);
    for (int i = 0; i < p->n_overganger; i++)
        for (int s = 0; s < n; s++)
            if (p->overganger[i]->fra[s] && p->overganger[i]->til >= 0)
                g->line[s * n + p->overganger[i]->til] = true;
    for (int s = 0; s < n; s++)
        for (int k = 0; k < p->tilstander[s]->n_frister; k++)
            if (p->tilstander[s]->frister[k].til >= 0)
                g->line[s * n + p->tilstander[s]->frister[k].til] = true;
}

/* Marks all that can be come to from the states marked already: forward, or against the lines. */
static void spread(const graph *g, bool *marked, bool backward)
{
    int n = g->p->n_tilstander, waiting[MOST_STATES], top = 0;
    for (int s = 0; s < n; s++)
        if (marked[s])
            waiting[top++] = s;
    while (top) {
        int s = waiting[--top];
        for (int t = 0; t < n; t++)
            if (!marked[t] && g->line[backward ? t * n + s : s * n + t]) {
                marked[t] = true;
                waiting[top++] = t; /* each state once */
            }
    }
}

static bool leads_out(const graph *g, int s)
{
    for (int t = 0; t < g->p->n_tilstander; t++)
        if (t != s && g->line[s * g->p->n_tilstander + t])
            return true;
    return false;
}

static void check_ways(graph *g)
{
    const hj_prosess *p = g->p;
    bool *reached = HJ_ARRAY(g->ld->arena, (size_t)p->n_tilstander + 1, bool);
    bool *ends = HJ_ARRAY(g->ld->arena, (size_t)p->n_tilstander + 1, bool), any_end = false;
    reached[p->start] = true;
    spread(g, reached, false);
    for (int s = 0; s < p->n_tilstander; s++)
        any_end |= ends[s] = p->tilstander[s]->slutt;
    spread(g, ends, true);
    if (!any_end) {
        hj_error(g->ld->diags, "HJ-RULES-176", p->e.place, "prosess '%s' never ends", p->e.name);
        hj_hint(g->ld->diags, "give the states a case may rest in slutt = ja");
    }
    for (int s = 0; s < p->n_tilstander; s++) {
        const hj_tilstand *t = p->tilstander[s];
        if (!reached[s])
            hj_error(g->ld->diags, "HJ-RULES-177", t->place,
                     "no case can come to tilstand '%s': nothing leads there from '%s'", t->name,
                     p->start_name);
        if (!t->slutt && !leads_out(g, s)) {
            hj_error(g->ld->diags, "HJ-RULES-178", t->place,
                     "tilstand '%s' is a dead end: no overgang and no deadline leads out of it", t->name);
            hj_hint(g->ld->diags, "if a case may rest there, write slutt = ja");
        } else if (any_end && reached[s] && !ends[s]) {
            hj_error(g->ld->diags, "HJ-RULES-179", t->place,
                     "a case in tilstand '%s' can never come to an end", t->name);
        }
    }
}

/* Can a case come back to s through states without a deadline only? Then nobody is reminded. */
static void check_rounds(graph *g)
{
    const hj_prosess *p = g->p;
    int n = p->n_tilstander;
    bool told[MOST_STATES] = {false};
    graph quiet = {.ld = g->ld, .p = p};
    quiet.line = HJ_ARRAY(g->ld->arena, (size_t)n * (size_t)n + 1, bool);
    for (int a = 0; a < n; a++)
        for (int b = 0; b < n; b++)
            quiet.line[a * n + b] = g->line[a * n + b] && a != b && !p->tilstander[a]->n_frister
                && !p->tilstander[b]->n_frister;
    for (int s = 0; s < n; s++) {
        bool away[MOST_STATES] = {false}, back[MOST_STATES] = {false};
        int states = 0;
        hj_buf names = {0};
        away[s] = back[s] = true;
        spread(&quiet, away, false);
        spread(&quiet, back, true);
        for (int k = 0; k < n && !told[s]; k++)
            if (away[k] && back[k])
                hj_buf_printf(&names, "%s%s", states++ ? ", " : "", p->tilstander[k]->name);
        if (states > 1)
            hj_error(g->ld->diags, "HJ-RULES-180", p->tilstander[s]->place,
                     "a case can go round for ever in %s: none of these states has a deadline",
                     names.data);
        for (int k = 0; k < n; k++)
            told[k] |= away[k] && back[k];
        hj_buf_free(&names);
    }
}

/* ---- Who takes what ------------------------------------------------------------------------- */

static bool share_role(const hj_overgang *a, const hj_overgang *b)
{
    if (a->hvem_som_helst || b->hvem_som_helst)
        return true;
    for (int i = 0; i < a->n_roller; i++)
        for (int k = 0; k < b->n_roller; k++)
            if (strcmp(a->roller[i].name, b->roller[k].name) == 0)
                return true;
    return false;
}

static int common_state(const hj_prosess *p, const hj_overgang *a, const hj_overgang *b)
{
    for (int s = 0; s < p->n_tilstander; s++)
        if (a->fra[s] && b->fra[s])
            return s;
    return -1;
}

/* True when something was told. */
static bool check_pair(loader *ld, const hj_prosess *p, const hj_overgang *a, const hj_overgang *b)
{
    int s = a->hendelse >= 0 && a->hendelse == b->hendelse ? common_state(p, a, b) : -1;
    const char *example = NULL;
    bool sure = true;
    if (s < 0 || (p->rolle && !share_role(a, b)))
        return false;
    if (p->foerste) {
        if (a->naar)
            return false;
        hj_error(ld->diags, "HJ-RULES-181", b->place,
                 "this overgang is never made: the one above always takes '%s' in '%s'",
                 b->hendelse_name, p->tilstander[s]->name);
        hj_hint(ld->diags, "the other is at %s", hj_show_place(ld, a->place));
        return true;
    }
    if (!hj_can_both(ld, a->naar, b->naar, &example, &sure))
        return false;
    if (!*example)
        hj_error(ld->diags, "HJ-RULES-182", b->place,
                 "in tilstand '%s' two transitions always take '%s'", p->tilstander[s]->name,
                 b->hendelse_name);
    else if (sure)
        hj_error(ld->diags, "HJ-RULES-183", b->place,
                 "in tilstand '%s' two transitions take '%s' in the case %s", p->tilstander[s]->name,
                 b->hendelse_name, example);
    else
        hj_error(ld->diags, "HJ-RULES-184", b->place,
                 "in tilstand '%s' two transitions take '%s', and it cannot be proved that their naar exclude each other (%s)",
                 p->tilstander[s]->name, b->hendelse_name, example);
    hj_hint(ld->diags, "the other is at %s; let one naar be the opposite of the other, or write treff = \"foerste\" in the prosess",
            hj_show_place(ld, a->place));
    return true;
}

static void check_events(loader *ld, const hj_prosess *p)
{
    bool *taken = HJ_ARRAY(ld->arena, (size_t)p->n_hendelser + 1, bool);
    int told = 0;
    for (int i = 0; i < p->n_overganger; i++) {
        if (p->overganger[i]->hendelse >= 0)
            taken[p->overganger[i]->hendelse] = true;
        for (int k = 0; k < i && told < MOST_TOLD; k++)
            told += check_pair(ld, p, p->overganger[k], p->overganger[i]);
    }
    for (int i = 0; i < p->n_hendelser; i++)
        if (!taken[i] && !p->hendelser[i]->uten_virkning) {
            hj_error(ld->diags, "HJ-RULES-185", p->hendelser[i]->place,
                     "no overgang takes hendelse '%s'", p->hendelser[i]->name);
            hj_hint(ld->diags, "if it changes nothing, write uten_virkning = ja");
        }
}

static void check_one(loader *ld, hj_prosess *p)
{
    int errors = ld->diags->errors;
    hj_check_cites(ld, &p->hjemmel, p->e.place, p->e.from, p->e.to);
    if (p->gjelder && !hj_path_absolute(p->gjelder))
        hj_error(ld->diags, "HJ-RULES-114", p->e.place, "gjelder must begin at the root: /%s",
                 hj_path_text(p->gjelder));
    p->start = find_state(ld, p, p->start_name, p->e.place);
    if (p->startet_name) {
        p->startet = hj_find_named(ld, HJ_FAKTUM, p->startet_name, p->e.place);
        const hj_faktum *f = p->startet ? hj_faktum_of(p->startet) : NULL;
        if (f && f->decl.type != HJ_FACT_DATO)
            hj_error(ld->diags, "HJ-RULES-186", p->e.place,
                     "prosess '%s': startet must be a dato; '%s' is %s", p->e.name, f->decl.name,
                     hj_fact_type_name(f->decl.type));
    }
    stands_twice(ld, p);
    link_states(ld, p);
    link_transitions(ld, p);
    if (ld->diags->errors > errors || p->start < 0)
        return; /* a graph with names missing would only tell the same again */
    graph g = {.ld = ld, .p = p};
    draw(&g);
    check_ways(&g);
    check_rounds(&g);
    check_events(ld, p);
}

/* Counted from the day a state began: only the state can have it. */
static void of_a_state(loader *ld, const hj_frist *f, hj_place place)
{
    hj_error(ld->diags, "HJ-RULES-188", place,
             "frist '%s' is counted from the day a state began, so only a tilstand can have it",
             f->e.name);
}

void hj_refuse_of_state(loader *ld, const hj_entry *e, hj_place place)
{
    for (int i = 0; e && i < e->n; i++) {
        const hj_frist *f = (const hj_frist *)e->editions[i];
        if (f->fra_name && strcmp(f->fra_name, "tilstand") == 0)
            of_a_state(ld, f, place);
    }
}

void hj_check_processes(loader *ld)
{
    hj_table *t = &ld->base->tables[HJ_PROSESS];
    for (int i = 0; i < t->n; i++)
        for (int k = 0; k < t->entries[i]->n; k++)
            check_one(ld, (hj_prosess *)t->entries[i]->editions[k]);
    for (int i = 0; i < ld->conds.n; i++) { /* tilstand("prosess", "tilstand") */
        hj_cond *c = ld->conds.items[i];
        if (c->kind != HJ_I_TILSTAND || !c->name)
            continue;
        c->prosess = hj_find_named(ld, HJ_PROSESS, c->name, c->place);
        for (int w = 0; c->prosess && w < c->n_words; w++) {
            bool found = false;
            for (int k = 0; k < c->prosess->n; k++)
                found |= state_of((const hj_prosess *)c->prosess->editions[k], c->words[w]) >= 0;
            if (!found)
                find_state(ld, (const hj_prosess *)c->prosess->editions[0], c->words[w], c->place);
        }
    }
}

/* ---- Tests ---------------------------------------------------------------------------------- */

static bool in_any_edition(const hj_entry *e, const char *name, bool event)
{
    for (int i = 0; i < e->n; i++) {
        const hj_prosess *p = (const hj_prosess *)e->editions[i];
        if ((event ? event_of(p, name) : state_of(p, name)) >= 0)
            return true;
    }
    return false;
}

/* A name a test misspells would make it fail for the wrong reason, or pass for one. */
void hj_check_process_test(loader *ld, const hj_test *t)
{
    const hj_entry *e = t->prosess ? hj_find_named(ld, HJ_PROSESS, t->prosess, t->place) : NULL;
    const hj_prosess *p = e ? (const hj_prosess *)e->editions[0] : NULL;
    for (int i = 0; p && i < t->n_hendelser; i++) {
        if (!in_any_edition(e, t->hendelser[i].slag, true))
            find_event(ld, p, t->hendelser[i].slag, t->place);
        if (t->hendelser[i].rolle)
            hj_find_named(ld, HJ_ROLLE, t->hendelser[i].rolle, t->place);
    }
    for (int i = 0; i < t->n_expect; i++) {
        const hj_expect *x = &t->expect[i];
        if (x->kind < HJ_EXPECT_TILSTAND)
            continue;
        if (!t->prosess) {
            hj_error(ld->diags, "HJ-RULES-099", t->place,
                     "test '%s' expects something of a prosess, but does not say which: prosess = \"…\"",
                     t->name);
            return;
        }
        if (p && x->kind == HJ_EXPECT_TILSTAND && strcmp(x->text, "ukjent") != 0
            && !in_any_edition(e, x->text, false))
            find_state(ld, p, x->text, t->place);
        bool events = x->kind >= HJ_EXPECT_NESTE && x->kind <= HJ_EXPECT_UAVKLART;
        for (int k = 0; p && events && k < x->n; k++)
            if (!in_any_edition(e, x->list[k], true))
                find_event(ld, p, x->list[k], t->place);
        for (int k = 0; p && x->kind == HJ_EXPECT_ANSVAR && k < x->n; k++)
            hj_find_named(ld, HJ_ROLLE, x->list[k], t->place);
    }
}
