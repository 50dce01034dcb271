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
