/* The archival canvas: calls become content streams, and what they belong to is remembered.
 *
 * The hard idea: a mark is opened only when something is painted and closed when its owner changes,
 * so that an operator that paints outside a mark cannot be written (ISO 14289-1, 7.1). Coordinates
 * are turned over one by one (y' = height - y) instead of by a flipped matrix, so that text stays
 * upright and a matrix M of the caller is written as F M F, F being the flip. */
#include <hb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/internal.h"

static const hj_matrix identity = {1, 0, 0, 1, 0, 0};

static hj_matrix multiply(const hj_matrix *m, const hj_matrix *n) /* first m, then n */
{
    return (hj_matrix){
        m->a * n->a + m->b * n->c,        m->a * n->b + m->b * n->d,
        m->c * n->a + m->d * n->c,        m->c * n->b + m->d * n->d,
        m->e * n->a + m->f * n->c + n->e, m->e * n->b + m->f * n->d + n->f,
    };
}

static double page_height(const hj_pdf *pdf)
{
    return pdf->pages[pdf->page].height;
}

static void fresh_state(hj_pdf_state *s)
{
    *s = (hj_pdf_state){.fill = 0xff, .stroke = 0xff, .fill_alpha = 255, .stroke_alpha = 255,
                        .line_width = 100, .miter = 10, .ctm = identity};
}

/* ---- marks ---- */

static void end_mark(hj_pdf *pdf)
{
    hj_pdf_end_text(pdf);
    if (pdf->marked)
        hj_buf_str(&pdf->content, "EMC\n");
    pdf->marked = false;
    pdf->link_text = NULL;
}

static void want_mark(hj_canvas *canvas, const hj_tag *leaf, hj_artifact artifact)
{
    hj_pdf *pdf = (hj_pdf *)canvas;
    if (leaf && (leaf->role || leaf->index >= pdf->n_nodes || !leaf->parent)) {
        pdf->bad_tag = true;
        leaf = NULL;
    }
    if (pdf->marked && (leaf != pdf->leaf || (!leaf && artifact != pdf->artifact)))
        end_mark(pdf);
    pdf->leaf = leaf;
    pdf->artifact = artifact;
}

static uint32_t new_mcid(hj_pdf *pdf, const hj_tag *leaf)
{
    hj_pdf_page *page = &pdf->pages[pdf->page];
    if (page->n_leaves == page->cap) {
        page->cap = page->cap ? page->cap * 2 : 64;
        page->leaves = realloc(page->leaves, page->cap * sizeof *page->leaves);
        if (!page->leaves)
            abort();
    }
    uint32_t mcid = page->n_leaves++;
    page->leaves[mcid] = leaf;
    hj_pdf_mark *mark = HJ_NEW(pdf->arena, hj_pdf_mark);
    *mark = (hj_pdf_mark){pdf->page, mcid, NULL};
    hj_pdf_node *node = &pdf->nodes[leaf->index];
    if (node->last)
        node->last->next = mark;
    else
        node->first = mark;
    node->last = mark;
    return mcid;
}

void hj_pdf_begin_mark(hj_pdf *pdf)
{
    if (pdf->marked)
        return;
    hj_buf *out = &pdf->content;
    if (pdf->leaf) {
        hj_pdf_name(out, pdf->leaf->parent->role);
        hj_buf_str(out, "<</MCID ");
        hj_buf_int(out, new_mcid(pdf, pdf->leaf));
        hj_buf_str(out, ">>BDC\n");
        for (const hj_tag *t = pdf->leaf->parent; t; t = t->parent)
            if (strcmp(t->role, "Link") == 0 && t->index < pdf->n_nodes) {
                pdf->link_text = &pdf->nodes[t->index];
                break;
            }
    } else {
        static const char *const kinds[] = {
            [HJ_ARTIFACT_LAYOUT] = "/Type/Layout",
            [HJ_ARTIFACT_HEADER] = "/Type/Pagination/Subtype/Header",
            [HJ_ARTIFACT_FOOTER] = "/Type/Pagination/Subtype/Footer",
            [HJ_ARTIFACT_WATERMARK] = "/Type/Pagination/Subtype/Watermark",
            [HJ_ARTIFACT_BACKGROUND] = "/Type/Layout",
        };
        hj_buf_str(out, "/Artifact<<");
        hj_buf_str(out, kinds[pdf->artifact]);
        hj_buf_str(out, ">>BDC\n");
    }
    pdf->marked = true;
    pdf->marked_depth = pdf->depth;
}

