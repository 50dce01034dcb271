/* What a pack could do without, and tests that prove nothing.
 *
 * The hard idea: unused is not wrong, so it is no error and never told to those who make letters;
 * but a fact nobody asks for is often the sign of a condition that was forgotten. */
#include <stdlib.h>
#include <string.h>

#include "rules/loader.h"

static void unused(const hj_rulebase *base, hj_kind kind, const char *what, hj_diags *diags)
{
    const hj_table *t = &base->tables[kind];
    for (int i = 0; i < t->n; i++) {
        const hj_entry *e = t->entries[i];
        if (e->used || !e->editions[0]->place.file)
            continue;
        if (kind == HJ_FAKTUM && hj_faktum_of(e)->by_name)
            continue;
        if (kind == HJ_FRIST && ((const hj_frist *)e->editions[0])->gjelder)
            continue; /* it applies by itself */
        hj_warning(diags, "HJ-RULES-142", e->editions[0]->place,
                   "%s '%s' is never used: no condition, rule or deadline refers to it", what,
                   e->name);
    }
}

/* A case, a template or another pack may cite what no rule does, so that is only worth a note, and
 * only one for each file. */
static void never_cited(const hj_rulebase *base, hj_diags *diags)
{
    const hj_table *t = &base->tables[HJ_HJEMMEL];
    hj_arena *arena = hj_arena_new();
    bool *told = HJ_ARRAY(arena, (size_t)t->n + 1, bool);
    for (int i = 0; i < t->n; i++) {
        if (told[i])
            continue;
        hj_place place = t->entries[i]->editions[0]->place;
        if (told[i] || t->entries[i]->used || !place.file)
            continue;
        hj_buf names = {0};
        int n = 0, first = 0;
        for (int k = i; k < t->n; k++) {
            const hj_entry *e = t->entries[k];
            if (told[k] || e->used || !place.file || !e->editions[0]->place.file
                || strcmp(e->editions[0]->place.file, place.file) != 0)
                continue;
            told[k] = true;
            if (n++ < 8)
                hj_buf_printf(&names, "%s%s", n > 1 ? ", " : "", e->name);
            first = first ? first : e->editions[0]->place.line;
        }
        if (n)
            hj_note(diags, "HJ-RULES-208", HJ_AT(place.file, first),
                    "%d hjemler here are cited by no rule, deadline or text: %s%s", n, names.data,
                    n > 8 ? " …" : "");
        hj_buf_free(&names);
    }
    hj_arena_free(arena);
}

/* Law nobody has checked is no fault, and is never silent: each file tells of its own, with what is
 * known of it in the source. */
static void not_verified(const hj_rulebase *base, hj_diags *diags)
{
    const hj_table *t = &base->tables[HJ_HJEMMEL];
    hj_arena *arena = hj_arena_new();
    bool *told = HJ_ARRAY(arena, (size_t)t->n + 1, bool);
    for (int i = 0; i < t->n; i++) {
        hj_buf names = {0};
        int n = 0;
        hj_place first = {0};
        for (int k = i; k < t->n; k++) {
            if (told[k])
                continue;
            const hj_hjemmel *h = NULL;
            for (int e = 0; e < t->entries[k]->n && !h; e++) {
                const hj_hjemmel *one = (const hj_hjemmel *)t->entries[k]->editions[e];
                if (one->status && strcmp(one->status, "uverifisert") == 0 && one->e.place.file)
                    h = one;
            }
            if (!h || (first.file && strcmp(first.file, h->e.place.file) != 0))
                continue;
            first = first.file ? first : h->e.place;
            told[k] = true;
            hj_buf_printf(&names, "%s%s", n++ ? ", " : "", t->entries[k]->name);
        }
        if (n)
            hj_note(diags, "HJ-RULES-212", HJ_AT(first.file, first.line),
                    "law here that is not verified: %s", names.data);
        hj_buf_free(&names);
    }
    hj_arena_free(arena);
}

/* ---- Tests ----------------------------------------------------------------------------------- */

static bool same_value(const hj_value *a, const hj_value *b)
{
    return a->known == b->known && (a->known != HJ_KNOWN || hj_value_same(a, b));
}

