/* The canvas that writes what it is told, as stable text: one call a line. For tests and dumps. */
#include "paint/internal.h"

typedef struct trace {
    hj_canvas canvas;
    hj_buf text;
} trace;

static hj_buf *line(hj_canvas *canvas, const char *word)
{
    hj_buf *b = &((trace *)canvas)->text;
    hj_buf_str(b, word);
    return b;
}

static void number(hj_buf *b, double v) /* 1/1000 pt, whole */
{
    v = !(v > -1e15) ? -1e15 : v > 1e15 ? 1e15 : v; /* a hostile drawing may ask for more */
    hj_buf_char(b, ' ');
    hj_buf_int(b, (int64_t)(v < 0 ? v - 0.5 : v + 0.5));
}

static void path_text(hj_buf *b, const hj_path *path)
{
    const double *q = path->xy;
    for (size_t i = 0; i < path->n_ops; i++) {
        static const char *const names[] = {" M", " L", " C", " Z"};
        static const int counts[] = {2, 2, 6, 0};
        hj_buf_str(b, names[path->ops[i]]);
        for (int k = 0; k < counts[path->ops[i]]; k++)
            number(b, *q++);
    }
}

static void begin_page(hj_canvas *c, const hj_page *page, size_t index)
{
    hj_buf *b = line(c, "page");
    number(b, (double)index);
    number(b, page->width);
    number(b, page->height);
    hj_buf_char(b, '\n');
}

static void mark(hj_canvas *c, const hj_tag *leaf, hj_artifact artifact)
{
    static const char *const names[] = {"layout", "header", "footer", "watermark", "background"};
    hj_buf *b = line(c, "mark ");
    if (leaf)
        hj_buf_printf(b, "%s %u\n", leaf->parent ? leaf->parent->role : "?", leaf->index);
    else
        hj_buf_printf(b, "artifact %s\n", names[artifact]);
}

static void glyphs(hj_canvas *c, const hj_run *run, hj_len x, hj_len y, hj_len size,
                   hj_len letter_spacing, hj_len word_spacing, hj_color color)
{
    hj_buf *b = line(c, "glyphs");
    hj_buf_printf(b, " %d %d %s %d %d %d %08x ", x, y, hj_face_postscript_name(run->face), size,
                  letter_spacing, word_spacing, color);
    hj_buf text = {0};
    hj_buf_add(&text, run->text, run->text_len);
    hj_buf_json(b, text.data);
    hj_buf_free(&text);
    hj_buf_char(b, '\n');
}

static void fill(hj_canvas *c, const hj_path *path, bool even_odd, hj_color color)
{
    hj_buf *b = line(c, even_odd ? "fill*" : "fill");
    hj_buf_printf(b, " %08x", color);
    path_text(b, path);
    hj_buf_char(b, '\n');
}

static void stroke(hj_canvas *c, const hj_path *path, const hj_stroke *pen, hj_color color)
{
    hj_buf *b = line(c, "stroke");
    hj_buf_printf(b, " %08x width", color);
    number(b, pen->width);
    hj_buf_printf(b, " cap %d join %d", pen->cap, pen->join);
    for (int i = 0; i < pen->n_dash; i++) {
        hj_buf_str(b, i ? "" : " dash");
        number(b, pen->dash[i]);
    }
    path_text(b, path);
    hj_buf_char(b, '\n');
}

static void image(hj_canvas *c, const hj_raster *r, hj_len x, hj_len y, hj_len w, hj_len h)
{
    hj_buf_printf(line(c, "image"), " %dx%d %s%s %d %d %d %d\n", r->width, r->height,
                  r->kind == HJ_RASTER_JPEG ? "jpeg" : r->channels == 1 ? "grey" : "rgb",
                  r->has_alpha ? "+alpha" : "",
                  x, y, w, h);
}

static void save(hj_canvas *c)
{
    line(c, "save\n");
}

static void restore(hj_canvas *c)
{
    line(c, "restore\n");
}

static void transform(hj_canvas *c, const hj_matrix *m)
{
    hj_buf *b = line(c, "transform");
    number(b, m->a * 1000);
    number(b, m->b * 1000);
    number(b, m->c * 1000);
    number(b, m->d * 1000);
    number(b, m->e);
    number(b, m->f);
    hj_buf_char(b, '\n');
}

static void clip(hj_canvas *c, const hj_path *path, bool even_odd)
{
    hj_buf *b = line(c, even_odd ? "clip*" : "clip");
    path_text(b, path);
    hj_buf_char(b, '\n');
}

static void shade(hj_canvas *c, const hj_path *path, bool even_odd, const hj_stroke *pen,
                  const hj_shade *s)
{
    hj_buf *b = line(c, pen ? "shade-stroke" : even_odd ? "shade*" : "shade");
    const hj_matrix *m = &s->matrix; /* its ends in page units; no radius of the first circle */
    const double ends[2][2] = {{s->x0, s->y0}, {s->x1, s->y1}};
    hj_buf_str(b, s->radial ? " circle" : " line");
    for (int i = 0; i < 2; i++) {
        number(b, m->a * ends[i][0] + m->c * ends[i][1] + m->e);
        number(b, m->b * ends[i][0] + m->d * ends[i][1] + m->f);
    }
    if (s->radial)
        number(b, m->a * s->r1);
    for (size_t i = 0; i < s->n; i++)
        hj_buf_printf(b, " %d:%08x", (int)(s->stops[i].offset * 1000 + 0.5), s->stops[i].color);
    if (pen) {
        hj_buf_str(b, " width");
        number(b, pen->width);
    }
    path_text(b, path);
    hj_buf_char(b, '\n');
}

static void begin_group(hj_canvas *c, hj_len x, hj_len y, hj_len w, hj_len h, uint8_t opacity)
{
    hj_buf_printf(line(c, "group"), " %d %d %d %d %d\n", x, y, w, h, opacity);
}

static void end_group(hj_canvas *c)
{
    line(c, "end-group\n");
}

static void link_area(hj_canvas *c, const hj_tag *link, const char *uri, const char *dest,
                      hj_len x, hj_len y, hj_len w, hj_len h)
{
    hj_buf_printf(line(c, "link"), " %u %s%s %d %d %d %d\n", link->index, uri ? "" : "#",
                  uri ? uri : dest ? dest : "", x, y, w, h);
}

static void dest(hj_canvas *c, const char *id, hj_len x, hj_len y)
{
    hj_buf_printf(line(c, "dest"), " %s %d %d\n", id ? id : "", x, y);
}

static void end_page(hj_canvas *c)
{
    line(c, "end\n");
}

static bool finish(hj_canvas *c, hj_buf *out, hj_diags *diags)
{
    (void)diags;
    hj_buf *b = &((trace *)c)->text;
    hj_buf_add(out, b->data ? b->data : "", b->len);
    return true;
}

static void destroy(void *object)
{
    hj_buf_free(&((trace *)object)->text);
}

hj_canvas *hj_trace_canvas(hj_arena *arena)
{
    trace *t = HJ_NEW(arena, trace);
    hj_arena_defer(arena, destroy, t);
    t->canvas = (hj_canvas){begin_page, mark, glyphs, fill, stroke, image, save, restore,
                            transform, clip, shade, begin_group, end_group, link_area, dest,
                            end_page, finish};
    return &t->canvas;
}
