-- Egenandel: hva en tjeneste koster den som får den, og hva den aldri kan koste.
--
-- Tre ting bestemmer prisen: statens satser for året, kommunens egne priser (kommunefila), og inntekten når loven sier at den teller.
-- Er en sats ikke kjent for året, er prisen ukjent: fjorårets sats er aldri svaret. Da sier brevet at prisen kommer i et eget vedtak,
-- og sjekklista sier hva som mangler. Når staten har kommet med en ny sats, skrives den inn her, med kilden.

-- ---- Kommunens priser -----------------------------------------------------------------------------------------------

local function i_kommunefila(navn)
  return "/kommune/satser/sats[@navn=" .. navn
    .. " and number(translate(@fra,'-','')) <= number(translate($dato,'-',''))"
    .. " and (not(@til) or number(translate(@til,'-','')) > number(translate($dato,'-','')))]"
end
local function kommunens_pris(navn, per, nb, nn)
  return tall { tekst = { nb = nb, nn = nn }, dokument = "kommune", min = 0, maks = 1000000, hjemmel = "hol.11-2",
    sti = i_kommunefila(navn, per) .. "/@verdi" }
end
local function har_pris(navn, per, nb, nn)
  return janei { tekst = { nb = nb, nn = nn }, dokument = "kommune", finnes = i_kommunefila(navn, per) }
end

fakta {
  alarmpris = kommunens_pris("'trygghetsalarm'", "maaned", "kommunens pris for alarmen",
    "prisen kommunen har for alarmen"),
  middagspris = kommunens_pris("'middag'", "maaltid", "kommunens pris for en middag",
    "prisen kommunen har for ein middag"),
  dagtilbudspris = kommunens_pris("'dagtilbud'", "dag", "kommunens pris for en dag på dagtilbudet",
    "prisen kommunen har for ein dag på dagtilbodet"),
  korttidspris = kommunens_pris("'korttidsopphold'", "doegn", "kommunens pris for et døgn på korttidsopphold",
    "prisen kommunen har for eit døgn på korttidsopphald"),
  har_korttidspris = har_pris("'korttidsopphold'", "doegn", "kommunen har egen pris for korttidsopphold",
    "kommunen har eigen pris for korttidsopphald"),
  dagoppholdspris = kommunens_pris("'dag_eller_nattopphold'", "dag", "kommunens pris for et dag- eller nattopphold",
    "prisen kommunen har for eit dag- eller nattopphald"),
  har_dagoppholdspris = har_pris("'dag_eller_nattopphold'", "dag", "kommunen har egen pris for dag- og nattopphold",
    "kommunen har eigen pris for dag- og nattopphald"),
  praktisk_pris_under_2g = kommunens_pris("'praktisk_bistand_under_2g'", "maaned",
    "kommunens pris i måneden når inntekten er under to ganger grunnbeløpet",
    "prisen kommunen har i månaden når inntekta er under to gonger grunnbeløpet"),
  har_praktisk_pris_under_2g = har_pris("'praktisk_bistand_under_2g'", "maaned",
    "kommunen har egen pris når inntekten er under to ganger grunnbeløpet",
    "kommunen har eigen pris når inntekta er under to gonger grunnbeløpet"),
  -- praktisk_bistand_over_2g, _3g, _4g og _5g: prisen i måneden for inntekt fra så mange ganger grunnbeløpet.
  praktisk_pris_over_2g = kommunens_pris("concat('praktisk_bistand_over_', $inntekt_i_g, 'g')", "maaned",
    "kommunens pris i måneden for denne inntekten", "prisen kommunen har i månaden for denne inntekta"),
  selvkost_time = kommunens_pris("'praktisk_bistand_selvkost'", "time", "det en time praktisk bistand koster kommunen",
    "det ein time praktisk hjelp kostar kommunen"),
  har_selvkost_time = har_pris("'praktisk_bistand_selvkost'", "time", "kommunen har regnet ut hva en time koster den",
    "kommunen har rekna ut kva ein time kostar han"),
}

-- ---- Saken ----------------------------------------------------------------------------------------------------------

