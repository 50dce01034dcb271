-- Rutinen for forvaltningskontoret og enhetene, punkt for punkt. Det andre har en prøve i saksgang.lua.

local VANLIG = { soeknad_mottatt = "2026-11-02", registrert_om_kvelden = nei, eget_spor = nei }
local function med(ulikt)
  local sak = {}
  for navn, verdi in par(VANLIG) do sak[navn] = verdi end
  for navn, verdi in par(ulikt) do sak[navn] = verdi end
  return sak
end

-- Punkt 2 og 3: kontoret registrerer nye brukere; enheten når noen må begynne en kveld, i en helg eller i en høytid.
test "en ansatt registrerer i fagsystemet" { prosess = "soeknad", dato = "2027-01-04",
  sak = VANLIG, venter = { tilstand = "registrert", prosessfunn = {} },
  rader = {
    { navn = "en vanlig onsdag: det er kontorets", sak = { registrert_dag = "2026-11-11" },
      hendelser = { { "2026-11-11", "soeknad_registrert", "ansatt_i_enhet" } },
      venter = { tilstand = "mottatt", prosessfunn = { "stengt" } } },
    { navn = "en onsdag kveld", sak = { registrert_dag = "2026-11-11", registrert_om_kvelden = ja },
      hendelser = { { "2026-11-11", "soeknad_registrert", "ansatt_i_enhet" } } },
    { navn = "en lørdag", sak = { registrert_dag = "2026-11-14" },
      hendelser = { { "2026-11-14", "soeknad_registrert", "ansatt_i_enhet" } } },
    { navn = "1. juledag, en fredag", sak = { registrert_dag = "2026-12-25" },
      hendelser = { { "2026-12-25", "soeknad_registrert", "enhetsleder" } } },
    { navn = "julaften er en virkedag", sak = { registrert_dag = "2026-12-24" },
      hendelser = { { "2026-12-24", "soeknad_registrert", "enhetsleder" } },
      venter = { tilstand = "mottatt", prosessfunn = { "stengt" } } },
    { navn = "kontoret, en vanlig onsdag", sak = { registrert_dag = "2026-11-11" },
      hendelser = { { "2026-11-11", "soeknad_registrert", "forvaltningskontoret" } } },
    { navn = "ingen vet når på dagen: ikke avgjort",
      sak = { registrert_dag = "2026-11-11", registrert_om_kvelden = ikke_oppgitt },
      hendelser = { { "2026-11-11", "soeknad_registrert", "ansatt_i_enhet" } },
      venter = { tilstand = ukjent, prosessfunn = {} } },
    { navn = "ingen vet hvilken dag: ikke avgjort",
      hendelser = { { "2026-11-11", "soeknad_registrert", "ansatt_i_enhet" } },
      venter = { tilstand = ukjent, prosessfunn = {} } },
  } }
test "hvilken dag som er virkedag for kontoret" { dato = "2026-11-24", prosess = "soeknad",
  kolonner = { "navn", "registrert_dag", "frister.registrert_virkedag" },
  sak = { soeknad_mottatt = "2026-11-02" },
  rader = {
    { "en lørdag", "2026-11-14", "2026-11-16" },
    { "en mandag", "2026-11-16", "2026-11-16" },
  } }

-- Punkt 4: rus og psykisk helse skriver den faglige vurderingen selv, og saken går ikke om møtet.
test "rus og psykisk helse" { prosess = "soeknad", dato = "2026-11-24",
  sak = med { eget_spor = ja, utfall = "innvilget" },
  hendelser = { { "2026-11-10", "kartlegging_gjort", "rus_og_psykisk_helse" } },
  rader = {
    { navn = "tjenesten har vurdert: kontoret står for vedtaket",
      hendelser = { { "2026-11-12", "innstilling_ferdig", "rus_og_psykisk_helse" } },
      venter = { tilstand = "vurdert_av_tjenesten", ansvar = { "forvaltningskontoret" }, prosessfunn = {} } },
    { navn = "vedtaket uten møte",
      hendelser = { { "2026-11-12", "innstilling_ferdig", "rus_og_psykisk_helse" },
        { "2026-11-13", "vedtak_fattet", "forvaltningskontoret" } },
      venter = { tilstand = "besluttet", prosessfunn = {} } },
    { navn = "en annen tjeneste: da er det kontoret som innstiller", sak = { eget_spor = nei },
      hendelser = { { "2026-11-12", "innstilling_ferdig", "rus_og_psykisk_helse" } },
      venter = { tilstand = "vurderes", prosessfunn = { "stengt" } } },
    { navn = "fristen for foreløpig svar løper her også", dato = "2026-12-03",
      sak = { soeknaden_avgjort = nei, foreloepig_svar_gitt = nei },
      hendelser = { { "2026-11-12", "innstilling_ferdig", "rus_og_psykisk_helse" } },
      venter = { tilstand = "vurdert_av_tjenesten", passert = { foreloepig_svar = ja } } },
  } }
