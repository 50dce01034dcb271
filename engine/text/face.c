/* One font file.
 *
 * The hard idea: opening is paid for by who uses the face. A catalogue may name fifty files; a
 * letter maps two, and FreeType (wanted only by cairo) or SHA-256 only when somebody asks. Numbers
 * are read from the tables themselves, so that they do not change with a library's idea of them. */
#include <errno.h>
#include <fcntl.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb-ot.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "text/internal.h"

#define FONT_BYTES_MAX (64u << 20)

typedef struct table {
    hb_blob_t *blob;
    const uint8_t *bytes;
    unsigned len;
} table;

static table table_open(const hj_face *face, hb_tag_t tag)
{
    table t = {.blob = hb_face_reference_table(face->hb, tag)};
    t.bytes = (const uint8_t *)hb_blob_get_data(t.blob, &t.len);
    return t;
}

static int u16(table t, unsigned at)
{
    return at + 2 <= t.len ? t.bytes[at] << 8 | t.bytes[at + 1] : 0;
}

static int i16(table t, unsigned at)
{
    return (int16_t)u16(t, at);
}

static bool has_table(const hj_face *face, hb_tag_t tag)
{
    hb_blob_t *blob = hb_face_reference_table(face->hb, tag);
    bool there = hb_blob_get_length(blob) > 0;
    hb_blob_destroy(blob);
    return there;
}

/* Height of a flat letter, for fonts whose OS/2 table is too old to tell. */
static int letter_height(const hj_face *face, uint32_t c)
{
    hb_codepoint_t gid;
    hb_glyph_extents_t box;
    if (!hb_font_get_nominal_glyph(face->font, c, &gid)
        || !hb_font_get_glyph_extents(face->font, gid, &box))
        return face->upem / 2;
    return box.y_bearing;
}

/* Offsets: OpenType 1.9, chapters OS/2, hhea, post, head. */
static void measure(hj_face *face)
{
    table os2 = table_open(face, HB_TAG('O', 'S', '/', '2'));
    table hhea = table_open(face, HB_TAG('h', 'h', 'e', 'a'));
    table post = table_open(face, HB_TAG('p', 'o', 's', 't'));
    table head = table_open(face, HB_TAG('h', 'e', 'a', 'd'));

    int ascender = i16(os2, 68), descender = i16(os2, 70);
    if (os2.len < 72 || ascender - descender > face->upem) {
        int a = i16(hhea, 4), d = i16(hhea, 6);
        if (os2.len < 72 || a - d <= face->upem) {
            ascender = a;
            descender = d;
        }
    }
    bool tells_heights = os2.len >= 90 && u16(os2, 0) >= 2;
    int x_height = tells_heights ? i16(os2, 86) : 0, cap_height = tells_heights ? i16(os2, 88) : 0;
    if (x_height <= 0)
        x_height = letter_height(face, 'x');
    if (cap_height <= 0)
        cap_height = letter_height(face, 'H');
    int thickness = i16(post, 10), strike = i16(os2, 26);
    face->metrics = (hj_font_metrics){
        .ascender = hj_face_per_mille(face, ascender),
        .descender = hj_face_per_mille(face, descender),
        .x_height = hj_face_per_mille(face, x_height),
        .cap_height = hj_face_per_mille(face, cap_height),
        .underline_position = hj_face_per_mille(face, i16(post, 8)),
        .underline_thickness = thickness > 0 ? hj_face_per_mille(face, thickness) : 50,
        .strikeout_position = hj_face_per_mille(face, os2.len >= 30 ? i16(os2, 28) : x_height / 2),
        .strikeout_thickness = strike > 0 ? hj_face_per_mille(face, strike) : 50,
    };

    int serif = os2.len >= 42 && os2.bytes[32] == 2 ? os2.bytes[33] : 0; /* panose bSerifStyle */
    face->info = (hj_face_info){
        .ascent = face->metrics.ascender,
        .descent = face->metrics.descender,
        .cap_height = face->metrics.cap_height,
        /* No table holds the stem; this curve meets Helvetica's 400 -> 88 and 700 -> 118 closely
         * enough for what StemV is used for, choosing a substitute that is never needed. */
        .stem_v = 50 + face->weight * face->weight / 4225,
        .italic_angle = i16(post, 4),
        .weight = face->weight,
        .italic = face->italic,
        .fixed_pitch = post.len >= 16 && (u16(post, 12) || u16(post, 14)),
        .serif = serif >= 2 && serif <= 10,
    };
    for (int i = 0; i < 4; i++)
        face->info.bbox[i] = hj_face_per_mille(face, i16(head, 36 + 2 * (unsigned)i));

    hb_blob_destroy(os2.blob);
    hb_blob_destroy(hhea.blob);
    hb_blob_destroy(post.blob);
    hb_blob_destroy(head.blob);
}

