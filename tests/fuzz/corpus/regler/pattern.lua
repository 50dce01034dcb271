pakke { navn = "x", versjon = "1", spraakversjon = 1 }
local s = ("a"):rep(40) return s:find(("a?"):rep(40) .. ("a"):rep(40))