/* Which branches and phrases are never reached.
 *
 * The hard idea: what stands inside something never reached is not told of by itself, or one
 * forgotten template would fill the report; it counts all the same. A phrase of a pack leaves no
 * trace of its key in a document, so its words are looked for: between its placeholders, in order.
 * Only those are counted that a document can hold: a stylesheet asks for them, or a condition
 * (egne_ord) says that caseworkers use them; others are words of explain and diff.
 * Each målform is counted for itself, because each is read by somebody. */
#include <stdlib.h>
#include <string.h>

#include "author/reach.h"
#include "rules/compiled.h"

typedef struct pack_phrase {
    const hj_tekst *text;
    char **parts[2]; /* by målform, NULL-terminated: words between placeholders, folded */
    bool told[2];
} pack_phrase;

struct hj_reach {
    hj_templates *templates;
    const hj_rulebase *base;
    hj_arena *arena;
    pack_phrase *packs;
    size_t n_packs;
};

static const char *const maalformer[] = {"nb", "nn"};

/* ---- phrases of the packs ---- */

/* White space of any kind becomes one space; a document's lines are not the text's. */
static char *plain(const char *s, size_t n, hj_arena *arena)
{
    char *out = hj_arena_alloc(arena, n + 1), *to = out;
    for (size_t i = 0; i < n; i++) {
        bool hard = i + 1 < n && (unsigned char)s[i] == 0xc2 && (unsigned char)s[i + 1] == 0xa0;
        if (hard || strchr(" \t\r\n", s[i])) {
            if (to == out || to[-1] != ' ')
                *to++ = ' ';
            i += hard;
        } else {
            *to++ = s[i];
        }
    }
    *to = 0;
    return out;
}

static char **split(const char *s, hj_arena *arena)
{
    size_t n = 1;
    for (const char *p = s; *p; p++)
        n += *p == '{';
    char **parts = HJ_ARRAY(arena, n + 1, char *);
    n = 0;
    while (*s) {
        size_t len = strcspn(s, "{");
        if (len)
            parts[n++] = plain(s, len, arena);
        s += len;
        s += strcspn(s, "}");
        s += *s == '}';
    }
    return parts;
}

static bool stands_in(const char *words, char *const *parts)
{
    if (!*parts)
        return false;
    for (; *parts; parts++) {
        const char *at = strstr(words, *parts);
        if (!at)
            return false;
        words = at + strlen(*parts);
    }
    return true;
}

/* ---- which of them documents hold ---- */

static bool in_condition(const hj_cond *c, const char *key, int depth)
{
    enum { DEEPEST = 200 };
    if (!c || depth > DEEPEST)
        return false;
    if (c->kind == HJ_EGNE_ORD && c->utover && strncmp(key, c->utover, strlen(c->utover)) == 0)
        return true;
    for (int i = 0; i < c->n; i++)
        if (in_condition(c->kids[i], key, depth + 1))
            return true;
    return false;
}

static bool used_by_people(const hj_rulebase *base, const char *key)
{
    const hj_table *t = &base->tables[HJ_SJEKKLISTE];
    for (int i = 0; i < t->n; i++)
        for (int k = 0; k < t->entries[i]->n; k++) {
            const hj_sjekkliste *list = (const hj_sjekkliste *)t->entries[i]->editions[k];
            for (int p = 0; p < list->n; p++)
                if (in_condition(list->punkter[p]->naar, key, 0)
                    || in_condition(list->punkter[p]->krav, key, 0))
                    return true;
        }
    return false;
}

hj_reach *hj_reach_new(hj_templates *templates, const hj_rulebase *base, hj_arena *arena)
{
    hj_reach *r = HJ_NEW(arena, hj_reach);
    *r = (hj_reach){.templates = templates, .base = base, .arena = arena};
    const hj_table *table = &base->tables[HJ_TEKST];
    size_t n = 0;
    for (int i = 0; i < table->n; i++)
        n += (size_t)table->entries[i]->n;
    r->packs = HJ_ARRAY(arena, n + 1, pack_phrase);
    for (int i = 0; i < table->n; i++)
        for (int k = 0; k < table->entries[i]->n; k++) {
            pack_phrase *p = &r->packs[r->n_packs++];
            p->text = (const hj_tekst *)table->entries[i]->editions[k];
            p->parts[0] = split(p->text->tekst.nb, arena);
            p->parts[1] = split(p->text->tekst.nn, arena);
        }
    hj_templates_trace(templates);
    return r;
}

void hj_reach_document(hj_reach *r, const char *words, const char *maalform)
{
    int m = strcmp(maalform, "nn") == 0;
    hj_arena *arena = hj_arena_new();
    const char *all = plain(words, strlen(words), arena);
    for (size_t i = 0; i < r->n_packs; i++)
        if (!r->packs[i].told[m])
            r->packs[i].told[m] = stands_in(all, r->packs[i].parts[m]);
    hj_arena_free(arena);
}

/* ---- the report ---- */

typedef struct count {
    unsigned long reached, all;
} count;

typedef struct teller {
    hj_lang lang;
    hj_buf *text, *members;
    int told;
} teller;

/* One finding. key: what a program calls it. */
static void tell(teller *t, const char *file, int line, const char *key, const char *says,
                 const char *what, const char *value)
{
    hj_buf_printf(t->text, "%s:%d: %s: %s", file, line, hj_tr(t->lang, says), what);
    if (*value)
        hj_buf_printf(t->text, " %s", value);
    hj_buf_char(t->text, '\n');
    hj_buf_printf(t->members, "%s\n  {\"file\": ", t->told++ ? "," : "");
    hj_buf_json(t->members, file);
    hj_buf_printf(t->members, ", \"line\": %d, \"kind\": \"%s\", \"what\": ", line, key);
    hj_buf_json(t->members, *value ? value : what);
    hj_buf_char(t->members, '}');
}

