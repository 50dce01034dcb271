/* text/: catalogue, shaping, breaks, hyphens, NFC and case. */
#include "text_fixture.h"

typedef struct world {
    hj_arena *arena;
    hj_diags *diags;
    hj_fonts *fonts;
} world;

static int set_up(void **state)
{
    world *w = calloc(1, sizeof *w);
    w->arena = hj_arena_new();
    w->diags = hj_diags_new(w->arena, HJ_LANG_EN);
    w->fonts = load_fonts(w->diags);
    *state = w;
    return 0;
}

static int tear_down(void **state)
{
    world *w = *state;
    hj_fonts_free(w->fonts);
    hj_arena_free(w->arena);
    free(w);
    return 0;
}

static int group_up(void **state)
{
    (void)state;
    link_fonts();
    return 0;
}

static int group_down(void **state)
{
    (void)state;
    unlink_fonts();
    return 0;
}

static const hj_font *open_sans(world *w)
{
    const hj_font *font = hj_fonts_select(w->fonts, "Open Sans", 400, false, w->diags);
    assert_non_null(font);
    return font;
}

static int shape(world *w, const hj_font *font, const char *text, const hj_run **runs)
{
    return hj_text_shape(w->fonts, font, "nb", text, strlen(text), HJ_AT("brev.fo", 7), w->arena,
                         runs, w->diags);
}

static const char *only_face(world *w, const char *families, int weight, bool italic)
{
    const hj_font *font = hj_fonts_select(w->fonts, families, weight, italic, w->diags);
    const hj_run *runs;
    assert_int_equal(shape(w, font, "a", &runs), 1);
    return hj_face_postscript_name(runs[0].face);
}

static void test_select(void **state)
{
    world *w = *state;
    assert_string_equal(only_face(w, "Open Sans", 400, false), "OpenSans");
    assert_string_equal(only_face(w, "'Open Sans', serif", 600, false), "OpenSans-Semibold");
    assert_string_equal(only_face(w, "open sans", 500, true), "OpenSans-Italic");
    assert_string_equal(only_face(w, "Open Sans", 900, false), "OpenSans-Extrabold");
    assert_string_equal(only_face(w, "Open Sans", 100, false), "OpenSans-Light");
    assert_string_equal(only_face(w, "serif", 600, false), "LiberationSerif-Bold");
    assert_string_equal(only_face(w, "\"Times New Roman\"", 400, true), "LiberationSerif-Italic");
    assert_string_equal(only_face(w, "Helvetica", 700, true), "LiberationSans-BoldItalic");
    assert_string_equal(only_face(w, "monospace", 400, false), "LiberationMono");
    assert_string_equal(only_face(w, NULL, 400, false), "OpenSans");
    assert_int_equal(w->diags->warnings, 0);
    assert_string_equal(only_face(w, "Comic Sans, Courier", 400, false), "LiberationMono");
    assert_int_equal(w->diags->warnings, 1);
    assert_string_equal(w->diags->first->code, "HJ-TEXT-006");
    assert_string_equal(only_face(w, "Comic Sans, Courier", 400, false), "LiberationMono");
    assert_int_equal(w->diags->warnings, 1);
    assert_ptr_equal(open_sans(w), open_sans(w));
}

static void test_metrics(void **state)
{
    world *w = *state;
    const hj_font_metrics *m = hj_font_get_metrics(open_sans(w));
    /* typo 1567/-492 does not fit an em of 2048, nor does hhea 2189/-600: typo stands */
    assert_int_equal(m->ascender, 765);
    assert_int_equal(m->descender, -240);
    assert_in_range(m->x_height, 520, 560);
    assert_in_range(m->cap_height, 690, 730);
    assert_in_range(m->underline_thickness, 20, 100);
    const hj_run *runs;
    shape(w, open_sans(w), "x", &runs);
    const hj_face_info *info = hj_face_get_info(runs[0].face);
    assert_true(info->bbox[0] < 0 && info->bbox[2] > 1000);
    assert_false(info->serif || info->fixed_pitch || info->italic);
    shape(w, hj_fonts_select(w->fonts, "Courier, x", 400, false, w->diags), "x", &runs);
    assert_true(hj_face_get_info(runs[0].face)->fixed_pitch);
    shape(w, hj_fonts_select(w->fonts, "Times", 400, false, w->diags), "x", &runs);
    assert_true(hj_face_get_info(runs[0].face)->serif);
}

