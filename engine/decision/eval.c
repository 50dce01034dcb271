/* Evaluation with three values.
 *
 * The hard idea: everything is found once per node and remembered, so that the trace, the letter
 * and the checklist read the same answers. Nothing is cut short: a condition that cannot change the
 * outcome is still found, because somebody will ask what it was. */
#include "decision/eval.h"

#include <libxml/tree.h>
#include <math.h>
#include <string.h>

enum { FUNCTION_DEPTH = 20, DEPTH = 3000, MAX_TRIED = 3000000 };

/* ---- Scopes --------------------------------------------------------------------------------- */

const hj_path_result *hj_where(hj_eval *ev, int number)
{
    const hj_path_result *r = ev->where[number];
    int there = ev->sharing ? ev->sharing->places[number] : 0;
    if (!r && there)
        r = ev->first->where[there];
    if (!r) {
        hj_path_result *found = HJ_NEW(ev->arena, hj_path_result);
        ev->doc_host.here = ev->doc_host.context = ev->root->node;
        *found = hj_path_eval(ev->base->places[number - 1], &ev->doc_host, false);
        r = found;
    }
    return ev->where[number] = r;
}

static hj_scope *scope_of(const hj_eval *ev, const void *node)
{
    for (int i = ev->n_scopes - 1; i >= 0; i--)
        if (ev->scopes[i]->node == node)
            return ev->scopes[i];
    return NULL;
}

hj_scope *hj_scope_at(hj_eval *ev, const void *node)
{
    hj_scope *known = scope_of(ev, node);
    if (known)
        return known;
    if (ev->n_scopes >= HJ_MAX_PLACES) {
        hj_error(ev->diags, "HJ-DECISION-021", HJ_FILE(ev->doc ? ev->doc->file : NULL),
                 "the rules apply to more than %d places in this document", HJ_MAX_PLACES);
        ev->failed = true;
        return ev->root;
    }
    const hj_table *t = ev->base->tables;
    size_t facts = (size_t)t[HJ_FAKTUM].n, rules = (size_t)t[HJ_REGEL].n;
    size_t conds = (size_t)ev->base->n_conds;
    hj_scope *sc = HJ_NEW(ev->arena, hj_scope);
    sc->node = node;
    sc->first = ev->first ? scope_of(ev->first, node) : NULL;
    sc->values = HJ_ARRAY(ev->arena, facts + 1, hj_value *);
    sc->busy = HJ_ARRAY(ev->arena, facts / 8 + 1, unsigned char);
    sc->memo = HJ_ARRAY(ev->arena, conds / 4 + 1, unsigned char);
    memset(sc->memo, 0xff, conds / 4 + 1); /* HJ_MEMO_NONE, four times in each */
    sc->rules = HJ_ARRAY(ev->arena, rules + 1, unsigned char);
    memset(sc->rules, HJ_NO_GIR, rules + 1);
    HJ_LIST_ADD(ev->arena, ev->scopes, ev->n_scopes, ev->cap_scopes, sc, hj_scope *);
    return sc;
}

void hj_add_fact(hj_eval *ev, hj_fact_list *list, const hj_faktum *fact)
{
    for (int i = 0; i < list->n; i++)
        if (list->items[i] == fact)
            return;
    HJ_LIST_ADD(ev->arena, list->items, list->n, list->cap, fact, const hj_faktum *);
}

/* ---- Facts ---------------------------------------------------------------------------------- */

static bool has_id(const xmlNode *node, const char *id)
{
    for (const xmlAttr *a = node ? node->properties : NULL; a; a = a->next)
        if (!a->ns && strcmp((const char *)a->name, "id") == 0)
            return a->children && a->children->content
                && strcmp((const char *)a->children->content, id) == 0;
    return false;
}

const hj_given *hj_given_of(const hj_eval *ev, const hj_scope *sc, const hj_faktum *f)
{
    const hj_given *found = NULL;
    for (size_t i = 0; i < ev->n_given; i++) {
        const hj_given *g = &ev->given[i];
        if (g->fact && hj_faktum_of(g->fact) == f
            && (!g->at || f->global || has_id(sc->node, g->at)))
            found = g;
    }
    return found;
}

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
    return hj_value_text(ev, v);
}