test "tjenesten med eget spor er rus og psykisk helse" { dato = "2026-11-24",
  kolonner = { "kode", "fakta.eget_spor" }, rader = { { "PSY", ja }, { "HSH", nei }, { ikke_oppgitt, ukjent } } }

-- Punkt 3: enheten bruker faglig skjønn og melder fra. Innenfor vedtaket er det enhetens; varer det, må det bli et nytt vedtak.
test "behovet endrer seg" { prosess = "soeknad", dato = "2027-02-01",
  sak = med { utfall = "innvilget", revurdering = "2027-05-24" },
  hendelser = { { "2026-11-24", "vedtak_sendt" }, { "2026-11-30", "tjeneste_startet" },
    { "2026-12-03", "tiltaksplan_laget", "enhetsleder" } },
  rader = {
    { navn = "enheten flytter besøket til kvelden",
      hendelser = { { "2027-01-11", "tiltak_endret", "ansatt_i_enhet" } },
      venter = { tilstand = "aktiv", prosessfunn = {} } },
    { navn = "kontoret kan ikke endre tiltaket for enheten",
      hendelser = { { "2027-01-11", "tiltak_endret", "forvaltningskontoret" } },
      venter = { tilstand = "aktiv", siden = "2026-12-03", prosessfunn = { "rolle" } } },
    { navn = "enheten melder: kontoret skal svare",
      hendelser = { { "2027-01-11", "endret_behov_meldt", "enhetsleder" } },
      venter = { tilstand = "endring_meldt", ansvar = { "forvaltningskontoret" },
        neste = { "endring_innenfor_vedtaket", "revurdering_startet", "tjeneste_avsluttet" } } },
    { navn = "kontoret svarer at vedtaket kan stå",
      hendelser = { { "2027-01-11", "endret_behov_meldt" },
        { "2027-01-12", "endring_innenfor_vedtaket", "forvaltningskontoret" } },
      venter = { tilstand = "aktiv", siden = "2027-01-12" } },
    { navn = "varig: nytt vedtak",
      hendelser = { { "2027-01-11", "endret_behov_meldt" },
        { "2027-01-12", "revurdering_startet", "forvaltningskontoret" } },
      venter = { tilstand = "revurderes" } },
  } }

local ENDRER = { forvaltningskontoret = nei, enhetsleder = ja, ansatt_i_enhet = ja, ergoterapeut = nei,
  rus_og_psykisk_helse = ja, lege = nei, kommunalsjef = nei, part = nei }
local endrer = {}
for hvem, kan in par(ENDRER) do
  table.insert(endrer, { navn = hvem, hendelser = { { "2027-01-11", "tiltak_endret", hvem } },
    venter = { tilstand = "aktiv", siden = "2026-12-03", prosessfunn = kan and {} or { "rolle" } } })
end
test "hvem som endrer tiltaket innenfor vedtaket" { prosess = "soeknad", dato = "2027-02-01",
  sak = med { utfall = "innvilget", revurdering = "2027-05-24" },
  hendelser = { { "2026-11-24", "vedtak_sendt" }, { "2026-12-03", "tiltaksplan_laget" } }, rader = endrer }

-- Fvl. § 11: den som tar kontakt, får veiledning eller blir hjulpet til å søke.
local TAR_IMOT = { forvaltningskontoret = ja, enhetsleder = ja, ansatt_i_enhet = ja, ergoterapeut = ja,
  rus_og_psykisk_helse = ja, lege = nei, kommunalsjef = nei }
