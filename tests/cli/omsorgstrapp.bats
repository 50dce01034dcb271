#!/usr/bin/env bats
# The stair of services: what a person weighed on each step is shown to whoever decides, and in the letter when somebody got something
# else than what she asked for. The rules themselves are tested in rules/tildeling/tester/omsorgstrapp.lua.
load common

# Sample $1 with the step facts on standard input's lines put in its kartlegging, and the alternatives of $2 on its first service.
weighed() {
    cp -r "$TOP/samples/saker/$1" sak
    cp -r "$TOP/samples/kommuner" .
    python3 - "$2" <<'PY'
import re, sys
s = open("sak/sak.xml").read()
steps = "".join('<opplysning navn="dekkes_paa_trinn_%d" verdi="nei"/><opplysning navn="grunn_trinn_%d" verdi="Du kommer ikke ut alene."/>' % (n, n) for n in (0,))
k = s.index("</kartlegging>"); at = s.rindex("<opplysning", 0, k); at = s.index("/>", at) + 2
s = s[:at] + steps + s[at:]
t = s.index("<tjeneste "); v = s.index("<vedtak", t); at = s.rindex("<opplysning", t, v); at = s.index("/>", at) + 2
s = s[:at] + sys.argv[1] + s[at:]
open("sak/sak.xml", "w").write(s)
PY
}
ENOUGH='<alternativ kode="FYS" forkastet="nei"><vurdering><p>Fysioterapeuten har sett deg gå i trappen og mener at trening to ganger i uka hjelper deg mest nå.</p></vurdering></alternativ>'
# The letter's words, one line.
words() { hjemmel render --dokument vedtak "$@" sak/sak.xml -o brev.pdf 2>/dev/null && pdftotext -layout brev.pdf - | tr -s ' \n' ' '; }
points() { hjemmel check --lang nb sak/sak.xml 2>&1 | grep -oE 'punkt trapp\.[a-z_]+' | sort -u | tr '\n' ' '; }

@test "she asked for more than the lowest step that is enough: the letter says what was weighed, and by whom it was said" {
    weighed 03-avslag-hjemmesykepleie "$ENOUGH"
    [ "$(points)" = "" ]
    text=$(words -m nb)
    grep -q 'Vi har også vurdert annen hjelp for deg: Fysioterapeuten har sett deg' <<<"$text"
    grep -q 'Vi har òg vurdert anna hjelp for deg: ' <<<"$(words -m nn)"
    # Who weighs it, sees every step.
    works hjemmel explain --lang nb sak/sak.xml
    says "omsorgstrappen" "laveste trinn" "Du kommer ikke ut alene." "Fysioterapeuten har sett deg"
    works hjemmel explain --lang nb -f html sak/sak.xml -o side.html
    grep -q '«.*Du kommer ikke ut alene..*»' side.html
    # Nothing of it when she got what she asked for.
    rm -rf sak kommuner
    weighed 01-hjemmesykepleie '<alternativ kode="TRA" forkastet="ja"><vurdering><p>En alarm kan ikke stelle såret ditt.</p></vurdering></alternativ><alternativ kode="PB" forkastet="ja"><vurdering><p>Vask og innkjøp kan ikke stelle såret ditt.</p></vurdering></alternativ>'
    [ "$(points)" = "" ]
    ! words | grep -q 'stelle såret ditt'
}

@test "a step not taken has a reason about this person; a step nobody weighed is told" {
    weighed 03-avslag-hjemmesykepleie '<alternativ kode="FYS" forkastet="ja"/>'
    [ "$(points)" = "punkt trapp.grunn punkt trapp.ukjent " ]
    edit sak/sak.xml 's|<alternativ kode="FYS" forkastet="ja"/>|<alternativ kode="FYS" forkastet="ja"><vurdering><p>Du trener allerede to ganger i uka.</p></vurdering></alternativ>|'
    [ "$(points)" = "punkt trapp.ukjent " ]
    edit sak/sak.xml 's|<opplysning navn="grunn_trinn_0"[^>]*/>||'
    [ "$(points)" = "punkt trapp.grunn_trinn punkt trapp.ukjent " ]
}

@test "that something lower has not been tried is no ground of its own; her wish may move the choice" {
    weighed 03-avslag-hjemmesykepleie ''
    edit sak/sak.xml 's|(<begrunnelse>)|\1<p>Trening må prøves først.</p>|'
    [ "$(points)" = "punkt trapp.alene punkt trapp.ukjent " ]
    fails 1 hjemmel render --lang nb sak/sak.xml -o brev.pdf
    says "STOPP, sjekkliste omsorgstrapp, punkt trapp.alene"
    edit sak/sak.xml "s|(<vedtak utfall)|$ENOUGH\1|"
    [ "$(points)" = "" ]
    rm -rf sak kommuner
    # Granted, though an alarm would do: because she wants it so, and that is said.
    weighed 01-hjemmesykepleie '<alternativ kode="TRA" forkastet="nei"><vurdering><p>En alarm kunne gjort det trygt for deg om natten.</p></vurdering></alternativ>'
    [ "$(points)" = "" ]
    words -m nb | grep -q 'En alarm kunne gjort det trygt for deg om natten. Vi mener at dette kunne vært nok for deg. Du får likevel mer. Det er fordi vi legger stor vekt på det du selv ønsker.'
    edit sak/sak.xml 's|<brukersSyn vekt="stor">|<brukersSyn vekt="liten">|'
    [ "$(points)" = "punkt trapp.oensket " ]
}

@test "Tynset's stair has its own names and its plan; the other municipality has not" {
    weighed 17-delvis-praktisk-hjelp-nynorsk '<alternativ kode="TRA" forkastet="nei"><vurdering><p>Alarmen gjer det trygt for deg å vere åleine om natta.</p></vurdering></alternativ>'
    works hjemmel explain --lang nb sak/sak.xml
    says "omsorgstrappa i Tynset" "punkt 3.3.3" "Tynset har teikna trappa i sin eigen plan"
    edit sak/sak.xml 's|kommune="tynset"|kommune="tolga"|'
    hjemmel explain --lang nb sak/sak.xml 2>/dev/null >t || true
    grep -q '^omsorgstrappa  ' t
    ! grep -q 'i Tynset' t
}
