/* Cases told by what they do differently.
 *
 * The hard idea: a branch is reached by a small change of a case that already is whole, so the
 * change is what is written: remove this, set that, put this in. The changed tree is written out
 * and read again as any file is, and must fit the schema like one. */
#include <libxml/tree.h>
#include <string.h>

#include "author/variants.h"
#include "base/element.h"
#include "facts/facts.h"

#define NS "urn:hjemmel:varianter:1"

static hj_place place_of(const hj_variant *v, const xmlNode *node)
{
    return HJ_AT(v->file, (int)xmlGetLineNo((xmlNode *)node));
}

/* ---- reading ---- */

static bool only_known(const xmlNode *node, const char *const *names, size_t n, hj_place place,
                       hj_diags *diags)
{
    for (const xmlAttr *a = node->properties; a; a = a->next) {
        bool known = false;
        for (size_t i = 0; i < n; i++)
            known |= strcmp((const char *)a->name, names[i]) == 0;
        if (known)
            continue;
        hj_error(diags, "HJ-VARIANT-002", place, "'%s' takes no attribute '%s'",
                 (const char *)node->name, (const char *)a->name);
        const char *near = hj_nearest((const char *)a->name, names, n);
        if (near)
            hj_hint(diags, "did you mean '%s'?", near);
        return false;
    }
    return true;
}

static bool check_change(const hj_variant *v, const xmlNode *node, hj_diags *diags)
{
    static const char *const kinds[] = {"sett", "fjern", "sett_inn"};
    static const char *const where[] = {"sti", "fil", "etter", "foer", "sist_i"};
    hj_place place = place_of(v, node);
    if (!hj_element_is(node, kinds[0]) && !hj_element_is(node, kinds[1])
        && !hj_element_is(node, kinds[2])) {
        const char *near = hj_nearest((const char *)node->name, kinds, HJ_COUNT(kinds));
        hj_error(diags, "HJ-VARIANT-003", place, "there is no change '%s'",
                 (const char *)node->name);
        hj_hint(diags, "the changes are: %s", near ? near : "sett, fjern, sett_inn");
        return false;
    }
    bool puts = hj_element_is(node, "sett_inn");
    if (!only_known(node, puts ? where + 1 : where, puts ? 4 : 2, place, diags))
        return false;
    bool has = puts ? *hj_attribute(node, "etter") || *hj_attribute(node, "foer")
                          || *hj_attribute(node, "sist_i")
                    : *hj_attribute(node, "sti") != '\0';
    if (!has) {
        hj_error(diags, "HJ-VARIANT-004", place, "'%s' does not say where",
                 (const char *)node->name);
        hj_hint(diags, puts ? "write etter=\"/sak/…\", foer=\"…\" or sist_i=\"…\""
                            : "write sti=\"/sak/…\"");
    }
    return has;
}

/* What a change is of; -1: no such thing. */
static int part_of(const xmlNode *node, hj_arena *arena)
{
    const char *file = hj_attribute_copy(node, "fil", arena);
    return !file ? HJ_VARIANT_CASE : strcmp(file, "kommune") == 0 ? HJ_VARIANT_KOMMUNE
           : strcmp(file, "avgjoerelse") == 0 ? HJ_VARIANT_RECORD : -1;
}

static bool read_one(hj_variant *v, const xmlNode *node, const char *path, hj_arena *arena,
                     hj_diags *diags)
{
    static const char *const names[] = {"av", "navn", "dokument", "arkivkopi"};
    *v = (hj_variant){.file = path, .line = (int)xmlGetLineNo((xmlNode *)node), .node = node,
                      .name = hj_attribute_copy(node, "navn", arena),
                      .dokument = hj_attribute_copy(node, "dokument", arena)};
    const char *base = hj_attribute_copy(node, "av", arena);
    const char *archive = hj_attribute_copy(node, "arkivkopi", arena);
    v->archive = archive && strcmp(archive, "ja") == 0;
    hj_place place = place_of(v, node);
    if (!only_known(node, names, HJ_COUNT(names), place, diags))
        return false;
    if (!base || !v->name) {
        hj_error(diags, "HJ-VARIANT-005", place, "a variant needs av=\"CASE.xml\" and navn=\"…\"");
        return false;
    }
    v->base = hj_path_join(arena, hj_path_dir(arena, path), base);
    bool ok = true;
    for (const xmlNode *c = node->children; c; c = c->next)
        if (c->type == XML_ELEMENT_NODE) {
            int part = part_of(c, arena);
            ok = check_change(v, c, diags) && ok;
            if (part < 0) {
                hj_error(diags, "HJ-VARIANT-006", place_of(v, c),
                         "fil is \"kommune\", \"avgjoerelse\" or left out");
                ok = false;
            } else {
                v->changes[part] = true;
            }
        }
    return ok;
}