const char *hj_value_text(hj_eval *ev, const hj_value *v)
{
    char iso[11];
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

static void read_fact(hj_eval *ev, hj_scope *sc, const hj_faktum *f, hj_value *v)
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

static void fit_answer(hj_eval *ev, const hj_faktum *f, const hj_answer *a, hj_value *v)
{
    hj_value parsed = {.type = f->decl.type, .known = HJ_KNOWN};
    bool ok = false;
    if (a->kind == HJ_ANSWER_UNKNOWN || a->kind == HJ_ANSWER_TROUBLE) {
        parsed.known = HJ_NOT_STATED;
        ok = true;
    } else if (a->kind == HJ_ANSWER_FLAG && f->decl.type == HJ_FACT_JANEI) {
        parsed.flag = a->flag;
        ok = true;
    } else if (a->kind == HJ_ANSWER_NUMBER && f->decl.type == HJ_FACT_TALL) {
        parsed.number = a->number;
        ok = a->number == a->number && fabs(a->number) < 1e15
            && !(f->decl.has_min && a->number < f->decl.min)
            && !(f->decl.has_max && a->number > f->decl.max)
            && !(f->decl.integer && a->number != floor(a->number));
    } else if (a->kind == HJ_ANSWER_TEXT && f->decl.type != HJ_FACT_JANEI
               && f->decl.type != HJ_FACT_TALL) {
        ok = hj_text_ok(a->text, strlen(a->text))
            && hj_fact_parse(&f->decl, a->text, &parsed, ev->arena);
    }
    if (!ok) {
        hj_error(ev->diags, "HJ-DECISION-007", f->e.place,
                 "the function of '%s' (%s) gives a value that does not fit", f->decl.name,
                 hj_fact_type_name(f->decl.type));
        ev->failed = true;
        parsed.known = HJ_NOT_STATED;
    }
    *v = parsed;
}

/* An unknown cell matters only when the rows it can still reach give different answers. */
const hj_rad *hj_find_row(hj_eval *ev, hj_scope *sc, const hj_tabell *t, const hj_value **gir)
{
    const hj_rad *row = NULL;
    int candidates = 0;
    bool open = false; /* a row that may apply gives something else */
    *gir = NULL;
    for (int i = 0; i < t->n; i++) {
        hj_kleene k = hj_eval_cond(ev, sc, t->rader[i].naar);
        if (k == HJ_NEI)
            continue;
        if (k == HJ_JA && t->treff == HJ_ENTYDIG) { /* then no other row does */
            *gir = &t->rader[i].gir;
            return &t->rader[i];
        }
        open |= *gir && !hj_value_same(*gir, &t->rader[i].gir);
        *gir = &t->rader[i].gir;
        row = &t->rader[i];
        candidates++;
        if (k == HJ_JA)
            break;
    }
    /* No row is sure to apply: then none may, unless the table has a row for every case. */
    if (t->has_ellers && (!row || hj_eval_cond(ev, sc, row->naar) != HJ_JA)) {
        open |= *gir && !hj_value_same(*gir, &t->ellers);
        *gir = &t->ellers;
        row = NULL;
    }
    if (open)
        *gir = NULL;
    return open || candidates > 1 ? NULL : row;
}

/* sum, stoerst, minst: over all rows that apply. */
static bool add_up(hj_eval *ev, hj_scope *sc, const hj_tabell *t, double *out)
{
    bool any = false;
    *out = 0;
    for (int i = 0; i < t->n; i++) {
        hj_kleene k = hj_eval_cond(ev, sc, t->rader[i].naar);
        double x = t->rader[i].gir.number;
        if (k == HJ_UKJENT)
            return false;
        if (k == HJ_NEI)
            continue;
        if (t->treff == HJ_SUM)
            *out += x;
        else if (!any || (t->treff == HJ_STOERST ? x > *out : x < *out))
            *out = x;
        any = true;
    }
    if (!any)
        *out = t->ellers.number;
    return true;
}

/* Every distinct answer, in the order of the rows. A row that may apply matters only when no sure
 * row gives the same. */
static bool collect(hj_eval *ev, hj_scope *sc, const hj_tabell *t, hj_value *out)
{
    const char **list = HJ_ARRAY(ev->arena, (size_t)t->n + 2, const char *);
    bool *sure = HJ_ARRAY(ev->arena, (size_t)t->n + 2, bool);
    int n = 0;
    for (int i = 0; i < t->n; i++) {
        hj_kleene k = hj_eval_cond(ev, sc, t->rader[i].naar);
        int at = 0;
        if (k == HJ_NEI)
            continue;
        while (at < n && strcmp(list[at], t->rader[i].gir.text) != 0)
            at++;
        if (at == n)
            list[n++] = t->rader[i].gir.text;
        sure[at] |= k == HJ_JA;
    }
    for (int i = 0; i < n; i++)
        if (!sure[i])
            return false;
    if (!n && t->has_ellers)
        list[n++] = t->ellers.text;
    hj_buf text = {0};
    for (int i = 0; i < n; i++)
        hj_buf_printf(&text, "%s%s", i ? ", " : "", list[i]);
    *out = (hj_value){.type = HJ_FACT_VALG, .list = list,
                      .text = hj_arena_strdup(ev->arena, text.data ? text.data : "")};
    hj_buf_free(&text);
    return true;
}

static void look_up(hj_eval *ev, hj_scope *sc, const hj_faktum *f, hj_value *v)
{
    const hj_edition *e = hj_edition_at(f->tabell, ev->date);
    const hj_tabell *t = (const hj_tabell *)e;
    const hj_value *gir = NULL;
    hj_value total = {.type = HJ_FACT_TALL};
    if (!e) {
        char iso[11];
        hj_error(ev->diags, "HJ-DECISION-023", f->e.place,
                 "beslutningstabell '%s' has no edition on %s", f->tabell_name,
                 hj_date_iso(ev->date, iso));
        ev->failed = true;
    } else if (t->treff == HJ_SAMLE) {
        gir = collect(ev, sc, t, &total) ? &total : NULL;
    } else if (t->treff > HJ_FOERSTE) {
        gir = add_up(ev, sc, t, &total.number) ? &total : NULL;
    } else {
        hj_find_row(ev, sc, t, &gir);
    }
    if (gir)
        *v = (hj_value){.type = f->decl.type, .known = HJ_KNOWN, .flag = gir->flag,
                        .number = gir->number, .text = gir->text, .list = gir->list};
    else
        *v = (hj_value){.type = f->decl.type, .known = HJ_NOT_STATED};
}

static void derive(hj_eval *ev, hj_scope *sc, const hj_faktum *f, hj_value *v)
{
    if (f->tabell) {
        look_up(ev, sc, f, v);
        return;
    }
    if (f->utledet) {
        hj_kleene k = hj_eval_cond(ev, sc, f->utledet);
        *v = (hj_value){.type = HJ_FACT_JANEI, .known = k == HJ_UKJENT ? HJ_NOT_STATED : HJ_KNOWN,
                        .flag = k == HJ_JA};
        return;
    }
    if (f->trapp) {
        hj_answer_trapp(ev, sc, f, v);
        return;
    }
    if (f->utregning) {
        hj_answer_utregning(ev, sc, f, v);
        return;
    }
    const hj_faktum *unknown = NULL;
    hj_answer a = hj_call_function(ev, sc, f->funksjon, &unknown);
    fit_answer(ev, f, &a, v);
}

/* The value an earlier evaluation found. What was worked out is taken over from other rules only,
 * and when it is known: what it lacks otherwise will be asked for. */
static const hj_value *found_first(const hj_eval *ev, const hj_scope *sc, const hj_faktum *f)
{
    int id = ev->sharing ? ev->sharing->facts[f->id] : f->id;
    const hj_value *v = id >= 0 ? sc->first->values[id] : NULL;
    if (v && hj_is_derived(f) && (ev->trial || !ev->sharing || v->known != HJ_KNOWN))
        return NULL;
    return v;
}

const hj_value *hj_get_fact(hj_eval *ev, hj_scope *sc, const hj_faktum *f)
{
    if (ev->trial && ev->assumed[f->id])
        return ev->assumed[f->id];
    if (!ev->trial && sc->values[f->id])
        return sc->values[f->id];
    if (f->global && sc != ev->root) {
        const hj_value *v = hj_get_fact(ev, ev->root, f);
        if (!ev->trial)
            sc->values[f->id] = (hj_value *)v;
        return v;
    }
    const hj_given *given = ev->n_given ? hj_given_of(ev, sc, f) : NULL;
    bool derived = hj_is_derived(f) && !given;
    if (sc->values[f->id] && !(ev->trial && derived))
        return sc->values[f->id];
    const hj_value *same = sc->first ? found_first(ev, sc, f) : NULL;
    if (same)
        return sc->values[f->id] = (hj_value *)same;
    hj_value *v = HJ_NEW(ev->arena, hj_value);
    *v = (hj_value){.type = f->decl.type, .known = HJ_NOT_STATED};
    if (sc->busy[f->id / 8] >> f->id % 8 & 1) {
        hj_error(ev->diags, "HJ-DECISION-008", f->e.place, "the fact '%s' depends on itself",
                 f->decl.name);
        ev->failed = true;
        return v;
    }
    sc->busy[f->id / 8] ^= (unsigned char)(1 << f->id % 8);
    if (f->is_document_date && !given)
        *v = (hj_value){.type = HJ_FACT_DATO, .known = HJ_KNOWN, .date = ev->document_date};
    else if (f->is_date)
        *v = (hj_value){.type = HJ_FACT_DATO, .known = HJ_KNOWN, .date = ev->date};
    else if (derived) {
        derive(ev, sc, f, v);
        if (v->known == HJ_NOT_STATED && !ev->trial && !ev->failed)
            v->known = hj_why_not_known(ev, sc, f);
    } else if (given)
        *v = given->value;
    else if (!ev->by_given)
        read_fact(ev, sc, f, v);
    sc->busy[f->id / 8] ^= (unsigned char)(1 << f->id % 8);
    if (!(ev->trial && derived))
        sc->values[f->id] = v;
    return v;
}

/* ---- Functions ------------------------------------------------------------------------------ */

typedef struct reading {
    hj_eval *ev;
    hj_scope *sc;
    const hj_faktum *unknown;
    hj_inputs *inputs; /* or NULL */
} reading;

static hj_read read_for_function(void *user, const char *name, hj_value *out)
{
    reading *r = user;
    const hj_entry *e = hj_rulebase_find(r->ev->base, HJ_FAKTUM, name);
    if (!e)
        return HJ_READ_NO_SUCH;
    int errors = r->ev->diags->errors;
    r->ev->asked[e->id] = true;
    if (r->inputs)
        hj_add_fact(r->ev, &r->inputs->facts, hj_faktum_of(e));
    const hj_value *v = hj_get_fact(r->ev, r->sc, hj_faktum_of(e));
    if (r->ev->diags->errors > errors)
        return HJ_READ_FAILED;
    if (v->known != HJ_KNOWN) {
        r->unknown = hj_faktum_of(e);
        return HJ_READ_UNKNOWN;
    }
    *out = *v;
    return HJ_READ_KNOWN;
}

static void add_rate(hj_eval *ev, hj_inputs *in, const hj_sats *s)
{
    for (int i = 0; i < in->n_rates; i++)
        if (in->rates[i] == s)
            return;
    HJ_LIST_ADD(ev->arena, in->rates, in->n_rates, in->cap_rates, s, const hj_sats *);
}

/* On a day without a value it is a fact nobody has told, and what rests on it is ukjent. */
hj_value hj_rate_value(hj_eval *ev, hj_scope *sc, const hj_entry *e)
{
    const hj_rate *rate = hj_rate_at(hj_sats_at(e, ev->date), ev->date);
    if (rate)
        return (hj_value){.type = HJ_FACT_TALL, .number = rate->verdi};
    return *hj_get_fact(ev, sc, ((const hj_sats *)e->editions[0])->faktum);
}

static hj_read rate_for_function(void *user, const char *name, double *out)
{
    reading *r = user;
    const hj_entry *e = hj_rulebase_find(r->ev->base, HJ_SATS, name);
    const hj_sats *sats = e ? hj_sats_at(e, r->ev->date) : NULL;
    if (!sats)
        return HJ_READ_NO_SUCH;
    r->ev->asked_rate = true;
    if (r->inputs)
        add_rate(r->ev, r->inputs, sats);
    hj_value v = hj_rate_value(r->ev, r->sc, e);
    if (v.known != HJ_KNOWN) {
        r->unknown = sats->faktum;
        return HJ_READ_UNKNOWN;
    }
    *out = v.number;
    return HJ_READ_KNOWN;
}

/* One function at one node; an unknown fact may turn out not to matter. */
hj_answer hj_call_function(hj_eval *ev, hj_scope *sc, const hj_function *fn,
                           const hj_faktum **unknown)
{
    reading r = {.ev = ev, .sc = sc, .inputs = ev->inputs};
    ev->inputs = NULL; /* what a fact it reads is made of, is that fact's business */
    hj_reader reader = {read_for_function, rate_for_function, &r};
    hj_answer a = {.kind = HJ_ANSWER_TROUBLE};
    if (ev->function_depth >= FUNCTION_DEPTH) {
        hj_error(ev->diags, "HJ-DECISION-009", fn->place,
                 "functions need each other through more than %d facts", FUNCTION_DEPTH);
    } else {
        ev->function_depth++;
        a = hj_functions_call(ev->base, fn, &reader, ev->arena, ev->diags);
        ev->function_depth--;
    }
    ev->inputs = r.inputs;
    if (a.kind == HJ_ANSWER_TROUBLE)
        ev->failed = true;
    *unknown = r.unknown;
    if (a.kind != HJ_ANSWER_UNKNOWN || ev->trial)
        return a;
    hj_fact_list *needs = HJ_NEW(ev->arena, hj_fact_list);
    hj_fact_list *outer = ev->needed;
    ev->needed = needs;
    hj_add_fact(ev, needs, r.unknown);
    a = hj_whatif_function(ev, sc, fn, r.unknown);
    ev->needed = outer;
    if (!sc->needs)
        sc->needs = HJ_ARRAY(ev->arena, (size_t)ev->base->n_functions + 1, hj_fact_list *);
    sc->needs[fn->id] = needs;
    return a;
}

/* ---- Comparing ------------------------------------------------------------------------------ */

hj_value hj_operand_value(hj_eval *ev, hj_scope *sc, const hj_operand *o)
{
    hj_value v = {.known = HJ_NOT_STATED};
    switch (o->kind) {
    case HJ_OP_NUMBER: return (hj_value){.type = HJ_FACT_TALL, .number = o->number};
    case HJ_OP_TEXT: return (hj_value){.type = HJ_FACT_TEKST, .text = o->text};
    case HJ_OP_DATE: return (hj_value){.type = HJ_FACT_DATO, .date = o->date};
    case HJ_OP_FAKTUM: return *hj_get_fact(ev, sc, hj_faktum_of(o->entry));
    case HJ_OP_SATS: return hj_rate_value(ev, sc, o->entry);
    case HJ_OP_FRIST: {
        const hj_edition *e = hj_edition_at(o->entry, ev->date);
        hj_due *due = e ? hj_find_due(ev, sc, (const hj_frist *)e) : NULL;
        return due && due->known && due->gjelder == HJ_JA
            ? (hj_value){.type = HJ_FACT_DATO, .date = due->dato} : v;
    }
    default: return v;
    }
}

static int compare(const hj_value *a, const hj_value *b)
{
    if (a->type == HJ_FACT_TALL)
        return a->number < b->number ? -1 : a->number > b->number;
    if (a->type == HJ_FACT_DATO)
        return a->date < b->date ? -1 : a->date > b->date;
    return a->text && b->text ? strcmp(a->text, b->text) : (a->text != NULL) - (b->text != NULL);
}

static hj_kleene truth(bool b) { return b ? HJ_JA : HJ_NEI; }

static bool has_word(const hj_cond *c, const char *word)
{
    for (int i = 0; i < c->n_words; i++)
        if (c->words[i][0] == word[0] && strcmp(c->words[i], word) == 0)
            return true;
    return false;
}

/* No step at all is above them all: then more than the top is needed. */
static hj_kleene compared_steps(hj_eval *ev, const hj_cond *c, double step)
{
    const hj_faktum *f = hj_faktum_of(c->fact);
    double a, b = HJ_INGEN_NUMBER;
    if (!hj_step_operand(ev, f, &c->a, c->place, &a)
        || (c->b.kind && !hj_step_operand(ev, f, &c->b, c->place, &b)))
        return HJ_UKJENT;
    switch (c->kind) {
    case HJ_FRA_TIL: return truth(step >= a && step <= b);
    case HJ_MINST: return truth(step >= a);
    case HJ_HOYST: return truth(step <= a);
    case HJ_OVER: return truth(step > a);
    case HJ_UNDER: return truth(step < a);
    case HJ_LIK: return truth(step == a);
    default: return truth(step != a);
    }
}

static hj_kleene compared(hj_eval *ev, hj_scope *sc, const hj_cond *c, const hj_value *v)
{
    if (v->known != HJ_KNOWN)
        return HJ_UKJENT;
    if (hj_faktum_of(c->fact)->trapp)
        return compared_steps(ev, c, v->number);
    if (c->kind == HJ_FRA_TIL) {
        hj_value low = hj_operand_value(ev, sc, &c->a);
        hj_kleene over = low.known != HJ_KNOWN ? HJ_UKJENT : truth(compare(v, &low) >= 0);
        if (c->b.kind == HJ_OP_NONE || over == HJ_NEI)
            return over;
        hj_value high = hj_operand_value(ev, sc, &c->b);
        hj_kleene under = high.known != HJ_KNOWN ? HJ_UKJENT : truth(compare(v, &high) <= 0);
        return under == HJ_NEI ? HJ_NEI : over == HJ_UKJENT ? over : under;
    }
    hj_value other = hj_operand_value(ev, sc, &c->a);
    if (other.known != HJ_KNOWN)
        return HJ_UKJENT;
    int order = compare(v, &other);
    switch (c->kind) {
    case HJ_MINST: return truth(order >= 0);
    case HJ_HOYST: return truth(order <= 0);
    case HJ_OVER:
    case HJ_ETTER: return truth(order > 0);
    case HJ_UNDER:
    case HJ_FOER: return truth(order < 0);
    case HJ_LIK: return truth(order == 0);
    default: return truth(order != 0);
    }
}

static hj_kleene aged(hj_eval *ev, hj_scope *sc, const hj_cond *c, const hj_value *v)
{
    hj_date against = ev->date;
    if (v->known != HJ_KNOWN)
        return HJ_UKJENT;
    if (c->ved) {
        const hj_value *ved = hj_get_fact(ev, sc, hj_faktum_of(c->ved));
        if (ved->known != HJ_KNOWN)
            return HJ_UKJENT;
        against = ved->date;
    }
    hj_date reached = hj_span_add(v->date, c->span);
    if (reached == HJ_DATE_NONE)
        return truth(c->kind == HJ_YNGRE_ENN);
    return truth(c->kind == HJ_ELDRE_ENN ? reached < against : reached > against);
}

/* ---- What the rules said about the node ----------------------------------------------------- */

/* Without a case and without a rule asked for: what the test says of the rule that applies. */
static hj_kleene about_imagined(const hj_eval *ev, const hj_cond *c)
{
    if (ev->ask && ev->ask->tenkt_ved != (c->sted != NULL))
        return HJ_UKJENT;
    if (ev->ask && ev->ask->ingen_regel)
        return HJ_NEI;
    if (!ev->ask || !ev->ask->tenkt_regel || c->kind == HJ_INNSTILLING || c->kind == HJ_AVVIK)
        return HJ_UKJENT;
    if (c->kind == HJ_HAR_REGEL)
        return HJ_JA;
    for (const char *const *p = ev->ask->tenkt_regel; *p; p += 2)
        if (strcmp(p[0], c->name) == 0 && has_word(c, p[1]))
            return HJ_JA;
    return HJ_NEI;
}

/* The scope of the node the path leads to from sc; NULL when it leads nowhere. */
static hj_scope *elsewhere(hj_eval *ev, hj_scope *sc, const hj_path *path)
{
    hj_path_host before = ev->doc_host;
    hj_scope *here = ev->here;
    ev->here = sc;
    ev->doc_host.here = ev->doc_host.context = sc->node;
    ev->doc_host.variable = hj_fact_text;
    ev->doc_host.user = ev;
    hj_path_result r = hj_path_eval(path, &ev->doc_host, true);
    ev->here = here;
    ev->doc_host.here = before.here;
    ev->doc_host.context = before.context;
    return r.kind == HJ_PATH_NODES && r.n ? hj_scope_at(ev, r.nodes[0]) : NULL;
}

static hj_kleene about_node(hj_eval *ev, hj_scope *sc, const hj_cond *c)
{
    hj_kleene result = HJ_NEI;
    bool needs_outcome = c->kind == HJ_INNSTILLING || c->kind == HJ_AVVIK;
    if (needs_outcome && !ev->posts_done) {
        hj_error(ev->diags, "HJ-DECISION-010", c->place,
                 "'%s' asks for an outcome that is not found yet", c->vis);
        ev->failed = true;
        return HJ_UKJENT;
    }
    if (ev->by_given && (!ev->n_posts || c->sted))
        return about_imagined(ev, c);
    if (c->sted && !(sc = elsewhere(ev, sc, c->sted)))
        return HJ_UKJENT;
    for (int i = 0; i < ev->n_posts; i++) {
        const hj_post *p = &ev->posts[i];
        if (p->scope != sc)
            continue;
        hj_kleene one = HJ_NEI;
        if (c->kind == HJ_HAR_REGEL)
            return HJ_JA;
        if (c->kind == HJ_INNSTILLING) {
            one = truth(has_word(c, p->regel->utfall[p->gir]));
            if (one == HJ_NEI && p->gir == HJ_GIR_UKJENT)
                one = HJ_UKJENT;
        } else if (c->kind == HJ_AVVIK) {
            one = p->vedtak && p->gir == HJ_GIR_UKJENT ? HJ_UKJENT : truth(p->avvik);
        } else {
            for (int k = 0; k < p->regel->n_egenskaper; k++) {
                const hj_property *prop = &p->regel->egenskaper[k];
                if (strcmp(prop->name, c->name) == 0 && !prop->text.nn
                    && has_word(c, prop->text.nb))
                    one = HJ_JA;
            }
            for (int k = 0; k < p->regel->n_oppslag; k++)
                if (strcmp(p->regel->oppslag[k].name, c->name) == 0
                    && has_word(c, p->regel->oppslag[k].key))
                    one = HJ_JA;
        }
        if (one == HJ_JA)
            return HJ_JA;
        if (one == HJ_UKJENT)
            result = HJ_UKJENT;
    }
    return result;
}

/* ---- Conditions ----------------------------------------------------------------------------- */

static hj_kleene on_fact(hj_eval *ev, hj_scope *sc, const hj_cond *c)
{
    const hj_value *v = ev->trial ? NULL : sc->values[c->fact->id]; /* nearly always */
    if (!v)
        v = hj_get_fact(ev, sc, hj_faktum_of(c->fact));
    switch (c->kind) {
    case HJ_FINNES: return truth(v->known == HJ_KNOWN);
    case HJ_IKKE_RELEVANT: return truth(v->known == HJ_NOT_RELEVANT);
    case HJ_ER:
        if (v->known != HJ_KNOWN)
            return HJ_UKJENT;
        if (v->list) {
            int i = 0;
            while (v->list[i] && !has_word(c, v->list[i]))
                i++;
            return truth(v->list[i] != NULL);
        }
        return v->type == HJ_FACT_JANEI ? truth(v->flag == c->flag) : truth(has_word(c, v->text));
    case HJ_LENGDE:
        /* A text that is not there has no characters: that is known. */
        return truth(v->known == HJ_KNOWN
                     && (double)hj_utf8_count(v->text, strlen(v->text)) >= c->a.number);
    case HJ_EGNE_ORD:
        return truth(v->known == HJ_KNOWN && hj_own_words(ev, v, c->utover) >= c->a.number);
    case HJ_INNEHOLDER:
        if (v->known != HJ_KNOWN)
            return HJ_UKJENT;
        return truth(hj_text_holds(ev, v, c)); /* folded at load */
    case HJ_ELDRE_ENN:
    case HJ_YNGRE_ENN: return aged(ev, sc, c, v);
    default: return compared(ev, sc, c, v);
    }
}

static hj_kleene by_function(hj_eval *ev, hj_scope *sc, const hj_cond *c)
{
    const hj_faktum *unknown = NULL;
    hj_answer a = hj_call_function(ev, sc, c->function, &unknown);
    switch (a.kind) {
    case HJ_ANSWER_FLAG: return truth(a.flag);
    case HJ_ANSWER_UNKNOWN:
    case HJ_ANSWER_TROUBLE: return HJ_UKJENT;
    default:
        hj_error(ev->diags, "HJ-DECISION-011", c->place,
                 "the function must answer ja or nei (true or false)");
        ev->failed = true;
        return HJ_UKJENT;
    }
}

static hj_kleene find(hj_eval *ev, hj_scope *sc, const hj_cond *c)
{
    hj_kleene all = HJ_JA, any = HJ_NEI;
    switch (c->kind) {
    case HJ_ALLE:
    case HJ_NOEN:
        for (int i = 0; i < c->n; i++) {
            hj_kleene k = hj_eval_cond(ev, sc, c->kids[i]);
            all = all == HJ_NEI || k == HJ_NEI ? HJ_NEI : all == HJ_UKJENT ? all : k;
            any = any == HJ_JA || k == HJ_JA ? HJ_JA : any == HJ_UKJENT ? any : k;
        }
        return c->kind == HJ_ALLE ? all : any;
    case HJ_IKKE:
        all = hj_eval_cond(ev, sc, c->kids[0]);
        return all == HJ_UKJENT ? all : truth(all == HJ_NEI);
    case HJ_VILKAAR: return hj_eval_cond(ev, sc, c->kids[0]);
    case HJ_FUNKSJON: return by_function(ev, sc, c);
    case HJ_REGEL_GIR: {
        hj_gir g = hj_eval_entry(ev, sc, c->regel, c->place);
        return g == HJ_GIR_UKJENT ? HJ_UKJENT : truth(g != HJ_GIR_NEI);
    }
    case HJ_INNSTILLING:
    case HJ_AVVIK:
    case HJ_EGENSKAP:
    case HJ_HAR_REGEL: return about_node(ev, sc, c);
    case HJ_I_TILSTAND: return hj_in_state(ev, sc, c);
    default: return on_fact(ev, sc, c);
    }
}

static void remember(hj_scope *sc, int cond, int answer)
{
    unsigned char *at = &sc->memo[cond / 4];
    int shift = cond % 4 * 2;
    *at = (unsigned char)((*at & ~(3 << shift)) | answer << shift);
}

/* As found_first. */
static int answered_first(const hj_eval *ev, const hj_scope *sc, const hj_cond *c)
{
    int id = ev->sharing ? ev->sharing->conds[c->id] : -1;
    int answer = id >= 0 ? hj_memo(sc->first, id) : HJ_MEMO_NONE;
    return answer == HJ_UKJENT ? HJ_MEMO_NONE : answer;
}

hj_kleene hj_eval_cond(hj_eval *ev, hj_scope *sc, const hj_cond *c)
{
    if (!ev->trial) {
        int known = hj_memo(sc, c->id);
        if (known != HJ_MEMO_NONE)
            return (hj_kleene)known;
        known = sc->first ? answered_first(ev, sc, c) : HJ_MEMO_NONE;
        if (known != HJ_MEMO_NONE) {
            remember(sc, c->id, known);
            return (hj_kleene)known;
        }
    }
    if (ev->trial && ++ev->tried > MAX_TRIED)
        return HJ_UKJENT; /* what is not tried is not known */
    if (ev->depth >= DEPTH) {
        hj_error(ev->diags, "HJ-DECISION-190", c->place,
                 "conditions, facts and functions need each other more than %d deep", DEPTH);
        ev->failed = true;
        return HJ_UKJENT;
    }
    ev->depth++;
    hj_kleene k = find(ev, sc, c);
    ev->depth--;
    if (ev->probe) {
        if (c->id == ev->probe->turn && k != HJ_UKJENT)
            k = truth(k == HJ_NEI);
        if (ev->probe->seen && !ev->trial)
            ev->probe->seen[c->id] |= (unsigned char)(1 << k);
    }
    if (!ev->trial)
        remember(sc, c->id, k);
    return k;
}

/* ---- Rules ---------------------------------------------------------------------------------- */

const char *hj_cited(const hj_eval *ev, const hj_cites *cites)
{
    hj_buf out = {0};
    for (int i = 0; i < cites->n; i++) {
        const hj_edition *e = hj_edition_at(cites->items[i].entry, ev->date);
        hj_buf_printf(&out, "%s%s", i ? ", " : "",
                      e ? ((const hj_hjemmel *)e)->vis.nb : cites->items[i].name);
    }
    const char *s = hj_arena_strdup(ev->arena, out.data ? out.data : "");
    hj_buf_free(&out);
    return s;
}

static void conflict(hj_eval *ev, const hj_regel *r, const hj_unntak *a, const hj_unntak *b)
{
    hj_error(ev->diags, "HJ-DECISION-003", a->place,
             "regel '%s': the exceptions '%s' (%s) and '%s' (%s) both apply and give different "
             "outcomes", r->e.name, a->name, hj_cited(ev, &a->hjemmel), b->name,
             hj_cited(ev, &b->hjemmel));
    hj_hint(ev->diags, "the other is at %s:%d; make one of them wait for the other",
            b->place.file ? b->place.file : "?", b->place.line);
    ev->failed = true;
}

/* A ja is a delvis when delvis_naar says so: also a ja that an exception gave. */
static hj_gir in_part(const hj_regel *r, hj_kleene part, hj_gir gir)
{
    if (!r->delvis || gir != HJ_GIR_JA || part == HJ_NEI)
        return gir;
    return part == HJ_JA ? HJ_GIR_DELVIS : HJ_GIR_UKJENT;
}

hj_gir hj_eval_regel(hj_eval *ev, hj_scope *sc, const hj_regel *r, hj_gir *base_out)
{
    hj_gir base = (hj_gir)hj_eval_cond(ev, sc, r->naar);
    hj_kleene part = r->delvis ? hj_eval_cond(ev, sc, r->delvis) : HJ_NEI;
    if (base_out)
        *base_out = in_part(r, part, base);
    const hj_unntak *applies = NULL;
    for (int i = 0; i < r->n_unntak; i++) {
        const hj_unntak *u = r->unntak[i];
        if (hj_eval_cond(ev, sc, u->naar) != HJ_JA)
            continue;
        if (!applies)
            applies = u;
        else if (applies->gir != u->gir && ev->trial)
            return HJ_GIR_UKJENT; /* such a case would be an error: that settles nothing */
        else if (applies->gir != u->gir)
            conflict(ev, r, applies, u);
    }
    hj_gir gir = in_part(r, part, applies ? applies->gir : base);
    for (int i = 0; i < r->n_unntak; i++)
        if (hj_eval_cond(ev, sc, r->unntak[i]->naar) == HJ_UKJENT
            && in_part(r, part, r->unntak[i]->gir) != gir)
            return HJ_GIR_UKJENT;
    return gir;
}

hj_gir hj_eval_entry(hj_eval *ev, hj_scope *sc, const hj_entry *e, hj_place place)
{
    if (!ev->trial && sc->rules[e->id] != HJ_NO_GIR)
        return sc->rules[e->id];
    const hj_edition *edition = hj_edition_at(e, ev->date);
    hj_gir gir = HJ_GIR_UKJENT;
    if (edition) {
        gir = hj_eval_regel(ev, sc, (const hj_regel *)edition, NULL);
    } else {
        char iso[11];
        hj_error(ev->diags, "HJ-DECISION-006", place, "regel '%s' has no edition on %s", e->name,
                 hj_date_iso(ev->date, iso));
        ev->failed = true;
    }
    if (!ev->trial)
        sc->rules[e->id] = (unsigned char)gir;
    return gir;
}
