<?xml version="1.0" encoding="UTF-8"?>
<!-- Vi trenger å vite mer: lista er det reglene mangler for å kunne svare, det som betyr mest først. -->
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

  <!-- Den siste søknaden, og tjenestene den gjelder. -->
  <xsl:variable name="soeknad" select="$sak/s:soeknad[last()]"/>
  <xsl:variable name="tjenester" select="$sak/s:tjenester/s:tjeneste[@id = $soeknad/s:gjelder/@tjeneste or not($soeknad/s:gjelder)]"/>
  <!-- Det som mangler, hvert faktum én gang, i rekkefølgen avgjørelsen gir. Bare det noen utenfor kommunen kan svare på. -->
  <xsl:variable name="mangler" select="key('poster', $tjenester/@id)/a:mangler[a:spoersmaal][not(@faktum = preceding::a:mangler[a:spoersmaal]/@faktum)]"/>

  <xsl:template match="grunnlag" mode="tittel"><hj:tekst noekkel="innhenting.tittel"/></xsl:template>
  <xsl:template match="grunnlag" mode="topptekst"><hj:tekst noekkel="innhenting.dokument"><hj:verdi navn="dato" select="hj:dato($dato, 'lang')"/></hj:tekst></xsl:template>
  <xsl:template match="grunnlag" mode="innhold">
    <xsl:if test="not($mangler)">
      <xsl:message terminate="yes">Ingenting mangler som parten kan svare på. Da er det ikke noe å spørre om.</xsl:message>
    </xsl:if>
    <fo:block xsl:use-attribute-sets="h1" space-after="5pt"><hj:tekst noekkel="{concat('innhenting.h1', $til)}"><hj:verdi navn="navn" select="$navn"/></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt">
      <hj:tekst noekkel="{concat('innhenting.mottatt', $til)}"><hj:verdi navn="navn" select="$navn"/><hj:verdi navn="tjenester" select="hj:liste($titler, 'og')"/><hj:verdi navn="dato" select="hj:dato($soeknad/@mottatt, 'lang')"/></hj:tekst>
    </fo:block>
    <fo:block xsl:use-attribute-sets="boks">
      <fo:block space-after="4pt" keep-with-next.within-page="always"><hj:tekst noekkel="{concat('innhenting.svar', $til)}"><hj:verdi navn="navn" select="$navn"/></hj:tekst></fo:block>
      <fo:list-block provisional-distance-between-starts="8mm" provisional-label-separation="2mm">
        <xsl:for-each select="$mangler">
          <fo:list-item>
            <xsl:if test="position() != last()"><xsl:attribute name="space-after">4pt</xsl:attribute></xsl:if>
            <fo:list-item-label end-indent="label-end()"><fo:block><xsl:value-of select="concat(position(), '.')"/></fo:block></fo:list-item-label>
            <fo:list-item-body start-indent="body-start()"><fo:block><xsl:value-of select="hj:hardt(a:spoersmaal)"/></fo:block></fo:list-item-body>
          </fo:list-item>
        </xsl:for-each>
      </fo:list-block>
    </fo:block>
    <xsl:if test="$sak/s:innhenting/@svarfrist">
      <fo:block xsl:use-attribute-sets="avsnitt"><hj:tekst noekkel="innhenting.frist"><hj:verdi navn="dato"><xsl:call-template name="dagen"><xsl:with-param name="dato" select="$sak/s:innhenting[last()]/@svarfrist"/></xsl:call-template></hj:verdi></hj:tekst></fo:block>
    </xsl:if>
    <xsl:call-template name="fritekst"><xsl:with-param name="node" select="$sak/s:innhenting[last()]/s:merknad"/></xsl:call-template>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="innhenting.hvordan"></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt"><hj:tekst noekkel="{concat('innhenting.slik', $til)}"><hj:verdi navn="navn" select="$navn"/><hj:verdi navn="hvor"><xsl:call-template name="postadressen"/></hj:verdi></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="innhenting.hvorfor"></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt"><hj:tekst noekkel="{concat('innhenting.grunn', $til)}"><hj:verdi navn="navn" select="$navn"/></hj:tekst></fo:block>
    <xsl:call-template name="spoersmaal"/>
    <xsl:call-template name="hilsen"/>
  </xsl:template>
</xsl:stylesheet>
