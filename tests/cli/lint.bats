# tests/lint/lint: each rule must catch what it is for, and let a sound tree pass.
load common

# A small sound house in the scratch folder.
setup() {
    cd "$BATS_TEST_TMPDIR" || exit 1
    mkdir -p engine/base engine/case engine/rules engine/fo engine/layout engine/cli tests rules
    printf '/* Base. */\n#ifndef B\n#define B\nint hj_b(void);\n#endif\n' >engine/base/base.h
    printf '/* Case. */\n#include "base/base.h"\n' >engine/case/case.c
    printf '/* Case. */\n#ifndef C\n#define C\n#include "base/base.h"\n#endif\n' >engine/case/case.h
}

lint() { run "$TOP/tests/lint/lint" . "$1"; }
caught() { lint "$1"; [ "$status" -eq 1 ] || { echo "$output"; return 1; }; shift; says "$@"; }
passes() { lint "$1"; [ "$status" -eq 0 ] || { echo "$output"; return 1; }; }

@test "include direction: backwards, private, across the towers, cli" {
    passes include_direction
    printf '/* x */\n#include "rules/rules.h"\n' >engine/case/case.c
    caught include_direction "engine/case/case.c:2" "case comes before rules"
    printf '/* x */\n#include "case/inner.h"\n' >engine/rules/rules.c
    printf '/* x */\n' >engine/case/case.c
    caught include_direction "private to case"
    printf '/* x */\n#include "rules/rules.h"\n' >engine/layout/l.c
    rm engine/rules/rules.c
    caught include_direction "print tower (layout)" "law tower (rules)"
    rm engine/layout/l.c
    printf '/* x */\n#include "fo/fo.h"\n' >engine/cli/c.c
    caught include_direction "cli leans on"
}

@test "headers that do not compile alone" {
    passes headers_alone
    printf '/* x */\nsize_t hj_x(void);\n' >engine/case/case.h
    caught headers_alone "engine/case/case.h"
}

@test "names with dropped marks, in code, data and prose" {
    passes dropped_marks
    echo 'local soker = 1' >rules/x.lua
    caught dropped_marks "rules/x.lua:1"
    echo 'local soeker, søker, malformed = 1' >rules/x.lua
    passes dropped_marks
    echo '<vilkar/>' >rules/x.xml
    caught dropped_marks "rules/x.xml:1"
}

@test "law in code, but not in comments" {
    passes no_law_in_code
    printf '/* fvl. § 29 says so; as for hjemmesykepleie */\nint a;\n' >engine/case/case.c
    passes no_law_in_code
    printf '/* x */\nconst char *p = "§ 3-2";\n' >engine/case/case.c
    caught no_law_in_code "engine/case/case.c:2"
    printf '/* x\n * y */\n\nint is_trygghetsalarm;\n' >engine/case/case.c
    caught no_law_in_code "engine/case/case.c:4"
}

@test "machine paths and promises" {
    passes no_machine_paths
    passes no_promises
    echo 'see /home/me/notes' >rules/a.lua
    caught no_machine_paths "rules/a.lua:1"
    echo 'see share/home/me and https://x.no/home/me' >rules/a.lua
    passes no_machine_paths
    echo '-- FIXME later' >rules/a.lua
    caught no_promises "rules/a.lua:1"
}

@test "the shape of sources: width by letters, tabs, blanks, opening comment, length" {
    passes shape_of_sources
    { echo '/* x */'; printf '/* %s */\n' "$(printf 'å%.0s' $(seq 94))"; } >engine/case/a.c
    passes shape_of_sources
    { echo '/* x */'; printf '/* %s */\n' "$(printf 'a%.0s' $(seq 95))"; } >engine/case/a.c
    caught shape_of_sources "a.c:2: longer"
    printf '/* x */\n\tint a; \n' >engine/case/a.c
    caught shape_of_sources "a.c:2: a tab" "a.c:2: blanks"
    printf 'int a;\n' >engine/case/a.c
    caught shape_of_sources "opening comment"
    { echo '/* x */'; seq 900; } >engine/case/a.c
    caught shape_of_sources "split it into rooms"
}

@test "diagnostic codes: form, one stage each, the list up to date" {
    mkdir -p engine/po
    cp "$TOP/engine/po/codes" engine/po/
    printf '/* x */\nvoid f(void) { hj_error(d, "HJ-CASE-001", p, "no %%s"); }\n' >engine/case/a.c
    caught diagnostic_codes "CODES.md: missing"
    engine/po/codes >engine/CODES.md
    passes diagnostic_codes
    grep -q 'HJ-CASE-001.*error: no %s' engine/CODES.md
    printf '/* x */\nvoid f(void) { hj_error(d, "HJ-CASE-002", p, "no"); }\n' >engine/fo/a.c
    engine/po/codes >engine/CODES.md
    caught diagnostic_codes "several stages"
    printf '/* x */\nvoid f(void) { hj_error(d, "HJ-FO-2", p, "no"); }\n' >engine/fo/a.c
    caught diagnostic_codes "HJ-STAGE-000"
}

@test "symbols: names and the outside world" {
    mkdir -p b/lib
    printf 'long time(long *); char *getenv(const char *);\nint naked(void) { return 1; }\nlong hj_x(void) { return time(0); }\nchar *hjemmel_y(void) { return getenv("A"); }\n' >x.c
    gcc -c x.c -o x.o
    ar crs b/lib/libhjemmel.a x.o
    HJ_BUILD=$PWD/b caught symbol_names "naked"
    says_not "hj_x" "hjemmel_y"
    HJ_BUILD=$PWD/b caught no_outside_world "calls time" "calls getenv"
    HJ_BUILD=$PWD/nowhere caught symbol_names "not built"
    HJ_BUILD=$PWD/nowhere caught no_outside_world "not built"
}

@test "translations: missing, in doubt, unused, and formats that do not agree" {
    mkdir -p engine/po
    cp "$TOP"/engine/po/{check,extract} engine/po/
    printf '/* x */\nvoid f(void) { hj_error(d, "HJ-CASE-001", p, "no %%s in blåbær"); hj_hint(d, "try"); }\n' >engine/case/a.c
    po() { { printf 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: nb\\n"\n\n'; cat; } >engine/po/nb.po; }
    printf 'msgid "no %%s in blåbær"\nmsgstr "ingen %%s i blåbær"\n\nmsgid "try"\nmsgstr "prøv"\n' | po
    passes translations_complete
    printf 'msgid "no %%s in blåbær"\nmsgstr "ingen %%s i blåbær"\n' | po
    caught translations_complete "not translated: try"
    printf 'msgid "no %%s in blåbær"\nmsgstr "ingen %%d i blåbær"\n\nmsgid "try"\nmsgstr "prøv"\n' | po
    caught translations_complete "in doubt: no %s in"
    printf 'msgid "no %%s in blåbær"\nmsgstr "ingen %%s i blåbær"\n\nmsgid "try"\nmsgstr "prøv"\n\nmsgid "old"\nmsgstr "gammel"\n' | po
    caught translations_complete "no longer used: old"
}