/* ---- graphics state ---- */

static void put_color(hj_buf *out, hj_color color, const char *grey, const char *rgb)
{
    unsigned r = color >> 24, g = color >> 16 & 255, b = color >> 8 & 255;
    hj_buf_milli(out, (r * 1000 + 127) / 255);
    if (r != g || g != b) {
        hj_buf_char(out, ' ');
        hj_buf_milli(out, (g * 1000 + 127) / 255);
        hj_buf_char(out, ' ');
        hj_buf_milli(out, (b * 1000 + 127) / 255);
    }
    hj_buf_str(out, r != g || g != b ? rgb : grey);
}

static void put_alpha(hj_pdf *pdf, uint8_t alpha, char which)
{
    hj_buf_printf(&pdf->content, "/%c%u gs ", which, alpha);
    pdf->alphas[alpha] |= which == 'a' ? 1 : 2;
}

void hj_pdf_set_fill(hj_pdf *pdf, hj_color color)
{
    hj_pdf_state *s = &pdf->state;
    if (s->fill == color)
        return;
    if ((s->fill ^ color) >> 8)
        put_color(&pdf->content, color, " g ", " rg ");
    if (s->fill_alpha != (color & 255))
        put_alpha(pdf, (uint8_t)color, 'a');
    s->fill = color;
    s->fill_alpha = (uint8_t)color;
}

static void set_stroke(hj_pdf *pdf, hj_color color)
{
    hj_pdf_state *s = &pdf->state;
    if (s->stroke == color)
        return;
    if ((s->stroke ^ color) >> 8)
        put_color(&pdf->content, color, " G ", " RG ");
    if (s->stroke_alpha != (color & 255))
        put_alpha(pdf, (uint8_t)color, 'A');
    s->stroke = color;
    s->stroke_alpha = (uint8_t)color;
}

hj_pdf_font *hj_pdf_use_font(hj_pdf *pdf, const hj_face *face)
{
    uint32_t index = (uint32_t)hj_face_index(face);
    if (index >= pdf->cap_fonts) {
        uint32_t cap = index + 8;
        pdf->fonts = realloc(pdf->fonts, cap * sizeof *pdf->fonts);
        pdf->used_fonts = realloc(pdf->used_fonts, cap * sizeof *pdf->used_fonts);
        if (!pdf->fonts || !pdf->used_fonts)
            abort();
        memset(pdf->fonts + pdf->cap_fonts, 0, (cap - pdf->cap_fonts) * sizeof *pdf->fonts);
        pdf->cap_fonts = cap;
    }
    hj_pdf_font *font = pdf->fonts[index];
    if (!font) {
        font = pdf->fonts[index] = HJ_NEW(pdf->arena, hj_pdf_font);
        font->face = face;
        font->n_gids = hb_face_get_glyph_count(hj_face_hb(face));
        font->by_gid = HJ_ARRAY(pdf->arena, font->n_gids + 1, uint16_t);
        font->n = 1;
        font->id = hj_pdf_id(&pdf->file);
        pdf->used_fonts[pdf->n_fonts++] = font;
        font->number = pdf->n_fonts;
    }
    return font;
}

/* ---- paths ---- */

static void put_point(hj_pdf *pdf, double x, double y)
{
    hj_pdf_hundredth(&pdf->content, hj_pdf_round(x));
    hj_buf_char(&pdf->content, ' ');
    hj_pdf_hundredth(&pdf->content, hj_pdf_round(page_height(pdf) - y));
    hj_buf_char(&pdf->content, ' ');
}

