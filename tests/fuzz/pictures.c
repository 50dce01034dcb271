/* A fuzz target: any bytes as a picture (PNG, JPEG or SVG, told by their beginning), read, decoded
 * and painted on the archival canvas and the trace. `make fuzz-pictures` builds it with clang. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "paint/internal.h"
#include "pdf/pdf.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void base64(hj_buf *out, const uint8_t *p, size_t n)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < n; i += 3) {
        uint32_t v = (uint32_t)p[i] << 16 | (i + 1 < n ? (uint32_t)p[i + 1] << 8 : 0)
                     | (i + 2 < n ? p[i + 2] : 0);
        for (int k = 0; k < 4; k++)
            hj_buf_char(out, i + (size_t)k <= n ? digits[v >> (18 - 6 * k) & 63] : '=');
    }
}

static hj_fonts *fonts(void)
{
    static hj_fonts *opened;
    if (!opened) {
        hj_arena *arena = hj_arena_new();
        const char *folder = getenv("HJ_FONTS");
        opened = hj_fonts_load("fonts/fonts.xml",
                               folder ? folder : "build/share/hjemmel/fonts", NULL,
                               hj_diags_new(arena, HJ_LANG_EN));
        hj_arena_free(arena);
    }
    return opened;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    hj_arena *arena = hj_arena_new();
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    hj_pictures *pictures = hj_pictures_new(arena, fonts(), "/nowhere", NULL);
    hj_pictures_manner(pictures, n & 1, &hj_readings_xsl);
    hj_buf uri = {0};
    hj_buf_str(&uri, "data:;base64,");
    base64(&uri, bytes, n);

    hj_fo_node node = {.type = HJ_FO_EXTERNAL_GRAPHIC, .uri = uri.data,
                       .place = HJ_AT("fuzz.fo", 1)};
    hj_tag document = {.role = "Document", .bbox_page = -1};
    hj_area area = {.kind = HJ_AREA_IMAGE, .x = 10000, .y = 10000, .w = 100000, .h = 80000,
                    .node = &node};
    area.u.link.uri = uri.data;
    const hj_page page = {200000, 200000, "1", &area, 1};
    const hj_areas areas = {.pages = &page, .n_pages = 1, .document = &document, .n_tags = 1,
                            .title = "fuzz", .lang = "nb"};
    const hj_document_info info = {.title = "fuzz", .lang = "nb",
                                   .date = "2026-01-01T00:00:00+01:00"};
    hj_buf out = {0};
    hj_paint(&areas, pictures, hj_pdf_canvas(&areas, &info, NULL, NULL, arena), arena, &out,
             diags);
    hj_buf_clear(&out);
    hj_paint(&areas, pictures, hj_trace_canvas(arena), arena, &out, diags);
    if (getenv("HJ_FUZZ_CAIRO")) {
        hj_buf_clear(&out);
        hj_paint_page(&areas, 0, pictures, hj_cairo_canvas(HJ_CAIRO_PNG, &areas, &info, 50, arena),
                      arena, &out, diags);
    }
    hj_buf_free(&out);
    hj_buf_free(&uri);
    hj_arena_free(arena);
    return 0;
}
