-- Omsorgstrappen: seks trinn, fra det alle kan bruke, til langtidsopphold. Hjelpen gis på det laveste trinnet som er forsvarlig nok,
-- slik at den bygger på det personen selv kan (beste effektive omsorgsnivå). Trappa sier rekkefølgen. Om et trinn er nok for akkurat
-- denne personen, er en vurdering et menneske har gjort: et alternativ på tjenesten, eller en opplysning i kartleggingen.
-- Ingen regel spør trappa. Den avslår aldri noe; den viser hva som er veid, og sjekklista spør etter grunnen.

lov "omsorgsnivaa" { lokal = ja,
  navn = { nb = "prinsippet om beste effektive omsorgsnivå", nn = "prinsippet om beste effektive omsorgsnivå" } }
hjemmel "beon" {
  lov = "omsorgsnivaa", fra = "2012-01-01", status = "uverifisert",
  vis = { nb = "prinsippet om beste effektive omsorgsnivå", nn = "prinsippet om beste effektive omsorgsnivå" },
  kilde = "samhandlingsreformen, St.meld. nr. 47 (2008–2009); et prinsipp, ikke en lov",
  tekst = {
    nb = "Hjelpen gis på det laveste trinnet som er forsvarlig og nok for personen.",
    nn = "Hjelpa blir gitt på det lågaste trinnet som er forsvarleg og nok for personen.",
  },
}

-- Det laveste trinnet hver tjeneste står på. Trinn 0 gis uten vedtak. BOB, IP, KOO og OHJ står ikke i trappa.
local TJENESTER = { [0] = {}, [1] = { "OPP", "OMS", "TRA", "TRH", "MAT", "MAB", "FYS", "ERG" },
  [2] = { "PB", "PBO", "STK", "DNO", "DAG", "DAS", "PSY" }, [3] = { "HSH", "PSE", "BPA" },
  [4] = { "AVL", "KTO", "OMB", "REH", "TLE" }, [5] = { "LTO" } }
local NAVN = { [0] = "et_godt_samfunn", [1] = "forebygging", [2] = "stoette", [3] = "hjemme",
  [4] = "bolig_og_korttid", [5] = "langtid" }
local TEKST = {
  [0] = { nb = "tilbud som er åpne for alle", nn = "tilbod som er opne for alle" },
  [1] = { nb = "trygghetsalarm, mat, trening eller støtte til den som har omsorg",
          nn = "tryggleiksalarm, mat, trening eller støtte til den som har omsorg" },
  [2] = { nb = "praktisk hjelp, støttekontakt, dagtilbud eller noen å snakke med",
          nn = "praktisk hjelp, støttekontakt, dagtilbod eller nokon å snakke med" },
  [3] = { nb = "hjelp hjemme, som hjemmesykepleie", nn = "hjelp heime, som heimesjukepleie" },
  [4] = { nb = "omsorgsbolig, korttidsopphold eller avlastning",
          nn = "omsorgsbustad, korttidsopphald eller avlasting" },
  [5] = { nb = "langtidsopphold", nn = "langtidsopphald" },
}
local NUMMER = { ikke_gitt = -1, ingen = 6 }
for nr = 0, 5 do NUMMER[NAVN[nr]] = nr end

local function koden_er(liste)
  local ledd = "false()"
  for _, kode in ipairs(liste) do ledd = ledd .. " or @kode='" .. kode .. "'" end
  return "(" .. ledd .. ")"
end
local VEID = "/sak/tjenester/tjeneste[not(@kode='BOB' or @kode='IP' or @kode='KOO' or @kode='OHJ')]"
  .. "[alternativ or /sak/kartlegging/opplysning[starts-with(@navn, 'dekkes_paa_trinn_')]]"
local GITT = "[vedtak[@utfall='innvilget' or @utfall='delvis' or @utfall='endret']"
  .. " or (not(vedtak) and innstilling[@utfall='innvilget' or @utfall='delvis' or @utfall='endret'])]"

local function siste(navn)
  local o = "opplysning[@navn='" .. navn .. "']"
  return "/sak/kartlegging[" .. o .. "][last()]/" .. o
end
local function om(nr, nb, nn)
  return { nb = nb .. TEKST[nr].nb, nn = nn .. TEKST[nr].nn }
end

local function gitt_paa(nr) return "/sak/tjenester/tjeneste[" .. koden_er(TJENESTER[nr]) .. "]" .. GITT end
local function ingen_hoeyere(nr)
  local ledd = ""
  for o = nr + 1, 5 do ledd = ledd .. "[not(" .. gitt_paa(o) .. ")]" end
  return ledd
end

