# tests/tally must not be talked into a pass.

setup() { cd "$BATS_TEST_TMPDIR" || return; tests=$BATS_TEST_DIRNAME/..; }

# suite NAME < lines
suite() { cat >"$1.tap"; }
tally() { run "$tests/tally" "$@"; last=${lines[${#lines[@]}-1]}; }

@test "passes, failures and skips are added over suites" {
    printf '1..3\nok 1 - a\nnot ok 2 - b\n# why\nok 3 # SKIP c\n# exit 1\n' | suite a
    printf 'ok 1\nok 2\n1..2\n# exit 0\n' | suite b
    tally a.tap b.tap
    [ "$status" -eq 1 ]
    [ "$last" = "3 passed, 1 failed, 1 skipped" ]
    [[ "$output" == *"a: not ok 2 - b"*"# why"* ]]
}

@test "all well is exit 0" {
    printf '1..1\nok 1 - a\n# exit 0\n' | suite a
    tally a.tap
    [ "$status" -eq 0 ]
    [ "$last" = "1 passed, 0 failed, 0 skipped" ]
}

@test "a missing plan is a failure" {
    printf 'ok 1 - a\n# exit 0\n' | suite a
    tally a.tap
    [ "$status" -eq 1 ]
    [ "$last" = "1 passed, 1 failed, 0 skipped" ]
}

@test "each test that never reported is a failure" {
    printf '1..4\nok 1\nok 2\n# exit 0\n' | suite a
    tally a.tap
    [ "$last" = "2 passed, 2 failed, 0 skipped" ]
}

@test "a truncated file is a failure" {
    printf '1..1\nok 1\n' | suite a
    tally a.tap
    [ "$last" = "1 passed, 1 failed, 0 skipped" ]
}

@test "a crash is a failure even after the last test" {
    printf '1..1\nok 1\n# exit 139\n' | suite a
    tally a.tap
    [ "$last" = "1 passed, 1 failed, 0 skipped" ]
    [[ "$output" == *"signal 11"* ]]
}

@test "a time-out is a failure" {
    printf '1..1\nok 1\n# exit 124\n' | suite a
    tally a.tap
    [ "$last" = "1 passed, 1 failed, 0 skipped" ]
}

@test "a non-zero exit without a failing line is a failure" {
    printf '1..1\nok 1\n# exit 1\n' | suite a
    tally a.tap
    [ "$last" = "1 passed, 1 failed, 0 skipped" ]
}

@test "a suite that left no file is a failure" {
    printf '1..1\nok 1\n# exit 0\n' | suite a
    tally a.tap nowhere.tap
    [ "$status" -eq 1 ]
    [ "$last" = "1 passed, 1 failed, 0 skipped" ]
}

@test "more tests than planned, or a number twice, is a failure" {
    printf '1..1\nok 1\nok 2\n# exit 0\n' | suite a
    tally a.tap
    [ "$status" -eq 1 ]
    printf 'ok 1\nok 2\n1..1\n# exit 0\n' | suite b
    tally b.tap
    [ "$status" -eq 1 ]
    printf '1..2\nok 1\nok 1\n# exit 0\n' | suite c
    tally c.tap
    [ "$status" -eq 1 ]
}

@test "Bail out, an empty suite and no suites are failures" {
    printf '1..1\nok 1\nBail out! disk\n# exit 0\n' | suite a
    tally a.tap
    [ "$status" -eq 1 ]
    printf '1..0\n# exit 0\n' | suite b
    tally b.tap
    [ "$last" = "0 passed, 1 failed, 0 skipped" ]
    tally
    [ "$last" = "0 passed, 1 failed, 0 skipped" ]
}

@test "an empty suite with a reason is a skip" {
    printf '1..0 # SKIP no such device\n# exit 0\n' | suite a
    printf '1..1\nok 1\n# exit 0\n' | suite b
    tally a.tap b.tap
    [ "$status" -eq 0 ]
    [ "$last" = "1 passed, 0 failed, 1 skipped" ]
}

@test "only skips is not a pass" {
    printf '1..1\nok 1 # SKIP x\n# exit 0\n' | suite a
    tally a.tap
    [ "$status" -eq 1 ]
}

@test "a name with the word skip in it is no skip" {
    printf '1..1\nnot ok 1 - lines that skip\n# exit 1\n' | suite a
    tally a.tap
    [ "$last" = "0 passed, 1 failed, 0 skipped" ]
}

@test "tests/tap records the exit status, a crash and a last line without an end" {
    "$tests/tap" a.tap sh -c 'echo 1..1; printf "ok 1"; kill -SEGV $$'
    [ "$(tail -n 1 a.tap)" = "# exit 139" ]
    tally a.tap
    [ "$last" = "1 passed, 1 failed, 0 skipped" ]
}

@test "tests/tap gives each suite its own scratch folder and removes it" {
    export here=$PWD
    "$tests/tap" a.tap sh -c 'echo "$TMPDIR" >"$here/dir"; touch "$TMPDIR/litter"; echo 1..1; echo ok 1'
    [ -s dir ]
    [ ! -e "$(cat dir)" ]
}
