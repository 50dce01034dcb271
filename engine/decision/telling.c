/* The record in plain words.
 *
 * The hard idea: nothing is reasoned here. The record already holds outcome, conditions, facts and
 * places; this file only gives them words, the same for paper, screen and terminal, so that the
 * explanation, the letter and the audit can never tell different stories. Words of law come from
 * the packs. */
#include <string.h>

#include "base/element.h"
#include "decision/eval.h"
#include "decision/telling.h"

bool hj_telling_open(hj_telling *t, const hj_record *record, hj_lang lang, hj_buf *out)
{
    const xmlNode *root = xmlDocGetRootElement((xmlDoc *)record->xml);
    if (!root)
        return false;
    const char *maalform = hj_told(root, "maalform");
    *t = (hj_telling){lang, *maalform ? maalform : "nb", root, out};
    return true;
}

bool hj_told_is(const xmlNode *node, const char *name)
{
    return hj_element_is(node, name);
}

const xmlNode *hj_told_child(const xmlNode *node, const char *name)
{
    return hj_element_next(node->children, name);
}

const xmlNode *hj_told_next(const xmlNode *node)
{
    return hj_element_next(node->next, (const char *)node->name);
}

const char *hj_told(const xmlNode *node, const char *name)
{
    return hj_attribute(node, name);
}

bool hj_told_yes(const xmlNode *node, const char *name)
{
    return strcmp(hj_told(node, name), "ja") == 0;
}

const char *hj_told_text(const hj_telling *t, const xmlNode *node, const char *element,
                         const char *navn)
{
    const char *any = "";
    for (const xmlNode *c = hj_told_child(node, element); c; c = hj_told_next(c)) {
        if (!c->children || !c->children->content)
            continue;
        if (navn && strcmp(hj_told(c, "navn"), navn) != 0)
            continue;
        const char *maalform = hj_told(c, "maalform");
        if (!*maalform || strcmp(maalform, t->maalform) == 0)
            return (const char *)c->children->content;
        any = *any ? any : (const char *)c->children->content;
    }
    return any;
}

const char *hj_told_name(const hj_telling *t, const xmlNode *node, const char *attribute)
{
    const char *text = hj_told_text(t, node, "tekst", NULL);
    return *text ? text : hj_told(node, attribute);
}

const char *hj_told_title(const hj_telling *t, const xmlNode *post)
{
    const char *title = hj_told_text(t, post, "egenskap", "tittel");
    return *title ? title : hj_told(post, "regel");
}

const char *hj_told_answer(const hj_telling *t, const char *utfall)
{
    return strcmp(utfall, "ja") == 0 ? hj_tr(t->lang, HJ_T("yes"))
         : strcmp(utfall, "nei") == 0 ? hj_tr(t->lang, HJ_T("no"))
         : hj_tr(t->lang, HJ_T("unknown"));
}

const char *hj_told_outcome(const hj_telling *t, const char *outcome)
{
    static const char family[] = "utfall.";
    if (!*outcome)
        return hj_tr(t->lang, HJ_T("nothing yet"));
    if (strcmp(outcome, "ukjent") == 0)
        return hj_tr(t->lang, HJ_T("unknown"));
    for (const xmlNode *n = hj_told_child(t->root, "tekst"); n; n = hj_told_next(n)) {
        const char *key = hj_told(n, "noekkel");
        if (strncmp(key, family, sizeof family - 1) == 0
            && strcmp(key + sizeof family - 1, outcome) == 0
            && strcmp(hj_told(n, "maalform"), t->maalform) == 0 && n->children)
            return (const char *)n->children->content;
    }
    return outcome;
}

typedef struct distinct {
    const char *element, *attribute;
    int n, cap;
    const xmlNode **items;
    hj_arena *arena;
} distinct;

/* A record nests no deeper than conditions do. */
static void gather(distinct *d, const xmlNode *node)
{
    for (const xmlNode *c = node->children; c; c = c->next) {
        if (c->type != XML_ELEMENT_NODE)
            continue;
        int i = hj_told_is(c, d->element) ? 0 : d->n;
        while (i < d->n && strcmp(hj_told(d->items[i], d->attribute), hj_told(c, d->attribute)))
            i++;
        if (i == d->n && hj_told_is(c, d->element))
            HJ_LIST_ADD(d->arena, d->items, d->n, d->cap, c, const xmlNode *);
        gather(d, c);
    }
}

