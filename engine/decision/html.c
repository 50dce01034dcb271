/* The record as a page for a browser: the same tree as text.c, folded so that a reader opens only
 * what she doubts. One file, no scripts, nothing fetched.
 *
 * The hard idea is text.c's: nothing is reasoned here, the record is laid out. */
#include <libxml/tree.h>
#include <string.h>

#include "decision/decision.h"

typedef struct page {
    hj_lang lang;
    const char *maalform;
    hj_buf *out;
} page;

static const char style[] =
    "body{font:16px/1.5 'Open Sans',sans-serif;max-width:60em;margin:2em auto;padding:0 1em;"
    "color:#1d2429}h1{font-size:1.4em}h2{font-size:1.15em;margin:2em 0 .3em}"
    "details{margin-left:1.2em}summary{cursor:pointer}ul{list-style:none;padding-left:1.2em}"
    ".ja,.nei,.ukjent{display:inline-block;min-width:4.5em;font-weight:600}"
    ".ja{color:#1b6b3a}.nei{color:#8a2b1d}.ukjent{color:#7a5a00}"
    "small{color:#56616a}dt{font-weight:600}dd{margin:0 0 .5em 0}";

static bool is(const xmlNode *n, const char *name)
{
    return n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0;
}

static const char *get(const xmlNode *node, const char *name)
{
    for (const xmlAttr *a = node->properties; a; a = a->next)
        if (!a->ns && strcmp((const char *)a->name, name) == 0 && a->children
            && a->children->content)
            return (const char *)a->children->content;
    return "";
}

/* Content of the child element (with navn, when given) in the page's målform, else any; or "". */
static const char *text_of(const page *p, const xmlNode *node, const char *name, const char *navn)
{
    const char *any = "";
    for (const xmlNode *c = node->children; c; c = c->next) {
        if (!is(c, name) || !c->children || !c->children->content)
            continue;
        if (navn && strcmp(get(c, "navn"), navn) != 0)
            continue;
        const char *maalform = get(c, "maalform");
        if (!*maalform || strcmp(maalform, p->maalform) == 0)
            return (const char *)c->children->content;
        any = *any ? any : (const char *)c->children->content;
    }
    return any;
}

static const char *either(const char *a, const char *b)
{
    return *a ? a : b;
}

static void put(const page *p, const char *before, const char *text, const char *after)
{
    hj_buf_str(p->out, before);
    hj_buf_xml(p->out, text);
    hj_buf_str(p->out, after);
}

static void place(const page *p, const xmlNode *node)
{
    if (*get(node, "fil")) {
        put(p, " <small>", get(node, "fil"), ":");
        put(p, "", get(node, "linje"), "</small>");
    }
}

static void hjemler(const page *p, const xmlNode *node)
{
    const char *before = " <small>[";
    for (const xmlNode *h = node->children; h; h = h->next)
        if (is(h, "hjemmel")) {
            put(p, before, either(get(h, "vis"), get(h, "id")), "");
            before = "; ";
        }
    if (before[0] == ';')
        hj_buf_str(p->out, "]</small>");
}

static void answer(const page *p, const char *utfall)
{
    const char *word = strcmp(utfall, "ja") == 0 ? HJ_T("yes")
                     : strcmp(utfall, "nei") == 0 ? HJ_T("no") : HJ_T("unknown");
    const char *class = strcmp(utfall, "ja") == 0 || strcmp(utfall, "nei") == 0 ? utfall : "ukjent";
    put(p, "<span class=\"", class, "\">");
    put(p, "", hj_tr(p->lang, word), "</span> ");
}

