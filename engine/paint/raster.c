/* PNG and JPEG: checked before memory is asked for, then decoded (PNG) or kept as they are (JPEG).
 *
 * The hard idea: libpng and libjpeg leave by longjmp on bad input. All that must be let go of then
 * stands in one struct outside the jump, and pixels live in the arena. */
#include <png.h>
#include <setjmp.h>
#include <sodium.h>
#include <stdio.h>
#include <jpeglib.h> /* needs FILE and size_t */
#include <stdlib.h>
#include <string.h>

#include "paint/internal.h"

enum { DEFAULT_DPI = 96 }; /* as in CSS, when the file does not say */

static uint64_t content_key(const void *bytes, size_t n)
{
    unsigned char digest[crypto_generichash_BYTES_MIN];
    uint64_t key;
    crypto_generichash(digest, sizeof digest, bytes, n, NULL, 0);
    memcpy(&key, digest, sizeof key);
    return key;
}

static bool acceptable_size(uint64_t width, uint64_t height, const char *file, hj_diags *diags)
{
    if (width && height && width <= 65500 && height <= 65500
        && width * height <= HJ_LIMIT_IMAGE_PIXELS)
        return true;
    hj_error(diags, "HJ-PAINT-021", HJ_FILE(file),
             "the picture is %llu x %llu pixels; the limit is %d pixels in all",
             (unsigned long long)width, (unsigned long long)height, HJ_LIMIT_IMAGE_PIXELS);
    return false;
}

static hj_len pixels_to_length(uint32_t pixels, double dpi)
{
    double length = pixels * 72000.0 / dpi;
    return length > HJ_LIMIT_PAGE_SIDE ? HJ_LIMIT_PAGE_SIDE : (hj_len)(length + 0.5);
}

/* ---- PNG ---- */

typedef struct png_source {
    const unsigned char *at, *end;
    jmp_buf failed;
    char why[128];
} png_source;

static void png_read(png_structp png, png_bytep to, size_t n)
{
    png_source *source = png_get_io_ptr(png);
    if ((size_t)(source->end - source->at) < n)
        png_error(png, "the file ends too early");
    memcpy(to, source->at, n);
    source->at += n;
}

static void png_failed(png_structp png, png_const_charp why)
{
    png_source *source = png_get_error_ptr(png);
    snprintf(source->why, sizeof source->why, "%s", why);
    longjmp(source->failed, 1);
}

static void png_warned(png_structp png, png_const_charp why)
{
    (void)png;
    (void)why; /* libpng warns of ancillary chunks, which are not used */
}

/* After this rows are 8 bits a channel: grey, grey+alpha, RGB or RGB+alpha. */
static void normalise(png_structp png, png_infop info)
{
    int type = png_get_color_type(png, info);
    png_set_scale_16(png);
    if (type == PNG_COLOR_TYPE_PALETTE)
        png_set_palette_to_rgb(png);
    if (type == PNG_COLOR_TYPE_GRAY && png_get_bit_depth(png, info) < 8)
        png_set_expand_gray_1_2_4_to_8(png);
    if (png_get_valid(png, info, PNG_INFO_tRNS))
        png_set_tRNS_to_alpha(png);
    png_set_interlace_handling(png);
    png_read_update_info(png, info);
}

static void split_alpha(hj_raster *raster, hj_arena *arena, const uint8_t *rows, int channels)
{
    size_t n = (size_t)raster->width * (size_t)raster->height;
    int colours = channels - 1;
    uint8_t *pixels = hj_arena_array(arena, n, (size_t)colours);
    uint8_t *alpha = HJ_ARRAY(arena, n, uint8_t);
    bool opaque = true;
    for (size_t i = 0; i < n; i++) {
        memcpy(pixels + i * (size_t)colours, rows + i * (size_t)channels, (size_t)colours);
        alpha[i] = rows[i * (size_t)channels + (size_t)colours];
        opaque &= alpha[i] == 255;
    }
    raster->pixels = pixels;
    raster->alpha = opaque ? NULL : alpha;
    raster->channels = colours;
}

hj_raster *hj_read_png(hj_arena *arena, const void *bytes, size_t n, const char *file,
                       hj_len *width, hj_len *height, hj_diags *diags)
{
    hj_raster *raster = HJ_NEW(arena, hj_raster);
    png_source source = {.at = bytes, .end = (const unsigned char *)bytes + n};
    png_infop info = NULL;
    uint8_t **volatile row_pointers = NULL;
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &source, png_failed,
                                             png_warned);
    if (!png)
        abort();
    if (setjmp(source.failed)) {
        free(row_pointers);
        png_destroy_read_struct(&png, &info, NULL);
        hj_error(diags, "HJ-PAINT-022", HJ_FILE(file), "the PNG file is broken: %s", source.why);
        return NULL;
    }
    info = png_create_info_struct(png);
    png_set_read_fn(png, &source, png_read);
    png_set_user_limits(png, 65500, 65500);
    png_set_chunk_malloc_max(png, 8u << 20);
    png_read_info(png, info);
    uint32_t w = png_get_image_width(png, info), h = png_get_image_height(png, info);
    if (!acceptable_size(w, h, file, diags)) {
        png_destroy_read_struct(&png, &info, NULL);
        return NULL;
    }
    uint32_t per_metre = png_get_pixels_per_meter(png, info);
    double dpi = per_metre > 300 && per_metre < 400000 ? per_metre * 0.0254 : DEFAULT_DPI;
    normalise(png, info);
    int channels = png_get_channels(png, info);
    size_t stride = png_get_rowbytes(png, info);
    raster->width = (int)w;
    raster->height = (int)h;
    raster->channels = channels;
    uint8_t *rows = hj_arena_array(arena, h, stride);
    row_pointers = malloc(h * sizeof *row_pointers);
    if (!row_pointers)
        abort();
    for (uint32_t y = 0; y < h; y++)
        row_pointers[y] = rows + y * stride;
    png_read_image(png, row_pointers);
    png_read_end(png, NULL);
    free(row_pointers);
    png_destroy_read_struct(&png, &info, NULL);
    raster->pixels = rows;
    if (channels == 2 || channels == 4)
        split_alpha(raster, arena, rows, channels);
    raster->key = content_key(bytes, n);
    *width = pixels_to_length(w, dpi);
    *height = pixels_to_length(h, dpi);
    return raster;
}

