-- Hvem som kan gjøre hva med en sak, og hva kommunen selv har valgt: loven sier at den som avgjør, må ha fått myndigheten
-- delegert (koml. kap. 5), og ikke hvem det er. Valgene står i kommunefila, hvert med delegasjonsvedtaket det bygger på:
-- hvem, for hvilke tjenester og saker, hvor mye og hvor lenge, og om saken må ha vært oppe i møtet først.

local VEDTAK = "/sak/tjenester/tjeneste[vedtak]"
local function dag(attributt) return "number(translate(" .. attributt .. ",'-',''))" end
local GJELDER = " and " .. dag("@dato") .. " <= " .. dag("$dato") .. " and (not(@til) or " .. dag("@til") .. " > "
  .. dag("$dato") .. ")"
local TJENESTEN = "(@tjeneste=$kode or @tjeneste='*')"
local MYNDIGHET = "(not(@oppgave) or @oppgave='vedtak') and " .. TJENESTEN
  .. " and @rolle=$rolle and (not(@sakstype) or @sakstype=$sakstype)"
  .. " and ($delegasjonsvedtak='' or @vedtak=$delegasjonsvedtak)" .. GJELDER
local GRENSENE = " and (not(@hoeystTimerPerUke) or number($avgjort_timer_uke) <= @hoeystTimerPerUke)"
  .. " and (not(@hoeystUker) or number($avgjort_uker) <= @hoeystUker)"
local MOETET = " and (not(@etterMoete='ja') or $droeftet_i_moete='ja')"

local function delegert(nb, nn, krav)
  return janei { tekst = { nb = nb, nn = nn }, dokument = "kommune", hjemmel = "koml.5",
    finnes = "/kommune/delegasjoner/delegasjon[" .. krav .. "]" }
end
local function gir_ingenting(f) return f.utfall == "avvist" or f.utfall == "opphoert" end

fakta {
  delegasjonsvedtak = tekst { tekst = { nb = "delegasjonsvedtaket saken viser til",
                                        nn = "delegasjonsvedtaket saka viser til" }, sti = "vedtak/@delegasjon" },
  avgjort_timer_uke = tall { tekst = { nb = "timer i uka som er avgjort", nn = "timar i veka som er avgjorde" },
    utledet = function(f)
      if gir_ingenting(f) then return 0 end
      if f.utfall == "avslaatt" then return f.soekt_timer_uke end
      return f.gitt_timer_uke
    end },
  avgjort_uker = tall { tekst = { nb = "uker vedtaket varer", nn = "veker vedtaket varer" },
    utledet = function(f)
      if gir_ingenting(f) or f.utfall == "avslaatt" then return 0 end
      return dager_mellom(f.virkning_fra, f.vedtak_til) / 7
    end },
  droeftet_i_moete = janei {
    tekst = { nb = "saken var oppe i møtet før den ble avgjort", nn = "saka var oppe i møtet før ho vart avgjord" },
    finnes = "moetebehandling[" .. dag("@dato") .. " <= " .. dag("$her/vedtak/@dato") .. "]"
      .. " | /sak/hendelser/hendelse[@type='tiltaksmoete' and (not(@for) or @for=$her/@id) and "
      .. dag("@dato") .. " <= " .. dag("$her/vedtak/@dato") .. "]",
  },
  er_delegert = delegert("rollen har myndighet til å avgjøre saken", "rolla har mynde til å avgjere saka", MYNDIGHET),
  delegert_saa_mye = delegert("rollen har myndighet til å avgjøre så mye, så lenge",
    "rolla har mynde til å avgjere så mykje, så lenge", MYNDIGHET .. GRENSENE),
  delegert_uten_mer = delegert("rollen har myndighet, og saken har vært i møtet når den skal det",
    "rolla har mynde, og saka har vore i møtet når ho skal det", MYNDIGHET .. GRENSENE .. MOETET),

  -- Valg kommunen kan ha gjort. Har den ikke valgt, prøves det ikke.
  sender = tekst { tekst = { nb = "rollen til den som sender vedtaket", nn = "rolla til den som sender vedtaket" },
    sti = "/sak/ansatte/ansatt[@id=/sak/@saksbehandler]/@rolle" },
  utsending_valgt = delegert("kommunen har bestemt hvem som sender vedtak",
    "kommunen har avgjort kven som sender vedtak",
    "@oppgave='utsending' and " .. TJENESTEN .. GJELDER),
  sender_kan = delegert("rollen kan sende vedtaket", "rolla kan sende vedtaket",
    "@oppgave='utsending' and " .. TJENESTEN .. " and @rolle=$sender" .. GJELDER),
  iplos_paa_nytt = janei { tekst = { nb = "IPLOS er registrert på nytt", nn = "IPLOS er registrert på nytt" },
    finnes = "/sak/kartlegging[iplos][last()]/iplos[last()][@av and @type='revurdering']" },
  iplos_rolle = tekst { tekst = { nb = "rollen til den som registrerte IPLOS",
                                  nn = "rolla til den som registrerte IPLOS" },
    sti = "/sak/ansatte/ansatt[@id=/sak/kartlegging[iplos][last()]/iplos[last()]/@av]/@rolle" },
  iplos_valgt = delegert("kommunen har bestemt hvem som registrerer IPLOS på nytt",
    "kommunen har avgjort kven som registrerer IPLOS på nytt",
    "@oppgave='iplos_revurdering' and " .. TJENESTEN .. GJELDER),
  iplos_kan = delegert("rollen kan registrere IPLOS på nytt", "rolla kan registrere IPLOS på nytt",
    "@oppgave='iplos_revurdering' and " .. TJENESTEN .. " and @rolle=$iplos_rolle" .. GJELDER),
}

