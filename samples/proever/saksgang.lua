-- Hvor søknadene i eksempelsakene står, av hendelsene i hver sak.
test "05: alarmen er innvilget og sendt" { prosess = "soeknad", dokument = "../saker/05-trygghetsalarm/sak.xml",
  venter = { tilstand = { t1 = "sendt" }, siden = { t1 = "2026-11-20" }, prosessfunn = {} } }
test "08: mottatt, og ingenting mer er ført" { prosess = "soeknad", dokument = "../saker/08-mangler-opplysninger/sak.xml",
  venter = { tilstand = { t1 = "mottatt", t2 = "mottatt" }, siden = { t1 = "2026-11-10" }, prosessfunn = {} } }
test "18: to tjenester, to forløp" { prosess = "soeknad", dokument = "../saker/18-delvis-og-avslag/sak.xml",
  venter = { tilstand = { t1 = "sendt", t2 = "avslaatt" }, prosessfunn = {} } }

-- Klagene: vedtaket, oversendelsen og klageinstansens vedtak står i klagen og er hendelser i seg selv.
test "21: delvis medhold, resten ble stadfestet" { prosess = "klage", dokument = "../saker/21-klage-delvis-medhold/sak.xml",
  venter = { tilstand = { k1 = "stadfestet" }, siden = { k1 = "2027-02-12" }, prosessfunn = {} } }
test "22: klagen er hos klageinstansen" { prosess = "klage", dokument = "../saker/22-klage-mindre-hjelp-nynorsk/sak.xml",
  venter = { tilstand = { k1 = "oversendt" }, siden = { k1 = "2026-12-14" }, frister = { melding_til_skade = "2027-02-25" }, prosessfunn = {} } }
test "22: vedtaket er ikke utsatt" { prosess = "utsatt_iverksetting", dokument = "../saker/22-klage-mindre-hjelp-nynorsk/sak.xml",
  venter = { tilstand = { k1 = "ikke_utsatt" }, siden = { k1 = "2026-11-27" } } }
test "07: vedtaket er truffet, men ikke sendt" { prosess = "soeknad", dokument = "../saker/07-delvis-uten-begrunnelse/sak.xml",
  venter = { tilstand = { t1 = "besluttet" }, siden = { t1 = "2026-11-20" }, ansvar = { "forvaltningskontoret" }, prosessfunn = {} } }
