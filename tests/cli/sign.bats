# Signed packs: one that is not as it was signed is never used, and what was changed is named.
load common

# A key, the packs signed with it, and a case.
signed() {
    good_case sak
    cp -r "$TOP/rules" .
    hjemmel sign --new-key noekkel >/dev/null
    hjemmel sign rules/*/ --key noekkel >/dev/null
}
render() { hjemmel render sak/sak.xml --rules rules --trust noekkel.pub -o ut.pdf; }
refused() { # says TEXT...: the letter is not made
    rm -f ut.pdf
    fails 1 render
    says "$@"
    [ ! -e ut.pdf ]
}

@test "a key: the secret one for its owner alone, the public one shown; never written over" {
    works hjemmel sign --new-key noekkel
    says "hjemmel-key 1 "
    [ "$output" = "$(cat noekkel.pub)" ]
    [ "$(stat -c %a noekkel)" = 600 ]
    cp noekkel foer
    fails 3 hjemmel sign --new-key noekkel
    says "not written over"
    cmp noekkel foer
    rm noekkel.pub
    fails 3 hjemmel sign --new-key noekkel
    says "there already"
    cmp noekkel foer
    [ ! -e noekkel.pub ]
    works hjemmel sign --new-key annen
    ! cmp -s noekkel annen
    grep -q '^hjemmel-secret-key 1 [0-9a-f]\{16\} [0-9a-f]\{64\}$' noekkel
}

@test "signed packs are used, and the letter is the same" {
    signed
    works render
    works hjemmel render sak/sak.xml --rules rules -o uten.pdf
    cmp ut.pdf uten.pdf
}

@test "the signature is text, lists every file, and is the same when made again" {
    signed
    (cd rules/tildeling && sed '1,/^$/d' pakke.sig | b2sum -l 256 --check --quiet -)
    [ "$(sed '1,/^$/d' rules/tildeling/pakke.sig | b2sum -l 256 | cut -d' ' -f1)" = "$(sed -n 's/^fingerprint blake2b-256://p' rules/tildeling/pakke.sig)" ]
    [ "$(sed '1,/^$/d' rules/tildeling/pakke.sig | wc -l)" -eq "$(find rules/tildeling -name '*.lua' | wc -l)" ]
    cp rules/tildeling/pakke.sig foer
    works hjemmel sign rules/tildeling --key noekkel
    says "rules/tildeling/pakke.sig" "signed with the key $(cut -d' ' -f3 noekkel.pub)"
    cmp foer rules/tildeling/pakke.sig
}

@test "an unsigned pack" {
    signed
    rm rules/tildeling/pakke.sig
    refused "rules/tildeling: error: the pack is not signed" "hjemmel sign rules/tildeling --key FILE"
    works hjemmel render sak/sak.xml --rules rules -o uten-tillit.pdf
}

@test "a file that was changed, added, taken away, renamed or exchanged is named" {
    signed
    cp -r rules rene
    edit rules/tildeling/fraser.lua '1s/^/ /'
    refused "rules/tildeling/fraser.lua: error: this file has been changed since the pack was signed"
    says_not "felles" "kriterier.lua"
    rm -r rules && cp -r rene rules
    echo '-- ny' >rules/tildeling/ny.lua
    refused "rules/tildeling/ny.lua: error: this file was not in the pack when it was signed"
    rm rules/tildeling/ny.lua
    rm rules/tildeling/fraser.lua
    refused "fraser.lua was in the pack when it was signed, and is missing"
    cp rene/tildeling/fraser.lua rules/tildeling/fraser2.lua
    refused "fraser2.lua: error: this file was not in the pack" "fraser.lua was in the pack"
    rm -r rules && cp -r rene rules
    mv rules/tildeling/fraser.lua x && mv rules/tildeling/kriterier.lua rules/tildeling/fraser.lua && mv x rules/tildeling/kriterier.lua
    refused "fraser.lua: error: this file has been changed" "kriterier.lua: error: this file has been changed"
    mkdir rules/tildeling/dypt && echo '-- ny' >rules/tildeling/dypt/ny.lua
    refused "dypt/ny.lua: error: this file was not in the pack"
    fails 1 hjemmel render --lang nb sak/sak.xml --rules rules --trust noekkel.pub -o ut.pdf
    says "filen er endret siden pakken ble signert"
}

@test "nothing of a pack that is refused has been run" {
    signed
    echo 'error("DETTE ER KJOERT")' >>rules/tildeling/fraser.lua
    refused "has been changed since"
    says_not "KJOERT"
}

@test "the signature of another pack, another key, or a key that is not trusted" {
    signed
    cp rules/felles/pakke.sig rules/tildeling/pakke.sig
    refused "rules/tildeling" "HJ-SIGN-00"
    hjemmel sign --new-key fremmed >/dev/null
    hjemmel sign rules/tildeling --key fremmed >/dev/null
    refused "signed with the key $(cut -d' ' -f3 fremmed.pub), which is not trusted here" "trusted here: $(cut -d' ' -f3 noekkel.pub)"
    # The trusted key's id over the other key's signature.
    sed -i "s/^key .*/key $(cut -d' ' -f3 noekkel.pub)/" rules/tildeling/pakke.sig
    refused "the signature is not that of the key $(cut -d' ' -f3 noekkel.pub)"
    hjemmel sign rules/tildeling --key fremmed >/dev/null
    works hjemmel render sak/sak.xml --rules rules --trust noekkel.pub --trust fremmed.pub -o ut.pdf
    mkdir tillit && cp ./*.pub tillit/
    works hjemmel render sak/sak.xml --rules rules --trust tillit -o ut.pdf
}

@test "every bit of the signature counts" {
    signed
    cp rules/tildeling/pakke.sig hel
    size=$(stat -c %s hel)
    for i in $(seq 0 23 $((size - 1))); do
        byte=$(od -An -tu1 -j "$i" -N 1 hel)
        cp hel rules/tildeling/pakke.sig
        printf "\\x$(printf %02x $((byte ^ (1 << (i % 7)))))" | dd of=rules/tildeling/pakke.sig bs=1 seek="$i" conv=notrunc status=none
        ! cmp -s hel rules/tildeling/pakke.sig
        fails 1 render
        says "HJ-SIGN-"
    done
}

@test "a signature that is cut off, empty, huge, a folder, or something else" {
    signed
    cp rules/tildeling/pakke.sig hel
    for n in 0 10 100 200 $(($(stat -c %s hel) - 1)); do
        head -c "$n" hel >rules/tildeling/pakke.sig
        refused "HJ-SIGN-"
    done
    head -c 3000000 /dev/zero >rules/tildeling/pakke.sig
    refused "larger than the limit"
    { cat hel; head -c 500000 /dev/zero | tr '\0' a; } >rules/tildeling/pakke.sig
    refused "pakke.sig has been changed"
    rm rules/tildeling/pakke.sig && mkdir rules/tildeling/pakke.sig
    refused "this is a folder"
    rmdir rules/tildeling/pakke.sig
    sed 's/$/\r/' hel >rules/tildeling/pakke.sig
    refused "this is not a signature, or not all of it"
    { cat hel; echo; } >rules/tildeling/pakke.sig
    refused "pakke.sig has been changed"
}

@test "a link out of the pack" {
    signed
    mv rules/tildeling/fraser.lua utenfor.lua
    ln -s ../../utenfor.lua rules/tildeling/fraser.lua
    refused "fraser.lua: error: this is a link out of the pack"
    fails 1 hjemmel sign rules/tildeling --key noekkel
    says "this is a link out of the pack"
    # Within the pack it is a file like any other.
    rm rules/tildeling/fraser.lua
    mkdir rules/tildeling/dypt && mv utenfor.lua rules/tildeling/dypt/fraser.txt
    ln -s dypt/fraser.txt rules/tildeling/fraser.lua
    works hjemmel sign rules/tildeling --key noekkel
    works render
}

@test "keys that cannot be used are no reason to do without" {
    signed
    fails 3 hjemmel render sak/sak.xml --rules rules --trust borte.pub -o x.pdf
    mkdir tom
    fails 1 hjemmel render sak/sak.xml --rules rules --trust tom -o x.pdf
    says "no public key here"
    sed 's/ [0-9a-f]\{10\}/ 0123456789/2' noekkel.pub >skade.pub
    fails 1 hjemmel render sak/sak.xml --rules rules --trust skade.pub -o x.pdf
    says "skade.pub:1" "do not belong together"
    echo "ssh-ed25519 AAAA" >ssh.pub
    fails 1 hjemmel render sak/sak.xml --rules rules --trust ssh.pub -o x.pdf
    says "ssh.pub:1" "this is not a public key"
    fails 1 hjemmel render sak/sak.xml --rules rules --trust noekkel -o x.pdf
    [ ! -e x.pdf ]
    { echo "# kommunens nøkkel"; echo; sed 's/$/ Tolga kommune, rådmannen/' noekkel.pub; } >liste
    works hjemmel render sak/sak.xml --rules rules --trust liste -o ut.pdf
}

@test "a folder trust in the data folder is enough" {
    signed
    cp -rL "$HJ_BUILD/share/hjemmel" data
    mkdir data/trust
    cp noekkel.pub data/trust/
    fails 1 hjemmel render --data data sak/sak.xml -o x.pdf
    says "the pack is not signed"
    hjemmel sign data/rules/*/ --key noekkel
    works hjemmel render --data data sak/sak.xml -o x.pdf
}

