/* Running a stylesheet: <grunnlag> in, FO (or another medium) out, all in memory.
 *
 * The hard idea: the record is the largest tree and belongs to this run alone, so the wrapper is
 * built around it inside its own document and taken away again after; the case and the municipality
 * are copied in, because other stages still look at them. No node of the record is freed here. */
#include <stdlib.h>
#include <string.h>

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/imports.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltutils.h>

#include "transform/internal.h"

static void free_doc(void *doc)
{
    xmlFreeDoc(doc);
}

static void set(xmlNode *node, const char *name, const char *value)
{
    xmlNewProp(node, BAD_CAST name, BAD_CAST value);
}

/* <grunnlag> with its attributes and copies of the case and the municipality; the record is put in
 * by the caller. */
static xmlNode *wrapper(xmlDoc *into, const hj_doctype *type, const hj_document *doc,
                        const hj_document *kommune, const hj_record *record, const char *maalform)
{
    xmlNode *root = xmlNewDocNode(into, NULL, BAD_CAST "grunnlag", NULL);
    set(root, "maalform", hj_maalform_names[hj_maalform_index(maalform)]);
    set(root, "dokument", type->name);
    set(root, "utkast", record && record->level >= HJ_LEVEL_UTKAST ? "ja" : "nei");
    set(root, "arkivkopi", record && record->archive_copy ? "ja" : "nei");
    if (record && record->document_date != HJ_DATE_NONE) {
        char iso[11];
        set(root, "dato", hj_date_iso(record->document_date, iso));
    }
    if (doc)
        xmlAddChild(root, xmlDocCopyNode(xmlDocGetRootElement(doc->xml), into, 1));
    if (kommune)
        xmlAddChild(root, xmlDocCopyNode(xmlDocGetRootElement(kommune->xml), into, 1));
    return root;
}

void *hj_transform_input(const hj_doctype *type, const hj_document *doc, const hj_document *kommune,
                         const hj_record *record, const char *maalform, hj_arena *arena)
{
    xmlDoc *into = xmlNewDoc(BAD_CAST "1.0");
    if (!into)
        abort();
    hj_arena_defer(arena, free_doc, into);
    xmlNode *root = wrapper(into, type, doc, kommune, record, maalform);
    if (record && record->xml)
        xmlAddChild(root, xmlDocCopyNode(xmlDocGetRootElement(record->xml), into, 1));
    xmlDocSetRootElement(into, root);
    return into;
}

static int only_templates(xsltSecurityPrefs *sec, xsltTransformContext *ctxt, const char *value)
{
    (void)sec;
    hj_run *run = ctxt->_private;
    if (hj_template_path(run->templates, value, run->arena))
        return 1;
    hj_error(run->diags, "HJ-TRANSFORM-015", hj_run_place(run, NULL),
             "'%s' is outside the template folder and is not read", value);
    run->failed = run->refused = true;
    return 0;
}

static int no_writing(xsltSecurityPrefs *sec, xsltTransformContext *ctxt, const char *value)
{
    (void)sec;
    hj_run *run = ctxt->_private;
    hj_error(run->diags, "HJ-TRANSFORM-017", hj_run_place(run, NULL),
             "a stylesheet may not write '%s'", value);
    run->failed = run->refused = true;
    return 0;
}

static xsltSecurityPrefs *preferences(void)
{
    xsltSecurityPrefs *sec = xsltNewSecurityPrefs();
    if (!sec)
        abort();
    xsltSetSecurityPrefs(sec, XSLT_SECPREF_READ_FILE, only_templates);
    xsltSetSecurityPrefs(sec, XSLT_SECPREF_WRITE_FILE, no_writing);
    xsltSetSecurityPrefs(sec, XSLT_SECPREF_CREATE_DIRECTORY, no_writing);
    /* mal: is not a file to libxslt, so document() in the template folder comes this way. */
    xsltSetSecurityPrefs(sec, XSLT_SECPREF_READ_NETWORK, only_templates);
    xsltSetSecurityPrefs(sec, XSLT_SECPREF_WRITE_NETWORK, no_writing);
    return sec;
}

