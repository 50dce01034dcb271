/* A paragraph: white space, pieces, lines, and what is painted on them. Each test gives the inside
 * of a block and looks at the lines. */
#include <libxml/parser.h>

#include "layout/internal.h"
#include "text_fixture.h"

typedef struct world {
    hj_arena *arena;
    hj_diags *diags;
    hj_fonts *fonts;
    xmlDoc *docs[200];
    int n_docs;
    hj_lx lx;
    hj_tag *tag;
    const hj_fo_node *rest;
    hj_para *para;
    const hj_line *lines;
    size_t n;
} world;

static bool measure_picture(void *self, const char *uri, void *foreign, hj_place place,
                            hj_len *width, hj_len *height, hj_diags *diags)
{
    (void)self, (void)foreign, (void)place, (void)diags;
    *width = 20000;
    *height = 10000;
    return !uri || strcmp(uri, "gone.png") != 0;
}

static const hj_picture_source pictures = {.measure = measure_picture};

static int set_up(void **state)
{
    world *w = calloc(1, sizeof *w);
    w->arena = hj_arena_new();
    w->diags = hj_diags_new(w->arena, HJ_LANG_EN);
    w->fonts = load_fonts(w->diags);
    *state = w;
    return 0;
}

static int tear_down(void **state)
{
    world *w = *state;
    hj_para_free(w->para);
    hj_fonts_free(w->fonts);
    for (int i = 0; i < w->n_docs; i++)
        xmlFreeDoc(w->docs[i]);
    hj_arena_free(w->arena);
    free(w);
    return 0;
}

static int group_up(void **state)
{
    (void)state;
    link_fonts();
    return 0;
}

static int group_down(void **state)
{
    (void)state;
    unlink_fonts();
    return 0;
}

static const hj_fo_node *find(const hj_fo_node *node, const char *id)
{
    if (node->id && strcmp(node->id, id) == 0)
        return node;
    for (const hj_fo_node *n = node->first; n; n = n->next) {
        const hj_fo_node *found = find(n, id);
        if (found)
            return found;
    }
    return NULL;
}

static const char *page_of(hj_lx *lx, const char *id, bool last)
{
    (void)lx;
    return strcmp(id, "x") ? NULL : last ? "12" : "7";
}

/* <fo:block ATTRIBUTES>CONTENT</fo:block> in 10/14.5 pt Open Sans, broken at points. */
static void lay(world *w, const char *attributes, const char *content, int points)
{
    hj_buf fo = {0};
    hj_buf_printf(&fo,
        "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xmlns:hjemmel='urn:hjemmel:fo:1'"
        " xml:lang='nb'><fo:layout-master-set><fo:simple-page-master master-name='a'"
        " page-width='210mm' page-height='297mm'><fo:region-body/></fo:simple-page-master>"
        "</fo:layout-master-set><fo:page-sequence master-reference='a'>"
        "<fo:flow flow-name='xsl-region-body' font-family='Open Sans' font-size='10pt'"
        " line-height='14.5pt'><fo:block id='x' %s>%s</fo:block></fo:flow></fo:page-sequence>"
        "</fo:root>", attributes, content);
    xmlDoc *doc = xmlReadMemory(fo.data, (int)fo.len, "test.fo", NULL, XML_PARSE_NONET);
    hj_buf_free(&fo);
    assert_non_null(doc);
    w->docs[w->n_docs++] = doc;
    hj_fo_tree *tree = hj_fo_build(doc, &(hj_fo_options){.file = "test.fo", .strict = true},
                                   w->arena, w->diags);
    assert_non_null(tree);
    const hj_fo_node *block = find(tree->root, "x");
    w->lx = (hj_lx){.tree = tree, .fonts = w->fonts, .pictures = &pictures, .arena = w->arena,
                    .diags = w->diags, .page_of = page_of};
    w->tag = hj_tag_new(&w->lx, NULL, "P", block);
    hj_para_free(w->para);
    w->para = hj_para_new(&w->lx, block, block->first, &w->rest, w->tag, HJ_ARTIFACT_LAYOUT);
    w->lines = NULL;
    w->n = 0;
    if (w->para)
        w->lines = hj_para_break(w->para, points * 1000, &w->n);
}

static const hj_area *area(const world *w, size_t line, hj_area_kind kind, int which)
{
    for (size_t i = 0; i < w->lines[line].n_areas; i++)
        if (w->lines[line].areas[i].kind == kind && which-- == 0)
            return &w->lines[line].areas[i];
    return NULL;
}

/* The text of all lines that is read: glyphs that belong to a tag, in order, "|" between lines. */
static const char *text(const world *w)
{
    hj_buf out = {0};
    for (size_t l = 0; l < w->n; l++) {
        if (l)
            hj_buf_char(&out, '|');
        for (size_t i = 0; i < w->lines[l].n_areas; i++) {
            const hj_area *a = &w->lines[l].areas[i];
            if (a->kind == HJ_AREA_GLYPHS && a->tag)
                hj_buf_add(&out, a->u.glyphs.run->text, a->u.glyphs.run->text_len);
        }
    }
    char *copy = hj_arena_strndup(w->arena, out.data ? out.data : "", out.len);
    hj_buf_free(&out);
    return copy;
}

