/* What two rule bases have alike: facts, and conditions over them.
 *
 * The hard idea: two versions of the packs differ in a few lines, and what they have alike need be
 * found only once. A fact that is read is alike when it is declared alike; one that is worked out,
 * and a condition, when everything it is made of is alike. What cannot be seen to be alike is not:
 * what is asked about an outcome, a state or a deadline. What a Lua function reads is seen only
 * when it runs: where one has read what is not alike, nothing of that case is taken over. */
#include <string.h>

#include "decision/eval.h"

enum { NOT_YET = -2, NOT_ALIKE = -1, DEEPEST = 200, MOST_TRIED = 64 };

typedef struct pairing {
    const hj_rulebase *a, *b;
    int *facts, *rules, *conds; /* of b by id: those of a; NOT_YET, NOT_ALIKE */
    int depth; /* of facts and rules that are made of each other */
    struct { /* what was compared last will be asked for again */
        const hj_source *a, *b;
        bool same;
    } files;
    struct {
        const char *prefix;
        bool alike;
    } phrases;
} pairing;

static bool facts_alike(pairing *p, const hj_entry *a, const hj_entry *b);
static bool conds_alike(pairing *p, const hj_cond *a, const hj_cond *b);

/* ---- Facts that are read -------------------------------------------------------------------- */

static bool same_list(const char *const *a, const char *const *b)
{
    if (!a || !b)
        return a == b;
    while (*a && *b && strcmp(*a, *b) == 0)
        a++, b++;
    return !*a && !*b;
}

static bool same_path(const hj_path *a, const hj_path *b)
{
    return a && b ? hj_path_same(a, b) : a == b;
}

static bool same_number(double a, double b)
{
    return !(a < b) && !(a > b);
}

static bool same_bound(bool has_a, double a, bool has_b, double b)
{
    return has_a == has_b && (!has_a || same_number(a, b));
}

/* What a value of it may be. */
static bool same_domain(const hj_faktum *a, const hj_faktum *b)
{
    const hj_fact_decl *x = &a->decl, *y = &b->decl;
    return a->global == b->global && x->type == y->type && x->integer == y->integer
        && x->many == y->many && same_bound(x->has_min, x->min, y->has_min, y->min)
        && same_bound(x->has_max, x->max, y->has_max, y->max) && same_list(x->values, y->values);
}

static bool same_declaration(const hj_faktum *a, const hj_faktum *b)
{
    const hj_fact_decl *x = &a->decl, *y = &b->decl;
    return x->path && y->path && !hj_is_derived(a) && !hj_is_derived(b) && same_domain(a, b)
        && x->source == y->source && x->in_kommune == y->in_kommune && same_path(x->path, y->path)
        && same_path(x->known_path, y->known_path) && same_list(x->not_relevant, y->not_relevant);
}

static bool paths_alike(pairing *p, const hj_path *path)
{
    for (const char *const *v = path ? hj_path_variables(path) : NULL; v && *v; v++) {
        const hj_entry *a = hj_rulebase_find(p->a, HJ_FAKTUM, *v);
        const hj_entry *b = hj_rulebase_find(p->b, HJ_FAKTUM, *v);
        if (strcmp(*v, "dato") != 0 && (!a || !b || !facts_alike(p, a, b)))
            return false;
    }
    return true;
}

/* ---- What is worked out --------------------------------------------------------------------- */

/* The same name and kind, and editions that are valid on the same days in the same packs. */
static bool same_editions(const hj_entry *a, const hj_entry *b)
{
    bool same = a->n == b->n && a->kind == b->kind && strcmp(a->name, b->name) == 0;
    for (int i = 0; same && i < a->n; i++) {
        const hj_edition *x = a->editions[i], *y = b->editions[i];
        same = x->from == y->from && x->to == y->to && x->pack == y->pack
            && hj_same_text(x->overstyrer, y->overstyrer);
    }
    return same;
}

static bool tables_alike(pairing *p, const hj_entry *a, const hj_entry *b)
{
    bool alike = same_editions(a, b);
    for (int i = 0; alike && i < a->n; i++) {
        const hj_tabell *x = (const hj_tabell *)a->editions[i];
        const hj_tabell *y = (const hj_tabell *)b->editions[i];
        alike = x->treff == y->treff && x->n == y->n && x->has_ellers == y->has_ellers
            && (!x->has_ellers || hj_value_same(&x->ellers, &y->ellers));
        for (int k = 0; alike && k < x->n; k++)
            alike = hj_value_same(&x->rader[k].gir, &y->rader[k].gir)
                && conds_alike(p, x->rader[k].naar, y->rader[k].naar);
    }
    return alike;
}

