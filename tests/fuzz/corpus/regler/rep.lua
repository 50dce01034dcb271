pakke { navn = "x", versjon = "1", spraakversjon = 1 }
local s = ("x"):rep(1e9)