-- Inntekten kan stå på tjenesten, i kartleggingen eller på saken; det nærmeste går foran.
local function steder(navn, attributt)
  local o = "opplysning[@navn='" .. navn .. "']"
  return o .. "/@" .. attributt
    .. " | /sak/kartlegging[" .. o .. "][last()]/" .. o .. "[not($her/" .. o .. ")]/@" .. attributt
    .. " | /sak/" .. o .. "[not($her/" .. o .. " or /sak/kartlegging/" .. o .. ")]/@" .. attributt
end
local function kroner(navn, nb, nn, spoer_nb, spoer_nn)
  return tall { tekst = { nb = nb, nn = nn }, spoersmaal = { nb = spoer_nb, nn = spoer_nn }, min = 0, maks = 100000000,
    sti = steder(navn, "verdi"), kjent = steder(navn, "kjent") }
end

fakta {
  husstandens_inntekt = kroner("husstandens_inntekt", "nettoinntekten til husstanden i året",
    "nettoinntekta til husstanden i året",
    "Hvor stor er nettoinntekten til dere som bor sammen? Den står i skatteoppgjøret.",
    "Kor stor er nettoinntekta til dykk som bur saman? Ho står i skatteoppgjeret."),
  inntekt_under_2g_oppgitt = janei {
    tekst = { nb = "det er oppgitt at inntekten i husstanden er under to ganger grunnbeløpet",
              nn = "det er oppgitt at inntekta i husstanden er under to gonger grunnbeløpet" },
    sti = steder("inntekt_under_2g", "verdi"), kjent = steder("inntekt_under_2g", "kjent") },
  inntekt_under_2g = janei {
    tekst = { nb = "inntekten i husstanden er under to ganger grunnbeløpet",
              nn = "inntekta i husstanden er under to gonger grunnbeløpet" }, hjemmel = "egenandelsforskriften.8",
    utledet = noen {
      alle { finnes("inntekt_under_2g_oppgitt"), er("inntekt_under_2g_oppgitt") },
      alle { ikke(finnes("inntekt_under_2g_oppgitt")), under("husstandens_inntekt", utregning "to_g") },
    },
  },
  inntekt_i_g = tall {
    tekst = { nb = "hele grunnbeløp i inntekten, høyst fem", nn = "heile grunnbeløp i inntekta, høgst fem" },
    utledet = function(f) return math.min(5, math.floor(f.husstandens_inntekt / f.sats.grunnbeloepet)) end,
  },
  egen_inntekt = kroner("inntekt_etter_skatt", "inntekten i året etter skatt og gjeldsrenter",
    "inntekta i året etter skatt og gjeldsrenter",
    "Hvor stor er inntekten din i året, og hva betaler du i skatt og gjeldsrenter?",
    "Kor stor er inntekta di i året, og kva betaler du i skatt og gjeldsrenter?"),
  -- Kommunen vet hvilket rom den gir. Står det ikke i saken, er rommet ikke delt.
  deler_rom_mot_oensket = janei {
    tekst = { nb = "må dele rom uten å ville det", nn = "må dele rom utan å ville det" },
    hjemmel = "egenandelsforskriften.3",
    finnes = "opplysning[@navn='deler_rom_mot_oensket' and (@verdi='ja' or @verdi='true')]",
  },
  betaler_etter_inntekt = janei {
    tekst = { nb = "oppholdet betales etter inntekten", nn = "opphaldet blir betalt etter inntekta" },
    hjemmel = { "egenandelsforskriften.3", "egenandelsforskriften.4" },
    utledet = noen { egenskap("kode", "LTO"), alle { egenskap("kode", "KTO"), over("kto_doegn_i_aar", 60) } },
  },
  oppholdet_i_doegn = janei {
    tekst = { nb = "vedtaket sier hvor mange døgn oppholdet er", nn = "vedtaket seier kor mange døgn opphaldet er" },
    finnes = "vedtak/omfang[@enhet='doegn' and @verdi]" },
  egenandel_beloep = tall { tekst = { nb = "prisen i vedtaket", nn = "prisen i vedtaket" },
    sti = "vedtak/egenandel/@beloep", min = 0, maks = 1000000 },
  -- Taket gjelder for alt til sammen. $statens_tak er tomt når satsen ikke er kjent, og da er svaret nei; tak_ukjent sier fra.
  statens_tak = tall {
    tekst = { nb = "det meste i måneden for all praktisk bistand", nn = "det meste i månaden for all praktisk hjelp" },
    utledet = function(f) return f.sats.egenandel_pb_under_2g end },
  samlet_over_taket = janei {
    tekst = { nb = "prisene i vedtaket er til sammen over statens tak",
              nn = "prisane i vedtaket er til saman over taket staten har" }, hjemmel = "egenandelsforskriften.8",
    finnes = "sum(/sak/tjenester/tjeneste[@kode='PB' or @kode='PBO' or @kode='BPA' or @kode='STK' or @kode='PSY']/vedtak/egenandel[@per='maaned']/@beloep) > number($statens_tak)",
  },
  egenandel_per = valg { tekst = { nb = "det prisen i vedtaket gjelder", nn = "det prisen i vedtaket gjeld" },
    sti = "vedtak/egenandel/@per", verdier = { "time", "doegn", "dag", "gang", "maaltid", "uke", "maaned" } },
  betaling_i_vedtaket = janei {
    tekst = { nb = "dette vedtaket sier at tjenesten koster noe", nn = "dette vedtaket seier at tenesta kostar noko" },
    finnes = "vedtak/egenandel[not(@egetVedtak='ja')][@betaler='ja' or number(@beloep) > 0 or not(@betaler)]" },
  prisen_regnes_ut = janei {
    tekst = { nb = "prisen i brevet skal regnes ut", nn = "prisen i brevet skal reknast ut" },
    finnes = "vedtak/egenandel[@betaler='ja' and not(@beloep) and not(@egetVedtak='ja') and not(*)]" },
  -- Ukjent når noe prisen bygger på, er ukjent.
  prisen_kan_regnes_ut = janei {
    tekst = { nb = "prisen kan regnes ut", nn = "prisen kan reknast ut" }, hjemmel = "hol.11-2",
    utledet = function(f)
      if f.kode == "LTO" then return f.utregning.pris_lto_maaned >= 0 end
      if f.kode == "KTO" then return f.utregning.pris_kto_doegn >= 0 end
      if f.kode == "DNO" then return f.utregning.pris_dno_gang >= 0 end
      if f.kode == "TRA" then return f.utregning.pris_alarm >= 0 end
      if f.kode == "MAT" or f.kode == "MAB" then return f.utregning.pris_middag >= 0 end
      if f.kode == "DAG" or f.kode == "DAS" then return f.utregning.pris_dagtilbud >= 0 end
      if f.inntekt_under_2g then return f.utregning.pris_pb_under_2g >= 0 end
      return f.utregning.pris_pb_over_2g >= 0
    end,
  },
  taket_er_kjent = janei {
    tekst = { nb = "det høyeste loven tillater, er kjent", nn = "det høgaste lova tillèt, er kjent" },
    hjemmel = "hol.11-2",
    utledet = function(f)
      if f.kode == "LTO" then return f.utregning.pris_lto_maaned >= 0 end
      if f.kode == "KTO" then return f.sats.egenandel_korttid_doegn >= 0 end
      if f.kode == "DNO" then return f.sats.egenandel_dag_eller_natt >= 0 end
      return f.sats.egenandel_pb_under_2g >= 0
    end,
  },
  kommunen_har_pris = janei {
    tekst = { nb = "kommunefila har prisen for oppholdet", nn = "kommunefila har prisen for opphaldet" },
    utledet = function(f)
      if f.kode == "KTO" then return f.har_korttidspris end
      return f.har_dagoppholdspris
    end,
  },
  betalingsdag_oppgitt = janei {
    tekst = { nb = "vedtaket sier fra hvilken dag det betales", nn = "vedtaket seier frå kva dag det skal betalast" },
    finnes = "vedtak/egenandel/@satsdato" },
  betaling_bare_for_praktisk = janei {
    tekst = { nb = "betalingen gjelder bare praktisk bistand, ikke personlig stell eller helsehjelp",
              nn = "betalinga gjeld berre praktisk hjelp, ikkje personleg stell eller helsehjelp" },
    hjemmel = "egenandelsforskriften.8",
    sti = steder("betaling_praktisk_del", "verdi"),
    kjent = steder("betaling_praktisk_del", "kjent") },
}

