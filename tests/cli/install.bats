# make install, and a program that embeds the library as installed.
load common

setup_file() {
    # Installed once for all the tests here, from a copy of the build: another prefix is compiled
    # in, and other suites are using the program meanwhile.
    export COPY=$BATS_FILE_TMPDIR/build PREFIX=$BATS_FILE_TMPDIR/usr
    cp -a "$HJ_BUILD" "$COPY"
    install_into "$PREFIX" >"$BATS_FILE_TMPDIR/log" 2>&1 || { cat "$BATS_FILE_TMPDIR/log"; return 1; }
}

install_into() { # PREFIX [TARGET] [VARIABLE=…]
    make -s -C "$TOP" BUILD="$COPY" CFLAGS="${HJ_CFLAGS:--O2 -g}" prefix="$1" "${2:-install}" "${@:3}"
}

@test "everything is where a packager expects it" {
    for f in bin/hjemmel lib/libhjemmel.a lib/libhjemmel.so lib/libhjemmel.so.0 include/hjemmel.h \
        lib/pkgconfig/hjemmel.pc share/man/man1/hjemmel.1 share/bash-completion/completions/hjemmel \
        share/doc/hjemmel/LICENSE share/hjemmel/rules share/hjemmel/templates share/hjemmel/schemas \
        share/hjemmel/fonts/fonts.xml; do
        [ -e "$PREFIX/$f" ] || { echo "missing: $f"; return 1; }
    done
    readelf -d "$PREFIX/lib/libhjemmel.so" | grep -q 'SONAME.*libhjemmel.so.0'
}

@test "nothing installed is a link out of the installation, and licences go with the fonts" {
    links=$(find "$PREFIX/share" -type l)
    [ -z "$links" ] || { echo "$links"; return 1; }
    ls "$PREFIX"/share/hjemmel/fonts/COPYRIGHT.* >/dev/null
    [ -z "$(find "$PREFIX/share/hjemmel" -name 'hyph_*')" ]
}

@test "DESTDIR is put before the prefix, and the files do not name it" {
    install_into /opt/h install DESTDIR="$PWD/stage" >/dev/null
    [ -x stage/opt/h/bin/hjemmel ]
    grep -q '^prefix=/opt/h$' stage/opt/h/lib/pkgconfig/hjemmel.pc
    ! grep -rq "$PWD/stage" stage/opt/h/lib/pkgconfig
}

@test "the installed program finds its data beside itself, also when moved" {
    sak=$(find "$TOP/samples" -name sak.xml | sort | head -n 1)
    cp -r "$PREFIX" moved
    works moved/bin/hjemmel render "$sak" -o letter.pdf
    [ "$(head -c 5 letter.pdf)" = "%PDF-" ]
}

@test "a program of twenty lines embeds the installed library" {
    sak=$(find "$TOP/samples" -name sak.xml | sort | head -n 1)
    export PKG_CONFIG_PATH=$PREFIX/lib/pkgconfig
    # shellcheck disable=SC2046,SC2086
    cc -std=c11 -Wall -Wextra -pedantic -Werror $HJ_CFLAGS "$TOP/samples/embed/embed.c" -o embed \
        $(pkg-config --cflags --libs hjemmel) -Wl,-rpath,"$PREFIX/lib"
    ./embed "$sak" >embedded.pdf
    "$PREFIX/bin/hjemmel" render "$sak" -o letter.pdf
    cmp embedded.pdf letter.pdf
    fails 2 ./embed
    fails 1 ./embed no-such-file.xml
}

@test "the static library works too" {
    sak=$(find "$TOP/samples" -name sak.xml | sort | head -n 1)
    export PKG_CONFIG_PATH=$PREFIX/lib/pkgconfig
    # shellcheck disable=SC2046,SC2086
    cc -std=c11 $HJ_CFLAGS "$TOP/samples/embed/embed.c" -o embed $(pkg-config --cflags hjemmel) \
        "$PREFIX/lib/libhjemmel.a" $(pkg-config --libs $(pkg-config --print-requires-private hjemmel)) \
        $(sed -n 's/^Libs.private: //p' "$PREFIX/lib/pkgconfig/hjemmel.pc")
    ./embed "$sak" >embedded.pdf
    [ "$(head -c 5 embedded.pdf)" = "%PDF-" ]
}

@test "uninstall leaves nothing" {
    install_into "$PWD/u" >/dev/null
    install_into "$PWD/u" uninstall >/dev/null
    [ -z "$(find u -type f -o -type l)" ] || { find u -type f -o -type l; return 1; }
}
