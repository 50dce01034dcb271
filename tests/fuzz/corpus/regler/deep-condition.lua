pakke { navn = "x", versjon = "1", spraakversjon = 1 }
local b = er("a") for i = 1, 100000 do b = ikke(b) end regel "r" { hjemmel = "x", innvilges_naar = b }