-- ---- Statens satser -------------------------------------------------------------------------------------------------

-- Kommunale prislister viser til forskriften og departementets rundskriv; selve rundskrivet er ikke lest. Der ingen kilde er
-- funnet, står det at satsen er ukjent.
local IKKE_FUNNET = "lett etter i kommunale prislister og på regjeringen.no; ikke funnet"

sats "grunnbeloepet" { enhet = "kr", hjemmel = "ftrl.1-4",
  tekst = { nb = "grunnbeløpet i folketrygden (G)", nn = "grunnbeløpet i folketrygda (G)" },
  { fra = "2021-05-01", verdi = 106399, kilde = "prisliste for 2022, Tønsberg kommune" },
  { fra = "2022-05-01", verdi = 111477, kilde = "prisliste for 2023, Stryn kommune" },
  { fra = "2023-05-01", verdi = 118620, kilde = "SpareBank 1, tabell over grunnbeløpet" },
  { fra = "2024-05-01", verdi = 124028, kilde = "allmenn kunnskap, ikke kontrollert" },
  { fra = "2025-05-01", verdi = 130160, kilde = "kommunal prisliste for 2025" },
  { fra = "2026-05-01", verdi = ukjent, kilde = IKKE_FUNNET },
}
sats "egenandel_pb_under_2g" { enhet = "kr per måned", hjemmel = "egenandelsforskriften.8",
  tekst = { nb = "det meste staten lar kommunen ta i måneden for praktisk bistand, når inntekten er under to G",
            nn = "det meste staten lèt kommunen ta i månaden for praktisk hjelp, når inntekta er under to G" },
  { fra = "2022-01-01", verdi = 215,    kilde = "prisliste for 2022, Stange kommune" },
  { fra = "2023-01-01", verdi = 220,    kilde = "statens rundskriv for 2023" },
  { fra = "2024-01-01", verdi = 230,    kilde = "prisliste for 2024, Frosta kommune" },
  { fra = "2025-01-01", verdi = ukjent, kilde = IKKE_FUNNET },
  { fra = "2026-01-01", verdi = 241,    kilde = "kommunal prisliste for 2026" },
  { fra = "2027-01-01", verdi = ukjent, kilde = IKKE_FUNNET },
}
sats "egenandel_korttid_doegn" { enhet = "kr per døgn", hjemmel = "egenandelsforskriften.4",
  tekst = { nb = "det meste staten lar kommunen ta for et døgn på korttidsopphold",
            nn = "det meste staten lèt kommunen ta for eit døgn på korttidsopphald" },
  { fra = "2022-01-01", verdi = 180,    kilde = "prisliste for 2022, Tønsberg kommune" },
  { fra = "2023-01-01", verdi = 185,    kilde = "rundskriv I-1/2023, gjengitt av Stryn kommune" },
  { fra = "2024-01-01", verdi = 193,    kilde = "prisliste for 2024, Frosta kommune" },
  { fra = "2025-01-01", verdi = 200,    kilde = "Alta kommune om egenandel i 2025" },
  { fra = "2026-01-01", verdi = ukjent, kilde = IKKE_FUNNET },
}
sats "egenandel_dag_eller_natt" { enhet = "kr per gang", hjemmel = "egenandelsforskriften.4",
  tekst = { nb = "det meste staten lar kommunen ta for et dag- eller nattopphold",
            nn = "det meste staten lèt kommunen ta for eit dag- eller nattopphald" },
  { fra = "2022-01-01", verdi = 100,    kilde = "prisliste for 2022, Tønsberg kommune" },
  { fra = "2023-01-01", verdi = 105,    kilde = "rundskriv I-1/2023, gjengitt av Stryn kommune" },
  { fra = "2024-01-01", verdi = 110,    kilde = "prisliste for 2024, Frosta kommune" },
  { fra = "2025-01-01", verdi = ukjent, kilde = IKKE_FUNNET },
}
sats "fribeloep" { enhet = "kr", hjemmel = "egenandelsforskriften.3",
  tekst = { nb = "fribeløpet, som ikke teller med", nn = "fribeløpet, som ikkje tel med" },
  { fra = "2022-01-01", verdi = 9100,   kilde = "prisliste for 2022, Tønsberg kommune" },
  { fra = "2023-01-01", verdi = 9400,   kilde = "rundskriv I-1/2023, gjengitt av Stryn kommune" },
  { fra = "2024-01-01", verdi = ukjent, kilde = IKKE_FUNNET },
  { fra = "2025-01-01", verdi = 10450,  kilde = "kommunal prisliste for 2025" },
  { fra = "2026-01-01", verdi = ukjent, kilde = IKKE_FUNNET },
}
sats "fribeloep_delt_rom" { enhet = "kr", hjemmel = "egenandelsforskriften.3",
  tekst = { nb = "fribeløpet for den som må dele rom", nn = "fribeløpet for den som må dele rom" },
  { fra = "2022-01-01", verdi = 44100,  kilde = "prisliste for 2022, Tønsberg kommune" },
  { fra = "2023-01-01", verdi = 45400,  kilde = "rundskriv I-1/2023, gjengitt av Stryn kommune" },
  { fra = "2024-01-01", verdi = ukjent, kilde = IKKE_FUNNET },
}

