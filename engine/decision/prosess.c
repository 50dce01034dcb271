/* Processes: what has happened, replayed over the state table.
 *
 * The hard idea: a state is never stored, it is what the events lead to. Everything that happened
 * either moves the case, is told to change nothing, or is a finding with its line; nothing that
 * happened is left out. A guard that is ukjent moves nothing and bars nothing: the state is then
 * one of several, and what would settle it is named. A deadline moves a case only when it is known
 * that it passed: without a day to look from, only what later events show. */
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

#include "decision/eval.h"

enum { MOST_EVENTS = 2000, MOST_TURNS = 500 };

/* ---- The events ----------------------------------------------------------------------------- */

/* -1: not of this process. */
static int event_named(const hj_prosess *p, const char *slag)
{
    for (int i = 0; i < p->n_hendelser; i++)
        if (strcmp(p->hendelser[i]->name, slag) == 0)
            return i;
    return -1;
}

static const char *read_at(hj_eval *ev, const hj_path *path, const void *node, hj_arena *arena)
{
    hj_arena *own = ev->doc_host.arena;
    const char *text = NULL;
    ev->doc_host.here = ev->doc_host.context = node;
    ev->doc_host.arena = arena;
    hj_path_result r = hj_path_eval(path, &ev->doc_host, true);
    if (r.kind == HJ_PATH_NODES && r.n)
        text = hj_node_text(r.nodes[0], arena);
    else if (r.kind == HJ_PATH_STRING && *r.text)
        text = r.text;
    ev->doc_host.arena = own;
    return text;
}

/* The same, read once, where facts have no say in it. */
static const char *read_once(hj_eval *ev, const hj_path *path, const void *node)
{
    if (*hj_path_variables(path))
        return read_at(ev, path, node, ev->arena);
    hj_event_text **list = &ev->events[((uintptr_t)node / 16 + hj_path_sum(path)) % HJ_EVENT_TEXTS];
    for (hj_event_text *t = *list; t; t = t->next)
        if (t->node == node && hj_path_same(t->path, path))
            return t->text;
    hj_event_text *t = HJ_NEW(ev->lasting, hj_event_text);
    *t = (hj_event_text){path, node, read_at(ev, path, node, ev->lasting), *list};
    return (*list = t)->text;
}

static void read_events(hj_eval *ev, hj_course *run)
{
    const hj_prosess *p = run->p;
    ev->here = run->scope;
    ev->doc_host.variable = hj_fact_text;
    ev->doc_host.user = ev;
    ev->doc_host.here = ev->doc_host.context = run->scope->node;
    hj_path_result r = hj_path_eval(p->sti, &ev->doc_host, false);
    if (r.kind != HJ_PATH_NODES)
        return;
    if (r.n > MOST_EVENTS) {
        hj_error(ev->diags, "HJ-DECISION-040", HJ_FILE(ev->doc->file),
                 "more than %d events in one process", MOST_EVENTS);
        ev->failed = true;
        return;
    }
    run->events = HJ_ARRAY(ev->arena, r.n + 1, hj_event);
    for (size_t i = 0; i < r.n; i++) {
        const char *slag = read_once(ev, p->slag, r.nodes[i]);
        int h = event_named(p, slag ? slag : "");
        if (h < 0) {
            run->others++;
            continue;
        }
        hj_event *e = &run->events[run->n_events];
        *e = (hj_event){.node = r.nodes[i], .hendelse = p->hendelser[h], .declared = h,
                        .order = run->n_events++};
        const char *date = read_once(ev, p->dato, r.nodes[i]);
        char day[11] = "";
        if (date && strlen(date) >= 10)
            memcpy(day, date, 10);
        e->date = hj_date_parse(day);
        e->rolle = p->rolle ? read_once(ev, p->rolle, r.nodes[i]) : NULL;
    }
}

