# hjemmel format: one way to lay out a rule file; only blanks and line breaks ever change.
load common

mutate() { python3 "$BATS_TEST_DIRNAME/format-mutate.py" "$@"; }
# What Lua makes of it, without lines and addresses.
code() { luac5.4 -l -p "$1" | sed -E 's/\[[0-9-]+\]//; s/<[^>]*>//; s/0x[0-9a-f]+//g'; }
# laid_out GIVEN EXPECTED: and laid out again, it is the same.
laid_out() {
    printf '%s\n' "$1" >inn.lua
    printf '%s\n' "$2" >ventet.lua
    works hjemmel format inn.lua
    diff ventet.lua inn.lua
    works hjemmel format --check inn.lua
}

@test "the shipped packs are laid out" {
    works hjemmel format --check "$TOP/rules"
    works hjemmel format --check "$TOP/templates/nytt"
}

@test "300 files with their blanks and comments stirred: laid out once is laid out for good, and says the same" {
    find "$TOP/rules" -name '*.lua' >filer
    # shellcheck disable=SC2046
    mutate 7 300 rot $(cat filer)
    cp -r rot foer
    works hjemmel format rot
    [ "$(wc -l <<<"$output")" -ge 250 ]
    mutate words rot foer
    if command -v luac5.4 >/dev/null; then
        for f in rot/0[0-5]*.lua; do cmp <(code "$f") <(code "foer/${f#rot/}"); done
    fi
    cp -r rot en_gang
    works hjemmel format rot
    diff -r en_gang rot
    works hjemmel format --check rot
}

@test "rows stand in columns, counted in letters and not in bytes" {
    laid_out 'beslutningstabell "x" {
rader = {
{"æøå",fra_til(0,6),gir=1},
{ {"barn","ungdom"},hva_som_helst,gir = 2 },
-- en merknad
{ "b",   minst(7), gir=10, hjemmel={"n"}},
} }' 'beslutningstabell "x" {
  rader = {
    { "æøå",                fra_til(0, 6), gir = 1 },
    { { "barn", "ungdom" }, hva_som_helst, gir = 2 },
    -- en merknad
    { "b",                  minst(7),      gir = 10, hjemmel = { "n" } },
  } }'
    laid_out 'sats "G" { enhet="kr",
{fra="2024-05-01",verdi=124028,kilde="a"},
{fra="2025-05-01",verdi=9,kilde="b"},
}' 'sats "G" { enhet = "kr",
  { fra = "2024-05-01", verdi = 124028, kilde = "a" },
  { fra = "2025-05-01", verdi = 9,      kilde = "b" },
}'
}

