-- Personlig assistanse: opplæring, personlig stell, støttekontakt og brukerstyrt personlig assistanse (BPA).
-- Alt er rettigheter (regime A). Opplæring kan koste noe etter forskriften; personlig stell koster aldri noe.

local function opphold()
  return vilkaar "opphold" { hjemmel = "hol.3-1", er("oppholder_seg_i_kommunen"),
    tekst = { nb = "Du bor eller oppholder deg i kommunen", nn = "Du bur eller oppheld deg i kommunen" } }
end
local SAERLIGE_GRUNNER = {
  nb = "Du får hjelpen likevel, fordi det er særlige grunner til det i din situasjon",
  nn = "Du får hjelpa likevel, fordi det er særlege grunnar til det i din situasjon",
}

-- PBO: opplæring i det du ellers ville fått hjelp til.
regel "opplaering" {
  gjelder = "/sak/tjenester/tjeneste[@kode='PBO']",
  hjemmel = { { "pbrl.2-1", rolle = "rett" }, { "hol.3-2.6b", rolle = "plikt" },
    { "pbrl.2-7", rolle = "saksbehandling" },
    { "egenandelsforskriften.8", rolle = "egenandel" }, { "kriterier.pbo", rolle = "kriterier" } },
  egenskaper = {
    kode = "PBO", regime = "A", egenandel = "statlig", iplos = "2", iplos_kreves = "ja", regelen_forklart = "ja",
    tittel = { nb = "opplæring i daglige gjøremål", nn = "opplæring i daglege gjeremål" },
    tittel_bestemt = { nb = "opplæringen", nn = "opplæringa" },
    formaal = {
      nb = "Opplæringen skal gjøre at du klarer mer av hverdagen selv.",
      nn = "Opplæringa skal gjere at du klarar meir av kvardagen sjølv.",
    },
    maalgruppe = {
      nb = "Den er for deg som trenger veiledning og trening for å klare husarbeid, innkjøp, økonomi eller andre daglige gjøremål.",
      nn = "Ho er for deg som treng rettleiing og trening for å klare husarbeid, innkjøp, økonomi eller andre daglege gjeremål.",
    },
    omfatter = { nb = "trening og veiledning hjemme eller der oppgaven skal gjøres",
                 nn = "trening og rettleiing heime eller der oppgåva skal gjerast" },
    omfatter_ikke = { nb = "at vi gjør oppgaven for deg, og undervisning som skolen har ansvar for",
                      nn = "at vi gjer oppgåva for deg, og undervisning som skulen har ansvar for" },
    start = { nb = "senest tre uker etter vedtaket", nn = "seinast tre veker etter vedtaket" },
  },
  oppslag = { momenter = "PBO" },
  satser = { "egenandel_pb_under_2g" },
  utregninger = { "to_g", "pris_pb_under_2g", "pris_pb_over_2g" },
  vedtak_i = "utfall",
  innvilges_naar = alle {
    opphold(),
    vilkaar "behov" { hjemmel = "pbrl.2-1", er("trenger_opplaering"),
      tekst = { nb = "Du trenger opplæring for å klare daglige gjøremål",
                nn = "Du treng opplæring for å klare daglege gjeremål" } },
    vilkaar "utbytte" { hjemmel = "kriterier.pbo", er("kan_ha_utbytte_av_opplaering"),
      tekst = { nb = "Opplæring kan gjøre at du klarer mer selv, eller at du holder på det du kan",
                nn = "Opplæring kan gjere at du klarar meir sjølv, eller at du held på det du kan" } },
    vilkaar "ikke_andre" { hjemmel = "kriterier.pbo", er("opplaering_fra_andre", nei),
      tekst = { nb = "Ingen andre har ansvar for å gi deg denne opplæringen",
                nn = "Ingen andre har ansvar for å gi deg denne opplæringa" } },
  },
  delvis_naar = er("soekt_over_behovet"),
  unntak = {
    unntak "saerlige_grunner" { gir = ja, hjemmel = { "pbrl.2-1", "hol.4-1" }, tekst = SAERLIGE_GRUNNER,
      naar = alle { er("saerlige_grunner"), er("oppholder_seg_i_kommunen"), er("trenger_opplaering") } },
  },
}

