/* Layout, told by documents: every tests/spec/NAME.fo says in a comment that begins with
 * "expect" which clause of XSL 1.1 it shows and what its pages must hold, one check a line,
 * lengths in points:
 *
 *   clause 7.20.6 TEXT          what is shown, in one line; every file has at least one
 *   lenient                     build as `hjemmel fo` does: outside the subset is a warning
 *   compat                      with FOP's readings
 *   pages N                     how many pages
 *   number P LABEL              the label of page P
 *   on P "text"                 the text stands on page P, and on no other
 *   count N "text"              areas that hold the text
 *   times P N "text"            the same on page P
 *   x V "text"   y V "text"     where its first area stands (y: the baseline)
 *   size V "text"               its font size
 *   dy V "a" "b"   dx V "a" "b" from the first a to the first b
 *   rect P X Y W H              a filled rectangle on page P
 *   rule P X Y W H [T]          a line on page P, T thick
 *   rules P N                   how many lines page P has
 *   dest P ID                   the destination's page
 *   path N "A/B/C"              elements of the structure tree with this path's end
 *   in ROLE "text"              the element that the text belongs to
 *   scope S "text"              the scope of the cell it belongs to
 *   box ROLE P X Y W H          where the first element of that role stands
 *   dump "text"                 the dump of areas and structure has this
 *   artifact KIND "text"        header, footer or layout
 *   says "text"                 the text of the structure tree, in reading order, has this
 *   diag CODE                   this diagnostic is given (those not named must not be)
 *   fails                       there are no areas
 *
 * Values may differ by 0.02 pt. The text of a check never holds a double hyphen.
 *
 * After the document stands, in a comment that begins with "areas", every area of every page as
 * dump() below writes it. The checks say why; the dump sees to it that nothing else moves unseen.
 * `HJ_BLESS=1 build/tests/test_layout NAME` writes the dumps of the files whose name holds NAME:
 * read what changed before it is committed. tests/spec/README.md tells how to add a file. */
#include "text_fixture.h"

#include <dirent.h>

#include <libxml/parser.h>

#include "layout/layout.h"
#include "paint/paint.h"

static hj_fonts *fonts;
static hj_arena *font_arena;
enum { MOST = 2000 };
static char *files[MOST];
static int n_files;

typedef struct laid {
    const char *path;
    bool lenient, compat;
    hj_areas *areas;
    hj_diags *diags;
    hj_buf told; /* the text of the structure tree */
} laid;

static bool near(double a, double b)
{
    double d = a - b;
    return d < 0.02 && d > -0.02;
}

static double pt(hj_len l)
{
    return l / 1000.0;
}

static bool holds(const hj_area *a, const char *text)
{
    if (a->kind != HJ_AREA_GLYPHS)
        return false;
    char *copy = strndup(a->u.glyphs.run->text, a->u.glyphs.run->text_len);
    bool found = strstr(copy, text) != NULL;
    free(copy);
    return found;
}

static const hj_area *find(const laid *l, const char *text, size_t *page)
{
    for (size_t p = 0; p < l->areas->n_pages; p++)
        for (size_t i = 0; i < l->areas->pages[p].n_areas; i++)
            if (holds(&l->areas->pages[p].areas[i], text)) {
                if (page)
                    *page = p;
                return &l->areas->pages[p].areas[i];
            }
    return NULL;
}

static int count(const laid *l, const char *text, size_t page)
{
    int n = 0;
    for (size_t p = 0; p < l->areas->n_pages; p++)
        for (size_t i = 0; i < l->areas->pages[p].n_areas; i++)
            n += (page == SIZE_MAX || page == p) && holds(&l->areas->pages[p].areas[i], text);
    return n;
}

static bool ends_with(const hj_tag *tag, const char *path)
{
    size_t n = strlen(path);
    while (tag && tag->role) {
        size_t r = strlen(tag->role);
        if (n < r || strncmp(path + n - r, tag->role, r) != 0)
            return false;
        n -= r;
        if (n == 0)
            return true;
        if (path[--n] != '/')
            return false;
        tag = tag->parent;
    }
    return false;
}

static int paths(const hj_tag *tag, const char *path)
{
    int n = tag->role && ends_with(tag, path);
    for (const hj_tag *child = tag->first; child; child = child->next)
        n += paths(child, path);
    return n;
}

static const hj_tag *first_of(const hj_tag *tag, const char *role)
{
    if (tag->role && strcmp(tag->role, role) == 0)
        return tag;
    for (const hj_tag *child = tag->first; child; child = child->next) {
        const hj_tag *found = first_of(child, role);
        if (found)
            return found;
    }
    return NULL;
}

