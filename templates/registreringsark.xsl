<?xml version="1.0" encoding="UTF-8"?>
<!-- Registreringsark for fagsystemet og IPLOS: det som skal tastes inn, i den rekkefølgen det tastes. Timer i måneden deles på fire, og ingen
     tjeneste har mer enn 168 timer i uka: det er Helsedirektoratets regel for rapporteringen. Tallet er bare til rapporten; det brukes aldri til å
     avgjøre noe. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:exsl="http://exslt.org/common"
    xmlns:hj="urn:hjemmel:mal:1"
    xmlns:s="urn:hjemmel:sak:1"
    xmlns:k="urn:hjemmel:kommune:1"
    xmlns:a="urn:hjemmel:avgjoerelse:1"
    extension-element-prefixes="hj"
    exclude-result-prefixes="exsl s k a">

  <xsl:import href="felles/skjema.xsl"/>
  <xsl:import href="felles/tabell.xsl"/>
  <xsl:import href="felles/pris.xsl"/>

  <xsl:template match="grunnlag" mode="tittel"><hj:tekst noekkel="ark.tittel"/></xsl:template>
  <xsl:template match="grunnlag" mode="topptekst"><hj:tekst noekkel="ark.dokument"><hj:verdi navn="dato" select="hj:dato($dato, 'lang')"/></hj:tekst></xsl:template>

  <!-- Arket er til bruk på kontoret og sendes ikke. -->
  <xsl:template name="adressevindu"><xsl:param name="mottaker"/></xsl:template>
  <xsl:template match="grunnlag" mode="innhold">
    <fo:block xsl:use-attribute-sets="h1" space-after="5pt"><hj:tekst noekkel="ark.h1"/></fo:block>
    <xsl:call-template name="tabellen"><xsl:with-param name="rader">
      <xsl:call-template name="personlinjer"/>
      <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('felles.vaar_referanse')"/><xsl:with-param name="verdi" select="string($referanse)"/></xsl:call-template>
    </xsl:with-param></xsl:call-template>
    <xsl:for-each select="$tjenester">
      <fo:block xsl:use-attribute-sets="h2"><xsl:call-template name="tittel-paa"/></fo:block>
      <xsl:variable name="omfang" select="s:vedtak/s:omfang"/>
      <xsl:variable name="gang" select="$omfang/@verdi div (1 + 59 * ($omfang/@enhet = 'minutter_per_gang'))"/>
      <xsl:variable name="i-uka">
        <xsl:choose>
          <xsl:when test="$omfang/@enhet = 'timer_per_uke'"><xsl:value-of select="$omfang/@verdi"/></xsl:when>
          <xsl:when test="$omfang/@enhet = 'timer_per_maaned'"><xsl:value-of select="$omfang/@verdi div 4"/></xsl:when>
          <xsl:when test="not(substring-after($omfang/@enhet, '_per_') = 'gang')"/>
          <xsl:when test="$omfang/@hverEnhet = 'dag'"><xsl:value-of select="$gang * 7 div $omfang/@hver"/></xsl:when>
          <xsl:when test="$omfang/@hverEnhet = 'uke'"><xsl:value-of select="$gang div $omfang/@hver"/></xsl:when>
          <xsl:when test="$omfang/@hverEnhet = 'maaned'"><xsl:value-of select="$gang div $omfang/@hver div 4"/></xsl:when>
        </xsl:choose>
      </xsl:variable>
      <xsl:variable name="uke"><xsl:choose><xsl:when test="$i-uka &gt; 168">168</xsl:when><xsl:otherwise><xsl:value-of select="$i-uka"/></xsl:otherwise></xsl:choose></xsl:variable>
      <xsl:call-template name="tabellen"><xsl:with-param name="rader">
        <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('ark.kode')"/><xsl:with-param name="verdi" select="@kode"/></xsl:call-template>
        <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('ark.iplos')"/><xsl:with-param name="verdi"><xsl:value-of select="(@iplosKode | key('poster', @id)/a:egenskap[@navn = 'iplos'][not(current()/@iplosKode)])[1]"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('ark.soekt')"/><xsl:with-param name="verdi" select="hj:dato($sak/s:soeknad[s:gjelder/@tjeneste = current()/@id or not(s:gjelder)][1]/@mottatt, 'kort')"/></xsl:call-template>
        <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('felles.vedtaksdato')"/><xsl:with-param name="verdi" select="hj:dato(s:vedtak/@dato, 'kort')"/></xsl:call-template>
        <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('skjema.resultat')"/><xsl:with-param name="verdi"><hj:tekst noekkel="{concat('skjema.utfall.', s:vedtak/@utfall)}"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('ark.fra')"/><xsl:with-param name="verdi" select="hj:dato(s:vedtak/@virkningFra, 'kort')"/></xsl:call-template>
        <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('ark.til')"/><xsl:with-param name="verdi"><xsl:value-of select="hj:dato(s:vedtak/@til, 'kort')"/><xsl:if test="s:vedtak/@inntilVidere = 'ja'"><xsl:value-of select="hj:tekst('felles.inntil_videre')"/></xsl:if></xsl:with-param></xsl:call-template>
        <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('ark.timer')"/><xsl:with-param name="verdi"><xsl:if test="string($uke)"><xsl:value-of select="hj:tall(number($uke), 2)"/></xsl:if></xsl:with-param></xsl:call-template>
        <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('skjema.omfang')"/><xsl:with-param name="verdi"><xsl:if test="not(string($uke))"><xsl:call-template name="omfang"><xsl:with-param name="omfang" select="s:vedtak/s:omfang"/></xsl:call-template></xsl:if></xsl:with-param></xsl:call-template>
        <!-- Prisen reglene har regnet ut, når vedtaket sier at det betales. -->
        <xsl:if test="s:vedtak/s:egenandel[@betaler = 'ja'][not(@beloep)]">
          <xsl:for-each select="key('utregninger', key('poster', @id)/@id)[key('prissetninger', concat('pris.', @navn, '.du|', $maal))]">
            <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:stor(a:tekst[@maalform = $maal])"/><xsl:with-param name="verdi" select="hj:kroner(@verdi)"/></xsl:call-template>
          </xsl:for-each>
        </xsl:if>
        <xsl:if test="s:vedtak/s:egenandel/@beloep">
          <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('ark.pris')"/><xsl:with-param name="verdi"><xsl:value-of select="hj:kroner(s:vedtak/s:egenandel/@beloep)"/><xsl:if test="s:vedtak/s:egenandel/@per"><xsl:text> </xsl:text><hj:tekst noekkel="{concat('pris.', s:vedtak/s:egenandel/@per)}"/></xsl:if></xsl:with-param></xsl:call-template>
        </xsl:if>
      </xsl:with-param></xsl:call-template>
    </xsl:for-each>
    <xsl:variable name="iplos" select="$sak/s:kartlegging[s:iplos][last()]/s:iplos[last()]"/>
    <xsl:if test="$iplos">
      <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="ark.funksjon"><hj:verdi navn="dato" select="hj:dato($iplos/@dato, 'lang')"/></hj:tekst></fo:block>
      <xsl:call-template name="tabellen"><xsl:with-param name="rader">
        <xsl:for-each select="$iplos/s:variabel[@skaar]">
          <xsl:call-template name="linje"><xsl:with-param name="hva"><hj:tekst noekkel="{concat('skjema.iplos.', @navn)}"/></xsl:with-param><xsl:with-param name="verdi" select="@skaar"/></xsl:call-template>
        </xsl:for-each>
      </xsl:with-param></xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
