# What a rule author easily forgets is told by check: a table looked up by another key than the rule's own, a decision never
# held against the rule, a name given twice, a place left to fill in, a file that is not read.
load common

a_service() {
    mkdir -p "pakker/egen"
    cp -r "$TOP/rules/felles" "$TOP/rules/tildeling" "$TOP/rules/klage" pakker/
    cat >pakker/egen/pakke.lua <<'LUA'
pakke { navn = "egen", versjon = "1.0", spraakversjon = 1 }
LUA
    cat >pakker/egen/tilbud.lua <<LUA
regel "turfoelge" {
  gjelder = "/sak/tjenester/tjeneste[@kode='TUR']",
  hjemmel = "hol.3-1",
  egenskaper = { kode = "TUR", regime = "B", tittel = { nb = "turfølge", nn = "${1:-turfølgje}" } },
  ${2:-}
  ${3-vedtak_i = \"utfall\",}
  innvilges_naar = alle {
    vilkaar "bor_her" { hjemmel = "hol.3-1", er("oppholder_seg_i_kommunen"),
      tekst = { nb = "Du bor her", nn = "Du bur her" } },
    vilkaar "${4:-kan}" { hjemmel = "hol.3-1", er("kan_bruke_alarm"),
      tekst = { nb = "Du kan gå tur", nn = "Du kan gå tur" } },
  },
}
test "turfølge: bor her og kan" { dato = "2026-11-02",
  sak = { oppholder_seg_i_kommunen = ja, kan_bruke_alarm = ja }, venter = { turfoelge = "innvilget" } }
LUA
}

@test "a service with nothing forgotten: the regime is looked up without being asked for" {
    a_service
    works hjemmel check pakker
    says_not 'egen/'
    works hjemmel dump --stage rules pakker
    says 'oppslag klageregime B'
}

@test "a rule that looks up another regime than its own is refused" {
    a_service turfølgje 'oppslag = { klageregime = "A" },'
    fails 1 hjemmel check pakker
    says 'pakker/egen/tilbud.lua:5' "regel 'turfoelge' has regime = \"B\", but looks up 'A' in oppslag 'klageregime'" 'HJ-RULES-286'
    a_service turfølgje 'oppslag = { klageregime = "B" },'
    works hjemmel check pakker
}

@test "a regime there is no row for is told with the rule" {
    a_service
    edit pakker/egen/tilbud.lua 's/regime = "B"/regime = "Q"/'
    fails 1 hjemmel check pakker
    says 'pakker/egen/tilbud.lua:4' "oppslag 'klageregime' has no row 'Q'"
}

@test "forgotten vedtak_i, a name twice, a place to fill in, and a file with another name" {
    a_service 'FYLL UT' '' '' bor_her
    cp pakker/egen/tilbud.lua pakker/egen/tilbud.lua.txt
    works hjemmel check pakker
    says "regel 'turfoelge' has no vedtak_i" 'write vedtak_i = "utfall"' "vilkaar 'bor_her' has the name of the one on line 8" \
        'a text here is still FYLL UT' 'pakker/egen/tilbud.lua.txt: warning: this file is not read'
}

@test "a fact declared twice is told where both stand, and nothing else is blamed for it" {
    a_service
    mkdir pakker/a
    cat >pakker/a/pakke.lua <<'LUA'
pakke { navn = "a", versjon = "1.0", spraakversjon = 1 }
fakta { boform = janei { tekst = begge "boform" } }
LUA
    fails 1 hjemmel check pakker
    says 'HJ-RULES-100' 'pakker/a/pakke.lua:2' 'pakker/tildeling/fakta.lua'
    [ "$(grep -c ': error' <<<"$output")" = 1 ]
}

@test "a Norwegian letter in a name, and in høyst, is told with how it is written" {
    a_service
    edit pakker/egen/tilbud.lua 's/^regel "turfoelge"/regel "turfølge"/'
    fails 1 hjemmel check pakker
    says 'regel "turfølge" is no name' 'ø oe'
    a_service
    edit pakker/egen/tilbud.lua 's/er\("kan_bruke_alarm"\)/høyst("fall_siste_aar", 3)/'
    fails 1 hjemmel check pakker
    says "write 'hoyst'"
    says_not 'HJ-RULES-008'
}
