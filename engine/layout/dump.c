/* Areas and the tag tree as stable text, for tests, fuzzing and people. */
#include <math.h>
#include <string.h>

#include "layout/layout.h"

static void length(hj_buf *out, const char *name, hj_len value)
{
    hj_buf_printf(out, " %s=", name);
    hj_buf_milli(out, value);
}

static void box(hj_buf *out, const hj_area *a)
{
    length(out, "x", a->x);
    length(out, "y", a->y);
    length(out, "w", a->w);
    length(out, "h", a->h);
}

static void color(hj_buf *out, hj_color c)
{
    hj_buf_printf(out, " #%06x", c >> 8);
    if ((c & 0xff) != 0xff)
        hj_buf_printf(out, "/%02x", c & 0xff);
}

static void quoted(hj_buf *out, const char *s, size_t n)
{
    hj_buf_char(out, '"');
    for (size_t i = 0; i < n; i++) {
        if (s[i] == '"' || s[i] == '\\')
            hj_buf_char(out, '\\');
        if (s[i] == '\n')
            hj_buf_str(out, "\\n");
        else
            hj_buf_char(out, s[i]);
    }
    hj_buf_char(out, '"');
}

static void owner(hj_buf *out, const hj_area *a)
{
    static const char *const artifacts[] = {"layout", "header", "footer", "watermark",
                                            "background"};
    if (a->tag)
        hj_buf_printf(out, " tag=%u", a->tag->index);
    else
        hj_buf_printf(out, " artifact=%s", artifacts[a->artifact]);
}

/* The box around a path's points, and how many operators it has. */
static void path_box(hj_buf *out, const hj_area *a)
{
    static const uint8_t counts[] = {1, 1, 3, 0};
    const hj_path *path = a->u.path.path;
    double low[2] = {1e12, 1e12}, high[2] = {-1e12, -1e12};
    size_t n = 0;
    for (size_t i = 0; i < path->n_ops; i++)
        n += counts[path->ops[i]];
    for (size_t i = 0; i < 2 * n; i++) {
        low[i % 2] = path->xy[i] < low[i % 2] ? path->xy[i] : low[i % 2];
        high[i % 2] = path->xy[i] > high[i % 2] ? path->xy[i] : high[i % 2];
    }
    length(out, "x", (hj_len)floor(a->x + low[0] + 0.5));
    length(out, "y", (hj_len)floor(a->y + low[1] + 0.5));
    length(out, "w", (hj_len)floor(high[0] - low[0] + 0.5));
    length(out, "h", (hj_len)floor(high[1] - low[1] + 0.5));
    hj_buf_printf(out, " ops=%zu", path->n_ops);
}

static void area(hj_buf *out, const hj_area *a)
{
    static const char *const styles[] = {"none", "hidden", "solid", "dashed", "dotted", "double"};
    switch (a->kind) {
    case HJ_AREA_GLYPHS:
        hj_buf_str(out, "  text");
        length(out, "x", a->x);
        length(out, "y", a->y);
        length(out, "w", a->w);
        length(out, "size", a->u.glyphs.size);
        if (a->u.glyphs.letter_spacing)
            length(out, "letter", a->u.glyphs.letter_spacing);
        if (a->u.glyphs.word_spacing)
            length(out, "word", a->u.glyphs.word_spacing);
        hj_buf_printf(out, " %s", hj_face_postscript_name(a->u.glyphs.run->face));
        color(out, a->color);
        owner(out, a);
        hj_buf_char(out, ' ');
        quoted(out, a->u.glyphs.run->text, a->u.glyphs.run->text_len);
        break;
    case HJ_AREA_RECT:
        hj_buf_str(out, "  rect");
        box(out, a);
        color(out, a->color);
        owner(out, a);
        break;
    case HJ_AREA_RULE:
        hj_buf_str(out, "  rule");
        box(out, a);
        length(out, "thickness", a->u.rule.thickness);
        hj_buf_printf(out, " %s", styles[a->u.rule.style]);
        color(out, a->color);
        owner(out, a);
        break;
    case HJ_AREA_IMAGE:
        hj_buf_str(out, "  image");
        box(out, a);
        owner(out, a);
        hj_buf_printf(out, " %s", a->u.link.uri ? a->u.link.uri : "");
        break;
    case HJ_AREA_FOREIGN:
        hj_buf_str(out, "  foreign");
        box(out, a);
        owner(out, a);
        break;
    case HJ_AREA_PATH:
        hj_buf_str(out, a->u.path.stroke ? "  stroke" : "  fill");
        path_box(out, a);
        if (a->u.path.stroke) {
            length(out, "thickness", (hj_len)a->u.path.stroke->width);
            if (a->u.path.stroke->n_dash)
                hj_buf_str(out, " dashed");
        }
        color(out, a->color);
        owner(out, a);
        break;
    case HJ_AREA_LINK:
        hj_buf_str(out, "  link");
        box(out, a);
        if (a->u.link.uri)
            hj_buf_printf(out, " uri=%s", a->u.link.uri);
        if (a->u.link.dest)
            hj_buf_printf(out, " to=%s", a->u.link.dest);
        break;
    case HJ_AREA_DEST:
        hj_buf_str(out, "  dest");
        length(out, "x", a->x);
        length(out, "y", a->y);
        hj_buf_printf(out, " %s", a->u.link.dest ? a->u.link.dest : "");
        break;
    case HJ_AREA_SAVE:
        hj_buf_printf(out, "  save [%d %d %d %d", a->u.save.a, a->u.save.b, a->u.save.c,
                      a->u.save.d);
        hj_buf_char(out, ' ');
        hj_buf_milli(out, a->u.save.e);
        hj_buf_char(out, ' ');
        hj_buf_milli(out, a->u.save.f);
        hj_buf_char(out, ']');
        if (a->u.save.clip) {
            hj_buf_str(out, " clip");
            box(out, a);
        }
        break;
    case HJ_AREA_RESTORE: hj_buf_str(out, "  restore"); break;
    }
    if (a->node)
        hj_buf_printf(out, " fo=%u", a->node->index);
    hj_buf_char(out, '\n');
}

