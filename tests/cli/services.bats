# Every service of the packs as whole cases (tests/cases/make), and every way through the casework
# (tests/cases/letters): each gives its letters, in words that are not heavy, and nothing in them is
# left out or doubled.
load common

@test "every service, granted, refused and in part, in both maalformer: a letter that may be sent" {
    "$TOP/tests/cases/make" saker > antall
    [ "$(cat antall)" -ge 60 ]
    cp -r "$TOP/samples/kommuner" saker/
    works hjemmel render saker/*/sak.xml -o brev
    [ "$(find brev -name '*.pdf' | wc -l)" -eq "$(cat antall)" ]
    run hjemmel check saker
    says_not "error" "UTKAST" "LIX" "sentence of"
}
@test "no letter has an unfilled place or a doubled word" {
    "$TOP/tests/cases/make" saker > antall
    cp -r "$TOP/samples/kommuner" saker/
    works hjemmel render saker/*/sak.xml -o brev
    for pdf in brev/*.pdf; do
        pdftotext "$pdf" - | tr '\n' ' ' > ord
        ! grep -nE '[{}]|\b(du|deg|er|og|at|som|for|til|vi|kan) \1\b' ord || { echo "$pdf"; false; }
    done
}

@test "every way through the casework, in both maalformer: each letter may be sent, and keeps its maalform" {
    read -r cases letters < <("$TOP/tests/cases/letters" saker)
    [ "$cases" -ge 70 ] && [ "$letters" -ge 95 ]
    cp -r "$TOP/samples/kommuner" saker/
    mkdir brev
    kinds=$(cut -d' ' -f2 saker/dokumenter.txt | sort -u)
    # No kind of letter is left out; minutes, reports and the book of rules are no letters of a case.
    other=$(grep -o 'navn="[a-z_]*" inndata="sak"' "$TOP/templates/dokumenter.xml" | cut -d'"' -f2 | sort | tr '\n' ' ')
    [ "$(tr '\n' ' ' <<<"$kinds")" = "$other" ]
    for kind in $kinds; do
        mapfile -t files < <(awk -v k="$kind" '$2 == k { print "saker/" $1 "/sak.xml" }' saker/dokumenter.txt)
        works hjemmel render -d "$kind" "${files[@]}" -o "brev/$kind/"
        says_not "UTKAST"
        run hjemmel check -d "$kind" "${files[@]}"
        says_not "error" "UTKAST" "LIX" "sentence of" "passive"
    done
    [ "$(find brev -name '*.pdf' -o -name '*.txt' | wc -l)" -eq "$letters" ]
    for pdf in $(find brev -name '*.pdf'); do
        number=$(grep -oE '2026/4[0-9]{3}' <(pdftotext "$pdf" -) | head -n 1)
        form=$(sed -n 's/.*maalform="\(n[bn]\)".*/\1/p' saker/0"${number: -2}"-*/sak.xml)
        pdftotext "$pdf" - | tr '\n' ' ' > ord
        ! grep -nE '[{}]|\b(du|deg|er|og|at|som|for|til|vi|kan|den|det|av) \1\b' ord || { echo "$pdf"; false; }
        case $form in
        nb) ! grep -noiwE 'ikkje|kva|korleis|eg|dei|nokon|vere|meir|frå|kjem|veke|veker|kven|berre|òg|hjelpa|klaga|gjere|ho' ord ;;
        nn) ! grep -noiwE 'ikke|hva|hvor|hvordan|jeg|dere|noen|være|mer|fra|kommer|uke|uker|hvem|bare|også|hjelpen|klagen|gjøre|hun' ord ;;
        *) false ;;
        esac || { echo "$pdf is $form"; false; }
    done
}
