/* author/: what people who write rules and templates run.
 *
 * Owns: the test runner (TAP). Later parts add coverage, mutants, diff and the bench.
 * Refuses: to bless anything. */
#ifndef HJ_AUTHOR_H
#define HJ_AUTHOR_H

#include "decision/decision.h"

/* Runs every `test` of the base and writes TAP to out; values and file:line at failure.
 * Returns the number that failed. */
int hj_author_test(hj_rulebase *base, hj_lang lang, hj_buf *out, hj_diags *diags);

#endif