static void take_given(hj_eval *ev, hj_course *run)
{
    const hj_ask *ask = ev->ask;
    run->events = HJ_ARRAY(ev->arena, ask->n_hendelser + 1, hj_event);
    for (size_t i = 0; i < ask->n_hendelser; i++) {
        const hj_given_event *g = &ask->hendelser[i];
        int h = event_named(run->p, g->slag);
        if (h < 0) /* of another edition */
            run->others++;
        else
            run->events[run->n_events] =
                (hj_event){.hendelse = run->p->hendelser[h], .declared = h, .date = g->date,
                           .rolle = g->rolle, .order = run->n_events};
        run->n_events += h >= 0;
    }
}

static int by_date(const void *a, const void *b)
{
    const hj_event *x = a, *y = b;
    return x->date != y->date ? (x->date < y->date ? -1 : 1) : x->order - y->order;
}

/* Only what stands in one list can stand out of order in it. */
static bool same_list(const hj_event *a, const hj_event *b)
{
    const xmlNode *x = a->node, *y = b->node;
    return !x || !y || x->parent == y->parent;
}

/* Of two events on one day, the one that stands first in their list comes first; when they do not
 * stand in the same list, the one the process declares first. */
static void put_together(hj_eval *ev, hj_course *run)
{
    int n = run->n_events, n_done = 0;
    hj_event *all = HJ_ARRAY(ev->arena, (size_t)n + 1, hj_event), *sorted = run->events;
    hj_event *next = HJ_ARRAY(ev->arena, (size_t)n + 1, hj_event);
    bool *taken = HJ_ARRAY(ev->arena, (size_t)n + 1, bool);
    for (int first = 0; first < n; first++) {
        int x = 0, y = first, count = 0;
        if (taken[first])
            continue;
        for (;;) {
            while (y < n && (taken[y] || !same_list(&sorted[first], &sorted[y])))
                y++;
            bool from_list = y < n
                && (x == n_done || sorted[y].date < all[x].date
                    || (sorted[y].date == all[x].date && sorted[y].declared < all[x].declared));
            if (y == n && x == n_done)
                break;
            if (from_list)
                taken[y] = true;
            next[count++] = from_list ? sorted[y++] : all[x++];
        }
        hj_event *spare = all;
        all = next;
        next = spare;
        n_done = count;
    }
    run->events = all;
}

static void order_events(hj_eval *ev, hj_course *run)
{
    for (int i = 0; i < run->n_events; i++)
        for (int k = 0; k < i; k++)
            run->events[i].out_of_order |= run->events[i].date != HJ_DATE_NONE
                && run->events[i].date < run->events[k].date
                && same_list(&run->events[k], &run->events[i]);
    if (run->n_events)
        qsort(run->events, (size_t)run->n_events, sizeof *run->events, by_date);
    put_together(ev, run);
}

/* ---- Moving --------------------------------------------------------------------------------- */

static hj_step *add_step(hj_eval *ev, hj_course *run, hj_step_kind kind, const hj_event *e)
{
    hj_step s = {.kind = kind, .event = e, .from = run->state, .to = run->state,
                 .date = e ? e->date : HJ_DATE_NONE};
    HJ_LIST_ADD(ev->arena, run->steps, run->n_steps, run->cap_steps, s, hj_step);
    return &run->steps[run->n_steps - 1];
}

static void enter(hj_course *run, int state, hj_date date)
{
    if (state != run->state)
        run->since = date;
    run->state = state;
}

static bool may(const hj_eval *ev, const hj_overgang *o, const hj_event *e)
{
    if (o->hvem_som_helst || !e->rolle)
        return true;
    for (int i = 0; i < o->n_roller; i++) {
        const hj_rolle *r = (const hj_rolle *)o->roller[i].entry->editions[0];
        if (ev->by_given && strcmp(r->e.name, e->rolle) == 0)
            return true;
        for (int k = 0; k < r->n_i_saken && !ev->by_given; k++)
            if (strcmp(r->i_saken[k], e->rolle) == 0)
                return true;
    }
    return false;
}

static hj_kleene guard(hj_eval *ev, hj_course *run, const hj_overgang *o)
{
    return o->naar ? hj_eval_cond(ev, run->scope, o->naar) : HJ_JA;
}

