/* Gradients: axial and radial shadings as patterns (ISO 32000-1, 8.7.4.5), their opacity as a soft
 * mask of the same shape in grey (11.6.5.3).
 *
 * The hard idea: a pattern's matrix counts from the space of the content stream it is used in, not
 * from the matrix in force (8.7.3.1). So what the page has been turned by goes into the pattern;
 * in a mask, which is a stream of its own, it does not. */
#include <string.h>

#include "pdf/internal.h"

static double page_height(const hj_pdf *pdf)
{
    return pdf->pages[pdf->page].height;
}

static uint64_t hash_of(const char *text)
{
    uint64_t h = 14695981039346656037u;
    for (; *text; text++)
        h = (h ^ (unsigned char)*text) * 1099511628211u;
    return h;
}

static hj_pdf_shared *find(hj_pdf_shared *list, const char *text)
{
    uint64_t hash = hash_of(text);
    for (; list; list = list->next)
        if (list->hash == hash && strcmp(list->text, text) == 0)
            return list;
    return NULL;
}

static hj_pdf_shared *keep(hj_pdf *pdf, hj_pdf_shared **list, uint32_t *n, const char *text)
{
    hj_pdf_shared *s = HJ_NEW(pdf->arena, hj_pdf_shared);
    *s = (hj_pdf_shared){.text = hj_arena_strdup(pdf->arena, text), .hash = hash_of(text),
                         .id = hj_pdf_id(&pdf->file), .number = ++*n, .next = *list};
    *list = s;
    return s;
}

static void put_color(hj_buf *out, hj_color color, bool alpha)
{
    for (int shift = alpha ? 0 : 24; shift >= (alpha ? 0 : 8); shift -= 8) {
        hj_buf_milli(out, ((color >> shift & 255) * 1000 + 127) / 255);
        hj_buf_char(out, ' ');
    }
}

static void put_ramp(hj_buf *out, hj_color from, hj_color to, bool alpha)
{
    hj_buf_str(out, "<</FunctionType 2/N 1/Domain[0 1]/C0[");
    put_color(out, from, alpha);
    hj_buf_str(out, "]/C1[");
    put_color(out, to, alpha);
    hj_buf_str(out, "]>>");
}

/* The stops as one function; stretches of no length are left out, as their ends are a step. */
static void put_function(hj_buf *out, const hj_shade *s, bool alpha)
{
    hj_buf functions = {0}, bounds = {0};
    int n = 0;
    double at = 0;
    hj_color color = s->stops[0].color;
    for (size_t i = 0; i <= s->n; i++) {
        double to = i < s->n ? s->stops[i].offset : 1;
        hj_color next = i < s->n ? s->stops[i].color : color;
        if (to > at + 1e-6) {
            if (n++)
                hj_pdf_put_factor(&bounds, at);
            put_ramp(&functions, color, next, alpha);
            at = to;
        }
        color = next;
    }
    if (!n) { /* all stops at 0: the last colour */
        put_ramp(&functions, color, color, alpha);
        n = 1;
    }
    if (n == 1) {
        hj_buf_add(out, functions.data, functions.len);
    } else {
        hj_buf_str(out, "<</FunctionType 3/Domain[0 1]/Functions[");
        hj_buf_add(out, functions.data, functions.len);
        hj_buf_str(out, "]/Bounds[");
        hj_buf_add(out, bounds.data, bounds.len);
        hj_buf_str(out, "]/Encode[");
        for (int i = 0; i < n; i++)
            hj_buf_str(out, "0 1 ");
        hj_buf_str(out, "]>>");
    }
    hj_buf_free(&functions);
    hj_buf_free(&bounds);
}

/* m counts in 1/1000 pt, y down; the number of a pattern in points, y up. */
static uint32_t pattern(hj_pdf *pdf, const hj_shade *s, const hj_matrix *m, bool alpha)
{
    hj_buf text = {0};
    const double v[] = {m->a / 1000, -m->b / 1000, m->c / 1000, -m->d / 1000, m->e / 1000,
                        (page_height(pdf) - m->f) / 1000};
    hj_buf_str(&text, "<</PatternType 2/Matrix[");
    for (size_t i = 0; i < HJ_COUNT(v); i++)
        hj_pdf_put_factor(&text, v[i]);
    hj_buf_printf(&text, "]/Shading<</ShadingType %d/ColorSpace/Device%s/Extend[true true]/Coords[",
                  s->radial ? 3 : 2, alpha ? "Gray" : "RGB");
    const double line[] = {s->x0, s->y0, s->x1, s->y1};
    const double circles[] = {s->x0, s->y0, s->r0, s->x1, s->y1, s->r1};
    for (int i = 0; i < (s->radial ? 6 : 4); i++)
        hj_pdf_put_factor(&text, s->radial ? circles[i] : line[i]);
    hj_buf_str(&text, "]/Function");
    put_function(&text, s, alpha);
    hj_buf_str(&text, ">>>>");
    hj_pdf_shared *shared = find(pdf->patterns, text.data);
    if (!shared) {
        shared = keep(pdf, &pdf->patterns, &pdf->n_patterns, text.data);
        hj_buf_add(hj_pdf_object(&pdf->file, shared->id), text.data, text.len);
    }
    hj_buf_free(&text);
    return shared->number;
}

