/* Diagnostics: everything a user is told about input. A list, added to and never overwritten.
 *
 * Text form:  file:line:column: error: message [HJ-FO-012]
 *                 <source line>
 *                      ^
 *             hint: …
 * Messages are written in English in the source and looked up in the catalogue of the list's
 * language (i18n, complete bokmål). Severity words and hints are translated too.
 * Fact values are personal data: name path and type in a message, never a value from a case. */
#ifndef HJ_BASE_DIAG_H
#define HJ_BASE_DIAG_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"

typedef enum { HJ_LANG_EN, HJ_LANG_NB } hj_lang;

typedef enum { HJ_NOTE, HJ_WARNING, HJ_ERROR } hj_severity;

/* Where something stands. All fields optional: file NULL, line 0, column 0, path NULL.
 * path is an XPath-like element path (fo:root/fo:flow/…) or a rule path. Strings are borrowed
 * and copied by the list. */
typedef struct hj_place {
    const char *file;
    int line, column;
    const char *path;
} hj_place;

#define HJ_NOWHERE ((hj_place){0})
#define HJ_FILE(name) ((hj_place){.file = (name)})
#define HJ_AT(name, l) ((hj_place){.file = (name), .line = (l)})

/* Why the run failed, by who must act; the greatest wins. These are also the exit codes. */
typedef enum {
    HJ_BLAME_NONE = 0,
    HJ_BLAME_INPUT = 1, /* case, rules or template at fault */
    HJ_BLAME_USAGE = 2, /* the command line */
    HJ_BLAME_ENVIRONMENT = 3, /* disk full, missing font, no permission */
    HJ_BLAME_US = 70 /* our bug */
} hj_blame;

typedef struct hj_diag {
    hj_severity severity;
    hj_blame blame;
    const char *code; /* stable: HJ-<STAGE>-<three digits> */
    hj_place place;
    const char *message; /* translated, one line */
    const char *hint; /* translated or NULL */
    const char *source; /* the source line, when it could be read, or NULL */
    int times; /* hj_warning_once: how often it was given; place is where first */
    struct hj_diag *next;
} hj_diag;

typedef struct hj_diags {
    hj_arena *arena;
    hj_lang lang;
    hj_diag *first, *last;
    int errors, warnings;
    hj_blame blame; /* greatest of the errors */
    int dropped; /* past HJ_LIMIT_DIAGS, counted and not kept */
} hj_diags;

/* A list living in arena (may outlive the caller's document arena; give it its own if so). */
hj_diags *hj_diags_new(hj_arena *arena, hj_lang lang);

/* Adds one. format is English source text and is the key of the translation. blame INPUT.
 * Returns the diagnostic so a hint can follow. The same code, place and text is added once. */
hj_diag *hj_error(hj_diags *diags, const char *code, hj_place place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
hj_diag *hj_warning(hj_diags *diags, const char *code, hj_place place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* Once for each code and text wherever it stands, with a count. NULL when it was given before. */
hj_diag *hj_warning_once(hj_diags *diags, const char *code, hj_place place, const char *format,
                         ...) __attribute__((format(printf, 4, 5)));
hj_diag *hj_note(hj_diags *diags, const char *code, hj_place place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* Like hj_error with another blame (environment, usage, our bug). */
hj_diag *hj_error_blame(hj_diags *diags, hj_blame blame, const char *code, hj_place place,
                        const char *format, ...) __attribute__((format(printf, 5, 6)));
/* Adds all of from, which shares the language; errors become warnings. */
void hj_diags_soften(hj_diags *diags, const hj_diags *from);
/* Adds a hint to the newest diagnostic. */
void hj_hint(hj_diags *diags, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Writes all as text. Source lines are read from the files named, when they can be. */
void hj_diags_text(const hj_diags *diags, hj_buf *out, bool color);
/* Writes all as one JSON array: severity, code, file, line, column, path, message, hint. */
void hj_diags_json(const hj_diags *diags, hj_buf *out);

/* Translation of one English text (also used for help, explanations). Returns english when the
 * catalogue has none. Never NULL. */
const char *hj_tr(hj_lang lang, const char *english) __attribute__((format_arg(2)));
/* Marks a text for extraction where it cannot be passed to hj_tr directly (tables). */
#define HJ_T(text) text

/* The nearest of n candidates to word by edit distance, or NULL when none is near: for
 * "did you mean". */
const char *hj_nearest(const char *word, const char *const *candidates, size_t n);

#endif
