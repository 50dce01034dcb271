/* Definitions for the Lua language server, and luacheck's list of names: `hjemmel editor`.
 *
 * The hard idea: nothing here knows the language by heart. Tables and keys come from watching the
 * loader (survey.h), names of facts, rules and law from the packs. Only how a condition is called
 * (minst takes a number fact and a number) is said in the table below, and a word that is not in it
 * still gets a definition, one that takes anything. */
#include <stdlib.h>
#include <string.h>

#include "rules/loader.h"

static const struct signature {
    const char *word, *params, *returns;
} signatures[] = {
    {"alle", "vilkaar: hj.Betingelse[]", "hj.Betingelse"},
    {"noen", "vilkaar: hj.Betingelse[]", "hj.Betingelse"},
    {"ikke", "betingelse: hj.Betingelse", "hj.Betingelse"},
    {"er", "faktum: hj.JaNeiFaktum|hj.ValgFaktum, verdi?: boolean|string|string[]", "hj.Betingelse"},
    {"minst", "faktum: hj.TallFaktum|number, verdi?: hj.Tall", "hj.Betingelse"},
    {"hoyst", "faktum: hj.TallFaktum|number, verdi?: hj.Tall", "hj.Betingelse"},
    {"over", "faktum: hj.TallFaktum|number, verdi?: hj.Tall", "hj.Betingelse"},
    {"under", "faktum: hj.TallFaktum|number, verdi?: hj.Tall", "hj.Betingelse"},
    {"fra_til", "faktum: hj.TallFaktum|number, fra?: hj.Tall, til?: hj.Tall", "hj.Betingelse"},
    {"lik", "faktum: hj.Faktum, verdi: hj.Verdi", "hj.Betingelse"},
    {"ulik", "faktum: hj.Faktum, verdi: hj.Verdi", "hj.Betingelse"},
    {"finnes", "faktum: hj.Faktum", "hj.Betingelse"},
    {"foer", "faktum: hj.DatoFaktum, dato: hj.Verdi", "hj.Betingelse"},
    {"etter", "faktum: hj.DatoFaktum, dato: hj.Verdi", "hj.Betingelse"},
    {"eldre_enn", "faktum: hj.DatoFaktum, tid: hj.Tid, dato?: hj.DatoFaktum", "hj.Betingelse"},
    {"yngre_enn", "faktum: hj.DatoFaktum, tid: hj.Tid, dato?: hj.DatoFaktum", "hj.Betingelse"},
    {"lengde", "faktum: hj.TekstFaktum, tegn: integer", "hj.Betingelse"},
    {"inneholder", "faktum: hj.TekstFaktum, deler: string|string[]", "hj.Betingelse"},
    {"egne_ord", "faktum: hj.TekstFaktum, valg: { utover: string?, minst: integer }",
     "hj.Betingelse"},
    {"funksjon", "f: fun(f: hj.Sak): boolean", "hj.Betingelse"},
    {"faktum", "navn: hj.Faktum", "hj.Operand"},
    {"begge", "tekst: string", "hj.Begge"},
    {"type", "v: any", "string"},
    {"tostring", "v: any", "string"},
    {"tonumber", "v: any, base?: integer", "number?"},
    {"ipairs", "t: any[]", "fun(t: any[], i?: integer): integer, any"},
    {"error", "text: string", NULL},
    {"assert", "v: any, text?: string", "any"},
    {"par", "t: table", "fun(t: table, k: any): any, any"},
    {"sortert", "t: table[], felt: string", "table[]"},
    {"dager_mellom", "d1: string, d2: string", "integer"},
    {"legg_til", "d: string, tid: hj.Tid", "string"},
};

static const char *const types[] = {
    [HJ_KEY_ANY] = "any", [HJ_KEY_STRING] = "string", [HJ_KEY_NUMBER] = "number",
    [HJ_KEY_INTEGER] = "integer", [HJ_KEY_FLAG] = "boolean", [HJ_KEY_DATE] = "string",
    [HJ_KEY_MAAL] = "hj.Maaltekst|hj.Begge", [HJ_KEY_PATH] = "string",
    [HJ_KEY_CITES] = "hj.Hjemmel|table", [HJ_KEY_COND] = "hj.Betingelse|boolean",
    [HJ_KEY_STRINGS] = "string|string[]"};

