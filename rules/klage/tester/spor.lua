-- Sakskostnader, ny behandling etter opphevelse, og klagene som har sitt eget spor. Paragrafen eller rutinen står i hver prøve.

local ALLE = { "forvaltningskontoret", "enhetsleder", "ansatt_i_enhet", "ergoterapeut", "rus_og_psykisk_helse",
  "kommunalsjef",
  "part", "klageinstans" }

-- Hvem som kan gjøre hva: hendelse, det som har skjedd før, tilstanden den fører til, og hvem.
local function hvem(prosess, sak, steg)
  local rader = {}
  for _, s in ipairs(steg) do
    for _, den in ipairs(ALLE) do
      local kan, hendelser = false, {}
      for _, r in ipairs(s[4]) do kan = kan or r == den end
      for _, h in ipairs(s[2]) do table.insert(hendelser, { "2026-12-03", h }) end
      table.insert(hendelser, { "2026-12-04", s[1], den })
      table.insert(rader, { navn = s[1] .. " til " .. s[3] .. ", av " .. den, hendelser = hendelser,
        venter = kan and { tilstand = s[3], siden = "2026-12-04", prosessfunn = {} } or { prosessfunn = { "rolle" } } })
    end
  end
  test("hvem som kan gjøre hva: " .. prosess) { prosess = prosess, dato = "2026-12-04", sak = sak, rader = rader }
end

hvem("sakskostnader", { nytt_vedtak_dato = "2026-12-02" }, {
  { "sakskostnader_krevd",   {},                        "krevd",   { "part", "forvaltningskontoret" } },
  { "sakskostnader_avgjort", { "sakskostnader_krevd" }, "avgjort", { "forvaltningskontoret" } },
})
hvem("ny_behandling", { opphevet_dato = "2026-12-02" }, {
  { "kartlegging_gjort", {}, "vurderes",
    { "forvaltningskontoret", "enhetsleder", "ansatt_i_enhet", "ergoterapeut", "rus_og_psykisk_helse" } },
  { "innstilling_ferdig", { "kartlegging_gjort" }, "innstilt", { "forvaltningskontoret", "rus_og_psykisk_helse" } },
  { "innstilling_ferdig", {},                      "innstilt", { "forvaltningskontoret", "rus_og_psykisk_helse" } },
  { "vedtak_fattet", { "innstilling_ferdig" }, "nytt_vedtak",
    { "forvaltningskontoret", "enhetsleder", "kommunalsjef" } },
  { "vedtak_fattet", { "kartlegging_gjort" }, "nytt_vedtak",
    { "forvaltningskontoret", "enhetsleder", "kommunalsjef" } },
  { "vedtak_fattet", {}, "nytt_vedtak", { "forvaltningskontoret", "enhetsleder", "kommunalsjef" } },
})
hvem("klage_utfoerelse", { klage_mottatt = "2026-12-02" }, {
  { "klage_besvart", {}, "besvart", { "enhetsleder", "rus_og_psykisk_helse", "kommunalsjef" } },
  { "klage_trukket", {}, "trukket", { "part", "enhetsleder", "forvaltningskontoret" } },
})
hvem("klage_tvang", { klage_mottatt = "2026-12-02" }, {
  { "klage_oversendt",      {}, "oversendt", { "forvaltningskontoret", "enhetsleder", "kommunalsjef" } },
  { "klageinstans_avgjort", { "klage_oversendt" }, "avgjort", { "klageinstans" } },
  { "klage_trukket",        {}, "trukket", { "part", "forvaltningskontoret" } },
  { "klage_trukket",        { "klage_oversendt" }, "trukket", { "part", "forvaltningskontoret" } },
})

