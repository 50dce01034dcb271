-- Fakta om en klage. Stier uten / foran gjelder fra klagen. Fristene står også her, fordi de regnes fra disse dagene.

local TJENESTE = "/sak/tjenester/tjeneste[@id=$her/@gjelder or @id=$her/gjelder/@tjeneste]"
local ANDRE = "(" .. TJENESTE .. ")[position() > 1]"
local KLAGER = "/sak/parter/part[@id=$her/@fra]"

-- Hendelsene i saken som gjelder denne klagen, og de som gjelder tjenesten det klages på.
local function om_klagen(type) return "/sak/hendelser/hendelse[@type='" .. type
    .. "' and (@for=$her/@id or not(@for))]" end
local function om_tjenesten(type) return "@type='" .. type
    .. "' and (not(@for) or @for=$her/@gjelder or @for=$her/gjelder/@tjeneste)" end
local function kom_fram(type, uten)
  local sti = "/sak/hendelser/hendelse[" .. om_tjenesten(type) .. " and not(../hendelse["
    .. om_tjenesten("begrunnelse_krevd") .. "])"
  for _, annen in ipairs(uten) do sti = sti .. " and not(../hendelse[" .. om_tjenesten(annen) .. "])" end
  return sti .. "]/@dato"
end

fakta {
  -- Hva det klages over
  klage_om = valg { tekst = { nb = "hva det klages over", nn = "kva det blir klaga over" }, sti = "@om",
    verdier = { "vedtak", "utfoerelse", "innsyn", "egenandel", "tvang" } },
  klage_over_vedtak = janei {
    tekst = { nb = "det klages over et vedtak", nn = "det blir klaga over eit vedtak" },
    finnes = "self::klage[not(@om) or @om='vedtak']",
  },
  -- Regimet følger tjenestens regel. Klages det over flere tjenester, må de ha samme regime; ellers er det flere klager.
  fire_uker = janei {
    tekst = { nb = "klagefristen er fire uker", nn = "klagefristen er fire veker" }, hjemmel = "pbrl.7-5",
    utledet = noen { er("klage_om", "egenandel"),
      alle { er("klage_over_vedtak"), egenskap("regime", { "A", "E" }, TJENESTE) } },
  },
  tre_uker = janei {
    tekst = { nb = "klagefristen er tre uker", nn = "klagefristen er tre veker" }, hjemmel = "fvl.29",
    utledet = noen { er("klage_om", "innsyn"),
      alle { er("klage_over_vedtak"), egenskap("regime", { "B", "C", "D" }, TJENESTE) } },
  },
  flere_regimer = janei {
    tekst = { nb = "vedtakene det klages på, har ulike klageinstanser eller frister",
              nn = "vedtaka det blir klaga på, har ulike klageinstansar eller fristar" },
    utledet = noen {
      alle { egenskap("regime", "A", TJENESTE), egenskap("regime", { "B", "C" }, ANDRE) },
      alle { egenskap("regime", "B", TJENESTE), egenskap("regime", { "A", "C" }, ANDRE) },
      alle { egenskap("regime", "C", TJENESTE), egenskap("regime", { "A", "B" }, ANDRE) },
    },
  },
  flere_tjenester = janei { tekst = { nb = "det klages på flere tjenester", nn = "det blir klaga på fleire tenester" },
    finnes = ANDRE },

  -- Når den kom. Den er sendt i tide når den er levert til posten eller kommunen før fristen er ute (fvl. § 30).
  klage_levert = dato {
    tekst = { nb = "dagen klagen ble sendt eller levert", nn = "dagen klaga vart send eller levert" },
    hjemmel = "fvl.30",
    sti = "@poststemplet | @mottatt[not(../@poststemplet)]",
  },
  underrettet = dato {
    tekst = { nb = "dagen vedtaket kom fram til den som klager", nn = "dagen vedtaket kom fram til den som klagar" },
    sti = kom_fram("vedtak_mottatt", {}) .. " | " .. kom_fram("vedtak_varslet", { "vedtak_mottatt" })
      .. " | " .. kom_fram("vedtak_aapnet", { "vedtak_mottatt", "vedtak_varslet" })
      .. " | /sak/hendelser/hendelse[" .. om_tjenesten("begrunnelse_mottatt") .. "]/@dato",
  },
  vedtaket_sendt = dato { tekst = { nb = "dagen vedtaket ble sendt", nn = "dagen vedtaket vart sendt" },
    sti = "/sak/hendelser/hendelse[" .. om_tjenesten("vedtak_sendt") .. "]/@dato" },
  forlenget_frist = dato {
    tekst = { nb = "fristen kommunen har gitt i stedet", nn = "fristen kommunen har gitt i staden" },
    hjemmel = "fvl.29.femte",
    sti = "opplysning[@navn='forlenget_klagefrist']/@verdi",
  },
  klager_kan_lastes = janei {
    tekst = { nb = "den som klager, kan lastes for at klagen kom for sent",
              nn = "den som klagar, kan lastast for at klaga kom for seint" }, hjemmel = "fvl.31",
    sti = "forsinkelse/@kanLastes", kjent = "forsinkelse/@kjent",
  },
  rimelig_aa_behandle = janei {
    tekst = { nb = "særlige grunner gjør det rimelig å behandle klagen",
              nn = "særlege grunnar gjer det rimeleg å behandle klaga" }, hjemmel = "fvl.31",
    sti = "forsinkelse/@saerligeGrunner",
  },
  forsinkelse_begrunnet = tekst { tekst = { nb = "kommunens vurdering av forsinkelsen",
                                            nn = "vurderinga kommunen har gjort av forseinkinga" },
    sti = "forsinkelse/vurdering" },

  -- Den som klager
  klager_er_part = janei {
    tekst = { nb = "den som klager, er part eller handler lovlig for parten",
              nn = "den som klagar, er part eller handlar lovleg for parten" }, hjemmel = { "pbrl.7-2", "fvl.28" },
    finnes = KLAGER
      .. "[@rolle='soeker' or @rolle='omsorgsyter' or @rolle='foresatt' or @rolle='advokat' or fullmakt[not(@skriftlig='nei')] or vergemaal[@mandat!='oekonomisk']]",
  },
  klager_mangler_fullmakt = janei {
    tekst = { nb = "den som klager, er nær parten, men har ikke fullmakt",
              nn = "den som klagar, er nær parten, men har ikkje fullmakt" }, hjemmel = "fvl.32",
    finnes = KLAGER .. "[(@rolle='paaroerende' or @rolle='fullmektig') and not(fullmakt[not(@skriftlig='nei')])]",
  },
  rettslig_klageinteresse = janei {
    tekst = { nb = "har rettslig klageinteresse", nn = "har rettsleg klageinteresse" }, hjemmel = "fvl.28",
    sti = "opplysning[@navn='rettslig_klageinteresse']/@verdi",
    kjent = "opplysning[@navn='rettslig_klageinteresse']/@kjent",
  },

  klager_kan_naas = janei {
    tekst = { nb = "den som klager, har en adresse", nn = "den som klagar, har ei adresse" },
    finnes = KLAGER .. "[adresse or digitalPost[@reservert='nei']]",
  },
  -- Formen
  klage_undertegnet = janei {
    tekst = { nb = "klagen er undertegnet eller sendt med sikker innlogging",
              nn = "klaga er underskriven eller send med sikker innlogging" }, hjemmel = { "fvl.32", "pbrl.7-3" },
    finnes = "self::klage[@signert='ja' or @form='digital']",
  },
  klage_nevner_vedtaket = janei {
    tekst = { nb = "klagen sier hva det klages på", nn = "klaga seier kva det blir klaga på" },
    hjemmel = { "fvl.32", "pbrl.7-3" },
    finnes = "self::klage[@gjelder or gjelder or @vedtaksdato]",
  },
  klage_sier_hva = janei {
    tekst = { nb = "klagen sier hva som ønskes endret", nn = "klaga seier kva som er ønskt endra" },
    hjemmel = { "fvl.32", "pbrl.7-3" },
    finnes = "oensketEndring | anfoersel",
  },
  retting_sendt = dato { tekst = { nb = "dagen vi ba om retting", nn = "dagen vi bad om retting" },
    sti = om_klagen("retting_sendt") .. "/@dato" },
  rettet = janei { tekst = { nb = "klagen er rettet", nn = "klaga er retta" }, finnes = om_klagen("retting_mottatt") },

  -- Vurderingen av klagen
  anfoersler = tall { tekst = { nb = "punkter i klagen", nn = "punkt i klaga" }, antall = "anfoersel" },
  anfoersler_uten_vurdering = tall { tekst = { nb = "punkter kommunen ikke har svart på",
                                               nn = "punkt kommunen ikkje har svart på" },
    antall = "anfoersel[not(normalize-space(vurdering)) or not(@medhold)]" },
  anfoersler_medhold = tall { tekst = { nb = "punkter med medhold", nn = "punkt med medhald" },
    antall = "anfoersel[@medhold='ja']" },
  anfoersler_delvis = tall { tekst = { nb = "punkter med delvis medhold", nn = "punkt med delvis medhald" },
    antall = "anfoersel[@medhold='delvis']" },
  anfoersler_nei = tall { tekst = { nb = "punkter uten medhold", nn = "punkt utan medhald" },
    antall = "anfoersel[@medhold='nei']" },
  svar_paa_anfoerslene = janei {
    tekst = { nb = "svaret på hvert punkt i klagen", nn = "svaret på kvart punkt i klaga" }, hjemmel = "fvl.33",
  },
  klageutfall = valg {
    tekst = { nb = "det kommunen har bestemt om klagen", nn = "det kommunen har avgjort om klaga" },
    sti = "avgjoerelse/@utfall",
    verdier = { "opprettholdt", "omgjort", "delvis_omgjort", "avvist", "trukket" },
  },
  klage_vurdert_av_kommunen = tekst { tekst = { nb = "kommunens vurdering av klagen",
                                                nn = "vurderinga kommunen har gjort av klaga" },
    sti = "avgjoerelse/vurdering" },
  klage_besluttet_av = tekst { tekst = { nb = "den som har avgjort klagen", nn = "den som har avgjort klaga" },
    sti = "/sak/ansatte/ansatt[@id=$her/avgjoerelse/@besluttetAv]/navn" },
  klagebeslutter_inhabil = janei {
    tekst = { nb = "den som har avgjort klagen, er inhabil", nn = "den som har avgjort klaga, er inhabil" },
    finnes = "/sak/ansatte/ansatt[@id=$her/avgjoerelse/@besluttetAv]/inhabil",
  },
  utsetting_bedt_om = janei { tekst = { nb = "det er bedt om utsatt iverksetting",
                                        nn = "det er bede om utsett iverksetjing" },
    finnes = "utsattIverksetting[@bedtOm='ja']" },
  utsetting_avgjort = janei {
    tekst = { nb = "utsatt iverksetting er avgjort med grunn", nn = "utsett iverksetjing er avgjord med grunn" },
    finnes = "utsattIverksetting[@gitt][normalize-space(vurdering)]",
  },
  instans_har_bestemt = janei { tekst = { nb = "klageinstansen har avgjort klagen",
                                          nn = "klageinstansen har avgjort klaga" }, finnes = "instansvedtak" },
  utfoerelse_svart = tekst { tekst = { nb = "svaret på klagen over tjenesten", nn = "svaret på klaga over tenesta" },
    sti = "avgjoerelse/vurdering" },
  avvisning_mottatt = dato { tekst = { nb = "dagen avvisningen eller det nye vedtaket kom fram",
                                       nn = "dagen avvisinga eller det nye vedtaket kom fram" } },
  oversendt = dato { tekst = { nb = "dagen klagen ble sendt videre", nn = "dagen klaga vart send vidare" },
    sti = "oversendelse/@dato | " .. om_klagen("klage_oversendt") .. "/@dato" },
  kopi_til_klager = janei { tekst = { nb = "klageren får kopi av det vi sender",
                                      nn = "klagaren får kopi av det vi sender" },
    finnes = "oversendelse[@kopiTilKlager='ja']" },
}