/* A rectangle along the axes, drawn clockwise or not, is one operator. */
static bool is_rectangle(const hj_path *p)
{
    static const uint8_t shape[] = {HJ_MOVE, HJ_LINE, HJ_LINE, HJ_LINE, HJ_CLOSE};
    if (p->n_ops != sizeof shape || memcmp(p->ops, shape, sizeof shape) != 0)
        return false;
    const double *q = p->xy;
    return (q[1] == q[3] && q[2] == q[4] && q[5] == q[7] && q[6] == q[0])
           || (q[0] == q[2] && q[3] == q[5] && q[4] == q[6] && q[7] == q[1]);
}

void hj_pdf_put_path(hj_pdf *pdf, const hj_path *path)
{
    hj_buf *out = &pdf->content;
    const double *q = path->xy;
    if (is_rectangle(path)) { /* edges are rounded, so that neighbours meet */
        double left = q[0] < q[4] ? q[0] : q[4], right = q[0] < q[4] ? q[4] : q[0];
        double top = q[1] < q[5] ? q[1] : q[5], bottom = q[1] < q[5] ? q[5] : q[1];
        int64_t x = hj_pdf_round(left), y = hj_pdf_round(page_height(pdf) - bottom);
        hj_pdf_hundredth(out, x);
        hj_buf_char(out, ' ');
        hj_pdf_hundredth(out, y);
        hj_buf_char(out, ' ');
        hj_pdf_hundredth(out, hj_pdf_round(right) - x);
        hj_buf_char(out, ' ');
        hj_pdf_hundredth(out, hj_pdf_round(page_height(pdf) - top) - y);
        hj_buf_str(out, " re ");
        return;
    }
    for (size_t i = 0; i < path->n_ops; i++) {
        switch ((hj_path_op)path->ops[i]) {
        case HJ_MOVE:
            put_point(pdf, q[0], q[1]);
            hj_buf_str(out, "m ");
            q += 2;
            break;
        case HJ_LINE:
            put_point(pdf, q[0], q[1]);
            hj_buf_str(out, "l ");
            q += 2;
            break;
        case HJ_CURVE:
            put_point(pdf, q[0], q[1]);
            put_point(pdf, q[2], q[3]);
            put_point(pdf, q[4], q[5]);
            hj_buf_str(out, "c ");
            q += 6;
            break;
        case HJ_CLOSE:
            hj_buf_str(out, "h ");
            break;
        }
    }
}

static void fill(hj_canvas *canvas, const hj_path *path, bool even_odd, hj_color color)
{
    hj_pdf *pdf = (hj_pdf *)canvas;
    if (!(color & 255) || !path->n_ops)
        return;
    hj_pdf_end_text(pdf);
    hj_pdf_begin_mark(pdf);
    hj_pdf_set_fill(pdf, color);
    hj_pdf_put_path(pdf, path);
    hj_buf_str(&pdf->content, even_odd ? "f*\n" : "f\n");
}

void hj_pdf_set_pen(hj_pdf *pdf, const hj_stroke *pen)
{
    hj_pdf_state *s = &pdf->state;
    hj_buf *out = &pdf->content;
    int64_t width = hj_pdf_round(pen->width);
    if (width < 1)
        width = 1; /* 0 would mean the thinnest line of the device */
    if (s->line_width != width) {
        hj_pdf_hundredth(out, width);
        hj_buf_str(out, " w ");
        s->line_width = width;
    }
    if (s->cap != pen->cap)
        hj_buf_printf(out, "%d J ", s->cap = pen->cap);
    if (s->join != pen->join)
        hj_buf_printf(out, "%d j ", s->join = pen->join);
    if (pen->join == 0 && s->miter != pen->miter_limit && pen->miter_limit >= 1) {
        hj_buf_milli(out, (int64_t)(pen->miter_limit * 1000 + 0.5));
        hj_buf_str(out, " M ");
        s->miter = pen->miter_limit;
    }
    hj_buf dash = {0};
    if (pen->n_dash > 0) {
        for (int i = 0; i < pen->n_dash; i++) {
            hj_buf_char(&dash, i ? ' ' : '[');
            hj_pdf_hundredth(&dash, hj_pdf_round(pen->dash[i]));
        }
        hj_buf_str(&dash, "] ");
        hj_pdf_hundredth(&dash, hj_pdf_round(pen->dash_offset));
    }
    const char *pattern = dash.data ? dash.data : "";
    if (strcmp(pattern, s->dash) != 0 && strlen(pattern) < sizeof s->dash) {
        hj_buf_str(out, *pattern ? pattern : "[] 0");
        hj_buf_str(out, " d ");
        memcpy(s->dash, pattern, strlen(pattern) + 1);
    }
    hj_buf_free(&dash);
}

