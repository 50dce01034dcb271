-- Prioriteringsnøkkelen for fysioterapi i Tynset: hvem som får time først hos fysioterapeut med avtale. Planen har to utgaver:
-- den som gjaldt, og den planen endret den til. Nøkkelen avgjør rekkefølgen og aldri retten: den følger av pbrl. § 2-1.

hjemmel "tynset.fysio" {
  lov = "tynset", fra = "2012-01-01", til = "2014-01-01", status = "uverifisert",
  vis = { nb = "prioriteringsnøkkelen for fysioterapi i Tynset",
          nn = "prioriteringsnøkkelen for fysioterapi i Tynset" },
  kilde = "helse- og omsorgsplan for Tynset kommune, gjeldende prioriteringsnøkkel; dagen den begynte å gjelde, er ikke funnet",
  tekst = { nb = "Tidlig intervensjon har prioritet 1. Andre barn, unge, voksne og eldre uten akutte problemer har prioritet 2.",
            nn = "Tidleg intervensjon har prioritet 1. Andre barn, unge, vaksne og eldre utan akutte problem har prioritet 2." },
}
hjemmel "tynset.fysio" {
  lov = "tynset", fra = "2014-01-01", status = "uverifisert",
  vis = { nb = "prioriteringsnøkkelen for fysioterapi i Tynset",
          nn = "prioriteringsnøkkelen for fysioterapi i Tynset" },
  kilde = "helse- og omsorgsplan for Tynset kommune, endret prioriteringsnøkkel; dagen den begynte å gjelde, er ikke funnet",
  tekst = {
    nb = "Tidlig intervensjon har prioritet 1. Fysioterapi for å holde på det du kan, har prioritet 2. Den som kommunen ikke har ansvar for, har prioritet 3.",
    nn = "Tidleg intervensjon har prioritet 1. Fysioterapi for å halde på det du kan, har prioritet 2. Den som kommunen ikkje har ansvar for, har prioritet 3.",
  },
}

local GRUNN = "opplysning[@navn='fysio_grunn']"
fakta {
  fysio_grunn = valg {
    tekst = { nb = "grunnen til at fysioterapi trengs", nn = "grunnen til at det trengst fysioterapi" },
    sti = "/sak/kartlegging[" .. GRUNN .. "][last()]/" .. GRUNN .. "/@verdi",
    kjent = "/sak/kartlegging[" .. GRUNN .. "][last()]/" .. GRUNN .. "/@kjent",
    verdier = { "akutt_luftvei", "akutt_lymfoedem", "palliativ", "motorisk_utvikling", "sykmeldt", "barn_feilstilling",
      "overfoering_hjem", "forebygge_sykefravaer", "smerte", "avspenning", "veiledning", "holde_funksjon" },
  },
  fysio_prioritet = tall { tekst = { nb = "prioritet for fysioterapi", nn = "prioritet for fysioterapi" },
    min = 1, maks = 3, heltall = ja, tabell = "fysio" },
}

local TIDLIG = { "akutt_luftvei", "akutt_lymfoedem", "palliativ", "motorisk_utvikling", "sykmeldt", "barn_feilstilling",
  "overfoering_hjem" }
-- Den som ikke trenger tidlig intervensjon, kommer etter dem.
beslutningstabell "fysio" { til = "2014-01-01", hjemmel = { "tynset.fysio" }, treff = "foerste",
  innganger = { "fysio_grunn" },
  rader = {
    { TIDLIG, gir = 1 },
  }, ellers = 2 }
beslutningstabell "fysio" { fra = "2014-01-01", hjemmel = { "tynset.fysio" }, treff = "foerste",
  innganger = { "oppholder_seg_i_kommunen", "fysio_grunn" },
  rader = {
    { nei,           hva_som_helst, gir = 3 },
    { hva_som_helst, TIDLIG,        gir = 1 },
  }, ellers = 2 }

sjekkliste "vedtak" { overstyrer = "felles",
  grunn = { nb = "Tynset har en prioriteringsnøkkel for fysioterapi",
            nn = "Tynset har ein prioriteringsnøkkel for fysioterapi" },
  punkt { nummer = "tynset.fysio.grunn", nivaa = "varsel", gjelder = "/sak/tjenester/tjeneste[@kode='FYS'][vedtak]",
    hjemmel = "tynset.fysio", krav = finnes("fysio_grunn"),
    tekst = { nb = "Det står ikke hvorfor fysioterapi trengs. Da har saken ingen plass i prioriteringsnøkkelen.",
              nn = "Det står ikkje kvifor det trengst fysioterapi. Då har saka ingen plass i prioriteringsnøkkelen." },
    hvor = { nb = "Skriv opplysningen fysio_grunn i kartleggingen.",
             nn = "Skriv opplysninga fysio_grunn i kartlegginga." } },
  punkt { nummer = "tynset.fysio.venter", nivaa = "varsel", gjelder = "/sak/tjenester/tjeneste[@kode='FYS'][vedtak]",
    hjemmel = "tynset.fysio", naar = er("paa_venteliste"), krav = over("fysio_prioritet", 1),
    tekst = { nb = "Dette er tidlig intervensjon, prioritet 1, men søkeren er satt på venteliste.",
              nn = "Dette er tidleg intervensjon, prioritet 1, men søkjaren er sett på venteliste." },
    hvor = { nb = "Gi time nå, eller rett opplysningen fysio_grunn.",
             nn = "Gi time no, eller rett opplysninga fysio_grunn." } },
}