-- Hvor sporene står, og hvem som har ansvaret.
for _, rad in ipairs {
  { "rutinen punkt 6: utførelsen er enhetslederens, uten frist", "klage_utfoerelse",
    { venter = { tilstand = "mottatt", ansvar = { "enhetsleder" } } } },
  { "pbrl. kap. 4 A: samme dag til Statsforvalteren", "klage_tvang",
    { venter = { tilstand = "mottatt", frister = { send_tvang_videre = "2026-12-04" },
      passert = { send_tvang_videre = nei } } } },
  { "pbrl. kap. 4 A: også en lørdag", "klage_tvang", { dato = "2026-12-06",
    sak = { klage_mottatt = "2026-12-05" },
    venter = { frister = { send_tvang_videre = "2026-12-05" }, passert = { send_tvang_videre = ja } } } },
  { "fvl. § 34: opphevet, saken begynner igjen ved kartleggingen", "ny_behandling",
    { venter = { tilstand = "kartlegges", siden = "2026-12-04",
      ansvar = { "forvaltningskontoret", "enhetsleder" } } } },
  { "fvl. § 11: hører til et annet organ", "klage_til_andre",
    { venter = { tilstand = "mottatt", ansvar = { "forvaltningskontoret" } } } },
  { "fvl. § 11: sendt dit", "klage_til_andre", { hendelser = { { "2026-12-04", "klage_videresendt" } },
    venter = { tilstand = "videresendt", prosessfunn = {} } } },
} do
  local sak = { klage_mottatt = "2026-12-04", opphevet_dato = "2026-12-04" }
  for navn, verdi in par(rad[3].sak or {}) do sak[navn] = verdi end
  test(rad[1]) { prosess = rad[2], dato = rad[3].dato or "2026-12-04", sak = sak, hendelser = rad[3].hendelser,
    venter = rad[3].venter }
end

-- ── fvl. § 36: tre uker fra meldingen om det nye vedtaket kom fram ──────────────────────────────────────────────
test "fvl. § 36: fristen for sakskostnader" { dato = "2026-12-04",
  sak = { klageutfall = "opprettholdt", instansutfall = "stadfestet", instans_til_skade = nei, postgang = 3 },
  venter = { frister = { sakskostnader = "ingen", sakskostnader_omgjort = "ingen" } },
  rader = {
    { navn = "vedtaket står" },
    { navn = "endret av klageinstansen: tre uker, mandag",
      sak = { instansutfall = "endret", instansvedtak_mottatt = "2027-02-15" },
      venter = { frister = { sakskostnader = "2027-03-08" } } },
    { navn = "tre uker ender på en lørdag: mandagen",
      sak = { instansutfall = "endret", instansvedtak_mottatt = "2027-02-13" },
      venter = { raa = { sakskostnader = "2027-03-06" }, frister = { sakskostnader = "2027-03-08" } } },
    { navn = "ikke kjent når det kom fram: et anslag, posten går ikke på søndag",
      sak = { instansutfall = "endret", instansvedtak_dato = "2027-02-11" },
      venter = { frister = { sakskostnader = { dato = "2027-03-08", anslag = ja } } } },
    { navn = "endret til skade: ingen kostnader å få dekket",
      sak = { instansutfall = "endret", instans_til_skade = ja, instansvedtak_mottatt = "2027-02-15" } },
    { navn = "ikke kjent om det er til skade",
      sak = { instansutfall = "endret", instans_til_skade = ikke_oppgitt, instansvedtak_mottatt = "2027-02-15" },
      venter = { frister = { sakskostnader = "2027-03-08" } } },
    { navn = "ikke kjent hva klageinstansen har bestemt",
      sak = { instansutfall = ikke_oppgitt, instansvedtak_mottatt = "2027-02-15" },
      venter = { frister = { sakskostnader = "2027-03-08" } } },
    { navn = "omgjort av kommunen: tre uker fra det nye vedtaket kom fram",
      sak = { klageutfall = "omgjort", avvisning_mottatt = "2027-01-08" },
      venter = { frister = { sakskostnader_omgjort = "2027-01-29" } } },
    { navn = "delvis omgjort: en lørdag flyttes",
      sak = { klageutfall = "delvis_omgjort", avvisning_mottatt = "2027-01-09" },
      venter = { frister = { sakskostnader_omgjort = "2027-02-01" } } },
    { navn = "omgjort, brevet er ikke kommet fram: et anslag, posten går ikke på søndag",
      sak = { klageutfall = "omgjort", dokumentdato = "2027-01-07" },
      venter = { frister = { sakskostnader_omgjort = { dato = "2027-02-01", anslag = ja } } } },
    { navn = "ikke kjent hva kommunen har bestemt",
      sak = { klageutfall = ikke_oppgitt, avvisning_mottatt = "2027-01-08" },
      venter = { frister = { sakskostnader_omgjort = "2027-01-29" } } },
  } }
