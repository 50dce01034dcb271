<?xml version="1.0" encoding="UTF-8"?>
<!-- Bekreftelse på at klagen er kommet, og hva som skjer med den. -->
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

  <xsl:import href="felles/klage.xsl"/>

  <xsl:template match="grunnlag" mode="tittel"><hj:tekst noekkel="kvittering.tittel"/></xsl:template>
  <xsl:template match="grunnlag" mode="topptekst"><hj:tekst noekkel="kvittering.dokument"><hj:verdi navn="dato" select="hj:dato($dato, 'lang')"/></hj:tekst></xsl:template>
  <xsl:template match="grunnlag" mode="innhold">
    <fo:block xsl:use-attribute-sets="h1" space-after="5pt"><hj:tekst noekkel="kvittering.h1"></hj:tekst></fo:block>
    <xsl:call-template name="om-klagen"/>
    <!-- Tvang, utførelsen og det som hører til et annet organ, går egne veier; ellers ser kommunen på saken først. -->
    <xsl:variable name="vei"><xsl:choose>
      <xsl:when test="$klage/@om = 'tvang' or $klage/@om = 'utfoerelse' or $klage/@om = 'annet_organ'"><xsl:value-of select="concat('.', $klage/@om)"/></xsl:when>
    </xsl:choose></xsl:variable>
    <xsl:variable name="videre" select="$sak/s:hendelser/s:hendelse[@type = 'klage_videresendt'][@for = $klage/@id or not(@for)][last()]"/>
    <fo:block xsl:use-attribute-sets="boks" keep-together.within-page="always"><hj:tekst noekkel="{concat('kvittering.boks', $vei)}"><hj:verdi navn="instans" select="string($instans)"/><hj:verdi navn="hvem" select="normalize-space($videre)"/><hj:verdi navn="dato"><xsl:value-of select="hj:dato(($klage/s:oversendelse/@dato | $videre/@dato[not($klage/s:oversendelse)])[1], 'lang')"/></hj:verdi></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="kvittering.naa"></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt"><hj:tekst noekkel="{concat('kvittering.slik', $vei)}"><hj:verdi navn="instans" select="string($instans)"/><hj:verdi navn="hvem" select="normalize-space($videre)"/></hj:tekst></fo:block>
    <xsl:if test="not(string($vei))">
      <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="kvittering.imens"></hj:tekst></fo:block>
      <fo:block xsl:use-attribute-sets="avsnitt">
        <xsl:choose>
          <xsl:when test="$klage/s:utsattIverksetting/@bedtOm = 'ja'"><hj:tekst noekkel="kvittering.utsett_bedt"/></xsl:when>
          <!-- Innsyn og betaling tar ingen hjelp fra noen. -->
          <xsl:when test="$klage/@om and $klage/@om != 'vedtak'"><hj:tekst noekkel="kvittering.gjelder"/></xsl:when>
          <xsl:otherwise><hj:tekst noekkel="kvittering.utsett"/></xsl:otherwise>
        </xsl:choose>
      </fo:block>
    </xsl:if>
    <xsl:call-template name="spoersmaal"><xsl:with-param name="ombud" select="$ombud"/></xsl:call-template>
    <xsl:call-template name="hilsen"><xsl:with-param name="bestemt" select="$ansatte[@id = $klage/s:avgjoerelse/@besluttetAv]"/></xsl:call-template>
    <xsl:call-template name="regler-av"><xsl:with-param name="hjemler" select="$klagepost/a:hjemmel | $avgj/a:oppslag[@navn = 'klageregime'][@noekkel = $regime]/a:hjemmel"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
