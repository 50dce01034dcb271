/* hjemmel --compat fop against FOP 2.8.
 *
 *   test_compare --words FILE.fo…    where every word stands, as tests/compare/FopWords.java tells
 *                                    it of FOP: "F file", "P width height", "W x y width size text"
 *   test_compare                     tests/compare/fo against what fop.txt says FOP makes of it: pages,
 *                                    words of each page, and where they stand within a point, but for
 *                                    what known.txt names (tests/compare/README.md) */
#include "text_fixture.h"

#include <libxml/parser.h>

#include "layout/layout.h"
#include "paint/paint.h"

static hj_fonts *fonts;

typedef struct matrix { double a, b, c, d, e, f; } matrix;

static matrix times(matrix m, matrix n) /* n first */
{
    return (matrix){m.a * n.a + m.c * n.b, m.b * n.a + m.d * n.b, m.a * n.c + m.c * n.d,
                    m.b * n.c + m.d * n.d, m.a * n.e + m.c * n.f + m.e, m.b * n.e + m.d * n.f + m.f};
}

static bool is_blank(const char *p, const char *end)
{
    const char *q = p;
    uint32_t c = hj_utf8_next(&q, end);
    return c <= ' ' || c == 0xa0 || (c >= 0x2000 && c <= 0x200b) || c == 0x202f || c == 0x205f
           || c == 0x3000;
}

static void put(FILE *out, const matrix *m, double x0, double x1, double y, double size,
                const char *text, size_t len)
{
    double ax = m->a * x0 + m->c * y + m->e, ay = m->b * x0 + m->d * y + m->f;
    double bx = m->a * x1 + m->c * y + m->e;
    fprintf(out, "W %.2f %.2f %.2f %.2f ", ax / 1000, ay / 1000, (bx > ax ? bx - ax : ax - bx) / 1000,
            size / 1000);
    for (size_t i = 0; i < len; i++) { /* a hyphen that was set reads back as a soft one */
        bool soft = i + 1 < len && (unsigned char)text[i] == 0xc2 && (unsigned char)text[i + 1] == 0xad;
        fputc(soft ? '-' : text[i], out);
        i += soft;
    }
    fputc('\n', out);
}

static void glyphs(FILE *out, const matrix *m, const hj_area *a)
{
    const hj_run *run = a->u.glyphs.run;
    const char *end = run->text + run->text_len;
    double size = a->u.glyphs.size, pen = a->x, start = pen;
    uint32_t from = 0;
    bool inside = false;
    for (uint32_t g = 0; g < run->n_glyphs; g++) {
        const char *at = run->text + run->glyphs[g].cluster;
        bool blank = is_blank(at, end);
        if (blank && inside)
            put(out, m, start, pen, a->y, size, run->text + from, run->glyphs[g].cluster - from);
        if (!blank && !inside) {
            start = pen;
            from = run->glyphs[g].cluster;
        }
        inside = !blank;
        int own = hj_face_advance(run->face, run->glyphs[g].gid);
        if (inside && run->glyphs[g].advance > own + 60) { /* a leader's pattern, set apart */
            size_t next = g + 1 < run->n_glyphs ? run->glyphs[g + 1].cluster : run->text_len;
            put(out, m, start, pen + own * size / 1000, a->y, size, run->text + from, next - from);
            inside = false;
        }
        pen += run->glyphs[g].advance * size / 1000 + a->u.glyphs.letter_spacing;
        if (*at == ' ' || ((unsigned char)at[0] == 0xc2 && (unsigned char)at[1] == 0xa0))
            pen += a->u.glyphs.word_spacing;
    }
    if (inside)
        put(out, m, start, pen, a->y, size, run->text + from, run->text_len - from);
}

