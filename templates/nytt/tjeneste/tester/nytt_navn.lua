-- Prøvene for nytt_navn. Det som ventes, står i loven eller i kriteriene; skriv hvor. Skriv aldri av det regelen gir.

test "nytt_navn" { dato = "2026-11-24",
  sak = { nytt_navn_behov = ja, nytt_navn_dekket = nei, nytt_navn_fyll_ut = ja },
  venter = { nytt_navn = "innvilget" },
  rader = {
    { navn = "alle vilkår oppfylt" },
    { navn = "ikke behov, ingen særlige grunner", sak = { nytt_navn_behov = nei, saerlige_grunner = nei },
      venter = { nytt_navn = "avslaatt" } },
    { navn = "ingen har spurt om behovet", sak = { nytt_navn_behov = under_innhenting, saerlige_grunner = nei },
      venter = { nytt_navn = ukjent, mangler = { "nytt_navn_behov" } } },
    { navn = "dekket på en annen måte, ikke vurdert for seg", sak = { nytt_navn_dekket = ja },
      venter = { nytt_navn = ukjent, mangler = { "saerlige_grunner" } } },
    { navn = "dekket på en annen måte, ingen særlige grunner",
      sak = { nytt_navn_dekket = ja, saerlige_grunner = nei },
      venter = { nytt_navn = "avslaatt" } },
    { navn = "dekket på en annen måte, men særlige grunner",
      sak = { nytt_navn_dekket = ja, saerlige_grunner = ja } },
  },
}

-- Denne feiler til vilkåret er skrevet.
test "FYLL UT: skriv det tredje vilkåret i nytt_navn.lua i stedet for nytt_navn_fyll_ut, og svaret på det i saken her" {
  dato = "2026-11-24",
  sak = { nytt_navn_behov = ja, nytt_navn_dekket = nei },
  venter = { nytt_navn = "innvilget" } }