@test "the secret key must be whole, and its owner's alone" {
    signed
    chmod 644 noekkel
    fails 1 hjemmel sign rules/felles --key noekkel
    says "others than the owner may read this secret key" "chmod 600 noekkel"
    chmod 600 noekkel
    sed 's/..$//' noekkel >halv && chmod 600 halv
    fails 1 hjemmel sign rules/felles --key halv
    says "this is not a secret key, or not all of it"
    cp noekkel.pub offentlig && chmod 600 offentlig
    fails 1 hjemmel sign rules/felles --key offentlig
    sed 's/[0-9a-f]$/x/' noekkel >feil && chmod 600 feil
    fails 1 hjemmel sign rules/felles --key feil
    ! grep -q "$(sed -n 's/.* //p' noekkel | tail -1)" <<<"$output"
}

@test "sign wants a pack and a key" {
    signed
    fails 2 hjemmel sign
    fails 2 hjemmel sign rules/felles
    fails 2 hjemmel sign --key noekkel
    fails 2 hjemmel sign --new-key ny rules/felles
    fails 1 hjemmel sign rules --key noekkel
    says "there is no pack here to sign"
    [ ! -e rules/pakke.sig ]
}

@test "check says when a signature is out of date" {
    signed
    works hjemmel check rules
    says_not "HJ-SIGN"
    echo '-- ny' >>rules/tildeling/fraser.lua
    works hjemmel check rules
    says "rules/tildeling/pakke.sig: warning: the pack has been changed since it was signed"
}
