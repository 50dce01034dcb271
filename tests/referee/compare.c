/* compare A.pgm B.png: do two pictures of one page show the same page?
 *
 * A comes from the archival PDF (pdftoppm), B from the cairo canvas; both at 100 dpi. Two bounds:
 *   - in 99.5 % of the cells of 8 x 8 pixels, the mean difference is at most 24 of 255;
 *   - no cell has ink in one picture only, beyond a shift of one pixel: a dark pixel with nothing
 *     but paper around the same place in the other, or something pale in a cell that is empty there.
 * The first finds what is drawn otherwise, the second what is missing, however small or pale.
 * Prints one line of figures and, for each bound broken, the first places. Exit 0 when both hold. */
#include <cairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CELL = 8, MEAN = 24, DARK = 144, LIGHT = 216, INK = 244, CLEAN = 252, SHOWN = 5 };

typedef struct picture {
    int width, height;
    unsigned char *grey;
} picture;

static picture new_picture(int width, int height)
{
    picture p = {width, height, malloc((size_t)width * (size_t)height)};
    if (!p.grey)
        exit(2);
    return p;
}

static picture read_pgm(const char *name)
{
    FILE *f = fopen(name, "rb");
    int w, h, max;
    if (!f || fscanf(f, "P5 %d %d %d", &w, &h, &max) != 3 || fgetc(f) == EOF || max != 255 || w < 1
        || h < 1 || w > 30000 || h > 30000) {
        fprintf(stderr, "compare: %s is not a grey picture of 8 bits\n", name);
        exit(2);
    }
    picture p = new_picture(w, h);
    if (fread(p.grey, (size_t)w, (size_t)h, f) != (size_t)h) {
        fprintf(stderr, "compare: %s ends too early\n", name);
        exit(2);
    }
    fclose(f);
    return p;
}

static picture read_png(const char *name)
{
    cairo_surface_t *s = cairo_image_surface_create_from_png(name);
    if (cairo_surface_status(s) != CAIRO_STATUS_SUCCESS) {
        fprintf(stderr, "compare: %s: %s\n", name,
                cairo_status_to_string(cairo_surface_status(s)));
        exit(2);
    }
    int w = cairo_image_surface_get_width(s), h = cairo_image_surface_get_height(s);
    int stride = cairo_image_surface_get_stride(s);
    const unsigned char *data = cairo_image_surface_get_data(s);
    picture p = new_picture(w, h);
    for (int y = 0; y < h; y++)
        for (int x = 0; x < w; x++) {
            unsigned pixel;
            memcpy(&pixel, data + (size_t)y * (size_t)stride + 4 * (size_t)x, 4);
            unsigned r = pixel >> 16 & 255, g = pixel >> 8 & 255, b = pixel & 255;
            p.grey[y * w + x] = (unsigned char)((r * 299 + g * 587 + b * 114 + 500) / 1000);
        }
    cairo_surface_destroy(s);
    return p;
}

/* The darkest value in a rectangle, cut to the picture. */
static int darkest(const picture *p, int x0, int y0, int x1, int y1)
{
    int dark = 255;
    for (int y = y0 < 0 ? 0 : y0; y < y1 && y < p->height; y++)
        for (int x = x0 < 0 ? 0 : x0; x < x1 && x < p->width; x++)
            if (p->grey[y * p->width + x] < dark)
                dark = p->grey[y * p->width + x];
    return dark;
}

static int lonely_ink(const picture *a, const picture *b, int x, int y)
{
    for (int j = y; j < y + CELL && j < a->height; j++)
        for (int i = x; i < x + CELL && i < a->width; i++)
            if (a->grey[j * a->width + i] <= DARK && darkest(b, i - 1, j - 1, i + 2, j + 2) >= LIGHT)
                return 1;
    return darkest(a, x, y, x + CELL, y + CELL) <= INK
           && darkest(b, x - 1, y - 1, x + CELL + 1, y + CELL + 1) >= CLEAN;
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fprintf(stderr, "usage: compare A.pgm B.png\n");
        return 2;
    }
    picture a = read_pgm(argv[1]), b = read_png(argv[2]);
    if (abs(a.width - b.width) > 1 || abs(a.height - b.height) > 1) {
        printf("# the pages are not of one size: %d x %d and %d x %d\n", a.width, a.height,
               b.width, b.height);
        return 1;
    }
    int width = a.width < b.width ? a.width : b.width;
    int height = a.height < b.height ? a.height : b.height;
    long cells = 0, unlike = 0, lonely = 0, worst = 0, inked = 0;
    for (int y = 0; y < height; y += CELL)
        for (int x = 0; x < width; x += CELL) {
            long sum = 0, n = 0;
            for (int j = y; j < y + CELL && j < height; j++)
                for (int i = x; i < x + CELL && i < width; i++, n++)
                    sum += abs(a.grey[j * a.width + i] - b.grey[j * b.width + i]);
            long mean = (sum + n / 2) / n;
            cells++;
            worst = mean > worst ? mean : worst;
            inked += darkest(&a, x, y, x + CELL, y + CELL) <= INK;
            if (mean > MEAN && ++unlike <= SHOWN)
                printf("# unlike at pixel %d, %d: mean difference %ld\n", x, y, mean);
            if ((lonely_ink(&a, &b, x, y) || lonely_ink(&b, &a, x, y)) && ++lonely <= SHOWN)
                printf("# ink in one only at pixel %d, %d\n", x, y);
        }
    printf("# %ld cells, %ld with ink, %ld unlike (%.2f %%), worst %ld, %ld with ink in one only\n",
           cells, inked, unlike, 100.0 * (double)unlike / (double)cells, worst, lonely);
    free(a.grey);
    free(b.grey);
    return unlike * 1000 > cells * 5 || lonely > 0 || inked == 0;
}
