# What a hostile rule file, or the folder it stands in, must not do to the program. The scripts themselves
# are tests/sandbox/attacks.
load common

manifest='pakke { navn = "proeve", versjon = "0.1.0", spraakversjon = 1 }'

@test "a rule file that stands alone is answered with its line, at once" {
    echo 'while ja do end' >alene.lua
    fails 1 timeout 10 hjemmel check alene.lua
    says "alene.lua:1:1: error: the rules took more than 5000000 steps"
    printf 'local s = "x"\nwhile ja do s = s .. s end\n' >minne.lua
    fails 1 timeout 10 hjemmel check minne.lua
    says "minne.lua:2" "more memory than they may"
    fails 1 timeout 10 hjemmel check --lang nb alene.lua
    says "alene.lua:1:1: feil: "
}

@test "what stands beside a pack is not searched, unless it is a pack" {
    mkdir -p mange/pakke mange/annet/dypt
    echo "$manifest" >mange/pakke/pakke.lua
    echo 'local x = finnes_ikke' >mange/pakke/regler.lua
    echo "$manifest" >mange/annet/dypt/pakke.lua
    echo 'while ja do end' >mange/annet/dypt/ond.lua
    fails 1 hjemmel check mange/pakke/regler.lua
    says "mange/pakke/regler.lua:1:11: error: the name 'finnes_ikke' does not exist"
    says_not "ond.lua"
    mkdir mange/nabo
    echo 'pakke { navn = "nabo", versjon = "0.1.0", spraakversjon = 1 }' >mange/nabo/pakke.lua
    echo 'while ja do end' >mange/nabo/ond.lua
    fails 1 hjemmel check mange/pakke/regler.lua
    says "nabo/ond.lua:1"
}

@test "folders that are links to themselves, and a pipe, end with an answer" {
    mkdir pakke
    echo "$manifest" >pakke/pakke.lua
    for i in 1 2 3 4 5 6; do ln -s . "pakke/l$i"; done
    fails 1 timeout 20 hjemmel check pakke
    says "more than 2000 folders"
    rm -f pakke/l?
    mkfifo pakke/vent.lua
    fails 1 timeout 20 hjemmel check pakke
    says "vent.lua: error: this is not a file that can be read"
}

@test "a loop inside a condition stops that case, told at its line, and leaves the next as it was" {
    cp -r "$TOP/rules" regler
    mkdir regler/ond
    cat >regler/ond/pakke.lua <<'LUA'
pakke { navn = "ond", versjon = "1", spraakversjon = 1 }
fakta { omfang = tall { tekst = begge "omfang", antall = "//*" } }
regel "ond" { gjelder = "/sak", hjemmel = "fvl.17", innvilges_naar = funksjon(function(f)
  while f.omfang > 0 do end return ja end) }
LUA
    fails 1 timeout 20 hjemmel explain --rules regler "$TOP/samples/saker/01-hjemmesykepleie/sak.xml"
    says "regler/ond/pakke.lua:4" "5000000 steps"
}

@test "a path that searches inside a search is stopped where it is written" {
    cp -r "$TOP/rules" regler
    mkdir regler/ond
    cat >regler/ond/pakke.lua <<'LUA'
pakke { navn = "ond", versjon = "1", spraakversjon = 1 }
fakta { leter = janei { tekst = begge "x", finnes = "//*[../*[../*[../*[../*[../*[../*[../*[../*[. = 'finnes ikke']]]]]]]]]" } }
regel "ond" { gjelder = "/sak", hjemmel = "fvl.17", innvilges_naar = er("leter") }
LUA
    fails 1 timeout 20 hjemmel explain --rules regler "$TOP/samples/saker/01-hjemmesykepleie/sak.xml"
    says "regler/ond/pakke.lua:2" "was stopped at this path"
}
