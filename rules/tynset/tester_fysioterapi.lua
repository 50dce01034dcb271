-- Prioriteringsnøkkelen i helse- og omsorgsplanen for Tynset: den gjeldende, og den planen endret den til.
test "fysioterapi: den gamle nøkkelen" { dato = "2013-06-03",
  kolonner = { "fysio_grunn", "fakta.fysio_prioritet" },
  rader = {
    { "akutt_luftvei",      1 },
    { "akutt_lymfoedem",    1 },
    { "palliativ",          1 },
    { "motorisk_utvikling", 1 },
    { "sykmeldt",           1 },
    { "barn_feilstilling",  1 },
    { "overfoering_hjem",   1 },
    { "smerte",             2 },
    { "holde_funksjon",     2 },
  } }
test "fysioterapi: den endrede nøkkelen" { dato = "2026-11-24",
  kolonner = { "oppholder_seg_i_kommunen", "fysio_grunn", "fakta.fysio_prioritet" },
  rader = {
    { ja,  "akutt_luftvei",         1 },
    { ja,  "akutt_lymfoedem",       1 },
    { ja,  "palliativ",             1 },
    { ja,  "motorisk_utvikling",    1 },
    { ja,  "sykmeldt",              1 },
    { ja,  "barn_feilstilling",     1 },
    { ja,  "overfoering_hjem",      1 },
    { ja,  "forebygge_sykefravaer", 2 },
    { ja,  "smerte",                2 },
    { ja,  "avspenning",            2 },
    { ja,  "veiledning",            2 },
    { ja,  "holde_funksjon",        2 },
    { nei, "palliativ",             3 },
    { nei, "smerte",                3 },
  } }
test "fysioterapi: gjestepasienten har prioritet 3 hva grunnen enn er" { dato = "2026-11-24",
  sak = { oppholder_seg_i_kommunen = nei }, venter = { fakta = { fysio_prioritet = 3 } } }
test "fysioterapi: nøkkelen ble endret" { sak = { oppholder_seg_i_kommunen = nei, fysio_grunn = "smerte" },
  rader = {
    { navn = "siste dag med den gamle",    dato = "2013-12-31", venter = { fakta = { fysio_prioritet = 2 } } },
    { navn = "første dag med den endrede", dato = "2014-01-01", venter = { fakta = { fysio_prioritet = 3 } } },
  } }
test "fysioterapi: ingen har spurt om hun hører til kommunen" { dato = "2026-11-24",
  sak = { fysio_grunn = "smerte" }, venter = { fakta = { fysio_prioritet = ukjent } } }
test "fysioterapi: uten grunn i den gamle nøkkelen" { dato = "2013-06-03",
  sak = { oppholder_seg_i_kommunen = ja }, venter = { fakta = { fysio_prioritet = ukjent } } }
test "fysioterapi: uten grunn har saken ingen prioritet" { dato = "2026-11-24",
  sak = { oppholder_seg_i_kommunen = ja }, venter = { fakta = { fysio_prioritet = ukjent } } }

test "fysioterapi: sjekklista i Tynset" { dato = "2026-11-24", sjekkliste = "vedtak",
  sak = { oppholder_seg_i_kommunen = ja, fysio_grunn = "sykmeldt", paa_venteliste = ja },
  venter = { funn_har = { "tynset.fysio.venter" }, funn_ikke = { "tynset.fysio.grunn" } },
  rader = {
    { navn = "prioritet 1 skal ikke vente" },
    { navn = "prioritet 2 kan vente", sak = { fysio_grunn = "smerte" },
      venter = { funn_har = {}, funn_ikke = { "tynset.fysio.venter", "tynset.fysio.grunn" } } },
    { navn = "prioritet 1 som får time", sak = { paa_venteliste = nei },
      venter = { funn_har = {}, funn_ikke = { "tynset.fysio.venter", "tynset.fysio.grunn" } } },
    { navn = "grunnen er ikke skrevet", sak = { fysio_grunn = ukjent },
      venter = { funn_har = { "tynset.fysio.grunn", "tynset.fysio.venter" }, funn_ikke = {} } },
  } }
