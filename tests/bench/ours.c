/* ours: hjemmel in one process, as a caseworker's batch would run it, measured as the peers are.
 *
 *   ours ROOT --case SAK.xml --letters N     case -> rules -> XSLT -> layout -> tagged PDF/A
 *   ours ROOT --fo LETTER.fo --letters N     the formatter alone
 *   ours ROOT --areas LETTER.fo --letters N  the formatter without painting: the FO laid out
 *
 * Five letters that are not counted warm it up; --letters 1 --warm-up 0 tells what a document takes
 * of memory.
 * The case is read from ten copies with another name and number each, so that no letter equals its
 * neighbour. One JSON line on stdout. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "handle.h"

enum { COPIES = 10 };

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

static char *slurp(const char *path, size_t *n)
{
    FILE *f = fopen(path, "rb");
    char *bytes = f ? malloc(8 << 20) : NULL;
    if (!bytes)
        return NULL;
    *n = fread(bytes, 1, (8 << 20) - 1, f);
    bytes[*n] = 0;
    fclose(f);
    return bytes;
}

/* Writes copy i with the addressee's last name and the reference changed. */
static void copy(const char *from, const char *to, int i)
{
    size_t n;
    char *bytes = slurp(from, &n);
    FILE *out = fopen(to, "wb");
    if (!bytes || !out)
        exit(3);
    for (const char *p = bytes; *p;) {
        size_t plain = strcspn(p, "N1");
        fwrite(p, 1, plain, out);
        p += plain;
        static const char name[] = "Nordmann", number[] = "1873";
        if (i && strncmp(p, name, sizeof name - 1) == 0) {
            fprintf(out, "Nordmann%c", 'a' + i);
            p += sizeof name - 1;
        } else if (i && strncmp(p, number, sizeof number - 1) == 0) {
            fprintf(out, "18%02d", 20 + i);
            p += sizeof number - 1;
        } else if (*p) {
            fputc(*p++, out);
        }
    }
    fclose(out);
    free(bytes);
}

/* The largest resident memory so far, KB. getrusage() would count what started us as well. */
static long peak_kb(void)
{
    char row[200];
    long kb = 0;
    FILE *f = fopen("/proc/self/status", "r");
    while (f && fgets(row, sizeof row, f))
        if (sscanf(row, "VmHWM: %ld", &kb) == 1)
            break;
    if (f)
        fclose(f);
    return kb;
}

static hjemmel_result *lay_out(hjemmel *h, const char *path, const hjemmel_job *job)
{
    hj_work *w = hj_work_new(h, path, job);
    if (hj_work_read_fo(w))
        hj_work_layout(w, false);
    return hj_work_finish(w, NULL);
}

int main(int argc, char **argv)
{
    const char *root = argc > 1 ? argv[1] : NULL, *source = NULL, *rules = NULL, *templates = NULL;
    const char *kommune = NULL, *out = NULL;
    const char *mode = "case";
    int letters = 300, warm_up = 5;
    for (int i = 2; i + 1 < argc; i += 2) {
        if (strcmp(argv[i], "--case") == 0)
            source = argv[i + 1];
        else if (strcmp(argv[i], "--fo") == 0)
            source = argv[i + 1], mode = "fo";
        else if (strcmp(argv[i], "--areas") == 0)
            source = argv[i + 1], mode = "areas";
        else if (strcmp(argv[i], "--rules") == 0)
            rules = argv[i + 1];
        else if (strcmp(argv[i], "--templates") == 0)
            templates = argv[i + 1];
        else if (strcmp(argv[i], "--kommune") == 0)
            kommune = argv[i + 1];
        else if (strcmp(argv[i], "--letters") == 0)
            letters = atoi(argv[i + 1]);
        else if (strcmp(argv[i], "--warm-up") == 0)
            warm_up = atoi(argv[i + 1]);
        else if (strcmp(argv[i], "--out") == 0)
            out = argv[i + 1];
    }
    if (!root || !source || letters < 1)
        return 2;
    char *trouble = NULL;
    hjemmel *h = hjemmel_new(&(hjemmel_options){.root = root, .rules = rules,
                                                .templates = templates, .lang = "en"}, &trouble);
    if (!h) {
        fputs(trouble, stderr);
        return 1;
    }
    char folder[] = "/tmp/hjemmel-bench-XXXXXX", path[COPIES][64];
    if (!mkdtemp(folder))
        return 3;
    for (int i = 0; i < COPIES; i++) {
        snprintf(path[i], sizeof path[i], "%s/%d.%s", folder, i,
                 mode[0] == 'c' ? "xml" : "fo");
        copy(source, path[i], i);
    }
    double *ms = calloc((size_t)letters, sizeof *ms);
    size_t bytes = 0;
    int pages = 0, status = 0;
    long rss_100 = 0;
    hjemmel_job job = {.kommune = kommune};
    for (int i = -warm_up; i < letters && !status; i++) {
        double start = cpu_ms();
        const char *p = path[(i + COPIES) % COPIES];
        hjemmel_result *r = mode[0] == 'c' ? hjemmel_render(h, p, &job)
                            : mode[0] == 'f' ? hjemmel_fo(h, p, false, &job)
                                             : lay_out(h, p, &job);
        if (i >= 0)
            ms[i] = cpu_ms() - start;
        if (r->blame) {
            fputs(r->diagnostics, stderr);
            status = r->blame;
        } else if (i >= 0) {
            bytes += r->len;
            pages = r->pages;
        }
        if (out && i == 0 && !status && r->bytes) {
            FILE *f = fopen(out, "wb");
            if (f) {
                fwrite(r->bytes, 1, r->len, f);
                fclose(f);
            }
        }
        hjemmel_result_free(r);
        if (i == 100)
            rss_100 = peak_kb();
    }
    for (int i = 0; i < COPIES; i++)
        unlink(path[i]);
    rmdir(folder);
    hjemmel_free(h);
    if (status)
        return status;
    qsort(ms, (size_t)letters, sizeof *ms, by_value);
    long rss = peak_kb();
    printf("{\"tool\": \"hjemmel\", \"mode\": \"%s\", \"letters\": %d, \"median_ms\": %.4f, "
           "\"p10_ms\": %.4f, \"bytes\": %zu, \"pages\": %d, \"rss_kb\": %ld, "
           "\"rss_growth_kb\": %ld}\n", mode, letters, ms[letters / 2],
           ms[letters / 10], bytes / (size_t)letters, pages, rss,
           rss_100 ? rss - rss_100 : 0);
    free(ms);
    return 0;
}
