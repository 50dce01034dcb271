-- Hvert punkt på sjekklista: det slår til når noe mangler, det slår til når noe er ukjent, og det er stille når alt er i orden.

local EGNE_ORD = "Du har falt tre ganger i trappen siden sommeren, og legen skriver at hoften ikke tåler et nytt fall. Sønnen din bor i Bergen og "
  .. "kommer hjem til jul. Du klarer maten selv når noen bærer inn ved og varer, og det vil du gjerne fortsette med så lenge det går."
local LITE = "Vi har vurdert saken."

-- navn på punktet · hva det prøver · opplysninger som gir funn (flere) · opplysninger som ikke gir funn (flere) · regelen som gjelder
local function proev(nummer, hva, funn, stille, regel)
  local rader = {}
  for i, sak in ipairs(funn) do
    table.insert(rader, { navn = "funn " .. i, sak = sak, venter = { funn_har = { nummer } } })
  end
  for i, sak in ipairs(stille) do
    table.insert(rader, { navn = "stille " .. i, sak = sak, venter = { funn_ikke = { nummer } } })
  end
  test("punkt " .. nummer .. ": " .. hva) { dato = "2026-11-24", sjekkliste = { "brev", "vedtak" }, regel = regel,
    sak = {}, rader = rader }
end

-- Opplysningene i felles, og så hver for seg det som er ulikt
local function med(felles, ulikt)
  local sak = {}
  for navn, verdi in par(felles) do sak[navn] = verdi end
  for navn, verdi in par(ulikt) do sak[navn] = verdi end
  return sak
end
local function hver(navn, verdier, felles)
  local saker = {}
  for i, verdi in ipairs(verdier) do saker[i] = med(felles, { [navn] = verdi }) end
  return saker
end

proev("1", "noen å sende til", { { kan_naas = nei }, {} }, { { kan_naas = ja } })
proev("2", "fullmakt",
  { { har_fullmakt = nei }, {}, { har_fullmakt = ja, fullmakt_dato = "2026-11-25" },
    { har_fullmakt = ja, fullmakt_til = "2026-11-23" } },
  { { har_fullmakt = ja, fullmakt_dato = "2026-11-24" },
    { har_fullmakt = ja, fullmakt_dato = "2026-01-01", fullmakt_til = "2026-12-31" } })
proev("2b", "vergens mandat",
  { { verge_mandat = "oekonomisk" }, {}, { verge_mandat = "personlig", vergemaal_til = "2026-01-01" },
    { verge_mandat = "personlig", vergemaal_fra = "2027-01-01" } },
  { { verge_mandat = "personlig", vergemaal_fra = "2020-02-17" }, { verge_mandat = "personlig_og_oekonomisk" },
    { verge_mandat = "fremtidsfullmakt" } })
proev("2c", "søknaden kommer fra en som har lov", { { soeknad_fra_berettiget = nei }, {} },
  { { soeknad_fra_berettiget = ja } })
proev("3", "hva det er søkt om, og når",
  { { sakstype = "ny", soeknad_mottatt = "2026-11-02", soeknad_beskrevet = nei },
    { sakstype = "ny", soeknad_beskrevet = ja }, {} },
  { { sakstype = "ny", soeknad_mottatt = "2026-11-02", soeknad_beskrevet = ja } })
proev("4c", "én dag, én lov", { { avgjort_ulike_dager = ja }, {} }, { { avgjort_ulike_dager = nei } })
proev("4", "noe er bestemt", { { noe_avgjort = nei }, {} }, { { noe_avgjort = ja } })
proev("4b", "alt er bestemt", { { alt_avgjort = nei } }, { { alt_avgjort = ja } })
proev("5", "omfanget kan kontrolleres",
  { { utfall = "innvilget", omfang_tekst = "etter behov" }, { utfall = "delvis", gitt_verdi = 2 }, {} },
  { { utfall = "innvilget", gitt_verdi = 2, gitt_enhet = "timer_per_uke" },
    { utfall = "innvilget", gitt_enhet = "hele_doegnet" },
    { utfall = "innvilget", omfang_tekst = "en toroms bolig i sentrum" } })
proev("5b", "innholdet", {}, { { utfall = "innvilget", innhold = "sårstell" } })
proev("5c", "flere timer enn uka har", {},
  { { utfall = "innvilget", gitt_i_timer = ja, gitt_timer_uke = 168 }, { utfall = "innvilget", gitt_i_timer = nei } })