static const hj_source *source_of(const hj_rulebase *base, hj_place place)
{
    for (int i = 0; place.file && i < base->n_sources; i++)
        if (strcmp(base->sources[i].path, place.file) == 0)
            return &base->sources[i];
    return NULL;
}

static bool same_files(pairing *p, const hj_source *a, const hj_source *b)
{
    if (!a || !b)
        return false;
    if (p->files.a != a || p->files.b != b) {
        p->files.a = a;
        p->files.b = b;
        p->files.same = a->n == b->n && memcmp(a->text, b->text, a->n) == 0;
    }
    return p->files.same;
}

/* The functions of one fact: what else they use of Lua stands in the same file. */
static bool functions_alike(pairing *p, const hj_function *a, const hj_function *b)
{
    return a->first_line == b->first_line && a->last_line == b->last_line
        && same_files(p, source_of(p->a, a->place), source_of(p->b, b->place));
}

static bool made_alike(pairing *p, const hj_faktum *a, const hj_faktum *b)
{
    if (a->is_date || a->is_document_date)
        return a->is_date == b->is_date && a->is_document_date == b->is_document_date;
    if (same_declaration(a, b))
        return paths_alike(p, a->decl.path) && paths_alike(p, a->decl.known_path);
    return same_domain(a, b)
        && ((a->utledet && b->utledet && conds_alike(p, a->utledet, b->utledet))
            || (a->tabell && b->tabell && tables_alike(p, a->tabell, b->tabell))
            || (a->funksjon && b->funksjon && functions_alike(p, a->funksjon, b->funksjon)));
}

static bool facts_alike(pairing *p, const hj_entry *a, const hj_entry *b)
{
    if (!a || !b)
        return a == b;
    if (p->facts[b->id] == NOT_YET) {
        p->facts[b->id] = NOT_ALIKE; /* while it is looked at: what needs itself is not */
        p->depth++;
        if (p->depth < DEEPEST && strcmp(a->name, b->name) == 0
            && made_alike(p, hj_faktum_of(a), hj_faktum_of(b)))
            p->facts[b->id] = a->id;
        p->depth--;
    }
    return p->facts[b->id] == a->id;
}

static bool editions_of_rule_alike(pairing *p, const hj_regel *a, const hj_regel *b)
{
    bool alike = a->n_unntak == b->n_unntak && conds_alike(p, a->naar, b->naar)
        && conds_alike(p, a->delvis, b->delvis);
    for (int i = 0; alike && i < a->n_unntak; i++)
        alike = a->unntak[i]->gir == b->unntak[i]->gir
            && conds_alike(p, a->unntak[i]->naar, b->unntak[i]->naar);
    return alike;
}

static bool rules_alike(pairing *p, const hj_entry *a, const hj_entry *b)
{
    if (!a || !b)
        return a == b;
    if (p->rules[b->id] == NOT_YET) {
        p->rules[b->id] = NOT_ALIKE;
        p->depth++;
        bool alike = p->depth < DEEPEST && same_editions(a, b);
        for (int i = 0; alike && i < a->n; i++)
            alike = editions_of_rule_alike(p, (const hj_regel *)a->editions[i],
                                           (const hj_regel *)b->editions[i]);
        p->depth--;
        if (alike)
            p->rules[b->id] = a->id;
    }
    return p->rules[b->id] == a->id;
}

static bool rates_alike(const hj_entry *a, const hj_entry *b)
{
    bool alike = same_editions(a, b);
    for (int i = 0; alike && i < a->n; i++) {
        const hj_sats *x = (const hj_sats *)a->editions[i], *y = (const hj_sats *)b->editions[i];
        alike = x->n == y->n;
        for (int k = 0; alike && k < x->n; k++)
            alike = x->rows[k].from == y->rows[k].from && x->rows[k].to == y->rows[k].to
                && x->rows[k].ukjent == y->rows[k].ukjent
                && same_number(x->rows[k].verdi, y->rows[k].verdi);
    }
    return alike;
}

