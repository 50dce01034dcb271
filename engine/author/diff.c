/* Two versions of the rules over the same cases: what comes out otherwise, and why.
 *
 * The hard idea: a change is told by its cause, not case by case. Each difference is traced to the
 * first condition of the rule that did not answer as before, and all cases with the same difference
 * for the same reason are one group: two hundred letters changed are one line to read. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "author/difference.h"

hj_diff *hj_diff_new(hj_rulebase *before, hj_rulebase *after, hj_arena *arena)
{
    hj_diff *d = HJ_NEW(arena, hj_diff);
    *d = (hj_diff){.before = before, .after = after, .arena = arena,
                   .sharing = hj_sharing_new(before, after, arena)};
    d->broken_end = &d->broken;
    return d;
}

/* ---- Groups ---------------------------------------------------------------------------------- */

static unsigned hash(unsigned h, const char *s)
{
    for (; *s; s++)
        h = (h ^ (unsigned char)*s) * 16777619u;
    return h * 31;
}

static bool same_group(const hj_difference *a, const hj_difference *b)
{
    return strcmp(a->kind, b->kind) == 0 && strcmp(a->name, b->name) == 0
        && strcmp(a->was, b->was) == 0 && strcmp(a->is, b->is) == 0 && strcmp(a->why, b->why) == 0
        && a->place.line == b->place.line;
}

void hj_diff_add(hj_pair *p, const char *post, hj_difference found)
{
    hj_diff *d = p->d;
    hj_cause cause = {found.kind, post, found.why, found.hjemmel ? found.hjemmel : "", found.place};
    if (!*found.why)
        cause.why = hj_arena_printf(p->arena, "%s %s", found.kind, found.name);
    unsigned h = hash(hash(hash(hash(hash(2166136261u, found.kind), found.name), found.was),
                           found.is), found.why) % HJ_DIFF_BUCKETS;
    hj_difference *g = d->buckets[h];
    while (g && !same_group(g, &found))
        g = g->next;
    if (!g) {
        g = HJ_NEW(d->arena, hj_difference);
        *g = found;
        g->kind = hj_arena_strdup(d->arena, found.kind);
        g->name = hj_arena_strdup(d->arena, found.name);
        g->was = hj_arena_strdup(d->arena, found.was);
        g->is = hj_arena_strdup(d->arena, found.is);
        g->why = hj_arena_strdup(d->arena, found.why);
        g->hjemmel = hj_arena_strdup(d->arena, found.hjemmel ? found.hjemmel : "");
        for (int i = 0; i < 2; i++)
            g->example[i] = found.example[i] ? hj_arena_strdup(d->arena, found.example[i]) : NULL;
        g->next = d->buckets[h];
        d->buckets[h] = g;
        d->n_groups++;
    }
    if (!g->n || strcmp(g->cases[g->n - 1], p->label) != 0) /* two posts of one case count once */
        HJ_LIST_ADD(d->arena, g->cases, g->n, g->cap, p->label, const char *);
    d->changed = true;
    HJ_LIST_ADD(p->arena, p->causes, p->n_causes, p->cap_causes, cause, hj_cause);
}

/* ---- The condition that flipped -------------------------------------------------------------- */

typedef struct leaf {
    const hj_cond *cond;
    const hj_cites *hjemmel; /* the nearest that encloses it */
    hj_kleene answer;
    bool met; /* the other version has the same leaf with the same answer */
} leaf;

typedef struct leaves {
    int n, cap;
    leaf *items;
} leaves;

static void list_leaves(hj_eval *ev, hj_scope *sc, const hj_cond *c, const hj_cites *hjemmel,
                        leaves *out)
{
    if (!c)
        return;
    if (c->hjemmel.n)
        hjemmel = &c->hjemmel;
    for (int i = 0; i < c->n; i++)
        list_leaves(ev, sc, c->kids[i], hjemmel, out);
    if (c->n)
        return;
    leaf one = {.cond = c, .hjemmel = hjemmel, .answer = hj_eval_cond(ev, sc, c)};
    HJ_LIST_ADD(ev->arena, out->items, out->n, out->cap, one, leaf);
}

