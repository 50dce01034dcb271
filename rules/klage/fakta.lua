-- Fakta om en klage. Stier uten / foran gjelder fra klagen. Fristene står også her, fordi de regnes fra disse dagene.

local TJENESTE = "/sak/tjenester/tjeneste[@id=$her/@gjelder or @id=$her/gjelder/@tjeneste]"
local ANDRE = "(" .. TJENESTE .. ")[position() > 1]"
local KLAGER = "/sak/parter/part[@id=$her/@fra]"
-- Datoer på formen ÅÅÅÅ-MM-DD kan sammenliknes som tall når bindestrekene er borte.
local function tall_av(dato) return "number(translate(" .. dato .. ",'-',''))" end

-- Hendelsene i saken som gjelder denne klagen, og de som gjelder vedtaket det klages på. Et vedtak etter en tidligere klage
-- har kommet fram for den klagen; det som kom før vedtaket det klages på, gjelder et eldre.
-- Uten «for» gjelder hendelsen klagen når saken bare har én.
local function om_klagen(type) return "/sak/hendelser/hendelse[@type='" .. type
    .. "' and (@for=$her/@id or (not(@for) and count(/sak/klage)=1))]" end
local function om_vedtaket(type) return "@type='" .. type
    .. "' and (not(@for) or @for=$her/@gjelder or @for=$her/gjelder/@tjeneste or @for=/sak/klage[avgjoerelse/@dato=$her/@vedtaksdato]/@id)"
    .. " and (not($her/@vedtaksdato) or " .. tall_av("@dato") .. " >= " .. tall_av("$her/@vedtaksdato") .. ")" end
-- Innsyn og andre rettigheter har ikke noe vedtak i saken å regne fra; der må klagen selv si når avgjørelsen kom.
local HENDELSE = "/sak/hendelser/hendelse[not($her/@underrettet) and not($her/@om='innsyn' or $her/@om='rettighet') and "
local function kom_fram(type, uten)
  local sti = HENDELSE .. om_vedtaket(type)
  for _, annen in ipairs(uten) do sti = sti .. " and not(../hendelse[" .. om_vedtaket(annen) .. "])" end
  return sti .. "]/@dato"
end
local function om(emne, nb, nn, hjemmel) return janei { tekst = { nb = nb, nn = nn }, hjemmel = hjemmel,
  finnes = "self::klage[@om='" .. emne .. "']" } end

-- De som har klagerett: parten, den som har skriftlig fullmakt som gjaldt da klagen kom, en advokat, vergen innenfor
-- mandatet, foreldrene til et barn, den nærmeste når parten ikke kan bestemme selv (pbrl. kap. 4), og omsorgsyteren for sin egen
-- rett (pbrl. § 2-8).
local function gjaldt(til) return "(not(" .. til .. ") or " .. tall_av(til) .. " > " .. tall_av("$her/@mottatt")
    .. ")" end
local SOEKER = "/sak/parter/part[@rolle='soeker']"
local LOVLIG = "@rolle='soeker' or @rolle='advokat'"
  .. " or (@rolle='omsorgsyter' and not(" .. TJENESTE .. "[@part and @part!=$her/@fra]))"
  .. " or fullmakt[not(@skriftlig='nei') and " .. gjaldt("@til") .. "]"
  .. " or vergemaal[(@mandat!='oekonomisk' or $her/@om='egenandel') and " .. gjaldt("@til") .. "]"
  .. " or (@rolle='foresatt' and " .. tall_av("$her/@mottatt") .. " - " .. tall_av(SOEKER .. "/foedselsdato")
  .. " < 180000)"
  .. " or (@rolle='paaroerende' and " .. SOEKER .. "/beslutningskompetanse/@har='nei')"

