pakke { navn = "x", versjon = "1", spraakversjon = 1 }
fakta { a = janei { tekst = begge "a", utledet = er("a") } }