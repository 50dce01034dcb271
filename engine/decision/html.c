/* The record as a page for a browser, and for paper: the same tree as text.c, folded so that a
 * reader opens only what she doubts. The words are telling.c's, the frame is base/page.c's.
 *
 * What is told in the packs' own words carries their language (lang="nn"), so that a screen reader
 * says it right inside an English page. An answer is a word before it is a colour. */
#include <string.h>

#include "decision/eval.h"
#include "decision/telling.h"

static void put(const hj_telling *t, const char *before, const char *text, const char *after)
{
    hj_buf_str(t->out, before);
    hj_buf_xml(t->out, text);
    hj_buf_str(t->out, after);
}

static void ours(const hj_telling *t, const char *before, const char *english, const char *after)
{
    put(t, before, hj_tr(t->lang, english), after);
}

static void theirs(const hj_telling *t, const char *text)
{
    put(t, "<span lang=\"", t->maalform, "\">");
    put(t, "", text, "</span>");
}

static void say(const hj_telling *t, const xmlNode *node, const char *before, const char *after,
                hj_sentence *sentence)
{
    hj_buf words = {0};
    sentence(t, node, &words);
    if (words.len)
        put(t, before, words.data, after);
    hj_buf_free(&words);
}

/* By the file's own name: the page ends with where each file is. */
static void place_of(const hj_telling *t, const char *file, const char *line)
{
    if (*file) {
        put(t, " <span class=\"place\" title=\"", file, "\">");
        put(t, "", hj_path_base(file), ":");
        put(t, "", line, "</span>");
    }
}

static void place(const hj_telling *t, const xmlNode *node)
{
    place_of(t, hj_told(node, "fil"), hj_told(node, "linje"));
}

static void day(const hj_telling *t, const char *before, const char *iso, const char *after)
{
    hj_buf words = {0};
    hj_say_day(t, iso, &words);
    put(t, before, words.data ? words.data : "", after);
    hj_buf_free(&words);
}

/* Each hjemmel leads to its words in the last section. */
static void cited(const hj_telling *t, const xmlNode *node)
{
    const char *before = " <small lang=\"";
    for (const xmlNode *h = hj_told_child(node, "hjemmel"); h; h = hj_told_next(h)) {
        if (*before == ' ')
            put(t, before, t->maalform, "\">");
        else
            hj_buf_str(t->out, before);
        put(t, "<a href=\"#h-", hj_told(h, "id"), "\">");
        put(t, "", hj_told(h, "vis"), "</a>");
        before = "; ";
    }
    if (*before == ';')
        hj_buf_str(t->out, "</small>");
}

static void answer(const hj_telling *t, const char *utfall)
{
    bool yes = strcmp(utfall, "ja") == 0, no = strcmp(utfall, "nei") == 0;
    hj_buf_printf(t->out, "<span class=\"%s\"><span aria-hidden=\"true\">%s</span> ",
                  yes ? "ja" : no ? "nei" : "ukjent", yes ? "✓" : no ? "✗" : "?");
    put(t, "", hj_told_answer(t, utfall), "</span> ");
}

static void faktum(const hj_telling *t, const xmlNode *f)
{
    hj_buf_str(t->out, "<li>");
    theirs(t, hj_told_name(t, f, "navn"));
    say(t, f, ": <b>", "</b>", hj_say_value);
    if (*hj_told(f, "tabell")) {
        put(t, " <small>", hj_told(f, "tabell"), " ");
        put(t, "", hj_told(f, "rad"), "</small>");
    }
    place(t, f);
    hj_buf_str(t->out, "</li>\n");
}

/* Conditions and facts below node; they nest, and the rule compiler caps the depth. What decided
 * stands open. */
