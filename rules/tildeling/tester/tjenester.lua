-- Opphold i institusjon, mat, dagtilbud, bolig, behandling og samordning. To ting gjelder alle:
--   * et vilkår i loven avgjør alene: er det ikke oppfylt, er svaret nei, og er det ukjent, er svaret ukjent;
--   * et lokalt kriterium avgjør aldri alene (hol. § 3-1, pbrl. § 2-1): svikter det, må noen ha vurdert særlige grunner.
-- Under står det for hver tjeneste hvilke vilkår som er lovens og hvilke som er kommunens.

-- lov, kriterier: { vilkår, faktum, verdien som ikke oppfyller det }
local function proever(regel, lov, kriterier)
  local rader = { { navn = "alle vilkår oppfylt", venter = { unntak = "ingen" } } }
  for _, v in ipairs(lov) do
    table.insert(rader,
      { navn = v[1] .. " er ikke oppfylt: loven sier nei", sak = { [v[2]] = v[3] },
        venter = { [regel] = "avslaatt", vilkaar = { [regel .. "." .. v[1]] = nei } } })
    table.insert(rader,
      { navn = v[1] .. " er ikke kjent", sak = { [v[2]] = ikke_oppgitt },
        venter = { [regel] = ukjent, vilkaar = { [regel .. "." .. v[1]] = ukjent } } })
  end
  for _, k in ipairs(kriterier) do
    table.insert(rader,
      { navn = k[1] .. " svikter, ingen særlige grunner", sak = { [k[2]] = k[3], saerlige_grunner = nei },
        venter = { [regel] = "avslaatt", vilkaar = { [regel .. "." .. k[1]] = nei } } })
    table.insert(rader,
      { navn = k[1] .. " svikter, ikke vurdert for seg", sak = { [k[2]] = k[3] },
        venter = { [regel] = ukjent, mangler = { "saerlige_grunner" } } })
    table.insert(rader,
      { navn = k[1] .. " svikter, men særlige grunner", sak = { [k[2]] = k[3], saerlige_grunner = ja },
        venter = { unntak = "saerlige_grunner" } })
    table.insert(rader,
      { navn = k[1] .. " er ikke kjent", sak = { [k[2]] = ikke_oppgitt },
        venter = { [regel] = ukjent, mangler = { k[2], "saerlige_grunner" } } })
    for _, v in ipairs(lov) do
      table.insert(rader,
        { navn = k[1] .. " svikter, særlige grunner, men " .. v[1] .. " er ikke oppfylt",
          sak = { [k[2]] = k[3], saerlige_grunner = ja, [v[2]] = v[3] }, venter = { [regel] = "avslaatt" } })
    end
  end
  return rader
end

test "korttidsopphold" { dato = "2026-11-24",
  sak = { soekt_i_timer = nei, behov_i_samme_enhet = nei, oppholder_seg_i_kommunen = ja,
    trenger_hjelp_hele_doegnet_en_tid = ja, hjelp_hjemme_nok = nei,
    oppholdet_har_maal = ja },
  venter = { korttidsopphold = "innvilget" },
  rader = proever("korttidsopphold",
    { { "opphold", "oppholder_seg_i_kommunen", nei }, { "behov", "trenger_hjelp_hele_doegnet_en_tid", nei } },
    { { "ikke_hjemme", "hjelp_hjemme_nok", ja }, { "maal", "oppholdet_har_maal", nei } }) }
test "dag- og nattopphold" { dato = "2026-11-24",
  sak = { soekt_i_timer = nei, behov_i_samme_enhet = nei, oppholder_seg_i_kommunen = ja,
    trenger_tilsyn_del_av_doegnet = ja, hjelp_hjemme_nok = nei },
  venter = { dag_og_nattopphold = "innvilget" },
  rader = proever("dag_og_nattopphold",
    { { "opphold", "oppholder_seg_i_kommunen", nei }, { "tilsyn", "trenger_tilsyn_del_av_doegnet", nei } },
    { { "ikke_hjemme", "hjelp_hjemme_nok", ja } }) }

