-- Det eksemplene i rules/README.md låner for å være hele. Hver bolk (skilt med en tom linje) gjelder når eksempelet ikke
-- selv har den. Lovtekst og tall er korte med vilje: bare navnene teller.

pakke { navn = "eksempel", versjon = "1.0.0", spraakversjon = 1 }

lov "hol." { navn = { nb = "helse- og omsorgstjenesteloven", nn = "helse- og omsorgstenestelova" }, id = "LOV-2011-06-24-30" }

lov "pbrl." { navn = { nb = "pasient- og brukerrettighetsloven", nn = "pasient- og brukarrettslova" }, id = "LOV-1999-07-02-63" }

lov "fvl." { navn = { nb = "forvaltningsloven", nn = "forvaltingslova" }, id = "LOV-1967-02-10" }

lov "dl." { navn = { nb = "domstolloven", nn = "domstollova" }, id = "LOV-1915-08-13-5" }

lov "ftrl." { navn = { nb = "folketrygdloven", nn = "folketrygdlova" }, id = "LOV-1997-02-28-19" }

lov "helligdagsloven" { navn = { nb = "helligdagsloven", nn = "heilagdagslova" }, id = "LOV-1995-02-24-12" }

lov "lov1947" { navn = { nb = "loven om 1. og 17. mai", nn = "lova om 1. og 17. mai" }, id = "LOV-1947-04-26-1" }

lov "kriterier" { navn = { nb = "kommunens kriterier", nn = "kriteria til kommunen" } }

hjemmel "hol.3-2.6a" { lov = "hol.", vis = "hol. § 3-2 første ledd nr. 6 bokstav a", fra = "2012-01-01", kilde = "lovdata.no", status = "gjeldende" }

hjemmel "pbrl.noedvendig_hjelp" { lov = "pbrl.", vis = "pbrl. § 2-1", fra = "2012-01-01", kilde = "lovdata.no", status = "gjeldende" }

hjemmel "pbrl.7-2" { lov = "pbrl.", vis = "pbrl. § 7-2", fra = "2001-01-01", kilde = "lovdata.no", status = "gjeldende" }

hjemmel "pbrl.7-5" { lov = "pbrl.", vis = "pbrl. § 7-5", fra = "2001-01-01", kilde = "lovdata.no", status = "gjeldende" }

hjemmel "fvl.11a" { lov = "fvl.", vis = "fvl. § 11 a", fra = "1970-01-01", kilde = "lovdata.no", status = "gjeldende" }

hjemmel "fvl.24" { lov = "fvl.", vis = "fvl. § 24", fra = "1970-01-01", kilde = "lovdata.no", status = "gjeldende" }

hjemmel "fvl.28" { lov = "fvl.", vis = "fvl. § 28", fra = "1970-01-01", kilde = "lovdata.no", status = "gjeldende" }

hjemmel "fvl.29" { lov = "fvl.", vis = "fvl. § 29", fra = "1970-01-01", kilde = "lovdata.no", status = "gjeldende" }

hjemmel "dl.149" { lov = "dl.", vis = "dl. § 149", fra = "1927-07-01", kilde = "lovdata.no", status = "gjeldende" }

hjemmel "ftrl.1-4" { lov = "ftrl.", vis = "ftrl. § 1-4", fra = "1997-05-01", kilde = "lovdata.no", status = "gjeldende" }

hjemmel "helligdagsloven.2" { lov = "helligdagsloven", vis = "helligdagsloven § 2", fra = "1995-02-24", kilde = "lovdata.no", status = "gjeldende" }

hjemmel "lov1947.1" { lov = "lov1947", vis = "lov 26. april 1947 nr. 1", fra = "1947-04-26", kilde = "lovdata.no", status = "gjeldende" }

hjemmel "kriterier.alarm" { lov = "kriterier", vis = "kriteriene for trygghetsalarm", fra = "2012-01-01", kilde = "eksempel", status = "gjeldende" }

hjemmel "kriterier.alarm.a" { lov = "kriterier", vis = "kriteriene for trygghetsalarm bokstav a", fra = "2012-01-01", kilde = "eksempel", status = "gjeldende" }

hjemmel "kriterier.alarm.b" { lov = "kriterier", vis = "kriteriene for trygghetsalarm bokstav b", fra = "2012-01-01", kilde = "eksempel", status = "gjeldende" }

hjemmel "kriterier.alarm.c" { lov = "kriterier", vis = "kriteriene for trygghetsalarm bokstav c", fra = "2012-01-01", kilde = "eksempel", status = "gjeldende" }

hjemmel "noekkel" { lov = "kriterier", vis = "prioriteringsnøkkelen", fra = "2012-01-01", kilde = "eksempel", status = "gjeldende" }

hjemmel "noekkel.2" { lov = "kriterier", vis = "prioriteringsnøkkelen punkt 2", fra = "2012-01-01", kilde = "eksempel", status = "gjeldende" }

fakta { bor_hjemme = janei { tekst = { nb = "bor hjemme", nn = "bur heime" }, sti = "opplysning[@navn='bor_hjemme']/@verdi" } }

