/* pdf/: the file as qpdf and poppler see it, what stands in it, what is refused, equal bytes. */
#include "paint_fixture.h"

#include <jpeglib.h>
#include <math.h>
#include <png.h>

static char folder[] = "/tmp/hjemmel-pdf-XXXXXX";

static int group_up(void **state)
{
    (void)state;
    open_fonts();
    assert_non_null(mkdtemp(folder));
    return 0;
}

static int group_down(void **state)
{
    (void)state;
    close_fonts();
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return system(command);
}

static const char *file(const char *name)
{
    static char path[4][160];
    static int next;
    char *p = path[next++ % 4];
    snprintf(p, sizeof path[0], "%s/%s", folder, name);
    return p;
}

static void save_pdf(book *b, const hj_buf *pdf, const char *name)
{
    assert_true(hj_file_write(file(name), pdf->data, pdf->len, b->diags));
}

/* What a command says on stdout; it must succeed. */
static char *output_of(hj_arena *arena, const char *format, const char *a, const char *b)
{
    hj_buf command = {0}, text = {0};
    for (const char *p = format; *p; p++) {
        if (p[0] == '%' && (p[1] == '1' || p[1] == '2'))
            hj_buf_str(&command, *++p == '1' ? a : b);
        else
            hj_buf_char(&command, *p);
    }
    FILE *f = popen(command.data, "r");
    assert_non_null(f);
    char block[4096];
    size_t n;
    while ((n = fread(block, 1, sizeof block, f)) > 0)
        hj_buf_add(&text, block, n);
    int status = pclose(f);
    if (status != 0)
        print_error("%s: status %d\n%s\n", command.data, status, text.data ? text.data : "");
    assert_int_equal(status, 0);
    char *kept = hj_arena_strndup(arena, text.data ? text.data : "", text.len);
    hj_buf_free(&command);
    hj_buf_free(&text);
    return kept;
}

static void show_diags(book *b)
{
    hj_buf text = {0};
    hj_diags_text(b->diags, &text, false);
    if (text.len)
        print_error("%s", text.data);
    hj_buf_free(&text);
}

static hj_buf must_make(book *b)
{
    hj_buf out = {0};
    finish_book(b);
    bool made = make_pdf(b, NULL, NULL, &out);
    if (!made)
        show_diags(b);
    assert_true(made);
    return out;
}

/* The file with its streams inflated and its objects apart, by qpdf. */
static char *readable(book *b, const hj_buf *pdf, size_t *len)
{
    save_pdf(b, pdf, "in.pdf");
    output_of(b->arena, "qpdf --qdf --object-streams=disable %1 %2", file("in.pdf"),
              file("qdf.pdf"));
    return hj_file_read(b->arena, file("qdf.pdf"), 64 << 20, len, b->diags);
}

/* The letter, tagged, as qpdf and poppler read it. */
static void test_letter_is_sound(void **state)
{
    (void)state;
    book *b = malloc(sizeof *b);
    open_book(b);
    letter(b);
    hj_buf pdf = must_make(b);
    save_pdf(b, &pdf, "letter.pdf");
    output_of(b->arena, "qpdf --check %1 2>&1", file("letter.pdf"), "");
    char *text = output_of(b->arena, "pdftotext %1 -", file("letter.pdf"), "");
    assert_non_null(strstr(text, "Du får hjemmesykepleie etter § 3-2 første ledd. Ærlig øl på Å."));
    char *tree = output_of(b->arena, "pdfinfo -struct-text %1", file("letter.pdf"), "");
    static const char *const order[] = {"Document", "H1", "Vedtak om", "P (block)", "Span", "§ 3-2",
        "første ledd", "Link", "nettstedet helsenorge.no", "Object", "Link", "se tabellen", "L (",
        "/ListNumbering /Disc", "Lbl", "LBody", "medisin", "Table", "THead", "TH", "/Scope /Column",
        "TBody", "TD", "/ColSpan 2", "Note", "Timer regnes"};
    const char *at = tree;
    for (size_t i = 0; i < HJ_COUNT(order); i++) {
        const char *found = strstr(at, order[i]);
        if (!found)
            print_error("not found in order: %s\n%s", order[i], tree);
        assert_non_null(found);
        at = found;
    }
    assert_null(strstr(tree, "Side 1 av 1")); /* the footer is an artifact */
    assert_true(pdf.len < 14000);
    hj_buf_free(&pdf);
    close_book(b);
    free(b);
}

