/* After all files have run: names become references, and everything that can be known to be wrong
 * is told, all of it at once.
 *
 * The hard idea: what a rule may meet on a given day is decided here, not when a case is at stake:
 * every name has editions that neither overlap nor leave gaps, every fact is used as what it is,
 * and nothing depends on itself. */
#include <stdlib.h>
#include <string.h>

#include "rules/loader.h"

static const char *const kind_names[] = {"lov", "hjemmel", "faktum", "regel", "sats", "frist",
                                         "helligdag", "oppslag", "sjekkliste", "tekst",
                                         "dokument", "beslutningstabell", "trapp", "utregning",
                                         "rolle", "prosess"};

/* ---- Tables --------------------------------------------------------------------------------- */

static int by_name_and_date(const void *a, const void *b)
{
    const hj_edition *x = *(hj_edition *const *)a, *y = *(hj_edition *const *)b;
    int c = strcmp(x->name, y->name);
    if (c)
        return c;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1; /* HJ_DATE_NONE is the smallest */
    c = strcmp(x->place.file ? x->place.file : "", y->place.file ? y->place.file : "");
    return c ? c : x->place.line - y->place.line;
}

const char *hj_show_place(loader *ld, hj_place p)
{
    return p.file ? hj_arena_printf(ld->arena, "%s:%d", p.file, p.line) : "?";
}

static void check_editions(loader *ld, hj_kind kind, hj_entry *e)
{
    bool dated = kind != HJ_FAKTUM && kind != HJ_SATS && kind != HJ_OPPSLAG && kind != HJ_DOKUMENT
        && kind != HJ_ROLLE;
    hj_check_layers(ld, kind, kind_names[kind], e);
    for (int i = 1; i < e->n; i++) {
        hj_edition *a = NULL, *b = e->editions[i];
        for (int k = i - 1; k >= 0 && !a; k--)
            if (hj_layer_of(ld, e->editions[k]) == hj_layer_of(ld, b))
                a = e->editions[k];
        if (!a)
            continue;
        if (!dated) {
            hj_error(ld->diags, "HJ-RULES-100", b->place, "%s '%s' stands twice", kind_names[kind],
                     e->name);
            hj_hint(ld->diags, "the other is at %s", hj_show_place(ld, a->place));
            ld->twice |= kind == HJ_FAKTUM;
        } else if (kind == HJ_HJEMMEL
                   && (((hj_hjemmel *)a)->never || ((hj_hjemmel *)b)->never)) {
            continue; /* never in force: may stand beside the one that is */
        } else if (a->to == HJ_DATE_NONE || (b->from == HJ_DATE_NONE) || b->from < a->to) {
            hj_error(ld->diags, "HJ-RULES-101", b->place,
                     "%s '%s' has two editions in force on the same day", kind_names[kind],
                     e->name);
            hj_hint(ld->diags, "the other is at %s; give it til = \"…\"",
                    hj_show_place(ld, a->place));
        } else if (b->from > a->to) {
            char from[11], to[11];
            hj_error(ld->diags, "HJ-RULES-102", b->place,
                     "%s '%s' has no edition from %s to %s", kind_names[kind], e->name,
                     hj_date_iso(a->to, from), hj_date_iso(b->from, to));
            hj_hint(ld->diags, "the edition before is at %s", hj_show_place(ld, a->place));
        }
    }
}

static void build_table(loader *ld, hj_kind kind)
{
    hj_table *t = &ld->base->tables[kind];
    int n = ld->editions[kind].n;
    hj_edition **all = ld->editions[kind].items;
    if (!n)
        return;
    qsort(all, (size_t)n, sizeof *all, by_name_and_date);
    t->entries = HJ_ARRAY(ld->arena, (size_t)n, hj_entry *);
    for (int i = 0; i < n;) {
        int k = i;
        while (k < n && strcmp(all[k]->name, all[i]->name) == 0)
            k++;
        hj_entry *e = HJ_NEW(ld->arena, hj_entry);
        *e = (hj_entry){.name = all[i]->name, .kind = kind, .id = t->n, .n = k - i,
                        .editions = all + i, .active = ld->base->active};
        t->entries[t->n++] = e;
        i = k;
    }
    for (int i = 0; i < t->n; i++) /* when all of them can be named */
        check_editions(ld, kind, t->entries[i]);
}

/* May the name be declared in a file that could not be run? It is then written there, in quotes or
 * before a =. */
static bool may_be_unread(loader *ld, const char *name, bool near)
{
    size_t n = strlen(name);
    int hits = 0;
    if (ld->searched > 500)
        return true; /* nobody reads the five hundredth: mend the file first */
    for (int i = 0; i < ld->base->n_sources; i++) {
        const hj_source *s = &ld->base->sources[i];
        const char *p = s->text, *end = s->text + s->n;
        ld->searched += s->unread;
        while (s->unread && (p = memmem(p, (size_t)(end - p), name, n))) {
            bool begins = p == s->text || strchr("\"' \t\n{,", p[-1]);
            p += n;
            ld->searched += ++hits % 2000 == 0; /* a short name stands everywhere */
            if (ld->searched > 500)
                return true;
            if (begins && (p == end || strchr("\"' \t=", *p)))
                return true;
        }
    }
    return ld->unseen && !near;
}

