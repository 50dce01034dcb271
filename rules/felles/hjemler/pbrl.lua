-- Pasient- og brukerrettighetsloven: rettighetene til den tjenestene gjelder, og klagen over dem.

lov "pbrl." {
  navn = { nb = "pasient- og brukerrettighetsloven", nn = "pasient- og brukarrettslova" },
  id = "LOV-1999-07-02-63",
}

local KILDE = "Helsedirektoratets rundskriv til pasient- og brukerrettighetsloven"

-- Hovedretten flyttet fra § 2-1 a til § 2-1 (Prop. 40 L (2022–2023)). At den nå står i § 2-1 andre ledd, er kontrollert;
-- dagen den flyttet, er ikke funnet, og derfor er den eldre utgaven uverifisert.
hjemmel "pbrl.2-1" {
  lov = "pbrl.", paragraf = "§ 2-1 a", vis = "pbrl. § 2-1 a", fra = "2012-01-01", til = "2025-01-01",
  kilde = "Prop. 40 L (2022–2023); datoen paragrafen flyttet, er ikke funnet", status = "uverifisert",
  tekst = {
    nb = "Du har rett til nødvendige helse- og omsorgstjenester fra kommunen.",
    nn = "Du har rett til nødvendige helse- og omsorgstenester frå kommunen.",
  },
}
hjemmel "pbrl.2-1" {
  lov = "pbrl.", paragraf = "§ 2-1", ledd = "andre ledd", vis = "pbrl. § 2-1 andre ledd", fra = "2025-01-01",
  kilde = "Helsedirektoratets rundskriv til helse- og omsorgstjenesteloven § 3-1, som viser til § 2-1 andre ledd",
  status = "gjeldende",
  tekst = {
    nb = "Du har rett til nødvendige helse- og omsorgstjenester fra kommunen.",
    nn = "Du har rett til nødvendige helse- og omsorgstenester frå kommunen.",
  },
}
-- Om bokstaven fortsatt er d etter at hovedretten flyttet til § 2-1, er ikke kontrollert.
local BPA = {
  nb = "Du har rett til brukerstyrt personlig assistanse når du er under 67 år og trenger personlig assistanse i mer enn to år og minst 32 timer i uken. Trenger du mellom 25 og 32 timer, har du retten hvis ikke kommunen kan dokumentere at det koster vesentlig mer. Har du fått BPA før du fyller 67 år, beholder du retten.",
  nn = "Du har rett til brukarstyrt personleg assistanse når du er under 67 år og treng personleg assistanse i meir enn to år og minst 32 timar i veka. Treng du mellom 25 og 32 timar, har du retten dersom ikkje kommunen kan dokumentere at det kostar vesentleg meir. Har du fått BPA før du fyller 67 år, beheld du retten.",
}
hjemmel "pbrl.2-1d" {
  lov = "pbrl.", paragraf = "§ 2-1 d", vis = "pbrl. § 2-1 d", fra = "2015-01-01", til = "2025-01-01", kilde = KILDE,
  status = "gjeldende", tekst = BPA,
}
hjemmel "pbrl.2-1d" {
  lov = "pbrl.", paragraf = "§ 2-1 d", vis = "pbrl. § 2-1 d", fra = "2025-01-01",
  kilde = "Prop. 40 L (2022–2023); om bokstaven er den samme, er ikke kontrollert", status = "uverifisert", tekst = BPA,
}
hjemmel "pbrl.2-1.foerste" {
  lov = "pbrl.", paragraf = "§ 2-1 a", ledd = "første ledd", vis = "pbrl. § 2-1 a første ledd", fra = "2012-01-01",
  til = "2025-01-01",
  kilde = "Prop. 40 L (2022–2023); datoen paragrafen flyttet, er ikke funnet", status = "uverifisert",
  tekst = { nb = "Du har rett til øyeblikkelig hjelp fra kommunen.",
            nn = "Du har rett til augeblikkeleg hjelp frå kommunen." },
}
hjemmel "pbrl.2-1.foerste" {
  lov = "pbrl.", paragraf = "§ 2-1", ledd = "første ledd", vis = "pbrl. § 2-1 første ledd", fra = "2025-01-01",
  kilde = KILDE, status = "gjeldende",
  tekst = { nb = "Du har rett til øyeblikkelig hjelp fra kommunen.",
            nn = "Du har rett til augeblikkeleg hjelp frå kommunen." },
}
local LANGTID = {
  nb = "Du har rett til langtidsopphold på sykehjem når det er det eneste som gir deg forsvarlige tjenester. Ellers har du rett til et vedtak om du fyller kommunens kriterier og kan stå på venteliste.",
  nn = "Du har rett til langtidsopphald på sjukeheim når det er det einaste som gir deg forsvarlege tenester. Elles har du rett til eit vedtak om du fyller kriteria i kommunen og kan stå på venteliste.",
}
-- Første ledd kom 1. juli 2016, andre ledd 1. juli 2017. Om bokstaven fortsatt er e etter 2025, er ikke kontrollert.
hjemmel "pbrl.2-1e" {
  lov = "pbrl.", paragraf = "§ 2-1 e", vis = "pbrl. § 2-1 e", fra = "2017-07-01", til = "2025-01-01", kilde = KILDE,
  status = "gjeldende", tekst = LANGTID,
}
hjemmel "pbrl.2-1e" {
  lov = "pbrl.", paragraf = "§ 2-1 e", vis = "pbrl. § 2-1 e", fra = "2025-01-01",
  kilde = "Prop. 40 L (2022–2023); om bokstaven er den samme, er ikke kontrollert", status = "uverifisert",
  tekst = LANGTID,
}
hjemmel "pbrl.2-5" {
  lov = "pbrl.", paragraf = "§ 2-5", vis = "pbrl. § 2-5", fra = "2001-01-01", kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Den som trenger langvarige og koordinerte tjenester, har rett til individuell plan.",
    nn = "Den som treng langvarige og koordinerte tenester, har rett til individuell plan.",
  },
}
hjemmel "pbrl.2-5b" {
  lov = "pbrl.", paragraf = "§ 2-5 b", vis = "pbrl. § 2-5 b", fra = "2022-08-01", kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Den som trenger langvarige og koordinerte tjenester, har rett til koordinator.",
    nn = "Den som treng langvarige og koordinerte tenester, har rett til koordinator.",
  },
}
hjemmel "pbrl.2-5c" {
  lov = "pbrl.", paragraf = "§ 2-5 c", vis = "pbrl. § 2-5 c", fra = "2022-08-01", kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Familier som har eller venter barn med alvorlig sykdom, skade eller nedsatt funksjon, har rett til barnekoordinator.",
    nn = "Familiar som har eller ventar barn med alvorleg sjukdom, skade eller nedsett funksjon, har rett til barnekoordinator.",
  },
}
hjemmel "pbrl.2-7" {
  lov = "pbrl.", paragraf = "§ 2-7", vis = "pbrl. § 2-7", fra = "2012-01-01", kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Venter kommunen at en tjeneste varer lenger enn to uker, skal du få et skriftlig vedtak.",
    nn = "Ventar kommunen at ei teneste varer lenger enn to veker, skal du få eit skriftleg vedtak.",
  },
}
hjemmel "pbrl.2-8" {
  lov = "pbrl.", paragraf = "§ 2-8", vis = "pbrl. § 2-8", fra = "2017-10-01", kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Den som har særlig tungt omsorgsarbeid («særlig tyngende»), har rett til et vedtak om hva kommunen gjør for å hjelpe.",
    nn = "Den som har særleg tungt omsorgsarbeid («særleg tyngjande»), har rett til eit vedtak om kva kommunen gjer for å hjelpe.",
  },
}

