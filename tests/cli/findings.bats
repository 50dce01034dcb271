# What hjemmel check says about rules a nurse or a lawyer has just written: every message names the
# place and says in plain words what is wrong, and what was probably meant.
load common

pack() { # FILE TEXT: a pack of its own with this file
    mkdir -p pakke
    echo 'pakke { navn = "proeve", versjon = "0.1.0", spraakversjon = 1 }' >pakke/pakke.lua
    printf '%s\n' "$2" >"pakke/$1.lua"
}
# wrong PLACE TEXT SAYS...: checked in both languages; PLACE is line:column.
wrong() {
    local place=$1 text=$2
    shift 2
    rm -rf pakke
    pack regler "$text"
    fails 1 hjemmel check pakke
    says "pakke/regler.lua:$place: error: " "$@"
    says_not "near '" "<eof>" "symbol"
    fails 1 hjemmel check --lang nb pakke
    says "pakke/regler.lua:$place: feil: "
    says_not "error:" "hint:" "near '"
}

@test "a comma is missing between fields: the most usual mistake of all" {
    wrong 2:23 $'tekst "a" {\n  nb = "Du bor hjemme"\n  nn = "Du bur heime",\n}' \
        "a comma is missing at the end of this line, before 'nn' on line 3"
    wrong 2:69 $'fakta {\n  bor_alene = janei { tekst = begge "bor for seg", sti = "/sak/@x" }\n  syk = janei { tekst = begge "x", sti = "@y" },\n}' \
        "before 'syk' on line 3"
    wrong 2:28 $'oppslag "x" {\n  { "A", hvem = begge "a" }\n  { "B", hvem = begge "b" },\n}' "before '{' on line 3"
    wrong 1:54 'fakta { v = valg { tekst = begge "v", verdier = { "a" "b" } } }' "a comma is missing here, before '\"b\"'"
    wrong 1:58 'regel "r" { hjemmel = "x", innvilges_naar = alle { er "a" er "b" } }' "before 'er'"
}

@test "brackets: too few, too many, and which" {
    wrong 1:7 $'fakta {\n  syk = janei { tekst = begge "x", sti = "/sak/@x" },\n\ntekst "a" { nb = "a", nn = "a" }' \
        "this '{' is not closed before 'tekst' on line 4"
    wrong 4:17 $'regel "r" {\n  hjemmel = "x",\n  innvilges_naar = alle {\n    vilkaar "a" { hjemmel = "x", er("a"),\n      tekst = { nb = "a", nn = "b" },\n    vilkaar "b" { hjemmel = "x", er("a"),\n      tekst = { nb = "a", nn = "b" } },\n  },\n}' \
        "this '{' is not closed before '}' on line 8"
    wrong 4:5 $'regel "r" {\n  innvilges_naar = alle {\n    vilkaar "a" { hjemmel = "x", er("a") },\n    },\n  },\n}\ntekst "a" { nb = "a", nn = "a" }' \
        "this '}' is one too many"
    wrong 1:54 'regel "r" { hjemmel = "x", innvilges_naar = alle { er("a", er("b") } }' "a ')' too few"
    wrong 1:49 'fakta { t = tall { tekst = begge "t", utledet = function(f) return 1 } }' "it needs its 'end'"
    wrong 1:32 'tekst "a" { nb = "a", nn = "b" },' "no comma may stand after the last '}'"
    wrong 1:11 'regel "r" { hjemmel = "x"' "is never closed"
}

@test "texts: quotes that do not end, end too early or are not straight" {
    wrong 1:18 $'tekst "a" { nb = "Du bor hjemme,\n  nn = "x" }' "does not end on its line"
    wrong 1:27 'tekst "a" { nb = "Hun sa "hei" til oss", nn = "x" }' "quotes inside a text are written «…»"
    wrong 1:18 'tekst "a" { nb = “Du bor”, nn = "x" }' "straight quotes"
    wrong 1:18 $'tekst "a" { nb = [[ Du bor\n hjemme, nn = "a" }' "does not end"
    wrong 1:1 'tekst "a" { nb = "a\x", nn = "b" }' 'is written \\ in texts'
    wrong 1:7 'tekst a { nb = "Du bor", nn = "x" }' 'write the name in quotes: tekst "a"'
    wrong 1:48 'regel "r" { hjemmel = "x", innvilges_naar = er(bor_alene) }' 'stand in quotes: "bor_alene"'
}

@test "names: æøå, hyphens, digits, blanks" {
    wrong 1:9 'fakta { bor_åleine = janei { tekst = begge "x" } }' "found 'bor_åleine'" "write 'bor_aaleine'"
    wrong 1:19 'fakta { bor-alene = janei { tekst = begge "x" } }' "no -, blank or full stop"
    wrong 1:14 'fakta { 2bor = janei { tekst = begge "x" } }' "names begin with a letter"
    wrong 1:7 'regel "min regel" { hjemmel = "x", innvilges_naar = er("a") }' 'regel "min regel" is no name'
    wrong 1:15 $'tekst "a" { nb\xc2\xa0= "a", nn = "b" }' "hard or invisible space"
    wrong 1:34 'tekst "a" { nb = "a", nn = "b" } –– merknad' "a comment begins with --"
}

