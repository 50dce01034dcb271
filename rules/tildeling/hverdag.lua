-- Mat hjem, dagtilbud og hjelp til å skaffe bolig. Mat og dagtilbud finnes i to slag, som alarmen: som del av nødvendig bistand
-- (rettighet, regime A) og som tilbud kommunen gir (regime B). Det er behovet som avgjør, ikke navnet.

local function opphold()
  return vilkaar "opphold" { hjemmel = "hol.3-1", er("oppholder_seg_i_kommunen"),
    tekst = { nb = "Du bor eller oppholder deg i kommunen", nn = "Du bur eller oppheld deg i kommunen" } }
end
local LIKEVEL = {
  nb = "Du får tilbudet likevel, fordi det er særlige grunner til det i din situasjon",
  nn = "Du får tilbodet likevel, fordi det er særlege grunnar til det i din situasjon",
}
local HJEMME = { "egen_bolig", "leid_bolig", "omsorgsbolig", "hos_foreldre", "hos_andre" }

regel "mat_som_bistand" {
  gjelder = "/sak/tjenester/tjeneste[@kode='MAB']",
  hjemmel = { { "pbrl.2-1", rolle = "rett" }, { "hol.3-2.6b", rolle = "plikt" },
    { "pbrl.2-7", rolle = "saksbehandling" }, { "kriterier.mat", rolle = "kriterier" } },
  egenskaper = {
    kode = "MAB", regime = "A", egenandel = "lokal", iplos = "5", iplos_kreves = "ja", regelen_forklart = "ja",
    tittel = { nb = "middag levert hjem", nn = "middag levert heim" },
    tittel_bestemt = { nb = "matleveringen", nn = "matleveringa" },
    undertittel = { nb = "som del av hjelpen du har rett til", nn = "som del av hjelpa du har rett til" },
    formaal = { nb = "Maten skal gjøre at du får i deg det du trenger for å holde deg frisk.",
                nn = "Maten skal gjere at du får i deg det du treng for å halde deg frisk." },
    maalgruppe = {
      nb = "Den er for deg som er syk eller svekket, og som ikke får nok mat uten hjelp.",
      nn = "Han er for deg som er sjuk eller svekt, og som ikkje får nok mat utan hjelp.",
    },
    omfatter = { nb = "levering av ferdig middag", nn = "levering av ferdig middag" },
    omfatter_ikke = { nb = "hjelp til å spise; den søker du om for seg",
                      nn = "hjelp til å ete; den søkjer du om for seg" },
    start = { nb = "senest en uke etter vedtaket", nn = "seinast ei veke etter vedtaket" },
  },
  oppslag = { momenter = "MAT" },
  utregninger = { "pris_middag" },
  vedtak_i = "utfall",
  innvilges_naar = alle {
    opphold(),
    vilkaar "noedvendig" { hjemmel = "pbrl.2-1", er("mat_er_noedvendig_bistand"),
      tekst = { nb = "Uten maten får du ikke i deg det du trenger",
                nn = "Utan maten får du ikkje i deg det du treng" } },
    vilkaar "klarer_ikke" { hjemmel = "kriterier.mat", er("skaffer_mat_selv", nei),
      tekst = { nb = "Du kan ikke skaffe deg maten på en annen måte",
                nn = "Du kan ikkje skaffe deg maten på ein annan måte" } },
  },
  delvis_naar = er("soekt_over_behovet"),
  unntak = {
    unntak "saerlige_grunner" { gir = ja, hjemmel = { "pbrl.2-1", "hol.4-1" }, tekst = LIKEVEL,
      naar = alle { er("saerlige_grunner"), er("oppholder_seg_i_kommunen"), er("mat_er_noedvendig_bistand") } },
  },
}
regel "mat_som_tilbud" {
  gjelder = "/sak/tjenester/tjeneste[@kode='MAT']",
  hjemmel = { { "kriterier.mat", rolle = "kriterier" }, { "fvl.2", rolle = "saksbehandling" } },
  egenskaper = {
    kode = "MAT", regime = "B", egenandel = "lokal", iplos = "5", iplos_kreves = "nei", regelen_forklart = "ja",
    tittel = { nb = "middag levert hjem", nn = "middag levert heim" },
    tittel_bestemt = { nb = "matleveringen", nn = "matleveringa" },
    formaal = { nb = "Matlevering er et tilbud kommunen gir, for at du skal kunne spise godt hjemme.",
                nn = "Matlevering er eit tilbod kommunen gir, for at du skal kunne ete godt heime." },
    maalgruppe = {
      nb = "Det er for deg som har vanskelig for å lage eller hente middag selv.",
      nn = "Det er for deg som har vanskeleg for å lage eller hente middag sjølv.",
    },
    omfatter = { nb = "levering av ferdig middag", nn = "levering av ferdig middag" },
    omfatter_ikke = { nb = "innkjøp og hjelp til å spise", nn = "innkjøp og hjelp til å ete" },
    start = { nb = "senest to uker etter vedtaket", nn = "seinast to veker etter vedtaket" },
  },
  oppslag = { momenter = "MAT" },
  utregninger = { "pris_middag" },
  vedtak_i = "utfall",
  innvilges_naar = alle {
    vilkaar "hjemme" { hjemmel = "kriterier.mat", er("boform", HJEMME),
      tekst = { nb = "Du bor hjemme", nn = "Du bur heime" } },
    vilkaar "klarer_ikke" { hjemmel = "kriterier.mat", er("skaffer_mat_selv", nei),
      tekst = { nb = "Du har vanskelig for å lage eller hente middag selv",
                nn = "Du har vanskeleg for å lage eller hente middag sjølv" } },
  },
  delvis_naar = er("soekt_over_behovet"),
  unntak = {
    unntak "bistand" { gir = nei, hjemmel = { "pbrl.2-1", "hol.3-2.6b" }, naar = er("mat_er_noedvendig_bistand"),
      tekst = { nb = "Maten er en del av hjelpen du trenger. Da er den en rettighet",
                nn = "Maten er ein del av hjelpa du treng. Då er han ein rett" } },
    unntak "saerlige_grunner" { gir = ja, hjemmel = "kriterier.mat", tekst = LIKEVEL,
      naar = alle { er("saerlige_grunner"), er("mat_er_noedvendig_bistand", nei) } },
  },
}

