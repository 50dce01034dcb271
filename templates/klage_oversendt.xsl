<?xml version="1.0" encoding="UTF-8"?>
<!-- Melding til klageren: klagen er sendt videre, hvorfor vedtaket står, og hva som skjer nå. -->
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

  <xsl:template match="grunnlag" mode="tittel"><hj:tekst noekkel="sendt.tittel"/></xsl:template>
  <xsl:template match="grunnlag" mode="topptekst"><hj:tekst noekkel="sendt.dokument"><hj:verdi navn="dato" select="hj:dato($dato, 'lang')"/></hj:tekst></xsl:template>
  <xsl:template match="grunnlag" mode="innhold">
    <fo:block xsl:use-attribute-sets="h1" space-after="5pt"><hj:tekst noekkel="sendt.h1"><hj:verdi navn="instans" select="string($instans)"/></hj:tekst></fo:block>
    <xsl:call-template name="om-klagen"/>
    <fo:block xsl:use-attribute-sets="boks" keep-together.within-page="always"><hj:tekst noekkel="{concat('sendt.boks.', $klage/s:avgjoerelse/@utfall)}"><hj:verdi navn="instans" select="string($instans)"/></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="{concat('sendt.hvorfor.', $klage/s:avgjoerelse/@utfall)}"></hj:tekst></fo:block>
    <xsl:call-template name="fritekst"><xsl:with-param name="node" select="$klage/s:avgjoerelse/s:vurdering"/></xsl:call-template>
    <xsl:call-template name="anfoersler"/>
    <xsl:if test="$klage/s:utsattIverksetting/@bedtOm = 'ja'">
      <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="sendt.utsett"/></fo:block>
      <!-- Sjekklista slipper ikke gjennom en som har bedt om det og ikke fått svar. -->
      <fo:block xsl:use-attribute-sets="avsnitt"><hj:tekst noekkel="{concat('utsetting.boks.', $klage/s:utsattIverksetting/@gitt)}"><hj:verdi navn="tjenester" select="string($hva)"/></hj:tekst></fo:block>
      <xsl:call-template name="fritekst"><xsl:with-param name="node" select="$klage/s:utsattIverksetting/s:vurdering"/></xsl:call-template>
    </xsl:if>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="sendt.videre"></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt"><hj:tekst noekkel="sendt.slik"><hj:verdi navn="instans" select="string($instans)"/></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt">
      <xsl:choose>
        <xsl:when test="$klage/s:utsattIverksetting/@gitt = 'ja'"><hj:tekst noekkel="sendt.imens.utsatt"/></xsl:when>
        <xsl:otherwise><hj:tekst noekkel="{concat('sendt.imens.', $klage/s:avgjoerelse/@utfall)}"/></xsl:otherwise>
      </xsl:choose>
    </fo:block>
    <xsl:call-template name="spoersmaal"><xsl:with-param name="ombud" select="$ombud"/></xsl:call-template>
    <!-- Kopien av brevet til klageinstansen følger alltid med. -->
    <xsl:variable name="kopien"><vedlegg><hj:tekst noekkel="sendt.vedlegg"><hj:verdi navn="instans" select="string($instans)"/></hj:tekst></vedlegg></xsl:variable>
    <xsl:call-template name="hilsen"><xsl:with-param name="vedlegg" select="exsl:node-set($kopien)/vedlegg | $sak/s:vedlegg"/><xsl:with-param name="bestemt" select="$ansatte[@id = $klage/s:avgjoerelse/@besluttetAv]"/></xsl:call-template>
    <xsl:call-template name="regler-av"><xsl:with-param name="hjemler" select="$klagepost/a:hjemmel | $avgj/a:oppslag[@navn = 'klageregime'][@noekkel = $regime]/a:hjemmel"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
