-- Sjekklistene for brevene før vedtaket: foreløpig svar og forhåndsvarsel. Det alle brev må ha, står i lista «brev».

fakta {
  svar_begrunnet = tekst { tekst = { nb = "hvorfor saken tar tid", nn = "kvifor saka tek tid" }, sti = "grunn" },
  svar_ventet = dato { tekst = { nb = "når svaret ventes", nn = "når svaret er venta" }, sti = "@ventet" },
  varsel_innhold = tekst { tekst = { nb = "hva forhåndsvarselet handler om", nn = "kva førehandsvarselet handlar om" },
    sti = "innhold" },
  varsel_endrer = janei {
    tekst = { nb = "varselet gjelder en tjeneste som skal endres", nn = "varselet gjeld ei teneste som skal endrast" },
    finnes = "/sak/tjenester/tjeneste[@id=$her/gjelder/@tjeneste or not($her/gjelder)][@sakstype='reduksjon' or @sakstype='opphoer' or @sakstype='endring' or @sakstype='revurdering']",
  },
}

sjekkliste "foreloepig_svar" {
  dokument = { "foreloepig_svar" },
  punkt { nummer = "grunn", nivaa = "stopp", gjelder = "/sak", hjemmel = "fvl.11a",
    krav = er("har_foreloepig_svar"),
    tekst = { nb = "Saken har ikke noe foreløpig svar å sende.", nn = "Saka har ikkje noko førebels svar å sende." },
    hvor = { nb = "Skriv foreloepigSvar med grunn, og ventet når dagen er kjent.",
             nn = "Skriv foreloepigSvar med grunn, og ventet når dagen er kjend." } },
  punkt { nummer = "hvorfor", nivaa = "stopp", gjelder = "/sak/foreloepigSvar[last()]", hjemmel = "fvl.11a",
    krav = egne_ord("svar_begrunnet", { utover = "frase.", minst = 5 }),
    tekst = { nb = "Det står ikke hvorfor saken tar tid.", nn = "Det står ikkje kvifor saka tek tid." },
    hvor = { nb = "Skriv grunn under foreloepigSvar.", nn = "Skriv grunn under foreloepigSvar." } },
  punkt { nummer = "ventet", nivaa = "varsel", gjelder = "/sak/foreloepigSvar[last()]", hjemmel = "fvl.11a",
    krav = finnes("svar_ventet"),
    tekst = { nb = "Brevet sier ikke når svaret ventes. Loven vil at det skal stå, når det er mulig.",
              nn = "Brevet seier ikkje når svaret er venta. Lova vil at det skal stå, når det er mogleg." },
    hvor = { nb = "Skriv ventet på foreloepigSvar.", nn = "Skriv ventet på foreloepigSvar." } },
}
fakta {
  har_foreloepig_svar = janei { tekst = { nb = "saken har et foreløpig svar", nn = "saka har eit førebels svar" },
    finnes = "/sak/foreloepigSvar" },
  har_forhaandsvarsel = janei { tekst = { nb = "saken har et forhåndsvarsel", nn = "saka har eit førehandsvarsel" },
    finnes = "/sak/forhaandsvarsel[not(@unnlatt='ja')]" },
}

sjekkliste "forhaandsvarsel" {
  dokument = { "forhaandsvarsel" },
  punkt { nummer = "varsel", nivaa = "stopp", gjelder = "/sak", hjemmel = "fvl.16",
    krav = er("har_forhaandsvarsel"),
    tekst = { nb = "Saken har ikke noe forhåndsvarsel å sende.", nn = "Saka har ikkje noko førehandsvarsel å sende." },
    hvor = { nb = "Skriv forhaandsvarsel på saken.", nn = "Skriv forhaandsvarsel på saka." } },
  punkt { nummer = "innhold", nivaa = "stopp", gjelder = "/sak/forhaandsvarsel[not(@unnlatt='ja')][last()]",
    hjemmel = "fvl.16",
    krav = egne_ord("varsel_innhold", { utover = "frase.", minst = 8 }), sted = "innhold",
    tekst = { nb = "Varselet sier ikke hva saken gjelder, og hvorfor kommunen vurderer det.",
              nn = "Varselet seier ikkje kva saka gjeld, og kvifor kommunen vurderer det." },
    hvor = { nb = "Skriv innhold i varselet med egne ord.", nn = "Skriv innhold i varselet med eigne ord." } },
  punkt { nummer = "endrer", nivaa = "stopp", gjelder = "/sak/forhaandsvarsel[not(@unnlatt='ja')][last()]",
    hjemmel = "fvl.16",
    krav = er("varsel_endrer"),
    tekst = { nb = "Ingen av tjenestene varselet gjelder, skal reduseres, endres eller avsluttes.",
              nn = "Ingen av tenestene varselet gjeld, skal reduserast, endrast eller avsluttast." },
    hvor = { nb = "Skriv sakstype på tjenesten.", nn = "Skriv sakstype på tenesta." } },
}
