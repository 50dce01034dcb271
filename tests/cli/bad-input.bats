# Everything that can be wrong with what the program is given: a clear error that names file and
# line or the resource, an exit status that tells whose fault it is, and nothing half-written.
load common

# The case in bad/ cannot be made: exit 1, the texts are said, and no document is left. In a run
# with two sound cases around it, those are made all the same.
refused() {
    local text=("$@")
    fails 1 hjemmel render bad/sak.xml -o out.pdf
    says "${text[@]}"
    [ ! -e out.pdf ]
    good_case first
    good_case third
    edit third/sak.xml 's/sakssekvensnummer="[0-9]+"/sakssekvensnummer="9003"/'
    edit first/sak.xml 's/sakssekvensnummer="[0-9]+"/sakssekvensnummer="9001"/'
    fails 1 hjemmel render first/sak.xml bad/sak.xml third/sak.xml -o out/
    says "${text[@]}"
    [ "$(find out -type f | wc -l)" -eq 2 ]
    [ "$(head -c 5 out/*9001*.pdf)" = "%PDF-" ]
    [ "$(head -c 5 out/*9003*.pdf)" = "%PDF-" ]
}

@test "the good case is good, or nothing below means anything" {
    good_case god
    works hjemmel render god/sak.xml -o out.pdf
    [ "$(head -c 5 out.pdf)" = "%PDF-" ]
}

# ---- the case ----

@test "broken XML" {
    good_case bad
    edit bad/sak.xml 's|</tittel>||'
    refused "bad/sak.xml:" "tags do not match"
}

@test "XML cut in the middle" {
    good_case bad
    head -c 900 bad/sak.xml >cut && mv cut bad/sak.xml
    refused "bad/sak.xml:"
}

@test "an unknown element: line, what it is in, and the nearest name" {
    good_case bad
    edit bad/sak.xml 's|<soeknad |<soeknaden/><soeknad |'
    refused "bad/sak.xml:$(line_of bad/sak.xml '<soeknaden/>')" "soeknaden" "soeknad"
}

@test "a wrong type" {
    good_case bad
    edit bad/sak.xml 's|skaar="4"|skaar="fire"|'
    refused "bad/sak.xml:$(line_of bad/sak.xml 'skaar="fire"')" "skaar"
    says_not "fire" # a value is personal data
}

@test "a missing element" {
    good_case bad
    edit bad/sak.xml 's|<foedselsdato>.*</foedselsdato>||; s|<navn>Olga [A-ZÆØÅ][a-zæøå]+</navn>||'
    refused "bad/sak.xml:"
}

@test "external entities and DTDs" {
    good_case bad
    edit bad/sak.xml '2i <!DOCTYPE sak [<!ENTITY passwd SYSTEM "file:///etc/passwd">]>'
    edit bad/sak.xml 's|Olga [A-ZÆØÅ][a-zæøå]+|\&passwd;|'
    refused "bad/sak.xml:2" "document type"
    says_not "root:"
}

@test "billion laughs" {
    good_case bad
    edit bad/sak.xml '2i <!DOCTYPE sak [<!ENTITY a "ha"><!ENTITY b "\&a;\&a;\&a;\&a;\&a;\&a;\&a;\&a;"><!ENTITY c "\&b;\&b;\&b;\&b;\&b;\&b;\&b;\&b;"><!ENTITY d "\&c;\&c;\&c;\&c;\&c;\&c;\&c;\&c;">]>'
    refused "bad/sak.xml:2" "document type"
}

@test "a file of 200 MB is refused before it is read" {
    good_case bad
    truncate -s 200M bad/sak.xml
    refused "bad/sak.xml" "larger than the limit"
    rm bad/sak.xml
}

@test "elements 100 000 deep" {
    good_case bad
    { echo '<sak xmlns="urn:hjemmel:sak:1">'; yes '<p>' | head -n 100000 | tr -d '\n'; } >bad/sak.xml
    refused "bad/sak.xml:" "deeper than"
}

