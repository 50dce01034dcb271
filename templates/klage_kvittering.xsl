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
    <fo:block xsl:use-attribute-sets="boks" keep-together.within-page="always"><hj:tekst noekkel="kvittering.boks"><hj:verdi navn="instans" select="string($instans)"/></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="kvittering.naa"></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt"><hj:tekst noekkel="kvittering.slik"></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="kvittering.imens"></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt">
      <xsl:choose>
        <xsl:when test="$klage/s:utsattIverksetting/@bedtOm = 'ja'"><hj:tekst noekkel="kvittering.utsett_bedt"/></xsl:when>
        <xsl:otherwise><hj:tekst noekkel="kvittering.utsett"/></xsl:otherwise>
      </xsl:choose>
    </fo:block>
    <xsl:call-template name="spoersmaal"><xsl:with-param name="ombud" select="$ombud"/></xsl:call-template>
    <xsl:call-template name="hilsen"><xsl:with-param name="bestemt" select="$ansatte[@id = $klage/s:avgjoerelse/@besluttetAv]"/></xsl:call-template>
    <xsl:call-template name="regler-av"><xsl:with-param name="hjemler" select="$klagepost/a:hjemmel | $avgj/a:oppslag[@navn = 'klageregime'][@noekkel = $regime]/a:hjemmel"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
