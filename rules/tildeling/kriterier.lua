-- Kommunens egne kriterier, som hjemler. De er felles for eksempelkommunene og skrevet etter mønsteret slike kriterier har:
-- tjenestebeskrivelse, formål, målgruppe, vilkår, momenter, egenbetaling, lovgrunnlag, klage.
lov "kriterier" {
  navn = { nb = "kommunens kriterier for tildeling av tjenester", nn = "kriteria kommunen har for tildeling av tenester" },
}

for _, rad in ipairs {
  { "hsh", "hjemmesykepleie", "heimesjukepleie" },
  { "pb", "praktisk bistand", "praktisk hjelp" },
  { "alarm", "trygghetsalarm", "tryggleiksalarm" },
  { "omsorgsbolig", "omsorgsbolig", "omsorgsbustad" },
} do
  hjemmel("kriterier." .. rad[1]) {
    lov = "kriterier",
    vis = { nb = "kommunens kriterier for " .. rad[2], nn = "kommunale kriterium for " .. rad[3] },
    fra = "2012-01-01", kilde = "eksempel, etter mønster av publiserte kommunale kriterier", status = "gjeldende",
    tekst = {
      nb = "Kriteriene er rettesnor for kommunen. Hver søker skal vurderes for seg.",
      nn = "Kriteria er rettesnor for kommunen. Kvar søkjar skal vurderast for seg.",
    },
  }
end
