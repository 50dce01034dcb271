/* The fuzz target for text/: any bytes at all as text, broken, parted, shaped, changed in case.
 *
 *   text SHARE FILE…     gives each file to the target (tests/fuzz/replay does); SHARE is the data
 *                        folder, build/share/hjemmel
 *
 * With clang -DFUZZER -fsanitize=fuzzer,address it is a libFuzzer target instead, which takes the
 * folder from the variable SHARE. The first byte of an input chooses language, face and variant. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/text.h"

#define MUST(what)                                                                     \
    do {                                                                               \
        if (!(what)) {                                                                 \
            fprintf(stderr, "ERROR: line %d: not so: %s\n", __LINE__, #what);          \
            abort();                                                                   \
        }                                                                              \
    } while (0)

static hj_arena *arena;
static hj_fonts *fonts;

static void open_fonts(const char *share)
{
    arena = hj_arena_new();
    const char *dir = hj_path_join(arena, share, "fonts");
    const char *dirs[] = {hj_path_join(arena, share, "hyphenation"), "/usr/share/hyphen", NULL};
    fonts = hj_fonts_load(hj_path_join(arena, dir, "fonts.xml"), dir, dirs,
                          hj_diags_new(arena, HJ_LANG_EN));
    MUST(fonts);
}

static void one(const uint8_t *bytes, size_t len)
{
    static const char *const langs[] = {"nb", "nn", "en-GB", "se", NULL, "no-NO", "zz", ""};
    static const char *const families[] = {"Open Sans", "Times, monospace", "nowhere", ""};
    if (!len || len > 100000)
        return;
    hj_arena *a = hj_arena_new();
    hj_diags *diags = hj_diags_new(a, HJ_LANG_EN);
    const char *lang = langs[bytes[0] & 7];
    const hj_font *font = hj_fonts_select(fonts, families[bytes[0] >> 3 & 3], 400, bytes[0] & 32,
                                          diags);
    MUST(font);
    font = hj_fonts_variant(fonts, font, bytes[0] >> 6);
    hj_fonts_stand_in(fonts, bytes[0] & 128 ? 0xfffd : 0);
    const char *text = (const char *)bytes + 1;
    len--;

    uint8_t *out = malloc(len + 1);
    MUST(out);
    out[len] = 7;
    hj_text_breaks(text, len, bytes[0] & 1, out);
    for (size_t i = 0; i < len; i++)
        MUST(out[i] <= HJ_BREAK_MANDATORY);
    hj_text_hyphenate(fonts, lang, text, len, out, diags);
    for (size_t i = 0; i < len; i++)
        MUST(out[i] <= 1);
    MUST(out[len] == 7);
    free(out);

    size_t n = len;
    const char *nfc = hj_text_nfc(a, text, &n);
    size_t again = n;
    hj_text_nfc(a, nfc, &again);
    MUST(again == n);
    n = len;
    hj_text_upper(a, text, &n, bytes[0] & 2);
    n = len;
    hj_text_lower(a, text, &n);

    const hj_run *runs;
    int count = hj_text_shape(fonts, font, lang, text, len, HJ_NOWHERE, a, &runs, diags);
    for (int r = 0; r < count; r++) {
        int64_t width = 0;
        for (uint32_t g = 0; g < runs[r].n_glyphs; g++) {
            MUST(runs[r].glyphs[g].gid != 0);
            MUST(runs[r].glyphs[g].cluster < runs[r].text_len);
            width += runs[r].glyphs[g].advance;
        }
        MUST(width == runs[r].width);
        MUST(hj_utf8_valid(runs[r].text, runs[r].text_len));
    }
    hj_arena_free(a);
}

#ifdef FUZZER
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    if (!fonts)
        open_fonts(getenv("SHARE") ? getenv("SHARE") : "build/share/hjemmel");
    one(bytes, len);
    return 0;
}
#else
int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    open_fonts(argv[1]);
    for (int i = 2; i < argc; i++) {
        hj_arena *a = hj_arena_new();
        size_t len = 0;
        char *bytes = hj_file_read(a, argv[i], 1 << 20, &len, hj_diags_new(a, HJ_LANG_EN));
        MUST(bytes);
        one((const uint8_t *)bytes, len);
        hj_arena_free(a);
    }
    hj_fonts_free(fonts);
    hj_arena_free(arena);
    return 0;
}
#endif
