-- nytt_navn: FYLL UT hvem som får, og hvorfor, i én setning.

lov "nytt_navn_lov" { navn = { nb = "kriteriene for nytt_navn", nn = "kriteria for nytt_navn" } }

-- FYLL UT: hvor kriteriet står. Er det en paragraf i loven, finnes den kanskje allerede (hjemmel dump --stage rules).
hjemmel "nytt_navn.kriterier" {
  lov = "nytt_navn_lov", vis = { nb = "kriteriene for nytt_navn", nn = "kriteria for nytt_navn" },
  fra = "2026-01-01", kilde = "hvor teksten er hentet, og når", status = "uverifisert",
}

fakta {
  nytt_navn_behov = janei { tekst = { nb = "har behov for det", nn = "har behov for det" },
    sti = "opplysning[@navn='nytt_navn_behov']/@verdi" },
  -- FYLL UT: bytt navn og tekst på dette faktumet, her, i regelen under og i tester/nytt_navn.lua.
  nytt_navn_fyll_ut = janei { tekst = { nb = "det andre vilkåret", nn = "det andre vilkåret" },
    sti = "opplysning[@navn='nytt_navn_fyll_ut']/@verdi" },
}

regel "nytt_navn" {
  gjelder = "/sak/tjenester/tjeneste[@kode='NYTTKODE']",
  hjemmel = "nytt_navn.kriterier",
  innvilges_naar = alle {
    vilkaar "behov" { hjemmel = "nytt_navn.kriterier", er("nytt_navn_behov"),
      tekst = { nb = "Du har behov for det", nn = "Du har behov for det" } },
    vilkaar "andre" { hjemmel = "nytt_navn.kriterier", er("nytt_navn_fyll_ut"),
      tekst = { nb = "Det andre vilkåret er oppfylt", nn = "Det andre vilkåret er oppfylt" } },
  },
}
