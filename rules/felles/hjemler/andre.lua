-- De andre lovene og forskriftene som trengs: frister og helligdager, åpenhet og taushet, språk, kommunen selv, egenandel.

lov "dl." { navn = { nb = "domstolloven", nn = "domstollova" }, id = "LOV-1915-08-13-5" }
hjemmel "dl.148" {
  lov = "dl.", paragraf = "§ 148", vis = "dl. § 148", fra = "1927-07-01", kilde = "LOV-1915-08-13-5",
  status = "gjeldende",
  tekst = {
    nb = "Dagen fristen regnes fra, teller ikke med. En frist i uker ender på samme ukedag, en frist i måneder på samme dato.",
    nn = "Dagen fristen blir rekna frå, tel ikkje med. Ein frist i veker endar på same vekedag, ein frist i månader på same dato.",
  },
}
hjemmel "dl.149" {
  lov = "dl.", paragraf = "§ 149", vis = "dl. § 149", fra = "1927-07-01", kilde = "LOV-1915-08-13-5",
  status = "gjeldende",
  tekst = {
    nb = "En frist som ender på en lørdag eller helligdag, går til neste virkedag.",
    nn = "Ein frist som endar på ein laurdag eller heilagdag, går til neste verkedag.",
  },
}

lov "helligdagsloven" { navn = { nb = "helligdagsloven", nn = "heilagdagslova" }, id = "LOV-1995-02-24-12" }
hjemmel "helligdagsloven.2" {
  lov = "helligdagsloven", paragraf = "§ 2", vis = "helligdagsloven § 2", fra = "1995-02-24",
  kilde = "LOV-1995-02-24-12", status = "gjeldende",
  tekst = { nb = "Loven lister opp helligdagene.", nn = "Lova listar opp heilagdagane." },
}
lov "lov1947" { navn = { nb = "lov om 1. og 17. mai", nn = "lov om 1. og 17. mai" }, id = "LOV-1947-04-26-1" }
hjemmel "lov1947.1" {
  lov = "lov1947", paragraf = "§ 1", vis = "lov om 1. og 17. mai § 1", fra = "1947-04-26",
  kilde = "LOV-1947-04-26-1, gjengitt hos Arbeidstilsynet", status = "gjeldende",
  tekst = { nb = "1. og 17. mai er likestilt med søndager.", nn = "1. og 17. mai er jamstelte med søndagar." },
}

lov "offl." { navn = { nb = "offentleglova", nn = "offentleglova" }, id = "LOV-2006-05-19-16" }
hjemmel "offl.13" {
  lov = "offl.", paragraf = "§ 13", vis = "offl. § 13", fra = "2009-01-01", kilde = "LOV-2006-05-19-16",
  status = "gjeldende",
  tekst = {
    nb = "Opplysninger med taushetsplikt er unntatt fra offentlighet.",
    nn = "Opplysningar med teieplikt er unnatekne frå offentlegheit.",
  },
}

lov "spraakl." { navn = { nb = "språklova", nn = "språklova" }, id = "LOV-2021-05-21-42" }
hjemmel "spraakl.9" {
  lov = "spraakl.", paragraf = "§ 9", vis = "språkl. § 9", fra = "2022-01-01",
  kilde = "allmenn kunnskap, ordlyden er ikke kontrollert", status = "uverifisert",
  tekst = {
    nb = "Det offentlige skal skrive klart og tilpasset leseren.",
    nn = "Det offentlege skal skrive klart og tilpassa lesaren.",
  },
}

lov "koml." { navn = { nb = "kommuneloven", nn = "kommunelova" }, id = "LOV-2018-06-22-83" }
hjemmel "koml.5" {
  lov = "koml.", paragraf = "kap. 5", vis = "koml. kap. 5", fra = "2019-10-01", kilde = "LOV-2018-06-22-83",
  status = "gjeldende",
  tekst = {
    nb = "Den som avgjør saken for kommunen, må ha fått fullmakt til det.",
    nn = "Den som avgjer saka for kommunen, må ha fått fullmakt til det.",
  },
}
hjemmel "koml.13-3" {
  lov = "koml.", paragraf = "§ 13-3", vis = "koml. § 13-3", fra = "2019-10-01", kilde = "LOV-2018-06-22-83",
  status = "gjeldende",
  tekst = {
    nb = "Forvaltningslovens regler om inhabilitet gjelder for kommunens ansatte.",
    nn = "Reglane i forvaltingslova om inhabilitet gjeld for dei tilsette i kommunen.",
  },
}

