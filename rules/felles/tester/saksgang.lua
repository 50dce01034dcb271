-- Saksgangen for en søknad, som forløp. Hvem som kan gjøre hva, er tabellen i rutinen for forvaltningskontoret; fristene er fvl. § 11 a
-- og dagen vedtaket selv setter.

local ALLE = { "forvaltningskontoret", "enhetsleder", "ansatt_i_enhet", "ergoterapeut", "rus_og_psykisk_helse",
  "kommunalsjef", "part" }

-- Hver hendelse: det som har skjedd før, hva saken da må si, tilstanden den fører til, og hvem rutinen lar gjøre det.
local STEG = {
  -- Lørdag: da kan enheten registrere. En onsdag er det bare kontoret, se under.
  { "soeknad_registrert", {}, { registrert_dag = "2026-11-14" }, "registrert",
    { "forvaltningskontoret", "enhetsleder", "ansatt_i_enhet" } },
  { "kartlegging_startet", {}, {}, "kartlegges",
    { "forvaltningskontoret", "enhetsleder", "ansatt_i_enhet", "ergoterapeut", "rus_og_psykisk_helse" } },
  { "kartlegging_gjort", { "kartlegging_startet" }, {}, "vurderes",
    { "forvaltningskontoret", "enhetsleder", "ansatt_i_enhet", "ergoterapeut", "rus_og_psykisk_helse" } },
  { "innstilling_ferdig", { "kartlegging_gjort" }, {}, "innstilt", { "forvaltningskontoret" } },
  { "innstilling_ferdig", { "kartlegging_gjort" }, { eget_spor = ja }, "vurdert_av_tjenesten",
    { "forvaltningskontoret", "rus_og_psykisk_helse" } },
  { "tiltaksmoete",            { "innstilling_ferdig" },      {}, "droeftet", { "forvaltningskontoret" } },
  { "opplysninger_etterspurt", { "tiltaksmoete" },            {}, "venter",   { "forvaltningskontoret" } },
  { "opplysninger_mottatt",    { "opplysninger_etterspurt" }, {}, "vurderes", ALLE },
  { "vedtak_fattet", { "tiltaksmoete" }, { utfall = "innvilget" }, "besluttet",
    { "forvaltningskontoret", "enhetsleder", "kommunalsjef" } },
  { "vedtak_sendt", { "vedtak_fattet" }, { utfall = "innvilget" }, "sendt",    { "forvaltningskontoret" } },
  { "vedtak_sendt", { "vedtak_fattet" }, { utfall = "avslaatt" },  "avslaatt", { "forvaltningskontoret" } },
  { "vedtak_sendt", { "tiltaksmoete" },  { utfall = "avvist" },    "avslaatt", { "forvaltningskontoret" } },
  { "vedtak_sendt", { "tiltaksmoete" },  { utfall = "opphoert" },  "avslaatt", { "forvaltningskontoret" } },
  { "tjeneste_startet", { "vedtak_sendt" }, { utfall = "delvis" }, "startet",
    { "enhetsleder", "ansatt_i_enhet", "rus_og_psykisk_helse" } },
  { "tiltaksplan_laget", { "vedtak_sendt", "tjeneste_startet" }, { utfall = "endret" }, "aktiv",
    { "enhetsleder", "ansatt_i_enhet", "rus_og_psykisk_helse" } },
  { "endret_behov_meldt", { "vedtak_sendt", "tjeneste_startet" }, { utfall = "innvilget" }, "endring_meldt",
    { "enhetsleder", "ansatt_i_enhet", "rus_og_psykisk_helse" } },
  { "endring_innenfor_vedtaket", { "vedtak_sendt", "tiltaksplan_laget", "endret_behov_meldt" },
    { utfall = "innvilget" }, "aktiv", { "forvaltningskontoret" } },
  { "revurdering_startet", { "vedtak_sendt", "tiltaksplan_laget", "endret_behov_meldt" }, { utfall = "innvilget" },
    "revurderes", { "forvaltningskontoret", "enhetsleder" } },
  { "tjeneste_avsluttet", { "vedtak_sendt", "tiltaksplan_laget", "endret_behov_meldt" }, { utfall = "innvilget" },
    "avsluttet", { "forvaltningskontoret", "enhetsleder" } },
  { "revurdering_startet", { "vedtak_sendt", "tiltaksplan_laget" }, { utfall = "innvilget" }, "revurderes",
    { "forvaltningskontoret", "enhetsleder" } },
  { "tjeneste_avsluttet", { "vedtak_sendt" }, { utfall = "innvilget" }, "avsluttet",
    { "forvaltningskontoret", "enhetsleder" } },
  { "soeknad_trukket", { "kartlegging_gjort" }, {}, "trukket", { "forvaltningskontoret", "part" } },
}