static void stroke(hj_canvas *canvas, const hj_path *path, const hj_stroke *pen, hj_color color)
{
    hj_pdf *pdf = (hj_pdf *)canvas;
    if (!(color & 255) || !path->n_ops || pen->width <= 0)
        return;
    hj_pdf_end_text(pdf);
    hj_pdf_begin_mark(pdf);
    set_stroke(pdf, color);
    hj_pdf_set_pen(pdf, pen);
    hj_pdf_put_path(pdf, path);
    hj_buf_str(&pdf->content, "S\n");
}

static void image(hj_canvas *canvas, const hj_raster *raster, hj_len x, hj_len y, hj_len w,
                  hj_len h)
{
    hj_pdf *pdf = (hj_pdf *)canvas;
    if (w <= 0 || h <= 0)
        return;
    hj_pdf_end_text(pdf);
    hj_pdf_begin_mark(pdf);
    hj_buf *out = &pdf->content;
    uint32_t number = hj_pdf_use_image(pdf, raster);
    const hj_matrix m = hj_raster_matrix(raster, x, y, w, h);
    /* The unit square of an image has its origin below: u, 1 - v; and the page is turned over. */
    const double factors[] = {m.a, -m.b, -m.c, m.d};
    hj_buf_str(out, "q ");
    for (size_t i = 0; i < HJ_COUNT(factors); i++) {
        hj_buf_milli(out, (int64_t)factors[i]);
        hj_buf_char(out, ' ');
    }
    put_point(pdf, m.c + m.e, m.d + m.f);
    hj_buf_printf(out, "cm/I%u Do Q\n", number);
}

/* ---- nesting ---- */

static void save(hj_canvas *canvas)
{
    hj_pdf *pdf = (hj_pdf *)canvas;
    hj_pdf_end_text(pdf);
    if (pdf->depth == HJ_PDF_NESTING) {
        pdf->beyond++;
        pdf->too_deep = true;
        return;
    }
    pdf->stack[pdf->depth++] = pdf->state;
    hj_buf_str(&pdf->content, "q\n");
}

static void restore(hj_canvas *canvas)
{
    hj_pdf *pdf = (hj_pdf *)canvas;
    hj_pdf_end_text(pdf);
    if (pdf->beyond) {
        pdf->beyond--;
        return;
    }
    if (!pdf->depth)
        return;
    if (pdf->marked && pdf->marked_depth == pdf->depth)
        end_mark(pdf);
    pdf->state = pdf->stack[--pdf->depth];
    hj_buf_str(&pdf->content, "Q\n");
}

void hj_pdf_put_factor(hj_buf *out, double v)
{
    v = !(v > -1e6) ? -1e6 : v > 1e6 ? 1e6 : v;
    int64_t n = (int64_t)(v * 1e6 + (v < 0 ? -0.5 : 0.5));
    char text[40];
    uint64_t u = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    int len = snprintf(text, sizeof text, "%s%llu.%06llu", n < 0 ? "-" : "",
                       (unsigned long long)(u / 1000000), (unsigned long long)(u % 1000000));
    while (text[len - 1] == '0')
        len--;
    if (text[len - 1] == '.')
        len--;
    hj_buf_add(out, text, (size_t)len);
    hj_buf_char(out, ' ');
}