static xmlDoc *apply(hj_run *run, xmlDoc *input)
{
    xsltTransformContext *ctxt = xsltNewTransformContext(run->sheet->style, input);
    if (!ctxt)
        abort();
    xsltSecurityPrefs *sec = preferences();
    run->xslt = ctxt;
    ctxt->_private = run;
    ctxt->maxTemplateDepth = HJ_LIMIT_XSLT_DEPTH;
    /* An instruction can make a node: fewer of them than of XPath's steps, which make none. */
    ctxt->opLimit = HJ_LIMIT_XSLT_STEPS / 5;
    ctxt->xpathCtxt->opLimit = HJ_LIMIT_XSLT_STEPS;
    xsltSetCtxtSecurityPrefs(sec, ctxt);
    xsltSetCtxtSortFunc(ctxt, hj_sort);
    hj_functions_register(ctxt);
    xsltRegisterExtElement(ctxt, BAD_CAST "tekst", BAD_CAST HJ_NS_MAL,
                           (xsltTransformFunction)hj_tekst_element);
    if (run->templates->trace)
        hj_trace_listen(ctxt);
    xmlDoc *result = xsltApplyStylesheetUser(run->sheet->style, input, NULL, NULL, NULL, ctxt);
    if (ctxt->state != XSLT_STATE_OK && !run->failed) {
        hj_error(run->diags, "HJ-TRANSFORM-014", hj_run_place(run, NULL),
                 "the stylesheet fails: %s", run->detail ? run->detail : "?");
        run->failed = true;
    }
    hj_run_leave(run);
    run->xslt = NULL;
    xsltFreeTransformContext(ctxt);
    xsltFreeSecurityPrefs(sec);
    return result;
}

/* xsl:strip-space takes nodes out of the input, so it must then be a copy. */
static bool strips_space(const xsltStylesheet *style)
{
    for (xsltStylesheet *s = (xsltStylesheet *)style; s; s = xsltNextImport(s))
        if (s->stripAll || s->stripSpaces)
            return true;
    return false;
}

void *hj_transform(hj_templates *templates, const hj_doctype *type, const hj_document *doc,
                   const hj_document *kommune, const hj_record *record, const char *maalform,
                   hj_arena *arena, hj_diags *diags)
{
    size_t index = (size_t)(type - templates->types);
    if (!hj_sheet_compile(templates, index, diags))
        return NULL;
    hj_run run = {.templates = templates, .sheet = &templates->sheets[index], .arena = arena,
                  .diags = diags, .maal = hj_maalform_index(maalform), .doc = doc,
                  .kommune = kommune, .pdf = strcmp(type->medium, "pdf") == 0};
    bool own = !record || !record->xml || strips_space(run.sheet->style);
    xmlDoc *input = own ? hj_transform_input(type, doc, kommune, record, maalform, arena)
                        : record->xml;
    xmlNode *root = NULL, *told = NULL;
    if (!own) {
        told = xmlDocGetRootElement(input);
        root = wrapper(input, type, doc, kommune, record, maalform);
        xmlDocSetRootElement(input, root);
        xmlUnlinkNode(told);
        xmlAddChild(root, told);
    }
    int errors = diags->errors;
    hj_run_enter(&run);
    xmlDoc *result = apply(&run, input);
    if (!own) {
        xmlUnlinkNode(told);
        xmlDocSetRootElement(input, told);
        xmlFreeNode(root);
    }
    if (result && !run.failed && diags->errors == errors && !xmlDocGetRootElement(result)
        && strcmp(type->medium, "text") != 0) {
        hj_error(diags, "HJ-TRANSFORM-016",
                 HJ_FILE(hj_path_join(arena, templates->dir, type->stylesheet)),
                 "the stylesheet gives no document");
        run.failed = true;
    }
    if (!result || run.failed || diags->errors > errors) {
        xmlFreeDoc(result);
        return NULL;
    }
    hj_arena_defer(arena, free_doc, result);
    return result;
}
