lov "proeveloven" { navn = { nb = "prøveloven", nn = "prøvelova" } }
hjemmel "proeve.1" { lov = "proeveloven", vis = { nb = "prøveloven § 1", nn = "prøvelova § 1" }, fra = "2020-01-01",
  kilde = "oppdiktet", status = "gjeldende" }
fakta {
  timer = tall { tekst = { nb = "timer", nn = "timar" }, min = 0, maks = 200, ikke_relevant = 99 },
  bor_her = janei { tekst = { nb = "bor her", nn = "bur her" } },
  soekt = dato { tekst = { nb = "søkt", nn = "søkt" } },
  utrygg = janei { tekst = begge "utrygg" },
  gruppe = valg { tekst = begge "gruppe", verdier = { "barn", "voksen" } },
  plass = tall { tekst = { nb = "plass i køen", nn = "plass i køa" }, min = 1, maks = 2, tabell = "koe" },
}
beslutningstabell "koe" { hjemmel = { "proeve.1" }, treff = "entydig", innganger = { "gruppe" },
  rader = { { "barn", gir = 1 }, { "voksen", gir = 2 } } }
sats "pris_per_time" { enhet = "kr", hjemmel = "proeve.1",
  { fra = "2025-01-01", verdi = 10, kilde = "oppdiktet" },
  { fra = "2027-01-01", verdi = ukjent, kilde = "ikke bestemt" } }
regel "hjelp" { hjemmel = { "proeve.1" }, utregninger = { "pris" },
  innvilges_naar = alle {
    vilkaar "litt" { tekst = { nb = "Du trenger hjelp", nn = "Du treng hjelp" }, hjemmel = "proeve.1",
      noen { fra_til("timer", 2, 5), ulik("gruppe", "barn"), ikke_relevant("timer"), minst("plass", 2) } },
    er("bor_her"),
  },
  unntak = {
    unntak "delvis" { naar = noen { er("utrygg"),
      vilkaar "inni" { tekst = begge "Du er her", hjemmel = "proeve.1", er("bor_her") } }, gir = "delvis",
      hjemmel = "proeve.1", tekst = begge "Du får litt" },
  },
}
utregning "pris" { tekst = begge "prisen", hjemmel = "proeve.1", enhet = "kr", avrunding = "krone",
  beregn = function(f) return f.timer * f.sats.pris_per_time end }
frist "en_uke" { hjemmel = "proeve.1", tekst = { nb = "svar", nn = "svar" }, uker = 1, regnes_fra = "soekt",
  forskyves = "nei" }
frist "tre_aar" { hjemmel = "proeve.1", tekst = { nb = "ny vurdering", nn = "ny vurdering" }, aar = 3,
  regnes_fra = "soekt",
  forskyves = "nei" }
trapp "stigen" { hjemmel = "proeve.1", tekst = begge "stigen",
  trinn "en" { nummer = 1, hjemmel = "proeve.1", tekst = { nb = "første trinn", nn = "første trinn" },
    dekker_naar = er("bor_her") },
  trinn "to" { nummer = 2, hjemmel = "proeve.1", tekst = { nb = "andre trinn", nn = "andre trinn" },
    regler = { "hjelp" } },
}
test "hjelp" { dato = "2026-01-01", sak = { bor_her = ja, timer = 3, utrygg = nei }, venter = { hjelp = "delvis" } }