static void transform(hj_canvas *canvas, const hj_matrix *m)
{
    hj_pdf *pdf = (hj_pdf *)canvas;
    hj_pdf_end_text(pdf);
    pdf->state.ctm = multiply(m, &pdf->state.ctm);
    double height = page_height(pdf);
    hj_buf *out = &pdf->content;
    hj_pdf_put_factor(out, m->a);
    hj_pdf_put_factor(out, -m->b);
    hj_pdf_put_factor(out, -m->c);
    hj_pdf_put_factor(out, m->d);
    hj_pdf_hundredth(out, hj_pdf_round(m->c * height + m->e));
    hj_buf_char(out, ' ');
    hj_pdf_hundredth(out, hj_pdf_round(height - m->d * height - m->f));
    hj_buf_str(out, " cm\n");
}

static void clip(hj_canvas *canvas, const hj_path *path, bool even_odd)
{
    hj_pdf *pdf = (hj_pdf *)canvas;
    hj_pdf_end_text(pdf);
    hj_pdf_put_path(pdf, path);
    hj_buf_str(&pdf->content, even_odd ? "W* n\n" : "W n\n");
}

/* ---- groups ---- */

uint32_t hj_pdf_resources(hj_pdf *pdf)
{
    if (!pdf->resources)
        pdf->resources = hj_pdf_id(&pdf->file);
    return pdf->resources;
}

/* A transparency group (ISO 32000-1, 11.6.6): a form that is painted inside the open mark, so that
 * what it holds belongs to the mark's owner. */
static void begin_group(hj_canvas *canvas, hj_len x, hj_len y, hj_len w, hj_len h,
                        uint8_t opacity)
{
    hj_pdf *pdf = (hj_pdf *)canvas;
    hj_pdf_end_text(pdf);
    hj_pdf_begin_mark(pdf);
    if (pdf->n_groups == HJ_PDF_NESTING) {
        pdf->groups_beyond++;
        pdf->too_deep = true;
        return;
    }
    pdf->groups[pdf->n_groups++] = (hj_pdf_group){pdf->content, pdf->state, x, y, w, h, opacity};
    pdf->content = (hj_buf){0};
    pdf->state.fill_alpha = pdf->state.stroke_alpha = 255;
    pdf->state.fill |= 0xff;
    pdf->state.stroke |= 0xff;
    pdf->state.font = NULL;
    pdf->state.ctm = identity; /* patterns count from the form's own space */
}

static void end_group(hj_canvas *canvas)
{
    hj_pdf *pdf = (hj_pdf *)canvas;
    hj_pdf_end_text(pdf);
    if (pdf->groups_beyond) {
        pdf->groups_beyond--;
        return;
    }
    if (!pdf->n_groups)
        return;
    hj_pdf_group *g = &pdf->groups[--pdf->n_groups];
    hj_buf inner = pdf->content, dict = {0};
    pdf->content = g->content;
    pdf->state = g->state;
    uint32_t id = hj_pdf_id(&pdf->file), resources = hj_pdf_resources(pdf);
    hj_buf_str(&dict, "/Type/XObject/Subtype/Form/Group<</Type/Group/S/Transparency/CS/DeviceRGB>>"
               "/BBox[");
    double bottom = page_height(pdf) - g->y - g->h;
    const double box[] = {g->x, bottom, (double)g->x + g->w, bottom + g->h};
    for (int i = 0; i < 4; i++) {
        hj_pdf_hundredth(&dict, hj_pdf_round(box[i] + (i < 2 ? -10 : 10)));
        hj_buf_char(&dict, i < 3 ? ' ' : ']');
    }
    hj_buf_printf(&dict, "/Resources %u 0 R", resources);
    hj_pdf_stream(&pdf->file, id, dict.data, inner.data ? inner.data : "", inner.len,
                  HJ_PDF_DEFLATE);
    hj_buf_printf(&pdf->forms, "/G%u %u 0 R", ++pdf->n_forms, id);
    hj_buf_printf(&pdf->content, "q /a%u gs /G%u Do Q\n", g->opacity, pdf->n_forms);
    pdf->alphas[g->opacity] |= 1;
    hj_buf_free(&inner);
    hj_buf_free(&dict);
}

