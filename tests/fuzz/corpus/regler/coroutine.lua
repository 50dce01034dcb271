pakke { navn = "x", versjon = "1", spraakversjon = 1 }
coroutine.wrap(function() while true do end end)()