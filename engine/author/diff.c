/* Two versions of the rules over the same cases: what comes out otherwise, and why.
 *
 * The hard idea: a change is told by its cause, not case by case. Each difference is traced to the
 * first condition of the rule that did not answer as before, and all cases with the same difference
 * for the same reason are one group: two hundred letters changed are one line to read. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "author/diff.h"
#include "decision/eval.h"

enum { BUCKETS = 1024, SHOWN = 5 };

typedef struct group {
    const char *kind, *name, *was, *is;
    const char *why; /* the first condition that flipped, as authors write it; or "" */
    hj_place place; /* of it */
    const char *hjemmel;
    int n, cap;
    const char **cases;
    struct group *next;
} group;

struct hj_diff {
    hj_rulebase *before, *after;
    hj_arena *arena;
    const hj_sharing *sharing;
    int n_cases, n_changed, n_failed;
    group *buckets[BUCKETS];
    int n_groups;
    bool changed; /* the case at hand has a difference */
};

typedef struct pair { /* one case decided twice */
    hj_diff *d;
    const char *label;
    hj_eval *old, *new;
    hj_arena *arena;
} pair;

hj_diff *hj_diff_new(hj_rulebase *before, hj_rulebase *after, hj_arena *arena)
{
    hj_diff *d = HJ_NEW(arena, hj_diff);
    *d = (hj_diff){.before = before, .after = after, .arena = arena,
                   .sharing = hj_sharing_new(before, after, arena)};
    return d;
}

hj_kept *hj_diff_kept(const hj_diff *d, hj_arena *arena)
{
    return hj_kept_new(d->sharing, arena);
}

/* ---- Groups ---------------------------------------------------------------------------------- */

static unsigned hash(unsigned h, const char *s)
{
    for (; *s; s++)
        h = (h ^ (unsigned char)*s) * 16777619u;
    return h * 31;
}

static bool same_group(const group *a, const group *b)
{
    return strcmp(a->kind, b->kind) == 0 && strcmp(a->name, b->name) == 0
        && strcmp(a->was, b->was) == 0 && strcmp(a->is, b->is) == 0 && strcmp(a->why, b->why) == 0
        && a->place.line == b->place.line;
}

static void add(pair *p, group found)
{
    hj_diff *d = p->d;
    unsigned h = hash(hash(hash(hash(hash(2166136261u, found.kind), found.name), found.was),
                           found.is), found.why) % BUCKETS;
    group *g = d->buckets[h];
    while (g && !same_group(g, &found))
        g = g->next;
    if (!g) {
        g = HJ_NEW(d->arena, group);
        *g = found;
        g->kind = hj_arena_strdup(d->arena, found.kind);
        g->name = hj_arena_strdup(d->arena, found.name);
        g->was = hj_arena_strdup(d->arena, found.was);
        g->is = hj_arena_strdup(d->arena, found.is);
        g->why = hj_arena_strdup(d->arena, found.why);
        g->hjemmel = hj_arena_strdup(d->arena, found.hjemmel ? found.hjemmel : "");
        g->next = d->buckets[h];
        d->buckets[h] = g;
        d->n_groups++;
    }
    if (!g->n || strcmp(g->cases[g->n - 1], p->label) != 0) /* two posts of one case count once */
        HJ_LIST_ADD(d->arena, g->cases, g->n, g->cap, p->label, const char *);
    d->changed = true;
}

/* ---- The condition that flipped -------------------------------------------------------------- */

typedef struct leaf {
    const hj_cond *cond;
    const hj_cites *hjemmel; /* the nearest that encloses it */
    int answer; /* hj_kleene, or HJ_MEMO_NONE */
    bool met; /* the other version has the same leaf with the same answer */
} leaf;

typedef struct leaves {
    int n, cap;
    leaf *items;
} leaves;

static void list_leaves(const pair *p, const hj_scope *sc, const hj_cond *c,
                        const hj_cites *hjemmel, leaves *out)
{
    if (!c)
        return;
    if (c->hjemmel.n)
        hjemmel = &c->hjemmel;
    for (int i = 0; i < c->n; i++)
        list_leaves(p, sc, c->kids[i], hjemmel, out);
    if (c->n)
        return;
    leaf one = {.cond = c, .hjemmel = hjemmel, .answer = sc->memo[c->id]};
    HJ_LIST_ADD(p->arena, out->items, out->n, out->cap, one, leaf);
}

