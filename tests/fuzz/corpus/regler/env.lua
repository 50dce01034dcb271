pakke { navn = "x", versjon = "1", spraakversjon = 1 }
_ENV = nil