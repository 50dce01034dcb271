/* Facts read from a document: for one evaluation, or once for several.
 *
 * The hard idea: what a fact is read as depends on its declaration alone, never on the rules. Where
 * two rule bases declare it alike (type, path, bounds, choices, and so for every fact its path
 * mentions), what one evaluation read the other need not read again. Only what was read without
 * error is kept, so each evaluation tells its own errors. */
#include <libxml/tree.h>
#include <math.h>
#include <string.h>

#include "decision/eval.h"

enum { NOT_YET = -2, NOT_ALIKE = -1, DEEPEST = 16 };

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

static bool same_bound(bool has_a, double a, bool has_b, double b)
{
    return has_a == has_b && (!has_a || !(a < b || a > b));
}

static bool same_declaration(const hj_faktum *a, const hj_faktum *b)
{
    const hj_fact_decl *x = &a->decl, *y = &b->decl;
    return x->path && y->path && !hj_is_derived(a) && !hj_is_derived(b) && a->global == b->global
        && x->type == y->type && x->source == y->source && x->in_kommune == y->in_kommune
        && x->integer == y->integer && same_bound(x->has_min, x->min, y->has_min, y->min)
        && same_bound(x->has_max, x->max, y->has_max, y->max) && same_path(x->path, y->path)
        && same_path(x->known_path, y->known_path) && same_list(x->not_relevant, y->not_relevant)
        && same_list(x->values, y->values);
}

typedef struct pairing {
    const hj_rulebase *a, *b;
    hj_sharing *s;
    int *of_a, *of_b;
    bool *dated;
} pairing;

static int pair_fact(pairing *p, const hj_faktum *a, int depth);

static bool variables_alike(pairing *p, const hj_path *path, bool *dated, int depth)
{
    for (const char *const *v = path ? hj_path_variables(path) : NULL; v && *v; v++) {
        if (strcmp(*v, "dato") == 0) {
            *dated = true;
            continue;
        }
        const hj_entry *e = hj_rulebase_find(p->a, HJ_FAKTUM, *v);
        int id = e ? pair_fact(p, hj_faktum_of(e), depth + 1) : NOT_ALIKE;
        if (id < 0)
            return false;
        *dated |= p->dated[id];
    }
    return true;
}

/* The number a has in both; NOT_ALIKE when it has none. Facts that need each other have none. */
static int pair_fact(pairing *p, const hj_faktum *a, int depth)
{
    if (p->of_a[a->id] != NOT_YET)
        return p->of_a[a->id];
    p->of_a[a->id] = NOT_ALIKE;
    const hj_entry *e = hj_rulebase_find(p->b, HJ_FAKTUM, a->decl.name);
    const hj_faktum *b = e ? hj_faktum_of(e) : NULL;
    bool dated = false;
    if (!b || depth > DEEPEST || !same_declaration(a, b)
        || !variables_alike(p, a->decl.path, &dated, depth)
        || !variables_alike(p, a->decl.known_path, &dated, depth))
        return NOT_ALIKE;
    p->dated[p->s->n] = dated;
    p->of_b[b->id] = p->s->n;
    return p->of_a[a->id] = p->s->n++;
}

hj_sharing *hj_sharing_new(const hj_rulebase *a, const hj_rulebase *b, hj_arena *arena)
{
    size_t n_a = (size_t)a->tables[HJ_FAKTUM].n, n_b = (size_t)b->tables[HJ_FAKTUM].n;
    hj_sharing *s = HJ_NEW(arena, hj_sharing);
    pairing p = {.a = a, .b = b, .s = s, .of_a = HJ_ARRAY(arena, n_a + 1, int),
                 .of_b = HJ_ARRAY(arena, n_b + 1, int), .dated = HJ_ARRAY(arena, n_a + 1, bool)};
    for (size_t i = 0; i < n_a; i++)
        p.of_a[i] = NOT_YET;
    for (size_t i = 0; i < n_b; i++)
        p.of_b[i] = NOT_ALIKE;
    for (size_t i = 0; i < n_a; i++)
        pair_fact(&p, hj_faktum_of(a->tables[HJ_FAKTUM].entries[i]), 0);
    s->of_a = p.of_a;
    s->of_b = p.of_b;
    s->dated = p.dated;
    return s;
}

