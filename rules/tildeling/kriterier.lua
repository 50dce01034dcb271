-- Kommunens egne kriterier, som hjemler. De er felles for eksempelkommunene og skrevet etter mønsteret slike kriterier har:
-- tjenestebeskrivelse, formål, målgruppe, vilkår, momenter, egenbetaling, lovgrunnlag, klage.
lov "kriterier" {
  navn = { nb = "kommunens kriterier for tildeling av tjenester",
           nn = "kriteria kommunen har for tildeling av tenester" },
  lokal = ja,
  advarsel = {
    nb = "Lokale kriterier kan ikke alene og absolutt avslå: de veileder skjønnet etter pbrl. § 2-1 og hol. § 3-1, og hver søknad skal vurderes for seg. Legg til et unntak som en vurdering av personen kan åpne.",
    nn = "Lokale kriterium kan ikkje åleine og absolutt avslå: dei rettleier skjønnet etter pbrl. § 2-1 og hol. § 3-1, og kvar søknad skal vurderast for seg. Legg til eit unntak som ei vurdering av personen kan opne.",
  },
}

-- { id, tjenesten på bokmål, på nynorsk, hva kommunen ser etter på bokmål, på nynorsk }
for _, rad in ipairs {
  { "hsh", "hjemmesykepleie", "heimesjukepleie",
    "Vi ser etter om du kan få hjelpen et annet sted eller på en annen måte.",
    "Vi ser etter om du kan få hjelpa ein annan stad eller på ein annan måte." },
  { "pb", "praktisk bistand", "praktisk hjelp",
    "Vi ser etter hva du klarer selv, og om noen du bor sammen med, kan gjøre det.",
    "Vi ser etter kva du klarar sjølv, og om nokon du bur saman med, kan gjere det." },
  { "alarm", "trygghetsalarm", "tryggleiksalarm",
    "Vi ser etter om du er utrygg eller kan falle, og om du kan bruke alarmen.",
    "Vi ser etter om du er utrygg eller kan falle, og om du kan bruke alarmen." },
  { "omsorgsbolig", "omsorgsbolig", "omsorgsbustad",
    "Vi ser etter om boligen du har, passer for deg, og om den kan bygges om.",
    "Vi ser etter om bustaden du har, passar for deg, og om han kan byggjast om." },
  { "pbo", "opplæring i daglige gjøremål", "opplæring i daglege gjeremål",
    "Vi ser etter hva du kan trene deg opp til, og om andre har ansvar for opplæringen.",
    "Vi ser etter kva du kan trene deg opp til, og om andre har ansvar for opplæringa." },
  { "pse", "hjelp til personlig stell", "hjelp til personleg stell",
    "Vi ser etter hva du klarer selv, og om hjelpemidler kan gjøre at du klarer mer.",
    "Vi ser etter kva du klarar sjølv, og om hjelpemiddel kan gjere at du klarar meir." },
  { "stk", "støttekontakt", "støttekontakt",
    "Vi ser etter om du trenger en å ha med deg, eller om et gruppetilbud er nok.",
    "Vi ser etter om du treng ein å ha med deg, eller om eit gruppetilbod er nok." },
  { "bpa", "brukerstyrt personlig assistanse", "brukarstyrt personleg assistanse",
    "Vi ser etter om du selv kan lede assistentene, eller om noen kan gjøre det for deg.",
    "Vi ser etter om du sjølv kan leie assistentane, eller om nokon kan gjere det for deg." },
  { "kto", "korttidsopphold", "korttidsopphald",
    "Vi ser etter om hjelp hjemme er nok, og om oppholdet har et mål.",
    "Vi ser etter om hjelp heime er nok, og om opphaldet har eit mål." },
  { "dno", "dag- og nattopphold", "dag- og nattopphald",
    "Vi ser etter om hjelp hjemme er nok i den delen av døgnet.",
    "Vi ser etter om hjelp heime er nok i den delen av døgnet." },
  { "mat", "middag levert hjem", "middag levert heim",
    "Vi ser etter om du kan skaffe deg maten selv eller med hjelp av dem du har rundt deg.",
    "Vi ser etter om du kan skaffe deg maten sjølv eller med hjelp av dei du har rundt deg." },
  { "dag", "dagtilbud", "dagtilbod",
    "Vi ser etter om du kan ha glede eller nytte av tilbudet.",
    "Vi ser etter om du kan ha glede eller nytte av tilbodet." },
  { "avl", "avlastning", "avlasting",
    "Vi ser etter hvor tung omsorgen er, og hva som best gir deg hvile.",
    "Vi ser etter kor tung omsorga er, og kva som best gir deg kvile." },
  { "oms", "omsorgsstønad", "omsorgsstønad",
    "Vi ser etter hvor tung omsorgen er, og om det er best at du gir den.",
    "Vi ser etter kor tung omsorga er, og om det er best at du gir ho." },
} do
  hjemmel("kriterier." .. rad[1]) {
    lov = "kriterier",
    vis = { nb = "kommunens kriterier for " .. rad[2], nn = "kommunale kriterium for " .. rad[3] },
    fra = "2012-01-01", kilde = "eksempel, etter mønster av publiserte kommunale kriterier", status = "gjeldende",
    tekst = { nb = rad[4], nn = rad[5] },
  }
end
