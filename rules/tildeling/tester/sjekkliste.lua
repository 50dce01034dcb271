-- Punktene på sjekklista som spør hvilken regel som gjelder: klageregime, egenandel, avvik, utredning.

local EGNE_ORD = "Du har falt tre ganger i trappen siden sommeren, og legen skriver at hoften ikke tåler et nytt fall. Sønnen din bor i Bergen og kommer hjem til jul."

-- regel som gjelder · navn på punktet · hva det prøver · opplysninger som gir funn · opplysninger som ikke gir funn
local function proev(regel, nummer, hva, funn, stille)
  local rader = {}
  for i, sak in ipairs(funn) do
    table.insert(rader, { navn = "funn " .. i, sak = sak, venter = { [regel] = ukjent, funn_har = { nummer } } })
  end
  for i, sak in ipairs(stille) do
    table.insert(rader, { navn = "stille " .. i, sak = sak, venter = { [regel] = ukjent, funn_ikke = { nummer } } })
  end
  test("punkt " .. nummer .. " for " .. regel .. ": " .. hva) { dato = "2026-11-24", sjekkliste = { "brev", "vedtak" },
    sak = {}, rader = rader }
end

proev("hjemmesykepleie", "15", "klageinstans for rettigheter", { { instans_a = nei }, {} }, { { instans_a = ja } })
proev("trygghetsalarm", "15", "gjelder ikke tilbud", {}, { { instans_a = nei } })
proev("trygghetsalarm", "15b", "klageinstans for kommunens tilbud", { { instans_b = nei }, {} }, { { instans_b = ja } })
proev("omsorgsbolig", "15b", "klageinstans for kommunens tilbud", { { instans_b = nei } }, { { instans_b = ja } })
proev("praktisk_bistand", "15b", "gjelder ikke rettigheter", {}, { { instans_b = nei } })

proev("hjemmesykepleie", "15e", "tre uker skrevet på en rettighet",
  { { vedtakstekst = "Du kan klage innen 3 uker." }, { vedtakstekst = "Klagefristen er tre uker." },
    { vedtakstekst = "Du kan klage innan tre veker." }, { vedtakstekst = "Du kan klage innen 3\u{a0}uker." } },
  { { vedtakstekst = "Du kan klage." }, { vedtakstekst = "Vi kommer hver tredje uke." },
    { vedtakstekst = "Såret trenger stell i tre uker." } })
proev("trygghetsalarm", "15e", "tre uker er riktig for et tilbud", {},
  { { vedtakstekst = "Du kan klage innen 3 uker." } })

proev("trygghetsalarm", "15f", "rettighetsloven i et tilbud",
  { { vedtakstekst = "Etter pbrl. § 2-1 får du alarm." },
    { vedtakstekst = "Pasient- og brukerrettighetsloven gir deg rett til dette." },
    { vedtakstekst = "Pasient- og brukarrettslova gir deg rett til dette." } },
  { { vedtakstekst = "Alarmen er et tilbud kommunen gir." } })
proev("hjemmesykepleie", "15f", "rettighetsloven er riktig for en rettighet", {},
  { { vedtakstekst = "Pasient- og brukerrettighetsloven gir deg rett til dette." } })

proev("hjemmesykepleie", "15g", "feil klageinstans i teksten", { { vedtakstekst = "Klagen avgjøres av klagenemnda." } },
  { { vedtakstekst = "Klagen avgjøres av Statsforvalteren." }, { vedtakstekst = EGNE_ORD } })
proev("omsorgsbolig", "15g", "feil klageinstans i teksten",
  { { vedtakstekst = "Klagen avgjøres av Statsforvalteren." },
    { vedtakstekst = "Klaga blir avgjord av Statsforvaltaren." } },
  { { vedtakstekst = "Klagen avgjøres av klagenemnda." } })

proev("praktisk_bistand", "19", "egenandel er omtalt",
  { { utfall = "innvilget", egenandel_oppgitt = nei }, { utfall = "delvis", egenandel_oppgitt = nei } },
  { { utfall = "innvilget", egenandel_oppgitt = ja }, { utfall = "avslaatt", egenandel_oppgitt = nei } })
proev("hjemmesykepleie", "19", "gratis trenger ikke omtales", {}, { { utfall = "innvilget", egenandel_oppgitt = nei } })
proev("hjemmesykepleie", "19b", "ingen betaling for helsetjenester", { { egenandel_kreves = ja } },
  { { egenandel_kreves = nei } })
