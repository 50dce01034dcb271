/* libhjemmel: the handle, and render.
 *
 * The hard idea: a run is a chain of steps that each know how to do the one before it, so that
 * every command is "how far along the chain, and what of it to show". What belongs to the run dies
 * with its arena; what belongs to the handle is read once and never changed. */
#include "hjemmel.h"

#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

#include "handle.h"

#define HYPHEN_DIR "/usr/share/hyphen" /* where Debian's packages put the patterns */
#define CASE_CAP HJ_LIMIT_XML_BYTES

/* ---- the handle ---- */

const char *const *hj_split_dirs(hj_arena *arena, const char *list)
{
    size_t n = 1;
    for (const char *p = list; *p; p++)
        n += *p == ':';
    const char **dirs = HJ_ARRAY(arena, n + 1, const char *);
    n = 0;
    for (const char *p = list; *p;) {
        size_t len = strcspn(p, ":");
        if (len)
            dirs[n++] = hj_arena_strndup(arena, p, len);
        p += len + (p[len] == ':');
    }
    return dirs;
}

static char *keep_text(hj_buf *text)
{
    if (!text->data)
        hj_buf_add(text, "", 0);
    char *kept = text->data ? text->data : calloc(1, 1);
    if (!kept)
        abort();
    *text = (hj_buf){0};
    return kept;
}

hjemmel *hjemmel_new(const hjemmel_options *options, char **diagnostics)
{
    static const hjemmel_options none;
    const hjemmel_options *o = options ? options : &none;
    hj_arena *arena = hj_arena_new();
    hjemmel *h = HJ_NEW(arena, hjemmel);
    h->arena = arena;
    h->lang = o->lang && strcmp(o->lang, "nb") == 0 ? HJ_LANG_NB : HJ_LANG_EN;
    h->root = hj_arena_strdup(arena, o->root ? o->root : HJ_DATADIR);
    h->rule_dirs = hj_split_dirs(arena, o->rules ? o->rules
                                                 : hj_path_join(arena, h->root, "rules"));
    h->template_dir = o->templates ? hj_arena_strdup(arena, o->templates)
                                   : hj_path_join(arena, h->root, "templates");
    h->font_dir = o->fonts ? hj_arena_strdup(arena, o->fonts)
                           : hj_path_join(arena, h->root, "fonts");
    const char *trust = hj_path_join(arena, h->root, "trust");
    if (o->trust || hj_file_is_dir(trust))
        h->trust_paths = hj_split_dirs(arena, o->trust ? o->trust : trust);
    h->schema_dir = hj_path_join(arena, h->root, "schemas");
    h->kommune_dir = hj_path_join(arena, h->root, "kommuner");
    if (diagnostics)
        *diagnostics = NULL;
    if (!hj_file_is_dir(h->root)) {
        hj_diags *diags = hj_diags_new(arena, h->lang);
        hj_error_blame(diags, HJ_BLAME_ENVIRONMENT, "HJ-HJEMMEL-001", HJ_FILE(h->root),
                       "the program's data folder is not there");
        hj_hint(diags, "it holds rules, templates, schemas and fonts; give it with --data FOLDER");
        if (diagnostics) {
            hj_buf text = {0};
            hj_diags_text(diags, &text, false);
            *diagnostics = keep_text(&text);
        }
        hjemmel_free(h);
        return NULL;
    }
    return h;
}

void hjemmel_free(hjemmel *h)
{
    if (!h)
        return;
    hj_arena_free(h->spent);
    hj_pdf_cache_free(h->pdf_cache);
    hj_fonts_free(h->fonts.fonts);
    hj_templates_free(h->templates.templates);
    hj_rulebase_free(h->rules.base);
    hj_schemas_free(h->schemas.schemas);
    hj_arena_free(h->arena);
}

void hjemmel_text_free(char *text)
{
    free(text);
}

const char *hjemmel_version(void)
{
    return HJ_VERSION;
}