-- PSE: å stå opp, vaske og kle seg, spise, gå på toalettet, og det tilsynet som følger med. Alltid gratis.
regel "personlig_stell" {
  gjelder = "/sak/tjenester/tjeneste[@kode='PSE']",
  hjemmel = { { "pbrl.2-1", rolle = "rett" }, { "hol.3-2.6b", rolle = "plikt" },
    { "pbrl.2-7", rolle = "saksbehandling" }, { "kriterier.pse", rolle = "kriterier" } },
  egenskaper = {
    kode = "PSE", regime = "A", egenandel = "ingen", iplos = "1", iplos_kreves = "ja", regelen_forklart = "ja",
    tittel = { nb = "hjelp til personlig stell", nn = "hjelp til personleg stell" },
    tittel_bestemt = { nb = "hjelpen til personlig stell", nn = "hjelpa til personleg stell" },
    formaal = {
      nb = "Hjelpen skal gjøre at du får stelt deg, kledd deg og spist når du trenger det.",
      nn = "Hjelpa skal gjere at du får stelt deg, kledd deg og ete når du treng det.",
    },
    maalgruppe = {
      nb = "Den er for deg som ikke klarer dette selv på grunn av sykdom, alder eller funksjonstap.",
      nn = "Ho er for deg som ikkje klarar dette sjølv på grunn av sjukdom, alder eller funksjonstap.",
    },
    omfatter = {
      nb = "hjelp til å stå opp og legge deg, vask, dusj, påkledning, toalettbesøk og måltider",
      nn = "hjelp til å stå opp og leggje deg, vask, dusj, påkleding, toalettbesøk og måltid",
    },
    omfatter_ikke = { nb = "rengjøring, matlaging til andre og følge til avtaler",
                      nn = "reingjering, matlaging til andre og følgje til avtalar" },
    start = { nb = "så snart som mulig og senest tre dager etter vedtaket",
              nn = "så snart som råd og seinast tre dagar etter vedtaket" },
  },
  oppslag = { momenter = "PSE" },
  vedtak_i = "utfall",
  innvilges_naar = alle {
    opphold(),
    vilkaar "klarer_ikke" { hjemmel = "pbrl.2-1", er("klarer_personlig_stell", nei),
      tekst = { nb = "Du klarer ikke det personlige stellet selv",
                nn = "Du klarar ikkje det personlege stellet sjølv" } },
    vilkaar "ikke_dekket" { hjemmel = "kriterier.pse", er("dekkes_paa_annen_maate", nei),
      tekst = { nb = "Behovet ditt blir ikke dekket på en annen måte, for eksempel av hjelpemidler",
                nn = "Behovet ditt blir ikkje dekt på ein annan måte, til dømes av hjelpemiddel" } },
  },
  delvis_naar = er("soekt_over_behovet"),
  unntak = {
    unntak "saerlige_grunner" { gir = ja, hjemmel = { "pbrl.2-1", "hol.4-1" }, tekst = SAERLIGE_GRUNNER,
      naar = alle { er("saerlige_grunner"), er("oppholder_seg_i_kommunen"), er("klarer_personlig_stell", nei) } },
  },
}

