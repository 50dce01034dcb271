/* paint/: PNG and JPEG of every kind, as tests/pictures/make.c writes them: all show one. */
#include "paint_fixture.h"

#include "paint/internal.h"

typedef struct shelf {
    hj_arena *arena;
    hj_diags *diags;
    hj_pictures *pictures;
} shelf;

static shelf open_shelf(void)
{
    shelf s = {.arena = hj_arena_new()};
    s.diags = hj_diags_new(s.arena, HJ_LANG_EN);
    s.pictures = hj_pictures_new(s.arena, NULL, "tests/fo/bilder", NULL);
    return s;
}

static const hj_picture *get(shelf *s, const char *name)
{
    return hj_pictures_get(s->pictures, name, HJ_AT("brev.fo", 7), s->diags);
}

/* The colour at a point of the picture as it is seen, in parts of its width and height, from its
 * decoded pixels; over white where it is transparent. */
static void seen(const hj_raster *r, const uint8_t *pixels, const uint8_t *alpha, double u,
                 double v, int rgb[3])
{
    const hj_matrix m = hj_raster_matrix(r, 0, 0, 1, 1);
    double d = m.a * m.d - m.b * m.c;
    double x = (m.d * (u - m.e) - m.c * (v - m.f)) / d, y = (m.a * (v - m.f) - m.b * (u - m.e)) / d;
    assert_true(x > 0 && x < 1 && y > 0 && y < 1);
    size_t at = (size_t)(y * r->height) * (size_t)r->width + (size_t)(x * r->width);
    int a = alpha ? alpha[at] : 255;
    for (int i = 0; i < 3; i++) {
        int c = pixels[at * (size_t)r->channels + (size_t)(r->channels == 3 ? i : 0)];
        rgb[i] = (c * a + 255 * (255 - a)) / 255;
    }
}

static void check_colours(const char *name, const hj_raster *r, bool grey, bool faded, int slack)
{
    static const struct {
        double u, v;
        int rgb[3], alpha;
    } points[] = {{0.3, 0.25, {200, 30, 30}, 200}, {0.8, 0.25, {30, 160, 60}, 128},
                  {0.3, 0.75, {40, 60, 190}, 255}, {0.02, 0.5, {255, 255, 255}, 255}};
    uint8_t *pixels, *alpha;
    assert_true(hj_raster_decode(r, &pixels, &alpha));
    assert_int_equal(alpha != NULL, r->has_alpha);
    for (size_t i = 0; i < HJ_COUNT(points); i++) {
        int found[3];
        seen(r, pixels, alpha, points[i].u, points[i].v, found);
        const int *c = points[i].rgb;
        int mean = (c[0] * 30 + c[1] * 59 + c[2] * 11) / 100;
        for (int k = 0; k < 3; k++) {
            int want = grey ? mean : c[k], a = faded ? points[i].alpha : 255;
            want = (want * a + 255 * (255 - a)) / 255;
            if (abs(found[k] - want) > slack)
                print_error("%s at %g %g, channel %d: %d, not %d\n", name, points[i].u, points[i].v,
                            k, found[k], want);
            assert_true(abs(found[k] - want) <= slack);
        }
    }
    free(pixels);
    free(alpha);
}