static leaves leaves_of(hj_eval *ev, const hj_post *post)
{
    leaves out = {0};
    const hj_regel *r = post->regel;
    list_leaves(ev, post->scope, r->naar, &r->hjemmel, &out);
    list_leaves(ev, post->scope, r->delvis, &r->hjemmel, &out);
    for (int i = 0; i < r->n_unntak; i++)
        list_leaves(ev, post->scope, r->unntak[i]->naar,
                    r->unntak[i]->hjemmel.n ? &r->unntak[i]->hjemmel : &r->hjemmel, &out);
    return out;
}

static bool same_leaf(const leaf *a, const leaf *b)
{
    return strcmp(a->cond->vis, b->cond->vis) == 0;
}

/* The same question, maybe with another threshold. */
static bool same_question(const leaf *a, const leaf *b)
{
    return a->cond->kind == b->cond->kind && hj_same_text(a->cond->fact_name, b->cond->fact_name)
        && hj_same_text(a->cond->name, b->cond->name);
}

/* Pairs off what answers as before: first what reads the same, then what only reads otherwise. */
static void match(leaves *a, leaves *b, bool (*alike)(const leaf *, const leaf *))
{
    for (int i = 0; i < a->n; i++)
        for (int k = 0; k < b->n && !a->items[i].met; k++)
            if (!b->items[k].met && a->items[i].answer == b->items[k].answer
                && alike(&a->items[i], &b->items[k]))
                a->items[i].met = b->items[k].met = true;
}

/* The first that is left, asking the same as `like` when there is one. */
static const leaf *first_unmet(const leaves *list, const leaf *like)
{
    const leaf *first = NULL;
    for (int i = list->n - 1; i >= 0; i--)
        if (!list->items[i].met)
            first = &list->items[i];
    for (int i = 0; like && i < list->n; i++)
        if (!list->items[i].met && same_question(&list->items[i], like))
            return &list->items[i];
    return first;
}

static const char *answer(const leaf *l)
{
    return l->answer == HJ_JA ? "ja" : l->answer == HJ_NEI ? "nei" : "ukjent";
}

static void explain(const hj_pair *p, const hj_post *old, const hj_post *new, hj_difference *g)
{
    leaves a = leaves_of(p->old, old), b = leaves_of(p->new, new);
    match(&a, &b, same_leaf);
    match(&a, &b, same_question);
    const leaf *is = first_unmet(&b, NULL), *was = first_unmet(&a, is);
    const leaf *shown = is ? is : was;
    g->place = shown ? shown->cond->place : new->regel->e.place;
    g->hjemmel = hj_cited(p->new, shown ? shown->hjemmel : &new->regel->hjemmel);
    if (was && is && same_leaf(was, is))
        g->why = hj_arena_printf(p->arena, "%s: %s → %s", is->cond->vis, answer(was), answer(is));
    else if (was && is)
        g->why = hj_arena_printf(p->arena, "%s (%s) → %s (%s)", was->cond->vis, answer(was),
                                 is->cond->vis, answer(is));
    else if (is)
        g->why = hj_arena_printf(p->arena, "+ %s (%s)", is->cond->vis, answer(is));
    else if (was)
        g->why = hj_arena_printf(p->arena, "− %s (%s)", was->cond->vis, answer(was));
}

/* ---- What is compared ------------------------------------------------------------------------ */

static const char *outcome(const hj_post *post)
{
    return post ? post->regel->utfall[post->gir] : "–";
}

static const hj_post *post_like(const hj_eval *ev, const hj_post *wanted)
{
    for (int i = 0; i < ev->n_posts; i++)
        if (strcmp(ev->posts[i].id, wanted->id) == 0
            && strcmp(ev->posts[i].regel->e.name, wanted->regel->e.name) == 0)
            return &ev->posts[i];
    return NULL;
}

static void rates(hj_pair *p, const hj_post *new)
{
    for (int i = 0; i < new->regel->n_satser; i++) {
        const hj_named *ref = &new->regel->satser[i];
        const hj_entry *before = hj_rulebase_find(p->d->before, HJ_SATS, ref->name);
        const hj_sats *sats = hj_sats_at(ref->entry, p->new->date);
        const hj_rate *is = hj_rate_at(sats, p->new->date);
        const hj_rate *was = before
            ? hj_rate_at(hj_sats_at(before, p->old->date), p->old->date) : NULL;
        if ((is && was && is->verdi == was->verdi) || (!is && !was))
            continue;
        hj_diff_add(p, new->id, (hj_difference){
            .kind = "sats", .name = ref->name, .why = "", .place = sats->e.place,
            .was = was ? hj_arena_printf(p->arena, "%g", was->verdi) : "–",
            .is = is ? hj_arena_printf(p->arena, "%g", is->verdi) : "–",
            .hjemmel = hj_cited(p->new, &sats->hjemmel)});
    }
}

