<?xml version="1.0" encoding="UTF-8"?>
<!-- Statusrapporten: lysene, tre setninger, det som må avgjøres, så framdrift, risiko og økonomi.
     Det som kan regnes ut, regnes ut: risikoprodukt, summer og samlet lys. Stemmer de ikke med filen, stanser malen. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:d="urn:hjemmel:diagram:1"
    xmlns:exsl="http://exslt.org/common"
    xmlns:hjfo="urn:hjemmel:fo:1"
    xmlns:hj="urn:hjemmel:mal:1"
    xmlns:p="urn:hjemmel:prosjekt:1"
    xmlns:k="urn:hjemmel:kommune:1"
    extension-element-prefixes="hj"
    exclude-result-prefixes="exsl p k">

  <xsl:import href="felles/stil.xsl"/>
  <xsl:import href="felles/sider.xsl"/>
  <xsl:import href="felles/ord.xsl"/>
  <xsl:import href="felles/tabell.xsl"/>
  <xsl:import href="felles/diagram.xsl"/>

  <xsl:variable name="prosjekt" select="/grunnlag/p:prosjekt"/>
  <xsl:variable name="periode" select="hj:hardt($prosjekt/p:periode)"/>
  <xsl:variable name="enhet" select="($kommune/k:enheter/k:enhet[@id = $prosjekt/@enhet] | $kommune/k:enheter/k:enhet[@id = $kommune/@avsender][not($prosjekt/@enhet)])[1]"/>

  <xsl:template match="/">
    <xsl:call-template name="kontroll"/>
    <xsl:variable name="enhetsnavn"><xsl:if test="$prosjekt/@enhet"><xsl:call-template name="paa-maalet"><xsl:with-param name="noder" select="$enhet/k:navn"/></xsl:call-template></xsl:if></xsl:variable>
    <fo:root xsl:use-attribute-sets="rot">
      <xsl:call-template name="sidemaler">
        <xsl:with-param name="marg" select="20"/>
        <xsl:with-param name="foerste" select="36"/>
      </xsl:call-template>
      <fo:page-sequence master-reference="sider" id="dokument">
        <fo:title><xsl:call-template name="arkivtittel"/><hj:tekst noekkel="prosjekt.tittel"><hj:verdi navn="periode" select="$periode"/><hj:verdi navn="prosjekt" select="string($prosjekt/p:tittel)"/></hj:tekst></fo:title>
        <xsl:call-template name="faste-felt">
          <xsl:with-param name="marg" select="20"/>
          <xsl:with-param name="topptekst">
            <xsl:value-of select="$kommunenavn"/> · <hj:tekst noekkel="prosjekt.topp"><hj:verdi navn="periode" select="$periode"/></hj:tekst> · <xsl:value-of select="$prosjekt/p:tittel"/>
          </xsl:with-param>
          <xsl:with-param name="bunntekst">
            <xsl:value-of select="$kommunenavn"/> · <hj:tekst noekkel="prosjekt.topp"><hj:verdi navn="periode" select="$periode"/></hj:tekst>
          </xsl:with-param>
          <xsl:with-param name="hode"><xsl:call-template name="lite-hode"><xsl:with-param name="marg" select="20"/><xsl:with-param name="enhet" select="string($enhetsnavn)"/></xsl:call-template></xsl:with-param>
        </xsl:call-template>
        <fo:flow flow-name="xsl-region-body">
          <xsl:call-template name="rapporthode"/>
          <xsl:call-template name="lysene"/>
          <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="prosjekt.kort"/></fo:block>
          <xsl:call-template name="fritekst"><xsl:with-param name="node" select="$prosjekt/p:sammendrag"/></xsl:call-template>
          <xsl:call-template name="beslutninger"/>
          <xsl:call-template name="framdrift"/>
          <xsl:call-template name="risiko"/>
          <xsl:call-template name="oekonomi"/>
          <xsl:if test="$prosjekt/p:prosess">
            <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="prosjekt.prosess"/></fo:block>
            <xsl:call-template name="fritekst"><xsl:with-param name="node" select="$prosjekt/p:prosess"/></xsl:call-template>
          </xsl:if>
          <xsl:if test="$prosjekt/p:avvik">
            <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="prosjekt.avvik"/></fo:block>
            <xsl:for-each select="$prosjekt/p:avvik">
              <xsl:call-template name="fritekst"><xsl:with-param name="node" select="p:beskrivelse"/></xsl:call-template>
              <xsl:if test="p:tiltak">
                <fo:list-block provisional-distance-between-starts="5mm" provisional-label-separation="2mm" space-after="6pt">
                  <xsl:for-each select="p:tiltak">
                    <fo:list-item space-after="3pt">
                      <fo:list-item-label end-indent="label-end()"><fo:block>•</fo:block></fo:list-item-label>
                      <fo:list-item-body start-indent="body-start()"><fo:block><xsl:call-template name="tiltak"/></fo:block></fo:list-item-body>
                    </fo:list-item>
                  </xsl:for-each>
                </fo:list-block>
              </xsl:if>
            </xsl:for-each>
          </xsl:if>
          <xsl:if test="$prosjekt/p:nestePeriode">
            <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="prosjekt.neste"/></fo:block>
            <xsl:call-template name="fritekst"><xsl:with-param name="node" select="$prosjekt/p:nestePeriode"/></xsl:call-template>
          </xsl:if>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <!-- ==== Det som må stemme før noe skrives ==== -->
  <xsl:template name="kontroll">
    <xsl:for-each select="$prosjekt/p:risikoer/p:risiko[@produkt][@produkt != @sannsynlighet * @konsekvens]">
      <xsl:message terminate="yes">Risiko <xsl:value-of select="@nr"/> «<xsl:value-of select="p:tittel"/>»: <xsl:value-of select="@sannsynlighet"/> × <xsl:value-of select="@konsekvens"/> = <xsl:value-of select="@sannsynlighet * @konsekvens"/>, men filen sier produkt <xsl:value-of select="@produkt"/>. Rett produktet, eller gradene.</xsl:message>
    </xsl:for-each>
    <xsl:variable name="kostnader" select="sum($prosjekt/p:oekonomi/p:kostnad/@beloep)"/>
    <xsl:variable name="finansiering" select="sum($prosjekt/p:oekonomi/p:finansiering/@beloep)"/>
    <xsl:if test="round(100 * $kostnader) != round(100 * $finansiering)">
      <xsl:message terminate="yes">Økonomien går ikke opp: kostnadene er <xsl:value-of select="$kostnader"/> kroner, finansieringen <xsl:value-of select="$finansiering"/> kroner. De to summene skal være like.</xsl:message>
    </xsl:if>
    <xsl:if test="$prosjekt/p:trafikklys/p:lys[@omraade = 'samlet'][not(@overstyrt)][@farge != $verst]">
      <xsl:message terminate="yes">Samlet lys er satt til <xsl:value-of select="$prosjekt/p:trafikklys/p:lys[@omraade = 'samlet']/@farge"/>, men det verste av de andre er <xsl:value-of select="$verst"/>. Rett lyset, eller skriv grunnen i overstyrt.</xsl:message>
    </xsl:if>
  </xsl:template>

  <xsl:variable name="lys" select="$prosjekt/p:trafikklys/p:lys[@omraade != 'samlet']"/>
  <xsl:variable name="samlet" select="$prosjekt/p:trafikklys/p:lys[@omraade = 'samlet']"/>
  <xsl:variable name="verst">
    <xsl:choose>
      <xsl:when test="$lys[@farge = 'roed']">roed</xsl:when>
      <xsl:when test="$lys[@farge = 'gul']">gul</xsl:when>
      <xsl:otherwise>groenn</xsl:otherwise>
    </xsl:choose>
  </xsl:variable>

  <!-- ==== Øverst ==== -->
  <xsl:template name="rapporthode">
    <fo:block xsl:use-attribute-sets="stikkord"><hj:tekst noekkel="prosjekt.stikkord"><hj:verdi navn="periode" select="$periode"/></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="h1" space-after="2pt"><xsl:value-of select="hj:hardt($prosjekt/p:tittel)"/></fo:block>
    <xsl:variable name="deler-tre">
      <xsl:if test="$prosjekt/p:mottaker"><del><hj:tekst noekkel="prosjekt.til"><hj:verdi navn="mottaker" select="string($prosjekt/p:mottaker)"/></hj:tekst></del></xsl:if>
      <xsl:for-each select="$prosjekt/p:organisering/p:rolle[@rolle = 'prosjekteier' or @rolle = 'prosjektansvarlig' or @rolle = 'prosjektleder']">
        <del><hj:tekst noekkel="{concat('prosjekt.rolle.', @rolle)}"><hj:verdi navn="navn" select="normalize-space(.)"/></hj:tekst></del>
      </xsl:for-each>
      <xsl:if test="$prosjekt/p:periode/@forrigeRapport"><del><hj:tekst noekkel="prosjekt.forrige"><hj:verdi navn="rapport" select="hj:hardt($prosjekt/p:periode/@forrigeRapport)"/></hj:tekst></del></xsl:if>
    </xsl:variable>
    <fo:block font-size="9pt" line-height="12.5pt" color="{$dempet}" space-after="12pt">
      <xsl:for-each select="exsl:node-set($deler-tre)/del"><xsl:if test="position() &gt; 1"> · </xsl:if><xsl:value-of select="."/></xsl:for-each>
    </fo:block>
  </xsl:template>

  <!-- Fem lys side om side; det samlede først. -->
  <xsl:template name="lysene">
    <fo:table role="Div" table-layout="fixed" width="170mm" space-after="2pt">
      <fo:table-column column-width="{170 div (count($lys) + 1)}mm" number-columns-repeated="{count($lys) + 1}"/>
      <fo:table-body>
        <fo:table-row>
          <xsl:call-template name="ett-lys">
            <xsl:with-param name="omraade" select="'samlet'"/>
            <xsl:with-param name="farge"><xsl:choose><xsl:when test="$samlet/@overstyrt"><xsl:value-of select="$samlet/@farge"/></xsl:when><xsl:otherwise><xsl:value-of select="$verst"/></xsl:otherwise></xsl:choose></xsl:with-param>
            <xsl:with-param name="grunn">
              <xsl:choose>
                <xsl:when test="$samlet/@overstyrt"><xsl:value-of select="$samlet/@overstyrt"/></xsl:when>
                <xsl:when test="$samlet"><xsl:value-of select="$samlet"/></xsl:when>
                <xsl:otherwise><hj:tekst noekkel="prosjekt.lys.verst"/></xsl:otherwise>
              </xsl:choose>
            </xsl:with-param>
            <xsl:with-param name="forrige" select="$samlet/@forrige"/>
          </xsl:call-template>
          <xsl:for-each select="$lys">
            <xsl:call-template name="ett-lys">
              <xsl:with-param name="omraade" select="@omraade"/>
              <xsl:with-param name="farge" select="@farge"/>
              <xsl:with-param name="grunn" select="."/>
              <xsl:with-param name="forrige" select="@forrige"/>
              <xsl:with-param name="siste" select="position() = last()"/>
            </xsl:call-template>
          </xsl:for-each>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
  </xsl:template>
  <xsl:template name="ett-lys">
    <xsl:param name="omraade"/>
    <xsl:param name="farge"/>
    <xsl:param name="grunn"/>
    <xsl:param name="forrige"/>
    <xsl:param name="siste" select="false()"/>
    <fo:table-cell padding-end="10pt">
      <xsl:if test="$siste"><xsl:attribute name="padding-end">0pt</xsl:attribute></xsl:if>
      <fo:block border-before-style="solid" border-before-width="2.4pt" border-before-color="{$overskriftsfarge}" padding-before="4pt" xsl:use-attribute-sets="innsats"><hj:tekst noekkel="{concat('prosjekt.lys.', $omraade)}"/></fo:block>
      <fo:block font-weight="600" font-size="11pt" line-height="16pt">
        <xsl:call-template name="lys"><xsl:with-param name="farge" select="$farge"/></xsl:call-template>
        <xsl:text>&#160;</xsl:text>
        <hj:tekst noekkel="{concat('prosjekt.farge.', $farge)}"/>
      </fo:block>
      <fo:block xsl:use-attribute-sets="liten"><xsl:value-of select="hj:hardt(normalize-space($grunn))"/></fo:block>
      <xsl:if test="$forrige and $forrige != $farge">
        <fo:block xsl:use-attribute-sets="innsats"><hj:tekst noekkel="prosjekt.lys.forrige"><hj:verdi navn="farge"><hj:tekst noekkel="{concat('prosjekt.farge.liten.', $forrige)}"/></hj:verdi></hj:tekst></fo:block>
      </xsl:if>
    </fo:table-cell>
  </xsl:template>

  <!-- Det mottakeren må avgjøre, i en boks rett under det korte: det skal stå på side 1. -->
  <xsl:template name="beslutninger">
    <xsl:if test="$prosjekt/p:beslutninger">
      <fo:block space-before="10pt" keep-together.within-page="always" xsl:use-attribute-sets="boks-inni">
        <fo:block xsl:use-attribute-sets="h2" space-before="0pt">
          <xsl:choose>
            <xsl:when test="$prosjekt/p:beslutninger/p:beslutning[1]/@av"><hj:tekst noekkel="prosjekt.avgjoere"><hj:verdi navn="hvem" select="string($prosjekt/p:beslutninger/p:beslutning[1]/@av)"/></hj:tekst></xsl:when>
            <xsl:otherwise><hj:tekst noekkel="prosjekt.avgjoere_dette"/></xsl:otherwise>
          </xsl:choose>
        </fo:block>
        <xsl:for-each select="$prosjekt/p:beslutninger/p:beslutning">
          <fo:block>
            <xsl:if test="position() &gt; 1"><xsl:attribute name="space-before">8pt</xsl:attribute></xsl:if>
            <fo:inline font-weight="600"><xsl:value-of select="hj:hardt(p:tittel)"/></fo:inline>
            <xsl:if test="@frist"><xsl:text> </xsl:text><hj:tekst noekkel="prosjekt.beslutningsfrist"><hj:verdi navn="frist" select="hj:hardt(@frist)"/></hj:tekst></xsl:if>
          </fo:block>
          <xsl:if test="p:grunn"><xsl:apply-templates select="hj:avsnitt(p:grunn)" mode="tett"/></xsl:if>
        </xsl:for-each>
      </fo:block>
    </xsl:if>
  </xsl:template>
  <!-- Fri tekst inne i en boks: lufta ligger i boksen. -->
  <xsl:template match="fo:block" mode="tett"><fo:block space-before="3pt"><xsl:copy-of select="@*"/><xsl:apply-templates mode="stil"/></fo:block></xsl:template>
  <xsl:template match="*" mode="tett"><xsl:apply-templates select="." mode="stil"/></xsl:template>

  <!-- ==== Framdrift ==== -->
  <xsl:template name="framdrift">
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="prosjekt.framdrift"/></fo:block>
    <xsl:for-each select="$prosjekt/p:tidsplan">
      <fo:block space-after="10pt" keep-with-next.within-page="always">
        <fo:instream-foreign-object font-size="9.5pt">
          <d:timeline from="{concat(@aar, '-W', format-number(@fraUke, '00'))}" to="{concat(@aar, '-W', format-number(@tilUke, '00'))}" colors="{$aksent} {$overskriftsfarge}" points="{hj:tekst('prosjekt.punkter')}">
            <!-- Dagens strek er uka rapporten er fra, når den er i planens år. -->
            <xsl:if test="substring($prosjekt/@dato, 1, 4) = @aar"><xsl:attribute name="today"><xsl:value-of select="concat(@aar, '-W', format-number(hj:uke($prosjekt/@dato), '00'))"/></xsl:attribute></xsl:if>
            <xsl:for-each select="p:aktivitet">
              <d:task label="{normalize-space(p:navn)}">
                <xsl:for-each select="p:strek"><d:bar from="{concat(../../@aar, '-W', format-number(@fraUke, '00'))}" to="{concat(../../@aar, '-W', format-number(@tilUke, '00'))}" done="{@ferdig = 'ja'}"/></xsl:for-each>
                <xsl:for-each select="p:punkt">
                  <d:milestone date="{concat(../../@aar, '-W', format-number(@uke, '00'))}" done="{@ferdig = 'ja'}">
                    <xsl:if test="@milepael"><xsl:attribute name="label"><xsl:value-of select="@milepael"/></xsl:attribute></xsl:if>
                  </d:milestone>
                </xsl:for-each>
              </d:task>
            </xsl:for-each>
          </d:timeline>
        </fo:instream-foreign-object>
      </fo:block>
    </xsl:for-each>
    <xsl:variable name="milepaeler" select="$prosjekt/p:milepaeler/p:milepael"/>
    <xsl:variable name="revidert" select="$milepaeler/p:revidert"/>
    <fo:table xsl:use-attribute-sets="tabell">
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="hoderad">
          <fo:table-cell xsl:use-attribute-sets="hode"><fo:block><hj:tekst noekkel="prosjekt.nr"/></fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="hode"><fo:block><hj:tekst noekkel="prosjekt.milepael"/><xsl:call-template name="fortsetter"/></fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="hode"><fo:block><hj:tekst noekkel="prosjekt.plan"/></fo:block></fo:table-cell>
          <xsl:if test="$revidert"><fo:table-cell xsl:use-attribute-sets="hode"><fo:block><hj:tekst noekkel="prosjekt.naa"/></fo:block></fo:table-cell></xsl:if>
          <fo:table-cell xsl:use-attribute-sets="hode"><fo:block><hj:tekst noekkel="prosjekt.naadd"/></fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="hode-siste"><fo:block><hj:tekst noekkel="prosjekt.status"/></fo:block></fo:table-cell>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="$milepaeler">
          <fo:table-row xsl:use-attribute-sets="rad">
            <xsl:call-template name="siste-rad"/>
            <fo:table-cell xsl:use-attribute-sets="rute"><xsl:call-template name="fortsettelse"/><fo:block><xsl:value-of select="@nr"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="radhode">
              <fo:block><xsl:value-of select="hj:hardt(p:tilstand)"/></fo:block>
              <xsl:if test="p:merknad"><fo:block xsl:use-attribute-sets="innsats"><xsl:value-of select="hj:hardt(p:merknad)"/></fo:block></xsl:if>
            </fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="rute"><fo:block><xsl:value-of select="translate(p:planlagt, ' ', '&#160;')"/></fo:block></fo:table-cell>
            <xsl:if test="$revidert"><fo:table-cell xsl:use-attribute-sets="rute"><fo:block><xsl:value-of select="translate(p:revidert, ' ', '&#160;')"/></fo:block></fo:table-cell></xsl:if>
            <fo:table-cell xsl:use-attribute-sets="rute"><fo:block><xsl:value-of select="translate(p:faktisk, ' ', '&#160;')"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="rute-siste">
              <fo:block wrap-option="no-wrap">
                <xsl:if test="@status = 'forsinket'"><xsl:attribute name="font-weight">600</xsl:attribute><xsl:attribute name="color"><xsl:value-of select="$advarsel"/></xsl:attribute></xsl:if>
                <hj:tekst noekkel="{concat('prosjekt.milepael.', @status)}"/>
              </fo:block>
            </fo:table-cell>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <!-- ==== Risiko: matrisen, og ved siden av den det hver sirkel betyr; høyest produkt først ==== -->
  <xsl:template name="risiko">
    <xsl:if test="$prosjekt/p:risikoer/p:risiko">
      <xsl:variable name="tre">
        <xsl:for-each select="$prosjekt/p:risikoer/p:risiko">
          <xsl:sort select="@sannsynlighet * @konsekvens" data-type="number" order="descending"/>
          <xsl:sort select="@nr" data-type="number"/>
          <risiko nr="{@nr}" s="{@sannsynlighet}" k="{@konsekvens}" produkt="{@sannsynlighet * @konsekvens}">
            <xsl:if test="@forrigeSannsynlighet and @forrigeKonsekvens">
              <xsl:attribute name="fs"><xsl:value-of select="@forrigeSannsynlighet"/></xsl:attribute>
              <xsl:attribute name="fk"><xsl:value-of select="@forrigeKonsekvens"/></xsl:attribute>
              <xsl:attribute name="forrige"><xsl:value-of select="@forrigeSannsynlighet * @forrigeKonsekvens"/></xsl:attribute>
            </xsl:if>
            <xsl:attribute name="nivaa"><xsl:call-template name="risikonivaa"><xsl:with-param name="produkt" select="@sannsynlighet * @konsekvens"/></xsl:call-template></xsl:attribute>
          </risiko>
        </xsl:for-each>
      </xsl:variable>
      <xsl:variable name="risikoer" select="exsl:node-set($tre)/risiko"/>
      <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="prosjekt.risiko"/></fo:block>
      <fo:table role="Div" table-layout="fixed" width="170mm" space-after="4pt">
        <fo:table-column column-width="84mm"/>
        <fo:table-column column-width="86mm"/>
        <fo:table-body>
          <fo:table-row keep-together.within-page="always">
            <fo:table-cell>
              <!-- Det som står til høyre, er de samme risikoene i ord: matrisen trenger ingen egen tabell. -->
              <fo:block padding-before="2pt">
                <fo:instream-foreign-object font-size="9pt" width="79mm">
                  <d:matrix list="false" table="false" colors="{$overskriftsfarge}">
                    <d:x label="{hj:tekst('prosjekt.konsekvens')}"><xsl:call-template name="grader"/></d:x>
                    <d:y label="{hj:tekst('prosjekt.sannsynlighet')}"><xsl:call-template name="grader"/></d:y>
                    <d:zone from="1" tone="low"><hj:tekst noekkel="prosjekt.nivaa.ubetydelig"/></d:zone>
                    <d:zone from="3" tone="medium"><hj:tekst noekkel="prosjekt.nivaa.betydelig"/></d:zone>
                    <d:zone from="6" tone="high"><hj:tekst noekkel="prosjekt.nivaa.kritisk"/></d:zone>
                    <xsl:for-each select="$risikoer">
                      <d:risk nr="{@nr}" x="{@k}" y="{@s}">
                        <xsl:if test="@fs"><xsl:attribute name="was-x"><xsl:value-of select="@fk"/></xsl:attribute><xsl:attribute name="was-y"><xsl:value-of select="@fs"/></xsl:attribute></xsl:if>
                        <xsl:value-of select="$prosjekt/p:risikoer/p:risiko[@nr = current()/@nr]/p:tittel"/>
                      </d:risk>
                    </xsl:for-each>
                  </d:matrix>
                </fo:instream-foreign-object>
              </fo:block>
            </fo:table-cell>
            <fo:table-cell>
              <xsl:for-each select="$risikoer">
                <xsl:variable name="risiko" select="$prosjekt/p:risikoer/p:risiko[@nr = current()/@nr]"/>
                <fo:block>
                  <xsl:if test="position() != last()"><xsl:attribute name="padding-after">5pt</xsl:attribute></xsl:if>
                  <fo:block font-weight="600"><xsl:value-of select="concat(@nr, '&#160; ', $risiko/p:tittel)"/></fo:block>
                  <fo:block font-size="8.5pt" line-height="11.5pt">
                    <xsl:variable name="endring">
                      <xsl:choose>
                        <xsl:when test="not(@forrige)">ny</xsl:when>
                        <xsl:when test="@produkt &gt; @forrige">opp</xsl:when>
                        <xsl:when test="@produkt &lt; @forrige">ned</xsl:when>
                        <xsl:otherwise>uendret</xsl:otherwise>
                      </xsl:choose>
                    </xsl:variable>
                    <hj:tekst noekkel="{concat('prosjekt.risiko.', $endring)}">
                      <hj:verdi navn="nivaa" select="hj:tekst(concat('prosjekt.nivaa.', @nivaa))"/>
                      <hj:verdi navn="produkt" select="string(@produkt)"/>
                      <hj:verdi navn="forrige" select="string(@forrige)"/>
                    </hj:tekst>
                  </fo:block>
                  <xsl:for-each select="$risiko/p:tiltak">
                    <fo:block font-size="8.5pt" line-height="11.5pt" color="{$dempet}"><xsl:call-template name="tiltak"/></fo:block>
                  </xsl:for-each>
                </fo:block>
              </xsl:for-each>
            </fo:table-cell>
          </fo:table-row>
        </fo:table-body>
      </fo:table>
    </xsl:if>
  </xsl:template>

  <!-- De tre gradene av sannsynlighet og konsekvens, minst først. -->
  <xsl:template name="grader">
    <d:level><hj:tekst noekkel="prosjekt.grad.1"/></d:level>
    <d:level><hj:tekst noekkel="prosjekt.grad.2"/></d:level>
    <d:level><hj:tekst noekkel="prosjekt.grad.3"/></d:level>
  </xsl:template>

  <!-- «Åpne møter før høringen (ansvarlig: prosjektlederen, frist: uke 21)» -->
  <xsl:template name="tiltak">
    <xsl:value-of select="hj:hardt(normalize-space(.))"/>
    <xsl:if test="@ansvarlig or @frist or @gjort = 'ja'">
      <xsl:text> (</xsl:text>
      <xsl:if test="@ansvarlig"><hj:tekst noekkel="prosjekt.ansvarlig"><hj:verdi navn="navn" select="string(@ansvarlig)"/></hj:tekst></xsl:if>
      <xsl:if test="@ansvarlig and @frist">, </xsl:if>
      <xsl:if test="@frist"><hj:tekst noekkel="prosjekt.frist"><hj:verdi navn="frist" select="hj:hardt(@frist)"/></hj:tekst></xsl:if>
      <xsl:if test="@gjort = 'ja'"><xsl:if test="@ansvarlig or @frist">, </xsl:if><hj:tekst noekkel="prosjekt.gjort"/></xsl:if>
      <xsl:text>)</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- ==== Økonomi: kostnader mot forbruk, så finansieringen; summene regnes her ==== -->
  <xsl:template name="oekonomi">
    <xsl:variable name="kostnader" select="$prosjekt/p:oekonomi/p:kostnad"/>
    <xsl:variable name="med-brukt" select="$kostnader/@brukt"/>
    <xsl:variable name="med-prognose" select="$kostnader/@prognose"/>
    <xsl:variable name="stoerst">
      <xsl:for-each select="$kostnader/@beloep | $kostnader/@brukt">
        <xsl:sort data-type="number" order="descending"/>
        <xsl:if test="position() = 1"><xsl:value-of select="."/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <fo:block xsl:use-attribute-sets="h2" space-after="5pt"><hj:tekst noekkel="prosjekt.oekonomi"/></fo:block>
    <fo:table xsl:use-attribute-sets="tabell">
      <xsl:if test="not($med-brukt) and not($med-prognose)"><xsl:attribute name="width">100mm</xsl:attribute></xsl:if>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="hoderad">
          <fo:table-cell xsl:use-attribute-sets="hode"><fo:block><hj:tekst noekkel="prosjekt.kostnad"/><xsl:call-template name="fortsetter"/></fo:block></fo:table-cell>
          <xsl:if test="$med-brukt"><fo:table-cell xsl:use-attribute-sets="hode"><fo:block><hj:tekst noekkel="prosjekt.brukt_av"/></fo:block></fo:table-cell></xsl:if>
          <fo:table-cell xsl:use-attribute-sets="hode"><xsl:if test="not($med-brukt) and not($med-prognose)"><xsl:attribute name="padding-end">0pt</xsl:attribute></xsl:if><fo:block text-align="end"><hj:tekst noekkel="prosjekt.budsjett"/></fo:block></fo:table-cell>
          <xsl:if test="$med-brukt">
            <fo:table-cell xsl:use-attribute-sets="hode"><fo:block text-align="end"><hj:tekst noekkel="prosjekt.brukt"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="hode"><xsl:if test="not($med-prognose)"><xsl:attribute name="padding-end">0pt</xsl:attribute></xsl:if><fo:block text-align="end"><hj:tekst noekkel="prosjekt.igjen"/></fo:block></fo:table-cell>
          </xsl:if>
          <xsl:if test="$med-prognose"><fo:table-cell xsl:use-attribute-sets="hode-siste"><fo:block text-align="end"><hj:tekst noekkel="prosjekt.prognose"/></fo:block></fo:table-cell></xsl:if>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="$kostnader">
          <fo:table-row xsl:use-attribute-sets="rad">
            <xsl:call-template name="rad-foer-sum"/>
            <fo:table-cell xsl:use-attribute-sets="radhode"><xsl:call-template name="fortsettelse"/><fo:block><xsl:value-of select="hj:hardt(normalize-space(.))"/></fo:block></fo:table-cell>
            <xsl:if test="$med-brukt">
              <fo:table-cell xsl:use-attribute-sets="rute"><fo:block><xsl:if test="@brukt"><xsl:call-template name="soeyle"><xsl:with-param name="verdi" select="number(@brukt)"/><xsl:with-param name="hele" select="number(@beloep)"/><xsl:with-param name="stoerst" select="number($stoerst)"/></xsl:call-template></xsl:if></fo:block></fo:table-cell>
            </xsl:if>
            <fo:table-cell xsl:use-attribute-sets="rute"><xsl:if test="not($med-brukt) and not($med-prognose)"><xsl:attribute name="padding-end">0pt</xsl:attribute></xsl:if><fo:block text-align="end"><xsl:value-of select="hj:tall(@beloep, 0)"/></fo:block></fo:table-cell>
            <xsl:if test="$med-brukt">
              <fo:table-cell xsl:use-attribute-sets="rute"><fo:block text-align="end"><xsl:if test="@brukt"><xsl:value-of select="hj:tall(@brukt, 0)"/></xsl:if></fo:block></fo:table-cell>
              <fo:table-cell xsl:use-attribute-sets="rute"><xsl:if test="not($med-prognose)"><xsl:attribute name="padding-end">0pt</xsl:attribute></xsl:if><fo:block text-align="end"><xsl:if test="@brukt"><xsl:value-of select="hj:tall(@beloep - @brukt, 0)"/></xsl:if></fo:block></fo:table-cell>
            </xsl:if>
            <xsl:if test="$med-prognose">
              <fo:table-cell xsl:use-attribute-sets="rute-siste">
                <fo:block text-align="end">
                  <xsl:if test="@prognose &gt; @beloep"><xsl:attribute name="font-weight">600</xsl:attribute><xsl:attribute name="color"><xsl:value-of select="$advarsel"/></xsl:attribute></xsl:if>
                  <xsl:if test="@prognose"><xsl:value-of select="hj:tall(@prognose, 0)"/></xsl:if>
                </fo:block>
              </fo:table-cell>
            </xsl:if>
          </fo:table-row>
        </xsl:for-each>
        <fo:table-row xsl:use-attribute-sets="rad-siste" font-weight="600">
          <fo:table-cell xsl:use-attribute-sets="radhode"><fo:block><hj:tekst noekkel="prosjekt.sum_kostnad"/></fo:block></fo:table-cell>
          <xsl:if test="$med-brukt"><fo:table-cell xsl:use-attribute-sets="rute"><fo:block/></fo:table-cell></xsl:if>
          <fo:table-cell xsl:use-attribute-sets="rute"><xsl:if test="not($med-brukt) and not($med-prognose)"><xsl:attribute name="padding-end">0pt</xsl:attribute></xsl:if><fo:block text-align="end"><xsl:value-of select="hj:tall(sum($kostnader/@beloep), 0)"/></fo:block></fo:table-cell>
          <xsl:if test="$med-brukt">
            <fo:table-cell xsl:use-attribute-sets="rute"><fo:block text-align="end"><xsl:value-of select="hj:tall(sum($kostnader/@brukt), 0)"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="rute"><xsl:if test="not($med-prognose)"><xsl:attribute name="padding-end">0pt</xsl:attribute></xsl:if><fo:block text-align="end"><xsl:value-of select="hj:tall(sum($kostnader/@beloep) - sum($kostnader/@brukt), 0)"/></fo:block></fo:table-cell>
          </xsl:if>
          <xsl:if test="$med-prognose"><fo:table-cell xsl:use-attribute-sets="rute-siste"><fo:block text-align="end"><xsl:value-of select="hj:tall(sum($kostnader/@prognose), 0)"/></fo:block></fo:table-cell></xsl:if>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
    <fo:table xsl:use-attribute-sets="tabell" width="100mm">
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="hoderad">
          <fo:table-cell xsl:use-attribute-sets="hode"><fo:block><hj:tekst noekkel="prosjekt.finansiering"/><xsl:call-template name="fortsetter"/></fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="hode"><fo:block><hj:tekst noekkel="prosjekt.status"/></fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="hode-siste"><fo:block text-align="end"><hj:tekst noekkel="prosjekt.budsjett"/></fo:block></fo:table-cell>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="$prosjekt/p:oekonomi/p:finansiering">
          <fo:table-row xsl:use-attribute-sets="rad">
            <xsl:call-template name="rad-foer-sum"/>
            <fo:table-cell xsl:use-attribute-sets="radhode"><xsl:call-template name="fortsettelse"/><fo:block><xsl:value-of select="hj:hardt(normalize-space(.))"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="rute"><fo:block><xsl:if test="@status"><hj:tekst noekkel="{concat('prosjekt.finansiering.', @status)}"/></xsl:if></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="rute-siste"><fo:block text-align="end"><xsl:value-of select="hj:tall(@beloep, 0)"/></fo:block></fo:table-cell>
          </fo:table-row>
        </xsl:for-each>
        <fo:table-row xsl:use-attribute-sets="rad-siste" font-weight="600">
          <fo:table-cell xsl:use-attribute-sets="radhode"><fo:block><hj:tekst noekkel="prosjekt.sum_finansiering"/></fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="rute"><fo:block/></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="rute-siste"><fo:block text-align="end"><xsl:value-of select="hj:tall(sum($prosjekt/p:oekonomi/p:finansiering/@beloep), 0)"/></fo:block></fo:table-cell>
        </fo:table-row>
      </fo:table-body>
    </fo:table>
    <xsl:call-template name="fritekst"><xsl:with-param name="node" select="$prosjekt/p:oekonomi/p:merknad"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
