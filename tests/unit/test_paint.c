/* paint/: the walk, where pictures may be read from, broken pictures, the cairo canvas. */
#include "paint_fixture.h"

#include <cairo.h>
#include <sys/stat.h>

static char folder[] = "/tmp/hjemmel-paint-XXXXXX";

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

static void put_file(const char *name, const void *bytes, size_t n)
{
    char path[200];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, n, f), n);
    fclose(f);
}

/* ---- the walk ---- */

static char *trace_of(book *b)
{
    hj_buf out = {0};
    finish_book(b);
    hj_pictures *pictures = hj_pictures_new(b->arena, fonts, folder, NULL);
    assert_true(hj_paint(&b->areas, pictures, hj_trace_canvas(b->arena), b->arena, &out, b->diags));
    char *text = hj_arena_strdup(b->arena, out.data);
    hj_buf_free(&out);
    return text;
}

/* A mark comes before the first paint and at each change, and not otherwise. */
static void test_marks(void **state)
{
    (void)state;
    book *b = malloc(sizeof *b);
    open_book(b);
    add_page(b);
    hj_tag *leaf = add_leaf(b, add_tag(b, b->document, "P"));
    add_area(b, HJ_AREA_RECT, leaf, 0, 0, 1000, 1000);
    add_area(b, HJ_AREA_RECT, leaf, 2000, 0, 1000, 1000);
    add_area(b, HJ_AREA_RECT, NULL, 0, 0, 1000, 1000)->artifact = HJ_ARTIFACT_FOOTER;
    add_area(b, HJ_AREA_RECT, NULL, 0, 0, 1000, 1000)->artifact = HJ_ARTIFACT_FOOTER;
    add_area(b, HJ_AREA_RECT, NULL, 0, 0, 1000, 1000)->artifact = HJ_ARTIFACT_WATERMARK;
    add_area(b, HJ_AREA_RECT, leaf, 0, 0, 1000, 1000)->color = 0; /* transparent: not a mark */
    add_page(b);
    add_area(b, HJ_AREA_RECT, leaf, 0, 0, 1000, 1000);
    const char *box = "fill 000000ff M 0 0 L 1000 0 L 1000 1000 L 0 1000 Z\n";
    char *wanted = hj_arena_printf(
        b->arena, "page 0 595276 841890\nmark P 2\n%s"
        "fill 000000ff M 2000 0 L 3000 0 L 3000 1000 L 2000 1000 Z\n"
        "mark artifact footer\n%s%smark artifact watermark\n%send\n"
        "page 1 595276 841890\nmark P 2\n%send\n", box, box, box, box, box);
    assert_string_equal(trace_of(b), wanted);
    close_book(b);
    free(b);
}

static const char *rule_of(book *b, hj_len w, hj_len h, hj_len thickness, hj_border_style style)
{
    open_book(b);
    add_page(b);
    add_rule(b, NULL, 10000, 20000, w, h, thickness, style);
    char *text = strstr(trace_of(b), "layout\n");
    return text ? text + strlen("layout\n") : "end\n";
}

static void test_rules(void **state)
{
    (void)state;
    static const struct {
        hj_len w, h, thickness;
        hj_border_style style;
        const char *calls;
    } cases[] = {
        {30000, 0, 1000, HJ_BORDER_SOLID,
         "fill 000000ff M 10000 19500 L 40000 19500 L 40000 20500 L 10000 20500 Z\nend\n"},
        {0, 30000, 1000, HJ_BORDER_SOLID,
         "fill 000000ff M 9500 20000 L 10500 20000 L 10500 50000 L 9500 50000 Z\nend\n"},
        /* 30 = 3 + 5 * (3 + 2.4): ink at both ends */
        {30000, 0, 1000, HJ_BORDER_DASHED,
         "stroke 000000ff width 1000 cap 0 join 0 dash 3000 2400 M 10000 20000 L 40000 20000\nend\n"},
        {0, 10000, 1000, HJ_BORDER_DOTTED,
         "stroke 000000ff width 1000 cap 1 join 0 dash 0 1800 M 10000 20500 L 10000 29510\nend\n"},
        {30000, 0, 3000, HJ_BORDER_DOUBLE,
         "fill 000000ff M 10000 20500 L 40000 20500 L 40000 21500 L 10000 21500 Z\n"
         "fill 000000ff M 10000 18500 L 40000 18500 L 40000 19500 L 10000 19500 Z\nend\n"},
        {2000, 0, 1000, HJ_BORDER_DASHED, /* too short for a pattern */
         "fill 000000ff M 10000 19500 L 12000 19500 L 12000 20500 L 10000 20500 Z\nend\n"},
        {30000, 0, 1000, HJ_BORDER_NONE, "end\n"},
        {0, 0, 1000, HJ_BORDER_DOUBLE, "end\n"},
    };
    for (size_t i = 0; i < HJ_COUNT(cases); i++) {
        book *b = malloc(sizeof *b);
        assert_string_equal(rule_of(b, cases[i].w, cases[i].h, cases[i].thickness, cases[i].style),
                            cases[i].calls);
        close_book(b);
        free(b);
    }
}

