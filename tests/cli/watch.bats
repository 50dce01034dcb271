# hjemmel watch and test --watch: what happens on each save. Nothing here measures time; a line is
# waited for longer than any machine needs.
load common

world() {
    cp -r "$TOP/rules" regler
    cp -r "$TOP/templates" maler
    good_case sak
}

# start ARGUMENT…: in the background, ended with the test.
start() {
    : >sagt
    timeout 40 hjemmel "$@" >sagt 2>&1 &
    pid=$!
    await "Ctrl-C"
}
teardown() { [ -z "${pid:-}" ] || kill "$pid" 2>/dev/null || true; }

# await TEXT…: each is said, from the line after what the last await saw.
from=1
await() {
    local text n
    for text; do
        n=0
        until tail -n "+$from" sagt | grep -qF -- "$text"; do
            sleep 0.05
            n=$((n + 1))
            kill -0 "$pid" 2>/dev/null && [ $n -lt 400 ] || tail -n "+$from" sagt | grep -qF -- "$text" || { echo "not said: $text"; cat sagt; return 1; }
        done
    done
}
# next: what has been said so far no longer counts.
next() { from=$(($(wc -l <sagt) + 1)); }
# settled: the document has been dealt with, and nothing is said after.
settled() { await "document:"; }

text_of() { pdftotext -layout "$1" - | tr -s ' \n' ' '; }

@test "watch: a save loads the rules, runs the tests, and makes the document anew" {
    world
    start watch -c sak/sak.xml -o ut.pdf regler maler
    await 'rules: in use' 'templates: in use' 'tests: all' 'document: written'
    [ -s ut.pdf ]
    cp ut.pdf foer.pdf
    next
    sed -i 's/nb = "hjemmesykepleie"/nb = "hjemmestell"/' regler/tildeling/hjemmesykepleie.lua
    await 'changed: regler/tildeling/hjemmesykepleie.lua' 'rules: in use' 'tests: all' 'document: written'
    [[ $(text_of ut.pdf) == *'hjemmestell'* ]] && [[ $(text_of foer.pdf) != *'hjemmestell'* ]]
}

@test "watch: rules that do not load are told, and those in use before make the document" {
    world
    start watch -c sak/sak.xml -o ut.pdf regler maler
    await 'document: written'
    [[ $(text_of ut.pdf) == *'hjemmesykepleie'* ]]
    next
    echo 'regel "' >>regler/tildeling/hjemmesykepleie.lua
    await 'regler/tildeling/hjemmesykepleie.lua:' 'error' 'rules: not taken into use; those read before still are'
    next
    rm ut.pdf
    edit sak/sak.xml 's/journalpostnummer="[0-9]+"/journalpostnummer="77"/'
    await 'changed: sak/sak.xml' 'document: written'
    [[ $(text_of ut.pdf) == *'-77'* ]]
    # A template that does not compile: the same.
    next
    rm ut.pdf
    edit maler/vedtak.xsl 's/(<xsl:template name="overskrift">)/\1<xsl:value-of select="((("\/>/'
    await 'templates: not taken into use; those read before still are'
    next
    edit sak/sak.xml 's/journalpostnummer="77"/journalpostnummer="78"/'
    await 'document: written'
    [[ $(text_of ut.pdf) == *'-78'* ]]
    # Mended, both are taken into use.
    next
    cp "$TOP/templates/vedtak.xsl" maler/vedtak.xsl
    cp "$TOP/rules/tildeling/hjemmesykepleie.lua" regler/tildeling/hjemmesykepleie.lua
    await 'rules: in use' 'templates: in use' 'tests: all' 'document: written'
}

@test "watch: every way editors save is seen, their own files are not" {
    world
    start watch regler
    await 'tests: all'
    next
    echo '-- skrevet' >>regler/felles/tekster.lua
    await 'changed: regler/felles/tekster.lua' 'tests: all'
    next
    { cat regler/felles/tekster.lua; echo '-- over'; } >regler/felles/.tekster.lua.swp
    touch regler/felles/tekster.lua~ regler/felles/4913
    mv regler/felles/.tekster.lua.swp regler/felles/tekster.lua
    await 'changed: regler/felles/tekster.lua' 'tests: all'
    next
    cp regler/felles/tekster.lua kopi
    rm regler/felles/tekster.lua
    cp kopi regler/felles/tekster.lua
    await 'changed: regler/felles/tekster.lua' 'tests: all'
    next
    mkdir -p regler/ny/under
    echo 'pakke { navn = "ny", versjon = "0.1.0", spraakversjon = 1 }' >regler/ny/pakke.lua
    echo 'tekst "ny" { nb = "ny", nn = "ny" }' >regler/ny/under/tekst.lua
    await 'changed: regler/ny/under/tekst.lua'
    next
    mv regler regler.gammel
    cp -r "$TOP/rules" regler
    await 'changed: regler/felles/tekster.lua' 'tests: all'
    run cat sagt
    says_not '.swp' 'lua~' '4913'
}

@test "watch: what fails is shown by test, file and line; STOPP writes nothing" {
    world
    start watch -l nb -c sak/sak.xml -o ut.pdf regler maler
    await 'dokument: skrevet'
    next
    cat >regler/tildeling/feiler.lua <<'LUA'
test "feiler alltid" { dato = "2026-11-24", sak = { fall_siste_aar = 2 }, venter = { fakta = { fall_siste_aar = 3 } } }
LUA
    await 'not ok' 'feiler alltid' 'regler/tildeling/feiler.lua:1' 'tester: 1 av'
    settled_nb
    next
    cp ut.pdf foer.pdf
    cp "$TOP/samples/saker/07-delvis-uten-begrunnelse/sak.xml" sak/sak.xml
    await 'STOPP' 'dokument: ikke laget; det som ble skrevet før, er som det var'
    cmp ut.pdf foer.pdf
}
settled_nb() { await 'dokument: skrevet'; }

@test "watch: pictures of pages; SIGTERM and SIGINT end it cleanly" {
    world
    mkdir ut
    start watch -c sak/sak.xml -f png --dpi 30 -o ut/side.png regler maler
    await 'document: written'
    ls ut/side*.png
    kill -TERM $pid
    wait $pid
    await 'ended'
    pid=
    hjemmel watch regler >sagt 2>&1 &
    pid=$!
    from=1
    await 'tests: all'
    kill -INT $pid
    wait $pid
    await 'ended'
    pid=
}

@test "watch: rules that never loaded are waited for" {
    world
    cp regler/felles/tekster.lua hel
    echo 'tekst "' >>regler/felles/tekster.lua
    start watch -c sak/sak.xml -o ut.pdf regler maler
    await 'rules: none in use until they can be loaded'
    [ ! -e ut.pdf ]
    next
    cp hel regler/felles/tekster.lua
    await 'rules: in use' 'document: written'
}

@test "test --watch: tests of rules, and of templates over their cases" {
    world
    start test --watch regler
    await 'tests: all'
    next
    sed -i 's/minst("fall_siste_aar", 1)/minst("fall_siste_aar", 90)/' regler/tildeling/trygghetsalarm.lua
    await 'not ok' 'failed'
    kill $pid
    wait $pid
    mkdir samples
    mv sak kommuner samples
    from=1
    start test --watch maler samples
    await 'tests: all' 'branches:'
    next
    sed -i 's/journalpostnummer="[0-9]*"/journalpostnummer="x"/' samples/sak/sak.xml
    await 'changed: samples/sak/sak.xml' 'not ok' 'failed'
    fails 2 hjemmel test --watch
    fails 2 hjemmel test --watch --format json regler
}
