"""Words and marks with their kinds. What stands between two blanks mostly comes again, and is taken apart only once."""

from __future__ import annotations

import re
from functools import lru_cache

from newsparse.annotations.quotations.lexicon import CUES, Kind, Lexicon

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
_NAMED = frozenset((*CUES, Kind.NOUN, Kind.AUXILIARY, Kind.PREPOSITION))

Word = tuple[int, int, str, int, bool, bool]
"""Where a word starts and ends in its piece, the word, its kind, whether it begins in small letters, and whether it is of a
kind that names are not and yet has a capital, as names have (`Will Lee`). A plain tuple: a text has thousands."""


class Words(dict[str, tuple[Word, ...]]):
    """Gives the words of what stands between two blanks."""

    __slots__ = ("_kinds",)

    def __init__(self, kinds: dict[str, int]) -> None:
        super().__init__()
        self._kinds = kinds

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
        return tuple([self._word(match) for match in _TOKEN.finditer(piece)])

    def _word(self, match: re.Match[str]) -> Word:
        word = match[0]
        lower = word[0].islower()
        kind = self._kinds.get(word)
        if kind is None:
            kind = Kind.LOWER if lower else _unlisted(word, self._kinds)
        named = kind in _NAMED and word[0].isupper() and word[1:].islower()
        return match.start(), match.end(), word, kind, lower, named


@lru_cache(maxsize=64)
def words_of(lexicon: Lexicon) -> Words:
    """Return what takes the pieces of a language's text apart."""
    return Words(lexicon.kinds)


def _unlisted(word: str, kinds: dict[str, int]) -> int:
    """The kind of a word not in small letters that is not on the list as it stands: in small letters it may be."""
    first = word[0]
    if first.isalpha():
        return kinds.get(word.lower()) or (Kind.CAPITAL if first.isupper() else Kind.LOWER)
    return Kind.NUMBER if first.isdigit() else _PUNCTUATION.get(word[:2], Kind.OTHER)
