-- Benchmarkens 48 regler: to skårer, en varighet og et unntak hver, som i lovens tildelingsregler i bredde, ikke i innhold.

lov "hol." { navn = begge "helse- og omsorgstjenesteloven", id = "LOV-2011-06-24-30" }

hjemmel "hol.3-2.1" { lov = "hol.", paragraf = "§ 3-2", nr = "1", vis = "hol. § 3-2 nr. 1", fra = "2012-01-01",
  tekst = begge "Benchmark.", kilde = "benchmark", status = "gjeldende" }
hjemmel "hol.3-2.2" { lov = "hol.", paragraf = "§ 3-2", nr = "2", vis = "hol. § 3-2 nr. 2", fra = "2012-01-01",
  tekst = begge "Benchmark.", kilde = "benchmark", status = "gjeldende" }
hjemmel "hol.3-2.3" { lov = "hol.", paragraf = "§ 3-2", nr = "3", vis = "hol. § 3-2 nr. 3", fra = "2012-01-01",
  tekst = begge "Benchmark.", kilde = "benchmark", status = "gjeldende" }
hjemmel "hol.3-2.4" { lov = "hol.", paragraf = "§ 3-2", nr = "4", vis = "hol. § 3-2 nr. 4", fra = "2012-01-01",
  tekst = begge "Benchmark.", kilde = "benchmark", status = "gjeldende" }
hjemmel "hol.3-2.5" { lov = "hol.", paragraf = "§ 3-2", nr = "5", vis = "hol. § 3-2 nr. 5", fra = "2012-01-01",
  tekst = begge "Benchmark.", kilde = "benchmark", status = "gjeldende" }
hjemmel "hol.3-2.6" { lov = "hol.", paragraf = "§ 3-2", nr = "6", vis = "hol. § 3-2 nr. 6", fra = "2012-01-01",
  tekst = begge "Benchmark.", kilde = "benchmark", status = "gjeldende" }

dokument "sak" { navnerom = "urn:hjemmel:sak:1", dato = { "/sak/@dato" }, maalform = "@maalform" }

fakta {
  fra = dato { tekst = begge "fra", sti = "/sak/tjenester/tjeneste[1]/vedtak/@virkningFra" },
  til = dato { tekst = begge "til", sti = "/sak/tjenester/tjeneste[1]/vedtak/@til" },
  dager = tall { tekst = begge "dager", utledet = function(f) return dager_mellom(f.fra, f.til) end },
  spise = tall { tekst = begge "spise", min = 1, maks = 5, ikke_relevant = 9,
    sti = "/sak/kartlegging/iplos/variabel[@navn='spise']/@skaar" },
  paa_og_avkledning = tall { tekst = begge "paa og avkledning", min = 1, maks = 5, ikke_relevant = 9,
    sti = "/sak/kartlegging/iplos/variabel[@navn='paa_og_avkledning']/@skaar" },
  personlig_hygiene = tall { tekst = begge "personlig hygiene", min = 1, maks = 5, ikke_relevant = 9,
    sti = "/sak/kartlegging/iplos/variabel[@navn='personlig_hygiene']/@skaar" },
  bevege_seg_innendoers = tall { tekst = begge "bevege seg innendoers", min = 1, maks = 5, ikke_relevant = 9,
    sti = "/sak/kartlegging/iplos/variabel[@navn='bevege_seg_innendoers']/@skaar" },
  bevege_seg_utendoers = tall { tekst = begge "bevege seg utendoers", min = 1, maks = 5, ikke_relevant = 9,
    sti = "/sak/kartlegging/iplos/variabel[@navn='bevege_seg_utendoers']/@skaar" },
  toalett = tall { tekst = begge "toalett", min = 1, maks = 5, ikke_relevant = 9,
    sti = "/sak/kartlegging/iplos/variabel[@navn='toalett']/@skaar" },
  hukommelse = tall { tekst = begge "hukommelse", min = 1, maks = 5, ikke_relevant = 9,
    sti = "/sak/kartlegging/iplos/variabel[@navn='hukommelse']/@skaar" },
  kommunikasjon = tall { tekst = begge "kommunikasjon", min = 1, maks = 5, ikke_relevant = 9,
    sti = "/sak/kartlegging/iplos/variabel[@navn='kommunikasjon']/@skaar" },
  ivareta_egen_oekonomi = tall { tekst = begge "ivareta egen oekonomi", min = 1, maks = 5, ikke_relevant = 9,
    sti = "/sak/kartlegging/iplos/variabel[@navn='ivareta_egen_oekonomi']/@skaar" },
  alminnelig_husarbeid = tall { tekst = begge "alminnelig husarbeid", min = 1, maks = 5, ikke_relevant = 9,
    sti = "/sak/kartlegging/iplos/variabel[@navn='alminnelig_husarbeid']/@skaar" },
  skaffe_varer_og_tjenester = tall { tekst = begge "skaffe varer og tjenester", min = 1, maks = 5, ikke_relevant = 9,
    sti = "/sak/kartlegging/iplos/variabel[@navn='skaffe_varer_og_tjenester']/@skaar" },
  lage_mat = tall { tekst = begge "lage mat", min = 1, maks = 5, ikke_relevant = 9,
    sti = "/sak/kartlegging/iplos/variabel[@navn='lage_mat']/@skaar" },
  syn = tall { tekst = begge "syn", min = 1, maks = 5, ikke_relevant = 9,
    sti = "/sak/kartlegging/iplos/variabel[@navn='syn']/@skaar" },
  hoersel = tall { tekst = begge "hoersel", min = 1, maks = 5, ikke_relevant = 9,
    sti = "/sak/kartlegging/iplos/variabel[@navn='hoersel']/@skaar" },
  sosial_deltakelse = tall { tekst = begge "sosial deltakelse", min = 1, maks = 5, ikke_relevant = 9,
    sti = "/sak/kartlegging/iplos/variabel[@navn='sosial_deltakelse']/@skaar" },
  beslutninger_i_dagliglivet = tall { tekst = begge "beslutninger i dagliglivet", min = 1, maks = 5, ikke_relevant = 9,
    sti = "/sak/kartlegging/iplos/variabel[@navn='beslutninger_i_dagliglivet']/@skaar" },
  ivareta_egen_helse = tall { tekst = begge "ivareta egen helse", min = 1, maks = 5, ikke_relevant = 9,
    sti = "/sak/kartlegging/iplos/variabel[@navn='ivareta_egen_helse']/@skaar" },
  styre_atferd = tall { tekst = begge "styre atferd", min = 1, maks = 5, ikke_relevant = 9,
    sti = "/sak/kartlegging/iplos/variabel[@navn='styre_atferd']/@skaar" },
}

