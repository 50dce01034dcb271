-- Behandling, trening og oppfølging. Det meste er helsehjelp som gis uten enkeltvedtak; klageretten er den samme (pbrl. § 7-2),
-- og derfor finnes reglene her også: den som får nei, skal få vite hvorfor og hvor hun kan klage.

local function opphold()
  return vilkaar "opphold" { hjemmel = "hol.3-1", er("oppholder_seg_i_kommunen"),
    tekst = { nb = "Du bor eller oppholder deg i kommunen", nn = "Du bur eller oppheld deg i kommunen" } }
end

regel "fysioterapi" {
  gjelder = "/sak/tjenester/tjeneste[@kode='FYS']",
  hjemmel = { { "pbrl.2-1", rolle = "rett" }, { "hol.3-2.5", rolle = "plikt" } },
  egenskaper = {
    kode = "FYS", regime = "A", enkeltvedtak = "nei", egenandel = "lov", iplos_kreves = "nei", regelen_forklart = "ja",
    tittel = { nb = "fysioterapi", nn = "fysioterapi" },
    tittel_bestemt = { nb = "fysioterapien", nn = "fysioterapien" },
    formaal = { nb = "Fysioterapi skal gjøre at du kan bevege deg bedre, få mindre vondt eller holde på det du kan.",
                nn = "Fysioterapi skal gjere at du kan røre deg betre, få mindre vondt eller halde på det du kan." },
    maalgruppe = { nb = "Den er for deg som trenger undersøkelse, trening eller behandling av fysioterapeut.",
                   nn = "Han er for deg som treng undersøking, trening eller behandling av fysioterapeut." },
    omfatter = { nb = "undersøkelse, behandling, trening og veiledning",
                 nn = "undersøking, behandling, trening og rettleiing" },
    omfatter_ikke = { nb = "medlemskap på treningssenter", nn = "medlemskap på treningssenter" },
    start = { nb = "etter hvor mye det haster for deg", nn = "etter kor mykje det hastar for deg" },
  },
  oppslag = { momenter = "FYS" },
  vedtak_i = "utfall",
  innvilges_naar = alle {
    opphold(),
    vilkaar "behov" { hjemmel = "pbrl.2-1", er("trenger_fysioterapi"),
      tekst = { nb = "Du trenger fysioterapi", nn = "Du treng fysioterapi" } },
  },
}

regel "ergoterapi" {
  gjelder = "/sak/tjenester/tjeneste[@kode='ERG']",
  hjemmel = { { "pbrl.2-1", rolle = "rett" }, { "hol.3-2.5", rolle = "plikt" } },
  egenskaper = {
    kode = "ERG", regime = "A", enkeltvedtak = "nei", egenandel = "ingen", iplos_kreves = "nei",
    regelen_forklart = "ja",
    tittel = { nb = "ergoterapi", nn = "ergoterapi" },
    tittel_bestemt = { nb = "ergoterapien", nn = "ergoterapien" },
    formaal = { nb = "Ergoterapi skal gjøre at du klarer det du vil og må i hverdagen.",
                nn = "Ergoterapi skal gjere at du klarar det du vil og må i kvardagen." },
    maalgruppe = { nb = "Den er for deg som har fått vansker med daglige gjøremål.",
                   nn = "Han er for deg som har fått vanskar med daglege gjeremål." },
    omfatter = { nb = "trening, hjelpemidler og råd om boligen", nn = "trening, hjelpemiddel og råd om bustaden" },
    omfatter_ikke = { nb = "ombygging av boligen", nn = "ombygging av bustaden" },
    start = { nb = "etter hvor mye det haster for deg", nn = "etter kor mykje det hastar for deg" },
  },
  oppslag = { momenter = "ERG" },
  vedtak_i = "utfall",
  innvilges_naar = alle {
    opphold(),
    vilkaar "behov" { hjemmel = "pbrl.2-1", er("trenger_ergoterapi"),
      tekst = { nb = "Du trenger ergoterapi for å klare daglige gjøremål",
                nn = "Du treng ergoterapi for å klare daglege gjeremål" } },
  },
}

