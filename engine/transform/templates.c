/* A template folder: the list of documents (dokumenter.xml), their stylesheets, the texts.
 *
 * The engine knows no document: what there is to make, from which input, with which checklists, is
 * a row in that file. */
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

#include "base/element.h"
#include "base/sum.h"
#include "transform/internal.h"

#define NS_DOKUMENTER "urn:hjemmel:dokumenter:1"

static const char *words(const xmlNode *node, hj_arena *arena)
{
    xmlChar *v = xmlNodeGetContent(node);
    const char *from = v ? (char *)v : "";
    from += strspn(from, " \t\r\n");
    size_t n = strlen(from);
    while (n && strchr(" \t\r\n", from[n - 1]))
        n--;
    const char *copy = n ? hj_arena_strndup(arena, from, n) : NULL;
    xmlFree(v);
    return copy;
}

/* A whole number of 1 … 200, or 0 when it is not there. */
static bool limit(const xmlNode *node, const char *name, int *out, hj_place place, hj_arena *arena,
                  hj_diags *diags)
{
    const char *text = hj_attribute_copy(node, name, arena);
    char *end;
    long value = text ? strtol(text, &end, 10) : 0;
    *out = (int)value;
    if (!text || (*text && !*end && value > 0 && value <= 200))
        return true;
    *out = 0;
    hj_error(diags, "HJ-TRANSFORM-054", place, "'%s' is a whole number from 1 to 200", name);
    return false;
}

/* One row. Every key is closed: what is not known is an error with the nearest name. */
static bool load_row(hj_doctype *type, const xmlNode *node, const char *file, hj_arena *arena,
                     hj_diags *diags)
{
    static const char *const allowed[] = {"navn", "inndata", "stilark", "medium", "lix",
                                          "setning", "passiv"};
    hj_place place = HJ_AT(file, (int)xmlGetLineNo((xmlNode *)node));
    bool ok = true;
    for (const xmlAttr *a = node->properties; a; a = a->next) {
        bool found = false;
        for (size_t i = 0; i < HJ_COUNT(allowed); i++)
            found |= strcmp((const char *)a->name, allowed[i]) == 0;
        if (!found) {
            const char *near = hj_nearest((const char *)a->name, allowed, HJ_COUNT(allowed));
            hj_error(diags, "HJ-TRANSFORM-050", place, "unknown attribute '%s' on 'dokument'",
                     (const char *)a->name);
            if (near)
                hj_hint(diags, "did you mean '%s'?", near);
            ok = false;
        }
    }
    type->name = hj_attribute_copy(node, "navn", arena);
    type->input = hj_attribute_copy(node, "inndata", arena);
    type->stylesheet = hj_attribute_copy(node, "stilark", arena);
    type->medium = hj_attribute_copy(node, "medium", arena);
    ok &= limit(node, "lix", &type->lix, place, arena, diags);
    ok &= limit(node, "setning", &type->setning, place, arena, diags);
    ok &= limit(node, "passiv", &type->passiv, place, arena, diags);
    size_t n = 0;
    for (const xmlNode *c = node->children; c; c = c->next)
        n += hj_element_is(c, "sjekkliste");
    const char **lists = HJ_ARRAY(arena, n + 1, const char *);
    type->sjekklister = lists;
    for (const xmlNode *c = node->children; c; c = c->next) {
        if (c->type != XML_ELEMENT_NODE)
            continue;
        hj_place here = HJ_AT(file, (int)xmlGetLineNo((xmlNode *)c));
        if (hj_element_is(c, "sjekkliste")) {
            const char *name = words(c, arena);
            if (name)
                *lists++ = name;
        } else if (hj_element_is(c, "tittel")) {
            for (const xmlNode *t = c->children; t; t = t->next) {
                if (hj_element_is(t, "nb"))
                    type->title_nb = words(t, arena);
                else if (hj_element_is(t, "nn"))
                    type->title_nn = words(t, arena);
            }
        } else {
            hj_error(diags, "HJ-TRANSFORM-050", here, "unknown element '%s' in 'dokument'",
                     (const char *)c->name);
            hj_hint(diags, "expected here: %s", "tittel, sjekkliste");
            ok = false;
        }
    }
    if (!type->name || !type->input || !type->stylesheet || !type->medium) {
        hj_error(diags, "HJ-TRANSFORM-051", place,
                 "a document needs navn, inndata, stilark and medium");
        return false;
    }
    if (strcmp(type->medium, "pdf") != 0 && strcmp(type->medium, "xml") != 0
        && strcmp(type->medium, "text") != 0) {
        hj_error(diags, "HJ-TRANSFORM-052", place, "'%s' has a value that is not in the list",
                 "medium");
        hj_hint(diags, "allowed: %s", "pdf, xml, text");
        ok = false;
    }
    if (!type->title_nb || !type->title_nn) {
        hj_error(diags, "HJ-TRANSFORM-053", place, "document '%s' needs a title in nb and nn",
                 type->name);
        hj_hint(diags, "<tittel><nb>…</nb><nn>…</nn></tittel>");
        ok = false;
    }
    return ok;
}

