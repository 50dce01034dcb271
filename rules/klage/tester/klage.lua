-- Klagen: rett, form, frist og svar. Paragrafen står i hver prøve.

-- En klage alt er i orden med: en rettighet (regime A), vedtaket kom fram 26. november, klagen ble levert 1. desember.
local I_ORDEN = {
  klage_over_vedtak = ja, klage_om = "vedtak", klager_er_part = ja, klager_mangler_fullmakt = nei, rettslig_klageinteresse = nei,
  klage_undertegnet = ja, klage_nevner_vedtaket = ja, klage_sier_hva = ja, rettet = nei,
  underrettet = "2026-11-26", vedtaket_sendt = "2026-11-24", klage_levert = "2026-12-01", paaklaget_vedtaksdato = "2026-11-24",
}
local A, B = { regime = "A" }, { regime = "B" }

-- ── Fristen (fvl. §§ 29–31, pbrl. § 7-5, dl. §§ 148 og 149) ─────────────────────────────────────────────────────
test "klagen og fristen, regime A" { dato = "2026-11-24", regel_ved = A, sak = I_ORDEN, venter = { klage = "behandles" },
  rader = {
    { navn = "alt er i orden", venter = { frister = { frist_for_klagen_a = "2026-12-24" }, fakta = { klage_i_tide = ja } } },
    { navn = "T05: kom fram 27.11., poststemplet 28.12., mottatt 4.1.", sak = { underrettet = "2026-11-27", klage_levert = "2026-12-28" },
      venter = { frister = { frist_for_klagen_a = "2026-12-28" }, fakta = { klage_i_tide = ja } } },
    { navn = "T06: kom fram 26.11., sendt 28.12.: for sent, § 31 er ikke vurdert", sak = { klage_levert = "2026-12-28" },
      venter = { klage = ukjent, mangler = { "klager_kan_lastes", "rimelig_aa_behandle" }, frister = { frist_for_klagen_a = "2026-12-24" }, fakta = { klage_i_tide = nei }, vilkaar = { ["klage.frist"] = ukjent } } },
    { navn = "T06: for sent, kan lastes, ingen særlige grunner", sak = { klage_levert = "2026-12-28", klager_kan_lastes = ja, rimelig_aa_behandle = nei },
      venter = { klage = "avvises", vilkaar = { ["klage.frist"] = nei } } },
    { navn = "T07: kom fram 19.4.2027: 17. mai er også 2. pinsedag", sak = { underrettet = "2027-04-19", vedtaket_sendt = "2027-04-16", klage_levert = "2027-05-18", paaklaget_vedtaksdato = "2027-04-15" },
      venter = { frister = { frist_for_klagen_a = "2027-05-18" }, fakta = { klage_i_tide = ja } } },
    { navn = "T07: dagen etter", sak = { underrettet = "2027-04-19", vedtaket_sendt = "2027-04-16", klage_levert = "2027-05-19", paaklaget_vedtaksdato = "2027-04-15", klager_kan_lastes = ja, rimelig_aa_behandle = nei },
      venter = { klage = "avvises", fakta = { klage_i_tide = nei } } },
    { navn = "T18: to dager for sent, lå på sykehus", sak = { klage_levert = "2026-12-26", klager_kan_lastes = nei }, venter = { fakta = { klage_i_tide = nei }, vilkaar = { ["klage.frist"] = ja } } },
    { navn = "for sent, men særlige grunner (§ 31)", sak = { klage_levert = "2026-12-28", klager_kan_lastes = ja, rimelig_aa_behandle = ja } },
    { navn = "for sent, særlige grunner er ikke vurdert", sak = { klage_levert = "2026-12-28", klager_kan_lastes = ja }, venter = { klage = ukjent, mangler = { "rimelig_aa_behandle" } } },
    { navn = "T19: tretten måneder etter vedtaket, brevet kom sent", sak = { underrettet = "2027-12-20", klage_levert = "2027-12-24", klager_kan_lastes = nei },
      venter = { klage = "avvises", fakta = { klage_i_tide = ja }, vilkaar = { ["klage.ett_aar"] = nei } } },
    { navn = "ett år på dagen (§ 31)", sak = { underrettet = "2027-11-20", klage_levert = "2027-11-24" }, venter = { vilkaar = { ["klage.ett_aar"] = ja } } },
    { navn = "vedtaksdatoen er ikke kjent", sak = { paaklaget_vedtaksdato = ikke_oppgitt }, venter = { klage = ukjent, vilkaar = { ["klage.ett_aar"] = ukjent } } },
    { navn = "ingen vet når brevet kom, men klagen er innen fristen fra sendingen", sak = { underrettet = ikke_oppgitt }, venter = { fakta = { klage_i_tide = ja } } },
    { navn = "ingen vet når brevet kom, og fristen fra sendingen er ute", sak = { underrettet = ikke_oppgitt, klage_levert = "2026-12-23" },
      venter = { klage = ukjent, fakta = { klage_i_tide = ukjent } } },
    { navn = "fra sendingen: siste dag", sak = { underrettet = ikke_oppgitt, klage_levert = "2026-12-22" }, venter = { fakta = { klage_i_tide = ja } } },
    { navn = "ingen vet når brevet kom eller ble sendt", sak = { underrettet = ikke_oppgitt, vedtaket_sendt = ikke_oppgitt }, venter = { klage = ukjent } },
    { navn = "fristen er forlenget (§ 29 femte ledd)", sak = { klage_levert = "2026-12-28", forlenget_frist = "2026-12-31" }, venter = { fakta = { klage_i_tide = ja } } },
    { navn = "fristen er forlenget: siste dag", sak = { klage_levert = "2026-12-31", forlenget_frist = "2026-12-31" }, venter = { fakta = { klage_i_tide = ja } } },
    { navn = "fristen er forlenget, men også den er ute", sak = { klage_levert = "2027-01-02", forlenget_frist = "2026-12-31", klager_kan_lastes = ja, rimelig_aa_behandle = nei },
      venter = { klage = "avvises", fakta = { klage_i_tide = nei } } },
    { navn = "ingen vet når klagen ble levert", sak = { klage_levert = ikke_oppgitt }, venter = { klage = ukjent } },
    { navn = "ingen vet når klagen ble levert, fristen er forlenget", sak = { klage_levert = ikke_oppgitt, forlenget_frist = "2026-12-31" }, venter = { klage = ukjent } },
  },
}
test "klagen og fristen, regime B (fvl. § 29)" { dato = "2026-11-24", regel_ved = B, sak = I_ORDEN, venter = { klage = "behandles" },
  rader = {
    { navn = "tre uker: siste dag", sak = { klage_levert = "2026-12-17" }, venter = { frister = { frist_for_klagen_b = "2026-12-17", frist_for_klagen_a = "ingen" } } },
    { navn = "tre uker: dagen etter", sak = { klage_levert = "2026-12-18", klager_kan_lastes = ja, rimelig_aa_behandle = nei }, venter = { klage = "avvises", fakta = { klage_i_tide = nei } } },
    { navn = "fra sendingen: siste dag", sak = { underrettet = ikke_oppgitt, klage_levert = "2026-12-15" }, venter = { fakta = { klage_i_tide = ja } } },
    { navn = "fra sendingen: dagen etter er usikkert", sak = { underrettet = ikke_oppgitt, klage_levert = "2026-12-16" }, venter = { klage = ukjent, fakta = { klage_i_tide = ukjent } } },
    { navn = "naboen har rettslig klageinteresse (fvl. § 28)", sak = { klager_er_part = nei, rettslig_klageinteresse = ja }, venter = { vilkaar = { ["klage.klagerett"] = ja } } },
    { navn = "naboen har ikke rettslig klageinteresse", sak = { klager_er_part = nei }, venter = { klage = "avvises", vilkaar = { ["klage.klagerett"] = nei } } },
    { navn = "ikke avklart om naboen har rettslig klageinteresse", sak = { klager_er_part = nei, rettslig_klageinteresse = ikke_oppgitt }, venter = { klage = ukjent, mangler = { "rettslig_klageinteresse" } } },
  },
}
test "regimet følger det det klages over" { dato = "2026-11-24", sak = I_ORDEN,
  rader = {
    { navn = "egenandel: fire uker", sak = { klage_over_vedtak = nei, klage_om = "egenandel" }, venter = { klage = "behandles", fakta = { fire_uker = ja, tre_uker = nei } } },
    { navn = "innsyn: tre uker (fvl. § 21)", sak = { klage_over_vedtak = nei, klage_om = "innsyn" }, venter = { klage = "behandles", fakta = { fire_uker = nei, tre_uker = ja } } },
    { navn = "ikke klart hvilket vedtak", venter = { klage = ukjent, fakta = { fire_uker = ukjent, tre_uker = ukjent } } },
    { navn = "ikke klart hvilket vedtak, og ikke klart hva det klages over", sak = { klage_om = ikke_oppgitt }, venter = { klage = ukjent, fakta = { fire_uker = ukjent, tre_uker = ukjent } } },
    { navn = "utførelsen: ingen frist her", sak = { klage_over_vedtak = nei, klage_om = "utfoerelse" }, venter = { fakta = { fire_uker = nei, tre_uker = nei, klage_i_tide = nei } } },
  },
}
for _, rad in ipairs { { "A", "fire_uker" }, { "E", "fire_uker" }, { "B", "tre_uker" }, { "C", "tre_uker" }, { "D", "tre_uker" } } do
  test("regime " .. rad[1] .. " gir " .. rad[2]) { dato = "2026-11-24", regel_ved = { regime = rad[1] }, sak = I_ORDEN,
    venter = { klage = "behandles", fakta = { fire_uker = rad[2] == "fire_uker", tre_uker = rad[2] == "tre_uker" } } }
