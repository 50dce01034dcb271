/* diagram/: ticks and scales, numbers and dates in three languages, what is refused and where, that
 * labels do not lie on each other or outside, that every cell of the table has a mark of its own,
 * and that README.md says what the vocabulary says. */
#include "text_fixture.h"

#include <libxml/parser.h>
#include <math.h>

#include "diagram/internal.h"

static hj_fonts *fonts;
static hj_arena *font_arena;

#define NS " xmlns:d='urn:hjemmel:diagram:1'"

typedef struct made {
    hj_arena *arena;
    hj_diags *diags;
    xmlDoc *doc;
    hj_diagram *d;
    const hj_drawing *drawing;
} made;

/* xml's first element gets the namespace. */
static made make(const char *xml, const char *lang, double width)
{
    made m = {.arena = hj_arena_new()};
    m.diags = hj_diags_new(m.arena, HJ_LANG_EN);
    size_t name = strcspn(xml, " />");
    char *whole = hj_arena_printf(m.arena, "<fo>\n%.*s" NS "%s\n</fo>", (int)name, xml, xml + name);
    m.doc = xmlReadMemory(whole, (int)strlen(whole), "a.fo", NULL, XML_PARSE_NONET);
    assert_non_null(m.doc);
    const xmlNode *root = xmlDocGetRootElement(m.doc), *node = root->children;
    while (node->type != XML_ELEMENT_NODE)
        node = node->next;
    assert_true(hj_diagram_is(node));
    m.d = hj_diagram_read(node, HJ_AT("a.fo", 1), lang, m.arena, m.diags);
    if (m.d && width > 0) {
        hj_diagram_style style = {.fonts = fonts, .family = "Open Sans", .size = HJ_PT(10),
                                  .ink = 0x1d2429ff, .lang = lang};
        m.drawing = hj_diagram_draw(m.d, &style, (hj_len)(width * 1000), 0, 0, m.arena, m.diags);
    }
    return m;
}

static void drop(made *m)
{
    xmlFreeDoc(m->doc);
    hj_arena_free(m->arena);
}

/* ---- scales ---- */

static void ticks_are_round(void **state)
{
    (void)state;
    static const struct { double low, high; int most; double from, to, step; int decimals; }
        cases[] = {
            {0, 97, 6, 0, 100, 20, 0},    {0, 97, 3, 0, 100, 50, 0},  {0, 1, 6, 0, 1, 0.2, 1},
            {0, 0.0003, 4, 0, 0.0003, 0.0001, 4}, {-7.5, 0, 5, -8, 0, 2, 0},
            {412, 505, 4, 400, 550, 50, 0}, {0, 1e15, 6, 0, 1e15, 2e14, 0},
            {5, 5, 4, 2, 8, 2, 0},        {0, 0, 4, 0, 1, 0.5, 1},    {-3, 12, 6, -5, 15, 5, 0},
        };
    for (size_t i = 0; i < HJ_COUNT(cases); i++) {
        hj_scale s = hj_scale_nice(cases[i].low, cases[i].high, cases[i].most);
        assert_float_equal(s.from, cases[i].from, 1e-12);
        assert_float_equal(s.to, cases[i].to, 1e-12);
        assert_float_equal(s.step / cases[i].step, 1, 1e-12);
        assert_int_equal(s.decimals, cases[i].decimals);
    }
    hj_scale tenths = hj_scale_nice(0, 0.5, 6);
    assert_true(hj_scale_tick(&tenths, 3) == 0.3); /* and not 0.1 + 0.1 + 0.1 */
}

static uint32_t seed = 1;
static double chance(void)
{
    seed = seed * 1664525 + 1013904223;
    return (seed >> 8) / 16777216.0;
}

static void ticks_cover_any_range(void **state)
{
    (void)state;
    for (int i = 0; i < 20000; i++) {
        double size = pow(10, floor(chance() * 24) - 9), low = (chance() - 0.5) * size;
        double high = low + chance() * size;
        int most = 3 + (int)(chance() * 8);
        hj_scale s = hj_scale_nice(low, high, most);
        assert_true(s.n >= 2 && s.n <= most);
        assert_true(s.from <= low + s.step * 1e-6 && s.to >= high - s.step * 1e-6);
        double first = s.step / pow(10, floor(log10(s.step) + 1e-9));
        assert_true(fabs(first - 1) < 1e-6 || fabs(first - 2) < 1e-6 || fabs(first - 5) < 1e-6);
    }
}