static void bookmarks(hj_buf *out, const hj_bookmark *mark, int depth)
{
    for (; mark; mark = mark->next) {
        hj_buf_printf(out, "%*sbookmark ", depth * 2, "");
        quoted(out, mark->title, strlen(mark->title));
        if (mark->dest)
            hj_buf_printf(out, " to=%s", mark->dest);
        hj_buf_str(out, mark->open ? "\n" : " closed\n");
        if (depth < 64)
            bookmarks(out, mark->first, depth + 1);
    }
}

/* ---- tags ---- */
/* The texts of the leaves, found in one walk over the pages. */
static void texts(const hj_areas *areas, hj_buf *of)
{
    for (size_t p = 0; p < areas->n_pages; p++)
        for (size_t i = 0; i < areas->pages[p].n_areas; i++) {
            const hj_area *a = &areas->pages[p].areas[i];
            if (!a->tag || a->tag->index >= areas->n_tags)
                continue;
            hj_buf *text = &of[a->tag->index];
            if (a->kind == HJ_AREA_GLYPHS)
                hj_buf_add(text, a->u.glyphs.run->text, a->u.glyphs.run->text_len);
            else if (a->kind == HJ_AREA_IMAGE || a->kind == HJ_AREA_FOREIGN)
                hj_buf_str(text, "[picture]");
        }
}

static void attribute(hj_buf *out, const char *name, const char *value)
{
    if (!value)
        return;
    hj_buf_printf(out, " %s=", name);
    quoted(out, value, strlen(value));
}

static void tag(hj_buf *out, const hj_tag *t, int depth, const hj_buf *texts_of)
{
    hj_buf_printf(out, "%*s", depth * 2, "");
    if (!t->role) {
        const hj_buf *text = &texts_of[t->index];
        quoted(out, text->data ? text->data : "", text->len);
        hj_buf_char(out, '\n');
        return;
    }
    hj_buf_str(out, t->role);
    attribute(out, "lang", t->lang);
    attribute(out, "title", t->title);
    attribute(out, "alt", t->alt);
    attribute(out, "actual", t->actual);
    attribute(out, "scope", t->scope);
    attribute(out, "list", t->list_numbering);
    attribute(out, "id", t->id);
    attribute(out, "kilde", t->kilde);
    if (t->col_span > 1)
        hj_buf_printf(out, " columns=%d", t->col_span);
    if (t->row_span > 1)
        hj_buf_printf(out, " rows=%d", t->row_span);
    if (t->bbox_page >= 0) {
        hj_buf_printf(out, " page=%d box=", t->bbox_page + 1);
        for (int i = 0; i < 4; i++) {
            if (i)
                hj_buf_char(out, ',');
            hj_buf_milli(out, t->bbox[i]);
        }
    }
    hj_buf_char(out, '\n');
    for (const hj_tag *child = t->first; child; child = child->next)
        tag(out, child, depth + 1, texts_of);
}

void hj_tags_dump(const hj_areas *areas, hj_buf *out)
{
    hj_arena *arena = hj_arena_new();
    hj_buf *of = HJ_ARRAY(arena, areas->n_tags + 1, hj_buf);
    texts(areas, of);
    tag(out, areas->document, 0, of);
    for (uint32_t i = 0; i <= areas->n_tags; i++)
        hj_buf_free(&of[i]);
    hj_arena_free(arena);
}

void hj_areas_dump(const hj_areas *areas, hj_buf *out)
{
    for (size_t p = 0; p < areas->n_pages; p++) {
        const hj_page *page = &areas->pages[p];
        hj_buf_printf(out, "page %zu", p + 1);
        length(out, "w", page->width);
        length(out, "h", page->height);
        hj_buf_printf(out, " number=%s\n", page->number ? page->number : "");
        for (size_t i = 0; i < page->n_areas; i++)
            area(out, &page->areas[i]);
    }
    bookmarks(out, areas->bookmarks, 0);
    hj_buf_str(out, "tags\n");
    hj_tags_dump(areas, out);
}
