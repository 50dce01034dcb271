/* Documents that ask for too much: huge, deep, narrow, and every property given every kind of
 * number. Each ends in seconds with a right or a refused result and a diagnostic; never a hang, a
 * crash or lost text. `test_stress NAME` runs those whose name holds NAME. */
#include "fo_fixture.h"

#include <signal.h>
#include <time.h>

#include "fo/internal.h"

/* ---- making ---- */

static hj_buf fo; /* of the running test */

static void begin(const char *page, const char *body)
{
    hj_buf_clear(&fo);
    hj_buf_printf(&fo,
                  "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xml:lang='nb' "
                  "xmlns:hjfo='urn:hjemmel:fo:1' font-family='Liberation Sans' font-size='10pt' "
                  "line-height='12pt'><fo:layout-master-set><fo:simple-page-master master-name='p' %s>"
                  "<fo:region-body %s/></fo:simple-page-master></fo:layout-master-set>"
                  "<fo:page-sequence master-reference='p'><fo:flow flow-name='xsl-region-body'>",
                  page, body);
}

#define A5 "page-width='420pt' page-height='595pt' margin='40pt'"

static laid end(void)
{
    hj_buf_str(&fo, "</fo:flow></fo:page-sequence></fo:root>");
    laid l = lay(fo.data, fo.len, false);
    if (l.diags->errors)
        l.areas = NULL; /* nothing is written then */
    return l;
}

static void repeat(const char *text, int n)
{
    while (n-- > 0)
        hj_buf_str(&fo, text);
}

/* ---- judging ---- */

/* How often letter c stands in the flow's text. */
static long letters(const laid *l, char c)
{
    long n = 0;
    for (size_t p = 0; l->areas && p < l->areas->n_pages; p++)
        for (size_t i = 0; i < l->areas->pages[p].n_areas; i++) {
            const hj_area *a = &l->areas->pages[p].areas[i];
            if (a->kind != HJ_AREA_GLYPHS || !a->tag)
                continue;
            for (size_t k = 0; k < a->u.glyphs.run->text_len; k++)
                n += a->u.glyphs.run->text[k] == c;
        }
    return n;
}

static bool told(const laid *l, const char *code)
{
    for (const hj_diag *d = l->diags->first; d; d = d->next)
        if (strcmp(d->code, code) == 0)
            return true;
    return false;
}

static void tell_all(const laid *l)
{
    for (const hj_diag *d = l->diags->first; d; d = d->next)
        fprintf(stderr, "  %s: %.300s\n", d->code, d->message);
}

