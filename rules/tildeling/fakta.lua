-- Fakta tildelingsreglene spør etter. De står som <opplysning navn="…"> på tjenesten, i kartleggingen eller på saken;
-- det som står på tjenesten, går foran, og en ny kartlegging går foran en eldre.

local function steder(navn, attributt)
  local o = "opplysning[@navn='" .. navn .. "']"
  return o .. "/@" .. attributt
    .. " | /sak/kartlegging[" .. o .. "][last()]/" .. o .. "[not($her/" .. o .. ")]/@" .. attributt
    .. " | /sak/" .. o .. "[not($her/" .. o .. " or /sak/kartlegging/" .. o .. ")]/@" .. attributt
end

local function kjent_ja_nei(navn, nb, nn, spoer_nb, spoer_nn)
  return janei { tekst = { nb = nb, nn = nn }, spoersmaal = spoer_nb and { nb = spoer_nb, nn = spoer_nn }, sti = steder(navn, "verdi"), kjent = steder(navn, "kjent") }
end
local function kjent_tall(navn, maks, nb, nn, spoer_nb, spoer_nn)
  return tall { tekst = { nb = nb, nn = nn }, spoersmaal = spoer_nb and { nb = spoer_nb, nn = spoer_nn }, sti = steder(navn, "verdi"), kjent = steder(navn, "kjent"), min = 0, maks = maks, heltall = ja }
end
local function kjent_timer(navn, nb, nn, spoer_nb, spoer_nn)
  return tall { tekst = { nb = nb, nn = nn }, spoersmaal = spoer_nb and { nb = spoer_nb, nn = spoer_nn }, sti = steder(navn, "verdi"), kjent = steder(navn, "kjent"), min = 0, maks = 168 }
end