static void page(FILE *out, const hj_page *p)
{
    enum { DEEP = 64 };
    matrix saved[DEEP], now = {1, 0, 0, 1, 0, 0};
    int depth = 0;
    fprintf(out, "P %.2f %.2f\n", p->width / 1000.0, p->height / 1000.0);
    for (size_t i = 0; i < p->n_areas; i++) {
        const hj_area *a = &p->areas[i];
        if (a->kind == HJ_AREA_SAVE && depth < DEEP) {
            saved[depth++] = now;
            if (a->u.save.a || a->u.save.b)
                now = times(now, (matrix){a->u.save.a / 1000.0, a->u.save.b / 1000.0, a->u.save.c / 1000.0,
                                          a->u.save.d / 1000.0, a->u.save.e, a->u.save.f});
        } else if (a->kind == HJ_AREA_RESTORE && depth) {
            now = saved[--depth];
        } else if (a->kind == HJ_AREA_GLYPHS) {
            glyphs(out, &now, a);
        }
    }
}

static void words(FILE *out, const char *path)
{
    hj_arena *arena = hj_arena_new();
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    fprintf(out, "F %s\n", path);
    xmlDoc *doc = xmlReadFile(path, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
    hj_fo_options options = {.readings = &hj_readings_fop, .file = path};
    hj_fo_tree *tree = doc ? hj_fo_build(doc, &options, arena, diags) : NULL;
    if (tree) {
        hj_pictures *pictures = hj_pictures_new(arena, fonts, hj_path_dir(arena, path), NULL);
        hj_pictures_manner(pictures, true, &hj_readings_fop);
        hj_picture_source source = hj_pictures_source(pictures);
        hj_areas *areas = hj_layout(tree, fonts, &source, arena, diags);
        for (size_t i = 0; areas && i < areas->n_pages; i++)
            page(out, &areas->pages[i]);
    }
    if (diags->errors || diags->warnings) {
        hj_buf text = {0};
        hj_diags_text(diags, &text, false);
        for (char *line = strtok(text.data, "\n"); line; line = strtok(NULL, "\n"))
            fprintf(out, "E %s\n", line);
        hj_buf_free(&text);
    }
    hj_arena_free(arena);
    if (doc)
        xmlFreeDoc(doc);
}

/* ---- against what is stored of FOP ---- */

typedef struct word {
    double x, y, w;
    char *text;
    int page;
    bool found;
} word;

typedef struct told {
    char *name;
    word *list;
    size_t n, cap;
    int pages;
} told;

static void add_word(told *t, double x, double y, double w, const char *text)
{
    word *last = t->n ? &t->list[t->n - 1] : NULL;
    double gap = last ? x - last->x - last->w : 9;
    if (w >= 0 && last && last->page == t->pages && last->y - y < .02 && y - last->y < .02 && gap < .35
        && gap > -.35) { /* one word in two styles, or in two texts */
        last->text = realloc(last->text, strlen(last->text) + strlen(text) + 1);
        assert_non_null(last->text);
        strcat(last->text, text);
        last->w = x + w - last->x;
        return;
    }
    if (t->n == t->cap) {
        t->cap = t->cap ? t->cap * 2 : 64;
        t->list = realloc(t->list, t->cap * sizeof *t->list);
        assert_non_null(t->list);
    }
    t->list[t->n++] = (word){.x = x, .y = y, .w = w, .text = strdup(text), .page = t->pages};
}

static void forget(told *t)
{
    for (size_t i = 0; i < t->n; i++)
        free(t->list[i].text);
    free(t->list);
    free(t->name);
    *t = (told){0};
}

/* Ours, from what --words writes. */
static told ours(const char *path)
{
    told t = {0};
    char *text = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&text, &len);
    words(out, path);
    fclose(out);
    for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
        double x, y, w;
        int at = 0;
        if (line[0] == 'P')
            t.pages++;
        else if (line[0] == 'W' && sscanf(line, "W %lf %lf %lf %*f %n", &x, &y, &w, &at) == 3)
            add_word(&t, x, y, w, line + at);
    }
    free(text);
    return t;
}

static double off(double a, double b)
{
    return a > b ? a - b : b - a;
}

