/* What the console shows: the record in short lines, and two records side by side.
 *
 * The hard idea: two records are compared by what a person would call a thing (a post by id and
 * rule, a deadline by name and post, a finding by list and point), never by where it stands. */
#include <string.h>

#include "console.h"

#define attr hj_attribute
#define named hj_element_next

static const xmlNode *first(const xmlNode *parent, const char *name)
{
    return parent ? named(parent->children, name) : NULL;
}

void hj_console_line(hj_talk *t, const char *english)
{
    hj_buf_printf(t->out, "%s\n", hj_tr(t->lang, english));
}

static const xmlNode *root_of(const hj_record *record)
{
    return xmlDocGetRootElement((xmlDoc *)record->xml);
}

/* The text child in bokmål, which comes first: the console's own words are in bokmål or English. */
static const char *text_of(const xmlNode *node)
{
    const xmlNode *t = named(node->children, "tekst");
    return t && t->children && t->children->content ? (const char *)t->children->content : "";
}

static const char *known_words(hj_talk *t, const char *known)
{
    static const struct { const char *known, *says; } words[] = {
        {"ikke_oppgitt", HJ_T("unknown, not stated")},
        {"ikke_relevant", HJ_T("unknown, not relevant")},
        {"under_innhenting", HJ_T("unknown, being collected")}};
    for (size_t i = 0; i < HJ_COUNT(words); i++)
        if (strcmp(known, words[i].known) == 0)
            return hj_tr(t->lang, words[i].says);
    return known;
}

static void place(hj_talk *t, const xmlNode *node)
{
    if (*attr(node, "fil"))
        hj_buf_printf(t->out, "  (%s:%s)", attr(node, "fil"), attr(node, "linje"));
}

/* "a, b": the names of what is missing. */
static const char *missing_names(hj_talk *t, const xmlNode *post)
{
    const char *all = "";
    for (const xmlNode *m = named(post->children, "mangler"); m; m = named(m->next, "mangler"))
        all = hj_arena_printf(t->arena, "%s%s%s", all, *all ? ", " : "", attr(m, "faktum"));
    return all;
}

/* ---- one record ---- */

void hj_console_post(hj_talk *t, const xmlNode *post)
{
    const char *missing = missing_names(t, post);
    hj_buf_printf(t->out, "%s (%s): %s", attr(post, "regel"), attr(post, "id"),
                  attr(post, "innstilling"));
    if (*attr(post, "vedtak"))
        hj_buf_printf(t->out, "; %s %s", hj_tr(t->lang, HJ_T("decided:")), attr(post, "vedtak"));
    if (*missing)
        hj_buf_printf(t->out, "; %s %s", hj_tr(t->lang, HJ_T("missing:")), missing);
    if (*attr(post, "regelfil"))
        hj_buf_printf(t->out, "  (%s:%s)", attr(post, "regelfil"), attr(post, "regellinje"));
    hj_buf_char(t->out, '\n');
}

void hj_console_overview(hj_talk *t, const hj_record *record)
{
    const xmlNode *post = first(root_of(record), "post");
    if (!post)
        hj_console_line(t, HJ_T("No rule applies to anything in this document."));
    for (; post; post = named(post->next, "post"))
        hj_console_post(t, post);
}

typedef struct seen {
    const char **names;
    size_t n, cap;
} seen;

static bool first_time(hj_talk *t, seen *s, const char *name)
{
    for (size_t i = 0; i < s->n; i++)
        if (strcmp(s->names[i], name) == 0)
            return false;
    if (s->n == s->cap) {
        s->cap = s->cap ? s->cap * 2 : 32;
        const char **more = HJ_ARRAY(t->arena, s->cap, const char *);
        if (s->n)
            memcpy(more, s->names, s->n * sizeof *more);
        s->names = more;
    }
    s->names[s->n++] = name;
    return true;
}

static void show_fact(hj_talk *t, const xmlNode *f)
{
    bool known = strcmp(attr(f, "kjent"), "ja") == 0;
    hj_buf_printf(t->out, "  %s = %s", attr(f, "navn"),
                  known ? attr(f, "verdi") : known_words(t, attr(f, "kjent")));
    if (strcmp(attr(f, "utledet"), "ja") == 0)
        hj_buf_printf(t->out, "  (%s)", hj_tr(t->lang, HJ_T("derived")));
    place(t, f);
    hj_buf_printf(t->out, "  %s\n", text_of(f));
}

static void facts_below(hj_talk *t, const xmlNode *node, seen *s, const char *only, int depth)
{
    enum { DEEPEST = 200 };
    for (const xmlNode *n = node->children; n && depth < DEEPEST; n = n->next) {
        if (n->type != XML_ELEMENT_NODE)
            continue;
        if (strcmp((const char *)n->name, "faktum") == 0
            && (!only || strcmp(attr(n, "navn"), only) == 0)
            && first_time(t, s, attr(n, "navn")))
            show_fact(t, n);
        facts_below(t, n, s, only, depth + 1);
    }
}

void hj_console_facts(hj_talk *t, const hj_record *record, const char *only)
{
    for (const xmlNode *p = first(root_of(record), "post"); p; p = named(p->next, "post")) {
        seen s = {0};
        hj_buf_printf(t->out, "%s (%s)\n", attr(p, "regel"), attr(p, "id"));
        facts_below(t, p, &s, only, 0);
    }
}

void hj_console_declared(hj_talk *t, const hj_entry *fact)
{
    const hj_faktum *f = hj_faktum_of(fact);
    hj_buf_printf(t->out, "  %s: %s  (%s:%d)\n", hj_fact_type_name(f->decl.type),
                  f->tekst.nb ? f->tekst.nb : "",
                  f->e.place.file, f->e.place.line);
}

