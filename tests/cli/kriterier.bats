#!/usr/bin/env bats
# Local criteria guide: one that alone and absolutely refuses is warned about when the pack is loaded.
load common

pack() {
    mkdir -p regler
    {
        cat <<'LUA'
pakke { navn = "proeve", versjon = "1.0.0", spraakversjon = 1 }
lov "k" { navn = begge "kriterier", lokal = ja, advarsel = begge "Vurder personen, jf. loven § 1." }
lov "l" { navn = begge "loven" }
hjemmel "k.1" { lov = "k", fra = "2000-01-01", vis = begge "kriterier 1", kilde = "proeve", status = "gjeldende" }
hjemmel "l.1" { lov = "l", fra = "2000-01-01", vis = begge "loven § 1", kilde = "proeve", status = "gjeldende" }
fakta { a = janei { tekst = begge "a" }, b = janei { tekst = begge "b" }, n = tall { tekst = begge "n", min = 0 }, grunner = janei { tekst = begge "særlige grunner" } }
LUA
        cat
    } >regler/pakke.lua
}

@test "a condition on local criteria alone that nothing gets past" {
    pack <<'LUA'
regel "r" { hjemmel = { "l.1", "k.1" }, innvilges_naar = alle {
  vilkaar "loven" { tekst = begge "a", hjemmel = "l.1", er("a") },
  vilkaar "timer" { tekst = begge "n", hjemmel = "k.1", hoyst("n", 2) } } }
test "r" { dato = "2026-05-05", sak = { a = ja, n = 2 }, venter = { r = "innvilget" } }
LUA
    works hjemmel test regler
    says "regler/pakke.lua:$(line_of regler/pakke.lua 'vilkaar "timer"')" "vilkaar 'timer' rests on local criteria alone and refuses" \
        "Vurder personen, jf. loven § 1." "HJ-RULES-260"
    says_not "'loven' rests"
}

@test "an exception that can hold all the same is a way past; one that cannot is none" {
    pack <<'LUA'
regel "r" { hjemmel = "l.1", innvilges_naar = vilkaar "timer" { tekst = begge "n", hjemmel = "k.1", hoyst("n", 2) },
  unntak = { unntak "grunner" { gir = ja, hjemmel = "l.1", tekst = begge "u", naar = alle { er("grunner"), over("n", 2) } } } }
test "r" { dato = "2026-05-05", sak = { n = 3, grunner = ja }, venter = { r = "innvilget" } }
LUA
    works hjemmel test regler
    says_not "rests on local criteria"
    sed -i 's/over("n", 2) } }/under("n", 1) } }/; s/n = 3, grunner/n = 0, grunner/' regler/pakke.lua
    works hjemmel test regler
    says "vilkaar 'timer' rests on local criteria alone"
}

@test "law beside the criterion, another way to yes, and a partial yes are no absolute refusal" {
    pack <<'LUA'
regel "begge" { hjemmel = "l.1", innvilges_naar = vilkaar "v" { tekst = begge "v", hjemmel = { "k.1", "l.1" }, er("a") } }
regel "noen" { hjemmel = "l.1", innvilges_naar = noen { vilkaar "v" { tekst = begge "v", hjemmel = "k.1", er("a") }, vilkaar "w" { tekst = begge "w", hjemmel = "l.1", er("b") } } }
regel "delvis" { hjemmel = "l.1", innvilges_naar = vilkaar "v" { tekst = begge "v", hjemmel = "k.1", er("a") },
  unntak = { unntak "d" { gir = "delvis", hjemmel = "l.1", tekst = begge "d", naar = er("grunner") } } }
test "r" { dato = "2026-05-05", sak = { a = ja }, venter = { begge = "innvilget", noen = "innvilget" } }
LUA
    works hjemmel test regler
    says_not "rests on local criteria"
}

@test "an exception that says nei for one local reason is told; and the packs that ship refuse nobody so" {
    pack <<'LUA'
regel "r" { hjemmel = "l.1", innvilges_naar = vilkaar "v" { tekst = begge "v", hjemmel = "l.1", er("a") },
  unntak = { unntak "aldri" { gir = nei, hjemmel = "k.1", tekst = begge "u", naar = er("b") } } }
test "r" { dato = "2026-05-05", sak = { a = ja, b = nei }, venter = { r = "innvilget" } }
LUA
    works hjemmel test regler
    says "unntak 'aldri' rests on local criteria alone"
    works hjemmel check "$TOP/rules"
    says_not "HJ-RULES-260"
}
