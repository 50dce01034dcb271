/* text/: from characters to shaped glyphs. Fonts, shaping, break opportunities, hyphens.
 *
 * Owns: the font catalogue with its faces (FreeType/HarfBuzz objects, kept for the process), a
 * capped word cache, the hyphenation dictionaries.
 * Refuses: system font lookup, outlines that are not TrueType, right-to-left text (by name).
 *
 * One hard idea: all advances are integers in 1/1000 em, rounded exactly as the PDF /W array
 * rounds them, so that layout, the archival writer and cairo agree on every pen position and no
 * error adds up along a line. Width of a run at size s (1/1000 pt) is sum * s / 1000. */
#ifndef HJ_TEXT_H
#define HJ_TEXT_H

#include "base/base.h"

typedef struct hj_fonts hj_fonts;
typedef struct hj_face hj_face;
typedef struct hj_font hj_font; /* an ordered fallback chain of faces for one request */

/* Reads a catalogue (fonts/fonts.xml) and opens faces lazily from font_dir. An unknown sha256 is a
 * warning and goes into the fingerprint; a missing file is an error when first needed.
 * hyphen_dirs: NULL-terminated list of folders in which to look for pattern files (hyph_*.dic)
 * and our own lists of exceptions (nb.txt, nn.txt), or NULL for none.
 * Not thread-safe: one hj_fonts per engine handle. Owned by the caller: hj_fonts_free. */
hj_fonts *hj_fonts_load(const char *catalogue, const char *font_dir,
                        const char *const *hyphen_dirs, hj_diags *diags);
void hj_fonts_free(hj_fonts *fonts);

/* The chain for a CSS/XSL family list ("Open Sans, sans-serif"), weight 100–900 and style. Generic
 * and base-14 names map to the Liberation families. Unknown families are skipped with one warning
 * each; the catalogue's default chain always ends the list. NULL only when no face can be opened
 * (diagnostic given). Borrowed, cached, lives as long as fonts. */
const hj_font *hj_fonts_select(hj_fonts *fonts, const char *families, int weight, bool italic,
                               hj_diags *diags);

/* The same chain with letters drawn as capitals (their text stays; who sets them chooses the
 * smaller size), or with the condensed family of each of its families before it, where the
 * catalogue has one by that name ("Open Sans Condensed"). font itself for 0. Cached. */
enum { HJ_FONT_SMALL_CAPS = 1, HJ_FONT_CONDENSED = 2 };
const hj_font *hj_fonts_variant(hj_fonts *fonts, const hj_font *font, unsigned variant);

/* Vertical metrics of the chain's first face, 1/1000 em, positive up (descender is negative).
 * OS/2 typo when ascender - descender fits the em, else hhea if it fits, else typo. */
typedef struct hj_font_metrics {
    int ascender, descender, x_height, cap_height;
    int underline_position, underline_thickness, strikeout_position, strikeout_thickness;
} hj_font_metrics;
const hj_font_metrics *hj_font_get_metrics(const hj_font *font);

/* From now on a cluster no face has is drawn as sign (or "?") and keeps its text, with one warning
 * HJ-TEXT-012 for each character and document; 0, as at first: it is an error. */
void hj_fonts_stand_in(hj_fonts *fonts, uint32_t sign);

typedef struct hj_glyph {
    uint32_t cluster; /* byte offset in the run's text where this glyph's characters begin */
    uint16_t gid; /* never 0: a character in no face is an error, not a box */
    int16_t advance; /* 1/1000 em, kerning included */
    int16_t dx, dy; /* offset of the drawn glyph from the pen, 1/1000 em, y up */
} hj_glyph;

/* Glyphs of one face for one stretch of text. text is the characters the glyphs stand for, in
 * reading order; it is what ToUnicode / ActualText must give back. */
typedef struct hj_run {
    const hj_face *face;
    const hj_glyph *glyphs;
    const char *text;
    uint32_t n_glyphs, text_len;
    int32_t width; /* sum of advances, 1/1000 em */
} hj_run;

/* Shapes text[0..len) (UTF-8; NFC is made inside) with -liga -clig and kerning, split into runs
 * where the fallback chain must change face (per cluster). Returns how many runs; *runs and what
 * it points to live in arena, or in the word cache for as long as fonts lives.
 * U+00A0 and U+202F are set as a space glyph, U+2011 as the hyphen glyph, U+00AD as nothing.
 * A character no face has: error HJ-TEXT-010 at place naming the code point and family; it is left
 * out, with all of its cluster (see hj_fonts_stand_in). Right-to-left scripts: error HJ-TEXT-011,
 * once for each place. lang is a BCP 47 tag or NULL. */
