# hjemmel diff: whom does a change of the rules hit, and why?
load common

two_versions() {
    cp -r "$TOP/rules" foer
    cp -r "$TOP/rules" etter
    mkdir -p saker
    cp -r "$TOP/samples/kommuner" .
    for n in 05-trygghetsalarm 10-avslag-tryggleiksalarm-nynorsk 01-hjemmesykepleie; do
        cp "$TOP/samples/saker/$n/sak.xml" "saker/$n.xml"
    done
}

@test "the same rules change nothing" {
    two_versions
    works hjemmel diff foer etter saker
    [ "$output" = "3 cases, 0 of them come out otherwise, 0 could not be decided" ]
}

@test "the two versions may be named" {
    two_versions
    edit etter/felles/frister.lua '0,/uker = 3/s//uker = 4/'
    works hjemmel diff foer etter saker
    expected=$output
    works hjemmel diff --old foer --new etter saker
    [ "$output" = "$expected" ]
    works hjemmel diff foer saker --new=etter
    [ "$output" = "$expected" ]
    fails 2 hjemmel diff --old foer etter
    says 'diff needs something to work on'
}

@test "an outcome is traced to the first condition that flipped, its line and its hjemmel" {
    two_versions
    edit etter/tildeling/trygghetsalarm.lua 's/er\("kan_varsle_paa_annen_maate", nei\) \}/er("kan_varsle_paa_annen_maate") }/'
    works hjemmel diff foer etter saker
    says '3 cases, 1 of them come out otherwise' '1  utfall trygghetsalarm: avslaatt → innvilget' \
        'er("kan_varsle_paa_annen_maate", nei) (nei) → er("kan_varsle_paa_annen_maate") (ja)' \
        'etter/tildeling/trygghetsalarm.lua:' 'kommunens kriterier for trygghetsalarm' \
        'saker/10-avslag-tryggleiksalarm-nynorsk.xml' 'funn vedtak avvik: – → stopp'
    says_not '05-trygghetsalarm'
    works hjemmel diff -f json foer etter saker
    echo "$output" | python3 -c 'import json,sys; d=json.load(sys.stdin); assert d["changed"]==1 and d["groups"][0]["cases"]'
    works hjemmel diff -f html foer etter saker
    says '<details open>' '</html>' 'er(&quot;' '<main id="main">' 'prefers-color-scheme' 'trygghetsalarm: avslaatt → innvilget'
}

@test "a longer deadline is one group, by how far it moved" {
    two_versions
    edit etter/felles/frister.lua '0,/uker = 3/s//uker = 4/'
    works hjemmel diff foer etter saker
    says '2  frist klagefrist_b: moved +7 days'
}

@test "a version that does not load compares nothing" {
    two_versions
    echo 'regel "x" {' >>etter/felles/frister.lua
    fails 1 hjemmel diff foer etter saker
    says 'etter/felles/frister.lua'
    says_not 'cases,'
}

@test "a day that is no date, a kind there is not, a folder without cases: each is told, none is «0 cases»" {
    two_versions
    fails 2 hjemmel diff --dato 15.02.2027 foer etter saker
    says '15.02.2027 is no date; dates are written as 2026-11-24' '[HJ-HJEMMEL-005]'
    says_not 'cases,'
    mkdir tom
    fails 1 hjemmel diff foer etter tom
    says 'tom: error: there are no cases here to compare the two versions with' '[HJ-DIFF-001]'
    works hjemmel diff --dokument finnes_ikke foer etter saker
    says '3 could not be decided' 'finnes_ikke'
}

@test "a broken case is named with what is wrong, and the others compared" {
    two_versions
    echo '<sak' >saker/broken.xml
    works hjemmel diff foer etter saker
    says '4 cases, 0 of them come out otherwise, 1 could not be decided' 'saker/broken.xml: ' '[HJ-CASE-014]'
    works hjemmel diff -f json foer etter saker
    echo "$output" | python3 -c '
import json, sys
d = json.load(sys.stdin)
assert d["failed"] == 1 and d["broken"][0]["case"] == "saker/broken.xml" and "HJ-CASE-014" in d["broken"][0]["why"], d'
    works hjemmel diff -f html foer etter saker
    says 'Could not be decided' 'saker/broken.xml'
    # Named on the command line it is a mistake of the one who named it.
    fails 1 hjemmel diff foer etter saker/broken.xml
}