regel "regel_1" { hjemmel = "hol.3-2.1",
  gjelder = "/sak/tjenester/tjeneste[@kode='MED']", egenskaper = { kode = "MED", vis = "hol. § 3-2 nr. 6 a" },
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.1", minst("spise", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.1", minst("bevege_seg_innendoers", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.1", over("dager", 0) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.1", gir = nei,
    naar = funksjon(function(f) return f.spise + f.bevege_seg_innendoers < 4 end) } } }

regel "regel_2" { hjemmel = "hol.3-2.2",
  gjelder = "/sak/tjenester/tjeneste[@kode='STELL']", egenskaper = { kode = "STELL", vis = "hol. § 3-2 nr. 6 b" },
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.2", minst("paa_og_avkledning", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.2", minst("ivareta_egen_oekonomi", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.2", over("dager", 7) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.2", gir = nei,
    naar = funksjon(function(f) return f.paa_og_avkledning + f.ivareta_egen_oekonomi < 4 end) } } }

regel "regel_3" { hjemmel = "hol.3-2.3",
  gjelder = "/sak/tjenester/tjeneste[@kode='PRAKT']", egenskaper = { kode = "PRAKT", vis = "hol. § 3-2 nr. 6 b" },
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.3", minst("personlig_hygiene", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.3", minst("hoersel", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.3", over("dager", 14) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.3", gir = nei,
    naar = funksjon(function(f) return f.personlig_hygiene + f.hoersel < 4 end) } } }

regel "regel_4" { hjemmel = "hol.3-2.4",
  gjelder = "/sak/tjenester/tjeneste[@kode='TREN']", egenskaper = { kode = "TREN", vis = "hol. § 3-2 nr. 5" },
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.4", minst("bevege_seg_innendoers", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.4", minst("spise", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.4", over("dager", 21) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.4", gir = nei,
    naar = funksjon(function(f) return f.bevege_seg_innendoers + f.spise < 4 end) } } }

regel "regel_5" { hjemmel = "hol.3-2.5",
  gjelder = "/sak/tjenester/tjeneste[@kode='ALARM']", egenskaper = { kode = "ALARM", vis = "hol. § 3-3" },
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.5", minst("bevege_seg_utendoers", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.5", minst("toalett", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.5", over("dager", 28) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.5", gir = nei,
    naar = funksjon(function(f) return f.bevege_seg_utendoers + f.toalett < 4 end) } } }

