# hjemmel verify: what made a document, and does it make the same bytes again?
load common

letter() { good_case sak; hjemmel render sak/sak.xml -o brev.pdf "$@" 2>/dev/null; }

@test "what made a letter is told, without the case" {
    letter
    works hjemmel verify brev.pdf
    says "brev.pdf: vedtak, nb, 2026-11-24" "program" "hjemmel 0." "libxml2" "pack" "tildeling 0.1.0" "felles 0.1.0" "templates" \
        "OpenSans-Regular.ttf" "the same here" "give the case with --case"
}

@test "with the case the same bytes are made again, for every sample" {
    n=0
    for sak in "$TOP"/samples/saker/*/sak.xml "$TOP"/samples/moeter/*/moete.xml "$TOP"/samples/prosjekter/*/prosjekt.xml; do
        hjemmel render "$sak" -o brev.pdf 2>/dev/null || continue
        n=$((n + 1))
        works hjemmel verify brev.pdf --case "$sak"
        says "Made again from" "the same $(stat -c %s brev.pdf) bytes"
        rm brev.pdf
    done
    [ "$n" -ge 15 ]
}

@test "language and date asked for are asked for again" {
    letter -m nn --dato 2026-12-01
    works hjemmel verify brev.pdf --case sak/sak.xml
    says "vedtak, nn, 2026-12-01" "Made again from"
}

@test "a letter decided by the law of another day than it is dated says so" {
    good_case sak
    edit sak/sak.xml '0,/dato="2026-11-24"/s//dato="2026-11-26"/'
    hjemmel render sak/sak.xml -o brev.pdf 2>/dev/null || skip "the case does not take another date"
    works hjemmel verify brev.pdf --case sak/sak.xml
    says "vedtak, nb, 2026-11-26" "decided by the law of 2026-11-24"
}

@test "another pack is named, with both fingerprints" {
    letter
    cp -r "$TOP/rules" .
    echo '-- en kommentar' >>rules/tildeling/fraser.lua
    sum() { (cd "$1" && find * -name '*.lua' | LC_ALL=C sort | xargs b2sum -l 256 | b2sum -l 256 | cut -c1-12); }
    fails 1 hjemmel verify brev.pdf --case sak/sak.xml --rules rules
    says "made with the pack tildeling 0.1.0 $(sum "$TOP/rules/tildeling")…; the one here is 0.1.0 $(sum rules/tildeling)…" \
        "--rules FOLDER" "Made again from sak/sak.xml: not the same." "HJ-VERIFY-010"
    says_not "the pack felles" "HJ-VERIFY-013" "HJ-VERIFY-023"
    fails 1 hjemmel verify --lang nb brev.pdf --case sak/sak.xml --rules rules
    says "det ble laget med pakken tildeling 0.1.0" "den her er"
    works hjemmel verify brev.pdf --rules rules
    says "here: 0.1.0 $(sum rules/tildeling)…"
}

@test "a pack that is missing, and one too many" {
    cp -r "$TOP/rules" .
    mkdir rules/tom
    echo 'pakke { navn = "tom", versjon = "3", spraakversjon = 1 }' >rules/tom/pakke.lua
    letter
    fails 1 hjemmel verify brev.pdf --case sak/sak.xml --rules rules
    says "the pack tom is here, and was not when it was made"
    hjemmel render sak/sak.xml --rules rules -o brev.pdf 2>/dev/null
    fails 1 hjemmel verify brev.pdf --case sak/sak.xml
    says "made with the pack tom 3 " "which is not here"
}

@test "other templates, another case, another kommune file" {
    letter
    cp -r "$TOP/templates" .
    edit templates/tekster/felles.xml 's/UTKAST – skal/UTKAST: skal/'
    fails 1 hjemmel verify brev.pdf --case sak/sak.xml --templates templates
    says "made with the templates" "HJ-VERIFY-013"
    cp sak/sak.xml annen.xml
    edit annen.xml 's/0,5/0,6/; s/sekunder/minutter/; s/hver dag/hver uke/'
    fails 1 hjemmel verify brev.pdf --case annen.xml
    says "the bytes differ from number" "annen.xml or its kommune file is not what it was made from"
    letter --grunnlag=avtrykk
    fails 1 hjemmel verify brev.pdf --case annen.xml
    says "annen.xml is not the case it was made from"
    edit kommuner/tolga.xml 's/62 49 65 00/62 49 65 01/'
    fails 1 hjemmel verify brev.pdf --case sak/sak.xml
    says "the kommune file is another"
    says_not "is not the case"
}

@test "a picture beside the kommune that was changed is named" {
    letter --grunnlag=avtrykk
    echo '<!-- -->' >>kommuner/tolga.svg
    fails 1 hjemmel verify brev.pdf --case sak/sak.xml
    says "the picture tolga.svg is another"
}

@test "a document that states another version is not believed" {
    letter --grunnlag=avtrykk
    LC_ALL=C sed 's/library harfbuzz /library harfbuss /' brev.pdf >annen.pdf
    [ "$(stat -c %s brev.pdf)" -eq "$(stat -c %s annen.pdf)" ]
    ! cmp -s brev.pdf annen.pdf
    fails 1 hjemmel verify annen.pdf --case sak/sak.xml
    says "changed since hjemmel wrote it"
}

@test "one byte changed, a piece cut off, bytes added" {
    letter
    cp brev.pdf b.pdf
    printf X | dd of=b.pdf bs=1 seek=5000 conv=notrunc status=none
    fails 1 hjemmel verify b.pdf --case sak/sak.xml
    says "the file has been changed since hjemmel wrote it"
    fails 1 hjemmel verify b.pdf
    says "the file has been changed since hjemmel wrote it"
    head -c 20000 brev.pdf >b.pdf
    fails 1 hjemmel verify b.pdf
    says "hjemmel made this PDF, but it has been damaged"
    (cat brev.pdf; echo '1 0 obj <<>> endobj') >b.pdf
    fails 1 hjemmel verify b.pdf --case sak/sak.xml
    says "20 bytes have been added after what hjemmel wrote" "is the same, made again"
}

@test "what hjemmel did not make" {
    echo "Kjære deg" >brev.txt
    fails 1 hjemmel verify brev.txt
    says "this is not a PDF" "HJ-VERIFY-001"
    hjemmel fo --format pdf-cairo "$TOP/tests/fo/brev.fo" -o a.pdf
    fails 1 hjemmel verify a.pdf
    says "hjemmel did not make this PDF" "HJ-VERIFY-002"
    fails 1 hjemmel verify --lang nb a.pdf
    says "hjemmel har ikke laget denne PDF-en"
    : >tom.pdf
    fails 1 hjemmel verify tom.pdf
    says "this is not a PDF"
    fails 3 hjemmel verify borte.pdf
    fails 2 hjemmel verify a.pdf b.pdf
    letter
    qpdf --object-streams=disable brev.pdf ny.pdf
    fails 1 hjemmel verify ny.pdf
    says "HJ-VERIFY-00"
}

@test "a document made from XSL-FO" {
    hjemmel fo "$TOP/tests/fo/brev.fo" -o a.pdf
    works hjemmel verify a.pdf
    says "made from XSL-FO" "libxml2" "Only documents made from a case are made again."
}

@test "a case that stops the letter now is told, with why" {
    letter
    edit sak/sak.xml '0,/hjemmel="[^"]*"/s//hjemmel="finnes.ikke"/'
    fails 1 hjemmel verify brev.pdf --case sak/sak.xml
    says "could not be made again from sak/sak.xml" "finnes.ikke" "It could not be made again"
}

@test "JSON" {
    letter
    works hjemmel verify -f json brev.pdf --case sak/sak.xml -o svar.json
    python3 -m json.tool svar.json >/dev/null
    grep -q '"remade": "same"' svar.json
    grep -q '"intact": true, "added": 0' svar.json
    grep -qE '"what": "pack", "name": "tildeling", "stated": "0.1.0 blake2b-256:[0-9a-f]{64}", "here": "0.1.0 blake2b-256:[0-9a-f]{64}"' svar.json
}

@test "no terminal command comes through" {
    letter
    # The same length, so that the file still can be read.
    LC_ALL=C sed 's/document vedtak/document ved\xc2\x9b\x6b/' brev.pdf >ond.pdf
    ! cmp -s brev.pdf ond.pdf
    hjemmel verify ond.pdf >svar 2>&1 || true
    grep -q 'ved?' svar
    ! LC_ALL=C grep -q $'\x9b' svar
}

@test "any bytes at all: an answer, and never a crash" {
    letter --grunnlag
    size=$(stat -c %s brev.pdf)
    for i in $(seq 1 60); do
        cp brev.pdf b.pdf
        # Near the end the structure is: cross-references, object streams, catalog.
        at=$((size - 1 - (i * 7919) % (i % 2 ? 3000 : size)))
        printf "\\x$(printf %02x $((i * 37 % 256)))" | dd of=b.pdf bs=1 seek=$at conv=notrunc status=none
        run timeout 20 hjemmel verify b.pdf
        [ "$status" -le 1 ] || { echo "byte $at: exit $status"; return 1; }
    done
    for n in 5 9 100 1000 20000 $((size - 1)) $((size - 20)); do
        head -c "$n" brev.pdf >b.pdf
        run timeout 20 hjemmel verify b.pdf
        [ "$status" -eq 1 ]
    done
}