/* Loads into part unless that was tried before; said once, remembered as a short error. */
#define LOAD(part, what, call)                                                              \
    do {                                                                                    \
        if ((part) || h->what.failed)                                                       \
            break;                                                                          \
        (part) = (call);                                                                    \
        h->what.failed = !(part);                                                           \
        if (h->what.failed)                                                                 \
            return NULL;                                                                    \
    } while (0)

static void *told_before(hj_diags *diags, const char *where)
{
    hj_error(diags, "HJ-HJEMMEL-002", HJ_FILE(where),
             "could not be loaded, as told above; nothing that needs it can be made");
    return NULL;
}

const hj_schemas *hj_handle_schemas(hjemmel *h, hj_diags *diags)
{
    LOAD(h->schemas.schemas, schemas, hj_schemas_load(h->schema_dir, diags));
    return h->schemas.schemas ? h->schemas.schemas : told_before(diags, h->schema_dir);
}

/* Keys that cannot be read are no reason to do without them. */
static hj_rulebase *load_rules(hjemmel *h, hj_diags *diags)
{
    if (h->trust_paths && !h->trust)
        h->trust = hj_trust_load(h->trust_paths, h->arena, diags);
    return h->trust_paths && !h->trust ? NULL
                                       : hj_rulebase_load_trusted(h->rule_dirs, h->trust, diags);
}

hj_rulebase *hj_handle_rules(hjemmel *h, hj_diags *diags)
{
    LOAD(h->rules.base, rules, load_rules(h, diags));
    return h->rules.base ? h->rules.base : told_before(diags, h->rule_dirs[0]);
}

hj_templates *hj_handle_templates(hjemmel *h, hj_diags *diags)
{
    LOAD(h->templates.templates, templates, hj_templates_load(h->template_dir, diags));
    return h->templates.templates ? h->templates.templates : told_before(diags, h->template_dir);
}

hj_fonts *hj_handle_fonts(hjemmel *h, hj_diags *diags)
{
    const char *const hyphen_dirs[] = {hj_path_join(h->arena, h->root, "hyphenation"), HYPHEN_DIR,
                                       NULL};
    LOAD(h->fonts.fonts, fonts,
         hj_fonts_load(hj_path_join(h->arena, h->font_dir, "fonts.xml"), h->font_dir, hyphen_dirs,
                       diags));
    return h->fonts.fonts ? h->fonts.fonts : told_before(diags, h->font_dir);
}

/* Compiles every stylesheet: one that is broken must not be found out when a letter is made. */
static bool all_compile(hj_templates *templates, hj_diags *diags)
{
    const hj_doctype *type;
    bool ok = true;
    for (size_t i = 0; (type = hj_doctype_at(templates, i)); i++)
        ok = hj_doctype_compile(templates, type, diags) && ok;
    return ok;
}

/* Kommune files already read stay where they are, for whoever looks at them, and are forgotten. */
static void forget(hjemmel *h)
{
    h->kommuner = NULL;
}

bool hj_handle_reload_rules(hjemmel *h, hj_rulebase **old, hj_diags *diags)
{
    hj_rulebase *base = load_rules(h, diags);
    *old = NULL;
    if (!base)
        return false;
    *old = h->rules.base;
    h->rules.base = base;
    h->rules.failed = false;
    forget(h);
    return true;
}

bool hj_handle_reload_templates(hjemmel *h, hj_templates **old, hj_diags *diags)
{
    hj_templates *templates = hj_templates_load(h->template_dir, diags);
    *old = NULL;
    if (!templates || !all_compile(templates, diags)) {
        hj_templates_free(templates);
        return false;
    }
    hj_buf sum = {0};
    hj_templates_fingerprint(templates, &sum); /* now, while the folder is what was read */
    hj_buf_free(&sum);
    *old = h->templates.templates;
    h->templates.templates = templates;
    h->templates.failed = false;
    forget(h);
    return true;
}

