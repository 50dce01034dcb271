<?xml version="1.0" encoding="UTF-8"?>
<!-- Brevets første side over y = 85 mm: avsender, adressevindu, opplysninger og skjermingsmerke.
     Blokkene er festet til siden (x og y i mm) og står først i teksten, slik at en skjermleser får dem i riktig rekkefølge.
     I vinduet (x 15–110, y 44–70) står navn og adresse og ikke noe annet. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:hj="urn:hjemmel:mal:1"
    xmlns:k="urn:hjemmel:kommune:1"
    xmlns:s="urn:hjemmel:sak:1"
    xmlns:a="urn:hjemmel:avgjoerelse:1"
    extension-element-prefixes="hj"
    exclude-result-prefixes="k s a">

  <xsl:template name="avsender">
    <xsl:param name="enhet"/>
    <fo:block-container absolute-position="fixed" left="20mm" top="14mm" width="95mm" height="24mm">
      <fo:table role="Div" table-layout="fixed" width="95mm">
        <xsl:if test="$brevhode/k:logo"><fo:table-column column-width="16mm"/></xsl:if>
        <fo:table-column column-width="79mm"/>
        <fo:table-body>
          <fo:table-row>
            <xsl:if test="$brevhode/k:logo">
              <fo:table-cell><xsl:call-template name="merke"><xsl:with-param name="hoeyde" select="14"/></xsl:call-template></fo:table-cell>
            </xsl:if>
            <fo:table-cell display-align="center">
              <fo:block font-size="14pt" line-height="18pt" font-weight="600" color="{$overskriftsfarge}"><xsl:value-of select="$kommunenavn"/></fo:block>
              <xsl:if test="string($enhet)">
                <fo:block font-size="9pt" line-height="12.5pt" color="{$dempet}"><xsl:value-of select="$enhet"/></fo:block>
              </xsl:if>
            </fo:table-cell>
          </fo:table-row>
        </fo:table-body>
      </fo:table>
    </fo:block-container>
  </xsl:template>

  <!-- Høyst fire linjer: navn, to adresselinjer, poststed; et utenlandsk brev bytter en linje mot landet. -->
  <xsl:template name="adressevindu">
    <xsl:param name="mottaker"/>
    <fo:block-container absolute-position="fixed" left="20mm" top="46mm" width="90mm" height="24mm" font-size="10.5pt" line-height="12pt" hyphenate="false">
      <fo:block><xsl:value-of select="$mottaker/s:navn"/></fo:block>
      <xsl:choose>
        <xsl:when test="$mottaker/s:adresse/s:land">
          <xsl:if test="$mottaker/s:adresse/s:linje"><fo:block><xsl:value-of select="$mottaker/s:adresse/s:linje[last()]"/></fo:block></xsl:if>
          <fo:block><xsl:value-of select="concat($mottaker/s:adresse/s:postnummer, ' ', $mottaker/s:adresse/s:poststed)"/></fo:block>
          <fo:block><xsl:value-of select="$mottaker/s:adresse/s:land"/></fo:block>
        </xsl:when>
        <xsl:otherwise>
          <xsl:for-each select="$mottaker/s:adresse/s:linje">
            <fo:block>
              <!-- En lang linje settes litt mindre, slik at adressen holder seg på fire linjer i vinduet. -->
              <xsl:if test="string-length(.) &gt; 44"><xsl:attribute name="font-size">9pt</xsl:attribute></xsl:if>
              <xsl:value-of select="."/>
            </fo:block>
          </xsl:for-each>
          <fo:block><xsl:value-of select="concat($mottaker/s:adresse/s:postnummer, ' ', $mottaker/s:adresse/s:poststed)"/></fo:block>
        </xsl:otherwise>
      </xsl:choose>
    </fo:block-container>
  </xsl:template>

  <!-- Dato, referanser og saksbehandler; over dem merket for journalen når saken er skjermet. -->
  <xsl:template name="brevopplysninger">
    <xsl:param name="sak"/>
    <xsl:param name="dato"/>
    <xsl:param name="referanse"/>
    <xsl:param name="saksbehandler"/>
    <xsl:param name="telefon"/>
    <xsl:param name="vedtaksdato"/>
    <fo:block-container absolute-position="fixed" left="120mm" top="14mm" width="65mm" height="60mm" font-size="9pt" line-height="12.5pt">
      <xsl:if test="$sak/s:skjerming">
        <fo:block font-weight="600" color="{$advarsel}"><hj:tekst noekkel="felles.unntatt"/></fo:block>
        <xsl:variable name="hjemler" select="/grunnlag/a:avgjoerelse/a:hjemmel[@rolle = 'skjerming']"/>
        <xsl:if test="$hjemler">
          <fo:block xsl:use-attribute-sets="liten" color="{$advarsel}">
            <xsl:for-each select="$hjemler">
              <xsl:if test="position() &gt; 1">, jf.&#160;</xsl:if>
              <xsl:value-of select="hj:hardt(@vis)"/>
            </xsl:for-each>
          </fo:block>
        </xsl:if>
      </xsl:if>
      <fo:table role="Div" table-layout="fixed" width="65mm" space-before="7pt">
        <fo:table-column column-width="26mm"/>
        <fo:table-column column-width="39mm"/>
        <fo:table-body>
          <xsl:call-template name="opplysning">
            <xsl:with-param name="ledetekst" select="hj:tekst('felles.dato')"/>
            <xsl:with-param name="verdi" select="hj:dato($dato, 'lang')"/>
          </xsl:call-template>
          <xsl:if test="string($vedtaksdato)">
            <xsl:call-template name="opplysning">
              <xsl:with-param name="ledetekst" select="hj:tekst('felles.vedtaksdato')"/>
              <xsl:with-param name="verdi" select="hj:dato($vedtaksdato, 'lang')"/>
            </xsl:call-template>
          </xsl:if>
          <xsl:call-template name="opplysning">
            <xsl:with-param name="ledetekst" select="hj:tekst('felles.vaar_referanse')"/>
            <xsl:with-param name="verdi" select="$referanse"/>
          </xsl:call-template>
          <xsl:call-template name="opplysning">
            <xsl:with-param name="ledetekst" select="hj:tekst('felles.deres_referanse')"/>
            <xsl:with-param name="verdi" select="$sak/@deresReferanse"/>
          </xsl:call-template>
          <xsl:call-template name="opplysning">
            <xsl:with-param name="ledetekst" select="hj:tekst('felles.saksbehandler')"/>
            <xsl:with-param name="verdi" select="$saksbehandler"/>
          </xsl:call-template>
          <xsl:call-template name="opplysning">
            <xsl:with-param name="ledetekst" select="hj:tekst('felles.telefon')"/>
            <xsl:with-param name="verdi" select="$telefon"/>
          </xsl:call-template>
        </fo:table-body>
      </fo:table>
    </fo:block-container>
  </xsl:template>

  <xsl:template name="opplysning">
    <xsl:param name="ledetekst"/>
    <xsl:param name="verdi"/>
    <xsl:if test="string($verdi)">
      <fo:table-row>
        <fo:table-cell><fo:block color="{$dempet}"><xsl:value-of select="$ledetekst"/></fo:block></fo:table-cell>
        <fo:table-cell><fo:block><xsl:value-of select="$verdi"/></fo:block></fo:table-cell>
      </fo:table-row>
    </xsl:if>
  </xsl:template>

  <!-- Kommunens linje nederst på siden. -->
  <xsl:template name="brevbunn">
    <xsl:choose>
      <xsl:when test="$brevhode/k:bunntekst">
        <xsl:call-template name="paa-maalet"><xsl:with-param name="noder" select="$brevhode/k:bunntekst"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$kommunenavn"/>
        <xsl:for-each select="$brevhode/k:postadresse">
          <xsl:text> · </xsl:text>
          <xsl:for-each select="k:linje"><xsl:value-of select="concat(., ', ')"/></xsl:for-each>
          <xsl:value-of select="concat(k:postnummer, '&#160;', k:poststed)"/>
        </xsl:for-each>
        <xsl:if test="$brevhode/k:telefon"><xsl:value-of select="concat(' · ', translate($brevhode/k:telefon, ' ', '&#160;'))"/></xsl:if>
        <xsl:text> · </xsl:text>
        <hj:tekst noekkel="felles.orgnr"><hj:verdi navn="nummer" select="concat(substring($kommune/@organisasjonsnummer, 1, 3), '&#160;', substring($kommune/@organisasjonsnummer, 4, 3), '&#160;', substring($kommune/@organisasjonsnummer, 7))"/></hj:tekst>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
