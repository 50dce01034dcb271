/* What a stylesheet may call: our functions, and a listed part of EXSLT.
 *
 * The hard idea: an allow-list by construction. libexslt's functions are private to it, so each is
 * borrowed where it registers them (exslt.c), and only those named in the table are given to the
 * stylesheet; libxslt's process-wide registry, where a host may have put clocks and
 * random numbers, is cut off. generate-id() is replaced, because libxslt's is made of addresses. */
#include <math.h>
#include <string.h>

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/functions.h>
#include <libxslt/variables.h>
#include <libxslt/xsltutils.h>

#include "transform/internal.h"

#define NS_SETS "http://exslt.org/sets"
#define NS_MATH "http://exslt.org/math"
#define NS_FUNCTIONS "http://exslt.org/functions"

static hj_run *run_of(xmlXPathParserContext *x)
{
    xsltTransformContext *ctxt = xsltXPathGetTransformContext(x);
    return ctxt ? ctxt->_private : NULL;
}

static void fail(xmlXPathParserContext *x)
{
    hj_run *run = run_of(x);
    if (run)
        run->failed = true;
}

/* Pops one argument as a string in the run's arena. */
static const char *pop_string(xmlXPathParserContext *x)
{
    hj_run *run = run_of(x);
    xmlChar *s = xmlXPathPopString(x);
    const char *copy = hj_arena_strdup(run->arena, s ? (char *)s : "");
    xmlFree(s);
    return copy;
}

static void push_buf(xmlXPathParserContext *x, hj_buf *out)
{
    valuePush(x, xmlXPathNewCString(out->data ? out->data : ""));
    hj_buf_free(out);
}

static bool arguments(xmlXPathParserContext *x, int given, int least, int most, const char *name)
{
    if (given >= least && given <= most)
        return true;
    hj_run *run = run_of(x);
    hj_error(run->diags, "HJ-TRANSFORM-040", hj_run_place(run, NULL),
             "hj:%s takes %d to %d arguments, %d were given", name, least, most, given);
    fail(x);
    while (given-- > 0)
        xmlXPathFreeObject(valuePop(x));
    valuePush(x, xmlXPathNewCString(""));
    return false;
}

static void bad_value(xmlXPathParserContext *x, const char *name, const char *expected)
{
    hj_run *run = run_of(x);
    hj_error(run->diags, "HJ-TRANSFORM-041", hj_run_place(run, NULL),
             "hj:%s was given something that is not %s", name,
             hj_tr(run->diags->lang, expected));
    fail(x);
}

static void f_dato(xmlXPathParserContext *x, int n)
{
    if (!arguments(x, n, 1, 2, "dato"))
        return;
    const char *form = n == 2 ? pop_string(x) : "lang";
    const char *iso = pop_string(x);
    hj_buf out = {0};
    hj_date date = hj_date_parse(iso);
    int f = strcmp(form, "lang") == 0 ? HJ_DATE_LONG : strcmp(form, "kort") == 0 ? HJ_DATE_SHORT
        : strcmp(form, "ukedag") == 0 ? HJ_DATE_WEEKDAY : -1;
    if (f < 0)
        bad_value(x, "dato", HJ_T("one of the forms 'lang', 'kort', 'ukedag'"));
    else if (date != HJ_DATE_NONE)
        hj_lang_date(&out, date, (hj_date_form)f, run_of(x)->maal);
    else if (*iso)
        bad_value(x, "dato", HJ_T("a date written as ÅÅÅÅ-MM-DD"));
    push_buf(x, &out);
}

static void f_tid(xmlXPathParserContext *x, int n)
{
    if (!arguments(x, n, 1, 1, "tid"))
        return;
    const char *s = pop_string(x);
    hj_buf out = {0};
    size_t len = strlen(s);
    const char *digits = "0123456789";
    if (len >= 4 && len <= 5 && strspn(s, digits) == len - 3 && s[len - 3] == ':'
        && strspn(s + len - 2, digits) == 2)
        hj_buf_printf(&out, "%.*s.%s", (int)(len - 3), s, s + len - 2);
    else if (len)
        bad_value(x, "tid", HJ_T("a time written as TT:MM"));
    push_buf(x, &out);
}