static void test_shape(void **state)
{
    world *w = *state;
    const hj_run *runs;
    assert_int_equal(shape(w, open_sans(w), "", &runs), 0);
    assert_int_equal(shape(w, open_sans(w), "Særlig office", &runs), 1);
    assert_int_equal(runs[0].n_glyphs, 13); /* no ligature, no glyph for æ's second byte */
    assert_int_equal(runs[0].text_len, 14);
    assert_string_equal(runs[0].text, "Særlig office");
    assert_int_equal(runs[0].glyphs[2].cluster, 3);
    int32_t sum = 0;
    for (uint32_t i = 0; i < runs[0].n_glyphs; i++) {
        sum += runs[0].glyphs[i].advance;
        assert_int_not_equal(runs[0].glyphs[i].gid, 0);
    }
    assert_int_equal(sum, runs[0].width);
    /* Kerning is part of the advance; without a pair the advance is the face's own. */
    assert_int_equal(shape(w, open_sans(w), "AV", &runs), 1);
    assert_true(runs[0].glyphs[0].advance < hj_face_advance(runs[0].face, runs[0].glyphs[0].gid));
    assert_int_equal(shape(w, open_sans(w), "n", &runs), 1);
    assert_int_equal(runs[0].glyphs[0].advance,
                     hj_face_advance(runs[0].face, runs[0].glyphs[0].gid));
}

static void test_words_have_one_shape(void **state)
{
    world *w = *state;
    /* Liberation Sans kerns T against a blank; we do not, or the cache would show. */
    const hj_font *font = hj_fonts_select(w->fonts, "Liberation Sans", 400, false, w->diags);
    const hj_run *word, *blank, *both;
    shape(w, font, "T", &word);
    shape(w, font, " ", &blank);
    assert_int_equal(shape(w, font, "T T ", &both), 1);
    assert_int_equal(both[0].width, 2 * word[0].width + 2 * blank[0].width);
    /* warm and cold are the same */
    const hj_run *again;
    shape(w, font, "Tjenesten", &word);
    shape(w, font, "Tjenesten", &again);
    assert_ptr_equal(word, again);
    hj_fonts *cold = load_fonts(w->diags);
    const hj_font *cold_font = hj_fonts_select(cold, "Liberation Sans", 400, false, w->diags);
    hj_text_shape(cold, cold_font, "nb", "Tjenesten", 9, HJ_NOWHERE, w->arena, &again, w->diags);
    assert_int_equal(again[0].n_glyphs, word[0].n_glyphs);
    assert_memory_equal(again[0].glyphs, word[0].glyphs, word[0].n_glyphs * sizeof(hj_glyph));
    hj_fonts_free(cold);
}

static void test_special_characters(void **state)
{
    world *w = *state;
    const hj_run *runs, *plain;
    shape(w, open_sans(w), "a b", &plain);
    assert_int_equal(shape(w, open_sans(w), "a\u00a0b", &runs), 1);
    assert_string_equal(runs[0].text, "a\u00a0b");
    assert_int_equal(runs[0].width, plain[0].width);
    assert_int_equal(runs[0].glyphs[1].gid, plain[0].glyphs[1].gid);
    shape(w, open_sans(w), "a\u202fb", &runs);
    assert_int_equal(runs[0].glyphs[1].advance, plain[0].glyphs[1].advance / 2);
    shape(w, open_sans(w), "a-b", &plain);
    assert_int_equal(shape(w, open_sans(w), "a\u2011b", &runs), 1);
    assert_int_equal(runs[0].glyphs[1].gid, plain[0].glyphs[1].gid);
    assert_string_equal(runs[0].text, "a\u2011b");
    assert_int_equal(shape(w, open_sans(w), "a\u2010b", &runs), 1); /* Open Sans has no U+2010 */
    shape(w, open_sans(w), "so\u00adve", &runs);
    assert_int_equal(runs[0].n_glyphs, 4);
    assert_string_equal(runs[0].text, "sove");
    /* decomposed å is one glyph with the composed text */
    assert_int_equal(shape(w, open_sans(w), "pa\u030a", &runs), 1);
    assert_string_equal(runs[0].text, "på");
    assert_int_equal(runs[0].n_glyphs, 2);
    assert_int_equal(w->diags->errors, 0);
}

