-- OMB: leie av omsorgsbolig. Loven gir ingen rett til en bestemt bolig; kommunens kriterier og forvaltningsloven gjelder.

regel "omsorgsbolig" {
  gjelder = "/sak/tjenester/tjeneste[@kode='OMB']",
  hjemmel = { { "kriterier.omsorgsbolig", rolle = "kriterier" }, { "fvl.2", rolle = "saksbehandling" } },
  egenskaper = {
    kode = "OMB", regime = "B", egenandel = "husleie", iplos = "29", iplos_kreves = "ja", regelen_forklart = "ja",
    tittel = { nb = "omsorgsbolig", nn = "omsorgsbustad" },
    tittel_bestemt = { nb = "omsorgsboligen", nn = "omsorgsbustaden" },
    formaal = {
      nb = "En omsorgsbolig er tilrettelagt, slik at du kan bo for deg selv og få hjelpen du trenger der.",
      nn = "Ein omsorgsbustad er lagd til rette, slik at du kan bu for deg sjølv og få hjelpa du treng der.",
    },
    maalgruppe = {
      nb = "Den er for deg som har en bolig du ikke lenger kan bo i, og som ikke kan bygges om.",
      nn = "Han er for deg som har ein bustad du ikkje lenger kan bu i, og som ikkje kan byggjast om.",
    },
    omfatter = { nb = "leie av tilrettelagt bolig", nn = "leige av tilrettelagd bustad" },
    omfatter_ikke = { nb = "hjelp i boligen; den søker du om for seg",
                      nn = "hjelp i bustaden; den søkjer du om for seg" },
    start = { nb = "når en bolig er ledig", nn = "når ein bustad er ledig" },
  },
  oppslag = { momenter = "OMB" },
  vedtak_i = "utfall",
  innvilges_naar = alle {
    vilkaar "opphold" { hjemmel = "kriterier.omsorgsbolig", er("oppholder_seg_i_kommunen"),
      tekst = { nb = "Du bor i kommunen", nn = "Du bur i kommunen" } },
    vilkaar "bolig" { hjemmel = "kriterier.omsorgsbolig", er("bolig_egnet", nei),
      tekst = { nb = "Boligen din passer ikke lenger for deg", nn = "Bustaden din passar ikkje lenger for deg" } },
    vilkaar "ikke_ombygging" { hjemmel = "kriterier.omsorgsbolig", er("bolig_kan_tilpasses", nei),
      tekst = { nb = "Boligen kan ikke bygges om slik at den passer",
                nn = "Bustaden kan ikkje byggjast om slik at han passar" } },
    vilkaar "varig" { hjemmel = "kriterier.omsorgsbolig", er("boligbehov_varig"),
      tekst = { nb = "Behovet ditt er varig", nn = "Behovet ditt er varig" } },
    vilkaar "ikke_institusjon" { hjemmel = "kriterier.omsorgsbolig", er("trenger_heldoegns_institusjon", nei),
      tekst = { nb = "Du trenger ikke plass på sykehjem", nn = "Du treng ikkje plass på sjukeheim" } },
  },
  unntak = {
    unntak "saerlige_grunner" { gir = ja, hjemmel = "kriterier.omsorgsbolig",
      naar = er("saerlige_grunner"),
      tekst = { nb = "Du får boligen likevel, fordi det er særlige grunner til det i din situasjon",
                nn = "Du får bustaden likevel, fordi det er særlege grunnar til det i din situasjon" } },
  },
}
