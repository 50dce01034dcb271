/* How XSL 1.1 is read: ours, and FOP 2.8's, which tests/compare found out.
 *
 * The hard idea: compatibility is data. Wherever two readings part, the code asks a field of this
 * struct what to do; this is the only file that knows whose reading it is. */
#include "fo/fo.h"

const hj_readings hj_readings_xsl = {
    .table_fixed = false, /* as stated; XSL 1.1, 7.28.15: auto is the initial value */
    .px = 750, /* CSS's 96 to the inch */
    .row_of_contents = false, /* CSS 2.1, 17.5.3, to which 7.15.6 refers: all of the cell */
    .rows_cut = false, /* free in XSL; a low row is read in one piece */
    .margins_everywhere = false, /* XSL 1.1, 6.7 and 6.8: they have no margins */
    .span_breaks = true,
    .baselines = true,
    .item_discards = false, /* XSL 1.1, 6.8.3: they are no reference areas */
    .first_family = NULL,
    .last_family = NULL,
    .font_variants = true,
    .font_keeps = false, /* XSL 1.1, 7.31.13: all of them are set */
    .weights_step = false, /* XSL 1.1, 7.9.9: the next weight there is a face for */
    .upper_singly = false, /* Unicode's full case mapping */
    .ties = true, /* 7.17: where lines may end is for the formatter to know */
    .stand_in = 0xfffd, /* the replacement character */
    .compat_lines = false,
    .line_extents = false, /* a raised or big word moves the lines around it as little as can be */
    .breaks_by_object = false,
    .feeds_part = false, /* 7.20.6: the lines of the block */
    .citations_wide = false, /* lines are broken again when they are known */
    .leader_grid = true, /* 7.22.1: none asks for no alignment, and forbids none */
    .margins_retained = false,
    .empty_areas = false, /* a place to link to should not be seen */
    .inline_margins = true,
    .letters_and_words = false, /* XSL 1.1, 7.17.2: every character has its letter-spacing */
    .edge_blanks = false, /* XSL 1.1, 7.16.12: what precedes a blank is the character before it */
    .pictures_loose = false,
    .turned_fills = false, /* as long as its longest line */
    .fixed_in_body = false, /* 7.6.1: fixed with respect to the page */
    .columns_balanced = true, /* free in XSL */
    .last_page_apart = false, /* a last page that holds nothing is none */
    .font_boxes = false, /* ISO 32000-1, 9.8.1: without accents */
    .drawings_hundred = false, /* SVG 1.1, 7.2: the viewBox has the proportions */
    .pictures_as_stored = false,
    .missing_silent = false, /* its alternative text does: content is never lost */
};

const hj_readings hj_readings_fop = {
    .table_fixed = true, /* FOP has no automatic column widths */
    .px = 1000, /* its source resolution is 72 dpi unless configured */
    .row_of_contents = true,
    .rows_cut = true, /* it takes the last cut that fits */
    .margins_everywhere = true, /* it asks the margin of every object */
    .span_breaks = false, /* it says so and goes on */
    .baselines = false, /* it knows relative-align="before" only */
    .item_discards = true, /* it resolves them inside the part */
    .first_family = "sans-serif", /* FOPropertyMapping */
    .last_family = "Times", /* its family "any" */
    .font_variants = false, /* it reads them and does nothing */
    .font_keeps = true,
    .weights_step = true,
    .upper_singly = true, /* Character.toUpperCase, a char at a time */
    .ties = false, /* UAX #14 alone */
    .stand_in = '#',
    .compat_lines = true,
    .line_extents = true, /* XSL 1.1, 4.5 max-height, and AlignmentContext's measures */
    .breaks_by_object = true, /* it looks at one text node at a time */
    .turned_fills = true, /* as long as the body is high */
    .fixed_in_body = true, /* its offsets count in the body's size, from the page's corner */
    .columns_balanced = false, /* before a change of span only */
    .last_page_apart = true, /* what its master has no room for stands before it, and it is empty */
    .feeds_part = true,
    .citations_wide = true,
    .leader_grid = false,
    .margins_retained = true,
    .empty_areas = true,
    .inline_margins = false,
    .letters_and_words = true,
    .edge_blanks = true, /* XMLWhiteSpaceHandler begins anew at every object */
    .pictures_loose = true, /* it has no maximum for a stated size, and takes a minimum for one */
    .font_boxes = true,
    .drawings_hundred = true, /* Batik's viewport when it is told none */
    .pictures_as_stored = true, /* it does not look at EXIF */
    .missing_silent = true, /* an error in its log, and room only where a size is stated */
};