static void test_fallback(void **state)
{
    world *w = *state;
    const hj_run *runs;
    /* U+2190 is in Liberation Sans, not in Open Sans */
    assert_int_equal(shape(w, open_sans(w), "ab\u2190cd", &runs), 3);
    assert_string_equal(hj_face_postscript_name(runs[1].face), "LiberationSans");
    assert_string_equal(runs[1].text, "\u2190");
    assert_int_equal(runs[1].glyphs[0].cluster, 0);
    assert_int_equal(runs[2].glyphs[0].cluster, 0);
    assert_string_equal(runs[2].text, "cd");
    /* Northern Sámi */
    assert_true(shape(w, open_sans(w), "Čáhppesčuođđi ŋ ŧ š ž", &runs) >= 1);
    assert_int_equal(w->diags->errors, 0);
}

static void test_missing_glyph(void **state)
{
    world *w = *state;
    const hj_run *runs;
    for (int round = 0; round < 2; round++) { /* the second time must tell it as well */
        hj_diags *diags = hj_diags_new(w->arena, HJ_LANG_EN);
        int n = hj_text_shape(w->fonts, open_sans(w), "nb", "a\u4e2db", 5, HJ_AT("brev.fo", 7),
                              w->arena, &runs, diags);
        assert_int_equal(n, 1);
        assert_string_equal(runs[0].text, "ab");
        assert_int_equal(diags->errors, 1);
        assert_string_equal(diags->first->code, "HJ-TEXT-010");
        assert_int_equal(diags->first->place.line, 7);
        assert_non_null(strstr(diags->first->message, "U+4E2D"));
    }
    shape(w, open_sans(w), "\u05e9\u05dc \u05e9\u05e2", &runs);
    assert_int_equal(w->diags->errors, 1); /* a place, not a letter */
    assert_string_equal(w->diags->first->code, "HJ-TEXT-011");
    assert_non_null(strstr(w->diags->first->message, "Hebrew"));
    assert_non_null(strstr(w->diags->first->message, "right to left"));
    shape(w, open_sans(w), "\u0633", &runs);
    assert_non_null(strstr(w->diags->last->message, "Arabic"));
}

/* A sign stands for the whole cluster, never for half of it, and the text stays. */
static void test_stand_in(void **state)
{
    world *w = *state;
    const hj_run *runs, *sign;
    hj_fonts_stand_in(w->fonts, '#');
    shape(w, open_sans(w), "#", &sign);
    assert_int_equal(shape(w, open_sans(w), "a\u4e2d\u0301b \u4e2d", &runs), 1);
    assert_string_equal(runs[0].text, "a\u4e2d\u0301b \u4e2d");
    assert_int_equal(runs[0].n_glyphs, 5);
    assert_int_equal(runs[0].glyphs[1].gid, sign[0].glyphs[0].gid);
    assert_int_equal(runs[0].glyphs[1].cluster, 1);
    assert_int_equal(runs[0].glyphs[2].cluster, 6);
    assert_int_equal(runs[0].glyphs[4].gid, sign[0].glyphs[0].gid);
    assert_int_equal(w->diags->errors, 0);
    assert_int_equal(w->diags->warnings, 1);
    assert_string_equal(w->diags->first->code, "HJ-TEXT-012");
    assert_int_equal(w->diags->first->times, 2);
    shape(w, open_sans(w), "\U0001f600", &runs);
    assert_non_null(strstr(w->diags->last->hint, "emoji"));
    hj_fonts_stand_in(w->fonts, 0x4e2e); /* not there either */
    shape(w, open_sans(w), "?", &sign);
    assert_int_equal(shape(w, open_sans(w), "\u4e2d", &runs), 1);
    assert_int_equal(runs[0].glyphs[0].gid, sign[0].glyphs[0].gid);
    hj_fonts_stand_in(w->fonts, 0); /* the cache has not kept the sign */
    assert_int_equal(shape(w, open_sans(w), "\u4e2d", &runs), 0);
    assert_int_equal(w->diags->errors, 1);
    /* base and mark in no face together, and a cluster of one face inside a word of another */
    assert_int_equal(shape(w, open_sans(w), "e\u0301\u0323x", &runs), 1);
    assert_int_equal(w->diags->errors, 1);
}

