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
    hj_len body_x, body_y, body_w, body_h; /* region-body's content rectangle */
    hj_len area_w, area_h; /* nearest reference area that positions count from */
} hj_pass_frame;

typedef struct hj_marker {
    const hj_fo_node *fo;
    int first, last; /* page indexes */
    int part, row; /* in a table: where it stands … */
    int32_t seq; /* … and after which break of the table's galley; -1 not laid yet */
    struct hj_marker *next, *previous;
} hj_marker;

typedef struct hj_watched { /* a paragraph that asked for a page number */
    const hj_fo_node *block, *first;
    hj_tag *tag, *before, *last; /* its leaves: after before, up to last */
    hj_artifact artifact;
    hj_len measure;
    hj_node *line; /* the first of n nodes, consecutive children of one parent */
    size_t n;
    bool wants_current;
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
    hj_len header, footer;
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
    int page; /* being set (static content, watched lines); -1 while measuring */
    bool asked_page, asked_id, asked_marker;
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
hj_len hj_pass_reserve(hj_pass *run, const hj_fo_node *table, bool header, hj_len h);
/* True when the retrieved marker holds text, so that it belongs into a line. */
bool hj_marker_is_inline(hj_lx *lx, const hj_fo_node *retrieve);

typedef struct hj_watch {
    bool unresolved, asked_page, asked_id;
    hj_tag *before;
} hj_watch;
void hj_watch_begin(hj_lx *lx, hj_watch *watch, hj_tag *tag);
void hj_watch_end(hj_lx *lx, hj_watch *watch, const hj_galley *g, hj_node *line, size_t n,
                  const hj_fo_node *block, const hj_fo_node *first, hj_tag *tag,
                  hj_artifact artifact, hj_len measure);
/* Sets the watched paragraphs again with what is known now. False when one changed its height. */
bool hj_watched_refresh(hj_pass *run);

/* ---- master.c ---- */
typedef struct hj_rect { hj_len x, y, w, h; } hj_rect;
typedef struct hj_sequence {
    hj_pass *run;
    const hj_fo_node *fo, *flow;
    int first_number;
    int first_page; /* index in the document */
} hj_sequence;
/* The simple-page-master of the k-th page; NULL with a diagnostic when there is none. */
const hj_fo_node *hj_master_for(const hj_sequence *s, int k, bool last, bool blank);
/* The same without a word; wanting: the object that has none. */
const hj_fo_node *hj_master_find(const hj_sequence *s, int k, bool last, bool blank,
                                 const hj_fo_node **wanting);
hj_rect hj_region_rect(const hj_fo_node *master, const hj_fo_node *region);
const hj_fo_node *hj_region_of(const hj_fo_node *master, hj_fo_type type);
const char *hj_region_name(const hj_fo_node *region);
/* The content rectangle of the region the flow goes into. */
hj_rect hj_body_rect(const hj_fo_node *master);
const char *hj_page_label(hj_arena *arena, int number, const char *format);

/* ---- pagebreak.c ---- */
typedef struct hj_page_cut {
    int32_t from, to; /* breaks; -1 the beginning, n_breaks the end */
    int k; /* page of the sequence, 0 … */
    hj_len height;
} hj_page_cut;
/* Chooses the pages of a galley. */
size_t hj_page_breaks(const hj_sequence *s, hj_galley *g, hj_len separator, hj_page_cut **cuts);

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

/* ---- edge.c ---- */
typedef struct hj_strip { /* a row as it stands on a page */
    const hj_row *row;
    hj_len top, bottom;
    bool cut_top, cut_bottom;
} hj_strip;
void hj_place_edges(hj_placer *p, const hj_table *table, hj_len x, const hj_strip *strips, int n);

#endif
