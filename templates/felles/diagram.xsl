<?xml version="1.0" encoding="UTF-8"?>
<!-- Små tegn som SVG i dokumentet: lys og søyle. Tidslinje og risikomatrise er diagrammer (engine/diagram/README.md).
     Ingen tekst under 7,5 pt. Alt som vises med farge, vises også med form eller ord.
     Mål i pt; malen som kaller, gir tallene og ordene, så her står verken språk eller saker. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:svg="http://www.w3.org/2000/svg"
    xmlns:exsl="http://exslt.org/common"
    xmlns:hjfo="urn:hjemmel:fo:1"
    xmlns:hj="urn:hjemmel:mal:1"
    extension-element-prefixes="hj"
    exclude-result-prefixes="exsl">

  <!-- Et lys: sirkel grønn, trekant gul, firkant rød. Ordet står ved siden av, så lyset er pynt for en skjermleser. -->
  <xsl:template name="lys">
    <xsl:param name="farge"/>
    <fo:instream-foreign-object role="Artifact" content-width="11pt" content-height="11pt">
      <svg:svg width="11pt" height="11pt" viewBox="0 0 12 12">
        <xsl:choose>
          <xsl:when test="$farge = 'groenn'"><svg:circle cx="6" cy="6" r="5.2" fill="#2f7d43"/></xsl:when>
          <xsl:when test="$farge = 'gul'"><svg:path d="M6 0.8L11.6 11H0.4Z" fill="#b97a00"/></xsl:when>
          <xsl:otherwise><svg:rect x="1" y="1" width="10" height="10" fill="#8a2b1d"/></xsl:otherwise>
        </xsl:choose>
      </svg:svg>
    </fo:instream-foreign-object>
  </xsl:template>

  <!-- Brukt av budsjett: fylt del av en ramme. Lengden er i forhold til det største beløpet i tabellen. -->
  <xsl:template name="soeyle">
    <xsl:param name="verdi"/>
    <xsl:param name="hele"/>
    <xsl:param name="stoerst"/>
    <xsl:variable name="bredde" select="108"/>
    <xsl:variable name="ramme" select="round(10 * $hele div $stoerst * ($bredde - 1)) div 10"/>
    <xsl:variable name="fylt" select="round(10 * $verdi div $stoerst * ($bredde - 1)) div 10"/>
    <xsl:variable name="farge"><xsl:choose><xsl:when test="$verdi &gt; $hele"><xsl:value-of select="$advarsel"/></xsl:when><xsl:otherwise><xsl:value-of select="$aksent"/></xsl:otherwise></xsl:choose></xsl:variable>
    <fo:instream-foreign-object role="Artifact" content-width="{$bredde}pt" content-height="8pt">
      <svg:svg width="{$bredde}pt" height="8pt" viewBox="0 0 {$bredde} 8">
        <svg:rect x="0.5" y="0.5" width="{$ramme}" height="7" fill="#ffffff" stroke="{$farge}" stroke-width="1"/>
        <xsl:if test="$fylt &gt; 0"><svg:rect x="0.5" y="0.5" width="{$fylt}" height="7" fill="{$farge}"/></xsl:if>
      </svg:svg>
    </fo:instream-foreign-object>
  </xsl:template>

  <!-- Produktet av sannsynlighet og konsekvens (1–3 hver): 1–2, 3–4, 6–9. -->
  <xsl:template name="risikonivaa">
    <xsl:param name="produkt"/>
    <xsl:choose>
      <xsl:when test="$produkt &gt;= 6">kritisk</xsl:when>
      <xsl:when test="$produkt &gt;= 3">betydelig</xsl:when>
      <xsl:otherwise>ubetydelig</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
