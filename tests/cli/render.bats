# From case to document, as a caseworker would: formats, names, målformer, checklists, streams.
load common

SAKER=$TOP/samples/saker

@test "every sample case gives a letter, or a STOPP that says why; nothing else" {
    for sak in "$SAKER"/*/sak.xml; do
        run hjemmel render "$sak" -o brev.pdf
        if [ "$status" -eq 0 ]; then
            [ "$(head -c 5 brev.pdf)" = "%PDF-" ]
            qpdf --check brev.pdf >/dev/null
        else
            [ "$status" -eq 1 ] || { echo "$sak: $output"; return 1; }
            says "STOPP" "HJ-SJEKK-001"
            [ ! -e brev.pdf ]
        fi
        rm -f brev.pdf
    done
}

@test "every meeting and project gives its document" {
    found=0
    for input in $(find "$TOP/samples" -name moete.xml -o -name prosjekt.xml | sort); do
        works hjemmel render "$input" -o x.pdf
        qpdf --check x.pdf >/dev/null
        found=$((found + 1))
    done
    [ "$found" -ge 5 ]
}

@test "the letter says the decision first, and the words come in reading order" {
    good_case sak
    works hjemmel render sak/sak.xml -o brev.pdf
    pdftotext brev.pdf brev.txt
    grep -q 'Du får hjemmesykepleie' brev.txt
    decision=$(line_of brev.txt 'Du får hjemmesykepleie')
    klage=$(grep -n -m 1 -i 'klage' brev.txt | cut -d: -f1)
    [ "$decision" -lt "$klage" ]
    grep -q "$(sed -n 's|.*<navn>\(Olga [^<]*\)</navn>.*|\1|p' sak/sak.xml | head -n 1)" brev.txt
    ! grep -q UTKAST brev.txt
}

@test "målform: the case's own, or the one asked for" {
    good_case sak
    works hjemmel render sak/sak.xml -o nb.pdf
    works hjemmel render --maalform nn sak/sak.xml -o nn.pdf
    ! cmp -s nb.pdf nn.pdf
    pdftotext nn.pdf - | grep -q 'heimesjukepleie'
    fails 2 hjemmel render --maalform se sak/sak.xml -o x.pdf
}

@test "a draft is marked UTKAST on every page, and says why" {
    sak=$(grep -l . "$SAKER"/*utkast*/sak.xml | head -n 1)
    works hjemmel render "$sak" -o brev.pdf
    says "UTKAST" "warning" "HJ-SJEKK-002"
    pages=$(pdfinfo brev.pdf | awk '/^Pages/ { print $2 }')
    for p in $(seq "$pages"); do
        pdftotext -f "$p" -l "$p" brev.pdf - | tr -d ' \n' | grep -q UTKAST
    done
}

@test "formats: pictures one file a page, svg, plain pdf, fo" {
    good_case sak
    works hjemmel render -f png sak/sak.xml -o side.png
    pages=$(ls side*.png | wc -l)
    [ "$pages" -ge 1 ]
    [ "$(head -c 4 side-1.png | tail -c 3)" = PNG ]
    works hjemmel render -f png --page 1 --dpi 50 sak/sak.xml -o liten.png
    [ -s liten.png ]
    [ "$(wc -c <liten.png)" -lt "$(wc -c <side-1.png)" ]
    works hjemmel render -f svg --page 1 sak/sak.xml -o side.svg
    grep -q '<svg' side.svg
    works hjemmel render -f pdf-cairo sak/sak.xml -o plain.pdf
    qpdf --check plain.pdf >/dev/null
    works hjemmel render -f fo sak/sak.xml -o brev.fo
    grep -q '<fo:root' brev.fo
    fails 2 hjemmel render -f png --page 99 sak/sak.xml -o x.png
    says "no page 99"
    [ ! -e x.png ]
}