/* It may be any of those that are not barred, in the order they stand. */
static void leave_open(hj_eval *ev, hj_course *run, const hj_event *e, bool sure_to_move)
{
    const hj_prosess *p = run->p;
    add_step(ev, run, HJ_STEP_UNSETTLED, e);
    run->unsettled = true;
    run->possible = HJ_ARRAY(ev->arena, (size_t)p->n_tilstander + 1, bool);
    run->possible[run->state] = !sure_to_move; /* all may turn out to be barred */
    for (int i = 0; i < p->n_overganger; i++) {
        const hj_overgang *o = p->overganger[i];
        if (!o->fra[run->state] || p->hendelser[o->hendelse] != e->hendelse || !may(ev, o, e))
            continue;
        hj_kleene k = guard(ev, run, o);
        if (k != HJ_NEI)
            run->possible[o->til] = true;
        if (k == HJ_UKJENT)
            hj_collect_cond(ev, run->scope, o->naar, &run->missing);
        if (k == HJ_JA && p->foerste)
            break;
    }
}

static void make(hj_eval *ev, hj_course *run, const hj_event *e, const hj_overgang *o)
{
    hj_step *s = add_step(ev, run, HJ_STEP_TAKEN, e);
    s->over = o;
    s->to = o->til;
    enter(run, o->til, e->date);
    if (ev->probe && ev->probe->taken && !ev->trial)
        ev->probe->taken[o->id] = 1;
}

/* One event in the present state. */
static void happen(hj_eval *ev, hj_course *run, const hj_event *e)
{
    const hj_prosess *p = run->p;
    const hj_overgang *here = NULL, *allowed = NULL, *barred = NULL, *taken = NULL, *other = NULL;
    bool unknown = false;
    /* That two guards exclude each other was proved when the pack was loaded, but not of two that
     * different people decide on. */
    bool exclusive = !p->foerste && (e->rolle || !p->rolle);
    for (int i = 0; i < p->n_overganger; i++) {
        const hj_overgang *o = p->overganger[i];
        if (!o->fra[run->state] || p->hendelser[o->hendelse] != e->hendelse)
            continue;
        here = here ? here : o;
        if (!may(ev, o, e))
            continue;
        allowed = o;
        hj_kleene k = guard(ev, run, o);
        if (k == HJ_NEI)
            barred = barred ? barred : o;
        else if (k == HJ_UKJENT)
            unknown = true;
        else if (taken)
            other = o;
        else
            taken = o;
        if (k == HJ_JA && p->foerste)
            break;
    }
    if (other && exclusive)
        add_step(ev, run, HJ_STEP_TWO, e)->over = other;
    else if (taken && !other && (exclusive || !unknown))
        make(ev, run, e, taken);
    else if (taken || unknown)
        leave_open(ev, run, e, taken != NULL);
    else if (allowed)
        add_step(ev, run, HJ_STEP_BARRED, e)->over = barred;
    else
        add_step(ev, run, here ? HJ_STEP_ROLE : HJ_STEP_NOT_HERE, e)->over = here;
}

/* ---- Deadlines ------------------------------------------------------------------------------ */

static void find_running(hj_eval *ev, hj_course *run)
{
    const hj_tilstand *s = run->p->tilstander[run->state];
    run->n_running = 0;
    run->running = HJ_ARRAY(ev->arena, (size_t)s->n_frister + 1, hj_running);
    for (int i = 0; i < s->n_frister; i++) {
        const hj_edition *e = hj_edition_at(s->frister[i].frist.entry, ev->date);
        if (!e) {
            char iso[11];
            hj_error(ev->diags, "HJ-DECISION-012", s->place, "frist '%s' has no edition on %s",
                     s->frister[i].frist.name, hj_date_iso(ev->date, iso));
            ev->failed = true;
            continue;
        }
        hj_due *due = hj_find_due_from(ev, run->scope, (const hj_frist *)e, run->since);
        if (!((const hj_frist *)e)->fra && !due->known && run->p->startet)
            hj_add_fact(ev, &due->missing, hj_faktum_of(run->p->startet));
        due->post = run->id;
        if (due->gjelder != HJ_NEI)
            run->running[run->n_running++] = (hj_running){.frist = &s->frister[i], .due = due,
                                                          .passed = HJ_UKJENT};
    }
}