-- Det som løper fra før, og det som tas bort
fakta {
  loepende_til = dato { tekst = { nb = "dagen vedtaket som gjelder, går ut",
                                  nn = "dagen vedtaket som gjeld, går ut" }, sti = "loepende/@til" },
  loepende_vedtaksdato = dato { tekst = { nb = "dagen vedtaket som gjelder, ble truffet",
                                          nn = "dagen vedtaket som gjeld, vart gjort" },
    sti = "loepende/@vedtaksdato" },
  kartlagt_sist = dato { tekst = { nb = "dagen behovet sist ble kartlagt", nn = "dagen behovet sist vart kartlagt" },
    sti = "/sak/kartlegging[last()]/@dato" },
  omgjoeringsgrunn = valg {
    tekst = { nb = "grunnen til å endre et vedtak som løper", nn = "grunnen til å endre eit vedtak som løper" },
    sti = "vedtak/opplysning[@navn='omgjoeringsgrunn']/@verdi", hjemmel = "fvl.35",
    verdier = { "parten_vil_det", "ikke_til_skade", "ikke_kommet_fram", "ugyldig", "i_loven", "i_vedtaket",
      "ulovfestet" },
  },
}

local function tar_fra()
  return noen { er("sakstype", { "reduksjon", "opphoer" }), er("utfall", "opphoert"), er("mindre_enn_foer") }
end
local STANDARD = { "vedtatt standard", "vedteken standard", "standarden", "kommunen gir vanligvis",
  "kommunen gir vanlegvis", "tjenestenivået", "tenestenivået", "for alle som", "til alle som", "budsjett",
  "innsparing" }

