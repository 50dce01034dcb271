/* transform/: what a stylesheet sees, what it may call, what is refused, and how it is told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include <libexslt/exslt.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxslt/xsltutils.h>

#include "transform/internal.h"

static char home[] = "/tmp/hj-mal-XXXXXX"; /* the case, and what a template must not reach */
static char folder[sizeof home + 8]; /* the template folder in it */
static hj_schemas *schemas;

static void put(const char *name, const char *text)
{
    char path[300];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    for (char *p = path + strlen(folder) + 1; (p = strchr(p, '/')); p++) {
        *p = 0;
        mkdir(path, 0777);
        *p = '/';
    }
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
}

static void empty_folder(void)
{
    char command[100];
    snprintf(command, sizeof command, "rm -rf %s/* && mkdir %s", home, folder);
    assert_int_equal(system(command), 0);
}

static int setup(void **state)
{
    (void)state;
    if (!mkdtemp(home))
        return -1;
    snprintf(folder, sizeof folder, "%s/mal", home);
    hj_arena *arena = hj_arena_new();
    schemas = hj_schemas_load("engine/case/xsd", hj_diags_new(arena, HJ_LANG_EN));
    hj_arena_free(arena);
    return schemas ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    empty_folder();
    rmdir(folder);
    rmdir(home);
    hj_schemas_free(schemas);
    return 0;
}

#define SHEET(body)                                                                               \
    "<xsl:stylesheet version=\"1.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\""          \
    " xmlns:fo=\"http://www.w3.org/1999/XSL/Format\" xmlns:hj=\"urn:hjemmel:mal:1\""              \
    " xmlns:s=\"urn:hjemmel:sak:1\" xmlns:k=\"urn:hjemmel:kommune:1\""                            \
    " xmlns:a=\"urn:hjemmel:avgjoerelse:1\" xmlns:exsl=\"http://exslt.org/common\""               \
    " xmlns:str=\"http://exslt.org/strings\" xmlns:set=\"http://exslt.org/sets\""                 \
    " xmlns:math=\"http://exslt.org/math\" xmlns:date=\"http://exslt.org/dates-and-times\""       \
    " xmlns:dyn=\"http://exslt.org/dynamic\" xmlns:func=\"http://exslt.org/functions\""           \
    " exclude-result-prefixes=\"fo hj s k a exsl str set math date dyn func\">\n" body "</xsl:stylesheet>"
#define ROOT_TEMPLATE(body) SHEET("<xsl:template match=\"/\"><ut>" body "</ut></xsl:template>")

#define DOKUMENTER(medium)                                                                        \
    "<dokumenter xmlns=\"urn:hjemmel:dokumenter:1\"><dokument navn=\"brev\" inndata=\"sak\""      \
    " stilark=\"brev.xsl\" medium=\"" medium "\"><tittel><nb>Brev</nb><nn>Brev</nn></tittel>"     \
    "<sjekkliste>vedtak</sjekkliste><sjekkliste>felles</sjekkliste></dokument></dokumenter>"

#define SAK                                                                                       \
    "<sak xmlns=\"urn:hjemmel:sak:1\" saksaar=\"2026\" sakssekvensnummer=\"1\" kommune=\"tolga\">\n" \
    "<tittel>Sak</tittel>\n<parter><part id=\"p1\" rolle=\"soeker\"><navn>Kari</navn></part></parter>\n" \
    "<soeknad mottatt=\"2026-11-02\" fra=\"p1\"><oenske>\n<p>Hjelp  <b>tre</b> timer,\n jf. § 2-1 e og kl. 12.</p>\n" \
    "<liste nummerert=\"ja\"><p>dusj</p><p>mat i 4 uker</p></liste><mellomtittel>Annet</mellomtittel></oenske></soeknad></sak>"

#define TEKSTER(body) "<tekster xmlns=\"urn:hjemmel:tekster:1\">\n" body "</tekster>"

typedef struct run {
    hj_arena *arena;
    hj_diags *diags;
    hj_templates *templates;
    xmlDoc *out;
    char *text; /* the result serialised */
} run;

static char *as_text(const run *r)
{
    hj_buf out = {0};
    hj_diags_text(r->diags, &out, false);
    char *copy = hj_arena_strdup(r->arena, out.data ? out.data : "");
    hj_buf_free(&out);
    return copy;
}

/* Loads what the test has put in the folder and makes 'brev' of SAK. */
static run transform(const char *maalform)
{
    put("../sak.xml", SAK);
    char sak[300];
    snprintf(sak, sizeof sak, "%s/sak.xml", home);
    run r = {.arena = hj_arena_new()};
    r.diags = hj_diags_new(r.arena, HJ_LANG_EN);
    r.templates = hj_templates_load(folder, r.diags);
    if (r.templates) {
        hj_document *doc = hj_document_read(schemas, sak, r.arena, r.diags);
        hj_document *kommune = hj_document_read(schemas, "samples/kommuner/tolga.xml", r.arena, r.diags);
        assert_non_null(doc);
        assert_non_null(kommune);
        static const char record[] = "<avgjoerelse xmlns=\"urn:hjemmel:avgjoerelse:1\"><post id=\"1\"/></avgjoerelse>";
        hj_record rec = {hj_xml_parse(record, sizeof record - 1, "record", r.arena, r.diags), HJ_LEVEL_UTKAST,
                         hj_date_make(2026, 11, 24), hj_date_make(2026, 11, 24), false};
        const hj_doctype *type = hj_doctype_find(r.templates, "brev", "sak", r.diags);
        assert_non_null(type);
        r.out = hj_transform(r.templates, type, doc, kommune, &rec, maalform, r.arena, r.diags);
        /* The record is as it was. */
        assert_string_equal((char *)xmlDocGetRootElement(rec.xml)->name, "avgjoerelse");
        assert_null(xmlDocGetRootElement(rec.xml)->next);
        assert_int_equal(r.out == NULL, r.diags->errors > 0);
    }
    if (r.out) {
        xmlChar *bytes = NULL;
        int n = 0;
        xmlDocDumpMemoryEnc(r.out, &bytes, &n, "UTF-8");
        const char *start = strstr((char *)bytes, "?>\n");
        r.text = hj_arena_strdup(r.arena, start ? start + 3 : (char *)bytes);
        r.text[strcspn(r.text, "\n")] = 0;
        xmlFree(bytes);
    }
    return r;
}

static void done(run r)
{
    hj_templates_free(r.templates);
    hj_arena_free(r.arena);
}

/* _ stands for a hard space in what a test expects. */
static char *hard(const char *s)
{
    static char out[2000];
    size_t n = 0;
    for (; *s && n < sizeof out - 3; s++) {
        if (*s == '_') {
            out[n++] = '\xc2';
            out[n++] = '\xa0';
        } else {
            out[n++] = *s;
        }
    }
    out[n] = 0;
    return out;
}

