-- Det som stanser et brev om en klage: én ting om gangen.

local EGNE_ORD = "Søsteren din skriver at du faller oftere enn før. Vi har lest journalen fra legevakten og snakket med ergoterapeuten."
local A = { regime = "A" }

test "klagen må ha ett regime og én som har bestemt" { dato = "2026-12-15", regel_ved = A, sjekkliste = "klage",
  sak = { klage_over_vedtak = ja, klage_over_innsyn = nei, klage_over_egenandel = nei, klage_over_rettighet = nei,
    ikke_klageobjekt = nei, flere_tjenester = nei, klage_besluttet_av = "Anne Modell",
    klagebeslutter_inhabil = nei, klager_kan_naas = ja, klageleder_inhabil = nei,
    klage_kode = "HSH", klagebeslutter_delegert = ja, klageutfall = "avvist" },
  venter = { nivaa = "ok", funn = {} },
  rader = {
    { navn = "alt er i orden" },
    { navn = "flere tjenester med samme regime", sak = { flere_tjenester = ja, flere_regimer = nei } },
    { navn = "flere tjenester med ulike regimer (T04)", sak = { flere_tjenester = ja, flere_regimer = ja },
      venter = { nivaa = "stopp", funn = { "klage.delt" } } },
    { navn = "ingen har skrevet under for kommunen", sak = { klage_besluttet_av = ikke_oppgitt },
      venter = { nivaa = "stopp", funn = { "klage.beslutter" } } },
    { navn = "klageren har ingen adresse", sak = { klager_kan_naas = nei },
      venter = { nivaa = "stopp", funn = { "klage.adresse" } } },
    { navn = "den som har avgjort, er inhabil (fvl. § 6)", sak = { klagebeslutter_inhabil = ja },
      venter = { nivaa = "stopp", funn = { "klage.beslutter" } } },
  },
}
test "ikke klart hvilke vedtak det klages på" { dato = "2026-12-15", sjekkliste = { "klage", "klage_regime" },
  sak = { klage_over_vedtak = ja, klage_over_innsyn = nei, klage_over_egenandel = nei, klage_over_rettighet = nei,
    ikke_klageobjekt = nei, flere_tjenester = ja, klage_besluttet_av = "Anne Modell",
    klagebeslutter_inhabil = nei, klager_kan_naas = ja, klageleder_inhabil = nei,
    klage_kode = "HSH", klagebeslutter_delegert = ja, klageutfall = "avvist" },
  venter = { nivaa = "stopp", funn = { "klage.delt", "klage.regime" }, fakta = { flere_regimer = ukjent } } }
test "ikke klart hvilket vedtak det klages på" { dato = "2026-12-15", sjekkliste = { "klage", "klage_regime" },
  sak = { klage_over_vedtak = ja, klage_over_innsyn = nei, klage_over_egenandel = nei, klage_over_rettighet = nei,
    ikke_klageobjekt = nei, flere_tjenester = nei, klage_besluttet_av = "Anne Modell",
    klagebeslutter_inhabil = nei, klager_kan_naas = ja, klageleder_inhabil = nei,
    klage_kode = "HSH", klagebeslutter_delegert = ja, klageutfall = "avvist" },
  venter = { nivaa = "stopp", funn = { "klage.regime" } } }
for _, rad in ipairs { { "A", ja }, { "B", ja }, { "C", ja } } do
  test("samme regime " .. rad[1] .. " på alle tjenestene er ikke flere regimer") { dato = "2026-12-15",
    regel_ved = { regime = rad[1] }, sjekkliste = { "klage", "klage_regime" },
    sak = { klage_over_vedtak = ja, klage_over_innsyn = nei, klage_over_egenandel = nei, klage_over_rettighet = nei,
      ikke_klageobjekt = nei, flere_tjenester = ja, klage_besluttet_av = "Anne Modell",
      klagebeslutter_inhabil = nei, klager_kan_naas = ja, klageleder_inhabil = nei,
      klage_kode = "HSH", klagebeslutter_delegert = ja, klageutfall = "avvist" },
    venter = { nivaa = "ok", funn = {}, fakta = { flere_regimer = nei } } }
end

