# hjemmel weave: the packs as a book, law by law.
load common

words() { pdftotext -raw "$1" - | tr -s ' \n\f' ' '; }

@test "each paragraph stands with its text, and beside it what rests on it, in words and with its line" {
    works hjemmel weave "$TOP/rules" -o bok.pdf
    run words bok.pdf
    says "Regelboka" "Pasient- og brukerrettighetsloven" "Du har rett til nødvendige helse- og omsorgstjenester fra kommunen." \
        "Vilkår hjemmesykepleie · behov" "Ikke kontrollert"
    works hjemmel weave -m nn "$TOP/rules" -o bok-nn.pdf
    run words bok-nn.pdf
    says "Det som byggjer på ho" "Pasient- og brukarrettslova" "treng helsehjelp på grunn av sjukdom"
}
@test "a law nobody cites says so, one not in force is marked; the same packs give the same bytes" {
    works hjemmel weave "$TOP/rules" -o en.pdf
    works hjemmel weave "$TOP/rules" -o to.pdf
    cmp en.pdf to.pdf
    run words en.pdf
    says "Ikke i kraft" "Ingen regel viser til denne."
}
@test "an edition of the law has only the editions of the rules that hold in its days beside it" {
    mkdir regler
    cat > regler/pakke.lua <<'LUA'
pakke { navn = "p", versjon = "1", spraakversjon = 1 }
lov "L." { navn = begge "loven" }
hjemmel "h" { lov = "L.", vis = "L. § 1", fra = "2000-01-01", til = "2020-01-01", kilde = "k", status = "gjeldende" }
hjemmel "h" { lov = "L.", vis = "L. § 2", fra = "2020-01-01", kilde = "k", status = "gjeldende" }
fakta { bor_her = janei { tekst = begge "bor her" } }
regel "gammel" { til = "2020-01-01", hjemmel = { "h" }, innvilges_naar = er("bor_her") }
regel "ny" { fra = "2020-01-01", hjemmel = { "h" }, innvilges_naar = er("bor_her") }
test "a" { dato = "2021-01-01", sak = { bor_her = ja }, venter = { ny = "innvilget" } }
LUA
    works hjemmel weave regler -o bok.pdf
    pdftotext -layout bok.pdf bok.txt
    run grep -c "Regel gammel" bok.txt
    [ "$output" = 1 ]
    run grep -c "Regel ny" bok.txt
    [ "$output" = 1 ]
}
@test "packs that do not load give no book" {
    mkdir regler
    echo 'regel "x" {' > regler/pakke.lua
    fails 1 hjemmel weave regler -o bok.pdf
    [ ! -e bok.pdf ]
}
@test "a pack alone: those beside it are read, and the book is about that one" {
    works hjemmel weave "$TOP/rules/klage" -o klage.pdf
    run words klage.pdf
    says "rules/klage/behandling.lua" "Forvaltningsloven"
    says_not "rules/tildeling" "rules/felles"
}
@test "what a rate, a deadline, a table and a looked-up row come to stands in the book" {
    works hjemmel weave "$TOP/templates/proever/pakker" -o bok.pdf
    run words bok.pdf
    says "Lengde: én uke" "Lengde: 3 år" "Svaret er 1 når: – gruppe er barn" "Svaret er 2 når: – gruppe er voksen"
    works hjemmel weave "$TOP/rules" -o alt.pdf
    run words alt.pdf
    says "241 kr per måned, 1.1.2026 – 1.1.2027. kommunal prisliste" "Lengde: 4 uker" "m2: om du blir mye bundet til hjemmet"
}
