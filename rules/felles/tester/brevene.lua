-- Brevene før vedtaket: foreløpig svar (fvl. § 11 a) og forhåndsvarsel (fvl. § 16).
test "foreløpig svar" { dato = "2026-11-24", sjekkliste = "foreloepig_svar",
  sak = { har_foreloepig_svar = ja, svar_begrunnet = "Vi venter på svar fra fastlegen din.",
    svar_ventet = "2026-12-18" },
  venter = { nivaa = "ok", funn = {} },
  rader = {
    { navn = "grunn og dag" },
    { navn = "ingenting å sende", sak = { har_foreloepig_svar = nei },
      venter = { nivaa = "stopp", funn = { "grunn" } } },
    { navn = "uten grunn", sak = { svar_begrunnet = ikke_oppgitt },
      venter = { nivaa = "stopp", funn = { "hvorfor" } } },
    { navn = "fire egne ord er for få", sak = { svar_begrunnet = "Vi venter på legen." },
      venter = { nivaa = "stopp", funn = { "hvorfor" } } },
    { navn = "fem egne ord", sak = { svar_begrunnet = "Vi venter på legen din." } },
    { navn = "uten dag",     sak = { svar_ventet = ikke_oppgitt }, venter = { nivaa = "varsel", funn = { "ventet" } } },
  } }
test "forhåndsvarsel" { dato = "2026-11-24", sjekkliste = "forhaandsvarsel",
  sak = { har_forhaandsvarsel = ja, varsel_innhold = "Hoften din er blitt bedre, og du støvsuger selv nå.",
    varsel_endrer = ja },
  venter = { nivaa = "ok", funn = {} },
  rader = {
    { navn = "sier hva og hvorfor" },
    { navn = "ingenting å sende", sak = { har_forhaandsvarsel = nei },
      venter = { nivaa = "stopp", funn = { "varsel" } } },
    { navn = "sier ikke hva det gjelder", sak = { varsel_innhold = ikke_oppgitt },
      venter = { nivaa = "stopp", funn = { "innhold" } } },
    { navn = "sju egne ord er for få", sak = { varsel_innhold = "Hoften er bedre og du støvsuger selv." },
      venter = { nivaa = "stopp", funn = { "innhold" } } },
    { navn = "åtte egne ord", sak = { varsel_innhold = "Hoften er bedre og du støvsuger selv nå." } },
    { navn = "ingenting skal endres", sak = { varsel_endrer = nei },
      venter = { nivaa = "stopp", funn = { "endrer" } } },
  } }

-- ── Én prøve for hvert punkt: det slår til når noe mangler eller er ukjent, og er stille når alt er i orden ─────
local function proev(sjekk, nummer, hva, funn, stille, regel)
  local rader = {}
  for i, sak in ipairs(funn) do
    table.insert(rader, { navn = "funn " .. i, sak = sak, venter = { funn_har = { nummer } } })
  end
  for i, sak in ipairs(stille) do
    table.insert(rader, { navn = "stille " .. i, sak = sak, venter = { funn_ikke = { nummer } } })
  end
  test(nummer .. ": " .. hva) { dato = "2026-11-24", sjekkliste = sjekk, regel = regel, sak = {}, rader = rader }
end

for _,
rad in ipairs { { "bekreftelse", "bekreftelse" }, { "foreloepig_svar_tid", "foreloepig" },
  { "innhenting", "innhenting" } } do
    proev(rad[1], rad[2] .. ".soeknad", "fvl. § 11 a: en søknad å svare på", { {}, { har_soeknad = nei } },
      { { har_soeknad = ja } })
    proev(rad[1], rad[2] .. ".avgjort", "fvl. § 11 a: er alt avgjort, er det vedtaket som sendes",
      { {}, { alt_avgjort = ja } },
      { { alt_avgjort = nei } })
  end
proev("bekreftelse", "bekreftelse.hva", "fvl. § 11: hvilken hjelp søknaden gjelder", { {}, { soeknad_sier_hva = nei } },
  { { soeknad_sier_hva = ja } })
proev("bekreftelse", "bekreftelse.sent", "fvl. § 11 a: en måned fra 23. oktober er 23. november",
  { {}, { soeknad_mottatt = "2026-10-23", alt_avgjort = nei, soeknaden_avgjort = nei, foreloepig_svar_gitt = nei },
    { soeknad_mottatt = "2026-10-23", alt_avgjort = nei, soeknaden_avgjort = nei } },
  { { soeknad_mottatt = "2026-10-26", alt_avgjort = nei, soeknaden_avgjort = nei, foreloepig_svar_gitt = nei },
    { soeknad_mottatt = "2026-10-23", alt_avgjort = ja, soeknaden_avgjort = ja },
    { soeknad_mottatt = "2026-10-23", foreloepig_svar_gitt = ja } })
proev("foreloepig_svar_tid", "foreloepig.fortid", "fvl. § 11 a: svaret ventes en dag som kommer",
  { { svar_ventet = "2026-11-23" } }, { {}, { svar_ventet = "2026-11-24" } })