const xmlNode **hj_told_distinct(const xmlNode *node, const char *element, const char *attribute,
                                 hj_arena *arena)
{
    distinct d = {.element = element, .attribute = attribute, .arena = arena};
    gather(&d, node);
    HJ_LIST_ADD(arena, d.items, d.n, d.cap, NULL, const xmlNode *);
    return d.items;
}

/* ---- Sentences ------------------------------------------------------------------------------ */

void hj_say_date(const char *iso, hj_buf *out)
{
    hj_date day = hj_date_parse(iso);
    if (day == HJ_DATE_NONE) {
        hj_buf_str(out, iso);
        return;
    }
    hj_ymd d = hj_date_ymd(day);
    hj_buf_printf(out, "%d.%d.%d", d.day, d.month, d.year);
}

void hj_say_day(const hj_telling *t, const char *iso, hj_buf *out)
{
    static const char *const names[] = {
        HJ_T("Monday"), HJ_T("Tuesday"), HJ_T("Wednesday"), HJ_T("Thursday"), HJ_T("Friday"),
        HJ_T("Saturday"), HJ_T("Sunday"),
    };
    hj_date day = hj_date_parse(iso);
    if (day != HJ_DATE_NONE)
        hj_buf_printf(out, "%s ", hj_tr(t->lang, names[hj_date_weekday(day) - 1]));
    hj_say_date(iso, out);
}

static const char *kind_of_unknown(const hj_telling *t, const char *known)
{
    if (strcmp(known, "ikke_relevant") == 0)
        return hj_tr(t->lang, HJ_T("unknown, stated as not relevant"));
    if (strcmp(known, "under_innhenting") == 0)
        return hj_tr(t->lang, HJ_T("unknown, being collected"));
    return hj_tr(t->lang, HJ_T("unknown, not stated"));
}

/* A value as people write it; what is a name in the packs stays as the case has it. */
static void value(const char *type, const char *s, hj_buf *out)
{
    if (strcmp(type, "dato") == 0) {
        hj_say_date(s, out);
        return;
    }
    for (; *s; s++)
        hj_buf_char(out, strcmp(type, "tall") == 0 && *s == '.' ? ',' : *s);
}

void hj_say_value(const hj_telling *t, const xmlNode *faktum, hj_buf *out)
{
    const char *known = hj_told(faktum, "kjent");
    if (!*known || strcmp(known, "ja") == 0)
        value(hj_told(faktum, "type"), hj_told(faktum, "verdi"), out);
    else
        hj_buf_str(out, kind_of_unknown(t, known));
}

static void no_matter(const hj_telling *t, int answers, const char *outcome, hj_buf *out)
{
    if (answers == 2)
        hj_buf_printf(out, hj_tr(t->lang, ", but does not matter: both answers give %s"), outcome);
    else
        hj_buf_printf(out, hj_tr(t->lang, ", but does not matter: every answer gives %s"), outcome);
}

void hj_say_unknown(const hj_telling *t, const xmlNode *ukjent, hj_buf *out)
{
    const xmlNode *first = hj_told_child(ukjent, "svar");
    bool same = true;
    int n = 0;
    for (const xmlNode *s = first; s; s = hj_told_next(s), n++)
        same &= strcmp(hj_told(s, "utfall"), hj_told(first, "utfall")) == 0;
    hj_buf_printf(out, "%s: %s", hj_told_name(t, ukjent, "faktum"),
                  kind_of_unknown(t, hj_told(ukjent, "kjent")));
    if (!hj_told_yes(ukjent, "betydning")) {
        if (first && same && strcmp(hj_told(first, "utfall"), "ukjent") != 0)
            no_matter(t, n, hj_told_outcome(t, hj_told(first, "utfall")), out);
        else
            hj_buf_str(out, hj_tr(t->lang, HJ_T(", but does not matter: the outcome does not rest on it")));
        return;
    }
    hj_buf_str(out, hj_tr(t->lang, HJ_T(", and it matters")));
    if (first && same && strcmp(hj_told(first, "utfall"), "ukjent") == 0) {
        hj_buf_str(out, hj_tr(t->lang, HJ_T(", together with something else that is missing")));
        return;
    }
    const char *before = ": ";
    for (const xmlNode *s = first; s; s = hj_told_next(s)) {
        hj_buf_str(out, before);
        hj_buf_printf(out, hj_tr(t->lang, HJ_T("%s gives %s")), hj_told(s, "verdi"),
                      hj_told_outcome(t, hj_told(s, "utfall")));
        before = ", ";
    }
}

