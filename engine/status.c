/* status: where each case stands. One row for each decision in it: what is proposed and decided,
 * what is missing, which deadlines run. One for each process: its state and who is to act. What
 * stands at the same node is one thing, and so one row for people (status_table.c).
 *
 * Which decisions, processes and deadlines there are is read out of the records; nothing is known
 * here about what they mean. Without a day to look from nothing is "past": there is no clock. */
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

#include "base/element.h"
#include "decision/eval.h"
#include "status.h"

#define is hj_element_is

typedef struct told_case {
    size_t from, to; /* its part of the JSON */
    int first_thing, n_things;
    const hj_status_thing *most_urgent;
    size_t order;
} told_case;

typedef struct table {
    hj_work *w;
    hj_status_thing **things;
    hj_status_row **rows;
    told_case *cases;
    int n_things, cap_things, n_rows, cap_rows, n_cases, cap_cases;
    hj_buf json;
    const char *file, *label; /* of the case at hand */
    const char *today; /* the day to look from, or NULL */
} table;

static const char *get(hj_arena *arena, const xmlNode *node, const char *name)
{
    return hj_attribute_copy(node, name, arena);
}

static bool has(const xmlNode *node, const char *element)
{
    return hj_element_next(node->children, element) != NULL;
}

static bool says(hj_arena *arena, const xmlNode *node, const char *name, const char *value)
{
    const char *its = get(arena, node, name);
    return its && strcmp(its, value) == 0;
}

/* Content of parent's child element: the one in målform nb, else the first. value: NULL, or what
 * its attribute name must be. */
static const char *text_where(hj_arena *arena, const xmlNode *parent, const char *element,
                              const char *name, const char *value)
{
    const char *found = NULL;
    for (xmlNode *c = parent->children; c; c = c->next) {
        if (!is(c, element) || (value && !says(arena, c, name, value)))
            continue;
        bool nb = says(arena, c, "maalform", "nb");
        if (found && !nb)
            continue;
        xmlChar *content = xmlNodeGetContent(c);
        found = hj_arena_strdup(arena, content ? (const char *)content : "");
        xmlFree(content);
    }
    return found;
}

static const char *text_of(hj_arena *arena, const xmlNode *parent, const char *element)
{
    return text_where(arena, parent, element, NULL, NULL);
}

/* An outcome in the packs' words, else with blanks for what binds its own together. */
static const char *outcome_word(table *t, const xmlNode *record, const char *outcome)
{
    hj_arena *arena = t->w->arena;
    if (!outcome)
        return NULL;
    if (strcmp(outcome, "ukjent") == 0)
        return hj_tr(t->w->diags->lang, HJ_T("unknown"));
    const char *key = hj_arena_printf(arena, "utfall.%s", outcome);
    const char *text = text_where(arena, record, "tekst", "noekkel", key);
    if (text)
        return text;
    char *words = hj_arena_strdup(arena, outcome);
    for (char *c = words; *c; c++)
        *c = *c == '_' ? ' ' : *c;
    return words;
}

/* The thing at this node of the case at hand. */
static hj_status_thing *thing_at(table *t, const char *node)
{
    hj_arena *arena = t->w->arena;
    told_case *its = &t->cases[t->n_cases - 1];
    node = node ? node : "";
    for (int i = its->first_thing; i < t->n_things; i++) {
        hj_status_thing *there = t->things[i];
        if (strcmp(there->node, node) == 0)
            return there;
    }
    hj_status_thing *thing = HJ_NEW(arena, hj_status_thing);
    *thing = (hj_status_thing){.label = t->label, .file = t->file, .node = node, .about = "",
                               .decided = "", .proposed = "", .state = "", .level = "",
                               .missing = "", .to_act = "", .duties = "", .others = "",
                               .order = (size_t)t->n_things};
    HJ_LIST_ADD(arena, t->things, t->n_things, t->cap_things, thing, hj_status_thing *);
    return thing;
}

