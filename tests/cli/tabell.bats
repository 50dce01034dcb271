# beslutningstabell: rows that decide a fact, held against every case there can be.
load common

table() { # rows on stdin; TREFF, ELLERS
    mkdir -p regler
    echo 'pakke { navn = "proeve", versjon = "1.0.0", spraakversjon = 1 }' >regler/pakke.lua
    {
        cat <<'LUA'
lov "lov" { navn = { nb = "loven", nn = "lova" }, id = "LOV-2000-01-01-1" }
hjemmel "n" { lov = "lov", fra = "2000-01-01", vis = { nb = "nøkkelen", nn = "nøkkelen" }, kilde = "proeve", status = "gjeldende" }
fakta {
  gruppe = valg { tekst = { nb = "gruppe", nn = "gruppe" }, verdier = { "akutt", "barn", "postoperativ", "kronisk" } },
  uker = tall { tekst = { nb = "uker", nn = "veker" }, min = 0, maks = 520, heltall = true },
  tap = tall { tekst = { nb = "funksjonstap", nn = "funksjonstap" }, min = 0, maks = 4, heltall = true },
  prioritet = tall { tekst = { nb = "prioritet", nn = "prioritet" }, min = 0, maks = 9, tabell = "fysio" },
}
LUA
        echo "beslutningstabell \"fysio\" { fra = \"2000-01-01\", hjemmel = { \"n\" }, treff = \"${TREFF:-entydig}\", ${ELLERS:-}"
        echo '  innganger = { "gruppe", "uker", "tap" }, rader = {'
        cat
        echo '} }'
        echo 'regel "behandling" { hjemmel = { "n" }, fra = "2000-01-01", innvilges_naar = hoyst("prioritet", 2) }'
    } >regler/fysio.lua
}

whole() {
    table <<'LUA'
    { "akutt",        hva_som_helst, hva_som_helst, gir = 1 },
    { "barn",         hva_som_helst, hva_som_helst, gir = 1 },
    { "postoperativ", fra_til(0, 6), hva_som_helst, gir = 1 },
    { "postoperativ", fra_til(7),    fra_til(2, 4), gir = 2 },
    { "postoperativ", fra_til(7),    fra_til(0, 1), gir = 3 },
    { "kronisk",      hva_som_helst, fra_til(3, 4), gir = 2 },
    { "kronisk",      hva_som_helst, fra_til(0, 2), gir = 3 },
LUA
}

@test "a table decides, and what is unknown matters only when it can change the answer" {
    whole
    cat >regler/tester.lua <<'LUA'
test "akutt" { dato = "2026-01-02", sak = { gruppe = "akutt" }, venter = { behandling = "innvilget", fakta = { prioritet = 1 } } }
test "åtte uker, lite tap" { dato = "2026-01-02", sak = { gruppe = "postoperativ", uker = 8, tap = 1 }, venter = { behandling = "avslaatt" } }
test "tap ukjent" { dato = "2026-01-02", sak = { gruppe = "postoperativ", uker = 8 }, venter = { behandling = ukjent, mangler = { "tap" } } }
test "uker uten betydning" { dato = "2026-01-02", sak = { gruppe = "kronisk", tap = 4 }, venter = { behandling = "innvilget" } }
test "gruppe uten betydning" { dato = "2026-01-02", sak = { uker = 2, tap = 3 }, venter = { behandling = "innvilget" } }
LUA
    works hjemmel check regler
    works hjemmel test regler
    # Coverage and mutants see the cells as any other condition.
    works hjemmel test --coverage regler
    says 'regler/fysio.lua:17: er("gruppe", "kronisk") (fysio): never ja'
}

@test "a gap is told with a case that falls through, also where only two columns meet" {
    whole
    edit regler/fysio.lua 's/fra_til\(0, 1\), gir = 3/fra_til(1, 1), gir = 3/'
    fails 1 hjemmel check regler
    says 'regler/fysio.lua:9:19: error: beslutningstabell '"'fysio'"': no row takes the case gruppe = "postoperativ", uker = 7, tap = 0'
    # Said outright, it is no gap.
    sed -i 's/treff = "entydig", /treff = "entydig", ellers = 9,/' regler/fysio.lua
    works hjemmel check regler
}

@test "an overlap names both rows and a case; the line is the row's" {
    whole
    edit regler/fysio.lua 's/hva_som_helst, fra_til\(0, 2\)/hva_som_helst, fra_til(0, 3)/'
    fails 1 hjemmel check regler
    says 'regler/fysio.lua:17:7: error:' 'rows 6 and 7 both take the case gruppe = "kronisk", uker = 0, tap = 3'
    sed -i 's/"entydig"/"foerste"/' regler/fysio.lua
    works hjemmel check regler
}

@test "a row that can never answer is an error under foerste" {
    TREFF=foerste table <<'LUA'
    { hva_som_helst, hva_som_helst, hoyst(2), gir = 1 },
    { hva_som_helst, hva_som_helst, over(2), gir = 2 },
    { "akutt", fra_til(3), hva_som_helst, gir = 3 },
LUA
    fails 1 hjemmel check regler
    says 'regler/fysio.lua:13:5: error:' 'row 3 never gives the answer'
}