local rader = {}
for hvem, kan in par(TAR_IMOT) do
  table.insert(rader, { navn = "tar imot: " .. hvem, hendelser = { { "2026-11-02", "henvendelse_mottatt", hvem } },
    venter = { tilstand = "mottatt", siden = "2026-11-02", prosessfunn = kan and {} or { "rolle" } } })
  table.insert(rader, { navn = "veileder: " .. hvem, hendelser = { { "2026-11-03", "veiledning_gitt", hvem } },
    venter = { tilstand = kan and "veiledet" or "mottatt", prosessfunn = kan and {} or { "rolle" } } })
end
test "noen tar kontakt" { prosess = "henvendelse", dato = "2026-11-24", sak = { henvendelse_mottatt = "2026-11-02" },
  rader = rader }
test "søkeren ringer selv" { prosess = "henvendelse", dato = "2026-11-24", sak = { henvendelse_mottatt = "2026-11-02" },
  hendelser = { { "2026-11-02", "henvendelse_mottatt", "part" } }, venter = { tilstand = "mottatt", prosessfunn = {} } }
test "fra henvendelse til søknad" { prosess = "henvendelse", dato = "2026-11-24",
  sak = { henvendelse_mottatt = "2026-11-02" },
  rader = {
    { navn = "ikke svart", venter = { tilstand = "mottatt", ansvar = { "forvaltningskontoret" },
      neste = { "henvendelse_mottatt", "veiledning_gitt", "soeknad_mottatt" } } },
    { navn = "hun søker selv med en gang", hendelser = { { "2026-11-05", "soeknad_mottatt", "part" } },
      venter = { tilstand = "soekt" } },
    { navn = "hun får veiledning, tenker på det, og søker",
      hendelser = { { "2026-11-03", "veiledning_gitt" }, { "2026-11-16", "soeknad_mottatt", "part" } },
      venter = { tilstand = "soekt", siden = "2026-11-16" } },
  } }

-- Ny vurdering uten søknad: enheten vurderer, kontoret varsler og skriver vedtaket (fvl. §§ 16, 17, 23 og 27).
test "ny vurdering" { prosess = "revurdering", dato = "2026-11-24",
  sak = { revurdering_begynt = "2026-10-01", loepende_til = "2026-12-27", forhaandsvarsel_sendt = "2026-10-12",
    utfall = "endret" },
  hendelser = { { "2026-10-01", "revurdering_startet", "enhetsleder" } },
  rader = {
    { navn = "enheten ser på den; hjelpen skal ikke stanse. 27. desember er en søndag, og torsdag den 24. er virkedagen før",
      venter = { tilstand = "ses_paa", ansvar = { "enhetsleder", "ansatt_i_enhet" },
        frister = { vedtaket_gaar_ut = "2026-12-24" }, passert = { vedtaket_gaar_ut = nei }, prosessfunn = {} } },
    { navn = "dagen etter er det for sent", dato = "2026-12-25", venter = { passert = { vedtaket_gaar_ut = ja } } },
    { navn = "inntil videre: ingen dag", sak = { loepende_til = ikke_oppgitt },
      venter = { tilstand = "ses_paa", frister = { vedtaket_gaar_ut = "ingen" } } },
    { navn = "kartlagt: kontorets tur", hendelser = { { "2026-10-08", "kartlegging_gjort", "ansatt_i_enhet" } },
      venter = { tilstand = "vurdert", ansvar = { "forvaltningskontoret" },
        passert = { vedtaket_gaar_ut = nei }, prosessfunn = {} } },
    { navn = "vedtaket kan stå", hendelser = { { "2026-10-08", "kartlegging_gjort" },
      { "2026-10-09", "endring_innenfor_vedtaket", "forvaltningskontoret" } }, venter = { tilstand = "staar" } },
    { navn = "varslet: parten har ordet", dato = "2026-10-20",
      hendelser = { { "2026-10-12", "forhaandsvarsel_sendt", "forvaltningskontoret" } },
      venter = { tilstand = "varslet", ansvar = { "part" }, frister = { uttalefrist = "2026-10-26" } } },
    { navn = "parten uttaler seg", hendelser = { { "2026-10-12", "forhaandsvarsel_sendt" },
      { "2026-10-20", "uttalelse_fra_part", "part" } },
      venter = { tilstand = "hoert", ansvar = { "forvaltningskontoret" },
        passert = { vedtaket_gaar_ut = nei } } },
    { navn = "tiden er ute", hendelser = { { "2026-10-12", "forhaandsvarsel_sendt" } },
      venter = { tilstand = "hoert", siden = "2026-10-27" } },
    { navn = "vedtaket", hendelser = { { "2026-10-12", "forhaandsvarsel_sendt" },
      { "2026-11-20", "vedtak_fattet", "enhetsleder" } },
      venter = { tilstand = "besluttet", ansvar = { "forvaltningskontoret" } } },
    { navn = "vedtaket er ikke skrevet i saken", sak = { utfall = ikke_oppgitt },
      hendelser = { { "2026-11-20", "vedtak_fattet" } },
      venter = { tilstand = "ses_paa", prosessfunn = { "stengt" } } },
    { navn = "sendt", hendelser = { { "2026-11-20", "vedtak_fattet" },
      { "2026-11-23", "vedtak_sendt", "forvaltningskontoret" } },
      venter = { tilstand = "sendt", siden = "2026-11-23" } },
  } }