regel "dagaktivitet_demens" {
  gjelder = "/sak/tjenester/tjeneste[@kode='DAG']",
  hjemmel = { { "pbrl.2-1", rolle = "rett" }, { "hol.3-2.7", rolle = "plikt" },
    { "pbrl.2-7", rolle = "saksbehandling" }, { "kriterier.dag", rolle = "kriterier" } },
  egenskaper = {
    kode = "DAG", regime = "A", egenandel = "lokal", iplos = "4", iplos_kreves = "ja", regelen_forklart = "ja",
    tittel = { nb = "dagaktivitetstilbud", nn = "dagaktivitetstilbod" },
    tittel_bestemt = { nb = "dagaktivitetstilbudet", nn = "dagaktivitetstilbodet" },
    formaal = { nb = "Tilbudet skal gi deg gode dager med aktivitet, mat og folk rundt deg.",
                nn = "Tilbodet skal gi deg gode dagar med aktivitet, mat og folk rundt deg." },
    maalgruppe = { nb = "Det er for deg som har demens og bor hjemme.",
                   nn = "Det er for deg som har demens og bur heime." },
    omfatter = { nb = "aktiviteter, måltid og skyss fram og tilbake",
                 nn = "aktivitetar, måltid og skyss fram og tilbake" },
    omfatter_ikke = { nb = "medisinsk behandling", nn = "medisinsk behandling" },
    start = { nb = "senest fire uker etter vedtaket", nn = "seinast fire veker etter vedtaket" },
  },
  oppslag = { momenter = "DAG" },
  utregninger = { "pris_dagtilbud" },
  vedtak_i = "utfall",
  innvilges_naar = alle {
    opphold(),
    vilkaar "demens" { hjemmel = "hol.3-2.7", er("har_demens"),
      tekst = { nb = "Du har demens", nn = "Du har demens" } },
    vilkaar "hjemme" { hjemmel = "hol.3-2.7", er("boform", HJEMME),
      tekst = { nb = "Du bor hjemme", nn = "Du bur heime" } },
    vilkaar "nytte" { hjemmel = "kriterier.dag", er("kan_ha_glede_av_dagtilbud"),
      tekst = { nb = "Du kan ha glede av å være sammen med andre", nn = "Du kan ha glede av å vere saman med andre" } },
  },
  delvis_naar = er("soekt_over_behovet"),
  unntak = {
    unntak "saerlige_grunner" { gir = ja, hjemmel = { "hol.3-2.7", "hol.4-1" }, tekst = LIKEVEL,
      naar = alle { er("saerlige_grunner"), er("oppholder_seg_i_kommunen"), er("har_demens"), er("boform", HJEMME) } },
  },
}

