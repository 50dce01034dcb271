/* The cairo canvas: PNG and SVG previews and plain PDF; the referee of the archival writer.
 *
 * The hard idea: text must stand where layout put it, in every version of cairo. For PNG, glyphs
 * are filled as outlines, because cairo before 1.17.4 puts glyph images on whole pixels; for SVG
 * and PDF they go out as text, through font faces that own their FreeType library, because cairo
 * keeps scaled fonts after we are done with ours. */
#include <ft2build.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include FT_OUTLINE_H

#include "paint/internal.h"
#include "paint/libcairo.h"

typedef struct cairo_font {
    const hj_face *face;
    cairo_font_face_t *cairo;
} cairo_font;

typedef struct painter {
    hj_canvas canvas;
    hj_cairo_format format;
    const hj_areas *areas;
    hj_document_info info;
    double dpi;
    double height; /* of the page */
    hj_arena *arena;
    hj_buf bytes; /* what cairo has written */
    cairo_surface_t *surface;
    cairo_t *cr;
    cairo_font *fonts;
    size_t n_fonts;
    const hj_raster *shown; /* the last picture and its surface */
    cairo_surface_t *picture;
    uint8_t *fading; /* opacity of the open groups */
    size_t n_fading;
    cairo_status_t status; /* the first that failed */
    bool failed, too_large;
} painter;

static painter *self(hj_canvas *canvas)
{
    return (painter *)canvas;
}

static cairo_status_t write_bytes(void *closure, const unsigned char *data, unsigned n)
{
    hj_buf_add(closure, data, n);
    return CAIRO_STATUS_SUCCESS;
}

/* ---- pages ---- */

static void set_metadata(painter *p)
{
    const hj_document_info *info = &p->info;
    cairo_surface_t *s = p->surface;
    if (info->title)
        cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_TITLE, info->title);
    if (info->author)
        cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_AUTHOR, info->author);
    if (info->subject)
        cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_SUBJECT, info->subject);
    cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATOR, "hjemmel " HJ_VERSION);
    /* Without a date of ours cairo would take the clock. */
    const char *date = info->date ? info->date : "1970-01-01T00:00:00Z";
    cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATE_DATE, date);
    cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_MOD_DATE, date);
}

static void begin_page(hj_canvas *canvas, const hj_page *page, size_t index)
{
    painter *p = self(canvas);
    (void)index;
    p->height = page->height;
    double width = page->width / 1000.0, height = page->height / 1000.0;
    switch (p->format) {
    case HJ_CAIRO_PNG: {
        double scale = p->dpi / 72;
        int w = (int)ceil(width * scale - 0.01), h = (int)ceil(height * scale - 0.01);
        p->too_large = (double)w * h > HJ_LIMIT_IMAGE_PIXELS;
        if (w < 1 || h < 1 || p->too_large)
            w = h = 1;
        p->surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, w, h);
        p->cr = cairo_create(p->surface);
        cairo_set_source_rgb(p->cr, 1, 1, 1);
        cairo_paint(p->cr);
        cairo_scale(p->cr, scale / 1000, scale / 1000);
        cairo_set_tolerance(p->cr, 0.05);
        break;
    }
    case HJ_CAIRO_SVG:
        p->surface = cairo_svg_surface_create_for_stream(write_bytes, &p->bytes, width, height);
        p->cr = cairo_create(p->surface);
        cairo_scale(p->cr, 0.001, 0.001);
        break;
    case HJ_CAIRO_PDF:
        if (!p->surface) {
            p->surface = cairo_pdf_surface_create_for_stream(write_bytes, &p->bytes, width,
                                                             height);
            set_metadata(p);
        }
        cairo_pdf_surface_set_size(p->surface, width, height);
        p->cr = cairo_create(p->surface);
        cairo_scale(p->cr, 0.001, 0.001);
        break;
    }
}

static void end_page(hj_canvas *canvas)
{
    painter *p = self(canvas);
    cairo_show_page(p->cr);
    if (p->status == CAIRO_STATUS_SUCCESS)
        p->status = cairo_status(p->cr);
    cairo_destroy(p->cr);
    p->cr = NULL;
}

