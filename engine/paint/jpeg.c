/* JPEG (ITU-T T.81): read as segments first, so that what cannot be archived is refused by its
 * name, then decoded once to know that the file is whole, then passed on untouched.
 *
 * The hard idea: PDF's DCTDecode knows baseline and progressive Huffman coding with 8 bits only
 * (ISO 32000-1, 7.4.8). libjpeg knows more, and what it draws a reader of the archive may not. */
#include <setjmp.h>
#include <stdio.h>
#include <jpeglib.h> /* needs FILE and size_t */
#include <stdlib.h>
#include <string.h>

#include "paint/raster.h"

/* Progressive files may repeat scans without end; decoding is so many passes over the pixels. */
enum { MOST_SCANS = 200 };

/* ---- segments ---- */

typedef struct headers {
    int process; /* of the SOF marker; -1: none came */
    int precision, components;
    int width, height;
    uint8_t turn;
    hj_density density;
    bool profile, srgb;
} headers;

static int two(const uint8_t *p)
{
    return p[0] << 8 | p[1];
}

static void read_jfif(const uint8_t *p, int n, headers *h)
{
    if (n < 12 || memcmp(p, "JFIF", 5) != 0)
        return;
    double factor = p[7] == 1 ? 1 : p[7] == 2 ? 2.54 : 0;
    h->density = (hj_density){two(p + 8) * factor, two(p + 10) * factor};
}

/* From the first marker to the first scan. */
static headers read_headers(const uint8_t *p, size_t n)
{
    headers h = {.process = -1, .turn = 1};
    const uint8_t *end = p + n;
    p += 2;
    while (end - p >= 4) {
        if (*p != 0xff) {
            p++; /* libjpeg will say whether this is bad */
            continue;
        }
        int marker = p[1];
        if (marker == 0xff || marker == 0 || marker == 1 || (marker >= 0xd0 && marker <= 0xd8)) {
            p += marker == 0xff ? 1 : 2;
            continue;
        }
        if (marker == 0xda || marker == 0xd9)
            break;
        int length = two(p + 2);
        if (length < 2 || end - p - 2 < length)
            break;
        const uint8_t *body = p + 4;
        int size = length - 2;
        if (marker == 0xe0) {
            read_jfif(body, size, &h);
        } else if (marker == 0xe1 && size > 6 && memcmp(body, "Exif\0", 6) == 0) {
            hj_exif_read(body + 6, (size_t)size - 6, &h.turn, &h.density);
        } else if (marker == 0xe2 && size > 14 && memcmp(body, "ICC_PROFILE", 12) == 0) {
            h.profile = true;
            h.srgb |= memmem(body, (size_t)size, "sRGB", 4) != NULL
                      || memmem(body, (size_t)size, "s\0R\0G\0B", 7) != NULL;
        } else if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8
                   && marker != 0xcc && size >= 6) {
            h.process = marker - 0xc0;
            h.precision = body[0];
            h.height = two(body + 1);
            h.width = two(body + 3);
            h.components = body[5];
        }
        p += 2 + length;
    }
    return h;
}

static bool refused(const headers *h, const char *file, hj_diags *diags)
{
    const char *why = NULL;
    if (h->process >= 9)
        why = HJ_T("arithmetic coding");
    else if (h->process == 3)
        why = HJ_T("lossless coding");
    else if (h->process > 3)
        why = HJ_T("hierarchical coding");
    else if (h->process >= 0 && h->precision != 8)
        why = HJ_T("more than 8 bits a channel");
    if (why) {
        hj_error(diags, "HJ-PAINT-025", HJ_FILE(file), "the JPEG uses %s, which a PDF cannot hold",
                 hj_tr(diags->lang, why));
        hj_hint(diags, "save the picture again as an ordinary JPEG, or as PNG");
        return true;
    }
    if (h->process < 0 || h->components == 1 || h->components == 3)
        return false;
    hj_error(diags, "HJ-PAINT-024", HJ_FILE(file),
             "the JPEG has %d colour channels (CMYK): only grey and RGB can be archived here",
             h->components);
    hj_hint(diags, "save the picture again as RGB");
    return true;
}

/* ---- decoding ---- */

typedef struct decoder {
    struct jpeg_error_mgr errors; /* first: libjpeg sees only this */
    struct jpeg_progress_mgr progress;
    jmp_buf failed;
    char why[JMSG_LENGTH_MAX];
    uint8_t *row;
    unsigned width, height;
    int components; /* what the segments said */
} decoder;