regel "regel_6" { hjemmel = "hol.3-2.6",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.6", minst("toalett", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.6", minst("skaffe_varer_og_tjenester", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.6", over("dager", 35) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.6", gir = nei,
    naar = funksjon(function(f) return f.toalett + f.skaffe_varer_og_tjenester < 4 end) } } }

regel "regel_7" { hjemmel = "hol.3-2.1",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.1", minst("hukommelse", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.1", minst("beslutninger_i_dagliglivet", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.1", over("dager", 42) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.1", gir = nei,
    naar = funksjon(function(f) return f.hukommelse + f.beslutninger_i_dagliglivet < 4 end) } } }

regel "regel_8" { hjemmel = "hol.3-2.2",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.2", minst("kommunikasjon", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.2", minst("personlig_hygiene", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.2", over("dager", 49) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.2", gir = nei,
    naar = funksjon(function(f) return f.kommunikasjon + f.personlig_hygiene < 4 end) } } }

regel "regel_9" { hjemmel = "hol.3-2.3",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.3", minst("ivareta_egen_oekonomi", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.3", minst("kommunikasjon", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.3", over("dager", 56) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.3", gir = nei,
    naar = funksjon(function(f) return f.ivareta_egen_oekonomi + f.kommunikasjon < 4 end) } } }

regel "regel_10" { hjemmel = "hol.3-2.4",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.4", minst("alminnelig_husarbeid", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.4", minst("syn", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.4", over("dager", 63) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.4", gir = nei,
    naar = funksjon(function(f) return f.alminnelig_husarbeid + f.syn < 4 end) } } }

regel "regel_11" { hjemmel = "hol.3-2.5",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.5", minst("skaffe_varer_og_tjenester", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.5", minst("styre_atferd", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.5", over("dager", 70) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.5", gir = nei,
    naar = funksjon(function(f) return f.skaffe_varer_og_tjenester + f.styre_atferd < 4 end) } } }

regel "regel_12" { hjemmel = "hol.3-2.6",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.6", minst("lage_mat", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.6", minst("bevege_seg_utendoers", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.6", over("dager", 77) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.6", gir = nei,
    naar = funksjon(function(f) return f.lage_mat + f.bevege_seg_utendoers < 4 end) } } }

regel "regel_13" { hjemmel = "hol.3-2.1",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.1", minst("syn", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.1", minst("alminnelig_husarbeid", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.1", over("dager", 84) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.1", gir = nei,
    naar = funksjon(function(f) return f.syn + f.alminnelig_husarbeid < 4 end) } } }

regel "regel_14" { hjemmel = "hol.3-2.2",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.2", minst("hoersel", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.2", minst("sosial_deltakelse", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.2", over("dager", 91) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.2", gir = nei,
    naar = funksjon(function(f) return f.hoersel + f.sosial_deltakelse < 4 end) } } }

regel "regel_15" { hjemmel = "hol.3-2.3",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.3", minst("sosial_deltakelse", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.3", minst("paa_og_avkledning", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.3", over("dager", 98) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.3", gir = nei,
    naar = funksjon(function(f) return f.sosial_deltakelse + f.paa_og_avkledning < 4 end) } } }

regel "regel_16" { hjemmel = "hol.3-2.4",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.4", minst("beslutninger_i_dagliglivet", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.4", minst("hukommelse", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.4", over("dager", 105) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.4", gir = nei,
    naar = funksjon(function(f) return f.beslutninger_i_dagliglivet + f.hukommelse < 4 end) } } }

regel "regel_17" { hjemmel = "hol.3-2.5",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.5", minst("ivareta_egen_helse", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.5", minst("lage_mat", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.5", over("dager", 112) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.5", gir = nei,
    naar = funksjon(function(f) return f.ivareta_egen_helse + f.lage_mat < 4 end) } } }

regel "regel_18" { hjemmel = "hol.3-2.6",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.6", minst("styre_atferd", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.6", minst("ivareta_egen_helse", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.6", over("dager", 119) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.6", gir = nei,
    naar = funksjon(function(f) return f.styre_atferd + f.ivareta_egen_helse < 4 end) } } }

regel "regel_19" { hjemmel = "hol.3-2.1",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.1", minst("spise", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.1", minst("bevege_seg_innendoers", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.1", over("dager", 126) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.1", gir = nei,
    naar = funksjon(function(f) return f.spise + f.bevege_seg_innendoers < 4 end) } } }

regel "regel_20" { hjemmel = "hol.3-2.2",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.2", minst("paa_og_avkledning", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.2", minst("ivareta_egen_oekonomi", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.2", over("dager", 133) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.2", gir = nei,
    naar = funksjon(function(f) return f.paa_og_avkledning + f.ivareta_egen_oekonomi < 4 end) } } }

