/* Deadlines. The worked rows of the law are tests in the packs; here: every day of many years
 * against a second way of counting, the shapes a deadline can have, and what is said of it. */
#include "law_fixture.h"

#define H "hjemmel = \"h\""
#define T "tekst = begge \"x\""

static const char deadlines[] =
    "frist \"uker\" { " T ", " H ", uker = 4, regnes_fra = \"d\", forskyves = \"fram\" }\n"
    "frist \"maaned\" { " T ", " H ", maaneder = 1, regnes_fra = \"d\", forskyves = \"tilbake\" }\n"
    "frist \"aar\" { " T ", " H ", aar = 1, regnes_fra = \"d\", forskyves = \"nei\" }\n"
    "frist \"mandag\" { " T ", " H ", regnes_fra = \"d\", ukedag = 1, klokkeslett = \"12:00\", forskyves = \"tilbake\" }\n"
    "frist \"blandet\" { " T ", " H ", aar = 1, maaneder = 1, uker = 1, dager = 1, regnes_fra = \"d\", forskyves = \"nei\" }\n"
    "frist \"anslag\" { som = \"a\", " T ", " H ", uker = 3, regnes_fra = \"d\", forskyves = \"fram\",\n"
    "  anslag = { { fra = \"e\", dager = \"n\" }, { fra = \"e\", dager = 3 } } }\n";

static char *ask(rig *r, const hj_given *given, size_t n, const char *frist)
{
    const char *names[] = {frist};
    hj_ask wanted = {.frister = names, .n_frister = 1};
    hj_decide_options options = {.date = hj_date_make(2026, 11, 24), .ask = &wanted};
    return rig_xml(r, hj_decide_given(r->base, given, n, &options, r->arena, r->diags));
}

static hj_given given_date(const rig *r, const char *fact, hj_date date)
{
    return (hj_given){.name = fact, .fact = hj_rulebase_find(r->base, HJ_FAKTUM, fact),
                      .value = {.type = HJ_FACT_DATO, .date = date}};
}

static hj_date found(const char *xml, const char *key)
{
    char pattern[32];
    snprintf(pattern, sizeof pattern, " %s=\"", key);
    const char *frist = strstr(xml, "<frist ");
    assert_non_null(frist);
    const char *at = strstr(frist, pattern);
    assert_non_null(at);
    char iso[11] = "";
    at += strlen(pattern);
    memcpy(iso, at, strcspn(at, "\"") < 10 ? strcspn(at, "\"") : 10);
    return hj_date_parse(iso);
}

/* The same rule, told another way: the fixture's holidays are weekends, Christmas Day, Good Friday. */
static bool working_day(hj_date day)
{
    hj_ymd d = hj_date_ymd(day);
    return hj_date_weekday(day) < 6 && !(d.month == 12 && d.day == 25)
        && day != hj_date_easter(d.year) - 2;
}

static void every_day(void **state)
{
    (void)state;
    rig r = rig_open(deadlines);
    if (!r.base)
        fail_msg("%s", r.out);
    for (hj_date day = hj_date_make(2024, 1, 1); day < hj_date_make(2029, 1, 1); day++) {
        hj_arena *arena = r.arena;
        r.arena = hj_arena_new();
        r.diags = hj_diags_new(r.arena, HJ_LANG_EN);
        hj_given g = given_date(&r, "d", day);
        hj_date last = day + 28;
        while (!working_day(last))
            last++;
        char *xml = ask(&r, &g, 1, "uker");
        assert_int_equal(found(xml, "raa"), day + 28);
        assert_int_equal(found(xml, "dato"), last);
        hj_ymd d = hj_date_ymd(day);
        last = HJ_DATE_NONE;
        for (int number = d.day; last == HJ_DATE_NONE; number--)
            last = hj_date_make(d.month == 12 ? d.year + 1 : d.year, d.month % 12 + 1, number);
        xml = ask(&r, &g, 1, "maaned");
        assert_int_equal(found(xml, "raa"), last);
        while (!working_day(last))
            last--;
        assert_int_equal(found(xml, "dato"), last);
        xml = ask(&r, &g, 1, "mandag");
        hj_date monday = found(xml, "raa"), shown = found(xml, "dato");
        assert_int_equal(hj_date_weekday(monday), 1);
        assert_true(monday <= day && monday > day - 7);
        assert_true(working_day(shown) && shown <= monday);
        hj_arena_free(r.arena);
        r.arena = arena;
    }
    rig_close(&r);
}

