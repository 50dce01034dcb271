/* One layout run: what the stages of layout ask and tell each other about pages.
 *
 * Page numbers are known when pages are, and pages when lines are; a paragraph that asked for a
 * number is therefore watched, and set again when the answer is known. If its height changed, the
 * whole document is set again with the answers of the last run (at most HJ_RUNS times). */
#ifndef HJ_LAYOUT_RUN_H
#define HJ_LAYOUT_RUN_H

#include "layout/galley.h"

#define HJ_RUNS 4

/* The areas that positions and percentages refer to. */
typedef struct hj_pass_frame {
    hj_len page_w, page_h;
    hj_len body_w, body_h; /* region-body's content rectangle */
    hj_len area_w, area_h; /* nearest reference area that positions count from */
} hj_pass_frame;

typedef struct hj_marker {
    const hj_fo_node *fo;
    int first, last; /* page indexes */
    struct hj_marker *next, *previous;
} hj_marker;

typedef struct hj_watched { /* a paragraph that asked for a page number */
    const hj_fo_node *block, *first;
    hj_tag *tag, *before, *last; /* its leaves: after before, up to last */
    hj_artifact artifact;
    hj_len measure;
    hj_node *line; /* the first of n nodes, consecutive children of one parent */
    size_t n;
    bool divided; /* some of its lines are set in another measure */
    int page; /* where its first line came */
    struct hj_watched *next;
} hj_watched;

/* For retrieve-table-marker: the stretch of a table's galley that is being headed. */
typedef struct hj_pass_heading {
    const hj_table *table;
    int32_t from, to; /* breaks: content between them; from -2: the table's beginning */
    bool second; /* as if the table went on: the second marker answers for the first */
} hj_pass_heading;

typedef struct hj_reserve { /* what a varying header turned out to need */
    const hj_fo_node *table;
    hj_len h[4]; /* repeated header, repeated footer, first header, last footer */
    struct hj_reserve *next;
} hj_reserve;

typedef struct hj_page_build { /* a page while it is made */
    hj_area *areas; /* of the flow */
    size_t n, cap;
    const hj_fo_node *master, *sequence;
    int number; /* counted from initial-page-number */
    const char *label;
    int sequence_first; /* index of the first page of its sequence */
    bool first, last, blank;
} hj_page_build;

typedef struct hj_id {
    const char *id;
    int first, last; /* page indexes; -1 unknown */
} hj_id;

typedef struct hj_ids { /* open addressing, size a power of two */
    hj_id *slots;
    uint32_t n, size;
} hj_ids;

typedef struct hj_resume { /* where a flow is gone on with */
    const hj_fo_node *path[HJ_LIMIT_FO_DEPTH]; /* objects under fo:flow that are cut there … */
    int n, at; /* … so many; those gone through */
    const hj_fo_node *start; /* child of the innermost, or inline object a paragraph begins with */
    bool within; /* that paragraph is cut, and goes on at: */
    int32_t piece;
    uint32_t byte;
    bool done;
    const hj_fo_node *entering; /* gone down to, and not yet asked about */
    const hj_fo_node *opening; /* … entered, its box not yet opened */
} hj_resume;

typedef struct hj_pass {
    hj_lx lx; /* first: an hj_lx * is an hj_pass * */
    hj_pass_frame frame;
    hj_page_build *pages;
    size_t n_pages, cap_pages;
    hj_ids ids; /* of this run */
    hj_ids known; /* of the last */
    const char **known_labels; /* page labels of the last run */
    size_t n_known;
    hj_marker *first_marker, *last_marker, *newest_marker;
    hj_watched *first_watched, *last_watched;
    hj_reserve *reserves; /* of all runs */
    const char **guesses; /* of all runs: by node, what a page number was last */
    int page; /* being set (static content, watched lines); -1 while measuring */
    bool asked_page, asked_id, asked_marker;
    uint32_t rounds; /* flows set again so far */
    hj_resume *resume; /* NULL: the flow is laid from its beginning */
    int attempt;
    bool overflow; /* page limit reached */
    hj_pass_heading heading;
    int sequence_first; /* page index of the sequence's first page */
    hj_tag *document;
} hj_pass;

static inline hj_pass *hj_pass_of(hj_lx *lx) { return (hj_pass *)(void *)lx; }
static inline hj_pass_frame *hj_pass_get_frame(hj_lx *lx) { return &hj_pass_of(lx)->frame; }

/* ---- marker.c: ids, markers, page numbers, watched paragraphs ---- */
void hj_pass_callbacks(hj_pass *run);
void hj_id_seen(hj_pass *run, const char *id, int page);
const hj_id *hj_id_find(const hj_ids *ids, const char *id);
void hj_marker_seen(hj_pass *run, const hj_fo_node *fo, int page);
void hj_marker_ends(hj_pass *run, const hj_fo_node *fo, int page);
/* The room known to be needed for a varying header, raised to h. */
enum { HJ_RESERVE_TOLD = 2 }; /* added to HJ_TABLE_HEAD, HJ_TABLE_FOOT for the one that is told */
hj_len hj_pass_reserve(hj_pass *run, const hj_fo_node *table, int which, hj_len h);
/* heading.c: header or footer as it is on a page that shows what stands between two breaks; told:
 * the one that is in the structure tree. */
