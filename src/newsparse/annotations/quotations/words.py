"""Words and marks with their kinds. What stands between two blanks mostly comes again, and is taken apart only once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from newsparse.annotations.quotations.lexicon import CUES, Kind, Lexicon, elision

REMEMBERED = 1 << 14
"""Pieces whose words are kept."""
WORTH_KEEPING = 30
"""Characters of a piece that may come again."""

# A first character and then what it begins, `U.S.` or a word, so that hardly anything is tried twice
_TOKEN = re.compile(
    r"\w(?:\.(?<=[^\W\d_]\.)(?:[^\W\d_]\.)+(?:-\w+)*|\w*(?:[-.’'&/@]\w+)*(?:[’'](?=\s))?)|[^\w\s.!?-]|--+|[.!?]+|-"
)
_PUNCTUATION = {
    ",": Kind.COMMA, ":": Kind.COLON, ";": Kind.OTHER, "—": Kind.DASH, "–": Kind.DASH, "―": Kind.DASH, "‒": Kind.DASH,
    "--": Kind.DASH,
    "-": Kind.DASH, "(": Kind.OPENING, "[": Kind.OPENING, ")": Kind.CLOSING, "]": Kind.CLOSING,
}  # fmt: skip
_FINITE = frozenset((*CUES, Kind.AUXILIARY))
_NAMED = frozenset((*CUES, Kind.NOUN, Kind.AUXILIARY, Kind.PREPOSITION))

Word = tuple[int, int, str, int, bool, bool]
"""Where a word starts and ends in its piece, the word, its kind, whether it begins in small letters, and whether it is of a
kind that names are not and yet has a capital, as names have (`Will Lee`). A plain tuple: a text has thousands."""


class Words(dict[str, tuple[Word, ...]]):
    """Gives the words of what stands between two blanks."""

    __slots__ = ("_elisions", "_kinds")

    def __init__(self, kinds: dict[str, int], elisions: frozenset[str] = frozenset()) -> None:
        super().__init__()
        self._kinds = kinds
        self._elisions = elisions

    def __missing__(self, piece: str) -> tuple[Word, ...]:
        found = self._cut(piece + " ")
        if len(piece) <= WORTH_KEEPING:
            if len(self) >= REMEMBERED:
                self.clear()
            self[piece] = found
        return found

    def last(self, piece: str) -> tuple[Word, ...]:
        """Return the words of a piece behind which no blank stands: an apostrophe at its end is no genitive's then."""
        return self._cut(piece) if piece[-1] in "’'" else self[piece]

    def _cut(self, piece: str) -> tuple[Word, ...]:
        if self._elisions and ("'" in piece or "’" in piece):
            return tuple([word for match in _TOKEN.finditer(piece) for word in self._parted(match)])
        return tuple([self._word(match[0], match.start()) for match in _TOKEN.finditer(piece)])

    def _parted(self, match: re.Match[str]) -> Iterator[Word]:
        """An elided word and the one behind it, or the word as it stands."""
        word, start = match[0], match.start()
        cut = 0 if word in self._kinds else elision(word, self._elisions)
        if not cut:
            yield self._word(word, start)
            return
        head, rest = word[: cut - 1].lower(), self._word(word[cut:], start + cut)
        kind = self._kinds.get(head, Kind.AUXILIARY)  # `m’a dit`
        if kind == Kind.AUXILIARY and head == "l" and rest[3] not in _FINITE:
            kind = Kind.DETERMINER  # `l’éleveur`, but `l’a dit`
        yield start, start + cut, head, kind, word[0].islower(), False
        yield rest

    def _word(self, word: str, start: int) -> Word:
        lower = word[0].islower()
        kind = self._kinds.get(word)
        if kind is None:
            kind = Kind.LOWER if lower else _unlisted(word, self._kinds)
        named = kind in _NAMED and word[0].isupper() and word[1:].islower()
        return start, start + len(word), word, kind, lower, named


@lru_cache(maxsize=64)
def words_of(lexicon: Lexicon) -> Words:
    """Return what takes the pieces of a language's text apart."""
    return Words(lexicon.kinds, lexicon.elisions)


def _unlisted(word: str, kinds: dict[str, int]) -> int:
    """The kind of a word not in small letters that is not on the list as it stands: in small letters it may be."""
    first = word[0]
    if first.isalpha():
        return kinds.get(word.lower()) or (Kind.CAPITAL if first.isupper() else Kind.LOWER)
    return Kind.NUMBER if first.isdigit() else _PUNCTUATION.get(word[:2], Kind.OTHER)
