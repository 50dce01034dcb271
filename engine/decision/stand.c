/* Where each process stands, for people: state, who acts, what runs, what may happen, what has
 * happened and what was not counted.
 *
 * The hard idea is text.c's: nothing is reasoned here. Both forms are written from the same lines,
 * so that they cannot come to differ: a line is a heading, an item or a note to the item above. */
#include <string.h>

#include "decision/telling.h"

typedef struct stand {
    const hj_telling *t;
    hj_buf *out;
    bool html, list; /* list: a <ul> is open */
} stand;

static const char *get(const xmlNode *node, const char *name)
{
    return hj_told(node, name);
}

static const xmlNode *first(const xmlNode *node, const char *name)
{
    return hj_told_child(node, name);
}

static const char *text_of(const stand *v, const xmlNode *node, const char *name,
                           const char *otherwise)
{
    const char *text = hj_told_text(v->t, node, name, NULL);
    return *text ? text : otherwise;
}

static const char *tr(const stand *v, const char *text)
{
    return hj_tr(v->t->lang, text);
}

/* ---- Lines ---------------------------------------------------------------------------------- */

static void put(stand *v, const char *s)
{
    if (v->html)
        hj_buf_xml(v->out, s);
    else
        hj_buf_str(v->out, s);
}

static void close_list(stand *v)
{
    if (v->list)
        hj_buf_str(v->out, "</ul>\n");
    v->list = false;
}

static void heading(stand *v, const char *title)
{
    close_list(v);
    hj_buf_str(v->out, v->html ? "<p><b>" : "  ");
    put(v, title);
    hj_buf_str(v->out, v->html ? "</b></p>\n<ul>\n" : "\n");
    v->list = v->html;
}

static void begin_item(stand *v)
{
    hj_buf_str(v->out, v->html ? "<li>" : "    ");
}

static void end_item(stand *v)
{
    hj_buf_str(v->out, v->html ? "</li>\n" : "\n");
}

static void date(stand *v, const char *iso)
{
    if (*iso)
        hj_say_date(iso, v->out);
    else
        put(v, tr(v, HJ_T("date unknown")));
}

static void small(stand *v, const char *before, const char *file, const char *line,
                  const char *after)
{
    if (!*file)
        return;
    hj_buf_str(v->out, v->html ? "<small>" : "");
    put(v, before);
    put(v, file);
    put(v, ":");
    put(v, line);
    put(v, after);
    hj_buf_str(v->out, v->html ? "</small>" : "");
}

static void law(stand *v, const xmlNode *node)
{
    const char *between = "  [";
    for (const xmlNode *h = first(node, "hjemmel"); h; h = hj_told_next(h)) {
        put(v, between);
        put(v, get(h, "vis"));
        between = "; ";
    }
    if (between[0] == ';')
        put(v, "]");
}

static void people(stand *v, const xmlNode *node, const char *nobody)
{
    const char *between = "";
    for (const xmlNode *r = first(node, "ansvar"); r; r = hj_told_next(r)) {
        put(v, between);
        put(v, text_of(v, r, "tekst", get(r, "rolle")));
        between = ", ";
    }
    if (!*between)
        put(v, nobody);
}

static void missing(stand *v, const xmlNode *node)
{
    const char *between = "";
    for (const xmlNode *m = first(node, "mangler"); m; m = hj_told_next(m)) {
        put(v, *between ? between : tr(v, HJ_T("; missing: ")));
        put(v, text_of(v, m, "tekst", get(m, "faktum")));
        between = ", ";
    }
}

/* ---- The parts ------------------------------------------------------------------------------ */

static void state(stand *v, const xmlNode *p)
{
    const xmlNode *s = first(p, "staar");
    if (!*get(p, "tilstand")) {
        heading(v, tr(v, HJ_T("the state cannot be decided yet; it is one of")));
        for (; s; s = hj_told_next(s)) {
            begin_item(v);
            put(v, text_of(v, s, "tekst", get(s, "navn")));
            end_item(v);
        }
        begin_item(v);
        put(v, tr(v, HJ_T("what happened last waits for an answer")));
        missing(v, p);
        end_item(v);
        return;
    }
    heading(v, tr(v, HJ_T("stands in")));
    begin_item(v);
    if (s) {
        put(v, text_of(v, s, "tekst", get(s, "navn")));
        put(v, tr(v, HJ_T(", since ")));
        date(v, get(p, "siden"));
        law(v, s);
        small(v, "  (", get(s, "regelfil"), get(s, "regellinje"), ")");
    }
    end_item(v);
    if (strcmp(get(p, "slutt"), "ja") == 0)
        return;
    begin_item(v);
    put(v, tr(v, HJ_T("to act: ")));
    people(v, p, "–");
    end_item(v);
    const char *why = s ? text_of(v, s, "uten_frist", NULL) : NULL;
    if (why) {
        begin_item(v);
        put(v, tr(v, HJ_T("no deadline: ")));
        put(v, why);
        end_item(v);
    }
}

static void deadlines(stand *v, const xmlNode *p)
{
    const xmlNode *f = first(p, "frist");
    if (f)
        heading(v, tr(v, HJ_T("deadlines here")));
    for (; f; f = hj_told_next(f)) {
        const char *passed = get(f, "passert"), *words = text_of(v, f, "ved_brudd", NULL);
        begin_item(v);
        put(v, text_of(v, f, "tekst", get(f, "navn")));
        put(v, ": ");
        if (*get(f, "dato"))
            date(v, get(f, "dato"));
        else
            put(v, tr(v, HJ_T("cannot be computed yet")));
        missing(v, f);
        if (strcmp(get(f, "anslag"), "ja") == 0)
            put(v, tr(v, HJ_T(" (estimate)")));
        if (strcmp(passed, "ja") == 0)
            put(v, tr(v, HJ_T(" – PASSED")));
        put(v, tr(v, HJ_T("; when it passes: ")));
        put(v, words ? words : tr(v, HJ_T("those responsible are told")));
        law(v, f);
        end_item(v);
    }
}