static double six_a_letter(void *self, const char *text)
{
    (void)self;
    return 6.0 * (double)hj_utf8_count(text, strlen(text));
}

static void check_time(const char *from, const char *to, int unit, bool weeks, double width,
                       const char *expected)
{
    hj_arena *arena = hj_arena_new();
    hj_diagram d = {.kind = HJ_D_TIMELINE, .weeks = weeks, .arena = arena};
    hj_time_tick *ticks;
    hj_buf told = {0};
    int n = hj_time_ticks(&d, hj_date_parse(from), hj_date_parse(to), unit, width, six_a_letter,
                          NULL, 6, arena, &ticks);
    for (int i = 0; i < n; i++) {
        if (ticks[i].under)
            hj_buf_printf(&told, "%s:", ticks[i].under);
        hj_buf_printf(&told, "%s ", ticks[i].label);
    }
    assert_string_equal(told.data ? told.data : "", expected);
    hj_buf_free(&told);
    hj_arena_free(arena);
}

static void time_keeps_to_the_calendar(void **state)
{
    (void)state;
    check_time("2026-11-16", "2026-11-27", HJ_TICK_AUTO, false, 700,
               "2026:16.\u00a0nov. 17.\u00a0nov. 18.\u00a0nov. 19.\u00a0nov. 20.\u00a0nov. "
               "21.\u00a0nov. 22.\u00a0nov. 23.\u00a0nov. 24.\u00a0nov. 25.\u00a0nov. "
               "26.\u00a0nov. 27.\u00a0nov. ");
    check_time("2026-01-01", "2026-12-31", HJ_TICK_AUTO, false, 300,
               "2026:jan. mars mai juli sep. nov. ");
    check_time("2025-07-01", "2027-06-30", HJ_TICK_AUTO, false, 300,
               "2025:juli okt. 2026:jan. april juli okt. 2027:jan. april ");
    check_time("2026-01-12", "2026-05-31", HJ_TICK_AUTO, true, 300,
               "2026:uke\u00a03 7 11 15 19 ");
    check_time("1995-01-01", "2040-12-31", HJ_TICK_AUTO, false, 400,
               "1995 2000 2005 2010 2015 2020 2025 2030 2035 2040 ");
    check_time("2026-01-01", "2026-12-31", HJ_TICK_QUARTER, false, 300,
               "2026:1.\u00a0kv. 2.\u00a0kv. 3.\u00a0kv. 4.\u00a0kv. ");
    check_time("1600-01-01", "9000-12-31", HJ_TICK_DAY, false, 200, "2000 4000 6000 8000 ");
}

/* ---- words ---- */

static void check_number(int lang, double v, int decimals, const char *expected)
{
    hj_buf out = {0};
    hj_put_number(&out, lang, v, decimals);
    assert_string_equal(out.data, expected);
    hj_buf_free(&out);
}

static void numbers_and_dates(void **state)
{
    (void)state;
    hj_arena *arena = hj_arena_new();
    check_number(0, 12500, 0, "12\u00a0500");
    check_number(0, -1234567.5, 1, "\u22121\u00a0234\u00a0567,5");
    check_number(0, -0.001, 2, "0,00"); /* nought has no sign */
    check_number(1, 0.145, 2, "0,15");
    check_number(2, 12500.25, 2, "12,500.25");
    check_number(0, 1e15, 9, "1\u00a0000\u00a0000\u00a0000\u00a0000\u00a0000");
    hj_date day = hj_date_parse("2026-11-22");
    assert_string_equal(hj_day_text(arena, 0, day, HJ_DATE_FULL), "22.\u00a0nov. 2026");
    assert_string_equal(hj_day_text(arena, 1, day, HJ_DATE_DAY), "22.\u00a0nov.");
    assert_string_equal(hj_day_text(arena, 2, day, HJ_DATE_MONTH_YEAR), "Nov 2026");
    hj_when week = {hj_date_from_iso_week(2026, 53, 1), hj_date_from_iso_week(2026, 53, 7), true};
    assert_string_equal(hj_when_text(arena, 0, &week), "uke\u00a053 2026");
    assert_string_equal(hj_when_text(arena, 1, &week), "veke\u00a053 2026");
    hj_arena_free(arena);
}

