/* Coverage: has a test seen this condition as ja, as nei and as ukjent, and does any test care?
 *
 * The hard idea: being met is not being tested. A leaf is *decisive* when some test fails as soon
 * as its answer is turned around; only then would the tests notice if it were written wrong. */
#include <stdlib.h>
#include <string.h>

#include "author/internal.h"

enum { JA = 1 << HJ_JA, NEI = 1 << HJ_NEI, UKJENT = 1 << HJ_UKJENT };

/* ---- Which leaves there are ------------------------------------------------------------------ */

enum { MAX_SURE = 32, MAX_DEPTH = 100 };

typedef struct finder {
    hj_cover *cover;
    const char *owner, *only;
    int n_sure; /* facts known for certain here: the point of a checklist asks for them first */
    const hj_entry *sure[MAX_SURE];
    bool sure_of_rule; /* and that some rule applies */
    int *leaf_of; /* by condition: its leaf + 1 */
    bool *anywhere; /* by condition: met where nothing is certain */
} finder;

static bool cond_may_be_unknown(const finder *f, const hj_cond *c, int depth);

/* Some facts are always known: what exists, what is counted, what follows from known ones. */
static bool fact_may_be_unknown(const finder *f, const hj_entry *entry, int depth)
{
    const hj_faktum *fact = hj_faktum_of(entry);
    for (int i = 0; i < f->n_sure; i++)
        if (f->sure[i] == entry)
            return false;
    if (fact->utledet)
        return depth > MAX_DEPTH || cond_may_be_unknown(f, fact->utledet, depth + 1);
    return !fact->is_date && !fact->is_document_date && fact->decl.source != HJ_FACT_EXISTS
        && fact->decl.source != HJ_FACT_COUNT;
}

static bool operand_may_be_unknown(const finder *f, const hj_operand *o, int depth)
{
    return o->kind == HJ_OP_FRIST
        || (o->kind == HJ_OP_FAKTUM && fact_may_be_unknown(f, o->entry, depth));
}

/* Some conditions ask just whether something is known. */
static bool cond_may_be_unknown(const finder *f, const hj_cond *c, int depth)
{
    switch (c->kind) {
    case HJ_FINNES: case HJ_IKKE_RELEVANT: case HJ_LENGDE: case HJ_EGNE_ORD: case HJ_EGENSKAP:
    case HJ_HAR_REGEL: case HJ_AVVIK:
        return c->sted != NULL;
    default: break;
    }
    bool may = !c->n && !c->fact;
    for (int i = 0; i < c->n && !may; i++)
        may = depth > MAX_DEPTH || cond_may_be_unknown(f, c->kids[i], depth + 1);
    return may || (c->fact && fact_may_be_unknown(f, c->fact, depth))
        || operand_may_be_unknown(f, &c->a, depth) || operand_may_be_unknown(f, &c->b, depth)
        || (c->ved && fact_may_be_unknown(f, c->ved, depth));
}

/* What can come of a leaf here. */
static unsigned possible(const finder *f, const hj_cond *c)
{
    if ((c->kind == HJ_FINNES && !fact_may_be_unknown(f, c->fact, 0))
        || (c->kind == HJ_HAR_REGEL && f->sure_of_rule))
        return JA;
    return JA | NEI | (cond_may_be_unknown(f, c, 0) ? UKJENT : 0);
}

/* A part used in several places is looked at where nothing is certain, if it is met there, and
 * else where it was met first. */
static void find_in(finder *f, const hj_cond *c)
{
    hj_cover *cover = f->cover;
    bool free = !f->n_sure && !f->sure_of_rule;
    if (!c || (cover->conds[c->id] && (!free || f->anywhere[c->id])))
        return;
    cover->conds[c->id] = (hj_cond *)c;
    f->anywhere[c->id] = free;
    for (int i = 0; i < c->n; i++)
        find_in(f, c->kids[i]);
    if (c->n || c->kind == HJ_ALLE) /* a table's row that asks nothing is met by all */
        return;
    if (!hj_asked_about(f->only, c->place))
        return;
    if (!f->leaf_of[c->id])
        f->leaf_of[c->id] = ++cover->n_leaves;
    cover->leaves[f->leaf_of[c->id] - 1] =
        (hj_leaf){.cond = c, .owner = f->owner, .possible = possible(f, c)};
}