-- Dokumentene klageinstansen må ha. Navnet på faktumet er dokumentets type i saken.
for _, rad in ipairs {
  { "klage", "klagen", "klaga" }, { "vedtak", "vedtaket", "vedtaket" }, { "soeknad", "søknaden", "søknaden" },
  { "kartlegging", "kartleggingen",                 "kartlegginga" },
  { "kriterier",   "kriteriene vedtaket bygger på", "kriteria vedtaket byggjer på" },
} do
  fakta {
    ["dokument_" .. rad[1]] = janei {
      tekst = { nb = rad[2] .. " er med i dokumentlista", nn = rad[3] .. " er med i dokumentlista" },
      finnes = "/sak/dokumenter/dokument[@type='" .. rad[1] .. "']",
    },
  }
end

-- ── Frister ─────────────────────────────────────────────────────────────────────────────────────────────────────
-- Fra vedtaket kom fram. Er den dagen ikke kjent, er det sikkert i tide det som kom innen fristen regnet fra sendingen; om
-- resten kan ingenting sies.
local FRA = { a = { uker = 4, hjemmel = "pbrl.7-5", naar = "fire_uker" },
  b = { uker = 3, hjemmel = "fvl.29", naar = "tre_uker" } }
for regime, f in par(FRA) do
  frist("frist_for_klagen_" .. regime) {
    som = "frist_for_klagen", tekst = { nb = "siste dag for å klage", nn = "siste dag for å klage" },
    hjemmel = { f.hjemmel, "dl.148", "dl.149" },
    gjelder = "/sak/klage", naar = er(f.naar), uker = f.uker, regnes_fra = "underrettet", forskyves = "fram",
  }
  frist("sikkert_i_tide_" .. regime) {
    tekst = { nb = "siste dag som er sikkert i tide", nn = "siste dag som er sikkert i tide" },
    hjemmel = { f.hjemmel, "dl.148", "dl.149" },
    uker = f.uker, regnes_fra = "vedtaket_sendt", forskyves = "fram",
  }
