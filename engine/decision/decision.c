/* Deciding one document: which rules apply where, in what order things are found.
 *
 * The hard idea: outcomes first, deadlines next, checklists last. A checklist may ask what the
 * rules proposed; no rule may ask what a checklist found. */
#include "decision/eval.h"

#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <stdlib.h>
#include <string.h>

/* ---- Date, maalform, packs ------------------------------------------------------------------ */

static const char *first_text(hj_eval *ev, const hj_path *path, hj_path_host *host)
{
    host->here = host->context = xmlDocGetRootElement(host->doc);
    hj_path_result r = hj_path_eval(path, host, true);
    if (r.kind == HJ_PATH_NODES && r.n)
        return hj_node_text(r.nodes[0], ev->arena);
    return r.kind == HJ_PATH_STRING && *r.text ? r.text : NULL;
}

static const hj_dokument *kind_of(const hj_eval *ev, const hj_document *doc)
{
    const hj_entry *e = doc ? hj_rulebase_find(ev->base, HJ_DOKUMENT, doc->kind) : NULL;
    return e ? (const hj_dokument *)e->editions[0] : NULL;
}

static hj_date first_date(hj_eval *ev, hj_path *const *paths, int n)
{
    hj_date date = HJ_DATE_NONE;
    for (int i = 0; date == HJ_DATE_NONE && i < n; i++) {
        char day[11] = "";
        const char *s = first_text(ev, paths[i], &ev->doc_host);
        if (s && strlen(s) >= 10)
            memcpy(day, s, 10);
        date = hj_date_parse(day);
    }
    return date;
}

/* The law is that of the day something was decided; the document may be written later. A date
 * asked for is both. */
static bool find_date(hj_eval *ev, hj_date wanted)
{
    const hj_dokument *kind = kind_of(ev, ev->doc);
    ev->date = ev->document_date = wanted;
    if (kind && wanted == HJ_DATE_NONE) {
        ev->date = first_date(ev, kind->dato, kind->n_dato);
        ev->document_date = first_date(ev, kind->dokumentdato, kind->n_dokumentdato);
    }
    if (ev->document_date == HJ_DATE_NONE)
        ev->document_date = ev->date;
    if (ev->date != HJ_DATE_NONE)
        return true;
    hj_error(ev->diags, "HJ-DECISION-001", HJ_FILE(ev->doc->file),
             "no date to choose the law by was found in this <%s>", ev->doc->kind);
    if (kind)
        hj_hint(ev->diags, "it is looked for in %s", hj_path_text(kind->dato[0]));
    else
        hj_hint(ev->diags, "the packs have no dokument \"%s\" { … }; give a date", ev->doc->kind);
    return false;
}

/* An answer under a name nobody asks for would be ignored in silence. */
static void check_names(hj_eval *ev)
{
    const hj_dokument *kind = kind_of(ev, ev->doc);
    for (int i = 0; kind && i < kind->n_navngitt; i++) {
        ev->doc_host.here = ev->doc_host.context = xmlDocGetRootElement(ev->doc_host.doc);
        hj_path_result r = hj_path_eval(kind->navngitt[i], &ev->doc_host, false);
        for (size_t k = 0; r.kind == HJ_PATH_NODES && k < r.n; k++) {
            const char *name = hj_node_text(r.nodes[k], ev->arena);
            if (hj_name_asked_for(kind, name))
                continue;
            hj_place place = hj_xml_place(r.nodes[k], ev->doc->file, ev->arena);
            const char *near = hj_nearest(name, kind->names, (size_t)kind->n_names);
            hj_warning(ev->diags, "HJ-DECISION-021", place, "no rule asks for '%s' here", name);
            if (near)
                hj_hint(ev->diags, "did you mean '%s'?", near);
        }
    }
}

static bool find_maalform(hj_eval *ev, const char *wanted)
{
    if (wanted && strcmp(wanted, "nb") != 0 && strcmp(wanted, "nn") != 0) {
        hj_error_blame(ev->diags, HJ_BLAME_USAGE, "HJ-DECISION-019", HJ_NOWHERE,
                       "the maalform is nb or nn, not %s", wanted);
        return false;
    }
    const hj_document *docs[] = {ev->doc, ev->kommune};
    hj_path_host *hosts[] = {&ev->doc_host, &ev->kommune_host};
    ev->maalform = wanted;
    for (int i = 0; i < 2 && !ev->maalform; i++) {
        const hj_dokument *kind = kind_of(ev, docs[i]);
        const char *s = kind && kind->maalform ? first_text(ev, kind->maalform, hosts[i]) : NULL;
        if (s && (strcmp(s, "nb") == 0 || strcmp(s, "nn") == 0))
            ev->maalform = s;
    }
    if (!ev->maalform)
        ev->maalform = "nb";
    return true;
}