@test "a value that does not fit one version is a difference, and named" {
    two_versions
    edit etter/tildeling/fakta.lua 's/(fall_siste_aar.*)/\1/; s/heldoegns/heldoegns/; 1i -- ingen endring'
    edit saker/05-trygghetsalarm.xml 's/(navn="fall_siste_aar"[^>]*verdi=")1"/\1mange"/'
    works hjemmel diff foer etter saker
    says '1 could not be decided' 'saker/05-trygghetsalarm.xml: ' 'HJ-FACTS-011'
    says_not 'mange'
}

@test "a fact read from another place is read anew, though the rest is read once for both" {
    two_versions
    edit etter/felles/fakta.lua '0,/sti = "vedtak.begrunnelse"/s//sti = "vedtak\/hensyn"/'
    works hjemmel diff foer etter saker
    says '1  funn vedtak 11: – → stopp' 'saker/10-avslag'
}

@test "--tekster: the texts and values a longer deadline changes, with why and an example" {
    two_versions
    edit etter/felles/frister.lua '0,/uker = 3/s//uker = 4/'
    works hjemmel diff --tekster foer etter saker
    says 'verdi vedtak.klage.anslag {lengde}: “tre' 'frist klagefrist_b' \
        'verdi vedtak.klage.anslag {dato}:'
    works hjemmel diff -f json --tekster foer etter saker
    echo "$output" | python3 -c '
import json, sys
d = json.load(sys.stdin)
g = [g for g in d["groups"] if g["name"] == "vedtak.klage.anslag {lengde}"][0]
assert g["why"] == "frist klagefrist_b" and g["hjemmel"].startswith("fvl. § 29"), g
assert g["file"].endswith("frister.lua") and "uker" in g["example"]["was"], g'
    works hjemmel diff foer etter saker
    says_not 'verdi ' 'uker'
}

@test "--tekster: another complaint regime is other texts, traced to what changed" {
    two_versions
    edit etter/tildeling/trygghetsalarm.lua 's/regime = "B"/regime = "A"/'
    works hjemmel diff --tekster foer etter saker
    says 'tekst' 'vedtak.'
    works hjemmel diff -f html --tekster foer etter saker
    says '<section>' '</html>'
}

# A pack with an amount and a stair, small enough to see.
amounts() {
    mkdir -p "$1"
    echo 'pakke { navn = "proeve", versjon = "1.0.0", spraakversjon = 1 }' >"$1/pakke.lua"
    cat >"$1/regler.lua" <<LUA
dokument "sak" { navnerom = "urn:hjemmel:sak:1", dato = { "/sak/@dato" } }
lov "k" { navn = begge "kriterier" }
hjemmel "k.1" { lov = "k", fra = "2000-01-01", vis = begge "kriterier 1", kilde = "proeve", status = "gjeldende" }
fakta { fall = tall { tekst = begge "fall", min = 0, maks = 99, sti = "/sak/kartlegging/opplysning[@navn='fall_siste_aar']/@verdi" } }
utregning "pris" { enhet = "kr", tekst = begge "pris", hjemmel = "k.1", avrunding = "krone", beregn = function(f) return f.fall * 10 + $2 end }
trapp "t" { hjemmel = "k.1", tekst = begge "trapp",
  trinn "lav" { nummer = 1, tekst = begge "lav", hjemmel = "k.1", dekker_naar = hoyst("fall", $3) },
  trinn "hoey" { nummer = 2, tekst = begge "høy", hjemmel = "k.1", dekker_naar = over("fall", $3) } }
sjekkliste "vedtak" { punkt { nummer = "1", nivaa = "varsel", hjemmel = "k.1", krav = finnes("fall"), tekst = begge "fall?", hvor = begge "der" } }
regel "r" { hjemmel = "k.1", utregninger = { "pris" }, innvilges_naar = finnes("fall") }
LUA
}

@test "amounts by how much, and stairs by which step" {
    mkdir -p saker
    cp -r "$TOP/samples/kommuner" .
    cp "$TOP/samples/saker/05-trygghetsalarm/sak.xml" saker/05.xml
    amounts en 100 1
    amounts to 112 0
    works hjemmel diff en to saker
    says '1  utregning pris: +12 kr' '1  trapp t: lav → hoey' 'to/regler.lua:5  kriterier 1' 'to/regler.lua:6'
    works hjemmel diff en en saker
    says '1 cases, 0 of them'
}
