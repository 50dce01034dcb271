/* Paths: XPath with the document's namespace implied.
 *
 * The hard idea: most paths in a rule pack are a few child steps with an equality test, and a case
 * asks hundreds of them. Those are compiled to steps and walked directly; what says more is
 * compiled to a tree (xpath.c); the little that is left is given to libxml2 with every unprefixed
 * element name put into the namespace `d`, which is bound to the namespace of the root element when
 * the path is evaluated. All three give the same nodes. */
#include "facts/facts.h"
#include "facts/xpath.h"

#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <math.h>
#include <string.h>

enum { MAX_TEXT = 2000, MAX_STEPS = 16, MAX_TESTS = 4 };
enum { OP_STEPS = 10 }; /* one of libxml2's operations costs as much as so many nodes looked at */

typedef enum { TEST_ATTR, TEST_CHILD, TEST_ATTR_IS, TEST_ATTR_HERE, TEST_ATTR_VAR } test_kind;

typedef struct step_test {
    test_kind kind;
    const char *name, *value; /* value: literal, attribute of $her, or variable */
} step_test;

typedef struct step {
    enum { STEP_CHILD, STEP_ATTR, STEP_PARENT, STEP_SELF } kind;
    const char *name;
    int n_tests;
    step_test tests[MAX_TESTS];
} step;

struct hj_path {
    const char *text;
    uint32_t sum; /* of the text: most that differ, differ in it */
    struct hj_path *first; /* itself, or the one it is a copy of, at another place */
    int number; /* of first */
    hj_place place;
    int searches; /* how many times a search of the document stands inside a search */
    bool absolute, here;
    const char **variables;
    size_t n_variables;
    int n_steps; /* -1: not plain steps */
    bool from_here; /* the steps start at $her */
    step *steps;
    hj_xpath *xpath; /* ours, when the path is no plain steps; else NULL */
    const char *rewritten; /* with `d:` where the namespace is implied */
    xmlXPathCompExpr *compiled; /* libxml2's, when neither takes it */
};

/* ---- Tokens of XPath 1.0, as far as the rewriting needs them ------------------------------- */

typedef struct scanner {
    const char *p;
    hj_arena *arena;
} scanner;