static void failed(j_common_ptr info)
{
    decoder *d = (decoder *)info->err;
    info->err->format_message(info, d->why);
    longjmp(d->failed, 1);
}

/* A damaged stream is a warning to libjpeg (it fills with grey) and a fault to us. */
static void message(j_common_ptr info, int level)
{
    if (level < 0)
        failed(info);
}

static void progressed(j_common_ptr info)
{
    decoder *d = (decoder *)info->err;
    if (info->is_decompressor && ((j_decompress_ptr)info)->input_scan_number > MOST_SCANS) {
        snprintf(d->why, sizeof d->why, "it has more than %d scans", MOST_SCANS);
        longjmp(d->failed, 1);
    }
}

/* All rows, into pixels, or only to know that the file is whole. *rgb: it holds RGB, not YCbCr. */
static bool decode(const void *bytes, size_t n, uint8_t *pixels, bool *rgb, decoder *d)
{
    struct jpeg_decompress_struct jpeg;
    memset(&jpeg, 0, sizeof jpeg);
    jpeg.err = jpeg_std_error(&d->errors);
    d->errors.error_exit = failed;
    d->errors.emit_message = message;
    d->row = NULL;
    if (setjmp(d->failed)) {
        jpeg_destroy_decompress(&jpeg);
        free(d->row);
        return false;
    }
    jpeg_create_decompress(&jpeg);
    jpeg_mem_src(&jpeg, bytes, n);
    jpeg_read_header(&jpeg, TRUE);
    if (jpeg.image_width != d->width || jpeg.image_height != d->height
        || jpeg.num_components != d->components) {
        snprintf(d->why, sizeof d->why, "it gives its size twice");
        longjmp(d->failed, 1);
    }
    *rgb = jpeg.jpeg_color_space == JCS_RGB;
    size_t stride = (size_t)jpeg.image_width * (size_t)jpeg.num_components;
    jpeg.out_color_space = jpeg.num_components == 1 ? JCS_GRAYSCALE : JCS_RGB;
    d->progress.progress_monitor = progressed;
    jpeg.progress = &d->progress;
    jpeg_start_decompress(&jpeg);
    d->row = pixels ? NULL : malloc(stride);
    if (!pixels && !d->row)
        abort();
    while (jpeg.output_scanline < jpeg.output_height) {
        JSAMPROW to = pixels ? pixels + jpeg.output_scanline * stride : d->row;
        jpeg_read_scanlines(&jpeg, &to, 1);
    }
    jpeg_finish_decompress(&jpeg);
    jpeg_destroy_decompress(&jpeg);
    free(d->row);
    return true;
}

bool hj_read_jpeg(hj_arena *arena, const void *bytes, size_t n, const char *file,
                  hj_picture *picture, hj_diags *diags)
{
    headers h = read_headers(bytes, n);
    decoder d = {.width = (unsigned)h.width, .height = (unsigned)h.height,
                 .components = h.components};
    bool rgb = false;
    if (refused(&h, file, diags))
        return false;
    if (h.process >= 0 && !hj_raster_fits((uint64_t)h.width, (uint64_t)h.height, file, diags))
        return false;
    if (h.process < 0 || !decode(bytes, n, NULL, &rgb, &d)) {
        hj_error(diags, "HJ-PAINT-023", HJ_FILE(file), "the JPEG file is broken: %s",
                 h.process < 0 ? hj_tr(diags->lang, HJ_T("it ends before the picture begins"))
                               : d.why);
        return false;
    }
    if (h.profile && !h.srgb)
        hj_raster_profile("", 0, file, diags);
    hj_raster *raster = HJ_NEW(arena, hj_raster);
    raster->kind = HJ_RASTER_JPEG;
    raster->width = h.width;
    raster->height = h.height;
    raster->channels = h.components;
    raster->turn = h.turn;
    raster->stored_rgb = rgb;
    raster->bytes = bytes;
    raster->len = n;
    hj_raster_finish(raster, h.density, picture);
    return true;
}

bool hj_jpeg_decode(const hj_raster *raster, uint8_t *pixels)
{
    decoder d = {.width = (unsigned)raster->width, .height = (unsigned)raster->height,
                 .components = raster->channels};
    bool rgb;
    return decode(raster->bytes, raster->len, pixels, &rgb, &d);
}
