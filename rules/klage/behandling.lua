-- Hva som skal skje med klagen: rettes, avvises eller behandles, og hva behandlingen ender i.

-- En dag er sikkert innen fristen når den er det regnet fra vedtaket kom fram, eller fra det ble sendt når ankomsten ikke er
-- kjent. Er den etter det, og ankomsten ikke kjent, vet ingen om den er innen fristen.
local function sikkert_innen(dag)
  return noen { alle { er("fire_uker"), ikke(etter(dag, frist "sikkert_i_tide_a")) },
    alle { er("tre_uker"), ikke(etter(dag, frist "sikkert_i_tide_b")) } }
end
local function innen(dag)
  return noen { sikkert_innen(dag), alle { er("fire_uker"), ikke(etter(dag, frist "fra_vedtaket_a")) },
    alle { er("tre_uker"), ikke(etter(dag, frist "fra_vedtaket_b")) } }
end
fakta {
  begrunnelse_krevd_i_tide = janei {
    tekst = { nb = "begrunnelse ble krevd før klagefristen var ute",
              nn = "grunngjeving vart kravd før klagefristen var ute" },
    hjemmel = { "fvl.24.andre", "fvl.29.tredje" },
    utledet = alle { finnes("begrunnelse_krevd"), innen("begrunnelse_krevd") },
  },
  kom_i_tide_til_feil = janei {
    tekst = { nb = "klagen kom til feil mottaker før fristen var ute",
              nn = "klaga kom til feil mottakar før fristen var ute" },
    hjemmel = { "fvl.11.fjerde", "fvl.31" },
    utledet = alle { finnes("feil_mottatt"), innen("feil_mottatt") },
  },
  klage_i_tide = janei {
    tekst = { nb = "klagen kom i tide", nn = "klaga kom i tide" },
    hjemmel = { "fvl.29", "fvl.29.tredje", "fvl.29.femte", "fvl.30", "pbrl.7-5" },
    utledet = noen {
      innen("klage_levert"),
      -- Til begrunnelsen er kommet, løper ingen frist. Tre uker er i tide i alle regimer.
      alle { er("begrunnelse_krevd_i_tide"),
        noen { ikke(finnes("begrunnelse_framme")), ikke(etter("klage_levert", frist "fra_begrunnelsen_b")),
          alle { er("fire_uker"), ikke(etter("klage_levert", frist "fra_begrunnelsen_a")) } } },
      -- Forlenges kan fristen bare før den er ute.
      alle { finnes("forlenget_frist"), ikke(etter("klage_levert", frist "forlenget_frist_for_klagen")),
        noen { ikke(finnes("forlenget_dato")), sikkert_innen("forlenget_dato") } },
      alle { finnes("foerst_sendt"), sikkert_innen("foerst_sendt"),
        ikke(etter("klage_levert", frist "sendt_paa_nytt")) },
    },
  },
  klagen_har_mangler = janei {
    tekst = { nb = "klagen mangler noe", nn = "klaga manglar noko" }, hjemmel = { "fvl.32", "pbrl.7-3" },
    -- At klagen er skrevet om, gir ingen fullmakt; den må ligge i saken.
    utledet = noen { er("klager_mangler_fullmakt"),
      alle { ikke(er("rettet")),
        noen { er("klage_undertegnet", nei), er("klage_nevner_vedtaket", nei), er("klage_sier_hva", nei) } } },
  },
}

local URETTET = ikke(er("rettet"))
-- En rett uten vedtak har ingen vedtaksdag å regne året fra.
local UTEN_VEDTAK = alle { er("klage_over_rettighet"), ikke(finnes("paaklaget_vedtaksdato")) }

