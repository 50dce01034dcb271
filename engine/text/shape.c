/* From text to glyphs.
 *
 * The hard idea: the unit of shaping is the word, never the line. Blanks are shaped alone (a face
 * that kerns against blanks is not asked to), so a word has one shape wherever it stands, and the
 * word cache can answer for the shaper without a byte of any document depending on what the cache
 * happens to hold. The cache only fills, up to a cap, and is never evicted: pointers into it stay
 * good for the life of the handle. */
#include <stdlib.h>
#include <string.h>

#include "text/internal.h"

#define CACHE_WORDS_MAX 16384
#define CACHE_BYTES_MAX (4u << 20)
#define CACHE_KEY_MAX 96 /* longer words are rare and not kept */
#define SEGMENT_MAX 4096 /* bytes shaped at once; a longer word is cut at a character */

typedef struct point {
    uint32_t c, drawn; /* the character, and the one whose glyph is drawn */
    uint32_t offset; /* in scratch->text */
    bool silent; /* text only: the glyph before stands for it too */
    hj_face *face;
} point;

/* Work space, grown to the longest word and kept. A segment has at most SEGMENT_MAX characters,
 * five times that after decomposition. */
struct hj_shape_scratch {
    uint32_t *raw, *nfc;
    point *points;
    char *text;
    size_t cap; /* bytes of a segment these four have room for */
    hj_glyph *glyphs;
    size_t n_glyphs, cap_glyphs;
    struct stretch {
        const hj_face *face;
        size_t first, n, text_from, text_to;
    } *stretches;
    size_t n_stretches, cap_stretches;
};

