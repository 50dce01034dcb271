/* The galley: one column as tall as its content, and where it may be cut.
 *
 * The hard idea of the vertical half of layout: content is set once, in one endless column with
 * final widths and fixed distances. While it is set, every place where a page may end is written
 * down as a hj_break: where the content before it ends, where the content after it starts (spaces
 * that vanish at a page boundary lie between the two), what a cut there adds on either side
 * (repeated table headers, borders and padding that are retained) and what it violates. Choosing
 * pages (pagebreak.c) is then arithmetic on an array; making a page (place.c) is a walk over the
 * tree between two breaks with one shift. Cells, list item bodies and containers are galleys of
 * their own inside a node of the outer one.
 *
 * galley.c    stacking: spaces, break opportunities, open boxes, anchors
 * block.c     block-level objects -> galleys; container.c block-containers; list.c list-blocks
 * table.c     tables; grid.c what covers what; columns.c widths; row.c heights; cut.c cuts through
 *             rows; edge.c borders; heading.c headers and footers
 * and, in run.h:
 * pagebreak.c choosing breaks; pages.c filling pages: columns, footnotes; resume.c other widths
 * sequence.c  page-sequences; place.c areas on pages; master.c page masters and numbers
 * marker.c    ids, markers and what they are asked for; page.c static content, reruns */
#ifndef HJ_LAYOUT_GALLEY_H
#define HJ_LAYOUT_GALLEY_H

#include "layout/internal.h"

typedef struct hj_galley hj_galley;
typedef struct hj_node hj_node;

/* A position along a flow: thousands of pages do not fit in an hj_len. */
typedef int64_t hj_pos;

/* A cut that separates lines widows/orphans want together: as a keep, almost always. */
#define HJ_KEEP_WIDOWS (HJ_KEEP_ALWAYS - 1)

typedef struct hj_break {
    hj_pos end_y, start_y;
    hj_len end_extra, start_extra;
    int32_t strength; /* the strongest keep a cut here violates; 0 none */
    hj_break_kind force;
    const hj_fo_node *keeper; /* whose keep that is */
    const struct hj_group *group; /* when it is a step of one */
    hj_pos notes; /* height of the footnotes anchored before it; set by pagebreak.c */
} hj_break;

typedef enum {
    HJ_NODE_BOX, /* border, padding, background around children */
    HJ_NODE_LINE, /* areas of one line */
    HJ_NODE_SUB, /* a whole galley that is never cut */
    HJ_NODE_TABLE,
    HJ_NODE_GROUP, /* cells or list item parts side by side */
    HJ_NODE_ANCHOR
} hj_node_kind;

typedef enum { HJ_ANCHOR_START, HJ_ANCHOR_END, HJ_ANCHOR_MARKER, HJ_ANCHOR_MARKER_END,
               HJ_ANCHOR_OUT } hj_anchor_kind;

/* A galley placed out of the flow (absolute-position) or inside a node, turned or clipped. */
typedef struct hj_sub {
    hj_galley *galley;
    hj_len x, y; /* of the content rectangle as seen, from the node's or box's origin */
    hj_len shift; /* display-align, in the content's own direction */
    int16_t turn; /* reference-orientation: 0, 90, 180, 270 */
    hj_len w, h; /* of the content rectangle, before the turn */
    bool clip, fixed, positioned;
    const hj_fo_node *fo;
    hj_len box_x, box_y, box_w, box_h; /* border rectangle, when painted */
} hj_sub;

struct hj_node {
    hj_node_kind kind;
    bool placed; /* y0 is known */
    bool resumed; /* a box that began on an earlier page, in another galley */
    const hj_fo_node *fo;
    hj_node *parent, *first, *last, *next;
    hj_node *cursor; /* the child where the last page ended: keeps placing linear */
    hj_len x, w; /* border rectangle, from the galley's start edge */
    hj_pos y0, y1;
    int32_t seq0, seq1; /* content lies after break seq0-1 … before break seq1 */
    int32_t page; /* where it was placed last */
    hj_len retain_before, retain_after; /* what appears again at a cut */
    const hj_tag *tag;
    hj_artifact artifact;
    union {
        struct { const hj_area *areas; uint32_t n, byte; int32_t piece; const hj_fo_node *first; }
            line; /* first: of its paragraph; piece and byte: where it begins there */
        hj_sub *sub;
        struct hj_table *table;
        struct hj_group *group;
        struct { hj_anchor_kind kind; const char *id; struct hj_marker *marker; hj_sub *out; }
            anchor;
    } u;
};

