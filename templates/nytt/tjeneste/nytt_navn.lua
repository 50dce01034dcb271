-- NYTTKODE: FYLL UT hva tjenesten er, om loven gir rett til den, og om den koster noe.

-- lokal = ja: kriteriene er kommunens egne. De veileder, og avslår aldri alene.
lov "nytt_navn_kriterier" { lokal = ja,
  navn = { nb = "kommunens kriterier for nytt_navn", nn = "kommunale kriterium for nytt_navn" } }

-- FYLL UT: vedtaket kriteriene står i. Gir loven rett til tjenesten, skal paragrafen stå i hjemmel på regelen, med rolle = "rett".
hjemmel "nytt_navn.kriterier" {
  lov = "nytt_navn_kriterier",
  vis = { nb = "kommunens kriterier for nytt_navn", nn = "kommunale kriterium for nytt_navn" },
  fra = "2026-01-01", kilde = "hvor kriteriene er vedtatt, og når", status = "uverifisert",
}

fakta {
  nytt_navn_behov = janei { tekst = { nb = "har behov for tjenesten", nn = "har behov for tenesta" },
    sti = "opplysning[@navn='nytt_navn_behov']/@verdi", kjent = "opplysning[@navn='nytt_navn_behov']/@kjent" },
  nytt_navn_dekket = janei { tekst = { nb = "behovet blir dekket på en annen måte",
                                       nn = "behovet blir dekt på ein annan måte" },
    sti = "opplysning[@navn='nytt_navn_dekket']/@verdi", kjent = "opplysning[@navn='nytt_navn_dekket']/@kjent" },
  -- FYLL UT: bytt navn og tekst på dette faktumet, her, i regelen under og i tester/nytt_navn.lua.
  nytt_navn_fyll_ut = janei { tekst = { nb = "det tredje vilkåret", nn = "det tredje vilkåret" },
    sti = "opplysning[@navn='nytt_navn_fyll_ut']/@verdi", kjent = "opplysning[@navn='nytt_navn_fyll_ut']/@kjent" },
  saerlige_grunner = janei { tekst = { nb = "det er særlige grunner til å gi tjenesten likevel",  --uten:tildeling
                                       nn = "det er særlege grunnar til å gi tenesta likevel" },  --uten:tildeling
    sti = "opplysning[@navn='saerlige_grunner']/@verdi",                                          --uten:tildeling
    kjent = "opplysning[@navn='saerlige_grunner']/@kjent" },                                      --uten:tildeling
}

regel "nytt_navn" {
  gjelder = "/sak/tjenester/tjeneste[@kode='NYTTKODE']",
  hjemmel = { { "nytt_navn.kriterier", rolle = "kriterier" } },
  egenskaper = {
    -- FYLL UT: regime "A" når loven gir rett til tjenesten, "B" når kommunen gir den uten at loven krever det.
    kode = "NYTTKODE", regime = "B", egenandel = "ingen", regelen_forklart = "ja",
    tittel = { nb = "nytt_navn", nn = "nytt_navn" },
    tittel_bestemt = { nb = "nytt_navn", nn = "nytt_navn" },
    formaal = { nb = "Tjenesten skal gi deg det du trenger for å klare deg.",
                nn = "Tenesta skal gi deg det du treng for å klare deg." },
  },
  vedtak_i = "utfall",  --med:felles
  innvilges_naar = alle {
    vilkaar "behov" { hjemmel = "nytt_navn.kriterier", er("nytt_navn_behov"),
      tekst = { nb = "Du har behov for tjenesten", nn = "Du har behov for tenesta" } },
    vilkaar "ikke_dekket" { hjemmel = "nytt_navn.kriterier", er("nytt_navn_dekket", nei),
      tekst = { nb = "Behovet ditt blir ikke dekket på en annen måte",
                nn = "Behovet ditt blir ikkje dekt på ein annan måte" } },
    vilkaar "tredje" { hjemmel = "nytt_navn.kriterier", er("nytt_navn_fyll_ut"),
      tekst = { nb = "Det tredje vilkåret er oppfylt", nn = "Det tredje vilkåret er oppfylt" } },
  },
  -- Et kommunalt kriterium veileder. Det avslår aldri alene: noen må ha sett om det er særlige grunner.
  unntak = {
    unntak "saerlige_grunner" { gir = ja, hjemmel = "nytt_navn.kriterier",
      naar = alle { er("saerlige_grunner"),
        noen { er("nytt_navn_behov", nei), er("nytt_navn_dekket"), er("nytt_navn_fyll_ut", nei) } },
      tekst = { nb = "Du får tjenesten likevel, fordi det er særlige grunner til det",
                nn = "Du får tenesta likevel, fordi det er særlege grunnar til det" } },
  },
}
