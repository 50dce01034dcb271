-- Ord som skifter med loven.

-- Fra 1. juni 2026 heter det beslutningskompetanse (pbrl. §§ 3-1, 4-3, 4-6 a og flere). Prøven er om det er overveiende
-- sannsynlig at personen ikke forstår avgjørelsen og følgene av den.
tekst "kompetanse" { nb = "samtykkekompetanse", nn = "samtykkekompetanse", til = "2026-06-01" }
tekst "kompetanse" { nb = "beslutningskompetanse", nn = "avgjerdskompetanse", fra = "2026-06-01" }

-- Utfallene slik folk leser dem, der de vises utenfor brevet (explain, diff).
tekst "utfall.innvilget" { nb = "innvilget", nn = "innvilga" }
tekst "utfall.delvis" { nb = "delvis innvilget", nn = "delvis innvilga" }
tekst "utfall.avslaatt" { nb = "avslått", nn = "avslått" }
tekst "utfall.endret" { nb = "endret", nn = "endra" }
tekst "utfall.opphoert" { nb = "avsluttet", nn = "avslutta" }
tekst "utfall.avvist" { nb = "avvist", nn = "avvist" }
