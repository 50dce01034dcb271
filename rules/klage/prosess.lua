-- Klagesaken fra den kommer til den er avgjort, én for hver klage. Det kommunen har bestemt (avgjoerelse), oversendelsen og
-- klageinstansens vedtak er hendelser i seg selv, og trenger ikke føres én gang til.

local KLAGE = "/sak/klage[not(@om) or @om='vedtak' or @om='innsyn' or @om='egenandel' or @om='rettighet']"
-- Uten «for» gjelder hendelsen klagen når saken bare har én. Er det samme også ført som element, telles det én gang.
local function gjelder_klagen(slag)
  return "/sak/hendelser/hendelse[(@for=$her/@id or (not(@for) and count(/sak/klage)=1))" .. slag .. "]"
end
local function ikke_foert(type) return "[not(" .. gjelder_klagen(" and @type='" .. type .. "'") .. ")]" end
local EGNE = gjelder_klagen(" and ((@for and not(starts-with(@type,'sakskostnader'))) or starts-with(@type,'klage') or starts-with(@type,'retting') or (starts-with(@type,'sakskostnader') and $her/instansvedtak/@utfall='endret'))")
local function er_hendelsen(element, navn) return "substring('" .. navn .. "', 1, 99 * boolean(self::" .. element
    .. "))" end

fakta {
  klagesvar_gitt = janei {
    tekst = { nb = "foreløpig svar på klagen er sendt", nn = "førebels svar på klaga er sendt" },
    finnes = "/sak/hendelser/hendelse[@type='foreloepig_svar' and @for=$her/@id]",
  },
  instansutfall = valg {
    tekst = { nb = "det klageinstansen har bestemt", nn = "det klageinstansen har avgjort" }, hjemmel = "fvl.34",
    sti = "instansvedtak/@utfall",
    verdier = { "stadfestet", "endret", "opphevet", "avvist" },
  },
  instansvedtak_mottatt = dato {
    tekst = { nb = "dagen klageinstansens vedtak kom fram", nn = "dagen vedtaket til klageinstansen kom fram" },
    sti = "instansvedtak/@mottatt",
  },
  utsetting_gitt = janei { tekst = { nb = "vedtaket er utsatt", nn = "vedtaket er utsett" }, hjemmel = "fvl.42",
    sti = "utsattIverksetting/@gitt" },
}

frist "foreloepig_svar_klage" {
  tekst = { nb = "foreløpig svar på klagen", nn = "førebels svar på klaga" }, hjemmel = "fvl.11a",
  naar = ikke(er("klagesvar_gitt")), maaneder = 1, regnes_fra = "klage_mottatt", forskyves = "tilbake",
}
-- Tre uker fra meldingen om det nye vedtaket kom fram til parten (fvl. § 36), enten klageinstansen eller kommunen selv endret
-- det til fordel for den som klager. Er den dagen ikke kjent, er datoen i brevet et anslag.
frist "sakskostnader" {
  tekst = { nb = "frist for å kreve sakskostnader", nn = "frist for å krevje sakskostnader" },
  hjemmel = { "fvl.36", "dl.148", "dl.149" }, gjelder = "/sak/klage",
  naar = alle { er("instansutfall", "endret"), ikke(er("instans_til_skade")) },
  uker = 3, regnes_fra = "instansvedtak_mottatt", forskyves = "fram",
  anslag = { fra = "instansvedtak_dato", dager = "postgang", forskyves = "fram" },
}
frist "sakskostnader_omgjort" {
  tekst = { nb = "frist for å kreve sakskostnader", nn = "frist for å krevje sakskostnader" },
  hjemmel = { "fvl.36", "dl.148", "dl.149" }, gjelder = "/sak/klage",
  naar = er("klageutfall", { "omgjort", "delvis_omgjort" }),
  uker = 3, regnes_fra = "avvisning_mottatt", forskyves = "fram",
  anslag = { fra = "dokumentdato", dager = "postgang", forskyves = "fram" },
}

local SVAR = { { "foreloepig_svar_klage", ved_brudd = "foreloepig_svar",
  tekst = { nb = "den som klager, skal få et foreløpig svar", nn = "den som klagar, skal få eit førebels svar" } } }
