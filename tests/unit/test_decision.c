/* Decisions: Kleene's tables, what is missing, exceptions, functions, checklists, the record. */
#include "law_fixture.h"

#define H "hjemmel = \"h\""
#define T "tekst = begge \"x\""
#define REGEL(cond) "regel \"r\" { " H ", innvilges_naar = " cond " }\n"

static char *outcome(rig *r, const char *attributes, const char *content)
{
    char *xml = rig_xml(r, rig_decide(r, attributes, content, NULL));
    char *at = strstr(xml, "innstilling=\"");
    assert_non_null(at);
    at += strlen("innstilling=\"");
    return hj_arena_strndup(r->arena, at, strcspn(at, "\""));
}

/* The facts in <mangler>, in order: "a b ". */
static char *missing(rig *r, const char *attributes, const char *content)
{
    char *xml = rig_xml(r, rig_decide(r, attributes, content, NULL));
    hj_buf out = {0};
    for (char *p = xml; (p = strstr(p, "<mangler faktum=\""));) {
        p += strlen("<mangler faktum=\"");
        hj_buf_add(&out, p, strcspn(p, "\""));
        hj_buf_char(&out, ' ');
    }
    char *text = hj_arena_strdup(r->arena, out.data ? out.data : "");
    hj_buf_free(&out);
    return text;
}

/* All nine pairs against the tables in Kleene's own words: nei < ukjent < ja. */
static void kleene(void **state)
{
    static const char *const value[] = {"nei", "", "ja"}; /* 0, 1 (unknown), 2 */
    static const char *const result[] = {"avslaatt", "ukjent", "innvilget"};
    (void)state;
    rig all = rig_open(REGEL("alle { er(\"a\"), er(\"b\") }"));
    rig any = rig_open(REGEL("noen { er(\"a\"), er(\"b\") }"));
    rig not = rig_open(REGEL("ikke(er(\"a\"))"));
    for (int a = 0; a < 3; a++) {
        char attributes[64];
        snprintf(attributes, sizeof attributes, "a=\"%s\"", value[a]);
        assert_string_equal(outcome(&not, attributes, ""), result[2 - a]);
        for (int b = 0; b < 3; b++) {
            snprintf(attributes, sizeof attributes, "a=\"%s\" b=\"%s\"", value[a], value[b]);
            assert_string_equal(outcome(&all, attributes, ""), result[a < b ? a : b]);
            assert_string_equal(outcome(&any, attributes, ""), result[a > b ? a : b]);
        }
    }
    rig_close(&all);
    rig_close(&any);
    rig_close(&not);
}

