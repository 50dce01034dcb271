pakke { navn = "x", versjon = "1", spraakversjon = 1 }
while true do end