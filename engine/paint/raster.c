/* Pictures made of pixels: what PNG and JPEG have in common.
 *
 * The hard idea: a picture is known without its pixels. Reading checks every byte of a file and
 * keeps the file; only a painter that needs pixels asks for them, and lets them go again. A report
 * with five hundred photographs costs five hundred files, not five hundred bitmaps. */
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "paint/raster.h"

enum {
    DEFAULT_DPI = 96, /* as in CSS, when the file does not say */
    MOST_SIDE = 32767 /* what cairo can draw */
};

bool hj_raster_fits(uint64_t width, uint64_t height, const char *file, hj_diags *diags)
{
    if (width && height && width <= MOST_SIDE && height <= MOST_SIDE
        && width * height <= HJ_LIMIT_IMAGE_PIXELS)
        return true;
    if (diags)
        hj_error(diags, "HJ-PAINT-021", HJ_FILE(file),
                 "the picture is %llu x %llu pixels; the limit is %d pixels in all and %d a side",
                 (unsigned long long)width, (unsigned long long)height, HJ_LIMIT_IMAGE_PIXELS,
                 MOST_SIDE);
    return false;
}

static hj_len pixels_to_length(int pixels, double dpi)
{
    double length = pixels * 72000.0 / dpi;
    return length > HJ_LIMIT_PAGE_SIDE ? HJ_LIMIT_PAGE_SIDE : (hj_len)(length + 0.5);
}

static bool sane(double dpi)
{
    return dpi >= 8 && dpi <= 10000;
}

void hj_raster_finish(hj_raster *raster, hj_density density, hj_picture *picture)
{
    _Static_assert(sizeof raster->key >= crypto_generichash_BYTES_MIN, "a key holds a digest");
    crypto_generichash((unsigned char *)raster->key, sizeof raster->key, raster->bytes,
                       raster->len, NULL, 0);
    picture->by_pixels = !sane(density.x) || !sane(density.y);
    if (picture->by_pixels)
        density.x = density.y = DEFAULT_DPI;
    picture->width = pixels_to_length(raster->width, density.x);
    picture->height = pixels_to_length(raster->height, density.y);
    if (raster->turn > 4) { /* lying on its side */
        hj_len width = picture->width;
        picture->width = picture->height;
        picture->height = width;
    }
    picture->raster = raster;
}

bool hj_raster_decode(const hj_raster *raster, uint8_t **pixels, uint8_t **alpha)
{
    size_t n = (size_t)raster->width * (size_t)raster->height;
    *pixels = malloc(n * (size_t)raster->channels);
    *alpha = raster->has_alpha ? malloc(n) : NULL;
    if (!*pixels || (raster->has_alpha && !*alpha))
        abort();
    if (raster->kind == HJ_RASTER_JPEG ? hj_jpeg_decode(raster, *pixels)
                                       : hj_png_decode(raster, *pixels, *alpha))
        return true;
    free(*pixels);
    free(*alpha);
    *pixels = *alpha = NULL;
    return false;
}

hj_matrix hj_raster_matrix(const hj_raster *raster, double x, double y, double w, double h)
{
    /* By orientation (TIFF 6.0, tag 274): where the stored picture's right and down point to. */
    static const int8_t turns[9][4] = {
        {1, 0, 0, 1},  {1, 0, 0, 1},  {-1, 0, 0, 1}, {-1, 0, 0, -1}, {1, 0, 0, -1},
        {0, 1, 1, 0},  {0, 1, -1, 0}, {0, -1, -1, 0}, {0, -1, 1, 0},
    };
    const int8_t *t = turns[raster->turn < 9 ? raster->turn : 1];
    hj_matrix m = {t[0] * w, t[1] * h, t[2] * w, t[3] * h, x, y};
    if (t[0] < 0 || t[2] < 0)
        m.e += w;
    if (t[1] < 0 || t[3] < 0)
        m.f += h;
    return m;
}

void hj_raster_profile(const void *profile, size_t n, const char *file, hj_diags *diags)
{
    if (memmem(profile, n, "sRGB", 4) || memmem(profile, n, "s\0R\0G\0B", 7))
        return;
    hj_note(diags, "HJ-PAINT-027", HJ_FILE(file),
            "the picture carries a colour profile; its colours are taken as sRGB all the same");
}

/* ---- EXIF ---- */

typedef struct tiff {
    const uint8_t *p;
    size_t n;
    bool big; /* endian */
} tiff;

static uint32_t number(const tiff *t, size_t at, int bytes)
{
    uint32_t v = 0;
    if (at > t->n || t->n - at < (size_t)bytes)
        return 0;
    for (int i = 0; i < bytes; i++)
        v |= (uint32_t)t->p[at + (size_t)i] << 8 * (t->big ? bytes - 1 - i : i);
    return v;
}

void hj_exif_read(const uint8_t *p, size_t n, uint8_t *turn, hj_density *density)
{
    if (n < 14 || (memcmp(p, "II*\0", 4) != 0 && memcmp(p, "MM\0*", 4) != 0))
        return;
    const tiff t = {p, n, *p == 'M'};
    size_t directory = number(&t, 4, 4);
    uint32_t entries = number(&t, directory, 2), unit = 2;
    double resolution[2] = {0, 0};
    for (uint32_t i = 0; i < entries && i < 200; i++) {
        size_t entry = directory + 2 + 12 * (size_t)i;
        uint32_t tag = number(&t, entry, 2), type = number(&t, entry + 2, 2);
        uint32_t value = number(&t, entry + 8, type == 3 ? 2 : 4);
        if (tag == 274 && type == 3 && value >= 1 && value <= 8) {
            *turn = (uint8_t)value;
        } else if ((tag == 282 || tag == 283) && type == 5) {
            double over = number(&t, value, 4), under = number(&t, (size_t)value + 4, 4);
            resolution[tag - 282] = under > 0 ? over / under : 0;
        } else if (tag == 296 && type == 3) {
            unit = value;
        }
    }
    double factor = unit == 2 ? 1 : unit == 3 ? 2.54 : 0;
    if (!density->x && sane(resolution[0] * factor) && sane(resolution[1] * factor))
        *density = (hj_density){resolution[0] * factor, resolution[1] * factor};
}