-- STK: et annet menneske å gjøre ting sammen med. Loven tillater egenandel, men kommunen tar som regel ikke betalt.
regel "stoettekontakt" {
  gjelder = "/sak/tjenester/tjeneste[@kode='STK']",
  hjemmel = { { "pbrl.2-1", rolle = "rett" }, { "hol.3-2.6b", rolle = "plikt" },
    { "pbrl.2-7", rolle = "saksbehandling" }, { "kriterier.stk", rolle = "kriterier" } },
  egenskaper = {
    kode = "STK", regime = "A", egenandel = "vanligvis_ingen", iplos = "9", iplos_kreves = "ja",
    regelen_forklart = "ja",
    tittel = { nb = "støttekontakt", nn = "støttekontakt" },
    tittel_bestemt = { nb = "støttekontakten", nn = "støttekontakten" },
    formaal = {
      nb = "En støttekontakt skal gjøre at du kommer deg ut og er sammen med andre.",
      nn = "Ein støttekontakt skal gjere at du kjem deg ut og er saman med andre.",
    },
    maalgruppe = {
      nb = "Tjenesten er for deg som trenger å ha med deg noen for å delta, og som ellers blir mye alene.",
      nn = "Tenesta er for deg som treng å ha med deg nokon for å delta, og som elles blir mykje åleine.",
    },
    omfatter = { nb = "følge til aktiviteter, turer og sosialt samvær",
                 nn = "følgje til aktivitetar, turar og sosialt samvær" },
    omfatter_ikke = { nb = "husarbeid, stell og det du betaler for på aktiviteten",
                      nn = "husarbeid, stell og det du betaler for på aktiviteten" },
    start = { nb = "når vi har funnet en som passer for deg", nn = "når vi har funne ein som passar for deg" },
  },
  oppslag = { momenter = "STK" },
  utregninger = { "to_g", "pris_pb_under_2g", "pris_pb_over_2g" },
  vedtak_i = "utfall",
  innvilges_naar = alle {
    opphold(),
    vilkaar "foelge" { hjemmel = "pbrl.2-1", er("trenger_foelge_for_aa_delta"),
      tekst = { nb = "Du trenger å ha med deg noen for å delta i fritiden",
                nn = "Du treng å ha med deg nokon for å delta i fritida" } },
    vilkaar "andre_tilbud" { hjemmel = "kriterier.stk", er("gruppetilbud_nok", nei),
      tekst = { nb = "Et gruppetilbud, et aktivitetstilbud eller folk du kjenner, er ikke nok",
                nn = "Eit gruppetilbod, eit aktivitetstilbod eller folk du kjenner, er ikkje nok" } },
  },
  delvis_naar = er("soekt_over_behovet"),
  unntak = {
    unntak "saerlige_grunner" { gir = ja, hjemmel = { "pbrl.2-1", "hol.4-1" },
      tekst = { nb = "Du får støttekontakt likevel, fordi det er særlige grunner til det i din situasjon",
                nn = "Du får støttekontakt likevel, fordi det er særlege grunnar til det i din situasjon" },
      naar = alle { er("saerlige_grunner"), er("oppholder_seg_i_kommunen"), er("trenger_foelge_for_aa_delta") } },
  },
}