static void shapes(void **state)
{
    (void)state;
    rig r = rig_open(deadlines);
    hj_given g = given_date(&r, "d", hj_date_make(2028, 2, 29));
    assert_int_equal(found(ask(&r, &g, 1, "aar"), "dato"), hj_date_make(2029, 2, 28));
    assert_int_equal(found(ask(&r, &g, 1, "blandet"), "dato"), hj_date_make(2029, 4, 6));
    char *xml = ask(&r, &g, 1, "mandag");
    assert_has(xml, "klokkeslett=\"12:00\"");
    assert_has(xml, "retning=\"tilbake\"");
    g = given_date(&r, "d", hj_date_make(2026, 11, 27));
    xml = ask(&r, &g, 1, "uker");
    assert_has(xml, "uker=\"4\"");
    assert_has(xml, "<flyttet helligdag=\"foerste_juledag\" dato=\"2026-12-25\">");
    assert_has(xml, "<flyttet helligdag=\"soendag\" dato=\"2026-12-27\">");
    assert_int_equal(found(xml, "dato"), hj_date_make(2026, 12, 28));
    rig_close(&r);
}

static void estimates(void **state)
{
    (void)state;
    rig r = rig_open(deadlines);
    hj_given g[3] = {given_date(&r, "e", hj_date_make(2026, 11, 20))};
    char *xml = ask(&r, g, 1, "anslag"); /* n unknown: the second way */
    assert_int_equal(found(xml, "fra"), hj_date_make(2026, 11, 23));
    assert_int_equal(found(xml, "dato"), hj_date_make(2026, 12, 14));
    assert_has(xml, "anslag=\"ja\"");
    assert_has(xml, "<frist navn=\"a\" regel=\"anslag\"");
    g[1] = (hj_given){.name = "n", .fact = hj_rulebase_find(r.base, HJ_FAKTUM, "n"),
                      .value = {.type = HJ_FACT_TALL, .number = 7}};
    assert_int_equal(found(ask(&r, g, 2, "anslag"), "fra"), hj_date_make(2026, 11, 27));
    g[2] = given_date(&r, "d", hj_date_make(2026, 11, 24)); /* known after all */
    xml = ask(&r, g, 3, "anslag");
    assert_int_equal(found(xml, "fra"), hj_date_make(2026, 11, 24));
    assert_has(xml, "anslag=\"nei\"");
    xml = ask(&r, NULL, 0, "anslag");
    assert_int_equal(found(xml, "dato"), HJ_DATE_NONE);
    assert_has(xml, "uker=\"3\"");
    assert_has(xml, "<mangler faktum=\"d\"");
    rig_close(&r);
}

static void explained_in_both(void **state)
{
    (void)state;
    rig r = rig_open("frist \"f\" { " T ", " H ", uker = 4, regnes_fra = \"d\", forskyves = \"fram\",\n"
                     " forklaring = { nb = \"{lengde} {enhet} fra {fra}: {raa} er {aarsak}, så {dato}{klokkeslett}\", nn = \"{lengde} {enhet}\" } }");
    hj_given g = given_date(&r, "d", hj_date_make(2026, 11, 27));
    char *xml = ask(&r, &g, 1, "f");
    assert_has(xml, "4 uker fra 27.11.2026: 25.12.2026 er 1. juledag, lørdag og søndag, så 28.12.2026");
    assert_has(xml, ">4 veker<");
    g = given_date(&r, "d", hj_date_make(2026, 11, 24));
    assert_has_not(ask(&r, &g, 1, "f"), "forklaring"); /* nothing was moved */
    rig_close(&r);
    r = rig_open("frist \"f\" { " T ", " H ", uker = 4, regnes_fra = \"d\", forskyves = \"fram\", forklaring = begge \"{datoen}\" }");
    const char *names[] = {"f"};
    hj_ask wanted = {.frister = names, .n_frister = 1};
    hj_decide_options options = {.date = hj_date_make(2026, 11, 24), .ask = &wanted};
    g = given_date(&r, "d", hj_date_make(2026, 11, 27));
    assert_null(hj_decide_given(r.base, &g, 1, &options, r.arena, r.diags));
    assert_true(rig_says(&r, "HJ-DECISION-015", 1));
    rig_close(&r);
}

static void when_it_applies(void **state)
{
    (void)state;
    rig r = rig_open("frist \"f\" { gjelder = \"/sak/x\", naar = ikke(finnes(\"e\")), " T ", " H ", maaneder = 1, regnes_fra = \"d\", forskyves = \"tilbake\" }\n"
                     "frist \"g\" { gjelder = \"/sak/x\", naar = er(\"a\"), " T ", " H ", uker = 1, regnes_fra = \"d\", forskyves = \"fram\" }");
    char *xml = rig_xml(&r, rig_decide(&r, "", "<x d=\"2026-11-02\" a=\"nei\"/><x d=\"2026-11-02\" e=\"2026-11-20\"/>", NULL));
    char *first = strstr(xml, "regel=\"f\"");
    assert_non_null(first);
    assert_null(strstr(first + 1, "regel=\"f\"")); /* the second has its answer */
    char *second = strstr(xml, "regel=\"g\"");
    assert_non_null(second);
    assert_has(second, "gjelder=\"ukjent\"");
    assert_has(second, "sti=\"/sak/x[2]\"");
    rig_close(&r);
}