proev("5d", "innvilget, men mindre enn søkt", { { utfall = "innvilget", mindre_enn_soekt = ja } },
  { { utfall = "innvilget", mindre_enn_soekt = nei }, { utfall = "delvis", mindre_enn_soekt = ja } })
proev("6", "fra, til og ny vurdering",
  { { utfall = "innvilget", virkning_fra = "2026-12-01", vedtak_til = "2027-12-01" },
    { utfall = "innvilget", virkning_fra = "2026-12-01", revurdering = "2027-06-01" } },
  { { utfall = "innvilget", virkning_fra = "2026-12-01", vedtak_til = "2027-12-01", revurdering = "2027-06-01" },
    { utfall = "innvilget", virkning_fra = "2026-12-01", inntil_videre = ja, revurdering = "2027-06-01" },
    { utfall = "avslaatt" } })
proev("6", "ikke inntil videre, og ingen sluttdag",
  { { utfall = "innvilget", virkning_fra = "2026-12-01", inntil_videre = nei, revurdering = "2027-06-01" } }, {})
proev("6b", "slutter før den begynner", {},
  { { utfall = "innvilget", virkning_fra = "2026-12-01", vedtak_til = "2026-12-01" } })
proev("7b", "lokal forskrift", { { lokal_forskrift = "langtid", lokal_forskrift_gjelder = nei } },
  { { lokal_forskrift = "langtid", lokal_forskrift_gjelder = ja }, {} })
proev("9", "opplysningene vedtaket bygger på",
  { { uten_begrunnelse = nei }, { uten_begrunnelse = nei, faktagrunnlag = LITE }, {} },
  { { uten_begrunnelse = nei, faktagrunnlag = EGNE_ORD }, { uten_begrunnelse = ja } })
proev("10", "det som er lagt vekt på",
  { { uten_begrunnelse = nei }, { uten_begrunnelse = nei, begrunnelse = LITE, hensyn = LITE }, {} },
  { { uten_begrunnelse = nei, hensyn = EGNE_ORD }, { uten_begrunnelse = nei, begrunnelse = EGNE_ORD },
    { uten_begrunnelse = ja } })
proev("11", "avslag og delvis begrunnes med egne ord",
  { { utfall = "delvis", begrunnelse = LITE }, {},
    { utfall = "avslaatt", misnoeye_ventet = nei } },
  { { utfall = "avslaatt", begrunnelse = EGNE_ORD }, { utfall = "delvis", begrunnelse = EGNE_ORD } })
proev("11b", "innvilgelse uten begrunnelse bare etter unntaket",
  { { utfall = "innvilget" }, { utfall = "endret", misnoeye_ventet = nei } },
  { { utfall = "innvilget", misnoeye_ventet = nei }, { utfall = "innvilget", begrunnelse = EGNE_ORD },
    { utfall = "avslaatt" } })
proev("12", "brukerens syn", { {}, { brukers_syn = EGNE_ORD }, { brukers_syn_vekt = "stor" } },
  { { brukers_syn = EGNE_ORD, brukers_syn_vekt = "stor" } })
proev("13", "forsvarlig å si nei",
  { { utfall = "avslaatt", sakstype = "ny" }, { utfall = "avslaatt", forsvarlighet = LITE }, { utfall = "opphoert" },
    { utfall = "innvilget" } },
  { { utfall = "avslaatt", forsvarlighet = EGNE_ORD } })
proev("13b", "forsvarlig med delvis", { { utfall = "delvis" } },
  { { utfall = "delvis", forsvarlighet = EGNE_ORD }, { utfall = "innvilget" } })
proev("14", "barnets beste",
  { { foedselsdato = "2018-08-14", beroerte_barn = 0 }, { foedselsdato = "1980-01-01", beroerte_barn = 1 },
    { beroerte_barn = 0 }, { foedselsdato = "2018-08-14", beroerte_barn = 0, barnets_beste = "Ja." } },
  { { foedselsdato = "1980-01-01", beroerte_barn = 0 }, { foedselsdato = "2018-08-14", barnets_beste = EGNE_ORD } })
