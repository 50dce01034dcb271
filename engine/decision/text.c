/* The record as a person reads it.
 *
 * The hard idea: nothing is reasoned here. The record already holds outcome, conditions, facts
 * and places; this file only lays them out, most important first, so that explain, the letter
 * and the audit can never tell different stories. Labels are translated; words of law come from
 * the packs. */
#include <libxml/tree.h>
#include <string.h>

#include "decision/decision.h"

typedef struct view {
    hj_lang lang;
    const char *maalform; /* of the pack texts */
    hj_buf *out;
} view;

static const char *attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *a = node->properties; a; a = a->next)
        if (!a->ns && strcmp((const char *)a->name, name) == 0)
            return a->children && a->children->content ? (const char *)a->children->content : "";
    return NULL;
}

static const char *attribute_or(const xmlNode *node, const char *name, const char *otherwise)
{
    const char *value = attribute(node, name);
    return value && *value ? value : otherwise;
}

static bool is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static const xmlNode *next_named(const xmlNode *from, const char *name)
{
    for (; from; from = from->next)
        if (is(from, name))
            return from;
    return NULL;
}

static const xmlNode *child(const xmlNode *node, const char *name)
{
    return next_named(node->children, name);
}

/* The text of the child called name in the view's målform, else in any; NULL when there is none. */
static const char *text_of(const view *v, const xmlNode *node, const char *name)
{
    const xmlNode *any = NULL;
    for (const xmlNode *c = child(node, name); c; c = next_named(c->next, name)) {
        const char *m = attribute(c, "maalform");
        if (!m || strcmp(m, v->maalform) == 0) {
            any = c;
            break;
        }
        if (!any)
            any = c;
    }
    return any && any->children && any->children->content ? (const char *)any->children->content
                                                          : NULL;
}

static void indent(const view *v, int depth)
{
    for (int i = 0; i < depth; i++)
        hj_buf_str(v->out, "  ");
}

/* 2026-11-24 as 24.11.2026; anything else as it stands. */
static void date(const view *v, const char *iso)
{
    hj_date day = hj_date_parse(iso);
    if (day == HJ_DATE_NONE) {
        hj_buf_str(v->out, iso);
        return;
    }
    hj_ymd d = hj_date_ymd(day);
    hj_buf_printf(v->out, "%d.%d.%d", d.day, d.month, d.year);
}

static const char *weekday(const view *v, const char *iso)
{
    static const char *const names[] = {
        HJ_T("Monday"), HJ_T("Tuesday"), HJ_T("Wednesday"), HJ_T("Thursday"), HJ_T("Friday"),
        HJ_T("Saturday"), HJ_T("Sunday"),
    };
    hj_date day = hj_date_parse(iso);
    return day == HJ_DATE_NONE ? "" : hj_tr(v->lang, names[hj_date_weekday(day) - 1]);
}

static void place(const view *v, const xmlNode *node)
{
    const char *file = attribute(node, "fil"), *line = attribute(node, "linje");
    if (file && *file && line && *line)
        hj_buf_printf(v->out, "  (%s:%s)", file, line);
}

/* The three answers, padded so that what follows stands in one column. */
static void answer(const view *v, const char *utfall)
{
    const char *word = strcmp(utfall, "ja") == 0 ? hj_tr(v->lang, HJ_T("yes"))
                     : strcmp(utfall, "nei") == 0 ? hj_tr(v->lang, HJ_T("no"))
                     : strcmp(utfall, "ukjent") == 0 ? hj_tr(v->lang, HJ_T("unknown")) : utfall;
    hj_buf_str(v->out, word);
    for (size_t n = hj_utf8_count(word, strlen(word)); n < 9; n++)
        hj_buf_char(v->out, ' ');
}

static void hjemler(const view *v, const xmlNode *node)
{
    bool first = true;
    for (const xmlNode *h = child(node, "hjemmel"); h; h = next_named(h->next, "hjemmel")) {
        hj_buf_str(v->out, first ? "  [" : "; ");
        hj_buf_str(v->out, attribute_or(h, "vis", attribute_or(h, "id", "?")));
        first = false;
    }
    if (!first)
        hj_buf_char(v->out, ']');
}

