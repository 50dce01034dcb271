# render --grunnlag: the archive's copy carries what it was made from, and says so.
load common

copy() { good_case sak; hjemmel render --grunnlag sak/sak.xml -o kopi.pdf "$@" 2>/dev/null; }
text() { pdftotext -layout "$1" -; }

@test "the copy carries the case, the kommune, its picture, the record and the fingerprint" {
    copy
    pdfdetach -list kopi.pdf >liste
    for name in sak.xml kommune.xml tolga.svg avgjoerelse.xml avtrykk.txt; do grep -q ": $name$" liste; done
    [ "$(wc -l <liste)" -eq 6 ]
    pdfdetach -saveall kopi.pdf
    cmp sak.xml sak/sak.xml
    cmp kommune.xml kommuner/tolga.xml
    cmp tolga.svg kommuner/tolga.svg
    python3 -c 'import xml.dom.minidom as m; m.parse("avgjoerelse.xml")'
    grep -q '<faktum ' avgjoerelse.xml
    grep -q '<avtrykk program="hjemmel 0' avgjoerelse.xml
    grep -q "^case sak.xml blake2b-256:$(b2sum -l 256 sak.xml | cut -d' ' -f1)$" avtrykk.txt
    grep -q "^kommune kommune.xml blake2b-256:$(b2sum -l 256 kommune.xml | cut -d' ' -f1)$" avtrykk.txt
    grep -q "^picture tolga.svg blake2b-256:$(b2sum -l 256 tolga.svg | cut -d' ' -f1)$" avtrykk.txt
    grep -q "^record avgjoerelse.xml blake2b-256:$(b2sum -l 256 avgjoerelse.xml | cut -d' ' -f1)$" avtrykk.txt
}

@test "every attachment has relationship, media type, size, checksum and no clock's date" {
    copy
    qpdf --qdf --object-streams=disable kopi.pdf flat.pdf
    [ "$(grep -ac '/AFRelationship /Data' flat.pdf)" -eq 5 ]
    grep -aq '/AF \[' flat.pdf
    grep -aq '/EmbeddedFiles' flat.pdf
    for mime in text#2fxml text#2fplain image#2fsvg+xml; do grep -aiq "/Subtype /$mime" flat.pdf; done
    qpdf --list-attachments --verbose kopi.pdf >liste
    pdfdetach -saveall kopi.pdf
    for name in sak.xml kommune.xml tolga.svg avgjoerelse.xml avtrykk.txt; do
        grep -q "checksum: $(md5sum <$name | cut -d' ' -f1)$" liste || { echo "$name has another checksum"; return 1; }
    done
    [ "$(grep -c 'modification date: D:20261124' liste)" -eq "$(grep -c 'modification date' liste)" ]
    for name in sak.xml kommune.xml; do grep -aq "/Size $(stat -c %s $name)" flat.pdf; done
    ! strings flat.pdf | grep -q "$(date +%Y%m%d)"
    pdfinfo -meta kopi.pdf | grep -q '<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A<'
    pdfinfo -meta kopi.pdf | grep -q '<pdfuaid:part>1<'
}

@test "every page says what it is, in its own målform; the title too; the letter does not" {
    for m in nb nn; do
        copy -m $m
        pages=$(pdfinfo kopi.pdf | sed -n 's/^Pages: *//p')
        case $m in nb) mark="Arkivkopi – kan inneholde opplysninger om tredjepersoner. Skal ikke sendes ut." ;;
        nn) mark="Arkivkopi – kan innehalde opplysningar om tredjepersonar. Skal ikkje sendast ut." ;; esac
        [ "$(text kopi.pdf | grep -cF "$mark")" -eq "$pages" ]
        pdfinfo kopi.pdf | grep -q '^Title: *Arkivkopi – Vedtak'
    done
    hjemmel render sak/sak.xml -o brev.pdf 2>/dev/null
    ! text brev.pdf | grep -q Arkivkopi
    ! pdfinfo brev.pdf | grep -q Arkivkopi
    pdfdetach -list brev.pdf | grep -q '^0 '
}

@test "every document kind marks its copy" {
    n=0
    while read -r kind input; do
        file=$(find "$TOP/samples" -name "$input.xml" | while read -r f; do hjemmel render -d "$kind" "$f" -o x.pdf 2>/dev/null && echo "$f" && break; done || true)
        [ -n "$file" ] || continue # a letter no sample case calls for
        hjemmel render --grunnlag -d "$kind" "$file" -o kopi.pdf 2>/dev/null
        [ "$(text kopi.pdf | grep -cE 'Arkivkopi – kan inne?h')" -eq "$(pdfinfo kopi.pdf | sed -n 's/^Pages: *//p')" ] ||
            { echo "$kind: not on every page"; return 1; }
        pdfinfo kopi.pdf | grep -q '^Title: *Arkivkopi – ' || { echo "$kind: not in the title"; return 1; }
        n=$((n + 1))
    done < <(grep -o '<dokument navn="[^"]*" inndata="[^"]*" stilark="[^"]*" medium="pdf"' "$TOP/templates/dokumenter.xml" |
        sed 's/.*navn="\([^"]*\)" inndata="\([^"]*\)".*/\1 \2/')
    [ "$n" -ge 3 ]
}

