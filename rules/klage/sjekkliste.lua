-- Det som må være på plass før et brev om en klage kan sendes.

local KLAGE = "/sak/klage[not(@om) or @om='vedtak' or @om='innsyn' or @om='egenandel']"
local function skrevet(faktum, minst) return egne_ord(faktum, { utover = "frase.", minst = minst }) end

sjekkliste "klage" {
  dokument = { "klage_kvittering", "klage_mangler", "klage_avvist", "klage_omgjort", "klage_oversendt", "oversendelse", "utsatt_iverksetting", "klage_trukket", "klageinstansens_vedtak" },
  punkt { nummer = "klage.adresse", nivaa = "stopp", gjelder = "/sak/klage", hjemmel = "fvl.27",
    krav = er("klager_kan_naas"), sted = "/sak/parter",
    tekst = { nb = "Den som klager, har verken adresse eller digital post.", nn = "Den som klagar, har verken adresse eller digital post." },
    hvor = { nb = "Skriv adressen til den som klager.", nn = "Skriv adressa til den som klagar." } },
  punkt { nummer = "klage.regime", nivaa = "stopp", gjelder = KLAGE, hjemmel = { "pbrl.7-5", "fvl.29" },
    krav = noen { er("fire_uker"), er("tre_uker") },
    tekst = { nb = "Det er ikke klart hvilket vedtak klagen gjelder, og da vet vi verken frist eller klageinstans.",
              nn = "Det er ikkje klart kva vedtak klaga gjeld, og då veit vi verken frist eller klageinstans." },
    hvor = { nb = "Skriv gjelder på klagen, med id-en til tjenesten.", nn = "Skriv gjelder på klaga, med id-en til tenesta." } },
  punkt { nummer = "klage.delt", nivaa = "stopp", gjelder = KLAGE, hjemmel = { "pbrl.7-2", "fvl.28" },
    naar = er("flere_tjenester"), krav = ikke(er("flere_regimer")),
    tekst = { nb = "Klagen gjelder vedtak med ulike klageinstanser. Del den i to klager i saken.",
              nn = "Klaga gjeld vedtak med ulike klageinstansar. Del ho i to klager i saka." },
    hvor = { nb = "Skriv én klage for hver klageinstans, med samme dokument.", nn = "Skriv éi klage for kvar klageinstans, med same dokument." } },
  punkt { nummer = "klage.beslutter", nivaa = "stopp", gjelder = KLAGE .. "[avgjoerelse]", hjemmel = { "fvl.6", "fvl.27" },
    krav = alle { finnes("klage_besluttet_av"), ikke(er("klagebeslutter_inhabil")) }, sted = "avgjoerelse",
    tekst = { nb = "Det mangler navnet på den som har avgjort klagen for kommunen, eller den er inhabil.",
              nn = "Det manglar namnet på den som har avgjort klaga for kommunen, eller den er inhabil." },
    hvor = { nb = "Skriv besluttetAv på avgjørelsen; la en habil avgjøre.", nn = "Skriv besluttetAv på avgjerda; la ein habil avgjere." } },
}

sjekkliste "klage_mangler" {
  dokument = { "klage_mangler" },
  punkt { nummer = "mangler.retting", nivaa = "stopp", gjelder = KLAGE, hjemmel = "fvl.32",
    krav = er("klagen_har_mangler"),
    tekst = { nb = "Klagen mangler ingenting. Da er det ikke noe å be om.", nn = "Klaga manglar ingenting. Då er det ikkje noko å be om." },
    hvor = { nb = "Send bekreftelse på klagen i stedet.", nn = "Send stadfesting på klaga i staden." } },
}

sjekkliste "klage_avvist" {
  dokument = { "klage_avvist" },
  punkt { nummer = "avvist.grunn", nivaa = "stopp", gjelder = KLAGE, hjemmel = { "fvl.31", "fvl.33" },
    krav = innstilling("avvises"),
    tekst = { nb = "Klagen kan ikke avvises: den er i tide, kan rettes, eller det er ikke vurdert om den bør behandles likevel.",
              nn = "Klaga kan ikkje avvisast: ho er i tide, kan rettast, eller det er ikkje vurdert om ho bør behandlast likevel." },
    hvor = { nb = "Se hva som mangler for klagen, og skriv forsinkelse med kommunens vurdering.", nn = "Sjå kva som manglar for klaga, og skriv forsinkelse med vurderinga til kommunen." } },
  punkt { nummer = "avvist.begrunnelse", nivaa = "stopp", gjelder = KLAGE, hjemmel = { "fvl.24", "fvl.33" },
    krav = skrevet("klage_vurdert_av_kommunen", 8), sted = "avgjoerelse",
    tekst = { nb = "Avvisningen er et vedtak og må begrunnes med egne ord.", nn = "Avvisinga er eit vedtak og må grunngivast med eigne ord." },
    hvor = { nb = "Skriv vurdering under avgjoerelse.", nn = "Skriv vurdering under avgjoerelse." } },
}