test "brev om mangler" { dato = "2026-12-01", sjekkliste = "klage_mangler",
  sak = { rettet = nei, klage_undertegnet = nei, klage_nevner_vedtaket = ja, klage_sier_hva = ja,
    klager_mangler_fullmakt = nei, klage_trukket = nei },
  venter = { nivaa = "ok", funn = {} },
  rader = {
    { navn = "ikke undertegnet" },
    { navn = "fristen for å rette er siste dag i dag", sak = { retting_sendt = "2026-11-17" } },
    { navn = "fristen for å rette var i går", sak = { retting_sendt = "2026-11-16" },
      venter = { nivaa = "stopp", funn = { "mangler.frist" } } },
    { navn = "ikke kjent om noe mangler, eller når brevet ble sendt",
      sak = { klage_undertegnet = ikke_oppgitt, dokumentdato = ikke_oppgitt },
      venter = { nivaa = "stopp", funn = { "mangler.retting", "mangler.frist" } } },
    { navn = "alt avgjort", sak = { klage_avgjort_dato = "2026-11-30" },
      venter = { nivaa = "stopp", funn = { "mangler.avgjort" } } },
    { navn = "trukket", sak = { klage_trukket = ja }, venter = { nivaa = "stopp", funn = { "mangler.trukket" } } },
    { navn = "ikke kjent om den er trukket", sak = { klage_trukket = ikke_oppgitt },
      venter = { nivaa = "stopp", funn = { "mangler.trukket" } } },
    { navn = "ingenting mangler", sak = { klage_undertegnet = ja },
      venter = { nivaa = "stopp", funn = { "mangler.retting" } } },
  },
}
test "avvisning" { dato = "2026-12-28", regel_ved = A, sjekkliste = "klage_avvist",
  sak = { klage_over_vedtak = ja, klage_over_innsyn = nei, klage_over_egenandel = nei, klage_over_rettighet = nei,
    ikke_klageobjekt = nei, klager_er_part = ja, klager_mangler_fullmakt = nei,
    klage_undertegnet = ja, klage_nevner_vedtaket = ja, klage_sier_hva = ja, rettet = nei,
    vedtaket_framme = "2026-11-26", vedtaket_sendt = "2026-11-24", klage_levert = "2026-12-28",
    paaklaget_vedtaksdato = "2026-11-24", klager_kan_lastes = ja, rimelig_aa_behandle = nei,
    klage_vurdert_av_kommunen = EGNE_ORD, klageutfall = "avvist", klage_trukket = nei,
    forsinkelse_begrunnet = "Du ble minnet om fristen to ganger." },
  venter = { klage = "avvises", nivaa = "ok", funn = {} },
  rader = {
    { navn = "for sent, og ingen grunn til å behandle den" },
    { navn = "§ 31 er ikke vurdert", sak = { rimelig_aa_behandle = ikke_oppgitt },
      venter = { klage = ukjent, nivaa = "stopp", funn = { "avvist.grunn" } } },
    { navn = "i tide", sak = { klage_levert = "2026-12-01" },
      venter = { klage = "behandles", nivaa = "stopp", funn = { "avvist.grunn" } } },
    { navn = "kommunen har ikke avvist den", sak = { klageutfall = "opprettholdt" },
      venter = { nivaa = "stopp", funn = { "avvist.utfall" } } },
    { navn = "kommunen har ikke bestemt noe", sak = { klageutfall = ikke_oppgitt },
      venter = { nivaa = "stopp", funn = { "avvist.utfall" } } },
    { navn = "det står ikke hvorfor den ikke behandles likevel (fvl. § 31)",
      sak = { forsinkelse_begrunnet = ikke_oppgitt },
      venter = { nivaa = "stopp", funn = { "avvist.forsinkelse" } } },
    { navn = "fire egne ord om forsinkelsen er for få", sak = { forsinkelse_begrunnet = "Du ble ofte minnet." },
      venter = { nivaa = "stopp", funn = { "avvist.forsinkelse" } } },
    { navn = "fem egne ord", sak = { forsinkelse_begrunnet = "Du ble ofte minnet om." } },
    { navn = "en fremmed uten klagerett: ingen forsinkelse å vurdere",
      sak = { klager_er_part = nei, klage_levert = "2026-12-01", klager_kan_lastes = ikke_oppgitt,
        forsinkelse_begrunnet = ikke_oppgitt } },
    { navn = "T19: mer enn ett år, en rettighet: det er ikke kontrollert at det stenger",
      sak = { klage_levert = "2027-12-24" }, venter = { nivaa = "varsel", funn = { "avvist.ett_aar" } } },
    { navn = "ett år på dagen", sak = { klage_levert = "2027-11-24" } },
    { navn = "mer enn ett år, kommunens eget tilbud: det er sikkert", regel_ved = { regime = "B" },
      sak = { klage_levert = "2027-12-24" } },
    { navn = "vedtaksdatoen er ikke kjent", sak = { paaklaget_vedtaksdato = ikke_oppgitt },
      venter = { nivaa = "varsel", funn = { "avvist.ett_aar" } } },
    { navn = "trukket", sak = { klage_trukket = ja }, venter = { nivaa = "stopp", funn = { "avvist.trukket" } } },
    { navn = "ingen begrunnelse (fvl. § 24)", sak = { klage_vurdert_av_kommunen = ikke_oppgitt },
      venter = { nivaa = "stopp", funn = { "avvist.begrunnelse" } } },
    { navn = "sju egne ord er for få", sak = { klage_vurdert_av_kommunen = "Du var hjemme hele tiden denne høsten." },
      venter = { nivaa = "stopp", funn = { "avvist.begrunnelse" } } },
    { navn = "åtte egne ord", sak = { klage_vurdert_av_kommunen = "Du var hjemme hele tiden denne lange høsten." } },
  },
}
test "oversendelse" { dato = "2026-12-15", regel_ved = A, sjekkliste = "oversendelse",
  sak = { klage_over_vedtak = ja, klage_over_innsyn = nei, klage_over_egenandel = nei, klage_over_rettighet = nei,
    ikke_klageobjekt = nei, klager_er_part = ja, klager_mangler_fullmakt = nei,
    klage_undertegnet = ja, klage_nevner_vedtaket = ja, klage_sier_hva = ja, rettet = nei,
    vedtaket_framme = "2026-11-26", vedtaket_sendt = "2026-11-24", klage_levert = "2026-12-01",
    paaklaget_vedtaksdato = "2026-11-24", klager_kan_lastes = nei,
    anfoersler = 2, anfoersler_uten_vurdering = 0, klageutfall = "opprettholdt", kopi_til_klager = ja,
    utsetting_bedt_om = nei, utsetting_avgjort = nei,
    klage_trukket = nei, klage_vurdert_av_kommunen = EGNE_ORD, har_motpart = nei, hjelp_imens = ja,
    dokument_klage = ja, dokument_vedtak = ja, dokument_kriterier = ja,
    trenger_soeknad = nei, trenger_kartlegging = nei, trenger_iplos = nei, trenger_uttalelse = nei,
    trenger_referat = nei,
    trenger_fullmakt = nei, trenger_forhaandsvarsel = nei, trenger_brev = nei },
  venter = { klage = "behandles", nivaa = "ok", funn = {} },
  rader = {
    { navn = "alt er i orden" },
    { navn = "delvis omgjort: resten sendes (T20)", sak = { klageutfall = "delvis_omgjort" } },
    { navn = "omgjort: da er det ingenting å sende", sak = { klageutfall = "omgjort" },
      venter = { nivaa = "stopp", funn = { "oversendelse.utfall" } } },
    { navn = "ikke avgjort ennå", sak = { klageutfall = ikke_oppgitt },
      venter = { nivaa = "stopp", funn = { "oversendelse.utfall" } } },
    { navn = "ett punkt er ikke besvart", sak = { anfoersler_uten_vurdering = 1 },
      venter = { nivaa = "stopp", funn = { "oversendelse.svar" } } },
    { navn = "punktene er ikke skrevet inn", sak = { anfoersler = 0 },
      venter = { nivaa = "stopp", funn = { "oversendelse.svar" } } },
    { navn = "ingen kopi til den som klager", sak = { kopi_til_klager = nei },
      venter = { nivaa = "stopp", funn = { "oversendelse.kopi" } } },
    { navn = "bedt om utsetting, ikke svart (fvl. § 42)", sak = { utsetting_bedt_om = ja },
      venter = { nivaa = "stopp", funn = { "oversendelse.utsetting" } } },
    { navn = "bedt om utsetting, svart", sak = { utsetting_bedt_om = ja, utsetting_avgjort = ja } },
    { navn = "for sent, behandles likevel, uten at det står hvorfor", sak = { klage_levert = "2026-12-28" },
      venter = { nivaa = "stopp", funn = { "oversendelse.forsinkelse" } } },
    { navn = "for sent, behandles likevel, og det står hvorfor",
      sak = { klage_levert = "2026-12-28", forsinkelse_begrunnet = "Hun lå på sykehus i ti dager." } },
    { navn = "fire egne ord er for få",
      sak = { klage_levert = "2026-12-28", forsinkelse_begrunnet = "Hun lå på sykehus." },
      venter = { nivaa = "stopp", funn = { "oversendelse.forsinkelse" } } },
    { navn = "fem egne ord",
      sak = { klage_levert = "2026-12-28", forsinkelse_begrunnet = "Hun lå lenge på sykehus." } },
    { navn = "ikke avklart om den kom i tide", sak = { vedtaket_framme = ikke_oppgitt, klage_levert = "2026-12-28" },
      venter = { nivaa = "stopp", funn = { "oversendelse.forsinkelse" } } },
    { navn = "for sent, og § 31 er ikke vurdert",
      sak = { klage_levert = "2026-12-28", klager_kan_lastes = ikke_oppgitt },
      venter = { klage = ukjent, nivaa = "stopp", funn = { "oversendelse.behandles", "oversendelse.forsinkelse" } } },
    { navn = "ett punkt i klagen, besvart", sak = { anfoersler = 1 } },
    { navn = "klagen mangler underskrift", sak = { klage_undertegnet = nei },
      venter = { klage = "rettes", nivaa = "stopp", funn = { "oversendelse.behandles" } } },
    { navn = "trukket: da skal den ikke sendes", sak = { klage_trukket = ja },
      venter = { nivaa = "stopp", funn = { "oversendelse.trukket" } } },
    { navn = "kommunen sier ikke hvorfor vedtaket står", sak = { klage_vurdert_av_kommunen = ikke_oppgitt },
      venter = { nivaa = "stopp", funn = { "oversendelse.vurdering" } } },
    { navn = "sju egne ord er for få", sak = { klage_vurdert_av_kommunen = "Du var hjemme hele tiden denne høsten." },
      venter = { nivaa = "stopp", funn = { "oversendelse.vurdering" } } },
    { navn = "motparten vet ikke om klagen (fvl. § 33 tredje ledd)", sak = { har_motpart = ja, motpart_varslet = nei },
      venter = { nivaa = "stopp", funn = { "oversendelse.motpart" } } },
    { navn = "motparten er varslet", sak = { har_motpart = ja, motpart_varslet = ja } },
    { navn = "avslag, og ingen har sagt hvilken hjelp personen har imens (hol. § 4-1)", sak = { hjelp_imens = nei },
      venter = { nivaa = "utkast", funn = { "oversendelse.imens" } } },
    { navn = "innsyn: ingen hjelp å holde oppe",
      sak = { hjelp_imens = nei, klage_over_vedtak = nei, klage_over_innsyn = ja } },
  },
}
-- fvl. § 33 fjerde ledd: alt klageinstansen må ha. Noe trengs bare når saken har det.
local ALT_MED = { klage_trukket = nei, har_motpart = nei, hjelp_imens = ja, klage_over_vedtak = ja }
local function liste(mer)
  local sak = {}
  for navn, verdi in par(ALT_MED) do sak[navn] = verdi end
  for navn, verdi in par(mer) do sak[navn] = verdi end
  return sak
