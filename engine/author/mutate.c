/* Mutants: small mistakes an author could have made, each put in for a moment.
 *
 * The hard idea: the compiled base is data, so a mistake is one field changed and changed back; the
 * same tests run on it, those first that are known to meet the place. A mutant that no test notices
 * shows a rule that could be wrong without anybody seeing it. */
#include <stdio.h>
#include <string.h>

#include "author/internal.h"

typedef struct mutants {
    const hj_cover *cover;
    hj_test_runner *r;
    hj_buf *out;
    hj_claims *claims;
    int made, killed, explained;
    const hj_prosess *process; /* only its own tests, or those of documents, can notice; or NULL */
    int last_killer; /* the test that noticed the last one: often it notices the next */
} mutants;

static bool meets(const mutants *m, int test, const hj_cond *c)
{
    if (!m->cover->passed[test])
        return false; /* it fails anyhow, and can tell nothing */
    const hj_test *t = m->cover->base->tests[test];
    if (m->process && !t->dokument
        && !(t->prosess && strcmp(t->prosess, m->process->e.name) == 0))
        return false;
    return !c || m->cover->seen[(size_t)test * (size_t)m->cover->base->n_conds + (size_t)c->id];
}

static bool notices(mutants *m, int test, const hj_cond *c)
{
    if (!meets(m, test, c) || hj_test_passes(m->r, m->cover->base->tests[test]))
        return false;
    m->last_killer = test;
    return true;
}

/* What became of one mutant: kind, to be translated, and what say how the rules were changed. */
static void tell(mutants *m, hj_place place, const char *kind, const char *what, bool killed,
                 int met)
{
    char en[400], nb[400];
    snprintf(en, sizeof en, "%s%s", hj_tr(HJ_LANG_EN, kind), what);
    snprintf(nb, sizeof nb, "%s%s", hj_tr(HJ_LANG_NB, kind), what);
    const char *why = hj_claims_find(m->claims, place, (const char *const[]){en, nb}, killed);
    const char *said = m->r->lang == HJ_LANG_NB ? nb : en;
    m->made++;
    m->killed += killed;
    if (killed)
        return;
    if (why) {
        m->explained++;
        hj_buf_printf(m->out, hj_tr(m->r->lang, HJ_T("%s:%d: makes no difference: %s: %s\n")),
                      place.file, place.line, said, why);
    } else {
        hj_buf_printf(m->out, hj_tr(m->r->lang, HJ_T("%s:%d: survived: %s (%d tests meet it)\n")),
                      place.file, place.line, said, met);
    }
}

/* The base is changed now. c: only tests that meet this condition can notice; NULL: any may. */
static void judge_as(mutants *m, const hj_cond *c, hj_place place, const char *kind,
                     const char *what)
{
    if (!hj_asked_about(m->r->only, place))
        return;
    int met = 0, decider = c ? m->cover->decider[c->id] - 1 : -1, last = m->last_killer;
    bool killed = (decider >= 0 && notices(m, decider, c))
        || (last != decider && notices(m, last, c));
    for (int i = 0; i < m->cover->base->n_tests && !killed; i++) {
        int t = m->cover->order[i];
        met += meets(m, t, c);
        killed = t != last && t != decider && notices(m, t, c);
    }
    tell(m, place, kind, what, killed, met);
}

static void judge(mutants *m, const hj_cond *c, hj_place place, const char *what)
{
    judge_as(m, c, place, "", what);
}

static const char *shown(const hj_cond *c, char *buf, size_t size)
{
    hj_buf out = {0};
    hj_show_cond(c, &out);
    snprintf(buf, size, "%s", out.data);
    hj_buf_free(&out);
    return buf;
}

/* ---- Conditions ------------------------------------------------------------------------------ */

static void as_kind(mutants *m, hj_cond *c, hj_cond_kind kind)
{
    char what[300], whole[240];
    hj_cond_kind was = c->kind;
    snprintf(what, sizeof what, "%s → %s: %s", hj_cond_name(was), hj_cond_name(kind),
             shown(c, whole, sizeof whole));
    c->kind = kind;
    judge(m, c, c->place, what);
    c->kind = was;
}