/* ---- a small reader of content streams ---- */

typedef struct audit {
    int depth; /* of marked content */
    int naked; /* operators that paint outside */
    int mcids, artifacts, painted;
    int q, q_at_mark; /* depth of the graphics state */
    int crossed; /* Q inside a mark for a q outside it */
} audit;

static const char *skip_string(const char *p, const char *end)
{
    for (int depth = 0; p < end; p++) {
        if (*p == '\\') {
            p++;
        } else if (*p == '(') {
            depth++;
        } else if (*p == ')' && --depth == 0) {
            return p + 1;
        }
    }
    return end;
}

static void audit_content(const char *p, const char *end, audit *a)
{
    static const char *const paints[] = {"Tj", "TJ", "'", "\"", "f", "F", "f*", "B", "B*", "b",
                                         "b*", "S", "s", "Do", "sh"};
    bool artifact = false;
    while (p < end) {
        if (*p == '(') {
            p = skip_string(p, end);
            continue;
        }
        if (strchr(" \n\r\t[]<>", *p)) {
            p++;
            continue;
        }
        const char *word = p;
        for (p++; p < end && !strchr(" \n\r\t[]<>(/", *p); p++)
            ;
        size_t n = (size_t)(p - word);
        if (n == 5 && memcmp(word, "/MCID", 5) == 0)
            a->mcids++;
        artifact |= n == 9 && memcmp(word, "/Artifact", 9) == 0;
        if (n == 3 && memcmp(word, "BDC", 3) == 0) {
            a->depth++;
            a->q_at_mark = a->q;
            a->artifacts += artifact;
            artifact = false;
        }
        if (n == 3 && memcmp(word, "EMC", 3) == 0)
            a->depth--;
        a->q += n == 1 && *word == 'q';
        if (n == 1 && *word == 'Q') {
            a->crossed += a->depth && a->q == a->q_at_mark;
            a->q--;
        }
        for (size_t i = 0; i < HJ_COUNT(paints); i++)
            if (strlen(paints[i]) == n && memcmp(paints[i], word, n) == 0) {
                a->painted++;
                a->naked += a->depth != 1;
            }
    }
}

static audit audit_file(const char *qdf, size_t len)
{
    audit a = {0};
    const char *p = qdf, *end = qdf + len;
    while ((p = memmem(p, (size_t)(end - p), "%% Contents for page", 20))) {
        const char *from = memmem(p, (size_t)(end - p), "stream\n", 7);
        assert_non_null(from);
        const char *to = memmem(from, (size_t)(end - from), "\nendstream", 10);
        assert_non_null(to);
        audit_content(from + 7, to, &a);
        assert_int_equal(a.depth, 0);
        assert_int_equal(a.q, 0);
        p = to;
    }
    return a;
}

/* Streams hold NULs: strstr would stop there. */
static const char *find(const char *qdf, size_t len, const char *text)
{
    return memmem(qdf, len, text, strlen(text));
}

/* How many marks the parent tree accounts for: references inside the inner arrays of /Nums. */
static int parents_in(const char *qdf, size_t len)
{
    const char *p = find(qdf, len, "/Nums [");
    assert_non_null(p);
    int inner = 0, refs = 0;
    for (p += 7; *p && !(inner == 0 && *p == ']'); p++) {
        inner += *p == '[';
        inner -= *p == ']';
        refs += inner && strncmp(p, " 0 R", 4) == 0;
    }
    return refs;
}

