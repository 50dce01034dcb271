#!/usr/bin/env bats
# trapp: the lowest step that covers the need. utregning: amounts a person can check by hand.
load common

pack() { # rules on stdin
    mkdir -p regler
    echo 'pakke { navn = "proeve", versjon = "1.0.0", spraakversjon = 1 }' >regler/pakke.lua
    {
        cat <<'LUA'
lov "k" { navn = begge "kriterier" }
hjemmel "k.1" { lov = "k", fra = "2000-01-01", vis = begge "kriterier 1", kilde = "proeve", status = "gjeldende" }
fakta {
  natt = janei { tekst = begge "tilsyn om natta", sti = "/sak/kartlegging/opplysning[@navn='natt']/@verdi" },
  tilsyn = tall { tekst = begge "besøk per døgn", min = 0, maks = 20, heltall = ja, sti = "/sak/kartlegging/opplysning[@navn='tilsyn']/@verdi" },
  doegn = tall { tekst = begge "døgn", min = 0, sti = "/sak/kartlegging/opplysning[@navn='doegn']/@verdi" },
  inntekt = tall { tekst = begge "inntekt", min = 0 },
  betaler = janei { tekst = begge "betaler selv" },
}
LUA
        cat
    } >regler/regler.lua
}
stairs() {
    cat <<'LUA'
trapp "t" { hjemmel = "k.1", tekst = begge "omsorgstrapp", gjelder = "/sak",
  trinn "hjemme" { nummer = 3, tekst = begge "hjemmetjenester", hjemmel = "k.1", begrunnelse = begge "Hjelp hjemme er ikke nok.",
    dekker_naar = alle {
      vilkaar "natt" { tekst = begge "ikke tilsyn om natta", hjemmel = "k.1", er("natt", nei) },
      vilkaar "besoek" { tekst = begge "høyst seks besøk", hjemmel = "k.1", hoyst("tilsyn", 6) } } },
  trinn "opphold" { nummer = 4, tekst = begge "opphold", hjemmel = "k.1", regler = { "korttid" } },
}
regel "korttid" { hjemmel = "k.1", gjelder = "/sak/ingen", innvilges_naar = vilkaar "tolv" { tekst = begge "høyst tolv besøk", hjemmel = "k.1", hoyst("tilsyn", 12) } }
LUA
}
case_with() { # attributes of opplysning, one set a line
    good_case sak
    local at
    at=$(line_of sak/sak.xml '<opplysning')
    sed "s|.*|<opplysning &/>|" >mer
    sed -i "$((at - 1))r mer" sak/sak.xml
    rm mer
}

@test "the lowest step that covers the need; an unknown lower step stops; none is an answer of its own" {
    { stairs; cat <<'LUA'; } | pack
test "laveste" { dato = "2026-05-05", kolonner = { "natt", "tilsyn", "trapper.t" },
  rader = { { nei, 6, "hjemme" }, { ja, 6, "opphold" }, { nei, 7, "opphold" }, { nei, 13, "ingen" }, { ja, ukjent, ukjent }, { ukjent, 6, ukjent },
            { ukjent, 7, "opphold" } } }
test "grunner" { dato = "2026-05-05", sak = { natt = ja, tilsyn = 4 },
  venter = { trapper = { t = "opphold" }, trinn = { ["t.hjemme"] = nei, ["t.opphold"] = ja }, vilkaar = { ["t.natt"] = nei, ["t.besoek"] = ja } } }
test "mangler" { dato = "2026-05-05", sak = { tilsyn = 4 }, venter = { trapper = { t = ukjent }, mangler = { "natt" } } }
LUA
    works hjemmel test regler
}

@test "what is not known does not stop when every value of it leads to the same step" {
    pack <<'LUA'
trapp "t" { hjemmel = "k.1", tekst = begge "t",
  trinn "a" { nummer = 1, tekst = begge "a", hjemmel = "k.1", dekker_naar = alle { er("natt"), er("natt", nei) } },
  trinn "b" { nummer = 2, tekst = begge "b", hjemmel = "k.1", dekker_naar = noen { er("natt"), er("natt", nei) } } }
test "likevel" { dato = "2026-05-05", sak = { natt = ukjent }, venter = { trapper = { t = "b" }, trinn = { ["t.a"] = ukjent } } }
LUA
    works hjemmel test regler
}