fakta {
  -- Hva det klages over
  klage_over_vedtak = janei {
    tekst = { nb = "det klages over et vedtak", nn = "det blir klaga over eit vedtak" },
    finnes = "self::klage[not(@om) or @om='vedtak']",
  },
  klage_over_utfoerelse = om("utfoerelse", "det klages over hvordan hjelpen blir gitt",
    "det blir klaga over korleis hjelpa blir gitt"),
  klage_over_innsyn = om("innsyn", "det klages over nektet innsyn i saken", "det blir klaga over nekta innsyn i saka"),
  klage_over_egenandel = om("egenandel", "det klages over egenandelen", "det blir klaga over eigenandelen",
    "pbrl.7-5.egenandel"),
  klage_over_rettighet = om("rettighet", "det klages over en annen rett etter loven",
    "det blir klaga over ein annan rett etter lova"),
  -- Regimet følger tjenestens regel. Klages det over flere tjenester, må de ha samme regime; ellers er det flere klager.
  fire_uker = janei {
    tekst = { nb = "klagefristen er fire uker", nn = "klagefristen er fire veker" },
    hjemmel = "pbrl.7-5",
    utledet = noen { er("klage_over_egenandel"), er("klage_over_rettighet"),
      alle { er("klage_over_vedtak"), egenskap("regime", { "A", "E" }, TJENESTE) } },
  },
  tre_uker = janei {
    tekst = { nb = "klagefristen er tre uker", nn = "klagefristen er tre veker" }, hjemmel = "fvl.29",
    utledet = noen { er("klage_over_innsyn"),
      alle { er("klage_over_vedtak"), egenskap("regime", { "B", "C", "D" }, TJENESTE) } },
  },
  flere_regimer = janei {
    tekst = { nb = "vedtakene det klages på, har ulike klageinstanser eller frister",
              nn = "vedtaka det blir klaga på, har ulike klageinstansar eller fristar" },
    utledet = noen {
      alle { egenskap("regime", "A", TJENESTE), egenskap("regime", { "B", "C" }, ANDRE) },
      alle { egenskap("regime", "B", TJENESTE), egenskap("regime", { "A", "C" }, ANDRE) },
      alle { egenskap("regime", "C", TJENESTE), egenskap("regime", { "A", "B" }, ANDRE) },
    },
  },
  flere_tjenester = janei { tekst = { nb = "det klages på flere tjenester", nn = "det blir klaga på fleire tenester" },
    finnes = ANDRE },
  -- Avgjørelser underveis og svaret fra klageinstansen er ikke noe å klage på (fvl. § 28).
  ikke_klageobjekt = janei {
    tekst = { nb = "det klages på noe det ikke går an å klage på",
              nn = "det blir klaga på noko det ikkje går an å klage på" },
    hjemmel = "fvl.28", finnes = "opplysning[@navn='kan_klages_paa' and @verdi='nei']",
  },

  -- Når den kom. Den er sendt i tide når den er levert til posten eller kommunen før fristen er ute (fvl. § 30).
  klage_levert = dato {
    tekst = { nb = "dagen klagen ble sendt eller levert", nn = "dagen klaga vart send eller levert" },
    hjemmel = "fvl.30",
    sti = "@poststemplet | @mottatt[not(../@poststemplet)]",
  },
  -- Kom den først til feil kontor eller feil organ, sendes den videre (fvl. § 11), og dagen den kom dit, teller når
  -- kommunen vurderer om den skal behandles likevel.
  feil_mottatt = dato {
    tekst = { nb = "dagen klagen kom til feil mottaker", nn = "dagen klaga kom til feil mottakar" },
    hjemmel = "fvl.11.fjerde", sti = "@feilMottatt",
  },
  -- Kom den aldri fram, kan den sendes på nytt innen en uke etter at klageren fikk vite det.
  foerst_sendt = dato { tekst = { nb = "dagen klagen ble sendt første gang",
                                  nn = "dagen klaga vart send fyrste gongen" },
    hjemmel = "fvl.30.ny", sti = "opplysning[@navn='foerst_sendt']/@verdi" },
  fikk_vite_tapt = dato {
    tekst = { nb = "dagen klageren fikk vite at den ikke var kommet fram",
              nn = "dagen klagaren fekk vite at ho ikkje var komen fram" },
    hjemmel = "fvl.30.ny", sti = "opplysning[@navn='fikk_vite_tapt']/@verdi",
  },
  vedtaket_framme = dato {
    tekst = { nb = "dagen vedtaket kom fram til den som klager", nn = "dagen vedtaket kom fram til den som klagar" },
    sti = "@underrettet | " .. kom_fram("vedtak_mottatt", {})
      .. " | " .. kom_fram("vedtak_varslet", { "vedtak_mottatt" })
      .. " | " .. kom_fram("vedtak_aapnet", { "vedtak_mottatt", "vedtak_varslet" }),
  },
  vedtaket_sendt = dato { tekst = { nb = "dagen vedtaket ble sendt", nn = "dagen vedtaket vart sendt" },
    sti = HENDELSE .. om_vedtaket("vedtak_sendt") .. "]/@dato" },
  begrunnelse_krevd = dato { tekst = { nb = "dagen begrunnelse ble krevd", nn = "dagen grunngjeving vart kravd" },
    hjemmel = "fvl.29.tredje", sti = "/sak/hendelser/hendelse[" .. om_vedtaket("begrunnelse_krevd") .. "]/@dato" },
  begrunnelse_framme = dato { tekst = { nb = "dagen begrunnelsen kom fram", nn = "dagen grunngjevinga kom fram" },
    hjemmel = "fvl.29.tredje", sti = "/sak/hendelser/hendelse[" .. om_vedtaket("begrunnelse_mottatt") .. "]/@dato" },
  forlenget_frist = dato {
    tekst = { nb = "fristen kommunen har gitt i stedet", nn = "fristen kommunen har gitt i staden" },
    hjemmel = "fvl.29.femte",
    sti = "opplysning[@navn='forlenget_klagefrist']/@verdi",
  },
  forlenget_dato = dato {
    tekst = { nb = "dagen fristen ble forlenget", nn = "dagen fristen vart forlengd" }, hjemmel = "fvl.29.femte",
    sti = "opplysning[@navn='forlenget_klagefrist']/@dato",
  },
  klager_kan_lastes = janei {
    tekst = { nb = "den som klager, kan lastes for at klagen kom for sent",
              nn = "den som klagar, kan lastast for at klaga kom for seint" }, hjemmel = "fvl.31",
    sti = "forsinkelse/@kanLastes", kjent = "forsinkelse/@kjent",
  },
  rimelig_aa_behandle = janei {
    tekst = { nb = "særlige grunner gjør det rimelig å behandle klagen",
              nn = "særlege grunnar gjer det rimeleg å behandle klaga" }, hjemmel = "fvl.31",
    sti = "forsinkelse/@saerligeGrunner",
  },
  forsinkelse_begrunnet = tekst { tekst = { nb = "kommunens vurdering av forsinkelsen",
                                            nn = "vurderinga kommunen har gjort av forseinkinga" },
    sti = "forsinkelse/vurdering" },

  -- Den som klager
  klager_er_part = janei {
    tekst = { nb = "den som klager, er part eller handler lovlig for parten",
              nn = "den som klagar, er part eller handlar lovleg for parten" }, hjemmel = { "pbrl.7-2", "fvl.28" },
    finnes = KLAGER .. "[" .. LOVLIG .. "]",
  },
  klager_mangler_fullmakt = janei {
    tekst = { nb = "den som klager, er nær parten, men har ikke gyldig fullmakt",
              nn = "den som klagar, er nær parten, men har ikkje gyldig fullmakt" }, hjemmel = { "fvl.12", "fvl.32" },
    finnes = KLAGER .. "[@rolle!='melder' and @rolle!='motpart' and not(" .. LOVLIG .. ")]",
  },
  rettslig_klageinteresse = janei {
    tekst = { nb = "har rettslig klageinteresse", nn = "har rettsleg klageinteresse" }, hjemmel = "fvl.28",
    sti = "opplysning[@navn='rettslig_klageinteresse']/@verdi",
    kjent = "opplysning[@navn='rettslig_klageinteresse']/@kjent",
  },

  klager_kan_naas = janei {
    tekst = { nb = "den som klager, har en adresse", nn = "den som klagar, har ei adresse" },
    finnes = KLAGER .. "[adresse or digitalPost[@reservert='nei']]",
  },
  -- Formen
  klage_undertegnet = janei {
    tekst = { nb = "klagen er undertegnet eller sendt med sikker innlogging",
              nn = "klaga er underskriven eller send med sikker innlogging" }, hjemmel = { "fvl.32", "pbrl.7-3" },
    finnes = "self::klage[@signert='ja' or @form='digital']",
  },
  klage_nevner_vedtaket = janei {
    tekst = { nb = "klagen sier hva det klages på", nn = "klaga seier kva det blir klaga på" },
    hjemmel = { "fvl.32", "pbrl.7-3" },
    finnes = "self::klage[@gjelder or gjelder or @vedtaksdato]",
  },
  klage_sier_hva = janei {
    tekst = { nb = "klagen sier hva som ønskes endret", nn = "klaga seier kva som er ønskt endra" },
    hjemmel = { "fvl.32", "pbrl.7-3" },
    finnes = "oensketEndring | anfoersel",
  },
  retting_sendt = dato { tekst = { nb = "dagen vi ba om retting", nn = "dagen vi bad om retting" },
    sti = om_klagen("retting_sendt") .. "/@dato" },
  -- Det som kom etter at klagen var avgjort, rettet ikke noe da den ble avgjort.
  rettet = janei { tekst = { nb = "klagen er rettet", nn = "klaga er retta" }, hjemmel = "fvl.32",
    finnes = om_klagen("retting_mottatt") .. "[not($her/avgjoerelse/@dato) or " .. tall_av("@dato") .. " <= "
      .. tall_av("$her/avgjoerelse/@dato") .. "]" },
  klage_avgjort_dato = dato { tekst = { nb = "dagen kommunen avgjorde klagen", nn = "dagen kommunen avgjorde klaga" },
    sti = "avgjoerelse/@dato" },

  -- Vurderingen av klagen
  anfoersler = tall { tekst = { nb = "punkter i klagen", nn = "punkt i klaga" },
    antall = "anfoersel[not(@trukket='ja')]" },
  anfoersler_uten_vurdering = tall { tekst = { nb = "punkter kommunen ikke har svart på",
                                               nn = "punkt kommunen ikkje har svart på" },
    antall = "anfoersel[not(@trukket='ja')][not(normalize-space(vurdering)) or not(@medhold)]" },
  anfoersler_medhold = tall { tekst = { nb = "punkter med medhold", nn = "punkt med medhald" },
    antall = "anfoersel[@medhold='ja' and not(@trukket='ja')]" },
  anfoersler_delvis = tall { tekst = { nb = "punkter med delvis medhold", nn = "punkt med delvis medhald" },
    antall = "anfoersel[@medhold='delvis' and not(@trukket='ja')]" },
  anfoersler_nei = tall { tekst = { nb = "punkter uten medhold", nn = "punkt utan medhald" },
    antall = "anfoersel[@medhold='nei' and not(@trukket='ja')]" },
  svar_paa_anfoerslene = janei {
    tekst = { nb = "svaret på hvert punkt i klagen", nn = "svaret på kvart punkt i klaga" }, hjemmel = "fvl.33",
  },
  klageutfall = valg {
    tekst = { nb = "det kommunen har bestemt om klagen", nn = "det kommunen har avgjort om klaga" },
    sti = "avgjoerelse/@utfall",
    verdier = { "opprettholdt", "omgjort", "delvis_omgjort", "avvist", "trukket" },
  },
  klage_vurdert_av_kommunen = tekst { tekst = { nb = "kommunens vurdering av klagen",
                                                nn = "vurderinga kommunen har gjort av klaga" },
    sti = "avgjoerelse/vurdering" },
  klage_besluttet_av = tekst { tekst = { nb = "den som har avgjort klagen", nn = "den som har avgjort klaga" },
    sti = "/sak/ansatte/ansatt[@id=$her/avgjoerelse/@besluttetAv]/navn" },
  klagebeslutter_inhabil = janei {
    tekst = { nb = "den som har avgjort klagen, er inhabil", nn = "den som har avgjort klaga, er inhabil" },
    finnes = "/sak/ansatte/ansatt[@id=$her/avgjoerelse/@besluttetAv]/inhabil",
  },
  klageavvik_begrunnet = tekst {
    tekst = { nb = "hvorfor klagen er avgjort annerledes enn svarene på punktene tilsier",
              nn = "kvifor klaga er avgjord annleis enn svara på punkta tilseier" },
    sti = "avgjoerelse/avvikFraInnstilling",
  },
  klage_rolle = tekst { tekst = { nb = "rollen til den som har avgjort klagen",
                                  nn = "rolla til den som har avgjort klaga" },
    sti = "/sak/ansatte/ansatt[@id=$her/avgjoerelse/@besluttetAv]/@rolle" },
  klage_kode = tekst { tekst = { nb = "tjenesten det klages på", nn = "tenesta det blir klaga på" },
    sti = TJENESTE .. "/@kode" },
  klagebeslutter_delegert = janei {
    tekst = { nb = "rollen har myndighet til å avgjøre klagen", nn = "rolla har mynde til å avgjere klaga" },
    dokument = "kommune", hjemmel = "koml.5",
    finnes = "/kommune/delegasjoner/delegasjon[(@tjeneste=$klage_kode or @tjeneste='*') and @rolle=$klage_rolle and (not(@sakstype) or @sakstype='klage') and (not(@oppgave) or @oppgave='vedtak')"
      .. " and " .. tall_av("@dato") .. " <= " .. tall_av("$klage_avgjort_dato")
      .. " and (not(@til) or " .. tall_av("@til") .. " > " .. tall_av("$klage_avgjort_dato") .. ")]",
  },
  klageleder_inhabil = janei {
    tekst = { nb = "lederen til den som har avgjort klagen, er inhabil",
              nn = "leiaren til den som har avgjort klaga, er inhabil" },
    finnes = "/sak/ansatte/ansatt[@id=/sak/ansatte/ansatt[@id=$her/avgjoerelse/@besluttetAv]/@leder]/inhabil",
  },
  klage_trukket = janei { tekst = { nb = "klagen er trukket", nn = "klaga er trekt" },
    finnes = "avgjoerelse[@utfall='trukket'] | " .. om_klagen("klage_trukket") },
  har_motpart = janei { tekst = { nb = "saken har en motpart", nn = "saka har ein motpart" }, hjemmel = "fvl.33.tredje",
    finnes = "/sak/parter/part[@rolle='motpart']" },
  motpart_varslet = janei { tekst = { nb = "motparten har fått vite om klagen",
                                      nn = "motparten har fått vite om klaga" },
    hjemmel = "fvl.33.tredje", finnes = om_klagen("motpart_varslet") },

  -- Det nye vedtaket når klagen fører fram
  nytt_omfang_kontrollerbart = janei {
    tekst = { nb = "omfanget i det nye vedtaket kan kontrolleres",
              nn = "omfanget i det nye vedtaket kan kontrollerast" },
    finnes = "avgjoerelse/omfang[(@verdi > 0 and @enhet) or @enhet='hele_doegnet' or @enhet='plass' or string-length(normalize-space(.)) >= 12]",
  },
  nytt_vedtak_gjelder = janei {
    tekst = { nb = "det nye vedtaket sier fra når, hvor lenge og når det blir sett på igjen",
              nn = "det nye vedtaket seier frå når, kor lenge og når det blir sett på igjen" },
    finnes = "avgjoerelse[@virkningFra and @revurdering and (@til or @inntilVidere='ja')]",
  },
  nytt_vedtak_til_skade = janei {
    tekst = { nb = "det nye vedtaket gir mindre enn det det er klaget på",
              nn = "det nye vedtaket gir mindre enn det det er klaga på" }, hjemmel = "fvl.34",
    finnes = "avgjoerelse/omfang[@verdi < " .. TJENESTE
      .. "/vedtak/omfang[@enhet=$her/avgjoerelse/omfang/@enhet and (@hver=$her/avgjoerelse/omfang/@hver or not(@hver) and not($her/avgjoerelse/omfang/@hver))"
      .. " and (@hverEnhet=$her/avgjoerelse/omfang/@hverEnhet or not(@hverEnhet) and not($her/avgjoerelse/omfang/@hverEnhet))]/@verdi]",
  },

  utsetting_bedt_om = janei { tekst = { nb = "det er bedt om utsatt iverksetting",
                                        nn = "det er bede om utsett iverksetjing" },
    finnes = "utsattIverksetting[@bedtOm='ja']" },
  utsetting_avgjort = janei {
    tekst = { nb = "utsatt iverksetting er avgjort med grunn", nn = "utsett iverksetjing er avgjord med grunn" },
    finnes = "utsattIverksetting[@gitt][normalize-space(vurdering)]",
  },
  instans_har_bestemt = janei { tekst = { nb = "klageinstansen har avgjort klagen",
                                          nn = "klageinstansen har avgjort klaga" }, finnes = "instansvedtak" },
  instansvedtak_dato = dato { tekst = { nb = "dagen klageinstansen avgjorde klagen",
                                        nn = "dagen klageinstansen avgjorde klaga" },
    sti = "instansvedtak/@dato" },
  instans_til_skade = janei {
    tekst = { nb = "klageinstansen har endret vedtaket til skade for den som klager",
              nn = "klageinstansen har endra vedtaket til skade for den som klagar" }, hjemmel = "fvl.34",
    finnes = "instansvedtak[@tilSkade='ja']",
  },
  instans_fulgt_opp = tekst { tekst = { nb = "hva kommunen gjør med det klageinstansen har bestemt",
                                        nn = "kva kommunen gjer med det klageinstansen har avgjort" },
    sti = "instansvedtak/oppfoelging" },
  rettighet_brutt = janei {
    tekst = { nb = "klageren har ikke fått det loven gir rett til",
              nn = "klagaren har ikkje fått det lova gir rett til" },
    hjemmel = "pbrl.7-2",
    sti = "opplysning[@navn='rettighet_brutt']/@verdi", kjent = "opplysning[@navn='rettighet_brutt']/@kjent",
  },
  rettighetsklage_finnes = janei {
    tekst = { nb = "klagen over retten til hjelp står for seg i saken",
              nn = "klaga over retten til hjelp står for seg i saka" },
    finnes = "/sak/klage[@om='rettighet' and @id!=$her/@id]",
  },
  uklart_ansvar = janei {
    tekst = { nb = "det er uklart om kontoret eller enheten har ansvaret",
              nn = "det er uklart om kontoret eller eininga har ansvaret" },
    finnes = "opplysning[@navn='uklart_ansvar' and @verdi='ja'] | /sak/opplysning[@navn='uklart_ansvar' and @verdi='ja']",
  },
  avvik_meldt = janei { tekst = { nb = "avviket er meldt i avvikssystemet", nn = "avviket er meldt i avvikssystemet" },
    finnes = om_klagen("avvik_meldt") },
  sendt_rette_organ = janei {
    tekst = { nb = "klagen er sendt til den som skal ha den", nn = "klaga er send til den som skal ha ho" },
    finnes = om_klagen("klage_videresendt") .. "[normalize-space(.)]",
  },
  utfoerelse_svart = tekst { tekst = { nb = "svaret på klagen over tjenesten", nn = "svaret på klaga over tenesta" },
    sti = "avgjoerelse/vurdering" },
  avvisning_mottatt = dato { tekst = { nb = "dagen avvisningen eller det nye vedtaket kom fram",
                                       nn = "dagen avvisinga eller det nye vedtaket kom fram" },
    sti = "/sak/hendelser/hendelse[@type='vedtak_mottatt' and @for=$her/@id]/@dato" },
  oversendt = dato { tekst = { nb = "dagen klagen ble sendt videre", nn = "dagen klaga vart send vidare" },
    sti = "oversendelse/@dato | " .. om_klagen("klage_oversendt") .. "/@dato" },
  kopi_til_klager = janei { tekst = { nb = "klageren får kopi av det vi sender",
                                      nn = "klagaren får kopi av det vi sender" },
    finnes = "oversendelse[@kopiTilKlager='ja']" },
}

