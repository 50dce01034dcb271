# hjemmel explain: what would have given another outcome.
load common

explain() { works hjemmel explain "$@"; }

@test "the small changes that would have turned the outcome, each with the outcome it gives" {
    explain "$TOP/samples/saker/10-avslag-tryggleiksalarm-nynorsk/sak.xml"
    says 'it would have come out otherwise with' 'fall dei siste tolv månadene: 1 instead of 0  → innvilget' \
        'er utrygg heime: ja instead of nei  → innvilget'
    explain --lang nb "$TOP/samples/saker/10-avslag-tryggleiksalarm-nynorsk/sak.xml"
    says 'resultatet ville vært et annet med' 'fall dei siste tolv månadene: 1 i stedet for 0  → innvilget'
    explain -f json "$TOP/samples/saker/10-avslag-tryggleiksalarm-nynorsk/sak.xml"
    echo "$output" | python3 -c '
import json, sys
post = json.load(sys.stdin)["post"][0]
assert post["endring"][0]["utfall"] == "innvilget" and post["endring"][0]["til"][0]["verdi"] == "1", post["endring"]'
    explain -f html "$TOP/samples/saker/10-avslag-tryggleiksalarm-nynorsk/sak.xml"
    says '<b>1</b> (0) → innvilget'
}

@test "made so, the outcome is the one that was told" {
    good_case sak
    cp "$TOP/samples/saker/10-avslag-tryggleiksalarm-nynorsk/sak.xml" sak/sak.xml
    grep -q 'navn="fall_siste_aar"' sak/sak.xml
    edit sak/sak.xml 's/(navn="fall_siste_aar"[^>]*verdi=")0"/\11"/'
    works hjemmel dump --stage record sak/sak.xml
    says 'innstilling="innvilget"'
}

@test "a letter's record does not carry them" {
    works hjemmel dump --stage record "$TOP/samples/saker/10-avslag-tryggleiksalarm-nynorsk/sak.xml"
    says_not '<endring'
}