for nr = 0, 5 do
  local alternativ = "alternativ[" .. koden_er(TJENESTER[nr]) .. "]"
  fakta {
    ["dekkes_paa_trinn_" .. nr] = janei {
      tekst = om(nr, "behovet kan dekkes forsvarlig med ", "behovet kan dekkjast forsvarleg med "),
      sti = siste("dekkes_paa_trinn_" .. nr) .. "/@verdi", kjent = siste("dekkes_paa_trinn_" .. nr) .. "/@kjent",
    },
    ["trinn_" .. nr .. "_holdt_for_nok"] = janei {
      tekst = om(nr, "vurdert som nok: ", "vurdert som nok: "), finnes = alternativ .. "[@forkastet='nei']" },
    ["trinn_" .. nr .. "_forkastet"] = janei {
      tekst = om(nr, "vurdert og ikke nok: ", "vurdert og ikkje nok: "),
      finnes = alternativ .. "[@forkastet='ja'][not(../" .. alternativ .. "[not(@forkastet='ja')])]" },
    -- Det høyeste som gis i saken: en alarm sammen med hjemmesykepleie er ikke vurdert som nok alene.
    ["trinn_" .. nr .. "_er_gitt"] = janei {
      tekst = om(nr, "gitt eller foreslått: ", "gitt eller føreslått: "),
      finnes = gitt_paa(nr) .. ingen_hoeyere(nr) },
    ["trinn_" .. nr .. "_grunn"] = tekst {
      tekst = om(nr, "det som er skrevet om ", "det som er skrive om "),
      sti = "(" .. alternativ .. "/vurdering | " .. siste("grunn_trinn_" .. nr) .. "/@verdi)[1]" },
  }
end

-- Det som er sagt om trinnet i kartleggingen, går foran at tjenesten er gitt: en tjeneste kan være gitt og likevel ikke være nok.
local function nok(nr)
  local paa = "trinn_" .. nr
  return vilkaar("dekker_" .. nr) { hjemmel = "beon",
    noen { er(paa .. "_holdt_for_nok"),
      alle { er(paa .. "_forkastet", nei),
        noen { er("dekkes_paa_" .. paa), alle { ikke(finnes("dekkes_paa_" .. paa)), er(paa .. "_er_gitt") } } } },
    tekst = { nb = "Hjelpen på trinn " .. nr .. " er nok for deg",
              nn = "Hjelpa på trinn " .. nr .. " er nok for deg" } }
end
local function trinnet(nr)
  return trinn(NAVN[nr]) { nummer = nr, hjemmel = "beon", tekst = TEKST[nr], vurdering = "trinn_" .. nr .. "_grunn",
    dekker_naar = nok(nr) }
end

fakta {
  valgt_trinn = valg {
    tekst = { nb = "trinnet hjelpen er gitt på", nn = "trinnet hjelpa er gitt på" },
    verdier = { "et_godt_samfunn", "forebygging", "stoette", "hjemme", "bolig_og_korttid", "langtid", "ikke_gitt" },
    utledet = function(f)
      for nr = 0, 5 do
        if f["trinn_" .. nr .. "_er_gitt"] then return NAVN[nr] end
      end
      return "ikke_gitt"
    end,
  },
  noe_er_gitt = janei { tekst = { nb = "hjelp i trappa er gitt", nn = "hjelp i trappa er gitt" },
    utledet = ikke(er("valgt_trinn", "ikke_gitt")) },
  lavere_vurdert = janei {
    tekst = { nb = "noen har skrevet hvorfor noe annet er nok for personen",
              nn = "nokon har skrive kvifor noko anna er nok for personen" },
    finnes = "alternativ[@forkastet='nei'][vurdering]",
  },
  alternativ_vurdering = tekst { tekst = { nb = "hvorfor alternativet ikke er nok",
                                           nn = "kvifor alternativet ikkje er nok" }, sti = "vurdering" },
  trinn_grunn_skrevet = janei {
    tekst = { nb = "det står hvorfor trinnet ikke er nok", nn = "det står kvifor trinnet ikkje er nok" },
    finnes = "../opplysning[@navn=concat('grunn_trinn_', substring-after($her/@navn, 'dekkes_paa_trinn_'))]",
  },
}

trapp "omsorgstrapp" {
  gjelder = VEID, hjemmel = "beon", vedtak_i = "valgt_trinn",
  tekst = { nb = "omsorgstrappen", nn = "omsorgstrappa" },
  trinnet(0), trinnet(1), trinnet(2), trinnet(3), trinnet(4), trinnet(5),
}

local function skrevet(faktum, minst) return egne_ord(faktum, { utover = "frase.", minst = minst }) end
local IKKE_PROEVD = { "ikke prøvd", "ikkje prøvd", "må prøves", "må prøvast", "prøve lavere", "prøve lågare",
  "lavere trinn",
  "lågare trinn", "lavere nivå", "lågare nivå", "omsorgstrapp" }

