/* check, explain, dump, test: everything that looks and writes no document. */
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

#include "handle.h"
#include "sentence.h"

/* ---- which files ---- */

typedef struct file_list {
    const char **items;
    size_t n, cap;
    hj_arena *arena;
} file_list;

static void add_file(file_list *list, const char *path)
{
    if (list->n + 1 >= list->cap) {
        size_t cap = list->cap ? list->cap * 2 : 64;
        const char **more = HJ_ARRAY(list->arena, cap, const char *);
        if (list->n)
            memcpy(more, list->items, list->n * sizeof *more);
        list->items = more;
        list->cap = cap;
    }
    list->items[list->n++] = path;
}

static void walk(file_list *list, const char *dir, int depth, hj_diags *diags)
{
    enum { DEEPEST = 32 }; /* symbolic links may go in circles */
    char **names = depth < DEEPEST ? hj_dir_list(list->arena, dir, diags) : NULL;
    for (; names && *names; names++) {
        if ((*names)[0] == '.')
            continue;
        const char *path = hj_path_join(list->arena, dir, *names);
        if (hj_file_is_dir(path))
            walk(list, path, depth + 1, diags);
        else if (hj_ends_with(path, ".xml") || hj_ends_with(path, ".fo"))
            add_file(list, path);
    }
}

const char **hj_documents_below(const char *dir, hj_arena *arena, hj_diags *diags)
{
    file_list list = {.arena = arena};
    walk(&list, dir, 0, diags);
    add_file(&list, NULL);
    return list.items;
}

hj_input_kind hj_input_sniff(const char *path)
{
    static const char fo[] = "http://www.w3.org/1999/XSL/Format";
    static const char xsl[] = "http://www.w3.org/1999/XSL/Transform";
    if (strcmp(path, "-") == 0)
        return HJ_INPUT_CASE;
    hj_arena *arena = hj_arena_new();
    hj_input_kind kind = HJ_INPUT_CASE;
    const char *name = "", *ns = "";
    if (!hj_xml_root(path, arena, &name, &ns))
        name = ns = "";
    if (strcmp(ns, fo) == 0)
        kind = HJ_INPUT_FO;
    else if (strcmp(ns, xsl) == 0 || strcmp(name, "tekster") == 0
             || strcmp(name, "dokumenter") == 0
             || strcmp(name, "varianter") == 0)
        kind = HJ_INPUT_TEMPLATE;
    hj_arena_free(arena);
    return kind;
}

static bool has(hj_arena *arena, const char *dir, const char *name)
{
    return hj_file_exists(hj_path_join(arena, dir, name));
}

/* The folder above path that holds name; NULL when there is none. */
static const char *above(hj_arena *arena, const char *path, const char *name)
{
    for (const char *dir = path;;) {
        const char *up = hj_path_dir(arena, dir);
        if (has(arena, up, name))
            return up;
        if (strcmp(up, dir) == 0 || strcmp(up, ".") == 0)
            return NULL;
        dir = up;
    }
}

static bool holds_packs(hj_arena *arena, const char *dir, hj_diags *diags)
{
    for (char **names = hj_dir_list(arena, dir, diags); names && *names; names++)
        if (has(arena, hj_path_join(arena, dir, *names), "pakke.lua"))
            return true;
    return false;
}

/* ---- check ---- */

/* Warnings and notes after `since` that are not about path are somebody else's to read. */
static void keep_those_about(hj_diags *diags, hj_diag *since, const char *path)
{
    size_t n = strlen(path);
    if (path[n ? n - 1 : 0] == '.')
        return; /* . and .. have no name of their own */
    while (n > 1 && path[n - 1] == '/')
        n--;
    hj_diag **at = since ? &since->next : &diags->first;
    diags->last = since;
    while (*at) {
        hj_diag *d = *at;
        const char *file = d->place.file;
        bool about = file && strncmp(file, path, n) == 0 && (!file[n] || file[n] == '/');
        if (d->severity == HJ_ERROR || about || !file) {
            diags->last = d;
            at = &d->next;
        } else {
            diags->warnings -= d->severity == HJ_WARNING;
            *at = d->next;
        }
    }
}

/* A pack leans on those beside it: they are read together. Folders beside it that are no packs are
 * not searched: a pack may stand anywhere. */
static const char *const *packs_in(hj_work *w, const char *dir)
{
    char **names = hj_dir_list(w->arena, dir, w->diags);
    size_t n = 0, found = 0;
    while (names && names[n])
        n++;
    const char **dirs = HJ_ARRAY(w->arena, n + 1, const char *);
    for (size_t i = 0; i < n; i++) {
        const char *one = hj_path_join(w->arena, dir, names[i]);
        if (names[i][0] != '.' && has(w->arena, one, "pakke.lua"))
            dirs[found++] = one;
    }
    return dirs;
}

