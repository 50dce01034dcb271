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

static void image_dict(hj_buf *dict, const hj_raster *r, int channels, bool filtered)
{
    hj_buf_clear(dict);
    hj_buf_printf(dict, "/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8"
                  "/ColorSpace/Device%s", r->width, r->height, channels == 1 ? "Gray" : "RGB");
    if (filtered)
        hj_buf_printf(dict, "/DecodeParms<</Predictor 15/Colors %d/Columns %d>>", channels,
                      r->width);
}

static void write_image(hj_pdf *pdf, const hj_raster *r, uint32_t id)
{
    hj_buf dict = {0};
    if (r->jpeg) {
        image_dict(&dict, r, r->channels, false);
        hj_buf_str(&dict, "/Filter/DCTDecode");
        hj_pdf_stream(&pdf->file, id, dict.data, r->jpeg, r->jpeg_len, HJ_PDF_PLAIN);
        hj_buf_free(&dict);
        return;
    }
    hj_pdf_file *file = &pdf->file;
    const hj_pdf_image_data *data = hj_pdf_cached_image(file->cache, r, file->level);
    hj_pdf_image_data made = {0};
    if (!data) {
        made = (hj_pdf_image_data){.key = r->key, .width = r->width, .height = r->height,
                                   .channels = r->channels, .level = file->level};
        made.deflated = deflate_rows(file, r->pixels, r->width, r->height, r->channels,
                                     &made.n_deflated);
        if (r->alpha)
            made.alpha = deflate_rows(file, r->alpha, r->width, r->height, 1, &made.n_alpha);
        data = hj_pdf_keep_image(file->cache, &made);
        if (data)
            made = (hj_pdf_image_data){0};
        else
            data = &made;
    }
    uint32_t mask = data->alpha ? hj_pdf_id(file) : 0;
    if (mask) {
        image_dict(&dict, r, 1, true);
        hj_pdf_stream(file, mask, dict.data, data->alpha, data->n_alpha, HJ_PDF_DEFLATED);
    }
    image_dict(&dict, r, r->channels, true);
    if (mask)
        hj_buf_printf(&dict, "/SMask %u 0 R", mask);
    hj_pdf_stream(file, id, dict.data, data->deflated, data->n_deflated, HJ_PDF_DEFLATED);
    free(made.deflated);
    free(made.alpha);
    hj_buf_free(&dict);
}

uint32_t hj_pdf_use_image(hj_pdf *pdf, const hj_raster *raster)
{
    for (uint32_t i = 0; i < pdf->n_images; i++)
        if (pdf->images[i].key == raster->key && pdf->images[i].width == raster->width
            && pdf->images[i].height == raster->height)
            return i + 1;
    if (pdf->n_images == pdf->cap_images) {
        pdf->cap_images = pdf->cap_images ? pdf->cap_images * 2 : 8;
        pdf->images = realloc(pdf->images, pdf->cap_images * sizeof *pdf->images);
        if (!pdf->images)
            abort();
    }
    uint32_t id = hj_pdf_id(&pdf->file);
    pdf->images[pdf->n_images++] = (hj_pdf_image){raster->key, id, raster->width, raster->height};
    write_image(pdf, raster, id);
    return pdf->n_images;
}