static void two_pages(book *b)
{
    letter(b);
    hj_tag *p = add_tag(b, b->document, "P");
    hj_tag *leaf = add_leaf(b, p);
    add_text(b, leaf, HJ_MM(25), HJ_MM(270), 10500, 400, "Avsnittet begynner her");
    add_page(b);
    add_text(b, leaf, HJ_MM(25), HJ_MM(20), 10500, 400, "og slutter her.");
    hj_tag *figure = add_tag(b, b->document, "Figure");
    figure->alt = "Kommunens våpen";
    figure->bbox_page = 1;
    figure->bbox[0] = HJ_MM(20), figure->bbox[1] = HJ_MM(30);
    figure->bbox[2] = HJ_MM(60), figure->bbox[3] = HJ_MM(70);
    hj_tag *figure_leaf = add_leaf(b, figure);
    hj_area *a = add_area(b, HJ_AREA_IMAGE, figure_leaf, HJ_MM(20), HJ_MM(30), HJ_MM(40), HJ_MM(40));
    a->u.link.uri = "kommuner/tynset.svg";
    add_area(b, HJ_AREA_SAVE, NULL, 0, 0, 0, 0)->u.save.a = 1000;
    hj_area *save = &b->area[1][b->pages[1].n_areas - 1];
    save->u.save.b = save->u.save.c = 0;
    save->u.save.d = 1000;
    save->u.save.e = HJ_MM(100);
    add_text(b, add_leaf(b, add_tag(b, b->document, "P")), HJ_MM(10), HJ_MM(50), 9000, 400, "flyttet");
    add_area(b, HJ_AREA_RESTORE, NULL, 0, 0, 0, 0);
    add_rule(b, NULL, HJ_MM(20), HJ_MM(100), 0, HJ_MM(40), 1000, HJ_BORDER_DOTTED);
}

static bool make_with_pictures(book *b, hj_pdf_cache *cache, const hj_pdf_options *options,
                               hj_buf *out)
{
    static const char *const roots[] = {folder, NULL};
    hj_pictures *pictures = hj_pictures_new(b->arena, b->fonts, "samples", roots);
    hj_canvas *canvas = hj_pdf_canvas(&b->areas, &b->info, options, cache, b->arena);
    return hj_paint(&b->areas, pictures, canvas, b->arena, out, b->diags);
}

static void test_all_paint_is_marked(void **state)
{
    (void)state;
    book *b = malloc(sizeof *b);
    open_book(b);
    two_pages(b);
    finish_book(b);
    hj_buf pdf = {0};
    bool made = make_with_pictures(b, NULL, NULL, &pdf);
    show_diags(b);
    assert_true(made);
    size_t len;
    char *qdf = readable(b, &pdf, &len);
    audit a = audit_file(qdf, len);
    assert_true(a.painted > 30);
    assert_int_equal(a.naked, 0);
    assert_int_equal(a.crossed, 0);
    assert_true(a.artifacts >= 4);
    assert_true(a.mcids > 15);
    assert_int_equal(a.mcids, parents_in(qdf, len));
    assert_non_null(find(qdf, len, "/Lang (nb)"));
    assert_non_null(find(qdf, len, "/DisplayDocTitle true"));
    assert_non_null(find(qdf, len, "/Tabs /S"));
    assert_non_null(find(qdf, len, "/BBox ["));
    assert_non_null(find(qdf, len, "/QuadPoints ["));
    assert_non_null(find(qdf, len, "/URI (https://www.helsenorge.no/rettigheter?spr%C3%A5k=nb)"));
    assert_non_null(find(qdf, len, "/Contents (nettstedet helsenorge.no)"));
    assert_non_null(find(qdf, len, "/IDTree"));
    hj_buf_free(&pdf);
    close_book(b);
    free(b);
}

static hj_buf make_fresh(hj_pdf_cache *cache, bool more)
{
    book *b = malloc(sizeof *b);
    open_book(b);
    two_pages(b);
    if (more)
        add_text(b, add_leaf(b, add_tag(b, b->document, "P")), HJ_MM(25), HJ_MM(200), 9000, 700,
                 "QXZ 0123456789 ÆØÅ");
    finish_book(b);
    hj_buf out = {0};
    assert_true(make_with_pictures(b, cache, NULL, &out));
    close_book(b);
    free(b);
    return out;
}

static void assert_same(const hj_buf *a, const hj_buf *b)
{
    assert_int_equal(a->len, b->len);
    assert_memory_equal(a->data, b->data, a->len);
}