const hj_entry *hj_find_named(loader *ld, hj_kind kind, const char *name, hj_place place)
{
    hj_entry *e = (hj_entry *)hj_rulebase_find(ld->base, kind, name);
    if (e) {
        e->used |= !ld->in_tests;
        hj_check_reach(ld, kind_names[kind], e, place);
        return e;
    }
    const hj_table *t = &ld->base->tables[kind];
    const char **names = ld->names[kind];
    if (!names) {
        ld->names[kind] = names = HJ_ARRAY(ld->arena, (size_t)t->n + 1, const char *);
        for (int i = 0; i < t->n; i++)
            names[i] = t->entries[i]->name;
    }
    const char *near = hj_near(ld, name, names, (size_t)t->n);
    if (ld->unread && may_be_unread(ld, name, near != NULL)) {
        ld->not_found++;
        return NULL;
    }
    hj_error(ld->diags, "HJ-RULES-103", place, "%s '%s' does not exist", kind_names[kind], name);
    if (near)
        hj_hint(ld->diags, "did you mean '%s'?", near);
    return NULL;
}

/* ---- Hjemler -------------------------------------------------------------------------------- */

/* Whether any edition is in force on some day of [from, to). */
static bool ever(const hj_entry *e, hj_date from, hj_date to)
{
    for (int i = 0; i < e->n; i++) {
        const hj_hjemmel *h = (const hj_hjemmel *)e->editions[i];
        if (h->never || (to != HJ_DATE_NONE && h->e.from >= to)
            || (h->e.to != HJ_DATE_NONE && from != HJ_DATE_NONE && h->e.to <= from))
            continue;
        return true;
    }
    return false;
}

void hj_check_cites(loader *ld, hj_cites *list, hj_place place, hj_date from, hj_date to)
{
    for (int i = 0; i < list->n; i++) {
        hj_cite *c = &list->items[i];
        c->entry = hj_find_named(ld, HJ_HJEMMEL, c->name, place);
        if (c->entry && !ever(c->entry, from, to)) {
            hj_error(ld->diags, "HJ-RULES-104", place,
                     "the hjemmel '%s' is not in force on any date this applies", c->name);
            const hj_edition *e = c->entry->editions[c->entry->n - 1];
            hj_hint(ld->diags, ((const hj_hjemmel *)e)->never
                                   ? "it has no fra: it is not in force yet (%s)"
                                   : HJ_T("see its fra and til at %s"),
                    hj_show_place(ld, e->place));
        }
    }
}

/* ---- Conditions ----------------------------------------------------------------------------- */

const hj_faktum *hj_fact_of(loader *ld, const char *name, hj_place place, const hj_entry **entry)
{
    if (!name)
        return NULL;
    *entry = hj_find_named(ld, HJ_FAKTUM, name, place);
    return *entry ? hj_faktum_of(*entry) : NULL;
}

