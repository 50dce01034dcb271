/* PNG (ISO/IEC 15948): checked whole before anything is kept; rows a PDF reader understands are
 * passed on as they are.
 *
 * The hard idea: libpng leaves by longjmp on bad input. All that must be let go of then stands in
 * one struct outside the jump. */
#include <math.h>
#include <png.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "paint/raster.h"

typedef struct job {
    const unsigned char *at, *end;
    jmp_buf failed;
    char why[128];
    /* wanted: both NULL when the file is only checked */
    uint8_t *pixels, *alpha;
    /* found */
    uint32_t width, height;
    int type, bits, channels; /* channels after decoding, alpha among them */
    bool interlaced, keyed, gamma, animated, opaque, too_large;
    hj_density density;
    uint8_t turn;
    hj_diags *diags; /* NULL: say nothing */
    const char *file;
    /* to let go of */
    png_infop info;
    hj_arena *scratch;
} job;

static void read_bytes(png_structp png, png_bytep to, size_t n)
{
    job *j = png_get_io_ptr(png);
    if ((size_t)(j->end - j->at) < n)
        png_error(png, "the file ends too early");
    memcpy(to, j->at, n);
    j->at += n;
}

static void failed(png_structp png, png_const_charp why)
{
    job *j = png_get_error_ptr(png);
    snprintf(j->why, sizeof j->why, "%s", why);
    longjmp(j->failed, 1);
}

static void warned(png_structp png, png_const_charp why)
{
    (void)png;
    (void)why; /* libpng warns of ancillary chunks that it leaves out */
}

static int unknown_chunk(png_structp png, png_unknown_chunkp chunk)
{
    job *j = png_get_user_chunk_ptr(png);
    if (memcmp(chunk->name, "acTL", 4) == 0)
        j->animated = true;
    return 1; /* dealt with */
}

/* What the file says of its colours. Samples are put into sRGB's gamma, as the document is; a
 * profile is not applied, and that is said. */
static void read_colours(job *j, png_structp png, png_infop info)
{
    png_charp name;
    png_bytep profile;
    png_uint_32 n;
    double gamma;
    int way;
    if (png_get_valid(png, info, PNG_INFO_sRGB))
        return;
    if (png_get_iCCP(png, info, &name, &way, &profile, &n)) {
        if (j->diags)
            hj_raster_profile(profile, n, j->file, j->diags);
    } else if (png_get_gAMA(png, info, &gamma) && gamma > 0.05 && gamma < 5
               && fabs(gamma - 1 / 2.2) > 0.02) {
        png_set_gamma(png, 2.2, gamma);
        j->gamma = true;
    }
}

static void read_size(job *j, png_structp png, png_infop info)
{
    png_uint_32 x, y, n;
    png_bytep exif;
    int unit;
    if (png_get_pHYs(png, info, &x, &y, &unit) && unit == PNG_RESOLUTION_METER)
        j->density = (hj_density){x * 0.0254, y * 0.0254};
    if (png_get_eXIf_1(png, info, &n, &exif))
        hj_exif_read(exif, n, &j->turn, &j->density);
}

/* After this rows are 8 bits a channel: grey, grey+alpha, RGB or RGB+alpha. */
static void normalise(job *j, png_structp png, png_infop info)
{
    png_set_scale_16(png);
    if (j->type == PNG_COLOR_TYPE_PALETTE)
        png_set_palette_to_rgb(png);
    if (j->type == PNG_COLOR_TYPE_GRAY && j->bits < 8)
        png_set_expand_gray_1_2_4_to_8(png);
    if (j->keyed)
        png_set_tRNS_to_alpha(png);
    png_set_interlace_handling(png);
    png_read_update_info(png, info);
    j->channels = png_get_channels(png, info);
}

/* One row of colour and alpha together goes where each belongs. */
static void take_row(job *j, uint32_t y, const uint8_t *row)
{
    size_t n = j->width, all = (size_t)j->channels, colours = all - !(all & 1);
    uint8_t *to = j->pixels ? j->pixels + y * n * colours : NULL;
    if (all == colours) {
        if (to)
            memcpy(to, row, n * all);
        return;
    }
    uint8_t *alpha = j->alpha ? j->alpha + y * n : NULL;
    for (size_t x = 0; x < n; x++, row += all) {
        for (size_t c = 0; to && c < colours; c++)
            *to++ = row[c];
        if (alpha)
            alpha[x] = row[colours];
        j->opaque &= row[colours] == 255;
    }
}

static void read_rows(job *j, png_structp png, png_infop info)
{
    size_t stride = png_get_rowbytes(png, info);
    uint32_t kept = j->interlaced ? j->height : 1;
    uint8_t *rows = hj_arena_array(j->scratch, kept, stride);
    if (!j->interlaced) {
        for (uint32_t y = 0; y < j->height; y++) {
            png_read_row(png, rows, NULL);
            take_row(j, y, rows);
        }
    } else {
        uint8_t **pointers = HJ_ARRAY(j->scratch, j->height, uint8_t *);
        for (uint32_t y = 0; y < j->height; y++)
            pointers[y] = rows + y * stride;
        png_read_image(png, pointers);
        for (uint32_t y = 0; y < j->height; y++)
            take_row(j, y, pointers[y]);
    }
    png_read_end(png, info); /* eXIf may come late */
}