local BESLUTTER = { "forvaltningskontoret", "enhetsleder", "kommunalsjef" }
-- Ikke alt blir ført: at klagen er avgjort, viser at den er kontrollert.
local FOER_SVAR = { "mottatt", "fristkontroll", "undersoekes" }

local function avgjort(utfall, til, hjemmel, fra)
  return overgang { fra = fra or FOER_SVAR, hendelse = "klage_avgjort", til = til, naar = er("klageutfall", utfall),
    rolle = BESLUTTER, hjemmel = hjemmel }
end
local function instansen(til, naar)
  return overgang { fra = "oversendt", hendelse = "klageinstans_avgjort", til = til, naar = naar,
    rolle = "klageinstans", hjemmel = "fvl.34" }
end

prosess "klage" {
  tekst = { nb = "klagen", nn = "klaga" }, hjemmel = { "fvl.33", "pbrl.7-2" }, gjelder = KLAGE,
  hendelser = {
    sti = EGNE .. " | avgjoerelse[@dato][not(@utfall='trukket') or not("
      .. gjelder_klagen(" and @type='klage_trukket'") .. ")] | instansvedtak" .. ikke_foert("klageinstans_avgjort")
      .. " | oversendelse" .. ikke_foert("klage_oversendt"),
    slag = "concat(@type, " .. er_hendelsen("avgjoerelse", "klage_avgjort") .. ", "
      .. er_hendelsen("oversendelse", "klage_oversendt") .. ", "
      .. er_hendelsen("instansvedtak", "klageinstans_avgjort") .. ")",
    dato = "@dato",
    rolle = "/sak/ansatte/ansatt[@id=$her/@av or @id=$her/@besluttetAv]/@rolle | /sak/parter/part[@id=$her/@av]/@rolle",

    hendelse "klage_mottatt" { tekst = { nb = "klagen kom", nn = "klaga kom" }, uten_virkning = ja },
    hendelse "klage_bekreftet" { tekst = { nb = "den som klager, har fått beskjed om at klagen har kommet",
                                           nn = "den som klagar, har fått beskjed om at klaga har komme" },
      uten_virkning = ja },
    hendelse "foreloepig_svar" { tekst = { nb = "foreløpig svar er sendt", nn = "førebels svar er sendt" },
      uten_virkning = ja },
    hendelse "opplysninger_etterspurt" { tekst = { nb = "flere opplysninger er etterspurt",
                                                   nn = "fleire opplysningar er etterspurde" }, uten_virkning = ja },
    hendelse "opplysninger_mottatt" { tekst = { nb = "opplysningene har kommet", nn = "opplysningane har komme" },
      uten_virkning = ja },
    hendelse "uttalelse_mottatt" { tekst = { nb = "en fagperson har uttalt seg", nn = "ein fagperson har uttalt seg" },
      uten_virkning = ja },
    hendelse "uttalelse_fra_part" { tekst = { nb = "parten har uttalt seg", nn = "parten har uttalt seg" },
      uten_virkning = ja },
    hendelse "retting_sendt" { tekst = { nb = "vi har bedt om retting", nn = "vi har bede om retting" } },
    hendelse "retting_mottatt" { tekst = { nb = "klagen er rettet", nn = "klaga er retta" } },
    hendelse "klage_form_ok" { tekst = { nb = "klagen er slik den skal være", nn = "klaga er slik ho skal vere" } },
    hendelse "klage_tatt_til_behandling" { tekst = { nb = "klagen behandles", nn = "klaga blir behandla" } },
    hendelse "klage_avgjort" { tekst = { nb = "kommunen har avgjort klagen", nn = "kommunen har avgjort klaga" } },
    hendelse "klage_oversendt" { tekst = { nb = "klagen er sendt til klageinstansen",
                                           nn = "klaga er send til klageinstansen" } },
    hendelse "klageinstans_avgjort" { tekst = { nb = "klageinstansen har avgjort klagen",
                                                nn = "klageinstansen har avgjort klaga" } },
    hendelse "klage_trukket" { tekst = { nb = "klagen er trukket", nn = "klaga er trekt" } },
    hendelse "motpart_varslet" { tekst = { nb = "motparten har fått vite om klagen",
                                           nn = "motparten har fått vite om klaga" }, uten_virkning = ja },
    hendelse "vedtak_mottatt" { tekst = { nb = "avvisningen eller det nye vedtaket har kommet fram",
                                          nn = "avvisinga eller det nye vedtaket har komme fram" },
      uten_virkning = ja },
    hendelse "sakskostnader_krevd" { tekst = { nb = "sakskostnader er krevd", nn = "sakskostnader er kravde" } },
    hendelse "sakskostnader_avgjort" { tekst = { nb = "kravet om sakskostnader er avgjort",
                                                 nn = "kravet om sakskostnader er avgjort" } },
  },
  start = "mottatt", startet = "klage_mottatt",

  tilstander = {
    tilstand "mottatt" { tekst = { nb = "mottatt", nn = "motteken" }, ansvar = "forvaltningskontoret", frister = SVAR,
      hjemmel = "fvl.11" },
    tilstand "retting" { tekst = { nb = "venter på retting", nn = "ventar på retting" }, ansvar = "part",
      hjemmel = "fvl.32",
      frister = { { "retting", ved_brudd = "fristkontroll",
        tekst = { nb = "kommunen tar stilling til klagen slik den er",
                  nn = "kommunen tek stilling til klaga slik ho er" } } } },
    tilstand "fristkontroll" { tekst = { nb = "klagerett og frist kontrolleres",
                                         nn = "klagerett og frist blir kontrollerte" }, ansvar = "forvaltningskontoret",
      frister = SVAR, hjemmel = { "fvl.29", "fvl.31" } },
    tilstand "undersoekes" { tekst = { nb = "kommunen undersøker saken på nytt",
                                       nn = "kommunen undersøkjer saka på nytt" }, ansvar = "forvaltningskontoret",
      frister = SVAR, hjemmel = "fvl.33" },
    tilstand "opprettholdt" { tekst = { nb = "vedtaket står, klagen skal sendes videre",
                                        nn = "vedtaket står, klaga skal sendast vidare" },
      ansvar = "forvaltningskontoret",
      hjemmel = "fvl.33",
      uten_frist = { nb = "klagen sendes så snart saken er gjort klar",
                     nn = "klaga blir send så snart saka er gjord klar" } },
    tilstand "delvis_omgjort" { tekst = { nb = "delvis medhold, resten skal sendes videre",
                                          nn = "delvis medhald, resten skal sendast vidare" },
      ansvar = "forvaltningskontoret",
      hjemmel = "fvl.33",
      uten_frist = { nb = "resten sendes så snart saken er gjort klar",
                     nn = "resten blir send så snart saka er gjord klar" } },
    tilstand "oversendt" { tekst = { nb = "hos klageinstansen", nn = "hos klageinstansen" }, ansvar = "klageinstans",
      hjemmel = "fvl.34",
      frister = { { "melding_til_skade", ved_brudd = "varsles",
        tekst = { nb = "klageinstansen kan ikke lenger endre vedtaket til skade for den som klager",
                  nn = "klageinstansen kan ikkje lenger endre vedtaket til skade for den som klagar" } } } },
    tilstand "endret" { tekst = { nb = "endret av klageinstansen", nn = "endra av klageinstansen" }, ansvar = "part",
      hjemmel = "fvl.36",
      frister = { { "sakskostnader", ved_brudd = "lukket",
        tekst = { nb = "saken er lukket", nn = "saka er lukka" } } } },

    tilstand "kostnader" { tekst = { nb = "krav om sakskostnader skal avgjøres",
                                     nn = "krav om sakskostnader skal avgjerast" },
      ansvar = { "klageinstans", "forvaltningskontoret" }, hjemmel = "fvl.36",
      uten_frist = { nb = "den som endret vedtaket, avgjør kravet uten opphold",
                     nn = "den som endra vedtaket, avgjer kravet utan opphald" } },
    tilstand "endret_til_skade" { tekst = { nb = "endret til skade av klageinstansen",
                                            nn = "endra til skade av klageinstansen" }, slutt = ja },
    tilstand "avvist" { tekst = { nb = "avvist, i eget vedtak", nn = "avvist, i eige vedtak" }, slutt = ja },
    tilstand "omgjort" { tekst = { nb = "omgjort, i nytt vedtak", nn = "omgjord, i nytt vedtak" }, slutt = ja },
    tilstand "stadfestet" { tekst = { nb = "stadfestet av klageinstansen", nn = "stadfesta av klageinstansen" },
      slutt = ja },
    tilstand "ny_behandling" { tekst = { nb = "opphevet; saken behandles på nytt",
                                         nn = "oppheva; saka blir behandla på nytt" }, slutt = ja },
    tilstand "avvist_av_instansen" { tekst = { nb = "avvist av klageinstansen", nn = "avvist av klageinstansen" },
      slutt = ja },
    tilstand "lukket" { tekst = { nb = "lukket", nn = "lukka" }, slutt = ja },
    tilstand "trukket" { tekst = { nb = "trukket", nn = "trekt" }, slutt = ja },
  },

  overganger = {
    overgang { fra = "mottatt", hendelse = "retting_sendt", til = "retting",
      naar = noen { er("klagen_har_mangler"), er("rettet") },
      rolle = "forvaltningskontoret", hjemmel = { "fvl.11", "fvl.32" } },
    overgang { fra = "retting", hendelse = "retting_mottatt", til = "fristkontroll",
      rolle = { "part", "forvaltningskontoret" }, hjemmel = "fvl.32" },
    overgang { fra = "mottatt", hendelse = "klage_form_ok", til = "fristkontroll", naar = er("klagen_har_mangler", nei),
      rolle = "forvaltningskontoret", hjemmel = "fvl.32" },
    -- Uten klagerett, for sent uten grunn eller etter et år blir den ikke behandlet (fvl. §§ 28–31).
    overgang { fra = { "mottatt", "fristkontroll" }, hendelse = "klage_tatt_til_behandling", til = "undersoekes",
      naar = alle { regel "klage", er("klagen_har_mangler", nei) }, rolle = "forvaltningskontoret",
      hjemmel = { "fvl.31", "fvl.33" } },
    -- Avvises kan den bare når reglene sier det; mangler den noe, skal den rettes først (fvl. § 32).
    overgang { fra = FOER_SVAR, hendelse = "klage_avgjort", til = "avvist",
      naar = alle { er("klageutfall", "avvist"), ikke(regel "klage") },
      rolle = BESLUTTER, hjemmel = { "fvl.31", "fvl.33" } },
    avgjort("omgjort", "omgjort", "fvl.33"),
    avgjort("delvis_omgjort", "delvis_omgjort", "fvl.33"),
    avgjort("opprettholdt", "opprettholdt", "fvl.33"),
    avgjort("trukket", "trukket", "fvl.33"),
    overgang { fra = { "opprettholdt", "delvis_omgjort" }, hendelse = "klage_oversendt", til = "oversendt",
      rolle = "forvaltningskontoret", hjemmel = "fvl.33" },
    instansen("stadfestet", er("instansutfall", "stadfestet")),
    instansen("endret", alle { er("instansutfall", "endret"), ikke(er("instans_til_skade")) }),
    instansen("endret_til_skade", alle { er("instansutfall", "endret"), er("instans_til_skade") }),
    instansen("ny_behandling", er("instansutfall", "opphevet")),
    instansen("avvist_av_instansen", er("instansutfall", "avvist")),
    overgang { fra = "endret", hendelse = "sakskostnader_krevd", til = "kostnader",
      rolle = { "part", "forvaltningskontoret" }, hjemmel = "fvl.36" },
    overgang { fra = "kostnader", hendelse = "sakskostnader_avgjort", til = "lukket",
      rolle = { "klageinstans", "forvaltningskontoret" }, hjemmel = "fvl.36" },
    overgang { fra = { "mottatt", "retting", "fristkontroll", "undersoekes", "opprettholdt", "delvis_omgjort",
      "oversendt" }, hendelse = "klage_trukket", til = "trukket",
      rolle = { "part", "forvaltningskontoret" }, hjemmel = "fvl.33" },
  },
}

