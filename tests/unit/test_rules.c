/* The loader: what is refused, where it says so, and that all of it is said at once. */
#include "law_fixture.h"

#define H "hjemmel = \"h\""
#define T "tekst = begge \"x\""

static const struct {
    const char *source, *code;
    int line;
    const char *hint; /* part of the output, or NULL */
} wrong[] = {
    /* keys and names */
    {"\nregel \"r\" { hjemel = \"h\", innvilges_naar = er(\"a\") }", "HJ-RULES-021", 2, "did you mean 'hjemmel'?"},
    {"regel \"r\" { innvilges_naar = er(\"a\") }", "HJ-RULES-027", 1, "hjemmel"},
    {"regel \"r\" { " H " }", "HJ-RULES-027", 1, "innvilges_naar"},
    {"regel \"r\" { " H ", " H ", innvilges_naar = er(\"a\") }", "HJ-RULES-010", 1, "twice"},
    {"regel \"r\" {\n " H ",\n innvilges_naar = er(\"a\"),\n " H " }", "HJ-RULES-010", 4, "line 2"},
    {"regel \"blåbær\" { " H ", innvilges_naar = er(\"a\") }", "HJ-RULES-076", 1, NULL},
    {"regel { " H ", innvilges_naar = er(\"a\") }", "HJ-RULES-076", 1, NULL},
    {"\nreggel \"r\" { " H ", innvilges_naar = er(\"a\") }", "HJ-RULES-002", 2, "did you mean 'regel'?"},
    {"\nregel \"r\"", "HJ-RULES-020", 2, "not used"},
    {"regel \"r\" { \"x\", " H ", innvilges_naar = er(\"a\") }", "HJ-RULES-025", 1, NULL},
    {"regel \"r\" { [er] = 1, " H ", innvilges_naar = er(\"a\") }", "HJ-RULES-023", 1, NULL},
    {"regel \"r\" \"s\"", "HJ-RULES-022", 1, NULL},
    {"local r = regel \"r\" r { " H ", innvilges_naar = er(\"a\") } r { " H ", innvilges_naar = er(\"a\") }", "HJ-RULES-078", 1, NULL},
    /* conditions that would vanish */
    {"local mangler\nregel \"r\" { " H ", innvilges_naar = alle { er(\"a\"), mangler, er(\"b\") } }", "HJ-RULES-024", 2, "item 2"},
    {"local mangler\nregel \"r\" { " H ", innvilges_naar = alle { er(\"a\"), mangler } }", "HJ-RULES-024", 2, "2 items are written, but 1"},
    {"local mangler\nregel \"r\" { " H ", innvilges_naar = noen {\n er(\"a\"),\n mangler,\n } }", "HJ-RULES-024", 2, NULL},
    {"regel \"r\" { " H ", innvilges_naar = alle { er(\"a\"), bor_alene, er(\"b\") } }", "HJ-RULES-002", 1, NULL},
    {"regel \"r\" { " H ", innvilges_naar = er(\"a\") and er(\"b\") }", "HJ-RULES-016", 1, "alle { a, b }"},
    {"local x = er(\"b\")\nlocal y = x and x\nregel \"r\" { " H ", innvilges_naar = er(\"a\") }", "HJ-RULES-020", 1, NULL},
    {"local x = er(\"b\")\nregel \"r\" { " H ", innvilges_naar = alle { er(\"a\") } or x }", "HJ-RULES-016", 2, NULL},
    {"regel \"r\" { " H ", innvilges_naar = er(\"a\") or er(\"b\") }", "HJ-RULES-016", 1, NULL},
    {"regel \"r\" { " H ", innvilges_naar = not er(\"a\") }", "HJ-RULES-016", 1, NULL},
    {"regel \"r\" { " H ", innvilges_naar = alle { er(\"a\") == er(\"b\") } }", "HJ-RULES-040", 1, NULL},
    {"regel \"r\" { " H ", innvilges_naar = ja }", "HJ-RULES-040", 1, NULL},
    {"regel \"r\" { " H ", innvilges_naar = function(f) return ja end }", "HJ-RULES-040", 1, "funksjon(function(f)"},
    {"regel \"r\" { " H ", innvilges_naar = alle {} }", "HJ-RULES-043", 1, NULL},
    {"regel \"r\" { " H ", innvilges_naar = alle { \"a\" } }", "HJ-RULES-040", 1, NULL},
    {"\ner(\"a\")", "HJ-RULES-020", 2, NULL},
    /* facts */
    {"regel \"r\" { " H ", innvilges_naar = er(\"aa\") }", "HJ-RULES-103", 1, NULL},
    {"fakta { bor_alene = janei { " T " } } regel \"r\" { " H ", innvilges_naar = er(\"bor_aleen\") }", "HJ-RULES-103", 1, "did you mean 'bor_alene'?"},
    {"regel \"r\" { " H ", innvilges_naar = minst(\"a\", 3) }", "HJ-RULES-105", 1, "fakta.lua"},
    {"regel \"r\" { " H ", innvilges_naar = er(\"n\") }", "HJ-RULES-105", 1, NULL},
    {"regel \"r\" { " H ", innvilges_naar = er(\"v\") }", "HJ-RULES-109", 1, NULL},
    {"regel \"r\" { " H ", innvilges_naar = er(\"v\", \"innvilga\") }", "HJ-RULES-106", 1, "did you mean \"innvilget\"?"},
    {"regel \"r\" { " H ", innvilges_naar = minst(\"n\", \"3\") }", "HJ-RULES-108", 1, NULL},
    {"regel \"r\" { " H ", innvilges_naar = minst(\"n\") }", "HJ-RULES-042", 1, NULL},
    {"regel \"r\" { " H ", innvilges_naar = minst(\"n\", faktum \"d\") }", "HJ-RULES-108", 1, NULL},
    {"regel \"r\" { " H ", innvilges_naar = foer(\"d\", \"2026-02-30\") }", "HJ-RULES-107", 1, NULL},
    {"regel \"r\" { " H ", innvilges_naar = foer(\"n\", \"2026-02-20\") }", "HJ-RULES-105", 1, NULL},
    {"regel \"r\" { " H ", innvilges_naar = fra_til(\"n\", 5, 2) }", "HJ-RULES-049", 1, NULL},
    {"regel \"r\" { " H ", innvilges_naar = lengde(\"n\", 5) }", "HJ-RULES-105", 1, NULL},
    {"regel \"r\" { " H ", innvilges_naar = egne_ord(\"t\", { utover = \"frase.\", minst = 3 }) }", "HJ-RULES-110", 1, NULL},
    {"regel \"r\" { " H ", innvilges_naar = eldre_enn(\"d\", { dagar = 3 }) }", "HJ-RULES-021", 1, "did you mean 'dager'?"},
    {"regel \"r\" { " H ", innvilges_naar = ikke(er(\"a\"), er(\"b\")) }", "HJ-RULES-044", 1, NULL},
    {"regel \"r\" { " H ", innvilges_naar = er(\"a\", ja, nei) }", "HJ-RULES-047", 1, NULL},
    {"regel \"r\" { " H ", innvilges_naar = er(a) }", "HJ-RULES-002", 1, NULL},
    {"regel \"r\" { " H ", innvilges_naar = funksjon(function(f)\n return f.a and\n f.bb end) }", "HJ-RULES-103", 3, NULL},
    {"regel \"r\" { " H ", innvilges_naar = funksjon(function(sak) if sak.a then return sak.sats.H end return sak.b end) }", "HJ-RULES-103", 1, "sats 'H'"},
    {"fakta { x = tall { " T ", utledet = function(f) return f.nn end } }", "HJ-RULES-103", 1, NULL},
    {"regel \"r\" { " H ", innvilges_naar = vilkaar \"v\" { " H ", " T ", funksjon = function(f) return f.nn end } }", "HJ-RULES-103", 1, NULL},
    {"fakta { x = janei { tekst = \"bare bokmål\" } }", "HJ-RULES-030", 1, "begge"},
    {"fakta { x = janei { tekst = { nb = \"bare bokmål\" } } }", "HJ-RULES-027", 1, "nn"},
    {"fakta { x = janei { " T ", sti = \"@a\", finnes = \"@b\" } }", "HJ-RULES-053", 1, NULL},
    {"fakta { x = tall { " T ", finnes = \"@b\" } }", "HJ-RULES-052", 1, NULL},
    {"fakta { x = valg { " T " } }", "HJ-RULES-055", 1, NULL},
    {"fakta { x = tall { " T ", min = 5, maks = 1 } }", "HJ-RULES-121", 1, NULL},
    {"fakta { x = janei { " T ", min = 5 } }", "HJ-RULES-052", 1, NULL},
    {"fakta { x = 3 }", "HJ-RULES-058", 1, NULL},
    {"fakta { dato = dato { " T " } }", "HJ-RULES-057", 1, NULL},
    {"fakta { x = janei { " T ", sti = \"//[\" } }", "HJ-FACTS-006", 1, NULL},
    {"fakta { x = janei { " T ", sti = \"s:vedtak/@utfall\" } }", "HJ-FACTS-002", 1, NULL},
    {"fakta { x = janei { " T ", sti = \"document('/etc/passwd')\" } }", "HJ-FACTS-003", 1, NULL},
    {"fakta { x = janei { " T ", sti = \"cuont(x)\" } }", "HJ-FACTS-003", 1, "did you mean 'count'?"},
    {"fakta { x = janei { " T ", sti = \"x[@y=$ukjent_navn]\" } }", "HJ-RULES-103", 1, NULL},
    {"\njanei { " T " }", "HJ-RULES-020", 2, NULL},
    {"fakta { a = janei { " T " } }", "HJ-RULES-100", 0, "stands twice"},
    {"fakta { x = janei { " T ", utledet = er(\"y\") }, y = janei { " T ", utledet = er(\"x\") } }", "HJ-RULES-111", 1, "itself"},
    {"fakta { x = janei { " T ", sti = \"z[@k=$x]\" } }", "HJ-RULES-111", 1, "itself"},
    {"regel \"r\" { " H ", innvilges_naar = regel \"s\" } regel \"s\" { " H ", innvilges_naar = regel \"r\" }", "HJ-RULES-111", 1, NULL},
    {"regel \"r\" { " H ", innvilges_naar = regel \"finnes_ikke\" }", "HJ-RULES-103", 1, NULL},
    {"regel \"r\" { " H ", innvilges_naar = avvik() }", "HJ-RULES-112", 1, NULL},
    /* law */
    {"regel \"r\" { hjemmel = \"hh\", innvilges_naar = er(\"a\") }", "HJ-RULES-103", 1, "did you mean 'h'?"},
    {"regel \"r\" { hjemmel = \"hol. § 3-2\", innvilges_naar = er(\"a\") }", "HJ-RULES-031", 1, NULL},
    {"regel \"r\" { hjemmel = \"ny\", innvilges_naar = er(\"a\") }", "HJ-RULES-104", 1, "not in force yet"},
    {"regel \"r\" { fra = \"2021-01-01\", hjemmel = \"gammel\", innvilges_naar = er(\"a\") }", "HJ-RULES-104", 1, NULL},
    {"hjemmel \"x\" { lov = \"finnes\", vis = \"x\", kilde = \"x\", status = \"gjeldende\" }", "HJ-RULES-103", 1, NULL},
    {"hjemmel \"x\" { lov = \"l.\", vis = \"x\", kilde = \"x\", status = \"ok\" }", "HJ-RULES-060", 1, NULL},
    {"hjemmel \"x\" { lov = \"l.\", vis = \"x\", status = \"gjeldende\" }", "HJ-RULES-027", 1, "kilde"},
    /* editions */
    {"regel \"r\" { " H ", innvilges_naar = er(\"a\") }\nregel \"r\" { " H ", innvilges_naar = er(\"a\") }", "HJ-RULES-101", 2, "prove.lua:1"},
    {"regel \"r\" { til = \"2026-01-01\", " H ", innvilges_naar = er(\"a\") }\nregel \"r\" { fra = \"2025-12-31\", " H ", innvilges_naar = er(\"a\") }", "HJ-RULES-101", 2, NULL},
    {"regel \"r\" { til = \"2026-01-01\", " H ", innvilges_naar = er(\"a\") }\nregel \"r\" { fra = \"2026-01-02\", " H ", innvilges_naar = er(\"a\") }", "HJ-RULES-102", 2, "2026-01-01 to 2026-01-02"},
    {"regel \"r\" { fra = \"2026-01-02\", til = \"2026-01-02\", " H ", innvilges_naar = er(\"a\") }", "HJ-RULES-029", 1, NULL},
    {"regel \"r\" { fra = \"2026-02-29\", " H ", innvilges_naar = er(\"a\") }", "HJ-RULES-026", 1, "date"},
    {"tekst \"t\" { nb = \"a\", nn = \"a\" }\ntekst \"t\" { nb = \"a\", nn = \"a\", fra = \"2026-01-01\" }", "HJ-RULES-101", 2, NULL},
    {"sats \"s\" { enhet = \"kr\", " H ", { fra = \"2026-01-01\", verdi = 1, kilde = \"x\" }, { fra = \"2025-01-01\", verdi = 1, kilde = \"x\" } }", "HJ-RULES-066", 1, NULL},
    {"sats \"s\" { enhet = \"kr\", " H ", { fra = \"2025-01-01\", til = \"2025-06-01\", verdi = 1, kilde = \"x\" }, { fra = \"2026-01-01\", verdi = 1, kilde = \"x\" } }", "HJ-RULES-067", 1, NULL},
    {"sats \"s\" { enhet = \"kr\", " H ", { verdi = 1, kilde = \"x\" } }", "HJ-RULES-065", 1, NULL},
    {"sats \"s\" { enhet = \"kr\", " H " }", "HJ-RULES-064", 1, NULL},
    {"oppslag \"o\" { { \"A\", x = 1 }, { \"A\", x = 2 } }", "HJ-RULES-118", 1, NULL},
    {"oppslag \"o\" { { \"A\", x = 1, til = \"2020-01-01\" }, { \"A\", x = 2, fra = \"2021-01-01\" } }", "HJ-RULES-119", 1, NULL},
    {"oppslag \"o\" { { x = 1 } }", "HJ-RULES-073", 1, NULL},
    {"oppslag \"o\" { { \"A\" } } regel \"r\" { " H ", oppslag = { o = \"AB\" }, innvilges_naar = er(\"a\") }", "HJ-RULES-113", 1, NULL},
    /* deadlines and holidays */
    {"frist \"f\" { " T ", " H ", uker = 4, regnes_fra = \"n\", forskyves = \"fram\" }", "HJ-RULES-116", 1, NULL},
    {"frist \"f\" { " T ", " H ", uker = 4, regnes_fra = \"d\", forskyves = \"framover\" }", "HJ-RULES-071", 1, NULL},
    {"frist \"f\" { " T ", " H ", regnes_fra = \"d\", forskyves = \"fram\" }", "HJ-RULES-072", 1, NULL},
    {"frist \"f\" { " T ", " H ", uker = 4.5, regnes_fra = \"d\", forskyves = \"fram\" }", "HJ-RULES-028", 1, NULL},
    {"frist \"f\" { " T ", " H ", uker = 4, regnes_fra = \"d\", forskyves = \"fram\", klokkeslett = \"25:00\" }", "HJ-RULES-070", 1, NULL},
    {"frist \"f\" { " T ", " H ", uker = 4, regnes_fra = \"d\", forskyves = \"fram\", gjelder = \"soeknad\" }", "HJ-RULES-114", 1, NULL},
    {"helligdag \"x\" { " T ", " H ", maaned = 2, dag = 30 }", "HJ-RULES-069", 1, NULL},
    {"helligdag \"x\" { " T ", " H ", maaned = 2 }", "HJ-RULES-068", 1, NULL},
    {"helligdag \"x\" { " T ", " H ", paaske = 1, ukedag = 2 }", "HJ-RULES-068", 1, NULL},
    {"helligdag \"x\" { " T ", " H ", ukedag = 8 }", "HJ-RULES-028", 1, NULL},
    /* the rest of a rule */
    {"regel \"r\" { " H ", gjelder = \"tjeneste\", innvilges_naar = er(\"a\") }", "HJ-RULES-114", 1, NULL},
    {"regel \"r\" { " H ", vedtak_i = \"a\", innvilges_naar = er(\"a\") }", "HJ-RULES-115", 1, NULL},
    {"regel \"r\" { " H ", vedtak_i = \"v\", utfall = { ja = \"i_tide\", nei = \"avslaatt\" }, innvilges_naar = er(\"a\") }", "HJ-RULES-106", 1, NULL},
    {"regel \"r\" { " H ", frister = { \"f\" }, innvilges_naar = er(\"a\") }", "HJ-RULES-103", 1, NULL},
    {"regel \"r\" { " H ", innvilges_naar = er(\"a\"), unntak = { er(\"b\") } }", "HJ-RULES-062", 1, NULL},
    {"regel \"r\" { " H ", innvilges_naar = er(\"a\"), unntak = { unntak \"u\" { naar = er(\"b\"), gir = 3, " H ", " T " } } }", "HJ-RULES-061", 1, NULL},
    {"regel \"r\" { " H ", innvilges_naar = er(\"a\"), unntak = {\n unntak \"u\" { naar = er(\"b\"), gir = nei, " H ", " T " },\n unntak \"u\" { naar = er(\"c\"), gir = nei, " H ", " T " } } }", "HJ-RULES-063", 3, NULL},
    {"regel \"r\" { " H ", innvilges_naar = vilkaar \"v\" { " H ", " T " } }", "HJ-RULES-046", 1, NULL},
    {"regel \"r\" { " H ", innvilges_naar = vilkaar \"v\" { " H ", " T ", er(\"a\"), er(\"b\") } }", "HJ-RULES-046", 1, NULL},
    {"regel \"r\" { " H ", innvilges_naar = vilkaar \"v\" { " T ", er(\"a\") } }", "HJ-RULES-027", 1, "hjemmel"},
    {"regel \"r\" { " H ", egenskaper = { tittel = er(\"b\") }, innvilges_naar = er(\"a\") }", "HJ-RULES-026", 1, NULL},
    /* checklists */
    {"sjekkliste \"s\" { punkt { nummer = 1, nivaa = \"stopp\", " H ", " T ", hvor = begge \"x\" } }", "HJ-RULES-027", 1, "krav"},
    {"sjekkliste \"s\" { punkt { nummer = 1, nivaa = \"stop\", krav = er(\"a\"), " H ", " T ", hvor = begge \"x\" } }", "HJ-RULES-074", 1, NULL},
    {"sjekkliste \"s\" { { nummer = 1 } }", "HJ-RULES-075", 1, NULL},
    {"sjekkliste \"s\" { punkt { nummer = 1, nivaa = \"stopp\", krav = er(\"a\"), " H ", " T ", hvor = begge \"x\" },\n punkt { nummer = 1, nivaa = \"stopp\", krav = er(\"a\"), " H ", " T ", hvor = begge \"x\" } }", "HJ-RULES-120", 2, NULL},
    /* tests */
    {"test \"x\" { sak = { a = ja }, venter = { fakta = { a = ja } } }", "HJ-RULES-092", 1, NULL},
    {"test \"x\" { dato = \"2026-01-01\", sak = { a = ja } }", "HJ-RULES-093", 1, NULL},
    {"test \"x\" { dato = \"2026-01-01\", sak = { aa = ja }, venter = { fakta = { a = ja } } }", "HJ-RULES-103", 1, NULL},
    {"test \"x\" { dato = \"2026-01-01\", sak = { a = 3 }, venter = { fakta = { a = ja } } }", "HJ-RULES-122", 1, NULL},
    {"test \"x\" { dato = \"2026-01-01\", sak = { n = 101 }, venter = { fakta = { a = ja } } }", "HJ-RULES-122", 1, NULL},
    {"test \"x\" { dato = \"2026-01-01\", sak = {}, venter = { rr = \"innvilget\" } }", "HJ-RULES-103", 1, NULL},
    {"test \"x\" { dato = \"2026-01-01\", kolonner = { \"a\", \"fakta.b\" }, rader = { { ja } } }", "HJ-RULES-094", 1, NULL},
    /* the pack */
    {"pakke { navn = \"to\", versjon = \"1\", spraakversjon = 1 }", "HJ-RULES-050", 1, NULL},
    {"dokument \"brev\" { dato = \"/brev/@dato\" }", "HJ-RULES-027", 1, "navnerom"},
    /* Lua's own words, made plain */
    {"regel \"r\" {\n " H "\n innvilges_naar = er(\"a\")\n}", "HJ-RULES-017", 2, "comma"},
    {"regel \"r\" { " H ", innvilges_naar = er(\"a\") ", "HJ-RULES-017", 1, "hint:"},
    {"local x = \"uten slutt\nx", "HJ-RULES-017", 1, "quote"},
    {"regel \"r\" { " H ", innvilges_naar = er(\"a\") } {}", "HJ-RULES-001", 1, NULL},
};

