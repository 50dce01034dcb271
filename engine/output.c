/* From areas to bytes: the formats of render and fo, what a file says of itself and is called. */
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

#include "author/weave.h"
#include "handle.h"

/* ---- what a document says about itself ---- */

hj_date hj_work_date(const hj_work *w)
{
    hj_date date = w->record ? w->record->document_date
                             : hj_date_parse(w->job->dato ? w->job->dato : "");
    return date == HJ_DATE_NONE ? hj_date_make(1970, 1, 1) : date;
}

/* The zone is fixed at Norway's normal time. */
static const hj_document_info *information(hj_work *w, bool archival)
{
    hj_document_info *info = HJ_NEW(w->arena, hj_document_info);
    hj_buf fingerprint = {0};
    char iso[11];
    hj_work_fingerprint(w, &fingerprint);
    *info = (hj_document_info){
        .title = w->areas->title, .lang = w->areas->lang,
        .date = hj_arena_printf(w->arena, "%sT00:00:00+01:00", hj_date_iso(hj_work_date(w), iso)),
        .fingerprint = hj_arena_strdup(w->arena, fingerprint.data), .claim_standard = archival};
    hj_buf_free(&fingerprint);
    return info;
}

#define ARCHIVAL "pdfa-2a+ua-1"

/* Asked for in so many words, each thing missing is an error of its own. */
static void tell_each(hj_work *w, const hj_fo_missing *missing)
{
    hj_place root = hj_fo_at(w->tree->root, w->diags);
    if (missing->title) {
        hj_error(w->diags, "HJ-HJEMMEL-010", root, "the archival profile needs a title");
        hj_hint(w->diags, "write fo:title in the first fo:page-sequence");
    }
    if (missing->lang) {
        hj_error(w->diags, "HJ-HJEMMEL-010", root, "the archival profile needs a language");
        hj_hint(w->diags, "write xml:lang on fo:root");
    }
    for (size_t i = 0; i < missing->n; i++) {
        hj_error(w->diags, "HJ-HJEMMEL-010", hj_fo_at(missing->pictures[i], w->diags),
                 "the archival profile needs an alternative text for %s",
                 hj_fo_type_name(missing->pictures[i]->type));
        hj_hint(w->diags, "write fox:alt-text or hjfo:alt, or role=\"Artifact\" for decoration");
    }
}

/* Else one warning names all of it, each with its place. */
static void tell_once(hj_work *w, const hj_fo_missing *missing)
{
    enum { NAMED = 20 };
    hj_lang lang = w->diags->lang;
    hj_place root = w->tree->root->place;
    hj_buf text = {0};
    if (missing->title)
        hj_buf_printf(&text, "%s (%s:%d)", hj_tr(lang, HJ_T("a title")), root.file, root.line);
    if (missing->lang)
        hj_buf_printf(&text, "%s%s (%s:%d)", text.len ? ", " : "", hj_tr(lang, HJ_T("a language")),
                      root.file, root.line);
    for (size_t i = 0; i < missing->n && i < NAMED; i++) {
        hj_place at = missing->pictures[i]->place;
        if (i == 0)
            hj_buf_printf(&text, "%s%s", text.len ? ", " : "",
                          hj_tr(lang, HJ_T("alternative text of pictures")));
        hj_buf_printf(&text, "%s%s:%d", i ? ", " : " (", at.file, at.line);
    }
    if (missing->n)
        hj_buf_str(&text, missing->n > NAMED ? ", …)" : ")");
    hj_warning(w->diags, "HJ-HJEMMEL-008", missing->title || missing->lang ? root
               : missing->pictures[0]->place,
               "the PDF is tagged but claims neither PDF/A nor PDF/UA: it lacks %s", text.data);
    hj_hint(w->diags, "--profile pdf says that this is meant; see hjemmel help fo for what is read");
    hj_buf_free(&text);
}

/* Does the PDF of an FO file claim to be archival? False in *ok when it must and cannot. */
static bool claims_standard(hj_work *w, bool *ok)
{
    const char *profile = w->job->profile;
    *ok = true;
    if (profile && strcmp(profile, ARCHIVAL) != 0)
        return false;
    hj_fo_missing missing = hj_fo_archival(w->tree, w->arena);
    if (!missing.title && !missing.lang && !missing.n)
        return true;
    if (profile)
        tell_each(w, &missing);
    else
        tell_once(w, &missing);
    *ok = !profile;
    return false;
}

/* ---- names ---- */

static const char *attribute(hj_arena *arena, void *node, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(node, BAD_CAST name);
    const char *copy = value && *value ? hj_arena_strdup(arena, (const char *)value) : NULL;
    xmlFree(value);
    return copy;
}

/* Letters of file names that every system takes; others become a hyphen. */
static void tame_name(char *name)
{
    for (; *name; name++)
        if ((unsigned char)*name <= ' ' || strchr("/\\:*?\"<>|", *name))
            *name = '-';
}