-- ---- Utregningene ---------------------------------------------------------------------------------------------------
-- Ører rundes ned: loven setter tak, og et tak kan ikke rundes opp.

utregning "to_g" { hjemmel = "ftrl.1-4", enhet = "kr",
  tekst = { nb = "to ganger grunnbeløpet", nn = "to gonger grunnbeløpet" },
  naar = ikke(finnes("inntekt_under_2g_oppgitt")),
  beregn = function(f) return 2 * f.sats.grunnbeloepet end }

-- § 8: under to G har staten et tak for all praktisk bistand i måneden; over to G er det kommunens priser.
utregning "pris_pb_under_2g" { hjemmel = "egenandelsforskriften.8", enhet = "kr", avrunding = "oere_ned",
  tekst = { nb = "det meste husstanden betaler i måneden", nn = "det meste husstanden betaler i månaden" },
  naar = er("inntekt_under_2g"),
  beregn = function(f)
    if f.har_praktisk_pris_under_2g then return f.praktisk_pris_under_2g end
    return f.sats.egenandel_pb_under_2g
  end,
  hoyst = sats "egenandel_pb_under_2g" }
utregning "pris_pb_over_2g" { hjemmel = "egenandelsforskriften.8", enhet = "kr", avrunding = "oere_ned",
  tekst = { nb = "kommunens pris i måneden", nn = "prisen i månaden" },
  naar = ikke(er("inntekt_under_2g")),
  beregn = function(f) return f.praktisk_pris_over_2g end }

