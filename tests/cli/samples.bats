# The samples keep what they promise: outcome, checklist and deadline of every case.
load common

@test "every sample case gives what its LESMEG says" {
    works hjemmel test "$TOP/rules" "$TOP/samples/proever"
    for folder in "$TOP"/samples/saker/*/; do
        name=$(basename "$folder")
        [ -s "$folder/LESMEG.md" ] || { echo "$name has no LESMEG.md"; return 1; }
        grep -q "(${name}/LESMEG.md)" "$TOP/samples/saker/LESMEG.md" || { echo "$name is not in the table"; return 1; }
        says " - $name"
    done
}

@test "the packs can be tested wherever they lie" {
    cp -r "$TOP/rules" elsewhere
    works hjemmel test elsewhere
}

@test "a scenario is the sample it was taken from" {
    # Some scenarios of tildeling are samples word for word; when a sample changes, so must they.
    pairs="t01-avslag:03-avslag-hjemmesykepleie t02-alarm:05-trygghetsalarm t03-alarm-som-helsehjelp:15-digitalt-tilsyn
        t04-to-regimer:04-hjemmesykepleie-og-omsorgsbolig t12-uten-begrunnelse:07-delvis-uten-begrunnelse
        t13-uten-begrunnelse:06-uten-begrunnelse t23-kompetanse:12-verge"
    for pair in $pairs; do
        cmp "$TOP/rules/tildeling/tester/saker/${pair%%:*}.xml" "$TOP/samples/saker/${pair##*:}/sak.xml"
    done
}
