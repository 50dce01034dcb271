-- Opphold i institusjon: korttid, dag og natt, langtid. Korttid og langtid er ulike ting for loven: korttid er nødvendig hjelp
-- for en tid, langtid er et hjem. For langtid gir pbrl. § 2-1 e to rettigheter: plassen med en gang når den er det eneste som er
-- forsvarlig, og ellers et vedtak om man fyller kriteriene og kan vente på en plass.

local function opphold()
  return vilkaar "opphold" { hjemmel = "hol.3-1", er("oppholder_seg_i_kommunen"),
    tekst = { nb = "Du bor eller oppholder deg i kommunen", nn = "Du bur eller oppheld deg i kommunen" } }
end

regel "korttidsopphold" {
  gjelder = "/sak/tjenester/tjeneste[@kode='KTO']",
  hjemmel = { { "pbrl.2-1", rolle = "rett" }, { "hol.3-2.6c", rolle = "plikt" },
    { "pbrl.2-7", rolle = "saksbehandling" },
    { "egenandelsforskriften.4", rolle = "egenandel" }, { "kriterier.kto", rolle = "kriterier" } },
  egenskaper = {
    kode = "KTO", regime = "A", egenandel = "institusjon", iplos = "20", iplos_kreves = "ja", regelen_forklart = "ja",
    tittel = { nb = "korttidsopphold", nn = "korttidsopphald" },
    tittel_bestemt = { nb = "korttidsoppholdet", nn = "korttidsopphaldet" },
    formaal = {
      nb = "Oppholdet skal gi deg behandling, trening, utredning eller lindring for en tid, slik at du kan komme hjem igjen.",
      nn = "Opphaldet skal gi deg behandling, trening, utgreiing eller lindring for ei tid, slik at du kan kome heim att.",
    },
    maalgruppe = {
      nb = "Det er for deg som trenger hjelp hele døgnet en periode, for eksempel etter sykehuset.",
      nn = "Det er for deg som treng hjelp heile døgnet ein periode, til dømes etter sjukehuset.",
    },
    omfatter = { nb = "rom, måltider, pleie, tilsyn av lege og trening etter planen for oppholdet",
                 nn = "rom, måltid, pleie, tilsyn av lege og trening etter planen for opphaldet" },
    omfatter_ikke = { nb = "klær, frisør, tannlege og legebesøk utenfor institusjonen",
                      nn = "klede, frisør, tannlege og legebesøk utanfor institusjonen" },
    start = { nb = "når vi tar imot deg på dagen som står i vedtaket",
              nn = "når vi tek imot deg på dagen som står i vedtaket" },
  },
  oppslag = { momenter = "KTO" },
  utregninger = { "pris_kto_doegn", "pris_kto_oppholdet", "lto_inntekt", "lto_under_g", "lto_over_g",
    "lto_aar", "pris_lto_maaned" },
  vedtak_i = "utfall",
  innvilges_naar = alle {
    opphold(),
    vilkaar "behov" { hjemmel = "pbrl.2-1", er("trenger_hjelp_hele_doegnet_en_tid"),
      tekst = { nb = "Du trenger behandling, trening eller pleie hele døgnet en tid",
                nn = "Du treng behandling, trening eller pleie heile døgnet ei tid" } },
    vilkaar "ikke_hjemme" { hjemmel = "kriterier.kto", er("hjelp_hjemme_nok", nei),
      tekst = { nb = "Hjelp hjemme er ikke nok i denne tiden", nn = "Hjelp heime er ikkje nok i denne tida" } },
    vilkaar "maal" { hjemmel = "kriterier.kto", er("oppholdet_har_maal"),
      tekst = { nb = "Oppholdet har et mål og en plan for det som skal skje etterpå",
                nn = "Opphaldet har eit mål og ein plan for det som skal skje etterpå" } },
  },
  delvis_naar = er("soekt_over_behovet"),
  unntak = {
    unntak "saerlige_grunner" { gir = ja, hjemmel = { "pbrl.2-1", "hol.4-1" },
      naar = alle { er("saerlige_grunner"), er("oppholder_seg_i_kommunen"), er("trenger_hjelp_hele_doegnet_en_tid") },
      tekst = { nb = "Du får oppholdet likevel, fordi det er særlige grunner til det i din situasjon",
                nn = "Du får opphaldet likevel, fordi det er særlege grunnar til det i din situasjon" } },
  },
}

