pakke { navn = "x", versjon = "1", spraakversjon = 1 }
sats "x" { enhet = "kr", hjemmel = "y", { fra = "2024-01-01", verdi = 0/0, kilde = "z" } }