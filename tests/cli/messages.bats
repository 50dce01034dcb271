# Messages: English in the source, complete in bokmål, one form.
load common

@test "every message has a bokmål translation that fits its format" {
    cd "$TOP"
    run engine/po/check
    [ -z "$output" ] || { echo "$output" | head -n 40; return 1; }
}

@test "diagnostics are translated whole: severity, message and hint" {
    good_case bad
    edit bad/sak.xml 's|<soeknad |<soeknaden/><soeknad |'
    fails 1 hjemmel check --lang nb bad/sak.xml
    says "feil:" "ukjent element" "tips:"
    says_not "error:" "hint:"
}

@test "a diagnostic on a terminal obeys no control characters from the input" {
    printf '<sak xmlns="urn:hjemmel:sak:1"><a\xc2\x9b31mb/></sak>' >x.xml
    fails 1 hjemmel check x.xml
    ! printf '%s' "$output" | LC_ALL=C grep -q $'\033'
}
