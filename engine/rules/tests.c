/* Reading `test`: what is given and what is expected, one hj_test per row.
 *
 * The hard idea: a table of rows is the same as many tests. Columns and merged rows are unfolded
 * here, so that the runner knows only single tests. */
#include <stdlib.h>
#include <string.h>

#include "rules/loader.h"

static const char *const no_keys[] = {NULL};

static void add_given(loader *ld, hj_test *t, const char *name, hj_value value)
{
    hj_host_charge(ld->L, (size_t)t->n_given / 2);
    for (int i = 0; i < t->n_given; i++)
        if (strcmp(t->given[i].name, name) == 0) { /* a row lies on top of the test */
            t->given[i].value = value;
            return;
        }
    HJ_GROW_DOUBLING(ld, t->given, t->n_given, hj_given);
    t->given[t->n_given++] = (hj_given){.name = name, .value = value};
}

static hj_expect *add_expect(loader *ld, hj_test *t, int kind, const char *key)
{
    hj_host_charge(ld->L, (size_t)t->n_expect / 2);
    for (int i = 0; i < t->n_expect; i++)
        if ((int)t->expect[i].kind == kind && strcmp(t->expect[i].key, key) == 0)
            return &t->expect[i];
    HJ_GROW_DOUBLING(ld, t->expect, t->n_expect, hj_expect);
    t->expect[t->n_expect] = (hj_expect){.kind = kind, .key = key, .text = ""};
    return &t->expect[t->n_expect++];
}

/* The Lua value at i as plain text: ja, nei, ukjent, a number, a text. NULL: something else. */
static const char *plain(loader *ld, int i)
{
    lua_State *L = ld->L;
    box *b = hj_to_box(L, i);
    if (b && b->kind == BOX_UNKNOWN)
        return "ukjent";
    if (lua_isboolean(L, i))
        return lua_toboolean(L, i) ? "ja" : "nei";
    if (lua_type(L, i) == LUA_TNUMBER) {
        hj_buf number = {0};
        double v = lua_tonumber(L, i);
        hj_buf_milli(&number, v > -1e12 && v < 1e12 ? (int64_t)(v * 1000 + (v < 0 ? -0.5 : 0.5))
                                                    : 0);
        const char *text = hj_arena_strdup(ld->arena, number.data);
        hj_buf_free(&number);
        return text;
    }
    return lua_type(L, i) == LUA_TSTRING ? hj_copy(ld, i) : NULL;
}