end

-- ── Form og retting (fvl. § 32, pbrl. §§ 7-2 og 7-3) ────────────────────────────────────────────────────────────
test "klagen og formen" { dato = "2026-12-01", regel_ved = A, sak = I_ORDEN, venter = { klage = "rettes", fakta = { klagen_har_mangler = ja } },
  rader = {
    { navn = "T17: datteren, usignert, uten fullmakt, i tide", sak = { klager_er_part = nei, klager_mangler_fullmakt = ja, klage_undertegnet = nei } },
    { navn = "bare fullmakten mangler", sak = { klager_er_part = nei, klager_mangler_fullmakt = ja } },
    { navn = "ikke undertegnet", sak = { klage_undertegnet = nei } },
    { navn = "sier ikke hvilket vedtak", sak = { klage_nevner_vedtaket = nei } },
    { navn = "sier ikke hva som skal endres", sak = { klage_sier_hva = nei } },
    { navn = "det brevet ber om", sak = { klage_undertegnet = nei, klage_sier_hva = nei },
      venter = { vilkaar = { ["klage.underskrift"] = ja, ["klage.vedtaket"] = nei, ["klage.endringen"] = ja, ["klage.fullmakt"] = nei } } },
    { navn = "bedt om retting, fristen løper: siste dag", sak = { klage_undertegnet = nei, retting_sendt = "2026-12-03", dokumentdato = "2026-12-17" }, venter = { frister = { retting = "2026-12-17" } } },
    { navn = "bedt om retting, fristen er ute", sak = { klage_undertegnet = nei, retting_sendt = "2026-12-03", dokumentdato = "2026-12-18" }, venter = { klage = "avvises", vilkaar = { ["klage.form"] = nei } } },
    { navn = "rettet i tide", sak = { klage_undertegnet = nei, retting_sendt = "2026-12-03", dokumentdato = "2026-12-18", rettet = ja }, venter = { klage = "behandles", fakta = { klagen_har_mangler = nei } } },
    { navn = "en fremmed uten rett til å klage", sak = { klager_er_part = nei }, venter = { klage = "avvises", fakta = { klagen_har_mangler = nei }, vilkaar = { ["klage.klagerett"] = nei } } },
    { navn = "rettslig interesse hjelper ikke for en rettighet som er en annens (pbrl. § 7-2)", sak = { klager_er_part = nei, rettslig_klageinteresse = ja }, venter = { klage = "avvises", fakta = { klagen_har_mangler = nei } } },
  },
}