@test "a step in conditions and in functions; no step at all is above the top" {
    { stairs; cat <<'LUA'; } | pack
fakta { over = janei { tekst = begge "over", utledet = over(trapp "t", "hjemme") }, er4 = janei { tekst = begge "er", utledet = er(trapp "t", "opphold") },
  hoyst4 = janei { tekst = begge "høyst", utledet = hoyst(trapp "t", 4) }, f = janei { tekst = begge "f", utledet = function(f) return f.trapp.t == "opphold" end } }
test "trinn" { dato = "2026-05-05", kolonner = { "natt", "tilsyn", "fakta.over", "fakta.er4", "fakta.hoyst4", "fakta.f" },
  rader = { { nei, 6, nei, nei, ja, nei }, { ja, 6, ja, ja, ja, ja }, { ja, 13, ja, nei, nei, nei }, { ukjent, 6, ukjent, ukjent, ukjent, ukjent } } }
LUA
    works hjemmel test regler
}

@test "every lower step that was turned down says why, with hjemmel, fact and line of the case" {
    stairs | pack
    case_with <<'X'
navn="natt" verdi="ja"
navn="tilsyn" verdi="8"
X
    works hjemmel explain --rules "$TOP/rules" --rules regler sak/sak.xml
    says "omsorgstrapp  /sak" "hjemmetjenester  <- turned down" "no       ikke tilsyn om natta  <- this decided  [kriterier 1]" \
        "sak/sak.xml:$(line_of sak/sak.xml 'navn="natt"')" "4. opphold  <- the lowest that covers the need"
    works hjemmel explain --format html --rules "$TOP/rules" --rules regler sak/sak.xml
    says '3. <span lang="nb">hjemmetjenester' 'the lowest that covers the need'
    works hjemmel dump --stage record --rules "$TOP/rules" --rules regler sak/sak.xml
    says 'utfall="opphold" nummer="4"' 'plass="avvist"' '<begrunnelse maalform="nb">Hjelp hjemme er ikke nok.' \
        '<grunn vilkaar="natt"' '<grunn vilkaar="besoek"' 'plass="laveste"'
}

@test "mistakes in a stair are told where they stand" {
    pack <<'LUA'
trapp "t" { hjemmel = "k.1", tekst = begge "t",
  trinn "b" { nummer = 2, tekst = begge "b", hjemmel = "k.1", dekker_naar = er("natt") },
  trinn "a" { nummer = 1, tekst = begge "a", hjemmel = "k.1" },
  trinn "ingen" { nummer = 3, tekst = begge "a", hjemmel = "k.1", regler = { "finnes_ikke" } } }
trapp "en" { hjemmel = "k.1", tekst = begge "t", trinn "x" { nummer = 1, tekst = begge "x", hjemmel = "k.1", dekker_naar = er(trapp "en", "y") } }
LUA
    fails 1 hjemmel test regler
    says "trinn 'a' must say when it covers the need" "must stand from the lowest up" "'ingen' already means something" \
        "regel 'finnes_ikke' does not exist" "fewer than two steps" "'trapp.en' cannot be \"y\"" "faktum 'trapp.en' depends on itself"
}

@test "mutants: a step left out or two swapped is noticed by the tests above, and not without them" {
    { stairs; echo 'test "en" { dato = "2026-05-05", sak = { natt = nei, tilsyn = 6 }, venter = { trapper = { t = "hjemme" } } }'; } | pack
    run hjemmel test --mutate regler
    says 'survived: without trinn "opphold"'
    { stairs; cat <<'LUA'; } | pack
test "alle" { dato = "2026-05-05", kolonner = { "natt", "tilsyn", "trapper.t" }, rader = { { nei, 6, "hjemme" }, { ja, 6, "opphold" }, { nei, 7, "opphold" }, { nei, 13, "ingen" }, { nei, 12, "opphold" } } }
LUA
    run hjemmel test --mutate regler
    says_not 'trinn'
}