void hj_say_change(const hj_telling *t, const xmlNode *endring, hj_buf *out)
{
    const xmlNode *first = hj_told_child(endring, "til");
    hj_buf_str(out, hj_tr(t->lang, HJ_T("Had ")));
    for (const xmlNode *c = first; c; c = hj_told_next(c)) {
        if (c != first)
            hj_buf_printf(out, " %s ", hj_tr(t->lang, HJ_T("and")));
        hj_buf_printf(out, hj_tr(t->lang, HJ_T("“%s” been %s instead of %s")),
                      hj_told_name(t, c, "faktum"), hj_told(c, "verdi"), hj_told(c, "fra"));
    }
    hj_buf_printf(out, hj_tr(t->lang, HJ_T(", the outcome would have been %s")),
                  hj_told_outcome(t, hj_told(endring, "utfall")));
}

/* What an exception gives is said by kind (ja, nei, delvis); the rule has its own words for it. */
void hj_say_exception(const hj_telling *t, const xmlNode *unntak, hj_buf *out)
{
    const xmlNode *post = unntak->parent;
    const char *without = hj_told(post, "uten_unntak"), *with = hj_told(post, "innstilling");
    if (!hj_told_yes(unntak, "gjelder")) {
        hj_buf_str(out, strcmp(hj_told(unntak, "gjelder"), "nei") == 0
                            ? hj_tr(t->lang, HJ_T("does not apply"))
                            : hj_tr(t->lang, HJ_T("it is unknown whether it applies")));
        return;
    }
    if (!hj_told_yes(unntak, "avgjorde"))
        hj_buf_str(out, hj_tr(t->lang, HJ_T("applies, but the rule gives the same without it")));
    else
        hj_buf_str(out, hj_tr(t->lang, HJ_T("applies and decides")));
    if (hj_told_yes(unntak, "avgjorde") && *without)
        hj_buf_printf(out, hj_tr(t->lang, ": %s; without it the rule gives %s"),
                      hj_told_outcome(t, with), hj_told_outcome(t, without));
}

void hj_say_difference(const hj_telling *t, const xmlNode *post, hj_buf *out)
{
    hj_buf_printf(out, hj_tr(t->lang, HJ_T("The rules propose %s, but %s was decided.")),
                  hj_told_outcome(t, hj_told(post, "innstilling")),
                  hj_told_outcome(t, hj_told(post, "vedtak")));
    const xmlNode *k = hj_told_child(post, "avvikskrav");
    if (!k) {
        hj_buf_printf(out, " %s", hj_tr(t->lang, HJ_T("The decision needs its own reasons; no checklist has looked for them.")));
        return;
    }
    for (; k; k = hj_told_next(k)) {
        hj_buf_char(out, ' ');
        const char *list = hj_told(k, "sjekkliste"), *item = hj_told(k, "punkt");
        const char *its = hj_told_yes(k, "oppfylt")
            ? hj_tr(t->lang, HJ_T("Its own reasons are there"))
            : hj_tr(t->lang, HJ_T("Its own reasons are missing"));
        hj_buf_printf(out, hj_tr(t->lang, "%s (checklist %s, item %s)"), its, list, item);
        if (*hj_told(k, "fil"))
            hj_buf_printf(out, ": %s:%s", hj_told(k, "fil"), hj_told(k, "linje"));
        hj_buf_char(out, '.');
    }
}