/* Every glyph stretch begins where the one before ended, and its width is what it says. */
static void check_joined(const world *w, size_t line)
{
    const hj_area *before = NULL;
    for (size_t i = 0; i < w->lines[line].n_areas; i++) {
        const hj_area *a = &w->lines[line].areas[i];
        if (a->kind != HJ_AREA_GLYPHS)
            continue;
        const hj_run *run = a->u.glyphs.run;
        int64_t sum = 0;
        int blanks = 0;
        for (uint32_t g = 0; g < run->n_glyphs; g++) {
            const char *c = run->text + run->glyphs[g].cluster;
            assert_true(run->glyphs[g].cluster < run->text_len);
            sum += run->glyphs[g].advance;
            blanks += *c == ' ' || strncmp(c, "\u00a0", 2) == 0;
        }
        assert_int_equal(sum, run->width);
        int64_t width = (sum * a->u.glyphs.size + 500) / 1000
                        + (int64_t)run->n_glyphs * a->u.glyphs.letter_spacing
                        + (int64_t)blanks * a->u.glyphs.word_spacing;
        assert_int_equal(a->w, width);
        if (before)
            assert_int_equal(a->x, before->x + before->w);
        before = a;
    }
}

static void test_white_space(void **state)
{
    world *w = *state;
    lay(w, "", "  \n En   <fo:inline> to </fo:inline>\n tre \n", 400);
    assert_string_equal(text(w), "En to tre");
    assert_int_equal(w->n, 1);
    lay(w, "", " \n ", 400);
    assert_null(w->para);
    lay(w, "white-space-treatment='preserve' white-space-collapse='false' linefeed-treatment='preserve'",
        " a  b\n\nc\n", 400);
    assert_string_equal(text(w), " a  b||c");
    lay(w, "linefeed-treatment='preserve'", " a \n b", 400);
    assert_string_equal(text(w), "a|b");
    lay(w, "linefeed-treatment='ignore'", "a\nb", 400);
    assert_string_equal(text(w), "ab");
    lay(w, "linefeed-treatment='treat-as-zero-width-space'", "abcdef\nghijkl", 40);
    assert_string_equal(text(w), "abcdef|ghijkl");
    lay(w, "white-space-treatment='ignore'", "a b\nc", 400);
    assert_string_equal(text(w), "abc"); /* the line feed is a blank by then: 7.16.7 */
}

static void test_lines(void **state)
{
    world *w = *state;
    const char *content = "Du har fått innvilget hjemmesykepleie etter § 13 fra 12. november 2026 "
                          "fordi du trenger hjelp til å ta medisiner.";
    lay(w, "", content, 150);
    assert_true(w->n >= 4);
    hj_len y = 0;
    for (size_t i = 0; i < w->n; i++) {
        assert_int_equal(w->lines[i].height, 14500);
        /* half of the leading, then the ascent: (14500 - 10050) / 2 + 7650 */
        assert_int_equal(w->lines[i].baseline, 9875);
        assert_int_equal(w->lines[i].n_areas, 1); /* one stretch, one text operator */
        assert_true(w->lines[i].width <= 150000);
        assert_int_equal(w->lines[i].areas[0].y, w->lines[i].baseline);
        check_joined(w, i);
        y += w->lines[i].height;
    }
    assert_non_null(strstr(text(w), "§ 13"));
    assert_non_null(strstr(text(w), "12. november"));
    assert_null(strstr(text(w), " |å"));
    /* again, for another measure */
    size_t n;
    const hj_line *wide = hj_para_break(w->para, 1000000, &n);
    assert_int_equal(n, 1);
    hj_len least, most;
    hj_para_widths(w->para, &least, &most);
    assert_int_equal(most, wide[0].width);
    assert_true(least > 50000 && least < 100000);
    hj_para_break(w->para, least, &n);
    assert_int_equal(w->diags->warnings, 0);
}

static void test_alignment(void **state)
{
    world *w = *state;
    lay(w, "", "Hei", 100);
    hj_len width = w->lines[0].width;
    assert_int_equal(w->lines[0].areas[0].x, 0);
    lay(w, "text-align='center'", "Hei", 100);
    assert_int_equal(w->lines[0].areas[0].x, (100000 - width) / 2);
    lay(w, "text-align='end'", "Hei", 100);
    assert_int_equal(w->lines[0].areas[0].x, 100000 - width);
    lay(w, "text-indent='10pt'", "Hei", 100);
    assert_int_equal(w->lines[0].areas[0].x, 10000);
    lay(w, "text-align='end' last-line-end-indent='10pt'", "Hei", 100);
    assert_int_equal(w->lines[0].areas[0].x, 90000 - width);
    lay(w, "text-align='end'", "Hei du   der<fo:inline>  </fo:inline>", 30);
    for (size_t i = 0; i < w->n; i++) /* a blank at a line's end takes no room */
        assert_int_equal(w->lines[i].areas[0].x, 30000 - w->lines[i].width);
}

