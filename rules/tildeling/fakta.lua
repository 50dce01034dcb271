-- Fakta tildelingsreglene spør etter. De står som <opplysning navn="…"> på tjenesten, i kartleggingen eller på saken;
-- det som står på tjenesten, går foran, og en ny kartlegging går foran en eldre.

local function steder(navn, attributt)
  local o = "opplysning[@navn='" .. navn .. "']"
  return o .. "/@" .. attributt
    .. " | /sak/kartlegging[" .. o .. "][last()]/" .. o .. "[not($her/" .. o .. ")]/@" .. attributt
    .. " | /sak/" .. o .. "[not($her/" .. o .. " or /sak/kartlegging/" .. o .. ")]/@" .. attributt
end

local function kjent_ja_nei(navn, nb, nn)
  return janei { tekst = { nb = nb, nn = nn }, sti = steder(navn, "verdi"), kjent = steder(navn, "kjent") }
end
local function kjent_tall(navn, maks, nb, nn)
  return tall { tekst = { nb = nb, nn = nn }, sti = steder(navn, "verdi"), kjent = steder(navn, "kjent"), min = 0, maks = maks, heltall = ja }
end
local function kjent_timer(navn, nb, nn)
  return tall { tekst = { nb = nb, nn = nn }, sti = steder(navn, "verdi"), kjent = steder(navn, "kjent"), min = 0, maks = 168 }
end

