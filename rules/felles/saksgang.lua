-- Saksgangen for en søknad, fra den kommer til hjelpen er i gang: én for hver tjeneste det er søkt om. Etter rutinen i Tolga;
-- en kommune med en annen rutine skriver sin egen prosess.
--
-- Ikke alt blir ført i saken. Derfor kan et senere skritt komme fra alle tilstander før det: at vedtaket er sendt, viser at det er fattet.

local HENDELSER = "/sak/hendelser/hendelse[not(@for) or @for=$her/@id]"
  .. " | vedtak[@dato][not(/sak/hendelser/hendelse[@type='vedtak_fattet' and (not(@for) or @for=$her/@id)])]"
local SLAG = "concat(@type, substring('vedtak_fattet', 1, 99 * boolean(self::vedtak)))"  -- vedtaket er en hendelse dagen det er datert
local FOER_VEDTAK = { "mottatt", "registrert", "kartlegges", "vurderes", "innstilt", "vurdert_av_tjenesten", "droeftet",
  "venter" }
local ENHETEN = { "enhetsleder", "ansatt_i_enhet", "rus_og_psykisk_helse" }
local SVAR = { { "foreloepig_svar", ved_brudd = "foreloepig_svar",
  tekst = { nb = "den som søkte, skal få et foreløpig svar", nn = "den som søkte, skal få eit førebels svar" } } }

-- Er møtet satt opp på saken, skal den være meldt til det møtet.
local TIL_MOETET = { "saksliste_for_saken", ved_brudd = "varsles",
  tekst = { nb = "saken kommer ikke med før neste møte", nn = "saka kjem ikkje med før neste møte" } }

local function fra(siste)
  local liste = {}
  for _, navn in ipairs(FOER_VEDTAK) do
    table.insert(liste, navn)
    if navn == siste then return liste end
  end
  table.insert(liste, siste)
  return liste
end

-- Når på døgnet kveld er, sier rutinen ikke. Valgt her: fra klokka 15 til klokka 8.
local REGISTRERT = "/sak/hendelser/hendelse[@type='soeknad_registrert' and (not(@for) or @for=$her/@id)][1]"
fakta {
  registrert_dag = dato { tekst = { nb = "dagen søknaden ble registrert", nn = "dagen søknaden vart registrert" },
    sti = REGISTRERT .. "/@dato" },
  registrert_om_kvelden = janei { tekst = { nb = "søknaden er registrert om kvelden",
                                            nn = "søknaden er registrert om kvelden" },
    finnes = REGISTRERT .. "[substring(@klokkeslett, 1, 2) >= 15 or substring(@klokkeslett, 1, 2) < 8]" },
  eget_spor = janei { tekst = { nb = "tjenesten skriver den faglige vurderingen selv",
                                nn = "tenesta skriv den faglege vurderinga sjølv" }, utledet = lik("kode", "PSY") },
}
frist "registrert_virkedag" {  -- er den en annen dag, ble søknaden registrert i helga eller på en helligdag
  tekst = { nb = "virkedagen søknaden ble registrert", nn = "verkedagen søknaden vart registrert" },
  hjemmel = "rutine.saksgang", dager = 0, regnes_fra = "registrert_dag", forskyves = "fram",
}