static void conditions(const hj_telling *t, const xmlNode *node, bool open)
{
    hj_buf_str(t->out, "<ul class=\"tree\">\n");
    for (const xmlNode *c = node->children; c; c = c->next) {
        bool vilkaar = hj_told_is(c, "vilkaar");
        if (hj_told_is(c, "faktum"))
            faktum(t, c);
        if (!vilkaar && !hj_told_is(c, "uttrykk"))
            continue;
        bool decided = hj_told_yes(c, "avgjorde");
        hj_buf_str(t->out, decided ? "<li class=\"decided\">" : "<li>");
        hj_buf_str(t->out, decided || (!vilkaar && open) ? "<details open><summary>"
                                                         : "<details><summary>");
        answer(t, hj_told(c, "utfall"));
        if (vilkaar)
            theirs(t, hj_told_name(t, c, "navn"));
        else
            put(t, "<code>", hj_told(c, "vis"), "</code>");
        if (decided)
            ours(t, " <small>(", HJ_T("this decided"), ")</small>");
        hj_buf_str(t->out, "</summary>\n");
        if (vilkaar) {
            hj_buf_str(t->out, "<p>");
            cited(t, c);
            place(t, c);
            hj_buf_str(t->out, "</p>\n");
        }
        conditions(t, c, true);
        hj_buf_str(t->out, "</details></li>\n");
    }
    hj_buf_str(t->out, "</ul>\n");
}

static void list(const hj_telling *t, const xmlNode *node, const char *element,
                 const char *heading, hj_sentence *sentence)
{
    const xmlNode *first = hj_told_child(node, element);
    if (!first)
        return;
    ours(t, "<h3>", heading, "</h3>\n<ul>\n");
    for (const xmlNode *c = first; c; c = hj_told_next(c))
        say(t, c, "<li>", "</li>\n", sentence);
    hj_buf_str(t->out, "</ul>\n");
}

/* Every fact the post rests on, once: on paper this is where they are found. */
static void facts(const hj_telling *t, const xmlNode *p)
{
    hj_arena *arena = hj_arena_new();
    const xmlNode **all = hj_told_distinct(p, "faktum", "navn", arena);
    if (*all) {
        ours(t, "<table><caption>", HJ_T("The facts it rests on"), "</caption>\n<thead><tr>");
        ours(t, "<th scope=\"col\">", HJ_T("Fact"), "</th>");
        ours(t, "<th scope=\"col\">", HJ_T("Value"), "</th>");
        ours(t, "<th scope=\"col\">", HJ_T("In the case"), "</th></tr></thead>\n<tbody>\n");
    }
    for (const xmlNode **f = all; *f; f++) {
        hj_buf_str(t->out, "<tr><th scope=\"row\">");
        theirs(t, hj_told_name(t, *f, "navn"));
        hj_buf_str(t->out, "</th><td>");
        say(t, *f, "", "", hj_say_value);
        hj_buf_str(t->out, "</td><td>");
        place(t, *f);
        hj_buf_str(t->out, "</td></tr>\n");
    }
    if (*all)
        hj_buf_str(t->out, "</tbody></table>\n");
    hj_arena_free(arena);
}

static void exceptions(const hj_telling *t, const xmlNode *p)
{
    const xmlNode *first = hj_told_child(p, "unntak");
    if (first)
        ours(t, "<h3>", HJ_T("Exceptions"), "</h3>\n<ul class=\"tree\">\n");
    for (const xmlNode *u = first; u; u = hj_told_next(u)) {
        bool won = hj_told_yes(u, "avgjorde");
        hj_buf_str(t->out, won ? "<li class=\"decided\"><details open><summary>"
                               : "<li><details><summary>");
        answer(t, hj_told(u, "gjelder"));
        theirs(t, hj_told_name(t, u, "navn"));
        say(t, u, " <small>(", ")</small></summary>\n<p>", hj_say_exception);
        cited(t, u);
        place(t, u);
        hj_buf_str(t->out, "</p>\n");
        conditions(t, u, true);
        hj_buf_str(t->out, "</details></li>\n");
    }
    if (first)
        hj_buf_str(t->out, "</ul>\n");
}

static void missing(const hj_telling *t, const xmlNode *p)
{
    const xmlNode *first = hj_told_child(p, "mangler");
    if (first)
        ours(t, "<h3>", HJ_T("Missing, and able to change the outcome (most useful first)"),
             "</h3>\n<ol>\n");
    for (const xmlNode *m = first; m; m = hj_told_next(m)) {
        hj_buf_str(t->out, "<li>");
        theirs(t, hj_told_name(t, m, "faktum"));
        if (*hj_told_missing(t, m))
            put(t, " <small>(", hj_told_missing(t, m), ")</small>");
        if (*hj_told(m, "sti"))
            put(t, " <span class=\"place\">", hj_told(m, "sti"), "</span>");
        hj_buf_str(t->out, "</li>\n");
    }
    if (first)
        hj_buf_str(t->out, "</ol>\n");
}