/* The bytes do not depend on the cache, on what it holds, or on what was made before. */
static void test_same_bytes(void **state)
{
    (void)state;
    hj_buf first = make_fresh(NULL, false);
    hj_pdf_cache *cache = hj_pdf_cache_new();
    for (int round = 0; round < 3; round++) {
        hj_buf other = make_fresh(cache, true), again = make_fresh(cache, false);
        assert_same(&first, &again);
        assert_true(other.len != first.len);
        hj_buf_free(&other);
        hj_buf_free(&again);
    }
    hj_pdf_cache_free(cache);
    hj_buf_free(&first);
}

/* A link over two pages is two annotations of one element; a link between them is not its. */
static void test_link_over_pages(void **state)
{
    (void)state;
    book *b = malloc(sizeof *b);
    open_book(b);
    hj_tag *p = add_tag(b, b->document, "P");
    hj_tag *links[] = {add_tag(b, p, "Link"), add_tag(b, p, "Link")};
    static const uint8_t order[] = {0, 1, 0};
    hj_tag *leaves[] = {add_leaf(b, links[0]), add_leaf(b, links[1])};
    for (int i = 0; i < 3; i++) {
        if (i != 1)
            add_page(b);
        add_text(b, leaves[order[i]], HJ_MM(20), HJ_MM(20 + i), 9000, 400, order[i] ? "b" : "a");
        hj_area *a = add_area(b, HJ_AREA_LINK, NULL, HJ_MM(20), HJ_MM(20 + i), 5000, 5000);
        a->u.link.link = links[order[i]];
        a->u.link.uri = "https://x.no";
    }
    hj_buf pdf = must_make(b);
    size_t len;
    char *qdf = readable(b, &pdf, &len);
    int objr = 0, annotations = 0;
    for (const char *at = qdf; (at = memmem(at, len - (size_t)(at - qdf), "/Type /OBJR", 11)); at++)
        objr++;
    for (const char *at = qdf; (at = memmem(at, len - (size_t)(at - qdf), "/Type /Annot\n", 13)); at++)
        annotations++;
    assert_int_equal(annotations, 3);
    assert_int_equal(objr, 3);
    hj_buf_free(&pdf);
    close_book(b);
    free(b);
}

/* Text strings: parentheses, a backslash, and č, whose second byte in UTF-16 is a line end. */
static void test_awkward_title(void **state)
{
    (void)state;
    book *b = malloc(sizeof *b);
    open_book(b);
    letter(b);
    b->info.title = "Vedtak (1) \\ \xc4\x8d\xc3\xa1hci \xe2\x80\x93 <&> )(";
    hj_buf pdf = must_make(b);
    save_pdf(b, &pdf, "title.pdf");
    char *info = output_of(b->arena, "pdfinfo %1", file("title.pdf"), "");
    assert_non_null(strstr(info, b->info.title));
    char *json = output_of(b->arena, "qpdf --json=2 --json-key=qpdf %1", file("title.pdf"), "");
    assert_non_null(strstr(json, "u:Vedtak (1) \\\\ \xc4\x8d\xc3\xa1hci"));
    hj_buf_free(&pdf);
    close_book(b);
    free(b);
}

/* ---- refusals ---- */

static void refused(book *b, const char *code, int line)
{
    hj_buf out = {0};
    finish_book(b);
    assert_false(make_with_pictures(b, NULL, NULL, &out));
    assert_int_equal(out.len, 0);
    const hj_diag *d = b->diags->first;
    while (d && strcmp(d->code, code) != 0)
        d = d->next;
    assert_non_null(d);
    assert_int_equal(d->severity, HJ_ERROR);
    if (line) {
        assert_string_equal(d->place.file, "brev.fo");
        assert_int_equal(d->place.line, line);
        assert_string_equal(d->place.path, "fo:root/fo:block");
    }
    hj_buf_free(&out);
}