/* Follows the deadlines that passed before `day` into the states they lead to. */
static void let_pass(hj_eval *ev, hj_course *run, hj_date day)
{
    hj_date before = HJ_DATE_NONE;
    for (int turns = 0, still = 0;; turns++) {
        const hj_running *first = NULL;
        const hj_tilstand *s = run->p->tilstander[run->state];
        bool any = false;
        for (int i = 0; i < s->n_frister; i++)
            any |= s->frister[i].til >= 0;
        if (!any || day == HJ_DATE_NONE)
            return;
        find_running(ev, run);
        for (int i = 0; i < run->n_running; i++) {
            const hj_running *r = &run->running[i];
            if (r->frist->til >= 0 && r->due->known && !r->due->anslag && r->due->gjelder == HJ_JA
                && r->due->dato < day && (!first || r->due->dato < first->due->dato))
                first = r;
        }
        if (!first)
            return;
        hj_date date = first->due->dato + 1;
        if (run->since != HJ_DATE_NONE && date < run->since)
            date = run->since; /* it had passed when the state began */
        /* Every state on one day, and still it moves; or longer than anybody could have meant. */
        still = date == before ? still + 1 : 0;
        before = date;
        bool round = still > run->p->n_tilstander || turns > MOST_TURNS;
        hj_step *step = add_step(ev, run, round ? HJ_STEP_ROUND : HJ_STEP_BY_DEADLINE, NULL);
        step->by = first;
        step->date = date;
        if (round)
            return;
        step->to = first->frist->til;
        enter(run, first->frist->til, step->date);
    }
}

/* ---- What may happen now -------------------------------------------------------------------- */

static void find_next(hj_eval *ev, hj_course *run)
{
    const hj_prosess *p = run->p;
    run->next = HJ_ARRAY(ev->arena, (size_t)p->n_overganger + 1, hj_next);
    for (int i = 0; i < p->n_overganger; i++) {
        const hj_overgang *o = p->overganger[i];
        if (!o->fra[run->state])
            continue;
        hj_next *n = &run->next[run->n_next++];
        *n = (hj_next){.over = o, .open = guard(ev, run, o)};
        for (int k = 0; p->foerste && k < run->n_next - 1; k++) {
            if (run->next[k].over->hendelse != o->hendelse || n->open == HJ_NEI)
                continue;
            if (run->next[k].open == HJ_JA)
                n->open = HJ_NEI;
            else if (run->next[k].open == HJ_UKJENT) {
                n->open = HJ_UKJENT;
                n->missing = run->next[k].missing;
            }
        }
        if (n->open == HJ_UKJENT && o->naar)
            hj_collect_cond(ev, run->scope, o->naar, &n->missing);
    }
}

static void judge_running(const hj_eval *ev, hj_course *run, hj_date last)
{
    hj_date day = ev->as_of != HJ_DATE_NONE ? ev->as_of : last;
    for (int i = 0; i < run->n_running; i++) {
        hj_running *r = &run->running[i];
        bool sure = r->due->known && !r->due->anslag && r->due->gjelder == HJ_JA;
        if (r->due->known && day != HJ_DATE_NONE && r->due->dato < day)
            r->passed = sure ? HJ_JA : HJ_UKJENT;
        else if (r->due->known && ev->as_of != HJ_DATE_NONE)
            r->passed = HJ_NEI;
    }
}

/* Wherever a case may be, it may also be where later events or a deadline would have led from
 * there: nothing may be said to be impossible because it was not followed. */