@test "a root element nobody knows, an empty file, a folder, a file that is not there" {
    good_case bad
    echo '<sakk xmlns="urn:hjemmel:sak:1"/>' >bad/sak.xml
    refused "unknown root element" "sak"
    : >bad/sak.xml
    refused "bad/sak.xml" "empty"
    rm bad/sak.xml
    fails 3 hjemmel render bad/sak.xml -o out.pdf
    says "bad/sak.xml" "no such file"
    fails 1 hjemmel render bad -o out.pdf
    says "folder"
}

@test "another encoding than UTF-8, and bytes that are no text" {
    good_case bad
    iconv -f UTF-8 -t ISO-8859-1 bad/sak.xml >l1 && mv l1 bad/sak.xml
    refused "bad/sak.xml" "UTF-8"
    head -c 3000 "$HJ_BUILD/bin/hjemmel" >bad/sak.xml
    refused "bad/sak.xml"
}

@test "a service no rule knows" {
    good_case bad
    edit bad/sak.xml 's|kode="HSH"|kode="XYZ"|'
    refused "bad/sak.xml:$(line_of bad/sak.xml 'kode="XYZ"')"
}

@test "a date that does not exist" {
    good_case bad
    edit bad/sak.xml 's|mottatt="2026-11-03"|mottatt="2026-02-30"|'
    refused "bad/sak.xml:$(line_of bad/sak.xml 'mottatt="2026-02-30"')" "mottatt"
}

@test "--dato that is no date is a usage error" {
    good_case bad
    for dato in 2026-02-30 24.11.2026 i-dag; do
        fails 2 hjemmel render bad/sak.xml -o out.pdf --dato $dato
        says "$dato" "2026-11-24"
    done
    nothing_left bad/sak.xml kommuner/tolga.xml kommuner/tynset.xml kommuner/tolga.svg kommuner/tynset.svg
}

@test "a missing fact is named, counts as unknown, and never as no" {
    good_case god
    edit god/sak.xml '/trenger_helsehjelp/d'
    works hjemmel explain god/sak.xml
    says "trenger_helsehjelp"
    works hjemmel dump --stage record god/sak.xml
    says 'innstilling="ukjent"' 'mangler faktum="trenger_helsehjelp"'
    says_not 'innstilling="avslaatt"'
    works hjemmel status god/sak.xml
    works hjemmel render god/sak.xml -o brev.pdf
    says "UTKAST" "Missing: trenger helsehjelp på grunn av sykdom eller funksjonstap."
}

@test "an answer under a name no rule asks for is told, with the nearest" {
    good_case god
    edit god/sak.xml 's|navn="trenger_helsehjelp"|navn="trenger_helsehjlp"|'
    works hjemmel render god/sak.xml -o brev.pdf
    says "god/sak.xml:$(line_of god/sak.xml trenger_helsehjlp): warning:" "'trenger_helsehjlp'" "did you mean 'trenger_helsehjelp'?" "UTKAST"
    # A pack of one's own may ask for more.
    cp -r "$TOP/rules" .
    printf 'fakta { trenger_helsehjlp = janei { tekst = begge "x", sti = "opplysning[@navn=%s]/@verdi" } }\n' "'trenger_helsehjlp'" >rules/tildeling/mer.lua
    works hjemmel render --rules rules god/sak.xml -o brev.pdf
    says_not "did you mean"
}

@test "a decision the checklist stops: no letter, every finding, where to mend it" {
    good_case bad
    edit bad/sak.xml '/<begrunnelse>/,/<\/begrunnelse>/d'
    edit bad/sak.xml 's|utfall="innvilget"|utfall="avslaatt"|'
    refused "STOPP" "bad/sak.xml:" "hint:" "HJ-SJEKK-001"
}

@test "a kommune that is not there" {
    good_case bad
    edit bad/sak.xml 's|kommune="tolga"|kommune="atlantis"|'
    refused "atlantis" "kommuner/atlantis.xml"
    edit bad/sak.xml 's|kommune="atlantis"|kommune="../../etc/passwd"|'
    fails 1 hjemmel render bad/sak.xml -o out.pdf
    [ ! -e out.pdf ]
}