/* Every tag's number lies within the count, in document order, and every parent is right. */
static uint32_t check_tree(const hj_tag *tag, uint32_t next)
{
    assert_int_equal(tag->index, next);
    next++;
    const hj_tag *last = NULL;
    for (const hj_tag *child = tag->first; child; child = child->next) {
        assert_ptr_equal(child->parent, tag);
        next = check_tree(child, next);
        last = child;
    }
    assert_ptr_equal(tag->last, last);
    return next;
}

static bool in_tree(const hj_tag *root, const hj_tag *tag)
{
    while (tag && tag->parent)
        tag = tag->parent;
    return tag == root;
}

#define FAIL(...)                                                                                  \
    do {                                                                                           \
        fprintf(stderr, "%s: ", l->path);                                                          \
        fprintf(stderr, __VA_ARGS__);                                                              \
        fputc('\n', stderr);                                                                       \
        return false;                                                                              \
    } while (0)

static bool check(const laid *l, const char *line)
{
    char word[32] = "", kind[64] = "", a[200] = "", b[200] = "";
    double v = 0, x, y, w, h, t = -1;
    int n = 0, p = 0;
    size_t page = 0;
    sscanf(line, " %31s", word);
    if (!word[0])
        return true;
    if (strcmp(word, "diag") == 0) {
        sscanf(line, " diag %63s", kind);
        for (const hj_diag *d = l->diags->first; d; d = d->next)
            if (strcmp(d->code, kind) == 0)
                return true;
        FAIL("no %s was given", kind);
    }
    if (strcmp(word, "clause") == 0) {
        int chapter = 0;
        if (sscanf(line, " clause %d.%63[.0-9] %199[^\n]", &chapter, kind, a) != 3 || chapter < 4
            || chapter > 7)
            FAIL("a clause is a number of XSL 1.1 and what is shown: %s", line);
        return true;
    }
    if (strcmp(word, "lenient") == 0 || strcmp(word, "compat") == 0)
        return true;
    if (strcmp(word, "fails") == 0)
        return l->areas == NULL;
    if (!l->areas)
        FAIL("no areas");
    if (sscanf(line, " pages %d", &n) == 1) {
        if ((int)l->areas->n_pages != n)
            FAIL("%zu pages, not %d", l->areas->n_pages, n);
        return true;
    }
    if (sscanf(line, " number %d %63s", &p, kind) == 2) {
        if (p > (int)l->areas->n_pages || strcmp(l->areas->pages[p - 1].number, kind) != 0)
            FAIL("page %d is not numbered %s", p, kind);
        return true;
    }
    if (sscanf(line, " on %d \"%199[^\"]\"", &p, a) == 2) {
        if (!count(l, a, (size_t)p - 1))
            FAIL("\"%s\" is not on page %d", a, p);
        if (count(l, a, SIZE_MAX) != count(l, a, (size_t)p - 1))
            FAIL("\"%s\" is on other pages than %d too", a, p);
        return true;
    }
    if (sscanf(line, " count %d \"%199[^\"]\"", &n, a) == 2) {
        if (count(l, a, SIZE_MAX) != n)
            FAIL("\"%s\" is there %d times, not %d", a, count(l, a, SIZE_MAX), n);
        return true;
    }
    if (sscanf(line, " size %lf \"%199[^\"]\"", &v, a) == 2) {
        const hj_area *at = find(l, a, NULL);
        if (!at || !near(pt(at->u.glyphs.size), v))
            FAIL("\"%s\" is not %.3f pt", a, v);
        return true;
    }
    if (sscanf(line, " times %d %d \"%199[^\"]\"", &p, &n, a) == 3) {
        if (count(l, a, (size_t)p - 1) != n)
            FAIL("\"%s\" is on page %d %d times, not %d", a, p, count(l, a, (size_t)p - 1), n);
        return true;
    }
    if (sscanf(line, " d%1[xy] %lf \"%199[^\"]\" \"%199[^\"]\"", kind, &v, a, b) == 4) {
        const hj_area *from = find(l, a, NULL), *to = find(l, b, NULL);
        if (!from || !to)
            FAIL("\"%s\" is nowhere", from ? b : a);
        double d = kind[0] == 'x' ? pt(to->x - from->x) : pt(to->y - from->y);
        if (!near(d, v))
            FAIL("d%s from \"%s\" to \"%s\" is %.3f, not %.3f", kind, a, b, d, v);
        return true;
    }
    if (sscanf(line, " %1[xy] %lf \"%199[^\"]\"", kind, &v, a) == 3) {
        const hj_area *at = find(l, a, NULL);
        if (!at)
            FAIL("\"%s\" is nowhere", a);
        if (!near(kind[0] == 'x' ? pt(at->x) : pt(at->y), v))
            FAIL("%s of \"%s\" is %.3f, not %.3f", kind, a,
                 kind[0] == 'x' ? pt(at->x) : pt(at->y), v);
        return true;
    }
    if (sscanf(line, " rect %d %lf %lf %lf %lf", &p, &x, &y, &w, &h) == 5 ||
        sscanf(line, " rule %d %lf %lf %lf %lf %lf", &p, &x, &y, &w, &h, &t) >= 5) {
        hj_area_kind wanted = word[1] == 'e' ? HJ_AREA_RECT : HJ_AREA_RULE;
        if (p > (int)l->areas->n_pages)
            FAIL("there is no page %d", p);
        const hj_page *at = &l->areas->pages[p - 1];
        for (size_t i = 0; i < at->n_areas; i++) {
            const hj_area *r = &at->areas[i];
            if (r->kind == wanted && near(pt(r->x), x) && near(pt(r->y), y) && near(pt(r->w), w) &&
                near(pt(r->h), h) && (t < 0 || near(pt(r->u.rule.thickness), t)))
                return true;
        }
        FAIL("not there: %s", line);
    }
    if (sscanf(line, " rules %d %d", &p, &n) == 2) {
        int found = 0;
        for (size_t i = 0; i < l->areas->pages[p - 1].n_areas; i++)
            found += l->areas->pages[p - 1].areas[i].kind == HJ_AREA_RULE;
        if (found != n)
            FAIL("page %d has %d rules, not %d", p, found, n);
        return true;
    }
    if (sscanf(line, " dest %d %63s", &p, kind) == 2) {
        for (size_t q = 0; q < l->areas->n_pages; q++)
            for (size_t i = 0; i < l->areas->pages[q].n_areas; i++) {
                const hj_area *d = &l->areas->pages[q].areas[i];
                if (d->kind == HJ_AREA_DEST && strcmp(d->u.link.dest, kind) == 0) {
                    if ((int)q + 1 != p)
                        FAIL("%s is on page %zu", kind, q + 1);
                    return true;
                }
            }
        FAIL("there is no %s", kind);
    }
    if (sscanf(line, " path %d \"%199[^\"]\"", &n, a) == 2) {
        if (paths(l->areas->document, a) != n)
            FAIL("%s is there %d times, not %d", a, paths(l->areas->document, a), n);
        return true;
    }
    if (sscanf(line, " in %63s \"%199[^\"]\"", kind, a) == 2) {
        const hj_area *at = find(l, a, &page);
        if (!at || !at->tag || !ends_with(at->tag->parent, kind))
            FAIL("\"%s\" does not belong to %s", a, kind);
        return true;
    }
    if (sscanf(line, " scope %63s \"%199[^\"]\"", kind, a) == 2) {
        const hj_area *at = find(l, a, &page);
        const hj_tag *tag = at ? at->tag : NULL;
        while (tag && !tag->scope)
            tag = tag->parent;
        if (!tag || strcmp(tag->scope, kind) != 0)
            FAIL("the scope of \"%s\" is %s", a, tag ? tag->scope : "not there");
        return true;
    }
    if (sscanf(line, " box %63s %d %lf %lf %lf %lf", kind, &p, &x, &y, &w, &h) == 6) {
        const hj_tag *tag = first_of(l->areas->document, kind);
        if (!tag || tag->bbox_page != p - 1 || !near(pt(tag->bbox[0]), x) ||
            !near(pt(tag->bbox[1]), y) || !near(pt(tag->bbox[2]), x + w) ||
            !near(pt(tag->bbox[3]), y + h))
            FAIL("not so: %s (%.3f %.3f to %.3f %.3f)", line, tag ? pt(tag->bbox[0]) : 0,
                 tag ? pt(tag->bbox[1]) : 0, tag ? pt(tag->bbox[2]) : 0, tag ? pt(tag->bbox[3]) : 0);
        return true;
    }
    if (sscanf(line, " dump \"%199[^\"]\"", a) == 1) {
        hj_buf dump = {0};
        hj_areas_dump(l->areas, &dump);
        bool found = strstr(dump.data, a) != NULL;
        hj_buf_free(&dump);
        if (!found)
            FAIL("the dump has no %s", a);
        return true;
    }
    if (sscanf(line, " artifact %63s \"%199[^\"]\"", kind, a) == 2) {
        const hj_area *at = find(l, a, &page);
        hj_artifact artifact = strcmp(kind, "header") == 0   ? HJ_ARTIFACT_HEADER
                               : strcmp(kind, "footer") == 0 ? HJ_ARTIFACT_FOOTER
                                                             : HJ_ARTIFACT_LAYOUT;
        if (!at || at->tag || at->artifact != artifact)
            FAIL("\"%s\" is not an artifact of kind %s", a, kind);
        return true;
    }
    if (sscanf(line, " says \"%199[^\"]\"", a) == 1) {
        if (!l->told.data || !strstr(l->told.data, a))
            FAIL("the structure tree does not say \"%s\" but %s", a,
                 l->told.data ? l->told.data : "nothing");
        return true;
    }
    FAIL("unknown check: %s", line);
}