static void test_groups(void **state)
{
    (void)state;
    book *b = malloc(sizeof *b);
    open_book(b);
    add_page(b);
    hj_area *a = add_area(b, HJ_AREA_SAVE, NULL, 1000, 2000, 3000, 4000);
    a->u.save.a = a->u.save.d = 0;
    a->u.save.b = 1000;
    a->u.save.c = -1000;
    a->u.save.e = 50000;
    a->u.save.f = 60000;
    a->u.save.clip = true;
    add_area(b, HJ_AREA_RECT, NULL, 0, 0, 1000, 1000);
    add_area(b, HJ_AREA_RESTORE, NULL, 0, 0, 0, 0);
    assert_string_equal(trace_of(b),
        "page 0 595276 841890\nsave\ntransform 0 1000 -1000 0 50000 60000\n"
        "clip M 1000 2000 L 4000 2000 L 4000 6000 L 1000 6000 Z\nmark artifact layout\n"
        "fill 000000ff M 0 0 L 1000 0 L 1000 1000 L 0 1000 Z\nrestore\nend\n");
    close_book(b);
    free(b);
}

/* A path's points are counted from its area's corner; the tag is told before it. */
static void test_shapes(void **state)
{
    (void)state;
    static const uint8_t ops[] = {HJ_MOVE, HJ_CURVE, HJ_LINE, HJ_CLOSE};
    static const double xy[] = {0, 0, 1000, 0, 2000, 1000, 3000, 3000, 500, 4000};
    static const hj_path path = {ops, xy, HJ_COUNT(ops)};
    static const hj_stroke pen = {.width = 700, .miter_limit = 10, .cap = 1, .dash = {300, 200},
                                  .n_dash = 2};
    book *b = malloc(sizeof *b);
    open_book(b);
    add_page(b);
    hj_tag *leaf = add_leaf(b, add_tag(b, b->document, "Figure"));
    hj_area *a = add_area(b, HJ_AREA_PATH, leaf, 10000, 20000, 0, 0);
    a->u.path.path = &path;
    a = add_area(b, HJ_AREA_PATH, leaf, 10000, 20000, 0, 0);
    a->u.path.path = &path;
    a->u.path.stroke = &pen;
    a->color = 0x0f6673ff;
    a = add_area(b, HJ_AREA_PATH, leaf, 0, 0, 0, 0);
    a->u.path.path = &path;
    a->color = 0; /* transparent: nothing */
    const char *points = "M 10000 20000 C 11000 20000 12000 21000 13000 23000 L 10500 24000 Z\n";
    assert_string_equal(trace_of(b), hj_arena_printf(b->arena,
        "page 0 595276 841890\nmark Figure 2\nfill 000000ff %s"
        "stroke 0f6673ff width 700 cap 1 join 0 dash 300 200 %send\n", points, points));
    close_book(b);
    free(b);
}

