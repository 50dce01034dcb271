pakke { navn = "x", versjon = "1", spraakversjon = 1 }
getmetatable("").__index = nil