sjekkliste "saksgang" {
  dokument = { "vedtak" },

  punkt { nummer = "20i", nivaa = "stopp", gjelder = VEDTAK, hjemmel = "koml.5",
    naar = alle { finnes("besluttet_av"), er("er_delegert") }, krav = er("delegert_saa_mye"),
    tekst = { nb = "Den som har bestemt, har bare myndighet til å gi mindre enn dette, eller for kortere tid.",
              nn = "Den som har avgjort, har berre mynde til å gi mindre enn dette, eller for kortare tid." },
    hvor = { nb = "La en med større myndighet avgjøre, eller rett grensene på delegasjonen i kommunefila.",
             nn = "La ein med større mynde avgjere, eller rett grensene på delegasjonen i kommunefila." } },
  punkt { nummer = "20j", nivaa = "stopp", gjelder = VEDTAK, hjemmel = { "koml.5", "rutine.tiltaksmoete" },
    naar = alle { finnes("besluttet_av"), er("delegert_saa_mye") }, krav = er("delegert_uten_mer"),
    tekst = { nb = "Den som har bestemt, kan bare avgjøre saken etter at den har vært oppe i møtet, og det har den ikke.",
              nn = "Den som har avgjort, kan berre avgjere saka etter at ho har vore oppe i møtet, og det har ho ikkje." },
    hvor = { nb = "Ta saken opp i møtet først, og skriv moetebehandling på tjenesten.",
             nn = "Ta saka opp i møtet først, og skriv moetebehandling på tenesta." } },
  punkt { nummer = "20k", nivaa = "varsel", gjelder = VEDTAK, hjemmel = "rutine.saksgang",
    naar = alle { er("utsending_valgt"), finnes("sender") }, krav = er("sender_kan"),
    tekst = { nb = "Den som står som saksbehandler, er ikke den kommunen har bestemt skal skrive og sende vedtak.",
              nn = "Den som står som saksbehandlar, er ikkje den kommunen har avgjort skal skrive og sende vedtak." },
    hvor = { nb = "La kontoret som skriver vedtak, stå som saksbehandler.",
             nn = "La kontoret som skriv vedtak, stå som saksbehandlar." } },
  punkt { nummer = "iplos_hvem", nivaa = "varsel", gjelder = VEDTAK, hjemmel = "rutine.saksgang",
    naar = alle { er("iplos_paa_nytt"), er("iplos_valgt") }, krav = er("iplos_kan"),
    tekst = { nb = "IPLOS er registrert på nytt av en annen enn den kommunen har bestemt.",
              nn = "IPLOS er registrert på nytt av ein annan enn den kommunen har avgjort." },
    hvor = { nb = "La enheten som kjenner personen, registrere på nytt.",
             nn = "La eininga som kjenner personen, registrere på nytt." } },

  -- Et vedtak med sluttdato er et løfte til den dagen. Å gi mindre før den, krever en grunn loven kjenner (fvl. § 35). Løper
  -- hjelpen inntil videre, er kravet varsel, en ny vurdering av personen og et nytt vedtak.
  punkt { nummer = "omgjoering", nivaa = "stopp", gjelder = VEDTAK, hjemmel = { "fvl.35", "lovavdelingen.2013" },
    naar = alle { tar_fra(), finnes("loepende_til"),
      foer("virkning_fra", faktum "loepende_til") },
    krav = finnes("omgjoeringsgrunn"),
    tekst = { nb = "Personen har et vedtak som varer lenger, og får mindre før det er ute. Det står ikke hva som gir kommunen rett til det.",
              nn = "Personen har eit vedtak som varer lenger, og får mindre før det er ute. Det står ikkje kva som gir kommunen rett til det." },
    hvor = { nb = "Vent til perioden er ute, eller skriv opplysningen omgjoeringsgrunn i vedtaket, og grunnen med egne ord i begrunnelsen.",
             nn = "Vent til perioden er ute, eller skriv opplysninga omgjoeringsgrunn i vedtaket, og grunnen med eigne ord i grunngjevinga." } },
  punkt { nummer = "ny_vurdering", nivaa = "stopp", gjelder = VEDTAK, hjemmel = { "fvl.17", "pbrl.2-1" },
    naar = tar_fra(),
    krav = alle { finnes("kartlagt_sist"),
      noen { ikke(finnes("loepende_vedtaksdato")), etter("kartlagt_sist", faktum "loepende_vedtaksdato") } },
    tekst = { nb = "Personen får mindre hjelp enn før, men behovet er ikke kartlagt på nytt etter forrige vedtak.",
              nn = "Personen får mindre hjelp enn før, men behovet er ikkje kartlagt på nytt etter førre vedtak." },
    hvor = { nb = "Kartlegg behovet på nytt, og skriv kartleggingen i saken.",
             nn = "Kartlegg behovet på nytt, og skriv kartlegginga i saka." } },
  punkt { nummer = "standard", nivaa = "stopp", gjelder = VEDTAK, hjemmel = { "fvl.25.tredje", "pbrl.2-1" },
    naar = alle { noen { tar_fra(), er("utfall", { "delvis", "avslaatt" }) }, finnes("begrunnelse"),
      inneholder("begrunnelse", STANDARD) },
    krav = alle { egne_ord("hensyn", { utover = "frase.", minst = 12 }), ikke(inneholder("hensyn", STANDARD)) },
    sted = "vedtak/begrunnelse",
    tekst = { nb = "Begrunnelsen viser til det kommunen gir alle. Det er ikke en grunn for denne personen.",
              nn = "Grunngjevinga viser til det kommunen gir alle. Det er ikkje ein grunn for denne personen." },
    hvor = { nb = "Skriv i hensyn hva du har veid for akkurat denne personen, og hvorfor standarden er nok for ham eller henne.",
             nn = "Skriv i hensyn kva du har vege for akkurat denne personen, og kvifor standarden er nok for han eller henne." } },
  punkt { nummer = "opphold_i_hjelpen", nivaa = "varsel", gjelder = VEDTAK, hjemmel = "rutine.saksgang",
    naar = alle { er("utfall", { "innvilget", "delvis", "endret" }), finnes("vedtak_til"), finnes("revurdering") },
    krav = ikke(etter("revurdering", faktum "vedtak_til")),
    tekst = { nb = "Vedtaket går ut før det skal ses på på nytt. Da kan hjelpen stanse uten at noen har bestemt det.",
              nn = "Vedtaket går ut før det skal sjåast på på nytt. Då kan hjelpa stanse utan at nokon har avgjort det." },
    hvor = { nb = "Sett revurdering til en dag før vedtaket går ut.",
             nn = "Set revurdering til ein dag før vedtaket går ut." } },

  -- Muntlig henvendelse skrives ned; et avvik er internt, og er aldri svaret på en klage.
  punkt { nummer = "nedtegnet", nivaa = "varsel", hjemmel = { "fvl.11", "rutine.saksgang" },
    gjelder = "/sak/hendelser/hendelse[@type='henvendelse_mottatt' and (@kanal='telefon' or @kanal='muntlig' or @kanal='personlig')]",
    krav = finnes("hendelsestekst"),
    tekst = { nb = "Noen har ringt eller kommet innom, og det er ikke skrevet ned hva det gjaldt.",
              nn = "Nokon har ringt eller kome innom, og det er ikkje skrive ned kva det gjaldt." },
    hvor = { nb = "Skriv i hendelsen hva det gjaldt.", nn = "Skriv i hendinga kva det gjaldt." } },
  punkt { nummer = "avvik_er_ikke_klage", nivaa = "varsel", hjemmel = { "rutine.avvik", "pbrl.7-2" },
    gjelder = "/sak/hendelser/hendelse[@type='avvik_meldt']", krav = ikke(er("om_en_klage")),
    tekst = { nb = "En klage er ført som avvik. Avvik er for uklart ansvar mellom kontoret og enheten; en klage skal ha svar.",
              nn = "Ei klage er ført som avvik. Avvik er for uklart ansvar mellom kontoret og eininga; ei klage skal ha svar." },
    hvor = { nb = "Behandle klagen som klage, og før avviket uten å vise til klagen.",
             nn = "Behandle klaga som klage, og før avviket utan å vise til klaga." } },
}
fakta {
  hendelsestekst = tekst { tekst = { nb = "hva det gjaldt", nn = "kva det gjaldt" }, sti = "." },
  om_en_klage = janei { tekst = { nb = "det gjelder en klage", nn = "det gjeld ei klage" },
    finnes = "/sak/klage[@id=$her/@for]" },
}