fakta { bor_alene = janei { tekst = { nb = "bor alene", nn = "bur åleine" }, sti = "/sak/kartlegging/husstand/@borAlene" } }

fakta { fall_siste_aar = tall { tekst = { nb = "fall siste år", nn = "fall siste år" }, sti = "opplysning[@navn='fall']/@verdi", min = 0, maks = 1000, heltall = ja } }

fakta { utrygg = janei { tekst = { nb = "er utrygg", nn = "er utrygg" }, sti = "opplysning[@navn='utrygg']/@verdi" } }

fakta { heldoegns = janei { tekst = { nb = "har heldøgns tilsyn", nn = "har heildøgns tilsyn" }, sti = "opplysning[@navn='heldoegns']/@verdi" } }

fakta { tilsyn_doegn = tall { tekst = { nb = "tilsyn i døgnet", nn = "tilsyn i døgnet" }, sti = "opplysning[@navn='tilsyn']/@verdi", min = 0, maks = 48 } }

fakta { soekte_timer = tall { tekst = { nb = "timer det er søkt om", nn = "timar det er søkt om" }, sti = "soekt/omfang/@verdi", min = 0, maks = 168 } }

fakta { timer_maaned = tall { tekst = { nb = "timer i måneden", nn = "timar i månaden" }, sti = "vedtak/omfang/@verdi", min = 0, maks = 744 } }

fakta { varighet_uker = tall { tekst = { nb = "uker hjelpen vil vare", nn = "veker hjelpa vil vare" }, sti = "opplysning[@navn='uker']/@verdi", min = 0, maks = 5200 } }

fakta { utfall = valg { tekst = begge "vedtak", sti = "vedtak/@utfall", verdier = { "innvilget", "delvis", "avslaatt" } } }

fakta { begrunnelse = tekst { tekst = { nb = "begrunnelsen", nn = "grunngjevinga" }, sti = "vedtak/begrunnelse" } }

fakta { vedtaksdato = dato { tekst = { nb = "dagen for vedtaket", nn = "dagen for vedtaket" }, sti = "vedtak/@dato" } }

fakta { mottatt = dato { tekst = { nb = "dagen søknaden kom", nn = "dagen søknaden kom" }, sti = "@mottatt" } }

fakta { vedtak_mottatt = dato { tekst = { nb = "dagen brevet kom", nn = "dagen brevet kom" }, sti = "vedtak/@mottatt" } }

fakta { vedtak_sendt = dato { tekst = { nb = "dagen brevet ble sendt", nn = "dagen brevet vart sendt" }, sti = "vedtak/@sendt" } }

fakta { moetedato = dato { tekst = { nb = "dagen for møtet", nn = "dagen for møtet" }, sti = "moetebehandling/@dato" } }

fakta { postgang = tall { tekst = { nb = "dager posten bruker", nn = "dagar posten bruker" }, dokument = "kommune", sti = "/kommune/post/@postdager", min = 0, maks = 30, heltall = ja } }

fakta { gruppe = valg { tekst = begge "gruppe", sti = "@gruppe", verdier = { "akutt", "barn", "ungdom", "postoperativ" } } }

fakta { uker_etter_operasjon = tall { tekst = { nb = "uker etter operasjonen", nn = "veker etter operasjonen" }, sti = "@uker", min = 0, maks = 520, heltall = ja } }

fakta { funksjonstap = tall { tekst = begge "funksjonstap", sti = "@tap", min = 0, maks = 4, heltall = ja } }

sats "alarm_pris" { enhet = "kr per måned", hjemmel = "kriterier.alarm",
  { fra = "2025-01-01", verdi = 300, kilde = "prislista" },
}

sats "G" { enhet = "kr", hjemmel = "ftrl.1-4",
  { fra = "2025-05-01", verdi = 130160, kilde = "forskrift om grunnbeløpet" },
}

helligdag "loerdag" { ukedag = 6, hjemmel = "dl.149", tekst = { nb = "lørdag", nn = "laurdag" } }

helligdag "soendag" { ukedag = 7, hjemmel = "dl.149", tekst = { nb = "søndag", nn = "søndag" } }

frist "klagefrist_a" { tekst = begge "klagefrist", hjemmel = "pbrl.7-5", uker = 4, regnes_fra = "vedtak_mottatt", forskyves = "fram" }

frist "klagefrist_b" { tekst = begge "klagefrist", hjemmel = "fvl.29", uker = 3, regnes_fra = "vedtak_mottatt", forskyves = "fram" }

frist "forelopig_svar" { tekst = { nb = "foreløpig svar", nn = "førebels svar" }, hjemmel = "fvl.11a", gjelder = "/sak/soeknad",
  maaneder = 1, regnes_fra = "mottatt", forskyves = "tilbake" }

oppslag "klageregime" {
  { "A", frist = "klagefrist_a", hjemmel = { "pbrl.7-2", "pbrl.7-5" }, instans = "statsforvalter" },
  { "B", frist = "klagefrist_b", hjemmel = { "fvl.28", "fvl.29" }, instans = "klagenemnd" },
}

