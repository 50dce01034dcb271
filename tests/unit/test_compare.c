/* hjemmel --compat fop against FOP 2.8.
 *
 *   test_compare --words FILE.fo…    where every word stands, as tests/compare/FopWords.java tells
 *                                    it of FOP: "F file", "P width height", "W x y width size text" */
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
    return c <= ' ' || c == 0xa0 || (c >= 0x2000 && c <= 0x200b) || c == 0x202f || c == 0x205f || c == 0x3000;
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
        hj_pictures_manner(pictures, true, true);
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

int main(int argc, char **argv)
{
    link_fonts();
    hj_arena *arena = hj_arena_new();
    fonts = load_fonts(hj_diags_new(arena, HJ_LANG_EN));
    if (argc > 2 && strcmp(argv[1], "--words") == 0)
        for (int i = 2; i < argc; i++)
            words(stdout, argv[i]);
    hj_fonts_free(fonts);
    hj_arena_free(arena);
    unlink_fonts();
    return 0;
}
