<?xml version="1.0" encoding="UTF-8"?>
<!-- Klagen fører fram, helt eller delvis: det nye vedtaket, svaret på hvert punkt, hva som skjer med resten, og ny klagerett. -->
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

  <xsl:import href="felles/klage.xsl"/>

  <xsl:template match="grunnlag" mode="tittel"><hj:tekst noekkel="omgjoering.tittel"/></xsl:template>
  <xsl:template match="grunnlag" mode="topptekst"><hj:tekst noekkel="omgjoering.dokument"><hj:verdi navn="dato" select="hj:dato($dato, 'lang')"/></hj:tekst></xsl:template>
  <xsl:template match="grunnlag" mode="innhold">
    <fo:block xsl:use-attribute-sets="h1" space-after="5pt"><hj:tekst noekkel="{concat('omgjoering.h1.', $klage/s:avgjoerelse/@utfall)}"/></fo:block>
    <xsl:call-template name="om-klagen"/>
    <fo:block xsl:use-attribute-sets="boks" keep-together.within-page="always">
      <hj:tekst noekkel="{concat('omgjoering.boks.', $klage/s:avgjoerelse/@utfall)}"><hj:verdi navn="tjenester" select="string($hva)"/></hj:tekst>
      <xsl:if test="$klage/s:avgjoerelse/s:omfang">
        <xsl:text> </xsl:text>
        <xsl:variable name="nytt"><xsl:call-template name="omfang"><xsl:with-param name="omfang" select="$klage/s:avgjoerelse/s:omfang"/></xsl:call-template></xsl:variable>
        <xsl:choose>
          <xsl:when test="$klage/s:avgjoerelse/@virkningFra"><hj:tekst noekkel="omgjoering.omfang_fra"><hj:verdi navn="omfang" select="string($nytt)"/><hj:verdi navn="dato" select="hj:dato($klage/s:avgjoerelse/@virkningFra, 'lang')"/></hj:tekst></xsl:when>
          <xsl:otherwise><hj:tekst noekkel="omgjoering.omfang"><hj:verdi navn="omfang" select="string($nytt)"/></hj:tekst></xsl:otherwise>
        </xsl:choose>
      </xsl:if>
      <xsl:if test="$klage/s:avgjoerelse/@til or $klage/s:avgjoerelse/@revurdering">
        <xsl:text> </xsl:text>
        <xsl:choose>
          <xsl:when test="$klage/s:avgjoerelse/@til"><hj:tekst noekkel="omgjoering.til"><hj:verdi navn="dato" select="hj:dato($klage/s:avgjoerelse/@til, 'lang')"/></hj:tekst></xsl:when>
          <xsl:otherwise><hj:tekst noekkel="omgjoering.revurdering"><hj:verdi navn="dato" select="hj:dato($klage/s:avgjoerelse/@revurdering, 'lang')"/></hj:tekst></xsl:otherwise>
        </xsl:choose>
      </xsl:if>
    </fo:block>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="omgjoering.hvorfor"></hj:tekst></fo:block>
    <xsl:call-template name="fritekst"><xsl:with-param name="node" select="$klage/s:avgjoerelse/s:vurdering"/></xsl:call-template>
    <xsl:call-template name="anfoersler"/>
    <xsl:if test="$klage/s:avgjoerelse/@utfall = 'delvis_omgjort'">
      <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="omgjoering.resten"/></fo:block>
      <fo:block xsl:use-attribute-sets="avsnitt">
        <xsl:choose>
          <xsl:when test="$sak/s:hendelser/s:hendelse[@type = 'klage_trukket'][@for = $klage/@id or not(@for)]"><hj:tekst noekkel="omgjoering.resten_trukket"/></xsl:when>
          <xsl:otherwise><hj:tekst noekkel="omgjoering.sendes"><hj:verdi navn="instans" select="string($instans)"/></hj:tekst></xsl:otherwise>
        </xsl:choose>
      </fo:block>
    </xsl:if>
    <xsl:variable name="kostnader" select="$avgj/a:frist[@navn = 'sakskostnader_omgjort'][@for = $klage/@id][1]"/>
    <xsl:call-template name="sakskostnader"><xsl:with-param name="frist" select="$kostnader"/><xsl:with-param name="hos" select="hj:tekst('kostnader.oss')"/></xsl:call-template>
    <xsl:call-template name="ny-klagerett"/>
    <xsl:call-template name="spoersmaal"><xsl:with-param name="ombud" select="$ombud"/></xsl:call-template>
    <xsl:call-template name="hilsen"><xsl:with-param name="bestemt" select="$ansatte[@id = $klage/s:avgjoerelse/@besluttetAv]"/></xsl:call-template>
    <xsl:call-template name="regler-av"><xsl:with-param name="hjemler" select="key('poster', $tjenester/@id)/a:hjemmel[@rolle = 'rett' or @rolle = 'plikt'] | $klagepost/a:hjemmel | $ny-frist/a:hjemmel | $kostnader/a:hjemmel"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
