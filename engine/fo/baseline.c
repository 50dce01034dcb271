/* Where an inline object stands beside its line (XSL 1.1, 7.14 and the shorthand 7.31.22).
 *
 * The hard idea: three properties say it together, and the values people write say one thing only.
 * So there is one kind of alignment, a shift when that is the kind, and an adjustment on top. */
#include <string.h>

#include "fo/value.h"

static bool adjust(hj_fo_state *s, const char *value)
{
    hj_length l = {HJ_AUTO, 0};
    if (strcmp(value, "auto") != 0 && strcmp(value, "baseline") != 0 && !hj_fo_length(s, value, &l))
        return false;
    hj_fo_set_own(s)->alignment_adjust = l;
    return true;
}

static bool align(hj_fo_state *s, const char *value)
{
    static const char words[] = "auto baseline alphabetic before-edge text-before-edge middle "
                                "central after-edge text-after-edge ideographic hanging "
                                "mathematical";
    static const hj_baseline_kind kinds[] = {
        HJ_BASELINE, HJ_BASELINE, HJ_BASELINE, HJ_VALIGN_TOP, HJ_VALIGN_TEXT_TOP,
        HJ_VALIGN_MIDDLE, HJ_VALIGN_CENTRAL, HJ_VALIGN_BOTTOM, HJ_VALIGN_TEXT_BOTTOM,
        HJ_VALIGN_TEXT_BOTTOM, HJ_VALIGN_HANGING, HJ_VALIGN_MATHEMATICAL};
    int i = hj_fo_word_index(words, value);
    if (i >= 0 && kinds[i] != HJ_BASELINE) /* which leaves a baseline-shift alone */
        hj_fo_set_own(s)->baseline = kinds[i];
    return i >= 0;
}

/* Percentages are of the parent's line-height for baseline-shift, of its own for vertical-align,
 * which is alignment-adjust then. */
static bool shift(hj_fo_state *s, const char *value, bool shorthand)
{
    static const char words[] = "baseline sub super  top middle bottom text-top text-bottom";
    int i = hj_fo_word_index(words, value);
    if (i >= 0) {
        hj_fo_set_own(s)->baseline = (hj_baseline_kind)i;
        return true;
    }
    if (shorthand)
        return adjust(s, value);
    hj_numeric n = hj_fo_evaluate(s, value, s->node->in->font_size);
    if (n.kind != N_LENGTH && n.kind != N_PERCENT)
        return false;
    const hj_fo_node *parent = s->node->parent ? s->node->parent : s->node;
    hj_fo_set_own(s)->baseline = HJ_SHIFT_LENGTH;
    hj_fo_set_own(s)->baseline_shift = hj_fo_rounded(n.kind == N_LENGTH ? n.value
                                     : parent->in->line_height * n.value / 100);
    return true;
}

bool hj_fo_baseline(hj_fo_state *s, const char *name, const char *value)
{
    if (strcmp(name, "alignment-baseline") == 0)
        return align(s, value);
    if (strcmp(name, "alignment-adjust") == 0)
        return adjust(s, value);
    return shift(s, value, strcmp(name, "vertical-align") == 0);
}
