-- Forslag til setninger i begrunnelsen. Det saksbehandleren setter inn for {…}, er det som teller som begrunnelse.
-- FYLL UT: skriv setningene slik folk i kommunen snakker, på begge målformer.
tekst "frase.nytt_navn" {
  nb = "Du får tjenesten fordi {grunn}.",
  nn = "Du får tenesta fordi {grunn}.",
}
tekst "frase.nytt_navn_avslag" {
  nb = "Vi har vurdert saken din etter kommunens kriterier. Du får ikke tjenesten nå fordi {grunn}.",
  nn = "Vi har vurdert saka di etter dei kommunale kriteria. Du får ikkje tenesta no fordi {grunn}.",
}
