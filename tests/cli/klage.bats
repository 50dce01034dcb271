# A klage all the way, made by the built program from whole cases: whose letter it is, which track it
# is on, what stops the wrong letter, and by which day. The rules' own tests stand beside the rules.
load common

sak() { cp -r "$TOP/samples/saker/$1"*/sak.xml sak.xml; cp -r "$TOP/samples/kommuner" .; }
brev() { # KIND [OPTION...]: the letter's words
    works hjemmel render --dokument "$1" "${@:2}" sak.xml -o brev.pdf
    pdftotext -layout brev.pdf brev.txt
    run tr -s ' \n\f' ' ' < brev.txt
}
stopped() { # KIND ITEM: no letter, and the item of the checklist that says why
    fails 1 hjemmel render --dokument "$1" sak.xml -o nei.pdf
    says "item $2:"
    [ ! -e nei.pdf ]
}
not_sent_on() { sed -i '/<oversendelse /d; /<instansvedtak /d; /type="klage_oversendt"/d' sak.xml; }
undecided() { not_sent_on; sed -i '/<avgjoerelse /,/<\/avgjoerelse>/d' sak.xml; }
# event TYPE DATE [WORDS]: for the klage k1
event() { edit sak.xml "s|</hendelser>|<hendelse type=\"$1\" dato=\"$2\" for=\"k1\">$3</hendelse></hendelser>|"; }

