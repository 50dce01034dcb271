# hjemmel explain: why this outcome, what was missing, what would have given another.
load common

explain() { works hjemmel explain "$@"; }
ALARM=$TOP/samples/saker/05-trygghetsalarm/sak.xml
AVSLAG=$TOP/samples/saker/10-avslag-tryggleiksalarm-nynorsk/sak.xml

# A refusal where there are special reasons: the exception wins, and the decision differs from it.
exception_wins() {
    good_case sak
    cp "$AVSLAG" sak/sak.xml
    edit sak/sak.xml 's/(navn="saerlige_grunner"[^>]*verdi=")nei"/\1ja"/'
}

@test "the small changes that would have turned the outcome, each with the outcome it gives" {
    explain "$AVSLAG"
    says 'it would have come out otherwise with a small change' \
        'Had “fall dei siste tolv månadene” been 1 instead of 0, the outcome would have been innvilga' \
        'Had “er utrygg heime” been ja instead of nei, the outcome would have been innvilga'
    explain --lang nb "$AVSLAG"
    says 'Hadde «fall dei siste tolv månadene» vært 1 i stedet for 0, ville resultatet vært innvilga'
    explain -f json "$AVSLAG"
    echo "$output" | python3 -c '
import json, sys
post = json.load(sys.stdin)["post"][0]
assert post["endring"][0]["utfall"] == "innvilget" and post["endring"][0]["til"][0]["verdi"] == "1", post["endring"]'
    explain -f html "$AVSLAG"
    says 'Had “fall dei siste tolv månadene” been 1 instead of 0'
}

@test "made so, the outcome is the one that was told" {
    good_case sak
    cp "$AVSLAG" sak/sak.xml
    grep -q 'navn="fall_siste_aar"' sak/sak.xml
    edit sak/sak.xml 's/(navn="fall_siste_aar"[^>]*verdi=")0"/\11"/'
    works hjemmel dump --stage record sak/sak.xml
    says 'innstilling="innvilget"'
}

@test "a letter's record does not carry them" {
    works hjemmel dump --stage record "$AVSLAG"
    says_not '<endring' '<ukjent' 'uten_unntak' 'regnet_fra'
}

@test "what was not known, and that it does not matter" {
    explain --lang nb "$ALARM"
    says 'kan få tak i hjelp på en annen måte: ukjent, ikke oppgitt, men uten betydning: begge svar gir innvilget'
    explain "$ALARM"
    says 'unknown, not stated, but does not matter: both answers give innvilget'
}

@test "what was not known, and that it matters: what each answer gives" {
    good_case sak
    cp "$ALARM" sak/sak.xml
    edit sak/sak.xml '/navn="kan_bruke_alarm"/d'
    explain --lang nb sak/sak.xml
    says 'kan bruke alarmen: ukjent, ikke oppgitt, og det har betydning: ja gir innvilget, nei gir'
    explain -f json sak/sak.xml
    echo "$output" | python3 -c '
import json, sys
post = json.load(sys.stdin)["post"][0]
u = [u for u in post["ukjent"] if u["faktum"] == "kan_bruke_alarm"][0]
assert u["betydning"] == "ja" and u["svar"][0] == {"verdi": "ja", "utfall": "innvilget"}, u'
}

@test "which exception won, over what, and that the decision differs without reasons" {
    exception_wins
    explain --lang nb sak/sak.xml
    says 'unntak: ja' '<- gjelder og avgjør: innvilga; uten det gir regelen avslått' \
        '! Reglene foreslår innvilga, men det er vedtatt avslått.' \
        "Egen begrunnelse mangler (sjekkliste vedtak, punkt avvik): sak/sak.xml:$(line_of sak/sak.xml '<tjeneste ')"
    explain -f html sak/sak.xml
    says 'without it the rule gives avslått' 'Its own reasons are missing'
}

@test "and with reasons they are found, with their line" {
    exception_wins
    edit sak/sak.xml 's|(<brukersSyn)|<avvikFraInnstilling><p>Fastlegen har snakka med dei to, og han meiner at alarmen no vil skape meir uro enn tryggleik.</p></avvikFraInnstilling>\n\1|'
    explain --lang nb sak/sak.xml
    says "Egen begrunnelse er der (sjekkliste vedtak, punkt avvik): sak/sak.xml:$(line_of sak/sak.xml '<avvikFraInnstilling')"
}

@test "how a deadline was found: from what, in which line, how long, and what it was moved over" {
    explain --lang nb "$ALARM"
    says "regnet fra 24.11.2026 (dagen vedtaket kom fram, $ALARM:$(line_of "$ALARM" vedtak_mottatt)) + 3 uker = tirsdag 15.12.2026"
    good_case sak
    cp "$ALARM" sak/sak.xml
    edit sak/sak.xml '/vedtak_mottatt/s/2026-11-24/2026-12-04/'
    explain --lang nb sak/sak.xml
    says '= fredag 25.12.2026; flyttet over 1. juledag 25.12.2026, 2. juledag 26.12.2026, søndag 27.12.2026 → mandag 28.12.2026'
}

@test "every hjemmel stands there with its words" {
    explain "$ALARM"
    says 'fvl. § 29: Fristen for å klage er tre uker fra du fikk vedtaket.'
    explain -f html "$ALARM"
    says 'href="#h-fvl.29"' 'id="h-fvl.29"'
}

