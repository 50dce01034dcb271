pakke { navn = "benchmark", versjon = "1.0.0", spraakversjon = 1 }