sjekkliste "omsorgstrapp" {
  dokument = { "vedtak" },
  punkt { nummer = "trapp.grunn", nivaa = "utkast", gjelder = "/sak/tjenester/tjeneste/alternativ[@forkastet='ja']",
    hjemmel = { "beon", "fvl.25.tredje" }, krav = skrevet("alternativ_vurdering", 6),
    tekst = { nb = "Et tiltak er vurdert og ikke valgt, men det står ikke hvorfor det ikke er nok for denne personen.",
              nn = "Eit tiltak er vurdert og ikkje valt, men det står ikkje kvifor det ikkje er nok for denne personen." },
    hvor = { nb = "Skriv vurdering under alternativet, med egne ord.",
             nn = "Skriv vurdering under alternativet, med eigne ord." } },
  punkt { nummer = "trapp.grunn_trinn", nivaa = "varsel", hjemmel = { "beon", "fvl.25.tredje" },
    gjelder = "/sak/kartlegging/opplysning[starts-with(@navn, 'dekkes_paa_trinn_')][@verdi='nei']",
    krav = er("trinn_grunn_skrevet"),
    tekst = { nb = "Et trinn er vurdert som ikke nok, men det står ikke hvorfor.",
              nn = "Eit trinn er vurdert som ikkje nok, men det står ikkje kvifor." },
    hvor = { nb = "Skriv opplysningen grunn_trinn_ med trinnets nummer i kartleggingen.",
             nn = "Skriv opplysninga grunn_trinn_ med nummeret til trinnet i kartlegginga." } },
  punkt { nummer = "trapp.alene", nivaa = "stopp", gjelder = "/sak/tjenester/tjeneste[vedtak]",
    hjemmel = { "fvl.25.tredje", "pbrl.2-1", "hol.4-1" },
    naar = alle { er("utfall", { "avslaatt", "delvis", "opphoert" }), finnes("begrunnelse"),
      inneholder("begrunnelse", IKKE_PROEVD) },
    krav = er("lavere_vurdert"), sted = "vedtak/begrunnelse",
    tekst = { nb = "Begrunnelsen er at noe annet må prøves først. Det er ikke en grunn alene: noen må ha vurdert at det er nok for denne personen.",
              nn = "Grunngjevinga er at noko anna må prøvast først. Det er ikkje ein grunn åleine: nokon må ha vurdert at det er nok for denne personen." },
    hvor = { nb = "Skriv alternativ med forkastet=\"nei\" og en vurdering, eller en annen begrunnelse.",
             nn = "Skriv alternativ med forkastet=\"nei\" og ei vurdering, eller ei anna grunngjeving." } },
  punkt { nummer = "trapp.ukjent", nivaa = "varsel", gjelder = VEID, hjemmel = "beon",
    krav = finnes(trapp "omsorgstrapp"),
    tekst = { nb = "Et lavere trinn i omsorgstrappen er ikke vurdert. Da kan ingen gå forbi det.",
              nn = "Eit lågare trinn i omsorgstrappa er ikkje vurdert. Då kan ingen gå forbi det." },
    hvor = { nb = "Se hvilke trinn som mangler, og skriv alternativ på tjenesten eller dekkes_paa_trinn_ i kartleggingen.",
             nn = "Sjå kva trinn som manglar, og skriv alternativ på tenesta eller dekkes_paa_trinn_ i kartlegginga." } },
  punkt { nummer = "trapp.for_lite", nivaa = "varsel", gjelder = VEID, hjemmel = { "hol.4-1", "beon" },
    naar = alle { er("noe_er_gitt"), finnes(trapp "omsorgstrapp") },
    krav = funksjon(function(f) return NUMMER[f.valgt_trinn] >= NUMMER[f.trapp.omsorgstrapp] end),
    tekst = { nb = "Noen har vurdert at hjelpen som er gitt i saken, ikke er nok for denne personen.",
              nn = "Nokon har vurdert at hjelpa som er gitt i saka, ikkje er nok for denne personen." },
    hvor = { nb = "Gi hjelp som er nok, rett vurderingen av trinnet, eller skriv hvilken hjelp personen har fra før.",
             nn = "Gi hjelp som er nok, rett vurderinga av trinnet, eller skriv kva hjelp personen har frå før." } },
  -- Brukerens syn har stor vekt (pbrl. § 3-1) og kan flytte valget. Da skal det stå.
  punkt { nummer = "trapp.oensket", nivaa = "utkast", gjelder = VEID, hjemmel = { "pbrl.3-1", "beon" },
    naar = alle { finnes(trapp "omsorgstrapp"),
      funksjon(function(f) return NUMMER[f.valgt_trinn] > NUMMER[f.trapp.omsorgstrapp] end) },
    krav = noen { alle { er("brukers_syn_vekt", { "avgjoerende", "stor" }), skrevet("brukers_syn", 8) },
      skrevet("hensyn", 12),
      skrevet("avvik_begrunnet", 8) },
    tekst = { nb = "Et lavere trinn er vurdert som nok, men det er gitt mer. Det står ikke hvorfor.",
              nn = "Eit lågare trinn er vurdert som nok, men det er gitt meir. Det står ikkje kvifor." },
    hvor = { nb = "Skriv hva brukeren ønsker, med vekt, eller skriv hensyn.",
             nn = "Skriv kva brukaren ønskjer, med vekt, eller skriv hensyn." } },
}
