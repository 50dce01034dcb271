-- Fakta om saken, parten, vedtaket og kommunen, som alle pakker kan spørre etter. Stier uten / foran gjelder fra noden
-- regelen gjelder for, vanligvis én tjeneste.

-- ── Tjenesten og det som er bestemt ─────────────────────────────────────────────────────────────────────────────
fakta {
  kode = tekst { tekst = begge "tjenestekode", sti = "@kode" },
  sakstype = valg {
    tekst = { nb = "sakstype", nn = "sakstype" }, sti = "@sakstype",
    verdier = { "ny", "forlengelse", "endring", "reduksjon", "revurdering", "opphoer" },
  },
  utfall = valg {
    tekst = { nb = "det som er bestemt", nn = "det som er avgjort" }, sti = "vedtak/@utfall",
    verdier = { "innvilget", "delvis", "avslaatt", "avvist", "endret", "opphoert" },
  },
  vedtaksdato = dato { tekst = { nb = "dagen vedtaket ble truffet", nn = "dagen vedtaket vart gjort" },
    sti = "vedtak/@dato" },
  virkning_fra = dato { tekst = { nb = "dagen tjenesten begynner", nn = "dagen tenesta byrjar" },
    sti = "vedtak/@virkningFra" },
  vedtak_til = dato { tekst = { nb = "dagen tjenesten slutter", nn = "dagen tenesta sluttar" }, sti = "vedtak/@til" },
  inntil_videre = janei { tekst = { nb = "tjenesten varer inntil videre", nn = "tenesta varer inntil vidare" },
    sti = "vedtak/@inntilVidere" },
  revurdering = dato { tekst = { nb = "dagen vi ser på vedtaket på nytt", nn = "dagen vi ser på vedtaket på nytt" },
    sti = "vedtak/@revurdering" },
  innhold = tekst { tekst = { nb = "hva tjenesten består i", nn = "kva tenesta går ut på" }, sti = "vedtak/innhold" },
  varighet_uker = tall {
    tekst = { nb = "ventet varighet i uker", nn = "venta lengd i veker" }, min = 0, maks = 5200,
    sti = "opplysning[@navn='forventet_varighet_uker']/@verdi",
    kjent = "opplysning[@navn='forventet_varighet_uker']/@kjent",
  },

  -- Egne ord fra saksbehandleren
  faktagrunnlag = tekst { tekst = { nb = "opplysningene vedtaket bygger på", nn = "opplysningane vedtaket byggjer på" },
    sti = "vedtak/faktagrunnlag" },
  hensyn = tekst { tekst = { nb = "de viktigste hensynene", nn = "dei viktigaste omsyna" }, sti = "vedtak/hensyn" },
  begrunnelse = tekst { tekst = { nb = "begrunnelsen", nn = "grunngjevinga" }, sti = "vedtak/begrunnelse" },
  brukers_syn = tekst { tekst = { nb = "det brukeren selv mener", nn = "det brukaren sjølv meiner" },
    sti = "vedtak/brukersSyn" },
  brukers_syn_vekt = valg {
    tekst = { nb = "vekten på brukerens syn", nn = "vekta på synet til brukaren" }, sti = "vedtak/brukersSyn/@vekt",
    verdier = { "avgjoerende", "stor", "noe", "liten" },
  },
  forsvarlighet = tekst { tekst = { nb = "vurderingen av om hjelpen er forsvarlig",
                                    nn = "vurderinga av om hjelpa er forsvarleg" }, sti = "vedtak/forsvarlighet" },
  barnets_beste = tekst { tekst = { nb = "vurderingen av barnets beste", nn = "vurderinga av det beste for barnet" },
    sti = "vedtak/barnetsBeste" },
  avvik_begrunnet = tekst {
    tekst = { nb = "hvorfor vedtaket er et annet enn reglene foreslår",
              nn = "kvifor vedtaket er eit anna enn reglane gjer framlegg om" },
    sti = "vedtak/avvikFraInnstilling",
  },
  vedtakstekst = tekst { tekst = { nb = "alt som er skrevet i vedtaket", nn = "alt som er skrive i vedtaket" },
    sti = "vedtak" },

  -- Unntaket i fvl. § 24 andre ledd: et menneske har tenkt over om parten kan være misfornøyd
  misnoeye_ventet = janei {
    tekst = { nb = "det er grunn til å vente misnøye", nn = "det er grunn til å vente misnøye" },
    sti = "vedtak/begrunnelseUnntatt/@misnoeyeVentet", hjemmel = "fvl.24.andre",
  },
  uten_begrunnelse = janei {
    tekst = { nb = "full innvilgelse som kan sendes uten begrunnelse",
              nn = "full innvilging som kan sendast utan grunngjeving" },
    hjemmel = "fvl.24.andre",
    utledet = alle { er("utfall", "innvilget"), er("misnoeye_ventet", nei) },
  },
}