/* What a block inherits from where it stands, resolved. */
typedef struct hj_context {
    hj_tag *tag; /* NULL: artifact */
    hj_artifact artifact;
    hj_length start_spec, end_spec; /* as they stood on the parent … */
    hj_len start, end; /* … and what they came to */
    hj_len body_start, label_end; /* of the innermost list */
    const hj_galley *area; /* where the nearest block-area is … */
    hj_len area_w; /* … and how wide its content rectangle: see hj_across */
    bool again; /* a repeated table header or footer: what is told once has been */
    bool in_flow; /* false in static content, headers, markers: ids there are not destinations */
    bool wrap; /* text standing directly here needs a P of its own */
    bool direct; /* the element takes the text of its only block without a P */
    struct hj_table *table; /* innermost, for markers */
    int depth, table_depth;
} hj_context;

typedef struct hj_spaces {
    hj_space *items;
    int n, cap;
} hj_spaces;

struct hj_galley {
    hj_lx *lx;
    hj_len origin, width; /* of the reference area being filled; indents are inside it */
    hj_pos y; /* where the content so far ends; when finished the height */
    hj_pos enough; /* the flow, set again soon: no more is laid when it is higher; 0 all */
    bool endless; /* the flow: as high as it comes; what stands in one piece has a limit */
    hj_node *first, *last, *cursor;
    hj_node *open; /* innermost open box */
    hj_break *breaks;
    int32_t n_breaks, cap_breaks;
    int32_t keep; /* strongest keep-together of the open objects … */
    const hj_fo_node *keep_fo; /* … and whose */
    hj_break_kind first_force, last_force; /* asked before the first, after the last block */
    int32_t first_keep, last_keep; /* keep-with-previous and -next there … */
    const hj_fo_node *first_keeper, *last_keeper; /* … and whose */
    struct hj_footnote *first_note, *last_note;
    hj_pos notes; /* height of all of them; set by pagebreak.c */
    bool keep_edges; /* spaces at the start are not discarded (list items) */
    /* what is waiting for the next content */
    struct {
        hj_spaces pre, post; /* before and after the break opportunity */
        bool opportunity, closed; /* closed: an object ended after it */
        int32_t strength, next; /* of the opportunity; keep-with-next waiting for one */
        const hj_fo_node *keeper, *next_keeper;
        hj_break_kind force, force_next;
        hj_node *open; /* innermost box open around the opportunity */
        hj_node *anchors, *last_anchor; /* linked by next */
    } wait;
    bool content; /* something was committed … */
    uint32_t commits; /* … so many times */
    bool after_content; /* what was committed last can be cut from what follows */
};

typedef struct hj_footnote { /* a footnote body, to stand at the foot of its line's page */
    hj_galley *galley;
    int32_t seq;
    struct hj_footnote *next;
} hj_footnote;

/* ---- galley.c ---- */
hj_galley *hj_galley_new(hj_lx *lx, hj_len width);
/* The object's leading edge: keeps and forced break, then its space-before. */
void hj_galley_enter(hj_galley *g, const hj_fo_node *fo, const hj_space *before);
/* Its trailing edge. */
void hj_galley_leave(hj_galley *g, const hj_fo_node *fo, const hj_space *after);
/* What the first and last object of a cell, laid in inner, ask of the cuts before and after it. */
void hj_galley_ask_before(hj_galley *g, const hj_galley *inner);
void hj_galley_ask_after(hj_galley *g, const hj_galley *inner);
/* A break opportunity between two pieces of one object (lines, rows), violating strength. */
void hj_galley_opportunity(hj_galley *g, int32_t strength, const hj_fo_node *keeper);
/* Resolves what is waiting: afterwards y is where the next piece begins. */
void hj_galley_commit(hj_galley *g);
/* Adds a piece of height at y and moves on. */
void hj_galley_add(hj_galley *g, hj_node *node, hj_len height);
/* An opening edge (border and padding, a table header) of this height: no cut right after it. */
void hj_galley_fence(hj_galley *g, hj_len height);
/* Opens a box around what follows; its edges are fences. */
hj_node *hj_galley_open(hj_galley *g, hj_node_kind kind, const hj_fo_node *fo, hj_len before);
void hj_galley_close(hj_galley *g, hj_node *box, hj_len after);
void hj_galley_anchor(hj_galley *g, hj_node *anchor, bool at_end);
/* Records a break inside a piece that is added whole next (a step of a row group). */
hj_break *hj_galley_break_at(hj_galley *g, hj_pos end_y, hj_pos start_y, hj_len end_extra,
                           hj_len start_extra, int32_t strength, const hj_fo_node *keeper);
