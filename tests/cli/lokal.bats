#!/usr/bin/env bats
# A municipality's own pack: it holds there and nowhere else, says what it replaces, and why.
load common

GRUNN='grunn = begge "vedtatt i kommunestyret"'

packs() { # the local rules on stdin
    mkdir -p felles lokal
    cat >felles/pakke.lua <<'LUA'
pakke { navn = "felles_proeve", versjon = "1.0.0", spraakversjon = 1 }
lov "k" { navn = begge "kriterier" }
hjemmel "k.1" { lov = "k", fra = "2000-01-01", vis = begge "kriterier 1", kilde = "proeve", status = "gjeldende" }
fakta {
  besoek = tall { tekst = begge "besøk per døgn", min = 0, maks = 20, heltall = ja, sti = "/sak/kartlegging/opplysning[@navn='besoek']/@verdi" },
  natt = janei { tekst = begge "tilsyn om natta" },
  kom_inn = dato { tekst = begge "kom_inn", sti = "/sak/soeknad/@mottatt" },
  prio_proeve = tall { tekst = begge "prioritet", tabell = "prio_proeve" },
}
sats "pris" { enhet = "kr", hjemmel = "k.1", { fra = "2025-01-01", verdi = 100, kilde = "proeve" } }
frist "svar_proeve" { tekst = begge "svar_proeve", hjemmel = "k.1", uker = 4, regnes_fra = "kom_inn", forskyves = "nei" }
regel "alarm" { hjemmel = "k.1", gjelder = "/sak", satser = { "pris" }, frister = { "svar_proeve" }, oppslag = { rad = "A" }, utregninger = { "sum" },
  innvilges_naar = vilkaar "besoek" { tekst = begge "minst tre besøk", hjemmel = "k.1", minst("besoek", 3) } }
oppslag "rad" { { "A", hvem = "felles", hjemmel = "k.1" }, { "B", hvem = "felles" } }
tekst "ord" { nb = "felles ord", nn = "felles ord" }
utregning "sum" { tekst = begge "sum", hjemmel = "k.1", enhet = "kr", beregn = function(f) return f.besoek * f.sats.pris end }
trapp "t" { tekst = begge "trapp", hjemmel = "k.1", gjelder = "/sak",
  trinn "a" { nummer = 1, tekst = begge "a", hjemmel = "k.1", dekker_naar = hoyst("besoek", 3) },
  trinn "b" { nummer = 2, tekst = begge "b", hjemmel = "k.1", dekker_naar = hoyst("besoek", 9) } }
beslutningstabell "prio_proeve" { hjemmel = "k.1", treff = "entydig", innganger = { "besoek" }, rader = { { hoyst(3), gir = 1 }, { minst(4), gir = 2 } } }
sjekkliste "liste" {
  punkt { nummer = 1, nivaa = "varsel", krav = minst("besoek", 1), hjemmel = "k.1", tekst = begge "ett besøk", hvor = begge "her" },
  punkt { nummer = 2, nivaa = "stopp", krav = minst("besoek", 2), hjemmel = "k.1", tekst = begge "to besøk", hvor = begge "her" },
}
test "felles" { dato = "2026-05-05", sak = { besoek = 3, kom_inn = "2026-05-01" }, sjekkliste = "liste",
  venter = { alarm = "innvilget", satser = { pris = 100 }, frister = { svar_proeve = "2026-05-29" }, tekster = { ord = "felles ord" }, utregninger = { sum = 300 },
    trapper = { t = "a" }, fakta = { prio_proeve = 1 }, funn = {} } }
LUA
    echo "pakke { navn = \"tolga_proeve\", versjon = \"1.0.0\", spraakversjon = 1, gjelder_naar = \"/kommune[@kommunenummer='3426']\" }" >lokal/pakke.lua
    cat >lokal/regler.lua
}
all() {
    cat <<LUA
regel "alarm" { overstyrer = "felles_proeve", $GRUNN, fra = "2026-01-01", hjemmel = "k.1", gjelder = "/sak", satser = { "pris" }, frister = { "svar_proeve" }, oppslag = { rad = "A" }, utregninger = { "sum" },
  innvilges_naar = vilkaar "besoek" { tekst = begge "minst fire besøk", hjemmel = "k.1", minst("besoek", 4) } }
sats "pris" { overstyrer = "felles_proeve", $GRUNN, enhet = "kr", hjemmel = "k.1", { fra = "2026-01-01", verdi = 120, kilde = "prisliste" } }
frist "svar_proeve" { overstyrer = "felles_proeve", $GRUNN, tekst = begge "svar_proeve", hjemmel = "k.1", uker = 2, regnes_fra = "kom_inn", forskyves = "nei" }
oppslag "rad" { overstyrer = "felles_proeve", $GRUNN, { "A", hvem = "lokal", hjemmel = "k.1" } }
tekst "ord" { overstyrer = "felles_proeve", $GRUNN, nb = "lokale ord", nn = "lokale ord" }
utregning "sum" { overstyrer = "felles_proeve", $GRUNN, tekst = begge "sum", hjemmel = "k.1", enhet = "kr", beregn = function(f) return f.besoek * f.sats.pris + 1 end }
trapp "t" { overstyrer = "felles_proeve", $GRUNN, tekst = begge "trapp", hjemmel = "k.1", gjelder = "/sak",
  trinn "a" { nummer = 1, tekst = begge "a", hjemmel = "k.1", dekker_naar = hoyst("besoek", 2) },
  trinn "b" { nummer = 2, tekst = begge "b", hjemmel = "k.1", dekker_naar = hoyst("besoek", 9) } }
beslutningstabell "prio_proeve" { overstyrer = "felles_proeve", $GRUNN, hjemmel = "k.1", treff = "entydig", innganger = { "besoek" }, rader = { { hoyst(2), gir = 1 }, { minst(3), gir = 2 } } }
sjekkliste "liste" { overstyrer = "felles_proeve", $GRUNN,
  punkt { nummer = 1, nivaa = "stopp", krav = minst("besoek", 4), hjemmel = "k.1", tekst = begge "fire besøk", hvor = begge "her" },
  punkt { nummer = 3, nivaa = "varsel", krav = er("natt"), hjemmel = "k.1", tekst = begge "natt", hvor = begge "her" },
}
test "lokalt" { dato = "2026-05-05", sak = { besoek = 3, kom_inn = "2026-05-01", natt = nei }, sjekkliste = "liste",
  venter = { alarm = "avslaatt", satser = { pris = 120 }, frister = { svar_proeve = "2026-05-15" }, tekster = { ord = "lokale ord" }, utregninger = { sum = 361 },
    trapper = { t = "b" }, fakta = { prio_proeve = 2 }, funn = { "1", "3" } } }
test "fra en dato" { dato = "2025-12-31", sak = { besoek = 3 }, venter = { alarm = "innvilget", satser = { pris = 100 } } }
test "det som gjaldt, gjelder fortsatt" { dato = "2026-05-05", sak = { besoek = 1, natt = ja }, sjekkliste = "liste", venter = { funn = { "1", "2" } } }
LUA
}