/* A link in a footer has no place in the reading order: said, and set as text. */
static void test_link_in_artifact(void **state)
{
    (void)state;
    book *b = malloc(sizeof *b);
    open_book(b);
    add_page(b);
    add_area(b, HJ_AREA_LINK, NULL, 0, 0, 1000, 1000)->u.link.uri = "https://x.no";
    assert_null(strstr(trace_of(b), "link"));
    assert_int_equal(b->diags->warnings, 1);
    assert_string_equal(b->diags->first->code, "HJ-PAINT-001");
    close_book(b);
    free(b);
}

/* ---- where pictures may be read from ---- */

static const char dot[] = "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'>"
                          "<rect width='4' height='4'/></svg>";

/* NULL when uri can be used; else the code of the first error. */
static const char *fault_of(const char *uri, const char *base, const char *const *roots,
                            hj_place *place)
{
    static char code[16];
    hj_arena *arena = hj_arena_new();
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    hj_pictures *pictures = hj_pictures_new(arena, NULL, base, roots);
    hj_picture_source source = hj_pictures_source(pictures);
    hj_len w, h;
    bool good = source.measure(source.self, uri, NULL, HJ_AT("brev.fo", 3), &w, &h, diags);
    assert_int_equal(good, diags->errors == 0);
    if (!good) {
        snprintf(code, sizeof code, "%s", diags->first->code);
        if (place)
            place->line = diags->first->place.line;
    }
    hj_arena_free(arena);
    return good ? NULL : code;
}

static void test_paths(void **state)
{
    (void)state;
    char inner[200], outside[200], link[200], address[300];
    snprintf(inner, sizeof inner, "%s/maler", folder);
    mkdir(inner, 0700);
    put_file("maler/dot.svg", dot, strlen(dot));
    put_file("maler/bl\xc3\xa5 prikk.svg", dot, strlen(dot));
    put_file("ute.svg", dot, strlen(dot));
    snprintf(link, sizeof link, "%s/maler/lenke.svg", folder);
    snprintf(outside, sizeof outside, "%s/ute.svg", folder);
    assert_int_equal(symlink(outside, link), 0);
    assert_null(fault_of("dot.svg", inner, NULL, NULL));
    assert_null(fault_of("file:dot.svg", inner, NULL, NULL));
    assert_null(fault_of("bl%C3%A5%20prikk.svg", inner, NULL, NULL));
    assert_null(fault_of("../maler/dot.svg", inner, NULL, NULL));
    snprintf(address, sizeof address, "file://%s/dot.svg", inner);
    assert_null(fault_of(address, inner, NULL, NULL));
    assert_string_equal(fault_of("../ute.svg", inner, NULL, NULL), "HJ-PAINT-013");
    assert_string_equal(fault_of("%2e%2e/ute.svg", inner, NULL, NULL), "HJ-PAINT-013");
    assert_string_equal(fault_of("lenke.svg", inner, NULL, NULL), "HJ-PAINT-013");
    assert_string_equal(fault_of(outside, inner, NULL, NULL), "HJ-PAINT-013");
    assert_string_equal(fault_of("/etc/passwd", inner, NULL, NULL), "HJ-PAINT-013");
    assert_string_equal(fault_of("borte.svg", inner, NULL, NULL), "HJ-PAINT-012");
    assert_string_equal(fault_of("dot.svg%00.png", inner, NULL, NULL), "HJ-PAINT-011");
    assert_string_equal(fault_of("https://x.no/dot.svg", inner, NULL, NULL), "HJ-PAINT-011");
    assert_string_equal(fault_of("data:image/png;base64,AAAA", inner, NULL, NULL), "HJ-PAINT-016");
    assert_string_equal(fault_of("data:image/png;base64,A*AA", inner, NULL, NULL), "HJ-PAINT-018");
    assert_string_equal(fault_of("data:image/png", inner, NULL, NULL), "HJ-PAINT-018");
    assert_string_equal(fault_of("data:,", inner, NULL, NULL), "HJ-PAINT-018");
    assert_null(fault_of("data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9z\n"
                         "dmciIHdpZHRoPSI0IiBoZWlnaHQ9IjQiLz4=", inner, NULL, NULL));
    assert_null(fault_of("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='4' "
                         "height='4'/%3E", inner, NULL, NULL));
    assert_string_equal(fault_of("", inner, NULL, NULL), "HJ-PAINT-010");
    const char *const roots[] = {folder, NULL};
    assert_null(fault_of("../ute.svg", inner, roots, NULL));
    assert_null(fault_of("ute.svg", inner, roots, NULL));
    /* a folder whose name only begins alike is not below */
    char sibling[220];
    snprintf(sibling, sizeof sibling, "%s-2", inner);
    mkdir(sibling, 0700);
    put_file("maler-2/dot.svg", dot, strlen(dot));
    assert_string_equal(fault_of("../maler-2/dot.svg", inner, NULL, NULL), "HJ-PAINT-013");
}