/* How many words stand elsewhere than FOP's, on another page, or are not there; pages count too. */
static int differences(const told *fop, told *mine, bool print)
{
    int bad = fop->pages == mine->pages ? 0 : 1;
    for (size_t i = 0; i < fop->n; i++) {
        const word *f = &fop->list[i];
        word *best = NULL;
        double least = 0;
        for (size_t k = 0; k < mine->n; k++) {
            word *m = &mine->list[k];
            double far = off(f->x, m->x) + off(f->y, m->y);
            if (!m->found && m->page == f->page && strcmp(f->text, m->text) == 0 && (!best || far < least)) {
                best = m;
                least = far;
            }
        }
        if (best)
            best->found = true;
        if (best && off(f->x, best->x) <= 1 && off(f->y, best->y) <= 1)
            continue;
        bad++;
        if (print)
            fprintf(stderr, "%s: page %d: %s should stand at %.1f %.1f\n", fop->name, f->page, f->text, f->x, f->y);
    }
    for (size_t k = 0; k < mine->n; k++) {
        bad += !mine->list[k].found;
        if (print && !mine->list[k].found)
            fprintf(stderr, "%s: page %d: %s is too many\n", fop->name, mine->list[k].page, mine->list[k].text);
    }
    return bad;
}

/* fop.txt: "F name", "P", and lines "y x word x word …"; known.txt: "name count reason". */
static int known(const char *name)
{
    FILE *f = fopen("tests/compare/known.txt", "r");
    assert_non_null(f);
    char line[512], which[128];
    int count, found = 0;
    while (fgets(line, sizeof line, f))
        if (sscanf(line, "%127s %d", which, &count) == 2 && strcmp(which, name) == 0)
            found = count;
    fclose(f);
    return found;
}

static int wrong, compared;

static void judge(told *fop)
{
    if (!fop->name)
        return;
    char path[256];
    snprintf(path, sizeof path, "tests/compare/fo/%s.fo", fop->name);
    told mine = ours(path);
    int bad = differences(fop, &mine, false), may = known(fop->name);
    compared++;
    if (bad != may)
        fprintf(stderr, "%s: %d differences, %d are known\n", fop->name, bad, may);
    if (bad > may) { /* fewer is a line of known.txt to mend */
        wrong++;
        for (size_t k = 0; k < mine.n; k++)
            mine.list[k].found = false;
        differences(fop, &mine, true);
    }
    forget(&mine);
    forget(fop);
}

static void test_against_fop(void **state)
{
    (void)state;
    FILE *f = fopen("tests/compare/fop.txt", "r");
    assert_non_null(f);
    told fop = {0};
    char *line = NULL;
    size_t cap = 0;
    wrong = compared = 0;
    for (ssize_t n; (n = getline(&line, &cap, f)) > 0;) {
        line[n - 1] = '\0';
        if (line[0] == 'F') {
            judge(&fop);
            fop.name = strdup(line + 2);
        } else if (line[0] == 'P') {
            fop.pages++;
        } else {
            char *at = line, *save = NULL;
            double y = strtod(at, &at);
            for (char *x = strtok_r(at, " ", &save), *text; x; x = strtok_r(NULL, " ", &save)) {
                text = strtok_r(NULL, " ", &save);
                assert_non_null(text);
                add_word(&fop, atof(x), y, -1, text);
            }
        }
    }
    judge(&fop);
    free(line);
    fclose(f);
    assert_true(compared > 150);
    assert_int_equal(wrong, 0);
}

int main(int argc, char **argv)
{
    link_fonts();
    hj_arena *arena = hj_arena_new();
    fonts = load_fonts(hj_diags_new(arena, HJ_LANG_EN));
    int result = 0;
    if (argc > 2 && strcmp(argv[1], "--words") == 0) {
        for (int i = 2; i < argc; i++)
            words(stdout, argv[i]);
    } else {
        const struct CMUnitTest tests[] = {cmocka_unit_test(test_against_fop)};
        result = cmocka_run_group_tests_name("compare", tests, NULL, NULL);
    }
    hj_fonts_free(fonts);
    hj_arena_free(arena);
    unlink_fonts();
    return result;
}
