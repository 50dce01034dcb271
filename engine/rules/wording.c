/* Texts in two målformer: do they say the same, and each in its own words?
 *
 * The hard idea: nobody can check a translation by machine, but most slips leave a trace: a
 * placeholder that is only in one of them, or a word the other målform has. The words below are so
 * common, and so certainly of one målform only, that a text holding one was pasted and not written
 * (forms by Språkrådet's dictionaries). */
#include <stdlib.h>
#include <string.h>

#include "rules/loader.h"

static const char *const only_nb[] = {
    "ikke", "jeg", "hva", "hvem", "hvor", "hvordan", "hvorfor", "hvilken", "hvilke", "hvis",
    "noen", "noe", "fra", "bare", "bor", "hjemme", "hjem", "uke", "uker", "ukene",
    "måned", "måneder", "dager", "dagene", "timer", "mer", "være", "gjør", "gjøre", "kommer",
    "tjeneste", "tjenesten", "tjenester", "hjelpen", "selv", "mye", "hun", "dere", "deres", "uten",
    "bolig", "boligen", "helsen", "tryggheten", "trygghet", "mulig", "vanskelig", "trenger",
    "søker", "søkeren", "hjemmet", "sykdom", "syk",
    "dem", "ligger", "sier", "alene",
};
static const char *const only_nn[] = {
    "ikkje", "eg", "kva", "kven", "korleis", "kvifor", "nokon", "noko", "nokre",
    "ein", "eit", "frå", "berre", "bur", "heime", "heim", "veke", "veker", "månad", "månader",
    "dagar", "timar", "meir", "vere", "gjer", "gjere", "kjem", "teneste", "tenesta", "tenester",
    "hjelpa", "sjølv", "mykje", "dykk", "utan", "bustad", "bustaden", "tryggleik", "tryggleiken",
    "mogleg", "vanskeleg", "treng", "søkjer", "søkjaren", "grunngjeving", "grunngjevinga",
    "heimen", "sjukdom", "sjuk", "dei", "åleine",
};
static bool word_char(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0xc0;
}

static bool listed(const char *const *list, size_t n, const char *word)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(list[i], word) == 0)
            return true;
    return false;
}

/* The first word of the list in text, written small; NULL when there is none. */
static const char *foreign_word(const char *text, const char *const *list, size_t n, char *word,
                                size_t room)
{
    const char *p = text, *end = text + strlen(text);
    while (p < end) {
        size_t len = 0;
        bool filled = false; /* {…} is a name, not a word */
        while (p < end) {
            const char *q = p;
            uint32_t c = hj_utf8_next(&q, end);
            if (c == '{')
                filled = true;
            if (c == '}')
                filled = false;
            if (!word_char(c) || filled) {
                p = q;
                if (len)
                    break;
                if (filled)
                    while (p < end && *p != '}')
                        p++;
                continue;
            }
            if (len + 5 < room)
                len += (size_t)hj_utf8_put(hj_lower(c), word + len);
            p = q;
        }
        word[len] = 0;
        if (len && listed(list, n, word))
            return word;
    }
    return NULL;
}

/* ---- Placeholders ---------------------------------------------------------------------------- */

static bool has_placeholder(const char *text, const char *name, size_t n)
{
    for (const char *p = text; (p = strchr(p, '{')); p++)
        if (strncmp(p + 1, name, n) == 0 && p[1 + n] == '}')
            return true;
    return false;
}

static void placeholders(const char *a, const char *b, const char *what, hj_place place,
                         hj_diags *diags)
{
    for (const char *p = a; (p = strchr(p, '{')); p++) {
        size_t n = strcspn(p + 1, "}{ \n");
        if (p[1 + n] == '}' && n && !has_placeholder(b, p + 1, n))
            hj_warning(diags, "HJ-RULES-206", place,
                       "{%.*s} is not in the text in %s", (int)n, p + 1,
                       hj_tr(diags->lang, what));
    }
}

/* ---- All texts ------------------------------------------------------------------------------- */