static void test_justify(void **state)
{
    world *w = *state;
    const char *content = "Vi har lagt vekt på at du trenger <fo:inline font-weight='600'>hjelp</fo:inline> "
                          "til å ta medisiner, og at loven gir deg rett til forsvarlige tjenester.";
    lay(w, "text-align='justify'", content, 180);
    assert_true(w->n >= 3);
    for (size_t i = 0; i < w->n; i++) {
        check_joined(w, i);
        hj_len end = 0;
        for (size_t k = 0; k < w->lines[i].n_areas; k++) {
            const hj_area *a = &w->lines[i].areas[k];
            end = a->x + a->w;
            const hj_run *run = a->u.glyphs.run;
            if (k + 1 == w->lines[i].n_areas && run->text[run->text_len - 1] == ' ')
                end -= 2600 + a->u.glyphs.word_spacing; /* hangs */
        }
        if (i + 1 < w->n)
            assert_in_range(end, 180000 - 20, 180000);
        else
            assert_true(w->lines[i].areas[0].u.glyphs.word_spacing == 0);
    }
    lay(w, "text-align='justify' text-align-last='justify'", "en to tre", 180);
    assert_in_range(w->lines[0].areas[0].w, 180000 - 20, 180000);
}

/* XSL 1.1, 7.17.2 and 7.17.8: limits of justification, kept where lines can be found that keep
 * them; the area's spacing tells what was done. */
static void test_spacing_limits(void **state)
{
    world *w = *state;
    const char *content = "Vi har lagt vekt på at du trenger hjelp til å ta medisiner, og at loven "
                          "gir deg rett til forsvarlige tjenester, også når du bor hjemme hos deg selv.";
    static const struct { const char *attributes; int least_word, most_word, letters; } cases[] = {
        {"", -650, 5200, 0},
        {"word-spacing.minimum='0pt' word-spacing.maximum='4pt'", 0, 4000, 0},
        {"word-spacing='1pt' word-spacing.minimum='1pt' word-spacing.maximum='5pt'", 1000, 5000, 0},
        {"word-spacing.maximum='0pt' word-spacing.minimum='0pt' letter-spacing.maximum='.8pt'"
         " letter-spacing.minimum='-.2pt'", -20, 20, 1},
        {"letter-spacing.maximum='.2pt'", -650, 5200, 1},
    };
    for (size_t c = 0; c < HJ_COUNT(cases); c++) {
        char attributes[256];
        snprintf(attributes, sizeof attributes, "text-align='justify' %s", cases[c].attributes);
        lay(w, attributes, content, 190);
        assert_true(w->n >= 3);
        bool spaced = false;
        for (size_t i = 0; i < w->n; i++) {
            check_joined(w, i);
            const hj_area *a = area(w, i, HJ_AREA_GLYPHS, 0);
            hj_len letter = a->u.glyphs.letter_spacing, word = a->u.glyphs.word_spacing;
            spaced = spaced || letter;
            assert_true(letter <= (c == 4 ? 200 : 800) && letter >= -200);
            if (i + 1 == w->n) {
                assert_int_equal(word, c == 2 ? 1000 : 0); /* the last line is not justified */
                assert_int_equal(letter, 0);
                continue;
            }
            assert_true(word >= cases[c].least_word && word <= cases[c].most_word);
            hj_len end = a->x + a->w;
            if (a->u.glyphs.run->text[a->u.glyphs.run->text_len - 1] == ' ')
                end -= 2600 + word + letter;
            assert_true(end >= 190000 - 60 + (letter < 0 ? letter : 0) && end <= 190000 + 800);
        }
        assert_true(spaced == cases[c].letters);
    }
}

/* Points and quotation marks stand outside the measure, and only when asked, and only in justified
 * text; the text reads the same. */
static void test_hanging(void **state)
{
    world *w = *state;
    const char *content = "«Hun sa det,» sa han. «Men hva, når alt kommer til alt, er det du, sier, "
                          "nå, vil, ha, her?» Da gikk de, alle, sammen, hjem, i regn, og, «ja,» sol.";
    hj_len before = 0, after = 0;
    lay(w, "text-align='justify'", content, 120);
    size_t n = w->n;
    for (size_t i = 0; i < w->n; i++)
        before = area(w, i, HJ_AREA_GLYPHS, 0)->x < before ? area(w, i, HJ_AREA_GLYPHS, 0)->x : before;
    assert_int_equal(before, 0);
    lay(w, "text-align='justify' hjemmel:hanging-punctuation='both'", content, 120);
    assert_true(w->n <= n + 1);
    hj_buf joined = {0};
    bool end_hangs = false;
    for (size_t i = 0; i < w->n; i++) {
        check_joined(w, i);
        for (int k = 0;; k++) {
            const hj_area *a = area(w, i, HJ_AREA_GLYPHS, k);
            if (!a)
                break;
            before = a->x < before ? a->x : before;
            const hj_run *run = a->u.glyphs.run;
            hj_buf_add(&joined, run->text, run->text_len);
            hj_len end = a->x + a->w;
            if (!area(w, i, HJ_AREA_GLYPHS, k + 1) && run->text[run->text_len - 1] == ' ') {
                end -= 2600 + a->u.glyphs.word_spacing;
                char last = run->text_len > 1 ? run->text[run->text_len - 2] : ' ';
                if (last == ',' || last == '.')
                    assert_true(end >= 121000 && end <= 122500);
                end_hangs = end_hangs || end > 121000;
            }
            after = end > after ? end : after;
        }
    }
    assert_string_equal(joined.data, content);
    hj_buf_free(&joined);
    assert_true(before < -2000 && before > -4000); /* half of « */
    assert_true(end_hangs);
    lay(w, "hjemmel:hanging-punctuation='both'", content, 120);
    for (size_t i = 0; i < w->n; i++)
        assert_int_equal(area(w, i, HJ_AREA_GLYPHS, 0)->x, 0);
}

