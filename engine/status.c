/* status: where each case stands. One row for each decision in it: what is proposed and decided,
 * what is missing, which deadlines run. Sorted by the deadline that comes first.
 *
 * Which decisions and deadlines there are is read out of the records; nothing is known here about
 * what they mean. Without a clock nothing is "past": the reader knows what day it is. */
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

#include "handle.h"

enum { COLUMNS = 5 };

typedef struct row {
    const char *cell[COLUMNS]; /* lines parted by \n */
    const char *first_deadline; /* ISO, or NULL */
    size_t order;
} row;

typedef struct table {
    hj_work *w;
    row *rows;
    size_t n, cap;
    hj_buf json;
} table;

static bool is(const xmlNode *n, const char *name)
{
    return n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0;
}

static const char *get(hj_arena *arena, const xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(node, BAD_CAST name);
    const char *copy = value && *value ? hj_arena_strdup(arena, (const char *)value) : NULL;
    xmlFree(value);
    return copy;
}

/* Content of parent's child element: the one in målform nb, else the first. navn: NULL, or what
 * its attribute navn must be. */
static const char *text_of(hj_arena *arena, const xmlNode *parent, const char *element,
                           const char *navn)
{
    const char *found = NULL;
    for (xmlNode *c = parent->children; c; c = c->next) {
        if (!is(c, element))
            continue;
        const char *its = get(arena, c, "navn"), *maalform = get(arena, c, "maalform");
        if (navn && (!its || strcmp(its, navn) != 0))
            continue;
        bool nb = maalform && strcmp(maalform, "nb") == 0;
        if (found && !nb)
            continue;
        xmlChar *content = xmlNodeGetContent(c);
        found = hj_arena_strdup(arena, content ? (const char *)content : "");
        xmlFree(content);
    }
    return found;
}

static row *add_row(table *t)
{
    if (t->n == t->cap) {
        size_t cap = t->cap ? t->cap * 2 : 64;
        row *more = HJ_ARRAY(t->w->arena, cap, row);
        if (t->n)
            memcpy(more, t->rows, t->n * sizeof *more);
        t->rows = more;
        t->cap = cap;
    }
    row *r = &t->rows[t->n];
    *r = (row){.order = t->n++};
    for (size_t i = 0; i < COLUMNS; i++)
        r->cell[i] = "";
    return r;
}

static const char *with_line(hj_arena *arena, const char *cell, const char *line)
{
    return *cell ? hj_arena_printf(arena, "%s\n%s", cell, line) : line;
}

static void json_pair(hj_buf *out, const char *name, const char *value, bool first)
{
    hj_buf_str(out, first ? "" : ", ");
    hj_buf_json(out, name);
    hj_buf_str(out, ": ");
    if (value)
        hj_buf_json(out, value);
    else
        hj_buf_str(out, "null");
}

/* The deadlines of the post with this id, or (id NULL) those of the case itself. */
static void add_deadlines(table *t, row *r, const xmlNode *record, const char *id)
{
    hj_arena *arena = t->w->arena;
    bool first = true;
    hj_buf_str(&t->json, ", \"frister\": [");
    for (xmlNode *n = record->children; n; n = n->next) {
        if (!is(n, "frist"))
            continue;
        const char *whose = get(arena, n, "for"), *date = get(arena, n, "dato");
        if ((whose == NULL) != (id == NULL) || (id && strcmp(whose, id) != 0))
            continue;
        const char *name = get(arena, n, "navn"), *label = text_of(arena, n, "tekst", NULL);
        const char *clock = get(arena, n, "klokkeslett");
        const char *estimate = get(arena, n, "anslag");
        hj_buf_str(&t->json, first ? "{" : ", {");
        first = false;
        json_pair(&t->json, "navn", name, true);
        json_pair(&t->json, "dato", date, false);
        json_pair(&t->json, "klokkeslett", clock, false);
        json_pair(&t->json, "anslag", estimate, false);
        hj_buf_str(&t->json, "}");
        if (!r || !date)
            continue;
        bool guess = estimate && strcmp(estimate, "ja") == 0;
        const char *doubt = guess ? hj_tr(t->w->diags->lang, HJ_T(" (estimate)")) : "";
        label = label ? label : name ? name : "";
        const char *line = hj_arena_printf(arena, "%s%s%s %s%s", date, clock ? " " : "",
                                           clock ? clock : "", label, doubt);
        r->cell[4] = with_line(arena, r->cell[4], line);
        if (!r->first_deadline || strcmp(date, r->first_deadline) < 0)
            r->first_deadline = date;
    }
    hj_buf_str(&t->json, "]");
}