static void test_broken_pictures(void **state)
{
    (void)state;
    static const char huge_png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xff\xff\0\0\xff\xff\x08\x02\0\0\0"
                                   "\x7d\x2b\x2f\x6a";
    put_file("huge.png", huge_png, sizeof huge_png - 1);
    put_file("short.png", huge_png, 20);
    put_file("short.jpg", "\xff\xd8\xff\xe0\0\x10JFIF", 10);
    put_file("text.png", "hei", 3);
    put_file("empty.png", "", 0);
    const char *laugh = "<!DOCTYPE svg [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]>"
                        "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'>&b;</svg>";
    put_file("laugh.svg", laugh, strlen(laugh));
    const char *torn = "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'>\n<rect>\n";
    put_file("torn.svg", torn, strlen(torn));
    const char *blur = "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'>\n\n<blur/></svg>";
    put_file("blur.svg", blur, strlen(blur));
    assert_non_null(fault_of("huge.png", folder, NULL, NULL));
    assert_string_equal(fault_of("short.png", folder, NULL, NULL), "HJ-PAINT-022");
    assert_string_equal(fault_of("short.jpg", folder, NULL, NULL), "HJ-PAINT-023");
    assert_string_equal(fault_of("text.png", folder, NULL, NULL), "HJ-PAINT-016");
    assert_string_equal(fault_of("empty.png", folder, NULL, NULL), "HJ-PAINT-016");
    assert_string_equal(fault_of("laugh.svg", folder, NULL, NULL), "HJ-PAINT-015");
    hj_place place = {0};
    assert_string_equal(fault_of("torn.svg", folder, NULL, &place), "HJ-PAINT-014");
    assert_in_range(place.line, 2, 3);
    assert_string_equal(fault_of("blur.svg", folder, NULL, &place), "HJ-PAINT-030");
    assert_int_equal(place.line, 3); /* of the SVG file */
}

/* The store keeps a file and sees that it has changed. */
static void test_store_sees_changes(void **state)
{
    (void)state;
    put_file("skifter.svg", dot, strlen(dot));
    hj_arena *arena = hj_arena_new();
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    hj_pictures *pictures = hj_pictures_new(arena, NULL, folder, NULL);
    hj_picture_source source = hj_pictures_source(pictures);
    hj_len w, h;
    assert_true(source.measure(source.self, "skifter.svg", NULL, HJ_NOWHERE, &w, &h, diags));
    assert_int_equal(w, 3000);
    size_t used = hj_arena_used(arena);
    assert_true(source.measure(source.self, "skifter.svg", NULL, HJ_NOWHERE, &w, &h, diags));
    assert_int_equal(hj_arena_used(arena), used); /* nothing was read again */
    const char *larger = "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='4'/>";
    put_file("skifter.svg", larger, strlen(larger));
    assert_true(source.measure(source.self, "skifter.svg", NULL, HJ_NOWHERE, &w, &h, diags));
    assert_int_equal(w, 300000);
    hj_arena_free(arena);
}

/* ---- cairo ---- */

static hj_buf draw(book *b, hj_cairo_format format, double dpi)
{
    hj_buf out = {0};
    hj_pictures *pictures = hj_pictures_new(b->arena, fonts, folder, NULL);
    hj_canvas *canvas = hj_cairo_canvas(format, &b->areas, &b->info, dpi, b->arena);
    bool made = format == HJ_CAIRO_PDF
                    ? hj_paint(&b->areas, pictures, canvas, b->arena, &out, b->diags)
                    : hj_paint_page(&b->areas, 0, pictures, canvas, b->arena, &out, b->diags);
    assert_true(made);
    return out;
}