local rader = {}
for _, s in ipairs(STEG) do
  local skjer, forut, sak, til, hvem = s[1], s[2], s[3], s[4], s[5]
  for _, den in ipairs(ALLE) do
    local kan = false
    for _, r in ipairs(hvem) do kan = kan or r == den end
    local hendelser = {}
    for _, h in ipairs(forut) do table.insert(hendelser, { "2026-11-10", h }) end
    table.insert(hendelser, { "2026-11-11", skjer, den })
    table.insert(rader, {
      navn = skjer .. " til " .. til .. ", av " .. den, sak = sak, hendelser = hendelser,
      venter = kan and { tilstand = til, siden = "2026-11-11", prosessfunn = {} }
        or { prosessfunn = { skjer == "innstilling_ferdig" and den == "rus_og_psykisk_helse" and "stengt"
            or "rolle" } },
    })
  end
end
test "rutinen for forvaltningskontoret: hvem som kan gjøre hva" { prosess = "soeknad", dato = "2026-11-12",
  sak = { soeknad_mottatt = "2026-11-02", registrert_dag = "2026-11-11", registrert_om_kvelden = nei, eget_spor = nei },
  rader = rader }

-- Ethvert skritt kan komme fra alle tilstander før det, og aldri fra en etter.
local REKKE = { "soeknad_registrert", "kartlegging_startet", "kartlegging_gjort", "innstilling_ferdig", "tiltaksmoete",
  "vedtak_fattet", "vedtak_sendt" }
local BLIR = { "registrert", "kartlegges", "vurderes", "innstilt", "droeftet", "besluttet", "sendt" }
local hopp = {}
for a, foerst in ipairs(REKKE) do
  for b, saa in ipairs(REKKE) do
    if a ~= b then
      table.insert(hopp,
        { navn = saa .. " etter " .. foerst, hendelser = { { "2026-11-10", foerst }, { "2026-11-11", saa } },
          venter = a < b and { tilstand = BLIR[b], prosessfunn = {} }
            or { tilstand = BLIR[a], prosessfunn = { "ikke_her" } } })
    end
  end
end
for _,
navn in ipairs({ "soeknad_registrert", "kartlegging_startet", "kartlegging_gjort", "innstilling_ferdig",
  "tiltaksmoete" }) do
    table.insert(hopp,
      { navn = "trukket etter " .. navn, hendelser = { { "2026-11-10", navn }, { "2026-11-11", "soeknad_trukket" } },
        venter = { tilstand = "trukket" } })
    table.insert(hopp,
      { navn = "venter etter " .. navn,
        hendelser = { { "2026-11-10", navn }, { "2026-11-11", "opplysninger_etterspurt" } },
        venter = { tilstand = "venter" } })
  end
test "det som ikke er ført, har skjedd når noe senere har" { prosess = "soeknad", dato = "2026-11-12",
  sak = { soeknad_mottatt = "2026-11-02", utfall = "innvilget", registrert_dag = "2026-11-10",
    registrert_om_kvelden = nei, eget_spor = nei },
  rader = hopp }

test "fvl. § 11 a: foreløpig svar innen en måned, så lenge ikke alt er avgjort" { prosess = "soeknad",
  sak = { soeknad_mottatt = "2026-01-31", soeknaden_avgjort = nei, foreloepig_svar_gitt = nei, eget_spor = nei,
    registrert_dag = "2026-02-05", registrert_om_kvelden = nei }, dato = "2026-02-27",
  rader = {
    { navn = "28. februar er en lørdag",
      venter = { frister = { foreloepig_svar = "2026-02-27" }, passert = { foreloepig_svar = nei },
        ansvar = { "forvaltningskontoret" } } },
    { navn = "dagen etter", dato = "2026-02-28", venter = { passert = { foreloepig_svar = ja } } },
    { navn = "også under kartleggingen", dato = "2026-03-01", hendelser = { { "2026-02-05", "kartlegging_startet" } },
      venter = { tilstand = "kartlegges", passert = { foreloepig_svar = ja },
        ansvar = { "forvaltningskontoret", "enhetsleder" } } },
    { navn = "registrert", dato = "2026-03-01", hendelser = { { "2026-02-05", "soeknad_registrert" } },
      venter = { passert = { foreloepig_svar = ja } } },
    { navn = "vurderes", dato = "2026-03-01", hendelser = { { "2026-02-05", "kartlegging_gjort" } },
      venter = { passert = { foreloepig_svar = ja } } },
    { navn = "innstilt", dato = "2026-03-01", hendelser = { { "2026-02-05", "innstilling_ferdig" } },
      venter = { passert = { foreloepig_svar = ja } } },
    { navn = "drøftet", dato = "2026-03-01", hendelser = { { "2026-02-05", "tiltaksmoete" } },
      venter = { passert = { foreloepig_svar = ja } } },
    { navn = "venter", dato = "2026-03-01", hendelser = { { "2026-02-05", "opplysninger_etterspurt" } },
      venter = { passert = { foreloepig_svar = ja } } },
  },
}

