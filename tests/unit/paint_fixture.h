/* Documents for tests of paint/ and pdf/, set by hand: a tag tree and pages of areas. */
#ifndef PAINT_FIXTURE_H
#define PAINT_FIXTURE_H

#include "text_fixture.h"

#include "paint/paint.h"
#include "pdf/pdf.h"

/* The faces, opened once for all tests of a program; their diagnostics are not looked at. */
static hj_fonts *fonts;
static hj_arena *fonts_arena;

static inline void open_fonts(void)
{
    link_fonts();
    fonts_arena = hj_arena_new();
    fonts = load_fonts(hj_diags_new(fonts_arena, HJ_LANG_EN));
}

static inline void close_fonts(void)
{
    hj_fonts_free(fonts);
    hj_arena_free(fonts_arena);
    unlink_fonts();
}

enum { MAX_PAGES = 8, MAX_AREAS = 600 };

typedef struct book {
    hj_arena *arena;
    hj_diags *diags;
    hj_fonts *fonts;
    hj_areas areas;
    hj_page pages[MAX_PAGES];
    hj_area area[MAX_PAGES][MAX_AREAS];
    hj_fo_node node; /* every area comes from here: brev.fo, line 12 */
    hj_document_info info;
    hj_tag *document;
} book;

static inline hj_tag *add_tag(book *b, hj_tag *parent, const char *role)
{
    hj_tag *tag = HJ_NEW(b->arena, hj_tag);
    tag->role = role;
    tag->parent = parent;
    tag->col_span = tag->row_span = 1;
    tag->bbox_page = -1;
    tag->node = &b->node;
    if (parent) {
        if (parent->last)
            parent->last->next = tag;
        else
            parent->first = tag;
        parent->last = tag;
    }
    return tag;
}

static inline hj_tag *add_leaf(book *b, hj_tag *parent)
{
    return add_tag(b, parent, NULL);
}

static inline uint32_t number_tags(hj_tag *tag, uint32_t next)
{
    tag->index = next++;
    for (hj_tag *kid = tag->first; kid; kid = kid->next)
        next = number_tags(kid, next);
    return next;
}

static inline hj_page *add_page(book *b)
{
    size_t i = b->areas.n_pages++;
    assert_true(i < MAX_PAGES);
    char *number = hj_arena_printf(b->arena, "%zu", i + 1);
    b->pages[i] = (hj_page){HJ_MM(210), HJ_MM(297), number, b->area[i], 0};
    b->areas.pages = b->pages;
    return &b->pages[i];
}

/* A new area at the end of the last page; tag NULL: an artifact. */
static inline hj_area *add_area(book *b, hj_area_kind kind, const hj_tag *tag, hj_len x, hj_len y,
                                hj_len w, hj_len h)
{
    size_t p = b->areas.n_pages - 1;
    assert_true(b->pages[p].n_areas < MAX_AREAS);
    hj_area *area = &b->area[p][b->pages[p].n_areas++];
    *area = (hj_area){.kind = kind, .x = x, .y = y, .w = w, .h = h, .color = 0x000000ff,
                      .tag = tag, .node = &b->node};
    return area;
}

/* Text at a baseline; returns where it ends. */
static inline hj_len add_text(book *b, const hj_tag *tag, hj_len x, hj_len y, hj_len size,
                              int weight, const char *text)
{
    const hj_font *font = hj_fonts_select(b->fonts, "Open Sans", weight, false, b->diags);
    const hj_run *runs;
    int n = hj_text_shape(b->fonts, font, "nb", text, strlen(text), b->node.place, b->arena,
                          &runs, b->diags);
    for (int i = 0; i < n; i++) {
        hj_len width = (hj_len)((int64_t)runs[i].width * size / 1000);
        hj_area *a = add_area(b, HJ_AREA_GLYPHS, tag, x, y, width, 0);
        a->u.glyphs.run = &runs[i];
        a->u.glyphs.size = size;
        x += width;
    }
    return x;
}

static inline hj_area *add_rule(book *b, const hj_tag *tag, hj_len x, hj_len y, hj_len w, hj_len h,
                                hj_len thickness, hj_border_style style)
{
    hj_area *a = add_area(b, HJ_AREA_RULE, tag, x, y, w, h);
    a->u.rule.thickness = thickness;
    a->u.rule.style = style;
    return a;
}

static inline void finish_book(book *b)
{
    b->areas.n_tags = number_tags(b->document, 0);
}

static inline void open_book(book *b)
{
    memset(b, 0, sizeof *b);
    b->arena = hj_arena_new();
    b->diags = hj_diags_new(b->arena, HJ_LANG_EN);
    b->fonts = fonts;
    b->node.type = HJ_FO_BLOCK;
    b->node.place = (hj_place){.file = "brev.fo", .line = 12, .path = "fo:root/fo:block"};
    b->document = b->areas.document = add_tag(b, NULL, "Document");
    b->areas.title = "Vedtak om hjemmesykepleie";
    b->areas.lang = "nb";
    b->info = (hj_document_info){.title = "Vedtak om hjemmesykepleie", .lang = "nb",
                                 .author = "Fjellvåg kommune",
                                 .date = "2026-11-24T00:00:00+01:00", .claim_standard = true};
}

static inline void close_book(book *b)
{
    hj_arena_free(b->arena);
}

/* One page of everything: heading, text with a bold word and a link over two lines, a list, a
 * table with scopes and spans, a note, a header, a footer, shading and rules. */
