/* The schemas: which root element has which, compiled once, and reading a document against its own.
 *
 * A new kind of input is a row in the table and an XSD beside the others. The shared XSDs are
 * merged in here rather than by libxml2, so that validating never opens a file. */
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include "case/internal.h"

static const struct { const char *root, *ns, *file; } table[] = {
    {"sak", "urn:hjemmel:sak:1", "sak.xsd"},
    {"moete", "urn:hjemmel:moete:1", "moete.xsd"},
    {"prosjekt", "urn:hjemmel:prosjekt:1", "prosjekt.xsd"},
    {"kommune", "urn:hjemmel:kommune:1", "kommune.xsd"},
};

#define XSD "http://www.w3.org/2001/XMLSchema"
#define XSI "http://www.w3.org/2001/XMLSchema-instance"

struct hj_schemas {
    hj_arena *arena;
    const char *dir;
    struct { const char *name; xmlDoc *doc; } part[8]; /* included files, read once for all kinds */
    xmlSchema *schema[HJ_COUNT(table)];
    hj_model *model[HJ_COUNT(table)];
};

static void quiet(void *ctx, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void quiet(void *ctx, const char *format, ...)
{
    (void)ctx, (void)format;
}

/* libxml2 keeps its message handlers per thread; ours are in place only while we call it. */
typedef struct handlers {
    xmlGenericErrorFunc generic;
    void *generic_ctx;
    xmlStructuredErrorFunc structured;
    void *structured_ctx;
} handlers;

static handlers silence(void)
{
    handlers old = {xmlGenericError, xmlGenericErrorContext, xmlStructuredError,
                    xmlStructuredErrorContext};
    xmlSetGenericErrorFunc(NULL, quiet);
    xmlSetStructuredErrorFunc(NULL, NULL);
    return old;
}

static void restore(handlers old)
{
    xmlSetGenericErrorFunc(old.generic_ctx, old.generic);
    xmlSetStructuredErrorFunc(old.structured_ctx, old.structured);
}

typedef struct sink {
    const hj_model *model;
    const char *file;
    hj_arena *arena;
    hj_diags *diags;
    int told;
} sink;

static void on_schema_error(void *user, hj_xml_error error)
{
    sink *s = user;
    s->told++;
    hj_error_blame(s->diags, HJ_BLAME_ENVIRONMENT, "HJ-CASE-002", HJ_AT(s->file, error->line),
                   "the schema itself does not compile: %.*s",
                   error->message ? (int)strcspn(error->message, "\n") : 0,
                   error->message ? error->message : "");
}

static void on_document_error(void *user, hj_xml_error error)
{
    sink *s = user;
    if (s->told++ < 2 * HJ_LIMIT_DIAGS)
        hj_case_explain(s->model, error, s->file, s->arena, s->diags);
}

static xmlDoc *read_part(hj_schemas *s, const char *name, hj_diags *diags)
{
    size_t i = 0;
    for (; i < HJ_COUNT(s->part) && s->part[i].doc; i++)
        if (strcmp(s->part[i].name, name) == 0)
            return s->part[i].doc;
    xmlDoc *doc = hj_xml_read_schema(hj_path_join(s->arena, s->dir, name), s->arena, diags);
    if (i < HJ_COUNT(s->part)) {
        s->part[i].name = hj_arena_strdup(s->arena, name);
        s->part[i].doc = doc;
    }
    return doc;
}

/* Puts the definitions of the included files where xs:include stands. */
static bool merge_includes(hj_schemas *s, xmlDoc *doc, hj_diags *diags)
{
    xmlNode *root = xmlDocGetRootElement(doc);
    for (xmlNode *node = root->children, *next; node; node = next) {
        next = node->next;
        if (node->type != XML_ELEMENT_NODE || strcmp((const char *)node->name, "include") != 0)
            continue;
        xmlChar *location = xmlGetNoNsProp(node, BAD_CAST "schemaLocation");
        xmlDoc *part = read_part(s, location ? (char *)location : "?", diags);
        xmlFree(location);
        if (!part)
            return false;
        for (xmlNode *c = xmlDocGetRootElement(part)->children; c; c = c->next)
            if (c->type == XML_ELEMENT_NODE)
                xmlAddPrevSibling(node, xmlDocCopyNode(c, doc, 1));
        xmlUnlinkNode(node);
        xmlFreeNode(node);
    }
    return true;
}

/* check.c has taken over what stands in key, keyref and unique. */
static void drop_constraints(xmlDoc *doc)
{
    for (xmlNode *e = xmlDocGetRootElement(doc)->children; e; e = e->next)
        for (xmlNode *c = e->children, *next; c; c = next) {
            next = c->next;
            if (c->type != XML_ELEMENT_NODE
                || (strcmp((const char *)c->name, "key") != 0
                    && strcmp((const char *)c->name, "keyref") != 0
                    && strcmp((const char *)c->name, "unique") != 0))
                continue;
            xmlUnlinkNode(c);
            xmlFreeNode(c);
        }
}

static bool load_one(hj_schemas *s, size_t i, const char *dir, hj_diags *diags)
{
    const char *path = hj_path_join(s->arena, dir, table[i].file);
    xmlDoc *doc = hj_xml_read_schema(path, s->arena, diags);
    if (!doc || !merge_includes(s, doc, diags))
        return false;
    s->model[i] = hj_case_model(doc, table[i].root, s->arena);
    if (!s->model[i]->top || !s->model[i]->ns || strcmp(s->model[i]->ns, table[i].ns) != 0) {
        hj_error_blame(diags, HJ_BLAME_ENVIRONMENT, "HJ-CASE-003", HJ_FILE(path),
                       "the schema does not declare '%s' in %s", table[i].root, table[i].ns);
        return false;
    }
    if (s->model[i]->bad) {
        hj_error_blame(diags, HJ_BLAME_ENVIRONMENT, "HJ-CASE-004", HJ_FILE(path),
                       "constraint '%s' selects nothing that can be checked", s->model[i]->bad);
        return false;
    }
    drop_constraints(doc);
    xmlSchemaParserCtxt *parser = xmlSchemaNewDocParserCtxt(doc);
    if (!parser)
        abort();
    sink out = {.file = path, .diags = diags};
    xmlSchemaSetParserStructuredErrors(parser, (xmlStructuredErrorFunc)on_schema_error, &out);
    s->schema[i] = xmlSchemaParse(parser);
    xmlSchemaFreeParserCtxt(parser);
    if (!s->schema[i] && !out.told)
        hj_error_blame(diags, HJ_BLAME_ENVIRONMENT, "HJ-CASE-002", HJ_FILE(path),
                       "the schema itself does not compile: %.*s", 0, "");
    return s->schema[i] != NULL;
}

hj_schemas *hj_schemas_load(const char *dir, hj_diags *diags)
{
    xmlInitParser();
    hj_schemas *s = calloc(1, sizeof *s);
    if (!s)
        abort();
    s->arena = hj_arena_new();
    s->dir = hj_arena_strdup(s->arena, dir);
    bool ok = true;
    for (size_t i = 0; i < HJ_COUNT(table); i++) {
        const char *path = hj_path_join(s->arena, dir, table[i].file);
        if (hj_file_exists(path))
            continue;
        hj_error_blame(diags, HJ_BLAME_ENVIRONMENT, "HJ-CASE-001", HJ_FILE(path),
                       "the schema for '%s' is missing", table[i].root);
        ok = false;
    }
    if (ok)
        return s;
    hj_schemas_free(s);
    return NULL;
}

/* A run reads one or two kinds; compiling a schema costs more than making the letter. */
static bool ready(const hj_schemas *schemas, size_t kind, hj_diags *diags)
{
    hj_schemas *s = (hj_schemas *)schemas; /* opened on demand; it means the same after */
    return s->schema[kind] || load_one(s, kind, s->dir, diags);
}

bool hj_schemas_check(const hj_schemas *schemas, hj_diags *diags)
{
    handlers old = silence();
    bool ok = true;
    for (size_t i = 0; i < HJ_COUNT(table); i++)
        ok = ready(schemas, i, diags) && ok;
    restore(old);
    return ok;
}

void hj_schemas_free(hj_schemas *s)
{
    if (!s)
        return;
    for (size_t i = 0; i < HJ_COUNT(table); i++)
        xmlSchemaFree(s->schema[i]);
    hj_arena_free(s->arena);
    free(s);
}

/* xsi:schemaLocation is a note to editors: libxml2 would follow it, so it is taken away before
 * validating. xsi:type and xsi:nil would let a document choose its own rules. */
static bool clean_xsi(xmlNode *root, const char *file, hj_arena *arena, hj_diags *diags)
{
    bool ok = true;
    for (xmlNode *node = root; node;) {
        for (xmlAttr *a = node->properties, *next; a; a = next) {
            next = a->next;
            if (!a->ns || strcmp((const char *)a->ns->href, XSI) != 0)
                continue;
            if (strcmp((const char *)a->name, "schemaLocation") == 0
                || strcmp((const char *)a->name, "noNamespaceSchemaLocation") == 0) {
                xmlRemoveProp(a);
            } else {
                hj_error(diags, "HJ-CASE-023", hj_xml_place(a, file, arena),
                         "xsi:%s is not allowed", (const char *)a->name);
                ok = false;
            }
        }
        xmlNode *down = node->children;
        while (down && down->type != XML_ELEMENT_NODE)
            down = down->next;
        while (!down && node && node != root) {
            down = node->next;
            while (down && down->type != XML_ELEMENT_NODE)
                down = down->next;
            if (!down)
                node = node->parent;
        }
        node = down;
    }
    return ok;
}

static int find_kind(const xmlNode *root, const char *file, hj_arena *arena, hj_diags *diags)
{
    const char *names[HJ_COUNT(table)];
    for (size_t i = 0; i < HJ_COUNT(table); i++) {
        names[i] = table[i].root;
        if (strcmp((const char *)root->name, table[i].root) != 0)
            continue;
        if (root->ns && strcmp((const char *)root->ns->href, table[i].ns) == 0)
            return (int)i;
        hj_error(diags, "HJ-CASE-021", hj_xml_place(root, file, arena),
                 "root element '%s' is not in the namespace %s", table[i].root, table[i].ns);
        hj_hint(diags, "write <%s xmlns=\"%s\" …>", table[i].root, table[i].ns);
        return -1;
    }
    hj_buf all = {0};
    for (size_t i = 0; i < HJ_COUNT(table); i++)
        hj_buf_printf(&all, "%s%s", i ? ", " : "", names[i]);
    hj_error(diags, "HJ-CASE-020", hj_xml_place(root, file, arena), "unknown root element '%s'",
             (const char *)root->name);
    const char *near = hj_nearest((const char *)root->name, names, HJ_COUNT(names));
    if (near)
        hj_hint(diags, "did you mean '%s'? A document is one of: %s", near, all.data);
    else
        hj_hint(diags, "a document is one of: %s", all.data);
    hj_buf_free(&all);
    return -1;
}

hj_document *hj_document_read(const hj_schemas *schemas, const char *path, hj_arena *arena,
                              hj_diags *diags)
{
    size_t n = 0;
    const char *bytes = hj_file_read(arena, path, HJ_LIMIT_XML_BYTES, &n, diags);
    return bytes ? hj_document_parse(schemas, bytes, n, path, arena, diags) : NULL;
}

hj_document *hj_document_parse(const hj_schemas *schemas, const char *bytes, size_t n,
                               const char *path, hj_arena *arena, hj_diags *diags)
{
    xmlDoc *doc = hj_xml_parse(bytes, n, path, arena, diags);
    if (!doc)
        return NULL;
    xmlNode *root = xmlDocGetRootElement(doc);
    int kind = find_kind(root, path, arena, diags);
    if (kind < 0 || !clean_xsi(root, path, arena, diags))
        return NULL;
    int before = diags->errors;
    handlers old = silence();
    if (!ready(schemas, (size_t)kind, diags)) {
        restore(old);
        return NULL;
    }
    sink out = {schemas->model[kind], path, arena, diags, 0};
    xmlSchemaValidCtxt *validator = xmlSchemaNewValidCtxt(schemas->schema[kind]);
    if (!validator)
        abort();
    xmlSchemaSetValidStructuredErrors(validator, (xmlStructuredErrorFunc)on_document_error, &out);
    int result = xmlSchemaValidateDoc(validator, doc);
    xmlSchemaFreeValidCtxt(validator);
    restore(old);
    hj_case_check_more(schemas->model[kind], doc, path, arena, diags);
    if (result != 0 && diags->errors == before)
        hj_error(diags, "HJ-CASE-040", HJ_FILE(path), "this does not fit the schema (code %d)",
                 result);
    if (result != 0 || diags->errors > before)
        return NULL;
    hj_document *document = HJ_NEW(arena, hj_document);
    document->file = hj_arena_strdup(arena, path);
    document->kind = table[kind].root;
    document->xml = doc;
    document->bytes = bytes;
    document->len = n;
    return document;
}