local STEG = {
  { "revurdering_startet", {}, { forvaltningskontoret = ja, enhetsleder = ja } },
  { "kartlegging_gjort", {}, { forvaltningskontoret = ja, enhetsleder = ja, ansatt_i_enhet = ja, ergoterapeut = ja,
    rus_og_psykisk_helse = ja } },
  { "endring_innenfor_vedtaket", {}, { forvaltningskontoret = ja } },
  { "endring_innenfor_vedtaket", { "kartlegging_gjort" }, { forvaltningskontoret = ja } },
  { "forhaandsvarsel_sendt", {}, { forvaltningskontoret = ja } },
  { "forhaandsvarsel_sendt", { "kartlegging_gjort" }, { forvaltningskontoret = ja } },
  { "vedtak_fattet", {}, { forvaltningskontoret = ja, enhetsleder = ja, kommunalsjef = ja } },
  { "vedtak_fattet", { "kartlegging_gjort" }, { forvaltningskontoret = ja, enhetsleder = ja, kommunalsjef = ja } },
  { "vedtak_fattet", { "forhaandsvarsel_sendt", "uttalelse_fra_part" },
    { forvaltningskontoret = ja, enhetsleder = ja, kommunalsjef = ja } },
  { "vedtak_sendt", { "vedtak_fattet" }, { forvaltningskontoret = ja } },
  { "vedtak_sendt", {}, { forvaltningskontoret = ja } },
  { "vedtak_sendt", { "kartlegging_gjort" }, { forvaltningskontoret = ja } },
  { "vedtak_sendt", { "forhaandsvarsel_sendt" }, { forvaltningskontoret = ja } },
  { "vedtak_sendt", { "forhaandsvarsel_sendt", "uttalelse_fra_part" }, { forvaltningskontoret = ja } },
}
local hvem_kan = {}
for _, s in ipairs(STEG) do
  for _,
  den in ipairs { "forvaltningskontoret", "enhetsleder", "ansatt_i_enhet", "ergoterapeut", "rus_og_psykisk_helse",
    "lege", "kommunalsjef", "part" } do
      local hendelser = {}
      for _, h in ipairs(s[2]) do table.insert(hendelser, { "2026-10-12", h }) end
      table.insert(hendelser, { "2026-10-13", s[1], den })
      table.insert(hvem_kan, { navn = s[1] .. " etter " .. #s[2] .. ", av " .. den, hendelser = hendelser,
        venter = { prosessfunn = s[3][den] and {} or { "rolle" } } })
    end
end
test "ny vurdering: hvem som kan gjøre hva" { prosess = "revurdering", dato = "2026-10-20",
  sak = { revurdering_begynt = "2026-10-01", forhaandsvarsel_sendt = "2026-10-12", utfall = "endret" },
  rader = hvem_kan }
