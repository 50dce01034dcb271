-- tynset: det Tynset kommune har for seg selv. Gjelder bare når kommunefila er Tynsets.
pakke {
  navn = "tynset",
  versjon = "0.1.0",
  spraakversjon = 1,
  gjelder_naar = "/kommune[@kommunenummer='3427']",
}
