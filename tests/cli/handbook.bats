# The handbook of the rule language: what it shows is what happens.
load common

@test "every example of the handbook works as written" {
    "$TOP/tests/handbook/run" "$TOP/rules/README.md"
}

@test "an example that is wrong is found" {
    printf '%s\n' '```lua' 'regel "a" { hjemmel = "kriterier.alarm", innvilges_naar = er("finnes_ikke") }' '```' >a.md
    fails 1 "$TOP/tests/handbook/run" a.md
    says "line 1: does not load" "finnes_ikke"
    printf '%s\n' '```lua' 'test "a" { dato = "2026-01-01", sak = { bor_hjemme = nei }, venter = { trygghetsalarm = "innvilget" } }' '```' >b.md
    fails 1 "$TOP/tests/handbook/run" b.md
    says "line 1: its tests fail"
    printf '%s\n' '<!-- eksempel: feil -->' '```lua' 'lov "l." {}' '```' '```text' 'noe annet' '```' >c.md
    fails 1 "$TOP/tests/handbook/run" c.md
    says "line 5: not said" "noe annet"
    printf '%s\n' '```console' '$ hjemmel check rules/ && echo ja' 'nei' '```' >d.md
    fails 1 "$TOP/tests/handbook/run" d.md
    says "not said" "nei"
    printf '%s\n' '```console' '$ hjemmel check finnes-ikke' '```' >e.md
    fails 1 "$TOP/tests/handbook/run" e.md
    says "exit"
    printf '%s\n' 'ingen eksempler' >f.md
    fails 1 "$TOP/tests/handbook/run" f.md
}

@test "every word of the language stands in the glossary" {
    words=$(cd "$TOP/engine/rules" && {
        sed -n '/^} constructors\[\]/,/}};/p' construct.c
        grep -hE '\{"[a-z_]+", (hj_call_|own_)?[a-z_]+\}' construct.c conditions.c library.c
        grep -ohE 'set_global\(host, L, "[a-z_]+"' construct.c
    } | grep -oE '"[a-z_]+"' | tr -d '"' | grep -v __ | sort -u)
    [ "$(wc -w <<<"$words")" -gt 60 ]
    for word in $words; do
        grep -qE "\`(tekst\.)?$word\`" "$TOP/rules/ORDLISTE.md" || { echo "not in rules/ORDLISTE.md: $word"; return 1; }
    done
}

@test "every service our packs know stands in the glossary" {
    codes=$(grep -ohE "@kode='[A-Z]+'" "$TOP"/rules/tildeling/*.lua | cut -d"'" -f2 | sort -u)
    [ "$(wc -w <<<"$codes")" -gt 20 ]
    for code in $codes; do
        grep -q "\`$code\`" "$TOP/rules/ORDLISTE.md" || { echo "not in rules/ORDLISTE.md: $code"; return 1; }
    done
}
