"""A sentence as words and their classes, which is all that the features of the learned model look at."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsparse.annotations.quotations.indirect.lexicon import Lexicon

TOKEN = re.compile(r"\w+(?:[-.'’]\w+)*|[^\w\s]")
"""A word with its inner hyphens, apostrophes and stops (`U.S`, `they’re`), or one mark."""

PAD = "#"
MARGIN = 3
"""Imaginary tokens before and after every sentence, so that looking around needs no test for its ends."""

_MARKS = {"“": "“", "”": "”", '"': '"', "„": "“", "«": "“", "»": "”", "–": "-", "—": "-", "-": "-"}
_NAMES = {"CAP": "Aa", "CAPGEN": "Aa’s", "NUM": "0"}
"""How names and numbers are written in `words`: which name it is must not matter."""


class Clause:
    """The tokens of one sentence between margins: lower-cased `words`, `classes`, where each starts and ends, and `cues`."""

    __slots__ = ("classes", "cues", "ends", "first", "last", "starts", "words")

    def __init__(self, text: str, start: int, end: int, lexicon: Lexicon) -> None:
        words, kinds, starts, ends = [PAD] * MARGIN, [PAD] * MARGIN, [start] * MARGIN, [start] * MARGIN
        self.cues: dict[int, str] = {}
        known, reporting = lexicon.classes, lexicon.cues
        for match in TOKEN.finditer(text, start, end):
            form = match.group()
            word = form.lower()
            kind = known.get(word)
            if kind is None:
                kind = _class_of(form, word, lexicon.endings)
                if word in reporting:
                    self.cues[len(words)] = reporting[word]
                else:
                    word = _NAMES.get(kind, word)
            words.append(word)
            kinds.append(kind)
            starts.append(match.start())
            ends.append(match.end())
        self.first, self.last = MARGIN, len(words)
        self.words = words + [PAD] * MARGIN
        self.classes = kinds + [PAD] * MARGIN
        self.starts = starts + [end] * MARGIN
        self.ends = ends + [end] * MARGIN


def _class_of(form: str, word: str, endings: Sequence[tuple[str, str]]) -> str:
    first = form[0]
    if not first.isalnum():
        return _MARKS.get(first, first)
    if first.isdigit():
        return "NUM"
    if first != word[0]:
        return "CAPGEN" if form.endswith(("'s", "’s")) else "CAP"
    for ending, name in endings:
        if form.endswith(ending):
            return name
    return "W"