static bool name_char(unsigned char c)
{
    return hj_xpath_name_start(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

static const char *skip_space(const char *p)
{
    while (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r')
        p++;
    return p;
}

static const char *const functions[] = {
    "boolean", "ceiling", "comment", "concat", "contains", "count", "false", "floor", "id",
    "lang", "last", "local-name", "name", "namespace-uri", "node", "normalize-space", "not",
    "number", "position", "processing-instruction", "round", "starts-with", "string",
    "string-length", "substring", "substring-after", "substring-before", "sum", "text",
    "translate", "true"};

static bool known_function(const char *name)
{
    for (size_t i = 0; i < HJ_COUNT(functions); i++)
        if (strcmp(functions[i], name) == 0)
            return true;
    return false;
}

static void add_variable(hj_path *path, hj_arena *arena, const char *name)
{
    for (size_t i = 0; i < path->n_variables; i++)
        if (strcmp(path->variables[i], name) == 0)
            return;
    const char **more = HJ_ARRAY(arena, path->n_variables + 2, const char *);
    if (path->n_variables)
        memcpy(more, path->variables, path->n_variables * sizeof *more);
    more[path->n_variables++] = name;
    path->variables = more;
}

/* Writes text into out with `d:` before every element name test. By XPath 1.0 § 3.7 a name after
 * an operand is an operator, a name before `(` a function, before `::` an axis. */
static bool rewrite(hj_path *path, hj_place place, hj_arena *arena, hj_diags *diags, hj_buf *out)
{
    static const char *const far[] = {"descendant", "descendant-or-self", "following", "preceding",
                                      "ancestor", "following-sibling", "preceding-sibling"};
    bool operand = false, attribute = false; /* what the token before was */
    int inside = 0; /* brackets */
    for (const char *p = path->text; *p;) {
        if (skip_space(p) != p) {
            p = skip_space(p);
            hj_buf_char(out, ' ');
            continue;
        }
        if (*p == '"' || *p == '\'') {
            const char *end = strchr(p + 1, *p);
            if (!end) {
                hj_error(diags, "HJ-FACTS-001", place, "the path has a text without end quote");
                return false;
            }
            hj_buf_add(out, p, (size_t)(end + 1 - p));
            p = end + 1;
            operand = true;
            attribute = false;
        } else if (*p == '$') {
            const char *start = ++p;
            while (name_char((unsigned char)*p))
                p++;
            char *name = hj_arena_strndup(arena, start, (size_t)(p - start));
            if (strcmp(name, "her") == 0)
                path->here = true;
            else
                add_variable(path, arena, name);
            hj_buf_printf(out, "$%s", name);
            operand = true;
            attribute = false;
        } else if (hj_xpath_name_start((unsigned char)*p)) {
            const char *start = p;
            while (name_char((unsigned char)*p))
                p++;
            char *name = hj_arena_strndup(arena, start, (size_t)(p - start));
            const char *next = skip_space(p);
            if (operand) { /* and or mod div */
                hj_buf_str(out, name);
                operand = false;
            } else if (next[0] == ':' && next[1] == ':') {
                hj_buf_str(out, name);
                hj_buf_str(out, "::");
                for (size_t i = 0; inside && i < HJ_COUNT(far); i++)
                    path->searches += strcmp(name, far[i]) == 0;
                p = next + 2;
                attribute = strcmp(name, "attribute") == 0;
                operand = false;
                continue;
            } else if (next[0] == ':') {
                hj_error(diags, "HJ-FACTS-002", place,
                         "a path has no prefixes; '%s:' is not known", name);
                hj_hint(diags, "write the element name alone: the document's namespace is implied");
                return false;
            } else if (next[0] == '(') {
                if (!known_function(name)) {
                    hj_error(diags, "HJ-FACTS-003", place, "XPath has no function '%s'", name);
                    const char *near = hj_nearest(name, functions, HJ_COUNT(functions));
                    if (near)
                        hj_hint(diags, "did you mean '%s'?", near);
                    return false;
                }
                hj_buf_str(out, name);
                operand = false;
            } else {
                hj_buf_printf(out, attribute ? "%s" : "d:%s", name);
                operand = true;
            }
            attribute = false;
        } else if (*p >= '0' && *p <= '9') {
            while ((*p >= '0' && *p <= '9') || *p == '.')
                hj_buf_char(out, *p++);
            operand = true;
        } else {
            bool twice = p[0] == '/' && p[1] == '/';
            path->searches += inside && ((*p == '/' && (!operand || twice)) || *p == '[');
            inside += (*p == '[') - (*p == ']');
            if (twice)
                hj_buf_char(out, *p++);
            attribute = *p == '@';
            operand = *p == ')' || *p == ']' || *p == '.' || (*p == '*' && !operand);
            hj_buf_char(out, *p++);
        }
    }
    return true;
}

/* ---- The fast shapes ----------------------------------------------------------------------- */

static char *take_name(scanner *s)
{
    const char *start = s->p;
    if (!hj_xpath_name_start((unsigned char)*s->p))
        return NULL;
    while (name_char((unsigned char)*s->p))
        s->p++;
    return hj_arena_strndup(s->arena, start, (size_t)(s->p - start));
}

static bool take(scanner *s, const char *token)
{
    const char *p = skip_space(s->p);
    size_t n = strlen(token);
    if (strncmp(p, token, n) != 0)
        return false;
    s->p = p + n;
    return true;
}

static char *take_literal(scanner *s)
{
    const char *p = skip_space(s->p);
    if (*p != '\'' && *p != '"')
        return NULL;
    const char *end = strchr(p + 1, *p);
    if (!end)
        return NULL;
    s->p = end + 1;
    return hj_arena_strndup(s->arena, p + 1, (size_t)(end - p - 1));
}

static bool parse_test(scanner *s, step_test *t)
{
    s->p = skip_space(s->p);
    if (*s->p != '@') {
        t->kind = TEST_CHILD;
        t->name = take_name(s);
        return t->name && *skip_space(s->p) != '(' && *skip_space(s->p) != '='
            && *skip_space(s->p) != '/' && *skip_space(s->p) != ':';
    }
    s->p++;
    t->name = take_name(s);
    if (!t->name)
        return false;
    t->kind = TEST_ATTR;
    if (!take(s, "="))
        return *skip_space(s->p) != '!' && *skip_space(s->p) != '<' && *skip_space(s->p) != '>';
    t->value = take_literal(s);
    if (t->value) {
        t->kind = TEST_ATTR_IS;
        return true;
    }
    if (take(s, "$her/@")) {
        t->kind = TEST_ATTR_HERE;
        t->value = take_name(s);
        return t->value != NULL;
    }
    if (take(s, "$")) {
        t->kind = TEST_ATTR_VAR;
        t->value = take_name(s);
        return t->value && strcmp(t->value, "her") != 0 && *s->p != '/' && *s->p != '[';
    }
    return false;
}

static bool parse_steps(hj_path *path, hj_arena *arena)
{
    scanner s = {.p = skip_space(path->text), .arena = arena};
    step *steps = HJ_ARRAY(arena, MAX_STEPS, step);
    int n = 0;
    if (take(&s, "$her/"))
        path->from_here = true;
    else if (*s.p == '/')
        s.p++;
    for (;;) {
        if (n == MAX_STEPS)
            return false;
        step *at = &steps[n++];
        if (s.p[0] == '.' && s.p[1] == '.') {
            at->kind = STEP_PARENT;
            s.p += 2;
        } else if (*s.p == '.') {
            at->kind = STEP_SELF;
            s.p++;
        } else if (*s.p == '@') {
            s.p++;
            at->kind = STEP_ATTR;
            at->name = take_name(&s);
            return at->name && !*skip_space(s.p) && (path->n_steps = n, path->steps = steps, true);
        } else {
            at->kind = STEP_CHILD;
            at->name = take_name(&s);
            if (!at->name)
                return false;
            while (*s.p == '[') {
                s.p++;
                do {
                    if (at->n_tests == MAX_TESTS || !parse_test(&s, &at->tests[at->n_tests]))
                        return false;
                    at->n_tests++;
                } while (take(&s, "and "));
                if (!take(&s, "]"))
                    return false;
            }
        }
        if (!*skip_space(s.p))
            break;
        /* `..` after a child step could give a node twice; libxml2 sorts that out. */
        if (*s.p != '/' || s.p[1] == '/')
            return false;
        s.p++;
        if (s.p[0] == '.' && s.p[1] == '.' && at->kind != STEP_PARENT)
            return false;
    }
    path->n_steps = n;
    path->steps = steps;
    return true;
}

/* ---- Compiling ------------------------------------------------------------------------------ */

static void free_compiled(void *compiled)
{
    xmlXPathFreeCompExpr(compiled);
}

#if LIBXML_VERSION >= 21200
static void remember_error(void *user, const xmlError *error)
#else
static void remember_error(void *user, xmlError *error)
#endif
{
    int *code = user;
    *code = error ? error->code : -1;
}

static bool compile_tree(hj_path *path, hj_arena *arena)
{
    path->n_steps = -1;
    path->from_here = false;
    path->xpath = hj_xpath_compile(path->text, arena);
    return path->xpath != NULL;
}

static bool compile_slow(hj_path *path, hj_place place, hj_arena *arena, hj_diags *diags)
{
    int code = 0;
    xmlXPathContext *ctxt = xmlXPathNewContext(NULL);
    ctxt->userData = &code;
    ctxt->error = remember_error;
    path->compiled = xmlXPathCtxtCompile(ctxt, (const xmlChar *)path->rewritten);
    xmlXPathFreeContext(ctxt);
    if (path->compiled) {
        hj_arena_defer(arena, free_compiled, path->compiled);
        return true;
    }
    hj_error(diags, "HJ-FACTS-006", place, "this is not an XPath: %s", path->text);
    hj_hint(diags, "a path looks like /sak/soeknad/@mottatt or vedtak[@utfall='delvis']");
    return false;
}

static uint32_t sum_of(const char *text)
{
    uint32_t sum = 2166136261u; /* FNV-1a */
    for (; *text; text++)
        sum = (sum ^ (unsigned char)*text) * 16777619u;
    return sum;
}

static void put(hj_path *path, hj_place place, hj_arena *arena)
{
    path->place = place;
    if (place.file)
        path->place.file = hj_arena_strdup(arena, place.file);
}

hj_path *hj_path_compile(const char *text, hj_place place, hj_arena *arena, hj_diags *diags)
{
    hj_path *path = HJ_NEW(arena, hj_path);
    path->text = hj_arena_strdup(arena, text);
    path->sum = sum_of(text);
    path->first = path;
    put(path, place, arena);
    path->n_steps = -1;
    path->variables = HJ_ARRAY(arena, 1, const char *);
    path->absolute = *skip_space(text) == '/';
    if (strlen(text) > MAX_TEXT) {
        hj_error(diags, "HJ-FACTS-004", place, "the path is longer than %d characters", MAX_TEXT);
        return NULL;
    }
    if (!*skip_space(text)) {
        hj_error(diags, "HJ-FACTS-005", place, "the path is empty");
        return NULL;
    }
    hj_buf out = {0};
    bool ok = rewrite(path, place, arena, diags, &out);
    if (ok) {
        path->rewritten = hj_arena_strdup(arena, out.data);
        ok = parse_steps(path, arena) || compile_tree(path, arena)
            || compile_slow(path, place, arena, diags);
    }
    hj_buf_free(&out);
    return ok ? path : NULL;
}

/* ---- Many paths ------------------------------------------------------------------------------ */

enum { PATH_LISTS = 512 };
typedef struct known_path {
    hj_path *path;
    struct known_path *next;
} known_path;

struct hj_paths {
    hj_arena *arena;
    known_path *lists[PATH_LISTS]; /* by sum */
};

hj_paths *hj_paths_new(hj_arena *arena)
{
    hj_paths *paths = HJ_NEW(arena, hj_paths);
    paths->arena = arena;
    return paths;
}

hj_path *hj_paths_compile(hj_paths *paths, const char *text, hj_place place, hj_diags *diags)
{
    uint32_t sum = sum_of(text);
    known_path **list = &paths->lists[sum % PATH_LISTS];
    for (const known_path *k = *list; k; k = k->next)
        if (k->path->sum == sum && strcmp(k->path->text, text) == 0) {
            hj_path *again = HJ_NEW(paths->arena, hj_path);
            *again = *k->path;
            put(again, place, paths->arena);
            return again;
        }
    hj_path *path = hj_path_compile(text, place, paths->arena, diags);
    if (path) {
        known_path *k = HJ_NEW(paths->arena, known_path);
        *k = (known_path){path, *list};
        *list = k;
    }
    return path;
}

bool hj_path_absolute(const hj_path *path) { return path->absolute; }
bool hj_path_uses_here(const hj_path *path) { return path->here; }
const char *const *hj_path_variables(const hj_path *path) { return path->variables; }
const char *hj_path_text(const hj_path *path) { return path->text; }

bool hj_path_same(const hj_path *a, const hj_path *b)
{
    return a->first == b->first || (a->sum == b->sum && strcmp(a->text, b->text) == 0);
}

unsigned hj_path_sum(const hj_path *path) { return path->sum; }
int hj_path_number(const hj_path *path) { return path->first->number; }
void hj_path_give_number(hj_path *path, int number) { path->first->number = number; }
hj_place hj_path_place(const hj_path *path) { return path->place; }

/* ---- Walking -------------------------------------------------------------------------------- */

typedef struct walker {
    const hj_path *path;
    hj_path_host *host;
    const xmlNs *ns; /* of the root element */
    bool only_first;
    int n_steps;
    size_t n, cap;
    const void **nodes;
} walker;

static const char *attribute_text(const xmlNode *node, const char *name)
{
    if (!node || node->type != XML_ELEMENT_NODE)
        return NULL;
    for (const xmlAttr *a = node->properties; a; a = a->next)
        if (!a->ns && strcmp((const char *)a->name, name) == 0)
            return a->children && a->children->content ? (const char *)a->children->content : "";
    return NULL;
}

static bool same_namespace(const xmlNode *node, const xmlNs *ns)
{
    if (node->ns == ns)
        return true;
    return node->ns && ns && node->ns->href && ns->href && xmlStrEqual(node->ns->href, ns->href);
}

static bool passes(const walker *w, const xmlNode *node, const step_test *t)
{
    if (t->kind == TEST_CHILD) {
        for (const xmlNode *c = node->children; c; c = c->next)
            if (w->host->steps++, c->type == XML_ELEMENT_NODE
                && strcmp((const char *)c->name, t->name) == 0 && same_namespace(c, w->ns))
                return true;
        return false;
    }
    const char *has = attribute_text(node, t->name), *wanted = t->value;
    if (!has || t->kind == TEST_ATTR)
        return has != NULL;
    if (t->kind == TEST_ATTR_HERE)
        wanted = attribute_text(w->host->here, t->value);
    else if (t->kind == TEST_ATTR_VAR)
        wanted = w->host->variable ? w->host->variable(w->host->user, t->value) : "";
    return wanted && strcmp(has, wanted) == 0;
}

static void found(walker *w, const void *node)
{
    if (w->n == w->cap) {
        size_t cap = w->cap ? w->cap * 2 : 4;
        const void **more = HJ_ARRAY(w->host->arena, cap, const void *);
        if (w->n)
            memcpy(more, w->nodes, w->n * sizeof *more);
        w->nodes = more;
        w->cap = cap;
    }
    w->nodes[w->n++] = node;
}

static void walk(walker *w, const xmlNode *node, int at) /* depth: at most MAX_STEPS */
{
    if (!node || (w->only_first && w->n))
        return;
    if (at == w->n_steps) {
        found(w, node);
        return;
    }
    const step *s = &w->path->steps[at];
    switch (s->kind) {
    case STEP_SELF:
        walk(w, node, at + 1);
        break;
    case STEP_PARENT:
        walk(w, node->parent, at + 1);
        break;
    case STEP_ATTR:
        if (node->type != XML_ELEMENT_NODE)
            break;
        for (const xmlAttr *a = node->properties; a; a = a->next)
            if (!a->ns && strcmp((const char *)a->name, s->name) == 0)
                found(w, a);
        break;
    case STEP_CHILD:
        for (const xmlNode *c = node->children; c; c = c->next) {
            if (++w->host->steps > HJ_PATH_STEPS)
                return;
            if (c->type != XML_ELEMENT_NODE || (char)c->name[0] != s->name[0]
                || strcmp((const char *)c->name, s->name) != 0 || !same_namespace(c, w->ns))
                continue;
            int i = 0;
            while (i < s->n_tests && passes(w, c, &s->tests[i]))
                i++;
            if (i == s->n_tests)
                walk(w, c, at + 1);
            if (w->only_first && w->n)
                return;
        }
        break;
    }
}

/* ---- libxml2 -------------------------------------------------------------------------------- */

static xmlXPathObject *look_up(void *user, const xmlChar *name, const xmlChar *uri)
{
    hj_path_host *host = user;
    if (uri)
        return NULL;
    if (strcmp((const char *)name, "her") == 0)
        return xmlXPathNewNodeSet((xmlNode *)host->here);
    const char *text = host->variable ? host->variable(host->user, (const char *)name) : "";
    return xmlXPathNewCString(text ? text : "");
}

static void free_context(void *xpath)
{
    xmlXPathFreeContext(xpath);
}

/* All text of the document, and something for each node. */
static size_t text_bytes(const xmlDoc *doc)
{
    size_t n = 0;
    for (const xmlNode *node = xmlDocGetRootElement(doc); node;) {
        n += 16;
        if (node->type == XML_TEXT_NODE && node->content)
            n += strlen((const char *)node->content);
        if (node->type == XML_ELEMENT_NODE && node->children) {
            node = node->children;
            continue;
        }
        while (node && !node->next)
            node = node->parent && node->parent->type == XML_ELEMENT_NODE ? node->parent : NULL;
        node = node ? node->next : NULL;
    }
    return n;
}

/* What one of libxml2's operations may cost. It counts nodes but not what is done with each: a
 * comparison inside a search may read the whole document's text every time. */
static size_t weight(const hj_path *path, hj_path_host *host)
{
    if (!path->searches)
        return OP_STEPS;
    if (!host->bytes)
        host->bytes = text_bytes(host->doc);
    return OP_STEPS + host->bytes / (path->searches > 1 ? 16 : 256);
}

static hj_path_result by_libxml(const hj_path *path, hj_path_host *host, const xmlNode *root)
{
    hj_path_result result = {.kind = HJ_PATH_ERROR};
    xmlXPathContext *ctxt = host->xpath;
    int code = 0;
    if (!ctxt) {
        host->xpath = ctxt = xmlXPathNewContext(host->doc);
        if (root->ns && root->ns->href)
            xmlXPathRegisterNs(ctxt, (const xmlChar *)"d", root->ns->href);
        hj_arena_defer(host->arena, free_context, ctxt);
    }
    xmlXPathRegisterVariableLookup(ctxt, look_up, host);
    ctxt->userData = &code;
    ctxt->error = remember_error;
    ctxt->node = (xmlNode *)host->context;
    size_t each = weight(path, host);
    ctxt->opLimit = (HJ_PATH_STEPS - host->steps) / each + 1;
    ctxt->opCount = 0;
    xmlXPathObject *object = xmlXPathCompiledEval(path->compiled, ctxt);
    host->steps += ctxt->opCount * each;
    if (code == XML_XPATH_EXPRESSION_OK + XPATH_OP_LIMIT_EXCEEDED)
        host->steps = HJ_PATH_STEPS + 1; /* told as what it is */
    if (!object)
        return result;
    if (object->type == XPATH_NODESET) {
        xmlNodeSet *set = object->nodesetval;
        result.kind = HJ_PATH_NODES;
        if (set && set->nodeNr > 0) {
            xmlXPathNodeSetSort(set);
            result.nodes = HJ_ARRAY(host->arena, (size_t)set->nodeNr, const void *);
            for (int i = 0; i < set->nodeNr; i++)
                if (set->nodeTab[i]->type != XML_NAMESPACE_DECL)
                    result.nodes[result.n++] = set->nodeTab[i];
        }
    } else if (object->type == XPATH_BOOLEAN) {
        result.kind = HJ_PATH_BOOL;
        result.flag = object->boolval;
    } else if (object->type == XPATH_NUMBER) {
        result.kind = HJ_PATH_NUMBER;
        result.number = object->floatval;
    } else if (object->type == XPATH_STRING) {
        result.kind = HJ_PATH_STRING;
        result.text = hj_arena_strdup(host->arena, (const char *)object->stringval);
    }
    xmlXPathFreeObject(object);
    return result;
}

static hj_path_result by_steps(const hj_path *path, hj_path_host *host, const xmlNode *root,
                               int n_steps, bool only_first)
{
    walker w = {.path = path, .host = host, .ns = root->ns, .only_first = only_first,
                .n_steps = n_steps};
    const xmlNode *start = path->absolute ? (const xmlNode *)host->doc
                         : path->from_here ? host->here : host->context;
    walk(&w, start, 0);
    return (hj_path_result){.kind = HJ_PATH_NODES, .n = w.n, .nodes = w.nodes};
}

hj_path_result hj_path_eval(const hj_path *path, hj_path_host *host, bool only_first)
{
    const xmlNode *root = host->doc ? xmlDocGetRootElement(host->doc) : NULL;
    hj_path_result r = {.kind = HJ_PATH_ERROR};
    if (root && host->steps <= HJ_PATH_STEPS)
        r = path->n_steps >= 0 ? by_steps(path, host, root, path->n_steps, only_first)
          : path->xpath ? hj_xpath_eval(path->xpath, host, root) : by_libxml(path, host, root);
    if (root && (r.kind == HJ_PATH_ERROR || host->steps > HJ_PATH_STEPS) && !host->failed)
        host->failed = path;
    return r;
}

void hj_path_tell(const hj_path *path, const hj_path_host *host, hj_diags *diags)
{
    if (host->steps > HJ_PATH_STEPS) {
        hj_error(diags, "HJ-FACTS-012", path->place,
                 "finding things in the document took more than %d steps, and was stopped at this "
                 "path", HJ_PATH_STEPS);
        hj_hint(diags, "the document is very large, or the path searches all of it again and again "
                       "(// inside [ ])");
    } else {
        hj_error(diags, "HJ-FACTS-010", path->place, "the path cannot be evaluated: %s",
                 path->text);
    }
}

hj_path_result hj_path_eval_by_libxml(const hj_path *path, hj_path_host *host)
{
    hj_diags *diags = hj_diags_new(host->arena, HJ_LANG_EN);
    hj_path once = *path;
    if (!once.compiled && !compile_slow(&once, HJ_NOWHERE, host->arena, diags))
        return (hj_path_result){.kind = HJ_PATH_ERROR};
    return by_libxml(&once, host, xmlDocGetRootElement(host->doc));
}

bool hj_path_is_ours(const hj_path *path) { return path->n_steps >= 0 || path->xpath; }

const void *hj_path_holder(const hj_path *path, hj_path_host *host)
{
    const xmlNode *root = host->doc ? xmlDocGetRootElement(host->doc) : NULL;
    if (!root || path->n_steps < 2 || path->steps[path->n_steps - 1].kind != STEP_ATTR)
        return NULL;
    hj_path_result r = by_steps(path, host, root, path->n_steps - 1, true);
    return r.n ? r.nodes[0] : NULL;
}