static void give_value(loader *ld, hj_test *t, const char *name, int i)
{
    lua_State *L = ld->L;
    box *b = hj_to_box(L, i);
    hj_value v = {.known = HJ_KNOWN};
    if (b && b->kind == BOX_NOTHING)
        return; /* told */
    if (b && b->kind == BOX_UNKNOWN) {
        v.known = b->known;
    } else if (lua_isboolean(L, i)) {
        v.type = HJ_FACT_JANEI;
        v.flag = lua_toboolean(L, i);
    } else if (lua_type(L, i) == LUA_TNUMBER) {
        v.type = HJ_FACT_TALL;
        v.number = lua_tonumber(L, i);
        if (!(v.number > -1e15 && v.number < 1e15)) {
            hj_error(ld->diags, "HJ-RULES-042", t->place,
                     "%s: a number of reasonable size was expected", name);
            return;
        }
    } else if (lua_type(L, i) == LUA_TSTRING) {
        v.type = HJ_FACT_TEKST; /* valg and dato are told apart when the fact is known */
        v.text = hj_copy(ld, i);
    } else {
        hj_error(ld->diags, "HJ-RULES-090", t->place,
                 "test: the fact '%s' is given something that is not a value", name);
        return;
    }
    add_given(ld, t, name, v);
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Calls each(…, key) for every text key of the table at i, in sorted order, value on top. */
static void each_key(loader *ld, hj_test *t, int i, const char *what,
                     void (*each)(loader *, hj_test *, const char *))
{
    lua_State *L = ld->L;
    form f = hj_form(ld, i, t->place, what, NULL, NULL, false);
    int n;
    size_t count = 0;
    for (lua_pushnil(L); lua_next(L, f.t); lua_pop(L, 1))
        count += lua_type(L, -2) == LUA_TSTRING;
    const char **names = HJ_ARRAY(ld->arena, count + 1, const char *);
    n = 0;
    for (lua_pushnil(L); lua_next(L, f.t); lua_pop(L, 1))
        if (lua_type(L, -2) == LUA_TSTRING)
            names[n++] = hj_copy(ld, -2);
    qsort(names, (size_t)n, sizeof *names, by_text);
    for (int k = 0; k < n; k++) {
        lua_getfield(L, f.t, names[k]);
        each(ld, t, names[k]);
        lua_pop(L, 1);
    }
}

static void give_one(loader *ld, hj_test *t, const char *name)
{
    give_value(ld, t, name, lua_gettop(ld->L));
}

static void expect_plain(loader *ld, hj_test *t, int kind, const char *key)
{
    const char *text = plain(ld, lua_gettop(ld->L));
    const box *b = hj_to_box(ld->L, lua_gettop(ld->L));
    if (b && b->kind == BOX_NOTHING)
        return; /* told */
    if (!text)
        hj_error(ld->diags, "HJ-RULES-091", t->place, "test: venter.%s is not a value", key);
    else
        add_expect(ld, t, kind, key)->text = text;
}

static void vilkaar_one(loader *ld, hj_test *t, const char *k)
{
    expect_plain(ld, t, HJ_EXPECT_VILKAAR, k);
}

/* { "a", "b" } as a fact that is many shows it. */
static const char *joined(loader *ld, hj_test *t, const char *k)
{
    hj_buf out = {0};
    form f = hj_form(ld, -1, t->place, k, NULL, no_keys, true);
    for (int i = 1; i <= f.n; i++) {
        lua_rawgeti(ld->L, f.t, i);
        const char *one = plain(ld, lua_gettop(ld->L));
        hj_buf_printf(&out, "%s%s", i > 1 ? ", " : "", one ? one : "?");
        lua_pop(ld->L, 1);
    }
    const char *s = hj_arena_strdup(ld->arena, out.data ? out.data : "");
    hj_buf_free(&out);
    return s;
}

/* Of a fact the kind of unknown can be expected too: under_innhenting. */
static void faktum_one(loader *ld, hj_test *t, const char *k)
{
    box *b = hj_to_box(ld->L, -1);
    if (b && b->kind == BOX_UNKNOWN && b->p)
        add_expect(ld, t, HJ_EXPECT_FAKTUM, k)->text = b->p;
    else if (!b && lua_istable(ld->L, -1))
        add_expect(ld, t, HJ_EXPECT_FAKTUM, k)->text = joined(ld, t, k);
    else
        expect_plain(ld, t, HJ_EXPECT_FAKTUM, k);
}

static void raa_one(loader *ld, hj_test *t, const char *k)
{
    expect_plain(ld, t, HJ_EXPECT_RAA, k);
}

static void sats_one(loader *ld, hj_test *t, const char *k)
{
    expect_plain(ld, t, HJ_EXPECT_SATS, k);
}

static void trapp_one(loader *ld, hj_test *t, const char *k)
{
    expect_plain(ld, t, HJ_EXPECT_TRAPP, k);
}

static void trinn_one(loader *ld, hj_test *t, const char *k)
{
    expect_plain(ld, t, HJ_EXPECT_TRINN, k);
}

static void utregning_one(loader *ld, hj_test *t, const char *k)
{
    expect_plain(ld, t, HJ_EXPECT_UTREGNING, k);
}

static void tekst_one(loader *ld, hj_test *t, const char *k)
{
    expect_plain(ld, t, HJ_EXPECT_TEKST, k);
}

static void frist_one(loader *ld, hj_test *t, const char *key)
{
    static const char *const keys[] = {"dato", "raa", "anslag", NULL};
    static const int kinds[] = {HJ_EXPECT_FRIST, HJ_EXPECT_RAA, HJ_EXPECT_ANSLAG};
    lua_State *L = ld->L;
    if (!lua_istable(L, -1)) {
        expect_plain(ld, t, HJ_EXPECT_FRIST, key);
        return;
    }
    form f = hj_form(ld, -1, t->place, "frister", key, keys, false);
    for (int i = 0; i < 3; i++) {
        lua_getfield(L, f.t, keys[i]);
        if (!lua_isnil(L, -1))
            expect_plain(ld, t, kinds[i], key);
        lua_pop(L, 1);
    }
}

static void read_list(loader *ld, hj_test *t, int kind, const char *key)
{
    lua_State *L = ld->L;
    form f = hj_form(ld, -1, t->place, key, NULL, no_keys, true);
    hj_expect *e = add_expect(ld, t, kind, key);
    e->list = HJ_ARRAY(ld->arena, (size_t)f.n + 1, const char *);
    e->n = 0;
    for (int i = 1; i <= f.n; i++) {
        lua_rawgeti(L, f.t, i);
        const char *text = plain(ld, lua_gettop(L));
        e->list[e->n++] = text ? text : "?";
        lua_pop(L, 1);
    }
}

/* tilstand = "x" or { [id] = "x", … }; siden, the same. */
static void state_one(loader *ld, hj_test *t, const char *key)
{
    expect_plain(ld, t, HJ_EXPECT_TILSTAND, key);
}

static void since_one(loader *ld, hj_test *t, const char *key)
{
    expect_plain(ld, t, HJ_EXPECT_SIDEN, key);
}

static void passed_one(loader *ld, hj_test *t, const char *key)
{
    expect_plain(ld, t, HJ_EXPECT_PASSERT, key);
}

/* { { "2026-11-24", "vedtak_sendt", "saksbehandler" }, … }, added to those the test has. */
static void read_events(loader *ld, hj_test *t)
{
    lua_State *L = ld->L;
    form list = hj_form(ld, -1, t->place, "hendelser", NULL, no_keys, true);
    hj_given_event *all =
        HJ_ARRAY(ld->arena, (size_t)(t->n_hendelser + list.n) + 1, hj_given_event);
    if (t->n_hendelser)
        memcpy(all, t->hendelser, (size_t)t->n_hendelser * sizeof *all);
    for (int i = 1; i <= list.n; i++) {
        const char *cell[3] = {NULL, NULL, NULL};
        lua_rawgeti(L, list.t, i);
        form one = hj_form(ld, -1, t->place, "hendelser", NULL, no_keys, true);
        for (int k = 1; k <= one.n && k <= 3; k++) {
            lua_rawgeti(L, one.t, k);
            cell[k - 1] = lua_type(L, -1) == LUA_TSTRING ? hj_copy(ld, -1) : NULL;
            lua_pop(L, 1);
        }
        hj_date date = hj_date_parse(cell[0] ? cell[0] : "");
        if (one.n < 2 || one.n > 3 || date == HJ_DATE_NONE || !cell[1] || (one.n == 3 && !cell[2]))
            hj_error(ld->diags, "HJ-RULES-096", t->place,
                     "test '%s': item %d of hendelser must be { \"2026-11-24\", \"hendelse\" } or with a role last",
                     t->name, i);
        else
            all[t->n_hendelser++] =
                (hj_given_event){.date = date, .slag = cell[1], .rolle = cell[2]};
        lua_pop(L, 1);
    }
    t->hendelser = all;
}

static void mangler_one(loader *ld, hj_test *t, const char *key)
{
    read_list(ld, t, HJ_EXPECT_MANGLER, key);
}

static void expect_one(loader *ld, hj_test *t, const char *key)
{
    static const struct {
        const char *key;
        void (*each)(loader *, hj_test *, const char *);
    } tables[] = {{"vilkaar", vilkaar_one}, {"fakta", faktum_one}, {"frister", frist_one},
                  {"raa", raa_one}, {"satser", sats_one}, {"tekster", tekst_one},
                  {"trapper", trapp_one}, {"trinn", trinn_one}, {"utregninger", utregning_one},
                  {"passert", passed_one}},
      one_or_more[] = {{"tilstand", state_one}, {"siden", since_one}};
    static const struct {
        const char *key;
        int kind;
    } lists[] = {{"funn", HJ_EXPECT_FUNN}, {"funn_har", HJ_EXPECT_FUNN_HAR},
                 {"funn_ikke", HJ_EXPECT_FUNN_IKKE}, {"innhentes", HJ_EXPECT_INNHENTES}, {"ansvar", HJ_EXPECT_ANSVAR},
                 {"neste", HJ_EXPECT_NESTE}, {"stengt", HJ_EXPECT_STENGT},
                 {"uavklart", HJ_EXPECT_UAVKLART}, {"prosessfunn", HJ_EXPECT_PROSESSFUNN}},
      plains[] = {{"vedtak", HJ_EXPECT_VEDTAK}, {"avvik", HJ_EXPECT_AVVIK},
                  {"unntak", HJ_EXPECT_UNNTAK},
                  {"nivaa", HJ_EXPECT_NIVAA}, {"feil", HJ_EXPECT_FEIL}};
    lua_State *L = ld->L;
    for (size_t i = 0; i < HJ_COUNT(tables); i++)
        if (strcmp(key, tables[i].key) == 0) {
            each_key(ld, t, -1, key, tables[i].each);
            return;
        }
    for (size_t i = 0; i < HJ_COUNT(one_or_more); i++)
        if (strcmp(key, one_or_more[i].key) == 0) {
            if (lua_istable(L, -1))
                each_key(ld, t, -1, key, one_or_more[i].each);
            else
                one_or_more[i].each(ld, t, "");
            return;
        }
    for (size_t i = 0; i < HJ_COUNT(lists); i++)
        if (strcmp(key, lists[i].key) == 0) {
            read_list(ld, t, lists[i].kind, key);
            return;
        }
    for (size_t i = 0; i < HJ_COUNT(plains); i++)
        if (strcmp(key, plains[i].key) == 0) {
            expect_plain(ld, t, plains[i].kind, key);
            return;
        }
    if (strcmp(key, "mangler") == 0) {
        if (lua_istable(L, -1) && lua_rawlen(L, -1) == 0) {
            lua_pushnil(L);
            if (lua_next(L, -2)) {
                lua_pop(L, 2);
                each_key(ld, t, -1, key, mangler_one);
                return;
            }
        }
        read_list(ld, t, HJ_EXPECT_MANGLER, "");
        return;
    }
    expect_plain(ld, t, HJ_EXPECT_RESULT, key);
}

static void property_one(loader *ld, hj_test *t, const char *key)
{
    const char *text = plain(ld, lua_gettop(ld->L));
    const char **more = HJ_ARRAY(ld->arena, (size_t)t->n_tenkt_regel + 3, const char *);
    if (!text)
        hj_error(ld->diags, "HJ-RULES-096", t->place, "test: regel.%s is not a value", key);
    if (t->n_tenkt_regel)
        memcpy(more, t->tenkt_regel, (size_t)t->n_tenkt_regel * sizeof *more);
    more[t->n_tenkt_regel++] = key;
    more[t->n_tenkt_regel++] = text ? text : "";
    t->tenkt_regel = more;
}

/* regel = { regime = "C" }: some rule applies, with these properties. regel = nei: none does.
 * regel_ved: the same for another node, the one the path of egenskap or har_regel leads to. */
static void read_rule(form *f, hj_test *t, const char *key)
{
    loader *ld = f->ld;
    lua_State *L = ld->L;
    lua_getfield(L, f->t, key);
    if (!lua_isnil(L, -1)) {
        t->tenkt_ved = strcmp(key, "regel_ved") == 0;
        t->n_tenkt_regel = 0;
        t->ingen_regel = lua_isboolean(L, -1) && !lua_toboolean(L, -1);
        t->tenkt_regel = t->ingen_regel ? NULL : HJ_ARRAY(ld->arena, 1, const char *);
        if (lua_istable(L, -1))
            each_key(ld, t, -1, "regel", property_one);
        else if (!t->ingen_regel)
            hj_error(ld->diags, "HJ-RULES-097", t->place,
                     "test: regel is nei, or the properties of a rule: regel = { regime = \"A\" }");
    }
    lua_pop(L, 1);
}

/* sak, regel, venter, dato, navn of the table at t; used for the test and for each row. */
static void read_part(form *f, hj_test *t)
{
    loader *ld = f->ld;
    lua_State *L = ld->L;
    int told = ld->diags->errors;
    hj_date date = hj_form_date(f, "dato");
    ld->bad_date |= ld->diags->errors > told;
    if (date != HJ_DATE_NONE)
        t->date = date;
    lua_getfield(L, f->t, "sak");
    if (!lua_isnil(L, -1))
        each_key(ld, t, -1, "sak", give_one);
    lua_pop(L, 1);
    read_rule(f, t, "regel");
    read_rule(f, t, "regel_ved");
    lua_getfield(L, f->t, "hendelser");
    if (!lua_isnil(L, -1))
        read_events(ld, t);
    lua_pop(L, 1);
    lua_getfield(L, f->t, "venter");
    if (!lua_isnil(L, -1))
        each_key(ld, t, -1, "venter", expect_one);
    lua_pop(L, 1);
}

static void cell(loader *ld, hj_test *t, const char *column)
{
    static const struct {
        const char *prefix;
        void (*each)(loader *, hj_test *, const char *);
    } groups[] = {{"venter.", expect_one}, {"frister.", frist_one}, {"raa.", raa_one},
                  {"fakta.", faktum_one}, {"tekster.", tekst_one}, {"trapper.", trapp_one},
                  {"utregninger.", utregning_one}};
    lua_State *L = ld->L;
    for (size_t i = 0; i < HJ_COUNT(groups); i++)
        if (strncmp(column, groups[i].prefix, strlen(groups[i].prefix)) == 0) {
            groups[i].each(ld, t, column + strlen(groups[i].prefix));
            return;
        }
    if (strcmp(column, "dato") == 0) {
        const char *text = plain(ld, lua_gettop(L));
        t->date = hj_date_parse(text ? text : "");
        if (t->date == HJ_DATE_NONE)
            hj_error(ld->diags, "HJ-RULES-026", t->place, "'%s': '%s' must be %s", "test", "dato",
                     hj_tr(ld->diags->lang, HJ_T("a date that exists, as \"2026-11-24\"")));
        return;
    }
    if (strcmp(column, "hendelser") == 0) {
        read_events(ld, t);
        return;
    }
    if (strcmp(column, "navn") == 0) {
        const char *text = plain(ld, lua_gettop(L));
        t->name = hj_arena_printf(ld->arena, "%s: %s", t->name, text ? text : "?");
        return;
    }
    give_value(ld, t, column, lua_gettop(L));
}

static hj_test *copy_test(loader *ld, const hj_test *from)
{
    hj_test *t = HJ_NEW(ld->arena, hj_test);
    *t = *from;
    hj_host_charge(ld->L, 20 + 4 * (size_t)(t->n_given + t->n_expect));
    /* Twice the room: what is added grows at the powers of two. */
    t->given = HJ_ARRAY(ld->arena, 2 * (size_t)t->n_given + 1, hj_given);
    if (t->n_given)
        memcpy(t->given, from->given, (size_t)t->n_given * sizeof *t->given);
    t->expect = HJ_ARRAY(ld->arena, 2 * (size_t)t->n_expect + 1, hj_expect);
    if (t->n_expect)
        memcpy(t->expect, from->expect, (size_t)t->n_expect * sizeof *t->expect);
    return t;
}

static void add_test(loader *ld, hj_test *t)
{
    hj_rulebase *base = ld->base;
    if (!t->dokument && t->date == HJ_DATE_NONE && !ld->bad_date)
        hj_error(ld->diags, "HJ-RULES-092", t->place, "test '%s' has no dato", t->name);
    bool imagined = t->tenkt_regel || t->ingen_regel, named = t->dokument;
    for (int i = 0; i < t->n_expect; i++)
        named |= t->expect[i].kind == HJ_EXPECT_RESULT || t->expect[i].kind == HJ_EXPECT_VILKAAR;
    if (imagined && !t->tenkt_ved && named)
        hj_error(ld->diags, "HJ-RULES-098", t->place,
                 "test '%s' says which rule applies twice: by regel, and by a dokument or a rule in "
                 "venter", t->name);
    if (t->n_hendelser && !t->prosess)
        hj_error(ld->diags, "HJ-RULES-189", t->place,
                 "test '%s' has hendelser, but does not say which prosess they belong to", t->name);
    if (base->pakker[ld->pack].gjelder_naar)
        t->pakke = base->pakker[ld->pack].navn;
    if (!t->n_expect)
        hj_error(ld->diags, "HJ-RULES-093", t->place, "test '%s' expects nothing", t->name);
    HJ_GROW(ld, base->tests, base->n_tests, ld->cap_tests, hj_test *);
    base->tests[base->n_tests++] = t;
}

static void read_rows(form *f, hj_test *base)
{
    static const char *const row_keys[] = {"navn", "dato", "sak", "regel", "regel_ved", "hendelser",
                                           "venter", NULL};
    loader *ld = f->ld;
    lua_State *L = ld->L;
    int n_columns;
    const char **columns = hj_form_strings(f, "kolonner", &n_columns);
    lua_getfield(L, f->t, "rader");
    form rows = hj_form(ld, -1, base->place, "rader", NULL, no_keys, true);
    for (int i = 1; i <= rows.n; i++) {
        lua_rawgeti(L, rows.t, i);
        hj_test *t = copy_test(ld, base);
        if (n_columns) {
            form row = hj_form(ld, -1, base->place, "rader", NULL, no_keys, true);
            if (row.n != n_columns)
                hj_error(ld->diags, "HJ-RULES-094", base->place,
                         "test '%s': row %d has %d values for %d columns", base->name, i, row.n,
                         n_columns);
            t->name = hj_arena_printf(ld->arena, "%s (%d)", base->name, i);
            for (int c = 0; c < n_columns && c < row.n; c++) {
                lua_rawgeti(L, row.t, c + 1);
                cell(ld, t, columns[c]);
                lua_pop(L, 1);
            }
        } else {
            form row = hj_form(ld, -1, base->place, "rader", NULL, row_keys, false);
            const char *name = hj_form_string(&row, "navn", false);
            t->name = name ? hj_arena_printf(ld->arena, "%s: %s", base->name, name)
                           : hj_arena_printf(ld->arena, "%s (%d)", base->name, i);
            read_part(&row, t);
        }
        add_test(ld, t);
        lua_settop(L, rows.t);
    }
    lua_pop(L, 1);
}

hj_test *hj_test_read(loader *ld, int at, const char *name, hj_place place)
{
    static const char *const keys[] = {"dato", "sak", "regel", "regel_ved", "dokument", "kommune",
                                       "sjekkliste", "prosess", "hendelser",
                                       "venter", "kolonner", "rader", NULL};
    lua_State *L = ld->L;
    form f = hj_form(ld, at, place, "test", name, keys, false);
    ld->bad_date = false;
    hj_test *t = HJ_NEW(ld->arena, hj_test);
    t->name = name;
    t->place = place;
    t->date = HJ_DATE_NONE;
    const char *path = hj_form_string(&f, "dokument", false);
    t->dokument = path ? hj_path_join(ld->arena, ld->dir, path) : NULL;
    path = hj_form_string(&f, "kommune", false);
    t->kommune = path ? hj_path_join(ld->arena, ld->dir, path) : NULL;
    int n;
    t->sjekklister = hj_form_strings(&f, "sjekkliste", &n);
    t->prosess = hj_form_string(&f, "prosess", false);
    read_part(&f, t);
    if (t->n_hendelser && t->dokument)
        hj_error(ld->diags, "HJ-RULES-097", place,
                 "test '%s' has both hendelser and dokument; the document has its own", name);
    if (t->dokument && t->n_given)
        hj_error(ld->diags, "HJ-RULES-095", place,
                 "test '%s' has both sak and dokument; choose one", name);
    lua_getfield(L, f.t, "rader");
    bool rows = !lua_isnil(L, -1);
    lua_pop(L, 1);
    if (rows)
        read_rows(&f, t);
    else
        add_test(ld, t);
    return t;
}

/* ---- Checking -------------------------------------------------------------------------------- */

static void check_given(loader *ld, const hj_test *t, hj_given *g)
{
    const hj_faktum *f = hj_fact_of(ld, g->name, t->place, &g->fact);
    if (!f)
        return;
    hj_value *v = &g->value;
    if (v->known != HJ_KNOWN) {
        v->type = f->decl.type;
        return;
    }
    hj_fact_type type = f->decl.type;
    bool ok = v->type == type;
    if (v->type == HJ_FACT_TEKST && type == HJ_FACT_VALG) {
        v->type = type;
        hj_choice(ld, f, v->text, t->place);
        ok = true;
    } else if (v->type == HJ_FACT_TEKST && type == HJ_FACT_DATO) {
        v->type = type;
        v->date = hj_date_parse(v->text);
        ok = v->date != HJ_DATE_NONE;
    }
    if (ok && type == HJ_FACT_TALL)
        ok = !(f->decl.has_min && v->number < f->decl.min)
            && !(f->decl.has_max && v->number > f->decl.max);
    if (!ok) {
        hj_error(ld->diags, "HJ-RULES-122", t->place,
                 "test '%s': the value given to '%s' (%s) does not fit", t->name, g->name,
                 hj_fact_type_name(type));
        if (type == HJ_FACT_JANEI)
            hj_hint(ld->diags, "ja and nei stand without quotes");
        hj_hint(ld->diags, "the fact is declared at %s", hj_show_place(ld, f->e.place));
    }
}

static void check_expected_step(loader *ld, const hj_test *t, const hj_expect *e)
{
    const hj_entry *stair = hj_find_named(ld, HJ_TRAPP, e->key, t->place), *ignored;
    if (stair && strcmp(e->text, "ukjent") != 0)
        hj_choice(ld, hj_fact_of(ld, hj_arena_printf(ld->arena, "trapp.%s", e->key), t->place,
                                 &ignored), e->text, t->place);
}

/* An outcome no edition of the rule gives can only be a slip. In a document the key may be the id
 * of a node. */
static void check_expected_outcome(loader *ld, const hj_test *t, const hj_expect *e)
{
    const hj_entry *rule = t->dokument ? hj_rulebase_find(ld->base, HJ_REGEL, e->key)
                                       : hj_find_named(ld, HJ_REGEL, e->key, t->place);
    const char **words = HJ_ARRAY(ld->arena, rule ? (size_t)rule->n * 4 + 1 : 1, const char *);
    size_t n = 0;
    for (int i = 0; rule && i < rule->n; i++)
        for (int g = 0; g < 4; g++) {
            words[n] = ((const hj_regel *)rule->editions[i])->utfall[g];
            if (!words[n])
                continue;
            if (strcmp(words[n++], e->text) == 0)
                return;
        }
    if (!rule)
        return;
    const char *near = hj_nearest(e->text, words, n);
    hj_error(ld->diags, "HJ-RULES-125", t->place, "test: the rule '%s' never gives '%s'", e->key,
             e->text);
    if (near)
        hj_hint(ld->diags, "did you mean '%s'?", near);
}

void hj_check_tests(loader *ld)
{
    for (int i = 0; i < ld->base->n_tests; i++) {
        hj_test *t = ld->base->tests[i];
        for (int k = 0; k < t->n_given; k++)
            check_given(ld, t, &t->given[k]);
        for (int k = 0; k < t->n_expect; k++) {
            hj_expect *e = &t->expect[k];
            const hj_entry *ignored;
            switch (e->kind) {
            case HJ_EXPECT_RESULT:
                check_expected_outcome(ld, t, e);
                break;
            case HJ_EXPECT_FAKTUM: hj_fact_of(ld, e->key, t->place, &ignored); break;
            case HJ_EXPECT_FRIST:
            case HJ_EXPECT_RAA:
            case HJ_EXPECT_ANSLAG:
                if (!t->dokument)
                    hj_find_named(ld, HJ_FRIST, e->key, t->place);
                break;
            case HJ_EXPECT_TRAPP: check_expected_step(ld, t, e); break;
            case HJ_EXPECT_UTREGNING: hj_find_named(ld, HJ_UTREGNING, e->key, t->place); break;
            case HJ_EXPECT_SATS: hj_find_named(ld, HJ_SATS, e->key, t->place); break;
            case HJ_EXPECT_TEKST: hj_find_named(ld, HJ_TEKST, e->key, t->place); break;
            case HJ_EXPECT_INNHENTES:
            case HJ_EXPECT_MANGLER:
                for (int m = 0; m < e->n; m++)
                    hj_fact_of(ld, e->list[m], t->place, &ignored);
                break;
            default: break;
            }
        }
        hj_check_process_test(ld, t);
        for (int k = 0; t->sjekklister && t->sjekklister[k]; k++)
            hj_find_named(ld, HJ_SJEKKLISTE, t->sjekklister[k], t->place);
    }
}