static void faktum(const view *v, const xmlNode *f, int depth)
{
    const char *known = attribute_or(f, "kjent", "ja"), *text = text_of(v, f, "tekst");
    indent(v, depth);
    hj_buf_str(v->out, text ? text : attribute_or(f, "navn", "?"));
    hj_buf_str(v->out, ": ");
    if (strcmp(known, "ja") == 0)
        hj_buf_str(v->out, attribute_or(f, "verdi", ""));
    else if (strcmp(known, "ikke_relevant") == 0)
        hj_buf_str(v->out, hj_tr(v->lang, HJ_T("unknown, stated as not relevant")));
    else if (strcmp(known, "under_innhenting") == 0)
        hj_buf_str(v->out, hj_tr(v->lang, HJ_T("unknown, being collected")));
    else
        hj_buf_str(v->out, hj_tr(v->lang, HJ_T("unknown, not stated")));
    if (attribute(f, "tabell"))
        hj_buf_printf(v->out, attribute(f, "rad") ? "  [%s %s]" : "  [%s]", attribute(f, "tabell"),
                      attribute_or(f, "rad", ""));
    place(v, f);
    hj_buf_char(v->out, '\n');
}

static void expression(const view *v, const xmlNode *e, int depth);

/* Conditions and expressions nest; the rule compiler caps the depth. */
static void children(const view *v, const xmlNode *node, int depth)
{
    for (const xmlNode *c = node->children; c; c = c->next) {
        if (is(c, "uttrykk") || is(c, "vilkaar"))
            expression(v, c, depth);
        else if (is(c, "faktum"))
            faktum(v, c, depth);
    }
}

static void expression(const view *v, const xmlNode *e, int depth)
{
    bool vilkaar = is(e, "vilkaar");
    const char *text = vilkaar ? text_of(v, e, "tekst") : NULL;
    indent(v, depth);
    answer(v, attribute_or(e, "utfall", "?"));
    const char *name = attribute_or(e, vilkaar ? "navn" : "slag", "?");
    hj_buf_str(v->out, text ? text : attribute_or(e, "vis", name));
    if (vilkaar && strcmp(attribute_or(e, "avgjorde", "nei"), "ja") == 0)
        hj_buf_printf(v->out, "  %s", hj_tr(v->lang, HJ_T("<- this decided")));
    hjemler(v, e);
    if (vilkaar)
        place(v, e);
    hj_buf_char(v->out, '\n');
    if (strcmp(attribute_or(e, "uten_betydning", "nei"), "ja") == 0) {
        indent(v, depth + 1);
        hj_buf_printf(v->out, "%s\n",
                      hj_tr(v->lang, HJ_T("something here is unknown, but no answer to it changes the outcome")));
    }
    children(v, e, depth + 1);
}

static void label(const view *v, const char *text)
{
    const char *word = hj_tr(v->lang, text);
    hj_buf_printf(v->out, "  %s: ", word);
    for (size_t n = hj_utf8_count(word, strlen(word)); n < 12; n++)
        hj_buf_char(v->out, ' ');
}

static void changes(const view *v, const xmlNode *p)
{
    bool first = true;
    for (const xmlNode *c = child(p, "endring"); c; c = next_named(c->next, "endring")) {
        if (first)
            hj_buf_printf(v->out, "  %s\n",
                          hj_tr(v->lang, HJ_T("it would have come out otherwise with")));
        first = false;
        hj_buf_str(v->out, "    ");
        for (const xmlNode *t = child(c, "til"); t; t = next_named(t->next, "til")) {
            const char *text = text_of(v, t, "tekst");
            if (t != child(c, "til"))
                hj_buf_printf(v->out, " %s ", hj_tr(v->lang, HJ_T("and")));
            hj_buf_printf(v->out, hj_tr(v->lang, HJ_T("%s: %s instead of %s")),
                          text ? text : attribute_or(t, "faktum", "?"),
                          attribute_or(t, "verdi", ""), attribute_or(t, "fra", ""));
        }
        hj_buf_printf(v->out, "  → %s\n", attribute_or(c, "utfall", "?"));
    }
}

