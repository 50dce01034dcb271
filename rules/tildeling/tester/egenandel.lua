-- Egenandel. Det som ventes, er regnet ut for hånd av forskriften (FOR-2011-12-16-1349) og satsene for året.

-- ---- § 3: langtidsopphold -------------------------------------------------------------------------------------------
-- 2025: fribeløp 10 450, G 130 160 fra 1. mai. Opp til G: (130 160 − 10 450) · 75 % = 89 782,50. Ører rundes ned.
test "§ 3: 75 prosent opp til G når fribeløpet er trukket fra, 85 prosent over" { dato = "2025-11-03",
  sak = { betaler_etter_inntekt = ja, deler_rom_mot_oensket = nei },
  kolonner = { "navn", "egen_inntekt", "utregninger.lto_under_g", "utregninger.lto_over_g", "utregninger.lto_aar",
    "utregninger.pris_lto_maaned" },
  rader = {
    { "320 000: 89 782 + 85 % av 189 840", 320000, 89782, 161364, 251146, 20928 },
    { "akkurat G", 130160, 89782, 0, 89782, 7481 },
    { "en krone over G", 130161, 89782, 0, 89782, 7481 },
    { "to kroner over G", 130162, 89782, 1, 89783, 7481 },
    { "under G: minst en fjerdedel av G og fordelen av fribeløpet er igjen", 100000, 67162, 0, 59622, 4968 },
    { "mindre enn det som skal være igjen", 40000, 22162, 0, 0, 0 },
    { "mindre enn fribeløpet", 5000, 0, 0, 0, 0 },
    { "ingen inntekt", 0, 0, 0, 0, 0 },
    { "øre i inntekten", 320000.99, 89782, 161364, 251146, 20928 },
  } }
test "§ 3: det som skal være igjen, er en fjerdedel av G og 75 prosent av fribeløpet" { dato = "2025-11-03",
  sak = { betaler_etter_inntekt = ja, deler_rom_mot_oensket = nei },
  kolonner = { "egen_inntekt", "utregninger.lto_tak" },
  -- 130 159 − 32 540 − 7 837,50 = 89 781,50; 100 000 gir 59 622,50; fra G og opp binder det aldri.
  rader = { { 130159, 89781 }, { 100000, 59622 }, { 30000, 0 }, { 130160, "ingen" }, { 200000, "ingen" } } }
test "§ 3: under G er det taket som gjelder" { dato = "2025-11-03",
  sak = { betaler_etter_inntekt = ja, deler_rom_mot_oensket = nei, egen_inntekt = 130159 },
  venter = { utregninger = { lto_under_g = 89781, lto_tak = 89781, lto_aar = 89781 } } }
test "§ 3: den som må dele rom, har et større fribeløp (2023: 45 400; G 111 477 til 1. mai)" { dato = "2023-03-01",
  sak = { betaler_etter_inntekt = ja, egen_inntekt = 200000 },
  kolonner = { "deler_rom_mot_oensket",
    "utregninger.lto_under_g" },
  rader = { { ja, 49557 }, { nei, 76557 } } }
test "§ 3: bare det som betales etter inntekten" { dato = "2025-11-03",
  sak = { egen_inntekt = 320000, deler_rom_mot_oensket = nei },
  rader = {
    { navn = "etter inntekten", sak = { betaler_etter_inntekt = ja },
      venter = { utregninger = { lto_inntekt = 320000, pris_lto_maaned = 20928 } } },
    { navn = "ikke etter inntekten", sak = { betaler_etter_inntekt = nei },
      venter = { utregninger = { lto_inntekt = "ingen", lto_under_g = "ingen",
        lto_over_g = "ingen",
        lto_tak = "ingen", lto_aar = "ingen", pris_lto_maaned = "ingen" } } },
    { navn = "ingen vet om det er etter inntekten", sak = { egen_inntekt = 100000 },
      venter = { fakta = { ["utregning.lto_tak"] = ukjent, ["utregning.pris_lto_maaned"] = ukjent } } },
    { navn = "inntekten er ikke kjent", sak = { betaler_etter_inntekt = ja, egen_inntekt = ikke_oppgitt },
      venter = { utregninger = { pris_lto_maaned = ukjent }, mangler = { "egen_inntekt" } } },
  } }
