"""Other forms of Polish words, by the endings of the spelling dictionary of Debian's hunspell-pl.

    forms({"drzewa"})  →  {"drzewa": ["drzew", "drzewach", "drzewami", "drzewem", …]}

Not kto's own dictionary: questions made with it would suit kto best.
"""

import collections
import pathlib
import re

ENDINGS = pathlib.Path("/usr/share/hunspell/pl_PL.aff")
WORDS = pathlib.Path("/usr/share/hunspell/pl_PL.dic")


def endings():
    """Flag → (letters taken off, letters put on, what the word must end in)."""
    rules = collections.defaultdict(list)
    for line in ENDINGS.read_text(encoding="iso-8859-2").splitlines():
        parts = line.split()
        if len(parts) >= 5 and parts[0] == "SFX":
            off, on = ("" if part == "0" else part for part in (parts[2], parts[3].split("/")[0]))
            rules[parts[1]].append((off, on, re.compile(f"(?:{parts[4]})$")))
    return rules


def paradigm(stem, flags, rules):
    found = {stem}
    for off, on, condition in (rule for flag in flags for rule in rules.get(flag, ())):
        if stem.endswith(off) and condition.search(stem):
            found.add(stem[:len(stem) - len(off)] + on)
    return found


def forms(words):
    """The other forms of each word that the dictionary has, in order; nothing where it is not installed."""
    if not WORDS.exists():
        return {}
    rules, found, beginnings = endings(), collections.defaultdict(set), {word[:3] for word in words}
    for line in WORDS.read_text(encoding="iso-8859-2").splitlines():
        stem, _, flags = line.strip().partition("/")
        if stem[:3] not in beginnings:
            continue
        together = paradigm(stem, flags, rules)
        for word in together & words:
            found[word] |= together
    return {word: sorted(found[word] - {word}) for word in sorted(found)}
