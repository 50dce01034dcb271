/* Facts read from a document: for one evaluation, or once for several.
 *
 * The hard idea: what a fact is read as depends on its declaration alone, never on the rules. Where
 * two rule bases declare it alike (alike.c), what one evaluation read the other need not read
 * again. Only what was read without error is kept, so each evaluation tells its own errors. */
#include <libxml/tree.h>
#include <math.h>

#include "decision/eval.h"

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
