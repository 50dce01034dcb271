<?xml version="1.0" encoding="UTF-8"?>
<!-- Referat og møtebok: hvem som møtte, sak for sak, og oppgavene i én tabell.
     Saksnummeret henger i margen, og konklusjonen har en strek, slik at leseren kan løpe nedover strekene. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:exsl="http://exslt.org/common"
    xmlns:hjfo="urn:hjemmel:fo:1"
    xmlns:hj="urn:hjemmel:mal:1"
    xmlns:m="urn:hjemmel:moete:1"
    xmlns:k="urn:hjemmel:kommune:1"
    xmlns:a="urn:hjemmel:avgjoerelse:1"
    extension-element-prefixes="hj"
    exclude-result-prefixes="exsl m k a">

  <xsl:import href="felles/stil.xsl"/>
  <xsl:import href="felles/sider.xsl"/>
  <xsl:import href="felles/ord.xsl"/>
  <xsl:import href="felles/tabell.xsl"/>

  <xsl:variable name="moete" select="/grunnlag/m:moete"/>
  <xsl:variable name="deltakere" select="$moete/m:moetedeltakere/m:moetedeltaker"/>
  <xsl:variable name="slag"><xsl:choose><xsl:when test="$moete/m:organ/@folkevalgt = 'ja'">folkevalgt</xsl:when><xsl:otherwise>administrativt</xsl:otherwise></xsl:choose></xsl:variable>
  <xsl:variable name="innkalling" select="$moete/@status = 'innkalling'"/>
  <xsl:variable name="navn">
    <xsl:choose>
      <xsl:when test="$moete/m:tittel"><xsl:value-of select="$moete/m:tittel"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat($moete/m:organ, ' ', $moete/@moetenummer)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="enhet" select="($kommune/k:enheter/k:enhet[@id = $moete/@enhet] | $kommune/k:enheter/k:enhet[@id = $kommune/@avsender][not($moete/@enhet)])[1]"/>

  <xsl:template match="/">
    <xsl:variable name="enhetsnavn"><xsl:call-template name="paa-maalet"><xsl:with-param name="noder" select="$enhet/k:navn"/></xsl:call-template></xsl:variable>
    <fo:root xsl:use-attribute-sets="rot">
      <xsl:call-template name="sidemaler">
        <xsl:with-param name="marg" select="25"/>
        <xsl:with-param name="foerste" select="38"/>
      </xsl:call-template>
      <fo:page-sequence master-reference="sider" id="dokument">
        <fo:title><xsl:call-template name="arkivtittel"/><hj:tekst noekkel="{concat('moete.tittel.', $moete/@status)}"><hj:verdi navn="moete" select="string($navn)"/></hj:tekst></fo:title>
        <xsl:call-template name="faste-felt">
          <xsl:with-param name="marg" select="25"/>
          <xsl:with-param name="topptekst"><xsl:value-of select="concat($kommunenavn, ' · ', $navn, ' · ', hj:dato($moete/@moetedato, 'lang'))"/></xsl:with-param>
          <xsl:with-param name="bunntekst"><xsl:value-of select="concat($kommunenavn, ' · ', $navn)"/></xsl:with-param>
          <xsl:with-param name="hode"><xsl:call-template name="lite-hode"><xsl:with-param name="marg" select="25"/><xsl:with-param name="enhet" select="string($enhetsnavn)"/></xsl:call-template></xsl:with-param>
        </xsl:call-template>
        <fo:flow flow-name="xsl-region-body">
          <xsl:call-template name="moetehode"/>
          <xsl:call-template name="deltakere"/>
          <xsl:if test="$moete/m:innledning">
            <fo:block space-before="8pt"><xsl:call-template name="fritekst"><xsl:with-param name="node" select="$moete/m:innledning"/></xsl:call-template></fo:block>
          </xsl:if>
          <fo:block xsl:use-attribute-sets="h2" space-before="16pt" space-after="6pt"><hj:tekst noekkel="moete.saker"/></fo:block>
          <xsl:apply-templates select="$moete/m:saksliste/m:moetesak"/>
          <xsl:call-template name="oppgavetabell">
            <xsl:with-param name="tittel">moete.oppgaver</xsl:with-param>
            <xsl:with-param name="oppgaver" select="$moete/m:saksliste/m:moetesak/m:oppgave | $moete/m:oppgaver/m:oppgave"/>
          </xsl:call-template>
          <xsl:call-template name="oppgavetabell">
            <xsl:with-param name="tittel">moete.oppfoelging</xsl:with-param>
            <xsl:with-param name="oppgaver" select="$moete/m:oppfoelging/m:oppgave"/>
          </xsl:call-template>
          <xsl:if test="$moete/m:merknad">
            <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="moete.merknader"/></fo:block>
            <xsl:apply-templates select="$moete/m:merknad"/>
          </xsl:if>
          <xsl:if test="$moete/m:vedlegg">
            <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="moete.vedlegg"/></fo:block>
            <xsl:for-each select="$moete/m:vedlegg">
              <fo:block><xsl:value-of select="hj:hardt(.)"/><xsl:if test="@dokument"><xsl:value-of select="concat(' (', @dokument, ')')"/></xsl:if></fo:block>
            </xsl:for-each>
          </xsl:if>
          <xsl:call-template name="slutten"/>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <!-- ==== Øverst ==== -->
  <xsl:template name="moetehode">
    <fo:block xsl:use-attribute-sets="stikkord">
      <xsl:choose>
        <xsl:when test="$innkalling"><hj:tekst noekkel="moete.stikkord.innkalling"/></xsl:when>
        <xsl:otherwise>
          <hj:tekst noekkel="{concat('moete.stikkord.', $slag)}"/>
          <xsl:text> · </xsl:text>
          <xsl:choose>
            <xsl:when test="$moete/@status = 'godkjent' and $moete/@godkjentI"><hj:tekst noekkel="moete.status.godkjent_i"><hj:verdi navn="sak" select="hj:hardt($moete/@godkjentI)"/></hj:tekst></xsl:when>
            <xsl:when test="$moete/@status = 'godkjent' and $moete/@godkjentDato"><hj:tekst noekkel="moete.status.godkjent_dato"><hj:verdi navn="dato" select="hj:dato($moete/@godkjentDato, 'lang')"/></hj:tekst></xsl:when>
            <xsl:otherwise><hj:tekst noekkel="{concat('moete.status.', $moete/@status)}"/></xsl:otherwise>
          </xsl:choose>
        </xsl:otherwise>
      </xsl:choose>
    </fo:block>
    <fo:block xsl:use-attribute-sets="h1" space-after="2pt"><xsl:value-of select="hj:hardt($navn)"/></fo:block>
    <fo:block font-size="9pt" line-height="12.5pt" color="{$dempet}" space-after="12pt">
      <xsl:value-of select="hj:stor(hj:dato($moete/@moetedato, 'ukedag'))"/>
      <xsl:text> </xsl:text>
      <xsl:choose>
        <xsl:when test="$moete/@moeteslutt"><hj:tekst noekkel="moete.klokka_til"><hj:verdi navn="fra" select="hj:tid($moete/@moetestart)"/><hj:verdi navn="til" select="hj:tid($moete/@moeteslutt)"/></hj:tekst></xsl:when>
        <xsl:otherwise><hj:tekst noekkel="moete.klokka"><hj:verdi navn="fra" select="hj:tid($moete/@moetestart)"/></hj:tekst></xsl:otherwise>
      </xsl:choose>
      <xsl:value-of select="concat(' · ', hj:hardt($moete/m:moetested))"/>
      <xsl:if test="$moete/m:moetested/@fjernmoete = 'ja'"><xsl:text> · </xsl:text><hj:tekst noekkel="moete.fjernmoete"/></xsl:if>
      <xsl:if test="$moete/@referent"><xsl:text> · </xsl:text><hj:tekst noekkel="moete.referent"><hj:verdi navn="navn" select="translate($deltakere[@id = $moete/@referent]/m:navn, ' ', '&#160;')"/></hj:tekst></xsl:if>
      <xsl:if test="$moete/@arkivsak"><xsl:text> · </xsl:text><hj:tekst noekkel="moete.arkivsak"><hj:verdi navn="sak" select="string($moete/@arkivsak)"/></hj:tekst></xsl:if>
    </fo:block>
  </xsl:template>

  <!-- Først de som var der, så forfall. -->
  <xsl:template name="deltakere">
    <xsl:if test="$moete/m:organ/@medlemmer and not($innkalling)">
      <fo:block space-after="6pt" keep-with-next.within-page="always">
        <hj:tekst noekkel="moete.moettet_av">
          <hj:verdi navn="antall" select="string(count($deltakere[@moette = 'ja'][@rolle = 'LEDER' or @rolle = 'NESTL' or @rolle = 'MEDL' or (@rolle = 'VARA' and @for)]))"/>
          <hj:verdi navn="medlemmer" select="string($moete/m:organ/@medlemmer)"/>
        </hj:tekst>
      </fo:block>
    </xsl:if>
    <!-- Faste kolonner: like i alle referater, og navnene står samlet til venstre. -->
    <fo:table xsl:use-attribute-sets="tabell" table-layout="fixed" space-after="6pt">
      <fo:table-column column-width="50mm"/>
      <fo:table-column column-width="58mm"/>
      <fo:table-column column-width="52mm"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="hoderad">
          <fo:table-cell xsl:use-attribute-sets="hode">
            <fo:block>
              <xsl:choose><xsl:when test="$innkalling"><hj:tekst noekkel="moete.innkalt"/></xsl:when><xsl:otherwise><hj:tekst noekkel="moete.moette"/></xsl:otherwise></xsl:choose>
              <xsl:call-template name="fortsetter"/>
            </fo:block>
          </fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="hode"><fo:block><hj:tekst noekkel="moete.funksjon"/></fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="hode-siste"><fo:block><hj:tekst noekkel="moete.merknad"/></fo:block></fo:table-cell>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="$deltakere">
          <xsl:sort select="number(@moette = 'nei')" data-type="number"/>
          <fo:table-row xsl:use-attribute-sets="rad">
            <xsl:call-template name="siste-rad"/>
            <fo:table-cell xsl:use-attribute-sets="radhode">
              <xsl:call-template name="fortsettelse"/>
              <fo:block>
                <xsl:if test="@moette = 'nei'">
                  <xsl:choose>
                    <xsl:when test="@forfallMeldt = 'nei'"><hj:tekst noekkel="moete.ikke_moett"/></xsl:when>
                    <xsl:otherwise><hj:tekst noekkel="moete.forfall"/></xsl:otherwise>
                  </xsl:choose>
                  <xsl:text>: </xsl:text>
                </xsl:if>
                <xsl:value-of select="m:navn"/>
              </fo:block>
            </fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="rute">
              <fo:block>
                <xsl:value-of select="hj:hardt(m:funksjon)"/>
                <xsl:if test="not(m:funksjon) or @rolle = 'LEDER' or @rolle = 'NESTL' or @rolle = 'VARA' or @rolle = 'SEKR'">
                  <xsl:if test="m:funksjon">, </xsl:if>
                  <hj:tekst noekkel="{concat('moete.rolle.', @rolle)}"/>
                </xsl:if>
                <xsl:if test="@for"><xsl:text> </xsl:text><hj:tekst noekkel="moete.vara_for"><hj:verdi navn="navn" select="string($deltakere[@id = current()/@for]/m:navn)"/></hj:tekst></xsl:if>
              </fo:block>
            </fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="rute-siste">
              <fo:block>
                <xsl:if test="@kom"><hj:tekst noekkel="moete.kom"><hj:verdi navn="tid" select="hj:tid(@kom)"/></hj:tekst></xsl:if>
                <xsl:if test="@kom and @gikk">, </xsl:if>
                <xsl:if test="@gikk"><hj:tekst noekkel="moete.gikk"><hj:verdi navn="tid" select="hj:tid(@gikk)"/></hj:tekst></xsl:if>
                <xsl:if test="(@kom or @gikk) and m:tilstedemerknad">, </xsl:if>
                <xsl:value-of select="hj:hardt(m:tilstedemerknad)"/>
              </fo:block>
            </fo:table-cell>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
    <xsl:if test="$innkalling and $moete/m:innkalling/m:forfallMeldesTil">
      <fo:block><hj:tekst noekkel="moete.forfall_til"><hj:verdi navn="hvem" select="hj:hardt($moete/m:innkalling/m:forfallMeldesTil)"/></hj:tekst></fo:block>
    </xsl:if>
  </xsl:template>

  <!-- ==== En sak ==== -->
  <xsl:template match="m:moetesak">
    <fo:block space-after="13pt">
      <!-- En kort sak deles ikke over to sider. -->
      <xsl:if test="string-length(normalize-space(.)) &lt; 600"><xsl:attribute name="keep-together.within-page">always</xsl:attribute></xsl:if>
      <fo:list-block role="Div" provisional-distance-between-starts="21mm" provisional-label-separation="3mm" keep-with-next.within-page="always">
        <fo:list-item role="Div">
          <fo:list-item-label role="Div" end-indent="label-end()">
            <fo:block font-weight="600" color="{$aksent}"><xsl:value-of select="translate(@saksnummer, ' ', '&#160;')"/></fo:block>
          </fo:list-item-label>
          <fo:list-item-body role="Div" start-indent="body-start()">
            <fo:block xsl:use-attribute-sets="h3" padding-after="2pt">
              <xsl:if test="@arkivsak and $slag = 'administrativt'"><hj:tekst noekkel="moete.sak"><hj:verdi navn="nummer" select="string(@arkivsak)"/></hj:tekst>: </xsl:if>
              <xsl:value-of select="hj:hardt(m:tittel)"/>
            </fo:block>
          </fo:list-item-body>
        </fo:list-item>
      </fo:list-block>
      <fo:block start-indent="21mm">
        <xsl:if test="($slag = 'folkevalgt' and (@arkivsak or m:saksbehandler)) or @lukket = 'ja'">
          <fo:block font-size="9pt" line-height="12.5pt" color="{$dempet}" space-after="4pt" keep-with-next.within-page="always">
            <xsl:if test="@arkivsak"><hj:tekst noekkel="moete.arkiv"><hj:verdi navn="sak" select="string(@arkivsak)"/></hj:tekst></xsl:if>
            <xsl:if test="@arkivsak and m:saksbehandler"> · </xsl:if>
            <xsl:value-of select="m:saksbehandler"/>
            <xsl:if test="@lukket = 'ja'"><xsl:if test="@arkivsak or m:saksbehandler"> · </xsl:if><hj:tekst noekkel="moete.lukket"/></xsl:if>
          </fo:block>
        </xsl:if>
        <xsl:for-each select="m:saksopplysninger"><xsl:call-template name="fritekst"/></xsl:for-each>
        <xsl:for-each select="m:innstilling">
          <xsl:call-template name="med-ledeord"><xsl:with-param name="ledeord" select="hj:tekst('moete.innstilling')"/></xsl:call-template>
        </xsl:for-each>
        <xsl:for-each select="m:behandling"><xsl:call-template name="fritekst"/></xsl:for-each>
        <xsl:apply-templates select="m:inhabil"/>
        <xsl:apply-templates select="m:votering[@enstemmig = 'nei']"/>
        <xsl:choose>
          <xsl:when test="m:konklusjon"><xsl:apply-templates select="m:konklusjon"/></xsl:when>
          <xsl:when test="not($innkalling) and (@type = 'vedtak' or @type = 'godkjenning')">
            <fo:block font-weight="600" color="{$advarsel}"><hj:tekst noekkel="moete.konklusjon.mangler"/></fo:block>
          </xsl:when>
        </xsl:choose>
        <xsl:if test="not(m:konklusjon)"><xsl:apply-templates select="m:votering[@enstemmig = 'ja']"/></xsl:if>
        <xsl:apply-templates select="m:merknad | m:protokolltilfoersel"/>
      </fo:block>
    </fo:block>
  </xsl:template>

  <xsl:template match="m:konklusjon">
    <fo:block xsl:use-attribute-sets="strek" start-indent="25mm" space-before="3pt" space-after="4pt" keep-with-previous.within-page="always">
      <xsl:call-template name="med-ledeord">
        <xsl:with-param name="ledeord">
          <xsl:choose>
            <xsl:when test="@status = 'tilraadd' or @status = 'utsatt' or @status = 'trukket' or @status = 'ikke_behandlet' or @status = 'tatt_til_orientering'"><xsl:value-of select="hj:tekst(concat('moete.konklusjon.', @status))"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="hj:tekst(concat('moete.konklusjon.', $slag))"/></xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
        <xsl:with-param name="luft" select="'0pt'"/>
      </xsl:call-template>
      <xsl:for-each select="../m:votering[@enstemmig = 'ja']">
        <fo:block font-size="9pt" line-height="12.5pt" color="{$dempet}" keep-with-previous.within-page="always">
          <xsl:choose>
            <xsl:when test="@over"><hj:tekst noekkel="moete.enstemmig_over"><hj:verdi navn="over" select="hj:hardt(@over)"/></hj:tekst></xsl:when>
            <xsl:otherwise><hj:tekst noekkel="moete.enstemmig"/></xsl:otherwise>
          </xsl:choose>
        </fo:block>
      </xsl:for-each>
    </fo:block>
  </xsl:template>

  <!-- Fri tekst med et halvfett eller kursivt ord foran det første avsnittet. -->
  <xsl:template name="med-ledeord">
    <xsl:param name="ledeord"/>
    <xsl:param name="kursiv" select="false()"/>
    <xsl:param name="luft" select="'6pt'"/>
    <xsl:variable name="blokker" select="hj:avsnitt(.)"/>
    <xsl:variable name="ord">
      <fo:inline>
        <xsl:choose>
          <xsl:when test="$kursiv"><xsl:attribute name="font-style">italic</xsl:attribute></xsl:when>
          <xsl:otherwise><xsl:attribute name="font-weight">600</xsl:attribute></xsl:otherwise>
        </xsl:choose>
        <xsl:value-of select="$ledeord"/>
      </fo:inline>
    </xsl:variable>
    <xsl:for-each select="$blokker">
      <xsl:choose>
        <xsl:when test="position() = 1 and self::fo:block">
          <fo:block>
            <xsl:copy-of select="@*"/>
            <xsl:attribute name="space-after"><xsl:choose><xsl:when test="last() = 1"><xsl:value-of select="$luft"/></xsl:when><xsl:otherwise>3pt</xsl:otherwise></xsl:choose></xsl:attribute>
            <xsl:copy-of select="$ord"/>
            <xsl:text> </xsl:text>
            <xsl:apply-templates mode="stil"/>
          </fo:block>
        </xsl:when>
        <xsl:when test="position() = 1">
          <fo:block space-after="3pt" keep-with-next.within-page="always"><xsl:copy-of select="$ord"/></fo:block>
          <xsl:apply-templates select="." mode="stil"/>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates select="." mode="stil"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="m:inhabil">
    <fo:block xsl:use-attribute-sets="avsnitt">
      <xsl:variable name="hvem" select="string($deltakere[@id = current()/@deltaker]/m:navn)"/>
      <xsl:choose>
        <xsl:when test="@stedfortreder">
          <hj:tekst noekkel="moete.inhabil_vara"><hj:verdi navn="navn" select="$hvem"/><hj:verdi navn="stedfortreder" select="string($deltakere[@id = current()/@stedfortreder]/m:navn)"/></hj:tekst>
        </xsl:when>
        <xsl:otherwise><hj:tekst noekkel="moete.inhabil"><hj:verdi navn="navn" select="$hvem"/></hj:tekst></xsl:otherwise>
      </xsl:choose>
      <xsl:variable name="hjemmel" select="/grunnlag/a:avgjoerelse//a:hjemmel[@id = current()/@hjemmel][1]"/>
      <xsl:if test="$hjemmel"><xsl:value-of select="concat(' (', hj:hardt($hjemmel/@vis), ')')"/></xsl:if>
      <xsl:if test="normalize-space(.)"><xsl:value-of select="concat(' ', hj:hardt(normalize-space(.)))"/></xsl:if>
    </fo:block>
  </xsl:template>

  <xsl:template match="m:votering">
    <fo:block xsl:use-attribute-sets="avsnitt">
      <xsl:choose>
        <xsl:when test="@enstemmig = 'ja' and @over"><hj:tekst noekkel="moete.enstemmig_over"><hj:verdi navn="over" select="hj:hardt(@over)"/></hj:tekst></xsl:when>
        <xsl:when test="@enstemmig = 'ja'"><hj:tekst noekkel="moete.enstemmig"/></xsl:when>
        <xsl:otherwise>
          <xsl:choose>
            <xsl:when test="@over"><hj:tekst noekkel="moete.votering_over"><hj:verdi navn="over" select="hj:hardt(@over)"/></hj:tekst></xsl:when>
            <xsl:otherwise><hj:tekst noekkel="moete.votering"/></xsl:otherwise>
          </xsl:choose>
          <xsl:for-each select="m:alternativ">
            <xsl:text> </xsl:text>
            <hj:tekst noekkel="moete.stemmer"><hj:verdi navn="antall" select="hj:ord(@stemmer)"/><hj:verdi navn="alternativ" select="hj:hardt(normalize-space(.))"/></hj:tekst>
            <xsl:choose><xsl:when test="position() != last()">,</xsl:when><xsl:otherwise>.</xsl:otherwise></xsl:choose>
          </xsl:for-each>
        </xsl:otherwise>
      </xsl:choose>
    </fo:block>
  </xsl:template>

  <xsl:template match="m:merknad | m:protokolltilfoersel">
    <xsl:variable name="hvem" select="string($deltakere[@id = current()/@fra]/m:navn)"/>
    <fo:block space-before="6pt">
      <xsl:call-template name="med-ledeord">
        <xsl:with-param name="kursiv" select="true()"/>
        <xsl:with-param name="ledeord">
          <xsl:choose>
            <xsl:when test="self::m:protokolltilfoersel"><hj:tekst noekkel="moete.protokolltilfoersel"><hj:verdi navn="navn" select="$hvem"/></hj:tekst></xsl:when>
            <xsl:when test="$hvem"><hj:tekst noekkel="moete.merknad_fra"><hj:verdi navn="navn" select="$hvem"/></hj:tekst></xsl:when>
            <xsl:otherwise><hj:tekst noekkel="moete.merknad_til"/></xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
    </fo:block>
  </xsl:template>

  <!-- ==== Oppgavene: den som haster mest, først; ikke fordelt i varselfarge ==== -->
  <xsl:template name="oppgavetabell">
    <xsl:param name="tittel"/>
    <xsl:param name="oppgaver"/>
    <xsl:if test="$oppgaver">
      <xsl:variable name="med-status" select="$oppgaver[@status]"/>
      <fo:block xsl:use-attribute-sets="h2" space-before="16pt" space-after="6pt"><hj:tekst noekkel="{$tittel}"/></fo:block>
      <fo:table xsl:use-attribute-sets="tabell">
        <fo:table-header>
          <fo:table-row xsl:use-attribute-sets="hoderad">
            <fo:table-cell xsl:use-attribute-sets="hode"><fo:block><hj:tekst noekkel="moete.oppgave"/><xsl:call-template name="fortsetter"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="hode"><fo:block><hj:tekst noekkel="moete.ansvarlig"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="hode"><fo:block><hj:tekst noekkel="moete.frist"/></fo:block></fo:table-cell>
            <xsl:if test="$med-status"><fo:table-cell xsl:use-attribute-sets="hode"><fo:block><hj:tekst noekkel="moete.status"/></fo:block></fo:table-cell></xsl:if>
            <fo:table-cell xsl:use-attribute-sets="hode-siste"><fo:block><hj:tekst noekkel="moete.gjelder_sak"/></fo:block></fo:table-cell>
          </fo:table-row>
        </fo:table-header>
        <fo:table-body>
          <xsl:for-each select="$oppgaver">
            <xsl:sort select="number(not(@frist))" data-type="number"/>
            <xsl:sort select="@frist"/>
            <xsl:sort select="@klokkeslett"/>
            <fo:table-row xsl:use-attribute-sets="rad">
              <xsl:call-template name="siste-rad"/>
              <fo:table-cell xsl:use-attribute-sets="radhode"><xsl:call-template name="fortsettelse"/><fo:block><xsl:value-of select="hj:hardt(normalize-space(.))"/></fo:block></fo:table-cell>
              <fo:table-cell xsl:use-attribute-sets="rute">
                <xsl:choose>
                  <xsl:when test="@ansvarlig"><fo:block wrap-option="no-wrap"><xsl:value-of select="$deltakere[@id = current()/@ansvarlig]/m:navn"/></fo:block></xsl:when>
                  <xsl:otherwise><fo:block wrap-option="no-wrap" font-weight="600" color="{$advarsel}"><hj:tekst noekkel="moete.ikke_fordelt"/></fo:block></xsl:otherwise>
                </xsl:choose>
              </fo:table-cell>
              <fo:table-cell xsl:use-attribute-sets="rute">
                <xsl:choose>
                  <xsl:when test="@frist">
                    <fo:block wrap-option="no-wrap">
                      <xsl:value-of select="hj:dato(@frist, 'kort')"/>
                      <xsl:if test="@klokkeslett"><xsl:text> </xsl:text><hj:tekst noekkel="moete.klokka"><hj:verdi navn="fra" select="hj:tid(@klokkeslett)"/></hj:tekst></xsl:if>
                    </fo:block>
                  </xsl:when>
                  <xsl:when test="@status = 'ferdig' or @status = 'bortfalt'"><fo:block>–</fo:block></xsl:when>
                  <xsl:otherwise><fo:block font-weight="600" color="{$advarsel}"><hj:tekst noekkel="moete.ingen_frist"/></fo:block></xsl:otherwise>
                </xsl:choose>
              </fo:table-cell>
              <xsl:if test="$med-status">
                <fo:table-cell xsl:use-attribute-sets="rute"><fo:block wrap-option="no-wrap"><xsl:if test="@status"><hj:tekst noekkel="{concat('moete.oppgave.', @status)}"/></xsl:if></fo:block></fo:table-cell>
              </xsl:if>
              <fo:table-cell xsl:use-attribute-sets="rute-siste">
                <fo:block>
                  <xsl:value-of select="translate(concat(parent::m:moetesak/@saksnummer, @sak), ' ', '&#160;')"/>
                  <xsl:if test="not(parent::m:moetesak) and not(@sak)"><xsl:value-of select="(@arkivsak | @fraMoete[not(../@arkivsak)])[1]"/></xsl:if>
                </fo:block>
              </fo:table-cell>
            </fo:table-row>
          </xsl:for-each>
        </fo:table-body>
      </fo:table>
    </xsl:if>
  </xsl:template>

  <!-- ==== Nederst ==== -->
  <xsl:template name="slutten">
    <xsl:variable name="neste" select="$moete/m:nesteMoete"/>
    <xsl:variable name="personsaker" select="$moete/m:saksliste/m:moetesak/@tjeneste"/>
    <xsl:if test="$neste or $personsaker">
      <fo:block xsl:use-attribute-sets="innsats" border-before-style="solid" border-before-width="0.5pt" border-before-color="{$linjefarge}"
                padding-before="5pt" space-before="14pt" keep-together.within-page="always" keep-with-previous.within-page="always">
        <xsl:for-each select="$neste">
          <xsl:variable name="naar">
            <xsl:value-of select="hj:dato(@dato, 'ukedag')"/>
            <xsl:if test="@klokkeslett"><xsl:text> </xsl:text><hj:tekst noekkel="moete.klokka"><hj:verdi navn="fra" select="hj:tid(@klokkeslett)"/></hj:tekst></xsl:if>
          </xsl:variable>
          <xsl:choose>
            <xsl:when test="@sted"><hj:tekst noekkel="moete.neste_sted"><hj:verdi navn="dato" select="string($naar)"/><hj:verdi navn="sted" select="hj:hardt(@sted)"/></hj:tekst></xsl:when>
            <xsl:otherwise><hj:tekst noekkel="moete.neste"><hj:verdi navn="dato" select="string($naar)"/></hj:tekst></xsl:otherwise>
          </xsl:choose>
          <xsl:text> </xsl:text>
          <xsl:if test="@sakfrist">
            <hj:tekst noekkel="moete.sakfrist">
              <hj:verdi navn="dato">
                <xsl:call-template name="ukedag-uten-aar"><xsl:with-param name="dato" select="@sakfrist"/></xsl:call-template>
                <xsl:if test="@sakfristKlokken"><xsl:text> </xsl:text><hj:tekst noekkel="moete.klokka"><hj:verdi navn="fra" select="hj:tid(@sakfristKlokken)"/></hj:tekst></xsl:if>
              </hj:verdi>
            </hj:tekst>
            <xsl:text> </xsl:text>
          </xsl:if>
        </xsl:for-each>
        <xsl:if test="$personsaker"><hj:tekst noekkel="moete.bare_saksnummer"/></xsl:if>
      </fo:block>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
