-- Egenandel: det brevet sier om prisen, og det som må være i orden før det sier det.

-- ---- Setningene -----------------------------------------------------------------------------------------------------
-- tekst "pris.<utregning>": det brevet sier når beløpet er kjent. En utregning uten setning er et mellomregnestykke.
-- .navn brukes når brevet går til en annen enn den som betaler.

tekst "pris.pris_pb_under_2g.du" {
  nb = "Du betaler høyst {beloep} i måneden for all praktisk bistand til sammen. Det er fordi inntekten i husstanden er under to ganger grunnbeløpet i folketrygden (G).",
  nn = "Du betaler høgst {beloep} i månaden for all praktisk hjelp til saman. Det er fordi inntekta i husstanden er under to gonger grunnbeløpet i folketrygda (G).",
}
tekst "pris.pris_pb_under_2g.navn" {
  nb = "{navn} betaler høyst {beloep} i måneden for all praktisk bistand til sammen. Det er fordi inntekten i husstanden er under to ganger grunnbeløpet i folketrygden (G).",
  nn = "{navn} betaler høgst {beloep} i månaden for all praktisk hjelp til saman. Det er fordi inntekta i husstanden er under to gonger grunnbeløpet i folketrygda (G).",
}
tekst "pris.pris_pb_over_2g.du" {
  nb = "Du betaler høyst {beloep} i måneden for all praktisk bistand til sammen. Det er kommunens pris for inntekten i husstanden.",
  nn = "Du betaler høgst {beloep} i månaden for all praktisk hjelp til saman. Det er prisen kommunen har for inntekta i husstanden.",
}
tekst "pris.pris_pb_over_2g.navn" {
  nb = "{navn} betaler høyst {beloep} i måneden for all praktisk bistand til sammen. Det er kommunens pris for inntekten i husstanden.",
  nn = "{navn} betaler høgst {beloep} i månaden for all praktisk hjelp til saman. Det er prisen kommunen har for inntekta i husstanden.",
}
tekst "pris.pris_kto_doegn.du" { nb = "Du betaler {beloep} for hvert døgn på korttidsopphold.",
                                 nn = "Du betaler {beloep} for kvart døgn på korttidsopphald." }
tekst "pris.pris_kto_doegn.navn" { nb = "{navn} betaler {beloep} for hvert døgn på korttidsopphold.",
                                   nn = "{navn} betaler {beloep} for kvart døgn på korttidsopphald." }
tekst "pris.pris_kto_oppholdet.du" { nb = "For hele oppholdet blir det {beloep}.",
                                     nn = "For heile opphaldet blir det {beloep}." }
tekst "pris.pris_kto_oppholdet.navn" { nb = "For hele oppholdet blir det {beloep}.",
                                       nn = "For heile opphaldet blir det {beloep}." }
tekst "pris.pris_dno_gang.du" { nb = "Du betaler {beloep} for hver dag eller natt du er her.",
                                nn = "Du betaler {beloep} for kvar dag eller natt du er her." }
tekst "pris.pris_dno_gang.navn" { nb = "{navn} betaler {beloep} for hver dag eller natt på institusjonen.",
                                  nn = "{navn} betaler {beloep} for kvar dag eller natt på institusjonen." }
tekst "pris.pris_lto_maaned.du" { nb = "Du betaler {beloep} i måneden for langtidsoppholdet.",
                                  nn = "Du betaler {beloep} i månaden for langtidsopphaldet." }
tekst "pris.pris_lto_maaned.navn" { nb = "{navn} betaler {beloep} i måneden for langtidsoppholdet.",
                                    nn = "{navn} betaler {beloep} i månaden for langtidsopphaldet." }
tekst "pris.pris_alarm.du" { nb = "Du betaler {beloep} i måneden for trygghetsalarmen.",
                             nn = "Du betaler {beloep} i månaden for tryggleiksalarmen." }
tekst "pris.pris_alarm.navn" { nb = "{navn} betaler {beloep} i måneden for trygghetsalarmen.",
                               nn = "{navn} betaler {beloep} i månaden for tryggleiksalarmen." }
tekst "pris.pris_middag.du" { nb = "Du betaler {beloep} for hver middag.", nn = "Du betaler {beloep} for kvar middag." }
tekst "pris.pris_middag.navn" { nb = "{navn} betaler {beloep} for hver middag.",
                                nn = "{navn} betaler {beloep} for kvar middag." }
tekst "pris.pris_dagtilbud.du" { nb = "Du betaler {beloep} for hver dag på dagtilbudet.",
                                 nn = "Du betaler {beloep} for kvar dag på dagtilbodet." }
tekst "pris.pris_dagtilbud.navn" { nb = "{navn} betaler {beloep} for hver dag på dagtilbudet.",
                                   nn = "{navn} betaler {beloep} for kvar dag på dagtilbodet." }

