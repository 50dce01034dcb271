# What a service costs: in the letter when it can be worked out, in a letter of its own when it cannot, and never what the law forbids.
load common

said() { pdftotext "$1" - | tr '\n\302\240' '   ' | tr -s ' '; }
letter() { # of the edited case, by its kommune
    works hjemmel render --kommune "$TOP/samples/kommuner/$1.xml" sak.xml -o brev.pdf
    text=$(said brev.pdf)
}
has() {
    for part; do
        [[ $text == *"$part"* ]] || { echo "not there: $part" "$text"; return 1; }
    done
}

@test "a long stay: the price, from which day, the sum line by line, and the day G is from (egenandelsforskriften § 3)" {
    cp "$TOP/samples/saker/23-langtidsopphold-egenandel/sak.xml" sak.xml
    letter tolga
    has "Du betaler 14 653 kroner i måneden for langtidsoppholdet. Du betaler fra 24. desember 2025." "Slik har vi regnet" \
        "231 400 kroner" "10 450 kroner" "(G), fra 1. mai 2025" "130 160 kroner" "89 782 kroner" "86 054 kroner" "175 836 kroner" \
        "Du kan klage på prisen også"
}

@test "the same stay a year later: G and fribeløp are not known, and the letter does not guess" {
    sed 's/2026-/2027-/g; s/2025-/2026-/g' "$TOP/samples/saker/23-langtidsopphold-egenandel/sak.xml" >sak.xml
    letter tolga
    has "Hva langtidsopphold på sykehjem koster, får du vite i et eget brev."
    [[ $text != *"Slik har vi regnet"* ]]
    works hjemmel check --kommune "$TOP/samples/kommuner/tolga.xml" sak.xml
    says "item pris_ukjent" "Missing: fribeløpet"
}

@test "above the state's cap: no letter, and the cap and its source are told" {
    sed 's|<egenandel betaler="ja"/>|<egenandel betaler="ja" beloep="242" per="maaned"/>|' "$TOP/samples/saker/24-praktisk-hjelp-pris-nynorsk/sak.xml" >sak.xml
    fails 1 hjemmel render --kommune "$TOP/samples/kommuner/tynset.xml" sak.xml -o brev.pdf
    says "STOPP" "item tak_praktisk" "The limit is 241 kr per måned (kommunal prisliste for 2026)."
    [ ! -e brev.pdf ]
}

@test "above what the income allows: the amount worked out is told" {
    sed 's|<egenandel betaler="ja" satsdato="2025-12-24"/>|<egenandel betaler="ja" beloep="14654" per="maaned"/>|' "$TOP/samples/saker/23-langtidsopphold-egenandel/sak.xml" >sak.xml
    fails 1 hjemmel render --kommune "$TOP/samples/kommuner/tolga.xml" sak.xml -o brev.pdf
    says "item tak_langtid" "The limit is 14653 kr (prisen i måneden)."
    works hjemmel explain --kommune "$TOP/samples/kommuner/tolga.xml" sak.xml
    says "prisen i måneden: 14653"
}

@test "two services of the same kind: the state's cap is for both together (§ 8)" {
    sed '/<tjeneste id="t1"/,/<\/tjeneste>/{s|<egenandel betaler="ja"/>|<egenandel betaler="ja" beloep="150" per="maaned"/>|}' "$TOP/samples/saker/24-praktisk-hjelp-pris-nynorsk/sak.xml" >sak.xml
    works hjemmel check --kommune "$TOP/samples/kommuner/tynset.xml" sak.xml
    says_not "tak_samlet"
    sed -n '/<tjeneste id="t1"/,/<\/tjeneste>/p' sak.xml | sed 's/id="t1" kode="PB"/id="t2" kode="PBO"/' >to.xml
    sed -i '/<\/tjeneste>/r to.xml' sak.xml
    fails 1 hjemmel render --kommune "$TOP/samples/kommuner/tynset.xml" sak.xml -o brev.pdf
    says "item tak_samlet"
}

@test "help with the shower inside practical help is free (§ 8)" {
    sed 's|<innhold>golvvask annakvar veke|<innhold>golvvask, hjelp til å dusje|' "$TOP/samples/saker/24-praktisk-hjelp-pris-nynorsk/sak.xml" >sak.xml
    fails 1 hjemmel render --kommune "$TOP/samples/kommuner/tynset.xml" sak.xml -o brev.pdf
    says "item stell_i_prisen"
}

@test "the state's rate for 2026, and the price of the kommune above two G" {
    cp "$TOP/samples/saker/24-praktisk-hjelp-pris-nynorsk/sak.xml" sak.xml
    letter tynset
    has "Du betaler høgst 241 kroner i månaden for all praktisk hjelp til saman." "Satsen gjeld frå 1. januar 2026." "Du betaler frå 30. november 2026."
    sed -i -e 's/2026-11/2026-04/g' -e 's|navn="inntekt_under_2g" verdi="ja"|navn="husstandens_inntekt" verdi="400000"|' sak.xml # G is known until 1 May
    letter tynset
    has "Du betaler høgst 1 600 kroner i månaden" "(G), frå 1. mai 2025" "130 160 kroner" "260 320 kroner"
}

@test "the registration sheet: hours by the rule of the report, and the price" {
    cp "$TOP/samples/saker/01-hjemmesykepleie/sak.xml" sak.xml
    hours() { # attributes of omfang, and what the sheet says
        sed -i "/<vedtak /,/<innhold>/s|<omfang [^>]*/>|<omfang $1/>|" sak.xml
        works hjemmel render --dokument registreringsark --kommune "$TOP/samples/kommuner/tolga.xml" sak.xml -o ark.pdf
        text=$(said ark.pdf)
        has "(IPLOS) $2 "
    }
    hours 'verdi="3.5" enhet="timer_per_uke"' 3,50
    hours 'verdi="24" enhet="timer_per_maaned"' 6,00
    hours 'verdi="3" enhet="timer_per_gang" hver="3" hverEnhet="uke"' 1,00
    hours 'verdi="30" enhet="minutter_per_gang" hver="1" hverEnhet="dag"' 3,50
    hours 'verdi="6" enhet="timer_per_gang" hver="1" hverEnhet="maaned"' 1,50
    hours 'verdi="720" enhet="timer_per_maaned"' 168,00
    cp "$TOP/samples/saker/23-langtidsopphold-egenandel/sak.xml" sak.xml
    works hjemmel render --dokument registreringsark --kommune "$TOP/samples/kommuner/tolga.xml" sak.xml -o ark.pdf
    text=$(said ark.pdf)
    has "Prisen i måneden 14 653 kroner"
}