/* The stylesheet in medium xml gives exactly this. */
static void gives(const char *sheet, const char *maalform, const char *expected)
{
    put("dokumenter.xml", DOKUMENTER("xml"));
    put("brev.xsl", sheet);
    run r = transform(maalform);
    if (!r.text)
        fail_msg("%s", as_text(&r));
    assert_string_equal(r.text, hard(expected));
    done(r);
}

static void value(const char *expression, const char *expected)
{
    char sheet[4000], out[2000];
    snprintf(sheet, sizeof sheet, ROOT_TEMPLATE("<xsl:value-of select=\"%s\"/>"), expression);
    if (*expected)
        snprintf(out, sizeof out, "<ut>%s</ut>", expected);
    else
        snprintf(out, sizeof out, "<ut/>");
    gives(sheet, "nb", out);
}

static void told(const run *r, const char *code, const char *file, int line, const char *message,
                 const char *hint)
{
    for (const hj_diag *d = r->diags->first; d; d = d->next)
        if (strcmp(d->code, code) == 0 && (!line || d->place.line == line)
            && (!file || (d->place.file && strstr(d->place.file, file)))
            && (!message || strstr(d->message, message))
            && (!hint || (d->hint && strstr(d->hint, hint))))
            return;
    fail_msg("expected %s %s:%d '%s' '%s', got:\n%s", code, file ? file : "", line,
             message ? message : "", hint ? hint : "", as_text(r));
}

static void fails(const char *sheet, const char *code, int line, const char *message, const char *hint)
{
    put("dokumenter.xml", DOKUMENTER("pdf"));
    put("brev.xsl", sheet);
    run r = transform("nb");
    assert_null(r.out);
    told(&r, code, "/brev.xsl", line, message, hint);
    done(r);
}

/* ---- dates, numbers, words ---- */

static void dates(void **state)
{
    (void)state;
    empty_folder();
    value("hj:dato('2026-11-24')", "24._november 2026");
    value("hj:dato('2026-11-04', 'kort')", "4.11.2026");
    value("hj:dato('2026-11-24', 'ukedag')", "tirsdag 24._november 2026");
    value("hj:dato('')", "");
    gives(ROOT_TEMPLATE("<xsl:value-of select=\"hj:dato('2026-11-24', 'ukedag')\"/>, <xsl:value-of select=\"hj:dato('2026-11-28', 'ukedag')\"/>"),
          "nn", "<ut>tysdag 24._november 2026, laurdag 28._november 2026</ut>");
    value("hj:tid('12:30')", "12.30");
    value("hj:tid('9:05')", "9.05");
    value("hj:uke('2027-01-01')", "53");
    value("hj:dager('2026-11-24', '2026-12-22')", "28");
    value("hj:dager('2026-12-22', '2026-11-24')", "-28");
    fails(ROOT_TEMPLATE("\n<xsl:value-of select=\"hj:dato('2026-02-30')\"/>"), "HJ-TRANSFORM-041", 3,
          "hj:dato was given something that is not a date", NULL);
    fails(ROOT_TEMPLATE("<xsl:value-of select=\"hj:dato('2026-02-03', 'pent')\"/>"), "HJ-TRANSFORM-041", 2,
          "'lang', 'kort', 'ukedag'", NULL);
    fails(ROOT_TEMPLATE("<xsl:value-of select=\"hj:tid('noon')\"/>"), "HJ-TRANSFORM-041", 2, "a time", NULL);
    fails(ROOT_TEMPLATE("<xsl:value-of select=\"hj:dato()\"/>"), "HJ-TRANSFORM-040", 2,
          "takes 1 to 2 arguments, 0", NULL);
}

static void numbers(void **state)
{
    (void)state;
    empty_folder();
    value("hj:tall(3.5, 1)", "3,5");
    value("hj:tall(10450)", "10_450");
    value("hj:tall(1234567.891, 2)", "1_234_567,89");
    value("hj:tall(999)", "999");
    value("hj:tall(-12)", "\xe2\x88\x92" "12");
    value("hj:tall(-0.2)", "0");
    value("hj:tall(0.145, 2)", "0,15");
    value("hj:tall(2.5)", "3");
    value("hj:kroner(241)", "241_kroner");
    value("hj:kroner(1)", "1_krone");
    value("hj:kroner(10450.5)", "10_450,50_kroner");
    value("hj:ord(4)", "fire");
    value("hj:ord(12)", "tolv");
    value("hj:ord(13)", "13");
    value("hj:ord(1)", "én");
    gives(ROOT_TEMPLATE("<xsl:value-of select=\"hj:ord(1)\"/>"), "nn", "<ut>éin</ut>");
    fails(ROOT_TEMPLATE("<xsl:value-of select=\"hj:tall('x')\"/>"), "HJ-TRANSFORM-041", 2, "not a number", NULL);
    fails(ROOT_TEMPLATE("<xsl:value-of select=\"hj:tall(1, 9)\"/>"), "HJ-TRANSFORM-041", 2, "decimals", NULL);
    fails(ROOT_TEMPLATE("<xsl:value-of select=\"hj:kroner(1 div 0)\"/>"), "HJ-TRANSFORM-041", 2, "a number", NULL);
}

static void words(void **state)
{
    (void)state;
    empty_folder();
    value("hj:stor('økonomi')", "Økonomi");
    value("hj:stor('ål')", "Ål");
    value("hj:stor('Šega')", "Šega");
    value("hj:stor('šega')", "Šega");
    value("hj:stor('')", "");
    gives(ROOT_TEMPLATE("<xsl:variable name=\"l\"><a>mat</a><a>alarm</a><a>dusj</a></xsl:variable>"
                        "<xsl:value-of select=\"hj:liste(exsl:node-set($l)/a, 'eller')\"/>|"
                        "<xsl:value-of select=\"hj:liste(exsl:node-set($l)/a[2])\"/>|"
                        "<xsl:value-of select=\"hj:liste(exsl:node-set($l)/b)\"/>"),
          "nb", "<ut>mat, alarm eller dusj|alarm|</ut>");
}

static void hard_spaces(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"§ 2-7 og §§ 24 og 25", "§_2-7 og §§_24 og 25"},
        {"pbrl. § 2-1 e gir rett", "pbrl. §_2-1_e gir rett"},
        {"§ 2-1 en dag", "§_2-1 en dag"},
        {"12. november, kl. 12.00", "12._november, kl._12.00"},
        {"nr. 6 bokstav a", "nr._6 bokstav_a"},
        {"10 450 kroner i 4 uker", "10_450_kroner i 4_uker"},
        {"i 2026 450 personer", "i 2026 450 personer"},
        {"75 %, (5 timer) og 3 dagar.", "75_%, (5_timer) og 3_dagar."},
        {"kr 241 for 2 stoler", "kr_241 for 2 stoler"},
        {"uke 17 og uke som kommer", "uke_17 og uke som kommer"},
        {"", ""}, {" ", " "}, {"a", "a"}, {"§", "§"}, {"5 ", "5 "}, {" 5", " 5"},
    };
    for (size_t i = 0; i < HJ_COUNT(cases); i++) {
        hj_buf out = {0}, shown = {0};
        hj_lang_harden(&out, cases[i][0], strlen(cases[i][0]));
        for (const char *p = out.data ? out.data : ""; *p; p++) {
            if (strncmp(p, HJ_NBSP, 2) == 0) {
                hj_buf_char(&shown, '_');
                p++;
            } else {
                hj_buf_char(&shown, *p);
            }
        }
        assert_string_equal(shown.data ? shown.data : "", cases[i][1]);
        hj_buf_free(&out);
        hj_buf_free(&shown);
    }
    value("hj:hardt('kl. 9')", "kl._9");
}