regel "rehabilitering" {
  gjelder = "/sak/tjenester/tjeneste[@kode='REH']",
  hjemmel = { { "pbrl.2-1", rolle = "rett" }, { "hol.3-2.5", rolle = "plikt" } },
  egenskaper = {
    kode = "REH", regime = "A", enkeltvedtak = "nei", egenandel = "etter_sted", iplos_kreves = "nei",
    regelen_forklart = "ja",
    tittel = { nb = "rehabilitering", nn = "rehabilitering" },
    tittel_bestemt = { nb = "rehabiliteringen", nn = "rehabiliteringa" },
    formaal = { nb = "Rehabiliteringen skal gjøre at du kan leve mest mulig selvstendig og delta.",
                nn = "Rehabiliteringa skal gjere at du kan leve mest mogleg sjølvstendig og delta." },
    maalgruppe = { nb = "Den er for deg som har mistet eller kan miste funksjon, og har mål du vil trene mot.",
                   nn = "Ho er for deg som har mista eller kan miste funksjon, og har mål du vil trene mot." },
    omfatter = { nb = "trening og oppfølging fra flere faggrupper, etter mål du setter selv",
                 nn = "trening og oppfølging frå fleire faggrupper, etter mål du set sjølv" },
    omfatter_ikke = { nb = "behandling som sykehuset har ansvar for", nn = "behandling som sjukehuset har ansvar for" },
    start = { nb = "så snart teamet er klart", nn = "så snart teamet er klart" },
  },
  oppslag = { momenter = "REH" },
  vedtak_i = "utfall",
  innvilges_naar = alle {
    opphold(),
    vilkaar "behov" { hjemmel = "hol.3-2.5", er("trenger_rehabilitering"),
      tekst = { nb = "Du trenger hjelp fra flere faggrupper for å få tilbake eller holde på funksjon",
                nn = "Du treng hjelp frå fleire faggrupper for å få att eller halde på funksjon" } },
  },
}

-- PSY: hjelpen bygger på bokstav a når den gis hjemme som helsehjelp, og krever da enkeltvedtak.
regel "psykisk_helse_og_rus" {
  gjelder = "/sak/tjenester/tjeneste[@kode='PSY']",
  hjemmel = { { "pbrl.2-1", rolle = "rett" }, { "hol.3-1", rolle = "plikt" }, { "hol.3-2.6a", rolle = "plikt" },
    { "pbrl.2-7", rolle = "saksbehandling" } },
  egenskaper = {
    kode = "PSY", regime = "A", egenandel = "etter_innhold", iplos = "15", iplos_kreves = "ja", regelen_forklart = "ja",
    tittel = { nb = "oppfølging ved psykiske vansker eller rus", nn = "oppfølging ved psykiske vanskar eller rus" },
    tittel_bestemt = { nb = "oppfølgingen", nn = "oppfølginga" },
    formaal = { nb = "Oppfølgingen skal gjøre hverdagen din tryggere og lettere å leve i.",
                nn = "Oppfølginga skal gjere kvardagen din tryggare og lettare å leve i." },
    maalgruppe = { nb = "Den er for deg som har psykiske vansker eller vansker med rus, og trenger noen å gå til over tid.",
                   nn = "Ho er for deg som har psykiske vanskar eller vanskar med rus, og treng nokon å gå til over tid." },
    omfatter = { nb = "samtaler, hjelp i hverdagen og samarbeid med dem du har rundt deg",
                 nn = "samtalar, hjelp i kvardagen og samarbeid med dei du har rundt deg" },
    omfatter_ikke = { nb = "behandling som sykehuset har ansvar for", nn = "behandling som sjukehuset har ansvar for" },
    start = { nb = "senest to uker etter vedtaket", nn = "seinast to veker etter vedtaket" },
  },
  oppslag = { momenter = "PSY" },
  utregninger = { "to_g", "pris_pb_under_2g", "pris_pb_over_2g" },
  vedtak_i = "utfall",
  innvilges_naar = alle {
    opphold(),
    vilkaar "behov" { hjemmel = "pbrl.2-1", er("trenger_psykisk_oppfoelging"),
      tekst = { nb = "Du trenger oppfølging på grunn av psykiske vansker eller rus",
                nn = "Du treng oppfølging på grunn av psykiske vanskar eller rus" } },
    vilkaar "vil_selv" { hjemmel = "pbrl.4-1", er("vil_ha_oppfoelging"),
      tekst = { nb = "Du vil selv ha oppfølgingen", nn = "Du vil sjølv ha oppfølginga" } },
  },
  delvis_naar = er("soekt_over_behovet"),
}

regel "tilsynslege" {
  gjelder = "/sak/tjenester/tjeneste[@kode='TLE']",
  hjemmel = { { "pbrl.2-1", rolle = "rett" }, { "hol.3-2.4", rolle = "plikt" } },
  egenskaper = {
    kode = "TLE", regime = "A", enkeltvedtak = "nei", egenandel = "ingen", iplos_kreves = "nei",
    regelen_forklart = "ja",
    tittel = { nb = "tilsyn av lege på institusjonen", nn = "tilsyn av lege på institusjonen" },
    tittel_bestemt = { nb = "legetilsynet", nn = "legetilsynet" },
    formaal = { nb = "Legen skal følge med på helsen din så lenge du er på institusjonen.",
                nn = "Legen skal følgje med på helsa di så lenge du er på institusjonen." },
    maalgruppe = { nb = "Det er for deg som bor på institusjon.", nn = "Det er for deg som bur på institusjon." },
    omfatter = { nb = "undersøkelse, behandling og medisiner", nn = "undersøking, behandling og medisinar" },
    omfatter_ikke = { nb = "tannlege og spesialist", nn = "tannlege og spesialist" },
    start = { nb = "fra du kommer til institusjonen", nn = "frå du kjem til institusjonen" },
  },
  vedtak_i = "utfall",
  innvilges_naar = alle {
    opphold(),
    vilkaar "institusjon" { hjemmel = "hol.3-2.4", er("boform", "institusjon"),
      tekst = { nb = "Du bor på institusjon", nn = "Du bur på institusjon" } },
  },
}