test "vedtaket setter selv dagen det skal ses på på nytt; fredagen før når den er en søndag" { prosess = "soeknad",
  dato = "2027-05-28",
  sak = { soeknad_mottatt = "2026-11-02", utfall = "innvilget" },
  hendelser = { { "2026-11-24", "vedtak_sendt" }, { "2026-11-30", "tjeneste_startet" },
    { "2026-12-03", "tiltaksplan_laget" } },
  rader = {
    { navn = "torsdag", sak = { revurdering = "2027-05-27" },
      venter = { tilstand = "aktiv", frister = { revurderingsdag = "2027-05-27" }, passert = { revurderingsdag = ja },
        ansvar = { "enhetsleder" } } },
    { navn = "søndag", sak = { revurdering = "2027-05-30" },
      venter = { frister = { revurderingsdag = "2027-05-28" }, passert = { revurderingsdag = nei } } },
    { navn = "ikke satt", venter = { frister = { revurderingsdag = ukjent }, passert = { revurderingsdag = ukjent } } },
  },
}

test "ukjent er aldri nei: hva vedtaket sier" { prosess = "soeknad", dato = "2026-11-12",
  sak = { soeknad_mottatt = "2026-11-02" },
  rader = {
    { navn = "vedtaket er sendt, men står ikke i saken", hendelser = { { "2026-11-10", "vedtak_sendt" } },
      venter = { tilstand = ukjent } },
    { navn = "vedtaket kan ikke være truffet når det ikke står i saken",
      hendelser = { { "2026-11-10", "vedtak_fattet" } },
      venter = { tilstand = "mottatt", prosessfunn = { "stengt" } } },
    { navn = "hva som kan skje",
      sak = { eget_spor = nei },
      venter = { tilstand = "mottatt", stengt = { "vedtak_fattet" }, uavklart = { "vedtak_sendt" },
        neste = { "soeknad_registrert", "kartlegging_startet", "kartlegging_gjort", "innstilling_ferdig",
          "tiltaksmoete", "opplysninger_etterspurt", "soeknad_trukket" } } },
  },
}

-- Det saken fører ved siden av, flytter den ikke.
local ved_siden = {}
for _,
h in ipairs({ "soeknad_mottatt", "foreloepig_svar", "veiledning_gitt", "uttalelse_mottatt", "forhaandsvarsel_sendt",
  "forhaandsvarsel_mottatt",
  "uttalelse_fra_part", "tjeneste_varslet", "vedtak_tilgjengelig", "vedtak_varslet", "vedtak_aapnet",
  "vedtak_mottatt", "avvik_meldt" }) do
    table.insert(ved_siden, { "2026-11-10", h })
  end
test "meldinger og brev flytter ikke saken" { prosess = "soeknad", dato = "2026-11-12",
  sak = { soeknad_mottatt = "2026-11-02" },
  hendelser = ved_siden, venter = { tilstand = "mottatt", siden = "2026-11-02", prosessfunn = {} } }