-- Et år uten kjent sats er ukjent, aldri satsen fra året før.
test "§ 3: året uten kjent fribeløp eller G" {
  sak = { betaler_etter_inntekt = ja, deler_rom_mot_oensket = nei, egen_inntekt = 320000 },
  rader = {
    { navn = "2024: fribeløpet er ikke funnet", dato = "2024-06-01",
      venter = { utregninger = { pris_lto_maaned = ukjent }, mangler = { "sats.fribeloep" } } },
    { navn = "fra mai 2026: G er ikke funnet", dato = "2026-11-24",
      venter = { utregninger = { lto_over_g = ukjent, to_g = ukjent },
        mangler = { lto_over_g = { "sats.grunnbeloepet" },
          to_g = { "sats.grunnbeloepet" } } } },
    { navn = "før mai 2026 er det fribeløpet", dato = "2026-04-30",
      venter = { utregninger = { lto_over_g = 161364, pris_lto_maaned = ukjent },
        mangler = { pris_lto_maaned = { "sats.fribeloep" } } } },
  } }

-- § 4: fra døgn 61 i kalenderåret betales korttid som langtid (T25 b).
test "§ 4: hva som betales etter inntekten" { dato = "2025-11-03",
  rader = {
    { navn = "langtidsopphold", regel = { kode = "LTO" }, venter = { fakta = { betaler_etter_inntekt = ja } } },
    { navn = "korttid, døgn 60", regel = { kode = "KTO" }, sak = { kto_doegn_i_aar = 60 },
      venter = { fakta = { betaler_etter_inntekt = nei } } },
    { navn = "T25b: korttid, døgn 61", regel = { kode = "KTO" }, sak = { kto_doegn_i_aar = 61 },
      venter = { fakta = { betaler_etter_inntekt = ja } } },
    { navn = "korttid, ingen vet hvor mange døgn", regel = { kode = "KTO" },
      venter = { fakta = { betaler_etter_inntekt = ukjent } } },
    { navn = "dagopphold", regel = { kode = "DNO" }, sak = { kto_doegn_i_aar = 61 },
      venter = { fakta = { betaler_etter_inntekt = nei } } },
  } }

-- ---- § 4: korttid, dag og natt --------------------------------------------------------------------------------------
test "§ 4: prisen for døgnet er statens, eller kommunens når den er lavere" { dato = "2023-06-01",
  sak = { betaler_etter_inntekt = nei, oppholdet_i_doegn = ja, gitt_verdi = 14 },
  rader = {
    { navn = "staten, 2023: 185 · 14", sak = { har_korttidspris = nei },
      venter = { utregninger = { pris_kto_doegn = 185, pris_kto_oppholdet = 2590 } } },
    { navn = "kommunen tar 150", sak = { har_korttidspris = ja, korttidspris = 150 },
      venter = { utregninger = { pris_kto_doegn = 150, pris_kto_oppholdet = 2100 } } },
    { navn = "kommunen har skrevet 200: staten har et tak", sak = { har_korttidspris = ja, korttidspris = 200 },
      venter = { utregninger = { pris_kto_doegn = 185 } } },
    { navn = "2022", dato = "2022-06-01", sak = { har_korttidspris = nei },
      venter = { utregninger = { pris_kto_doegn = 180 } } },
    { navn = "2024", dato = "2024-06-01", sak = { har_korttidspris = nei },
      venter = { utregninger = { pris_kto_doegn = 193 } } },
    { navn = "2025", dato = "2025-06-01", sak = { har_korttidspris = nei },
      venter = { utregninger = { pris_kto_doegn = 200 } } },
    { navn = "2026 er ikke kjent", dato = "2026-11-24", sak = { har_korttidspris = nei },
      venter = { utregninger = { pris_kto_doegn = ukjent, pris_kto_oppholdet = ukjent },
        mangler = { pris_kto_doegn = { "sats.egenandel_korttid_doegn" },
          pris_kto_oppholdet = { "sats.egenandel_korttid_doegn" } } } },
    { navn = "2026: kommunens pris kan ikke måles mot et tak ingen kjenner", dato = "2026-11-24",
      sak = { har_korttidspris = ja, korttidspris = 210 }, venter = { utregninger = { pris_kto_doegn = ukjent } } },
    { navn = "antall døgn står ikke", sak = { har_korttidspris = nei, oppholdet_i_doegn = nei },
      venter = { utregninger = { pris_kto_doegn = 185, pris_kto_oppholdet = "ingen" } } },
    { navn = "T25b: fra døgn 61 er det inntekten", sak = { har_korttidspris = nei, betaler_etter_inntekt = ja },
      venter = { utregninger = { pris_kto_doegn = "ingen", pris_kto_oppholdet = "ingen" } } },
  } }