const char *hj_work_label(const hj_work *w, char between)
{
    void *root = xmlDocGetRootElement(w->document->xml);
    const char *year = attribute(w->arena, root, "saksaar");
    const char *number = attribute(w->arena, root, "sakssekvensnummer");
    if (year && number)
        return hj_arena_printf(w->arena, "%s%c%s", year, between, number);
    if (strcmp(w->path, "-") == 0)
        return w->document->kind;
    char *stem = hj_arena_strdup(w->arena, hj_path_base(w->path));
    char *dot = strrchr(stem, '.');
    if (dot && dot != stem)
        *dot = 0;
    const char *folder = hj_path_base(hj_path_dir(w->arena, w->path));
    bool folder_says_more = strcmp(stem, w->document->kind) == 0 && *folder && *folder != '.';
    return folder_says_more ? folder : stem;
}

static char *document_name(const hj_work *w)
{
    char *name = hj_arena_printf(w->arena, "%s-%s%s", hj_work_label(w, '-'), w->type->name,
                                 w->job->grunnlag == HJEMMEL_GROUNDS_ALL ? "-arkivkopi" : "");
    tame_name(name);
    return name;
}

static bool no_cairo(hj_work *w)
{
    hj_error_blame(w->diags, HJ_BLAME_ENVIRONMENT, "HJ-HJEMMEL-009", HJ_NOWHERE,
                   "libcairo.so.2 cannot be opened; png, svg and pdf-cairo need it");
    hj_hint(w->diags, "install the package libcairo2; the archival PDF does without");
    return false;
}

/* ---- formats ---- */

static bool paint(hj_work *w, bool archival, hjemmel_format format, hj_buf *out)
{
    const hj_document_info *info = information(w, archival);
    if (format == HJEMMEL_PDF) {
        hjemmel *h = w->handle;
        if (!h->pdf_cache)
            h->pdf_cache = hj_pdf_cache_new();
        hj_pdf_options options = {.font_boxes = w->tree->readings->font_boxes};
        if (!hj_work_grounds(w, &options.attachments, &options.n_attachments))
            return false;
        hj_canvas *canvas = hj_pdf_canvas(w->areas, info, &options, h->pdf_cache, w->arena);
        return hj_paint(w->areas, w->pictures, canvas, w->arena, out, w->diags);
    }
    if (format == HJEMMEL_PDF_CAIRO) {
        hj_canvas *canvas = hj_cairo_canvas(HJ_CAIRO_PDF, w->areas, info, 0, w->arena);
        if (!canvas)
            return no_cairo(w);
        return hj_paint(w->areas, w->pictures, canvas, w->arena, out, w->diags);
    }
    int page = w->job->page ? w->job->page : 1;
    if (page < 1 || (size_t)page > w->areas->n_pages) {
        hj_error_blame(w->diags, HJ_BLAME_USAGE, "HJ-HJEMMEL-006", HJ_FILE(w->path),
                       "there is no page %d, the document has %zu", page, w->areas->n_pages);
        return false;
    }
    hj_canvas *canvas = hj_cairo_canvas(format == HJEMMEL_PNG ? HJ_CAIRO_PNG : HJ_CAIRO_SVG,
                                        w->areas, info, w->job->dpi > 0 ? w->job->dpi : 100,
                                        w->arena);
    if (!canvas)
        return no_cairo(w);
    return hj_paint_page(w->areas, (size_t)page - 1, w->pictures, canvas, w->arena, out, w->diags);
}

static void serialise(void *doc, bool text, hj_buf *out)
{
    if (text) {
        xmlChar *content = xmlNodeGetContent(doc);
        hj_buf_str(out, content ? (const char *)content : "");
        xmlFree(content);
        return;
    }
    xmlChar *bytes = NULL;
    int n = 0;
    xmlDocDumpMemoryEnc(doc, &bytes, &n, "UTF-8");
    if (bytes)
        hj_buf_add(out, bytes, (size_t)n);
    xmlFree(bytes);
}

/* Ends a run that ought to have given a document: no bytes when anything was wrong. */
static hjemmel_result *finish(hj_work *w, bool ok, const char *ending, hj_buf *out)
{
    char *name = w->document && w->type ? document_name(w) : NULL;
    char *kept = name ? strdup(name) : NULL;
    ok = ok && !w->diags->errors;
    if (!ok)
        hj_buf_free(out);
    hjemmel_result *r = hj_work_finish(w, out);
    r->name = kept;
    r->ending = r->bytes ? ending : NULL;
    return r;
}

static const char *const endings[] = {"pdf", "pdf", "png", "svg", "fo", "pdf"};

