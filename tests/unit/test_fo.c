/* fo/: expressions, inheritance, corresponding properties, refusals, and that the coverage table in
 * engine/fo/README.md is the one the property table gives. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <libxml/parser.h>

#include "fo/internal.h"

typedef struct fixture {
    hj_arena *arena;
    hj_diags *diags;
    xmlDoc *doc;
    hj_fo_tree *tree;
} fixture;

#define HEAD "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' xmlns:h='urn:hjemmel:fo:1' " \
    "xml:lang='nb' font-size='10pt'><fo:layout-master-set><fo:simple-page-master " \
    "master-name='a' page-width='210mm' page-height='297mm'><fo:region-body/>" \
    "</fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference='a'>" \
    "<fo:title>En  tittel</fo:title><fo:flow flow-name='xsl-region-body'>\n"
#define TAIL "</fo:flow></fo:page-sequence></fo:root>"

static fixture build(const char *body, bool strict)
{
    fixture f = {hj_arena_new(), NULL, NULL, NULL};
    hj_buf xml = {0};
    f.diags = hj_diags_new(f.arena, HJ_LANG_EN);
    hj_buf_str(&xml, HEAD);
    hj_buf_str(&xml, body);
    hj_buf_str(&xml, TAIL);
    f.doc = xmlReadMemory(xml.data, (int)xml.len, "t.fo", NULL, XML_PARSE_HUGE);
    assert_non_null(f.doc);
    f.tree = hj_fo_build(f.doc, &(hj_fo_options){.strict = strict, .file = "t.fo"}, f.arena, f.diags);
    hj_buf_free(&xml);
    return f;
}

static void drop(fixture *f)
{
    xmlFreeDoc(f->doc);
    hj_arena_free(f->arena);
}

static const hj_fo_node *find(const hj_fo_node *n, const char *id)
{
    if (n->id && strcmp(n->id, id) == 0)
        return n;
    for (const hj_fo_node *c = n->first; c; c = c->next) {
        const hj_fo_node *found = find(c, id);
        if (found)
            return found;
    }
    return NULL;
}

static bool no_parent(const hj_expr_context *c, const char *name, hj_numeric *out)
{
    (void)c; (void)name; (void)out;
    return false;
}

static void expressions(void **state)
{
    (void)state;
    static const struct { const char *text; hj_numeric_kind kind; double value; } cases[] = {
        {"12pt", N_LENGTH, 12000}, {"1in", N_LENGTH, 72000}, {"25.4mm", N_LENGTH, 72000},
        {"2.54cm", N_LENGTH, 72000}, {"1.5em", N_LENGTH, 15000}, {"50%", N_PERCENT, 50},
        {"-.5pt", N_LENGTH, -500}, {"2 * 3pt + 1pt", N_LENGTH, 7000}, {"10pt div 4", N_LENGTH, 2500},
        {"(1 + 2) * 2", N_NUMBER, 6}, {"10pt - 2mm * 0", N_LENGTH, 10000},
        {"proportional-column-width(2)", N_PROPORTIONAL, 2}, {"max(1pt, 2pt)", N_LENGTH, 2000},
        {"label-end()", N_LABEL_END, 0}, {"body-start() + 2mm", N_BODY_START, 720000.0 / 127},
        {"7 mod 4", N_NUMBER, 3}, {"auto", N_WORD, 0}, {"floor(1.7)", N_NUMBER, 1},
        {"2pt * 2pt", N_BAD, 0}, {"1 + 1pt", N_BAD, 0}, {"1pt div 0", N_BAD, 0}, {"12 pt", N_BAD, 0},
        {"1e9pt", N_BAD, 0}, {"12furlong", N_BAD, 0}, {"", N_BAD, 0}, {"(1", N_BAD, 0},
        {"99999999999pt", N_BAD, 0},
        {"((((((((((((((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))))))))))))))))",
         N_BAD, 0},
    };
    hj_expr_context context = {.em = 10000, .px = 750, .from_parent = no_parent};
    for (size_t i = 0; i < HJ_COUNT(cases); i++) {
        hj_numeric n = hj_expr(cases[i].text, &context);
        if (n.kind != cases[i].kind
            || (n.kind != N_BAD && (n.value < cases[i].value - 0.01 || n.value > cases[i].value + 0.01)))
            fail_msg("%s: kind %d value %f", cases[i].text, n.kind, n.value);
    }
}

static void colours(void **state)
{
    (void)state;
    hj_color c;
    assert_true(hj_expr_color("#0f6673", &c) && c == 0x0f6673ff);
    assert_true(hj_expr_color("#fff", &c) && c == 0xffffffff);
    assert_true(hj_expr_color("rgb(255, 0,10%)", &c) && c == 0xff001aff);
    assert_true(hj_expr_color("transparent", &c) && c == 0);
    assert_true(hj_expr_color("teal", &c) && c == 0x008080ff);
    assert_true(hj_expr_color("darkslateblue", &c) && c == 0x483d8bff);
    assert_true(hj_expr_color("rgb-icc(255, 0, 0, #CMYK, 0, 1, 1, 0)", &c) && c == 0xff0000ff);
    assert_false(hj_expr_color("rgb-icc(255, 0, 0)", &c));
    assert_false(hj_expr_color("rgb(1,2)", &c));
    assert_false(hj_expr_color("rgb(256,0,0)", &c));
    assert_false(hj_expr_color("#12345", &c));
    assert_false(hj_expr_color("blurple", &c));
}

static void table_is_sorted(void **state)
{
    (void)state;
    const hj_property *p, *last = NULL;
    for (size_t i = 0; (p = hj_property_at(i)); last = p, i++) {
        assert_true(!last || strcmp(last->name, p->name) < 0);
        assert_ptr_equal(hj_property_find(p->name, strlen(p->name)), p);
    }
    assert_null(hj_property_find("font", 3));
}

static void inheritance(void **state)
{
    (void)state;
    fixture f = build("<fo:block id='a' font-size='120%' line-height='1.5' color='#112233' "
                      "text-align='justify'><fo:inline id='b' font-size='2em' font-weight='bold'>x"
                      "</fo:inline></fo:block><fo:block id='c' line-height='15pt'><fo:block id='d' "
                      "font-size='20pt'>y</fo:block></fo:block>", true);
    assert_non_null(f.tree);
    const hj_fo_node *a = find(f.tree->root, "a"), *b = find(f.tree->root, "b");
    assert_int_equal(a->in->font_size, 12000);
    assert_int_equal(a->in->line_height, 18000);
    assert_int_equal(a->in->text_align_last, HJ_ALIGN_START);
    assert_int_equal(b->in->font_size, 24000);
    assert_int_equal(b->in->line_height, 36000); /* a number is inherited as a factor */
    assert_int_equal(b->in->color, 0x112233ff);
    assert_int_equal(b->in->font_weight, 700);
    assert_int_equal(find(f.tree->root, "d")->in->line_height, 15000); /* a length is not */
    assert_ptr_equal(b->first->in, b->in);
    assert_ptr_equal(find(f.tree->root, "c")->own, &hj_fo_initial_own);
    assert_string_equal(f.tree->title, "En tittel");
    assert_string_equal(f.tree->lang, "nb");
    drop(&f);
}

