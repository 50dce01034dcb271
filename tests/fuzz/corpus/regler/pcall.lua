pakke { navn = "x", versjon = "1", spraakversjon = 1 }
while true do pcall(function() while true do end end) end