static void test_hostile_text(void **state)
{
    world *w = *state;
    const hj_run *runs;
    size_t n = 100000;
    char *long_word = malloc(n);
    memset(long_word, 'm', n);
    int count = hj_text_shape(w->fonts, open_sans(w), NULL, long_word, n, HJ_NOWHERE, w->arena,
                              &runs, w->diags);
    assert_int_equal(count, 1);
    assert_int_equal(runs[0].n_glyphs, n);
    for (size_t i = 0; i < n; i += 2)
        memcpy(long_word + i, "\xcc\x81", 2); /* marks without end */
    hj_text_shape(w->fonts, open_sans(w), NULL, long_word, n, HJ_NOWHERE, w->arena, &runs,
                  w->diags);
    hj_text_shape(w->fonts, open_sans(w), NULL, "\xff\xc3", 2, HJ_NOWHERE, w->arena, &runs,
                  w->diags);
    free(long_word);
}

static void test_catalogue_errors(void **state)
{
    world *w = *state;
    static const char *const bad[] = {
        "", "<fonts", "<fonts default='A'><face/></fonts>", "<other/>",
        "<!DOCTYPE fonts [<!ENTITY a 'b'>]><fonts default='&a;'/>",
        "<fonts default='A'><family name='A'><face file='../x' weight='400' style='normal'/></family></fonts>",
        "<fonts default='A'><family name='A'><face file='x' weight='4' style='normal'/></family></fonts>",
    };
    char path[128];
    snprintf(path, sizeof path, "%s/bad.xml", font_dir);
    for (size_t i = 0; i < HJ_COUNT(bad); i++) {
        FILE *f = fopen(path, "w");
        fputs(bad[i], f);
        fclose(f);
        hj_diags *diags = hj_diags_new(w->arena, HJ_LANG_EN);
        assert_null(hj_fonts_load(path, font_dir, NULL, diags));
        assert_true(diags->errors > 0);
    }
    FILE *f = fopen(path, "w");
    fputs("<fonts default='A'><family name='A'><face file='no.ttf' weight='400' style='normal'>\n"
          "<source package='fonts-a' path='/x' bytes='1' checksum='00000000' sha256='00'/></face>\n"
          "<face file='bad.xml' weight='700' style='normal'/></family></fonts>", f);
    fclose(f);
    hj_diags *diags = hj_diags_new(w->arena, HJ_LANG_EN);
    hj_fonts *fonts = hj_fonts_load(path, font_dir, NULL, diags);
    assert_non_null(fonts);
    assert_null(hj_fonts_select(fonts, "A", 400, false, diags));
    assert_string_equal(diags->first->code, "HJ-TEXT-002");
    assert_int_equal(diags->blame, HJ_BLAME_ENVIRONMENT);
    assert_null(hj_fonts_select(fonts, "A", 700, false, diags));
    assert_string_equal(diags->last->code, "HJ-TEXT-003");
    hj_fonts_free(fonts);
}

static void test_fingerprint(void **state)
{
    world *w = *state;
    hj_buf out = {0};
    const hj_run *runs;
    shape(w, open_sans(w), "a", &runs);
    hj_face_fingerprint(runs[0].face, &out);
    assert_string_equal(out.data, "font OpenSans-Regular.ttf Version 1.10 sha256:"
                                  "e64e508b2aa2880f907e470c4550980ec4c0694d103a43f36150ac3f93189bee\n");
    hj_face_verify(runs[0].face, w->diags);
    assert_int_equal(w->diags->warnings, 0);
    /* the same file under a catalogue that expects another */
    char path[128];
    snprintf(path, sizeof path, "%s/other.xml", font_dir);
    FILE *f = fopen(path, "w");
    fputs("<fonts default='A'><family name='A'><face file='OpenSans-Regular.ttf' weight='400'"
          " style='normal'>\n<source package='fonts-a' path='/x' bytes='1' checksum='00000000'"
          " sha256='00'/></face></family></fonts>", f);
    fclose(f);
    hj_fonts *other = hj_fonts_load(path, font_dir, NULL, w->diags);
    const hj_font *font = hj_fonts_select(other, "A", 400, false, w->diags);
    hj_text_shape(other, font, NULL, "a", 1, HJ_NOWHERE, w->arena, &runs, w->diags);
    hj_buf_clear(&out);
    hj_face_fingerprint(runs[0].face, &out);
    assert_non_null(strstr(out.data, " unknown\n"));
    hj_face_verify(runs[0].face, w->diags);
    assert_string_equal(w->diags->last->code, "HJ-TEXT-007");
    hj_fonts_free(other);
    hj_buf_free(&out);
}