static void shorthands_and_corresponding(void **state)
{
    (void)state;
    fixture f = build(
        "<fo:block id='a' start-indent='10pt'><fo:block id='b' margin='1pt 2pt 3pt 4pt' "
        "border='2pt solid red' padding-left='5pt' border-top-color='#00f'>x</fo:block></fo:block>"
        "<fo:block id='c' border-top-width='3pt' border-top-style='solid' border='1pt dashed'>x"
        "</fo:block><fo:block id='e' border-left-width='3pt' space-before.optimum='4pt' "
        "space-before='2pt' space-before.conditionality='retain' font='italic bold 8pt/12pt Liberation Sans'"
        " keep-with-next.within-page='always' keep-together='7'>x</fo:block>", true);
    assert_non_null(f.tree);
    const hj_fo_node *b = find(f.tree->root, "b");
    assert_int_equal(b->in->start_indent.value, 10000 + 4000 + 5000 + 2000);
    assert_int_equal(b->in->end_indent.value, 2000 + 2000);
    assert_int_equal(b->own->space_before.optimum.value, 1000);
    assert_int_equal(b->own->space_after.optimum.value, 3000);
    assert_int_equal(b->own->border[HJ_BEFORE].color, 0x0000ffff);
    assert_int_equal(b->own->border[HJ_END].color, 0xff0000ff);
    const hj_fo_node *c = find(f.tree->root, "c");
    assert_int_equal(c->own->border[HJ_BEFORE].width, 3000);
    assert_int_equal(c->own->border[HJ_BEFORE].style, HJ_BORDER_SOLID);
    assert_int_equal(c->own->border[HJ_START].style, HJ_BORDER_DASHED);
    const hj_fo_node *e = find(f.tree->root, "e");
    assert_int_equal(e->own->border[HJ_START].width, 0); /* no style, no width */
    assert_int_equal(e->own->space_before.minimum.value, 2000);
    assert_int_equal(e->own->space_before.optimum.value, 4000);
    assert_true(e->own->space_before.retain);
    assert_int_equal(e->in->font_size, 8000);
    assert_int_equal(e->in->line_height, 12000);
    assert_true(e->in->font_italic && e->in->font_weight == 700);
    assert_string_equal(e->in->font_family, "Liberation Sans");
    assert_int_equal(e->own->keep_with_next.page, HJ_KEEP_ALWAYS);
    assert_int_equal(e->in->keep_together.page, 7);
    drop(&f);
}

