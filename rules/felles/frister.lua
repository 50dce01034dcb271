-- Frister. Borgerens frister flyttes fram over fridager (dl. § 149). Kommunens egne frister vises som siste virkedag på
-- eller før: da er den som skal handle, ikke for sent ute.

-- Er brevet ikke sendt ennå, regnes ankomsten fra datoen på brevet, som kan være senere enn vedtaket.
-- Posten kommer ikke på lørdager, søndager og helligdager: anslaget flyttes til neste virkedag.
local ANSLAG = {
  { fra = "vedtak_sendt", dager = "postgang", forskyves = "fram" },
  { fra = "dokumentdato", dager = "postgang", forskyves = "fram" },
}
local FLYTTET = {
  nb = "{lengde} {enhet} fra {fra} er {raa}. Fristen flyttes forbi {aarsak}, til {dato}.",
  nn = "{lengde} {enhet} frå {fra} er {raa}. Fristen blir flytt forbi {aarsak}, til {dato}.",
}
local function bestemt() return noen { finnes("vedtak_mottatt"), finnes("vedtak_sendt"), finnes("vedtaksdato") } end

-- Regime A og E: rettigheter etter pasient- og brukerrettighetsloven
frist "klagefrist_a" {
  som = "klagefrist", tekst = { nb = "klagefrist", nn = "klagefrist" }, hjemmel = { "pbrl.7-5", "dl.148", "dl.149" },
  uker = 4, regnes_fra = "vedtak_mottatt", forskyves = "fram", anslag = ANSLAG, forklaring = FLYTTET, naar = bestemt(),
}
-- Regime B, C og D: forvaltningslovens egen frist
frist "klagefrist_b" {
  som = "klagefrist", tekst = { nb = "klagefrist", nn = "klagefrist" }, hjemmel = { "fvl.29", "dl.148", "dl.149" },
  uker = 3, regnes_fra = "vedtak_mottatt", forskyves = "fram", anslag = ANSLAG, forklaring = FLYTTET, naar = bestemt(),
}
-- Etter ett år kan klagen aldri behandles, bare vedtaket omgjøres. Dagen flyttes ikke.
frist "klage_senest" {
  tekst = { nb = "siste dag en klage kan behandles", nn = "siste dag ei klage kan behandlast" }, hjemmel = "fvl.31",
  gjelder = "/sak/klage", aar = 1, regnes_fra = "paaklaget_vedtaksdato", forskyves = "nei",
}

-- Kommunens frister
frist "foreloepig_svar" {
  tekst = { nb = "foreløpig svar", nn = "førebels svar" }, hjemmel = "fvl.11a",
  gjelder = "/sak/soeknad", naar = ikke(noen { er("soeknaden_avgjort"), er("foreloepig_svar_gitt") }),
  maaneder = 1, regnes_fra = "soeknad_mottatt", forskyves = "tilbake",
}
frist "uttalefrist" {
  tekst = { nb = "frist for å uttale seg til forhåndsvarselet", nn = "frist for å uttale seg til førehandsvarselet" },
  hjemmel = { "fvl.16", "rutine.varslingsfrist" }, gjelder = "/sak/forhaandsvarsel",
  dager = 14, regnes_fra = "forhaandsvarsel_sendt", forskyves = "fram",
  anslag = { fra = "dokumentdato", dager = 0 },  -- varselet er ikke sendt ennå
}
frist "melding_til_skade" {
  tekst = { nb = "melding om endring til skade", nn = "melding om endring til skade" }, hjemmel = "fvl.34",
  gjelder = "/sak/klage", maaneder = 3, regnes_fra = "klage_mottatt", forskyves = "tilbake",
}
-- Saker til tiltaksmøtet meldes mandag kl. 12 i møteuka; er mandagen fri, virkedagen før (valgt av oss, rutinen sier ikke noe).
frist "saksliste_tiltaksmoete" {
  tekst = { nb = "saker til møtet", nn = "saker til møtet" }, hjemmel = "rutine.tiltaksmoete",
  gjelder = "/moete/nesteMoete", regnes_fra = "moetedato", ukedag = 1, klokkeslett = "12:00", forskyves = "tilbake",
}
frist "saksliste_for_saken" {
  tekst = { nb = "melde saken til møtet", nn = "melde saka til møtet" }, hjemmel = "rutine.tiltaksmoete",
  naar = finnes("moetedato"), regnes_fra = "moetedato", ukedag = 1, klokkeslett = "12:00", forskyves = "tilbake",
}
-- Dagen kommunen selv har satt i vedtaket for å se på det på nytt: hjelpen skal ikke stanse fordi ingen husket den.
frist "revurderingsdag" {
  tekst = { nb = "dagen vedtaket skal ses på på nytt", nn = "dagen vedtaket skal sjåast på på nytt" },
  hjemmel = "rutine.saksgang",
  dager = 0, regnes_fra = "revurdering", forskyves = "tilbake",
}
