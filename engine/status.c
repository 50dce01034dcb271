/* status: where each case stands. One row for each decision in it: what is proposed and decided,
 * what is missing, which deadlines run. One for each process: its state and who is to act. Sorted
 * by the deadline that comes first.
 *
 * Which decisions, processes and deadlines there are is read out of the records; nothing is known
 * here about what they mean. Without a day to look from nothing is "past": there is no clock. */
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

#include "handle.h"

enum { NEAR = 14 }; /* days: as many as a deadline is told to have left */
enum { CASE, ABOUT, STANDS, TO_ACT, MISSING, DEADLINES, COLUMNS };

typedef struct row {
    const char *cell[COLUMNS]; /* lines parted by \n */
    const char *first_deadline; /* ISO, or NULL: the earliest that still matters */
    const char *file, *kind, *since; /* for a spreadsheet; kind: post, prosess, sak, feil */
    size_t n_due, cap_due;
    struct due *due;
    size_t order;
} row;

typedef struct due {
    const char *name, *date, *passed; /* passed: ja, nei, ukjent */
    const char *left; /* days from the day looked from; "" when there is none */
    bool estimate;
} due;

typedef struct table {
    hj_work *w;
    row *rows;
    size_t n, cap;
    hj_buf json;
    const char *file; /* of the case at hand */
    const char *today; /* the day to look from, or NULL */
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
    r->file = t->file;
    r->kind = "sak";
    r->since = "";
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

static void add_due(table *t, row *r, due d)
{
    if (r->n_due == r->cap_due) {
        size_t cap = r->cap_due ? r->cap_due * 2 : 4;
        due *more = HJ_ARRAY(t->w->arena, cap, due);
        if (r->n_due)
            memcpy(more, r->due, r->n_due * sizeof *more);
        r->due = more;
        r->cap_due = cap;
    }
    r->due[r->n_due++] = d;
}

static const char *passed_by(const table *t, const char *date)
{
    return !t->today || !date ? "ukjent" : strcmp(date, t->today) < 0 ? "ja" : "nei";
}

/* Days from the day looked from to a date, as text; "" when either is not known. */
static const char *days_left(table *t, const char *date)
{
    return t->today && date
        ? hj_arena_printf(t->w->arena, "%d", hj_date_parse(date) - hj_date_parse(t->today)) : "";
}

/* One deadline. of_process: it binds whoever is to act, so that having passed makes it matter more;
 * one that only told how long somebody might do something is over when it has passed. */
static void add_deadline(table *t, row *r, const xmlNode *n, bool first, bool of_process)
{
    hj_arena *arena = t->w->arena;
    hj_lang lang = t->w->diags->lang;
    const char *date = get(arena, n, "dato"), *estimate = get(arena, n, "anslag");
    const char *name = get(arena, n, "navn"), *label = text_of(arena, n, "tekst", NULL);
    const char *clock = get(arena, n, "klokkeslett"), *passed = get(arena, n, "passert");
    passed = passed ? passed : passed_by(t, date);
    hj_buf_str(&t->json, first ? "{" : ", {");
    json_pair(&t->json, "navn", name, true);
    json_pair(&t->json, "dato", date, false);
    json_pair(&t->json, "klokkeslett", clock, false);
    json_pair(&t->json, "anslag", estimate, false);
    json_pair(&t->json, "passert", passed, false);
    const char *left = days_left(t, date);
    if (*left)
        hj_buf_printf(&t->json, ", \"dager\": %s", left);
    if (of_process) {
        json_pair(&t->json, "gaar_til", get(arena, n, "gaar_til"), false);
        json_pair(&t->json, "krever", get(arena, n, "krever"), false);
    }
    hj_buf_str(&t->json, "}");
    if (!r || !date)
        return;
    bool guess = estimate && strcmp(estimate, "ja") == 0, over = strcmp(passed, "ja") == 0;
    const char *doubt = guess ? hj_tr(lang, HJ_T(" (estimate)")) : "";
    bool near = *left && !over && atoi(left) <= NEAR;
    const char *gone = near ? hj_arena_printf(arena, hj_tr(lang, HJ_T(" (days left: %s)")), left)
                     : !over ? "" : of_process ? hj_tr(lang, HJ_T(" – PASSED"))
                                               : hj_tr(lang, HJ_T(" (passed)"));
    label = label ? label : name ? name : "";
    r->cell[DEADLINES] = with_line(arena, r->cell[DEADLINES],
                                   hj_arena_printf(arena, "%s%s%s %s%s%s", date, clock ? " " : "",
                                                   clock ? clock : "", label, doubt, gone));
    add_due(t, r, (due){.name = label, .date = date, .passed = passed, .left = left,
                        .estimate = guess});
    if ((of_process || !over) && (!r->first_deadline || strcmp(date, r->first_deadline) < 0))
        r->first_deadline = date;
}

/* The deadlines of the post with this id, or (id NULL) those of the case itself. */
static void add_deadlines(table *t, row *r, const xmlNode *record, const char *id)
{
    bool first = true;
    hj_buf_str(&t->json, ", \"frister\": [");
    for (xmlNode *n = record->children; n; n = n->next) {
        const char *whose = is(n, "frist") ? get(t->w->arena, n, "for") : NULL;
        if (!is(n, "frist") || (whose == NULL) != (id == NULL) || (id && strcmp(whose, id) != 0))
            continue;
        add_deadline(t, r, n, first, false);
        first = false;
    }
    hj_buf_str(&t->json, "]");
}

/* The texts of the children called so: in the cell, a line each, and in the JSON, by attribute. */
static void add_names(table *t, const char **cell, const xmlNode *p, const char *element,
                      const char *attribute, const char *key)
{
    hj_arena *arena = t->w->arena;
    bool first = true;
    hj_buf_printf(&t->json, ", \"%s\": [", key);
    for (xmlNode *n = p->children; n; n = n->next) {
        if (!is(n, element))
            continue;
        const char *name = get(arena, n, attribute), *text = text_of(arena, n, "tekst", NULL);
        *cell = with_line(arena, *cell, text && *text ? text : name ? name : "");
        hj_buf_str(&t->json, first ? "" : ", ");
        hj_buf_json(&t->json, name ? name : "");
        first = false;
    }
    hj_buf_str(&t->json, "]");
}

/* Events that may be made now, each once. */
static void add_next(table *t, const xmlNode *p)
{
    bool first = true;
    hj_buf_str(&t->json, ", \"neste\": [");
    for (xmlNode *n = p->children; n; n = n->next) {
        const char *open = is(n, "neste") ? get(t->w->arena, n, "mulig") : NULL;
        if (!open || strcmp(open, "ja") != 0)
            continue;
        hj_buf_str(&t->json, first ? "" : ", ");
        hj_buf_json(&t->json, get(t->w->arena, n, "hendelse"));
        first = false;
    }
    hj_buf_str(&t->json, "]");
}

/* What the decision at the same node is about, or NULL. */
static const char *title_of(table *t, const xmlNode *record, const char *id)
{
    for (const xmlNode *n = record->children; n; n = n->next) {
        const char *its = is(n, "post") ? get(t->w->arena, n, "id") : NULL;
        if (its && strcmp(its, id) == 0)
            return text_of(t->w->arena, n, "egenskap", "tittel");
    }
    return NULL;
}

static void add_process(table *t, const char *label, const xmlNode *p, bool first)
{
    hj_arena *arena = t->w->arena;
    hj_lang lang = t->w->diags->lang;
    row *r = add_row(t);
    const char *name = get(arena, p, "navn"), *about = text_of(arena, p, "tekst", NULL);
    const char *id = get(arena, p, "for"), *state = get(arena, p, "tilstand"), *unused = "";
    int odd = 0;
    r->kind = "prosess";
    r->cell[CASE] = label;
    about = about ? about : name ? name : "";
    const char *what = id ? title_of(t, p->parent, id) : NULL;
    what = what ? hj_arena_printf(arena, "%s: %s", about, what) : NULL;
    r->cell[ABOUT] = what ? what : id ? hj_arena_printf(arena, "%s %s", about, id) : about;
    r->since = get(arena, p, "siden");
    hj_buf_str(&t->json, first ? "\n  {" : ",\n  {");
    json_pair(&t->json, "navn", name, true);
    json_pair(&t->json, "for", id, false);
    json_pair(&t->json, "tilstand", state, false);
    json_pair(&t->json, "siden", r->since, false);
    json_pair(&t->json, "slutt", get(arena, p, "slutt"), false);
    if (!state)
        r->cell[STANDS] = hj_tr(lang, HJ_T("cannot be decided yet; one of"));
    add_names(t, &r->cell[STANDS], p, "staar", "navn", "staar");
    if (r->since)
        r->cell[STANDS] = hj_arena_printf(arena, hj_tr(lang, HJ_T("%s, since %s")), r->cell[STANDS],
                                          r->since);
    r->since = r->since ? r->since : "";
    add_names(t, &r->cell[TO_ACT], p, "ansvar", "rolle", "ansvar");
    add_names(t, &r->cell[MISSING], p, "mangler", "faktum", "mangler");
    add_next(t, p);
    add_names(t, &unused, p, "avvik", "slag", "avvik");
    for (xmlNode *n = p->children; n; n = n->next)
        odd += is(n, "avvik");
    const char *fault =
        hj_arena_printf(arena, hj_tr(lang, HJ_T("events that do not fit: %d")), odd);
    if (odd)
        r->cell[STANDS] = with_line(arena, r->cell[STANDS], fault);
    hj_buf_str(&t->json, ", \"frister\": [");
    bool first_due = true;
    for (xmlNode *n = p->children; n; n = n->next) {
        if (!is(n, "frist"))
            continue;
        add_deadline(t, r, n, first_due, true);
        first_due = false;
    }
    hj_buf_str(&t->json, "]}");
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
    r->kind = "post";
    r->cell[CASE] = label;
    r->cell[ABOUT] = title ? title : "";
    const char *outcome = proposed ? proposed : "–";
    r->cell[STANDS] =
        decided ? decided : hj_arena_printf(arena, hj_tr(lang, "%s (proposed)"), outcome);
    const char *more = hj_arena_printf(arena, hj_tr(lang, "the rules propose %s"), outcome);
    if (deviates && strcmp(deviates, "ja") == 0)
        r->cell[STANDS] = with_line(arena, r->cell[STANDS], more);
    more = hj_arena_printf(arena, hj_tr(lang, "checklist: %s"), level ? level : "");
    if (level && strcmp(level, "ok") != 0)
        r->cell[STANDS] = with_line(arena, r->cell[STANDS], more);
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
        r->cell[MISSING] =
            with_line(arena, r->cell[MISSING], text && *text ? text : fact ? fact : "");
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

static void begin_case(table *t, const char *label)
{
    hj_buf_str(&t->json, t->json.len > 1 ? ",\n {" : "\n {");
    json_pair(&t->json, "fil", t->file, true);
    json_pair(&t->json, "sak", label, false);
}

static void add_case(table *t, hj_work *one)
{
    hj_arena *arena = t->w->arena;
    const xmlNode *record = xmlDocGetRootElement(one->record->xml);
    const char *level = get(arena, record, "nivaa");
    const char *label = hj_arena_strdup(arena, hj_work_label(one, '/'));
    bool first = true, own = false;
    for (xmlNode *n = record->children; n && first; n = n->next)
        first = !is(n, "post") && !is(n, "frist") && !is(n, "prosess");
    if (first)
        return; /* nothing is decided or due here: minutes, a plan */
    begin_case(t, label);
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
    hj_buf_str(&t->json, first ? "], \"prosesser\": [" : "\n ], \"prosesser\": [");
    first = true;
    for (xmlNode *n = record->children; n; n = n->next)
        if (is(n, "prosess")) {
            add_process(t, label, n, first);
            first = false;
        }
    hj_buf_str(&t->json, first ? "]" : "\n ]");
    row *r = NULL;
    if (own) {
        r = add_row(t);
        r->cell[CASE] = label;
    }
    add_deadlines(t, r, record, NULL);
    hj_buf_str(&t->json, "}");
}

/* Nothing is known about it; that must not look as if it did not exist. */
static void add_broken(table *t)
{
    row *r = add_row(t);
    r->kind = "feil";
    r->cell[CASE] = t->file;
    r->cell[STANDS] = hj_tr(t->w->diags->lang, HJ_T("cannot be read: see the messages"));
    r->first_deadline = ""; /* first of all */
    begin_case(t, NULL);
    hj_buf_str(&t->json, ", \"feil\": \"ja\"}");
}

/* ---- the table as text ---- */

#define NOT_SHOWN SIZE_MAX /* for a column's width */

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
            if (widths[c] == NOT_SHOWN)
                continue;
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
                         hj_tr(lang, HJ_T("To act")), hj_tr(lang, "Missing"),
                         hj_tr(lang, "Deadlines")}};
    size_t widths[COLUMNS] = {0};
    bool processes = false;
    for (size_t i = 0; i < t->n; i++)
        processes |= *t->rows[i].cell[TO_ACT] != 0;
    for (size_t i = 0; i <= t->n; i++) {
        const row *r = i ? &t->rows[i - 1] : &head;
        for (size_t c = 0; c < COLUMNS; c++)
            for (const char *p = r->cell[c]; *p;) {
                size_t n = strcspn(p, "\n"), w = width(p, n);
                widths[c] = w > widths[c] ? w : widths[c];
                p += n + (p[n] == '\n');
            }
    }
    if (!processes)
        widths[TO_ACT] = NOT_SHOWN;
    print_row(&head, widths, out);
    for (size_t i = 0; i < t->n; i++)
        print_row(&t->rows[i], widths, out);
}

