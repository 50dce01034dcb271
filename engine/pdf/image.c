/* Pictures: JPEG files go in as they are, all else is deflated with a row predictor; opacity
 * becomes a soft mask (ISO 32000-1, 11.6.5.3; ISO 19005-2 allows it from part 2 on). */
#include <stdlib.h>
#include <string.h>

#include "pdf/internal.h"

/* The PNG heuristic: per row the filter with the smallest sum of absolute differences. */
static void filter_rows(const uint8_t *pixels, int width, int height, int channels, hj_buf *out)
{
    size_t stride = (size_t)width * (size_t)channels, bpp = (size_t)channels;
    uint8_t *zero = calloc(1, stride);
    if (!zero)
        abort();
    for (int y = 0; y < height; y++) {
        const uint8_t *row = pixels + (size_t)y * stride;
        const uint8_t *above = y ? row - stride : zero;
        uint64_t best = UINT64_MAX;
        int filter = 0;
        for (int f = 0; f < 3; f++) { /* none, left, up: the rest gains little */
            uint64_t sum = 0;
            for (size_t i = 0; i < stride && sum < best; i++) {
                uint8_t before = f == 1 ? (i >= bpp ? row[i - bpp] : 0) : f == 2 ? above[i] : 0;
                uint8_t d = (uint8_t)(row[i] - before);
                sum += d < 128 ? d : 256u - d;
            }
            if (sum < best) {
                best = sum;
                filter = f;
            }
        }
        uint8_t *to = (uint8_t *)hj_pdf_room(out, stride + 1);
        *to++ = (uint8_t)filter;
        for (size_t i = 0; i < stride; i++) {
            uint8_t before = filter == 1 ? (i >= bpp ? row[i - bpp] : 0)
                             : filter == 2 ? above[i] : 0;
            to[i] = (uint8_t)(row[i] - before);
        }
        out->len += stride + 1;
    }
    free(zero);
}

static uint8_t *deflate_rows(hj_pdf_file *file, const uint8_t *pixels, int width, int height,
                             int channels, size_t *n)
{
    hj_buf rows = {0}, packed = {0};
    filter_rows(pixels, width, height, channels, &rows);
    hj_pdf_deflate(file, rows.data, rows.len, &packed);
    hj_buf_free(&rows);
    *n = packed.len;
    return (uint8_t *)packed.data;
}

static void put_size(hj_buf *dict, const hj_raster *r)
{
    hj_buf_clear(dict);
    hj_buf_printf(dict, "/Type/XObject/Subtype/Image/Width %d/Height %d", r->width, r->height);
}

static void put_channels(hj_buf *dict, int channels, int bits)
{
    hj_buf_printf(dict, "/BitsPerComponent %d/ColorSpace/Device%s", bits,
                  channels == 1 ? "Gray" : "RGB");
}

static void put_filter(hj_buf *dict, const hj_raster *r, int channels, int bits)
{
    hj_buf_printf(dict, "/DecodeParms<</Predictor 15/Colors %d/Columns %d", channels, r->width);
    if (bits != 8)
        hj_buf_printf(dict, "/BitsPerComponent %d", bits);
    hj_buf_str(dict, ">>");
}

static void write_jpeg(hj_pdf *pdf, const hj_raster *r, uint32_t id, hj_buf *dict)
{
    put_size(dict, r);
    put_channels(dict, r->channels, 8);
    hj_buf_str(dict, "/Filter/DCTDecode");
    if (r->stored_rgb) /* a reader would take three channels for YCbCr */
        hj_buf_str(dict, "/DecodeParms<</ColorTransform 0>>");
    hj_pdf_stream(&pdf->file, id, dict->data, r->bytes, r->len, HJ_PDF_PLAIN);
}