static bool run(job *j, const void *bytes, size_t n)
{
    j->at = bytes;
    j->end = j->at + n;
    j->opaque = true;
    j->scratch = hj_arena_new();
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, j, failed, warned);
    if (!png)
        abort();
    volatile bool good = false;
    if (!setjmp(j->failed)) {
        png_infop info = j->info = png_create_info_struct(png);
        png_set_read_fn(png, j, read_bytes);
        png_set_read_user_chunk_fn(png, j, unknown_chunk);
        png_set_user_limits(png, 65500, 65500);
        png_set_chunk_malloc_max(png, 8u << 20);
        png_read_info(png, info);
        j->width = png_get_image_width(png, info);
        j->height = png_get_image_height(png, info);
        j->type = png_get_color_type(png, info);
        j->bits = png_get_bit_depth(png, info);
        j->interlaced = png_get_interlace_type(png, info) != PNG_INTERLACE_NONE;
        j->keyed = png_get_valid(png, info, PNG_INFO_tRNS) != 0;
        j->too_large = !hj_raster_fits(j->width, j->height, j->file, j->diags);
        if (!j->too_large) {
            read_colours(j, png, info);
            normalise(j, png, info);
            read_rows(j, png, info);
            read_size(j, png, info);
            good = true;
        }
    }
    png_destroy_read_struct(&png, &j->info, NULL);
    hj_arena_free(j->scratch);
    return good;
}

static uint32_t big(const uint8_t *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

/* The compressed rows, when a PDF reader can take them: its FlateDecode with predictor 15 is PNG's
 * own way (ISO 32000-1, 7.4.4.4). The file has been read whole; here its chunks are only walked. */
static void pass_rows(const job *j, hj_raster *r, hj_arena *arena)
{
    bool palette = j->type == PNG_COLOR_TYPE_PALETTE;
    if (j->interlaced || j->gamma || j->bits > 8 || (j->keyed && !palette)
        || (j->type != PNG_COLOR_TYPE_GRAY && j->type != PNG_COLOR_TYPE_RGB && !palette))
        return;
    const uint8_t *end = (const uint8_t *)r->bytes + r->len, *p = (const uint8_t *)r->bytes + 8;
    hj_buf rows = {0};
    for (; end - p >= 12 && (size_t)(end - p) - 12 >= big(p); p += big(p) + 12) {
        if (memcmp(p + 4, "IDAT", 4) == 0) {
            hj_buf_add(&rows, p + 8, big(p));
        } else if (memcmp(p + 4, "PLTE", 4) == 0 && palette) {
            r->palette = p + 8;
            r->n_palette = (int)(big(p) / 3);
        }
    }
    size_t samples = (size_t)j->width * (palette ? 1 : (size_t)j->channels);
    size_t plain = (samples * (size_t)j->bits + 7) / 8 * j->height;
    if (r->n_palette > 1 << j->bits)
        r->n_palette = 1 << j->bits;
    if (rows.len > 2 && rows.len <= plain + 64 && (!palette || r->n_palette > 0)) {
        uint8_t *kept = HJ_ARRAY(arena, rows.len, uint8_t);
        memcpy(kept, rows.data, rows.len);
        r->rows = kept;
        r->n_rows = rows.len;
        r->bits = j->bits;
    }
    hj_buf_free(&rows);
}

bool hj_read_png(hj_arena *arena, const void *bytes, size_t n, const char *file,
                 hj_picture *picture, hj_diags *diags)
{
    job j = {.diags = diags, .file = file, .turn = 1};
    if (!run(&j, bytes, n)) {
        if (!j.too_large) /* which has been told */
            hj_error(diags, "HJ-PAINT-022", HJ_FILE(file), "the PNG file is broken: %s", j.why);
        return false;
    }
    if (j.animated)
        hj_note(diags, "HJ-PAINT-028", HJ_FILE(file),
                "the picture is animated: only its first is shown");
    hj_raster *raster = HJ_NEW(arena, hj_raster);
    raster->kind = HJ_RASTER_PNG;
    raster->width = (int)j.width;
    raster->height = (int)j.height;
    raster->channels = j.channels - !(j.channels & 1);
    raster->has_alpha = !(j.channels & 1) && !j.opaque;
    raster->turn = j.turn;
    raster->bytes = bytes;
    raster->len = n;
    pass_rows(&j, raster, arena);
    hj_raster_finish(raster, j.density, picture);
    return true;
}

bool hj_png_decode(const hj_raster *raster, uint8_t *pixels, uint8_t *alpha)
{
    job j = {.pixels = pixels, .alpha = alpha};
    return run(&j, raster->bytes, raster->len);
}
