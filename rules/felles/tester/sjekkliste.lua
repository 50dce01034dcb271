-- Hvert punkt på sjekklista: det slår til når noe mangler, det slår til når noe er ukjent, og det er stille når alt er i orden.

local EGNE_ORD = "Du har falt tre ganger i trappen siden sommeren, og legen skriver at hoften ikke tåler et nytt fall. Sønnen din bor i Bergen og "
  .. "kommer hjem til jul. Du klarer maten selv når noen bærer inn ved og varer, og det vil du gjerne fortsette med så lenge det går."
local LITE = "Vi har vurdert saken."

-- navn på punktet · hva det prøver · opplysninger som gir funn (flere) · opplysninger som ikke gir funn (flere)
local function proev(nummer, hva, funn, stille)
  local rader = {}
  for i, sak in ipairs(funn) do
    table.insert(rader, { navn = "funn " .. i, sak = sak, venter = { funn_har = { nummer } } })
  end
  for i, sak in ipairs(stille) do
    table.insert(rader, { navn = "stille " .. i, sak = sak, venter = { funn_ikke = { nummer } } })
  end
  test("punkt " .. nummer .. ": " .. hva) { dato = "2026-11-24", sjekkliste = "vedtak", sak = {}, rader = rader }
end

proev("1", "noen å sende til", { { kan_naas = nei }, {} }, { { kan_naas = ja } })
proev("2", "fullmakt", { { har_fullmakt = nei }, {}, { har_fullmakt = ja, fullmakt_dato = "2026-11-25" }, { har_fullmakt = ja, fullmakt_til = "2026-11-23" } },
  { { har_fullmakt = ja, fullmakt_dato = "2026-11-24" }, { har_fullmakt = ja, fullmakt_dato = "2026-01-01", fullmakt_til = "2026-12-31" } })
proev("2b", "vergens mandat", { { verge_mandat = "oekonomisk" }, {}, { verge_mandat = "personlig", vergemaal_til = "2026-01-01" }, { verge_mandat = "personlig", vergemaal_fra = "2027-01-01" } },
  { { verge_mandat = "personlig", vergemaal_fra = "2020-02-17" }, { verge_mandat = "personlig_og_oekonomisk" }, { verge_mandat = "fremtidsfullmakt" } })
proev("2c", "søknaden kommer fra en som har lov", { { soeknad_fra_berettiget = nei }, {} }, { { soeknad_fra_berettiget = ja } })
proev("3", "hva det er søkt om, og når", { { sakstype = "ny", soeknad_mottatt = "2026-11-02", soeknad_beskrevet = nei }, { sakstype = "ny", soeknad_beskrevet = ja }, {} },
  { { sakstype = "ny", soeknad_mottatt = "2026-11-02", soeknad_beskrevet = ja }, { sakstype = "reduksjon" } })
proev("4", "noe er bestemt", { { noe_avgjort = nei }, {} }, { { noe_avgjort = ja } })
proev("4b", "alt er bestemt", { { alt_avgjort = nei } }, { { alt_avgjort = ja } })
proev("5", "omfanget kan kontrolleres", { { utfall = "innvilget", omfang_tekst = "etter behov" }, { utfall = "innvilget" }, { utfall = "delvis", gitt_verdi = 2 }, {} },
  { { utfall = "innvilget", gitt_verdi = 2, gitt_enhet = "timer_per_uke" }, { utfall = "innvilget", gitt_enhet = "hele_doegnet" },
    { utfall = "innvilget", omfang_tekst = "en toroms bolig i sentrum" }, { utfall = "avslaatt" } })
proev("5b", "innholdet", { { utfall = "innvilget" }, { utfall = "endret" } }, { { utfall = "innvilget", innhold = "sårstell" }, { utfall = "avslaatt" } })
proev("5c", "flere timer enn uka har", { { utfall = "innvilget", gitt_i_timer = ja, gitt_timer_uke = 169 } }, { { utfall = "innvilget", gitt_i_timer = ja, gitt_timer_uke = 168 }, { utfall = "innvilget", gitt_i_timer = nei } })
proev("5d", "innvilget, men mindre enn søkt", { { utfall = "innvilget", mindre_enn_soekt = ja } }, { { utfall = "innvilget", mindre_enn_soekt = nei }, { utfall = "delvis", mindre_enn_soekt = ja } })
proev("6", "fra, til og ny vurdering",
  { { utfall = "innvilget", virkning_fra = "2026-12-01", vedtak_til = "2027-12-01" }, { utfall = "innvilget", virkning_fra = "2026-12-01", revurdering = "2027-06-01" },
    { utfall = "innvilget", vedtak_til = "2027-12-01", revurdering = "2027-06-01" } },
  { { utfall = "innvilget", virkning_fra = "2026-12-01", vedtak_til = "2027-12-01", revurdering = "2027-06-01" },
    { utfall = "innvilget", virkning_fra = "2026-12-01", inntil_videre = ja, revurdering = "2027-06-01" }, { utfall = "avslaatt" } })