/* The height that what stands between two breaks takes, with what the cuts add; from -1: from the
 * beginning, to n_breaks: to the end. */
hj_pos hj_galley_height(const hj_galley *g, int32_t from, int32_t to);
/* Ends it: trailing spaces vanish unless retained, boxes are closed, anchors find their place. */
void hj_galley_finish(hj_galley *g);
/* The same, but trailing spaces are handed to the outer galley (list items). */
void hj_galley_finish_into(hj_galley *g, hj_galley *outer);
hj_node *hj_node_new(hj_galley *g, hj_node_kind kind, const hj_fo_node *fo);
int32_t hj_keep_page(const hj_keep *keep);
/* The height that spaces come to by XSL 1.1, 4.3.1. */
hj_len hj_spaces_resolve(const hj_space *items, int n);

/* A footnote anchored after break seq-1 and before break seq. */
void hj_galley_note(hj_galley *g, hj_footnote *note, int32_t seq);
/* Takes over the footnotes of a galley that was added to g just now and is never cut. */
void hj_galley_take_notes(hj_galley *g, hj_galley *inner);

/* ---- block.c ---- */
void hj_block_children(hj_galley *g, const hj_fo_node *parent, const hj_fo_node *first,
                       const hj_context *cx);
/* The same for the siblings from first up to end. */
void hj_block_range(hj_galley *g, const hj_fo_node *parent, const hj_fo_node *first,
                    const hj_fo_node *end, const hj_context *cx);
hj_context hj_context_for(const hj_galley *g, const hj_fo_node *fo, const hj_context *cx);
/* What a percentage of a width refers to: the nearest ancestor that generates a block-area (XSL
 * 1.1, 7.15.7), which the parts of a list item and of a table do not; cx is the parent's. */
hj_len hj_across(const hj_galley *g, const hj_context *cx);
/* The widths of the borders and padding of a block-level object, outside in. */
hj_len hj_edge(const hj_fo_node *fo, int side, hj_len reference);
/* length kept between its min- and max-. */
hj_len hj_clamp(hj_len length, hj_length minimum, hj_length maximum, hj_len reference);
/* The structure element for fo: its role, or the default; the parent's when it makes none; NULL
 * in artifacts. */
hj_tag *hj_block_tag(hj_lx *lx, const hj_fo_node *fo, const hj_context *cx, const char *role,
                     hj_artifact *artifact);
bool hj_role_is(const hj_fo_node *fo, const char *role);
hj_galley *hj_lay(hj_lx *lx, const hj_fo_node *parent, const hj_fo_node *first, hj_len width,
                  const hj_context *cx);
void hj_anchors_before(hj_galley *g, const hj_fo_node *fo, const hj_context *cx);
void hj_anchors_after(hj_galley *g, const hj_fo_node *fo, const hj_context *cx);
/* Narrowest and widest useful width of the children, for automatic columns. */
void hj_block_widths(hj_lx *lx, hj_galley *scratch, const hj_fo_node *parent,
                     const hj_context *cx, hj_len *minimum, hj_len *maximum);
void hj_refuse(hj_lx *lx, const hj_fo_node *fo);

