<?xml version="1.0" encoding="UTF-8"?>
<!-- Oversendelsesbrevet til klageinstansen: saken, klagen og fristen, kommunens vurdering av hvert punkt, innstillingen og dokumentlista. -->
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

  <xsl:import href="felles/skjema.xsl"/>
  <xsl:import href="felles/klage.xsl"/>

  <xsl:template match="grunnlag" mode="tittel"><hj:tekst noekkel="over.tittel"/></xsl:template>
  <xsl:template match="grunnlag" mode="topptekst"><hj:tekst noekkel="over.dokument"><hj:verdi navn="dato" select="hj:dato($dato, 'lang')"/></hj:tekst></xsl:template>

  <!-- Brevet går til klageinstansen, ikke til en part i saken. -->
  <xsl:variable name="instansnode" select="$kommune/k:klageinstanser/k:klageinstans[contains(concat(' ', @regime, ' '), concat(' ', $regime, ' '))]
      [not(@fra) or translate(@fra, '-', '') &lt;= translate($dato, '-', '')][not(@til) or translate(@til, '-', '') &gt; translate($dato, '-', '')][1]"/>
  <xsl:template name="adressevindu">
    <xsl:param name="mottaker"/>
    <fo:block-container absolute-position="fixed" left="20mm" top="46mm" width="90mm" height="24mm" font-size="10.5pt" line-height="12pt" hyphenate="false">
      <fo:block><xsl:value-of select="hj:stor($instans)"/></fo:block>
      <xsl:for-each select="$instansnode/k:adresse/k:linje"><fo:block><xsl:value-of select="."/></fo:block></xsl:for-each>
      <xsl:if test="$instansnode/k:adresse"><fo:block><xsl:value-of select="concat($instansnode/k:adresse/k:postnummer, ' ', $instansnode/k:adresse/k:poststed)"/></fo:block></xsl:if>
    </fo:block-container>
  </xsl:template>

  <xsl:template match="grunnlag" mode="innhold">
    <fo:block xsl:use-attribute-sets="h1" space-after="5pt">
      <xsl:choose>
        <xsl:when test="$til = '.navn'"><hj:tekst noekkel="over.h1_for"><hj:verdi navn="klager" select="string($mottaker/s:navn)"/><hj:verdi navn="navn" select="$navn"/><hj:verdi navn="tjenester" select="string($hva)"/></hj:tekst></xsl:when>
        <xsl:otherwise><hj:tekst noekkel="over.h1"><hj:verdi navn="navn" select="$navn"/><hj:verdi navn="tjenester" select="string($hva)"/></hj:tekst></xsl:otherwise>
      </xsl:choose>
    </fo:block>
    <!-- En klage over tvang er ikke vurdert av kommunen først. -->
    <xsl:variable name="tvang" select="$klage/@om = 'tvang'"/>
    <fo:block xsl:use-attribute-sets="boks">
      <xsl:choose>
        <xsl:when test="$tvang"><hj:tekst noekkel="over.innstilling.tvang"><hj:verdi navn="instans" select="string($instans)"/></hj:tekst></xsl:when>
        <xsl:otherwise><hj:tekst noekkel="{concat('over.innstilling.', $klage/s:avgjoerelse/@utfall)}"><hj:verdi navn="instans" select="string($instans)"/></hj:tekst></xsl:otherwise>
      </xsl:choose>
    </fo:block>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="over.saken"></hj:tekst></fo:block>
    <!-- Det saksbehandleren der må vite først: hvem, hva det er søkt om, hva som er gitt, og hva som er gitt etter klagen. -->
    <xsl:call-template name="tabellen"><xsl:with-param name="rader">
      <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('over.soeker')"/><xsl:with-param name="verdi">
        <xsl:choose>
          <xsl:when test="$person/s:foedselsdato"><hj:tekst noekkel="over.person"><hj:verdi navn="navn" select="$navn"/><hj:verdi navn="dato" select="hj:dato($person/s:foedselsdato, 'lang')"/></hj:tekst></xsl:when>
          <xsl:otherwise><xsl:value-of select="$navn"/></xsl:otherwise>
        </xsl:choose>
      </xsl:with-param></xsl:call-template>
      <xsl:for-each select="$tjenester">
        <xsl:variable name="t" select="."/>
        <xsl:variable name="tittel"><xsl:call-template name="tittel-paa"/></xsl:variable>
        <xsl:for-each select="$sak/s:soeknad[1]">
          <xsl:call-template name="linje">
            <xsl:with-param name="hva"><hj:tekst noekkel="over.soekt"><hj:verdi navn="dato" select="hj:dato(@mottatt, 'kort')"/></hj:tekst></xsl:with-param>
            <xsl:with-param name="verdi"><xsl:value-of select="$tittel"/><xsl:if test="$t/s:soekt/s:omfang">, <xsl:call-template name="omfang"><xsl:with-param name="omfang" select="$t/s:soekt/s:omfang"/></xsl:call-template></xsl:if></xsl:with-param>
          </xsl:call-template>
        </xsl:for-each>
        <xsl:if test="s:loepende/s:omfang">
          <xsl:call-template name="linje"><xsl:with-param name="hva" select="hj:tekst('over.foer')"/><xsl:with-param name="verdi"><xsl:call-template name="omfang"><xsl:with-param name="omfang" select="s:loepende/s:omfang"/></xsl:call-template></xsl:with-param></xsl:call-template>
        </xsl:if>
        <xsl:call-template name="linje">
          <xsl:with-param name="hva"><hj:tekst noekkel="over.vedtatt"><hj:verdi navn="dato" select="hj:dato($vedtaksdato, 'kort')"/></hj:tekst></xsl:with-param>
          <xsl:with-param name="verdi"><hj:tekst noekkel="{concat('skjema.utfall.', s:vedtak/@utfall)}"/><xsl:if test="s:vedtak/s:omfang">, <xsl:call-template name="omfang"><xsl:with-param name="omfang" select="s:vedtak/s:omfang"/></xsl:call-template></xsl:if></xsl:with-param>
        </xsl:call-template>
      </xsl:for-each>
      <xsl:if test="$klage/s:avgjoerelse/s:omfang">
        <xsl:call-template name="linje">
          <xsl:with-param name="hva"><hj:tekst noekkel="over.nytt_vedtak"><hj:verdi navn="dato" select="hj:dato($klage/s:avgjoerelse/@dato, 'kort')"/></hj:tekst></xsl:with-param>
          <xsl:with-param name="verdi"><xsl:call-template name="omfang"><xsl:with-param name="omfang" select="$klage/s:avgjoerelse/s:omfang"/></xsl:call-template></xsl:with-param>
        </xsl:call-template>
      </xsl:if>
    </xsl:with-param></xsl:call-template>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="over.klagen"></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt">
      <hj:tekst noekkel="over.mottatt"><hj:verdi navn="klager" select="string($mottaker/s:navn)"/><hj:verdi navn="dato" select="hj:dato($klage/@mottatt, 'lang')"/></hj:tekst>
      <xsl:if test="$klage/@poststemplet"><xsl:text> </xsl:text><hj:tekst noekkel="over.stemplet"><hj:verdi navn="dato" select="hj:dato($klage/@poststemplet, 'lang')"/></hj:tekst></xsl:if>
      <xsl:variable name="frist" select="$avgj/a:frist[@navn = 'frist_for_klagen'][@for = $klage/@id][string(@dato)][1]"/>
      <xsl:if test="$frist"><xsl:text> </xsl:text><hj:tekst noekkel="{concat('over.frist', substring('.anslag', 1, 7 * ($frist/@anslag = 'ja')))}"><hj:verdi navn="dato" select="hj:dato($frist/@dato, 'lang')"/></hj:tekst></xsl:if>
      <xsl:if test="$klage/@feilMottatt"><xsl:text> </xsl:text><hj:tekst noekkel="over.feil_mottatt"><hj:verdi navn="dato" select="hj:dato($klage/@feilMottatt, 'lang')"/></hj:tekst></xsl:if>
      <!-- Om den er for sen og likevel behandlet, sier saksbehandlerens egne ord under. -->
      <xsl:if test="$klagepost/a:vilkaar[@navn = 'frist']/@utfall = 'ja' and not($klage/s:forsinkelse)"><xsl:text> </xsl:text><hj:tekst noekkel="over.i_tide"/></xsl:if>
    </fo:block>
    <xsl:if test="$klage/s:oensketEndring">
      <fo:block xsl:use-attribute-sets="avsnitt" keep-with-next.within-page="always"><hj:tekst noekkel="over.oensker"><hj:verdi navn="klager" select="string($mottaker/s:navn)"/></hj:tekst></fo:block>
      <xsl:call-template name="sitat"><xsl:with-param name="node" select="$klage/s:oensketEndring"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="not($tvang)">
      <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="over.vurdering"></hj:tekst></fo:block>
      <fo:block xsl:use-attribute-sets="avsnitt" keep-with-next.within-page="always"><hj:tekst noekkel="over.til_klager"><hj:verdi navn="klager" select="string($mottaker/s:navn)"/></hj:tekst></fo:block>
      <!-- Er klagen for sen og likevel behandlet, er det det første klageinstansen spør om. -->
      <xsl:call-template name="fritekst"><xsl:with-param name="node" select="$klage/s:forsinkelse/s:vurdering"/></xsl:call-template>
      <xsl:call-template name="fritekst"><xsl:with-param name="node" select="$klage/s:avgjoerelse/s:vurdering"/></xsl:call-template>
      <xsl:call-template name="anfoersler"/>
    </xsl:if>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="over.naa"></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt">
      <xsl:choose>
        <xsl:when test="$klage/s:utsattIverksetting/@gitt = 'ja'"><hj:tekst noekkel="over.utsatt"/></xsl:when>
        <xsl:when test="$klage/s:utsattIverksetting/@gitt = 'nei'"><hj:tekst noekkel="over.ikke_utsatt"/></xsl:when>
        <xsl:otherwise><hj:tekst noekkel="over.ikke_bedt"/></xsl:otherwise>
      </xsl:choose>
      <!-- Hjelpen så lenge: den det nye vedtaket gir, ellers den som var, når vedtaket venter, ellers den vedtaket gir. -->
      <xsl:variable name="naa" select="$klage/s:avgjoerelse/s:omfang
          | $tjenester[1]/s:loepende/s:omfang[not($klage/s:avgjoerelse/s:omfang)][$klage/s:utsattIverksetting/@gitt = 'ja']
          | $tjenester[1]/s:vedtak/s:omfang[not($klage/s:avgjoerelse/s:omfang)][not($klage/s:utsattIverksetting/@gitt = 'ja' and ../../s:loepende/s:omfang)]"/>
      <xsl:if test="$naa and not($klage/s:oversendelse/s:situasjon)">
        <xsl:text> </xsl:text><hj:tekst noekkel="over.hjelp_naa"><hj:verdi navn="navn" select="$navn"/><hj:verdi navn="omfang"><xsl:call-template name="omfang"><xsl:with-param name="omfang" select="$naa[1]"/></xsl:call-template></hj:verdi></hj:tekst>
      </xsl:if>
      <xsl:if test="$sak/s:hendelser/s:hendelse[@type = 'motpart_varslet'][@for = $klage/@id or not(@for)]"><xsl:text> </xsl:text><hj:tekst noekkel="over.motpart"/></xsl:if>
      <xsl:text> </xsl:text><hj:tekst noekkel="over.kopi"><hj:verdi navn="klager" select="string($mottaker/s:navn)"/></hj:tekst>
    </fo:block>
    <xsl:call-template name="fritekst"><xsl:with-param name="node" select="$klage/s:oversendelse/s:situasjon"/></xsl:call-template>
    <xsl:if test="$sak/s:dokumenter/s:dokument">
      <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="over.dokumenter"/></fo:block>
      <fo:table xsl:use-attribute-sets="tabell" table-layout="fixed">
        <fo:table-column column-width="12mm"/><fo:table-column column-width="108mm"/><fo:table-column column-width="40mm"/>
        <fo:table-header>
          <fo:table-row xsl:use-attribute-sets="hoderad">
            <fo:table-cell xsl:use-attribute-sets="hode"><fo:block><hj:tekst noekkel="over.nr"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="hode"><fo:block><hj:tekst noekkel="over.dok"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="hode-siste"><fo:block><hj:tekst noekkel="felles.dato"/></fo:block></fo:table-cell>
          </fo:table-row>
        </fo:table-header>
        <fo:table-body>
          <xsl:for-each select="$sak/s:dokumenter/s:dokument">
            <fo:table-row xsl:use-attribute-sets="rad">
              <xsl:if test="position() = last()"><xsl:attribute name="border-after-style">none</xsl:attribute></xsl:if>
              <fo:table-cell xsl:use-attribute-sets="radhode"><fo:block><xsl:value-of select="position()"/></fo:block></fo:table-cell>
              <fo:table-cell xsl:use-attribute-sets="rute"><fo:block><xsl:value-of select="hj:hardt(.)"/></fo:block></fo:table-cell>
              <fo:table-cell xsl:use-attribute-sets="rute-siste"><fo:block><xsl:if test="@dato"><xsl:value-of select="hj:dato(@dato, 'lang')"/></xsl:if></fo:block></fo:table-cell>
            </fo:table-row>
          </xsl:for-each>
        </fo:table-body>
      </fo:table>
    </xsl:if>
    <!-- Det som følger med, står i lista; sakens vedlegg hører til brevet til klageren. -->
    <xsl:call-template name="hilsen"><xsl:with-param name="vedlegg" select="/.."/><xsl:with-param name="bestemt" select="$ansatte[@id = $klage/s:avgjoerelse/@besluttetAv]"/></xsl:call-template>
    <xsl:call-template name="regler-av"><xsl:with-param name="hjemler" select="$klagepost/a:hjemmel | $avgj/a:frist[@navn = 'frist_for_klagen'][@for = $klage/@id][1]/a:hjemmel | $avgj/a:oppslag[@navn = 'klageregime'][@noekkel = $regime]/a:hjemmel"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