int hj_text_shape(hj_fonts *fonts, const hj_font *font, const char *lang, const char *text,
                  size_t len, hj_place place, hj_arena *arena, const hj_run **runs,
                  hj_diags *diags);

/* Break opportunities by UAX #14: out[i] tells about the position after byte i. With ties also the
 * Norwegian additions; never parted, though written with ordinary spaces, are then "§ 13", "jf.
 * §§ 24", "22. november 2026", a number and its unit or percent, "12 000 kr", "kl. 12.00", "nr. 6",
 * "f. eks.", a dash and the word before it; nor "e-post" and "10–12". */
enum { HJ_BREAK_NO = 0, HJ_BREAK_ALLOWED = 1, HJ_BREAK_MANDATORY = 2 };
void hj_text_breaks(const char *text, size_t len, bool ties, uint8_t *out);

/* Hyphenation points of one word (letters only): out[i] = 1 when a hyphen may come after byte i.
 * False when there are no patterns for lang (nb, nn, no share one set and have lists of exceptions
 * each, en its own, se none): the caller sets no hyphens, and one warning HJ-TEXT-020 is given per
 * language, HJ-TEXT-021 where there is no language. A word with soft hyphens is parted at these
 * only, whatever its language. */
bool hj_text_hyphenate(hj_fonts *fonts, const char *lang, const char *word, size_t len,
                       uint8_t *out, hj_diags *diags);
/* The line `hyphenation LANG blake2b-256:…` of the patterns and exceptions lang is parted by, or
 * `hyphenation LANG none`. Their sum is made once for each language. */
void hj_hyphens_fingerprint(hj_fonts *fonts, const char *lang, hj_buf *out);

/* NFC form of text, in arena (text itself when it already is). */
const char *hj_text_nfc(hj_arena *arena, const char *text, size_t *len);

/* Upper case of text for text-transform, by code point, no locale. In arena. ß becomes SS, unless
 * singly. */
const char *hj_text_upper(hj_arena *arena, const char *text, size_t *len, bool singly);
const char *hj_text_lower(hj_arena *arena, const char *text, size_t *len);
uint32_t hj_text_upper_point(uint32_t c);
uint32_t hj_text_lower_point(uint32_t c);

/* ---- what the painters and the PDF writer need of a face ---- */
const char *hj_face_family(const hj_face *face);
const char *hj_face_postscript_name(const hj_face *face); /* e.g. OpenSans-Semibold */
const char *hj_face_path(const hj_face *face);
const void *hj_face_data(const hj_face *face, size_t *len); /* the whole font file, mapped */
int hj_face_index(const hj_face *face); /* dense, 0 … n-1 in order of opening in this process:
                                           an array index, never something to write out */
int hj_face_upem(const hj_face *face);
int hj_face_advance(const hj_face *face, uint16_t gid); /* 1/1000 em, rounded as in /W */
int hj_face_advance_cut(const hj_face *face, uint16_t gid); /* the same with its fraction cut off */
void *hj_face_hb(const hj_face *face); /* hb_face_t * (borrowed) */
void *hj_face_ft(const hj_face *face); /* FT_Face (borrowed), unscaled */
typedef struct hj_face_info { /* for the FontDescriptor, 1/1000 em */
    int ascent, descent, cap_height, stem_v, italic_angle, weight;
    int bbox[4];
    bool italic, fixed_pitch, serif;
} hj_face_info;
const hj_face_info *hj_face_get_info(const hj_face *face);
const char *hj_face_sha256(const hj_face *face); /* 64 hexadecimal digits; hashed on first call */
bool hj_face_is_known(const hj_face *face); /* the catalogue has this sha256 */
/* One line: `font FILE VERSION sha256:…`, and "unknown" when the catalogue has not the sum. A
 * document's fingerprint has a line for each face its runs use. */
void hj_face_fingerprint(const hj_face *face, hj_buf *out);
/* Warns (HJ-TEXT-007) when the catalogue does not know the file. */
void hj_face_verify(const hj_face *face, hj_diags *diags);

#endif
