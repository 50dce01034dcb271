pakke { navn = "x", versjon = "1", spraakversjon = 1 }
rawset(_G, "x", 1)