proev("trygghetsalarm_helsehjelp", "19b", "T03 ingen betaling for alarm som er helsehjelp",
  { { egenandel_kreves = ja } }, { { egenandel_kreves = nei } })
proev("trygghetsalarm", "19b", "tilbudet kan koste noe", {}, { { egenandel_kreves = ja } })

-- T08: ti dager er ikke enkeltvedtak; forlengelsen til dag 24 er.
proev("hjemmesykepleie", "kort_varighet", "T08 høyst to uker", { { varighet_uker = 1.5 }, { varighet_uker = 2 } },
  { { varighet_uker = 3.5 }, {} })
proev("hjemmesykepleie", "iplos", "IPLOS finnes og er ny nok", { {}, { iplos_dato = "2025-11-23" } },
  { { iplos_dato = "2025-11-24" }, { iplos_dato = "2026-11-10" } })
proev("trygghetsalarm", "iplos", "kreves ikke for tilbudet", {}, { {} })
proev("hjemmesykepleie", "8", "alle regler er forklart", {}, { {} })
proev("hjemmesykepleie", "7", "tjenesten har en regel", {}, { {} })
proev("hjemmesykepleie", "utredet", "opplysninger mangler", { {}, { utfall = "innvilget" } }, {})

test "ingen regel gjelder: vedtaket mangler hjemmel" { dato = "2026-11-24", sjekkliste = { "brev", "vedtak" },
  sak = { utfall = "innvilget" }, venter = { funn_har = { "7" } } }

-- Vedtaket er et annet enn innstillingen. Det er lov, men et menneske må skrive hvorfor.
test "vedtak og innstilling er ulike" { dato = "2026-11-24", sjekkliste = { "brev", "vedtak" },
  sak = { boform = "egen_bolig", utrygg_hjemme = ja, kan_bruke_alarm = ja, godtar_noekkelboks = ja,
    del_av_noedvendig_helsehjelp = nei },
  rader = {
    { navn = "like", sak = { utfall = "innvilget" },
      venter = { trygghetsalarm = "innvilget", avvik = nei, funn_ikke = { "avvik", "utredet" } } },
    { navn = "gitt selv om et vilkår svikter",
      sak = { utfall = "innvilget", kan_bruke_alarm = nei, saerlige_grunner = nei },
      venter = { trygghetsalarm = "avslaatt", avvik = ja, funn_har = { "avvik" } } },
    -- fvl. § 2 tredje ledd: å avvise er ikke å ta stilling til det reglene foreslår
    { navn = "avvist: ikke et avvik fra innstillingen", sak = { utfall = "avvist" },
      venter = { trygghetsalarm = "innvilget", funn_ikke = { "avvik" } } },
    { navn = "ulike uten grunn", sak = { utfall = "avslaatt" },
      venter = { trygghetsalarm = "innvilget", avvik = ja, funn_har = { "avvik" } } },
    { navn = "ulike med for lite grunn", sak = { utfall = "avslaatt", avvik_begrunnet = "Skjønn." },
      venter = { trygghetsalarm = "innvilget", avvik = ja, funn_har = { "avvik" } } },
    { navn = "ulike med grunn", sak = { utfall = "avslaatt", avvik_begrunnet = EGNE_ORD },
      venter = { trygghetsalarm = "innvilget", avvik = ja, funn_ikke = { "avvik" } } },
    { navn = "ukjent innstilling er ikke et avvik, men saken er ikke utredet",
      sak = { utfall = "avslaatt", kan_bruke_alarm = under_innhenting },
      venter = { trygghetsalarm = ukjent, funn_har = { "utredet" }, funn_ikke = { "avvik" } } },
  },
}

-- hol. § 11-2: prisen i vedtaket er kommunens pris på datoen. Kjenner vi ikke begge, kan de ikke være like.
test "punkt pris: prisen for alarmen" { dato = "2026-11-24", sjekkliste = "vedtak_egenandel", regel = { kode = "TRA" },
  sak = { kode = "TRA", prisen_regnes_ut = nei },
  rader = {
    { navn = "samme pris", sak = { egenandel_beloep = 285, alarmpris = 285 }, venter = { funn = {} } },
    { navn = "en annen pris", sak = { egenandel_beloep = 250, alarmpris = 285 }, venter = { funn = { "pris" } } },
    { navn = "kommunen har ingen pris", sak = { egenandel_beloep = 285 }, venter = { funn = { "pris" } } },
  } }