-- DAS: er det ikke avklart om tilbudet er nødvendig, følger saken rettighetssporet til det er det. Ukjent er aldri nei.
-- Opplysningen leses der de andre leses: på tjenesten, ellers i den siste kartleggingen som har den, ellers på saken.
local O = "opplysning[@navn='dagtilbud_er_noedvendig_bistand']"
local NEI = "[@verdi='nei' or @verdi='false']"
local BARE_ET_TILBUD = O .. NEI .. " or (not(" .. O .. ") and /sak/kartlegging[" .. O .. "][last()]/" .. O .. NEI .. ")"
  .. " or (not(" .. O .. ") and not(/sak/kartlegging/" .. O .. ") and /sak/" .. O .. NEI .. ")"
regel "dagsenter_som_bistand" {
  gjelder = "/sak/tjenester/tjeneste[@kode='DAS'][not(" .. BARE_ET_TILBUD .. ")]",
  hjemmel = { { "pbrl.2-1", rolle = "rett" }, { "hol.3-2.6b", rolle = "plikt" },
    { "pbrl.2-7", rolle = "saksbehandling" }, { "kriterier.dag", rolle = "kriterier" } },
  egenskaper = {
    kode = "DAS", regime = "A", egenandel = "lokal", iplos = "4", iplos_kreves = "ja", regelen_forklart = "ja",
    tittel = { nb = "dagsentertilbud", nn = "dagsentertilbod" },
    tittel_bestemt = { nb = "plassen på dagsenteret", nn = "plassen på dagsenteret" },
    undertittel = { nb = "som del av hjelpen du har rett til", nn = "som del av hjelpa du har rett til" },
    formaal = { nb = "Dagsenteret skal gi deg en trygg dag med aktivitet og hjelp.",
                nn = "Dagsenteret skal gi deg ein trygg dag med aktivitet og hjelp." },
    maalgruppe = { nb = "Det er for deg som trenger tilbudet for å klare hverdagen.",
                   nn = "Det er for deg som treng tilbodet for å klare kvardagen." },
    omfatter = { nb = "aktiviteter, måltid og hjelp du trenger mens du er der",
                 nn = "aktivitetar, måltid og hjelp du treng medan du er der" },
    omfatter_ikke = { nb = "hjelp hjemme; den søker du om for seg", nn = "hjelp heime; den søkjer du om for seg" },
    start = { nb = "senest fire uker etter vedtaket", nn = "seinast fire veker etter vedtaket" },
  },
  oppslag = { momenter = "DAG" },
  utregninger = { "pris_dagtilbud" },
  vedtak_i = "utfall",
  innvilges_naar = alle {
    opphold(),
    vilkaar "noedvendig" { hjemmel = "pbrl.2-1", er("dagtilbud_er_noedvendig_bistand"),
      tekst = { nb = "Du trenger tilbudet for å klare hverdagen", nn = "Du treng tilbodet for å klare kvardagen" } },
    vilkaar "nytte" { hjemmel = "kriterier.dag", er("kan_ha_glede_av_dagtilbud"),
      tekst = { nb = "Du kan ha nytte av tilbudet", nn = "Du kan ha nytte av tilbodet" } },
  },
  delvis_naar = er("soekt_over_behovet"),
  unntak = {
    unntak "saerlige_grunner" { gir = ja, hjemmel = { "pbrl.2-1", "hol.4-1" }, tekst = LIKEVEL,
      naar = alle { er("saerlige_grunner"), er("oppholder_seg_i_kommunen"), er("dagtilbud_er_noedvendig_bistand") } },
  },
}
regel "dagsenter_som_tilbud" {
  gjelder = "/sak/tjenester/tjeneste[@kode='DAS'][" .. BARE_ET_TILBUD .. "]",
  hjemmel = { { "kriterier.dag", rolle = "kriterier" }, { "fvl.2", rolle = "saksbehandling" } },
  egenskaper = {
    kode = "DAS", regime = "B", egenandel = "lokal", iplos = "4", iplos_kreves = "nei", regelen_forklart = "ja",
    tittel = { nb = "dagsentertilbud", nn = "dagsentertilbod" },
    tittel_bestemt = { nb = "plassen på dagsenteret", nn = "plassen på dagsenteret" },
    formaal = { nb = "Dagsenteret er et tilbud kommunen gir, for at du skal ha noe å gå til og folk å være sammen med.",
                nn = "Dagsenteret er eit tilbod kommunen gir, for at du skal ha noko å gå til og folk å vere saman med." },
    maalgruppe = { nb = "Det er for deg som er mye alene og bor hjemme.",
                   nn = "Det er for deg som er mykje åleine og bur heime." },
    omfatter = { nb = "aktiviteter og måltid", nn = "aktivitetar og måltid" },
    omfatter_ikke = { nb = "stell og behandling", nn = "stell og behandling" },
    start = { nb = "når det er en ledig plass", nn = "når det er ein ledig plass" },
  },
  oppslag = { momenter = "DAG" },
  utregninger = { "pris_dagtilbud" },
  vedtak_i = "utfall",
  innvilges_naar = alle {
    vilkaar "hjemme" { hjemmel = "kriterier.dag", er("boform", HJEMME),
      tekst = { nb = "Du bor hjemme", nn = "Du bur heime" } },
    vilkaar "nytte" { hjemmel = "kriterier.dag", er("kan_ha_glede_av_dagtilbud"),
      tekst = { nb = "Du kan ha glede av å være sammen med andre", nn = "Du kan ha glede av å vere saman med andre" } },
  },
  delvis_naar = er("soekt_over_behovet"),
  unntak = {
    unntak "saerlige_grunner" { gir = ja, hjemmel = "kriterier.dag", tekst = LIKEVEL, naar = er("saerlige_grunner") },
  },
}