static void barred_by(stand *v, const xmlNode *n)
{
    for (const xmlNode *c = n->children; c; c = c->next)
        if (hj_told_is(c, "uttrykk") || hj_told_is(c, "vilkaar")) {
            put(v, " ");
            put(v, hj_told_is(c, "vilkaar") ? text_of(v, c, "tekst", get(c, "navn"))
                                            : get(c, "vis"));
            small(v, "  (", get(c, "fil"), get(c, "linje"), ")");
        }
}

static void next_ones(stand *v, const xmlNode *p)
{
    const xmlNode *n = first(p, "neste");
    if (n)
        heading(v, tr(v, HJ_T("may happen next")));
    for (; n; n = hj_told_next(n)) {
        const char *open = get(n, "mulig");
        begin_item(v);
        put(v, text_of(v, n, "tekst", get(n, "hendelse")));
        put(v, " → ");
        put(v, text_of(v, n, "til_tekst", get(n, "til")));
        put(v, tr(v, HJ_T("; by ")));
        people(v, n, tr(v, HJ_T("anybody")));
        if (strcmp(open, "nei") == 0)
            put(v, tr(v, HJ_T("; not now: the condition is not met:")));
        else if (strcmp(open, "ukjent") == 0)
            put(v, tr(v, HJ_T("; cannot be decided yet")));
        if (strcmp(open, "nei") == 0)
            barred_by(v, n);
        missing(v, n);
        law(v, n);
        end_item(v);
    }
}

static void history(stand *v, const xmlNode *p)
{
    const xmlNode *s = first(p, "steg");
    if (s)
        heading(v, tr(v, HJ_T("what has happened")));
    for (; s; s = hj_told_next(s)) {
        const char *effect = get(s, "virkning");
        begin_item(v);
        date(v, get(s, "dato"));
        put(v, " ");
        put(v, text_of(v, s, "tekst", get(s, "hendelse")));
        if (*get(s, "til")) {
            put(v, " → ");
            put(v, text_of(v, s, "til_tekst", get(s, "til")));
        } else {
            put(v, ": ");
            put(v, strcmp(effect, "ingen") == 0 ? tr(v, HJ_T("changes nothing"))
                                                : tr(v, HJ_T("cannot be decided yet")));
        }
        if (strcmp(effect, "frist") == 0)
            put(v, tr(v, HJ_T(" (the deadline passed)")));
        law(v, s);
        small(v, "  (", get(s, "fil"), get(s, "linje"), ")");
        small(v, "  (", get(s, "regelfil"), get(s, "regellinje"), ")");
        end_item(v);
    }
}

static const char *reason(const char *slag)
{
    static const struct {
        const char *slag, *words;
    } all[] = {{"ikke_her", HJ_T("it cannot happen in the state the case was in")},
               {"rolle", HJ_T("the one it stands with may not make it")},
               {"stengt", HJ_T("its condition is not met")},
               {"tvetydig", HJ_T("two transitions take it")},
               {"etter", HJ_T("it is dated after the day the case is looked at")},
               {"foer", HJ_T("it is dated before the process began")},
               {"uten_dato", HJ_T("it has no date")},
               {"rundgang", HJ_T("the deadlines lead round in a ring")},
               {"rekkefoelge", HJ_T("it is dated before one that stands above it, and counted by date")}};
    for (size_t i = 0; i < HJ_COUNT(all); i++)
        if (strcmp(all[i].slag, slag) == 0)
            return all[i].words;
    return slag;
}

static void troubles(stand *v, const xmlNode *p)
{
    const xmlNode *a = first(p, "avvik");
    if (a)
        heading(v, tr(v, HJ_T("what does not fit")));
    for (; a; a = hj_told_next(a)) {
        begin_item(v);
        date(v, get(a, "dato"));
        put(v, " ");
        put(v, text_of(v, a, "tekst", get(a, "hendelse")));
        put(v, ": ");
        put(v, tr(v, reason(get(a, "slag"))));
        if (strcmp(get(a, "slag"), "ikke_her") == 0) {
            put(v, ", ");
            put(v, text_of(v, a, "fra_tekst", get(a, "fra")));
        }
        if (first(a, "ansvar")) {
            put(v, tr(v, HJ_T("; may be made by ")));
            people(v, a, "");
        }
        barred_by(v, a);
        small(v, "  (", get(a, "fil"), get(a, "linje"), ")");
        end_item(v);
    }
}

static void all(stand *v)
{
    for (const xmlNode *p = first(v->t->root, "prosess"); p; p = hj_told_next(p)) {
        hj_buf_str(v->out, v->html ? "<h2>" : "\n");
        put(v, text_of(v, p, "tekst", get(p, "navn")));
        put(v, *get(p, "for") ? " " : "");
        put(v, get(p, "for"));
        law(v, p);
        hj_buf_str(v->out, v->html ? "</h2>\n" : "\n");
        state(v, p);
        deadlines(v, p);
        next_ones(v, p);
        history(v, p);
        troubles(v, p);
        close_list(v);
    }
}

void hj_stand_text(const hj_telling *t)
{
    stand v = {.t = t, .out = t->out};
    all(&v);
}

void hj_stand_html(const hj_telling *t)
{
    stand v = {.t = t, .out = t->out, .html = true};
    all(&v);
}