-- Dokumentene klageinstansen må ha. Navnet på faktumet er dokumentets type i saken. Noen trengs bare når saken har slikt.
local DOKUMENTER = {
  { "klage",       "klagen",                        "klaga" },
  { "vedtak",      "vedtaket",                      "vedtaket" },
  { "soeknad",     "søknaden",                      "søknaden",     "/sak/soeknad" },
  { "kartlegging", "kartleggingen",                 "kartlegginga", "/sak/kartlegging" },
  { "kriterier",   "kriteriene vedtaket bygger på", "kriteria vedtaket byggjer på" },
  { "uttalelse", "uttalelsene fra fagfolk", "fråsegnene frå fagfolk",
    "/sak/uttalelse | /sak/hendelser/hendelse[@type='uttalelse_mottatt']" },
  { "referat", "utdraget fra møtet", "utdraget frå møtet",
    TJENESTE .. "/moetebehandling | /sak/hendelser/hendelse[@type='tiltaksmoete']" },
  { "fullmakt", "fullmakten eller vergeattesten", "fullmakta eller verjeattesten",
    KLAGER .. "[fullmakt or vergemaal]" },
  { "forhaandsvarsel", "forhåndsvarselet", "førehandsvarselet", "/sak/forhaandsvarsel[not(@unnlatt='ja')]" },
  { "brev", "brevene til og fra den som klager", "breva til og frå den som klagar",
    "/sak/foreloepigSvar | /sak/innhenting | /sak/hendelser/hendelse[@type='retting_sendt' or @type='uttalelse_fra_part' or @type='opplysninger_etterspurt']" },
}
-- Klagen er ofte ført opp «med fullmakt», og kartleggingen med IPLOS.
local OGSAA = { fullmakt = " or (@type='klage' and contains(., 'fullmakt'))",
  iplos = " or (@type='kartlegging' and contains(., 'IPLOS'))" }