-- Ved siden av: er det bedt om at vedtaket skal vente, avgjøres det for seg, og fort (fvl. § 42).
prosess "utsatt_iverksetting" {
  tekst = { nb = "om vedtaket skal vente", nn = "om vedtaket skal vente" }, hjemmel = "fvl.42",
  gjelder = "/sak/klage[utsattIverksetting/@bedtOm='ja']",
  hendelser = { sti = "utsattIverksetting[@gitt]", slag = "substring('utsetting_avgjort', 1, 99 * boolean(@gitt))",
    dato = "@dato",
    hendelse "utsetting_avgjort" { tekst = { nb = "det er avgjort om vedtaket skal vente",
                                             nn = "det er avgjort om vedtaket skal vente" } } },
  start = "vurderes", startet = "klage_mottatt",
  tilstander = {
    tilstand "vurderes" { tekst = { nb = "vurderes", nn = "blir vurdert" }, ansvar = "forvaltningskontoret",
      uten_frist = { nb = "avgjøres snarest mulig", nn = "blir avgjort snarast råd" } },
    tilstand "utsatt" { tekst = { nb = "vedtaket venter til klagen er avgjort",
                                  nn = "vedtaket ventar til klaga er avgjord" }, slutt = ja },
    tilstand "ikke_utsatt" { tekst = { nb = "vedtaket gjelder mens klagen behandles",
                                       nn = "vedtaket gjeld medan klaga blir behandla" }, slutt = ja },
  },
  overganger = {
    overgang { fra = "vurderes", hendelse = "utsetting_avgjort", til = "utsatt", naar = er("utsetting_gitt"),
      rolle = hvem_som_helst, hjemmel = "fvl.42" },
    overgang { fra = "vurderes", hendelse = "utsetting_avgjort", til = "ikke_utsatt", naar = er("utsetting_gitt", nei),
      rolle = hvem_som_helst, hjemmel = "fvl.42" },
  },
}

