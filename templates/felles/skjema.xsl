<?xml version="1.0" encoding="UTF-8"?>
<!-- Rader med ledetekst og verdi: meldinger og registreringsark. -->
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

  <xsl:import href="brev.xsl"/>
  <!-- Ledetekst og verdi på én rad; ingenting når verdien mangler. -->
  <xsl:template name="linje">
    <xsl:param name="hva"/>
    <xsl:param name="verdi"/>
    <xsl:if test="string($verdi)">
      <fo:table-row xsl:use-attribute-sets="rad">
        <fo:table-cell xsl:use-attribute-sets="radhode"><fo:block color="{$dempet}"><xsl:value-of select="$hva"/></fo:block></fo:table-cell>
        <fo:table-cell xsl:use-attribute-sets="rute-siste"><fo:block><xsl:value-of select="$verdi"/></fo:block></fo:table-cell>
      </fo:table-row>
    </xsl:if>
  </xsl:template>

  <xsl:template name="tittel-paa"><xsl:value-of select="hj:stor(key('poster', @id)/a:egenskap[@navn = 'tittel'][not(@maalform) or @maalform = $maal][1])"/></xsl:template>
  <!-- Fra og til med ord: «25. november 2026 – 25. mai 2027», «25. november 2026, inntil videre». -->
  <xsl:template name="perioden">
    <xsl:if test="s:vedtak/@virkningFra">
      <xsl:value-of select="hj:dato(s:vedtak/@virkningFra, 'lang')"/>
      <xsl:choose>
        <xsl:when test="s:vedtak/@til"><xsl:value-of select="concat(' – ', hj:dato(s:vedtak/@til, 'lang'))"/></xsl:when>
        <xsl:when test="s:vedtak/@inntilVidere = 'ja'"><xsl:value-of select="concat(', ', hj:tekst('felles.inntil_videre'))"/></xsl:when>
      </xsl:choose>
    </xsl:if>
  </xsl:template>
  <xsl:template name="personlinjer">
    <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('skjema.navn')"/><xsl:with-param name="verdi" select="$person/s:navn"/></xsl:call-template>
    <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('skjema.foedt')"/><xsl:with-param name="verdi" select="hj:dato($person/s:foedselsdato, 'lang')"/></xsl:call-template>
    <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('skjema.adresse')"/><xsl:with-param name="verdi"><xsl:for-each select="$person/s:adresse"><xsl:for-each select="s:linje"><xsl:value-of select="concat(., ', ')"/></xsl:for-each><xsl:value-of select="concat(s:postnummer, ' ', s:poststed)"/></xsl:for-each></xsl:with-param></xsl:call-template>
    <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('felles.telefon')"/><xsl:with-param name="verdi" select="translate($person/s:telefon, ' ', '&#160;')"/></xsl:call-template>
  </xsl:template>
  <xsl:template name="tabellen">
    <xsl:param name="rader"/>
    <fo:table xsl:use-attribute-sets="tabell" table-layout="fixed" font-size="9.5pt" line-height="13pt">
      <fo:table-column column-width="48mm"/><fo:table-column column-width="112mm"/>
      <fo:table-body><xsl:copy-of select="$rader"/></fo:table-body>
    </fo:table>
  </xsl:template>
</xsl:stylesheet>
