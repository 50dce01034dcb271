-- Hvert vilkår i hver regel: oppfylt, ikke oppfylt, ukjent. Svikter et lokalt kriterium, er utfallet ukjent til noen har
-- vurdert om denne personen likevel bør få tjenesten.

-- ── Hjemmesykepleie ─────────────────────────────────────────────────────────────────────────────────────────────
test "hjemmesykepleie" { dato = "2026-11-24",
  sak = { oppholder_seg_i_kommunen = ja, trenger_helsehjelp = ja, kan_oppsoeke_hjelpen = nei, dekkes_paa_annen_maate = nei, soekt_i_timer = nei },
  venter = { hjemmesykepleie = "innvilget" },
  rader = {
    { navn = "alle vilkår oppfylt", venter = { vilkaar = { ["hjemmesykepleie.opphold"] = ja, ["hjemmesykepleie.hjemme"] = ja } } },
    { navn = "oppholder seg ikke i kommunen: loven avgjør, ingen særlige grunner", sak = { oppholder_seg_i_kommunen = nei },
      venter = { hjemmesykepleie = "avslaatt", vilkaar = { ["hjemmesykepleie.opphold"] = nei } } },
    { navn = "trenger ikke helsehjelp", sak = { trenger_helsehjelp = nei },
      venter = { hjemmesykepleie = "avslaatt", vilkaar = { ["hjemmesykepleie.behov"] = nei } } },
    { navn = "kan oppsøke hjelpen, ikke vurdert for seg: ukjent", sak = { kan_oppsoeke_hjelpen = ja },
      venter = { hjemmesykepleie = ukjent, mangler = { "saerlige_grunner" }, vilkaar = { ["hjemmesykepleie.hjemme"] = nei } } },
    { navn = "kan oppsøke hjelpen, ingen særlige grunner", sak = { kan_oppsoeke_hjelpen = ja, saerlige_grunner = nei }, venter = { hjemmesykepleie = "avslaatt" } },
    { navn = "kan oppsøke hjelpen, men særlige grunner", sak = { kan_oppsoeke_hjelpen = ja, saerlige_grunner = ja }, venter = { hjemmesykepleie = "innvilget" } },
    { navn = "dekket på en annen måte, ikke vurdert for seg", sak = { dekkes_paa_annen_maate = ja },
      venter = { hjemmesykepleie = ukjent, mangler = { "saerlige_grunner" }, vilkaar = { ["hjemmesykepleie.ikke_dekket"] = nei } } },
    { navn = "dekket på en annen måte, ingen særlige grunner", sak = { dekkes_paa_annen_maate = ja, saerlige_grunner = nei }, venter = { hjemmesykepleie = "avslaatt" } },
    { navn = "legen har ikke svart", sak = { trenger_helsehjelp = under_innhenting },
      venter = { hjemmesykepleie = ukjent, mangler = { "trenger_helsehjelp" }, vilkaar = { ["hjemmesykepleie.behov"] = ukjent } } },
    { navn = "søkt om mer enn fagfolkene mener trengs", sak = { soekt_i_timer = ja, soekt_timer_uke = 5, behov_timer_uke = 2 }, venter = { hjemmesykepleie = "delvis" } },
    { navn = "søkt om det fagfolkene mener trengs", sak = { soekt_i_timer = ja, soekt_timer_uke = 2, behov_timer_uke = 2 }, venter = { hjemmesykepleie = "innvilget" } },
    { navn = "særlige grunner hjelper ikke den som ikke trenger helsehjelp", sak = { trenger_helsehjelp = nei, saerlige_grunner = ja }, venter = { hjemmesykepleie = "avslaatt" } },
  },
}