static bool is_true(const hj_path_result *r)
{
    switch (r->kind) {
    case HJ_PATH_NODES: return r->n > 0;
    case HJ_PATH_BOOL: return r->flag;
    case HJ_PATH_NUMBER: return r->number != 0;
    case HJ_PATH_STRING: return *r->text;
    default: return false;
    }
}

/* Which packs hold for this municipality. Without a kommune no local pack does. */
static void choose_packs(hj_eval *ev, const char *taken)
{
    hj_path_host *host = &ev->kommune_host;
    for (int i = 0; i < ev->base->n_pakker; i++) {
        const hj_pakke *p = &ev->base->pakker[i];
        bool holds = !p->gjelder_naar || (taken && !ev->kommune && strcmp(taken, p->navn) == 0);
        if (!holds && ev->kommune) {
            host->here = host->context = xmlDocGetRootElement(host->doc);
            hj_path_result r = hj_path_eval(p->gjelder_naar, host, true);
            holds = is_true(&r);
        }
        ev->base->active[i] = holds;
    }
    ev->failed |= !hj_packs_agree(ev->base, ev->diags);
}

static void hint_period(hj_eval *ev, const hj_pakke *p)
{
    char from[11], to[11];
    if (p->from != HJ_DATE_NONE && p->to != HJ_DATE_NONE)
        hj_hint(ev->diags, "it is valid from %s until %s; use the version of that time",
                hj_date_iso(p->from, from), hj_date_iso(p->to, to));
    else if (p->from != HJ_DATE_NONE)
        hj_hint(ev->diags, "it is valid from %s; use the version before it",
                hj_date_iso(p->from, from));
    else
        hj_hint(ev->diags, "it is valid until %s; use the version after it",
                hj_date_iso(p->to, to));
}

static void check_packs(hj_eval *ev, const char *taken)
{
    char iso[11];
    choose_packs(ev, taken);
    for (int i = 0; i < ev->base->n_pakker; i++) {
        const hj_pakke *p = &ev->base->pakker[i];
        if (!ev->base->active[i])
            continue;
        if ((p->from != HJ_DATE_NONE && ev->date < p->from)
            || (p->to != HJ_DATE_NONE && ev->date >= p->to)) {
            hj_error(ev->diags, "HJ-DECISION-002", p->place,
                     "the pack '%s' is not valid on %s, the date of this document", p->navn,
                     hj_date_iso(ev->date, iso));
            hint_period(ev, p);
            ev->failed = true;
        }
    }
}

/* ---- Posts ---------------------------------------------------------------------------------- */

enum { MAX_POSTS = 4000 };

typedef struct candidate {
    const hj_entry *entry;
    const hj_regel *regel;
    const xmlNode *node;
    int order;
} candidate;

static int by_document_order(const void *a, const void *b)
{
    const candidate *x = a, *y = b;
    if (x->node != y->node) {
        int c = xmlXPathCmpNodes((xmlNode *)y->node, (xmlNode *)x->node);
        if (c == 1 || c == -1)
            return c;
    }
    return x->order - y->order;
}

/* The node's own id, else its name and number; further rules of the same node add theirs. */
static const char *name_post(hj_eval *ev, hj_post *p, const xmlNode *node, const char *before)
{
    if (before) {
        p->node_id = (p - 1)->node_id;
        size_t n = strlen(before), m = strlen(p->regel->e.name);
        char *id = hj_arena_alloc(ev->arena, n + m + 2);
        memcpy(id, before, n);
        id[n] = '/';
        memcpy(id + n + 1, p->regel->e.name, m);
        p->id = id;
        return before;
    }
    xmlChar *own = xmlGetNoNsProp((xmlNode *)node, (const xmlChar *)"id");
    if (own) {
        p->id = p->node_id = hj_arena_strdup(ev->arena, (const char *)own);
        xmlFree(own);
    } else {
        int nth = 1;
        for (const xmlNode *s = node->prev; s; s = s->prev)
            nth += s->type == XML_ELEMENT_NODE && xmlStrEqual(s->name, node->name);
        p->id = hj_arena_printf(ev->arena, "%s-%d", (const char *)node->name, nth);
    }
    return p->id;
}

