-- Prøvene for nytt_navn. Det som ventes, står i loven eller i kriteriene; skriv hvor. Skriv aldri av det regelen gir.

test "nytt_navn: ikke behov" { dato = "2026-11-24",
  sak = { nytt_navn_behov = nei }, venter = { nytt_navn = "avslaatt" } }

test "nytt_navn: ingen har spurt om behovet" { dato = "2026-11-24",
  sak = { nytt_navn_behov = under_innhenting, nytt_navn_fyll_ut = ja },
  venter = { nytt_navn = ukjent, mangler = { "nytt_navn_behov" } } }

-- Denne feiler til vilkåret er skrevet.
test "FYLL UT: skriv det andre vilkåret i nytt_navn.lua i stedet for nytt_navn_fyll_ut, og svaret på det i saken her" {
  dato = "2026-11-24",
  sak = { nytt_navn_behov = ja },
  venter = { nytt_navn = "innvilget" } }