@test "a kommune file with a fault stops every case of it, and is told once in full" {
    good_case a
    good_case b
    edit b/sak.xml 's/sakssekvensnummer="[0-9]+"/sakssekvensnummer="9002"/'
    edit kommuner/tolga.xml 's|</brevhode>|<uvedkommende/></brevhode>|'
    fails 1 hjemmel render a/sak.xml b/sak.xml -o out/
    says "kommuner/tolga.xml:" "uvedkommende" "as told above"
    [ "$(grep -c "unknown element 'uvedkommende'" <<<"$output")" -eq 1 ]
    [ -z "$(ls out)" ]
}

# ---- the rules ----

# The rules in ./rules are broken: every command that needs them says where, and fo does not mind.
rules_refused() {
    good_case god
    fails 1 hjemmel render --rules rules god/sak.xml -o out.pdf
    says "$@"
    [ ! -e out.pdf ]
    fails 1 hjemmel check rules
    says "$@"
    fails 1 hjemmel test rules
    says "$@"
}

@test "a rule with a misspelt key" {
    cp -r "$TOP/rules" .
    edit rules/tildeling/hjemmesykepleie.lua 's/^  vedtak_i = /  vedtaki = /'
    rules_refused "rules/tildeling/hjemmesykepleie.lua:" "vedtaki" "vedtak_i"
}

@test "a Lua syntax error" {
    cp -r "$TOP/rules" .
    edit rules/tildeling/hjemmesykepleie.lua 's/innvilges_naar = alle \{/innvilges_naar = = alle {/'
    rules_refused "rules/tildeling/hjemmesykepleie.lua:$(line_of rules/tildeling/hjemmesykepleie.lua 'naar = =')"
}

@test "an endless loop while the rules are read" {
    cp -r "$TOP/rules" .
    echo 'while true do end' >>rules/tildeling/momenter.lua
    rules_refused "rules/tildeling/momenter.lua:"
}

@test "an endless loop in a rule, when a case is decided" {
    cp -r "$TOP/rules" .
    line=$(line_of rules/tildeling/hjemmesykepleie.lua 'vilkaar "behov"')
    edit rules/tildeling/hjemmesykepleie.lua "s/er\\(\"trenger_helsehjelp\"\\),\$/funksjon(function(f) while true do end end),/"
    good_case god
    fails 1 hjemmel render --rules rules god/sak.xml -o out.pdf
    says "rules/tildeling/hjemmesykepleie.lua:$line"
    [ ! -e out.pdf ]
}

@test "memory without end in a rule" {
    cp -r "$TOP/rules" .
    echo 'local t = {} for i = 1, 1e9 do t[i] = { i } end' >>rules/tildeling/momenter.lua
    rules_refused "rules/tildeling/momenter.lua:"
}

@test "a rule that reaches outside the sandbox" {
    for call in 'os.time()' 'io.open("x")' 'require("x")' 'load("x")' 'string.dump(print)' 'debug.getinfo(1)'; do
        rm -rf rules
        cp -r "$TOP/rules" .
        echo "local x = $call" >>rules/tildeling/momenter.lua
        fails 1 hjemmel check rules
        says "rules/tildeling/momenter.lua:"
    done
}

@test "a paragraph that is not in force on the date" {
    cp -r "$TOP/rules" .
    edit rules/felles/hjemler/hol.lua '/^hjemmel "hol.3-2.6a"/,/^\}/ s/fra = FRA/fra = "2035-01-01"/'
    good_case god
    fails 1 hjemmel render --rules rules god/sak.xml -o out.pdf
    says "hol.3-2.6a" "rules/"
    [ ! -e out.pdf ]
}

@test "a hjemmel that does not exist, a fact that is not declared" {
    cp -r "$TOP/rules" .
    edit rules/tildeling/hjemmesykepleie.lua 's/er\("trenger_helsehjelp"\)/er("trenger_helsehjlp")/'
    edit rules/tildeling/hjemmesykepleie.lua 's/"pbrl.2-7", rolle/"pbrl.2-77", rolle/'
    rules_refused "trenger_helsehjlp" "pbrl.2-77"
}

# ---- the templates ----

