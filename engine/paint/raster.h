/* What png.c, jpeg.c and raster.c share: the reading of pictures made of pixels. */
#ifndef HJ_PAINT_RASTER_H
#define HJ_PAINT_RASTER_H

#include "paint/internal.h"

/* False and a diagnostic (unless diags is NULL) when the picture is empty or past the limits. */
bool hj_raster_fits(uint64_t width, uint64_t height, const char *file, hj_diags *diags);

/* Pixels for each inch across and down; 0: the file does not say. */
typedef struct hj_density {
    double x, y;
} hj_density;

/* Sets key and picture: sizes as seen, after turning. */
void hj_raster_finish(hj_raster *raster, hj_density density, hj_picture *picture);

/* What hjemmel uses of EXIF (CIPA DC-008): a TIFF directory. Left alone is what is not there. */
void hj_exif_read(const uint8_t *tiff, size_t n, uint8_t *turn, hj_density *density);

/* Decoding, for hj_raster_decode. False when the file is broken. */
bool hj_png_decode(const hj_raster *raster, uint8_t *pixels, uint8_t *alpha);
bool hj_jpeg_decode(const hj_raster *raster, uint8_t *pixels);

/* A profile that is not sRGB is told of: colours are taken as sRGB, the document's colour space. */
void hj_raster_profile(const void *profile, size_t n, const char *file, hj_diags *diags);

#endif