/* What of a picture must be made here: the rows, if its own cannot go in, and the soft mask. */
static const hj_pdf_image_data *image_data(hj_pdf_file *file, const hj_raster *r,
                                           hj_pdf_image_data *made)
{
    const hj_pdf_image_data *data = hj_pdf_cached_image(file->cache, r, file->level);
    if (data)
        return data;
    *made = (hj_pdf_image_data){.key = {r->key[0], r->key[1]}, .width = r->width,
                                .height = r->height, .channels = r->channels,
                                .level = file->level};
    if (r->rows && !r->has_alpha)
        return made;
    uint8_t *pixels, *alpha;
    if (!hj_raster_decode(r, &pixels, &alpha))
        return NULL;
    if (!r->rows)
        made->deflated = deflate_rows(file, pixels, r->width, r->height, r->channels,
                                      &made->n_deflated);
    if (alpha)
        made->alpha = deflate_rows(file, alpha, r->width, r->height, 1, &made->n_alpha);
    free(pixels);
    free(alpha);
    data = hj_pdf_keep_image(file->cache, made);
    if (!data)
        return made;
    *made = (hj_pdf_image_data){0}; /* the cache's now */
    return data;
}

static void write_image(hj_pdf *pdf, const hj_raster *r, uint32_t id)
{
    hj_buf dict = {0};
    if (r->kind == HJ_RASTER_JPEG) {
        write_jpeg(pdf, r, id, &dict);
        hj_buf_free(&dict);
        return;
    }
    hj_pdf_file *file = &pdf->file;
    hj_pdf_image_data made = {0};
    const hj_pdf_image_data *data = image_data(file, r, &made);
    if (!data) {
        pdf->broken_glyph = true; /* the file was read whole before: our bug */
        data = &made;
    }
    uint32_t mask = data->alpha ? hj_pdf_id(file) : 0;
    if (mask) {
        put_size(&dict, r);
        put_channels(&dict, 1, 8);
        put_filter(&dict, r, 1, 8);
        hj_pdf_stream(file, mask, dict.data, data->alpha, data->n_alpha, HJ_PDF_DEFLATED);
    }
    put_size(&dict, r);
    if (!r->rows) {
        put_channels(&dict, r->channels, 8);
        put_filter(&dict, r, r->channels, 8);
    } else if (!r->palette) {
        put_channels(&dict, r->channels, r->bits);
        put_filter(&dict, r, r->channels, r->bits);
    } else {
        hj_buf_printf(&dict, "/BitsPerComponent %d/ColorSpace[/Indexed/DeviceRGB %d", r->bits,
                      r->n_palette - 1);
        hj_buf_char(&dict, '<');
        for (int i = 0; i < 3 * r->n_palette; i++)
            hj_buf_printf(&dict, "%02x", r->palette[i]);
        hj_buf_str(&dict, ">]");
        put_filter(&dict, r, 1, r->bits);
    }
    if (mask)
        hj_buf_printf(&dict, "/SMask %u 0 R", mask);
    hj_pdf_stream(file, id, dict.data, r->rows ? r->rows : data->deflated,
                  r->rows ? r->n_rows : data->n_deflated, HJ_PDF_DEFLATED);
    free(made.deflated);
    free(made.alpha);
    hj_buf_free(&dict);
}

static bool same(const hj_raster *a, const hj_raster *b)
{
    return a == b || (a->len == b->len && memcmp(a->key, b->key, sizeof a->key) == 0);
}

uint32_t hj_pdf_use_image(hj_pdf *pdf, const hj_raster *raster)
{
    for (uint32_t i = 0; i < pdf->n_images; i++)
        if (same(pdf->images[i].raster, raster))
            return i + 1;
    if (pdf->n_images == pdf->cap_images) {
        pdf->cap_images = pdf->cap_images ? pdf->cap_images * 2 : 8;
        pdf->images = realloc(pdf->images, pdf->cap_images * sizeof *pdf->images);
        if (!pdf->images)
            abort();
    }
    uint32_t id = hj_pdf_id(&pdf->file);
    pdf->images[pdf->n_images++] = (hj_pdf_image){raster, id};
    write_image(pdf, raster, id);
    return pdf->n_images;
}