static void find_posts(hj_eval *ev)
{
    candidate *all = NULL;
    int n = 0, cap = 0;
    for (int i = 0; i < ev->base->n_rules; i++) {
        const hj_placed_rule *rule = &ev->base->rules[i];
        if (hj_edition_at(rule->entry, ev->date) != &rule->regel->e)
            continue;
        candidate c = {.entry = rule->entry, .regel = rule->regel, .order = i};
        if (!c.regel->gjelder) {
            c.node = ev->root->node;
            HJ_LIST_ADD(ev->arena, all, n, cap, c, candidate);
            continue;
        }
        const hj_path_result *r = hj_where(ev, hj_path_number(c.regel->gjelder));
        for (size_t k = 0; r->kind == HJ_PATH_NODES && k < r->n && n <= MAX_POSTS; k++) {
            c.node = r->nodes[k];
            if (c.node->type == XML_ELEMENT_NODE)
                HJ_LIST_ADD(ev->arena, all, n, cap, c, candidate);
        }
    }
    if (n > MAX_POSTS) {
        hj_error(ev->diags, "HJ-DECISION-022", HJ_FILE(ev->doc->file),
                 "the rules apply more than %d times in this document", MAX_POSTS);
        ev->failed = true;
        return;
    }
    if (n)
        qsort(all, (size_t)n, sizeof *all, by_document_order);
    ev->posts = HJ_ARRAY(ev->arena, (size_t)n + 1, hj_post);
    const char *name = NULL;
    for (int i = 0; i < n; i++) {
        ev->posts[i] = (hj_post){.regel = all[i].regel, .entry = all[i].entry,
                                 .scope = hj_scope_at(ev, all[i].node)};
        name = name_post(ev, &ev->posts[i], all[i].node,
                         i && all[i].node == all[i - 1].node ? name : NULL);
    }
    ev->n_posts = n;
}

static void find_outcomes(hj_eval *ev)
{
    for (int i = 0; i < ev->n_posts && !ev->failed; i++) {
        hj_post *p = &ev->posts[i];
        p->gir = hj_eval_regel(ev, p->scope, p->regel, &p->base);
        p->scope->rules[p->entry->id] = (unsigned char)p->gir;
        if (p->gir == HJ_GIR_UKJENT && !ev->failed)
            hj_whatif_post(ev, p);
        if (p->regel->vedtak_i) {
            const hj_value *v = hj_get_fact(ev, p->scope, hj_faktum_of(p->regel->vedtak_i));
            p->vedtak = v->known == HJ_KNOWN ? v : NULL;
        }
        p->avvik = p->vedtak && p->gir != HJ_GIR_UKJENT
            && strcmp(p->vedtak->text, p->regel->utfall[p->gir]) != 0;
    }
    ev->posts_done = true;
}

/* ---- Deadlines ------------------------------------------------------------------------------ */

static void add_due(hj_eval *ev, hj_scope *sc, const hj_entry *entry, const char *post,
                    hj_place place)
{
    const hj_edition *e = hj_edition_at(entry, ev->date);
    if (!e) {
        char iso[11];
        hj_error(ev->diags, "HJ-DECISION-012", place, "frist '%s' has no edition on %s",
                 entry->name, hj_date_iso(ev->date, iso));
        ev->failed = true;
        return;
    }
    for (int i = 0; i < ev->n_due; i++)
        if (ev->due[i]->frist == (const hj_frist *)e && strcmp(ev->due[i]->post, post) == 0
            && ev->due[i]->scope == sc)
            return;
    hj_due *due = hj_find_due(ev, sc, (const hj_frist *)e);
    due->post = post;
    HJ_LIST_ADD(ev->arena, ev->due, ev->n_due, ev->cap_due, due, hj_due *);
}

const char *hj_post_of(const hj_eval *ev, const hj_scope *sc)
{
    for (int i = 0; i < ev->n_posts; i++)
        if (ev->posts[i].scope == sc)
            return ev->posts[i].id;
    return "";
}

