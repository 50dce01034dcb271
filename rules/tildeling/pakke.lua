-- tildeling: hvem som kan få hvilken tjeneste, etter loven og kommunens kriterier.
--
-- Kriteriene veileder, de binder aldri. Derfor har hver regel et unntak for særlige grunner: svikter et lokalt kriterium,
-- foreslår regelen avslag først når et menneske har vurdert om denne personen likevel bør få tjenesten.
pakke {
  navn = "tildeling",
  versjon = "0.1.0",
  spraakversjon = 1,
  bygger_paa = { felles = "0.1" },
}