regel "klage" {
  gjelder = "/sak/klage[not(@om) or @om='vedtak' or @om='innsyn' or @om='egenandel' or @om='rettighet']",
  hjemmel = { { "fvl.33", rolle = "plikt" } },
  egenskaper = { tittel = { nb = "klagen", nn = "klaga" } },
  frister = { "retting" },
  fakta = { "klager_er_part" },  -- brevet sier ikke hva saken gjelder, til den som ikke har rett til å vite det
  -- Mangler noe, skal klageren få rette det før noen sier nei (fvl. § 32).
  utfall = { ja = "behandles", nei = "avvises", delvis = "rettes" },
  innvilges_naar = alle {
    -- Hvilken lov som sier hvem som kan klage, følger regimet; den som ikke gjelder, stenger ikke.
    vilkaar "klagerett" { hjemmel = "pbrl.7-2",
      noen { er("tre_uker"), er("klager_er_part"), er("klager_mangler_fullmakt") },
      tekst = { nb = "Den som klager, har rett til å klage", nn = "Den som klagar, har rett til å klage" } },
    vilkaar "klagerett_etter_fvl" { hjemmel = "fvl.28",
      noen { er("fire_uker"), er("klager_er_part"), er("klager_mangler_fullmakt"), er("rettslig_klageinteresse") },
      tekst = { nb = "Den som klager, er part eller har rettslig klageinteresse",
                nn = "Den som klagar, er part eller har rettsleg klageinteresse" } },
    vilkaar "klageobjekt" { hjemmel = { "fvl.2", "fvl.28" }, ikke(er("ikke_klageobjekt")),
      tekst = { nb = "Det er en avgjørelse det går an å klage på", nn = "Det er ei avgjerd det går an å klage på" } },
    -- Er klagen avgjort, er det den dagen som teller, ikke dagen brevet skrives.
    vilkaar "form" { hjemmel = "fvl.32",
      noen { er("klagen_har_mangler", nei),
        alle { ikke(finnes("klage_avgjort_dato")), ikke(etter("dokumentdato", frist "retting")) },
        alle { finnes("klage_avgjort_dato"), ikke(etter("klage_avgjort_dato", frist "retting")) } },
      tekst = { nb = "Klagen er slik den skal være, eller kan fortsatt rettes",
                nn = "Klaga er slik ho skal vere, eller kan framleis rettast" } },
    vilkaar "frist" { hjemmel = { "fvl.30", "fvl.31" },
      noen { er("klage_i_tide"), er("kom_i_tide_til_feil"), er("klager_kan_lastes", nei), er("rimelig_aa_behandle") },
      tekst = { nb = "Klagen kom i tide, eller det er grunn til å behandle den likevel",
                nn = "Klaga kom i tide, eller det er grunn til å behandle ho likevel" } },
    vilkaar "ett_aar" { hjemmel = "fvl.31", noen { UTEN_VEDTAK, ikke(etter("klage_levert", frist "klage_senest")) },
      tekst = { nb = "Det er ikke gått mer enn ett år siden vedtaket",
                nn = "Det er ikkje gått meir enn eitt år sidan vedtaket" } },
  },
  -- Teksten er det vi ber om i brevet.
  delvis_naar = noen {
    vilkaar "underskrift" { hjemmel = "fvl.32", alle { URETTET, er("klage_undertegnet", nei) },
      tekst = { nb = "Skriv under på klagen.", nn = "Skriv under på klaga." } },
    vilkaar "vedtaket" { hjemmel = "fvl.32", alle { URETTET, er("klage_nevner_vedtaket", nei) },
      tekst = { nb = "Si hvilket vedtak du klager på.", nn = "Sei kva vedtak du klagar på." } },
    vilkaar "endringen" { hjemmel = "fvl.32", alle { URETTET, er("klage_sier_hva", nei) },
      tekst = { nb = "Si hva du vil ha endret.", nn = "Sei kva du vil ha endra." } },
    vilkaar "fullmakt" { hjemmel = { "fvl.12", "fvl.32" }, er("klager_mangler_fullmakt"),
      tekst = { nb = "Send oss en skriftlig fullmakt fra den du klager for.",
                nn = "Send oss ei skriftleg fullmakt frå den du klagar for." } },
  },
}

-- Kommunens egen vurdering (fvl. § 33 andre ledd): svaret på hvert punkt bestemmer utfallet. Er et punkt ikke besvart, er
-- utfallet ukjent.
regel "klageutfall" {
  gjelder = "/sak/klage[not(@om) or @om='vedtak' or @om='innsyn' or @om='egenandel' or @om='rettighet']",
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
