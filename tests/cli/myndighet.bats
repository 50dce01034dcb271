#!/usr/bin/env bats
# Who may decide what: the kommune's own choices, each with the decision that delegates it. What the rules say in general is tested
# in rules/felles/tester/rutinen.lua; here the file of the kommune is changed, and what becomes of the letter is read.
load common

# Sample $1 as it is, with the municipality's file beside it.
given() {
    cp -r "$TOP/samples/saker/$1" sak
    cp -r "$TOP/samples/kommuner" kommuner
}
points() { hjemmel check --lang nb sak/sak.xml 2>&1 | grep -oE 'punkt [a-z0-9_]+' | sort -u | tr '\n' ' '; }
delegation() { edit "kommuner/$1.xml" "s|(<delegasjon tjeneste=\"$2\" rolle=\"$3\"[^>]*)/>|\\1 $4/>|"; }

@test "the one who decided must have been given it: for this service, this kind of case, by this day" {
    given 01-hjemmesykepleie
    [ "$(points)" = "" ]
    delegation tolga HSH enhetsleder 'sakstype="forlengelse"'
    [ "$(points)" = "punkt 20b " ]
    edit kommuner/tolga.xml 's| sakstype="forlengelse"| sakstype="ny"|'
    [ "$(points)" = "" ]
    edit kommuner/tolga.xml 's| sakstype="ny"| til="2026-01-01"|'
    [ "$(points)" = "punkt 20b " ]
    edit kommuner/tolga.xml 's|(tjeneste="HSH" rolle="enhetsleder" vedtak="PS 31/25" dato=)"2025-06-12" til="2026-01-01"|\1"2027-01-01"|'
    [ "$(points)" = "punkt 20b " ]
    # None at all: STOPP, and no letter.
    edit kommuner/tolga.xml 's|<delegasjon tjeneste="HSH"[^>]*/>||'
    fails 1 hjemmel render --lang nb sak/sak.xml -o brev.pdf
    says "STOPP, sjekkliste vedtak, punkt 20b"
    [ ! -e brev.pdf ]
}

@test "a delegation may have a limit of hours and of time" {
    given 01-hjemmesykepleie
    delegation tolga HSH enhetsleder 'hoeystTimerPerUke="0.5"'
    [ "$(points)" = "punkt 20i " ]
    edit kommuner/tolga.xml 's|hoeystTimerPerUke="0.5"|hoeystTimerPerUke="20"|'
    [ "$(points)" = "" ]
    edit kommuner/tolga.xml 's|hoeystTimerPerUke="20"|hoeystUker="4"|'
    [ "$(points)" = "punkt 20i " ]
    edit kommuner/tolga.xml 's|hoeystUker="4"|hoeystUker="5200"|'
    [ "$(points)" = "" ]
    # Until further notice is longer than any limit.
    edit sak/sak.xml 's| til="[0-9-]+"( revurdering)| inntilVidere="ja"\1|'
    [ "$(points)" = "punkt 20i " ]
}

@test "Tolga decides on a dwelling after the meeting; Tynset's office alone" {
    given 04-hjemmesykepleie-og-omsorgsbolig
    [ "$(points)" = "" ]
    edit sak/sak.xml 's|<moetebehandling[^>]*/>||'
    [ "$(points)" = "punkt 20j " ]
    fails 1 hjemmel render --lang nb sak/sak.xml -o brev.pdf
    says "STOPP, sjekkliste saksgang, punkt 20j" "etter at den har vært oppe i møtet"
    # A meeting after the decision is none before it.
    edit sak/sak.xml 's|(<vedtak utfall="innvilget" besluttetAv="a2" dato="2026-11-19" virkningFra="2026-12-14")|<moetebehandling dato="2026-11-25"/>\1|'
    [ "$(points)" = "punkt 20f punkt 20j " ]
    rm -rf sak kommuner
    given 16-avslag-omsorgsbolig
    [ "$(points)" = "" ]
}

@test "a decision may name the delegation it rests on, and then it must be that one" {
    given 01-hjemmesykepleie
    edit sak/sak.xml 's|(<vedtak utfall="[a-z]+")|\1 delegasjon="PS 31/25"|'
    [ "$(points)" = "" ]
    edit sak/sak.xml 's|delegasjon="PS 31/25"|delegasjon="PS 99/99"|'
    [ "$(points)" = "punkt 20b " ]
}

@test "who sends the letter and who registers IPLOS again is the kommune's choice; without one nobody is blamed" {
    given 01-hjemmesykepleie
    edit sak/sak.xml 's|saksbehandler="a1"|saksbehandler="a2"|'
    [ "$(points)" = "punkt 20k " ]
    edit kommuner/tolga.xml 's|<delegasjon tjeneste="\*" oppgave="utsending"[^>]*/>||'
    [ "$(points)" = "" ]
    edit sak/sak.xml 's|(<iplos dato="[0-9-]+")[^>]*>|\1 av="a1" type="revurdering">|'
    [ "$(points)" = "punkt iplos_hvem " ]
    edit sak/sak.xml 's|av="a1" type="revurdering"|av="a2" type="revurdering"|'
    [ "$(points)" = "" ]
    edit sak/sak.xml 's|av="a2" type="revurdering"|av="a1" type="foerstegang"|'
    [ "$(points)" = "" ]
    # A warning stops no letter.
    edit sak/sak.xml 's|av="a1" type="foerstegang"|av="a1" type="revurdering"|'
    works hjemmel render sak/sak.xml -o brev.pdf
}

@test "less before the period is out needs a ground the law knows; a talk is written down; a complaint is no deviation" {
    given 19-mindre-hjelp-etter-varsel
    [ "$(points)" = "" ]
    edit sak/sak.xml 's|(<loepende [^>]*)inntilVidere="ja"|\1til="2027-08-31"|'
    [ "$(points)" = "punkt omgjoering " ]
    edit sak/sak.xml 's|(\s*</vedtak>)|<opplysning navn="omgjoeringsgrunn" verdi="i_vedtaket"/>\1|'
    [ "$(points)" = "" ]
    edit sak/sak.xml 's|(<hendelser>)|\1<hendelse type="henvendelse_mottatt" dato="2026-10-01" kanal="telefon"/>|'
    [ "$(points)" = "punkt nedtegnet " ]
    edit sak/sak.xml 's|kanal="telefon"/>|kanal="telefon">Ringte og spurte om rengjøringen.</hendelse>|'
    [ "$(points)" = "" ]
    rm -rf sak kommuner
    given 21-klage-delvis-medhold
    edit sak/sak.xml 's|(<hendelser>)|\1<hendelse type="avvik_meldt" dato="2026-12-11" for="k1"/>|'
    hjemmel check --lang nb --dokument vedtak sak/sak.xml 2>&1 | grep -q 'punkt avvik_er_ikke_klage'
    edit sak/sak.xml 's|dato="2026-12-11" for="k1"|dato="2026-12-11"|'
    ! hjemmel check --lang nb --dokument vedtak sak/sak.xml 2>&1 | grep -q 'punkt avvik_er_ikke_klage'
}

@test "a role in Tynset's own words is the one it is: what the helse- og omsorgssjef decides, is decided" {
    given 17-delvis-praktisk-hjelp-nynorsk
    edit sak/sak.xml 's|rolle="leder_vedtakskontor"|rolle="helse_og_omsorgssjef"|'
    [ "$(points)" = "" ]
    hjemmel status sak/sak.xml 2>&1 >t
    ! grep -q 'may not be made' t
}
