/* The sandbox: hostile packs, at load and inside conditions. Each must end with an error that
 * names file and line within two seconds, and leave nothing behind. */
#include "law_fixture.h"

#include <time.h>

#define REGEL(cond) "regel \"r\" { hjemmel = \"h\", innvilges_naar = " cond " }\n"

/* Processor time: a loaded machine must not fail the test. */
static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

typedef struct attack {
    const char *source;
    const char *code; /* NULL: harmless, must load */
    int line; /* 0: the file is enough */
} attack;

static void expect_attack(const attack *a, const char *where)
{
    double start = seconds();
    rig r = rig_open(a->source);
    double took = seconds() - start;
    if (took > 2)
        fail_msg("%s took %.1f s: %s", where, took, a->source);
    if (!a->code && !r.base)
        fail_msg("refused: %s\n%s", a->source, r.out);
    if (a->code && (r.base || !rig_says(&r, a->code, a->line)))
        fail_msg("%s, expected %s line %d for:\n%s\ngot:\n%s", where, a->code, a->line, a->source,
                 *r.out ? r.out : "nothing");
    assert_null(strstr(r.out, ": 0x")); /* no addresses */
    rig_close(&r);
}

static const attack at_load[] = {
    /* what is not there */
    {"local x = pcall(error, 'x')", "HJ-RULES-002", 1},
    {"xpcall(function() end, function() end)", "HJ-RULES-002", 1},
    {"\nlocal c = coroutine.create(function() end)", "HJ-RULES-002", 2},
    {"load('return 1')()", "HJ-RULES-002", 1},
    {"loadstring('x')", "HJ-RULES-002", 1},
    {"dofile('/etc/passwd')", "HJ-RULES-002", 1},
    {"require 'os'", "HJ-RULES-002", 1},
    {"os.exit(3)", "HJ-RULES-002", 1},
    {"io.open('/etc/passwd')", "HJ-RULES-002", 1},
    {"debug.getregistry()", "HJ-RULES-002", 1},
    {"setmetatable({}, {})", "HJ-RULES-002", 1},
    {"getmetatable('').__index = nil", "HJ-RULES-002", 1},
    {"rawset({}, 1, 2)", "HJ-RULES-002", 1},
    {"collectgarbage('stop')", "HJ-RULES-002", 1},
    {"print('x')", "HJ-RULES-002", 1},
    {"string.rep('x', 1e9)", "HJ-RULES-002", 1},
    {"local t = table.unpack({}, 1, 1e7)", "HJ-RULES-001", 1},
    {"table.move({}, 1, 1 << 60, 2)", "HJ-RULES-011", 1},
    {"math.random()", "HJ-RULES-001", 1},
    {"utf8.char(1)", "HJ-RULES-002", 1},
    {"_G.x = 1", "HJ-RULES-002", 1},
    {"for k in pairs({}) do end", "HJ-RULES-002", 1},
    {"local x = next({})", "HJ-RULES-002", 1},
    {"local x = rawequal(1, 1)", "HJ-RULES-002", 1},
    {"warn('@on')", "HJ-RULES-002", 1},
    /* strings have no methods */
    {"local x = ('x'):rep(1e9)", "HJ-RULES-001", 1},
    {"local x = ('x'):format()", "HJ-RULES-001", 1},
    {"\n\nlocal x = ('a'):rep(30):find(('a*'):rep(15)..'b')", "HJ-RULES-001", 3},
    {"local x = ('').dump", "HJ-RULES-001", 1},
    {"local x = #('x'):gsub('.', '%0%0')", "HJ-RULES-001", 1},
    /* the environment cannot be touched */
    {"x = 1", "HJ-RULES-001", 1},
    {"function f() end", "HJ-RULES-001", 1},
    {"er = nil", "HJ-RULES-001", 1},
    {"math.floor = nil", "HJ-RULES-001", 1},
    {"table.insert = nil", "HJ-RULES-001", 1},
    {"tekst.trim = nil", "HJ-RULES-001", 1},
    {"local _ENV = {}", "HJ-RULES-011", 1},
    {"local f = ja; f = f.x", "HJ-RULES-001", 1},
    /* what the language leaves out */
    {"local function f(...) return ... end", "HJ-RULES-011", 1},
    {"goto x ::x::", "HJ-RULES-011", 1},
    {"::x:: ::y::", "HJ-RULES-011", 1},
    {"local x = 1 | (2 or 3)", "HJ-RULES-011", 1},
    {"local x = ~1", "HJ-RULES-011", 1},
    {"local x = !ja", "HJ-RULES-011", 1},
    {"if 1 != 2 then end", "HJ-RULES-011", 1},
    {"local vilkår = 1", "HJ-RULES-012", 1},
    {"local x = “tekst”", "HJ-RULES-012", 1},
    /* time */
    {"while ja do end", "HJ-RULES-006", 1},
    {"\nrepeat until nei", "HJ-RULES-006", 2},
    {"for i = 1, math.max(1e18, 1) do end", "HJ-RULES-006", 1},
    {"for i = 1, 0 do end\nlocal function f() return f() end\nf()", "HJ-RULES-006", 2},
    {"local function f() local x = f() return x end f()", "HJ-RULES-007", 1},
    {"local function f(n) if n == 0 then return end return 1, f(n - 1) end local t = { f(1e6) }", "HJ-RULES-007", 1},
    {"local function f(n) if n == 0 then return end return 1, f(n - 1) end for i = 1, 100 do local t = { f(60000) } end", "HJ-RULES-007", 1},
    {"local function g(n) return 1, (g(n)) end g(1)", "HJ-RULES-007", 1},
    {"local t = {} for i = 1, 1e9 do t[i % 1024] = i; t[(i + 1) % 1024] = nil end", "HJ-RULES-006", 1},
    {"local t = {} for i = 1, 1e9 do t['k' .. i] = i; t['k' .. (i - 1)] = nil end", "HJ-RULES-006", 1},
    {"local s = 'x' for i = 1, 17 do s = s .. s end local u = s .. '' for i = 1, 1e9 do local b = s == u .. '' end", "HJ-RULES-006", 1},
    {"local s = 'x' for i = 1, 16 do s = s .. s end local u, v = s .. 'a', s .. 'b' for i = 1, 1e9 do local b = u < v end", "HJ-RULES-006", 1},
    {"local t = {} for i = 1, 9000 do t[i] = i end for i = 1, 1e9 do table.insert(t, 1, i) end", "HJ-RULES-006", 1},
    {"local t = {} for i = 1, 9000 do t[i] = 'x' end for i = 1, 1e9 do local s = table.concat(t) end", "HJ-RULES-006", 1},
    {"local t = {} for i = 1, 9000 do t[i] = -i end for i = 1, 1e9 do t = sortert(t) end", "HJ-RULES-006", 1},
    {"local t = {} for i = 1, 9000 do t['k' .. i] = i end for i = 1, 1e9 do par(t) end", "HJ-RULES-006", 1},
    {"local s = 'a' for i = 1, 16 do s = s .. s end for i = 1, 1e9 do tekst.store(s) end", "HJ-RULES-006", 1},
    {"local s = 'a' for i = 1, 16 do s = s .. s end for i = 1, 1e9 do tekst.inneholder(s, s .. 'b') end", "HJ-RULES-006", 1},
    /* memory */
    {"local s = 'x' while ja do s = s .. s end", "HJ-RULES-005", 1},
    {"local t = {} for i = 1, 1e9 do t[i] = { i } end", NULL, 0}, /* replaced below: either budget */
    {"local t = { 'x' } while ja do t = { t, t } end", "HJ-RULES-006", 1},
    {"local t = {} for i = 1, 100 do t[i] = 'x' .. i end for i = 1, 1e9 do local s = table.concat(t, t[1]) end", "HJ-RULES-006", 1},
    /* errors that are not texts, or try to look like something else */
    {"error({})", "HJ-RULES-001", 1},
    {"error()", "HJ-RULES-001", 1},
    {"\nerror('feil.lua:99: lureri')", "HJ-RULES-001", 2},
    {"\nerror('2:99: lureri', 0)", "HJ-RULES-001", 2},
    {"assert(nei, {})", "HJ-RULES-001", 1},
    {"error('\\0\\27[2J\\r\\n]]>')", "HJ-RULES-001", 1},
    {"local s = 'x' for i = 1, 12 do s = s .. s end error(s)", "HJ-RULES-001", 1},
    {"local x = nil + 1", "HJ-RULES-001", 1},
    {"local x = {} < 1", "HJ-RULES-001", 1},
    {"local x <close> = 42", "HJ-RULES-001", 1},
    {"local x <close> = er('a')", "HJ-RULES-001", 1},
    {"for x in 5 do end", "HJ-RULES-001", 1},
    {"local x = tostring({}) .. tostring(er) error(x)", "HJ-RULES-001", 1},
    /* conditions misused as values */
    {"local x = er('a').y", "HJ-RULES-001", 1},
    {"er('a').y = 1", "HJ-RULES-001", 1},
    {"er('a')()", "HJ-RULES-001", 1},
    {"local x = #er('a')", "HJ-RULES-001", 1},
    {"local x = er('a') + 1", "HJ-RULES-001", 1},
    {"local c = er('a') for i = 1, 1e6 do c = ikke(c) end", "HJ-RULES-006", 1},
    {"local c = er('a') for i = 1, 100 do c = ikke(c) end", "HJ-RULES-039", 1},
    {"local c = er('a') for i = 1, 100 do c = alle { c, c } end", "HJ-RULES-039", 1},
    {"local f = { a0 = janei { tekst = begge 'x' } } for i = 1, 500 do f['a' .. i] = janei { tekst = begge 'x', utledet = er('a' .. (i - 1)) } end fakta(f)", "HJ-RULES-123", 0},
    {"local f = { a0 = janei { tekst = begge 'x' } } for i = 1, 40 do local n = 'a' .. (i - 1) f['a' .. i] = janei { tekst = begge 'x', utledet = alle { er(n), er(n) } } end fakta(f)", "HJ-RULES-124", 0},
    /* the parser */
    {"local x = ", "HJ-RULES-017", 1},
    {"regel \"r\" {\n hjemmel = \"h\"\n innvilges_naar = er(\"a\") }", "HJ-RULES-017", 2},
    {"x = [==[", "HJ-RULES-017", 1},
    {"local s = \"abc\n\"", "HJ-RULES-017", 1},
    {"\33Lua", "HJ-RULES-017", 0},
    {"tekst 'x' { nb = '\\u{7fffffff}', nn = 'x' }", "HJ-RULES-079", 1},
    {"tekst 'x' { nb = 'a\\0b', nn = 'x' }", "HJ-RULES-079", 1},
    {"tekst 'x' { nb = '\\255', nn = 'x' }", "HJ-RULES-079", 1},
    {"for i = 1, 1e7 do er('a') end", "HJ-RULES-006", 1},
    {"local s = 'x' for i = 1, 17 do s = s .. s end for i = 1, 1e7 do local b = begge(s) end", "HJ-RULES-006", 1},
};