test "§ 4: dag eller natt" { dato = "2023-06-01", sak = { har_dagoppholdspris = nei },
  rader = {
    { navn = "staten, 2023", venter = { utregninger = { pris_dno_gang = 105 } } },
    { navn = "2022",         dato = "2022-06-01", venter = { utregninger = { pris_dno_gang = 100 } } },
    { navn = "2024",         dato = "2024-06-01", venter = { utregninger = { pris_dno_gang = 110 } } },
    { navn = "kommunen tar 80", sak = { har_dagoppholdspris = ja, dagoppholdspris = 80 },
      venter = { utregninger = { pris_dno_gang = 80 } } },
    { navn = "kommunen har skrevet 120", sak = { har_dagoppholdspris = ja, dagoppholdspris = 120 },
      venter = { utregninger = { pris_dno_gang = 105 } } },
    { navn = "2025 er ikke kjent", dato = "2025-06-01",
      venter = { utregninger = { pris_dno_gang = ukjent }, mangler = { "sats.egenandel_dag_eller_natt" } } },
  } }

-- ---- § 8: praktisk bistand ------------------------------------------------------------------------------------------
-- To ganger G er 260 320 fra 1. mai 2025.
test "§ 8: er inntekten under to ganger grunnbeløpet?" { dato = "2025-11-03",
  kolonner = { "navn", "inntekt_under_2g_oppgitt", "husstandens_inntekt", "fakta.inntekt_under_2g" },
  rader = {
    { "en krone under",                ikke_oppgitt, 260319,       ja },
    { "akkurat to G",                  ikke_oppgitt, 260320,       nei },
    { "oppgitt at den er under",       ja,           ikke_oppgitt, ja },
    { "oppgitt at den ikke er under",  nei,          ikke_oppgitt, nei },
    { "det som er oppgitt, går foran", nei,          100000,       nei },
    { "ingen har spurt",               ikke_oppgitt, ikke_oppgitt, ukjent },
  } }
test "§ 8: to ganger G regnes ut når ingen har sagt det" { dato = "2025-11-03",
  rader = {
    { navn = "ingen har sagt det", venter = { utregninger = { to_g = 260320 } } },
    { navn = "det er oppgitt", sak = { inntekt_under_2g_oppgitt = ja }, venter = { utregninger = { to_g = "ingen" } } },
  } }
test "§ 8: hvor mange G er inntekten" { dato = "2025-11-03", kolonner = { "husstandens_inntekt", "fakta.inntekt_i_g" },
  rader = { { 260320, 2 }, { 390479, 2 }, { 390480, 3 }, { 520640, 4 }, { 650800, 5 }, { 2000000, 5 } } }
test "§ 8: taket i måneden under to G" { dato = "2026-11-24",
  sak = { inntekt_under_2g = ja, har_praktisk_pris_under_2g = nei },
  rader = {
    { navn = "2026",
      venter = { utregninger = { pris_pb_under_2g = 241, pris_pb_over_2g = "ingen" } } },
    { navn = "2022", dato = "2022-06-01", venter = { utregninger = { pris_pb_under_2g = 215 } } },
    { navn = "2023", dato = "2023-06-01", venter = { utregninger = { pris_pb_under_2g = 220 } } },
    { navn = "2024", dato = "2024-06-01", venter = { utregninger = { pris_pb_under_2g = 230 } } },
    { navn = "2025 er ikke kjent, og er ikke 230", dato = "2025-06-01",
      venter = { utregninger = { pris_pb_under_2g = ukjent }, mangler = { "sats.egenandel_pb_under_2g" } } },
    { navn = "2027 er ikke kjent", dato = "2027-01-01", venter = { utregninger = { pris_pb_under_2g = ukjent } } },
    { navn = "kommunen tar 100", sak = { har_praktisk_pris_under_2g = ja, praktisk_pris_under_2g = 100 },
      venter = { utregninger = { pris_pb_under_2g = 100 } } },
    { navn = "kommunen har skrevet 300: staten har et tak",
      sak = { har_praktisk_pris_under_2g = ja, praktisk_pris_under_2g = 300 },
      venter = { utregninger = { pris_pb_under_2g = 241 } } },
    { navn = "inntekten er ikke kjent", sak = { inntekt_under_2g = ikke_oppgitt },
      venter = { fakta = { ["utregning.pris_pb_under_2g"] = ukjent, ["utregning.pris_pb_over_2g"] = ukjent } } },
  } }