fakta {
  -- Den personen saken gjelder
  oppholder_seg_i_kommunen = kjent_ja_nei("oppholder_seg_i_kommunen", "bor eller oppholder seg i kommunen", "bur eller oppheld seg i kommunen",
    "Bor du fast i kommunen, eller er du her en tid?",
    "Bur du fast i kommunen, eller er du her ei tid?"),
  bor_alene = janei { tekst = { nb = "bor alene", nn = "bur åleine" }, spoersmaal = { nb = "Bor du alene?", nn = "Bur du åleine?" }, sti = "/sak/kartlegging[husstand][last()]/husstand/@borAlene", kjent = "/sak/kartlegging[husstand][last()]/husstand/@kjent" },
  boform = valg {
    tekst = { nb = "boform", nn = "buform" }, spoersmaal = { nb = "Hvordan bor du nå?", nn = "Korleis bur du no?" }, sti = "/sak/kartlegging[husstand][last()]/husstand/@boform",
    verdier = { "egen_bolig", "leid_bolig", "omsorgsbolig", "hos_foreldre", "hos_andre", "institusjon", "sykehus", "uten_bolig" },
  },

  -- Et menneske har vurdert om kriteriene bør fravikes for denne personen
  saerlige_grunner = kjent_ja_nei("saerlige_grunner", "det er særlige grunner til å gi tjenesten selv om et kriterium ikke er oppfylt",
    "det er særlege grunnar til å gi tenesta sjølv om eit kriterium ikkje er oppfylt"),

  -- Hjemmesykepleie
  trenger_helsehjelp = kjent_ja_nei("trenger_helsehjelp", "trenger helsehjelp på grunn av sykdom eller funksjonstap", "treng helsehjelp på grunn av sjukdom eller funksjonstap",
    "Hva er du syk av, eller hva har du mistet av funksjon? Hvilken hjelp trenger du på grunn av det?",
    "Kva er du sjuk av, eller kva har du mista av funksjon? Kva hjelp treng du på grunn av det?"),
  kan_oppsoeke_hjelpen = kjent_ja_nei("kan_oppsoeke_hjelpen", "kan komme seg til hjelpen utenfor hjemmet", "kan kome seg til hjelpa utanfor heimen",
    "Kan du komme deg til legekontoret, sykepleieklinikken eller apoteket? Hva gjør det vanskelig?",
    "Kan du kome deg til legekontoret, sjukepleieklinikken eller apoteket? Kva gjer det vanskeleg?"),
  dekkes_paa_annen_maate = kjent_ja_nei("dekkes_paa_annen_maate", "behovet blir dekket på en annen måte", "behovet blir dekt på ein annan måte",
    "Får du hjelp til dette fra andre i dag, for eksempel familie, fastlege eller hjelpemidler?",
    "Får du hjelp til dette frå andre i dag, til dømes familie, fastlege eller hjelpemiddel?"),

  -- Praktisk bistand
  klarer_husarbeid = kjent_ja_nei("klarer_husarbeid", "klarer husarbeidet eller innkjøpene selv", "klarar husarbeidet eller innkjøpa sjølv",
    "Hva klarer du selv av husarbeid og innkjøp, og hva klarer du ikke?",
    "Kva klarar du sjølv av husarbeid og innkjøp, og kva klarar du ikkje?"),
  andre_i_husstanden_kan_hjelpe = kjent_ja_nei("andre_i_husstanden_kan_hjelpe", "andre i husstanden kan gjøre det", "andre i husstanden kan gjere det",
    "Kan noen du bor sammen med, gjøre det? Hvis ikke, hvorfor?",
    "Kan nokon du bur saman med, gjere det? Om ikkje, kvifor?"),
  hjelp_noedvendig = kjent_ja_nei("hjelp_noedvendig", "uten hjelpen går det ut over helsen eller tryggheten", "utan hjelpa går det ut over helsa eller tryggleiken",
    "Hva skjer hvis du ikke får denne hjelpen?",
    "Kva skjer om du ikkje får denne hjelpa?"),

  -- Trygghetsalarm
  fall_siste_aar = kjent_tall("fall_siste_aar", 1000, "fall de siste tolv månedene", "fall dei siste tolv månadene",
    "Hvor mange ganger har du falt det siste året?",
    "Kor mange gonger har du falle det siste året?"),
  utrygg_hjemme = kjent_ja_nei("utrygg_hjemme", "er utrygg hjemme", "er utrygg heime",
    "Er du utrygg når du er alene hjemme? Når?",
    "Er du utrygg når du er åleine heime? Når?"),
  kan_bruke_alarm = kjent_ja_nei("kan_bruke_alarm", "kan bruke alarmen", "kan bruke alarmen",
    "Har du prøvd en alarm? Klarer du å trykke på den?",
    "Har du prøvd ein alarm? Klarar du å trykkje på han?"),
  alarm_gaar_av_seg_selv = kjent_ja_nei("alarm_gaar_av_seg_selv", "alarmen går uten at noen trykker på den", "alarmen går utan at nokon trykkjer på han"),
  kan_varsle_paa_annen_maate = kjent_ja_nei("kan_varsle_paa_annen_maate", "kan få tak i hjelp på en annen måte", "kan få tak i hjelp på ein annan måte",
    "Kan du få tak i hjelp på en annen måte, for eksempel med mobiltelefon?",
    "Kan du få tak i hjelp på ein annan måte, til dømes med mobiltelefon?"),
  godtar_noekkelboks = kjent_ja_nei("godtar_noekkelboks", "lar kommunen ha nøkkel eller nøkkelboks", "lèt kommunen ha nøkkel eller nøkkelboks",
    "Kan vi få en nøkkel, eller sette opp en nøkkelboks hos deg?",
    "Kan vi få ein nøkkel, eller setje opp ein nøkkelboks hos deg?"),
  del_av_noedvendig_helsehjelp = kjent_ja_nei("del_av_noedvendig_helsehjelp", "alarmen er en del av nødvendig helsehjelp", "alarmen er ein del av nødvendig helsehjelp"),
  erstatter_tilsyn = kjent_ja_nei("erstatter_tilsyn", "alarmen eller tilsynet kommer i stedet for besøk", "alarmen eller tilsynet kjem i staden for besøk"),
  godtar_teknologi = kjent_ja_nei("godtar_teknologi", "har sagt ja til teknologien", "har sagt ja til teknologien",
    "Sier du ja til at vi bruker denne teknologien hos deg?",
    "Seier du ja til at vi brukar denne teknologien hos deg?"),
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
  bolig_egnet = kjent_ja_nei("bolig_egnet", "boligen passer for personen", "bustaden passar for personen",
    "Hva er vanskelig med boligen du har nå?",
    "Kva er vanskeleg med bustaden du har no?"),
  bolig_kan_tilpasses = kjent_ja_nei("bolig_kan_tilpasses", "boligen kan bygges om", "bustaden kan byggjast om",
    "Har noen vurdert om boligen kan bygges om?",
    "Har nokon vurdert om bustaden kan byggjast om?"),
  boligbehov_varig = kjent_ja_nei("boligbehov_varig", "behovet for en annen bolig er varig", "behovet for ein annan bustad er varig",
    "Regner du med at behovet for en annen bolig varer?",
    "Reknar du med at behovet for ein annan bustad varer?"),
  trenger_heldoegns_institusjon = kjent_ja_nei("trenger_heldoegns_institusjon", "trenger heldøgns plass i institusjon", "treng heildøgns plass i institusjon"),

  -- Opplæring, personlig stell, støttekontakt
  trenger_opplaering = kjent_ja_nei("trenger_opplaering", "trenger opplæring i daglige gjøremål", "treng opplæring i daglege gjeremål",
    "Hva vil du ha opplæring i?",
    "Kva vil du ha opplæring i?"),
  kan_ha_utbytte_av_opplaering = kjent_ja_nei("kan_ha_utbytte_av_opplaering", "kan ha utbytte av opplæring", "kan ha utbytte av opplæring"),
  opplaering_fra_andre = kjent_ja_nei("opplaering_fra_andre", "andre har ansvar for opplæringen", "andre har ansvar for opplæringa",
    "Får du opplæring i dette andre steder, for eksempel på skolen eller jobben?",
    "Får du opplæring i dette andre stader, til dømes på skulen eller jobben?"),
  klarer_personlig_stell = kjent_ja_nei("klarer_personlig_stell", "klarer det personlige stellet selv", "klarar det personlege stellet sjølv",
    "Hva klarer du selv av vask, påkledning, toalett og måltider, og hva trenger du hjelp til?",
    "Kva klarar du sjølv av vask, påkleding, toalett og måltid, og kva treng du hjelp til?"),
  trenger_foelge_for_aa_delta = kjent_ja_nei("trenger_foelge_for_aa_delta", "trenger å ha med seg noen for å delta", "treng å ha med seg nokon for å delta",
    "Hva vil du gjerne være med på, og hvorfor trenger du å ha med deg noen?",
    "Kva vil du gjerne vere med på, og kvifor treng du å ha med deg nokon?"),
  gruppetilbud_nok = kjent_ja_nei("gruppetilbud_nok", "et gruppetilbud eller nettverket er nok", "eit gruppetilbod eller nettverket er nok",
    "Har du prøvd et gruppetilbud eller en aktivitet? Hvordan gikk det?",
    "Har du prøvd eit gruppetilbod eller ein aktivitet? Korleis gjekk det?"),

  -- Brukerstyrt personlig assistanse
  assistanse_timer_uke = kjent_timer("assistanse_timer_uke", "timer personlig assistanse i uka, uten helsetjenester", "timar personleg assistanse i veka, utan helsetenester",
    "Hvor mange timer i uka trenger du hjelp, og til hva?",
    "Kor mange timar i veka treng du hjelp, og til kva?"),
  natt_timer_uke = kjent_timer("natt_timer_uke", "timer i uka om natten", "timar i veka om natta",
    "Trenger du hjelp om natten? Hvor mange timer?",
    "Treng du hjelp om natta? Kor mange timar?"),
  natt_hele_tiden = kjent_ja_nei("natt_hele_tiden", "trenger hjelpen hele natten", "treng hjelpa heile natta",
    "Må noen være hos deg hele natten?",
    "Må nokon vere hos deg heile natta?"),
  flere_hjelpere_timer_uke = kjent_timer("flere_hjelpere_timer_uke", "timer i uka med mer enn én hjelper", "timar i veka med meir enn éin hjelpar",
    "Trenger du noen ganger to hjelpere samtidig? Hvor mange timer i uka?",
    "Treng du nokre gonger to hjelparar samtidig? Kor mange timar i veka?"),
  flere_hjelpere_hele_tiden = kjent_ja_nei("flere_hjelpere_hele_tiden", "trenger flere hjelpere hele tiden", "treng fleire hjelparar heile tida",
    "Må det være to hjelpere hele tiden?",
    "Må det vere to hjelparar heile tida?"),
  har_arbeidsleder = kjent_ja_nei("har_arbeidsleder", "noen kan lede assistentene", "nokon kan leie assistentane",
    "Hvem skal lede assistentene: du selv, eller en annen? Hvem?",
    "Kven skal leie assistentane: du sjølv, eller ein annan? Kven?"),
  bpa_god_loesning = kjent_ja_nei("bpa_god_loesning", "BPA er en god måte å gi hjelpen på", "BPA er ein god måte å gi hjelpa på"),
  -- Kommunen må ha dokumentert kostnaden. Står det ingenting i saken, er den ikke dokumentert, og da har søkeren retten.
  vesentlig_hoeyere_kostnad = janei {
    tekst = { nb = "kommunen har dokumentert at BPA koster vesentlig mer", nn = "kommunen har dokumentert at BPA kostar vesentleg meir" },
    hjemmel = "pbrl.2-1d", finnes = "opplysning[@navn='vesentlig_hoeyere_kostnad' and (@verdi='ja' or @verdi='true')]",
  },

  -- Tiltak for pårørende
  saerlig_tyngende_omsorg = kjent_ja_nei("saerlig_tyngende_omsorg", "omsorgsarbeidet er særlig tyngende", "omsorgsarbeidet er særleg tyngjande",
    "Hvor mye tid bruker du på omsorgen, også om natten? Hvor lenge har det vart?",
    "Kor mykje tid brukar du på omsorga, også om natta? Kor lenge har det vart?"),
  omsorgen_er_noedvendig = kjent_ja_nei("omsorgen_er_noedvendig", "omsorgen er nødvendig, og kommunen måtte ellers ha gitt den", "omsorga er nødvendig, og kommunen måtte elles ha gitt ho",
    "Hva hjelper du med, og hvem måtte gjort det hvis du ikke gjorde det?",
    "Kva hjelper du med, og kven måtte gjort det om du ikkje gjorde det?"),
  paaroerende_trenger_opplaering = kjent_ja_nei("paaroerende_trenger_opplaering", "opplæring eller veiledning kan gjøre omsorgen lettere", "opplæring eller rettleiing kan gjere omsorga lettare",
    "Hva vil du gjerne vite mer om eller lære?",
    "Kva vil du gjerne vite meir om eller lære?"),
  avlastning_beste_tiltak = kjent_ja_nei("avlastning_beste_tiltak", "avlastning er et tiltak som hjelper", "avlasting er eit tiltak som hjelper"),
  omsorg_fra_paaroerende_best = kjent_ja_nei("omsorg_fra_paaroerende_best", "det er best at den pårørende gir omsorgen", "det er best at den pårørande gir omsorga"),
  omsorgsstoenad_beste_tiltak = kjent_ja_nei("omsorgsstoenad_beste_tiltak", "omsorgsstønad er et tiltak som hjelper", "omsorgsstønad er eit tiltak som hjelper"),

  -- Opphold i institusjon
  trenger_hjelp_hele_doegnet_en_tid = kjent_ja_nei("trenger_hjelp_hele_doegnet_en_tid", "trenger behandling, trening eller pleie hele døgnet en tid", "treng behandling, trening eller pleie heile døgnet ei tid",
    "Hvilken hjelp trenger du nå, og hvor lenge tror du det varer?",
    "Kva hjelp treng du no, og kor lenge trur du det varer?"),
  hjelp_hjemme_nok = kjent_ja_nei("hjelp_hjemme_nok", "hjelp hjemme er nok", "hjelp heime er nok"),
  oppholdet_har_maal = kjent_ja_nei("oppholdet_har_maal", "oppholdet har et mål og en plan", "opphaldet har eit mål og ein plan",
    "Hva vil du klare når du kommer hjem igjen?",
    "Kva vil du klare når du kjem heim att?"),
  trenger_tilsyn_del_av_doegnet = kjent_ja_nei("trenger_tilsyn_del_av_doegnet", "trenger tilsyn eller pleie en del av døgnet", "treng tilsyn eller pleie ein del av døgnet",
    "Når på døgnet kan du ikke være alene, og hvorfor?",
    "Når på døgnet kan du ikkje vere åleine, og kvifor?"),
  langtid_eneste_forsvarlige = kjent_ja_nei("langtid_eneste_forsvarlige", "langtidsopphold er det eneste som er forsvarlig", "langtidsopphald er det einaste som er forsvarleg"),
  hjemmetjenester_vurdert = kjent_ja_nei("hjemmetjenester_vurdert", "hjelp hjemme er prøvd eller vurdert", "hjelp heime er prøvd eller vurdert"),

  -- Mat, dagtilbud, bolig
  mat_er_noedvendig_bistand = kjent_ja_nei("mat_er_noedvendig_bistand", "maten er en del av nødvendig bistand", "maten er ein del av nødvendig hjelp"),
  skaffer_mat_selv = kjent_ja_nei("skaffer_mat_selv", "kan skaffe seg mat på en annen måte", "kan skaffe seg mat på ein annan måte",
    "Hvordan får du middag i dag?",
    "Korleis får du middag i dag?"),
  har_demens = kjent_ja_nei("har_demens", "har demens", "har demens",
    "Har legen din funnet ut om du har demens? Kan vi få en kopi av det legen har skrevet?",
    "Har legen din funne ut om du har demens? Kan vi få ein kopi av det legen har skrive?"),
  kan_ha_glede_av_dagtilbud = kjent_ja_nei("kan_ha_glede_av_dagtilbud", "kan ha glede eller nytte av tilbudet", "kan ha glede eller nytte av tilbodet",
    "Hva liker du å gjøre om dagen, og hva kunne du tenke deg å være med på?",
    "Kva likar du å gjere om dagen, og kva kunne du tenkje deg å vere med på?"),
  dagtilbud_er_noedvendig_bistand = kjent_ja_nei("dagtilbud_er_noedvendig_bistand", "dagtilbudet er en del av nødvendig bistand", "dagtilbodet er ein del av nødvendig hjelp"),
  vanskeligstilt_paa_boligmarkedet = kjent_ja_nei("vanskeligstilt_paa_boligmarkedet", "klarer ikke å skaffe eller beholde en egnet bolig selv", "klarar ikkje å skaffe eller behalde ein eigna bustad sjølv",
    "Hva har du gjort for å skaffe bolig, og hva gjør det vanskelig?",
    "Kva har du gjort for å skaffe bustad, og kva gjer det vanskeleg?"),
  trenger_hjelp_til_bolig = kjent_ja_nei("trenger_hjelp_til_bolig", "trenger hjelp for å skaffe eller beholde bolig", "treng hjelp for å skaffe eller behalde bustad",
    "Hva trenger du hjelp til for å få eller beholde en bolig?",
    "Kva treng du hjelp til for å få eller behalde ein bustad?"),

  -- Behandling, trening og samordning
  trenger_fysioterapi = kjent_ja_nei("trenger_fysioterapi", "trenger fysioterapi", "treng fysioterapi",
    "Hva gjør vondt, eller hva klarer du ikke? Har du henvisning eller epikrise?",
    "Kva gjer vondt, eller kva klarar du ikkje? Har du tilvising eller epikrise?"),
  trenger_ergoterapi = kjent_ja_nei("trenger_ergoterapi", "trenger ergoterapi", "treng ergoterapi",
    "Hvilke gjøremål er blitt vanskelige?",
    "Kva gjeremål er blitt vanskelege?"),
  trenger_rehabilitering = kjent_ja_nei("trenger_rehabilitering", "trenger rehabilitering fra flere faggrupper", "treng rehabilitering frå fleire faggrupper",
    "Hva kunne du gjøre før, og hva vil du klare igjen?",
    "Kva kunne du gjere før, og kva vil du klare igjen?"),
  trenger_psykisk_oppfoelging = kjent_ja_nei("trenger_psykisk_oppfoelging", "trenger oppfølging på grunn av psykiske vansker eller rus", "treng oppfølging på grunn av psykiske vanskar eller rus",
    "Hva er vanskeligst i hverdagen din nå?",
    "Kva er vanskelegast i kvardagen din no?"),
  vil_ha_oppfoelging = kjent_ja_nei("vil_ha_oppfoelging", "vil selv ha oppfølging", "vil sjølv ha oppfølging",
    "Vil du selv ha denne oppfølgingen?",
    "Vil du sjølv ha denne oppfølginga?"),
  trenger_hjelp_straks = kjent_ja_nei("trenger_hjelp_straks", "trenger hjelp med en gang", "treng hjelp med ein gong"),
  trenger_langvarige_tjenester = kjent_ja_nei("trenger_langvarige_tjenester", "trenger hjelp i lang tid", "treng hjelp i lang tid",
    "Hvor lenge regner du med å trenge hjelp?",
    "Kor lenge reknar du med å trenge hjelp?"),
  trenger_koordinerte_tjenester = kjent_ja_nei("trenger_koordinerte_tjenester", "trenger hjelp fra flere som må samarbeide", "treng hjelp frå fleire som må samarbeide",
    "Hvem får du hjelp av i dag?",
    "Kven får du hjelp av i dag?"),
  familie_med_rett_til_barnekoordinator = kjent_ja_nei("familie_med_rett_til_barnekoordinator", "familien har eller venter et barn med alvorlig sykdom, skade eller nedsatt funksjon, som trenger koordinerte tjenester i lang tid",
    "familien har eller ventar eit barn med alvorleg sjukdom, skade eller nedsett funksjon, som treng koordinerte tenester i lang tid"),
}
