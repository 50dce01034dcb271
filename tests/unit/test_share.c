/* Facts read once for two versions of the rules: the answer is that of two who each read for
 * themselves, for what is declared alike and for what is not. */
#include "law_fixture.h"

#include "case/case.h"
#include "decision/eval.h"

static void same_values(const hj_eval *alone, const hj_eval *shared)
{
    assert_int_equal(alone->n_scopes, shared->n_scopes);
    for (int s = 0; s < alone->n_scopes; s++) {
        const hj_scope *x = alone->scopes[s], *y = shared->scopes[s];
        assert_ptr_equal(x->node, y->node);
        assert_memory_equal(x->memo, y->memo, (size_t)alone->base->n_conds);
        for (int i = 0; i < alone->base->tables[HJ_FAKTUM].n; i++) {
            const hj_value *a = x->values[i], *b = y->values[i];
            if (!a || !b) /* a fact that only a path mentions is not asked for again */
                continue;
            assert_int_equal(a->known, b->known);
            assert_int_equal(a->flag, b->flag);
            assert_true(!(a->number < b->number) && !(a->number > b->number));
            assert_int_equal(a->date, b->date);
            assert_true(!a->text == !b->text);
            assert_true(!a->text || strcmp(a->text, b->text) == 0);
            assert_int_equal(a->place.line, b->place.line);
            assert_ptr_equal(a->node, b->node);
        }
    }
    assert_int_equal(alone->n_posts, shared->n_posts);
    for (int i = 0; i < alone->n_posts; i++)
        assert_int_equal(alone->posts[i].gir, shared->posts[i].gir);
    assert_int_equal(alone->n_due, shared->n_due);
    for (int i = 0; i < alone->n_due; i++)
        assert_int_equal(alone->due[i]->dato, shared->due[i]->dato);
    assert_int_equal(alone->n_findings, shared->n_findings);
    assert_int_equal(alone->level, shared->level);
}

/* Decides by both with shared facts and by each alone; kept: read for them before. */
static void compare(hj_rulebase *a, hj_rulebase *b, const hj_document *doc,
                    const hj_decide_options *options)
{
    hj_arena *arena = hj_arena_new();
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    hj_sharing *sharing = hj_sharing_new(a, b, arena);
    hj_decide_options shared = *options;
    shared.kept = hj_kept_new(sharing, arena);
    for (int turn = 0; turn < 2; turn++) { /* the second time everything is kept */
        for (int which = 0; which < 2; which++) {
            shared.second = which == 1;
            hj_rulebase *base = which ? b : a;
            hj_eval *one = hj_evaluate(base, doc, options, arena, diags);
            hj_eval *two = hj_evaluate(base, doc, &shared, arena, diags);
            assert_non_null(one);
            assert_non_null(two);
            same_values(one, two);
        }
    }
    hj_arena_free(arena);
}

static void the_shipped_packs(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "02-hjelp-alarm-og-rengjoering", "08-mangler-opplysninger", "12-verge", "13-barn",
        "17-delvis-praktisk-hjelp-nynorsk", "19-mindre-hjelp-etter-varsel",
    };
    hj_arena *arena = hj_arena_new();
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    hj_rulebase *a = hj_rulebase_load((const char *const[]){"rules", NULL}, diags);
    hj_rulebase *b = hj_rulebase_load((const char *const[]){"rules", NULL}, diags);
    hj_schemas *schemas = hj_schemas_load("engine/case/xsd", diags);
    const hj_document *kommune =
        hj_document_read(schemas, "samples/kommuner/tolga.xml", arena, diags);
    assert_true(a && b && kommune);
    assert_true(hj_sharing_new(a, b, arena)->n > 80);
    for (size_t i = 0; i < HJ_COUNT(cases); i++) {
        const hj_document *doc = hj_document_read(
            schemas, hj_arena_printf(arena, "samples/saker/%s/sak.xml", cases[i]), arena, diags);
        const char *const lists[] = {"vedtak", NULL};
        hj_decide_options options = {.kommune = kommune, .dokument = "vedtak",
                                     .sjekklister = lists, .date = HJ_DATE_NONE};
        compare(a, b, doc, &options);
        options.date = hj_date_make(2026, 12, 31);
        compare(a, b, doc, &options);
    }
    hj_rulebase_free(a);
    hj_rulebase_free(b);
    hj_schemas_free(schemas);
    hj_arena_free(arena);
}

