-- Forslag til setninger. De kan brukes, men de er ikke en begrunnelse: det er ordene saksbehandleren selv setter inn for
-- {…}, som teller når sjekklista spør om vedtaket er begrunnet med egne ord.
tekst "frase.hsh" {
  nb = "Du trenger {hjelp} fordi {funksjon}. Du kan ikke få hjelpen utenfor hjemmet fordi {grunn}.",
  nn = "Du treng {hjelp} fordi {funksjon}. Du kan ikkje få hjelpa utanfor heimen fordi {grunn}.",
}
tekst "frase.hsh_avslag" {
  nb = "Du fyller ikke vilkårene for hjemmesykepleie. Vi har vurdert saken din etter kommunens kriterier. Behovet ditt kan dekkes på en annen måte.",
  nn = "Du fyller ikkje vilkåra for heimesjukepleie. Vi har vurdert saka di etter dei kommunale kriteria. Behovet ditt kan dekkjast på ein annan måte.",
}
tekst "frase.pb" {
  nb = "Vi gir deg {omfang} fordi du ikke klarer {oppgave}. Vi har lagt vekt på {moment}.",
  nn = "Vi gir deg {omfang} fordi du ikkje klarar {oppgave}. Vi har lagt vekt på {moment}.",
}
tekst "frase.pb_standard" {
  nb = "Kommunen gir vanligvis rengjøring hver tredje uke.",
  nn = "Kommunen gir til vanleg reingjering kvar tredje veke.",
}
tekst "frase.trh" {
  nb = "Alarmen er en del av helsehjelpen din, fordi {grunn}.",
  nn = "Alarmen er ein del av helsehjelpa di, fordi {grunn}.",
}
tekst "frase.tra" {
  nb = "Dette er et tilbud kommunen gir for å skape trygghet. Alarmen er ikke en del av helsehjelp.",
  nn = "Dette er eit tilbod kommunen gir for å skape tryggleik. Alarmen er ikkje ein del av helsehjelp.",
}
tekst "frase.omb" {
  nb = "Du får omsorgsbolig fordi boligen din ikke lenger passer for deg, og fordi {grunn}.",
  nn = "Du får omsorgsbustad fordi bustaden din ikkje lenger passar for deg, og fordi {grunn}.",
}
tekst "frase.forsvarlig" {
  nb = "Vi har vurdert at hjelpen er forsvarlig.",
  nn = "Vi har vurdert at hjelpa er forsvarleg.",
}
tekst "frase.individuell" {
  nb = "Vi har gjort en individuell vurdering av søknaden din.",
  nn = "Vi har gjort ei individuell vurdering av søknaden din.",
}
