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
    says "'lix' is a whole number from 1 to 200" "dokumenter.xml:7"
}
@test "too many passive sentences are told with their share, and each block of them with its line" {
    cp "$TOP"/samples/saker/01*/sak.xml sak.xml
    cp -r "$TOP/samples/kommuner" .
    works hjemmel check sak.xml
    says_not "passive"
    line=$(grep -n '<p>Du har sagt at du vil bo hjemme' sak.xml | cut -d: -f1)
    edit sak.xml 's|<p>Du har sagt at du vil bo hjemme|<p>Saken behandles. Hjelpen vurderes. Medisinen gis. Såret blir stelt. Sengen redes. Maten blir varmet. Huset vaskes. Klærne brettes. Posten hentes. Varene kjøpes. Gulvet vaskes. Veden bæres. Avisen leses. Døren låses. Lyset slås på. Katten mates.</p>\n<p>Du har sagt at du vil bo hjemme|'
    works hjemmel check sak.xml
    says "the text of 'vedtak' is passive: 1" "where at most 20 % is asked for" \
        "sak.xml:$line: note: 16 of 16 sentences here are passive"
    works hjemmel check -m nn sak.xml # bokmål's s-forms are no nynorsk
    says_not "is passive"
}
@test "the texts are measured too, each maalform by itself, a line for each text" {
    cp -r "$TOP/templates" maler
    works hjemmel check maler
    says_not "passive" "heavy" "a sentence of"
    edit maler/lesbarhet.xml 's|setning="25" passiv="10"|setning="15" passiv="1"|'
    edit maler/tekster/brev.xml 's|<nn>Vi vurderer kvar s|<nn>Klaga blir vurdert. Vi vurderer kvar s|'
    works hjemmel check maler
    says "the text of 'nb' is passive" "the text of 'nn' is passive" "a sentence of"
    line=$(grep -n '<nn>Klaga blir vurdert' maler/tekster/brev.xml | cut -d: -f1)
    says "maler/tekster/brev.xml:$line: note: 1 of 2 sentences here are passive"
}
@test "what makes a sentence passive is data; what is wrong in the file is told" {
    cp -r "$TOP/templates" maler
    edit maler/lesbarhet.xml 's|<ender>ast</ender>|<endr>ast</endr>|'
    fails 1 hjemmel check maler
    says "unknown element 'endr' in 'passiv'" "ord, ender, ikke_ord, ikke_ender" "lesbarhet.xml"
    cp "$TOP/templates/lesbarhet.xml" maler/
    edit maler/lesbarhet.xml 's|passiv="10"|passiv="ti"|'
    fails 1 hjemmel check maler
    says "'passiv' is a whole number from 1 to 200" "lesbarhet.xml:8"
    rm maler/lesbarhet.xml
    fails 1 hjemmel check -t maler "$TOP"/samples/saker/01*/sak.xml
    says "lesbarhet.xml does not say what is passive in nb"
}