proev("innhenting", "innhenting.frist", "fvl. § 17: når vi trenger svar", { {} }, { { svarfrist_dato = "2026-12-08" } })
proev("innhenting", "innhenting.fortid", "fvl. § 17: en frist som kan holdes", { { svarfrist_dato = "2026-11-24" } },
  { {}, { svarfrist_dato = "2026-11-25" } })
proev("forhaandsvarsel_tid", "varsel.fortid", "fvl. § 16: en frist etter at varselet er sendt",
  { { varslet_uttalefrist = "2026-11-20", forhaandsvarsel_sendt = "2026-11-20" },
    { varslet_uttalefrist = "2026-11-20" } },
  { {}, { varslet_uttalefrist = "2026-11-21", forhaandsvarsel_sendt = "2026-11-20" } })
proev("forhaandsvarsel_tid", "varsel.kort", "fvl. § 16 og rutinen: to uker, 4. desember er en fredag",
  { { varslet_uttalefrist = "2026-12-03", forhaandsvarsel_sendt = "2026-11-20" },
    { varslet_uttalefrist = "2026-12-03", dokumentdato = ikke_oppgitt } },
  { {}, { varslet_uttalefrist = "2026-12-04", forhaandsvarsel_sendt = "2026-11-20" } })
proev("forhaandsvarsel_tid", "varsel.for_sent", "fvl. § 16: før vedtaket", { {}, { varsel_etter_vedtak = ja } },
  { { varsel_etter_vedtak = nei } })
proev("internt", "internt.person", "hol. § 12-1: riktig person", { {} }, { { foedselsdato = "1940-05-01" } })
proev("internt", "internt.saksbehandler", "en å spørre", { {} }, { { saksbehandler = "Ola Prøve" } })
proev("internt", "internt.vedtak", "noe er bestemt", { {}, { noe_avgjort = nei } }, { { noe_avgjort = ja } })
proev("internt", "internt.skjerming", "offl. § 13", { {}, { skjerming = "fvl.13" } },
  { { skjerming = "offl.13 hol.12-1" } })
proev("internt", "internt.omgjort", "fvl. § 33: det nye vedtaket, ikke det gamle", { {}, { omgjort_etter_klage = ja } },
  { { omgjort_etter_klage = nei } })
proev("opphevet", "opphevet", "fvl. § 34: det som er opphevet, gjelder ikke", { {}, { vedtak_opphevet = ja } },
  { { vedtak_opphevet = nei } })
proev("tjenestemelding", "melding.gis", "noe å melde", { {}, { noe_gis = nei } }, { { noe_gis = ja } })
proev("tjenestemelding", "melding.enhet", "en å melde det til", { {}, { utfoerer_finnes = nei } },
  { { utfoerer_finnes = ja } })
proev("tjenestemelding", "melding.omfang", "pbrl. § 2-7: hva som skal gjøres",
  { {}, { gitt_verdi = 2, gitt_enhet = "timer_per_uke" }, { innhold = "sårstell" },
    { gitt_verdi = 0, gitt_enhet = "timer_per_uke", omfang_tekst = "etter behov", innhold = "sårstell" } },
  { { gitt_verdi = 2, gitt_enhet = "timer_per_uke", innhold = "sårstell" } })
proev("tjenestemelding", "melding.fra", "når hjelpen begynner", { {} }, { { virkning_fra = "2026-12-01" } })
proev("tjenestemelding", "melding.revurdering", "når det vurderes på nytt", { {} }, { { revurdering = "2027-06-01" } })
proev("registreringsark", "ark.iplos", "IPLOS når tjenesten krever det", { {} }, { { iplos_dato = "2026-11-04" } },
  { iplos_kreves = "ja" })
proev("registreringsark", "ark.iplos", "IPLOS når tjenesten ikke krever det", {}, { {} }, { iplos_kreves = "nei" })
proev("registreringsark", "ark.iplos", "IPLOS når regelen ikke er kjent", { {} }, { { iplos_dato = "2026-11-04" } })
proev("registreringsark", "ark.timer", "ikke flere timer enn uken har",
  { { gitt_i_timer = ja, gitt_timer_uke = 169 }, { gitt_i_timer = ja }, {} },
  { { gitt_i_timer = ja, gitt_timer_uke = 168 }, { gitt_i_timer = nei } })
proev("registreringsark", "ark.fra", "når tjenesten begynner", { {} }, { { virkning_fra = "2026-12-01" } })
proev("plo_melding", "plo.motsetter", "hol. § 12-1: den som har sagt nei", { {}, { motsetter_seg_deling = ja } },
  { { motsetter_seg_deling = nei } })
proev("plo_melding", "plo.omfang", "hvor mye hjelp",
  { {}, { gitt_verdi = 2 }, { gitt_verdi = 0, gitt_enhet = "timer_per_uke", omfang_tekst = "etter behov" } },
  { { gitt_verdi = 2, gitt_enhet = "timer_per_uke" } })
proev("plo_melding", "plo.fra", "når hjelpen begynner", { {} }, { { virkning_fra = "2026-12-01" } })