-- pbrl. § 2-1 e: to veier til et ja. Første ledd: det eneste forsvarlige. Andre ledd: kommunens kriterier.
test "langtidsopphold" { dato = "2026-11-24",
  sak = { oppholder_seg_i_kommunen = ja, langtid_eneste_forsvarlige = nei, trenger_heldoegns_institusjon = ja,
    hjemmetjenester_vurdert = ja },
  venter = { langtidsopphold = "innvilget" },
  rader = {
    { navn = "fyller kriteriene, hjelp hjemme er fortsatt forsvarlig (T16)",
      venter = { vilkaar = { ["langtidsopphold.eneste_forsvarlige"] = nei, ["langtidsopphold.kriterier"] = ja } } },
    { navn = "det eneste forsvarlige, kriteriene er ikke vurdert (T15)",
      sak = { langtid_eneste_forsvarlige = ja, trenger_heldoegns_institusjon = ikke_oppgitt,
        hjemmetjenester_vurdert = ikke_oppgitt },
      venter = { vilkaar = { ["langtidsopphold.eneste_forsvarlige"] = ja } } },
    { navn = "trenger ikke hjelp hele døgnet", sak = { trenger_heldoegns_institusjon = nei, saerlige_grunner = nei },
      venter = { langtidsopphold = "avslaatt", vilkaar = { ["langtidsopphold.kriterier"] = nei } } },
    { navn = "hjelp hjemme er ikke vurdert", sak = { hjemmetjenester_vurdert = nei, saerlige_grunner = nei },
      venter = { langtidsopphold = "avslaatt" } },
    { navn = "hjelp hjemme er ikke vurdert, særlige grunner er ikke vurdert", sak = { hjemmetjenester_vurdert = nei },
      venter = { langtidsopphold = ukjent, mangler = { "saerlige_grunner" } } },
    { navn = "trenger ikke hjelp hele døgnet, men særlige grunner",
      sak = { trenger_heldoegns_institusjon = nei, saerlige_grunner = ja }, venter = { unntak = "saerlige_grunner" } },
    { navn = "særlige grunner, men bor ikke her",
      sak = { trenger_heldoegns_institusjon = nei, saerlige_grunner = ja, oppholder_seg_i_kommunen = nei },
      venter = { langtidsopphold = "avslaatt" } },
    { navn = "ikke kjent om noe annet er forsvarlig, men kriteriene er oppfylt",
      sak = { langtid_eneste_forsvarlige = ikke_oppgitt } },
    { navn = "verken første eller andre ledd er avklart",
      sak = { langtid_eneste_forsvarlige = ikke_oppgitt, trenger_heldoegns_institusjon = ikke_oppgitt },
      venter = { langtidsopphold = ukjent,
        vilkaar = { ["langtidsopphold.eneste_forsvarlige"] = ukjent, ["langtidsopphold.kriterier"] = ukjent } } },
    { navn = "det er ikke oppgitt om hjelp hjemme er vurdert", sak = { hjemmetjenester_vurdert = ikke_oppgitt },
      venter = { langtidsopphold = ukjent } },
    { navn = "oppholder seg ikke i kommunen (hol. § 3-1)", sak = { oppholder_seg_i_kommunen = nei },
      venter = { langtidsopphold = "avslaatt", vilkaar = { ["langtidsopphold.opphold"] = nei } } },
    { navn = "ikke avklart hvor han bor", sak = { oppholder_seg_i_kommunen = ikke_oppgitt },
      venter = { langtidsopphold = ukjent } },
  },
}
test "langtidsopphold: det loven ikke tillater" { dato = "2026-11-24", sjekkliste = "vedtak_institusjon",
  sak = { oppholder_seg_i_kommunen = ja, langtid_eneste_forsvarlige = ja, utfall = "innvilget", paa_venteliste = nei,
    hjelp_i_ventetiden = nei },
  venter = { nivaa = "ok", funn = {} },
  rader = {
    { navn = "plassen er gitt" },
    { navn = "hun bytter plass og har den fortsatt", sak = { utfall = "endret" } },
    { navn = "T15: venteliste når plassen er det eneste forsvarlige",
      sak = { paa_venteliste = ja, hjelp_i_ventetiden = ja }, venter = { nivaa = "stopp", funn = { "langtid_rett" } } },
    { navn = "T15: avslag når plassen er det eneste forsvarlige", sak = { utfall = "avslaatt" },
      venter = { nivaa = "stopp", funn = { "langtid_rett" } } },
    { navn = "ikke skrevet hva som er bestemt", sak = { utfall = ikke_oppgitt },
      venter = { nivaa = "stopp", funn = { "langtid_rett" } } },
    { navn = "ikke vurdert om den er det eneste forsvarlige: da kan ingen si nei",
      sak = { utfall = "avslaatt", langtid_eneste_forsvarlige = ikke_oppgitt, lokal_forskrift = "langtid" },
      venter = { nivaa = "stopp", funn = { "langtid_rett" } } },
    { navn = "avslag til en som bor i en annen kommune",
      sak = { utfall = "avslaatt", oppholder_seg_i_kommunen = nei } },
    { navn = "avslag, ikke avklart hvor hun bor",
      sak = { utfall = "avslaatt", oppholder_seg_i_kommunen = ikke_oppgitt },
      venter = { nivaa = "stopp", funn = { "langtid_rett" } } },
    { navn = "T16: venteliste med hjelp så lenge, etter forskriften",
      sak = { langtid_eneste_forsvarlige = nei, paa_venteliste = ja, hjelp_i_ventetiden = ja,
        lokal_forskrift = "langtid" } },
    { navn = "T16: venteliste uten hjelp så lenge",
      sak = { langtid_eneste_forsvarlige = nei, paa_venteliste = ja, lokal_forskrift = "langtid" },
      venter = { nivaa = "stopp", funn = { "ventetid" } } },
    { navn = "viser ikke til forskriften (hol. § 3-2 a)", sak = { langtid_eneste_forsvarlige = nei },
      venter = { nivaa = "stopp", funn = { "lokal_forskrift" } } },
    { navn = "korttid: 60 døgn i år", sak = { kto_doegn_i_aar = 60, eget_vedtak_om_betaling = nei } },
    { navn = "T25b: korttid, døgn 61 i år, uten eget vedtak",
      sak = { kto_doegn_i_aar = 61, eget_vedtak_om_betaling = nei },
      venter = { nivaa = "stopp", funn = { "korttid_60" } } },
    { navn = "korttid: døgn 61 i år, med eget vedtak", sak = { kto_doegn_i_aar = 61, eget_vedtak_om_betaling = ja } },
  },
}