static void test_refusals(void **state)
{
    (void)state;
    for (int which = 0; which < 6; which++) {
        book *b = malloc(sizeof *b);
        open_book(b);
        letter(b);
        hj_tag *figure;
        hj_area *a;
        switch (which) {
        case 0:
            b->info.title = NULL;
            refused(b, "HJ-PDF-003", 12);
            break;
        case 1:
            b->info.lang = "";
            refused(b, "HJ-PDF-004", 12);
            break;
        case 2:
            figure = add_tag(b, b->document, "Figure");
            add_text(b, add_leaf(b, figure), 0, 50000, 9000, 400, "x");
            refused(b, "HJ-PDF-005", 12);
            break;
        case 3:
            figure = add_tag(b, b->document, "Link");
            a = add_area(b, HJ_AREA_LINK, NULL, 0, 0, 5000, 5000);
            a->u.link.link = figure;
            a->u.link.dest = "ingensteds";
            refused(b, "HJ-PDF-006", 12);
            break;
        case 4: {
            static const hj_bookmark mark = {.title = "Klage", .dest = "ingensteds"};
            b->areas.bookmarks = &mark;
            refused(b, "HJ-PDF-007", 0);
            break;
        }
        case 5: /* 30 levels of q are more than PDF/A-2 allows */
            for (int i = 0; i < 30; i++)
                add_area(b, HJ_AREA_SAVE, NULL, 0, 0, 0, 0);
            add_text(b, NULL, 0, 50000, 9000, 400, "dypt");
            for (int i = 0; i < 30; i++)
                add_area(b, HJ_AREA_RESTORE, NULL, 0, 0, 0, 0);
            refused(b, "HJ-PDF-002", 0);
            break;
        }
        close_book(b);
        free(b);
    }
}

/* Without the claim the same document is tagged and promises nothing. */
static void test_no_claim(void **state)
{
    (void)state;
    book *b = malloc(sizeof *b);
    open_book(b);
    letter(b);
    add_text(b, add_leaf(b, add_tag(b, b->document, "Figure")), 0, 50000, 9000, 400, "x");
    b->info.claim_standard = false;
    b->info.title = NULL;
    b->info.date = NULL;
    hj_buf pdf = must_make(b);
    size_t len;
    char *qdf = readable(b, &pdf, &len);
    assert_null(find(qdf, len, "pdfaid"));
    assert_null(find(qdf, len, "CreateDate"));
    assert_non_null(find(qdf, len, "/StructTreeRoot"));
    hj_buf_free(&pdf);
    close_book(b);
    free(b);
}

static void test_attachment(void **state)
{
    (void)state;
    book *b = malloc(sizeof *b);
    open_book(b);
    letter(b);
    finish_book(b);
    const hj_attachment files[] = {
        {.name = "vedtak.xml", .description = "Vedtaket, maskinlesbart", .mime = "text/xml",
         .relationship = "Data", .bytes = "<vedtak/>", .len = 9,
         .date = "2026-11-24T00:00:00+01:00"},
        {.name = "årsak.txt", .mime = "text/plain", .relationship = "Supplement", .bytes = "å",
         .len = 2}};
    const hj_pdf_options options = {.attachments = files, .n_attachments = 2};
    hj_buf pdf = {0};
    assert_true(make_pdf(b, NULL, &options, &pdf));
    save_pdf(b, &pdf, "attached.pdf");
    output_of(b->arena, "qpdf --check %1 2>&1", file("attached.pdf"), "");
    char *list = output_of(b->arena, "pdfdetach -list %1", file("attached.pdf"), "");
    assert_non_null(strstr(list, "vedtak.xml"));
    assert_non_null(strstr(list, "årsak.txt"));
    assert_string_equal(output_of(b->arena, "pdfdetach -save 1 -o %2 %1 && cat %2",
                                  file("attached.pdf"), file("out.xml")), "<vedtak/>");
    assert_non_null(memmem(pdf.data, pdf.len, "<pdfaid:part>3<", 15));
    hj_buf_free(&pdf);
    close_book(b);
    free(b);
}

/* ---- text ---- */