static void add_post(table *t, const char *label, const xmlNode *record, const xmlNode *post,
                     const char *level, bool first)
{
    hj_arena *arena = t->w->arena;
    hj_lang lang = t->w->diags->lang;
    row *r = add_row(t);
    const char *title = text_of(arena, post, "egenskap", "tittel");
    const char *proposed = get(arena, post, "innstilling"), *decided = get(arena, post, "vedtak");
    const char *deviates = get(arena, post, "avvik");
    title = title ? title : get(arena, post, "regel");
    r->cell[0] = label;
    r->cell[1] = title ? title : "";
    const char *outcome = proposed ? proposed : "–";
    r->cell[2] = decided ? decided : hj_arena_printf(arena, hj_tr(lang, "%s (proposed)"), outcome);
    const char *more = hj_arena_printf(arena, hj_tr(lang, "the rules propose %s"), outcome);
    if (deviates && strcmp(deviates, "ja") == 0)
        r->cell[2] = with_line(arena, r->cell[2], more);
    more = hj_arena_printf(arena, hj_tr(lang, "checklist: %s"), level ? level : "");
    if (level && strcmp(level, "ok") != 0)
        r->cell[2] = with_line(arena, r->cell[2], more);
    hj_buf_str(&t->json, first ? "\n  {" : ",\n  {");
    json_pair(&t->json, "tittel", title, true);
    json_pair(&t->json, "regel", get(arena, post, "regel"), false);
    json_pair(&t->json, "innstilling", proposed, false);
    json_pair(&t->json, "vedtak", decided, false);
    json_pair(&t->json, "avvik", deviates, false);
    hj_buf_str(&t->json, ", \"mangler\": [");
    bool first_missing = true;
    for (xmlNode *n = post->children; n; n = n->next) {
        if (!is(n, "mangler"))
            continue;
        const char *fact = get(arena, n, "faktum"), *text = text_of(arena, n, "tekst", NULL);
        r->cell[3] = with_line(arena, r->cell[3], text && *text ? text : fact ? fact : "");
        hj_buf_str(&t->json, first_missing ? "{" : ", {");
        first_missing = false;
        json_pair(&t->json, "faktum", fact, true);
        json_pair(&t->json, "tekst", text, false);
        hj_buf_str(&t->json, "}");
    }
    hj_buf_str(&t->json, "]");
    add_deadlines(t, r, record, get(arena, post, "id"));
    hj_buf_str(&t->json, "}");
}

static void add_case(table *t, hj_work *one)
{
    hj_arena *arena = t->w->arena;
    const xmlNode *record = xmlDocGetRootElement(one->record->xml);
    const char *level = get(arena, record, "nivaa");
    const char *path = hj_arena_strdup(arena, one->path);
    const char *label = hj_arena_strdup(arena, hj_work_label(one, '/'));
    bool first = true, own = false;
    for (xmlNode *n = record->children; n && first; n = n->next)
        first = !is(n, "post") && !is(n, "frist");
    if (first)
        return; /* nothing is decided or due here: minutes, a plan */
    hj_buf_str(&t->json, t->json.len > 1 ? ",\n {" : "\n {");
    json_pair(&t->json, "fil", path, true);
    json_pair(&t->json, "sak", label, false);
    json_pair(&t->json, "nivaa", level, false);
    hj_buf_str(&t->json, ", \"poster\": [");
    first = true;
    for (xmlNode *n = record->children; n; n = n->next) {
        if (is(n, "post")) {
            add_post(t, label, record, n, level, first);
            first = false;
        }
        own = own || (is(n, "frist") && !get(arena, n, "for"));
    }
    hj_buf_str(&t->json, first ? "]" : "\n ]");
    row *r = NULL;
    if (own) {
        r = add_row(t);
        r->cell[0] = label;
    }
    add_deadlines(t, r, record, NULL);
    hj_buf_str(&t->json, "}");
}