regel "regel_21" { hjemmel = "hol.3-2.3",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.3", minst("personlig_hygiene", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.3", minst("hoersel", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.3", over("dager", 140) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.3", gir = nei,
    naar = funksjon(function(f) return f.personlig_hygiene + f.hoersel < 4 end) } } }

regel "regel_22" { hjemmel = "hol.3-2.4",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.4", minst("bevege_seg_innendoers", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.4", minst("spise", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.4", over("dager", 147) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.4", gir = nei,
    naar = funksjon(function(f) return f.bevege_seg_innendoers + f.spise < 4 end) } } }

regel "regel_23" { hjemmel = "hol.3-2.5",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.5", minst("bevege_seg_utendoers", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.5", minst("toalett", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.5", over("dager", 154) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.5", gir = nei,
    naar = funksjon(function(f) return f.bevege_seg_utendoers + f.toalett < 4 end) } } }

regel "regel_24" { hjemmel = "hol.3-2.6",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.6", minst("toalett", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.6", minst("skaffe_varer_og_tjenester", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.6", over("dager", 161) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.6", gir = nei,
    naar = funksjon(function(f) return f.toalett + f.skaffe_varer_og_tjenester < 4 end) } } }

regel "regel_25" { hjemmel = "hol.3-2.1",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.1", minst("hukommelse", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.1", minst("beslutninger_i_dagliglivet", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.1", over("dager", 168) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.1", gir = nei,
    naar = funksjon(function(f) return f.hukommelse + f.beslutninger_i_dagliglivet < 4 end) } } }

regel "regel_26" { hjemmel = "hol.3-2.2",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.2", minst("kommunikasjon", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.2", minst("personlig_hygiene", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.2", over("dager", 175) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.2", gir = nei,
    naar = funksjon(function(f) return f.kommunikasjon + f.personlig_hygiene < 4 end) } } }

regel "regel_27" { hjemmel = "hol.3-2.3",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.3", minst("ivareta_egen_oekonomi", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.3", minst("kommunikasjon", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.3", over("dager", 182) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.3", gir = nei,
    naar = funksjon(function(f) return f.ivareta_egen_oekonomi + f.kommunikasjon < 4 end) } } }

regel "regel_28" { hjemmel = "hol.3-2.4",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.4", minst("alminnelig_husarbeid", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.4", minst("syn", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.4", over("dager", 189) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.4", gir = nei,
    naar = funksjon(function(f) return f.alminnelig_husarbeid + f.syn < 4 end) } } }

regel "regel_29" { hjemmel = "hol.3-2.5",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.5", minst("skaffe_varer_og_tjenester", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.5", minst("styre_atferd", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.5", over("dager", 196) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.5", gir = nei,
    naar = funksjon(function(f) return f.skaffe_varer_og_tjenester + f.styre_atferd < 4 end) } } }

regel "regel_30" { hjemmel = "hol.3-2.6",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.6", minst("lage_mat", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.6", minst("bevege_seg_utendoers", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.6", over("dager", 203) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.6", gir = nei,
    naar = funksjon(function(f) return f.lage_mat + f.bevege_seg_utendoers < 4 end) } } }

regel "regel_31" { hjemmel = "hol.3-2.1",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.1", minst("syn", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.1", minst("alminnelig_husarbeid", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.1", over("dager", 210) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.1", gir = nei,
    naar = funksjon(function(f) return f.syn + f.alminnelig_husarbeid < 4 end) } } }

regel "regel_32" { hjemmel = "hol.3-2.2",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.2", minst("hoersel", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.2", minst("sosial_deltakelse", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.2", over("dager", 217) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.2", gir = nei,
    naar = funksjon(function(f) return f.hoersel + f.sosial_deltakelse < 4 end) } } }

regel "regel_33" { hjemmel = "hol.3-2.3",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.3", minst("sosial_deltakelse", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.3", minst("paa_og_avkledning", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.3", over("dager", 224) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.3", gir = nei,
    naar = funksjon(function(f) return f.sosial_deltakelse + f.paa_og_avkledning < 4 end) } } }

regel "regel_34" { hjemmel = "hol.3-2.4",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.4", minst("beslutninger_i_dagliglivet", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.4", minst("hukommelse", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.4", over("dager", 231) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.4", gir = nei,
    naar = funksjon(function(f) return f.beslutninger_i_dagliglivet + f.hukommelse < 4 end) } } }

regel "regel_35" { hjemmel = "hol.3-2.5",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.5", minst("ivareta_egen_helse", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.5", minst("lage_mat", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.5", over("dager", 238) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.5", gir = nei,
    naar = funksjon(function(f) return f.ivareta_egen_helse + f.lage_mat < 4 end) } } }