/* Text leaves in tree order, joined. */
static void tell(laid *l, const hj_tag *tag)
{
    if (!tag->role)
        for (size_t p = 0; p < l->areas->n_pages; p++)
            for (size_t i = 0; i < l->areas->pages[p].n_areas; i++) {
                const hj_area *a = &l->areas->pages[p].areas[i];
                if (a->tag == tag && a->kind == HJ_AREA_GLYPHS)
                    hj_buf_add(&l->told, a->u.glyphs.run->text, a->u.glyphs.run->text_len);
            }
    for (const hj_tag *child = tag->first; child; child = child->next)
        tell(l, child);
    if (tag->role)
        hj_buf_char(&l->told, '|');
}

static hj_areas *lay(const laid *l, hj_arena *arena, hj_diags *diags)
{
    xmlDoc *doc = xmlReadFile(l->path, NULL, XML_PARSE_NONET);
    assert_non_null(doc);
    hj_arena_defer(arena, (void (*)(void *))xmlFreeDoc, doc);
    hj_fo_options options = {.strict = !l->lenient,
                             .readings = l->compat ? &hj_readings_fop : NULL, .file = l->path};
    hj_fo_tree *tree = hj_fo_build(doc, &options, arena, diags);
    if (!tree)
        return NULL;
    hj_pictures *pictures = hj_pictures_new(arena, fonts, "tests/spec", NULL);
    hj_picture_source source = hj_pictures_source(pictures);
    return hj_layout(tree, fonts, &source, arena, diags);
}