@test "a template that is not XML, and one XSLT refuses" {
    cp -r "$TOP/templates" .
    good_case god
    edit templates/vedtak.xsl '$d'
    fails 1 hjemmel render --templates templates god/sak.xml -o out.pdf
    says "templates/vedtak.xsl:"
    [ ! -e out.pdf ]
    cp "$TOP/templates/vedtak.xsl" templates/
    edit templates/vedtak.xsl '0,/<xsl:template match/ s/<xsl:template match="[^"]*"/<xsl:template match="\/["/'
    fails 1 hjemmel render --templates templates god/sak.xml -o out.pdf
    says "templates/vedtak.xsl:"
    [ ! -e out.pdf ]
    fails 1 hjemmel check templates
    says "templates/vedtak.xsl:"
}

@test "a template that stops, and one that never ends" {
    cp -r "$TOP/templates" .
    good_case god
    edit templates/vedtak.xsl 's|(<xsl:template match="grunnlag" mode="innhold">)|\1<xsl:message terminate="yes">nok</xsl:message>|'
    fails 1 hjemmel render --templates templates god/sak.xml -o out.pdf
    says "templates/vedtak.xsl" "nok"
    [ ! -e out.pdf ]
    cp "$TOP/templates/vedtak.xsl" templates/
    edit templates/vedtak.xsl 's|(<xsl:template match="grunnlag" mode="innhold">)|<xsl:template name="evig"><xsl:call-template name="evig"/></xsl:template>\1<xsl:call-template name="evig"/>|'
    fails 1 hjemmel render --templates templates god/sak.xml -o out.pdf
    says "templates/vedtak.xsl"
    [ ! -e out.pdf ]
}

@test "a text that is missing in one målform" {
    cp -r "$TOP/templates" .
    good_case god
    edit templates/tekster/vedtak.xml '/noekkel="vedtak.tittel"/,/<\/tekst>/ s|<nn>.*</nn>||'
    fails 1 hjemmel check templates
    says "templates/tekster/vedtak.xml:" "vedtak.tittel" "nn"
    fails 1 hjemmel render --maalform nn --templates templates god/sak.xml -o out.pdf
    says "vedtak.tittel" "nn"
    [ ! -e out.pdf ]
}

@test "a text key that does not exist, and a place nobody fills" {
    cp -r "$TOP/templates" .
    good_case god
    edit templates/tekster/vedtak.xml '0,/noekkel="vedtak.tittel"/ s/noekkel="vedtak.tittel"/noekkel="vedtak.tittl"/'
    fails 1 hjemmel render --templates templates god/sak.xml -o out.pdf
    says "vedtak.tittel" "templates/vedtak.xsl:"
    cp "$TOP/templates/tekster/vedtak.xml" templates/tekster/
    edit templates/tekster/vedtak.xml 's|<nb>Vedtak: \{tjenester\}</nb>|<nb>Vedtak: {tjenester} {ukjent}</nb>|'
    fails 1 hjemmel render --templates templates god/sak.xml -o out.pdf
    says "ukjent"
    [ ! -e out.pdf ]
}

@test "a template that reads outside its folder or the network" {
    cp -r "$TOP/templates" .
    good_case god
    for where in /etc/passwd ../god/sak.xml http://example.org/x.xml; do
        cp "$TOP/templates/vedtak.xsl" templates/
        edit templates/vedtak.xsl "s|(<xsl:template match=\"grunnlag\" mode=\"innhold\">)|\\1<xsl:copy-of select=\"document('$where')\"/>|"
        run hjemmel render --templates templates god/sak.xml -o out.pdf
        [ "$status" -eq 1 ] || [ "$status" -eq 3 ]
        says "error:"
        says_not "root:"
        [ ! -e out.pdf ]
    done
}

# ---- the paper ----

@test "a character no font has names the character and where it stands" {
    good_case bad
    edit bad/sak.xml 's|Da vi var hjemme|日本 Da vi var hjemme|'
    refused "U+65E5"
}

@test "fonts that are not there" {
    good_case god
    mkdir fonts
    cp "$TOP/fonts/fonts.xml" fonts/
    fails 3 hjemmel render --fonts fonts god/sak.xml -o out.pdf
    says "font"
    [ ! -e out.pdf ]
    rm fonts/fonts.xml
    fails 3 hjemmel render --fonts fonts god/sak.xml -o out.pdf
    says "fonts/fonts.xml"
}