test "§ 8: taket for all praktisk bistand" { kolonner = { "dato", "fakta.statens_tak" },
  rader = { { "2026-06-01", 241 }, { "2025-06-01", ukjent } } }
test "§ 8: over to G er det kommunens pris, ellers er den ukjent" { dato = "2026-11-24",
  sak = { inntekt_under_2g = nei },
  rader = {
    { navn = "kommunen har en pris", sak = { praktisk_pris_over_2g = 1200 },
      venter = { utregninger = { pris_pb_over_2g = 1200, pris_pb_under_2g = "ingen" } } },
    { navn = "kommunen har ingen",
      venter = { utregninger = { pris_pb_over_2g = ukjent }, mangler = { "praktisk_pris_over_2g" } } },
  } }

-- ---- hol. § 11-2: kommunens egne priser -----------------------------------------------------------------------------
test "hol. § 11-2: alarm, middag, dagtilbud" { dato = "2026-11-24",
  rader = {
    { navn = "alarm",     sak = { alarmpris = 250 },      venter = { utregninger = { pris_alarm = 250 } } },
    { navn = "middag",    sak = { middagspris = 109.5 },  venter = { utregninger = { pris_middag = 109.5 } } },
    { navn = "dagtilbud", sak = { dagtilbudspris = 138 }, venter = { utregninger = { pris_dagtilbud = 138 } } },
    { navn = "ingen pris",
      venter = { utregninger = { pris_alarm = ukjent, pris_middag = ukjent, pris_dagtilbud = ukjent },
        mangler = { pris_alarm = { "alarmpris" }, pris_middag = { "middagspris" },
          pris_dagtilbud = { "dagtilbudspris" } } } },
  } }

test "øre rundes ned: et tak kan ikke rundes opp" { dato = "2023-06-01",
  sak = { inntekt_under_2g = ja, betaler_etter_inntekt = nei, oppholdet_i_doegn = ja, gitt_verdi = 1,
    har_praktisk_pris_under_2g = ja,
    har_korttidspris = ja, har_dagoppholdspris = ja },
  rader = {
    { navn = "praktisk bistand", sak = { praktisk_pris_under_2g = 99.999 },
      venter = { utregninger = { pris_pb_under_2g = 99.99 } } },
    { navn = "over to G", sak = { inntekt_under_2g = nei, praktisk_pris_over_2g = 99.999 },
      venter = { utregninger = { pris_pb_over_2g = 99.99 } } },
    { navn = "korttid", sak = { korttidspris = 99.999 }, venter = { utregninger = { pris_kto_doegn = 99.99 } } },
    { navn = "halvt døgn", sak = { korttidspris = 99.99, gitt_verdi = 0.5 },
      venter = { utregninger = { pris_kto_oppholdet = 49.99 } } },
    { navn = "dag", sak = { dagoppholdspris = 99.999 }, venter = { utregninger = { pris_dno_gang = 99.99 } } },
    { navn = "inntekten", sak = { betaler_etter_inntekt = ja, egen_inntekt = 320000.99 },
      venter = { utregninger = { lto_inntekt = 320000 } } },
    { navn = "alarm",     sak = { alarmpris = 99.999 },      venter = { utregninger = { pris_alarm = 99.99 } } },
    { navn = "middag",    sak = { middagspris = 99.999 },    venter = { utregninger = { pris_middag = 99.99 } } },
    { navn = "dagtilbud", sak = { dagtilbudspris = 99.999 }, venter = { utregninger = { pris_dagtilbud = 99.99 } } },
  } }

-- Satsene skal være kildens, og gjelde fra dagen kilden sier. En dag uten kjent sats er ukjent.
local function satser(navn, rader)
  local proever = {}
  for _,
  r in ipairs(rader) do table.insert(proever, { navn = r[1], dato = r[1], venter = { satser = { [navn] = r[2] } } }) end
  test("satsen " .. navn) { rader = proever }
end
satser("grunnbeloepet",
  { { "2021-04-30", ukjent }, { "2021-05-01", 106399 }, { "2022-04-30", 106399 }, { "2022-05-01", 111477 },
    { "2023-05-01", 118620 }, { "2024-05-01", 124028 }, { "2025-04-30", 124028 }, { "2025-05-01", 130160 },
    { "2026-04-30", 130160 },
    { "2026-05-01", ukjent } })
