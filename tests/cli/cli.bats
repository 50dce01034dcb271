# The command line itself: help, languages, usage errors, where things are written.
load common

commands="render check explain test status fo dump help version"

@test "without arguments the overview goes to stderr and the exit is 2" {
    fails 2 hjemmel
    says 'Commands:'
    [ -z "$(hjemmel 2>/dev/null)" ]
}

@test "--help lists every command with exit 0" {
    works hjemmel --help
    for c in $commands; do says "  $c "; done
    works hjemmel help
    works hjemmel -h
}

@test "every command explains itself, by help and by --help" {
    for c in $commands; do
        works hjemmel help "$c"
        says "hjemmel $c" "--lang"
        a=$output
        works hjemmel "$c" --help
        [ "$a" = "$output" ]
    done
}

@test "an unknown command or option is named, with the nearest" {
    fails 2 hjemmel rendre
    says 'no command "rendre"' 'did you mean render?'
    fails 2 hjemmel render --formt pdf x.xml
    says '--formt' 'did you mean --format?'
    fails 2 hjemmel render -Z x.xml
    says '-Z' 'hjemmel help render'
}

@test "a value that is missing, wrong, doubled or unwanted is refused" {
    fails 2 hjemmel render x.xml --format
    says '--format needs a value'
    fails 2 hjemmel render x.xml --format=doc
    says 'pdf|pdf-cairo|png|svg|fo' '"doc"'
    fails 2 hjemmel render x.xml --page 0
    fails 2 hjemmel render x.xml --page 1x
    fails 2 hjemmel render x.xml --dato 2026-01-01 --dato 2026-01-02
    says 'given twice'
    fails 2 hjemmel fo x.fo --strict=yes
    says 'takes no value'
    fails 2 hjemmel check
    says 'needs something to work on'
    fails 2 hjemmel version extra
}

@test "options may stand before the command, after it, and end with --" {
    works hjemmel --lang nb help fo
    a=$output
    works hjemmel help fo -l nb
    [ "$a" = "$output" ]
    works hjemmel help -lnb fo
    [ "$a" = "$output" ]
    fails 3 hjemmel check -- --no-such-file
    says "--no-such-file"
}

@test "the language is the text of the variables, whatever locales the machine has" {
    english=$(hjemmel help)
    norwegian=$(hjemmel help --lang nb)
    [ "$english" != "$norwegian" ]
    for value in nb nn no nb_NO.UTF-8 nn_NO no_NO.ISO-8859-1; do
        [ "$(LANG=$value hjemmel help)" = "$norwegian" ]
    done
    for value in C POSIX en_GB.UTF-8 de_DE.UTF-8 nobody; do
        [ "$(LANG=$value hjemmel help)" = "$english" ]
    done
    [ "$(LANG=nb LC_ALL=C hjemmel help)" = "$english" ]
    [ "$(LANG=en LC_MESSAGES=nb hjemmel help)" = "$norwegian" ]
    [ "$(LANG=nb LC_MESSAGES=en LC_ALL= hjemmel help)" = "$english" ]
    [ "$(LC_ALL=C LANGUAGE=sv:nn:en hjemmel help)" = "$norwegian" ]
    [ "$(LC_ALL=nb LANGUAGE=sv hjemmel help)" = "$norwegian" ]
    [ "$(LANG=nb hjemmel help --lang en)" = "$english" ]
}

@test "version is one line" {
    works hjemmel version
    [[ $output =~ ^hjemmel\ [0-9]+\.[0-9]+\.[0-9]+$ ]]
    works hjemmel --version
}

@test "diagnostics as JSON are one array, also of usage errors" {
    hjemmel fo --diagnostics json 2>err || true
    [ "$(head -c 1 err)" = "[" ]
    [ "$(tail -n 1 err)" = "]" ]
    grep -q '"code": "HJ-CLI-008"' err
    hjemmel check --diagnostics=json a.xml b.xml 2>err || true
    [ "$(grep -c '"severity": "error"' err)" -eq 2 ]
    [ "$(grep -c '^\[' err)" -eq 1 ]
}

@test "several documents need a folder, and a file is not one" {
    fails 2 hjemmel render a.xml b.xml
    says '-o FOLDER'
    fails 2 hjemmel render a.xml b.xml -o -
    touch file
    fails 2 hjemmel render a.xml b.xml -o file
    fails 3 hjemmel render a.xml b.xml -o no/such/folder
}

@test "a document is not written to a terminal unasked" {
    script -qec true /dev/null >/dev/null 2>&1 || skip "no terminal can be made here"
    run script -qec 'hjemmel fo x.fo' /dev/null
    [ "$status" -eq 2 ]
    says "to the terminal" "-o"
}

@test "colour is for terminals, and NO_COLOR turns it off" {
    script -qec true /dev/null >/dev/null 2>&1 || skip "no terminal can be made here"
    esc=$(printf '\033')
    run script -qec 'TERM=xterm hjemmel check none.xml' /dev/null
    says "$esc[1;31m"
    run script -qec 'TERM=xterm NO_COLOR=1 hjemmel check none.xml' /dev/null
    says_not "$esc"
    hjemmel check none.xml 2>err || true
    ! grep -q "$esc" err
}

@test "missing program data is a clear error of the environment" {
    fails 3 hjemmel check --data "$PWD/nowhere" x.xml
    says "$PWD/nowhere" "data folder" "hint"
    cp "$HJ_BUILD/bin/hjemmel" .
    mkdir -p share
    fails 3 ./hjemmel check --lang nb x.xml
}

@test "the manual page names every command and option, in both languages" {
    for lang in en nb; do
        works hjemmel help --man --lang $lang
        says '.TH HJEMMEL 1'
        for c in $commands; do says ".SS \"hjemmel $c\""; done
        for o in format dokument maalform dato kommune strict diagnostics; do says "\\-\\-$o"; done
        [ "$(grep -c '^\.SH' <<<"$output")" -ge 7 ]
    done
}

@test "shell completion is sound and knows commands, options and choices" {
    hjemmel help --completion >completion
    bash -n completion
    . ./completion
    COMP_WORDS=(hjemmel re) COMP_CWORD=1
    _hjemmel
    [ "${COMPREPLY[*]}" = "render" ]
    COMP_WORDS=(hjemmel render --format pd) COMP_CWORD=3
    _hjemmel
    [ "${COMPREPLY[*]}" = "pdf pdf-cairo" ]
    COMP_WORDS=(hjemmel fo --str) COMP_CWORD=2
    _hjemmel
    [ "${COMPREPLY[*]}" = "--strict" ]
}