-- § 4: en fast pris for døgnet, og for dagen eller natta.
utregning "pris_kto_doegn" { hjemmel = "egenandelsforskriften.4", enhet = "kr", avrunding = "oere_ned",
  tekst = { nb = "prisen for et døgn", nn = "prisen for eit døgn" },
  naar = ikke(er("betaler_etter_inntekt")),
  beregn = function(f)
    if f.har_korttidspris then return f.korttidspris end
    return f.sats.egenandel_korttid_doegn
  end,
  hoyst = sats "egenandel_korttid_doegn" }
utregning "pris_kto_oppholdet" { hjemmel = "egenandelsforskriften.4", enhet = "kr", avrunding = "oere_ned",
  tekst = { nb = "prisen for hele oppholdet", nn = "prisen for heile opphaldet" },
  naar = alle { ikke(er("betaler_etter_inntekt")), er("oppholdet_i_doegn") },
  beregn = function(f) return f.gitt_verdi * f.utregning.pris_kto_doegn end }
utregning "pris_dno_gang" { hjemmel = "egenandelsforskriften.4", enhet = "kr", avrunding = "oere_ned",
  tekst = { nb = "prisen for hver dag eller natt", nn = "prisen for kvar dag eller natt" },
  beregn = function(f)
    if f.har_dagoppholdspris then return f.dagoppholdspris end
    return f.sats.egenandel_dag_eller_natt
  end,
  hoyst = sats "egenandel_dag_eller_natt" }