satser("egenandel_pb_under_2g",
  { { "2021-12-31", ukjent }, { "2022-01-01", 215 }, { "2023-01-01", 220 }, { "2023-12-31", 220 },
    { "2024-01-01", 230 }, { "2024-12-31", 230 }, { "2025-01-01", ukjent }, { "2025-12-31", ukjent },
    { "2026-01-01", 241 },
    { "2026-12-31", 241 }, { "2027-01-01", ukjent } })
satser("egenandel_korttid_doegn",
  { { "2021-12-31", ukjent }, { "2022-01-01", 180 }, { "2023-01-01", 185 }, { "2024-01-01", 193 },
    { "2025-01-01", 200 }, { "2025-12-31", 200 }, { "2026-01-01", ukjent } })
satser("egenandel_dag_eller_natt",
  { { "2021-12-31", ukjent }, { "2022-01-01", 100 }, { "2023-01-01", 105 }, { "2024-01-01", 110 },
    { "2024-12-31", 110 }, { "2025-01-01", ukjent } })
satser("fribeloep", { { "2021-12-31", ukjent }, { "2022-01-01", 9100 }, { "2023-01-01", 9400 }, { "2023-12-31", 9400 },
  { "2024-01-01", ukjent }, { "2025-01-01", 10450 }, { "2025-12-31", 10450 }, { "2026-01-01", ukjent } })
satser("fribeloep_delt_rom",
  { { "2021-12-31", ukjent }, { "2022-01-01", 44100 }, { "2023-01-01", 45400 }, { "2023-12-31", 45400 },
    { "2024-01-01", ukjent } })

-- ---- Sjekklista -----------------------------------------------------------------------------------------------------
local function sjekk(navn, kode, sak, rader)
  local hele = { kode = kode, egenandel_kreves = ja, betaling_i_vedtaket = ja, prisen_regnes_ut = nei }
  for k, v in par(sak) do hele[k] = v end
  test(navn) { dato = "2023-06-01", sjekkliste = "vedtak_egenandel", regel = { kode = kode }, sak = hele,
    rader = rader }
end
local function rad(navn, funn, sak, dato) return { navn = navn, dato = dato, sak = sak, venter = { funn = funn } } end

for _, kode in ipairs { "BPA", "PSY" } do
  sjekk("§ 8: bare den praktiske delen kan koste noe, " .. kode, kode, {}, {
    rad("stell er ikke i prisen", {}, { betaling_bare_for_praktisk = ja }),
    rad("stell er i prisen", { "bare_husarbeid" }, { betaling_bare_for_praktisk = nei }),
    rad("ingen har sagt det", { "bare_husarbeid" }, {}),
    rad("prisen kommer i eget vedtak", {}, { betaling_i_vedtaket = nei }),
  })
end
for _, kode in ipairs { "PB", "PBO" } do
  sjekk("§ 8: stell gjemt i " .. kode, kode, { innhold = "rengjøring, og hjelp til å dusje" }, {
    rad("T25c: hjelp til å dusje, med betaling", { "stell_i_prisen" }, {}),
    rad("dusjen er ikke i prisen", {}, { betaling_bare_for_praktisk = ja }),
    rad("dusjen er i prisen", { "stell_i_prisen" }, { betaling_bare_for_praktisk = nei }),
    rad("gratis", {}, { betaling_i_vedtaket = nei }),
    rad("bare rengjøring", {}, { innhold = "vask av bad og toalett, sengeskift" }),
    rad("sårstell", { "stell_i_prisen" }, { innhold = "Sårstell og innkjøp" }),
    rad("nynorsk", { "stell_i_prisen" }, { innhold = "innkjøp og personleg stell" }),
  })
end
local GRATIS = { "dusj", "personlig stell", "personleg stell", "morgenstell", "kveldsstell", "hygiene", "påkledning",
  "påkleding", "kle på",
  "kle av", "toalettbesøk", "medisin", "sårstell", "sykepleie", "sjukepleie" }
for _, ord in ipairs(GRATIS) do
  sjekk("§ 8: " .. ord .. " er gratis", "PB", { innhold = "vask og " .. ord },
    { rad("i prisen", { "stell_i_prisen" }, {}) })
