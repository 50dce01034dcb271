/* hjemmel test templates/: every case made into every document it can become, in both målformer.
 *
 * The hard idea: the whole way is gone, from the case to areas on pages, so that a branch counts
 * only when a document that could be sent went through it. What the checklist stops is no document,
 * and what a template refuses with xsl:message terminate="yes" is not one either: both are told,
 * and neither is a fault. Among the cases may be files of variants (author/variants.h). */
#include <libxml/tree.h>
#include <string.h>

#include "author/reach.h"
#include "author/variants.h"
#include "base/element.h"
#include "handle.h"

typedef struct letters {
    hjemmel *handle;
    const hjemmel_job *job;
    hj_work *whole; /* of the command: what is told of the cases as a whole, and the memory */
    hj_templates *templates;
    hj_reach *reach;
    hj_rulebase *base; /* the packs the book is made of; NULL: the handle's */
    const char *packs; /* path of the rules: what stands for them among the cases */
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

/* Which points of the checklist stop a document: "vedtak 11, vedtak 15". */
static const char *stopping(const hj_record *record, hj_arena *arena)
{
    const char *all = "";
    const xmlNode *root = xmlDocGetRootElement((xmlDoc *)record->xml);
    for (const xmlNode *n = root->children; n; n = n->next)
        if (n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, "funn") == 0
            && strcmp(hj_attribute(n, "nivaa"), "stopp") == 0)
            all = hj_arena_printf(arena, "%s%s%s %s", all, *all ? ", " : "",
                                  hj_attribute(n, "sjekkliste"), hj_attribute(n, "punkt"));
    return all;
}

/* The case and the kommune file a variant tells of, in the place of those it begins from. */
static bool read_variant(hj_work *w, const hj_variant *v)
{
    if (!hj_work_read(w))
        return false;
    const hj_schemas *schemas = hj_handle_schemas(w->handle, w->diags);
    const hj_document **documents[] = {&w->document, &w->kommune};
    for (int part = HJ_VARIANT_CASE; part <= HJ_VARIANT_KOMMUNE; part++) {
        if (!v->changes[part])
            continue;
        const char *from = part == HJ_VARIANT_CASE ? v->base : w->kommune_path;
        if (!from) {
            hj_error(w->diags, "HJ-TEST-003", HJ_AT(v->file, v->line),
                     "the case has no kommune file to change");
            return false;
        }
        size_t n = 0;
        void *doc = hj_xml_read(from, HJ_LIMIT_XML_BYTES, w->arena, w->diags);
        const char *bytes =
            doc ? hj_variant_make(v, (hj_variant_part)part, doc, &n, w->arena, w->diags) : NULL;
        *documents[part] =
            bytes ? hj_document_parse(schemas, bytes, n, from, w->arena, w->diags) : NULL;
        if (!*documents[part])
            return false;
    }
    return true;
}

/* The record as other packs could have made it. Written out first: its nodes are the arena's. */
static bool change_record(hj_work *w, const hj_variant *v)
{
    xmlChar *text = NULL;
    int len = 0;
    size_t n = 0;
    xmlDocDumpMemoryEnc(w->record->xml, &text, &len, "UTF-8");
    void *doc = hj_xml_parse((const char *)text, (size_t)len, v->file, w->arena, w->diags);
    const char *bytes =
        doc ? hj_variant_make(v, HJ_VARIANT_RECORD, doc, &n, w->arena, w->diags) : NULL;
    xmlFree(text);
    w->record->xml = bytes ? hj_xml_parse(bytes, n, v->file, w->arena, w->diags) : NULL;
    return w->record->xml != NULL;
}

/* The words, and the pages. */
static bool reach(letters *l, hj_work *w)
{
    xmlChar *words = xmlNodeGetContent(w->output);
    hj_reach_document(l->reach, words ? (const char *)words : "", w->job->maalform);
    xmlFree(words);
    if (strcmp(w->type->medium, "pdf") == 0 && !hj_work_layout(w, true))
        return false;
    l->made++;
    return true;
}

/* As far as the document can come. */
static bool make(letters *l, hj_work *w, hj_outcome *o, const hj_variant *variant)
{
    hj_arena *arena = l->whole->arena;
    const char *stopped = hj_tr(l->handle->lang, HJ_T("the checklist stops it"));
    if (variant && !read_variant(w, variant))
        return false;
    if (o->file == l->packs) /* a book of them is no case: nothing to decide */
        return hj_work_weave(w, l->base) && reach(l, w);
    if (!hj_work_decide(w))
        return false;
    if (w->record->level == HJ_LEVEL_STOPP) {
        o->skipped = hj_arena_printf(arena, "%s: %s", stopped, stopping(w->record, arena));
        l->stopped++;
        return true;
    }
    if (variant && variant->changes[HJ_VARIANT_RECORD] && !change_record(w, variant))
        return false;
    if (!hj_work_transform(w)) {
        const char *says = hj_refusal(w->diags);
        if (!says)
            return false;
        o->skipped = hj_arena_printf(arena, "%s: %s",
                                     hj_tr(l->handle->lang, HJ_T("the template refuses")), says);
        l->refused++;
        return true;
    }
    return reach(l, w);
}