static const hj_amount *amount_of(hj_eval *ev, const hj_post *post, const char *name)
{
    for (int i = 0; i < ev->n_amounts; i++)
        if (ev->amounts[i]->scope == post->scope && strcmp(ev->amounts[i]->u->e.name, name) == 0)
            return ev->amounts[i];
    return NULL;
}

static const char *state_of(const hj_amount *a)
{
    return !a || a->gjelder == HJ_NEI ? "–" : a->known ? "beløp" : "ukjent";
}

/* As deadlines: by how much, so that one changed rule is one group. */
static void one_amount(hj_pair *p, const hj_post *post, const hj_amount *was, const hj_amount *is)
{
    const hj_utregning *u = is ? is->u : was->u;
    const char *before = state_of(was), *after = state_of(is);
    bool both = is && was && *before == 'b' && *after == 'b';
    if (both ? !(was->value < is->value) && !(was->value > is->value)
             : strcmp(before, after) == 0)
        return;
    hj_diff_add(p, post->id, (hj_difference){
        .kind = "utregning", .name = u->e.name, .was = before, .why = "", .place = u->e.place,
        .is = both ? hj_arena_printf(p->arena, "%+.10g %s", is->value - was->value, u->enhet)
        : after,
        .hjemmel = hj_cited(is ? p->new : p->old, &u->hjemmel)});
}

static void amounts(hj_pair *p, const hj_post *old, const hj_post *new)
{
    for (int i = 0; i < new->regel->n_utregninger; i++) {
        const char *name = new->regel->utregninger[i].name;
        const hj_amount *was = amount_of(p->old, old, name), *is = amount_of(p->new, new, name);
        if (was || is)
            one_amount(p, new, was, is);
    }
    for (int i = 0; i < old->regel->n_utregninger; i++) {
        const hj_amount *was = amount_of(p->old, old, old->regel->utregninger[i].name);
        if (was && !amount_of(p->new, new, was->u->e.name))
            one_amount(p, old, was, NULL);
    }
}

/* ---- Stairs and processes -------------------------------------------------------------------- */

static const char *step_of(const hj_climb *c)
{
    return !c ? "–" : c->step == HJ_STEP_UNKNOWN ? "ukjent"
         : c->step == c->trapp->n ? HJ_INGEN : c->trapp->trinn[c->step]->name;
}

static const hj_climb *climb_like(const hj_eval *ev, const hj_climb *wanted)
{
    for (int i = 0; i < ev->n_climbs; i++)
        if (strcmp(ev->climbs[i]->trapp->e.name, wanted->trapp->e.name) == 0
            && ev->climbs[i]->scope->node == wanted->scope->node)
            return ev->climbs[i];
    return NULL;
}

static void stairs(hj_pair *p, const hj_eval *from, const hj_eval *other, bool gone)
{
    for (int i = 0; i < from->n_climbs; i++) {
        const hj_climb *c = from->climbs[i], *twin = climb_like(other, c);
        if (gone ? twin != NULL : strcmp(step_of(c), step_of(twin)) == 0)
            continue;
        hj_diff_add(p, "", (hj_difference){
            .kind = "trapp", .name = c->trapp->e.name, .why = "", .place = c->trapp->e.place,
            .was = gone ? step_of(c) : step_of(twin), .is = gone ? "–" : step_of(c),
            .hjemmel = hj_cited(from, &c->trapp->hjemmel)});
    }
}

static const hj_course *course_like(hj_eval *ev, const hj_course *wanted)
{
    const hj_entry *e = hj_rulebase_find(ev->base, HJ_PROSESS, wanted->p->e.name);
    const hj_courses *runs = e ? &ev->courses[e->id] : NULL;
    for (int i = 0; runs && runs->found && i < runs->n; i++)
        if (runs->items[i]->scope->node == wanted->scope->node)
            return runs->items[i];
    return NULL;
}