hj_kept *hj_kept_new(const hj_sharing *sharing, hj_arena *arena)
{
    hj_kept *r = HJ_NEW(arena, hj_kept);
    *r = (hj_kept){.sharing = sharing, .arena = arena, .date = HJ_DATE_NONE};
    return r;
}

hj_value **hj_kept_at(hj_kept *r, const void *node)
{
    for (int i = r->n - 1; i >= 0; i--)
        if (r->places[i].node == node)
            return r->places[i].values;
    hj_read_place place = {node, HJ_ARRAY(r->arena, (size_t)r->sharing->n + 1, hj_value *)};
    HJ_LIST_ADD(r->arena, r->places, r->n, r->cap, place, hj_read_place);
    return place.values;
}

/* ---- Reading -------------------------------------------------------------------------------- */

/* A variable of a path: the value of a fact at the same node, as text. */
const char *hj_fact_text(void *user, const char *name)
{
    hj_eval *ev = user;
    char iso[11];
    if (strcmp(name, "dato") == 0)
        return hj_arena_strdup(ev->arena, hj_date_iso(ev->date, iso));
    const hj_entry *e = hj_rulebase_find(ev->base, HJ_FAKTUM, name);
    if (!e)
        return "";
    hj_scope *sc = ev->here;
    const hj_value *v = hj_get_fact(ev, sc, hj_faktum_of(e));
    ev->here = sc;
    if (v->known != HJ_KNOWN)
        return "";
    switch (v->type) {
    case HJ_FACT_JANEI: return v->flag ? "ja" : "nei";
    case HJ_FACT_DATO: return hj_arena_strdup(ev->arena, hj_date_iso(v->date, iso));
    case HJ_FACT_TALL: {
        hj_buf out = {0};
        hj_buf_milli(&out, (int64_t)llround(v->number * 1000));
        const char *s = hj_arena_strdup(ev->arena, out.data);
        hj_buf_free(&out);
        return s;
    }
    default: return v->text;
    }
}

void hj_read_fact(hj_eval *ev, hj_scope *sc, const hj_faktum *f, hj_value *v)
{
    const hj_document *doc = f->decl.in_kommune ? ev->kommune : ev->doc;
    hj_path_host *host = f->decl.in_kommune ? &ev->kommune_host : &ev->doc_host;
    *v = (hj_value){.type = f->decl.type, .known = HJ_NOT_STATED};
    if (!doc)
        return;
    hj_path_host before = *host;
    hj_scope *here = ev->here;
    ev->here = sc;
    host->here = sc->node;
    host->context = f->decl.in_kommune ? (const void *)xmlDocGetRootElement(host->doc) : sc->node;
    host->variable = hj_fact_text;
    host->user = ev;
    if (!hj_fact_read(&f->decl, host, doc->file, v, ev->diags))
        ev->failed = true;
    ev->here = here;
    host->here = before.here;
    host->context = before.context;
}

hj_value **hj_kept_fact(const hj_eval *ev, const hj_scope *sc, const hj_faktum *f)
{
    int number = sc->shared && !ev->trial && !ev->n_given ? ev->share[f->id] : -1;
    if (number < 0 || (ev->kept->sharing->dated[number] && ev->kept->date != ev->date))
        return NULL;
    return &sc->shared[number];
}

hj_value *hj_read_for_all(hj_eval *ev, hj_scope *sc, const hj_faktum *f, hj_value **kept)
{
    hj_path_host *host = f->decl.in_kommune ? &ev->kommune_host : &ev->doc_host;
    hj_arena *own = host->arena;
    int errors = ev->diags->errors;
    hj_value *v = HJ_NEW(ev->kept->arena, hj_value);
    host->arena = ev->kept->arena;
    hj_read_fact(ev, sc, f, v);
    host->arena = own;
    if (ev->diags->errors == errors)
        *kept = v;
    return v;
}