static void try_one(letters *l, const char *path, const hj_doctype *type, const char *maalform,
                    const hj_variant *v)
{
    hj_arena *arena = l->whole->arena;
    hjemmel_job job = {.dokument = type ? type->name : NULL, .maalform = maalform,
                       .kommune = l->job->kommune, .dato = l->job->dato};
    if (v && v->archive)
        job.grunnlag = HJEMMEL_GROUNDS_ALL;
    const char *name = path;
    if (type)
        name = hj_arena_printf(arena, "%s: %s, %s%s%s", path, type->name, maalform, v ? ": " : "",
                               v ? v->name : "");
    hj_outcome *o = add(l, path, name);
    o->line = v ? v->line : 1;
    hj_work *w = hj_work_new(l->handle, v ? v->base : path, &job);
    w->brief = true;
    if (!make(l, w, o, v) || w->diags->errors > (o->skipped != NULL)) {
        hj_buf why = {0};
        hj_diags_text(w->diags, &why, false);
        o->why = hj_arena_strdup(arena, why.data ? why.data : "");
        hj_buf_free(&why);
        l->failed++;
    }
    hj_arena_free(w->arena);
}

/* Every document that is made of this kind of case. */
static bool try_kinds(letters *l, const char *path, const char *root, const hj_variant *v)
{
    bool any = false;
    const hj_doctype *type;
    for (size_t i = 0; (type = hj_doctype_at(l->templates, i)); i++)
        if (strcmp(type->input, root) == 0
            && (!v || !v->dokument || strcmp(v->dokument, type->name) == 0)) {
            any = true;
            try_one(l, path, type, "nb", v);
            try_one(l, path, type, "nn", v);
        }
    return any;
}

static void try_variants(letters *l, const char *path)
{
    size_t n;
    hj_diags *diags = l->whole->diags;
    const hj_variant *all = hj_variants_read(path, &n, l->whole->arena, diags);
    for (size_t i = 0; all && i < n; i++) {
        const char *root = "", *ns = "";
        if (!hj_xml_root(all[i].base, l->whole->arena, &root, &ns)
            || !try_kinds(l, path, root, &all[i]))
            hj_error(diags, "HJ-TEST-004", HJ_AT(path, all[i].line),
                     "%s is no case that a document is made of", all[i].base);
    }
}

/* asked: the file itself was named; one that becomes no document is then a fault. */
static void try_file(letters *l, const char *path, bool asked)
{
    const char *root = "", *ns = "";
    hj_arena *arena = hj_arena_new();
    if (!hj_xml_root(path, arena, &root, &ns))
        root = "";
    if (strcmp(root, HJ_VARIANTS_ROOT) == 0)
        try_variants(l, path);
    else if (!try_kinds(l, path, root, NULL) && asked)
        try_one(l, path, NULL, "nb", NULL);
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

/* Without cases named: the folder samples beside the templates, and proever in them. */
static void try_own(letters *l)
{
    hj_arena *arena = l->whole->arena;
    const char *above = hj_folder_of(arena, l->handle->template_dir);
    const char *folders[] = {
        hj_path_join(arena, strcmp(above, ".") == 0 ? "" : above, "samples"),
        hj_path_join(arena, l->handle->template_dir, "proever")};
    for (size_t i = 0; i < HJ_COUNT(folders); i++)
        if (hj_file_is_dir(folders[i]))
            try_all(l, folders[i]);
}

/* The book of the packs; and of those under proever, which have what it can tell and they lack. */
static void try_books(letters *l)
{
    const char *dirs[] = {
        hj_path_join(l->whole->arena, l->handle->template_dir, "proever/pakker"), NULL};
    l->packs = l->handle->rule_dirs[0];
    try_kinds(l, l->packs, HJ_BOOK, NULL);
    if (!hj_file_is_dir(dirs[0]))
        return;
    l->packs = dirs[0];
    l->base = hj_rulebase_load(dirs, l->whole->diags);
    if (l->base)
        try_kinds(l, l->packs, HJ_BOOK, NULL);
    hj_rulebase_free(l->base);
}

static void test_templates(letters *l, const char *const *cases, size_t n, hj_buf *out)
{
    hj_lang lang = l->handle->lang;
    const hj_doctype *type;
    hj_buf text = {0}, members = {0};
    for (size_t i = 0; (type = hj_doctype_at(l->templates, i)); i++)
        hj_doctype_compile(l->templates, type, l->whole->diags); /* what is broken is told once */
    if (n == 0)
        try_own(l);
    if (n == 0 && !l->whole->diags->errors)
        try_books(l);
    if (n == 0 && !l->n && !l->whole->diags->errors) {
        hj_error_blame(l->whole->diags, HJ_BLAME_USAGE, "HJ-TEST-002",
                       HJ_FILE(l->handle->template_dir),
                       "there are no cases to test the templates with");
        hj_hint(l->whole->diags,
                "name cases, or a folder of them, after the templates; or --cases FOLDER");
        return;
    }
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
