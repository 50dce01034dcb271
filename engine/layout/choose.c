/* Where the lines of a paragraph end.
 *
 * The hard idea: as TeX does, twice: first without parting words, and only when that cannot be done
 * well with every place where one may be parted. */
#include "layout/para.h"

static size_t fit(const hj_para *para, const hj_item_list *list, const hj_break_options *options,
                  hj_breakpoint **points)
{
    int32_t begin = hj_para_begin(para, list);
    size_t n = hj_break_items(list->items + begin, list->n - (size_t)begin, options,
                              para->lx->arena, points);
    for (size_t i = 0; i < n && begin; i++)
        (*points)[i].item += begin;
    return n;
}

size_t hj_para_choose(hj_para *para, hj_len measure, hj_item_list *list, hj_breakpoint **points)
{
    const hj_fo_inherited *in = para->block->in;
    if (para->lx->tree->readings->compat_lines)
        return hj_compat_lines(para, measure, list, para->lx->arena, points);
    bool justify = in->text_align == HJ_ALIGN_JUSTIFY;
    hj_break_options options = {
        .widths = &measure, .n_widths = 1, .flagged_demerits = 5000,
        .fitness_demerits = justify ? 3000 : 0,
        .max_flagged = in->hyphenation_ladder,
        /* Ragged text: a line may be two and a half em short and still be called well filled. */
        .line_stretch = justify ? 0 : in->font_size * 5 / 2,
    };
    /* As TeX does: words are parted only where the paragraph cannot be set well without; and where
     * the line before ended in one. */
    if (para->hyphenates && !para->start.from) {
        hj_para_items(para, measure, false, list);
        options.tolerance = justify ? 1000 : 1500;
        options.only_tolerance = true;
        size_t n = fit(para, list, &options, points);
        if (n)
            return n;
        options.only_tolerance = false;
    }
    hj_para_items(para, measure, para->hyphenates, list);
    options.tolerance = justify ? 2000 : 1500;
    return fit(para, list, &options, points);
}