static const struct {
    const char *cond, *attributes, *content, *wanted;
} predicates[] = {
    {"minst(\"n\", 3)", "n=\"3\"", "", "innvilget"},
    {"minst(\"n\", 3)", "n=\"2.999\"", "", "avslaatt"},
    {"hoyst(\"n\", 3)", "n=\"3\"", "", "innvilget"},
    {"hoyst(\"n\", 3)", "n=\"3.001\"", "", "avslaatt"},
    {"over(\"n\", 3)", "n=\"3\"", "", "avslaatt"},
    {"under(\"n\", 3)", "n=\"3\"", "", "avslaatt"},
    {"under(\"n\", 3)", "", "", "ukjent"},
    {"fra_til(\"n\", 2, 5)", "n=\"2\"", "", "innvilget"},
    {"fra_til(\"n\", 2, 5)", "n=\"5\"", "", "innvilget"},
    {"fra_til(\"n\", 2, 5)", "n=\"5.1\"", "", "avslaatt"},
    {"fra_til(\"n\", 2)", "n=\"99\"", "", "innvilget"},
    {"fra_til(\"n\", 2)", "n=\"1\"", "", "avslaatt"},
    {"fra_til(\"n\", faktum \"m\", 5)", "n=\"6\"", "", "avslaatt"},
    {"fra_til(\"n\", faktum \"m\", 5)", "n=\"4\"", "", "ukjent"},
    {"lik(\"n\", 3)", "n=\"3.0\"", "", "innvilget"},
    {"ulik(\"n\", 3)", "n=\"3\"", "", "avslaatt"},
    {"minst(\"n\", faktum \"m\")", "n=\"3\" m=\"3\"", "", "innvilget"},
    {"minst(\"n\", faktum \"m\")", "n=\"3\"", "", "ukjent"},
    {"minst(\"n\", sats \"G\")", "n=\"20\"", "", "innvilget"},
    {"minst(\"n\", sats \"G\")", "n=\"19\"", "", "avslaatt"},
    {"er(\"a\", nei)", "a=\"nei\"", "", "innvilget"},
    {"er(\"v\", \"delvis\")", "v=\"delvis\"", "", "innvilget"},
    {"er(\"v\", { \"delvis\", \"avslaatt\" })", "v=\"innvilget\"", "", "avslaatt"},
    {"finnes(\"n\")", "", "", "avslaatt"},
    {"finnes(\"n\")", "n=\"0\"", "", "innvilget"},
    {"foer(\"d\", \"2026-06-01\")", "d=\"2026-05-31\"", "", "innvilget"},
    {"foer(\"d\", \"2026-06-01\")", "d=\"2026-06-01\"", "", "avslaatt"},
    {"etter(\"d\", faktum \"e\")", "d=\"2026-06-02\" e=\"2026-06-01\"", "", "innvilget"},
    {"etter(\"d\", faktum \"e\")", "d=\"2026-06-02\"", "", "ukjent"},
    {"foer(\"d\", faktum \"dato\")", "d=\"2026-11-23\"", "", "innvilget"},
    {"yngre_enn(\"d\", { aar = 18 })", "d=\"2008-11-25\"", "", "innvilget"},
    {"yngre_enn(\"d\", { aar = 18 })", "d=\"2008-11-24\"", "", "avslaatt"},
    {"eldre_enn(\"d\", { aar = 1 })", "d=\"2025-11-24\"", "", "avslaatt"},
    {"eldre_enn(\"d\", { aar = 1 })", "d=\"2025-11-23\"", "", "innvilget"},
    {"eldre_enn(\"d\", { dager = 1 }, \"e\")", "d=\"2026-01-01\" e=\"2026-01-03\"", "", "innvilget"},
    {"etter(\"d\", frist \"f\")", "e=\"2026-11-24\" d=\"2026-12-22\"", "", "avslaatt"},
    {"etter(\"d\", frist \"f\")", "e=\"2026-11-24\" d=\"2026-12-23\"", "", "innvilget"},
    {"etter(\"d\", frist \"f\")", "d=\"2026-12-23\"", "", "ukjent"},
    {"lengde(\"t\", 5)", "", "<t>ærføl</t>", "innvilget"},
    {"lengde(\"t\", 6)", "", "<t> ærføl </t>", "avslaatt"},
    {"lengde(\"t\", 1)", "", "<t>  </t>", "avslaatt"},
    {"inneholder(\"t\", \"PBRL.\")", "", "<t>jf. pbrl. § 2</t>", "innvilget"},
    {"inneholder(\"t\", { \"x\", \"§ 2\" })", "", "<t>§\xc2\xa0" "2</t>", "innvilget"},
    {"inneholder(\"t\", \"ÆRE\")", "", "<t>ære</t>", "innvilget"},
    {"inneholder(\"t\", \"x\")", "", "", "ukjent"},
    {"lik(\"t\", \"to ord\")", "", "<t><p>to</p><p>ord</p></t>", "innvilget"},
    {"lik(\"t\", \"ordet\")", "", "<t>ord<b>et</b></t>", "innvilget"},
    {"egne_ord(\"t\", { utover = \"frase.\", minst = 3 })", "", "<t>Vi gir deg hjelp fordi du ikke klarer alt.</t>", "avslaatt"},
    {"egne_ord(\"t\", { utover = \"frase.\", minst = 3 })", "", "<t>VI  GIR deg hjelp, fordi\ndu brakk hofta i går!</t>", "innvilget"},
    {"egne_ord(\"t\", { utover = \"frase.\", minst = 2 })", "", "<t>Falt. Vi gir deg hjelp fordi du ikke klarer alt</t>", "avslaatt"},
    {"egne_ord(\"t\", { utover = \"frase.\", minst = 1 })", "", "", "avslaatt"},
    {"egne_ord(\"t\", { utover = \"frase.\", minst = 5 })", "", "<t>Alt hjelp deg klarer vi</t>", "innvilget"}, /* other order */
    {"har_regel()", "", "", "innvilget"},
    {"egenskap(\"regime\", \"A\")", "", "", "avslaatt"},
    {"ikke_relevant(\"n\")", "n=\"3\"", "", "avslaatt"},
    {"regel \"s\"", "a=\"ja\"", "", "innvilget"},
    {"ikke(regel \"s\")", "a=\"ja\"", "", "avslaatt"},
    {"regel \"s\"", "", "", "ukjent"},
    /* derived facts */
    {"er(\"begge_to\")", "a=\"ja\" b=\"ja\"", "", "innvilget"},
    {"er(\"begge_to\")", "a=\"nei\"", "", "avslaatt"},
    {"er(\"begge_to\")", "a=\"ja\"", "", "ukjent"},
    {"minst(\"dobbelt\", 6)", "n=\"3\"", "", "innvilget"},
    {"minst(\"dobbelt\", 6)", "", "", "ukjent"},
    {"minst(\"dager_til\", 3)", "d=\"2026-11-27\"", "", "innvilget"},
    /* functions */
    {"funksjon(function(f) return f.a and f.n > 2 end)", "a=\"ja\" n=\"3\"", "", "innvilget"},
    {"funksjon(function(f) return f.n > f.sats.G end)", "n=\"21\"", "", "innvilget"},
    {"funksjon(function(f) return f.d == '2026-01-02' and f.v == 'delvis' end)", "d=\"2026-01-02\" v=\"delvis\"", "", "innvilget"},
    {"funksjon(function(f) return f.dato == '2026-11-24' end)", "", "", "innvilget"},
    {"funksjon(function(f) return f.a or f.n >= 6 end)", "n=\"7\"", "", "innvilget"}, /* whatever a is */
    {"funksjon(function(f) return f.a or f.n >= 6 end)", "n=\"5\"", "", "ukjent"},
    {"funksjon(function(f) return f.a or not f.a end)", "", "", "innvilget"},
    {"funksjon(function(f) return (f.a and f.b) or (not f.a) or (not f.b) end)", "", "", "innvilget"}, /* two deep */
    {"funksjon(function(f) return f.v ~= 'x' end)", "", "", "innvilget"},
    {"funksjon(function(f) return f.begge_to or not f.begge_to end)", "", "", "innvilget"},
    {"funksjon(function(f) return f.n > 2 end)", "", "", "ukjent"},
    /* hva-hvis at the root beats Kleene */
    {"noen { er(\"a\"), ikke(er(\"a\")) }", "", "", "innvilget"},
    {"noen { minst(\"n\", 3), under(\"n\", 3) }", "", "", "innvilget"},
    {"noen { minst(\"n\", 3), under(\"n\", 2) }", "", "", "ukjent"},
    {"alle { er(\"v\", \"delvis\"), er(\"v\", \"avslaatt\") }", "", "", "avslaatt"},
    {"noen { hoyst(\"n\", 100), er(\"a\") }", "", "", "innvilget"}, /* n is at most 100 */
};