static void f_tall(xmlXPathParserContext *x, int n)
{
    if (!arguments(x, n, 1, 2, "tall"))
        return;
    double decimals = n == 2 ? xmlXPathPopNumber(x) : 0;
    double value = xmlXPathPopNumber(x);
    hj_buf out = {0};
    if (!(decimals >= 0 && decimals <= 6))
        bad_value(x, "tall", HJ_T("a number of decimals from 0 to 6"));
    else if (!hj_lang_number(&out, value, (int)decimals))
        bad_value(x, "tall", HJ_T("a number"));
    push_buf(x, &out);
}

static void f_kroner(xmlXPathParserContext *x, int n)
{
    if (!arguments(x, n, 1, 1, "kroner"))
        return;
    double value = xmlXPathPopNumber(x);
    hj_buf out = {0};
    if (!hj_lang_money(&out, value, run_of(x)->maal))
        bad_value(x, "kroner", HJ_T("a number"));
    push_buf(x, &out);
}

static void f_ord(xmlXPathParserContext *x, int n)
{
    if (!arguments(x, n, 1, 1, "ord"))
        return;
    double value = xmlXPathPopNumber(x);
    hj_buf out = {0};
    if (!hj_lang_word(&out, value, run_of(x)->maal))
        bad_value(x, "ord", HJ_T("a number"));
    push_buf(x, &out);
}

static void f_stor(xmlXPathParserContext *x, int n)
{
    if (!arguments(x, n, 1, 1, "stor"))
        return;
    hj_buf out = {0};
    hj_lang_capital(&out, pop_string(x));
    push_buf(x, &out);
}

static void f_hardt(xmlXPathParserContext *x, int n)
{
    if (!arguments(x, n, 1, 1, "hardt"))
        return;
    const char *s = pop_string(x);
    hj_buf out = {0};
    hj_lang_harden(&out, s, strlen(s));
    push_buf(x, &out);
}

static void f_uke(xmlXPathParserContext *x, int n)
{
    if (!arguments(x, n, 1, 1, "uke"))
        return;
    const char *iso = pop_string(x);
    hj_date date = hj_date_parse(iso);
    int year;
    if (date == HJ_DATE_NONE && *iso)
        bad_value(x, "uke", HJ_T("a date written as ÅÅÅÅ-MM-DD"));
    valuePush(x, date == HJ_DATE_NONE ? xmlXPathNewCString("")
                                      : xmlXPathNewFloat(hj_date_iso_week(date, &year)));
}

static void f_dager(xmlXPathParserContext *x, int n)
{
    if (!arguments(x, n, 2, 2, "dager"))
        return;
    hj_date to = hj_date_parse(pop_string(x)), from = hj_date_parse(pop_string(x));
    bool ok = to != HJ_DATE_NONE && from != HJ_DATE_NONE;
    if (!ok)
        bad_value(x, "dager", HJ_T("a date written as ÅÅÅÅ-MM-DD"));
    valuePush(x, xmlXPathNewFloat(ok ? (double)to - (double)from : xmlXPathNAN));
}