-- ── Omfang ──────────────────────────────────────────────────────────────────────────────────────────────────────
-- Timer i uka, regnet ut av det som står i søknaden, innstillingen og vedtaket. En måned regnes som 12/52-dels år;
-- delingen på fire i rapporteringen til KPR brukes aldri her.
local TELLES_I_TIMER = {
  "timer_per_uke", "timer_per_maaned", "timer_per_gang", "minutter_per_gang", "ganger_per_dag", "ganger_per_uke",
  "ganger_per_maaned",
  "dager_per_uke", "doegn", "doegn_per_uke", "doegn_per_maaned", "maaltider_per_uke", "kroner_per_maaned",
  "hele_doegnet", "plass",
}

local function omfang(foran, sti, hva)
  return {
    [foran .. "_verdi"] = tall { tekst = hva("antall", "tal"), sti = sti .. "/omfang/@verdi", min = 0, maks = 100000 },
    [foran .. "_enhet"] = valg { tekst = hva("enhet", "eining"), sti = sti .. "/omfang/@enhet",
      verdier = TELLES_I_TIMER },
    [foran .. "_hver"] = tall { tekst = hva("hver", "kvar"), sti = sti .. "/omfang/@hver", min = 1, maks = 9999999 },
    [foran .. "_hver_enhet"] = valg { tekst = hva("hver enhet", "kvar eining"), sti = sti .. "/omfang/@hverEnhet",
      verdier = { "dag", "uke", "maaned" } },
    [foran .. "_i_timer"] = janei {
      tekst = hva("i timer", "i timar"),
      finnes = sti
        .. "/omfang[@verdi and (@enhet='timer_per_uke' or @enhet='timer_per_maaned' or ((@enhet='timer_per_gang' or @enhet='minutter_per_gang') and @hver and @hverEnhet))]",
    },
    [foran .. "_timer_uke"] = tall {
      tekst = hva("timer i uka", "timar i veka"),
      utledet = function(f)
        local v, e = f[foran .. "_verdi"], f[foran .. "_enhet"]
        if e == "timer_per_uke" then return v end
        if e == "timer_per_maaned" then return v * 12 / 52 end
        if e == "minutter_per_gang" then v = v / 60 end
        local h, he = f[foran .. "_hver"], f[foran .. "_hver_enhet"]
        if he == "dag" then return v * 7 / h end
        if he == "uke" then return v / h end
        return v * 12 / 52 / h
      end,
    },
  }
end

local function ord(nb, nn)
  return function(a, b) return { nb = nb .. ", " .. a, nn = nn .. ", " .. b } end
end

fakta(omfang("soekt", "soekt", ord("omfanget det er søkt om", "omfanget det er søkt om")))
fakta(omfang("behov", "innstilling", ord("omfanget fagfolkene foreslår", "omfanget fagfolka gjer framlegg om")))
fakta(omfang("gitt", "vedtak", ord("omfanget i vedtaket", "omfanget i vedtaket")))
fakta(omfang("foer", "loepende", ord("omfanget som gjelder fra før", "omfanget som gjeld frå før")))