test "middag som del av hjelpen" { dato = "2026-11-24",
  sak = { soekt_i_timer = nei, behov_i_samme_enhet = nei, oppholder_seg_i_kommunen = ja, mat_er_noedvendig_bistand = ja,
    skaffer_mat_selv = nei },
  venter = { mat_som_bistand = "innvilget" },
  rader = proever("mat_som_bistand",
    { { "opphold", "oppholder_seg_i_kommunen", nei }, { "noedvendig", "mat_er_noedvendig_bistand", nei } },
    { { "klarer_ikke", "skaffer_mat_selv", ja } }) }
test "middag som tilbud" { dato = "2026-11-24",
  sak = { soekt_i_timer = nei, behov_i_samme_enhet = nei, boform = "egen_bolig", mat_er_noedvendig_bistand = nei,
    skaffer_mat_selv = nei },
  venter = { mat_som_tilbud = "innvilget" },
  rader = proever("mat_som_tilbud", {},
    { { "hjemme", "boform", "institusjon" }, { "klarer_ikke", "skaffer_mat_selv", ja } }) }
test "middag: maten er nødvendig bistand, og da er tilbudet feil regel" { dato = "2026-11-24",
  sak = { soekt_i_timer = nei, behov_i_samme_enhet = nei, boform = "egen_bolig", mat_er_noedvendig_bistand = ja,
    skaffer_mat_selv = nei },
  venter = { mat_som_tilbud = "avslaatt", unntak = "bistand" },
  rader = {
    { navn = "pbrl. § 2-1 gjelder" },
    { navn = "ikke rettet av særlige grunner", sak = { skaffer_mat_selv = ja, saerlige_grunner = ja },
      venter = { unntak = "ingen" } },
    { navn = "ikke avklart", sak = { mat_er_noedvendig_bistand = ikke_oppgitt },
      venter = { mat_som_tilbud = ukjent, mangler = { "mat_er_noedvendig_bistand" }, unntak = "ingen" } },
  } }
