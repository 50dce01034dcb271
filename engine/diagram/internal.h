/* diagram/ inside: what its files share.
 *
 * vocabulary.c  elements and attributes: the only list, and the manual made of it
 * read.c        XML -> model, checked
 * words.c       words, numbers and dates of a language
 * scale.c       ticks of numbers and of time
 * pen.c         marks: text set and wrapped, lines, boxes, patterns, symbols
 * xy.c          bars and lines: frame, axes, legend, table; bars.c and line.c draw in it
 * timeline.c matrix.c lights.c (traffic lights and progress): table, summary and drawing */
#ifndef HJ_DIAGRAM_INTERNAL_H
#define HJ_DIAGRAM_INTERNAL_H

#include "diagram/diagram.h"

enum { HJ_MAX_SERIES = 8, HJ_MAX_ROWS = 500, HJ_MAX_VALUES = 4000, HJ_MAX_TASKS = 200,
       HJ_MAX_ITEMS = 60, HJ_MAX_RISKS = 60, HJ_MAX_LEVELS = 7, HJ_MAX_LIGHTS = 24,
       HJ_MAX_TEXT = 400 };
#define HJ_MAX_VALUE 1e15

typedef enum { HJ_D_BARS, HJ_D_LINE, HJ_D_TIMELINE, HJ_D_MATRIX, HJ_D_LIGHTS, HJ_D_PROGRESS }
    hj_diagram_kind;

/* A value as written: v is exact to 15 digits, decimals is how many were written. */
typedef struct hj_datum {
    double v;
    int decimals;
    bool missing;
} hj_datum;

/* A day, or a whole week when it was written as one. */
typedef struct hj_when {
    hj_date from, to; /* first and last day; HJ_DATE_NONE: not given */
    bool week;
} hj_when;

typedef enum { HJ_TONE_NONE, HJ_TONE_LOW, HJ_TONE_MEDIUM, HJ_TONE_HIGH } hj_tone;
typedef enum { HJ_STATE_NONE, HJ_STATE_GREEN, HJ_STATE_YELLOW, HJ_STATE_RED } hj_state;

typedef struct hj_series {
    const char *name; /* "" when none */
} hj_series;

typedef struct hj_xy_row {
    const char *label;
    hj_when date;
    hj_datum *values; /* n_series */
} hj_xy_row;

typedef struct hj_span_item { /* a bar or a milestone of a task */
    bool milestone;
    hj_when from, to; /* a milestone: from; was: to */
    const char *label; /* NULL when none */
    int done; /* per cent */
} hj_span_item;

typedef struct hj_task {
    const char *label;
    hj_span_item *items;
    int n_items;
} hj_task;

typedef struct hj_risk {
    const char *nr, *label;
    int x, y, was_x, was_y; /* 1 …; was 0 when not given */
} hj_risk;

typedef struct hj_zone {
    int from; /* least product */
    const char *name;
    hj_tone tone;
} hj_zone;

typedef struct hj_light {
    const char *label, *text;
    hj_state state, was;
    bool has_was;
} hj_light;

typedef struct hj_progress {
    const char *label;
    hj_datum value, of;
    bool has_of;
} hj_progress;

struct hj_diagram {
    hj_diagram_kind kind;
    hj_place place;
    hj_arena *arena;
    int lang; /* index of words.txt's columns */
    const char *title, *unit; /* unit "" when none */
    bool table;
    hj_color colors[HJ_MAX_SERIES];
    hj_color dark; /* of milestones, risks and the rules of lights */
    hj_diagram_table data;
    /* bars, line */
    hj_series *series;
    int n_series;
    hj_xy_row *rows;
    int n_rows;
    bool dated; /* line: rows stand at their dates */
    enum { HJ_AUTO_WAY, HJ_VERTICAL, HJ_HORIZONTAL } direction;
    bool stacked, zero;
    enum { HJ_VALUES_AUTO, HJ_VALUES_SHOW, HJ_VALUES_HIDE } show;
    int decimals; /* of the data */
    /* timeline */
    hj_task *tasks;
    int n_tasks;
    hj_when from, to, today;
    enum { HJ_TICK_AUTO, HJ_TICK_DAY, HJ_TICK_WEEK, HJ_TICK_MONTH, HJ_TICK_QUARTER, HJ_TICK_YEAR }
        tick;
    const char *points; /* what milestones are called; NULL: milestones */
    bool weeks; /* some date was given as a week */
    /* matrix */
    const char *axis[2]; /* x, y */
    const char *levels[2][HJ_MAX_LEVELS];
    int n_levels[2];
    hj_zone zones[HJ_MAX_LEVELS];
    int n_zones;
    hj_risk *risks;
    int n_risks;
    bool list;
    /* lights, progress */
    hj_light *lights;
    int n_lights;
    hj_progress *bars;
    int n_bars;
};