/* What is certain wherever c is not nei. */
static void take_for_granted(finder *f, const hj_cond *c, int depth)
{
    if (!c || depth > MAX_DEPTH)
        return;
    if (c->kind == HJ_FINNES && f->n_sure < MAX_SURE)
        f->sure[f->n_sure++] = c->fact;
    f->sure_of_rule |= c->kind == HJ_HAR_REGEL || c->kind == HJ_EGENSKAP;
    for (int i = 0; i < c->n && (c->kind == HJ_ALLE || c->kind == HJ_VILKAAR); i++)
        take_for_granted(f, c->kids[i], depth + 1);
}

static void find_in_punkt(finder *f, const hj_punkt *p)
{
    find_in(f, p->naar);
    take_for_granted(f, p->naar, 0);
    find_in(f, p->krav);
    f->n_sure = 0;
    f->sure_of_rule = false;
}

static void find_in_edition(finder *f, hj_kind kind, const hj_edition *e)
{
    f->owner = e->name;
    if (kind == HJ_REGEL) {
        const hj_regel *r = (const hj_regel *)e;
        find_in(f, r->naar);
        find_in(f, r->delvis);
        for (int i = 0; i < r->n_unntak; i++)
            find_in(f, r->unntak[i]->naar);
    } else if (kind == HJ_FAKTUM) {
        find_in(f, ((const hj_faktum *)e)->utledet);
    } else if (kind == HJ_TABELL) {
        const hj_tabell *t = (const hj_tabell *)e;
        for (int i = 0; i < t->n; i++)
            find_in(f, t->rader[i].naar);
    } else if (kind == HJ_TRAPP) {
        const hj_trapp *t = (const hj_trapp *)e;
        for (int i = 0; i < t->n; i++)
            find_in(f, t->trinn[i]->naar);
    } else if (kind == HJ_UTREGNING) {
        find_in(f, ((const hj_utregning *)e)->naar);
    } else if (kind == HJ_PROSESS) {
        const hj_prosess *p = (const hj_prosess *)e;
        for (int i = 0; i < p->n_overganger; i++)
            find_in(f, p->overganger[i]->naar);
    } else if (kind == HJ_FRIST) {
        find_in(f, ((const hj_frist *)e)->naar);
    } else if (kind == HJ_SJEKKLISTE) {
        const hj_sjekkliste *list = (const hj_sjekkliste *)e;
        for (int i = 0; i < list->n; i++)
            find_in_punkt(f, list->punkter[i]);
    }
}

static int by_place(const void *a, const void *b)
{
    const hj_cond *x = ((const hj_leaf *)a)->cond, *y = ((const hj_leaf *)b)->cond;
    int file = strcmp(x->place.file, y->place.file);
    return file ? file : x->place.line != y->place.line ? x->place.line - y->place.line
                                                        : x->id - y->id;
}

static void find_leaves(hj_cover *cover, hj_arena *arena)
{
    size_t n = (size_t)cover->base->n_conds + 1;
    finder f = {.cover = cover, .only = cover->only, .leaf_of = HJ_ARRAY(arena, n, int),
                .anywhere = HJ_ARRAY(arena, n, bool)};
    cover->leaves = HJ_ARRAY(arena, n, hj_leaf);
    for (hj_kind kind = 0; kind < HJ_KIND_COUNT; kind++)
        for (int i = 0; i < cover->base->tables[kind].n; i++)
            for (int k = 0; k < cover->base->tables[kind].entries[i]->n; k++)
                find_in_edition(&f, kind, cover->base->tables[kind].entries[i]->editions[k]);
    if (cover->n_leaves)
        qsort(cover->leaves, (size_t)cover->n_leaves, sizeof *cover->leaves, by_place);
}