prosess "soeknad" {
  tekst = { nb = "søknaden", nn = "søknaden" }, hjemmel = "rutine.saksgang",
  gjelder = "/sak/tjenester/tjeneste[@id=/sak/soeknad/gjelder/@tjeneste or /sak/soeknad[not(gjelder)]]",
  hendelser = {
    sti = HENDELSER, slag = SLAG, dato = "@dato",
    rolle = "/sak/ansatte/ansatt[@id=$her/@av or @id=$her/@besluttetAv]/@rolle | /sak/parter/part[@id=$her/@av]/@rolle",

    hendelse "soeknad_mottatt" { tekst = { nb = "søknaden kom", nn = "søknaden kom" }, uten_virkning = ja },
    hendelse "soeknad_registrert" { tekst = { nb = "søknaden er registrert", nn = "søknaden er registrert" } },
    hendelse "soeknad_trukket" { tekst = { nb = "søknaden er trukket", nn = "søknaden er trekt" } },
    hendelse "foreloepig_svar" { tekst = { nb = "foreløpig svar er sendt", nn = "førebels svar er sendt" },
      uten_virkning = ja },
    hendelse "veiledning_gitt" { tekst = { nb = "veiledning er gitt", nn = "rettleiing er gitt" }, uten_virkning = ja },
    hendelse "kartlegging_startet" { tekst = { nb = "kartleggingen har begynt", nn = "kartlegginga har byrja" } },
    hendelse "kartlegging_gjort" { tekst = { nb = "behovet er kartlagt", nn = "behovet er kartlagt" } },
    hendelse "uttalelse_mottatt" { tekst = { nb = "en fagperson har uttalt seg", nn = "ein fagperson har uttalt seg" },
      uten_virkning = ja },
    hendelse "innstilling_ferdig" { tekst = { nb = "innstillingen er skrevet", nn = "innstillinga er skriven" } },
    hendelse "tiltaksmoete" { tekst = { nb = "saken var oppe i møtet", nn = "saka var oppe i møtet" } },
    hendelse "opplysninger_etterspurt" { tekst = { nb = "flere opplysninger er etterspurt",
                                                   nn = "fleire opplysningar er etterspurde" } },
    hendelse "opplysninger_mottatt" { tekst = { nb = "opplysningene har kommet", nn = "opplysningane har komme" } },
    hendelse "forhaandsvarsel_sendt" { tekst = { nb = "forhåndsvarsel er sendt", nn = "førehandsvarsel er sendt" },
      uten_virkning = ja },
    hendelse "forhaandsvarsel_mottatt" { tekst = { nb = "forhåndsvarselet har kommet fram",
                                                   nn = "førehandsvarselet har komme fram" }, uten_virkning = ja },
    hendelse "uttalelse_fra_part" { tekst = { nb = "parten har uttalt seg", nn = "parten har uttalt seg" },
      uten_virkning = ja },
    hendelse "vedtak_fattet" { tekst = { nb = "vedtaket er truffet", nn = "vedtaket er gjort" } },
    hendelse "tjeneste_varslet" { tekst = { nb = "enheten har fått beskjed", nn = "eininga har fått beskjed" },
      uten_virkning = ja },
    hendelse "vedtak_sendt" { tekst = { nb = "vedtaket er sendt", nn = "vedtaket er sendt" } },
    hendelse "vedtak_tilgjengelig" { tekst = { nb = "vedtaket kan leses digitalt",
                                               nn = "vedtaket kan lesast digitalt" }, uten_virkning = ja },
    hendelse "vedtak_varslet" { tekst = { nb = "parten er varslet om vedtaket", nn = "parten er varsla om vedtaket" },
      uten_virkning = ja },
    hendelse "vedtak_aapnet" { tekst = { nb = "parten har åpnet vedtaket", nn = "parten har opna vedtaket" },
      uten_virkning = ja },
    hendelse "vedtak_mottatt" { tekst = { nb = "vedtaket har kommet fram", nn = "vedtaket har komme fram" },
      uten_virkning = ja },
    hendelse "tjeneste_startet" { tekst = { nb = "hjelpen har begynt", nn = "hjelpa har byrja" } },
    hendelse "tiltaksplan_laget" { tekst = { nb = "tiltaksplanen er laget", nn = "tiltaksplanen er laga" } },
    hendelse "endret_behov_meldt" { tekst = { nb = "enheten har meldt at behovet er endret",
                                              nn = "eininga har meldt at behovet er endra" } },
    hendelse "revurdering_startet" { tekst = { nb = "vedtaket ses på på nytt", nn = "vedtaket blir sett på på nytt" } },
    hendelse "tjeneste_avsluttet" { tekst = { nb = "hjelpen er avsluttet", nn = "hjelpa er avslutta" } },
    hendelse "tiltak_endret" { tekst = { nb = "enheten har endret tiltaket innenfor vedtaket",
                                         nn = "eininga har endra tiltaket innanfor vedtaket" } },
    hendelse "endring_innenfor_vedtaket" { tekst = { nb = "endringen er innenfor vedtaket",
                                                     nn = "endringa er innanfor vedtaket" } },
    hendelse "avvik_meldt" { tekst = { nb = "uklart ansvar er meldt som avvik",
                                       nn = "uklart ansvar er meldt som avvik" }, uten_virkning = ja },
  },
  start = "mottatt", startet = "soeknad_mottatt",

  tilstander = {
    tilstand "mottatt" { tekst = { nb = "mottatt, ikke registrert", nn = "motteken, ikkje registrert" },
      ansvar = "forvaltningskontoret", frister = SVAR },
    tilstand "registrert" { tekst = { nb = "registrert", nn = "registrert" }, ansvar = "forvaltningskontoret",
      frister = SVAR },
    tilstand "kartlegges" { tekst = { nb = "behovet kartlegges", nn = "behovet blir kartlagt" },
      ansvar = { "forvaltningskontoret", "enhetsleder" }, frister = SVAR },
    tilstand "vurderes" { tekst = { nb = "vurderes tverrfaglig", nn = "blir vurdert tverrfagleg" },
      ansvar = "forvaltningskontoret", frister = SVAR },
    tilstand "innstilt" { tekst = { nb = "klar for møtet", nn = "klar for møtet" },
      ansvar = "forvaltningskontoret", frister = { SVAR[1], TIL_MOETET } },
    tilstand "vurdert_av_tjenesten" { tekst = { nb = "tjenesten har vurdert saken, vedtaket er ikke truffet",
                                                nn = "tenesta har vurdert saka, vedtaket er ikkje gjort" },
      ansvar = "forvaltningskontoret", frister = SVAR },
    tilstand "droeftet" { tekst = { nb = "drøftet i møtet", nn = "drøfta i møtet" },
      ansvar = "forvaltningskontoret", frister = SVAR },
    tilstand "venter" { tekst = { nb = "venter på opplysninger", nn = "ventar på opplysningar" },
      ansvar = "forvaltningskontoret", frister = SVAR },
    tilstand "besluttet" { tekst = { nb = "vedtaket er truffet, men ikke sendt",
                                     nn = "vedtaket er gjort, men ikkje sendt" }, ansvar = "forvaltningskontoret",
      hjemmel = "fvl.27",
      uten_frist = { nb = "parten skal få vedtaket så snart som mulig",
                     nn = "parten skal få vedtaket så snart som råd" } },
    tilstand "sendt" { tekst = { nb = "vedtaket er sendt, hjelpen er ikke i gang",
                                 nn = "vedtaket er sendt, hjelpa er ikkje i gang" }, ansvar = "enhetsleder",
      uten_frist = { nb = "hjelpen begynner den dagen vedtaket sier", nn = "hjelpa byrjar den dagen vedtaket seier" } },
    tilstand "startet" { tekst = { nb = "hjelpen er i gang, tiltaksplan mangler",
                                   nn = "hjelpa er i gang, tiltaksplan manglar" },
      ansvar = { "enhetsleder", "ansatt_i_enhet" },
      uten_frist = { nb = "rutinen sier ikke når tiltaksplanen skal være ferdig",
                     nn = "rutinen seier ikkje når tiltaksplanen skal vere ferdig" } },
    tilstand "aktiv" { tekst = { nb = "hjelpen er i gang etter tiltaksplanen",
                                 nn = "hjelpa er i gang etter tiltaksplanen" }, ansvar = "enhetsleder",
      frister = { { "revurderingsdag", ved_brudd = "revurdering_startet",
        tekst = { nb = "vedtaket skal ses på på nytt", nn = "vedtaket skal sjåast på på nytt" } } } },
    -- Enheten tilpasser hjelpen etter faglig skjønn så lenge den er innenfor vedtaket. Varer endringen, må den bli et nytt vedtak:
    -- enheten melder fra, og kontoret svarer hvilket av de to det er.
    tilstand "endring_meldt" { tekst = { nb = "behovet er endret, kontoret har ikke svart",
                                         nn = "behovet er endra, kontoret har ikkje svart" },
      ansvar = "forvaltningskontoret",
      uten_frist = { nb = "rutinen sier ikke når kontoret skal svare, men hjelpen må være forsvarlig hele tiden",
                     nn = "rutinen seier ikkje når kontoret skal svare, men hjelpa må vere forsvarleg heile tida" } },
    -- Ender saken her, går det videre i en ny: en klage, en revurdering med eget vedtak.
    tilstand "revurderes" { tekst = { nb = "ses på på nytt, med eget vedtak",
                                      nn = "blir sett på på nytt, med eige vedtak" }, slutt = ja },
    tilstand "avsluttet" { tekst = { nb = "hjelpen er avsluttet", nn = "hjelpa er avslutta" }, slutt = ja },
    tilstand "avslaatt" { tekst = { nb = "avslaget er sendt", nn = "avslaget er sendt" }, slutt = ja },
    tilstand "trukket" { tekst = { nb = "søknaden er trukket", nn = "søknaden er trekt" }, slutt = ja },
  },

  overganger = {
    -- Kontoret registrerer. Enheten gjør det når kontoret er stengt: om kvelden, i helga og på helligdager.
    overgang { fra = "mottatt", hendelse = "soeknad_registrert", til = "registrert", rolle = "forvaltningskontoret",
      hjemmel = { "rutine.saksgang", "fvl.11a" } },
    overgang { fra = "mottatt", hendelse = "soeknad_registrert", til = "registrert",
      naar = noen { er("registrert_om_kvelden"), ulik("registrert_dag", frist "registrert_virkedag") },
      rolle = { "enhetsleder", "ansatt_i_enhet" }, hjemmel = { "rutine.saksgang", "fvl.11a" } },
    overgang { fra = fra("registrert"), hendelse = "kartlegging_startet", til = "kartlegges",
      rolle = { "forvaltningskontoret", "enhetsleder", "ansatt_i_enhet", "ergoterapeut", "rus_og_psykisk_helse" },
      hjemmel = { "rutine.saksgang", "fvl.17" } },
    overgang { fra = fra("kartlegges"), hendelse = "kartlegging_gjort", til = "vurderes",
      rolle = { "forvaltningskontoret", "enhetsleder", "ansatt_i_enhet", "ergoterapeut", "rus_og_psykisk_helse" },
      hjemmel = { "rutine.saksgang", "fvl.17" } },
    overgang { fra = fra("vurderes"), hendelse = "innstilling_ferdig", til = "innstilt",
      naar = er("eget_spor", nei), rolle = "forvaltningskontoret", hjemmel = "rutine.saksgang" },
    -- Rus og psykisk helse skriver den faglige vurderingen selv og melder fra; saken går ikke om det vanlige møtet.
    overgang { fra = fra("vurderes"), hendelse = "innstilling_ferdig", til = "vurdert_av_tjenesten",
      naar = er("eget_spor"), rolle = { "rus_og_psykisk_helse", "forvaltningskontoret" }, hjemmel = "rutine.saksgang" },
    overgang { fra = fra("innstilt"), hendelse = "tiltaksmoete", til = "droeftet",
      rolle = "forvaltningskontoret", hjemmel = "rutine.tiltaksmoete" },
    overgang { fra = fra("droeftet"), hendelse = "opplysninger_etterspurt", til = "venter",
      rolle = "forvaltningskontoret", hjemmel = "fvl.17" },
    overgang { fra = "venter", hendelse = "opplysninger_mottatt", til = "vurderes", rolle = hvem_som_helst,
      hjemmel = "fvl.17" },
    overgang { fra = FOER_VEDTAK, hendelse = "vedtak_fattet", til = "besluttet", naar = finnes("utfall"),
      rolle = { "forvaltningskontoret", "enhetsleder", "kommunalsjef" }, hjemmel = "fvl.23" },
    overgang { fra = fra("besluttet"), hendelse = "vedtak_sendt", til = "sendt",
      naar = er("utfall", { "innvilget", "delvis", "endret" }),
      rolle = "forvaltningskontoret", hjemmel = "fvl.27" },
    overgang { fra = fra("besluttet"), hendelse = "vedtak_sendt", til = "avslaatt",
      naar = er("utfall", { "avslaatt", "avvist", "opphoert" }),
      rolle = "forvaltningskontoret", hjemmel = "fvl.27" },
    overgang { fra = "sendt", hendelse = "tjeneste_startet", til = "startet", rolle = ENHETEN,
      hjemmel = "rutine.saksgang" },
    overgang { fra = { "sendt", "startet" }, hendelse = "tiltaksplan_laget", til = "aktiv", rolle = ENHETEN,
      hjemmel = "rutine.saksgang" },
    overgang { fra = "aktiv", hendelse = "tiltak_endret", til = "aktiv", rolle = ENHETEN, hjemmel = "rutine.saksgang" },
    overgang { fra = { "startet", "aktiv" }, hendelse = "endret_behov_meldt", til = "endring_meldt", rolle = ENHETEN,
      hjemmel = "rutine.saksgang" },
    overgang { fra = "endring_meldt", hendelse = "endring_innenfor_vedtaket", til = "aktiv",
      rolle = "forvaltningskontoret", hjemmel = "rutine.saksgang" },
    overgang { fra = { "sendt", "startet", "aktiv", "endring_meldt" }, hendelse = "revurdering_startet",
      til = "revurderes",
      rolle = { "forvaltningskontoret", "enhetsleder" }, hjemmel = "rutine.saksgang" },
    overgang { fra = { "sendt", "startet", "aktiv", "endring_meldt" }, hendelse = "tjeneste_avsluttet",
      til = "avsluttet",
      rolle = { "forvaltningskontoret", "enhetsleder" }, hjemmel = "rutine.saksgang" },
    overgang { fra = FOER_VEDTAK, hendelse = "soeknad_trukket", til = "trukket",
      rolle = { "part", "forvaltningskontoret" }, hjemmel = "fvl.11" },
  },
}