/* ---- sorting ---- */

static void collation(void **state)
{
    (void)state;
    static const char *const order[] = {
        "", " a", "-a", "1", "10", "2", "a", "A", "ab", "Ab", "abe", "e", "é", "f", "o", "oz", "y", "ü", "z",
        "Zz", "æ", "ä", "Ære", "ø", "ö", "Øl", "å", "aa", "Å", "Aa", "Aas", "ås", "Ås", "ф",
    };
    for (size_t i = 0; i + 1 < HJ_COUNT(order); i++) {
        if (strcmp(order[i], "Aas") == 0 || strcmp(order[i], "ås") == 0)
            continue;
        if (hj_collate(order[i], order[i + 1]) >= 0 && strcmp(order[i], "Å") != 0
            && strcmp(order[i], "aa") != 0)
            fail_msg("'%s' should come before '%s'", order[i], order[i + 1]);
        assert_true(hj_collate(order[i + 1], order[i]) > 0 || strcmp(order[i], "Å") == 0
                    || strcmp(order[i], "aa") == 0);
    }
    assert_int_equal(hj_collate("ål", "ål"), 0);
    assert_true(hj_collate("Aasen", "Zorn") > 0);
    assert_true(hj_collate("Aasen", "Ås") < 0 || hj_collate("Aasen", "Ås") > 0);
    assert_true(hj_collate("Ås", "Aase") < 0);

    empty_folder();
    gives(ROOT_TEMPLATE("<xsl:variable name=\"l\"><a>Ås</a><a>zebra</a><a>øl</a><a>Aas</a><a>ærlig</a><a>Bø</a><a>bo</a></xsl:variable>"
                        "<xsl:for-each select=\"exsl:node-set($l)/a\"><xsl:sort select=\".\"/><xsl:value-of select=\"concat(., ' ')\"/></xsl:for-each>"),
          "nb", "<ut>bo Bø zebra ærlig øl Ås Aas </ut>");
    gives(ROOT_TEMPLATE("<xsl:variable name=\"l\"><a n='10'>x</a><a n='9'>y</a><a n='q'>z</a><a n='9'>a</a></xsl:variable>"
                        "<xsl:for-each select=\"exsl:node-set($l)/a\"><xsl:sort select=\"@n\" data-type=\"number\" order=\"descending\"/>"
                        "<xsl:sort select=\".\"/><xsl:value-of select=\".\"/></xsl:for-each>|"
                        "<xsl:for-each select=\"exsl:node-set($l)/a\"><xsl:sort select=\"@n\" data-type=\"number\"/><xsl:value-of select=\".\"/></xsl:for-each>"),
          "nb", "<ut>xayz|zyax</ut>"); /* equal keys keep document order; what is no number is least */
}

/* ---- texts ---- */

static const char tekster[] = TEKSTER(
    "<tekst noekkel=\"a.frist\"><nb>Fristen er <b>{dato}</b>, §  {nr}.</nb><nn>Fristen er <b>{dato}</b>, § {nr} no.</nn></tekst>\n"
    "<tekst noekkel=\"a.enkel\"><nb>Hei {{du}}\n  der</nb><nn>Hei du</nn></tekst>\n"
    "<tekst noekkel=\"a.uker\"><nb>{antall} uker</nb><nn>{antall} veker</nn></tekst>\n"
    "<tekst noekkel=\"a.blokk\"><nb><p>En <i>to</i></p><liste><p>punkt</p></liste></nb><nn><p>Ein</p></nn></tekst>\n");

static void text_blocks(void **state)
{
    (void)state;
    empty_folder();
    put("tekster/a.xml", tekster);
    gives(ROOT_TEMPLATE("<hj:tekst noekkel=\"a.frist\"><hj:verdi navn=\"dato\" select=\"hj:dato('2026-12-28')\"/><hj:verdi navn=\"nr\">2-7</hj:verdi></hj:tekst>"),
          "nb", "<ut>Fristen er 28._desember 2026, §_2-7.</ut>");
    gives(ROOT_TEMPLATE("<xsl:for-each select=\"//s:part\"><hj:tekst noekkel=\"{concat('a.', 'frist')}\"><hj:verdi navn=\"dato\" select=\"s:navn\"/>"
                        "<hj:verdi navn=\"nr\" select=\"position()\"/></hj:tekst></xsl:for-each>"),
          "nn", "<ut>Fristen er Kari, §_1 no.</ut>");
    gives(ROOT_TEMPLATE("<xsl:value-of select=\"hj:tekst('a.enkel')\"/>"), "nb", "<ut>Hei {du} der</ut>");
    gives(ROOT_TEMPLATE("<hj:tekst noekkel=\"a.uker\"><hj:verdi navn=\"antall\" select=\"4\"/></hj:tekst>|"
                        "<hj:tekst noekkel=\"a.uker\"><hj:verdi navn=\"antall\" select=\"'fire'\"/></hj:tekst>"),
          "nb", "<ut>4_uker|fire uker</ut>");
    gives(ROOT_TEMPLATE("<hj:tekst noekkel=\"a.blokk\"/>"), "nb", "<ut>En to");
}