static const struct signature *signature_of(const char *word)
{
    for (size_t i = 0; i < HJ_COUNT(signatures); i++)
        if (strcmp(signatures[i].word, word) == 0)
            return &signatures[i];
    return NULL;
}

/* ---- Names in the packs ---------------------------------------------------------------------- */

static void alias(hj_buf *out, const char *name, const hj_table *t, int fact_type)
{
    bool any = false;
    hj_buf_printf(out, "---@alias %s\n", name);
    for (int i = 0; i < t->n; i++) {
        if (fact_type >= 0 && (int)hj_faktum_of(t->entries[i])->decl.type != fact_type)
            continue;
        hj_buf_printf(out, "---| '%s'\n", t->entries[i]->name);
        any = true;
    }
    if (!any)
        hj_buf_str(out, "---| string\n");
    hj_buf_char(out, '\n');
}

static const char *as_lua(hj_fact_type type)
{
    return type == HJ_FACT_JANEI ? "boolean" : type == HJ_FACT_TALL ? "number" : "string";
}

/* What f.name is in a function. */
static void case_class(hj_buf *out, const hj_rulebase *base)
{
    const hj_table *facts = &base->tables[HJ_FAKTUM], *rates = &base->tables[HJ_SATS];
    hj_buf_str(out, "---@class hj.Satser\n");
    for (int i = 0; i < rates->n; i++)
        hj_buf_printf(out, "---@field %s number\n", rates->entries[i]->name);
    hj_buf_str(out, "\n---@class hj.Sak\n---@field sats hj.Satser\n");
    for (int i = 0; i < facts->n; i++) {
        const hj_faktum *f = hj_faktum_of(facts->entries[i]);
        hj_buf_printf(out, "---@field %s %s", f->decl.name, as_lua(f->decl.type));
        if (f->tekst.nb && !strchr(f->tekst.nb, '\n'))
            hj_buf_printf(out, " # %s", f->tekst.nb);
        hj_buf_char(out, '\n');
    }
    hj_buf_char(out, '\n');
}

static void names(hj_buf *out, const hj_rulebase *base)
{
    static const struct {
        const char *name;
        hj_kind kind;
        int type;
    } lists[] = {
        {"hj.Faktum", HJ_FAKTUM, -1}, {"hj.JaNeiFaktum", HJ_FAKTUM, HJ_FACT_JANEI},
        {"hj.TallFaktum", HJ_FAKTUM, HJ_FACT_TALL}, {"hj.ValgFaktum", HJ_FAKTUM, HJ_FACT_VALG},
        {"hj.DatoFaktum", HJ_FAKTUM, HJ_FACT_DATO}, {"hj.TekstFaktum", HJ_FAKTUM, HJ_FACT_TEKST},
        {"hj.Regelnavn", HJ_REGEL, -1}, {"hj.Hjemmel", HJ_HJEMMEL, -1}, {"hj.Lov", HJ_LOV, -1},
        {"hj.Satsnavn", HJ_SATS, -1}, {"hj.Fristnavn", HJ_FRIST, -1},
        {"hj.Oppslagsnavn", HJ_OPPSLAG, -1}, {"hj.Tekstnavn", HJ_TEKST, -1}};
    for (size_t i = 0; i < HJ_COUNT(lists); i++)
        alias(out, lists[i].name, &base->tables[lists[i].kind], lists[i].type);
    hj_buf_str(out, "---@class hj.Maaltekst\n---@field nb string\n---@field nn string\n\n"
                    "---@class hj.Begge\n\n---@class hj.Betingelse\n\n---@class hj.Operand\n\n"
                    "---@alias hj.Tall number|hj.Operand|hj.Betingelse\n"
                    "---@alias hj.Verdi number|string|hj.Operand|hj.Betingelse\n\n"
                    "---@class hj.Tid\n---@field aar? integer\n---@field maaneder? integer\n"
                    "---@field uker? integer\n---@field dager? integer\n\n");
}

/* ---- The language ---------------------------------------------------------------------------- */