fakta {
  -- Den personen saken gjelder
  oppholder_seg_i_kommunen = kjent_ja_nei("oppholder_seg_i_kommunen", "bor eller oppholder seg i kommunen", "bur eller oppheld seg i kommunen"),
  bor_alene = janei { tekst = { nb = "bor alene", nn = "bur åleine" }, sti = "/sak/kartlegging[husstand][last()]/husstand/@borAlene", kjent = "/sak/kartlegging[husstand][last()]/husstand/@kjent" },
  boform = valg {
    tekst = { nb = "boform", nn = "buform" }, sti = "/sak/kartlegging[husstand][last()]/husstand/@boform",
    verdier = { "egen_bolig", "leid_bolig", "omsorgsbolig", "hos_foreldre", "hos_andre", "institusjon", "sykehus", "uten_bolig" },
  },

  -- Et menneske har vurdert om kriteriene bør fravikes for denne personen
  saerlige_grunner = kjent_ja_nei("saerlige_grunner", "det er særlige grunner til å gi tjenesten selv om et kriterium ikke er oppfylt",
    "det er særlege grunnar til å gi tenesta sjølv om eit kriterium ikkje er oppfylt"),

  -- Hjemmesykepleie
  trenger_helsehjelp = kjent_ja_nei("trenger_helsehjelp", "trenger helsehjelp på grunn av sykdom eller funksjonstap", "treng helsehjelp på grunn av sjukdom eller funksjonstap"),
  kan_oppsoeke_hjelpen = kjent_ja_nei("kan_oppsoeke_hjelpen", "kan komme seg til hjelpen utenfor hjemmet", "kan kome seg til hjelpa utanfor heimen"),
  dekkes_paa_annen_maate = kjent_ja_nei("dekkes_paa_annen_maate", "behovet blir dekket på en annen måte", "behovet blir dekt på ein annan måte"),

  -- Praktisk bistand
  klarer_husarbeid = kjent_ja_nei("klarer_husarbeid", "klarer husarbeidet eller innkjøpene selv", "klarar husarbeidet eller innkjøpa sjølv"),
  andre_i_husstanden_kan_hjelpe = kjent_ja_nei("andre_i_husstanden_kan_hjelpe", "andre i husstanden kan gjøre det", "andre i husstanden kan gjere det"),
  hjelp_noedvendig = kjent_ja_nei("hjelp_noedvendig", "uten hjelpen går det ut over helsen eller tryggheten", "utan hjelpa går det ut over helsa eller tryggleiken"),

  -- Trygghetsalarm
  fall_siste_aar = kjent_tall("fall_siste_aar", 1000, "fall de siste tolv månedene", "fall dei siste tolv månadene"),
  utrygg_hjemme = kjent_ja_nei("utrygg_hjemme", "er utrygg hjemme", "er utrygg heime"),
  kan_bruke_alarm = kjent_ja_nei("kan_bruke_alarm", "kan bruke alarmen", "kan bruke alarmen"),
  alarm_gaar_av_seg_selv = kjent_ja_nei("alarm_gaar_av_seg_selv", "alarmen går uten at noen trykker på den", "alarmen går utan at nokon trykkjer på han"),
  kan_varsle_paa_annen_maate = kjent_ja_nei("kan_varsle_paa_annen_maate", "kan få tak i hjelp på en annen måte", "kan få tak i hjelp på ein annan måte"),
  godtar_noekkelboks = kjent_ja_nei("godtar_noekkelboks", "lar kommunen ha nøkkel eller nøkkelboks", "lèt kommunen ha nøkkel eller nøkkelboks"),
  del_av_noedvendig_helsehjelp = kjent_ja_nei("del_av_noedvendig_helsehjelp", "alarmen er en del av nødvendig helsehjelp", "alarmen er ein del av nødvendig helsehjelp"),
  erstatter_tilsyn = kjent_ja_nei("erstatter_tilsyn", "alarmen eller tilsynet kommer i stedet for besøk", "alarmen eller tilsynet kjem i staden for besøk"),
  godtar_teknologi = kjent_ja_nei("godtar_teknologi", "har sagt ja til teknologien", "har sagt ja til teknologien"),
  har_kompetanse = kjent_ja_nei("har_kompetanse", "kan selv avgjøre om teknologien skal brukes", "kan sjølv avgjere om teknologien skal brukast"),
  teknologi_i_egen_interesse = kjent_ja_nei("teknologi_i_egen_interesse", "teknologien er nødvendig, minst inngripende og i personens interesse",
    "teknologien er nødvendig, minst inngripande og i interessa til personen"),
  alarmpris = tall {
    tekst = { nb = "kommunens pris for alarmen", nn = "prisen kommunen har for alarmen" }, dokument = "kommune", min = 0, maks = 100000,
    sti = "/kommune/satser/sats[@navn='trygghetsalarm' and number(translate(@fra,'-','')) <= number(translate($dato,'-',''))"
      .. " and (not(@til) or number(translate(@til,'-','')) > number(translate($dato,'-','')))]/@verdi",
  },
  alarmpris_i_vedtaket = tall { tekst = { nb = "prisen i vedtaket", nn = "prisen i vedtaket" }, sti = "vedtak/egenandel/@beloep", min = 0, maks = 100000 },

  -- Omsorgsbolig
  bolig_egnet = kjent_ja_nei("bolig_egnet", "boligen passer for personen", "bustaden passar for personen"),
  bolig_kan_tilpasses = kjent_ja_nei("bolig_kan_tilpasses", "boligen kan bygges om", "bustaden kan byggjast om"),
  boligbehov_varig = kjent_ja_nei("boligbehov_varig", "behovet for en annen bolig er varig", "behovet for ein annan bustad er varig"),
  trenger_heldoegns_institusjon = kjent_ja_nei("trenger_heldoegns_institusjon", "trenger heldøgns plass i institusjon", "treng heildøgns plass i institusjon"),

  -- Opplæring, personlig stell, støttekontakt
  trenger_opplaering = kjent_ja_nei("trenger_opplaering", "trenger opplæring i daglige gjøremål", "treng opplæring i daglege gjeremål"),
  kan_ha_utbytte_av_opplaering = kjent_ja_nei("kan_ha_utbytte_av_opplaering", "kan ha utbytte av opplæring", "kan ha utbytte av opplæring"),
  opplaering_fra_andre = kjent_ja_nei("opplaering_fra_andre", "andre har ansvar for opplæringen", "andre har ansvar for opplæringa"),
  klarer_personlig_stell = kjent_ja_nei("klarer_personlig_stell", "klarer det personlige stellet selv", "klarar det personlege stellet sjølv"),
  trenger_foelge_for_aa_delta = kjent_ja_nei("trenger_foelge_for_aa_delta", "trenger å ha med seg noen for å delta", "treng å ha med seg nokon for å delta"),
  gruppetilbud_nok = kjent_ja_nei("gruppetilbud_nok", "et gruppetilbud eller nettverket er nok", "eit gruppetilbod eller nettverket er nok"),

  -- Brukerstyrt personlig assistanse
  assistanse_timer_uke = kjent_timer("assistanse_timer_uke", "timer personlig assistanse i uka, uten helsetjenester", "timar personleg assistanse i veka, utan helsetenester"),
  natt_timer_uke = kjent_timer("natt_timer_uke", "timer i uka om natten", "timar i veka om natta"),
  natt_hele_tiden = kjent_ja_nei("natt_hele_tiden", "trenger hjelpen hele natten", "treng hjelpa heile natta"),
  flere_hjelpere_timer_uke = kjent_timer("flere_hjelpere_timer_uke", "timer i uka med mer enn én hjelper", "timar i veka med meir enn éin hjelpar"),
  flere_hjelpere_hele_tiden = kjent_ja_nei("flere_hjelpere_hele_tiden", "trenger flere hjelpere hele tiden", "treng fleire hjelparar heile tida"),
  har_arbeidsleder = kjent_ja_nei("har_arbeidsleder", "noen kan lede assistentene", "nokon kan leie assistentane"),
  bpa_god_loesning = kjent_ja_nei("bpa_god_loesning", "BPA er en god måte å gi hjelpen på", "BPA er ein god måte å gi hjelpa på"),
  -- Kommunen må ha dokumentert kostnaden. Står det ingenting i saken, er den ikke dokumentert, og da har søkeren retten.
  vesentlig_hoeyere_kostnad = janei {
    tekst = { nb = "kommunen har dokumentert at BPA koster vesentlig mer", nn = "kommunen har dokumentert at BPA kostar vesentleg meir" },
    hjemmel = "pbrl.2-1d", finnes = "opplysning[@navn='vesentlig_hoeyere_kostnad' and (@verdi='ja' or @verdi='true')]",
  },

  -- Tiltak for pårørende
  saerlig_tyngende_omsorg = kjent_ja_nei("saerlig_tyngende_omsorg", "omsorgsarbeidet er særlig tyngende", "omsorgsarbeidet er særleg tyngjande"),
  omsorgen_er_noedvendig = kjent_ja_nei("omsorgen_er_noedvendig", "omsorgen er nødvendig, og kommunen måtte ellers ha gitt den", "omsorga er nødvendig, og kommunen måtte elles ha gitt ho"),
  paaroerende_trenger_opplaering = kjent_ja_nei("paaroerende_trenger_opplaering", "opplæring eller veiledning kan gjøre omsorgen lettere", "opplæring eller rettleiing kan gjere omsorga lettare"),
  avlastning_beste_tiltak = kjent_ja_nei("avlastning_beste_tiltak", "avlastning er et tiltak som hjelper", "avlasting er eit tiltak som hjelper"),
  omsorg_fra_paaroerende_best = kjent_ja_nei("omsorg_fra_paaroerende_best", "det er best at den pårørende gir omsorgen", "det er best at den pårørande gir omsorga"),
  omsorgsstoenad_beste_tiltak = kjent_ja_nei("omsorgsstoenad_beste_tiltak", "omsorgsstønad er et tiltak som hjelper", "omsorgsstønad er eit tiltak som hjelper"),

  -- Opphold i institusjon
  trenger_hjelp_hele_doegnet_en_tid = kjent_ja_nei("trenger_hjelp_hele_doegnet_en_tid", "trenger behandling, trening eller pleie hele døgnet en tid", "treng behandling, trening eller pleie heile døgnet ei tid"),
  hjelp_hjemme_nok = kjent_ja_nei("hjelp_hjemme_nok", "hjelp hjemme er nok", "hjelp heime er nok"),
  oppholdet_har_maal = kjent_ja_nei("oppholdet_har_maal", "oppholdet har et mål og en plan", "opphaldet har eit mål og ein plan"),
  trenger_tilsyn_del_av_doegnet = kjent_ja_nei("trenger_tilsyn_del_av_doegnet", "trenger tilsyn eller pleie en del av døgnet", "treng tilsyn eller pleie ein del av døgnet"),
  langtid_eneste_forsvarlige = kjent_ja_nei("langtid_eneste_forsvarlige", "langtidsopphold er det eneste som er forsvarlig", "langtidsopphald er det einaste som er forsvarleg"),
  hjemmetjenester_vurdert = kjent_ja_nei("hjemmetjenester_vurdert", "hjelp hjemme er prøvd eller vurdert", "hjelp heime er prøvd eller vurdert"),

  -- Mat, dagtilbud, bolig
  mat_er_noedvendig_bistand = kjent_ja_nei("mat_er_noedvendig_bistand", "maten er en del av nødvendig bistand", "maten er ein del av nødvendig hjelp"),
  skaffer_mat_selv = kjent_ja_nei("skaffer_mat_selv", "kan skaffe seg mat på en annen måte", "kan skaffe seg mat på ein annan måte"),
  har_demens = kjent_ja_nei("har_demens", "har demens", "har demens"),
  kan_ha_glede_av_dagtilbud = kjent_ja_nei("kan_ha_glede_av_dagtilbud", "kan ha glede eller nytte av tilbudet", "kan ha glede eller nytte av tilbodet"),
  dagtilbud_er_noedvendig_bistand = kjent_ja_nei("dagtilbud_er_noedvendig_bistand", "dagtilbudet er en del av nødvendig bistand", "dagtilbodet er ein del av nødvendig hjelp"),
  vanskeligstilt_paa_boligmarkedet = kjent_ja_nei("vanskeligstilt_paa_boligmarkedet", "klarer ikke å skaffe eller beholde en egnet bolig selv", "klarar ikkje å skaffe eller behalde ein eigna bustad sjølv"),
  trenger_hjelp_til_bolig = kjent_ja_nei("trenger_hjelp_til_bolig", "trenger hjelp for å skaffe eller beholde bolig", "treng hjelp for å skaffe eller behalde bustad"),

  -- Behandling, trening og samordning
  trenger_fysioterapi = kjent_ja_nei("trenger_fysioterapi", "trenger fysioterapi", "treng fysioterapi"),
  trenger_ergoterapi = kjent_ja_nei("trenger_ergoterapi", "trenger ergoterapi", "treng ergoterapi"),
  trenger_rehabilitering = kjent_ja_nei("trenger_rehabilitering", "trenger rehabilitering fra flere faggrupper", "treng rehabilitering frå fleire faggrupper"),
  trenger_psykisk_oppfoelging = kjent_ja_nei("trenger_psykisk_oppfoelging", "trenger oppfølging på grunn av psykiske vansker eller rus", "treng oppfølging på grunn av psykiske vanskar eller rus"),
  vil_ha_oppfoelging = kjent_ja_nei("vil_ha_oppfoelging", "vil selv ha oppfølging", "vil sjølv ha oppfølging"),
  trenger_hjelp_straks = kjent_ja_nei("trenger_hjelp_straks", "trenger hjelp med en gang", "treng hjelp med ein gong"),
  trenger_langvarige_tjenester = kjent_ja_nei("trenger_langvarige_tjenester", "trenger hjelp i lang tid", "treng hjelp i lang tid"),
  trenger_koordinerte_tjenester = kjent_ja_nei("trenger_koordinerte_tjenester", "trenger hjelp fra flere som må samarbeide", "treng hjelp frå fleire som må samarbeide"),
  familie_med_rett_til_barnekoordinator = kjent_ja_nei("familie_med_rett_til_barnekoordinator", "familien har eller venter et barn med alvorlig sykdom, skade eller nedsatt funksjon, som trenger koordinerte tjenester i lang tid",
    "familien har eller ventar eit barn med alvorleg sjukdom, skade eller nedsett funksjon, som treng koordinerte tenester i lang tid"),
}
