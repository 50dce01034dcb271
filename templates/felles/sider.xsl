<?xml version="1.0" encoding="UTF-8"?>
<!-- Sidene: første side og resten, topptekst, bunntekst, UTKAST-merket og arkivmerket.
     Mål i mm fra øvre venstre hjørne på A4. Ingenting står til venstre for 20 mm. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:svg="http://www.w3.org/2000/svg"
    xmlns:hjfo="urn:hjemmel:fo:1"
    xmlns:hj="urn:hjemmel:mal:1"
    xmlns:k="urn:hjemmel:kommune:1"
    extension-element-prefixes="hj"
    exclude-result-prefixes="k svg">

  <!-- marg: mm til venstre og høyre. foerste: hvor teksten begynner på side 1. -->
  <xsl:template name="sidemaler">
    <xsl:param name="marg"/>
    <xsl:param name="foerste"/>
    <fo:layout-master-set>
      <fo:simple-page-master master-name="foerste" page-width="210mm" page-height="297mm">
        <fo:region-body margin-top="{$foerste}mm" margin-bottom="27mm" margin-left="{$marg}mm" margin-right="{$marg}mm"/>
        <fo:region-before region-name="topp-foerste" extent="{$foerste - 2}mm"/>
        <fo:region-after region-name="bunn" extent="21mm"/>
      </fo:simple-page-master>
      <fo:simple-page-master master-name="resten" page-width="210mm" page-height="297mm">
        <fo:region-body margin-top="25mm" margin-bottom="27mm" margin-left="{$marg}mm" margin-right="{$marg}mm"/>
        <fo:region-before region-name="topp-resten" extent="20mm"/>
        <fo:region-after region-name="bunn" extent="21mm"/>
      </fo:simple-page-master>
      <fo:page-sequence-master master-name="sider">
        <fo:repeatable-page-master-alternatives>
          <fo:conditional-page-master-reference page-position="first" master-reference="foerste"/>
          <fo:conditional-page-master-reference page-position="rest" master-reference="resten"/>
        </fo:repeatable-page-master-alternatives>
      </fo:page-sequence-master>
    </fo:layout-master-set>
  </xsl:template>

  <!-- Topptekst fra side 2, bunntekst på alle sider. -->
  <xsl:template name="faste-felt">
    <xsl:param name="marg"/>
    <xsl:param name="topptekst"/>
    <xsl:param name="bunntekst"/>
    <xsl:param name="hode"/> <!-- det som står øverst på side 1, når det ikke hører til teksten -->
    <fo:static-content flow-name="topp-foerste">
      <xsl:call-template name="utkastmerke"/>
      <xsl:choose>
        <xsl:when test="$hode"><xsl:copy-of select="$hode"/></xsl:when>
        <xsl:when test="$grunnlag/@utkast != 'ja'"><fo:block/></xsl:when>
      </xsl:choose>
    </fo:static-content>
    <fo:static-content flow-name="topp-resten">
      <xsl:call-template name="utkastmerke"/>
      <fo:block-container absolute-position="fixed" left="{$marg}mm" top="12mm" width="{210 - 2 * $marg}mm" height="5mm">
        <fo:block xsl:use-attribute-sets="topptekst"><xsl:copy-of select="$topptekst"/></fo:block>
      </fo:block-container>
    </fo:static-content>
    <fo:static-content flow-name="bunn">
      <xsl:call-template name="arkivmerke"><xsl:with-param name="marg" select="$marg"/></xsl:call-template>
      <fo:block start-indent="{$marg}mm" end-indent="{$marg}mm" border-before-style="solid" border-before-width="0.5pt"
                border-before-color="{$linjefarge}" padding-before="4pt" text-align-last="justify" xsl:use-attribute-sets="topptekst">
        <xsl:copy-of select="$bunntekst"/>
        <fo:leader leader-pattern="space"/>
        <hj:tekst noekkel="felles.side">
          <hj:verdi navn="side"><fo:page-number/></hj:verdi>
          <hj:verdi navn="sider"><fo:page-number-citation-last ref-id="dokument"/></hj:verdi>
        </hj:tekst>
      </fo:block>
    </fo:static-content>
  </xsl:template>

  <!-- Et utkast skal aldri kunne forveksles med et brev: ordet står på hver side, i en ramme over teksten. -->
  <xsl:template name="utkastmerke">
    <xsl:if test="$grunnlag/@utkast = 'ja'">
      <fo:block-container absolute-position="fixed" left="60mm" top="5mm" width="90mm" height="8mm">
        <fo:block text-align="center" font-size="10pt" line-height="13pt" font-weight="600" color="{$advarsel}"
                  border="1pt solid {$advarsel}" padding-before="1.5pt" padding-after="1.5pt">
          <hj:tekst noekkel="felles.utkast"/>
        </fo:block>
      </fo:block-container>
    </xsl:if>
  </xsl:template>

  <!-- Arkivkopien bærer saken og hele avgjørelsen, og den kan tale om andre enn parten. Det står nederst på hver side og i tittelen. -->
  <xsl:template name="arkivmerke">
    <xsl:param name="marg"/>
    <xsl:if test="$grunnlag/@arkivkopi = 'ja'">
      <fo:block-container absolute-position="fixed" left="{$marg}mm" top="285.5mm" width="{210 - 2 * $marg}mm" height="6.5mm">
        <fo:block text-align="center" font-size="8pt" line-height="11pt" font-weight="600" color="{$advarsel}"
                  border="1pt solid {$advarsel}" padding-before="1.5pt" padding-after="1.5pt">
          <hj:tekst noekkel="felles.arkivkopi"/>
        </fo:block>
      </fo:block-container>
    </xsl:if>
  </xsl:template>

  <xsl:template name="arkivtittel">
    <xsl:if test="$grunnlag/@arkivkopi = 'ja'"><hj:tekst noekkel="felles.arkivtittel"/><xsl:text> </xsl:text></xsl:if>
  </xsl:template>

  <!-- Kommunens merke i en gitt høyde (mm). Navnet står ved siden av, så merket er pynt for en skjermleser. -->
  <xsl:template name="merke">
    <xsl:param name="hoeyde"/>
    <xsl:if test="$brevhode/k:logo">
      <fo:block line-height="0pt" role="Artifact">
        <fo:external-graphic src="url('{hj:fil($brevhode/k:logo/@fil)}')" content-height="{$hoeyde}mm" scaling="uniform"
                             hjfo:alt="{$brevhode/k:logo/@alternativ}"/>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <!-- Lite hode for referater og rapporter: merke, kommune og enhet. -->
  <xsl:template name="lite-hode">
    <xsl:param name="marg"/>
    <xsl:param name="enhet"/>
    <fo:block-container absolute-position="fixed" left="{$marg}mm" top="15mm" width="100mm" height="12mm">
      <fo:table role="Div" table-layout="fixed" width="100mm">
        <xsl:if test="$brevhode/k:logo"><fo:table-column column-width="13mm"/></xsl:if>
        <fo:table-column column-width="87mm"/>
        <fo:table-body>
          <fo:table-row>
            <xsl:if test="$brevhode/k:logo">
              <fo:table-cell><xsl:call-template name="merke"><xsl:with-param name="hoeyde" select="10"/></xsl:call-template></fo:table-cell>
            </xsl:if>
            <fo:table-cell display-align="center">
              <fo:block font-size="10pt" line-height="13pt" font-weight="600" color="{$overskriftsfarge}"><xsl:value-of select="$kommunenavn"/></fo:block>
              <xsl:if test="string($enhet)"><fo:block xsl:use-attribute-sets="topptekst"><xsl:value-of select="$enhet"/></fo:block></xsl:if>
            </fo:table-cell>
          </fo:table-row>
        </fo:table-body>
      </fo:table>
    </fo:block-container>
  </xsl:template>
</xsl:stylesheet>
