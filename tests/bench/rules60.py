#!/usr/bin/env python3
"""rules60.py FOLDER: a pack of 60 rules and 720 leaves, a case that answers all it asks, and the same rules for others.

Always the same bytes. A rule is twelve leaves: four vilkår that must all hold, each one of three comparisons that suffices
(or, every third, all three). 240 facts: janei, tall and valg, read from attributes of the case's twenty elements. Facts and
bounds are drawn so that some two rules in three are granted.

  pakke/      the pack
  sak.xml     the case
  plain.lua   the same rules as Lua functions of a table of facts, without any trace: the floor
  zen.json    the same as one expression each (GoRules Zen); facts.json what they are given
  publicodes.json, situation.json     the same for Publicodes
"""
import json
import os
import sys

RULES, LEAVES, ELEMENTS, EACH = 60, 12, 20, 12
VALUES = ["ingen", "litt", "mye", "alt"]
state = 20261124


def draw(n):
    """A number below n; our own, so that no version of Python changes it."""
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return (state >> 33) % n


def facts():
    out = []
    for i in range(ELEMENTS * EACH):
        kind = ("janei", "tall", "valg")[i % 3]
        value = draw(4) > 0 if kind == "janei" else draw(50) if kind == "tall" else VALUES[draw(4)]
        out.append(("f%03d" % i, kind, value))
    return out


def leaf(fact):
    """How one comparison is written in each language."""
    name, kind, value = fact
    if kind == "janei":
        return ('er("%s")' % name, "f.%s" % name, name, name)
    if kind == "valg":
        word = value if draw(4) else VALUES[draw(4)]
        return ('er("%s", "%s")' % (name, word), 'f.%s == "%s"' % (name, word), '%s == "%s"' % (name, word), "%s = '%s'" % (name, word))
    bound = draw(50)
    return ('minst("%s", %d)' % (name, bound), "f.%s >= %d" % (name, bound), "%s >= %d" % (name, bound), "%s >= %d" % (name, bound))


def write(folder, name, text):
    os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
    with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
        f.write(text)


def main():
    folder, known = sys.argv[1], facts()
    pack, lua, zen, publi = [], [], [], {}
    for r in range(RULES):
        groups, plain, others, french = [], [], [], []
        for g in range(4):
            leaves = [leaf(known[draw(len(known))]) for _ in range(LEAVES // 4)]
            every = g % 3 == 2 and draw(2) == 0
            groups.append('    vilkaar "v%d" { hjemmel = "h.1", tekst = begge "vilkår %d",\n      %s { %s } },\n' % (
                g, g, "alle" if every else "noen", ", ".join(l[0] for l in leaves)))
            plain.append("(" + (" and " if every else " or ").join(l[1] for l in leaves) + ")")
            others.append("(" + (" and " if every else " or ").join(l[2] for l in leaves) + ")")
            french.append({"toutes ces conditions" if every else "une de ces conditions": [l[3] for l in leaves]})
        pack.append('regel "r%02d" { hjemmel = "h.1",\n  innvilges_naar = alle {\n%s  } }\n' % (r, "".join(groups)))
        lua.append("rules[%d] = function(f) return %s end\n" % (r + 1, " and ".join(plain)))
        publi["r%02d" % r] = {"toutes ces conditions": french}
        zen.append({"id": "e%02d" % r, "key": "r%02d" % r, "value": " and ".join(others)})

    def declared(i, name, kind):
        more = ", min = 0, maks = 100" if kind == "tall" else ", verdier = { %s }" % ", ".join(
            '"%s"' % v for v in VALUES) if kind == "valg" else ""
        return '  %s = %s { tekst = begge "%s", sti = "/sak/del%02d/@%s"%s },\n' % (
            name, kind, name, i // EACH, name, more)
    write(folder, "pakke/pakke.lua", 'pakke { navn = "seksti", versjon = "1", spraakversjon = 1 }\n'
          'dokument "sak" { navnerom = "urn:hjemmel:sak:1", dato = "/sak/@dato" }\n'
          'lov "h." { navn = begge "loven" }\n'
          'hjemmel "h.1" { lov = "h.", vis = "h. § 1", fra = "2000-01-01", kilde = "-", status = "gjeldende" }\n')
    write(folder, "pakke/fakta.lua", "fakta {\n" + "".join(declared(i, n, k) for i, (n, k, _) in enumerate(known)) + "}\n")
    write(folder, "pakke/regler.lua", "".join(pack))
    word = {True: "ja", False: "nei"}
    rows = ["  <del%02d %s/>\n" % (e, " ".join('%s="%s"' % (n, word[v] if isinstance(v, bool) else v)
                                              for n, _, v in known[e * EACH:(e + 1) * EACH])) for e in range(ELEMENTS)]
    write(folder, "sak.xml", '<sak xmlns="urn:hjemmel:sak:1" dato="2026-11-24">\n%s</sak>\n' % "".join(rows))
    values = {n: v for n, _, v in known}
    write(folder, "plain.lua", "local rules, f = {}, { %s }\n%s"
          "return function() local out = {} for i = 1, #rules do out[i] = rules[i](f) end return out end\n" % (
              ", ".join("%s = %s" % (n, json.dumps(v)) for n, v in values.items()), "".join(lua)))
    node = {"type": "expressionNode", "id": "regler", "name": "regler", "content": {"expressions": zen}}
    ends = [{"type": t + "Node", "id": t, "name": t, "content": {}} for t in ("input", "output")]
    edges = [{"id": a + b, "sourceId": a, "targetId": b, "type": "edge"} for a, b in (("input", "regler"), ("regler", "output"))]
    write(folder, "zen.json", json.dumps({"nodes": [ends[0], node, ends[1]], "edges": edges}))
    write(folder, "facts.json", json.dumps(values))
    publi.update((n, {"question": n, "type": "nombre" if k == "tall" else "booléen" if k == "janei" else "texte"})
                 for n, k, _ in known)
    write(folder, "publicodes.json", json.dumps(publi))
    write(folder, "situation.json", json.dumps({n: ("oui" if v else "non") if k == "janei" else v if k == "tall"
                                                else "'%s'" % v for n, k, v in known}))


main()