/* ---- the dump ---- */

static void numbers(hj_buf *out, const char *kind, const hj_len *v, int n)
{
    hj_buf_str(out, kind);
    for (int i = 0; i < n; i++) {
        hj_buf_char(out, ' ');
        hj_buf_milli(out, v[i]);
    }
}

static void letters(hj_buf *out, const hj_run *run)
{
    for (size_t i = 0; i < run->text_len; i++) {
        if (run->text[i] == '\n')
            hj_buf_str(out, "\\n");
        else if (run->text[i] == '-' && out->data[out->len - 1] == '-')
            hj_buf_str(out, "\\-"); /* no comment holds two */
        else
            hj_buf_char(out, run->text[i]);
    }
}

static void colour(hj_buf *out, hj_color color)
{
    if (color != 0x000000ff)
        hj_buf_printf(out, " #%06x", color >> 8);
}

/* How a line is cut into areas is no part of what is shown: texts that follow each other without
 * a gap are one. */
static bool goes_on(const hj_area *a, const hj_area *b)
{
    hj_len gap = b->x - a->x - a->w;
    return b->kind == HJ_AREA_GLYPHS && a->y == b->y && gap < 20 && gap > -20
        && a->color == b->color && a->u.glyphs.size == b->u.glyphs.size
        && a->u.glyphs.run->face == b->u.glyphs.run->face;
}

/* 10 pt black Liberation Sans is not said. */
static void text(hj_buf *out, const hj_area *a)
{
    const char *face = hj_face_postscript_name(a->u.glyphs.run->face);
    numbers(out, "text", (hj_len[]){a->x, a->y}, 2);
    if (a->u.glyphs.size != 10000)
        numbers(out, " size", &a->u.glyphs.size, 1);
    if (strcmp(face, "LiberationSans") != 0)
        hj_buf_printf(out, " %s", face);
    colour(out, a->color);
    hj_buf_str(out, " \"");
}