end
local function proev(sjekk, nummer, hva, funn, stille)
  local rader = {}
  for i, sak in ipairs(funn) do
    table.insert(rader, { navn = "funn " .. i, sak = sak, venter = { funn_har = { nummer } } })
  end
  for i, sak in ipairs(stille) do
    table.insert(rader, { navn = "stille " .. i, sak = sak, venter = { funn_ikke = { nummer } } })
  end
  test(nummer .. ": " .. hva) { dato = "2026-12-15", sjekkliste = sjekk, sak = {}, rader = rader }
end
for _, navn in ipairs { "klage", "vedtak", "kriterier" } do
  proev("oversendelse", "oversendelse." .. navn, "står i dokumentlista",
    { liste { ["dokument_" .. navn] = nei }, ALT_MED }, { liste { ["dokument_" .. navn] = ja } })
end
for _,
navn in ipairs { "soeknad", "kartlegging", "iplos", "uttalelse", "referat", "fullmakt", "forhaandsvarsel", "brev" } do
  proev("oversendelse", "oversendelse." .. navn, "står i dokumentlista når saken har det",
    { liste { ["trenger_" .. navn] = ja, ["dokument_" .. navn] = nei }, liste { ["trenger_" .. navn] = ja }, ALT_MED },
    { liste { ["trenger_" .. navn] = nei, ["dokument_" .. navn] = nei },
      liste { ["trenger_" .. navn] = ja, ["dokument_" .. navn] = ja } })