proev("14b", "alle barn er vurdert", { { uavklarte_barn = 1 } }, { { uavklarte_barn = 0 } })
proev("16", "telefon eller e-post", { { kan_kontaktes = nei }, {} }, { { kan_kontaktes = ja } })
proev("17", "utsatt iverksetting når noe tas bort",
  { { sakstype = "reduksjon", utsatt_iverksetting_vurdert = nei },
    { utfall = "opphoert", utsatt_iverksetting_vurdert = nei } },
  { { sakstype = "reduksjon", utsatt_iverksetting_vurdert = ja } })
proev("18", "ombudet", { { har_ombud = nei } }, { { har_ombud = ja } })
proev("20", "hvem har bestemt, og når", { {}, { besluttet_av = "Anne Modell" }, { vedtaksdato = "2026-11-24" } },
  { { besluttet_av = "Anne Modell", vedtaksdato = "2026-11-24" } })
proev("20b", "delegert myndighet",
  { { besluttet_av = "Anne Modell", er_delegert = nei }, { besluttet_av = "Anne Modell" } },
  { { besluttet_av = "Anne Modell", er_delegert = ja }, {} })
proev("20c", "saksbehandler", { {} }, { { saksbehandler = "Ola Prøve" } })
proev("20d", "den som bestemmer, er habil", { { besluttet_av = "Anne Modell", beslutter_inhabil = ja } },
  { { besluttet_av = "Anne Modell", beslutter_inhabil = nei } })
-- T21: lederen er søkerens søster; den som har bestemt, står rett under lederen.
proev("20e", "T21 lederen er inhabil", { { besluttet_av = "Jon Eksempel", leder_inhabil = ja } },
  { { besluttet_av = "Jon Eksempel", leder_inhabil = nei } })
proev("20f", "ikke datert tilbake",
  { { vedtaksdato = "2026-11-24", soeknad_mottatt = "2026-11-25" },
    { vedtaksdato = "2026-12-26", moetedato = "2026-12-30" },
    { vedtaksdato = "2026-11-24", innstilling_dato = "2026-11-25" },
    { vedtaksdato = "2026-11-24", brevdato = "2026-11-23" } },
  { { vedtaksdato = "2026-12-30", moetedato = "2026-12-30", virkning_fra = "2026-12-26" },
    { vedtaksdato = "2026-11-24", soeknad_mottatt = "2026-11-24", brevdato = "2026-11-24" } })
proev("21", "klart språk",
  { { vedtakstekst = "I henhold til ovennevnte søknad." }, { vedtakstekst = "Vedrørande søknaden din." } },
  { { vedtakstekst = EGNE_ORD } })
proev("21b", "ingen paragrafer i teksten", { { vedtakstekst = "Du får hjelp etter § 2-1." } },
  { { vedtakstekst = EGNE_ORD } })
proev("22", "skjerming", { {}, { skjerming = "fvl.13" } }, { { skjerming = "offl.13 hol.12-1 fvl.13" } })
-- T14: kommunen kutter rengjøring fra annenhver til hver tredje uke uten å varsle.
proev("forhaandsvarsel", "T14 varsel før noe tas bort",
  { { sakstype = "reduksjon", forhaandsvarsel_unnlatt = nei }, { utfall = "opphoert", forhaandsvarsel_unnlatt = nei },
    { sakstype = "endring", forhaandsvarsel_unnlatt = nei } },
  { { sakstype = "reduksjon", forhaandsvarsel_sendt = "2026-11-01" },
    { sakstype = "reduksjon", forhaandsvarsel_unnlatt = ja } })
proev("uttalefrist", "vedtak før uttalefristen er ute",
  { { vedtaksdato = "2026-11-24", uttalefrist_dato = "2026-11-24" },
    { vedtaksdato = "2026-11-24", uttalefrist_dato = "2026-12-01" } },
  { { vedtaksdato = "2026-11-24", uttalefrist_dato = "2026-11-23" }, { vedtaksdato = "2026-11-24" } })
proev("virkning", "hjelpen begynte før vedtaket",
  { { virkning_fra = "2026-11-01", vedtaksdato = "2026-11-24", strakstiltak = nei } },
  { { virkning_fra = "2026-11-01", vedtaksdato = "2026-11-24", strakstiltak = ja },
    { virkning_fra = "2026-11-24", vedtaksdato = "2026-11-24", strakstiltak = nei } })
