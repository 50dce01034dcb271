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

@test "an outcome that cannot be is not asked for" {
    whole
    cat >>regler/regel.lua <<'LUA'
fakta { til = dato { tekst = { nb = "til", nn = "til" } }, fra = dato { tekst = { nb = "fra", nn = "frå" } } }
sjekkliste "vedtak" {
  punkt { nummer = "1", nivaa = "stopp", hjemmel = "lov_1", naar = alle { finnes("til"), finnes("fra") }, krav = ikke(foer("til", faktum "fra")),
    tekst = { nb = "Slutter før den begynner.", nn = "Sluttar før ho byrjar." }, hvor = { nb = "Rett.", nn = "Rett." } },
}
LUA
    cat >>regler/tester.lua <<'LUA'
test "til og fra" { dato = "2026-01-02", sjekkliste = "vedtak",
  rader = {
    { navn = "rett", sak = { til = "2026-01-02", fra = "2026-01-02" }, venter = { funn = {} } },
    { navn = "feil", sak = { til = "2026-01-01", fra = "2026-01-02" }, venter = { funn = { "1" } } },
    { navn = "bare til", sak = { til = "2026-01-01" }, venter = { funn = {} } },
    { navn = "bare fra", sak = { fra = "2026-01-01" }, venter = { funn = {} } },
  } }
LUA
    # foer is never ukjent where both days are known: naar sees to that.
    works hjemmel test --coverage --mutate --threshold 100 regler
    says 'coverage: 15 of 15 outcomes' # 9, and two each of finnes, finnes and foer
    # Where nothing sees to it, it is asked for.
    edit regler/regel.lua 's/naar = alle \{ finnes\("til"\), finnes\("fra"\) \}, //'
    run hjemmel test --coverage regler
    says 'of 12 outcomes' # 9, and three of foer
}

@test "outcomes and what decides can be held to different shares" {
    thin
    works hjemmel test --coverage --threshold 66 --outcomes 33 regler
    fails 1 hjemmel test --coverage --threshold 66 --outcomes 34 regler
    fails 1 hjemmel test --coverage --threshold 67 --outcomes 33 regler
}

@test "a mutant that makes no difference is explained, and an explanation that is wrong is found" {
    whole
    # Who has 24 hours of care has it also when it is written twice.
    edit regler/regel.lua 's/naar = er\("doegn"\)/naar = noen { er("doegn"), er("doegn") }/'
    fails 1 hjemmel test --mutate --threshold 100 regler
    says 'regel.lua:16: survived: without er("doegn")'
    edit regler/regel.lua 's/^( *unntak "doegn")/    -- likeverdig "without er(": det står to ganger\n    -- likeverdig "noen → alle": det samme\n\1/'
    works hjemmel test --mutate --threshold 100 regler
    says 'regel.lua:18: makes no difference: without er("doegn"): det står to ganger' 'more make no difference'
    says_not survived
    # In the other language too.
    edit regler/regel.lua 's/"without er/"uten er/'
    works hjemmel test --lang nb --mutate --threshold 100 regler
    # The mistake is mended, the reason forgotten.
    edit regler/regel.lua 's/noen \{ er\("doegn"\), er\("doegn"\) \}/er("doegn")/'
    edit regler/regel.lua 's/"noen → alle"/"ikke("/'
    fails 1 hjemmel test --mutate regler
    says 'regel.lua:17: said to make no difference, but a test notices it: ikke(' 'regel.lua:16: no change of the rules is called this: uten er('
}

@test "a test says which exception decided" {
    whole
    cat >>regler/tester.lua <<'LUA'
test "tilsyn er et unntak" { dato = "2026-01-02", sak = { alene = ja, fall = 3, doegn = ja }, venter = { alarm = "avslaatt", unntak = "doegn" } }
test "uten unntak" { dato = "2026-01-02", sak = { alene = ja, fall = 3, doegn = nei }, venter = { alarm = "innvilget", unntak = "ingen" } }
LUA
    works hjemmel test regler
    edit regler/tester.lua 's/unntak = "ingen"/unntak = "doegn"/'
    fails 1 hjemmel test regler
    says "unntak: expected doegn, found ingen"
}

@test "a test says what rule applies, without naming one" {
    whole
    cat >>regler/regel.lua <<'LUA'
sjekkliste "vedtak" {
  punkt { nummer = "1", nivaa = "stopp", hjemmel = "lov_1", naar = har_regel(), krav = egenskap("regime", { "A", "B" }),
    tekst = { nb = "Regimet mangler.", nn = "Regimet manglar." }, hvor = { nb = "Rett.", nn = "Rett." } },
}
LUA
    cat >>regler/tester.lua <<'LUA'
test "regimet" { dato = "2026-01-02", sjekkliste = "vedtak", sak = {},
  rader = {
    { navn = "A", regel = { regime = "A" }, venter = { funn = {} } },
    { navn = "et annet", regel = { regime = "C" }, venter = { funn = { "1" } } },
    { navn = "ikke sagt", regel = {}, venter = { funn = { "1" } } },
    { navn = "ingen regel", regel = nei, venter = { funn = {} } },
  } }
LUA
    works hjemmel test regler
    echo 'test "begge" { dato = "2026-01-02", sak = {}, regel = nei, venter = { alarm = ukjent } }' >>regler/tester.lua
    fails 1 hjemmel test regler
    says "test 'begge' says which rule applies twice"
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
    says "regel.lua:20:9: warning: faktum 'glemt' is never used" "lov 'ubrukt' is never used"
    says_not "faktum 'fall'" "lov 'lov'"
    works hjemmel test regler
    says_not 'never used'
}