/* What has no pages carries nothing, nor does cairo's PDF. */
static bool can_carry(hj_work *w, hjemmel_format format)
{
    bool pages = strcmp(w->type->medium, "pdf") == 0;
    if (w->job->grunnlag == HJEMMEL_GROUNDS_NONE || (pages && format != HJEMMEL_PDF_CAIRO))
        return true;
    hj_error_blame(w->diags, HJ_BLAME_USAGE, "HJ-HJEMMEL-012", HJ_NOWHERE,
                   "only the archival PDF can carry its grounds");
    hj_hint(w->diags, "leave --grunnlag out, or --format");
    return false;
}

bool hj_work_render(hj_work *w, hj_buf *out, const char **ending)
{
    hjemmel_format format = w->job->format;
    w->brief = true;
    if (!hj_work_decide(w))
        return false;
    hj_work_tell_findings(w);
    if (w->diags->errors || w->record->level == HJ_LEVEL_STOPP)
        return false;
    if (!can_carry(w, format) || !hj_work_transform(w))
        return false;
    if (strcmp(w->type->medium, "pdf") != 0) {
        bool text = strcmp(w->type->medium, "text") == 0;
        if (format != HJEMMEL_NATIVE) {
            hj_error_blame(w->diags, HJ_BLAME_USAGE, "HJ-HJEMMEL-007", HJ_NOWHERE,
                           "%s has no pages: it is %s", w->type->name, w->type->medium);
            hj_hint(w->diags, "leave --format out");
            return false;
        }
        serialise(w->output, text, out);
        *ending = text ? "txt" : "xml";
        return true;
    }
    if (format == HJEMMEL_NATIVE)
        format = HJEMMEL_PDF;
    *ending = endings[format];
    if (format == HJEMMEL_FO) {
        serialise(w->output, false, out);
        return true;
    }
    return hj_work_layout(w, true) && paint(w, w->areas->title && w->areas->lang, format, out);
}

hjemmel_result *hjemmel_render(hjemmel *h, const char *path, const hjemmel_job *job)
{
    hj_work *w = hj_work_new(h, path, job);
    hj_buf out = {0};
    const char *ending = NULL;
    bool ok = hj_work_render(w, &out, &ending);
    return finish(w, ok, ending, &out);
}

bool hj_work_weave(hj_work *w, hj_rulebase *base)
{
    base = base ? base : hj_handle_rules(w->handle, w->diags);
    hj_templates *templates = base ? hj_handle_templates(w->handle, w->diags) : NULL;
    w->type = templates ? hj_doctype_find(templates, w->job->dokument, HJ_BOOK, w->diags) : NULL;
    if (!w->type)
        return false;
    w->maalform = w->job->maalform ? w->job->maalform : "nb";
    hj_document book = {.file = w->path, .kind = HJ_BOOK,
                        .xml = hj_weave(base, w->maalform, w->job->only, w->arena)};
    w->output = hj_transform(templates, w->type, &book, NULL, NULL, w->maalform, w->arena,
                             w->diags);
    return w->output && !w->diags->errors;
}

hjemmel_result *hjemmel_weave(hjemmel *h, const hjemmel_job *job)
{
    hj_work *w = hj_work_new(h, h->rule_dirs[0], job);
    hj_buf out = {0};
    hjemmel_format format = w->job->format == HJEMMEL_NATIVE ? HJEMMEL_PDF : w->job->format;
    bool ok = hj_work_weave(w, NULL);
    if (ok && format == HJEMMEL_FO)
        serialise(w->output, false, &out);
    else
        ok = ok && hj_work_layout(w, true) && paint(w, true, format, &out);
    return finish(w, ok, endings[format], &out);
}

hjemmel_result *hjemmel_fo(hjemmel *h, const char *path, bool strict, const hjemmel_job *job)
{
    hj_work *w = hj_work_new(h, path, job);
    hj_buf out = {0};
    hjemmel_format format = w->job->format == HJEMMEL_NATIVE ? HJEMMEL_PDF : w->job->format;
    bool ok = false;
    if (w->job->dato && hj_date_parse(w->job->dato) == HJ_DATE_NONE)
        hj_error_blame(w->diags, HJ_BLAME_USAGE, "HJ-HJEMMEL-005", HJ_NOWHERE,
                       "%s is no date; dates are written as 2026-11-24", w->job->dato);
    else if (w->job->profile && strcmp(w->job->profile, ARCHIVAL) != 0
             && strcmp(w->job->profile, "pdf") != 0)
        hj_error_blame(w->diags, HJ_BLAME_USAGE, "HJ-HJEMMEL-011", HJ_NOWHERE,
                       "there is no profile %s; there are pdfa-2a+ua-1 and pdf", w->job->profile);
    else if (hj_work_read_fo(w) && hj_work_layout(w, strict)) {
        bool archival = format == HJEMMEL_PDF && claims_standard(w, &ok);
        ok = (ok || format != HJEMMEL_PDF) && paint(w, archival, format, &out);
    }
    return finish(w, ok, endings[format], &out);
}