/* The box around its points. */
static void path(hj_buf *out, const hj_area *a)
{
    static const int counts[] = {1, 1, 3, 0};
    const hj_path *p = a->u.path.path;
    double low[2] = {1e12, 1e12}, high[2] = {-1e12, -1e12};
    const double *xy = p->xy;
    for (size_t i = 0; i < p->n_ops; i++)
        for (int k = 0; k < 2 * counts[p->ops[i]]; k++, xy++) {
            low[k % 2] = *xy < low[k % 2] ? *xy : low[k % 2];
            high[k % 2] = *xy > high[k % 2] ? *xy : high[k % 2];
        }
    numbers(out, a->u.path.stroke ? "stroke" : "fill",
            (hj_len[]){(hj_len)(a->x + low[0]), (hj_len)(a->y + low[1]),
                       (hj_len)(high[0] - low[0]), (hj_len)(high[1] - low[1])}, 4);
    colour(out, a->color);
    hj_buf_char(out, '\n');
}

static void other(hj_buf *out, const hj_area *a)
{
    if (a->kind == HJ_AREA_PATH) {
        path(out, a);
        return;
    }
    static const char *const kinds[] = {"text", "rect", "rule", "image", "foreign", "link", "dest",
                                        "save", "restore"};
    static const char *const styles[] = {"none", "hidden", "solid", "dashed", "dotted", "double"};
    bool boxed = a->kind < HJ_AREA_DEST || (a->kind == HJ_AREA_SAVE && a->u.save.clip);
    numbers(out, kinds[a->kind], (hj_len[]){a->x, a->y, a->w, a->h},
            boxed ? 4 : a->kind == HJ_AREA_DEST ? 2 : 0);
    if (a->kind == HJ_AREA_RECT) {
        colour(out, a->color);
    } else if (a->kind == HJ_AREA_RULE) {
        numbers(out, "", &a->u.rule.thickness, 1);
        hj_buf_printf(out, " %s", styles[a->u.rule.style]);
        colour(out, a->color);
    } else if (a->kind == HJ_AREA_SAVE) {
        hj_buf_printf(out, " matrix %d %d %d %d", a->u.save.a, a->u.save.b, a->u.save.c,
                      a->u.save.d);
        numbers(out, "", (hj_len[]){a->u.save.e, a->u.save.f}, 2);
    } else if (a->kind == HJ_AREA_LINK || a->kind == HJ_AREA_DEST || a->kind == HJ_AREA_IMAGE) {
        hj_buf_printf(out, " %s", a->u.link.uri ? a->u.link.uri : a->u.link.dest);
    }
    hj_buf_char(out, '\n');
}

static void dump(const hj_areas *areas, hj_buf *out)
{
    for (size_t p = 0; p < areas->n_pages; p++) {
        const hj_page *page = &areas->pages[p];
        const hj_area *open = NULL; /* a text that may go on */
        numbers(out, "page", (hj_len[]){page->width, page->height}, 2);
        hj_buf_printf(out, " %s\n", page->number ? page->number : "");
        for (size_t i = 0; i < page->n_areas; i++) {
            const hj_area *a = &page->areas[i];
            bool more = open && goes_on(open, a);
            if (open && !more)
                hj_buf_str(out, "\"\n");
            open = a->kind == HJ_AREA_GLYPHS ? a : NULL;
            if (open && !more)
                text(out, a);
            if (open)
                letters(out, a->u.glyphs.run);
            else
                other(out, a);
        }
        if (open)
            hj_buf_str(out, "\"\n");
    }
}

#define AREAS "\n<!-- areas\n"

/* The file anew, with this dump in place of the one it had. */
static void bless(const char *path, const char *document, const char *dumped)
{
    const char *old = strstr(document, AREAS), *end = strstr(document, "</fo:root>");
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_non_null(end);
    end += strlen("</fo:root>");
    fprintf(file, "%.*s%s%s-->\n", (int)((old ? old : end) - document), document, AREAS, dumped);
    fclose(file);
}

static void show_difference(const char *path, const char *expected, const char *given)
{
    int line = 1;
    while (*expected && *expected == *given) {
        line += *given == '\n';
        expected++;
        given++;
    }
    fprintf(stderr, "%s: line %d of its areas differs, here: %.60s\n", path, line, given);
}