-- Strakstiltak: hjelpen begynner før noen har bestemt noe, en kveld eller i en høytid. Enheten sier fra første virkedag, saken tas opp
-- i første tiltaksmøte, og vedtaket dateres den dagen det blir truffet (hol. §§ 3-5 og 4-1).
fakta {
  strakstiltak_startet = dato {
    tekst = { nb = "dagen strakstiltaket begynte", nn = "dagen strakstiltaket byrja" },
    sti = "/sak/hendelser/hendelse[@type='strakstiltak_startet' and @for=$her/@id]/@dato",
  },
}
frist "varsle_forvaltningskontoret" {
  tekst = { nb = "si fra til kontoret", nn = "seie frå til kontoret" },
  hjemmel = "rutine.saksgang",
  dager = 1, regnes_fra = "strakstiltak_startet", forskyves = "fram",
}
prosess "strakstiltak" {
  tekst = { nb = "strakstiltaket", nn = "strakstiltaket" }, hjemmel = { "hol.4-1", "rutine.saksgang" },
  gjelder = "/sak/tjenester/tjeneste[@id=/sak/hendelser/hendelse[@type='strakstiltak_startet']/@for]",
  hendelser = {
    sti = HENDELSER, slag = SLAG, dato = "@dato",
    rolle = "/sak/ansatte/ansatt[@id=$her/@av or @id=$her/@besluttetAv]/@rolle",

    hendelse "strakstiltak_startet" { tekst = { nb = "hjelpen begynte", nn = "hjelpa byrja" } },
    hendelse "forvaltningskontor_varslet" { tekst = { nb = "kontoret har fått beskjed",
                                                      nn = "kontoret har fått beskjed" } },
    hendelse "tiltaksmoete" { tekst = { nb = "saken var oppe i møtet", nn = "saka var oppe i møtet" } },
    hendelse "vedtak_fattet" { tekst = { nb = "vedtaket er truffet", nn = "vedtaket er gjort" } },
    hendelse "tjeneste_avsluttet" { tekst = { nb = "hjelpen er avsluttet", nn = "hjelpa er avslutta" } },
  },
  start = "i_gang", startet = "strakstiltak_startet",
  tilstander = {
    tilstand "i_gang" { tekst = { nb = "i gang, kontoret vet det ikke",
                                  nn = "i gang, kontoret veit det ikkje" }, ansvar = "enhetsleder",
      frister = { { "varsle_forvaltningskontoret", ved_brudd = "forvaltningskontor_varslet" } } },
    tilstand "meldt" { tekst = { nb = "meldt, tas opp i første møte", nn = "meldt, blir teken opp i første møte" },
      ansvar = "forvaltningskontoret", frister = { TIL_MOETET } },
    tilstand "behandlet" { tekst = { nb = "drøftet, vedtaket er ikke truffet", nn = "drøfta, vedtaket er ikkje gjort" },
      ansvar = "forvaltningskontoret",
      uten_frist = { nb = "vedtaket treffes etter møtet og dateres ikke tilbake",
                     nn = "vedtaket blir gjort etter møtet og blir ikkje datert tilbake" } },
    tilstand "vedtatt" { tekst = { nb = "vedtaket er truffet", nn = "vedtaket er gjort" }, slutt = ja },
    tilstand "opphoert" { tekst = { nb = "hjelpen er avsluttet", nn = "hjelpa er avslutta" }, slutt = ja },
  },
  overganger = {
    overgang { fra = "i_gang", hendelse = "strakstiltak_startet", til = "i_gang",
      rolle = { "enhetsleder", "ansatt_i_enhet", "rus_og_psykisk_helse", "lege" },
      hjemmel = { "hol.3-5", "rutine.saksgang" } },
    overgang { fra = "i_gang", hendelse = "forvaltningskontor_varslet", til = "meldt",
      rolle = { "enhetsleder", "ansatt_i_enhet", "forvaltningskontoret" }, hjemmel = "rutine.saksgang" },
    overgang { fra = { "i_gang", "meldt" }, hendelse = "tiltaksmoete", til = "behandlet",
      rolle = "forvaltningskontoret", hjemmel = "rutine.tiltaksmoete" },
    overgang { fra = { "i_gang", "meldt", "behandlet" }, hendelse = "vedtak_fattet", til = "vedtatt",
      naar = finnes("utfall"),
      rolle = { "forvaltningskontoret", "enhetsleder", "kommunalsjef" }, hjemmel = "fvl.23" },
    -- Varer hjelpen ikke mer enn to uker, kreves det ikke enkeltvedtak (pbrl. § 2-7).
    overgang { fra = { "i_gang", "meldt", "behandlet" }, hendelse = "tjeneste_avsluttet", til = "opphoert",
      naar = er("enkeltvedtak_kreves", nei),
      rolle = { "enhetsleder", "forvaltningskontoret" }, hjemmel = "pbrl.2-7" },
  },
}