static void post(const view *v, const xmlNode *p)
{
    const char *title = NULL, *vedtak = attribute(p, "vedtak");
    for (const xmlNode *e = child(p, "egenskap"); e; e = next_named(e->next, "egenskap")) {
        const char *m = attribute(e, "maalform");
        if (strcmp(attribute_or(e, "navn", ""), "tittel") == 0 && e->children
            && (!m || strcmp(m, v->maalform) == 0))
            title = (const char *)e->children->content;
    }
    hj_buf_printf(v->out, "\n%s", title ? title : attribute_or(p, "regel", "?"));
    hj_buf_printf(v->out, "  %s", attribute_or(p, "sti", ""));
    place(v, p);
    hj_buf_char(v->out, '\n');
    label(v, HJ_T("proposal"));
    hj_buf_printf(v->out, "%s  (%s %s)\n", attribute_or(p, "innstilling", "ukjent"),
                  hj_tr(v->lang, HJ_T("the rule")), attribute_or(p, "regel", "?"));
    label(v, HJ_T("decided"));
    hj_buf_printf(v->out, "%s\n", vedtak && *vedtak ? vedtak : hj_tr(v->lang, HJ_T("nothing yet")));
    if (strcmp(attribute_or(p, "avvik", "nei"), "ja") == 0)
        hj_buf_printf(v->out, "  %s\n", hj_tr(v->lang,
                      HJ_T("! the decision differs from the proposal: it needs its own reasons")));
    bool first = true;
    for (const xmlNode *h = child(p, "hjemmel"); h; h = next_named(h->next, "hjemmel")) {
        const char *text = text_of(v, h, "tekst"), *role = attribute(h, "rolle");
        if (first)
            label(v, HJ_T("legal basis"));
        else
            hj_buf_printf(v->out, "%16s", "");
        first = false;
        hj_buf_str(v->out, attribute_or(h, "vis", "?"));
        if (role && *role)
            hj_buf_printf(v->out, " (%s)", role);
        if (strcmp(attribute_or(h, "status", "gjeldende"), "gjeldende") != 0)
            hj_buf_printf(v->out, " [%s]", attribute(h, "status"));
        if (text)
            hj_buf_printf(v->out, ": %s", text);
        hj_buf_char(v->out, '\n');
    }
    if (child(p, "vilkaar") || child(p, "uttrykk")) {
        hj_buf_printf(v->out, "  %s\n", hj_tr(v->lang, HJ_T("because")));
        children(v, p, 2);
    }
    for (const xmlNode *u = child(p, "unntak"); u; u = next_named(u->next, "unntak")) {
        const char *text = text_of(v, u, "tekst");
        hj_buf_printf(v->out, "  %s: ", hj_tr(v->lang, HJ_T("exception")));
        answer(v, attribute_or(u, "gjelder", "ukjent"));
        hj_buf_str(v->out, text ? text : attribute_or(u, "navn", "?"));
        hj_buf_printf(v->out, "  (%s %s)", hj_tr(v->lang, HJ_T("gives")),
                      attribute_or(u, "gir", "?"));
        hjemler(v, u);
        hj_buf_char(v->out, '\n');
        children(v, u, 2);
    }
    first = true;
    for (const xmlNode *m = child(p, "mangler"); m; m = next_named(m->next, "mangler")) {
        const char *text = text_of(v, m, "tekst"), *where = attribute(m, "sti");
        if (first)
            hj_buf_printf(v->out, "  %s\n", hj_tr(v->lang,
                          HJ_T("missing, and able to change the outcome (most useful first)")));
        first = false;
        hj_buf_printf(v->out, "    %s. %s", attribute_or(m, "rang", "-"),
                      text ? text : attribute_or(m, "faktum", "?"));
        if (where && *where)
            hj_buf_printf(v->out, "  (%s %s)", hj_tr(v->lang, HJ_T("goes in")), where);
        hj_buf_char(v->out, '\n');
    }
    changes(v, p);
}