test "middag: alle som bor hjemme" { dato = "2026-11-24",
  sak = { soekt_i_timer = nei, behov_i_samme_enhet = nei, mat_er_noedvendig_bistand = nei, skaffer_mat_selv = nei },
  venter = { mat_som_tilbud = "innvilget" },
  kolonner = { "boform" },
  rader = { { "egen_bolig" }, { "leid_bolig" }, { "omsorgsbolig" }, { "hos_foreldre" }, { "hos_andre" } } }

test "dagaktivitet ved demens" { dato = "2026-11-24",
  sak = { soekt_i_timer = nei, behov_i_samme_enhet = nei, oppholder_seg_i_kommunen = ja, har_demens = ja,
    boform = "egen_bolig", kan_ha_glede_av_dagtilbud = ja },
  venter = { dagaktivitet_demens = "innvilget" },
  rader = proever("dagaktivitet_demens",
    { { "opphold", "oppholder_seg_i_kommunen", nei }, { "demens", "har_demens", nei },
      { "hjemme", "boform", "institusjon" } },
    { { "nytte", "kan_ha_glede_av_dagtilbud", nei } }) }
test "dagaktivitet: alle som bor hjemme (hol. § 3-2 nr. 7)" { dato = "2026-11-24",
  sak = { soekt_i_timer = nei, behov_i_samme_enhet = nei, oppholder_seg_i_kommunen = ja, har_demens = ja,
    kan_ha_glede_av_dagtilbud = ja },
  venter = { dagaktivitet_demens = "innvilget" },
  kolonner = { "boform" },
  rader = { { "egen_bolig" }, { "leid_bolig" }, { "omsorgsbolig" }, { "hos_foreldre" }, { "hos_andre" } } }
test "dagaktivitet: særlige grunner for alle som bor hjemme" { dato = "2026-11-24",
  sak = { soekt_i_timer = nei, behov_i_samme_enhet = nei, oppholder_seg_i_kommunen = ja, har_demens = ja,
    kan_ha_glede_av_dagtilbud = nei, saerlige_grunner = ja },
  venter = { dagaktivitet_demens = "innvilget" },
  kolonner = { "boform" },
  rader = { { "egen_bolig" }, { "leid_bolig" }, { "omsorgsbolig" }, { "hos_foreldre" }, { "hos_andre" } } }
test "dagsenter som del av hjelpen" { dato = "2026-11-24",
  sak = { soekt_i_timer = nei, behov_i_samme_enhet = nei, oppholder_seg_i_kommunen = ja,
    dagtilbud_er_noedvendig_bistand = ja, kan_ha_glede_av_dagtilbud = ja },
  venter = { dagsenter_som_bistand = "innvilget" },
  rader = proever("dagsenter_som_bistand",
    { { "opphold", "oppholder_seg_i_kommunen", nei }, { "noedvendig", "dagtilbud_er_noedvendig_bistand", nei } },
    { { "nytte", "kan_ha_glede_av_dagtilbud", nei } }) }
test "dagsenter som tilbud" { dato = "2026-11-24",
  sak = { soekt_i_timer = nei, behov_i_samme_enhet = nei, boform = "egen_bolig", kan_ha_glede_av_dagtilbud = ja },
  venter = { dagsenter_som_tilbud = "innvilget" },
  rader = proever("dagsenter_som_tilbud", {},
    { { "hjemme", "boform", "institusjon" }, { "nytte", "kan_ha_glede_av_dagtilbud", nei } }) }