static void lists_and_tables(void **state)
{
    (void)state;
    fixture f = build(
        "<fo:list-block start-indent='3mm' provisional-distance-between-starts='20pt' "
        "provisional-label-separation='4pt'><fo:list-item><fo:list-item-label id='l' "
        "end-indent='label-end()'><fo:block>1</fo:block></fo:list-item-label><fo:list-item-body id='b' "
        "start-indent='body-start()'><fo:block>x</fo:block></fo:list-item-body></fo:list-item>"
        "</fo:list-block><fo:table width='100%'><fo:table-column "
        "column-width='proportional-column-width(2)' id='k'/><fo:table-body><fo:table-cell id='t' "
        "number-columns-spanned='2' starts-row='true'><fo:block/></fo:table-cell></fo:table-body>"
        "</fo:table>", true);
    assert_non_null(f.tree);
    const hj_fo_node *b = find(f.tree->root, "b");
    assert_int_equal(b->in->start_indent.kind, HJ_ABS);
    assert_int_equal(b->in->start_indent.value, HJ_MM(3) + 20000);
    assert_int_equal(find(f.tree->root, "l")->in->end_indent.kind, HJ_LABEL_END);
    const hj_fo_node *k = find(f.tree->root, "k");
    assert_int_equal(k->own->column_width.kind, HJ_PROPORTIONAL);
    assert_int_equal(k->own->column_width.value, 2000);
    assert_int_equal(find(f.tree->root, "t")->own->columns_spanned, 2);
    assert_true(find(f.tree->root, "t")->own->starts_row);
    drop(&f);
}

