-- Ord som skifter med loven.

-- Fra 1. juni 2026 heter det beslutningskompetanse (pbrl. §§ 3-1, 4-3, 4-6 a og flere). Prøven er om det er overveiende
-- sannsynlig at personen ikke forstår avgjørelsen og følgene av den.
tekst "kompetanse" { nb = "samtykkekompetanse", nn = "samtykkekompetanse", til = "2026-06-01" }
tekst "kompetanse" { nb = "beslutningskompetanse", nn = "avgjerdskompetanse", fra = "2026-06-01" }