static const hb_feature_t features[] = {
    {HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    {HB_TAG('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    {HB_TAG('k', 'e', 'r', 'n'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
};

/* hb_shape would look its plan up again for every word, at as much cost as shaping a short one. */
hb_shape_plan_t *hj_face_plan(hj_face *face, const hb_segment_properties_t *properties)
{
    for (int i = 0; i < face->n_plans; i++)
        if (hb_segment_properties_equal(&face->plans[i].for_what, properties))
            return face->plans[i].plan;
    if (face->n_plans == HJ_COUNT(face->plans)) { /* the oldest goes */
        hb_shape_plan_destroy(face->plans[0].plan);
        memmove(face->plans, face->plans + 1, sizeof face->plans - sizeof *face->plans);
        face->n_plans--;
    }
    hb_shape_plan_t *plan = hb_shape_plan_create(face->hb, properties, features,
                                                 HJ_COUNT(features), NULL);
    face->plans[face->n_plans++] = (struct hj_plan){*properties, plan};
    return plan;
}

static void *grow(void *old, size_t *cap, size_t need, size_t size)
{
    if (need <= *cap)
        return old;
    *cap = need * 2 > 64 ? need * 2 : 64;
    void *bigger = realloc(old, *cap * size);
    if (!bigger)
        abort();
    return bigger;
}

static uint32_t lang_index(hj_fonts *fonts, const char *lang)
{
    if (!lang || !lang[0])
        return 0;
    for (uint32_t i = 1; i < fonts->n_langs; i++)
        if (strcmp(fonts->langs[i], lang) == 0)
            return i;
    if (fonts->n_langs == 0)
        fonts->n_langs = 1; /* 0 is "no language" */
    if (fonts->n_langs == HJ_LANGS_MAX)
        return 0;
    fonts->langs[fonts->n_langs] = hj_arena_strdup(fonts->arena, lang);
    fonts->hb_langs[fonts->n_langs] = hb_language_from_string(lang, -1);
    return fonts->n_langs++;
}

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == 0xa0 || c == 0x202f || c == '\t' || c == '\n' || c == '\r';
}

/* Leaves no glyph: soft hyphen (a hyphen at a line's end is set by who breaks the line), zero
 * width space, directional marks, word joiner, byte order mark. */
static bool is_nothing(uint32_t c)
{
    return c == 0xad || c == 0x200b || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e)
           || (c >= 0x2060 && c <= 0x2069) || c == 0xfeff;
}

static bool is_mark(hb_unicode_funcs_t *u, uint32_t c)
{
    if (c < 0x300)
        return false;
    hb_unicode_general_category_t g = hb_unicode_general_category(u, c);
    return g == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK
           || g == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK
           || g == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK || c == 0x200c || c == 0x200d
           || (c >= 0xfe00 && c <= 0xfe0f);
}

static bool is_right_to_left(hb_unicode_funcs_t *u, uint32_t c)
{
    if (c < 0x590)
        return false;
    return hb_script_get_horizontal_direction(hb_unicode_script(u, c)) == HB_DIRECTION_RTL;
}

static bool covers(hj_face *face, uint32_t c, uint32_t *drawn);

/* Small capitals: the capital is drawn, the letter is what is read. */
static bool covers_small(hj_face *face, uint32_t c, uint32_t *drawn)
{
    uint32_t capital = c == 0xdf ? 0x1e9e : hj_text_upper_point(c);
    return (capital != c && covers(face, capital, drawn)) || covers(face, c, drawn);
}

/* What is drawn for c in this face; 0 when it cannot be. Spaces of unusual width are made of the
 * space by HarfBuzz, joiners and selectors draw nothing. */
static bool covers(hj_face *face, uint32_t c, uint32_t *drawn)
{
    *drawn = c;
    if (c == 0xa0 || c == 0x202f || c == '\t' || c == '\n' || c == '\r') {
        *drawn = ' ';
        return face->space != 0;
    }
    if (hj_face_glyph(face, c))
        return true;
    if (c == 0x2010 || c == 0x2011) {
        *drawn = '-';
        return face->hyphen != 0;
    }
    if ((c >= 0x2000 && c <= 0x200a) || c == 0x205f || c == 0x3000)
        return face->space != 0;
    if (c == 0x200c || c == 0x200d || (c >= 0xfe00 && c <= 0xfe0f))
        return true;
    hb_codepoint_t a, b;
    return hb_unicode_decompose(hb_unicode_funcs_get_default(), c, &a, &b)
           && hj_face_glyph(face, a) && (!b || hj_face_glyph(face, b));
}

/* Emoji and the like, which fonts have as colour pictures if at all. */
static bool is_emoji(uint32_t c)
{
    return (c >= 0x1f000 && c < 0x1fb00) || (c >= 0x2600 && c < 0x27c0);
}

static void missing(const hj_fonts *fonts, const hj_font *font, uint32_t c, hj_place place,
                    hj_diags *diags)
{
    const char *families = font->families[0] ? font->families : fonts->default_families;
    if (!fonts->stand_in)
        hj_error(diags, "HJ-TEXT-010", place, "no font has the character U+%04X (asked for: %s)",
                 c, families);
    else if (!hj_warning_once(diags, "HJ-TEXT-012", place,
                              "no font has the character U+%04X; a sign stands in its place, and the text keeps it",
                              c))
        return;
    if (is_emoji(c))
        hj_hint(diags, "the fonts have no emoji: use a picture, or a word");
    else
        hj_hint(diags, "choose another character, or add a family that has it to fonts/fonts.xml");
}

static hj_face *face_with(const hj_font *font, const point *points, size_t n, uint32_t *drawn,
                          hj_diags *diags, bool *clean)
{
    for (int f = 0; f < font->n_faces; f++) {
        hj_face *face = font->faces[f];
        if (!hj_face_use(face, diags)) {
            *clean = false;
            continue;
        }
        size_t k = 0;
        bool small = font->variant & HJ_FONT_SMALL_CAPS;
        while (k < n && (small ? covers_small(face, points[k].c, &drawn[k])
                               : covers(face, points[k].c, &drawn[k])))
            k++;
        if (k == n)
            return face;
    }
    return NULL;
}

/* One sign for a cluster no face has, which keeps the cluster's text. */
static bool stand_in(const hj_fonts *fonts, const hj_font *font, point *points, size_t n,
                     hj_diags *diags, bool *clean)
{
    const uint32_t signs[] = {fonts->stand_in, '?'};
    for (size_t s = 0; fonts->stand_in && s < HJ_COUNT(signs); s++) {
        point sign = {.c = signs[s]};
        uint32_t drawn;
        hj_face *face = face_with(font, &sign, 1, &drawn, diags, clean);
        if (!face)
            continue;
        for (size_t i = 0; i < n; i++) {
            points[i].face = face;
            points[i].drawn = drawn;
            points[i].silent = i > 0;
        }
        return true;
    }
    return false;
}

#define CLUSTER_MAX 32 /* marks past this are no text; the letter's face decides alone */

/* Gives each point a face, a cluster (a letter with its marks) at a time; takes out what no face
 * has, unless a sign may stand for it. Returns how many points are left; *clean is false when
 * something was missing. */
static size_t choose_faces(hj_fonts *fonts, const hj_font *font, point *points, size_t n,
                           hj_place place, hj_diags *diags, bool *clean)
{
    hb_unicode_funcs_t *u = hb_unicode_funcs_get_default();
    size_t to = 0;
    for (size_t i = 0; i < n;) {
        size_t end = i + 1;
        uint32_t drawn[CLUSTER_MAX];
        while (end < n && end - i < CLUSTER_MAX && is_mark(u, points[end].c))
            end++;
        hj_face *face = face_with(font, points + i, end - i, drawn, diags, clean);
        for (size_t k = i; face && k < end; k++) {
            points[k].drawn = drawn[k - i];
            points[k].face = face;
        }
        if (!face) {
            *clean = false;
            bool told = false;
            for (size_t k = i; k < end; k++) {
                bool ignored;
                if (face_with(font, points + k, 1, drawn, diags, &ignored))
                    continue;
                missing(fonts, font, points[k].c, place, diags);
                told = true;
            }
            if (!told) /* each somewhere, but in no face together */
                missing(fonts, font, points[end - 1].c, place, diags);
            if (!stand_in(fonts, font, points + i, end - i, diags, clean)) {
                i = end;
                continue;
            }
        }
        for (; i < end; i++)
            points[to++] = points[i];
    }
    return to;
}

static int16_t clamp16(int n)
{
    return (int16_t)(n > INT16_MAX ? INT16_MAX : n < INT16_MIN ? INT16_MIN : n);
}

/* Shapes points[0..n), all of one face, and adds glyphs and one stretch to scratch. */
static void shape_stretch(hj_fonts *fonts, uint32_t lang, const point *points, size_t n,
                          size_t text_end)
{
    struct hj_shape_scratch *s = fonts->scratch;
    hj_face *face = points[0].face;
    if (!fonts->buffer)
        fonts->buffer = hb_buffer_create();
    hb_buffer_t *b = fonts->buffer;
    hb_buffer_clear_contents(b);
    hb_buffer_set_content_type(b, HB_BUFFER_CONTENT_TYPE_UNICODE);
    for (size_t i = 0; i < n; i++)
        if (!points[i].silent)
            hb_buffer_add(b, points[i].drawn, points[i].offset);
    hb_buffer_set_direction(b, HB_DIRECTION_LTR);
    if (lang)
        hb_buffer_set_language(b, fonts->hb_langs[lang]);
    else
        hb_buffer_set_language(b, hb_language_from_string("und", -1)); /* not the locale's */
    hb_buffer_guess_segment_properties(b);
    hb_segment_properties_t properties;
    hb_buffer_get_segment_properties(b, &properties);
    if (properties.script == HB_SCRIPT_INVALID || properties.script == HB_SCRIPT_COMMON) {
        hb_buffer_set_script(b, HB_SCRIPT_LATIN); /* "13", "§": as in the text around them */
        properties.script = HB_SCRIPT_LATIN;
    }
    hb_shape_plan_execute(hj_face_plan(face, &properties), face->font, b, features,
                          HJ_COUNT(features));

    unsigned got;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(b, &got);
    const hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(b, NULL);
    s->glyphs = grow(s->glyphs, &s->cap_glyphs, s->n_glyphs + got, sizeof *s->glyphs);
    s->stretches = grow(s->stretches, &s->cap_stretches, s->n_stretches + 1, sizeof *s->stretches);
    s->stretches[s->n_stretches++] = (struct stretch){
        .face = face, .first = s->n_glyphs, .n = got, .text_from = points[0].offset,
        .text_to = text_end};
    bool narrow = points[0].c == 0x202f; /* always a segment of its own */
    for (unsigned i = 0; i < got; i++) {
        uint16_t gid = (uint16_t)info[i].codepoint;
        int own = hj_face_advance(face, gid);
        /* The face's own advance rounded as in /W, then what kerning adds, rounded as in TJ. */
        int more = pos[i].x_advance - hj_face_units(face, gid);
        int advance = own + hj_face_per_mille(face, more);
        if (narrow)
            advance /= 2;
        s->glyphs[s->n_glyphs++] = (hj_glyph){
            .cluster = info[i].cluster - points[0].offset,
            .gid = gid,
            .advance = clamp16(advance),
            .dx = clamp16(hj_face_per_mille(face, pos[i].x_offset)),
            .dy = clamp16(hj_face_per_mille(face, pos[i].y_offset)),
        };
    }
}

/* By its name: reordering half of a line would be worse than none. */
static void refuse_script(hb_script_t script, hj_place place, hj_diags *diags)
{
    static const struct { hb_script_t script; const char *name; } names[] = {
        {HB_SCRIPT_HEBREW, "Hebrew"}, {HB_SCRIPT_ARABIC, "Arabic"}, {HB_SCRIPT_SYRIAC, "Syriac"},
        {HB_SCRIPT_THAANA, "Thaana"}, {HB_SCRIPT_NKO, "N'Ko"}, {HB_SCRIPT_ADLAM, "Adlam"},
    };
    char tag[5];
    hb_tag_to_string(hb_script_to_iso15924_tag(script), tag);
    tag[4] = '\0';
    const char *name = tag;
    for (size_t i = 0; i < HJ_COUNT(names); i++)
        if (names[i].script == script)
            name = names[i].name;
    hj_error(diags, "HJ-TEXT-011", place,
             "the text has %s letters, which are written from right to left; that is not supported",
             name);
}

static void *room(void *old, size_t n, size_t size)
{
    free(old); /* what it held is of no more use */
    void *p = malloc(n * size);
    if (!p)
        abort();
    return p;
}

/* Made for the words there are: for the longest possible it would be 700 KB, never touched. */
static struct hj_shape_scratch *scratch_for(hj_fonts *fonts, size_t len)
{
    if (!fonts->scratch && !(fonts->scratch = calloc(1, sizeof *fonts->scratch)))
        abort();
    struct hj_shape_scratch *s = fonts->scratch;
    if (s->cap < len) {
        s->cap = len < 128 ? 128 : len;
        size_t most = s->cap * 5 + 8;
        s->raw = room(s->raw, s->cap, sizeof *s->raw);
        s->nfc = room(s->nfc, most, sizeof *s->nfc);
        s->points = room(s->points, most, sizeof *s->points);
        s->text = room(s->text, most, 4);
    }
    return s;
}

/* Shapes one segment into scratch. False when something had to be left out (and was told). */
static bool shape_segment(hj_fonts *fonts, const hj_font *font, uint32_t lang, const char *text,
                          size_t len, hj_place place, hj_diags *diags)
{
    struct hj_shape_scratch *s = scratch_for(fonts, len);
    hb_unicode_funcs_t *u = hb_unicode_funcs_get_default();
    s->n_glyphs = s->n_stretches = 0;
    bool clean = true, plain = true;
    size_t n = 0;
    for (const char *p = text, *end = text + len; p < end;) {
        uint32_t c = hj_utf8_next(&p, end);
        if (is_nothing(c))
            continue;
        if (is_right_to_left(u, c)) {
            if (clean)
                refuse_script(hb_unicode_script(u, c), place, diags);
            clean = false;
            continue;
        }
        plain = plain && hj_text_is_plain(c);
        s->raw[n++] = c;
    }
    const uint32_t *points = s->raw;
    if (!plain) {
        n = hj_text_nfc_points(s->raw, n, s->nfc);
        points = s->nfc;
    }
    for (size_t i = 0; i < n; i++)
        s->points[i] = (point){.c = points[i]};
    n = choose_faces(fonts, font, s->points, n, place, diags, &clean);

    size_t used = 0;
    for (size_t i = 0; i < n; i++) {
        s->points[i].offset = (uint32_t)used;
        used += (size_t)hj_utf8_put(s->points[i].c, s->text + used);
    }
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && s->points[end].face == s->points[i].face;)
            end++;
        shape_stretch(fonts, lang, s->points + i, end - i, end < n ? s->points[end].offset : used);
    }
    return clean;
}

