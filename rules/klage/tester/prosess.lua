-- Klagesaken som forløp. Paragrafen, eller rutinen for forvaltningskontoret, står i hver prøve.

local A = { regime = "A" }
local I_ORDEN = {
  klage_over_vedtak = ja, klage_over_innsyn = nei, klage_over_egenandel = nei, klage_over_rettighet = nei,
  ikke_klageobjekt = nei, klager_er_part = ja, klager_mangler_fullmakt = nei,
  rettslig_klageinteresse = nei,
  klage_undertegnet = ja, klage_nevner_vedtaket = ja, klage_sier_hva = ja, rettet = nei, klagesvar_gitt = nei,
  vedtaket_framme = "2026-11-26", vedtaket_sendt = "2026-11-24", klage_levert = "2026-12-01",
  paaklaget_vedtaksdato = "2026-11-24", klage_mottatt = "2026-12-02", instans_til_skade = nei,
}
local ALLE = { "forvaltningskontoret", "enhetsleder", "kommunalsjef", "part", "klageinstans" }
local BESLUTTER = { "forvaltningskontoret", "enhetsleder", "kommunalsjef" }

-- Hver hendelse: det som har skjedd før, det saken sier, tilstanden den fører til, og hvem som kan gjøre det.
local STEG = {
  { "retting_sendt", {}, { klage_undertegnet = nei }, "retting", { "forvaltningskontoret" } },
  { "retting_mottatt", { "retting_sendt" }, { klage_undertegnet = nei, rettet = ja }, "fristkontroll",
    { "part", "forvaltningskontoret" } },
  { "klage_form_ok", {}, {}, "fristkontroll", { "forvaltningskontoret" } },
  { "klage_tatt_til_behandling", { "klage_form_ok" }, {}, "undersoekes", { "forvaltningskontoret" } },
  { "klage_tatt_til_behandling", {}, {}, "undersoekes", { "forvaltningskontoret" } },
  { "klage_avgjort", { "klage_form_ok" }, { klageutfall = "avvist", klager_er_part = nei }, "avvist", BESLUTTER },
  { "klage_avgjort", { "klage_tatt_til_behandling" }, { klageutfall = "omgjort" }, "omgjort", BESLUTTER },
  { "klage_avgjort", { "klage_tatt_til_behandling" }, { klageutfall = "delvis_omgjort" }, "delvis_omgjort", BESLUTTER },
  { "klage_avgjort", { "klage_tatt_til_behandling" }, { klageutfall = "opprettholdt" }, "opprettholdt", BESLUTTER },
  { "klage_avgjort", { "klage_tatt_til_behandling" }, { klageutfall = "trukket" }, "trukket", BESLUTTER },
  { "klage_oversendt", { "klage_avgjort" }, { klageutfall = "opprettholdt" }, "oversendt", { "forvaltningskontoret" } },
  { "klage_oversendt", { "klage_avgjort" }, { klageutfall = "delvis_omgjort" }, "oversendt",
    { "forvaltningskontoret" } },
  { "klageinstans_avgjort", { "klage_avgjort", "klage_oversendt" },
    { klageutfall = "opprettholdt", instansutfall = "stadfestet" }, "stadfestet", { "klageinstans" } },
  { "klageinstans_avgjort", { "klage_avgjort", "klage_oversendt" },
    { klageutfall = "opprettholdt", instansutfall = "endret" }, "endret", { "klageinstans" } },
  { "klageinstans_avgjort", { "klage_avgjort", "klage_oversendt" },
    { klageutfall = "opprettholdt", instansutfall = "endret", instans_til_skade = ja }, "endret_til_skade",
    { "klageinstans" } },
  { "sakskostnader_krevd", { "klage_avgjort", "klage_oversendt", "klageinstans_avgjort" },
    { klageutfall = "opprettholdt", instansutfall = "endret" }, "kostnader", { "part", "forvaltningskontoret" } },
  { "sakskostnader_avgjort", { "klage_avgjort", "klage_oversendt", "klageinstans_avgjort", "sakskostnader_krevd" },
    { klageutfall = "opprettholdt", instansutfall = "endret" }, "lukket", { "forvaltningskontoret", "klageinstans" } },
  { "klageinstans_avgjort", { "klage_avgjort", "klage_oversendt" },
    { klageutfall = "opprettholdt", instansutfall = "opphevet" }, "ny_behandling", { "klageinstans" } },
  { "klageinstans_avgjort", { "klage_avgjort", "klage_oversendt" },
    { klageutfall = "opprettholdt", instansutfall = "avvist" }, "avvist_av_instansen", { "klageinstans" } },
  { "klage_trukket", {}, {}, "trukket", { "part", "forvaltningskontoret" } },
}
local rader = {}
for _, s in ipairs(STEG) do
  local skjer, forut, sak, til, hvem = s[1], s[2], s[3], s[4], s[5]
  for _, den in ipairs(ALLE) do
    local kan = false
    for _, r in ipairs(hvem) do kan = kan or r == den end
    local hendelser = {}
    for _, h in ipairs(forut) do table.insert(hendelser, { "2026-12-03", h }) end
    table.insert(hendelser, { "2026-12-04", skjer, den })
    table.insert(rader, {
      navn = skjer .. " til " .. til .. ", av " .. den, sak = sak, hendelser = hendelser,
      venter = kan and { tilstand = til, siden = "2026-12-04", prosessfunn = {} } or { prosessfunn = { "rolle" } },
    })
  end