-- Før søknaden: noen tar kontakt. Alle kan ta imot; søknaden skal til kontoret, og den som bare trenger å vite noe, får veiledning.
fakta {
  henvendelse_mottatt = dato { tekst = { nb = "dagen noen tok kontakt", nn = "dagen nokon tok kontakt" },
    sti = "/sak/hendelser/hendelse[@type='henvendelse_mottatt'][1]/@dato" },
}
prosess "henvendelse" {
  tekst = { nb = "henvendelsen", nn = "førespurnaden" }, hjemmel = { "fvl.11", "rutine.saksgang" },
  gjelder = "/sak[hendelser/hendelse[@type='henvendelse_mottatt']]",
  hendelser = {
    sti = "/sak/hendelser/hendelse | /sak/soeknad[@mottatt][not(/sak/hendelser/hendelse[@type='soeknad_mottatt'])]",
    slag = "concat(@type, substring('soeknad_mottatt', 1, 99 * boolean(self::soeknad)))",
    dato = "@dato | @mottatt[parent::soeknad]",
    rolle = "/sak/ansatte/ansatt[@id=$her/@av]/@rolle | /sak/parter/part[@id=$her/@av]/@rolle",
    hendelse "henvendelse_mottatt" { tekst = { nb = "noen tok kontakt", nn = "nokon tok kontakt" } },
    hendelse "veiledning_gitt" { tekst = { nb = "veiledning er gitt", nn = "rettleiing er gitt" } },
    hendelse "soeknad_mottatt" { tekst = { nb = "søknaden kom", nn = "søknaden kom" } },
  },
  start = "mottatt", startet = "henvendelse_mottatt",
  tilstander = {
    tilstand "mottatt" { tekst = { nb = "noen har tatt kontakt og ikke fått svar",
                                   nn = "nokon har teke kontakt og ikkje fått svar" }, ansvar = "forvaltningskontoret",
      uten_frist = { nb = "kommunen svarer uten ugrunnet opphold", nn = "kommunen svarer utan grunnlaust opphald" } },
    tilstand "veiledet" { tekst = { nb = "har fått veiledning, og kan søke", nn = "har fått rettleiing, og kan søkje" },
      ansvar = "part",
      uten_frist = { nb = "den som vil, kan søke når som helst", nn = "den som vil, kan søkje når som helst" } },
    tilstand "soekt" { tekst = { nb = "ble til en søknad", nn = "vart til ein søknad" }, slutt = ja },
  },
  overganger = {
    overgang { fra = "mottatt", hendelse = "henvendelse_mottatt", til = "mottatt",
      rolle = { "forvaltningskontoret", "enhetsleder", "ansatt_i_enhet", "ergoterapeut", "rus_og_psykisk_helse",
        "part" },
      hjemmel = "rutine.saksgang" },
    overgang { fra = "mottatt", hendelse = "veiledning_gitt", til = "veiledet",
      rolle = { "forvaltningskontoret", "enhetsleder", "ansatt_i_enhet", "ergoterapeut", "rus_og_psykisk_helse" },
      hjemmel = "fvl.11" },
    overgang { fra = { "mottatt", "veiledet" }, hendelse = "soeknad_mottatt", til = "soekt", rolle = hvem_som_helst,
      hjemmel = "fvl.11" },
  },
}

