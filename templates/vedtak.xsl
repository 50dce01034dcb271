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

  <xsl:import href="felles/brev.xsl"/>
  <xsl:import href="felles/tabell.xsl"/>
  <xsl:import href="felles/pris.xsl"/>
  <xsl:import href="felles/trapp.xsl"/>

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
      <!-- slag: det overskriftene sier. Blir hjelpen mindre, skal de si det, og ikke bare at noe er endret. Den som fyller
           kriteriene og venter på plass, har ikke fått plassen ennå. -->
      <xsl:variable name="faar" select="s:vedtak/s:omfang"/>
      <xsl:variable name="hadde" select="s:loepende/s:omfang"/>
      <xsl:variable name="mindre" select="$faar/@enhet = $hadde/@enhet and string($faar/@hver) = string($hadde/@hver)
          and string($faar/@hverEnhet) = string($hadde/@hverEnhet) and number($faar/@verdi) &lt; number($hadde/@verdi)"/>
      <xsl:variable name="slag"><xsl:choose>
        <xsl:when test="s:vedtak/@utfall = 'endret' and (@sakstype = 'reduksjon' or $mindre)">redusert</xsl:when>
        <xsl:when test="s:vedtak/@utfall = 'innvilget' and s:vedtak/s:venteliste">venteliste</xsl:when>
        <xsl:otherwise><xsl:value-of select="s:vedtak/@utfall"/></xsl:otherwise>
      </xsl:choose></xsl:variable>
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
  <xsl:template match="grunnlag" mode="tittel">
    <hj:tekst noekkel="vedtak.tittel"><hj:verdi navn="tjenester" select="hj:liste($rader/@tittel, 'og')"/></hj:tekst>
  </xsl:template>
  <xsl:template match="grunnlag" mode="topptekst">
    <hj:tekst noekkel="vedtak.dokument"><hj:verdi navn="dato" select="hj:dato($dato, 'lang')"/></hj:tekst>
  </xsl:template>
  <!-- Bare når brevet er skrevet en senere dag: datoen skal ellers stå én gang. -->
  <xsl:template match="grunnlag" mode="vedtaksdato">
    <xsl:value-of select="$tjenester/s:vedtak/@dato[. != $dato and not(. != $tjenester/s:vedtak/@dato)][1]"/>
  </xsl:template>
  <xsl:template match="grunnlag" mode="innhold">
    <xsl:call-template name="overskrift"/>
    <xsl:call-template name="sammenheng"/>
    <xsl:call-template name="boks"/>
    <xsl:call-template name="klage-kort"/>
    <xsl:call-template name="begrunnelser"/>
    <xsl:call-template name="videre"/>
    <xsl:call-template name="betaling"/>
    <xsl:call-template name="klage"/>
    <xsl:call-template name="spoersmaal"><xsl:with-param name="ombud" select="boolean($rader[@ombud = 'ja'])"/></xsl:call-template>
    <xsl:call-template name="hilsen"><xsl:with-param name="bestemt" select="$ansatte[@id = $tjenester/s:vedtak/@besluttetAv]"/></xsl:call-template>
    <xsl:call-template name="regler"/>
  </xsl:template>

  <!-- Overskriften sier utfallet for alle tjenestene, i én eller flere setninger. -->
  <xsl:template name="overskrift">
    <xsl:variable name="inn" select="$rader[@slag = 'innvilget']/@tittel"/>
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
      <xsl:if test="$rader[@slag = 'venteliste']"><sak>venteliste</sak></xsl:if>
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
          <hj:verdi navn="venteliste" select="hj:liste($rader[@slag = 'venteliste']/@tittel, 'og')"/>
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
          <hj:tekst noekkel="{concat('brev.til_representant.', $mottaker/@rolle)}"><hj:verdi navn="navn" select="$navn"/></hj:tekst>
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
        <xsl:variable name="resultat"><xsl:choose><xsl:when test="$rader[@utfall = 'delvis']">25.5</xsl:when><xsl:when test="$rader[@slag = 'venteliste']">20</xsl:when><xsl:otherwise>18</xsl:otherwise></xsl:choose></xsl:variable>
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
      <fo:table-cell xsl:use-attribute-sets="rute" padding-end="5pt"><fo:block wrap-option="no-wrap"><xsl:choose><xsl:when test="$rad/@slag = 'venteliste'"><hj:tekst noekkel="vedtak.utfall.venteliste"/></xsl:when><xsl:otherwise><hj:tekst noekkel="{concat('vedtak.utfall.', $rad/@utfall)}"/></xsl:otherwise></xsl:choose></fo:block></fo:table-cell>
      <fo:table-cell xsl:use-attribute-sets="rute" padding-end="5pt">
        <xsl:if test="not($gis)"><xsl:attribute name="padding-end">0pt</xsl:attribute></xsl:if>
        <xsl:variable name="omfang">
          <xsl:choose>
            <!-- Det som er slutt, gis ikke: da står det hva det var. -->
            <xsl:when test="$rad/@utfall = 'opphoert' and $loepende/s:omfang">
              <hj:tekst noekkel="vedtak.foer">
                <hj:verdi navn="omfang"><xsl:call-template name="omfang"><xsl:with-param name="omfang" select="$loepende/s:omfang"/></xsl:call-template></hj:verdi>
              </hj:tekst>
            </xsl:when>
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
            <xsl:when test="$rad/@slag = 'venteliste'">
              <fo:block wrap-option="no-wrap"><hj:tekst noekkel="felles.fra_inntil"><hj:verdi navn="dato" select="hj:dato($vedtak/s:venteliste/@fra, 'lang')"/></hj:tekst></fo:block>
              <fo:block wrap-option="no-wrap"><hj:tekst noekkel="vedtak.til_plassen"/></fo:block>
            </xsl:when>
            <xsl:when test="$vedtak/@inntilVidere = 'ja' and $rad/@utfall != 'opphoert'">
              <fo:block wrap-option="no-wrap"><hj:tekst noekkel="felles.fra_inntil"><hj:verdi navn="dato" select="hj:dato($vedtak/@virkningFra, 'lang')"/></hj:tekst></fo:block>
              <fo:block wrap-option="no-wrap"><hj:tekst noekkel="felles.inntil_videre"/></fo:block>
            </xsl:when>
            <xsl:otherwise>
              <xsl:if test="$vedtak/@virkningFra"><fo:block wrap-option="no-wrap"><hj:tekst noekkel="felles.fra"><hj:verdi navn="dato" select="hj:dato($vedtak/@virkningFra, 'lang')"/></hj:tekst></fo:block></xsl:if>
              <xsl:if test="$vedtak/@til and $rad/@utfall != 'opphoert'"><fo:block wrap-option="no-wrap"><hj:tekst noekkel="felles.til"><hj:verdi navn="dato" select="hj:dato($vedtak/@til, 'lang')"/></hj:tekst></fo:block></xsl:if>
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
              <hj:verdi navn="dato"><xsl:call-template name="dagen"><xsl:with-param name="dato" select="$klager/@dato"/></xsl:call-template></hj:verdi>
              <hj:verdi navn="framme"><xsl:call-template name="ukedag-uten-aar"><xsl:with-param name="dato" select="$klager/@framme"/></xsl:call-template></hj:verdi>
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
              <hj:verdi navn="framme"><xsl:call-template name="ukedag-uten-aar"><xsl:with-param name="dato" select="$klager[1]/@framme"/></xsl:call-template></hj:verdi>
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
        <xsl:call-template name="veid"/>
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
          <xsl:text> </xsl:text>
          <hj:tekst noekkel="vedtak.venteliste.plass"/>
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
    <!-- Får hun ingenting nå, skal hun vite at det ikke er for alltid. -->
    <xsl:if test="not($gis) and $rader[@utfall = 'avslaatt' or @utfall = 'opphoert']">
      <fo:block xsl:use-attribute-sets="h2"><hj:tekst noekkel="vedtak.videre"/></fo:block>
      <fo:block xsl:use-attribute-sets="avsnitt"><hj:tekst noekkel="{concat('vedtak.igjen', $til)}"/></fo:block>
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
        <xsl:variable name="post" select="key('poster', ../../@id)"/>
        <xsl:variable name="utregnet" select="@betaler = 'ja' and not(@beloep) and not(@egetVedtak = 'ja')
            and key('utregninger', $post/@id)[key('prissetninger', concat('pris.', @navn, $til, '|', $maal))]"/>
        <xsl:if test="$utregnet">
          <xsl:call-template name="utregnet-pris"><xsl:with-param name="post" select="$post"/><xsl:with-param name="fra" select="(@satsdato[not(translate(., '-', '') &lt; translate(current()/../@virkningFra, '-', ''))] | ../@virkningFra[not(translate(current()/@satsdato, '-', '') &gt;= translate(., '-', ''))])[1]"/></xsl:call-template>
        </xsl:if>
        <!-- Har saksbehandleren selv skrevet beløpet, sies det ikke to ganger. -->
        <xsl:if test="@beloep and not(contains(translate(., '&#160;', ' '), translate(hj:tall(@beloep, 0), '&#160;', ' ')))">
          <fo:block xsl:use-attribute-sets="avsnitt">
            <hj:tekst noekkel="{concat('vedtak.pris', $til)}">
              <hj:verdi navn="navn" select="$navn"/>
              <hj:verdi navn="tjeneste" select="string($rad/@tittel)"/>
              <hj:verdi navn="beloep" select="hj:kroner(@beloep)"/>
              <hj:verdi navn="per"><hj:tekst noekkel="{concat('pris.', @per)}"/></hj:verdi>
            </hj:tekst>
            <xsl:if test="@satsdato"><xsl:text> </xsl:text><hj:tekst noekkel="vedtak.satsdato"><hj:verdi navn="dato" select="hj:dato(@satsdato, 'lang')"/></hj:tekst></xsl:if>
          </fo:block>
        </xsl:if>
        <xsl:choose>
          <xsl:when test="*"><xsl:call-template name="fritekst"/></xsl:when>
          <!-- Er ikke prisen kjent, kommer den i et eget vedtak. Brevet gjetter ikke. -->
          <xsl:when test="@egetVedtak = 'ja' or not(@beloep or $utregnet)">
            <fo:block xsl:use-attribute-sets="avsnitt"><hj:tekst noekkel="vedtak.eget_vedtak"><hj:verdi navn="tjeneste" select="string($rad/@tittel)"/></hj:tekst></fo:block>
          </xsl:when>
        </xsl:choose>
      </xsl:for-each>
      <!-- Det som gjelder alle prisene i brevet. -->
      <xsl:variable name="koster" select="$rader[@id = $priser[@betaler = 'ja'][not(@egetVedtak = 'ja')][not(*)]/../../@id]"/>
      <xsl:if test="$koster">
        <fo:block xsl:use-attribute-sets="avsnitt"><hj:tekst noekkel="vedtak.pris_videre"><hj:verdi navn="tjenester" select="hj:liste($koster/@tittel, 'og')"/></hj:tekst></fo:block>
      </xsl:if>
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
        <hj:verdi navn="hvor"><xsl:call-template name="postadressen"/></hj:verdi>
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
    <!-- Den som fikk mindre enn hun søkte om, skal tore å klage: hun mister ikke det hun fikk. -->
    <xsl:variable name="imens" select="not($tar) and $rader[@utfall = 'delvis'] and not($tjenester/s:vedtak/s:venteliste)"/>
    <!-- Det saksbehandleren selv har skrevet om å vente, står foran. -->
    <xsl:for-each select="$tjenester/s:vedtak/s:utsattIverksetting/s:vurdering"><xsl:call-template name="fritekst"/></xsl:for-each>
    <xsl:if test="$tar or $rader[@utfall != 'innvilget']">
      <fo:block xsl:use-attribute-sets="avsnitt">
        <xsl:if test="$tar"><hj:tekst noekkel="{concat('vedtak.klage.utsett', $til)}"><hj:verdi navn="navn" select="$navn"/></hj:tekst><xsl:text> </xsl:text></xsl:if>
        <xsl:if test="$imens"><hj:tekst noekkel="{concat('vedtak.klage.imens', $til)}"><hj:verdi navn="navn" select="$navn"/></hj:tekst><xsl:text> </xsl:text></xsl:if>
        <xsl:if test="$rader[@utfall != 'innvilget']">
          <hj:tekst noekkel="{concat('vedtak.klage.kostnader', $til)}"><hj:verdi navn="navn" select="$navn"/></hj:tekst>
        </xsl:if>
      </fo:block>
    </xsl:if>
  </xsl:template>

  <!-- Reglene: bare de som fikk betydning for en av tjenestene, og de om klagen. -->
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
        <!-- Den som ikke skal ha enkeltvedtak, får ikke regelen om det. -->
        <xsl:variable name="kort" select="$avgj/a:funn[@punkt = 'kort_varighet'][@for = $tjeneste]/a:hjemmel/@id"/>
        <xsl:for-each select="$selve[not(@rolle = 'saksbehandling' and @id = $kort)] | $post[not($utfall = 'avvist' and @innstilling != 'avslaatt')]//a:vilkaar[@avgjorde = 'ja']/a:hjemmel | $post//a:unntak[@gjelder = 'ja']/a:hjemmel">
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
    <xsl:call-template name="regelliste">
      <xsl:with-param name="brukt" select="exsl:node-set($brukt-tre)/hjemmel"/>
      <xsl:with-param name="rader" select="$rader"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