regel "oeyeblikkelig_hjelp" {
  gjelder = "/sak/tjenester/tjeneste[@kode='OHJ']",
  hjemmel = { { "pbrl.2-1.foerste", rolle = "rett" }, { "hol.3-5", rolle = "plikt" } },
  egenskaper = {
    kode = "OHJ", regime = "A", enkeltvedtak = "nei", egenandel = "ingen", iplos = "25", iplos_kreves = "nei",
    regelen_forklart = "ja",
    tittel = { nb = "øyeblikkelig hjelp", nn = "augeblikkeleg hjelp" },
    tittel_bestemt = { nb = "den øyeblikkelige hjelpen", nn = "den augeblikkelege hjelpa" },
    formaal = { nb = "Den som trenger hjelp med en gang, skal få den med en gang.",
                nn = "Den som treng hjelp med ein gong, skal få ho med ein gong." },
    maalgruppe = { nb = "Hjelpen er for alle som er i kommunen.", nn = "Hjelpa er for alle som er i kommunen." },
    omfatter = { nb = "nødvendig helsehjelp og døgnplass når du kan hjelpes i kommunen",
                 nn = "nødvendig helsehjelp og døgnplass når du kan hjelpast i kommunen" },
    omfatter_ikke = { nb = "hjelp som bare sykehuset kan gi", nn = "hjelp som berre sjukehuset kan gi" },
    start = { nb = "straks", nn = "straks" },
  },
  vedtak_i = "utfall",
  innvilges_naar = vilkaar "haster" { hjemmel = "hol.3-5", er("trenger_hjelp_straks"),
    tekst = { nb = "Du trenger hjelp med en gang", nn = "Du treng hjelp med ein gong" } },
}

-- IP og KOO: to rettigheter som ofte følger hverandre, men som prøves hver for seg.
regel "individuell_plan" {
  gjelder = "/sak/tjenester/tjeneste[@kode='IP']",
  hjemmel = { { "pbrl.2-5", rolle = "rett" }, { "hol.7-1", rolle = "plikt" } },
  egenskaper = {
    kode = "IP", regime = "A", enkeltvedtak = "nei", egenandel = "ingen", iplos_kreves = "nei", regelen_forklart = "ja",
    tittel = { nb = "individuell plan", nn = "individuell plan" },
    tittel_bestemt = { nb = "den individuelle planen", nn = "den individuelle planen" },
    formaal = { nb = "Planen samler hjelpen din, slik at alle arbeider mot de samme målene.",
                nn = "Planen samlar hjelpa di, slik at alle arbeider mot dei same måla." },
    maalgruppe = { nb = "Den er for deg som trenger hjelp fra flere over lang tid.",
                   nn = "Han er for deg som treng hjelp frå fleire over lang tid." },
    omfatter = { nb = "en skriftlig plan med mål, tiltak og hvem som gjør hva",
                 nn = "ein skriftleg plan med mål, tiltak og kven som gjer kva" },
    omfatter_ikke = { nb = "rett til de enkelte tiltakene; dem søker du om for seg",
                      nn = "rett til dei einskilde tiltaka; dei søkjer du om for seg" },
    start = { nb = "når vi har hatt det første møtet med deg", nn = "når vi har hatt det første møtet med deg" },
  },
  vedtak_i = "utfall",
  innvilges_naar = alle {
    vilkaar "langvarig" { hjemmel = "pbrl.2-5", er("trenger_langvarige_tjenester"),
      tekst = { nb = "Du trenger hjelp i lang tid", nn = "Du treng hjelp i lang tid" } },
    vilkaar "koordinert" { hjemmel = "pbrl.2-5", er("trenger_koordinerte_tjenester"),
      tekst = { nb = "Du trenger hjelp fra flere som må samarbeide",
                nn = "Du treng hjelp frå fleire som må samarbeide" } },
  },
}
-- KOO: familien som har rett til barnekoordinator (pbrl. § 2-5 c), får den retten; ellers gjelder den alminnelige (§ 2-5 b).
local O = "opplysning[@navn='familie_med_rett_til_barnekoordinator']"
local JA = "[@verdi='ja' or @verdi='true']"
local FAMILIEN = O .. JA .. " or (not(" .. O .. ") and /sak/kartlegging[" .. O .. "][last()]/" .. O .. JA .. ")"
  .. " or (not(" .. O .. ") and not(/sak/kartlegging/" .. O .. ") and /sak/" .. O .. JA .. ")"

