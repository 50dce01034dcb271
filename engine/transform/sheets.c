/* Stylesheets made ready: read, marked, checked, compiled.
 *
 * The hard idea: libxslt forgets where a result element came from, so before it compiles a tree we
 * write the answer into it. Every literal FO element (and what xsl:element makes) gets hjfo:fil and
 * hjfo:linje as attributes, which then ride into the FO tree like any other attribute. In the same
 * walk hj:tekst is checked against the texts and its expressions are compiled.
 *
 * The template folder is a small world of its own: its files have URIs mal:/path, so that an import
 * can climb no higher than its root, and everything that is not mal: is refused by name. */
#include <ctype.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/uri.h>
#include <libxml/xpathInternals.h>
#include <libxslt/documents.h>
#include <libxslt/imports.h>
#include <libxslt/transform.h>
#include <libxslt/xsltutils.h>

#include "transform/internal.h"

#define NS_XSL "http://www.w3.org/1999/XSL/Transform"
#define NS_FUNC "http://exslt.org/functions"
#define ROOT "mal:/"

/* Things a compiled sheet owns besides libxslt's own: freed with it. */
typedef struct hj_compiled {
    hj_arena *arena; /* hj_call and hj_slot */
    xmlXPathCompExpr **expressions;
    xmlNs ***namespaces;
    size_t n, cap;
} hj_compiled;

static _Thread_local hj_run *current;

/* ---- where messages go ---- */

const char *hj_template_path(const hj_templates *templates, const char *uri, hj_arena *arena)
{
    if (!uri || strncmp(uri, ROOT, strlen(ROOT)) != 0)
        return NULL;
    char *plain = xmlURIUnescapeString(uri + strlen(ROOT), 0, NULL);
    const char *path = NULL;
    if (plain && *plain && *plain != '/' && !strstr(plain, "../") && strcmp(plain, "..") != 0)
        path = hj_path_join(arena, templates->dir, plain);
    xmlFree(plain);
    return path;
}

static const char *file_name(hj_run *run, const char *uri)
{
    const char *path = hj_template_path(run->templates, uri, run->arena);
    return path ? path : uri;
}

hj_place hj_run_place(hj_run *run, const xmlNode *node)
{
    if (!node && run->xslt)
        node = run->xslt->inst;
    if (!node)
        return HJ_FILE(NULL);
    const xmlNode *element = node->type == XML_ELEMENT_NODE ? node : node->parent;
    if (!element || !element->doc)
        return HJ_FILE(NULL);
    return HJ_AT(element->doc->URL ? file_name(run, (const char *)element->doc->URL) : NULL,
                 (int)xmlGetLineNo((xmlNode *)element));
}

/* "runtime error: file mal:/x.xsl line 12 element value-of": libxslt says where in a line of its
 * own before it says what. */
static bool header(hj_run *run, const char *text)
{
    const char *p = text;
    if (strncmp(p, "runtime error", 13) == 0)
        p += 13;
    else if (strncmp(p, "compilation error", 17) == 0)
        p += 17;
    else if (strncmp(p, "error", 5) == 0)
        p += 5;
    else
        return false;
    run->pending = HJ_FILE(NULL);
    const char *file = strstr(p, "file "), *line = file ? strstr(file, " line ") : NULL;
    if (*p != ':' && *p != '\n' && *p != 0)
        return false;
    if (file && line)
        run->pending = HJ_AT(file_name(run, hj_arena_strndup(run->arena, file + 5,
                                                             (size_t)(line - file - 5))),
                             atoi(line + 6));
    if (!run->pending.file)
        run->pending = hj_run_place(run, NULL);
    return true;
}

static bool is_message(const xmlNode *inst)
{
    return inst && inst->type == XML_ELEMENT_NODE && inst->ns
        && strcmp((const char *)inst->name, "message") == 0
        && strcmp((const char *)inst->ns->href, NS_XSL) == 0;
}