static void spread(hj_course *run)
{
    const hj_prosess *p = run->p;
    for (bool more = true; more;) {
        more = false;
        for (int s = 0; s < p->n_tilstander; s++) {
            const hj_tilstand *t = p->tilstander[s];
            for (int i = 0; run->possible[s] && i < t->n_frister; i++)
                if (t->frister[i].til >= 0 && !run->possible[t->frister[i].til])
                    more = run->possible[t->frister[i].til] = true;
            for (int i = 0; run->possible[s] && i < p->n_overganger; i++) {
                const hj_overgang *o = p->overganger[i];
                for (int k = 0; o->fra[s] && !run->possible[o->til] && k < run->n_steps; k++)
                    if (run->steps[k].kind == HJ_STEP_UNSETTLED
                        && run->steps[k].event->hendelse == p->hendelser[o->hendelse])
                        more = run->possible[o->til] = true;
            }
        }
    }
}

/* ---- One run -------------------------------------------------------------------------------- */

static void replay(hj_eval *ev, hj_course *run)
{
    const hj_prosess *p = run->p;
    hj_date began = HJ_DATE_NONE, last = HJ_DATE_NONE;
    if (p->startet) {
        const hj_value *v = hj_get_fact(ev, run->scope, hj_faktum_of(p->startet));
        began = v->known == HJ_KNOWN ? v->date : HJ_DATE_NONE;
    }
    run->state = p->start;
    run->since = began;
    for (int i = 0; i < run->n_events && !ev->failed; i++) {
        const hj_event *e = &run->events[i];
        if (e->date == HJ_DATE_NONE) {
            add_step(ev, run, HJ_STEP_NO_DATE, e);
        } else if (ev->as_of != HJ_DATE_NONE && e->date > ev->as_of) {
            add_step(ev, run, HJ_STEP_LATER, e);
        } else if (began != HJ_DATE_NONE && e->date < began) {
            add_step(ev, run, HJ_STEP_BEFORE, e);
        } else {
            if (!run->unsettled)
                let_pass(ev, run, e->date);
            last = e->date;
            if (e->hendelse->uten_virkning)
                add_step(ev, run, HJ_STEP_NO_EFFECT, e);
            else if (run->unsettled)
                add_step(ev, run, HJ_STEP_UNSETTLED, e);
            else
                happen(ev, run, e);
        }
    }
    run->n_running = 0;
    if (run->unsettled)
        spread(run);
    if (run->unsettled || ev->failed)
        return;
    let_pass(ev, run, ev->as_of);
    find_running(ev, run);
    judge_running(ev, run, last);
    find_next(ev, run);
}

static hj_course *new_run(hj_eval *ev, const hj_entry *entry, const hj_prosess *p, hj_scope *sc)
{
    hj_course *run = HJ_NEW(ev->arena, hj_course);
    *run = (hj_course){.p = p, .entry = entry, .scope = sc, .id = ""};
    return run;
}

static const char *name_of(hj_eval *ev, const xmlNode *node)
{
    if (node == ev->root->node)
        return "";
    for (const xmlAttr *a = node->properties; a; a = a->next)
        if (!a->ns && strcmp((const char *)a->name, "id") == 0)
            return hj_node_text(a, ev->arena);
    int nth = 1;
    for (const xmlNode *s = node->prev; s; s = s->prev)
        nth += s->type == XML_ELEMENT_NODE && xmlStrEqual(s->name, node->name);
    return hj_arena_printf(ev->arena, "%s-%d", (const char *)node->name, nth);
}

static void find_runs(hj_eval *ev, const hj_entry *entry, hj_courses *out)
{
    const hj_prosess *p = (const hj_prosess *)hj_edition_at(entry, ev->date);
    if (!p)
        return;
    if (ev->by_given) {
        if (!ev->ask || !ev->ask->prosess || strcmp(ev->ask->prosess, entry->name) != 0)
            return;
        out->items = HJ_ARRAY(ev->arena, 1, hj_course *);
        out->items[out->n++] = new_run(ev, entry, p, ev->root);
        take_given(ev, out->items[0]);
    } else if (!p->gjelder) {
        out->items = HJ_ARRAY(ev->arena, 1, hj_course *);
        out->items[out->n++] = new_run(ev, entry, p, ev->root);
    } else {
        const hj_path_result *r = hj_where(ev, hj_path_number(p->gjelder));
        size_t n = r->kind == HJ_PATH_NODES ? r->n : 0;
        out->items = HJ_ARRAY(ev->arena, n + 1, hj_course *);
        for (size_t i = 0; i < n && !ev->failed; i++)
            if (((const xmlNode *)r->nodes[i])->type == XML_ELEMENT_NODE)
                out->items[out->n++] = new_run(ev, entry, p, hj_scope_at(ev, r->nodes[i]));
    }
    for (int i = 0; i < out->n && !ev->failed; i++) {
        hj_course *run = out->items[i];
        if (!ev->by_given) {
            run->id = name_of(ev, run->scope->node);
            read_events(ev, run);
        }
        order_events(ev, run);
        replay(ev, run);
    }
}

