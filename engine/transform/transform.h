/* transform/: record + document -> FO tree in memory, by XSLT.
 *
 * Owns: compiled stylesheets, the security preferences, the listed extension functions, the text
 * blocks (templates/tekster), Norwegian collation for xsl:sort, the marks that let a layout message
 * name the template line.
 * Refuses: clock, random, writing, network, reading outside the template folder; a text key that
 * does not exist, a missing maalform, an unfilled placeholder (errors with file:line). */
#ifndef HJ_TRANSFORM_H
#define HJ_TRANSFORM_H

#include "decision/decision.h"

/* A template folder: dokumenter.xml, stylesheets, texts. */
typedef struct hj_templates hj_templates;

typedef struct hj_doctype { /* one row of dokumenter.xml */
    const char *name; /* vedtak */
    const char *input; /* root element it takes: sak */
    const char *stylesheet;
    const char *medium; /* pdf (FO), xml, text */
    const char *const *sjekklister; /* NULL-terminated */
    const char *title_nb, *title_nn;
    /* Highest LIX, most words in a sentence, highest share of passive sentences (per cent); 0: not
     * asked for. */
    int lix, setning, passiv;
} hj_doctype;

hj_templates *hj_templates_load(const char *dir, hj_diags *diags); /* stylesheets compile lazily */
void hj_templates_free(hj_templates *templates);
/* The named kind, or (name NULL) the first that takes root; NULL with a diagnostic that lists the
 * kinds there are. */
const hj_doctype *hj_doctype_find(const hj_templates *templates, const char *name,
                                  const char *root, hj_diags *diags);
const hj_doctype *hj_doctype_at(const hj_templates *templates, size_t i); /* NULL past the end */
/* Compiles everything and checks every text block in both maalformer, unused keys and how heavy the
 * texts are to read too. */
bool hj_templates_check(hj_templates *templates, hj_diags *diags);
/* Of the folder as it is when first asked for. */
void hj_templates_fingerprint(hj_templates *templates, hj_buf *out);

/* ---- What ran: for those who test templates ------------------------------------------------- */

typedef enum {
    HJ_BRANCH_IF, HJ_BRANCH_WHEN, HJ_BRANCH_OTHERWISE,
    HJ_BRANCH_NONE, /* an xsl:choose without xsl:otherwise, when nothing in it is chosen */
    HJ_BRANCH_LOOP, HJ_BRANCH_TEMPLATE
} hj_branch_kind;

typedef struct hj_branch {
    const char *file; /* path on disk */
    int line;
    hj_branch_kind kind;
    const char *what; /* test, select, name or match as written; "" when there is none */
    unsigned long met, taken; /* met: not TEMPLATE; NONE: taken is when something was chosen */
    unsigned long loops; /* LOOP: times there was something to go through */
    bool one, several; /* LOOP: things gone through */
} hj_branch;

typedef struct hj_phrase {
    const char *key, *file;
    int line;
    bool told[2]; /* nb, nn */
} hj_phrase;

/* From now on counts what runs; stylesheets already compiled are compiled anew. */
void hj_templates_trace(hj_templates *templates);
/* Of the stylesheets compiled so far, by file and order in it; NULL past the end. */
const hj_branch *hj_branch_at(const hj_templates *templates, size_t i);
/* By key; false past the end. */
bool hj_phrase_at(const hj_templates *templates, size_t i, hj_phrase *out);
/* Does a stylesheet compiled so far ask for this word, as 'word' in an expression? */
bool hj_templates_mention(const hj_templates *templates, const char *word);
/* Compiles one kind's stylesheet now; false with diagnostics. */
bool hj_doctype_compile(hj_templates *templates, const hj_doctype *type, hj_diags *diags);

/* What the stylesheet said with xsl:message terminate="yes", when that alone stopped it; else
 * NULL. */
const char *hj_refusal(const hj_diags *diags);

/* ---- What was said: for those who ask where a sentence came from ---------------------------- */

typedef struct hj_spoken { /* one text told, or one block of somebody's own words */
    const char *key; /* NULL: own words, from the case or the municipality */
    hj_place place; /* where the text with that key stands, or the words */
    hj_place call; /* what in the stylesheet told it */
    const char *form; /* the text with its {placeholders}; NULL for own words */
    const char *words; /* as it came out, a line for each block */
    const char *path; /* what the stylesheet stood at: /sak/tjenester/tjeneste[2]; or NULL */
    const char *id; /* the nearest id (node, for, id) at or above that; or NULL */
    int n;
    const char *const *names, *const *selects, *const *values; /* of the placeholders */
} hj_spoken;

typedef struct hj_heard {
    hj_arena *arena;
    int n, cap;
    hj_spoken *items; /* in the order they were told */
} hj_heard;

/* A date as hj:dato writes it; maal 1 is nynorsk. */
typedef enum { HJ_DATE_LONG, HJ_DATE_SHORT, HJ_DATE_WEEKDAY } hj_date_form;
void hj_lang_date(hj_buf *out, hj_date date, hj_date_form form, int maal);

/* From now on what is told is written down in heard, which is not owned; NULL: no more. */
void hj_templates_hear(hj_templates *templates, hj_heard *heard);

/* Runs the stylesheet over <grunnlag> (document, kommune, record, see engine/transform/README.md).
 * Gives an xmlDoc * (FO or other medium) tied to arena, or NULL with diagnostics. */
void *hj_transform(hj_templates *templates, const hj_doctype *type, const hj_document *doc,
                   const hj_document *kommune, const hj_record *record, const char *maalform,
                   hj_arena *arena, hj_diags *diags);

/* How heavy the running text of the FO is: LIX, 0 without running text. Warns of more than the kind
 * allows, of each sentence that is too long, and of too many passive sentences: how many of how
 * many, and in a note for each block where they stand. A sentence is passive when one of its words
 * is, by the forms listed for the maalform in the folder's lesbarhet.xml (templates/README.md):
 * forms are counted, sentences are not parsed. */
int hj_readability(const hj_templates *templates, const hj_doctype *type, const char *maalform,
                   void *fo, hj_diags *diags);

/* The stylesheet's input, <grunnlag>, as hj_transform makes it: an xmlDoc * tied to arena. For
 * `dump --stage grunnlag`. */
void *hj_transform_input(const hj_doctype *type, const hj_document *doc, const hj_document *kommune,
                         const hj_record *record, const char *maalform, hj_arena *arena);

#endif
