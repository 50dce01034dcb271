-- Utfall, sjekkliste og frist for hver sak, slik LESMEG.md i mappa sier det.
test "01-hjemmesykepleie" {
  dokument = "../saker/01-hjemmesykepleie/sak.xml", kommune = "../kommuner/tolga.xml", sjekkliste = { "brev", "vedtak", "vedtak_egenandel", "saksgang", "omsorgstrapp" },
  venter = { t1 = "innvilget", nivaa = "ok", funn = {}, frister = { klagefrist_a = "2026-12-28" } },
}
test "02-hjelp-alarm-og-rengjoering" {
  dokument = "../saker/02-hjelp-alarm-og-rengjoering/sak.xml", kommune = "../kommuner/tolga.xml", sjekkliste = { "brev", "vedtak", "vedtak_egenandel", "saksgang", "omsorgstrapp" },
  venter = { t1 = "innvilget", t2 = "innvilget", t3 = "delvis", nivaa = "ok", funn = {}, frister = { klagefrist_a = "2026-12-28" } },
}
test "03-avslag-hjemmesykepleie" {
  dokument = "../saker/03-avslag-hjemmesykepleie/sak.xml", kommune = "../kommuner/tolga.xml", sjekkliste = { "brev", "vedtak", "vedtak_egenandel", "saksgang", "omsorgstrapp" },
  venter = { t1 = "avslaatt", nivaa = "ok", funn = {}, frister = { klagefrist_a = "2026-12-22" } },
}
test "04-hjemmesykepleie-og-omsorgsbolig" {
  dokument = "../saker/04-hjemmesykepleie-og-omsorgsbolig/sak.xml", kommune = "../kommuner/tolga.xml", sjekkliste = { "brev", "vedtak", "vedtak_egenandel", "saksgang", "omsorgstrapp" },
  venter = { t1 = "innvilget", t2 = "innvilget", nivaa = "ok", funn = {}, frister = { klagefrist_a = "2026-12-22", klagefrist_b = "2026-12-15" } },
}
test "05-trygghetsalarm" {
  dokument = "../saker/05-trygghetsalarm/sak.xml", kommune = "../kommuner/tolga.xml", sjekkliste = { "brev", "vedtak", "vedtak_egenandel", "saksgang", "omsorgstrapp" },
  venter = { t1 = "innvilget", nivaa = "ok", funn = {}, frister = { klagefrist_b = "2026-12-15" } },
}
test "06-uten-begrunnelse" {
  dokument = "../saker/06-uten-begrunnelse/sak.xml", kommune = "../kommuner/tynset.xml", sjekkliste = { "brev", "vedtak", "vedtak_egenandel", "saksgang", "omsorgstrapp" },
  venter = { t1 = "innvilget", nivaa = "ok", funn = {}, frister = { klagefrist_a = "2026-12-24" } },
}
test "07-delvis-uten-begrunnelse" {
  dokument = "../saker/07-delvis-uten-begrunnelse/sak.xml", kommune = "../kommuner/tynset.xml", sjekkliste = { "brev", "vedtak", "vedtak_egenandel", "saksgang", "omsorgstrapp" },
  venter = { t1 = "delvis", nivaa = "stopp", funn = { "10", "11", "13b" }, frister = { klagefrist_a = "2026-12-21" } },
}
test "08-mangler-opplysninger" {
  dokument = "../saker/08-mangler-opplysninger/sak.xml", kommune = "../kommuner/tolga.xml", sjekkliste = { "brev", "vedtak", "vedtak_egenandel", "saksgang", "omsorgstrapp" },
  venter = { t1 = ukjent, t2 = ukjent, nivaa = "stopp", funn = { "4" }, frister = { foreloepig_svar = "2026-12-10" } },
}
test "09-heimesjukepleie-nynorsk" {
  dokument = "../saker/09-heimesjukepleie-nynorsk/sak.xml", kommune = "../kommuner/tynset.xml", sjekkliste = { "brev", "vedtak", "vedtak_egenandel", "saksgang", "omsorgstrapp" },
  venter = { t1 = "innvilget", t2 = "innvilget", nivaa = "ok", funn = {}, frister = { klagefrist_a = "2026-12-24" } },
}
test "10-avslag-tryggleiksalarm-nynorsk" {
  dokument = "../saker/10-avslag-tryggleiksalarm-nynorsk/sak.xml", kommune = "../kommuner/tolga.xml", sjekkliste = { "brev", "vedtak", "vedtak_egenandel", "saksgang", "omsorgstrapp" },
  venter = { t1 = "avslaatt", nivaa = "ok", funn = {}, frister = { klagefrist_b = "2026-12-14" } },
}
test "11-fullmektig" {
  dokument = "../saker/11-fullmektig/sak.xml", kommune = "../kommuner/tolga.xml", sjekkliste = { "brev", "vedtak", "vedtak_egenandel", "saksgang", "omsorgstrapp" },
  venter = { t1 = "delvis", nivaa = "ok", funn = {}, frister = { klagefrist_a = "2026-12-21" } },
}
test "12-verge" {
  dokument = "../saker/12-verge/sak.xml", kommune = "../kommuner/tynset.xml", sjekkliste = { "brev", "vedtak", "vedtak_egenandel", "saksgang", "omsorgstrapp" },
  venter = { t1 = "innvilget", t2 = "innvilget", nivaa = "ok", funn = {}, frister = { klagefrist_b = "2026-12-15", klagefrist_a = "2026-12-22" } },
}
test "13-barn" {
  dokument = "../saker/13-barn/sak.xml", kommune = "../kommuner/tolga.xml", sjekkliste = { "brev", "vedtak", "vedtak_egenandel", "saksgang", "omsorgstrapp" },
  venter = { t1 = "innvilget", nivaa = "ok", funn = {}, frister = { klagefrist_a = "2026-12-28" } },
}
test "14-utkast" {
  dokument = "../saker/14-utkast/sak.xml", kommune = "../kommuner/tolga.xml", sjekkliste = { "brev", "vedtak", "vedtak_egenandel", "saksgang", "omsorgstrapp" },
  venter = { t1 = "innvilget", nivaa = "utkast", funn = { "6", "12" }, frister = { klagefrist_a = "2026-12-28" } },
}
test "15-digitalt-tilsyn" {
  dokument = "../saker/15-digitalt-tilsyn/sak.xml", kommune = "../kommuner/tolga.xml", sjekkliste = { "brev", "vedtak", "vedtak_egenandel", "saksgang", "omsorgstrapp" },
  venter = { t1 = "innvilget", nivaa = "ok", funn = {}, frister = { klagefrist_a = "2026-12-21" } },
}
test "16-avslag-omsorgsbolig" {
  dokument = "../saker/16-avslag-omsorgsbolig/sak.xml", kommune = "../kommuner/tynset.xml", sjekkliste = { "brev", "vedtak", "vedtak_egenandel", "saksgang", "omsorgstrapp" },
  venter = { t1 = "avslaatt", nivaa = "ok", funn = {}, frister = { klagefrist_b = "2026-12-15" } },
}
test "17-delvis-praktisk-hjelp-nynorsk" {
  dokument = "../saker/17-delvis-praktisk-hjelp-nynorsk/sak.xml", kommune = "../kommuner/tynset.xml", sjekkliste = { "brev", "vedtak", "vedtak_egenandel", "saksgang", "omsorgstrapp" },
  venter = { t1 = "delvis", nivaa = "ok", funn = {}, frister = { klagefrist_a = "2026-12-23" } },
}
test "18-delvis-og-avslag" {
  dokument = "../saker/18-delvis-og-avslag/sak.xml", kommune = "../kommuner/tynset.xml", sjekkliste = { "brev", "vedtak", "vedtak_egenandel", "saksgang", "omsorgstrapp" },
  venter = { t1 = "delvis", t2 = "avslaatt", nivaa = "ok", funn = {}, frister = { klagefrist_a = "2026-12-24", klagefrist_b = "2026-12-17" } },
}
test "19-mindre-hjelp-etter-varsel" {
  dokument = "../saker/19-mindre-hjelp-etter-varsel/sak.xml", kommune = "../kommuner/tolga.xml", sjekkliste = { "brev", "vedtak", "vedtak_egenandel", "saksgang", "omsorgstrapp" },
  venter = { vedtak = "endret", t1 = "delvis", nivaa = "ok", funn = {}, frister = { klagefrist_a = "2026-12-28" } },
}
test "20-avvist-nynorsk" {
  dokument = "../saker/20-avvist-nynorsk/sak.xml", kommune = "../kommuner/tynset.xml", sjekkliste = { "brev", "vedtak", "vedtak_egenandel", "saksgang", "omsorgstrapp" },
  venter = { vedtak = "avvist", t1 = "avslaatt", nivaa = "ok", funn = {}, frister = { klagefrist_a = "2026-12-22" } },
}
test "21-klage-delvis-medhold" {
  dokument = "../saker/21-klage-delvis-medhold/sak.xml", kommune = "../kommuner/tolga.xml", sjekkliste = { "brev", "vedtak", "saksgang", "klage", "klage_omgjort", "oversendelse", "klageinstansens_vedtak" },
  venter = { t1 = "delvis", klage = "behandles", klageutfall = "delvis_omgjort", nivaa = "ok", funn = {}, frister = { klagefrist_a = "2026-12-24", frist_for_klagen_a = "2026-12-24" } },
}
test "22-klage-mindre-hjelp-nynorsk" {
  dokument = "../saker/22-klage-mindre-hjelp-nynorsk/sak.xml", kommune = "../kommuner/tynset.xml", sjekkliste = { "brev", "vedtak", "saksgang", "klage", "oversendelse", "klage_videre" },
  venter = { t1 = "innvilget", klage = "behandles", klageutfall = "opprettholdt", nivaa = "ok", funn = {}, frister = { frist_for_klagen_a = "2026-12-09" } },
}
-- egenandelsforskriften § 3, 2025: (130 160 − 10 450) · 75 % + (231 400 − 130 160) · 85 % = 175 836 i året, 14 653 i måneden.
test "23-langtidsopphold-egenandel" {
  dokument = "../saker/23-langtidsopphold-egenandel/sak.xml", kommune = "../kommuner/tolga.xml", sjekkliste = { "brev", "vedtak", "vedtak_egenandel", "vedtak_institusjon", "saksgang" },
  venter = { t1 = "innvilget", nivaa = "ok", funn = {}, frister = { klagefrist_a = "2025-12-19" },
    fakta = { ["utregning.lto_aar"] = 175836, ["utregning.pris_lto_maaned"] = 14653 } },
}
-- egenandelsforskriften § 8: taket i 2026.
test "24-praktisk-hjelp-pris-nynorsk" {
  dokument = "../saker/24-praktisk-hjelp-pris-nynorsk/sak.xml", kommune = "../kommuner/tynset.xml", sjekkliste = { "brev", "vedtak", "vedtak_egenandel", "saksgang" },
  venter = { t1 = "innvilget", nivaa = "ok", funn = {}, frister = { klagefrist_a = "2026-12-21" },
    fakta = { ["utregning.pris_pb_under_2g"] = 241 } },
}