static const char *course_state(const hj_course *c)
{
    return !c ? "–" : c->unsettled ? "ukjent" : c->p->tilstander[c->state]->name;
}

static void processes(hj_pair *p, hj_eval *from, hj_eval *other, bool gone)
{
    const hj_table *t = &from->base->tables[HJ_PROSESS];
    for (int i = 0; i < t->n; i++) {
        const hj_courses *runs = &from->courses[t->entries[i]->id];
        for (int k = 0; runs->found && k < runs->n; k++) {
            const hj_course *c = runs->items[k], *twin = course_like(other, c);
            if (gone ? twin != NULL : strcmp(course_state(c), course_state(twin)) == 0)
                continue;
            hj_diff_add(p, "", (hj_difference){
                .kind = "prosess", .name = c->p->e.name, .why = "", .place = c->p->e.place,
                .was = gone ? course_state(c) : course_state(twin),
                .is = gone ? "–" : course_state(c), .hjemmel = hj_cited(from, &c->p->hjemmel)});
        }
    }
}

static void outcomes(hj_pair *p)
{
    for (int i = 0; i < p->new->n_posts; i++) {
        const hj_post *is = &p->new->posts[i], *was = post_like(p->old, is);
        if (was) {
            rates(p, is);
            amounts(p, was, is);
        }
        if (strcmp(outcome(was), outcome(is)) == 0)
            continue;
        hj_difference g = {.kind = "utfall", .name = is->regel->e.name, .was = outcome(was),
                   .is = outcome(is), .why = "", .place = is->regel->e.place,
                   .hjemmel = hj_cited(p->new, &is->regel->hjemmel)};
        if (was)
            explain(p, was, is, &g);
        hj_diff_add(p, is->id, g);
    }
    for (int i = 0; i < p->old->n_posts; i++) {
        const hj_post *was = &p->old->posts[i];
        if (!post_like(p->new, was))
            hj_diff_add(p, was->id, (hj_difference){
                .kind = "utfall", .name = was->regel->e.name, .was = outcome(was),
                .is = "–", .why = "", .place = was->regel->e.place,
                .hjemmel = hj_cited(p->old, &was->regel->hjemmel)});
    }
}

static const hj_due *due_like(const hj_eval *ev, const hj_due *wanted)
{
    for (int i = 0; i < ev->n_due; i++)
        if (strcmp(ev->due[i]->frist->e.name, wanted->frist->e.name) == 0
            && strcmp(ev->due[i]->post, wanted->post) == 0)
            return ev->due[i];
    return NULL;
}

/* The distance rather than the dates, so that one changed rule is one group. */
static const char *moved(const hj_pair *p, const hj_due *was, const hj_due *is, bool *same)
{
    bool before = was && was->gjelder != HJ_NEI, after = is && is->gjelder != HJ_NEI;
    bool clock = before && after
        && strcmp(was->frist->klokkeslett ? was->frist->klokkeslett : "",
                  is->frist->klokkeslett ? is->frist->klokkeslett : "") != 0;
    *same = before == after && (!before || (was->known == is->known
                                            && (!was->known || was->dato == is->dato) && !clock));
    if (before && after && was->known && is->known)
        return clock && was->dato == is->dato
            ? hj_arena_printf(p->arena, "kl. %s",
                              is->frist->klokkeslett ? is->frist->klokkeslett : "–")
            : hj_arena_printf(p->arena, "%+d", (int)(is->dato - was->dato));
    return !after ? "–" : is->known ? "dato" : "ukjent";
}

static void deadlines(hj_pair *p)
{
    bool same;
    for (int i = 0; i < p->new->n_due; i++) {
        const hj_due *is = p->new->due[i], *was = due_like(p->old, is);
        const char *how = moved(p, was, is, &same);
        if (!same)
            hj_diff_add(p, is->post, (hj_difference){
                .kind = "frist", .name = is->frist->e.name, .is = how, .why = "",
                .was = !was || was->gjelder == HJ_NEI ? "–"
                : was->known ? "dato" : "ukjent",
                .place = is->frist->e.place,
                .hjemmel = hj_cited(p->new, &is->frist->hjemmel)});
    }
    for (int i = 0; i < p->old->n_due; i++) {
        const hj_due *was = p->old->due[i];
        if (!due_like(p->new, was) && was->gjelder != HJ_NEI)
            hj_diff_add(p, was->post, (hj_difference){
                .kind = "frist", .name = was->frist->e.name, .is = "–", .why = "",
                .was = was->known ? "dato" : "ukjent", .place = was->frist->e.place,
                .hjemmel = hj_cited(p->old, &was->frist->hjemmel)});
    }
}