static void refused(void **state)
{
    (void)state;
    int bad = 0;
    for (size_t i = 0; i < HJ_COUNT(wrong); i++) {
        rig r = rig_open(wrong[i].source);
        if (r.base || !rig_says(&r, wrong[i].code, wrong[i].line)
            || (wrong[i].hint && !strstr(r.out, wrong[i].hint))) {
            print_error("expected %s line %d (%s) for:\n%s\ngot:\n%s\n", wrong[i].code,
                        wrong[i].line, wrong[i].hint ? wrong[i].hint : "", wrong[i].source,
                        *r.out ? r.out : "nothing");
            bad++;
        }
        rig_close(&r);
    }
    assert_int_equal(bad, 0);
}

static void all_at_once(void **state)
{
    (void)state;
    rig r = rig_open("regel \"en\" { hjemel = \"h\", innvilges_naar = er(\"aa\") }\n"
                     "regel \"to\" { hjemmel = \"x\", innvilges_naar = minst(\"a\", 1) }\n"
                     "ukjent_ord \"tre\" { }\n"
                     "frist \"fire\" { }\n");
    assert_null(r.base);
    assert_true(rig_says(&r, "HJ-RULES-021", 1));
    assert_true(rig_says(&r, "HJ-RULES-103", 1));
    assert_true(rig_says(&r, "HJ-RULES-103", 2));
    assert_true(rig_says(&r, "HJ-RULES-105", 2));
    assert_true(rig_says(&r, "HJ-RULES-002", 3));
    assert_true(rig_says(&r, "HJ-RULES-027", 4));
    rig_close(&r);
}