table.insert(DOKUMENTER, { "iplos", "IPLOS-registreringen", "IPLOS-registreringa", "/sak/kartlegging/iplos" })
for _, rad in ipairs(DOKUMENTER) do
  fakta {
    ["dokument_" .. rad[1]] = janei {
      tekst = { nb = rad[2] .. " er med i dokumentlista", nn = rad[3] .. " er med i dokumentlista" },
      finnes = "/sak/dokumenter/dokument[@type='" .. rad[1] .. "'" .. (OGSAA[rad[1]] or "") .. "]",
    },
  }
  if rad[4] then
    fakta {
      ["trenger_" .. rad[1]] = janei {
        tekst = { nb = "saken har " .. rad[2], nn = "saka har " .. rad[3] }, finnes = rad[4] },
    }
  end
end
fakta {
  -- Hjelpen mens klagen behandles: den som er gitt, eller det kommunen har skrevet om den.
  hjelp_imens = janei {
    tekst = { nb = "det er klart hvilken hjelp personen har mens klagen behandles",
              nn = "det er klart kva hjelp personen har medan klaga blir behandla" }, hjemmel = "hol.4-1",
    finnes = TJENESTE
      .. "[vedtak/@utfall='innvilget' or vedtak/@utfall='delvis' or vedtak/@utfall='endret'] | oversendelse/situasjon[normalize-space(.)]"
      .. " | avgjoerelse[@utfall='delvis_omgjort']/omfang",
  },
}