static void text_blocks_as_fo(void **state)
{
    (void)state;
    empty_folder();
    put("tekster/a.xml", tekster);
    put("dokumenter.xml", DOKUMENTER("pdf"));
    put("brev.xsl", SHEET("<xsl:template match=\"/\">\n<fo:block><fo:inline/><hj:tekst noekkel=\"a.frist\"><hj:verdi navn=\"dato\"><fo:page-number/></hj:verdi>"
                          "<hj:verdi navn=\"nr\" select=\"1\"/></hj:tekst></fo:block></xsl:template>"));
    run r = transform("nb");
    if (!r.out)
        fail_msg("%s", as_text(&r));
    xmlNode *block = xmlDocGetRootElement(r.out);
    xmlChar *kilde = xmlGetNsProp(block, BAD_CAST "kilde", BAD_CAST HJ_NS_HJFO);
    xmlChar *line = xmlGetNsProp(block, BAD_CAST "linje", BAD_CAST HJ_NS_HJFO);
    xmlChar *file = xmlGetNsProp(block, BAD_CAST "fil", BAD_CAST HJ_NS_HJFO);
    assert_string_equal((char *)kilde, "tekst:a.frist");
    assert_string_equal((char *)line, "3");
    assert_non_null(strstr((char *)file, "/brev.xsl"));
    xmlFree(kilde);
    xmlFree(line);
    xmlFree(file);
    xmlNode *bold = block->children->next->next;
    assert_string_equal((char *)block->children->next->content, "Fristen er ");
    assert_string_equal((char *)bold->name, "inline");
    assert_string_equal((char *)bold->ns->href, HJ_NS_FO);
    xmlChar *weight = xmlGetNoNsProp(bold, BAD_CAST "font-weight");
    assert_string_equal((char *)weight, "600");
    xmlFree(weight);
    assert_string_equal((char *)bold->children->name, "page-number");
    assert_string_equal((char *)bold->next->content, hard(", §_1."));
    done(r);

    put("brev.xsl", SHEET("<xsl:template match=\"/\"><fo:flow><hj:tekst noekkel=\"a.blokk\"/></fo:flow></xsl:template>"));
    r = transform("nb");
    xmlNode *flow = xmlDocGetRootElement(r.out);
    assert_string_equal((char *)flow->children->name, "block");
    assert_string_equal((char *)flow->children->next->name, "list-block");
    xmlNode *item = flow->children->next->children;
    assert_string_equal((char *)item->name, "list-item");
    assert_string_equal((char *)item->children->name, "list-item-label");
    assert_string_equal((char *)item->children->next->name, "list-item-body");
    done(r);
}

static void texts_refused(void **state)
{
    (void)state;
    static const struct { const char *text; int line; const char *code, *message; } bad[] = {
        {"<tekst noekkel=\"x\"><nb>a</nb></tekst>", 2, "HJ-TRANSFORM-025", "missing in nn"},
        {"<tekst noekkel=\"x\"><nn>a</nn></tekst>", 2, "HJ-TRANSFORM-025", "missing in nb"},
        {"<tekst noekkel=\"x\"><nb>a</nb>\n<nn> </nn></tekst>", 3, "HJ-TRANSFORM-024", "empty in nn"},
        {"<tekst noekkel=\"x\"><nb>{a}</nb><nn>a</nn></tekst>", 2, "HJ-TRANSFORM-026", "{a} of text 'x' stands in only one"},
        {"<tekst noekkel=\"x\"><nb>{A b}</nb><nn>a</nn></tekst>", 2, "HJ-TRANSFORM-020", "a placeholder is written"},
        {"<tekst noekkel=\"x\"><nb>a}</nb><nn>a</nn></tekst>", 2, "HJ-TRANSFORM-020", "stands alone"},
        {"<tekst noekkel=\"x\"><nb>a<u>b</u></nb><nn>a</nn></tekst>", 2, "HJ-TRANSFORM-021", "'u' is not allowed"},
        {"<tekst noekkel=\"x\"><nb><p>a</p>b</nb><nn>a</nn></tekst>", 2, "HJ-TRANSFORM-021", "between paragraphs"},
        {"<tekst><nb>a</nb><nn>a</nn></tekst>", 2, "HJ-TRANSFORM-022", "needs a key"},
        {"<tekst noekkel=\"x\"><nb>a</nb><nb>a</nb></tekst>", 2, "HJ-TRANSFORM-023", "one <nb> and one <nn>"},
        {"<tekst noekkel=\"x\"><nb>a</nb><nn>a</nn></tekst>\n<tekst noekkel=\"x\"><nb>b</nb><nn>b</nn></tekst>", 3,
         "HJ-TRANSFORM-028", "given twice"},
        {"<text/>", 2, "HJ-TRANSFORM-021", "'text' stands where a <tekst>"},
    };
    for (size_t i = 0; i < HJ_COUNT(bad); i++) {
        empty_folder();
        put("dokumenter.xml", DOKUMENTER("pdf"));
        char text[2000];
        snprintf(text, sizeof text, TEKSTER("%s"), bad[i].text);
        put("tekster/a.xml", text);
        run r = {.arena = hj_arena_new()};
        r.diags = hj_diags_new(r.arena, HJ_LANG_EN);
        assert_null(hj_templates_load(folder, r.diags));
        told(&r, bad[i].code, "tekster/a.xml", bad[i].line, bad[i].message, NULL);
        done(r);
    }
}

static void calls_refused(void **state)
{
    (void)state;
    empty_folder();
    put("tekster/a.xml", tekster);
    fails(ROOT_TEMPLATE("\n<hj:tekst noekkel=\"a.fritt\"/>"), "HJ-TRANSFORM-033", 3,
          "no text with the key 'a.fritt'", "did you mean 'a.frist'?");
    fails(ROOT_TEMPLATE("\n<hj:tekst noekkel=\"{'a.ingen'}\"/>"), "HJ-TRANSFORM-033", 3, "'a.ingen'", NULL);
    fails(ROOT_TEMPLATE("<xsl:value-of select=\"hj:tekst('a.fritt')\"/>"), "HJ-TRANSFORM-033", 2, "'a.fritt'", NULL);
    fails(ROOT_TEMPLATE("<hj:tekst noekkel=\"a.uker\"/>"), "HJ-TRANSFORM-031", 2, "{antall} of text 'a.uker' is not filled",
          "navn=\"antall\"");
    fails(ROOT_TEMPLATE("<hj:tekst noekkel=\"{'a.uker'}\"/>"), "HJ-TRANSFORM-031", 2, "{antall}", NULL);
    fails(ROOT_TEMPLATE("<xsl:value-of select=\"hj:tekst('a.uker')\"/>"), "HJ-TRANSFORM-031", 2, "{antall}", NULL);
    fails(ROOT_TEMPLATE("<hj:tekst noekkel=\"a.uker\"><hj:verdi navn=\"antall\" select=\"1\"/>\n<hj:verdi navn=\"antal\" select=\"1\"/></hj:tekst>"),
          "HJ-TRANSFORM-032", 3, "no placeholder {antal}", "did you mean 'antall'?");
    fails(ROOT_TEMPLATE("<hj:tekst noekkel=\"{'a.uker'}\"><hj:verdi navn=\"antall\" select=\"1\"/><hj:verdi navn=\"tull\" select=\"1\"/></hj:tekst>"),
          "HJ-TRANSFORM-032", 2, "no placeholder {tull}", NULL);
    fails(ROOT_TEMPLATE("<hj:tekst/>"), "HJ-TRANSFORM-005", 2, "needs noekkel", NULL);
    fails(ROOT_TEMPLATE("<hj:tekst noekkel=\"a.enkel\"><b/></hj:tekst>"), "HJ-TRANSFORM-004", 2, "holds only hj:verdi", NULL);
    fails(ROOT_TEMPLATE("<hj:tekst noekkel=\"a.uker\"><hj:verdi navn=\"antall\" select=\"1 +\"/></hj:tekst>"),
          "HJ-TRANSFORM-003", 2, "is not an expression", NULL);
    fails(ROOT_TEMPLATE("<hj:tekst noekkel=\"a.uker\"><hj:verdi navn=\"antall\" select=\"1\">2</hj:verdi></hj:tekst>"),
          "HJ-TRANSFORM-002", 2, "both select and content", NULL);
    fails(ROOT_TEMPLATE("<hj:verdi navn=\"x\" select=\"1\"/>"), "HJ-TRANSFORM-004", 2, "only right inside", NULL);
    fails(ROOT_TEMPLATE("<hj:text/>"), "HJ-TRANSFORM-009", 2, "there is no hj:text", NULL);
    fails(ROOT_TEMPLATE("<hj:tekst noekkel=\"a.uker\"><hj:verdi navn=\"antall\" select=\"$ukjent\"/></hj:tekst>"),
          "HJ-TRANSFORM-030", 2, "value of 'antall' could not be computed", NULL);
    /* A text of the same family has it: a computed key may choose. */
    gives(ROOT_TEMPLATE("<hj:tekst noekkel=\"{'a.uker'}\"><hj:verdi navn=\"antall\" select=\"1\"/><hj:verdi navn=\"dato\" select=\"1\"/></hj:tekst>"),
          "nb", "<ut>1_uker</ut>");
}