static void tell_branch(teller *t, const hj_branch *b, count *n)
{
    static const char *const names[] = {"xsl:if", "xsl:when", "xsl:otherwise", "xsl:choose",
                                        "xsl:for-each", "xsl:template"};
    const char *name = names[b->kind];
    bool otherwise = b->kind == HJ_BRANCH_NONE ? b->met > b->taken : b->taken > 0;
    n->all++;
    n->reached += otherwise;
    switch (b->kind) {
    case HJ_BRANCH_TEMPLATE:
        if (!b->taken)
            tell(t, b->file, b->line, "template", HJ_T("never used"), name, b->what);
        break;
    case HJ_BRANCH_IF:
        n->all++;
        n->reached += b->met > b->taken;
        if (b->met && !b->taken)
            tell(t, b->file, b->line, "if", HJ_T("never true"), name, b->what);
        else if (b->met && b->met == b->taken)
            tell(t, b->file, b->line, "if-not", HJ_T("never false"), name, b->what);
        break;
    case HJ_BRANCH_WHEN:
    case HJ_BRANCH_OTHERWISE:
        if (b->met && !b->taken)
            tell(t, b->file, b->line, "when", HJ_T("never chosen"), name, b->what);
        break;
    case HJ_BRANCH_NONE:
        if (b->met && b->met == b->taken)
            tell(t, b->file, b->line, "choose", HJ_T("something is always chosen"), name, b->what);
        break;
    case HJ_BRANCH_LOOP:
        if (b->met && !b->taken)
            tell(t, b->file, b->line, "for-each", HJ_T("never has anything to go through"), name,
                 b->what);
        break;
    }
}

/* What a list has not been tried with; a remark, since some lists cannot be empty. */
static void remark(teller *t, const hj_branch *b)
{
    if (b->kind != HJ_BRANCH_LOOP || !b->taken)
        return;
    const char *never = NULL;
    bool none = b->met > b->loops;
    if (!b->several && b->one)
        never = none ? HJ_T("never with several")
                     : HJ_T("never with several, never with none");
    else if (!b->one)
        never = none ? HJ_T("never with just one") : NULL;
    if (never)
        tell(t, b->file, b->line, "list", never, "xsl:for-each", b->what);
}

static void tell_phrase(teller *t, const char *file, int line, const char *key, const char *kind,
                        const bool told[2], count n[2])
{
    for (int m = 0; m < 2; m++) {
        n[m].all++;
        n[m].reached += told[m];
    }
    if (!told[0] || !told[1])
        tell(t, file, line, kind, told[0]   ? HJ_T("never told in nynorsk")
                                  : told[1] ? HJ_T("never told in bokmål")
                                            : HJ_T("never told"), key, "");
}

static void open_list(teller *t, const char *name)
{
    hj_buf_printf(t->members, ", \"%s\": [", name);
    t->told = 0;
}

static void close_list(teller *t)
{
    hj_buf_str(t->members, t->told ? "\n]" : "]");
}

static int percent(count n)
{
    return n.all ? (int)(n.reached * 100 / n.all) : 100;
}

static void write_count(hj_buf *members, const char *name, count n)
{
    hj_buf_printf(members, ", \"%s\": {\"reached\": %lu, \"of\": %lu}", name, n.reached, n.all);
}

static bool for_documents(const hj_reach *r, const char *key)
{
    return hj_templates_mention(r->templates, key) || used_by_people(r->base, key);
}

int hj_reach_report(const hj_reach *r, hj_lang lang, hj_buf *text, hj_buf *members)
{
    teller t = {.lang = lang, .text = text, .members = members};
    count branches = {0}, phrases[2] = {{0}};
    const hj_branch *b;
    hj_phrase p;
    open_list(&t, "unreached");
    for (size_t i = 0; (b = hj_branch_at(r->templates, i)); i++)
        tell_branch(&t, b, &branches);
    close_list(&t);
    open_list(&t, "untold");
    for (size_t i = 0; hj_phrase_at(r->templates, i, &p); i++)
        tell_phrase(&t, p.file, p.line, p.key, "tekst", p.told, phrases);
    for (size_t i = 0; i < r->n_packs; i++)
        if (for_documents(r, r->packs[i].text->e.name))
            tell_phrase(&t, r->packs[i].text->e.place.file, r->packs[i].text->e.place.line,
                    r->packs[i].text->e.name, "pack", r->packs[i].told, phrases);
    close_list(&t);
    open_list(&t, "lists");
    for (size_t i = 0; (b = hj_branch_at(r->templates, i)); i++)
        remark(&t, b);
    close_list(&t);
    count both = {phrases[0].reached + phrases[1].reached, phrases[0].all + phrases[1].all};
    hj_buf_printf(text, hj_tr(lang, HJ_T("branches: %lu of %lu reached (%d %%)\n")),
                  branches.reached, branches.all, percent(branches));
    hj_buf_printf(text, hj_tr(lang, HJ_T("phrases: %lu of %lu told in %s, %lu of %lu in %s (%d %%)\n")),
                  phrases[0].reached, phrases[0].all, maalformer[0], phrases[1].reached,
                  phrases[1].all, maalformer[1], percent(both));
    write_count(members, "branches", branches);
    write_count(members, "phrases_nb", phrases[0]);
    write_count(members, "phrases_nn", phrases[1]);
    return percent(branches) < percent(both) ? percent(branches) : percent(both);
}
