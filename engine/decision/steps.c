/* The part of the record that tells where a process stands.
 *
 * The hard idea is record.c's: nothing is found here. What happened stands in the order it
 * happened, what may happen next in the order its author wrote it, and what was not counted stands
 * apart with the reason, so that a reader sees the whole case and not only the part that fitted. */
#include <string.h>

#include "decision/writer.h"

/* What the municipality itself calls it, where its file says so. */
static hj_maal name_of(hj_writer *w, const hj_rolle *r)
{
    hj_path_host *host = &w->ev->kommune_host;
    hj_maal name = {0};
    if (!r->kalles || !w->ev->kommune)
        return r->tekst;
    host->here = host->context = xmlDocGetRootElement(host->doc);
    hj_path_result found = hj_path_eval(r->kalles, host, false);
    for (size_t i = 0; found.kind == HJ_PATH_NODES && i < found.n; i++) {
        const xmlNode *node = found.nodes[i];
        xmlChar *maalform = xmlGetNoNsProp(node, BAD_CAST "maalform");
        xmlChar *text = xmlNodeGetContent(node);
        const char **form = maalform && strcmp((char *)maalform, "nn") == 0 ? &name.nn : &name.nb;
        *form = text && *text ? hj_arena_strdup(w->ev->arena, (const char *)text) : *form;
        xmlFree(text);
        xmlFree(maalform);
    }
    return (hj_maal){name.nb ? name.nb : r->tekst.nb, name.nn ? name.nn : r->tekst.nn};
}

static void role_of(hj_writer *w, xmlNode *parent, const hj_named *list, int n)
{
    for (int i = 0; i < n; i++) {
        xmlNode *node = hj_put_element(w, parent, "ansvar");
        hj_put(w, node, "rolle", list[i].name);
        hj_put_both(w, node, "tekst",
                    name_of(w, (const hj_rolle *)list[i].entry->editions[0]));
    }
}

static void missing(hj_writer *w, xmlNode *parent, hj_scope *sc, const hj_fact_list *facts)
{
    for (int i = 0; i < facts->n; i++)
        hj_put_missing(w, parent, facts->items[i],
                       hj_get_fact(w->ev, sc, facts->items[i])->known, 0);
}

static void rule_place(hj_writer *w, xmlNode *node, hj_place place)
{
    hj_put(w, node, "regelfil", place.file);
    hj_put_count(w, node, "regellinje", place.line);
}

static void write_state(hj_writer *w, xmlNode *parent, const hj_tilstand *s)
{
    xmlNode *node = hj_put_element(w, parent, "staar");
    hj_put(w, node, "navn", s->name);
    rule_place(w, node, s->place);
    hj_put_both(w, node, "tekst", s->tekst);
    hj_put_both(w, node, "uten_frist", s->uten_frist);
    hj_put_hjemler(w, node, &s->hjemmel, s->place);
}

static void write_step(hj_writer *w, xmlNode *parent, const hj_course *run, const hj_step *s)
{
    static const char *const effects[] = {"overgang", "ingen", "frist", "uavklart"};
    const char *trouble = hj_step_trouble(s->kind);
    xmlNode *node = hj_put_element(w, parent, trouble ? "avvik" : "steg");
    hj_put_day(w, node, "dato", s->date);
    if (trouble)
        hj_put(w, node, "slag", trouble);
    else
        hj_put(w, node, "virkning", effects[s->kind]);
    if (s->event)
        hj_put(w, node, "hendelse", s->event->hendelse->name);
    if (s->by)
        hj_put(w, node, "frist", s->by->due->frist->e.name);
    if (s->event && s->event->rolle)
        hj_put(w, node, "rolle", s->event->rolle);
    hj_put(w, node, "fra", run->p->tilstander[s->from]->name);
    if (s->kind == HJ_STEP_TAKEN || s->kind == HJ_STEP_BY_DEADLINE)
        hj_put(w, node, "til", run->p->tilstander[s->to]->name);
    if (s->event)
        hj_put_node(w, node, s->event->node);
    if (s->over)
        rule_place(w, node, s->over->place);
    else if (s->by)
        rule_place(w, node, run->p->tilstander[s->from]->place);
    if (s->over && s->over->tekst.nb)
        hj_put_both(w, node, "tekst", s->over->tekst);
    else if (s->event)
        hj_put_both(w, node, "tekst", s->event->hendelse->tekst);
    else if (s->by)
        hj_put_both(w, node, "tekst",
                    s->by->frist->tekst.nb ? s->by->frist->tekst : s->by->due->frist->tekst);
    if (s->kind == HJ_STEP_TAKEN || s->kind == HJ_STEP_BY_DEADLINE)
        hj_put_both(w, node, "til_tekst", run->p->tilstander[s->to]->tekst);
    else if (s->kind == HJ_STEP_NOT_HERE)
        hj_put_both(w, node, "fra_tekst", run->p->tilstander[s->from]->tekst);
    if (s->over)
        hj_put_hjemler(w, node, &s->over->hjemmel, s->over->place);
    else if (s->by)
        hj_put_hjemler(w, node, &s->by->due->frist->hjemmel, s->by->due->frist->e.place);
    if (s->over && s->kind == HJ_STEP_ROLE)
        role_of(w, node, s->over->roller, s->over->n_roller);
    if (s->over && s->kind == HJ_STEP_BARRED && s->over->naar)
        hj_put_cond(w, node, run->scope, s->over->naar, false, 0);
}