static bool load_list(hj_templates *t, hj_diags *diags)
{
    const char *path = hj_path_join(t->arena, t->dir, "dokumenter.xml");
    xmlDoc *doc = hj_xml_read(path, HJ_LIMIT_XML_BYTES, t->arena, diags);
    if (!doc)
        return false;
    xmlNode *root = xmlDocGetRootElement(doc);
    if (!hj_element_is(root, "dokumenter") || !root->ns
        || strcmp((char *)root->ns->href, NS_DOKUMENTER) != 0) {
        hj_error(diags, "HJ-TRANSFORM-054", HJ_AT(path, (int)xmlGetLineNo(root)),
                 "the list of documents starts with <dokumenter xmlns=\"%s\">", NS_DOKUMENTER);
        return false;
    }
    size_t n = 0;
    for (xmlNode *c = root->children; c; c = c->next)
        n += c->type == XML_ELEMENT_NODE;
    t->types = HJ_ARRAY(t->arena, n + 1, hj_doctype);
    t->sheets = HJ_ARRAY(t->arena, n + 1, hj_sheet);
    bool ok = true;
    for (xmlNode *c = root->children; c; c = c->next) {
        if (c->type != XML_ELEMENT_NODE)
            continue;
        hj_doctype *type = &t->types[t->types_n];
        if (!hj_element_is(c, "dokument")) {
            hj_error(diags, "HJ-TRANSFORM-050", HJ_AT(path, (int)xmlGetLineNo(c)),
                     "unknown element '%s' in '%s'", (const char *)c->name, "dokumenter");
            ok = false;
        } else if (load_row(type, c, path, t->arena, diags)) {
            for (size_t i = 0; i < t->types_n; i++)
                if (strcmp(t->types[i].name, type->name) == 0) {
                    hj_error(diags, "HJ-TRANSFORM-055", HJ_AT(path, (int)xmlGetLineNo(c)),
                             "document '%s' is given twice", type->name);
                    ok = false;
                }
            t->types_n++;
        } else {
            ok = false;
        }
    }
    return ok;
}

hj_templates *hj_templates_load(const char *dir, hj_diags *diags)
{
    xmlInitParser();
    hj_templates *t = calloc(1, sizeof *t);
    if (!t)
        abort();
    t->arena = hj_arena_new();
    t->dir = hj_arena_strdup(t->arena, dir);
    bool ok = load_list(t, diags);
    ok = hj_texts_load(&t->texts, dir, t->arena, diags) && ok;
    if (!ok) {
        hj_templates_free(t);
        return NULL;
    }
    return t;
}

void hj_templates_free(hj_templates *t)
{
    if (!t)
        return;
    for (size_t i = 0; i < t->types_n; i++)
        hj_sheet_free(&t->sheets[i]);
    hj_arena_free(t->arena);
    free(t);
}

const hj_doctype *hj_doctype_at(const hj_templates *t, size_t i)
{
    return i < t->types_n ? &t->types[i] : NULL;
}