-- ---- Sjekklista -----------------------------------------------------------------------------------------------------

local MED_PRIS = "/sak/tjenester/tjeneste[vedtak/egenandel]"
local PB = { "PB", "PBO", "BPA", "STK", "PSY" }
local function er_kode(koder)
  local hver = {}
  for _, k in ipairs(koder) do table.insert(hver, lik("kode", k)) end
  return noen(hver)
end

local BARE_PRAKTISK = {
  nb = "Skriv opplysningen betaling_praktisk_del på tjenesten: ja når stell og helsehjelp ikke er med i prisen. Ellers skriv betaler=\"nei\".",
  nn = "Skriv opplysninga betaling_praktisk_del på tenesta: ja når stell og helsehjelp ikkje er med i prisen. Elles skriv betaler=\"nei\".",
}
local FOR_HOEY = { nb = "Prisen i vedtaket er høyere enn loven tillater.",
                   nn = "Prisen i vedtaket er høgare enn lova tillèt." }
local SETT_NED = { nb = "Sett ned beløpet, eller ta det bort, så skriver brevet det som er regnet ut.",
                   nn = "Set ned beløpet, eller ta det bort, så skriv brevet det som er rekna ut." }
local EN_ANNEN_PRIS = { nb = "Prisen i vedtaket er en annen enn kommunens pris på datoen.",
                        nn = "Prisen i vedtaket er ein annan enn prisen i kommunen på datoen." }
local RETT_PRISEN = { nb = "Rett beløpet, eller prislisten i kommunefila.",
                      nn = "Rett beløpet, eller prislista i kommunefila." }