regel "koordinator" {
  gjelder = "/sak/tjenester/tjeneste[@kode='KOO'][not(" .. FAMILIEN .. ")]",
  hjemmel = { { "pbrl.2-5b", rolle = "rett" }, { "hol.7-2", rolle = "plikt" } },
  egenskaper = {
    kode = "KOO", regime = "A", enkeltvedtak = "nei", egenandel = "ingen", iplos_kreves = "nei",
    regelen_forklart = "ja",
    tittel = { nb = "koordinator", nn = "koordinator" },
    tittel_bestemt = { nb = "koordinatoren", nn = "koordinatoren" },
    formaal = { nb = "Koordinatoren skal holde i trådene, slik at du slipper å gjøre det selv.",
                nn = "Koordinatoren skal halde i trådane, slik at du slepp å gjere det sjølv." },
    maalgruppe = { nb = "Tilbudet er for deg som trenger hjelp fra flere over lang tid.",
                   nn = "Tilbodet er for deg som treng hjelp frå fleire over lang tid." },
    omfatter = { nb = "en fast person som samordner hjelpen og følger opp planen",
                 nn = "ein fast person som samordnar hjelpa og følgjer opp planen" },
    omfatter_ikke = { nb = "selve hjelpen; den søker du om for seg", nn = "sjølve hjelpa; den søkjer du om for seg" },
    start = { nb = "senest to uker etter avgjørelsen", nn = "seinast to veker etter avgjerda" },
  },
  vedtak_i = "utfall",
  innvilges_naar = noen {
    vilkaar "koordinator" { hjemmel = "pbrl.2-5b",
      alle { er("trenger_langvarige_tjenester"), er("trenger_koordinerte_tjenester") },
      tekst = { nb = "Du trenger hjelp fra flere som må samarbeide i lang tid",
                nn = "Du treng hjelp frå fleire som må samarbeide i lang tid" } },
    vilkaar "barnekoordinator" { hjemmel = { "pbrl.2-5c", "hol.7-2a" }, er("familie_med_rett_til_barnekoordinator"),
      tekst = { nb = "Familien har eller venter et barn med alvorlig sykdom, skade eller nedsatt funksjon, som trenger hjelp fra flere i lang tid",
                nn = "Familien har eller ventar eit barn med alvorleg sjukdom, skade eller nedsett funksjon, som treng hjelp frå fleire i lang tid" } },
  },
}
regel "barnekoordinator" {
  gjelder = "/sak/tjenester/tjeneste[@kode='KOO'][" .. FAMILIEN .. "]",
  hjemmel = { { "pbrl.2-5c", rolle = "rett" }, { "hol.7-2a", rolle = "plikt" } },
  egenskaper = {
    kode = "KOO", regime = "A", enkeltvedtak = "nei", egenandel = "ingen", iplos_kreves = "nei",
    regelen_forklart = "ja",
    tittel = { nb = "barnekoordinator", nn = "barnekoordinator" },
    tittel_bestemt = { nb = "barnekoordinatoren", nn = "barnekoordinatoren" },
    formaal = { nb = "Barnekoordinatoren skal holde i trådene for barnet og familien, slik at dere slipper å gjøre det selv.",
                nn = "Barnekoordinatoren skal halde i trådane for barnet og familien, slik at de slepp å gjere det sjølve." },
    maalgruppe = { nb = "Tilbudet er for familier som har eller venter et barn med alvorlig sykdom, skade eller nedsatt funksjon.",
                   nn = "Tilbodet er for familiar som har eller ventar eit barn med alvorleg sjukdom, skade eller nedsett funksjon." },
    omfatter = { nb = "en fast person som samordner hjelpen til barnet og familien",
                 nn = "ein fast person som samordnar hjelpa til barnet og familien" },
    omfatter_ikke = { nb = "selve hjelpen; den søker dere om for seg",
                      nn = "sjølve hjelpa; den søkjer de om for seg" },
    start = { nb = "senest to uker etter avgjørelsen", nn = "seinast to veker etter avgjerda" },
  },
  vedtak_i = "utfall",
  innvilges_naar = vilkaar "familien" { hjemmel = "pbrl.2-5c", er("familie_med_rett_til_barnekoordinator"),
    tekst = { nb = "Familien har eller venter et barn med alvorlig sykdom, skade eller nedsatt funksjon, som trenger hjelp fra flere i lang tid",
              nn = "Familien har eller ventar eit barn med alvorleg sjukdom, skade eller nedsett funksjon, som treng hjelp frå fleire i lang tid" } },
}