/* inherit, and the functions of 5.10.4, for values of every nature. */
static void taken_over(void **state)
{
    (void)state;
    fixture f = build(
        "<fo:block background-color='red' padding='3pt' border='2pt solid blue' break-before='page' "
        "space-before='4pt' width='80%' span='all' text-align='end' font='bold 8pt/10pt Helvetica' "
        "keep-with-next='7' vertical-align='super'>"
        "<fo:block id='a' background-color='inherit' padding-left='inherit' border-top='inherit' "
        "break-before='inherit' space-before='inherit' width='inherit' span='inherit' "
        "keep-with-next='inherit' vertical-align='inherit' font-size='inherit' "
        "border-left-color='from-parent(border-top-color)' border-left-style='inherit' "
        "border-left-width='from-parent() * 2' margin-left='from-parent(font-size)'>"
        "<fo:block><fo:block id='b' background-color='from-nearest-specified-value()' "
        "text-align='inherited-property-value(text-align)' "
        "space-after='from-parent(space-before)' color='from-nearest-specified-value(background-color)' "
        "text-indent='from-parent(font-size) div 2'/></fo:block></fo:block></fo:block>"
        "<fo:table><fo:table-column text-align='center' number-columns-repeated='2'/>"
        "<fo:table-column column-number='3' text-align='end' background-color='lime'/><fo:table-body>"
        "<fo:table-row><fo:table-cell number-rows-spanned='2'><fo:block/></fo:table-cell>"
        "<fo:table-cell number-columns-spanned='2'><fo:block/></fo:table-cell></fo:table-row>"
        "<fo:table-row><fo:table-cell text-align='from-table-column()'><fo:block id='m'/></fo:table-cell>"
        "<fo:table-cell><fo:block id='e' text-align='from-table-column()' "
        "background-color='from-table-column()'/></fo:table-cell></fo:table-row></fo:table-body></fo:table>",
        true);
    for (const hj_diag *d = f.diags->first; d; d = d->next)
        fprintf(stderr, "%s\n", d->message);
    assert_non_null(f.tree);
    const hj_fo_node *a = find(f.tree->root, "a"), *b = find(f.tree->root, "b");
    assert_int_equal(a->own->background, 0xff0000ff);
    assert_int_equal(a->own->padding[HJ_START].value, 3000);
    assert_int_equal(a->own->border[HJ_BEFORE].width, 2000);
    assert_int_equal(a->own->border[HJ_BEFORE].color, 0x0000ffff);
    assert_int_equal(a->own->border[HJ_START].color, 0x0000ffff);
    assert_int_equal(a->own->border[HJ_START].width, 4000);
    assert_int_equal(a->own->break_before, HJ_BREAK_PAGE);
    assert_int_equal(a->own->space_before.optimum.value, 4000);
    assert_int_equal(a->own->width.kind, HJ_PERCENT);
    assert_true(a->own->span_all);
    assert_int_equal(a->own->keep_with_next.page, 7);
    assert_int_equal(a->own->baseline, HJ_SUPER);
    assert_int_equal(a->own->margin[HJ_START].value, 8000);
    assert_int_equal(b->own->background, 0xff0000ff);
    assert_int_equal(b->in->text_align, HJ_ALIGN_END);
    assert_int_equal(b->own->space_after.optimum.value, 0);
    assert_int_equal(b->in->color, 0xff0000ff);
    assert_int_equal(b->in->text_indent.value, 4000);
    assert_int_equal(find(f.tree->root, "m")->in->text_align, HJ_ALIGN_CENTER);
    assert_int_equal(find(f.tree->root, "e")->in->text_align, HJ_ALIGN_END);
    assert_int_equal(find(f.tree->root, "e")->own->background, 0x00ff00ff);
    drop(&f);
}

/* 7.31.21 size; 7.20.6: what is not whole is rounded, and at least 1; sizes are not negative. */
static void bounds(void **state)
{
    (void)state;
    fixture f = build("<fo:block id='a' orphans='0' widows='2.6' column-count='-4'/>"
                      "<fo:block id='b' padding='-1pt' width='-2pt' column-gap='-1pt' "
                      "start-indent='-3pt' size='100pt 200pt'/>", false);
    assert_non_null(f.tree);
    const hj_fo_node *a = find(f.tree->root, "a"), *b = find(f.tree->root, "b");
    assert_int_equal(a->in->orphans, 1);
    assert_int_equal(a->in->widows, 3);
    assert_int_equal(a->own->column_count, 1);
    assert_int_equal(b->own->padding[HJ_AFTER].value, 0);
    assert_int_equal(b->own->width.kind, HJ_AUTO);
    assert_int_equal(b->own->column_gap, 12000);
    assert_int_equal(b->in->start_indent.value, -3000);
    assert_int_equal(b->raw->page_width.value, 100000);
    assert_int_equal(b->raw->page_height.value, 200000);
    assert_int_equal(f.diags->warnings, 6); /* padding is four properties */
    drop(&f);
}