static bool operands_alike(pairing *p, const hj_operand *a, const hj_operand *b)
{
    if (a->kind != b->kind)
        return false;
    switch (a->kind) {
    case HJ_OP_NONE: return true;
    case HJ_OP_NUMBER: return same_number(a->number, b->number);
    case HJ_OP_TEXT: return hj_same_text(a->text, b->text);
    case HJ_OP_DATE: return a->date == b->date;
    case HJ_OP_FAKTUM: return facts_alike(p, a->entry, b->entry);
    case HJ_OP_SATS: return rates_alike(a->entry, b->entry);
    default: return false;
    }
}

/* ---- Conditions ----------------------------------------------------------------------------- */

static bool can_be_alike(const hj_cond *c)
{
    switch (c->kind) {
    case HJ_FUNKSJON: case HJ_INNSTILLING: case HJ_AVVIK: case HJ_EGENSKAP: case HJ_HAR_REGEL:
    case HJ_I_TILSTAND: return false;
    default: return true;
    }
}

/* The first text from i whose key begins so; NULL: there are no more. */
static const hj_entry *phrase_from(const hj_table *t, int *i, const char *prefix)
{
    for (size_t n = strlen(prefix); *i < t->n; ++*i)
        if (strncmp(t->entries[*i]->name, prefix, n) == 0)
            return t->entries[(*i)++];
    return NULL;
}

static bool texts_alike(const hj_entry *a, const hj_entry *b)
{
    bool alike = same_editions(a, b);
    for (int i = 0; alike && i < a->n; i++) {
        const hj_maal *x = &((const hj_tekst *)a->editions[i])->tekst;
        const hj_maal *y = &((const hj_tekst *)b->editions[i])->tekst;
        alike = hj_same_text(x->nb, y->nb) && hj_same_text(x->nn, y->nn);
    }
    return alike;
}

static bool texts_below_alike(const pairing *p, const char *prefix)
{
    const hj_table *x = &p->a->tables[HJ_TEKST], *y = &p->b->tables[HJ_TEKST];
    for (int i = 0, k = 0;;) {
        const hj_entry *one = phrase_from(x, &i, prefix), *other = phrase_from(y, &k, prefix);
        if (!one || !other)
            return one == other;
        if (!texts_alike(one, other))
            return false;
    }
}

/* The standard phrases that are not one's own words. */
static bool phrases_alike(pairing *p, const char *a, const char *b)
{
    if (!a || !b || strcmp(a, b) != 0)
        return a == b;
    if (!p->phrases.prefix || strcmp(p->phrases.prefix, a) != 0) {
        p->phrases.prefix = a;
        p->phrases.alike = texts_below_alike(p, a);
    }
    return p->phrases.alike;
}

static bool conds_alike(pairing *p, const hj_cond *a, const hj_cond *b)
{
    if (!a || !b)
        return a == b;
    if (p->conds[b->id] == a->id)
        return true;
    bool alike = a->kind == b->kind && can_be_alike(a) && a->n == b->n && a->n_words == b->n_words
        && a->flag == b->flag && memcmp(&a->span, &b->span, sizeof a->span) == 0;
    for (int i = 0; alike && i < a->n_words; i++)
        alike = strcmp(a->words[i], b->words[i]) == 0;
    for (int i = 0; alike && i < a->n; i++)
        alike = conds_alike(p, a->kids[i], b->kids[i]);
    return alike && facts_alike(p, a->fact, b->fact) && facts_alike(p, a->ved, b->ved)
        && operands_alike(p, &a->a, &b->a) && operands_alike(p, &a->b, &b->b)
        && rules_alike(p, a->regel, b->regel) && phrases_alike(p, a->utover, b->utover);
}

static unsigned hash(const hj_cond *c)
{
    unsigned h = 2166136261u + (unsigned)c->kind;
    for (const char *s = c->vis ? c->vis : ""; *s; s++)
        h = (h ^ (unsigned char)*s) * 16777619u;
    return h;
}

/* For lists of n things by their sums. */
static unsigned mask_for(int n)
{
    unsigned mask = 1;
    while (mask < (unsigned)n)
        mask = mask * 2 + 1;
    return mask;
}