/* The text with | where a break is allowed and / where it must be. */
static const char *breaks(world *w, const char *text)
{
    size_t len = strlen(text);
    uint8_t *out = hj_arena_alloc(w->arena, len + 1);
    char *shown = hj_arena_alloc(w->arena, 2 * len + 1);
    size_t to = 0;
    hj_text_breaks(text, len, true, out);
    for (size_t i = 0; i < len; i++) {
        shown[to++] = text[i];
        if (out[i])
            shown[to++] = out[i] == HJ_BREAK_ALLOWED ? '|' : '/';
    }
    return shown;
}

static void test_breaks(void **state)
{
    world *w = *state;
    static const char *const expected[] = {
        "Du |får |hjelp.", "etter |§ 13 |i |loven", "jf. §§ 24 |og |25", "etter |§ 2-1 e |og",
        "innen |12. november 2026 |og", "den |1. mai", "i |2025. |November |kom", "75 % |av",
        "betale |241 kroner |i |måneden", "kr 241 |per |år", "kl. 12.00 |og", "nr. 6 |og",
        "10 450 kroner", "hjelp – |som |før", "e-post |og |hjemme-|tjeneste",
        "bokstav b |og", "a\u00a0b", "og/|eller", "ring |62 49 65 00 |nå", "«Det |er |slik»",
        "4 uker |fra", "kl. 10.00–12.00 |og", "Oslo–|Bergen", "to\n/linjer",
        "(jf. § 3-2 |bokstav a)", "er |f. eks. |bl. a. |og |m. m. |her", "d. v. s. |at", "12 000 kr |til",
        "nr. 4, |s. 3 |og |kap. 4", "f.eks. |dette |m.m. |eller", "2024–2026 |er", "§ 3-2 |første |ledd",
        "sak 12/26 |er", "1. mai 2026 |var |2026 |da", "mai |2026 |er", "kr 500,- |i", "−5 |og |− 5 |til",
        "10 × 5 − 3 |= 47 |og", "x |= 5 |er", "15 |til |20 timar |i |veka", "a\u202fb |c\u2007d |e\u2060f", "100\u00a0000 kroner",
        "til\u200b|tak", "«a |b» |(c |d) |e", "han |sa: |«Ja!» |og |gikk",
    };
    for (size_t i = 0; i < HJ_COUNT(expected); i++) {
        char text[128];
        size_t n = 0;
        const char *want = expected[i];
        for (const char *p = want; *p; p++)
            if (*p != '|' && !(*p == '/' && p[-1] == '\n'))
                text[n++] = *p;
        text[n] = '\0';
        assert_string_equal(breaks(w, text), want);
    }
    /* the short cut for simple words agrees with libunibreak: a prefix that is not simple and not
     * blank sends the neighbour there */
    static const char *const both[] = {"så kom han, og gikk. Hva? Jo! Det", "a.b c,d e:f 12 3.4",
                                       "en  to   tre", "x× y÷ zå"};
    for (size_t i = 0; i < HJ_COUNT(both); i++) {
        char text[512];
        size_t n = 0;
        for (const char *p = both[i]; *p; p++) { /* every word between two "$"s */
            n += (size_t)sprintf(text + n, "%c", *p);
            if (*p == ' ' && p[1] != ' ')
                n += (size_t)sprintf(text + n, "$ ");
        }
        const char *slow = breaks(w, text), *fast = breaks(w, both[i]);
        char *joined = hj_arena_alloc(w->arena, strlen(slow) + 1);
        size_t to = 0;
        for (const char *p = slow; *p;) {
            if (strncmp(p, "$ |", 3) == 0)
                p += 3;
            else
                joined[to++] = *p++;
        }
        assert_string_equal(fast, joined);
    }
    uint8_t none[1] = {9};
    hj_text_breaks("", 0, true, none);
    /* many numbers in a row stay breakable */
    assert_non_null(strchr(breaks(w, "10 20 30 40 50 60 70 80 90 10 20 30"), '|'));
}

