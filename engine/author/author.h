/* author/: what people who write rules and templates run.
 *
 * Owns: the test runner (TAP, JUnit XML), coverage of conditions, mutants.
 * Refuses: to bless anything. */
#ifndef HJ_AUTHOR_H
#define HJ_AUTHOR_H

#include "decision/decision.h"

typedef struct hj_author_options {
    bool coverage; /* which conditions the tests have seen as ja, nei, ukjent, and which decide */
    bool mutate; /* which small changes of the rules no test notices */
    bool junit; /* JUnit XML instead of TAP; the reports then stand in <system-out> */
    int threshold; /* percent: a share below it counts as a failure; 0: none */
} hj_author_options;

/* Runs every `test` of the base and writes what came of it to out; values and file:line at
 * failure. Returns the number that failed, shares below the threshold among them. The base is
 * changed while mutants run, and is as before afterwards. */
int hj_author_test(hj_rulebase *base, hj_lang lang, const hj_author_options *options,
                   hj_buf *out);

#endif
