-- nytt_navn: FYLL UT hva reglene i denne mappa handler om, og hvem som svarer for dem.
pakke {
  navn = "nytt_navn",
  versjon = "0.1.0",
  spraakversjon = 1,
}