static void test_png(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        bool grey, alpha, rows; /* rows: a PDF takes them as they are */
        int slack;
    } files[] = {
        {"grey-2.png", true, false, true, 43},        {"grey-4.png", true, false, true, 9},
        {"grey-8.png", true, false, true, 0},         {"grey-16.png", true, false, false, 0},
        {"palette-2.png", false, false, true, 0},     {"palette-4.png", false, false, true, 0},
        {"palette-8.png", false, false, true, 0},     {"rgb-8.png", false, false, true, 0},
        {"rgb-16.png", false, false, false, 0},       {"grey-alpha-8.png", true, true, false, 0},
        {"grey-alpha-16.png", true, true, false, 0},  {"rgb-alpha-8.png", false, true, false, 0},
        {"rgb-alpha-16.png", false, true, false, 0},
        {"interlaced-rgb-8.png", false, false, false, 0},
        {"interlaced-palette-4.png", false, false, false, 0},
        {"interlaced-rgb-alpha-16.png", false, true, false, 0},
        {"opaque-rgb-alpha-8.png", false, false, false, 0},
        {"dense-rgb-8.png", false, false, true, 0},
    };
    shelf s = open_shelf();
    for (size_t i = 0; i < HJ_COUNT(files); i++) {
        const hj_picture *p = get(&s, files[i].name);
        assert_non_null(p);
        if (p->raster->has_alpha != files[i].alpha || !p->raster->rows == files[i].rows)
            print_error("%s\n", files[i].name);
        assert_int_equal(p->raster->has_alpha, files[i].alpha);
        assert_int_equal(p->raster->rows != NULL, files[i].rows);
        check_colours(files[i].name, p->raster, files[i].grey, files[i].alpha, files[i].slack);
    }
    { /* black and white: darker or lighter than half */
        const char *const names[] = {"grey-1.png", "interlaced-grey-1.png"};
        for (int i = 0; i < 2; i++) {
            uint8_t *pixels, *alpha;
            const hj_raster *r = get(&s, names[i])->raster;
            assert_true(hj_raster_decode(r, &pixels, &alpha));
            assert_null(alpha);
            assert_int_equal(pixels[0], 255);
            assert_int_equal(pixels[5], 0);
            free(pixels);
        }
    }
    assert_int_equal(s.diags->errors, 0);
    hj_arena_free(s.arena);
}

/* A colour key, a palette with opacities, linear samples. */
static void test_png_colours(void **state)
{
    (void)state;
    shelf s = open_shelf();
    uint8_t *pixels, *alpha;
    const hj_raster *r = get(&s, "keyed-rgb-8.png")->raster;
    assert_true(hj_raster_decode(r, &pixels, &alpha));
    assert_int_equal(alpha[20], 0); /* the green part is the key */
    assert_int_equal(alpha[5], 255);
    free(pixels);
    free(alpha);
    r = get(&s, "keyed-palette-2.png")->raster;
    assert_non_null(r->rows); /* its rows stay; only the opacity is made */
    assert_int_equal(r->n_palette, 4);
    assert_true(hj_raster_decode(r, &pixels, &alpha));
    assert_int_equal(alpha[5], 255);
    assert_int_equal(alpha[20], 128);
    assert_int_equal(alpha[10 * 24 + 5], 0);
    free(pixels);
    free(alpha);
    r = get(&s, "linear-rgb-8.png")->raster;
    assert_null(r->rows);
    assert_true(hj_raster_decode(r, &pixels, &alpha));
    assert_in_range(pixels[3 * 5], 226, 230); /* (200/255)^(1/2.2) */
    assert_in_range(pixels[3 * 5 + 1], 94, 99);
    assert_int_equal(pixels[0], 255);
    free(pixels);
    hj_arena_free(s.arena);
}

static void test_jpeg(void **state)
{
    (void)state;
    static const char *const names[] = {"rgb.jpg", "progressive.jpg", "stored-rgb.jpg",
                                        "centimetres.jpg", "no-density.jpg"};
    shelf s = open_shelf();
    for (size_t i = 0; i < HJ_COUNT(names); i++) {
        const hj_raster *r = get(&s, names[i])->raster;
        assert_int_equal(r->stored_rgb, i == 2);
        check_colours(names[i], r, false, false, 30);
    }
    check_colours("grey.jpg", get(&s, "grey.jpg")->raster, true, false, 30);
    check_colours("progressive-grey.jpg", get(&s, "progressive-grey.jpg")->raster, true, false, 30);
    assert_int_equal(s.diags->errors, 0);
    hj_arena_free(s.arena);
}

/* However it is stored, it is seen upright: EXIF 2.32, tag 274. The eight files hold one and the
 * same stored picture, so what is seen is that, turned. */
