/* Checklists: what must be in order before a document may be made.
 *
 * The hard idea: a requirement that is ukjent is not met. Only `naar` can take a point away, and
 * only when it is known that the point does not apply. */
#include <libxml/tree.h>

#include "decision/eval.h"

static const void *place_to_mend(hj_eval *ev, const hj_punkt *p, hj_scope *sc)
{
    if (!p->sted || !sc->node)
        return sc->node;
    ev->doc_host.here = ev->doc_host.context = sc->node;
    hj_path_result r = hj_path_eval(p->sted, &ev->doc_host, true);
    if (r.kind != HJ_PATH_NODES || !r.n)
        return sc->node;
    const xmlNode *node = r.nodes[0];
    return node->type == XML_ATTRIBUTE_NODE ? node->parent : node;
}

static bool asks_for(const hj_cond *c, hj_cond_kind kind)
{
    bool asks = c && c->kind == kind;
    for (int i = 0; c && i < c->n; i++)
        asks |= asks_for(c->kids[i], kind);
    return asks;
}

/* An outcome that is not found lacks what its rule lacks. */
static void add_missing_of_posts(hj_eval *ev, const hj_punkt *p, hj_finding *f)
{
    for (int i = 0; i < ev->n_posts && asks_for(p->krav, HJ_INNSTILLING); i++)
        for (int k = 0; ev->posts[i].scope == f->scope && k < ev->posts[i].n_missing; k++) {
            hj_add_fact(ev, &f->missing, ev->posts[i].missing[k].fact);
            f->of_outcome = true;
        }
}

/* Nor can what is worked out be held against anything before it is found. */
static bool asks_for_working(const hj_cond *c)
{
    const hj_faktum *f = c && c->fact ? hj_faktum_of(c->fact) : NULL;
    bool asks = f && (f->utregning || f->funksjon);
    for (int i = 0; c && i < c->n; i++)
        asks |= asks_for_working(c->kids[i]);
    return asks;
}

/* What is asked of a decision that differs from what the rules propose: reasons of its own. */
static void note_reasons(hj_eval *ev, const hj_sjekkliste *list, const hj_punkt *p, hj_scope *sc)
{
    hj_finding *f = HJ_NEW(ev->arena, hj_finding);
    *f = (hj_finding){.list = list, .punkt = p, .scope = sc, .node = place_to_mend(ev, p, sc),
                      .met = !p->krav || hj_eval_cond(ev, sc, p->krav) == HJ_JA};
    HJ_LIST_ADD(ev->arena, ev->reasons, ev->n_reasons, ev->cap_reasons, f, hj_finding *);
}

static void check(hj_eval *ev, const hj_sjekkliste *list, const hj_punkt *p, hj_scope *sc)
{
    if (p->naar && hj_eval_cond(ev, sc, p->naar) == HJ_NEI)
        return;
    if (ev->changes && asks_for(p->naar, HJ_AVVIK))
        note_reasons(ev, list, p, sc);
    if (!p->krav || hj_eval_cond(ev, sc, p->krav) == HJ_JA)
        return;
    hj_finding *f = HJ_NEW(ev->arena, hj_finding);
    *f = (hj_finding){.list = list, .punkt = p, .scope = sc,
                      .node = place_to_mend(ev, p, sc)};
    hj_collect_cond(ev, sc, p->krav, &f->missing);
    if (p->naar)
        hj_collect_cond(ev, sc, p->naar, &f->missing);
    if (p->krav)
        add_missing_of_posts(ev, p, f);
    f->of_outcome |= asks_for_working(p->krav);
    if (p->nivaa > (int)ev->level)
        ev->level = (hj_level)p->nivaa;
    HJ_LIST_ADD(ev->arena, ev->findings, ev->n_findings, ev->cap_findings, f, hj_finding *);
}

void hj_run_checklist(hj_eval *ev, const hj_sjekkliste *list)
{
    for (int i = 0; i < list->n; i++) {
        const hj_punkt *p = list->punkter[i];
        if (ev->by_given || !p->gjelder) {
            check(ev, list, p, ev->root);
            continue;
        }
        const hj_path_result *r = hj_where(ev, p->places);
        for (size_t k = 0; r->kind == HJ_PATH_NODES && k < r->n && !ev->failed; k++)
            check(ev, list, p, hj_scope_at(ev, r->nodes[k]));
    }
}