/* Every character there is, between letters and blanks: libunibreak 1.1 has asserts. */
static void test_breaks_survive_all_characters(void **state)
{
    (void)state;
    for (uint32_t c = 1; c < 0x110000; c++) {
        if (c >= 0xd800 && c < 0xe000)
            continue;
        char text[24] = "a";
        uint8_t out[24];
        int n = 1 + hj_utf8_put(c, text + 1);
        n += hj_utf8_put(c, text + n);
        text[n++] = ' ';
        n += hj_utf8_put(c, text + n);
        hj_text_breaks(text, (size_t)n, true, out);
    }
    uint8_t out[8];
    hj_text_breaks("\xef\xbf\xbc\xf0\x9f\x87", 6, true, out);
    hj_text_breaks("\xff\xc3 \xe2\x80", 5, true, out);
}

static const char *hyphens(world *w, const char *lang, const char *word)
{
    uint8_t out[256];
    char *shown = hj_arena_alloc(w->arena, 512);
    size_t to = 0, len = strlen(word);
    if (!hj_text_hyphenate(w->fonts, lang, word, len, out, w->diags))
        return "none";
    for (size_t i = 0; i < len; i++) {
        shown[to++] = word[i];
        if (out[i])
            shown[to++] = '=';
    }
    return shown;
}

static void test_hyphenate(void **state)
{
    world *w = *state;
    assert_string_equal(hyphens(w, "nb", "kommunestyre"), "kom=mune=sty=re");
    assert_string_equal(hyphens(w, "nn-NO", "kommunestyre"), "kom=mune=sty=re");
    assert_string_equal(hyphens(w, "nb-NO", "Hjemmesykepleie"), "Hjemme=syke=pleie");
    assert_string_equal(hyphens(w, "no", "trygghetsalarm"), "trygg=hets=alarm");
    assert_string_equal(hyphens(w, "nb", "forløpskoordinator"), "for=løps=ko=or=di=na=tor");
    assert_string_equal(hyphens(w, "nb", "BRØNNØYSUND"), "BRØNN=ØY=SUND"); /* letters past ASCII */
    assert_string_equal(hyphens(w, "en", "hyphenation"), "hy=phen=ation");
    assert_string_equal(hyphens(w, "en", "typography"), "ty=pog=ra=phy");
    assert_string_equal(hyphens(w, "nb", "abc\u00addefgh"), "abc\u00ad=defgh");
    assert_int_equal(w->diags->warnings, 0);
    assert_string_equal(hyphens(w, "se", "Deanuleagi"), "none");
    assert_string_equal(hyphens(w, "se", "Deanu"), "none");
    assert_int_equal(w->diags->warnings, 1);
    assert_string_equal(w->diags->first->code, "HJ-TEXT-020");
    assert_string_equal(hyphens(w, "se", "abc\u00addefgh"), "abc\u00ad=defgh");
    assert_int_equal(w->diags->warnings, 1);
    assert_string_equal(hyphens(w, NULL, "kommune"), "none");
    assert_int_equal(w->diags->warnings, 2);
    assert_string_equal(w->diags->last->code, "HJ-TEXT-021");
    static const char *const nowhere[] = {"/nonexistent", "engine/text/hyphenation", NULL};
    hj_fonts *bare = hj_fonts_load("fonts/fonts.xml", font_dir, nowhere, w->diags);
    uint8_t out[16];
    assert_false(hj_text_hyphenate(bare, "nb", "attende", 7, out, w->diags));
    assert_false(hj_text_hyphenate(bare, "nb", "kommune", 7, out, w->diags));
    assert_int_equal(w->diags->warnings, 3);
    hj_fonts_free(bare);
}

/* The written standards differ in more than the patterns know; en-GB falls back to en-US, "no" is
 * read as bokmål, tags of three letters mean the same. */
static void test_hyphenate_by_language(void **state)
{
    world *w = *state;
    static const char *const cases[][3] = {
        {"nb", "attende", "at=ten=de"}, {"nn", "attende", "att=en=de"},
        {"no", "Attende", "At=ten=de"}, {"no-NO", "attende", "at=ten=de"},
        {"nb-NO", "vurdering", "vur=de=ring"}, {"nn-NO", "vurdering", "vur=der=ing"},
        {"nn_NO", "ATTENDE", "ATT=EN=DE"}, {"NN", "attende", "att=en=de"},
        {"nn-Latn-NO", "søknadene", "søk=na=de=ne"}, {"nob", "attende", "at=ten=de"},
        {"nno", "attende", "att=en=de"}, {"nor", "attende", "at=ten=de"},
        {"en-GB", "hyphenation", "hy=phen=ation"}, {"eng", "hyphenation", "hy=phen=ation"},
        /* NFC is made of what is asked: a, ring above; o, stroke has no decomposition */
        {"nb", "ra\u030adet", "ra\u030a=det"}, {"nn", "ra\u030adet", "ra\u030ad=et"},
        {"nb", "døralarm", "dør=alarm"}, {"nn", "døralarm", "dør=alarm"},
    };
    for (size_t i = 0; i < HJ_COUNT(cases); i++)
        assert_string_equal(hyphens(w, cases[i][0], cases[i][1]), cases[i][2]);
    assert_int_equal(w->diags->warnings, 0);
}