/* ---- the table as text ---- */

/* Columns on a terminal: code points, combining marks not counted. */
static size_t width(const char *s, size_t n)
{
    size_t columns = 0;
    for (const char *end = s + n; s < end;) {
        uint32_t c = hj_utf8_next(&s, end);
        columns += !(c >= 0x300 && c <= 0x36f);
    }
    return columns;
}

static int by_deadline(const void *a, const void *b)
{
    const row *x = a, *y = b;
    int d = strcmp(x->first_deadline ? x->first_deadline : "~",
                   y->first_deadline ? y->first_deadline : "~");
    return d ? d : x->order < y->order ? -1 : 1;
}

static void print_row(const row *r, const size_t *widths, hj_buf *out)
{
    const char *rest[COLUMNS];
    memcpy(rest, r->cell, sizeof rest);
    for (bool more = true; more;) {
        size_t pad = 0;
        more = false;
        for (size_t c = 0; c < COLUMNS; c++) {
            size_t n = strcspn(rest[c], "\n"), w = width(rest[c], n);
            if (n) {
                for (; pad; pad--)
                    hj_buf_char(out, ' ');
                hj_buf_add(out, rest[c], n);
            }
            pad += widths[c] + 2 - (n ? w : 0);
            rest[c] += n + (rest[c][n] == '\n');
            more = more || *rest[c];
        }
        hj_buf_char(out, '\n');
    }
}

static void print_table(table *t, hj_buf *out)
{
    hj_lang lang = t->w->diags->lang;
    row head = {.cell = {hj_tr(lang, "Case"), hj_tr(lang, "Decision on"), hj_tr(lang, "Outcome"),
                         hj_tr(lang, "Missing"), hj_tr(lang, "Deadlines")}};
    size_t widths[COLUMNS] = {0};
    if (t->n)
        qsort(t->rows, t->n, sizeof *t->rows, by_deadline);
    for (size_t i = 0; i <= t->n; i++) {
        const row *r = i ? &t->rows[i - 1] : &head;
        for (size_t c = 0; c < COLUMNS; c++)
            for (const char *p = r->cell[c]; *p;) {
                size_t n = strcspn(p, "\n"), w = width(p, n);
                widths[c] = w > widths[c] ? w : widths[c];
                p += n + (p[n] == '\n');
            }
    }
    print_row(&head, widths, out);
    for (size_t i = 0; i < t->n; i++)
        print_row(&t->rows[i], widths, out);
}

/* ---- */

static void look_at(table *t, const char *path, bool named)
{
    hj_work *one = hj_work_new(t->w->handle, path, t->w->job);
    one->diags = t->w->diags;
    if (named || hj_input_sniff(path) == HJ_INPUT_CASE)
        if (hj_work_read(one) && (named || hj_work_has_doctype(one)) && hj_work_decide(one))
            add_case(t, one);
    hj_arena_free(one->arena);
}

hjemmel_result *hjemmel_status(hjemmel *h, const char *const *paths, size_t n,
                               const hjemmel_job *job)
{
    hj_work *w = hj_work_new(h, n ? paths[0] : "", job);
    table t = {.w = w};
    hj_buf out = {0};
    hj_buf_char(&t.json, '[');
    for (size_t i = 0; i < n; i++) {
        if (!hj_file_is_dir(paths[i])) {
            look_at(&t, paths[i], true);
            continue;
        }
        const char **files = hj_documents_below(paths[i], w->arena, w->diags);
        for (; *files; files++)
            look_at(&t, *files, false);
    }
    if (w->job->json) {
        hj_buf_str(&t.json, "\n]\n");
        hj_buf_add(&out, t.json.data, t.json.len);
    } else if (t.n) {
        print_table(&t, &out);
    }
    hj_buf_free(&t.json);
    return hj_work_finish(w, &out);
}