static void with_number(mutants *m, hj_cond *c, double *number, double step)
{
    char what[300];
    double was = *number;
    snprintf(what, sizeof what, "%g → %g: %s", was, was + step, c->vis);
    *number = was + step;
    judge(m, c, c->place, what);
    *number = was;
}

static void with_int(mutants *m, const hj_cond *c, hj_place place, const char *vis, int *number,
                     int step)
{
    char what[300];
    int was = *number;
    snprintf(what, sizeof what, "%d → %d: %s", was, was + step, vis);
    *number = was + step;
    judge(m, c, place, what);
    *number = was;
}

static void without_word(mutants *m, hj_cond *c, int k)
{
    char what[300];
    const char **all = c->words, *fewer[64];
    const uint16_t *pairs = c->pairs;
    if (c->n_words > (int)HJ_COUNT(fewer))
        return;
    int n = 0;
    for (int i = 0; i < c->n_words; i++)
        if (i != k)
            fewer[n++] = all[i];
    snprintf(what, sizeof what, "\"%s\": %s", all[k], c->vis);
    c->words = fewer;
    c->pairs = NULL;
    c->n_words = n;
    judge_as(m, c, c->place, HJ_T("without "), what);
    c->words = all;
    c->pairs = pairs;
    c->n_words = n + 1;
}

static void without_kid(mutants *m, hj_cond *c, int k)
{
    char what[300];
    hj_cond **all = c->kids, *fewer[256];
    if (c->n > (int)HJ_COUNT(fewer))
        return;
    int n = 0;
    for (int i = 0; i < c->n; i++)
        if (i != k)
            fewer[n++] = all[i];
    shown(all[k], what, sizeof what);
    c->kids = fewer;
    c->n = n;
    judge_as(m, c, all[k]->place, HJ_T("without "), what);
    c->kids = all;
    c->n = n + 1;
}

static void turned(mutants *m, const hj_leaf *leaf)
{
    char what[300];
    int met = 0;
    snprintf(what, sizeof what, "ikke(%s)", leaf->cond->vis);
    for (int t = 0; t < m->cover->base->n_tests; t++)
        met += meets(m, t, leaf->cond);
    tell(m, leaf->cond->place, "", what, leaf->decisive, met); /* found already */
}

static void in_span(mutants *m, const hj_cond *c, hj_place place, const char *vis, hj_span *span)
{
    int *const parts[] = {&span->aar, &span->maaneder, &span->uker, &span->dager};
    for (size_t i = 0; i < HJ_COUNT(parts); i++)
        if (*parts[i]) {
            with_int(m, c, place, vis, parts[i], 1);
            with_int(m, c, place, vis, parts[i], -1);
        }
}

static void in_operand(mutants *m, hj_cond *c, hj_operand *o)
{
    if (o->kind == HJ_OP_NUMBER) {
        with_number(m, c, &o->number, 1);
        with_number(m, c, &o->number, -1);
    } else if (o->kind == HJ_OP_DATE) {
        o->date++;
        judge_as(m, c, c->place, HJ_T("a day later: "), c->vis);
        o->date--;
    }
}

static void in_cond(mutants *m, hj_cond *c)
{
    static const struct {
        hj_cond_kind from, to;
    } mixed_up[] = {{HJ_MINST, HJ_OVER}, {HJ_OVER, HJ_MINST}, {HJ_HOYST, HJ_UNDER},
                    {HJ_UNDER, HJ_HOYST}};
    for (size_t i = 0; i < HJ_COUNT(mixed_up); i++)
        if (mixed_up[i].from == c->kind) {
            as_kind(m, c, mixed_up[i].to);
            break;
        }
    if ((c->kind == HJ_ALLE || c->kind == HJ_NOEN) && c->n > 1) {
        as_kind(m, c, c->kind == HJ_ALLE ? HJ_NOEN : HJ_ALLE);
        for (int i = 0; i < c->n; i++)
            without_kid(m, c, i);
    }
    if (c->kind == HJ_IKKE)
        as_kind(m, c, HJ_VILKAAR); /* lets the answer through */
    for (int i = 0; c->n_words > 1 && i < c->n_words; i++)
        without_word(m, c, i);
    in_operand(m, c, &c->a);
    in_operand(m, c, &c->b);
    if (c->kind == HJ_ELDRE_ENN || c->kind == HJ_YNGRE_ENN)
        in_span(m, c, c->place, c->vis, &c->span);
}

