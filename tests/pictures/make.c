/* Makes every test picture there is: tests/pictures/make FOLDER. One small picture in each way that
 * PNG and JPEG can hold it, so that tests can ask that all look alike.
 *
 *   cc tests/pictures/make.c -lpng -ljpeg -o /tmp/make && /tmp/make tests/fo/bilder
 *
 * The picture, 24 x 16: red above left, green above right, blue below left, and a grey ramp below
 * right; a white border of two pixels on the left only. No two turns of it are alike. */
#include <png.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <jpeglib.h> /* needs FILE and size_t */
#include <stdlib.h>
#include <string.h>

enum { W = 24, H = 16 };
static const char *folder;

static void colour(int x, int y, uint8_t rgb[3])
{
    static const uint8_t parts[4][3] = {{200, 30, 30}, {30, 160, 60}, {40, 60, 190}, {0, 0, 0}};
    memcpy(rgb, parts[(y >= H / 2) * 2 + (x >= W / 2)], 3);
    if (x >= W / 2 && y >= H / 2)
        rgb[0] = rgb[1] = rgb[2] = (uint8_t)((x - W / 2) * 20);
    if (x < 2)
        rgb[0] = rgb[1] = rgb[2] = 255;
}

static uint8_t grey(int x, int y)
{
    uint8_t c[3];
    colour(x, y, c);
    return (uint8_t)((c[0] * 30 + c[1] * 59 + c[2] * 11) / 100);
}

static FILE *open_file(const char *name)
{
    char path[500];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "wb");
    if (!f) {
        perror(path);
        exit(1);
    }
    return f;
}

/* ---- PNG ---- */

enum { INTERLACED = 1, KEYED = 2, LINEAR = 4, DENSE = 8, OPAQUE = 16, TURNED = 32 };

static int palette_index(int x, int y)
{
    return x < 2 ? 3 : (y >= H / 2) * 2 + (x >= W / 2);
}

static void put_sample(uint8_t *row, int bits, int at, int value)
{
    if (bits == 16) {
        row[2 * at] = row[2 * at + 1] = (uint8_t)value;
    } else if (bits == 8) {
        row[at] = (uint8_t)value;
    } else {
        int per = 8 / bits, shift = 8 - bits - bits * (at % per);
        row[at / per] |= (uint8_t)((value & ((1 << bits) - 1)) << shift);
    }
}

static void make_png(const char *name, int type, int bits, int how)
{
    FILE *f = open_file(name);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    if (setjmp(png_jmpbuf(png)))
        exit(1);
    png_init_io(png, f);
    png_set_IHDR(png, info, W, H, bits, type, how & INTERLACED ? PNG_INTERLACE_ADAM7 : 0, 0, 0);
    png_color palette[4];
    for (int i = 0; i < 4; i++) {
        uint8_t c[3];
        colour(i & 1 ? W / 2 + 11 : 2, i & 2 ? H - 1 : 0, c);
        palette[i] = (png_color){c[0], c[1], c[2]};
    }
    palette[3] = (png_color){255, 255, 255};
    int used = bits == 1 ? 2 : 4;
    if (type == PNG_COLOR_TYPE_PALETTE)
        png_set_PLTE(png, info, palette, used);
    if (how & KEYED) {
        png_color_16 key = {0, 30, 160, 60, grey(W - 1, 0)};
        const png_byte alpha[4] = {255, 128, 0, 255};
        if (type == PNG_COLOR_TYPE_PALETTE)
            png_set_tRNS(png, info, alpha, used < 3 ? used : 3, NULL);
        else
            png_set_tRNS(png, info, NULL, 0, &key);
    }
    if (how & LINEAR)
        png_set_gAMA(png, info, 1.0);
    if (how & DENSE)
        png_set_pHYs(png, info, 5669, 2835, PNG_RESOLUTION_METER);
    if (how & TURNED) {
        png_byte exif[] = "MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\6\0\0\0\0\0\0";
        png_set_eXIf_1(png, info, sizeof exif - 1, exif);
    }
    png_write_info(png, info);
    static uint8_t rows[H][W * 8];
    png_bytep pointers[H];
    memset(rows, 0, sizeof rows);
    for (int y = 0; y < H; y++) {
        pointers[y] = rows[y];
        for (int x = 0; x < W; x++) {
            uint8_t c[3];
            colour(x, y, c);
            int alpha = how & OPAQUE ? 255 : x >= W / 2 && y < H / 2 ? 128 : y >= H / 2 ? 255 : 200;
            switch (type) {
            case PNG_COLOR_TYPE_PALETTE:
                put_sample(rows[y], bits, x, palette_index(x, y) % used);
                break;
            case PNG_COLOR_TYPE_GRAY:
                put_sample(rows[y], bits, x, bits < 8 ? grey(x, y) >> (8 - bits) : grey(x, y));
                break;
            case PNG_COLOR_TYPE_GRAY_ALPHA:
                put_sample(rows[y], bits, 2 * x, grey(x, y));
                put_sample(rows[y], bits, 2 * x + 1, alpha);
                break;
            default:
                for (int i = 0; i < 3; i++)
                    put_sample(rows[y], bits, (type & PNG_COLOR_MASK_ALPHA ? 4 : 3) * x + i, c[i]);
                if (type & PNG_COLOR_MASK_ALPHA)
                    put_sample(rows[y], bits, 4 * x + 3, alpha);
            }
        }
    }
    png_write_image(png, pointers);
    png_write_end(png, NULL);
    png_destroy_write_struct(&png, &info);
    fclose(f);
}

/* ---- JPEG ---- */

enum { PROGRESSIVE = 1, STORED_RGB = 2, ARITHMETIC = 4, CM = 8, FROM_EXIF = 16, NO_DENSITY = 32 };