-- BOB: hjelp til å skaffe og beholde bolig. Ikke en bestemt bolig, men hjelp som passer for denne personen.
regel "boligsosial_hjelp" {
  gjelder = "/sak/tjenester/tjeneste[@kode='BOB']",
  hjemmel = { { "bsl.6", rolle = "rett" }, { "fvl.2", rolle = "saksbehandling" } },
  egenskaper = {
    kode = "BOB", regime = "C", egenandel = "ingen", iplos_kreves = "nei", regelen_forklart = "ja",
    tittel = { nb = "hjelp til å skaffe bolig", nn = "hjelp til å skaffe bustad" },
    tittel_bestemt = { nb = "hjelpen til å skaffe bolig", nn = "hjelpa til å skaffe bustad" },
    formaal = { nb = "Hjelpen skal gjøre at du får en bolig du kan bo i, og kan beholde den.",
                nn = "Hjelpa skal gjere at du får ein bustad du kan bu i, og kan behalde han." },
    maalgruppe = { nb = "Den er for deg som ikke klarer å skaffe eller beholde en egnet bolig selv.",
                   nn = "Ho er for deg som ikkje klarar å skaffe eller behalde ein eigna bustad sjølv." },
    omfatter = { nb = "råd, hjelp til å søke, økonomiske ordninger og oppfølging i boligen",
                 nn = "råd, hjelp til å søkje, økonomiske ordningar og oppfølging i bustaden" },
    omfatter_ikke = { nb = "rett til en bestemt bolig", nn = "rett til ein bestemt bustad" },
    start = { nb = "så snart som mulig", nn = "så snart som råd" },
  },
  oppslag = { momenter = "BOB" },
  vedtak_i = "utfall",
  innvilges_naar = alle {
    vilkaar "vanskeligstilt" { hjemmel = "bsl.6", er("vanskeligstilt_paa_boligmarkedet"),
      tekst = { nb = "Du klarer ikke å skaffe eller beholde en egnet bolig selv",
                nn = "Du klarar ikkje å skaffe eller behalde ein eigna bustad sjølv" } },
    vilkaar "trenger_hjelp" { hjemmel = "bsl.6", er("trenger_hjelp_til_bolig"),
      tekst = { nb = "Du trenger hjelp for å få det til", nn = "Du treng hjelp for å få det til" } },
  },
}