fakta {
  omfang_tekst = tekst { tekst = { nb = "omfanget beskrevet med ord", nn = "omfanget skildra med ord" },
    sti = "vedtak/omfang" },
  omfang_kontrollerbart = janei {
    tekst = { nb = "omfanget kan kontrolleres", nn = "omfanget kan kontrollerast" },
    utledet = noen { alle { over("gitt_verdi", 0), finnes("gitt_enhet") },
      er("gitt_enhet", { "hele_doegnet", "plass" }), lengde("omfang_tekst", 12) },
  },
  -- Timer sammenliknes i uka. Besøk, dager, døgn og måltider kan bare sammenliknes når begge steder teller i det samme.
  behov_i_samme_enhet = janei {
    tekst = { nb = "fagfolkene teller i samme enhet som søknaden", nn = "fagfolka tel i same eining som søknaden" },
    finnes = "innstilling/omfang[@verdi and @enhet=$her/soekt/omfang[@verdi]/@enhet and not(@hver) and not($her/soekt/omfang/@hver)]",
  },
  gitt_i_samme_enhet = janei {
    tekst = { nb = "vedtaket teller i samme enhet som søknaden", nn = "vedtaket tel i same eining som søknaden" },
    finnes = "vedtak/omfang[@verdi and @enhet=$her/soekt/omfang[@verdi]/@enhet and not(@hver) and not($her/soekt/omfang/@hver)]",
  },
  soekt_over_behovet = janei {
    tekst = { nb = "det er søkt om mer enn fagfolkene mener trengs",
              nn = "det er søkt om meir enn fagfolka meiner trengst" },
    utledet = noen { alle { er("soekt_i_timer"), over("soekt_timer_uke", faktum "behov_timer_uke") },
      alle { er("behov_i_samme_enhet"), over("soekt_verdi", faktum "behov_verdi") } },
  },
  mindre_enn_soekt = janei {
    tekst = { nb = "vedtaket gir mindre enn det er søkt om", nn = "vedtaket gir mindre enn det er søkt om" },
    utledet = noen {
      alle { er("soekt_i_timer"), er("gitt_i_timer"), under("gitt_timer_uke", faktum "soekt_timer_uke") },
      alle { er("gitt_i_samme_enhet"), under("gitt_verdi", faktum "soekt_verdi") } },
  },
  -- Mindre hjelp er mindre hjelp, hva saken enn kalles: tallene avgjør. Timer sammenliknes i uka; annet når enheten er den samme.
  samme_enhet_som_foer = janei {
    tekst = { nb = "vedtaket og det som gjelder fra før, teller i samme enhet",
              nn = "vedtaket og det som gjeld frå før, tel i same eining" },
    finnes = "vedtak/omfang[@verdi and @enhet=$her/loepende/omfang[@verdi]/@enhet and not(@hver) and not($her/loepende/omfang/@hver)]",
  },
  mindre_enn_foer = janei {
    tekst = { nb = "vedtaket gir mindre hjelp enn det som gjelder fra før",
              nn = "vedtaket gir mindre hjelp enn det som gjeld frå før" },
    utledet = noen {
      alle { er("foer_i_timer"), er("gitt_i_timer"), under("gitt_timer_uke", faktum "foer_timer_uke") },
      alle { er("samme_enhet_som_foer"), under("gitt_verdi", faktum "foer_verdi") },
    },
  },
  egenandel_oppgitt = janei { tekst = { nb = "egenandel er omtalt", nn = "eigenandel er omtalt" },
    finnes = "vedtak/egenandel" },
  egenandel_kreves = janei {
    tekst = { nb = "vedtaket krever egenandel", nn = "vedtaket krev eigenandel" },
    finnes = "vedtak/egenandel[@betaler='ja' or @egetVedtak='ja' or number(@beloep) > 0 or not(@betaler)]",
  },

  -- Enkeltvedtak etter pbrl. § 2-7: når tjenesten er ventet å vare mer enn to uker
  enkeltvedtak_kreves = janei {
    tekst = { nb = "tjenesten er ventet å vare lenger enn to uker",
              nn = "tenesta er venta å vare lenger enn to veker" },
    hjemmel = "pbrl.2-7", utledet = noen { over("varighet_uker", 2), er("forlenget_over_to_uker") },
  },
  -- Forlenges en tjeneste, teller tiden fra den begynte.
  loepende_fra = dato { tekst = { nb = "dagen tjenesten begynte", nn = "dagen tenesta byrja" }, sti = "loepende/@fra" },
  forlenget_over_to_uker = janei {
    tekst = { nb = "tjenesten er forlenget til mer enn to uker", nn = "tenesta er forlengd til meir enn to veker" },
    hjemmel = "pbrl.2-7",
    utledet = alle { er("sakstype", { "forlengelse", "endring", "revurdering" }),
      funksjon(function(f) return dager_mellom(f.loepende_fra, f.vedtak_til) > 14 end) },
  },
}

