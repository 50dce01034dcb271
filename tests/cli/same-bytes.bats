# Same input, same bytes: another run, folder, locale, time zone, user, order, or process.
load common

inputs() { find "$TOP/samples" -name sak.xml | sort | head -n 3; echo "$TOP/tests/fo/brev.fo"; }
make_all() { # FOLDER
    mkdir -p "$1"
    local n=0 input command
    while read -r input; do
        n=$((n + 1))
        case $input in *.fo) command=fo ;; *) command=render ;; esac
        for format in pdf pdf-cairo png svg; do
            hjemmel $command --format $format "$input" -o "$1/$n-$format.$format" 2>/dev/null
        done
    done < <(inputs)
    [ "$(find "$1" -type f -size +0 | wc -l)" -ge 12 ]
}
same() { diff -r "$1" "$2"; }

@test "two runs" {
    make_all a
    make_all b
    same a b
}

@test "another folder, locale, time zone and environment" {
    make_all a
    mkdir -p deep/er
    cd deep/er
    LANG=nn_NO.UTF-8 LC_ALL=tr_TR.UTF-8 LC_NUMERIC=de_DE.UTF-8 TZ=Pacific/Kiritimati HOME=/nowhere COLUMNS=20 make_all ../../b
    cd ../..
    same a b
}

@test "a relative path and an absolute one" {
    good_case sak
    works hjemmel render sak/sak.xml -o a.pdf
    works hjemmel render "$PWD/sak/sak.xml" -o b.pdf
    cd sak
    works hjemmel render sak.xml -o ../c.pdf
    cd ..
    cmp a.pdf b.pdf
    cmp a.pdf c.pdf
}

@test "another day: the clock is never asked" {
    good_case sak
    works hjemmel render sak/sak.xml -o a.pdf
    sleep 1.1
    touch -d '2001-01-01' sak/sak.xml kommuner/*
    works hjemmel render sak/sak.xml -o b.pdf
    cmp a.pdf b.pdf
    ! strings a.pdf | grep -q "$(date +%Y%m%d)"
}

@test "what the process made before leaves no trace" {
    mapfile -t saker < <(find "$TOP/samples" -name sak.xml | sort)
    hjemmel render "${saker[@]}" -o all/ 2>/dev/null || true
    hjemmel render $(printf '%s\n' "${saker[@]}" | tac) -o reversed/ 2>/dev/null || true
    [ "$(ls all | wc -l)" -ge 8 ]
    same all reversed
    for sak in "${saker[@]}"; do hjemmel render "$sak" -o alone/ 2>/dev/null || true; done
    same all alone
}

@test "the date in the metadata is the case's, or --dato, never today's" {
    good_case sak
    works hjemmel render sak/sak.xml -o a.pdf
    pdfinfo -isodates a.pdf >info
    grep -q 'CreationDate: *2026-11-24' info
    works hjemmel fo "$TOP/tests/fo/brev.fo" -o b.pdf
    pdfinfo -isodates b.pdf | grep -q 'CreationDate: *1970-01-01'
    works hjemmel fo --dato 2026-02-03 "$TOP/tests/fo/brev.fo" -o c.pdf
    pdfinfo -isodates c.pdf | grep -q 'CreationDate: *2026-02-03'
}

@test "the fingerprint names versions, packs, templates and the faces used" {
    good_case sak
    works hjemmel dump --stage fingerprint sak/sak.xml
    says "program hjemmel 0." "library libxml2" "library harfbuzz" "font OpenSans-Regular.ttf" "pack tildeling" \
        "pack felles" "templates blake2b" "hyphenation nb blake2b" "document vedtak" "language nb" "date 2026-11-24"
    first=$output
    cp -r "$TOP/rules" .
    echo '-- bare en kommentar' >>rules/tildeling/fraser.lua
    works hjemmel dump --stage fingerprint --rules rules sak/sak.xml
    [ "$output" != "$first" ]
}

@test "a pack's sum is what b2sum makes of it, and does not know the order of files" {
    good_case sak
    cp -r "$TOP/rules" .
    mkdir rules/tildeling/aa
    printf -- '-- tom\n' | tee rules/tildeling/aa/ny.lua >rules/tildeling/aa.lua
    works hjemmel dump --stage fingerprint --rules rules sak/sak.xml
    for pack in tildeling felles; do
        sum=$(cd rules/$pack && find * -name '*.lua' | LC_ALL=C sort | xargs b2sum -l 256 | b2sum -l 256 | cut -d' ' -f1)
        says "pack $pack 0.1.0 blake2b-256:$sum"
    done
    sum=$(cd "$TOP/templates" && find * -type f -not -path '*/.*' -not -path 'proever/*' -not -path 'nytt/*' | LC_ALL=C sort | xargs b2sum -l 256 | b2sum -l 256 | cut -d' ' -f1)
    says "templates blake2b-256:$sum"
    works hjemmel dump --stage record --rules rules sak/sak.xml
    says "<avtrykk program=\"hjemmel 0." "navn=\"tildeling\"" "sum=\"blake2b-256:$(cd rules/tildeling && find * -name '*.lua' | LC_ALL=C sort | xargs b2sum -l 256 | b2sum -l 256 | cut -d' ' -f1)\""
}

@test "the document says what the dump says, and one that is not archival too" {
    good_case sak
    works hjemmel dump --stage fingerprint sak/sak.xml -o said
    works hjemmel render sak/sak.xml -o a.pdf
    pdfinfo -meta a.pdf | sed -n 's|^<rdf:li>\([^<]*\)</rdf:li>.*|\1|p' | diff said -
    works hjemmel fo --profile pdf "$TOP/tests/fo/brev.fo" -o b.pdf
    pdfinfo -meta b.pdf | grep -q 'program hjemmel 0'
    ! pdfinfo -meta b.pdf | grep -q 'pack '
}