/* ---- links and destinations ---- */

static void page_point(const hj_pdf *pdf, double x, double y, double *px, double *py)
{
    const hj_matrix *m = &pdf->state.ctm;
    *px = m->a * x + m->c * y + m->e;
    *py = page_height(pdf) - (m->b * x + m->d * y + m->f);
}

static void add_quad(hj_pdf_link *link, const double box[4])
{
    size_t n = link->n_quads;
    double *last = link->quads && n ? link->quads + 4 * (n - 1) : NULL;
    /* Neighbours on one line become one. */
    if (last && last[1] == box[1] && last[3] == box[3] && box[0] <= last[2] + 1000
        && box[0] >= last[0]) {
        if (box[2] > last[2])
            last[2] = box[2];
        return;
    }
    if (n == link->cap || !link->quads) {
        link->cap = n ? n * 2 : 2;
        link->quads = realloc(link->quads, link->cap * 4 * sizeof *link->quads);
        if (!link->quads)
            abort();
    }
    memcpy(link->quads + 4 * n, box, 4 * sizeof *box);
    link->n_quads++;
}

static void link_area(hj_canvas *canvas, const hj_tag *tag, const char *uri, const char *dest,
                      hj_len x, hj_len y, hj_len w, hj_len h)
{
    hj_pdf *pdf = (hj_pdf *)canvas;
    if (!tag || tag->index >= pdf->n_nodes || !tag->role)
        return; /* a link in an artifact: hj_paint has said so */
    double box[4] = {1e18, 1e18, -1e18, -1e18};
    for (int corner = 0; corner < 4; corner++) {
        double px, py;
        page_point(pdf, (double)x + (corner & 1 ? w : 0), (double)y + (corner & 2 ? h : 0), &px,
                   &py);
        box[0] = px < box[0] ? px : box[0];
        box[1] = py < box[1] ? py : box[1];
        box[2] = px > box[2] ? px : box[2];
        box[3] = py > box[3] ? py : box[3];
    }
    hj_pdf_node *node = &pdf->nodes[tag->index];
    hj_pdf_link *link = node->last_link;
    if (!link || link->page != pdf->page) {
        link = HJ_NEW(pdf->arena, hj_pdf_link);
        *link = (hj_pdf_link){.tag = tag, .uri = uri, .dest = dest, .page = pdf->page,
                              .id = hj_pdf_id(&pdf->file)};
        if (pdf->last_link)
            pdf->last_link->next = link;
        else
            pdf->links = link;
        pdf->last_link = link;
        if (!node->links)
            node->links = link;
        node->last_link = link;
    }
    add_quad(link, box);
}

static void dest(hj_canvas *canvas, const char *id, hj_len x, hj_len y)
{
    hj_pdf *pdf = (hj_pdf *)canvas;
    if (pdf->n_dests == pdf->cap_dests) {
        pdf->cap_dests = pdf->cap_dests ? pdf->cap_dests * 2 : 32;
        pdf->dests = realloc(pdf->dests, pdf->cap_dests * sizeof *pdf->dests);
        if (!pdf->dests)
            abort();
    }
    hj_pdf_dest *d = &pdf->dests[pdf->n_dests++];
    *d = (hj_pdf_dest){.name = id, .page = pdf->page};
    page_point(pdf, x, y, &d->x, &d->y);
}

/* ---- pages ---- */

static void begin_page(hj_canvas *canvas, const hj_page *page, size_t index)
{
    hj_pdf *pdf = (hj_pdf *)canvas;
    (void)index;
    if (pdf->n_pages == pdf->cap_pages) {
        pdf->cap_pages = pdf->cap_pages ? pdf->cap_pages * 2 : 8;
        pdf->pages = realloc(pdf->pages, pdf->cap_pages * sizeof *pdf->pages);
        if (!pdf->pages)
            abort();
    }
    pdf->page = pdf->n_pages++;
    pdf->pages[pdf->page] = (hj_pdf_page){
        .id = hj_pdf_id(&pdf->file), .content = hj_pdf_id(&pdf->file), .width = page->width,
        .height = page->height, .number = page->number};
    hj_buf_clear(&pdf->content);
    fresh_state(&pdf->state);
    pdf->depth = 0;
    pdf->leaf = NULL;
    pdf->artifact = HJ_ARTIFACT_LAYOUT;
}