const hj_group *hj_heading_on(hj_pass *run, const hj_table *table, int end, int32_t from,
                              int32_t to, int page, bool told);
/* True when the retrieved marker holds text, so that it belongs into a line. */
bool hj_marker_is_inline(hj_lx *lx, const hj_fo_node *retrieve);

typedef struct hj_watch {
    bool unresolved, asked_page, asked_id, amid;
    hj_tag *before;
} hj_watch;
void hj_watch_begin(hj_lx *lx, hj_watch *watch, hj_tag *tag);
void hj_watch_end(hj_lx *lx, hj_watch *watch, bool divided, hj_node *line, size_t n,
                  const hj_fo_node *block, const hj_fo_node *first, hj_tag *tag,
                  hj_artifact artifact, hj_len measure);
/* What stands from start on is set again; within: the paragraph that begins with it from some line
 * on. Its paragraphs are not watched any more. */
void hj_watch_drop(hj_pass *run, const hj_fo_node *start, bool within);
/* Sets the watched paragraphs again with what is known now. False when one changed its height. */
bool hj_watched_refresh(hj_pass *run);

/* ---- master.c ---- */
typedef struct hj_rect { hj_len x, y, w, h; } hj_rect;
struct hj_placer;
typedef struct hj_sequence {
    hj_pass *run;
    const hj_fo_node *fo, *flow;
    int first_number;
    int first_page; /* index in the document */
    struct hj_laid *laid;
} hj_sequence;
/* The simple-page-master of the k-th page; NULL with a diagnostic when there is none. */
const hj_fo_node *hj_master_for(const hj_sequence *s, int k, bool last, bool blank);
/* The same without a word; wanting: the object that has none. */
const hj_fo_node *hj_master_find(const hj_sequence *s, int k, bool last, bool blank,
                                 const hj_fo_node **wanting);
hj_rect hj_region_rect(const hj_fo_node *master, const hj_fo_node *region);
const hj_fo_node *hj_region_of(const hj_fo_node *master, hj_fo_type type);
const char *hj_region_name(const hj_fo_node *region);
/* A region's content rectangle: as it is seen on the page, and as its content sees it when the
 * region has a reference-orientation (XSL 1.1, 7.21.3). */
typedef struct hj_view {
    hj_rect seen;
    int turn; /* 0, 90, 180, 270 */
    hj_len w, h;
} hj_view;
/* region NULL: the whole page inside its margins. */
hj_view hj_region_view(const hj_fo_node *master, const hj_fo_node *region);
/* Of the region the flow goes into. */
hj_view hj_body_view(const hj_fo_node *master);
const char *hj_page_label(hj_arena *arena, int number, const char *format);

/* ---- pagebreak.c ---- */
typedef struct hj_cost { int64_t over, keeps, pages; } hj_cost;
bool hj_cost_at_most(const hj_cost *a, const hj_cost *b);

/* What the rest of a galley costs, from every break on, in columns of this height. */
typedef struct hj_outlook hj_outlook;
hj_outlook *hj_outlook_new(hj_lx *lx, hj_galley *g, hj_len room, hj_len separator);

typedef struct hj_stretch { /* a column to be filled */
    int32_t until; /* what counts as the galley's end: n_breaks, or the break it is left at */
    int32_t from; /* the break it begins after; -1 the beginning */
    hj_len room;
    bool not_end; /* the end of the galley may not be in it, if that can be helped */
    bool notes; /* footnotes take from the room: */
    bool waiting; /* … some are left from the page before */
    hj_len carried, separator; /* … what is already at the foot; the separator, if any comes */
    const hj_footnote *note; /* … the first one anchored after from */
} hj_stretch;
typedef struct hj_end {
    int32_t to; /* the break it ends at; until the end; always after from, unless from is that */
    hj_len height;
    hj_cost cost; /* of this column and, with an outlook, of all that follow */
} hj_end;
hj_end hj_break_choose(const hj_galley *g, const hj_outlook *outlook, const hj_stretch *s);

/* ---- pages.c ---- */
/* A stretch of the flow set in one measure: all of it, or what lies between two changes of span
 * (XSL 1.1, 7.21.4). */
typedef struct hj_segment {
    hj_galley *galley;
    hj_outlook *outlook;
    int columns;
    hj_len gap;
    hj_len body_w; /* of the page it is set for … */
    int body_columns; /* … and how many columns that has */
    int32_t until; /* it is gone through so far; then the next one begins, on the same page */
    bool more; /* it ends before the flow does, and must be set again */
    const hj_fo_node *child; /* of the flow, that it begins with … */
    const hj_resume *resume; /* … or goes on with */
    struct hj_segment *next;
} hj_segment;