#define EXPECT(l, what)                                                                            \
    do {                                                                                           \
        if (!(what)) {                                                                             \
            tell_all(&(l));                                                                        \
            fail_msg("%s", #what);                                                                 \
        }                                                                                          \
    } while (0)

/* ---- size ---- */

static void rows(int n)
{
    begin(A5, "");
    hj_buf_str(&fo, "<fo:table table-layout='fixed' width='100%'><fo:table-header><fo:table-row>"
               "<fo:table-cell><fo:block>h</fo:block></fo:table-cell><fo:table-cell><fo:block>h"
               "</fo:block></fo:table-cell></fo:table-row></fo:table-header><fo:table-body>");
    for (int i = 0; i < n; i++)
        hj_buf_printf(&fo, "<fo:table-row><fo:table-cell><fo:block>q%d</fo:block></fo:table-cell>"
                      "<fo:table-cell border='1pt solid'><fo:block>x</fo:block></fo:table-cell>"
                      "</fo:table-row>", i);
    hj_buf_str(&fo, "</fo:table-body></fo:table>");
}

static void table_of_50000_rows(void **state)
{
    (void)state;
    rows(50000);
    laid l = end();
    EXPECT(l, l.areas && letters(&l, 'q') == 50000 && letters(&l, 'x') == 50000);
    EXPECT(l, l.areas->n_pages > 1100 && l.areas->n_pages < 1400);
    drop(&l);
}

static void automatic_table_of_10000_rows(void **state)
{
    (void)state;
    rows(10000);
    char *fixed = strstr(fo.data, "fixed' width='100%'");
    memcpy(fixed, "auto'              ", strlen("fixed' width='100%'"));
    laid l = end();
    EXPECT(l, l.areas && letters(&l, 'q') == 10000);
    drop(&l);
}

static void paragraph_of_a_megabyte(void **state)
{
    (void)state;
    static const char *const aligns[] = {"start", "justify"};
    for (int i = 0; i < 2; i++) {
        begin(A5, "");
        hj_buf_printf(&fo, "<fo:block text-align='%s'>", aligns[i]);
        repeat("ordene q er mange og ikke alle like lange ", 25000);
        hj_buf_str(&fo, "</fo:block>");
        laid l = end();
        EXPECT(l, l.areas && letters(&l, 'q') == 25000);
        drop(&l);
    }
}

static void word_of_10000_letters(void **state)
{
    (void)state;
    static const char *const where[] = {
        "<fo:block>%s</fo:block>", "<fo:block text-align='justify' hyphenate='true'>%s</fo:block>",
        "<fo:table><fo:table-body><fo:table-cell><fo:block>%s</fo:block></fo:table-cell>"
        "<fo:table-cell><fo:block>x</fo:block></fo:table-cell></fo:table-body></fo:table>",
        "<fo:block wrap-option='no-wrap'>%s</fo:block>",
    };
    char *word = malloc(10001);
    memset(word, 'q', 10000);
    word[10000] = 0;
    for (size_t i = 0; i < HJ_COUNT(where); i++) {
        begin(A5, "");
        const char *at = strstr(where[i], "%s");
        hj_buf_add(&fo, where[i], (size_t)(at - where[i]));
        hj_buf_str(&fo, word);
        hj_buf_str(&fo, at + 2);
        laid l = end();
        EXPECT(l, l.areas && letters(&l, 'q') == 10000);
        EXPECT(l, i == 3 || l.diags->warnings > 0);
        drop(&l);
    }
    free(word);
}

static void paragraph_of_many_inlines(void **state)
{
    (void)state;
    begin(A5, "");
    hj_buf_str(&fo, "<fo:block text-align='justify'>");
    repeat("<fo:inline color='red' font-weight='bold'>q </fo:inline>", 20000);
    hj_buf_str(&fo, "</fo:block>");
    laid l = end();
    EXPECT(l, l.areas && letters(&l, 'q') == 20000);
    drop(&l);
}

static void footnotes_500_on_a_page(void **state)
{
    (void)state;
    for (int way = 0; way < 2; way++) {
        begin(A5, way ? "column-count='2'" : "");
        hj_buf_str(&fo, "<fo:block>");
        for (int i = 0; i < 500; i++)
            hj_buf_printf(&fo, "q<fo:footnote><fo:inline>%d</fo:inline><fo:footnote-body><fo:block>x note"
                          "</fo:block></fo:footnote-body></fo:footnote> ", i);
        hj_buf_str(&fo, "</fo:block>");
        laid l = end();
        EXPECT(l, l.areas && letters(&l, 'q') == 500 && letters(&l, 'x') == 500);
        drop(&l);
    }
}

static void many_of_each(void **state)
{
    (void)state;
    static const struct { const char *open, *each, *close; int n; } some[] = {
        {"", "<fo:block id='@'>q <fo:page-number-citation ref-id='@'/></fo:block>", "", 5000},
        {"", "<fo:block keep-with-next.within-page='always'>q</fo:block>", "", 5000},
        {"", "<fo:block keep-together.within-page='always' keep-with-previous='always'>q</fo:block>",
         "", 3000},
        {"", "<fo:block break-before='page'>q</fo:block>", "", 3000},
        {"<fo:list-block>", "<fo:list-item><fo:list-item-label end-indent='label-end()'><fo:block>1"
         "</fo:block></fo:list-item-label><fo:list-item-body start-indent='body-start()'><fo:block>q"
         "</fo:block></fo:list-item-body></fo:list-item>", "</fo:list-block>", 5000},
        {"", "<fo:block><fo:marker marker-class-name='m'>x</fo:marker>q</fo:block>", "", 5000},
        {"", "<fo:table><fo:table-body><fo:table-cell><fo:block>q</fo:block></fo:table-cell>"
         "</fo:table-body></fo:table>", "", 2000},
        {"<fo:table table-layout='fixed' width='100%'><fo:table-body><fo:table-row>",
         "<fo:table-cell><fo:block>q</fo:block></fo:table-cell>",
         "</fo:table-row></fo:table-body></fo:table>", 400},
        {"", "<fo:block-container absolute-position='absolute' top='10pt'><fo:block>q</fo:block>"
         "</fo:block-container>", "<fo:block/>", 2000},
        {"<fo:table table-layout='fixed' width='100%'><fo:table-body>", "<fo:table-row "
         "keep-with-next='always'><fo:table-cell><fo:block>q</fo:block></fo:table-cell></fo:table-row>",
         "</fo:table-body></fo:table>", 3000},
    };
    for (size_t i = 0; i < HJ_COUNT(some); i++) {
        begin(A5, "");
        hj_buf_str(&fo, some[i].open);
        for (int k = 0; k < some[i].n; k++)
            for (const char *p = some[i].each; *p; p++) {
                if (*p == '@')
                    hj_buf_printf(&fo, "i%d", k);
                else
                    hj_buf_char(&fo, *p);
            }
        hj_buf_str(&fo, some[i].close);
        clock_t before = clock();
        laid l = end();
        double seconds = (double)(clock() - before) / CLOCKS_PER_SEC;
        if (getenv("HJ_TIMES"))
            fprintf(stderr, "%6.2f s %.60s\n", seconds, some[i].each);
        if (!l.areas || letters(&l, 'q') != some[i].n) {
            tell_all(&l);
            fail_msg("%s: %ld of %d", some[i].each, letters(&l, 'q'), some[i].n);
        }
        drop(&l);
    }
}

/* ---- depth ---- */

static const struct { const char *open, *close; } nests[] = {
    {"<fo:block>", "</fo:block>"},
    {"<fo:block margin-left='1pt' border='1pt solid'>", "</fo:block>"},
    {"<fo:block><fo:inline>", "</fo:inline></fo:block>"},
    {"<fo:wrapper>", "</fo:wrapper>"},
    {"<fo:block-container>", "</fo:block-container>"},
    {"<fo:list-block><fo:list-item><fo:list-item-label><fo:block/></fo:list-item-label>"
     "<fo:list-item-body>", "</fo:list-item-body></fo:list-item></fo:list-block>"},
    {"<fo:table><fo:table-body><fo:table-row><fo:table-cell>",
     "</fo:table-cell></fo:table-row></fo:table-body></fo:table>"},
    {"<fo:table table-layout='fixed' width='100%'><fo:table-body><fo:table-cell>",
     "</fo:table-cell></fo:table-body></fo:table>"},
    {"<fo:block><fo:footnote><fo:inline>1</fo:inline><fo:footnote-body>",
     "</fo:footnote-body></fo:footnote></fo:block>"},
};

static void nested(size_t kind, int depth)
{
    begin(A5, "");
    repeat(nests[kind].open, depth);
    hj_buf_str(&fo, "<fo:block>");
    if (kind == 2)
        hj_buf_str(&fo, "q");
    else
        repeat("<fo:inline>", 1), hj_buf_str(&fo, "q</fo:inline>");
    hj_buf_str(&fo, "</fo:block>");
    repeat(nests[kind].close, depth);
    laid l = end();
    /* Set, or refused with a reason; and what is shallow is set. */
    EXPECT(l, l.areas ? letters(&l, 'q') == 1 : l.diags->errors > 0);
    if (depth <= 20 && kind != 8 && kind != 2)
        EXPECT(l, l.areas);
    drop(&l);
}

static void nesting_1000_deep(void **state)
{
    (void)state;
    static const int depths[] = {20, 100, 340, 500, 1000, 20000};
    for (size_t kind = 0; kind < HJ_COUNT(nests); kind++)
        for (size_t i = 0; i < HJ_COUNT(depths); i++)
            nested(kind, depths[i]);
}

/* ---- room ---- */

static void no_room(void **state)
{
    (void)state;
    static const char *const pages[] = {
        "page-width='20pt' page-height='100pt'", "page-width='1pt' page-height='100pt'",
        "page-width='100pt' page-height='5pt'", "page-width='100pt' page-height='100pt' margin='49pt'",
        "page-width='100pt' page-height='100pt' margin='60pt'", "page-width='0pt' page-height='0pt'",
        "page-width='-5pt' page-height='100pt'", "page-width='5000pt' page-height='5000pt'",
        "page-width='100000pt' page-height='5pt'", "page-width='0.001pt' page-height='0.001pt'",
    };
    static const char *const bodies[] = {
        "", "margin='60pt'", "column-count='50'", "column-gap='1000pt' column-count='3'",
        "margin-left='-20pt'", "reference-orientation='90'",
    };
    for (size_t p = 0; p < HJ_COUNT(pages); p++)
        for (size_t b = 0; b < HJ_COUNT(bodies); b++) {
            begin(pages[p], bodies[b]);
            hj_buf_str(&fo, "<fo:block>qqqqqqqqqqqq ord q ord <fo:footnote><fo:inline>1</fo:inline>"
                       "<fo:footnote-body><fo:block>noten q er lang</fo:block></fo:footnote-body>"
                       "</fo:footnote></fo:block><fo:table><fo:table-header><fo:table-cell><fo:block>h"
                       "</fo:block></fo:table-cell></fo:table-header><fo:table-body><fo:table-cell>"
                       "<fo:block>qqq</fo:block></fo:table-cell><fo:table-cell><fo:block>q</fo:block>"
                       "</fo:table-cell></fo:table-body></fo:table>");
            laid l = end();
            if (l.areas ? letters(&l, 'q') != 18 : l.diags->errors == 0) {
                tell_all(&l);
                fail_msg("%s %s: %ld", pages[p], bodies[b], letters(&l, 'q'));
            }
            drop(&l);
        }
}

static void too_large(void **state)
{
    (void)state;
    static const struct { const char *body; int q; const char *code; } some[] = {
        {"<fo:block keep-together.within-page='always'>@</fo:block>", 3000, "HJ-LAYOUT-051"},
        {"<fo:block>q<fo:instream-foreign-object hjfo:alt='x' content-width='4000pt'><svg "
         "xmlns='http://www.w3.org/2000/svg' width='10' height='10'><rect width='5' height='5'/></svg>"
         "</fo:instream-foreign-object>q</fo:block>", 2, NULL},
        {"<fo:block>q<fo:external-graphic src='missing.png' hjfo:alt='x'/>q</fo:block>", 2, ""},
        {"<fo:table table-layout='fixed' width='100%'><fo:table-body><fo:table-cell><fo:block>@"
         "</fo:block></fo:table-cell><fo:table-cell><fo:block>q</fo:block></fo:table-cell>"
         "</fo:table-body></fo:table>", 3001, NULL},
        {"<fo:table table-layout='fixed' width='100%'><fo:table-body><fo:table-row "
         "keep-together='always'><fo:table-cell><fo:block>@</fo:block></fo:table-cell></fo:table-row>"
         "</fo:table-body></fo:table>", 3000, "HJ-LAYOUT-051"},
        {"<fo:table table-layout='fixed' width='100%'><fo:table-header><fo:table-cell><fo:block>@"
         "</fo:block></fo:table-cell></fo:table-header><fo:table-body><fo:table-cell><fo:block>q"
         "</fo:block></fo:table-cell></fo:table-body></fo:table>", 3001, NULL},
        {"<fo:block-container height='20pt'><fo:block>@</fo:block></fo:block-container>", 3000,
         "HJ-LAYOUT-003"},
        {"<fo:block-container absolute-position='fixed' top='-50pt' left='9999pt' width='1pt'><fo:block>"
         "q</fo:block></fo:block-container><fo:block>q</fo:block>", 2, NULL},
        {"<fo:block>x<fo:footnote><fo:inline>1</fo:inline><fo:footnote-body><fo:block>@</fo:block>"
         "</fo:footnote-body></fo:footnote></fo:block>", 3000, NULL},
        {"<fo:block font-size='900pt' line-height='1000pt'>q q</fo:block>", 2, NULL},
        {"<fo:block line-height='0pt'>@</fo:block>", 3000, NULL},
        {"<fo:block space-before='9999pt' space-after='9999pt'>q</fo:block><fo:block>q</fo:block>", 2,
         NULL},
        {"<fo:block space-before='-9999pt'>q</fo:block>", 1, NULL},
        {"<fo:block start-indent='9999pt' end-indent='9999pt'>q q</fo:block>", 2, NULL},
        {"<fo:block start-indent='-9999pt'>q q</fo:block>", 2, NULL},
        {"<fo:block text-indent='9999pt'>q q</fo:block>", 2, NULL},
        {"<fo:block padding='9999pt'>q q</fo:block>", 2, NULL},
        {"<fo:block border='9999pt solid red'>q q</fo:block>", 2, NULL},
        {"<fo:block-container reference-orientation='90' width='10pt'><fo:block>@</fo:block>"
         "</fo:block-container>", 3000, NULL},
        {"<fo:table width='1pt' table-layout='fixed'><fo:table-column column-width='0pt'/><fo:table-body>"
         "<fo:table-cell><fo:block>qqq</fo:block></fo:table-cell></fo:table-body></fo:table>", 3, NULL},
        {"<fo:table><fo:table-body><fo:table-cell number-rows-spanned='10000' "
         "number-columns-spanned='1000'><fo:block>q</fo:block></fo:table-cell></fo:table-body>"
         "</fo:table>", 1, NULL},
        {"<fo:block orphans='9999' widows='9999'>@</fo:block>", 3000, NULL},
        {"<fo:block letter-spacing='500pt'>q q</fo:block>", 2, NULL},
        {"<fo:block letter-spacing='-50pt' word-spacing='-99pt'>@</fo:block>", 3000, NULL},
    };
    for (size_t i = 0; i < HJ_COUNT(some); i++) {
        begin("page-width='200pt' page-height='200pt' margin='20pt'", "");
        for (const char *p = some[i].body; *p; p++) {
            if (*p == '@')
                repeat("q ord ", 3000);
            else
                hj_buf_char(&fo, *p);
        }
        laid l = end();
        const char *code = some[i].code;
        bool good = l.areas ? letters(&l, 'q') == some[i].q : l.diags->errors > 0 && code && !*code;
        if (!good || (code && *code && !told(&l, code))) {
            tell_all(&l);
            fail_msg("%s: %ld of %d", some[i].body, letters(&l, 'q'), some[i].q);
        }
        drop(&l);
    }
}

/* ---- numbers: every property of the table, on every kind of object, with every kind of value ---- */

static const char flow_template[] =
    "<fo:block @>q <fo:inline @>q</fo:inline> <fo:leader @/><fo:character character='q' @/>"
    "<fo:page-number @/><fo:basic-link internal-destination='z' @>q</fo:basic-link>"
    "<fo:footnote><fo:inline>1</fo:inline><fo:footnote-body><fo:block @>q</fo:block>"
    "</fo:footnote-body></fo:footnote>"
    "<fo:instream-foreign-object hjfo:alt='x' @><svg xmlns='http://www.w3.org/2000/svg' width='5' "
    "height='5'/></fo:instream-foreign-object></fo:block>"
    "<fo:block-container @><fo:block>q</fo:block></fo:block-container>"
    "<fo:list-block @><fo:list-item @><fo:list-item-label end-indent='label-end()'><fo:block>q"
    "</fo:block></fo:list-item-label><fo:list-item-body start-indent='body-start()'><fo:block @>q"
    "</fo:block></fo:list-item-body></fo:list-item></fo:list-block>"
    "<fo:table @><fo:table-column @/><fo:table-column column-number='2'/><fo:table-header @>"
    "<fo:table-row><fo:table-cell><fo:block>h</fo:block></fo:table-cell></fo:table-row></fo:table-header>"
    "<fo:table-body @><fo:table-row @><fo:table-cell @><fo:block>q</fo:block></fo:table-cell>"
    "</fo:table-row><fo:table-row><fo:table-cell><fo:block>q</fo:block></fo:table-cell></fo:table-row>"
    "</fo:table-body></fo:table><fo:block id='z'/>";
enum { QS = 10 };

static const char *const values[] = {
    "0", "0pt", "-1pt", "-99999pt", "1e3pt", "1e309pt", "99999999pt", "999999999999999999999999pt",
    "0.0001pt", ".5pt", "1.pt", "NaN", "Infinity", "1/3pt", "50%", "-50%", "1000000%", "1em", "-1e5em",
    "", "(", "1pt 2pt 3pt 4pt 5pt", "32767", "32768", "-2147483649", "4294967296",
    "proportional-column-width(0)", "proportional-column-width(-1)", "proportional-column-width(1e9)",
    "from-parent()", "from-parent(font-size)", "label-end()", "body-start()", "1pt div 0", "5 mod 0",
    "2147483.648pt", "inherit", "\xd9\xa3pt", "((((((((1pt))))))))", "max(1pt,2)", "--1pt", "+1pt",
    "0.99999999999999999999999999999", "1pt*1pt", "9999999999em*9999999999", "auto",
};

static int wrong, asked, set;

static void attribute_everywhere(const char *name, const char *value, bool masters)
{
    hj_buf at = {0};
    if (masters && strcmp(name, "master-name") == 0)
        return; /* it has one */
    hj_buf_printf(&at, "%s='%s'", name, value);
    if (masters)
        begin(at.data, at.data);
    else
        begin(A5, "");
    bool own = strcmp(name, "id") == 0 || strcmp(name, "character") == 0
            || strcmp(name, "internal-destination") == 0 || strcmp(name, "column-number") == 0;
    for (const char *p = flow_template; *p; p++) {
        if (*p != '@')
            hj_buf_char(&fo, *p);
        else if (!masters && !own)
            hj_buf_add(&fo, at.data, at.len);
    }
    laid l = end();
    set += l.areas != NULL;
    asked++;
    if (!l.areas && getenv("HJ_TIMES"))
        fprintf(stderr, "%s='%s' %s: %s\n", name, value, masters ? "masters" : "", l.diags->first ? l.diags->first->message : "?");
    hj_buf_free(&at);
    /* Not asked: words that the property hides or makes other letters of. */
    if (l.areas ? letters(&l, 'q') != QS : l.diags->errors == 0) {
        fprintf(stderr, "%s='%s'%s: %ld letters of %d\n", name, value,
                masters ? " on masters" : "", letters(&l, 'q'), QS);
        tell_all(&l);
        wrong++;
    }
    drop(&l);
}

static void every_property_every_number(void **state)
{
    (void)state;
    static const char *const components[] = {
        "", ".minimum", ".optimum", ".maximum", ".precedence", ".conditionality", ".length",
        ".within-page", ".within-line",
    };
    const hj_property *p;
    unsigned turn = 0;
    for (size_t i = 0; (p = hj_property_at(i)); i++)
        for (size_t v = 0; v < HJ_COUNT(values); v++) {
            attribute_everywhere(p->name, values[v], false);
            if (v % 3 == i % 3)
                attribute_everywhere(p->name, values[v], true);
            char name[80]; /* one component in turn */
            snprintf(name, sizeof name, "%s%s", p->name,
                     components[1 + turn++ % (HJ_COUNT(components) - 1)]);
            if (p->kind == K_SPACE || p->kind == K_RANGE || p->kind == K_KEEP || p->kind == K_PADDING
                || p->kind == K_BORDER_WIDTH || strstr(p->name, "length"))
                attribute_everywhere(name, values[v], false);
        }
    assert_int_equal(wrong, 0);
    assert_true(set > asked * 8 / 10); /* most are set, with a warning */
}

/* ---- the run ---- */

static void too_long(int number)
{
    (void)number;
    static const char text[] = "a stress test takes more than its time\n";
    if (write(2, text, sizeof text - 1) < 0)
        abort();
    abort();
}

static int open_all(void **state)
{
    signal(SIGALRM, too_long);
    alarm(500);
    return open_fonts(state);
}

static int close_all(void **state)
{
    hj_buf_free(&fo);
    return close_fonts(state);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(table_of_50000_rows), cmocka_unit_test(automatic_table_of_10000_rows),
        cmocka_unit_test(paragraph_of_a_megabyte), cmocka_unit_test(word_of_10000_letters),
        cmocka_unit_test(paragraph_of_many_inlines), cmocka_unit_test(footnotes_500_on_a_page),
        cmocka_unit_test(many_of_each), cmocka_unit_test(nesting_1000_deep),
        cmocka_unit_test(no_room), cmocka_unit_test(too_large),
        cmocka_unit_test(every_property_every_number),
    };
    struct CMUnitTest chosen[HJ_COUNT(tests)];
    size_t n = 0;
    for (size_t i = 0; i < HJ_COUNT(tests); i++)
        if (argc < 2 || strstr(tests[i].name, argv[1]))
            chosen[n++] = tests[i];
    return n ? _cmocka_run_group_tests("stress", chosen, n, open_all, close_all) : 1;
}