/* Copies what scratch holds into arena. */
static int keep(const struct hj_shape_scratch *s, hj_arena *arena, const hj_run **out)
{
    hj_run *runs = HJ_ARRAY(arena, s->n_stretches, hj_run);
    hj_glyph *glyphs = HJ_ARRAY(arena, s->n_glyphs, hj_glyph);
    if (s->n_glyphs)
        memcpy(glyphs, s->glyphs, s->n_glyphs * sizeof *glyphs);
    for (size_t i = 0; i < s->n_stretches; i++) {
        const struct stretch *st = &s->stretches[i];
        hj_run *run = &runs[i];
        run->face = st->face;
        run->glyphs = glyphs + st->first;
        run->n_glyphs = (uint32_t)st->n;
        run->text_len = (uint32_t)(st->text_to - st->text_from);
        run->text = hj_arena_strndup(arena, s->text + st->text_from, run->text_len);
        for (size_t g = 0; g < st->n; g++) /* a segment is short: no overflow */
            run->width += run->glyphs[g].advance;
    }
    *out = runs;
    return (int)s->n_stretches;
}

static void rehash(hj_fonts *fonts)
{
    uint32_t cap = fonts->cap_words ? fonts->cap_words * 2 : 2048;
    hj_word *words = calloc(cap, sizeof *words);
    if (!words)
        abort();
    for (uint32_t i = 0; i < fonts->cap_words; i++) {
        if (!fonts->words[i].key)
            continue;
        uint32_t at = fonts->words[i].hash & (cap - 1);
        while (words[at].key)
            at = (at + 1) & (cap - 1);
        words[at] = fonts->words[i];
    }
    free(fonts->words);
    fonts->words = words;
    fonts->cap_words = cap;
}