@test "FO outside the subset: an error when strict, else a warning that names it" {
    cat >x.fo <<'F'
<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xml:lang="nb">
 <fo:layout-master-set><fo:simple-page-master master-name="a" page-width="100mm" page-height="100mm"><fo:region-body/></fo:simple-page-master></fo:layout-master-set>
 <fo:page-sequence master-reference="a"><fo:title>x</fo:title><fo:flow flow-name="xsl-region-body">
  <fo:block float="start">x</fo:block>
 </fo:flow></fo:page-sequence>
</fo:root>
F
    fails 1 hjemmel fo --strict x.fo -o x.pdf
    says "x.fo:4" "float"
    [ ! -e x.pdf ]
    works hjemmel fo x.fo -o x.pdf
    says "warning" "float"
    edit x.fo 's/ float="start"/ clor="red"/'
    run hjemmel fo --strict x.fo -o y.pdf
    [ "$status" -eq 1 ]
    says "clor" "color"
    [ ! -e y.pdf ]
}

# ---- the machine ----

@test "a folder that cannot be written to" {
    good_case god
    fails 3 hjemmel render god/sak.xml -o /proc/no-such/out.pdf
    says "/proc/no-such/out.pdf"
    fails 3 hjemmel render god/sak.xml -o /proc/out.pdf
    says "cannot write"
    mkdir closed
    chmod 500 closed
    if [ "$(id -u)" -ne 0 ]; then # root writes everywhere
        fails 3 hjemmel render god/sak.xml -o closed/out.pdf
        says "permission denied"
    fi
    [ -z "$(ls closed)" ]
}

@test "a full disk" {
    good_case god
    fails 3 hjemmel render god/sak.xml -o /dev/full
    says "/dev/full" "disk is full"
    run bash -c 'hjemmel render god/sak.xml -o - >/dev/full'
    [ "$status" -eq 3 ]
    says "disk is full"
    run bash -c 'hjemmel explain god/sak.xml >/dev/full'
    [ "$status" -eq 3 ]
}

@test "a document that was there is kept whole when the new one cannot be made" {
    good_case god
    works hjemmel render god/sak.xml -o out.pdf
    cp out.pdf before.pdf
    edit god/sak.xml 's|</tittel>||'
    fails 1 hjemmel render god/sak.xml -o out.pdf
    cmp out.pdf before.pdf
}

@test "two cases that would be called the same: the second is refused, the first kept" {
    good_case a
    good_case b
    fails 1 hjemmel render a/sak.xml b/sak.xml -o out/
    says "b/sak.xml" "a/sak.xml"
    [ "$(find out -type f | wc -l)" -eq 1 ]
}

@test "no diagnostic holds what stands in the case" {
    good_case bad
    edit bad/sak.xml 's|Olga [A-ZÆØÅ][a-zæøå]+|Hemmelig Navnesen|; s|skaar="4"|skaar="hemmelig"|; s|mottatt="2026-11-03"|mottatt="hemmelig"|; s|foedselsdato>1941-06-02|foedselsdato>hemmelig|'
    fails 1 hjemmel check bad/sak.xml
    [ "$(grep -ci hemmelig <<<"$output")" -eq 0 ]
    fails 1 hjemmel check --diagnostics json --lang nb bad/sak.xml
    [ "$(grep -ci hemmelig <<<"$output")" -eq 0 ]
}

@test "one question with two answers: neither is taken" {
    good_case bad
    edit bad/sak.xml 's|<opplysning navn="trenger_helsehjelp" verdi="ja"[^>]*>|&\n<opplysning navn="trenger_helsehjelp" verdi="nei"/>|'
    refused "HJ-CASE-064" "bad/sak.xml:$(line_of bad/sak.xml 'verdi="nei"/>')" "already a 'opplysning'" "hint:"
    good_case bad
    edit bad/sak.xml 's|<variabel navn="([a-z_]*)" skaar="[1-5]"/>|&<variabel navn="\1" skaar="9"/>|'
    refused "HJ-CASE-064"
}