-- ── Frister ─────────────────────────────────────────────────────────────────────────────────────────────────────
-- Fra vedtaket kom fram. Er den dagen ikke kjent, er det sikkert i tide det som kom innen fristen regnet fra sendingen; om
-- resten kan ingenting sies. Kalenderen viser da et anslag; det avgjør aldri noe.
local FRA = { a = { uker = 4, hjemmel = "pbrl.7-5", naar = "fire_uker" },
  b = { uker = 3, hjemmel = "fvl.29", naar = "tre_uker" } }
local SISTE = { nb = "siste dag for å klage", nn = "siste dag for å klage" }
for regime, f in par(FRA) do
  local HJEMLER = { f.hjemmel, "dl.148", "dl.149" }
  frist("frist_for_klagen_" .. regime) {
    som = "frist_for_klagen", tekst = SISTE, hjemmel = HJEMLER, gjelder = "/sak/klage",
    naar = alle { er(f.naar), ikke(er("begrunnelse_krevd_i_tide")), ikke(finnes("forlenget_frist")) },
    uker = f.uker, regnes_fra = "vedtaket_framme", forskyves = "fram",
    anslag = { fra = "vedtaket_sendt", dager = "postgang", forskyves = "fram" },
  }
  -- Er begrunnelse krevd i tide, begynner en ny frist når den er kommet.
  frist("ny_frist_for_klagen_" .. regime) {
    som = "frist_for_klagen", tekst = SISTE, hjemmel = { f.hjemmel, "fvl.29.tredje", "dl.148", "dl.149" },
    gjelder = "/sak/klage",
    naar = alle { er(f.naar), er("begrunnelse_krevd_i_tide"), ikke(finnes("forlenget_frist")) },
    uker = f.uker, regnes_fra = "begrunnelse_framme", forskyves = "fram",
  }
  -- Er ankomsten kjent, er den lik fristen under; den er her for å være ukjent når ankomsten er det.
  -- likeverdig "4 → 3: fra_vedtaket_a": fristen under er den samme når dagen er kjent
  -- likeverdig "3 → 2: fra_vedtaket_b": fristen under er den samme når dagen er kjent
  -- likeverdig "the other direction off a holiday": fristen under er den samme når dagen er kjent
  frist("fra_vedtaket_" .. regime) { tekst = SISTE, hjemmel = HJEMLER, uker = f.uker, regnes_fra = "vedtaket_framme",
    forskyves = "fram" }
  frist("fra_begrunnelsen_" .. regime) { tekst = SISTE, hjemmel = { f.hjemmel, "fvl.29.tredje", "dl.148", "dl.149" },
    uker = f.uker, regnes_fra = "begrunnelse_framme", forskyves = "fram" }
  frist("sikkert_i_tide_" .. regime) {
    tekst = { nb = "siste dag som er sikkert i tide", nn = "siste dag som er sikkert i tide" }, hjemmel = HJEMLER,
    uker = f.uker, regnes_fra = "vedtaket_framme", forskyves = "fram",
    anslag = { fra = "vedtaket_sendt", dager = 0 },  -- tidligere enn det ble sendt, kom det ikke
  }