-- Ny vurdering uten søknad: enheten vurderer, kontoret skriver vedtaket. Skal noen få mindre, får de varsel og kan uttale seg først.
local SES_PAA = "@type='revurdering_startet' or @type='endret_behov_meldt'"
fakta {
  revurdering_begynt = dato { tekst = { nb = "dagen den nye vurderingen begynte",
                                        nn = "dagen den nye vurderinga byrja" },
    sti = "/sak/hendelser/hendelse[(" .. SES_PAA .. ") and (not(@for) or @for=$her/@id)][1]/@dato"
      .. " | /sak/kartlegging[not(/sak/hendelser/hendelse[" .. SES_PAA .. "])][last()]/@dato" },
}
frist "vedtaket_gaar_ut" {
  tekst = { nb = "vedtaket som gjelder, går ut", nn = "vedtaket som gjeld, går ut" }, hjemmel = "rutine.saksgang",
  naar = finnes("loepende_til"), dager = 0, regnes_fra = "loepende_til", forskyves = "tilbake",
}
local GAAR_UT = { { "vedtaket_gaar_ut", ved_brudd = "varsles",
  tekst = { nb = "hjelpen skal ikke stanse fordi vedtaket gikk ut",
            nn = "hjelpa skal ikkje stanse fordi vedtaket gjekk ut" } } }