static void test_file(void **state)
{
    laid l = {.path = *state};
    hj_arena *arena = hj_arena_new();
    l.diags = hj_diags_new(arena, HJ_LANG_EN);
    hj_buf text = {0};
    FILE *file = fopen(l.path, "rb");
    assert_non_null(file);
    char chunk[4096];
    for (size_t n; (n = fread(chunk, 1, sizeof chunk, file)) > 0;)
        hj_buf_add(&text, chunk, n);
    fclose(file);
    char *from = strstr(text.data, "<!-- expect"), *to = from ? strstr(from, "-->") : NULL;
    assert_non_null(to);
    char *document = hj_arena_strdup(arena, text.data);
    *to = 0;
    l.lenient = strstr(from, "\nlenient\n") != NULL;
    l.compat = strstr(from, "\ncompat\n") != NULL;
    if (!strstr(from, "\nclause "))
        fail_msg("%s says no clause", l.path);
    l.areas = lay(&l, arena, l.diags);
    if (l.areas) {
        assert_int_equal(check_tree(l.areas->document, 0), l.areas->n_tags);
        for (size_t p = 0; p < l.areas->n_pages; p++)
            for (size_t i = 0; i < l.areas->pages[p].n_areas; i++) {
                const hj_area *a = &l.areas->pages[p].areas[i];
                assert_non_null(a->node);
                if (a->tag)
                    assert_true(in_tree(l.areas->document, a->tag));
            }
        tell(&l, l.areas->document);
    }
    bool good = true;
    for (char *line = strtok(from + strlen("<!-- expect"), "\n"); line; line = strtok(NULL, "\n"))
        good &= check(&l, line);
    for (const hj_diag *d = l.diags->first; d; d = d->next) {
        char wanted[80];
        snprintf(wanted, sizeof wanted, "diag %s", d->code);
        bool expected = false;
        for (const char *c = from; c < to; c += strlen(c) + 1)
            expected |= strstr(c, wanted) != NULL;
        if (!expected) {
            fprintf(stderr, "%s:%d: unexpected: %s [%s]\n", l.path, d->place.line, d->message,
                    d->code);
            good = false;
        }
    }
    hj_buf dumped = {0};
    hj_buf_str(&dumped, "");
    if (l.areas)
        dump(l.areas, &dumped);
    const char *stored = strstr(document, AREAS);
    stored = stored ? stored + strlen(AREAS) : "";
    size_t stored_len = strlen(stored);
    bool same = stored_len >= 4 && stored_len - 4 == dumped.len
             && memcmp(stored, dumped.data, dumped.len) == 0;
    if (!same && good && getenv("HJ_BLESS")) {
        bless(l.path, document, dumped.data);
    } else if (!same) {
        show_difference(l.path, stored, dumped.data);
        good = false;
    }
    hj_buf_free(&dumped);
    /* The same again gives the same. */
    if (good && l.areas) {
        hj_buf first = {0}, second = {0};
        hj_areas_dump(l.areas, &first);
        hj_areas *again = lay(&l, arena, hj_diags_new(arena, HJ_LANG_EN));
        hj_areas_dump(again, &second);
        assert_string_equal(first.data, second.data);
        hj_buf_free(&first);
        hj_buf_free(&second);
    }
    hj_buf_free(&l.told);
    hj_buf_free(&text);
    hj_arena_free(arena);
    assert_true(good);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void find_files(const char *only)
{
    DIR *dir = opendir("tests/spec");
    struct dirent *entry;
    while (dir && (entry = readdir(dir)) && n_files < MOST) {
        size_t n = strlen(entry->d_name);
        if (n < 4 || strcmp(entry->d_name + n - 3, ".fo") != 0 ||
            (only && !strstr(entry->d_name, only)))
            continue;
        char path[300];
        snprintf(path, sizeof path, "tests/spec/%s", entry->d_name);
        files[n_files++] = strdup(path);
    }
    if (dir)
        closedir(dir);
    qsort(files, (size_t)n_files, sizeof *files, by_name);
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
    xmlCleanupParser();
    return 0;
}

int main(int argc, char **argv)
{
    find_files(argc > 1 ? argv[1] : NULL);
    static struct CMUnitTest tests[MOST];
    for (int i = 0; i < n_files; i++)
        tests[i] = (struct CMUnitTest){files[i] + strlen("tests/spec/"), test_file, NULL, NULL,
                                       files[i]};
    if (!n_files) {
        fprintf(stderr, "no documents in tests/spec\n");
        return 1;
    }
    int failed = _cmocka_run_group_tests("layout", tests, (size_t)n_files, set_up, tear_down);
    for (int i = 0; i < n_files; i++)
        free(files[i]);
    return failed;
}