/* ---- marks and links: nothing to see ---- */

static void mark(hj_canvas *canvas, const hj_tag *leaf, hj_artifact artifact)
{
    (void)canvas;
    (void)leaf;
    (void)artifact;
}

static void link_area(hj_canvas *canvas, const hj_tag *link, const char *uri, const char *dest,
                      hj_len x, hj_len y, hj_len w, hj_len h)
{
    painter *p = self(canvas);
    (void)link;
    (void)dest;
    if (p->format != HJ_CAIRO_PDF || !uri)
        return;
    hj_buf tag = {0};
    double x0 = x, y0 = y, x1 = (double)x + w, y1 = (double)y + h;
    cairo_user_to_device(p->cr, &x0, &y0);
    cairo_user_to_device(p->cr, &x1, &y1);
    hj_buf_str(&tag, "uri='");
    for (const unsigned char *c = (const unsigned char *)uri; *c; c++) {
        if (*c > 0x20 && *c < 0x7f && *c != '\'' && *c != '\\')
            hj_buf_char(&tag, (char)*c);
        else
            hj_buf_printf(&tag, "%%%02X", *c); /* cairo 1.18 takes ASCII only */
    }
    hj_buf_str(&tag, "' rect=[");
    const double box[4] = {x0, y0, x1 - x0, y1 - y0};
    for (int i = 0; i < 4; i++) {
        hj_buf_milli(&tag, (int64_t)llround(box[i] * 1000));
        hj_buf_char(&tag, i < 3 ? ' ' : ']');
    }
    /* cairo 1.16 names a parent for every link and writes it only inside another element. */
    cairo_tag_begin(p->cr, "P", NULL);
    cairo_tag_begin(p->cr, CAIRO_TAG_LINK, tag.data);
    cairo_tag_end(p->cr, CAIRO_TAG_LINK);
    cairo_tag_end(p->cr, "P");
    hj_buf_free(&tag);
}

static void dest(hj_canvas *canvas, const char *id, hj_len x, hj_len y)
{
    (void)canvas;
    (void)id;
    (void)x;
    (void)y;
}

/* ---- paint ---- */

/* The archival writer counts in 1/100 pt, up from the foot of the page. What is put on whole pixels
 * is counted so here too, a hair below the border, so that both fall on the same side of it. */
static double written_x(double x)
{
    return round(x / 10) * 10;
}

static double written_y(const painter *p, double y)
{
    return p->height - round((p->height - y) / 10) * 10;
}

static const double hair = 1e-3; /* pixels */

static void set_color(painter *p, hj_color c)
{
    cairo_set_source_rgba(p->cr, (c >> 24) / 255.0, (c >> 16 & 255) / 255.0,
                          (c >> 8 & 255) / 255.0, (c & 255) / 255.0);
}

static void add_path(painter *p, const hj_path *path)
{
    const double *q = path->xy;
    cairo_new_path(p->cr);
    for (size_t i = 0; i < path->n_ops; i++) {
        switch ((hj_path_op)path->ops[i]) {
        case HJ_MOVE:
            cairo_move_to(p->cr, q[0], q[1]);
            q += 2;
            break;
        case HJ_LINE:
            cairo_line_to(p->cr, q[0], q[1]);
            q += 2;
            break;
        case HJ_CURVE:
            cairo_curve_to(p->cr, q[0], q[1], q[2], q[3], q[4], q[5]);
            q += 6;
            break;
        case HJ_CLOSE:
            cairo_close_path(p->cr);
            break;
        }
    }
}

/* On a screen a thin rule is drawn as whole pixels, at least one (as PDF readers do with stroke
 * adjustment); elsewhere it would be a grey smear. True when path was such a rectangle. */
