<?xml version="1.0" encoding="UTF-8"?>
<!-- Klagen kan ikke behandles: hvorfor, hva som likevel kan gjøres, og retten til å klage på det. -->
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

  <xsl:template match="grunnlag" mode="tittel"><hj:tekst noekkel="avvisning.tittel"/></xsl:template>
  <xsl:template match="grunnlag" mode="topptekst"><hj:tekst noekkel="avvisning.dokument"><hj:verdi navn="dato" select="hj:dato($dato, 'lang')"/></hj:tekst></xsl:template>
  <xsl:template match="grunnlag" mode="innhold">
    <fo:block xsl:use-attribute-sets="h1" space-after="5pt"><hj:tekst noekkel="avvisning.h1"></hj:tekst></fo:block>
    <xsl:call-template name="om-klagen"/>
    <fo:block xsl:use-attribute-sets="boks" keep-together.within-page="always"><hj:tekst noekkel="avvisning.boks"/></fo:block>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="avvisning.hvorfor"></hj:tekst></fo:block>
    <!-- Det av reglene som sa nei, med dagene det gjelder. -->
    <xsl:variable name="frist" select="$avgj/a:frist[@navn = 'frist_for_klagen'][@for = $klage/@id][1]"/>
    <xsl:variable name="levert" select="($klage/@poststemplet | $klage/@mottatt[not($klage/@poststemplet)])[1]"/>
    <xsl:for-each select="$klagepost/a:vilkaar[@utfall = 'nei']">
      <fo:block xsl:use-attribute-sets="avsnitt">
        <xsl:choose>
          <xsl:when test="@navn = 'frist' and string($frist/@dato) and not($frist/@anslag = 'ja')"><hj:tekst noekkel="avvisning.grunn.frist"><hj:verdi navn="dato" select="hj:dato($frist/@dato, 'lang')"/><hj:verdi navn="levert" select="hj:dato($levert, 'lang')"/></hj:tekst></xsl:when>
          <xsl:when test="@navn = 'frist'"><hj:tekst noekkel="avvisning.grunn.for_sent"><hj:verdi navn="levert" select="hj:dato($levert, 'lang')"/></hj:tekst></xsl:when>
          <xsl:when test="starts-with(@navn, 'klagerett')"><hj:tekst noekkel="avvisning.grunn.klagerett"/></xsl:when>
          <xsl:otherwise><hj:tekst noekkel="{concat('avvisning.grunn.', @navn)}"/></xsl:otherwise>
        </xsl:choose>
      </fo:block>
    </xsl:for-each>
    <xsl:call-template name="fritekst"><xsl:with-param name="node" select="$klage/s:avgjoerelse/s:vurdering"/></xsl:call-template>
    <xsl:call-template name="fritekst"><xsl:with-param name="node" select="$klage/s:forsinkelse/s:vurdering"/></xsl:call-template>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="avvisning.likevel"></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt"><hj:tekst noekkel="avvisning.omgjoering"></hj:tekst></fo:block>
    <xsl:call-template name="ny-klagerett"/>
    <xsl:call-template name="spoersmaal"><xsl:with-param name="ombud" select="$ombud"/></xsl:call-template>
    <xsl:call-template name="hilsen"><xsl:with-param name="bestemt" select="$ansatte[@id = $klage/s:avgjoerelse/@besluttetAv]"/></xsl:call-template>
    <xsl:call-template name="regler-av"><xsl:with-param name="hjemler" select="$klagepost/a:hjemmel | $klagepost/a:vilkaar[@utfall = 'nei']/a:hjemmel | $frist[$klagepost/a:vilkaar[@navn = 'frist']/@utfall = 'nei']/a:hjemmel | $ny-frist/a:hjemmel"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