-- 1. juni 2026 ble samtykkekompetanse til beslutningskompetanse i §§ 3-1, 3-3, 4-3, 4-5, 4-6, 4-6 a, 4A-2, 4A-3, 7-2 og 7-4.
-- Retten i § 3-1 er den samme; det er ordet og prøven for når noen ikke kan avgjøre selv, som er nye.
hjemmel "pbrl.3-1" {
  lov = "pbrl.", paragraf = "§ 3-1", vis = "pbrl. § 3-1", fra = "2001-01-01", til = "2026-06-01", kilde = KILDE,
  status = "gjeldende",
  tekst = {
    nb = "Du har rett til å være med og bestemme, og kommunen skal legge stor vekt på hva du mener. Den som ikke har samtykkekompetanse, medvirker gjennom sine nærmeste.",
    nn = "Du har rett til å vere med og bestemme, og kommunen skal leggje stor vekt på kva du meiner. Den som ikkje har samtykkekompetanse, medverkar gjennom sine næraste.",
  },
}
hjemmel "pbrl.3-1" {
  lov = "pbrl.", paragraf = "§ 3-1", vis = "pbrl. § 3-1", fra = "2026-06-01", kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Du har rett til å være med og bestemme, og kommunen skal legge stor vekt på hva du mener. Den som ikke har beslutningskompetanse, medvirker gjennom sine nærmeste.",
    nn = "Du har rett til å vere med og bestemme, og kommunen skal leggje stor vekt på kva du meiner. Den som ikkje har avgjerdskompetanse, medverkar gjennom sine næraste.",
  },
}
hjemmel "pbrl.4-1" {
  lov = "pbrl.", paragraf = "§ 4-1", vis = "pbrl. § 4-1", fra = "2001-01-01", kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Du skal som hovedregel bare få helsehjelp når du har sagt ja til den.",
    nn = "Du skal som hovudregel berre få helsehjelp når du har sagt ja til ho.",
  },
}
hjemmel "pbrl.4-6a" {
  lov = "pbrl.", paragraf = "§ 4-6 a", vis = "pbrl. § 4-6 a", fra = "2013-09-01", til = "2026-06-01", kilde = KILDE,
  status = "gjeldende",
  tekst = {
    nb = "Varslings- og lokaliseringsteknologi kan brukes for den som ikke har samtykkekompetanse, når det er nødvendig og i hennes eller hans interesse.",
    nn = "Varslings- og lokaliseringsteknologi kan brukast for den som ikkje har samtykkekompetanse, når det er nødvendig og i hennar eller hans interesse.",
  },
}
hjemmel "pbrl.4-6a" {
  lov = "pbrl.", paragraf = "§ 4-6 a", vis = "pbrl. § 4-6 a", fra = "2026-06-01", kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Varslings- og lokaliseringsteknologi kan brukes for den som ikke har beslutningskompetanse, når det er nødvendig og i hennes eller hans interesse.",
    nn = "Varslings- og lokaliseringsteknologi kan brukast for den som ikkje har avgjerdskompetanse, når det er nødvendig og i hennar eller hans interesse.",
  },
}
-- Ordlyden sier rett til Statsforvalteren (Sivilombudet 17.11.2025); rundskrivene sier gjennom kommunen. Derfor uverifisert.
hjemmel "pbrl.4a" {
  lov = "pbrl.", paragraf = "kap. 4 A", vis = "pbrl. kap. 4 A", fra = "2009-01-01",
  kilde = "Sivilombudet 17.11.2025: klagen går rett til Statsforvalteren; rundskrivene sier gjennom kommunen",
  status = "uverifisert",
  tekst = {
    nb = "Helsehjelp mot din vilje er bare lov på strenge vilkår, og du kan klage til Statsforvalteren.",
    nn = "Helsehjelp mot din vilje er berre lov på strenge vilkår, og du kan klage til Statsforvaltaren.",
  },
}
hjemmel "pbrl.7-2" {
  lov = "pbrl.", paragraf = "§ 7-2", vis = "pbrl. § 7-2", fra = "2012-01-01", kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Du kan klage til Statsforvalteren når du mener at du ikke har fått det du har rett til.",
    nn = "Du kan klage til Statsforvaltaren når du meiner at du ikkje har fått det du har rett til.",
  },
}
hjemmel "pbrl.7-3" {
  lov = "pbrl.", paragraf = "§ 7-3", vis = "pbrl. § 7-3", fra = "2012-01-01", kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Klagen skal være skriftlig og si hva du klager på. Kommunen hjelper deg med å skrive den.",
    nn = "Klaga skal vere skriftleg og seie kva du klagar på. Kommunen hjelper deg med å skrive ho.",
  },
}
hjemmel "pbrl.7-5" {
  lov = "pbrl.", paragraf = "§ 7-5", vis = "pbrl. § 7-5", fra = "2012-01-01", kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Fristen for å klage er fire uker fra du fikk eller burde ha fått vite nok til å klage.",
    nn = "Fristen for å klage er fire veker frå du fekk eller burde ha fått vite nok til å klage.",
  },
}
-- Hvilken frist som gjelder for klage på egenandel, er ikke kontrollert; fire uker er det Sivilombudet og kommunene bruker.
hjemmel "pbrl.7-5.egenandel" {
  lov = "pbrl.", paragraf = "§ 7-5", vis = "pbrl. § 7-5", fra = "2012-01-01",
  kilde = "Sivilombudet og kommunene bruker kapittel 7 også for egenandel; ikke kontrollert mot forskriften",
  status = "uverifisert",
  tekst = {
    nb = "Fristen for å klage på egenandelen er fire uker.",
    nn = "Fristen for å klage på eigenandelen er fire veker.",
  },
}
-- § 7-6 handlet om dette til 1. juli 2019; datoen bygger på allmenn kunnskap, derfor er den eldre utgaven uverifisert.
hjemmel "pbrl.7-7" {
  lov = "pbrl.", paragraf = "§ 7-6", vis = "pbrl. § 7-6", fra = "2012-01-01", til = "2019-07-01",
  kilde = "eldre nummer på § 7-7; datoen er ikke kontrollert", status = "uverifisert",
  tekst = {
    nb = "Forvaltningslovens regler om klage gjelder også her.",
    nn = "Reglane om klage i forvaltingslova gjeld òg her.",
  },
}
hjemmel "pbrl.7-7" {
  lov = "pbrl.", paragraf = "§ 7-7", vis = "pbrl. § 7-7", fra = "2019-07-01", kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Forvaltningslovens regler om klage gjelder også her. Statsforvalteren skal legge vekt på at kommunen har rett til å styre selv.",
    nn = "Reglane om klage i forvaltingslova gjeld òg her. Statsforvaltaren skal leggje vekt på at kommunen har rett til å styre sjølv.",
  },
}
hjemmel "pbrl.8" {
  lov = "pbrl.", paragraf = "kap. 8", vis = "pbrl. kap. 8", fra = "2001-01-01", kilde = KILDE, status = "gjeldende",
  tekst = {
    nb = "Pasient- og brukerombudet kan gi deg gratis råd og hjelp.",
    nn = "Pasient- og brukarombodet kan gi deg gratis råd og hjelp.",
  },
}
