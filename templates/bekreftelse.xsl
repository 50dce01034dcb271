<?xml version="1.0" encoding="UTF-8"?>
<!-- Bekreftelse på at søknaden er kommet: hva det er søkt om, når svaret kommer, og hva som skjer nå. -->
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
  <xsl:variable name="frist" select="$avgj/a:frist[@navn = 'foreloepig_svar'][@fra = $soeknad/@mottatt][1]"/>

  <xsl:template match="grunnlag" mode="tittel"><hj:tekst noekkel="bekreftelse.tittel"/></xsl:template>
  <xsl:template match="grunnlag" mode="topptekst"><hj:tekst noekkel="bekreftelse.dokument"><hj:verdi navn="dato" select="hj:dato($dato, 'lang')"/></hj:tekst></xsl:template>
  <xsl:template match="grunnlag" mode="innhold">
    <fo:block xsl:use-attribute-sets="h1" space-after="5pt"><hj:tekst noekkel="{concat('bekreftelse.h1', $til)}"><hj:verdi navn="navn" select="$navn"/></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt">
      <hj:tekst noekkel="{concat('bekreftelse.mottatt', $til)}"><hj:verdi navn="navn" select="$navn"/><hj:verdi navn="tjenester" select="hj:liste($titler, 'og')"/><hj:verdi navn="dato" select="hj:dato($soeknad/@mottatt, 'lang')"/></hj:tekst>
    </fo:block>
    <xsl:if test="string($frist/@dato)">
      <fo:block xsl:use-attribute-sets="boks" keep-together.within-page="always">
        <hj:tekst noekkel="{concat('bekreftelse.svar', $til)}"><hj:verdi navn="navn" select="$navn"/><hj:verdi navn="dato"><xsl:call-template name="dagen"><xsl:with-param name="dato" select="$frist/@dato"/></xsl:call-template></hj:verdi></hj:tekst>
      </fo:block>
    </xsl:if>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="bekreftelse.naa"></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt"><hj:tekst noekkel="{concat('bekreftelse.slik', $til)}"><hj:verdi navn="navn" select="$navn"/></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="{concat('bekreftelse.rett', $til)}"><hj:verdi navn="navn" select="$navn"/></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt"><hj:tekst noekkel="{concat('bekreftelse.medvirke', $til)}"><hj:verdi navn="navn" select="$navn"/></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="{concat('foreloepig.imens', $til)}"><hj:verdi navn="navn" select="$navn"/></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt"><hj:tekst noekkel="{concat('foreloepig.ring', $til)}"><hj:verdi navn="navn" select="$navn"/></hj:tekst></fo:block>
    <xsl:call-template name="spoersmaal"/>
    <xsl:call-template name="hilsen"/>
    <xsl:call-template name="regler-av"><xsl:with-param name="hjemler" select="$frist/a:hjemmel"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