/* A last line is not part of a word when there is a way round it. */
static void test_last_line(void **state)
{
    world *w = *state;
    const char *content = "Kommunen innvilger opphold og dessuten den tjenesten som heter omsorgsbolig.";
    for (int width = 100; width < 260; width += 5) {
        lay(w, "hyphenate='true' text-align='justify'", content, width);
        const char *all = text(w), *last = strrchr(all, '|');
        if (last && last - all > 2 && strncmp(last - 2, "\u00ad", 2) == 0)
            assert_true(strlen(last + 1) > 5); /* "lig." never */
    }
}

/* The last line of justified text is not stretched, but it shrinks as far as the breaker was
 * promised: it never passes the edge. */
static void test_last_line_shrinks(void **state)
{
    world *w = *state;
    int shrunk = 0;
    for (int width = 90; width < 200; width++) {
        lay(w, "text-align='justify'", "Du kan klage på vedtaket til oss, og vi ser på det på nytt.", width);
        const hj_line *last = &w->lines[w->n - 1];
        const hj_area *a = &last->areas[last->n_areas - 1];
        assert_true(a->x + a->w <= width * 1000 + 20);
        assert_true(a->u.glyphs.word_spacing <= 0);
        shrunk += a->u.glyphs.word_spacing < 0;
    }
    assert_true(shrunk > 0);
}

/* "3. november" is read as one, and so its second word is not parted either; nor are short words
 * and names for things in capitals, addresses, and words with digits. */
static void test_not_parted(void **state)
{
    world *w = *state;
    static const char *const never[] = {"no\u00ad|", "novem\u00ad|", "UNE\u00ad|", "kom\u00ad|mune.no",
                                        "in\u00ad|nen", "saks\u00ad|nr2026"};
    for (int width = 30; width < 120; width++) {
        lay(w, "hyphenate='true' text-align='justify'",
            "den 3. november innen UNESCO www.kommune.no/skjema og saksnr2026 og søknaden din", width);
        for (size_t i = 0; i < HJ_COUNT(never); i++)
            if (width > 70) /* narrower, anything may have to be */
                assert_null(strstr(text(w), never[i]));
    }
}

/* An address wider than its line is broken after its signs where that is enough, without a warning;
 * a word of letters anywhere, with one. */
static void test_addresses(void **state)
{
    world *w = *state;
    lay(w, "", "epost til postmottak.forvaltningsavdelingen@tynset.kommune.no likedan", 180);
    assert_string_equal(text(w), "epost til postmottak.|forvaltningsavdelingen@tynset.|"
                                 "kommune.no likedan");
    assert_int_equal(w->diags->warnings, 0);
    lay(w, "hyphenate='true'", "se www.tynset.kommune.no/tjenester_og/skjema?a=1&amp;b=2", 90);
    assert_null(strstr(text(w), "\u00ad"));
    assert_int_equal(w->diags->warnings, 0);
    lay(w, "", "Donaudampfschiffahrtsgesellschaft", 60);
    assert_int_equal(w->diags->warnings, 1);
    assert_string_equal(w->diags->first->code, "HJ-LAYOUT-042");
}

/* A row of blanks that are kept apart is walked once, not once for each of them; nor is a word of
 * ten thousand letters, or hard blanks, more than a moment's work. None of it is lost. */
static void test_long_rows(void **state)
{
    world *w = *state;
    static const struct { const char *attributes, *part; size_t times; } rows[] = {
        {"white-space-collapse='false'", " ", 60000},
        {"text-align='justify' white-space-collapse='false'", " ", 60000},
        {"white-space='pre'", " ", 20000},
        {"hyphenate='true'", "kommune", 1430},
        {"text-align='justify' hyphenate='true'", "o\u00ad", 20000},
        {"", "\u00a0", 20000},
        {"font-variant='small-caps'", "Ab", 5000},
    };
    for (size_t k = 0; k < HJ_COUNT(rows); k++) {
        hj_buf content = {0};
        hj_buf_str(&content, "a");
        for (size_t i = 0; i < rows[k].times; i++)
            hj_buf_str(&content, rows[k].part);
        hj_buf_str(&content, "b");
        lay(w, rows[k].attributes, content.data, 400);
        assert_true(w->n >= 1);
        size_t there = 0, wanted = 0;
        for (const char *p = content.data; *p; p++)
            wanted += (unsigned char)*p >= 'A' && (unsigned char)*p < 0x80;
        for (size_t i = 0; i < w->n; i++)
            for (int n = 0; area(w, i, HJ_AREA_GLYPHS, n); n++) {
                const hj_run *run = area(w, i, HJ_AREA_GLYPHS, n)->u.glyphs.run;
                for (const char *p = run->text; *p; p++)
                    there += (unsigned char)*p >= 'A' && (unsigned char)*p < 0x80;
            }
        assert_int_equal(there, wanted);
        hj_buf_free(&content);
    }
}

