# hjemmel fo: profiles, foreign FO, what is said of it and where.
load common

setup() {
    cd "$BATS_TEST_TMPDIR"
    cp "$TOP/samples/kommuner/tolga.svg" bilde.svg
}

# document NAME TITLE ROOT-ATTRIBUTES BODY
document() {
    cat >"$1" <<FO
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" $3
    xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
    xmlns:axf="http://www.antennahouse.com/names/XSL/Extensions" xmlns:rx="http://www.renderx.com/XSL/Extensions">
  <fo:layout-master-set>
    <fo:simple-page-master master-name="p" page-width="300pt" page-height="200pt" margin="20pt">
      <fo:region-body/>
    </fo:simple-page-master>
  </fo:layout-master-set>$5
  <fo:page-sequence master-reference="p">$2
    <fo:flow flow-name="xsl-region-body">
$4
    </fo:flow>
  </fo:page-sequence>
</fo:root>
FO
}

claims() { grep -aq 'pdfuaid:part>1' "$1" && grep -aq 'pdfaid:conformance>A' "$1"; }

@test "with title, language and alternative texts the PDF is archival, and nothing is said" {
    document x.fo '<fo:title>En tittel</fo:title>' 'xml:lang="nb"' \
        '<fo:block>Bilde: <fo:external-graphic src="bilde.svg" fox:alt-text="våpen"/>
         <fo:external-graphic src="bilde.svg" role="Artifact"/></fo:block>'
    works hjemmel fo x.fo -o x.pdf
    [ -z "$output" ]
    claims x.pdf
}

@test "what is missing for archival PDF is one warning that names each with its place" {
    document x.fo '' '' '<fo:block>Bilde: <fo:external-graphic src="bilde.svg"/></fo:block>
<fo:block><fo:external-graphic src="bilde.svg"/></fo:block>'
    works hjemmel fo x.fo -o x.pdf
    [ "$(grep -c warning <<<"$output")" = 1 ]
    [[ $output == *'a title (x.fo:3), a language (x.fo:3), alternative text of pictures (x.fo:11, x.fo:12)'* ]]
    [[ $output == *HJ-HJEMMEL-008* ]]
    ! claims x.pdf
    works hjemmel fo --profile pdf x.fo -o x.pdf
    [ -z "$output" ]
    ! claims x.pdf
}

@test "the archival profile asked for is an error for each thing missing, and nothing is written" {
    document x.fo '' '' '<fo:block>Bilde: <fo:external-graphic src="bilde.svg"/></fo:block>'
    fails 1 hjemmel fo --profile pdfa-2a+ua-1 x.fo -o x.pdf
    [ "$(grep -c HJ-HJEMMEL-010 <<<"$output")" = 3 ]
    [[ $output == *'x.fo:11: error'* ]]
    [[ $output == */fo:root/fo:page-sequence*fo:block\[1\]/fo:external-graphic\[1\]* ]]
    [ ! -e x.pdf ]
    fails 2 hjemmel fo --profile pdfa-1b x.fo -o x.pdf
}

@test "title and language are read from XMP in fo:declarations" {
    document x.fo '' '' '<fo:block>Tekst</fo:block>' '<fo:declarations>
      <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
          <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Årsmelding</rdf:li><rdf:li xml:lang="en">Report</rdf:li></rdf:Alt></dc:title>
          <dc:language><rdf:Bag><rdf:li>nn</rdf:li></rdf:Bag></dc:language>
        </rdf:Description></rdf:RDF></x:xmpmeta></fo:declarations>'
    works hjemmel fo x.fo -o x.pdf
    [ -z "$output" ]
    claims x.pdf
    pdfinfo x.pdf | grep -q '^Title: *Årsmelding$'
    grep -aq '/Lang *(nn)' x.pdf || qpdf --qdf --object-streams=disable x.pdf - | grep -aq '/Lang *(nn)'
}

