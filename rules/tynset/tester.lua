-- Ingen alternativer er ført på tjenesten, og ingenting er gitt ennå: bare det kartleggingen sier om hvert trinn.
local BARE_KARTLAGT = {}
for nr = 0, 5 do
  for _, hva in ipairs { "_holdt_for_nok", "_forkastet", "_er_gitt" } do BARE_KARTLAGT["trinn_" .. nr .. hva] = nei end
end
local function kartlagt(ulikt)
  local sak = {}
  for navn, verdi in par(BARE_KARTLAGT) do sak[navn] = verdi end
  for navn, verdi in par(ulikt) do sak[navn] = verdi end
  return sak
end

-- Helse- og omsorgsplanen for Tynset, punkt 3.3.3: på så lavt trinn som mulig, etter hjelpebehovet.
test "omsorgstrappa: det laveste trinnet som er vurdert å være nok" { dato = "2026-11-24", sak = BARE_KARTLAGT,
  kolonner = { "dekkes_paa_trinn_0", "dekkes_paa_trinn_1", "dekkes_paa_trinn_2", "dekkes_paa_trinn_3",
    "dekkes_paa_trinn_4", "dekkes_paa_trinn_5", "trapper.omsorgstrapp" },
  rader = {
    { ja,  ja,  ja,  ja,  ja,  ja,  "et_godt_samfunn" },
    { nei, ja,  ja,  ja,  ja,  ja,  "forebygging" },
    { nei, nei, ja,  ja,  ja,  ja,  "stoette" },
    { nei, nei, nei, ja,  ja,  ja,  "hjemme" },
    { nei, nei, nei, nei, ja,  ja,  "bolig_og_korttid" },
    { nei, nei, nei, nei, nei, ja,  "langtid" },
    { nei, nei, nei, nei, nei, nei, "ingen" },
  } }

-- Et trinn som ikke er vurdert, er ikke avvist: da kan ingen gå forbi det.
test "omsorgstrappa: et trinn som ikke er vurdert, stopper" { dato = "2026-11-24", sak = BARE_KARTLAGT, rader = {
  { navn = "trinn 0", sak = { dekkes_paa_trinn_1 = ja },
    venter = { trapper = { omsorgstrapp = ukjent }, mangler = { "dekkes_paa_trinn_0" } } },
  { navn = "trinn 1", sak = { dekkes_paa_trinn_0 = nei, dekkes_paa_trinn_2 = ja },
    venter = { trapper = { omsorgstrapp = ukjent }, mangler = { "dekkes_paa_trinn_1" } } },
  { navn = "trinn 2",
    sak = { dekkes_paa_trinn_0 = nei, dekkes_paa_trinn_1 = nei, dekkes_paa_trinn_3 = ja,
      dekkes_paa_trinn_2 = under_innhenting },
    venter = { trapper = { omsorgstrapp = ukjent }, mangler = { "dekkes_paa_trinn_2" },
      innhentes = { "dekkes_paa_trinn_2" } } },
  { navn = "trinn 3",
    sak = { dekkes_paa_trinn_0 = nei, dekkes_paa_trinn_1 = nei, dekkes_paa_trinn_2 = nei, dekkes_paa_trinn_4 = ja },
    venter = { trapper = { omsorgstrapp = ukjent }, mangler = { "dekkes_paa_trinn_3" } } },
  { navn = "trinn 4",
    sak = { dekkes_paa_trinn_0 = nei, dekkes_paa_trinn_1 = nei, dekkes_paa_trinn_2 = nei, dekkes_paa_trinn_3 = nei,
      dekkes_paa_trinn_5 = ja },
    venter = { trapper = { omsorgstrapp = ukjent }, mangler = { "dekkes_paa_trinn_4" } } },
  { navn = "trinn 5",
    sak = { dekkes_paa_trinn_0 = nei, dekkes_paa_trinn_1 = nei, dekkes_paa_trinn_2 = nei, dekkes_paa_trinn_3 = nei,
      dekkes_paa_trinn_4 = nei },
    venter = { trapper = { omsorgstrapp = ukjent }, mangler = { "dekkes_paa_trinn_5" } } },
} }
test "omsorgstrappa: trinn over svaret betyr ingenting" { dato = "2026-11-24",
  sak = kartlagt { dekkes_paa_trinn_0 = nei, dekkes_paa_trinn_1 = ja },
  venter = { trapper = { omsorgstrapp = "forebygging" }, trinn = { ["omsorgstrapp.et_godt_samfunn"] = nei },
    vilkaar = { ["omsorgstrapp.dekker_0"] = nei } } }

-- Alternativene på tjenesten og det som er gitt, teller som i den felles trappa.
local ALLE_NEI = kartlagt {}
for nr = 0, 5 do ALLE_NEI["dekkes_paa_trinn_" .. nr] = nei end
local function uten(navn, ulikt)
  local sak = {}
  for n, v in par(ALLE_NEI) do sak[n] = v end
  if navn then sak[navn] = ikke_oppgitt end
  for n, v in par(ulikt) do sak[n] = v end
  return sak
end
local NAVN = { [0] = "et_godt_samfunn", "forebygging", "stoette", "hjemme", "bolig_og_korttid", "langtid" }
local like = {}
for nr = 0, 5 do
  local t, d = "trinn_" .. nr, "dekkes_paa_trinn_" .. nr
  table.insert(like, { navn = "holdt for nok på trinn " .. nr, sak = uten(nil, { [t .. "_holdt_for_nok"] = ja }),
    venter = { trapper = { omsorgstrapp = NAVN[nr] } } })
  table.insert(like,
    { navn = "ikke et ord om trinn " .. nr, sak = uten(d, {}), venter = { trapper = { omsorgstrapp = ukjent } } })
  table.insert(like,
    { navn = "kartlagt som nok på trinn " .. nr, sak = uten(nil, { [d] = ja, dekkes_paa_trinn_5 = ja }),
      venter = { trapper = { omsorgstrapp = NAVN[nr] } } })
  table.insert(like, { navn = "gitt på trinn " .. nr, sak = uten(d, { [t .. "_er_gitt"] = ja }),
    venter = { trapper = { omsorgstrapp = NAVN[nr] } } })
  table.insert(like,
    { navn = "gitt på trinn " .. nr .. ", men ikke nok", sak = uten(nil, { [t .. "_er_gitt"] = ja }),
      venter = { trapper = { omsorgstrapp = "ingen" } } })
  table.insert(like,
    { navn = "forkastet på trinn " .. nr, sak = uten(d, { [t .. "_forkastet"] = ja, [t .. "_er_gitt"] = ja }),
      venter = { trapper = { omsorgstrapp = "ingen" } } })
  table.insert(like, { navn = "forkastet går foran kartleggingen på trinn " .. nr,
    sak = uten(nil, { [t .. "_forkastet"] = ja, [d] = ja }), venter = { trapper = { omsorgstrapp = "ingen" } } })
end
test "omsorgstrappa: alternativene, og det som er gitt" { dato = "2026-11-24", rader = like }