/* ---- What is not a condition ----------------------------------------------------------------- */

static void in_rule(mutants *m, hj_regel *r)
{
    char what[300];
    hj_unntak **all = r->unntak, *fewer[64];
    int n_all = r->n_unntak;
    for (int k = 0; k < n_all && n_all <= (int)HJ_COUNT(fewer); k++) {
        int n = 0;
        for (int i = 0; i < n_all; i++)
            if (i != k)
                fewer[n++] = all[i];
        snprintf(what, sizeof what, "unntak \"%s\"", all[k]->name);
        r->unntak = fewer;
        r->n_unntak = n;
        judge_as(m, all[k]->naar, all[k]->place, HJ_T("without "), what);
        r->unntak = all;
        r->n_unntak = n_all;
        hj_gir was = all[k]->gir;
        snprintf(what, sizeof what, "unntak \"%s\": gir = %s", all[k]->name,
                 was == HJ_GIR_JA ? "nei" : "ja");
        all[k]->gir = was == HJ_GIR_JA ? HJ_GIR_NEI : HJ_GIR_JA;
        judge(m, all[k]->naar, all[k]->place, what);
        all[k]->gir = was;
    }
    if (r->delvis) {
        hj_cond *was = r->delvis;
        r->delvis = NULL;
        judge_as(m, was, was->place, HJ_T("without "), "delvis_naar");
        r->delvis = was;
    }
}

/* The answer of one row is the next one's, or another number. */
static void in_tabell(mutants *m, hj_tabell *t)
{
    char what[300];
    for (int i = 0; i < t->n; i++) {
        hj_value was = t->rader[i].gir, other = was;
        if (was.type == HJ_FACT_TALL)
            other.number++;
        else if (was.type == HJ_FACT_JANEI)
            other.flag = !was.flag;
        else
            other = t->rader[(i + 1) % t->n].gir;
        if (other.text && was.text && strcmp(other.text, was.text) == 0)
            continue;
        snprintf(what, sizeof what, "rad %d: beslutningstabell \"%s\"", i + 1, t->e.name);
        t->rader[i].gir = other;
        judge_as(m, NULL, t->rader[i].place, HJ_T("another answer in "), what);
        t->rader[i].gir = was;
    }
}

/* Where one edition takes over from another, a day later. */
static void in_entry(mutants *m, hj_entry *e)
{
    for (int k = 1; k < e->n && e->kind != HJ_HJEMMEL && e->kind != HJ_LOV; k++) {
        hj_edition *before = e->editions[k - 1], *after = e->editions[k];
        if (before->to == HJ_DATE_NONE || before->to != after->from)
            continue;
        before->to = ++after->from;
        judge_as(m, NULL, after->place, HJ_T("begins a day later: "), e->name);
        before->to = --after->from;
    }
}

static void in_frist(mutants *m, hj_frist *f)
{
    char what[300];
    in_span(m, NULL, f->e.place, f->e.name, &f->span);
    if (f->retning != HJ_STAAR) {
        hj_retning was = f->retning;
        snprintf(what, sizeof what, "frist \"%s\"", f->e.name);
        f->retning = was == HJ_FRAM ? HJ_TILBAKE : HJ_FRAM;
        judge_as(m, NULL, f->e.place, HJ_T("the other direction off a holiday: "), what);
        f->retning = was;
    }
    if (f->naar) {
        hj_cond *was = f->naar;
        snprintf(what, sizeof what, "naar: frist \"%s\"", f->e.name);
        f->naar = NULL;
        judge_as(m, NULL, was->place, HJ_T("without "), what);
        f->naar = was;
    }
    for (int i = 0; i < f->n_anslag; i++)
        if (!f->anslag[i].dager_fact)
            with_int(m, NULL, f->e.place, f->e.name, &f->anslag[i].dager, 1);
}