@test "one letter with two klager: split, each with its own limit and its own body (fvl. § 28, pbrl. § 7-2)" {
    sak 21
    undecided
    edit sak.xml 's|</tjenester>|<tjeneste id="t9" kode="OMB" sakstype="ny"><vedtak utfall="avslaatt" besluttetAv="a2" dato="2026-11-20"/></tjeneste></tjenester>|'
    edit sak.xml 's|(<klage id="k1") gjelder="t1"(.*)|\1\2<gjelder tjeneste="t1"/><gjelder tjeneste="t9"/>|'
    sed -i '/type="vedtak_/s/ for="t1"//' sak.xml
    stopped klage_kvittering klage.delt
    edit sak.xml 's|<gjelder tjeneste="t1"/><gjelder tjeneste="t9"/>|<gjelder tjeneste="t1"/>|'
    edit sak.xml 's|</klage>|</klage><klage id="k2" gjelder="t9" mottatt="2026-12-10" fra="p1" signert="ja" dokument="2026/131-6"><oensketEndring><p>Jeg vil ha bolig.</p></oensketEndring></klage>|'
    brev klage_kvittering
    says "omsorgsbolig" "klagenemnda i Tolga kommune"
    says_not "pasient- og brukerrettighetsloven"
    edit sak.xml 's|<sak |<sak klage="k1" |'
    brev klage_kvittering
    says "hjemmesykepleie" "Statsforvalteren i Innlandet"
    works hjemmel explain sak.xml
    says "24.12.2026" "17.12.2026"
}
@test "no power of attorney: asked for, without a word about what the case is; what has content is stopped (fvl. §§ 12 and 13)" {
    sak 21
    undecided
    edit sak.xml 's|</parter>|<part id="p9" rolle="fullmektig" for="p1"><navn>Nina Prøve</navn><adresse><linje>Sideveien 2</linje><postnummer>2540</postnummer><poststed>TOLGA</poststed></adresse></part></parter>|; s|(<klage id="k1".*) fra="p1"|\1 fra="p9"|'
    brev klage_mangler
    says "Nina Prøve" "Send oss en skriftlig fullmakt" "mandag" "2027"
    says_not "hjemmesykepleie"
    stopped utsatt_iverksetting klage.fullmakt
    edit sak.xml 's|<navn>Nina Prøve</navn>.*</adresse>|&<fullmakt dato="2026-12-15" omfang="klagen"/>|'
    stopped klage_mangler mangler.retting
    brev klage_kvittering
    says "hjemmesykepleie" "Du klager på vegne av Arne Prøve"
}
@test "the wrong letter for where the case stands is stopped, and says which is right" {
    sak 21
    undecided
    stopped oversendelse oversendelse.utfall
    stopped klage_oversendt oversendelse.utfall
    stopped klage_avvist avvist.utfall
    stopped klage_omgjort omgjort.utfall
    stopped klageinstansens_vedtak instans.oversendt
    stopped klage_trukket trukket
    stopped svar_utfoerelse utfoerelse.klage
    event klage_trukket 2026-12-20
    stopped klage_mangler mangler.trukket
    brev klage_trukket
    says "Du har trukket klagen"
}
@test "use of force: on to Statsforvalteren the same day, unassessed, and the disagreement is told (pbrl. kap. 4 A)" {
    sak 21
    undecided
    edit sak.xml 's|<klage id="k1" |<klage id="k1" om="tvang" |'
    stopped klage_kvittering tvang
    stopped klage_omgjort klage.spor
    edit sak.xml 's|</klage>|<oversendelse dato="2026-12-11" kopiTilKlager="ja"/></klage>|'
    stopped oversendelse tvang
    edit sak.xml 's|<oversendelse dato="2026-12-11"|<oversendelse dato="2026-12-10"|'
    works hjemmel render --dokument klage_kvittering sak.xml -o brev.pdf
    says "item tvang.vei" "rundskriv"
    brev klage_kvittering
    says "Vi sendte klagen din til Statsforvalteren i Innlandet 10. desember 2026"
    says_not "Vi ser på saken en gang til"
    brev oversendelse
    says "uten å ha vurdert den først"
    works hjemmel status --lang nb --dato 2026-12-11 sak.xml
    says "hos klageinstansen"
}
@test "the claim for costs has its day, in the new decision and after the appeal body; none when it got worse (fvl. § 36)" {
    sak 21
    brev klage_omgjort
    says "tre uker fra du fikk vite om endringen" "mandag 1. februar 2027" "§ 36"
    event vedtak_mottatt 2027-01-08
    brev klage_omgjort
    says "fredag 29. januar 2027"
    edit sak.xml 's|utfall="stadfestet"|utfall="endret"|'
    brev klageinstansens_vedtak
    says "mandag 8. mars 2027" "Send kravet til Statsforvalteren i Innlandet"
    edit sak.xml 's|utfall="endret"|utfall="endret" tilSkade="ja"|'
    brev klageinstansens_vedtak
    says "mindre hjelp enn vi hadde gitt"
    says_not "utgifter"
}
@test "set aside: the old decision is neither sent nor told nor registered, and the case begins again (fvl. § 34)" {
    sak 21
    edit sak.xml 's|utfall="stadfestet"|utfall="opphevet"|'
    for kind in vedtak tjenestemelding registreringsark plo_melding; do stopped "$kind" opphevet; done
    brev klageinstansens_vedtak
    says "vi må vurdere saken på nytt"
    works hjemmel status --lang nb --dato 2027-03-01 sak.xml
    says "ny behandling"
}
@test "what a klage changed is not told the unit as it was before" {
    sak 21
    works hjemmel render --dokument tjenestemelding sak.xml -o brev.pdf
    says "UTKAST, checklist internt, item internt.omgjort"
}
@test "in part, and the rest withdrawn: nothing is sent on (fvl. § 33)" {
    sak 21
    not_sent_on
    event klage_trukket 2027-01-12
    stopped oversendelse oversendelse.trukket
    brev klage_trukket
    says "Vi behandler ikke resten av klagen" "Det nye vedtaket om hjemmesykepleie fra 5. januar 2027 gjelder"
    brev klage_omgjort
    says "sender vi den ikke videre"
}
@test "what is missing for the appeal body is told item by item (fvl. § 33 fourth ledd)" {
    sak 21
    sed -i '/<dokument type="\(klage\|kartlegging\)"/d' sak.xml
    works hjemmel render --dokument oversendelse sak.xml -o brev.pdf
    says "item oversendelse.klage" "item oversendelse.kartlegging" "item oversendelse.iplos"
    says_not "item oversendelse.vedtak"
}
@test "law that is not verified is told by check" {
    works hjemmel check "$TOP/rules"
    for id in fvl.11.fjerde fvl.30.ny fvl.31.rettighet hol.3-2.4 hol.3-2.5 hol.3-2.7 hol.7-2a pbrl.2-1d pbrl.2-1e pbrl.4a pbrl.7-5.egenandel; do
        says "$id"
    done
    says "law here that is not verified" HJ-RULES-212
}
