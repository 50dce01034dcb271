/* twice: two versions of the rules over many cases in one process, by the clock of one core.
 *
 *   twice ROOT BEFORE AFTER CASE… [--rounds N]
 *
 * From XML: each case is read, checked against its schema and decided by both, N times over. Facts
 * already read: the same with each case kept and its facts read once, so that what is left is
 * deciding by both and comparing. One JSON line on stdout: cases, changed, milliseconds a case. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "author/diff.h"
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

typedef struct one { /* a case kept */
    hj_work *work;
    hj_decide_options options;
    hj_eval *read;
} one;

static hj_work *read_case(hjemmel *h, const char *path, const hjemmel_job *job,
                          hj_decide_options *options)
{
    hj_work *w = hj_work_new(h, path, job);
    if (!hj_work_read(w) || !hj_work_options(w, options)) {
        fprintf(stderr, "%s cannot be read\n", path);
        exit(1);
    }
    return w;
}

int main(int argc, char **argv)
{
    const char *cases[MOST];
    int n = 0, rounds = 20, changed = 0;
    for (int i = 4; i < argc; i++) {
        if (strcmp(argv[i], "--rounds") == 0 && i + 1 < argc)
            rounds = atoi(argv[++i]);
        else if (n < MOST)
            cases[n++] = argv[i];
    }
    if (argc < 5 || !n || rounds < 1) {
        fputs("twice ROOT BEFORE AFTER CASE… [--rounds N]\n", stderr);
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
        kept[i].work = read_case(h, cases[i], &job, &kept[i].options);
        kept[i].read = hj_evaluate(before, kept[i].work->document, &kept[i].options, arena, diags);
        changed += hj_diff_case(diff, &(hj_diff_case_input){
            .label = cases[i], .document = kept[i].work->document, .options = &kept[i].options,
            .read = kept[i].read});
    }
    for (int r = 0; r < rounds; r++) {
        double start = cpu_ms();
        for (int i = 0; i < n; i++) {
            hj_decide_options options;
            hj_work *w = read_case(h, cases[i], &job, &options);
            hj_diff_case(diff, &(hj_diff_case_input){
                .label = cases[i], .document = w->document, .options = &options});
            hj_arena_free(w->arena);
        }
        double middle = cpu_ms();
        for (int i = 0; i < n; i++)
            hj_diff_case(diff, &(hj_diff_case_input){
                .label = cases[i], .document = kept[i].work->document,
                .options = &kept[i].options, .read = kept[i].read});
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
        hj_arena_free(kept[i].work->arena);
    hj_rulebase_free(before);
    hj_rulebase_free(after);
    hj_arena_free(arena);
    hjemmel_free(h);
    return 0;
}