static void each_predicate(void **state)
{
    static const char common[] =
        "sats \"G\" { enhet = \"kr\", " H ", { fra = \"2020-01-01\", verdi = 10, kilde = \"x\" }, { fra = \"2026-01-01\", verdi = 20, kilde = \"x\" } }\n"
        "frist \"f\" { " T ", " H ", uker = 4, regnes_fra = \"e\", forskyves = \"fram\" }\n"
        "tekst \"frase.a\" { nb = \"Vi gir deg hjelp fordi {grunn}.\", nn = \"x\" }\n"
        "tekst \"frase.b\" { nb = \"Du ikke klarer alt\", nn = \"x\" }\n"
        "fakta { begge_to = janei { " T ", utledet = alle { er(\"a\"), er(\"b\") } },\n"
        " dobbelt = tall { " T ", utledet = function(f) return f.n * 2 end },\n"
        " dager_til = tall { " T ", utledet = function(f) return dager_mellom(f.dato, f.d) end } }\n"
        "regel \"s\" { " H ", gjelder = \"/sak/ingen\", innvilges_naar = er(\"a\") }\n";
    (void)state;
    for (size_t i = 0; i < HJ_COUNT(predicates); i++) {
        char source[3000];
        snprintf(source, sizeof source, "%s" REGEL("%s"), common, predicates[i].cond);
        rig r = rig_open(source);
        const char *found = outcome(&r, predicates[i].attributes, predicates[i].content);
        if (strcmp(found, predicates[i].wanted) != 0)
            fail_msg("%s with %s %s: expected %s, found %s", predicates[i].cond,
                     predicates[i].attributes, predicates[i].content, predicates[i].wanted, found);
        rig_close(&r);
    }
}

static void what_is_missing(void **state)
{
    static const struct {
        const char *cond, *attributes, *wanted;
    } rows[] = {
        {"alle { er(\"a\"), er(\"b\") }", "", "a b "},
        {"alle { er(\"a\"), er(\"b\") }", "b=\"ja\"", "a "},
        {"noen { alle { er(\"a\"), er(\"b\") }, er(\"c\") }", "a=\"nei\"", "c "},
        /* c alone can settle it with ja; a and b can only together: c first */
        {"noen { alle { er(\"a\"), er(\"b\") }, er(\"c\") }", "", "c a b "},
        /* a does not matter: both ways lead to b */
        {"noen { alle { er(\"a\"), er(\"b\") }, alle { ikke(er(\"a\")), er(\"b\") } }", "", "b "},
        {"noen { minst(\"n\", 2), alle { er(\"a\"), er(\"b\") } }", "n=\"1\" a=\"ja\"", "b "},
        {"noen { minst(\"n\", 2), alle { er(\"a\"), er(\"b\") } }", "a=\"ja\"", "n b "},
        {"alle { er(\"a\"), er(\"utledet\") }", "a=\"ja\"", "b c "},
        {"funksjon(function(f) return f.a and f.n > 3 end)", "", "a n "},
        {"funksjon(function(f) return f.a and f.n > 3 end)", "a=\"ja\"", "n "},
        {"etter(\"d\", frist \"f\")", "d=\"2026-01-01\"", "e "},
    };
    (void)state;
    for (size_t i = 0; i < HJ_COUNT(rows); i++) {
        char source[1500];
        snprintf(source, sizeof source,
                 "fakta { utledet = janei { " T ", utledet = alle { er(\"b\"), er(\"c\") } } }\n"
                 "frist \"f\" { " T ", " H ", uker = 4, regnes_fra = \"e\", forskyves = \"fram\" }\n"
                 REGEL("%s"), rows[i].cond);
        rig r = rig_open(source);
        const char *found = missing(&r, rows[i].attributes, "");
        if (strcmp(found, rows[i].wanted) != 0)
            fail_msg("%s with %s: expected %s, found %s", rows[i].cond, rows[i].attributes,
                     rows[i].wanted, found);
        rig_close(&r);
    }
}

/* Hva-hvis must agree with trying everything by hand: every formula over a, b, c of two shapes. */
static void whatif_agrees_with_trying(void **state)
{
    static const char *const shapes[] = {
        "noen { alle { %s, %s }, %s }", "alle { noen { %s, %s }, %s }",
        "noen { alle { %s, ikke(%s) }, alle { ikke(%s), er(\"c\") } }"};
    static const char *const leaves[] = {"er(\"a\")", "ikke(er(\"a\"))", "er(\"b\")", "er(\"c\")"};
    (void)state;
    for (size_t s = 0; s < HJ_COUNT(shapes); s++)
        for (int code = 0; code < 64; code++) {
            char cond[300], source[600];
            char *format = (char *)shapes[s];
            /* Three %s in each shape. */
            const char *x = leaves[code % 4], *y = leaves[code / 4 % 4], *z = leaves[code / 16];
            char *out = cond;
            const char *const parts[] = {x, y, z};
            int part = 0;
            for (const char *p = format; *p; p++)
                if (p[0] == '%' && p[1] == 's') {
                    out += sprintf(out, "%s", parts[part++]);
                    p++;
                } else {
                    *out++ = *p;
                }
            *out = 0;
            snprintf(source, sizeof source, REGEL("%s"), cond);
            rig r = rig_open(source);
            bool yes = false, no = false;
            for (int bits = 0; bits < 8; bits++) {
                char attributes[64];
                snprintf(attributes, sizeof attributes, "a=\"%s\" b=\"%s\" c=\"%s\"",
                         bits & 1 ? "ja" : "nei", bits & 2 ? "ja" : "nei", bits & 4 ? "ja" : "nei");
                bool granted = strcmp(outcome(&r, attributes, ""), "innvilget") == 0;
                yes |= granted;
                no |= !granted;
            }
            const char *wanted = yes && no ? "ukjent" : yes ? "innvilget" : "avslaatt";
            const char *found = outcome(&r, "", "");
            if (strcmp(found, wanted) != 0)
                fail_msg("%s: by hand %s, found %s", cond, wanted, found);
            rig_close(&r);
        }
}

