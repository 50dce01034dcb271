-- Helse- og omsorgstjenesteloven: det kommunen har plikt til.

lov "hol." {
  navn = { nb = "helse- og omsorgstjenesteloven", nn = "helse- og omsorgstenestelova" },
  id = "LOV-2011-06-24-30",
}

local KILDE = "Helsedirektoratets rundskriv til helse- og omsorgstjenesteloven"
local FRA = "2012-01-01"

hjemmel "hol.3-1" {
  lov = "hol.", paragraf = "§ 3-1", vis = "hol. § 3-1", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Kommunen skal sørge for at de som oppholder seg i kommunen, får tilbud om nødvendige helse- og omsorgstjenester.",
    nn = "Kommunen skal sørgje for at dei som oppheld seg i kommunen, får tilbod om nødvendige helse- og omsorgstenester.",
  },
}
hjemmel "hol.3-2.4" {
  lov = "hol.", paragraf = "§ 3-2", ledd = "første ledd", nr = "4", vis = "hol. § 3-2 første ledd nr. 4",
  fra = "2012-01-01", kilde = "allmenn kunnskap om nummereringen, ordlyden er ikke kontrollert", status = "uverifisert",
  tekst = {
    nb = "Kommunen skal ha allmennlegetjeneste, også for dem som bor på institusjon.",
    nn = "Kommunen skal ha allmennlegeteneste, òg for dei som bur på institusjon.",
  },
}
hjemmel "hol.3-2.5" {
  lov = "hol.", paragraf = "§ 3-2", ledd = "første ledd", nr = "5", vis = "hol. § 3-2 første ledd nr. 5",
  fra = "2012-01-01", kilde = "allmenn kunnskap om nummereringen, ordlyden er ikke kontrollert", status = "uverifisert",
  tekst = {
    nb = "Kommunen skal tilby habilitering og rehabilitering: trening og hjelp til å leve best mulig med sykdom eller nedsatt funksjon. Fysioterapi og ergoterapi hører med.",
    nn = "Kommunen skal tilby habilitering og rehabilitering: trening og hjelp til å leve best mogleg med sjukdom eller nedsett funksjon. Fysioterapi og ergoterapi høyrer med.",
  },
}
hjemmel "hol.3-2.7" {
  lov = "hol.", paragraf = "§ 3-2", ledd = "første ledd", nr = "7", vis = "hol. § 3-2 første ledd nr. 7",
  fra = "2020-01-01", kilde = "allmenn kunnskap om nummeret og datoen, ikke kontrollert", status = "uverifisert",
  tekst = {
    nb = "Kommunen skal ha dagaktivitetstilbud for hjemmeboende personer med demens.",
    nn = "Kommunen skal ha dagaktivitetstilbod for heimebuande personar med demens.",
  },
}
hjemmel "hol.3-2.6a" {
  lov = "hol.", paragraf = "§ 3-2", ledd = "første ledd", nr = "6", bokstav = "a",
  vis = "hol. § 3-2 første ledd nr. 6 bokstav a", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = { nb = "Kommunen skal tilby helsetjenester i hjemmet.", nn = "Kommunen skal tilby helsetenester i heimen." },
}
hjemmel "hol.3-2.6b" {
  lov = "hol.", paragraf = "§ 3-2", ledd = "første ledd", nr = "6", bokstav = "b",
  vis = "hol. § 3-2 første ledd nr. 6 bokstav b", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Kommunen skal tilby personlig assistanse, også praktisk bistand, opplæring og støttekontakt.",
    nn = "Kommunen skal tilby personleg assistanse, òg praktisk hjelp, opplæring og støttekontakt.",
  },
}
hjemmel "hol.3-2.6c" {
  lov = "hol.", paragraf = "§ 3-2", ledd = "første ledd", nr = "6", bokstav = "c",
  vis = "hol. § 3-2 første ledd nr. 6 bokstav c", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Kommunen skal tilby plass i institusjon, også sykehjem.",
    nn = "Kommunen skal tilby plass i institusjon, òg sjukeheim.",
  },
}
hjemmel "hol.3-2a" {
  lov = "hol.", paragraf = "§ 3-2 a", vis = "hol. § 3-2 a", fra = "2017-07-01", kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Kommunen skal ha en forskrift med kriterier for langtidsopphold i sykehjem.",
    nn = "Kommunen skal ha ei forskrift med kriterium for langtidsopphald i sjukeheim.",
  },
}
hjemmel "hol.3-5" {
  lov = "hol.", paragraf = "§ 3-5", vis = "hol. § 3-5", fra = "2012-01-01", kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Kommunen skal hjelpe straks når det er helt nødvendig («påtrengende nødvendig»).",
    nn = "Kommunen skal hjelpe straks når det er heilt nødvendig («påtrengjande nødvendig»).",
  },
}
hjemmel "hol.3-6" {
  lov = "hol.", paragraf = "§ 3-6", vis = "hol. § 3-6", fra = "2017-10-01", kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Kommunen skal tilby støtte til den som har særlig tungt omsorgsarbeid («særlig tyngende»).",
    nn = "Kommunen skal tilby støtte til den som har særleg tungt omsorgsarbeid («særleg tyngjande»).",
  },
}
hjemmel "hol.3-6.1" {
  lov = "hol.", paragraf = "§ 3-6", nr = "1", vis = "hol. § 3-6 nr. 1", fra = "2017-10-01", kilde = KILDE,
  status = "gjeldende",
  tekst = {
    nb = "Kommunen skal tilby opplæring og veiledning til den som har særlig tungt omsorgsarbeid («særlig tyngende»).",
    nn = "Kommunen skal tilby opplæring og rettleiing til den som har særleg tungt omsorgsarbeid («særleg tyngjande»).",
  },
}
hjemmel "hol.3-6.2" {
  lov = "hol.", paragraf = "§ 3-6", nr = "2", vis = "hol. § 3-6 nr. 2", fra = "2017-10-01", kilde = KILDE,
  status = "gjeldende",
  tekst = {
    nb = "Kommunen skal tilby avlastning til den som har særlig tungt omsorgsarbeid («særlig tyngende»).",
    nn = "Kommunen skal tilby avlasting til den som har særleg tungt omsorgsarbeid («særleg tyngjande»).",
  },
}
hjemmel "hol.3-6.3" {
  lov = "hol.", paragraf = "§ 3-6", nr = "3", vis = "hol. § 3-6 nr. 3", fra = "2017-10-01", kilde = KILDE,
  status = "gjeldende",
  tekst = {
    nb = "Kommunen skal tilby omsorgsstønad til den som har særlig tungt omsorgsarbeid («særlig tyngende»).",
    nn = "Kommunen skal tilby omsorgsstønad til den som har særleg tungt omsorgsarbeid («særleg tyngjande»).",
  },
}
hjemmel "hol.3-8" {
  lov = "hol.", paragraf = "§ 3-8", vis = "hol. § 3-8", fra = "2015-01-01", kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Kommunen skal ha tilbud om brukerstyrt personlig assistanse.",
    nn = "Kommunen skal ha tilbod om brukarstyrt personleg assistanse.",
  },
}
hjemmel "hol.4-1" {
  lov = "hol.", paragraf = "§ 4-1", vis = "hol. § 4-1", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = { nb = "Tjenestene skal være forsvarlige.", nn = "Tenestene skal vere forsvarlege." },
}
hjemmel "hol.7-1" {
  lov = "hol.", paragraf = "§ 7-1", vis = "hol. § 7-1", fra = "2012-01-01", kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Kommunen skal lage individuell plan for den som trenger langvarige og koordinerte tjenester.",
    nn = "Kommunen skal lage individuell plan for den som treng langvarige og koordinerte tenester.",
  },
}
hjemmel "hol.7-2" {
  lov = "hol.", paragraf = "§ 7-2", vis = "hol. § 7-2", fra = "2012-01-01", kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Kommunen skal tilby koordinator til den som trenger langvarige og koordinerte tjenester.",
    nn = "Kommunen skal tilby koordinator til den som treng langvarige og koordinerte tenester.",
  },
}
hjemmel "hol.7-2a" {
  lov = "hol.", paragraf = "§ 7-2 a", vis = "hol. § 7-2 a", fra = "2022-08-01",
  kilde = "allmenn kunnskap om nummeret, ikke kontrollert", status = "uverifisert",
  tekst = {
    nb = "Kommunen skal oppnevne barnekoordinator for familier som har eller venter barn med alvorlig sykdom, skade eller nedsatt funksjon.",
    nn = "Kommunen skal nemne opp barnekoordinator for familiar som har eller ventar barn med alvorleg sjukdom, skade eller nedsett funksjon.",
  },
}
hjemmel "hol.11-2" {
  lov = "hol.", paragraf = "§ 11-2", vis = "hol. § 11-2", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Kommunen kan ta egenandel bare når lov eller forskrift sier det.",
    nn = "Kommunen kan ta eigenandel berre når lov eller forskrift seier det.",
  },
}
hjemmel "hol.12-1" {
  lov = "hol.", paragraf = "§ 12-1", vis = "hol. § 12-1", fra = FRA, kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Alle som arbeider i helse- og omsorgstjenesten, har streng taushetsplikt.",
    nn = "Alle som arbeider i helse- og omsorgstenesta, har streng teieplikt.",
  },
}