static const char *name(const hj_face *face, hb_ot_name_id_t id, const char *otherwise)
{
    char text[128];
    unsigned len = sizeof text;
    hb_language_t english = hb_language_from_string("en", -1);
    if (!hb_ot_name_get_utf8(face->hb, id, english, &len, text) || !len)
        return otherwise;
    for (char *p = text; *p; p++) /* goes into names and one-line records */
        if ((unsigned char)*p < 0x20 || *p == 0x7f)
            *p = ' ';
    return hj_arena_strdup(face->fonts->arena, text);
}

static bool refuse(hj_face *face, hj_face_state why)
{
    hj_face_close(face);
    face->state = why;
    return false;
}

static bool open_face(hj_face *face)
{
    int fd = open(face->path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return refuse(face, HJ_FACE_MISSING);
    struct stat st;
    if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) || st.st_size < 12
        || st.st_size > FONT_BYTES_MAX) {
        close(fd);
        return refuse(face, HJ_FACE_BROKEN);
    }
    void *data = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    close(fd);
    if (data == MAP_FAILED)
        return refuse(face, HJ_FACE_MISSING);
    face->data = data;
    face->len = (size_t)st.st_size;

    hb_blob_t *blob = hb_blob_create(data, (unsigned)face->len, HB_MEMORY_MODE_READONLY, NULL,
                                     NULL);
    face->hb = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    if (has_table(face, HB_TAG('C', 'F', 'F', ' ')) || has_table(face, HB_TAG('C', 'F', 'F', '2')))
        return refuse(face, HJ_FACE_CFF);
    if (has_table(face, HB_TAG('f', 'v', 'a', 'r')))
        return refuse(face, HJ_FACE_VARIABLE);
    face->upem = (int)hb_face_get_upem(face->hb);
    face->n_glyphs = hb_face_get_glyph_count(face->hb);
    if (!has_table(face, HB_TAG('g', 'l', 'y', 'f')) || !has_table(face, HB_TAG('h', 'm', 't', 'x'))
        || face->upem < 16 || face->upem > 16384 || !face->n_glyphs || face->n_glyphs > 65535)
        return refuse(face, HJ_FACE_BROKEN);

    face->font = hb_font_create(face->hb);
    hb_font_set_scale(face->font, face->upem, face->upem);
    face->units = malloc(face->n_glyphs * sizeof *face->units);
    if (!face->units)
        abort();
    memset(face->units, 0xff, face->n_glyphs * sizeof *face->units);
    memset(face->near, 0xff, sizeof face->near);
    measure(face);
    face->postscript_name = name(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, face->file);
    face->version = name(face, HB_OT_NAME_ID_VERSION_STRING, "");
    face->space = hj_face_glyph(face, ' ');
    face->hyphen = hj_face_glyph(face, '-');
    face->index = face->fonts->n_open++;
    face->state = HJ_FACE_OPEN;
    return true;
}

bool hj_face_use(hj_face *face, hj_diags *diags)
{
    if (face->state == HJ_FACE_OPEN)
        return true;
    if (face->state == HJ_FACE_CLOSED && open_face(face))
        return true;
    hj_place place = HJ_AT(face->fonts->catalogue, face->line);
    switch (face->state) {
    case HJ_FACE_MISSING:
        hj_error_blame(diags, HJ_BLAME_ENVIRONMENT, "HJ-TEXT-002", place,
                       "the font file %s cannot be opened", face->path);
        if (face->sources)
            hj_hint(diags, "install the package %s and run fonts/link (make does both)",
                    face->sources->package);
        break;
    case HJ_FACE_CFF:
        hj_error_blame(diags, HJ_BLAME_ENVIRONMENT, "HJ-TEXT-004", place,
                       "%s has CFF outlines; only TrueType outlines are supported", face->path);
        break;
    case HJ_FACE_VARIABLE:
        hj_error_blame(diags, HJ_BLAME_ENVIRONMENT, "HJ-TEXT-005", place,
                       "%s is a variable font; only fonts of one design are supported",
                       face->path);
        break;
    default:
        hj_error_blame(diags, HJ_BLAME_ENVIRONMENT, "HJ-TEXT-003", place,
                       "%s is not a usable font file", face->path);
    }
    return false;
}

void hj_face_close(hj_face *face)
{
    if (face->ft)
        FT_Done_Face(face->ft);
    for (int i = 0; i < face->n_plans; i++)
        hb_shape_plan_destroy(face->plans[i].plan);
    face->n_plans = 0;
    if (face->font)
        hb_font_destroy(face->font);
    if (face->hb)
        hb_face_destroy(face->hb);
    if (face->data)
        munmap(face->data, face->len);
    free(face->units);
    face->ft = NULL;
    face->font = NULL;
    face->hb = NULL;
    face->data = NULL;
    face->units = NULL;
}

