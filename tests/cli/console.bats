# hjemmel console: a conversation about one case, line by line.
load common

# A pack of two rules over a case of two services, and the case.
world() {
    mkdir -p regler
    cat >regler/pakke.lua <<'LUA'
pakke { navn = "proeve", versjon = "1.0.0", spraakversjon = 1 }
LUA
    cat >regler/regel.lua <<'LUA'
dokument "sak" { navnerom = "urn:hjemmel:sak:1", dato = { "/sak/@dato" }, dokumentdato = { "/sak/@dato" } }
lov "lov" { navn = { nb = "loven", nn = "lova" }, id = "LOV-2000-01-01-1" }
hjemmel "lov_1" { lov = "lov", paragraf = "1", fra = "2000-01-01", vis = { nb = "loven § 1", nn = "lova § 1" },
  tekst = { nb = "Hjelp gis.", nn = "Hjelp blir gitt." }, kilde = "proeve", status = "gjeldende" }
fakta {
  alene = janei { tekst = { nb = "bor alene", nn = "bur åleine" }, sti = "/sak/kartlegging/opplysning[@navn='alene']/@verdi" },
  fall = tall { tekst = { nb = "fall", nn = "fall" }, sti = "/sak/kartlegging/opplysning[@navn='fall']/@verdi", min = 0, maks = 100 },
  mange_fall = janei { tekst = { nb = "har falt mye", nn = "har falle mykje" }, utledet = minst("fall", 2) },
  soekt = dato { tekst = { nb = "søkt", nn = "søkt" }, sti = "/sak/soeknad/@mottatt" },
}
frist "svar" { regnes_fra = "soekt", uker = 4, hjemmel = "lov_1", tekst = { nb = "svar", nn = "svar" }, forskyves = "nei" }
regel "alarm" {
  gjelder = "/sak/tjenester/tjeneste[@kode='TRA']", hjemmel = { "lov_1" }, fra = "2000-01-01", frister = { "svar" },
  innvilges_naar = alle { er("alene"), er("mange_fall") },
}
sjekkliste "vedtak" { punkt { nummer = "1", nivaa = "varsel", gjelder = "/sak", krav = finnes("fall"), hjemmel = "lov_1",
  tekst = { nb = "Fall mangler.", nn = "Fall manglar." }, hvor = { nb = "Skriv det.", nn = "Skriv det." } } }
regel "annet" { gjelder = "/sak/ingenting", hjemmel = { "lov_1" }, innvilges_naar = er("alene") }
LUA
}

talk() { printf '%s\n' "$@" | hjemmel console -l en "$TOP/samples/saker/08-mangler-opplysninger/sak.xml"; }

@test "console: asks, changes a fact, shows what it does, takes it back" {
    works talk rules 'sett t2 kan_bruke_alarm = ja' 'set t2.godtar_noekkelboks = yes' 'sett del_av_noedvendig_helsehjelp = nei' \
        changes angre angre quit rules
    says 'trygghetsalarm (t2): ukjent; missing: del_av_noedvendig_helsehjelp, kan_bruke_alarm, godtar_noekkelboks, saerlige_grunner' \
        'trygghetsalarm (t2) missing: del_av_noedvendig_helsehjelp, godtar_noekkelboks, saerlige_grunner → del_av_noedvendig_helsehjelp' \
        'trygghetsalarm (t2): ukjent → innvilget' '4. del_av_noedvendig_helsehjelp = nei' '3. t2.godtar_noekkelboks = ja' \
        'trygghetsalarm (t2): innvilget → ukjent'
    # What follows quit is not read.
    [ "$(grep -c '^hjemmesykepleie (t1)' <<<"$output")" -eq 2 ]
}

@test "console: facts with their line, kinds of unknown, and what is missing" {
    works talk fakta 'fakta fall_siste_aar' 'mangler t2' 'glem fall_siste_aar' 'sett utrygg_hjemme = under_innhenting' 'facts'
    line=$(line_of "$TOP/samples/saker/08-mangler-opplysninger/sak.xml" fall_siste_aar)
    says "fall_siste_aar = 1  ($TOP/samples/saker/08-mangler-opplysninger/sak.xml:$line)" \
        'kan_bruke_alarm = unknown, being collected' 'utrygg_hjemme = unknown, not stated' \
        "goes in opplysning[@navn='kan_bruke_alarm']/@verdi" 'fall_siste_aar = unknown, not stated  (console:4)' \
        'utrygg_hjemme = unknown, being collected  (console:5)'
}