/* ---- read.c ---- */
/* Against white. */
double hj_contrast(hj_color color);

/* ---- vocabulary.c ---- */
typedef struct hj_attribute_rule {
    const char *name, *value; /* value: what may stand there, for the manual */
    bool needed;
    const char *says;
} hj_attribute_rule;
typedef struct hj_element_rule {
    const char *name, *inside; /* names of possible parents, blank between; "" outermost */
    bool text; /* character data is content */
    const char *says;
    hj_attribute_rule attributes[9]; /* ended by name NULL */
} hj_element_rule;
extern const hj_element_rule hj_diagram_elements[];
extern const size_t hj_diagram_n_elements;
/* The rule for an element of that name inside that parent ("" for none); NULL. */
const hj_element_rule *hj_diagram_rule(const char *name, const char *parent);

/* ---- words.c ---- */
typedef struct hj_words_row {
    const char *key;
    const char *text[3]; /* nb, nn, en */
} hj_words_row;
extern const hj_words_row hj_diagram_words[]; /* made at build from words.txt, sorted by key */
extern const size_t hj_diagram_words_count;
int hj_words_language(const char *lang);
/* The word for key; a key that is not there is our bug and shows itself. */
const char *hj_word(int lang, const char *key);
/* A sentence of words.txt with {0} … {3} filled in. In arena. */
const char *hj_sentence(hj_arena *arena, int lang, const char *key, const char *const *with);
/* "12 500" with that many decimals. */
void hj_put_number(hj_buf *out, int lang, double v, int decimals);
/* The same with its unit: "3,5 %", "12 500 kr". */
void hj_put_value(hj_buf *out, const hj_diagram *d, double v, int decimals);
const char *hj_datum_text(const hj_diagram *d, const hj_datum *v); /* in d's arena; "mangler" */
typedef enum { HJ_DATE_DAY, HJ_DATE_FULL, HJ_DATE_MONTH, HJ_DATE_MONTH_YEAR } hj_date_style;
const char *hj_day_text(hj_arena *arena, int lang, hj_date date, hj_date_style style);
const char *hj_when_text(hj_arena *arena, int lang, const hj_when *when); /* "uke 15 2019" */

/* ---- scale.c ---- */
typedef struct hj_scale {
    double from, to, step; /* step is 1, 2 or 5 times a power of ten */
    int decimals; /* of its tick labels */
    int64_t first; /* from = first × step */
    int n; /* ticks are (first + i) × step, i < n */
} hj_scale;
/* Covers low … high with at most most ticks (at least 3). */
hj_scale hj_scale_nice(double low, double high, int most);
double hj_scale_tick(const hj_scale *scale, int i); /* exact: no sum of roundings */
typedef struct hj_time_tick {
    hj_date date;
    const char *label;
    const char *under; /* the year, where it begins; NULL */
} hj_time_tick;
/* Ticks from … to (inclusive days), labels at least gap apart. width_of measures a label. */
int hj_time_ticks(const hj_diagram *d, hj_date from, hj_date to, int unit, double width,
                  double (*width_of)(void *self, const char *text), void *self, double gap,
                  hj_arena *arena, hj_time_tick **ticks);

/* ---- pen.c ---- */
typedef struct hj_pen_font {
    const hj_font *font;
    double size, ascent, descent, cap; /* in 1/1000 pt; ascent and cap up, descent down, positive */
    double leading;
} hj_pen_font;
typedef struct hj_draw {
    const hj_diagram *d;
    const hj_diagram_style *style;
    hj_arena *arena;
    hj_diags *diags;
    hj_pen_font plain, bold;
    hj_color ink, muted, grid, axis;
    double width, height;
    int from, to, rows; /* the part asked for (to 0: all); how many rows there are to part */
    hj_mark *first, *last;
    size_t n;
    int cell; /* of the marks that follow */
} hj_draw;

typedef struct hj_label { /* text broken into lines */
    const char **lines;
    int n;
    double width, height; /* of the widest; n lines of leading */
} hj_label;

