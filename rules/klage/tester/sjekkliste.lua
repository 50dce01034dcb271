-- Det som stanser et brev om en klage: én ting om gangen.

local EGNE_ORD = "Søsteren din skriver at du faller oftere enn før. Vi har lest journalen fra legevakten og snakket med ergoterapeuten."
local A = { regime = "A" }

test "klagen må ha ett regime og én som har bestemt" { dato = "2026-12-15", regel_ved = A, sjekkliste = "klage",
  sak = { klage_over_vedtak = ja, klage_om = "vedtak", flere_tjenester = nei, klage_besluttet_av = "Anne Modell", klagebeslutter_inhabil = nei, klager_kan_naas = ja },
  venter = { nivaa = "ok", funn = {} },
  rader = {
    { navn = "alt er i orden" },
    { navn = "klage over utførelsen har ingen klagefrist her", sak = { klage_over_vedtak = nei, klage_om = "utfoerelse" }, venter = { nivaa = "stopp", funn = { "klage.regime" } } },
    { navn = "flere tjenester med samme regime", sak = { flere_tjenester = ja, flere_regimer = nei } },
    { navn = "flere tjenester med ulike regimer (T04)", sak = { flere_tjenester = ja, flere_regimer = ja }, venter = { nivaa = "stopp", funn = { "klage.delt" } } },
    { navn = "ingen har skrevet under for kommunen", sak = { klage_besluttet_av = ikke_oppgitt }, venter = { nivaa = "stopp", funn = { "klage.beslutter" } } },
    { navn = "klageren har ingen adresse", sak = { klager_kan_naas = nei }, venter = { nivaa = "stopp", funn = { "klage.adresse" } } },
    { navn = "den som har avgjort, er inhabil (fvl. § 6)", sak = { klagebeslutter_inhabil = ja }, venter = { nivaa = "stopp", funn = { "klage.beslutter" } } },
  },
}
test "ikke klart hvilke vedtak det klages på" { dato = "2026-12-15", sjekkliste = "klage",
  sak = { klage_over_vedtak = ja, klage_om = "vedtak", flere_tjenester = ja, klage_besluttet_av = "Anne Modell", klagebeslutter_inhabil = nei, klager_kan_naas = ja },
  venter = { nivaa = "stopp", funn = { "klage.regime", "klage.delt" }, fakta = { flere_regimer = ukjent } } }
test "ikke klart hvilket vedtak det klages på" { dato = "2026-12-15", sjekkliste = "klage",
  sak = { klage_over_vedtak = ja, klage_om = "vedtak", flere_tjenester = nei, klage_besluttet_av = "Anne Modell", klagebeslutter_inhabil = nei, klager_kan_naas = ja },
  venter = { nivaa = "stopp", funn = { "klage.regime" } } }
for _, rad in ipairs { { "A", ja }, { "B", ja }, { "C", ja } } do
  test("samme regime " .. rad[1] .. " på alle tjenestene er ikke flere regimer") { dato = "2026-12-15", regel_ved = { regime = rad[1] }, sjekkliste = "klage",
    sak = { klage_over_vedtak = ja, klage_om = "vedtak", flere_tjenester = ja, klage_besluttet_av = "Anne Modell", klagebeslutter_inhabil = nei, klager_kan_naas = ja },
    venter = { nivaa = "ok", funn = {}, fakta = { flere_regimer = nei } } }
end