-- ── Svaret (fvl. § 33) ──────────────────────────────────────────────────────────────────────────────────────────
test "klageutfall" { dato = "2026-12-15", sak = { anfoersler = 2, anfoersler_uten_vurdering = 0, anfoersler_medhold = 0, anfoersler_delvis = 0, anfoersler_nei = 0 },
  venter = { klageutfall = "opprettholdt" },
  rader = {
    { navn = "ingen punkter fører fram", sak = { anfoersler_nei = 2 } },
    { navn = "alle fører fram", sak = { anfoersler_medhold = 2 }, venter = { klageutfall = "omgjort" } },
    { navn = "ett av to fører fram", sak = { anfoersler_medhold = 1, anfoersler_nei = 1 }, venter = { klageutfall = "delvis_omgjort" } },
    { navn = "ett fører delvis fram", sak = { anfoersler_delvis = 1, anfoersler_nei = 1 }, venter = { klageutfall = "delvis_omgjort" } },
    { navn = "T20: begge fører delvis fram", sak = { anfoersler_delvis = 2 }, venter = { klageutfall = "delvis_omgjort" } },
    { navn = "ett er ikke besvart, det andre fører ikke fram", sak = { anfoersler_nei = 1, anfoersler_uten_vurdering = 1 }, venter = { klageutfall = ukjent, mangler = { "svar_paa_anfoerslene" } } },
    { navn = "ett er ikke besvart, det andre fører fram", sak = { anfoersler_medhold = 1, anfoersler_uten_vurdering = 1 }, venter = { klageutfall = ukjent } },
    { navn = "ett er ikke besvart, ett fører fram og ett ikke", sak = { anfoersler = 3, anfoersler_medhold = 1, anfoersler_nei = 1, anfoersler_uten_vurdering = 1 }, venter = { klageutfall = "delvis_omgjort" } },
    { navn = "ett punkt, delvis medhold", sak = { anfoersler = 1, anfoersler_delvis = 1 }, venter = { klageutfall = "delvis_omgjort" } },
    { navn = "ett punkt, uten medhold", sak = { anfoersler = 1, anfoersler_nei = 1 } },
    { navn = "klagen sier ikke noe om hvorfor", sak = { anfoersler = 0 }, venter = { klageutfall = ukjent, mangler = { "svar_paa_anfoerslene" } } },
    { navn = "uten punkter, men vurdert: fører fram", sak = { anfoersler = 0, svar_paa_anfoerslene = ja }, venter = { klageutfall = "omgjort" } },
    { navn = "uten punkter, men vurdert: fører ikke fram", sak = { anfoersler = 0, svar_paa_anfoerslene = nei } },
  },
}
test "kommunens vedtak i klagen" { dato = "2026-12-15", sak = { anfoersler = 1, anfoersler_uten_vurdering = 0, anfoersler_medhold = 0, anfoersler_delvis = 0, anfoersler_nei = 1, klageutfall = "omgjort" },
  venter = { klageutfall = "opprettholdt", vedtak = "omgjort", avvik = ja } }