typedef struct reader {
    const hj_buf *bytes;
    size_t at;
} reader;

static cairo_status_t read_bytes(void *closure, unsigned char *data, unsigned n)
{
    reader *r = closure;
    if (r->bytes->len - r->at < n)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(data, r->bytes->data + r->at, n);
    r->at += n;
    return CAIRO_STATUS_SUCCESS;
}

static void test_png(void **state)
{
    (void)state;
    book *b = malloc(sizeof *b);
    open_book(b);
    letter(b);
    finish_book(b);
    hj_buf png = draw(b, HJ_CAIRO_PNG, 100);
    reader r = {&png, 0};
    cairo_surface_t *s = cairo_image_surface_create_from_png_stream(read_bytes, &r);
    assert_int_equal(cairo_surface_status(s), CAIRO_STATUS_SUCCESS);
    assert_int_equal(cairo_image_surface_get_width(s), 827);
    assert_int_equal(cairo_image_surface_get_height(s), 1170);
    const unsigned char *data = cairo_image_surface_get_data(s);
    const uint32_t *row = (const void *)(data + 10 * cairo_image_surface_get_stride(s));
    assert_int_equal(row[400] & 0xffffff, 0x1b4f72); /* the head of the letter */
    int ink = 0; /* the heading, baseline 40 mm down */
    for (int y = 140; y < 158; y++) {
        row = (const void *)(data + y * cairo_image_surface_get_stride(s));
        for (int x = 98; x < 460; x++)
            ink += (row[x] & 255) < 128;
    }
    assert_in_range(ink, 900, 3000);
    cairo_surface_destroy(s);
    hj_buf_free(&png);
    close_book(b);
    free(b);
}

static void test_cairo_is_deterministic(void **state)
{
    (void)state;
    static const hj_cairo_format formats[] = {HJ_CAIRO_PNG, HJ_CAIRO_SVG, HJ_CAIRO_PDF};
    for (size_t i = 0; i < HJ_COUNT(formats); i++) {
        hj_buf first = {0};
        for (int round = 0; round < 2; round++) {
            book *b = malloc(sizeof *b);
            open_book(b);
            letter(b);
            finish_book(b);
            hj_buf out = draw(b, formats[i], 72);
            if (round) {
                assert_int_equal(out.len, first.len);
                assert_memory_equal(out.data, first.data, first.len);
            }
            hj_buf_free(&first);
            first = out;
            close_book(b);
            free(b);
        }
        hj_buf_free(&first);
    }
}

static void test_cairo_limits(void **state)
{
    (void)state;
    book *b = malloc(sizeof *b);
    open_book(b);
    letter(b);
    finish_book(b);
    hj_buf out = {0};
    hj_pictures *pictures = hj_pictures_new(b->arena, fonts, folder, NULL);
    hj_canvas *canvas = hj_cairo_canvas(HJ_CAIRO_PNG, &b->areas, &b->info, 20000, b->arena);
    assert_false(hj_paint_page(&b->areas, 0, pictures, canvas, b->arena, &out, b->diags));
    assert_string_equal(b->diags->last->code, "HJ-PAINT-041");
    canvas = hj_cairo_canvas(HJ_CAIRO_PNG, &b->areas, &b->info, 100, b->arena);
    assert_false(hj_paint_page(&b->areas, 1, pictures, canvas, b->arena, &out, b->diags));
    assert_string_equal(b->diags->last->code, "HJ-PAINT-002");
    assert_int_equal(out.len, 0);
    hj_buf_free(&out);
    close_book(b);
    free(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_rules),
        cmocka_unit_test(test_groups),
        cmocka_unit_test(test_shapes),
        cmocka_unit_test(test_link_in_artifact),
        cmocka_unit_test(test_paths),
        cmocka_unit_test(test_broken_pictures),
        cmocka_unit_test(test_store_sees_changes),
        cmocka_unit_test(test_png),
        cmocka_unit_test(test_cairo_is_deterministic),
        cmocka_unit_test(test_cairo_limits),
    };
    return cmocka_run_group_tests(tests, group_up, group_down);
}
