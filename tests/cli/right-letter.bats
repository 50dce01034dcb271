# The right letter to the right person, with days that can be true: what is wrong here is refused
# or marked, each time in a case of its own, with the recipient and the events as a file would have
# them. The points of the checklist one by one are tested beside the rules.
load common

stopped() { # ITEM: no letter, and the checklist's item says why
    fails 1 hjemmel render sak/sak.xml -o brev.pdf
    [[ $output =~ "STOPP, checklist "(brev|vedtak)", item $1:" ]] || { echo "$output"; return 1; }
    [ ! -e brev.pdf ]
}
# part XML: put behind the last part
part() { edit sak/sak.xml "s|</parter>|$1</parter>|"; }
# events XML: instead of those the case has about sending and arrival
events() { sed -i '/type="vedtak_/d' sak/sak.xml; edit sak/sak.xml "s#</hendelser>#$1</hendelser>#"; }
ADRESSE='<adresse><linje>Sideveien 2</linje><postnummer>2540</postnummer><poststed>TOLGA</poststed></adresse>'
VERGE='<vergemaal mandat="personlig" fra="2020-01-01"/>'

@test "the one who gets the letter must be reachable, also when that is a guardian" {
    good_case sak
    part "<part id=\"p9\" rolle=\"verge\" for=\"p1\"><navn>Vera Prøve</navn>$VERGE</part>"
    stopped 1
    edit sak/sak.xml "s|<navn>Vera Prøve</navn>|&$ADRESSE|"
    works hjemmel render sak/sak.xml -o brev.pdf
    pdftotext -layout brev.pdf - | grep -q '^Sideveien 2'
}

@test "a decision never goes to a neighbour, an opponent, or the mother of a grown man" {
    for rolle in melder motpart; do
        good_case sak
        part "<part id=\"p9\" rolle=\"$rolle\" mottaker=\"ja\"><navn>Nils Nabo</navn>$ADRESSE</part>"
        stopped 2d
    done
    good_case sak
    part "<part id=\"p9\" rolle=\"foresatt\" for=\"p1\"><navn>Mor Prøve</navn>$ADRESSE</part>"
    stopped 2e
}

@test "one letter, one recipient, one person" {
    good_case sak
    part "<part id=\"p9\" rolle=\"verge\"><navn>Vera Prøve</navn>$ADRESSE$VERGE</part>"
    stopped 2f
    good_case sak
    edit sak/sak.xml 's|<part id="p1" rolle="soeker"|& mottaker="ja"|'
    part "<part id=\"p9\" rolle=\"verge\" for=\"p1\" mottaker=\"ja\"><navn>Vera Prøve</navn>$ADRESSE$VERGE</part>"
    stopped 2g
    good_case sak
    part "<part id=\"p9\" rolle=\"soeker\"><navn>Kone Prøve</navn>$ADRESSE</part>"
    stopped 2g
    cp "$TOP/samples/saker/04-hjemmesykepleie-og-omsorgsbolig/sak.xml" sak/sak.xml
    works hjemmel render sak/sak.xml -o brev.pdf
    rm brev.pdf
    part "<part id=\"p9\" rolle=\"omsorgsyter\" for=\"p1\"><navn>Dotter Døme</navn>$ADRESSE</part>"
    edit sak/sak.xml 's|<tjeneste id="t2"|& part="p9"|'
    stopped 2g
}

@test "an advocate needs no written authority, and gets the letter" {
    good_case sak
    part "<part id=\"p9\" rolle=\"advokat\" for=\"p1\"><navn>Alva Advokat</navn>$ADRESSE</part>"
    works hjemmel render sak/sak.xml -o brev.pdf
    pdftotext -layout brev.pdf - | grep -q '^Alva Advokat'
}