static inline void letter(book *b)
{
    const hj_len left = HJ_MM(25), size = 10500;
    add_page(b);
    hj_area *head = add_area(b, HJ_AREA_RECT, NULL, 0, 0, HJ_MM(210), HJ_MM(6));
    head->color = 0x1b4f72ff;
    head->artifact = HJ_ARTIFACT_HEADER;

    hj_tag *h1 = add_tag(b, b->document, "H1");
    add_text(b, add_leaf(b, h1), left, HJ_MM(40), 18000, 700, "Vedtak om hjemmesykepleie");

    hj_tag *p = add_tag(b, b->document, "P");
    hj_tag *leaf = add_leaf(b, p);
    hj_len x = add_text(b, leaf, left, HJ_MM(52), size, 400, "Du får hjemmesykepleie etter ");
    hj_tag *span = add_tag(b, p, "Span");
    x = add_text(b, add_leaf(b, span), x, HJ_MM(52), size, 700, "§ 3-2");
    leaf = add_leaf(b, p);
    add_text(b, leaf, x, HJ_MM(52), size, 400, " første ledd. Ærlig øl på Å.");
    add_text(b, leaf, left, HJ_MM(57), size, 400, "Les mer om rettighetene dine på ");
    hj_tag *link = add_tag(b, p, "Link");
    hj_tag *link_leaf = add_leaf(b, link);
    for (int line = 0; line < 2; line++) {
        hj_len y = HJ_MM(57) + line * 14000, at = line ? left : HJ_MM(120);
        hj_len end = add_text(b, link_leaf, at, y, size, 400, line ? "helsenorge.no" : "nettstedet ");
        hj_area *a = add_area(b, HJ_AREA_LINK, link_leaf, at, y - 9000, end - at, 12000);
        a->u.link.link = link;
        a->u.link.uri = "https://www.helsenorge.no/rettigheter?språk=nb";
    }
    hj_tag *inner = add_tag(b, p, "Link");
    hj_tag *inner_leaf = add_leaf(b, inner);
    x = add_text(b, inner_leaf, HJ_MM(80), HJ_MM(57) + 14000, size, 400, "se tabellen");
    hj_area *a = add_area(b, HJ_AREA_LINK, inner_leaf, HJ_MM(80), HJ_MM(57) + 5000,
                          x - HJ_MM(80), 12000);
    a->u.link.link = inner;
    a->u.link.dest = "tabell";

    hj_tag *list = add_tag(b, b->document, "L");
    list->list_numbering = "Disc";
    for (int i = 0; i < 2; i++) {
        hj_tag *item = add_tag(b, list, "LI");
        add_text(b, add_leaf(b, add_tag(b, item, "Lbl")), left, HJ_MM(70 + 6 * i), size, 400, "–");
        add_text(b, add_leaf(b, add_tag(b, item, "LBody")), left + HJ_MM(6), HJ_MM(70 + 6 * i),
                 size, 400, i ? "kveldstilsyn" : "medisin to ganger om dagen");
    }

    a = add_area(b, HJ_AREA_DEST, NULL, left, HJ_MM(88), 0, 0);
    a->u.link.dest = "tabell";
    hj_tag *table = add_tag(b, b->document, "Table");
    hj_tag *body = NULL;
    for (int row = 0; row < 3; row++) {
        if (row < 2)
            body = add_tag(b, table, row ? "TBody" : "THead");
        hj_tag *tr = add_tag(b, body, "TR");
        hj_area *shade = add_area(b, HJ_AREA_RECT, NULL, left, HJ_MM(90 + 7 * row), HJ_MM(100),
                                  HJ_MM(7));
        shade->color = row ? 0xf4f6f7ff : 0xd6eaf8ff;
        for (int col = 0; col < 2; col++) {
            hj_tag *cell = add_tag(b, tr, row ? "TD" : "TH");
            if (!row)
                cell->scope = "column";
            if (row == 2)
                cell->col_span = 2;
            add_text(b, add_leaf(b, add_tag(b, cell, "P")), left + HJ_MM(2 + 50 * col),
                     HJ_MM(95 + 7 * row), size, row ? 400 : 600,
                     row ? "2 timer i uken" : "Tjeneste");
            if (row == 2)
                break;
        }
        add_rule(b, NULL, left, HJ_MM(97 + 7 * row), HJ_MM(100), 0, 500,
                 row == 0 ? HJ_BORDER_SOLID : row == 1 ? HJ_BORDER_DASHED : HJ_BORDER_DOUBLE);
    }
    hj_tag *note = add_tag(b, b->document, "Note");
    add_text(b, add_leaf(b, note), left, HJ_MM(130), 8500, 400, "1 Timer regnes pr. uke.");
    a = add_area(b, HJ_AREA_GLYPHS, NULL, 0, 0, 0, 0);
    b->pages[b->areas.n_pages - 1].n_areas--;
    add_text(b, NULL, left, HJ_MM(285), 8500, 400, "Side 1 av 1");
    a->artifact = HJ_ARTIFACT_FOOTER;
}

static inline bool make_pdf(book *b, hj_pdf_cache *cache, const hj_pdf_options *options,
                            hj_buf *out)
{
    hj_pictures *pictures = hj_pictures_new(b->arena, b->fonts, "tests", NULL);
    hj_canvas *canvas = hj_pdf_canvas(&b->areas, &b->info, options, cache, b->arena);
    return hj_paint(&b->areas, pictures, canvas, b->arena, out, b->diags);
}

#endif
