/* What ran: which branches of the stylesheets were taken, and which texts were told.
 *
 * The hard idea: libxslt tells nobody where it goes, so the tree is given milestones before it is
 * compiled: an empty element of our own, first in every branch, that counts when it is passed and
 * writes nothing. One that stands before an xsl:choose or xsl:for-each counts how often it was
 * met; what was met and never entered took the way that is not written. Only a folder that is
 * traced is given milestones: a letter is made by the stylesheet as it stands. */
#include <string.h>

#include <libxslt/extensions.h>
#include <libxslt/imports.h>

#include "transform/internal.h"

#define NS_XSL "http://www.w3.org/1999/XSL/Transform"
#define MILESTONE "milepael"

typedef struct traced_file {
    const char *path;
    hj_branch **branches; /* in document order, the same for every stylesheet that imports it */
    size_t n, cap;
    size_t at; /* while a copy of it is being marked */
    struct traced_file *next;
} traced_file;

struct hj_trace {
    hj_arena *arena;
    traced_file *files; /* in order of first meeting */
    const hj_branch **sorted; /* when asked for */
    size_t n;
    unsigned long (*told)[2]; /* by text */
};

typedef struct milestone {
    hj_branch *met, *taken, *chosen; /* what passing it counts for; NULL: nothing */
} milestone;

void hj_templates_trace(hj_templates *t)
{
    for (size_t i = 0; i < t->types_n; i++)
        hj_sheet_free(&t->sheets[i]);
    t->trace = HJ_NEW(t->arena, hj_trace);
    t->trace->arena = t->arena;
    t->trace->told = hj_arena_array(t->arena, t->texts.n + 1, sizeof *t->trace->told);
}

/* ---- marking ---- */

static bool xsl(const xmlNode *node, const char *name)
{
    return node && node->type == XML_ELEMENT_NODE && node->ns
        && strcmp((const char *)node->ns->href, NS_XSL) == 0
        && strcmp((const char *)node->name, name) == 0;
}

static traced_file *file_of(hj_trace *trace, const char *path)
{
    traced_file **at = &trace->files;
    while (*at && strcmp((*at)->path, path) != 0)
        at = &(*at)->next;
    if (!*at) {
        *at = HJ_NEW(trace->arena, traced_file);
        (*at)->path = hj_arena_strdup(trace->arena, path);
    }
    return *at;
}

static const char *attribute(hj_trace *trace, const xmlNode *node, const char *name)
{
    xmlChar *v = xmlGetNoNsProp((xmlNode *)node, BAD_CAST name);
    const char *copy = v ? hj_arena_strdup(trace->arena, (char *)v) : NULL;
    xmlFree(v);
    return copy;
}

static const char *written(hj_trace *trace, const xmlNode *node, hj_branch_kind kind)
{
    static const char *const names[] = {"test", "test", NULL, NULL, "select", "name"};
    const char *name = names[kind], *value = name ? attribute(trace, node, name) : NULL;
    if (kind != HJ_BRANCH_TEMPLATE || value)
        return value ? value : "";
    const char *match = attribute(trace, node, "match"), *mode = attribute(trace, node, "mode");
    return !mode ? match ? match : ""
                 : hj_arena_printf(trace->arena, "%s, mode %s", match ? match : "", mode);
}

/* The next branch of the file: made by the first copy, found again by the others. */
static hj_branch *branch_of(hj_trace *trace, traced_file *file, const xmlNode *node,
                            hj_branch_kind kind)
{
    if (file->at < file->n)
        return file->branches[file->at++];
    if (file->n == file->cap) {
        size_t cap = file->cap ? file->cap * 2 : 64;
        hj_branch **more = HJ_ARRAY(trace->arena, cap, hj_branch *);
        if (file->n)
            memcpy(more, file->branches, file->n * sizeof(hj_branch *));
        file->branches = more;
        file->cap = cap;
    }
    hj_branch *b = HJ_NEW(trace->arena, hj_branch);
    *b = (hj_branch){.file = file->path, .line = (int)xmlGetLineNo((xmlNode *)node), .kind = kind,
                     .what = written(trace, node, kind)};
    trace->sorted = NULL;
    file->at = ++file->n;
    return file->branches[file->n - 1] = b;
}

/* In front of `before`, or last in parent when it is NULL. */
static void put(hj_trace *trace, xmlNs *ns, xmlNode *parent, xmlNode *before, milestone what)
{
    xmlNode *node = xmlNewDocNode(parent->doc, ns, BAD_CAST MILESTONE, NULL);
    milestone *m = HJ_NEW(trace->arena, milestone);
    *m = what;
    node->_private = m;
    if (before)
        xmlAddPrevSibling(before, node);
    else
        xmlAddChild(parent, node);
}

/* What must stand first in a template or a loop keeps standing first. */
static xmlNode *after_leading(xmlNode *node, const char *name)
{
    xmlNode *first = node->children;
    for (xmlNode *c = node->children; c; c = c->next)
        if (xsl(c, name))
            first = c->next;
    return first;
}

void hj_trace_begin(hj_trace *trace, const char *path)
{
    file_of(trace, path)->at = 0;
}

