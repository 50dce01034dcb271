<?xml version="1.0" encoding="UTF-8"?>
<!-- Svar på ønsket om å beholde hjelpen til klagen er avgjort. -->
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

  <xsl:template match="grunnlag" mode="tittel"><hj:tekst noekkel="utsetting.tittel"/></xsl:template>
  <xsl:template match="grunnlag" mode="topptekst"><hj:tekst noekkel="utsetting.dokument"><hj:verdi navn="dato" select="hj:dato($dato, 'lang')"/></hj:tekst></xsl:template>
  <xsl:template match="grunnlag" mode="innhold">
    <fo:block xsl:use-attribute-sets="h1" space-after="5pt"><hj:tekst noekkel="{concat('utsetting.h1.', $klage/s:utsattIverksetting/@gitt)}"/></fo:block>
    <xsl:call-template name="om-klagen"/>
    <fo:block xsl:use-attribute-sets="boks" keep-together.within-page="always"><hj:tekst noekkel="{concat('utsetting.boks.', $klage/s:utsattIverksetting/@gitt)}"><hj:verdi navn="tjenester" select="string($hva)"/></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="utsetting.hvorfor"></hj:tekst></fo:block>
    <xsl:call-template name="fritekst"><xsl:with-param name="node" select="$klage/s:utsattIverksetting/s:vurdering"/></xsl:call-template>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="utsetting.videre"></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt">
      <xsl:choose>
        <xsl:when test="$klage/s:utsattIverksetting/@gitt = 'ja'"><hj:tekst noekkel="utsetting.slik_ja"/></xsl:when>
        <xsl:otherwise><hj:tekst noekkel="utsetting.slik"><hj:verdi navn="instans" select="string($instans)"/></hj:tekst></xsl:otherwise>
      </xsl:choose>
    </fo:block>
    <xsl:call-template name="spoersmaal"><xsl:with-param name="ombud" select="$ombud"/></xsl:call-template>
    <xsl:call-template name="hilsen"><xsl:with-param name="bestemt" select="$ansatte[@id = $klage/s:avgjoerelse/@besluttetAv]"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