hjemmel_result *hjemmel_reload(hjemmel *h, bool rules, bool templates, const hjemmel_job *job)
{
    hj_work *w = hj_work_new(h, ".", job); /* gives back the last run, which leans on the old */
    hj_rulebase *old_base = NULL;
    hj_templates *old_templates = NULL;
    if (rules)
        hj_handle_reload_rules(h, &old_base, w->diags);
    if (templates)
        hj_handle_reload_templates(h, &old_templates, w->diags);
    forget(h);
    hj_rulebase_free(old_base);
    hj_templates_free(old_templates);
    return hj_work_finish(w, NULL);
}

/* ---- a run ---- */

hj_work *hj_work_new(hjemmel *h, const char *path, const hjemmel_job *job)
{
    static const hjemmel_job none;
    hj_arena_free(h->spent);
    h->spent = NULL;
    hj_arena *arena = hj_arena_new();
    hj_work *w = HJ_NEW(arena, hj_work);
    *w = (hj_work){.handle = h, .job = job ? job : &none, .path = path, .arena = arena};
    w->diags = hj_diags_new(arena, h->lang);
    return w;
}

hjemmel_result *hj_work_finish(hj_work *w, hj_buf *out)
{
    hjemmel_result *r = calloc(1, sizeof *r);
    if (!r)
        abort();
    hj_buf text = {0};
    if (w->job->json_diagnostics)
        hj_diags_json(w->diags, &text);
    else
        hj_diags_text(w->diags, &text, w->job->color);
    r->diagnostics = keep_text(&text);
    r->errors = w->diags->errors;
    r->warnings = w->diags->warnings;
    r->blame = (int)w->diags->blame;
    r->level = w->record ? (int)w->record->level : 0;
    r->pages = w->areas ? (int)w->areas->n_pages : 0;
    if (out && out->data) {
        r->len = out->len;
        r->bytes = keep_text(out);
    }
    w->handle->spent = w->arena;
    return r;
}

void hjemmel_result_free(hjemmel_result *r)
{
    if (!r)
        return;
    free(r->bytes);
    free(r->name);
    free(r->diagnostics);
    free(r);
}

static char *attribute(hj_arena *arena, const void *node, const char *name)
{
    xmlChar *value = node ? xmlGetNoNsProp((xmlNode *)node, BAD_CAST name) : NULL;
    if (!value)
        return NULL;
    char *copy = hj_arena_strdup(arena, (const char *)value);
    xmlFree(value);
    return copy;
}

/* ---- the kommune a case belongs to ---- */

/* A name that may become a file name: letters, digits, - and _. */
static bool plain_name(const char *name)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    return *name && name[strspn(name, plain)] == 0;
}

/* kommune.xml beside the case; kommuner/NAME.xml beside it or in a folder above; the installed
 * one. The first that exists. */
static const char *find_kommune(hj_work *w, const char *name)
{
    enum { LEVELS = 8 };
    const char *dir = strcmp(w->path, "-") == 0 ? "." : hj_path_dir(w->arena, w->path);
    const char *file = hj_path_join(w->arena, dir, "kommune.xml");
    if (hj_file_exists(file))
        return file;
    for (int level = 0; level < LEVELS; level++) {
        file = hj_arena_printf(w->arena, "%s/kommuner/%s.xml", dir, name);
        if (hj_file_exists(file))
            return file;
        if (strcmp(dir, "/") == 0)
            break;
        /* "." and ".." have no parent in their own letters. */
        const char *base = hj_path_base(dir);
        dir = strcmp(base, ".") == 0 || strcmp(base, "..") == 0
                  ? hj_path_join(w->arena, dir, "..")
                  : hj_path_dir(w->arena, dir);
    }
    file = hj_arena_printf(w->arena, "%s/%s.xml", w->handle->kommune_dir, name);
    return hj_file_exists(file) ? file : NULL;
}