static void exceptions(void **state)
{
    (void)state;
    rig r = rig_open("regel \"r\" { " H ", innvilges_naar = er(\"a\"), unntak = {\n"
                     " unntak \"en\" { naar = er(\"b\"), gir = nei, " H ", " T " },\n"
                     " unntak \"to\" { naar = er(\"c\"), gir = ja, hjemmel = \"h\", " T " } } }");
    assert_string_equal(outcome(&r, "a=\"ja\" b=\"nei\" c=\"nei\"", ""), "innvilget");
    assert_string_equal(outcome(&r, "a=\"ja\" b=\"ja\" c=\"nei\"", ""), "avslaatt");
    assert_string_equal(outcome(&r, "a=\"nei\" b=\"nei\" c=\"ja\"", ""), "innvilget");
    /* unknown exceptions count only where they would change something */
    assert_string_equal(outcome(&r, "a=\"ja\" c=\"nei\"", ""), "ukjent");
    assert_string_equal(outcome(&r, "a=\"nei\" c=\"nei\"", ""), "avslaatt");
    assert_string_equal(outcome(&r, "b=\"ja\" c=\"nei\"", ""), "avslaatt");
    assert_string_equal(missing(&r, "a=\"ja\" c=\"nei\"", ""), "b ");
    /* a known no is no for good: nothing was tried out to find that */
    assert_has_not(rig_xml(&r, rig_decide(&r, "a=\"nei\" c=\"nei\"", "", NULL)), "uten_betydning");
    /* two that disagree: both places and the paragraph */
    assert_null(rig_decide(&r, "a=\"ja\" b=\"ja\" c=\"ja\"", "", NULL));
    assert_true(rig_says(&r, "HJ-DECISION-003", 2));
    assert_has(r.out, "prove.lua:3");
    assert_has(r.out, "'en' (l. § 1) and 'to' (l. § 1)");
    rig_close(&r);
    r = rig_open("regel \"r\" { " H ", innvilges_naar = er(\"a\"), unntak = {\n"
                 " unntak \"en\" { naar = er(\"b\"), gir = nei, " H ", " T " },\n"
                 " unntak \"to\" { naar = er(\"c\"), gir = nei, " H ", " T " } } }");
    assert_string_equal(outcome(&r, "a=\"ja\" b=\"ja\" c=\"ja\"", ""), "avslaatt");
    rig_close(&r);
    /* when one exception has decided, only another can matter; a date cannot be tried out */
    r = rig_open("regel \"r\" { " H ", innvilges_naar = foer(\"d\", \"2026-01-01\"), unntak = {\n"
                 " unntak \"en\" { naar = er(\"b\"), gir = nei, " H ", " T " },\n"
                 " unntak \"to\" { naar = er(\"c\"), gir = ja, " H ", " T " } } }");
    assert_string_equal(missing(&r, "b=\"ja\"", ""), "c ");
    rig_close(&r);
}

static void granted_in_part(void **state)
{
    (void)state;
    rig r = rig_open("regel \"r\" { " H ", vedtak_i = \"v\", innvilges_naar = er(\"a\"), delvis_naar = over(\"n\", 5), unntak = {\n"
                     " unntak \"u\" { naar = er(\"b\"), gir = ja, " H ", " T " } } }");
    assert_string_equal(outcome(&r, "a=\"ja\" b=\"nei\" n=\"5\"", ""), "innvilget");
    assert_string_equal(outcome(&r, "a=\"ja\" b=\"nei\" n=\"6\"", ""), "delvis");
    assert_string_equal(outcome(&r, "a=\"ja\" n=\"6\"", ""), "delvis"); /* the exception gives ja too */
    assert_string_equal(outcome(&r, "a=\"nei\" b=\"nei\"", ""), "avslaatt");
    assert_string_equal(outcome(&r, "a=\"nei\" b=\"ja\" n=\"6\"", ""), "delvis");
    assert_string_equal(missing(&r, "a=\"ja\" b=\"nei\"", ""), "n ");
    char *xml = rig_xml(&r, rig_decide(&r, "a=\"ja\" b=\"nei\" n=\"6\" v=\"innvilget\"", "", NULL));
    assert_has(xml, "innstilling=\"delvis\" vedtak=\"innvilget\" avvik=\"ja\"");
    xml = rig_xml(&r, rig_decide(&r, "a=\"ja\" b=\"nei\" n=\"6\" v=\"delvis\"", "", NULL));
    assert_has(xml, "vedtak=\"delvis\" avvik=\"nei\"");
    xml = rig_xml(&r, rig_decide(&r, "a=\"ja\" b=\"nei\"  v=\"delvis\"", "", NULL));
    assert_has(xml, "innstilling=\"ukjent\" vedtak=\"delvis\" avvik=\"nei\"");
    rig_close(&r);
}