static void words_are_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < hj_diagram_words_count; i++) {
        const hj_words_row *row = &hj_diagram_words[i];
        if (i)
            assert_true(strcmp(row[-1].key, row->key) < 0);
        for (int lang = 0; lang < 3; lang++) {
            assert_true(*row->text[lang]);
            for (int k = 0; k < 4; k++) { /* the same places to fill in */
                char hole[] = {'{', (char)('0' + k), '}', 0};
                assert_int_equal(strstr(row->text[0], hole) != NULL,
                                 strstr(row->text[lang], hole) != NULL);
            }
        }
    }
    assert_int_equal(hj_words_language("nb-NO"), 0);
    assert_int_equal(hj_words_language("nn"), 1);
    assert_int_equal(hj_words_language("en-GB"), 2);
    assert_int_equal(hj_words_language("nnx"), 0);
    assert_int_equal(hj_words_language(NULL), 0);
}

/* ---- what is refused ---- */

#define ROW(value) "<d:bars><d:row label='A'>" value "</d:row></d:bars>"
#define XY2 "<d:x label='K'><d:level>a</d:level><d:level>b</d:level></d:x>" \
            "<d:y label='S'><d:level>a</d:level><d:level>b</d:level></d:y>"

static void faults_are_told(void **state)
{
    (void)state;
    static const struct { const char *xml, *code, *hint; int line; } cases[] = {
        {"<d:bar/>", "028", "did you mean d:bars?", 2},
        {"<d:bars titel='x'/>", "002", "did you mean title?", 2},
        {"<d:bars stacked='ja'/>", "001", "it may be: false true", 2},
        {"<d:bars>\n<d:rows/></d:bars>", "006", "did you mean d:row?", 3},
        {"<d:bars>x</d:bars>", "005", NULL, 2},
        {"<d:bars><d:row label='A'/></d:bars>", "015", "where there is no value, write d:missing", 2},
        {ROW("<d:value>NaN</d:value>"), "009", NULL, 2},
        {ROW("\n\n<d:value>inf</d:value>"), "009", NULL, 4},
        {ROW("<d:value>1e300</d:value>"), "009", NULL, 2},
        {ROW("<d:value>9999999999999999</d:value>"), "009", NULL, 2},
        {ROW("<d:value>3,5</d:value>"), "009", "numbers have a decimal point here: 3.5; the comma is set in print", 2},
        {ROW("<d:value/>"), "009", "when there is no value, write d:missing", 2},
        {ROW("<d:value>-</d:value>"), "009", NULL, 2},
        {ROW("<d:value>1.2.3</d:value>"), "009", NULL, 2},
        {ROW("<d:value>12 500</d:value>"), "009", NULL, 2},
        {"<d:bars><d:row date='2026-01-01'><d:value>1</d:value></d:row></d:bars>", "014", NULL, 2},
        {"<d:bars><d:series/><d:series name='b'/></d:bars>", "016", NULL, 2},
        {"<d:line><d:row><d:value>1</d:value></d:row></d:line>", "017", NULL, 2},
        {"<d:line><d:row date='2026-01-02'><d:value>1</d:value></d:row>"
         "<d:row date='2026-01-02'><d:value>1</d:value></d:row></d:line>", "018", NULL, 2},
        {"<d:line><d:row date='2026-01-02'><d:value>1</d:value></d:row>"
         "<d:row label='x'><d:value>1</d:value></d:row></d:line>", "019", NULL, 2},
        {"<d:line><d:row date='2026-02-30'><d:value>1</d:value></d:row></d:line>", "011", NULL, 2},
        {"<d:timeline from='2026-W54'/>", "011", "a day is written 2026-11-22, a week 2026-W47", 2},
        {"<d:timeline from='2026-W20' to='2026-W10'/>", "020", NULL, 2},
        {"<d:timeline><d:task label=' '/></d:timeline>", "008", NULL, 2},
        {"<d:timeline><d:task/></d:timeline>", "003", NULL, 2},
        {"<d:timeline><d:task label='a'><d:bar from='2026-W02' to='2026-W01'/></d:task></d:timeline>", "020", NULL, 2},
        {"<d:timeline><d:task label='a'><d:bar from='2026-W02' to='2026-W03' done='101'/></d:task></d:timeline>", "001", NULL, 2},
        {"<d:matrix/>", "025", NULL, 2},
        {"<d:matrix><d:x label='K'><d:level>a</d:level></d:x></d:matrix>", "022", NULL, 2},
        {"<d:matrix>" XY2 "<d:x label='K'/></d:matrix>", "021", NULL, 2},
        {"<d:matrix>" XY2 "<d:risk nr='1' x='3' y='1'/></d:matrix>", "010", NULL, 2},
        {"<d:matrix>" XY2 "<d:risk nr='12345' x='1' y='1'/></d:matrix>", "023", NULL, 2},
        {"<d:matrix>" XY2 "<d:risk nr='1' x='1' y='1' was-x='1'/></d:matrix>", "024", NULL, 2},
        {"<d:matrix>" XY2 "<d:zone from='2' tone='low'/><d:zone from='2' tone='high'/></d:matrix>", "026", NULL, 2},
        {"<d:lights><d:light label='a' state='orange'/></d:lights>", "001", "it may be: none green yellow red", 2},
        {"<d:progress><d:part label='a' value='-1'/></d:progress>", "027", NULL, 2},
        {"<d:bars colors='red'/>", "001", NULL, 2},
    };
    for (size_t i = 0; i < HJ_COUNT(cases); i++) {
        made m = make(cases[i].xml, "nb", 0);
        bool found = false;
        for (const hj_diag *g = m.diags->first; g; g = g->next) {
            if (strcmp(g->code + strlen("HJ-DIAGRAM-"), cases[i].code) != 0)
                continue;
            found = true;
            assert_string_equal(g->place.file, "a.fo");
            assert_int_equal(g->place.line, cases[i].line);
            if (cases[i].hint)
                assert_string_equal(g->hint, cases[i].hint);
        }
        if (!found || m.d)
            fail_msg("%s: HJ-DIAGRAM-%s was expected", cases[i].xml, cases[i].code);
        drop(&m);
    }
}

