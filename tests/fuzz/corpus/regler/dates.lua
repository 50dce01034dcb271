pakke { navn = "x", versjon = "1", spraakversjon = 1 }
hjemmel "a" { lov = "b", vis = "c", fra = "2026-02-30", til = "9999-99-99", kilde = "d", status = "e" }