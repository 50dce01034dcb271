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
    says '<details>' '</html>' 'er(&quot;' || says 'er("kan_varsle_paa_annen_maate"'
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

@test "a broken case is counted, and the others compared" {
    two_versions
    echo '<sak' >saker/broken.xml
    works hjemmel diff foer etter saker
    says '4 cases, 0 of them come out otherwise, 1 could not be decided'
}