local PRISEN_UKJENT = {
  nb = "Prisen kan ikke regnes ut ennå. Brevet sier at den kommer i et eget vedtak.",
  nn = "Prisen kan ikkje reknast ut enno. Brevet seier at han kjem i eit eige vedtak.",
}
local SKRIV_DET = {
  nb = "Skriv det som mangler: opplysningene i saken, kommunens priser i kommunefila, statens satser i regelpakka.",
  nn = "Skriv det som manglar: opplysningane i saka, prisane til kommunen i kommunefila, satsane frå staten i regelpakka.",
}
sjekkliste "vedtak_egenandel" {
  dokument = { "vedtak" },

  -- Det som aldri kan koste noe, kan ikke koste noe inni noe annet heller (§ 8): i BPA er det bare husarbeidet, og i oppfølging bare
  -- det som er praktisk bistand.
  punkt { nummer = "bare_husarbeid", nivaa = "stopp", gjelder = MED_PRIS,
    hjemmel = { "egenandelsforskriften.8", "hol.11-2" },
    naar = alle { er_kode { "BPA", "PSY" }, er("betaling_i_vedtaket") },
    krav = er("betaling_bare_for_praktisk"), sted = "vedtak/egenandel",
    tekst = { nb = "Her kan bare husarbeid og annen praktisk bistand koste noe. Saken sier ikke at betalingen er bare for det.",
              nn = "Her kan berre husarbeid og anna praktisk hjelp koste noko. Saka seier ikkje at betalinga er berre for det." },
    hvor = BARE_PRAKTISK },
  punkt { nummer = "stell_i_prisen", nivaa = "stopp", gjelder = MED_PRIS,
    hjemmel = { "egenandelsforskriften.8", "hol.11-2" },
    naar = alle { er_kode { "PB", "PBO", "STK" }, er("betaling_i_vedtaket"),
      inneholder("innhold",
        { "dusj", "personlig stell", "personleg stell", "morgenstell", "kveldsstell", "hygiene", "påkled", "kle på",
          "kle av", "toalettbesøk", "medisin", "sårstell", "sykepleie", "sjukepleie" }) },
    krav = er("betaling_bare_for_praktisk"), sted = "vedtak/innhold",
    tekst = { nb = "Tjenesten har stell eller helsehjelp i seg, og det er gratis. Saken sier ikke at betalingen er bare for resten.",
              nn = "Tenesta har stell eller helsehjelp i seg, og det er gratis. Saka seier ikkje at betalinga er berre for resten." },
    hvor = BARE_PRAKTISK },

  -- Lov å ta betalt for, men nesten ingen gjør det.
  punkt { nummer = "vanligvis_gratis", nivaa = "varsel", gjelder = MED_PRIS,
    hjemmel = { "egenandelsforskriften.8", "hol.11-2" },
    naar = alle { er_kode { "STK", "REH" }, egenskap("egenandel", { "vanligvis_ingen", "etter_sted" }) },
    krav = ikke(er("egenandel_kreves")),
    sted = "vedtak/egenandel",
    tekst = { nb = "Kommuner tar vanligvis ikke betalt for denne tjenesten. Er det bestemt at den skal koste noe?",
              nn = "Kommunar tek vanlegvis ikkje betalt for denne tenesta. Er det bestemt at ho skal koste noko?" },
    hvor = { nb = "Se kommunens prisvedtak, eller skriv betaler=\"nei\".",
             nn = "Sjå prisvedtaket til kommunen, eller skriv betaler=\"nei\"." } },

  -- Statens tak, og det loven sier om inntekten.
  punkt { nummer = "tak_praktisk", nivaa = "stopp", gjelder = MED_PRIS,
    hjemmel = { "egenandelsforskriften.8", "hol.11-2" },
    naar = alle { er_kode(PB), er("inntekt_under_2g"), er("egenandel_per", "maaned"), finnes("egenandel_beloep"),
      finnes("taket_er_kjent") },
    krav = hoyst("egenandel_beloep", sats "egenandel_pb_under_2g"), sted = "vedtak/egenandel",
    tekst = { nb = "Prisen er høyere enn staten tillater når inntekten er under to ganger grunnbeløpet, og saken viser ikke at inntekten er høyere.",
              nn = "Prisen er høgare enn staten tillèt når inntekta er under to gonger grunnbeløpet, og saka viser ikkje at inntekta er høgare." },
    hvor = SETT_NED },
  punkt { nummer = "tak_samlet", nivaa = "stopp", gjelder = MED_PRIS,
    hjemmel = { "egenandelsforskriften.8", "hol.11-2" },
    naar = alle { er_kode(PB), er("inntekt_under_2g"), er("egenandel_per", "maaned"), finnes("egenandel_beloep") },
    krav = ikke(er("samlet_over_taket")), sted = "vedtak/egenandel",
    tekst = { nb = "Taket gjelder for all praktisk bistand til sammen, og prisene i vedtaket er over det.",
              nn = "Taket gjeld for all praktisk hjelp til saman, og prisane i vedtaket er over det." },
    hvor = { nb = "Sett ned prisene, eller ta dem bort, så skriver brevet taket.",
             nn = "Set ned prisane, eller ta dei bort, så skriv brevet taket." } },
  punkt { nummer = "selvkost", nivaa = "stopp", gjelder = MED_PRIS, hjemmel = { "egenandelsforskriften.8", "hol.11-2" },
    naar = alle { er_kode(PB), er("egenandel_per", "time"), finnes("egenandel_beloep"), er("har_selvkost_time") },
    krav = hoyst("egenandel_beloep", faktum "selvkost_time"), sted = "vedtak/egenandel",
    tekst = { nb = "Timen koster mer enn den koster kommunen. Så mye kan kommunen aldri ta.",
              nn = "Timen kostar meir enn han kostar kommunen. Så mykje kan kommunen aldri ta." }, hvor = SETT_NED },
  punkt { nummer = "tak_korttid", nivaa = "stopp", gjelder = MED_PRIS,
    hjemmel = { "egenandelsforskriften.4", "hol.11-2" },
    naar = alle { er_kode { "KTO" }, er("egenandel_per", "doegn"), finnes("egenandel_beloep"),
      finnes("taket_er_kjent") },
    krav = hoyst("egenandel_beloep", sats "egenandel_korttid_doegn"), sted = "vedtak/egenandel", tekst = FOR_HOEY,
    hvor = SETT_NED },
  punkt { nummer = "tak_dag_natt", nivaa = "stopp", gjelder = MED_PRIS,
    hjemmel = { "egenandelsforskriften.4", "hol.11-2" },
    naar = alle { er_kode { "DNO" }, er("egenandel_per", { "dag", "gang" }), finnes("egenandel_beloep"),
      finnes("taket_er_kjent") },
    krav = hoyst("egenandel_beloep", sats "egenandel_dag_eller_natt"), sted = "vedtak/egenandel", tekst = FOR_HOEY,
    hvor = SETT_NED },
  punkt { nummer = "tak_langtid", nivaa = "stopp", gjelder = MED_PRIS,
    hjemmel = { "egenandelsforskriften.3", "hol.11-2" },
    naar = alle { er_kode { "LTO" }, er("egenandel_per", "maaned"), finnes("egenandel_beloep"),
      finnes(utregning "pris_lto_maaned") },
    krav = hoyst("egenandel_beloep", utregning "pris_lto_maaned"), sted = "vedtak/egenandel", tekst = FOR_HOEY,
    hvor = SETT_NED },
  punkt { nummer = "tak_ukjent", nivaa = "varsel",
    gjelder = MED_PRIS, hjemmel = "hol.11-2",
    naar = alle { er_kode { "PB", "PBO", "BPA", "STK", "PSY", "KTO", "DNO", "LTO" }, finnes("egenandel_beloep") },
    krav = er("taket_er_kjent"),
    sted = "vedtak/egenandel",
    tekst = { nb = "Ingen kan se om prisen er for høy: statens sats eller inntekten mangler.",
              nn = "Ingen kan sjå om prisen er for høg: satsen frå staten eller inntekta manglar." },
    hvor = SKRIV_DET },

  -- Kommunens egne tilbud: prisen skal være den kommunen har bestemt.
  punkt { nummer = "pris", nivaa = "varsel", gjelder = MED_PRIS, hjemmel = "hol.11-2",
    naar = alle { er_kode { "TRA" }, finnes("egenandel_beloep") },
    krav = lik("egenandel_beloep", faktum "alarmpris"), sted = "vedtak/egenandel", tekst = EN_ANNEN_PRIS,
    hvor = RETT_PRISEN },
  punkt { nummer = "pris_mat", nivaa = "varsel", hjemmel = "hol.11-2",
    gjelder = MED_PRIS,
    naar = alle { er_kode { "MAT", "MAB" }, er("egenandel_per", "maaltid"), finnes("egenandel_beloep") },
    krav = lik("egenandel_beloep", faktum "middagspris"), sted = "vedtak/egenandel", tekst = EN_ANNEN_PRIS,
    hvor = RETT_PRISEN },
  punkt { nummer = "pris_dag", nivaa = "varsel", hjemmel = "hol.11-2",
    gjelder = MED_PRIS,
    naar = alle { er_kode { "DAG", "DAS" }, er("egenandel_per", "dag"), finnes("egenandel_beloep") },
    krav = lik("egenandel_beloep", faktum "dagtilbudspris"), sted = "vedtak/egenandel", tekst = EN_ANNEN_PRIS,
    hvor = RETT_PRISEN },

  -- Skal brevet regne ut prisen, må det som trengs, være der.
  punkt { nummer = "pris_ukjent", nivaa = "varsel", gjelder = MED_PRIS,
    hjemmel = "hol.11-2",
    naar = er("prisen_regnes_ut"),
    krav = er("prisen_kan_regnes_ut"),
    sted = "vedtak/egenandel", tekst = PRISEN_UKJENT, hvor = SKRIV_DET },
  punkt { nummer = "kommunens_pris", nivaa = "varsel", gjelder = MED_PRIS, hjemmel = "egenandelsforskriften.4",
    naar = alle { er_kode { "KTO", "DNO" }, er("prisen_regnes_ut") },
    krav = er("kommunen_har_pris"),
    sted = "vedtak/egenandel",
    tekst = { nb = "Kommunefila har ingen pris for oppholdet, så brevet bruker det meste staten tillater.",
              nn = "Kommunefila har ingen pris for opphaldet, så brevet brukar det meste staten tillèt." },
    hvor = { nb = "Skriv prisen kommunen har bestemt, under satser i kommunefila.",
             nn = "Skriv prisen kommunen har bestemt, under satser i kommunefila." } },
  punkt { nummer = "korttid_doegn", nivaa = "varsel", gjelder = MED_PRIS, hjemmel = "egenandelsforskriften.4",
    naar = alle { er_kode { "KTO" }, er("betaling_i_vedtaket") },
    krav = finnes("kto_doegn_i_aar"), sted = "vedtak/egenandel",
    tekst = { nb = "Saken sier ikke hvor mange døgn på korttidsopphold søkeren har i år. Fra døgn 61 er prisen en annen.",
              nn = "Saka seier ikkje kor mange døgn på korttidsopphald søkjaren har i år. Frå døgn 61 er prisen ein annan." },
    hvor = { nb = "Skriv opplysningen korttid_doegn_i_aar på tjenesten: alle døgn i kalenderåret, med dette oppholdet.",
             nn = "Skriv opplysninga korttid_doegn_i_aar på tenesta: alle døgn i kalenderåret, med dette opphaldet." } },
  -- Mange kommuner tar ikke betalt for den første måneden. Derfor må et menneske ha sagt fra hvilken dag det betales.
  punkt { nummer = "betalingsdag", nivaa = "varsel", gjelder = MED_PRIS, hjemmel = "egenandelsforskriften.3",
    naar = alle { er_kode { "LTO" }, er("prisen_regnes_ut") },
    krav = er("betalingsdag_oppgitt"), sted = "vedtak/egenandel",
    tekst = { nb = "Vedtaket sier ikke fra hvilken dag søkeren skal betale.",
              nn = "Vedtaket seier ikkje frå kva dag søkjaren skal betale." },
    hvor = { nb = "Skriv dagen som satsdato på egenandelen.", nn = "Skriv dagen som satsdato på eigenandelen." } },
}