proev("ny_lov", "T23 forvaltningsloven av 2025",
  { { vedtakstekst = "Begrunnet etter fvl. § 57." }, { vedtakstekst = "Se forvaltningsloven § 63." },
    { vedtakstekst = "Sjå forvaltingslova § 76." }, { vedtakstekst = "forvaltningsloven av 2025" },
    { vedtakstekst = "Se fvl § 57." }, { vedtakstekst = "Se fvl.§57." },
    { vedtakstekst = "Se forvaltningsloven §§ 57 og 58." },
    { vedtakstekst = "Etter § 57 i forvaltningsloven." }, { vedtakstekst = "Etter forvaltningslovens § 61." },
    { vedtakstekst = "Se § 63 i den nye loven." }, { vedtakstekst = "Den nye forvaltningsloven § 25." } },
  { { vedtakstekst = "Begrunnet etter fvl. § 25." }, { vedtakstekst = "Se forvaltningsloven § 29." },
    { vedtakstekst = EGNE_ORD } })

-- ── Når punktet gjelder, og når det ikke gjør det ───────────────────────────────────────────────────────────────
-- fvl. § 25: innhold, omfang og tid beskriver det som er gitt. Er ingenting gitt, er det ingenting å beskrive.
local GITT, IKKE_GITT = { "innvilget", "delvis", "endret" }, { "avslaatt", "avvist", "opphoert" }
for _, det in ipairs {
  { "5",  {} },
  { "5b", {} },
  { "5c", { gitt_i_timer = ja, gitt_timer_uke = 169 } },
  { "6",  { vedtak_til = "2027-12-01", revurdering = "2027-06-01" } },
  { "6b", { virkning_fra = "2026-12-01", vedtak_til = "2026-11-30" } },
  { "6c", { revurdering = "2026-11-23", vedtaksdato = "2026-11-24" } },
} do
  proev(det[1], "bare når noe er gitt", hver("utfall", GITT, det[2]), hver("utfall", IKKE_GITT, det[2]))
end
-- egenandelsforskriften § 8: bare den som får noe, kan betale for det; og bare når tjenesten kan koste noe.
for _, egenandel in ipairs { "statlig", "lokal", "husleie", "institusjon" } do
  proev("19", "egenandel er " .. egenandel, hver("utfall", GITT, { egenandel_oppgitt = nei }),
    hver("utfall", IKKE_GITT, { egenandel_oppgitt = nei }), { egenandel = egenandel })
end
proev("19", "gratis", {}, { { utfall = "innvilget", egenandel_oppgitt = nei } }, { egenandel = "ingen" })

-- fvl. § 24: avslag, delvis innvilgelse, avvisning og opphør skal begrunnes. Et utfall ingen har skrevet, kan være et av dem.
proev("11", "alle utfall som går parten imot", hver("utfall", { "delvis", "avslaatt", "avvist", "opphoert" }, {}),
  hver("utfall", { "innvilget", "endret" }, {}))
proev("11b", "alle utfall som gir parten medhold", hver("utfall", { "innvilget", "endret" }, { misnoeye_ventet = ja }),
  hver("utfall", { "delvis", "avslaatt", "avvist", "opphoert" }, { misnoeye_ventet = ja }))

-- fvl. §§ 16 og 42, hol. § 4-1: hjelp blir tatt bort når sakstypen er reduksjon eller opphør, eller utfallet er opphørt.
local SOM_FOER = { foer_i_timer = nei, samme_enhet_som_foer = nei }
local TAR_FRA = { med(SOM_FOER, { sakstype = "reduksjon", utfall = "endret" }),
  med(SOM_FOER, { sakstype = "opphoer", utfall = "endret" }),
  med(SOM_FOER, { sakstype = "revurdering", utfall = "opphoert" }) }
local TAR_IKKE = { med(SOM_FOER, { sakstype = "ny", utfall = "innvilget" }),
  med(SOM_FOER, { sakstype = "revurdering", utfall = "innvilget" }),
  med(SOM_FOER, { sakstype = "forlengelse", utfall = "innvilget" }) }
local function alle_med(saker, ulikt)
  local ut = {}
  for i, sak in ipairs(saker) do ut[i] = med(sak, ulikt) end
  return ut
end
proev("13", "hver måte å ta bort hjelp på", alle_med(TAR_FRA, {}), alle_med(TAR_IKKE, {}))
proev("13", "forsvarlig er vurdert", {}, alle_med(TAR_FRA, { forsvarlighet = EGNE_ORD }))
proev("17", "hver måte å ta bort hjelp på", alle_med(TAR_FRA, { utsatt_iverksetting_vurdert = nei }),
  alle_med(TAR_IKKE, { utsatt_iverksetting_vurdert = nei }))