end
proev("oversendelse", "oversendelse.motpart", "varslet", { {}, { har_motpart = ja } }, { { har_motpart = nei } })
proev("oversendelse", "oversendelse.imens", "hjelpen imens", { {}, { klage_over_vedtak = ja } },
  { { klage_over_vedtak = nei } })

proev("klage_avvist", "avvist.ett_aar", "ikke kjent hva det klages på, etter ett år",
  { { klage_levert = "2027-12-24", paaklaget_vedtaksdato = "2026-11-24" } },
  { { klage_levert = "2027-11-24", paaklaget_vedtaksdato = "2026-11-24" } })

-- ── Alle brev om klager ─────────────────────────────────────────────────────────────────────────────────────────
proev("klage", "klage.egenandel", "hol. § 11-2: fristen er ikke kontrollert",
  { { klage_over_egenandel = ja, klage_over_vedtak = nei }, {} },
  { { klage_over_egenandel = nei }, { klage_over_egenandel = ja, klage_over_vedtak = ja } })
test "klage.feil_mottaker: fvl. § 11" { dato = "2026-12-28", sjekkliste = "klage", regel_ved = A,
  sak = { feil_mottatt = "2026-12-20", klage_levert = "2026-12-28", vedtaket_framme = "2026-11-26",
    vedtaket_sendt = "2026-11-24", klage_over_vedtak = ja, klage_over_innsyn = nei, klage_over_egenandel = nei,
    klage_over_rettighet = nei },
  rader = {
    { navn = "for sent hit", venter = { funn_har = { "klage.feil_mottaker" } } },
    { navn = "ikke kjent om den kom i tide hit", sak = { vedtaket_framme = ikke_oppgitt },
      venter = { funn_har = { "klage.feil_mottaker" } } },
    { navn = "i tide også hit", sak = { klage_levert = "2026-12-22" },
      venter = { funn_ikke = { "klage.feil_mottaker" } } },
    { navn = "bare hit", sak = { feil_mottatt = ikke_oppgitt }, venter = { funn_ikke = { "klage.feil_mottaker" } } },
  } }