/* Every word of both lists comes out as it stands there. Each has a vowel between two hyphens and
 * never one letter alone; the lists are in order, without doubles; most of what they say the
 * patterns do not, so that they are worth having. */
static void test_exceptions(void **state)
{
    world *w = *state;
    static const char *const nothing_ours[] = {"/usr/share/hyphen", NULL};
    hj_fonts *bare = hj_fonts_load("fonts/fonts.xml", font_dir, nothing_ours, w->diags);
    static const char *const lists[] = {"nb", "nn"};
    for (size_t k = 0; k < HJ_COUNT(lists); k++) {
        char path[64], line[128], before[128] = "";
        int count = 0, differ = 0;
        snprintf(path, sizeof path, "engine/text/hyphenation/%s.txt", lists[k]);
        FILE *file = fopen(path, "r");
        assert_non_null(file);
        while (fgets(line, sizeof line, file)) {
            char word[128], shown[128];
            size_t n = 0, letters = 0, vowels = 0, len = strcspn(line, "\n");
            assert_int_equal(line[len], '\n');
            line[len] = '\0';
            for (size_t i = 0; i <= len; i++) {
                if (line[i] == '-' || !line[i]) {
                    assert_true(letters >= 2 && vowels >= 1);
                    letters = vowels = 0;
                    continue;
                }
                word[n++] = line[i];
                letters += ((unsigned char)line[i] & 0xc0) != 0x80;
                vowels += strchr("aeiouyæøå", line[i]) != NULL; /* bytes: a mark of ours counts */
                assert_true((unsigned char)line[i] >= 0x80 || (line[i] >= 'a' && line[i] <= 'z'));
            }
            word[n] = '\0';
            assert_true(strcmp(before, word) < 0);
            memcpy(before, word, n + 1);
            snprintf(shown, sizeof shown, "%s", hyphens(w, lists[k], word));
            for (char *p = shown; *p; p++)
                *p = *p == '=' ? '-' : *p;
            assert_string_equal(shown, line);
            hj_fonts *ours = w->fonts;
            w->fonts = bare;
            snprintf(shown, sizeof shown, "%s", hyphens(w, lists[k], word));
            w->fonts = ours;
            for (char *p = shown; *p; p++)
                *p = *p == '=' ? '-' : *p;
            differ += strcmp(shown, line) != 0;
            count++;
        }
        fclose(file);
        assert_true(count >= 200);
        assert_true(differ >= 200);
    }
    hj_fonts_free(bare);
    assert_int_equal(w->diags->warnings, 0);
}

/* Pattern files of our own: settings, the one-letter marks, a last line without its end, patterns
 * that change the spelling, broken ones. */
static void test_pattern_files(void **state)
{
    world *w = *state;
    char dir[] = "/tmp/hjemmel-hyphen-XXXXXX", path[64];
    assert_non_null(mkdtemp(dir));
    const char *dirs[] = {dir, NULL};
    static const struct { const char *file, *word, *shown; } cases[] = {
        {"UTF-8\nLEFTHYPHENMIN 2\nRIGHTHYPHENMIN 3\n1å1\na1b\n", "abåbbbåb", "ab=å=bbbåb"},
        {"UTF-8\nab1c", "abcabca", "ab=cab=ca"},
        {"ISO8859-1\r\n\xe5" "1b\r\n", "kåbål", "kå=bål"},
        {"UTF-8\n1c\nb2c\n.b3c\n", "bcabcac", "bcabcac"},
        {"UTF-8\n1ca\nb2ca\nd3ca\n", "aacaabcadcaa", "aa=caabcad=caa"},
        {"UTF-8\nab1c/ab-c,1,2\n", "abcabc", "abcabc"},
        {"UTF-8\n", "abcabc", "abcabc"},
        {"\n", "abcabc", "abcabc"},
        {"UTF-8\n1\n2\n999\n....\n\xff\xfe" "1\n%a1b\n#a1b\n", "abcabc", "abcabc"},
    };
    for (size_t i = 0; i < HJ_COUNT(cases); i++) {
        snprintf(path, sizeof path, "%s/hyph_nb_NO.dic", dir);
        FILE *file = fopen(path, "w");
        fputs(cases[i].file, file);
        fclose(file);
        hj_fonts *ours = w->fonts;
        w->fonts = hj_fonts_load("fonts/fonts.xml", font_dir, dirs, w->diags);
        assert_string_equal(hyphens(w, "nb", cases[i].word), cases[i].shown);
        hj_fonts_free(w->fonts);
        w->fonts = ours;
        remove(path);
    }
    rmdir(dir);
    assert_int_equal(w->diags->warnings, 0);
}

