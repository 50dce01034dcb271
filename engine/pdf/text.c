/* Text: runs of one line become one array of strings and adjustments (ISO 32000-1, 9.4.3).
 *
 * The hard idea: two pens. One is where layout wants the next glyph, exactly; the other is where a
 * reader's pen stands after the widths in /W, the character spacing and the adjustments written so
 * far, which are whole thousandths of the size. The next adjustment is the rounded difference of
 * the two, so that no error is ever carried on. */
#include <string.h>

#include "pdf/internal.h"

static void end_string(hj_pdf *pdf)
{
    if (pdf->in_string) {
        hj_buf_char(&pdf->content, ')');
        pdf->in_string = false;
    }
}

static void end_array(hj_pdf *pdf)
{
    end_string(pdf);
    if (pdf->in_array) {
        hj_buf_str(&pdf->content, "]TJ\n");
        pdf->in_array = false;
    }
}

void hj_pdf_end_text(hj_pdf *pdf)
{
    end_array(pdf);
    if (pdf->in_text) {
        if (pdf->rise)
            hj_buf_str(&pdf->content, "0 Ts ");
        hj_buf_str(&pdf->content, "ET\n");
        pdf->in_text = false;
        pdf->rise = 0;
    }
}

/* Shares the characters of a cluster out over its glyphs: one each and the rest to the last, so
 * that every glyph gives something back (ISO 19005-2, 6.2.11.7.2). */
typedef struct cluster {
    uint32_t end; /* first glyph of the next cluster */
    const char *from, *stop; /* characters not yet given away */
} cluster;

static void next_cluster(const hj_run *run, uint32_t i, cluster *c)
{
    uint32_t at = run->glyphs[i].cluster;
    c->end = i + 1;
    while (c->end < run->n_glyphs && run->glyphs[c->end].cluster == at)
        c->end++;
    uint32_t stop = c->end < run->n_glyphs ? run->glyphs[c->end].cluster : run->text_len;
    c->from = run->text + (at < run->text_len ? at : run->text_len);
    c->stop = stop > at ? run->text + stop : c->from;
}

static const char *glyph_text(const hj_run *run, uint32_t i, cluster *c, size_t *len)
{
    if (i >= c->end) {
        uint32_t at = run->glyphs[i].cluster;
        if (i + 1 < run->n_glyphs && run->glyphs[i + 1].cluster == at + 1) { /* nearly always */
            c->end = i + 1;
            *len = 1;
            return run->text + at;
        }
        next_cluster(run, i, c);
    }
    const char *text = c->from;
    if (i + 1 == c->end)
        c->from = c->stop;
    else if (c->from < c->stop)
        hj_utf8_next(&c->from, c->stop);
    *len = (size_t)(c->from - text);
    if (*len)
        return text;
    *len = 3; /* more glyphs than characters: a zero width space */
    return "\xe2\x80\x8b";
}

/* Room for a glyph's text is tiny and known: at most two bytes, both escaped. */
static void put_code(hj_pdf *pdf, uint16_t code)
{
    hj_buf *out = &pdf->content;
    char *to = hj_pdf_room(out, 5), *start = to;
    if (!pdf->in_string)
        *to++ = '(';
    pdf->in_string = true;
    for (int shift = 8; shift >= 0; shift -= 8) {
        char c = (char)(code >> shift);
        if (c == '(' || c == ')' || c == '\\') {
            *to++ = '\\';
        } else if (c == '\r') {
            *to++ = '\\';
            c = 'r';
        }
        *to++ = c;
    }
    out->len += (size_t)(to - start);
}

/* Moves the reader's pen by whole thousandths of the size towards where it should be. */
static void adjust(hj_pdf *pdf, int64_t difference, hj_len size)
{
    int64_t half = size / 2;
    int64_t units = (difference + (difference >= 0 ? half : -half)) / size;
    if (!units)
        return;
    end_string(pdf);
    hj_buf_int(&pdf->content, -units);
    pdf->pen += units * size;
}

static void set_rise(hj_pdf *pdf, hj_len rise)
{
    if (rise == pdf->rise)
        return;
    end_array(pdf);
    hj_pdf_hundredth(&pdf->content, hj_pdf_round(rise));
    hj_buf_str(&pdf->content, " Ts ");
    pdf->rise = rise;
}