end
test "rutinen og fvl. §§ 32–34: hvem som kan gjøre hva" { prosess = "klage", dato = "2026-12-04", regel_ved = A,
  sak = I_ORDEN, rader = rader }

-- Alt kan trekkes til klageinstansen har avgjort klagen; etterpå er det for sent.
local trukket = {}
for _, f in ipairs({
  { "retting", { "retting_sendt" }, { klage_undertegnet = nei } }, { "fristkontroll", { "klage_form_ok" }, {} },
  { "undersoekes",    { "klage_tatt_til_behandling" },        {} },
  { "opprettholdt",   { "klage_avgjort" },                    { klageutfall = "opprettholdt" } },
  { "delvis_omgjort", { "klage_avgjort" },                    { klageutfall = "delvis_omgjort" } },
  { "oversendt",      { "klage_avgjort", "klage_oversendt" }, { klageutfall = "opprettholdt" } },
}) do
  local forut = {}
  for _, h in ipairs(f[2]) do table.insert(forut, { "2026-12-03", h }) end
  table.insert(trukket,
    { navn = "i " .. f[1], sak = f[3], hendelser = forut, dato = "2026-12-03", venter = { tilstand = f[1] } })
  table.insert(forut, { "2026-12-04", "klage_trukket" })
  table.insert(trukket,
    { navn = "fra " .. f[1], sak = f[3], hendelser = forut, venter = { tilstand = "trukket", prosessfunn = {} } })
end
table.insert(trukket, { navn = "for sent", sak = { klageutfall = "opprettholdt", instansutfall = "stadfestet" },
  hendelser = { { "2026-12-03", "klage_avgjort" }, { "2026-12-03", "klage_oversendt" },
    { "2026-12-03", "klageinstans_avgjort" }, { "2026-12-04", "klage_trukket" } },
  venter = { tilstand = "stadfestet", prosessfunn = { "ikke_her" } } })
test "klagen kan trekkes til klageinstansen har avgjort den" { prosess = "klage", dato = "2026-12-04", regel_ved = A,
  sak = I_ORDEN, rader = trukket }