static void locally(const hj_telling *t, const xmlNode *node)
{
    const xmlNode *lokal = hj_told_child(node, "lokal");
    if (lokal)
        say(t, lokal, "<p class=\"note\">", "</p>\n", hj_say_local);
}

static void post(const hj_telling *t, const xmlNode *p)
{
    put(t, "<section id=\"p-", hj_told(p, "id"), "\" aria-labelledby=\"pt-");
    put(t, "", hj_told(p, "id"), "\">\n<h2 id=\"pt-");
    put(t, "", hj_told(p, "id"), "\">");
    theirs(t, hj_told_title(t, p));
    hj_buf_str(t->out, "</h2>\n<dl class=\"pair\">\n");
    ours(t, "<dt>", HJ_T("The rules propose"), "</dt><dd>");
    put(t, "", hj_told_outcome(t, hj_told(p, "innstilling")), "</dd>\n");
    ours(t, "<dt>", HJ_T("It was decided"), "</dt><dd>");
    put(t, "", hj_told_outcome(t, hj_told(p, "vedtak")), "</dd>\n");
    ours(t, "<dt>", HJ_T("In the case"), "</dt><dd>");
    place(t, p);
    ours(t, "</dd>\n<dt>", HJ_T("The rule"), "</dt><dd>");
    put(t, "", hj_told(p, "regel"), "");
    place_of(t, hj_told(p, "regelfil"), hj_told(p, "regellinje"));
    hj_buf_str(t->out, "</dd>\n</dl>\n");
    locally(t, p);
    if (hj_told_yes(p, "avvik"))
        say(t, p, "<p class=\"note\"><strong>", "</strong></p>\n", hj_say_difference);
    if (hj_told_child(p, "vilkaar") || hj_told_child(p, "uttrykk")) {
        ours(t, "<h3>", HJ_T("Because"), "</h3>\n");
        conditions(t, p, false);
    }
    const xmlNode *part = hj_told_child(p, "delvis");
    if (part) {
        ours(t, "<h3>", HJ_T("Only in part"), "</h3>\n");
        conditions(t, part, false);
    }
    exceptions(t, p);
    missing(t, p);
    list(t, p, "ukjent", HJ_T("What was not known"), hj_say_unknown);
    list(t, p, "endring", HJ_T("It would have come out otherwise with a small change"),
         hj_say_change);
    facts(t, p);
    const xmlNode *first = hj_told_child(p, "hjemmel");
    if (first)
        ours(t, "<h3>", HJ_T("Legal basis"), "</h3>\n<dl class=\"law\">\n");
    for (const xmlNode *h = first; h; h = hj_told_next(h)) {
        put(t, "<dt lang=\"", t->maalform, "\">");
        put(t, "", hj_told(h, "vis"), "");
        if (*hj_told(h, "rolle"))
            put(t, " <small>(", hj_told(h, "rolle"), ")</small>");
        put(t, "</dt><dd lang=\"", t->maalform, "\">");
        put(t, "", hj_told_text(t, h, "tekst", NULL), "</dd>\n");
    }
    hj_buf_str(t->out, first ? "</dl>\n</section>\n" : "</section>\n");
}