-- ── Parten og den som handler for parten ────────────────────────────────────────────────────────────────────────
-- Den brevet går til, valgt som i malen: den saken sier, ellers en som handler for personen, ellers personen selv.
local PERSON = "(/sak/tjenester/tjeneste[vedtak][1]/@part | /sak/parter/part[@rolle='soeker'][not(/sak/tjenester/tjeneste[vedtak][1]/@part)]/@id)"
local REPRESENTANT = "@for=" .. PERSON
  .. " and ((@rolle='verge' and vergemaal) or (@rolle='fullmektig' and fullmakt) or @rolle='advokat' or @rolle='foresatt')"
local MOTTAKER = "(/sak/parter/part[@mottaker='ja'] | /sak/parter[not(part[@mottaker='ja'])]/part[" .. REPRESENTANT
  .. "]"
  .. " | /sak/parter[not(part[@mottaker='ja' or (" .. REPRESENTANT .. ")])]/part[@id=" .. PERSON .. "])[1]"

fakta {
  foedselsdato = dato { tekst = { nb = "fødselsdatoen", nn = "fødselsdatoen" },
    sti = "/sak/parter/part[@rolle='soeker'][1]/foedselsdato" },
  soeker_under_18 = janei {
    tekst = { nb = "den saken gjelder, er under 18 år", nn = "den saka gjeld, er under 18 år" },
    utledet = yngre_enn("foedselsdato", { aar = 18 }),
  },
  beroerte_barn = tall { tekst = { nb = "barn saken berører", nn = "barn saka rører ved" },
    antall = "/sak/parter/barn[@beroert='ja']" },
  uavklarte_barn = tall { tekst = { nb = "barn det ikke er tatt stilling til",
                                    nn = "barn det ikkje er teke stilling til" },
    antall = "/sak/parter/barn[not(@beroert)]" },
  kan_naas = janei {
    tekst = { nb = "mottakeren har en adresse", nn = "mottakaren har ei adresse" },
    finnes = MOTTAKER .. "[adresse or digitalPost[@reservert='nei']]",
  },
  er_mottaker = janei {
    tekst = { nb = "brevet går til den saken gjelder, eller en kopi gjør det",
              nn = "brevet går til den saka gjeld, eller ein kopi gjer det" },
    finnes = MOTTAKER .. "[@rolle='soeker'] | /sak/kopiTil[@part=/sak/parter/part[@rolle='soeker']/@id]",
  },
  soeker_fylt_15 = janei {
    tekst = { nb = "den saken gjelder, har fylt 15 år", nn = "den saka gjeld, har fylt 15 år" },
    utledet = ikke(yngre_enn("foedselsdato", { aar = 15 })),
  },
  soekere = tall { tekst = { nb = "søkere i saken", nn = "søkjarar i saka" },
    antall = "/sak/parter/part[@rolle='soeker']" },
  mottakere = tall { tekst = { nb = "parter som er satt opp som mottaker",
                               nn = "partar som er sette opp som mottakar" },
    antall = "/sak/parter/part[@mottaker='ja']" },
  flere_personer = janei {
    tekst = { nb = "vedtakene gjelder mer enn én person", nn = "vedtaka gjeld meir enn éin person" },
    finnes = "/sak/tjenester[tjeneste[vedtak]/@part[not(.=/sak/parter/part[@rolle='soeker']/@id)]"
      .. " and (tjeneste[vedtak][not(@part) or @part=/sak/parter/part[@rolle='soeker']/@id] or tjeneste[vedtak]/@part != tjeneste[vedtak]/@part)]",
  },

  -- Leses fra én part
  handler_for = janei { tekst = { nb = "det står hvem representanten handler for",
                                  nn = "det står kven representanten handlar for" }, finnes = "@for" },
  part_rolle = tekst { tekst = { nb = "partens rolle", nn = "rolla til parten" }, sti = "@rolle" },
  har_fullmakt = janei { tekst = { nb = "skriftlig fullmakt ligger i saken", nn = "skriftleg fullmakt ligg i saka" },
    finnes = "fullmakt[not(@skriftlig='nei')]" },
  fullmakt_dato = dato { tekst = { nb = "datoen på fullmakten", nn = "datoen på fullmakta" }, sti = "fullmakt/@dato" },
  fullmakt_til = dato { tekst = { nb = "dagen fullmakten slutter", nn = "dagen fullmakta sluttar" },
    sti = "fullmakt/@til" },
  verge_mandat = valg {
    tekst = { nb = "vergens mandat", nn = "mandatet til verja" }, sti = "vergemaal/@mandat",
    verdier = { "personlig", "oekonomisk", "personlig_og_oekonomisk", "fremtidsfullmakt" },
  },
  vergemaal_fra = dato { tekst = { nb = "dagen vergemålet begynte", nn = "dagen verjemålet byrja" },
    sti = "vergemaal/@fra" },
  vergemaal_til = dato { tekst = { nb = "dagen vergemålet slutter", nn = "dagen verjemålet sluttar" },
    sti = "vergemaal/@til" },
}