static void tell(hj_run *run, const char *text)
{
    xmlNode *inst = run->xslt ? run->xslt->inst : NULL;
    bool had_header = run->pending.file != NULL;
    if (run->endless && !had_header)
        return; /* after an endless recursion libxslt lists the whole stack */
    hj_place place = had_header ? run->pending : hj_run_place(run, NULL);
    run->pending = HJ_FILE(NULL);
    if (!place.file && run->sheet)
        place = HJ_FILE(run->templates->types[run->sheet - run->templates->sheets].stylesheet);
    if (!had_header && is_message(inst)) {
        xmlChar *terminate = xmlGetNoNsProp(inst, BAD_CAST "terminate");
        bool stop = terminate && strcmp((char *)terminate, "yes") == 0;
        xmlFree(terminate);
        if (stop) {
            hj_error(run->diags, "HJ-TRANSFORM-010", place, "%s", text);
            run->failed = true;
        } else {
            hj_warning(run->diags, "HJ-TRANSFORM-011", place, "%s", text);
        }
        return;
    }
    run->failed = true;
    if (run->outside && strstr(text, "unable to load")) {
        hj_error(run->diags, "HJ-TRANSFORM-015", place,
                 "'%s' is outside the template folder and is not read", run->outside);
        run->outside = NULL;
        return;
    }
    if (run->refused && (strstr(text, "rights for") || strstr(text, " refused")))
        return;
    if (strstr(text, "infinite template recursion")) {
        run->endless = true;
        hj_error(run->diags, "HJ-TRANSFORM-012", place,
                 "templates call each other more than %d deep", HJ_LIMIT_XSLT_DEPTH);
        hj_hint(run->diags, "is there a template that never stops calling itself?");
    } else if (strstr(text, "peration limit") || strstr(text, "excessive number of operations")) {
        hj_error(run->diags, "HJ-TRANSFORM-013", place,
                 "the stylesheet takes more steps than it may");
        hj_hint(run->diags, "is there a loop that never ends?");
    } else {
        hj_error(run->diags, "HJ-TRANSFORM-014", place, "the stylesheet fails: %s", text);
        if (run->detail) {
            hj_hint(run->diags, "%s", run->detail);
            run->detail = NULL;
        }
    }
}

const char *hj_refusal(const hj_diags *diags)
{
    const char *says = NULL;
    for (const hj_diag *d = diags->first; d; d = d->next)
        if (d->severity == HJ_ERROR) {
            if (strcmp(d->code, "HJ-TRANSFORM-010") != 0)
                return NULL;
            says = d->message;
        }
    return says;
}