@test "a local pack replaces rule, rate, deadline, row, text, amount, stair and table, adds to the checklist, and only there" {
    all | packs
    works hjemmel test felles lokal
    says "ok 1 - felles" "ok 2 - lokalt"
}

@test "the municipality of the case decides which edition; one after another, in either order" {
    all | packs
    good_case a
    sed -i "$(line_of a/sak.xml '<opplysning')i <opplysning navn=\"besoek\" verdi=\"3\"/>" a/sak.xml
    mkdir b
    sed 's/kommune="tolga"/kommune="tynset"/' a/sak.xml >b/sak.xml
    works hjemmel explain --format json --rules "$TOP/rules" --rules felles --rules lokal a/sak.xml -o a.json
    works hjemmel explain --format json --rules "$TOP/rules" --rules felles --rules lokal b/sak.xml -o b.json
    grep -q '"regel": "alarm".*"innstilling": "avslaatt".*"pakke": "tolga_proeve", "overstyrer": "felles_proeve"' a.json
    grep -q '"regel": "alarm".*"innstilling": "innvilget"' b.json
    grep -q '"navn": "tolga_proeve".*"gjelder": "nei"' b.json
    ! grep -q '"overstyrer"' b.json
    local with=(--rules "$TOP/rules" --rules felles --rules lokal)
    hjemmel explain "${with[@]}" a/sak.xml >alone
    hjemmel explain "${with[@]}" b/sak.xml >>alone
    hjemmel explain "${with[@]}" a/sak.xml b/sak.xml >ab
    hjemmel explain "${with[@]}" b/sak.xml a/sak.xml >ba
    diff <(sort alone) <(sort ab)
    diff <(sort alone) <(sort ba)
}

@test "the record and the explanation tell that a local edition was used, what it replaced, where that stands and why" {
    all | packs
    good_case a
    sed -i "$(line_of a/sak.xml '<opplysning')i <opplysning navn=\"besoek\" verdi=\"3\"/>" a/sak.xml
    works hjemmel explain --rules "$TOP/rules" --rules felles --rules lokal a/sak.xml
    says "the edition of the pack tolga_proeve, instead of the one in felles_proeve (felles/pakke.lua:$(line_of felles/pakke.lua 'regel "alarm"')): vedtatt i kommunestyret"
    works hjemmel explain --format html --rules "$TOP/rules" --rules felles --rules lokal a/sak.xml
    says '<p class="note">the edition of the pack tolga_proeve'
    works hjemmel dump --stage record --rules "$TOP/rules" --rules felles --rules lokal a/sak.xml
    says '<felt navn="hvem">lokal</felt>' 'noekkel="ord" maalform="nb" pakke="tolga_proeve" overstyrer="felles_proeve">lokale ord'
}

