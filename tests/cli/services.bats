# Every service of the packs as whole cases (tests/cases/make): each gives its letter, in words that
# are not heavy, and nothing in it is left out or doubled.
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