static void f_liste(xmlXPathParserContext *x, int n)
{
    if (!arguments(x, n, 1, 2, "liste"))
        return;
    const char *word = n == 2 ? pop_string(x) : "og";
    hj_buf out = {0};
    if (!x->value || x->value->type == XPATH_NODESET || x->value->type == XPATH_XSLT_TREE) {
        xmlXPathObject *set = valuePop(x);
        xmlNodeSet *nodes = set ? set->nodesetval : NULL;
        if (nodes && set->type == XPATH_NODESET)
            xmlXPathNodeSetSort(nodes);
        for (int i = 0; nodes && i < nodes->nodeNr; i++) {
            xmlChar *s = xmlXPathCastNodeToString(nodes->nodeTab[i]);
            if (i && i == nodes->nodeNr - 1)
                hj_buf_printf(&out, " %s ", word);
            else if (i)
                hj_buf_str(&out, ", ");
            hj_buf_str(&out, s ? (char *)s : "");
            xmlFree(s);
        }
        xmlXPathFreeObject(set);
    } else {
        hj_buf_str(&out, pop_string(x));
    }
    push_buf(x, &out);
}

static void f_tekst(xmlXPathParserContext *x, int n)
{
    if (!arguments(x, n, 1, 1, "tekst"))
        return;
    hj_run *run = run_of(x);
    const char *key = pop_string(x);
    const hj_text *text = hj_texts_find(&run->templates->texts, key);
    hj_buf out = {0};
    if (!text) {
        hj_error(run->diags, "HJ-TRANSFORM-033", hj_run_place(run, NULL),
                 "there is no text with the key '%s'", key);
        const char *near = hj_texts_nearest(&run->templates->texts, key);
        if (near)
            hj_hint(run->diags, "did you mean '%s'?", near);
        fail(x);
    } else if (text->names_n) {
        hj_error(run->diags, "HJ-TRANSFORM-031", hj_run_place(run, NULL),
                 "placeholder {%s} of text '%s' is not filled", text->names[0], key);
        hj_hint(run->diags, "use <hj:tekst noekkel=\"%s\"> with an hj:verdi for each", key);
        fail(x);
    } else {
        hj_buf_str(&out, hj_tekst_string(run, text));
        hj_trace_told(run, text);
        if (run->templates->heard)
            hj_said_text(run, text, NULL, x->context->node, out.data ? out.data : "", NULL);
    }
    push_buf(x, &out);
}

/* Nodes made by a function live in a tree fragment that libxslt frees when it is done with it. */
static void f_avsnitt(xmlXPathParserContext *x, int n)
{
    if (!arguments(x, n, 1, 1, "avsnitt"))
        return;
    xsltTransformContext *ctxt = xsltXPathGetTransformContext(x);
    hj_run *run = run_of(x);
    xmlXPathObject *from = valuePop(x);
    xmlXPathObject *result = xmlXPathNewNodeSet(NULL);
    xmlDoc *fragment = xsltCreateRVT(ctxt);
    if (fragment) {
        xsltRegisterLocalRVT(ctxt, fragment);
        if (from && (from->type == XPATH_NODESET || from->type == XPATH_XSLT_TREE)) {
            for (int i = 0; from->nodesetval && i < from->nodesetval->nodeNr; i++)
                hj_avsnitt_build(run, fragment, (xmlNode *)fragment, from->nodesetval->nodeTab[i]);
        } else {
            bad_value(x, "avsnitt", HJ_T("a node of the document"));
        }
        for (xmlNode *c = fragment->children; c; c = c->next)
            xmlXPathNodeSetAddUnique(result->nodesetval, c);
    }
    xmlXPathFreeObject(from);
    valuePush(x, result);
}

/* A file named in the municipality's file or in the case stands beside that file. */
static void f_fil(xmlXPathParserContext *x, int n)
{
    if (!arguments(x, n, 1, 1, "fil"))
        return;
    hj_run *run = run_of(x);
    const hj_document *home = run->kommune ? run->kommune : run->doc;
    if (x->value && x->value->type == XPATH_NODESET && x->value->nodesetval
        && x->value->nodesetval->nodeNr && run->doc) {
        const xmlNode *node = x->value->nodesetval->nodeTab[0];
        while (node && node->type != XML_DOCUMENT_NODE) {
            if (node->type == XML_ELEMENT_NODE
                && strcmp((const char *)node->name, run->doc->kind) == 0)
                home = run->doc;
            node = node->parent;
        }
    }
    const char *name = pop_string(x);
    hj_buf out = {0};
    if (*name && home && strcmp(home->file, "-") != 0)
        hj_buf_str(&out, hj_path_join(run->arena, hj_path_dir(run->arena, home->file), name));
    else
        hj_buf_str(&out, name);
    push_buf(x, &out);
}

