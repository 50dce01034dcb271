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
} hj_doctype;

hj_templates *hj_templates_load(const char *dir, hj_diags *diags); /* stylesheets compile lazily */
void hj_templates_free(hj_templates *templates);
/* The named kind, or (name NULL) the first that takes root; NULL with a diagnostic that lists the
 * kinds there are. */
const hj_doctype *hj_doctype_find(const hj_templates *templates, const char *name,
                                  const char *root, hj_diags *diags);
const hj_doctype *hj_doctype_at(const hj_templates *templates, size_t i); /* NULL past the end */
/* Compiles everything and checks every text block in both maalformer, unused keys too. */
bool hj_templates_check(hj_templates *templates, hj_diags *diags);
void hj_templates_fingerprint(const hj_templates *templates, hj_buf *out);

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
/* Compiles one kind's stylesheet now; false with diagnostics. */
bool hj_doctype_compile(hj_templates *templates, const hj_doctype *type, hj_diags *diags);

/* What the stylesheet said with xsl:message terminate="yes", when that alone stopped it; else
 * NULL. */
const char *hj_refusal(const hj_diags *diags);

/* Runs the stylesheet over <grunnlag> (document, kommune, record, see engine/transform/README.md).
 * Gives an xmlDoc * (FO or other medium) tied to arena, or NULL with diagnostics. */
void *hj_transform(hj_templates *templates, const hj_doctype *type, const hj_document *doc,
                   const hj_document *kommune, const hj_record *record, const char *maalform,
                   hj_arena *arena, hj_diags *diags);

/* The stylesheet's input, <grunnlag>, as hj_transform makes it: an xmlDoc * tied to arena. For
 * `dump --stage grunnlag`. */
void *hj_transform_input(const hj_doctype *type, const hj_document *doc, const hj_document *kommune,
                         const hj_record *record, const char *maalform, hj_arena *arena);

#endif
