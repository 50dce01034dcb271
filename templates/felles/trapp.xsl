<?xml version="1.0" encoding="UTF-8"?>
<!-- Det som er veid på andre trinn av omsorgstrappen: i brevet når hun ba om noe annet enn det laveste som er nok, med ordene til den som
     har veid det. Hva som er nok, sier avgjørelsen. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:hj="urn:hjemmel:mal:1"
    xmlns:s="urn:hjemmel:sak:1"
    xmlns:a="urn:hjemmel:avgjoerelse:1"
    extension-element-prefixes="hj"
    exclude-result-prefixes="s a">

  <xsl:key name="trapper" match="a:trapp" use="@for"/>

  <!-- Fra en tjeneste. -->
  <xsl:template name="veid">
    <xsl:variable name="trapp" select="key('trapper', @id)[@utfall != 'ukjent']"/>
    <xsl:variable name="mer" select="$trapp/@avvik = 'ja' and s:vedtak/@utfall = 'innvilget'"/>
    <xsl:if test="$trapp and s:alternativ/s:vurdering and ($mer or s:vedtak/@utfall != 'innvilget')">
      <fo:block xsl:use-attribute-sets="avsnitt" keep-with-next.within-page="always">
        <hj:tekst noekkel="{concat('veid.innledning', $til)}"><hj:verdi navn="navn" select="$navn"/></hj:tekst>
      </fo:block>
      <xsl:for-each select="s:alternativ[s:vurdering]">
        <xsl:call-template name="fritekst"><xsl:with-param name="node" select="s:vurdering"/></xsl:call-template>
      </xsl:for-each>
      <xsl:if test="$mer">
        <fo:block xsl:use-attribute-sets="avsnitt">
          <hj:tekst noekkel="{concat('veid.kunne', $til)}"><hj:verdi navn="navn" select="$navn"/></hj:tekst>
          <xsl:if test="s:vedtak/s:brukersSyn[@vekt = 'stor' or @vekt = 'avgjoerende']">
            <xsl:text> </xsl:text>
            <hj:tekst noekkel="{concat('veid.oenske', $til)}"><hj:verdi navn="navn" select="$navn"/></hj:tekst>
          </xsl:if>
        </fo:block>
      </xsl:if>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
