# hjemmel check measures the letter: LIX of its running text, and sentences nobody can hold.
load common

@test "a letter in plain words is not complained of; heavy words and an endless sentence are" {
    cp "$TOP"/samples/saker/01*/sak.xml sak.xml
    cp -r "$TOP/samples/kommuner" .
    works hjemmel check sak.xml
    says_not "LIX" "sentence of"
    edit sak.xml 's|<p>Du har sagt at du vil bo hjemme|<p>Kommunens helhetsvurdering av tjenestebehovet forutsetter gjennomgående forsvarlighetsbetraktninger vedrørende hjemmeboende tjenestemottakeres funksjonsnedsettelser samt sammenhengende ressursutnyttelse innenfor gjeldende budsjettrammer og virksomhetsovergripende kvalitetsindikatorer og dessuten personellmessige forutsetninger for tjenesteproduksjonen gjennom driftsåret og tilhørende rapporteringsforpliktelser overfor tilsynsmyndigheter og fylkeskommunale samarbeidsorganer og interkommunale kompetansenettverk.</p>\n<p>Du har sagt at du vil bo hjemme|'
    works hjemmel check sak.xml
    says "a sentence of" "sak.xml:63"
}
@test "what is asked stands with the kind of document, and a number that is none is told" {
    cp -r "$TOP/templates" maler
    edit maler/dokumenter.xml 's|stilark="vedtak.xsl" medium="pdf" lix="45"|stilark="vedtak.xsl" medium="pdf" lix="20"|'
    works hjemmel check -t maler "$TOP"/samples/saker/01*/sak.xml
    says "is heavy: LIX" "at most 20"
    edit maler/dokumenter.xml 's|lix="20"|lix="mye"|'
    fails 1 hjemmel check -t maler "$TOP"/samples/saker/01*/sak.xml
    says "'lix' is a whole number from 1 to 200" "dokumenter.xml:6"
}