-- Ved siden av: endret kommunen vedtaket selv, kan den som klagde, kreve sakskostnader dekket (fvl. § 36).
fakta {
  nytt_vedtak_dato = dato { tekst = { nb = "dagen kommunen endret vedtaket", nn = "dagen kommunen endra vedtaket" },
    sti = "avgjoerelse/@dato" },
}
prosess "sakskostnader" {
  tekst = { nb = "sakskostnadene", nn = "sakskostnadene" }, hjemmel = "fvl.36",
  gjelder = "/sak/klage[avgjoerelse/@utfall='omgjort' or avgjoerelse/@utfall='delvis_omgjort'][not(instansvedtak/@utfall='endret')]",
  hendelser = { sti = gjelder_klagen(" and starts-with(@type,'sakskostnader')"), slag = "@type", dato = "@dato",
    rolle = "/sak/ansatte/ansatt[@id=$her/@av]/@rolle | /sak/parter/part[@id=$her/@av]/@rolle",
    hendelse "sakskostnader_krevd" { tekst = { nb = "sakskostnader er krevd", nn = "sakskostnader er kravde" } },
    hendelse "sakskostnader_avgjort" { tekst = { nb = "kravet om sakskostnader er avgjort",
                                                 nn = "kravet om sakskostnader er avgjort" } } },
  start = "kan_kreves", startet = "nytt_vedtak_dato",
  tilstander = {
    tilstand "kan_kreves" { tekst = { nb = "kan kreves av den som klagde", nn = "kan krevjast av den som klaga" },
      ansvar = "part", hjemmel = "fvl.36", frister = { { "sakskostnader_omgjort", ved_brudd = "ikke_krevd",
        tekst = { nb = "fristen for å kreve dem er ute", nn = "fristen for å krevje dei er ute" } } } },
    tilstand "krevd" { tekst = { nb = "krevd, skal avgjøres", nn = "kravde, skal avgjerast" },
      ansvar = "forvaltningskontoret", hjemmel = "fvl.36",
      uten_frist = { nb = "kravet avgjøres uten opphold", nn = "kravet blir avgjort utan opphald" } },
    tilstand "avgjort" { tekst = { nb = "avgjort", nn = "avgjorde" }, slutt = ja },
    tilstand "ikke_krevd" { tekst = { nb = "ikke krevd i tide", nn = "ikkje kravde i tide" }, slutt = ja },
  },
  overganger = {
    overgang { fra = "kan_kreves", hendelse = "sakskostnader_krevd", til = "krevd",
      rolle = { "part", "forvaltningskontoret" }, hjemmel = "fvl.36" },
    overgang { fra = "krevd", hendelse = "sakskostnader_avgjort", til = "avgjort", rolle = "forvaltningskontoret",
      hjemmel = "fvl.36" },
  },
}

