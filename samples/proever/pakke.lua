-- Det hver eksempelsak skal gi. Kjøres sammen med reglene: hjemmel test rules/ samples/proever/
pakke {
  navn = "proever",
  versjon = "0.1.0",
  spraakversjon = 1,
  bygger_paa = { felles = "0.1", klage = "0.1", tildeling = "0.1" },
}