/* A tail call removes the helper's frame: the place is still in the pack. */
static void places(void **state)
{
    (void)state;
    rig r = rig_open("local function kort(navn)\n  return er(navn)\nend\n"
                     "regel \"r\" { " H ",\n innvilges_naar = alle {\n  kort(\"finnes_ikke\"),\n } }");
    assert_null(r.base);
    assert_true(rig_says(&r, "HJ-RULES-103", 2) || rig_says(&r, "HJ-RULES-103", 6));
    rig_close(&r);
}

static void accepted(void **state)
{
    static const char *const good[] = {
        "local hjemme = er(\"a\")\nregel \"r\" { " H ", innvilges_naar = hjemme }\nregel \"s\" { " H ", innvilges_naar = ikke(hjemme) }",
        "local function minst_to(navn) return minst(navn, 2) end regel \"r\" { " H ", innvilges_naar = minst_to(\"n\") }",
        "regel \"r\" { " H ", innvilges_naar = alle { er(\"a\"), er(\"b\"), } }",
        "regel \"r\" { " H ", innvilges_naar = alle { er(\"a\"); noen { er(\"b\"), er(\"c\") } } }",
        "for _, navn in ipairs { \"r\", \"s\" } do regel(navn) { " H ", innvilges_naar = er(\"a\") } end",
        "regel \"r\" { til = \"2026-01-01\", " H ", innvilges_naar = er(\"a\") } regel \"r\" { fra = \"2026-01-01\", " H ", innvilges_naar = er(\"b\") }",
        "local vis = \"a\" .. \"b\" tekst \"t.x-y\" { nb = vis, nn = [[to\nlinjer]] } -- { kommentar = 1, kommentar = 2 }",
        "regel \"r\" { " H ", innvilges_naar = minst(\"n\", sats \"G\") } sats \"G\" { enhet = \"kr\", " H ", { fra = \"2020-01-01\", verdi = 1.5, kilde = \"x\" } }",
        "hjemmel \"ny\" { lov = \"l.\", vis = \"x\", fra = \"2030-01-01\", kilde = \"x\", status = \"gjeldende\" }",
        "local t = { [\"a\"] = 1, b = 2, [3] = 4 }",
        "fakta { x = janei { " T ", utledet = noen { er(\"a\"), minst(\"n\", 2) } }, y = tall { " T ", utledet = function(f) return f.n * 2 end } }",
        "regel \"r\" { " H ", innvilges_naar = funksjon(function(f) local t = { g = { x = 1 } } local f2 = t.g.x "
        "for _, v in ipairs({ f.n }) do if v > 1 then return f.a end end return f.n > t.g.x and f.dato > \"2\" end) } "
        "local function helper(f) return f.noe_annet end",
        "",
        "-- bare en kommentar",
    };
    (void)state;
    for (size_t i = 0; i < HJ_COUNT(good); i++) {
        rig r = rig_open(good[i]);
        if (!r.base)
            fail_msg("%s\n%s", good[i], r.out);
        rig_close(&r);
    }
}