regel "regel_36" { hjemmel = "hol.3-2.6",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.6", minst("styre_atferd", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.6", minst("ivareta_egen_helse", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.6", over("dager", 245) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.6", gir = nei,
    naar = funksjon(function(f) return f.styre_atferd + f.ivareta_egen_helse < 4 end) } } }

regel "regel_37" { hjemmel = "hol.3-2.1",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.1", minst("spise", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.1", minst("bevege_seg_innendoers", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.1", over("dager", 252) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.1", gir = nei,
    naar = funksjon(function(f) return f.spise + f.bevege_seg_innendoers < 4 end) } } }

regel "regel_38" { hjemmel = "hol.3-2.2",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.2", minst("paa_og_avkledning", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.2", minst("ivareta_egen_oekonomi", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.2", over("dager", 259) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.2", gir = nei,
    naar = funksjon(function(f) return f.paa_og_avkledning + f.ivareta_egen_oekonomi < 4 end) } } }

regel "regel_39" { hjemmel = "hol.3-2.3",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.3", minst("personlig_hygiene", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.3", minst("hoersel", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.3", over("dager", 266) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.3", gir = nei,
    naar = funksjon(function(f) return f.personlig_hygiene + f.hoersel < 4 end) } } }

regel "regel_40" { hjemmel = "hol.3-2.4",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.4", minst("bevege_seg_innendoers", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.4", minst("spise", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.4", over("dager", 273) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.4", gir = nei,
    naar = funksjon(function(f) return f.bevege_seg_innendoers + f.spise < 4 end) } } }

regel "regel_41" { hjemmel = "hol.3-2.5",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.5", minst("bevege_seg_utendoers", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.5", minst("toalett", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.5", over("dager", 280) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.5", gir = nei,
    naar = funksjon(function(f) return f.bevege_seg_utendoers + f.toalett < 4 end) } } }

regel "regel_42" { hjemmel = "hol.3-2.6",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.6", minst("toalett", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.6", minst("skaffe_varer_og_tjenester", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.6", over("dager", 287) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.6", gir = nei,
    naar = funksjon(function(f) return f.toalett + f.skaffe_varer_og_tjenester < 4 end) } } }

regel "regel_43" { hjemmel = "hol.3-2.1",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.1", minst("hukommelse", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.1", minst("beslutninger_i_dagliglivet", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.1", over("dager", 294) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.1", gir = nei,
    naar = funksjon(function(f) return f.hukommelse + f.beslutninger_i_dagliglivet < 4 end) } } }

regel "regel_44" { hjemmel = "hol.3-2.2",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.2", minst("kommunikasjon", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.2", minst("personlig_hygiene", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.2", over("dager", 301) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.2", gir = nei,
    naar = funksjon(function(f) return f.kommunikasjon + f.personlig_hygiene < 4 end) } } }

regel "regel_45" { hjemmel = "hol.3-2.3",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.3", minst("ivareta_egen_oekonomi", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.3", minst("kommunikasjon", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.3", over("dager", 308) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.3", gir = nei,
    naar = funksjon(function(f) return f.ivareta_egen_oekonomi + f.kommunikasjon < 4 end) } } }

regel "regel_46" { hjemmel = "hol.3-2.4",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.4", minst("alminnelig_husarbeid", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.4", minst("syn", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.4", over("dager", 315) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.4", gir = nei,
    naar = funksjon(function(f) return f.alminnelig_husarbeid + f.syn < 4 end) } } }

regel "regel_47" { hjemmel = "hol.3-2.5",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.5", minst("skaffe_varer_og_tjenester", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.5", minst("styre_atferd", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.5", over("dager", 322) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.5", gir = nei,
    naar = funksjon(function(f) return f.skaffe_varer_og_tjenester + f.styre_atferd < 4 end) } } }

regel "regel_48" { hjemmel = "hol.3-2.6",
  innvilges_naar = alle {
    vilkaar "behov" { tekst = begge "Behov", hjemmel = "hol.3-2.6", minst("lage_mat", 3), },
    vilkaar "stoette" { tekst = begge "Støtte", hjemmel = "hol.3-2.6", minst("bevege_seg_utendoers", 2) },
    vilkaar "varighet" { tekst = begge "Varighet", hjemmel = "hol.3-2.6", over("dager", 329) },
  },
  unntak = { unntak "dekket" { tekst = begge "Dekket", hjemmel = "hol.3-2.6", gir = nei,
    naar = funksjon(function(f) return f.lage_mat + f.bevege_seg_utendoers < 4 end) } } }