const hj_variant *hj_variants_read(const char *path, size_t *n, hj_arena *arena, hj_diags *diags)
{
    *n = 0;
    const xmlDoc *doc = hj_xml_read(path, HJ_LIMIT_XML_BYTES, arena, diags);
    const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
    if (!root)
        return NULL;
    if (!hj_element_is(root, HJ_VARIANTS_ROOT) || !root->ns
        || strcmp((const char *)root->ns->href, NS) != 0) {
        hj_error(diags, "HJ-VARIANT-001", HJ_AT(path, (int)xmlGetLineNo(root)),
                 "a file of variants starts with <varianter xmlns=\"%s\">", NS);
        return NULL;
    }
    size_t most = 0;
    for (const xmlNode *c = root->children; c; c = c->next)
        most += c->type == XML_ELEMENT_NODE;
    hj_variant *all = HJ_ARRAY(arena, most + 1, hj_variant);
    bool ok = true;
    for (const xmlNode *c = root->children; c; c = c->next) {
        if (c->type != XML_ELEMENT_NODE)
            continue;
        if (!hj_element_is(c, "variant")) {
            hj_error(diags, "HJ-VARIANT-007", HJ_AT(path, (int)xmlGetLineNo((xmlNode *)c)),
                     "there is no '%s' here; the element is variant", (const char *)c->name);
            ok = false;
        } else {
            ok = read_one(&all[(*n)++], c, path, arena, diags) && ok;
        }
    }
    return ok ? all : NULL;
}

/* ---- changing ---- */

typedef struct change {
    const hj_variant *variant;
    const xmlNode *node; /* the element that says what */
    xmlDoc *doc;
    hj_arena *arena;
    hj_diags *diags;
} change;

static hj_path_result find(const change *c, const char *path)
{
    hj_path_result none = {.kind = HJ_PATH_ERROR};
    hj_path *compiled = hj_path_compile(path, place_of(c->variant, c->node), c->arena, c->diags);
    if (!compiled)
        return none;
    hj_path_host host = {.doc = c->doc, .arena = c->arena};
    host.here = host.context = xmlDocGetRootElement(c->doc);
    return hj_path_eval(compiled, &host, false);
}

static bool nothing_found(const change *c, const char *path)
{
    hj_error(c->diags, "HJ-VARIANT-008", place_of(c->variant, c->node),
             "%s finds nothing in the document that is changed", path);
    return false;
}

static void set_node(const change *c, xmlNode *target, const char *value)
{
    xmlChar *escaped = xmlEncodeSpecialChars(c->doc, BAD_CAST value);
    xmlNodeSetContent(target, escaped);
    xmlFree(escaped);
}

/* An attribute that is not there yet is set on the elements that could carry it. */
static bool set_attribute(const change *c, const char *path, const char *value)
{
    const char *at = strrchr(path, '@');
    if (!at || at == path || at[-1] != '/' || strpbrk(at, "]/"))
        return nothing_found(c, path);
    size_t n = (size_t)(at - 1 - path);
    const char *holder = n ? hj_arena_strndup(c->arena, path, n) : "/";
    hj_path_result r = find(c, holder);
    bool any = false;
    for (size_t i = 0; r.kind == HJ_PATH_NODES && i < r.n; i++) {
        xmlNode *node = (xmlNode *)r.nodes[i];
        if (node->type != XML_ELEMENT_NODE)
            continue;
        xmlSetProp(node, BAD_CAST(at + 1), BAD_CAST value);
        any = true;
    }
    return any || nothing_found(c, path);
}