@test "one pack among others is tested alone: its tests, its conditions, its mutants" {
    whole
    mkdir -p pakker && mv regler pakker/a && cp -r pakker/a pakker/b
    sed -i -E 's/pakke \{ navn = "proeve"/pakke { navn = "b"/' pakker/b/pakke.lua
    sed -i -E '/^(lov|hjemmel|  tekst = \{ nb = "Hjelp)/d; s/\b(alene|fall|doegn)( = |")/b_\1\2/g; s/regel "alarm"/regel "lys"/' pakker/b/regel.lua
    echo 'test "b" { dato = "2026-01-02", sak = { b_alene = ja, b_fall = 0, b_doegn = nei }, venter = { lys = "innvilget" } }' >pakker/b/tester.lua
    works hjemmel test pakker
    says 'ok 6 - b'
    works hjemmel test pakker/b
    says '1..1' 'ok 1 - b'
    works hjemmel test --coverage --mutate --threshold 100 pakker/a/
    says 'coverage: 9 of 9 outcomes'
    fails 1 hjemmel test --coverage --mutate --threshold 100 pakker/b
    says 'pakker/b/regel.lua' 'coverage: 3 of 9 outcomes'
    says_not 'pakker/a/'
    works hjemmel test pakker/b/tester.lua
    says '1..1'
}

@test "one pack among others is checked alone; errors of the others are told all the same" {
    whole
    mkdir -p pakker && mv regler pakker/a
    mkdir pakker/b && echo 'pakke { navn = "b", versjon = "1.0.0", spraakversjon = 1 }' >pakker/b/pakke.lua
    echo 'fakta { glemt_a = janei { tekst = begge "x" } }' >>pakker/a/regel.lua
    echo 'fakta { glemt_b = janei { tekst = begge "x" } }' >>pakker/b/fakta.lua
    works hjemmel check pakker
    says glemt_a glemt_b
    for one in pakker/b pakker/b/ pakker/b/fakta.lua; do
        works hjemmel check $one
        says glemt_b
        says_not glemt_a
    done
    cd pakker
    works hjemmel check b
    says glemt_b
    says_not glemt_a
    edit a/regel.lua 's/er\("alene"\)/er("alone")/'
    fails 1 hjemmel check b
    says "a/regel.lua" "alone"
}

@test "mutants: the day one edition takes over, what an exception gives, what a table answers" {
    whole
    sed -i -E 's/fra = "2000-01-01", utfall/fra = "2000-01-01", til = "2026-01-01", utfall/' regler/regel.lua
    cat >>regler/regel.lua <<'LUA'
regel "alarm" { hjemmel = { "lov_1" }, fra = "2026-01-01", innvilges_naar = noen { er("alene"), minst("fall", 2), er("natt") },
  unntak = {
    unntak "doegn" { naar = er("doegn"), gir = nei, hjemmel = { "lov_1" }, tekst = { nb = "Du har tilsyn.", nn = "Du har tilsyn." } },
  },
}
fakta {
  vakt = valg { tekst = { nb = "vakt", nn = "vakt" }, verdier = { "dag", "natt" } },
  natt = janei { tekst = { nb = "natt", nn = "natt" }, tabell = "vakter" },
}
beslutningstabell "vakter" { fra = "2000-01-01", hjemmel = "lov_1", treff = "entydig", innganger = { "vakt" },
  rader = { { "dag", gir = nei }, { "natt", gir = ja } } }
LUA
    run hjemmel test --mutate regler
    says 'regler/regel.lua:20: survived: begins a day later: alarm' 'survived: another answer in rad 2: beslutningstabell "vakter"'
    cat >>regler/tester.lua <<'LUA'
test "natt" { dato = "2026-01-01", sak = { alene = nei, fall = 0, doegn = nei },
  rader = { { navn = "natt", sak = { vakt = "natt" }, venter = { alarm = "innvilget" } }, { navn = "dag", sak = { vakt = "dag" }, venter = { alarm = "avslaatt" } } } }
LUA
    run hjemmel test --mutate regler
    says_not 'begins a day later' 'another answer in'
}

@test "a failing test shows the facts it was given, what was derived, and each condition by its line" {
    pack <<'LUA'
fakta { mange = janei { tekst = { nb = "mange fall", nn = "mange fall" }, utledet = minst("fall", 2) } }
test "feil" { dato = "2026-01-02", sak = { alene = nei, fall = 1 }, venter = { alarm = "innvilget" },
  rader = { { navn = "rad én" }, { navn = "rad to", sak = { doegn = nei } } } }
LUA
    fails 1 hjemmel test regler
    says 'not ok 1 - ' 'rad én' 'alarm: expected innvilget, found avslaatt' 'alarm: alene = nei, fall = 1, doegn = ukjent' \
        'nei    minst("fall", 2)  (regler/regel.lua:13)' 'ukjent er("doegn")  (regler/regel.lua:16)' 'doegn = nei'
}

@test "a test that expects what the rule never gives is told before it is run" {
    whole
    edit regler/tester.lua '0,/"innvilget"/s//"innviget"/'
    fails 1 hjemmel test regler
    says "tester.lua:1" "the rule 'alarm' never gives 'innviget'" "did you mean 'innvilget'?"
}