static void in_sats(mutants *m, hj_sats *s)
{
    char what[300];
    for (int i = 0; i < s->n; i++) {
        double was = s->rows[i].verdi;
        snprintf(what, sizeof what, "%g → %g: sats \"%s\"", was, was + 1, s->e.name);
        s->rows[i].verdi = was + 1;
        if (!s->rows[i].ukjent)
            judge(m, NULL, s->e.place, what);
        s->rows[i].verdi = was;
        if (!i || s->rows[i - 1].to == HJ_DATE_NONE || s->rows[i - 1].to != s->rows[i].from)
            continue;
        if (s->rows[i].ukjent)
            snprintf(what, sizeof what, "ukjent: sats \"%s\"", s->e.name);
        else
            snprintf(what, sizeof what, "%g: sats \"%s\"", was, s->e.name);
        s->rows[i - 1].to = ++s->rows[i].from;
        judge_as(m, NULL, s->e.place, HJ_T("begins a day later: "), what);
        s->rows[i - 1].to = --s->rows[i].from;
    }
}

static void in_helligdag(mutants *m, hj_helligdag *h)
{
    int *day = h->by_easter ? &h->paaske : h->ukedag ? &h->ukedag : &h->dag;
    with_int(m, NULL, h->e.place, h->e.name, day, h->ukedag > 1 || h->dag > 20 ? -1 : 1);
}

static void in_trapp(mutants *m, hj_trapp *t)
{
    char what[300];
    hj_trinn **all = t->trinn, *other[128];
    int n_all = t->n;
    for (int k = 0; k < n_all && n_all <= (int)HJ_COUNT(other); k++) {
        int n = 0;
        for (int i = 0; i < n_all; i++)
            if (i != k)
                other[n++] = all[i];
        snprintf(what, sizeof what, "trinn \"%s\"", all[k]->name);
        t->trinn = other;
        t->n = n;
        judge_as(m, all[k]->naar, all[k]->place, HJ_T("without "), what);
        t->n = n_all;
        if (k + 1 < n_all) {
            memcpy(other, all, (size_t)n_all * sizeof *all);
            other[k] = all[k + 1];
            other[k + 1] = all[k];
            snprintf(what, sizeof what, "trinn \"%s\", trinn \"%s\"", all[k]->name,
                     all[k + 1]->name);
            judge_as(m, all[k]->naar, all[k]->place, HJ_T("the other way round: "), what);
        }
        t->trinn = all;
    }
}

static void in_utregning(mutants *m, hj_utregning *u)
{
    char what[300];
    hj_operand *limits[] = {&u->hoyst, &u->minst};
    for (int i = 0; i < 2; i++) {
        hj_operand was = *limits[i];
        if (!was.kind)
            continue;
        snprintf(what, sizeof what, "%s: utregning \"%s\"", i ? "minst" : "hoyst",
                 u->e.name);
        limits[i]->kind = HJ_OP_NONE;
        judge_as(m, NULL, u->e.place, HJ_T("without "), what);
        *limits[i] = was;
    }
    if (u->avrunding) {
        const hj_avrunding *was = u->avrunding;
        hj_avrunding other = {"?", was->per, was->way > 0 ? -1 : 1};
        snprintf(what, sizeof what, "utregning \"%s\"", u->e.name);
        u->avrunding = &other;
        judge_as(m, NULL, u->e.place,
                 other.way > 0 ? HJ_T("rounded up: ") : HJ_T("rounded down: "), what);
        u->avrunding = was;
    }
    if (u->naar) {
        hj_cond *was = u->naar;
        snprintf(what, sizeof what, "naar: utregning \"%s\"", u->e.name);
        u->naar = NULL;
        judge_as(m, NULL, was->place, HJ_T("without "), what);
        u->naar = was;
    }
}