typedef struct hj_keeping {
    int32_t keep;
    const hj_fo_node *fo;
} hj_keeping;
/* keep-together of fo holds from here to hj_keep_end. */
hj_keeping hj_keep_begin(hj_galley *g, const hj_fo_node *fo);
void hj_keep_end(hj_galley *g, hj_keeping saved);
/* An object in the flow: its leading edge, its keep, its anchors; less when it is gone on with. */
hj_keeping hj_object_enter(hj_galley *g, const hj_fo_node *fo, const hj_context *cx);
/* A box with fo's border, padding and background; start, width of its content rectangle. */
hj_node *hj_box_open(hj_galley *g, const hj_fo_node *fo, const hj_context *cx, hj_len start,
                     hj_len width);
void hj_box_close(hj_galley *g, const hj_fo_node *fo, hj_node *box);

/* ---- resume.c: a flow set again from some place on ---- */
/* The child of parent to begin with. */
const hj_fo_node *hj_resume_first(hj_lx *lx, const hj_fo_node *parent, const hj_fo_node *first);
/* True, once, when fo began on an earlier page and is only gone on with. */
bool hj_resume_enters(hj_lx *lx, const hj_fo_node *fo);
/* True when fo's leading edge is on an earlier page, in another galley. */
bool hj_resume_opens(hj_lx *lx, const hj_fo_node *fo);
/* True when some lines of the paragraph that begins with first are set already: then skips them. */
bool hj_resume_skips(hj_lx *lx, const hj_fo_node *first, hj_para *para);

/* ---- container.c ---- */
void hj_container(hj_galley *g, const hj_fo_node *fo, const hj_context *cx);

/* ---- list.c ---- */
void hj_list_block(hj_galley *g, const hj_fo_node *fo, const hj_context *cx);

/* ---- tables ---- */
typedef struct hj_cell {
    const hj_fo_node *fo; /* NULL for a place no cell fills */
    hj_galley *galley;
    int row, column, rows, columns;
    int32_t index; /* in its group */
    hj_len x, w; /* border rectangle from the group's start edge */
    hj_len y; /* of its first row from the group's top */
    hj_len h; /* of its rows */
    hj_len half[4]; /* of the collapsed borders, inside the cell */
    hj_len before, after, start, end; /* insets of the content (borders, padding) */
    hj_len retain_before, retain_after;
    const hj_tag *tag;
    const hj_border *edge[4]; /* collapsing: what the cell asks for */
    hj_len lead, trail; /* collapsing: how much wider its half is where a page begins, ends */
} hj_cell;

typedef struct hj_row {
    const hj_fo_node *fo; /* NULL when cells stand directly in the body */
    const hj_fo_node *part; /* table-header, -body, -footer */
    hj_len y, h; /* from the group's top */
    hj_cell **grid; /* one for each column: the cell that covers it */
} hj_row;

typedef struct hj_cut {
    int32_t cell, at; /* break of the cell's galley; -1 nothing yet, n_breaks all of it */
} hj_cut;

typedef struct hj_step { /* one cut through a group */
    hj_len y; /* from the group's top: how far the part before reaches */
    hj_len start_extra; /* by which the rest is higher than what the uncut group has below y */
    int32_t strength;
    hj_break_kind force; /* of a cell's content */
    const hj_fo_node *keeper;
    int32_t row; /* that it goes through or lies behind … */
    int32_t n_cuts;
    hj_cut *cuts; /* … and its cells; for all others ask hj_step_cut */
} hj_step;

typedef struct hj_group {
    const struct hj_table *table; /* NULL in a list item */
    hj_cell **cell;
    int n_cells, n_rows;
    bool measured;
    hj_row *rows; /* NULL in a list item */
    hj_len h;
    hj_len lead, trail; /* how much higher it is as the first, the last on a page */
    const struct hj_group *above; /* of the same table */
    hj_step *steps;
    int n_steps;
    int32_t break0; /* the outer galley's index of the first step */
} hj_group;

typedef struct hj_table_part { /* table-header, table-footer, or one table-body */
    const hj_fo_node *fo;
    hj_row *rows;
    int n_rows, cap_rows;
} hj_table_part;

enum { HJ_TABLE_HEAD, HJ_TABLE_FOOT }; /* indexes of ends, and of the first two parts */

typedef struct hj_table_end {
    hj_group *group; /* NULL when there is none */
    hj_tag *tag; /* THead, TFoot; NULL: artifact */
    bool repeat, varies, asks; /* at breaks; from page to page; for markers */
    hj_len h; /* room kept where it is repeated */
} hj_table_end;