/* One glyph, two meanings: the hyphen of U+002D and of U+2011 are told apart when copied. */
static void test_hyphens_are_told_apart(void **state)
{
    (void)state;
    book *b = malloc(sizeof *b);
    open_book(b);
    add_page(b);
    add_text(b, add_leaf(b, add_tag(b, b->document, "P")), HJ_MM(25), HJ_MM(40), 12000, 400,
             "e\xe2\x80\x91post og e-post, 5\xc2\xa0%");
    hj_buf pdf = must_make(b);
    save_pdf(b, &pdf, "hyphen.pdf");
    char *text = output_of(b->arena, "pdftotext %1 -", file("hyphen.pdf"), "");
    assert_non_null(strstr(text, "e\xe2\x80\x91post og e-post"));
    hj_buf_free(&pdf);
    close_book(b);
    free(b);
}

static double attribute_of(const char *bbox, const char *word, const char *name)
{
    char wanted[64];
    snprintf(wanted, sizeof wanted, ">%s<", word);
    const char *end = strstr(bbox, wanted);
    assert_non_null(end);
    const char *line = end;
    while (line > bbox && *line != '\n')
        line--;
    snprintf(wanted, sizeof wanted, "%s=\"", name);
    const char *at = strstr(line, wanted);
    assert_true(at && at < end);
    return atof(at + strlen(wanted));
}

/* A long line, justified and letter-spaced: the last word ends where layout says, to 0.01 pt. */
static void test_pen_stays_in_step(void **state)
{
    (void)state;
    static const hj_len spacings[][2] = {{0, 0}, {0, 1337}, {77, 0}, {31, -613}};
    for (size_t i = 0; i < HJ_COUNT(spacings); i++) {
        book *b = malloc(sizeof *b);
        open_book(b);
        add_page(b);
        hj_tag *leaf = add_leaf(b, add_tag(b, b->document, "P"));
        const char *text = "Vi viser til AVTALE om To Ta V. Y av 3. mai og i i i i i i i i til sist";
        add_text(b, leaf, HJ_MM(20) + 3, HJ_MM(40), 10500, 400, text);
        double x = HJ_MM(20) + 3;
        for (size_t k = 0; k < b->pages[0].n_areas; k++) {
            hj_area *a = &b->area[0][k];
            a->u.glyphs.letter_spacing = spacings[i][0];
            a->u.glyphs.word_spacing = spacings[i][1];
            a->x = (hj_len)x;
            const hj_run *run = a->u.glyphs.run;
            x += (double)run->width * 10.5 + (double)spacings[i][0] * run->n_glyphs;
            for (uint32_t g = 0; g < run->n_glyphs; g++)
                if (run->text[run->glyphs[g].cluster] == ' ')
                    x += spacings[i][1];
        }
        hj_buf pdf = must_make(b);
        save_pdf(b, &pdf, "pen.pdf");
        char *bbox = output_of(b->arena, "pdftotext -bbox %1 -", file("pen.pdf"), "");
        double end = attribute_of(bbox, "sist", "xMax");
        double trailing = spacings[i][0] / 1000.0;
        if (fabs(end - x / 1000) > 0.015 && fabs(end + trailing - x / 1000) > 0.015)
            print_error("case %zu: ends at %f, should be %f\n", i, end, x / 1000);
        assert_true(fabs(end - x / 1000) <= 0.015 || fabs(end + trailing - x / 1000) <= 0.015);
        hj_buf_free(&pdf);
        close_book(b);
        free(b);
    }
}

/* ---- pictures ---- */

static void write_png(const char *name, int type, int depth)
{
    enum { W = 7, H = 5 };
    FILE *f = fopen(file(name), "wb");
    assert_non_null(f);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    assert_int_equal(setjmp(png_jmpbuf(png)), 0);
    png_init_io(png, f);
    png_set_IHDR(png, info, W, H, depth, type, PNG_INTERLACE_ADAM7, PNG_COMPRESSION_TYPE_BASE,
                 PNG_FILTER_TYPE_BASE);
    if (type == PNG_COLOR_TYPE_PALETTE) {
        static const png_color colors[2] = {{200, 10, 10}, {10, 200, 10}};
        static const png_byte alpha[1] = {128};
        png_set_PLTE(png, info, colors, 2);
        png_set_tRNS(png, info, alpha, 1, NULL);
    }
    png_write_info(png, info);
    uint8_t row[W * 8], *rows[H];
    for (size_t i = 0; i < sizeof row; i++)
        row[i] = type == PNG_COLOR_TYPE_PALETTE ? (uint8_t)(i & 1) : (uint8_t)(i * 5);
    for (int y = 0; y < H; y++)
        rows[y] = row;
    png_write_image(png, rows);
    png_write_end(png, NULL);
    png_destroy_write_struct(&png, &info);
    fclose(f);
}