/* ---- the caseworker's words ---- */

static void free_text(void **state)
{
    (void)state;
    empty_folder();
    put("dokumenter.xml", DOKUMENTER("pdf"));
    put("brev.xsl", SHEET("<xsl:template match=\"/\"><fo:flow><xsl:copy-of select=\"hj:avsnitt(//s:oenske)\"/><xsl:copy-of select=\"hj:avsnitt(//s:tittel)\"/></fo:flow></xsl:template>"));
    run r = transform("nb");
    if (!r.out)
        fail_msg("%s", as_text(&r));
    xmlNode *p = xmlDocGetRootElement(r.out)->children;
    assert_string_equal((char *)p->name, "block");
    assert_string_equal((char *)p->children->content, "Hjelp ");
    assert_string_equal((char *)p->children->next->name, "inline");
    assert_string_equal((char *)p->children->next->next->content, hard(" timer, jf._§_2-1_e og kl._12."));
    xmlChar *kilde = xmlGetNsProp(p, BAD_CAST "kilde", BAD_CAST HJ_NS_HJFO);
    assert_string_equal((char *)kilde, "sak:/sak/soeknad/oenske/p:5");
    xmlFree(kilde);
    xmlChar *file = xmlGetNsProp(p, BAD_CAST "fil", BAD_CAST HJ_NS_HJFO);
    assert_non_null(strstr((char *)file, "/sak.xml"));
    xmlFree(file);
    xmlNode *list = p->next;
    assert_string_equal((char *)list->name, "list-block");
    xmlChar *label = xmlNodeGetContent(list->children->next->children), *body = xmlNodeGetContent(list->children->next->children->next);
    assert_string_equal((char *)label, "2.");
    assert_string_equal((char *)body, hard("mat i 4_uker"));
    xmlFree(label);
    xmlFree(body);
    xmlNode *heading = list->next;
    assert_string_equal((char *)heading->name, "block");
    assert_string_equal((char *)heading->children->content, "Annet");
    assert_string_equal((char *)heading->next->children->content, "Sak"); /* a plain text element */
    assert_null(heading->next->next);
    done(r);
}

/* ---- what the stylesheet sees ---- */

static void input(void **state)
{
    (void)state;
    empty_folder();
    value("concat(/grunnlag/@maalform, ' ', /grunnlag/@dokument, ' ', /grunnlag/@utkast, ' ', /grunnlag/@dato)",
          "nb brev ja 2026-11-24");
    value("concat(/grunnlag/s:sak/@saksaar, ' ', /grunnlag/k:kommune/@id, ' ', /grunnlag/a:avgjoerelse/a:post/@id, ' ', count(/grunnlag/*))",
          "2026 tolga 1 3");
    value("hj:fil(/grunnlag/k:kommune/k:brevhode/k:logo/@fil)", "samples/kommuner/tolga.svg");
    value("hj:fil('x.svg')", "samples/kommuner/x.svg");
    value("generate-id(/grunnlag/s:sak/s:tittel) = generate-id(//s:tittel)", "true");
    value("generate-id(//s:tittel) = generate-id(//s:navn)", "false");
    value("generate-id(//s:part/@id) = generate-id(//s:part/@rolle)", "false");
    value("generate-id(/ukjent)", "");
    value("generate-id(//s:part/@id)", "n.1.1.1.4.1a1"); /* places, never addresses */
    gives(SHEET("<xsl:key name=\"k\" match=\"s:part\" use=\"@id\"/><xsl:template match=\"/\"><ut><xsl:for-each select=\"//a:post\">"
                "<xsl:value-of select=\"key('k', 'p1')/s:navn\"/></xsl:for-each></ut></xsl:template>"), "nb", "<ut>Kari</ut>");
    gives(SHEET("<xsl:strip-space elements=\"*\"/><xsl:template match=\"/\"><ut><xsl:value-of select=\"count(//s:sak/text())\"/></ut></xsl:template>"),
          "nb", "<ut>0</ut>");
    gives(SHEET("<func:function name=\"a:to\"><xsl:param name=\"x\"/><func:result select=\"2 * $x\"/></func:function>"
                "<xsl:template match=\"/\"><ut><xsl:value-of select=\"a:to(21)\"/></ut></xsl:template>"), "nb", "<ut>42</ut>");
    value("math:max(str:tokenize('3 9 4'))", "9");
    value("count(set:distinct(str:tokenize('a b a')))", "2");
    value("str:replace('abc', 'b', 'x')", "axc");
    value("exsl:object-type(1)", "number");
}

static void input_shown(void **state)
{
    (void)state;
    empty_folder();
    put("dokumenter.xml", DOKUMENTER("pdf"));
    hj_arena *arena = hj_arena_new();
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    hj_templates *t = hj_templates_load(folder, diags);
    hj_document *kommune = hj_document_read(schemas, "samples/kommuner/tolga.xml", arena, diags);
    xmlDoc *doc = hj_transform_input(hj_doctype_at(t, 0), NULL, kommune, NULL, "nn", arena);
    xmlNode *root = xmlDocGetRootElement(doc);
    assert_string_equal((char *)root->name, "grunnlag");
    assert_string_equal((char *)root->children->name, "kommune");
    hj_templates_free(t);
    hj_arena_free(arena);
}

/* ---- refused: clocks, chance, writing, reading elsewhere ---- */