static void changes(const page *p, const xmlNode *post)
{
    bool first = true;
    for (const xmlNode *c = post->children; c; c = c->next) {
        if (!is(c, "endring"))
            continue;
        if (first)
            put(p, "<p>", hj_tr(p->lang, HJ_T("it would have come out otherwise with")),
                "</p>\n<ul>\n");
        first = false;
        hj_buf_str(p->out, "<li>");
        for (const xmlNode *t = c->children; t; t = t->next) {
            if (!is(t, "til"))
                continue;
            if (t != c->children)
                put(p, " ", hj_tr(p->lang, HJ_T("and")), " ");
            put(p, "", either(text_of(p, t, "tekst", NULL), get(t, "faktum")), ": ");
            put(p, "<b>", get(t, "verdi"), "</b> (");
            put(p, "", get(t, "fra"), ")");
        }
        put(p, " → ", get(c, "utfall"), "</li>\n");
    }
    if (!first)
        hj_buf_str(p->out, "</ul>\n");
}

static void faktum(const page *p, const xmlNode *f)
{
    const char *known = get(f, "kjent");
    put(p, "<li>", either(text_of(p, f, "tekst", NULL), get(f, "navn")), ": <b>");
    if (!*known || strcmp(known, "ja") == 0)
        put(p, "", get(f, "verdi"), "</b>");
    else
        put(p, "", hj_tr(p->lang, strcmp(known, "ikke_relevant") == 0
                                      ? HJ_T("unknown, stated as not relevant")
                                  : strcmp(known, "under_innhenting") == 0
                                      ? HJ_T("unknown, being collected")
                                      : HJ_T("unknown, not stated")), "</b>");
    if (*get(f, "tabell"))
        put(p, " <small>", get(f, "tabell"), " ");
    if (*get(f, "tabell"))
        put(p, "", get(f, "rad"), "</small>");
    place(p, f);
    hj_buf_str(p->out, "</li>\n");
}

/* Conditions and facts below node; they nest, and the rule compiler caps the depth. What decided
 * stands open. */
static void conditions(const page *p, const xmlNode *node)
{
    hj_buf_str(p->out, "<ul>\n");
    for (const xmlNode *c = node->children; c; c = c->next) {
        if (is(c, "faktum"))
            faktum(p, c);
        if (!is(c, "vilkaar") && !is(c, "uttrykk"))
            continue;
        bool decided = strcmp(get(c, "avgjorde"), "ja") == 0 || is(c, "uttrykk");
        hj_buf_str(p->out, decided ? "<li><details open><summary>" : "<li><details><summary>");
        answer(p, get(c, "utfall"));
        put(p, "", is(c, "vilkaar") ? either(text_of(p, c, "tekst", NULL), get(c, "navn"))
                                    : either(get(c, "vis"), get(c, "slag")), "");
        hjemler(p, c);
        place(p, c);
        hj_buf_str(p->out, "</summary>\n");
        conditions(p, c);
        hj_buf_str(p->out, "</details></li>\n");
    }
    hj_buf_str(p->out, "</ul>\n");
}

