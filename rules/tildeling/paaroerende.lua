-- Tiltak for den som har særlig tyngende omsorgsarbeid: opplæring, avlastning og omsorgsstønad (hol. § 3-6, pbrl. § 2-8).
-- Omsorgsyteren er selv part: vedtaket går til henne, og hun har sin egen klagerett. Hun har rett til vedtak om tiltak og
-- hvilke, ikke til et bestemt tiltak; derfor er valget av tiltak et skjønn et menneske har gjort.

local function opphold()
  return vilkaar "opphold" { hjemmel = "hol.3-1", er("oppholder_seg_i_kommunen"),
    tekst = { nb = "Den du har omsorg for, bor eller oppholder seg i kommunen",
              nn = "Den du har omsorg for, bur eller oppheld seg i kommunen" } }
end
local function tyngende()
  return vilkaar "tyngende" { hjemmel = "pbrl.2-8", er("saerlig_tyngende_omsorg"),
    tekst = { nb = "Omsorgsarbeidet ditt er særlig tyngende", nn = "Omsorgsarbeidet ditt er særleg tyngjande" } }
end
local function noedvendig()
  return vilkaar "noedvendig" { hjemmel = "hol.3-6", er("omsorgen_er_noedvendig"),
    tekst = { nb = "Omsorgen du gir, er nødvendig, og kommunen måtte ellers ha gitt den",
              nn = "Omsorga du gir, er nødvendig, og kommunen måtte elles ha gitt ho" } }
end

regel "opplaering_av_paaroerende" {
  gjelder = "/sak/tjenester/tjeneste[@kode='OPP']",
  hjemmel = { { "pbrl.2-8", rolle = "rett" }, { "hol.3-6.1", rolle = "plikt" },
    { "pbrl.2-7", rolle = "saksbehandling" } },
  egenskaper = {
    kode = "OPP", regime = "A", egenandel = "ingen", iplos_kreves = "nei", regelen_forklart = "ja", paaroerende = "ja",
    tittel = { nb = "opplæring og veiledning for pårørende",
               nn = "opplæring og rettleiing for pårørande" },
    tittel_bestemt = { nb = "opplæringen", nn = "opplæringa" },
    formaal = {
      nb = "Opplæringen skal gjøre det lettere for deg å gi omsorg og å ta vare på deg selv.",
      nn = "Opplæringa skal gjere det lettare for deg å gi omsorg og å ta vare på deg sjølv.",
    },
    maalgruppe = {
      nb = "Den er for deg som har særlig tyngende omsorgsarbeid.",
      nn = "Ho er for deg som har særleg tyngjande omsorgsarbeid.",
    },
    omfatter = { nb = "samtaler, kurs og praktisk veiledning", nn = "samtalar, kurs og praktisk rettleiing" },
    omfatter_ikke = { nb = "behandling av egen sykdom", nn = "behandling av eigen sjukdom" },
    start = { nb = "senest fire uker etter vedtaket", nn = "seinast fire veker etter vedtaket" },
  },
  oppslag = { momenter = "OPP" },
  vedtak_i = "utfall",
  innvilges_naar = alle { opphold(), tyngende(),
    vilkaar "nytte" { hjemmel = "hol.3-6.1", er("paaroerende_trenger_opplaering"),
      tekst = { nb = "Opplæring eller veiledning kan gjøre omsorgen lettere for deg",
                nn = "Opplæring eller rettleiing kan gjere omsorga lettare for deg" } },
  },
}