static void find_deadlines(hj_eval *ev)
{
    for (int i = 0; i < ev->n_posts; i++) {
        const hj_post *p = &ev->posts[i];
        for (int k = 0; k < p->regel->n_frister; k++)
            add_due(ev, p->scope, p->regel->frister[k].entry, p->id, p->regel->e.place);
        for (int k = 0; k < p->regel->n_oppslag; k++) {
            const hj_named *ref = &p->regel->oppslag[k];
            const hj_oppslag *of;
            const hj_oppslag_row *r = hj_row_at(ref->entry, ref->key, ev->date, &of);
            if (r && r->frist.entry)
                add_due(ev, p->scope, r->frist.entry, p->id, p->regel->e.place);
        }
    }
    const hj_table *t = &ev->base->tables[HJ_FRIST];
    for (int i = 0; i < t->n; i++) {
        const hj_edition *e = hj_edition_at(t->entries[i], ev->date);
        const hj_frist *f = (const hj_frist *)e;
        if (!f || !f->gjelder)
            continue;
        const hj_path_result *r = hj_where(ev, hj_path_number(f->gjelder));
        for (size_t k = 0; r->kind == HJ_PATH_NODES && k < r->n && !ev->failed; k++) {
            hj_scope *sc = hj_scope_at(ev, r->nodes[k]);
            add_due(ev, sc, t->entries[i], hj_post_of(ev, sc), e->place);
        }
    }
}

/* ---- Checklists ----------------------------------------------------------------------------- */

static void run_checklists(hj_eval *ev, const hj_decide_options *options)
{
    const hj_table *t = &ev->base->tables[HJ_SJEKKLISTE];
    for (const char *const *name = options->sjekklister; name && *name; name++)
        if (!hj_rulebase_find(ev->base, HJ_SJEKKLISTE, *name)) {
            hj_error(ev->diags, "HJ-DECISION-017", HJ_FILE(ev->doc ? ev->doc->file : NULL),
                     "the packs have no sjekkliste '%s'", *name);
            ev->failed = true;
        }
    for (int i = 0; i < t->n; i++) {
        const hj_sjekkliste *list =
            (const hj_sjekkliste *)hj_edition_at(t->entries[i], ev->date);
        bool wanted = false;
        for (const char *const *name = options->sjekklister; list && name && *name; name++)
            wanted |= strcmp(*name, t->entries[i]->name) == 0;
        for (int k = 0; list && options->dokument && k < list->n_dokument; k++)
            wanted |= strcmp(list->dokument[k], options->dokument) == 0;
        if (wanted)
            hj_run_checklist(ev, list);
    }
}

/* ---- The whole ------------------------------------------------------------------------------ */

static void set_up(hj_eval *ev, hj_rulebase *base, const hj_decide_options *options,
                   hj_arena *arena, hj_diags *diags)
{
    *ev = (hj_eval){.base = base, .arena = arena, .diags = diags, .kommune = options->kommune,
                    .dokument = options->dokument, .ask = options->ask,
                    .probe = options->probe, .given = options->given, .n_given = options->n_given,
                    .changes = options->changes, .brief = options->brief || options->bare,
                    .bare = options->bare, .lasting = arena};
    ev->as_of = options->date;
    ev->courses = HJ_ARRAY(arena, (size_t)base->tables[HJ_PROSESS].n + 1, hj_courses);
    ev->assumed = HJ_ARRAY(arena, (size_t)base->tables[HJ_FAKTUM].n + 1, const hj_value *);
    ev->where = HJ_ARRAY(arena, (size_t)base->n_places + 1, const hj_path_result *);
    ev->asked = HJ_ARRAY(arena, (size_t)base->tables[HJ_FAKTUM].n + 1, bool);
    hj_functions_begin(base);
}

/* A path that could not be followed found nothing: that must never pass for "there is nothing". */
static void check_paths(hj_eval *ev)
{
    const hj_path_host *hosts[] = {&ev->doc_host, &ev->kommune_host};
    for (int i = 0; i < 2 && !ev->failed; i++)
        if (hosts[i]->failed) {
            hj_path_tell(hosts[i]->failed, hosts[i], ev->diags);
            ev->failed = true;
        }
}

static hj_record *finish(hj_eval *ev)
{
    hj_record *record = NULL;
    check_paths(ev);
    if (!ev->failed)
        record = hj_write_record(ev);
    check_paths(ev);
    if (!hj_functions_end(ev->base, ev->diags))
        ev->failed = true;
    return ev->failed ? NULL : record;
}

/* What a function reads is seen only when it runs. */
static bool functions_agree(const hj_eval *first, const hj_sharing *sharing)
{
    bool agree = sharing->same_rates || !first->asked_rate;
    for (int i = 0; i < first->base->tables[HJ_FAKTUM].n && agree; i++)
        agree = sharing->in_both[i] || !first->asked[i];
    return agree;
}