/* dir holds the packs; about: the one asked about, or a file of it; or NULL. */
static void check_rules(hj_work *w, const char *dir, const char *about)
{
    const char *all[] = {dir, NULL}, *const *dirs = about ? packs_in(w, dir) : all;
    hj_diag *since = w->diags->last;
    hj_date date;
    if (!hj_work_asked_date(w, &date))
        return;
    hj_rulebase_check(*dirs ? dirs : all, date, w->diags);
    if (about)
        keep_those_about(w->diags, since, strcmp(dir, ".") == 0 && about[0] != '/'
                         ? hj_path_join(w->arena, ".", about) : about);
}

static void check_templates(hj_work *w, const char *dir)
{
    hj_templates *templates = hj_templates_load(dir, w->diags);
    if (templates)
        hj_templates_check(templates, w->diags);
    hj_templates_free(templates);
}

static void check_document(hj_work *w)
{
    if (!hj_work_read(w))
        return;
    if (!hj_handle_templates(w->handle, w->diags)
        || (!w->job->dokument && !hj_work_has_doctype(w)))
        return;
    if (!hj_work_decide(w))
        return;
    hj_work_tell_findings(w);
    if (w->record->level == HJ_LEVEL_STOPP || !hj_work_transform(w))
        return;
    if (strcmp(w->type->medium, "pdf") != 0)
        return;
    hj_readability(w->handle->templates.templates, w->type, w->maalform ? w->maalform : "nb",
                   w->output, w->diags);
    hj_work_layout(w, true);
}

static void check_file(hj_work *w, const char *path)
{
    const char *dir;
    if (hj_ends_with(path, ".lua")) {
        dir = above(w->arena, path, "pakke.lua");
        check_rules(w, dir ? hj_path_dir(w->arena, dir) : path, dir ? path : NULL);
        return;
    }
    switch (hj_ends_with(path, ".xsl") ? HJ_INPUT_TEMPLATE : hj_input_sniff(path)) {
    case HJ_INPUT_FO:
        if (hj_work_read_fo(w))
            hj_work_layout(w, true);
        break;
    case HJ_INPUT_TEMPLATE:
        dir = above(w->arena, path, "dokumenter.xml");
        if (dir) {
            check_templates(w, dir);
        } else {
            hj_error(w->diags, "HJ-CHECK-001", HJ_FILE(path),
                     "a template belongs to a folder with dokumenter.xml; there is none above it");
        }
        break;
    case HJ_INPUT_CASE:
        check_document(w);
        break;
    }
}

const char *hj_folder_of(hj_arena *arena, const char *dir)
{
    size_t n = strlen(dir);
    while (n > 1 && dir[n - 1] == '/')
        n--;
    const char *plain = hj_arena_strndup(arena, dir, n), *name = hj_path_base(plain);
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0 || !*name
        ? hj_path_join(arena, plain, "..") : hj_path_dir(arena, plain);
}

static void check_folder(hj_work *w, const char *dir)
{
    if (has(w->arena, dir, "dokumenter.xml")) {
        check_templates(w, dir);
    } else if (has(w->arena, dir, "pakke.lua")) {
        /* A pack leans on those beside it: they are read together. */
        check_rules(w, hj_folder_of(w->arena, dir), dir);
    } else if (holds_packs(w->arena, dir, w->diags)) {
        check_rules(w, dir, NULL);
    } else {
        const char **files = hj_documents_below(dir, w->arena, w->diags);
        if (!*files)
            hj_error(w->diags, "HJ-CHECK-002", HJ_FILE(dir),
                     "there are no cases, rules, templates or FO files in this folder");
        for (; *files; files++) {
            hj_work *one = hj_work_new(w->handle, *files, w->job);
            one->diags = w->diags; /* lives as long as w */
            check_file(one, *files);
            hj_arena_free(one->arena);
        }
    }
}

hjemmel_result *hjemmel_check(hjemmel *h, const char *path, const hjemmel_job *job)
{
    hj_work *w = hj_work_new(h, path, job);
    if (hj_file_is_dir(path))
        check_folder(w, path);
    else
        check_file(w, path);
    return hj_work_finish(w, NULL);
}

/* ---- explain ---- */

hjemmel_result *hjemmel_explain(hjemmel *h, const char *path, const hjemmel_job *job)
{
    hj_work *w = hj_work_new(h, path, job);
    hj_buf out = {0};
    w->changes = true;
    if (w->job->tekst) {
        hj_sentence_explain(w, &out);
    } else if (hj_work_decide(w)) {
        if (w->job->json)
            hj_record_json(w->record, &out);
        else if (w->job->html)
            hj_record_html(w->record, h->lang, &out);
        else
            hj_record_text(w->record, h->lang, &out);
    }
    return hj_work_finish(w, &out);
}

/* ---- dump ---- */

static void dump_xml(void *doc, hj_buf *out)
{
    xmlChar *bytes = NULL;
    int n = 0;
    xmlDocDumpFormatMemoryEnc(doc, &bytes, &n, "UTF-8", 1);
    if (bytes)
        hj_buf_add(out, bytes, (size_t)n);
    xmlFree(bytes);
}

