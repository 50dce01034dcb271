<?xml version="1.0" encoding="UTF-8"?>
<!-- Det brev om en klage har til felles: klagen, vedtaket den gjelder, klageinstansen, og den som klager og skal ha brevet. -->
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

  <!-- Klagen saken sier at brevet gjelder, ellers den siste. Brevet går til den som klager. -->
  <xsl:variable name="klage" select="$sak/s:klage[@id = $sak/@klage] | $sak/s:klage[last()][not($sak/@klage)]"/>
  <xsl:variable name="uten-klage"><xsl:if test="not($klage)"><xsl:message terminate="yes">Saken har ingen klage, og da er det ikke noe brev om den.</xsl:message></xsl:if></xsl:variable>
  <xsl:variable name="tjenester" select="$sak/s:tjenester/s:tjeneste[@id = $klage/@gjelder or @id = $klage/s:gjelder/@tjeneste]"/>
  <xsl:variable name="mottaker-id" select="string($klage/@fra)"/>
  <xsl:variable name="klagepost" select="$avgj/a:post[@regel = 'klage'][@node = $klage/@id]"/>
  <!-- Det klagen er over: tjenestene, eller det som ikke er en tjeneste. -->
  <xsl:variable name="hva">
    <xsl:choose>
      <xsl:when test="$klage/@om = 'innsyn' or ($klage/@om = 'tvang' and not($titler))"><hj:tekst noekkel="{concat('klage.hva.', $klage/@om)}"/></xsl:when>
      <xsl:when test="$klage/@om = 'egenandel' and $titler"><hj:tekst noekkel="klage.hva.egenandel_for"><hj:verdi navn="tjenester" select="hj:liste($titler, 'og')"/></hj:tekst></xsl:when>
      <xsl:when test="$klage/@om = 'egenandel'"><hj:tekst noekkel="klage.hva.egenandel"/></xsl:when>
      <xsl:when test="$titler"><xsl:value-of select="hj:liste($titler, 'og')"/></xsl:when>
      <xsl:otherwise><hj:tekst noekkel="klage.hva.rettighet"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="vedtaksdato" select="string(($klage/@vedtaksdato | $tjenester/s:vedtak/@dato[not($klage/@vedtaksdato)])[1])"/>

  <xsl:variable name="regime">
    <xsl:choose>
      <xsl:when test="$klage/@om = 'innsyn'">D</xsl:when>
      <xsl:when test="$klage/@om = 'egenandel'">E</xsl:when>
      <xsl:when test="$klage/@om = 'tvang'">F</xsl:when>
      <xsl:when test="$klage/@om = 'rettighet'">A</xsl:when>
      <xsl:otherwise><xsl:value-of select="key('poster', $tjenester[1]/@id)/a:oppslag[@navn = 'klageregime']/@noekkel"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="instans"><xsl:call-template name="paa-maalet"><xsl:with-param name="noder" select="$kommune/k:klageinstanser/k:klageinstans[contains(concat(' ', @regime, ' '), concat(' ', $regime, ' '))]
      [not(@fra) or translate(@fra, '-', '') &lt;= translate($dato, '-', '')][not(@til) or translate(@til, '-', '') &gt; translate($dato, '-', '')][1]/k:navn"/></xsl:call-template></xsl:variable>
  <xsl:variable name="ombud" select="$regime != 'B'"/>
  <xsl:variable name="ny-frist" select="$avgj/a:frist[@navn = 'klagefrist_nytt_vedtak'][@for = $klage/@id][1]"/>
  <!-- Den som ikke har rett til å klage, eller mangler fullmakt, får ikke vite hva saken handler om. -->
  <xsl:variable name="kjenner-saken" select="$klagepost/a:faktum[@navn = 'klager_er_part']/@verdi = 'ja'"/>
  <!-- Tjenesten sier hvor det klages; er den ikke en rett, er det heller ingen rett å klage på at er brutt. -->
  <xsl:variable name="rett" select="$avgj/a:oppslag[@navn = 'klageregime'][@noekkel = $regime]/a:felt[@navn = 'rettighet'] = 'ja'"/>

  <!-- Én setning: hvilken klage, over hva, og for hvem når klageren ikke er parten selv. -->
  <xsl:template name="om-klagen">
    <fo:block xsl:use-attribute-sets="avsnitt">
      <xsl:choose>
        <xsl:when test="$kjenner-saken and $klage/@om = 'innsyn'"><hj:tekst noekkel="klage.om_innsyn"><hj:verdi navn="mottatt" select="hj:dato($klage/@mottatt, 'lang')"/></hj:tekst></xsl:when>
        <xsl:when test="$kjenner-saken and $klage/@om = 'egenandel' and string($hva)"><hj:tekst noekkel="klage.om_egenandel"><hj:verdi navn="tjenester" select="string($hva)"/><hj:verdi navn="mottatt" select="hj:dato($klage/@mottatt, 'lang')"/></hj:tekst></xsl:when>
        <xsl:when test="$kjenner-saken and string($vedtaksdato) and string($hva)">
          <hj:tekst noekkel="klage.om_vedtak"><hj:verdi navn="tjenester" select="string($hva)"/><hj:verdi navn="dato" select="hj:dato($vedtaksdato, 'lang')"/><hj:verdi navn="mottatt" select="hj:dato($klage/@mottatt, 'lang')"/></hj:tekst>
        </xsl:when>
        <xsl:otherwise><hj:tekst noekkel="klage.om"><hj:verdi navn="mottatt" select="hj:dato($klage/@mottatt, 'lang')"/></hj:tekst></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="$til = '.navn'"><xsl:text> </xsl:text><hj:tekst noekkel="klage.paa_vegne"><hj:verdi navn="navn" select="$navn"/></hj:tekst></xsl:if>
    </fo:block>
  </xsl:template>

  <!-- Hvert punkt i klagen som ikke er tatt tilbake, og svaret på det. -->
  <xsl:template name="anfoersler">
    <xsl:for-each select="$klage/s:anfoersel[not(@trukket = 'ja')]">
      <fo:block xsl:use-attribute-sets="h3" space-before="6pt" space-after="2pt"><hj:tekst noekkel="klage.punkt"><hj:verdi navn="nummer" select="position()"/></hj:tekst></fo:block>
      <xsl:call-template name="sitat"><xsl:with-param name="node" select="s:tekst"/></xsl:call-template>
      <xsl:call-template name="fritekst"><xsl:with-param name="node" select="s:vurdering"/></xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <!-- Klagerens egne ord. -->
  <xsl:template name="sitat">
    <xsl:param name="node"/>
    <fo:block start-indent="5mm" border-start-style="solid" border-start-width="2pt" border-start-color="{$linjefarge}" padding-start="6pt" space-after="4pt" keep-with-next.within-page="always">
      <xsl:call-template name="fritekst"><xsl:with-param name="node" select="$node"/></xsl:call-template>
    </fo:block>
  </xsl:template>

  <!-- Fristen for å kreve sakskostnader dekket: dagen når meldingen er kommet fram, ellers lengden. -->
  <xsl:template name="sakskostnader">
    <xsl:param name="frist"/>
    <xsl:param name="hos"/>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="kostnader.h2"/></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt">
      <xsl:variable name="lengde"><xsl:call-template name="lengde"><xsl:with-param name="antall" select="$frist/@uker"/><xsl:with-param name="enhet" select="'uker'"/></xsl:call-template></xsl:variable>
      <xsl:choose>
        <xsl:when test="string($frist/@dato)">
          <hj:tekst noekkel="kostnader.frist">
            <hj:verdi navn="lengde" select="string($lengde)"/>
            <hj:verdi navn="framme"><xsl:call-template name="ukedag-uten-aar"><xsl:with-param name="dato" select="$frist/@fra"/></xsl:call-template></hj:verdi>
            <hj:verdi navn="dato"><xsl:call-template name="dagen"><xsl:with-param name="dato" select="$frist/@dato"/></xsl:call-template></hj:verdi>
          </hj:tekst>
        </xsl:when>
        <xsl:otherwise><hj:tekst noekkel="kostnader.lengde"><hj:verdi navn="lengde" select="string($lengde)"/></hj:tekst></xsl:otherwise>
      </xsl:choose>
      <xsl:text> </xsl:text>
      <hj:tekst noekkel="kostnader.hos"><hj:verdi navn="hvem" select="$hos"/></hj:tekst>
    </fo:block>
  </xsl:template>

  <!-- Klagerett over avvisningen eller det nye vedtaket. -->
  <xsl:template name="ny-klagerett">
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="klage.ny.h2"/></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt">
      <xsl:variable name="lengde"><xsl:call-template name="lengde"><xsl:with-param name="antall" select="$ny-frist/@uker"/><xsl:with-param name="enhet" select="'uker'"/></xsl:call-template></xsl:variable>
      <xsl:choose>
        <xsl:when test="string($ny-frist/@dato)">
          <hj:tekst noekkel="klage.ny.frist">
            <hj:verdi navn="lengde" select="string($lengde)"/>
            <hj:verdi navn="framme"><xsl:call-template name="ukedag-uten-aar"><xsl:with-param name="dato" select="$ny-frist/@fra"/></xsl:call-template></hj:verdi>
            <hj:verdi navn="dato"><xsl:call-template name="dagen"><xsl:with-param name="dato" select="$ny-frist/@dato"/></xsl:call-template></hj:verdi>
          </hj:tekst>
        </xsl:when>
        <xsl:otherwise><hj:tekst noekkel="klage.ny.lengde"><hj:verdi navn="lengde" select="string($lengde)"/></hj:tekst></xsl:otherwise>
      </xsl:choose>
      <xsl:text> </xsl:text>
      <hj:tekst noekkel="klage.ny.slik"><hj:verdi navn="instans" select="string($instans)"/><hj:verdi navn="hvor"><xsl:call-template name="postadressen"/></hj:verdi></hj:tekst>
    </fo:block>
  </xsl:template>
</xsl:stylesheet>
