-- Forvaltningsloven av 1967, som fortsatt gjelder, og loven av 2025, som ikke er satt i kraft.
-- Teksten er vår egen gjengivelse av det regelen går ut på; den er skrevet for å kunne stå i et brev.

lov "fvl." {
  navn = { nb = "forvaltningsloven", nn = "forvaltingslova" },
  id = "LOV-1967-02-10",
}

local KILDE = "LOV-1967-02-10; innholdet kontrollert mot lovkommentar og ombudsuttalelser, ordlyden ikke"
local FRA = "1970-01-01"

hjemmel "fvl.2" {
  lov = "fvl.", paragraf = "§ 2", vis = "fvl. § 2", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Et enkeltvedtak er en avgjørelse fra det offentlige som bestemmer rettigheter eller plikter for en bestemt person.",
    nn = "Eit enkeltvedtak er ei avgjerd frå det offentlege som fastset rettar eller plikter for ein bestemt person.",
  },
}
hjemmel "fvl.6" {
  lov = "fvl.", paragraf = "§ 6", vis = "fvl. § 6", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Den som er inhabil, kan ikke forberede eller avgjøre saken.",
    nn = "Den som er inhabil, kan ikkje førebu eller avgjere saka.",
  },
}
hjemmel "fvl.6.tredje" {
  lov = "fvl.", paragraf = "§ 6", ledd = "tredje ledd", vis = "fvl. § 6 tredje ledd", fra = FRA, kilde = KILDE,
  status = "gjeldende",
  tekst = {
    nb = "Er lederen inhabil, kan heller ikke en som står direkte under lederen, avgjøre saken.",
    nn = "Er leiaren inhabil, kan heller ikkje ein som står direkte under leiaren, avgjere saka.",
  },
}
hjemmel "fvl.11" {
  lov = "fvl.", paragraf = "§ 11", vis = "fvl. § 11", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Kommunen har plikt til å veilede, også når du vil klage.",
    nn = "Kommunen har plikt til å rettleie, òg når du vil klage.",
  },
}
hjemmel "fvl.11.fjerde" {
  lov = "fvl.", paragraf = "§ 11", ledd = "fjerde ledd", vis = "fvl. § 11 fjerde ledd", fra = FRA,
  kilde = "allmenn kunnskap om leddet, ikke kontrollert", status = "uverifisert",
  tekst = {
    nb = "Kommer et brev til feil sted, skal det sendes videre.",
    nn = "Kjem eit brev til feil stad, skal det sendast vidare.",
  },
}
hjemmel "fvl.11a" {
  lov = "fvl.", paragraf = "§ 11 a", vis = "fvl. § 11 a", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Kommunen skal avgjøre saken så snart den kan, og gi et foreløpig svar når det vil ta mer enn en måned.",
    nn = "Kommunen skal avgjere saka så snart han kan, og gi eit førebels svar når det vil ta meir enn ein månad.",
  },
}
hjemmel "fvl.12" {
  lov = "fvl.", paragraf = "§ 12", vis = "fvl. § 12", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Du kan la en fullmektig hjelpe deg i saken. Fullmakten skal være skriftlig, unntatt for advokater.",
    nn = "Du kan la ein fullmektig hjelpe deg i saka. Fullmakta skal vere skriftleg, unnateke for advokatar.",
  },
}
hjemmel "fvl.13" {
  lov = "fvl.", paragraf = "§ 13", vis = "fvl. § 13", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "De som arbeider i kommunen, har taushetsplikt om personlige forhold.",
    nn = "Dei som arbeider i kommunen, har teieplikt om personlege forhold.",
  },
}
hjemmel "fvl.16" {
  lov = "fvl.", paragraf = "§ 16", vis = "fvl. § 16", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Den som ikke selv har søkt eller uttalt seg, skal få et varsel og kunne si sin mening før vedtaket.",
    nn = "Den som ikkje sjølv har søkt eller uttalt seg, skal få eit varsel og kunne seie meininga si før vedtaket.",
  },
}
hjemmel "fvl.17" {
  lov = "fvl.", paragraf = "§ 17", vis = "fvl. § 17", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Kommunen skal sørge for at saken er så godt opplyst som mulig før vedtaket.",
    nn = "Kommunen skal sørgje for at saka er så godt opplyst som mogleg før vedtaket.",
  },
}
hjemmel "fvl.18" {
  lov = "fvl.", paragraf = "§ 18", vis = "fvl. § 18", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Du har rett til å se dokumentene i saken din.",
    nn = "Du har rett til å sjå dokumenta i saka di.",
  },
}
hjemmel "fvl.19" {
  lov = "fvl.", paragraf = "§ 19", vis = "fvl. § 19", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Kommunen kan holde tilbake noen få opplysninger når du vil se dokumentene.",
    nn = "Kommunen kan halde attende nokre få opplysningar når du vil sjå dokumenta.",
  },
}
hjemmel "fvl.21" {
  lov = "fvl.", paragraf = "§ 21", vis = "fvl. § 21", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Du kan klage hvis du ikke får se et dokument i saken din.",
    nn = "Du kan klage dersom du ikkje får sjå eit dokument i saka di.",
  },
}
hjemmel "fvl.23" {
  lov = "fvl.", paragraf = "§ 23", vis = "fvl. § 23", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = { nb = "Et enkeltvedtak skal være skriftlig.", nn = "Eit enkeltvedtak skal vere skriftleg." },
}
hjemmel "fvl.24" {
  lov = "fvl.", paragraf = "§ 24", ledd = "første ledd", vis = "fvl. § 24 første ledd", fra = FRA, kilde = KILDE,
  status = "gjeldende",
  tekst = {
    nb = "Begrunnelsen skal gis samtidig med vedtaket.",
    nn = "Grunngjevinga skal givast saman med vedtaket.",
  },
}
hjemmel "fvl.24.andre" {
  lov = "fvl.", paragraf = "§ 24", ledd = "andre ledd", vis = "fvl. § 24 andre ledd", fra = FRA, kilde = KILDE,
  status = "gjeldende",
  tekst = {
    nb = "Får du det du søkte om, kan vedtaket sendes uten begrunnelse. Du kan kreve begrunnelse før klagefristen er ute.",
    nn = "Får du det du søkte om, kan vedtaket sendast utan grunngjeving. Du kan krevje grunngjeving før klagefristen er ute.",
  },
}
hjemmel "fvl.25" {
  lov = "fvl.", paragraf = "§ 25", vis = "fvl. § 25", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Begrunnelsen skal vise til reglene, de faktiske forholdene og de viktigste hensynene.",
    nn = "Grunngjevinga skal vise til reglane, dei faktiske forholda og dei viktigaste omsyna.",
  },
}
hjemmel "fvl.25.foerste" {
  lov = "fvl.", paragraf = "§ 25", ledd = "første ledd", vis = "fvl. § 25 første ledd", fra = FRA, kilde = KILDE,
  status = "gjeldende",
  tekst = {
    nb = "Begrunnelsen skal vise til reglene vedtaket bygger på, og forklare dem når det trengs.",
    nn = "Grunngjevinga skal vise til reglane vedtaket byggjer på, og forklare dei når det trengst.",
  },
}
hjemmel "fvl.25.andre" {
  lov = "fvl.", paragraf = "§ 25", ledd = "andre ledd", vis = "fvl. § 25 andre ledd", fra = FRA, kilde = KILDE,
  status = "gjeldende",
  tekst = {
    nb = "Begrunnelsen skal nevne de faktiske forholdene vedtaket bygger på.",
    nn = "Grunngjevinga skal nemne dei faktiske forholda vedtaket byggjer på.",
  },
}
hjemmel "fvl.25.tredje" {
  lov = "fvl.", paragraf = "§ 25", ledd = "tredje ledd", vis = "fvl. § 25 tredje ledd", fra = FRA, kilde = KILDE,
  status = "gjeldende",
  tekst = {
    nb = "De viktigste hensynene i skjønnet bør nevnes.",
    nn = "Dei viktigaste omsyna i skjønnet bør nemnast.",
  },
}
hjemmel "fvl.27" {
  lov = "fvl.", paragraf = "§ 27", vis = "fvl. § 27", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Du skal få skriftlig beskjed om vedtaket, om retten til å klage og om retten til å se saken.",
    nn = "Du skal få skriftleg melding om vedtaket, om retten til å klage og om retten til å sjå saka.",
  },
}
hjemmel "fvl.28" {
  lov = "fvl.", paragraf = "§ 28", vis = "fvl. § 28", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = { nb = "Du kan klage på et enkeltvedtak.", nn = "Du kan klage på eit enkeltvedtak." },
}
hjemmel "fvl.28.andre" {
  lov = "fvl.", paragraf = "§ 28", ledd = "andre ledd", vis = "fvl. § 28 andre ledd", fra = FRA, kilde = KILDE,
  status = "gjeldende",
  tekst = {
    nb = "Gjelder klagen et tilbud kommunen gir uten at loven gir rett til det, er det kommunens klagenemnd som avgjør den.",
    nn = "Gjeld klaga eit tilbod kommunen gir utan at lova gir rett til det, er det klagenemnda i kommunen som avgjer ho.",
  },
}
hjemmel "fvl.29" {
  lov = "fvl.", paragraf = "§ 29", vis = "fvl. § 29", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Fristen for å klage er tre uker fra du fikk vedtaket.",
    nn = "Fristen for å klage er tre veker frå du fekk vedtaket.",
  },
}
hjemmel "fvl.29.tredje" {
  lov = "fvl.", paragraf = "§ 29", ledd = "tredje ledd", vis = "fvl. § 29 tredje ledd", fra = FRA, kilde = KILDE,
  status = "gjeldende",
  tekst = {
    nb = "Ber du om begrunnelse før fristen er ute, begynner en ny frist når du har fått den.",
    nn = "Ber du om grunngjeving før fristen er ute, tek ein ny frist til når du har fått ho.",
  },
}
hjemmel "fvl.29.femte" {
  lov = "fvl.", paragraf = "§ 29", ledd = "femte ledd", vis = "fvl. § 29 femte ledd", fra = FRA, kilde = KILDE,
  status = "gjeldende",
  tekst = {
    nb = "Kommunen kan forlenge fristen før den er ute, når det er særlige grunner til det.",
    nn = "Kommunen kan forlengje fristen før han er ute, når det er særlege grunnar til det.",
  },
}
hjemmel "fvl.30" {
  lov = "fvl.", paragraf = "§ 30", vis = "fvl. § 30", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Det er nok at klagen er postlagt eller levert før fristen er ute.",
    nn = "Det er nok at klaga er postlagd eller levert før fristen er ute.",
  },
}
hjemmel "fvl.30.ny" {
  lov = "fvl.", paragraf = "§ 30", vis = "fvl. § 30", fra = FRA,
  kilde = "allmenn kunnskap; i loven av 2025 står det samme i § 64 andre ledd, som er kontrollert",
  status = "uverifisert",
  tekst = {
    nb = "Er klagen ikke kommet fram, kan den sendes på nytt innen en uke etter at du fikk vite det.",
    nn = "Er klaga ikkje komen fram, kan ho sendast på nytt innan ei veke etter at du fekk vite det.",
  },
}
hjemmel "fvl.31" {
  lov = "fvl.", paragraf = "§ 31", vis = "fvl. § 31", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "En klage som kommer for sent, kan likevel behandles i noen tilfeller, men aldri når det har gått mer enn ett år.",
    nn = "Ei klage som kjem for seint, kan likevel behandlast i nokre tilfelle, men aldri når det har gått meir enn eitt år.",
  },
}
-- § 31 taler om vedtak; om ettårsgrensen også stenger for klage over en rettighet, er ikke kontrollert.
hjemmel "fvl.31.rettighet" {
  lov = "fvl.", paragraf = "§ 31", vis = "fvl. § 31", fra = FRA,
  kilde = "pbrl. § 7-7, som viser til forvaltningslovens kapittel VI; om ettårsgrensen gjelder fullt ut, er ikke kontrollert",
  status = "uverifisert",
  tekst = {
    nb = "En klage kan ikke behandles når det har gått mer enn ett år siden vedtaket.",
    nn = "Ei klage kan ikkje behandlast når det har gått meir enn eitt år sidan vedtaket.",
  },
}
hjemmel "fvl.32" {
  lov = "fvl.", paragraf = "§ 32", vis = "fvl. § 32", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Klagen skal være skriftlig og underskrevet. Den skal si hvilket vedtak du klager på, og hva du vil ha endret.",
    nn = "Klaga skal vere skriftleg og underskriven. Ho skal seie kva vedtak du klagar på, og kva du vil ha endra.",
  },
}
hjemmel "fvl.33" {
  lov = "fvl.", paragraf = "§ 33", vis = "fvl. § 33", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Kommunen vurderer klagen først, og sender den videre hvis vedtaket ikke blir endret.",
    nn = "Kommunen vurderer klaga først, og sender ho vidare dersom vedtaket ikkje blir endra.",
  },
}
hjemmel "fvl.33.andre" {
  lov = "fvl.", paragraf = "§ 33", ledd = "andre ledd", vis = "fvl. § 33 andre ledd", fra = FRA, kilde = KILDE,
  status = "gjeldende",
  tekst = {
    nb = "Kommunen kan endre vedtaket selv, eller avvise klagen når den ikke kan behandles. Begge deler er nye vedtak du kan klage på.",
    nn = "Kommunen kan endre vedtaket sjølv, eller avvise klaga når ho ikkje kan behandlast. Begge delar er nye vedtak du kan klage på.",
  },
}
hjemmel "fvl.33.tredje" {
  lov = "fvl.", paragraf = "§ 33", ledd = "tredje ledd", vis = "fvl. § 33 tredje ledd", fra = FRA, kilde = KILDE,
  status = "gjeldende",
  tekst = {
    nb = "Den som kan komme dårligere ut av klagen, skal få vite om den og kunne uttale seg.",
    nn = "Den som kan kome dårlegare ut av klaga, skal få vite om ho og kunne uttale seg.",
  },
}
hjemmel "fvl.33.fjerde" {
  lov = "fvl.", paragraf = "§ 33", ledd = "fjerde ledd", vis = "fvl. § 33 fjerde ledd", fra = FRA, kilde = KILDE,
  status = "gjeldende",
  tekst = {
    nb = "Kommunen sender sakens dokumenter til klageinstansen, og du får kopi av det kommunen skriver.",
    nn = "Kommunen sender dokumenta i saka til klageinstansen, og du får kopi av det kommunen skriv.",
  },
}
hjemmel "fvl.34" {
  lov = "fvl.", paragraf = "§ 34", vis = "fvl. § 34", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Klageinstansen kan se på alle sider av saken på nytt. Vil den endre vedtaket til skade for deg, må den si det innen tre måneder.",
    nn = "Klageinstansen kan sjå på alle sider av saka på nytt. Vil han endre vedtaket til skade for deg, må han seie det innan tre månader.",
  },
}
hjemmel "fvl.35" {
  lov = "fvl.", paragraf = "§ 35", vis = "fvl. § 35", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Kommunen kan i noen tilfeller endre et vedtak uten at noen har klaget.",
    nn = "Kommunen kan i nokre tilfelle endre eit vedtak utan at nokon har klaga.",
  },
}
hjemmel "fvl.36" {
  lov = "fvl.", paragraf = "§ 36", vis = "fvl. § 36", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Blir vedtaket endret til fordel for deg, kan du få dekket utgifter som var nødvendige for å få det endret.",
    nn = "Blir vedtaket endra til fordel for deg, kan du få dekt utgifter som var nødvendige for å få det endra.",
  },
}
hjemmel "fvl.41" {
  lov = "fvl.", paragraf = "§ 41", vis = "fvl. § 41", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "En feil i saksbehandlingen gjør vedtaket ugyldig bare når feilen kan ha påvirket resultatet.",
    nn = "Ein feil i saksbehandlinga gjer vedtaket ugyldig berre når feilen kan ha påverka resultatet.",
  },
}
hjemmel "fvl.42" {
  lov = "fvl.", paragraf = "§ 42", vis = "fvl. § 42", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Du kan be om at vedtaket ikke blir satt i verk før klagen er avgjort.",
    nn = "Du kan be om at vedtaket ikkje blir sett i verk før klaga er avgjord.",
  },
}

