-- Det hver eksempelsak skal gi. Kjøres sammen med reglene: hjemmel test rules/ samples/proever/
pakke {
  navn = "proever",
  versjon = "0.1.0",
  spraakversjon = 1,
}