end
frist "retting" {
  tekst = { nb = "frist for å rette klagen", nn = "frist for å rette klaga" }, hjemmel = { "fvl.32", "rutine.retting" },
  gjelder = "/sak/klage", naar = er("klagen_har_mangler"), uker = 2, regnes_fra = "retting_sendt", forskyves = "fram",
  anslag = { fra = "dokumentdato", dager = 0 },  -- brevet som ber om retting, er ikke sendt ennå
}

-- Avvisning og omgjøring er nye vedtak, med ny klagerett (fvl. §§ 2 tredje ledd og 33). Fristen er den samme som for vedtaket.
local ANSLAG = { { fra = "dokumentdato", dager = "postgang", forskyves = "fram" } }
for regime, f in par(FRA) do
  frist("klagefrist_nytt_vedtak_" .. regime) {
    som = "klagefrist_nytt_vedtak", tekst = { nb = "klagefrist", nn = "klagefrist" },
    hjemmel = { f.hjemmel, "dl.148", "dl.149" },
    gjelder = "/sak/klage", naar = alle { er(f.naar), er("klageutfall", { "avvist", "omgjort", "delvis_omgjort" }) },
    uker = f.uker, regnes_fra = "avvisning_mottatt", forskyves = "fram", anslag = ANSLAG,
  }
end