/* Made of positions, so that it is the same in every run: e.g. n1.4.2. */
static void f_generate_id(xmlXPathParserContext *x, int n)
{
    const xmlNode *node = x->context->node;
    xmlXPathObject *given = NULL;
    if (n == 1) {
        given = valuePop(x);
        node = given && given->type == XPATH_NODESET && given->nodesetval
                && given->nodesetval->nodeNr ? given->nodesetval->nodeTab[0] : NULL;
    } else if (n > 1) {
        arguments(x, n, 0, 1, "generate-id");
        return;
    }
    hj_buf out = {0};
    int steps[HJ_LIMIT_XML_DEPTH + 2], count = 0;
    for (const xmlNode *at = node; at && count < HJ_LIMIT_XML_DEPTH + 2; at = at->parent) {
        int place = 1;
        if (at->type == XML_NAMESPACE_DECL)
            break;
        if (at->type == XML_ATTRIBUTE_NODE)
            place = -place;
        for (const xmlNode *s = at->prev; s; s = s->prev)
            place += at->type == XML_ATTRIBUTE_NODE ? -1 : 1;
        steps[count++] = place;
    }
    if (node)
        hj_buf_str(&out, "n");
    while (count-- > 0)
        hj_buf_printf(&out, steps[count] < 0 ? "a%d" : ".%d",
                      steps[count] < 0 ? -steps[count] : steps[count]);
    xmlXPathFreeObject(given);
    push_buf(x, &out);
}

/* ---- the list ---- */

static const struct { const char *name; xmlXPathFunction call; } ours[] = {
    {"dato", f_dato}, {"tid", f_tid}, {"tall", f_tall}, {"kroner", f_kroner}, {"ord", f_ord},
    {"liste", f_liste}, {"stor", f_stor}, {"uke", f_uke}, {"dager", f_dager},
    {"avsnitt", f_avsnitt}, {"tekst", f_tekst}, {"hardt", f_hardt}, {"fil", f_fil},
};

static const struct { const char *ns, *name; } borrowed[] = {
    {HJ_NS_COMMON, "node-set"}, {HJ_NS_COMMON, "object-type"}, /* these two are our own, below */
    {HJ_NS_STRINGS, "tokenize"}, {HJ_NS_STRINGS, "replace"}, {HJ_NS_STRINGS, "concat"},
    {HJ_NS_STRINGS, "split"}, {HJ_NS_STRINGS, "padding"}, {HJ_NS_STRINGS, "align"},
    {NS_SETS, "difference"}, {NS_SETS, "intersection"}, {NS_SETS, "distinct"},
    {NS_SETS, "has-same-node"}, {NS_SETS, "leading"}, {NS_SETS, "trailing"},
    {NS_MATH, "min"}, {NS_MATH, "max"}, {NS_MATH, "highest"}, {NS_MATH, "lowest"},
    {NS_MATH, "abs"},
};

bool hj_function_listed(const char *ns, const char *name, bool *known)
{
    *known = strcmp(ns, HJ_NS_MAL) == 0 || strncmp(ns, "http://exslt.org/", 17) == 0;
    if (strcmp(ns, HJ_NS_MAL) == 0)
        for (size_t i = 0; i < HJ_COUNT(ours); i++)
            if (strcmp(ours[i].name, name) == 0)
                return true;
    for (size_t i = 0; i < HJ_COUNT(borrowed); i++)
        if (strcmp(borrowed[i].ns, ns) == 0 && strcmp(borrowed[i].name, name) == 0)
            return true;
    return false;
}

