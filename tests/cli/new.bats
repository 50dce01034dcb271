# hjemmel new: what it writes loads, checks and renders as it is; one test fails until it is filled in.
load common

# clean PATH...: no error and no warning.
clean() {
    works hjemmel check "$@"
    says_not "warning" "error"
}
# one_failing FOLDER FILE: exactly one test fails, it says what to fill in and where it stands.
one_failing() {
    run hjemmel test "$1"
    [ "$status" -eq 1 ]
    [ "$(grep -c '^not ok' <<<"$output")" -eq 1 ]
    says "not ok" "FYLL UT: skriv det" "$2:"
}

@test "a rule, in a pack of its own: clean, one failing test, and it passes once it is filled in" {
    works hjemmel new rule dagtur
    says "dagtur/dagtur.lua: written" "dagtur/tester/dagtur.lua:11: FYLL UT: skriv det andre vilkåret i dagtur.lua"
    clean dagtur
    one_failing dagtur dagtur/tester/dagtur.lua
    sed -i 's/dagtur_fyll_ut/dagtur_kan_gaa/g' dagtur/dagtur.lua dagtur/tester/dagtur.lua
    sed -i 's/^  sak = { dagtur_behov = ja },/  sak = { dagtur_behov = ja, dagtur_kan_gaa = ja },/' dagtur/tester/dagtur.lua
    works hjemmel test dagtur
    clean dagtur
}

@test "a service, among packs that are there and alone" {
    cp -r "$TOP/rules" .
    works hjemmel new tjeneste turfoelge --in rules/tildeling
    grep -q 'vedtak_i = "utfall",$' rules/tildeling/turfoelge.lua
    ! grep -q 'saerlige_grunner = janei' rules/tildeling/turfoelge.lua
    clean rules
    one_failing rules rules/tildeling/tester/turfoelge.lua
    works hjemmel new service turfoelge --in egne
    ! grep -q 'klageregime\|vedtak_i\|--med\|--uten' egne/turfoelge/turfoelge.lua
    grep -q 'saerlige_grunner = janei' egne/turfoelge/turfoelge.lua
    grep -q 'lokal = ja' egne/turfoelge/turfoelge.lua
    clean egne/turfoelge
    one_failing egne/turfoelge egne/turfoelge/tester/turfoelge.lua
    sed -i 's/turfoelge_fyll_ut/turfoelge_vil/g' egne/turfoelge/*.lua egne/turfoelge/tester/*.lua
    sed -i 's/turfoelge_dekket = nei },/turfoelge_dekket = nei, turfoelge_vil = ja },/' egne/turfoelge/tester/turfoelge.lua
    works hjemmel test egne/turfoelge
}

@test "the letter of a new service can be made" {
    cp -r "$TOP/rules" .
    works hjemmel new service turfoelge --in rules/tildeling
    works hjemmel new case sak1
    edit sak1/sak.xml 's/kode="TRA"/kode="TURFOELG"/; s/iplosKode="6" //; s/betaler="ja" beloep="250" per="maaned" satsdato="2026-01-01"/betaler="nei"/
        s/id="a1" rolle="saksbehandler"/id="a1" rolle="enhetsleder"/; s/<opplysning navn="del_av.*/<opplysning navn="turfoelge_behov" verdi="ja"\/>/'
    edit sak1/sak.xml 's/(<opplysning navn="turfoelge_)behov(.*)/&\1fyll_ut\2<opplysning navn="turfoelge_dekket" verdi="nei"\/>/'
    works hjemmel -r rules render sak1/sak.xml -o brev.pdf
    works hjemmel -r rules explain sak1/sak.xml
    says "turfoelge"
}

@test "a letter: stylesheet, texts and entry, set in both målformer" {
    cp -rL "$TOP/templates" maler
    works hjemmel new letter turvarsel --in maler
    says "maler/dokumenter.xml: one entry more"
    clean maler
    works hjemmel new sak proeve
    for m in nb nn; do
        works hjemmel -t maler render -d turvarsel -m $m proeve/sak.xml -o $m.pdf
        [ "$(head -c 5 $m.pdf)" = "%PDF-" ]
    done
    cp maler/dokumenter.xml foer.xml
    fails 1 hjemmel new letter turvarsel --in maler
    says "maler/dokumenter.xml: error: there is a document called turvarsel already"
    cmp foer.xml maler/dokumenter.xml
    sed -i '/turvarsel/,/dokument>/d' maler/dokumenter.xml
    fails 1 hjemmel new letter turvarsel --in maler
    says "there are texts called turvarsel.… already"
    fails 1 hjemmel new letter turvarsel
    says "there is no dokumenter.xml here" "cp -rL"
}

@test "a case and a kommune: valid, and the case's letter can be sent" {
    works hjemmel new case proeve
    says "proeve/sak.xml: written" "proeve/kommune.xml: written" "FYLL UT"
    clean proeve/sak.xml
    works hjemmel render proeve/sak.xml -o brev.pdf
    works hjemmel new kommune eidskog --in kommuner
    says "kommuner/eidskog.xml:3: FYLL UT: kommunenummer"
    clean kommuner/eidskog.xml
    grep -q 'id="eidskog"' kommuner/eidskog.xml
    grep -q '<navn>Eidskog kommune</navn>' kommuner/eidskog.xml
}

@test "nothing is written over, and nothing is left when one file is in the way" {
    works hjemmel new rule dagtur
    rm dagtur/pakke.lua dagtur/tester/dagtur.lua
    echo "-- mitt" >dagtur/dagtur.lua
    fails 1 hjemmel new regel dagtur
    says "dagtur/dagtur.lua: error: this file is there already"
    [ "$(cat dagtur/dagtur.lua)" = "-- mitt" ]
    nothing_left dagtur/dagtur.lua
}

@test "names and kinds that will not do, with what was meant" {
    fails 2 hjemmel new rule "Støy"
    says "cannot be a name" "write stoey"
    fails 2 hjemmel new srevice x1
    says "did you mean service?"
    fails 2 hjemmel new ting x1
    says "rule, service, letter, case or municipality"
    fails 2 hjemmel new rule ../ut
    fails 2 hjemmel new rule
    nothing_left
}

@test "what stands for a name is in no written file" {
    works hjemmel new service dagtur
    works hjemmel new case proeve
    works hjemmel new municipality eidskog
    ! grep -rni "nytt_navn\|nyttkode\|--med:\|--uten:" dagtur proeve eidskog.xml
}
