# hjemmel fo --compat fop: the option, where it is told of, and that the PDF's words stand as FOP's.
load common

fo() {
    cat > x.fo <<F
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" font-family="Helvetica" font-size="10pt">
<fo:layout-master-set><fo:simple-page-master master-name="a" page-width="300pt" page-height="200pt"
margin="20pt"><fo:region-body/></fo:simple-page-master></fo:layout-master-set>
<fo:page-sequence master-reference="a"><fo:flow flow-name="xsl-region-body">$1</fo:flow>
</fo:page-sequence></fo:root>
F
}
# at WORD: where pdftotext finds it in x.pdf, in whole points.
at() {
    pdftotext -bbox x.pdf x.html
    sed -n "s|.*<word xMin=\"\([0-9]*\)\.[0-9]*\" yMin=\"\([0-9]*\)\..*>$1</word>|\1 \2|p" x.html
}

@test "--compat fop is told of in the help, the manual and the completion" {
    works hjemmel help fo
    says "--compat fop"
    works hjemmel help --man
    says "compat"
    works hjemmel help --completion
    says "--compat"
}

@test "another formatter's name is refused before anything is written" {
    fo '<fo:block>Tekst</fo:block>'
    fails 2 hjemmel fo --compat prince x.fo -o x.pdf
    says "fop"
    [ ! -e x.pdf ]
    fails 2 hjemmel render --compat fop x.fo -o x.pdf
}

@test "columns nobody gave a width are equal for FOP, and as wide as their content for us" {
    fo '<fo:table><fo:table-body><fo:table-row><fo:table-cell><fo:block>Alfa &#160; </fo:block></fo:table-cell>
<fo:table-cell><fo:block>Beta</fo:block></fo:table-cell></fo:table-row></fo:table-body></fo:table>'
    works hjemmel fo --compat fop x.fo -o x.pdf
    [ "$(at Beta)" = "150 18" ]
    works hjemmel fo x.fo -o x.pdf
    [ "$(at Beta | cut -d' ' -f1)" -lt 150 ]
}

@test "a raised word moves its line by what FOP moves it" {
    fo '<fo:block>Areal <fo:inline baseline-shift="8pt">to</fo:inline></fo:block><fo:block>Ned</fo:block>'
    works hjemmel fo --compat fop x.fo -o x.pdf
    [ "$(at Areal)" = "20 26" ]
    [ "$(at Ned)" = "20 38" ]
}