static void post(const page *p, const xmlNode *n)
{
    put(p, "<h2>", either(text_of(p, n, "egenskap", "tittel"), get(n, "regel")), "</h2>\n<dl>");
    put(p, "<dt>", hj_tr(p->lang, HJ_T("proposal")), "</dt><dd>");
    put(p, "", get(n, "innstilling"), "");
    place(p, n);
    put(p, "</dd><dt>", hj_tr(p->lang, HJ_T("decided")), "</dt><dd>");
    put(p, "", either(get(n, "vedtak"), hj_tr(p->lang, HJ_T("nothing yet"))), "</dd>");
    for (const xmlNode *h = n->children; h; h = h->next)
        if (is(h, "hjemmel")) {
            put(p, "<dt>", get(h, "vis"), "</dt><dd>");
            put(p, "", text_of(p, h, "tekst", NULL), "</dd>");
        }
    hj_buf_str(p->out, "</dl>\n");
    if (strcmp(get(n, "avvik"), "ja") == 0)
        put(p, "<p><b>", hj_tr(p->lang, HJ_T("! the decision differs from the proposal: it needs "
                                             "its own reasons")), "</b></p>\n");
    conditions(p, n);
    for (const xmlNode *u = n->children; u; u = u->next)
        if (is(u, "unntak")) {
            put(p, "<details><summary>", hj_tr(p->lang, HJ_T("exception")), ": ");
            answer(p, get(u, "gjelder"));
            put(p, "", either(text_of(p, u, "tekst", NULL), get(u, "navn")), "");
            hjemler(p, u);
            hj_buf_str(p->out, "</summary>\n");
            conditions(p, u);
            hj_buf_str(p->out, "</details>\n");
        }
    bool first = true;
    for (const xmlNode *m = n->children; m; m = m->next)
        if (is(m, "mangler")) {
            if (first)
                put(p, "<p>", hj_tr(p->lang, HJ_T("missing, and able to change the outcome (most "
                                                  "useful first)")), "</p>\n<ol>\n");
            first = false;
            put(p, "<li>", either(text_of(p, m, "tekst", NULL), get(m, "faktum")), " <small>");
            put(p, "", get(m, "sti"), "</small></li>\n");
        }
    if (!first)
        hj_buf_str(p->out, "</ol>\n");
    changes(p, n);
}

static void frist(const page *p, const xmlNode *n)
{
    put(p, "<dt>", either(text_of(p, n, "tekst", NULL), get(n, "navn")), " ");
    put(p, "<small>", get(n, "for"), "</small></dt><dd>");
    put(p, "", either(get(n, "dato"), hj_tr(p->lang, HJ_T("cannot be computed yet"))), " ");
    put(p, "", get(n, "klokkeslett"), " ");
    put(p, "", text_of(p, n, "forklaring", NULL), "");
    hjemler(p, n);
    hj_buf_str(p->out, "</dd>\n");
}

static void funn(const page *p, const xmlNode *n)
{
    put(p, "<dt>", get(n, "nivaa"), ", ");
    put(p, "", get(n, "sjekkliste"), " ");
    put(p, "", get(n, "punkt"), "</dt><dd>");
    put(p, "", text_of(p, n, "tekst", NULL), " ");
    put(p, "", text_of(p, n, "hvor", NULL), "");
    hjemler(p, n);
    place(p, n);
    hj_buf_str(p->out, "</dd>\n");
}

static void section(const page *p, const xmlNode *root, const char *element, const char *title,
                    void (*one)(const page *, const xmlNode *))
{
    bool first = true;
    for (const xmlNode *n = root->children; n; n = n->next)
        if (is(n, element)) {
            if (first)
                put(p, "<h2>", hj_tr(p->lang, title), "</h2>\n<dl>\n");
            first = false;
            one(p, n);
        }
    if (!first)
        hj_buf_str(p->out, "</dl>\n");
}

void hj_record_html(const hj_record *record, hj_lang lang, hj_buf *out)
{
    const xmlNode *root = xmlDocGetRootElement((xmlDoc *)record->xml);
    if (!root)
        return;
    page p = {lang, either(get(root, "maalform"), "nb"), out};
    const char *title = hj_tr(lang, HJ_T("Why it came out so"));
    hj_buf_printf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<meta charset=\"utf-8\">\n"
                  "<meta name=\"viewport\" content=\"width=device-width\">\n<title>%s</title>\n"
                  "<style>%s</style>\n<h1>%s</h1>\n", lang == HJ_LANG_NB ? "nb" : "en", title,
                  style, title);
    put(&p, "<p>", hj_tr(lang, HJ_T("The law is the one in force on ")), "");
    put(&p, "", get(root, "dato"), ".</p>\n");
    for (const xmlNode *n = root->children; n; n = n->next)
        if (is(n, "post"))
            post(&p, n);
    section(&p, root, "frist", HJ_T("deadlines"), frist);
    section(&p, root, "funn", HJ_T("checklist"), funn);
    hj_buf_str(out, "</html>\n");
}
