/* The record as a person reads it on a terminal: outcome, conditions, facts and places, what is
 * most important first. The words are telling.c's. */
#include <string.h>

#include "decision/telling.h"

static void indent(const hj_telling *t, int depth)
{
    for (int i = 0; i < depth; i++)
        hj_buf_str(t->out, "  ");
}

static void pad(const hj_telling *t, const char *word, size_t width)
{
    for (size_t n = hj_utf8_count(word, strlen(word)); n < width; n++)
        hj_buf_char(t->out, ' ');
}

static void place(const hj_telling *t, const xmlNode *node)
{
    if (*hj_told(node, "fil") && *hj_told(node, "linje"))
        hj_buf_printf(t->out, "  (%s:%s)", hj_told(node, "fil"), hj_told(node, "linje"));
}

/* The three answers, padded so that what follows stands in one column. */
static void answer(const hj_telling *t, const char *utfall)
{
    const char *word = hj_told_answer(t, utfall);
    hj_buf_str(t->out, word);
    pad(t, word, 9);
}

static void cited(const hj_telling *t, const xmlNode *node)
{
    const char *before = "  [";
    for (const xmlNode *h = hj_told_child(node, "hjemmel"); h; h = hj_told_next(h)) {
        hj_buf_printf(t->out, "%s%s", before, hj_told(h, "vis"));
        before = "; ";
    }
    if (*before == ';')
        hj_buf_char(t->out, ']');
}

static void faktum(const hj_telling *t, const xmlNode *f, int depth)
{
    indent(t, depth);
    hj_buf_printf(t->out, "%s: ", hj_told_name(t, f, "navn"));
    hj_say_value(t, f, t->out);
    if (*hj_told(f, "tabell"))
        hj_buf_printf(t->out, *hj_told(f, "rad") ? "  [%s %s]" : "  [%s]", hj_told(f, "tabell"),
                      hj_told(f, "rad"));
    place(t, f);
    hj_buf_char(t->out, '\n');
    const xmlNode *lokal = hj_told_child(f, "lokal");
    if (lokal) {
        indent(t, depth + 1);
        hj_buf_str(t->out, "! ");
        hj_say_local(t, lokal, t->out);
        hj_buf_char(t->out, '\n');
    }
}

/* Conditions and expressions nest; the rule compiler caps the depth. */
static void conditions(const hj_telling *t, const xmlNode *node, int depth)
{
    for (const xmlNode *c = node->children; c; c = c->next) {
        bool vilkaar = hj_told_is(c, "vilkaar");
        if (hj_told_is(c, "faktum"))
            faktum(t, c, depth);
        if (!vilkaar && !hj_told_is(c, "uttrykk"))
            continue;
        indent(t, depth);
        answer(t, hj_told(c, "utfall"));
        hj_buf_str(t->out, vilkaar ? hj_told_name(t, c, "navn") : hj_told(c, "vis"));
        if (vilkaar && hj_told_yes(c, "avgjorde"))
            hj_buf_printf(t->out, "  %s", hj_tr(t->lang, HJ_T("<- this decided")));
        cited(t, c);
        if (vilkaar)
            place(t, c);
        hj_buf_char(t->out, '\n');
        conditions(t, c, depth + 1);
    }
}

static void label(const hj_telling *t, const char *text)
{
    const char *word = hj_tr(t->lang, text);
    hj_buf_printf(t->out, "  %s: ", word);
    pad(t, word, 12);
}

/* Under one heading, a line for each child of that name. */
static void lines(const hj_telling *t, const xmlNode *node, const char *element,
                  const char *heading, hj_sentence *say)
{
    const xmlNode *first = hj_told_child(node, element);
    if (first)
        hj_buf_printf(t->out, "  %s\n", hj_tr(t->lang, heading));
    for (const xmlNode *c = first; c; c = hj_told_next(c)) {
        hj_buf_str(t->out, "    ");
        say(t, c, t->out);
        hj_buf_char(t->out, '\n');
    }
}

static void missing(const hj_telling *t, const xmlNode *m, hj_buf *out)
{
    const char *where = hj_told(m, "sti"), *rank = hj_told(m, "rang");
    const char *already = hj_told_missing(t, m);
    hj_buf_printf(out, "%s%s%s", rank, *rank ? ". " : "", hj_told_name(t, m, "faktum"));
    if (*already)
        hj_buf_printf(out, " [%s]", already);
    if (*where)
        hj_buf_printf(out, "  (%s %s)", hj_tr(t->lang, HJ_T("goes in")), where);
}

