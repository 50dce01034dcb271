-- Trygghetsalarm finnes i to slag, og det er hva alarmen skal gjøre som avgjør hvilket:
--   TRH  en del av nødvendig helsehjelp: rettighet, gratis når den kommer i stedet for en helsetjeneste, regime A
--   TRA  et tilbud kommunen gir for å skape trygghet: ingen rettighet, pris, regime B
-- Velges feil slag, blir både hjemmel, pris, frist og klageinstans feil.

regel "trygghetsalarm_helsehjelp" {
  gjelder = "/sak/tjenester/tjeneste[@kode='TRH']",
  hjemmel = { { "pbrl.2-1", rolle = "rett" }, { "hol.3-2.6a", rolle = "plikt" },
    { "pbrl.2-7", rolle = "saksbehandling" }, { "kriterier.alarm", rolle = "kriterier" } },
  egenskaper = {
    kode = "TRH", regime = "A", egenandel = "ingen", iplos = "6", iplos_kreves = "ja", regelen_forklart = "ja",
    tittel = { nb = "trygghetsalarm", nn = "tryggleiksalarm" },
    tittel_bestemt = { nb = "trygghetsalarmen", nn = "tryggleiksalarmen" },
    undertittel = { nb = "som del av helsehjelpen", nn = "som del av helsehjelpa" },
    formaal = {
      nb = "Alarmen er en del av helsehjelpen din og skal gjøre at du får hjelp når noe skjer.",
      nn = "Alarmen er ein del av helsehjelpa di og skal gjere at du får hjelp når noko skjer.",
    },
    maalgruppe = {
      nb = "Den er for deg som trenger alarm eller digitalt tilsyn for at hjelpen hjemme skal være forsvarlig.",
      nn = "Han er for deg som treng alarm eller digitalt tilsyn for at hjelpa heime skal vere forsvarleg.",
    },
    omfatter = { nb = "alarm, fallsensor, digitalt tilsyn og utrykning",
                 nn = "alarm, fallsensor, digitalt tilsyn og utrykking" },
    omfatter_ikke = { nb = "brannalarm og innbruddsalarm", nn = "brannalarm og innbrotsalarm" },
    start = { nb = "samtidig med hjelpen den er en del av", nn = "samtidig med hjelpa han er ein del av" },
  },
  oppslag = { momenter = "TRH" },
  vedtak_i = "utfall",
  innvilges_naar = alle {
    vilkaar "opphold" { hjemmel = "hol.3-1", er("oppholder_seg_i_kommunen"),
      tekst = { nb = "Du bor eller oppholder deg i kommunen", nn = "Du bur eller oppheld deg i kommunen" } },
    vilkaar "helsehjelp" { hjemmel = "pbrl.2-1", noen { er("del_av_noedvendig_helsehjelp"), er("erstatter_tilsyn") },
      tekst = { nb = "Alarmen er en del av helsehjelpen du trenger",
                nn = "Alarmen er ein del av helsehjelpa du treng" } },
    vilkaar "nytte" { hjemmel = "kriterier.alarm", noen { er("kan_bruke_alarm"), er("alarm_gaar_av_seg_selv") },
      tekst = { nb = "Du kan bruke alarmen, eller den går av seg selv",
                nn = "Du kan bruke alarmen, eller han går av seg sjølv" } },
    noen {
      vilkaar "samtykke" { hjemmel = "pbrl.4-1", er("godtar_teknologi"),
        tekst = { nb = "Du har sagt ja til alarmen", nn = "Du har sagt ja til alarmen" } },
      vilkaar "egen_interesse" { hjemmel = "pbrl.4-6a",
        alle { er("har_kompetanse", nei), er("teknologi_i_egen_interesse") },
        tekst = { nb = "Du kan ikke avgjøre dette selv, men alarmen er nødvendig for deg og i din interesse",
                  nn = "Du kan ikkje avgjere dette sjølv, men alarmen er nødvendig for deg og i di interesse" } },
    },
  },
  unntak = {
    unntak "saerlige_grunner" { gir = ja, hjemmel = { "pbrl.2-1", "hol.4-1" },
      naar = alle { er("saerlige_grunner"), er("oppholder_seg_i_kommunen"),
        noen { er("del_av_noedvendig_helsehjelp"), er("erstatter_tilsyn") },
        noen { er("godtar_teknologi"), alle { er("har_kompetanse", nei), er("teknologi_i_egen_interesse") } } },
      tekst = { nb = "Du får alarmen likevel, fordi det er særlige grunner til det i din situasjon",
                nn = "Du får alarmen likevel, fordi det er særlege grunnar til det i din situasjon" } },
  },
}

