# The templates themselves: what holds for every one of them, and what the documents promise.
load common

T=$TOP/templates

# report SED: a copy of the status report's project, edited, in ./p/prosjekt.xml.
report() {
    mkdir -p p
    cp "$TOP/samples/prosjekter/tynset-tjenestestruktur/prosjekt.xml" p/prosjekt.xml
    [ -z "$1" ] || edit p/prosjekt.xml "$1"
}
meeting() {
    mkdir -p m
    cp "$TOP/samples/moeter/$1/moete.xml" m/moete.xml
    [ -z "$2" ] || edit m/moete.xml "$2"
}
words() { pdftotext -layout "$1" - | sed 's/\xc2\xa0/ /g' | tr -s ' \n' ' '; }
# none COMMAND...: like grep, it must find nothing (a bare ! would not fail the test).
none() { fails 1 "$@"; }

@test "the templates check clean, and every text has its twin" {
    works hjemmel check "$T"
    says_not "warning" "error"
    for f in "$T"/tekster/*.xml; do
        [ "$(grep -c '<nb>' "$f")" -eq "$(grep -c '<nn>' "$f")" ]
    done
}

@test "no paragraph of law, no deadline and no municipality is written in a template" {
    # A section sign with a number behind it is law; it belongs in the table of hjemler.
    none grep -nE '§( |&#160;|.)?[0-9]' "$T"/*.xsl "$T"/felles/*.xsl "$T"/tekster/*.xml
    none grep -niE 'tynset|tolga|innlandet' "$T"/*.xsl "$T"/felles/*.xsl "$T"/tekster/*.xml
    none grep -nE '>[^<]*\b(tre|fire|seks|[0-9]+)[  ](uker|veker)' "$T"/tekster/*.xml
}

@test "no sentence a person reads is written in a stylesheet" {
    # Text between FO or SVG tags must come from hj:tekst, the case or the kommune: nothing but punctuation is literal.
    none grep -nE '<(fo|svg):[a-z-]+[^>]*>[^<]*[[:alpha:]]{3}' "$T"/*.xsl "$T"/felles/*.xsl
    grep -nE '<xsl:text>[^<]*[[:alpha:]]{3}' "$T"/*.xsl "$T"/felles/*.xsl >literal.txt || true
    none grep -v 'Open Sans' literal.txt
}

@test "no text in a diagram is smaller than 7.5 pt" {
    for size in $(grep -ohE 'font-size="[0-9.]+(pt)?"' "$T"/felles/diagram.xsl | grep -oE '[0-9.]+'); do
        awk -v s="$size" 'BEGIN { exit !(s >= 7.5) }' || { echo "$size"; return 1; }
    done
}

@test "a report whose risk product is wrong is not made, and says which" {
    report 's/(nr="4" [^>]*)produkt="6"/\1produkt="4"/'
    fails 1 hjemmel render p/prosjekt.xml -k "$TOP/samples/kommuner/tynset.xml" -o x.pdf
    says "Risiko 4" "2 × 3 = 6" "statusrapport.xsl"
    nothing_left p/prosjekt.xml
}

@test "a report whose money does not balance is not made, and says both sums" {
    report 's/(<finansiering beloep=")150000/\1140000/'
    fails 1 hjemmel render p/prosjekt.xml -k "$TOP/samples/kommuner/tynset.xml" -o x.pdf
    says "350000" "340000"
    nothing_left p/prosjekt.xml
}

@test "the total light is the worst of the others, unless overruled with a reason" {
    report 's/omraade="samlet" farge="roed"/omraade="samlet" farge="gul"/'
    fails 1 hjemmel render p/prosjekt.xml -k "$TOP/samples/kommuner/tynset.xml" -o x.pdf
    says "gul" "roed" "overstyrt"
    edit p/prosjekt.xml 's/(omraade="samlet" farge="gul")/\1 overstyrt="alt avgjort"/'
    works hjemmel render p/prosjekt.xml -k "$TOP/samples/kommuner/tynset.xml" -o x.pdf
    words x.pdf | grep -q 'alt avgjort'
}

@test "risks are sorted by product, then number, with the movement since last" {
    report ''
    works hjemmel render p/prosjekt.xml -k "$TOP/samples/kommuner/tynset.xml" -o x.pdf
    words x.pdf >x.txt
    grep -q 'Kritisk (6), opp fra 4' x.txt
    order=$(grep -oE '(Ekstern motstand|Intern motstand|Framdrift og gjennomføring)' x.txt | tr '\n' ' ')
    [ "$order" = "Ekstern motstand Intern motstand Framdrift og gjennomføring " ]
}

@test "a task nobody has, and one without a deadline, are told" {
    meeting tolga-tiltaksmoete ''
    works hjemmel render m/moete.xml -k "$TOP/samples/kommuner/tolga.xml" -o x.pdf
    words x.pdf | grep -q 'Avklare nattressurs ut året Ikke fordelt Ingen frist'
}

@test "minutes of cases about persons say so, others do not" {
    meeting tolga-tiltaksmoete ''
    works hjemmel render m/moete.xml -k "$TOP/samples/kommuner/tolga.xml" -o x.pdf
    words x.pdf | grep -q 'saksnummer og ikke navn'
    meeting tynset-styringsgruppe ''
    works hjemmel render m/moete.xml -k "$TOP/samples/kommuner/tynset.xml" -o x.pdf
    words x.pdf >x.txt
    none grep 'saksnummer og ikke navn' x.txt
    grep -q 'Møtte: 7 av 7' x.txt
}

@test "a decision without a conclusion is told in the minutes" {
    meeting tynset-styringsgruppe 's#^ *<konklusjon status="vedtatt"><p>Det holdes.*##'
    works hjemmel render m/moete.xml -k "$TOP/samples/kommuner/tynset.xml" -o x.pdf
    words x.pdf | grep -q 'Konklusjon mangler'
}

@test "a long table says fortsetter on its next page" {
    meeting tolga-tiltaksmoete ''
    for i in $(seq 60); do echo "<oppgave ansvarlig=\"d1\" frist=\"2026-12-01\" status=\"aapen\">Oppgave nummer $i</oppgave>"; done >many.xml
    sed -i '/<oppfoelging>/r many.xml' m/moete.xml
    works hjemmel render m/moete.xml -k "$TOP/samples/kommuner/tolga.xml" -o x.pdf
    [ "$(pdftotext -layout x.pdf - | grep -c 'fortsetter')" -ge 1 ]
    pdftotext -l 1 x.pdf first.txt
    none grep 'fortsetter' first.txt
}

@test "the address stands in the window, and nothing else does" {
    good_case sak
    works hjemmel render sak/sak.xml -o brev.pdf
    # x 15–110 mm, y 44–70 mm of page 1, in points from the top left.
    pdftotext -f 1 -l 1 -x 43 -y 125 -W 269 -H 73 -r 72 brev.pdf window.txt
    grep -q 'Olga' window.txt
    grep -q '2542' window.txt
    [ "$(grep -c . window.txt)" -le 4 ]
    # Nothing left of 20 mm, on any page.
    pdftotext -x 0 -y 0 -W 56 -H 842 -r 72 brev.pdf margin.txt
    [ -z "$(tr -d ' \n\f' <margin.txt)" ]
}

# letter CASE: the words of a sample case's letter, in letter.txt.
letter() {
    works hjemmel render "$TOP/samples/saker/$1/sak.xml" "${@:2}" -o letter.pdf
    words letter.pdf >letter.txt
}

@test "services under two regimes get each their own deadline and body, on page 1 and in full" {
    letter 04-hjemmesykepleie-og-omsorgsbolig
    grep -q 'siste dag tirsdag 22. desember 2026 for hjemmesykepleie og tirsdag 15. desember 2026 for omsorgsbolig' letter.txt
    grep -q 'Hjemmesykepleie: Fristen er fire uker fra du får dette brevet' letter.txt
    grep -q 'Omsorgsbolig: Fristen er tre uker fra du får dette brevet' letter.txt
    grep -q 'Statsforvalteren i Innlandet, som avgjør den' letter.txt
    grep -q 'klagenemnda i Tolga kommune, som avgjør den' letter.txt
    pdftotext -l 1 letter.pdf - | tr -s ' \n' ' ' | grep -q '22. desember 2026'
}

@test "an offer without a right: no law of rights, no ombud, the municipality's own board" {
    letter 05-trygghetsalarm
    grep -q 'Fristen er tre uker' letter.txt
    grep -q 'klagenemnda i Tolga kommune' letter.txt
    none grep -iE 'rettighetsloven|ombudet|Statsforvalteren' letter.txt
}

@test "a letter to a guardian or a representative speaks of the person by name, and says why" {
    letter 12-verge
    grep -q 'Jonas Modell får omsorgsbolig og hjemmesykepleie' letter.txt
    grep -q 'Du får dette brevet fordi du er verge for Jonas Modell' letter.txt
    letter 11-fullmektig
    grep -q 'Solveig Mønster får praktisk bistand, men mindre enn det er søkt om' letter.txt
    grep -q 'fordi du har fullmakt fra Solveig Mønster' letter.txt
    grep -q 'Kopi til: Solveig Mønster' letter.txt
}

@test "without a written reason, the letter tells of the right to demand one" {
    letter 06-uten-begrunnelse
    grep -q 'rett til å få en begrunnelse hvis du ber om det før klagefristen går ut' letter.txt
    letter 01-hjemmesykepleie
    none grep 'rett til å få en begrunnelse' letter.txt
}

@test "the decision comes before the reasons, the reasons before the complaint, the law last" {
    letter 02-hjelp-alarm-og-rengjoering
    at() { grep -bo -m 1 -- "$1" letter.txt | head -n 1 | cut -d: -f1; }
    grep -q 'Du får hjemmesykepleie og trygghetsalarm, men mindre praktisk bistand enn du søkte om' letter.txt
    [ "$(at 'Dette har vi bestemt')" -lt "$(at 'Hvorfor du får hjemmesykepleie')" ]
    [ "$(at 'Hvorfor du får mindre praktisk bistand')" -lt "$(at 'Hva du betaler')" ]
    [ "$(at 'Hva du betaler')" -lt "$(at 'Fristen er fire uker')" ]
    [ "$(at 'Fristen er fire uker')" -lt "$(at 'Vennlig hilsen')" ]
    [ "$(at 'Vennlig hilsen')" -lt "$(at 'Regler vi har brukt')" ]
    # No section sign in the letter itself: only the mark on top and the small print at the end.
    head -c "$(at 'Regler vi har brukt')" letter.txt | tail -c +400 >body.txt
    none grep '§' body.txt
}

@test "an arrival that lies ahead of the letter is said as a condition, never as a fact" {
    letter 01-hjemmesykepleie
    grep -q 'Kommer brevet fram fredag 27. november, er siste dag mandag 28. desember 2026' letter.txt
    none grep 'Du fikk brevet' letter.txt
}

@test "nynorsk is nynorsk: no bokmål in what the letter itself says" {
    letter 09-heimesjukepleie-nynorsk
    grep -q 'Du får heimesjukepleie og praktisk hjelp' letter.txt
    none grep -wE 'ikke|hjemmesykepleie|hvorfor|uker|klagen|fra|uenig|Vennlig' letter.txt
}

@test "every letter keeps the date together and never parts a section from its sign" {
    for sak in 01-hjemmesykepleie 03-avslag-hjemmesykepleie 09-heimesjukepleie-nynorsk; do
        letter $sak
        pdftotext -layout letter.pdf lines.txt
        none grep -E '(§|§§|kl\.|jf\.|nr\.) *$' lines.txt
        tr -s '\n ' '| ' <lines.txt >one-line.txt
        none grep -E '[0-9]\. ?\| ?(januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)' one-line.txt
    done
}

@test "partly granted and refused in one letter: both in the heading, what was sought in the box" {
    letter 18-delvis-og-avslag
    grep -q 'Du får praktisk bistand, men mindre enn du søkte om. Du får ikke omsorgsbolig' letter.txt
    grep -q 'søkt: 4 timer per uke' letter.txt
    grep -q 'siste dag torsdag 24. desember 2026 for praktisk bistand og torsdag 17. desember 2026 for omsorgsbolig' letter.txt
}

@test "less help than before: the heading says less, the box what it was, and it may be asked to be kept" {
    letter 19-mindre-hjelp-etter-varsel
    grep -q 'Du får mindre praktisk bistand enn før' letter.txt
    grep -q 'før: 1,5 timer per uke' letter.txt
    grep -q 'få beholde hjelpen du har nå, til klagen er avgjort' letter.txt
    grep -q 'Du beholder hjelpen hver uke til 4. januar 2027' letter.txt
    # Nothing is taken from the one who gets less than sought: there is nothing to keep.
    letter 02-hjelp-alarm-og-rengjoering
    none grep 'beholde hjelpen' letter.txt
}

@test "a dismissed application names only the rule that stopped it" {
    letter 20-avvist-nynorsk
    grep -q 'Vi kan ikkje behandle søknaden om praktisk hjelp' letter.txt
    grep -q 'Helse- og omsorgstenestelova § 3-1:' letter.txt
    none grep -iE 'eigenandel|kriterium|§ 2-7' letter.txt
}

@test "the rules say the name of a law, and what is common, once" {
    letter 02-hjelp-alarm-og-rengjoering
    [ "$(grep -o 'Vi vurderer hver søker for seg' letter.txt | wc -l)" -eq 1 ]
    [ "$(grep -o 'Helse- og omsorgstjenesteloven' letter.txt | wc -l)" -eq 1 ]
}

@test "the last day is never parted over two lines" {
    for sak in 01-hjemmesykepleie 03-avslag-hjemmesykepleie 12-verge 18-delvis-og-avslag; do
        letter $sak
        pdftotext -layout -l 1 letter.pdf - | sed 's/\xc2\xa0/ /g' >lines.txt
        grep -qE '(mandag|tirsdag|onsdag|torsdag|fredag) [0-9]+\. desember 2026' lines.txt
        none grep -E 'siste dag (mandag|tirsdag|onsdag|torsdag|fredag) *$' lines.txt
    done
}

@test "a child does not complain by herself, a grown person with a guardian may" {
    letter 13-barn
    grep -q 'Du kan klage på vegne av Emma Prøve\.' letter.txt
    letter 12-verge
    grep -q 'Du kan klage på vegne av Jonas Modell, som også kan klage selv' letter.txt
}
