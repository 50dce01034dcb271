/* A paragraph between inline.c, which collects it, and lines.c, which breaks and sets it.
 *
 * A paragraph is a list of pieces in reading order: words, blanks, pictures, leaders and marks,
 * each belonging to a span (an inline object, with all that its text needs to be set). Pieces know
 * nothing of the measure; that is why a paragraph can be broken again for another one. */
#ifndef HJ_LAYOUT_PARA_H
#define HJ_LAYOUT_PARA_H

#include "diagram/diagram.h"
#include "layout/internal.h"

/* All of a paragraph is malloc'd and goes with hj_para_free: a report has tens of thousands, and
 * only their lines are needed until the document is done. */
typedef struct hj_shown hj_shown; /* a diagram in a line: shown.c */

typedef struct hj_span {
    struct hj_span *next; /* all spans of the paragraph, for freeing */
    const hj_fo_node *node; /* the inline object; the block itself for the outermost span */
    const hj_fo_inherited *in;
    struct hj_span *parent;
    struct hj_span *tracked; /* the nearest span, from here outwards, whose extent is wanted */
    hj_tag *tag;
    hj_artifact artifact; /* when tag is NULL */
    const char *lang;
    const hj_font *font;
    const hj_font_metrics *metrics;
    struct hj_span *small; /* the same for letters that become small capitals; NULL until needed */
    hj_len full_size; /* font size, of small capitals that of the text they stand in */
    hj_len ascent, descent; /* of its font at its size, both counted from the baseline */
    hj_len shift; /* of its baseline, upwards … */
    hj_len rel; /* … and from its parent's */
    hj_len start_space, start_edge, end_space, end_edge; /* edge: border and padding */
    hj_len over, under; /* border and padding above and below; they take no room in the line */
    uint8_t decoration;
    const hj_run *space, *hyphen; /* hyphen: drawn where a word is parted, its text is U+00AD */
    int n_space, n_hyphen;
    hj_len space_width, hyphen_width;
    hj_len word_spacing; /* beside the letter-spacing */
    hj_shown *shown; /* an fo:instream-foreign-object that is a diagram; else NULL */
    /* on the line being set (lines.c) */
    int32_t line;
    hj_len x0, x1, top, bottom; /* top and bottom from the baseline, positive up */
    bool starts, ends;
} hj_span;

typedef enum {
    HJ_PIECE_WORD, /* no break inside but by hyphenation */
    HJ_PIECE_BLANK, /* U+0020 or U+00A0 */
    HJ_PIECE_FORCED, /* line feed that was asked for */
    HJ_PIECE_OBJECT, /* picture */
    HJ_PIECE_LEADER,
    HJ_PIECE_START, HJ_PIECE_END, /* edges of a span */
    HJ_PIECE_DEST, /* node's id */
    HJ_PIECE_FOOTNOTE /* node is the footnote-body */
} hj_piece_kind;

typedef struct hj_piece {
    uint8_t kind;
    uint8_t brk; /* HJ_BREAK_… after it */
    bool soft; /* ends in a soft hyphen */
    bool keep; /* BLANK: does not vanish at a line's edge */
    bool whole; /* WORD: a whole word, so that it may be hyphenated */
    bool wide; /* part of what cannot be broken and fits no line of the measure (items.c) */
    int32_t n_runs;
    hj_span *span;
    hj_tag *leaf;
    const hj_run *runs;
    const char *text;
    uint32_t len; /* of text; OBJECT: which part of a diagram */
    hj_len width; /* WORD, BLANK; START and END: of the edge */
    hj_len stand_in; /* WORD: the width lines are broken by, when it is another; 0 */
    hj_len intrinsic_w, intrinsic_h; /* OBJECT */
    const hj_fo_node *node; /* OBJECT, LEADER, DEST, FOOTNOTE */
} hj_piece;

/* What one item of the breaker stands for. */
typedef struct hj_slot {
    int32_t piece; /* -1: nothing of the paragraph's (indents, fil) */
    uint32_t from, to; /* WORD: bytes of its runs' text */
    bool hyphen; /* a penalty that sets a hyphen */
} hj_slot;

struct hj_para {
    hj_lx *lx;
    const hj_fo_node *block;
    hj_span *root, *spans;
    hj_piece *pieces;
    size_t n_pieces;
    char *text; /* the paragraph's string: words and blanks point into it */
    bool skips; /* its first lines are set already (hj_para_skip); … */
    hj_slot start; /* … where the next one begins */
    bool visible; /* has more than marks … */
    bool marked; /* … and some that can be linked to */
    bool warned; /* that a word was broken for want of room */
    bool hyphenates;
    bool edges; /* something hangs from the line's own edges */
    hj_len last_width; /* of what follows the last blank: a short word should not stand alone */
    int32_t last_blank; /* its piece; -1 */
};

/* Hostile text can be longer than a length can tell; past a million points nothing is seen, and
 * the sum of two such lengths still is one. */
static inline hj_len hj_clamped(int64_t length)
{
    const hj_len most = 1000000000;
    return length > most ? most : length < -most ? -most : (hj_len)length;
}

/* mille/1000 of size, rounded half away from nought. */
static inline hj_len hj_scaled(int64_t mille, hj_len size)
{
    int64_t n = mille * size;
    return hj_clamped((n + (n < 0 ? -500 : 500)) / 1000);
}

/* Room for justification in a blank of span, and in each of its letters (7.17.2, 7.17.8). Unstated:
 * a blank may grow by half of itself and shrink by a quarter, letters do neither. */