static void open_array(hj_pdf *pdf)
{
    if (!pdf->in_array) {
        hj_buf_char(&pdf->content, '[');
        pdf->in_array = true;
    }
}

/* Colour, font and spacing; each stands until changed, so a line of one style sets nothing. */
static void set_style(hj_pdf *pdf, const hj_pdf_font *font, hj_len size, int64_t spacing,
                      hj_color color)
{
    hj_pdf_state *s = &pdf->state;
    if (s->fill != color) {
        end_array(pdf);
        hj_pdf_set_fill(pdf, color);
    }
    if (s->font != font || s->size != size) {
        end_array(pdf);
        hj_buf_str(&pdf->content, "/F");
        hj_buf_int(&pdf->content, font->number);
        hj_buf_char(&pdf->content, ' ');
        hj_buf_milli(&pdf->content, size);
        hj_buf_str(&pdf->content, " Tf ");
        s->font = font;
        s->size = size;
    }
    if (s->char_space != spacing) {
        end_array(pdf);
        hj_buf_milli(&pdf->content, spacing);
        hj_buf_str(&pdf->content, " Tc ");
        s->char_space = spacing;
    }
}

void hj_pdf_glyphs(hj_canvas *canvas, const hj_run *run, hj_len x, hj_len y, hj_len size,
                   hj_len letter_spacing, hj_len word_spacing, hj_color color)
{
    hj_pdf *pdf = (hj_pdf *)canvas;
    if (!run->n_glyphs || size <= 0)
        return;
    hj_pdf_font *font = hj_pdf_use_font(pdf, run->face);
    hj_pdf_begin_mark(pdf);
    if (pdf->link_text)
        hj_buf_add(&pdf->link_text->text, run->text, run->text_len);
    if (!pdf->in_text) {
        hj_buf_str(&pdf->content, "BT\n");
        pdf->in_text = true;
        pdf->line_x = pdf->line_y = 0;
        pdf->pen = INT64_MIN;
    }
    set_style(pdf, font, size, letter_spacing, color);

    int64_t exact = (int64_t)x * 1000;
    int64_t line_x = hj_pdf_round(x);
    int64_t line_y = hj_pdf_round((double)pdf->pages[pdf->page].height - y);
    /* On the same line and onward the pen is moved inside the array; else a new line is begun. */
    bool fresh = pdf->pen == INT64_MIN;
    int64_t gap = fresh ? 0 : exact - pdf->pen;
    if (fresh || line_y != pdf->line_y || gap < -(int64_t)size * 300
        || gap > (int64_t)size * 30000) {
        end_array(pdf);
        hj_pdf_hundredth(&pdf->content, line_x - pdf->line_x);
        hj_buf_char(&pdf->content, ' ');
        hj_pdf_hundredth(&pdf->content, line_y - pdf->line_y);
        hj_buf_str(&pdf->content, " Td");
        pdf->line_x = line_x;
        pdf->line_y = line_y;
        pdf->pen = line_x * 10000;
    }

    cluster part = {0};
    int64_t spacing = (int64_t)letter_spacing * 1000, half = (size + 1) / 2;
    for (uint32_t i = 0; i < run->n_glyphs; i++) {
        const hj_glyph *g = &run->glyphs[i];
        size_t len;
        const char *text = glyph_text(run, i, &part, &len);
        uint16_t code = g->gid ? hj_pdf_font_code(font, g->gid, text, len) : 0;
        if (!code) {
            pdf->broken_glyph = true;
            continue;
        }
        if (g->dy || pdf->rise)
            set_rise(pdf, (hj_len)((int64_t)g->dy * size / 1000));
        open_array(pdf);
        int64_t difference = exact + (int64_t)g->dx * size - pdf->pen;
        if (difference >= half || difference <= -half)
            adjust(pdf, difference, size);
        put_code(pdf, code);
        pdf->pen += (int64_t)font->codes[code].width * size + spacing;
        exact += (int64_t)g->advance * size + spacing;
        const char *c = run->text + g->cluster;
        if (word_spacing && g->cluster < run->text_len
            && (*c == ' ' || (c[0] == '\xc2' && g->cluster + 1 < run->text_len && c[1] == '\xa0')))
            exact += (int64_t)word_spacing * 1000;
    }
    set_rise(pdf, 0);
}
