<?xml version="1.0" encoding="UTF-8"?>
<!-- Klageinstansen har avgjort klagen: utfallet, hva det betyr, og hva kommunen gjør nå. -->
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

  <xsl:template match="grunnlag" mode="tittel"><hj:tekst noekkel="avgjort.tittel"/></xsl:template>
  <xsl:template match="grunnlag" mode="topptekst"><hj:tekst noekkel="avgjort.dokument"><hj:verdi navn="dato" select="hj:dato($dato, 'lang')"/></hj:tekst></xsl:template>
  <xsl:variable name="svar" select="$klage/s:instansvedtak"/>
  <xsl:template match="grunnlag" mode="innhold">
    <fo:block xsl:use-attribute-sets="h1" space-after="5pt"><hj:tekst noekkel="{concat('avgjort.h1.', $svar/@utfall)}"><hj:verdi navn="instans" select="string($instans)"/></hj:tekst></fo:block>
    <xsl:call-template name="om-klagen"/>
    <fo:block xsl:use-attribute-sets="boks" keep-together.within-page="always">
      <hj:tekst noekkel="{concat('avgjort.boks.', $svar/@utfall, substring('.skade', 1, 6 * ($svar/@tilSkade = 'ja' and $svar/@utfall = 'endret')))}"><hj:verdi navn="instans" select="string(hj:stor($instans))"/><hj:verdi navn="dato" select="hj:dato($svar/@dato, 'lang')"/></hj:tekst>
    </fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt"><hj:tekst noekkel="avgjort.grunn"><hj:verdi navn="instans" select="string($instans)"/></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="avgjort.naa"></hj:tekst></fo:block>
    <xsl:call-template name="fritekst"><xsl:with-param name="node" select="$svar/s:oppfoelging"/></xsl:call-template>
    <fo:block xsl:use-attribute-sets="avsnitt"><hj:tekst noekkel="{concat('avgjort.videre.', $svar/@utfall)}"/></fo:block>
    <!-- Endret til fordel for den som klaget: sakskostnader. Er det til skade, er det ingenting å kreve. -->
    <xsl:variable name="kostnader" select="$avgj/a:frist[@navn = 'sakskostnader'][@for = $klage/@id][1]"/>
    <xsl:if test="$svar/@utfall = 'endret' and not($svar/@tilSkade = 'ja')">
      <xsl:call-template name="sakskostnader"><xsl:with-param name="frist" select="$kostnader"/><xsl:with-param name="hos" select="string($instans)"/></xsl:call-template>
    </xsl:if>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="avgjort.ikke_klage"></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt"><hj:tekst noekkel="avgjort.ombud"></hj:tekst></fo:block>
    <xsl:call-template name="spoersmaal"><xsl:with-param name="ombud" select="$ombud"/></xsl:call-template>
    <xsl:call-template name="hilsen"><xsl:with-param name="bestemt" select="$ansatte[@id = $klage/s:avgjoerelse/@besluttetAv]"/></xsl:call-template>
    <xsl:call-template name="regler-av"><xsl:with-param name="hjemler" select="$kostnader[$svar/@utfall = 'endret' and not($svar/@tilSkade = 'ja')]/a:hjemmel"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