static bool same_given(const hj_test *a, const hj_test *b)
{
    int matched = 0;
    if (a->n_given != b->n_given)
        return false;
    for (int i = 0; i < a->n_given; i++)
        for (int k = 0; k < b->n_given; k++)
            matched += strcmp(a->given[i].name, b->given[k].name) == 0
                && same_value(&a->given[i].value, &b->given[k].value);
    return matched == a->n_given;
}

static bool same_expect(const hj_expect *a, const hj_expect *b)
{
    if (a->kind != b->kind || a->n != b->n || !hj_same_text(a->key, b->key)
        || !hj_same_text(a->text, b->text))
        return false;
    for (int i = 0; i < a->n; i++)
        if (!hj_same_text(a->list[i], b->list[i]))
            return false;
    return true;
}

/* Everything a expects, b expects too: then a says nothing b does not. */
static bool expects_no_more(const hj_test *a, const hj_test *b)
{
    for (int i = 0; i < a->n_expect; i++) {
        bool there = false;
        for (int k = 0; k < b->n_expect; k++)
            there |= same_expect(&a->expect[i], &b->expect[k]);
        if (!there)
            return false;
    }
    return true;
}

static bool same_lists(const hj_test *a, const hj_test *b)
{
    int i = 0;
    for (; a->sjekklister && b->sjekklister && a->sjekklister[i] && b->sjekklister[i]; i++)
        if (strcmp(a->sjekklister[i], b->sjekklister[i]) != 0)
            return false;
    return !(a->sjekklister && a->sjekklister[i]) && !(b->sjekklister && b->sjekklister[i]);
}

static bool same_rule(const hj_test *a, const hj_test *b)
{
    if (a->ingen_regel != b->ingen_regel || !a->tenkt_regel != !b->tenkt_regel
        || a->n_tenkt_regel != b->n_tenkt_regel)
        return false;
    for (int i = 0; a->tenkt_regel && i < a->n_tenkt_regel; i++)
        if (!hj_same_text(a->tenkt_regel[i], b->tenkt_regel[i]))
            return false;
    return true;
}

static bool same_events(const hj_test *a, const hj_test *b)
{
    if (!hj_same_text(a->prosess, b->prosess) || a->n_hendelser != b->n_hendelser)
        return false;
    for (int i = 0; i < a->n_hendelser; i++) {
        const hj_given_event *x = &a->hendelser[i], *y = &b->hendelser[i];
        if (x->date != y->date || !hj_same_text(x->slag, y->slag) ||
            !hj_same_text(x->rolle, y->rolle))
            return false;
    }
    return true;
}

/* The same for tests whose facts are the same, in whatever order they stand. */
static uint32_t facts_sum(const hj_test *t)
{
    uint32_t sum = (uint32_t)t->n_given * 2654435761u ^ (uint32_t)t->date;
    for (int i = 0; i < t->n_given; i++) {
        const hj_value *v = &t->given[i].value;
        uint32_t h = 2166136261u;
        for (const char *p = t->given[i].name; *p; p++)
            h = (h ^ (unsigned char)*p) * 16777619u;
        for (const char *p = v->known == HJ_KNOWN && v->text ? v->text : ""; *p; p++)
            h = (h ^ (unsigned char)*p) * 16777619u;
        sum += h ^ ((uint32_t)v->flag << 7) ^ (uint32_t)v->known;
    }
    return sum;
}

static const hj_test *twin_of(const hj_rulebase *base, const uint32_t *sums, int n, int i)
{
    const hj_test *a = base->tests[i];
    for (int k = 0; k < n; k++) {
        const hj_test *b = base->tests[k];
        if (k == i || sums[k] != sums[i] || a->date != b->date
            || !hj_same_text(a->dokument, b->dokument) || !hj_same_text(a->kommune, b->kommune)
            || !same_given(a, b) || !same_lists(a, b)
            || !same_rule(a, b) || !same_events(a, b) || !expects_no_more(a, b))
            continue;
        if (k < i || !expects_no_more(b, a))
            return b; /* of two that are alike, the first stays */
    }
    return NULL;
}

/* Rows made by a helper often repeat one another, and that may be how the table is best read: told
 * once for each file. */