@test "rows that have nothing in common, or would be too wide, are left alone" {
    laid_out 'oppslag "x" {
  { "A", hvem = begge "a", frist = "b" },
  { "BB", frist = "b", hvem = begge "a" },
}' 'oppslag "x" {
  { "A",  hvem = begge "a", frist = "b" },
  { "BB", frist = "b", hvem = begge "a" },
}'
    long=$(printf 'x%.0s' $(seq 60))
    laid_out "t {
  { \"a\", 1 },
  { \"$long\", 2 },
}" "t {
  { \"a\", 1 },
  { \"$long\", 2 },
}"
}

@test "indentation, spaces and blank lines; the head of an entry on one line" {
    laid_out 'regel   "r"
{

hjemmel="h" ,
      innvilges_naar=alle{er ( "a" ),
  ikke( er("b") ) },



delvis_naar = over("n",-2),
}


test "t" { dato="2026-01-01", sak={}, venter = { r=ukjent } }' 'regel "r" {
  hjemmel = "h",
  innvilges_naar = alle { er("a"),
    ikke(er("b")) },

  delvis_naar = over("n", -2),
}

test "t" { dato = "2026-01-01", sak = {}, venter = { r = ukjent } }'
    laid_out 'local function f(x)
if x>1 then
return -x
elseif x== -1 then return x*2
else
for _,y in ipairs{1,2} do
x=x+y
end
end
return x.."a"
.."b"
end' 'local function f(x)
  if x > 1 then
    return -x
  elseif x == -1 then return x * 2
  else
    for _, y in ipairs { 1, 2 } do
      x = x + y
    end
  end
  return x .. "a"
    .. "b"
end'
}

@test "lines longer than 120 are broken where the whole is clearest; nn stands under nb" {
    a=$(printf 'a%.0s' $(seq 50))
    laid_out "vilkaar \"v\" { hjemmel = \"h\", er(\"b\"), tekst = { nb = \"$a\", nn = \"$a\" }, alle { er(\"c\") } }" \
"vilkaar \"v\" { hjemmel = \"h\", er(\"b\"),
  tekst = { nb = \"$a\",
            nn = \"$a\" }, alle { er(\"c\") } }"
    laid_out "tekst \"v\" { x = { nb = \"$a$a\", nn = \"$a$a\" } }" \
"tekst \"v\" { x = { nb = \"$a$a\",
                  nn = \"$a$a\" } }"
    laid_out "local x = \"$a$a\" .. \"$a\"" "local x = \"$a$a\"
  .. \"$a\""
    laid_out "local x = \"$a$a$a\"" "local x = \"$a$a$a\""
}

@test "what the author lined up stays lined up; comments keep their place" {
    laid_out 'helligdag "loerdag"     { ukedag = 6 }   -- en
helligdag "foerste_mai" { maaned = 5, dag = 1 } -- to
-- over
local a   = 1
local abc = 2
x = {
  en   = 1,
  to   = 22,
  tre4 = 3, -- hvorfor
}' 'helligdag "loerdag"     { ukedag = 6 }           -- en
helligdag "foerste_mai" { maaned = 5, dag = 1 }  -- to
-- over
local a = 1
local abc = 2
x = {
  en   = 1,
  to   = 22,
  tre4 = 3,  -- hvorfor
}'
    laid_out 'f(a, --[[ midt i ]] b) -- etter
  -- sist' 'f(a, --[[ midt i ]] b)  -- etter
-- sist'
}

@test "texts over several lines, escapes, minus before minus" {
    laid_out 'tekst "a" { nb=[[
  Som det
    står]],nn="a\"b\\" }
local x = 1 - -1
local y = t[ [[k]] ]' 'tekst "a" { nb = [[
  Som det
    står]], nn = "a\"b\\" }
local x = 1 - -1
local y = t[ [[k]]]'
}

@test "line ends of Windows, tabs and blanks at the end of lines" {
    printf 'tekst "a" {\r\n\tnb = "x", -- hei  \r\n\tnn = "y",  \r\n}\r\n' >a.lua
    works hjemmel format a.lua
    diff - a.lua <<'END'
tekst "a" {
  nb = "x",  -- hei
  nn = "y",
}
END
}

@test "a file that cannot be read is left as it is, and the others are laid out" {
    mkdir p
    echo 'tekst "a" { nb = "x"' >p/a.lua
    echo 'tekst "b" {nb="x"}' >p/b.lua
    echo 'tekst "c" { nb = "x }' >p/c.lua
    cp p/a.lua a.foer
    fails 1 hjemmel format p
    says "p/a.lua:1: error: the file cannot be laid out" "p/c.lua:1: error" "hjemmel check says what is wrong"
    cmp a.foer p/a.lua
    [ "$(cat p/b.lua)" = 'tekst "b" { nb = "x" }' ]
    fails 3 hjemmel format nowhere
    mkdir tom
    fails 1 hjemmel format tom
    says "there are no .lua files here"
}

@test "--check writes nothing and names each file; --stdout writes nothing" {
    echo 'tekst "b" {nb="x"}' >b.lua
    fails 1 hjemmel format --check b.lua
    says "b.lua: error: not laid out as hjemmel format does"
    works hjemmel format --stdout b.lua
    [ "$output" = 'tekst "b" { nb = "x" }' ]
    [ "$(cat b.lua)" = 'tekst "b" {nb="x"}' ]
    works hjemmel format b.lua
    says "b.lua: laid out"
    works hjemmel format b.lua
    [ -z "$output" ]
}