@test "verify takes the case from the copy, and needs no other file" {
    copy
    mkdir annet
    mv kopi.pdf annet/
    rm -r sak kommuner
    works hjemmel verify annet/kopi.pdf
    says "the archive's copy: it carries its grounds" "Made again from annet/kopi.pdf:sak.xml: the same $(stat -c %s annet/kopi.pdf) bytes" \
        "sak.xml" "avgjoerelse.xml"
}

@test "meetings and projects have copies too, each made again" {
    n=0
    for input in "$TOP"/samples/moeter/*/moete.xml "$TOP"/samples/prosjekter/*/prosjekt.xml "$TOP"/samples/saker/*/sak.xml; do
        hjemmel render --grunnlag "$input" -o kopi.pdf 2>/dev/null || continue
        works hjemmel verify kopi.pdf
        says "Made again from kopi.pdf:"
        n=$((n + 1))
        rm kopi.pdf
    done
    [ "$n" -ge 18 ]
}

@test "the same copy wherever the files stand and whatever language messages are in" {
    copy
    mkdir -p et/annet/sted
    cp -r sak kommuner et/annet/sted/
    cp -r "$TOP/rules" reglene
    (cd et/annet && hjemmel render --lang nb --rules ../../reglene --grunnlag sted/sak/sak.xml -o ../../b.pdf 2>/dev/null)
    cmp kopi.pdf b.pdf
    pdfdetach -saveall kopi.pdf
    ! grep -q "$TOP\|$BATS_TEST_TMPDIR\|\.\./" avgjoerelse.xml
    grep -q 'fil="sak.xml"' avgjoerelse.xml
    grep -q 'regelfil="tildeling/hjemmesykepleie.lua"' avgjoerelse.xml
}

@test "=avtrykk carries sums alone, is not marked and makes the same pages" {
    good_case sak
    hjemmel render sak/sak.xml -o brev.pdf 2>/dev/null
    hjemmel render --grunnlag=avtrykk sak/sak.xml -o post.pdf 2>/dev/null
    pdfdetach -list post.pdf | grep -q '^1 '
    pdfdetach -list post.pdf | grep -q 'avtrykk.txt'
    diff <(text brev.pdf) <(text post.pdf)
    pdfdetach -saveall post.pdf
    grep -q "^case sak.xml blake2b-256:$(b2sum -l 256 sak/sak.xml | cut -d' ' -f1)$" avtrykk.txt
    grep -q '^record avgjoerelse.xml blake2b-256:' avtrykk.txt
    # Nothing of the case but sums: names, words and numbers in it stand nowhere.
    ! grep -qi 'olga\|døme\|2542' avtrykk.txt
    works hjemmel verify post.pdf --case sak/sak.xml
    says "it carries the sums of what it was made from" "Made again from"
}

@test "only the archival PDF carries anything" {
    good_case sak
    fails 2 hjemmel render --grunnlag --format pdf-cairo sak/sak.xml -o a.pdf
    says "only the archival PDF can carry its grounds"
    fails 2 hjemmel render --grunnlag=alt sak/sak.xml -o a.pdf
    says "--grunnlag is one of avtrykk"
    works hjemmel render --grunnlag --format png sak/sak.xml -o a.png
    works hjemmel help render
    says "--grunnlag[=avtrykk]"
}

@test "in a folder the copy has a name of its own" {
    good_case sak
    works hjemmel render --grunnlag sak/sak.xml -o ut/
    works hjemmel render sak/sak.xml -o ut/
    [ -f ut/2026-104-vedtak-arkivkopi.pdf ]
    [ -f ut/2026-104-vedtak.pdf ]
}

@test "from stdin the copy is the same" {
    good_case sak
    cd sak
    cp ../kommuner/tolga.xml kommune.xml
    cp ../kommuner/tolga.svg .
    hjemmel render --grunnlag sak.xml -o ../a.pdf 2>/dev/null
    hjemmel render --grunnlag - -o ../b.pdf <sak.xml 2>/dev/null
    cd ..
    cmp a.pdf b.pdf
    works hjemmel verify b.pdf
}