static void twins(const hj_rulebase *base, hj_diags *diags)
{
    enum { MOST = 3000, MOST_WORK = 300000000 }; /* every test is held against every other */
    int n = base->n_tests < MOST ? base->n_tests : MOST;
    double work = 0;
    for (int i = 0; i < base->n_tests; i++) {
        const hj_test *t = base->tests[i];
        work += 1 + (double)t->n_given * t->n_given + (double)t->n_expect * t->n_expect;
    }
    if (work * n > MOST_WORK)
        return; /* nobody wrote so many by hand */
    hj_arena *arena = hj_arena_new();
    uint32_t *sums = HJ_ARRAY(arena, (size_t)n + 1, uint32_t);
    for (int i = 0; i < n; i++)
        sums[i] = facts_sum(base->tests[i]);
    for (int i = 0; i < n; i++) {
        const char *file = base->tests[i]->place.file;
        const hj_test *first = NULL, *other = NULL;
        int count = 0;
        if (i && hj_same_text(file, base->tests[i - 1]->place.file))
            continue; /* a file's tests stand together */
        for (int k = i; k < n && hj_same_text(file, base->tests[k]->place.file); k++) {
            const hj_test *twin = twin_of(base, sums, n, k);
            count += twin != NULL;
            if (twin && !first) {
                first = base->tests[k];
                other = twin;
            }
        }
        if (count == 1)
            hj_note(diags, "HJ-RULES-209", first->place,
                    "test '%s' proves nothing that '%s' does not: the same facts, and nothing more expected",
                    first->name, other->name);
        else if (count)
            hj_note(diags, "HJ-RULES-209", first->place,
                    "%d tests of this file prove nothing that others do not; the first is '%s', beside '%s'",
                    count, first->name, other->name);
    }
    hj_arena_free(arena);
}

/* ukjent is what every rule gives when it is told nothing. */
static void about_nothing(const hj_test *t, hj_diags *diags)
{
    if (t->dokument)
        return;
    for (int i = 0; i < t->n_given; i++)
        if (t->given[i].value.known == HJ_KNOWN)
            return;
    for (int i = 0; i < t->n_expect; i++)
        if (t->expect[i].kind != HJ_EXPECT_RESULT || strcmp(t->expect[i].text, "ukjent") != 0)
            return;
    hj_warning(diags, "HJ-RULES-210", t->place,
               "test '%s' gives no facts and expects only ukjent, which always holds", t->name);
    hj_hint(diags, "give it the facts that decide all but one thing");
}

/* A rule no test names. A test of a whole document may reach it all the same: coverage tells. */
static void untested(const hj_rulebase *base, hj_diags *diags)
{
    enum { MOST_WORK = 50000000 };
    const hj_table *rules = &base->tables[HJ_REGEL];
    bool documents = false;
    for (int i = 0; i < base->n_tests; i++)
        documents |= base->tests[i]->dokument != NULL;
    double expected = 0;
    for (int i = 0; i < base->n_tests; i++)
        expected += base->tests[i]->n_expect;
    if (documents || expected * rules->n > MOST_WORK)
        return;
    for (int r = 0; r < rules->n; r++) {
        const char *name = rules->entries[r]->name;
        size_t n = strlen(name);
        bool found = false;
        for (int i = 0; i < base->n_tests && !found; i++)
            for (int k = 0; k < base->tests[i]->n_expect; k++) {
                const char *key = base->tests[i]->expect[k].key;
                found |= key && strncmp(key, name, n) == 0 && (key[n] == 0 || key[n] == '.');
            }
        if (found)
            continue;
        hj_warning(diags, "HJ-RULES-211", rules->entries[r]->editions[0]->place,
                   "no test names regel '%s'", name);
        hj_hint(diags, "see hjemmel test --coverage, and write one beside the rule");
    }
}

enum { MOST_NAMED = 500 };