/* One segment, from the cache when it is there. */
static int segment(hj_fonts *fonts, const hj_font *font, uint32_t lang, const char *text,
                   size_t len, hj_place place, hj_arena *arena, const hj_run **runs,
                   hj_diags *diags)
{
    uint32_t hash = hj_text_hash(font->id * 64 + lang, text, len);
    if (fonts->n_words * 2 >= fonts->cap_words && fonts->cap_words < CACHE_WORDS_MAX * 2)
        rehash(fonts);
    uint32_t at = hash & (fonts->cap_words - 1);
    for (; fonts->words[at].key; at = (at + 1) & (fonts->cap_words - 1)) {
        const hj_word *w = &fonts->words[at];
        if (w->hash == hash && w->len == len && w->font == font->id && w->lang == lang
            && memcmp(w->key, text, len) == 0) {
            *runs = w->runs;
            return w->n_runs;
        }
    }
    bool clean = shape_segment(fonts, font, lang, text, len, place, diags);
    if (!fonts->words_arena)
        fonts->words_arena = hj_arena_new();
    if (!clean || len > CACHE_KEY_MAX || fonts->n_words >= CACHE_WORDS_MAX
        || hj_arena_used(fonts->words_arena) > CACHE_BYTES_MAX)
        return keep(fonts->scratch, arena, runs); /* a word with an error must tell it each time */
    hj_word *w = &fonts->words[at];
    *w = (hj_word){.hash = hash, .font = font->id, .lang = lang, .len = (uint32_t)len};
    w->key = hj_arena_strndup(fonts->words_arena, text, len);
    w->n_runs = keep(fonts->scratch, fonts->words_arena, &w->runs);
    fonts->n_words++;
    *runs = w->runs;
    return w->n_runs;
}