@test "console: why shows the tree, deadlines and checklist their parts, a date another law" {
    works talk 'hvorfor t2' frister sjekk 'dato 2026-12-01' dato
    says 'er("kan_bruke_alarm")' 'because' 'deadlines' '10.12.2026' 'STOPP' 'dato: 2026-11-10 → 2026-12-01' '2026-12-01'
    says_not 'hjemmesykepleie  /sak'
}

@test "console: what is not understood is told, with the nearest word, and ends nothing" {
    fails 1 talk hvorfro 'fakta fall_siste_ar' 'regel trygghetsalrm' 'sett fall_siste_aar = mange' 'sett fall_siste_aar' sett \
        'dato i går' 'regel matombringing' '' '# a remark' regler
    says 'there is no command "hvorfro" here' "did you mean 'hvorfor'" "did you mean 'fall_siste_aar'" "did you mean 'trygghetsalarm'" \
        'expected a number from 0 to 1000' 'HJ-CONSOLE-008' 'is no date' 'trygghetsalarm (t2): ukjent;'
    run bash -c "printf 'hvorfro\n' | hjemmel console -l nb '$TOP/samples/saker/08-mangler-opplysninger/sak.xml'"
    says 'mente du «hvorfor»?'
}

@test "console: a derived fact can be set, a value that stops the case can be taken back" {
    world
    good_case en
    edit en/sak.xml "0,/<opplysning /s//<opplysning navn=\"fall\" verdi=\"mange\"\/>\n    <opplysning /"
    sed -i 's/kode="HSH"/kode="TRA"/' en/sak.xml
    run bash -c "printf '%s\n' regler 'sett fall = 3' regler 'sett alene = ja' 'sett mange_fall = nei' angre angre 'regel annet' angre angre frister \
        | hjemmel console -r regler -l en en/sak.xml"
    says 'HJ-FACTS-011' 'HJ-CONSOLE-001' 'alarm (t1): ukjent; missing: alene' 'alarm (t1): ukjent → innvilget' \
        'alarm (t1): innvilget → avslaatt' 'alarm (t1): avslaatt → innvilget' 'Nothing has been changed.' \
        "the rule 'annet' applies to nothing in this case"
    [ "$status" -eq 1 ]
}

@test "console: reload takes new packs into use, and keeps the old when they do not load" {
    world
    good_case en
    sed -i 's/kode="HSH"/kode="TRA"/' en/sak.xml
    mkfifo ask
    hjemmel console -r regler -l en en/sak.xml <ask >svar 2>&1 &
    pid=$!
    exec 7>ask
    printf 'sett alene = ja\nsett fall = 1\n' >&7
    await 'alarm (t1): ukjent → avslaatt'
    sed -i 's/minst("fall", 2)/minst("fall", 1)/' regler/regel.lua
    echo last >&7
    await 'alarm (t1): avslaatt → innvilget'
    sed -i 's/minst("fall", 1)/minst("fal", 1)/' regler/regel.lua
    printf 'last\nrules\n' >&7
    await 'regel.lua:8' 'The packs do not load; the ones read before are still in use.' 'alarm (t1): innvilget  ('
    exec 7>&-
    wait $pid && false || [ $? -eq 1 ]
}

# await TEXT…: each has been said within a time no machine needs.
await() {
    local text n
    for text; do
        n=0
        until grep -qF -- "$text" svar; do
            sleep 0.05
            n=$((n + 1))
            [ $n -lt 400 ] || { echo "not said: $text"; cat svar; return 1; }
        done
    done
}

@test "console: a case that cannot be read, and an end of file at once" {
    fails 3 hjemmel console finnes-ikke.xml </dev/null
    fails 2 hjemmel console </dev/null
    works hjemmel console "$TOP/samples/saker/01-hjemmesykepleie/sak.xml" </dev/null
    says 'innvilget'
    nothing_left
}