/* One pointer of a list taken out while the tests run. */
static void without(mutants *m, void *list, int *n, int k, size_t size, hj_place place,
                    const char *what)
{
    char *at = (char *)list + (size_t)k * size, kept[sizeof(hj_tilstandsfrist)];
    size_t rest = (size_t)(*n - k - 1) * size;
    memcpy(kept, at, size);
    memmove(at, at + size, rest);
    --*n;
    judge_as(m, NULL, place, HJ_T("without "), what);
    memmove(at + size, at, rest);
    memcpy(at, kept, size);
    ++*n;
}

static void in_overgang(mutants *m, hj_overgang *o)
{
    char what[300];
    if (o->hvem_som_helst)
        return;
    for (int i = 0; i < o->n_roller; i++) {
        snprintf(what, sizeof what, "rolle \"%s\": overgang \"%s\"", o->roller[i].name,
                 o->hendelse_name);
        without(m, o->roller, &o->n_roller, i, sizeof *o->roller, o->place, what);
    }
    snprintf(what, sizeof what, "rolle = hvem_som_helst: overgang \"%s\"", o->hendelse_name);
    o->hvem_som_helst = true;
    judge(m, NULL, o->place, what);
    o->hvem_som_helst = false;
}

static void in_prosess(mutants *m, hj_prosess *p)
{
    char what[300];
    m->process = p;
    for (int i = 0; i < p->n_overganger; i++) {
        hj_overgang *o = p->overganger[i];
        snprintf(what, sizeof what, "overgang \"%s\" → \"%s\"", o->hendelse_name,
                 o->til_name);
        without(m, p->overganger, &p->n_overganger, i, sizeof *p->overganger, o->place, what);
        in_overgang(m, o);
    }
    for (int i = 0; i < p->n_tilstander; i++) {
        hj_tilstand *s = p->tilstander[i];
        for (int k = 0; k < s->n_frister; k++) {
            snprintf(what, sizeof what, "frist \"%s\": tilstand \"%s\"",
                     s->frister[k].frist.name, s->name);
            without(m, s->frister, &s->n_frister, k, sizeof *s->frister, s->place, what);
        }
    }
    m->process = NULL;
}

static void in_edition(mutants *m, hj_kind kind, hj_edition *e)
{
    switch (kind) {
    case HJ_REGEL: in_rule(m, (hj_regel *)e); break;
    case HJ_FRIST: in_frist(m, (hj_frist *)e); break;
    case HJ_SATS: in_sats(m, (hj_sats *)e); break;
    case HJ_TABELL: in_tabell(m, (hj_tabell *)e); break;
    case HJ_TRAPP: in_trapp(m, (hj_trapp *)e); break;
    case HJ_UTREGNING: in_utregning(m, (hj_utregning *)e); break;
    case HJ_HELLIGDAG: in_helligdag(m, (hj_helligdag *)e); break;
    case HJ_PROSESS: in_prosess(m, (hj_prosess *)e); break;
    default: break;
    }
}

int hj_mutate(const hj_cover *cover, hj_test_runner *r, hj_arena *arena, hj_buf *out, int *untrue)
{
    mutants m = {.cover = cover, .r = r, .out = out, .claims = hj_claims_new(arena)};
    hj_rulebase *base = cover->base;
    *untrue = 0;
    if (!base->n_tests)
        return 0;
    r->only_whether = true;
    for (int i = 0; i < cover->n_leaves; i++)
        turned(&m, &cover->leaves[i]);
    for (int i = 0; i < base->n_conds; i++)
        if (cover->conds[i])
            in_cond(&m, cover->conds[i]);
    for (hj_kind kind = 0; kind < HJ_KIND_COUNT; kind++)
        for (int i = 0; i < base->tables[kind].n; i++) {
            hj_entry *e = base->tables[kind].entries[i];
            in_entry(&m, e);
            for (int k = 0; k < e->n; k++)
                in_edition(&m, kind, e->editions[k]);
        }
    r->only_whether = false;
    *untrue = hj_claims_untrue(m.claims, r->lang, out);
    int counted = m.made - m.explained, share = hj_percent(m.killed, counted);
    hj_buf_printf(out, hj_tr(r->lang, HJ_T("mutants: %d of %d noticed (%d %%); %d more make no "
                                           "difference, and the rules say why\n")),
                  m.killed, counted, share, m.explained);
    return share;
}
