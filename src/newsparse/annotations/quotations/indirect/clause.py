"""A sentence as words and their classes, which is all that the features of the learned model look at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import chain
from sys import intern

from newsparse.annotations.quotations.indirect.lexicon import Lexicon

TOKEN = re.compile(r"\w+(?:[-.'’]\w+)*|[^\w\s]")
"""A word with its inner hyphens, apostrophes and stops (`U.S`, `they’re`), or one mark."""

PAD = "#"
MARGIN = 3
"""Imaginary tokens before and after every sentence, so that looking around needs no test for its ends."""

REMEMBERED = 1 << 15
"""Forms whose word, class and cue are kept."""

WORTH_KEEPING = 40
"""Characters of a form that may come again."""

VERB_LIKE = frozenset({"W", "S", "E", "EN"})
"""Classes of lower-case words that may be a noun or a verb."""
NOMINAL = VERB_LIKE | {"DET", "POSS", "CAP", "CAPGEN", "NUM", "GEN", "PRON", "OBJ", "WHO", "DAY"}
_ALONE = frozenset({"PRON", "WHO", "OBJ"})
_LEADING = _ALONE | {"DET", "POSS"}

_MARKS = {**dict.fromkeys("“”„«»‘‚‹›「」『』", '"'), **dict.fromkeys("–—―-", "-")}
"""Marks of every tradition are one mark: the same text in other marks must say the same."""
_NAMES = {"CAP": "Aa", "CAPGEN": "Aa’s", "NUM": "0"}
"""How names and numbers are written in `words`: which name it is must not matter."""

_MARGIN = (PAD,) * MARGIN


class Clause:
    """The tokens of one sentence between margins: lower-cased `words`, `kinds` (their classes), and `cues` by place."""

    __slots__ = ("_chunks", "_spans", "cues", "end", "first", "kinds", "last", "start", "text", "words")

    def __init__(self, text: str, start: int, end: int, lexicon: Lexicon) -> None:
        self.text, self.start, self.end = text, start, end
        # no token goes over white space, so that what stands between two spaces need be taken apart only once
        known = [*chain.from_iterable(map(_forms(lexicon).__getitem__, text[start:end].split()))]
        self.words: tuple[str, ...] = (*_MARGIN, *[word for word, _, _ in known], *_MARGIN)
        self.kinds: tuple[str, ...] = (*_MARGIN, *[kind for _, kind, _ in known], *_MARGIN)
        self.cues: dict[int, str] = {place: cue for place, (_, _, cue) in enumerate(known, MARGIN) if cue}
        self.first, self.last = MARGIN, MARGIN + len(known)
        self._spans: list[tuple[int, int]] | None = None
        self._chunks: list[tuple[int, int]] | None = None

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where each token starts and ends in the text, margins included."""
        if self._spans is None:
            found = [*map(re.Match.span, TOKEN.finditer(self.text, self.start, self.end))]
            self._spans = [(self.start, self.start)] * MARGIN + found + [(self.end, self.end)] * MARGIN
        return self._spans

    @property
    def chunks(self) -> list[tuple[int, int]]:
        """The noun-like runs of tokens: candidates for a source."""
        if self._chunks is None:
            self._chunks = _chunks(self)
        return self._chunks


def _chunks(clause: Clause) -> list[tuple[int, int]]:
    kinds, cues = clause.kinds, clause.cues
    found: list[tuple[int, int]] = []
    start = 0
    for at in range(clause.first, clause.last + 1):
        kind = kinds[at]
        inside = kind in NOMINAL and not (kind in VERB_LIKE and cues.get(at, " ")[0] == "v")
        if start and (not inside or kind in _LEADING or kinds[at - 1] in _ALONE):
            found.append((start, at))
            start = 0
        if inside and not start:
            start = at
    return found


Form = tuple[str, str, str | None]
"""A token's word, its class and its cue."""


class _Forms(dict[str, tuple[Form, ...]]):
    """Gives what stands between two spaces as classified tokens, and remembers, for most of it comes again."""

    __slots__ = ("lexicon",)

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.lexicon = lexicon

    def __missing__(self, chunk: str) -> tuple[Form, ...]:
        found = tuple(_classify(form, self.lexicon) for form in TOKEN.findall(chunk))
        if len(chunk) <= WORTH_KEEPING:
            if len(self) >= REMEMBERED:
                self.clear()
            self[chunk] = found
        return found


@cache
def _forms(lexicon: Lexicon) -> _Forms:
    return _Forms(lexicon)


def _classify(form: str, lexicon: Lexicon) -> Form:
    word = intern(form.lower())
    kind = lexicon.classes.get(word)
    if kind is not None:
        return word, kind, None
    kind = _kind_of(form, word, lexicon.endings)
    if not form[0].isalnum():
        return kind, kind, None
    cue = lexicon.cues.get(word)
    return (word if cue else _NAMES.get(kind, word)), kind, cue


def _kind_of(form: str, word: str, endings: Sequence[tuple[str, str]]) -> str:
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