static void too_much_is_refused(void **state)
{
    (void)state;
    hj_buf xml = {0};
    hj_buf_str(&xml, "<d:bars>");
    for (int i = 0; i < 501; i++)
        hj_buf_str(&xml, "<d:row label='a'><d:value>1</d:value></d:row>");
    hj_buf_str(&xml, "</d:bars>");
    made m = make(xml.data, "nb", 0);
    assert_null(m.d);
    assert_string_equal(m.diags->first->code, "HJ-DIAGRAM-012");
    drop(&m);
    hj_buf_clear(&xml);
    hj_buf_str(&xml, "<d:bars>");
    for (int i = 0; i < 9; i++)
        hj_buf_str(&xml, "<d:series name='a'/>");
    hj_buf_str(&xml, "</d:bars>");
    m = make(xml.data, "nb", 0);
    assert_null(m.d);
    assert_string_equal(m.diags->first->code, "HJ-DIAGRAM-012");
    drop(&m);
    hj_buf_clear(&xml);
    hj_buf_str(&xml, "<d:bars title='");
    for (int i = 0; i < 401; i++)
        hj_buf_str(&xml, "\u00f8");
    hj_buf_str(&xml, "'/>");
    m = make(xml.data, "nb", 0);
    assert_null(m.d);
    assert_string_equal(m.diags->first->code, "HJ-DIAGRAM-004");
    drop(&m);
    hj_buf_free(&xml);
}

static void pale_colours_are_told(void **state)
{
    (void)state;
    made m = make("<d:bars colors='#f6dd9c #0f6673'/>", "nb", 0);
    assert_non_null(m.d);
    assert_int_equal(m.diags->warnings, 1);
    assert_string_equal(m.diags->first->code, "HJ-DIAGRAM-013");
    drop(&m);
    hj_buf all = {0}; /* the palette itself passes */
    m = make("<d:bars/>", "nb", 0);
    hj_buf_str(&all, "<d:bars colors='");
    for (int i = 0; i < HJ_MAX_SERIES; i++)
        hj_buf_printf(&all, "#%06x ", m.d->colors[i] >> 8);
    hj_buf_str(&all, "'/>");
    drop(&m);
    m = make(all.data, "nb", 0);
    assert_int_equal(m.diags->warnings, 0);
    drop(&m);
    hj_buf_free(&all);
}