/* Length of the segment at text: one blank, or a word up to the next blank. */
static size_t segment_length(const char *text, size_t len)
{
    const char *p = text, *end = text + len;
    if (is_blank(hj_utf8_next(&p, end)))
        return (size_t)(p - text);
    while (p < end && p - text < SEGMENT_MAX - 4) {
        const char *before = p;
        if (is_blank(hj_utf8_next(&p, end)))
            return (size_t)(before - text);
    }
    return (size_t)(p - text);
}

/* Runs of hostile length stay at the greatest width there is. */
static int32_t add_width(int32_t a, int32_t b)
{
    int64_t sum = (int64_t)a + b;
    return sum > INT32_MAX ? INT32_MAX : sum < INT32_MIN ? INT32_MIN : (int32_t)sum;
}

/* Joins the runs of several segments: neighbours of one face become one run. */
static int join(const hj_run *const *parts, size_t n, hj_arena *arena, const hj_run **out)
{
    hj_run *runs = HJ_ARRAY(arena, n, hj_run);
    int count = 0;
    for (size_t i = 0, end; i < n; i = end) {
        size_t glyphs = 0, bytes = 0;
        for (end = i; end < n && parts[end]->face == parts[i]->face; end++) {
            glyphs += parts[end]->n_glyphs;
            bytes += parts[end]->text_len;
        }
        if (end == i + 1) {
            runs[count++] = *parts[i];
            continue;
        }
        hj_glyph *g = HJ_ARRAY(arena, glyphs, hj_glyph);
        char *text = hj_arena_alloc(arena, bytes + 1);
        hj_run *run = &runs[count++];
        *run = (hj_run){.face = parts[i]->face, .glyphs = g, .text = text};
        for (size_t k = i; k < end; k++) {
            memcpy(text + run->text_len, parts[k]->text, parts[k]->text_len);
            for (uint32_t j = 0; j < parts[k]->n_glyphs; j++) {
                g[run->n_glyphs] = parts[k]->glyphs[j];
                g[run->n_glyphs++].cluster += run->text_len;
            }
            run->text_len += parts[k]->text_len;
            run->width = add_width(run->width, parts[k]->width);
        }
    }
    *out = runs;
    return count;
}

