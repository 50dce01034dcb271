#!/usr/bin/env bats
# Pictures in the formatter as a whole: what is found, what is refused, and what stands in its place.
load common

# page CONTENT...: side.fo with these inside a block, one block each.
page() {
    {
        echo '<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:hjfo="urn:hjemmel:fo:1" xml:lang="nb"
font-family="Liberation Sans"><fo:layout-master-set><fo:simple-page-master master-name="a"><fo:region-body/>
</fo:simple-page-master></fo:layout-master-set><fo:page-sequence master-reference="a"><fo:title>t</fo:title>
<fo:flow flow-name="xsl-region-body">'
        for content; do echo "<fo:block>$content</fo:block>"; done
        echo '</fo:flow></fo:page-sequence></fo:root>'
    } >side.fo
}
graphic() { echo "<fo:external-graphic src=\"$1\" hjfo:alt=\"${2:-et bilde}\" ${3:-}/>"; }

@test "a picture that is missing: its text stands in its place, and strict refuses" {
    page "før $(graphic borte.png Kommunevåpen) etter"
    works hjemmel fo side.fo -o side.pdf
    says 'side.fo:5: warning: there is no picture "borte.png"' 'HJ-PAINT-012'
    [ "$(pdftotext side.pdf - | tr -s '\n\f ' ' ')" = "før [Kommunevåpen] etter " ]
    fails 1 hjemmel fo --strict side.fo -o streng.pdf
    says 'error: there is no picture'
    [ ! -e streng.pdf ]
}

@test "a picture is found beside the FO file, by any form of its name" {
    mkdir bilder && cp "$TOP/tests/fo/bilder/rgb-8.png" "bilder/et bilde.png"
    page "$(graphic "url(bilder/et%20bilde.png)") $(graphic "url('bilder/et bilde.png')")
$(graphic 'bilder/et bilde.png') $(graphic "url( 'file:bilder/et%20bilde.png' )")
$(graphic "data:image/png;base64,$(base64 -w0 'bilder/et bilde.png')")"
    cd / && works hjemmel fo --strict "$BATS_TEST_TMPDIR/side.fo" -o "$BATS_TEST_TMPDIR/side.pdf"
    [ -z "$output" ]
    cd "$BATS_TEST_TMPDIR"
    [ "$(pdfimages -list side.pdf | tail -n +3 | awk '{print $11}' | sort -u | wc -l)" -eq 1 ] # five uses, one object
}

@test "nothing outside the folder is read, and nothing from a network" {
    mkdir inne && cp "$TOP/tests/fo/bilder/rgb-8.png" ute.png && ln -s ../ute.png inne/lenke.png
    page "$(graphic ../ute.png) $(graphic lenke.png) $(graphic /etc/passwd) $(graphic http://example.org/x.png)"
    mv side.fo inne/
    fails 1 hjemmel fo --strict inne/side.fo -o side.pdf
    says '"../ute.png" lies outside' '"lenke.png" lies outside' '"/etc/passwd" lies outside' \
        '"http://example.org/x.png" is not a file'
}

@test "what a PDF cannot hold is refused by name" {
    cp "$TOP"/tests/fo/bilder/{cmyk,arithmetic}.jpg .
    head -c 90 "$TOP/tests/fo/bilder/rgb-8.png" >kort.png
    page "$(graphic cmyk.jpg) $(graphic arithmetic.jpg) $(graphic kort.png)"
    fails 1 hjemmel fo --strict side.fo -o side.pdf
    says 'CMYK' 'arithmetic coding' 'the PNG file is broken: the file ends too early'
}

@test "a drawing outside the subset: told with file and line, and the rest is drawn" {
    printf '%s\n' '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">' '<blur/>' \
        '<rect width="20" height="20" fill="#123456"/></svg>' >tegning.svg
    page "$(graphic tegning.svg)"
    works hjemmel fo side.fo -o side.pdf
    says 'tegning.svg:2: warning: SVG <blur> is outside the subset'
    qpdf --qdf --object-streams=disable side.pdf - | grep -a '0\.071 0\.204 0\.337 rg'
    fails 1 hjemmel fo --strict side.fo -o streng.pdf
}

@test "the same pictures give the same bytes" {
    cp -r "$TOP/tests/fo/bilder" "$TOP/tests/fo/bilder.fo" .
    works hjemmel fo --strict bilder.fo -o en.pdf
    works hjemmel fo --strict bilder.fo -o to.pdf
    cmp en.pdf to.pdf
    [ "$(stat -c %s en.pdf)" -lt 60000 ]
}