/* ---- What the tests have seen ---------------------------------------------------------------- */

static void see_all(hj_cover *cover, hj_test_runner *r, hj_arena *arena)
{
    size_t n = (size_t)cover->base->n_conds;
    cover->seen = hj_arena_array(arena, (size_t)cover->base->n_tests + 1, n);
    cover->passed = HJ_ARRAY(arena, (size_t)cover->base->n_tests + 1, bool);
    cover->taken = HJ_ARRAY(arena, (size_t)cover->base->n_overganger + 1, unsigned char);
    cover->order = HJ_ARRAY(arena, (size_t)cover->base->n_tests + 1, int);
    int at = 0;
    for (int whole = 0; whole < 2; whole++) /* whole cases are read and decided in all they ask */
        for (int t = 0; t < cover->base->n_tests; t++)
            if (!cover->base->tests[t]->dokument == !whole)
                cover->order[at++] = t;
    for (int t = 0; t < cover->base->n_tests; t++) {
        cover->probe = (hj_probe){.seen = cover->seen + (size_t)t * n, .taken = cover->taken,
                                  .turn = -1};
        r->probe = &cover->probe;
        cover->passed[t] = hj_test_passes(r, cover->base->tests[t]);
    }
}

/* A test that fails already can tell nothing. */
static bool decides(hj_cover *cover, hj_test_runner *r, const hj_cond *c)
{
    for (int i = 0; i < cover->base->n_tests; i++) {
        int t = cover->order[i];
        unsigned char seen = cover->seen[(size_t)t * (size_t)cover->base->n_conds + (size_t)c->id];
        if (!(seen & (JA | NEI)) || !cover->passed[t])
            continue;
        cover->probe = (hj_probe){.turn = c->id};
        r->probe = &cover->probe;
        if (!hj_test_passes(r, cover->base->tests[t])) {
            cover->decider[c->id] = t + 1;
            return true;
        }
    }
    return false;
}

void hj_cover_run(hj_cover *cover, hj_test_runner *r, hj_arena *arena)
{
    *cover = (hj_cover){.base = r->base, .only = r->only};
    cover->conds = HJ_ARRAY(arena, (size_t)r->base->n_conds + 1, hj_cond *);
    find_leaves(cover, arena);
    cover->decider = HJ_ARRAY(arena, (size_t)r->base->n_conds + 1, int);
    see_all(cover, r, arena);
    r->only_whether = true;
    for (int i = 0; i < cover->n_leaves; i++) {
        hj_leaf *leaf = &cover->leaves[i];
        for (int t = 0; t < r->base->n_tests; t++)
            leaf->seen |= cover->seen[(size_t)t * (size_t)r->base->n_conds
                                      + (size_t)leaf->cond->id];
        leaf->decisive = decides(cover, r, leaf->cond);
    }
    r->only_whether = false;
    r->probe = NULL;
}

/* ---- The report ------------------------------------------------------------------------------ */

static void show(const hj_cond *c, hj_buf *out, int depth)
{
    enum { LONG = 160 };
    bool one = c->kind == HJ_IKKE, many = c->kind == HJ_ALLE || c->kind == HJ_NOEN;
    hj_buf_str(out, c->vis);
    if (!one && !many)
        return;
    hj_buf_str(out, one ? "(" : " { ");
    for (int i = 0; i < c->n; i++) {
        if (out->len > LONG || depth > MAX_DEPTH) {
            hj_buf_str(out, "…");
            break;
        }
        show(c->kids[i], out, depth + 1);
        hj_buf_str(out, i + 1 < c->n ? ", " : "");
    }
    hj_buf_str(out, one ? ")" : " }");
}