@test "sum adds the rows that apply" {
    TREFF=sum ELLERS='ellers = 0,' table <<'LUA'
    { { "akutt", "barn" }, hva_som_helst, hva_som_helst, gir = 2 },
    { hva_som_helst, minst(10), hva_som_helst, gir = 1 },
    { hva_som_helst, hva_som_helst, 4, gir = 3 },
LUA
    cat >regler/tester.lua <<'LUA'
test "alt" { dato = "2026-01-02", sak = { gruppe = "barn", uker = 10, tap = 4 }, venter = { fakta = { prioritet = 6 } } }
test "ingen" { dato = "2026-01-02", sak = { gruppe = "kronisk", uker = 9, tap = 3 }, venter = { fakta = { prioritet = 0 } } }
test "uker ukjent" { dato = "2026-01-02", sak = { gruppe = "barn", tap = 4 }, venter = { fakta = { prioritet = ukjent } } }
LUA
    works hjemmel test regler
}

@test "what does not fit is told in plain words" {
    table <<'LUA'
    { "akut", hva_som_helst, hva_som_helst, gir = 1 },
    { "barn", hva_som_helst, gir = 12 },
    { "kronisk", "mange", hva_som_helst },
LUA
    fails 1 hjemmel check regler
    says "'gruppe' cannot be \"akut\"" 'did you mean "akutt"?' 'row 2 has 2 cells, but there are 3 innganger' \
        'row 3 has no gir' "gives 12, which 'prioritet' (tall) cannot be"
    whole
    echo 'regel "feil" { hjemmel = { "n" }, fra = "2000-01-01", innvilges_naar = minst(3) }' >>regler/fysio.lua
    fails 1 hjemmel check regler
    says 'minst(3) without the name of a fact belongs in a beslutningstabell'
}

@test "samle: every distinct answer in the order of the rows; an open row matters only when no sure row gives the same" {
    mkdir -p regler
    cat >regler/pakke.lua <<'LUA'
pakke { navn = "proeve", versjon = "1.0.0", spraakversjon = 1 }
lov "k" { navn = begge "k" }
hjemmel "k.1" { lov = "k", fra = "2000-01-01", vis = begge "k 1", kilde = "proeve", status = "gjeldende" }
fakta {
  a = janei { tekst = begge "a" }, b = janei { tekst = begge "b" },
  t = valg { tekst = begge "t", verdier = { "x", "y", "z" }, tabell = "t" },
  har_x = janei { tekst = begge "har x", utledet = er("t", "x") },
  hvor_mange = tall { tekst = begge "antall", utledet = function(f) return #f.t end },
}
beslutningstabell "t" { hjemmel = "k.1", treff = "samle", innganger = { "a", "b" },
  rader = { { ja, hva_som_helst, gir = "y" }, { hva_som_helst, ja, gir = "x" }, { ja, hva_som_helst, gir = "x" } } }
regel "r" { hjemmel = "k.1", fakta = { "t" }, innvilges_naar = er("t", { "x", "z" }) }
test "samle" { dato = "2026-05-05", kolonner = { "a", "b", "fakta.t", "fakta.har_x", "fakta.hvor_mange", "venter.r" }, rader = {
  { ja, ja, { "y", "x" }, ja, 2, "innvilget" }, { nei, ja, { "x" }, ja, 1, "innvilget" }, { nei, nei, {}, nei, 0, "avslaatt" },
  { ja, ukjent, { "y", "x" }, ja, 2, "innvilget" }, { ukjent, ja, ukjent, ukjent, ukjent, "innvilget" }, { nei, ukjent, ukjent, ukjent, ukjent, ukjent } } }
LUA
    works hjemmel test regler
    cat >>regler/pakke.lua <<'LUA'
fakta { l = janei { tekst = begge "l", utledet = lik("t", "x") }, n = tall { tekst = begge "n", tabell = "t" }, m = tall { tekst = begge "m", tabell = "m" } }
beslutningstabell "m" { hjemmel = "k.1", treff = "entydig", innganger = { "t" }, rader = { { "x", gir = 1 } }, ellers = 2 }
LUA
    fails 1 hjemmel test regler
    says 'write er("t", "…")' "'n' is tall, but beslutningstabell 't' collects" "'t' can be several things at once"
}

@test "a last row that asks nothing is met by all: it asks for no test of its own" {
    TREFF=foerste table <<'LUA'
    { "akutt",       hva_som_helst, hva_som_helst, gir = 1 },
    { hva_som_helst, hva_som_helst, hva_som_helst, gir = 3 },
LUA
    cat >regler/tester.lua <<'LUA'
test "akutt" { dato = "2026-01-02", sak = { gruppe = "akutt" }, venter = { behandling = "innvilget" } }
test "barn" { dato = "2026-01-02", sak = { gruppe = "barn" }, venter = { behandling = "avslaatt" } }
test "ikke oppgitt" { dato = "2026-01-02", sak = {}, venter = { behandling = ukjent, mangler = { "gruppe" } } }
LUA
    works hjemmel test --coverage regler
    [[ $output == *"(100 %); "*"(100 %)"* ]]
}