static void make_jpeg(const char *name, int channels, int how, int turn)
{
    FILE *f = open_file(name);
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_stdio_dest(&jpeg, f);
    jpeg.image_width = W;
    jpeg.image_height = H;
    jpeg.input_components = channels;
    jpeg.in_color_space = channels == 1 ? JCS_GRAYSCALE : channels == 3 ? JCS_RGB : JCS_CMYK;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, 92, TRUE);
    if (how & STORED_RGB)
        jpeg_set_colorspace(&jpeg, JCS_RGB);
    if (how & PROGRESSIVE)
        jpeg_simple_progression(&jpeg);
    jpeg.arith_code = (how & ARITHMETIC) != 0;
    jpeg.density_unit = how & CM ? 2 : how & (FROM_EXIF | NO_DENSITY) ? 0 : 1;
    jpeg.X_density = how & CM ? 40 : how & (FROM_EXIF | NO_DENSITY) ? 1 : 144;
    jpeg.Y_density = how & CM ? 20 : how & (FROM_EXIF | NO_DENSITY) ? 1 : 144;
    jpeg_start_compress(&jpeg, TRUE);
    if (turn) { /* little-endian TIFF: orientation, resolution 72/1 both ways, inches */
        uint8_t exif[] = "Exif\0\0II*\0\10\0\0\0\4\0"
                         "\22\1\3\0\1\0\0\0\1\0\0\0"
                         "\32\1\5\0\1\0\0\0\76\0\0\0"
                         "\33\1\5\0\1\0\0\0\76\0\0\0"
                         "\50\1\3\0\1\0\0\0\2\0\0\0"
                         "\0\0\0\0\110\0\0\0\1\0\0\0";
        exif[6 + 18] = (uint8_t)turn;
        jpeg_write_marker(&jpeg, JPEG_APP0 + 1, exif, sizeof exif - 1);
    }
    for (int y = 0; y < H; y++) {
        uint8_t row[W * 4];
        JSAMPROW rows[1] = {row};
        for (int x = 0; x < W; x++) {
            uint8_t c[3];
            colour(x, y, c);
            if (channels == 1)
                row[x] = grey(x, y);
            else
                for (int i = 0; i < channels; i++)
                    row[channels * x + i] = i < 3 ? c[i] : 0;
        }
        jpeg_write_scanlines(&jpeg, rows, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    fclose(f);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: make FOLDER\n");
        return 2;
    }
    folder = argv[1];
    char name[40];
    for (int bits = 1; bits <= 16; bits *= 2) {
        snprintf(name, sizeof name, "grey-%d.png", bits);
        make_png(name, PNG_COLOR_TYPE_GRAY, bits, 0);
        snprintf(name, sizeof name, "palette-%d.png", bits);
        if (bits <= 8)
            make_png(name, PNG_COLOR_TYPE_PALETTE, bits, 0);
        snprintf(name, sizeof name, "rgb-%d.png", bits);
        if (bits >= 8)
            make_png(name, PNG_COLOR_TYPE_RGB, bits, 0);
        snprintf(name, sizeof name, "grey-alpha-%d.png", bits);
        if (bits >= 8)
            make_png(name, PNG_COLOR_TYPE_GRAY_ALPHA, bits, 0);
        snprintf(name, sizeof name, "rgb-alpha-%d.png", bits);
        if (bits >= 8)
            make_png(name, PNG_COLOR_TYPE_RGB_ALPHA, bits, 0);
    }
    make_png("interlaced-grey-1.png", PNG_COLOR_TYPE_GRAY, 1, INTERLACED);
    make_png("interlaced-palette-4.png", PNG_COLOR_TYPE_PALETTE, 4, INTERLACED);
    make_png("interlaced-rgb-8.png", PNG_COLOR_TYPE_RGB, 8, INTERLACED);
    make_png("interlaced-rgb-alpha-16.png", PNG_COLOR_TYPE_RGB_ALPHA, 16, INTERLACED);
    make_png("keyed-grey-8.png", PNG_COLOR_TYPE_GRAY, 8, KEYED);
    make_png("keyed-rgb-8.png", PNG_COLOR_TYPE_RGB, 8, KEYED);
    make_png("keyed-palette-2.png", PNG_COLOR_TYPE_PALETTE, 2, KEYED);
    make_png("linear-rgb-8.png", PNG_COLOR_TYPE_RGB, 8, LINEAR);
    make_png("dense-rgb-8.png", PNG_COLOR_TYPE_RGB, 8, DENSE);
    make_png("opaque-rgb-alpha-8.png", PNG_COLOR_TYPE_RGB_ALPHA, 8, OPAQUE);
    make_png("turned-rgb-8.png", PNG_COLOR_TYPE_RGB, 8, TURNED);
    make_jpeg("grey.jpg", 1, 0, 0);
    make_jpeg("rgb.jpg", 3, 0, 0);
    make_jpeg("progressive.jpg", 3, PROGRESSIVE, 0);
    make_jpeg("progressive-grey.jpg", 1, PROGRESSIVE, 0);
    make_jpeg("stored-rgb.jpg", 3, STORED_RGB, 0);
    make_jpeg("centimetres.jpg", 3, CM, 0);
    make_jpeg("no-density.jpg", 3, NO_DENSITY, 0);
    make_jpeg("cmyk.jpg", 4, 0, 0);
    make_jpeg("arithmetic.jpg", 3, ARITHMETIC, 0);
    for (int turn = 1; turn <= 8; turn++) {
        snprintf(name, sizeof name, "turn-%d.jpg", turn);
        make_jpeg(name, 3, FROM_EXIF, turn);
    }
    return 0;
}