static void write_jpeg(const char *name, int channels)
{
    FILE *f = fopen(file(name), "wb");
    assert_non_null(f);
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_stdio_dest(&jpeg, f);
    jpeg.image_width = jpeg.image_height = 16;
    jpeg.input_components = channels;
    jpeg.in_color_space = channels == 1 ? JCS_GRAYSCALE : channels == 3 ? JCS_RGB : JCS_CMYK;
    jpeg_set_defaults(&jpeg);
    jpeg_start_compress(&jpeg, TRUE);
    uint8_t row[16 * 4];
    for (size_t i = 0; i < sizeof row; i++)
        row[i] = (uint8_t)(i * 3);
    JSAMPROW rows[1] = {row};
    for (int y = 0; y < 16; y++)
        jpeg_write_scanlines(&jpeg, rows, 1);
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    fclose(f);
}

static void picture_files(void)
{
    write_png("grey.png", PNG_COLOR_TYPE_GRAY, 8);
    write_png("greya.png", PNG_COLOR_TYPE_GRAY_ALPHA, 16);
    write_png("rgb.png", PNG_COLOR_TYPE_RGB, 16);
    write_png("rgba.png", PNG_COLOR_TYPE_RGB_ALPHA, 8);
    write_png("palette.png", PNG_COLOR_TYPE_PALETTE, 8);
    write_jpeg("grey.jpg", 1);
    write_jpeg("rgb.jpg", 3);
    write_jpeg("cmyk.jpg", 4);
}

static void test_pictures(void **state)
{
    (void)state;
    picture_files();
    static const char *const names[] = {"grey.png", "greya.png", "rgb.png", "rgba.png",
                                        "palette.png", "grey.jpg", "rgb.jpg", "rgb.jpg"};
    book *b = malloc(sizeof *b);
    open_book(b);
    add_page(b);
    for (size_t i = 0; i < HJ_COUNT(names); i++) {
        hj_tag *figure = add_tag(b, b->document, "Figure");
        figure->alt = names[i];
        hj_area *a = add_area(b, HJ_AREA_IMAGE, add_leaf(b, figure), HJ_MM(20),
                              HJ_MM(20 + 25 * (int)i), HJ_MM(20), HJ_MM(20));
        a->u.link.uri = names[i];
    }
    finish_book(b);
    hj_pdf_cache *cache = hj_pdf_cache_new();
    hj_buf pdf = {0}, again = {0};
    bool made = make_with_pictures(b, cache, NULL, &pdf);
    show_diags(b);
    assert_true(made);
    assert_true(make_with_pictures(b, cache, NULL, &again));
    assert_same(&pdf, &again);
    hj_pdf_cache_free(cache);
    save_pdf(b, &pdf, "pictures.pdf");
    output_of(b->arena, "qpdf --check %1 2>&1", file("pictures.pdf"), "");
    char *list = output_of(b->arena, "pdfimages -list %1 | tail -n +3 | awk '{print $3,$6,$9}'",
                           file("pictures.pdf"), "");
    assert_string_equal(list, "image gray image\nimage gray image\nsmask gray image\n"
                              "image rgb image\nimage rgb image\nsmask gray image\n"
                              "image rgb image\nsmask gray image\nimage gray jpeg\n"
                              "image rgb jpeg\nimage rgb jpeg\n");
    /* Two uses of one file are one object. */
    size_t len, count = 0;
    char *qdf = readable(b, &pdf, &len);
    for (const char *p = qdf; (p = memmem(p, len - (size_t)(p - qdf), "/DCTDecode", 10)); p++)
        count++;
    assert_int_equal(count, 2);
    hj_buf_free(&pdf);
    hj_buf_free(&again);
    close_book(b);
    free(b);
}

