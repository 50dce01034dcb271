# The letters beside the decision, made by the built program from whole cases: what each says that
# the others do not, in both maalformer, to whom, and what stops it.
load common

sak() { cp -r "$TOP/samples/saker/$1"*/sak.xml sak.xml; cp -r "$TOP/samples/kommuner" .; }
brev() { # KIND [OPTION...]: the letter's words
    works hjemmel render --dokument "$1" "${@:2}" sak.xml -o brev.pdf
    pdftotext -layout brev.pdf brev.txt
    run tr -s ' \n\f' ' ' < brev.txt
}
not_sent_on() { # the case as it was before the klage went to the appeal body
    sed -i '/<oversendelse /d; /<instansvedtak /d; /type="klage_oversendt"/d' sak.xml
}
undecided() { not_sent_on; sed -i '/<avgjoerelse /,/<\/avgjoerelse>/d' sak.xml; }

@test "receipt of an application says by when the answer comes" {
    works hjemmel render --dokument bekreftelse "$TOP"/samples/saker/08*/sak.xml -o brev.pdf
    pdftotext -layout brev.pdf brev.txt
    run tr -s ' \n' ' ' < brev.txt
    says "Vi har fått søknaden din" "innen torsdag 10. desember 2026" "Forvaltningsloven § 11 a"
}
@test "questions are what the rules lack, most deciding first, and only what the party can answer" {
    works hjemmel render --dokument innhenting "$TOP"/samples/saker/08*/sak.xml -o brev.pdf
    pdftotext -layout brev.pdf brev.txt
    run tr -s ' \n' ' ' < brev.txt
    says "Vi trenger å vite mer" "1. Hva er du syk av"
    says_not "særlige grunner"
}
@test "nothing lacking: there is no letter to ask with" {
    sak 01
    fails 1 hjemmel render --dokument innhenting sak.xml -o brev.pdf
    says "Da er det ikke noe å spørre om"
    sed -i '/<vedtak /,/<\/vedtak>/d' sak.xml
    fails 1 hjemmel render --dokument innhenting sak.xml -o brev.pdf
    says "Ingenting mangler"
    [ ! -e brev.pdf ]
}
@test "advance notice says what, why, and the last day to answer" {
    sak 19
    brev forhaandsvarsel
    says "Vi vurderer å gi deg mindre praktisk bistand" "mandag 16. november 2026" "Ingenting er bestemt ennå"
}
@test "a preliminary answer without a reason is not sent" {
    sak 09
    fails 1 hjemmel render --dokument foreloepig_svar sak.xml -o brev.pdf
    says "foreloepigSvar"
    edit sak.xml 's|<kartlegging |<foreloepigSvar ventet="2026-12-18"><grunn><p>Vi ventar på brev frå fastlegen din om medisinane.</p></grunn></foreloepigSvar>&|'
    brev foreloepig_svar
    says "Vi treng meir tid til søknaden din" "innan fredag 18. desember 2026" "fastlegen din"
}
@test "klage: receipt names the appeal body of the law behind the decision" {
    sak 21
    brev klage_kvittering
    says "Vi har fått klagen din" "Statsforvalteren i Innlandet"
}
@test "klage upheld in part: new decision, answer to each point, the rest sent on, a new deadline" {
    sak 21
    brev klage_omgjort
    says "Vi er enige i en del av klagen din" "6 timer per uke" "Punkt 2 i klagen" "Resten av klagen sender vi til Statsforvalteren" "mandag 8. februar 2027"
    brev oversendelse
    says "Kommunen har endret vedtaket delvis" "Siste dag for å klage var 24. desember 2026" "Kommunens kriterier"
    brev klage_oversendt
    says "Hvorfor det ikke ble alt du ba om"
    brev klageinstansens_vedtak
    says "vedtaket står" "Statsforvalteren i Innlandet bestemte 12. februar 2027" "Sivilombudet"
}
@test "klage by a daughter with power of attorney: the letters go to her, in nynorsk" {
    sak 22
    brev klage_oversendt
    says "Kari Døme" "Du klagar på vegner av Gudrun Døme" "Om å behalde hjelpa til klaga er avgjord"
    brev utsatt_iverksetting
    says "Vedtaket gjeld medan vi behandlar klaga"
}
@test "klage without a signature: the letter lists what is missing; whole klager get no such letter" {
    sak 21
    fails 1 hjemmel render --dokument klage_mangler sak.xml -o brev.pdf
    says "Klagen mangler ingenting"
    edit sak.xml 's|signert="ja" ||'
    fails 1 hjemmel render --dokument klage_mangler sak.xml -o brev.pdf
    says "Klagen er alt avgjort"
    undecided
    brev klage_mangler
    says "Skriv under på klagen."
    says_not "fullmakt"
}
@test "a klage too late is turned away only when the reasons to hear it are weighed" {
    sak 21
    edit sak.xml 's|mottatt="2026-12-10" datert="2026-12-08"|mottatt="2027-01-04"|; s|utfall="delvis_omgjort"|utfall="avvist"|'
    fails 1 hjemmel render --dokument klage_avvist sak.xml -o brev.pdf
    says "kan ikke avvises"
    not_sent_on
    edit sak.xml 's|<utsattIverksetting bedtOm="nei"/>|<forsinkelse kanLastes="ja" saerligeGrunner="nei"><vurdering><p>Du visste om fristen hele tiden.</p></vurdering></forsinkelse>|'
    brev klage_avvist
    says "Vi kan ikke behandle klagen din" "Du visste om fristen" "Da kan du klage"
}
@test "no answer to a point: nothing is sent on" {
    sak 21
    edit sak.xml 's|anfoersel id="k1b" medhold="nei"|anfoersel id="k1b"|'
    fails 1 hjemmel render --dokument oversendelse sak.xml -o brev.pdf
    says "Kommunen har ikke svart på alle punktene"
}
@test "klage over how the service is given is answered by the unit, never as a decision" {
    sak 21
    fails 1 hjemmel render --dokument svar_utfoerelse sak.xml -o brev.pdf
    says "Klagen er over et vedtak"
    edit sak.xml 's|<klage id="k1" |<klage id="k1" om="utfoerelse" |'
    brev svar_utfoerelse
    says "Svar på klagen din på hjelpen"
}
@test "klage withdrawn" {
    sak 21
    edit sak.xml 's|utfall="delvis_omgjort"|utfall="trukket"|'
    fails 1 hjemmel render --dokument klage_trukket sak.xml -o brev.pdf
    says "for sent å trekke"
    not_sent_on
    brev klage_trukket
    says "Du har trukket klagen"
}

@test "what goes to the unit, to the register, and as text to a message" {
    sak 01
    brev tjenestemelding
    says "Nytt vedtak: hjemmesykepleie" "Hjemmetjenesten" "3,5 timer per uke" "Lag tiltaksplan"
    says_not "hjertesvikt"
    brev registreringsark
    says "IPLOS-kode 15" "Timer per uke (IPLOS) 3,50" "Bevege seg innendørs 2"
    edit sak.xml 's|omfang verdi="3.5" enhet="timer_per_uke"|omfang verdi="24" enhet="timer_per_maaned"|g'
    brev registreringsark
    says "Timer per uke (IPLOS) 6,00"
    works hjemmel render --dokument plo_melding "$TOP"/samples/saker/18*/sak.xml -o -
    says "Praktisk bistand: delvis innvilget" "Omsorgsbolig: avslått."
}
@test "nothing granted: nothing to tell the unit" {
    sak 03
    fails 1 hjemmel render --dokument tjenestemelding sak.xml -o brev.pdf
    says "Ingen tjeneste er gitt"
}