prosess "revurdering" {
  tekst = { nb = "ny vurdering", nn = "ny vurdering" }, hjemmel = "rutine.saksgang",
  gjelder = "/sak/tjenester/tjeneste[@sakstype='revurdering' or @sakstype='endring' or @sakstype='reduksjon' or @sakstype='opphoer']"
    .. "[not(@id=/sak/soeknad/gjelder/@tjeneste or /sak/soeknad[not(gjelder)])]",
  hendelser = {
    sti = HENDELSER, slag = SLAG, dato = "@dato",
    rolle = "/sak/ansatte/ansatt[@id=$her/@av or @id=$her/@besluttetAv]/@rolle | /sak/parter/part[@id=$her/@av]/@rolle",
    hendelse "endret_behov_meldt" { tekst = { nb = "enheten har meldt at behovet er endret",
                                              nn = "eininga har meldt at behovet er endra" }, uten_virkning = ja },
    hendelse "revurdering_startet" { tekst = { nb = "vedtaket ses på på nytt", nn = "vedtaket blir sett på på nytt" } },
    hendelse "kartlegging_gjort" { tekst = { nb = "behovet er kartlagt", nn = "behovet er kartlagt" } },
    hendelse "endring_innenfor_vedtaket" { tekst = { nb = "vedtaket kan stå", nn = "vedtaket kan stå" } },
    hendelse "tiltaksmoete" { tekst = { nb = "saken var oppe i møtet", nn = "saka var oppe i møtet" },
      uten_virkning = ja },
    hendelse "forhaandsvarsel_sendt" { tekst = { nb = "forhåndsvarsel er sendt", nn = "førehandsvarsel er sendt" } },
    hendelse "uttalelse_fra_part" { tekst = { nb = "parten har uttalt seg", nn = "parten har uttalt seg" } },
    hendelse "vedtak_fattet" { tekst = { nb = "vedtaket er truffet", nn = "vedtaket er gjort" } },
    hendelse "vedtak_sendt" { tekst = { nb = "vedtaket er sendt", nn = "vedtaket er sendt" } },
  },
  start = "ses_paa", startet = "revurdering_begynt",
  tilstander = {
    tilstand "ses_paa" { tekst = { nb = "ses på på nytt", nn = "blir sett på på nytt" },
      ansvar = { "enhetsleder", "ansatt_i_enhet" }, frister = GAAR_UT },
    tilstand "vurdert" { tekst = { nb = "vurdert på nytt, vedtaket er ikke truffet",
                                   nn = "vurdert på nytt, vedtaket er ikkje gjort" },
      ansvar = "forvaltningskontoret", frister = GAAR_UT },
    tilstand "varslet" { tekst = { nb = "varslet, parten kan uttale seg", nn = "varsla, parten kan uttale seg" },
      ansvar = "part", frister = { { "uttalefrist", ved_brudd = "hoert" } } },
    tilstand "hoert" { tekst = { nb = "varslet, tiden til å uttale seg er ute",
                                 nn = "varsla, tida til å uttale seg er ute" }, ansvar = "forvaltningskontoret",
      frister = GAAR_UT },
    tilstand "besluttet" { tekst = { nb = "vedtaket er truffet, men ikke sendt",
                                     nn = "vedtaket er gjort, men ikkje sendt" }, ansvar = "forvaltningskontoret",
      hjemmel = "fvl.27",
      uten_frist = { nb = "parten skal få vedtaket så snart som mulig",
                     nn = "parten skal få vedtaket så snart som råd" } },
    tilstand "sendt" { tekst = { nb = "det nye vedtaket er sendt", nn = "det nye vedtaket er sendt" }, slutt = ja },
    tilstand "staar" { tekst = { nb = "vedtaket står", nn = "vedtaket står" }, slutt = ja },
  },
  overganger = {
    overgang { fra = "ses_paa", hendelse = "revurdering_startet", til = "ses_paa",
      rolle = { "forvaltningskontoret", "enhetsleder" }, hjemmel = "rutine.saksgang" },
    overgang { fra = "ses_paa", hendelse = "kartlegging_gjort", til = "vurdert",
      rolle = { "forvaltningskontoret", "enhetsleder", "ansatt_i_enhet", "ergoterapeut", "rus_og_psykisk_helse" },
      hjemmel = { "rutine.saksgang", "fvl.17" } },
    overgang { fra = { "ses_paa", "vurdert" }, hendelse = "endring_innenfor_vedtaket", til = "staar",
      rolle = "forvaltningskontoret", hjemmel = "rutine.saksgang" },
    overgang { fra = { "ses_paa", "vurdert" }, hendelse = "forhaandsvarsel_sendt", til = "varslet",
      rolle = "forvaltningskontoret", hjemmel = "fvl.16" },
    overgang { fra = "varslet", hendelse = "uttalelse_fra_part", til = "hoert", rolle = hvem_som_helst,
      hjemmel = "fvl.16" },
    overgang { fra = { "ses_paa", "vurdert", "varslet", "hoert" }, hendelse = "vedtak_fattet", til = "besluttet",
      naar = finnes("utfall"), rolle = { "forvaltningskontoret", "enhetsleder", "kommunalsjef" }, hjemmel = "fvl.23" },
    overgang { fra = { "ses_paa", "vurdert", "varslet", "hoert", "besluttet" }, hendelse = "vedtak_sendt",
      til = "sendt",
      rolle = "forvaltningskontoret", hjemmel = "fvl.27" },
  },
}
