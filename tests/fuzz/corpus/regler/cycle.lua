pakke { navn = "x", versjon = "1", spraakversjon = 1 }
local t = {} t.t = t fakta(t)