static void nothing_but_the_list(void **state)
{
    (void)state;
    exsltRegisterAll(); /* a host may have: its clocks must still not be ours */
    empty_folder();
    static const char *const names[] = {
        "date:date-time()", "date:date()", "date:time()", "date:year()", "math:random()", "dyn:evaluate('1')",
        "exsl:document()", "math:sqrt(4)", "str:encode-uri('x', true())", "hj:naa()",
    };
    for (size_t i = 0; i < HJ_COUNT(names); i++) {
        char sheet[4000];
        snprintf(sheet, sizeof sheet, ROOT_TEMPLATE("\n<xsl:value-of select=\"%s\"/>"), names[i]);
        fails(sheet, "HJ-TRANSFORM-007", 3, "there is no function", NULL);
        snprintf(sheet, sizeof sheet, ROOT_TEMPLATE("\n<x y=\"{%s}\"/>"), names[i]);
        fails(sheet, "HJ-TRANSFORM-007", 3, "there is no function", NULL);
    }
    /* Also when the name is hidden from a reader of the source. */
    fails(SHEET("<xsl:template match=\"/\"><ut><xsl:if test=\"function-available('date:date-time') or function-available('math:random')"
                " or function-available('dyn:evaluate')\"><xsl:message terminate=\"yes\">finnes</xsl:message></xsl:if>"
                "<xsl:message terminate=\"yes\">finnes ikke</xsl:message></ut></xsl:template>"),
          "HJ-TRANSFORM-010", 2, "finnes ikke", NULL);
    gives(ROOT_TEMPLATE("<xsl:value-of select=\"string-length('date:date-time()')\"/>"), "nb", "<ut>16</ut>");
    fails(ROOT_TEMPLATE("<xsl:value-of select=\"nei:x()\"/>"), "HJ-TRANSFORM-006", 2, "prefix 'nei' is not declared", NULL);
    fails(ROOT_TEMPLATE("<xsl:value-of select=\"hj:datoo('2026-01-01')\"/>"), "HJ-TRANSFORM-007", 2, "hj:datoo", "did you mean 'hj:dato'?");
    fails(ROOT_TEMPLATE("<xsl:value-of select=\"finnesikke(1)\"/>"), "HJ-TRANSFORM-014", 2, NULL, NULL);
}

static void no_writing(void **state)
{
    (void)state;
    empty_folder();
    char target[200], sheet[4000];
    snprintf(target, sizeof target, "%s/skrevet.xml", folder);
    snprintf(sheet, sizeof sheet, ROOT_TEMPLATE("<xsl:document href=\"%s\"><x/></xsl:document>"), target);
    fails(sheet, "HJ-TRANSFORM-008", 2, "writes files", NULL);
    assert_int_not_equal(access(target, F_OK), 0);
    snprintf(sheet, sizeof sheet,
             "<xsl:stylesheet version=\"1.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" xmlns:exsl=\"http://exslt.org/common\" "
             "extension-element-prefixes=\"exsl\"><xsl:template match=\"/\"><exsl:document href=\"%s\"><x/></exsl:document></xsl:template></xsl:stylesheet>",
             target);
    fails(sheet, "HJ-TRANSFORM-008", 1, "extension elements of 'exsl'", NULL);
    /* The prefix declared on an inner element, out of the root's sight. */
    snprintf(sheet, sizeof sheet,
             "<xsl:stylesheet version=\"1.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" xmlns:exsl=\"http://exslt.org/common\">"
             "<xsl:template match=\"/\"><ut xsl:extension-element-prefixes=\"exsl\"><exsl:document href=\"%s\"><x/></exsl:document></ut></xsl:template></xsl:stylesheet>",
             target);
    fails(sheet, "HJ-TRANSFORM-008", 1, "extension elements of 'exsl'", NULL);
    assert_int_not_equal(access(target, F_OK), 0);
}

static void no_reading_elsewhere(void **state)
{
    (void)state;
    empty_folder();
    put("data.xml", "<d>inni</d>");
    put("felles/mer.xsl", SHEET("<xsl:template name=\"mer\"><xsl:value-of select=\"document('../data.xml')/d\"/></xsl:template>"));
    value("document('data.xml')/d", "inni");
    gives(SHEET("<xsl:import href=\"felles/mer.xsl\"/><xsl:template match=\"/\"><ut><xsl:call-template name=\"mer\"/></ut></xsl:template>"),
          "nb", "<ut>inni</ut>");
    put("../utenfor.xml", "<d>ute</d>");
    put("../utenfor.xsl", SHEET("<xsl:template name=\"mer\"/>"));
    static const char *const outside[] = {
        "../utenfor.xml", "/etc/passwd", "file:///etc/passwd", "http://127.0.0.1:9/x.xml",
        "mal:/../utenfor.xml", "mal:/%2e%2e/utenfor.xml", "mal:///etc/passwd", "felles/../../utenfor.xml",
    };
    for (size_t i = 0; i < HJ_COUNT(outside); i++) {
        put("dokumenter.xml", DOKUMENTER("xml"));
        char sheet[4000];
        snprintf(sheet, sizeof sheet, ROOT_TEMPLATE("\n<xsl:value-of select=\"document('%s')\"/>"), outside[i]);
        put("brev.xsl", sheet);
        run r = transform("nb");
        if (r.out)
            fail_msg("%s was read: %s", outside[i], r.text);
        if (!strstr(outside[i], "//")) /* cannot climb: looked for in the folder, and not there */
            assert_true(strcmp(r.diags->first->code, "HJ-TRANSFORM-015") == 0
                        || strcmp(r.diags->first->code, "HJ-FILE-001") == 0);
        else
            told(&r, "HJ-TRANSFORM-015", "brev.xsl", 3, "outside the template folder", NULL);
        done(r);
    }
    put("brev.xsl", SHEET("<xsl:import href=\"../utenfor.xsl\"/><xsl:template match=\"/\"><ut/></xsl:template>"));
    run up = transform("nb");
    assert_null(up.out);
    done(up);
    fails(SHEET("<xsl:include href=\"http://127.0.0.1:9/x.xsl\"/><xsl:template match=\"/\"><ut/></xsl:template>"),
          "HJ-TRANSFORM-015", 0, "http://127.0.0.1:9/x.xsl", NULL);
    put("brev.xsl", SHEET("<xsl:include href=\"finnesikke.xsl\"/>"));
    run r = transform("nb");
    told(&r, "HJ-FILE-001", "finnesikke.xsl", 0, NULL, NULL);
    done(r);
    put("brev.xsl", "<!DOCTYPE x [<!ENTITY e \"f\">]>" ROOT_TEMPLATE("&e;"));
    r = transform("nb");
    told(&r, "HJ-CASE-010", "brev.xsl", 1, NULL, NULL);
    done(r);
}