/* ---- drawings ---- */

typedef struct box { double x0, y0, x1, y1; const hj_mark *mark; } box;

/* Of the letters themselves, a little less: what the eye takes for touching. */
static box text_box(const hj_mark *m)
{
    double width = m->run->width * (double)m->size / 1000;
    if (m->run->text_len && m->run->text[m->run->text_len - 1] == ' ')
        width -= m->run->glyphs[m->run->n_glyphs - 1].advance * (double)m->size / 1000;
    return (box){m->x + 200, m->y - m->size * 0.62, m->x + width - 200, m->y - 100, m};
}

static void points_inside(const made *m, const hj_mark *mark, const char *xml)
{
    static const int counts[] = {1, 1, 3, 0};
    const double *xy = mark->path.xy;
    for (size_t i = 0; i < mark->path.n_ops; i++)
        for (int k = 0; k < counts[mark->path.ops[i]]; k++, xy += 2)
            if (!(xy[0] >= -2500 && xy[0] <= m->drawing->width + 2500 && xy[1] >= -2500
                  && xy[1] <= m->drawing->height + 2500))
                fail_msg("a mark at %g, %g is outside %d x %d: %s", xy[0], xy[1],
                         m->drawing->width, m->drawing->height, xml);
}

/* Nothing outside, no text on another, and a mark for every cell that says something. */
static void check_drawing(const char *xml, const char *lang, double width)
{
    made m = make(xml, lang, width);
    if (!m.d)
        fail_msg("%s: %s", xml, m.diags->first->message);
    const hj_diagram_table *t = hj_diagram_data(m.d);
    int cells = t->rows * t->columns;
    bool *has = HJ_ARRAY(m.arena, (size_t)cells + 1, bool);
    box *texts = HJ_ARRAY(m.arena, m.drawing->n + 1, box);
    size_t n = 0, marks = 0;
    for (const hj_mark *k = m.drawing->first; k; k = k->next) {
        marks++;
        assert_true(k->cell >= HJ_DIAGRAM_FIGURE && k->cell < cells);
        if (k->cell >= 0)
            has[k->cell] = true;
        if (k->kind != HJ_MARK_TEXT) {
            points_inside(&m, k, xml);
            continue;
        }
        box b = text_box(k);
        if (b.x0 < -1500 || b.x1 > m.drawing->width + 1500 || b.y0 < -1500
            || b.y1 > m.drawing->height + 1500)
            fail_msg("\"%s\" is outside: %g wide, %s", k->run->text, width, xml);
        for (size_t i = 0; i < n; i++)
            if (b.x0 < texts[i].x1 && b.x1 > texts[i].x0 && b.y0 < texts[i].y1
                && b.y1 > texts[i].y0)
                fail_msg("\"%s\" lies on \"%s\": %g wide, %s", k->run->text,
                         texts[i].mark->run->text, width, xml);
        texts[n++] = b;
    }
    assert_int_equal(marks, m.drawing->n);
    bool nothing = marks <= 4;
    for (int i = 0; i < cells && !nothing; i++)
        if (*t->cells[i] && !has[i])
            fail_msg("the cell \"%s\" (row %d, column %d) has no mark: %g wide, %s", t->cells[i],
                     i / t->columns, i % t->columns, width, xml);
    assert_true(*hj_diagram_alt(m.d, false) && *hj_diagram_alt(m.d, true));
    assert_int_equal(m.diags->errors, 0);

    made again = make(xml, lang, width); /* the same bytes */
    const hj_mark *a = m.drawing->first, *b = again.drawing->first;
    for (; a && b; a = a->next, b = b->next) {
        assert_int_equal(a->kind, b->kind);
        assert_int_equal(a->x, b->x);
        assert_int_equal(a->path.n_ops, b->path.n_ops);
    }
    assert_true(!a && !b);
    drop(&again);
    drop(&m);
}

static const double widths[] = {100, 170, 260, 340, 482, 700};

