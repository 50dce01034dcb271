<?xml version="1.0" encoding="UTF-8"?>
<!-- Klagen mangler noe: hva det er, og fristen for å rette det. Lista er reglenes egen. -->
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

  <xsl:template match="grunnlag" mode="tittel"><hj:tekst noekkel="mangelbrev.tittel"/></xsl:template>
  <xsl:template match="grunnlag" mode="topptekst"><hj:tekst noekkel="mangelbrev.dokument"><hj:verdi navn="dato" select="hj:dato($dato, 'lang')"/></hj:tekst></xsl:template>
  <xsl:template match="grunnlag" mode="innhold">
    <fo:block xsl:use-attribute-sets="h1" space-after="5pt"><hj:tekst noekkel="mangelbrev.h1"></hj:tekst></fo:block>
    <xsl:call-template name="om-klagen"/>
    <fo:block xsl:use-attribute-sets="boks">
      <fo:block space-after="4pt" keep-with-next.within-page="always"><hj:tekst noekkel="mangelbrev.dette"/></fo:block>
      <fo:list-block provisional-distance-between-starts="6mm" provisional-label-separation="2mm">
        <xsl:for-each select="$klagepost/a:delvis//a:vilkaar[@utfall = 'ja']">
          <fo:list-item>
            <xsl:if test="position() != last()"><xsl:attribute name="space-after">3pt</xsl:attribute></xsl:if>
            <fo:list-item-label end-indent="label-end()"><fo:block>•</fo:block></fo:list-item-label>
            <fo:list-item-body start-indent="body-start()"><fo:block><xsl:value-of select="hj:hardt(a:tekst[@maalform = $maal])"/></fo:block></fo:list-item-body>
          </fo:list-item>
        </xsl:for-each>
      </fo:list-block>
    </fo:block>
    <xsl:variable name="frist" select="$avgj/a:frist[@navn = 'retting'][@for = $klage/@id][1]"/>
    <fo:block xsl:use-attribute-sets="avsnitt">
      <hj:tekst noekkel="mangelbrev.frist"><hj:verdi navn="dato"><xsl:call-template name="dagen"><xsl:with-param name="dato" select="$frist/@dato"/></xsl:call-template></hj:verdi></hj:tekst>
    </fo:block>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="mangelbrev.hjelp"></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt"><hj:tekst noekkel="mangelbrev.hvordan"><hj:verdi navn="hvor"><xsl:call-template name="postadressen"/></hj:verdi></hj:tekst></fo:block>
    <xsl:call-template name="spoersmaal"><xsl:with-param name="ombud" select="$ombud"/></xsl:call-template>
    <xsl:call-template name="hilsen"><xsl:with-param name="bestemt" select="$ansatte[@id = $klage/s:avgjoerelse/@besluttetAv]"/></xsl:call-template>
    <xsl:call-template name="regler-av"><xsl:with-param name="hjemler" select="$klagepost/a:delvis//a:vilkaar[@utfall = 'ja']/a:hjemmel"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