static void places(void **state)
{
    (void)state;
    fixture f = build("<fo:block id='a' h:fil='brev.xsl' h:linje='42' h:kilde='tekst:x'><fo:inline "
                      "id='b'>x</fo:inline></fo:block>\n<fo:block/>\n<fo:block id='c'/>", true);
    assert_non_null(f.tree);
    const hj_fo_node *a = find(f.tree->root, "a");
    assert_string_equal(a->place.file, "brev.xsl");
    assert_int_equal(a->place.line, 42);
    assert_string_equal(a->kilde, "tekst:x");
    const hj_fo_node *c = find(f.tree->root, "c");
    assert_string_equal(c->place.file, "t.fo");
    assert_int_equal(c->place.line, 4);
    assert_string_equal(hj_fo_path(c, f.arena), "/fo:root/fo:page-sequence[1]/fo:flow/fo:block[3]");
    drop(&f);
}

/* Every refusal: an error when strict; what is only outside the subset is a warning otherwise. */
static void refusals(void **state)
{
    (void)state;
    static const struct { const char *body, *code; bool lenient; } cases[] = {
        {"<fo:block font-sice='1pt'/>", "HJ-FO-015", true},
        {"<fo:block font-size='huge'/>", "HJ-FO-011", true},
        {"<fo:block keep-together.within-universe='always'/>", "HJ-FO-015", true},
        {"<fo:block background-repeat='round'/>", "HJ-FO-011", true},
        {"<fo:block writing-mode='rl-tb'/>", "HJ-FO-011", true},
        {"<fo:block float='start'/>", "HJ-FO-010", true},
        {"<fo:block text-align='middle'/>", "HJ-FO-011", true},
        {"<fo:blok/>", "HJ-FO-029", false},
        {"<fo:multi-switch/>", "HJ-FO-029", false},
        {"<fo:table-row/>", "HJ-FO-023", false},
        {"text", "HJ-FO-021", false},
        {"<fo:block id='a'/><fo:block id='a'/>", "HJ-FO-020", true},
        {"<fo:block><fo:page-number-citation/></fo:block>", "HJ-FO-022", false},
        {"<p xmlns=''/>", "HJ-FO-027", false},
        {"<fo:block><fo:instream-foreign-object/></fo:block>", "HJ-FO-030", false},
        {"<fo:block h:altt='x'/>", "HJ-FO-013", false},
    };
    for (size_t i = 0; i < HJ_COUNT(cases); i++) {
        for (int strict = 0; strict < 2; strict++) {
            fixture f = build(cases[i].body, strict);
            const char *code = cases[i].code;
            if (strcmp(cases[i].body, "<fo:multi-switch/>") == 0)
                code = "HJ-FO-028";
            bool error = strict || (!cases[i].lenient && strcmp(code, "HJ-FO-028") != 0);
            if (!f.diags->first || strcmp(f.diags->first->code, code) != 0
                || (f.diags->errors > 0) != error || (f.tree == NULL) != error)
                fail_msg("%s strict %d: got %s, %d errors", cases[i].body, strict,
                         f.diags->first ? f.diags->first->code : "nothing", f.diags->errors);
            if (strcmp(cases[i].body, "<fo:block font-sice='1pt'/>") == 0)
                assert_non_null(strstr(f.diags->first->hint, "font-size"));
            drop(&f);
        }
    }
}