@test "the FO render shows is what fo sets to the same pages" {
    good_case sak
    works hjemmel render sak/sak.xml -o a.pdf
    works hjemmel render -f fo sak/sak.xml -o brev.fo
    cp kommuner/*.svg .
    works hjemmel fo brev.fo -o b.pdf
    pdftotext -layout a.pdf a.txt
    pdftotext -layout b.pdf b.txt
    cmp a.txt b.txt
}

@test "stdin, stdout and names in a folder" {
    good_case sak
    hjemmel render sak/sak.xml >a.pdf
    hjemmel render --kommune kommuner/tolga.xml - <sak/sak.xml >b.pdf
    [ "$(head -c 5 a.pdf)" = "%PDF-" ]
    cmp a.pdf b.pdf
    works hjemmel render sak/sak.xml -o out/
    [ "$output" = "out/2026-104-vedtak.pdf" ]
    cmp a.pdf out/2026-104-vedtak.pdf
    mkdir there
    works hjemmel render sak/sak.xml -o there
    [ -f there/2026-104-vedtak.pdf ]
}

@test "the kommune: beside the case, above it, or given; the letterhead follows" {
    good_case langt/nede/sak
    works hjemmel render langt/nede/sak/sak.xml -o tolga.pdf
    # In Tynset another role decides.
    edit langt/nede/sak/sak.xml 's/rolle="enhetsleder"/rolle="leder_vedtakskontor"/'
    works hjemmel render --kommune kommuner/tynset.xml langt/nede/sak/sak.xml -o tynset.pdf
    pdftotext tynset.pdf - | grep -q 'Tynset kommune'
    cp kommuner/tynset.* langt/nede/sak/
    mv langt/nede/sak/tynset.xml langt/nede/sak/kommune.xml
    works hjemmel render langt/nede/sak/sak.xml -o beside.pdf
    cmp tynset.pdf beside.pdf
}

@test "an unknown document kind lists those there are" {
    good_case sak
    fails 2 hjemmel render -d vedtaket sak/sak.xml -o x.pdf
    says "vedtaket" "'vedtak'"
    fails 2 hjemmel render -d noe_helt_annet sak/sak.xml -o x.pdf
    says "noe_helt_annet" "the documents are: vedtak"
    [ ! -e x.pdf ]
}

@test "explain: every condition has its hjemmel and line, every fact its place" {
    good_case sak
    works hjemmel explain sak/sak.xml
    says "hjemmesykepleie" "innvilget" "hol. § 3-2" "rules/tildeling/hjemmesykepleie.lua:" "sak/sak.xml:" "trenger_helsehjelp"
    works hjemmel explain --lang nb sak/sak.xml
    says "Du trenger helsehjelp"
    works hjemmel explain --format json sak/sak.xml
    [ "${output:0:1}" = "{" ] || [ "${output:0:1}" = "[" ]
    if command -v python3 >/dev/null; then python3 -m json.tool <<<"$output" >/dev/null; fi
    works hjemmel explain --format html sak/sak.xml -o x.html
    grep -q '<!DOCTYPE html>' x.html
    grep -q 'rules/tildeling/hjemmesykepleie.lua' x.html
    [ "$(grep -o '<details' x.html | wc -l)" -eq "$(grep -o '</details>' x.html | wc -l)" ]
    ! grep -qi '<script\|http://' x.html
}

@test "status: aligned, the most urgent first, and as JSON" {
    works hjemmel status "$SAKER"
    says "Where it stands" "2026/104" "klagefrist"
    works hjemmel status --lang nb "$SAKER"
    says "Hvor den står"
    # Deadlines stand in one column, in order.
    first=$(grep -oE '20[0-9]{2}-[0-9]{2}-[0-9]{2}' <<<"$output" | head -n 1)
    [ -n "$first" ]
    # What is said of hjemler not verified goes to stderr, and is no part of the JSON.
    output=$(hjemmel status --format json "$SAKER" 2>/dev/null)
    [ "${output:0:1}" = "[" ]
    if command -v python3 >/dev/null; then python3 -m json.tool <<<"$output" >/dev/null; fi
    rows=$(grep -c '"fil":' <<<"$output")
    [ "$rows" -eq "$(ls -d "$SAKER"/*/ | wc -l)" ]
}

@test "check: sound cases are silent, folders are walked, nothing is written" {
    good_case god
    works hjemmel check god/sak.xml kommuner
    good_case bad
    edit bad/sak.xml 's|skaar="4"|skaar="44"|; s|mottatt="2026-11-03"|mottatt="2026-13-03"|'
    fails 1 hjemmel check god bad
    says "bad/sak.xml:$(line_of bad/sak.xml 'skaar="44"')" "bad/sak.xml:$(line_of bad/sak.xml 'mottatt="2026-13-03"')"
    nothing_left god/sak.xml bad/sak.xml kommuner/tolga.xml kommuner/tynset.xml kommuner/tolga.svg kommuner/tynset.svg
    works hjemmel check "$TOP/rules" "$TOP/templates"
    mkdir empty
    fails 1 hjemmel check empty
}

@test "dump: every stage of a case and of an FO file" {
    good_case sak
    for stage in facts record grunnlag fo areas tags rules fingerprint; do
        works hjemmel dump --stage $stage sak/sak.xml
        [ -n "$output" ]
    done
    for stage in fo areas tags; do
        works hjemmel dump --stage $stage "$TOP/tests/fo/brev.fo"
        [ -n "$output" ]
    done
    fails 2 hjemmel dump --stage ares sak/sak.xml
    fails 2 hjemmel dump sak/sak.xml
    says "--stage"
}

@test "test: the rules' own tests as TAP, and a failing one names its line" {
    works hjemmel test "$TOP/rules"
    [[ $output == *1..* ]]
    says_not "not ok"
    cp -r "$TOP/rules" .
    ln -s "$TOP/samples" samples
    printf 'test "blir feil" { dato = "2026-11-24", sak = {}, venter = { hjemmesykepleie = "innvilget" } }\n' >rules/tildeling/zz.lua
    run hjemmel test rules
    [ "$status" -eq 1 ]
    says "not ok" "blir feil" "rules/tildeling/zz.lua:1"
}

@test "every example of the manual works as written" {
    good_case .
    cp -r "$TOP/rules" "$TOP/templates" .
    ln -s "$TOP/samples" samples # the rules' tests read the sample cases
    cp "$TOP/tests/fo/brev.fo" kommuner/*.svg .
    mkdir saker && good_case saker/a
    cp -r rules nye-regler
    hjemmel help --man --lang en | sed -n '/^\.nf$/{n;s/\\-/-/g;p}' >examples
    [ "$(wc -l <examples)" -ge 10 ]
    while read -r line; do
        # What waits for saves is told to end after a while, and must end well.
        case $line in *watch*) line="timeout --preserve-status 5 $line" ;; esac
        bash -ec "$line" </dev/null >/dev/null 2>said || { echo "$line"; cat said; return 1; }
    done <examples
}
