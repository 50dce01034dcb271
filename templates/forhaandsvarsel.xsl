<?xml version="1.0" encoding="UTF-8"?>
<!-- Forhåndsvarsel: hva kommunen vurderer å endre, hvorfor, og fristen for å si hva man mener. -->
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

  <xsl:variable name="varsel" select="$sak/s:forhaandsvarsel[last()]"/>
  <xsl:variable name="tjenester" select="$sak/s:tjenester/s:tjeneste[@id = $varsel/s:gjelder/@tjeneste or not($varsel/s:gjelder)]"/>
  <xsl:variable name="frist" select="$avgj/a:frist[@navn = 'uttalefrist'][last()]"/>
  <xsl:variable name="siste-dag">
    <xsl:choose>
      <xsl:when test="$varsel/@uttalefrist"><xsl:value-of select="$varsel/@uttalefrist"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$frist/@dato"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <!-- Blir alt borte, sier overskriften det; blir noe mindre, sier den det; ellers at noe endres. -->
  <xsl:variable name="slag">
    <xsl:choose>
      <xsl:when test="not($tjenester[not(@sakstype = 'opphoer')])">opphoer</xsl:when>
      <xsl:when test="not($tjenester[not(@sakstype = 'reduksjon')])">reduksjon</xsl:when>
      <xsl:otherwise>endring</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <xsl:template match="grunnlag" mode="tittel"><hj:tekst noekkel="varsel.tittel"/></xsl:template>
  <xsl:template match="grunnlag" mode="topptekst"><hj:tekst noekkel="varsel.dokument"><hj:verdi navn="dato" select="hj:dato($dato, 'lang')"/></hj:tekst></xsl:template>
  <xsl:template match="grunnlag" mode="innhold">
    <xsl:if test="not(string($siste-dag))">
      <xsl:message terminate="yes">Varselet har ingen frist for å si fra. Reglene må ha fristen uttalefrist, eller varselet må ha en dag.</xsl:message>
    </xsl:if>
    <fo:block xsl:use-attribute-sets="h1" space-after="5pt"><hj:tekst noekkel="{concat('varsel.h1.', $slag, $til)}"><hj:verdi navn="navn" select="$navn"/><hj:verdi navn="tjenester" select="hj:liste($titler, 'og')"/></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt"><hj:tekst noekkel="{concat('varsel.intro', $til)}"><hj:verdi navn="navn" select="$navn"/></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="boks" keep-together.within-page="always">
      <hj:tekst noekkel="{concat('varsel.frist', $til)}"><hj:verdi navn="navn" select="$navn"/><hj:verdi navn="dato"><xsl:call-template name="dagen"><xsl:with-param name="dato" select="$siste-dag"/></xsl:call-template></hj:verdi></hj:tekst>
    </fo:block>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="varsel.hvorfor"></hj:tekst></fo:block>
    <xsl:call-template name="fritekst"><xsl:with-param name="node" select="$varsel/s:innhold"/></xsl:call-template>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="varsel.si"></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt"><hj:tekst noekkel="{concat('varsel.slik', $til)}"><hj:verdi navn="navn" select="$navn"/></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="varsel.etterpaa"></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt"><hj:tekst noekkel="{concat('varsel.videre', $til)}"><hj:verdi navn="navn" select="$navn"/></hj:tekst></fo:block>
    <xsl:call-template name="spoersmaal"/>
    <xsl:call-template name="hilsen"/>
    <xsl:call-template name="regler-av"><xsl:with-param name="hjemler" select="$frist/a:hjemmel"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
