#!/usr/bin/env bats
# Kinds of not knowing: not stated, being collected, not relevant; kept through all that is worked out.
load common

pack() {
    mkdir -p regler
    echo 'pakke { navn = "proeve", versjon = "1.0.0", spraakversjon = 1 }' >regler/pakke.lua
    {
        cat <<'LUA'
lov "k" { navn = begge "kriterier" }
hjemmel "k.1" { lov = "k", fra = "2000-01-01", vis = begge "kriterier 1", kilde = "proeve", status = "gjeldende" }
fakta {
  a = janei { tekst = begge "det ene", sti = "/sak/kartlegging/opplysning[@navn='a']/@verdi", kjent = "/sak/kartlegging/opplysning[@navn='a']/@kjent" },
  b = janei { tekst = begge "det andre", sti = "/sak/kartlegging/opplysning[@navn='b']/@verdi" },
  n = tall { tekst = begge "tallet", min = 0, ikke_relevant = 9 },
  av_betingelse = janei { tekst = begge "av betingelse", utledet = alle { er("a"), er("b") } },
  av_funksjon = tall { tekst = begge "av funksjon", utledet = function(f) return f.n * 2 end },
  av_tabell = tall { tekst = begge "av tabell", tabell = "t" },
  av_utledet = janei { tekst = begge "av utledet", utledet = er("av_betingelse", nei) },
}
beslutningstabell "t" { hjemmel = "k.1", treff = "entydig", innganger = { "a", "b" }, rader = { { ja, hva_som_helst, gir = 1 }, { nei, ja, gir = 2 }, { nei, nei, gir = 3 } } }
trapp "s" { hjemmel = "k.1", tekst = begge "s", gjelder = "/sak", trinn "en" { nummer = 1, tekst = begge "en", hjemmel = "k.1", dekker_naar = er("a") }, trinn "to" { nummer = 2, tekst = begge "to", hjemmel = "k.1", dekker_naar = er("b") } }
utregning "u" { hjemmel = "k.1", tekst = begge "u", enhet = "kr", naar = ikke(er("a")), beregn = function(f) return f.n end }
regel "r" { hjemmel = "k.1", gjelder = "/sak", innvilges_naar = alle { er("a"), er("b") } }
LUA
        cat
    } >regler/regler.lua
}

@test "what is worked out of facts that are being collected is being collected; one that must be asked for comes first" {
    pack <<'LUA'
test "slag" { dato = "2026-05-05", kolonner = { "a", "b", "fakta.av_betingelse", "fakta.av_tabell", "fakta.av_utledet" }, rader = {
  { under_innhenting, under_innhenting, under_innhenting, under_innhenting, under_innhenting },
  { under_innhenting, ikke_oppgitt, ikke_oppgitt, ikke_oppgitt, ikke_oppgitt },
  { under_innhenting, ikke_relevant, under_innhenting, under_innhenting, under_innhenting },
  { ikke_relevant, ikke_relevant, ikke_relevant, ikke_relevant, ikke_relevant },
  { under_innhenting, ja, under_innhenting, under_innhenting, under_innhenting },
  { ukjent, ja, ukjent, ukjent, ukjent },
} }
test "funksjon" { dato = "2026-05-05", kolonner = { "n", "fakta.av_funksjon" }, rader = { { under_innhenting, under_innhenting }, { ikke_relevant, ikke_relevant }, { ukjent, ikke_oppgitt }, { 2, 4 } } }
test "trapp og beløp" { dato = "2026-05-05", sak = { a = under_innhenting, n = ikke_relevant }, venter = { fakta = { ["trapp.s"] = ikke_oppgitt, ["utregning.u"] = under_innhenting } } }
test "beløpet gjelder ikke" { dato = "2026-05-05", sak = { a = ja, n = 3 }, venter = { fakta = { ["utregning.u"] = ikke_relevant } } }
LUA
    works hjemmel test regler
}

@test "of what is missing, what is being collected is told apart from what must be asked for" {
    pack <<'LUA'
test "mangler" { dato = "2026-05-05", sak = { a = under_innhenting }, venter = { r = ukjent, mangler = { "a", "b" }, innhentes = { "a" } } }
LUA
    works hjemmel test regler
    sed -i 's/innhentes = { "a" }/innhentes = { "b" }/' regler/regler.lua
    fails 1 hjemmel test regler
    says 'innhentes: expected { b }, found { a }'
    good_case sak
    sed -i "$(line_of sak/sak.xml '<opplysning')i <opplysning navn=\"a\" kjent=\"under_innhenting\"/>" sak/sak.xml
    works hjemmel explain --rules "$TOP/rules" --rules regler sak/sak.xml
    says "det ene [being collected: not to be asked for again]" "2. det andre  (goes in"
    works hjemmel dump --stage record --rules "$TOP/rules" --rules regler sak/sak.xml
    says '<mangler faktum="a" rang="1" kjent="under_innhenting"' '<mangler faktum="b" rang="2" kjent="ikke_oppgitt"'
}

@test "a rate whose value is not known that day is ukjent, named as what is missing, and told of by check --dato" {
    pack <<'LUA'
sats "G" { enhet = "kr", hjemmel = "k.1", tekst = { nb = "grunnbeløpet", nn = "grunnbeløpet" },
  { fra = "2024-01-01", verdi = 10, kilde = "k" }, { fra = "2025-01-01", verdi = ukjent, kilde = "ikke funnet" }, { fra = "2026-01-01", til = "2027-01-01", verdi = 12, kilde = "k" } }
utregning "dobbelt" { tekst = { nb = "to ganger", nn = "to gonger" }, hjemmel = "k.1", enhet = "kr", beregn = function(f) return 2 * f.sats.G end }
regel "g" { hjemmel = "k.1", satser = { "G" }, utregninger = { "dobbelt" }, innvilges_naar = under("n", sats "G") }
test "året etter" { sak = { n = 11 }, kolonner = { "dato", "venter.g", "utregninger.dobbelt" }, rader = {
  { "2024-12-31", "avslaatt", 20 }, { "2025-01-01", ukjent, ukjent }, { "2026-01-01", "innvilget", 24 }, { "2027-01-01", ukjent, ukjent } } }
test "det som mangler" { dato = "2025-06-01", sak = { n = 11 }, venter = { g = ukjent, mangler = { "sats.G" } } }
LUA
    works hjemmel test regler
    works hjemmel check --dato 2026-12-31 regler
    says_not "has no value"
    works hjemmel check --dato 2025-06-01 regler
    says "sats 'G' has no value on 2025-06-01"
    good_case sak
    works hjemmel explain --dato 2027-01-01 --rules "$TOP/rules" --rules regler sak/sak.xml
    says "sats G: unknown" "grunnbeløpet"
}