/* Rows and series by chance: names short and long, values small, large, negative and missing. */
static void random_xy(hj_buf *xml, const char *kind)
{
    static const char *const names[] = {
        "A", "jan.", "1. kvartal", "Hjemmetjenesten", "Praktisk bistand og oppl\u00e6ring",
        "Rehabiliteringsinstitusjonsopphold", "En tjeneste med et ganske langt navn i nord",
    };
    int series = 1 + (int)(chance() * 8), rows = (int)(chance() * chance() * 45);
    double size = pow(10, floor(chance() * 11) - 1), shift = chance() < 0.3 ? 0.5 : 0;
    int decimals = chance() < 0.3 ? 1 : 0;
    hj_buf_clear(xml);
    hj_buf_printf(xml, "<d:%s title='Tittel p\u00e5 noe' unit='%s'", kind,
                  chance() < 0.3 ? "%" : chance() < 0.5 ? "kr" : "");
    if (strcmp(kind, "bars") == 0)
        hj_buf_printf(xml, " stacked='%s' direction='%s'", chance() < 0.4 ? "true" : "false",
                      chance() < 0.5 ? "auto" : chance() < 0.5 ? "vertical" : "horizontal");
    hj_buf_printf(xml, " values='%s'>", chance() < 0.6 ? "auto" : chance() < 0.5 ? "hide" : "show");
    for (int s = 0; s < series; s++)
        hj_buf_printf(xml, "<d:series name='%s %d'/>", names[(int)(chance() * 6)], s);
    for (int r = 0; r < rows; r++) {
        hj_buf_printf(xml, "<d:row label='%s'>", names[(int)(chance() * 7)]);
        for (int s = 0; s < series; s++) {
            if (chance() < 0.08)
                hj_buf_str(xml, "<d:missing/>");
            else
                hj_buf_printf(xml, "<d:value>%.*f</d:value>", decimals,
                              (chance() - shift) * size);
        }
        hj_buf_str(xml, "</d:row>");
    }
    hj_buf_printf(xml, "</d:%s>", kind);
}

static void labels_keep_apart_in_bars_and_lines(void **state)
{
    (void)state;
    hj_buf xml = {0};
    for (int i = 0; i < 160; i++) {
        random_xy(&xml, i % 2 ? "bars" : "line");
        check_drawing(xml.data, i % 3 ? "nb" : "en", widths[i % HJ_COUNT(widths)]);
    }
    hj_buf_free(&xml);
}

static void labels_keep_apart_in_the_others(void **state)
{
    (void)state;
    hj_buf xml = {0};
    for (int i = 0; i < 60; i++) {
        hj_buf_clear(&xml);
        hj_buf_printf(&xml, "<d:timeline%s>", i % 2 ? " today='2026-06-11'" : "");
        for (int t = 0; t < 1 + i % 5; t++) {
            hj_buf_printf(&xml, "<d:task label='Oppgave %d med et navn'>", t);
            for (int k = 0; k < (int)(chance() * 9); k++) {
                int month = 1 + (int)(chance() * 12), day = 1 + (int)(chance() * 28);
                if (chance() < 0.6)
                    hj_buf_printf(&xml, "<d:milestone date='2026-%02d-%02d' label='Milep\u00e6l %d'/>",
                                  month, day, k);
                else
                    hj_buf_printf(&xml, "<d:bar from='2026-%02d-%02d' to='2026-12-31' done='%d'/>",
                                  month, day, k * 10);
            }
            hj_buf_str(&xml, "</d:task>");
        }
        hj_buf_str(&xml, "</d:timeline>");
        check_drawing(xml.data, "nn", widths[1 + (size_t)i % (HJ_COUNT(widths) - 1)]);
    }
    for (int i = 0; i < 60; i++) {
        int levels = 2 + i % 6;
        hj_buf_clear(&xml);
        hj_buf_printf(&xml, "<d:matrix list='%s'>", i % 2 ? "true" : "false");
        for (int axis = 0; axis < 2; axis++) {
            hj_buf_printf(&xml, "<d:%s label='Sannsynlighet'>", axis ? "y" : "x");
            for (int k = 0; k < levels; k++)
                hj_buf_printf(&xml, "<d:level>%s %d</d:level>", k % 2 ? "Stor" : "Moderat", k);
            hj_buf_printf(&xml, "</d:%s>", axis ? "y" : "x");
        }
        if (i % 3)
            hj_buf_str(&xml, "<d:zone from='1' tone='low'>lav</d:zone>"
                             "<d:zone from='4' tone='high'>kritisk</d:zone>");
        for (int k = 0; k < (int)(chance() * 20); k++) {
            hj_buf_printf(&xml, "<d:risk nr='%d' x='%d' y='%d'", k + 1,
                          1 + (int)(chance() * levels), 1 + (int)(chance() * levels));
            if (chance() < 0.5)
                hj_buf_printf(&xml, " was-x='%d' was-y='%d'", 1 + (int)(chance() * levels),
                              1 + (int)(chance() * levels));
            hj_buf_str(&xml, ">En risiko med et navn</d:risk>");
        }
        hj_buf_str(&xml, "</d:matrix>");
        check_drawing(xml.data, "nb", widths[2 + (size_t)i % (HJ_COUNT(widths) - 2)]);
    }
    for (size_t i = 0; i < HJ_COUNT(widths); i++) {
        check_drawing("<d:lights><d:light label='Samlet' state='yellow' was='green'>verst av de fire"
                      "</d:light><d:light label='Framdrift og gjennomf\u00f8ring' state='none'/>"
                      "<d:light label='C' state='red' was='red'>x</d:light></d:lights>", "nn",
                      widths[i]);
        check_drawing("<d:progress unit='kr'><d:part label='Reise, opphold og ekskursjon' "
                      "value='12000' of='50000'/><d:part label='Over' value='900' of='100'/>"
                      "<d:part label='Av null' value='1' of='0'/></d:progress>", "nb", widths[i]);
        check_drawing("<d:progress><d:part label='Kartlegging' value='62.5'/></d:progress>", "en",
                      widths[i]);
    }
    static const char *const empty[] = {"<d:bars/>", "<d:line title='T'/>", "<d:timeline/>",
                                        "<d:lights/>", "<d:progress/>",
                                        "<d:timeline><d:task label='a'/></d:timeline>",
                                        "<d:bars><d:row label='a'><d:missing/></d:row></d:bars>"};
    for (size_t i = 0; i < HJ_COUNT(empty); i++) {
        check_drawing(empty[i], "nb", 300);
        made m = make(empty[i], "nb", 300);
        assert_non_null(strstr(hj_diagram_alt(m.d, false), "Ingen data"));
        drop(&m);
    }
    hj_buf_free(&xml);
}

