<?xml version="1.0" encoding="UTF-8"?>
<!-- Det tabeller trenger utover stilen: «fortsetter» i hodet når tabellen går over sideskiftet, og siste rad uten strek. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:hj="urn:hjemmel:mal:1"
    extension-element-prefixes="hj">

  <!-- I en hodecelle. Henter markøren fra den første raden som begynner på siden. -->
  <xsl:template name="fortsetter">
    <fo:retrieve-table-marker retrieve-class-name="fortsetter" retrieve-position-within-table="first-starting" retrieve-boundary-within-table="table-fragment"/>
  </xsl:template>

  <!-- Først i radens første celle. Den første raden i tabellen har en tom markør. -->
  <xsl:template name="fortsettelse">
    <fo:marker marker-class-name="fortsetter">
      <xsl:if test="position() &gt; 1"><fo:inline xsl:use-attribute-sets="innsats" font-weight="400"><xsl:text>&#160;</xsl:text><hj:tekst noekkel="felles.fortsetter"/></fo:inline></xsl:if>
    </fo:marker>
  </xsl:template>

  <!-- Attributter på raden, av plassen i tabellen: ingen strek under den siste, og aldri én rad alene ved sideskiftet. -->
  <xsl:template name="siste-rad">
    <xsl:if test="position() = last()"><xsl:attribute name="border-after-style">none</xsl:attribute></xsl:if>
    <xsl:if test="position() = 1 and last() &gt; 1 or position() = last() - 1 or (last() &lt; 6 and position() != last())">
      <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
    </xsl:if>
  </xsl:template>
  <!-- Den siste raden før en sum: tyngre strek, og summen følger med over sideskiftet. -->
  <xsl:template name="rad-foer-sum">
    <xsl:if test="position() = last()">
      <xsl:attribute name="border-after-width">0.9pt</xsl:attribute>
      <xsl:attribute name="border-after-color"><xsl:value-of select="$overskriftsfarge"/></xsl:attribute>
    </xsl:if>
    <xsl:if test="position() = last() or position() = 1 or last() &lt; 6"><xsl:attribute name="keep-with-next.within-page">always</xsl:attribute></xsl:if>
  </xsl:template>
</xsl:stylesheet>