static bool set(const change *c)
{
    const char *path = hj_attribute_copy(c->node, "sti", c->arena);
    const char *value = hj_node_text(c->node, c->arena);
    hj_path_result r = find(c, path);
    if (r.kind != HJ_PATH_NODES || !r.n)
        return r.kind != HJ_PATH_ERROR && set_attribute(c, path, value);
    for (size_t i = r.n; i > 0; i--) /* backwards: what stands inside another comes after it */
        set_node(c, (xmlNode *)r.nodes[i - 1], value);
    return true;
}

static bool take_away(const change *c)
{
    const char *path = hj_attribute_copy(c->node, "sti", c->arena);
    hj_path_result r = find(c, path);
    if (r.kind != HJ_PATH_NODES || !r.n)
        return r.kind != HJ_PATH_ERROR && nothing_found(c, path);
    xmlNode **elements = HJ_ARRAY(c->arena, r.n + 1, xmlNode *);
    for (size_t i = 0; i < r.n; i++) {
        xmlNode *node = (xmlNode *)r.nodes[i];
        if (node->type == XML_ATTRIBUTE_NODE) {
            xmlRemoveProp((xmlAttr *)node);
        } else if (node != xmlDocGetRootElement(c->doc)) {
            elements[i] = node;
            xmlUnlinkNode(node);
        }
    }
    /* One found inside another has been taken out of it by now. */
    for (size_t i = 0; i < r.n; i++)
        if (elements[i])
            xmlFreeNode(elements[i]);
    return true;
}

/* What is put in is written without a namespace of its own: it gets the document's. */
static void adopt(xmlNode *node, xmlNs *ns, int depth)
{
    for (; node && depth < HJ_LIMIT_XML_DEPTH; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        if (node->ns && strcmp((const char *)node->ns->href, NS) == 0)
            node->ns = ns;
        adopt(node->children, ns, depth + 1);
    }
}

static xmlNode *copy_in(const change *c, const xmlNode *child)
{
    xmlNode *copy = xmlDocCopyNode((xmlNode *)child, c->doc, 1);
    if (!copy || copy->type != XML_ELEMENT_NODE)
        return copy;
    adopt(copy, xmlDocGetRootElement(c->doc)->ns, 0);
    xmlFreeNsList(copy->nsDef);
    copy->nsDef = NULL;
    return copy;
}

static bool put_in(const change *c)
{
    const char *after = hj_attribute_copy(c->node, "etter", c->arena);
    const char *before = hj_attribute_copy(c->node, "foer", c->arena);
    const char *path = after ? after : before ? before
                     : hj_attribute_copy(c->node, "sist_i", c->arena);
    hj_path_result r = find(c, path);
    if (r.kind != HJ_PATH_NODES || !r.n)
        return r.kind != HJ_PATH_ERROR && nothing_found(c, path);
    xmlNode *at = (xmlNode *)r.nodes[after ? r.n - 1 : 0];
    if (at->type != XML_ELEMENT_NODE)
        return nothing_found(c, path);
    for (const xmlNode *child = c->node->children; child; child = child->next) {
        xmlNode *copy = copy_in(c, child);
        if (!copy)
            continue;
        if (after)
            at = xmlAddNextSibling(at, copy);
        else if (before)
            xmlAddPrevSibling(at, copy);
        else
            xmlAddChild(at, copy);
    }
    return true;
}

const char *hj_variant_make(const hj_variant *v, hj_variant_part part, void *doc, size_t *len,
                            hj_arena *arena, hj_diags *diags)
{
    bool ok = true;
    for (const xmlNode *n = ((const xmlNode *)v->node)->children; n; n = n->next) {
        if (n->type != XML_ELEMENT_NODE || part_of(n, arena) != (int)part)
            continue;
        change c = {v, n, doc, arena, diags};
        ok = (hj_element_is(n, "sett") ? set(&c)
              : hj_element_is(n, "fjern") ? take_away(&c) : put_in(&c)) && ok;
    }
    if (!ok)
        return NULL;
    xmlChar *bytes = NULL;
    int n = 0;
    xmlDocDumpMemoryEnc(doc, &bytes, &n, "UTF-8");
    const char *copy = hj_arena_strndup(arena, bytes ? (const char *)bytes : "", (size_t)n);
    *len = (size_t)n;
    xmlFree(bytes);
    return copy;
}
