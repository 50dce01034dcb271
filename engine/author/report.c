/* What came of tests: as TAP for people and harnesses, JUnit XML for build servers, JSON. */
#include <stdlib.h>
#include <string.h>

#include "author/internal.h"

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

static void one_line(hj_buf *out, const char *s)
{
    for (; *s; s++) /* a # would begin a TAP directive */
        hj_buf_char(out, *s == '#' || *s == '\n' || *s == '\r' ? ' ' : *s);
}

static void write_tap(const hj_outcome *all, size_t n, const char *reports, hj_buf *out)
{
    hj_buf_printf(out, "1..%zu\n", n);
    for (size_t i = 0; i < n; i++) {
        hj_buf_printf(out, "%sok %zu - ", all[i].why ? "not " : "", i + 1);
        one_line(out, all[i].name);
        if (all[i].skipped) {
            hj_buf_str(out, " # SKIP ");
            one_line(out, all[i].skipped);
        }
        hj_buf_char(out, '\n');
        if (all[i].why) {
            hj_buf_printf(out, "# %s:%d\n", all[i].file, all[i].line);
            comment(out, all[i].why, "   ");
        }
    }
    comment(out, reports, " ");
}

/* ---- JUnit XML ------------------------------------------------------------------------------- */

/* The element JUnit calls a suite is a file here. No times: the same run gives the same bytes. */
static void write_junit(const hj_outcome *all, size_t n, const char *reports, hj_buf *out)
{
    hj_buf_str(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
    for (size_t i = 0, end; i < n; i = end) {
        const char *file = all[i].file;
        int failed = 0, skipped = 0;
        for (end = i; end < n && strcmp(all[end].file, file) == 0; end++) {
            failed += all[end].why != NULL;
            skipped += all[end].skipped != NULL;
        }
        hj_buf_str(out, "  <testsuite name=\"");
        hj_buf_xml(out, file);
        hj_buf_printf(out, "\" tests=\"%zu\" failures=\"%d\"", end - i, failed);
        if (skipped)
            hj_buf_printf(out, " skipped=\"%d\"", skipped);
        hj_buf_str(out, ">\n");
        for (size_t k = i; k < end; k++) {
            hj_buf_str(out, "    <testcase classname=\"");
            hj_buf_xml(out, file);
            hj_buf_str(out, "\" name=\"");
            hj_buf_xml(out, all[k].name);
            hj_buf_printf(out, "\" line=\"%d\"", all[k].line);
            if (!all[k].why && !all[k].skipped) {
                hj_buf_str(out, "/>\n");
                continue;
            }
            hj_buf_str(out, all[k].why ? ">\n      <failure>" : ">\n      <skipped message=\"");
            hj_buf_xml(out, all[k].why ? all[k].why : all[k].skipped);
            hj_buf_str(out, all[k].why ? "</failure>\n    </testcase>\n"
                                       : "\"/>\n    </testcase>\n");
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

/* ---- JSON ------------------------------------------------------------------------------------ */

static void member(hj_buf *out, const char *name, const char *value)
{
    if (!value)
        return;
    hj_buf_printf(out, ", \"%s\": ", name);
    hj_buf_json(out, value);
}

static void write_json(const hj_outcome *all, size_t n, const char *reports, const char *members,
                       hj_buf *out)
{
    hj_buf_str(out, "{\"tests\": [");
    for (size_t i = 0; i < n; i++) {
        hj_buf_printf(out, "%s\n  {\"name\": ", i ? "," : "");
        hj_buf_json(out, all[i].name);
        member(out, "file", all[i].file);
        hj_buf_printf(out, ", \"line\": %d, \"ok\": %s", all[i].line,
                      all[i].why ? "false" : "true");
        member(out, "why", all[i].why);
        member(out, "skipped", all[i].skipped);
        hj_buf_char(out, '}');
    }
    hj_buf_printf(out, "%s]%s", n ? "\n" : "", members);
    if (*reports)
        member(out, "report", reports);
    hj_buf_str(out, "}\n");
}

void hj_report(const hj_outcome *all, size_t n, const char *reports, const char *members,
               hj_report_format format, hj_buf *out)
{
    if (format == HJ_REPORT_JUNIT)
        write_junit(all, n, reports, out);
    else if (format == HJ_REPORT_JSON)
        write_json(all, n, reports, members ? members : "", out);
    else
        write_tap(all, n, reports, out);
}

/* ---- The run --------------------------------------------------------------------------------- */

bool hj_asked_about(const char *only, hj_place place)
{
    size_t n = only ? strlen(only) : 0;
    return !n || (place.file && strncmp(place.file, only, n) == 0
                  && (!place.file[n] || place.file[n] == '/'));
}

static void choose(hj_rulebase *base, const char *only, hj_arena *arena)
{
    hj_test **some = HJ_ARRAY(arena, (size_t)base->n_tests + 1, hj_test *);
    int n = 0;
    for (int i = 0; i < base->n_tests; i++)
        if (hj_asked_about(only, base->tests[i]->place))
            some[n++] = base->tests[i];
    base->tests = some;
    base->n_tests = n;
}

int hj_author_test(hj_rulebase *base, hj_lang lang, const hj_author_options *options,
                   hj_buf *out)
{
    hj_arena *arena = hj_arena_new();
    hj_test_runner r = {.base = base, .lang = lang, .only = options->only, .tells = true};
    hj_test **tests = base->tests;
    int n_tests = base->n_tests;
    choose(base, options->only, arena);
    hj_outcome *all = HJ_ARRAY(arena, (size_t)base->n_tests + 1, hj_outcome);
    hj_buf reports = {0};
    int failed = 0;
    for (int i = 0; i < base->n_tests; i++) {
        const hj_test *t = base->tests[i];
        all[i] = (hj_outcome){.name = t->name, .file = t->place.file, .line = t->place.line};
        if (!hj_test_passes(&r, base->tests[i])) {
            all[i].why = hj_arena_strdup(arena, r.why.data);
            failed++;
        }
    }
    r.tells = false;
    if (options->coverage || options->mutate) {
        hj_cover cover = {0};
        hj_cover_run(&cover, &r, arena);
        if (options->coverage) {
            hj_shares shares = hj_cover_report(&cover, lang, &reports);
            failed += shares.decisive < options->threshold
                || shares.transitions < options->threshold
                || shares.outcomes < (options->outcomes ? options->outcomes : options->threshold);
        }
        if (options->mutate) {
            int untrue;
            failed += hj_mutate(&cover, &r, arena, &reports, &untrue) < options->threshold;
            failed += untrue;
        }
    }
    hj_report(all, (size_t)base->n_tests, reports.data ? reports.data : "", NULL, options->format,
              out);
    base->tests = tests;
    base->n_tests = n_tests;
    hj_buf_free(&reports);
    hj_buf_free(&r.why);
    hj_arena_free(arena);
    return failed;
}