static void stair(const hj_telling *t, const xmlNode *s)
{
    put(t, "<section id=\"s-", hj_told(s, "navn"), "\">\n<h2>");
    theirs(t, hj_told_name(t, s, "navn"));
    hj_buf_str(t->out, "</h2>\n<dl class=\"pair\">\n");
    ours(t, "<dt>", HJ_T("Lowest step"), "</dt><dd>");
    put(t, "", hj_told(s, "utfall"), "");
    cited(t, s);
    ours(t, "</dd>\n<dt>", HJ_T("In the case"), "</dt><dd>");
    place(t, s);
    hj_buf_str(t->out, "</dd>\n</dl>\n");
    locally(t, s);
    hj_buf_str(t->out, "<ul class=\"tree\">\n");
    for (const xmlNode *n = hj_told_child(s, "trinn"); n; n = hj_told_next(n)) {
        bool answer_ = strcmp(hj_told(n, "plass"), "laveste") == 0;
        bool above = strcmp(hj_told(n, "plass"), "hoeyere") == 0;
        hj_buf_str(t->out, answer_ ? "<li class=\"decided\">" : "<li>");
        hj_buf_str(t->out, above ? "<details><summary>" : "<details open><summary>");
        answer(t, hj_told(n, "utfall"));
        put(t, "", hj_told(n, "nummer"), ". ");
        theirs(t, hj_told_name(t, n, "navn"));
        put(t, " <small>(", hj_told_step(t, n), ")</small></summary>\n<p>");
        cited(t, n);
        place(t, n);
        hj_buf_str(t->out, "</p>\n");
        const xmlNode *said = hj_told_child(n, "vurdering");
        if (said) {
            hj_buf_str(t->out, "<p>«");
            theirs(t, hj_told_text(t, n, "vurdering", NULL));
            hj_buf_str(t->out, "» ");
            place(t, said);
            hj_buf_str(t->out, "</p>\n");
        }
        conditions(t, n, true);
        hj_buf_str(t->out, "</details></li>\n");
    }
    hj_buf_str(t->out, "</ul>\n");
    missing(t, s);
    facts(t, s);
    hj_buf_str(t->out, "</section>\n");
}

static void rate(const hj_telling *t, const xmlNode *s)
{
    put(t, "sats ", hj_told(s, "navn"), ": <b>");
    if (!*hj_told(s, "verdi")) {
        ours(t, "", HJ_T("unknown"), "</b>");
        return;
    }
    put(t, "", hj_told(s, "verdi"), "</b> ");
    put(t, "", hj_told(s, "enhet"), " <small>");
    put(t, "", hj_told(s, "fra"), ", ");
    put(t, "", hj_told(s, "kilde"), "</small>");
}

static void amount(const hj_telling *t, const xmlNode *a)
{
    hj_buf_str(t->out, "<dt>");
    theirs(t, hj_told_name(t, a, "navn"));
    if (*hj_told(a, "for"))
        put(t, " <small>(", hj_told(a, "for"), ")</small>");
    if (*hj_told(a, "verdi")) {
        put(t, ": ", hj_told(a, "verdi"), " ");
        put(t, "", hj_told(a, "enhet"), "");
    } else {
        ours(t, ": ", HJ_T("cannot be computed yet"), "");
    }
    hj_buf_str(t->out, "</dt>\n<dd>");
    if (*hj_told(a, "verdi") && *hj_told(a, "avrunding")) {
        put(t, "", hj_told(a, "avrunding"), ": ");
        put(t, "", hj_told(a, "raa"), "");
    }
    cited(t, a);
    place(t, a);
    locally(t, a);
    hj_buf_str(t->out, "<ul>\n");
    for (const xmlNode *c = a->children; c; c = c->next) {
        if (hj_told_is(c, "faktum"))
            faktum(t, c);
        if (hj_told_is(c, "sats")) {
            hj_buf_str(t->out, "<li>");
            rate(t, c);
            hj_buf_str(t->out, "</li>\n");
        }
        if (hj_told_is(c, "grense") && hj_told_yes(c, "gjaldt")) {
            put(t, "<li>", hj_told(c, "slag"), ": <b>");
            put(t, "", hj_told(c, "verdi"), "</b></li>\n");
        }
    }
    hj_buf_str(t->out, "</ul>\n");
    missing(t, a);
    hj_buf_str(t->out, "</dd>\n");
}

static void stairs_and_amounts(const hj_telling *t)
{
    for (const xmlNode *s = hj_told_child(t->root, "trapp"); s; s = hj_told_next(s))
        stair(t, s);
    const xmlNode *first = hj_told_child(t->root, "utregning");
    if (first)
        ours(t, "<section id=\"utregninger\" aria-labelledby=\"utregninger-t\">\n"
                "<h2 id=\"utregninger-t\">", HJ_T("Amounts"), "</h2>\n<dl class=\"law\">\n");
    for (const xmlNode *a = first; a; a = hj_told_next(a))
        amount(t, a);
    if (first)
        hj_buf_str(t->out, "</dl>\n</section>\n");
}