static void hostile_load(void **state)
{
    (void)state;
    for (size_t i = 0; i < HJ_COUNT(at_load); i++)
        if (at_load[i].code || !strstr(at_load[i].source, "1e9"))
            expect_attack(&at_load[i], "at load");
    /* Memory or steps, whichever is spent first: both are the pack's own fault. */
    rig r = rig_open("local t = {} for i = 1, 1e9 do t[i] = { i } end");
    assert_null(r.base);
    assert_true(rig_says(&r, "HJ-RULES-005", 1) || rig_says(&r, "HJ-RULES-006", 1));
    rig_close(&r);
}

/* Sources made large on purpose: the compiler itself must not be the weapon. */
static void hostile_source(void **state)
{
    static const struct {
        const char *before, *repeat, *after, *code;
        int times;
    } big[] = {
        {"local x = ", "x and ", "x", "HJ-RULES-014", 600000},
        {"local x = ", "x or ", "x", "HJ-RULES-014", 600000},
        {"local x while x do ", "break ", "end", "HJ-RULES-014", 600000},
        {"local x if x then ", "elseif x then ", "end", "HJ-RULES-014", 250000},
        {"", "::a:: ", "", "HJ-RULES-011", 600000},
        {"local x = ", "(", "", "HJ-RULES-013", 100000},
        {"local x = ", "{", "", "HJ-RULES-013", 100000},
        {"local x = ", "- ", "1", "HJ-RULES-001", 100000},
        {"local x = ", "not ", "1", "HJ-RULES-001", 100000},
        {"local x = 'a'", " .. 'a'", "", "HJ-RULES-001", 100000},
        {"", "do ", "", "HJ-RULES-013", 100000},
        {"", "local x ", "", "HJ-RULES-017", 100000},
        {"local t = {", "a=1,", "}", "HJ-RULES-010", 100000},
        {"local x = [", "=", "", "HJ-RULES-005", 1000000},
    };
    (void)state;
    for (size_t i = 0; i < HJ_COUNT(big); i++) {
        hj_buf source = {0};
        hj_buf_str(&source, big[i].before);
        for (int k = 0; k < big[i].times; k++)
            hj_buf_str(&source, big[i].repeat);
        hj_buf_str(&source, big[i].after);
        double start = seconds();
        rig r = rig_open_bytes(source.data, source.len);
        double took = seconds() - start;
        if (took > 2 || r.base || !rig_says(&r, big[i].code, 0))
            fail_msg("%s… took %.1f s: %.300s", big[i].repeat, took, r.out);
        rig_close(&r);
        hj_buf_free(&source);
    }
}