static void end_page(hj_canvas *canvas)
{
    hj_pdf *pdf = (hj_pdf *)canvas;
    end_mark(pdf);
    while (pdf->n_groups || pdf->groups_beyond)
        end_group(canvas);
    pdf->beyond = 0;
    while (pdf->depth)
        restore(canvas);
    hj_pdf_stream(&pdf->file, pdf->pages[pdf->page].content, "",
                  pdf->content.data ? pdf->content.data : "", pdf->content.len, HJ_PDF_DEFLATE);
}

/* ---- the end ---- */

static uint32_t write_resources(hj_pdf *pdf)
{
    uint32_t id = hj_pdf_resources(pdf);
    hj_buf *o = hj_pdf_object(&pdf->file, id);
    hj_buf_str(o, "<<");
    if (pdf->n_fonts) {
        hj_buf_str(o, "/Font<<");
        for (int i = 0; i < pdf->n_fonts; i++)
            hj_buf_printf(o, "/F%d %u 0 R", i + 1, pdf->used_fonts[i]->id);
        hj_buf_str(o, ">>");
    }
    if (pdf->n_images || pdf->n_forms) {
        hj_buf_str(o, "/XObject<<");
        for (uint32_t i = 0; i < pdf->n_images; i++)
            hj_buf_printf(o, "/I%u %u 0 R", i + 1, pdf->images[i].id);
        hj_buf_add(o, pdf->forms.data ? pdf->forms.data : "", pdf->forms.len);
        hj_buf_str(o, ">>");
    }
    if (pdf->patterns) {
        hj_buf_str(o, "/Pattern<<");
        for (const hj_pdf_shared *p = pdf->patterns; p; p = p->next)
            hj_buf_printf(o, "/P%u %u 0 R", p->number, p->id);
        hj_buf_str(o, ">>");
    }
    bool states = pdf->masks != NULL;
    if (states)
        hj_buf_str(o, "/ExtGState<<");
    for (const hj_pdf_shared *m = pdf->masks; m; m = m->next)
        hj_buf_printf(o, "/S%u<</SMask<</S/Luminosity/G %u 0 R>>>>", m->number, m->id);
    for (int a = 0; a < 256; a++)
        for (int which = 0; which < 2; which++) {
            if (!(pdf->alphas[a] & 1 << which))
                continue;
            if (!states)
                hj_buf_str(o, "/ExtGState<<");
            states = true;
            hj_buf_printf(o, "/%c%d<</%s ", which ? 'A' : 'a', a, which ? "CA" : "ca");
            hj_buf_milli(o, (a * 1000 + 127) / 255);
            hj_buf_str(o, ">>");
        }
    hj_buf_str(o, states ? ">>>>" : ">>");
    return id;
}