static void frister(const hj_telling *t)
{
    const xmlNode *first = hj_told_child(t->root, "frist");
    if (!first)
        return;
    ours(t, "<section id=\"frister\" aria-labelledby=\"frister-t\">\n<h2 id=\"frister-t\">",
         HJ_T("Deadlines"), "</h2>\n<dl class=\"law\">\n");
    for (const xmlNode *f = first; f; f = hj_told_next(f)) {
        hj_buf_str(t->out, "<dt>");
        theirs(t, hj_told_name(t, f, "navn"));
        if (*hj_told(f, "for"))
            put(t, " <small>(", hj_told(f, "for"), ")</small>");
        hj_buf_str(t->out, ": ");
        if (*hj_told(f, "dato")) {
            day(t, "", hj_told(f, "dato"), "");
            if (*hj_told(f, "klokkeslett"))
                put(t, " ", hj_told(f, "klokkeslett"), "");
            if (hj_told_yes(f, "anslag"))
                ours(t, " <small>(", HJ_T("estimated: the start is not known"), ")</small>");
        } else {
            ours(t, "", HJ_T("cannot be computed yet"), "");
        }
        hj_buf_str(t->out, "</dt>\n<dd>");
        say(t, f, "", ".", hj_say_counting);
        if (*hj_told_text(t, f, "forklaring", NULL)) {
            hj_buf_char(t->out, ' ');
            theirs(t, hj_told_text(t, f, "forklaring", NULL));
        }
        for (const xmlNode *m = hj_told_child(f, "mangler"); m; m = hj_told_next(m)) {
            ours(t, " ", HJ_T("missing"), ": ");
            theirs(t, hj_told_name(t, m, "faktum"));
        }
        cited(t, f);
        locally(t, f);
        hj_buf_str(t->out, "</dd>\n");
    }
    hj_buf_str(t->out, "</dl>\n</section>\n");
}

static void findings(const hj_telling *t)
{
    const xmlNode *first = hj_told_child(t->root, "funn");
    if (!first)
        return;
    ours(t, "<section id=\"sjekkliste\" aria-labelledby=\"sjekkliste-t\">\n<h2 id=\"sjekkliste-t\">",
         HJ_T("Checklist"), "</h2>\n<dl class=\"law\">\n");
    for (const xmlNode *f = first; f; f = hj_told_next(f)) {
        put(t, "<dt>", hj_told(f, "nivaa"), ", ");
        put(t, "", hj_told(f, "sjekkliste"), " ");
        put(t, "", hj_told(f, "punkt"), "</dt>\n<dd>");
        theirs(t, hj_told_text(t, f, "tekst", NULL));
        hj_buf_char(t->out, ' ');
        theirs(t, hj_told_text(t, f, "hvor", NULL));
        cited(t, f);
        place(t, f);
        for (const xmlNode *s = hj_told_child(f, "sats"); s; s = hj_told_next(s)) {
            hj_buf_char(t->out, ' ');
            rate(t, s);
        }
        for (const xmlNode *s = hj_told_child(f, "faktum"); s; s = hj_told_next(s)) {
            hj_buf_str(t->out, s == hj_told_child(f, "faktum") ? "<ul>\n" : "");
            faktum(t, s);
            hj_buf_str(t->out, hj_told_next(s) ? "" : "</ul>\n");
        }
        locally(t, f);
        hj_buf_str(t->out, "</dd>\n");
    }
    hj_buf_str(t->out, "</dl>\n</section>\n");
}

/* The words of every hjemmel cited on the page, once. */
static void law(const hj_telling *t)
{
    hj_arena *arena = hj_arena_new();
    const xmlNode **all = hj_told_distinct(t->root, "hjemmel", "id", arena);
    if (!*all) {
        hj_arena_free(arena);
        return;
    }
    ours(t, "<section id=\"loven\" aria-labelledby=\"loven-t\">\n<h2 id=\"loven-t\">",
         HJ_T("The words of the law"), "</h2>\n<dl class=\"law\">\n");
    for (const xmlNode **h = all; *h; h++) {
        put(t, "<dt id=\"h-", hj_told(*h, "id"), "\" lang=\"");
        put(t, "", t->maalform, "\">");
        put(t, "", hj_told(*h, "vis"), "");
        put(t, " <small>", hj_told(*h, "lovnavn"), "</small></dt><dd lang=\"");
        put(t, "", t->maalform, "\">");
        put(t, "", hj_told_text(t, *h, "tekst", NULL), "</dd>\n");
    }
    hj_buf_str(t->out, "</dl>\n</section>\n");
    hj_arena_free(arena);
}

