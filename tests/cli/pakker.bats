# The manifest: what a pack says of itself, and what is said when packs do not fit together.
load common

pack() { # NAME VERSION [MORE]: a pack in p/NAME
    mkdir -p "p/$1"
    echo "pakke { navn = \"$1\", versjon = \"$2\", spraakversjon = 1, ${3:-} }" >"p/$1/pakke.lua"
}

@test "packs that fit together" {
    pack a 0.1.3
    pack b 2.0.0 'bygger_paa = { a = "0.1", c = "1.4.2" }'
    pack c 1.4.2
    works hjemmel check p
    works hjemmel dump --stage rules --rules p "$TOP/samples/saker/01-hjemmesykepleie/sak.xml"
    says "pakke b 2.0.0 bygger_paa a 0.1, c 1.4.2"
}

@test "a pack that is missing is told once, as a pack" {
    cp -r "$TOP/rules" .
    rm -r rules/felles
    fails 1 hjemmel check rules
    says "rules/tildeling/pakke.lua:" "the pack 'tildeling' builds on the pack 'felles', which is not among those that are read" \
        "give the folder that holds both"
    says_not "HJ-RULES-1" "hol."
    fails 1 hjemmel check --lang nb rules
    says "pakken 'tildeling' bygger på pakken 'felles', som ikke er blant dem som leses"
    pack fellles 0.1.0
    pack b 1.0.0 'bygger_paa = { felles = "0.1" }'
    fails 1 hjemmel check p
    says "did you mean 'fellles'?"
}

@test "another version than the one it builds on" {
    pack a 0.2.0
    pack b 1.0.0 'bygger_paa = { a = "0.1" }'
    fails 1 hjemmel check p
    says "p/b/pakke.lua:1" "the pack 'b' builds on 'a' 0.1; the one in p/a is 0.2.0" "write the new version in bygger_paa"
    pack a 0.10.0
    fails 1 hjemmel check p
    says "the one in p/a is 0.10.0"
    pack a 0.1
    works hjemmel check p
}

@test "the same pack twice" {
    pack a 0.1.0
    cp -r p q
    fails 1 hjemmel dump --stage rules --rules p --rules q "$TOP/samples/saker/01-hjemmesykepleie/sak.xml"
    says "two packs are called 'a': this one, and that in p/a" "is a folder given twice?"
}

@test "a newer version of the language: the pack's other files are not read" {
    pack a 0.1.0
    mkdir p/b
    echo 'pakke { navn = "b", versjon = "1", spraakversjon = 2 }' >p/b/pakke.lua
    echo 'noe_nytt "x" { }' >p/b/regler.lua
    fails 1 hjemmel check p
    says "the pack is written in version 2 of the rule language; this program reads version 1" "a newer hjemmel reads it"
    says_not "noe_nytt" "regler.lua"
    echo 'pakke { navn = "b", versjon = "1", spraakversjon = 0 }' >p/b/pakke.lua
    fails 1 hjemmel check p
    says "there is no version 0 of the rule language"
}

@test "names and versions that cannot be" {
    for bad in 'navn = "Tildeling"' 'navn = "a b"' 'navn = "../a"' 'navn = ""'; do
        mkdir -p p/x
        echo "pakke { $bad, versjon = \"1\", spraakversjon = 1 }" >p/x/pakke.lua
        fails 1 hjemmel check p
    done
    printf 'pakke { navn = "a\\npack b", versjon = "1", spraakversjon = 1 }' >p/x/pakke.lua
    fails 1 hjemmel check p
    says "a pack's name is small letters"
    for bad in 'v1' '1 0' '' 'æ'; do
        echo "pakke { navn = \"x\", versjon = \"$bad\", spraakversjon = 1 }" >p/x/pakke.lua
        fails 1 hjemmel check p
    done
    says "a pack's version is numbers with points between"
    for bad in 'bygger_paa = { felles = 1 }' 'bygger_paa = { felles = "ny" }' 'bygger_paa = "felles"' 'bygger_paa = { "felles" }' 'bygger_pa = {}'; do
        echo "pakke { navn = \"x\", versjon = \"1\", spraakversjon = 1, $bad }" >p/x/pakke.lua
        fails 1 hjemmel check p
        says "p/x/pakke.lua:1"
    done
    says "did you mean 'bygger_paa'?"
}

@test "a case outside the time a pack is valid for" {
    good_case sak
    cp -r "$TOP/rules" .
    edit rules/tildeling/pakke.lua 's/spraakversjon = 1,/spraakversjon = 1, gyldig = { til = "2026-07-01" },/'
    fails 1 hjemmel render --rules rules sak/sak.xml -o x.pdf
    says "the pack 'tildeling' is not valid on 2026-11-24, the date of this document" "it is valid until 2026-07-01; use the version after it"
    [ ! -e x.pdf ]
    edit rules/tildeling/pakke.lua 's/til = "2026-07-01"/fra = "2026-01-01", til = "2026-07-01"/'
    fails 1 hjemmel render --rules rules sak/sak.xml -o x.pdf
    says "it is valid from 2026-01-01 until 2026-07-01"
    works hjemmel render --rules rules sak/sak.xml --dato 2026-06-30 -o x.pdf
}