/* An estimated arrival moves off holidays when it is told to; a known one never does. */
static void estimate_on_a_working_day(void **state)
{
    (void)state;
    static const struct {
        const char *shift;
        int sent, start;
    } rows[] = {
        {", forskyves = \"fram\"", 20, 23}, /* Friday + 3 is Monday */
        {", forskyves = \"fram\"", 18, 23}, /* Wednesday + 3 is Saturday */
        {", forskyves = \"fram\"", 19, 23},
        {", forskyves = \"tilbake\"", 19, 20},
        {", forskyves = \"nei\"", 19, 22},
        {"", 19, 22},
    };
    for (size_t i = 0; i < HJ_COUNT(rows); i++) {
        char rule[400];
        snprintf(rule, sizeof rule,
                 "frist \"f\" { " T ", " H ", dager = 1, regnes_fra = \"d\", forskyves = \"nei\", "
                 "anslag = { fra = \"e\", dager = 3%s } }", rows[i].shift);
        rig r = rig_open(rule);
        if (!r.base)
            fail_msg("%s", r.out);
        hj_given g[2];
        g[0] = given_date(&r, "e", hj_date_make(2026, 11, rows[i].sent));
        assert_int_equal(found(ask(&r, g, 1, "f"), "fra"), hj_date_make(2026, 11, rows[i].start));
        g[1] = given_date(&r, "d", hj_date_make(2026, 11, 22)); /* known: a Sunday stays a Sunday */
        assert_int_equal(found(ask(&r, g, 2, "f"), "fra"), hj_date_make(2026, 11, 22));
        rig_close(&r);
    }
    rig r = rig_open("frist \"f\" { " T ", " H ", dager = 1, regnes_fra = \"d\", forskyves = \"nei\", "
                     "anslag = { fra = \"e\", dager = 3, forskyves = \"mandag\" } }");
    assert_null(r.base);
    assert_true(rig_says(&r, "HJ-RULES-071", 1));
    rig_close(&r);
}

static void edges_of_the_calendar(void **state)
{
    (void)state;
    rig r = rig_open(deadlines);
    hj_date ends[] = {hj_date_make(9999, 12, 31), hj_date_make(1583, 1, 1), hj_date_make(9998, 12, 20)};
    const char *names[] = {"aar"};
    hj_ask wanted = {.frister = names, .n_frister = 1};
    hj_decide_options options = {.date = hj_date_make(2026, 11, 24), .ask = &wanted};
    for (int i = 0; i < 3; i++) {
        hj_given g = given_date(&r, "d", ends[i]);
        r.diags = hj_diags_new(r.arena, HJ_LANG_EN);
        hj_record *record = hj_decide_given(r.base, &g, 1, &options, r.arena, r.diags);
        if (i == 1)
            assert_non_null(record);
        else
            assert_true(!record && rig_says(&r, "HJ-DECISION-013", 0));
    }
    rig_close(&r);
    r = rig_open("frist \"f\" { " T ", " H ", uker = 4, regnes_fra = \"d\", forskyves = \"fram\" }\n"
                 "for i = 1, 5 do helligdag(\"h\" .. i) { ukedag = i, " H ", " T " } end");
    names[0] = "f";
    hj_given g = given_date(&r, "d", hj_date_make(2026, 11, 24));
    assert_null(hj_decide_given(r.base, &g, 1, &options, r.arena, r.diags));
    assert_true(rig_says(&r, "HJ-DECISION-014", 1)); /* all days holy: said, not hung */
    rig_close(&r);
}

static void holidays_have_their_years(void **state)
{
    (void)state;
    rig r = rig_open("frist \"f\" { " T ", " H ", dager = 1, regnes_fra = \"d\", forskyves = \"fram\" }\n"
                     "helligdag \"ny\" { maaned = 11, dag = 25, fra = \"2026-01-01\", til = \"2027-01-01\", " H ", " T " }");
    static const struct {
        int year;
        int day;
    } rows[] = {{2025, 25}, {2026, 26}};
    for (size_t i = 0; i < HJ_COUNT(rows); i++) {
        hj_given g = given_date(&r, "d", hj_date_make(rows[i].year, 11, 24));
        assert_int_equal(found(ask(&r, &g, 1, "f"), "dato"),
                         hj_date_make(rows[i].year, 11, rows[i].day));
    }
    rig_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day), cmocka_unit_test(shapes), cmocka_unit_test(estimates),
        cmocka_unit_test(explained_in_both), cmocka_unit_test(when_it_applies),
        cmocka_unit_test(estimate_on_a_working_day),
        cmocka_unit_test(edges_of_the_calendar), cmocka_unit_test(holidays_have_their_years)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
