-- Klagesaken fra den kommer til den er avgjort, én for hver klage. Det kommunen har bestemt (avgjoerelse), oversendelsen og
-- klageinstansens vedtak er hendelser i seg selv, og trenger ikke føres én gang til.

local KLAGE = "/sak/klage[not(@om) or @om='vedtak' or @om='innsyn' or @om='egenandel']"
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
-- Tre uker fra meldingen om det nye vedtaket kom fram til parten.
frist "sakskostnader" {
  tekst = { nb = "frist for å kreve sakskostnader", nn = "frist for å krevje sakskostnader" }, hjemmel = "fvl.36",
  uker = 3, regnes_fra = "instansvedtak_mottatt", forskyves = "fram",
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
local function instansen(utfall, til)
  return overgang { fra = "oversendt", hendelse = "klageinstans_avgjort", til = til, naar = er("instansutfall", utfall),
    rolle = "klageinstans", hjemmel = "fvl.34" }
end

prosess "klage" {
  tekst = { nb = "klagen", nn = "klaga" }, hjemmel = { "fvl.33", "pbrl.7-2" }, gjelder = KLAGE,
  hendelser = {
    sti = "/sak/hendelser/hendelse[@for=$her/@id] | avgjoerelse[@dato] | instansvedtak"
      .. " | oversendelse[not(/sak/hendelser/hendelse[@type='klage_oversendt' and @for=$her/@id])]",
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
    instansen("stadfestet", "stadfestet"),
    instansen("endret", "endret"),
    instansen("opphevet", "ny_behandling"),
    instansen("avvist", "avvist_av_instansen"),
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
