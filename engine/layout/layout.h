/* layout/: from formatting objects to areas on pages.
 *
 * Owns: line breaking, block stacking, tables, page breaking, markers, page numbers, the structure
 * (tag) tree. One total-fit breaker (box, glue, penalty) serves both lines and pages.
 * Refuses: to lose content. A keep that cannot hold is dropped with a warning naming the block;
 * what does not fit its box is shown, with a warning.
 *
 * The result is flat: every page is a list of areas in paint order, in page coordinates (1/1000 pt,
 * origin top left, y down). Structure is a separate tree whose leaves (content) the areas point
 * to; reading order is the order of that tree, whatever the paint order. */
#ifndef HJ_LAYOUT_H
#define HJ_LAYOUT_H

#include "fo/fo.h"
#include "base/path.h"
#include "text/text.h"

/* A structure element, or (role NULL) a content leaf: a stretch of areas that belong to its parent
 * at this place in the reading order. Roles are PDF's standard structure types: Document, H1–H6, P,
 * L, LI, Lbl, LBody, Table, THead, TBody, TFoot, TR, TH, TD, Caption, Figure, Link, Span, Note,
 * Reference, Div, Sect, TOC, TOCI, BlockQuote. */
typedef struct hj_tag {
    const char *role; /* NULL: content leaf */
    struct hj_tag *parent, *first, *last, *next;
    const char *lang, *alt, *actual, *scope, *id, *kilde; /* NULL when none */
    const char *title;
    int col_span, row_span; /* TH, TD; 1 otherwise */
    const char *list_numbering; /* L: Decimal, Disc, None …; NULL */
    const hj_fo_node *node;
    int bbox_page; /* Figure: page index of its box, -1 when none */
    hj_len bbox[4]; /* left, top, right, bottom on that page */
    uint32_t index; /* dense, document order, assigned when layout is complete */
    uint32_t round; /* layout's own: when its children were met last … */
    struct hj_tag *met; /* … and which of them */
} hj_tag;

typedef enum { HJ_ARTIFACT_LAYOUT, HJ_ARTIFACT_HEADER, HJ_ARTIFACT_FOOTER, HJ_ARTIFACT_WATERMARK,
               HJ_ARTIFACT_BACKGROUND } hj_artifact;

typedef enum {
    HJ_AREA_GLYPHS, /* run at baseline (x, y), size, color */
    HJ_AREA_RECT, /* filled rectangle x, y, w, h, color */
    HJ_AREA_RULE, /* stroked line from (x, y) to (x+w, y+h); thickness, style, color */
    HJ_AREA_IMAGE, /* uri (PNG, JPEG, SVG file) into x, y, w, h */
    HJ_AREA_FOREIGN, /* node->foreign (SVG) into x, y, w, h; of a diagram, only its box: what is
                        in it follows as areas */
    HJ_AREA_LINK, /* active rectangle x, y, w, h: uri or dest; paints nothing */
    HJ_AREA_DEST, /* named destination (id) at x, y; paints nothing */
    HJ_AREA_SAVE, /* matrix (a b c d in 1/1000, e f lengths) and/or clip rectangle, which stands in
                     the coordinates after the matrix, until RESTORE */
    HJ_AREA_RESTORE,
    HJ_AREA_PATH /* filled or stroked; its points are counted from x, y */
} hj_area_kind;

typedef struct hj_area {
    hj_area_kind kind;
    hj_len x, y, w, h;
    hj_color color;
    const hj_tag *tag; /* content leaf; NULL: artifact */
    hj_artifact artifact; /* when tag is NULL */
    const hj_fo_node *node; /* where it came from; never NULL */
    union {
        struct { const hj_run *run; hj_len size, letter_spacing, word_spacing; } glyphs;
        /* letter_spacing is added after every glyph, word_spacing after every glyph whose
         * cluster is U+0020 or U+00A0; both already counted in w */
        struct { hj_len thickness; hj_border_style style; } rule;
        struct { const char *uri; const struct hj_tag *link; const char *dest; } link;
        struct { const hj_path *path; const hj_stroke *stroke; } path; /* stroke NULL: filled */
        struct { int32_t a, b, c, d; hj_len e, f; bool clip; } save; /* clip: x, y, w, h */
    } u;
} hj_area;

typedef struct hj_page {
    hj_len width, height;
    const char *number; /* formatted page number */
    const hj_area *areas;
    size_t n_areas;
} hj_page;

typedef struct hj_bookmark {
    const char *title, *dest;
    bool open;
    struct hj_bookmark *first, *next;
} hj_bookmark;

typedef struct hj_areas {
    const hj_page *pages;
    size_t n_pages;
    hj_tag *document; /* the root element, role Document */
    uint32_t n_tags;
    const hj_bookmark *bookmarks; /* NULL when none */
    const char *title, *lang; /* from the FO tree */
} hj_areas;

/* How layout asks about pictures without knowing their formats; paint/ implements it. Sizes are
 * intrinsic, 1/1000 pt; false with a diagnostic when the picture cannot be used. */
typedef struct hj_picture_source {
    void *self;
    bool (*measure)(void *self, const char *uri, void *foreign, hj_place place, hj_len *width,
                    hj_len *height, hj_diags *diags);
} hj_picture_source;

/* Lays out. NULL when there were errors that leave no pages. areas lives in arena. */
hj_areas *hj_layout(const hj_fo_tree *tree, hj_fonts *fonts, const hj_picture_source *pictures,
                    hj_arena *arena, hj_diags *diags);

/* Stable text: one line an area with page, kind, box, text, FO path index; then the tag tree. */
void hj_areas_dump(const hj_areas *areas, hj_buf *out);
/* The tag tree alone, with the text each leaf carries, in reading order. */
void hj_tags_dump(const hj_areas *areas, hj_buf *out);

#endif