@test "= and : and values" {
    wrong 1:15 'tekst "a" { nb: "Du bor", nn: "x" }' "write = and not :"
    wrong 1:17 'tekst "a" { "nb": "Du bor", "nn": "x" }' "write = and not :"
    wrong 1:13 'tekst "a" { "nb" = "Du bor", "nn" = "x" }' "stands without quotes: nb = …"
    wrong 1:11 'tekst "a" = { nb = "Du bor", nn = "x" }' "no = may stand between the name and its { … }"
    wrong 1:42 'fakta { t = tall { tekst = begge "t", min 0 } }' "there is no = between 'min' and '0'"
    wrong 1:13 'tekst "a" { nb "Du bor", nn = "x" }' "is there a = missing after it? nb = …"
    wrong 1:18 'tekst "a" { nb = , nn = "b" }' "there is no value"
    wrong 1:22 'tekst "a" { nb = "a",, nn = "b" }' "nothing before this comma"
    wrong 1:53 'fakta { timer = tall { tekst = begge "timer", min = 2,5 } }' "written with a point: 2.5"
    wrong 1:49 'sats "G" { enhet = "kr", hjemmel = "x", { fra = 2026-01-01, verdi = 3, kilde = "x" } }' "a date must stand in quotes"
    wrong 1:43 'sats "G" { enhet = "kr", hjemmel = "x", { fra = "01.01.2026", verdi = 3, kilde = "x" } }' "year, month and day"
}

@test "words from speech and from other languages" {
    wrong 1:60 'regel "r" { hjemmel = "x", innvilges_naar = alle { er("a") og er("b") } }' "write alle { a, b }"
    wrong 1:53 'regel "r" { hjemmel = "x", innvilges_naar = er("a") and er("b") }' "would lose one of them"
    wrong 1:45 'regel "r" { hjemmel = "x", innvilges_naar = ikke er("a") }' "in parentheses: ikke(…)"
    wrong 1:1 $'# dette er en merknad\ntekst "a" { nb = "a", nn = "a" }' "a comment begins with --"
    wrong 1:1 $'// dette er en merknad\ntekst "a" { nb = "a", nn = "a" }' "a comment begins with --"
    wrong 1:72 'fakta { t = tall { tekst = begge "t", utledet = function(f) if f.a = 3 then return 1 end return 2 end } }' "equal is asked with =="
    wrong 1:1 'grense = 3' "write 'local' before 'grense'"
    wrong 1:1 'Regel "r" { hjemmel = "x" }' "did you mean 'regel'?"
}

@test "a file saved in an old Windows encoding: the line, and what to do" {
    pack regler $'tekst "a" { nb = "a", nn = "b" }\ntekst "b" { nb = "p\xe5", nn = "p\xe5" }'
    fails 1 hjemmel check pakke
    says "pakke/regler.lua:2: error: the file is not UTF-8 text" "save it as UTF-8"
    # the mark Notepad begins a UTF-8 file with is no mistake
    printf '\xef\xbb\xbftekst "a" { nb = "på", nn = "på" }\n' >pakke/regler.lua
    works hjemmel check pakke
}

@test "a key, a fact, a hjemmel: the nearest is named, and the caret stands under the word" {
    wrong 2:3 $'regel "r" {\n  hjemel = "x",\n  innvilges_naar = er("a") }' "did you mean 'hjemmel'?"
    wrong 3:8 $'fakta { bor_alene = janei { tekst = begge "x", sti = "@a" } }\nregel "r" { hjemmel = "x", innvilges_naar = alle {\n    er("bor_aleen") } }' \
        "did you mean 'bor_alene'?" $'\n        er("bor_aleen") } }\n           ^'
    wrong 1:33 'tekst "a" { nb = "a", nn = "b", nb = "c" }' "stands twice in the same table"
}

@test "every file is read, whatever is wrong with the first" {
    pack a $'tekst "a" { nb = "a" nn = "b" }\nhjemmel "x" { lov = "l" }'
    pack b 'regel "r" { hjemmel = "x", innvilges_naar = er(bor) }'
    pack c $'fakta { bor_alene = janei { tekst = begge "x", sti = "@a" } }\nregel "s" { hjemmel = "x", innvilges_naar = er("bor_aleen") }'
    fails 1 hjemmel check pakke
    says "a.lua:1:21" "b.lua:1:48" "c.lua:2:48" "did you mean 'bor_alene'?"
    # what a file that cannot be read may hold, is not called missing
    says_not "hjemmel 'x' does not exist"
    says "2 names were not looked up"
    run hjemmel check --diagnostics json pakke
    [ "$(python3 -c 'import json, sys; print(sum(d["severity"] == "error" for d in json.loads(sys.argv[1])))' "$output")" -eq 3 ]
}

