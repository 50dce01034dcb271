-- Hvem som gjør noe i en sak. i_saken er ordene sakene bruker: rollen til den ansatte (kommunefila har dem også) eller til parten.

rolle "forvaltningskontoret" {
  tekst = { nb = "forvaltningskontoret", nn = "forvaltingskontoret" },
  i_saken = { "saksbehandler", "leder_vedtakskontor" },
  kalles = "/kommune/enheter/enhet[@id=/kommune/@avsender]/navn",  -- forvaltningskontoret i Tolga, vedtakskontoret i Tynset
}
rolle "enhetsleder" { tekst = { nb = "lederen for enheten", nn = "leiaren for eininga" } }
rolle "ansatt_i_enhet" { tekst = { nb = "ansatte i enheten", nn = "tilsette i eininga" } }
rolle "ergoterapeut" { tekst = { nb = "ergoterapeuten", nn = "ergoterapeuten" } }
rolle "rus_og_psykisk_helse" { tekst = { nb = "rus- og psykisk helsetjeneste", nn = "rus- og psykisk helseteneste" } }
rolle "lege" { tekst = { nb = "legen", nn = "legen" } }
rolle "kommunalsjef" {
  tekst = { nb = "kommunalsjefen", nn = "kommunalsjefen" }, i_saken = { "kommunalsjef", "helse_og_omsorgssjef" },
}
rolle "part" {
  tekst = { nb = "parten eller den som handler for parten", nn = "parten eller den som handlar for parten" },
  i_saken = { "soeker", "omsorgsyter", "paaroerende", "verge", "fullmektig", "advokat", "foresatt" },
}
rolle "klageinstans" {
  tekst = { nb = "klageinstansen", nn = "klageinstansen" },
  i_saken = { "klageinstans", "statsforvalter", "klagenemnd" },
}