test "brev om mangler" { dato = "2026-12-01", sjekkliste = "klage_mangler", sak = { rettet = nei, klage_undertegnet = nei, klage_nevner_vedtaket = ja, klage_sier_hva = ja, klager_mangler_fullmakt = nei },
  venter = { nivaa = "ok", funn = {} },
  rader = {
    { navn = "ikke undertegnet" },
    { navn = "ingenting mangler", sak = { klage_undertegnet = ja }, venter = { nivaa = "stopp", funn = { "mangler.retting" } } },
  },
}
test "avvisning" { dato = "2026-12-28", regel_ved = A, sjekkliste = "klage_avvist",
  sak = { klage_over_vedtak = ja, klage_om = "vedtak", klager_er_part = ja, klager_mangler_fullmakt = nei, klage_undertegnet = ja, klage_nevner_vedtaket = ja, klage_sier_hva = ja, rettet = nei,
    underrettet = "2026-11-26", vedtaket_sendt = "2026-11-24", klage_levert = "2026-12-28", paaklaget_vedtaksdato = "2026-11-24", klager_kan_lastes = ja, rimelig_aa_behandle = nei, klage_vurdert_av_kommunen = EGNE_ORD },
  venter = { klage = "avvises", nivaa = "ok", funn = {} },
  rader = {
    { navn = "for sent, og ingen grunn til å behandle den" },
    { navn = "§ 31 er ikke vurdert", sak = { rimelig_aa_behandle = ikke_oppgitt }, venter = { klage = ukjent, nivaa = "stopp", funn = { "avvist.grunn" } } },
    { navn = "i tide", sak = { klage_levert = "2026-12-01" }, venter = { klage = "behandles", nivaa = "stopp", funn = { "avvist.grunn" } } },
    { navn = "ingen begrunnelse (fvl. § 24)", sak = { klage_vurdert_av_kommunen = ikke_oppgitt }, venter = { nivaa = "stopp", funn = { "avvist.begrunnelse" } } },
    { navn = "sju egne ord er for få", sak = { klage_vurdert_av_kommunen = "Du var hjemme hele tiden denne høsten." }, venter = { nivaa = "stopp", funn = { "avvist.begrunnelse" } } },
    { navn = "åtte egne ord", sak = { klage_vurdert_av_kommunen = "Du var hjemme hele tiden denne lange høsten." } },
  },
}
test "oversendelse" { dato = "2026-12-15", regel_ved = A, sjekkliste = "oversendelse",
  sak = { klage_over_vedtak = ja, klage_om = "vedtak", klager_er_part = ja, klager_mangler_fullmakt = nei, klage_undertegnet = ja, klage_nevner_vedtaket = ja, klage_sier_hva = ja, rettet = nei,
    underrettet = "2026-11-26", vedtaket_sendt = "2026-11-24", klage_levert = "2026-12-01", paaklaget_vedtaksdato = "2026-11-24", klager_kan_lastes = nei,
    anfoersler = 2, anfoersler_uten_vurdering = 0, klageutfall = "opprettholdt", kopi_til_klager = ja, utsetting_bedt_om = nei, utsetting_avgjort = nei,
    dokument_klage = ja, dokument_vedtak = ja, dokument_soeknad = ja, dokument_kartlegging = ja, dokument_kriterier = ja },
  venter = { klage = "behandles", nivaa = "ok", funn = {} },
  rader = {
    { navn = "alt er i orden" },
    { navn = "delvis omgjort: resten sendes (T20)", sak = { klageutfall = "delvis_omgjort" } },
    { navn = "omgjort: da er det ingenting å sende", sak = { klageutfall = "omgjort" }, venter = { nivaa = "stopp", funn = { "oversendelse.utfall" } } },
    { navn = "ikke avgjort ennå", sak = { klageutfall = ikke_oppgitt }, venter = { nivaa = "stopp", funn = { "oversendelse.utfall" } } },
    { navn = "ett punkt er ikke besvart", sak = { anfoersler_uten_vurdering = 1 }, venter = { nivaa = "stopp", funn = { "oversendelse.svar" } } },
    { navn = "punktene er ikke skrevet inn", sak = { anfoersler = 0 }, venter = { nivaa = "stopp", funn = { "oversendelse.svar" } } },
    { navn = "ingen kopi til den som klager", sak = { kopi_til_klager = nei }, venter = { nivaa = "stopp", funn = { "oversendelse.kopi" } } },
    { navn = "bedt om utsetting, ikke svart (fvl. § 42)", sak = { utsetting_bedt_om = ja }, venter = { nivaa = "stopp", funn = { "oversendelse.utsetting" } } },
    { navn = "bedt om utsetting, svart", sak = { utsetting_bedt_om = ja, utsetting_avgjort = ja } },
    { navn = "for sent, behandles likevel, uten at det står hvorfor", sak = { klage_levert = "2026-12-28" }, venter = { nivaa = "stopp", funn = { "oversendelse.forsinkelse" } } },
    { navn = "for sent, behandles likevel, og det står hvorfor", sak = { klage_levert = "2026-12-28", forsinkelse_begrunnet = "Hun lå på sykehus i ti dager." } },
    { navn = "fire egne ord er for få", sak = { klage_levert = "2026-12-28", forsinkelse_begrunnet = "Hun lå på sykehus." }, venter = { nivaa = "stopp", funn = { "oversendelse.forsinkelse" } } },
    { navn = "fem egne ord", sak = { klage_levert = "2026-12-28", forsinkelse_begrunnet = "Hun lå lenge på sykehus." } },
    { navn = "ikke avklart om den kom i tide", sak = { underrettet = ikke_oppgitt, klage_levert = "2026-12-28" }, venter = { nivaa = "stopp", funn = { "oversendelse.forsinkelse" } } },
    { navn = "for sent, og § 31 er ikke vurdert", sak = { klage_levert = "2026-12-28", klager_kan_lastes = ikke_oppgitt }, venter = { klage = ukjent, nivaa = "stopp", funn = { "oversendelse.behandles", "oversendelse.forsinkelse" } } },
    { navn = "ett punkt i klagen, besvart", sak = { anfoersler = 1 } },
    { navn = "klagen mangler underskrift", sak = { klage_undertegnet = nei }, venter = { klage = "rettes", nivaa = "stopp", funn = { "oversendelse.behandles" } } },
    { navn = "klagen mangler i lista", sak = { dokument_klage = nei }, venter = { nivaa = "utkast", funn = { "oversendelse.dokumenter" } } },
    { navn = "vedtaket mangler i lista", sak = { dokument_vedtak = nei }, venter = { nivaa = "utkast", funn = { "oversendelse.dokumenter" } } },
    { navn = "søknaden mangler i lista", sak = { dokument_soeknad = nei }, venter = { nivaa = "utkast", funn = { "oversendelse.dokumenter" } } },
    { navn = "kartleggingen mangler i lista", sak = { dokument_kartlegging = nei }, venter = { nivaa = "utkast", funn = { "oversendelse.dokumenter" } } },
    { navn = "kriteriene mangler i lista", sak = { dokument_kriterier = nei }, venter = { nivaa = "utkast", funn = { "oversendelse.dokumenter" } } },
  },
}
test "klage over tvang sendes videre samme dag (pbrl. kap. 4 A)" { dato = "2026-12-01", sjekkliste = "klage_tvang", sak = { klage_mottatt = "2026-12-01", oversendt = "2026-12-01" },
  venter = { nivaa = "ok", funn = {} },
  rader = {
    { navn = "samme dag" },
    { navn = "dagen etter", sak = { oversendt = "2026-12-02" }, venter = { nivaa = "stopp", funn = { "tvang" } } },
    { navn = "ikke sendt", sak = { oversendt = ikke_oppgitt }, venter = { nivaa = "stopp", funn = { "tvang" } } },
    { navn = "mottatt en ukjent dag", sak = { klage_mottatt = ikke_oppgitt }, venter = { nivaa = "stopp", funn = { "tvang" } } },
  },
}