@test "what is replaced must be said, exist, and be something that can be replaced" {
    packs <<LUA
regel "alarm" { hjemmel = "k.1", innvilges_naar = er("natt") }
tekst "ordd" { overstyrer = "felles_proeve", $GRUNN, nb = "x", nn = "x" }
tekst "ord" { overstyrer = "feles_proeve", $GRUNN, nb = "x", nn = "x" }
frist "svar_proeve" { overstyrer = "felles_proeve", tekst = begge "svar_proeve", hjemmel = "k.1", uker = 2, regnes_fra = "kom_inn", forskyves = "nei" }
sats "pris" { overstyrer = "felles_proeve", $GRUNN, enhet = "kr per måned", hjemmel = "k.1", { fra = "2026-01-01", verdi = 120, kilde = "prisliste" } }
fakta { natt = janei { tekst = begge "natt" } }
LUA
    fails 1 hjemmel test felles lokal
    says "regel 'alarm' stands in the pack 'felles_proeve' too" 'write overstyrer = "felles_proeve"' \
        "overstyrer replaces nothing: the pack 'felles_proeve' has no tekst 'ordd'" "did you mean 'ord'?" \
        "no pack is called 'feles_proeve'" "did you mean 'felles_proeve'?" "frist 'svar_proeve' has no grunn" "another enhet" \
        "faktum 'natt' stands in the pack"
}

@test "a local pack may sharpen a point, never weaken it; and what holds everywhere cannot rest on it" {
    packs <<LUA
sjekkliste "liste" { overstyrer = "felles_proeve", $GRUNN,
  punkt { nummer = 2, nivaa = "varsel", gjelder = "/sak/x", krav = minst("besoek", 1), hjemmel = "k.1", tekst = begge "to besøk", hvor = begge "her" } }
fakta { bare_her = janei { tekst = begge "bare her" } }
LUA
    echo 'fakta { ute = janei { tekst = begge "ute", utledet = er("bare_her") } }' >>felles/pakke.lua
    fails 1 hjemmel test felles lokal
    says "never weaker: punkt 2 in sjekkliste 'liste' is stopp, here varsel" "must be for the same places" \
        "faktum 'bare_her' stands only in the pack 'tolga_proeve'"
}

@test "two local packs that both hold and both replace the same are told when a case is decided" {
    all | packs
    mkdir andre
    echo 'pakke { navn = "andre", versjon = "1.0.0", spraakversjon = 1, gjelder_naar = "/kommune" }' >andre/pakke.lua
    echo "tekst \"ord\" { overstyrer = \"felles_proeve\", $GRUNN, nb = \"andre\", nn = \"andre\" }" >>andre/pakke.lua
    good_case a
    fails 1 hjemmel explain --rules "$TOP/rules" --rules felles --rules lokal --rules andre a/sak.xml
    says "the packs 'andre' and 'tolga_proeve' both hold here, and both have 'ord'"
}

@test "what changes with time in a kommune file has one edition a day; days between two without any are told" {
    good_case a
    works hjemmel check a/sak.xml
    cp kommuner/tolga.xml .tolga
    edit kommuner/tolga.xml 's/verdi="240" per="maaned" fra="2025-01-01" til="2026-01-01"/verdi="240" per="maaned" fra="2025-01-01" til="2026-02-01"/'
    fails 1 hjemmel check a/sak.xml
    says "two 'sats' with the same 'navn' hold on the same day" "HJ-CASE-065" "in line $(line_of kommuner/tolga.xml 'fra="2025-01-01"')"
    cp .tolga kommuner/tolga.xml
    edit kommuner/tolga.xml 's/fra="2025-01-01" til="2026-01-01"/fra="2025-01-01" til="2025-12-01"/'
    works hjemmel check a/sak.xml
    says "no 'sats' with this 'navn' holds from 2025-12-01 to 2026-01-01" "HJ-CASE-066"
    cp .tolga kommuner/tolga.xml
    edit kommuner/tolga.xml 's/regime="B"/regime="B E" fra="2026-01-01"/'
    fails 1 hjemmel check a/sak.xml
    says "two 'klageinstans' with the same 'regime' hold on the same day"
    cp .tolga kommuner/tolga.xml
    edit kommuner/tolga.xml 's/<klageinstans regime="B">/<klageinstans regime="B" til="2026-01-01"><navn maalform="nb">gammel nemnd<\/navn><navn maalform="nn">gammal nemnd<\/navn><\/klageinstans><klageinstans regime="B" fra="2026-01-01">/'
    works hjemmel check a/sak.xml
    says_not "HJ-CASE-06"
}