static void bytes_that_are_not_text(void **state)
{
    static const char bytecode[] = "\33Lua\x54\0\x19\x93\r\n\x1a\n\4\x08\x08";
    static const char nul[] = "local x = 1 \0 local y = 2";
    static const char latin1[] = "-- bl\xe5\n";
    (void)state;
    rig r = rig_open_bytes(bytecode, sizeof bytecode - 1);
    assert_null(r.base);
    rig_close(&r);
    r = rig_open_bytes(nul, sizeof nul - 1);
    assert_null(r.base);
    rig_close(&r);
    r = rig_open_bytes(latin1, sizeof latin1 - 1);
    assert_true(rig_says(&r, "HJ-RULES-004", 0));
    rig_close(&r);
}

/* ---- Inside conditions ---------------------------------------------------------------------- */

static const attack in_condition[] = {
    {"while true do end", "HJ-RULES-006", 1},
    {"local s = 'x' while true do s = s .. s end", "HJ-RULES-005", 1},
    {"local t = {} for i = 1, 1e9 do t[i] = { i } end", "HJ-RULES-006", 1},
    {"local function g() local x = g() return x end return g()", "HJ-RULES-007", 1},
    {"local function g() return g() end return g()", "HJ-RULES-006", 1},
    {"return pcall(f)", "HJ-RULES-001", 1},
    {"return coroutine", "HJ-RULES-001", 1},
    {"x = 1 return ja", "HJ-RULES-001", 1},
    {"f.a = ja return ja", "HJ-RULES-001", 1},
    {"local g = f g.sats.G = 1 return ja", "HJ-RULES-001", 1},
    {"local g = f return g.sats.G > 1", "HJ-RULES-001", 1},
    {"local g = f return g.finnes_ikke", "HJ-RULES-001", 1},
    {"return f[1]", "HJ-RULES-001", 1},
    {"return f[f]", "HJ-RULES-001", 1},
    {"return f()", "HJ-RULES-001", 1},
    {"return #f > 0", "HJ-RULES-001", 1},
    {"for k in par(f) do end return ja", "HJ-RULES-001", 1},
    {"for k in ipairs(f) do end return ja", "HJ-RULES-001", 1},
    {"return er('a')", "HJ-RULES-001", 1},
    {"fakta {} return ja", "HJ-RULES-001", 1},
    {"regel 'x' {} return ja", "HJ-RULES-001", 1},
    {"tekst 'x' {} return ja", "HJ-RULES-001", 1},
    {"return ukjent", "HJ-RULES-001", 1},
    {"return ukjent()", "HJ-RULES-001", 1},
    {"return", "HJ-RULES-001", 1},
    {"return nil", "HJ-RULES-001", 1},
    {"return {}", "HJ-RULES-001", 1},
    {"return function() end", "HJ-RULES-001", 1},
    {"return 'ja'", "HJ-DECISION-011", 1},
    {"return 1", "HJ-DECISION-011", 1},
    {"return 0 / 0", "HJ-DECISION-011", 1},
    {"error({})", "HJ-RULES-001", 1},
    {"error('unknown')", "HJ-RULES-001", 1},
    {"return f.a + 1 > 0", "HJ-RULES-001", 1},
    {"return f.n < 'x'", "HJ-RULES-001", 1},
    {"return dager_mellom('x', 'y') > 0", "HJ-RULES-001", 1},
    {"return legg_til('2026-01-01', { aar = 99999 }) > ''", "HJ-RULES-001", 1},
    {"return legg_til('2026-01-01', { dager = 1e99 }) > ''", "HJ-RULES-001", 1},
    {"local t = {} t[1.5] = 1 for k in par(t) do end return table.concat({ t }) == ''", "HJ-RULES-001", 1},
    {"return sortert({ {}, {} }) == nil", "HJ-RULES-001", 1},
    {"return tekst.trim(nil) == ''", "HJ-RULES-001", 1},
    {"return ('x'):rep(3) == ''", "HJ-RULES-001", 1},
    {"return math.huge > 0", "HJ-RULES-001", 1},
    {"return tostring(f) == ''", NULL, 0},
    {"return ja", NULL, 0},
    {"local t = { 1, 2 } t[3] = 3 return #t == 3", NULL, 0},
    {"return tekst.smaa('ÆØÅ') == 'æøå' and tekst.store('šž') == 'ŠŽ'", NULL, 0},
    {"return legg_til('2026-01-31', { maaneder = 1 }) == '2026-02-28'", NULL, 0},
};