-- Opphevet: det gamle vedtaket gjelder ikke, og saken begynner igjen ved kartleggingen. Bare det som skjer etter at klageinstansen
-- har avgjort, regnes med.
local NY = "/sak/tjenester/tjeneste[@id=$her/@gjelder or @id=$her/gjelder/@tjeneste]"
local function etter_opphevelsen(dato) return "number(translate(" .. dato
    .. ",'-','')) > number(translate($her/instansvedtak/@dato,'-',''))" end
fakta {
  opphevet_dato = dato { tekst = { nb = "dagen vedtaket ble opphevet", nn = "dagen vedtaket vart oppheva" },
    hjemmel = "fvl.34",
    sti = "instansvedtak/@dato" },
}
prosess "ny_behandling" {
  tekst = { nb = "ny behandling", nn = "ny behandling" }, hjemmel = "fvl.34",
  gjelder = "/sak/klage[instansvedtak/@utfall='opphevet']",
  hendelser = {
    sti = "/sak/hendelser/hendelse[(not(@for) or @for=$her/@gjelder or @for=$her/gjelder/@tjeneste) and "
      .. etter_opphevelsen("@dato") .. "] | " .. NY .. "/vedtak[" .. etter_opphevelsen("@dato") .. "]",
    slag = "concat(@type, substring('vedtak_fattet', 1, 99 * boolean(self::vedtak)))", dato = "@dato",
    rolle = "/sak/ansatte/ansatt[@id=$her/@av or @id=$her/@besluttetAv]/@rolle",
    hendelse "kartlegging_gjort" { tekst = { nb = "behovet er kartlagt på nytt", nn = "behovet er kartlagt på nytt" } },
    hendelse "innstilling_ferdig" { tekst = { nb = "innstillingen er skrevet", nn = "innstillinga er skriven" } },
    hendelse "vedtak_fattet" { tekst = { nb = "nytt vedtak er truffet", nn = "nytt vedtak er gjort" } },
  },
  start = "kartlegges", startet = "opphevet_dato",
  tilstander = {
    tilstand "kartlegges" { tekst = { nb = "vedtaket gjelder ikke; behovet kartlegges på nytt",
                                      nn = "vedtaket gjeld ikkje; behovet blir kartlagt på nytt" },
      ansvar = { "forvaltningskontoret", "enhetsleder" }, hjemmel = { "fvl.17", "fvl.34" },
      uten_frist = { nb = "saken avgjøres uten ugrunnet opphold, og hjelpen er forsvarlig imens",
                     nn = "saka blir avgjord utan grunnlaust opphald, og hjelpa er forsvarleg så lenge" } },
    tilstand "vurderes" { tekst = { nb = "vurderes på nytt", nn = "blir vurdert på nytt" },
      ansvar = "forvaltningskontoret",
      uten_frist = { nb = "saken avgjøres uten ugrunnet opphold", nn = "saka blir avgjord utan grunnlaust opphald" } },
    tilstand "innstilt" { tekst = { nb = "klar for nytt vedtak", nn = "klar for nytt vedtak" },
      ansvar = { "forvaltningskontoret", "enhetsleder" },
      uten_frist = { nb = "saken avgjøres uten ugrunnet opphold", nn = "saka blir avgjord utan grunnlaust opphald" } },
    tilstand "nytt_vedtak" { tekst = { nb = "nytt vedtak, med ny klagerett", nn = "nytt vedtak, med ny klagerett" },
      slutt = ja },
  },
  overganger = {
    overgang { fra = "kartlegges", hendelse = "kartlegging_gjort", til = "vurderes",
      rolle = { "forvaltningskontoret", "enhetsleder", "ansatt_i_enhet", "ergoterapeut", "rus_og_psykisk_helse" },
      hjemmel = { "rutine.saksgang", "fvl.17" } },
    overgang { fra = { "kartlegges", "vurderes" }, hendelse = "innstilling_ferdig", til = "innstilt",
      rolle = { "forvaltningskontoret", "rus_og_psykisk_helse" }, hjemmel = "rutine.saksgang" },
    overgang { fra = { "kartlegges", "vurderes", "innstilt" }, hendelse = "vedtak_fattet", til = "nytt_vedtak",
      rolle = BESLUTTER, hjemmel = "fvl.23" },
  },
}