hb_codepoint_t hj_face_glyph(hj_face *face, uint32_t c)
{
    hb_codepoint_t gid;
    if (c < HJ_COUNT(face->near) && face->near[c] != HJ_NEAR_UNKNOWN)
        return face->near[c];
    if (!hb_font_get_nominal_glyph(face->font, c, &gid))
        gid = 0;
    if (c < HJ_COUNT(face->near))
        face->near[c] = (uint16_t)gid;
    return gid;
}

const char *hj_face_family(const hj_face *face)
{
    return face->family;
}

const char *hj_face_postscript_name(const hj_face *face)
{
    return face->postscript_name;
}

const char *hj_face_path(const hj_face *face)
{
    return face->path;
}

const void *hj_face_data(const hj_face *face, size_t *len)
{
    *len = face->len;
    return face->data;
}

int hj_face_index(const hj_face *face)
{
    return face->index;
}

int hj_face_upem(const hj_face *face)
{
    return face->upem;
}

int hj_face_units(const hj_face *face, uint16_t gid)
{
    if (face->units[gid] < 0)
        face->units[gid] = hb_font_get_glyph_h_advance(face->font, gid);
    return face->units[gid];
}

int hj_face_advance(const hj_face *face, uint16_t gid)
{
    if (gid >= face->n_glyphs)
        return 0;
    int advance = hj_face_per_mille(face, hj_face_units(face, gid));
    return advance > INT16_MAX ? INT16_MAX : advance;
}

int hj_face_advance_cut(const hj_face *face, uint16_t gid)
{
    return gid < face->n_glyphs && face->upem ? hj_face_units(face, gid) * 1000 / face->upem : 0;
}

void *hj_face_hb(const hj_face *face)
{
    return face->hb;
}

void *hj_face_ft(const hj_face *face)
{
    hj_face *mine = (hj_face *)face; /* opened on demand; the face means the same after */
    hj_fonts *fonts = face->fonts;
    if (!fonts->ft && FT_Init_FreeType(&fonts->ft) != 0)
        return NULL;
    if (!mine->ft
        && FT_New_Memory_Face(fonts->ft, face->data, (FT_Long)face->len, 0, &mine->ft) != 0)
        return NULL;
    return mine->ft;
}

const hj_face_info *hj_face_get_info(const hj_face *face)
{
    return &face->info;
}

/* The source whose file this is, told by its length and by head.checkSumAdjustment, the sum the
 * font carries over itself (OpenType 1.9, head). Hashing a megabyte of fonts would cost a process
 * that makes one letter a third of its time. */
static const hj_font_source *source_of(const hj_face *face)
{
    char bytes[24], checksum[9];
    unsigned int n = 0;
    hb_blob_t *head = hb_face_reference_table(face->hb, HB_TAG('h', 'e', 'a', 'd'));
    const unsigned char *p = (const unsigned char *)hb_blob_get_data(head, &n);
    snprintf(bytes, sizeof bytes, "%zu", face->len);
    snprintf(checksum, sizeof checksum, "%02x%02x%02x%02x", n > 11 ? p[8] : 0, n > 11 ? p[9] : 0,
             n > 11 ? p[10] : 0, n > 11 ? p[11] : 0);
    hb_blob_destroy(head);
    for (const hj_font_source *s = face->sources; s; s = s->next)
        if (strcmp(s->bytes, bytes) == 0 && strcmp(s->checksum, checksum) == 0)
            return s;
    return NULL;
}

const char *hj_face_sha256(const hj_face *face)
{
    const hj_font_source *source = face->sha256 ? NULL : source_of(face);
    if (source)
        ((hj_face *)face)->sha256 = source->sha256;
    if (!face->sha256) {
        unsigned char hash[crypto_hash_sha256_BYTES];
        char *hex = hj_arena_alloc(face->fonts->arena, 2 * sizeof hash + 1);
        crypto_hash_sha256(hash, face->data, face->len);
        for (size_t i = 0; i < sizeof hash; i++) {
            hex[2 * i] = "0123456789abcdef"[hash[i] >> 4];
            hex[2 * i + 1] = "0123456789abcdef"[hash[i] & 15];
        }
        ((hj_face *)face)->sha256 = hex;
    }
    return face->sha256;
}

bool hj_face_is_known(const hj_face *face)
{
    for (const hj_font_source *s = face->sources; s; s = s->next)
        if (strcmp(s->sha256, hj_face_sha256(face)) == 0)
            return true;
    return false;
}

void hj_face_fingerprint(const hj_face *face, hj_buf *out)
{
    hj_buf_printf(out, "font %s %s sha256:%s%s\n", face->file, face->version, hj_face_sha256(face),
                  hj_face_is_known(face) ? "" : " unknown");
}

void hj_face_verify(const hj_face *face, hj_diags *diags)
{
    if (!hj_face_is_known(face))
        hj_warning(diags, "HJ-TEXT-007", HJ_AT(face->fonts->catalogue, face->line),
                   "%s is not the file the catalogue knows (sha256 %s); line breaks may differ from another machine's",
                   face->path, hj_face_sha256(face));
}
