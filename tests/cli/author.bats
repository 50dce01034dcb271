# What the tests of a pack are worth: coverage, mutants, JUnit XML.
load common

# A pack of one rule with three leaves, and the tests given on stdin.
pack() {
    mkdir -p regler
    cat >regler/pakke.lua <<'LUA'
pakke { navn = "proeve", versjon = "1.0.0", spraakversjon = 1 }
LUA
    cat >regler/regel.lua <<'LUA'
lov "lov" { navn = { nb = "loven", nn = "lova" }, id = "LOV-2000-01-01-1" }
hjemmel "lov_1" { lov = "lov", paragraf = "1", fra = "2000-01-01", vis = { nb = "loven § 1", nn = "lova § 1" },
  tekst = { nb = "Hjelp gis.", nn = "Hjelp blir gitt." }, kilde = "proeve", status = "gjeldende" }
fakta {
  alene = janei { tekst = { nb = "bor alene", nn = "bur åleine" } },
  fall = tall { tekst = { nb = "fall", nn = "fall" }, min = 0, maks = 100, heltall = true },
  doegn = janei { tekst = { nb = "heldøgns tilsyn", nn = "heildøgns tilsyn" } },
}
regel "alarm" {
  hjemmel = { "lov_1" }, fra = "2000-01-01", utfall = { ja = "innvilget", nei = "avslaatt" },
  innvilges_naar = noen {
    er("alene"),
    minst("fall", 2),
  },
  unntak = {
    unntak "doegn" { naar = er("doegn"), gir = nei, hjemmel = { "lov_1" },
      tekst = { nb = "Du har tilsyn.", nn = "Du har tilsyn." } },
  },
}
LUA
    cat >regler/tester.lua
    works hjemmel check regler
    says_not '..'
}

thin() {
    pack <<'LUA'
test "bor alene" { dato = "2026-01-02", sak = { alene = ja, fall = 0, doegn = nei }, venter = { alarm = "innvilget" } }
LUA
}

whole() {
    pack <<'LUA'
test "bor alene" { dato = "2026-01-02", sak = { alene = ja, fall = 0, doegn = nei }, venter = { alarm = "innvilget" } }
test "to fall" { dato = "2026-01-02", sak = { alene = nei, fall = 2, doegn = nei }, venter = { alarm = "innvilget" } }
test "ett fall" { dato = "2026-01-02", sak = { alene = nei, fall = 1, doegn = nei }, venter = { alarm = "avslaatt" } }
test "tilsyn" { dato = "2026-01-02", sak = { alene = ja, fall = 3, doegn = ja }, venter = { alarm = "avslaatt" } }
test "ingen vet" { dato = "2026-01-02", sak = {}, venter = { alarm = ukjent } }
LUA
}

@test "coverage names the line, the outcomes never seen, and what decides nothing" {
    thin
    works hjemmel test --coverage regler
    says 'regler/regel.lua:12: er("alene") (alarm): never nei ukjent' \
        'regler/regel.lua:13: minst("fall", 2) (alarm): never ja ukjent; turned around, no test fails' \
        'er("doegn") (alarm): never ja ukjent' \
        'coverage: 3 of 9 outcomes of conditions (33 %); 2 of 3 conditions decide a test (66 %)'
    fails 1 hjemmel test --coverage --threshold 34 regler
    works hjemmel test --coverage --threshold 33 regler
}

@test "whole coverage says nothing but the sum" {
    whole
    works hjemmel test --coverage --threshold 100 regler
    says 'coverage: 9 of 9 outcomes of conditions (100 %); 3 of 3 conditions decide a test (100 %)'
    says_not 'never' 'no test fails'
}

@test "mutants: every small mistake in a well tested rule is noticed" {
    whole
    works hjemmel test --mutate --threshold 100 regler
    says '(100 %)'
    says_not 'survived'
}

@test "mutants: a threshold nobody tests survives, by file and line" {
    thin
    fails 1 hjemmel test --mutate --threshold 90 regler
    says 'regler/regel.lua:13: survived: minst → over: minst("fall", 2)' \
        'regler/regel.lua:13: survived: 2 → 3: minst("fall", 2)' \
        'survived: without unntak "doegn"'
    # The base is put back: the same run twice says the same.
    first=$output
    fails 1 hjemmel test --mutate --threshold 90 regler
    [ "$output" = "$first" ]
}

@test "a failing test is in the JUnit XML, with its reason" {
    pack <<'LUA'
test "feil & <venta>" { dato = "2026-01-02", sak = { alene = ja, fall = 0, doegn = nei }, venter = { alarm = "avslaatt" } }
test "rett" { dato = "2026-01-02", sak = { alene = ja, fall = 0, doegn = nei }, venter = { alarm = "innvilget" } }
LUA
    fails 1 hjemmel test --format junit regler
    says '<testsuite name="regler/tester.lua" tests="2" failures="1">' 'name="feil &amp; &lt;venta&gt;" line="1"' \
        'expected avslaatt, found innvilget' 'name="rett" line="2"/>'
    hjemmel test --format junit regler >junit.xml || true
    python3 -c 'import xml.dom.minidom; xml.dom.minidom.parse("junit.xml")'
}

@test "check tells what nothing refers to; the pack still loads" {
    whole
    cat >>regler/regel.lua <<'LUA'
fakta { glemt = janei { tekst = { nb = "glemt", nn = "gløymt" } } }
lov "ubrukt" { navn = { nb = "loven", nn = "lova" }, id = "LOV-2000-01-01-2" }
LUA
    works hjemmel check regler
    says "regel.lua:20: warning: faktum 'glemt' is never used" "lov 'ubrukt' is never used"
    says_not "faktum 'fall'" "lov 'lov'"
    works hjemmel test regler
    says_not 'never used'
}