-- ── De andre sporene ────────────────────────────────────────────────────────────────────────────────────────────
-- Utførelsen (regime G): lederen for enheten svarer. Det er ingen frist; er en rett brutt, er det en egen klage med frist.
prosess "klage_utfoerelse" {
  tekst = { nb = "klagen over hvordan hjelpen blir gitt", nn = "klaga over korleis hjelpa blir gitt" },
  hjemmel = { "rutine.utfoerelse", "pbrl.7-2" }, gjelder = "/sak/klage[@om='utfoerelse']",
  hendelser = { sti = "avgjoerelse[@dato] | " .. gjelder_klagen(" and @type='klage_trukket'"),
    slag = "concat(@type, " .. er_hendelsen("avgjoerelse", "klage_besvart") .. ")", dato = "@dato",
    rolle = "/sak/ansatte/ansatt[@id=$her/@av or @id=$her/@besluttetAv]/@rolle | /sak/parter/part[@id=$her/@av]/@rolle",
    hendelse "klage_besvart" { tekst = { nb = "enheten har svart", nn = "eininga har svart" } },
    hendelse "klage_trukket" { tekst = { nb = "klagen er trukket", nn = "klaga er trekt" } } },
  start = "mottatt", startet = "klage_mottatt",
  tilstander = {
    tilstand "mottatt" { tekst = { nb = "skal besvares av lederen for enheten",
                                   nn = "skal få svar frå leiaren for eininga" },
      ansvar = "enhetsleder", hjemmel = "rutine.utfoerelse",
      uten_frist = { nb = "rutinen sier ikke når svaret skal være gitt",
                     nn = "rutinen seier ikkje når svaret skal vere gitt" } },
    tilstand "besvart" { tekst = { nb = "besvart", nn = "svart på" }, slutt = ja },
    tilstand "trukket" { tekst = { nb = "trukket", nn = "trekt" }, slutt = ja },
  },
  overganger = {
    overgang { fra = "mottatt", hendelse = "klage_besvart", til = "besvart",
      rolle = { "enhetsleder", "rus_og_psykisk_helse", "kommunalsjef" }, hjemmel = "rutine.utfoerelse" },
    overgang { fra = "mottatt", hendelse = "klage_trukket", til = "trukket", rolle = { "part", "enhetsleder",
      "forvaltningskontoret" }, hjemmel = "fvl.33" },
  },
}
-- Tvang (regime F): rett til Statsforvalteren, samme dag. Kommunen vurderer den ikke først.
frist "send_tvang_videre" {
  tekst = { nb = "send klagen til Statsforvalteren", nn = "send klaga til Statsforvaltaren" }, hjemmel = "pbrl.4a",
  dager = 0, regnes_fra = "klage_mottatt", forskyves = "nei",
}
prosess "klage_tvang" {
  tekst = { nb = "klagen over helsehjelp mot noens vilje", nn = "klaga over helsehjelp mot nokon sin vilje" },
  hjemmel = "pbrl.4a", gjelder = "/sak/klage[@om='tvang']",
  hendelser = { sti = gjelder_klagen(" and (@type='klage_oversendt' or @type='klage_trukket' or @type='klageinstans_avgjort')")
      .. " | oversendelse" .. ikke_foert("klage_oversendt") .. " | instansvedtak" .. ikke_foert("klageinstans_avgjort"),
    slag = "concat(@type, " .. er_hendelsen("oversendelse", "klage_oversendt") .. ", "
      .. er_hendelsen("instansvedtak", "klageinstans_avgjort") .. ")", dato = "@dato",
    rolle = "/sak/ansatte/ansatt[@id=$her/@av]/@rolle | /sak/parter/part[@id=$her/@av]/@rolle",
    hendelse "klage_oversendt" { tekst = { nb = "klagen er sendt til Statsforvalteren",
                                           nn = "klaga er send til Statsforvaltaren" } },
    hendelse "klageinstans_avgjort" { tekst = { nb = "klageinstansen har avgjort klagen",
                                                nn = "klageinstansen har avgjort klaga" } },
    hendelse "klage_trukket" { tekst = { nb = "klagen er trukket", nn = "klaga er trekt" } } },
  start = "mottatt", startet = "klage_mottatt",
  tilstander = {
    tilstand "mottatt" { tekst = { nb = "skal sendes til Statsforvalteren i dag",
                                   nn = "skal sendast til Statsforvaltaren i dag" },
      ansvar = "forvaltningskontoret", hjemmel = "pbrl.4a",
      frister = { { "send_tvang_videre", ved_brudd = "klage_oversendt",
        tekst = { nb = "klagen skulle vært sendt samme dag", nn = "klaga skulle vore send same dag" } } } },
    tilstand "oversendt" { tekst = { nb = "hos klageinstansen", nn = "hos klageinstansen" }, ansvar = "klageinstans",
      uten_frist = { nb = "klageinstansen styrer sin egen tid", nn = "klageinstansen styrer si eiga tid" } },
    tilstand "avgjort" { tekst = { nb = "avgjort av klageinstansen", nn = "avgjord av klageinstansen" }, slutt = ja },
    tilstand "trukket" { tekst = { nb = "trukket", nn = "trekt" }, slutt = ja },
  },
  overganger = {
    overgang { fra = "mottatt", hendelse = "klage_oversendt", til = "oversendt",
      rolle = { "forvaltningskontoret", "enhetsleder", "kommunalsjef" }, hjemmel = "pbrl.4a" },
    overgang { fra = "oversendt", hendelse = "klageinstans_avgjort", til = "avgjort", rolle = "klageinstans",
      hjemmel = "pbrl.4a" },
    overgang { fra = { "mottatt", "oversendt" }, hendelse = "klage_trukket", til = "trukket",
      rolle = { "part", "forvaltningskontoret" }, hjemmel = "fvl.33" },
  },
}
-- Hører klagen til et annet organ, sendes den dit (fvl. § 11).
prosess "klage_til_andre" {
  tekst = { nb = "klagen som hører til et annet organ", nn = "klaga som høyrer til eit anna organ" },
  hjemmel = "fvl.11.fjerde", gjelder = "/sak/klage[@om='annet_organ']",
  hendelser = { sti = gjelder_klagen(" and @type='klage_videresendt'"), slag = "@type", dato = "@dato",
    hendelse "klage_videresendt" { tekst = { nb = "klagen er sendt dit den hører til",
                                             nn = "klaga er send dit ho høyrer til" } } },
  start = "mottatt", startet = "klage_mottatt",
  tilstander = {
    tilstand "mottatt" { tekst = { nb = "skal sendes dit den hører til", nn = "skal sendast dit ho høyrer til" },
      ansvar = "forvaltningskontoret", hjemmel = "fvl.11.fjerde",
      uten_frist = { nb = "klagen sendes videre med en gang", nn = "klaga blir send vidare med ein gong" } },
    tilstand "videresendt" { tekst = { nb = "sendt videre", nn = "send vidare" }, slutt = ja },
  },
  overganger = {
    overgang { fra = "mottatt", hendelse = "klage_videresendt", til = "videresendt", rolle = hvem_som_helst,
      hjemmel = "fvl.11.fjerde" },
  },
}