-- BPA: retten etter § 2-1 d avhenger av alder, varighet og timer. Den som ikke har retten, kan likevel få BPA når det er en god
-- måte å gi hjelpen på (hol. § 3-8); det er skjønn, og et menneske må ha vurdert det.
fakta {
  bpa_timer_uke = tall {
    tekst = { nb = "timer i uken som teller for BPA", nn = "timar i veka som tel for BPA" }, hjemmel = "pbrl.2-1d",
    -- Helsetjenester er ikke med. Natt, og timer med flere hjelpere, teller bare når behovet er der hele tiden.
    utledet = function(f)
      local t = f.assistanse_timer_uke
      if f.natt_timer_uke > 0 and not f.natt_hele_tiden then t = t - f.natt_timer_uke end
      if f.flere_hjelpere_timer_uke > 0 and not f.flere_hjelpere_hele_tiden then t = t - f.flere_hjelpere_timer_uke end
      return t
    end,
  },
  bpa_siden = dato {
    tekst = { nb = "dagen BPA først ble innvilget", nn = "dagen BPA først vart innvilga" },
    sti = "/sak/kartlegging/tjenesteNaa[@kode='BPA']/@fra | loepende/@fra",
  },
  bpa_foer_67 = janei {
    tekst = { nb = "BPA ble innvilget før 67-årsdagen", nn = "BPA vart innvilga før 67-årsdagen" },
    hjemmel = "pbrl.2-1d",
    utledet = alle { finnes("bpa_siden"), yngre_enn("foedselsdato", { aar = 67 }, "bpa_siden") },
  },
  bpa_rett = janei {
    tekst = { nb = "har rett til BPA etter loven", nn = "har rett til BPA etter lova" }, hjemmel = "pbrl.2-1d",
    utledet = alle {
      noen { yngre_enn("foedselsdato", { aar = 67 }), er("bpa_foer_67") },
      over("varighet_uker", 104),
      noen { minst("bpa_timer_uke", 32), alle { minst("bpa_timer_uke", 25), er("vesentlig_hoeyere_kostnad", nei) } },
    },
  },
}
regel "bpa" {
  gjelder = "/sak/tjenester/tjeneste[@kode='BPA']",
  hjemmel = { { "pbrl.2-1d", rolle = "rett" }, { "hol.3-8", rolle = "plikt" }, { "pbrl.2-7", rolle = "saksbehandling" },
    { "egenandelsforskriften.8", rolle = "egenandel" }, { "kriterier.bpa", rolle = "kriterier" } },
  egenskaper = {
    kode = "BPA", regime = "A", egenandel = "statlig", iplos = "3", iplos_kreves = "ja", regelen_forklart = "ja",
    tittel = { nb = "brukerstyrt personlig assistanse (BPA)", nn = "brukarstyrt personleg assistanse (BPA)" },
    tittel_bestemt = { nb = "den personlige assistansen", nn = "den personlege assistansen" },
    formaal = {
      nb = "Med BPA får du hjelpen av faste assistenter, og du bestemmer selv hva de skal gjøre, og når.",
      nn = "Med BPA får du hjelpa av faste assistentar, og du bestemmer sjølv kva dei skal gjere, og når.",
    },
    maalgruppe = {
      nb = "BPA er for deg som trenger mye hjelp i lang tid, og som selv kan lede assistentene eller har noen som kan gjøre det for deg.",
      nn = "BPA er for deg som treng mykje hjelp i lang tid, og som sjølv kan leie assistentane eller har nokon som kan gjere det for deg.",
    },
    omfatter = {
      nb = "praktisk hjelp, personlig stell, følge ute og støttekontakt innenfor timene du får",
      nn = "praktisk hjelp, personleg stell, følgje ute og støttekontakt innanfor timane du får",
    },
    omfatter_ikke = { nb = "helsetjenester i hjemmet", nn = "helsetenester i heimen" },
    start = { nb = "når assistentene er på plass; til da får du hjelpen på en annen måte",
              nn = "når assistentane er på plass; til då får du hjelpa på ein annan måte" },
  },
  oppslag = { momenter = "BPA" },
  satser = { "egenandel_pb_under_2g" },
  utregninger = { "to_g", "pris_pb_under_2g", "pris_pb_over_2g" },
  vedtak_i = "utfall",
  innvilges_naar = alle {
    opphold(),
    vilkaar "assistanse" { hjemmel = "pbrl.2-1", over("assistanse_timer_uke", 0),
      tekst = { nb = "Du trenger personlig assistanse", nn = "Du treng personleg assistanse" } },
    noen {
      vilkaar "rett" { hjemmel = "pbrl.2-1d", er("bpa_rett"),
        tekst = { nb = "Du har rett til BPA, fordi du trenger så mange timer i så lang tid",
                  nn = "Du har rett til BPA, fordi du treng så mange timar i så lang tid" } },
      vilkaar "god_loesning" { hjemmel = "hol.3-8", er("bpa_god_loesning"),
        tekst = { nb = "BPA er en god måte å gi deg hjelpen på", nn = "BPA er ein god måte å gi deg hjelpa på" } },
    },
    vilkaar "arbeidsleder" { hjemmel = "kriterier.bpa", er("har_arbeidsleder"),
      tekst = { nb = "Du eller en annen kan lede assistentene", nn = "Du eller ein annan kan leie assistentane" } },
  },
  delvis_naar = er("soekt_over_behovet"),
  unntak = {
    unntak "saerlige_grunner" { gir = ja, hjemmel = { "hol.3-8", "hol.4-1" },
      tekst = { nb = "Du får BPA likevel, fordi det er særlige grunner til det i din situasjon",
                nn = "Du får BPA likevel, fordi det er særlege grunnar til det i din situasjon" },
      naar = alle { er("saerlige_grunner"), er("oppholder_seg_i_kommunen"), over("assistanse_timer_uke", 0),
        noen { er("bpa_rett"), er("bpa_god_loesning") } } },
  },
}