proev("6b", "slutter før den begynner", { { utfall = "innvilget", virkning_fra = "2026-12-01", vedtak_til = "2026-11-30" } }, { { utfall = "innvilget", virkning_fra = "2026-12-01", vedtak_til = "2026-12-01" } })
proev("7b", "lokal forskrift", { { lokal_forskrift = "langtid", lokal_forskrift_gjelder = nei } }, { { lokal_forskrift = "langtid", lokal_forskrift_gjelder = ja }, {} })
proev("9", "opplysningene vedtaket bygger på", { { uten_begrunnelse = nei }, { uten_begrunnelse = nei, faktagrunnlag = LITE }, {} },
  { { uten_begrunnelse = nei, faktagrunnlag = EGNE_ORD }, { uten_begrunnelse = ja } })
proev("10", "det som er lagt vekt på", { { uten_begrunnelse = nei }, { uten_begrunnelse = nei, begrunnelse = LITE, hensyn = LITE }, {} },
  { { uten_begrunnelse = nei, hensyn = EGNE_ORD }, { uten_begrunnelse = nei, begrunnelse = EGNE_ORD }, { uten_begrunnelse = ja } })
proev("11", "avslag og delvis begrunnes med egne ord",
  { { utfall = "avslaatt" }, { utfall = "delvis" }, { utfall = "delvis", begrunnelse = LITE }, { utfall = "opphoert" }, { utfall = "avvist" }, {},
    { utfall = "avslaatt", misnoeye_ventet = nei } },
  { { utfall = "avslaatt", begrunnelse = EGNE_ORD }, { utfall = "delvis", begrunnelse = EGNE_ORD }, { utfall = "innvilget" } })
proev("11b", "innvilgelse uten begrunnelse bare etter unntaket", { { utfall = "innvilget" }, { utfall = "innvilget", misnoeye_ventet = ja }, { utfall = "endret", misnoeye_ventet = nei } },
  { { utfall = "innvilget", misnoeye_ventet = nei }, { utfall = "innvilget", begrunnelse = EGNE_ORD }, { utfall = "avslaatt" } })
proev("12", "brukerens syn", { {}, { brukers_syn = EGNE_ORD }, { brukers_syn_vekt = "stor" } }, { { brukers_syn = EGNE_ORD, brukers_syn_vekt = "stor" } })
proev("13", "forsvarlig å si nei", { { utfall = "avslaatt", sakstype = "ny" }, { utfall = "avslaatt", forsvarlighet = LITE }, { utfall = "endret", sakstype = "reduksjon" }, { utfall = "opphoert" }, { utfall = "innvilget" } },
  { { utfall = "avslaatt", forsvarlighet = EGNE_ORD }, { utfall = "innvilget", sakstype = "ny" } })
proev("13b", "forsvarlig med delvis", { { utfall = "delvis" } }, { { utfall = "delvis", forsvarlighet = EGNE_ORD }, { utfall = "innvilget" } })
proev("14", "barnets beste", { { foedselsdato = "2018-08-14", beroerte_barn = 0 }, { foedselsdato = "1980-01-01", beroerte_barn = 1 }, { beroerte_barn = 0 }, { foedselsdato = "2018-08-14", beroerte_barn = 0, barnets_beste = "Ja." } },
  { { foedselsdato = "1980-01-01", beroerte_barn = 0 }, { foedselsdato = "2018-08-14", barnets_beste = EGNE_ORD } })
proev("14b", "alle barn er vurdert", { { uavklarte_barn = 1 } }, { { uavklarte_barn = 0 } })
proev("16", "telefon eller e-post", { { kan_kontaktes = nei }, {} }, { { kan_kontaktes = ja } })
proev("17", "utsatt iverksetting når noe tas bort", { { sakstype = "reduksjon", utsatt_iverksetting_vurdert = nei }, { utfall = "opphoert", utsatt_iverksetting_vurdert = nei } },
  { { sakstype = "reduksjon", utsatt_iverksetting_vurdert = ja }, { sakstype = "ny", utfall = "innvilget", utsatt_iverksetting_vurdert = nei } })