test "fvl. § 36: sakskostnader når kommunen omgjør" { prosess = "sakskostnader", dato = "2027-01-29",
  sak = { nytt_vedtak_dato = "2027-01-05", klageutfall = "omgjort", avvisning_mottatt = "2027-01-08" },
  venter = { tilstand = "kan_kreves", ansvar = { "part" }, frister = { sakskostnader_omgjort = "2027-01-29" } },
  rader = {
    { navn = "siste dag" },
    { navn = "dagen etter", dato = "2027-01-30",
      venter = { tilstand = "ikke_krevd", siden = "2027-01-30", ansvar = {}, frister = {} } },
    { navn = "et anslag stenger aldri", dato = "2027-03-01",
      sak = { avvisning_mottatt = ikke_oppgitt, dokumentdato = "2027-01-05", postgang = 3 },
      venter = { tilstand = "kan_kreves", frister = { sakskostnader_omgjort = "2027-01-29" } } },
    { navn = "krevd", hendelser = { { "2027-01-20", "sakskostnader_krevd" } },
      venter = { tilstand = "krevd", ansvar = { "forvaltningskontoret" }, frister = {} } },
  } }
test "opphevet: hvem som har ansvaret for hvert skritt" { prosess = "ny_behandling", dato = "2027-03-01",
  sak = { opphevet_dato = "2027-02-01" },
  rader = {
    { navn = "kartlagt på nytt", hendelser = { { "2027-02-08", "kartlegging_gjort" } },
      venter = { tilstand = "vurderes", ansvar = { "forvaltningskontoret" } } },
    { navn = "innstilt", hendelser = { { "2027-02-08", "kartlegging_gjort" }, { "2027-02-10", "innstilling_ferdig" } },
      venter = { tilstand = "innstilt", ansvar = { "forvaltningskontoret", "enhetsleder" } } },
  } }
test "klageinstansen har tvangssaken" { prosess = "klage_tvang", dato = "2026-12-10",
  sak = { klage_mottatt = "2026-12-02" },
  hendelser = { { "2026-12-02", "klage_oversendt" } },
  venter = { tilstand = "oversendt", ansvar = { "klageinstans" } } }
test "krav om sakskostnader hos klageinstansen" { prosess = "klage", dato = "2027-03-01", regel_ved = { regime = "A" },
  sak = { klage_mottatt = "2026-12-02", klageutfall = "opprettholdt", instansutfall = "endret",
    instans_til_skade = nei },
  hendelser = { { "2026-12-04", "klage_avgjort" }, { "2026-12-05", "klage_oversendt" },
    { "2027-02-12", "klageinstans_avgjort" }, { "2027-02-20", "sakskostnader_krevd" } },
  venter = { tilstand = "kostnader", ansvar = { "klageinstans", "forvaltningskontoret" } } }
test "ikke kjent om endringen er til skade" { prosess = "klage", dato = "2027-03-01", regel_ved = { regime = "A" },
  sak = { klage_mottatt = "2026-12-02", klageutfall = "opprettholdt", instansutfall = "endret" },
  hendelser = { { "2026-12-04", "klage_avgjort" }, { "2026-12-05", "klage_oversendt" },
    { "2027-02-12", "klageinstans_avgjort" } }, venter = { tilstand = ukjent } }
test "stadfestet er stadfestet, også om noen har krysset av for skade" { prosess = "klage", dato = "2027-03-01",
  regel_ved = { regime = "A" },
  sak = { klage_mottatt = "2026-12-02", klageutfall = "opprettholdt", instansutfall = "stadfestet",
    instans_til_skade = ja },
  hendelser = { { "2026-12-04", "klage_avgjort" }, { "2026-12-05", "klage_oversendt" },
    { "2027-02-12", "klageinstans_avgjort" } }, venter = { tilstand = "stadfestet", prosessfunn = {} } }

