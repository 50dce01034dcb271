pakke { navn = "x", versjon = "1", spraakversjon = 1 }
regel "a" { hjemmel = "x", egenskaper = {}, innvilges_naar = regel "a" }