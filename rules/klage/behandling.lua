-- Hva som skal skje med klagen: rettes, avvises eller behandles, og hva behandlingen ender i.

local function i_tide(regime)
  return noen { ikke(etter("klage_levert", frist("frist_for_klagen_" .. regime))),
    ikke(etter("klage_levert", frist("sikkert_i_tide_" .. regime))) }
end
fakta {
  klage_i_tide = janei {
    tekst = { nb = "klagen kom i tide", nn = "klaga kom i tide" }, hjemmel = { "fvl.29", "fvl.30", "pbrl.7-5" },
    utledet = noen {
      alle { er("fire_uker"), i_tide("a") },
      alle { er("tre_uker"), i_tide("b") },
      alle { finnes("forlenget_frist"), ikke(etter("klage_levert", faktum "forlenget_frist")) },
    },
  },
  klagen_har_mangler = janei {
    tekst = { nb = "klagen mangler noe", nn = "klaga manglar noko" }, hjemmel = { "fvl.32", "pbrl.7-3" },
    utledet = alle { ikke(er("rettet")),
      noen { er("klage_undertegnet", nei), er("klage_nevner_vedtaket", nei), er("klage_sier_hva", nei),
        er("klager_mangler_fullmakt") } },
  },
}

regel "klage" {
  gjelder = "/sak/klage[not(@om) or @om='vedtak' or @om='innsyn' or @om='egenandel']",
  hjemmel = { { "fvl.33", rolle = "plikt" } },
  egenskaper = { tittel = { nb = "klagen", nn = "klaga" } },
  frister = { "retting" },
  -- Mangler noe, skal klageren få rette det før noen sier nei (fvl. § 32).
  utfall = { ja = "behandles", nei = "avvises", delvis = "rettes" },
  innvilges_naar = alle {
    vilkaar "klagerett" { hjemmel = { "pbrl.7-2", "fvl.28" },
      noen { er("klager_er_part"), er("klager_mangler_fullmakt"),
        alle { er("tre_uker"), er("rettslig_klageinteresse") } },
      tekst = { nb = "Den som klager, har rett til å klage", nn = "Den som klagar, har rett til å klage" } },
    vilkaar "form" { hjemmel = { "fvl.32", "pbrl.7-3" },
      noen { er("klagen_har_mangler", nei), ikke(etter("dokumentdato", frist "retting")) },
      tekst = { nb = "Klagen er slik den skal være, eller kan fortsatt rettes",
                nn = "Klaga er slik ho skal vere, eller kan framleis rettast" } },
    vilkaar "frist" { hjemmel = { "fvl.29", "fvl.30", "fvl.31" },
      noen { er("klage_i_tide"), er("klager_kan_lastes", nei), er("rimelig_aa_behandle") },
      tekst = { nb = "Klagen kom i tide, eller det er grunn til å behandle den likevel",
                nn = "Klaga kom i tide, eller det er grunn til å behandle ho likevel" } },
    vilkaar "ett_aar" { hjemmel = "fvl.31", ikke(etter("klage_levert", frist "klage_senest")),
      tekst = { nb = "Det er ikke gått mer enn ett år siden vedtaket",
                nn = "Det er ikkje gått meir enn eitt år sidan vedtaket" } },
  },
  -- Teksten er det vi ber om i brevet.
  delvis_naar = alle { ikke(er("rettet")), noen {
    vilkaar "underskrift" { hjemmel = { "fvl.32", "pbrl.7-3" }, er("klage_undertegnet", nei),
      tekst = { nb = "Skriv under på klagen.", nn = "Skriv under på klaga." } },
    vilkaar "vedtaket" { hjemmel = { "fvl.32", "pbrl.7-3" }, er("klage_nevner_vedtaket", nei),
      tekst = { nb = "Si hvilket vedtak du klager på.", nn = "Sei kva vedtak du klagar på." } },
    vilkaar "endringen" { hjemmel = { "fvl.32", "pbrl.7-3" }, er("klage_sier_hva", nei),
      tekst = { nb = "Si hva du vil ha endret.", nn = "Sei kva du vil ha endra." } },
    vilkaar "fullmakt" { hjemmel = { "fvl.12", "fvl.32" }, er("klager_mangler_fullmakt"),
      tekst = { nb = "Send oss en skriftlig fullmakt fra den du klager for.",
                nn = "Send oss ei skriftleg fullmakt frå den du klagar for." } },
  } },
}

-- Kommunens egen vurdering (fvl. § 33 andre ledd): svaret på hvert punkt bestemmer utfallet. Er et punkt ikke besvart, er
-- utfallet ukjent.
regel "klageutfall" {
  gjelder = "/sak/klage[not(@om) or @om='vedtak' or @om='innsyn' or @om='egenandel']",
  hjemmel = { { "fvl.33", rolle = "plikt" } },
  vedtak_i = "klageutfall",
  utfall = { ja = "omgjort", nei = "opprettholdt", delvis = "delvis_omgjort" },
  innvilges_naar = vilkaar "medhold" { hjemmel = "fvl.33",
    noen { over("anfoersler_medhold", 0), over("anfoersler_delvis", 0),
      alle { noen { over("anfoersler_uten_vurdering", 0), lik("anfoersler", 0) }, er("svar_paa_anfoerslene") } },
    tekst = { nb = "Noe i klagen fører fram", nn = "Noko i klaga fører fram" } },
  delvis_naar = noen { over("anfoersler_delvis", 0), over("anfoersler_nei", 0),
    alle { over("anfoersler_uten_vurdering", 0), er("svar_paa_anfoerslene", nei) } },
}
