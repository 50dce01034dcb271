<?xml version="1.0" encoding="UTF-8"?>
<!-- Vedtaksbrevet: innvilget, delvis, avslått, endret, avsluttet; én eller flere tjenester i samme brev.
     Rekkefølgen er klarspråkets: utfallet, sammenhengen, hva som er bestemt, hvorfor, pengene, klagen, spørsmål, reglene.
     Alt som kan regnes ut, kommer fra avgjørelsen; alt som er skjønn, er saksbehandlerens egne ord. -->
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

  <xsl:import href="felles/stil.xsl"/>
  <xsl:import href="felles/sider.xsl"/>
  <xsl:import href="felles/brevhode.xsl"/>
  <xsl:import href="felles/ord.xsl"/>

  <!-- Postene i avgjørelsen for en tjeneste: én for hver regel som gjelder den. -->
  <xsl:key name="poster" match="a:post" use="@node"/>

  <!-- ==== Hvem og hva ==== -->
  <xsl:variable name="sak" select="/grunnlag/s:sak"/>
  <xsl:variable name="avgj" select="/grunnlag/a:avgjoerelse"/>
  <xsl:variable name="dato" select="string(/grunnlag/@dato)"/>
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

  <!-- Én rad per tjeneste: det malen trenger fra sak, avgjørelse og kommune, samlet på ett sted. -->
  <xsl:variable name="rader-tre">
    <xsl:for-each select="$tjenester">
      <xsl:variable name="post" select="key('poster', @id)"/>
      <xsl:variable name="regime" select="string($post/a:oppslag[@navn = 'klageregime']/@noekkel)"/>
      <xsl:variable name="oppslag" select="$avgj/a:oppslag[@navn = 'klageregime'][@noekkel = $regime]"/>
      <xsl:variable name="frist" select="$avgj/a:frist[@navn = 'klagefrist'][@for = $post/@id][1]"/>
      <xsl:variable name="instans" select="$kommune/k:klageinstanser/k:klageinstans[contains(concat(' ', @regime, ' '), concat(' ', $regime, ' '))]
          [not(@fra) or translate(@fra, '-', '') &lt;= translate($dato, '-', '')][not(@til) or translate(@til, '-', '') &gt; translate($dato, '-', '')]"/>
      <xsl:variable name="tittel" select="$post/a:egenskap[@navn = 'tittel'][not(@maalform) or @maalform = $maal][1]"/>
      <xsl:if test="not($tittel)">
        <xsl:message terminate="yes">Tjenesten <xsl:value-of select="@kode"/> (<xsl:value-of select="@id"/>) har ingen regel som gir den navn. Legg en regel for koden i rules/, eller rett koden i saken.</xsl:message>
      </xsl:if>
      <!-- slag: det overskriftene sier. Blir hjelpen mindre, skal de si det, og ikke bare at noe er endret. -->
      <xsl:variable name="slag"><xsl:choose><xsl:when test="s:vedtak/@utfall = 'endret' and @sakstype = 'reduksjon'">redusert</xsl:when><xsl:otherwise><xsl:value-of select="s:vedtak/@utfall"/></xsl:otherwise></xsl:choose></xsl:variable>
      <rad id="{@id}" utfall="{s:vedtak/@utfall}" slag="{$slag}" tittel="{$tittel}" regime="{$regime}"
           gruppe="{$regime}|{$frist/@dato}|{count($instans[1]/preceding-sibling::k:klageinstans)}" dato="{$frist/@dato}" framme="{$frist/@fra}">
        <!-- Brevet kan ikke vite når det kommer fram. Er ankomsten et anslag, eller etter brevets dato, sies det som et vilkår. -->
        <xsl:attribute name="anslag"><xsl:choose><xsl:when test="$frist/@anslag = 'ja' or translate($frist/@fra, '-', '') &gt; translate($dato, '-', '')">ja</xsl:when><xsl:otherwise>nei</xsl:otherwise></xsl:choose></xsl:attribute>
        <xsl:for-each select="($frist/@uker | $frist/@maaneder | $frist/@dager | $oppslag/a:felt[@navn = 'uker'][not($frist/@uker | $frist/@maaneder | $frist/@dager)])[1]">
          <xsl:attribute name="antall"><xsl:value-of select="."/></xsl:attribute>
          <xsl:attribute name="enhet"><xsl:choose><xsl:when test="self::a:felt">uker</xsl:when><xsl:otherwise><xsl:value-of select="name()"/></xsl:otherwise></xsl:choose></xsl:attribute>
        </xsl:for-each>
        <xsl:attribute name="instans"><xsl:call-template name="paa-maalet"><xsl:with-param name="noder" select="$instans[1]/k:navn"/></xsl:call-template></xsl:attribute>
        <xsl:attribute name="ombud"><xsl:choose><xsl:when test="$oppslag/a:felt[@navn = 'rettighet'] = 'nei'">nei</xsl:when><xsl:otherwise>ja</xsl:otherwise></xsl:choose></xsl:attribute>
      </rad>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="rader" select="exsl:node-set($rader-tre)/rad"/>
  <!-- Den første raden i hver gruppe med samme klageregime, frist og klageinstans: hver gruppe får sitt klageavsnitt. -->
  <xsl:variable name="klager" select="$rader[not(@gruppe = preceding-sibling::rad/@gruppe)]"/>

  <!-- ==== Brevet ==== -->
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
        <fo:title><hj:tekst noekkel="vedtak.tittel"><hj:verdi navn="tjenester" select="hj:liste($rader/@tittel, 'og')"/></hj:tekst></fo:title>
        <xsl:call-template name="faste-felt">
          <xsl:with-param name="marg" select="25"/>
          <xsl:with-param name="topptekst">
            <xsl:value-of select="$kommunenavn"/> · <hj:tekst noekkel="vedtak.dokument"><hj:verdi navn="dato" select="hj:dato($dato, 'lang')"/></hj:tekst> · <xsl:value-of select="$referanse"/>
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
            <!-- Bare når brevet er skrevet en senere dag: datoen skal ellers stå én gang. -->
            <xsl:with-param name="vedtaksdato" select="$tjenester/s:vedtak/@dato[. != $dato and not(. != $tjenester/s:vedtak/@dato)][1]"/>
          </xsl:call-template>
          <xsl:call-template name="adressevindu"><xsl:with-param name="mottaker" select="$mottaker"/></xsl:call-template>
          <xsl:call-template name="overskrift"/>
          <xsl:call-template name="sammenheng"/>
          <xsl:call-template name="boks"/>
          <xsl:call-template name="klage-kort"/>
          <xsl:call-template name="begrunnelser"/>
          <xsl:call-template name="videre"/>
          <xsl:call-template name="betaling"/>
          <xsl:call-template name="klage"/>
          <xsl:call-template name="spoersmaal"/>
          <xsl:call-template name="hilsen"/>
          <xsl:call-template name="regler"/>
        </fo:flow>
      </fo:page-sequence>
    </fo:root>
  </xsl:template>

  <!-- Overskriften sier utfallet for alle tjenestene, i én eller flere setninger. -->
  <xsl:template name="overskrift">
    <xsl:variable name="inn" select="$rader[@utfall = 'innvilget']/@tittel"/>
    <xsl:variable name="del" select="$rader[@utfall = 'delvis']/@tittel"/>
    <xsl:variable name="avs" select="$rader[@utfall = 'avslaatt']/@tittel"/>
    <xsl:variable name="foerst">
      <xsl:choose>
        <xsl:when test="$inn and $del">innvilget_delvis</xsl:when>
        <xsl:when test="$inn and $avs">innvilget_avslaatt</xsl:when>
        <xsl:when test="$inn">innvilget</xsl:when>
        <xsl:when test="$del">delvis</xsl:when>
        <xsl:when test="$avs">avslaatt</xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="setninger-tre">
      <xsl:if test="string($foerst)"><sak><xsl:value-of select="$foerst"/></sak></xsl:if>
      <xsl:if test="$del and $avs"><sak>avslaatt</sak></xsl:if>
      <xsl:if test="$rader[@slag = 'redusert']"><sak>redusert</sak></xsl:if>
      <xsl:if test="$rader[@slag = 'endret']"><sak>endret</sak></xsl:if>
      <xsl:if test="$rader[@utfall = 'opphoert']"><sak>opphoert</sak></xsl:if>
      <xsl:if test="$rader[@utfall = 'avvist']"><sak>avvist</sak></xsl:if>
    </xsl:variable>
    <fo:block xsl:use-attribute-sets="h1" space-after="5pt">
      <xsl:for-each select="exsl:node-set($setninger-tre)/sak">
        <xsl:if test="position() &gt; 1">. </xsl:if>
        <hj:tekst noekkel="{concat('vedtak.h1.', ., $til)}">
          <hj:verdi navn="navn" select="$navn"/>
          <hj:verdi navn="innvilget" select="hj:liste($inn, 'og')"/>
          <hj:verdi navn="delvis" select="hj:liste($del, 'og')"/>
          <hj:verdi navn="avslaatt" select="hj:liste($avs, 'eller')"/>
          <hj:verdi navn="redusert" select="hj:liste($rader[@slag = 'redusert']/@tittel, 'og')"/>
          <hj:verdi navn="endret" select="hj:liste($rader[@slag = 'endret']/@tittel, 'og')"/>
          <hj:verdi navn="opphoert" select="hj:liste($rader[@utfall = 'opphoert']/@tittel, 'og')"/>
          <hj:verdi navn="avvist" select="hj:liste($rader[@utfall = 'avvist']/@tittel, 'og')"/>
        </hj:tekst>
      </xsl:for-each>
    </fo:block>
  </xsl:template>

  <!-- Én setning om hvor saken kommer fra: søknaden, varselet, samtalen. -->
  <xsl:template name="sammenheng">
    <xsl:variable name="soeknad" select="$sak/s:soeknad[1]"/>
    <xsl:variable name="soeknadsdato" select="($soeknad/@datert | $soeknad/@mottatt[not($soeknad/@datert)])[1]"/>
    <xsl:variable name="varsel" select="$sak/s:forhaandsvarsel[@sendt][1]"/>
    <xsl:variable name="kilder-tre">
      <xsl:if test="$soeknad">
        <kilde>
          <xsl:choose>
            <xsl:when test="$soeknad/@datert"><hj:tekst noekkel="{concat('vedtak.soeknad', $til)}"><hj:verdi navn="navn" select="$navn"/><hj:verdi navn="dato" select="hj:dato($soeknadsdato, 'lang')"/></hj:tekst></xsl:when>
            <xsl:otherwise><hj:tekst noekkel="{concat('vedtak.soeknad_mottatt', $til)}"><hj:verdi navn="navn" select="$navn"/><hj:verdi navn="dato" select="hj:dato($soeknadsdato, 'lang')"/></hj:tekst></xsl:otherwise>
          </xsl:choose>
        </kilde>
      </xsl:if>
      <xsl:if test="$varsel">
        <kilde><hj:tekst noekkel="{concat('vedtak.varsel', $til)}"><hj:verdi navn="dato" select="hj:dato($varsel/@sendt, 'lang')"/></hj:tekst></kilde>
      </xsl:if>
      <xsl:for-each select="$sak/s:kartlegging[@form and @form != 'journal'][translate(@dato, '-', '') &lt;= translate($dato, '-', '')][last()]">
        <kilde>
          <hj:tekst noekkel="{concat('vedtak.kartlegging.', @form, $til)}">
            <hj:verdi navn="navn" select="$navn"/>
            <hj:verdi navn="dato"><xsl:call-template name="dato-etter"><xsl:with-param name="dato" select="@dato"/><xsl:with-param name="foer" select="$soeknadsdato"/></xsl:call-template></hj:verdi>
          </hj:tekst>
        </kilde>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="kilder" select="exsl:node-set($kilder-tre)/kilde"/>
    <xsl:if test="$kilder or $til = '.navn'">
      <fo:block space-after="10pt">
        <xsl:if test="$kilder"><hj:tekst noekkel="vedtak.viser"><hj:verdi navn="kilder" select="hj:liste($kilder, 'og')"/></hj:tekst></xsl:if>
        <xsl:if test="$til = '.navn' and ($mottaker/@rolle = 'verge' or $mottaker/@rolle = 'fullmektig' or $mottaker/@rolle = 'advokat' or $mottaker/@rolle = 'foresatt')">
          <xsl:text> </xsl:text>
          <hj:tekst noekkel="{concat('vedtak.til_representant.', $mottaker/@rolle)}"><hj:verdi navn="navn" select="$navn"/></hj:tekst>
        </xsl:if>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <!-- Boksen: en rad for hver tjeneste. Er alt avslått, er «det ble søkt om» det som kan sies om omfang. -->
  <xsl:template name="boks">
    <xsl:variable name="gis" select="$rader[@utfall != 'avslaatt' and @utfall != 'avvist']"/>
    <fo:block xsl:use-attribute-sets="boks" padding-after="4pt" keep-together.within-page="always">
      <!-- Kolonnene er like brede som det som skal stå i dem på én linje; tjenesten får resten. -->
      <fo:table xsl:use-attribute-sets="tabell" table-layout="fixed" font-size="9.5pt" line-height="13pt" space-after="0pt">
        <xsl:variable name="resultat"><xsl:choose><xsl:when test="$rader[@utfall = 'delvis']">25.5</xsl:when><xsl:otherwise>18</xsl:otherwise></xsl:choose></xsl:variable>
        <xsl:choose>
          <xsl:when test="$gis">
            <fo:table-column column-width="{157.1 - 43.5 - 37 - $resultat}mm"/>
            <fo:table-column column-width="{$resultat}mm"/>
            <fo:table-column column-width="43.5mm"/>
            <fo:table-column column-width="37mm"/>
          </xsl:when>
          <xsl:otherwise>
            <fo:table-column column-width="62mm"/>
            <fo:table-column column-width="22mm"/>
            <fo:table-column column-width="73.1mm"/>
          </xsl:otherwise>
        </xsl:choose>
        <fo:table-header>
          <fo:table-row xsl:use-attribute-sets="hoderad">
            <fo:table-cell xsl:use-attribute-sets="hode" padding-end="5pt"><fo:block><hj:tekst noekkel="vedtak.boks"/></fo:block></fo:table-cell>
            <fo:table-cell xsl:use-attribute-sets="hode" padding-end="5pt"><fo:block><hj:tekst noekkel="vedtak.resultat"/></fo:block></fo:table-cell>
            <xsl:choose>
              <xsl:when test="$gis">
                <fo:table-cell xsl:use-attribute-sets="hode" padding-end="5pt"><fo:block><hj:tekst noekkel="vedtak.omfang"/></fo:block></fo:table-cell>
                <fo:table-cell xsl:use-attribute-sets="hode-siste"><fo:block><hj:tekst noekkel="vedtak.gjelder"/></fo:block></fo:table-cell>
              </xsl:when>
              <xsl:otherwise>
                <fo:table-cell xsl:use-attribute-sets="hode-siste"><fo:block><hj:tekst noekkel="{concat('vedtak.soekt', $til)}"/></fo:block></fo:table-cell>
              </xsl:otherwise>
            </xsl:choose>
          </fo:table-row>
        </fo:table-header>
        <fo:table-body>
          <xsl:for-each select="$tjenester">
            <xsl:call-template name="boksrad">
              <xsl:with-param name="rad" select="$rader[@id = current()/@id]"/>
              <xsl:with-param name="vedtak" select="s:vedtak"/>
              <xsl:with-param name="soekt" select="s:soekt"/>
              <xsl:with-param name="loepende" select="s:loepende"/>
              <xsl:with-param name="gis" select="boolean($gis)"/>
              <xsl:with-param name="siste" select="position() = last()"/>
            </xsl:call-template>
          </xsl:for-each>
        </fo:table-body>
      </fo:table>
    </fo:block>
  </xsl:template>

  <xsl:template name="boksrad">
    <xsl:param name="rad"/>
    <xsl:param name="vedtak"/>
    <xsl:param name="soekt"/>
    <xsl:param name="loepende"/>
    <xsl:param name="gis"/>
    <xsl:param name="siste"/>
    <xsl:variable name="avslag" select="$rad/@utfall = 'avslaatt' or $rad/@utfall = 'avvist'"/>
    <!-- Det søkeren ba om: innholdet når det er skrevet, og omfanget når det sier noe mer. -->
    <xsl:variable name="soekt-om">
      <xsl:value-of select="hj:hardt($soekt/s:innhold)"/>
      <xsl:if test="not($soekt/s:innhold) or $soekt/s:omfang/@verdi or normalize-space($soekt/s:omfang)">
        <xsl:if test="$soekt/s:innhold and $soekt/s:omfang">, </xsl:if>
        <xsl:call-template name="omfang"><xsl:with-param name="omfang" select="$soekt/s:omfang"/></xsl:call-template>
      </xsl:if>
    </xsl:variable>
    <fo:table-row xsl:use-attribute-sets="rad">
      <xsl:if test="$siste"><xsl:attribute name="border-after-style">none</xsl:attribute></xsl:if>
      <fo:table-cell xsl:use-attribute-sets="radhode" padding-end="5pt">
        <fo:block font-weight="600"><xsl:value-of select="hj:stor($rad/@tittel)"/></fo:block>
        <xsl:if test="$vedtak/s:innhold"><fo:block><xsl:value-of select="hj:hardt($vedtak/s:innhold)"/></fo:block></xsl:if>
        <xsl:if test="$vedtak/s:sted"><fo:block><xsl:value-of select="hj:hardt($vedtak/s:sted)"/></fo:block></xsl:if>
      </fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="rute" padding-end="5pt"><fo:block wrap-option="no-wrap"><hj:tekst noekkel="{concat('vedtak.utfall.', $rad/@utfall)}"/></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="rute" padding-end="5pt">
        <xsl:if test="not($gis)"><xsl:attribute name="padding-end">0pt</xsl:attribute></xsl:if>
        <xsl:variable name="omfang">
          <xsl:choose>
            <xsl:when test="not($avslag)"><xsl:call-template name="omfang"><xsl:with-param name="omfang" select="$vedtak/s:omfang"/></xsl:call-template></xsl:when>
            <xsl:when test="$gis and string($soekt-om)"><hj:tekst noekkel="vedtak.soekt_om"><hj:verdi navn="omfang" select="string($soekt-om)"/></hj:tekst></xsl:when>
            <xsl:otherwise><xsl:value-of select="$soekt-om"/></xsl:otherwise>
          </xsl:choose>
        </xsl:variable>
        <fo:block>
          <!-- «3,5 timer per uke» leses i ett; bare det som er lengre, deles. -->
          <xsl:if test="string-length($omfang) &lt;= 20"><xsl:attribute name="wrap-option">no-wrap</xsl:attribute></xsl:if>
          <xsl:value-of select="$omfang"/>
        </fo:block>
        <!-- Blir hjelpen endret, står det hva den var. -->
        <xsl:if test="$rad/@utfall = 'endret' and $loepende/s:omfang">
          <fo:block xsl:use-attribute-sets="liten" color="{$dempet}">
            <hj:tekst noekkel="vedtak.foer">
              <hj:verdi navn="omfang"><xsl:call-template name="omfang"><xsl:with-param name="omfang" select="$loepende/s:omfang"/></xsl:call-template></hj:verdi>
            </hj:tekst>
          </fo:block>
        </xsl:if>
        <!-- Får noen mindre enn det er søkt om, står det hva det er søkt om. -->
        <xsl:if test="$rad/@utfall = 'delvis' and $soekt/s:omfang">
          <fo:block xsl:use-attribute-sets="liten" color="{$dempet}">
            <hj:tekst noekkel="vedtak.soekt_om">
              <hj:verdi navn="omfang"><xsl:call-template name="omfang"><xsl:with-param name="omfang" select="$soekt/s:omfang"/></xsl:call-template></hj:verdi>
            </hj:tekst>
          </fo:block>
        </xsl:if>
      </fo:table-cell>
      <xsl:if test="$gis">
        <fo:table-cell xsl:use-attribute-sets="rute-siste">
          <xsl:choose>
            <xsl:when test="$avslag"><fo:block>–</fo:block></xsl:when>
            <xsl:when test="$vedtak/@inntilVidere = 'ja'">
              <fo:block wrap-option="no-wrap"><hj:tekst noekkel="felles.fra_inntil"><hj:verdi navn="dato" select="hj:dato($vedtak/@virkningFra, 'lang')"/></hj:tekst></fo:block>
              <fo:block wrap-option="no-wrap"><hj:tekst noekkel="felles.inntil_videre"/></fo:block>
            </xsl:when>
            <xsl:otherwise>
              <xsl:if test="$vedtak/@virkningFra"><fo:block wrap-option="no-wrap"><hj:tekst noekkel="felles.fra"><hj:verdi navn="dato" select="hj:dato($vedtak/@virkningFra, 'lang')"/></hj:tekst></fo:block></xsl:if>
              <xsl:if test="$vedtak/@til"><fo:block wrap-option="no-wrap"><hj:tekst noekkel="felles.til"><hj:verdi navn="dato" select="hj:dato($vedtak/@til, 'lang')"/></hj:tekst></fo:block></xsl:if>
              <xsl:if test="not($vedtak/@virkningFra) and not($vedtak/@til)"><fo:block>–</fo:block></xsl:if>
            </xsl:otherwise>
          </xsl:choose>
        </fo:table-cell>
      </xsl:if>
    </fo:table-row>
  </xsl:template>

  <!-- Rett under boksen: at det går an å klage, til når, og hvor det står mer. Det skal alltid stå på side 1. -->
  <xsl:template name="klage-kort">
    <xsl:if test="$klager">
      <fo:block xsl:use-attribute-sets="avsnitt">
        <xsl:choose>
          <xsl:when test="count($klager) = 1">
            <xsl:variable name="slag">
              <xsl:choose>
                <xsl:when test="not(string($klager/@dato))">lengde</xsl:when>
                <xsl:when test="$klager/@anslag = 'ja'">anslag</xsl:when>
                <xsl:otherwise>frist</xsl:otherwise>
              </xsl:choose>
            </xsl:variable>
            <hj:tekst noekkel="{concat('vedtak.kort.', $slag, $til)}">
              <hj:verdi navn="dato"><xsl:if test="string($klager/@dato)"><xsl:call-template name="dagen"><xsl:with-param name="dato" select="$klager/@dato"/></xsl:call-template></xsl:if></hj:verdi>
              <hj:verdi navn="framme"><xsl:if test="string($klager/@framme)"><xsl:call-template name="ukedag-uten-aar"><xsl:with-param name="dato" select="$klager/@framme"/></xsl:call-template></xsl:if></hj:verdi>
              <hj:verdi navn="lengde"><xsl:call-template name="lengde"><xsl:with-param name="antall" select="$klager/@antall"/><xsl:with-param name="enhet" select="$klager/@enhet"/></xsl:call-template></hj:verdi>
            </hj:tekst>
          </xsl:when>
          <xsl:otherwise>
            <xsl:variable name="slag">
              <xsl:choose>
                <xsl:when test="$klager[not(string(@dato))]">flere_lengde</xsl:when>
                <xsl:when test="$klager[@anslag = 'ja']">flere_anslag</xsl:when>
                <xsl:otherwise>flere</xsl:otherwise>
              </xsl:choose>
            </xsl:variable>
            <hj:tekst noekkel="{concat('vedtak.kort.', $slag, $til)}">
              <hj:verdi navn="framme"><xsl:if test="string($klager[1]/@framme)"><xsl:call-template name="ukedag-uten-aar"><xsl:with-param name="dato" select="$klager[1]/@framme"/></xsl:call-template></xsl:if></hj:verdi>
              <hj:verdi navn="frister">
                <xsl:for-each select="$klager">
                  <xsl:choose>
                    <xsl:when test="position() = 1"/>
                    <xsl:when test="position() = last()"><xsl:value-of select="concat(' ', hj:tekst('felles.og'), ' ')"/></xsl:when>
                    <xsl:otherwise>, </xsl:otherwise>
                  </xsl:choose>
                  <hj:tekst noekkel="vedtak.kort.en_av_flere">
                    <hj:verdi navn="frist">
                      <xsl:choose>
                        <xsl:when test="$slag = 'flere_lengde'"><xsl:call-template name="lengde"><xsl:with-param name="antall" select="@antall"/><xsl:with-param name="enhet" select="@enhet"/></xsl:call-template></xsl:when>
                        <xsl:otherwise><xsl:call-template name="dagen"><xsl:with-param name="dato" select="@dato"/></xsl:call-template></xsl:otherwise>
                      </xsl:choose>
                    </hj:verdi>
                    <hj:verdi navn="tjenester" select="hj:liste($rader[@gruppe = current()/@gruppe]/@tittel, 'og')"/>
                  </hj:tekst>
                </xsl:for-each>
              </hj:verdi>
            </hj:tekst>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:text> </xsl:text>
        <hj:tekst noekkel="vedtak.kort.se"/>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <!-- ==== Hvorfor: saksbehandlerens egne ord, tjeneste for tjeneste ==== -->
  <xsl:template name="begrunnelser">
    <xsl:for-each select="$tjenester[not(s:vedtak/s:begrunnelseUnntatt) or normalize-space(s:vedtak/s:begrunnelse)]">
      <xsl:variable name="rad" select="$rader[@id = current()/@id]"/>
      <xsl:variable name="ord" select="s:vedtak/s:faktagrunnlag | s:vedtak/s:hensyn | s:vedtak/s:begrunnelse | s:vedtak/s:avvikFraInnstilling
          | s:vedtak/s:brukersSyn | s:vedtak/s:forsvarlighet | s:vedtak/s:barnetsBeste"/>
      <xsl:if test="$ord">
        <fo:block xsl:use-attribute-sets="h2">
          <hj:tekst noekkel="{concat('vedtak.hvorfor.', $rad/@slag, $til)}"><hj:verdi navn="navn" select="$navn"/><hj:verdi navn="tjeneste" select="string($rad/@tittel)"/></hj:tekst>
        </fo:block>
        <xsl:for-each select="$ord">
          <xsl:call-template name="fritekst"/>
        </xsl:for-each>
      </xsl:if>
      <xsl:if test="s:vedtak/s:vilkaar">
        <fo:block xsl:use-attribute-sets="h3" space-before="6pt" space-after="2pt"><hj:tekst noekkel="vedtak.vilkaar"/></fo:block>
        <xsl:call-template name="fritekst"><xsl:with-param name="node" select="s:vedtak/s:vilkaar"/></xsl:call-template>
      </xsl:if>
    </xsl:for-each>
    <!-- Fullt innvilget uten begrunnelse: da skal retten til å kreve den stå i brevet. -->
    <xsl:variable name="uten" select="$rader[@id = $tjenester[s:vedtak/s:begrunnelseUnntatt and not(normalize-space(s:vedtak/s:begrunnelse))]/@id]"/>
    <xsl:if test="$uten">
      <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="vedtak.uten_begrunnelse.h2"/></fo:block>
      <xsl:for-each select="$tjenester[@id = $uten/@id]/s:vedtak/*[self::s:faktagrunnlag or self::s:hensyn or self::s:brukersSyn or self::s:forsvarlighet or self::s:barnetsBeste]">
        <xsl:call-template name="fritekst"/>
      </xsl:for-each>
      <fo:block xsl:use-attribute-sets="avsnitt">
        <hj:tekst noekkel="{concat('vedtak.uten_begrunnelse', $til)}"><hj:verdi navn="navn" select="$navn"/><hj:verdi navn="tjenester" select="hj:liste($uten/@tittel, 'og')"/></hj:tekst>
      </fo:block>
    </xsl:if>
    <xsl:if test="$person/s:beslutningskompetanse/s:vurdering">
      <fo:block xsl:use-attribute-sets="h2">
        <hj:tekst noekkel="vedtak.kompetanse"><hj:verdi navn="kompetanse" select="string($avgj/a:tekst[@noekkel = 'kompetanse'][@maalform = $maal])"/></hj:tekst>
      </fo:block>
      <xsl:call-template name="fritekst"><xsl:with-param name="node" select="$person/s:beslutningskompetanse/s:vurdering"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- ==== Hva som skjer videre ==== -->
  <xsl:template name="videre">
    <xsl:variable name="gis" select="$tjenester[s:vedtak/@utfall = 'innvilget' or s:vedtak/@utfall = 'delvis' or s:vedtak/@utfall = 'endret']"/>
    <xsl:if test="$gis">
      <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="vedtak.videre"/></fo:block>
      <xsl:for-each select="$gis/s:vedtak/s:venteliste">
        <fo:block xsl:use-attribute-sets="avsnitt">
          <hj:tekst noekkel="{concat('vedtak.venteliste', $til)}">
            <hj:verdi navn="navn" select="$navn"/>
            <hj:verdi navn="tjeneste" select="string($rader[@id = current()/../../@id]/@tittel)"/>
            <hj:verdi navn="dato" select="hj:dato(@fra, 'lang')"/>
          </hj:tekst>
          <xsl:if test="@midlertidig"><xsl:text> </xsl:text><hj:tekst noekkel="vedtak.imens"><hj:verdi navn="hjelp" select="hj:hardt(@midlertidig)"/></hj:tekst></xsl:if>
        </fo:block>
      </xsl:for-each>
      <fo:block xsl:use-attribute-sets="avsnitt">
        <xsl:for-each select="$gis[s:vedtak/@revurdering][not(s:vedtak/@revurdering = preceding-sibling::s:tjeneste/s:vedtak/@revurdering)]">
          <hj:tekst noekkel="vedtak.revurdering">
            <hj:verdi navn="tjenester" select="hj:liste($rader[@id = $gis[s:vedtak/@revurdering = current()/s:vedtak/@revurdering]/@id]/@tittel, 'og')"/>
            <hj:verdi navn="dato" select="hj:dato(s:vedtak/@revurdering, 'lang')"/>
          </hj:tekst>
          <xsl:text> </xsl:text>
        </xsl:for-each>
        <hj:tekst noekkel="{concat('vedtak.endring', $til)}"/>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <!-- ==== Pengene ==== -->
  <xsl:template name="betaling">
    <xsl:variable name="priser" select="$tjenester/s:vedtak/s:egenandel"/>
    <xsl:if test="$priser">
      <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="{concat('vedtak.betaling', $til)}"/></fo:block>
      <!-- De som er gratis og ikke har egne ord, står i én setning. -->
      <xsl:variable name="gratis" select="$rader[@id = $tjenester[s:vedtak/s:egenandel[@betaler = 'nei'][not(*)]]/@id]"/>
      <xsl:if test="$gratis">
        <fo:block xsl:use-attribute-sets="avsnitt">
          <hj:tekst noekkel="{concat('vedtak.gratis', $til)}"><hj:verdi navn="navn" select="$navn"/><hj:verdi navn="tjenester" select="hj:liste($gratis/@tittel, 'og')"/></hj:tekst>
        </fo:block>
      </xsl:if>
      <xsl:for-each select="$priser[not(@betaler = 'nei' and not(*))]">
        <xsl:variable name="rad" select="$rader[@id = current()/../../@id]"/>
        <!-- Har saksbehandleren selv skrevet beløpet, sies det ikke to ganger. -->
        <xsl:if test="@beloep and not(contains(translate(., '&#160;', ' '), translate(hj:tall(@beloep, 0), '&#160;', ' ')))">
          <fo:block xsl:use-attribute-sets="avsnitt">
            <hj:tekst noekkel="{concat('vedtak.pris', $til)}">
              <hj:verdi navn="navn" select="$navn"/>
              <hj:verdi navn="tjeneste" select="string($rad/@tittel)"/>
              <hj:verdi navn="beloep" select="hj:kroner(@beloep)"/>
              <hj:verdi navn="per"><xsl:if test="@per"><hj:tekst noekkel="{concat('pris.', @per)}"/></xsl:if></hj:verdi>
            </hj:tekst>
            <xsl:if test="@satsdato"><xsl:text> </xsl:text><hj:tekst noekkel="vedtak.satsdato"><hj:verdi navn="dato" select="hj:dato(@satsdato, 'lang')"/></hj:tekst></xsl:if>
          </fo:block>
        </xsl:if>
        <xsl:choose>
          <xsl:when test="*"><xsl:call-template name="fritekst"/></xsl:when>
          <xsl:when test="@egetVedtak = 'ja'">
            <fo:block xsl:use-attribute-sets="avsnitt"><hj:tekst noekkel="vedtak.eget_vedtak"><hj:verdi navn="tjeneste" select="string($rad/@tittel)"/></hj:tekst></fo:block>
          </xsl:when>
        </xsl:choose>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- ==== Klagen: ett avsnitt for hvert klageregime, så det som er felles ==== -->
  <xsl:template name="klage">
    <fo:block id="klage" xsl:use-attribute-sets="h2"><hj:tekst noekkel="vedtak.klage"/></fo:block>
    <xsl:for-each select="$klager">
      <fo:block xsl:use-attribute-sets="avsnitt" keep-together.within-page="always">
        <xsl:if test="count($klager) &gt; 1">
          <fo:inline font-weight="600"><hj:tekst noekkel="vedtak.klage.for"><hj:verdi navn="tjenester" select="hj:stor(hj:liste($rader[@gruppe = current()/@gruppe]/@tittel, 'og'))"/></hj:tekst></fo:inline>
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:variable name="lengde"><xsl:call-template name="lengde"><xsl:with-param name="antall" select="@antall"/><xsl:with-param name="enhet" select="@enhet"/></xsl:call-template></xsl:variable>
        <xsl:choose>
          <xsl:when test="not(string(@dato))">
            <hj:tekst noekkel="vedtak.klage.lengde"><hj:verdi navn="lengde" select="string($lengde)"/></hj:tekst>
          </xsl:when>
          <xsl:when test="@anslag = 'ja'">
            <hj:tekst noekkel="vedtak.klage.anslag">
              <hj:verdi navn="lengde" select="string($lengde)"/>
              <hj:verdi navn="framme"><xsl:call-template name="ukedag-uten-aar"><xsl:with-param name="dato" select="@framme"/></xsl:call-template></hj:verdi>
              <hj:verdi navn="dato"><xsl:call-template name="dagen"><xsl:with-param name="dato" select="@dato"/></xsl:call-template></hj:verdi>
            </hj:tekst>
          </xsl:when>
          <xsl:otherwise>
            <hj:tekst noekkel="{concat('vedtak.klage.frist', $til)}">
              <hj:verdi navn="lengde" select="string($lengde)"/>
              <hj:verdi navn="framme"><xsl:call-template name="ukedag-uten-aar"><xsl:with-param name="dato" select="@framme"/></xsl:call-template></hj:verdi>
              <hj:verdi navn="dato"><xsl:call-template name="dagen"><xsl:with-param name="dato" select="@dato"/></xsl:call-template></hj:verdi>
            </hj:tekst>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:if test="string(@instans)">
          <xsl:text> </xsl:text>
          <hj:tekst noekkel="vedtak.klage.instans"><hj:verdi navn="instans" select="string(@instans)"/></hj:tekst>
        </xsl:if>
      </fo:block>
    </xsl:for-each>
    <fo:block xsl:use-attribute-sets="avsnitt">
      <xsl:if test="$til = '.navn'">
        <!-- Et barn klager ikke selv; det gjør den som har foreldreansvaret. -->
        <xsl:choose>
          <xsl:when test="$mottaker/@rolle = 'foresatt'"><hj:tekst noekkel="vedtak.klage.vegne"><hj:verdi navn="navn" select="$navn"/></hj:tekst></xsl:when>
          <xsl:otherwise><hj:tekst noekkel="vedtak.klage.vegne_selv"><hj:verdi navn="navn" select="$navn"/></hj:tekst></xsl:otherwise>
        </xsl:choose>
        <xsl:text> </xsl:text>
      </xsl:if>
      <hj:tekst noekkel="{concat('vedtak.klage.slik', $til)}">
        <hj:verdi navn="hvor">
          <xsl:value-of select="$kommunenavn"/>
          <xsl:for-each select="$brevhode/k:postadresse">
            <xsl:for-each select="k:linje"><xsl:value-of select="concat(', ', hj:hardt(.))"/></xsl:for-each>
            <xsl:value-of select="concat(', ', k:postnummer, '&#160;', k:poststed)"/>
          </xsl:for-each>
        </hj:verdi>
      </hj:tekst>
      <xsl:if test="$brevhode/k:klageskjema">
        <xsl:text> </xsl:text>
        <hj:tekst noekkel="vedtak.klage.skjema">
          <hj:verdi navn="adresse"><fo:basic-link external-destination="url('{$brevhode/k:klageskjema}')" color="{$aksent}"><xsl:value-of select="substring-after($brevhode/k:klageskjema, '://')"/></fo:basic-link></hj:verdi>
        </hj:tekst>
      </xsl:if>
      <xsl:text> </xsl:text>
      <hj:tekst noekkel="{concat('vedtak.klage.innsyn', $til)}"/>
    </fo:block>
    <!-- Utsatt iverksetting har bare mening når vedtaket tar noe fra den det gjelder. -->
    <xsl:variable name="tar" select="$rader[@utfall = 'endret' or @utfall = 'opphoert'] or $tjenester[@sakstype = 'reduksjon' or @sakstype = 'opphoer' or @sakstype = 'endring']"/>
    <!-- Det saksbehandleren selv har skrevet om å vente, står foran. -->
    <xsl:for-each select="$tjenester/s:vedtak/s:utsattIverksetting/s:vurdering"><xsl:call-template name="fritekst"/></xsl:for-each>
    <xsl:if test="$tar or $rader[@utfall != 'innvilget']">
      <fo:block xsl:use-attribute-sets="avsnitt">
        <xsl:if test="$tar"><hj:tekst noekkel="{concat('vedtak.klage.utsett', $til)}"><hj:verdi navn="navn" select="$navn"/></hj:tekst><xsl:text> </xsl:text></xsl:if>
        <xsl:if test="$rader[@utfall != 'innvilget']">
          <hj:tekst noekkel="{concat('vedtak.klage.kostnader', $til)}"><hj:verdi navn="navn" select="$navn"/></hj:tekst>
        </xsl:if>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <xsl:template name="spoersmaal">
    <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="vedtak.spoersmaal"/></fo:block>
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
            <hj:tekst noekkel="vedtak.ring_tid"><hj:verdi navn="navn" select="string($hvem)"/><hj:verdi navn="telefon" select="$telefon"/><hj:verdi navn="tid" select="hj:hardt($tid)"/></hj:tekst>
          </xsl:when>
          <xsl:otherwise>
            <hj:tekst noekkel="vedtak.ring"><hj:verdi navn="navn" select="string($hvem)"/><hj:verdi navn="telefon" select="$telefon"/></hj:tekst>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:if test="$epost">
        <hj:tekst noekkel="vedtak.skriv">
          <hj:verdi navn="epost"><fo:basic-link external-destination="url('mailto:{$epost}')" color="{$aksent}"><xsl:value-of select="$epost"/></fo:basic-link></hj:verdi>
        </hj:tekst>
      </xsl:if>
    </fo:block>
    <xsl:if test="$rader[@ombud = 'ja']">
      <xsl:for-each select="$kommune/k:ombud">
        <fo:block xsl:use-attribute-sets="avsnitt">
          <xsl:variable name="ombud"><xsl:call-template name="paa-maalet"><xsl:with-param name="noder" select="k:navn"/></xsl:call-template></xsl:variable>
          <xsl:choose>
            <xsl:when test="k:telefon">
              <hj:tekst noekkel="vedtak.ombud_telefon"><hj:verdi navn="ombud" select="hj:stor($ombud)"/><hj:verdi navn="telefon" select="translate(k:telefon, ' ', '&#160;')"/></hj:tekst>
            </xsl:when>
            <xsl:otherwise><hj:tekst noekkel="vedtak.ombud"><hj:verdi navn="ombud" select="hj:stor($ombud)"/></hj:tekst></xsl:otherwise>
          </xsl:choose>
        </fo:block>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- Den som har bestemt, og den som har skrevet. -->
  <xsl:template name="hilsen">
    <xsl:variable name="bestemt" select="$ansatte[@id = $tjenester/s:vedtak/@besluttetAv]"/>
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
    <xsl:if test="$sak/s:vedlegg or $sak/s:kopiTil">
      <fo:block xsl:use-attribute-sets="liten" space-before="8pt" keep-together.within-page="always">
        <xsl:if test="$sak/s:vedlegg">
          <fo:block>
            <fo:inline font-weight="600"><hj:tekst noekkel="felles.vedlegg"/></fo:inline>
            <xsl:for-each select="$sak/s:vedlegg"><xsl:value-of select="concat(' ', hj:hardt(.))"/><xsl:if test="position() != last()"> ·</xsl:if></xsl:for-each>
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
  <xsl:template name="regler">
    <xsl:variable name="brukt-tre">
      <xsl:for-each select="$tjenester">
          <xsl:variable name="tjeneste" select="@id"/>
        <xsl:variable name="post" select="key('poster', @id)"/>
        <!-- Uten hjelp er det ingen betaling å vise til. Er søknaden avvist, er behovet ikke vurdert: da teller bare det som
             gjorde at den ikke kan behandles, eller retten og plikten når reglene ikke sier det. -->
        <xsl:variable name="utfall" select="string(s:vedtak/@utfall)"/>
        <xsl:variable name="selve" select="$post/a:hjemmel[$utfall != 'avvist' and not($utfall = 'avslaatt' and @rolle = 'egenandel')]
            | $post[$utfall = 'avvist' and @innstilling != 'avslaatt']/a:hjemmel[@rolle = 'rett' or @rolle = 'plikt']"/>
        <xsl:for-each select="$selve | $post[not($utfall = 'avvist' and @innstilling != 'avslaatt')]//a:vilkaar[@avgjorde = 'ja']/a:hjemmel | $post//a:unntak[@gjelder = 'ja']/a:hjemmel">
          <xsl:call-template name="hjemmel-rad"><xsl:with-param name="tjeneste" select="$tjeneste"/></xsl:call-template>
        </xsl:for-each>
      </xsl:for-each>
      <xsl:for-each select="$avgj/a:oppslag[@navn = 'klageregime'][@noekkel = $rader/@regime]/a:hjemmel">
        <xsl:call-template name="hjemmel-rad"/>
      </xsl:for-each>
      <xsl:for-each select="$avgj/a:frist[@navn = 'klagefrist']/a:hjemmel">
        <xsl:call-template name="hjemmel-rad"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="brukt" select="exsl:node-set($brukt-tre)/hjemmel"/>
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
        <fo:block role="H2" font-size="9pt" line-height="12.5pt" font-weight="600" color="{$overskriftsfarge}" space-after="2pt" keep-with-next.within-page="always"><hj:tekst noekkel="vedtak.regler"/></fo:block>
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
                <hj:tekst noekkel="vedtak.regler.for"><hj:verdi navn="tjenester" select="string(@for)"/></hj:tekst>
              </xsl:if>
            </xsl:for-each>
            <xsl:if test="@rolle = 'kriterier'"><xsl:text> </xsl:text><hj:tekst noekkel="vedtak.regler.hver"/></xsl:if>
          </fo:block>
        </xsl:for-each>
        <xsl:if test="$for-klage">
          <fo:block keep-together.within-page="always">
            <fo:inline font-weight="600"><hj:tekst noekkel="vedtak.regler.klage"/>:</fo:inline>
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

  <!-- Lovens fulle navn i stedet for forkortelsen: leseren skal kjenne den igjen. -->
  <xsl:template name="hjemmel-rad">
    <xsl:param name="tjeneste"/>
    <hjemmel id="{@id}" lov="{@lov}" rolle="{@rolle}">
      <!-- Retten først, så plikten, så resten; kommunens egne kriterier til slutt. -->
      <xsl:attribute name="orden"><xsl:value-of select="4 - 3 * (@rolle = 'rett') - 2 * (@rolle = 'plikt') + (@rolle = 'kriterier')"/></xsl:attribute>
      <xsl:if test="$tjeneste"><xsl:attribute name="tjeneste"><xsl:value-of select="$tjeneste"/></xsl:attribute></xsl:if>
      <xsl:attribute name="navn">
        <xsl:choose>
          <xsl:when test="@lovnavn and starts-with(@vis, @lov)"><xsl:value-of select="concat(@lovnavn, substring-after(@vis, @lov))"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="@vis"/></xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:if test="@lovnavn and starts-with(@vis, concat(@lov, ' § '))">
        <xsl:attribute name="foran"><xsl:value-of select="concat(@lovnavn, ' ')"/></xsl:attribute>
        <xsl:attribute name="del"><xsl:value-of select="substring-after(@vis, '§ ')"/></xsl:attribute>
      </xsl:if>
      <xsl:value-of select="a:tekst[@maalform = $maal]"/>
    </hjemmel>
  </xsl:template>
</xsl:stylesheet>
