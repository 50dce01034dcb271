-- Scenariene, slik de blir fortalt: en sak inn, og det som skal følge av den. Numrene T01–T23 er faste. Sakene står her, i
-- saker/, slik at pakken kan prøves hvor den enn ligger.

-- T01: Avslag på hjemmesykepleie. Behovet er ventet å vare et halvt år. Brevet kom 24. november 2026.
-- At fristen er klagefrist_a, sier at regimet er A; at punkt 15 er stille, sier at kommunen har Statsforvalteren som instans;
-- at «kort_varighet» er stille, sier at det kreves enkeltvedtak.
test "T01 avslag på hjemmesykepleie: enkeltvedtak, fire uker, Statsforvalteren" {
  dokument = "saker/t01-avslag.xml", kommune = "kommuner/tolga.xml", sjekkliste = { "brev", "vedtak" },
  venter = {
    t1 = "avslaatt", vedtak = "avslaatt", avvik = nei,
    frister = { klagefrist_a = "2026-12-22" }, nivaa = "ok", funn = {},
  },
}

-- T02: Trygghetsalarm gitt som serviceytelse. Brevet kom 24. november 2026.
test "T02 alarm som kommunalt tilbud: tre uker, klagenemnda" {
  dokument = "saker/t02-alarm.xml", kommune = "kommuner/tolga.xml",
  sjekkliste = { "brev", "vedtak", "vedtak_egenandel" },
  venter = { t1 = "innvilget", frister = { klagefrist_b = "2026-12-15" }, nivaa = "ok", funn = {} },
}
test "T02 pasient- og brukerrettighetsloven i et tilbud kommunen gir: stopp" {
  dokument = "saker/t02-feil-lov.xml", kommune = "kommuner/tolga.xml", sjekkliste = { "brev", "vedtak" },
  venter = { nivaa = "stopp", funn_har = { "15f" } },
}

-- T03: Samme alarm, men som forutsetning for digitalt tilsyn i stedet for nattbesøk.
test "T03 alarm som helsehjelp: fire uker, gratis" {
  dokument = "saker/t03-alarm-som-helsehjelp.xml", kommune = "kommuner/tolga.xml", sjekkliste = { "brev", "vedtak" },
  venter = { t1 = "innvilget", frister = { klagefrist_a = "2026-12-21" }, nivaa = "ok", funn = {} },
}
test "T03 regning for alarm som er helsehjelp: stopp" {
  dokument = "saker/t03-regning.xml", kommune = "kommuner/tolga.xml", sjekkliste = { "brev", "vedtak" },
  venter = { nivaa = "stopp", funn_har = { "19b" } },
}

-- T04: Ett brev gir hjemmesykepleie (A) og omsorgsbolig (B): to klageavsnitt, hver sin frist og instans.
test "T04 to regimer i ett brev, hver sin frist" {
  dokument = "saker/t04-to-regimer.xml", kommune = "kommuner/tolga.xml", sjekkliste = { "brev", "vedtak" },
  venter = {
    t1 = "innvilget", t2 = "innvilget",
    frister = { klagefrist_a = "2026-12-22", klagefrist_b = "2026-12-15" },
    nivaa = "ok", funn = {},
  },
}
test "T04 tre uker skrevet for hånd på en rettighet: stopp" {
  dokument = "saker/t04-tre-uker.xml", kommune = "kommuner/tolga.xml", sjekkliste = { "brev", "vedtak" },
  venter = { nivaa = "stopp", funn_har = { "15e" } },
}

-- T12: Delvis innvilgelse, to av fem timer, uten begrunnelse.
test "T12 to av fem timer uten begrunnelse: stopp" {
  dokument = "saker/t12-uten-begrunnelse.xml", kommune = "kommuner/tynset.xml", sjekkliste = { "brev", "vedtak" },
  venter = { t1 = "delvis", nivaa = "stopp", funn_har = { "10", "11" } },
}
test "T12 bare standardtekst er ingen begrunnelse: stopp" {
  dokument = "saker/t12-standardtekst.xml", kommune = "kommuner/tynset.xml", sjekkliste = { "brev", "vedtak" },
  venter = { nivaa = "stopp", funn_har = { "11" } },
}

-- T13: Full innvilgelse uten begrunnelse, og ingen grunn til å vente misnøye.
test "T13 full innvilgelse uten begrunnelse er lov" {
  dokument = "saker/t13-uten-begrunnelse.xml", kommune = "kommuner/tynset.xml", sjekkliste = { "brev", "vedtak" },
  venter = { t1 = "innvilget", nivaa = "ok", funn = {} },
}

