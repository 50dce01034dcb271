/* layout/ inside: what its files share. Nothing here is seen by other stages.
 *
 * breaker.c  the total-fit breaker over box/glue/penalty, for lines
 * span.c     an inline object, ready for its text to be set
 * inline.c   a paragraph: inline FOs -> pieces; items.c for the breaker; lines.c set, with areas
 * tags.c     the structure tree
 * dump.c     stable text
 * galley.h   blocks, tables, lists; run.h pages: the rooms of the vertical half are told there */
#ifndef HJ_LAYOUT_INTERNAL_H
#define HJ_LAYOUT_INTERNAL_H

#include "layout/layout.h"

/* ---- the breaker (breaker.c): Knuth & Plass 1981, integers only ---- */
#define HJ_INFINITY 1000000 /* a penalty that forbids; its negative forces */
typedef enum { HJ_BOX, HJ_GLUE, HJ_PENALTY } hj_item_kind;
typedef struct hj_item {
    hj_item_kind kind;
    bool flagged; /* penalty: two in a row are unwelcome (hyphens) */
    hj_len width; /* box, glue natural size; penalty: added when broken here (the hyphen) */
    hj_len stretch, shrink; /* glue, and boxes; stretch HJ_FIL is infinite (glue only) */
    int32_t penalty;
    int32_t index; /* the caller's: what this item stands for */
} hj_item;
#define HJ_FIL 100000000
typedef struct hj_break_options {
    const hj_len *widths; /* measure of line/page 0, 1, …; the last is repeated */
    size_t n_widths;
    int32_t tolerance; /* largest adjustment ratio taken first, in 1/1000; later passes widen it */
    int32_t flagged_demerits, fitness_demerits; /* hyphens in a row; neighbours of unlike ratio */
    int32_t max_flagged; /* hyphenation-ladder-count; 0 no limit */
    hj_len line_stretch; /* every line can be this much short (ragged text) besides its glue */
    bool only_tolerance; /* one walk; 0 breaks when it finds nothing within tolerance */
} hj_break_options;
typedef struct hj_breakpoint {
    int32_t item; /* index of the glue or penalty broken at */
    int32_t ratio; /* adjustment ratio of the line that ends here, 1/1000; 0 when a fil takes the
                      room; below -1000 overfull; 1000000 when nothing can stretch */
} hj_breakpoint;
/* Never fails (unless only_tolerance): past all tolerances an overfull line or page is accepted at
 * the best legal place. Returns how many; *out in arena. */
size_t hj_break_items(const hj_item *items, size_t n, const hj_break_options *options,
                      hj_arena *arena, hj_breakpoint **out);

/* ---- context of one layout run ---- */
typedef struct hj_lx {
    const hj_fo_tree *tree;
    hj_fonts *fonts;
    const hj_picture_source *pictures;
    hj_arena *arena;
    hj_diags *diags;
    /* The formatted number of the page that holds id (last: of its last area), or NULL when not
     * known in this run; unresolved is then set and the page stage runs again. */
    const char *(*page_of)(struct hj_lx *lx, const char *id, bool last);
    /* Whether what the citation names is on pages that were finished when its line was broken, in a
     * formatter that breaks each line once. */
    bool (*is_behind)(struct hj_lx *lx, const hj_fo_node *citation);
    /* fo:page-number; what it was in the last run while only measuring, NULL in the first. */
    const char *(*current_page)(struct hj_lx *lx, const hj_fo_node *number);
    /* The marker's content for retrieve-marker / retrieve-table-marker, or NULL. */
    const hj_fo_node *(*marker)(struct hj_lx *lx, const hj_fo_node *retrieve);
    bool unresolved;
    uint32_t round; /* not 0: a flow is set again, and its structure is met again */
    hj_len region_h; /* height of the region being filled; 0: not known */
    void *self; /* page.c's own state */
    void *setter; /* lines.c: buffers between paragraphs, NULL when in use */
} hj_lx;

/* ---- background images (background.c) ---- */
typedef struct hj_tiles { /* seen through the box x, y, w, h */
    const char *uri;
    hj_len x, y, w, h;
    hj_len first_x, first_y, tile_w, tile_h;
    int across, down;
} hj_tiles;
/* The tiles of fo's background image over the border rectangle x, y, w, h; false when there is none
 * (a picture that cannot be used has been told). */