test "ny vurdering: vedtaket før svar på varselet" { prosess = "revurdering", dato = "2026-10-20",
  sak = { revurdering_begynt = "2026-10-01", forhaandsvarsel_sendt = "2026-10-12", utfall = "endret" },
  hendelser = { { "2026-10-12", "forhaandsvarsel_sendt" }, { "2026-10-14", "vedtak_fattet", "kommunalsjef" } },
  venter = { tilstand = "besluttet" } }

-- Punkt 3: strakstiltak begynner i enheten. Kontoret og kommunalsjefen begynner ikke hjelp.
local BEGYNNER = { enhetsleder = ja, ansatt_i_enhet = ja, rus_og_psykisk_helse = ja, lege = ja,
  forvaltningskontoret = nei,
  ergoterapeut = nei, kommunalsjef = nei }
local begynner = {}
for hvem, kan in par(BEGYNNER) do
  table.insert(begynner, { navn = hvem, hendelser = { { "2026-12-26", "strakstiltak_startet", hvem } },
    venter = { tilstand = "i_gang", siden = "2026-12-26", prosessfunn = kan and {} or { "rolle" } } })
end
test "hvem som kan begynne et strakstiltak" { prosess = "strakstiltak", dato = "2026-12-28",
  sak = { strakstiltak_startet = "2026-12-26" }, rader = begynner }

-- ── Myndighet og valg (koml. kap. 5): sjekklista ───────────────────────────────────────────────────────────────
local function proev(nummer, hva, sak, tilfeller)
  for _, r in ipairs(tilfeller) do
    r.venter = r.funn and { funn_har = { nummer } } or { funn_ikke = { nummer } }
    r.funn = nil
  end
  test(hva) { dato = "2026-11-24", sjekkliste = "saksgang", sak = sak, rader = tilfeller }
end
proev("20i", "myndigheten har en grense", { besluttet_av = "Anne Modell", er_delegert = ja, delegert_saa_mye = ja }, {
  { navn = "innenfor" },
  { navn = "over", sak = { delegert_saa_mye = nei }, funn = ja },
  { navn = "ingen vet hvor mye", sak = { delegert_saa_mye = ikke_oppgitt }, funn = ja },
  { navn = "ingen myndighet: det er punkt 20b", sak = { er_delegert = nei, delegert_saa_mye = nei } },
  { navn = "ukjent myndighet", sak = { er_delegert = ikke_oppgitt, delegert_saa_mye = nei }, funn = ja },
  { navn = "ingen har bestemt: det er punkt 20", sak = { besluttet_av = ikke_oppgitt, delegert_saa_mye = nei } },
})
proev("20j", "myndigheten gjelder etter møtet",
  { besluttet_av = "Anne Modell", er_delegert = ja, delegert_saa_mye = ja, delegert_uten_mer = ja }, {
    { navn = "saken har vært i møtet" },
    { navn = "det har den ikke", sak = { delegert_uten_mer = nei }, funn = ja },
    { navn = "ingen vet", sak = { delegert_uten_mer = ikke_oppgitt }, funn = ja },
    { navn = "over grensen: det er punkt 20i", sak = { delegert_saa_mye = nei, delegert_uten_mer = nei } },
    { navn = "ukjent grense", sak = { delegert_saa_mye = ikke_oppgitt, delegert_uten_mer = nei }, funn = ja },
    { navn = "ingen har bestemt", sak = { besluttet_av = ikke_oppgitt, delegert_uten_mer = nei } },
  })
