pakke { navn = "x", versjon = "1", spraakversjon = 1 }
local s = "x" while true do s = s .. s end