/* Any bytes at all are answered, and only inside the word. */
static void test_hyphenate_hostile(void **state)
{
    world *w = *state;
    uint32_t seed = 7;
    for (int i = 0; i < 3000; i++) {
        char word[600];
        uint8_t out[600];
        size_t len = (seed >> 8) % sizeof word;
        for (size_t k = 0; k < len; k++) {
            seed = seed * 1664525u + 1013904223u;
            word[k] = (seed >> 30) ? (char)('a' + (seed >> 8) % 26) : (char)(seed >> 16);
        }
        memset(out, 7, sizeof out);
        assert_true(hj_text_hyphenate(w->fonts, "nb", word, len, out, w->diags));
        for (size_t k = 0; k < sizeof out; k++)
            assert_true(k < len ? out[k] <= 1 : out[k] == 7);
        seed = seed * 1664525u + 1013904223u;
    }
}

static void test_nfc_and_case(void **state)
{
    world *w = *state;
    static const char *const pairs[][2] = {
        {"A\u030a", "Å"}, {"o\u0308\u0323", "ọ̈"}, {"\u1e9b\u0323", "\u1e9b\u0323"},
        {"\u212b", "Å"}, {"\u0344", "\u0308\u0301"}, {"e\u0301e\u0301", "éé"},
        {"\u1100\u1161\u11a8", "\uac01"}, {"\u2260", "\u2260"}, {"=\u0338", "\u2260"},
        {"a\u0315\u0300\u05ae\u0300b", "à\u05ae\u0300\u0315b"},
    };
    for (size_t i = 0; i < HJ_COUNT(pairs); i++) {
        size_t len = strlen(pairs[i][0]);
        const char *nfc = hj_text_nfc(w->arena, pairs[i][0], &len);
        assert_string_equal(nfc, pairs[i][1]);
        assert_int_equal(len, strlen(pairs[i][1]));
        nfc = hj_text_nfc(w->arena, pairs[i][1], &len);
        assert_string_equal(nfc, pairs[i][1]);
    }
    const char *plain = "Blåbærgrøt – 75 %";
    size_t len = strlen(plain);
    assert_ptr_equal(hj_text_nfc(w->arena, plain, &len), plain);
    const char *text = "blåbærgrøt čđŋšŧž ß ÿ ж ш ґ ω ǯ";
    len = strlen(text);
    const char *upper = hj_text_upper(w->arena, text, &len, false);
    assert_string_equal(upper, "BLÅBÆRGRØT ČĐŊŠŦŽ SS Ÿ Ж Ш Ґ Ω Ǯ");
    assert_string_equal(hj_text_lower(w->arena, upper, &len), "blåbærgrøt čđŋšŧž ss ÿ ж ш ґ ω ǯ");
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_select), TEST(test_metrics), TEST(test_shape), TEST(test_words_have_one_shape),
        TEST(test_special_characters), TEST(test_fallback), TEST(test_missing_glyph), TEST(test_stand_in),
        TEST(test_hostile_text), TEST(test_catalogue_errors), TEST(test_fingerprint),
        TEST(test_breaks), TEST(test_breaks_survive_all_characters), TEST(test_hyphenate), TEST(test_hyphenate_by_language),
        TEST(test_exceptions), TEST(test_pattern_files), TEST(test_hyphenate_hostile), TEST(test_nfc_and_case),
    };
    return cmocka_run_group_tests(tests, group_up, group_down);
}
