-- Hvor søknadene i eksempelsakene står, av hendelsene i hver sak.
test "05: alarmen er innvilget og sendt" { prosess = "soeknad", dokument = "../saker/05-trygghetsalarm/sak.xml",
  venter = { tilstand = { t1 = "sendt" }, siden = { t1 = "2026-11-20" }, prosessfunn = {} } }
test "08: mottatt, og ingenting mer er ført" { prosess = "soeknad", dokument = "../saker/08-mangler-opplysninger/sak.xml",
  venter = { tilstand = { t1 = "mottatt", t2 = "mottatt" }, siden = { t1 = "2026-11-10" }, prosessfunn = {} } }
test "18: to tjenester, to forløp" { prosess = "soeknad", dokument = "../saker/18-delvis-og-avslag/sak.xml",
  venter = { tilstand = { t1 = "sendt", t2 = "avslaatt" }, prosessfunn = {} } }