-- Forvaltningsloven av 2025: vedtatt, men ikke i kraft. Ingen av disse har fra-dato, og derfor er det en feil å vise
-- til dem. Når loven er satt i kraft: skriv fra her, til på paragrafene over, og bytt henvisningene i pakkene.
lov "fvl.2025" {
  navn = { nb = "forvaltningsloven av 2025", nn = "forvaltingslova av 2025" },
  id = "LOV-2025-06-20-81",
}

local KUNNGJORT = "LOV-2025-06-20-81 som kunngjort 20.6.2025; § 99 overlater ikraftsettingen til Kongen, dato ikke fastsatt"

-- { første paragraf, vises som, avløser, hva den handler om }
for _, rad in ipairs {
  { "25", "§§ 25–29", "§ 6",      "inhabilitet",                          "inhabilitet" },
  { "14", "§§ 14–16", "§ 11",     "veiledning",                           "rettleiing" },
  { "17", "§ 17",     "§ 11 a",   "saksbehandlingstid",                   "saksbehandlingstid" },
  { "18", "§ 18",     "§ 12",     "fullmektig",                           "fullmektig" },
  { "30", "§§ 30–39", "§ 13",     "taushetsplikt",                        "teieplikt" },
  { "42", "§ 42",     "§ 16",     "forhåndsvarsel",                       "førehandsvarsel" },
  { "43", "§§ 43–44", "§ 17",     "utredning",                            "utgreiing" },
  { "46", "§§ 46–52", "§§ 18–19", "innsyn for parter",                    "innsyn for partar" },
  { "53", "§ 53",     "§ 21",     "klage på nektet innsyn",               "klage på nekta innsyn" },
  { "55", "§ 55",     "§ 23",     "skriftlig vedtak",                     "skriftleg vedtak" },
  { "56", "§ 56",     "§ 24",     "når vedtaket skal begrunnes",          "når vedtaket skal grunngivast" },
  { "57", "§ 57",     "§ 25",     "innholdet i begrunnelsen",             "innhaldet i grunngjevinga" },
  { "58", "§§ 58–59", "§ 27",     "melding om vedtaket",                  "melding om vedtaket" },
  { "60", "§ 60",     "§ 27 b",   "klage før søksmål",                    "klage før søksmål" },
  { "61", "§§ 61–62", "§ 28",     "klagerett og klageinstans",            "klagerett og klageinstans" },
  { "63", "§ 63",     "§ 29",     "klagefrist",                           "klagefrist" },
  { "64", "§ 64",     "§ 30",     "når klagen er i tide",                 "når klaga er i tide" },
  { "65", "§ 65",     "§ 31",     "klage etter fristen",                  "klage etter fristen" },
  { "66", "§ 66",     "§ 32",     "klagens form og innhold",              "forma og innhaldet i klaga" },
  { "67", "§ 67",     "§ 33",     "underinstansens behandling av klagen", "behandlinga av klaga i underinstansen" },
  { "68", "§ 68",     "§ 34",     "klageinstansens behandling",           "behandlinga i klageinstansen" },
  { "69", "§ 69",     "§ 36",     "sakskostnader",                        "sakskostnader" },
  { "71", "§§ 71–73", "§ 35",     "omgjøring uten klage",                 "omgjering utan klage" },
  { "74", "§ 74",     "§ 41",     "ugyldighet",                           "ugyldigheit" },
  { "76", "§ 76",     "§ 42",     "utsatt iverksetting",                  "utsett iverksetjing" },
} do
  hjemmel("fvl2025." .. rad[1]) {
    lov = "fvl.2025", paragraf = rad[2], vis = "fvl. 2025 " .. rad[2], kilde = KUNNGJORT, status = "gjeldende",
    tekst = {
      nb = "Om " .. rad[4] .. "; avløser " .. rad[3] .. " i forvaltningsloven av 1967.",
      nn = "Om " .. rad[5] .. "; tek over for " .. rad[3] .. " i forvaltingslova av 1967.",
    },
  }
end