static void hostile_conditions(void **state)
{
    (void)state;
    char *clean = NULL;
    for (size_t i = 0; i < HJ_COUNT(in_condition); i++) {
        const attack *a = &in_condition[i];
        char source[600];
        snprintf(source, sizeof source,
                 "regel \"r\" { hjemmel = \"h\", innvilges_naar = er(\"a\"), gjelder = \"/sak/x\" } "
                 "regel \"s\" { gjelder = \"/sak/y\", hjemmel = \"h\", innvilges_naar = funksjon(function(f) %s end) }",
                 a->source);
        rig r = rig_open(source);
        if (!r.base)
            fail_msg("%s\n%s", a->source, r.out);
        double start = seconds();
        hj_record *record = rig_decide(&r, "", "<y a=\"ja\" n=\"3\"/>", NULL);
        double took = seconds() - start;
        if (took > 2)
            fail_msg("took %.1f s: %s", took, a->source);
        if (a->code ? record || !rig_says(&r, a->code, a->line) : !record)
            fail_msg("in a condition: %s\n%s", a->source, *r.out ? r.out : "nothing said");
        /* The next case in the same process is the same as in a fresh one. */
        record = rig_decide(&r, "", "<x a=\"ja\"/>", NULL);
        char *again = rig_mask(rig_xml(&r, record));
        if (!clean)
            clean = strdup(again);
        assert_string_equal(again, clean);
        rig_close(&r);
    }
    free(clean);
}