proev("20k", "kontoret skriver og sender", { utsending_valgt = ja, sender = "saksbehandler", sender_kan = ja }, {
  { navn = "kontoret" },
  { navn = "enhetslederen", sak = { sender = "enhetsleder", sender_kan = nei }, funn = ja },
  { navn = "ukjent", sak = { sender_kan = ikke_oppgitt }, funn = ja },
  { navn = "kommunen har ikke valgt", sak = { utsending_valgt = nei, sender_kan = nei } },
  { navn = "ukjent om den har valgt", sak = { utsending_valgt = ikke_oppgitt, sender_kan = nei }, funn = ja },
  { navn = "ingen saksbehandler: det er punkt 20c", sak = { sender = ikke_oppgitt, sender_kan = nei } },
})
proev("iplos_hvem", "enheten registrerer IPLOS på nytt", { iplos_paa_nytt = ja, iplos_valgt = ja, iplos_kan = ja }, {
  { navn = "enheten" },
  { navn = "kontoret",                     sak = { iplos_kan = nei }, funn = ja },
  { navn = "ukjent",                       sak = { iplos_kan = ikke_oppgitt }, funn = ja },
  { navn = "første gang er det kontorets", sak = { iplos_paa_nytt = nei, iplos_kan = nei } },
  { navn = "ukjent om det er første gang", sak = { iplos_paa_nytt = ikke_oppgitt, iplos_kan = nei }, funn = ja },
  { navn = "kommunen har ikke valgt",      sak = { iplos_valgt = nei, iplos_kan = nei } },
  { navn = "ukjent om den har valgt",      sak = { iplos_valgt = ikke_oppgitt, iplos_kan = nei }, funn = ja },
})

-- Fvl. § 35: mindre hjelp før perioden er ute, krever en grunn loven kjenner.
proev("omgjoering", "mindre hjelp før perioden er ute",
  { foer_i_timer = nei, samme_enhet_som_foer = nei, sakstype = "reduksjon", utfall = "endret",
    loepende_til = "2027-03-01", virkning_fra = "2026-12-01" }, {
      { navn = "uten grunn", funn = ja },
      { navn = "parten vil det", sak = { omgjoeringsgrunn = "parten_vil_det" } },
      { navn = "vedtaket er ugyldig", sak = { omgjoeringsgrunn = "ugyldig" } },
      { navn = "dagen det går ut", sak = { virkning_fra = "2027-03-01" } },
      { navn = "ingen vet fra når", sak = { virkning_fra = ikke_oppgitt }, funn = ja },
      { navn = "inntil videre: da er det varsel og ny vurdering", sak = { loepende_til = ikke_oppgitt } },
      { navn = "opphør", sak = { sakstype = "opphoer", utfall = "opphoert" }, funn = ja },
      { navn = "opphør, ført som endret", sak = { sakstype = "opphoer" }, funn = ja },
      { navn = "opphørt ved en revurdering", sak = { sakstype = "revurdering", utfall = "opphoert" }, funn = ja },
      { navn = "færre måltider enn før, hva saken enn heter",
        sak = { sakstype = "revurdering", samme_enhet_som_foer = ja, foer_verdi = 5, gitt_verdi = 3 },
        funn = ja },
      { navn = "mer hjelp",                    sak = { sakstype = "endring" } },
      { navn = "ingen vet hva slags sak",      sak = { sakstype = ikke_oppgitt },                     funn = ja },
      { navn = "ingen vet hva som er bestemt", sak = { sakstype = "endring", utfall = ikke_oppgitt }, funn = ja },
    })
proev("ny_vurdering", "mindre hjelp krever en ny vurdering (fvl. § 17)",
  { foer_i_timer = nei, samme_enhet_som_foer = nei, sakstype = "reduksjon", utfall = "endret",
    kartlagt_sist = "2026-11-12", loepende_vedtaksdato = "2026-01-12" }, {
      { navn = "kartlagt på nytt" },
      { navn = "kartlagt før forrige vedtak",              sak = { kartlagt_sist = "2026-01-10" }, funn = ja },
      { navn = "kartlagt samme dag som forrige vedtak",    sak = { kartlagt_sist = "2026-01-12" }, funn = ja },
      { navn = "aldri kartlagt",                           sak = { kartlagt_sist = ikke_oppgitt }, funn = ja },
      { navn = "ingen vet når forrige vedtak ble truffet", sak = { loepende_vedtaksdato = ikke_oppgitt } },
      { navn = "verken kartlagt eller noe forrige vedtak",
        sak = { kartlagt_sist = ikke_oppgitt, loepende_vedtaksdato = ikke_oppgitt }, funn = ja },
      { navn = "opphør, ført som endret", sak = { sakstype = "opphoer", kartlagt_sist = ikke_oppgitt }, funn = ja },
      { navn = "opphør", sak = { sakstype = "ny", utfall = "opphoert", kartlagt_sist = ikke_oppgitt }, funn = ja },
      { navn = "færre måltider enn før, hva saken enn heter",
        sak = { sakstype = "revurdering", samme_enhet_som_foer = ja, foer_verdi = 5, gitt_verdi = 3,
          kartlagt_sist = ikke_oppgitt }, funn = ja },
      { navn = "mer hjelp",               sak = { sakstype = "endring", kartlagt_sist = ikke_oppgitt } },
      { navn = "ingen vet hva slags sak", sak = { sakstype = ikke_oppgitt, kartlagt_sist = ikke_oppgitt }, funn = ja },
    })