proev("klage", "klage.leder", "fvl. § 6 tredje ledd", { {}, { klageleder_inhabil = ja } },
  { { klageleder_inhabil = nei } })
proev("klage", "klage.beslutter", "fvl. § 6", { {}, { klage_besluttet_av = "Anne Modell" } }, {})
proev("klage", "klage.adresse", "en å sende til", { {} }, { { klager_kan_naas = ja } })
proev("klage", "klage.delt", "ett regime", { {} }, { { flere_tjenester = nei } })
proev("klage", "klage.delegasjon", "koml. kap. 5: avvisning og omgjøring er vedtak",
  { { klage_kode = "HSH", klage_besluttet_av = "Anne Modell" },
    { klage_kode = "HSH", klage_besluttet_av = "Anne Modell", klagebeslutter_delegert = nei } },
  { { klage_kode = "HSH", klage_besluttet_av = "Anne Modell", klagebeslutter_delegert = ja }, { klage_kode = "HSH" },
    { klage_besluttet_av = "Anne Modell" } })
local DAGER = { paaklaget_vedtaksdato = "2026-11-24", klage_mottatt = "2026-12-01", klage_avgjort_dato = "2026-12-10",
  oversendt = "2026-12-14", instansvedtak_dato = "2027-02-01" }
local function dager(mer)
  local sak = {}
  for navn, verdi in par(DAGER) do sak[navn] = verdi end
  for navn, verdi in par(mer) do sak[navn] = verdi end
  return sak
end
proev("klage", "klage.datoer", "vedtak, klage, svar, oversendelse, klageinstans",
  { dager { klage_mottatt = "2026-11-23" }, dager { klage_avgjort_dato = "2026-11-30" },
    dager { oversendt = "2026-12-09" },
    dager { instansvedtak_dato = "2026-12-13" } },
  { DAGER, {}, dager { klage_mottatt = "2026-11-24", klage_avgjort_dato = "2026-11-24", oversendt = "2026-11-24",
    instansvedtak_dato = "2026-11-24" }, { paaklaget_vedtaksdato = "2026-11-24" }, { klage_mottatt = "2026-12-01" },
    { klage_avgjort_dato = "2026-12-01" }, { oversendt = "2026-12-01" }, { instansvedtak_dato = "2026-12-01" } })
test "klage.avvik: avgjort annerledes enn svarene på punktene (fvl. §§ 25 og 33)" { dato = "2026-12-15",
  sjekkliste = "klage",
  sak = { anfoersler = 1, anfoersler_uten_vurdering = 0, anfoersler_medhold = 0, anfoersler_delvis = 0,
    anfoersler_nei = 1,
    klageutfall = "omgjort" },
  venter = { klageutfall = "opprettholdt", avvik = ja },
  rader = {
    { navn = "uten grunn", venter = { funn_har = { "klage.avvik" } } },
    { navn = "sju egne ord er for få", sak = { klageavvik_begrunnet = "Du var hjemme hele tiden denne høsten." },
      venter = { funn_har = { "klage.avvik" } } },
    { navn = "åtte egne ord", sak = { klageavvik_begrunnet = "Du var hjemme hele tiden denne lange høsten." },
      venter = { funn_ikke = { "klage.avvik" } } },
    { navn = "som svarene tilsier", sak = { klageutfall = "opprettholdt" },
      venter = { avvik = nei, funn_ikke = { "klage.avvik" } } },
    { navn = "delvis, men ingen punkter fører fram", sak = { klageutfall = "delvis_omgjort" },
      venter = { funn_har = { "klage.avvik" } } },
    { navn = "omgjort helt, men bare et punkt av to fører fram",
      sak = { anfoersler = 2, anfoersler_medhold = 1 },
      venter = { funn_har = { "klage.avvik" }, klageutfall = "delvis_omgjort" } },
    { navn = "opprettholdt, men punktet fører fram",
      sak = { klageutfall = "opprettholdt", anfoersler_medhold = 1, anfoersler_nei = 0 },
      venter = { funn_har = { "klage.avvik" }, klageutfall = "omgjort" } },
    { navn = "avvist: punktene er ikke vurdert", sak = { klageutfall = "avvist" },
      venter = { avvik = ja, funn_ikke = { "klage.avvik" } } },
    { navn = "ikke avgjort", sak = { klageutfall = ikke_oppgitt },
      venter = { avvik = nei, funn_ikke = { "klage.avvik" } } },
  } }