/* Two tables may share a word (tekst: a text, and a fact that is one): the second gets a number. */
static void class_name(hj_buf *out, const hj_survey *s, int i)
{
    int before = 0;
    while (before < i && strcmp(s->forms[i - before - 1].what, s->forms[i].what) == 0)
        before++;
    hj_buf_printf(out, "hj.%s", s->forms[i].what);
    if (before)
        hj_buf_printf(out, "%d", before + 1);
}

static void classes(hj_buf *out, const hj_survey *s)
{
    for (int i = 0; i < s->n_forms; i++) {
        const hj_survey_form *f = &s->forms[i];
        hj_buf_str(out, "---@class (exact) ");
        class_name(out, s, i);
        hj_buf_char(out, '\n');
        for (int k = 0; k < f->n; k++)
            hj_buf_printf(out, "---@field %s%s %s\n", f->keys[k].name,
                          f->keys[k].required ? "" : "?", types[f->keys[k].type]);
        if (f->positional)
            hj_buf_str(out, "---@field [integer] any\n");
        hj_buf_char(out, '\n');
    }
}

static bool has_form(const hj_survey *s, const char *word)
{
    for (int i = 0; i < s->n_forms; i++)
        if (strcmp(s->forms[i].what, word) == 0)
            return true;
    return false;
}

static void form_union(hj_buf *out, const hj_survey *s, const char *word)
{
    bool first = true;
    for (int i = 0; i < s->n_forms; i++)
        if (strcmp(s->forms[i].what, word) == 0) {
            hj_buf_str(out, first ? "" : "|");
            class_name(out, s, i);
            first = false;
        }
}

static void define(hj_buf *out, const hj_survey *s, const char *word)
{
    const struct signature *g = signature_of(word);
    if (g) {
        hj_buf_printf(out, "---@type fun(%s)%s%s\n%s = nil\n\n", g->params, g->returns ? ": " : "",
                      g->returns ? g->returns : "", word);
    } else if (strcmp(word, "ja") == 0 || strcmp(word, "nei") == 0) {
        hj_buf_printf(out, "---@type boolean\n%s = %s\n\n", word,
                      *word == 'j' ? "true" : "false");
    } else if (has_form(s, word)) {
        /* regel "navn" { … }, and pakke { … }: a text gives what takes the table. */
        hj_buf_printf(out, "---@class hj.lag.%s: hj.Betingelse, hj.Operand\n---@operator call(", word);
        form_union(out, s, word);
        hj_buf_printf(out, "): any\n---@overload fun(felt: ");
        form_union(out, s, word);
        hj_buf_printf(out, "): any\n---@overload fun(navn: string): hj.lag.%s\n%s = {}\n\n", word,
                      word);
    } else {
        hj_buf_printf(out, "---@type any\n%s = nil\n\n", word);
    }
}

static void definitions(hj_buf *out, const hj_rulebase *base, const hj_survey *s)
{
    hj_buf_str(out, "---@meta\n\n");
    names(out, base);
    case_class(out, base);
    classes(out, s);
    for (size_t i = 0; i < s->n_words; i++)
        define(out, s, s->words[i]);
}

static void luacheck(hj_buf *out, const hj_survey *s)
{
    hj_buf_str(out, "stds.hjemmel = {\n  read_globals = {\n");
    for (size_t i = 0; i < s->n_words; i++) {
        bool table = strcmp(s->words[i], "tekst") == 0 || strcmp(s->words[i], "math") == 0
            || strcmp(s->words[i], "table") == 0;
        if (table)
            hj_buf_printf(out, "    [\"%s\"] = { other_fields = true },\n", s->words[i]);
        else
            hj_buf_printf(out, "    \"%s\",\n", s->words[i]);
    }
    hj_buf_str(out, "  },\n}\nstd = \"hjemmel\"\nmax_line_length = false\n"
                    "unused_args = false\nignore = { \"43./\" } -- parameters named as a word\n");
}

bool hj_rulebase_definitions(const char *const *dirs, hj_buf *lua, hj_buf *check, hj_diags *diags)
{
    hj_arena *arena = hj_arena_new();
    hj_survey s;
    hj_rulebase *base = hj_rulebase_survey(dirs, &s, arena, diags);
    if (base) {
        definitions(lua, base, &s);
        luacheck(check, &s);
    }
    hj_rulebase_free(base);
    hj_arena_free(arena);
    return base != NULL;
}