test "dagsenter: alle som bor hjemme" { dato = "2026-11-24",
  sak = { soekt_i_timer = nei, behov_i_samme_enhet = nei, kan_ha_glede_av_dagtilbud = ja },
  venter = { dagsenter_som_tilbud = "innvilget" },
  kolonner = { "boform" },
  rader = { { "egen_bolig" }, { "leid_bolig" }, { "omsorgsbolig" }, { "hos_foreldre" }, { "hos_andre" } } }

test "hjelp til å skaffe bolig" { dato = "2026-11-24",
  sak = { vanskeligstilt_paa_boligmarkedet = ja, trenger_hjelp_til_bolig = ja },
  venter = { boligsosial_hjelp = "innvilget" },
  rader = proever("boligsosial_hjelp",
    { { "vanskeligstilt", "vanskeligstilt_paa_boligmarkedet", nei },
      { "trenger_hjelp", "trenger_hjelp_til_bolig", nei } }, {}) }

test "fysioterapi" { dato = "2026-11-24", sak = { oppholder_seg_i_kommunen = ja, trenger_fysioterapi = ja },
  venter = { fysioterapi = "innvilget" },
  rader = proever("fysioterapi",
    { { "opphold", "oppholder_seg_i_kommunen", nei }, { "behov", "trenger_fysioterapi", nei } }, {}) }
test "ergoterapi" { dato = "2026-11-24", sak = { oppholder_seg_i_kommunen = ja, trenger_ergoterapi = ja },
  venter = { ergoterapi = "innvilget" },
  rader = proever("ergoterapi",
    { { "opphold", "oppholder_seg_i_kommunen", nei }, { "behov", "trenger_ergoterapi", nei } }, {}) }
test "rehabilitering" { dato = "2026-11-24", sak = { oppholder_seg_i_kommunen = ja, trenger_rehabilitering = ja },
  venter = { rehabilitering = "innvilget" },
  rader = proever("rehabilitering",
    { { "opphold", "oppholder_seg_i_kommunen", nei }, { "behov", "trenger_rehabilitering", nei } }, {}) }
test "psykisk helse og rus" { dato = "2026-11-24",
  sak = { oppholder_seg_i_kommunen = ja, trenger_psykisk_oppfoelging = ja, vil_ha_oppfoelging = ja,
    behov_i_samme_enhet = nei, soekt_i_timer = nei }, venter = { psykisk_helse_og_rus = "innvilget" },
  rader = proever("psykisk_helse_og_rus",
    { { "opphold", "oppholder_seg_i_kommunen", nei }, { "behov", "trenger_psykisk_oppfoelging", nei },
      { "vil_selv", "vil_ha_oppfoelging", nei } }, {}) }
test "psykisk helse og rus: omfanget" { dato = "2026-11-24",
  sak = { oppholder_seg_i_kommunen = ja, trenger_psykisk_oppfoelging = ja, vil_ha_oppfoelging = ja,
    behov_i_samme_enhet = nei, soekt_i_timer = ja,
    soekt_timer_uke = 4, behov_timer_uke = 2 },
  venter = { psykisk_helse_og_rus = "delvis" },
  rader = { { navn = "søkt om mer enn det trengs" },
    { navn = "omfanget er ikke vurdert", sak = { behov_timer_uke = ikke_oppgitt },
      venter = { psykisk_helse_og_rus = ukjent } } } }
test "tilsynslege" { dato = "2026-11-24", sak = { oppholder_seg_i_kommunen = ja, boform = "institusjon" },
  venter = { tilsynslege = "innvilget" },
  rader = proever("tilsynslege",
    { { "opphold", "oppholder_seg_i_kommunen", nei }, { "institusjon", "boform", "egen_bolig" } }, {}) }
