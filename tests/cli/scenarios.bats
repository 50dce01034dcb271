# The scenarios as they are told, all the way to the words of the letter. What the record says of
# them is tested beside the rules (rules/tildeling/tester/scenarier.lua).
load common

# letter NAME [OPTION...]: the scenario's letter as one line of text in letter.txt
letter() {
    local name=$1
    shift
    works hjemmel render --kommune "$TOP/rules/tildeling/tester/kommuner/${kommune:-tolga}.xml" "$@" "$TOP/rules/tildeling/tester/saker/$name.xml" -o letter.pdf
    pdftotext letter.pdf - | sed 's/\xc2\xa0/ /g' | tr -s '\n\f ' ' ' >letter.txt
}
stopped() { # NAME ITEM: no letter, and the item of the checklist that says why
    fails 1 hjemmel render --kommune "$TOP/rules/tildeling/tester/kommuner/${kommune:-tolga}.xml" "$TOP/rules/tildeling/tester/saker/$1.xml" -o letter.pdf
    says "STOPP, checklist vedtak, item $2:"
    [ ! -e letter.pdf ]
}
reads() { local t; for t; do grep -qF -- "$t" letter.txt || { echo "not in the letter: $t"; return 1; }; done; }
reads_not() { local t; for t; do ! grep -qiF -- "$t" letter.txt || { echo "in the letter: $t"; return 1; }; done; }

@test "T01 avslag on hjemmesykepleie: four weeks, Statsforvalteren i Innlandet" {
    letter t01-avslag
    reads "Du får ikke hjemmesykepleie" "Fristen er fire uker fra du får dette brevet" "tirsdag 22. desember 2026" "Statsforvalteren i Innlandet, som avgjør den"
    reads "§ 2-7" # more than two weeks: enkeltvedtak
    reads_not "klagenemnd" "tre uker fra"
}

@test "T02 alarm as a municipal offer: three weeks, klagenemnda, no law of rights" {
    letter t02-alarm
    reads "Fristen er tre uker fra du får dette brevet" "tirsdag 15. desember 2026" "klagenemnda i Tolga kommune, som avgjør den" "Forvaltningsloven § 2"
    reads_not "pasient- og brukerrettighetsloven" "pbrl" "Statsforvalter"
    rm letter.pdf
    stopped t02-feil-lov 15f
}

@test "T03 the same alarm as health care: a right, free, four weeks" {
    letter t03-alarm-som-helsehjelp
    reads "Pasient- og brukerrettighetsloven § 2-1" "Helse- og omsorgstjenesteloven § 3-2 første ledd nr. 6" "Fristen er fire uker" "Statsforvalteren i Innlandet" "gratis"
    rm letter.pdf
    stopped t03-regning 19b
}

@test "T04 two regimes in one letter: two klage paragraphs" {
    letter t04-to-regimer
    reads "Hjemmesykepleie: Fristen er fire uker" "tirsdag 22. desember 2026. Endrer vi ikke vedtaket, sender vi klagen videre til Statsforvalteren i Innlandet" \
        "Omsorgsbolig: Fristen er tre uker" "tirsdag 15. desember 2026. Endrer vi ikke vedtaket, sender vi klagen videre til klagenemnda i Tolga kommune"
    rm letter.pdf
    stopped t04-tre-uker 15e
}

@test "T12 two of five hours without begrunnelse: no letter" {
    kommune=tynset
    stopped t12-uten-begrunnelse 11
    stopped t12-standardtekst 11
}

@test "T13 all that was asked for, without begrunnelse: the right to demand it stands in the letter" {
    kommune=tynset letter t13-uten-begrunnelse
    reads "Derfor har vi ikke skrevet noen begrunnelse" "Du har rett til å få en begrunnelse hvis du ber om det før klagefristen går ut."
    # The element is there, but nothing is written in it.
    sed 's|<brukersSyn|<begrunnelse><p> </p></begrunnelse>&|' "$TOP/rules/tildeling/tester/saker/t13-uten-begrunnelse.xml" >sak.xml
    works hjemmel render --kommune "$TOP/rules/tildeling/tester/kommuner/tynset.xml" sak.xml -o letter.pdf
    pdftotext letter.pdf - | sed 's/\xc2\xa0/ /g' | tr -s '\n\f ' ' ' >letter.txt
    reads "Du har rett til å få en begrunnelse hvis du ber om det før klagefristen går ut."
}

@test "T23 the same case on both sides of 1 June 2026, and never the law of 2025" {
    kommune=tynset letter t23-kompetanse --dato 2026-05-31
    reads "samtykkekompetanse"
    reads_not "beslutningskompetanse"
    kommune=tynset letter t23-kompetanse --dato 2026-06-01
    reads "beslutningskompetanse"
    reads_not "samtykkekompetanse"
    rm letter.pdf
    stopped t23-ny-lov ny_lov
}