bool hj_background(hj_lx *lx, const hj_fo_node *fo, hj_len x, hj_len y, hj_len w, hj_len h,
                   hj_tiles *out);

/* ---- structure tree (tags.c) ---- */
hj_tag *hj_tag_new(hj_lx *lx, hj_tag *parent, const char *role, const hj_fo_node *node);
/* A content leaf at the end of parent's children; consecutive calls give the same leaf as long as
 * nothing else was added to parent in between. NULL parent gives NULL (artifact). */
hj_tag *hj_tag_content(hj_lx *lx, hj_tag *parent, const hj_fo_node *node);
/* When a flow is set again (lx->round), what was made for the same object is given once more, in
 * order. */
/* Puts a tag made without a parent at the end of parent's children, or in the place of the one
 * that was there before. */
void hj_tag_adopt(hj_lx *lx, hj_tag *parent, hj_tag *tag);
/* The child that was made, or met again, last; NULL when none. */
hj_tag *hj_tag_latest(const hj_lx *lx, const hj_tag *parent);
/* Numbers the tree in document order and drops elements that may not be empty. Returns count. */
uint32_t hj_tags_finish(hj_tag *document);

/* ---- a paragraph (inline.c) ---- */
typedef struct hj_para hj_para;

/* True for node types that belong inside a line. fo:wrapper counts when its children do. */
bool hj_is_inline(const hj_fo_node *node);
/* What a page has for its body; false outside pages (tests of a paragraph alone). page.c */
bool hj_body_room(hj_lx *lx, hj_len *width, hj_len *height);
/* True when an fo:marker stands in node. An inline object with one, or with an id, leaves an area
 * HJ_AREA_DEST in its first line, whose dest is then NULL when it has no id. */
bool hj_has_markers(const hj_fo_node *node);
/* True when all that a block holds is a diagram: its figure and table stand in no paragraph. */
bool hj_shown_alone(const hj_fo_node *block);

/* Collects the inline-level siblings from first up to the first block-level one, which is returned
 * in *rest (NULL at the end). block gives line-height, alignment, indent. tag is the structure
 * element the text belongs to; NULL: artifact of the given kind. NULL when nothing but collapsible
 * white space was found. Owned by the caller: hj_para_free. A block-level child inside fo:inline is
 * an error naming both. */
hj_para *hj_para_new(hj_lx *lx, const hj_fo_node *block, const hj_fo_node *first,
                     const hj_fo_node **rest, hj_tag *tag, hj_artifact artifact);

/* Gives back what was needed to break it; lines live on. NULL is allowed. */
void hj_para_free(hj_para *para);

/* Smallest width without overflow, and width on one line: for automatic column widths. */
void hj_para_widths(const hj_para *para, hj_len *minimum, hj_len *maximum);

typedef struct hj_line {
    hj_len height; /* of the line area (line-height, or more for tall content) */
    hj_len baseline; /* from its top */
    const hj_area *areas; /* x from the start edge of the measure, y from the line's top */
    size_t n_areas;
    const hj_fo_node *const *footnotes; /* fo:footnote-body anchored in this line */
    size_t n_footnotes;
    const hj_fo_node *const *numbers; /* fo:page-number in this line */
    size_t n_numbers;
    hj_len width; /* natural width of the content */
    bool hyphenated; /* ends within a word */
    bool feeds; /* a line feed that was asked for ends it */
    int32_t piece; /* where it begins: for hj_para_skip */
    uint32_t byte;
} hj_line;

/* Breaks the paragraph into lines of the given measure (total fit when justified or hyphenating,
 * first lines by text-indent, last line by text-align-last). May be called again with another
 * measure. Lines live in lx->arena. */
const hj_line *hj_para_break(hj_para *para, hj_len measure, size_t *n_lines);
/* What stands before the line that began there (hj_line) is set already, in another measure:
 * hj_para_break gives the rest. */
void hj_para_skip(hj_para *para, int32_t piece, uint32_t byte);

#endif
