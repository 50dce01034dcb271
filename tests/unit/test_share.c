/* What two versions of the rules have alike is found once: the answer is that of two who each find
 * everything themselves, for what is alike and for what is not. */
#include "law_fixture.h"

#include "case/case.h"
#include "decision/eval.h"

static void same_values(const hj_eval *alone, const hj_eval *shared)
{
    assert_int_equal(alone->n_scopes, shared->n_scopes);
    for (int s = 0; s < alone->n_scopes; s++) {
        const hj_scope *x = alone->scopes[s], *y = shared->scopes[s];
        assert_ptr_equal(x->node, y->node);
        for (int i = 0; i < alone->base->n_conds; i++)
            if (hj_memo(y, i) != HJ_MEMO_NONE || !shared->sharing) /* no part of what is taken over */
                assert_int_equal(hj_memo(x, i), hj_memo(y, i));
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
    for (int i = 0; i < alone->n_due; i++) {
        assert_int_equal(alone->due[i]->gjelder, shared->due[i]->gjelder);
        assert_int_equal(alone->due[i]->known, shared->due[i]->known);
    }
    assert_int_equal(alone->n_findings, shared->n_findings);
    for (int i = 0; i < alone->n_findings; i++) {
        assert_ptr_equal(alone->findings[i]->punkt, shared->findings[i]->punkt);
        assert_ptr_equal(alone->findings[i]->scope->node, shared->findings[i]->scope->node);
        assert_int_equal(alone->findings[i]->missing.n, shared->findings[i]->missing.n);
    }
    assert_int_equal(alone->level, shared->level);
}

static hj_eval *decide(hj_rulebase *base, const hj_document *doc, const hj_decide_options *options,
                       hj_arena *arena)
{
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    hj_eval *ev = hj_evaluate(base, doc, options, arena, diags);
    assert_non_null(ev);
    return ev;
}

/* Decides by both, the second with what the first has found, and by each alone; then once more with
 * the facts already read. */
static void compare(hj_rulebase *a, hj_rulebase *b, const hj_document *doc,
                    const hj_decide_options *options)
{
    hj_arena *arena = hj_arena_new();
    hj_decide_options with = *options;
    hj_eval *alone = decide(a, doc, options, arena), *other = decide(b, doc, options, arena);
    for (int turn = 0; turn < 2; turn++) {
        with.sharing = NULL;
        hj_eval *first = decide(a, doc, &with, arena);
        same_values(alone, first);
        with.first = first;
        with.sharing = hj_sharing_new(a, b, arena);
        same_values(other, decide(b, doc, &with, arena));
        with.first = alone;
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
    hj_decide_options options = {.date = HJ_DATE_NONE};
    hj_eval *first = decide(old.base, doc, &options, old.arena);
    options.first = first;
    options.sharing = s;
    hj_eval *second = decide(new.base, doc, &options, old.arena);
    assert_true(value_of(first, "x")->number < 1.5 && value_of(second, "x")->number > 1.5);
    assert_false(value_of(first, "z")->flag);
    assert_true(value_of(second, "z")->flag);
    static const struct {
        const char *name;
        bool alike;
    } facts[] = {{"x", false}, {"y", false}, {"z", false}, {"hvem", false}, {"a", true}};
    for (size_t i = 0; i < HJ_COUNT(facts); i++) {
        int id = hj_rulebase_find(new.base, HJ_FAKTUM, facts[i].name)->id;
        assert_int_equal(s->facts[id] >= 0, facts[i].alike);
    }
    hj_decide_options plain = {.date = HJ_DATE_NONE};
    compare(old.base, new.base, doc, &plain);
    rig_close(&new);
    rig_close(&old);
}

/* ---- One change in one place ---- */

/* Every way there is to come to an answer, a rule each. */
#define H "hjemmel = \"h\""
#define OF(name, cond) "regel \"" name "\" { " H ", innvilges_naar = " cond " }\n"
static const char ways[] =
    "sats \"G\" { enhet = \"kr\", " H ", { fra = \"2020-01-01\", verdi = 10, kilde = \"x\" } }\n"
    "sats \"M\" { enhet = \"kr\", " H ", { fra = \"2020-01-01\", verdi = 7, kilde = \"x\" } }\n"
    "frist \"f\" { tekst = begge \"f\", " H ", uker = 4, regnes_fra = \"d\", forskyves = \"fram\" }\n"
    "tekst \"frase.a\" { nb = \"Vi gir deg hjelp fordi {grunn}.\", nn = \"x\" }\n"
    "local fire = 4\n"
    "fakta { stor = janei { tekst = begge \"s\", utledet = minst(\"n\", 5) },\n"
    " trinn = tall { tekst = begge \"t\", tabell = \"bord\" },\n"
    " sum = tall { tekst = begge \"s\", utledet = function(f) return f.m + fire end },\n"
    " av_sats = tall { tekst = begge \"s\", utledet = function(f) return f.m + f.sats.M end },\n"
    " hvilken = tekst { tekst = begge \"h\", utledet = function(f) return f.a and \"1\" or \"2\" end },\n"
    " der = janei { tekst = begge \"h\", sti = \"p[@id=$hvilken]/@z\" } }\n"
    "beslutningstabell \"bord\" { " H ", fra = \"2020-01-01\", treff = \"entydig\", innganger = { \"a\", \"b\" }, rader = {\n"
    " { ja, ja, gir = 1 }, { ja, nei, gir = 2 }, { nei, hva_som_helst, gir = 3 } } }\n"
    OF("terskel", "minst(\"n\", 6)") OF("ord", "er(\"v\", { \"innvilget\", \"delvis\" })")
    OF("ledd", "alle { er(\"a\"), ikke(er(\"b\")) }") OF("fakta_satt_sammen", "er(\"stor\")")
    OF("oppslaget", "minst(\"trinn\", 2)") OF("satsen", "under(\"n\", sats \"G\")")
    OF("en_annen", "regel \"ledd\"") OF("funksjonen", "hoyst(\"sum\", 12)")
    OF("funksjon_av_sats", "under(\"av_sats\", 20)") OF("stien", "er(\"der\")")
    OF("i_teksten", "inneholder(\"t\", { \"hofta\", \"beinet\" })")
    OF("egne_ord", "egne_ord(\"t\", { utover = \"frase.\", minst = 3 })")
    OF("fristen", "foer(\"e\", frist \"f\")")
    OF("uten_navn", "funksjon(function(f) return f.n > 5 end)");

/* The text with one part put in the place of another. */
static char *edited(hj_arena *arena, const char *text, const char *from, const char *to)
{
    const char *at = strstr(text, from);
    if (!at)
        fail_msg("no %s in the rules", from);
    return hj_arena_printf(arena, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
}

static int outcomes_that_differ(hj_rulebase *a, hj_rulebase *b, const hj_document *doc)
{
    hj_arena *arena = hj_arena_new();
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    hj_decide_options plain = {.date = HJ_DATE_NONE};
    hj_eval *x = hj_evaluate(a, doc, &plain, arena, diags);
    hj_eval *y = hj_evaluate(b, doc, &plain, arena, diags);
    int n = 0;
    assert_true(x && y);
    for (int i = 0; i < x->n_posts; i++)
        n += x->posts[i].gir != y->posts[i].gir;
    hj_arena_free(arena);
    return n;
}

static void one_change_at_a_time(void **state)
{
    (void)state;
    static const char *const edits[][2] = {
        {"minst(\"n\", 6)", "minst(\"n\", 7)"},
        {"{ \"innvilget\", \"delvis\" }", "{ \"innvilget\", \"avslaatt\" }"},
        {"ikke(er(\"b\"))", "er(\"b\")"},
        {"alle { er(\"a\"), ikke(er(\"b\")) }", "noen { er(\"b\"), er(\"c\") }"},
        {"alle { er(\"a\"), ikke(er(\"b\")) }", "alle { er(\"a\"), ikke(er(\"b\")), er(\"c\") }"},
        {"utledet = minst(\"n\", 5)", "utledet = minst(\"n\", 8)"},
        {"{ ja, nei, gir = 2 }", "{ ja, nei, gir = 1 }"},
        {"{ ja, ja, gir = 1 }, { ja, nei, gir = 2 }", "{ ja, nei, gir = 1 }, { ja, ja, gir = 2 }"},
        {"fra = \"2020-01-01\", treff", "fra = \"2026-11-01\", treff"}, /* comes out the same */
        {"verdi = 10", "verdi = 5"}, {"verdi = 7", "verdi = 17"},
        {"local fire = 4", "local fire = 5"}, /* used by a function further down */
        {"return f.m + fire", "return f.n + f.m"},
        {"and \"1\" or \"2\"", "and \"2\" or \"1\""}, {"$hvilken]/@z", "$hvilken]/@y"},
        {"\"hofta\", \"beinet\"", "\"armen\", \"beinet\""},
        {"hjelp fordi {", "hjelp fordi du {"}, {"uker = 4", "uker = 1"},
        {"return f.n > 5", "return f.n > 6"}, {"hoyst(\"sum\", 12)", "hoyst(\"sum\", 11)"},
    };
    rig old = rig_open(ways);
    if (!old.base)
        fail_msg("%s", old.out);
    hj_document *doc = rig_case(
        &old, "a=\"ja\" b=\"nei\" c=\"nei\" n=\"6\" m=\"8\" v=\"delvis\" d=\"2026-11-02\" e=\"2026-11-20\"",
        "<p id=\"1\" z=\"ja\" y=\"nei\"/><p id=\"2\" z=\"nei\"/><t>Vi gir deg hjelp fordi du brakk hofta</t>");
    int same = 0;
    for (size_t i = 0; i < HJ_COUNT(edits); i++) {
        rig new = rig_open(edited(old.arena, ways, edits[i][0], edits[i][1]));
        if (!new.base)
            fail_msg("%s: %s", edits[i][1], new.out);
        int differ = outcomes_that_differ(old.base, new.base, doc);
        if (!differ)
            same++;
        hj_decide_options plain = {.date = HJ_DATE_NONE};
        compare(old.base, new.base, doc, &plain);
        compare(new.base, old.base, doc, &plain);
        rig_close(&new);
    }
    assert_int_equal(same, 1);
    rig_close(&old);
}

/* What a function reads in another file has changed: the function is alike, what it gives is not. */
static void reads_otherwise(const char *const other_file[2], const char *function)
{
    static const char rule[] = OF("r", "minst(\"gir\", 3)");
    char fact[200];
    rig r[2];
    snprintf(fact, sizeof fact, "fakta { gir = tall { tekst = begge \"g\", utledet = %s } }\n",
             function);
    for (int i = 0; i < 2; i++) {
        r[i] = rig_open("");
        hj_rulebase_free(r[i].base);
        rig_write(&r[i], "prove.lua", rule, strlen(rule));
        rig_write(&r[i], "x.lua", other_file[i], strlen(other_file[i]));
        rig_write(&r[i], "y.lua", fact, strlen(fact));
        const char *dirs[] = {r[i].dir, NULL};
        r[i].base = hj_rulebase_load(dirs, r[i].diags);
        assert_non_null(r[i].base);
    }
    hj_document *doc = rig_case(&r[0], "x=\"1\" x2=\"2\" n=\"2\"", "");
    assert_int_equal(outcomes_that_differ(r[0].base, r[1].base, doc), 1);
    hj_decide_options plain = {.date = HJ_DATE_NONE};
    compare(r[0].base, r[1].base, doc, &plain);
    compare(r[1].base, r[0].base, doc, &plain);
    for (int i = 0; i < 2; i++) {
        unlink(hj_arena_printf(r[i].arena, "%s/x.lua", r[i].dir));
        unlink(hj_arena_printf(r[i].arena, "%s/y.lua", r[i].dir));
        rig_close(&r[i]);
    }
}

static void what_a_function_reads(void **state)
{
    (void)state;
    static const char *const fact[2] = {
        "fakta { x = tall { tekst = begge \"x\", sti = \"@x\" } }\n",
        "fakta { x = tall { tekst = begge \"x\", sti = \"@x2\" } }\n"};
    static const char *const rate[2] = {
        "sats \"G\" { enhet = \"kr\", " H ", { fra = \"2020-01-01\", verdi = 0, kilde = \"x\" } }\n",
        "sats \"G\" { enhet = \"kr\", " H ", { fra = \"2020-01-01\", verdi = 1, kilde = \"x\" } }\n"};
    reads_otherwise(fact, "function(f) return f.x * 2 end");
    reads_otherwise(fact, "function(f) local navn = \"x\" return f[navn] * 2 end");
    reads_otherwise(rate, "function(f) return f.n + f.sats.G end");
}

/* Nearly everything is alike in two versions that are the same, or there is nothing to win. */
static void most_is_alike(void **state)
{
    (void)state;
    hj_arena *arena = hj_arena_new();
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    hj_rulebase *a = hj_rulebase_load((const char *const[]){"rules", NULL}, diags);
    hj_rulebase *b = hj_rulebase_load((const char *const[]){"rules", NULL}, diags);
    assert_true(a && b);
    hj_sharing *s = hj_sharing_new(a, b, arena);
    int facts = 0, conds = 0;
    for (int i = 0; i < b->tables[HJ_FAKTUM].n; i++)
        facts += s->facts[i] >= 0;
    for (int i = 0; i < b->n_conds; i++)
        conds += s->conds[i] >= 0;
    assert_true(s->same_packs && s->same_rates);
    assert_true(facts > b->tables[HJ_FAKTUM].n * 9 / 10);
    assert_true(conds > b->n_conds * 8 / 10);
    hj_rulebase_free(a);
    hj_rulebase_free(b);
    hj_arena_free(arena);
}

/* On another day nothing is taken over: the law may be another. */
static void another_day(void **state)
{
    (void)state;
    rig r = rig_open("fakta { gammel = janei { tekst = begge \"g\", utledet = foer(\"d\", \"2026-06-01\") } }\n"
                     RULE "alle { er(\"gammel\"), eldre_enn(\"e\", { aar = 1 }) }" END);
    if (!r.base)
        fail_msg("%s", r.out);
    hj_document *doc = rig_case(&r, "d=\"2026-01-01\" e=\"2025-12-01\"", "");
    hj_sharing *s = hj_sharing_new(r.base, r.base, r.arena);
    hj_decide_options options = {.date = HJ_DATE_NONE};
    hj_eval *first = decide(r.base, doc, &options, r.arena);
    hj_decide_options later = {.date = hj_date_make(2027, 1, 1), .first = first, .sharing = s};
    hj_eval *second = decide(r.base, doc, &later, r.arena);
    assert_null(second->first);
    assert_int_equal(first->posts[0].gir, HJ_GIR_NEI);
    assert_int_equal(second->posts[0].gir, HJ_GIR_JA);
    rig_close(&r);
}

/* A fact in the path of a process is that of the place the process is at. */
static void facts_in_process_paths(void **state)
{
    (void)state;
    rig r = rig_open(
        "fakta { hvem = tekst { tekst = begge \"h\", sti = \"@id\" } }\n"
        "rolle \"sb\" { tekst = begge \"sb\" }\n"
        "prosess \"p\" { tekst = begge \"p\", hjemmel = \"h\", gjelder = \"/sak/p\",\n"
        " hendelser = { sti = \"/sak/hendelse[@for=$hvem]\", slag = \"@type\", dato = \"@dato\",\n"
        "  hendelse \"sendt\" { tekst = begge \"sendt\" } },\n"
        " start = \"aapen\", tilstander = {\n"
        "  tilstand \"aapen\" { tekst = begge \"a\", ansvar = \"sb\", uten_frist = begge \"-\" },\n"
        "  tilstand \"lukket\" { tekst = begge \"l\", slutt = ja } },\n"
        " overganger = { overgang { fra = \"aapen\", hendelse = \"sendt\", til = \"lukket\", rolle = \"sb\", hjemmel = \"h\" } } }\n");
    if (!r.base)
        fail_msg("%s", r.out);
    hj_document *doc = rig_case(&r, "", "<p id=\"1\"/><p id=\"2\"/><hendelse for=\"1\" type=\"sendt\" dato=\"2026-11-01\"/>");
    hj_decide_options options = {.date = HJ_DATE_NONE};
    hj_eval *ev = decide(r.base, doc, &options, r.arena);
    const hj_courses *runs = &ev->courses[0];
    assert_int_equal(runs->n, 2);
    assert_int_equal(runs->items[0]->n_events, 1);
    assert_int_equal(runs->items[1]->n_events, 0);
    rig_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_shipped_packs), cmocka_unit_test(declared_otherwise),
        cmocka_unit_test(one_change_at_a_time), cmocka_unit_test(what_a_function_reads),
        cmocka_unit_test(most_is_alike), cmocka_unit_test(facts_in_process_paths), cmocka_unit_test(another_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