static const hj_document *read_kommune(hj_work *w, const char *path)
{
    hjemmel *h = w->handle;
    for (hj_kommune_file *k = h->kommuner; k; k = k->next)
        if (strcmp(k->path, path) == 0) {
            if (!k->document)
                told_before(w->diags, path);
            return k->document;
        }
    hj_kommune_file *k = HJ_NEW(h->arena, hj_kommune_file);
    *k = (hj_kommune_file){.path = hj_arena_strdup(h->arena, path), .next = h->kommuner};
    h->kommuner = k;
    const hj_document *document = hj_document_read(h->schemas.schemas, k->path, h->arena, w->diags);
    if (document && strcmp(document->kind, "kommune") != 0) {
        hj_error(w->diags, "HJ-HJEMMEL-003", HJ_AT(path, 1),
                 "a kommune file was expected, this is <%s>", document->kind);
        document = NULL;
    }
    k->document = document;
    return document;
}

/* What an archive copy carries is called PDF:name, so that no file on the disk is taken for it. */
static const hj_document *read_given(hj_work *w, const hj_attachment *given)
{
    const char *name = hj_arena_printf(w->arena, "%s:%s", w->path,
                                       hj_path_base(given->name));
    return hj_document_parse(w->handle->schemas.schemas, given->bytes, given->len, name, w->arena,
                             w->diags);
}

static bool read_copied_kommune(hj_work *w)
{
    if (!w->copy_kommune)
        return true;
    w->kommune = read_given(w, w->copy_kommune);
    if (w->kommune && strcmp(w->kommune->kind, "kommune") != 0) {
        hj_error(w->diags, "HJ-HJEMMEL-003", HJ_AT(w->kommune->file, 1),
                 "a kommune file was expected, this is <%s>", w->kommune->kind);
        w->kommune = NULL;
    }
    return w->kommune != NULL;
}

static bool find_and_read_kommune(hj_work *w)
{
    void *root = xmlDocGetRootElement(w->document->xml);
    const char *name = attribute(w->arena, root, "kommune");
    w->kommune_path = w->job->kommune;
    if (!w->kommune_path && name && plain_name(name))
        w->kommune_path = find_kommune(w, name);
    if (!w->kommune_path && !name)
        return true;
    if (!w->kommune_path) {
        hj_error(w->diags, "HJ-HJEMMEL-004", hj_xml_place(root, w->document->file, w->arena),
                 "there is no file for the kommune \"%s\"", name);
        hj_hint(w->diags, "looked for kommune.xml beside the case, kommuner/%s.xml in its folder "
                "and those above, and %s/%s.xml; or give --kommune FILE", name,
                w->handle->kommune_dir, name);
        return false;
    }
    w->kommune = read_kommune(w, w->kommune_path);
    return w->kommune != NULL;
}

/* ---- the steps ---- */

bool hj_work_read(hj_work *w)
{
    if (w->document)
        return true;
    const hj_schemas *schemas = hj_handle_schemas(w->handle, w->diags);
    if (!schemas)
        return false;
    if (w->copy_case) {
        w->document = read_given(w, w->copy_case);
        return w->document && read_copied_kommune(w);
    }
    w->document = hj_document_read(schemas, w->path, w->arena, w->diags);
    return w->document && find_and_read_kommune(w);
}

/* Text of the child element name in målform nb, else of its first. */
static const char *child_text(hj_arena *arena, xmlNode *parent, const char *name)
{
    const char *found = NULL;
    for (xmlNode *c = parent->children; c; c = c->next) {
        if (c->type != XML_ELEMENT_NODE || strcmp((const char *)c->name, name) != 0)
            continue;
        const char *maalform = attribute(arena, c, "maalform");
        bool nb = maalform && strcmp(maalform, "nb") == 0;
        if (found && !nb)
            continue;
        xmlChar *content = xmlNodeGetContent(c);
        found = hj_arena_strdup(arena, content ? (const char *)content : "");
        xmlFree(content);
        if (nb)
            break;
    }
    return found;
}