static void wrong_kind(loader *ld, const hj_cond *c, const hj_faktum *f, const char *wanted)
{
    hj_error(ld->diags, "HJ-RULES-105", c->place, "%s is for %s, but '%s' is %s",
             hj_cond_name(c->kind), wanted, f->decl.name, hj_fact_type_name(f->decl.type));
    hj_hint(ld->diags, "the fact is declared at %s", hj_show_place(ld, f->e.place));
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void hj_choice(loader *ld, const hj_faktum *f, const char *word, hj_place place)
{
    size_t n = f->decl.n_values;
    if (n && bsearch(&word, f->decl.sorted, n, sizeof word, by_text))
        return;
    hj_error(ld->diags, "HJ-RULES-106", place, "'%s' cannot be \"%s\"", f->decl.name, word);
    const char *near = hj_near(ld, word, f->decl.values, n);
    if (near)
        hj_hint(ld->diags, "did you mean \"%s\"?", near);
    else
        hj_hint(ld->diags, "its verdier are at %s", hj_show_place(ld, f->e.place));
}

/* The operand must be of the same sort as the fact; a text becomes a date where one is meant. */
static void operand(loader *ld, hj_cond *c, hj_operand *o, const hj_faktum *f)
{
    hj_fact_type want = f->decl.type, have = want;
    const hj_faktum *other;
    switch (o->kind) {
    case HJ_OP_NONE: return;
    case HJ_OP_NUMBER: have = HJ_FACT_TALL; break;
    case HJ_OP_TEXT:
        if (want == HJ_FACT_DATO) {
            o->date = hj_date_parse(o->text);
            o->kind = HJ_OP_DATE;
            if (o->date == HJ_DATE_NONE)
                hj_error(ld->diags, "HJ-RULES-107", c->place,
                         "\"%s\" is not a date that exists, as \"2026-11-24\"", o->text);
        } else if (want == HJ_FACT_VALG) {
            hj_choice(ld, f, o->text, c->place);
        } else if (want != HJ_FACT_TEKST) {
            have = HJ_FACT_TEKST;
        }
        break;
    case HJ_OP_FAKTUM:
        other = hj_fact_of(ld, o->text, c->place, &o->entry);
        if (!other)
            return;
        have = other->decl.type;
        if ((have == HJ_FACT_VALG && want == HJ_FACT_TEKST)
            || (have == HJ_FACT_TEKST && want == HJ_FACT_VALG))
            have = want;
        break;
    case HJ_OP_SATS:
        o->entry = hj_find_named(ld, HJ_SATS, o->text, c->place);
        have = HJ_FACT_TALL;
        break;
    case HJ_OP_FRIST:
        o->entry = hj_find_named(ld, HJ_FRIST, o->text, c->place);
        hj_refuse_of_state(ld, o->entry, c->place);
        have = HJ_FACT_DATO;
        break;
    default: return;
    }
    if (have != want) {
        hj_error(ld->diags, "HJ-RULES-108", c->place, "%s: '%s' is %s and is compared with %s",
                 hj_cond_name(c->kind), f->decl.name, hj_fact_type_name(want),
                 hj_fact_type_name(have));
        hj_hint(ld->diags, "the fact is declared at %s", hj_show_place(ld, f->e.place));
    }
}

/* A step is compared by its number or its name. */
static void step_operand(loader *ld, hj_cond *c, hj_operand *o, const hj_faktum *f)
{
    if (o->kind == HJ_OP_TEXT) {
        hj_choice(ld, f, o->text, c->place);
    } else if (o->kind != HJ_OP_NONE && o->kind != HJ_OP_NUMBER) {
        hj_error(ld->diags, "HJ-RULES-158", c->place,
                 "%s: a step of '%s' is compared with its number or its name in quotes",
                 hj_cond_name(c->kind), f->trapp->name);
    }
}

static void check_er(loader *ld, hj_cond *c, const hj_faktum *f)
{
    if (f->decl.type == HJ_FACT_JANEI) {
        if (c->n_words)
            hj_error(ld->diags, "HJ-RULES-105", c->place, "%s is for %s, but '%s' is %s",
                     "er(…, \"…\")", "valg", f->decl.name, "janei");
    } else if (f->decl.type == HJ_FACT_VALG) {
        if (!c->n_words) {
            hj_error(ld->diags, "HJ-RULES-109", c->place,
                     "er(\"%s\"): which of its verdier is meant?", f->decl.name);
            hj_hint(ld->diags, "write er(\"%s\", \"%s\")", f->decl.name,
                    f->decl.values && f->decl.values[0] ? f->decl.values[0] : "…");
        }
        for (int i = 0; i < c->n_words; i++)
            hj_choice(ld, f, c->words[i], c->place);
    } else {
        wrong_kind(ld, c, f, "janei, valg");
    }
}

static bool text_key_exists(loader *ld, const char *prefix)
{
    const hj_table *t = &ld->base->tables[HJ_TEKST];
    int low = 0, high = t->n;
    while (low < high) { /* the first key that is not before prefix */
        int half = (low + high) / 2;
        if (strcmp(t->entries[half]->name, prefix) < 0)
            low = half + 1;
        else
            high = half;
    }
    return low < t->n && strncmp(t->entries[low]->name, prefix, strlen(prefix)) == 0;
}

static void check_cond(loader *ld, hj_cond *c)
{
    const hj_faktum *f = hj_fact_of(ld, c->fact_name, c->place, &c->fact);
    if (c->kind == HJ_VILKAAR)
        hj_check_cites(ld, &c->hjemmel, c->place, HJ_DATE_NONE, HJ_DATE_NONE);
    if (c->kind == HJ_REGEL_GIR)
        c->regel = hj_find_named(ld, HJ_REGEL, c->name, c->place);
    if (!f)
        return;
    switch (c->kind) {
    case HJ_ER: check_er(ld, c, f); break;
    case HJ_MINST:
    case HJ_HOYST:
    case HJ_OVER:
    case HJ_UNDER:
    case HJ_FRA_TIL:
        if (f->trapp) {
            step_operand(ld, c, &c->a, f);
            step_operand(ld, c, &c->b, f);
            break;
        }
        if (f->decl.type != HJ_FACT_TALL) {
            wrong_kind(ld, c, f, "tall");
            break;
        }
        operand(ld, c, &c->a, f);
        operand(ld, c, &c->b, f);
        break;
    case HJ_FOER:
    case HJ_ETTER:
        if (f->decl.type != HJ_FACT_DATO)
            wrong_kind(ld, c, f, "dato");
        else
            operand(ld, c, &c->a, f);
        break;
    case HJ_LIK:
    case HJ_ULIK:
        if (f->trapp)
            step_operand(ld, c, &c->a, f);
        else if (f->decl.many)
            hj_error(ld->diags, "HJ-RULES-262", c->place,
                     "'%s' can be several of its verdier at once; write er(\"%s\", \"…\")",
                     f->decl.name, f->decl.name);
        else if (f->decl.type == HJ_FACT_JANEI)
            wrong_kind(ld, c, f, "tall, dato, tekst, valg");
        else
            operand(ld, c, &c->a, f);
        break;
    case HJ_ELDRE_ENN:
    case HJ_YNGRE_ENN:
        if (f->decl.type != HJ_FACT_DATO)
            wrong_kind(ld, c, f, "dato");
        if (c->ved_name) {
            const hj_faktum *ved = hj_fact_of(ld, c->ved_name, c->place, &c->ved);
            if (ved && ved->decl.type != HJ_FACT_DATO)
                wrong_kind(ld, c, ved, "dato");
        }
        break;
    case HJ_LENGDE:
    case HJ_INNEHOLDER:
    case HJ_EGNE_ORD:
        if (f->decl.type != HJ_FACT_TEKST)
            wrong_kind(ld, c, f, "tekst");
        for (int i = 0; c->kind == HJ_INNEHOLDER && i < c->n_words; i++)
            c->words[i] = hj_fold(c->words[i], ld->arena); /* vis keeps what was written */
        if (c->kind == HJ_INNEHOLDER)
            c->pairs = hj_letters_of(c->words, c->n_words, ld->arena);
        if (c->kind == HJ_EGNE_ORD && c->utover && !text_key_exists(ld, c->utover))
            hj_error(ld->diags, "HJ-RULES-110", c->place,
                     "no tekst has a key that begins with '%s'",
                     c->utover);
        break;
    default: break;
    }
}

/* ---- What depends on what ------------------------------------------------------------------- */

/* Sizes count what is asked for when everything is written out: derived facts and rules named in
 * conditions may share parts, and a few lines could describe more work than there is time for. */
enum { MAX_CHAIN = 60, MAX_WORK = 100000 };

typedef struct deps { /* walking the graph of facts, rules and deadlines */
    loader *ld;
    unsigned char *fact, *rule, *frist, *prosess; /* 0 new, 1 on the way, 2 done */
    struct reach *facts, *rules, *frister, *prosesser; /* what was found */
    int depth;
} deps;

typedef struct reach {
    bool global; /* the same for every node */
    int work, chain;
} reach;

static reach visit_fact(deps *d, const hj_entry *e);
static reach visit_rule(deps *d, const hj_entry *e);
static reach visit_frist(deps *d, const hj_entry *e);
static reach visit_prosess(deps *d, const hj_entry *e);

static reach both(reach a, reach b)
{
    int work = a.work + b.work;
    return (reach){a.global && b.global, work > MAX_WORK ? MAX_WORK + 1 : work,
                   a.chain > b.chain ? a.chain : b.chain};
}

static reach visit_path(deps *d, const hj_path *path, hj_place place);
static reach visit_cond(deps *d, const hj_cond *c)
{
    reach r = {true, 1, 0};
    if (!c)
        return r;
    for (int i = 0; i < c->n; i++)
        r = both(r, visit_cond(d, c->kids[i]));
    if (c->fact)
        r = both(r, visit_fact(d, c->fact));
    if (c->ved)
        r = both(r, visit_fact(d, c->ved));
    const hj_operand *ops[] = {&c->a, &c->b};
    for (int i = 0; i < 2; i++) {
        if (!ops[i]->entry)
            continue;
        if (ops[i]->kind == HJ_OP_FAKTUM)
            r = both(r, visit_fact(d, ops[i]->entry));
        else if (ops[i]->kind == HJ_OP_FRIST)
            r = both(r, visit_frist(d, ops[i]->entry));
    }
    if (c->regel)
        r = both(r, visit_rule(d, c->regel));
    if (c->sted)
        r = both(r, visit_path(d, c->sted, c->place));
    if (c->prosess)
        r = both(r, visit_prosess(d, c->prosess));
    if (c->kind == HJ_FUNKSJON || (c->kind >= HJ_REGEL_GIR && c->kind <= HJ_I_TILSTAND))
        r.global = false;
    return r;
}

static void cycle(deps *d, const char *kind, const hj_entry *e)
{
    hj_error(d->ld->diags, "HJ-RULES-111", e->editions[0]->place, "%s '%s' depends on itself", kind,
             e->name);
}

static void too_long(deps *d, const char *kind, const hj_entry *e)
{
    hj_error(d->ld->diags, "HJ-RULES-123", e->editions[0]->place,
             "%s '%s' needs more than %d others, one after another", kind, e->name, MAX_CHAIN);
}

/* Marks e as on the way; false when it is done, on the way already, or too far down. */
static bool enter(deps *d, unsigned char *state, const char *kind, const hj_entry *e)
{
    if (state[e->id] == 1)
        cycle(d, kind, e);
    if (state[e->id])
        return false;
    if (d->depth >= MAX_CHAIN) {
        too_long(d, kind, e);
        return false;
    }
    state[e->id] = 1;
    d->depth++;
    return true;
}

static reach leave(deps *d, unsigned char *state, reach *found, const char *kind,
                   const hj_entry *e, reach r)
{
    if (++r.chain > MAX_CHAIN) {
        too_long(d, kind, e);
        r.chain = 1;
    }
    if (r.work > MAX_WORK)
        hj_error(d->ld->diags, "HJ-RULES-124", e->editions[0]->place,
                 "%s '%s' asks for too much: more than %d conditions when written out", kind,
                 e->name, MAX_WORK);
    if (r.work > MAX_WORK)
        r.work = 1; /* told once */
    state[e->id] = 2;
    found[e->id] = r;
    d->depth--;
    return r;
}

static reach visit_path(deps *d, const hj_path *path, hj_place place)
{
    reach r = {true, 1, 0};
    if (!path)
        return r;
    r.global = hj_path_absolute(path) && !hj_path_uses_here(path);
    for (const char *const *v = hj_path_variables(path); *v; v++) {
        if (strcmp(*v, "dato") == 0)
            continue;
        const hj_entry *e = hj_find_named(d->ld, HJ_FAKTUM, *v, place);
        if (e)
            r = both(r, visit_fact(d, e));
    }
    return r;
}

/* What a function reads is seen in the source; where it looks, it need not be the same for all. */
static reach visit_function(deps *d, const hj_function *fn)
{
    reach r = {false, 1, 0};
    for (int i = 0; fn && i < fn->n_reads; i++) {
        const hj_entry *e = hj_rulebase_find(d->ld->base, HJ_FAKTUM, fn->reads[i]);
        if (e)
            r = both(r, visit_fact(d, e));
    }
    return r;
}

static reach visit_stair(deps *d, const hj_entry *e)
{
    reach r = {true, 1, 0};
    for (int k = 0; k < e->n; k++) {
        const hj_trapp *t = (const hj_trapp *)e->editions[k];
        for (int i = 0; i < t->n; i++)
            r = both(r, visit_cond(d, t->trinn[i]->naar));
        r.global &= !t->gjelder;
    }
    return r;
}

static reach visit_amount(deps *d, const hj_entry *e)
{
    reach r = {false, 1, 0};
    for (int k = 0; k < e->n; k++) {
        const hj_utregning *u = (const hj_utregning *)e->editions[k];
        const hj_operand *limits[] = {&u->hoyst, &u->minst};
        r = both(r, visit_cond(d, u->naar));
        r = both(r, visit_function(d, u->beregn));
        for (int i = 0; i < 2; i++)
            if (limits[i]->kind == HJ_OP_FAKTUM && limits[i]->entry)
                r = both(r, visit_fact(d, limits[i]->entry));
    }
    return r;
}

static reach visit_fact(deps *d, const hj_entry *e)
{
    hj_faktum *f = (hj_faktum *)e->editions[0];
    if (!enter(d, d->fact, "faktum", e))
        return d->facts[e->id];
    reach r = {true, 1, 0};
    if (f->utledet)
        r = visit_cond(d, f->utledet);
    else if (f->tabell)
        for (int i = 0; i < f->tabell->n; i++) {
            const hj_tabell *t = (const hj_tabell *)f->tabell->editions[i];
            for (int k = 0; k < t->n; k++)
                r = both(r, visit_cond(d, t->rader[k].naar));
        }
    else if (f->trapp)
        r = visit_stair(d, f->trapp);
    else if (f->utregning)
        r = visit_amount(d, f->utregning);
    else if (f->funksjon)
        r = visit_function(d, f->funksjon);
    else if (!f->is_date && !f->is_document_date)
        r = both(visit_path(d, f->decl.path, f->e.place),
                 visit_path(d, f->decl.known_path, f->e.place));
    if (f->decl.in_kommune && f->decl.path && !hj_path_uses_here(f->decl.path)
        && !*hj_path_variables(f->decl.path))
        r.global = true; /* relative paths start at the root there */
    f->global = r.global;
    return leave(d, d->fact, d->facts, "faktum", e, r);
}

static reach visit_frist(deps *d, const hj_entry *e)
{
    if (!enter(d, d->frist, "frist", e))
        return d->frister[e->id];
    reach r = {false, 1, 0};
    for (int i = 0; i < e->n; i++) {
        const hj_frist *f = (const hj_frist *)e->editions[i];
        if (f->fra)
            r = both(r, visit_fact(d, f->fra));
        for (int k = 0; k < f->n_anslag; k++) {
            if (f->anslag[k].fra)
                r = both(r, visit_fact(d, f->anslag[k].fra));
            if (f->anslag[k].dager_fact)
                r = both(r, visit_fact(d, f->anslag[k].dager_fact));
        }
        r = both(r, visit_cond(d, f->naar));
    }
    return leave(d, d->frist, d->frister, "frist", e, r);
}

static reach visit_rule(deps *d, const hj_entry *e)
{
    if (!enter(d, d->rule, "regel", e))
        return d->rules[e->id];
    reach r = {false, 1, 0};
    for (int i = 0; i < e->n; i++) {
        const hj_regel *rule = (const hj_regel *)e->editions[i];
        r = both(r, visit_cond(d, rule->naar));
        r = both(r, visit_cond(d, rule->delvis));
        for (int k = 0; k < rule->n_unntak; k++)
            r = both(r, visit_cond(d, rule->unntak[k]->naar));
    }
    return leave(d, d->rule, d->rules, "regel", e, r);
}

static reach visit_prosess(deps *d, const hj_entry *e)
{
    if (!enter(d, d->prosess, "prosess", e))
        return d->prosesser[e->id];
    reach r = {false, 1, 0};
    for (int i = 0; i < e->n; i++) {
        const hj_prosess *p = (const hj_prosess *)e->editions[i];
        if (p->startet)
            r = both(r, visit_fact(d, p->startet));
        for (int k = 0; k < p->n_overganger; k++)
            r = both(r, visit_cond(d, p->overganger[k]->naar));
        for (int s = 0; s < p->n_tilstander; s++)
            for (int k = 0; k < p->tilstander[s]->n_frister; k++)
                if (p->tilstander[s]->frister[k].frist.entry)
                    r = both(r, visit_frist(d, p->tilstander[s]->frister[k].frist.entry));
    }
    return leave(d, d->prosess, d->prosesser, "prosess", e, r);
}

/* A rule's own outcome cannot be asked for while it is being found. Through derived facts it is
 * found out when a case is decided. */
static void refuse_about_node(loader *ld, const hj_cond *c, const hj_edition *e)
{
    if (!c)
        return;
    if (c->kind == HJ_INNSTILLING || c->kind == HJ_AVVIK)
        hj_error(ld->diags, "HJ-RULES-112", c->place,
                 "%s(…) cannot be used in regel '%s': the outcome is not known yet",
                 hj_cond_name(c->kind), e->name);
    for (int i = 0; i < c->n; i++)
        refuse_about_node(ld, c->kids[i], e);
}

/* ---- Each kind ------------------------------------------------------------------------------ */

static hj_regel *regel_at(loader *ld, int i, int k)
{
    return (hj_regel *)ld->base->tables[HJ_REGEL].entries[i]->editions[k];
}

static void check_rules(loader *ld)
{
    hj_table *t = &ld->base->tables[HJ_REGEL];
    for (int i = 0; i < t->n; i++)
        for (int k = 0; k < t->entries[i]->n; k++) {
            hj_regel *r = regel_at(ld, i, k);
            hj_check_cites(ld, &r->hjemmel, r->e.place, r->e.from, r->e.to);
            for (int u = 0; u < r->n_unntak; u++)
                hj_check_cites(ld, &r->unntak[u]->hjemmel, r->unntak[u]->place, r->e.from, r->e.to);
            hj_check_looked_up(ld, r);
            for (int n = 0; n < r->n_frister; n++) {
                r->frister[n].entry = hj_find_named(ld, HJ_FRIST, r->frister[n].name, r->e.place);
                hj_refuse_of_state(ld, r->frister[n].entry, r->e.place);
            }
            for (int n = 0; n < r->n_fakta; n++)
                r->fakta[n].entry = hj_find_named(ld, HJ_FAKTUM, r->fakta[n].name, r->e.place);
            for (int n = 0; n < r->n_utregninger; n++)
                r->utregninger[n].entry =
                    hj_find_named(ld, HJ_UTREGNING, r->utregninger[n].name, r->e.place);
            for (int n = 0; n < r->n_satser; n++)
                r->satser[n].entry = hj_find_named(ld, HJ_SATS, r->satser[n].name, r->e.place);
            if (r->gjelder && !hj_path_absolute(r->gjelder))
                hj_error(ld->diags, "HJ-RULES-114", r->e.place,
                         "gjelder must begin at the root: /%s", hj_path_text(r->gjelder));
            if (r->vedtak_name) {
                const hj_faktum *f = hj_fact_of(ld, r->vedtak_name, r->e.place, &r->vedtak_i);
                if (f && f->decl.type != HJ_FACT_VALG)
                    hj_error(ld->diags, "HJ-RULES-115", r->e.place,
                             "vedtak_i names a valg; '%s' is %s", f->decl.name,
                             hj_fact_type_name(f->decl.type));
                else if (f)
                    for (int g = 0; g < 4; g++)
                        if (g != HJ_GIR_UKJENT && (g != HJ_GIR_DELVIS || r->delvis))
                            hj_choice(ld, f, r->utfall[g], r->e.place);
            }
            refuse_about_node(ld, r->naar, &r->e);
            refuse_about_node(ld, r->delvis, &r->e);
            for (int u = 0; u < r->n_unntak; u++)
                refuse_about_node(ld, r->unntak[u]->naar, &r->e);
        }
}

static void check_deadlines(loader *ld)
{
    hj_table *t = &ld->base->tables[HJ_FRIST];
    bool holidays = ld->base->tables[HJ_HELLIGDAG].n > 0;
    for (int i = 0; i < t->n; i++)
        for (int k = 0; k < t->entries[i]->n; k++) {
            hj_frist *f = (hj_frist *)t->entries[i]->editions[k];
            hj_check_cites(ld, &f->hjemmel, f->e.place, f->e.from, f->e.to);
            bool of_state = f->fra_name && strcmp(f->fra_name, "tilstand") == 0;
            const hj_faktum *from =
                of_state ? NULL : hj_fact_of(ld, f->fra_name, f->e.place, &f->fra);
            if (of_state && f->gjelder)
                hj_refuse_of_state(ld, t->entries[i], f->e.place);
            if (from && from->decl.type != HJ_FACT_DATO)
                hj_error(ld->diags, "HJ-RULES-116", f->e.place,
                         "frist '%s': regnes_fra must be a dato; '%s' is %s", f->e.name,
                         from->decl.name, hj_fact_type_name(from->decl.type));
            for (int a = 0; a < f->n_anslag; a++) {
                hj_anslag *an = &f->anslag[a];
                from = hj_fact_of(ld, an->fra_name, f->e.place, &an->fra);
                if (from && from->decl.type != HJ_FACT_DATO)
                    hj_error(ld->diags, "HJ-RULES-116", f->e.place,
                             "frist '%s': anslag.fra must be a dato; '%s' is %s", f->e.name,
                             from->decl.name, hj_fact_type_name(from->decl.type));
                const hj_faktum *days = hj_fact_of(ld, an->dager_name, f->e.place, &an->dager_fact);
                if (days && days->decl.type != HJ_FACT_TALL)
                    hj_error(ld->diags, "HJ-RULES-116", f->e.place,
                             "frist '%s': anslag.dager must be a tall; '%s' is %s", f->e.name,
                             days->decl.name, hj_fact_type_name(days->decl.type));
            }
            bool moves = f->retning != HJ_STAAR;
            for (int a = 0; a < f->n_anslag; a++)
                moves |= f->anslag[a].retning != HJ_STAAR;
            if (moves && !holidays)
                hj_error(ld->diags, "HJ-RULES-117", f->e.place,
                         "frist '%s' is moved off holidays, but no helligdag is declared",
                         f->e.name);
            if (f->gjelder && !hj_path_absolute(f->gjelder))
                hj_error(ld->diags, "HJ-RULES-114", f->e.place,
                         "gjelder must begin at the root: /%s", hj_path_text(f->gjelder));
        }
    t = &ld->base->tables[HJ_HELLIGDAG];
    for (int i = 0; i < t->n; i++)
        for (int k = 0; k < t->entries[i]->n; k++) {
            hj_helligdag *h = (hj_helligdag *)t->entries[i]->editions[k];
            hj_check_cites(ld, &h->hjemmel, h->e.place, h->e.from, h->e.to);
        }
}

static void check_checklists(loader *ld)
{
    hj_table *t = &ld->base->tables[HJ_SJEKKLISTE];
    for (int i = 0; i < t->n; i++)
        for (int k = 0; k < t->entries[i]->n; k++) {
            hj_sjekkliste *s = (hj_sjekkliste *)t->entries[i]->editions[k];
            for (int p = 0; p < s->n; p++) {
                hj_check_cites(ld, &s->punkter[p]->hjemmel, s->punkter[p]->place,
                               s->e.from, s->e.to);
                for (int q = 0; q < p; q++)
                    if (strcmp(s->punkter[p]->nummer, s->punkter[q]->nummer) == 0) {
                        hj_error(ld->diags, "HJ-RULES-120", s->punkter[p]->place,
                                 "punkt %s stands twice in sjekkliste '%s'; write %sa, %sb",
                                 s->punkter[p]->nummer, s->e.name, s->punkter[p]->nummer,
                                 s->punkter[p]->nummer);
                        break;
                    }
            }
        }
}

static void check_law(loader *ld)
{
    hj_table *t = &ld->base->tables[HJ_HJEMMEL];
    for (int i = 0; i < t->n; i++)
        for (int k = 0; k < t->entries[i]->n; k++) {
            hj_hjemmel *h = (hj_hjemmel *)t->entries[i]->editions[k];
            if (h->lov_name)
                h->lov = hj_find_named(ld, HJ_LOV, h->lov_name, h->e.place);
        }
}

static void check_facts(loader *ld)
{
    hj_table *t = &ld->base->tables[HJ_FAKTUM];
    for (int i = 0; i < t->n; i++) {
        hj_faktum *f = (hj_faktum *)t->entries[i]->editions[0];
        f->id = i;
        if (f->decl.path) {
            const char *whole = hj_path_text(f->decl.path), *or = strstr(whole, " | ");
            f->goes_in = or ? hj_arena_strndup(ld->arena, whole, (size_t)(or - whole)) : whole;
        }
        hj_check_cites(ld, &f->hjemmel, f->e.place, HJ_DATE_NONE, HJ_DATE_NONE);
        if (f->decl.has_min && f->decl.has_max && f->decl.min > f->decl.max)
            hj_error(ld->diags, "HJ-RULES-121", f->e.place, "'%s': min is greater than maks",
                     f->decl.name);
    }
}

/* ---- All of it ------------------------------------------------------------------------------ */

static hj_faktum *add_date_fact(loader *ld, const char *name, hj_maal words)
{
    hj_faktum *f = HJ_NEW(ld->arena, hj_faktum);
    f->decl.name = name;
    f->decl.type = HJ_FACT_DATO;
    f->e.from = f->e.to = HJ_DATE_NONE;
    f->tekst = words;
    f->global = true;
    hj_add_edition(ld, HJ_FAKTUM, &f->e, name, HJ_NOWHERE);
    return f;
}

static void add_date_facts(loader *ld)
{
    hj_maal law = {"datoen loven velges etter", "datoen lova blir vald etter"};
    hj_maal document = {"datoen på dokumentet", "datoen på dokumentet"};
    add_date_fact(ld, "dato", law)->is_date = true;
    add_date_fact(ld, "dokumentdato", document)->is_document_date = true;
}

static int by_place(const void *a, const void *b)
{
    const hj_place *x = &((const hj_placed_rule *)a)->regel->e.place;
    const hj_place *y = &((const hj_placed_rule *)b)->regel->e.place;
    int order = strcmp(x->file, y->file);
    return order ? order : x->line - y->line;
}
static void list_rules(hj_rulebase *base)
{
    const hj_table *t = &base->tables[HJ_REGEL];
    int n = 0;
    for (int i = 0; i < t->n; i++)
        n += t->entries[i]->n;
    base->rules = HJ_ARRAY(base->arena, (size_t)n + 1, hj_placed_rule);
    for (int i = 0; i < t->n; i++)
        for (int k = 0; k < t->entries[i]->n; k++)
            base->rules[base->n_rules++] =
                (hj_placed_rule){t->entries[i], (const hj_regel *)t->entries[i]->editions[k]};
    qsort(base->rules, (size_t)n, sizeof *base->rules, by_place);
}

void hj_resolve(loader *ld)
{
    ld->base->active = HJ_ARRAY(ld->arena, (size_t)ld->base->n_pakker + 1, bool);
    for (int i = 0; i < ld->base->n_pakker; i++)
        ld->base->active[i] = !ld->base->pakker[i].gjelder_naar;
    ld->pack = -1;
    hj_merge_checklists(ld);
    add_date_facts(ld);
    build_table(ld, HJ_TRAPP);
    build_table(ld, HJ_UTREGNING);
    build_table(ld, HJ_SATS);
    hj_add_answers(ld);
    for (int k = 0; k < HJ_KIND_COUNT; k++)
        if (k != HJ_TRAPP && k != HJ_UTREGNING && k != HJ_SATS)
            build_table(ld, k);
    if (ld->twice)
        return; /* every rule that asks for it would be told it asks for the wrong kind */
    list_rules(ld->base);
    ld->base->n_conds = ld->conds.n;
    ld->base->conds = ld->conds.items;
    ld->base->n_functions = ld->functions.n;
    check_law(ld);
    check_facts(ld);
    hj_mark_collected(ld);
    for (int i = 0; i < ld->conds.n; i++)
        check_cond(ld, ld->conds.items[i]);
    for (int i = 0; i < ld->reads.n; i++)
        hj_find_named(ld, ld->reads.items[i].kind, ld->reads.items[i].name,
                      ld->reads.items[i].place);
    check_rules(ld);
    check_deadlines(ld);
    hj_check_lookups(ld);
    hj_check_tables(ld);
    hj_check_answers(ld);
    hj_check_absolute(ld);
    hj_check_processes(ld);
    check_checklists(ld);
    ld->in_tests = true;
    hj_check_tests(ld);
    ld->in_tests = false;
    const hj_table *kinds = &ld->base->tables[HJ_DOKUMENT];
    for (int i = 0; i < kinds->n; i++)
        hj_collect_names(ld, (hj_dokument *)kinds->entries[i]->editions[0]);
    deps d = {.ld = ld};
    const hj_table *t = ld->base->tables;
    d.facts = HJ_ARRAY(ld->arena, (size_t)t[HJ_FAKTUM].n + 1, reach);
    d.rules = HJ_ARRAY(ld->arena, (size_t)t[HJ_REGEL].n + 1, reach);
    d.frister = HJ_ARRAY(ld->arena, (size_t)t[HJ_FRIST].n + 1, reach);
    d.fact = HJ_ARRAY(ld->arena, (size_t)t[HJ_FAKTUM].n + 1, unsigned char);
    d.prosess = HJ_ARRAY(ld->arena, (size_t)t[HJ_PROSESS].n + 1, unsigned char);
    d.prosesser = HJ_ARRAY(ld->arena, (size_t)t[HJ_PROSESS].n + 1, reach);
    d.rule = HJ_ARRAY(ld->arena, (size_t)t[HJ_REGEL].n + 1, unsigned char);
    d.frist = HJ_ARRAY(ld->arena, (size_t)t[HJ_FRIST].n + 1, unsigned char);
    for (int i = 0; i < t[HJ_FAKTUM].n; i++)
        visit_fact(&d, t[HJ_FAKTUM].entries[i]);
    for (int i = 0; i < t[HJ_FRIST].n; i++)
        visit_frist(&d, t[HJ_FRIST].entries[i]);
    for (int i = 0; i < t[HJ_REGEL].n; i++)
        visit_rule(&d, t[HJ_REGEL].entries[i]);
    for (int i = 0; i < t[HJ_PROSESS].n; i++)
        visit_prosess(&d, t[HJ_PROSESS].entries[i]);
    if (ld->not_found)
        hj_note(ld->diags, "HJ-RULES-200", HJ_NOWHERE,
                "%d names were not looked up, because a file could not be read", ld->not_found);
}
