<?xml version="1.0" encoding="UTF-8"?>
<!-- Ord for tall og tid: omfang, varighet, dato uten år. Ordene selv står i tekster/. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:hj="urn:hjemmel:mal:1"
    xmlns:s="urn:hjemmel:sak:1"
    extension-element-prefixes="hj"
    exclude-result-prefixes="s">

  <!-- «1,5 timer hver tredje uke», «hele døgnet», eller teksten i elementet når tall ikke dekker ordningen. -->
  <xsl:template name="omfang">
    <xsl:param name="omfang"/>
    <xsl:if test="$omfang/@enhet">
      <xsl:variable name="en"><xsl:if test="$omfang/@verdi &lt;= 1">.en</xsl:if></xsl:variable>
      <xsl:variable name="desimaler">
        <xsl:choose>
          <xsl:when test="not($omfang/@verdi) or $omfang/@verdi = floor($omfang/@verdi)">0</xsl:when>
          <xsl:when test="10 * $omfang/@verdi = floor(10 * $omfang/@verdi)">1</xsl:when>
          <xsl:otherwise>2</xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <xsl:choose>
        <xsl:when test="$omfang/@verdi">
          <hj:tekst noekkel="{concat('omfang.', $omfang/@enhet, $en)}">
            <hj:verdi navn="antall" select="hj:tall($omfang/@verdi, number($desimaler))"/>
          </hj:tekst>
        </xsl:when>
        <xsl:otherwise><hj:tekst noekkel="{concat('omfang.', $omfang/@enhet)}"/></xsl:otherwise>
      </xsl:choose>
      <xsl:choose>
        <xsl:when test="$omfang/@hverEnhet">
          <xsl:text> </xsl:text>
          <xsl:choose>
            <xsl:when test="not($omfang/@hver) or $omfang/@hver = 1"><hj:tekst noekkel="{concat('omfang.hver.', $omfang/@hverEnhet)}"/></xsl:when>
            <xsl:when test="$omfang/@hver &lt;= 4"><hj:tekst noekkel="{concat('omfang.hver', $omfang/@hver, '.', $omfang/@hverEnhet)}"/></xsl:when>
            <xsl:otherwise>
              <hj:tekst noekkel="{concat('omfang.hvern.', $omfang/@hverEnhet)}"><hj:verdi navn="antall" select="$omfang/@hver"/></hj:tekst>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:when>
        <xsl:when test="substring-after($omfang/@enhet, '_per_') = 'gang'"><xsl:text> </xsl:text><hj:tekst noekkel="omfang.per_gang"/></xsl:when>
      </xsl:choose>
      <xsl:if test="normalize-space($omfang)">, </xsl:if>
    </xsl:if>
    <xsl:value-of select="hj:hardt(normalize-space($omfang))"/>
  </xsl:template>

  <!-- «fire uker»: lengden på en frist. -->
  <xsl:template name="lengde">
    <xsl:param name="antall"/>
    <xsl:param name="enhet"/> <!-- uker, maaneder, dager -->
    <xsl:choose>
      <xsl:when test="$antall = 1">
        <hj:tekst noekkel="{concat('felles.', $enhet, '.en')}"><hj:verdi navn="antall" select="hj:ord($antall)"/></hj:tekst>
      </xsl:when>
      <xsl:otherwise>
        <hj:tekst noekkel="{concat('felles.', $enhet)}"><hj:verdi navn="antall" select="hj:ord($antall)"/></hj:tekst>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- «12. november» når året er det samme som i teksten foran, ellers med år. -->
  <xsl:template name="dato-etter">
    <xsl:param name="dato"/>
    <xsl:param name="foer"/>
    <xsl:variable name="lang" select="hj:dato($dato, 'lang')"/>
    <xsl:choose>
      <xsl:when test="substring($dato, 1, 4) = substring($foer, 1, 4)"><xsl:value-of select="substring($lang, 1, string-length($lang) - 5)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$lang"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- «mandag 28. desember 2026», aldri delt over to linjer: det er dagen leseren skal finne igjen. -->
  <xsl:template name="dagen">
    <xsl:param name="dato"/>
    <xsl:value-of select="translate(hj:dato($dato, 'ukedag'), ' ', '&#160;')"/>
  </xsl:template>
  <xsl:template name="ukedag-uten-aar">
    <xsl:param name="dato"/>
    <xsl:variable name="hel" select="hj:dato($dato, 'ukedag')"/>
    <xsl:value-of select="substring($hel, 1, string-length($hel) - 5)"/>
  </xsl:template>
</xsl:stylesheet>