/* ---- State that must not leak --------------------------------------------------------------- */

static void leaks(void **state)
{
    static const struct {
        const char *before, *body;
        bool leaks; /* else: refused while running */
    } packs[] = {
        {"local antall = 0", "antall = antall + 1 return antall > 1", true},
        {"local sist", "local ny = sist == nil sist = 'x' return ny", true},
        {"local t = { 0 }", "t[1] = t[1] + 1 return ja", false},
        {"local t = { inne = { 0 } }", "t.inne[1] = 1 return ja", false},
        {"local t = {}", "t = {} return ja", true},
        {"local x = 0 local function g() x = x + 1 return ja end", "return g()", true},
        {"local h = { g = function() return ja end }", "h.g = nil return ja", false},
        {"local t = { 1 }", "table.insert(t, 2) return ja", false},
    };
    (void)state;
    for (size_t i = 0; i < HJ_COUNT(packs); i++) {
        char source[600];
        snprintf(source, sizeof source, "%s\n" REGEL("funksjon(function(f) %s end)"),
                 packs[i].before, packs[i].body);
        rig r = rig_open(source);
        if (!r.base)
            fail_msg("%s", r.out);
        for (int turn = 0; turn < 3; turn++) {
            hj_diags *diags = r.diags = hj_diags_new(r.arena, HJ_LANG_EN);
            assert_null(rig_decide(&r, "", "", NULL));
            if (!rig_says(&r, packs[i].leaks ? "HJ-RULES-015" : "HJ-RULES-001", 0))
                fail_msg("turn %d of %s: %s", turn, packs[i].body, r.out);
            assert_int_equal(diags->errors, 1);
        }
        rig_close(&r);
    }
}