/* ---- what it says ---- */

static void alternate_text(void **state)
{
    (void)state;
    static const char bars[] =
        "<d:bars title='Saker' unit='kr'><d:series name='Plan'/><d:series name='Brukt'/>"
        "<d:row label='Nord'><d:value>1250</d:value><d:value>-3.5</d:value></d:row>"
        "<d:row label='S\u00f8r'><d:missing/><d:value>7</d:value></d:row></d:bars>";
    made m = make(bars, "nb", 0);
    assert_string_equal(hj_diagram_alt(m.d, false),
                        "S\u00f8ylediagram: Saker. Viser Plan og Brukt. Fra Nord til S\u00f8r. "
                        "H\u00f8yest: Plan, Nord, 1\u00a0250,0\u00a0kr. "
                        "Lavest: Brukt, Nord, \u22123,5\u00a0kr. Mangler: 1. "
                        "Tallene st\u00e5r i tabellen som f\u00f8lger.");
    assert_non_null(strstr(hj_diagram_alt(m.d, true), " Nord: Plan (kr) 1\u00a0250,0, Brukt (kr) "
                           "\u22123,5; S\u00f8r: Plan (kr) mangler, Brukt (kr) 7,0."));
    drop(&m);
    m = make(bars, "nn", 0);
    assert_non_null(strstr(hj_diagram_alt(m.d, false), "H\u00f8gast: Plan"));
    drop(&m);
    m = make(bars, "en", 0);
    assert_non_null(strstr(hj_diagram_alt(m.d, false), "Highest: Plan, Nord, 1,250.0\u00a0kr."));
    drop(&m);
    m = make("<d:timeline from='2026-W03' to='2026-W10' today='2026-W05'><d:task label='H\u00f8ring'>"
             "<d:bar from='2026-W04' to='2026-W06' done='40'/>"
             "<d:milestone date='2026-02-10' was='2026-02-03' label='frist' done='true'/></d:task>"
             "</d:timeline>", "nb", 0);
    const hj_diagram_table *t = hj_diagram_data(m.d);
    assert_string_equal(t->cells[4], "uke\u00a04 2026 til uke\u00a06 2026, 40\u00a0% ferdig");
    assert_string_equal(t->cells[5], "frist: 10.\u00a0feb. 2026, flyttet fra 3.\u00a0feb. 2026, "
                                     "n\u00e5dd");
    assert_string_equal(hj_diagram_alt(m.d, false),
                        "Tidslinje. Fra uke\u00a03 2026 til uke\u00a010 2026. Aktiviteter: 1. "
                        "Milep\u00e6ler: 1, n\u00e5dd: 1. I dag er uke\u00a05 2026. "
                        "Alt st\u00e5r i tabellen som f\u00f8lger.");
    drop(&m);
    m = make("<d:timeline points='m\u00f8te'><d:task label='a'><d:milestone date='2026-02-10' "
             "done='true'/></d:task></d:timeline>", "nb", 0);
    t = hj_diagram_data(m.d);
    assert_string_equal(t->cells[2], "M\u00f8te");
    assert_string_equal(t->cells[5], "10.\u00a0feb. 2026, ferdig");
    assert_non_null(strstr(hj_diagram_alt(m.d, false), "M\u00f8te: 1, ferdig: 1."));
    drop(&m);
    m = make("<d:matrix>" XY2 "<d:zone from='1' tone='low'>lav</d:zone>"
             "<d:zone from='4' tone='high'>h\u00f8y</d:zone>"
             "<d:risk nr='1' x='2' y='2' was-x='1' was-y='2'>Frist</d:risk></d:matrix>", "nb", 0);
    t = hj_diagram_data(m.d);
    assert_string_equal(t->cells[3], "1 Frist");
    assert_string_equal(t->cells[4], "h\u00f8y (4). S: b, K: b");
    assert_string_equal(t->cells[5], "\u00f8kt fra lav (2)");
    drop(&m);
}

