<?xml version="1.0" encoding="UTF-8"?>
<!-- Skrift, farger og avstander: det alle dokumentene har felles.
     Kommunens brevhode kan bytte farger og skrift; målene står her og bare her. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:hjfo="urn:hjemmel:fo:1"
    xmlns:hj="urn:hjemmel:mal:1"
    xmlns:k="urn:hjemmel:kommune:1"
    extension-element-prefixes="hj"
    exclude-result-prefixes="k">

  <xsl:variable name="grunnlag" select="/grunnlag"/>
  <xsl:variable name="maal" select="string(/grunnlag/@maalform)"/>
  <xsl:variable name="kommune" select="/grunnlag/k:kommune"/>
  <xsl:variable name="brevhode" select="$kommune/k:brevhode"/>

  <!-- Farger. Alle er lesbare i svart-hvitt; tekstfargene har kontrast over 7:1 mot hvitt. -->
  <xsl:variable name="blekk">
    <xsl:call-template name="farge"><xsl:with-param name="valgt" select="$brevhode/k:farger/@tekst"/><xsl:with-param name="ellers" select="'#1d2429'"/></xsl:call-template>
  </xsl:variable>
  <xsl:variable name="overskriftsfarge">
    <xsl:call-template name="farge"><xsl:with-param name="valgt" select="$brevhode/k:farger/@overskrift"/><xsl:with-param name="ellers" select="'#12313f'"/></xsl:call-template>
  </xsl:variable>
  <xsl:variable name="aksent">
    <xsl:call-template name="farge"><xsl:with-param name="valgt" select="$brevhode/k:farger/@aksent"/><xsl:with-param name="ellers" select="'#0f6673'"/></xsl:call-template>
  </xsl:variable>
  <xsl:variable name="advarsel">
    <xsl:call-template name="farge"><xsl:with-param name="valgt" select="$brevhode/k:farger/@advarsel"/><xsl:with-param name="ellers" select="'#8a2b1d'"/></xsl:call-template>
  </xsl:variable>
  <xsl:variable name="bunnfarge">
    <xsl:call-template name="farge"><xsl:with-param name="valgt" select="$brevhode/k:farger/@bakgrunn"/><xsl:with-param name="ellers" select="'#eaf2f3'"/></xsl:call-template>
  </xsl:variable>
  <xsl:variable name="linjefarge">
    <xsl:call-template name="farge"><xsl:with-param name="valgt" select="$brevhode/k:farger/@linje"/><xsl:with-param name="ellers" select="'#c8d0d4'"/></xsl:call-template>
  </xsl:variable>
  <xsl:variable name="dempet" select="'#46535a'"/>

  <xsl:variable name="skrift">
    <xsl:if test="$brevhode/k:skrift[@familie != 'Open Sans']"><xsl:value-of select="concat($brevhode/k:skrift/@familie, ', ')"/></xsl:if>
    <xsl:text>Open Sans, Liberation Sans</xsl:text>
  </xsl:variable>

  <xsl:template name="farge">
    <xsl:param name="valgt"/>
    <xsl:param name="ellers"/>
    <xsl:choose>
      <xsl:when test="$valgt"><xsl:value-of select="$valgt"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$ellers"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Roten -->
  <xsl:attribute-set name="rot">
    <xsl:attribute name="xml:lang"><xsl:value-of select="$maal"/></xsl:attribute>
    <xsl:attribute name="font-family"><xsl:value-of select="$skrift"/></xsl:attribute>
    <xsl:attribute name="font-size">10pt</xsl:attribute>
    <xsl:attribute name="line-height">14.5pt</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$blekk"/></xsl:attribute>
    <xsl:attribute name="line-height-shift-adjustment">disregard-shifts</xsl:attribute>
    <xsl:attribute name="orphans">2</xsl:attribute>
    <xsl:attribute name="widows">2</xsl:attribute>
  </xsl:attribute-set>

  <!-- Overskrifter -->
  <xsl:attribute-set name="stikkord">
    <xsl:attribute name="font-size">8.5pt</xsl:attribute>
    <xsl:attribute name="line-height">12pt</xsl:attribute>
    <xsl:attribute name="font-weight">600</xsl:attribute>
    <xsl:attribute name="letter-spacing">0.4pt</xsl:attribute>
    <xsl:attribute name="text-transform">uppercase</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$aksent"/></xsl:attribute>
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="h1">
    <xsl:attribute name="role">H1</xsl:attribute>
    <xsl:attribute name="font-size">17pt</xsl:attribute>
    <xsl:attribute name="line-height">22pt</xsl:attribute>
    <xsl:attribute name="font-weight">600</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$overskriftsfarge"/></xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
    <xsl:attribute name="keep-together.within-page">always</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="h2">
    <xsl:attribute name="role">H2</xsl:attribute>
    <xsl:attribute name="font-size">11.5pt</xsl:attribute>
    <xsl:attribute name="line-height">15pt</xsl:attribute>
    <xsl:attribute name="font-weight">600</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$overskriftsfarge"/></xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
    <xsl:attribute name="space-before">13pt</xsl:attribute>
    <xsl:attribute name="space-after">3pt</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
    <xsl:attribute name="keep-together.within-page">always</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="h3">
    <xsl:attribute name="role">H3</xsl:attribute>
    <xsl:attribute name="font-weight">600</xsl:attribute>
    <xsl:attribute name="hyphenate">false</xsl:attribute>
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
    <xsl:attribute name="keep-together.within-page">always</xsl:attribute>
  </xsl:attribute-set>

  <!-- Brødtekst og småskrift -->
  <xsl:attribute-set name="avsnitt">
    <xsl:attribute name="space-after">6pt</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="liten">
    <xsl:attribute name="font-size">8pt</xsl:attribute>
    <xsl:attribute name="line-height">11pt</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="topptekst" use-attribute-sets="liten">
    <xsl:attribute name="color"><xsl:value-of select="$dempet"/></xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="innsats" use-attribute-sets="liten">
    <xsl:attribute name="color"><xsl:value-of select="$dempet"/></xsl:attribute>
  </xsl:attribute-set>

  <!-- Boksen der det viktigste står: farget flate med en strek til venstre.
       Til venstre følger teksten i den brødtekstens kant, og streken flukter med merke og adresse.
       Til høyre slutter flaten der brødteksten og bunnlinja slutter. -->
  <xsl:attribute-set name="boks">
    <xsl:attribute name="background-color"><xsl:value-of select="$bunnfarge"/></xsl:attribute>
    <xsl:attribute name="border-start-style">solid</xsl:attribute>
    <xsl:attribute name="border-start-width">3.5pt</xsl:attribute>
    <xsl:attribute name="border-start-color"><xsl:value-of select="$aksent"/></xsl:attribute>
    <xsl:attribute name="padding-start">10.6pt</xsl:attribute>
    <xsl:attribute name="padding-end">8pt</xsl:attribute>
    <xsl:attribute name="end-indent">8pt</xsl:attribute>
    <xsl:attribute name="padding-before">8pt</xsl:attribute>
    <xsl:attribute name="padding-after">8pt</xsl:attribute>
    <xsl:attribute name="space-after">10pt</xsl:attribute>
  </xsl:attribute-set>
  <!-- Samme boks der siden ikke har rom utenfor teksten: flaten følger satsflaten. -->
  <xsl:attribute-set name="boks-inni" use-attribute-sets="boks">
    <xsl:attribute name="start-indent">14.1pt</xsl:attribute>
  </xsl:attribute-set>
  <!-- Konklusjonen i et referat: streken leseren kan løpe nedover. -->
  <xsl:attribute-set name="strek">
    <xsl:attribute name="border-start-style">solid</xsl:attribute>
    <xsl:attribute name="border-start-width">3.5pt</xsl:attribute>
    <xsl:attribute name="border-start-color"><xsl:value-of select="$aksent"/></xsl:attribute>
    <xsl:attribute name="padding-start">8pt</xsl:attribute>
  </xsl:attribute-set>

  <!-- Tabeller: ingen loddrette streker, tyngre strek under hodet, hårstrek mellom radene, ingen etter den siste. -->
  <xsl:attribute-set name="tabell">
    <xsl:attribute name="width">100%</xsl:attribute>
    <xsl:attribute name="font-size">9pt</xsl:attribute>
    <xsl:attribute name="line-height">12.5pt</xsl:attribute>
    <xsl:attribute name="space-after">12pt</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="hoderad">
    <xsl:attribute name="font-size">8pt</xsl:attribute>
    <xsl:attribute name="line-height">11pt</xsl:attribute>
    <xsl:attribute name="font-weight">600</xsl:attribute>
    <xsl:attribute name="color"><xsl:value-of select="$dempet"/></xsl:attribute>
    <xsl:attribute name="border-after-style">solid</xsl:attribute>
    <xsl:attribute name="border-after-width">0.9pt</xsl:attribute>
    <xsl:attribute name="border-after-color"><xsl:value-of select="$overskriftsfarge"/></xsl:attribute>
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="rad">
    <xsl:attribute name="keep-together.within-page">always</xsl:attribute>
    <xsl:attribute name="border-after-style">solid</xsl:attribute>
    <xsl:attribute name="border-after-width">0.5pt</xsl:attribute>
    <xsl:attribute name="border-after-color"><xsl:value-of select="$linjefarge"/></xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="rad-siste">
    <xsl:attribute name="keep-together.within-page">always</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="rad-foer-sum" use-attribute-sets="rad">
    <xsl:attribute name="border-after-width">0.9pt</xsl:attribute>
    <xsl:attribute name="border-after-color"><xsl:value-of select="$overskriftsfarge"/></xsl:attribute>
    <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="hode">
    <xsl:attribute name="role">TH</xsl:attribute>
    <xsl:attribute name="hjfo:scope">Column</xsl:attribute>
    <xsl:attribute name="padding-after">3.5pt</xsl:attribute>
    <xsl:attribute name="padding-end">10pt</xsl:attribute>
    <xsl:attribute name="display-align">after</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="hode-siste" use-attribute-sets="hode">
    <xsl:attribute name="padding-end">0pt</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="rute">
    <xsl:attribute name="padding-before">4pt</xsl:attribute>
    <xsl:attribute name="padding-after">4pt</xsl:attribute>
    <xsl:attribute name="padding-end">10pt</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="rute-siste" use-attribute-sets="rute">
    <xsl:attribute name="padding-end">0pt</xsl:attribute>
  </xsl:attribute-set>
  <xsl:attribute-set name="radhode" use-attribute-sets="rute">
    <xsl:attribute name="role">TH</xsl:attribute>
    <xsl:attribute name="hjfo:scope">Row</xsl:attribute>
  </xsl:attribute-set>

  <!-- Det saksbehandleren selv har skrevet: motoren gir blokker, lister og utheving; her får de luft og innrykk. -->
  <xsl:template name="fritekst">
    <xsl:param name="node" select="."/>
    <xsl:if test="$node">
      <xsl:apply-templates select="hj:avsnitt($node)" mode="stil"/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="@* | text()" mode="stil"><xsl:copy/></xsl:template>
  <xsl:template match="*" mode="stil">
    <xsl:copy><xsl:apply-templates select="@* | node()" mode="stil"/></xsl:copy>
  </xsl:template>
  <xsl:template match="fo:block" mode="stil">
    <fo:block xsl:use-attribute-sets="avsnitt">
      <xsl:copy-of select="@*"/>
      <!-- Setningen som leder inn i en liste, blir med lista. -->
      <xsl:if test="following-sibling::*[1][self::fo:list-block]">
        <xsl:attribute name="space-after">3pt</xsl:attribute>
        <xsl:attribute name="keep-with-next.within-page">always</xsl:attribute>
      </xsl:if>
      <xsl:apply-templates mode="stil"/>
    </fo:block>
  </xsl:template>
  <xsl:template match="fo:block[starts-with(@role, 'H')]" mode="stil">
    <fo:block xsl:use-attribute-sets="h3">
      <xsl:copy-of select="@*"/>
      <xsl:attribute name="space-before">6pt</xsl:attribute>
      <xsl:attribute name="space-after">2pt</xsl:attribute>
      <xsl:apply-templates mode="stil"/>
    </fo:block>
  </xsl:template>
  <xsl:template match="fo:list-block" mode="stil">
    <fo:list-block provisional-distance-between-starts="5mm" provisional-label-separation="2mm" space-after="6pt">
      <!-- Tall trenger mer plass enn kuler: «10.» skal stå på én linje. -->
      <xsl:if test="contains(fo:list-item[1]/fo:list-item-label, '.')">
        <xsl:attribute name="provisional-distance-between-starts">8mm</xsl:attribute>
      </xsl:if>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates mode="stil"/>
    </fo:list-block>
  </xsl:template>
  <xsl:template match="fo:list-item" mode="stil">
    <fo:list-item>
      <xsl:copy-of select="@*"/>
      <xsl:if test="following-sibling::fo:list-item"><xsl:attribute name="space-after">3pt</xsl:attribute></xsl:if>
      <xsl:apply-templates mode="stil"/>
    </fo:list-item>
  </xsl:template>
  <xsl:template match="fo:list-item-label" mode="stil">
    <fo:list-item-label end-indent="label-end()"><xsl:copy-of select="@*"/><xsl:apply-templates mode="stil"/></fo:list-item-label>
  </xsl:template>
  <xsl:template match="fo:list-item-body" mode="stil">
    <fo:list-item-body start-indent="body-start()"><xsl:copy-of select="@*"/><xsl:apply-templates mode="stil"/></fo:list-item-body>
  </xsl:template>
  <xsl:template match="fo:list-item//fo:block" mode="stil" priority="2">
    <fo:block><xsl:copy-of select="@*"/><xsl:apply-templates mode="stil"/></fo:block>
  </xsl:template>

  <!-- Teksten på dokumentets målform når kommunen har gitt den på begge; ellers den som finnes. -->
  <xsl:template name="paa-maalet">
    <xsl:param name="noder"/>
    <xsl:choose>
      <xsl:when test="$noder[@maalform = $maal]"><xsl:value-of select="$noder[@maalform = $maal][1]"/></xsl:when>
      <xsl:when test="$noder[not(@maalform)]"><xsl:value-of select="$noder[not(@maalform)][1]"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$noder[1]"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:variable name="kommunenavn">
    <xsl:call-template name="paa-maalet"><xsl:with-param name="noder" select="$kommune/k:navn"/></xsl:call-template>
  </xsl:variable>
</xsl:stylesheet>