proev("18", "ombudet", { { har_ombud = nei } }, { { har_ombud = ja } })
proev("20", "hvem har bestemt, og når", { {}, { besluttet_av = "Anne Modell" }, { vedtaksdato = "2026-11-24" } }, { { besluttet_av = "Anne Modell", vedtaksdato = "2026-11-24" } })
proev("20b", "delegert myndighet", { { besluttet_av = "Anne Modell", er_delegert = nei }, { besluttet_av = "Anne Modell" } }, { { besluttet_av = "Anne Modell", er_delegert = ja }, {} })
proev("20c", "saksbehandler", { {} }, { { saksbehandler = "Ola Prøve" } })
proev("20d", "den som bestemmer, er habil", { { besluttet_av = "Anne Modell", beslutter_inhabil = ja } }, { { besluttet_av = "Anne Modell", beslutter_inhabil = nei } })
-- T21: lederen er søkerens søster; den som har bestemt, står rett under lederen.
proev("20e", "T21 lederen er inhabil", { { besluttet_av = "Jon Eksempel", leder_inhabil = ja } }, { { besluttet_av = "Jon Eksempel", leder_inhabil = nei } })
proev("20f", "ikke datert tilbake",
  { { vedtaksdato = "2026-11-24", soeknad_mottatt = "2026-11-25" }, { vedtaksdato = "2026-12-26", moetedato = "2026-12-30" }, { vedtaksdato = "2026-11-24", innstilling_dato = "2026-11-25" },
    { vedtaksdato = "2026-11-24", brevdato = "2026-11-23" } },
  { { vedtaksdato = "2026-12-30", moetedato = "2026-12-30", virkning_fra = "2026-12-26" }, { vedtaksdato = "2026-11-24", soeknad_mottatt = "2026-11-24", brevdato = "2026-11-24" } })
proev("21", "klart språk", { { vedtakstekst = "I henhold til ovennevnte søknad." }, { vedtakstekst = "Vedrørande søknaden din." } }, { { vedtakstekst = EGNE_ORD } })
proev("21b", "ingen paragrafer i teksten", { { vedtakstekst = "Du får hjelp etter § 2-1." } }, { { vedtakstekst = EGNE_ORD } })
proev("22", "skjerming", { {}, { skjerming = "fvl.13" } }, { { skjerming = "offl.13 hol.12-1 fvl.13" } })
-- T14: kommunen kutter rengjøring fra annenhver til hver tredje uke uten å varsle.
proev("forhaandsvarsel", "T14 varsel før noe tas bort", { { sakstype = "reduksjon", forhaandsvarsel_unnlatt = nei }, { utfall = "opphoert", forhaandsvarsel_unnlatt = nei }, { sakstype = "endring", forhaandsvarsel_unnlatt = nei } },
  { { sakstype = "reduksjon", forhaandsvarsel_sendt = "2026-11-01" }, { sakstype = "reduksjon", forhaandsvarsel_unnlatt = ja }, { sakstype = "ny", utfall = "innvilget", forhaandsvarsel_unnlatt = nei } })
proev("uttalefrist", "vedtak før uttalefristen er ute", { { vedtaksdato = "2026-11-24", uttalefrist_dato = "2026-11-24" }, { vedtaksdato = "2026-11-24", uttalefrist_dato = "2026-12-01" } },
  { { vedtaksdato = "2026-11-24", uttalefrist_dato = "2026-11-23" }, { vedtaksdato = "2026-11-24" } })
proev("virkning", "hjelpen begynte før vedtaket", { { virkning_fra = "2026-11-01", vedtaksdato = "2026-11-24", strakstiltak = nei } },
  { { virkning_fra = "2026-11-01", vedtaksdato = "2026-11-24", strakstiltak = ja }, { virkning_fra = "2026-11-24", vedtaksdato = "2026-11-24", strakstiltak = nei } })
proev("ny_lov", "T23 forvaltningsloven av 2025", { { vedtakstekst = "Begrunnet etter fvl. § 57." }, { vedtakstekst = "Se forvaltningsloven § 63." }, { vedtakstekst = "Sjå forvaltingslova § 76." }, { vedtakstekst = "forvaltningsloven av 2025" } },
  { { vedtakstekst = "Begrunnet etter fvl. § 25." }, { vedtakstekst = "Se forvaltningsloven § 29." }, { vedtakstekst = EGNE_ORD } })