double hj_draw_width(hj_draw *w, const hj_pen_font *font, const char *text);
/* Broken to be at most width wide where words allow, else inside a word. Nothing is left out. */
hj_label hj_draw_wrap(hj_draw *w, const hj_pen_font *font, const char *text, double width);
typedef enum { HJ_LEFT, HJ_CENTER, HJ_RIGHT } hj_side;
/* Baseline at y; x is the left end, middle or right end. */
void hj_draw_text(hj_draw *w, const hj_pen_font *font, const char *text, double x, double y,
             hj_side side, hj_color color);
/* First line's top at y. */
void hj_draw_label(hj_draw *w, const hj_pen_font *font, const hj_label *label, double x, double y,
                   hj_side side, hj_color color);
/* Baseline that centres capitals on y. */
double hj_draw_middle(const hj_pen_font *font, double y);

void hj_draw_line(hj_draw *w, double x1, double y1, double x2, double y2, double width,
             hj_color color, const double *dash, int n_dash);
void hj_draw_box(hj_draw *w, double x, double y, double width, double height, hj_color color);
void hj_draw_frame(hj_draw *w, double x, double y, double width, double height, double line,
                   hj_color color);
/* A box filled with pattern 0 … 7 in color, with a thin outline; 0 is solid. */
void hj_draw_pattern(hj_draw *w, double x, double y, double width, double height, int pattern,
                    hj_color color);
void hj_draw_circle(hj_draw *w, double x, double y, double r, hj_color fill, hj_color stroke,
               double line, bool dashed);
void hj_draw_polygon(hj_draw *w, const double *xy, int n, hj_color fill, hj_color stroke,
                     double line);
void hj_draw_polyline(hj_draw *w, const double *xy, int n, double line, hj_color color,
                 const double *dash, int n_dash);
void hj_draw_diamond(hj_draw *w, double x, double y, double r, bool filled, hj_color color);
/* Symbol of a series on a line, 0 … 7. */
void hj_draw_symbol(hj_draw *w, double x, double y, double r, int which, hj_color color);
/* Circle, triangle, square or ring of a traffic light, about size wide, centred. */
void hj_draw_light(hj_draw *w, double x, double y, double size, hj_state state);
void hj_draw_arrow(hj_draw *w, double x1, double y1, double x2, double y2, double line,
                   hj_color color);
/* A line in as many stretches as there are heads of columns from … to, each the content of one. */
void hj_draw_heads(hj_draw *w, double x1, double y1, double x2, double y2, double width,
                   hj_color color, int from, int to);
/* Entries of a legend, side by side and below each other where they end. */
typedef struct hj_flow {
    hj_draw *w;
    double x, y;
} hj_flow;
/* Sets text after room for a symbol; returns where that begins, and its middle. */
double hj_flow_entry(hj_flow *flow, const char *text, double before, hj_color color,
                     double *middle);
double hj_flow_end(const hj_flow *flow); /* below it; where it began when it is empty */
/* Says that it can be parted between its n rows; gives the ones to draw. */
void hj_draw_rows(hj_draw *w, int n, int *from, int *to);
/* Draws the title; returns where what follows begins. */
double hj_draw_title(hj_draw *w);
/* "Ingen data": in a frame, where there is nothing to show. */
void hj_draw_nothing(hj_draw *w, double y);
#define HJ_WHITE 0xffffffffu
#define HJ_CLEAR 0u

/* ---- the kinds: data, summary, drawing ---- */
void hj_xy_data(hj_diagram *d);
void hj_xy_tell(const hj_diagram *d, hj_buf *out);
void hj_xy_draw(hj_draw *w);
void hj_timeline_data(hj_diagram *d);
void hj_timeline_tell(const hj_diagram *d, hj_buf *out);
void hj_timeline_draw(hj_draw *w);
void hj_matrix_data(hj_diagram *d);
void hj_matrix_tell(const hj_diagram *d, hj_buf *out);
void hj_matrix_draw(hj_draw *w);
void hj_lights_data(hj_diagram *d);
void hj_lights_tell(const hj_diagram *d, hj_buf *out);
void hj_lights_draw(hj_draw *w);
void hj_progress_data(hj_diagram *d);
void hj_progress_tell(const hj_diagram *d, hj_buf *out);
void hj_progress_draw(hj_draw *w);
/* An empty table in d->data; then cells are set by row and column. */
void hj_table_new(hj_diagram *d, int rows, int columns);
void hj_table_set(hj_diagram *d, int row, int column, const char *text);

#endif