static void test_turns(void **state)
{
    (void)state;
    /* where the stored picture's red corner (above left) is seen */
    static const struct {
        double u, v;
    } corners[] = {{0.2, 0.1}, {0.8, 0.1}, {0.8, 0.9}, {0.2, 0.9},
                   {0.1, 0.2}, {0.9, 0.2}, {0.9, 0.8}, {0.1, 0.8}};
    /* and its green one (above right) */
    static const struct {
        double u, v;
    } others[] = {{0.8, 0.1}, {0.2, 0.1}, {0.2, 0.9}, {0.8, 0.9},
                  {0.1, 0.8}, {0.9, 0.8}, {0.9, 0.2}, {0.1, 0.2}};
    shelf s = open_shelf();
    for (int turn = 1; turn <= 8; turn++) {
        char name[24];
        snprintf(name, sizeof name, "turn-%d.jpg", turn);
        const hj_picture *p = get(&s, name);
        assert_non_null(p);
        assert_int_equal(p->raster->turn, turn);
        assert_int_equal(p->width, turn > 4 ? 16000 : 24000); /* EXIF says 72 to the inch */
        assert_int_equal(p->height, turn > 4 ? 24000 : 16000);
        uint8_t *pixels, *alpha;
        int red[3], green[3];
        assert_true(hj_raster_decode(p->raster, &pixels, &alpha));
        seen(p->raster, pixels, alpha, corners[turn - 1].u, corners[turn - 1].v, red);
        seen(p->raster, pixels, alpha, others[turn - 1].u, others[turn - 1].v, green);
        if (red[0] < 150 || red[1] > 80 || green[1] < 110 || green[0] > 80)
            print_error("%s: %d %d, %d %d\n", name, red[0], red[1], green[0], green[1]);
        assert_true(red[0] > 150 && red[1] < 80);
        assert_true(green[1] > 110 && green[0] < 80);
        free(pixels);
    }
    const hj_picture *p = get(&s, "turned-rgb-8.png");
    assert_int_equal(p->raster->turn, 6);
    assert_true(p->width < p->height);
    hj_arena_free(s.arena);
    s = open_shelf(); /* FOP takes it as it lies */
    hj_pictures_manner(s.pictures, false, &hj_readings_fop);
    p = get(&s, "turn-6.jpg");
    assert_int_equal(p->raster->turn, 1);
    assert_int_equal(p->width, 24000);
    assert_int_equal(p->height, 16000);
    hj_arena_free(s.arena);
}

static void test_natural_sizes(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        hj_len w, h; /* XSL: 96 dpi unless told */
        hj_len fop_w, fop_h;
    } files[] = {
        {"rgb-8.png", 18000, 12000, 24000, 16000},
        {"dense-rgb-8.png", 12000, 15999 + 1, 12000, 16000}, /* 5669 and 2835 to the metre */
        {"rgb.jpg", 12000, 8000, 12000, 8000},
        {"centimetres.jpg", 17008, 22677, 17008, 22677}, /* 40 and 20 to the centimetre */
        {"no-density.jpg", 18000, 12000, 24000, 16000},
    };
    for (int fop = 0; fop < 2; fop++) {
        shelf s = open_shelf();
        hj_pictures_manner(s.pictures, false, fop ? &hj_readings_fop : &hj_readings_xsl);
        for (size_t i = 0; i < HJ_COUNT(files); i++) {
            const hj_picture *p = get(&s, files[i].name);
            hj_len w = fop ? files[i].fop_w : files[i].w, h = fop ? files[i].fop_h : files[i].h;
            if (abs(p->width - w) > 2 || abs(p->height - h) > 2)
                print_error("%s: %d %d, not %d %d\n", files[i].name, p->width, p->height, w, h);
            assert_true(abs(p->width - w) <= 2 && abs(p->height - h) <= 2);
        }
        hj_arena_free(s.arena);
    }
}

/* ---- refused ---- */

static char folder[] = "/tmp/hjemmel-raster-XXXXXX";

static char *whole(hj_arena *arena, const char *name, size_t *n)
{
    char path[200];
    snprintf(path, sizeof path, "tests/fo/bilder/%s", name);
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    char *bytes = hj_file_read(arena, path, 1 << 20, n, diags);
    assert_non_null(bytes);
    return bytes;
}