test "klage.avvik: ikke kjent hva svarene tilsier" { dato = "2026-12-15", sjekkliste = "klage",
  sak = { klageutfall = "omgjort" }, venter = { funn_har = { "klage.avvik" } } }
proev("klage_innhold", "klage.fullmakt", "fvl. § 13: uten fullmakt får ingen vite hva saken handler om",
  { {}, { klager_mangler_fullmakt = ja } }, { { klager_mangler_fullmakt = nei } })
proev("klage_spor", "klage.spor", "tvang, utførelse og andres saker har egne brev",
  { {}, { klage_over_vedtak = nei, klage_over_innsyn = nei, klage_over_egenandel = nei, klage_over_rettighet = nei } },
  { { klage_over_vedtak = ja }, { klage_over_innsyn = ja }, { klage_over_egenandel = ja },
    { klage_over_rettighet = ja } })

-- ── Bekreftelsen ────────────────────────────────────────────────────────────────────────────────────────────────
proev("klage_kvittering", "kvittering.avgjort", "sendt for sent",
  { { klage_avgjort_dato = "2026-12-14", dokumentdato = "2026-12-15" },
    { klage_avgjort_dato = "2026-12-15", dokumentdato = "2026-12-15" } },
  { {}, { klage_avgjort_dato = "2026-12-16", dokumentdato = "2026-12-15" } })
proev("klage_kvittering", "kvittering.mangler", "fvl. § 32: klageren må få vite hva som mangler",
  { {}, { klager_mangler_fullmakt = ja } },
  { { klager_mangler_fullmakt = nei, rettet = nei, klage_undertegnet = ja, klage_nevner_vedtaket = ja,
    klage_sier_hva = ja } })
proev("klage_kvittering", "kvittering.motpart", "fvl. § 33 tredje ledd",
  { {}, { har_motpart = ja }, { har_motpart = ja, motpart_varslet = nei } },
  { { har_motpart = nei }, { har_motpart = ja, motpart_varslet = ja } })
proev("klage_kvittering", "kvittering.videresendt", "fvl. § 11: til rette organ", { {}, { sendt_rette_organ = nei } },
  { { sendt_rette_organ = ja } })
proev("klage_tvang", "tvang.vei", "pbrl. kap. 4 A: loven og rundskrivene er uenige",
  { {}, { klage_over_vedtak = nei } }, { { klage_over_vedtak = ja } })

-- ── Omgjort, klageinstansens vedtak, trukket, utførelsen ────────────────────────────────────────────────────────
for _,
rad in ipairs { { "oversendelse", "oversendelse" }, { "klage_videre", "utsetting" },
  { "klage_avvist", "avvist" } } do
    proev(rad[1], rad[2] .. ".trukket", "en trukket klage behandles ikke", { {}, { klage_trukket = ja } },
      { { klage_trukket = nei } })
  end
proev("klage_omgjort", "omgjort.svar", "svar på hvert punkt", { {}, { anfoersler_uten_vurdering = 1 } },
  { { anfoersler_uten_vurdering = 0 } })
proev("klage_omgjort", "omgjort.skade", "fvl. § 34: ikke mindre enn før", { {}, { nytt_vedtak_til_skade = ja } },
  { { nytt_vedtak_til_skade = nei } })
for _,
rad in ipairs { { "omgjort.omfang", "nytt_omfang_kontrollerbart" }, { "omgjort.virkning", "nytt_vedtak_gjelder" } } do
  proev("klage_omgjort", rad[1], "pbrl. § 2-7, fvl. § 25: det nye vedtaket",
    { {}, { klage_over_vedtak = ja }, { klage_over_vedtak = ja, [rad[2]] = nei } },
    { { klage_over_vedtak = nei }, { klage_over_vedtak = ja, [rad[2]] = ja } })
end
proev("klage_omgjort", "omgjort.motpart", "fvl. § 33 tredje ledd",
  { {}, { har_motpart = ja }, { har_motpart = ja, motpart_varslet = nei } },
  { { har_motpart = nei }, { har_motpart = ja, motpart_varslet = ja } })
