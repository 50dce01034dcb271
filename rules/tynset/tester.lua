-- Helse- og omsorgsplanen for Tynset, punkt 3.3.3: på så lavt trinn som mulig, etter hjelpebehovet.
test "omsorgstrappa: det laveste trinnet som er vurdert å være nok" { dato = "2026-11-24",
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
test "omsorgstrappa: et trinn som ikke er vurdert, stopper" { dato = "2026-11-24", rader = {
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
  sak = { dekkes_paa_trinn_0 = nei, dekkes_paa_trinn_1 = ja },
  venter = { trapper = { omsorgstrapp = "forebygging" }, trinn = { ["omsorgstrapp.et_godt_samfunn"] = nei },
    vilkaar = { ["omsorgstrapp.dekker_0"] = nei } } }
