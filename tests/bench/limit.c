/* limit: the floor the benchmark stands on. Paints text that is already broken into lines with bare
 * cairo, and nothing else: no XML, no rules, no layout, no tags, no tables' rules.
 *
 * No code of the engine is in it, so it gets neither slower nor faster with ours.
 *
 *   limit FILE.lines --mode paint|tag|full --letters N     one JSON line
 *   limit FILE.lines --mode paint --once OUT.pdf           one cold document
 *
 * tag: a P element round each paragraph and cell, which cairo writes one by one; full: shaping too.
 *
 * A line of the input: page x y size weight text   (pt from the top left; weight 400 or 700);
 * "P" alone begins a paragraph, "A" what belongs to none (headers, footers). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <hb-ft.h>
#include <hb.h>

typedef struct line {
    int page, bold;
    int paragraph; /* 1 …; 0: none */
    double x, y, size;
    char *text;
    cairo_glyph_t *glyphs;
    cairo_text_cluster_t *clusters;
    int n, n_clusters;
} line;

static FT_Library ft;
static FT_Face face[2];
static cairo_font_face_t *cairo_face[2];
static hb_font_t *hb[2];
static line *lines;
static size_t n_lines;
static size_t written;

static cairo_status_t count(void *closure, const unsigned char *data, unsigned length)
{
    if (closure)
        return fwrite(data, 1, length, closure) == length ? CAIRO_STATUS_SUCCESS
                                                           : CAIRO_STATUS_WRITE_ERROR;
    written += length;
    return CAIRO_STATUS_SUCCESS;
}

static void shape(line *l)
{
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, l->text, -1, 0, -1);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(hb[l->bold], buffer, NULL, 0);
    unsigned n;
    hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer, &n);
    hb_glyph_position_t *position = hb_buffer_get_glyph_positions(buffer, NULL);
    free(l->glyphs);
    free(l->clusters);
    l->glyphs = calloc(n + 1, sizeof *l->glyphs);
    l->clusters = calloc(n + 1, sizeof *l->clusters);
    l->n = (int)n;
    l->n_clusters = 0;
    double x = l->x, scale = l->size / 2048;
    for (unsigned i = 0; i < n; i++) {
        l->glyphs[i] = (cairo_glyph_t){info[i].codepoint, x, l->y};
        x += position[i].x_advance * scale;
        unsigned next = i + 1 < n ? info[i + 1].cluster : (unsigned)strlen(l->text);
        l->clusters[l->n_clusters++] = (cairo_text_cluster_t){(int)(next - info[i].cluster), 1};
    }
    hb_buffer_destroy(buffer);
}

static void document(FILE *out, const char *mode)
{
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(count, out, 595.276, 841.89);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2024-03-14T00:00:00Z");
    cairo_t *cr = cairo_create(surface);
    int tag = strcmp(mode, "tag") == 0, full = strcmp(mode, "full") == 0, page = 1;
    int open = 0;
    for (size_t i = 0; i < n_lines; i++) {
        line *l = &lines[i];
        if (tag && open && (l->paragraph != open || l->page > page)) {
            cairo_tag_end(cr, "P");
            open = 0;
        }
        for (; page < l->page; page++)
            cairo_show_page(cr);
        if (full)
            shape(l);
        cairo_set_font_face(cr, cairo_face[l->bold]);
        cairo_set_font_size(cr, l->size);
        if (tag && l->paragraph != open) {
            cairo_tag_begin(cr, "P", NULL);
            open = l->paragraph;
        }
        cairo_show_text_glyphs(cr, l->text, -1, l->glyphs, l->n, l->clusters, l->n_clusters, 0);
    }
    if (open)
        cairo_tag_end(cr, "P");
    cairo_show_page(cr);
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
        exit(1);
    cairo_surface_destroy(surface);
}

static double cpu_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
    const char *mode = "paint", *once = NULL;
    int letters = 300;
    for (int i = 2; i + 1 < argc; i += 2) {
        if (strcmp(argv[i], "--mode") == 0)
            mode = argv[i + 1];
        else if (strcmp(argv[i], "--letters") == 0)
            letters = atoi(argv[i + 1]);
        else if (strcmp(argv[i], "--once") == 0)
            once = argv[i + 1];
    }
    FILE *in = argc > 1 ? fopen(argv[1], "r") : NULL;
    if (!in || letters < 1)
        return 2;
    static const char *const names[] = {"LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"};
    FT_Init_FreeType(&ft);
    for (int i = 0; i < 2; i++) {
        char path[300];
        snprintf(path, sizeof path, "%s/%s", BENCH_FONTS, names[i]);
        if (FT_New_Face(ft, path, 0, &face[i])) {
            fprintf(stderr, "limit: cannot open %s\n", path);
            return 3;
        }
        FT_Set_Char_Size(face[i], 2048 * 64, 0, 72, 72);
        hb[i] = hb_ft_font_create(face[i], NULL);
        hb_font_set_scale(hb[i], 2048, 2048);
        cairo_face[i] = cairo_ft_font_face_create_for_ft_face(face[i], FT_LOAD_NO_HINTING);
    }
    char buffer[4096];
    size_t cap = 0;
    int paragraph = 0, paragraphs = 0;
    while (fgets(buffer, sizeof buffer, in)) {
        if (buffer[0] == 'P' || buffer[0] == 'A') {
            paragraph = buffer[0] == 'P' ? ++paragraphs : 0;
            continue;
        }
        line l = {.paragraph = paragraph};
        int weight, at = 0;
        if (sscanf(buffer, "%d %lf %lf %lf %d %n", &l.page, &l.x, &l.y, &l.size, &weight, &at) < 5)
            continue;
        buffer[strcspn(buffer, "\n")] = 0;
        l.bold = weight > 500;
        l.text = strdup(buffer + at);
        if (n_lines == cap)
            lines = realloc(lines, (cap = cap ? cap * 2 : 256) * sizeof *lines);
        shape(&l);
        lines[n_lines++] = l;
    }
    fclose(in);
    if (once) {
        FILE *out = fopen(once, "wb");
        if (!out)
            return 3;
        document(out, mode);
        return fclose(out) != 0;
    }
    double *ms = calloc((size_t)letters, sizeof *ms);
    for (int i = 0; i < 3 && i < letters; i++)
        document(NULL, mode);
    written = 0;
    for (int i = 0; i < letters; i++) {
        double start = cpu_ms();
        document(NULL, mode);
        ms[i] = cpu_ms() - start;
    }
    qsort(ms, (size_t)letters, sizeof *ms, by_value);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("{\"tool\": \"limit\", \"mode\": \"%s\", \"letters\": %d, \"median_ms\": %.4f, "
           "\"p10_ms\": %.4f, \"bytes\": %zu, \"lines\": %zu, \"paragraphs\": %d, "
           "\"rss_kb\": %ld}\n", mode, letters, ms[letters / 2], ms[letters / 10],
           written / (size_t)letters, n_lines, paragraphs, usage.ru_maxrss);
    return 0;
}