/* The number of a soft mask over box (left, top, right, bottom; y down). */
static uint32_t mask(hj_pdf *pdf, const hj_shade *s, const double box[4])
{
    hj_buf dict = {0}, content = {0};
    uint32_t grey = pattern(pdf, s, &s->matrix, true);
    int64_t left = hj_pdf_round(box[0] - 10), right = hj_pdf_round(box[2] + 10);
    int64_t low = hj_pdf_round(page_height(pdf) - box[3] - 10);
    int64_t high = hj_pdf_round(page_height(pdf) - box[1] + 10);
    const int64_t edges[] = {left, low, right, high}, sides[] = {left, low, right - left,
                                                                 high - low};
    hj_buf_str(&dict, "/Type/XObject/Subtype/Form/Group<</Type/Group/S/Transparency/CS/DeviceGray"
               ">>/BBox[");
    hj_buf_printf(&content, "/Pattern cs /P%u scn ", grey);
    for (int i = 0; i < 4; i++) {
        hj_pdf_hundredth(&dict, edges[i]);
        hj_buf_char(&dict, i < 3 ? ' ' : ']');
        hj_pdf_hundredth(&content, sides[i]);
        hj_buf_char(&content, ' ');
    }
    hj_buf_str(&content, "re f\n");
    hj_buf_printf(&dict, "/Resources %u 0 R", hj_pdf_resources(pdf));
    const char *text = hj_arena_printf(pdf->arena, "%s%s", dict.data, content.data);
    hj_pdf_shared *shared = find(pdf->masks, text);
    if (!shared) {
        shared = keep(pdf, &pdf->masks, &pdf->n_masks, text);
        hj_pdf_stream(&pdf->file, shared->id, dict.data, content.data, content.len,
                      HJ_PDF_DEFLATE);
    }
    hj_buf_free(&dict);
    hj_buf_free(&content);
    return shared->number;
}

/* Around all points of the path, control points too, and the pen. */
static void box_of(const hj_path *path, const hj_stroke *pen, double box[4])
{
    static const uint8_t counts[] = {1, 1, 3, 0};
    size_t n = 0;
    double around = pen ? pen->width * (pen->join == 0 && pen->miter_limit > 1 ? pen->miter_limit
                                                                                : 1) : 0;
    box[0] = box[1] = 1e18;
    box[2] = box[3] = -1e18;
    for (size_t i = 0; i < path->n_ops; i++)
        n += counts[path->ops[i]];
    for (size_t i = 0; i < 2 * n; i++) {
        double v = path->xy[i];
        box[i & 1] = v - around < box[i & 1] ? v - around : box[i & 1];
        box[2 + (i & 1)] = v + around > box[2 + (i & 1)] ? v + around : box[2 + (i & 1)];
    }
}

static hj_matrix multiply(const hj_matrix *m, const hj_matrix *n) /* first m, then n */
{
    return (hj_matrix){
        m->a * n->a + m->b * n->c,        m->a * n->b + m->b * n->d,
        m->c * n->a + m->d * n->c,        m->c * n->b + m->d * n->d,
        m->e * n->a + m->f * n->c + n->e, m->e * n->b + m->f * n->d + n->f,
    };
}

void hj_pdf_shade(hj_canvas *canvas, const hj_path *path, bool even_odd, const hj_stroke *pen,
                  const hj_shade *shade)
{
    hj_pdf *pdf = (hj_pdf *)canvas;
    if (!path->n_ops || shade->n < 2 || (pen && pen->width <= 0))
        return;
    bool faded = false;
    for (size_t i = 1; i < shade->n; i++)
        faded |= ((shade->stops[i].color ^ shade->stops[0].color) & 255) != 0;
    uint8_t alpha = (uint8_t)(shade->stops[0].color & 255);
    if (!faded && !alpha)
        return;
    hj_pdf_end_text(pdf);
    hj_pdf_begin_mark(pdf);
    hj_matrix m = multiply(&shade->matrix, &pdf->state.ctm);
    uint32_t number = pattern(pdf, shade, &m, false);
    double box[4];
    box_of(path, pen, box);
    uint32_t soft = faded ? mask(pdf, shade, box) : 0;
    const hj_pdf_state before = pdf->state;
    hj_buf *out = &pdf->content;
    hj_buf_str(out, "q ");
    uint8_t opacity = faded ? 255 : alpha; /* the state may be fading from an earlier fill */
    hj_buf_printf(out, "/%c%u gs ", pen ? 'A' : 'a', opacity);
    pdf->alphas[opacity] |= pen ? 2 : 1;
    if (soft)
        hj_buf_printf(out, "/S%u gs ", soft);
    hj_buf_printf(out, pen ? "/Pattern CS /P%u SCN " : "/Pattern cs /P%u scn ", number);
    if (pen)
        hj_pdf_set_pen(pdf, pen);
    hj_pdf_put_path(pdf, path);
    hj_buf_str(out, pen ? "S Q\n" : even_odd ? "f* Q\n" : "f Q\n");
    pdf->state = before;
}
