pakke { navn = "x", versjon = "1", spraakversjon = 1 }
local function f() return f() end f()