static void on_message(void *ctx, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void on_message(void *ctx, const char *format, ...)
{
    hj_run *run = ctx ? ctx : current;
    if (!run)
        return;
    char text[1000];
    va_list args;
    va_start(args, format);
    int n = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (n < 0)
        return;
    if (n >= (int)sizeof text)
        n = (int)sizeof text - 1;
    while (n && isspace((unsigned char)text[n - 1]))
        text[--n] = 0;
    if (n && !header(run, text))
        tell(run, text);
}

/* libxml2's XPath speaks before libxslt does: kept as the hint of what follows. */
static void on_xpath_text(void *ctx, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void on_xpath_text(void *ctx, const char *format, ...)
{
    (void)ctx;
    if (!current)
        return;
    char text[500];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    text[strcspn(text, "\n")] = 0;
    const char *name = strstr(text, "function ");
    if (name && !current->detail) {
        current->detail = hj_arena_printf(current->arena, "XPath: %s", name);
        current->detail_place = hj_run_place(current, NULL);
    }
}

static void on_xpath_error(void *ctx, hj_xml_error error)
{
    (void)ctx;
    if (!current || !error || error->level < XML_ERR_ERROR)
        return;
    const char *message = error->message ? error->message : "";
    if (error->code == (int)XML_XPATH_EXPRESSION_OK + (int)XPATH_OP_LIMIT_EXCEEDED) {
        if (!current->failed)
            tell(current, "operation limit");
        return;
    }
    if (current->detail)
        return;
    current->detail = hj_arena_printf(current->arena, "XPath: %.*s%s%s",
                                      (int)strcspn(message, "\n"), message,
                                      error->str1 ? ": " : "", error->str1 ? error->str1 : "");
    current->detail_place = hj_run_place(current, NULL);
}

/* libxslt's loader and message functions are process-wide. Ours are installed once and pass on to
 * whoever was there before, except on a thread that is inside hj_run_enter … hj_run_leave. */
static xsltDocLoaderFunc older_loader;
static xmlGenericErrorFunc older_message;
static void *older_message_ctx;

static void dispatch_message(void *ctx, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static void dispatch_message(void *ctx, const char *format, ...)
{
    (void)ctx;
    char text[1000];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (current)
        on_message(current, "%s", text);
    else if (older_message)
        older_message(older_message_ctx, "%s", text);
}

static xmlDoc *ready_copy(hj_run *run, const char *uri, xmlDict *dict, bool stylesheet);

static xmlDoc *dispatch_loader(const xmlChar *uri, xmlDict *dict, int options, void *ctxt,
                               xsltLoadType type)
{
    if (!current)
        return older_loader ? older_loader(uri, dict, options, ctxt, type) : NULL;
    return ready_copy(current, (const char *)uri, dict, type != XSLT_LOAD_DOCUMENT);
}

typedef struct saved {
    xmlGenericErrorFunc generic;
    void *generic_ctx;
    xmlStructuredErrorFunc structured;
    void *structured_ctx;
} saved;

static _Thread_local saved before;

static void install(void)
{
    xsltInit();
    older_loader = xsltDocDefaultLoader;
    older_message = xsltGenericError;
    older_message_ctx = xsltGenericErrorContext;
    xsltSetLoaderFunc(dispatch_loader);
    xsltSetGenericErrorFunc(NULL, dispatch_message);
}

void hj_run_enter(hj_run *run)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, install);
    current = run;
    before = (saved){xmlGenericError, xmlGenericErrorContext, xmlStructuredError,
                     xmlStructuredErrorContext};
    xmlSetGenericErrorFunc(NULL, on_xpath_text);
    xmlSetStructuredErrorFunc(NULL, (xmlStructuredErrorFunc)on_xpath_error);
}

void hj_run_leave(hj_run *run)
{
    if (run->detail && !run->failed) {
        hj_error(run->diags, "HJ-TRANSFORM-014", run->detail_place, "the stylesheet fails: %s",
                 run->detail);
        run->failed = true;
    }
    xmlSetGenericErrorFunc(before.generic_ctx, before.generic);
    xmlSetStructuredErrorFunc(before.structured_ctx, before.structured);
    current = NULL;
}

/* ---- the walk over a stylesheet before it is compiled ---- */

typedef struct walk {
    hj_run *run;
    hj_compiled *compiled;
    const char *path;
    char *escaped; /* path as an attribute value template */
    xmlDoc *doc;
    xmlNs *hjfo, *mal; /* mal: only when what runs is counted */
} walk;

static bool in_ns(const xmlNode *node, const char *ns)
{
    return node->ns && strcmp((const char *)node->ns->href, ns) == 0;
}

static void fault(walk *w, const xmlNode *node, const char *code, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
static void fault(walk *w, const xmlNode *node, const char *code, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = hj_arena_vprintf(w->run->arena, hj_tr(w->run->diags->lang, format), args);
    va_end(args);
    hj_error(w->run->diags, code, hj_run_place(w->run, node), "%s", text);
    w->run->failed = true;
}

static void mark_literal(walk *w, xmlNode *node)
{
    char line[16];
    snprintf(line, sizeof line, "%ld", xmlGetLineNo(node));
    xmlNewNsProp(node, w->hjfo, BAD_CAST "fil", BAD_CAST w->escaped);
    xmlNewNsProp(node, w->hjfo, BAD_CAST "linje", BAD_CAST line);
}

static void add_attribute_instruction(walk *w, xmlNode *node, const char *name, const char *value)
{
    xmlNode *a = xmlNewDocNode(w->doc, node->ns, BAD_CAST "attribute", NULL);
    char qname[80];
    snprintf(qname, sizeof qname, "%s:%s", (const char *)w->hjfo->prefix, name);
    xmlNewProp(a, BAD_CAST "name", BAD_CAST qname);
    xmlNewProp(a, BAD_CAST "namespace", BAD_CAST HJ_NS_HJFO);
    xmlNode *text = xmlNewDocNode(w->doc, node->ns, BAD_CAST "text", NULL);
    xmlAddChild(text, xmlNewDocText(w->doc, BAD_CAST value));
    xmlAddChild(a, text);
    if (node->children)
        xmlAddPrevSibling(node->children, a);
    else
        xmlAddChild(node, a);
}

/* xsl:element: the marks become instructions, unless the name says it is not FO. */
static void mark_made(walk *w, xmlNode *node)
{
    xmlChar *name = xmlGetNoNsProp(node, BAD_CAST "name");
    xmlChar *ns = xmlGetNoNsProp(node, BAD_CAST "namespace");
    bool fo = true;
    if (ns) {
        fo = strcmp((char *)ns, HJ_NS_FO) == 0;
    } else if (name && *name != '{') {
        char prefix[64] = "";
        const char *colon = strchr((char *)name, ':');
        if (colon && (size_t)(colon - (char *)name) < sizeof prefix)
            memcpy(prefix, name, (size_t)(colon - (char *)name));
        xmlNs *found = xmlSearchNs(w->doc, node, colon ? BAD_CAST prefix : NULL);
        fo = found && strcmp((char *)found->href, HJ_NS_FO) == 0;
    }
    xmlFree(name);
    xmlFree(ns);
    if (!fo)
        return;
    char line[16];
    snprintf(line, sizeof line, "%ld", xmlGetLineNo(node));
    add_attribute_instruction(w, node, "linje", line);
    add_attribute_instruction(w, node, "fil", w->path);
}

static void compile(walk *w, hj_slot *slot, const char *expression, const char *attribute)
{
    slot->namespaces = xmlGetNsList(w->doc, slot->node);
    while (slot->namespaces && slot->namespaces[slot->namespaces_n])
        slot->namespaces_n++;
    w->run->detail = NULL;
    slot->select = xmlXPathCompile(BAD_CAST expression);
    if (!slot->select) {
        fault(w, slot->node, "HJ-TRANSFORM-003", HJ_T("%s=\"%s\" is not an expression"), attribute,
              expression);
        w->run->detail = NULL;
    }
    hj_compiled *c = w->compiled;
    if (c->n == c->cap) {
        c->cap = c->cap ? c->cap * 2 : 64;
        c->expressions = realloc(c->expressions, c->cap * sizeof *c->expressions);
        c->namespaces = realloc(c->namespaces, c->cap * sizeof *c->namespaces);
        if (!c->expressions || !c->namespaces)
            abort();
    }
    c->expressions[c->n] = slot->select;
    c->namespaces[c->n++] = slot->namespaces;
}

static hj_slot *ready_slot(walk *w, xmlNode *node)
{
    xmlChar *name = xmlGetNoNsProp(node, BAD_CAST "navn");
    xmlChar *select = xmlGetNoNsProp(node, BAD_CAST "select");
    hj_slot *slot = NULL;
    bool content = node->children && !(node->children == node->last
                                       && xmlIsBlankNode(node->children));
    if (!name || !*name) {
        fault(w, node, "HJ-TRANSFORM-002", HJ_T("hj:verdi needs navn=\"…\""));
    } else if (select && content) {
        fault(w, node, "HJ-TRANSFORM-002", HJ_T("hj:verdi has both select and content"));
    } else {
        slot = HJ_NEW(w->compiled->arena, hj_slot);
        slot->name = hj_arena_strdup(w->compiled->arena, (char *)name);
        slot->node = node;
    }
    if (slot && select)
        compile(w, slot, (char *)select, "select");
    xmlFree(name);
    xmlFree(select);
    return slot;
}

static void static_fit(walk *w, xmlNode *node, const hj_call *call)
{
    const hj_text *t = call->text;
    for (int i = 0; i < t->names_n; i++) {
        bool filled = false;
        for (const hj_slot *s = call->slots; s; s = s->next)
            filled |= strcmp(s->name, t->names[i]) == 0;
        if (!filled) {
            fault(w, node, "HJ-TRANSFORM-031", HJ_T("placeholder {%s} of text '%s' is not filled"),
                  t->names[i], t->key);
            hj_hint(w->run->diags,
                    "add <hj:verdi navn=\"%s\" select=\"…\"/>; the text stands in %s:%d",
                    t->names[i], t->file, t->line);
        }
    }
    for (const hj_slot *s = call->slots; s; s = s->next) {
        bool found = false;
        for (int i = 0; i < t->names_n; i++)
            found |= strcmp(t->names[i], s->name) == 0;
        if (!found) {
            fault(w, s->node, "HJ-TRANSFORM-032", HJ_T("text '%s' has no placeholder {%s}"), t->key,
                  s->name);
            const char *near = t->names_n
                ? hj_nearest(s->name, t->names, (size_t)t->names_n) : NULL;
            if (near)
                hj_hint(w->run->diags, "did you mean '%s'?", near);
        }
    }
}

static void ready_tekst(walk *w, xmlNode *node)
{
    hj_call *call = HJ_NEW(w->compiled->arena, hj_call);
    xmlChar *key = xmlGetNoNsProp(node, BAD_CAST "noekkel");
    hj_slot **next = &call->slots;
    bool slots_ok = true;
    for (xmlNode *c = node->children; c; c = c->next) {
        if (c->type == XML_TEXT_NODE && !xmlIsBlankNode(c))
            fault(w, node, "HJ-TRANSFORM-004", HJ_T("hj:tekst holds only hj:verdi"));
        if (c->type != XML_ELEMENT_NODE)
            continue;
        if (!in_ns(c, HJ_NS_MAL) || strcmp((char *)c->name, "verdi") != 0) {
            fault(w, c, "HJ-TRANSFORM-004", HJ_T("hj:tekst holds only hj:verdi"));
            continue;
        }
        *next = ready_slot(w, c);
        if (*next)
            next = &(*next)->next;
        else
            slots_ok = false;
    }
    if (!key || !*key) {
        fault(w, node, "HJ-TRANSFORM-005", HJ_T("hj:tekst needs noekkel=\"…\""));
    } else if (!strchr((char *)key, '{')) {
        call->text = hj_texts_find(&w->run->templates->texts, (char *)key);
        if (!call->text) {
            fault(w, node, "HJ-TRANSFORM-033",
                  HJ_T("there is no text with the key '%s'"), (char *)key);
            const char *near = hj_texts_nearest(&w->run->templates->texts, (char *)key);
            if (near)
                hj_hint(w->run->diags, "did you mean '%s'?", near);
        } else if (slots_ok) {
            static_fit(w, node, call);
        }
    } else {
        size_t n = strlen((char *)key);
        if (key[0] == '{' && strchr((char *)key, '}') == (char *)key + n - 1 && key[1] != '{') {
            call->key = HJ_NEW(w->compiled->arena, hj_slot);
            call->key->node = node;
            call->key->name = "noekkel";
            compile(w, call->key, hj_arena_strndup(w->compiled->arena, (char *)key + 1, n - 2),
                    "noekkel");
        }
    }
    xmlFree(key);
    node->_private = call;
}

static bool name_byte(char c)
{
    return isalnum((unsigned char)c) || c == '_' || c == '-' || c == '.' || (c & 0x80);
}

static void need_exslt(walk *w, const xmlNode *node, const char *prefix)
{
    if (!hj_exslt_open())
        fault(w, node, "HJ-TRANSFORM-018", HJ_T("'%s' needs libexslt, which cannot be opened"),
              prefix);
}

/* Names like hj:dato( in an expression: is there such a function? */
static void check_calls(walk *w, xmlNode *node, const char *s)
{
    char quote = 0;
    for (const char *p = s; *p; p++) {
        if (quote) {
            quote = *p == quote ? 0 : quote;
            continue;
        }
        if (*p == '"' || *p == '\'') {
            quote = *p;
            continue;
        }
        if (*p != ':' || p == s || p[1] == ':' || p[-1] == ':' || !name_byte(p[-1]))
            continue;
        const char *from = p, *to = p + 1;
        while (from > s && name_byte(from[-1]))
            from--;
        while (name_byte(*to))
            to++;
        size_t gap = strspn(to, " \t\r\n");
        if (to[gap] != '(' || to == p + 1)
            continue;
        char *prefix = hj_arena_strndup(w->run->arena, from, (size_t)(p - from));
        char *name = hj_arena_strndup(w->run->arena, p + 1, (size_t)(to - p - 1));
        xmlNs *ns = xmlSearchNs(w->doc, node, BAD_CAST prefix);
        bool known = false;
        if (!ns) {
            fault(w, node, "HJ-TRANSFORM-006", HJ_T("the prefix '%s' is not declared"), prefix);
        } else if (!hj_function_listed((char *)ns->href, name, &known) && known) {
            fault(w, node, "HJ-TRANSFORM-007", HJ_T("there is no function %s:%s"), prefix, name);
            const char *near = hj_function_nearest((char *)ns->href, name);
            if (near)
                hj_hint(w->run->diags, "did you mean '%s:%s'?", prefix, near);
            else
                hj_hint(w->run->diags, "functions that read clocks, files or chance are not there");
        } else if (known && strcmp((char *)ns->href, HJ_NS_MAL) != 0
                   && strcmp((char *)ns->href, HJ_NS_COMMON) != 0) {
            need_exslt(w, node, prefix);
        }
    }
}

/* Our own and func:function; whatever else a host has registered is not for stylesheets. */
static void check_extensions(walk *w, const xmlNode *node, char *list)
{
    char *save;
    for (char *p = strtok_r(list, " \t\r\n", &save); p; p = strtok_r(NULL, " \t\r\n", &save)) {
        xmlNs *ns = xmlSearchNs(w->doc, (xmlNode *)node, BAD_CAST p);
        const char *href = ns ? (char *)ns->href : "";
        if (strcmp(href, HJ_NS_MAL) != 0 && strcmp(href, NS_FUNC) != 0)
            fault(w, node, "HJ-TRANSFORM-008",
                  HJ_T("the extension elements of '%s' are not allowed"), p);
    }
}

static void ready_element(walk *w, xmlNode *node)
{
    for (xmlAttr *a = node->properties; a; a = a->next) {
        const char *value = a->children && a->children->content ? (char *)a->children->content : "";
        if (strchr(value, '('))
            check_calls(w, node, value);
        if (a->ns && strcmp((char *)a->ns->href, NS_XSL) == 0
            && strcmp((char *)a->name, "extension-element-prefixes") == 0)
            check_extensions(w, node, hj_arena_strdup(w->run->arena, value));
    }
    const char *name = (const char *)node->name;
    if (w->mal)
        hj_trace_mark(w->run->templates->trace, w->path, w->mal, node);
    if (in_ns(node, HJ_NS_FO)) {
        if (w->run->pdf)
            mark_literal(w, node);
    } else if (in_ns(node, NS_XSL)) {
        if (strcmp(name, "element") == 0 && w->run->pdf)
            mark_made(w, node);
        else if (strcmp(name, "document") == 0 || strcmp(name, "result-document") == 0)
            fault(w, node, "HJ-TRANSFORM-008",
                  HJ_T("xsl:%s writes files; a stylesheet may not"), name);
    } else if (in_ns(node, HJ_NS_MAL) && !hj_trace_is_milestone(node)) {
        if (strcmp(name, "tekst") == 0) {
            ready_tekst(w, node);
        } else if (strcmp(name, "verdi") == 0) {
            if (!node->parent || !in_ns(node->parent, HJ_NS_MAL))
                fault(w, node, "HJ-TRANSFORM-004",
                      HJ_T("hj:verdi stands only right inside hj:tekst"));
        } else {
            fault(w, node, "HJ-TRANSFORM-009", HJ_T("there is no hj:%s"), name);
            hj_hint(w->run->diags, "the elements are hj:tekst and hj:verdi");
        }
    }
}

/* hj:tekst works without the author having to write extension-element-prefixes; no other
 * extension is let in. */
static void ready_root(walk *w, xmlNode *root)
{
    if (!in_ns(root, NS_XSL) || (strcmp((char *)root->name, "stylesheet") != 0
                                 && strcmp((char *)root->name, "transform") != 0)) {
        fault(w, root, "HJ-TRANSFORM-001",
              HJ_T("this is not a stylesheet: xsl:stylesheet was expected"));
        return;
    }
    xmlChar *given = xmlGetNoNsProp(root, BAD_CAST "extension-element-prefixes");
    hj_buf prefixes = {0};
    if (given) {
        hj_buf_printf(&prefixes, "%s ", (char *)given);
        check_extensions(w, root, (char *)given);
    }
    for (xmlNs *ns = root->nsDef; ns; ns = ns->next)
        if (ns->prefix && (strcmp((char *)ns->href, HJ_NS_MAL) == 0
                           || strcmp((char *)ns->href, NS_FUNC) == 0)) {
            hj_buf_printf(&prefixes, "%s ", (char *)ns->prefix);
            if (strcmp((char *)ns->href, NS_FUNC) == 0)
                need_exslt(w, root, (char *)ns->prefix);
        }
    if (w->run->templates->trace) {
        w->mal = xmlSearchNsByHref(w->doc, root, BAD_CAST HJ_NS_MAL);
        if (!w->mal || !w->mal->prefix) {
            w->mal = xmlNewNs(root, BAD_CAST HJ_NS_MAL, BAD_CAST "hj-milepael");
            hj_buf_str(&prefixes, "hj-milepael ");
        }
        hj_trace_begin(w->run->templates->trace, w->path);
    }
    if (prefixes.len)
        xmlSetProp(root, BAD_CAST "extension-element-prefixes", BAD_CAST prefixes.data);
    hj_buf_free(&prefixes);
    xmlFree(given);
    if (!w->run->pdf)
        return;
    w->hjfo = xmlSearchNsByHref(w->doc, root, BAD_CAST HJ_NS_HJFO);
    if (!w->hjfo || !w->hjfo->prefix) {
        w->hjfo = xmlNewNs(root, BAD_CAST HJ_NS_HJFO, BAD_CAST "hjfo");
        if (!w->hjfo)
            w->hjfo = xmlNewNs(root, BAD_CAST HJ_NS_HJFO, BAD_CAST "hjfo-1");
    }
}

static void ready_tree(walk *w, xmlNode *root)
{
    int errors = w->run->diags->errors;
    ready_root(w, root);
    if (w->run->diags->errors > errors)
        return;
    hj_buf escaped = {0}; /* literal attributes are value templates: { is {{ there */
    for (const char *p = w->path; *p; p++) {
        hj_buf_char(&escaped, *p);
        if (*p == '{' || *p == '}')
            hj_buf_char(&escaped, *p);
    }
    w->escaped = hj_arena_strdup(w->run->arena, escaped.data ? escaped.data : "");
    hj_buf_free(&escaped);
    for (xmlNode *node = root; node;) {
        xmlNode *next = node->children;
        while (next && next->type != XML_ELEMENT_NODE)
            next = next->next;
        ready_element(w, node); /* may add children in front: they need no care */
        while (!next && node && node != root) {
            next = node->next;
            while (next && next->type != XML_ELEMENT_NODE)
                next = next->next;
            if (!next)
                node = node->parent;
        }
        node = next;
    }
}

/* Reads mal:/name and gives libxslt a copy of its own; our arena keeps the original. */
static xmlDoc *ready_copy(hj_run *run, const char *uri, xmlDict *dict, bool stylesheet)
{
    const char *path = hj_template_path(run->templates, uri, run->arena);
    if (!path) {
        run->outside = hj_arena_strdup(run->arena, uri);
        run->failed = true;
        return NULL;
    }
    int errors = run->diags->errors;
    xmlDoc *read = hj_xml_read(path, HJ_LIMIT_XML_BYTES, run->arena, run->diags);
    run->failed |= run->diags->errors > errors;
    if (!read)
        return NULL;
    xmlDoc *doc = xmlNewDoc(BAD_CAST "1.0");
    if (dict) {
        doc->dict = dict;
        xmlDictReference(dict);
    }
    doc->URL = xmlStrdup(BAD_CAST uri);
    xmlDocSetRootElement(doc, xmlDocCopyNode(xmlDocGetRootElement(read), doc, 1));
    if (stylesheet) {
        walk w = {.run = run, .compiled = run->sheet->compiled, .path = path, .doc = doc};
        ready_tree(&w, xmlDocGetRootElement(doc));
    }
    return doc;
}

/* ---- compiling ---- */

void hj_sheet_free(hj_sheet *sheet)
{
    hj_compiled *c = sheet->compiled;
    if (sheet->style)
        xsltFreeStylesheet(sheet->style);
    if (c) {
        for (size_t i = 0; i < c->n; i++) {
            xmlXPathFreeCompExpr(c->expressions[i]);
            xmlFree(c->namespaces[i]);
        }
        free(c->expressions);
        free(c->namespaces);
        hj_arena_free(c->arena);
        free(c);
    }
    *sheet = (hj_sheet){0};
}


bool hj_sheet_compile(hj_templates *templates, size_t type, hj_diags *diags)
{
    hj_sheet *sheet = &templates->sheets[type];
    if (sheet->style)
        return true;
    sheet->compiled = calloc(1, sizeof *sheet->compiled);
    xsltStylesheet *style = xsltNewStylesheet();
    if (!sheet->compiled || !style)
        abort();
    sheet->compiled->arena = hj_arena_new();
    hj_run run = {.templates = templates, .sheet = sheet, .diags = diags,
                  .arena = sheet->compiled->arena,
                  .pdf = strcmp(templates->types[type].medium, "pdf") == 0};
    int errors = diags->errors;
    hj_run_enter(&run);
    xmlChar *escaped = xmlURIEscapeStr(BAD_CAST templates->types[type].stylesheet, BAD_CAST "/");
    char *uri = hj_arena_printf(run.arena, ROOT "%s", escaped ? (char *)escaped : "");
    xmlFree(escaped);
    xmlDoc *doc = ready_copy(&run, uri, style->dict, true);
    bool ok = doc && xsltParseStylesheetUser(style, doc) == 0 && !style->errors;
    hj_run_leave(&run);
    if (!ok || run.failed || diags->errors > errors) {
        if (diags->errors == errors)
            hj_error(diags, "HJ-TRANSFORM-014", HJ_FILE(templates->types[type].stylesheet),
                     "the stylesheet fails: %s", "?");
        bool ours = doc && style->doc != doc; /* libxslt lets go of it when it fails */
        xsltFreeStylesheet(style);
        if (ours)
            xmlFreeDoc(doc);
        hj_sheet_free(sheet);
        return false;
    }
    sheet->style = style;
    return true;
}
