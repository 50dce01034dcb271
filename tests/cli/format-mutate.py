"""format-mutate.py SEED COUNT OUT FILES...: writes COUNT files into OUT, each a file of FILES whose
blanks, line breaks and comments have been changed at random, and no word of it. `words A B` fails
at the first file of folder A that does not hold the same words as in B, in the same order, comments
too: a reader of Lua's words of its own, that owes nothing to the engine's."""
import os, random, re, sys

WORD = re.compile(
    r'--\[(?P<c>=*)\[.*?\](?P=c)\]|--[^\n]*|\[(?P<s>=*)\[.*?\](?P=s)\]'
    r'|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|[A-Za-z_]\w*'
    r'|(?:0[xX][0-9a-fA-F.]+(?:[pP][+-]?\d+)?|\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)'
    r'|\.\.\.|\.\.|==|~=|<=|>=|<<|>>|//|::|[^\s\w]', re.S)


def words(text):
    return [m.group(0).rstrip() if m.group(0).startswith('--') else m.group(0)
            for m in WORD.finditer(text)]


def glued(a, b):
    """Could a and b be read as one when nothing stands between them?"""
    if re.match(r'.*\w$', a, re.S) and re.match(r'[\w.]', b):
        return True
    pair = a + b
    return [m.group(0) for m in WORD.finditer(pair)] != [a, b]


def mutate(text, dice):
    out, all_words = [], words(text)
    calm = dice.random()
    for i, w in enumerate(all_words):
        if i:
            before = all_words[i - 1]
            line_comment = before.startswith('--') and not re.match(r'--\[=*\[', before)
            r = dice.random()
            if line_comment:
                out.append('\n' * dice.randint(1, 4))
            elif r < 0.04 * calm:
                out.append('\n' * dice.randint(1, 4) + ' ' * dice.randint(0, 9))
            elif r < 0.05 * calm:
                out.append('  -- %d\n' % dice.randint(0, 99))
            elif r < 0.06 * calm:
                out.append(' --[[ %d ]] ' % dice.randint(0, 99))
            elif r < 0.2 and not glued(before, w):
                pass
            elif r < 0.3:
                out.append('\t' * dice.randint(1, 3))
            elif r < 0.5 or calm > 0.7:
                out.append(' ' * dice.randint(1, 3))
            else:
                out.append('\n' if dice.random() < 0.2 else ' ')
        out.append(w)
    return ''.join(out) + dice.choice(['', '\n', '\n\n\n', '\r\n'])


if sys.argv[1] == 'words':
    for name in sorted(os.listdir(sys.argv[2])):
        a, b = (words(open(d + '/' + name, encoding='utf-8').read()) for d in sys.argv[2:4])
        if a != b:
            sys.exit(name)
    sys.exit()
dice = random.Random(int(sys.argv[1]))
files = sorted(sys.argv[4:])
os.makedirs(sys.argv[3], exist_ok=True)
for n in range(int(sys.argv[2])):
    path = files[n % len(files)]
    text = open(path, encoding='utf-8').read()
    with open('%s/%03d.lua' % (sys.argv[3], n), 'w', encoding='utf-8', newline='') as f:
        f.write(mutate(text, dice))