regel "trygghetsalarm" {
  hjemmel = "kriterier.alarm",
  innvilges_naar = alle { er("bor_hjemme"), noen { minst("fall_siste_aar", 2), alle { er("bor_alene"), er("utrygg") } } },
  unntak = { unntak "heldoegn" { naar = er("heldoegns"), gir = nei, hjemmel = "kriterier.alarm.c",
    tekst = { nb = "Alarm erstatter ikke heldøgns tilsyn", nn = "Alarm erstattar ikkje heildøgns tilsyn" } } },
}

tekst "frase.alarm" { nb = "Alarmen er en del av helsehjelpen din.", nn = "Alarmen er ein del av helsehjelpa di." }

lov "egenandelsforskriften" { navn = { nb = "egenandelsforskriften", nn = "eigendelsforskrifta" }, id = "FOR-2011-12-16-1349" }

hjemmel "egenandelsforskriften.3" { lov = "egenandelsforskriften", vis = "egenandelsforskriften § 3", fra = "2012-01-01", kilde = "lovdata.no", status = "gjeldende" }

hjemmel "egenandelsforskriften.4" { lov = "egenandelsforskriften", vis = "egenandelsforskriften § 4", fra = "2012-01-01", kilde = "lovdata.no", status = "gjeldende" }

hjemmel "hol.4-1" { lov = "hol.", vis = "hol. § 4-1", fra = "2012-01-01", kilde = "lovdata.no", status = "gjeldende" }

hjemmel "kriterier.beon" { lov = "kriterier", vis = "kriteriene for omsorgsnivå", fra = "2012-01-01", kilde = "eksempel", status = "gjeldende" }

hjemmel "kriterier.hsh" { lov = "kriterier", vis = "kriteriene for hjemmesykepleie", fra = "2012-01-01", kilde = "eksempel", status = "gjeldende" }

hjemmel "kriterier.opphold" { lov = "kriterier", vis = "kriteriene for opphold", fra = "2012-01-01", kilde = "eksempel", status = "gjeldende" }

fakta { betaler_selv = janei { tekst = { nb = "betaler selv", nn = "betaler sjølv" }, sti = "opplysning[@navn='betaler_selv']/@verdi" } }

fakta { doegn = tall { tekst = { nb = "døgn", nn = "døgn" }, sti = "opplysning[@navn='doegn']/@verdi", min = 0, maks = 400 } }

fakta { inntekt_aar = tall { tekst = { nb = "inntekt i året", nn = "inntekt i året" }, sti = "opplysning[@navn='inntekt']/@verdi", min = 0, maks = 100000000 } }

fakta { tilsyn_natt = janei { tekst = { nb = "trenger tilsyn om natta", nn = "treng tilsyn om natta" }, sti = "opplysning[@navn='tilsyn_natt']/@verdi" } }

fakta { hjemme_forsvarlig = janei { tekst = { nb = "hjelp hjemme er forsvarlig", nn = "hjelp heime er forsvarleg" }, sti = "opplysning[@navn='hjemme_forsvarlig']/@verdi" } }

fakta { valgt_trinn = valg { tekst = { nb = "trinnet som er valgt", nn = "trinnet som er valt" }, sti = "opplysning[@navn='trinn']/@verdi", verdier = { "hjemme", "opphold", "ingen" } } }

sats "doegnpris" { enhet = "kr per døgn", hjemmel = "egenandelsforskriften.3",
  { fra = "2025-01-01", verdi = 200, kilde = "prislista" },
}

utregning "egenandel" { tekst = { nb = "egenandel", nn = "eigendel" }, enhet = "kr", hjemmel = "egenandelsforskriften.4", avrunding = "krone",
  beregn = function(f) return f.doegn * f.sats.doegnpris end }

regel "korttidsopphold" { hjemmel = "kriterier.opphold", innvilges_naar = er("tilsyn_natt") }

regel "avlastning" { hjemmel = "kriterier.opphold", innvilges_naar = er("hjemme_forsvarlig", nei) }

hjemmel "fvl.32" { lov = "fvl.", vis = "fvl. § 32", fra = "1970-01-01", kilde = "lovdata.no", status = "gjeldende" }

hjemmel "fvl.33" { lov = "fvl.", vis = "fvl. § 33", fra = "1970-01-01", kilde = "lovdata.no", status = "gjeldende" }

hjemmel "fvl.34" { lov = "fvl.", vis = "fvl. § 34", fra = "1970-01-01", kilde = "lovdata.no", status = "gjeldende" }

fakta { klage_mottatt = dato { tekst = { nb = "dagen klagen kom", nn = "dagen klaga kom" }, sti = "@mottatt" } }

fakta { klage_signert = janei { tekst = { nb = "klagen er signert", nn = "klaga er signert" }, sti = "@signert" } }

frist "klagebehandling" { tekst = { nb = "klagen skal være vurdert", nn = "klaga skal vere vurdert" }, hjemmel = "fvl.33",
  maaneder = 1, regnes_fra = "tilstand", forskyves = "tilbake" }