const hj_courses *hj_courses_of(hj_eval *ev, const hj_entry *prosess)
{
    hj_courses *runs = &ev->courses[prosess->id];
    if (runs->found)
        return runs;
    int trial = ev->trial; /* what is remembered is how the case is, not what it might be */
    hj_path_host host = ev->doc_host;
    hj_scope *here = ev->here;
    runs->found = true;
    ev->trial = 0;
    find_runs(ev, prosess, runs);
    ev->trial = trial;
    ev->doc_host.here = host.here;
    ev->doc_host.context = host.context;
    ev->here = here;
    return runs;
}

/* ---- Asked for in conditions ---------------------------------------------------------------- */

static hj_kleene stands_in(const hj_course *run, const hj_cond *c)
{
    bool some = false, all = true;
    for (int s = 0; s < run->p->n_tilstander; s++) {
        bool named = false;
        if (run->unsettled ? !run->possible[s] : s != run->state)
            continue;
        for (int i = 0; i < c->n_words; i++)
            named |= strcmp(c->words[i], run->p->tilstander[s]->name) == 0;
        some |= named;
        all &= named;
    }
    return all ? HJ_JA : some ? HJ_UKJENT : HJ_NEI;
}

static hj_course *once_more(hj_eval *ev, const hj_course *run)
{
    hj_course *again = new_run(ev, run->entry, run->p, run->scope);
    again->events = run->events;
    again->n_events = run->n_events;
    replay(ev, again);
    return again;
}

static bool within(const void *node, const void *outer)
{
    for (const xmlNode *n = node; n; n = n->parent)
        if (n == outer)
            return true;
    return false;
}

/* The runs a condition at a node speaks of: that of the node or of what it stands in, else all. */
static bool speaks_of(const hj_courses *runs, int i, const hj_scope *sc)
{
    const void *nearest = NULL;
    for (int k = 0; k < runs->n; k++) {
        const void *node = runs->items[k]->scope->node;
        if (sc->node && within(sc->node, node) && (!nearest || within(node, nearest)))
            nearest = node;
    }
    return !nearest || runs->items[i]->scope->node == nearest;
}

hj_kleene hj_in_state(hj_eval *ev, hj_scope *sc, const hj_cond *c)
{
    const hj_courses *runs = c->prosess ? hj_courses_of(ev, c->prosess) : NULL;
    int yes = 0, no = 0, asked = 0;
    if (!runs || (ev->by_given && !runs->n))
        return HJ_UKJENT; /* nothing was said about it */
    for (int i = 0; i < runs->n; i++) {
        if (!speaks_of(runs, i, sc))
            continue;
        hj_kleene k = stands_in(ev->trial ? once_more(ev, runs->items[i]) : runs->items[i], c);
        asked++;
        yes += k == HJ_JA;
        no += k == HJ_NEI;
    }
    return no == asked ? HJ_NEI : yes == asked ? HJ_JA : HJ_UKJENT;
}

void hj_collect_state(hj_eval *ev, hj_scope *sc, const hj_cond *c, hj_fact_list *out)
{
    const hj_courses *runs = hj_courses_of(ev, c->prosess);
    for (int i = 0; i < runs->n; i++)
        for (int k = 0; speaks_of(runs, i, sc) && k < runs->items[i]->missing.n; k++)
            hj_add_fact(ev, out, runs->items[i]->missing.items[k]);
}

/* ---- Findings ------------------------------------------------------------------------------- */