typedef struct hj_table_marker { /* for fo:retrieve-table-marker */
    const hj_fo_node *fo;
    int part, row; /* row -1: of the part */
    int32_t start, end; /* its object stands after break start-1 and before break end */
} hj_table_marker;

typedef struct hj_table {
    const hj_fo_node *fo;
    bool collapse, layout_only;
    bool row_of_contents; /* as hj_readings says */
    int n_columns;
    hj_len *column_x, *column_w; /* from the table's content start */
    const hj_fo_node **column_fo; /* table-column, or NULL */
    hj_len x, width; /* content start in its galley */
    hj_len gap_x, gap_y; /* border-separation when separate: half of it on each side of a cell */
    hj_table_end ends[2]; /* header and footer */
    const hj_group *above; /* the last one laid */
    hj_context cx;
    hj_table_part *parts; /* header, footer (empty when there is none), then the bodies */
    int n_parts;
    hj_table_marker *markers; /* of its bodies, in order, when header or footer asks */
    int n_markers, cap_markers, next_marker;
} hj_table;

void hj_table_lay(hj_galley *g, const hj_fo_node *fo, const hj_context *cx);
void hj_table_widths(hj_lx *lx, const hj_fo_node *fo, const hj_context *cx, hj_len *minimum,
                     hj_len *maximum);
/* columns.c: fills column_w of table from the FO; available: the width that 100 % means. */
void hj_columns(hj_lx *lx, hj_table *table, const hj_context *cx, hj_len available);
/* Widths that the whole table wants: narrowest and on one line. */
void hj_columns_measure(hj_lx *lx, hj_table *table, const hj_context *cx, hj_len *minimum,
                        hj_len *maximum);
/* grid.c: reads the FO, NULL when it is refused; a copy of the table with its header or footer read
 * once more and nothing else in it. */
hj_table *hj_grid(hj_lx *lx, const hj_fo_node *fo);
hj_table *hj_grid_end(hj_lx *lx, const hj_table *model, int end);
/* table.c: the rows r0 … r1-1 of a part, their cells laid. */
hj_group *hj_table_group(hj_lx *lx, hj_table *table, hj_table_part *part, int r0, int r1,
                         const hj_context *cx);
/* heading.c: lays header and footer; puts one into the galley; where group, which begins with row
 * of part, has come, for the markers in it. */
void hj_headings_lay(hj_galley *g, hj_table *table, const hj_context *cx);
void hj_heading_add(hj_galley *g, hj_table *table, int end);
void hj_heading_passed(hj_table *table, int part, int row, const hj_group *group);
/* row.c: the heights of its rows and its own, once. */
void hj_group_measure(hj_lx *lx, hj_group *group);
#define HJ_NEVER_CUT INT32_MAX
/* Cell heights, row heights, then into the galley. Groups not higher than limit are only cut where
 * a cell forces it, with HJ_NEVER_CUT not even then. */
hj_node *hj_group_add(hj_galley *g, hj_group *group, const hj_fo_node *fo, hj_len limit);
/* Of a cell's border rectangle when it is as high as its content. */
hj_len hj_cell_natural(const hj_cell *cell);
/* The least block-progression-dimension a row or cell states; 0 when none. */
hj_len hj_least_height(const hj_fo_node *fo);
/* cut.c: finds the steps; the break of a cell's galley where step divides it; the height of what
 * stands between steps s and t. */
void hj_group_cut(hj_lx *lx, hj_group *group, hj_len limit);
int32_t hj_step_cut(const hj_group *group, const hj_step *step, int cell);
hj_len hj_group_between(const hj_group *group, int s, int t);
/* How far display-align moves its content down when so much of its height is free. */
hj_len hj_cell_shift(const hj_cell *cell, hj_len free);
/* edge.c: collapsing borders: what wins where, and the half of it inside each cell; the same at the
 * begin and end of pages, once it is known what is repeated there. */
void hj_edges_resolve(hj_table *table);
void hj_edges_at_breaks(const hj_table *table, hj_cell *cell);
/* The border that wins where two meet: hidden, then wider, then style, then a. NULL: none. */
const hj_border *hj_edge_stronger(const hj_border *a, const hj_border *b);

#endif
