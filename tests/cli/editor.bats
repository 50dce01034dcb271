# hjemmel editor: what it writes is true of the engine and of the packs, made the same every time, and
# never stands in the way of files somebody else wrote.
load common

meta=.hjemmel/hjemmel.lua

@test "four files, the same every time, over its own and nobody else's" {
    works hjemmel editor -r "$TOP/rules"
    says ".luarc.json: written" ".luacheckrc: written" ".hjemmel/hjemmel.lua: written" ".hjemmel/katalog.xml: written"
    for f in .luarc.json .luacheckrc .hjemmel/*; do head -1 "$f" | grep -q "made by hjemmel editor"; done
    mkdir foer && cp -r .luarc.json .luacheckrc .hjemmel foer
    works hjemmel editor -r "$TOP/rules"
    for f in .luarc.json .luacheckrc .hjemmel/hjemmel.lua .hjemmel/katalog.xml; do cmp "$f" "foer/$f"; done
    echo '{ "mine": true }' >.luarc.json
    rm .luacheckrc
    fails 1 hjemmel editor -r "$TOP/rules"
    says ".luarc.json: error: this file was not made by hjemmel editor"
    grep -q mine .luarc.json
    [ ! -e .luacheckrc ]
    works hjemmel editor --force -r "$TOP/rules"
    ! grep -q mine .luarc.json
    works hjemmel editor -r "$TOP/rules" annet
    cmp annet/$meta $meta
}

@test "every word of the language is defined, and nothing else" {
    works hjemmel editor -r "$TOP/rules"
    grep -oE '^[a-z_]+ = (nil|true|false|\{\})$' $meta | sed 's/ = .*//' | sort >defined
    grep -oE '^    (\[)?"[a-z_]+"' .luacheckrc | tr -d ' ["' | sort >listed
    cmp defined listed
    grep -qx regel defined
    grep -qx beslutningstabell defined
    [ "$(wc -l <defined)" -ge 60 ]
}

@test "the keys of a table are the ones the loader takes: it says so itself" {
    works hjemmel editor -r "$TOP/rules"
    mkdir pakke
    echo 'pakke { navn = "p", versjon = "1", spraakversjon = 1 }' >pakke/pakke.lua
    for word in regel frist sats vilkaar unntak hjemmel lov helligdag beslutningstabell sjekkliste test; do
        echo "local _ = $word \"x\" { zzzzzzzzzzzz = 1 }" >pakke/x.lua
        run hjemmel check pakke
        keys=$(grep -A4 "has no key 'zzzzzzzzzzzz'" <<<"$output" | sed -n 's/.*its keys are: //p' | head -1)
        [ -n "$keys" ] || { echo "$word: $output"; return 1; }
        tr ',' '\n' <<<"$keys" | tr -d ' ' | sort >asked
        # the class of that name with the same keys
        ok=
        for class in $(grep -oE "hj\.$word[0-9]*$" $meta | sort -u); do
            sed -n "/^---@class (exact) ${class//./\\.}\$/,/^\$/p" $meta |
                sed -n 's/^---@field \([a-z_]*\)?* .*/\1/p' | sort >told
            if cmp -s asked told; then ok=1; fi
        done
        [ -n "$ok" ] || { echo "$word"; cat asked told; return 1; }
    done
}

@test "names in the packs, by type" {
    mkdir pakke
    cat >pakke/pakke.lua <<'END'
pakke { navn = "p", versjon = "1", spraakversjon = 1 }
fakta { bor = janei { tekst = begge "x", sti = "@a" }, alder = tall { tekst = begge "y", sti = "@b" } }
sats "pris" { enhet = "kr", hjemmel = "h", { fra = "2026-01-01", verdi = 1, kilde = "x" } }
lov "l" { navn = begge "L" }
hjemmel "h" { lov = "l", vis = "l", kilde = "x", status = "gjeldende", fra = "2000-01-01" }
END
    works hjemmel editor -r pakke
    grep -A1 '^---@alias hj.JaNeiFaktum' $meta | grep -q "'bor'"
    grep -A1 '^---@alias hj.TallFaktum' $meta | grep -q "'alder'"
    grep -A1 '^---@alias hj.Hjemmel$' $meta | grep -q "'h'"
    grep -q '^---@field alder number # y' $meta
    grep -q '^---@field pris number' $meta
}

@test "what is written is Lua and XML, and the schemas are where the catalog says" {
    works hjemmel editor -r "$TOP/rules"
    if command -v luac5.4 >/dev/null; then luac5.4 -p $meta; luac5.4 -p .luacheckrc; fi
    python3 - <<'END'
import json, os, re, xml.etree.ElementTree as x
json.loads(re.sub(r'//.*', '', open('.luarc.json').read()))
uris = [e.get('uri') for e in x.parse('.hjemmel/katalog.xml').getroot()]
assert len(uris) == 4 and all(os.path.exists(u[len('file://'):]) for u in uris), uris
END
    if command -v luacheck >/dev/null; then
        cp -r "$TOP/rules" .
        luacheck -q rules
    fi
}

@test "packs that do not load give no files" {
    mkdir pakke
    echo 'pakke { navn = "p" }' >pakke/pakke.lua
    fails 1 hjemmel editor -r pakke
    nothing_left pakke/pakke.lua
}