/* The facts an outcome lacks, in words, when a finding is about that; else NULL. */
static const char *missing_facts(hj_arena *arena, xmlNode *finding)
{
    const char *all = NULL;
    for (xmlNode *m = finding->children; m; m = m->next) {
        if (m->type != XML_ELEMENT_NODE || strcmp((const char *)m->name, "mangler") != 0)
            continue;
        const char *text = child_text(arena, m, "tekst");
        if (text && attribute(arena, m, "rang"))
            all = all ? hj_arena_printf(arena, "%s; %s", all, text) : text;
    }
    return all;
}

/* The first rate or amount a finding was held against, and who says so; or NULL. */
static const xmlNode *limit_of(hj_arena *arena, xmlNode *finding, const char **source)
{
    for (xmlNode *m = finding->children; m; m = m->next) {
        const char *value = m->type == XML_ELEMENT_NODE ? attribute(arena, m, "verdi") : NULL;
        if (!value || !*value)
            continue;
        *source = strcmp((const char *)m->name, "sats") == 0 ? attribute(arena, m, "kilde")
                                                              : child_text(arena, m, "tekst");
        if (*source)
            return m;
    }
    return NULL;
}

void hj_work_tell_findings(hj_work *w)
{
    xmlNode *root = xmlDocGetRootElement(w->record->xml);
    for (xmlNode *n = root->children; n; n = n->next) {
        if (n->type != XML_ELEMENT_NODE || strcmp((const char *)n->name, "funn") != 0)
            continue;
        const char *level = attribute(w->arena, n, "nivaa");
        const char *list = attribute(w->arena, n, "sjekkliste");
        const char *item = attribute(w->arena, n, "punkt");
        const char *line = attribute(w->arena, n, "linje");
        const char *text = child_text(w->arena, n, "tekst");
        const char *where = child_text(w->arena, n, "hvor");
        hj_place place = {.file = w->document->file, .line = line ? atoi(line) : 0,
                          .path = attribute(w->arena, n, "sti")};
        list = list ? list : "";
        item = item ? item : "";
        text = text ? text : "";
        if (level && strcmp(level, "stopp") == 0)
            hj_error(w->diags, "HJ-SJEKK-001", place, "STOPP, checklist %s, item %s: %s", list,
                     item, text);
        else if (level && strcmp(level, "utkast") == 0)
            hj_warning(w->diags, "HJ-SJEKK-002", place, "UTKAST, checklist %s, item %s: %s", list,
                       item, text);
        else
            hj_note(w->diags, "HJ-SJEKK-003", place, "VARSEL, checklist %s, item %s: %s", list,
                    item, text);
        const char *missing = missing_facts(w->arena, n), *source;
        const xmlNode *limit = limit_of(w->arena, n, &source);
        if (where && limit)
            hj_hint(w->diags, "%s The limit is %s %s (%s).", where,
                    attribute(w->arena, limit, "verdi"), attribute(w->arena, limit, "enhet"),
                    source);
        else if (where && missing)
            hj_hint(w->diags, "%s Missing: %s.", where, missing);
        else if (where)
            hj_hint(w->diags, "%s", where);
    }
}

bool hj_work_has_doctype(hj_work *w)
{
    const hj_templates *templates = hj_handle_templates(w->handle, w->diags);
    const hj_doctype *type;
    for (size_t i = 0; templates && (type = hj_doctype_at(templates, i)); i++)
        if (strcmp(type->input, w->document->kind) == 0)
            return true;
    return false;
}

bool hj_work_asked_date(hj_work *w, hj_date *date)
{
    *date = HJ_DATE_NONE;
    if (!w->job->dato || (*date = hj_date_parse(w->job->dato)) != HJ_DATE_NONE)
        return true;
    hj_error_blame(w->diags, HJ_BLAME_USAGE, "HJ-HJEMMEL-005", HJ_NOWHERE,
                   "%s is no date; dates are written as 2026-11-24", w->job->dato);
    return false;
}