/* The code and message for these bytes as a picture; NULL when they are one. In arena. */
static const char *told(hj_arena *arena, const void *bytes, size_t n)
{
    char path[100];
    snprintf(path, sizeof path, "%s/x", folder);
    hj_arena *own = hj_arena_new();
    hj_diags *diags = hj_diags_new(own, HJ_LANG_EN);
    FILE *f = fopen(path, "wb"); /* without waiting for the disk, as hj_file_write does */
    assert_non_null(f);
    fwrite(bytes, 1, n, f);
    fclose(f);
    hj_pictures *pictures = hj_pictures_new(own, NULL, folder, NULL);
    const hj_picture *p = hj_pictures_get(pictures, "x", HJ_AT("brev.fo", 7), diags);
    const char *text = NULL;
    if (p) {
        assert_int_equal(diags->errors, 0);
        uint8_t *pixels, *alpha;
        assert_true(hj_raster_decode(p->raster, &pixels, &alpha));
        free(pixels);
        free(alpha);
    } else {
        assert_true(diags->errors > 0);
        text = hj_arena_printf(arena, "%s %s", diags->first->code, diags->first->message);
    }
    hj_arena_free(own);
    return text;
}

static void says(const char *text, const char *code, const char *word)
{
    assert_non_null(text);
    if (strncmp(text, code, strlen(code)) != 0 || !strstr(text, word))
        print_error("%s\n", text);
    assert_int_equal(strncmp(text, code, strlen(code)), 0);
    assert_non_null(strstr(text, word));
}

static void test_refused(void **state)
{
    (void)state;
    hj_arena *arena = hj_arena_new();
    size_t n;
    char *cmyk = whole(arena, "cmyk.jpg", &n);
    says(told(arena, cmyk, n), "HJ-PAINT-024", "CMYK");
    char *arithmetic = whole(arena, "arithmetic.jpg", &n);
    says(told(arena, arithmetic, n), "HJ-PAINT-025", "arithmetic");
    char *jpeg = whole(arena, "rgb.jpg", &n), *frame = memmem(jpeg, n, "\xff\xc0", 2);
    assert_non_null(frame);
    frame[1] = (char)0xc3;
    says(told(arena, jpeg, n), "HJ-PAINT-025", "lossless");
    frame[1] = (char)0xc7;
    says(told(arena, jpeg, n), "HJ-PAINT-025", "hierarchical");
    frame[1] = (char)0xc0;
    frame[4] = 12;
    says(told(arena, jpeg, n), "HJ-PAINT-025", "8 bits");
    frame[4] = 8;
    frame[5] = frame[7] = (char)0xff; /* 65 000 pixels square */
    says(told(arena, jpeg, n), "HJ-PAINT-021", "pixels");
    char *png = whole(arena, "rgb-8.png", &n);
    png[n - 30] ^= 1; /* in the rows */
    says(told(arena, png, n), "HJ-PAINT-022", "IDAT");
    hj_arena_free(arena);
}

/* A file that ends too early is refused wherever it ends, and no wrong byte does more than that. */
static void test_damaged(void **state)
{
    (void)state;
    static const char *const names[] = {"rgb-8.png", "keyed-palette-2.png", "dense-rgb-8.png",
                                        "interlaced-rgb-alpha-16.png", "turn-6.jpg",
                                        "progressive.jpg", "grey.jpg"};
    hj_arena *arena = hj_arena_new();
    for (size_t i = 0; i < HJ_COUNT(names); i++) {
        size_t n;
        char *bytes = whole(arena, names[i], &n);
        assert_null(told(arena, bytes, n));
        for (size_t cut = 0; cut < n; cut += i < 4 ? 1 : 7)
            if (!told(arena, bytes, cut))
                fail_msg("%s is taken for whole with %zu bytes of %zu", names[i], cut, n);
        for (size_t at = 0; at < n; at += i < 4 ? 1 : 5)
            for (int bit = 0; bit < 8; bit += 3) {
                bytes[at] ^= (char)(1 << bit);
                told(arena, bytes, n);
                bytes[at] ^= (char)(1 << bit);
            }
    }
    hj_arena_free(arena);
}

static int up(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int down(void **state)
{
    (void)state;
    char command[100];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return system(command);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_png),     cmocka_unit_test(test_png_colours),
        cmocka_unit_test(test_jpeg),    cmocka_unit_test(test_turns),
        cmocka_unit_test(test_refused), cmocka_unit_test(test_natural_sizes),
        cmocka_unit_test(test_damaged),
    };
    return cmocka_run_group_tests(tests, up, down);
}
