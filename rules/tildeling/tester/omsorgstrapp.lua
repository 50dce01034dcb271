-- Omsorgstrappen: det laveste trinnet noen har vurdert som nok for denne personen, hvorfor de under ikke er det, og hva som skal stå.

local EGNE_ORD = "Du har prøvd alarmen i to uker, men du finner ikke knappen når du våkner om natten og er redd."
local function kartlagt(ulikt)
  local sak = {}
  for nr = 0, 5 do
    for _, hva in ipairs { "_holdt_for_nok", "_forkastet", "_er_gitt" } do sak["trinn_" .. nr .. hva] = nei end
  end
  for navn, verdi in par(ulikt) do sak[navn] = verdi end
  return sak
end
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

test "omsorgstrappen: alternativene, og det som er gitt" { dato = "2026-11-24", rader = like }
test "omsorgstrappen: et trinn som ikke er vurdert, stopper" { dato = "2026-11-24", rader = {
  { navn = "trinn 0 er ikke vurdert", sak = kartlagt { dekkes_paa_trinn_1 = ja },
    venter = { trapper = { omsorgstrapp = ukjent }, mangler = { "dekkes_paa_trinn_0" } } },
  { navn = "vi venter på ergoterapeuten",
    sak = kartlagt { dekkes_paa_trinn_0 = nei, dekkes_paa_trinn_1 = nei, dekkes_paa_trinn_2 = under_innhenting,
      dekkes_paa_trinn_3 = ja },
    venter = { trapper = { omsorgstrapp = ukjent }, mangler = { "dekkes_paa_trinn_2" },
      innhentes = { "dekkes_paa_trinn_2" } } },
  { navn = "trinn over svaret betyr ingenting", sak = kartlagt { dekkes_paa_trinn_0 = nei, dekkes_paa_trinn_1 = ja },
    venter = { trapper = { omsorgstrapp = "forebygging" }, vilkaar = { ["omsorgstrapp.dekker_0"] = nei } } },
} }

local valgt = { { navn = "ingenting", sak = kartlagt {},
  venter = { fakta = { valgt_trinn = "ikke_gitt", noe_er_gitt = nei } } } }
for nr = 0, 5 do
  table.insert(valgt, { navn = "trinn " .. nr, sak = kartlagt { ["trinn_" .. nr .. "_er_gitt"] = ja },
    venter = { fakta = { valgt_trinn = NAVN[nr], noe_er_gitt = ja } } })
end
test "trinnet hjelpen er gitt på" { dato = "2026-11-24", rader = valgt }
test "ingen vet hva som er gitt" { dato = "2026-11-24", sak = { trinn_0_er_gitt = ikke_oppgitt },
  venter = { fakta = { valgt_trinn = ukjent, noe_er_gitt = ukjent } } }

local function proev(nummer, hva, sak, tilfeller)
  for _, r in ipairs(tilfeller) do
    r.venter = r.funn and { funn_har = { nummer } } or { funn_ikke = { nummer } }
    r.funn = nil
  end
  test(hva) { dato = "2026-11-24", sjekkliste = "omsorgstrapp", sak = sak, rader = tilfeller }
end
proev("trapp.grunn", "det som ikke er valgt, har en grunn om denne personen", { alternativ_vurdering = EGNE_ORD }, {
  { navn = "grunnen handler om personen" },
  { navn = "ingen grunn", sak = { alternativ_vurdering = ikke_oppgitt },                funn = ja },
  { navn = "fem ord",     sak = { alternativ_vurdering = "Dette er ikke aktuelt nå." }, funn = ja },
  { navn = "seks ord",    sak = { alternativ_vurdering = "Du finner ikke knappen om natten." } },
})
proev("trapp.grunn_trinn", "et trinn som er vurdert i kartleggingen, har en grunn", { trinn_grunn_skrevet = ja },
  { { navn = "grunnen står" }, { navn = "den står ikke", sak = { trinn_grunn_skrevet = nei }, funn = ja },
    { navn = "ukjent", sak = { trinn_grunn_skrevet = ikke_oppgitt }, funn = ja } })
-- Beste effektive omsorgsnivå avslår aldri alene: at noe lavere ikke er prøvd, er ikke en vurdering av personen.
local ALENE = { { navn = "noen har vurdert at det er nok", sak = { lavere_vurdert = ja } },
  { navn = "ingen begrunnelse: det er et annet punkt", sak = { begrunnelse = ikke_oppgitt } },
  { navn = "ingen har vurdert det", funn = ja },
  { navn = "ukjent", sak = { lavere_vurdert = ikke_oppgitt }, funn = ja },
  { navn = "delvis", sak = { utfall = "delvis" }, funn = ja },
  { navn = "avsluttet", sak = { utfall = "opphoert" }, funn = ja },
  { navn = "innvilget", sak = { utfall = "innvilget" } },
  { navn = "ukjent utfall", sak = { utfall = ikke_oppgitt }, funn = ja },
  { navn = "en annen grunn", sak = { begrunnelse = EGNE_ORD } } }