void hj_console_missing(hj_talk *t, const hj_record *record, const xmlNode *only)
{
    bool any = false;
    for (const xmlNode *p = first(root_of(record), "post"); p; p = named(p->next, "post")) {
        const xmlNode *m = named(p->children, "mangler");
        if (!m || (only && p != only))
            continue;
        any = true;
        hj_buf_printf(t->out, "%s (%s)\n", attr(p, "regel"), attr(p, "id"));
        for (; m; m = named(m->next, "mangler")) {
            hj_buf_printf(t->out, "  %s. %s  %s  [%s]\n", attr(m, "rang"), attr(m, "faktum"),
                          text_of(m), known_words(t, attr(m, "kjent")));
            if (*attr(m, "sti"))
                hj_buf_printf(t->out, "     %s %s\n", hj_tr(t->lang, HJ_T("goes in")),
                              attr(m, "sti"));
        }
    }
    if (!any)
        hj_console_line(t, HJ_T("Nothing is missing that could change the outcome."));
}

/* ---- two records ---- */

static bool same(const xmlNode *a, const xmlNode *b, const char *const *keys)
{
    for (; *keys; keys++)
        if (strcmp(attr(a, *keys), attr(b, *keys)) != 0)
            return false;
    return true;
}

static const xmlNode *twin(const xmlNode *root, const xmlNode *of, const char *const *keys)
{
    const char *name = (const char *)of->name;
    for (const xmlNode *n = named(root->children, name); n; n = named(n->next, name))
        if (same(n, of, keys))
            return n;
    return NULL;
}

static const char *const post_keys[] = {"id", "regel", NULL};
static const char *const due_keys[] = {"navn", "for", NULL};
static const char *const finding_keys[] = {"sjekkliste", "punkt", "sti", "for", NULL};

/* what: the post, for the first thing told of it. */
static void changed(hj_talk *t, const char *what, const char *label, const char *from,
                    const char *to, bool *any)
{
    if (strcmp(from, to) == 0)
        return;
    const char *none = hj_tr(t->lang, HJ_T("nothing"));
    *any = true;
    hj_buf_printf(t->out, "%s%s%s: %s → %s\n", what, *label ? " " : "", label,
                  *from ? from : none, *to ? to : none);
}

static void compare_posts(hj_talk *t, const xmlNode *before, const xmlNode *after, bool *any)
{
    const char *missing = hj_tr(t->lang, HJ_T("missing"));
    for (const xmlNode *p = named(after->children, "post"); p; p = named(p->next, "post")) {
        const xmlNode *old = twin(before, p, post_keys);
        const char *name = hj_arena_printf(t->arena, "%s (%s)", attr(p, "regel"), attr(p, "id"));
        changed(t, name, "", old ? attr(old, "innstilling") : "", attr(p, "innstilling"), any);
        changed(t, name, hj_tr(t->lang, HJ_T("decided")), old ? attr(old, "vedtak") : "",
                attr(p, "vedtak"), any);
        changed(t, name, missing, old ? missing_names(t, old) : "", missing_names(t, p), any);
    }
    for (const xmlNode *p = named(before->children, "post"); p; p = named(p->next, "post"))
        if (!twin(after, p, post_keys))
            changed(t, hj_arena_printf(t->arena, "%s (%s)", attr(p, "regel"), attr(p, "id")), "",
                    attr(p, "innstilling"), "", any);
}

static const char *due_words(hj_talk *t, const xmlNode *f)
{
    if (!f)
        return "";
    if (!*attr(f, "dato"))
        return hj_tr(t->lang, HJ_T("cannot be computed yet"));
    return hj_arena_printf(t->arena, "%s%s%s", attr(f, "dato"), *attr(f, "klokkeslett") ? " " : "",
                           attr(f, "klokkeslett"));
}

static void compare_dues(hj_talk *t, const xmlNode *before, const xmlNode *after, bool *any)
{
    const xmlNode *const sides[] = {after, before};
    for (int side = 0; side < 2; side++)
        for (const xmlNode *f = first(sides[side], "frist"); f; f = named(f->next, "frist")) {
            const xmlNode *other = twin(sides[!side], f, due_keys);
            if (side && other)
                continue; /* told from the other side */
            const char *post = attr(f, "for");
            const char *name = hj_arena_printf(t->arena, "%s%s%s%s", attr(f, "navn"),
                                               *post ? " (" : "", post, *post ? ")" : "");
            changed(t, name, "", due_words(t, side ? f : other), due_words(t, side ? NULL : f),
                    any);
        }
}

static void compare_findings(hj_talk *t, const xmlNode *before, const xmlNode *after, bool *any)
{
    const xmlNode *const sides[] = {before, after};
    for (int side = 0; side < 2; side++)
        for (const xmlNode *f = first(sides[side], "funn"); f; f = named(f->next, "funn")) {
            if (twin(sides[!side], f, finding_keys))
                continue;
            *any = true;
            hj_buf_printf(t->out, "%s %s %s (%s): %s\n",
                          side ? hj_tr(t->lang, HJ_T("new finding:"))
                               : hj_tr(t->lang, HJ_T("no longer found:")),
                          attr(f, "sjekkliste"), attr(f, "punkt"), attr(f, "nivaa"), text_of(f));
        }
}

void hj_console_difference(hj_talk *t, const hj_record *before, const hj_record *after)
{
    const xmlNode *a = root_of(before), *b = root_of(after);
    bool any = false;
    changed(t, "dato", "", attr(a, "dato"), attr(b, "dato"), &any);
    compare_posts(t, a, b, &any);
    compare_dues(t, a, b, &any);
    compare_findings(t, a, b, &any);
    if (!any)
        hj_console_line(t, HJ_T("That changes no outcome, deadline or finding."));
}