/* What leaked is put back: the next case is decided as if nothing had happened. */
static void leak_is_mended(void **state)
{
    (void)state;
    rig r = rig_open("local antall = 0\n"
                     REGEL("funksjon(function(f) if f.a then antall = 5 end return antall == 0 end)"));
    for (int i = 0; i < 2; i++) {
        assert_null(rig_decide(&r, "a=\"ja\"", "", NULL));
        assert_has(rig_xml(&r, rig_decide(&r, "a=\"nei\"", "", NULL)), "innstilling=\"innvilget\"");
    }
    rig_close(&r);
}

static void frozen_tables_can_be_read(void **state)
{
    (void)state;
    rig r = rig_open("local t = { 3, 4, navn = { 'x' } } local nan = 0 / 0\n"
                     REGEL("funksjon(function(f) local sum = 0 for _, x in ipairs(t) do sum = sum + x end "
                           "for k, v in par(t) do if k == 'navn' then sum = sum + #v end end "
                           "return sum == 8 and #t == 2 and t.navn[1] == 'x' and nan ~= nan end)"));
    assert_has(rig_xml(&r, rig_decide(&r, "", "", NULL)), "innstilling=\"innvilget\"");
    rig_close(&r);
}

/* Budgets are the same every time: a function near the limit gives the same answer again. */
static void budgets_are_exact(void **state)
{
    (void)state;
    rig r = rig_open(REGEL("funksjon(function(f) local n = 0 for i = 1, 1500000 do n = n + 1 end return n > 0 end)"));
    for (int i = 0; i < 3; i++)
        assert_non_null(rig_decide(&r, "", "", NULL));
    rig_close(&r);
    r = rig_open(REGEL("funksjon(function(f) local n = 0 for i = 1, 3000000 do n = n + 1 end return n > 0 end)"));
    for (int i = 0; i < 3; i++)
        assert_null(rig_decide(&r, "", "", NULL));
    rig_close(&r);
}

/* Once the budget of a case is spent, no more Lua runs for it. */
static void spent_is_spent(void **state)
{
    (void)state;
    rig r = rig_open("regel \"r\" { hjemmel = \"h\", innvilges_naar = alle {\n"
                     " funksjon(function(f) while ja do end end),\n"
                     " funksjon(function(f) error('kjoert') end) } }");
    assert_null(rig_decide(&r, "", "", NULL));
    assert_has(r.out, "HJ-RULES-006");
    assert_has_not(r.out, "kjoert");
    rig_close(&r);
}

static void errors_are_tame(void **state)
{
    (void)state;
    rig r = rig_open("local s = '' for i = 1, 400 do s = s .. 'æ' end error(s .. '\\27')");
    assert_null(r.base);
    for (const char *p = r.out; *p; p++)
        assert_true((unsigned char)*p >= 0x20 || *p == '\n');
    assert_true(hj_utf8_valid(r.out, strlen(r.out)));
    assert_true(strlen(r.out) < 700);
    rig_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hostile_load), cmocka_unit_test(hostile_source),
        cmocka_unit_test(bytes_that_are_not_text), cmocka_unit_test(hostile_conditions),
        cmocka_unit_test(leaks), cmocka_unit_test(leak_is_mended), cmocka_unit_test(frozen_tables_can_be_read),
        cmocka_unit_test(budgets_are_exact), cmocka_unit_test(spent_is_spent),
        cmocka_unit_test(errors_are_tame)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
