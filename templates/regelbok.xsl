<?xml version="1.0" encoding="UTF-8"?>
<!-- Regelboka: lov for lov, paragraf for paragraf, med teksten til venstre og det som bygger på den til høyre.
     Betingelsene står med ord, satt sammen av det fakta selv heter. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:hjfo="urn:hjemmel:fo:1"
    xmlns:hj="urn:hjemmel:mal:1"
    xmlns:r="urn:hjemmel:regelbok:1"
    extension-element-prefixes="hj"
    exclude-result-prefixes="r">

  <xsl:import href="felles/stil.xsl"/>

  <xsl:variable name="bok" select="/grunnlag/r:regelbok"/>
  <xsl:variable name="lover" select="$bok/r:lov[r:hjemmel]"/>

  <xsl:template match="/">
    <fo:root xsl:use-attribute-sets="rot" font-size="9pt" line-height="12.5pt">
      <fo:layout-master-set>
        <fo:simple-page-master master-name="side" page-width="210mm" page-height="297mm">
          <fo:region-body margin-top="24mm" margin-bottom="22mm" margin-left="22mm" margin-right="22mm"/>
          <fo:region-before region-name="topp" extent="18mm" display-align="after"/>
          <fo:region-after region-name="bunn" extent="16mm"/>
        </fo:simple-page-master>
      </fo:layout-master-set>
      <fo:bookmark-tree>
        <xsl:for-each select="$lover">
          <fo:bookmark internal-destination="lov-{position()}" starting-state="hide">
            <fo:bookmark-title><xsl:value-of select="hj:stor(r:navn)"/></fo:bookmark-title>
            <xsl:for-each select="r:hjemmel">
              <fo:bookmark internal-destination="h-{count(preceding::r:hjemmel) + 1}"><fo:bookmark-title><xsl:value-of select="hj:hardt(r:vis)"/></fo:bookmark-title></fo:bookmark>
            </xsl:for-each>
          </fo:bookmark>
        </xsl:for-each>
      </fo:bookmark-tree>
      <fo:page-sequence master-reference="side" id="dokument">
        <fo:title><hj:tekst noekkel="bok.tittel"/></fo:title>
        <fo:static-content flow-name="topp">
          <fo:block xsl:use-attribute-sets="topptekst" margin-left="22mm" margin-right="22mm" text-align-last="justify"><hj:tekst noekkel="bok.tittel"/><fo:leader leader-pattern="space"/><fo:retrieve-marker retrieve-class-name="lov"/></fo:block>
        </fo:static-content>
        <fo:static-content flow-name="bunn">
          <fo:block xsl:use-attribute-sets="topptekst" margin-left="22mm" margin-right="22mm" text-align="end"><hj:tekst noekkel="felles.side"><hj:verdi navn="side"><fo:page-number/></hj:verdi><hj:verdi navn="sider"><fo:page-number-citation-last ref-id="dokument"/></hj:verdi></hj:tekst></fo:block>
        </fo:static-content>
        <fo:flow flow-name="xsl-region-body">
          <xsl:call-template name="forside"/>
          <xsl:apply-templates select="$lover"/>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <xsl:template name="forside">
    <fo:block xsl:use-attribute-sets="h1" font-size="24pt" line-height="30pt" space-before="20mm" space-after="6pt"><hj:tekst noekkel="bok.tittel"/></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt" font-size="10.5pt" line-height="15pt" end-indent="30mm" space-after="14pt"><hj:tekst noekkel="bok.ingress"/></fo:block>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="bok.pakker"/></fo:block>
    <fo:table xsl:use-attribute-sets="tabell" table-layout="fixed" space-after="4pt">
      <fo:table-column column-width="36mm"/><fo:table-column column-width="24mm"/><fo:table-column column-width="106mm"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="hoderad">
          <fo:table-cell xsl:use-attribute-sets="hode"><fo:block><hj:tekst noekkel="bok.pakke"/></fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="hode"><fo:block><hj:tekst noekkel="bok.versjon"/></fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="hode-siste"><fo:block><hj:tekst noekkel="bok.avtrykk"/></fo:block></fo:table-cell>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="$bok/r:pakke">
          <fo:table-row xsl:use-attribute-sets="rad">
            <fo:table-cell xsl:use-attribute-sets="radhode"><fo:block><xsl:value-of select="@navn"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="rute"><fo:block><xsl:value-of select="@versjon"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="rute-siste"><fo:block font-size="7.5pt" hyphenate="false"><xsl:value-of select="substring(@sum, 1, 45)"/></fo:block></fo:table-cell>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
    <fo:block xsl:use-attribute-sets="liten" color="{$dempet}" space-after="10pt"><hj:tekst noekkel="bok.proever"><hj:verdi navn="antall" select="hj:tall($bok/@proever, 0)"/></hj:tekst></fo:block>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="bok.innhold"/></fo:block>
    <xsl:for-each select="$lover">
      <fo:block text-align-last="justify" space-after="2pt">
        <fo:basic-link internal-destination="lov-{position()}"><xsl:value-of select="hj:stor(r:navn)"/></fo:basic-link>
        <fo:leader leader-pattern="dots" color="{$linjefarge}"/>
        <fo:page-number-citation ref-id="lov-{position()}"/>
      </fo:block>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="r:lov">
    <fo:block break-before="page" id="lov-{count(preceding-sibling::r:lov[r:hjemmel]) + 1}">
      <fo:marker marker-class-name="lov"><xsl:value-of select="hj:stor(r:navn)"/></fo:marker>
      <fo:block xsl:use-attribute-sets="h1" space-after="1pt"><xsl:value-of select="hj:stor(r:navn)"/></fo:block>
      <fo:block xsl:use-attribute-sets="liten" color="{$dempet}" space-after="8pt" keep-with-next.within-page="always">
        <xsl:value-of select="@kort"/><xsl:if test="@id"> · <xsl:value-of select="@id"/></xsl:if>
      </fo:block>
    </fo:block>
    <fo:table xsl:use-attribute-sets="tabell" table-layout="fixed" font-size="8.5pt" line-height="12pt">
      <fo:table-column column-width="64mm"/><fo:table-column column-width="102mm"/>
      <fo:table-header>
        <fo:table-row xsl:use-attribute-sets="hoderad">
          <fo:table-cell xsl:use-attribute-sets="hode"><fo:block><hj:tekst noekkel="bok.loven"/></fo:block></fo:table-cell>
          <fo:table-cell xsl:use-attribute-sets="hode-siste"><fo:block><hj:tekst noekkel="bok.bruken"/></fo:block></fo:table-cell>
        </fo:table-row>
      </fo:table-header>
      <fo:table-body>
        <xsl:for-each select="r:hjemmel">
          <fo:table-row border-after-style="solid" border-after-width="0.5pt" border-after-color="{$linjefarge}">
            <fo:table-cell xsl:use-attribute-sets="radhode">
              <fo:block id="h-{count(preceding::r:hjemmel) + 1}" font-weight="600" color="{$overskriftsfarge}"><xsl:value-of select="hj:hardt(r:vis)"/></fo:block>
              <xsl:if test="r:tekst"><fo:block space-before="2pt"><xsl:value-of select="hj:hardt(r:tekst)"/></fo:block></xsl:if>
              <fo:block xsl:use-attribute-sets="liten" color="{$dempet}" space-before="3pt"><xsl:call-template name="gyldig"/></fo:block>
              <xsl:if test="@status = 'uverifisert'"><fo:block xsl:use-attribute-sets="liten" color="{$advarsel}" font-weight="600"><hj:tekst noekkel="bok.uverifisert"/></fo:block></xsl:if>
              <fo:block xsl:use-attribute-sets="liten" color="{$dempet}"><hj:tekst noekkel="bok.kilde"><hj:verdi navn="kilde" select="hj:hardt(@kilde)"/></hj:tekst></fo:block>
            </fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="rute-siste">
              <xsl:choose>
                <xsl:when test="r:bruk"><xsl:apply-templates select="r:bruk"/></xsl:when>
                <xsl:otherwise><fo:block color="{$dempet}"><hj:tekst noekkel="bok.ingen"/></fo:block></xsl:otherwise>
              </xsl:choose>
            </fo:table-cell>
          </fo:table-row>
        </xsl:for-each>
      </fo:table-body>
    </fo:table>
  </xsl:template>

  <xsl:template name="gyldig">
    <xsl:choose>
      <xsl:when test="@i_kraft = 'nei'"><hj:tekst noekkel="bok.ikke_i_kraft"/></xsl:when>
      <xsl:when test="@fra and @til"><hj:tekst noekkel="bok.fra_til"><hj:verdi navn="fra" select="hj:dato(@fra, 'kort')"/><hj:verdi navn="til" select="hj:dato(@til, 'kort')"/></hj:tekst></xsl:when>
      <xsl:when test="@fra"><hj:tekst noekkel="bok.fra"><hj:verdi navn="fra" select="hj:dato(@fra, 'kort')"/></hj:tekst></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Ett som bygger på paragrafen: slag og navn, teksten, betingelsen med ord, og hvor det står. -->
  <xsl:template match="r:bruk">
    <fo:block space-after="5pt">
      <fo:block keep-with-next.within-page="always">
        <fo:inline font-weight="600"><hj:tekst noekkel="{concat('bok.slag.', @slag)}"/></fo:inline>
        <xsl:text> </xsl:text>
        <xsl:if test="@del_av"><xsl:value-of select="concat(@del_av, ' · ')"/></xsl:if><xsl:value-of select="@navn"/>
        <fo:inline xsl:use-attribute-sets="liten" color="{$dempet}"><xsl:value-of select="concat('  ', @fil, ':', @linje)"/></fo:inline>
      </fo:block>
      <xsl:if test="r:tekst"><fo:block start-indent="3mm"><xsl:value-of select="hj:stor(hj:hardt(r:tekst))"/></fo:block></xsl:if>
      <xsl:apply-templates select="r:betingelse"/>
      <xsl:if test="r:lengde">
        <fo:block start-indent="3mm"><hj:tekst noekkel="bok.lengde"><hj:verdi navn="lengde"><xsl:for-each select="r:lengde"><xsl:if test="position() &gt; 1"><xsl:text>, </xsl:text></xsl:if><hj:tekst noekkel="{concat('bok.lengde.', @enhet, substring('.en', 1, 3 * (@tall = 1)))}"><hj:verdi navn="tall" select="hj:tall(@tall, 0)"/></hj:tekst></xsl:for-each></hj:verdi></hj:tekst></fo:block>
      </xsl:if>
      <xsl:apply-templates select="r:verdi | r:rad | r:felt"/>
      <xsl:if test="@gir = 'ja' or @gir = 'nei' or @gir = 'delvis' or @gir = 'stopp' or @gir = 'utkast' or @gir = 'varsel'">
        <fo:block start-indent="3mm" color="{$dempet}"><hj:tekst noekkel="{concat('bok.gir.', @gir)}"/></fo:block>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <!-- Det den kommer til: beløpet for hver periode, raden i tabellen, feltet i oppslaget. -->
  <xsl:template match="r:verdi">
    <fo:block start-indent="3mm">
      <fo:inline font-weight="600">
        <xsl:choose>
          <xsl:when test="@tall"><xsl:value-of select="concat(hj:tall(@tall, 2 * (@tall != floor(@tall))), '&#160;', ../@enhet)"/></xsl:when>
          <xsl:otherwise><hj:tekst noekkel="bok.ukjent_sats"/></xsl:otherwise>
        </xsl:choose>
      </fo:inline>
      <xsl:if test="@fra"><xsl:text>, </xsl:text><xsl:call-template name="gyldig"/></xsl:if>
      <fo:inline color="{$dempet}"><xsl:value-of select="concat('. ', hj:hardt(@kilde))"/></fo:inline>
    </fo:block>
  </xsl:template>
  <xsl:template match="r:rad">
    <fo:block start-indent="3mm" keep-with-next.within-page="always"><hj:tekst noekkel="bok.rad"><hj:verdi navn="gir" select="string(@gir)"/></hj:tekst></fo:block>
    <xsl:choose>
      <xsl:when test="r:betingelse/@slag = 'alle'"><xsl:apply-templates select="r:betingelse/r:betingelse"><xsl:with-param name="inn" select="7"/></xsl:apply-templates></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="r:betingelse"><xsl:with-param name="inn" select="7"/></xsl:apply-templates></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="r:felt">
    <fo:block start-indent="3mm" color="{$dempet}"><xsl:value-of select="concat(translate(@navn, '_', ' '), ': ', hj:hardt(.))"/></fo:block>
  </xsl:template>

  <xsl:template match="r:betingelse">
    <xsl:param name="inn" select="3"/>
    <fo:block start-indent="{$inn}mm" color="{$dempet}">
      <xsl:text>– </xsl:text>
      <xsl:choose>
        <xsl:when test="@slag = 'alle' or @slag = 'noen' or @slag = 'ikke'"><hj:tekst noekkel="{concat('bok.b.', @slag)}"/></xsl:when>
        <xsl:when test="@slag = 'er' and (@verdi = 'ja' or @verdi = 'nei') and r:tekst"><hj:tekst noekkel="{concat('bok.b.er.', @verdi)}"><hj:verdi navn="hva" select="hj:hardt(r:tekst)"/></hj:tekst></xsl:when>
        <xsl:when test="@slag = 'fra_til' and r:tekst and @hoyst"><hj:tekst noekkel="bok.b.fra_til"><hj:verdi navn="hva" select="hj:hardt(r:tekst)"/><hj:verdi navn="verdi" select="string(@verdi)"/><hj:verdi navn="hoyst" select="string(@hoyst)"/></hj:tekst></xsl:when>
        <xsl:when test="(@slag = 'finnes' or @slag = 'ikke_relevant' or @slag = 'vilkaar') and r:tekst"><hj:tekst noekkel="{concat('bok.b.', @slag)}"><hj:verdi navn="hva" select="hj:hardt(r:tekst)"/></hj:tekst></xsl:when>
        <xsl:when test="@slag = 'egenskap'"><hj:tekst noekkel="bok.b.egenskap"><hj:verdi navn="navn" select="string(@navn)"/><hj:verdi navn="verdi" select="string(@verdi)"/></hj:tekst></xsl:when>
        <xsl:when test="@slag = 'regel'"><hj:tekst noekkel="bok.b.regel"><hj:verdi navn="navn" select="string(@navn)"/></hj:tekst></xsl:when>
        <xsl:when test="r:tekst and @verdi and (@slag = 'er' or @slag = 'minst' or @slag = 'hoyst' or @slag = 'over' or @slag = 'under' or @slag = 'lik' or @slag = 'ulik' or @slag = 'foer' or @slag = 'etter')"><hj:tekst noekkel="{concat('bok.b.', @slag)}"><hj:verdi navn="hva" select="hj:hardt(r:tekst)"/><hj:verdi navn="verdi" select="string(@verdi)"/></hj:tekst></xsl:when>
        <xsl:otherwise><fo:inline font-family="Liberation Mono, monospace" font-size="7.5pt"><xsl:value-of select="@vis"/></fo:inline></xsl:otherwise>
      </xsl:choose>
    </fo:block>
    <xsl:if test="@slag = 'alle' or @slag = 'noen' or @slag = 'ikke'">
      <xsl:apply-templates select="r:betingelse"><xsl:with-param name="inn" select="$inn + 4"/></xsl:apply-templates>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