proev("forhaandsvarsel", "hver måte å ta bort hjelp på", alle_med(TAR_FRA, { forhaandsvarsel_unnlatt = nei }),
  alle_med(TAR_IKKE, { forhaandsvarsel_unnlatt = nei }))

-- fvl. §§ 16 og 42: fire timer er blitt to. Da er det en reduksjon, hva saken enn kalles, og et timetall kan ikke skjule det.
local FIRE_TIMER = { foer_i_timer = ja, foer_verdi = 4, foer_enhet = "timer_per_uke", gitt_i_timer = ja,
  gitt_enhet = "timer_per_uke", samme_enhet_som_foer = nei, utfall = "endret", forhaandsvarsel_unnlatt = nei,
  utsatt_iverksetting_vurdert = nei, soekt_om_endringen = ja }
local NAVN = { "ny", "endring", "revurdering" }
for _, nummer in ipairs { "13", "17", "forhaandsvarsel" } do
  proev(nummer, "fire timer er blitt to", hver("sakstype", NAVN, med(FIRE_TIMER, { gitt_verdi = 2 })),
    hver("sakstype", NAVN, med(FIRE_TIMER, { gitt_verdi = 4 })))
end
proev("17", "tjue måltider i uka er blitt fem",
  { { sakstype = "revurdering", utfall = "endret", foer_i_timer = nei, samme_enhet_som_foer = ja, foer_verdi = 20,
    gitt_verdi = 5, utsatt_iverksetting_vurdert = nei } },
  { { sakstype = "revurdering", utfall = "endret", foer_i_timer = nei, samme_enhet_som_foer = ja, foer_verdi = 5,
    gitt_verdi = 20, utsatt_iverksetting_vurdert = nei },
    { sakstype = "revurdering", utfall = "endret", foer_i_timer = nei, samme_enhet_som_foer = ja, foer_verdi = 5,
      gitt_verdi = 5, utsatt_iverksetting_vurdert = nei } })
proev("17", "timer er blitt ett besøk: det kan ikke regnes om uten å vite hvor ofte", {},
  { med(FIRE_TIMER,
    { sakstype = "revurdering", gitt_i_timer = nei, gitt_enhet = "timer_per_gang", gitt_verdi = 1 }) })
proev("forhaandsvarsel", "den som søker om å få fortsette, har uttalt seg", {},
  { med(FIRE_TIMER, { sakstype = "forlengelse", gitt_verdi = 2 }) })
proev("forhaandsvarsel", "en endring ingen har søkt om",
  { med(FIRE_TIMER, { sakstype = "endring", gitt_verdi = 6, soekt_om_endringen = nei }) },
  { med(FIRE_TIMER, { sakstype = "endring", gitt_verdi = 6 }) })
-- fvl. § 16: et varsel uten frist gir fjorten dager. Sendt fredag 30. oktober: siste dag er fredag 13. november.
proev("uttalefrist_dager", "varselet sier ingen frist",
  { { forhaandsvarsel_sendt = "2026-10-30", vedtaksdato = "2026-11-13" }, { forhaandsvarsel_sendt = "2026-10-30" } },
  { { forhaandsvarsel_sendt = "2026-10-30", vedtaksdato = "2026-11-14" },
    { forhaandsvarsel_sendt = "2026-10-30", vedtaksdato = "2026-11-02", uttalefrist_dato = "2026-11-01" },
    { vedtaksdato = "2026-11-02" } })
-- fvl. § 6 første ledd: den som er inhabil, kan verken avgjøre saken eller legge til rette for det.
proev("20l", "den som har forberedt saken", { { forberedt_av_inhabil = ja }, {} }, { { forberedt_av_inhabil = nei } })

-- fvl. § 25: søknaden nevnes når det er en. I disse sakstypene har kommunen tatt saken opp selv.
proev("3", "kommunen tok saken opp selv", hver("sakstype", { "ny", "forlengelse" }, {}),
  hver("sakstype", { "endring", "reduksjon", "revurdering", "opphoer" }, {}))