static void legal_basis(const hj_telling *t, const xmlNode *node)
{
    const xmlNode *first = hj_told_child(node, "hjemmel");
    for (const xmlNode *h = first; h; h = hj_told_next(h)) {
        const char *text = hj_told_text(t, h, "tekst", NULL);
        if (h == first)
            label(t, HJ_T("legal basis"));
        else
            hj_buf_printf(t->out, "%16s", "");
        hj_buf_str(t->out, hj_told(h, "vis"));
        if (*hj_told(h, "rolle"))
            hj_buf_printf(t->out, " (%s)", hj_told(h, "rolle"));
        if (strcmp(hj_told(h, "status"), "gjeldende") != 0)
            hj_buf_printf(t->out, " [%s]", hj_told(h, "status"));
        hj_buf_printf(t->out, "%s%s\n", *text ? ": " : "", text);
    }
}

/* That a local edition was used, and what it stands instead of. */
static void locally(const hj_telling *t, const xmlNode *node)
{
    const xmlNode *lokal = hj_told_child(node, "lokal");
    if (!lokal)
        return;
    hj_buf_str(t->out, "    ! ");
    hj_say_local(t, lokal, t->out);
    hj_buf_char(t->out, '\n');
}

static void post(const hj_telling *t, const xmlNode *p)
{
    hj_buf_printf(t->out, "\n%s  %s", hj_told_title(t, p), hj_told(p, "sti"));
    place(t, p);
    hj_buf_char(t->out, '\n');
    label(t, HJ_T("proposal"));
    hj_buf_printf(t->out, "%s  (%s %s, %s:%s)\n", hj_told_outcome(t, hj_told(p, "innstilling")),
                  hj_tr(t->lang, HJ_T("the rule")), hj_told(p, "regel"), hj_told(p, "regelfil"),
                  hj_told(p, "regellinje"));
    label(t, HJ_T("decided"));
    hj_buf_printf(t->out, "%s\n", hj_told_outcome(t, hj_told(p, "vedtak")));
    if (hj_told_yes(p, "avvik")) {
        hj_buf_str(t->out, "  ! ");
        hj_say_difference(t, p, t->out);
        hj_buf_char(t->out, '\n');
    }
    locally(t, p);
    legal_basis(t, p);
    if (hj_told_child(p, "vilkaar") || hj_told_child(p, "uttrykk")) {
        hj_buf_printf(t->out, "  %s\n", hj_tr(t->lang, HJ_T("because")));
        conditions(t, p, 2);
    }
    const xmlNode *part = hj_told_child(p, "delvis");
    if (part) {
        hj_buf_printf(t->out, "  %s: ", hj_tr(t->lang, HJ_T("only in part")));
        answer(t, hj_told(part, "utfall"));
        hj_buf_char(t->out, '\n');
        conditions(t, part, 2);
    }
    for (const xmlNode *u = hj_told_child(p, "unntak"); u; u = hj_told_next(u)) {
        hj_buf_printf(t->out, "  %s: ", hj_tr(t->lang, HJ_T("exception")));
        answer(t, hj_told(u, "gjelder"));
        hj_buf_printf(t->out, "%s  <- ", hj_told_name(t, u, "navn"));
        hj_say_exception(t, u, t->out);
        cited(t, u);
        place(t, u);
        hj_buf_char(t->out, '\n');
        conditions(t, u, 2);
    }
    lines(t, p, "mangler", HJ_T("missing, and able to change the outcome (most useful first)"),
          missing);
    lines(t, p, "ukjent", HJ_T("what was not known"), hj_say_unknown);
    lines(t, p, "endring", HJ_T("it would have come out otherwise with a small change"),
          hj_say_change);
}

