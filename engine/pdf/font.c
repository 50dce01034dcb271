/* Fonts: codes in order of first use, a subset of the outlines, widths, and the way back to text.
 *
 * The hard idea: a code stands for a pair (glyph, text), not for a glyph. A hyphen glyph that reads
 * as U+002D in one place and as U+2011 in another has two codes with one outline, so that copied
 * text is exact without ActualText around every such sign. The /CIDToGIDMap joins them again. */
#include <hb-subset.h>
#include <hb.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/internal.h"

uint16_t hj_pdf_font_any_code(hj_pdf_font *font, uint16_t gid, const char *text, size_t len)
{
    if (gid >= font->n_gids || len > 255)
        return 0;
    uint16_t *link = &font->by_gid[gid];
    for (uint16_t c = *link; c; c = *link) {
        hj_pdf_code *code = &font->codes[c];
        if (code->text_len == len && memcmp(font->texts.data + code->text, text, len) == 0)
            return c;
        link = &code->next;
    }
    if (font->n > 0xfff0)
        return 0;
    uint16_t code = (uint16_t)font->n;
    *link = code; /* before the table may move */
    if (font->n >= font->cap) {
        font->cap = font->cap ? font->cap * 2 : 128;
        font->codes = realloc(font->codes, font->cap * sizeof *font->codes);
        if (!font->codes)
            abort();
    }
    font->codes[font->n++] = (hj_pdf_code){
        .gid = gid,
        .width = (int16_t)hj_face_advance(font->face, gid),
        .text_len = (uint8_t)len,
        .text = (uint32_t)font->texts.len,
    };
    hj_buf_add(&font->texts, text, len);
    return code;
}

/* Tables a reader of PDF never looks at: codes are glyphs, widths and names stand in the PDF. */
static const hb_tag_t dropped[] = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
    HB_TAG('k', 'e', 'r', 'n'), HB_TAG('n', 'a', 'm', 'e'), HB_TAG('O', 'S', '/', '2'),
    HB_TAG('c', 'm', 'a', 'p'), HB_TAG('p', 'o', 's', 't'), HB_TAG('g', 'a', 's', 'p'),
    HB_TAG('D', 'S', 'I', 'G'), HB_TAG('m', 'e', 't', 'a'), HB_TAG('S', 'T', 'A', 'T'),
    HB_TAG('M', 'A', 'T', 'H'), HB_TAG('B', 'A', 'S', 'E'), HB_TAG('J', 'S', 'T', 'F'),
    HB_TAG('F', 'F', 'T', 'M'), HB_TAG('v', 'h', 'e', 'a'), HB_TAG('v', 'm', 't', 'x'),
    HB_TAG('V', 'O', 'R', 'G'), HB_TAG('h', 'd', 'm', 'x'), HB_TAG('V', 'D', 'M', 'X'),
    HB_TAG('L', 'T', 'S', 'H'), HB_TAG('P', 'C', 'L', 'T'),
};

/* Fills gids, deflated, n_plain of subset, whose bitmap is set. */
static bool make_subset(hj_pdf_file *file, hj_pdf_subset *subset)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        abort();
    hb_set_t *glyphs = hb_subset_input_glyph_set(input);
    for (size_t i = 0; i < subset->n_glyphs * 8; i++)
        if (subset->glyphs[i / 8] >> i % 8 & 1) {
            hb_set_add(glyphs, (hb_codepoint_t)i);
            subset->n_gids++;
        }
    hb_set_t *drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < HJ_COUNT(dropped); i++)
        hb_set_add(drop, dropped[i]);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(hj_face_hb(subset->face), input);
    hb_face_t *made = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
    if (made) {
        const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);
        subset->gids = malloc((subset->n_gids + 1) * sizeof *subset->gids);
        if (!subset->gids)
            abort();
        size_t n = 0;
        for (size_t i = 0; i < subset->n_glyphs * 8; i++)
            if (subset->glyphs[i / 8] >> i % 8 & 1)
                subset->gids[n++] = (uint16_t)hb_map_get(map, (hb_codepoint_t)i);
        hb_blob_t *blob = hb_face_reference_blob(made);
        unsigned length = 0;
        const char *bytes = hb_blob_get_data(blob, &length);
        hj_buf packed = {0};
        hj_pdf_deflate(file, bytes, length, &packed);
        subset->deflated = (uint8_t *)packed.data;
        subset->n_deflated = packed.len;
        subset->n_plain = length;
        hb_blob_destroy(blob);
        hb_face_destroy(made);
    }
    if (plan)
        hb_subset_plan_destroy(plan);
    hb_subset_input_destroy(input);
    return made != NULL;
}