-- pbrl. § 2-7: «etter behov» kan ikke kontrolleres. Hele døgnet, en plass, et tall med enhet, eller minst tolv tegn om ordningen kan.
proev("5", "omfang med ord", {},
  { { utfall = "innvilget", omfang_tekst = "en fast uke!" }, { utfall = "innvilget", gitt_enhet = "plass" } })

-- fvl. § 25: den nye vurderingen kan ikke komme før tjenesten begynner eller før vedtaket.
local R = { utfall = "innvilget", revurdering = "2026-12-10" }
proev("6c", "ny vurdering etter begge dagene",
  { med(R, { virkning_fra = "2026-12-11" }), med(R, { vedtaksdato = "2026-12-11" }),
    med(R, { virkning_fra = "2026-12-11", vedtaksdato = "2026-11-24" }) },
  { R, med(R, { virkning_fra = "2026-12-10" }), med(R, { vedtaksdato = "2026-12-10" }),
    { utfall = "innvilget", virkning_fra = "2026-12-11", vedtaksdato = "2026-12-11" } })
proev("6b", "en av dagene mangler", {},
  { { utfall = "innvilget", vedtak_til = "2026-11-30" }, { utfall = "innvilget", virkning_fra = "2026-12-01" } })

-- vgml.: en verge handler fra og med den dagen vergemålet begynner, til og med dagen det slutter.
proev("2b", "vergemålet gjelder i dag",
  { { verge_mandat = "personlig", vergemaal_til = "2026-11-23" },
    { verge_mandat = "personlig", vergemaal_fra = "2026-11-25" } },
  { { verge_mandat = "personlig", vergemaal_til = "2026-11-24" },
    { verge_mandat = "personlig", vergemaal_fra = "2026-11-24" } })
proev("2", "fullmakten gjelder til og med dagen", {}, { { har_fullmakt = ja, fullmakt_til = "2026-11-24" } })
-- fvl. § 13: verken den som meldte fra eller motparten skal ha brevet.
proev("2d", "taushetsplikt mot melder og motpart", { { part_rolle = "melder" }, { part_rolle = "motpart" }, {} },
  { { part_rolle = "soeker" } })
proev("2g", "én mottaker, én søker",
  { { mottakere = 2, soekere = 1, flere_personer = nei }, { mottakere = 1, soekere = 2, flere_personer = nei },
    { mottakere = 1, soekere = 1, flere_personer = ja } },
  { { mottakere = 1, soekere = 1, flere_personer = nei }, { mottakere = 0, soekere = 1, flere_personer = nei } })
-- fvl. §§ 16 og 27: den som har fylt 15 og ikke 18, skal selv ha vedtaket.
proev("14c", "fra femten til atten år", hver("foedselsdato", { "2011-11-24", "2008-11-25" }, { er_mottaker = nei }),
  { { foedselsdato = "2011-11-25", er_mottaker = nei }, { foedselsdato = "2008-11-24", er_mottaker = nei },
    { foedselsdato = "2011-11-24", er_mottaker = ja } })

-- fvl. § 29: først blir vedtaket truffet, så sendt, så kommer det fram. Samme dag er lov; en dag ingen kjenner, er ikke feil.
proev("15h", "dagene i rekkefølge",
  { { vedtaksdato = "2026-11-24", vedtak_sendt = "2026-11-23" },
    { vedtaksdato = "2026-11-24", vedtak_mottatt = "2026-11-23" },
    { vedtak_sendt = "2026-11-24", vedtak_mottatt = "2026-11-23" } },
  { {}, { vedtaksdato = "2026-11-24" }, { vedtak_sendt = "2026-11-24" }, { vedtak_mottatt = "2026-11-24" },
    { vedtaksdato = "2026-11-24", vedtak_sendt = "2026-11-24", vedtak_mottatt = "2026-11-24" } })
-- Vedtaket dateres den dagen det blir bestemt: etter søknad, kartlegging, innstilling og møte, og ikke etter brevet.
local V = { vedtaksdato = "2026-11-24" }
proev("20f", "ikke datert tilbake, hver dag for seg", { med(V, { kartlagt_dato = "2026-11-25" }) },
  { V, {}, med(V, { kartlagt_dato = "2026-11-24" }), med(V, { innstilling_dato = "2026-11-24" }),
    med(V, { brevdato = "2026-11-25" }) })
