/* What differs, told: the largest group first, as text, JSON, or a page of explain's family. */
#include <stdlib.h>
#include <string.h>

#include "author/difference.h"

enum { SHOWN = 5 };

static int by_size(const void *a, const void *b)
{
    const hj_difference *x = *(const hj_difference *const *)a;
    const hj_difference *y = *(const hj_difference *const *)b;
    int order = y->n - x->n;
    order = order ? order : strcmp(x->kind, y->kind);
    order = order ? order : strcmp(x->name, y->name);
    order = order ? order : strcmp(x->was, y->was);
    order = order ? order : strcmp(x->is, y->is);
    order = order ? order : strcmp(x->why, y->why);
    return order ? order : x->place.line - y->place.line;
}

static hj_difference **sorted(const hj_diff *d, hj_arena *arena)
{
    hj_difference **list = HJ_ARRAY(arena, (size_t)d->n_groups + 1, hj_difference *);
    int n = 0;
    for (int b = 0; b < HJ_DIFF_BUCKETS; b++)
        for (hj_difference *g = d->buckets[b]; g; g = g->next)
            list[n++] = g;
    if (n)
        qsort(list, (size_t)n, sizeof *list, by_size);
    return list;
}

/* How the two values read: a deadline that is only moved says by how much, and so an amount. */
static void change(const hj_difference *g, hj_lang lang, hj_buf *out)
{
    bool moved = (*g->is == '+' || *g->is == '-') && g->is[1];
    if (strcmp(g->kind, "frist") == 0 && moved)
        hj_buf_printf(out, hj_tr(lang, HJ_T("moved %s days")), g->is);
    else if (strcmp(g->kind, "utregning") == 0 && moved)
        hj_buf_str(out, g->is);
    else if (g->example[0])
        hj_buf_printf(out, hj_tr(lang, HJ_T("“%s” → “%s” in the first case")), g->example[0],
                      g->example[1]);
    else
        hj_buf_printf(out, "%s → %s", g->was, g->is);
}

static void headline(const hj_difference *g, hj_lang lang, hj_buf *out)
{
    hj_buf_printf(out, "%s%s%s: ", g->kind, *g->name ? " " : "", g->name);
    change(g, lang, out);
}

static void sum(const hj_diff *d, hj_lang lang, hj_buf *out)
{
    hj_buf_printf(out, hj_tr(lang, HJ_T("%d cases, %d of them come out otherwise, %d could not be decided")),
                  d->n_cases, d->n_changed, d->n_failed);
    if (d->n_unmade) {
        hj_buf_str(out, ", ");
        hj_buf_printf(out, hj_tr(lang, HJ_T("%d letters could not be made")), d->n_unmade);
    }
}

static void as_text(const hj_diff *d, hj_difference **list, hj_lang lang, hj_buf *out)
{
    sum(d, lang, out);
    hj_buf_char(out, '\n');
    for (int i = 0; i < d->n_groups; i++) {
        const hj_difference *g = list[i];
        hj_buf_printf(out, "\n%d  ", g->n);
        headline(g, lang, out);
        hj_buf_char(out, '\n');
        if (*g->why)
            hj_buf_printf(out, "    %s\n", g->why);
        if (g->place.file)
            hj_buf_printf(out, "    %s:%d%s%s\n", g->place.file, g->place.line,
                          *g->hjemmel ? "  " : "", g->hjemmel);
        for (int k = 0; k < g->n && k < SHOWN; k++)
            hj_buf_printf(out, "      %s\n", g->cases[k]);
        if (g->n > SHOWN) {
            hj_buf_printf(out, hj_tr(lang, HJ_T("      and %d more")), g->n - SHOWN);
            hj_buf_char(out, '\n');
        }
    }
    if (d->broken)
        hj_buf_printf(out, "\n%s\n", hj_tr(lang, HJ_T("could not be decided")));
    for (const hj_broken *b = d->broken; b; b = b->next)
        hj_buf_printf(out, "      %s: %s\n", b->label, b->why);
}

/* ---- JSON ------------------------------------------------------------------------------------ */

static void field(hj_buf *out, const char *name, const char *value, const char *after)
{
    hj_buf_printf(out, "\"%s\": ", name);
    hj_buf_json(out, value);
    hj_buf_str(out, after);
}