sjekkliste "oversendelse" {
  dokument = { "oversendelse", "klage_oversendt" },
  punkt { nummer = "oversendelse.behandles", nivaa = "stopp", gjelder = KLAGE, hjemmel = { "fvl.31", "fvl.32", "fvl.33" },
    krav = innstilling("behandles"),
    tekst = { nb = "Klagen er ikke klar til å sendes: den mangler noe, eller det er ikke avklart om den kan behandles.",
              nn = "Klaga er ikkje klar til å sendast: ho manglar noko, eller det er ikkje avklart om ho kan behandlast." },
    hvor = { nb = "Se hva som mangler for klagen.", nn = "Sjå kva som manglar for klaga." } },
  punkt { nummer = "oversendelse.svar", nivaa = "stopp", gjelder = KLAGE, hjemmel = "fvl.33",
    krav = alle { over("anfoersler", 0), lik("anfoersler_uten_vurdering", 0) }, sted = "anfoersel[not(vurdering) or not(@medhold)]",
    tekst = { nb = "Kommunen har ikke svart på alle punktene i klagen.", nn = "Kommunen har ikkje svart på alle punkta i klaga." },
    hvor = { nb = "Skriv vurdering og medhold på hver anførsel.", nn = "Skriv vurdering og medhold på kvart klagepunkt." } },
  punkt { nummer = "oversendelse.utfall", nivaa = "stopp", gjelder = KLAGE, hjemmel = "fvl.33",
    krav = er("klageutfall", { "opprettholdt", "delvis_omgjort" }), sted = "avgjoerelse",
    tekst = { nb = "Bare en klage som ikke fører helt fram, sendes til klageinstansen.", nn = "Berre ei klage som ikkje fører heilt fram, skal sendast til klageinstansen." },
    hvor = { nb = "Skriv utfall opprettholdt eller delvis_omgjort, eller lag nytt vedtak.", nn = "Skriv utfall opprettholdt eller delvis_omgjort, eller lag nytt vedtak." } },
  punkt { nummer = "oversendelse.kopi", nivaa = "stopp", gjelder = KLAGE, hjemmel = "fvl.33",
    krav = er("kopi_til_klager"), sted = "oversendelse",
    tekst = { nb = "Den som klager, skal ha kopi av det kommunen skriver til klageinstansen.", nn = "Den som klagar, skal ha kopi av det kommunen skriv til klageinstansen." },
    hvor = { nb = "Skriv oversendelse med kopiTilKlager=\"ja\".", nn = "Skriv oversendelse med kopiTilKlager=\"ja\"." } },
  punkt { nummer = "oversendelse.utsetting", nivaa = "stopp", gjelder = KLAGE, hjemmel = "fvl.42",
    naar = er("utsetting_bedt_om"), krav = er("utsetting_avgjort"), sted = "utsattIverksetting",
    tekst = { nb = "Det er bedt om å få beholde hjelpen så lenge, og kommunen har ikke svart med grunn.",
              nn = "Det er bede om å få behalde hjelpa så lenge, og kommunen har ikkje svart med grunn." },
    hvor = { nb = "Skriv gitt og vurdering på utsattIverksetting.", nn = "Skriv gitt og vurdering på utsattIverksetting." } },
  punkt { nummer = "oversendelse.forsinkelse", nivaa = "stopp", gjelder = KLAGE, hjemmel = "fvl.31",
    naar = ikke(er("klage_i_tide")), krav = skrevet("forsinkelse_begrunnet", 5), sted = "forsinkelse",
    tekst = { nb = "Klagen kom for sent og behandles likevel. Da må det stå hvorfor.", nn = "Klaga kom for seint og blir behandla likevel. Då må det stå kvifor." },
    hvor = { nb = "Skriv vurdering under forsinkelse.", nn = "Skriv vurdering under forsinkelse." } },
  punkt { nummer = "oversendelse.dokumenter", nivaa = "utkast", gjelder = KLAGE, hjemmel = "fvl.33",
    krav = alle { er("dokument_klage"), er("dokument_vedtak"), er("dokument_soeknad"), er("dokument_kartlegging"), er("dokument_kriterier") }, sted = "/sak/dokumenter",
    tekst = { nb = "Klageinstansen må ha klagen, vedtaket, søknaden, kartleggingen og kriteriene.", nn = "Klageinstansen må ha klaga, vedtaket, søknaden, kartlegginga og kriteria." },
    hvor = { nb = "Før dokumentene opp i dokumenter, med type.", nn = "Før opp dokumenta i dokumenter, med type." } },
}