end
test "STK: lov å ta betalt for, men vanligvis gratis" { dato = "2023-06-01", sjekkliste = "vedtak_egenandel",
  sak = { kode = "STK", egenandel_kreves = ja, betaling_i_vedtaket = ja, prisen_regnes_ut = nei, innhold = "tur" },
  rader = {
    { navn = "koster noe", regel = { egenandel = "vanligvis_ingen" },
      venter = { funn = { "vanligvis_gratis" }, nivaa = "varsel" } },
    { navn = "gratis", regel = { egenandel = "vanligvis_ingen" },
      sak = { egenandel_kreves = nei, betaling_i_vedtaket = nei }, venter = { funn = {} } },
    { navn = "stell i prisen", regel = { egenandel = "vanligvis_ingen" },
      sak = { innhold = "tur og hjelp til å kle på seg" },
      venter = { funn = { "stell_i_prisen", "vanligvis_gratis" }, nivaa = "stopp" } },
    { navn = "rehabilitering, etter stedet", sak = { kode = "REH" }, regel = { egenandel = "etter_sted" },
      venter = { funn = { "vanligvis_gratis" } } },
    { navn = "en annen tjeneste", sak = { kode = "PB" }, regel = { egenandel = "vanligvis_ingen" },
      venter = { funn = {} } },
    { navn = "en annen regel", regel = { egenandel = "statlig" }, venter = { funn = {} } },
  } }

-- Statens tak: 2023 er det 220 kroner i måneden, 185 i døgnet og 105 for dagen.
for _, kode in ipairs { "PB", "PBO", "BPA", "STK", "PSY" } do
  sjekk("§ 8: taket under to G, " .. kode, kode,
    { egenandel_per = "maaned", egenandel_beloep = 220, inntekt_under_2g = ja, samlet_over_taket = nei,
      betaling_i_vedtaket = nei,
      egenandel_kreves = nei }, {
        rad("220 kroner", {}, {}),
        rad("221 kroner", { "tak_praktisk" }, { egenandel_beloep = 221 }),
        rad("221, inntekten er ikke kjent", { "tak_praktisk" },
          { egenandel_beloep = 221, inntekt_under_2g = ikke_oppgitt }),
        rad("221, inntekten er høyere", {}, { egenandel_beloep = 221, inntekt_under_2g = nei }),
        rad("to tjenester til 150 hver", { "tak_samlet" }, { egenandel_beloep = 150, samlet_over_taket = ja }),
        rad("to tjenester, inntekten er ikke kjent", { "tak_samlet" },
          { egenandel_beloep = 150, samlet_over_taket = ja, inntekt_under_2g = ikke_oppgitt }),
        rad("to tjenester, inntekten er høyere", {},
          { egenandel_beloep = 150, samlet_over_taket = ja, inntekt_under_2g = nei }),
        rad("to tjenester, i timen", {},
          { egenandel_beloep = 150, egenandel_per = "time", samlet_over_taket = ja, har_selvkost_time = nei }),
        rad("den andre tjenesten har prisen", {}, { egenandel_beloep = ikke_oppgitt, samlet_over_taket = ja }),
        rad("221 i timen", {}, { egenandel_beloep = 221, egenandel_per = "time", har_selvkost_time = nei }),
        rad("ingen pris", {}, { egenandel_beloep = ikke_oppgitt, egenandel_per = ikke_oppgitt }),
        rad("2025: taket er ikke kjent, men det sies", { "tak_ukjent" }, { egenandel_beloep = 999 }, "2025-06-01"),
      })