static void span(const hj_telling *t, const xmlNode *f, hj_buf *out)
{
    static const char *const units[][3] = {
        {"aar", HJ_T("year"), HJ_T("years")},
        {"maaneder", HJ_T("month"), HJ_T("months")},
        {"uker", HJ_T("week"), HJ_T("weeks")},
        {"dager", HJ_T("day"), HJ_T("days")},
    };
    for (size_t i = 0; i < HJ_COUNT(units); i++) {
        const char *n = hj_told(f, units[i][0]);
        if (!*n)
            continue;
        hj_buf_printf(out, " + %s %s", n, hj_tr(t->lang, units[i][strcmp(n, "1") == 0 ? 1 : 2]));
    }
}

void hj_say_counting(const hj_telling *t, const xmlNode *f, hj_buf *out)
{
    const xmlNode *fact = hj_told_child(f, "faktum");
    const char *estimate = hj_told(f, "anslag_dager");
    if (!fact || !*hj_told(f, "dato"))
        return;
    hj_buf_printf(out, "%s ", hj_tr(t->lang, HJ_T("counted from")));
    if (hj_told_yes(f, "anslag")) {
        hj_buf_str(out, hj_tr(t->lang, HJ_T("an estimate: ")));
        hj_say_date(hj_told(fact, "verdi"), out);
    } else {
        hj_say_date(hj_told(f, "fra"), out);
    }
    hj_buf_printf(out, " (%s", hj_told_name(t, fact, "navn"));
    if (*hj_told(fact, "fil"))
        hj_buf_printf(out, ", %s:%s", hj_told(fact, "fil"), hj_told(fact, "linje"));
    hj_buf_char(out, ')');
    if (hj_told_yes(f, "anslag")) {
        if (*estimate && strcmp(estimate, "0") != 0)
            hj_buf_printf(out, " + %s %s", estimate,
                          hj_tr(t->lang, strcmp(estimate, "1") == 0 ? HJ_T("day") : HJ_T("days")));
        hj_buf_str(out, " → ");
        hj_say_date(hj_told(f, "fra"), out);
    }
    span(t, f, out);
    hj_buf_str(out, " = ");
    hj_say_day(t, hj_told(f, "raa"), out);
    const xmlNode *moved = hj_told_child(f, "flyttet");
    if (!moved)
        return;
    hj_buf_printf(out, "; %s", hj_tr(t->lang, HJ_T("moved over ")));
    for (const xmlNode *m = moved; m; m = hj_told_next(m)) {
        hj_buf_printf(out, "%s%s ", m == moved ? "" : ", ", hj_told_name(t, m, "helligdag"));
        hj_say_date(hj_told(m, "dato"), out);
    }
    hj_buf_str(out, " → ");
    hj_say_day(t, hj_told(f, "dato"), out);
}

const char *hj_told_step(const hj_telling *t, const xmlNode *step)
{
    static const struct {
        const char *place, *words;
    } all[] = {{"laveste", HJ_T("the lowest that covers the need")},
               {"avvist", HJ_T("turned down")},
               {"ukjent", HJ_T("whether it covers the need is not known: the climb stops here")},
               {"hoeyere", HJ_T("above the answer")}};
    for (size_t i = 0; i < HJ_COUNT(all); i++)
        if (strcmp(hj_told(step, "plass"), all[i].place) == 0)
            return hj_tr(t->lang, all[i].words);
    return "";
}

const char *hj_told_missing(const hj_telling *t, const xmlNode *missing)
{
    const char *known = hj_told(missing, "kjent");
    return strcmp(known, "under_innhenting") == 0
        ? hj_tr(t->lang, HJ_T("being collected: not to be asked for again"))
        : strcmp(known, "ikke_relevant") == 0 ? hj_tr(t->lang, HJ_T("stated as not relevant")) : "";
}

void hj_say_local(const hj_telling *t, const xmlNode *lokal, hj_buf *out)
{
    hj_buf_printf(out, hj_tr(t->lang, HJ_T("the edition of the pack %s, instead of the one in %s")),
                  hj_told(lokal, "pakke"), hj_told(lokal, "erstatter"));
    if (*hj_told(lokal, "fil"))
        hj_buf_printf(out, " (%s:%s)", hj_told(lokal, "fil"), hj_told(lokal, "linje"));
    hj_buf_printf(out, ": %s", hj_told_text(t, lokal, "grunn", NULL));
}
