-- PB: praktisk bistand i hjemmet. En rettighet; egenandel etter forskriften, men aldri for personlig stell.

regel "praktisk_bistand" {
  gjelder = "/sak/tjenester/tjeneste[@kode='PB']",
  hjemmel = { { "pbrl.2-1", rolle = "rett" }, { "hol.3-2.6b", rolle = "plikt" },
    { "pbrl.2-7", rolle = "saksbehandling" },
    { "egenandelsforskriften.8", rolle = "egenandel" }, { "kriterier.pb", rolle = "kriterier" } },
  egenskaper = {
    kode = "PB", regime = "A", egenandel = "statlig", iplos = "1", iplos_kreves = "ja", regelen_forklart = "ja",
    tittel = { nb = "praktisk bistand", nn = "praktisk hjelp" },
    tittel_bestemt = { nb = "den praktiske bistanden", nn = "den praktiske hjelpa" },
    formaal = {
      nb = "Praktisk bistand skal gi deg hjelp til husarbeid og innkjøp, slik at du kan bo hjemme.",
      nn = "Praktisk hjelp er hjelp til husarbeid og innkjøp, slik at du kan bu heime.",
    },
    maalgruppe = {
      nb = "Hjelpen er for deg som ikke klarer dette selv, og som ikke bor sammen med noen som kan gjøre det.",
      nn = "Hjelpa er for deg som ikkje klarar dette sjølv, og som ikkje bur saman med nokon som kan gjere det.",
    },
    omfatter = { nb = "vask av rom som er i daglig bruk, sengeskift, klesvask og innkjøp",
                 nn = "vask av rom som er i dagleg bruk, sengeskift, klesvask og innkjøp" },
    omfatter_ikke = { nb = "vindusvask, hage, snømåking og vask etter gjester",
                      nn = "vindaugsvask, hage, snømåking og vask etter gjester" },
    start = { nb = "senest tre uker etter vedtaket", nn = "seinast tre veker etter vedtaket" },
  },
  oppslag = { momenter = "PB" },
  satser = { "egenandel_pb_under_2g" },
  vedtak_i = "utfall",
  innvilges_naar = alle {
    vilkaar "opphold" { hjemmel = "hol.3-1", er("oppholder_seg_i_kommunen"),
      tekst = { nb = "Du bor eller oppholder deg i kommunen", nn = "Du bur eller oppheld deg i kommunen" } },
    vilkaar "klarer_ikke" { hjemmel = "kriterier.pb", er("klarer_husarbeid", nei),
      tekst = { nb = "Du klarer ikke husarbeidet eller innkjøpene selv",
                nn = "Du klarar ikkje husarbeidet eller innkjøpa sjølv" } },
    vilkaar "ingen_andre" { hjemmel = "kriterier.pb",
      noen { er("bor_alene"), er("andre_i_husstanden_kan_hjelpe", nei) },
      tekst = { nb = "Du bor ikke sammen med noen som kan gjøre det",
                nn = "Du bur ikkje saman med nokon som kan gjere det" } },
    vilkaar "noedvendig" { hjemmel = "pbrl.2-1", er("hjelp_noedvendig"),
      tekst = { nb = "Uten hjelpen går det ut over helsen eller tryggheten din",
                nn = "Utan hjelpa går det ut over helsa eller tryggleiken din" } },
  },
  delvis_naar = er("soekt_over_behovet"),
  unntak = {
    unntak "saerlige_grunner" { gir = ja, hjemmel = { "pbrl.2-1", "hol.4-1" },
      naar = alle { er("saerlige_grunner"), er("oppholder_seg_i_kommunen"), er("hjelp_noedvendig") },
      tekst = { nb = "Du får hjelpen likevel, fordi det er særlige grunner til det i din situasjon",
                nn = "Du får hjelpa likevel, fordi det er særlege grunnar til det i din situasjon" } },
  },
}

-- Taket for husstander med inntekt under to ganger grunnbeløpet. Andre år enn dette er ikke funnet i en kilde.
sats "egenandel_pb_under_2g" { enhet = "kr per måned", hjemmel = "egenandelsforskriften.8",
  { fra = "2026-01-01", til = "2027-01-01", verdi = 241, kilde = "kommunal prisliste for 2026" },
}