end
for _, kode in ipairs { "PB", "PBO", "BPA", "STK", "PSY" } do
  sjekk("§ 8: aldri mer enn timen koster kommunen, " .. kode, kode,
    { innhold = "rengjøring", betaling_bare_for_praktisk = ja, egenandel_kreves = nei, egenandel_per = "time",
      har_selvkost_time = ja, selvkost_time = 424 }, {
        rad("424", {}, { egenandel_beloep = 424 }),
        rad("425", { "selvkost" }, { egenandel_beloep = 425 }),
        rad("kommunen har ikke regnet det ut", {},
          { egenandel_beloep = 425, har_selvkost_time = nei, selvkost_time = ikke_oppgitt }),
        rad("det står at den er regnet ut, men ikke til hva", { "selvkost" },
          { egenandel_beloep = 1, selvkost_time = ikke_oppgitt }),
        rad("en gang er ikke en time", {}, { egenandel_beloep = 425, egenandel_per = "gang" }),
        rad("ingen pris", {}, {}),
      })
  sjekk("§ 4: taket for døgnet", "KTO", { egenandel_per = "doegn", kto_doegn_i_aar = 10 }, {
    rad("185", {}, { egenandel_beloep = 185 }),
    rad("186", { "tak_korttid" }, { egenandel_beloep = 186 }),
    rad("186 i måneden", {}, { egenandel_beloep = 186, egenandel_per = "maaned" }),
    rad("2026: taket er ikke kjent", { "tak_ukjent" }, { egenandel_beloep = 999 }, "2026-06-01"),
    rad("ingen pris", {}, {}),
    rad("ingen vet hvor mange døgn i år", { "korttid_doegn" },
      { egenandel_beloep = 185, kto_doegn_i_aar = ikke_oppgitt }),
    rad("gratis", {}, { kto_doegn_i_aar = ikke_oppgitt, betaling_i_vedtaket = nei }),
  })
end
sjekk("§ 4: taket for dagen eller natta", "DNO", { egenandel_per = "dag" }, {
  rad("105", {}, { egenandel_beloep = 105 }),
  rad("106", { "tak_dag_natt" }, { egenandel_beloep = 106 }),
  rad("106 per gang", { "tak_dag_natt" }, { egenandel_beloep = 106, egenandel_per = "gang" }),
  rad("106 i uka", {}, { egenandel_beloep = 106, egenandel_per = "uke" }),
  rad("2025: taket er ikke kjent", { "tak_ukjent" }, { egenandel_beloep = 999 }, "2025-06-01"),
  rad("ingen pris", {}, {}),
})
sjekk("§ 3: ikke mer enn inntekten tilsier", "LTO",
  { egenandel_per = "maaned", betaler_etter_inntekt = ja, egen_inntekt = 320000, deler_rom_mot_oensket = nei }, {
    rad("20 928", {}, { egenandel_beloep = 20928 }, "2025-11-03"),
    rad("20 929", { "tak_langtid" }, { egenandel_beloep = 20929 }, "2025-11-03"),
    rad("20 929 i uka", {}, { egenandel_beloep = 20929, egenandel_per = "uke" }, "2025-11-03"),
    rad("inntekten er ikke kjent", { "tak_ukjent" }, { egenandel_beloep = 20929, egen_inntekt = ikke_oppgitt },
      "2025-11-03"),
    rad("ingen pris", {}, {}, "2025-11-03"),
  })

-- hol. § 11-2: kommunens egne tilbud koster det kommunen har bestemt.
for _, t in ipairs { { "TRA", "pris", "alarmpris", "maaned" }, { "MAT", "pris_mat", "middagspris", "maaltid" },
  { "MAB", "pris_mat", "middagspris", "maaltid" }, { "DAG", "pris_dag", "dagtilbudspris", "dag" },
  { "DAS", "pris_dag", "dagtilbudspris", "dag" } } do
    sjekk("kommunens pris, " .. t[1], t[1], { egenandel_per = t[4], [t[3]] = 109 }, {
      rad("samme pris", {}, { egenandel_beloep = 109 }),
      rad("en annen", { t[2] }, { egenandel_beloep = 110 }),
      rad("kommunen har ingen", { t[2] }, { egenandel_beloep = 109, [t[3]] = ikke_oppgitt }),
      rad("ingen pris i vedtaket", {}, {}),
      rad("staten har intet tak for dette", {}, { egenandel_beloep = 109 }, "2025-06-01"),
    })
  end
sjekk("prisen i måneden er ikke prisen for en middag", "MAT",
  { egenandel_per = "maaned", egenandel_beloep = 3000, middagspris = 109 },
  { rad("måned", {}, {}) })
sjekk("prisen i måneden er ikke prisen for en dag", "DAG",
  { egenandel_per = "maaned", egenandel_beloep = 3000, dagtilbudspris = 109 },
  { rad("måned", {}, {}) })