-- ── Hele saker: rekkefølger som ikke er den vanlige ─────────────────────────────────────────────────────────────
test "to som klager, klager trukket, omgjort og klaget på igjen, opphevet" { dokument = "saker/rekkefoelger.xml",
  prosess = "klage", dato = "2027-06-01",
  venter = { tilstand = {
    vanlig = "stadfestet",          -- mottatt, kontrollert, behandlet, opprettholdt, oversendt, stadfestet
    annen_part = "avvist",          -- den andre som klager på samme vedtak, fikk brevet tidligere og er for sen
    trukket_foer = "trukket",       -- trukket før kommunen har svart
    trukket_etter = "trukket",      -- trukket mens klageinstansen har den
    trukket_resten = "trukket",     -- delvis omgjort; resten trukket, og ikke oversendt
    trukket_to_ganger = "trukket",  -- både hendelsen og avgjørelsen sier det
    omgjort = "omgjort",
    paa_omgjoering = "opprettholdt",  -- klage på det nye vedtaket har sin egen frist og sitt eget løp
    rettet = "undersoekes",           -- rettet, så kontrollert
    rettet_etterpaa = "avvist",       -- det som kom etter avvisningen, rettet ikke noe da
    avvist_for_tidlig = "retting",    -- avvist før rettefristen var ute: det går ikke
    opphevet = "ny_behandling",
    skade = "endret_til_skade",
    delvis = "oversendt",
  } } }
test "etter opphevelsen regnes bare det som skjer etterpå" { dokument = "saker/rekkefoelger.xml",
  prosess = "ny_behandling",
  dato = "2027-06-01", venter = { tilstand = "vurderes" } }
test "fristene følger hver klage" { dokument = "saker/rekkefoelger.xml",
  rader = {
    { navn = "vedtaket kom fram 26.11.", venter = { vanlig = "behandles", fakta = { klage_i_tide = ja } } },
    { navn = "den andre fikk det 24.11. og klaget 28.12.",
      venter = { annen_part = "avvises", fakta = { klage_i_tide = nei, klage_mottatt = "2026-12-28" } } },
    { navn = "det nye vedtaket kom fram 25.1.; klaget 19.2.",
      venter = { paa_omgjoering = "behandles",
        fakta = { klage_i_tide = ja, vedtaket_framme = "2027-01-25", paaklaget_vedtaksdato = "2027-01-20" } } },
  } }

-- ── Hvem som har klagerett (pbrl. §§ 2-8 og 7-2, fvl. §§ 12 og 28) ──────────────────────────────────────────────
for _,
rad in ipairs { { "soeker", ja, nei }, { "advokat", ja, nei }, { "fullmektig", ja, nei }, { "utloept", nei, ja },
  { "muntlig", nei, ja }, { "datter", nei, ja }, { "verge", ja, nei }, { "oekonomisk", nei, ja },
  { "oekonomisk_egenandel", ja, nei }, { "verge_utloept", nei, ja }, { "foresatt", nei, ja },
  { "omsorgsyter_egen", ja, nei },
  { "omsorgsyter_annens", nei, ja }, { "melder", nei, nei }, { "motpart", nei, nei } } do
    test("hvem som klager: " .. rad[1]) { dokument = "saker/hvem.xml",
      venter = { [rad[1]] = rad[2] and "behandles" or rad[3] and "rettes" or "avvises",
        fakta = { klager_er_part = rad[2], klager_mangler_fullmakt = rad[3] } } }
  end
for _, rad in ipairs { { "mor", ja }, { "naermeste", ja } } do
  test("hvem som klager for den som ikke kan bestemme selv: " .. rad[1]) { dokument = "saker/hvem-barn.xml",
    venter = { [rad[1]] = "behandles", fakta = { klager_er_part = rad[2] } } }
end
