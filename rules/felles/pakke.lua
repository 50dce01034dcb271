-- felles: det alle pakker trenger. Loven som datert tabell, helligdager, frister, klageregimer,
-- fakta om saken og kommunen, og sjekklista for vedtaksbrev.
pakke {
  navn = "felles",
  versjon = "0.1.0",
  spraakversjon = 1,
}

-- Loven velges etter vedtaksdatoen. Er ikke vedtaket fattet, gjelder datoen dokumentet får, så søknadsdatoen. Brevet kan være
-- skrevet senere enn vedtaket; det får sakens egen dato.
dokument "sak" {
  navnerom = "urn:hjemmel:sak:1",
  dato = { "/sak/tjenester/tjeneste/vedtak/@dato", "/sak/@dato", "/sak/soeknad/@mottatt" },
  dokumentdato = { "/sak/@dato" },
  maalform = "@maalform",
  hjemler = { { "/sak/skjerming/@hjemmel", rolle = "skjerming" } },
  navngitt = { "/sak/kartlegging/opplysning/@navn", "/sak/opplysning/@navn",
    "/sak/tjenester/tjeneste/opplysning/@navn" },
}
-- Møter og prosjekter får loven og fristene på sin egen dato; gamle møter skal også kunne skrives ut.
dokument "moete" {
  navnerom = "urn:hjemmel:moete:1",
  dato = { "/moete/@dato", "/moete/@moetedato" },
  maalform = "@maalform",
}
dokument "prosjekt" {
  navnerom = "urn:hjemmel:prosjekt:1",
  dato = { "/prosjekt/@dato" },
  maalform = "@maalform",
}