/* ---- stylesheets that fail ---- */

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void endless(void **state)
{
    (void)state;
    empty_folder();
    double start = seconds();
    fails(SHEET("<xsl:template match=\"/\"><ut><xsl:call-template name=\"x\"/></ut></xsl:template>\n"
                "<xsl:template name=\"x\"><xsl:call-template name=\"x\"/></xsl:template>"),
          "HJ-TRANSFORM-012", 3, "more than 1000 deep", NULL);
    fails(SHEET("<xsl:template match=\"/\"><ut><xsl:apply-templates select=\"//s:tittel\"/></ut></xsl:template>\n"
                "<xsl:template match=\"s:tittel\"><xsl:apply-templates select=\".\"/></xsl:template>"),
          "HJ-TRANSFORM-012", 3, "deep", NULL);
    /* Wide instead of deep: two calls each, 2^200 in all. */
    fails(SHEET("<xsl:template match=\"/\"><ut><xsl:call-template name=\"x\"><xsl:with-param name=\"n\" select=\"200\"/></xsl:call-template></ut></xsl:template>\n"
                "<xsl:template name=\"x\"><xsl:param name=\"n\"/><xsl:if test=\"$n &gt; 0\"><xsl:call-template name=\"x\"><xsl:with-param name=\"n\" select=\"$n - 1\"/></xsl:call-template>"
                "<xsl:call-template name=\"x\"><xsl:with-param name=\"n\" select=\"$n - 1\"/></xsl:call-template></xsl:if></xsl:template>"),
          "HJ-TRANSFORM-013", 0, "more steps than it may", NULL);
    /* The same without an expression, 2^60 calls 60 deep. */
    hj_buf sheet = {0};
    hj_buf_str(&sheet, SHEET("<xsl:template match=\"/\"><ut><xsl:call-template name=\"x0\"/></ut></xsl:template>"));
    sheet.len -= strlen("</xsl:stylesheet>");
    for (int i = 0; i < 60; i++)
        hj_buf_printf(&sheet, "<xsl:template name=\"x%d\"><xsl:call-template name=\"x%d\"/>"
                      "<xsl:call-template name=\"x%d\"/></xsl:template>", i, i + 1, i + 1);
    hj_buf_str(&sheet, "<xsl:template name=\"x60\"/></xsl:stylesheet>");
    fails(sheet.data, "HJ-TRANSFORM-013", 0, "steps", NULL);
    hj_buf_free(&sheet);
    /* Not endless, and still too deep. */
    fails(SHEET("<xsl:template match=\"/\"><ut><xsl:call-template name=\"x\"><xsl:with-param name=\"n\" select=\"1100\"/></xsl:call-template></ut></xsl:template>\n"
                "<xsl:template name=\"x\"><xsl:param name=\"n\"/><xsl:if test=\"$n &gt; 0\"><xsl:call-template name=\"x\"><xsl:with-param name=\"n\" select=\"$n - 1\"/></xsl:call-template></xsl:if></xsl:template>"),
          "HJ-TRANSFORM-012", 3, "deep", NULL);
    /* One expression: every node times every node, and again. */
    fails(ROOT_TEMPLATE("<xsl:value-of select=\"count(//*[count(//*[count(//*[count(//*[count(//*) &gt; 1]) &gt; 1]) &gt; 1]) &gt; 1])\"/>"),
          "HJ-TRANSFORM-013", 2, "steps", NULL);
    assert_true(seconds() - start < 40);
}

static void messages(void **state)
{
    (void)state;
    empty_folder();
    fails(ROOT_TEMPLATE("\n<xsl:message terminate=\"yes\">Summen <xsl:value-of select=\"1 + 1\"/> stemmer ikke.</xsl:message>"),
          "HJ-TRANSFORM-010", 3, "Summen 2 stemmer ikke.", NULL);
    put("brev.xsl", ROOT_TEMPLATE("\n<xsl:message>merk</xsl:message>x"));
    put("dokumenter.xml", DOKUMENTER("xml"));
    run r = transform("nb");
    assert_non_null(r.out);
    told(&r, "HJ-TRANSFORM-011", "brev.xsl", 3, "merk", NULL);
    assert_int_equal(r.diags->warnings, 1);
    done(r);
    fails(ROOT_TEMPLATE("<xsl:value-of select=\"$mangler\"/>"), "HJ-TRANSFORM-014", 2, NULL, NULL);
    fails(ROOT_TEMPLATE("<xsl:value-of select=\"1 +\"/>"), "HJ-TRANSFORM-014", 2, NULL, NULL);
    fails(ROOT_TEMPLATE("<xsl:call-template name=\"mangler\"/>"), "HJ-TRANSFORM-014", 2, "mangler", NULL);
    fails(ROOT_TEMPLATE("<xsl:vaule-of select=\"1\"/>"), "HJ-TRANSFORM-014", 2, "vaule-of", NULL);
    fails("<ut/>", "HJ-TRANSFORM-001", 1, "not a stylesheet", NULL);
    put("brev.xsl", "<xsl:stylesheet");
    r = transform("nb");
    told(&r, "HJ-CASE-014", "brev.xsl", 1, NULL, NULL);
    done(r);
    put("brev.xsl", SHEET("<xsl:template match=\"/\"/>"));
    r = transform("nb");
    told(&r, "HJ-TRANSFORM-016", NULL, 0, "gives no document", NULL);
    done(r);
}

static void host_generic(void *ctx, const char *format, ...)
{
    (void)ctx, (void)format;
}

static void host_structured(void *ctx, hj_xml_error error)
{
    (void)ctx, (void)error;
}

/* A folder that failed can be mended and used again; equal runs give equal bytes; nothing on stderr. */
static void again(void **state)
{
    (void)state;
    empty_folder();
    put("tekster/a.xml", tekster);
    fflush(stderr);
    int saved = dup(2);
    char path[100];
    snprintf(path, sizeof path, "%s/stderr", folder);
    assert_non_null(freopen(path, "wb", stderr));
    fails(ROOT_TEMPLATE("<xsl:value-of select=\"$x\"/>"), "HJ-TRANSFORM-014", 2, NULL, NULL);
    fails(ROOT_TEMPLATE("<xsl:value-of select=\"document('file:///etc/passwd')\"/>"), "HJ-TRANSFORM-015", 2, NULL, NULL);
    gives(ROOT_TEMPLATE("ok"), "nb", "<ut>ok</ut>");
    put("brev.xsl", ROOT_TEMPLATE("<xsl:for-each select=\"//*\"><x id=\"{generate-id()}\"/></xsl:for-each>"));
    xmlSetStructuredErrorFunc(home, host_structured);
    xmlSetGenericErrorFunc(folder, host_generic);
    run a = transform("nb"), b = transform("nb");
    assert_ptr_equal(xmlStructuredError, host_structured);
    assert_ptr_equal(xmlStructuredErrorContext, home);
    assert_ptr_equal(xmlGenericError, host_generic);
    assert_ptr_equal(xmlGenericErrorContext, folder);
    xmlSetStructuredErrorFunc(NULL, NULL);
    xmlSetGenericErrorFunc(NULL, NULL);
    assert_string_equal(a.text, b.text);
    done(a);
    done(b);
    fflush(stderr);
    dup2(saved, 2);
    close(saved);
    struct stat st;
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_size, 0);
}

/* ---- the list of documents, the check, the fingerprint ---- */