static void each_node_is_its_own(void **state)
{
    (void)state;
    rig r = rig_open("regel \"b\" { gjelder = \"/sak/x\", " H ", innvilges_naar = er(\"a\"), egenskaper = { regime = \"A\" } }\n"
                     "regel \"a\" { gjelder = \"/sak/x[@b='ja']\", " H ", innvilges_naar = er(\"c\") }");
    char *xml = rig_xml(&r, rig_decide(&r, "", "<y/><x id=\"t1\" a=\"ja\"/><x a=\"nei\" b=\"ja\"/>", NULL));
    char *first = strstr(xml, "<post id=\"t1\" regel=\"b\" node=\"t1\""), *second = strstr(xml, "<post id=\"x-2\" regel=\"b\""),
         *third = strstr(xml, "<post id=\"x-2/a\" regel=\"a\"");
    assert_true(first && second && third && first < second && second < third);
    assert_has(first, "innstilling=\"innvilget\"");
    assert_has(second, "innstilling=\"avslaatt\"");
    assert_has(third, "innstilling=\"ukjent\"");
    rig_close(&r);
}

static void editions_by_date(void **state)
{
    (void)state;
    rig r = rig_open("regel \"r\" { til = \"2026-11-24\", " H ", innvilges_naar = er(\"a\") }\n"
                     "regel \"r\" { fra = \"2026-11-24\", " H ", innvilges_naar = ikke(er(\"a\")) }\n"
                     "tekst \"t\" { nb = \"gammel\", nn = \"gammal\", til = \"2026-11-24\" }\n"
                     "tekst \"t\" { nb = \"ny\", nn = \"ny\", fra = \"2026-11-24\" }");
    hj_document *doc = rig_case(&r, "a=\"ja\"", "");
    hj_decide_options on = {.date = hj_date_make(2026, 11, 23)};
    char *xml = rig_xml(&r, hj_decide(r.base, doc, &on, r.arena, r.diags));
    assert_has(xml, "innstilling=\"innvilget\"");
    assert_has(xml, "gammal");
    on.date = HJ_DATE_NONE;
    xml = rig_xml(&r, hj_decide(r.base, doc, &on, r.arena, r.diags));
    assert_has(xml, "innstilling=\"avslaatt\"");
    assert_has_not(xml, "gammal");
    rig_close(&r);
}

static void law_not_in_force(void **state)
{
    (void)state;
    /* Whole packs may be older than a repeal: then it is found on the day. */
    rig r = rig_open("\nregel \"r\" { hjemmel = \"gammel\", innvilges_naar = er(\"a\") }");
    assert_null(rig_decide(&r, "a=\"ja\"", "", NULL));
    assert_true(rig_says(&r, "HJ-DECISION-004", 2));
    assert_has(r.out, "2026-11-24");
    rig_close(&r);
    r = rig_open("hjemmel \"u\" { lov = \"l.\", vis = \"x\", fra = \"2000-01-01\", kilde = \"-\", status = \"uverifisert\" }\n"
                 "regel \"r\" { hjemmel = \"u\", innvilges_naar = er(\"a\") }");
    assert_non_null(rig_decide(&r, "a=\"ja\"", "", NULL));
    assert_true(rig_says(&r, "HJ-DECISION-020", 0));
    assert_int_equal(r.diags->errors, 0);
    rig_close(&r);
    /* A fact that says no leans on no law. */
    r = rig_open("hjemmel \"u\" { lov = \"l.\", vis = \"x\", fra = \"2000-01-01\", kilde = \"-\", status = \"uverifisert\" }\n"
                 "fakta { w = janei { tekst = { nb = \"w\", nn = \"w\" }, hjemmel = \"u\", utledet = er(\"a\") } }\n"
                 "regel \"r\" { hjemmel = \"h\", innvilges_naar = er(\"w\") }");
    assert_non_null(rig_decide(&r, "a=\"nei\"", "", NULL));
    assert_false(rig_says(&r, "HJ-DECISION-020", 0));
    assert_non_null(rig_decide(&r, "a=\"ja\"", "", NULL));
    assert_true(rig_says(&r, "HJ-DECISION-020", 0));
    rig_close(&r);
}

static void values_that_do_not_fit(void **state)
{
    static const char *const bad[] = {"a=\"kanskje\"", "n=\"tre\"", "n=\"-1\"", "n=\"101\"", "n=\"1e3\"",
                                      "n=\"1,5\"", "v=\"innvilga\"", "d=\"2026-02-30\"", "d=\"i går\""};
    (void)state;
    rig r = rig_open(REGEL("alle { er(\"a\"), minst(\"n\", 1), er(\"v\", \"delvis\"), foer(\"d\", \"2030-01-01\") }"));
    for (size_t i = 0; i < HJ_COUNT(bad); i++) {
        r.diags = hj_diags_new(r.arena, HJ_LANG_EN);
        if (rig_decide(&r, bad[i], "", NULL))
            fail_msg("taken: %s", bad[i]);
        assert_has(r.out, "sak.xml:1");
        assert_has(r.out, "HJ-FACTS-011");
        /* the value is personal data */
        const char *value = strchr(bad[i], '"') + 1;
        char *text = hj_arena_strndup(r.arena, value, strcspn(value, "\""));
        if (strlen(text) > 3)
            assert_has_not(r.out, text);
    }
    rig_close(&r);
}