-- ── Praktisk bistand ────────────────────────────────────────────────────────────────────────────────────────────
test "praktisk bistand" { dato = "2026-11-24",
  sak = { oppholder_seg_i_kommunen = ja, klarer_husarbeid = nei, bor_alene = ja, hjelp_noedvendig = ja, soekt_i_timer = nei },
  venter = { praktisk_bistand = "innvilget" },
  rader = {
    { navn = "bor alene og klarer det ikke" },
    { navn = "bor sammen med noen som ikke kan", sak = { bor_alene = nei, andre_i_husstanden_kan_hjelpe = nei } },
    { navn = "bor sammen med noen som kan, ikke vurdert for seg", sak = { bor_alene = nei, andre_i_husstanden_kan_hjelpe = ja },
      venter = { praktisk_bistand = ukjent, mangler = { "saerlige_grunner" }, vilkaar = { ["praktisk_bistand.ingen_andre"] = nei } } },
    { navn = "bor sammen med noen som kan, ingen særlige grunner", sak = { bor_alene = nei, andre_i_husstanden_kan_hjelpe = ja, saerlige_grunner = nei }, venter = { praktisk_bistand = "avslaatt" } },
    { navn = "den andre er utslitt: særlige grunner", sak = { bor_alene = nei, andre_i_husstanden_kan_hjelpe = ja, saerlige_grunner = ja } },
    { navn = "klarer husarbeidet selv", sak = { klarer_husarbeid = ja, saerlige_grunner = nei }, venter = { praktisk_bistand = "avslaatt", vilkaar = { ["praktisk_bistand.klarer_ikke"] = nei } } },
    { navn = "ikke nødvendig for helse eller trygghet", sak = { hjelp_noedvendig = nei }, venter = { praktisk_bistand = "avslaatt", vilkaar = { ["praktisk_bistand.noedvendig"] = nei } } },
    { navn = "oppholder seg ikke i kommunen", sak = { oppholder_seg_i_kommunen = nei }, venter = { praktisk_bistand = "avslaatt" } },
    { navn = "ingen har sett om hun klarer det selv", sak = { klarer_husarbeid = ikke_oppgitt },
      venter = { praktisk_bistand = ukjent, mangler = { "klarer_husarbeid", "saerlige_grunner" }, vilkaar = { ["praktisk_bistand.klarer_ikke"] = ukjent } } },
    { navn = "fem timer søkt, to trengs", sak = { soekt_i_timer = ja, soekt_timer_uke = 5, behov_timer_uke = 2 }, venter = { praktisk_bistand = "delvis" } },
    { navn = "fem timer søkt, ingen har vurdert omfanget", sak = { soekt_i_timer = ja, soekt_timer_uke = 5, behov_timer_uke = ikke_oppgitt }, venter = { praktisk_bistand = ukjent } },
  },
}

-- ── Trygghetsalarm som del av helsehjelp ────────────────────────────────────────────────────────────────────────
test "trygghetsalarm som helsehjelp" { dato = "2026-11-24",
  sak = { oppholder_seg_i_kommunen = ja, del_av_noedvendig_helsehjelp = ja, kan_bruke_alarm = ja, godtar_teknologi = ja },
  venter = { trygghetsalarm_helsehjelp = "innvilget" },
  rader = {
    { navn = "alle vilkår oppfylt" },
    { navn = "kommer i stedet for besøk", sak = { del_av_noedvendig_helsehjelp = nei, erstatter_tilsyn = ja } },
    { navn = "verken helsehjelp eller i stedet for besøk", sak = { del_av_noedvendig_helsehjelp = nei, erstatter_tilsyn = nei },
      venter = { trygghetsalarm_helsehjelp = "avslaatt", vilkaar = { ["trygghetsalarm_helsehjelp.helsehjelp"] = nei } } },
    { navn = "kan ikke trykke, men alarmen går av seg selv", sak = { kan_bruke_alarm = nei, alarm_gaar_av_seg_selv = ja } },
    { navn = "kan ikke trykke, og den går ikke av seg selv", sak = { kan_bruke_alarm = nei, alarm_gaar_av_seg_selv = nei, saerlige_grunner = nei },
      venter = { trygghetsalarm_helsehjelp = "avslaatt", vilkaar = { ["trygghetsalarm_helsehjelp.nytte"] = nei } } },
    { navn = "har sagt nei, og kan avgjøre det selv", sak = { godtar_teknologi = nei, har_kompetanse = ja },
      venter = { trygghetsalarm_helsehjelp = "avslaatt", vilkaar = { ["trygghetsalarm_helsehjelp.ja_til_teknologi"] = nei } } },
    { navn = "kan ikke avgjøre det selv, men det er i hennes interesse", sak = { godtar_teknologi = nei, har_kompetanse = nei, teknologi_i_egen_interesse = ja } },
    { navn = "særlige grunner slår aldri et nei fra den som kan avgjøre selv", sak = { godtar_teknologi = nei, har_kompetanse = ja, saerlige_grunner = ja },
      venter = { trygghetsalarm_helsehjelp = "avslaatt" } },
    { navn = "ikke spurt ennå", sak = { godtar_teknologi = under_innhenting, har_kompetanse = ja },
      venter = { trygghetsalarm_helsehjelp = ukjent, mangler = { "godtar_teknologi" }, vilkaar = { ["trygghetsalarm_helsehjelp.ja_til_teknologi"] = ukjent } } },
  },
}