regel "avlastning" {
  gjelder = "/sak/tjenester/tjeneste[@kode='AVL']",
  hjemmel = { { "pbrl.2-8", rolle = "rett" }, { "hol.3-6.2", rolle = "plikt" },
    { "pbrl.2-7", rolle = "saksbehandling" }, { "kriterier.avl", rolle = "kriterier" } },
  egenskaper = {
    kode = "AVL", regime = "A", egenandel = "ingen", iplos = "7", iplos_kreves = "ja", regelen_forklart = "ja",
    paaroerende = "ja",
    tittel = { nb = "avlastning", nn = "avlasting" },
    tittel_bestemt = { nb = "avlastningen", nn = "avlastinga" },
    formaal = {
      nb = "Avlastningen skal gi deg fri og hvile, slik at du kan fortsette med omsorgen.",
      nn = "Avlastinga skal gi deg fri og kvile, slik at du kan halde fram med omsorga.",
    },
    maalgruppe = {
      nb = "Den er for deg som har særlig tyngende omsorgsarbeid for en som trenger mye hjelp.",
      nn = "Ho er for deg som har særleg tyngjande omsorgsarbeid for ein som treng mykje hjelp.",
    },
    omfatter = { nb = "avlastning hjemme, i en annen familie, i avlastningsbolig eller på institusjon",
                 nn = "avlasting heime, i ein annan familie, i avlastingsbustad eller på institusjon" },
    omfatter_ikke = { nb = "vanlig barnepass og opphold som er helsehjelp for den du har omsorg for",
                      nn = "vanleg barnepass og opphald som er helsehjelp for den du har omsorg for" },
    start = { nb = "senest fire uker etter vedtaket", nn = "seinast fire veker etter vedtaket" },
  },
  oppslag = { momenter = "AVL" },
  vedtak_i = "utfall",
  innvilges_naar = alle { opphold(), noedvendig(), tyngende(),
    vilkaar "tiltak" { hjemmel = "kriterier.avl", er("avlastning_beste_tiltak"),
      tekst = { nb = "Avlastning er et tiltak som hjelper i din situasjon",
                nn = "Avlasting er eit tiltak som hjelper i din situasjon" } },
  },
  delvis_naar = er("soekt_over_behovet"),
  unntak = {
    unntak "saerlige_grunner" { gir = ja, hjemmel = { "pbrl.2-8", "hol.4-1" },
      naar = alle { er("saerlige_grunner"), er("oppholder_seg_i_kommunen"), er("omsorgen_er_noedvendig"),
        er("saerlig_tyngende_omsorg") },
      tekst = { nb = "Du får avlastning likevel, fordi det er særlige grunner til det i din situasjon",
                nn = "Du får avlasting likevel, fordi det er særlege grunnar til det i din situasjon" } },
  },
}

regel "omsorgsstoenad" {
  gjelder = "/sak/tjenester/tjeneste[@kode='OMS']",
  hjemmel = { { "pbrl.2-8", rolle = "rett" }, { "hol.3-6.3", rolle = "plikt" },
    { "pbrl.2-7", rolle = "saksbehandling" }, { "kriterier.oms", rolle = "kriterier" } },
  egenskaper = {
    kode = "OMS", regime = "A", egenandel = "ingen", iplos = "11", iplos_kreves = "ja", regelen_forklart = "ja",
    paaroerende = "ja",
    tittel = { nb = "omsorgsstønad", nn = "omsorgsstønad" },
    tittel_bestemt = { nb = "omsorgsstønaden", nn = "omsorgsstønaden" },
    formaal = {
      nb = "Omsorgsstønad er betaling for omsorg som kommunen ellers måtte ha gitt.",
      nn = "Omsorgsstønad er betaling for omsorg som kommunen elles måtte ha gitt.",
    },
    maalgruppe = {
      nb = "Den er for deg som har særlig tyngende omsorgsarbeid, når det er best at du gir omsorgen.",
      nn = "Han er for deg som har særleg tyngjande omsorgsarbeid, når det er best at du gir omsorga.",
    },
    omfatter = { nb = "betaling for timene som står i vedtaket", nn = "betaling for timane som står i vedtaket" },
    omfatter_ikke = { nb = "full lønn for all omsorgen du gir", nn = "full løn for all omsorga du gir" },
    start = { nb = "fra dagen som står i vedtaket", nn = "frå dagen som står i vedtaket" },
  },
  oppslag = { momenter = "OMS" },
  vedtak_i = "utfall",
  innvilges_naar = alle { opphold(), noedvendig(), tyngende(),
    vilkaar "beste_loesning" { hjemmel = "kriterier.oms", er("omsorg_fra_paaroerende_best"),
      tekst = { nb = "Det er best at det er du som gir omsorgen", nn = "Det er best at det er du som gir omsorga" } },
    vilkaar "tiltak" { hjemmel = "kriterier.oms", er("omsorgsstoenad_beste_tiltak"),
      tekst = { nb = "Omsorgsstønad er et tiltak som hjelper i din situasjon",
                nn = "Omsorgsstønad er eit tiltak som hjelper i din situasjon" } },
  },
  delvis_naar = er("soekt_over_behovet"),
  unntak = {
    unntak "saerlige_grunner" { gir = ja, hjemmel = { "pbrl.2-8", "hol.4-1" },
      naar = alle { er("saerlige_grunner"), er("oppholder_seg_i_kommunen"), er("omsorgen_er_noedvendig"),
        er("saerlig_tyngende_omsorg") },
      tekst = { nb = "Du får omsorgsstønad likevel, fordi det er særlige grunner til det i din situasjon",
                nn = "Du får omsorgsstønad likevel, fordi det er særlege grunnar til det i din situasjon" } },
  },
}

