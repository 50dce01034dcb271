<?xml version="1.0" encoding="UTF-8"?>
<!-- Melding til enheten som skal gi tjenesten: hva som er bestemt, fra når, og hva enheten gjør nå. Bare det enheten trenger. -->
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

  <xsl:import href="felles/skjema.xsl"/>

  <xsl:template match="grunnlag" mode="tittel"><hj:tekst noekkel="melding.tittel"/></xsl:template>
  <xsl:template match="grunnlag" mode="topptekst"><hj:tekst noekkel="melding.dokument"><hj:verdi navn="dato" select="hj:dato($dato, 'lang')"/></hj:tekst></xsl:template>

  <!-- Tjenestene som skal gis, og enheten de går til; meldingen er intern og har ingen part som mottaker. -->
  <xsl:variable name="gis" select="$tjenester[s:vedtak/@utfall != 'avslaatt' and s:vedtak/@utfall != 'avvist']"/>
  <xsl:variable name="utfoerer" select="($kommune/k:enheter/k:enhet[@id = $gis/@enhet] | $kommune/k:enheter/k:enhet[k:tjeneste = $gis/@kode][not($gis/@enhet)])[1]"/>
  <xsl:template name="adressevindu">
    <xsl:param name="mottaker"/>
    <fo:block-container absolute-position="fixed" left="20mm" top="46mm" width="90mm" height="24mm" font-size="10.5pt" line-height="12pt" hyphenate="false">
      <fo:block><xsl:call-template name="paa-maalet"><xsl:with-param name="noder" select="$utfoerer/k:navn"/></xsl:call-template></fo:block>
      <fo:block><xsl:value-of select="$kommunenavn"/></fo:block>
    </fo:block-container>
  </xsl:template>
  <xsl:template match="grunnlag" mode="innhold">
    <xsl:if test="not($gis)">
      <xsl:message terminate="yes">Ingen tjeneste er gitt. Da er det ingenting å melde til enheten.</xsl:message>
    </xsl:if>
    <fo:block xsl:use-attribute-sets="h1" space-after="5pt"><hj:tekst noekkel="melding.h1"><hj:verdi navn="tjenester" select="hj:liste(key('poster', $gis/@id)/a:egenskap[@navn = 'tittel'][not(@maalform) or @maalform = $maal], 'og')"/></hj:tekst></fo:block>
    <xsl:call-template name="tabellen"><xsl:with-param name="rader"><xsl:call-template name="personlinjer"/></xsl:with-param></xsl:call-template>
    <xsl:for-each select="$gis">
      <fo:block xsl:use-attribute-sets="h2"><xsl:call-template name="tittel-paa"/></fo:block>
      <xsl:variable name="t" select="."/>
      <xsl:call-template name="tabellen"><xsl:with-param name="rader">
        <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('skjema.resultat')"/><xsl:with-param name="verdi"><hj:tekst noekkel="{concat('skjema.utfall.', s:vedtak/@utfall)}"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('skjema.omfang')"/><xsl:with-param name="verdi"><xsl:call-template name="omfang"><xsl:with-param name="omfang" select="s:vedtak/s:omfang"/></xsl:call-template></xsl:with-param></xsl:call-template>
        <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('skjema.innhold')"/><xsl:with-param name="verdi" select="hj:hardt(s:vedtak/s:innhold)"/></xsl:call-template>
        <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('skjema.sted')"/><xsl:with-param name="verdi" select="hj:hardt(s:vedtak/s:sted)"/></xsl:call-template>
        <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('skjema.periode')"/><xsl:with-param name="verdi"><xsl:call-template name="perioden"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('skjema.revurdering')"/><xsl:with-param name="verdi" select="hj:dato(s:vedtak/@revurdering, 'lang')"/></xsl:call-template>
      </xsl:with-param></xsl:call-template>
    </xsl:for-each>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="melding.naa"/></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt"><hj:tekst noekkel="melding.plan"><hj:verdi navn="navn" select="$navn"/></hj:tekst></fo:block>
    <xsl:call-template name="hilsen"><xsl:with-param name="bestemt" select="$ansatte[@id = $gis/s:vedtak/@besluttetAv]"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