lov "bsl." { navn = { nb = "boligsosialloven", nn = "bustadsosiallova" }, id = "LOV-2022-12-20-121" }
hjemmel "bsl.6" {
  lov = "bsl.", paragraf = "§ 6", vis = "bsl. § 6", fra = "2023-07-01",
  kilde = "Helsedirektoratet og regjeringen.no; lovens nummer er ikke kontrollert", status = "gjeldende",
  tekst = {
    nb = "Den som er vanskeligstilt på boligmarkedet, har rett til individuelt tilpasset hjelp til å skaffe bolig.",
    nn = "Den som er vanskelegstilt på bustadmarknaden, har rett til individuelt tilpassa hjelp til å skaffe bustad.",
  },
}

lov "egenandelsforskriften" {
  navn = { nb = "forskrift om egenandel for kommunale helse- og omsorgstjenester",
           nn = "forskrift om eigenandel for kommunale helse- og omsorgstenester" },
  id = "FOR-2011-12-16-1349",
}
hjemmel "egenandelsforskriften.1" {
  lov = "egenandelsforskriften", paragraf = "§ 1", vis = "egenandelsforskriften § 1", fra = "2012-01-01",
  kilde = "FOR-2011-12-16-1349 § 1 andre ledd", status = "gjeldende",
  tekst = {
    nb = "Kommunen kan ikke ta egenandel for avlastning eller for døgnopphold som er øyeblikkelig hjelp.",
    nn = "Kommunen kan ikkje ta eigenandel for avlasting eller for døgnopphald som er augeblikkeleg hjelp.",
  },
}
hjemmel "egenandelsforskriften.3" {
  lov = "egenandelsforskriften", paragraf = "§ 3", vis = "egenandelsforskriften § 3", fra = "2012-01-01",
  kilde = "FOR-2011-12-16-1349", status = "gjeldende",
  tekst = {
    nb = "For langtidsopphold betaler du en andel av inntekten din.",
    nn = "For langtidsopphald betaler du ein del av inntekta di.",
  },
}
hjemmel "egenandelsforskriften.4" {
  lov = "egenandelsforskriften", paragraf = "§ 4", vis = "egenandelsforskriften § 4", fra = "2012-01-01",
  kilde = "FOR-2011-12-16-1349", status = "gjeldende",
  tekst = {
    nb = "For korttidsopphold betaler du en fast pris per døgn. Har du mer enn 60 døgn i et kalenderår, betaler du som for langtidsopphold.",
    nn = "For korttidsopphald betaler du ein fast pris per døgn. Har du meir enn 60 døgn i eit kalenderår, betaler du som for langtidsopphald.",
  },
}
hjemmel "egenandelsforskriften.8" {
  lov = "egenandelsforskriften", paragraf = "§ 8", vis = "egenandelsforskriften § 8", fra = "2012-01-01",
  kilde = "FOR-2011-12-16-1349; Helsetilsynet om egenandel utenfor institusjon", status = "gjeldende",
  tekst = {
    nb = "Kommunen kan ta egenandel for praktisk bistand, men ikke for personlig stell og helsetjenester i hjemmet.",
    nn = "Kommunen kan ta eigenandel for praktisk hjelp, men ikkje for personleg stell og helsetenester i heimen.",
  },
}

lov "ftrl." { navn = { nb = "folketrygdloven", nn = "folketrygdlova" }, id = "LOV-1997-02-28-19" }
hjemmel "ftrl.1-4" {
  lov = "ftrl.", paragraf = "§ 1-4", vis = "ftrl. § 1-4", fra = "1997-05-01",
  kilde = "allmenn kunnskap, ikke kontrollert", status = "uverifisert",
  tekst = {
    nb = "Grunnbeløpet (G) i folketrygden blir fastsatt på nytt hvert år, fra 1. mai.",
    nn = "Grunnbeløpet (G) i folketrygda blir fastsett på nytt kvart år, frå 1. mai.",
  },
}

lov "grl." { navn = { nb = "Grunnloven", nn = "Grunnlova" }, id = "LOV-1814-05-17" }
hjemmel "grl.104" {
  lov = "grl.", paragraf = "§ 104", vis = "Grl. § 104", fra = "2014-05-13",
  kilde = "allmenn kunnskap, ikke kontrollert", status = "uverifisert",
  tekst = {
    nb = "Barnets beste skal være et grunnleggende hensyn når barn blir berørt.",
    nn = "Det beste for barnet skal vere eit grunnleggjande omsyn når saka vedkjem barn.",
  },
}
lov "barnekonvensjonen" { navn = { nb = "FNs barnekonvensjon", nn = "FNs barnekonvensjon" },
  id = "LOV-1999-05-21-30, vedlegg 8" }
hjemmel "barnekonvensjonen.3" {
  lov = "barnekonvensjonen", paragraf = "art. 3", vis = "barnekonvensjonen art. 3", fra = "2003-10-01",
  kilde = "allmenn kunnskap, ikke kontrollert", status = "uverifisert",
  tekst = {
    nb = "Barnets beste skal være et grunnleggende hensyn.",
    nn = "Det beste for barnet skal vere eit grunnleggjande omsyn.",
  },
}