amounts() {
    cat <<'LUA'
sats "pris" { enhet = "kr", hjemmel = "k.1", { fra = "2026-01-01", verdi = 185.5, kilde = "prisliste 2026" } }
utregning "opphold" { tekst = begge "egenandel", hjemmel = "k.1", enhet = "kr", avrunding = "krone", naar = ikke(er("betaler", nei)),
  beregn = function(f)
    return f.doegn * f.sats.pris
  end, hoyst = utregning "tak", minst = 100 }
utregning "tak" { tekst = begge "taket", hjemmel = "k.1", enhet = "kr", avrunding = "krone_ned", beregn = function(f) return f.inntekt / 12 * 0.85 end }
LUA
}

@test "an amount: rounded as it says, within its limits, unknown with what is missing, or not there" {
    { amounts; cat <<'LUA'; } | pack
fakta { dyrt = janei { tekst = begge "dyrt", utledet = over(utregning "opphold", 555) }, dobbelt = tall { tekst = begge "dobbelt", utledet = function(f) return f.utregning.opphold * 2 end } }
-- 3 * 185,50 = 556,50, som er 557 i hele kroner; taket er 120 000 / 12 * 0,85 = 8 500
test "beløp" { dato = "2026-05-05", sak = { betaler = ja }, kolonner = { "doegn", "inntekt", "utregninger.opphold" },
  rader = { { 3, 120000, 557 }, { 300, 120000, 8500 }, { 300, 10000, 708 }, { 0, 120000, 100 }, { ukjent, 120000, ukjent }, { 3, ukjent, ukjent } } }
test "mangler" { dato = "2026-05-05", sak = { betaler = ja, doegn = 3 }, venter = { utregninger = { opphold = ukjent }, mangler = { "inntekt" } } }
test "gjelder ikke" { dato = "2026-05-05", sak = { betaler = nei, doegn = 3, inntekt = 1 }, venter = { utregninger = { opphold = "ingen" }, fakta = { dyrt = ukjent } } }
test "i bruk" { dato = "2026-05-05", sak = { betaler = ja, doegn = 3, inntekt = 120000 }, venter = { fakta = { dyrt = ja, dobbelt = 1114 } } }
LUA
    works hjemmel test regler
}

@test "the record of an amount holds what was read, each rate with date and source, and the limit" {
    { amounts; echo 'regel "r" { hjemmel = "k.1", gjelder = "/sak", utregninger = { "opphold", "doegnpris" }, innvilges_naar = er("natt") }
utregning "doegnpris" { tekst = begge "pris", hjemmel = "k.1", enhet = "kr", avrunding = "oere", beregn = function(f) return f.doegn * f.sats.pris / 3 end, hoyst = 100 }'; } | pack
    case_with <<<'navn="doegn" verdi="7"'
    works hjemmel dump --stage record --rules "$TOP/rules" --rules regler sak/sak.xml
    says 'navn="doegnpris" for="sak-1" gjelder="ja" verdi="100" enhet="kr" raa="432.833" avrunding="oere" begrenset="hoyst"' \
        '<grense slag="hoyst" verdi="100" gjaldt="ja"' 'verdi="185.5" enhet="kr" fra="2026-01-01" kilde="prisliste 2026"' \
        'navn="doegn" type="tall" verdi="7"'
    works hjemmel explain --rules "$TOP/rules" --rules regler sak/sak.xml
    says 'pris (sak-1): 100 kr' 'oere: 432.833' 'prisliste 2026' 'hoyst 100'
}

@test "an amount that is not whole must name its rounding; circles and unknown names are told at load" {
    pack <<'LUA'
utregning "a" { tekst = begge "a", hjemmel = "k.1", enhet = "kr", beregn = function(f) return f.doegn / 3 end }
test "a" { dato = "2026-05-05", sak = { doegn = 1 }, venter = { utregninger = { a = 1 } } }
LUA
    fails 1 hjemmel test regler
    says "gives a number that is not whole" 'avrunding = "krone"'
    pack <<'LUA'
utregning "a" { tekst = begge "a", hjemmel = "k.1", enhet = "kr", avrunding = "kron", hoyst = "mye", beregn = function(f)
  return f.utregning.b
end }
utregning "b" { tekst = begge "b", hjemmel = "k.1", enhet = "kr", beregn = function(f)
  return f.utregning.a + f.utregning.c
end }
LUA
    fails 1 hjemmel test regler
    says "there is no rounding called 'kron'" "did you mean 'krone'" "hoyst is a number, sats" "depends on itself" "utregning 'c' does not exist"
}
