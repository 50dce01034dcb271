-- Utledede fakta: timer i uka, varighet, alder, unntaket i fvl. § 24.
test "timer i uka" { dato = "2026-11-24",
  rader = {
    { navn = "timer per uke", sak = { soekt_verdi = 5, soekt_enhet = "timer_per_uke" }, venter = { fakta = { soekt_timer_uke = 5 } } },
    { navn = "en og en halv time hver tredje uke", sak = { soekt_verdi = 1.5, soekt_enhet = "timer_per_gang", soekt_hver = 3, soekt_hver_enhet = "uke" }, venter = { fakta = { soekt_timer_uke = 0.5 } } },
    { navn = "tretti minutter hver dag", sak = { soekt_verdi = 30, soekt_enhet = "minutter_per_gang", soekt_hver = 1, soekt_hver_enhet = "dag" }, venter = { fakta = { soekt_timer_uke = 3.5 } } },
    { navn = "måneden er en tolvdel av året, ikke fire uker", sak = { soekt_verdi = 26, soekt_enhet = "timer_per_maaned" }, venter = { fakta = { soekt_timer_uke = 6 } } },
    { navn = "uten enhet er det ukjent", sak = { soekt_verdi = 5 }, venter = { fakta = { soekt_timer_uke = ukjent } } },
  },
}
test "mindre enn det er søkt om" { dato = "2026-11-24",
  sak = { soekt_i_timer = ja, soekt_verdi = 5, soekt_enhet = "timer_per_uke", gitt_i_timer = ja, gitt_verdi = 2, gitt_enhet = "timer_per_uke" },
  rader = {
    { navn = "to av fem", venter = { fakta = { mindre_enn_soekt = ja } } },
    { navn = "fem av fem", sak = { gitt_verdi = 5 }, venter = { fakta = { mindre_enn_soekt = nei } } },
    { navn = "søkt i besøk, ikke timer: kan ikke sammenliknes", sak = { soekt_i_timer = nei }, venter = { fakta = { mindre_enn_soekt = nei } } },
    { navn = "gitt i besøk, ikke timer: kan ikke sammenliknes", sak = { gitt_i_timer = nei }, venter = { fakta = { mindre_enn_soekt = nei } } },
  },
}
test "enkeltvedtak når tjenesten er ventet å vare lenger enn to uker" { dato = "2026-11-24", sak = { sakstype = "ny" },
  rader = {
    { navn = "ti dager", sak = { varighet_uker = 1.5 }, venter = { fakta = { enkeltvedtak_kreves = nei } } },
    { navn = "to uker og en halv: pbrl. § 2-7 sier mer enn to uker", sak = { varighet_uker = 2.5 }, venter = { fakta = { enkeltvedtak_kreves = ja } } },
    { navn = "to uker", sak = { varighet_uker = 2 }, venter = { fakta = { enkeltvedtak_kreves = nei } } },
    { navn = "tre og en halv uke, etter forlengelse", sak = { varighet_uker = 3.5 }, venter = { fakta = { enkeltvedtak_kreves = ja } } },
    { navn = "ukjent varighet", sak = {}, venter = { fakta = { enkeltvedtak_kreves = ukjent } } },
  },
}
test "under atten år på vedtaksdatoen" { dato = "2026-11-24",
  rader = {
    { navn = "åtte år", sak = { foedselsdato = "2018-08-14" }, venter = { fakta = { soeker_under_18 = ja } } },
    { navn = "fyller atten i morgen", sak = { foedselsdato = "2008-11-25" }, venter = { fakta = { soeker_under_18 = ja } } },
    { navn = "fyller atten i dag", sak = { foedselsdato = "2008-11-24" }, venter = { fakta = { soeker_under_18 = nei } } },
    { navn = "åttifire år", sak = { foedselsdato = "1942-03-14" }, venter = { fakta = { soeker_under_18 = nei } } },
    { navn = "ukjent fødselsdato er ikke det samme som voksen", sak = {}, venter = { fakta = { soeker_under_18 = ukjent } } },
  },
}
test "full innvilgelse kan sendes uten begrunnelse bare når noen har tatt stilling til det" { dato = "2026-11-24",
  rader = {
    { navn = "innvilget, ingen misnøye ventet", sak = { utfall = "innvilget", misnoeye_ventet = nei }, venter = { fakta = { uten_begrunnelse = ja } } },
    { navn = "innvilget, misnøye ventet", sak = { utfall = "innvilget", misnoeye_ventet = ja }, venter = { fakta = { uten_begrunnelse = nei } } },
    { navn = "innvilget, ikke vurdert", sak = { utfall = "innvilget" }, venter = { fakta = { uten_begrunnelse = ukjent } } },
    { navn = "delvis", sak = { utfall = "delvis", misnoeye_ventet = nei }, venter = { fakta = { uten_begrunnelse = nei } } },
  },
}