test "omgjort.uten_klage: en klage som skulle vært avvist (fvl. § 35)" { dato = "2026-12-28", regel_ved = A,
  sjekkliste = "klage_omgjort",
  sak = { klage_over_vedtak = ja, klage_over_innsyn = nei, klage_over_egenandel = nei, klage_over_rettighet = nei,
    ikke_klageobjekt = nei, klager_er_part = ja, klager_mangler_fullmakt = nei, klage_undertegnet = ja,
    klage_nevner_vedtaket = ja, klage_sier_hva = ja, rettet = nei, vedtaket_framme = "2026-11-26",
    vedtaket_sendt = "2026-11-24", klage_levert = "2026-12-28", paaklaget_vedtaksdato = "2026-11-24",
    klager_kan_lastes = ja, rimelig_aa_behandle = nei },
  venter = { klage = "avvises" },
  rader = {
    { navn = "for sent", venter = { funn_har = { "omgjort.uten_klage" } } },
    { navn = "i tide", sak = { klage_levert = "2026-12-01" },
      venter = { klage = "behandles", funn_ikke = { "omgjort.uten_klage" } } },
    { navn = "§ 31 er ikke vurdert", sak = { rimelig_aa_behandle = ikke_oppgitt },
      venter = { klage = ukjent, funn_har = { "omgjort.uten_klage" } } },
  } }
proev("klage_oversendt", "sendt.dag", "meldingen kommer ikke før oversendelsen",
  { { oversendt = "2026-12-16", dokumentdato = "2026-12-15" },
    { oversendt = "2026-12-16", dokumentdato = ikke_oppgitt } },
  { {}, { oversendt = "2026-12-15", dokumentdato = "2026-12-15" } })
proev("klage_videre", "utsetting.for_sent", "klageinstansen har svart", { {}, { instans_har_bestemt = ja } },
  { { instans_har_bestemt = nei } })
proev("klageinstansens_vedtak", "instans.oversendt", "fvl. § 33 fjerde ledd: sendt før den ble avgjort", { {} },
  { { oversendt = "2026-12-14" } })
proev("klageinstansens_vedtak", "instans.skade", "fvl. § 34: tre måneder fra 30. november er 28. februar, en søndag",
  { {}, { instans_til_skade = ja },
    { instans_til_skade = ja, instansvedtak_dato = "2027-03-01", klage_mottatt = "2026-11-30" },
    { instans_til_skade = ja, instansvedtak_dato = "2027-02-01" } },
  { { instans_til_skade = nei },
    { instans_til_skade = ja, instansvedtak_dato = "2027-02-26", klage_mottatt = "2026-11-30" } })
proev("klageinstansens_vedtak", "instans.oppfoelging", "det kommunen gjør nå",
  { {}, { instans_fulgt_opp = "Vi ringer deg snart." } }, { { instans_fulgt_opp = "Vi ringer deg i dag." } })
proev("klageinstansens_vedtak", "instans.mottatt", "fvl. § 36: fristen løper fra vedtaket kom fram", { {} },
  { { instansvedtak_mottatt = "2027-02-15" } })
proev("klage_trukket", "trukket.avgjort", "for sent å trekke", { {}, { instans_har_bestemt = ja } },
  { { instans_har_bestemt = nei } })
proev("svar_utfoerelse", "utfoerelse.leder", "rutinen punkt 6: enhetslederen svarer",
  { {}, { klage_rolle = "saksbehandler" } },
  { { klage_rolle = "enhetsleder" }, { klage_rolle = "rus_og_psykisk_helse" }, { klage_rolle = "kommunalsjef" } })
proev("svar_utfoerelse", "utfoerelse.rettighet", "pbrl. § 7-2: er en rett brutt?", { {} },
  { { rettighet_brutt = ja }, { rettighet_brutt = nei } })
proev("svar_utfoerelse", "utfoerelse.delt", "pbrl. § 7-2: to klager når en rett er brutt",
  { { rettighet_brutt = ja }, { rettighet_brutt = ja, rettighetsklage_finnes = nei } },
  { {}, { rettighet_brutt = nei }, { rettighet_brutt = ja, rettighetsklage_finnes = ja } })
proev("svar_utfoerelse", "utfoerelse.avvik", "rutinen punkt 7: uklart ansvar er et avvik, ikke en klage",
  { {}, { uklart_ansvar = ja }, { uklart_ansvar = ja, avvik_meldt = nei } },
  { { uklart_ansvar = nei }, { uklart_ansvar = ja, avvik_meldt = ja } })

test "klage over tvang sendes videre samme dag (pbrl. kap. 4 A)" { dato = "2026-12-01", sjekkliste = "klage_tvang",
  sak = { klage_mottatt = "2026-12-01", oversendt = "2026-12-01", klage_over_vedtak = ja },
  venter = { nivaa = "ok", funn = {} },
  rader = {
    { navn = "samme dag" },
    { navn = "dagen etter", sak = { oversendt = "2026-12-02" }, venter = { nivaa = "stopp", funn = { "tvang" } } },
    { navn = "ikke sendt",  sak = { oversendt = ikke_oppgitt }, venter = { nivaa = "stopp", funn = { "tvang" } } },
    { navn = "mottatt en ukjent dag", sak = { klage_mottatt = ikke_oppgitt },
      venter = { nivaa = "stopp", funn = { "tvang" } } },
  },
}