test "scenarioene" { prosess = "klage", dato = "2027-01-15", regel_ved = A, sak = I_ORDEN,
  rader = {
    { navn = "T17: datteren klager uten underskrift og fullmakt, i tide: rettes, avvises ikke (fvl. § 32)",
      dato = "2026-12-10",
      sak = { klager_er_part = nei, klager_mangler_fullmakt = ja, klage_undertegnet = nei, retting_sendt = "2026-12-04",
        klageutfall = "avvist" },
      hendelser = { { "2026-12-04", "retting_sendt" } },
      venter = { tilstand = "retting", ansvar = { "part" }, frister = { retting = "2026-12-18" },
        neste = { "retting_mottatt", "klage_trukket" } } },
    { navn = "T17: å avvise i stedet for å be om retting", dato = "2026-12-10",
      sak = { klager_er_part = nei, klager_mangler_fullmakt = ja, klage_undertegnet = nei, klageutfall = "avvist" },
      hendelser = { { "2026-12-04", "klage_avgjort" } },
      venter = { tilstand = "mottatt", prosessfunn = { "stengt" } } },
    { navn = "T17: ikke rettet innen fristen: kommunen tar stilling dagen etter", dato = "2026-12-19",
      sak = { klager_er_part = nei, klager_mangler_fullmakt = ja, klage_undertegnet = nei,
        retting_sendt = "2026-12-04" }, hendelser = { { "2026-12-04", "retting_sendt" } },
      venter = { tilstand = "fristkontroll", siden = "2026-12-19", ansvar = { "forvaltningskontoret" } } },
    { navn = "uten mangler er det ingenting å rette", hendelser = { { "2026-12-04", "retting_sendt" } },
      venter = { tilstand = "mottatt", prosessfunn = { "stengt" } } },
    { navn = "med mangler er formen ikke i orden", sak = { klage_sier_hva = nei },
      hendelser = { { "2026-12-04", "klage_form_ok" } },
      venter = { tilstand = "mottatt", prosessfunn = { "stengt" } } },
    { navn = "med mangler behandles den ikke (fvl. § 32)", sak = { klage_sier_hva = nei },
      hendelser = { { "2026-12-04", "klage_tatt_til_behandling" } },
      venter = { tilstand = "mottatt", prosessfunn = { "stengt" } } },
    { navn = "T18: to dager for sent, lå på sykehus: behandles (fvl. § 31)",
      sak = { klage_levert = "2026-12-26", klage_mottatt = "2026-12-28", klager_kan_lastes = nei },
      hendelser = { { "2026-12-29", "klage_tatt_til_behandling" } },
      venter = { tilstand = "undersoekes", prosessfunn = {} } },
    { navn = "T06: for sent, § 31 er ikke vurdert: kan ikke avgjøres ennå",
      sak = { klage_levert = "2026-12-28", klage_mottatt = "2026-12-28" },
      hendelser = { { "2026-12-29", "klage_tatt_til_behandling" } }, venter = { tilstand = ukjent } },
    { navn = "T06: for sent uten grunn: avvises (fvl. § 31)",
      sak = { klage_levert = "2026-12-28", klage_mottatt = "2026-12-28", klager_kan_lastes = ja,
        rimelig_aa_behandle = nei, klageutfall = "avvist" },
      hendelser = { { "2026-12-29", "klage_form_ok" }, { "2027-01-04", "klage_avgjort" } },
      venter = { tilstand = "avvist", prosessfunn = {} } },
    { navn = "T06: og behandles ikke",
      sak = { klage_levert = "2026-12-28", klage_mottatt = "2026-12-28", klager_kan_lastes = ja,
        rimelig_aa_behandle = nei },
      hendelser = { { "2026-12-29", "klage_tatt_til_behandling" } },
      venter = { tilstand = "mottatt", prosessfunn = { "stengt" } } },
    { navn = "T19: tretten måneder etter vedtaket: behandles ikke (fvl. § 31)", dato = "2028-01-10",
      sak = { vedtaket_framme = "2027-12-20", klage_levert = "2027-12-24", klage_mottatt = "2027-12-27",
        klager_kan_lastes = nei, klageutfall = "avvist" },
      hendelser = { { "2027-12-28", "klage_tatt_til_behandling" }, { "2028-01-03", "klage_avgjort" } },
      venter = { tilstand = "avvist", prosessfunn = { "stengt" } } },
    { navn = "T19: kommunen kan fortsatt omgjøre av eget tiltak (fvl. § 35)", dato = "2028-01-10",
      sak = { vedtaket_framme = "2027-12-20", klage_levert = "2027-12-24", klage_mottatt = "2027-12-27",
        klager_kan_lastes = nei, klageutfall = "omgjort" },
      hendelser = { { "2028-01-03", "klage_avgjort" } }, venter = { tilstand = "omgjort", prosessfunn = {} } },
    { navn = "en klage i tide kan ikke avvises", sak = { klageutfall = "avvist" },
      hendelser = { { "2026-12-04", "klage_avgjort" } },
      venter = { tilstand = "mottatt", prosessfunn = { "stengt" } } },
    { navn = "T20: seks av ti timer: resten sendes videre (fvl. § 33)", sak = { klageutfall = "delvis_omgjort" },
      hendelser = { { "2027-01-05", "klage_avgjort" } },
      venter = { tilstand = "delvis_omgjort", ansvar = { "forvaltningskontoret" },
        neste = { "klage_oversendt", "klage_trukket" } } },
    { navn = "T20: … om klageren ikke trekker resten", sak = { klageutfall = "delvis_omgjort" },
      hendelser = { { "2027-01-05", "klage_avgjort" }, { "2027-01-06", "klage_trukket", "part" } },
      venter = { tilstand = "trukket" } },
    { navn = "full omgjøring sendes ikke videre (fvl. § 33)", sak = { klageutfall = "omgjort" },
      hendelser = { { "2027-01-05", "klage_avgjort" }, { "2027-01-06", "klage_oversendt" } },
      venter = { tilstand = "omgjort", prosessfunn = { "ikke_her" } } },
    { navn = "ingen sender klagen før kommunen har vurdert den (fvl. § 33)",
      hendelser = { { "2026-12-04", "klage_oversendt" } },
      venter = { tilstand = "mottatt", prosessfunn = { "ikke_her" } } },
    { navn = "det kommunen har bestemt, står ikke i saken", hendelser = { { "2026-12-04", "klage_avgjort" } },
      venter = { tilstand = ukjent } },
    { navn = "hvem som har klagerett, er ikke avklart",
      sak = { klager_er_part = ikke_oppgitt, klager_mangler_fullmakt = nei },
      hendelser = { { "2026-12-04", "klage_tatt_til_behandling" } }, venter = { tilstand = ukjent } },
    { navn = "det er ikke kjent om klagen har mangler", sak = { klage_undertegnet = ikke_oppgitt }, dato = "2026-12-04",
      venter = { tilstand = "mottatt",
        uavklart = { "retting_sendt", "klage_form_ok", "klage_tatt_til_behandling", "klage_avgjort" },
        neste = { "klage_trukket" } } },
    { navn = "det klageinstansen har bestemt, står ikke i saken", sak = { klageutfall = "opprettholdt" },
      hendelser = { { "2026-12-04", "klage_avgjort" }, { "2026-12-05", "klage_oversendt" },
        { "2027-01-10", "klageinstans_avgjort" } }, venter = { tilstand = ukjent } },
  },
}