static void test_hyphenation(void **state)
{
    world *w = *state;
    const char *content = "Kommunen innvilger hjemmesykepleie, omsorgsbolig og trygghetsalarm etter "
                          "forvaltningsloven.";
    lay(w, "hyphenate='true' text-align='justify'", content, 105);
    assert_non_null(strstr(text(w), "\u00ad|"));
    /* with the hyphens and blanks at line ends taken as they are meant, the text is whole */
    hj_buf joined = {0};
    for (const char *p = text(w); *p; p++) {
        if (strncmp(p, "\u00ad|", 3) == 0)
            p += 2;
        else if (*p != '|')
            hj_buf_char(&joined, *p);
    }
    assert_string_equal(joined.data, content);
    hj_buf_free(&joined);
    for (size_t i = 0; i < w->n; i++) {
        check_joined(w, i);
        const hj_area *a = &w->lines[i].areas[w->lines[i].n_areas - 1];
        if (strcmp(a->u.glyphs.run->text + a->u.glyphs.run->text_len - 2, "\u00ad") == 0)
            assert_in_range(a->x + a->w, 105000 - 20, 105000); /* the hyphen had its room */
    }
    lay(w, "hyphenate='false' text-align='justify'", content, 105);
    assert_null(strstr(text(w), "\u00ad"));
    lay(w, "hyphenate='true' hyphenation-remain-character-count='90'", content, 105);
    assert_null(strstr(text(w), "\u00ad"));
    /* soft hyphens count without hyphenate, and are not seen elsewhere */
    lay(w, "", "for\u00advaltningsloven for\u00advaltningsloven", 100);
    assert_string_equal(text(w), "forvaltningsloven |forvaltningsloven");
    lay(w, "", "lang for\u00advaltningsloven", 75);
    assert_string_equal(text(w), "lang for\u00ad|valtningsloven");
    assert_int_equal(w->diags->warnings, 0);
}

static void test_too_wide(void **state)
{
    world *w = *state;
    lay(w, "", "Menneskerettighetskommisjonen sier", 60);
    assert_true(w->n >= 3);
    assert_int_equal(w->diags->warnings, 1);
    assert_string_equal(w->diags->first->code, "HJ-LAYOUT-042");
    hj_buf joined = {0};
    for (const char *p = text(w); *p; p++)
        if (*p != '|')
            hj_buf_char(&joined, *p);
    assert_string_equal(joined.data, "Menneskerettighetskommisjonen sier"); /* nothing is lost */
    hj_buf_free(&joined);
    for (size_t i = 0; i < w->n; i++)
        assert_true(w->lines[i].width <= 60000);
    lay(w, "", "abc", 1);
    assert_string_equal(text(w), "a|b|c");
    lay(w, "wrap-option='no-wrap'", "ikke brytes her", 20);
    assert_int_equal(w->n, 1);
}

static void test_spans(void **state)
{
    world *w = *state;
    lay(w, "", "a<fo:inline color='#123456' background-color='#eeeeee' border='1pt solid red'"
               " padding='2pt'>bc</fo:inline> d", 100);
    const hj_area *back = area(w, 0, HJ_AREA_RECT, 0), *glyphs = area(w, 0, HJ_AREA_GLYPHS, 1);
    assert_ptr_equal(back, &w->lines[0].areas[0]); /* under the text */
    assert_null(back->tag);
    assert_int_equal(back->color, 0xeeeeeeff);
    assert_int_equal(glyphs->color, 0x123456ff);
    assert_int_equal(glyphs->x, back->x + 3000);
    assert_int_equal(back->w, glyphs->w + 6000);
    assert_int_equal(back->h, 10050 + 6000);
    assert_non_null(area(w, 0, HJ_AREA_RECT, 4)); /* and four borders */
    assert_int_equal(w->lines[0].height, 14500); /* which take no room in the line */
    assert_string_equal(text(w), "abc d");
    assert_int_equal(w->lines[0].width, w->lines[0].areas[w->lines[0].n_areas - 1].x
                                            + w->lines[0].areas[w->lines[0].n_areas - 1].w);

    lay(w, "", "m<fo:inline baseline-shift='super' font-size='7pt'>2</fo:inline>"
               "<fo:inline baseline-shift='-2pt'>x</fo:inline>", 100);
    assert_int_equal(area(w, 0, HJ_AREA_GLYPHS, 1)->y, w->lines[0].baseline - 3500);
    assert_int_equal(area(w, 0, HJ_AREA_GLYPHS, 2)->y, w->lines[0].baseline + 2000);
    assert_int_equal(w->lines[0].height, 14500);
    lay(w, "", "m<fo:inline font-size='20pt'>X</fo:inline>", 100);
    assert_true(w->lines[0].height > 20000);

    lay(w, "", "<fo:inline text-decoration='underline'>ab</fo:inline> c", 100);
    const hj_area *bar = area(w, 0, HJ_AREA_RECT, 0);
    glyphs = area(w, 0, HJ_AREA_GLYPHS, 0);
    assert_int_equal(bar->x, glyphs->x);
    assert_int_equal(bar->w, glyphs->w);
    assert_true(bar->y > w->lines[0].baseline && bar->h > 0);
    assert_ptr_equal(bar->tag, glyphs->tag);
    lay(w, "text-decoration='line-through'", "ab cd", 15);
    bar = area(w, 0, HJ_AREA_RECT, 0);
    assert_int_equal(bar->w, w->lines[0].width); /* not under the blank that hangs */
    lay(w, "letter-spacing='1pt' word-spacing='2pt'", "ab c", 100);
    check_joined(w, 0);
    lay(w, "text-transform='uppercase'", "blå", 100);
    assert_string_equal(text(w), "BLÅ");
    lay(w, "text-transform='capitalize'", "økt <fo:inline>b</fo:inline>istand", 100);
    assert_string_equal(text(w), "Økt Bistand");
}

