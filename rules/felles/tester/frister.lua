-- Klagefristen rad for rad: dagen brevet kom, den rå sluttdagen, og siste dag etter domstolloven § 149.
-- Dagen brevet kom, teller ikke med (§ 148), og den flyttes aldri selv om den er en helligdag.

test "klagefrist, fire uker" { dato = "2026-11-24",
  kolonner = { "navn", "vedtak_mottatt", "raa.klagefrist_a", "frister.klagefrist_a" },
  rader = {
    { "1 vanlig tirsdag", "2026-11-24", "2026-12-22", "2026-12-22" },
    { "3 lørdag går til mandag", "2026-11-21", "2026-12-19", "2026-12-21" },
    { "4 kom en søndag: starten flyttes ikke, slutten gjør", "2026-11-29", "2026-12-27", "2026-12-28" },
    { "5 julaften er virkedag", "2026-11-26", "2026-12-24", "2026-12-24" },
    { "6 begge juledagene og søndagen", "2026-11-27", "2026-12-25", "2026-12-28" },
    { "7 nyttårsaften teller", "2026-12-03", "2026-12-31", "2026-12-31" },
    { "8 nytt år og helg", "2026-12-04", "2027-01-01", "2027-01-04" },
    { "9 skjærtorsdag: over hele påsken", "2026-03-05", "2026-04-02", "2026-04-07" },
    { "10 andre påskedag", "2026-03-09", "2026-04-06", "2026-04-07" },
    { "11 skjærtorsdag 2027", "2027-02-25", "2027-03-25", "2027-03-30" },
    { "13 1. mai på en lørdag flyttes ikke til mandag", "2027-04-03", "2027-05-01", "2027-05-03" },
    { "14 Kristi himmelfartsdag; fredagen etter teller", "2026-04-16", "2026-05-14", "2026-05-15" },
    { "16 17. mai er også 2. pinsedag", "2027-04-19", "2027-05-17", "2027-05-18" },
    { "17 andre pinsedag", "2026-04-27", "2026-05-25", "2026-05-26" },
    { "2. juledag på en tirsdag, helligdagsloven § 2", "2028-11-27", "2028-12-25", "2028-12-27" },
    { "18 juledagene på lørdag og søndag", "2027-11-27", "2027-12-25", "2027-12-27" },
    { "19 skuddårsdagen", "2028-02-29", "2028-03-28", "2028-03-28" },
    { "20 kom på 1. mai", "2026-05-01", "2026-05-29", "2026-05-29" },
    { "21 ingen rettsferie", "2026-07-02", "2026-07-30", "2026-07-30" },
  },
}

test "klagefrist, tre uker" { dato = "2026-11-24",
  kolonner = { "navn", "vedtak_mottatt", "raa.klagefrist_b", "frister.klagefrist_b" },
  rader = {
    { "2 samme brev som rad 1, regime B", "2026-11-24", "2026-12-15", "2026-12-15" },
    { "12 1. mai og helg",                "2026-04-10", "2026-05-01", "2026-05-04" },
    { "15 17. mai på en søndag",          "2026-04-26", "2026-05-17", "2026-05-18" },
  },
}

-- Vedtaket er datert mandag, postlagt tirsdag og framme fredag: fristen regnes fra fredag, ikke fra datoen på brevet.
test "fristen regnes fra dagen brevet kom, ikke fra vedtaksdatoen" { dato = "2026-11-23",
  sak = { vedtaksdato = "2026-11-23", vedtak_sendt = "2026-11-24", vedtak_mottatt = "2026-11-27", postgang = 3 },
  venter = { frister = { klagefrist_a = { dato = "2026-12-28", raa = "2026-12-25", anslag = nei } } },
}
test "ikke kjent når brevet kom: anslag fra sendt dato og postgang" { dato = "2026-11-23",
  sak = { vedtaksdato = "2026-11-23", vedtak_sendt = "2026-11-24", postgang = 3 },
  venter = { frister = { klagefrist_a = { dato = "2026-12-28", raa = "2026-12-25", anslag = ja } } },
}
test "verken sendt eller kommet: anslag fra vedtaksdatoen" { dato = "2026-11-23",
  sak = { vedtaksdato = "2026-11-23", postgang = 3 },
  venter = { frister = { klagefrist_a = { dato = "2026-12-24", raa = "2026-12-24", anslag = ja },
    klagefrist_b = { dato = "2026-12-17", anslag = ja } } },
}
test "ingen vet når brevet kom: fristen har lengde, men ingen dato" { dato = "2026-11-23",
  sak = { vedtaksdato = "2026-11-23" },
  venter = { frister = { klagefrist_a = ukjent, klagefrist_b = ukjent } },
}

-- fvl. § 29: fristen løper fra underretningen om vedtaket. Er ingenting bestemt, er det ingen frist.
test "ingenting er bestemt: ingen klagefrist" { dato = "2026-11-23", sak = {},
  venter = { frister = { klagefrist_a = "ingen", klagefrist_b = "ingen" } } }

