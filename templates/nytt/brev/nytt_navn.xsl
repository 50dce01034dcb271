<?xml version="1.0" encoding="UTF-8"?>
<!-- nytt_navn: FYLL UT hva brevet er, og når det blir sendt. Det alle brev har til felles, står i felles/brev.xsl;
     setningene står i tekster/nytt_navn.xml. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:hj="urn:hjemmel:mal:1"
    xmlns:s="urn:hjemmel:sak:1"
    extension-element-prefixes="hj"
    exclude-result-prefixes="s">

  <xsl:import href="felles/brev.xsl"/>

  <!-- FYLL UT: tjenestene brevet handler om; her alle i saken. -->
  <xsl:variable name="tjenester" select="$sak/s:tjenester/s:tjeneste"/>

  <xsl:template match="grunnlag" mode="tittel"><hj:tekst noekkel="nytt_navn.tittel"/></xsl:template>
  <xsl:template match="grunnlag" mode="topptekst">
    <hj:tekst noekkel="nytt_navn.dokument"><hj:verdi navn="dato" select="hj:dato($dato, 'lang')"/></hj:tekst>
  </xsl:template>

  <xsl:template match="grunnlag" mode="innhold">
    <fo:block xsl:use-attribute-sets="h1"><hj:tekst noekkel="{concat('nytt_navn.h1', $til)}"><hj:verdi navn="navn" select="$navn"/></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt"><hj:tekst noekkel="{concat('nytt_navn.innledning', $til)}"><hj:verdi navn="navn" select="$navn"/></hj:tekst></fo:block>
    <xsl:call-template name="spoersmaal"/>
    <xsl:call-template name="hilsen"/>
  </xsl:template>
</xsl:stylesheet>