/* Those that read the same are paired in the order they stand, each one once. */
static void pair_conds(pairing *p, hj_arena *arena)
{
    unsigned mask = mask_for(p->a->n_conds);
    int *first = HJ_ARRAY(arena, (size_t)mask + 1, int);
    int *next = HJ_ARRAY(arena, (size_t)p->a->n_conds + 1, int);
    unsigned *sums = HJ_ARRAY(arena, (size_t)p->a->n_conds + 1, unsigned);
    for (unsigned i = 0; i <= mask; i++)
        first[i] = NOT_ALIKE;
    for (int i = p->a->n_conds - 1; i >= 0; i--) {
        const hj_cond *c = p->a->conds[i];
        if (!can_be_alike(c))
            continue;
        sums[i] = hash(c);
        next[i] = first[sums[i] & mask];
        first[sums[i] & mask] = i;
    }
    for (int i = 0; i < p->b->n_conds; i++) {
        const hj_cond *c = p->b->conds[i];
        if (!can_be_alike(c))
            continue;
        unsigned sum = hash(c);
        int *at = &first[sum & mask];
        for (int tried = 0; *at >= 0 && tried < MOST_TRIED; at = &next[*at]) {
            if (sums[*at] != sum)
                continue;
            tried++;
            if (!conds_alike(p, p->a->conds[*at], c))
                continue;
            p->conds[i] = *at;
            *at = next[*at];
            break;
        }
    }
}

/* Which packs hold is then the same for both. */
static bool same_packs(const hj_rulebase *a, const hj_rulebase *b)
{
    bool same = a->n_pakker == b->n_pakker;
    for (int i = 0; same && i < a->n_pakker; i++)
        same = strcmp(a->pakker[i].navn, b->pakker[i].navn) == 0
            && same_path(a->pakker[i].gjelder_naar, b->pakker[i].gjelder_naar);
    return same;
}

static bool same_rates(const hj_rulebase *a, const hj_rulebase *b)
{
    const hj_table *x = &a->tables[HJ_SATS], *y = &b->tables[HJ_SATS];
    bool same = x->n == y->n;
    for (int i = 0; same && i < x->n; i++)
        same = rates_alike(x->entries[i], y->entries[i]);
    return same;
}

/* Those that a fact has no say in. */
static const int *pair_places(const hj_rulebase *a, const hj_rulebase *b, hj_arena *arena)
{
    unsigned mask = mask_for(a->n_places);
    int *first = HJ_ARRAY(arena, (size_t)mask + 1, int); /* lists of a's numbers; 0 ends */
    int *next = HJ_ARRAY(arena, (size_t)a->n_places + 1, int);
    int *places = HJ_ARRAY(arena, (size_t)b->n_places + 1, int);
    for (int i = 1; i <= a->n_places; i++) {
        unsigned at = hj_path_sum(a->places[i - 1]) & mask;
        next[i] = first[at];
        first[at] = i;
    }
    for (int i = 1; i <= b->n_places; i++) {
        const hj_path *path = b->places[i - 1];
        int k = *hj_path_variables(path) ? 0 : first[hj_path_sum(path) & mask];
        while (k && !hj_path_same(a->places[k - 1], path))
            k = next[k];
        places[i] = k;
    }
    return places;
}

static int *nobody(hj_arena *arena, int n, int what)
{
    int *ids = HJ_ARRAY(arena, (size_t)n + 1, int);
    for (int i = 0; i < n; i++)
        ids[i] = what;
    return ids;
}

hj_sharing *hj_sharing_new(const hj_rulebase *a, const hj_rulebase *b, hj_arena *arena)
{
    int n_a = a->tables[HJ_FAKTUM].n, n_b = b->tables[HJ_FAKTUM].n;
    bool *in_both = HJ_ARRAY(arena, (size_t)n_a + 1, bool);
    pairing p = {.a = a, .b = b, .facts = nobody(arena, n_b, NOT_YET),
                 .rules = nobody(arena, b->tables[HJ_REGEL].n, NOT_YET),
                 .conds = nobody(arena, b->n_conds, NOT_ALIKE)};
    for (int i = 0; i < n_b; i++) {
        const hj_entry *e = b->tables[HJ_FAKTUM].entries[i];
        const hj_entry *like = hj_rulebase_find(a, HJ_FAKTUM, e->name);
        if (like && facts_alike(&p, like, e))
            in_both[like->id] = true;
        else
            p.facts[e->id] = NOT_ALIKE;
    }
    pair_conds(&p, arena);
    hj_sharing *s = HJ_NEW(arena, hj_sharing);
    *s = (hj_sharing){.same_packs = same_packs(a, b), .same_rates = same_rates(a, b),
                      .facts = p.facts, .conds = p.conds, .in_both = in_both,
                      .places = pair_places(a, b, arena)};
    return s;
}
