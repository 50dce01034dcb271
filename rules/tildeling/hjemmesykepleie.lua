-- HSH: helsetjenester i hjemmet. En rettighet; alltid gratis.

regel "hjemmesykepleie" {
  gjelder = "/sak/tjenester/tjeneste[@kode='HSH']",
  hjemmel = { { "pbrl.2-1", rolle = "rett" }, { "hol.3-2.6a", rolle = "plikt" },
    { "pbrl.2-7", rolle = "saksbehandling" }, { "kriterier.hsh", rolle = "kriterier" } },
  egenskaper = {
    kode = "HSH", regime = "A", egenandel = "ingen", iplos = "15", iplos_kreves = "ja", regelen_forklart = "ja",
    tittel = { nb = "hjemmesykepleie", nn = "heimesjukepleie" },
    tittel_bestemt = { nb = "hjemmesykepleien", nn = "heimesjukepleia" },
    formaal = {
      nb = "Hjemmesykepleie skal gi deg den helsehjelpen du trenger for å bo hjemme.",
      nn = "Heimesjukepleie skal gi deg den helsehjelpa du treng for å bu heime.",
    },
    maalgruppe = {
      nb = "Hjelpen er for deg som er syk eller har mistet funksjon, og som ikke kan komme deg til hjelpen.",
      nn = "Hjelpa er for deg som er sjuk eller har mista funksjon, og som ikkje kan kome deg til hjelpa.",
    },
    omfatter = {
      nb = "medisiner, sårstell, injeksjoner, måling og oppfølging av sykdom, personlig stell og hjelp ved livets slutt",
      nn = "medisinar, sårstell, injeksjonar, måling og oppfølging av sjukdom, personleg stell og hjelp ved slutten av livet",
    },
    omfatter_ikke = { nb = "rengjøring, innkjøp og følge til avtaler",
                      nn = "reingjering, innkjøp og følgje til avtalar" },
    start = { nb = "så snart som mulig og senest tre dager etter vedtaket",
              nn = "så snart som råd og seinast tre dagar etter vedtaket" },
  },
  oppslag = { momenter = "HSH" },
  vedtak_i = "utfall",
  innvilges_naar = alle {
    vilkaar "opphold" { hjemmel = "hol.3-1", er("oppholder_seg_i_kommunen"),
      tekst = { nb = "Du bor eller oppholder deg i kommunen", nn = "Du bur eller oppheld deg i kommunen" } },
    vilkaar "behov" { hjemmel = "pbrl.2-1", er("trenger_helsehjelp"),
      tekst = { nb = "Du trenger helsehjelp fordi du er syk eller har mistet funksjon",
                nn = "Du treng helsehjelp fordi du er sjuk eller har mista funksjon" } },
    vilkaar "hjemme" { hjemmel = "kriterier.hsh", er("kan_oppsoeke_hjelpen", nei),
      tekst = { nb = "Du kan ikke få hjelpen utenfor hjemmet", nn = "Du kan ikkje få hjelpa utanfor heimen" } },
    vilkaar "ikke_dekket" { hjemmel = "kriterier.hsh", er("dekkes_paa_annen_maate", nei),
      tekst = { nb = "Behovet ditt blir ikke dekket på en annen måte, for eksempel av fastlegen, apoteket, hjelpemidler eller teknologi",
                nn = "Behovet ditt blir ikkje dekt på ein annan måte, til dømes av fastlegen, apoteket, hjelpemiddel eller teknologi" } },
  },
  delvis_naar = er("soekt_over_behovet"),
  unntak = {
    unntak "saerlige_grunner" { gir = ja, hjemmel = { "pbrl.2-1", "hol.4-1" },
      naar = alle { er("saerlige_grunner"), er("oppholder_seg_i_kommunen"), er("trenger_helsehjelp") },
      tekst = { nb = "Du får hjelpen likevel, fordi det er særlige grunner til det i din situasjon",
                nn = "Du får hjelpa likevel, fordi det er særlege grunnar til det i din situasjon" } },
  },
}