void hj_show_cond(const hj_cond *c, hj_buf *out)
{
    show(c, out, 0);
}

static int count(unsigned bits)
{
    return !!(bits & JA) + !!(bits & NEI) + !!(bits & UKJENT);
}

static void tell(const hj_leaf *leaf, hj_lang lang, hj_buf *out)
{
    unsigned missing = leaf->possible & ~leaf->seen;
    static const struct {
        unsigned bit;
        const char *word;
    } words[] = {{JA, "ja"}, {NEI, "nei"}, {UKJENT, "ukjent"}};
    hj_buf_printf(out, "%s:%d: %s (%s): ", leaf->cond->place.file, leaf->cond->place.line,
                  leaf->cond->vis, leaf->owner);
    if (!leaf->seen) {
        hj_buf_printf(out, "%s\n", hj_tr(lang, HJ_T("no test meets it")));
        return;
    }
    if (missing) {
        hj_buf_str(out, hj_tr(lang, HJ_T("never")));
        for (size_t i = 0; i < HJ_COUNT(words); i++)
            if (missing & words[i].bit)
                hj_buf_printf(out, " %s", words[i].word);
    }
    if (!leaf->decisive)
        hj_buf_printf(out, "%s%s", missing ? "; " : "",
                      hj_tr(lang, HJ_T("turned around, no test fails")));
    hj_buf_char(out, '\n');
}

int hj_percent(int part, int whole)
{
    return whole ? (int)((long)part * 100 / whole) : 100;
}

/* Transitions no test makes, told; how many there are, and how many some test makes. */
static int tell_transitions(const hj_cover *cover, hj_lang lang, int *taken, hj_buf *out)
{
    const hj_table *t = &cover->base->tables[HJ_PROSESS];
    int all = 0;
    *taken = 0;
    for (int i = 0; i < t->n; i++)
        for (int k = 0; k < t->entries[i]->n; k++) {
            const hj_prosess *p = (const hj_prosess *)t->entries[i]->editions[k];
            for (int o = 0; o < p->n_overganger; o++) {
                const hj_overgang *line = p->overganger[o];
                if (!hj_asked_about(cover->only, line->place))
                    continue;
                all++;
                *taken += cover->taken[line->id];
                if (!cover->taken[line->id])
                    hj_buf_printf(out, hj_tr(lang, HJ_T("%s:%d: overgang %s → %s (%s): no test "
                                                        "makes it\n")),
                                  line->place.file, line->place.line, line->hendelse_name,
                                  line->til_name, p->e.name);
            }
        }
    return all;
}

hj_shares hj_cover_report(const hj_cover *cover, hj_lang lang, hj_buf *out)
{
    int possible = 0, seen = 0, decisive = 0;
    for (int i = 0; i < cover->n_leaves; i++) {
        const hj_leaf *leaf = &cover->leaves[i];
        possible += count(leaf->possible);
        seen += count(leaf->possible & leaf->seen);
        decisive += leaf->decisive;
        if (!leaf->decisive || leaf->possible & ~leaf->seen)
            tell(leaf, lang, out);
    }
    int made, transitions = tell_transitions(cover, lang, &made, out);
    if (transitions)
        hj_buf_printf(out, hj_tr(lang, HJ_T("transitions: %d of %d made by some test (%d %%)\n")),
                      made, transitions, hj_percent(made, transitions));
    int outcomes = hj_percent(seen, possible), share = hj_percent(decisive, cover->n_leaves);
    hj_buf_printf(out, hj_tr(lang, HJ_T("coverage: %d of %d outcomes of conditions (%d %%); %d of %d conditions "
                                        "decide a test (%d %%)\n")),
                  seen, possible, outcomes, decisive, cover->n_leaves, share);
    return (hj_shares){.outcomes = outcomes, .decisive = share,
                       .transitions = hj_percent(made, transitions)};
}
