-- «Omsorgstrappa» i Tynset, slik planen tegner den: kommunens egne navn på de seks trinnene, og planen som hjemmel. Hva som skal til
-- for at et trinn er nok, er det samme som i den felles trappa (tildeling).

lov "tynset" { navn = { nb = "planer for helse og omsorg i Tynset kommune",
                        nn = "planar for helse og omsorg i Tynset kommune" }, lokal = ja }

hjemmel "tynset.omsorgstrapp" {
  lov = "tynset", fra = "2014-01-01", status = "uverifisert",
  vis = { nb = "helse- og omsorgsplanen for Tynset, punkt 3.3.3",
          nn = "helse- og omsorgsplanen for Tynset, punkt 3.3.3" },
  kilde = "helse- og omsorgsplan for Tynset kommune, punkt 3.3.3 Omsorgstrappen; dagen den begynte å gjelde, er ikke funnet",
  tekst = {
    nb = "Tjenester gis ut fra hjelpebehovet, men på så lavt trinn som mulig, for å bygge på det du selv kan.",
    nn = "Tenester blir gitt ut frå hjelpebehovet, men på så lågt trinn som råd, for å byggje på det du sjølv kan.",
  },
}

local function nok(nr)
  local paa = "trinn_" .. nr
  return vilkaar("dekker_" .. nr) { hjemmel = "tynset.omsorgstrapp",
    noen { er(paa .. "_holdt_for_nok"),
      alle { er(paa .. "_forkastet", nei),
        noen { er("dekkes_paa_" .. paa), alle { ikke(finnes("dekkes_paa_" .. paa)), er(paa .. "_er_gitt") } } } },
    tekst = { nb = "Hjelpen på trinn " .. nr .. " er nok for deg",
              nn = "Hjelpa på trinn " .. nr .. " er nok for deg" } }
end
local function trinnet(nr, navn, nb, nn)
  return trinn(navn) { nummer = nr, hjemmel = "tynset.omsorgstrapp", vurdering = "trinn_" .. nr .. "_grunn",
    dekker_naar = nok(nr), tekst = { nb = nb, nn = nn } }
end

trapp "omsorgstrapp" { overstyrer = "tildeling",
  grunn = { nb = "Tynset har tegnet trappa i sin egen plan", nn = "Tynset har teikna trappa i sin eigen plan" },
  gjelder = "/sak/tjenester/tjeneste[not(@kode='BOB' or @kode='IP' or @kode='KOO' or @kode='OHJ')]"
    .. "[alternativ or /sak/kartlegging/opplysning[starts-with(@navn, 'dekkes_paa_trinn_')]]", vedtak_i = "valgt_trinn",
  hjemmel = "tynset.omsorgstrapp",
  tekst = { nb = "omsorgstrappa i Tynset", nn = "omsorgstrappa i Tynset" },
  trinnet(0, "et_godt_samfunn", "tilbud som er åpne for alle: frivilligsentral, trim og møteplasser",
    "tilbod som er opne for alle: frivilligsentral, trim og møteplassar"),
  trinnet(1, "forebygging", "trygghetsalarm, matombringing, fysioterapi, ergoterapi eller omsorgsstønad",
    "tryggleiksalarm, matombringing, fysioterapi, ergoterapi eller omsorgsstønad"),
  trinnet(2, "stoette", "praktisk bistand, støttekontakt, dagtilbud eller psykiatrisk sykepleie",
    "praktisk hjelp, støttekontakt, dagtilbod eller psykiatrisk sjukepleie"),
  trinnet(3, "hjemme", "hjemmesykepleie, praktisk bistand eller brukerstyrt personlig assistanse",
    "heimesjukepleie, praktisk hjelp eller brukarstyrt personleg assistanse"),
  trinnet(4, "bolig_og_korttid", "omsorgsbolig, korttidsopphold eller avlastning",
    "omsorgsbustad, korttidsopphald eller avlasting"),
  trinnet(5, "langtid", "langtidsopphold i institusjon", "langtidsopphald i institusjon"),
}
