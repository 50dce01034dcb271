/* author/: what people who write rules and templates run.
 *
 * Owns: the test runner (TAP, JUnit XML), coverage of conditions, mutants.
 * Refuses: to bless anything. */
#ifndef HJ_AUTHOR_H
#define HJ_AUTHOR_H

#include "decision/decision.h"

typedef enum { HJ_REPORT_TAP, HJ_REPORT_JUNIT, HJ_REPORT_JSON } hj_report_format;

typedef struct hj_author_options {
    bool coverage; /* which conditions the tests have seen as ja, nei, ukjent, and which decide */
    bool mutate; /* which small changes of the rules no test notices */
    hj_report_format format; /* in JUnit XML the reports stand in <system-out> */
    int threshold; /* percent: a share below it counts as a failure; 0: none */
    int outcomes; /* coverage: the same for outcomes alone; 0: threshold is for them too */
    const char *only; /* a file or folder: its tests, its conditions, its mutants; NULL: all */
} hj_author_options;

/* Runs every `test` of the base and writes what came of it to out; values and file:line at
 * failure. Returns the number that failed, shares below the threshold among them. The base is
 * changed while mutants run, and is as before afterwards. */
int hj_author_test(hj_rulebase *base, hj_lang lang, const hj_author_options *options,
                   hj_buf *out);

typedef struct hj_outcome { /* what came of one test */
    const char *name, *file;
    int line;
    const char *why; /* NULL: it passed */
    const char *skipped; /* there was nothing to test, and why; or NULL */
} hj_outcome;

/* Writes outcomes, then reports (text, "" when none). members: `, "name": value …` for the JSON
 * object; or NULL. */
void hj_report(const hj_outcome *all, size_t n, const char *reports, const char *members,
               hj_report_format format, hj_buf *out);

#endif