static void stairs(const hj_telling *t)
{
    for (const xmlNode *s = hj_told_child(t->root, "trapp"); s; s = hj_told_next(s)) {
        hj_buf_printf(t->out, "\n%s  %s", hj_told_name(t, s, "navn"), hj_told(s, "sti"));
        place(t, s);
        hj_buf_char(t->out, '\n');
        label(t, HJ_T("lowest step"));
        hj_buf_printf(t->out, "%s", hj_told(s, "utfall"));
        cited(t, s);
        hj_buf_char(t->out, '\n');
        locally(t, s);
        for (const xmlNode *n = hj_told_child(s, "trinn"); n; n = hj_told_next(n)) {
            hj_buf_str(t->out, "    ");
            answer(t, hj_told(n, "utfall"));
            hj_buf_printf(t->out, "%s. %s  <- %s", hj_told(n, "nummer"), hj_told_name(t, n, "navn"),
                          hj_told_step(t, n));
            cited(t, n);
            place(t, n);
            hj_buf_char(t->out, '\n');
            const xmlNode *said = hj_told_child(n, "vurdering");
            if (said) {
                hj_buf_printf(t->out, "      «%s»", hj_told_text(t, n, "vurdering", NULL));
                place(t, said);
                hj_buf_char(t->out, '\n');
            }
            conditions(t, n, 4);
        }
        if (strcmp(hj_told(s, "utfall"), "ingen") == 0)
            hj_buf_printf(t->out, "  ! %s\n", hj_tr(t->lang, HJ_T("no step covers the need")));
        lines(t, s, "mangler",
              HJ_T("missing, and able to change the outcome (most useful first)"), missing);
    }
}

static void rate(const hj_telling *t, const xmlNode *s)
{
    hj_buf_printf(t->out, "    sats %s: ", hj_told(s, "navn"));
    if (*hj_told(s, "verdi"))
        hj_buf_printf(t->out, "%s %s, %s (%s)\n", hj_told(s, "verdi"), hj_told(s, "enhet"),
                      hj_told(s, "fra"), hj_told(s, "kilde"));
    else
        hj_buf_printf(t->out, "%s\n", hj_tr(t->lang, HJ_T("unknown")));
}

static void amount(const hj_telling *t, const xmlNode *a)
{
    bool known = *hj_told(a, "verdi");
    hj_buf_printf(t->out, "  %s", hj_told_name(t, a, "navn"));
    if (*hj_told(a, "for"))
        hj_buf_printf(t->out, " (%s)", hj_told(a, "for"));
    if (known)
        hj_buf_printf(t->out, ": %s %s", hj_told(a, "verdi"), hj_told(a, "enhet"));
    else
        hj_buf_printf(t->out, ": %s", hj_tr(t->lang, HJ_T("cannot be computed yet")));
    if (known && *hj_told(a, "avrunding"))
        hj_buf_printf(t->out, " (%s: %s)", hj_told(a, "avrunding"), hj_told(a, "raa"));
    cited(t, a);
    place(t, a);
    hj_buf_char(t->out, '\n');
    locally(t, a);
    for (const xmlNode *c = a->children; c; c = c->next) {
        if (hj_told_is(c, "faktum"))
            faktum(t, c, 2);
        if (hj_told_is(c, "sats"))
            rate(t, c);
        if (hj_told_is(c, "grense") && hj_told_yes(c, "gjaldt"))
            hj_buf_printf(t->out, "    %s %s\n", hj_told(c, "slag"), hj_told(c, "verdi"));
    }
    lines(t, a, "mangler", HJ_T("missing"), missing);
}

static void amounts(const hj_telling *t)
{
    const xmlNode *first = hj_told_child(t->root, "utregning");
    if (first)
        hj_buf_printf(t->out, "\n%s\n", hj_tr(t->lang, HJ_T("amounts")));
    for (const xmlNode *a = first; a; a = hj_told_next(a))
        amount(t, a);
}

static void frister(const hj_telling *t)
{
    const xmlNode *first = hj_told_child(t->root, "frist");
    if (first)
        hj_buf_printf(t->out, "\n%s\n", hj_tr(t->lang, HJ_T("deadlines")));
    for (const xmlNode *f = first; f; f = hj_told_next(f)) {
        const char *explanation = hj_told_text(t, f, "forklaring", NULL);
        hj_buf how = {0};
        hj_buf_printf(t->out, "  %s", hj_told_name(t, f, "navn"));
        if (*hj_told(f, "for"))
            hj_buf_printf(t->out, " (%s)", hj_told(f, "for"));
        hj_buf_str(t->out, ": ");
        if (*hj_told(f, "dato")) {
            hj_say_day(t, hj_told(f, "dato"), t->out);
            if (*hj_told(f, "klokkeslett"))
                hj_buf_printf(t->out, " %s", hj_told(f, "klokkeslett"));
            if (hj_told_yes(f, "anslag"))
                hj_buf_printf(t->out, " (%s)",
                              hj_tr(t->lang, HJ_T("estimated: the start is not known")));
        } else {
            hj_buf_str(t->out, hj_tr(t->lang, HJ_T("cannot be computed yet")));
        }
        const char *before = hj_tr(t->lang, HJ_T("missing"));
        for (const xmlNode *m = hj_told_child(f, "mangler"); m; m = hj_told_next(m), before = "")
            hj_buf_printf(t->out, ", %s%s%s", before, *before ? ": " : "",
                          hj_told_name(t, m, "faktum"));
        cited(t, f);
        hj_buf_char(t->out, '\n');
        locally(t, f);
        hj_say_counting(t, f, &how);
        if (how.len)
            hj_buf_printf(t->out, "    %s\n", how.data);
        if (*explanation)
            hj_buf_printf(t->out, "    %s\n", explanation);
        hj_buf_free(&how);
    }
}