/* ---- the table for spreadsheets ---- */

/* In quotes when it must be; a program shall not take a text for a formula. */
static void field(hj_buf *out, const char *s)
{
    bool number = *s == '-' && s[1] && !s[1 + strspn(s + 1, "0123456789")];
    bool formula = *s && strchr("=+-@\t", *s) && !number;
    if (!formula && !s[strcspn(s, ";\"\n\r")]) {
        hj_buf_str(out, s);
        return;
    }
    hj_buf_str(out, formula ? "\"'" : "\"");
    for (; *s; s++) {
        if (*s == '"')
            hj_buf_char(out, '"');
        if (*s == '\n')
            hj_buf_str(out, ", ");
        else
            hj_buf_char(out, *s);
    }
    hj_buf_char(out, '"');
}

static void print_csv(const table *t, hj_buf *out)
{
    static const due none = {"", "", "", "", false};
    hj_buf_str(out, "fil;sak;slag;gjelder;stand;siden;ansvar;mangler;frist;dato;anslag;passert;"
                    "dager\n");
    for (size_t i = 0; i < t->n; i++) {
        const row *r = &t->rows[i];
        for (size_t k = 0; k < (r->n_due ? r->n_due : 1); k++) {
            const due *d = r->n_due ? &r->due[k] : &none;
            const char *cells[] = {r->file, r->cell[CASE], r->kind, r->cell[ABOUT], r->cell[STANDS],
                                   r->since, r->cell[TO_ACT], r->cell[MISSING], d->name, d->date,
                                   !r->n_due ? "" : d->estimate ? "ja" : "nei", d->passed,
                                   d->left};
            for (size_t c = 0; c < HJ_COUNT(cells); c++) {
                hj_buf_str(out, c ? ";" : "");
                field(out, cells[c]);
            }
            hj_buf_char(out, '\n');
        }
    }
}