static void frister(const view *v, const xmlNode *root)
{
    bool first = true;
    for (const xmlNode *f = child(root, "frist"); f; f = next_named(f->next, "frist")) {
        const char *end = attribute(f, "dato"), *clock = attribute(f, "klokkeslett");
        const char *explanation = text_of(v, f, "forklaring"), *text = text_of(v, f, "tekst");
        if (first)
            hj_buf_printf(v->out, "\n%s\n", hj_tr(v->lang, HJ_T("deadlines")));
        first = false;
        hj_buf_printf(v->out, "  %s", text ? text : attribute_or(f, "navn", "?"));
        if (attribute(f, "for") && *attribute(f, "for"))
            hj_buf_printf(v->out, " (%s)", attribute(f, "for"));
        hj_buf_str(v->out, ": ");
        if (end && *end) {
            hj_buf_printf(v->out, "%s ", weekday(v, end));
            date(v, end);
            if (clock && *clock)
                hj_buf_printf(v->out, " %s", clock);
            if (strcmp(attribute_or(f, "anslag", "nei"), "ja") == 0)
                hj_buf_printf(v->out, " (%s)",
                              hj_tr(v->lang, HJ_T("estimated: the start is not known")));
        } else {
            hj_buf_str(v->out, hj_tr(v->lang, HJ_T("cannot be computed yet")));
            if (attribute(f, "mangler") && *attribute(f, "mangler"))
                hj_buf_printf(v->out, ", %s: %s", hj_tr(v->lang, HJ_T("missing")),
                              attribute(f, "mangler"));
        }
        hjemler(v, f);
        hj_buf_char(v->out, '\n');
        if (explanation)
            hj_buf_printf(v->out, "    %s\n", explanation);
    }
}

static void findings(const view *v, const xmlNode *root)
{
    bool first = true;
    for (const xmlNode *f = child(root, "funn"); f; f = next_named(f->next, "funn")) {
        const char *text = text_of(v, f, "tekst"), *where = text_of(v, f, "hvor");
        const char *level = attribute_or(f, "nivaa", "?");
        if (first)
            hj_buf_printf(v->out, "\n%s\n", hj_tr(v->lang, HJ_T("checklist")));
        first = false;
        hj_buf_char(v->out, ' ');
        hj_buf_char(v->out, ' ');
        for (const char *p = level; *p; p++)
            hj_buf_char(v->out, *p >= 'a' && *p <= 'z' ? (char)(*p - 32) : *p);
        for (size_t n = strlen(level); n < 7; n++)
            hj_buf_char(v->out, ' ');
        hj_buf_printf(v->out, "%s %s. %s", attribute_or(f, "sjekkliste", ""),
                      attribute_or(f, "punkt", "?"), text ? text : "");
        hjemler(v, f);
        place(v, f);
        hj_buf_char(v->out, '\n');
        if (where)
            hj_buf_printf(v->out, "    %s\n", where);
    }
}

void hj_record_text(const hj_record *record, hj_lang lang, hj_buf *out)
{
    const xmlNode *root = xmlDocGetRootElement((xmlDoc *)record->xml);
    if (!root)
        return;
    view v = {lang, attribute_or(root, "maalform", "nb"), out};
    hj_buf_str(out, hj_tr(lang, HJ_T("The law is the one in force on ")));
    date(&v, attribute_or(root, "dato", "?"));
    hj_buf_str(out, ".\n");
    bool any = false;
    for (const xmlNode *p = child(root, "post"); p; p = next_named(p->next, "post"), any = true)
        post(&v, p);
    if (!any)
        hj_buf_printf(out, "\n%s\n",
                      hj_tr(lang, HJ_T("No rule applies to anything in this document.")));
    frister(&v, root);
    findings(&v, root);
}