test "øyeblikkelig hjelp" { dato = "2026-11-24", sak = { trenger_hjelp_straks = ja },
  venter = { oeyeblikkelig_hjelp = "innvilget" },
  rader = proever("oeyeblikkelig_hjelp", { { "haster", "trenger_hjelp_straks", nei } }, {}) }
test "individuell plan" { dato = "2026-11-24",
  sak = { trenger_langvarige_tjenester = ja, trenger_koordinerte_tjenester = ja },
  venter = { individuell_plan = "innvilget" },
  rader = proever("individuell_plan",
    { { "langvarig", "trenger_langvarige_tjenester", nei }, { "koordinert", "trenger_koordinerte_tjenester", nei } },
    {}) }
-- pbrl. §§ 2-5 b og 2-5 c: to grunnlag, ett er nok
test "barnekoordinator" { dato = "2026-11-24", sak = { familie_med_rett_til_barnekoordinator = ja },
  venter = { barnekoordinator = "innvilget" },
  rader = { { navn = "familien har retten" },
    { navn = "ikke avklart", sak = { familie_med_rett_til_barnekoordinator = under_innhenting },
      venter = { barnekoordinator = ukjent, mangler = { "familie_med_rett_til_barnekoordinator" } } },
    { navn = "familien har ikke retten", sak = { familie_med_rett_til_barnekoordinator = nei },
      venter = { barnekoordinator = "avslaatt" } } } }
test "koordinator" { dato = "2026-11-24",
  sak = { trenger_langvarige_tjenester = ja, trenger_koordinerte_tjenester = ja,
    familie_med_rett_til_barnekoordinator = nei }, venter = { koordinator = "innvilget" },
  rader = {
    { navn = "koordinerte tjenester over tid",
      venter = { vilkaar = { ["koordinator.koordinator"] = ja, ["koordinator.barnekoordinator"] = nei } } },
    { navn = "barnekoordinator, ikke langvarig for egen del",
      sak = { trenger_langvarige_tjenester = nei, familie_med_rett_til_barnekoordinator = ja },
      venter = { vilkaar = { ["koordinator.koordinator"] = nei, ["koordinator.barnekoordinator"] = ja } } },
    { navn = "bare én hjelper",  sak = { trenger_koordinerte_tjenester = nei }, venter = { koordinator = "avslaatt" } },
    { navn = "bare en kort tid", sak = { trenger_langvarige_tjenester = nei },  venter = { koordinator = "avslaatt" } },
    { navn = "ikke avklart for familien",
      sak = { trenger_langvarige_tjenester = nei, familie_med_rett_til_barnekoordinator = ikke_oppgitt },
      venter = { koordinator = ukjent } },
    { navn = "ikke avklart om det varer", sak = { trenger_langvarige_tjenester = ikke_oppgitt },
      venter = { koordinator = ukjent } },
    { navn = "ikke avklart om flere må samarbeide", sak = { trenger_koordinerte_tjenester = ikke_oppgitt },
      venter = { koordinator = ukjent } },
  },
}