static void checklists(void **state)
{
    (void)state;
    rig r = rig_open(
        "regel \"r\" { gjelder = \"/sak/x\", vedtak_i = \"v\", " H ", egenskaper = { regime = \"B\" }, innvilges_naar = er(\"a\") }\n"
        "sjekkliste \"s\" {\n"
        " punkt { nummer = 1, nivaa = \"varsel\", krav = er(\"b\"), " H ", " T ", hvor = begge \"her\" },\n"
        " punkt { nummer = 2, nivaa = \"utkast\", gjelder = \"/sak/x\", naar = avvik(), krav = lengde(\"t\", 3), sted = \"t\", " H ", " T ", hvor = begge \"her\" },\n"
        " punkt { nummer = \"3a\", nivaa = \"stopp\", gjelder = \"/sak/*\", naar = egenskap(\"regime\", \"B\"), krav = innstilling(\"innvilget\"), " H ", " T ", hvor = begge \"her\" },\n"
        " punkt { nummer = 4, nivaa = \"stopp\", gjelder = \"/sak/y\", krav = har_regel(), " H ", " T ", hvor = begge \"her\" } }\n"
        "sjekkliste \"kanskje\" { punkt { nummer = 1, nivaa = \"utkast\", naar = er(\"a\"), krav = er(\"b\"), " H ", " T ", hvor = begge \"her\" } }");
    /* a point applies until it is known that it does not */
    assert_int_equal(rig_decide(&r, "b=\"nei\"", "", "kanskje")->level, HJ_LEVEL_UTKAST);
    assert_int_equal(rig_decide(&r, "a=\"nei\" b=\"nei\"", "", "kanskje")->level, HJ_LEVEL_OK);
    assert_int_equal(rig_decide(&r, "b=\"ja\"", "", "kanskje")->level, HJ_LEVEL_OK);
    hj_record *record = rig_decide(&r, "b=\"ja\"", "<x a=\"ja\" v=\"innvilget\"/>", "s");
    assert_int_equal(record->level, HJ_LEVEL_OK);
    assert_has_not(rig_xml(&r, record), "<funn");
    record = rig_decide(&r, "", "<x a=\"ja\" v=\"innvilget\"/>", "s"); /* b unknown: not met */
    assert_int_equal(record->level, HJ_LEVEL_VARSEL);
    assert_has(rig_xml(&r, record), "<mangler faktum=\"b\"");
    record = rig_decide(&r, "b=\"ja\"", "<x a=\"ja\" v=\"avslaatt\">\n<t/></x>", "s");
    assert_int_equal(record->level, HJ_LEVEL_UTKAST);
    assert_has(rig_xml(&r, record), "punkt=\"2\" nivaa=\"utkast\" sti=\"/sak/x/t\" fil=\"sak.xml\" linje=\"2\"");
    record = rig_decide(&r, "b=\"ja\"", "<x a=\"nei\"/>", "s");
    assert_int_equal(record->level, HJ_LEVEL_STOPP);
    assert_has(rig_xml(&r, record), "punkt=\"3a\"");
    record = rig_decide(&r, "b=\"ja\"", "<y/>", "s");
    assert_int_equal(record->level, HJ_LEVEL_STOPP);
    record = rig_decide(&r, "b=\"ja\"", "<y/>", NULL); /* none asked for */
    assert_int_equal(record->level, HJ_LEVEL_OK);
    assert_null(rig_decide(&r, "", "", "finnes_ikke"));
    assert_true(rig_says(&r, "HJ-DECISION-017", 0));
    rig_close(&r);
}

static void lookups_and_rates(void **state)
{
    (void)state;
    rig r = rig_open(
        "oppslag \"o\" { { \"A\", frist = \"f\", " H ", instans = \"statsforvalter\", hvem = { nb = \"en\", nn = \"ein\" }, til = \"2020-01-01\" },\n"
        " { \"A\", frist = \"f\", instans = \"nemnd\", fra = \"2020-01-01\" } }\n"
        "frist \"f\" { som = \"klagefrist\", " T ", " H ", uker = 3, regnes_fra = \"d\", forskyves = \"fram\" }\n"
        "sats \"G\" { enhet = \"kr\", " H ", { fra = \"2020-01-01\", verdi = 10.5, kilde = \"k\" } }\n"
        "regel \"r\" { gjelder = \"/sak/x\", " H ", oppslag = { o = \"A\" }, satser = { \"G\" }, innvilges_naar = er(\"a\") }");
    char *xml = rig_xml(&r, rig_decide(&r, "", "<x id=\"t1\" d=\"2026-11-24\"/><x id=\"t2\"/>", NULL));
    assert_has(xml, "<oppslag navn=\"o\" noekkel=\"A\"/>"); /* in the post */
    char *row = strstr(xml, "<oppslag navn=\"o\" noekkel=\"A\">");
    assert_non_null(row);
    assert_null(strstr(row + 1, "<oppslag navn=\"o\" noekkel=\"A\">")); /* once */
    assert_has(row, "<felt navn=\"instans\">nemnd</felt>");
    assert_has_not(xml, "statsforvalter");
    assert_has(xml, "<frist navn=\"klagefrist\" regel=\"f\" for=\"t1\" gjelder=\"ja\" fra=\"2026-11-24\" raa=\"2026-12-15\" dato=\"2026-12-15\"");
    assert_has(xml, "for=\"t2\" gjelder=\"ja\" fra=\"\" raa=\"\" dato=\"\"");
    assert_has(xml, "<sats navn=\"G\" for=\"t1\" verdi=\"10.5\" enhet=\"kr\" fra=\"2020-01-01\" kilde=\"k\"");
    hj_decide_options early = {.date = hj_date_make(2019, 1, 1)};
    xml = rig_xml(&r, hj_decide(r.base, rig_case(&r, "", "<x/>"), &early, r.arena, r.diags));
    assert_has(xml, "verdi=\"\" enhet=\"kr\" kjent=\"ikke_oppgitt\""); /* no rate that early */
    rig_close(&r);
}