bool hj_doctype_compile(hj_templates *t, const hj_doctype *type, hj_diags *diags)
{
    return hj_sheet_compile(t, (size_t)(type - t->types), diags);
}

const hj_doctype *hj_doctype_find(const hj_templates *t, const char *name, const char *root,
                                  hj_diags *diags)
{
    const char **names = malloc((t->types_n + 1) * sizeof *names);
    if (!names)
        abort();
    size_t n = 0;
    const hj_doctype *found = NULL;
    hj_buf all = {0};
    for (size_t i = 0; i < t->types_n && !found; i++) {
        const hj_doctype *type = &t->types[i];
        bool fits = !root || strcmp(type->input, root) == 0;
        if (fits && (!name || strcmp(type->name, name) == 0))
            found = type;
        if (fits) {
            hj_buf_printf(&all, "%s%s", n ? ", " : "", type->name);
            names[n++] = type->name;
        }
    }
    if (!found) {
        bool other = false; /* the name exists, for another kind of input */
        for (size_t i = 0; name && i < t->types_n; i++)
            other |= strcmp(t->types[i].name, name) == 0;
        if (!name)
            hj_error_blame(diags, HJ_BLAME_USAGE, "HJ-TRANSFORM-056", HJ_FILE(t->dir),
                           "no document is made from '%s'", root ? root : "?");
        else if (other)
            hj_error_blame(diags, HJ_BLAME_USAGE, "HJ-TRANSFORM-057", HJ_FILE(t->dir),
                           "document '%s' is not made from '%s'", name, root ? root : "?");
        else
            hj_error_blame(diags, HJ_BLAME_USAGE, "HJ-TRANSFORM-058", HJ_FILE(t->dir),
                           "there is no document '%s'", name);
        const char *near = name && n ? hj_nearest(name, names, n) : NULL;
        if (near)
            hj_hint(diags, "did you mean '%s'?", near);
        else if (n)
            hj_hint(diags, "the documents are: %s", all.data);
    }
    hj_buf_free(&all);
    free(names);
    return found;
}

/* ---- the fingerprint ---- */

static void hash_folder(const char *dir, const char *inside, int depth, hj_arena *arena,
                        hj_sums *sums, hj_diags *quiet)
{
    const char *path = hj_path_join(arena, dir, inside);
    char **names = depth < 8 ? hj_dir_list(arena, path, quiet) : NULL;
    for (; names && *names; names++) {
        bool aside = !*inside && (strcmp(*names, "proever") == 0 || strcmp(*names, "nytt") == 0);
        if ((*names)[0] == '.' || aside)
            continue; /* what templates are tested with, or begun from, makes no document */
        const char *rest = hj_path_join(arena, inside, *names);
        const char *full = hj_path_join(arena, dir, rest);
        if (hj_file_is_dir(full)) {
            hash_folder(dir, rest, depth + 1, arena, sums, quiet);
            continue;
        }
        size_t n = 0;
        char *bytes = hj_file_read(arena, full, HJ_LIMIT_XML_BYTES, &n, quiet);
        if (bytes)
            hj_sums_add(sums, rest, bytes, n);
    }
}

void hj_templates_fingerprint(hj_templates *t, hj_buf *out)
{
    if (!*t->sum) { /* once: what is in use may not be what lies in the folder later */
        hj_arena *arena = hj_arena_new();
        hj_sums sums = {.arena = arena};
        hash_folder(t->dir, "", 0, arena, &sums, hj_diags_new(arena, HJ_LANG_EN));
        hj_sums_hex(&sums, t->sum);
        hj_arena_free(arena);
    }
    hj_buf_printf(out, "templates " HJ_SUM_NAME ":%s\n", t->sum);
}

/* ---- the check ---- */

static void mark_beginning(hj_templates *t, const char *from, size_t n)
{
    for (size_t i = 0; i < t->texts.n; i++)
        if (strncmp(t->texts.all[i].key, from, n) == 0)
            t->texts.all[i].used = true;
}

