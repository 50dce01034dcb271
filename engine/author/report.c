/* What came of the tests: as TAP for people and harnesses, or as JUnit XML for build servers. */
#include <stdlib.h>
#include <string.h>

#include "author/internal.h"

typedef struct outcome {
    const char *why; /* NULL: passed */
} outcome;

/* ---- TAP ------------------------------------------------------------------------------------ */

/* Each line of text as a TAP comment. */
static void comment(hj_buf *out, const char *text, const char *indent)
{
    for (const char *p = text; *p;) {
        const char *end = strchr(p, '\n');
        size_t n = end ? (size_t)(end - p) : strlen(p);
        hj_buf_printf(out, "#%s", n ? indent : "");
        hj_buf_add(out, p, n);
        hj_buf_char(out, '\n');
        p += n + (end != NULL);
    }
}

static void write_tap(const hj_rulebase *base, const outcome *all, const char *reports, hj_buf *out)
{
    hj_buf_printf(out, "1..%d\n", base->n_tests);
    for (int i = 0; i < base->n_tests; i++) {
        const hj_test *t = base->tests[i];
        hj_buf_printf(out, "%sok %d - ", all[i].why ? "not " : "", i + 1);
        for (const char *p = t->name; *p; p++) /* a # would begin a TAP directive */
            hj_buf_char(out, *p == '#' || *p == '\n' || *p == '\r' ? ' ' : *p);
        hj_buf_char(out, '\n');
        if (all[i].why) {
            hj_buf_printf(out, "# %s:%d\n", t->place.file, t->place.line);
            comment(out, all[i].why, "   ");
        }
    }
    comment(out, reports, " ");
}

/* ---- JUnit XML ------------------------------------------------------------------------------- */

/* The element JUnit calls a suite is a file here. No times: the same run gives the same bytes. */
static void write_junit(const hj_rulebase *base, const outcome *all, const char *reports,
                        hj_buf *out)
{
    hj_buf_str(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
    for (int i = 0, end; i < base->n_tests; i = end) {
        const char *file = base->tests[i]->place.file;
        int failed = 0;
        for (end = i; end < base->n_tests && strcmp(base->tests[end]->place.file, file) == 0; end++)
            failed += all[end].why != NULL;
        hj_buf_str(out, "  <testsuite name=\"");
        hj_buf_xml(out, file);
        hj_buf_printf(out, "\" tests=\"%d\" failures=\"%d\">\n", end - i, failed);
        for (int k = i; k < end; k++) {
            hj_buf_str(out, "    <testcase classname=\"");
            hj_buf_xml(out, file);
            hj_buf_str(out, "\" name=\"");
            hj_buf_xml(out, base->tests[k]->name);
            hj_buf_printf(out, "\" line=\"%d\"", base->tests[k]->place.line);
            if (!all[k].why) {
                hj_buf_str(out, "/>\n");
                continue;
            }
            hj_buf_str(out, ">\n      <failure>");
            hj_buf_xml(out, all[k].why);
            hj_buf_str(out, "</failure>\n    </testcase>\n");
        }
        hj_buf_str(out, "  </testsuite>\n");
    }
    if (*reports) {
        hj_buf_str(out, "  <system-out>");
        hj_buf_xml(out, reports);
        hj_buf_str(out, "</system-out>\n");
    }
    hj_buf_str(out, "</testsuites>\n");
}

/* ---- The run --------------------------------------------------------------------------------- */

int hj_author_test(hj_rulebase *base, hj_lang lang, const hj_author_options *options,
                   hj_buf *out)
{
    hj_arena *arena = hj_arena_new();
    hj_test_runner r = {.base = base, .lang = lang};
    outcome *all = HJ_ARRAY(arena, (size_t)base->n_tests + 1, outcome);
    hj_buf reports = {0};
    int failed = 0;
    for (int i = 0; i < base->n_tests; i++)
        if (!hj_test_passes(&r, base->tests[i])) {
            all[i].why = hj_arena_strdup(arena, r.why.data);
            failed++;
        }
    if (options->coverage || options->mutate) {
        hj_cover cover = {0};
        hj_cover_run(&cover, &r, arena);
        if (options->coverage)
            failed += hj_cover_report(&cover, lang, &reports) < options->threshold;
        if (options->mutate)
            failed += hj_mutate(&cover, &r, &reports) < options->threshold;
    }
    (options->junit ? write_junit : write_tap)(base, all, reports.data ? reports.data : "", out);
    hj_buf_free(&reports);
    hj_buf_free(&r.why);
    hj_arena_free(arena);
    return failed;
}
