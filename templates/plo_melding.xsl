<?xml version="1.0" encoding="UTF-8"?>
<!-- Tekstutkast til PLO-meldingen «Orientering om tjenestetilbud»: klippes inn i fagsystemet. Ren tekst, ingen begrunnelser. -->
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

  <xsl:output method="text"/>
  <xsl:template match="/">
    <hj:tekst noekkel="plo.til"><hj:verdi navn="navn" select="$navn"/><hj:verdi navn="foedt" select="hj:dato($person/s:foedselsdato, 'kort')"/></hj:tekst>
    <xsl:text>&#10;&#10;</xsl:text>
    <xsl:for-each select="$tjenester">
      <xsl:value-of select="concat('– ', hj:stor(key('poster', @id)/a:egenskap[@navn = 'tittel'][not(@maalform) or @maalform = $maal][1]), ': ')"/>
      <hj:tekst noekkel="{concat('skjema.utfall.', s:vedtak/@utfall)}"/>
      <xsl:if test="s:vedtak/@utfall != 'avslaatt' and s:vedtak/@utfall != 'avvist'">
        <xsl:text>, </xsl:text>
        <xsl:call-template name="omfang"><xsl:with-param name="omfang" select="s:vedtak/s:omfang"/></xsl:call-template>
        <xsl:if test="s:vedtak/s:innhold"><xsl:value-of select="concat(' (', normalize-space(s:vedtak/s:innhold), ')')"/></xsl:if>
        <xsl:if test="s:vedtak/@virkningFra"><xsl:value-of select="concat(', ', hj:tekst('plo.fra'), ' ', hj:dato(s:vedtak/@virkningFra, 'kort'))"/></xsl:if>
        <xsl:if test="s:vedtak/@til"><xsl:value-of select="concat(' ', hj:tekst('plo.til_dato'), ' ', hj:dato(s:vedtak/@til, 'kort'))"/></xsl:if>
        <xsl:if test="s:vedtak/@inntilVidere = 'ja'"><xsl:value-of select="concat(' ', hj:tekst('felles.inntil_videre'))"/></xsl:if>
      </xsl:if>
      <xsl:text>.&#10;</xsl:text>
    </xsl:for-each>
    <xsl:text>&#10;</xsl:text>
    <hj:tekst noekkel="plo.spoersmaal"><hj:verdi navn="hvem" select="string($saksbehandler/s:navn)"/><hj:verdi navn="telefon" select="string($telefon)"/></hj:tekst>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