static void dump_attribute(xmlNode *node, const char *name, hj_buf *out)
{
    xmlChar *value = xmlGetNoNsProp(node, BAD_CAST name);
    hj_buf_char(out, '\t');
    hj_buf_str(out, value ? (const char *)value : "");
    xmlFree(value);
}

/* Every fact the decision read, in the order it read them: name, type, what is known, where. */
static void dump_facts(xmlNode *node, hj_buf *out)
{
    for (xmlNode *n = node ? node->children : NULL; n; n = n->next) {
        if (n->type != XML_ELEMENT_NODE)
            continue;
        if (strcmp((const char *)n->name, "faktum") == 0) {
            xmlChar *name = xmlGetNoNsProp(n, BAD_CAST "navn");
            hj_buf_str(out, name ? (const char *)name : "");
            xmlFree(name);
            static const char *const columns[] = {"type", "kjent", "verdi", "fil", "linje", "sti"};
            for (size_t i = 0; i < HJ_COUNT(columns); i++)
                dump_attribute(n, columns[i], out);
            hj_buf_char(out, '\n');
        }
        dump_facts(n, out);
    }
}

typedef enum { FACTS, RECORD, GRUNNLAG, FO, AREAS, TAGS, RULES, FINGERPRINT } stage;
static const char *const stages[] = {"facts", "record", "grunnlag", "fo", "areas", "tags", "rules",
                                     "fingerprint"};

static bool dump_print_tower(hj_work *w, stage what, hj_buf *out)
{
    if (hj_input_sniff(w->path) == HJ_INPUT_FO ? !hj_work_read_fo(w) : !hj_work_transform(w))
        return false;
    if (what == FO && w->document) {
        dump_xml(w->output, out);
        return true;
    }
    if (!hj_work_layout(w, w->document != NULL))
        return false;
    if (what == FO)
        hj_fo_dump(w->tree, out);
    else if (what == AREAS)
        hj_areas_dump(w->areas, out);
    else if (what == TAGS)
        hj_tags_dump(w->areas, out);
    else
        hj_work_fingerprint(w, out);
    return true;
}

static bool dump(hj_work *w, stage what, hj_buf *out)
{
    if (what == RULES) {
        hj_rulebase *base = hj_handle_rules(w->handle, w->diags);
        if (base)
            hj_rulebase_dump(base, out);
        return base != NULL;
    }
    if (what >= FO)
        return dump_print_tower(w, what, out);
    if (!hj_work_decide(w))
        return false;
    if (what == RECORD)
        dump_xml(w->record->xml, out);
    else if (what == FACTS)
        dump_facts(xmlDocGetRootElement(w->record->xml), out);
    else
        dump_xml(hj_transform_input(w->type, w->document, w->kommune, w->record,
                                    w->maalform ? w->maalform : "nb", w->arena), out);
    return true;
}

hjemmel_result *hjemmel_dump(hjemmel *h, const char *path, const char *name, const hjemmel_job *job)
{
    hj_work *w = hj_work_new(h, path, job);
    hj_buf out = {0};
    size_t i = 0;
    while (i < HJ_COUNT(stages) && strcmp(stages[i], name) != 0)
        i++;
    if (i == HJ_COUNT(stages)) {
        const char *near = hj_nearest(name, stages, HJ_COUNT(stages));
        hj_error_blame(w->diags, HJ_BLAME_USAGE, "HJ-DUMP-001", HJ_NOWHERE,
                       "there is no stage \"%s\"", name);
        if (near)
            hj_hint(w->diags, "did you mean \"%s\"?", near);
    } else {
        dump(w, (stage)i, &out);
    }
    return hj_work_finish(w, &out);
}

/* ---- test ---- */

hj_report_format hj_report_format_of(const hjemmel_job *job)
{
    return job && job->junit ? HJ_REPORT_JUNIT : job && job->json ? HJ_REPORT_JSON : HJ_REPORT_TAP;
}

hjemmel_result *hjemmel_test(hjemmel *h, const hjemmel_job *job)
{
    hj_work *w = hj_work_new(h, h->rule_dirs[0], job);
    hj_buf out = {0};
    int failed = 0;
    hj_rulebase *base = hj_handle_rules(h, w->diags);
    if (base)
        failed = hj_author_test(base, h->lang,
                                &(hj_author_options){.coverage = job && job->coverage,
                                                     .mutate = job && job->mutate,
                                                     .format = hj_report_format_of(job),
                                                     .threshold = job ? job->threshold : 0,
                                                     .outcomes = job ? job->outcomes : 0,
                                                     .only = job ? job->only : NULL},
                                &out);
    hjemmel_result *r = hj_work_finish(w, &out);
    if (failed && r->blame == 0)
        r->blame = HJ_BLAME_INPUT;
    return r;
}