-- T22: Strakstiltak lørdag 26. desember, tiltaksmøte onsdag 30. desember. Vedtaket dateres den dagen det blir bestemt.
test "T22 strakstiltak: vedtaket dateres når det blir bestemt" {
  dokument = "saker/t22-strakstiltak.xml", kommune = "kommuner/tolga.xml", sjekkliste = { "brev", "vedtak" },
  venter = { nivaa = "ok", funn = {},
    frister = { klagefrist = { dato = "2027-02-01", raa = "2027-02-01", anslag = ja } } },
}
test "T22 strakstiltaket er meldt mandag, drøftet og vedtatt onsdag" { prosess = "strakstiltak",
  dokument = "saker/t22-strakstiltak.xml", kommune = "kommuner/tolga.xml",
  venter = { tilstand = { t1 = "vedtatt" }, siden = { t1 = "2026-12-30" }, prosessfunn = {} },
}
test "T22 vedtaket datert tilbake til strakstiltaket: stopp" {
  dokument = "saker/t22-tilbakedatert.xml", kommune = "kommuner/tolga.xml", sjekkliste = { "brev", "vedtak" },
  venter = { nivaa = "stopp", funn_har = { "20f" } },
}

-- T23: Samme sak på hver side av 1. juni 2026: ordet i brevet skifter.
test "T23 saken om Jonas 31. mai 2026" {
  dokument = "saker/t23-kompetanse.xml", kommune = "kommuner/tynset.xml", dato = "2026-05-31",
  venter = { tekster = { kompetanse = "samtykkekompetanse" }, t2 = "innvilget" },
}
test "T23 saken om Jonas 1. juni 2026" {
  dokument = "saker/t23-kompetanse.xml", kommune = "kommuner/tynset.xml", dato = "2026-06-01",
  venter = { tekster = { kompetanse = "beslutningskompetanse" }, t2 = "innvilget" },
}
-- T23: Forvaltningsloven av 2025 gjelder ikke, uansett dato.
test "T23 en paragraf i forvaltningsloven av 2025: stopp" {
  dokument = "saker/t23-ny-lov.xml", kommune = "kommuner/tolga.xml", sjekkliste = { "brev", "vedtak" },
  venter = { nivaa = "stopp", funn_har = { "ny_lov" } },
}

-- T14: Kommunen går fra rengjøring hver andre til hver tredje uke for alle, uten varsel. En ny standard er ikke en grunn for
-- denne personen: varsel (fvl. § 16), egen vurdering og opplysning om utsatt iverksetting (§ 42) må til.
test "T14 mindre rengjøring for alle, uten varsel: stopp" { dato = "2026-11-24", sjekkliste = "vedtak",
  regel = { regime = "A" },
  sak = {
    sakstype = "reduksjon", utfall = "endret", forhaandsvarsel_unnlatt = nei, utsatt_iverksetting_vurdert = nei,
    begrunnelse = "Kommunen gir vanligvis rengjøring hver tredje uke.",
    vedtakstekst = "Kommunen gir vanligvis rengjøring hver tredje uke.", misnoeye_ventet = ja,
  },
  venter = { nivaa = "stopp", funn_har = { "forhaandsvarsel", "17", "10" } },
}
-- T21: Enhetslederen er søsteren til søkeren, og den som har bestemt, er hennes underordnede. Begge er ute (fvl. § 6 første og
-- tredje ledd); den underordnede kan bare forberede saken.
test "T21 lederen er søsteren, den underordnede bestemte: stopp" { dato = "2026-11-24", sjekkliste = "vedtak",
  regel = { regime = "A" },
  sak = { utfall = "innvilget", besluttet_av = "Ola Prøve", beslutter_inhabil = nei, leder_inhabil = ja,
    er_delegert = ja },
  venter = { nivaa = "stopp", funn_har = { "20e" }, funn_ikke = { "20d" } },
  rader = {
    { navn = "den underordnede" },
    { navn = "søsteren selv", sak = { beslutter_inhabil = ja, leder_inhabil = nei },
      venter = { funn_har = { "20d" }, funn_ikke = { "20e" } } },
    { navn = "en habil stedfortreder", sak = { leder_inhabil = nei },
      venter = { funn_har = {}, funn_ikke = { "20d", "20e" } } },
  },
}
-- T25: Det kommunen aldri har lov til å ta betalt for (egenandelsforskriften § 8, hol. § 11-2).
test "T25a avlastning for 200 kroner døgnet: stopp" { dato = "2026-11-24", sjekkliste = "vedtak",
  sak = { oppholder_seg_i_kommunen = ja, omsorgen_er_noedvendig = ja, saerlig_tyngende_omsorg = ja,
    avlastning_beste_tiltak = ja, behov_i_samme_enhet = nei, soekt_i_timer = nei, utfall = "innvilget",
    egenandel_kreves = ja },
  venter = { avlastning = "innvilget", nivaa = "stopp", funn_har = { "19b" } },
}
test "T25c regning for hjelp til å dusje: stopp" { dato = "2026-11-24", sjekkliste = "vedtak",
  sak = { oppholder_seg_i_kommunen = ja, klarer_personlig_stell = nei, dekkes_paa_annen_maate = nei,
    behov_i_samme_enhet = nei, soekt_i_timer = nei, utfall = "innvilget", egenandel_kreves = ja },
  venter = { personlig_stell = "innvilget", nivaa = "stopp", funn_har = { "19b" } },
}