regel "dag_og_nattopphold" {
  gjelder = "/sak/tjenester/tjeneste[@kode='DNO']",
  hjemmel = { { "pbrl.2-1", rolle = "rett" }, { "hol.3-2.6c", rolle = "plikt" },
    { "pbrl.2-7", rolle = "saksbehandling" },
    { "egenandelsforskriften.4", rolle = "egenandel" }, { "kriterier.dno", rolle = "kriterier" } },
  egenskaper = {
    kode = "DNO", regime = "A", egenandel = "institusjon", iplos = "17", iplos_kreves = "ja", regelen_forklart = "ja",
    tittel = { nb = "dag- eller nattopphold", nn = "dag- eller nattopphald" },
    tittel_bestemt = { nb = "dag- eller nattoppholdet", nn = "dag- eller nattopphaldet" },
    formaal = {
      nb = "Oppholdet skal gi deg tilsyn og pleie deler av døgnet, slik at du kan bo hjemme resten av tiden.",
      nn = "Opphaldet skal gi deg tilsyn og pleie delar av døgnet, slik at du kan bu heime resten av tida.",
    },
    maalgruppe = {
      nb = "Det er for deg som trenger mer tilsyn enn du kan få hjemme om dagen eller om natten.",
      nn = "Det er for deg som treng meir tilsyn enn du kan få heime om dagen eller om natta.",
    },
    omfatter = { nb = "opphold, måltider, tilsyn og pleie de dagene eller nettene som står i vedtaket",
                 nn = "opphald, måltid, tilsyn og pleie dei dagane eller nettene som står i vedtaket" },
    omfatter_ikke = { nb = "hjelp hjemme resten av døgnet; den søker du om for seg",
                      nn = "hjelp heime resten av døgnet; den søkjer du om for seg" },
    start = { nb = "senest to uker etter vedtaket", nn = "seinast to veker etter vedtaket" },
  },
  oppslag = { momenter = "DNO" },
  utregninger = { "pris_dno_gang" },
  vedtak_i = "utfall",
  innvilges_naar = alle {
    opphold(),
    vilkaar "tilsyn" { hjemmel = "pbrl.2-1", er("trenger_tilsyn_del_av_doegnet"),
      tekst = { nb = "Du trenger tilsyn eller pleie om dagen eller om natten",
                nn = "Du treng tilsyn eller pleie om dagen eller om natta" } },
    vilkaar "ikke_hjemme" { hjemmel = "kriterier.dno", er("hjelp_hjemme_nok", nei),
      tekst = { nb = "Hjelp hjemme er ikke nok i denne delen av døgnet",
                nn = "Hjelp heime er ikkje nok i denne delen av døgnet" } },
  },
  delvis_naar = er("soekt_over_behovet"),
  unntak = {
    unntak "saerlige_grunner" { gir = ja, hjemmel = { "pbrl.2-1", "hol.4-1" },
      naar = alle { er("saerlige_grunner"), er("oppholder_seg_i_kommunen"), er("trenger_tilsyn_del_av_doegnet") },
      tekst = { nb = "Du får oppholdet likevel, fordi det er særlige grunner til det i din situasjon",
                nn = "Du får opphaldet likevel, fordi det er særlege grunnar til det i din situasjon" } },
  },
}

