/* Retrieved markers: their content inherits from where it is retrieved to (XSL 1.1, 6.13.5), and
 * only layout knows where that is.
 *
 * What an object states itself is told from what it inherits by comparing with its parent: a value
 * that differs was stated and stays, all others come from the new place. A value that was stated
 * and equals what the old place had anyway counts as inherited; a size stated in em or per cent
 * keeps the length it came to. */
#include <string.h>

#include "fo/fo.h"

#define KEEP(field)                                                                                \
    if (memcmp(&own->field, &from->field, sizeof own->field) != 0)                                 \
        memcpy(&out->field, &own->field, sizeof out->field)

static const hj_fo_inherited *inherit(const hj_fo_inherited *own, const hj_fo_inherited *from,
                                      const hj_fo_inherited *onto, hj_arena *arena)
{
    if (own == from)
        return onto;
    hj_fo_inherited *out = HJ_NEW(arena, hj_fo_inherited);
    *out = *onto;
    KEEP(font_family);
    KEEP(font_size);
    KEEP(font_weight);
    KEEP(font_italic);
    KEEP(small_caps);
    KEEP(color);
    KEEP(line_height);
    KEEP(line_height_is_factor);
    KEEP(line_height_factor);
    KEEP(text_align);
    KEEP(text_align_last);
    KEEP(text_align_last_relative);
    KEEP(text_indent);
    KEEP(start_indent);
    KEEP(end_indent);
    KEEP(last_line_end_indent);
    KEEP(letter_spacing);
    KEEP(word_spacing);
    KEEP(letter_limits);
    KEEP(word_limits);
    KEEP(font_condensed);
    KEEP(font_size_adjust);
    KEEP(hanging);
    KEEP(language);
    KEEP(country);
    KEEP(hyphenate);
    KEEP(hyphenation_keep);
    KEEP(hyphenation_push);
    KEEP(hyphenation_remain);
    KEEP(hyphenation_ladder);
    KEEP(hyphenation_character);
    KEEP(orphans);
    KEEP(widows);
    KEEP(white_space_treatment);
    KEEP(linefeed_treatment);
    KEEP(white_space_collapse);
    KEEP(wrap);
    KEEP(text_transform);
    KEEP(keep_together);
    KEEP(display_align);
    KEEP(border_collapse);
    KEEP(border_spacing_inline);
    KEEP(border_spacing_block);
    KEEP(provisional_distance);
    KEEP(provisional_separation);
    KEEP(empty_cells_hide);
    KEEP(relative_align_baseline);
    KEEP(caption_after);
    KEEP(leader_pattern);
    KEEP(rule_thickness);
    KEEP(rule_style);
    KEEP(leader_min);
    KEEP(leader_opt);
    KEEP(leader_max);
    KEEP(leader_pattern_width);
    KEEP(leader_align_page);
    if (out->line_height_is_factor)
        out->line_height = (hj_len)((int64_t)out->font_size * out->line_height_factor / 1000);
    return out;
}

static hj_fo_node *copy(const hj_fo_node *node, hj_fo_node *parent, const hj_fo_inherited *from,
                        const hj_fo_inherited *onto, hj_arena *arena)
{
    hj_fo_node *out = HJ_NEW(arena, hj_fo_node);
    *out = *node;
    out->parent = parent;
    out->first = out->last = out->next = NULL;
    out->in = inherit(node->in, from, onto, arena);
    for (const hj_fo_node *child = node->first; child; child = child->next) {
        hj_fo_node *made = copy(child, out, node->in, out->in, arena);
        if (out->last)
            out->last->next = made;
        else
            out->first = made;
        out->last = made;
    }
    return out;
}

const hj_fo_node *hj_fo_graft(const hj_fo_node *marker, const hj_fo_node *onto, hj_arena *arena)
{
    if (!marker->parent || !onto->parent || marker->parent->in == onto->in)
        return marker;
    return copy(marker, onto->parent, marker->parent->in, onto->in, arena);
}
