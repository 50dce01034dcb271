pakke { navn = "x", versjon = "1", spraakversjon = 1 }
local t = {} while true do t = { t, t } end