-- ── Klage på flere vedtak i ett brev ────────────────────────────────────────────────────────────────────────────
-- Har vedtakene ulike klageinstanser, er det flere klager, hver med sin frist.
for _, rad in ipairs { { "ab", ja }, { "ac", ja }, { "bc", ja }, { "ba", ja }, { "ca", ja }, { "cb", ja }, { "aa", nei }, { "bb", nei } } do
  test("én klage, vedtak med regime " .. rad[1]) { dokument = "saker/flere-regimer.xml", venter = { [rad[1]] = "behandles", fakta = { flere_regimer = rad[2] } } }
end

-- ── Frister som faller på en fridag (dl. § 149) ─────────────────────────────────────────────────────────────────
test "fristene flyttes fram over fridager" { dato = "2026-11-24", sak = { klage_over_vedtak = ja, klage_om = "vedtak" },
  rader = {
    { navn = "regime A: 1. juledag", regel_ved = A, sak = { underrettet = "2026-11-27" }, venter = { raa = { frist_for_klagen_a = "2026-12-25" }, frister = { frist_for_klagen_a = "2026-12-28", frist_for_klagen_b = "ingen" } } },
    { navn = "regime B: lørdag", regel_ved = B, sak = { underrettet = "2026-11-21" }, venter = { raa = { frist_for_klagen_b = "2026-12-12" }, frister = { frist_for_klagen_b = "2026-12-14", frist_for_klagen_a = "ingen" } } },
    { navn = "regnet fra sendingen, fire uker: søndag", regel_ved = A, sak = { vedtaket_sendt = "2026-11-22" }, venter = { raa = { sikkert_i_tide_a = "2026-12-20" }, frister = { sikkert_i_tide_a = "2026-12-21" } } },
    { navn = "regnet fra sendingen, tre uker: søndag", regel_ved = B, sak = { vedtaket_sendt = "2026-11-22" }, venter = { raa = { sikkert_i_tide_b = "2026-12-13" }, frister = { sikkert_i_tide_b = "2026-12-14" } } },
    { navn = "retting: 2. juledag og søndag", sak = { retting_sendt = "2026-12-12" }, venter = { raa = { retting = "2026-12-26" }, frister = { retting = "2026-12-28" } } },
    { navn = "avvist, regime A: brevet kommer fredag, fire uker etter er 1. juledag", regel_ved = A, sak = { klageutfall = "avvist", avvisning_mottatt = "2026-11-27" }, venter = { frister = { klagefrist_nytt_vedtak_a = "2026-12-28", klagefrist_nytt_vedtak_b = "ingen" } } },
    { navn = "avvist, regime B: tre uker fra en lørdag", regel_ved = B, sak = { klageutfall = "avvist", avvisning_mottatt = "2026-11-28" }, venter = { frister = { klagefrist_nytt_vedtak_b = "2026-12-21", klagefrist_nytt_vedtak_a = "ingen" } } },
    { navn = "omgjort: ny klagerett (§ 33), brevet er ikke kommet fram", regel_ved = A, sak = { klageutfall = "omgjort", dokumentdato = "2026-12-15", postgang = 3 }, venter = { frister = { klagefrist_nytt_vedtak_a = { dato = "2027-01-15", anslag = ja } } } },
    { navn = "delvis omgjort: ny klagerett, posten går ikke på lørdag", regel_ved = B, sak = { klageutfall = "delvis_omgjort", dokumentdato = "2026-12-16", postgang = 3 }, venter = { frister = { klagefrist_nytt_vedtak_b = { dato = "2027-01-11", anslag = ja } } } },
    { navn = "omgjort, regime B: brevdatoen ligger etter dagen i saken", regel_ved = B, sak = { klageutfall = "omgjort", dokumentdato = "2026-12-14", postgang = 3 }, venter = { frister = { klagefrist_nytt_vedtak_b = "2027-01-07" } } },
    { navn = "delvis omgjort, regime A: posten går ikke på lørdag", regel_ved = A, sak = { klageutfall = "delvis_omgjort", dokumentdato = "2026-12-16", postgang = 3 }, venter = { frister = { klagefrist_nytt_vedtak_a = { dato = "2027-01-18", anslag = ja } } } },
    { navn = "opprettholdt: intet nytt vedtak", regel_ved = A, sak = { klageutfall = "opprettholdt", avvisning_mottatt = "2026-12-15" }, venter = { frister = { klagefrist_nytt_vedtak_a = "ingen", klagefrist_nytt_vedtak_b = "ingen" } } },
    { navn = "opprettholdt, regime B: intet nytt vedtak", regel_ved = B, sak = { klageutfall = "opprettholdt", avvisning_mottatt = "2026-12-15" }, venter = { frister = { klagefrist_nytt_vedtak_b = "ingen" } } },
    { navn = "ikke avgjort: fristen kommer om det blir et nytt vedtak", regel_ved = A, sak = { avvisning_mottatt = "2026-12-15" }, venter = { frister = { klagefrist_nytt_vedtak_a = "2027-01-12" } } },
    { navn = "ingenting mangler", sak = { rettet = nei, klage_undertegnet = ja, klage_nevner_vedtaket = ja, klage_sier_hva = ja, klager_mangler_fullmakt = nei }, venter = { frister = { retting = "ingen" } } },
    { navn = "brevet om retting er ikke sendt: to uker fra brevet", sak = { rettet = nei, klage_undertegnet = nei, dokumentdato = "2026-12-14" }, venter = { frister = { retting = { dato = "2026-12-28", anslag = ja } } } },
  },
}