-- pbrl. § 2-7: tjenesten er ventet å vare lenger enn to uker. T08: ti dager først, så forlenget til dag 24.
test "når det kreves enkeltvedtak" { dato = "2026-11-24",
  sak = { soekt_i_timer = nei, behov_i_samme_enhet = nei, oppholder_seg_i_kommunen = ja,
    trenger_hjelp_hele_doegnet_en_tid = ja, hjelp_hjemme_nok = nei,
    oppholdet_har_maal = ja },
  venter = { korttidsopphold = "innvilget" },
  rader = {
    { navn = "T08: ti dager", sak = { sakstype = "ny", varighet_uker = 1.43 },
      venter = { fakta = { enkeltvedtak_kreves = nei } } },
    { navn = "T08: forlenget, til sammen 24 dager",
      sak = { sakstype = "forlengelse", varighet_uker = 2, loepende_fra = "2026-11-10", vedtak_til = "2026-12-04" },
      venter = { fakta = { enkeltvedtak_kreves = ja } } },
    { navn = "forlenget, til sammen fjorten dager",
      sak = { sakstype = "forlengelse", varighet_uker = 1, loepende_fra = "2026-11-10", vedtak_til = "2026-11-24" },
      venter = { fakta = { enkeltvedtak_kreves = nei } } },
    { navn = "forlenget, til sammen femten dager",
      sak = { sakstype = "forlengelse", varighet_uker = 1, loepende_fra = "2026-11-10", vedtak_til = "2026-11-25" },
      venter = { fakta = { enkeltvedtak_kreves = ja } } },
    { navn = "endret, til sammen 24 dager",
      sak = { sakstype = "endring", varighet_uker = 1, loepende_fra = "2026-11-10", vedtak_til = "2026-12-04" },
      venter = { fakta = { enkeltvedtak_kreves = ja } } },
    { navn = "revurdert, til sammen 24 dager",
      sak = { sakstype = "revurdering", varighet_uker = 1, loepende_fra = "2026-11-10", vedtak_til = "2026-12-04" },
      venter = { fakta = { enkeltvedtak_kreves = ja } } },
    { navn = "en ny sak etter en gammel: bare den nye tiden teller",
      sak = { sakstype = "ny", varighet_uker = 1, loepende_fra = "2026-11-10", vedtak_til = "2026-12-04" },
      venter = { fakta = { enkeltvedtak_kreves = nei } } },
    { navn = "sakstypen er ikke oppgitt",
      sak = { varighet_uker = 1, loepende_fra = "2026-11-10", vedtak_til = "2026-12-04" },
      venter = { fakta = { enkeltvedtak_kreves = ukjent } } },
    { navn = "forlenget, ingen vet når den begynte",
      sak = { sakstype = "forlengelse", varighet_uker = 1, vedtak_til = "2026-12-04" },
      venter = { fakta = { enkeltvedtak_kreves = ukjent } } },
    { navn = "nøyaktig to uker", sak = { sakstype = "ny", varighet_uker = 2 },
      venter = { fakta = { enkeltvedtak_kreves = nei } } },
    { navn = "tre uker", sak = { sakstype = "ny", varighet_uker = 3 },
      venter = { fakta = { enkeltvedtak_kreves = ja } } },
    { navn = "varigheten er ikke oppgitt", sak = { sakstype = "ny" },
      venter = { fakta = { enkeltvedtak_kreves = ukjent } } },
  },
}

-- fvl. § 24: den som får mindre enn hun søkte om, får ikke alt. Dager, døgn og måltider teller like mye som timer.
test "korttidsopphold: søkt om fem, og fagfolkene mener to" { dato = "2026-11-24",
  sak = { oppholder_seg_i_kommunen = ja, trenger_hjelp_hele_doegnet_en_tid = ja, hjelp_hjemme_nok = nei,
    oppholdet_har_maal = ja, soekt_i_timer = nei, behov_i_samme_enhet = ja, soekt_verdi = 5, behov_verdi = 2 },
  venter = { korttidsopphold = "delvis" },
  rader = { { navn = "fem av fem", sak = { behov_verdi = 5 }, venter = { korttidsopphold = "innvilget" } },
    { navn = "ingen har vurdert hvor mye", sak = { behov_verdi = ikke_oppgitt },
      venter = { korttidsopphold = ukjent } },
    { navn = "to av fem" } } }
test "dag_og_nattopphold: søkt om fem, og fagfolkene mener to" { dato = "2026-11-24",
  sak = { oppholder_seg_i_kommunen = ja, trenger_tilsyn_del_av_doegnet = ja, hjelp_hjemme_nok = nei,
    soekt_i_timer = nei, behov_i_samme_enhet = ja, soekt_verdi = 5, behov_verdi = 2 },
  venter = { dag_og_nattopphold = "delvis" },
  rader = { { navn = "fem av fem", sak = { behov_verdi = 5 }, venter = { dag_og_nattopphold = "innvilget" } },
    { navn = "ingen har vurdert hvor mye", sak = { behov_verdi = ikke_oppgitt },
      venter = { dag_og_nattopphold = ukjent } },
    { navn = "to av fem" } } }