@test "the page is one file that stands alone, with headings, landmarks and language" {
    explain -f html -o side.html "$ALARM"
    ! grep -E '<script|<link|src=|https?://|@import|url\(' side.html
    python3 - <<'P'
import html.parser, re
class Page(html.parser.HTMLParser):
    void = {"meta", "br", "hr", "img", "link", "input"}
    def __init__(self):
        super().__init__()
        self.open, self.ids, self.links, self.seen, self.levels = [], set(), set(), set(), []
    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        self.seen.add(tag)
        if "id" in a:
            assert a["id"] not in self.ids, a["id"]
            self.ids.add(a["id"])
        if a.get("href", "").startswith("#"):
            self.links.add(a["href"][1:])
        if a.get("aria-labelledby"):
            self.links.add(a["aria-labelledby"])
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if tag not in self.void:
            self.open.append(tag)
    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag
p = Page()
p.feed(open("side.html", encoding="utf-8").read())
assert not p.open, p.open
assert p.links <= p.ids, p.links - p.ids
assert {"header", "nav", "main", "h1", "h2", "section", "footer"} <= p.seen
assert p.levels[0] == 1 and all(b <= a + 1 for a, b in zip(p.levels, p.levels[1:])), p.levels
P
    grep -q '<html lang="en">' side.html
    grep -q 'lang="nb">' side.html
    grep -q 'prefers-color-scheme:dark' side.html
    grep -q '@media print' side.html
}

@test "a page without rules is still whole, and no link leads nowhere" {
    explain -f html -o side.html "$TOP/samples/prosjekter/tynset-tjenestestruktur/prosjekt.xml"
    grep -o 'href="#[^"]*"' side.html | sed 's/href="#//; s/"//' | while read -r id; do grep -q "id=\"$id\"" side.html; done
    ! grep -q '<dl class="law">$' <(tr -d '\n' <side.html | grep -o '<dl class="law"></dl>')
}

@test "--tekst: from a sentence with filled-in values to text, deadline, hjemmel, fact and line" {
    explain --lang nb --tekst "er SISTE dag tirsdag 15. desember 2026" "$ALARM"
    says 'vedtak.kort.anslag.du' "tekster/vedtak.xml:$(line_of "$TOP/templates/tekster/vedtak.xml" 'noekkel="vedtak.kort.anslag.du"')" \
        '{dato} = tirsdag' 'i avgjørelsen: frist klagefrist' \
        "felles/frister.lua:$(line_of "$TOP/rules/felles/frister.lua" 'frist "klagefrist_b"')" \
        'fvl. § 29: Fristen for å klage er tre uker' \
        "dagen vedtaket kom fram: 24.11.2026  ($ALARM:$(line_of "$ALARM" vedtak_mottatt))"
}

@test "--tekst: capitals, hard spaces, soft hyphens and broken lines do not count" {
    explain --lang nb --tekst $'du f\xc3\xa5r trygghets\xc2\xad\nALARM' "$ALARM"
    says 'vedtak.h1.innvilget.du' '{innvilget} = trygghetsalarm' 'regel         trygghetsalarm → innvilget'
    explain --lang nb --tekst $'15.\xc2\xa0 desember' "$ALARM"
    says 'vedtak.kort.anslag.du'
}

@test "--tekst: the caseworker's own words lead to her line" {
    explain --lang nb --tekst "kjenner deg utrygg" "$ALARM"
    says "egne ord      skrevet av saksbehandleren  ($ALARM:$(line_of "$ALARM" 'kjenner deg utrygg'))" \
        'regel         trygghetsalarm' 'er utrygg hjemme: ja'
    says_not 'tekst         '
}

@test "--tekst: a criterion in the letter leads to the condition, its line and its facts" {
    explain --lang nb --tekst "kommunale kriterium for tryggleiksalarm: Vi ser etter" "$AVSLAG"
    says 'vilkår        Du bur heime: ja' \
        "trygghetsalarm.lua:$(line_of "$TOP/rules/tildeling/trygghetsalarm.lua" 'vilkaar "hjemme"')" \
        'buform: egen_bolig'
}

@test "--tekst: what comes from the municipality's file is said to" {
    explain --lang nb --tekst "postmottak@tolga" "$ALARM"
    says 'i kommunefila: epost' 'tolga.xml:' 'hører ikke til én bestemt regel'
}

@test "--tekst: several places are all listed, and json has the same" {
    explain -f json --tekst "15. desember 2026" "$ALARM"
    echo "$output" | python3 -c '
import json, sys
d = json.load(sys.stdin)
assert d["dokument"] == "vedtak" and len(d["treff"]) == 2, d
keys = [t["noekkel"] for h in d["treff"] for t in h["sagt_av"]]
assert "vedtak.kort.anslag.du" in keys and "vedtak.klage.anslag" in keys, keys
values = d["treff"][0]["sagt_av"][0]["verdier"]
date = [v for v in values if v["navn"] == "dato"][0]
assert date["staar"][0]["navn"] == "frist", date
rests = d["treff"][0]["hviler_paa"][0]
assert rests["slag"] == "frist" and rests["hjemmel"][0]["id"] == "fvl.29", rests
assert rests["fakta"][0]["navn"] == "vedtak_mottatt" and rests["fakta"][0]["linje"] > 1, rests'
}

@test "--tekst: what the letter does not say fails, with the nearest it says" {
    run --separate-stderr hjemmel explain --lang nb --tekst "du må klage innen åtte dager" "$ALARM"
    [ "$status" -eq 1 ]
    says 'Brevet sier ikke det. Det nærmeste det sier:' 'kan du klage'
    [[ $stderr == *HJ-EXPLAIN-002* ]]
    [[ $stderr != *klage* ]]
}

@test "--tekst: the kind of document is chosen, and a page is not to be had" {
    fails 2 hjemmel explain -f html --tekst x "$ALARM"
    says 'HJ-CLI-020'
    fails 2 hjemmel explain --tekst ' ' "$ALARM"
    explain --lang nb -d statusrapport --tekst status "$TOP"/samples/prosjekter/tynset-tjenestestruktur/prosjekt.xml
    says 'statusrapport.xsl:'
}
