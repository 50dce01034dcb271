-- «Omsorgstrappa» i Tynset: tjenestene på seks trinn. Hjelpen skal gis på lavest mulig trinn som dekker behovet, slik at
-- den bygger på det personen selv kan. Trappa sier rekkefølgen. Om et trinn er nok for akkurat denne personen, er en
-- faglig vurdering, og den står som opplysning i kartleggingen; ingen regel gjetter på den.

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

local function vurdert(trinn, nb, nn)
  local o = "opplysning[@navn='dekkes_paa_trinn_" .. trinn .. "']"
  return janei {
    tekst = { nb = "behovet kan dekkes forsvarlig med " .. nb, nn = "behovet kan dekkjast forsvarleg med " .. nn },
    sti = "/sak/kartlegging[" .. o .. "][last()]/" .. o .. "/@verdi",
    kjent = "/sak/kartlegging[" .. o .. "][last()]/" .. o .. "/@kjent",
  }
end

fakta {
  dekkes_paa_trinn_0 = vurdert(0, "det alle kan bruke", "det alle kan bruke"),
  dekkes_paa_trinn_1 = vurdert(1, "alarm, mat eller trening", "alarm, mat eller trening"),
  dekkes_paa_trinn_2 = vurdert(2, "dagtilbud, støttekontakt eller praktisk hjelp",
    "dagtilbod, støttekontakt eller praktisk hjelp"),
  dekkes_paa_trinn_3 = vurdert(3, "hjelp hjemme", "hjelp heime"),
  dekkes_paa_trinn_4 = vurdert(4, "omsorgsbolig, korttidsopphold eller avlastning",
    "omsorgsbustad, korttidsopphald eller avlasting"),
  dekkes_paa_trinn_5 = vurdert(5, "langtidsopphold", "langtidsopphald"),
}

local function dekker(trinn)
  return vilkaar("dekker_" .. trinn) { hjemmel = "tynset.omsorgstrapp", er("dekkes_paa_trinn_" .. trinn),
    tekst = { nb = "Hjelpen på trinn " .. trinn .. " er nok for deg",
              nn = "Hjelpa på trinn " .. trinn .. " er nok for deg" } }
end

trapp "omsorgstrapp" {
  gjelder = "/sak[kartlegging/opplysning[starts-with(@navn, 'dekkes_paa_trinn_')]]",  -- når trinnene er vurdert
  hjemmel = "tynset.omsorgstrapp",
  tekst = { nb = "omsorgstrappa i Tynset", nn = "omsorgstrappa i Tynset" },
  trinn "et_godt_samfunn" { nummer = 0, hjemmel = "tynset.omsorgstrapp", dekker_naar = dekker(0),
    tekst = { nb = "tilbud som er åpne for alle: frivilligsentral, trim, møteplasser",
              nn = "tilbod som er opne for alle: frivilligsentral, trim, møteplassar" } },
  trinn "forebygging" { nummer = 1, hjemmel = "tynset.omsorgstrapp", dekker_naar = dekker(1),
    tekst = { nb = "trygghetsalarm, matombringing, fysioterapi, ergoterapi, omsorgsstønad",
              nn = "tryggleiksalarm, matombringing, fysioterapi, ergoterapi, omsorgsstønad" } },
  trinn "stoette" { nummer = 2, hjemmel = "tynset.omsorgstrapp", dekker_naar = dekker(2),
    tekst = { nb = "praktisk bistand, støttekontakt, dagtilbud, psykiatrisk sykepleie",
              nn = "praktisk hjelp, støttekontakt, dagtilbod, psykiatrisk sjukepleie" } },
  trinn "hjemme" { nummer = 3, hjemmel = "tynset.omsorgstrapp", dekker_naar = dekker(3),
    tekst = { nb = "hjemmesykepleie, praktisk bistand, brukerstyrt personlig assistanse",
              nn = "heimesjukepleie, praktisk hjelp, brukarstyrt personleg assistanse" } },
  trinn "bolig_og_korttid" { nummer = 4, hjemmel = "tynset.omsorgstrapp", dekker_naar = dekker(4),
    tekst = { nb = "omsorgsbolig, korttidsopphold, avlastning", nn = "omsorgsbustad, korttidsopphald, avlasting" } },
  trinn "langtid" { nummer = 5, hjemmel = "tynset.omsorgstrapp", dekker_naar = dekker(5),
    tekst = { nb = "langtidsopphold i institusjon", nn = "langtidsopphald i institusjon" } },
}