/* A rate nobody knows is ukjent, and says so: it is never the one of the year before. */
static void a_rate_not_known(void **state)
{
    (void)state;
    rig r = rig_open(
        "sats \"G\" { enhet = \"kr\", " H ", " T ", { fra = \"2024-01-01\", verdi = 10, kilde = \"k\" },\n"
        " { fra = \"2025-01-01\", verdi = ukjent, kilde = \"spurt\" }, { fra = \"2026-01-01\", til = \"2027-01-01\", verdi = 12, kilde = \"k\" } }\n"
        "utregning \"u\" { enhet = \"kr\", " H ", " T ", beregn = function(f) return f.n * f.sats.G end }\n"
        "utregning \"v\" { enhet = \"kr\", " H ", " T ", beregn = function(f) return f.n end, hoyst = sats \"G\" }\n"
        "regel \"r\" { " H ", satser = { \"G\" }, utregninger = { \"u\", \"v\" }, innvilges_naar = under(\"n\", sats \"G\") }");
    static const struct {
        int year;
        const char *outcome, *u;
    } years[] = {{2023, "ukjent", ""}, {2024, "innvilget", "30"}, {2025, "ukjent", ""},
                 {2026, "innvilget", "36"}, {2027, "ukjent", ""}};
    for (size_t i = 0; i < sizeof years / sizeof *years; i++) {
        hj_decide_options on = {.date = hj_date_make(years[i].year, 6, 1)};
        char *xml = rig_xml(&r, hj_decide(r.base, rig_case(&r, "n=\"3\"", ""), &on, r.arena, r.diags));
        char want[80];
        snprintf(want, sizeof want, "innstilling=\"%s\"", years[i].outcome);
        assert_has(xml, want);
        snprintf(want, sizeof want, "<utregning navn=\"u\" for=\"sak-1\" gjelder=\"ja\" verdi=\"%s\"", years[i].u);
        assert_has(xml, want);
        snprintf(want, sizeof want, "<utregning navn=\"v\" for=\"sak-1\" gjelder=\"ja\" verdi=\"%s\"", *years[i].u ? "3" : "");
        assert_has(xml, want);
        if (!*years[i].u) {
            assert_has(xml, "<mangler faktum=\"sats.G\" kjent=\"ikke_oppgitt\"");
            assert_has(xml, "verdi=\"\" enhet=\"kr\" kjent=\"ikke_oppgitt\"");
        } else {
            assert_has_not(xml, "<mangler");
        }
        if (years[i].year == 2025)
            assert_has(xml, "kilde=\"spurt\"");
    }
    rig_close(&r);
}

static void dates_and_packs(void **state)
{
    (void)state;
    rig r = rig_open(REGEL("er(\"a\")"));
    hj_document *doc = rig_case(&r, "", "");
    xmlUnsetProp(xmlDocGetRootElement(doc->xml), (const xmlChar *)"dato");
    hj_decide_options none = {.date = HJ_DATE_NONE};
    assert_null(hj_decide(r.base, doc, &none, r.arena, r.diags));
    assert_true(rig_says(&r, "HJ-DECISION-001", 0));
    doc->kind = "brev"; /* no `dokument "brev"`: only with a date */
    assert_null(hj_decide(r.base, doc, &none, r.arena, r.diags));
    none.date = hj_date_make(2026, 1, 1);
    assert_non_null(hj_decide(r.base, doc, &none, r.arena, r.diags));
    rig_close(&r);
}

static void same_bytes(void **state)
{
    static const char source[] =
        "regel \"r\" { " H ", egenskaper = { b = 1, a = ja, c = { nb = \"x\", nn = \"y\" }, aa = \"z\" }, innvilges_naar = alle { er(\"a\"),\n"
        " funksjon(function(f) local s = '' for k in par({ x = 1, y = 2, z = 3 }) do s = s .. k end return s == 'xyz' and f.n > 1 end) } }";
    (void)state;
    char *first = NULL;
    for (int i = 0; i < 4; i++) {
        rig r = rig_open(source);
        for (int turn = 0; turn < 3; turn++) {
            char *xml = rig_mask(rig_xml(&r, rig_decide(&r, "a=\"ja\" n=\"2\"", "", NULL)));
            if (!first)
                first = strdup(xml);
            assert_string_equal(xml, first);
        }
        rig_close(&r);
    }
    free(first);
}