proev("20h", "skrevet ut før vedtaket",
  { med(V, { dokumentdato = "2026-11-23" }), med(V, { brevdato = "2026-11-24", dokumentdato = "2026-11-23" }) },
  { {}, { brevdato = "2026-11-24" }, V, med(V, { dokumentdato = "2026-11-25" }),
    med(V, { brevdato = "2026-11-23", dokumentdato = "2026-11-23" }) })
proev("virkning", "ingen vedtaksdato å sammenlikne med", {},
  { { virkning_fra = "2026-11-01", strakstiltak = nei }, { vedtaksdato = "2026-11-24", strakstiltak = nei } })
-- fvl. § 16: uten vedtaksdato er det ikke klart at fristen for å uttale seg var ute.
proev("uttalefrist", "ingen vet når vedtaket ble truffet", { { uttalefrist_dato = "2026-11-23" } }, {})

-- språkl. § 9: ordene Språkrådet fraråder i brev til folk
proev("21", "hvert ord",
  hver("vedtakstekst",
    { "I henhold til søknaden.", "Vedrørende søknaden.", "Vedrørande søknaden.", "Vi viser til ovennevnte.",
      "Vi viser til ovannemnde.",
      "Du får herved svar.", "Hva angår søknaden, svarer vi ja.", "Se brevet, jfr. søknaden.",
      "Se brevet, jf. søknaden.", "Du anmodes om å svare.", "I medhold av loven." }, {}), {})

-- fvl. § 27: hvert klageregime har sin instans (pbrl. § 7-2; fvl. § 28 andre ledd; bsl. § 6).
for _, regime in ipairs { { "15", "A", "instans_a" }, { "15b", "B", "instans_b" }, { "15c", "C", "instans_c" } } do
  proev(regime[1], "regime " .. regime[2], { { [regime[3]] = nei }, {} }, { { [regime[3]] = ja } },
    { regime = regime[2] })
  proev(regime[1], "et annet regime enn " .. regime[2], {}, { { [regime[3]] = nei } }, { regime = "D" })
end
for _, regime in ipairs { "A", "B", "C" } do proev("15d", "regime " .. regime, {}, { {} }, { regime = regime }) end
proev("15d", "regelen sier ikke hvilket regime", { {} }, {}, {})
proev("15g", "regime A: Statsforvalteren", { { vedtakstekst = "Klagenemnda avgjør." }, {} },
  { { vedtakstekst = "Statsforvalteren avgjør." } }, { regime = "A" })
proev("15g", "regime B: klagenemnda",
  hver("vedtakstekst", { "Statsforvalteren avgjør.", "Statsforvaltaren avgjer." }, {}),
  { { vedtakstekst = "Klagenemnda avgjør." } }, { regime = "B" })
proev("15g", "regime B: fylkesmannen avgjør heller ikke", { { vedtakstekst = "Fylkesmannen avgjør." } }, {},
  { regime = "B" })
proev("15g", "regime C: Statsforvalteren", { { vedtakstekst = "Klagenemnda avgjør." } },
  { { vedtakstekst = "Statsforvalteren avgjør." } }, { regime = "C" })
proev("15g", "uten regel er det ingen instans å sammenlikne med", {},
  { { vedtakstekst = "Klagenemnda og Statsforvalteren." } }, nei)
-- pbrl. § 7-5: fire uker. Tre uker i teksten er for kort, hvordan det enn er skrevet.
proev("15e", "tre uker skrevet på hver måte",
  hver("vedtakstekst",
    { "Klag innen 3 uker.", "Klag innen tre uker.", "Klag innan 3 veker.", "Klag innan tre veker.",
      "Klag innen 3\u{a0}uker." }, {}),
  { { vedtakstekst = "Klag innen fire uker." } }, { regime = "A" })
proev("15e", "en annen for kort frist",
  hver("vedtakstekst",
    { "Klagefristen er to uker.", "Fristen for å klage er 14 dager.", "Du kan klage. Fristen er 21 dager." }, {}),
  hver("vedtakstekst",
    { "Vi beklager at det tok tre uker.", "Du klaget over smerter i tre uker.", "Du kan klage i fire uker." }, {}),
  { regime = "A" })
