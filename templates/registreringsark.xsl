<?xml version="1.0" encoding="UTF-8"?>
<!-- Registreringsark for fagsystemet og IPLOS: det som skal tastes inn, i den rekkefølgen det tastes. Timer i måneden deles på fire (Helsedirektoratets regel for rapporteringen). -->
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
      <xsl:variable name="uke">
        <xsl:choose>
          <xsl:when test="s:vedtak/s:omfang/@enhet = 'timer_per_uke'"><xsl:value-of select="s:vedtak/s:omfang/@verdi"/></xsl:when>
          <xsl:when test="s:vedtak/s:omfang/@enhet = 'timer_per_maaned'"><xsl:value-of select="s:vedtak/s:omfang/@verdi div 4"/></xsl:when>
          <xsl:when test="s:vedtak/s:omfang/@enhet = 'timer_per_gang' and s:vedtak/s:omfang/@hverEnhet = 'uke'"><xsl:value-of select="s:vedtak/s:omfang/@verdi div s:vedtak/s:omfang/@hver"/></xsl:when>
        </xsl:choose>
      </xsl:variable>
      <xsl:call-template name="tabellen"><xsl:with-param name="rader">
        <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('ark.kode')"/><xsl:with-param name="verdi" select="@kode"/></xsl:call-template>
        <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('ark.iplos')"/><xsl:with-param name="verdi"><xsl:value-of select="(@iplosKode | key('poster', @id)/a:egenskap[@navn = 'iplos'][not(current()/@iplosKode)])[1]"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('ark.soekt')"/><xsl:with-param name="verdi" select="hj:dato($sak/s:soeknad[s:gjelder/@tjeneste = current()/@id or not(s:gjelder)][1]/@mottatt, 'kort')"/></xsl:call-template>
        <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('felles.vedtaksdato')"/><xsl:with-param name="verdi" select="hj:dato(s:vedtak/@dato, 'kort')"/></xsl:call-template>
        <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('skjema.resultat')"/><xsl:with-param name="verdi"><hj:tekst noekkel="{concat('skjema.utfall.', s:vedtak/@utfall)}"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('ark.fra')"/><xsl:with-param name="verdi" select="hj:dato(s:vedtak/@virkningFra, 'kort')"/></xsl:call-template>
        <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('ark.til')"/><xsl:with-param name="verdi" select="hj:dato(s:vedtak/@til, 'kort')"/></xsl:call-template>
        <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('ark.timer')"/><xsl:with-param name="verdi"><xsl:if test="string($uke)"><xsl:value-of select="hj:tall(number($uke), 2)"/></xsl:if></xsl:with-param></xsl:call-template>
        <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('skjema.omfang')"/><xsl:with-param name="verdi"><xsl:if test="not(string($uke))"><xsl:call-template name="omfang"><xsl:with-param name="omfang" select="s:vedtak/s:omfang"/></xsl:call-template></xsl:if></xsl:with-param></xsl:call-template>
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
