-- T23: 1. juni 2026 ble samtykkekompetanse til beslutningskompetanse.
test "T23 ordet skifter 1. juni 2026" {
  kolonner = { "navn", "dato", "tekster.kompetanse" },
  rader = {
    { "dagen før",         "2026-05-31", "samtykkekompetanse" },
    { "samme dag",         "2026-06-01", "beslutningskompetanse" },
    { "et halvt år etter", "2026-11-24", "beslutningskompetanse" },
  },
}
