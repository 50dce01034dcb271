/* hjemmel test templates/: every case made into every document it can become, in both målformer.
 *
 * The hard idea: the whole way is gone, from the case to areas on pages, so that a branch counts
 * only when a document that could be sent went through it. What the checklist stops is no document,
 * and what a template refuses with xsl:message terminate="yes" is not one either: both are told,
 * and neither is a fault. */
#include <libxml/tree.h>
#include <string.h>

#include "author/reach.h"
#include "handle.h"

typedef struct letters {
    hjemmel *handle;
    const hjemmel_job *job;
    hj_work *whole; /* of the command: what is told of the cases as a whole, and the memory */
    hj_templates *templates;
    hj_reach *reach;
    hj_outcome *all;
    size_t n, cap;
    int failed, made, stopped, refused;
} letters;

static hj_outcome *add(letters *l, const char *file, const char *name)
{
    if (l->n == l->cap) {
        l->cap = l->cap ? l->cap * 2 : 64;
        hj_outcome *more = HJ_ARRAY(l->whole->arena, l->cap, hj_outcome);
        if (l->n)
            memcpy(more, l->all, l->n * sizeof *more);
        l->all = more;
    }
    l->all[l->n] = (hj_outcome){.file = file, .name = name, .line = 1};
    return &l->all[l->n++];
}

/* As far as the document can come. */
static bool make(letters *l, hj_work *w, hj_outcome *o)
{
    hj_arena *arena = l->whole->arena;
    const char *stopped = hj_tr(l->handle->lang, HJ_T("the checklist stops it"));
    if (!hj_work_decide(w))
        return false;
    if (w->record->level == HJ_LEVEL_STOPP) {
        o->skipped = stopped;
        l->stopped++;
        return true;
    }
    if (!hj_work_transform(w)) {
        const char *says = hj_refusal(w->diags);
        if (!says)
            return false;
        o->skipped = hj_arena_printf(arena, "%s: %s",
                                     hj_tr(l->handle->lang, HJ_T("the template refuses")), says);
        l->refused++;
        return true;
    }
    xmlChar *words = xmlNodeGetContent(w->output);
    hj_reach_document(l->reach, words ? (const char *)words : "", w->job->maalform);
    xmlFree(words);
    if (strcmp(w->type->medium, "pdf") == 0 && !hj_work_layout(w, true))
        return false;
    l->made++;
    return true;
}

static void try_one(letters *l, const char *path, const hj_doctype *type, const char *maalform)
{
    hj_arena *arena = l->whole->arena;
    hjemmel_job job = {.dokument = type ? type->name : NULL, .maalform = maalform,
                       .kommune = l->job->kommune, .dato = l->job->dato};
    const char *name = type ? hj_arena_printf(arena, "%s: %s, %s", path, type->name, maalform)
                            : path;
    hj_outcome *o = add(l, path, name);
    hj_work *w = hj_work_new(l->handle, path, &job);
    w->brief = true;
    if (!make(l, w, o) || w->diags->errors > (o->skipped != NULL)) {
        hj_buf why = {0};
        hj_diags_text(w->diags, &why, false);
        o->why = hj_arena_strdup(arena, why.data ? why.data : "");
        hj_buf_free(&why);
        l->failed++;
    }
    hj_arena_free(w->arena);
}

/* asked: the file itself was named; one that becomes no document is then a fault. */
static void try_file(letters *l, const char *path, bool asked)
{
    const char *root = "", *ns = "";
    hj_arena *arena = hj_arena_new();
    if (!hj_xml_root(path, arena, &root, &ns))
        root = "";
    bool any = false;
    const hj_doctype *type;
    for (size_t i = 0; (type = hj_doctype_at(l->templates, i)); i++)
        if (strcmp(type->input, root) == 0) {
            any = true;
            try_one(l, path, type, "nb");
            try_one(l, path, type, "nn");
        }
    if (!any && asked)
        try_one(l, path, NULL, "nb");
    hj_arena_free(arena);
}

static void try_all(letters *l, const char *path)
{
    if (!hj_file_is_dir(path)) {
        try_file(l, hj_arena_strdup(l->whole->arena, path), true);
        return;
    }
    size_t before = l->n;
    const char **files = hj_documents_below(path, l->whole->arena, l->whole->diags);
    for (; *files; files++)
        try_file(l, *files, false);
    if (l->n == before)
        hj_error(l->whole->diags, "HJ-TEST-001", HJ_FILE(path),
                 "there is no case in this folder that any template makes a document of");
}

static void test_templates(letters *l, const char *const *cases, size_t n, hj_buf *out)
{
    hj_arena *arena = l->whole->arena;
    hj_lang lang = l->handle->lang;
    const hj_doctype *type;
    hj_buf text = {0}, members = {0};
    for (size_t i = 0; (type = hj_doctype_at(l->templates, i)); i++)
        hj_doctype_compile(l->templates, type, l->whole->diags); /* what is broken is told once */
    const char *above = hj_folder_of(arena, l->handle->template_dir);
    const char *beside = hj_path_join(arena, strcmp(above, ".") == 0 ? "" : above, "samples");
    if (n == 0 && !hj_file_is_dir(beside)) {
        hj_error_blame(l->whole->diags, HJ_BLAME_USAGE, "HJ-TEST-002", HJ_FILE(beside),
                       "there are no cases to test the templates with");
        hj_hint(l->whole->diags,
                "name cases, or a folder of them, after the templates; or --cases FOLDER");
        return;
    }
    if (n == 0)
        try_all(l, beside);
    for (size_t i = 0; i < n; i++)
        try_all(l, cases[i]);
    hj_buf_printf(&text, hj_tr(lang, HJ_T("documents: %d made, %d stopped by the checklist, %d refused by the template\n")),
                  l->made, l->stopped, l->refused);
    int share = hj_reach_report(l->reach, lang, &text, &members);
    hj_report(l->all, l->n, text.data, members.data, hj_report_format_of(l->job), out);
    l->failed += share < l->job->threshold;
    hj_buf_free(&text);
    hj_buf_free(&members);
}

hjemmel_result *hjemmel_test_templates(hjemmel *h, const char *const *cases, size_t n,
                                       const hjemmel_job *job)
{
    hj_work *w = hj_work_new(h, h->template_dir, job);
    letters l = {.handle = h, .job = w->job, .whole = w};
    hj_buf out = {0};
    hj_rulebase *base = hj_handle_rules(h, w->diags);
    l.templates = hj_handle_templates(h, w->diags);
    if (base && l.templates) {
        l.reach = hj_reach_new(l.templates, base, w->arena);
        test_templates(&l, cases, n, &out);
    }
    hjemmel_result *r = hj_work_finish(w, &out);
    if (l.failed && r->blame == 0)
        r->blame = HJ_BLAME_INPUT;
    return r;
}