static void check_text(const hj_maal *m, hj_place place, bool quoted, hj_diags *diags)
{
    char word[80];
    if (!place.file)
        return;
    if ((m->nb && strstr(m->nb, HJ_FILL_IN)) || (m->nn && strstr(m->nn, HJ_FILL_IN)))
        hj_warning(diags, "HJ-RULES-287", place, "a text here is still %s", HJ_FILL_IN);
    if (!m->nb || !m->nn)
        return;
    placeholders(m->nb, m->nn, HJ_T("nynorsk"), place, diags);
    placeholders(m->nn, m->nb, HJ_T("bokmål"), place, diags);
    bool same = strcmp(m->nb, m->nn) == 0;
    if (same && quoted)
        return; /* the law's own words stand as they are */
    const char *found = foreign_word(m->nn, only_nb, HJ_COUNT(only_nb), word, sizeof word);
    if (found && same)
        hj_warning(diags, "HJ-RULES-207", place,
                   "the text is the same in both målformer, but '%s' is not nynorsk", found);
    else if (found)
        hj_warning(diags, "HJ-RULES-207", place, "'%s' in the text nn is not nynorsk", found);
    if (found)
        return;
    found = foreign_word(m->nb, only_nn, HJ_COUNT(only_nn), word, sizeof word);
    if (found && same)
        hj_warning(diags, "HJ-RULES-207", place,
                   "the text is the same in both målformer, but '%s' is not bokmål", found);
    else if (found)
        hj_warning(diags, "HJ-RULES-207", place, "'%s' in the text nb is not bokmål", found);
}

static void check_cond(const hj_cond *c, hj_diags *diags, int depth)
{
    if (!c || depth > 60)
        return;
    check_text(&c->tekst, c->place, false, diags);
    for (int i = 0; i < c->n; i++)
        check_cond(c->kids[i], diags, depth + 1);
}

static void check_properties(const hj_property *list, int n, hj_place place, hj_diags *diags)
{
    for (int i = 0; i < n; i++)
        check_text(&list[i].text, place, false, diags);
}

static void check_edition(hj_kind kind, const hj_edition *e, hj_diags *diags)
{
    switch (kind) {
    case HJ_LOV: check_text(&((const hj_lov *)e)->navn, e->place, true, diags); break;
    case HJ_HJEMMEL:
        check_text(&((const hj_hjemmel *)e)->vis, e->place, true, diags);
        check_text(&((const hj_hjemmel *)e)->tekst, e->place, true, diags);
        break;
    case HJ_FAKTUM: check_text(&((const hj_faktum *)e)->tekst, e->place, false, diags); break;
    case HJ_REGEL: {
        const hj_regel *r = (const hj_regel *)e;
        check_cond(r->naar, diags, 0);
        check_properties(r->egenskaper, r->n_egenskaper, e->place, diags);
        for (int i = 0; i < r->n_unntak; i++)
            check_text(&r->unntak[i]->tekst, r->unntak[i]->place, false, diags);
        break;
    }
    case HJ_SATS: check_text(&((const hj_sats *)e)->tekst, e->place, false, diags); break;
    case HJ_FRIST:
        check_text(&((const hj_frist *)e)->tekst, e->place, false, diags);
        check_text(&((const hj_frist *)e)->forklaring, e->place, false, diags);
        break;
    case HJ_HELLIGDAG: check_text(&((const hj_helligdag *)e)->tekst, e->place, false, diags); break;
    case HJ_OPPSLAG: {
        const hj_oppslag *o = (const hj_oppslag *)e;
        for (int i = 0; i < o->n; i++)
            check_properties(o->rows[i].felt, o->rows[i].n, o->rows[i].place, diags);
        break;
    }
    case HJ_SJEKKLISTE: {
        const hj_sjekkliste *l = (const hj_sjekkliste *)e;
        for (int i = 0; i < l->n; i++) {
            check_text(&l->punkter[i]->tekst, l->punkter[i]->place, false, diags);
            check_text(&l->punkter[i]->hvor, l->punkter[i]->place, false, diags);
        }
        break;
    }
    case HJ_TEKST: check_text(&((const hj_tekst *)e)->tekst, e->place, false, diags); break;
    default: break;
    }
}

void hj_check_wording(const hj_rulebase *base, hj_diags *diags)
{
    for (int k = 0; k < HJ_KIND_COUNT; k++)
        for (int i = 0; i < base->tables[k].n; i++)
            for (int e = 0; e < base->tables[k].entries[i]->n; e++)
                check_edition(k, base->tables[k].entries[i]->editions[e], diags);
}