static hj_status_row *add_row(table *t, hj_status_thing *thing, const char *kind)
{
    hj_status_row *r = HJ_NEW(t->w->arena, hj_status_row);
    *r = (hj_status_row){.thing = thing, .file = t->file, .label = t->label ? t->label : t->file,
                         .kind = kind, .about = "", .stands = "", .since = "", .to_act = "",
                         .missing = "", .order = (size_t)t->n_rows};
    HJ_LIST_ADD(t->w->arena, t->rows, t->n_rows, t->cap_rows, r, hj_status_row *);
    return r;
}

static const char *with_line(hj_arena *arena, const char *cell, const char *line)
{
    return *cell ? hj_arena_printf(arena, "%s\n%s", cell, line) : line;
}

/* The same with a line that is there already left out. */
static const char *with_new_line(hj_arena *arena, const char *cell, const char *line)
{
    size_t n = strlen(line);
    for (const char *p = cell; *p; p += strcspn(p, "\n"), p += *p == '\n')
        if (strcspn(p, "\n") == n && memcmp(p, line, n) == 0)
            return cell;
    return with_line(arena, cell, line);
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

/* Whether it holds is not known, and another of its name does: then it is that one. */
static bool another_holds(const xmlNode *n, const char *name, hj_arena *arena)
{
    const char *of = get(arena, n, "for");
    for (const xmlNode *c = n->parent->children; c && name; c = c->next)
        if (c != n && is(c, "frist") && says(arena, c, "navn", name)
            && says(arena, c, "gjelder", "ja") && (!of || says(arena, c, "for", of)))
            return true;
    return false;
}

/* The lines begin with a date; the new one is put where its own belongs, once. */
static const char *with_deadline(hj_arena *arena, const char *cell, const char *line)
{
    size_t n = strlen(line);
    for (const char *p = cell; *p; p += strcspn(p, "\n"), p += *p == '\n') {
        size_t its = strcspn(p, "\n");
        int d = strncmp(line, p, its < n ? its : n);
        if (d == 0 && its == n)
            return cell;
        if (d < 0)
            return hj_arena_printf(arena, "%.*s%s\n%s", (int)(p - cell), cell, line, p);
    }
    return with_line(arena, cell, line);
}

/* All the processes at the node of a deadline have. */
static bool has_ended(const xmlNode *frist, hj_arena *arena)
{
    const char *node = get(arena, frist, "sti");
    int processes = 0, ended = 0;
    for (const xmlNode *c = node ? frist->parent->children : NULL; c; c = c->next)
        if (is(c, "prosess") && says(arena, c, "sti", node)) {
            processes++;
            ended += says(arena, c, "slutt", "ja");
        }
    return processes && processes == ended;
}

/* One deadline. of_process: one of a state's. One that binds whoever is to act matters the more
 * when it has passed; one that only told how long somebody might do something is then over. Whom
 * it binds is told by the way it is moved: back is for those who must have acted by then. */
static void add_deadline(table *t, hj_status_row *r, hj_status_thing *thing, const xmlNode *n,
                         bool first, bool of_process)
{
    hj_arena *arena = t->w->arena;
    hj_lang lang = t->w->diags->lang;
    const char *date = get(arena, n, "dato"), *estimate = get(arena, n, "anslag");
    const char *name = get(arena, n, "navn"), *label = text_of(arena, n, "tekst");
    const char *clock = get(arena, n, "klokkeslett"), *passed = get(arena, n, "passert");
    passed = passed ? passed : passed_by(t, date);
    hj_buf_str(&t->json, first ? "{" : ", {");
    json_pair(&t->json, "navn", name, true);
    json_pair(&t->json, "dato", date, false);
    json_pair(&t->json, "klokkeslett", clock, false);
    json_pair(&t->json, "anslag", estimate, false);
    json_pair(&t->json, "passert", passed, false);
    json_pair(&t->json, "gjelder", get(arena, n, "gjelder"), false);
    const char *left = days_left(t, date);
    if (*left)
        hj_buf_printf(&t->json, ", \"dager\": %s", left);
    if (of_process) {
        json_pair(&t->json, "gaar_til", get(arena, n, "gaar_til"), false);
        json_pair(&t->json, "krever", get(arena, n, "krever"), false);
    }
    hj_buf_str(&t->json, "}");
    if (!date)
        return;
    label = label ? label : name ? name : "";
    bool guess = estimate && strcmp(estimate, "ja") == 0, over = strcmp(passed, "ja") == 0;
    HJ_LIST_ADD(arena, r->due, r->n_due, r->cap_due,
                ((hj_status_due){.name = label, .date = date, .passed = passed, .left = left,
                                 .estimate = guess}), hj_status_due);
    bool may_hold = says(arena, n, "gjelder", "ukjent");
    if (may_hold && another_holds(n, name, arena))
        return;
    bool duty = of_process || says(arena, n, "retning", "tilbake");
    if (!of_process && has_ended(n, arena))
        duty = false; /* nobody has anything left to do */
    const char *doubt = guess ? hj_tr(lang, HJ_T(" (estimate)")) : "";
    bool near = *left && !over && atoi(left) <= HJ_STATUS_NEAR;
    const char *gone = near ? hj_arena_printf(arena, hj_tr(lang, HJ_T(" (days left: %s)")), left)
                     : over ? hj_tr(lang, HJ_T(" – PASSED")) : "";
    const char *unsure = may_hold ? hj_tr(lang, HJ_T(" (if it holds)")) : "";
    const char *told = hj_arena_printf(arena, "%s%s%s %s%s%s%s", date, clock ? " " : "",
                                       clock ? clock : "", label, unsure, doubt, gone);
    const char **cell = duty ? &thing->duties : &thing->others;
    if (duty || !over)
        *cell = with_deadline(arena, *cell, told);
    thing->passed = thing->passed || (duty && over);
    const char **earliest = duty ? &thing->duty : &thing->other;
    if ((duty || !over) && (!*earliest || strcmp(date, *earliest) < 0))
        *earliest = date;
}

/* The deadlines of the post with this id, or (id NULL) those of no post. */
static void add_deadlines(table *t, hj_status_row *r, hj_status_thing *thing,
                          const xmlNode *record, const char *id)
{
    bool first = true;
    hj_buf_str(&t->json, ", \"frister\": [");
    for (xmlNode *n = record->children; n; n = n->next) {
        const char *whose = is(n, "frist") ? get(t->w->arena, n, "for") : NULL;
        if (!is(n, "frist") || (whose == NULL) != (id == NULL) || (id && strcmp(whose, id) != 0))
            continue;
        add_deadline(t, r, thing, n, first, false);
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
        const char *name = get(arena, n, attribute), *text = text_of(arena, n, "tekst");
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
        if (!is(n, "neste") || !says(t->w->arena, n, "mulig", "ja"))
            continue;
        hj_buf_str(&t->json, first ? "" : ", ");
        hj_buf_json(&t->json, get(t->w->arena, n, "hendelse"));
        first = false;
    }
    hj_buf_str(&t->json, "]");
}

/* How many processes the record has at this node. */
static int processes_at(const xmlNode *record, const char *node, hj_arena *arena)
{
    int n = 0;
    for (const xmlNode *c = record->children; c; c = c->next)
        n += is(c, "prosess") && (node ? says(arena, c, "sti", node) : !get(arena, c, "sti"));
    return n;
}

static void add_lines(hj_arena *arena, const char **cell, const char *lines)
{
    while (*lines) {
        size_t n = strcspn(lines, "\n");
        *cell = with_new_line(arena, *cell, hj_arena_printf(arena, "%.*s", (int)n, lines));
        lines += n + (lines[n] == '\n');
    }
}

static void add_process(table *t, const xmlNode *p, bool first)
{
    hj_arena *arena = t->w->arena;
    hj_lang lang = t->w->diags->lang;
    const char *node = get(arena, p, "sti");
    hj_status_thing *thing = thing_at(t, node);
    hj_status_row *r = add_row(t, thing, "prosess");
    const char *name = get(arena, p, "navn"), *about = text_of(arena, p, "tekst");
    const char *id = get(arena, p, "for"), *state = get(arena, p, "tilstand"), *unused = "";
    int odd = 0;
    bool ended = says(arena, p, "slutt", "ja");
    about = about ? about : name ? name : "";
    const char *what = *thing->about && strcmp(about, thing->about) != 0 ? thing->about : NULL;
    r->about = what ? hj_arena_printf(arena, "%s: %s", about, what)
             : id && !*thing->about ? hj_arena_printf(arena, "%s %s", about, id) : about;
    thing->about = *thing->about ? thing->about : r->about;
    r->since = get(arena, p, "siden");
    hj_buf_str(&t->json, first ? "\n  {" : ",\n  {");
    json_pair(&t->json, "navn", name, true);
    json_pair(&t->json, "for", id, false);
    json_pair(&t->json, "tilstand", state, false);
    json_pair(&t->json, "siden", r->since, false);
    json_pair(&t->json, "slutt", get(arena, p, "slutt"), false);
    if (!state)
        r->stands = hj_tr(lang, HJ_T("cannot be decided yet; one of"));
    add_names(t, &r->stands, p, "staar", "navn", "staar");
    if (r->since)
        r->stands = hj_arena_printf(arena, hj_tr(lang, HJ_T("%s, since %s")), r->stands, r->since);
    r->since = r->since ? r->since : "";
    add_names(t, &r->to_act, p, "ansvar", "rolle", "ansvar");
    add_names(t, &r->missing, p, "mangler", "faktum", "mangler");
    add_next(t, p);
    add_names(t, &unused, p, "avvik", "slag", "avvik");
    for (xmlNode *n = p->children; n; n = n->next) /* what is still to come fits well enough */
        odd += is(n, "avvik") && !says(arena, n, "slag", "etter");
    const char *fault =
        hj_arena_printf(arena, hj_tr(lang, HJ_T("events that do not fit: %d")), odd);
    if (odd)
        r->stands = with_line(arena, r->stands, fault);
    const char *line = processes_at(p->parent, node, arena) > 1
        ? hj_arena_printf(arena, "%s: %s", about, r->stands) : r->stands;
    thing->state = with_line(arena, thing->state, line);
    add_lines(arena, &thing->to_act, r->to_act);
    add_lines(arena, &thing->missing, r->missing);
    thing->ended += ended;
    thing->processes++;
    hj_buf_str(&t->json, ", \"frister\": [");
    bool first_due = true;
    for (xmlNode *n = p->children; n; n = n->next) {
        if (!is(n, "frist"))
            continue;
        add_deadline(t, r, thing, n, first_due, true);
        first_due = false;
    }
    hj_buf_str(&t->json, "]}");
}

static void add_post(table *t, const xmlNode *record, const xmlNode *post, const char *level,
                     bool first)
{
    hj_arena *arena = t->w->arena;
    hj_lang lang = t->w->diags->lang;
    hj_status_thing *thing = thing_at(t, get(arena, post, "sti"));
    hj_status_row *r = add_row(t, thing, "post");
    const char *title = text_where(arena, post, "egenskap", "navn", "tittel");
    const char *proposed = outcome_word(t, record, get(arena, post, "innstilling"));
    const char *decided = outcome_word(t, record, get(arena, post, "vedtak"));
    title = title ? title : *thing->about ? thing->about : get(arena, post, "regel");
    r->about = title ? title : "";
    thing->about = *thing->about ? thing->about : r->about;
    proposed = proposed ? proposed : "–";
    const char *stands =
        decided ? decided : hj_arena_printf(arena, hj_tr(lang, "%s (proposed)"), proposed);
    const char *more = hj_arena_printf(arena, hj_tr(lang, "the rules propose %s"), proposed);
    if (says(arena, post, "avvik", "ja"))
        stands = with_line(arena, stands, more);
    const char **cell = decided ? &thing->decided : &thing->proposed;
    if (!says(arena, post, "innstilling", "ukjent") || decided || !has(post, "mangler"))
        *cell = with_new_line(arena, *cell, stands); /* else what is missing says it */
    more = hj_arena_printf(arena, hj_tr(lang, "checklist: %s"), level ? level : "");
    if (level && strcmp(level, "ok") != 0) {
        stands = with_line(arena, stands, more);
        thing->level = more;
    }
    r->stands = stands;
    hj_buf_str(&t->json, first ? "\n  {" : ",\n  {");
    json_pair(&t->json, "tittel", r->about, true);
    json_pair(&t->json, "regel", get(arena, post, "regel"), false);
    json_pair(&t->json, "innstilling", get(arena, post, "innstilling"), false);
    json_pair(&t->json, "vedtak", get(arena, post, "vedtak"), false);
    json_pair(&t->json, "avvik", get(arena, post, "avvik"), false);
    hj_buf_str(&t->json, ", \"mangler\": [");
    for (xmlNode *n = post->children; n; n = n->next) {
        if (!is(n, "mangler"))
            continue;
        const char *fact = get(arena, n, "faktum"), *text = text_of(arena, n, "tekst");
        hj_buf_str(&t->json, *r->missing ? ", {" : "{");
        json_pair(&t->json, "faktum", fact, true);
        json_pair(&t->json, "tekst", text, false);
        hj_buf_str(&t->json, "}");
        r->missing = with_line(arena, r->missing, text && *text ? text : fact ? fact : "");
    }
    hj_buf_str(&t->json, "]");
    if (!decided)
        add_lines(arena, &thing->missing, r->missing);
    add_deadlines(t, r, thing, record, get(arena, post, "id"));
    hj_buf_str(&t->json, "}");
}

static void begin_case(table *t, const char *label)
{
    told_case one = {.from = t->json.len, .first_thing = t->n_things,
                     .order = (size_t)t->n_cases};
    HJ_LIST_ADD(t->w->arena, t->cases, t->n_cases, t->cap_cases, one, told_case);
    t->label = label;
    hj_buf_str(&t->json, "\n {");
    json_pair(&t->json, "fil", t->file, true);
    json_pair(&t->json, "sak", label, false);
}

static void end_case(table *t)
{
    told_case *one = &t->cases[t->n_cases - 1];
    hj_buf_str(&t->json, "}");
    one->to = t->json.len;
    one->n_things = t->n_things - one->first_thing;
    for (int i = one->first_thing; i < t->n_things; i++)
        if (!one->most_urgent || hj_status_urgency(t->things[i], one->most_urgent) < 0)
            one->most_urgent = t->things[i];
}

/* A deadline of the case that a process in it has too is told there. */
static bool in_a_process(table *t, const xmlNode *record, const xmlNode *frist)
{
    hj_arena *arena = t->w->arena;
    const char *name = get(arena, frist, "navn"), *date = get(arena, frist, "dato");
    for (const xmlNode *p = record->children; p && name && date; p = p->next)
        for (const xmlNode *n = is(p, "prosess") ? p->children : NULL; n; n = n->next)
            if (is(n, "frist") && says(arena, n, "navn", name) && says(arena, n, "dato", date))
                return true;
    return false;
}

static void add_own_deadlines(table *t, const xmlNode *record)
{
    hj_status_thing *thing = NULL, aside = {.duties = "", .others = ""};
    hj_status_row *r = NULL;
    bool first = true;
    hj_buf_str(&t->json, ", \"frister\": [");
    for (xmlNode *n = record->children; n; n = n->next) {
        if (!is(n, "frist") || get(t->w->arena, n, "for"))
            continue;
        hj_status_thing *whose = &aside;
        if (!in_a_process(t, record, n))
            whose = thing = thing ? thing : thing_at(t, "");
        if (!r)
            r = add_row(t, whose != &aside ? whose
                        : t->things[t->cases[t->n_cases - 1].first_thing], "sak");
        add_deadline(t, r, whose, n, first, false);
        first = false;
    }
    hj_buf_str(&t->json, "]");
    if (thing && !*thing->about)
        thing->about = hj_tr(t->w->diags->lang, HJ_T("the case as a whole"));
}

static void add_case(table *t, hj_work *one)
{
    hj_arena *arena = t->w->arena;
    const xmlNode *record = xmlDocGetRootElement(one->record->xml);
    const char *level = get(arena, record, "nivaa");
    bool first = true;
    for (xmlNode *n = record->children; n && first; n = n->next)
        first = !is(n, "post") && !is(n, "frist") && !is(n, "prosess");
    if (first)
        return; /* nothing is decided or due here: minutes, a plan */
    begin_case(t, hj_arena_strdup(arena, hj_work_label(one, '/')));
    json_pair(&t->json, "nivaa", level, false);
    hj_buf_str(&t->json, ", \"poster\": [");
    first = true;
    for (xmlNode *n = record->children; n; n = n->next)
        if (is(n, "post")) {
            add_post(t, record, n, level, first);
            first = false;
        }
    hj_buf_str(&t->json, first ? "], \"prosesser\": [" : "\n ], \"prosesser\": [");
    first = true;
    for (xmlNode *n = record->children; n; n = n->next)
        if (is(n, "prosess")) {
            add_process(t, n, first);
            first = false;
        }
    hj_buf_str(&t->json, first ? "]" : "\n ]");
    add_own_deadlines(t, record);
    end_case(t);
}

/* Nothing is known about it; that must not look as if it did not exist. */
static void add_broken(table *t)
{
    begin_case(t, NULL);
    hj_status_thing *thing = thing_at(t, "");
    hj_status_row *r = add_row(t, thing, "feil");
    r->stands = thing->state = hj_tr(t->w->diags->lang, HJ_T("cannot be read: see the messages"));
    hj_buf_str(&t->json, ", \"feil\": \"ja\"");
    end_case(t);
}

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

static int by_urgency(const void *a, const void *b)
{
    const told_case *x = a, *y = b;
    int d = hj_status_urgency(x->most_urgent, y->most_urgent);
    return d ? d : x->order < y->order ? -1 : 1;
}

static void print_json(table *t, hj_buf *out)
{
    if (t->n_cases)
        qsort(t->cases, (size_t)t->n_cases, sizeof *t->cases, by_urgency);
    hj_buf_char(out, '[');
    for (int i = 0; i < t->n_cases; i++) {
        hj_buf_str(out, i ? "," : "");
        hj_buf_add(out, t->json.data + t->cases[i].from, t->cases[i].to - t->cases[i].from);
    }
    hj_buf_str(out, "\n]\n");
}

hjemmel_result *hjemmel_status(hjemmel *h, const char *const *paths, size_t n,
                               const hjemmel_job *job)
{
    hj_work *w = hj_work_new(h, n ? paths[0] : "", job);
    table t = {.w = w};
    hj_buf out = {0};
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
    if (ready && w->job->json)
        print_json(&t, &out);
    else if (ready && w->job->csv)
        hj_status_csv(t.rows, t.n_rows, &out);
    else if (t.n_things)
        hj_status_table(t.things, t.n_things, t.today, w, &out);
    hj_buf_free(&t.json);
    return hj_work_finish(w, &out);
}