static void test_tags(void **state)
{
    world *w = *state;
    lay(w, "", "a <fo:basic-link external-destination=\"url('https://lovdata.no')\">lov om noe</fo:basic-link>"
               " b <fo:inline xml:lang='nn'>ikkje</fo:inline> c <fo:inline font-weight='700'>d</fo:inline>"
               " <fo:inline role='Artifact'>e</fo:inline>", 60);
    assert_true(w->n > 1);
    hj_tag *t = w->tag->first;
    assert_null(t->role);
    assert_string_equal((t = t->next)->role, "Link");
    assert_null(t->first->role);
    const hj_tag *link = t;
    assert_null((t = t->next)->role);
    assert_string_equal((t = t->next)->role, "Span");
    assert_string_equal(t->lang, "nn");
    assert_null((t = t->next)->role); /* " c d ": bold text needs no element */
    assert_null(t->next);
    int links = 0;
    for (size_t l = 0; l < w->n; l++)
        for (int i = 0; area(w, l, HJ_AREA_LINK, i); i++) {
            const hj_area *a = area(w, l, HJ_AREA_LINK, i);
            links++;
            assert_string_equal(a->u.link.uri, "https://lovdata.no");
            assert_ptr_equal(a->u.link.link, link);
            assert_true(a->w > 0 && a->h == 10050);
        }
    assert_true(links >= 1);
    lay(w, "", "se <fo:basic-link internal-destination='x'>her</fo:basic-link>", 100);
    assert_string_equal(area(w, 0, HJ_AREA_LINK, 0)->u.link.dest, "x");
    assert_null(area(w, 0, HJ_AREA_LINK, 0)->u.link.uri);
    lay(w, "", "a <fo:inline id='her'>b</fo:inline>", 100);
    const hj_area *dest = area(w, 0, HJ_AREA_DEST, 0);
    assert_string_equal(dest->u.link.dest, "her");
    assert_true(dest->x > 5000);
    lay(w, "", "<fo:inline id='bare'/>", 100);
    assert_int_equal(w->n, 1);
    assert_int_equal(w->lines[0].height, 0);
    assert_non_null(area(w, 0, HJ_AREA_DEST, 0));
}

static void test_pictures(void **state)
{
    world *w = *state;
    lay(w, "", "a <fo:external-graphic src=\"url('v.png')\" hjemmel:alt='Kommunevåpen'/> b", 100);
    const hj_area *a = area(w, 0, HJ_AREA_IMAGE, 0);
    assert_int_equal(a->w, 20000);
    assert_int_equal(a->y + a->h, w->lines[0].baseline);
    assert_string_equal(a->tag->parent->role, "Figure");
    assert_string_equal(a->tag->parent->alt, "Kommunevåpen");
    lay(w, "", "<fo:external-graphic src=\"url('v.png')\" hjemmel:alt='V' content-height='30pt'/>", 100);
    a = area(w, 0, HJ_AREA_IMAGE, 0);
    assert_int_equal(a->w, 60000);
    assert_true(w->lines[0].height >= 30000);
    lay(w, "", "<fo:external-graphic src=\"url('v.png')\" hjemmel:alt='V' width='50%'"
               " content-width='scale-to-fit'/>", 100);
    a = area(w, 0, HJ_AREA_IMAGE, 0);
    assert_int_equal(a->w, 50000);
    assert_int_equal(a->h, 25000);
    lay(w, "", "<fo:instream-foreign-object role='Artifact'><svg xmlns='http://www.w3.org/2000/svg'/>"
               "</fo:instream-foreign-object>", 100);
    assert_null(area(w, 0, HJ_AREA_FOREIGN, 0)->tag);
    assert_int_equal(w->diags->warnings, 0);
    lay(w, "", "x<fo:external-graphic src=\"url('v.png')\"/>", 100);
    assert_null(area(w, 0, HJ_AREA_IMAGE, 0)->tag);
    assert_int_equal(w->diags->warnings, 1);
    assert_string_equal(w->diags->first->code, "HJ-LAYOUT-041");
    lay(w, "", "x<fo:external-graphic src=\"url('gone.png')\" hjemmel:alt='V'/>y", 100);
    assert_string_equal(text(w), "x[V]y"); /* its text in its place */
}

