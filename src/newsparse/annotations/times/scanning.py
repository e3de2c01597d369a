"""Text to tokens, and tokens to one character each, so that the grammar is a regular expression over those.

The text is cut into runs of letters, runs of digits and what stands between. Each piece becomes one code: a word the code
of its class (all categories it belongs to, `may` is a month, `second` an ordinal and a unit), what stands between words
the code of its mark. Two codes a word, marks first: the word at `parts[i]` has the code at `codes[i]`, `i` odd.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import repeat
from typing import NamedTuple
from unicodedata import normalize

from newsparse.annotations.times.patterns import ATTACHED

TOKENS = re.compile(r"([^\W\d_]+|\d+)")
_ASCII_TOKENS = re.compile(r"([a-z]+|[0-9]+)")
"""The same in lower-case ASCII, in two thirds of the time."""
_FOREIGN = re.compile("[^\x00-\x7f\u2010-\u201e\u2026\u00a0]")
"""What may be a letter, digit or accent beyond ASCII; dashes, quotation marks and blanks are none."""
_ACCENT = re.compile("[\u0300-\u036f]")
_ACCENTED = re.compile(r"([^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*|\d+)")
"""The same cuts where accents stand as characters of their own."""
UNKNOWN = "?"
"""The code of any word or mark that no rule knows."""

_SPACES = ("", " ", "  ", "\n", "\r\n", "\u00a0", "\u202f", "\t")
_MARKS = {
    ",": ",", ".": ".", ".,": ",", "/": "/", ":": ":", "(": "(", ")": ")", "'": "'", "’": "'", ";": ";", "`": "'", "‘": "'",
    "-": "-", "−": "-", "‐": "-", "‑": "-", "–": "~", "—": "~", "--": "~", "\u00ad": "-", '"': '"', "+": "+", "º": ".",
    "°": ".",
    ". (": "(", ".-": ".", ".–": ".", "..": ".", ".:": ":", "'.": ".", "’.": ".",
}  # fmt: skip


class Scan(NamedTuple):
    """One leaf's pieces in lower case and composed form, their codes, and the pieces as they stand in the text."""

    parts: list[str]
    codes: str
    written: list[str]

    def length(self, first: int, last: int) -> int:
        """Return how long the pieces from `first` up to `last` are."""
        return len("".join(self.written[first:last]))


def scan(text: str, known: Mapping[str, str]) -> Scan:
    """Cut `text`, which must be as long in lower case, and look up each piece."""
    if text.isascii() or not _FOREIGN.search(text):
        parts = written = _ASCII_TOKENS.split(text)
    elif _ACCENT.search(text):
        written = _ACCENTED.split(text)
        parts = [normalize("NFC", piece) for piece in written]
    else:
        parts = written = TOKENS.split(text)
    return Scan(parts, "".join(map(known.get, parts, repeat(UNKNOWN))), written)


def lowered(text: str) -> str:
    """Return `text` in lower case, of the same length: `İ` would become two characters."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@cache
def marks() -> dict[str, str]:
    """The code of everything that may stand between two words.

    White space is ` `; nothing (between digits and letters) `_`; a dash with space around it `~`; an apostrophe before
    a space, as in `lunedi' sera`, a grave accent.
    """
    found = {left + right: " " for left in _SPACES for right in _SPACES}
    found[""] = "_"
    for mark, code in _MARKS.items():
        for left in _SPACES:
            for right in _SPACES:
                spaced = bool(left or right)
                found[left + mark + right] = (
                    {"-": "~", "'": "`"}.get(code, code) if spaced else ATTACHED.get(code, code)
                )
    return found