static void fingerprint_follows_the_bytes(void **state)
{
    (void)state;
    char first[200], again[200], other[200];
    static const char *const sources[] = {"-- a", "-- a", "-- b"};
    char *out[] = {first, again, other};
    for (int i = 0; i < 3; i++) {
        rig r = rig_open(sources[i]);
        hj_buf b = {0};
        hj_rulebase_fingerprint(r.base, true, &b);
        snprintf(out[i], sizeof first, "%s", b.data);
        hj_buf_free(&b);
        rig_close(&r);
    }
    assert_string_equal(first, again);
    assert_string_not_equal(first, other);
    assert_has(first, "pack prove 0.1.0 blake2b-256:");
    assert_int_equal(strlen(first), strlen("pack prove 0.1.0 blake2b-256:") + 64 + 1);
}

static void dump_is_stable(void **state)
{
    (void)state;
    static const char source[] =
        "regel \"r\" { " H ", gjelder = \"/sak/x\", frister = { \"f\" }, innvilges_naar = alle { er(\"a\"), minst(\"n\", 2) } }\n"
        "frist \"f\" { " T ", " H ", uker = 4, regnes_fra = \"d\", forskyves = \"fram\" }\n";
    char *text[2];
    for (int i = 0; i < 2; i++) {
        rig r = rig_open(source);
        hj_buf b = {0};
        hj_rulebase_dump(r.base, &b);
        text[i] = rig_mask(strdup(b.data));
        hj_buf_free(&b);
        rig_close(&r);
    }
    assert_string_equal(text[0], text[1]);
    assert_has(text[0], "regel r");
    assert_has(text[0], "minst(\"n\", 2)");
    assert_has(text[0], "frist f");
    free(text[0]);
    free(text[1]);
}

static void no_pack_here(void **state)
{
    (void)state;
    hj_arena *arena = hj_arena_new();
    static const char *const places_[] = {"/tmp/finnes-ikke-her", "/etc/passwd"};
    for (int i = 0; i < 2; i++) {
        hj_diags *diags = hj_diags_new(arena, HJ_LANG_EN);
        const char *dirs[] = {places_[i], NULL};
        assert_null(hj_rulebase_load(dirs, diags));
        assert_true(diags->errors > 0);
    }
    hj_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refused), cmocka_unit_test(all_at_once), cmocka_unit_test(places),
        cmocka_unit_test(accepted), cmocka_unit_test(fingerprint_follows_the_bytes),
        cmocka_unit_test(dump_is_stable), cmocka_unit_test(no_pack_here)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
