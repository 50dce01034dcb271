-- Brevene før vedtaket: foreløpig svar (fvl. § 11 a) og forhåndsvarsel (fvl. § 16).
test "foreløpig svar" { dato = "2026-11-24", sjekkliste = "foreloepig_svar",
  sak = { har_foreloepig_svar = ja, svar_begrunnet = "Vi venter på svar fra fastlegen din.", svar_ventet = "2026-12-18" },
  venter = { nivaa = "ok", funn = {} },
  rader = {
    { navn = "grunn og dag" },
    { navn = "ingenting å sende", sak = { har_foreloepig_svar = nei }, venter = { nivaa = "stopp", funn = { "grunn" } } },
    { navn = "uten grunn", sak = { svar_begrunnet = ikke_oppgitt }, venter = { nivaa = "stopp", funn = { "hvorfor" } } },
    { navn = "fire egne ord er for få", sak = { svar_begrunnet = "Vi venter på legen." }, venter = { nivaa = "stopp", funn = { "hvorfor" } } },
    { navn = "fem egne ord", sak = { svar_begrunnet = "Vi venter på legen din." } },
    { navn = "uten dag", sak = { svar_ventet = ikke_oppgitt }, venter = { nivaa = "varsel", funn = { "ventet" } } },
  } }
test "forhåndsvarsel" { dato = "2026-11-24", sjekkliste = "forhaandsvarsel",
  sak = { har_forhaandsvarsel = ja, varsel_innhold = "Hoften din er blitt bedre, og du støvsuger selv nå.", varsel_endrer = ja },
  venter = { nivaa = "ok", funn = {} },
  rader = {
    { navn = "sier hva og hvorfor" },
    { navn = "ingenting å sende", sak = { har_forhaandsvarsel = nei }, venter = { nivaa = "stopp", funn = { "varsel" } } },
    { navn = "sier ikke hva det gjelder", sak = { varsel_innhold = ikke_oppgitt }, venter = { nivaa = "stopp", funn = { "innhold" } } },
    { navn = "sju egne ord er for få", sak = { varsel_innhold = "Hoften er bedre og du støvsuger selv." }, venter = { nivaa = "stopp", funn = { "innhold" } } },
    { navn = "åtte egne ord", sak = { varsel_innhold = "Hoften er bedre og du støvsuger selv nå." } },
    { navn = "ingenting skal endres", sak = { varsel_endrer = nei }, venter = { nivaa = "stopp", funn = { "endrer" } } },
  } }