@test "a child past fifteen gets the decision too, or the letter is a draft" {
    mkdir sak
    cp -r "$TOP/samples/kommuner" .
    cp "$TOP/samples/saker/13-barn/sak.xml" sak/sak.xml
    edit sak/sak.xml 's|<foedselsdato>2018-08-14|<foedselsdato>2010-08-14|'
    works hjemmel render sak/sak.xml -o brev.pdf
    says "UTKAST, checklist vedtak, item 14c:"
    pdftotext -layout brev.pdf - | grep -q 'UTKAST'
    edit sak/sak.xml 's|</sak>|<kopiTil part="p1"/></sak>|'
    works hjemmel render sak/sak.xml -o brev.pdf
    says_not "14c"
    pdftotext -layout brev.pdf - | grep -q 'Kopi til: *Emma Prøve'
}

@test "the klagefrist rests on a day of arrival that can be true" {
    good_case sak
    events '<hendelse type="vedtak_mottatt" dato="2026-11-01"/>'
    stopped 15h
    good_case sak
    events '<hendelse type="vedtak_sendt" dato="2026-11-01"/>'
    stopped 15h
    good_case sak
    events '<hendelse type="vedtak_mottatt" dato="2026-11-27"/><hendelse type="vedtak_mottatt" dato="2026-11-30"/>'
    stopped 15i
}

@test "digital post has arrived when the party is told of it, also on a Sunday" {
    good_case sak
    events '<hendelse type="vedtak_aapnet" dato="2026-12-03"/><hendelse type="vedtak_varslet" dato="2026-11-29" kanal="digital"/>'
    works hjemmel render sak/sak.xml -o brev.pdf
    pdftotext brev.pdf - | tr '\n' ' ' | grep -q 'mandag 28. desember 2026'
    good_case sak
    events '<hendelse type="vedtak_aapnet" dato="2026-12-03"/>'
    works hjemmel explain sak/sak.xml
    says "31.12.2026"
}

@test "a body that decided complaints once is not the one today" {
    good_case sak
    edit kommuner/tolga.xml 's|regime="A C D E F" fra="2021-01-01"|& til="2026-01-01"|'
    stopped 15
}

@test "a unit the kommune does not have sends no letter" {
    good_case sak
    edit sak/sak.xml 's|<sak |<sak enhet="kontoret" |'
    stopped 20g
    edit sak/sak.xml 's|enhet="kontoret"|enhet="forvaltningskontoret"|'
    works hjemmel render sak/sak.xml -o brev.pdf
}

@test "the newest kartlegging stands last, or nobody knows which one counts" {
    good_case sak
    edit sak/sak.xml 's|<kartlegging dato=|<kartlegging dato="2026-11-19" form="journal"/>&|'
    stopped kartlegging
}

@test "the letter has its own date, the law that of the decision, and the arrival is reckoned from the letter" {
    good_case sak
    sed -i '/type="vedtak_/d' sak/sak.xml
    edit sak/sak.xml 's|<sak (.*)dato="2026-11-2[0-9]"|<sak \1dato="2027-01-04"|'
    works hjemmel render sak/sak.xml -o brev.pdf
    pdftotext -layout brev.pdf brev.txt
    grep -q '^ *Dato  *4. januar 2027' brev.txt
    vedtatt=$(sed -nE 's|.*<vedtak .* dato="2026-11-([0-9]+)".*|\1|p' sak/sak.xml)
    grep -q "^ *Vedtaksdato  *$vedtatt. november 2026" brev.txt
    grep -q 'Kommer brevet fram torsdag 7. januar' brev.txt
    tr -s '\n ' '  ' <brev.txt | grep -q 'siste dag torsdag 4. februar 2027'
    pdfinfo -isodates brev.pdf | grep -q 'CreationDate: *2027-01-0[34]'
    works hjemmel explain sak/sak.xml
    says "The law is the one in force on $vedtatt.11.2026"
}

@test "a letter is never dated before its decision" {
    good_case sak
    edit sak/sak.xml 's|<sak (.*)dato="2026-11-2[0-9]"|<sak \1dato="2026-11-12"|'
    stopped 20f
    good_case sak
    works hjemmel render --dato 2026-11-12 sak/sak.xml -o brev.pdf
    says "UTKAST, checklist vedtak, item 20h:"
}