end
frist "forlenget_frist_for_klagen" {
  som = "frist_for_klagen", tekst = SISTE, hjemmel = "fvl.29.femte", gjelder = "/sak/klage",
  naar = finnes("forlenget_frist"), dager = 0, regnes_fra = "forlenget_frist", forskyves = "fram",
}
frist "sendt_paa_nytt" {
  tekst = { nb = "frist for å sende klagen på nytt", nn = "frist for å sende klaga på nytt" },
  hjemmel = { "fvl.30.ny", "dl.148", "dl.149" }, uker = 1, regnes_fra = "fikk_vite_tapt", forskyves = "fram",
}
frist "retting" {
  tekst = { nb = "frist for å rette klagen", nn = "frist for å rette klaga" }, hjemmel = { "fvl.32", "rutine.retting" },
  gjelder = "/sak/klage", naar = er("klagen_har_mangler"), uker = 2, regnes_fra = "retting_sendt", forskyves = "fram",
  anslag = { fra = "dokumentdato", dager = 0 },  -- brevet som ber om retting, er ikke sendt ennå
}

-- Avvisning og omgjøring er nye vedtak, med ny klagerett (fvl. §§ 2 tredje ledd og 33). Fristen er den samme som for vedtaket.
local ANSLAG = { { fra = "dokumentdato", dager = "postgang", forskyves = "fram" } }
for regime, f in par(FRA) do
  frist("klagefrist_nytt_vedtak_" .. regime) {
    som = "klagefrist_nytt_vedtak", tekst = { nb = "klagefrist", nn = "klagefrist" },
    hjemmel = { f.hjemmel, "dl.148", "dl.149" },
    gjelder = "/sak/klage", naar = alle { er(f.naar), er("klageutfall", { "avvist", "omgjort", "delvis_omgjort" }) },
    uker = f.uker, regnes_fra = "avvisning_mottatt", forskyves = "fram", anslag = ANSLAG,
  }
end