static void test_leaders_and_numbers(void **state)
{
    world *w = *state;
    lay(w, "text-align-last='justify'",
        "Innledning <fo:leader leader-pattern='dots' leader-pattern-width='5pt'/> <fo:page-number-citation ref-id='x'/>",
        200);
    const hj_area *dots = area(w, 0, HJ_AREA_GLYPHS, 1), *number = area(w, 0, HJ_AREA_GLYPHS, 2);
    assert_null(dots->tag); /* nobody wants to hear them */
    assert_int_equal(dots->x % 5000, 0);
    assert_true(dots->u.glyphs.run->n_glyphs > 20);
    assert_int_equal(number->x + number->w, 200000);
    assert_string_equal(text(w), "Innledning  7");
    lay(w, "", "<fo:page-number-citation-last ref-id='x'/>", 200);
    assert_string_equal(text(w), "12");
    lay(w, "", "Navn <fo:leader leader-pattern='rule' leader-length='80pt' rule-thickness='0.5pt'/>", 200);
    const hj_area *rule = area(w, 0, HJ_AREA_RULE, 0);
    assert_int_equal(rule->w, 80000);
    assert_int_equal(rule->u.rule.thickness, 500);
    assert_null(rule->tag);
    lay(w, "", "<fo:leader leader-length='30pt'/>a", 200);
    assert_int_equal(area(w, 0, HJ_AREA_GLYPHS, 0)->x, 30000);
}

static void test_footnote_and_block(void **state)
{
    world *w = *state;
    lay(w, "", "Hei<fo:footnote><fo:inline>1</fo:inline><fo:footnote-body><fo:block>note</fo:block>"
               "</fo:footnote-body></fo:footnote> du", 200);
    assert_string_equal(text(w), "Hei1 du");
    assert_int_equal(w->lines[0].n_footnotes, 1);
    assert_int_equal(w->lines[0].footnotes[0]->type, HJ_FO_FOOTNOTE_BODY);
    lay(w, "", "Hei <fo:block>du</fo:block>", 200);
    assert_string_equal(text(w), "Hei");
    assert_int_equal(w->rest->type, HJ_FO_BLOCK);
    assert_int_equal(w->diags->errors, 0);
    lay(w, "", "Hei <fo:wrapper><fo:wrapper/> du</fo:wrapper><fo:wrapper><fo:block/></fo:wrapper>", 200);
    assert_string_equal(text(w), "Hei du");
    assert_int_equal(w->rest->type, HJ_FO_WRAPPER);
    lay(w, "", "Hei <fo:inline>du <fo:block>der</fo:block></fo:inline>", 200);
    assert_string_equal(text(w), "Hei du"); /* fo/ has put the block beside the inline */
    assert_int_equal(w->rest->type, HJ_FO_BLOCK);
    assert_int_equal(w->diags->errors, 0);
}

/* Ragged lines are no worse filled than a greedy breaker's: no more lines, and a shorter sum of
 * squares of what is left over. */
static void test_rag(void **state)
{
    world *w = *state;
    const char *content =
        "Du har fått innvilget hjemmesykepleie fra 1. desember. Hjelpen gis morgen og kveld. Vi har "
        "lagt vekt på at du bor alene, at du nylig har vært på sykehus og at du ikke klarer å ta "
        "medisinene dine selv. Hjemmetjenesten tar kontakt med deg for å avtale tidspunkt, og du "
        "kan når som helst ringe oss dersom behovet endrer seg.";
    for (int points = 120; points < 420; points += 20) {
        lay(w, "", content, points);
        double fit = 0, greedy = 0;
        for (size_t i = 0; i + 1 < w->n; i++) {
            double left = points * 1000.0 - w->lines[i].width;
            assert_true(left >= 0);
            fit += left * left;
        }
        hj_len x = 0;
        size_t greedy_lines = 1;
        const hj_font *font = hj_fonts_select(w->fonts, "Open Sans", 400, false, w->diags);
        for (const char *p = content; *p;) {
            size_t len = strcspn(p, " ");
            while (strncmp(p + len, " desember", 9) == 0)
                len += 1 + strcspn(p + len + 1, " ");
            const hj_run *runs;
            hj_text_shape(w->fonts, font, "nb", p, len, HJ_NOWHERE, w->arena, &runs, w->diags);
            hj_len word = runs[0].width * 10;
            if (x && x + 2600 + word > points * 1000) {
                greedy += (points * 1000.0 - x) * (points * 1000.0 - x);
                greedy_lines++;
                x = 0;
            }
            x += (x ? 2600 : 0) + word;
            p += len + (p[len] == ' ');
        }
        assert_true(w->n <= greedy_lines + 1);
        if (w->n == greedy_lines)
            assert_true(fit <= greedy * 1.1);
    }
}

/* Text of a length nobody writes: no crash, no overflow, in time that grows with it. */
static void test_hostile_length(void **state)
{
    world *w = *state;
    enum { N = 400000 };
    char *text_of = malloc(N + 1);
    for (int kind = 0; kind < 4; kind++) {
        for (int i = 0; i < N; i++)
            text_of[i] = kind == 0 ? 'm' : kind == 1 ? (i % 2 ? ' ' : 'm') : kind == 2 ? '-'
                         : i % 8 ? 'i' : ' ';
        text_of[N] = 0;
        lay(w, kind == 3 ? "text-align='justify'" : "font-size='20pt'", text_of,
            kind == 1 ? 100000 : 300);
        assert_true(w->n >= 10);
        lay(w, "wrap-option='no-wrap' font-size='100pt'", text_of, 300);
        assert_int_equal(w->n, 1);
        hj_len least, most;
        hj_para_widths(w->para, &least, &most);
        assert_true(least > 0 && most >= least);
    }
    free(text_of);
}

