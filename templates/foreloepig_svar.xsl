<?xml version="1.0" encoding="UTF-8"?>
<!-- Foreløpig svar: søknaden tar mer enn en måned, hvorfor, og når svaret ventes. -->
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

  <xsl:import href="felles/brev.xsl"/>

  <!-- Den siste søknaden, og tjenestene den gjelder. -->
  <xsl:variable name="soeknad" select="$sak/s:soeknad[last()]"/>
  <xsl:variable name="tjenester" select="$sak/s:tjenester/s:tjeneste[@id = $soeknad/s:gjelder/@tjeneste or not($soeknad/s:gjelder)]"/>
  <xsl:variable name="svar" select="$sak/s:foreloepigSvar[last()]"/>

  <xsl:template match="grunnlag" mode="tittel"><hj:tekst noekkel="foreloepig.tittel"/></xsl:template>
  <xsl:template match="grunnlag" mode="topptekst"><hj:tekst noekkel="foreloepig.dokument"><hj:verdi navn="dato" select="hj:dato($dato, 'lang')"/></hj:tekst></xsl:template>
  <xsl:template match="grunnlag" mode="innhold">
    <fo:block xsl:use-attribute-sets="h1" space-after="5pt"><hj:tekst noekkel="{concat('foreloepig.h1', $til)}"><hj:verdi navn="navn" select="$navn"/></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt">
      <hj:tekst noekkel="{concat('foreloepig.mottatt', $til)}"><hj:verdi navn="navn" select="$navn"/><hj:verdi navn="tjenester" select="hj:liste($titler, 'og')"/><hj:verdi navn="dato" select="hj:dato($soeknad/@mottatt, 'lang')"/></hj:tekst>
    </fo:block>
    <fo:block xsl:use-attribute-sets="boks" keep-together.within-page="always">
      <xsl:choose>
        <xsl:when test="$svar/@ventet"><hj:tekst noekkel="{concat('foreloepig.ventet', $til)}"><hj:verdi navn="navn" select="$navn"/><hj:verdi navn="dato"><xsl:call-template name="dagen"><xsl:with-param name="dato" select="$svar/@ventet"/></xsl:call-template></hj:verdi></hj:tekst></xsl:when>
        <xsl:otherwise><hj:tekst noekkel="{concat('foreloepig.uviss', $til)}"><hj:verdi navn="navn" select="$navn"/></hj:tekst></xsl:otherwise>
      </xsl:choose>
    </fo:block>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="foreloepig.hvorfor"></hj:tekst></fo:block>
    <xsl:call-template name="fritekst"><xsl:with-param name="node" select="$svar/s:grunn"/></xsl:call-template>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="{concat('foreloepig.imens', $til)}"><hj:verdi navn="navn" select="$navn"/></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt"><hj:tekst noekkel="{concat('foreloepig.ring', $til)}"><hj:verdi navn="navn" select="$navn"/></hj:tekst></fo:block>
    <xsl:call-template name="spoersmaal"/>
    <xsl:call-template name="hilsen"/>
    <xsl:call-template name="regler-av"><xsl:with-param name="hjemler" select="$avgj/a:frist[@navn = 'foreloepig_svar'][1]/a:hjemmel"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