regel "langtidsopphold" {
  gjelder = "/sak/tjenester/tjeneste[@kode='LTO']",
  hjemmel = { { "pbrl.2-1e", rolle = "rett" }, { "hol.3-2.6c", rolle = "plikt" }, { "hol.3-2a", rolle = "kriterier" },
    { "pbrl.2-7", rolle = "saksbehandling" },
    { "egenandelsforskriften.3", rolle = "egenandel" } },
  egenskaper = {
    kode = "LTO", regime = "A", egenandel = "institusjon", iplos = "21", iplos_kreves = "ja", regelen_forklart = "ja",
    tittel = { nb = "langtidsopphold på sykehjem", nn = "langtidsopphald på sjukeheim" },
    tittel_bestemt = { nb = "langtidsoppholdet", nn = "langtidsopphaldet" },
    formaal = {
      nb = "Langtidsopphold skal gi deg et trygt hjem med hjelp hele døgnet, når hjelp hjemme ikke lenger er nok.",
      nn = "Langtidsopphald skal gi deg ein trygg heim med hjelp heile døgnet, når hjelp heime ikkje lenger er nok.",
    },
    maalgruppe = {
      nb = "Det er for deg som trenger pleie og tilsyn hele døgnet, og som ikke lenger kan få det hjemme.",
      nn = "Det er for deg som treng pleie og tilsyn heile døgnet, og som ikkje lenger kan få det heime.",
    },
    omfatter = { nb = "rom, måltider, pleie, medisiner, tilsyn av lege og aktiviteter",
                 nn = "rom, måltid, pleie, medisinar, tilsyn av lege og aktivitetar" },
    omfatter_ikke = { nb = "klær, frisør, telefon og ting du vil ha for deg selv",
                      nn = "klede, frisør, telefon og ting du vil ha for deg sjølv" },
    start = { nb = "når plassen som står i vedtaket er klar", nn = "når plassen som står i vedtaket er klar" },
  },
  oppslag = { momenter = "LTO" },
  utregninger = { "lto_inntekt", "lto_under_g", "lto_over_g", "lto_tak", "lto_aar",
    "pris_lto_maaned" },
  vedtak_i = "utfall",
  innvilges_naar = alle {
    opphold(),
    noen {
      vilkaar "eneste_forsvarlige" { hjemmel = "pbrl.2-1e", er("langtid_eneste_forsvarlige"),
        tekst = { nb = "Langtidsopphold er det eneste som kan gi deg forsvarlig hjelp",
                  nn = "Langtidsopphald er det einaste som kan gi deg forsvarleg hjelp" } },
      vilkaar "kriterier" { hjemmel = { "pbrl.2-1e", "hol.3-2a" },
        alle { er("trenger_heldoegns_institusjon"), er("hjemmetjenester_vurdert") },
        tekst = { nb = "Du trenger pleie og tilsyn hele døgnet, og hjelp hjemme er prøvd eller vurdert",
                  nn = "Du treng pleie og tilsyn heile døgnet, og hjelp heime er prøvd eller vurdert" } },
    },
  },
  unntak = {
    unntak "saerlige_grunner" { gir = ja, hjemmel = { "pbrl.2-1e", "hol.4-1" },
      naar = alle { er("saerlige_grunner"), er("oppholder_seg_i_kommunen") },
      tekst = { nb = "Du får plassen likevel, fordi det er særlige grunner til det i din situasjon",
                nn = "Du får plassen likevel, fordi det er særlege grunnar til det i din situasjon" } },
  },
}