static const hj_finding *finding_like(const hj_eval *ev, const hj_finding *wanted)
{
    for (int i = 0; i < ev->n_findings; i++)
        if (strcmp(ev->findings[i]->list->e.name, wanted->list->e.name) == 0
            && strcmp(ev->findings[i]->punkt->nummer, wanted->punkt->nummer) == 0)
            return ev->findings[i];
    return NULL;
}

static void findings_of(hj_pair *p, const hj_eval *from, const hj_eval *other, bool gone)
{
    static const char *const levels[] = {"ok", "varsel", "utkast", "stopp"};
    for (int i = 0; i < from->n_findings; i++) {
        const hj_finding *f = from->findings[i], *twin = finding_like(other, f);
        if (twin && (gone || twin->punkt->nivaa == f->punkt->nivaa))
            continue;
        const char *mine = levels[f->punkt->nivaa], *its = twin ? levels[twin->punkt->nivaa] : "–";
        hj_diff_add(p, "", (hj_difference){
            .kind = "funn", .why = "", .place = f->punkt->place,
            .name = hj_arena_printf(p->arena, "%s %s", f->list->e.name,
            f->punkt->nummer),
            .was = gone ? mine : its, .is = gone ? its : mine,
            .hjemmel = hj_cited(from, &f->punkt->hjemmel)});
    }
}

static const hj_diag *first_error(const hj_diags *diags)
{
    for (const hj_diag *d = diags->first; d; d = d->next)
        if (d->severity == HJ_ERROR)
            return d;
    return NULL;
}

static const char *first_code(const hj_diags *diags)
{
    const hj_diag *d = first_error(diags);
    return d ? d->code : "–";
}

/* Diagnostics hold no facts, so they may be shown. */
void hj_diff_broken(hj_diff *d, const char *label, const hj_diags *diags)
{
    const hj_diag *error = first_error(diags);
    hj_broken *b = HJ_NEW(d->arena, hj_broken);
    b->label = hj_arena_strdup(d->arena, label);
    b->why = error ? hj_arena_printf(d->arena, "%s [%s]", error->message, error->code) : "";
    *d->broken_end = b;
    d->broken_end = &b->next;
    d->n_failed++;
}

bool hj_diff_case(hj_diff *d, const hj_diff_case_input *in)
{
    hj_arena *arena = hj_arena_new();
    hj_diags *before = hj_diags_new(arena, in->lang), *after = hj_diags_new(arena, in->lang);
    hj_pair p = {.d = d, .label = hj_arena_strdup(d->arena, in->label), .arena = arena};
    hj_decide_options options = *in->options;
    options.first = in->read;
    p.old = hj_evaluate(d->before, in->document, &options, arena, before);
    options.first = p.old;
    options.sharing = d->sharing;
    p.new = hj_evaluate(d->after, in->document, &options, arena, after);
    d->n_cases++;
    d->changed = false;
    if (p.old && p.new) {
        outcomes(&p);
        stairs(&p, p.new, p.old, false);
        stairs(&p, p.old, p.new, true);
        processes(&p, p.new, p.old, false);
        processes(&p, p.old, p.new, true);
        deadlines(&p);
        findings_of(&p, p.new, p.old, false);
        findings_of(&p, p.old, p.new, true);
        if (in->templates)
            hj_diff_letters(&p, in);
    } else if (!p.old != !p.new) {
        hj_diff_add(&p, "", (hj_difference){
            .kind = "feil", .name = first_code(p.old ? after : before), .why = "",
            .was = p.old ? "ok" : "feil", .is = p.new ? "ok" : "feil"});
    }
    if (!p.old || !p.new)
        hj_diff_broken(d, in->label, p.old ? after : before);
    d->n_changed += d->changed;
    hj_arena_free(arena);
    return d->changed;
}

void hj_diff_unreadable(hj_diff *d, const char *label, const hj_diags *diags)
{
    d->n_cases++;
    hj_diff_broken(d, label, diags);
}
