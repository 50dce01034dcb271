-- Klageregimene. Hvilket som gjelder, følger av hjemmelen for vedtaket og aldri av navnet på tjenesten.
-- Regime D (nektet innsyn), E (egenandel), F (tvang) og G (utførelsen) følger av hva klagen er over.

oppslag "klageregime" {
  egenskap = "regime",
  { "A", frist = "klagefrist_a", hjemmel = { "pbrl.7-2", "pbrl.7-3", "pbrl.7-5", "pbrl.7-7" }, uker = 4,
    instans = "statsforvalter", rettighet = "ja",
    gjelder = { nb = "tjenester du har rett til etter loven", nn = "tenester du har rett til etter lova" },
    avgjoeres_av = { nb = "Statsforvalteren", nn = "Statsforvaltaren" } },
  { "B", frist = "klagefrist_b", hjemmel = { "fvl.28.andre", "fvl.29", "fvl.32" }, uker = 3,
    instans = "klagenemnd", rettighet = "nei",
    gjelder = { nb = "tilbud kommunen gir uten at loven gir rett til dem",
                nn = "tilbod kommunen gir utan at lova gir rett til dei" },
    avgjoeres_av = { nb = "kommunens klagenemnd", nn = "klagenemnda i kommunen" } },
  { "C", frist = "klagefrist_b", hjemmel = { "bsl.6", "fvl.29", "fvl.32" }, uker = 3, fra = "2023-07-01",
    instans = "statsforvalter", rettighet = "ja",
    gjelder = { nb = "hjelp til å skaffe bolig", nn = "hjelp til å skaffe bustad" },
    avgjoeres_av = { nb = "Statsforvalteren", nn = "Statsforvaltaren" } },
  { "D", frist = "klagefrist_b", hjemmel = { "fvl.21", "fvl.29" }, uker = 3,
    instans = "statsforvalter", rettighet = "ja",
    gjelder = { nb = "retten til å se sakens dokumenter", nn = "retten til å sjå dokumenta i saka" },
    avgjoeres_av = { nb = "Statsforvalteren", nn = "Statsforvaltaren" } },
  -- Fristen for klage på egenandel er ikke kontrollert; fire uker er det som brukes, og det er til fordel for brukeren.
  { "E", frist = "klagefrist_a", hjemmel = { "hol.11-2", "pbrl.7-5.egenandel" }, uker = 4,
    instans = "statsforvalter", rettighet = "ja",
    gjelder = { nb = "egenandelen", nn = "eigenandelen" },
    avgjoeres_av = { nb = "Statsforvalteren", nn = "Statsforvaltaren" } },
  -- Loven sier at klagen går rett til Statsforvalteren (Sivilombudet 17.11.2025); rundskriv sier via kommunen. Kommunen sender
  -- den derfor videre samme dag. Fristen følger kapitlet og er ikke tatt med her.
  { "F", hjemmel = "pbrl.4a",
    instans = "statsforvalter", rettighet = "ja", direkte = ja,
    gjelder = { nb = "helsehjelp mot din vilje", nn = "helsehjelp mot din vilje" },
    avgjoeres_av = { nb = "Statsforvalteren", nn = "Statsforvaltaren" } },
  -- Hvordan en tjeneste utføres: først en samtale med enhetslederen, uten frist. Er en rettighet brutt, gjelder regime A.
  { "G", hjemmel = "pbrl.7-2",
    instans = "enhetsleder", rettighet = "nei",
    gjelder = { nb = "hvordan hjelpen blir gitt", nn = "korleis hjelpa blir gitt" },
    avgjoeres_av = { nb = "enhetslederen", nn = "einingsleiaren" } },
}