typedef struct hj_piece { /* a stretch of a galley as it stands in the body of a page */
    hj_galley *galley;
    int32_t from, to; /* breaks */
    hj_len x, y; /* from the body's content rectangle; notes and separator: from its foot */
    bool note, joined; /* joined: what follows is on the same page */
} hj_piece;

typedef struct hj_page_plan {
    int k; /* page of the sequence, 0 … */
    const hj_fo_node *master;
    const hj_piece *pieces;
    size_t n;
    hj_len height; /* of the content, footnotes too */
} hj_page_plan;
/* How high the text laid for page k needs to be when it is set again soon, because the pages after
 * it are of other widths; 0: all of it. */
hj_pos hj_pages_ahead(const hj_sequence *s, int k);
/* Divides the segments into pages; separator NULL: none. *plans in arena. */
size_t hj_pages_make(const hj_sequence *s, hj_segment *first, hj_galley *separator,
                     hj_page_plan **plans);

/* ---- resume.c ---- */
/* The way to what stands after break from of a galley that flow was laid in. False when it cannot
 * be set again from there; *until: the break from where it can be tried, or n_breaks, where *ends
 * (NULL: not known) has ended. */
bool hj_resume_find(hj_resume *r, const hj_galley *g, int32_t from, const hj_fo_node *flow,
                    int32_t *until, const hj_fo_node **ends);
/* The way to what follows fo; false when nothing does. */
bool hj_resume_after(hj_resume *r, const hj_fo_node *fo, const hj_fo_node *flow);
/* Whether every place in fo between its blocks and lines is one to go on from. */
bool hj_resume_anywhere(const hj_fo_node *fo);

/* ---- sequence.c ---- */
typedef struct hj_laid hj_laid; /* a page-sequence between choosing pages and placing them */
/* Lays fo's flow and chooses its pages, which are added to run's. NULL with an error. */
hj_laid *hj_sequence_lay(hj_pass *run, const hj_fo_node *fo);
/* force-page-count, once it is known what follows (next NULL: nothing). */
void hj_sequence_end(hj_pass *run, hj_laid *laid, const hj_fo_node *next);
/* Lays the flow again for a page with this master, from where resume says; high: no more than
 * this is needed, 0 all. */
hj_segment *hj_sequence_again(hj_laid *laid, const hj_fo_node *master, hj_resume *resume,
                              hj_pos high);
/* How many columns a body has, and how wide they are. */
int hj_body_columns(const hj_fo_node *master, hj_len *column);
void hj_sequence_place(hj_laid *laid, struct hj_placer *p);
/* What positions and percentages refer to in the region that sees w × h. */
void hj_pass_set_frame(hj_pass *run, const hj_fo_node *master, hj_len w, hj_len h);
/* Of a region: tag NULL in static content. */
hj_context hj_root_context(hj_tag *tag, hj_artifact artifact);
/* The child of that type, with that name unless NULL. */
const hj_fo_node *hj_child_of(const hj_fo_node *fo, hj_fo_type type, const char *name);

/* ---- place.c ---- */
typedef struct hj_placer {
    hj_pass *run;
    int page;
    hj_area *areas; /* malloc; the caller frees */
    size_t n, cap;
    hj_artifact artifact; /* of borders and backgrounds */
    bool strip; /* content is an artifact (repeated table headers) */
    hj_len top, bottom; /* where the innermost open box was cut */
    hj_len base_x, base_y; /* absolute positions count from here */
    struct hj_strip *strips; /* rows of the innermost table on this page */
    int n_strips, cap_strips;
} hj_placer;
/* The content of g between breaks from and to, its top at (x, top). */
void hj_place_galley(hj_placer *p, const hj_galley *g, int32_t from, int32_t to, hj_len x,
                     hj_len top);
/* Background and borders of fo around a border rectangle; cut: that side lies on another page. */
void hj_place_box(hj_placer *p, const hj_fo_node *fo, hj_rect box, bool cut_top, bool cut_bottom);
hj_area *hj_place_area(hj_placer *p, hj_area_kind kind, const hj_fo_node *fo);
/* What follows is turned and, when asked, clipped, until an area RESTORE; seen: where it stands.
 * Coordinates count from (0, 0) when it is turned, else they stay; false when neither. */
bool hj_place_turned(hj_placer *p, const hj_fo_node *fo, hj_rect seen, int turn, bool clip);

/* ---- edge.c ---- */
typedef struct hj_strip { /* a row as it stands on a page */
    const hj_row *row;
    hj_len top, bottom;
    bool cut_top, cut_bottom;
} hj_strip;
void hj_place_edges(hj_placer *p, const hj_table *table, hj_len x, const hj_strip *strips, int n);

#endif