regel "trygghetsalarm" {
  gjelder = "/sak/tjenester/tjeneste[@kode='TRA']",
  hjemmel = { { "kriterier.alarm", rolle = "kriterier" }, { "fvl.2", rolle = "saksbehandling" } },
  egenskaper = {
    kode = "TRA", regime = "B", egenandel = "lokal", iplos = "6", iplos_kreves = "nei", regelen_forklart = "ja",
    tittel = { nb = "trygghetsalarm", nn = "tryggleiksalarm" },
    tittel_bestemt = { nb = "trygghetsalarmen", nn = "tryggleiksalarmen" },
    formaal = {
      nb = "Trygghetsalarmen er et tilbud kommunen gir, for at du skal kjenne deg trygg hjemme.",
      nn = "Tryggleiksalarmen er eit tilbod kommunen gir, for at du skal kjenne deg trygg heime.",
    },
    maalgruppe = {
      nb = "Den er for deg som er utrygg hjemme, kan falle, eller ikke kan få tak i hjelp på en annen måte.",
      nn = "Han er for deg som er utrygg heime, kan falle, eller ikkje kan få tak i hjelp på ein annan måte.",
    },
    omfatter = { nb = "alarm med knapp, svar fra vaktsentral hele døgnet og utrykning",
                 nn = "alarm med knapp, svar frå vaktsentral heile døgnet og utrykking" },
    omfatter_ikke = { nb = "fast tilsyn og annen helsehjelp", nn = "fast tilsyn og anna helsehjelp" },
    start = { nb = "senest to uker etter vedtaket", nn = "seinast to veker etter vedtaket" },
  },
  oppslag = { momenter = "TRA" },
  utregninger = { "pris_alarm" },
  vedtak_i = "utfall",
  innvilges_naar = alle {
    vilkaar "hjemme" { hjemmel = "kriterier.alarm",
      er("boform", { "egen_bolig", "leid_bolig", "omsorgsbolig", "hos_foreldre", "hos_andre" }),
      tekst = { nb = "Du bor hjemme", nn = "Du bur heime" } },
    vilkaar "behov" { hjemmel = "kriterier.alarm",
      noen { minst("fall_siste_aar", 1), er("utrygg_hjemme"), er("kan_varsle_paa_annen_maate", nei) },
      tekst = { nb = "Du er utrygg hjemme, har falt, eller kan ikke få tak i hjelp på en annen måte",
                nn = "Du er utrygg heime, har falle, eller kan ikkje få tak i hjelp på ein annan måte" } },
    vilkaar "nytte" { hjemmel = "kriterier.alarm", er("kan_bruke_alarm"),
      tekst = { nb = "Du kan bruke alarmen", nn = "Du kan bruke alarmen" } },
    vilkaar "noekkel" { hjemmel = "kriterier.alarm", er("godtar_noekkelboks"),
      tekst = { nb = "Du lar oss ha nøkkel, slik at vi kommer inn til deg",
                nn = "Du lèt oss ha nøkkel, slik at vi kjem inn til deg" } },
  },
  unntak = {
    unntak "helsehjelp" { gir = nei, hjemmel = { "pbrl.2-1", "hol.3-2.6a" },
      naar = er("del_av_noedvendig_helsehjelp"),
      tekst = { nb = "Alarmen er en del av helsehjelpen din. Da er den en rettighet, og den er gratis",
                nn = "Alarmen er ein del av helsehjelpa di. Då er han ein rett, og han er gratis" } },
    unntak "saerlige_grunner" { gir = ja, hjemmel = "kriterier.alarm",
      naar = alle { er("saerlige_grunner"), er("del_av_noedvendig_helsehjelp", nei) },
      tekst = { nb = "Du får alarmen likevel, fordi det er særlige grunner til det i din situasjon",
                nn = "Du får alarmen likevel, fordi det er særlege grunnar til det i din situasjon" } },
  },
}
