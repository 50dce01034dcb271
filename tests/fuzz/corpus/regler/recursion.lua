pakke { navn = "x", versjon = "1", spraakversjon = 1 }
local function f() return f() + 1 end f()