-- Kommunens egne regler. De veileder; de binder aldri, og de er aldri alene grunn til å si nei.
lov "arbeidsrutine" { navn = { nb = "kommunens rutine for forvaltningskontoret",
                               nn = "rutinen kommunen har for forvaltingskontoret" } }
hjemmel "rutine.tiltaksmoete" {
  lov = "arbeidsrutine", paragraf = "punkt 4",
  vis = { nb = "rutinen for forvaltningskontoret punkt 4", nn = "rutinen for forvaltingskontoret punkt 4" },
  fra = "2012-01-01", kilde = "rutinebeskrivelse fra Tolga kommune", status = "gjeldende",
  tekst = {
    nb = "Saker til tiltaksmøtet meldes innen mandag kl. 12.00.",
    nn = "Saker til tiltaksmøtet skal meldast innan måndag kl. 12.00.",
  },
}
hjemmel "rutine.saksgang" {
  lov = "arbeidsrutine", vis = { nb = "rutinen for forvaltningskontoret", nn = "rutinen for forvaltingskontoret" },
  fra = "2012-01-01", kilde = "rutinebeskrivelse fra Tolga kommune", status = "gjeldende",
  tekst = {
    nb = "Forvaltningskontoret registrerer søknaden, sørger for at behovet blir kartlagt, legger saken fram for tiltaksmøtet og sender vedtaket. Enheten lager tiltaksplan og melder fra når behovet endrer seg.",
    nn = "Forvaltingskontoret registrerer søknaden, syter for at behovet blir kartlagt, legg saka fram for tiltaksmøtet og sender vedtaket. Eininga lagar tiltaksplan og melder frå når behovet endrar seg.",
  },
}
hjemmel "rutine.avvik" {
  lov = "arbeidsrutine", paragraf = "punkt 7",
  vis = { nb = "rutinen for forvaltningskontoret punkt 7", nn = "rutinen for forvaltingskontoret punkt 7" },
  fra = "2012-01-01", kilde = "rutinebeskrivelse fra Tolga kommune", status = "gjeldende",
  tekst = {
    nb = "Uklart ansvar mellom forvaltningskontoret og enhetene registreres som avvik.",
    nn = "Uklart ansvar mellom forvaltingskontoret og einingane blir registrert som avvik.",
  },
}
hjemmel "rutine.varslingsfrist" {
  lov = "arbeidsrutine",
  vis = { nb = "kommunens rutine for forhåndsvarsel", nn = "rutinen kommunen har for førehandsvarsel" },
  fra = "2012-01-01", kilde = "valgt av kommunen; loven krever bare en rimelig frist", status = "gjeldende",
  tekst = {
    nb = "Den som får forhåndsvarsel, har to uker på å uttale seg.",
    nn = "Den som får førehandsvarsel, har to veker på å uttale seg.",
  },
}
hjemmel "rutine.retting" {
  lov = "arbeidsrutine", vis = { nb = "kommunens rutine for klage", nn = "rutinen kommunen har for klage" },
  fra = "2012-01-01", kilde = "valgt av kommunen; loven krever bare en kort frist", status = "gjeldende",
  tekst = {
    nb = "Den som må rette klagen, har to uker på det.",
    nn = "Den som må rette klaga, har to veker på det.",
  },
}

-- Lovavdelingen skiller mellom vedtak med sluttdato og vedtak som løper inntil videre når en tjeneste skal settes ned. Selve
-- svaret er ikke kontrollert; derfor uverifisert.
lov "lovavdelingen" { navn = { nb = "Justisdepartementets lovavdeling", nn = "lovavdelinga i Justisdepartementet" } }
hjemmel "lovavdelingen.2013" {
  lov = "lovavdelingen", vis = { nb = "Lovavdelingens uttalelse 3. desember 2013 (13/3190)",
                                 nn = "fråsegna frå Lovavdelinga 3. desember 2013 (13/3190)" },
  fra = "2013-12-03", kilde = "omtalt av flere; uttalelsen selv er ikke lest", status = "uverifisert",
  tekst = {
    nb = "Et vedtak med sluttdato og et vedtak som løper inntil videre, er ulike når hjelpen skal settes ned.",
    nn = "Eit vedtak med sluttdato og eit vedtak som løper inntil vidare, er ulike når hjelpa skal setjast ned.",
  },
}
hjemmel "rutine.utfoerelse" {
  lov = "arbeidsrutine", paragraf = "punkt 6",
  vis = { nb = "rutinen for forvaltningskontoret punkt 6", nn = "rutinen for forvaltingskontoret punkt 6" },
  fra = "2012-01-01", kilde = "rutinebeskrivelse fra Tolga kommune", status = "gjeldende",
  tekst = {
    nb = "Lederen for enheten svarer på klager over hvordan hjelpen blir gitt.",
    nn = "Leiaren for eininga svarar på klager over korleis hjelpa blir gitt.",
  },
}
