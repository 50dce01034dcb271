/* text/ inside: what its files share. Nothing here is seen by other stages.
 *
 * catalogue.c  fonts.xml -> families, chains, fingerprint
 * face.c       one font file: opened when first used, measured, checked
 * shape.c      text -> runs of glyphs, the word cache
 * breaks.c     where a line may end
 * hyphen.c     where a word may end
 * unicode.c    NFC and upper case */
#ifndef HJ_TEXT_INTERNAL_H
#define HJ_TEXT_INTERNAL_H

#include <hb.h>

#include "text/text.h"

struct FT_FaceRec_;
struct FT_LibraryRec_;

typedef struct hj_font_source {
    const char *package, *sha256;
    const char *bytes, *checksum; /* as written: decimal; eight hexadecimal digits */
    struct hj_font_source *next;
} hj_font_source;

typedef enum { HJ_FACE_CLOSED, HJ_FACE_OPEN, /* refused: */ HJ_FACE_MISSING, HJ_FACE_BROKEN,
               HJ_FACE_CFF, HJ_FACE_VARIABLE } hj_face_state;

struct hj_face {
    hj_fonts *fonts;
    const char *family, *file, *path;
    int weight;
    bool italic;
    hj_font_source *sources;
    int line; /* in the catalogue, for messages */
    struct hj_face *next;

    hj_face_state state;
    int index, upem;
    void *data;
    size_t len;
    hb_face_t *hb;
    hb_font_t *font; /* scale is upem: positions come in font units */
    struct FT_FaceRec_ *ft;
    int32_t *units; /* advances by gid in font units, -1 until asked for */
    unsigned n_glyphs;
    struct hj_plan { /* one for each script and language met; kept for the face's life */
        hb_segment_properties_t for_what;
        hb_shape_plan_t *plan;
    } plans[8];
    int n_plans;
    uint16_t near[0x250]; /* glyphs of the first characters, HJ_NEAR_UNKNOWN until asked for */
    hb_codepoint_t space, hyphen; /* 0 when the face has none */
    hj_font_metrics metrics;
    hj_face_info info;
    const char *postscript_name, *version, *sha256;
};

#define HJ_NEAR_UNKNOWN 0xffff
#define HJ_CHAIN_MAX 16
struct hj_font {
    struct hj_font *next;
    uint32_t hash;
    uint32_t id; /* dense; a key of the word cache */
    const char *families;
    int weight;
    bool italic;
    hj_face *faces[HJ_CHAIN_MAX]; /* most wanted first; opened when first needed */
    int n_faces;
    const struct hj_font *of; /* the chain this is a variant of; NULL */
    unsigned variant; /* HJ_FONT_… */
    const char *unknown[4]; /* families asked for that the catalogue has not */
    int n_unknown;
};

typedef struct hj_family {
    const char *name;
    hj_face *faces, **end;
    struct hj_family *next;
} hj_family;

typedef struct hj_alias {
    const char *name, *family;
    struct hj_alias *next;
} hj_alias;

typedef struct hj_word {
    uint32_t hash, font, lang, len;
    const char *key;
    const hj_run *runs;
    int n_runs;
} hj_word;

typedef struct hj_hyphens hj_hyphens;

#define HJ_LANGS_MAX 32
struct hj_fonts {
    hj_arena *arena; /* catalogue, faces' names, chains */
    const char *catalogue, *dir, *default_families;
    const char *const *hyphen_dirs;
    hj_family *families, **families_end;
    hj_alias *aliases;
    hj_font *chains;
    uint32_t n_chains;
    int n_open;
    struct FT_LibraryRec_ *ft;

    hj_arena *words_arena; /* the word cache: never evicted, only filled up to a cap */
    hj_word *words;
    uint32_t n_words, cap_words;
    const char *langs[HJ_LANGS_MAX];
    hb_language_t hb_langs[HJ_LANGS_MAX];
    uint32_t n_langs;
    hb_buffer_t *buffer;
    struct hj_shape_scratch *scratch;
    uint32_t stand_in; /* drawn for a character no face has; 0: an error */
    hj_hyphens *hyphens;
};

/* Opens a face once. False, with a diagnostic every time, when it cannot be used. */
bool hj_face_use(hj_face *face, hj_diags *diags);
void hj_face_close(hj_face *face);
hb_shape_plan_t *hj_face_plan(hj_face *face, const hb_segment_properties_t *properties);
/* The advance of gid in font units; gid must be below n_glyphs. */
int hj_face_units(const hj_face *face, uint16_t gid);
/* n font units as 1/1000 em, rounded half away from nought: the rule of the PDF /W array. */
static inline int hj_face_per_mille(const hj_face *face, int64_t n)
{
    int64_t half = face->upem / 2;
    return (int)((n * 1000 + (n < 0 ? -half : half)) / face->upem);
}
/* Glyph for c, 0 when the face has none; face must be open. */
hb_codepoint_t hj_face_glyph(hj_face *face, uint32_t c);

void hj_shape_free(hj_fonts *fonts);
void hj_hyphens_free(hj_fonts *fonts);

uint32_t hj_text_hash(uint32_t seed, const void *bytes, size_t n);

/* NFC of n code points into out, which has room for 5 n + 8. Returns how many. */
size_t hj_text_nfc_points(const uint32_t *in, size_t n, uint32_t *out);
/* True when a text of these points is surely NFC already (quick check, never wrong with true). */
bool hj_text_is_plain(uint32_t c);

#endif
