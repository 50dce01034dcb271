/* diagram/: from data to a drawing. Bars, lines, timelines, risk matrices, traffic lights and
 * progress, declared in fo:instream-foreign-object in the namespace urn:hjemmel:diagram:1.
 *
 * Owns: the vocabulary (vocabulary.c is the only list; README.md is generated from it), the choice
 * of axes, ticks and labels, patterns and colours, the words a diagram says (words.txt).
 * Refuses: what is not in the vocabulary, by name; numbers that are none; more series, rows or
 * characters than can be told apart or paid for.
 *
 * One hard idea: a diagram is its table. Every mark (a bar, a point, a label) is made for one cell
 * of the data, and says so. Layout makes of it, in the structure tree, a Figure whose alternate
 * text sums up what there is to see, and after it a real Table, whose cells own the very marks that
 * stand for them: the bar *is* the content of the cell, with the number as its ActualText
 * (ISO 32000-1, 14.9.4). So a screen reader walks the data with its table keys, nothing is hidden
 * under the picture, nothing is read twice, and the two cannot drift apart. A table inside the
 * Figure would never be read (its Alt stands for all of it); invisible text is what checkers of
 * accessibility rightly suspect; and an Alt with forty numbers cannot be walked. Where a table
 * cannot stand (in a line of text) or is not wanted (table="false", when the same data follows in
 * print), the Alt holds the data too, in sentences. */
#ifndef HJ_DIAGRAM_H
#define HJ_DIAGRAM_H

#include "base/path.h"
#include "text/text.h"

#define HJ_DIAGRAM_NAMESPACE "urn:hjemmel:diagram:1"

typedef struct hj_diagram hj_diagram;

/* True when an xmlNode is an element in our namespace. */
bool hj_diagram_is(const void *node);

/* Reads and checks the element. NULL and diagnostics, one for every fault, when something is wrong.
 * place is what messages name when a node knows no better; lang (BCP 47 or NULL) chooses words and
 * the forms of numbers and dates: nb for no and all that is neither nn nor en. Text is copied. */
hj_diagram *hj_diagram_read(const void *node, hj_place place, const char *lang, hj_arena *arena,
                            hj_diags *diags);

/* What a diagram shows, in sentences of its language. whole: with all the data, for where there is
 * no table. In the diagram's arena. */
const char *hj_diagram_alt(const hj_diagram *diagram, bool whole);

/* The data as text. Row 0 is the head; column 0 holds the heads of the rows. A cell is never NULL;
 * "" is empty. caption may be NULL. */
typedef struct hj_diagram_table {
    const char *caption;
    int rows, columns;
    const char **cells; /* rows × columns */
} hj_diagram_table;
const hj_diagram_table *hj_diagram_data(const hj_diagram *diagram);
/* False when the author says that the data is in print beside it. */
bool hj_diagram_wants_table(const hj_diagram *diagram);

/* How it is to look: of the object that holds it. */
typedef struct hj_diagram_style {
    hj_fonts *fonts;
    const char *family;
    hj_len size; /* of the text around; labels are a little smaller, never below 7.5 pt */
    hj_color ink;
    const char *lang;
    hj_len height; /* wanted, of the whole; 0: chosen here. Only bars and lines can follow it */
} hj_diagram_style;

#define HJ_DIAGRAM_CAPTION (-1) /* cell of the table's caption */
#define HJ_DIAGRAM_FIGURE (-2) /* axes and other help for the eye */
typedef struct hj_mark {
    struct hj_mark *next;
    enum { HJ_MARK_FILL, HJ_MARK_STROKE, HJ_MARK_TEXT } kind;
    int cell; /* row × columns + column, or one of the above */
    hj_color color;
    hj_path path; /* FILL, STROKE */
    hj_stroke pen; /* STROKE */
    const hj_run *run; /* TEXT: baseline at x, y */
    hj_len x, y, size;
} hj_mark;

typedef struct hj_drawing {
    hj_len width, height;
    int rows; /* it can be drawn in parts between any of these; 0: only whole */
    const hj_mark *first; /* in paint order; coordinates from the top left, y down */
    size_t n;
} hj_drawing;

/* Width it would like when nobody says, and the least at which it is legible. */
hj_len hj_diagram_natural_width(const hj_diagram *diagram);
hj_len hj_diagram_least_width(const hj_diagram *diagram);

/* Draws at this width (at least the least): all of it (from and to 0), or rows from … to - 1 of
 * what is too tall for a page; scales are those of the whole. In arena. */
const hj_drawing *hj_diagram_draw(const hj_diagram *diagram, const hj_diagram_style *style,
                                  hj_len width, int from, int to, hj_arena *arena,
                                  hj_diags *diags);

/* The vocabulary as Markdown: README.md between its markers. */
void hj_diagram_vocabulary(hj_buf *out);

#endif