-- T14: rengjøring hver tredje uke for alle. En ny standard er ikke en grunn for denne personen.
local HENSYN = "Du bor i to rom uten trapp, datteren din vasker badet hver søndag, og du har selv sagt at stua greier seg."
proev("standard", "T14 en vedtatt standard er ikke en grunn for denne personen",
  { foer_i_timer = nei, samme_enhet_som_foer = nei, sakstype = "reduksjon", utfall = "endret",
    begrunnelse = "Dette er vedtatt standard i kommunen.", hensyn = HENSYN },
  {
    { navn = "personen er veid også" },
    { navn = "bare standarden", sak = { hensyn = ikke_oppgitt }, funn = ja },
    { navn = "tolv ord om standarden",
      sak = { hensyn = "Budsjettet er stramt i år, og derfor må alle som får rengjøring, regne med lengre tid mellom hver gang." },
      funn = ja },
    { navn = "for lite om personen", sak = { hensyn = "Du bor alene i et lite hus." }, funn = ja },
    { navn = "grunnen er en annen",  sak = { begrunnelse = HENSYN, hensyn = ikke_oppgitt } },
    { navn = "færre måltider enn før, hva saken enn heter",
      sak = { sakstype = "revurdering", samme_enhet_som_foer = ja, foer_verdi = 5, gitt_verdi = 3,
        hensyn = ikke_oppgitt }, funn = ja },
    { navn = "avslag", sak = { sakstype = "ny", utfall = "avslaatt", hensyn = ikke_oppgitt }, funn = ja },
    { navn = "delvis", sak = { sakstype = "ny", utfall = "delvis", hensyn = ikke_oppgitt }, funn = ja },
    { navn = "innvilget", sak = { sakstype = "ny", utfall = "innvilget", hensyn = ikke_oppgitt } },
    { navn = "ingen vet hva slags sak", sak = { sakstype = ikke_oppgitt, hensyn = ikke_oppgitt }, funn = ja },
    { navn = "ingen vet hva som er bestemt", sak = { sakstype = "ny", utfall = ikke_oppgitt, hensyn = ikke_oppgitt },
      funn = ja },
    { navn = "ingen begrunnelse: det er punkt 11", sak = { begrunnelse = ikke_oppgitt }, },
    { navn = "verken begrunnelse eller hensyn",    sak = { begrunnelse = ikke_oppgitt, hensyn = ikke_oppgitt } },
  })
local ord = { { navn = "opphør, ført som endret", sak = { sakstype = "opphoer", hensyn = ikke_oppgitt }, funn = ja },
  { navn = "opphørt", sak = { sakstype = "revurdering", utfall = "opphoert", hensyn = ikke_oppgitt }, funn = ja } }
for _, ordene in ipairs { "vedtatt standard", "vedteken standard", "standarden", "kommunen gir vanligvis",
  "kommunen gir vanlegvis", "tjenestenivået", "tenestenivået", "for alle som", "til alle som", "budsjett",
  "innsparing" } do
    table.insert(ord,
      { navn = ordene .. " som grunn", sak = { begrunnelse = "Her er " .. ordene .. ".", hensyn = ikke_oppgitt },
        funn = ja })
    table.insert(ord,
      { navn = ordene .. " som hensyn", sak = { hensyn = HENSYN .. " Her er " .. ordene .. "." }, funn = ja })
  end
proev("standard", "T14 hvordan en standard sies",
  { foer_i_timer = nei, samme_enhet_som_foer = nei, sakstype = "reduksjon", utfall = "endret",
    begrunnelse = "Dette er vedtatt standard i kommunen.", hensyn = HENSYN },
  ord)
