<?xml version="1.0" encoding="UTF-8"?>
<!-- Det alle brev har til felles: hvem saken gjelder, hvem brevet går til og taler til, hvem som sender det, rammen rundt,
     spørsmålene, hilsenen og reglene. Et brev importerer dette, sier hvilke tjenester det handler om ($tjenester), og skriver
     tittel og innhold. -->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:fo="http://www.w3.org/1999/XSL/Format"
    xmlns:exsl="http://exslt.org/common"
    xmlns:hjfo="urn:hjemmel:fo:1"
    xmlns:hj="urn:hjemmel:mal:1"
    xmlns:s="urn:hjemmel:sak:1"
    xmlns:k="urn:hjemmel:kommune:1"
    xmlns:a="urn:hjemmel:avgjoerelse:1"
    extension-element-prefixes="hj"
    exclude-result-prefixes="exsl s k a">

  <xsl:import href="stil.xsl"/>
  <xsl:import href="sider.xsl"/>
  <xsl:import href="brevhode.xsl"/>
  <xsl:import href="ord.xsl"/>

  <!-- Postene i avgjørelsen for en tjeneste: én for hver regel som gjelder den. -->
  <xsl:key name="poster" match="a:post" use="@node"/>

  <!-- ==== Hvem og hva ==== -->
  <xsl:variable name="sak" select="/grunnlag/s:sak"/>
  <xsl:variable name="avgj" select="/grunnlag/a:avgjoerelse"/>
  <xsl:variable name="dato" select="string(/grunnlag/@dato)"/>
  <!-- Tjenestene brevet handler om; et brev kan velge andre. -->
  <xsl:variable name="tjenester" select="$sak/s:tjenester/s:tjeneste[s:vedtak]"/>

  <!-- Personen vedtaket gjelder: den tjenesten peker på (en omsorgsyter er selv part), ellers søkeren. -->
  <xsl:variable name="parter" select="$sak/s:parter/s:part"/>
  <xsl:variable name="person" select="($parter[@id = $tjenester[1]/@part] | $parter[@rolle = 'soeker'][not($tjenester[1]/@part)])[1]"/>
  <!-- Den brevet går til: den saken sier, ellers en som handler for personen, ellers personen selv. -->
  <xsl:variable name="representant" select="$parter[@for = $person/@id][(@rolle = 'verge' and s:vergemaal) or (@rolle = 'fullmektig' and s:fullmakt) or @rolle = 'advokat' or @rolle = 'foresatt']"/>
  <xsl:variable name="mottaker-id">
    <xsl:choose>
      <xsl:when test="$parter[@mottaker = 'ja']"><xsl:value-of select="$parter[@mottaker = 'ja'][1]/@id"/></xsl:when>
      <xsl:when test="$representant"><xsl:value-of select="$representant[1]/@id"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$person/@id"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="mottaker" select="$parter[@id = $mottaker-id]"/>
  <!-- Taler brevet til personen (.du) eller om personen ved navn (.navn)? Det velger teksten. -->
  <xsl:variable name="til"><xsl:choose><xsl:when test="$mottaker-id = $person/@id">.du</xsl:when><xsl:otherwise>.navn</xsl:otherwise></xsl:choose></xsl:variable>
  <xsl:variable name="navn" select="string($person/s:navn)"/>

  <xsl:variable name="ansatte" select="$sak/s:ansatte/s:ansatt"/>
  <xsl:variable name="saksbehandler" select="($ansatte[@id = $sak/@saksbehandler] | $ansatte[@rolle = 'saksbehandler'][not($sak/@saksbehandler)])[1]"/>
  <xsl:variable name="enhet" select="($kommune/k:enheter/k:enhet[@id = $sak/@enhet] | $kommune/k:enheter/k:enhet[@id = $kommune/@avsender][not($sak/@enhet)])[1]"/>
  <xsl:variable name="enhetsnavn"><xsl:call-template name="paa-maalet"><xsl:with-param name="noder" select="$enhet/k:navn"/></xsl:call-template></xsl:variable>
  <xsl:variable name="telefon" select="translate(($saksbehandler/s:telefon | $enhet/k:telefon[not($saksbehandler/s:telefon)] | $brevhode/k:telefon[not($saksbehandler/s:telefon) and not($enhet/k:telefon)])[1], ' ', '&#160;')"/>
  <xsl:variable name="epost" select="string(($enhet/k:epost | $brevhode/k:epost[not($enhet/k:epost)])[1])"/>
  <xsl:variable name="referanse">
    <xsl:value-of select="concat($sak/@saksaar, '/', $sak/@sakssekvensnummer)"/>
    <xsl:if test="$sak/@journalpostnummer"><xsl:value-of select="concat('-', $sak/@journalpostnummer)"/></xsl:if>
  </xsl:variable>

  <!-- Stor skrift til den som er over 67 eller har bedt om det. -->
  <xsl:variable name="alder">
    <xsl:if test="$mottaker/s:foedselsdato">
      <xsl:value-of select="floor((number(translate($dato, '-', '')) - number(translate($mottaker/s:foedselsdato, '-', ''))) div 10000)"/>
    </xsl:if>
  </xsl:variable>
  <xsl:variable name="stor" select="$mottaker/@storSkrift = 'ja' or $alder &gt;= 67"/>

  <!-- Navnene på tjenestene brevet handler om. -->
  <xsl:variable name="titler" select="key('poster', $tjenester/@id)/a:egenskap[@navn = 'tittel'][not(@maalform) or @maalform = $maal]"/>

  <!-- ==== Brevet ====
       Et brev fyller disse fire: mode="tittel" (fo:title), "topptekst" (hva dokumentet er, øverst fra side 2), "innhold", og
       "vedtaksdato" når den skal stå i brevhodet. -->
  <xsl:template match="grunnlag" mode="vedtaksdato"/>
  <xsl:template match="/">
    <fo:root xsl:use-attribute-sets="rot">
      <xsl:if test="$stor">
        <xsl:attribute name="font-size">10.5pt</xsl:attribute>
        <xsl:attribute name="line-height">15pt</xsl:attribute>
      </xsl:if>
      <xsl:call-template name="sidemaler">
        <xsl:with-param name="marg" select="25"/>
        <xsl:with-param name="foerste" select="85"/>
      </xsl:call-template>
      <fo:page-sequence master-reference="sider" id="dokument">
        <fo:title><xsl:call-template name="arkivtittel"/><xsl:apply-templates select="/grunnlag" mode="tittel"/></fo:title>
        <xsl:call-template name="faste-felt">
          <xsl:with-param name="marg" select="25"/>
          <xsl:with-param name="topptekst">
            <xsl:value-of select="$kommunenavn"/> · <xsl:apply-templates select="/grunnlag" mode="topptekst"/> · <xsl:value-of select="$referanse"/>
          </xsl:with-param>
          <xsl:with-param name="bunntekst"><xsl:call-template name="brevbunn"/></xsl:with-param>
        </xsl:call-template>
        <fo:flow flow-name="xsl-region-body">
          <xsl:call-template name="avsender"><xsl:with-param name="enhet" select="$enhetsnavn"/></xsl:call-template>
          <xsl:call-template name="brevopplysninger">
            <xsl:with-param name="sak" select="$sak"/>
            <xsl:with-param name="dato" select="$dato"/>
            <xsl:with-param name="referanse" select="$referanse"/>
            <xsl:with-param name="saksbehandler" select="$saksbehandler/s:navn"/>
            <xsl:with-param name="telefon" select="$telefon"/>
            <xsl:with-param name="vedtaksdato"><xsl:apply-templates select="/grunnlag" mode="vedtaksdato"/></xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="adressevindu"><xsl:with-param name="mottaker" select="$mottaker"/></xsl:call-template>
          <xsl:apply-templates select="/grunnlag" mode="innhold"/>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>


  <!-- Hvor noe skal sendes: kommunen med postadressen, i en setning. -->
  <xsl:template name="postadressen">
    <xsl:value-of select="$kommunenavn"/>
    <xsl:for-each select="$brevhode/k:postadresse">
      <xsl:for-each select="k:linje"><xsl:value-of select="concat(', ', hj:hardt(.))"/></xsl:for-each>
      <xsl:value-of select="concat(', ', k:postnummer, '&#160;', k:poststed)"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="spoersmaal">
    <xsl:param name="ombud" select="true()"/>
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="brev.spoersmaal"/></fo:block>
    <fo:block xsl:use-attribute-sets="avsnitt">
      <xsl:variable name="hvem">
        <xsl:choose>
          <xsl:when test="$saksbehandler"><xsl:value-of select="$saksbehandler/s:navn"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$enhetsnavn"/></xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <xsl:variable name="tid"><xsl:call-template name="paa-maalet"><xsl:with-param name="noder" select="$brevhode/k:aapningstid"/></xsl:call-template></xsl:variable>
      <xsl:if test="string($telefon)">
        <xsl:choose>
          <xsl:when test="string($tid)">
            <hj:tekst noekkel="brev.ring_tid"><hj:verdi navn="navn" select="string($hvem)"/><hj:verdi navn="telefon" select="$telefon"/><hj:verdi navn="tid" select="hj:hardt($tid)"/></hj:tekst>
          </xsl:when>
          <xsl:otherwise>
            <hj:tekst noekkel="brev.ring"><hj:verdi navn="navn" select="string($hvem)"/><hj:verdi navn="telefon" select="$telefon"/></hj:tekst>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:if test="$epost">
        <hj:tekst noekkel="brev.skriv">
          <hj:verdi navn="epost"><fo:basic-link external-destination="url('mailto:{$epost}')" color="{$aksent}"><xsl:value-of select="$epost"/></fo:basic-link></hj:verdi>
        </hj:tekst>
      </xsl:if>
    </fo:block>
    <xsl:if test="$ombud">
      <xsl:for-each select="$kommune/k:ombud">
        <fo:block xsl:use-attribute-sets="avsnitt">
          <xsl:variable name="ombudet"><xsl:call-template name="paa-maalet"><xsl:with-param name="noder" select="k:navn"/></xsl:call-template></xsl:variable>
          <xsl:choose>
            <xsl:when test="k:telefon">
              <hj:tekst noekkel="brev.ombud_telefon"><hj:verdi navn="ombud" select="hj:stor($ombudet)"/><hj:verdi navn="telefon" select="translate(k:telefon, ' ', '&#160;')"/></hj:tekst>
            </xsl:when>
            <xsl:otherwise><hj:tekst noekkel="brev.ombud"><hj:verdi navn="ombud" select="hj:stor($ombudet)"/></hj:tekst></xsl:otherwise>
          </xsl:choose>
        </fo:block>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- Den som har bestemt, og den som har skrevet. -->
  <xsl:template name="hilsen">
    <xsl:param name="bestemt" select="/.."/>
    <xsl:param name="vedlegg" select="$sak/s:vedlegg"/>
    <xsl:variable name="skrevet" select="$saksbehandler[not(@id = $bestemt/@id)]"/>
    <!-- Hilsenen står aldri alene øverst på en side: avsnittet foran blir med. -->
    <fo:block keep-together.within-page="always" keep-with-previous.within-page="always" space-before="16pt">
      <fo:block space-after="10pt"><hj:tekst noekkel="felles.hilsen"/></fo:block>
      <fo:table role="Div" table-layout="fixed" width="160mm">
        <fo:table-column column-width="80mm" number-columns-repeated="2"/>
        <fo:table-body>
          <xsl:variable name="navnene" select="$bestemt | $skrevet"/>
          <!-- To i bredden; de som har bestemt, står først. -->
          <xsl:call-template name="underskrifter"><xsl:with-param name="foerst" select="$bestemt"/><xsl:with-param name="saa" select="$skrevet"/></xsl:call-template>
        </fo:table-body>
      </fo:table>
      <fo:block xsl:use-attribute-sets="innsats" space-before="8pt"><hj:tekst noekkel="felles.elektronisk"/></fo:block>
    </fo:block>
    <xsl:if test="$vedlegg or $sak/s:kopiTil">
      <fo:block xsl:use-attribute-sets="liten" space-before="8pt" keep-together.within-page="always">
        <xsl:if test="$vedlegg">
          <fo:block>
            <fo:inline font-weight="600"><hj:tekst noekkel="felles.vedlegg"/></fo:inline>
            <xsl:for-each select="$vedlegg"><xsl:value-of select="concat(' ', hj:hardt(.))"/><xsl:if test="position() != last()"> ·</xsl:if></xsl:for-each>
          </fo:block>
        </xsl:if>
        <xsl:if test="$sak/s:kopiTil">
          <fo:block>
            <fo:inline font-weight="600"><hj:tekst noekkel="felles.kopi"/></fo:inline>
            <xsl:for-each select="$sak/s:kopiTil">
              <xsl:text> </xsl:text>
              <xsl:choose>
                <xsl:when test="@part"><xsl:value-of select="$parter[@id = current()/@part]/s:navn"/></xsl:when>
                <xsl:otherwise><xsl:value-of select="hj:hardt(normalize-space(.))"/></xsl:otherwise>
              </xsl:choose>
              <xsl:if test="position() != last()"> ·</xsl:if>
            </xsl:for-each>
          </fo:block>
        </xsl:if>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template name="underskrifter">
    <xsl:param name="foerst"/>
    <xsl:param name="saa"/>
    <xsl:for-each select="$foerst[position() mod 2 = 1]">
      <xsl:variable name="nr" select="2 * position() - 1"/>
      <fo:table-row>
        <xsl:call-template name="underskrift"><xsl:with-param name="ansatt" select="."/></xsl:call-template>
        <xsl:call-template name="underskrift"><xsl:with-param name="ansatt" select="($foerst[position() = $nr + 1] | $saa[$nr = count($foerst)])[1]"/></xsl:call-template>
      </fo:table-row>
    </xsl:for-each>
    <xsl:if test="$saa and count($foerst) mod 2 = 0">
      <fo:table-row>
        <xsl:call-template name="underskrift"><xsl:with-param name="ansatt" select="$saa"/></xsl:call-template>
        <fo:table-cell><fo:block/></fo:table-cell>
      </fo:table-row>
    </xsl:if>
    <xsl:if test="not($foerst) and not($saa)">
      <fo:table-row><fo:table-cell><fo:block/></fo:table-cell><fo:table-cell><fo:block/></fo:table-cell></fo:table-row>
    </xsl:if>
  </xsl:template>
  <xsl:template name="underskrift">
    <xsl:param name="ansatt"/>
    <fo:table-cell>
      <fo:block font-weight="600"><xsl:value-of select="$ansatt/s:navn"/></fo:block>
      <xsl:if test="$ansatt"><fo:block padding-after="4pt"><xsl:value-of select="$ansatt/s:tittel"/></fo:block></xsl:if>
    </fo:table-cell>
  </xsl:template>

  <!-- ==== Reglene: bare de som fikk betydning, med det de sier ==== -->
  <!-- Reglene, samlet til slutt i små skrift. brukt: hjemmel-elementer fra hjemmel-rad; de med tjeneste først, de uten gjelder klagen.
       rader: id og tittel for tjenestene. -->
  <xsl:template name="regelliste">
    <xsl:param name="brukt"/>
    <xsl:param name="rader"/>
    <xsl:variable name="for-tjeneste" select="$brukt[@tjeneste]"/>
    <xsl:variable name="for-klage" select="$brukt[not(@tjeneste)]"/>
    <!-- En linje for hver regel, i den rekkefølgen de skal stå. Regler i samme lov som sier det samme, deler linje. -->
    <xsl:variable name="linjer-tre">
      <xsl:variable name="distinkte" select="$for-tjeneste[not(@id = preceding-sibling::hjemmel[@tjeneste]/@id)]"/>
      <xsl:for-each select="$distinkte[not(string(.)) or not(preceding-sibling::hjemmel[@tjeneste][@lov = current()/@lov] = string(.))]">
        <xsl:sort select="@orden" data-type="number"/>
        <xsl:variable name="like" select=". | $distinkte[@lov = current()/@lov][string(.) and string(.) = string(current())]"/>
        <xsl:variable name="gjelder" select="$rader[@id = $for-tjeneste[@id = $like/@id]/@tjeneste]"/>
        <linje lov="{@lov}" rolle="{@rolle}" navn="{hj:liste($like/@navn, 'og')}">
          <xsl:if test="count($like) = 1"><xsl:copy-of select="@del"/></xsl:if>
          <!-- Kriteriene sier selv hvilken tjeneste de gjelder. -->
          <xsl:if test="@rolle != 'kriterier' and count($gjelder) &lt; count($rader)"><xsl:attribute name="for"><xsl:value-of select="hj:liste($gjelder/@tittel, 'og')"/></xsl:attribute></xsl:if>
          <xsl:value-of select="."/>
        </linje>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="linjer" select="exsl:node-set($linjer-tre)/linje"/>
    <xsl:if test="$brukt">
      <!-- Få regler deles ikke over to sider; mange må kunne det. -->
      <fo:block space-before="12pt" border-before-style="solid" border-before-width="0.5pt" border-before-color="{$linjefarge}" padding-before="6pt" xsl:use-attribute-sets="liten">
        <xsl:if test="count($linjer) &lt;= 12"><xsl:attribute name="keep-together.within-page">always</xsl:attribute></xsl:if>
        <fo:block role="H2" font-size="9pt" line-height="12.5pt" font-weight="600" color="{$overskriftsfarge}" space-after="2pt" keep-with-next.within-page="always"><hj:tekst noekkel="brev.regler"/></fo:block>
        <!-- Ett avsnitt for hver lov: lovens navn én gang, så paragraf for paragraf. -->
        <xsl:for-each select="$linjer[not(@lov = preceding-sibling::linje/@lov)]">
          <xsl:variable name="samme" select="$linjer[@lov = current()/@lov]"/>
          <!-- Gjelder alt i loven de samme tjenestene, sies det én gang til slutt. -->
          <xsl:variable name="likt-for" select="not($samme[not(@for)]) and not($samme[@for != $samme[1]/@for])"/>
          <fo:block space-after="2.5pt" keep-together.within-page="always">
            <xsl:for-each select="$samme">
              <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
              <fo:inline font-weight="600">
                <xsl:choose>
                  <xsl:when test="position() &gt; 1 and @del and $samme[1]/@del"><xsl:value-of select="concat('§&#160;', hj:hardt(@del))"/></xsl:when>
                  <xsl:otherwise><xsl:value-of select="hj:stor(hj:hardt(@navn))"/></xsl:otherwise>
                </xsl:choose>
                <xsl:choose><xsl:when test="string(.)">:</xsl:when><xsl:otherwise>.</xsl:otherwise></xsl:choose>
              </fo:inline>
              <xsl:if test="string(.)"><xsl:text> </xsl:text><xsl:value-of select="hj:hardt(.)"/></xsl:if>
              <xsl:if test="@for and (not($likt-for) or position() = last())">
                <xsl:text> </xsl:text>
                <hj:tekst noekkel="brev.regler.for"><hj:verdi navn="tjenester" select="string(@for)"/></hj:tekst>
              </xsl:if>
            </xsl:for-each>
            <xsl:if test="@rolle = 'kriterier'"><xsl:text> </xsl:text><hj:tekst noekkel="brev.regler.hver"/></xsl:if>
          </fo:block>
        </xsl:for-each>
        <xsl:if test="$for-klage">
          <fo:block keep-together.within-page="always">
            <fo:inline font-weight="600"><hj:tekst noekkel="brev.regler.klage"/>:</fo:inline>
            <!-- Paragrafene samles lov for lov: én lov, flere paragrafer. -->
            <xsl:variable name="om-klage" select="$for-klage[not(@id = preceding-sibling::hjemmel[not(@tjeneste)]/@id)]"/>
            <xsl:for-each select="$om-klage[not(@lov = preceding-sibling::hjemmel[not(@tjeneste)]/@lov)]">
              <xsl:variable name="samme" select="$om-klage[@lov = current()/@lov]"/>
              <xsl:text> </xsl:text>
              <xsl:choose>
                <xsl:when test="count($samme) = 1 or $samme[not(@del)]"><xsl:value-of select="hj:hardt(hj:liste($samme/@navn, 'og'))"/></xsl:when>
                <xsl:otherwise><xsl:value-of select="concat(@foran, '§§&#160;', hj:hardt(hj:liste($samme/@del, 'og')))"/></xsl:otherwise>
              </xsl:choose>
              <xsl:choose><xsl:when test="position() != last()">,</xsl:when><xsl:otherwise>.</xsl:otherwise></xsl:choose>
            </xsl:for-each>
          </fo:block>
        </xsl:if>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <!-- Reglene for et brev som ikke veier tjeneste mot tjeneste: hver hjemmel én gang. -->
  <xsl:template name="regler-av">
    <xsl:param name="hjemler"/>
    <xsl:variable name="tre">
      <xsl:for-each select="$hjemler"><xsl:call-template name="hjemmel-rad"><xsl:with-param name="tjeneste" select="'alle'"/></xsl:call-template></xsl:for-each>
    </xsl:variable>
    <xsl:variable name="rad"><rad id="alle"/></xsl:variable>
    <xsl:call-template name="regelliste">
      <xsl:with-param name="brukt" select="exsl:node-set($tre)/hjemmel"/>
      <xsl:with-param name="rader" select="exsl:node-set($rad)/rad"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Lovens fulle navn i stedet for forkortelsen: leseren skal kjenne den igjen. -->
  <xsl:template name="hjemmel-rad">
    <xsl:param name="tjeneste"/>
    <hjemmel id="{@id}" lov="{@lov}" rolle="{@rolle}">
      <!-- Retten først, så plikten, så resten; kommunens egne kriterier til slutt. -->
      <xsl:attribute name="orden"><xsl:value-of select="4 - 3 * (@rolle = 'rett') - 2 * (@rolle = 'plikt') + (@rolle = 'kriterier')"/></xsl:attribute>
      <xsl:if test="$tjeneste"><xsl:attribute name="tjeneste"><xsl:value-of select="$tjeneste"/></xsl:attribute></xsl:if>
      <xsl:attribute name="navn">
        <xsl:choose>
          <!-- Er leddet, nummeret eller bokstaven ikke kontrollert, viser brevet bare til paragrafen. -->
          <xsl:when test="@status = 'uverifisert' and @lovnavn and @paragraf"><xsl:value-of select="concat(@lovnavn, ' ', @paragraf)"/></xsl:when>
          <xsl:when test="@lovnavn and starts-with(@vis, @lov)"><xsl:value-of select="concat(@lovnavn, substring-after(@vis, @lov))"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="@vis"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:if test="@lovnavn and starts-with(@vis, concat(@lov, ' § '))">
        <xsl:attribute name="foran"><xsl:value-of select="concat(@lovnavn, ' ')"/></xsl:attribute>
        <xsl:attribute name="del"><xsl:choose><xsl:when test="@status = 'uverifisert'"><xsl:value-of select="substring-after(@paragraf, '§ ')"/></xsl:when><xsl:otherwise><xsl:value-of select="substring-after(@vis, '§ ')"/></xsl:otherwise></xsl:choose></xsl:attribute>
      </xsl:if>
      <xsl:value-of select="a:tekst[@maalform = $maal]"/>
    </hjemmel>
  </xsl:template>
</xsl:stylesheet>
