pakke { navn = "x", versjon = "1", spraakversjon = 1 }
fakta { 1, 2, [true] = {}, a = 5, b = janei(3) } regel(1)(2) frist {} sats "x" "y" test {} sjekkliste "x" { punkt "a" }