/* ours: hjemmel in one process, as a caseworker's batch would run it, measured as the peers are.
 *
 *   ours ROOT --case SAK.xml --letters N     case -> rules -> XSLT -> layout -> tagged PDF/A
 *   ours ROOT --fo LETTER.fo --letters N     the formatter alone
 *
 * The case is read from ten copies with another name and number each, so that no letter equals its
 * neighbour. One JSON line on stdout. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "hjemmel.h"

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
    char *bytes = f ? malloc(4 << 20) : NULL;
    if (!bytes)
        return NULL;
    *n = fread(bytes, 1, (4 << 20) - 1, f);
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
        static const char name[] = "Nordmann", number[] = "1873";
        if (i && strncmp(p, name, sizeof name - 1) == 0) {
            fprintf(out, "Nordmann%c", 'a' + i);
            p += sizeof name - 1;
        } else if (i && strncmp(p, number, sizeof number - 1) == 0) {
            fprintf(out, "18%02d", 20 + i);
            p += sizeof number - 1;
        } else {
            fputc(*p++, out);
        }
    }
    fclose(out);
    free(bytes);
}

int main(int argc, char **argv)
{
    const char *root = argc > 1 ? argv[1] : NULL, *source = NULL, *rules = NULL, *templates = NULL;
    const char *kommune = NULL, *out = NULL;
    int fo = 0, letters = 300;
    for (int i = 2; i + 1 < argc; i += 2) {
        if (strcmp(argv[i], "--case") == 0)
            source = argv[i + 1];
        else if (strcmp(argv[i], "--fo") == 0)
            source = argv[i + 1], fo = 1;
        else if (strcmp(argv[i], "--rules") == 0)
            rules = argv[i + 1];
        else if (strcmp(argv[i], "--templates") == 0)
            templates = argv[i + 1];
        else if (strcmp(argv[i], "--kommune") == 0)
            kommune = argv[i + 1];
        else if (strcmp(argv[i], "--letters") == 0)
            letters = atoi(argv[i + 1]);
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
        snprintf(path[i], sizeof path[i], "%s/%d.%s", folder, i, fo ? "fo" : "xml");
        copy(source, path[i], i);
    }
    double *ms = calloc((size_t)letters, sizeof *ms);
    size_t bytes = 0;
    int pages = 0, status = 0;
    long rss_100 = 0;
    hjemmel_job job = {.kommune = kommune};
    for (int i = -5; i < letters && !status; i++) {
        double start = cpu_ms();
        const char *p = path[(i + COPIES) % COPIES];
        hjemmel_result *r = fo ? hjemmel_fo(h, p, false, &job) : hjemmel_render(h, p, &job);
        if (i >= 0)
            ms[i] = cpu_ms() - start;
        if (r->blame) {
            fputs(r->diagnostics, stderr);
            status = r->blame;
        } else if (i >= 0) {
            bytes += r->len;
            pages = r->pages;
        }
        if (out && i == 0 && !status) {
            FILE *f = fopen(out, "wb");
            if (f) {
                fwrite(r->bytes, 1, r->len, f);
                fclose(f);
            }
        }
        hjemmel_result_free(r);
        if (i == 100) {
            struct rusage now;
            getrusage(RUSAGE_SELF, &now);
            rss_100 = now.ru_maxrss;
        }
    }
    for (int i = 0; i < COPIES; i++)
        unlink(path[i]);
    rmdir(folder);
    hjemmel_free(h);
    if (status)
        return status;
    qsort(ms, (size_t)letters, sizeof *ms, by_value);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("{\"tool\": \"hjemmel\", \"mode\": \"%s\", \"letters\": %d, \"median_ms\": %.4f, "
           "\"p10_ms\": %.4f, \"bytes\": %zu, \"pages\": %d, \"rss_kb\": %ld, "
           "\"rss_growth_kb\": %ld}\n", fo ? "fo" : "case", letters, ms[letters / 2],
           ms[letters / 10], bytes / (size_t)letters, pages, usage.ru_maxrss,
           rss_100 ? usage.ru_maxrss - rss_100 : 0);
    free(ms);
    return 0;
}