/* A key, or (when it has a dot in it) all of a key but its last part: 'vedtak.frist' may become
 * vedtak.frist.du. */
static void mark_key(hj_templates *t, const char *key, size_t n)
{
    bool dotted = memchr(key, '.', n) != NULL;
    for (size_t i = 0; i < t->texts.n; i++) {
        const char *k = t->texts.all[i].key;
        if (strncmp(k, key, n) == 0 && (k[n] == 0 || (dotted && k[n] == '.')))
            t->texts.all[i].used = true;
    }
}

/* Any quoted string in a stylesheet that is a key, or is the beginning of one before a join, may
 * ask for it. Generous on purpose: the warning must be right when it is given. */
static void mark_in(hj_templates *t, const char *s, bool whole)
{
    size_t n = strcspn(s, "{");
    if (whole && s[n])
        mark_beginning(t, s, n ? n : 0);
    else if (whole)
        mark_key(t, s, n);
    for (const char *p = s; (p = strpbrk(p, "'\""));) {
        const char *end = strchr(p + 1, *p);
        if (!end)
            break;
        size_t len = (size_t)(end - p - 1);
        mark_key(t, p + 1, len);
        if (len && p[len] == '.')
            mark_beginning(t, p + 1, len);
        p = end + 1;
    }
}

static void mark_tree(hj_templates *t, const xmlNode *node, int depth)
{
    for (; node && depth < HJ_LIMIT_XML_DEPTH; node = node->next) {
        if (node->type == XML_TEXT_NODE && node->content) {
            const char *s = (const char *)node->content; /* xsl:with-param holding a key */
            s += strspn(s, " \t\r\n");
            mark_key(t, s, strcspn(s, " \t\r\n"));
        }
        if (node->type != XML_ELEMENT_NODE)
            continue;
        bool tekst = strcmp((const char *)node->name, "tekst") == 0;
        for (const xmlAttr *a = node->properties; a; a = a->next)
            if (a->children && a->children->content)
                mark_in(t, (char *)a->children->content,
                        tekst && strcmp((const char *)a->name, "noekkel") == 0
                            && strncmp((char *)a->children->content, "{", 1) != 0);
        mark_tree(t, node->children, depth + 1);
    }
}

static void mark_folder(hj_templates *t, const char *dir, int depth, hj_arena *arena,
                        hj_diags *quiet)
{
    char **names = depth < 8 ? hj_dir_list(arena, dir, quiet) : NULL;
    for (; names && *names; names++) {
        const char *path = hj_path_join(arena, dir, *names);
        size_t n = strlen(*names);
        if ((*names)[0] == '.')
            continue;
        if (hj_file_is_dir(path)) {
            mark_folder(t, path, depth + 1, arena, quiet);
        } else if (n > 4 && strcmp(*names + n - 4, ".xsl") == 0) {
            xmlDoc *doc = hj_xml_read(path, HJ_LIMIT_XML_BYTES, arena, quiet);
            if (doc)
                mark_tree(t, xmlDocGetRootElement(doc), 0);
        }
    }
}

bool hj_templates_check(hj_templates *t, hj_diags *diags)
{
    int errors = diags->errors;
    for (size_t i = 0; i < t->types_n; i++)
        hj_sheet_compile(t, i, diags);
    hj_arena *arena = hj_arena_new();
    for (size_t i = 0; i < t->texts.n; i++)
        t->texts.all[i].used = false;
    mark_folder(t, t->dir, 0, arena, hj_diags_new(arena, HJ_LANG_EN));
    hj_arena_free(arena);
    for (size_t i = 0; i < t->texts.n; i++) {
        const hj_text *text = &t->texts.all[i];
        if (!text->used) {
            hj_warning(diags, "HJ-TRANSFORM-060", HJ_AT(text->file, text->line),
                       "no stylesheet uses text '%s'", text->key);
            hj_hint(diags, "remove it, or look for a misspelt noekkel");
        }
    }
    hj_readability_texts(t, diags);
    return diags->errors == errors;
}