static void depth_and_blocks_are_shared(void **state)
{
    (void)state;
    hj_buf body = {0};
    for (int i = 0; i < HJ_LIMIT_FO_DEPTH + 10; i++)
        hj_buf_str(&body, "<fo:block>");
    for (int i = 0; i < HJ_LIMIT_FO_DEPTH + 10; i++)
        hj_buf_str(&body, "</fo:block>");
    fixture f = build(body.data, true);
    assert_null(f.tree);
    assert_string_equal(f.diags->first->code, "HJ-FO-024");
    drop(&f);
    hj_buf_free(&body);
    f = build("<fo:block id='a' padding='2pt' border='1pt solid'/><fo:block id='b' padding='2pt' "
              "border='1pt solid'/>", true);
    assert_ptr_equal(find(f.tree->root, "a")->own, find(f.tree->root, "b")->own);
    drop(&f);
}

/* The object round each text of one letter. */
static void letters(const hj_fo_node *n, const hj_fo_node **round)
{
    if (n->text && n->text_len == 1 && *n->text >= 'a' && *n->text <= 'k')
        round[*n->text - 'a'] = n->parent;
    for (const hj_fo_node *c = n->first; c; c = c->next)
        letters(c, round);
}

/* alike.c: an object like one before shares its blocks, and is never taken for what it is not. */
static void objects_alike(void **state)
{
    (void)state;
    fixture f = build(
        "<fo:block font-size='20pt'>"
        "<fo:block padding='2pt' font-size='0.5em' h:linje='1'>a</fo:block>"
        "<fo:block padding='2pt' font-size='0.5em' h:linje='2'>b</fo:block>"
        "<fo:block padding='2pt' font-size='0.5em' id='id'>c</fo:block>"
        "<fo:block padding='2pt' font-size='from-parent(font-size) * 2'>d</fo:block>"
        "<fo:block padding='2pt' font-size='from-parent(font-size) * 2'>e</fo:block></fo:block>"
        "<fo:block font-size='30pt'><fo:block padding='2pt' font-size='0.5em'>f</fo:block>"
        "<fo:block font-size='from-parent(font-size) * 2' padding='2pt'>g</fo:block>"
        "<fo:inline padding='2pt' font-size='0.5em'>h</fo:inline></fo:block>"
        "<fo:block blurb='1'>i</fo:block><fo:block blurb='1'>j</fo:block>"
        "<fo:block blurb='1'>k</fo:block>", false);
    assert_non_null(f.tree);
    const hj_fo_node *of[11] = {0};
    letters(f.tree->root, of);
    const hj_fo_node *a = of[0], *b = of[1], *c = of[2];
    assert_ptr_equal(a->in, b->in);
    assert_ptr_equal(a->own, b->own);
    assert_int_equal(a->in->font_size, 10000);
    assert_string_equal(c->id, "id");
    assert_null(b->id);
    assert_int_equal(of[3]->in->font_size, 40000);
    assert_int_equal(of[4]->in->font_size, 40000);
    assert_int_equal(of[5]->in->font_size, 15000);
    assert_int_equal(of[6]->in->font_size, 60000);
    assert_int_equal(of[7]->in->font_size, 15000);
    assert_int_equal(f.diags->first->times, 3); /* told once, and counted each time */
    drop(&f);
}