void hj_trace_mark(hj_trace *trace, const char *path, xmlNs *ns, xmlNode *node)
{
    traced_file *file = file_of(trace, path);
    if (xsl(node, "template")) {
        hj_branch *b = branch_of(trace, file, node, HJ_BRANCH_TEMPLATE);
        put(trace, ns, node, after_leading(node, "param"), (milestone){.taken = b});
    } else if (xsl(node, "if")) {
        hj_branch *b = branch_of(trace, file, node, HJ_BRANCH_IF);
        put(trace, ns, node->parent, node, (milestone){.met = b});
        put(trace, ns, node, node->children, (milestone){.taken = b});
    } else if (xsl(node, "for-each")) {
        hj_branch *b = branch_of(trace, file, node, HJ_BRANCH_LOOP);
        put(trace, ns, node->parent, node, (milestone){.met = b});
        put(trace, ns, node, after_leading(node, "sort"), (milestone){.taken = b});
    } else if (xsl(node, "choose")) {
        bool whole = false;
        for (xmlNode *c = node->children; c; c = c->next)
            whole |= xsl(c, "otherwise");
        hj_branch *none = whole ? NULL : branch_of(trace, file, node, HJ_BRANCH_NONE);
        if (none)
            put(trace, ns, node->parent, node, (milestone){.met = none});
        for (xmlNode *c = node->children; c; c = c->next)
            if (xsl(c, "when") || xsl(c, "otherwise")) {
                hj_branch *b = branch_of(trace, file, c, xsl(c, "when") ? HJ_BRANCH_WHEN
                                                                        : HJ_BRANCH_OTHERWISE);
                put(trace, ns, node->parent, node, (milestone){.met = b});
                put(trace, ns, c, c->children, (milestone){.taken = b, .chosen = none});
            }
    }
}

bool hj_trace_is_milestone(const xmlNode *node)
{
    return node->_private && strcmp((const char *)node->name, MILESTONE) == 0;
}

/* ---- counting ---- */

static void pass(xsltTransformContext *ctxt, xmlNode *node, xmlNode *inst, xsltElemPreComp *comp)
{
    (void)node;
    (void)comp;
    const milestone *m = inst->_private;
    if (!m)
        return;
    if (m->met)
        m->met->met++;
    if (m->chosen)
        m->chosen->taken++;
    if (!m->taken)
        return;
    m->taken->taken++;
    if (m->taken->kind != HJ_BRANCH_LOOP)
        return;
    const xmlXPathContext *xpath = ctxt->xpathCtxt;
    m->taken->loops += xpath->proximityPosition == 1;
    m->taken->one |= xpath->contextSize == 1;
    m->taken->several |= xpath->contextSize > 1;
}

void hj_trace_listen(xsltTransformContext *ctxt)
{
    xsltRegisterExtElement(ctxt, BAD_CAST MILESTONE, BAD_CAST HJ_NS_MAL,
                           (xsltTransformFunction)pass);
}

void hj_trace_told(hj_run *run, const hj_text *text)
{
    if (run->templates->trace)
        run->templates->trace->told[text - run->templates->texts.all][run->maal]++;
}

/* ---- asking ---- */

static bool mentioned_below(const xmlNode *node, const char *quoted, int depth)
{
    for (; node && depth < HJ_LIMIT_XML_DEPTH; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        for (const xmlAttr *a = node->properties; a; a = a->next)
            if (a->children && a->children->content
                && strstr((const char *)a->children->content, quoted))
                return true;
        if (mentioned_below(node->children, quoted, depth + 1))
            return true;
    }
    return false;
}

bool hj_templates_mention(const hj_templates *t, const char *word)
{
    char quoted[200];
    snprintf(quoted, sizeof quoted, "'%s'", word);
    for (size_t i = 0; i < t->types_n; i++)
        for (xsltStylesheet *s = t->sheets[i].style; s; s = xsltNextImport(s))
            if (mentioned_below(xmlDocGetRootElement(s->doc), quoted, 0))
                return true;
    return false;
}

static void sort_files(hj_trace *trace)
{
    size_t n = 0;
    for (traced_file *f = trace->files; f; f = f->next)
        n += f->n;
    const hj_branch **all = HJ_ARRAY(trace->arena, n + 1, const hj_branch *);
    trace->n = 0;
    for (const char *last = "";;) { /* few files: the next in order of names each time */
        const traced_file *next = NULL;
        for (traced_file *f = trace->files; f; f = f->next)
            if (strcmp(f->path, last) > 0 && (!next || strcmp(f->path, next->path) < 0))
                next = f;
        if (!next)
            break;
        for (size_t i = 0; i < next->n; i++) { /* by line; they nearly are */
            size_t at = trace->n++;
            for (; at && all[at - 1]->file == next->path
                   && all[at - 1]->line > next->branches[i]->line; at--)
                all[at] = all[at - 1];
            all[at] = next->branches[i];
        }
        last = next->path;
    }
    trace->sorted = all;
}

const hj_branch *hj_branch_at(const hj_templates *t, size_t i)
{
    if (!t->trace)
        return NULL;
    if (!t->trace->sorted)
        sort_files(t->trace);
    return i < t->trace->n ? t->trace->sorted[i] : NULL;
}

bool hj_phrase_at(const hj_templates *t, size_t i, hj_phrase *out)
{
    if (!t->trace || i >= t->texts.n)
        return false;
    const hj_text *text = &t->texts.all[i];
    *out = (hj_phrase){.key = text->key, .file = text->file, .line = text->line,
                       .told = {t->trace->told[i][HJ_NB] > 0, t->trace->told[i][HJ_NN] > 0}};
    return true;
}