/* Takes over from an earlier evaluation, when it was on the same terms. */
static void follow(hj_eval *ev, const hj_eval *first, const hj_sharing *sharing)
{
    if (!first || ev->date != first->date || ev->document_date != first->document_date
        || ev->as_of != first->as_of || ev->doc != first->doc || ev->kommune != first->kommune
        || ev->n_given || ev->probe
        || (sharing && (!sharing->same_packs || !functions_agree(first, sharing))))
        return;
    ev->first = first;
    ev->lasting = first->lasting;
    ev->events = first->events;
    ev->sharing = sharing;
}

/* NULL when not even the date is known. */
static hj_eval *evaluate(hj_rulebase *base, const hj_document *doc,
                         const hj_decide_options *options, hj_arena *arena, hj_diags *diags)
{
    static const hj_decide_options none = {.date = HJ_DATE_NONE};
    hj_eval *ev = HJ_NEW(arena, hj_eval);
    options = options ? options : &none;
    set_up(ev, base, options, arena, diags);
    ev->doc = doc;
    ev->doc_host = (hj_path_host){.doc = doc->xml, .arena = arena};
    if (ev->kommune)
        ev->kommune_host = (hj_path_host){.doc = ev->kommune->xml, .arena = arena};
    if (!find_date(ev, options->only_look ? HJ_DATE_NONE : options->date)
        || !find_maalform(ev, options->maalform))
        return NULL;
    check_packs(ev, options->pakke);
    check_names(ev);
    follow(ev, options->first, options->sharing);
    if (!ev->events)
        ev->events = HJ_ARRAY(arena, HJ_EVENT_TEXTS, hj_event_text *);
    ev->root = hj_scope_at(ev, xmlDocGetRootElement(doc->xml));
    find_posts(ev);
    find_outcomes(ev);
    hj_find_stairs(ev);
    find_deadlines(ev);
    hj_find_processes(ev);
    run_checklists(ev, options);
    return ev;
}

hj_record *hj_decide(hj_rulebase *base, const hj_document *doc, const hj_decide_options *options,
                     hj_arena *arena, hj_diags *diags)
{
    hj_eval *ev = evaluate(base, doc, options, arena, diags);
    return ev ? finish(ev) : NULL;
}

hj_eval *hj_evaluate(hj_rulebase *base, const hj_document *doc, const hj_decide_options *options,
                     hj_arena *arena, hj_diags *diags)
{
    hj_eval *ev = evaluate(base, doc, options, arena, diags);
    if (ev) {
        hj_find_amounts(ev);
        check_paths(ev);
    }
    return ev && hj_functions_end(base, diags) && !ev->failed ? ev : NULL;
}

hj_record *hj_decide_given(hj_rulebase *base, const hj_given *given, size_t n_given,
                           const hj_decide_options *options, hj_arena *arena, hj_diags *diags)
{
    static const hj_ask nothing;
    const hj_ask *ask = options->ask ? options->ask : &nothing;
    hj_eval *ev = HJ_NEW(arena, hj_eval);
    set_up(ev, base, options, arena, diags);
    ev->by_given = true;
    ev->given = given;
    ev->n_given = n_given;
    ev->date = ev->document_date = options->date;
    ev->maalform = options->maalform ? options->maalform : "nb";
    check_packs(ev, options->pakke);
    ev->root = hj_scope_at(ev, NULL);
    ev->posts = HJ_ARRAY(arena, ask->n_regler + 1, hj_post);
    for (size_t i = 0; i < ask->n_regler; i++) {
        const hj_entry *e = hj_rulebase_find(base, HJ_REGEL, ask->regler[i]);
        const hj_edition *edition = e ? hj_edition_at(e, ev->date) : NULL;
        if (edition)
            ev->posts[ev->n_posts++] = (hj_post){.regel = (const hj_regel *)edition, .entry = e,
                                                 .scope = ev->root, .id = e->name};
    }
    find_outcomes(ev);
    for (size_t i = 0; i < ask->n_trapper; i++) {
        const hj_entry *e = hj_rulebase_find(base, HJ_TRAPP, ask->trapper[i]);
        const hj_edition *edition = e ? hj_edition_at(e, ev->date) : NULL;
        if (edition)
            hj_climb_at(ev, ev->root, (const hj_trapp *)edition);
    }
    find_deadlines(ev);
    for (size_t i = 0; i < ask->n_frister; i++) {
        const hj_entry *e = hj_rulebase_find(base, HJ_FRIST, ask->frister[i]);
        if (e && ((const hj_frist *)e->editions[0])->fra) /* else it is a state's */
            add_due(ev, ev->root, e, "", HJ_NOWHERE);
    }
    hj_find_processes(ev);
    run_checklists(ev, options);
    return finish(ev);
}