bool hj_work_options(hj_work *w, hj_decide_options *options)
{
    hj_templates *templates = hj_handle_templates(w->handle, w->diags);
    hj_date date;
    if (!templates || !hj_work_asked_date(w, &date))
        return false;
    w->type = hj_doctype_find(templates, w->job->dokument, w->document->kind, w->diags);
    if (!w->type)
        return false;
    *options = (hj_decide_options){.kommune = w->kommune, .dokument = w->type->name,
                                   .sjekklister = w->type->sjekklister, .date = date,
                                   .maalform = w->job->maalform, .changes = w->changes,
                                   .given = w->given, .n_given = w->n_given, .ask = w->ask,
                                   .only_look = w->only_look, .brief = w->brief};
    return true;
}

bool hj_work_decide(hj_work *w)
{
    if (w->record)
        return true;
    if (!hj_work_read(w))
        return false;
    hj_rulebase *base = hj_handle_rules(w->handle, w->diags);
    hj_decide_options options;
    if (!base || !hj_work_options(w, &options))
        return false;
    w->record = hj_decide(base, w->document, &options, w->arena, w->diags);
    if (!w->record || w->diags->errors)
        return false;
    w->record->archive_copy = w->job->grunnlag == HJEMMEL_GROUNDS_ALL;
    w->maalform = attribute(w->arena, xmlDocGetRootElement(w->record->xml), "maalform");
    return true;
}

bool hj_work_transform(hj_work *w)
{
    if (w->output)
        return true;
    if (!hj_work_decide(w))
        return false;
    w->output = hj_transform(w->handle->templates.templates, w->type, w->document, w->kommune,
                             w->record, w->maalform ? w->maalform : "nb", w->arena, w->diags);
    return w->output && !w->diags->errors;
}

bool hj_work_read_fo(hj_work *w)
{
    if (!w->output)
        w->output = hj_xml_read(w->path, HJ_LIMIT_XML_BYTES, w->arena, w->diags);
    return w->output != NULL;
}

/* Pictures may stand beside the FO file, in the templates, or beside the kommune file. */
static void open_pictures(hj_work *w)
{
    const char **roots = HJ_ARRAY(w->arena, 2, const char *);
    const char *base = w->handle->template_dir;
    if (!w->document)
        base = strcmp(w->path, "-") == 0 ? "." : hj_path_dir(w->arena, w->path);
    else if (w->kommune_path)
        roots[0] = hj_path_dir(w->arena, w->kommune_path);
    w->pictures = hj_pictures_new(w->arena, w->handle->fonts.fonts, base, roots);
    /* A file named in the kommune stands beside it; a picture in a drawing is named alone. */
    for (size_t i = 0; i < w->n_copied; i++) {
        const hj_attachment *a = &w->copied[i];
        hj_picture_file file = {.name = a->name, .bytes = a->bytes, .len = a->len};
        hj_pictures_give(w->pictures, &file);
        file.name = hj_path_join(w->arena, hj_path_dir(w->arena, w->path), a->name);
        hj_pictures_give(w->pictures, &file);
    }
}

bool hj_work_layout(hj_work *w, bool strict)
{
    if (w->areas)
        return true;
    if (!w->output && !hj_work_transform(w))
        return false;
    hj_fonts *fonts = hj_handle_fonts(w->handle, w->diags);
    if (!fonts)
        return false;
    hj_fo_options options = {.strict = strict, .file = w->path};
    if (w->job->compat_fop)
        options.readings = &hj_readings_fop;
    w->tree = hj_fo_build(w->output, &options, w->arena, w->diags);
    if (!w->tree || w->diags->errors)
        return false;
    w->tree->pictures_told = !w->document;
    open_pictures(w);
    hj_fonts_stand_in(fonts, strict ? 0 : w->tree->readings->stand_in);
    hj_pictures_manner(w->pictures, !strict, w->tree->readings);
    hj_picture_source source = hj_pictures_source(w->pictures);
    w->areas = hj_layout(w->tree, fonts, &source, w->arena, w->diags);
    return w->areas && !w->diags->errors;
}