sound='lov "l" { navn = begge "L" }
hjemmel "h" { lov = "l", vis = "l", kilde = "x", status = "gjeldende", fra = "2000-01-01" }
fakta {
  bor = janei { tekst = { nb = "bor hjemme", nn = "bur heime" }, sti = "@a" },
  n = tall { tekst = begge "fall", sti = "@n", min = 0, maks = 10, heltall = ja },
  v = valg { tekst = begge "slag", sti = "@v", verdier = { "a", "b" } },
}
test "en" { dato = "2026-01-01", sak = { bor = ja }, venter = { r = "innvilget" } }
test "to" { dato = "2026-01-01", sak = { n = 3, v = "a" }, venter = { r = ukjent } }'

# warned TEXT SAYS...: the text, put behind the sound pack, loads and is warned about.
warned() {
    pack regler "$sound"$'\n'"$1"
    shift
    works hjemmel check pakke
    says "$@"
}

@test "conditions that can only come out one way" {
    warned 'regel "r" { hjemmel = "h", innvilges_naar = alle { er("bor"), minst("n", 0), er("v", "a") } }' \
        'regler.lua:10:63: warning: minst("n", 0) can never be nei'
    warned 'regel "r" { hjemmel = "h", innvilges_naar = noen { er("bor"), over("n", 10), er("v", "a") } }' \
        'over("n", 10) can never be ja'
    warned 'regel "r" { hjemmel = "h", innvilges_naar = noen { er("bor"), er("v", { "a", "b" }), minst("n", 1) } }' \
        'can never be nei'
    warned 'regel "r" { hjemmel = "h", innvilges_naar = alle { er("bor"), minst("n", 1), ikke(er("bor")), er("v", "a") } }' \
        'alle can never be ja, whatever the facts are'
    warned 'regel "r" { hjemmel = "h", innvilges_naar = noen { under("n", 4), minst("n", 4), er("bor"), er("v", "a") } }' \
        'noen can never be nei'
    warned 'regel "r" { hjemmel = "h", innvilges_naar = alle { er("bor"), minst("n", 3), minst("n", 4), er("v", "a") } }' \
        'minst("n", 3) makes no difference here'
    warned 'regel "r" { hjemmel = "h", innvilges_naar = alle { er("bor"), er("bor"), minst("n", 3), er("v", "a") } }' \
        'er("bor") makes no difference here'
}

@test "conditions that are as they should be are not spoken of" {
    warned 'regel "r" { hjemmel = "h", innvilges_naar = noen { alle { er("bor"), minst("n", 3) }, alle { er("bor", nei), er("v", "a") }, fra_til("n", 1, 2) } }' ""
    says_not "warning"
    warned 'regel "r" { hjemmel = "h", innvilges_naar = alle { er("bor"), funksjon(function(f) return f.n > 1 end), funksjon(function(f) return f.v == "a" end) } }' ""
    says_not "warning"
}

rule='regel "r" { hjemmel = "h", innvilges_naar = alle { er("bor"), minst("n", 3), er("v", "a") } }'

@test "local variables: unused, hiding another, hiding the language" {
    warned "$rule"$'\nlocal ubrukt = 3' "regler.lua:11:7: warning: local 'ubrukt' is never used"
    warned "$rule"$'\nlocal function er(x) return x end\nlocal y = er(1)\ntekst(y .. "") { nb = "x", nn = "x" }' \
        "11:16: warning: 'er' is a word of the rule language"
    warned "$rule"$'\nlocal a = "x"\nfor _, a in ipairs { "y" } do tekst(a) { nb = "x", nn = "x" } end\ntekst(a) { nb = "x", nn = "x" }' \
        "12:8: warning: 'a' hides the 'a' of line 11"
    warned "$rule"$'\nlocal x = "a"\nlocal function t(navn)\n  local x2 = navn .. x\n  return tekst(x2)\nend\nt("q") { nb = "x", nn = "x" }' ""
    says_not "warning"
}

@test "texts: placeholders and words of the other målform" {
    warned "$rule"$'\ntekst "t" { nb = "Hei {navn}", nn = "Hei" }' "{navn} is not in the text in nynorsk"
    warned "$rule"$'\ntekst "t" { nb = "Du får ikke hjelp", nn = "Du får ikke hjelp" }' "same in both målformer, but 'ikke' is not nynorsk"
    warned "$rule"$'\ntekst "t" { nb = "Du får ikkje hjelp", nn = "Du får ikkje hjelp her" }' "'ikkje' in the text nb is not bokmål"
    warned "$rule"$'\ntekst "t" { nb = "Du får ikke hjelp", nn = "Du får ikkje hjelp" }' ""
    says_not "warning"
}

@test "tests that prove nothing, and rules without a test" {
    warned "$rule"$'\ntest "tre" { dato = "2026-01-01", sak = { bor = ja }, venter = { r = "innvilget" } }' \
        "11:6: note: test 'tre' proves nothing that 'en' does not"
    warned "$rule"$'\ntest "tre" { dato = "2026-01-01", sak = {}, venter = { r = ukjent } }' "expects only ukjent"
    warned "$rule"$'\n'"${rule/\"r\"/\"s\"}" "no test names regel 's'"
}

@test "the shipped packs have no warnings" {
    works hjemmel check "$TOP/rules/"
    says_not "warning"
}