int hj_text_shape(hj_fonts *fonts, const hj_font *font, const char *lang, const char *text,
                  size_t len, hj_place place, hj_arena *arena, const hj_run **runs,
                  hj_diags *diags)
{
    *runs = NULL;
    if (!len)
        return 0;
    uint32_t l = lang_index(fonts, lang);
    size_t first = segment_length(text, len);
    if (first == len)
        return segment(fonts, font, l, text, len, place, arena, runs, diags);

    const hj_run **parts = NULL;
    size_t n_parts = 0, cap_parts = 0;
    for (size_t at = 0; at < len;) {
        size_t n = segment_length(text + at, len - at);
        const hj_run *some;
        int got = segment(fonts, font, l, text + at, n, place, arena, &some, diags);
        parts = grow(parts, &cap_parts, n_parts + (size_t)got, sizeof *parts);
        for (int i = 0; i < got; i++)
            parts[n_parts++] = &some[i];
        at += n;
    }
    int count = join(parts, n_parts, arena, runs);
    free(parts);
    return count;
}

void hj_shape_free(hj_fonts *fonts)
{
    if (fonts->buffer)
        hb_buffer_destroy(fonts->buffer);
    if (fonts->scratch) {
        free(fonts->scratch->raw);
        free(fonts->scratch->nfc);
        free(fonts->scratch->points);
        free(fonts->scratch->text);
        free(fonts->scratch->glyphs);
        free(fonts->scratch->stretches);
    }
    free(fonts->scratch);
    free(fonts->words);
    hj_arena_free(fonts->words_arena);
}