-- pbrl. kap. 4 A: loven sier rett til Statsforvalteren, rundskriv sier via kommunen. Kommunen sender den derfor videre samme dag.
sjekkliste "klage_tvang" {
  dokument = { "klage_kvittering", "oversendelse" },
  punkt { nummer = "tvang", nivaa = "stopp", gjelder = "/sak/klage[@om='tvang']", hjemmel = "pbrl.4a",
    krav = lik("oversendt", faktum "klage_mottatt"), sted = "oversendelse",
    tekst = { nb = "En klage over helsehjelp mot noens vilje skal til Statsforvalteren samme dag.", nn = "Ei klage over helsehjelp mot nokon sin vilje skal til Statsforvaltaren same dag." },
    hvor = { nb = "Send den videre, og skriv oversendelse med datoen.", nn = "Send ho vidare, og skriv oversendelse med datoen." } },
}

sjekkliste "klage_omgjort" {
  dokument = { "klage_omgjort" },
  punkt { nummer = "omgjort.utfall", nivaa = "stopp", gjelder = KLAGE, hjemmel = "fvl.33",
    krav = er("klageutfall", { "omgjort", "delvis_omgjort" }), sted = "avgjoerelse",
    tekst = { nb = "Kommunen har ikke bestemt å endre vedtaket.", nn = "Kommunen har ikkje bestemt å endre vedtaket." },
    hvor = { nb = "Skriv avgjoerelse med utfall omgjort eller delvis_omgjort.", nn = "Skriv avgjoerelse med utfall omgjort eller delvis_omgjort." } },
  punkt { nummer = "omgjort.begrunnelse", nivaa = "stopp", gjelder = KLAGE, hjemmel = { "fvl.24", "fvl.33" },
    krav = skrevet("klage_vurdert_av_kommunen", 8), sted = "avgjoerelse",
    tekst = { nb = "Det nye vedtaket må begrunnes med egne ord.", nn = "Det nye vedtaket må grunngivast med eigne ord." },
    hvor = { nb = "Skriv vurdering under avgjoerelse.", nn = "Skriv vurdering under avgjoerelse." } },
}
sjekkliste "klage_videre" {
  dokument = { "utsatt_iverksetting" },
  punkt { nummer = "utsetting.svar", nivaa = "stopp", gjelder = KLAGE, hjemmel = "fvl.42",
    krav = er("utsetting_avgjort"), sted = "utsattIverksetting",
    tekst = { nb = "Kommunen har ikke bestemt om vedtaket skal vente, eller det står ikke hvorfor.", nn = "Kommunen har ikkje avgjort om vedtaket skal vente, eller det står ikkje kvifor." },
    hvor = { nb = "Skriv gitt og vurdering på utsattIverksetting.", nn = "Skriv gitt og vurdering på utsattIverksetting." } },
}
sjekkliste "klageinstansens_vedtak" {
  dokument = { "klageinstansens_vedtak" },
  punkt { nummer = "instans.vedtak", nivaa = "stopp", gjelder = KLAGE, hjemmel = "fvl.34",
    krav = er("instans_har_bestemt"),
    tekst = { nb = "Klageinstansen har ikke avgjort klagen.", nn = "Klageinstansen har ikkje avgjort klaga." },
    hvor = { nb = "Skriv instansvedtak på klagen.", nn = "Skriv instansvedtak på klaga." } },
}
sjekkliste "klage_trukket" {
  dokument = { "klage_trukket" },
  punkt { nummer = "trukket", nivaa = "stopp", gjelder = KLAGE, hjemmel = "fvl.33",
    krav = er("klageutfall", "trukket"), sted = "avgjoerelse",
    tekst = { nb = "Klagen er ikke trukket.", nn = "Klaga er ikkje trekt." },
    hvor = { nb = "Skriv avgjoerelse med utfall trukket.", nn = "Skriv avgjoerelse med utfall trukket." } },
}
-- Klage over hvordan tjenesten blir gitt: enhetslederen svarer. Er en rettighet brutt, går resten til Statsforvalteren (pbrl. § 7-2).
sjekkliste "svar_utfoerelse" {
  dokument = { "svar_utfoerelse" },
  punkt { nummer = "utfoerelse.klage", nivaa = "stopp", gjelder = "/sak/klage", hjemmel = "pbrl.7-2",
    krav = er("klage_om", "utfoerelse"),
    tekst = { nb = "Klagen er over et vedtak og skal behandles som det, ikke besvares av enheten.", nn = "Klaga er over eit vedtak og skal behandlast som det, ikkje få svar frå eininga." },
    hvor = { nb = "Rett om på klagen, eller del den i to klager.", nn = "Rett om på klaga, eller del ho i to klager." } },
  punkt { nummer = "utfoerelse.svar", nivaa = "stopp", gjelder = "/sak/klage", hjemmel = "pbrl.7-2",
    krav = skrevet("utfoerelse_svart", 8), sted = "avgjoerelse",
    tekst = { nb = "Enheten har ikke svart på klagen.", nn = "Eininga har ikkje svart på klaga." },
    hvor = { nb = "Skriv vurdering under avgjoerelse.", nn = "Skriv vurdering under avgjoerelse." } },
}