-- ── Søknaden og hendelsene ──────────────────────────────────────────────────────────────────────────────────────
-- Sett fra søknaden: søknaden selv, og det den gjelder. Sett fra tjenesten: den siste søknaden om den, og tjenesten selv.
local SOEKNADEN = "($her/self::soeknad | /sak/soeknad[$her/self::tjeneste and (gjelder/@tjeneste=$her/@id or not(gjelder))][last()])"
local DET_SOEKTE = "/sak/tjenester/tjeneste[@id=$her/gjelder/@tjeneste or @id=$her/self::tjeneste/@id or ($her/self::soeknad and not($her/gjelder))]"

local function om(type) return "@type='" .. type .. "' and (not(@for) or @for=$her/@id)" end
local function kom_fram(type, uten)
  local sti = "/sak/hendelser/hendelse[" .. om(type) .. " and not(../hendelse[" .. om("begrunnelse_krevd") .. "])"
  for _, annen in ipairs(uten) do sti = sti .. " and not(../hendelse[" .. om(annen) .. "])" end
  return sti .. "]/@dato"
end

fakta {
  soeknad_mottatt = dato {
    tekst = { nb = "dagen søknaden kom", nn = "dagen søknaden kom" },
    sti = "@mottatt[parent::soeknad] | /sak/soeknad[not($her/self::soeknad)][gjelder/@tjeneste=$her/@id or not(gjelder)]/@mottatt",
  },
  soeknad_beskrevet = janei {
    tekst = { nb = "det står hva det er søkt om", nn = "det står kva det er søkt om" },
    finnes = "soekt/omfang | soekt/innhold | /sak/soeknad[gjelder/@tjeneste=$her/@id]/oenske",
  },
  forespurt_uten_soeknad = janei {
    tekst = { nb = "kommunen har tatt opp saken selv", nn = "kommunen har teke opp saka sjølv" },
    utledet = er("sakstype", { "endring", "reduksjon", "revurdering", "opphoer" }),
  },
  -- Den som selv har søkt om endringen, har uttalt seg (fvl. § 16). En eldre søknad gjaldt det vedtaket som endres.
  soekt_om_endringen = janei {
    tekst = { nb = "parten har selv søkt om endringen", nn = "parten har sjølv søkt om endringa" }, hjemmel = "fvl.16",
    finnes = "/sak/soeknad[(gjelder/@tjeneste=$her/@id or not(gjelder))"
      .. " and number(translate(@mottatt,'-','')) > number(translate($her/loepende/@vedtaksdato,'-',''))]",
  },
  -- Hver søknad har sin egen måned (fvl. § 11 a). Et svar som ikke sier hvilken søknad det gjelder, gjelder dem som var kommet.
  foreloepig_svar_gitt = janei {
    tekst = { nb = "foreløpig svar er sendt", nn = "førebels svar er sendt" }, hjemmel = "fvl.11a",
    finnes = "/sak/hendelser/hendelse[@type='foreloepig_svar'][@for=$her/@id or @for=$her/gjelder/@tjeneste or @for="
      .. SOEKNADEN
      .. "/@id or (not(@for) and number(translate(@dato,'-','')) >= number(translate(" .. SOEKNADEN
      .. "/@mottatt,'-','')))]",
  },
  soeknaden_avgjort = janei {
    tekst = { nb = "alt det er søkt om i søknaden, er avgjort", nn = "alt det er søkt om i søknaden, er avgjort" },
    finnes = DET_SOEKTE .. " and not(" .. DET_SOEKTE .. "[not(vedtak)])",
  },
  alt_avgjort = janei {
    tekst = { nb = "alt det er søkt om, er avgjort", nn = "alt det er søkt om, er avgjort" },
    finnes = "/sak/tjenester/tjeneste and not(/sak/tjenester/tjeneste[not(vedtak)])",
  },
  vedtak_sendt = dato {
    tekst = { nb = "dagen vedtaket ble sendt", nn = "dagen vedtaket vart sendt" },
    sti = "/sak/hendelser/hendelse[@type='vedtak_sendt' and (not(@for) or @for=$her/@id)]/@dato",
  },
  -- Dagen klagefristen regnes fra. Er begrunnelse krevd (fvl. § 29 tredje ledd), er det dagen begrunnelsen kom. Digital post
  -- er kommet fram når parten er varslet; at parten åpner den, teller bare når ikke noe annet er kjent.
  vedtak_mottatt = dato {
    tekst = { nb = "dagen vedtaket kom fram", nn = "dagen vedtaket kom fram" },
    sti = kom_fram("vedtak_mottatt", {}) .. " | " .. kom_fram("vedtak_varslet", { "vedtak_mottatt" })
      .. " | " .. kom_fram("vedtak_aapnet", { "vedtak_mottatt", "vedtak_varslet" })
      .. " | /sak/hendelser/hendelse[" .. om("begrunnelse_mottatt") .. "]/@dato",
  },
  to_ankomster = janei {
    tekst = { nb = "vedtaket står med flere dager det kom fram", nn = "vedtaket står med fleire dagar det kom fram" },
    finnes = "/sak/hendelser[hendelse[" .. om("vedtak_mottatt") .. "]/@dato != hendelse[" .. om("vedtak_mottatt")
      .. "]/@dato]",
  },
  forhaandsvarsel_sendt = dato {
    tekst = { nb = "dagen forhåndsvarselet ble sendt", nn = "dagen førehandsvarselet vart sendt" },
    sti = "@sendt[parent::forhaandsvarsel] | /sak/forhaandsvarsel[not($her/self::forhaandsvarsel)][gjelder/@tjeneste=$her/@id or not(gjelder)]/@sendt | /sak/hendelser/hendelse[@type='forhaandsvarsel_sendt' and (not(@for) or @for=$her/@id)]/@dato",
  },
  forhaandsvarsel_unnlatt = janei {
    tekst = { nb = "det er skrevet hvorfor forhåndsvarsel ikke trengs",
              nn = "det er skrive kvifor førehandsvarsel ikkje trengst" },
    finnes = "/sak/forhaandsvarsel[@unnlatt='ja' and normalize-space(innhold) and (gjelder/@tjeneste=$her/@id or not(gjelder))]",
  },
  paaklaget_vedtaksdato = dato {
    tekst = { nb = "dagen vedtaket det klages på, ble truffet", nn = "dagen vedtaket det blir klaga på, vart gjort" },
    sti = "@vedtaksdato | /sak/tjenester/tjeneste[not($her/@vedtaksdato) and (@id=$her/@gjelder or @id=$her/gjelder/@tjeneste)]/vedtak/@dato",
  },
  klage_mottatt = dato { tekst = { nb = "dagen klagen kom", nn = "dagen klaga kom" },
    sti = "@mottatt[parent::klage] | /sak/klage[not($her/self::klage)]/@mottatt" },
  moetedato = dato { tekst = { nb = "dagen for tiltaksmøtet", nn = "dagen for tiltaksmøtet" },
    sti = "moetebehandling[last()]/@dato | @dato[parent::nesteMoete]" },
  innstilling_dato = dato { tekst = { nb = "dagen innstillingen var ferdig", nn = "dagen innstillinga var ferdig" },
    sti = "innstilling/@dato" },
  kartlegging_uordnet = janei {
    tekst = { nb = "kartleggingene står ikke i rekkefølge", nn = "kartleggingane står ikkje i rekkjefølgje" },
    finnes = "/sak/kartlegging[number(translate(@dato,'-','')) > number(translate(following-sibling::kartlegging[1]/@dato,'-',''))]",
  },
  kartlagt_dato = dato { tekst = { nb = "dagen for kartleggingen", nn = "dagen for kartlegginga" },
    sti = "/sak/kartlegging[1]/@dato" },
  iplos_dato = dato { tekst = { nb = "dagen for IPLOS-registreringen", nn = "dagen for IPLOS-registreringa" },
    sti = "/sak/kartlegging[iplos][last()]/iplos[last()]/@dato" },
  utsatt_iverksetting_vurdert = janei {
    tekst = { nb = "utsatt iverksetting er vurdert eller opplyst om",
              nn = "utsett iverksetjing er vurdert eller opplyst om" },
    finnes = "vedtak/utsattIverksetting",
  },
  avgjort_ulike_dager = janei {
    tekst = { nb = "vedtakene i saken er truffet på ulike dager", nn = "vedtaka i saka er gjorde på ulike dagar" },
    finnes = "/sak/tjenester[tjeneste/vedtak/@dato != tjeneste/vedtak/@dato]",
  },
  noe_avgjort = janei { tekst = { nb = "noe er avgjort i saken", nn = "noko er avgjort i saka" },
    finnes = "/sak/tjenester/tjeneste/vedtak" },
  soeknad_fra_berettiget = janei {
    tekst = { nb = "søknaden kommer fra parten eller en som kan handle for parten",
              nn = "søknaden kjem frå parten eller ein som kan handle for parten" },
    finnes = "/sak/parter/part[@id=$her/@fra and (@rolle='soeker' or @rolle='omsorgsyter' or @rolle='foresatt' or @rolle='advokat' or fullmakt or vergemaal)]",
  },
  uttalefrist_dato = dato {
    tekst = { nb = "fristen for å uttale seg", nn = "fristen for å uttale seg" },
    sti = "/sak/forhaandsvarsel[gjelder/@tjeneste=$her/@id or not(gjelder)]/@uttalefrist",
  },
  brevdato = dato { tekst = { nb = "datoen på brevet", nn = "datoen på brevet" }, sti = "/sak/@dato" },
  -- Virkningen er fra den dagen hjelpen virkelig begynte; et strakstiltak som kom senere, forklarer ikke dagene før.
  strakstiltak = janei { tekst = { nb = "hjelpen begynte som strakstiltak", nn = "hjelpa byrja som strakstiltak" },
    finnes = "/sak/hendelser/hendelse[@type='strakstiltak_startet' and (not(@for) or @for=$her/@id)"
      .. " and number(translate(@dato,'-','')) <= number(translate($her/vedtak/@virkningFra,'-',''))]" },
  skjerming = tekst { tekst = { nb = "skjermingen i journalen", nn = "skjerminga i journalen" },
    sti = "/sak/skjerming/@hjemmel" },
}

