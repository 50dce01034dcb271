-- klage: fra klagen kommer til den er avgjort eller sendt videre. Fristen og klageinstansen følger av hjemmelen for vedtaket
-- det klages på; derfor spør reglene her om regimet til tjenesten, og aldri om navnet på den.
pakke {
  navn = "klage",
  versjon = "0.1.0",
  spraakversjon = 1,
  bygger_paa = { felles = "0.1", tildeling = "0.1" },
}