static void write_next(hj_writer *w, xmlNode *parent, const hj_course *run, const hj_next *n)
{
    const hj_overgang *o = n->over;
    const hj_hendelse *h = run->p->hendelser[o->hendelse];
    xmlNode *node = hj_put_element(w, parent, "neste");
    hj_put(w, node, "hendelse", h->name);
    hj_put(w, node, "til", run->p->tilstander[o->til]->name);
    hj_put(w, node, "mulig", hj_kleene_name(n->open));
    if (o->hvem_som_helst)
        hj_put(w, node, "hvem_som_helst", "ja");
    rule_place(w, node, o->place);
    hj_put_both(w, node, "tekst", o->tekst.nb ? o->tekst : h->tekst);
    hj_put_both(w, node, "til_tekst", run->p->tilstander[o->til]->tekst);
    role_of(w, node, o->roller, o->n_roller);
    hj_put_hjemler(w, node, &o->hjemmel, o->place);
    if (o->naar)
        hj_put_cond(w, node, run->scope, o->naar, false, 0);
    missing(w, node, run->scope, &n->missing);
}

static void write_running(hj_writer *w, xmlNode *parent, const hj_course *run, const hj_running *r)
{
    const hj_tilstandsfrist *f = r->frist;
    xmlNode *node = hj_put_due(w, parent, r->due);
    hj_put(w, node, "passert", hj_kleene_name(r->passed));
    if (f->til >= 0)
        hj_put(w, node, "gaar_til", run->p->tilstander[f->til]->name);
    else if (f->hendelse >= 0)
        hj_put(w, node, "krever", run->p->hendelser[f->hendelse]->name);
    else
        hj_put(w, node, "varsles", "ja");
    hj_put_both(w, node, "ved_brudd",
                f->tekst.nb || f->til + f->hendelse == -2 ? f->tekst
                : f->til >= 0 ? run->p->tilstander[f->til]->tekst
                              : run->p->hendelser[f->hendelse]->tekst);
}

static void write_run(hj_writer *w, xmlNode *root, const hj_course *run)
{
    const hj_prosess *p = run->p;
    const hj_tilstand *s = p->tilstander[run->state];
    xmlNode *node = hj_put_element(w, root, "prosess");
    hj_put(w, node, "navn", p->e.name);
    hj_put(w, node, "for", run->id);
    hj_put(w, node, "tilstand", run->unsettled ? "" : s->name);
    hj_put_day(w, node, "siden", run->unsettled ? HJ_DATE_NONE : run->since);
    hj_put(w, node, "slutt", hj_ja_nei(!run->unsettled && s->slutt));
    hj_put_day(w, node, "sett", w->ev->as_of);
    hj_put_count(w, node, "andre_hendelser", run->others);
    hj_put_node(w, node, run->scope->node);
    rule_place(w, node, p->e.place);
    hj_put_local(w, node, HJ_PROSESS, &p->e);
    hj_put_both(w, node, "tekst", p->tekst);
    hj_put_hjemler(w, node, &p->hjemmel, p->e.place);
    for (int i = 0; i < p->n_tilstander; i++)
        if (run->unsettled ? run->possible[i] : i == run->state)
            write_state(w, node, p->tilstander[i]);
    if (!run->unsettled)
        role_of(w, node, s->ansvar, s->n_ansvar);
    for (int i = 0; i < run->n_steps; i++)
        if (!hj_step_trouble(run->steps[i].kind))
            write_step(w, node, run, &run->steps[i]);
    for (int i = 0; i < run->n_running; i++)
        write_running(w, node, run, &run->running[i]);
    for (int i = 0; i < run->n_next; i++)
        write_next(w, node, run, &run->next[i]);
    missing(w, node, run->scope, &run->missing);
    for (int i = 0; i < run->n_steps; i++)
        if (hj_step_trouble(run->steps[i].kind))
            write_step(w, node, run, &run->steps[i]);
    for (int i = 0; i < run->n_events; i++)
        if (run->events[i].out_of_order) {
            const hj_event *e = &run->events[i];
            xmlNode *odd = hj_put_element(w, node, "avvik");
            hj_put_day(w, odd, "dato", e->date);
            hj_put(w, odd, "slag", "rekkefoelge");
            hj_put(w, odd, "hendelse", e->hendelse->name);
            hj_put_node(w, odd, e->node);
            hj_put_both(w, odd, "tekst", e->hendelse->tekst);
        }
}

void hj_put_processes(hj_writer *w, xmlNode *root)
{
    const hj_table *t = &w->ev->base->tables[HJ_PROSESS];
    for (int i = 0; i < t->n; i++) {
        const hj_courses *runs = &w->ev->courses[i];
        for (int k = 0; k < runs->n; k++)
            write_run(w, root, runs->items[k]);
    }
}
