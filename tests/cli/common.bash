# What every .bats file begins with: load common; the test then stands in a scratch folder of its
# own, with `hjemmel` meaning the build under test and no wishes about language.
bats_require_minimum_version 1.5.0
TOP=$(cd "$BATS_TEST_DIRNAME/../.." && pwd)
HJ_BUILD=${HJ_BUILD:-$TOP/build}
PATH=$HJ_BUILD/bin:$PATH
unset LANGUAGE LC_ALL LC_MESSAGES LANG NO_COLOR CDPATH
export HJ_BUILD PATH

setup() { cd "$BATS_TEST_TMPDIR" || exit 1; }

# fails STATUS COMMAND...: the command must end with this exit status; $output is what it said.
fails() {
    local wanted=$1
    shift
    run "$@"
    [ "$status" -eq "$wanted" ] || { echo "exit $status, expected $wanted: $*"; echo "$output"; return 1; }
}
works() { fails 0 "$@"; }
# says TEXT...: $output holds each text.
says() {
    local text
    for text; do
        [[ $output == *"$text"* ]] || { echo "not said: $text"; echo "$output"; return 1; }
    done
}
says_not() {
    local text
    for text; do
        [[ $output != *"$text"* ]] || { echo "said: $text"; echo "$output"; return 1; }
    done
}
# holds FILE EXPRESSION...: each is true of d, the JSON in it.
holds() {
    python3 -c '
import json, sys
d = json.load(open(sys.argv[1]))
for e in sys.argv[2:]:
    if not eval("(" + e + ")"):
        print("does not hold:", e, json.dumps(d, ensure_ascii=False)[:2000])
        sys.exit(1)' "$@"
}
# nothing_left: the scratch folder holds only the files named.
nothing_left() {
    local left
    left=$(find . -type f -printf '%P\n' | grep -vxF "$(printf '%s\n' "$@")" || true)
    [ -z "$left" ] || { echo "left behind: $left"; return 1; }
}

# good_case NAME: a case whose letter can be made, in NAME/sak.xml, and its kommune in ./kommuner.
good_case() {
    mkdir -p "$1"
    [ -d kommuner ] || { mkdir kommuner; cp "$TOP"/samples/kommuner/*.{xml,svg} kommuner; }
    cp "$TOP/samples/saker/01-hjemmesykepleie/sak.xml" "$1/sak.xml"
}
# edit FILE SED: the edit must change something, or the test would prove nothing.
edit() {
    cp "$1" "$BATS_TEST_TMPDIR/.before"
    sed -i -E "$2" "$1"
    if cmp -s "$1" "$BATS_TEST_TMPDIR/.before"; then echo "the edit changed nothing: $2"; return 1; fi
    rm "$BATS_TEST_TMPDIR/.before"
}
line_of() { grep -n -m 1 -F -- "$2" "$1" | cut -d: -f1; }