/* Two vilkaar of one name in a rule: a test, and coverage, can only mean the first. */
static void named_twice(const hj_cond *c, const hj_cond **seen, int *n, int depth, hj_diags *diags)
{
    enum { DEEPEST = 60 };
    if (!c || depth > DEEPEST || *n >= MOST_NAMED)
        return;
    if (c->kind == HJ_VILKAAR && c->name) {
        for (int i = 0; i < *n; i++)
            if (strcmp(seen[i]->name, c->name) == 0) {
                hj_warning(diags, "HJ-RULES-289", c->place,
                           "vilkaar '%s' has the name of the one on line %d", c->name,
                           seen[i]->place.line);
                hj_hint(diags, "a test and a letter name a vilkaar: give each its own name");
                break;
            }
        seen[(*n)++] = c;
    }
    for (int i = 0; i < c->n; i++)
        named_twice(c->kids[i], seen, n, depth + 1, diags);
}

/* What the rule says of a service is only held against what the caseworker decided when vedtak_i
 * says where that stands. Where other rules of the same elements say it, one letters can tell of
 * (it has egenskaper) and that does not has most likely forgotten. */
static void not_compared(const hj_rulebase *base, const hj_regel *r, hj_diags *diags)
{
    const hj_table *t = &base->tables[HJ_REGEL];
    const char *text = hj_path_text(r->gjelder);
    size_t n = strcspn(text, "[");
    for (int i = 0; i < t->n; i++) {
        const hj_regel *other = (const hj_regel *)t->entries[i]->editions[0];
        if (!other->vedtak_name || !other->gjelder
            || strcmp(other->utfall[HJ_GIR_JA], r->utfall[HJ_GIR_JA]) != 0)
            continue;
        const char *its = hj_path_text(other->gjelder);
        if (strcspn(its, "[") != n || strncmp(its, text, n) != 0)
            continue;
        hj_warning(diags, "HJ-RULES-290", r->e.place,
                   "regel '%s' has no vedtak_i, so nobody is told when the decision is another than the rule's",
                   r->e.name);
        hj_hint(diags, "write vedtak_i = \"%s\", as regel '%s' does", other->vedtak_name,
                other->e.name);
        return;
    }
}

static void about_rules(const hj_rulebase *base, hj_diags *diags)
{
    enum { MOST_WORK = 5000000 };
    const hj_table *t = &base->tables[HJ_REGEL];
    for (int i = 0; i < t->n; i++)
        for (int k = 0; k < t->entries[i]->n; k++) {
            const hj_regel *r = (const hj_regel *)t->entries[i]->editions[k];
            const hj_cond *seen[MOST_NAMED];
            int n = 0;
            named_twice(r->naar, seen, &n, 0, diags);
            if (r->gjelder && r->n_egenskaper && !r->vedtak_name && (double)t->n * t->n < MOST_WORK)
                not_compared(base, r, diags);
        }
}

/* A year turns, and nobody has written what the new one costs. */
static void without_value(const hj_rulebase *base, hj_date date, hj_diags *diags)
{
    const hj_table *t = &base->tables[HJ_SATS];
    char iso[11];
    for (int i = 0; i < t->n; i++)
        for (int k = 0; k < t->entries[i]->n; k++) {
            const hj_edition *e = t->entries[i]->editions[k];
            if (!e->overstyrer && !hj_rate_at((const hj_sats *)e, date))
                hj_warning(diags, "HJ-RULES-291", e->place, "sats '%s' has no value on %s",
                           t->entries[i]->name, hj_date_iso(date, iso));
        }
}

void hj_rulebase_tidy(const hj_rulebase *base, hj_date date, hj_diags *diags)
{
    if (date != HJ_DATE_NONE)
        without_value(base, date, diags);
    unused(base, HJ_FAKTUM, "faktum", diags);
    unused(base, HJ_SATS, "sats", diags);
    unused(base, HJ_FRIST, "frist", diags);
    unused(base, HJ_OPPSLAG, "oppslag", diags);
    unused(base, HJ_ROLLE, "rolle", diags);
    unused(base, HJ_LOV, "lov", diags);
    never_cited(base, diags);
    not_verified(base, diags);
    hj_check_logic(base, diags);
    hj_check_wording(base, diags);
    twins(base, diags);
    for (int i = 0; i < base->n_tests; i++)
        about_nothing(base->tests[i], diags);
    untested(base, diags);
    about_rules(base, diags);
    hj_arena *arena = hj_arena_new();
    for (int i = 0; i < base->n_sources; i++)
        hj_check_scopes(base, &base->sources[i], diags, arena);
    hj_arena_free(arena);
}