test "frister i klagesaken" { prosess = "klage", dato = "2027-01-15", regel_ved = A, sak = I_ORDEN,
  rader = {
    { navn = "fvl. § 11 a: foreløpig svar innen en måned; 2. januar 2027 er en lørdag, 1. januar er fri",
      dato = "2026-12-31",
      venter = { frister = { foreloepig_svar_klage = "2026-12-31" }, passert = { foreloepig_svar_klage = nei } } },
    { navn = "fvl. § 11 a: dagen etter", dato = "2027-01-01", venter = { passert = { foreloepig_svar_klage = ja } } },
    { navn = "fvl. § 11 a: også under kontrollen", hendelser = { { "2026-12-04", "klage_form_ok" } },
      venter = { passert = { foreloepig_svar_klage = ja } } },
    { navn = "fvl. § 11 a: også under behandlingen", hendelser = { { "2026-12-04", "klage_tatt_til_behandling" } },
      venter = { passert = { foreloepig_svar_klage = ja } } },
    { navn = "fvl. § 11 a: svart", sak = { klagesvar_gitt = ja },
      venter = { frister = { foreloepig_svar_klage = "ingen" } } },
    { navn = "ikke kjent om det er svart", sak = { klagesvar_gitt = ikke_oppgitt },
      venter = { passert = { foreloepig_svar_klage = ukjent } } },
    { navn = "fvl. § 34: melding om endring til skade innen tre måneder", sak = { klageutfall = "opprettholdt" },
      dato = "2027-03-03",
      hendelser = { { "2026-12-04", "klage_avgjort" }, { "2026-12-05", "klage_oversendt" } },
      venter = { tilstand = "oversendt", ansvar = { "klageinstans" }, frister = { melding_til_skade = "2027-03-02" },
        passert = { melding_til_skade = ja } } },
    { navn = "fvl. § 36: sakskostnader kreves innen tre uker",
      sak = { klageutfall = "opprettholdt", instansutfall = "endret", instansvedtak_mottatt = "2027-02-15" },
      dato = "2027-03-08",
      hendelser = { { "2026-12-04", "klage_avgjort" }, { "2026-12-05", "klage_oversendt" },
        { "2027-02-12", "klageinstans_avgjort" } },
      venter = { tilstand = "endret", ansvar = { "part" }, frister = { sakskostnader = "2027-03-08" } } },
    { navn = "fvl. § 36: dagen etter er saken lukket",
      sak = { klageutfall = "opprettholdt", instansutfall = "endret", instansvedtak_mottatt = "2027-02-15" },
      dato = "2027-03-09",
      hendelser = { { "2026-12-04", "klage_avgjort" }, { "2026-12-05", "klage_oversendt" },
        { "2027-02-12", "klageinstans_avgjort" } },
      venter = { tilstand = "lukket", siden = "2027-03-09" } },
    { navn = "fvl. § 36: en fredag flyttes ikke, en lørdag gjør",
      sak = { klageutfall = "opprettholdt", instansutfall = "endret", instansvedtak_mottatt = "2027-02-13" },
      dato = "2027-03-08",
      hendelser = { { "2026-12-04", "klage_avgjort" }, { "2026-12-05", "klage_oversendt" },
        { "2027-02-12", "klageinstans_avgjort" } },
      venter = { frister = { sakskostnader = "2027-03-08" } } },
  },
}