const char *hj_function_nearest(const char *ns, const char *name)
{
    const char *names[HJ_COUNT(ours) + HJ_COUNT(borrowed)];
    size_t n = 0;
    if (strcmp(ns, HJ_NS_MAL) == 0)
        for (size_t i = 0; i < HJ_COUNT(ours); i++)
            names[n++] = ours[i].name;
    for (size_t i = 0; i < HJ_COUNT(borrowed); i++)
        if (strcmp(borrowed[i].ns, ns) == 0)
            names[n++] = borrowed[i].name;
    return n ? hj_nearest(name, names, n) : NULL;
}

static xmlXPathFunction lender[HJ_COUNT(borrowed)];

static void f_node_set(xmlXPathParserContext *x, int n)
{
    if (!arguments(x, n, 1, 1, "node-set"))
        return;
    xmlXPathObject *o = x->value;
    if (o && o->type == XPATH_XSLT_TREE) {
        o->type = XPATH_NODESET; /* what libexslt does too: a fragment is a node-set in disguise */
    } else if (o && o->type != XPATH_NODESET) {
        const char *s = pop_string(x);
        xsltTransformContext *ctxt = xsltXPathGetTransformContext(x);
        xmlXPathObject *set = xmlXPathNewNodeSet(NULL);
        xmlDoc *fragment = xsltCreateRVT(ctxt);
        if (fragment) {
            xsltRegisterLocalRVT(ctxt, fragment);
            xmlAddChild((xmlNode *)fragment, xmlNewDocText(fragment, BAD_CAST s));
            xmlXPathNodeSetAdd(set->nodesetval, fragment->children);
        }
        valuePush(x, set);
    }
}

static void f_object_type(xmlXPathParserContext *x, int n)
{
    if (!arguments(x, n, 1, 1, "object-type"))
        return;
    xmlXPathObject *o = valuePop(x);
    const char *name = !o ? "" : o->type == XPATH_STRING ? "string"
        : o->type == XPATH_NUMBER ? "number" : o->type == XPATH_BOOLEAN ? "boolean"
        : o->type == XPATH_NODESET ? "node-set"
        : o->type == XPATH_XSLT_TREE ? "RTF" : "external";
    xmlXPathFreeObject(o);
    valuePush(x, xmlXPathNewCString(name));
}

void hj_functions_borrow(xmlXPathFunction (*find)(const char *ns, const char *name))
{
    for (size_t i = 0; i < HJ_COUNT(borrowed); i++)
        lender[i] = find(borrowed[i].ns, borrowed[i].name);
}

void hj_functions_register(xsltTransformContext *ctxt)
{
    for (size_t i = 0; i < HJ_COUNT(ours); i++)
        xmlXPathRegisterFuncNS(ctxt->xpathCtxt, BAD_CAST ours[i].name, BAD_CAST HJ_NS_MAL,
                               ours[i].call);
    for (size_t i = 0; i < HJ_COUNT(borrowed); i++)
        if (lender[i])
            xmlXPathRegisterFuncNS(ctxt->xpathCtxt, BAD_CAST borrowed[i].name,
                                   BAD_CAST borrowed[i].ns, lender[i]);
    xmlXPathRegisterFuncNS(ctxt->xpathCtxt, BAD_CAST "node-set", BAD_CAST HJ_NS_COMMON, f_node_set);
    xmlXPathRegisterFuncNS(ctxt->xpathCtxt, BAD_CAST "object-type", BAD_CAST HJ_NS_COMMON,
                           f_object_type);
    xmlXPathRegisterFunc(ctxt->xpathCtxt, BAD_CAST "generate-id", NULL); /* libxslt's goes first */
    xmlXPathRegisterFunc(ctxt->xpathCtxt, BAD_CAST "generate-id", f_generate_id);
    xmlXPathRegisterFuncLookup(ctxt->xpathCtxt, NULL, NULL); /* not the process-wide registry */
}