@test "outside the subset: one warning for each kind with a count, and an error with --strict" {
    document x.fo '<fo:title>T</fo:title>' 'xml:lang="nb"' '<fo:block fox:layer="1" axf:x="2" z-index="3">en</fo:block>
<fo:block fox:layer="1" axf:x="2" z-index="3">to</fo:block>
<rx:flow-section><fo:block fox:layer="1">tre</fo:block></rx:flow-section>
<fo:block><fo:float float="start"><fo:block>fire</fo:block></fo:float><fo:inline-container><fo:block>fem</fo:block></fo:inline-container></fo:block>
<fo:multi-switch><fo:multi-case starting-state="hide"><fo:block>borte</fo:block></fo:multi-case><fo:multi-case><fo:block>seks</fo:block></fo:multi-case></fo:multi-switch>
<fo:block><fo:bidi-override direction="ltr" unicode-bidi="bidi-override">sju</fo:bidi-override></fo:block>'
    works hjemmel fo x.fo -o x.pdf
    [[ $output == *'x.fo:11: warning: the extension attribute fox:layer is not supported (3 times, here first)'* ]]
    [[ $output == *"'3' is not a value of z-index (2 times"* ]]
    [[ $output == *'the extension element rx:flow-section is not supported'* ]]
    [[ $output == *'in /fo:root/fo:page-sequence[1]/fo:flow/fo:block[3]/fo:float'* || $output == *'/fo:block[4]/fo:float'* ]]
    [ "$(grep -c 'fox:layer' <<<"$output")" = 1 ]
    [ "$(pdftotext x.pdf - | tr -s '\n\f' ' ')" = 'en to tre fire fem seks sju ' ]
    fails 1 hjemmel fo --strict x.fo -o y.pdf
    [ "$(grep -c 'error: the extension attribute fox:layer' <<<"$output")" = 3 ]
    [[ $output != *warning* ]]
    [ ! -e y.pdf ]
}

@test "a message from layout has the path of its object" {
    document x.fo '<fo:title>T</fo:title>' 'xml:lang="nb"' '<fo:block/><fo:block-container height="5pt"><fo:block>høyere enn det</fo:block></fo:block-container>'
    works hjemmel fo x.fo -o x.pdf
    [[ $output == *'in /fo:root/fo:page-sequence[1]/fo:flow/fo:block-container[1]'* ]]
}

@test "a thousand blocks in each other are set; ten thousand are refused, and the parser is not who says so" {
    local n
    for n in 1000 10000; do
        document "$n.fo" '<fo:title>T</fo:title>' 'xml:lang="nb"' \
            "$(printf '<fo:block>%.0s' $(seq $n))dypt$(printf '</fo:block>%.0s' $(seq $n))"
    done
    works hjemmel fo 1000.fo -o x.pdf
    [ "$(pdftotext x.pdf - | tr -s '\n\f' ' ')" = 'dypt ' ]
    fails 1 hjemmel fo 10000.fo -o y.pdf
    says "nested deeper than"
}

@test "references that lead nowhere: a warning each and no link; an error with --strict" {
    document x.fo '<fo:title>T</fo:title>' 'xml:lang="nb"' \
        '<fo:block>side <fo:page-number-citation ref-id="nei"/> og <fo:basic-link internal-destination="nei">lenke</fo:basic-link></fo:block>' \
        '<fo:bookmark-tree><fo:bookmark internal-destination="nei"><fo:bookmark-title>B</fo:bookmark-title></fo:bookmark></fo:bookmark-tree>'
    works hjemmel fo x.fo -o x.pdf
    says "HJ-FO-033" "HJ-LAYOUT-055"
    [ "$(pdftotext x.pdf - | tr -s '\n\f' ' ')" = 'side ? og lenke ' ]
    fails 1 hjemmel fo --strict x.fo -o y.pdf
    [ ! -e y.pdf ]
}
