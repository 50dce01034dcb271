/* How heavy a text is: which sentences are passive, in both maalformer, by the shipped words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include <libxml/parser.h>

#include "transform/internal.h"

static hj_templates *templates;

static int setup(void **state)
{
    (void)state;
    hj_arena *arena = hj_arena_new();
    templates = hj_templates_load("templates", hj_diags_new(arena, HJ_LANG_EN));
    hj_arena_free(arena);
    return templates ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    hj_templates_free(templates);
    return 0;
}

/* The number of passive sentences told of a document of this one block. */
static int passive(const char *maalform, const char *text)
{
    hj_arena *arena = hj_arena_new();
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    const char *fo = hj_arena_printf(arena,
        "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format'><fo:page-sequence><fo:flow>"
        "<fo:block>%s</fo:block></fo:flow></fo:page-sequence></fo:root>", text);
    xmlDoc *doc = xmlReadMemory(fo, (int)strlen(fo), "x.fo", NULL, 0);
    assert_non_null(doc);
    hj_doctype type = {.name = "brev", .passiv = 1};
    hj_readability(templates, &type, maalform, doc, diags);
    xmlFreeDoc(doc);
    int found = 0;
    for (const hj_diag *d = diags->first; d; d = d->next) {
        assert_int_not_equal(d->severity, HJ_ERROR);
        if (strcmp(d->code, "HJ-TRANSFORM-082") == 0)
            assert_int_equal(sscanf(strstr(d->message, "passive: "), "passive: %d", &found), 1);
    }
    hj_arena_free(arena);
    return found;
}

static void each(const char *maalform, const char *const *sentences, int expected)
{
    for (; *sentences; sentences++)
        if (passive(maalform, *sentences) != expected)
            fail_msg("%s: «%s» should be %s", maalform, *sentences,
                     expected ? "passive" : "active");
}

static void bokmaal(void **state)
{
    (void)state;
    static const char *const yes[] = {
        "Søknaden behandles av kontoret.", "Brevet sendes i dag.", "Hjelpen gis hver uke.",
        "Klagen kan ikke behandles.", "Behandles søknaden ikke, ring oss.", "Dette må tas opp.",
        "Vedtaket blir endret.", "Blir vedtaket ikke endret, kan du klage.", "Han ble sett.",
        "Hjelpen er blitt vurdert på nytt.", "Søknaden ble ikke avslått.", "Det blir gjort.",
        "Skapene ble fjernet.", "Hindringene fjernes.", "Alle trenes opp.", NULL};
    static const char *const no[] = {
        "Det finnes hjelp.", "Vi synes det.", "Du trives hjemme.", "Hun minnes det godt.",
        "Det er alltids en råd.", "Brukernes rettigheter er viktige.", "Dette er kommunens ansvar.",
        "Vi spør om tjenestenes innhold.", "To ukers frist.", "Det blir ofte sent.",
        "Blir behovet større, ring oss.", "Du blir kjent med oss.", "Det blir bedre, og sendt er "
        "brevet.", "Vi behandler søknaden.", "Vi hilser fra Johannes på Nes.", "Søknaden er sendt.",
        "Det ble for kort.", "Blir du dårligere, kommer vi oftere.", "Hun bor på Moen Es.",
        "Alles ønsker teller, også andres.", NULL};
    each("nb", yes, 1);
    each("nb", no, 0);
}

static void nynorsk(void **state)
{
    (void)state;
    static const char *const yes[] = {
        "Klaga kan ikkje behandlast.", "Tenesta skal givast skriftleg.", "Saker må meldast i dag.",
        "Vedtaket blir endra.", "Klaga blir send vidare.", "Brevet vart ikkje sendt.",
        "Saka vart avgjord i går.", "Hjelpa er vorte vurdert.", "Søknaden blei skriven.", NULL};
    static const char *const no[] = {
        "Det finst hjelp.", "Eg synest det.", "Du kan trivast heime.", "Ho vil minnast det.",
        "Det er alltids ei råd.", "Det viktigaste kan vere best.", "Vi skal tidlegast i morgon.",
        "Blir hofta verre, ring oss.", "Du blir kjend.", "Vi behandlar klaga.",
        "Hjelpa blir viktig for saka.", "Klaga er send.", "Vi kan hjelpe, og fast er det.",
        "Sendast er ikkje noko eg vil.", NULL};
    each("nn", yes, 1);
    each("nn", no, 0);
}

static void sentences_are_counted(void **state)
{
    (void)state;
    assert_int_equal(passive("nb", "Vi ringer. Brevet sendes og leses. Klagen blir behandlet! Ja."),
                     2);
    /* an auxiliary says nothing past a comma, a sentence or four words */
    assert_int_equal(passive("nb", "Slik blir det. Sendt er sendt."), 0);
    assert_int_equal(passive("nb", "Det blir du og jeg og vi vurdert."), 0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(bokmaal), cmocka_unit_test(nynorsk),
        cmocka_unit_test(sentences_are_counted),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