/* Whatever comes: no text is lost or doubled, lines join, nothing sticks out that need not. */
static void test_random(void **state)
{
    world *w = *state;
    static const char *const bits[] = {
        "a", "nn", "kommunestyret", " ", " ", "  ", "\n", "\u00a0", "\u202f", "\u00ad", "-", "/",
        "§", "13", "12.", "november", "%", "«", "»", "–", "\u2011", "\u200b", ".", ",", "ø",
        "A\u030a", "\u2190", "omsorgstjenesteloven", "\u2060", "&#x9;",
        "<fo:inline font-weight='700'>", "<fo:inline background-color='#eee' padding='1pt'>",
        "<fo:inline xml:lang='en'>", "<fo:basic-link internal-destination='x'>", "<fo:wrapper>",
        "<fo:inline text-decoration='underline' baseline-shift='super'>",
    };
    static const char *const attributes[] = {
        "", "text-align='justify'", "hyphenate='true'", "text-align='justify' hyphenate='true'",
        "text-align='end' text-indent='-5pt'", "white-space-collapse='false'",
        "linefeed-treatment='preserve'", "text-align-last='justify'", "wrap-option='no-wrap'",
        "letter-spacing='0.3pt' word-spacing='-0.5pt'", "hyphenate='true' text-align='center'",
        "white-space-treatment='preserve' linefeed-treatment='preserve' white-space-collapse='false'",
    };
    unsigned seed = 11;
    for (int round = 0; round < 600; round++) {
        hj_buf fo = {0};
        const char *open[16];
        int depth = 0;
        seed = seed * 1103515245 + 12345;
        int n = 1 + (seed >> 16) % 60;
        for (int i = 0; i < n; i++) {
            seed = seed * 1103515245 + 12345;
            const char *bit = bits[(seed >> 16) % HJ_COUNT(bits)];
            if (bit[0] == '<' && depth < 16)
                open[depth++] = bit;
            if (bit[0] != '<' || depth < 16)
                hj_buf_str(&fo, bit);
            if ((seed >> 8) % 5 == 0 && depth) {
                const char *tag = open[--depth];
                hj_buf_printf(&fo, "</%.*s>", (int)strcspn(tag + 1, " >"), tag + 1);
            }
        }
        while (depth--)
            hj_buf_printf(&fo, "</%.*s>", (int)strcspn(open[depth] + 1, " >"), open[depth] + 1);
        seed = seed * 1103515245 + 12345;
        const char *attribute = attributes[(seed >> 16) % HJ_COUNT(attributes)];
        int points = 1 + (int)((seed >> 20) % 200);
        lay(w, attribute, fo.data, points);
        xmlFreeDoc(w->docs[--w->n_docs]);
        /* the letters of the source, without white space and what leaves no glyph */
        hj_buf want = {0}, got = {0};
        bool in_tag = false;
        size_t fo_len = fo.len;
        const char *nfc = hj_text_nfc(w->arena, fo.data, &fo_len);
        for (const char *p = nfc; *p; p++) {
            in_tag = in_tag || *p == '<';
            bool skip = in_tag || strchr(" \n\t", *p);
            if (*p == '>')
                in_tag = false;
            if (strncmp(p, "&#x9;", 5) == 0) {
                p += 4;
            } else if (strncmp(p, "\u00ad", 2) == 0 || strncmp(p, "\u00a0", 2) == 0) {
                p += 1;
            } else if (strncmp(p, "\u200b", 3) == 0 || strncmp(p, "\u2060", 3) == 0) {
                p += 2;
            } else if (!skip) {
                hj_buf_char(&want, *p);
            }
        }
        for (const char *p = w->n ? text(w) : ""; *p; p++) {
            if (strncmp(p, "\u00ad", 2) == 0)
                p += 1;
            else if (!strchr("| ", *p))
                hj_buf_char(&got, *p);
        }
        if (want.len)
            assert_string_equal(got.data, want.data);
        else
            assert_int_equal(got.len, 0);
        for (size_t i = 0; i < w->n; i++) {
            hj_len end = 0;
            for (size_t k = 0; k < w->lines[i].n_areas; k++) {
                const hj_area *a = &w->lines[i].areas[k];
                assert_non_null(a->node);
                if (a->kind == HJ_AREA_GLYPHS) {
                    assert_true(a->x >= end || a->x < 0 || k == 0);
                    end = a->x + a->w;
                }
            }
            if (strcmp(attribute, "wrap-option='no-wrap'") != 0 && points > 40)
                assert_true(w->lines[i].width <= points * 1000 + 2600 * 8);
        }
        hj_buf_free(&want);
        hj_buf_free(&got);
        hj_buf_free(&fo);
    }
    assert_int_equal(w->diags->errors, 0);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_white_space), TEST(test_lines), TEST(test_alignment), TEST(test_justify), TEST(test_spacing_limits),
        TEST(test_hanging), TEST(test_last_line), TEST(test_long_rows),
        TEST(test_last_line_shrinks), TEST(test_not_parted), TEST(test_addresses),
        TEST(test_hyphenation), TEST(test_too_wide), TEST(test_spans), TEST(test_tags),
        TEST(test_pictures), TEST(test_leaders_and_numbers), TEST(test_footnote_and_block),
        TEST(test_rag), TEST(test_hostile_length), TEST(test_random),
    };
    return cmocka_run_group_tests(tests, group_up, group_down);
}