/* ---- JPEG ---- */

typedef struct jpeg_source {
    struct jpeg_error_mgr errors; /* first: libjpeg sees only this */
    jmp_buf failed;
    char why[JMSG_LENGTH_MAX];
} jpeg_source;

static void jpeg_failed(j_common_ptr info)
{
    jpeg_source *source = (jpeg_source *)info->err;
    info->err->format_message(info, source->why);
    longjmp(source->failed, 1);
}

/* A damaged stream is a warning to libjpeg (it fills with grey) and a fault to us. */
static void jpeg_message(j_common_ptr info, int level)
{
    if (level < 0)
        jpeg_failed(info);
}

/* Decodes all rows: into pixels, or, when pixels is NULL, only to know that the file is whole. */
static bool decode_jpeg(const void *bytes, size_t n, hj_raster *raster, uint8_t *pixels,
                        double *dpi, char why[JMSG_LENGTH_MAX])
{
    struct jpeg_decompress_struct jpeg;
    jpeg_source source;
    uint8_t *volatile row = NULL;
    jpeg.err = jpeg_std_error(&source.errors);
    source.errors.error_exit = jpeg_failed;
    source.errors.emit_message = jpeg_message;
    if (setjmp(source.failed)) {
        snprintf(why, JMSG_LENGTH_MAX, "%s", source.why);
        jpeg_destroy_decompress(&jpeg);
        free(row);
        return false;
    }
    jpeg_create_decompress(&jpeg);
    jpeg_mem_src(&jpeg, bytes, n);
    jpeg_read_header(&jpeg, TRUE);
    raster->width = (int)jpeg.image_width;
    raster->height = (int)jpeg.image_height;
    raster->channels = jpeg.num_components;
    *dpi = jpeg.density_unit == 1 ? jpeg.X_density : jpeg.density_unit == 2
                                                         ? jpeg.X_density * 2.54 : DEFAULT_DPI;
    if (*dpi < 8 || *dpi > 10000)
        *dpi = DEFAULT_DPI;
    bool usable = (uint64_t)jpeg.image_width * jpeg.image_height <= HJ_LIMIT_IMAGE_PIXELS
                  && (jpeg.num_components == 1 || jpeg.num_components == 3);
    if (usable) {
        size_t stride = (size_t)jpeg.image_width * (size_t)jpeg.num_components;
        jpeg.out_color_space = jpeg.num_components == 1 ? JCS_GRAYSCALE : JCS_RGB;
        jpeg_start_decompress(&jpeg);
        row = pixels ? NULL : malloc(stride);
        if (!pixels && !row)
            abort();
        while (jpeg.output_scanline < jpeg.output_height) {
            JSAMPROW to = pixels ? pixels + jpeg.output_scanline * stride : row;
            jpeg_read_scanlines(&jpeg, &to, 1);
        }
        jpeg_finish_decompress(&jpeg);
    }
    jpeg_destroy_decompress(&jpeg);
    free(row);
    return true;
}

hj_raster *hj_read_jpeg(hj_arena *arena, const void *bytes, size_t n, const char *file,
                        hj_len *width, hj_len *height, hj_diags *diags)
{
    hj_raster *raster = HJ_NEW(arena, hj_raster);
    double dpi = DEFAULT_DPI;
    char why[JMSG_LENGTH_MAX];
    if (!decode_jpeg(bytes, n, raster, NULL, &dpi, why)) {
        hj_error(diags, "HJ-PAINT-023", HJ_FILE(file), "the JPEG file is broken: %s", why);
        return NULL;
    }
    if (!acceptable_size((uint64_t)raster->width, (uint64_t)raster->height, file, diags))
        return NULL;
    if (raster->channels != 1 && raster->channels != 3) {
        hj_error(diags, "HJ-PAINT-024", HJ_FILE(file),
                 "the JPEG has %d colour channels (CMYK): only grey and RGB can be archived here",
                 raster->channels);
        hj_hint(diags, "save the picture again as RGB");
        return NULL;
    }
    raster->jpeg = bytes;
    raster->jpeg_len = n;
    raster->key = content_key(bytes, n);
    *width = pixels_to_length((uint32_t)raster->width, dpi);
    *height = pixels_to_length((uint32_t)raster->height, dpi);
    return raster;
}

const uint8_t *hj_jpeg_pixels(const hj_raster *raster, hj_arena *arena)
{
    size_t row = (size_t)raster->width * (size_t)raster->channels;
    uint8_t *pixels = hj_arena_array(arena, (size_t)raster->height, row);
    hj_raster again;
    double dpi;
    char why[JMSG_LENGTH_MAX];
    return decode_jpeg(raster->jpeg, raster->jpeg_len, &again, pixels, &dpi, why) ? pixels : NULL;
}