fakta {
  paa_venteliste = janei { tekst = { nb = "vedtaket setter søkeren på venteliste",
                                     nn = "vedtaket set søkjaren på venteliste" }, finnes = "vedtak/venteliste" },
  hjelp_i_ventetiden = janei { tekst = { nb = "vedtaket sier hva søkeren får i ventetiden",
                                         nn = "vedtaket seier kva søkjaren får i ventetida" },
    finnes = "vedtak/venteliste[string-length(@midlertidig) > 2]" },
  eget_vedtak_om_betaling = janei { tekst = { nb = "betalingen kommer i eget vedtak",
                                              nn = "betalinga kjem i eige vedtak" },
    finnes = "vedtak/egenandel[@egetVedtak='ja']" },
  -- Alle døgn i kalenderåret, også de dette vedtaket gir.
  kto_doegn_i_aar = tall {
    tekst = { nb = "døgn på korttidsopphold i kalenderåret", nn = "døgn på korttidsopphald i kalenderåret" },
    spoersmaal = { nb = "Hvor mange døgn har du vært på korttidsopphold i år?",
                   nn = "Kor mange døgn har du vore på korttidsopphald i år?" },
    min = 0, maks = 366, heltall = ja, hjemmel = "egenandelsforskriften.4",
    sti = "opplysning[@navn='korttid_doegn_i_aar']/@verdi", kjent = "opplysning[@navn='korttid_doegn_i_aar']/@kjent",
  },
}
sjekkliste "vedtak_institusjon" {
  dokument = { "vedtak" },
  -- pbrl. § 2-1 e første ledd: er plassen det eneste forsvarlige, skal den gis nå. Venteliste er ikke lov.
  punkt { nummer = "langtid_rett", nivaa = "stopp", gjelder = "/sak/tjenester/tjeneste[@kode='LTO'][vedtak]",
    hjemmel = "pbrl.2-1e",
    naar = alle { er("langtid_eneste_forsvarlige"), er("oppholder_seg_i_kommunen") },
    krav = alle { er("utfall", { "innvilget", "endret" }), ikke(er("paa_venteliste")) }, sted = "vedtak",
    tekst = { nb = "Langtidsopphold er det eneste som er forsvarlig. Da må plassen gis med en gang; avslag og venteliste er ikke lov.",
              nn = "Langtidsopphald er det einaste som er forsvarleg. Då må plassen givast med ein gong; avslag og venteliste er ikkje lov." },
    hvor = { nb = "Gi plassen, eller kjøp en; ta bort ventelisten i vedtaket.",
             nn = "Gi plassen, eller kjøp ein; ta bort ventelista i vedtaket." } },
  -- Andre ledd: den som venter, har rett til forsvarlig hjelp så lenge.
  punkt { nummer = "ventetid", nivaa = "stopp", gjelder = "/sak/tjenester/tjeneste[@kode='LTO'][vedtak]",
    hjemmel = { "pbrl.2-1e", "hol.4-1" },
    naar = er("paa_venteliste"), krav = er("hjelp_i_ventetiden"), sted = "vedtak/venteliste",
    tekst = { nb = "Søkeren står på venteliste, men vedtaket sier ikke hvilken hjelp søkeren får i ventetiden.",
              nn = "Søkjaren står på venteliste, men vedtaket seier ikkje kva hjelp søkjaren får i ventetida." },
    hvor = { nb = "Skriv midlertidig på ventelisten, og vis til vedtaket om hjelpen.",
             nn = "Skriv midlertidig på ventelista, og vis til vedtaket om hjelpa." } },
  punkt { nummer = "lokal_forskrift", nivaa = "stopp", gjelder = "/sak/tjenester/tjeneste[@kode='LTO'][vedtak]",
    hjemmel = "hol.3-2a",
    naar = ikke(er("langtid_eneste_forsvarlige")), krav = finnes("lokal_forskrift"), sted = "vedtak",
    tekst = { nb = "Kriteriene for langtidsopphold står i kommunens forskrift, og vedtaket viser ikke til den.",
              nn = "Kriteria for langtidsopphald står i forskrifta til kommunen, og vedtaket viser ikkje til ho." },
    hvor = { nb = "Skriv lokalForskrift under vedtaket.", nn = "Skriv lokalForskrift under vedtaket." } },
  -- Fra døgn 61 i kalenderåret betales korttidsopphold som langtidsopphold, og det krever sitt eget vedtak.
  punkt { nummer = "korttid_60", nivaa = "stopp", gjelder = "/sak/tjenester/tjeneste[@kode='KTO'][vedtak]",
    hjemmel = { "egenandelsforskriften.4", "egenandelsforskriften.3" },
    naar = alle { finnes("kto_doegn_i_aar"), over("kto_doegn_i_aar", 60) }, krav = er("eget_vedtak_om_betaling"),
    sted = "vedtak/egenandel",
    tekst = { nb = "Søkeren har mer enn 60 døgn på korttidsopphold i år. Da betales det som langtidsopphold, i eget vedtak.",
              nn = "Søkjaren har meir enn 60 døgn på korttidsopphald i år. Då skal det betalast som langtidsopphald, i eige vedtak." },
    hvor = { nb = "Skriv egenandel med egetVedtak=\"ja\", og lag vedtaket om betaling.",
             nn = "Skriv egenandel med egetVedtak=\"ja\", og lag vedtaket om betaling." } },
}