-- ── De som har laget og avgjort saken ───────────────────────────────────────────────────────────────────────────
fakta {
  besluttet_av = tekst { tekst = { nb = "den som har avgjort saken", nn = "den som har avgjort saka" },
    sti = "/sak/ansatte/ansatt[@id=$her/vedtak/@besluttetAv]/navn" },
  rolle = tekst { tekst = { nb = "rollen til den som har avgjort saken", nn = "rolla til den som har avgjort saka" },
    sti = "/sak/ansatte/ansatt[@id=$her/vedtak/@besluttetAv]/@rolle" },
  saksbehandler = tekst { tekst = { nb = "saksbehandleren", nn = "saksbehandlaren" },
    sti = "/sak/ansatte/ansatt[@id=/sak/@saksbehandler]/navn" },
  beslutter_inhabil = janei { tekst = { nb = "den som har avgjort saken, er inhabil",
                                        nn = "den som har avgjort saka, er inhabil" },
    finnes = "/sak/ansatte/ansatt[@id=$her/vedtak/@besluttetAv]/inhabil" },
  -- Fvl. § 6 første ledd: den som er inhabil, kan heller ikke legge til rette for avgjørelsen. Er kartleggingen gjort på nytt av
  -- en annen, er det den siste som teller.
  forberedt_av_inhabil = janei {
    tekst = { nb = "den som har forberedt saken, er inhabil", nn = "den som har førebudd saka, er inhabil" },
    finnes = "/sak/ansatte/ansatt[inhabil][@id=/sak/@saksbehandler or @id=$her/innstilling/@av or @id=/sak/kartlegging[last()]/@av]",
  },
  leder_inhabil = janei {
    tekst = { nb = "lederen til den som har avgjort saken, er inhabil",
              nn = "leiaren til den som har avgjort saka, er inhabil" },
    finnes = "/sak/ansatte/ansatt[@id=/sak/ansatte/ansatt[@id=$her/vedtak/@besluttetAv]/@leder]/inhabil",
  },
}