static void contents(const hj_telling *t)
{
    static const char *const sections[][2] = {
        {"frist", "frister"}, {"funn", "sjekkliste"},
    };
    static const char *const titles[] = {HJ_T("Deadlines"), HJ_T("Checklist")};
    ours(t, "<nav aria-label=\"", HJ_T("Contents"), "\"><ul>\n");
    for (const xmlNode *p = hj_told_child(t->root, "post"); p; p = hj_told_next(p)) {
        put(t, "<li><a href=\"#p-", hj_told(p, "id"), "\">");
        theirs(t, hj_told_title(t, p));
        put(t, ": ", hj_told_outcome(t, hj_told(p, "innstilling")), "</a></li>\n");
    }
    for (size_t i = 0; i < HJ_COUNT(sections); i++)
        if (hj_told_child(t->root, sections[i][0])) {
            put(t, "<li><a href=\"#", sections[i][1], "\">");
            ours(t, "", titles[i], "</a></li>\n");
        }
    hj_arena *arena = hj_arena_new();
    if (*hj_told_distinct(t->root, "hjemmel", "id", arena))
        ours(t, "<li><a href=\"#loven\">", HJ_T("The words of the law"), "</a></li>\n");
    hj_arena_free(arena);
    hj_buf_str(t->out, "</ul></nav>\n");
}

static void files(const hj_telling *t)
{
    static const char *const elements[] = {"post", "vilkaar", "unntak", "faktum", "funn", "post"};
    hj_arena *arena = hj_arena_new();
    const char **told = NULL;
    int n = 0, cap = 0;
    ours(t, "<footer>\n<p>", HJ_T("The files"), ":</p>\n<ul>\n");
    for (size_t i = 0; i < HJ_COUNT(elements); i++) {
        const char *attribute = i + 1 == HJ_COUNT(elements) ? "regelfil" : "fil";
        const xmlNode **all = hj_told_distinct(t->root, elements[i], attribute, arena);
        for (const xmlNode **e = all; *e; e++) {
            const char *file = hj_told(*e, attribute);
            int k = 0;
            while (k < n && strcmp(told[k], file) != 0)
                k++;
            if (k < n || !*file)
                continue;
            HJ_LIST_ADD(arena, told, n, cap, file, const char *);
            put(t, "<li class=\"place\">", file, "</li>\n");
        }
    }
    hj_buf_str(t->out, "</ul>\n</footer>\n");
    hj_arena_free(arena);
}

void hj_record_html(const hj_record *record, hj_lang lang, hj_buf *out)
{
    hj_telling t;
    if (!hj_telling_open(&t, record, lang, out))
        return;
    const char *title = hj_tr(lang, HJ_T("Why it came out so"));
    hj_page_open(lang, title, out);
    put(&t, "<header>\n<h1>", title, "</h1>\n<p>");
    ours(&t, "", HJ_T("The law is the one in force on "), "");
    day(&t, "", hj_told(t.root, "dato"), ".</p>\n");
    ours(&t, "<p>", HJ_T("The explanation holds personal data."), "</p>\n</header>\n");
    contents(&t);
    hj_buf_str(out, "<main id=\"main\">\n");
    const xmlNode *first = hj_told_child(t.root, "post");
    for (const xmlNode *p = first; p; p = hj_told_next(p))
        post(&t, p);
    if (!first)
        ours(&t, "<p>", HJ_T("No rule applies to anything in this document."), "</p>\n");
    stairs_and_amounts(&t);
    frister(&t);
    hj_stand_html(&t);
    findings(&t);
    law(&t);
    hj_buf_str(out, "</main>\n");
    files(&t);
    hj_page_close(out);
}