/* The map back to text (9.10.3). Blocks of at most 100 by the rules of CMaps. */
static void write_to_unicode(hj_pdf_file *file, uint32_t id, const hj_pdf_font *font)
{
    hj_buf map = {0};
    hj_buf_str(&map, "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
               "/CMapName/U def/CMapType 2 def\n"
               "1 begincodespacerange<0000><FFFF>endcodespacerange\n");
    static const char hex[] = "0123456789ABCDEF";
    for (uint32_t c = 1; c < font->n;) {
        uint32_t count = font->n - c < 100 ? font->n - c : 100;
        hj_buf_int(&map, count);
        hj_buf_str(&map, " beginbfchar\n");
        for (uint32_t end = c + count; c < end; c++) {
            const hj_pdf_code *code = &font->codes[c];
            const char *p = font->texts.data + code->text, *stop = p + code->text_len;
            char *to = hj_pdf_room(&map, 16 + 8 * (size_t)code->text_len), *start = to;
            *to++ = '<';
            for (int shift = 12; shift >= 0; shift -= 4)
                *to++ = hex[c >> shift & 15];
            *to++ = '>';
            *to++ = '<';
            while (p < stop) {
                uint32_t u = hj_utf8_next(&p, stop);
                for (int half = u > 0xffff; half >= 0; half--) {
                    uint32_t unit = u <= 0xffff ? u : half ? 0xd800 + ((u - 0x10000) >> 10)
                                                           : 0xdc00 + ((u - 0x10000) & 0x3ff);
                    for (int shift = 12; shift >= 0; shift -= 4)
                        *to++ = hex[unit >> shift & 15];
                }
            }
            *to++ = '>';
            *to++ = '\n';
            map.len += (size_t)(to - start);
        }
        hj_buf_str(&map, "endbfchar\n");
    }
    hj_buf_str(&map, "endcmap CMapName currentdict/CMap defineresource pop end end");
    hj_pdf_stream(file, id, "", map.data, map.len, HJ_PDF_DEFLATE);
    hj_buf_free(&map);
}

static void base_name(const hj_pdf_font *font, const hj_pdf_subset *subset, char out[128])
{
    unsigned char digest[16];
    crypto_generichash(digest, sizeof digest, subset->glyphs, subset->n_glyphs, NULL, 0);
    for (int i = 0; i < 6; i++)
        out[i] = (char)('A' + digest[i] % 26);
    snprintf(out + 6, 122, "+%s", hj_face_postscript_name(font->face));
}