for _,
ordene in ipairs { "ikke prøvd", "ikkje prøvd", "må prøves", "må prøvast", "prøve lavere", "prøve lågare",
  "lavere trinn",
  "lågare trinn", "lavere nivå", "lågare nivå", "omsorgstrapp" } do
    table.insert(ALENE, { navn = ordene, sak = { begrunnelse = "Her er " .. ordene .. " sagt." }, funn = ja })
  end
proev("trapp.alene", "at noe lavere ikke er prøvd, er ikke en grunn alene",
  { utfall = "avslaatt", begrunnelse = "Hjelp hjemme er ikke prøvd ennå.", lavere_vurdert = nei }, ALENE)

-- Alt under det som er gitt, er vurdert og ikke nok.
local ORDEN = uten("dekkes_paa_trinn_3", { trinn_3_er_gitt = ja })
local function saa(ulikt)
  local sak = {}
  for n, v in par(ORDEN) do sak[n] = v end
  for n, v in par(ulikt) do sak[n] = v end
  return sak
end
proev("trapp.ukjent", "ingen går forbi et trinn som ikke er vurdert", ORDEN,
  { { navn = "alle er vurdert" },
    { navn = "trinn 1 er det ikke", sak = { dekkes_paa_trinn_1 = ikke_oppgitt }, funn = ja } })
proev("trapp.for_lite", "det som er gitt, er ikke mindre enn det noen har vurdert som nok (hol. § 4-1)", ORDEN, {
  { navn = "nok" },
  { navn = "vurdert som ikke nok; omsorgsbolig er nok", sak = { dekkes_paa_trinn_3 = nei, dekkes_paa_trinn_4 = ja },
    funn = ja },
  { navn = "ingenting er nok", sak = { dekkes_paa_trinn_3 = nei }, funn = ja },
  { navn = "mer enn nok: det er et annet punkt", sak = { dekkes_paa_trinn_1 = ja } },
  { navn = "ingenting er gitt", sak = { trinn_3_er_gitt = nei, dekkes_paa_trinn_3 = nei } },
  { navn = "et trinn er ikke vurdert: det er et annet punkt", sak = { dekkes_paa_trinn_1 = ikke_oppgitt } },
  { navn = "ingen vet hva som er gitt", sak = { trinn_0_er_gitt = ikke_oppgitt }, funn = ja },
})
-- Pbrl. § 3-1: brukerens syn har stor vekt, og kan flytte valget.
proev("trapp.oensket", "brukerens ønske kan flytte valget", saa { dekkes_paa_trinn_1 = ja }, {
  { navn = "ingen har skrevet hvorfor", funn = ja },
  { navn = "hun ønsker det, og det har stor vekt", sak = { brukers_syn = EGNE_ORD, brukers_syn_vekt = "stor" } },
  { navn = "det avgjorde", sak = { brukers_syn = EGNE_ORD, brukers_syn_vekt = "avgjoerende" } },
  { navn = "det har noe vekt", sak = { brukers_syn = EGNE_ORD, brukers_syn_vekt = "noe" }, funn = ja },
  { navn = "stor vekt, men ingen ord", sak = { brukers_syn_vekt = "stor" }, funn = ja },
  { navn = "sju ord", sak = { brukers_syn = "Du vil heller bo hjemme i år.", brukers_syn_vekt = "stor" }, funn = ja },
  { navn = "åtte ord", sak = { brukers_syn = "Du vil heller bo hjemme ett år til.", brukers_syn_vekt = "stor" } },
  { navn = "hensynet er skrevet", sak = { hensyn = EGNE_ORD } },
  { navn = "elleve ord", sak = { hensyn = "Du er redd om natten og finner ikke knappen på alarmen." }, funn = ja },
  { navn = "tolv ord", sak = { hensyn = "Du er redd om natten og finner ikke knappen på alarmen din." } },
  { navn = "avviket er begrunnet", sak = { avvik_begrunnet = EGNE_ORD } },
  { navn = "avviket, sju ord", sak = { avvik_begrunnet = "Du finner ikke knappen når du våkner." }, funn = ja },
  { navn = "avviket, åtte ord", sak = { avvik_begrunnet = "Du finner ikke knappen når du våkner redd." } },
  { navn = "det laveste er gitt", sak = { dekkes_paa_trinn_1 = nei } },
  { navn = "det laveste er gitt, et trinn over er ikke vurdert",
    sak = { dekkes_paa_trinn_1 = nei, dekkes_paa_trinn_5 = ikke_oppgitt } },
  { navn = "ingenting er gitt", sak = { trinn_3_er_gitt = nei, dekkes_paa_trinn_3 = nei } },
  { navn = "et trinn er ikke vurdert: det er et annet punkt", sak = { dekkes_paa_trinn_0 = ikke_oppgitt } },
  { navn = "ingen vet hva som er gitt", sak = { trinn_0_er_gitt = ikke_oppgitt }, funn = ja },
})
-- Ingen regel spør trappa: er vilkårene for langtidsopphold oppfylt, er det innstillingen, selv om noen mener at et lavere trinn er nok.
test "trappa avslår aldri alene" { dato = "2026-11-24",
  sak = uten(nil, { trinn_3_holdt_for_nok = ja, oppholder_seg_i_kommunen = ja, langtid_eneste_forsvarlige = ja }),
  venter = { langtidsopphold = "innvilget", trapper = { omsorgstrapp = "hjemme" } } }