test "omgjort, utsatt, avgjort av klageinstansen, trukket" { dato = "2026-12-15",
  sjekkliste = { "klage_omgjort", "klage_videre", "klageinstansens_vedtak", "klage_trukket" },
  sak = { klageutfall = "omgjort", klage_vurdert_av_kommunen = EGNE_ORD, utsetting_avgjort = ja,
    instans_har_bestemt = nei, klage_trukket = nei, anfoersler_uten_vurdering = 0, nytt_vedtak_til_skade = nei,
    nytt_omfang_kontrollerbart = ja, nytt_vedtak_gjelder = ja, har_motpart = nei, klage_over_vedtak = ja,
    oversendt = "2026-12-12", instans_til_skade = nei, instansvedtak_mottatt = "2026-12-14",
    instans_fulgt_opp = EGNE_ORD },
  regel = nei,
  venter = { nivaa = "stopp", funn = { "trukket", "instans.vedtak" } },
  rader = {
    { navn = "omgjort" },
    { navn = "delvis omgjort", sak = { klageutfall = "delvis_omgjort" } },
    { navn = "opprettholdt", sak = { klageutfall = "opprettholdt" },
      venter = { funn = { "omgjort.utfall", "trukket", "instans.vedtak" } } },
    { navn = "ikke avgjort", sak = { klageutfall = ikke_oppgitt },
      venter = { funn = { "omgjort.utfall", "trukket", "instans.vedtak" } } },
    { navn = "trukket", sak = { klageutfall = "trukket", klage_trukket = ja },
      venter = { funn = { "omgjort.utfall", "utsetting.trukket", "instans.vedtak" } } },
    { navn = "uten begrunnelse", sak = { klage_vurdert_av_kommunen = ikke_oppgitt },
      venter = { funn = { "omgjort.begrunnelse", "trukket", "instans.vedtak" } } },
    { navn = "sju egne ord er for få", sak = { klage_vurdert_av_kommunen = "Du var hjemme hele tiden denne høsten." },
      venter = { funn = { "omgjort.begrunnelse", "trukket", "instans.vedtak" } } },
    { navn = "åtte egne ord", sak = { klage_vurdert_av_kommunen = "Du var hjemme hele tiden denne lange høsten." } },
    { navn = "utsettingen er ikke avgjort", sak = { utsetting_avgjort = nei },
      venter = { funn = { "trukket", "utsetting.svar", "instans.vedtak" } } },
    { navn = "klageinstansen har svart", sak = { instans_har_bestemt = ja },
      venter = { funn = { "trukket", "trukket.avgjort", "utsetting.for_sent" } } },
    { navn = "ikke kjent om klageinstansen har svart", sak = { instans_har_bestemt = ikke_oppgitt },
      venter = { funn = { "trukket", "trukket.avgjort", "utsetting.for_sent", "instans.vedtak" } } },
    { navn = "ikke kjent om den er trukket", sak = { klage_trukket = ikke_oppgitt },
      venter = { funn = { "trukket", "utsetting.trukket", "instans.vedtak" } } },
  },
}
test "svar på klage over utførelsen (regime G)" { dato = "2026-12-15", sjekkliste = "svar_utfoerelse",
  sak = { klage_over_utfoerelse = ja, utfoerelse_svart = EGNE_ORD, klage_rolle = "enhetsleder", rettighet_brutt = nei,
    uklart_ansvar = nei },
  venter = { nivaa = "ok", funn = {} },
  rader = {
    { navn = "enhetslederen har svart" },
    { navn = "klagen er over vedtaket", sak = { klage_over_utfoerelse = nei },
      venter = { nivaa = "stopp", funn = { "utfoerelse.klage" } } },
    { navn = "det står ikke hva den er over", sak = { klage_over_utfoerelse = ikke_oppgitt },
      venter = { nivaa = "stopp", funn = { "utfoerelse.klage" } } },
    { navn = "ikke besvart", sak = { utfoerelse_svart = ikke_oppgitt },
      venter = { nivaa = "stopp", funn = { "utfoerelse.svar" } } },
    { navn = "sju egne ord er for få", sak = { utfoerelse_svart = "Du var hjemme hele tiden denne høsten." },
      venter = { nivaa = "stopp", funn = { "utfoerelse.svar" } } },
    { navn = "åtte egne ord", sak = { utfoerelse_svart = "Du var hjemme hele tiden denne lange høsten." } },
  },
}