test "omgjort, utsatt, avgjort av klageinstansen, trukket" { dato = "2026-12-15", sjekkliste = { "klage_omgjort", "klage_videre", "klageinstansens_vedtak", "klage_trukket" },
  sak = { klageutfall = "omgjort", klage_vurdert_av_kommunen = EGNE_ORD, utsetting_avgjort = ja, instans_har_bestemt = ja },
  venter = { nivaa = "stopp", funn = { "trukket" } },
  rader = {
    { navn = "omgjort" },
    { navn = "delvis omgjort", sak = { klageutfall = "delvis_omgjort" } },
    { navn = "opprettholdt", sak = { klageutfall = "opprettholdt" }, venter = { funn = { "omgjort.utfall", "trukket" } } },
    { navn = "ikke avgjort", sak = { klageutfall = ikke_oppgitt }, venter = { funn = { "omgjort.utfall", "trukket" } } },
    { navn = "trukket", sak = { klageutfall = "trukket" }, venter = { funn = { "omgjort.utfall" } } },
    { navn = "uten begrunnelse", sak = { klage_vurdert_av_kommunen = ikke_oppgitt }, venter = { funn = { "omgjort.begrunnelse", "trukket" } } },
    { navn = "sju egne ord er for få", sak = { klage_vurdert_av_kommunen = "Du var hjemme hele tiden denne høsten." }, venter = { funn = { "omgjort.begrunnelse", "trukket" } } },
    { navn = "åtte egne ord", sak = { klage_vurdert_av_kommunen = "Du var hjemme hele tiden denne lange høsten." } },
    { navn = "utsettingen er ikke avgjort", sak = { utsetting_avgjort = nei }, venter = { funn = { "trukket", "utsetting.svar" } } },
    { navn = "klageinstansen har ikke svart", sak = { instans_har_bestemt = nei }, venter = { funn = { "trukket", "instans.vedtak" } } },
  },
}
test "svar på klage over utførelsen (regime G)" { dato = "2026-12-15", sjekkliste = "svar_utfoerelse", sak = { klage_om = "utfoerelse", utfoerelse_svart = EGNE_ORD },
  venter = { nivaa = "ok", funn = {} },
  rader = {
    { navn = "enhetslederen har svart" },
    { navn = "klagen er over vedtaket", sak = { klage_om = "vedtak" }, venter = { nivaa = "stopp", funn = { "utfoerelse.klage" } } },
    { navn = "det står ikke hva den er over", sak = { klage_om = ikke_oppgitt }, venter = { nivaa = "stopp", funn = { "utfoerelse.klage" } } },
    { navn = "ikke besvart", sak = { utfoerelse_svart = ikke_oppgitt }, venter = { nivaa = "stopp", funn = { "utfoerelse.svar" } } },
    { navn = "sju egne ord er for få", sak = { utfoerelse_svart = "Du var hjemme hele tiden denne høsten." }, venter = { nivaa = "stopp", funn = { "utfoerelse.svar" } } },
    { navn = "åtte egne ord", sak = { utfoerelse_svart = "Du var hjemme hele tiden denne lange høsten." } },
  },
}