static bool finish(hj_canvas *canvas, hj_buf *out, hj_diags *diags)
{
    hj_pdf *pdf = (hj_pdf *)canvas;
    int before = diags->errors;
    if (pdf->broken_glyph || pdf->bad_tag)
        hj_error_blame(diags, HJ_BLAME_US, "HJ-PDF-001", HJ_NOWHERE,
                       "content without a glyph or a tag reached the PDF writer");
    if (pdf->too_deep)
        hj_error(diags, "HJ-PDF-002", HJ_NOWHERE,
                 "rotated or clipped content is nested too deeply for an archival PDF (limit %d)",
                 HJ_PDF_NESTING);
    if (!hj_pdf_check_tree(pdf, diags) || diags->errors > before)
        return false;

    hj_pdf_file *file = &pdf->file;
    for (int i = 0; i < pdf->n_fonts; i++)
        if (!hj_pdf_font_write(file, pdf->used_fonts[i], pdf->arena, diags))
            return false;
    uint32_t catalog = hj_pdf_id(file), pages = hj_pdf_id(file);
    uint32_t resources = write_resources(pdf);
    uint32_t tree = hj_pdf_write_tree(pdf);
    hj_pdf_write_pages(pdf, pages, resources);
    uint32_t bookmarks = hj_pdf_write_bookmarks(pdf);
    uint32_t info = hj_pdf_write_info(pdf), xmp = hj_pdf_write_xmp(pdf);
    hj_buf extra = {0};
    hj_pdf_write_intent(pdf, &extra);
    hj_pdf_write_attachments(pdf, &extra);
    hj_pdf_write_labels(pdf, &extra);
    if (diags->errors > before) {
        hj_buf_free(&extra);
        return false;
    }

    hj_buf *o = hj_pdf_object(file, catalog);
    hj_buf_printf(o, "<</Type/Catalog/Pages %u 0 R/StructTreeRoot %u 0 R/MarkInfo<</Marked true>>"
                  "/ViewerPreferences<</DisplayDocTitle true>>/Metadata %u 0 R", pages, tree, xmp);
    if (pdf->info.lang) {
        hj_buf_str(o, "/Lang");
        hj_pdf_text(o, pdf->info.lang, strlen(pdf->info.lang));
    }
    if (bookmarks)
        hj_buf_printf(o, "/Outlines %u 0 R/PageMode/UseOutlines", bookmarks);
    hj_buf_add(o, extra.data, extra.len);
    hj_buf_str(o, ">>");
    hj_buf_free(&extra);
    hj_pdf_file_end(file, catalog, info);
    hj_buf_add(out, file->out.data, file->out.len);
    return true;
}

static void destroy(void *object)
{
    hj_pdf *pdf = object;
    for (uint32_t i = 0; i < pdf->n_pages; i++)
        free(pdf->pages[i].leaves);
    for (uint32_t i = 0; i < pdf->n_nodes; i++)
        hj_buf_free(&pdf->nodes[i].text);
    for (int i = 0; i < pdf->n_fonts; i++) {
        free(pdf->used_fonts[i]->codes);
        hj_buf_free(&pdf->used_fonts[i]->texts);
    }
    for (hj_pdf_link *l = pdf->links; l; l = l->next)
        free(l->quads);
    free(pdf->pages);
    free(pdf->fonts);
    free(pdf->used_fonts);
    free(pdf->images);
    free(pdf->dests);
    hj_buf_free(&pdf->content);
    hj_buf_free(&pdf->forms);
    for (int i = 0; i < pdf->n_groups; i++)
        hj_buf_free(&pdf->groups[i].content);
    hj_pdf_file_free(&pdf->file);
}

hj_canvas *hj_pdf_canvas(const hj_areas *areas, const hj_document_info *info,
                         const hj_pdf_options *options, hj_pdf_cache *cache, hj_arena *arena)
{
    hj_pdf *pdf = HJ_NEW(arena, hj_pdf);
    hj_arena_defer(arena, destroy, pdf);
    pdf->canvas = (hj_canvas){begin_page, want_mark, hj_pdf_glyphs, fill, stroke, image, save,
                              restore, transform, clip, hj_pdf_shade, begin_group, end_group,
                              link_area, dest, end_page, finish};
    pdf->areas = areas;
    pdf->info = *info;
    if (options)
        pdf->options = *options;
    pdf->arena = arena;
    pdf->n_nodes = areas->n_tags;
    pdf->nodes = HJ_ARRAY(arena, pdf->n_nodes + 1, hj_pdf_node);
    pdf->file.cache = cache;
    int level = pdf->options.compression;
    pdf->file.level = level < 1 || level > 12 ? 1 : level;
    pdf->file.font_boxes = pdf->options.font_boxes;
    hj_pdf_file_begin(&pdf->file);
    return &pdf->canvas;
}
