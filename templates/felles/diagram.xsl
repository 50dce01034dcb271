<?xml version="1.0" encoding="UTF-8"?>
<!-- Diagrammer som SVG i dokumentet: lys, tidslinje, risikomatrise, søyle.
     Ingen tekst under 7,5 pt. Alt som vises med farge, vises også med form eller ord.
     Mål i pt; malen som kaller, gir tallene og ordene, så her står verken språk eller saker. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:svg="http://www.w3.org/2000/svg"
    xmlns:exsl="http://exslt.org/common"
    xmlns:hjfo="urn:hjemmel:fo:1"
    xmlns:hj="urn:hjemmel:mal:1"
    extension-element-prefixes="hj"
    exclude-result-prefixes="exsl">

  <!-- Et lys: sirkel grønn, trekant gul, firkant rød. Ordet står ved siden av, så lyset er pynt for en skjermleser. -->
  <xsl:template name="lys">
    <xsl:param name="farge"/>
    <fo:instream-foreign-object role="Artifact" content-width="11pt" content-height="11pt">
      <svg:svg width="11pt" height="11pt" viewBox="0 0 12 12">
        <xsl:choose>
          <xsl:when test="$farge = 'groenn'"><svg:circle cx="6" cy="6" r="5.2" fill="#2f7d43"/></xsl:when>
          <xsl:when test="$farge = 'gul'"><svg:path d="M6 0.8L11.6 11H0.4Z" fill="#b97a00"/></xsl:when>
          <xsl:otherwise><svg:rect x="1" y="1" width="10" height="10" fill="#8a2b1d"/></xsl:otherwise>
        </xsl:choose>
      </svg:svg>
    </fo:instream-foreign-object>
  </xsl:template>

  <!-- Brukt av budsjett: fylt del av en ramme. Lengden er i forhold til det største beløpet i tabellen. -->
  <xsl:template name="soeyle">
    <xsl:param name="verdi"/>
    <xsl:param name="hele"/>
    <xsl:param name="stoerst"/>
    <xsl:variable name="bredde" select="108"/>
    <xsl:variable name="ramme" select="round(10 * $hele div $stoerst * ($bredde - 1)) div 10"/>
    <xsl:variable name="fylt" select="round(10 * $verdi div $stoerst * ($bredde - 1)) div 10"/>
    <xsl:variable name="farge"><xsl:choose><xsl:when test="$verdi &gt; $hele"><xsl:value-of select="$advarsel"/></xsl:when><xsl:otherwise><xsl:value-of select="$aksent"/></xsl:otherwise></xsl:choose></xsl:variable>
    <fo:instream-foreign-object role="Artifact" content-width="{$bredde}pt" content-height="8pt">
      <svg:svg width="{$bredde}pt" height="8pt" viewBox="0 0 {$bredde} 8">
        <svg:rect x="0.5" y="0.5" width="{$ramme}" height="7" fill="#ffffff" stroke="{$farge}" stroke-width="1"/>
        <xsl:if test="$fylt &gt; 0"><svg:rect x="0.5" y="0.5" width="{$fylt}" height="7" fill="{$farge}"/></xsl:if>
      </svg:svg>
    </fo:instream-foreign-object>
  </xsl:template>

  <!-- Tidslinje i uker innenfor ett år. rader: node-sett av <rad navn><strek fra til ferdig/><punkt uke ferdig merke/></rad>
       (fra og med, til og med). idag: ukenummer, eller tom. -->
  <xsl:template name="tidslinje">
    <xsl:param name="rader"/>
    <xsl:param name="fra"/>
    <xsl:param name="til"/>
    <xsl:param name="idag"/>
    <xsl:param name="alt"/>
    <xsl:variable name="bredde" select="480"/>
    <xsl:variable name="venstre" select="128"/>
    <xsl:variable name="uker" select="$til - $fra + 1"/>
    <xsl:variable name="steg" select="($bredde - $venstre - 16) div $uker"/>
    <xsl:variable name="topp" select="22"/>
    <xsl:variable name="rh" select="18"/>
    <xsl:variable name="bunn" select="$topp + $rh * count($rader)"/>
    <xsl:variable name="med-idag" select="number($idag) &gt;= $fra and number($idag) &lt;= $til"/>
    <xsl:variable name="hoeyde" select="$bunn + 6 + 14 * $med-idag"/>
    <!-- En merkelapp for hver uke det er plass til: minst 32–40 pt mellom. -->
    <xsl:variable name="hver">
      <xsl:choose>
        <xsl:when test="$steg &gt;= 40">1</xsl:when><xsl:when test="2 * $steg &gt;= 40">2</xsl:when>
        <xsl:when test="4 * $steg &gt;= 32">4</xsl:when><xsl:when test="8 * $steg &gt;= 32">8</xsl:when><xsl:otherwise>13</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <fo:instream-foreign-object content-width="{$bredde}pt" content-height="{$hoeyde}pt" hjfo:alt="{$alt}">
      <svg:svg width="{$bredde}pt" height="{$hoeyde}pt" viewBox="0 0 {$bredde} {$hoeyde}" font-family="{$skrift}" font-size="8">
        <xsl:call-template name="ukestreker">
          <xsl:with-param name="uke" select="$fra"/><xsl:with-param name="fra" select="$fra"/><xsl:with-param name="til" select="$til"/>
          <xsl:with-param name="hver" select="$hver"/><xsl:with-param name="x0" select="$venstre"/><xsl:with-param name="steg" select="$steg"/>
          <xsl:with-param name="topp" select="$topp"/><xsl:with-param name="bunn" select="$bunn"/>
        </xsl:call-template>
        <xsl:if test="$med-idag">
          <xsl:variable name="x" select="round(10 * ($venstre + ($idag - $fra + 0.5) * $steg)) div 10"/>
          <svg:line x1="{$x}" y1="{$topp - 5}" x2="{$x}" y2="{$bunn + 4}" stroke="{$advarsel}" stroke-width="1.2" stroke-dasharray="3 2"/>
        </xsl:if>
        <xsl:for-each select="$rader">
          <xsl:variable name="y" select="$topp + $rh * (position() - 1) + $rh div 2"/>
          <svg:text x="0" y="{$y + 3}" font-size="8.5" fill="{$blekk}"><xsl:value-of select="@navn"/></svg:text>
          <xsl:for-each select="strek">
            <svg:rect x="{round(10 * ($venstre + (@fra - $fra) * $steg)) div 10}" y="{$y - 4}" width="{round(10 * (@til - @fra + 1) * $steg) div 10 - 1}" height="8" rx="1.5" stroke="{$aksent}" stroke-width="1">
              <xsl:attribute name="fill"><xsl:choose><xsl:when test="@ferdig = 'ja'"><xsl:value-of select="$aksent"/></xsl:when><xsl:otherwise>#ffffff</xsl:otherwise></xsl:choose></xsl:attribute>
            </svg:rect>
          </xsl:for-each>
          <xsl:for-each select="punkt">
            <xsl:variable name="x" select="round(10 * ($venstre + (@uke - $fra + 0.5) * $steg)) div 10"/>
            <svg:path d="M{$x} {$y - 6}L{$x + 6} {$y}L{$x} {$y + 6}L{$x - 6} {$y}Z" stroke="{$overskriftsfarge}" stroke-width="1.2">
              <xsl:attribute name="fill"><xsl:choose><xsl:when test="@ferdig = 'ja'"><xsl:value-of select="$overskriftsfarge"/></xsl:when><xsl:otherwise>#ffffff</xsl:otherwise></xsl:choose></xsl:attribute>
            </svg:path>
            <xsl:if test="string(@merke)">
              <!-- Nummeret står til høyre, eller til venstre når noe annet eller dagens strek er i veien. -->
              <xsl:variable name="opptatt" select="($med-idag and $idag &gt;= @uke and ($idag - @uke) * $steg &lt; 24) or (../strek[@fra &gt; current()/@uke and (@fra - current()/@uke) * $steg &lt; 24]) or (../punkt[@uke &gt; current()/@uke and (@uke - current()/@uke) * $steg &lt; 30]) or ($til - @uke) * $steg &lt; 8"/>
              <xsl:choose>
                <xsl:when test="$opptatt">
                  <xsl:variable name="start" select="../strek[@fra &lt;= current()/@uke and @til &gt;= current()/@uke - 1][1]/@fra"/>
                  <xsl:variable name="xv"><xsl:choose><xsl:when test="$start"><xsl:value-of select="$venstre + ($start - $fra) * $steg - 4"/></xsl:when><xsl:otherwise><xsl:value-of select="$x - 9"/></xsl:otherwise></xsl:choose></xsl:variable>
                  <svg:text x="{round(10 * $xv) div 10}" y="{$y + 3}" font-weight="600" fill="{$overskriftsfarge}" text-anchor="end"><xsl:value-of select="@merke"/></svg:text>
                </xsl:when>
                <xsl:otherwise><svg:text x="{$x + 9}" y="{$y + 3}" font-weight="600" fill="{$overskriftsfarge}"><xsl:value-of select="@merke"/></svg:text></xsl:otherwise>
              </xsl:choose>
            </xsl:if>
          </xsl:for-each>
        </xsl:for-each>
        <xsl:if test="$med-idag">
          <xsl:variable name="x" select="round(10 * ($venstre + ($idag - $fra + 0.5) * $steg)) div 10"/>
          <svg:text x="{$x}" y="{$bunn + 14}" font-weight="600" fill="{$advarsel}">
            <xsl:attribute name="text-anchor"><xsl:choose><xsl:when test="$x &gt; $bredde - 40">end</xsl:when><xsl:otherwise>middle</xsl:otherwise></xsl:choose></xsl:attribute>
            <hj:tekst noekkel="diagram.i_dag"><hj:verdi navn="uke" select="string($idag)"/></hj:tekst>
          </svg:text>
        </xsl:if>
      </svg:svg>
    </fo:instream-foreign-object>
  </xsl:template>
  <!-- En lodd strek og en merkelapp for hver n-te uke. -->
  <xsl:template name="ukestreker">
    <xsl:param name="uke"/><xsl:param name="fra"/><xsl:param name="til"/><xsl:param name="hver"/>
    <xsl:param name="x0"/><xsl:param name="steg"/><xsl:param name="topp"/><xsl:param name="bunn"/>
    <xsl:if test="$uke &lt;= $til">
      <xsl:variable name="x" select="round(10 * ($x0 + ($uke - $fra) * $steg)) div 10"/>
      <svg:line x1="{$x}" y1="{$topp - 5}" x2="{$x}" y2="{$bunn}" stroke="{$linjefarge}" stroke-width="0.5"/>
      <svg:text x="{$x}" y="{$topp - 10}" fill="{$dempet}"><hj:tekst noekkel="diagram.uke"><hj:verdi navn="uke" select="string($uke)"/></hj:tekst></svg:text>
      <xsl:call-template name="ukestreker">
        <xsl:with-param name="uke" select="$uke + $hver"/><xsl:with-param name="fra" select="$fra"/><xsl:with-param name="til" select="$til"/>
        <xsl:with-param name="hver" select="$hver"/><xsl:with-param name="x0" select="$x0"/><xsl:with-param name="steg" select="$steg"/>
        <xsl:with-param name="topp" select="$topp"/><xsl:with-param name="bunn" select="$bunn"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Risikomatrise 3 × 3. risikoer: node-sett av <risiko nr s k fs fk/> (sannsynlighet, konsekvens, forrige…).
       Hver risiko er en sirkel med nummer; har den flyttet seg, går en pil fra den gamle plassen. -->
  <xsl:template name="risikomatrise">
    <xsl:param name="risikoer"/>
    <xsl:param name="alt"/>
    <fo:instream-foreign-object content-width="224pt" content-height="172pt" hjfo:alt="{$alt}">
      <svg:svg width="224pt" height="172pt" viewBox="0 0 224 172" font-family="{$skrift}" font-size="8">
        <svg:text x="0" y="9" fill="{$dempet}"><hj:tekst noekkel="prosjekt.sannsynlighet"/></svg:text>
        <xsl:variable name="tre"><i>3</i><i>2</i><i>1</i></xsl:variable>
        <xsl:for-each select="exsl:node-set($tre)/i">
          <xsl:variable name="s" select="number(.)"/>
          <xsl:variable name="y" select="16 + (3 - $s) * 44"/>
          <svg:text x="40" y="{$y + 24}" fill="{$dempet}" text-anchor="end"><hj:tekst noekkel="{concat('prosjekt.grad.', $s)}"/></svg:text>
          <xsl:for-each select="exsl:node-set($tre)/i">
            <xsl:variable name="k" select="number(.)"/>
            <xsl:variable name="x" select="46 + ($k - 1) * 60"/>
            <xsl:variable name="nivaa"><xsl:call-template name="risikonivaa"><xsl:with-param name="produkt" select="$s * $k"/></xsl:call-template></xsl:variable>
            <svg:rect x="{$x}" y="{$y}" width="58" height="42">
              <xsl:attribute name="fill"><xsl:choose><xsl:when test="$nivaa = 'kritisk'">#f0b8a6</xsl:when><xsl:when test="$nivaa = 'betydelig'">#f6dd9c</xsl:when><xsl:otherwise>#e6efdc</xsl:otherwise></xsl:choose></xsl:attribute>
            </svg:rect>
          </xsl:for-each>
        </xsl:for-each>
        <xsl:for-each select="exsl:node-set($tre)/i">
          <svg:text x="{46 + (. - 1) * 60 + 29}" y="157" fill="{$dempet}" text-anchor="middle"><hj:tekst noekkel="{concat('prosjekt.grad.', .)}"/></svg:text>
        </xsl:for-each>
        <svg:text x="135" y="169" fill="{$dempet}" text-anchor="middle"><hj:tekst noekkel="prosjekt.konsekvens"/></svg:text>
        <!-- Først strekene fra gammel til ny plass, så ordene, så sirklene: det som skal leses, ligger øverst. -->
        <xsl:for-each select="$risikoer[@fs][@fs != @s or @fk != @k]">
          <xsl:variable name="x1" select="46 + (@fk - 1) * 60 + 43"/>
          <xsl:variable name="y1" select="16 + (3 - @fs) * 44 + 14"/>
          <xsl:variable name="plass" select="count(preceding-sibling::risiko[@s = current()/@s][@k = current()/@k])"/>
          <xsl:variable name="x2" select="46 + (@k - 1) * 60 + 13 + 19 * ($plass mod 3)"/>
          <xsl:variable name="y2" select="16 + (3 - @s) * 44 + 13"/>
          <svg:circle cx="{$x1}" cy="{$y1}" r="6" fill="none" stroke="{$overskriftsfarge}" stroke-width="1" stroke-dasharray="2 1.5"/>
          <svg:line x1="{$x1}" y1="{$y1}" x2="{$x2}" y2="{$y2}" stroke="{$dempet}" stroke-width="0.9" stroke-dasharray="3 2"/>
        </xsl:for-each>
        <xsl:for-each select="exsl:node-set($tre)/i">
          <xsl:variable name="s" select="number(.)"/>
          <xsl:for-each select="exsl:node-set($tre)/i">
            <xsl:variable name="x" select="46 + (. - 1) * 60"/>
            <xsl:variable name="y" select="16 + (3 - $s) * 44"/>
            <xsl:variable name="nivaa"><xsl:call-template name="risikonivaa"><xsl:with-param name="produkt" select="$s * ."/></xsl:call-template></xsl:variable>
            <svg:text x="{$x + 4}" y="{$y + 38}" font-size="7.5" fill="{$blekk}"><hj:tekst noekkel="{concat('prosjekt.nivaa.', $nivaa)}"/></svg:text>
            <svg:text x="{$x + 54}" y="{$y + 38}" font-size="7.5" fill="{$blekk}" text-anchor="end"><xsl:value-of select="$s * ."/></svg:text>
          </xsl:for-each>
        </xsl:for-each>
        <xsl:for-each select="$risikoer">
          <xsl:variable name="plass" select="count(preceding-sibling::risiko[@s = current()/@s][@k = current()/@k])"/>
          <xsl:variable name="x" select="46 + (@k - 1) * 60 + 13 + 19 * ($plass mod 3)"/>
          <xsl:variable name="y" select="16 + (3 - @s) * 44 + 13 + 10 * floor($plass div 3)"/>
          <svg:circle cx="{$x}" cy="{$y}" r="8" fill="{$overskriftsfarge}" stroke="#ffffff" stroke-width="1"/>
          <svg:text x="{$x}" y="{$y + 3}" font-size="8.5" font-weight="600" fill="#ffffff" text-anchor="middle"><xsl:value-of select="@nr"/></svg:text>
        </xsl:for-each>
      </svg:svg>
    </fo:instream-foreign-object>
  </xsl:template>

  <!-- Produktet av sannsynlighet og konsekvens (1–3 hver): 1–2, 3–4, 6–9. -->
  <xsl:template name="risikonivaa">
    <xsl:param name="produkt"/>
    <xsl:choose>
      <xsl:when test="$produkt &gt;= 6">kritisk</xsl:when>
      <xsl:when test="$produkt &gt;= 3">betydelig</xsl:when>
      <xsl:otherwise>ubetydelig</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
