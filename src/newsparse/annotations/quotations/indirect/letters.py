"""The classes of words, one letter each: a sentence's classes are a string, which is searched and cut faster than a list.

A mark is its own letter. Small letters are mostly the classes that a language lists, capitals those told by how a word looks.
"""

from __future__ import annotations

import re
from typing import Final

LETTERS: Final = {
    "THAT": "t", "TO": "o", "DET": "d", "POSS": "p", "PRON": "r", "OBJ": "m", "WHO": "h", "WH": "q", "BE": "b", "HAVE": "a",
    "DO": "u", "MODAL": "l", "PREP": "f", "SUB": "s", "CONJ": "c", "NOT": "n", "ADV": "v", "THAN": "x", "DAY": "y",
    "KONJ": "k", "ED": "e", "ING": "g", "GEN": "i", "S": "S", "E": "E", "EN": "N", "T": "T",
}  # fmt: skip
"""For each class that a language may name its letter."""

WORD: Final = "W"
"""What no list and no ending tells."""
NAME, NAMES, NUMBER = "A", "G", "0"
"""`Lee`, `Lee’s`, `12`."""
PAD: Final = "#"
REPORTING: Final = {"W": "V", "S": "Z", "E": "F", "N": "M"}
"""The letters of a verb that may report, where its class would else be that of a noun."""

BREAK: Final = ',;:-()"?![]…'
END: Final = BREAK + "#."
VERB: Final = "baulke"
"""Verbs that are no other class: forms of be, have, do, modals, what ends as a past tense."""
WHEN: Final = "fyv0"
"""`on Monday`, `earlier`, `in 2015`."""
CLOSING: Final = '.?!")'

BODY: Final = "WSENA0Giy"
LEADING: Final = "dp"
ALONE: Final = "rhm"
NOMINAL: Final = BODY + LEADING + ALONE


def _any(letters: str) -> str:
    return f"[{re.escape(letters)}]"


BREAKS: Final = re.compile(_any(BREAK))
ENDS: Final = re.compile(_any(END))
VERBS: Final = re.compile(_any(VERB))
COMPLEMENTIZER: Final = re.compile("[toq;:]")
"""`that`, `to` or a question word, or a mark behind which none counts."""
TELLS: Final = re.compile(f"[{VERB}toqhV{re.escape(chr(34))}:]")
"""What shows that words report something: a verb, `that`, `to`, a question word, a mark."""
PREPOSITION: Final = "f"
SUBORDINATE: Final = re.compile("[sqog]")
SUBJECT: Final = re.compile(f"[{BODY}{LEADING}r'’f]+")
GOES_ON: Final = ",(" + PREPOSITION
BEGINS_EARLIER: Final = NOMINAL + PREPOSITION + ",c)"
"""What stands right behind or before a source that may have more words than the run that names it."""
CONTENT: Final = "dprtv"
"""What content begins with: an article, a pronoun, `that`, `there`."""
CLOSES: Final = re.compile(_any(BREAK + "csqhfvk."))
"""Before what content may end."""
OPENS: Final = re.compile(f"(?<={_any(BREAK + 'csqhfto' + VERB)}).|{_any(BREAK + 'csqhftod')}", re.DOTALL)
"""Where a piece of content may begin."""
RUN: Final = re.compile(f"[{ALONE}]|[{LEADING}][{BODY}]*|[{BODY}]+")
"""What may be a noun with its article: `the mayor`, `Ann Lee`, `she`."""