/* What letters, minutes and reports are made of: none of it may be refused or without effect. */
static void covers_what_documents_need(void **state)
{
    (void)state;
    static const hj_fo_type objects[] = {
        HJ_FO_BLOCK, HJ_FO_TABLE, HJ_FO_TABLE_COLUMN, HJ_FO_TABLE_ROW, HJ_FO_TABLE_CELL, HJ_FO_INLINE,
        HJ_FO_BLOCK_CONTAINER, HJ_FO_STATIC_CONTENT, HJ_FO_REGION_BODY, HJ_FO_REGION_BEFORE,
        HJ_FO_REGION_AFTER, HJ_FO_REGION_START, HJ_FO_REGION_END, HJ_FO_LIST_BLOCK,
        HJ_FO_TABLE_HEADER, HJ_FO_TABLE_FOOTER, HJ_FO_LEADER, HJ_FO_EXTERNAL_GRAPHIC,
        HJ_FO_PAGE_NUMBER, HJ_FO_BASIC_LINK, HJ_FO_FOOTNOTE, HJ_FO_MARKER, HJ_FO_RETRIEVE_MARKER,
        HJ_FO_PAGE_NUMBER_CITATION, HJ_FO_PAGE_NUMBER_CITATION_LAST, HJ_FO_WRAPPER,
        HJ_FO_INSTREAM_FOREIGN_OBJECT, HJ_FO_CHARACTER, HJ_FO_BOOKMARK_TREE,
        HJ_FO_RETRIEVE_TABLE_MARKER, HJ_FO_BIDI_OVERRIDE, HJ_FO_TABLE_AND_CAPTION,
    };
    static const char *const properties[] = {
        "background-color", "margin", "font-size", "width", "height", "id", "table-layout",
        "column-width", "border", "line-height", "region-name", "color", "initial-page-number",
        "font-family", "provisional-label-separation", "provisional-distance-between-starts",
        "font-weight", "content-width", "content-height", "absolute-position", "src", "text-align",
        "text-align-last", "border-collapse", "space-before", "space-after", "break-before",
        "break-after", "start-indent", "end-indent", "page-position", "extent", "padding",
        "force-page-count", "number-rows-spanned", "widows", "orphans", "display-align",
        "number-columns-spanned", "keep-together", "keep-with-next", "keep-with-previous",
        "reference-orientation", "baseline-shift", "vertical-align", "linefeed-treatment",
        "white-space-treatment", "table-omit-header-at-break", "table-omit-footer-at-break",
        "text-decoration", "text-transform", "column-count", "column-gap", "span", "font",
        "border-spacing", "size", "white-space", "xml:lang", "position", "page-break-inside",
    };
    for (size_t i = 0; i < HJ_COUNT(objects); i++)
        if (!hj_fo_object_supported(objects[i]))
            fail_msg("%s", hj_fo_type_name(objects[i]));
    for (size_t i = 0; i < HJ_COUNT(properties); i++) {
        const hj_property *p = hj_property_find(properties[i], strlen(properties[i]));
        if (!p || p->kind == K_REFUSED || p->kind == K_ONLY || p->kind == K_IGNORED)
            fail_msg("%s", properties[i]);
    }
}

static void coverage_is_true(void **state)
{
    (void)state;
    hj_arena *arena = hj_arena_new();
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    hj_buf out = {0};
    hj_fo_coverage(&out);
    char *readme = hj_file_read(arena, "engine/fo/README.md", 1 << 20, NULL, diags);
    assert_non_null(readme);
    char *begin = strstr(readme, "<!-- begin generated -->\n"), *end = strstr(readme, "<!-- end generated -->");
    assert_non_null(begin);
    assert_non_null(end);
    begin += strlen("<!-- begin generated -->\n");
    *end = 0;
    if (strcmp(begin, out.data) != 0)
        fail_msg("engine/fo/README.md is not what test_fo --coverage prints");
    hj_buf_free(&out);
    hj_arena_free(arena);
}

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "--coverage") == 0) {
        hj_buf out = {0};
        hj_fo_coverage(&out);
        fputs(out.data, stdout);
        hj_buf_free(&out);
        return 0;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(expressions), cmocka_unit_test(colours),
        cmocka_unit_test(table_is_sorted), cmocka_unit_test(inheritance),
        cmocka_unit_test(shorthands_and_corresponding), cmocka_unit_test(lists_and_tables),
        cmocka_unit_test(taken_over), cmocka_unit_test(bounds),
        cmocka_unit_test(places), cmocka_unit_test(refusals),
        cmocka_unit_test(depth_and_blocks_are_shared), cmocka_unit_test(objects_alike),
        cmocka_unit_test(covers_what_documents_need),
        cmocka_unit_test(coverage_is_true),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