bool hj_pdf_font_write(hj_pdf_file *file, hj_pdf_font *font, hj_arena *arena, hj_diags *diags)
{
    hj_pdf_subset wanted = {.face = font->face, .level = file->level,
                            .n_glyphs = (font->n_gids + 7) / 8};
    wanted.glyphs = calloc(wanted.n_glyphs + 1, 1);
    if (!wanted.glyphs)
        abort();
    for (uint32_t c = 1; c < font->n; c++)
        wanted.glyphs[font->codes[c].gid / 8] |= (uint8_t)(1 << font->codes[c].gid % 8);

    const hj_pdf_subset *subset = hj_pdf_cached_subset(file->cache, &wanted);
    bool owned = false; /* by this function */
    if (subset) {
        free(wanted.glyphs);
    } else {
        if (!make_subset(file, &wanted)) {
            free(wanted.glyphs);
            hj_error_blame(diags, HJ_BLAME_ENVIRONMENT, "HJ-PDF-010",
                           HJ_FILE(hj_face_path(font->face)),
                           "this font cannot be made into a subset for embedding");
            return false;
        }
        subset = hj_pdf_keep_subset(file->cache, &wanted);
        if (!subset) {
            subset = &wanted;
            owned = true;
        }
    }

    /* Codes to glyphs of the subset, through a table of the old numbers. */
    uint16_t *renumbered = HJ_ARRAY(arena, font->n_gids + 1, uint16_t);
    size_t n = 0;
    for (uint32_t g = 0; g < font->n_gids; g++)
        if (!subset->glyphs[g / 8])
            g |= 7; /* none of these eight */
        else if (subset->glyphs[g / 8] >> g % 8 & 1)
            renumbered[g] = subset->gids[n++];
    uint8_t *map = HJ_ARRAY(arena, (size_t)font->n * 2, uint8_t);
    for (uint32_t c = 1; c < font->n; c++) {
        uint16_t g = renumbered[font->codes[c].gid];
        map[2 * c] = (uint8_t)(g >> 8);
        map[2 * c + 1] = (uint8_t)g;
    }

    uint32_t program = hj_pdf_id(file), to_gid = hj_pdf_id(file), unicode = hj_pdf_id(file);
    uint32_t descriptor = hj_pdf_id(file), cid_font = hj_pdf_id(file);
    char dict[64], name[128];
    snprintf(dict, sizeof dict, "/Length1 %zu", subset->n_plain);
    hj_pdf_stream(file, program, dict, subset->deflated, subset->n_deflated, HJ_PDF_DEFLATED);
    /* Of a short table deflate makes nothing shorter, and takes as long as for a page. */
    hj_pdf_stream(file, to_gid, "", map, (size_t)font->n * 2,
                  font->n < 128 ? HJ_PDF_PLAIN : HJ_PDF_DEFLATE);
    write_to_unicode(file, unicode, font);
    base_name(font, subset, name);

    const hj_face_info *info = hj_face_get_info(font->face);
    int flags = 4 | (info->fixed_pitch ? 1 : 0) | (info->serif ? 2 : 0) | (info->italic ? 64 : 0);
    hj_buf *o = hj_pdf_object(file, descriptor);
    hj_buf_str(o, "<</Type/FontDescriptor/FontName");
    hj_pdf_name(o, name);
    hj_buf_printf(o, "/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle %d/Ascent %d/Descent %d"
                  "/CapHeight %d/StemV %d/FontFile2 %u 0 R>>", flags, info->bbox[0],
                  info->bbox[1], info->bbox[2], info->bbox[3], info->italic_angle,
                  file->font_boxes ? info->bbox[3] : info->ascent,
                  file->font_boxes ? info->bbox[1] : info->descent, info->cap_height, info->stem_v,
                  program);
    o = hj_pdf_object(file, cid_font);
    hj_buf_str(o, "<</Type/Font/Subtype/CIDFontType2/BaseFont");
    hj_pdf_name(o, name);
    hj_buf_printf(o, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                  "/CIDToGIDMap %u 0 R/FontDescriptor %u 0 R/W[1[", to_gid, descriptor);
    for (uint32_t c = 1; c < font->n; c++) {
        if (c > 1)
            hj_buf_char(o, ' ');
        hj_buf_int(o, font->codes[c].width);
    }
    hj_buf_str(o, "]]>>");
    o = hj_pdf_object(file, font->id);
    hj_buf_str(o, "<</Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont");
    hj_pdf_name(o, name);
    hj_buf_printf(o, "/DescendantFonts[%u 0 R]/ToUnicode %u 0 R>>", cid_font, unicode);
    if (owned) {
        free(wanted.glyphs);
        free(wanted.gids);
        free(wanted.deflated);
    }
    return true;
}