static void findings(const hj_telling *t)
{
    const xmlNode *first = hj_told_child(t->root, "funn");
    if (first)
        hj_buf_printf(t->out, "\n%s\n", hj_tr(t->lang, HJ_T("checklist")));
    for (const xmlNode *f = first; f; f = hj_told_next(f)) {
        const char *level = hj_told(f, "nivaa"), *where = hj_told_text(t, f, "hvor", NULL);
        hj_buf_str(t->out, "  ");
        for (const char *p = level; *p; p++)
            hj_buf_char(t->out, *p >= 'a' && *p <= 'z' ? (char)(*p - 32) : *p);
        pad(t, level, 7);
        hj_buf_printf(t->out, "%s %s. %s", hj_told(f, "sjekkliste"), hj_told(f, "punkt"),
                      hj_told_text(t, f, "tekst", NULL));
        cited(t, f);
        place(t, f);
        hj_buf_char(t->out, '\n');
        if (*where)
            hj_buf_printf(t->out, "    %s\n", where);
        for (const xmlNode *s = hj_told_child(f, "sats"); s; s = hj_told_next(s))
            rate(t, s);
        for (const xmlNode *s = hj_told_child(f, "faktum"); s; s = hj_told_next(s))
            faktum(t, s, 2);
        locally(t, f);
    }
}

/* Each hjemmel cited anywhere, with its words, once; what stands under a post is not repeated. */
static void words_of_law(const hj_telling *t)
{
    hj_arena *arena = hj_arena_new();
    bool any = false;
    for (const xmlNode **h = hj_told_distinct(t->root, "hjemmel", "id", arena); *h; h++) {
        const char *text = hj_told_text(t, *h, "tekst", NULL);
        if (hj_told_is((*h)->parent, "post") || !*text)
            continue;
        if (!any)
            hj_buf_printf(t->out, "\n%s\n", hj_tr(t->lang, HJ_T("the words of the law")));
        any = true;
        hj_buf_printf(t->out, "  %s: %s\n", hj_told(*h, "vis"), text);
    }
    hj_arena_free(arena);
}

void hj_record_text(const hj_record *record, hj_lang lang, hj_buf *out)
{
    hj_telling t;
    if (!hj_telling_open(&t, record, lang, out))
        return;
    hj_buf_str(out, hj_tr(lang, HJ_T("The law is the one in force on ")));
    hj_say_date(hj_told(t.root, "dato"), out);
    hj_buf_str(out, ".\n");
    const xmlNode *first = hj_told_child(t.root, "post");
    for (const xmlNode *p = first; p; p = hj_told_next(p))
        post(&t, p);
    if (!first)
        hj_buf_printf(out, "\n%s\n",
                      hj_tr(lang, HJ_T("No rule applies to anything in this document.")));
    stairs(&t);
    amounts(&t);
    frister(&t);
    hj_stand_text(&t);
    findings(&t);
    words_of_law(&t);
}

void hj_record_text_part(const hj_record *record, hj_part part, const char *id, hj_lang lang,
                         hj_buf *out)
{
    hj_telling t;
    if (!hj_telling_open(&t, record, lang, out))
        return;
    if (part == HJ_PART_FRISTER)
        frister(&t);
    else if (part == HJ_PART_FUNN)
        findings(&t);
    for (const xmlNode *p = hj_told_child(t.root, "post"); p && part == HJ_PART_POST;
         p = hj_told_next(p))
        if (strcmp(hj_told(p, "id"), id) == 0)
            post(&t, p);
}
