<?xml version="1.0" encoding="UTF-8"?>
<!-- Svar på klage over hvordan en tjeneste blir gitt, fra lederen for enheten. -->
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

  <xsl:template match="grunnlag" mode="tittel"><hj:tekst noekkel="svar.tittel"/></xsl:template>
  <xsl:template match="grunnlag" mode="topptekst"><hj:tekst noekkel="svar.dokument"><hj:verdi navn="dato" select="hj:dato($dato, 'lang')"/></hj:tekst></xsl:template>
  <xsl:template match="grunnlag" mode="innhold">
    <fo:block xsl:use-attribute-sets="h1" space-after="5pt"><hj:tekst noekkel="svar.h1"></hj:tekst></fo:block>
    <xsl:call-template name="om-klagen"/>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="svar.hva"></hj:tekst></fo:block>
    <xsl:choose>
      <xsl:when test="$klage/s:anfoersel"><xsl:call-template name="anfoersler"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="fritekst"><xsl:with-param name="node" select="$klage/s:oensketEndring"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="svar.funnet"></hj:tekst></fo:block>
    <xsl:call-template name="fritekst"><xsl:with-param name="node" select="$klage/s:avgjoerelse/s:vurdering"/></xsl:call-template>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="svar.uenig"></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt">
      <hj:tekst noekkel="svar.ring"/>
      <!-- Er hjelpen en rett, kan det klages på at retten er brutt; fristen er regelens. -->
      <xsl:if test="$rett">
        <xsl:variable name="uker" select="$avgj/a:oppslag[@navn = 'klageregime'][@noekkel = $regime]/a:felt[@navn = 'uker']"/>
        <xsl:text> </xsl:text>
        <hj:tekst noekkel="svar.rettighet"><hj:verdi navn="instans" select="string($instans)"/><hj:verdi navn="lengde"><xsl:call-template name="lengde"><xsl:with-param name="antall" select="$uker"/><xsl:with-param name="enhet" select="'uker'"/></xsl:call-template></hj:verdi></hj:tekst>
      </xsl:if>
    </fo:block>
    <xsl:call-template name="spoersmaal"><xsl:with-param name="ombud" select="$ombud"/></xsl:call-template>
    <xsl:call-template name="hilsen"><xsl:with-param name="bestemt" select="$ansatte[@id = $klage/s:avgjoerelse/@besluttetAv]"/></xsl:call-template>
    <xsl:call-template name="regler-av"><xsl:with-param name="hjemler" select="$avgj/a:oppslag[@navn = 'klageregime'][@noekkel = $regime][$rett]/a:hjemmel"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