static leaves leaves_of(const pair *p, const hj_post *post)
{
    leaves out = {0};
    const hj_regel *r = post->regel;
    list_leaves(p, post->scope, r->naar, &r->hjemmel, &out);
    list_leaves(p, post->scope, r->delvis, &r->hjemmel, &out);
    for (int i = 0; i < r->n_unntak; i++)
        list_leaves(p, post->scope, r->unntak[i]->naar,
                    r->unntak[i]->hjemmel.n ? &r->unntak[i]->hjemmel : &r->hjemmel, &out);
    return out;
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_leaf(const leaf *a, const leaf *b)
{
    return strcmp(a->cond->vis, b->cond->vis) == 0;
}

/* The same question, maybe with another threshold. */
static bool same_question(const leaf *a, const leaf *b)
{
    return a->cond->kind == b->cond->kind && same_text(a->cond->fact_name, b->cond->fact_name)
        && same_text(a->cond->name, b->cond->name);
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

static void explain(const pair *p, const hj_post *old, const hj_post *new, group *g)
{
    leaves a = leaves_of(p, old), b = leaves_of(p, new);
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

static void rates(pair *p, const hj_post *new)
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
        add(p, (group){.kind = "sats", .name = ref->name, .why = "", .place = sats->e.place,
                       .was = was ? hj_arena_printf(p->arena, "%g", was->verdi) : "–",
                       .is = is ? hj_arena_printf(p->arena, "%g", is->verdi) : "–",
                       .hjemmel = hj_cited(p->new, &sats->hjemmel)});
    }
}

static void outcomes(pair *p)
{
    for (int i = 0; i < p->new->n_posts; i++) {
        const hj_post *is = &p->new->posts[i], *was = post_like(p->old, is);
        if (was)
            rates(p, is);
        if (strcmp(outcome(was), outcome(is)) == 0)
            continue;
        group g = {.kind = "utfall", .name = is->regel->e.name, .was = outcome(was),
                   .is = outcome(is), .why = "", .place = is->regel->e.place,
                   .hjemmel = hj_cited(p->new, &is->regel->hjemmel)};
        if (was)
            explain(p, was, is, &g);
        add(p, g);
    }
    for (int i = 0; i < p->old->n_posts; i++) {
        const hj_post *was = &p->old->posts[i];
        if (!post_like(p->new, was))
            add(p, (group){.kind = "utfall", .name = was->regel->e.name, .was = outcome(was),
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
static const char *moved(const pair *p, const hj_due *was, const hj_due *is, bool *same)
{
    bool before = was && was->gjelder != HJ_NEI, after = is && is->gjelder != HJ_NEI;
    bool clock = before && after
        && strcmp(was->frist->klokkeslett ? was->frist->klokkeslett : "",
                  is->frist->klokkeslett ? is->frist->klokkeslett : "") != 0;
    *same = before == after && (!before || (was->known == is->known
                                            && (!was->known || was->dato == is->dato) && !clock));
    if (before && after && was->known && is->known)
        return clock && was->dato == is->dato
            ? hj_arena_printf(p->arena, "kl. %s", is->frist->klokkeslett ? is->frist->klokkeslett : "–")
            : hj_arena_printf(p->arena, "%+d", (int)(is->dato - was->dato));
    return !after ? "–" : is->known ? "dato" : "ukjent";
}

static void deadlines(pair *p)
{
    bool same;
    for (int i = 0; i < p->new->n_due; i++) {
        const hj_due *is = p->new->due[i], *was = due_like(p->old, is);
        const char *how = moved(p, was, is, &same);
        if (!same)
            add(p, (group){.kind = "frist", .name = is->frist->e.name, .is = how, .why = "",
                           .was = !was || was->gjelder == HJ_NEI ? "–"
                               : was->known ? "dato" : "ukjent",
                           .place = is->frist->e.place,
                           .hjemmel = hj_cited(p->new, &is->frist->hjemmel)});
    }
    for (int i = 0; i < p->old->n_due; i++) {
        const hj_due *was = p->old->due[i];
        if (!due_like(p->new, was) && was->gjelder != HJ_NEI)
            add(p, (group){.kind = "frist", .name = was->frist->e.name, .is = "–", .why = "",
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

static void findings_of(pair *p, const hj_eval *from, const hj_eval *other, bool gone)
{
    static const char *const levels[] = {"ok", "varsel", "utkast", "stopp"};
    for (int i = 0; i < from->n_findings; i++) {
        const hj_finding *f = from->findings[i], *twin = finding_like(other, f);
        if (twin && (gone || twin->punkt->nivaa == f->punkt->nivaa))
            continue;
        const char *mine = levels[f->punkt->nivaa], *its = twin ? levels[twin->punkt->nivaa] : "–";
        add(p, (group){.kind = "funn", .why = "", .place = f->punkt->place,
                       .name = hj_arena_printf(p->arena, "%s %s", f->list->e.name,
                                               f->punkt->nummer),
                       .was = gone ? mine : its, .is = gone ? its : mine,
                       .hjemmel = hj_cited(from, &f->punkt->hjemmel)});
    }
}

static const char *first_error(const hj_diags *diags)
{
    for (const hj_diag *d = diags->first; d; d = d->next)
        if (d->severity == HJ_ERROR)
            return d->code;
    return "–";
}

bool hj_diff_case(hj_diff *d, const char *label, const hj_document *doc,
                  const hj_decide_options *options, hj_kept *kept, hj_lang lang)
{
    hj_arena *arena = hj_arena_new();
    hj_diags *before = hj_diags_new(arena, lang), *after = hj_diags_new(arena, lang);
    pair p = {.d = d, .label = hj_arena_strdup(d->arena, label), .arena = arena};
    hj_decide_options twice = *options;
    twice.kept = kept ? kept : hj_diff_kept(d, arena);
    p.old = hj_evaluate(d->before, doc, &twice, arena, before);
    twice.second = true;
    p.new = hj_evaluate(d->after, doc, &twice, arena, after);
    d->n_cases++;
    d->changed = false;
    if (p.old && p.new) {
        outcomes(&p);
        deadlines(&p);
        findings_of(&p, p.new, p.old, false);
        findings_of(&p, p.old, p.new, true);
    } else if (!p.old != !p.new) {
        add(&p, (group){.kind = "feil", .name = first_error(p.old ? after : before), .why = "",
                        .was = p.old ? "ok" : "feil", .is = p.new ? "ok" : "feil"});
    }
    d->n_failed += !p.old || !p.new;
    d->n_changed += d->changed;
    hj_arena_free(arena);
    return d->changed;
}

void hj_diff_unreadable(hj_diff *d)
{
    d->n_cases++;
    d->n_failed++;
}

/* ---- The report ------------------------------------------------------------------------------ */

static int by_size(const void *a, const void *b)
{
    const group *x = *(const group *const *)a, *y = *(const group *const *)b;
    int order = y->n - x->n;
    order = order ? order : strcmp(x->kind, y->kind);
    order = order ? order : strcmp(x->name, y->name);
    order = order ? order : strcmp(x->was, y->was);
    order = order ? order : strcmp(x->is, y->is);
    order = order ? order : strcmp(x->why, y->why);
    return order ? order : x->place.line - y->place.line;
}

static group **sorted(const hj_diff *d, hj_arena *arena)
{
    group **list = HJ_ARRAY(arena, (size_t)d->n_groups + 1, group *);
    int n = 0;
    for (int b = 0; b < BUCKETS; b++)
        for (group *g = d->buckets[b]; g; g = g->next)
            list[n++] = g;
    if (n)
        qsort(list, (size_t)n, sizeof *list, by_size);
    return list;
}

/* How the two values read: a deadline that is only moved says by how much. */
static void change(const group *g, hj_lang lang, hj_buf *out)
{
    if (strcmp(g->kind, "frist") == 0 && (*g->is == '+' || *g->is == '-') && g->is[1])
        hj_buf_printf(out, hj_tr(lang, HJ_T("moved %s days")), g->is);
    else
        hj_buf_printf(out, "%s → %s", g->was, g->is);
}

static void sum(const hj_diff *d, hj_lang lang, hj_buf *out)
{
    hj_buf_printf(out, hj_tr(lang, HJ_T("%d cases, %d of them come out otherwise, %d could not be decided")),
                  d->n_cases, d->n_changed, d->n_failed);
}

static void as_text(const hj_diff *d, group **list, hj_lang lang, hj_buf *out)
{
    sum(d, lang, out);
    hj_buf_char(out, '\n');
    for (int i = 0; i < d->n_groups; i++) {
        const group *g = list[i];
        hj_buf_printf(out, "\n%d  %s %s: ", g->n, g->kind, g->name);
        change(g, lang, out);
        hj_buf_char(out, '\n');
        if (*g->why)
            hj_buf_printf(out, "    %s\n", g->why);
        if (g->place.file)
            hj_buf_printf(out, "    %s:%d%s%s\n", g->place.file, g->place.line,
                          *g->hjemmel ? "  " : "", g->hjemmel);
        for (int k = 0; k < g->n && k < SHOWN; k++)
            hj_buf_printf(out, "      %s\n", g->cases[k]);
        if (g->n > SHOWN) {
            hj_buf_printf(out, hj_tr(lang, HJ_T("      and %d more")), g->n - SHOWN);
            hj_buf_char(out, '\n');
        }
    }
}

static void field(hj_buf *out, const char *name, const char *value, const char *after)
{
    hj_buf_printf(out, "\"%s\": ", name);
    hj_buf_json(out, value);
    hj_buf_str(out, after);
}

static void as_json(const hj_diff *d, group **list, hj_buf *out)
{
    hj_buf_printf(out, "{\"cases\": %d, \"changed\": %d, \"failed\": %d, \"groups\": [", d->n_cases,
                  d->n_changed, d->n_failed);
    for (int i = 0; i < d->n_groups; i++) {
        const group *g = list[i];
        hj_buf_str(out, i ? ",\n {" : "\n {");
        field(out, "kind", g->kind, ", ");
        field(out, "name", g->name, ", ");
        field(out, "was", g->was, ", ");
        field(out, "is", g->is, ", ");
        field(out, "why", g->why, ", ");
        field(out, "file", g->place.file ? g->place.file : "", ", ");
        hj_buf_printf(out, "\"line\": %d, ", g->place.line);
        field(out, "hjemmel", g->hjemmel, ", \"cases\": [");
        for (int k = 0; k < g->n; k++) {
            hj_buf_str(out, k ? ", " : "");
            hj_buf_json(out, g->cases[k]);
        }
        hj_buf_str(out, "]}");
    }
    hj_buf_str(out, "\n]}\n");
}

static void as_html(const hj_diff *d, group **list, hj_lang lang, hj_buf *out)
{
    hj_buf_printf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<meta charset=\"utf-8\">\n<title>hjemmel diff</title>\n"
                       "<style>body{font:16px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
                       "summary{cursor:pointer}details{border-top:1px solid #ccc;padding:.6em 0}"
                       "code{background:#f2f2f0;padding:0 .3em}b{display:inline-block;min-width:4em}"
                       "li{list-style:none}</style>\n<h1>", lang == HJ_LANG_NB ? "nb" : "en");
    sum(d, lang, out);
    hj_buf_str(out, "</h1>\n");
    for (int i = 0; i < d->n_groups; i++) {
        const group *g = list[i];
        hj_buf text = {0};
        hj_buf_printf(&text, "%s %s: ", g->kind, g->name);
        change(g, lang, &text);
        hj_buf_printf(out, "<details><summary><b>%d</b>", g->n);
        hj_buf_xml(out, text.data);
        hj_buf_str(out, "</summary>\n");
        if (*g->why) {
            hj_buf_str(out, "<p><code>");
            hj_buf_xml(out, g->why);
            hj_buf_str(out, "</code></p>\n");
        }
        if (g->place.file) {
            hj_buf_str(out, "<p>");
            hj_buf_xml(out, g->place.file);
            hj_buf_printf(out, ":%d ", g->place.line);
            hj_buf_xml(out, g->hjemmel);
            hj_buf_str(out, "</p>\n");
        }
        hj_buf_str(out, "<ul>\n");
        for (int k = 0; k < g->n; k++) {
            hj_buf_str(out, "<li>");
            hj_buf_xml(out, g->cases[k]);
            hj_buf_char(out, '\n');
        }
        hj_buf_str(out, "</ul></details>\n");
        hj_buf_free(&text);
    }
    hj_buf_str(out, "</html>\n");
}

void hj_diff_report(const hj_diff *d, hj_diff_format format, hj_lang lang, hj_buf *out)
{
    hj_arena *arena = hj_arena_new();
    group **list = sorted(d, arena);
    if (format == HJ_DIFF_JSON)
        as_json(d, list, out);
    else if (format == HJ_DIFF_HTML)
        as_html(d, list, lang, out);
    else
        as_text(d, list, lang, out);
    hj_arena_free(arena);
}