const char *hj_step_trouble(hj_step_kind kind)
{
    switch (kind) {
    case HJ_STEP_NOT_HERE: return "ikke_her";
    case HJ_STEP_ROLE: return "rolle";
    case HJ_STEP_BARRED: return "stengt";
    case HJ_STEP_TWO: return "tvetydig";
    case HJ_STEP_LATER: return "etter";
    case HJ_STEP_BEFORE: return "foer";
    case HJ_STEP_NO_DATE: return "uten_dato";
    case HJ_STEP_ROUND: return "rundgang";
    default: return NULL;
    }
}

static void tell(hj_eval *ev, const hj_course *run, const hj_step *s)
{
    const char *name = run->p->e.name, *state = run->p->tilstander[s->from]->name;
    const char *event = s->event ? s->event->hendelse->name : "";
    hj_place place = s->event ? hj_xml_place(s->event->node, ev->doc->file, ev->arena)
                              : run->p->tilstander[s->from]->place;
    char day[11];
    switch (s->kind) {
    case HJ_STEP_NOT_HERE:
        hj_warning(ev->diags, "HJ-DECISION-041", place,
                   "prosess '%s': '%s' cannot happen while the case is '%s'; it is not counted", name,
                   event, state);
        break;
    case HJ_STEP_ROLE:
        hj_warning(ev->diags, "HJ-DECISION-042", place,
                   "prosess '%s': '%s' may not be made by the one it stands with here; it is not counted",
                   name, event);
        hj_hint(ev->diags, "who may is said at %s:%d", s->over->place.file, s->over->place.line);
        break;
    case HJ_STEP_BARRED:
        hj_warning(ev->diags, "HJ-DECISION-043", place,
                   "prosess '%s': the condition for '%s' is not met while the case is '%s'; it is not counted",
                   name, event, state);
        hj_hint(ev->diags, "the condition is at %s:%d", s->over->place.file, s->over->place.line);
        break;
    case HJ_STEP_TWO:
        hj_warning(ev->diags, "HJ-DECISION-044", place,
                   "prosess '%s': two transitions take '%s' from '%s' in this case; it is not counted",
                   name, event, state);
        hj_hint(ev->diags, "one is at %s:%d", s->over->place.file, s->over->place.line);
        break;
    case HJ_STEP_LATER:
        hj_warning(ev->diags, "HJ-DECISION-045", place,
                   "prosess '%s': '%s' is dated after %s, the day the case is looked at; it is not counted",
                   name, event, hj_date_iso(ev->as_of, day));
        break;
    case HJ_STEP_BEFORE:
        hj_warning(ev->diags, "HJ-DECISION-046", place,
                   "prosess '%s': '%s' is dated before the process began; it is not counted", name, event);
        break;
    case HJ_STEP_NO_DATE:
        hj_warning(ev->diags, "HJ-DECISION-047", place,
                   "prosess '%s': '%s' has no date; it is not counted", name, event);
        break;
    case HJ_STEP_ROUND:
        hj_warning(ev->diags, "HJ-DECISION-048", place,
                   "prosess '%s': the deadlines lead round in a ring from '%s'; the case stays there",
                   name, state);
        break;
    default: break;
    }
}

void hj_find_processes(hj_eval *ev)
{
    const hj_table *t = &ev->base->tables[HJ_PROSESS];
    for (int i = 0; i < t->n && !ev->failed; i++) {
        const hj_courses *runs = hj_courses_of(ev, t->entries[i]);
        for (int k = 0; k < runs->n && !ev->by_given && !ev->failed; k++) {
            const hj_course *run = runs->items[k];
            for (int s = 0; s < run->n_steps; s++)
                tell(ev, run, &run->steps[s]);
            for (int e = 0; e < run->n_events; e++)
                if (run->events[e].out_of_order)
                    hj_warning(ev->diags, "HJ-DECISION-049",
                               hj_xml_place(run->events[e].node, ev->doc->file, ev->arena),
                               "prosess '%s': '%s' is dated before an event that stands above it; they are counted by date",
                               run->p->e.name, run->events[e].hendelse->name);
        }
    }
}