#define RULE "regel \"r\" { hjemmel = \"h\", innvilges_naar = "
#define END " }\n"

static const hj_value *value_of(const hj_eval *ev, const char *name)
{
    const hj_entry *e = hj_rulebase_find(ev->base, HJ_FAKTUM, name);
    return ev->root->values[hj_faktum_of(e)->id];
}

/* Another path, another bound, another path of a fact that a path mentions: read again. */
static void declared_otherwise(void **state)
{
    (void)state;
    static const char *const versions[2] = {
        "fakta { x = tall { tekst = begge \"x\", sti = \"@x\" }, y = tall { tekst = begge \"y\", sti = \"@y\" },\n"
        " hvem = tekst { tekst = begge \"h\", sti = \"@f\" },\n"
        " z = janei { tekst = begge \"z\", sti = \"p[@id=$hvem]/@z\" } }\n"
        RULE "alle { minst(\"x\", 1), minst(\"y\", 1), er(\"z\"), er(\"a\") }" END,
        "fakta { x = tall { tekst = begge \"x\", sti = \"@x2\" }, y = tall { tekst = begge \"y\", sti = \"@y\", maks = 900 },\n"
        " hvem = tekst { tekst = begge \"h\", sti = \"@g\" },\n"
        " z = janei { tekst = begge \"z\", sti = \"p[@id=$hvem]/@z\" } }\n"
        RULE "alle { minst(\"x\", 1), minst(\"y\", 1), er(\"z\"), er(\"a\") }" END,
    };
    rig old = rig_open(versions[0]), new = rig_open(versions[1]);
    assert_true(old.base && new.base);
    hj_document *doc = rig_case(&old, "a=\"ja\" x=\"1\" x2=\"2\" y=\"3\" f=\"1\" g=\"2\"",
                                "<p id=\"1\" z=\"nei\"/><p id=\"2\" z=\"ja\"/>");
    hj_sharing *s = hj_sharing_new(old.base, new.base, old.arena);
    hj_decide_options options = {.date = HJ_DATE_NONE, .kept = hj_kept_new(s, old.arena)};
    hj_eval *first = hj_evaluate(old.base, doc, &options, old.arena, old.diags);
    options.second = true;
    hj_eval *second = hj_evaluate(new.base, doc, &options, old.arena, old.diags);
    assert_true(first && second);
    assert_true(value_of(first, "x")->number < 1.5 && value_of(second, "x")->number > 1.5);
    assert_false(value_of(first, "z")->flag);
    assert_true(value_of(second, "z")->flag);
    int x = hj_faktum_of(hj_rulebase_find(old.base, HJ_FAKTUM, "x"))->id;
    int y = hj_faktum_of(hj_rulebase_find(old.base, HJ_FAKTUM, "y"))->id;
    int z = hj_faktum_of(hj_rulebase_find(old.base, HJ_FAKTUM, "z"))->id;
    int a = hj_faktum_of(hj_rulebase_find(old.base, HJ_FAKTUM, "a"))->id;
    assert_true(s->of_a[x] < 0 && s->of_a[y] < 0 && s->of_a[z] < 0 && s->of_a[a] >= 0);
    hj_decide_options plain = {.date = HJ_DATE_NONE};
    compare(old.base, new.base, doc, &plain);
    rig_close(&new);
    rig_close(&old);
}

/* What does not fit is told by each, not only by the one that met it first. */
static void errors_are_each_ones_own(void **state)
{
    (void)state;
    rig r = rig_open(RULE "minst(\"n\", 1)" END);
    hj_document *doc = rig_case(&r, "n=\"mange\"", "");
    hj_sharing *s = hj_sharing_new(r.base, r.base, r.arena);
    hj_decide_options options = {.date = HJ_DATE_NONE, .kept = hj_kept_new(s, r.arena)};
    assert_null(hj_evaluate(r.base, doc, &options, r.arena, r.diags));
    assert_int_equal(r.diags->errors, 1);
    hj_diags *other = hj_diags_new(r.arena, HJ_LANG_EN);
    options.second = true;
    assert_null(hj_evaluate(r.base, doc, &options, r.arena, other));
    assert_int_equal(other->errors, 1);
    rig_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_shipped_packs), cmocka_unit_test(declared_otherwise),
        cmocka_unit_test(errors_are_each_ones_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
