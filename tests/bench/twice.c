/* twice: two versions of the rules over many cases in one process, by the clock of one core.
 *
 *   twice ROOT BEFORE AFTER CASE… [--rounds N] [--no-schema]
 *
 * From XML: each case is read, checked against its schema (there may be none: --no-schema) and
 * decided by both, N times over. Facts already read: the same with each case kept and its facts read
 * once, so that what is left is deciding by both and comparing. One JSON line on stdout: cases,
 * changed, milliseconds a case. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "author/diff.h"
#include "case/case.h"
#include "decision/eval.h"
#include "handle.h"

enum { MOST = 1000 };

static double cpu_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

typedef struct one { /* a case that was read */
    hj_arena *arena;
    const hj_document *document;
    hj_decide_options options;
    hj_eval *read;
} one;

static one read_case(hjemmel *h, const char *path, const hjemmel_job *job, bool schema)
{
    one c = {.options = {.date = HJ_DATE_NONE}};
    if (schema) {
        hj_work *w = hj_work_new(h, path, job);
        if (hj_work_read(w) && hj_work_options(w, &c.options))
            c.document = w->document;
        c.arena = w->arena;
    } else {
        c.arena = hj_arena_new();
        void *xml = hj_xml_read(path, HJ_LIMIT_XML_BYTES, c.arena, hj_diags_new(c.arena, HJ_LANG_EN));
        hj_document *doc = HJ_NEW(c.arena, hj_document);
        *doc = (hj_document){.file = path, .kind = "sak", .xml = xml};
        c.document = xml ? doc : NULL;
    }
    if (!c.document) {
        fprintf(stderr, "%s cannot be read\n", path);
        exit(1);
    }
    return c;
}

int main(int argc, char **argv)
{
    const char *cases[MOST];
    int n = 0, rounds = 20, changed = 0;
    bool schema = true;
    for (int i = 4; i < argc; i++) {
        if (strcmp(argv[i], "--rounds") == 0 && i + 1 < argc)
            rounds = atoi(argv[++i]);
        else if (strcmp(argv[i], "--no-schema") == 0)
            schema = false;
        else if (n < MOST)
            cases[n++] = argv[i];
    }
    if (argc < 5 || !n || rounds < 1) {
        fputs("twice ROOT BEFORE AFTER CASE… [--rounds N] [--no-schema]\n", stderr);
        return 2;
    }
    hjemmel *h = hjemmel_new(&(hjemmel_options){.root = argv[1]}, NULL);
    hj_arena *arena = hj_arena_new();
    hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
    hj_rulebase *before = h ? hj_rulebase_load(hj_split_dirs(arena, argv[2]), diags) : NULL;
    hj_rulebase *after = h ? hj_rulebase_load(hj_split_dirs(arena, argv[3]), diags) : NULL;
    if (!before || !after) {
        fputs("the rules cannot be loaded\n", stderr);
        return 1;
    }
    static const hjemmel_job job;
    hj_diff *diff = hj_diff_new(before, after, arena);
    double *from_xml = HJ_ARRAY(arena, (size_t)rounds, double);
    double *from_facts = HJ_ARRAY(arena, (size_t)rounds, double);
    one *kept = HJ_ARRAY(arena, (size_t)n, one);
    for (int i = 0; i < n; i++) {
        one *c = &kept[i];
        *c = read_case(h, cases[i], &job, schema);
        c->read = hj_evaluate(before, c->document, &c->options, arena, diags);
        changed += hj_diff_case(diff, &(hj_diff_case_input){
            .label = cases[i], .document = c->document, .options = &c->options, .read = c->read});
    }
    for (int r = 0; r < rounds; r++) {
        double start = cpu_ms();
        for (int i = 0; i < n; i++) {
            one c = read_case(h, cases[i], &job, schema);
            hj_diff_case(diff, &(hj_diff_case_input){
                .label = cases[i], .document = c.document, .options = &c.options});
            hj_arena_free(c.arena);
        }
        double middle = cpu_ms();
        for (int i = 0; i < n; i++)
            hj_diff_case(diff, &(hj_diff_case_input){
                .label = cases[i], .document = kept[i].document, .options = &kept[i].options,
                .read = kept[i].read});
        from_xml[r] = (middle - start) / n;
        from_facts[r] = (cpu_ms() - middle) / n;
    }
    qsort(from_xml, (size_t)rounds, sizeof *from_xml, by_value);
    qsort(from_facts, (size_t)rounds, sizeof *from_facts, by_value);
    printf("{\"cases\": %d, \"changed\": %d, \"rounds\": %d, \"xml_ms\": %.4f, \"facts_ms\": %.4f, "
           "\"best_xml_ms\": %.4f, \"best_facts_ms\": %.4f}\n",
           n, changed, rounds, from_xml[rounds / 2], from_facts[rounds / 2], from_xml[0],
           from_facts[0]);
    for (int i = 0; i < n; i++)
        hj_arena_free(kept[i].arena);
    hj_rulebase_free(before);
    hj_rulebase_free(after);
    hj_arena_free(arena);
    hjemmel_free(h);
    return 0;
}