-- fvl. § 29: tre uker. Kortere er feil; lengre er ikke ulovlig, men parten kan stole på det.
for _, regime in ipairs { "B", "C" } do
  proev("15j", "kortere enn tre uker, regime " .. regime, { { vedtakstekst = "Klagefristen er to uker." } },
    { { vedtakstekst = "Klagefristen er tre uker." }, { vedtakstekst = "Du får alarmen innen to uker." } },
    { regime = regime })
  proev("15k", "lengre enn tre uker, regime " .. regime, { { vedtakstekst = "Klagefristen er fire uker." } },
    { { vedtakstekst = "Klagefristen er tre uker." }, { vedtakstekst = "Du får alarmen innen fire uker." } },
    { regime = regime })
end
-- Hver måte å skrive det på, på begge målformer: ordet om klagen, og fristen.
local KLAGEORD = { "Klagefrist", "Fristen for å klage er", "Fristen for å klaga er", "Klag innen", "Klag innan",
  "Send klage innen", "Send klage innan", "Send klaga innan", "Du kan klage i", "Du må klage på", "Du kan klaga i",
  "Du må klaga på" }
local KORTERE = { "2 uker", "to uker", "1 uke", "én uke", "en uke", "to (2) uker", "14 dager", "10 dager", "2 veker",
  "to veker", "1 veke", "éi veke", "ei veke", "to (2) veker", "14 dagar", "10 dagar" }
local TRE = { "3 uker", "tre uker", "tre (3) uker", "21 dager", "3 veker", "tre veker", "tre (3) veker", "21 dagar" }
local LENGRE = { "4 uker", "fire uker", "fire (4) uker", "seks uker", "6 uker", "4 veker", "fire veker",
  "fire (4) veker", "seks veker", "6 veker" }
local function skrevet_slik(ord, frister)
  local ut = {}
  for _, foran in ipairs(ord) do
    for _, antall_uker in ipairs(frister) do table.insert(ut, { vedtakstekst = foran .. " " .. antall_uker .. "." }) end
  end
  return ut
end
for _, det in ipairs { { "15e", "A", KORTERE, "to uker" }, { "15e", "A", TRE, "tre uker" },
  { "15j", "B", KORTERE, "to uker" }, { "15k", "C", LENGRE, "fire uker" } } do
    proev(det[1], "hver lengde", skrevet_slik({ "Klagefrist" }, det[3]), {}, { regime = det[2] })
    proev(det[1], "hvert ord om å klage", skrevet_slik(KLAGEORD, { det[4] }), {}, { regime = det[2] })
  end
for _, nummer in ipairs { "15j", "15k" } do
  proev(nummer, "gjelder ikke rettigheter", {}, { { vedtakstekst = "Klagefristen er to uker. Nei, fire uker." } },
    { regime = "A" })
end
proev("15f", "rettighetsloven nevnt på hver måte",
  hver("vedtakstekst",
    { "Se pbrl. § 2-1.", "Pasient- og brukerrettighetsloven gjelder.", "Pasient- og brukarrettslova gjeld.",
      "Pasient- og brukerrettslova gjelder." }, {}),
  { { vedtakstekst = "Forvaltningsloven gjelder." } }, { regime = "B" })
-- fvl. § 25 første ledd: uten regel, ingen hjemmel; og da er det heller ikke noe å forklare eller utrede mot.
proev("7", "ingen regel gjelder", { {} }, {}, nei)
proev("7", "en regel gjelder", {}, { {} }, {})
proev("8", "regelen er forklart", {}, { {} }, { regelen_forklart = "ja" })
proev("8", "regelen er ikke forklart", { {} }, {}, {})
for _, nummer in ipairs { "8", "15d", "utredet" } do proev(nummer, "ingen regel gjelder", {}, { {} }, nei) end

-- pbrl. § 2-7: høyst to uker krever ikke enkeltvedtak; gjelder rettigheter, ikke kommunens egne tilbud.
proev("kort_varighet", "høyst to uker", { { varighet_uker = 2 } }, { { varighet_uker = 2.5 }, {} }, { regime = "A" })
proev("kort_varighet", "avgjørelser pbrl. § 2-7 ikke nevner, krever aldri enkeltvedtak", {}, { { varighet_uker = 2 } },
  { regime = "A", enkeltvedtak = "nei" })
proev("kort_varighet", "et tilbud", {}, { { varighet_uker = 2 } }, { regime = "B" })
proev("iplos", "eldre enn ett år, eller mangler", { {}, { iplos_dato = "2025-11-23" } },
  { { iplos_dato = "2025-11-24" } }, { iplos_kreves = "ja" })