-- Skal brevet regne ut prisen, må alt som trengs, være der; ellers sier sjekklista hva som mangler.
local function regnes(kode, sak, dato, ukjent_sak, flere)
  local rader = { { navn = "kjent", dato = dato, venter = { funn = flere or {} } } }
  local funn = { "pris_ukjent" }
  for _, f in ipairs(flere or {}) do table.insert(funn, f) end
  table.insert(rader, { navn = "ukjent", dato = dato, sak = ukjent_sak, venter = { funn = funn, nivaa = "varsel" } })
  local hele = { kode = kode, egenandel_kreves = nei, betaling_i_vedtaket = nei, prisen_regnes_ut = ja,
    betalingsdag_oppgitt = ja }
  for k, v in par(sak) do hele[k] = v end
  test("prisen i brevet regnes ut, " .. kode) { dato = "2023-06-01", sjekkliste = "vedtak_egenandel",
    regel = { kode = kode },
    sak = hele, rader = rader }
end
for _, kode in ipairs { "PB", "PBO", "BPA", "STK", "PSY" } do
  regnes(kode, { inntekt_under_2g = ja, har_praktisk_pris_under_2g = nei }, "2023-06-01",
    { inntekt_under_2g = ikke_oppgitt })
end
regnes("PB", { inntekt_under_2g = nei, praktisk_pris_over_2g = 1200 }, "2023-06-01",
  { praktisk_pris_over_2g = ikke_oppgitt })
regnes("KTO", { har_korttidspris = ja, korttidspris = 150, kto_doegn_i_aar = 14 }, "2023-06-01",
  { korttidspris = ikke_oppgitt })
regnes("KTO", { har_korttidspris = nei, kto_doegn_i_aar = 14 }, "2023-06-01", { kto_doegn_i_aar = ikke_oppgitt },
  { "kommunens_pris" })
regnes("DNO", { har_dagoppholdspris = ja, dagoppholdspris = 80 }, "2023-06-01", { dagoppholdspris = ikke_oppgitt })
regnes("DNO", { har_dagoppholdspris = nei }, "2023-06-01", { har_dagoppholdspris = ikke_oppgitt }, { "kommunens_pris" })
regnes("LTO", { egen_inntekt = 320000, deler_rom_mot_oensket = nei }, "2025-11-03", { egen_inntekt = ikke_oppgitt })
regnes("LTO", { egen_inntekt = 320000, deler_rom_mot_oensket = nei, betalingsdag_oppgitt = nei }, "2025-11-03",
  { egen_inntekt = ikke_oppgitt }, { "betalingsdag" })
regnes("TRA", { alarmpris = 250 }, "2023-06-01", { alarmpris = ikke_oppgitt })
regnes("MAT", { middagspris = 109 }, "2023-06-01", { middagspris = ikke_oppgitt })
regnes("MAB", { middagspris = 109 }, "2023-06-01", { middagspris = ikke_oppgitt })
regnes("DAG", { dagtilbudspris = 138 }, "2023-06-01", { dagtilbudspris = ikke_oppgitt })
regnes("DAS", { dagtilbudspris = 138 }, "2023-06-01", { dagtilbudspris = ikke_oppgitt })

test "det som skal til, er ikke der" { dato = "2023-06-01", sjekkliste = "vedtak_egenandel", regel = { kode = "PB" },
  sak = { egenandel_kreves = nei, betaling_i_vedtaket = nei },
  rader = {
    { navn = "taket",
      sak = { kode = "PB", prisen_regnes_ut = nei, egenandel_beloep = 100, egenandel_per = "uke",
        taket_er_kjent = nei },
      venter = { funn = { "tak_ukjent" } } },
    { navn = "prisen", sak = { kode = "PB", prisen_regnes_ut = ja, prisen_kan_regnes_ut = nei },
      venter = { funn = { "pris_ukjent" } } },
    { navn = "prisen etter inntekten er bare for langtid", dato = "2025-11-03",
      sak = { kode = "TRA", prisen_regnes_ut = nei, egenandel_beloep = 109, alarmpris = 109, egenandel_per = "maaned",
        betaler_etter_inntekt = ja, egen_inntekt = 0, deler_rom_mot_oensket = nei }, venter = { funn = {} } },
    -- Vet ingen hvilken tjeneste det er, gjelder alt.
    { navn = "tjenesten",
      sak = { egenandel_kreves = ja, betaling_i_vedtaket = ja, prisen_regnes_ut = ja, egenandel_beloep = 999 },
      venter = { funn = { "bare_husarbeid", "stell_i_prisen", "tak_samlet", "selvkost", "tak_ukjent", "pris",
        "pris_mat", "pris_dag",
        "pris_ukjent", "kommunens_pris", "korttid_doegn", "betalingsdag" } } },
  } }