-- Posten kommer ikke i helgen eller på en helligdag: da er anslaget neste virkedag, og uka regnes fra den.
test "anslaget faller på en fridag" { dato = "2026-11-23",
  kolonner = { "navn", "vedtak_sendt", "raa.klagefrist_b", "frister.klagefrist_b" },
  rader = {
    { "onsdag + 3 er lørdag: mandag",           "2026-11-18", "2026-12-14", "2026-12-14" },
    { "torsdag + 3 er søndag: mandag",          "2026-11-19", "2026-12-14", "2026-12-14" },
    { "fredag + 3 er mandag",                   "2026-11-20", "2026-12-14", "2026-12-14" },
    { "tirsdag + 3 er 1. juledag: mandag 28.",  "2026-12-22", "2027-01-18", "2027-01-18" },
    { "tirsdag + 3 er langfredag: over påsken", "2027-03-23", "2027-04-20", "2027-04-20" },
  },
  sak = { postgang = 3 },
}

test "bare sendt dato er kjent" { dato = "2026-11-23",
  sak = { vedtak_sendt = "2026-11-24", postgang = 3 },
  venter = { frister = { klagefrist_a = { dato = "2026-12-28", anslag = ja } } },
}
-- Kommunens frister: siste virkedag på eller før.
test "foreløpig svar innen en måned" { dato = "2026-11-24",
  kolonner = { "navn", "soeknad_mottatt", "raa.foreloepig_svar", "frister.foreloepig_svar" },
  rader = {
    { "31. januar: februar har 28 dager, og den 28. er lørdag", "2026-01-31", "2026-02-28", "2026-02-27" },
    { "31. august: september har 30 dager", "2026-08-31", "2026-09-30", "2026-09-30" },
    { "1. desember: 1. nyttårsdag", "2026-12-01", "2027-01-01", "2026-12-31" },
    { "31. januar i skuddår", "2028-01-31", "2028-02-29", "2028-02-29" },
  },
  sak = { soeknaden_avgjort = nei, foreloepig_svar_gitt = nei },
}
-- fvl. § 11 a: er saken avgjort, eller foreløpig svar gitt, er plikten oppfylt.
test "foreløpig svar trengs ikke" { dato = "2026-11-24", sak = { soeknad_mottatt = "2026-11-02" },
  rader = {
    { navn = "alt er avgjort", sak = { soeknaden_avgjort = ja, foreloepig_svar_gitt = nei },
      venter = { frister = { foreloepig_svar = "ingen" } } },
    { navn = "svaret er sendt", sak = { soeknaden_avgjort = nei, foreloepig_svar_gitt = ja },
      venter = { frister = { foreloepig_svar = "ingen" } } },
    { navn = "verken avgjort eller sendt", sak = { soeknaden_avgjort = nei, foreloepig_svar_gitt = nei },
      venter = { frister = { foreloepig_svar = "2026-12-02" } } },
  } }
test "melding om endring til skade innen tre måneder" { dato = "2026-11-30",
  sak = { klage_mottatt = "2026-11-30" },
  venter = { raa = { melding_til_skade = "2027-02-28" }, frister = { melding_til_skade = "2027-02-26" } },
}
test "etter ett år behandles ingen klage, og dagen flyttes ikke" { dato = "2025-11-24",
  kolonner = { "navn", "paaklaget_vedtaksdato", "raa.klage_senest", "frister.klage_senest" },
  rader = {
    { "ett år på dagen",                      "2025-11-24", "2026-11-24", "2026-11-24" },
    { "faller på 2. juledag og flyttes ikke", "2025-12-26", "2026-12-26", "2026-12-26" },
    { "skuddårsdagen",                        "2028-02-29", "2029-02-28", "2029-02-28" },
  },
}
test "saker til tiltaksmøtet meldes mandag kl. 12, virkedagen før når mandagen er fri" { dato = "2026-11-24",
  kolonner = { "navn", "moetedato", "frister.saksliste_tiltaksmoete" },
  rader = {
    { "vanlig uke",                           "2026-11-25", "2026-11-23 12:00" },
    { "2. påskedag: onsdag før påske",        "2026-04-08", "2026-04-01 12:00" },
    { "17. mai og 2. pinsedag: fredagen før", "2027-05-19", "2027-05-14 12:00" },
    { "romjula, strakstiltak 26. desember",   "2026-12-30", "2026-12-28 12:00" },
    { "møte på en mandag",                    "2026-11-23", "2026-11-23 12:00" },
  },
}
test "uttalefristen etter forhåndsvarsel er fjorten dager og flyttes fram" { dato = "2026-12-11",
  kolonner = { "navn", "forhaandsvarsel_sendt", "raa.uttalefrist", "frister.uttalefrist" },
  rader = {
    { "vanlig",                           "2026-11-23", "2026-12-07", "2026-12-07" },
    { "1. juledag, 2. juledag og søndag", "2026-12-11", "2026-12-25", "2026-12-28" },
  },
}
-- fvl. § 16: en rimelig frist; kommunen gir to uker. Er varselet ikke sendt, regnes den fra brevet.
test "fristen for å uttale seg" { dato = "2026-11-24",
  rader = {
    { navn = "sendt mandag", sak = { forhaandsvarsel_sendt = "2026-11-02" },
      venter = { frister = { uttalefrist = "2026-11-16" } } },
    { navn = "ikke sendt: fra datoen på brevet", sak = { dokumentdato = "2026-12-14" },
      venter = { frister = { uttalefrist = { dato = "2026-12-28", anslag = ja } } } },
  },
}