/* Refused: CMYK, and a file that ends in the middle (libjpeg would fill it with grey). */
static void test_refused_jpegs(void **state)
{
    (void)state;
    picture_files();
    hj_arena *arena = hj_arena_new();
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    size_t len;
    char *bytes = hj_file_read(arena, file("rgb.jpg"), 1 << 20, &len, diags);
    assert_true(hj_file_write(file("cut.jpg"), bytes, len - 20, diags));
    hj_pictures *pictures = hj_pictures_new(arena, NULL, folder, NULL);
    hj_picture_source source = hj_pictures_source(pictures);
    hj_len w, h;
    assert_true(source.measure(source.self, "rgb.jpg", NULL, HJ_NOWHERE, &w, &h, diags));
    assert_int_equal(w, 12000); /* 16 pixels of 1/96 in */
    assert_false(source.measure(source.self, "cut.jpg", NULL, HJ_NOWHERE, &w, &h, diags));
    assert_string_equal(diags->first->code, "HJ-PAINT-023");
    assert_false(source.measure(source.self, "cmyk.jpg", NULL, HJ_NOWHERE, &w, &h, diags));
    bool told = false;
    for (const hj_diag *d = diags->first; d; d = d->next)
        told |= strcmp(d->code, "HJ-PAINT-024") == 0;
    assert_true(told);
    hj_arena_free(arena);
}

/* ---- bookmarks and page labels ---- */

static void test_bookmarks_and_labels(void **state)
{
    (void)state;
    book *b = malloc(sizeof *b);
    open_book(b);
    static const char *const numbers[] = {"i", "ii", "1", "2", "7"};
    for (size_t i = 0; i < HJ_COUNT(numbers); i++) {
        add_page(b)->number = numbers[i];
        add_text(b, add_leaf(b, add_tag(b, b->document, "P")), HJ_MM(20), HJ_MM(20), 9000, 400,
                 numbers[i]);
        add_area(b, HJ_AREA_DEST, NULL, 0, 0, 0, 0)->u.link.dest = numbers[i];
    }
    hj_bookmark inner2 = {.title = "Økonomi – år for år", .dest = "7"};
    hj_bookmark inner = {.title = "Mål", .dest = "2", .next = &inner2};
    hj_bookmark last = {.title = "Vedlegg", .dest = "7"};
    hj_bookmark first = {.title = "Innledning", .dest = "i", .open = true, .first = &inner,
                         .next = &last};
    b->areas.bookmarks = &first;
    hj_buf pdf = must_make(b);
    save_pdf(b, &pdf, "marks.pdf");
    output_of(b->arena, "qpdf --check %1 2>&1", file("marks.pdf"), "");
    char *json = output_of(b->arena, "qpdf --json=2 --json-key=outlines --json-key=pagelabels %1",
                           file("marks.pdf"), "");
    static const char *const order[] = {"Innledning", "Vedlegg"};
    for (size_t i = 0; i < HJ_COUNT(order); i++)
        assert_non_null(strstr(json, order[i]));
    assert_non_null(strstr(json, "Økonomi – år for år"));
    assert_non_null(strstr(json, "\"u:ii\""));
    assert_non_null(strstr(json, "\"/St\": 7"));
    hj_buf_free(&pdf);
    close_book(b);
    free(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_letter_is_sound),
        cmocka_unit_test(test_all_paint_is_marked),
        cmocka_unit_test(test_same_bytes),
        cmocka_unit_test(test_link_over_pages),
        cmocka_unit_test(test_awkward_title),
        cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_no_claim),
        cmocka_unit_test(test_attachment),
        cmocka_unit_test(test_hyphens_are_told_apart),
        cmocka_unit_test(test_pen_stays_in_step),
        cmocka_unit_test(test_pictures),
        cmocka_unit_test(test_refused_jpegs),
        cmocka_unit_test(test_bookmarks_and_labels),
    };
    return cmocka_run_group_tests(tests, group_up, group_down);
}