local ved_siden = {}
for _,
h in ipairs({ "klage_mottatt", "klage_bekreftet", "foreloepig_svar", "opplysninger_etterspurt", "opplysninger_mottatt",
  "uttalelse_mottatt", "uttalelse_fra_part" }) do
    table.insert(ved_siden, { "2026-12-03", h })
  end
test "brev og opplysninger flytter ikke klagen" { prosess = "klage", dato = "2026-12-04", regel_ved = A, sak = I_ORDEN,
  hendelser = ved_siden,
  venter = { tilstand = "mottatt", siden = "2026-12-02", prosessfunn = {} } }

test "fvl. § 42: om vedtaket skal vente, avgjøres for seg" { prosess = "utsatt_iverksetting", dato = "2026-12-10",
  sak = { klage_mottatt = "2026-12-02" },
  rader = {
    { navn = "ikke avgjort",
      venter = { tilstand = "vurderes", siden = "2026-12-02", ansvar = { "forvaltningskontoret" },
        uavklart = { "utsetting_avgjort" } } },
    { navn = "utsatt", sak = { utsetting_gitt = ja }, hendelser = { { "2026-12-04", "utsetting_avgjort" } },
      venter = { tilstand = "utsatt", siden = "2026-12-04" } },
    { navn = "ikke utsatt", sak = { utsetting_gitt = nei }, hendelser = { { "2026-12-04", "utsetting_avgjort" } },
      venter = { tilstand = "ikke_utsatt" } },
    { navn = "det står ikke hva som er bestemt", hendelser = { { "2026-12-04", "utsetting_avgjort" } },
      venter = { tilstand = ukjent } },
  },
}