/* ---- */

static void look_at(table *t, const char *path, bool named)
{
    hj_work *one = hj_work_new(t->w->handle, path, t->w->job);
    hj_diags *diags = t->w->diags;
    int before = diags->errors;
    one->diags = diags;
    one->only_look = true;
    t->file = hj_arena_strdup(t->w->arena, path);
    diags->errors = 0; /* what is wrong with one case says nothing of the next */
    if (named || hj_input_sniff(path) == HJ_INPUT_CASE) {
        bool is_case = hj_work_read(one) && (named || hj_work_has_doctype(one));
        if (is_case && hj_work_decide(one))
            add_case(t, one);
        else if (diags->errors)
            add_broken(t);
    }
    diags->errors += before;
    hj_arena_free(one->arena);
}

static bool find_today(table *t)
{
    const char *dato = t->w->job->dato;
    if (dato && hj_date_parse(dato) == HJ_DATE_NONE) {
        hj_error_blame(t->w->diags, HJ_BLAME_USAGE, "HJ-HJEMMEL-005", HJ_NOWHERE,
                       "%s is no date; dates are written as 2026-11-24", dato);
        return false;
    }
    t->today = dato;
    return true;
}

hjemmel_result *hjemmel_status(hjemmel *h, const char *const *paths, size_t n,
                               const hjemmel_job *job)
{
    hj_work *w = hj_work_new(h, n ? paths[0] : "", job);
    table t = {.w = w};
    hj_buf out = {0};
    hj_buf_char(&t.json, '[');
    bool ready = find_today(&t) && hj_handle_rules(h, w->diags) && hj_handle_templates(h, w->diags);
    for (size_t i = 0; ready && i < n; i++) {
        if (!hj_file_is_dir(paths[i])) {
            look_at(&t, paths[i], true);
            continue;
        }
        const char **files = hj_documents_below(paths[i], w->arena, w->diags);
        for (; *files; files++)
            look_at(&t, *files, false);
    }
    if (t.n)
        qsort(t.rows, t.n, sizeof *t.rows, by_deadline);
    if (ready && w->job->json) {
        hj_buf_str(&t.json, "\n]\n");
        hj_buf_add(&out, t.json.data, t.json.len);
    } else if (ready && w->job->csv) {
        print_csv(&t, &out);
    } else if (t.n) {
        print_table(&t, &out);
    }
    hj_buf_free(&t.json);
    return hj_work_finish(w, &out);
}
