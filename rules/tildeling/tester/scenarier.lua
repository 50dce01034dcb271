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
  dokument = "saker/t02-alarm.xml", kommune = "kommuner/tolga.xml", sjekkliste = { "brev", "vedtak", "vedtak_alarm" },
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
  venter = { nivaa = "ok", funn = {}, frister = { klagefrist = { dato = "2027-02-01", raa = "2027-02-01", anslag = ja } } },
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