test "mat_som_bistand: søkt om fem, og fagfolkene mener to" { dato = "2026-11-24",
  sak = { oppholder_seg_i_kommunen = ja, mat_er_noedvendig_bistand = ja, skaffer_mat_selv = nei, soekt_i_timer = nei,
    behov_i_samme_enhet = ja, soekt_verdi = 5, behov_verdi = 2 },
  venter = { mat_som_bistand = "delvis" },
  rader = { { navn = "fem av fem", sak = { behov_verdi = 5 }, venter = { mat_som_bistand = "innvilget" } },
    { navn = "ingen har vurdert hvor mye", sak = { behov_verdi = ikke_oppgitt },
      venter = { mat_som_bistand = ukjent } },
    { navn = "to av fem" } } }
test "mat_som_tilbud: søkt om fem, og fagfolkene mener to" { dato = "2026-11-24",
  sak = { boform = "egen_bolig", mat_er_noedvendig_bistand = nei, skaffer_mat_selv = nei, soekt_i_timer = nei,
    behov_i_samme_enhet = ja, soekt_verdi = 5, behov_verdi = 2 },
  venter = { mat_som_tilbud = "delvis" },
  rader = { { navn = "fem av fem", sak = { behov_verdi = 5 }, venter = { mat_som_tilbud = "innvilget" } },
    { navn = "ingen har vurdert hvor mye", sak = { behov_verdi = ikke_oppgitt }, venter = { mat_som_tilbud = ukjent } },
    { navn = "to av fem" } } }
test "dagaktivitet_demens: søkt om fem, og fagfolkene mener to" { dato = "2026-11-24",
  sak = { oppholder_seg_i_kommunen = ja, har_demens = ja, boform = "egen_bolig", kan_ha_glede_av_dagtilbud = ja,
    soekt_i_timer = nei, behov_i_samme_enhet = ja, soekt_verdi = 5, behov_verdi = 2 },
  venter = { dagaktivitet_demens = "delvis" },
  rader = { { navn = "fem av fem", sak = { behov_verdi = 5 }, venter = { dagaktivitet_demens = "innvilget" } },
    { navn = "ingen har vurdert hvor mye", sak = { behov_verdi = ikke_oppgitt },
      venter = { dagaktivitet_demens = ukjent } },
    { navn = "to av fem" } } }
test "dagsenter_som_bistand: søkt om fem, og fagfolkene mener to" { dato = "2026-11-24",
  sak = { oppholder_seg_i_kommunen = ja, dagtilbud_er_noedvendig_bistand = ja, kan_ha_glede_av_dagtilbud = ja,
    soekt_i_timer = nei, behov_i_samme_enhet = ja, soekt_verdi = 5, behov_verdi = 2 },
  venter = { dagsenter_som_bistand = "delvis" },
  rader = { { navn = "fem av fem", sak = { behov_verdi = 5 }, venter = { dagsenter_som_bistand = "innvilget" } },
    { navn = "ingen har vurdert hvor mye", sak = { behov_verdi = ikke_oppgitt },
      venter = { dagsenter_som_bistand = ukjent } },
    { navn = "to av fem" } } }
test "dagsenter_som_tilbud: søkt om fem, og fagfolkene mener to" { dato = "2026-11-24",
  sak = { boform = "egen_bolig", kan_ha_glede_av_dagtilbud = ja, soekt_i_timer = nei, behov_i_samme_enhet = ja,
    soekt_verdi = 5, behov_verdi = 2 },
  venter = { dagsenter_som_tilbud = "delvis" },
  rader = { { navn = "fem av fem", sak = { behov_verdi = 5 }, venter = { dagsenter_som_tilbud = "innvilget" } },
    { navn = "ingen har vurdert hvor mye", sak = { behov_verdi = ikke_oppgitt },
      venter = { dagsenter_som_tilbud = ukjent } },
    { navn = "to av fem" } } }