static bool add_crisp_rectangle(painter *p, const hj_path *path)
{
    static const uint8_t shape[] = {HJ_MOVE, HJ_LINE, HJ_LINE, HJ_LINE, HJ_CLOSE};
    if (p->format != HJ_CAIRO_PNG || path->n_ops != sizeof shape
        || memcmp(path->ops, shape, sizeof shape) != 0)
        return false;
    double xy[8];
    for (int i = 0; i < 4; i++) {
        xy[2 * i] = written_x(path->xy[2 * i]);
        xy[2 * i + 1] = written_y(p, path->xy[2 * i + 1]);
        cairo_user_to_device(p->cr, &xy[2 * i], &xy[2 * i + 1]);
    }
    const double near = 1e-3;
    bool upright = fabs(xy[1] - xy[3]) < near && fabs(xy[2] - xy[4]) < near
                   && fabs(xy[5] - xy[7]) < near && fabs(xy[6] - xy[0]) < near;
    if (!upright)
        return false;
    double low[2] = {fmin(xy[0], xy[4]), fmin(xy[1], xy[5])};
    double high[2] = {fmax(xy[0], xy[4]), fmax(xy[1], xy[5])};
    for (int axis = 0; axis < 2; axis++) {
        low[axis] = floor(low[axis] + 0.5 + hair);
        high[axis] = floor(high[axis] + 0.5 + hair);
        if (high[axis] <= low[axis])
            high[axis] = low[axis] + 1;
    }
    cairo_matrix_t matrix;
    cairo_get_matrix(p->cr, &matrix);
    cairo_identity_matrix(p->cr);
    cairo_new_path(p->cr);
    cairo_rectangle(p->cr, low[0], low[1], high[0] - low[0], high[1] - low[1]);
    cairo_set_matrix(p->cr, &matrix);
    return true;
}