proev("opphold_i_hjelpen", "ny vurdering før vedtaket går ut",
  { utfall = "innvilget", vedtak_til = "2027-05-25", revurdering = "2027-04-26" }, {
    { navn = "en måned før" },
    { navn = "samme dag",                 sak = { revurdering = "2027-05-25" } },
    { navn = "dagen etter",               sak = { revurdering = "2027-05-26" },                        funn = ja },
    { navn = "delvis",                    sak = { utfall = "delvis", revurdering = "2027-05-26" },     funn = ja },
    { navn = "endret",                    sak = { utfall = "endret", revurdering = "2027-05-26" },     funn = ja },
    { navn = "avslag",                    sak = { utfall = "avslaatt", revurdering = "2027-05-26" } },
    { navn = "ukjent utfall",             sak = { utfall = ikke_oppgitt, revurdering = "2027-05-26" }, funn = ja },
    { navn = "inntil videre",             sak = { vedtak_til = ikke_oppgitt } },
    { navn = "ingen dag: det er punkt 6", sak = { revurdering = ikke_oppgitt } },
  })
proev("nedtegnet", "en samtale skrives ned", { hendelsestekst = "Ringte om moren, som har falt." },
  { { navn = "skrevet ned" }, { navn = "ikke skrevet", sak = { hendelsestekst = ikke_oppgitt }, funn = ja } })
proev("avvik_er_ikke_klage", "et avvik er ikke svaret på en klage", { om_en_klage = nei },
  { { navn = "uklart ansvar" }, { navn = "en klage ført som avvik", sak = { om_en_klage = ja }, funn = ja },
    { navn = "ukjent", sak = { om_en_klage = ikke_oppgitt }, funn = ja } })

test "hva myndigheten måles mot" { dato = "2026-11-24", sak = { soekt_timer_uke = 6, gitt_timer_uke = 4,
  virkning_fra = "2026-12-01", vedtak_til = "2027-01-12" },
  kolonner = { "utfall", "fakta.avgjort_timer_uke", "fakta.avgjort_uker" },
  rader = { { "innvilget", 4, 6 }, { "delvis", 4, 6 }, { "endret", 4, 6 }, { "avslaatt", 6, 0 }, { "avvist", 0, 0 },
    { "opphoert", 0, 0 } } }
test "uten slutt varer det lenger enn noen grense" { dato = "2026-11-24",
  sak = { utfall = "innvilget", virkning_fra = "2026-12-01" }, venter = { fakta = { avgjort_uker = ukjent } } }

-- Punkt 4: saker til møtet meldes mandag klokka 12; er den mandagen fri, virkedagen før. T22: møtet onsdag 30. desember.
test "saken meldes til møtet" { prosess = "strakstiltak", dato = "2026-12-28",
  sak = { strakstiltak_startet = "2026-12-26", moetedato = "2026-12-30" },
  hendelser = { { "2026-12-28", "forvaltningskontor_varslet", "enhetsleder" } },
  rader = {
    { navn = "T22 mandag 28. desember", venter = { tilstand = "meldt",
      frister = { saksliste_for_saken = "2026-12-28 12:00" }, passert = { saksliste_for_saken = nei } } },
    { navn = "tirsdag er for sent", dato = "2026-12-29", venter = { passert = { saksliste_for_saken = ja } } },
    { navn = "møtet er ikke satt opp", sak = { moetedato = ikke_oppgitt },
      venter = { tilstand = "meldt", frister = { saksliste_for_saken = "ingen" } } },
  } }
test "innstillingen er ferdig, møtet er onsdag" { prosess = "soeknad", dato = "2026-04-02",
  sak = { soeknad_mottatt = "2026-03-16", eget_spor = nei, alt_avgjort = nei, foreloepig_svar_gitt = nei,
    moetedato = "2026-04-08" },
  hendelser = { { "2026-03-30", "innstilling_ferdig", "forvaltningskontoret" } },
  venter = { tilstand = "innstilt", frister = { saksliste_for_saken = "2026-04-01 12:00" },
    passert = { saksliste_for_saken = ja, foreloepig_svar = nei } } }