static void as_json(const hj_diff *d, hj_difference **list, hj_buf *out)
{
    hj_buf_printf(out, "{\"cases\": %d, \"changed\": %d, \"failed\": %d, \"unmade\": %d, "
                       "\"groups\": [", d->n_cases, d->n_changed, d->n_failed, d->n_unmade);
    for (int i = 0; i < d->n_groups; i++) {
        const hj_difference *g = list[i];
        hj_buf_str(out, i ? ",\n {" : "\n {");
        field(out, "kind", g->kind, ", ");
        field(out, "name", g->name, ", ");
        field(out, "was", g->was, ", ");
        field(out, "is", g->is, ", ");
        field(out, "why", g->why, ", ");
        field(out, "file", g->place.file ? g->place.file : "", ", ");
        hj_buf_printf(out, "\"line\": %d, ", g->place.line);
        if (g->example[0]) {
            hj_buf_str(out, "\"example\": {");
            field(out, "was", g->example[0], ", ");
            field(out, "is", g->example[1], "}, ");
        }
        field(out, "hjemmel", g->hjemmel, ", \"cases\": [");
        for (int k = 0; k < g->n; k++) {
            hj_buf_str(out, k ? ", " : "");
            hj_buf_json(out, g->cases[k]);
        }
        hj_buf_str(out, "]}");
    }
    hj_buf_str(out, "\n], \"broken\": [");
    for (const hj_broken *b = d->broken; b; b = b->next) {
        hj_buf_str(out, b == d->broken ? "\n {" : ",\n {");
        field(out, "case", b->label, ", ");
        field(out, "why", b->why, "}");
    }
    hj_buf_str(out, "]}\n");
}

/* ---- A page ---------------------------------------------------------------------------------- */

static void put(hj_buf *out, const char *before, const char *text, const char *after)
{
    hj_buf_str(out, before);
    hj_buf_xml(out, text);
    hj_buf_str(out, after);
}

static void one_group(const hj_difference *g, hj_lang lang, hj_buf *out)
{
    hj_buf text = {0};
    headline(g, lang, &text);
    hj_buf_printf(out, "<section>\n<h2><span class=\"count\">%d</span> ", g->n);
    put(out, "", text.data, "</h2>\n");
    hj_buf_free(&text);
    if (*g->why)
        put(out, "<p><code>", g->why, "</code></p>\n");
    if (g->place.file) {
        put(out, "<p><span class=\"place\">", g->place.file, "");
        hj_buf_printf(out, ":%d</span> ", g->place.line);
        put(out, "<small lang=\"nb\">", g->hjemmel, "</small></p>\n");
    }
    hj_buf_str(out, g->n > SHOWN ? "<details><summary>" : "<details open><summary>");
    hj_buf_printf(out, hj_tr(lang, HJ_T("The cases (%d)")), g->n);
    hj_buf_str(out, "</summary>\n<ul>\n");
    for (int k = 0; k < g->n; k++)
        put(out, "<li class=\"place\">", g->cases[k], "</li>\n");
    hj_buf_str(out, "</ul></details>\n</section>\n");
}

static void as_html(const hj_diff *d, hj_difference **list, hj_lang lang, hj_buf *out)
{
    const char *title = hj_tr(lang, HJ_T("Whom the change hits"));
    hj_page_open(lang, title, out);
    put(out, "<header>\n<h1>", title, "</h1>\n<p>");
    sum(d, lang, out);
    hj_buf_str(out, ".</p>\n</header>\n<main id=\"main\">\n");
    if (!d->n_groups)
        put(out, "<p>", hj_tr(lang, HJ_T("Nothing comes out otherwise.")), "</p>\n");
    for (int i = 0; i < d->n_groups; i++)
        one_group(list[i], lang, out);
    if (d->broken)
        put(out, "<section>\n<h2>", hj_tr(lang, HJ_T("Could not be decided")), "</h2>\n<ul>\n");
    for (const hj_broken *b = d->broken; b; b = b->next) {
        put(out, "<li><span class=\"place\">", b->label, "</span> ");
        put(out, "", b->why, "</li>\n");
    }
    hj_buf_str(out, d->broken ? "</ul>\n</section>\n</main>\n" : "</main>\n");
    hj_page_close(out);
}

void hj_diff_report(const hj_diff *d, hj_diff_format format, hj_lang lang, hj_buf *out)
{
    hj_arena *arena = hj_arena_new();
    hj_difference **list = sorted(d, arena);
    if (format == HJ_DIFF_JSON)
        as_json(d, list, out);
    else if (format == HJ_DIFF_HTML)
        as_html(d, list, lang, out);
    else
        as_text(d, list, lang, out);
    hj_arena_free(arena);
}