static void fill(hj_canvas *canvas, const hj_path *path, bool even_odd, hj_color color)
{
    painter *p = self(canvas);
    if (!(color & 255))
        return;
    set_color(p, color);
    if (!add_crisp_rectangle(p, path))
        add_path(p, path);
    cairo_set_fill_rule(p->cr, even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
    cairo_fill(p->cr);
}

static void use_pen(painter *p, const hj_stroke *pen)
{
    static const cairo_line_cap_t caps[] = {CAIRO_LINE_CAP_BUTT, CAIRO_LINE_CAP_ROUND,
                                            CAIRO_LINE_CAP_SQUARE};
    static const cairo_line_join_t joins[] = {CAIRO_LINE_JOIN_MITER, CAIRO_LINE_JOIN_ROUND,
                                              CAIRO_LINE_JOIN_BEVEL};
    cairo_set_line_width(p->cr, pen->width);
    cairo_set_line_cap(p->cr, caps[pen->cap % 3]);
    cairo_set_line_join(p->cr, joins[pen->join % 3]);
    cairo_set_miter_limit(p->cr, pen->miter_limit >= 1 ? pen->miter_limit : 10);
    cairo_set_dash(p->cr, pen->dash, pen->n_dash, pen->dash_offset);
}

static void stroke(hj_canvas *canvas, const hj_path *path, const hj_stroke *pen, hj_color color)
{
    painter *p = self(canvas);
    if (!(color & 255) || pen->width <= 0)
        return;
    set_color(p, color);
    add_path(p, path);
    use_pen(p, pen);
    cairo_stroke(p->cr);
}

static void shade(hj_canvas *canvas, const hj_path *path, bool even_odd, const hj_stroke *pen,
                  const hj_shade *s)
{
    painter *p = self(canvas);
    const hj_matrix *m = &s->matrix;
    cairo_matrix_t matrix;
    cairo_matrix_init(&matrix, m->a, m->b, m->c, m->d, m->e, m->f);
    if ((pen && pen->width <= 0) || cairo_matrix_invert(&matrix) != CAIRO_STATUS_SUCCESS)
        return;
    cairo_pattern_t *pattern =
        s->radial ? cairo_pattern_create_radial(s->x0, s->y0, s->r0, s->x1, s->y1, s->r1)
                  : cairo_pattern_create_linear(s->x0, s->y0, s->x1, s->y1);
    for (size_t i = 0; i < s->n; i++) {
        hj_color c = s->stops[i].color;
        cairo_pattern_add_color_stop_rgba(pattern, s->stops[i].offset, (c >> 24) / 255.0,
                                          (c >> 16 & 255) / 255.0, (c >> 8 & 255) / 255.0,
                                          (c & 255) / 255.0);
    }
    cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD);
    cairo_pattern_set_matrix(pattern, &matrix);
    cairo_set_source(p->cr, pattern);
    add_path(p, path);
    if (pen) {
        use_pen(p, pen);
        cairo_stroke(p->cr);
    } else {
        cairo_set_fill_rule(p->cr, even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
        cairo_fill(p->cr);
    }
    cairo_pattern_destroy(pattern);
}

static void begin_group(hj_canvas *canvas, hj_len x, hj_len y, hj_len w, hj_len h,
                        uint8_t opacity)
{
    painter *p = self(canvas);
    cairo_save(p->cr);
    cairo_rectangle(p->cr, x, y, w, h);
    cairo_clip(p->cr);
    cairo_push_group(p->cr);
    p->fading = realloc(p->fading, p->n_fading + 1);
    if (!p->fading)
        abort();
    p->fading[p->n_fading++] = opacity;
}

static void end_group(hj_canvas *canvas)
{
    painter *p = self(canvas);
    if (!p->n_fading)
        return;
    cairo_pop_group_to_source(p->cr);
    cairo_paint_with_alpha(p->cr, p->fading[--p->n_fading] / 255.0);
    cairo_restore(p->cr);
}

static void save(hj_canvas *canvas)
{
    cairo_save(self(canvas)->cr);
}

static void restore(hj_canvas *canvas)
{
    cairo_restore(self(canvas)->cr);
}

static void transform(hj_canvas *canvas, const hj_matrix *m)
{
    cairo_matrix_t matrix;
    cairo_matrix_init(&matrix, m->a, m->b, m->c, m->d, m->e, m->f);
    cairo_transform(self(canvas)->cr, &matrix);
}

static void clip(hj_canvas *canvas, const hj_path *path, bool even_odd)
{
    painter *p = self(canvas);
    add_path(p, path);
    cairo_set_fill_rule(p->cr, even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
    cairo_clip(p->cr);
}

/* ---- pictures ---- */

static cairo_surface_t *raster_surface(painter *p, const hj_raster *r)
{
    uint8_t *pixels, *alphas;
    if (!hj_raster_decode(r, &pixels, &alphas)) {
        p->failed = true;
        return NULL;
    }
    cairo_surface_t *s = cairo_image_surface_create(
        alphas ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, r->width, r->height);
    if (cairo_surface_status(s) == CAIRO_STATUS_SUCCESS) {
        unsigned char *data = cairo_image_surface_get_data(s);
        int stride = cairo_image_surface_get_stride(s);
        const uint8_t *pixel = pixels, *alpha = alphas;
        for (int y = 0; y < r->height; y++) {
            uint32_t *row = (uint32_t *)(void *)(data + (size_t)y * (size_t)stride);
            for (int x = 0; x < r->width; x++, pixel += r->channels) {
                uint32_t a = alpha ? *alpha++ : 255, c[3];
                for (int i = 0; i < 3; i++) /* cairo wants colours multiplied by alpha */
                    c[i] = (pixel[r->channels == 1 ? 0 : i] * a + 127) / 255;
                row[x] = a << 24 | c[0] << 16 | c[1] << 8 | c[2];
            }
        }
        cairo_surface_mark_dirty(s);
    }
    free(pixels);
    free(alphas);
    return s;
}

static void image(hj_canvas *canvas, const hj_raster *r, hj_len x, hj_len y, hj_len w, hj_len h)
{
    painter *p = self(canvas);
    if (w <= 0 || h <= 0)
        return;
    if (p->shown != r) {
        if (p->picture)
            cairo_surface_destroy(p->picture);
        p->picture = raster_surface(p, r);
        p->shown = r;
    }
    if (!p->picture)
        return;
    cairo_save(p->cr);
    const hj_matrix m = hj_raster_matrix(r, x, y, w, h);
    cairo_matrix_t matrix;
    cairo_matrix_init(&matrix, m.a, m.b, m.c, m.d, m.e, m.f);
    cairo_transform(p->cr, &matrix);
    cairo_scale(p->cr, 1.0 / r->width, 1.0 / r->height);
    cairo_set_source_surface(p->cr, p->picture, 0, 0);
    /* Edges repeat, so that a scaled picture does not fade out at its border. */
    cairo_pattern_set_extend(cairo_get_source(p->cr), CAIRO_EXTEND_PAD);
    cairo_rectangle(p->cr, 0, 0, r->width, r->height);
    cairo_fill(p->cr);
    cairo_restore(p->cr);
}

/* ---- text ---- */

typedef struct outline_pen {
    cairo_t *cr;
    double x, y, scale; /* font units to page units */
    double cx, cy; /* current point, page units */
    bool open;
} outline_pen;

static double px(const outline_pen *o, FT_Pos v)
{
    return o->x + (double)v * o->scale;
}

static double py(const outline_pen *o, FT_Pos v)
{
    return o->y - (double)v * o->scale;
}

static void at(outline_pen *o, const FT_Vector *to)
{
    o->cx = px(o, to->x);
    o->cy = py(o, to->y);
}

static int outline_move(const FT_Vector *to, void *user)
{
    outline_pen *o = user;
    if (o->open)
        cairo_close_path(o->cr);
    at(o, to);
    cairo_move_to(o->cr, o->cx, o->cy);
    o->open = true;
    return 0;
}

static int outline_line(const FT_Vector *to, void *user)
{
    outline_pen *o = user;
    at(o, to);
    cairo_line_to(o->cr, o->cx, o->cy);
    return 0;
}

static int outline_conic(const FT_Vector *by, const FT_Vector *to, void *user)
{
    outline_pen *o = user;
    double qx = px(o, by->x), qy = py(o, by->y), x0 = o->cx, y0 = o->cy;
    at(o, to);
    cairo_curve_to(o->cr, x0 + (qx - x0) * 2 / 3, y0 + (qy - y0) * 2 / 3,
                   o->cx + (qx - o->cx) * 2 / 3, o->cy + (qy - o->cy) * 2 / 3, o->cx, o->cy);
    return 0;
}

static int outline_cubic(const FT_Vector *a, const FT_Vector *b, const FT_Vector *to, void *user)
{
    outline_pen *o = user;
    double ax = px(o, a->x), ay = py(o, a->y), bx = px(o, b->x), by = py(o, b->y);
    at(o, to);
    cairo_curve_to(o->cr, ax, ay, bx, by, o->cx, o->cy);
    return 0;
}

static const FT_Outline_Funcs outline_calls = {outline_move, outline_line, outline_conic,
                                               outline_cubic, 0, 0};

/* Upright text stands on a whole pixel, as PDF readers set it: letters of one line are then equally
 * sharp. Returns how far the baseline is moved, in page units. */
static double snap_baseline(painter *p, double y)
{
    cairo_matrix_t m;
    cairo_get_matrix(p->cr, &m);
    if (fabs(m.xy) > 1e-9 || fabs(m.yx) > 1e-9 || m.yy <= 0)
        return 0;
    return (floor(m.yy * written_y(p, y) + m.y0 + hair) - m.y0) / m.yy - y;
}

static void fill_outlines(painter *p, const hj_run *run, const cairo_glyph_t *glyphs, int n,
                          hj_len y, hj_len size)
{
    FT_Face face = hj_face_ft(run->face);
    outline_pen o = {.cr = p->cr, .scale = (double)size / hj_face_upem(run->face)};
    double down = snap_baseline(p, y);
    cairo_new_path(p->cr);
    for (int i = 0; i < n; i++) {
        if (FT_Load_Glyph(face, (FT_UInt)glyphs[i].index, FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING
                                                              | FT_LOAD_NO_BITMAP) != 0
            || face->glyph->format != FT_GLYPH_FORMAT_OUTLINE) {
            p->failed = true;
            continue;
        }
        o.x = glyphs[i].x;
        o.y = glyphs[i].y + down;
        o.open = false;
        FT_Outline_Decompose(&face->glyph->outline, &outline_calls, &o);
        if (o.open)
            cairo_close_path(p->cr);
    }
    cairo_set_fill_rule(p->cr, CAIRO_FILL_RULE_WINDING);
    cairo_fill(p->cr);
}

typedef struct owned_face {
    FT_Library library;
    FT_Face face;
} owned_face;

static void free_face(void *object)
{
    owned_face *own = object;
    FT_Done_Face(own->face);
    FT_Done_FreeType(own->library);
    free(own);
}

static cairo_font_face_t *font_face(painter *p, const hj_face *face)
{
    static const cairo_user_data_key_t key;
    for (size_t i = 0; i < p->n_fonts; i++)
        if (p->fonts[i].face == face)
            return p->fonts[i].cairo;
    owned_face *own = calloc(1, sizeof *own);
    size_t n;
    const void *data = hj_face_data(face, &n);
    if (!own)
        abort();
    if (FT_Init_FreeType(&own->library) != 0) {
        free(own);
        return NULL;
    }
    if (FT_New_Memory_Face(own->library, data, (FT_Long)n, 0, &own->face) != 0) {
        FT_Done_FreeType(own->library);
        free(own);
        return NULL;
    }
    cairo_font_face_t *made = cairo_ft_font_face_create_for_ft_face(
        own->face, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP);
    if (cairo_font_face_set_user_data(made, &key, own, free_face) != CAIRO_STATUS_SUCCESS) {
        cairo_font_face_destroy(made);
        free_face(own);
        return NULL;
    }
    p->fonts = realloc(p->fonts, (p->n_fonts + 1) * sizeof *p->fonts);
    if (!p->fonts)
        abort();
    p->fonts[p->n_fonts++] = (cairo_font){face, made};
    return made;
}

static void show_as_text(painter *p, const hj_run *run, const cairo_glyph_t *glyphs, int n,
                         hj_len size, const cairo_text_cluster_t *clusters, int n_clusters)
{
    cairo_font_face_t *face = font_face(p, run->face);
    if (!face) {
        p->failed = true;
        return;
    }
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_set_font_options(p->cr, options);
    cairo_font_options_destroy(options);
    cairo_set_font_face(p->cr, face);
    cairo_set_font_size(p->cr, size);
    if (p->format == HJ_CAIRO_PDF && n_clusters > 0)
        cairo_show_text_glyphs(p->cr, run->text, (int)run->text_len, glyphs, n, clusters,
                               n_clusters, 0);
    else
        cairo_show_glyphs(p->cr, glyphs, n);
}

static void glyphs(hj_canvas *canvas, const hj_run *run, hj_len x, hj_len y, hj_len size,
                   hj_len letter_spacing, hj_len word_spacing, hj_color color)
{
    painter *p = self(canvas);
    if (!run->n_glyphs || size <= 0 || !(color & 255))
        return;
    cairo_glyph_t *out = malloc(run->n_glyphs * sizeof *out);
    cairo_text_cluster_t *clusters = calloc(run->n_glyphs, sizeof *clusters);
    if (!out || !clusters)
        abort();
    int n_clusters = 0;
    bool ordered = run->glyphs[0].cluster == 0;
    int64_t pen = (int64_t)x * 1000; /* 1/1000000 pt, exactly as the archival writer counts */
    for (uint32_t i = 0; i < run->n_glyphs; i++) {
        const hj_glyph *g = &run->glyphs[i];
        out[i] = (cairo_glyph_t){g->gid, (double)(pen + (int64_t)g->dx * size) / 1000,
                                 y - (double)g->dy * size / 1000};
        pen += (int64_t)g->advance * size + (int64_t)letter_spacing * 1000;
        const char *c = run->text + g->cluster;
        if (word_spacing && g->cluster < run->text_len
            && (*c == ' ' || (c[0] == '\xc2' && g->cluster + 1 < run->text_len && c[1] == '\xa0')))
            pen += (int64_t)word_spacing * 1000;
        if (i && g->cluster == run->glyphs[i - 1].cluster) {
            clusters[n_clusters - 1].num_glyphs++;
            continue;
        }
        if (i) {
            ordered &= g->cluster > run->glyphs[i - 1].cluster;
            clusters[n_clusters - 1].num_bytes = (int)(g->cluster - run->glyphs[i - 1].cluster);
        }
        clusters[n_clusters++].num_glyphs = 1;
    }
    clusters[n_clusters - 1].num_bytes =
        (int)(run->text_len - run->glyphs[run->n_glyphs - 1].cluster);
    set_color(p, color);
    if (p->format == HJ_CAIRO_PNG)
        fill_outlines(p, run, out, (int)run->n_glyphs, y, size);
    else
        show_as_text(p, run, out, (int)run->n_glyphs, size, clusters, ordered ? n_clusters : 0);
    free(out);
    free(clusters);
}

/* ---- the end ---- */

/* cairo 1.16 numbers the page by how many surfaces the process has made; that must not show. */
static void add_svg(const hj_buf *svg, hj_buf *out)
{
    static const char name[] = " id=\"surface";
    const char *at = svg->data ? strstr(svg->data, name) : NULL;
    if (!at) {
        hj_buf_add(out, svg->data ? svg->data : "", svg->len);
        return;
    }
    const char *end = at + sizeof name - 1;
    hj_buf_add(out, svg->data, (size_t)(end - svg->data));
    end += strspn(end, "0123456789");
    hj_buf_add(out, end, svg->len - (size_t)(end - svg->data));
}

static bool finish(hj_canvas *canvas, hj_buf *out, hj_diags *diags)
{
    painter *p = self(canvas);
    if (p->too_large) {
        hj_error_blame(diags, HJ_BLAME_USAGE, "HJ-PAINT-041", HJ_NOWHERE, "at %.0f dpi the page is "
                       "more than %d pixels", p->dpi, HJ_LIMIT_IMAGE_PIXELS);
        return false;
    }
    if (!p->surface)
        p->failed = true;
    if (p->format == HJ_CAIRO_PNG && p->surface && p->status == CAIRO_STATUS_SUCCESS) {
        p->status = cairo_surface_write_to_png_stream(p->surface, write_bytes, &p->bytes);
    } else if (p->surface) {
        cairo_surface_finish(p->surface);
        if (p->status == CAIRO_STATUS_SUCCESS)
            p->status = cairo_surface_status(p->surface);
    }
    if (p->failed || p->status != CAIRO_STATUS_SUCCESS) {
        hj_error_blame(diags, HJ_BLAME_US, "HJ-PAINT-040", HJ_NOWHERE,
                       "cairo could not draw the document: %s",
                       p->status != CAIRO_STATUS_SUCCESS ? cairo_status_to_string(p->status)
                                                         : "a font, a picture or the page");
        return false;
    }
    if (p->format == HJ_CAIRO_SVG)
        add_svg(&p->bytes, out);
    else
        hj_buf_add(out, p->bytes.data ? p->bytes.data : "", p->bytes.len);
    return true;
}

static void destroy(void *object)
{
    painter *p = object;
    if (p->cr)
        cairo_destroy(p->cr);
    if (p->picture)
        cairo_surface_destroy(p->picture);
    if (p->surface)
        cairo_surface_destroy(p->surface);
    for (size_t i = 0; i < p->n_fonts; i++)
        cairo_font_face_destroy(p->fonts[i].cairo);
    free(p->fonts);
    free(p->fading);
    hj_buf_free(&p->bytes);
}

hj_canvas *hj_cairo_canvas(hj_cairo_format format, const hj_areas *areas,
                           const hj_document_info *info, double dpi, hj_arena *arena)
{
    if (!hj_libcairo_open())
        return NULL;
    painter *p = HJ_NEW(arena, painter);
    hj_arena_defer(arena, destroy, p);
    p->canvas = (hj_canvas){begin_page, mark, glyphs, fill, stroke, image, save, restore,
                            transform, clip, shade, begin_group, end_group, link_area, dest,
                            end_page, finish};
    p->format = format;
    p->areas = areas;
    p->info = *info;
    p->dpi = dpi > 0 ? dpi : 100;
    p->arena = arena;
    return &p->canvas;
}