static inline hj_len hj_blank_stretch(const hj_span *span)
{
    const hj_fo_inherited *in = span->in;
    return in->word_limits.more_stated ? in->word_limits.more
                                       : (span->space_width - span->word_spacing) / 2;
}
static inline hj_len hj_blank_shrink(const hj_span *span)
{
    const hj_fo_inherited *in = span->in;
    return in->word_limits.less_stated ? in->word_limits.less
                                       : (span->space_width - span->word_spacing) / 4;
}
/* The width of a blank without what was added to it. */
static inline hj_len hj_blank_width(const hj_span *span)
{
    return span->space_width - span->in->letter_spacing - span->word_spacing;
}
/* The same as FOP has it: a stated length is stiff. */
static inline hj_len hj_compat_stretch(const hj_span *span)
{
    const hj_fo_inherited *in = span->in;
    return in->word_limits.more_stated ? in->word_limits.more
           : in->word_spacing          ? 0
                                       : hj_blank_width(span) / 2;
}
static inline hj_len hj_compat_shrink(const hj_span *span)
{
    const hj_fo_inherited *in = span->in;
    return in->word_limits.less_stated ? in->word_limits.less
           : in->word_spacing          ? 0
                                       : hj_blank_width(span) / 3;
}
static inline bool hj_letters_give(const hj_span *span)
{
    return span
        && (span->in->letter_limits.more > 0 || span->in->letter_limits.less > 0);
}

/* ---- span.c ---- */

/* NULL when there is no font to set it in (told). The paragraph owns it. */
hj_span *hj_span_new(hj_para *para, hj_span *parent, const hj_fo_node *node);
/* Its own boxes and meaning: edges, background, tag. */
void hj_span_dress(hj_lx *lx, hj_span *span);
/* The span of the small capitals among a span's letters: smaller, and all else alike. */
hj_span *hj_span_small(hj_para *para, hj_span *span);

/* ---- items.c: a paragraph as the breaker sees it, for one measure ---- */

typedef struct hj_item_list {
    hj_item *items;
    hj_slot *slots; /* one for each item */
    size_t n, cap; /* malloc: the caller frees items and slots */
} hj_item_list;

void hj_item_add(hj_item_list *list, hj_item item, hj_slot slot);

/* Empties the list and fills it. hyphenate: with the places where words may be parted. */
void hj_para_items(hj_para *para, hj_len measure, bool hyphenate, hj_item_list *list);
/* The item its lines begin with: the first, unless lines were skipped. */
int32_t hj_para_begin(const hj_para *para, const hj_item_list *list);

/* ---- choose.c: fills the list; the items its lines end at, in the arena; how many ---- */
size_t hj_para_choose(hj_para *para, hj_len measure, hj_item_list *list, hj_breakpoint **points);

/* ---- compat.c: the lines FOP would choose, and the list they are told by ---- */
size_t hj_compat_lines(hj_para *para, hj_len measure, hj_item_list *list, hj_arena *arena,
                       hj_breakpoint **out);
/* What stands in the line from … to-1 of list, above and below the baseline, without leading. */
void hj_compat_extent(const hj_para *para, const hj_item_list *list, hj_len measure, int32_t from,
                      int32_t to, hj_len *above, hj_len *below);
/* The shift of span in a line of that extent. */
hj_len hj_compat_shift(const hj_span *span, hj_len above, hj_len below);


/* ---- graphic.c: pictures ---- */

typedef enum { HJ_NOT_NARROWED, HJ_NARROWED_BY_LINE, HJ_NARROWED_BY_PAGE } hj_narrowed;
/* Sizes of a picture in a line of this measure: the content, the viewport it is seen through, and
 * the room it takes in the line, with border, padding and the spaces at its sides. */
typedef struct hj_object_size {
    hj_len content_w, content_h, view_w, view_h, w, h;
    hj_narrowed narrowed; /* from its own size, which was too much for one of these */
} hj_object_size;
hj_object_size hj_object_measure(const hj_lx *lx, const hj_piece *piece, hj_len measure);
/* How far the foot of a picture of that size stands above the baseline of the line. */
hj_len hj_object_shift(const hj_lx *lx, const hj_piece *piece, const hj_object_size *size);
/* The same, where alignment-adjust is a part of its own height. */
hj_len hj_object_raised(const hj_lx *lx, const hj_piece *piece, const hj_object_size *size);
/* What the property overflow makes of a picture larger than its viewport: true when it is cut off.
 * Tells of that, and of a picture that was narrowed. */
bool hj_object_clips(const hj_lx *lx, const hj_fo_node *node, const hj_object_size *size);
/* Border and padding on two sides. */
hj_len hj_object_edges(const hj_fo_own *own, int one, int other);

/* ---- shown.c: diagrams ---- */

/* Reads the diagram and makes its structure below around (NULL: artifact). NULL when it cannot be
 * used; that is told. */
hj_shown *hj_shown_new(hj_lx *lx, const hj_span *span, hj_tag *around);
/* The leaf that marks of a cell belong to; NULL: artifact. */
hj_tag *hj_shown_leaf(const hj_shown *shown, int cell);
/* The widths it can do with, and would like. */
void hj_shown_widths(const hj_shown *shown, const hj_fo_node *node, hj_len *least, hj_len *most);
/* As it is drawn in a line of this measure. It is as wide as the measure unless its object says
 * otherwise: type and lines keep their sizes, so nothing is ever scaled. */
const hj_drawing *hj_shown_drawing(const hj_lx *lx, hj_shown *shown, const hj_fo_node *node,
                                   int part, hj_len measure);
const hj_drawing *hj_shown_now(const hj_shown *shown, int part); /* as it was last asked for */
/* In how many parts it stands, so that each fits a page; each is a piece, and a line. */
int hj_shown_parts(hj_lx *lx, hj_shown *shown, const hj_fo_node *node);

#endif