-- ── Kommunen ────────────────────────────────────────────────────────────────────────────────────────────────────
-- Datoer på formen ÅÅÅÅ-MM-DD kan sammenliknes som tall når bindestrekene er borte.
local I_KRAFT = "[not(@fra) or number(translate(@fra,'-','')) <= number(translate($dato,'-',''))]"
  .. "[not(@til) or number(translate(@til,'-','')) > number(translate($dato,'-',''))]"

fakta {
  enhet = tekst { tekst = { nb = "enheten som sender brevet", nn = "eininga som sender brevet" }, sti = "/sak/@enhet" },
  enhet_finnes = janei { tekst = { nb = "enheten står i kommunefila", nn = "eininga står i kommunefila" },
    dokument = "kommune", finnes = "/kommune/enheter/enhet[@id=$enhet]" },
  instans_a = janei { tekst = { nb = "klageinstans for rettigheter etter loven",
                                nn = "klageinstans for rettar etter lova" }, dokument = "kommune",
    finnes = "/kommune/klageinstanser/klageinstans[contains(concat(' ',normalize-space(@regime),' '),' A ')]"
      .. I_KRAFT },
  instans_b = janei { tekst = { nb = "klageinstans for kommunens egne tilbud",
                                nn = "klageinstans for eigne tilbod i kommunen" }, dokument = "kommune",
    finnes = "/kommune/klageinstanser/klageinstans[contains(concat(' ',normalize-space(@regime),' '),' B ')]"
      .. I_KRAFT },
  instans_c = janei { tekst = { nb = "klageinstans for boligsosial hjelp", nn = "klageinstans for bustadsosial hjelp" },
    dokument = "kommune",
    finnes = "/kommune/klageinstanser/klageinstans[contains(concat(' ',normalize-space(@regime),' '),' C ')]"
      .. I_KRAFT },
  kan_kontaktes = janei { tekst = { nb = "brevet har telefon eller e-post", nn = "brevet har telefon eller e-post" },
    dokument = "kommune", finnes = "/kommune/brevhode/telefon | /kommune/brevhode/epost" },
  har_ombud = janei { tekst = { nb = "pasient- og brukerombudet er oppgitt",
                                nn = "pasient- og brukarombodet er oppgitt" }, dokument = "kommune",
    finnes = "/kommune/ombud" },
  postgang = tall { tekst = { nb = "dager et brev er på vei", nn = "dagar eit brev er på veg" }, dokument = "kommune",
    sti = "/kommune/post/@postdager", min = 0, maks = 30, heltall = ja },
  lokal_forskrift = tekst { tekst = { nb = "lokal forskrift vedtaket viser til",
                                      nn = "lokal forskrift vedtaket viser til" }, sti = "vedtak/lokalForskrift" },
  lokal_forskrift_gjelder = janei {
    tekst = { nb = "den lokale forskriften gjelder", nn = "den lokale forskrifta gjeld" }, dokument = "kommune",
    finnes = "/kommune/lokalForskrift[@id=$lokal_forskrift and number(translate(@fra,'-','')) <= number(translate($dato,'-',''))"
      .. " and (not(@til) or number(translate(@til,'-','')) > number(translate($dato,'-','')))]",
  },
}