/* A document made large to be slow: said, not suffered. */
static void too_many_places(void **state)
{
    (void)state;
    rig r = rig_open("regel \"r\" { gjelder = \"/sak/x\", " H ", innvilges_naar = er(\"a\") }");
    hj_buf content = {0};
    for (int i = 0; i < 20000; i++)
        hj_buf_str(&content, "<x/>");
    assert_null(rig_decide(&r, "", content.data, NULL));
    assert_true(rig_says(&r, "HJ-DECISION-022", 0));
    content.len = 1500 * 4;
    content.data[content.len] = 0;
    assert_null(rig_decide(&r, "", content.data, NULL));
    assert_true(rig_says(&r, "HJ-DECISION-021", 0));
    content.len = 900 * 4;
    content.data[content.len] = 0;
    assert_non_null(rig_decide(&r, "", content.data, NULL));
    hj_buf_free(&content);
    rig_close(&r);
    /* Few places, but each looks through everything. */
    r = rig_open("fakta { q = tall { tekst = begge \"q\", antall = \"/sak/y[@b=$her/@c]\" } }\n"
                 "regel \"r\" { gjelder = \"/sak/x\", " H ", innvilges_naar = minst(\"q\", 1) }");
    for (int i = 0; i < 500; i++)
        hj_buf_str(&content, "<x c='1'/>");
    for (int i = 0; i < 200000; i++)
        hj_buf_str(&content, "<y b='2'/>");
    assert_null(rig_decide(&r, "", content.data, NULL));
    assert_true(rig_says(&r, "HJ-FACTS-012", 0));
    hj_buf_free(&content);
    rig_close(&r);
}

/* A record for a letter keeps every outcome and leaves out the trace. */
static void brief_record(void **state)
{
    (void)state;
    rig r = rig_open(REGEL("alle { vilkaar \"en\" { " H ", " T ", er(\"a\") }, noen { vilkaar \"to\" { " H ", " T ", er(\"b\") }, er(\"c\") } }"));
    hj_decide_options options = {.date = HJ_DATE_NONE, .brief = true};
    hj_document *doc = rig_case(&r, "a=\"ja\" b=\"nei\"", "");
    char *xml = rig_xml(&r, hj_decide(r.base, doc, &options, r.arena, r.diags));
    assert_has(xml, "innstilling=\"ukjent\"");
    assert_has(xml, "<vilkaar navn=\"en\" utfall=\"ja\" avgjorde=\"nei\"");
    assert_has(xml, "<vilkaar navn=\"to\" utfall=\"nei\" avgjorde=\"nei\"");
    assert_has(xml, "<mangler faktum=\"c\"");
    assert_has_not(xml, "<uttrykk");
    assert_has_not(xml, "<faktum");
    options.brief = false;
    xml = rig_xml(&r, hj_decide(r.base, doc, &options, r.arena, r.diags));
    assert_has(xml, "<uttrykk slag=\"noen\" utfall=\"ukjent\"");
    assert_has(xml, "<faktum navn=\"c\"");
    rig_close(&r);
}

/* The runner: what passes, what fails and what it says. */
static void the_runner(void **state)
{
    (void)state;
    rig r = rig_open(
        REGEL("alle { vilkaar \"v1\" { " H ", " T ", er(\"a\") }, er(\"b\") }")
        "frist \"f\" { " T ", " H ", uker = 4, regnes_fra = \"d\", forskyves = \"fram\" }\n"
        "test \"god\" { dato = \"2026-01-01\", sak = { a = ja, b = ja }, venter = { r = \"innvilget\", vilkaar = { [\"r.v1\"] = ja } } }\n"
        "test \"feil # svar\" { dato = \"2026-01-01\", sak = { a = ja, b = ja }, venter = { r = \"avslaatt\" } }\n"
        "test \"mangler\" { dato = \"2026-01-01\", sak = { a = ja, b = under_innhenting }, venter = { r = ukjent, mangler = { \"b\" } } }\n"
        "test \"feil mangel\" { dato = \"2026-01-01\", sak = { a = ja }, venter = { r = ukjent, mangler = { \"a\" } } }\n"
        "test \"rader\" { dato = \"2026-01-01\", kolonner = { \"d\", \"frister.f\" }, rader = { { \"2026-11-24\", \"2026-12-22\" }, { \"2026-11-24\", \"2026-12-23\" }, { ukjent, ukjent } } }\n"
        "test \"stanser\" { dato = \"2026-01-01\", sak = { a = ja }, venter = { feil = \"HJ-DECISION-004\", r = ukjent } }\n");
    hj_buf out = {0};
    assert_int_equal(hj_author_test(r.base, HJ_LANG_EN, &(hj_author_options){0}, &out), 4);
    assert_has(out.data, "1..8\n");
    assert_has(out.data, "ok 1 - god\n");
    assert_has(out.data, "not ok 2 - feil   svar\n");
    assert_has(out.data, "prove.lua:4\n");
    assert_has(out.data, "r: expected avslaatt, found innvilget");
    assert_has(out.data, "\nok 3 - mangler\n");
    assert_has(out.data, "mangler: expected { a }, found { b }");
    assert_has(out.data, "\nok 5 - rader (1)\n");
    assert_has(out.data, "frist f: expected 2026-12-23, found 2026-12-22");
    assert_has(out.data, "\nok 7 - rader (3)\n");
    assert_has(out.data, "feil: expected HJ-DECISION-004, found nothing");
    hj_buf_free(&out);
    rig_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kleene), cmocka_unit_test(each_predicate), cmocka_unit_test(what_is_missing),
        cmocka_unit_test(whatif_agrees_with_trying), cmocka_unit_test(exceptions),
        cmocka_unit_test(granted_in_part), cmocka_unit_test(each_node_is_its_own),
        cmocka_unit_test(editions_by_date), cmocka_unit_test(law_not_in_force),
        cmocka_unit_test(values_that_do_not_fit), cmocka_unit_test(checklists),
        cmocka_unit_test(lookups_and_rates), cmocka_unit_test(a_rate_not_known), cmocka_unit_test(dates_and_packs),
        cmocka_unit_test(same_bytes), cmocka_unit_test(brief_record), cmocka_unit_test(too_many_places),
        cmocka_unit_test(the_runner)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
