-- En sak der alt er i orden, og så én ting om gangen som ikke er det: nøyaktig hvilke punkter som slår til, og hvor alvorlig.

local EGNE_ORD = "Du har falt tre ganger i trappen siden sommeren, og legen skriver at hoften ikke tåler et nytt fall. Sønnen din bor i Bergen og "
  .. "kommer hjem til jul. Du klarer maten selv når noen bærer inn ved og varer."

-- punkt (eller flere) · nivå · det som er annerledes · andre regler enn hjemmesykepleie som gjelder
local function avvik_fra_orden(navn, funn, nivaa, sak)
  return { navn = navn, sak = sak, venter = { funn = funn, nivaa = nivaa } }
end

test "én ting om gangen" { dato = "2026-11-24", sjekkliste = "vedtak",
  sak = {
    -- regelen
    oppholder_seg_i_kommunen = ja, trenger_helsehjelp = ja, kan_oppsoeke_hjelpen = nei, dekkes_paa_annen_maate = nei,
    -- vedtaket
    sakstype = "ny", utfall = "innvilget", vedtaksdato = "2026-11-24", brevdato = "2026-11-24", virkning_fra = "2026-11-25", vedtak_til = "2027-05-25", revurdering = "2027-04-26",
    innhold = "sårstell", gitt_verdi = 2, gitt_enhet = "timer_per_uke", gitt_i_timer = ja, soekt_i_timer = ja, soekt_verdi = 2, soekt_enhet = "timer_per_uke",
    behov_verdi = 2, behov_enhet = "timer_per_uke", varighet_uker = 26,
    faktagrunnlag = EGNE_ORD, begrunnelse = EGNE_ORD, brukers_syn = EGNE_ORD, brukers_syn_vekt = "stor", forsvarlighet = EGNE_ORD, vedtakstekst = EGNE_ORD,
    egenandel_kreves = nei, egenandel_oppgitt = ja, misnoeye_ventet = ja,
    -- saken
    kan_naas = ja, foedselsdato = "1942-03-14", beroerte_barn = 0, uavklarte_barn = 0, har_fullmakt = ja, fullmakt_dato = "2026-10-30", verge_mandat = "personlig",
    soeknad_mottatt = "2026-11-02", soeknad_beskrevet = ja, soeknad_fra_berettiget = ja, noe_avgjort = ja, alt_avgjort = ja, innstilling_dato = "2026-11-20",
    moetedato = "2026-11-18", iplos_dato = "2026-11-12", skjerming = "offl.13", strakstiltak = nei, utsatt_iverksetting_vurdert = nei, forhaandsvarsel_unnlatt = nei,
    -- folkene og kommunen
    besluttet_av = "Anne Modell", rolle = "enhetsleder", er_delegert = ja, saksbehandler = "Ola Prøve", beslutter_inhabil = nei, leder_inhabil = nei,
    instans_a = ja, instans_b = ja, instans_c = ja, kan_kontaktes = ja, har_ombud = ja,
  },
  venter = { hjemmesykepleie = "innvilget" },
  rader = {
    avvik_fra_orden("alt er i orden", {}, "ok", {}),
    avvik_fra_orden("ingen adresse", { "1" }, "stopp", { kan_naas = nei }),
    avvik_fra_orden("ingen fullmakt", { "2" }, "stopp", { har_fullmakt = nei }),
    avvik_fra_orden("vergen har bare økonomisk mandat", { "2b" }, "stopp", { verge_mandat = "oekonomisk" }),
    avvik_fra_orden("naboen søkte", { "2c" }, "utkast", { soeknad_fra_berettiget = nei }),
    avvik_fra_orden("ikke skrevet hva det er søkt om", { "3" }, "utkast", { soeknad_beskrevet = nei }),
    avvik_fra_orden("ingenting er bestemt", { "4" }, "stopp", { noe_avgjort = nei }),
    avvik_fra_orden("noe gjenstår", { "4b" }, "varsel", { alt_avgjort = nei }),
    avvik_fra_orden("omfang uten enhet", { "5", "5c", "5d" }, "stopp", { gitt_enhet = ikke_oppgitt }),
    avvik_fra_orden("intet innhold", { "5b" }, "stopp", { innhold = ikke_oppgitt }),
    avvik_fra_orden("169 timer i uka", { "5c" }, "stopp", { gitt_verdi = 169, soekt_verdi = 169, behov_verdi = 169 }),
    avvik_fra_orden("en time av to", { "5d" }, "stopp", { gitt_verdi = 1 }),
    avvik_fra_orden("ingen dato for ny vurdering", { "6" }, "utkast", { revurdering = ikke_oppgitt }),
    avvik_fra_orden("slutter før den begynner", { "6b" }, "stopp", { vedtak_til = "2026-11-01" }),
    avvik_fra_orden("forskriften er opphevet", { "7b" }, "stopp", { lokal_forskrift = "langtid", lokal_forskrift_gjelder = nei }),
    avvik_fra_orden("intet faktagrunnlag", { "9" }, "stopp", { faktagrunnlag = ikke_oppgitt }),
    avvik_fra_orden("ingen begrunnelse, misnøye ventet", { "10", "11b" }, "stopp", { begrunnelse = ikke_oppgitt }),
    avvik_fra_orden("bare hensynene er skrevet", { "11b" }, "stopp", { begrunnelse = ikke_oppgitt, hensyn = EGNE_ORD }),
    avvik_fra_orden("avslag med bare hensynene", { "11" }, "stopp", { utfall = "avslaatt", begrunnelse = ikke_oppgitt, hensyn = EGNE_ORD, avvik_begrunnet = EGNE_ORD }),
    avvik_fra_orden("begrunnet, men ikke det som ble veid", { "10" }, "stopp", { begrunnelse = "Legen ber om daglig stell av såret fram til påske." }),
    avvik_fra_orden("ingen spurte brukeren", { "12" }, "utkast", { brukers_syn = ikke_oppgitt }),
    avvik_fra_orden("avslag uten vurdering av forsvarlighet", { "13" }, "stopp",
      { utfall = "avslaatt", forsvarlighet = ikke_oppgitt, avvik_begrunnet = EGNE_ORD }),
    avvik_fra_orden("avslag uten begrunnelse", { "10", "11" }, "stopp", { utfall = "avslaatt", begrunnelse = ikke_oppgitt, avvik_begrunnet = EGNE_ORD }),
    avvik_fra_orden("delvis uten vurdering av forsvarlighet", { "13b" }, "varsel", { utfall = "delvis", forsvarlighet = ikke_oppgitt, avvik_begrunnet = EGNE_ORD }),
    avvik_fra_orden("et barn", { "14" }, "stopp", { foedselsdato = "2018-08-14" }),
    avvik_fra_orden("et barn ingen har tenkt på", { "14b" }, "utkast", { uavklarte_barn = 1 }),
    avvik_fra_orden("ingen klageinstans", { "15" }, "stopp", { instans_a = nei }),
    avvik_fra_orden("tre uker for hånd", { "15e" }, "stopp", { vedtakstekst = "Du kan klage innen tre uker." }),
    avvik_fra_orden("feil klageinstans", { "15g" }, "stopp", { vedtakstekst = "Klagen går til klagenemnda." }),
    avvik_fra_orden("verken telefon eller e-post", { "16" }, "utkast", { kan_kontaktes = nei }),
    avvik_fra_orden("reduksjon uten å si fra om utsatt iverksetting", { "17" }, "stopp", { sakstype = "reduksjon", forhaandsvarsel_sendt = "2026-10-01" }),
    avvik_fra_orden("intet ombud", { "18" }, "varsel", { har_ombud = nei }),
    avvik_fra_orden("regning for hjemmesykepleie", { "19b" }, "stopp", { egenandel_kreves = ja }),
    avvik_fra_orden("ingen har bestemt", { "20" }, "stopp", { besluttet_av = ikke_oppgitt }),
    avvik_fra_orden("ingen myndighet", { "20b" }, "stopp", { er_delegert = nei }),
    avvik_fra_orden("ingen saksbehandler", { "20c" }, "stopp", { saksbehandler = ikke_oppgitt }),
    avvik_fra_orden("inhabil", { "20d" }, "stopp", { beslutter_inhabil = ja }),
    avvik_fra_orden("inhabil leder", { "20e" }, "stopp", { leder_inhabil = ja }),
    avvik_fra_orden("datert før møtet", { "20f" }, "stopp", { moetedato = "2026-11-25" }),
    avvik_fra_orden("kanselli", { "21" }, "varsel", { vedtakstekst = "I henhold til søknaden." }),
    avvik_fra_orden("paragraf i teksten", { "21b" }, "varsel", { vedtakstekst = "Du får hjelp etter § 2-1." }),
    avvik_fra_orden("ingen skjerming", { "22" }, "stopp", { skjerming = ikke_oppgitt }),
    avvik_fra_orden("endring uten varsel", { "forhaandsvarsel" }, "stopp", { sakstype = "endring" }),
    avvik_fra_orden("vedtak før uttalefristen", { "uttalefrist" }, "stopp", { uttalefrist_dato = "2026-12-01" }),
    { navn = "opplysninger mangler", sak = { trenger_helsehjelp = under_innhenting },
      venter = { hjemmesykepleie = ukjent, mangler = { "trenger_helsehjelp" }, funn = { "utredet" }, nivaa = "utkast" } },
    avvik_fra_orden("avvik uten grunn", { "avvik" }, "stopp", { utfall = "delvis" }),
    avvik_fra_orden("gammel IPLOS", { "iplos" }, "varsel", { iplos_dato = "2024-01-01" }),
    avvik_fra_orden("begynte før vedtaket", { "virkning" }, "varsel", { virkning_fra = "2026-11-01" }),
    avvik_fra_orden("ti dager", { "kort_varighet" }, "varsel", { varighet_uker = 1.5 }),
    avvik_fra_orden("ny forvaltningslov", { "21b", "ny_lov" }, "stopp", { vedtakstekst = "Se fvl. § 57." }),
  },
}
-- Det samme for et tilbud kommunen gir.
test "tilbud: én ting om gangen" { dato = "2026-11-24", sjekkliste = "vedtak",
  sak = {
    boform = "egen_bolig", utrygg_hjemme = ja, kan_bruke_alarm = ja, godtar_noekkelboks = ja, del_av_noedvendig_helsehjelp = nei,
    sakstype = "ny", utfall = "innvilget", vedtaksdato = "2026-11-24", brevdato = "2026-11-24", virkning_fra = "2026-11-25", inntil_videre = ja, revurdering = "2027-11-26",
    innhold = "alarm", gitt_enhet = "hele_doegnet", gitt_i_timer = nei, soekt_i_timer = nei, varighet_uker = 104,
    faktagrunnlag = EGNE_ORD, begrunnelse = EGNE_ORD, brukers_syn = EGNE_ORD, brukers_syn_vekt = "stor", vedtakstekst = EGNE_ORD,
    egenandel_kreves = ja, egenandel_oppgitt = ja, misnoeye_ventet = nei,
    kan_naas = ja, foedselsdato = "1942-03-14", beroerte_barn = 0, uavklarte_barn = 0, har_fullmakt = ja, verge_mandat = "personlig",
    soeknad_mottatt = "2026-11-02", soeknad_beskrevet = ja, soeknad_fra_berettiget = ja, noe_avgjort = ja, alt_avgjort = ja,
    skjerming = "offl.13", strakstiltak = nei, utsatt_iverksetting_vurdert = nei, forhaandsvarsel_unnlatt = nei,
    besluttet_av = "Ola Prøve", rolle = "saksbehandler", er_delegert = ja, saksbehandler = "Ola Prøve", beslutter_inhabil = nei, leder_inhabil = nei,
    instans_a = ja, instans_b = ja, instans_c = ja, kan_kontaktes = ja, har_ombud = ja,
  },
  venter = { trygghetsalarm = "innvilget" },
  rader = {
    avvik_fra_orden("alt er i orden", {}, "ok", {}),
    avvik_fra_orden("ingen klagenemnd", { "15b" }, "stopp", { instans_b = nei }),
    avvik_fra_orden("viser til rettighetsloven", { "15f" }, "stopp", { vedtakstekst = "Etter pbrl. får du alarm." }),
    avvik_fra_orden("viser til Statsforvalteren", { "15g" }, "stopp", { vedtakstekst = "Klagen avgjøres av Statsforvalteren." }),
    avvik_fra_orden("omfanget står ikke", { "5" }, "stopp", { gitt_enhet = ikke_oppgitt }),
    avvik_fra_orden("ingen opplysninger og ingen begrunnelse, men unntaket gjelder", {}, "ok", { faktagrunnlag = ikke_oppgitt, begrunnelse = ikke_oppgitt }),
    avvik_fra_orden("ikke et ord om prisen", { "19" }, "varsel", { egenandel_oppgitt = nei }),
  },
}