sjekkliste "vedtak_bpa" {
  dokument = { "vedtak" },
  punkt { nummer = "bpa_rett", nivaa = "stopp", gjelder = "/sak/tjenester/tjeneste[@kode='BPA'][vedtak]",
    hjemmel = "pbrl.2-1d",
    naar = alle { er("utfall", "avslaatt"), er("har_arbeidsleder"), er("oppholder_seg_i_kommunen") },
    krav = er("bpa_rett", nei), sted = "vedtak",
    tekst = { nb = "Søkeren har rett til BPA etter loven, eller det er ikke avklart. Da kan kommunen ikke si nei.",
              nn = "Søkjaren har rett til BPA etter lova, eller det er ikkje avklart. Då kan kommunen ikkje seie nei." },
    hvor = { nb = "Se timene, varigheten og alderen i saken. Er det kostnaden som er grunnen, må den være dokumentert.",
             nn = "Sjå timane, lengda og alderen i saka. Er det kostnaden som er grunnen, må han vere dokumentert." } },
  -- Retten gjelder alle timene hun trenger. Gir kommunen færre, er det et avslag på resten.
  punkt { nummer = "bpa_timer", nivaa = "stopp", gjelder = "/sak/tjenester/tjeneste[@kode='BPA'][vedtak]",
    hjemmel = "pbrl.2-1d",
    naar = alle { er("utfall", { "delvis", "endret" }), er("gitt_i_timer"), er("bpa_rett") },
    krav = ikke(under("gitt_timer_uke", faktum "bpa_timer_uke")), sted = "vedtak/omfang",
    tekst = { nb = "Søkeren har rett til BPA for timene som er kartlagt, men vedtaket gir færre.",
              nn = "Søkjaren har rett til BPA for timane som er kartlagde, men vedtaket gir færre." },
    hvor = { nb = "Gi timene som teller, eller rett kartleggingen.",
             nn = "Gi timane som tel, eller rett kartlegginga." } },
  -- Mellom 25 og 32 timer kan kommunen si nei når BPA koster vesentlig mer. Da må brevet si det.
  punkt { nummer = "bpa_kostnad", nivaa = "stopp", gjelder = "/sak/tjenester/tjeneste[@kode='BPA'][vedtak]",
    hjemmel = { "pbrl.2-1d", "fvl.25.foerste" },
    naar = alle { er("utfall", { "avslaatt", "delvis" }), er("vesentlig_hoeyere_kostnad"), minst("bpa_timer_uke", 25),
      under("bpa_timer_uke", 32) },
    krav = inneholder("begrunnelse", { "kost", "dyr" }), sted = "vedtak/begrunnelse",
    tekst = { nb = "Kommunen bygger på at BPA koster vesentlig mer, men begrunnelsen sier ikke noe om kostnaden.",
              nn = "Kommunen byggjer på at BPA kostar vesentleg meir, men grunngjevinga seier ikkje noko om kostnaden." },
    hvor = { nb = "Skriv i begrunnelsen hva BPA koster, og hva den samme hjelpen koster ellers.",
             nn = "Skriv i grunngjevinga kva BPA kostar, og kva den same hjelpa kostar elles." } },
}