-- § 3: 75 prosent av inntekten opp til grunnbeløpet, når fribeløpet er trukket fra, og 85 prosent av resten. Den som har mindre enn
-- grunnbeløpet, skal likevel ha igjen en fjerdedel av det, og fordelen av fribeløpet.
utregning "lto_inntekt" { hjemmel = "egenandelsforskriften.3", enhet = "kr", avrunding = "krone_ned",
  tekst = { nb = "inntekten i året, etter skatt og gjeldsrenter", nn = "inntekta i året, etter skatt og gjeldsrenter" },
  naar = er("betaler_etter_inntekt"),
  beregn = function(f) return f.egen_inntekt end }
utregning "lto_under_g" { hjemmel = "egenandelsforskriften.3", enhet = "kr", avrunding = "krone_ned",
  tekst = { nb = "75 prosent av inntekten opp til G, når fribeløpet er trukket fra",
            nn = "75 prosent av inntekta opp til G, når fribeløpet er trekt frå" },
  naar = er("betaler_etter_inntekt"),
  beregn = function(f)
    local fritt = f.deler_rom_mot_oensket and f.sats.fribeloep_delt_rom or f.sats.fribeloep
    return (math.min(f.utregning.lto_inntekt, f.sats.grunnbeloepet) - fritt) * 0.75
  end,
  minst = 0 }
utregning "lto_over_g" { hjemmel = "egenandelsforskriften.3", enhet = "kr", avrunding = "krone_ned",
  tekst = { nb = "85 prosent av inntekten over G", nn = "85 prosent av inntekta over G" },
  naar = er("betaler_etter_inntekt"),
  beregn = function(f) return (f.utregning.lto_inntekt - f.sats.grunnbeloepet) * 0.85 end,
  minst = 0 }
utregning "lto_tak" { hjemmel = "egenandelsforskriften.3", enhet = "kr", avrunding = "krone_ned",
  tekst = { nb = "likevel ikke mer enn det som er over en fjerdedel av G og fordelen av fribeløpet",
            nn = "likevel ikkje meir enn det som er over ein fjerdedel av G og fordelen av fribeløpet" },
  naar = alle { er("betaler_etter_inntekt"), under(utregning "lto_inntekt", sats "grunnbeloepet") },
  beregn = function(f)
    local fritt = f.deler_rom_mot_oensket and f.sats.fribeloep_delt_rom or f.sats.fribeloep
    return f.utregning.lto_inntekt - f.sats.grunnbeloepet * 0.25 - fritt * 0.75
  end,
  minst = 0 }
utregning "lto_aar" { hjemmel = "egenandelsforskriften.3", enhet = "kr",
  tekst = { nb = "prisen i året", nn = "prisen i året" }, naar = er("betaler_etter_inntekt"),
  beregn = function(f)
    local sum = f.utregning.lto_under_g + f.utregning.lto_over_g
    if f.utregning.lto_inntekt < f.sats.grunnbeloepet then sum = math.min(sum, f.utregning.lto_tak) end
    return sum
  end }
utregning "pris_lto_maaned" { hjemmel = "egenandelsforskriften.3", enhet = "kr", avrunding = "krone_ned",
  tekst = { nb = "prisen i måneden", nn = "prisen i månaden" }, naar = er("betaler_etter_inntekt"),
  beregn = function(f) return f.utregning.lto_aar / 12 end }

-- Kommunens egne tilbud: bare kommunens pris.
utregning "pris_alarm" { hjemmel = "hol.11-2", enhet = "kr", avrunding = "oere_ned",
  tekst = { nb = "prisen i måneden", nn = "prisen i månaden" }, beregn = function(f) return f.alarmpris end }
utregning "pris_middag" { hjemmel = "hol.11-2", enhet = "kr", avrunding = "oere_ned",
  tekst = { nb = "prisen for en middag", nn = "prisen for ein middag" }, beregn = function(f) return f.middagspris end }
utregning "pris_dagtilbud" { hjemmel = "hol.11-2", enhet = "kr", avrunding = "oere_ned",
  tekst = { nb = "prisen for en dag", nn = "prisen for ein dag" }, beregn = function(f) return f.dagtilbudspris end }