-- ── Strakstiltak ────────────────────────────────────────────────────────────────────────────────────────────────
-- T22: begynte lørdag 26. desember, tiltaksmøte onsdag 30. desember. Rutinen: enhetslederen sier fra så snart som mulig.
test "T22 strakstiltak" { prosess = "strakstiltak", dato = "2026-12-30", sak = { strakstiltak_startet = "2026-12-26" },
  rader = {
    { navn = "mandag er dagen å si fra", dato = "2026-12-28",
      venter = { tilstand = "i_gang", siden = "2026-12-26", ansvar = { "enhetsleder" },
        frister = { varsle_forvaltningskontoret = "2026-12-28" }, passert = { varsle_forvaltningskontoret = nei } } },
    { navn = "en onsdag kveld: torsdag", sak = { strakstiltak_startet = "2026-12-02" }, dato = "2026-12-03",
      venter = { frister = { varsle_forvaltningskontoret = "2026-12-03" } } },
    { navn = "tirsdag er for sent", dato = "2026-12-29", venter = { passert = { varsle_forvaltningskontoret = ja } } },
    { navn = "meldt", hendelser = { { "2026-12-28", "forvaltningskontor_varslet", "enhetsleder" } },
      venter = { tilstand = "meldt", ansvar = { "forvaltningskontoret" }, neste = { "tiltaksmoete" },
        stengt = { "vedtak_fattet" }, uavklart = { "tjeneste_avsluttet" } } },
    { navn = "møtet onsdag, vedtaket samme dag", sak = { utfall = "innvilget" },
      hendelser = { { "2026-12-28", "forvaltningskontor_varslet" },
        { "2026-12-30", "tiltaksmoete", "forvaltningskontoret" }, { "2026-12-30", "vedtak_fattet", "enhetsleder" } },
      venter = { tilstand = "vedtatt", siden = "2026-12-30", prosessfunn = {} } },
    { navn = "møtet har vært",
      hendelser = { { "2026-12-28", "forvaltningskontor_varslet" }, { "2026-12-30", "tiltaksmoete" } },
      venter = { tilstand = "behandlet", ansvar = { "forvaltningskontoret" } } },
    { navn = "rett til møtet", hendelser = { { "2026-12-30", "tiltaksmoete" } }, venter = { tilstand = "behandlet" } },
    { navn = "vedtak før møtet", sak = { utfall = "innvilget" }, hendelser = { { "2026-12-28", "vedtak_fattet" } },
      venter = { tilstand = "vedtatt" } },
    { navn = "vedtaket er ikke datert tilbake", sak = { utfall = "innvilget" },
      hendelser = { { "2026-12-25", "vedtak_fattet" } }, venter = { tilstand = "i_gang", prosessfunn = { "foer" } } },
    { navn = "ti dagers hjelp: enkeltvedtak kreves ikke (pbrl. § 2-7)", sak = { enkeltvedtak_kreves = nei },
      hendelser = { { "2026-12-29", "tjeneste_avsluttet" } }, venter = { tilstand = "opphoert" } },
    { navn = "tre måneder: det må bli et vedtak (pbrl. § 2-7)", sak = { enkeltvedtak_kreves = ja },
      hendelser = { { "2026-12-29", "tjeneste_avsluttet" } },
      venter = { tilstand = "i_gang", prosessfunn = { "stengt" } } },
  },
}
local KAN = {
  forvaltningskontor_varslet = { "meldt", { "enhetsleder", "ansatt_i_enhet", "forvaltningskontoret" } },
  tiltaksmoete = { "behandlet", { "forvaltningskontoret" } },
  vedtak_fattet = { "vedtatt", { "forvaltningskontoret", "enhetsleder", "kommunalsjef" } },
  tjeneste_avsluttet = { "opphoert", { "enhetsleder", "forvaltningskontoret" } },
}
local straks = {}
for skjer, hva in par(KAN) do
  for _, den in ipairs(ALLE) do
    local kan = false
    for _, r in ipairs(hva[2]) do kan = kan or r == den end
    table.insert(straks, { navn = skjer .. " av " .. den, hendelser = { { "2026-12-28", skjer, den } },
      venter = kan and { tilstand = hva[1], prosessfunn = {} } or { tilstand = "i_gang", prosessfunn = { "rolle" } } })
  end
end
test "rutinen for forvaltningskontoret: hvem som kan gjøre hva i et strakstiltak" { prosess = "strakstiltak",
  dato = "2026-12-30",
  sak = { strakstiltak_startet = "2026-12-26", utfall = "innvilget", enkeltvedtak_kreves = nei }, rader = straks }
test "strakstiltak som er meldt eller drøftet" { prosess = "strakstiltak", dato = "2026-12-30",
  sak = { strakstiltak_startet = "2026-12-26", utfall = "innvilget", enkeltvedtak_kreves = nei },
  rader = {
    { navn = "meldt, vedtatt",
      hendelser = { { "2026-12-28", "forvaltningskontor_varslet" }, { "2026-12-29", "vedtak_fattet" } },
      venter = { tilstand = "vedtatt" } },
    { navn = "meldt, avsluttet",
      hendelser = { { "2026-12-28", "forvaltningskontor_varslet" }, { "2026-12-29", "tjeneste_avsluttet" } },
      venter = { tilstand = "opphoert" } },
    { navn = "drøftet, avsluttet",
      hendelser = { { "2026-12-28", "tiltaksmoete" }, { "2026-12-29", "tjeneste_avsluttet" } },
      venter = { tilstand = "opphoert" } },
  },
}