fakta {
  part_er_omsorgsyter = janei {
    tekst = { nb = "vedtaket gjelder omsorgsyteren", nn = "vedtaket gjeld omsorgsytaren" },
    finnes = "/sak/parter/part[@rolle='omsorgsyter' and @id=$her/@part]",
  },
  brevet_til_en_annen = janei {
    tekst = { nb = "brevet går til en annen enn omsorgsyteren og den som handler for henne",
              nn = "brevet går til ein annan enn omsorgsytaren og den som handlar for henne" },
    finnes = "/sak/parter/part[@mottaker='ja' and @id!=$her/@part and not(@for=$her/@part)]",
  },
  diagnose_i_vedtaket = janei {
    tekst = { nb = "diagnosen til den andre står i vedtaket", nn = "diagnosen til den andre står i vedtaket" },
    finnes = "/sak/kartlegging/diagnose[contains($vedtakstekst, normalize-space(.))]",
  },
}
sjekkliste "vedtak_paaroerende" {
  dokument = { "vedtak" },
  punkt { nummer = "omsorgsyter", nivaa = "stopp",
    gjelder = "/sak/tjenester/tjeneste[@kode='OMS' or @kode='AVL' or @kode='OPP'][vedtak]", hjemmel = "pbrl.2-8",
    krav = er("part_er_omsorgsyter"),
    tekst = { nb = "Omsorgsyteren er part i denne saken og skal ha vedtaket. Saken sier ikke hvem det er.",
              nn = "Omsorgsytaren er part i denne saka og skal ha vedtaket. Saka seier ikkje kven det er." },
    hvor = { nb = "Skriv part på tjenesten, med id-en til parten som har rollen omsorgsyter.",
             nn = "Skriv part på tenesta, med id-en til parten som har rolla omsorgsyter." } },
  -- Det som står i vedtaket, handler om omsorgsyteren. Den hun har omsorg for, får eget vedtak om sine tjenester.
  punkt { nummer = "omsorgsyter_faar", nivaa = "stopp",
    gjelder = "/sak/tjenester/tjeneste[@kode='OMS' or @kode='AVL' or @kode='OPP'][vedtak]",
    hjemmel = { "pbrl.2-8", "fvl.27" },
    naar = er("part_er_omsorgsyter"), krav = ikke(er("brevet_til_en_annen")), sted = "/sak/parter",
    tekst = { nb = "Vedtaket gjelder omsorgsyteren, men brevet går til en annen.",
              nn = "Vedtaket gjeld omsorgsytaren, men brevet går til ein annan." },
    hvor = { nb = "La omsorgsyteren være mottaker; den andre kan få kopi når omsorgsyteren sier ja.",
             nn = "La omsorgsytaren vere mottakar; den andre kan få kopi når omsorgsytaren seier ja." } },
  -- Helseopplysninger om den andre tas bare med så langt de trengs (fvl. § 13, hol. § 12-1).
  punkt { nummer = "diagnose", nivaa = "varsel",
    gjelder = "/sak/tjenester/tjeneste[@kode='OMS' or @kode='AVL' or @kode='OPP'][vedtak]",
    hjemmel = { "hol.12-1", "fvl.13" },
    naar = finnes("vedtakstekst"), krav = ikke(er("diagnose_i_vedtaket")), sted = "vedtak",
    tekst = { nb = "Diagnosen til den omsorgen gjelder, står i brevet til omsorgsyteren. Ta bare med det som trengs for å forstå vedtaket.",
              nn = "Diagnosen til den omsorga gjeld, står i brevet til omsorgsytaren. Ta berre med det som trengst for å forstå vedtaket." },
    hvor = { nb = "Skriv hva hjelpebehovet går ut på, og la diagnosen ligge i saken.",
             nn = "Skriv kva hjelpebehovet går ut på, og la diagnosen liggje i saka." } },
}
