-- felles: det alle pakker trenger. Loven som datert tabell, helligdager, frister, klageregimer,
-- fakta om saken og kommunen, og sjekklista for vedtaksbrev.
pakke {
  navn = "felles",
  versjon = "0.1.0",
  spraakversjon = 1,
  gyldig = { fra = "2021-01-01" },
}

-- Loven velges etter vedtaksdatoen. Er ikke vedtaket fattet, gjelder datoen dokumentet får, så søknadsdatoen.
dokument "sak" {
  navnerom = "urn:hjemmel:sak:1",
  dato = { "/sak/tjenester/tjeneste/vedtak/@dato", "/sak/@dato", "/sak/soeknad/@mottatt" },
  maalform = "@maalform",
}