static void documents(void **state)
{
    (void)state;
    empty_folder();
    put("dokumenter.xml", DOKUMENTER("pdf"));
    run r = {.arena = hj_arena_new()};
    r.diags = hj_diags_new(r.arena, HJ_LANG_EN);
    r.templates = hj_templates_load(folder, r.diags);
    assert_non_null(r.templates);
    const hj_doctype *type = hj_doctype_find(r.templates, NULL, "sak", r.diags);
    assert_string_equal(type->name, "brev");
    assert_string_equal(type->title_nn, "Brev");
    assert_string_equal(type->sjekklister[0], "vedtak");
    assert_string_equal(type->sjekklister[1], "felles");
    assert_null(type->sjekklister[2]);
    assert_null(hj_doctype_at(r.templates, 1));
    assert_null(hj_doctype_find(r.templates, "berv", "sak", r.diags));
    told(&r, "HJ-TRANSFORM-058", NULL, 0, "there is no document 'berv'", "did you mean 'brev'?");
    assert_null(hj_doctype_find(r.templates, "brev", "moete", r.diags));
    told(&r, "HJ-TRANSFORM-057", NULL, 0, "is not made from 'moete'", NULL);
    assert_null(hj_doctype_find(r.templates, NULL, "moete", r.diags));
    told(&r, "HJ-TRANSFORM-056", NULL, 0, "no document is made from 'moete'", NULL);
    assert_int_equal(r.diags->blame, HJ_BLAME_USAGE);
    hj_buf one = {0}, two = {0};
    hj_templates_fingerprint(r.templates, &one);
    put("data.xml", "<x/>");
    hj_templates_fingerprint(r.templates, &two);
    assert_string_equal(one.data, two.data); /* what is in use, not what lies there now */
    hj_buf_clear(&two);
    hj_templates *anew = hj_templates_load(folder, r.diags);
    hj_templates_fingerprint(anew, &two);
    hj_templates_free(anew);
    assert_int_equal(strlen(one.data), strlen("templates blake2b-256:\n") + 64);
    assert_string_not_equal(one.data, two.data);
    hj_buf_free(&one);
    hj_buf_free(&two);
    done(r);

    static const struct { const char *row, *code; } bad[] = {
        {"<dokument navn=\"a\" inndata=\"sak\" stilark=\"x\"><tittel><nb>A</nb><nn>A</nn></tittel></dokument>", "HJ-TRANSFORM-051"},
        {"<dokument navn=\"a\" inndata=\"sak\" stilark=\"x\" medium=\"doc\"><tittel><nb>A</nb><nn>A</nn></tittel></dokument>", "HJ-TRANSFORM-052"},
        {"<dokument navn=\"a\" inndata=\"sak\" stilark=\"x\" medium=\"pdf\"><tittel><nb>A</nb></tittel></dokument>", "HJ-TRANSFORM-053"},
        {"<dokument navn=\"a\" inndata=\"sak\" stilark=\"x\" medum=\"pdf\"/>", "HJ-TRANSFORM-050"},
        {"<document/>", "HJ-TRANSFORM-050"},
    };
    for (size_t i = 0; i < HJ_COUNT(bad); i++) {
        char text[1000];
        snprintf(text, sizeof text, "<dokumenter xmlns=\"urn:hjemmel:dokumenter:1\">\n%s</dokumenter>", bad[i].row);
        put("dokumenter.xml", text);
        r = (run){.arena = hj_arena_new()};
        r.diags = hj_diags_new(r.arena, HJ_LANG_EN);
        assert_null(hj_templates_load(folder, r.diags));
        told(&r, bad[i].code, "dokumenter.xml", 2, NULL, NULL);
        done(r);
    }
}

static void check(void **state)
{
    (void)state;
    empty_folder();
    put("dokumenter.xml", DOKUMENTER("pdf"));
    put("tekster/a.xml", TEKSTER("<tekst noekkel=\"a.brukt\"><nb>x</nb><nn>x</nn></tekst>\n"
                                 "<tekst noekkel=\"a.rolle.leder\"><nb>x</nb><nn>x</nn></tekst>\n"
                                 "<tekst noekkel=\"a.ubrukt\"><nb>x</nb><nn>x</nn></tekst>\n"
                                 "<tekst noekkel=\"a.form.du\"><nb>x</nb><nn>x</nn></tekst>\n"));
    put("brev.xsl", ROOT_TEMPLATE("<hj:tekst noekkel=\"a.brukt\"/><hj:tekst noekkel=\"{concat('a.rolle.', @r)}\"/>"
                                  "<x><xsl:call-template name=\"t\"><xsl:with-param name=\"k\" select=\"'a.form'\"/></xsl:call-template></x>")
        );
    run r = {.arena = hj_arena_new()};
    r.diags = hj_diags_new(r.arena, HJ_LANG_EN);
    r.templates = hj_templates_load(folder, r.diags);
    assert_non_null(r.templates);
    hj_templates_check(r.templates, r.diags);
    told(&r, "HJ-TRANSFORM-060", "tekster/a.xml", 4, "no stylesheet uses text 'a.ubrukt'", NULL);
    assert_int_equal(r.diags->warnings, 1);
    done(r);

    put("brev.xsl", ROOT_TEMPLATE("<hj:tekst noekkel=\"a.feil\"/>\n<hj:tekst noekkel=\"a.galt\"/>"));
    r = (run){.arena = hj_arena_new()};
    r.diags = hj_diags_new(r.arena, HJ_LANG_EN);
    r.templates = hj_templates_load(folder, r.diags);
    assert_false(hj_templates_check(r.templates, r.diags));
    told(&r, "HJ-TRANSFORM-033", "brev.xsl", 2, "a.feil", NULL); /* every fault, not the first */
    told(&r, "HJ-TRANSFORM-033", "brev.xsl", 3, "a.galt", NULL);
    done(r);
}

static void our_own_templates(void **state)
{
    (void)state;
    run r = {.arena = hj_arena_new()};
    r.diags = hj_diags_new(r.arena, HJ_LANG_EN);
    r.templates = hj_templates_load("templates", r.diags);
    if (!r.templates || !hj_templates_check(r.templates, r.diags))
        fail_msg("%s", as_text(&r));
    done(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates), cmocka_unit_test(numbers), cmocka_unit_test(words),
        cmocka_unit_test(hard_spaces), cmocka_unit_test(collation), cmocka_unit_test(text_blocks),
        cmocka_unit_test(text_blocks_as_fo), cmocka_unit_test(texts_refused),
        cmocka_unit_test(calls_refused), cmocka_unit_test(free_text), cmocka_unit_test(input),
        cmocka_unit_test(input_shown), cmocka_unit_test(nothing_but_the_list),
        cmocka_unit_test(no_writing), cmocka_unit_test(no_reading_elsewhere),
        cmocka_unit_test(endless), cmocka_unit_test(messages), cmocka_unit_test(again),
        cmocka_unit_test(documents), cmocka_unit_test(check), cmocka_unit_test(our_own_templates),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