-- ── Trygghetsalarm som kommunalt tilbud ─────────────────────────────────────────────────────────────────────────
test "trygghetsalarm som tilbud" { dato = "2026-11-24",
  sak = { boform = "egen_bolig", fall_siste_aar = 0, utrygg_hjemme = ja, kan_varsle_paa_annen_maate = ja, kan_bruke_alarm = ja, godtar_noekkelboks = ja, del_av_noedvendig_helsehjelp = nei },
  venter = { trygghetsalarm = "innvilget" },
  rader = {
    { navn = "utrygg" },
    { navn = "har falt", sak = { utrygg_hjemme = nei, fall_siste_aar = 1 } },
    { navn = "kan ikke få tak i hjelp på annen måte", sak = { utrygg_hjemme = nei, kan_varsle_paa_annen_maate = nei } },
    { navn = "verken utrygg, falt eller uten telefon; vurdert for seg", sak = { utrygg_hjemme = nei, saerlige_grunner = nei },
      venter = { trygghetsalarm = "avslaatt", vilkaar = { ["trygghetsalarm.behov"] = nei } } },
    { navn = "verken utrygg, falt eller uten telefon; ikke vurdert for seg", sak = { utrygg_hjemme = nei },
      venter = { trygghetsalarm = ukjent, mangler = { "saerlige_grunner" } } },
    { navn = "bor på sykehjem", sak = { boform = "institusjon", saerlige_grunner = nei }, venter = { trygghetsalarm = "avslaatt", vilkaar = { ["trygghetsalarm.hjemme"] = nei } } },
    { navn = "kan ikke bruke alarmen", sak = { kan_bruke_alarm = nei, saerlige_grunner = nei }, venter = { trygghetsalarm = "avslaatt", vilkaar = { ["trygghetsalarm.nytte"] = nei } } },
    { navn = "vil ikke gi fra seg nøkkel", sak = { godtar_noekkelboks = nei, saerlige_grunner = nei }, venter = { trygghetsalarm = "avslaatt", vilkaar = { ["trygghetsalarm.noekkel"] = nei } } },
    { navn = "antall fall betyr ingenting når hun er utrygg", sak = { fall_siste_aar = ikke_oppgitt } },
    { navn = "ergoterapeuten har ikke prøvd alarmen med henne", sak = { kan_bruke_alarm = under_innhenting },
      venter = { trygghetsalarm = ukjent, mangler = { "kan_bruke_alarm", "saerlige_grunner" }, vilkaar = { ["trygghetsalarm.nytte"] = ukjent } } },
    { navn = "alarmen er helsehjelp: da er dette feil regel", sak = { del_av_noedvendig_helsehjelp = ja }, venter = { trygghetsalarm = "avslaatt" } },
  },
}

-- ── Omsorgsbolig ────────────────────────────────────────────────────────────────────────────────────────────────
test "omsorgsbolig" { dato = "2026-11-24",
  sak = { oppholder_seg_i_kommunen = ja, bolig_egnet = nei, bolig_kan_tilpasses = nei, boligbehov_varig = ja, trenger_heldoegns_institusjon = nei },
  venter = { omsorgsbolig = "innvilget" },
  rader = {
    { navn = "alle kriterier oppfylt" },
    { navn = "boligen passer", sak = { bolig_egnet = ja, saerlige_grunner = nei }, venter = { omsorgsbolig = "avslaatt", vilkaar = { ["omsorgsbolig.bolig"] = nei } } },
    { navn = "boligen kan bygges om", sak = { bolig_kan_tilpasses = ja, saerlige_grunner = nei }, venter = { omsorgsbolig = "avslaatt", vilkaar = { ["omsorgsbolig.ikke_ombygging"] = nei } } },
    { navn = "boligen kan bygges om, ikke vurdert for seg", sak = { bolig_kan_tilpasses = ja }, venter = { omsorgsbolig = ukjent, mangler = { "saerlige_grunner" } } },
    { navn = "boligen kan bygges om, men særlige grunner", sak = { bolig_kan_tilpasses = ja, saerlige_grunner = ja } },
    { navn = "forbigående", sak = { boligbehov_varig = nei, saerlige_grunner = nei }, venter = { omsorgsbolig = "avslaatt", vilkaar = { ["omsorgsbolig.varig"] = nei } } },
    { navn = "trenger sykehjem", sak = { trenger_heldoegns_institusjon = ja, saerlige_grunner = nei }, venter = { omsorgsbolig = "avslaatt", vilkaar = { ["omsorgsbolig.ikke_institusjon"] = nei } } },
    { navn = "bor ikke i kommunen", sak = { oppholder_seg_i_kommunen = nei, saerlige_grunner = nei }, venter = { omsorgsbolig = "avslaatt", vilkaar = { ["omsorgsbolig.opphold"] = nei } } },
    { navn = "ergoterapeuten har ikke vært der", sak = { bolig_kan_tilpasses = under_innhenting },
      venter = { omsorgsbolig = ukjent, vilkaar = { ["omsorgsbolig.ikke_ombygging"] = ukjent } } },
  },
}
