<?xml version="1.0" encoding="UTF-8"?>
<!-- Prisen slik reglene har regnet den ut. Setningene står i pakkene, tekst "pris.<utregning>": malen kjenner ingen priser.
     En utregning uten setning er et mellomregnestykke og står bare i tabellen. -->
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

  <xsl:key name="utregninger" match="a:utregning[@gjelder = 'ja'][string(@verdi)]" use="@for"/>
  <xsl:key name="prissetninger" match="a:tekst[starts-with(@noekkel, 'pris.')]" use="concat(@noekkel, '|', @maalform)"/>

  <!-- Setningen er { før beløpet } beløpet { etter }, og kan begynne med navnet. -->
  <xsl:template name="prissetning">
    <xsl:param name="tekst"/>
    <xsl:param name="verdi"/>
    <xsl:variable name="med-navn">
      <xsl:choose>
        <xsl:when test="contains($tekst, '{navn}')"><xsl:value-of select="concat(substring-before($tekst, '{navn}'), $navn, substring-after($tekst, '{navn}'))"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$tekst"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:value-of select="concat(substring-before($med-navn, '{beloep}'), hj:kroner($verdi), substring-after($med-navn, '{beloep}'))"/>
  </xsl:template>

  <!-- Det som er betalt, med setningen først og regnestykket etter. -->
  <xsl:template name="utregnet-pris">
    <xsl:param name="post"/>
    <xsl:param name="fra"/>
    <xsl:variable name="alle" select="key('utregninger', $post/@id)"/>
    <xsl:variable name="steg" select="$alle[not(key('prissetninger', concat('pris.', @navn, $til, '|', $maal)))]"/>
    <fo:block xsl:use-attribute-sets="avsnitt">
      <xsl:for-each select="$alle[key('prissetninger', concat('pris.', @navn, $til, '|', $maal))]">
        <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
        <xsl:call-template name="prissetning">
          <xsl:with-param name="tekst" select="string(key('prissetninger', concat('pris.', @navn, $til, '|', $maal)))"/>
          <xsl:with-param name="verdi" select="@verdi"/>
        </xsl:call-template>
      </xsl:for-each>
      <!-- Uten regnestykke står dagen satsen gjelder fra, her. -->
      <xsl:if test="not($steg) and $alle/a:sats">
        <xsl:text> </xsl:text><hj:tekst noekkel="vedtak.sats_fra"><hj:verdi navn="dato" select="hj:dato($alle/a:sats/@fra, 'lang')"/></hj:tekst>
      </xsl:if>
      <xsl:if test="$fra"><xsl:text> </xsl:text><hj:tekst noekkel="{concat('vedtak.betaler_fra', $til)}"><hj:verdi navn="navn" select="$navn"/><hj:verdi navn="dato" select="hj:dato($fra, 'lang')"/></hj:tekst></xsl:if>
    </fo:block>
    <xsl:if test="$steg">
      <xsl:call-template name="regnestykke"><xsl:with-param name="alle" select="$alle"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Linje for linje, så den som har en blyant, kommer til det samme. Satsene har dagen de gjelder fra. -->
  <xsl:template name="regnestykke">
    <xsl:param name="alle"/>
    <xsl:variable name="linjer-tre">
      <xsl:for-each select="$alle">
        <xsl:variable name="foer" select="preceding-sibling::a:utregning[@for = current()/@for][@gjelder = 'ja'][string(@verdi)]"/>
        <xsl:for-each select="a:sats[not(@navn = $foer/a:sats/@navn)]">
          <linje verdi="{@verdi}">
            <hj:tekst noekkel="vedtak.regnestykke.sats"><hj:verdi navn="sats" select="string(a:tekst[@maalform = $maal])"/><hj:verdi navn="dato" select="hj:dato(@fra, 'lang')"/></hj:tekst>
          </linje>
        </xsl:for-each>
        <linje verdi="{@verdi}"><xsl:value-of select="a:tekst[@maalform = $maal]"/></linje>
      </xsl:for-each>
    </xsl:variable>
    <fo:block xsl:use-attribute-sets="h3" space-before="6pt" space-after="2pt"><hj:tekst noekkel="vedtak.regnestykke"/></fo:block>
    <fo:table xsl:use-attribute-sets="tabell" table-layout="fixed">
      <fo:table-column column-width="120mm"/><fo:table-column column-width="40mm"/>
      <fo:table-body>
        <xsl:for-each select="exsl:node-set($linjer-tre)/linje">
          <fo:table-row xsl:use-attribute-sets="rad">
            <xsl:call-template name="siste-rad"/>
            <xsl:if test="position() = last()"><xsl:attribute name="font-weight">600</xsl:attribute></xsl:if>
            <fo:table-cell xsl:use-attribute-sets="radhode" padding-before="2.5pt" padding-after="2.5pt"><fo:block><xsl:value-of select="hj:stor(hj:hardt(.))"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="rute-siste" padding-before="2.5pt" padding-after="2.5pt" text-align="end"><fo:block wrap-option="no-wrap"><xsl:value-of select="hj:kroner(@verdi)"/></fo:block></fo:table-cell>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>
</xsl:stylesheet>