/* ---- README.md ---- */

static void readme_is_true(void **state)
{
    (void)state;
    hj_arena *arena = hj_arena_new();
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    hj_buf out = {0};
    char *readme = hj_file_read(arena, "engine/diagram/README.md", 1 << 20, NULL, diags);
    assert_non_null(readme);
    int examples = 0;
    for (char *p = readme; (p = strstr(p, "```xml\n"));) {
        p += strlen("```xml\n");
        char *end = strstr(p, "\n```");
        assert_non_null(end);
        char *xml = hj_arena_strndup(arena, p, (size_t)(end - p));
        static const char *const langs[] = {"nb", "nn", "en"};
        for (size_t i = 0; i < HJ_COUNT(langs); i++)
            check_drawing(xml, langs[i], 482);
        examples++;
        p = end + 4;
    }
    assert_true(examples >= 7);
    hj_diagram_vocabulary(&out);
    char *begin = strstr(readme, "<!-- begin generated -->\n");
    char *end = strstr(readme, "<!-- end generated -->");
    assert_non_null(begin);
    assert_non_null(end);
    begin += strlen("<!-- begin generated -->\n");
    *end = 0;
    if (strcmp(begin, out.data) != 0)
        fail_msg("engine/diagram/README.md is not what test_diagram --vocabulary prints");
    hj_buf_free(&out);
    hj_arena_free(arena);
}

static int set_up(void **state)
{
    (void)state;
    link_fonts();
    font_arena = hj_arena_new();
    fonts = load_fonts(hj_diags_new(font_arena, HJ_LANG_EN));
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    hj_fonts_free(fonts);
    hj_arena_free(font_arena);
    unlink_fonts();
    return 0;
}

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "--vocabulary") == 0) {
        hj_buf out = {0};
        hj_diagram_vocabulary(&out);
        fputs(out.data, stdout);
        hj_buf_free(&out);
        return 0;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ticks_are_round), cmocka_unit_test(ticks_cover_any_range),
        cmocka_unit_test(time_keeps_to_the_calendar), cmocka_unit_test(numbers_and_dates),
        cmocka_unit_test(words_are_whole), cmocka_unit_test(faults_are_told),
        cmocka_unit_test(too_much_is_refused), cmocka_unit_test(pale_colours_are_told),
        cmocka_unit_test(labels_keep_apart_in_bars_and_lines),
        cmocka_unit_test(labels_keep_apart_in_the_others), cmocka_unit_test(alternate_text),
        cmocka_unit_test(readme_is_true),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
