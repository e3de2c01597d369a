"""Words and marks with their kinds. What stands between two blanks mostly comes again, and is taken apart only once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from newsparse.annotations.quotations.lexicon import CUES, Kind, Lexicon, elision

REMEMBERED = 1 << 14
"""Pieces whose words are kept."""
WORTH_KEEPING = 30
"""Characters of a piece that may come again."""

# A first character and then what it begins, `U.S.` or a word, so that hardly anything is tried twice
_TOKEN = re.compile(
    r"\w(?:\.(?<=[^\W\d_]\.)(?:[^\W\d_]\.)+(?:-\w+)*|\w*(?:[-.’'&/@]\w+|(?<=\d):\d\w*)*(?:[’'](?=\s))?)|[^\w\s.!?-]|--+|[.!?]+|-"
)
_PUNCTUATION = {
    ",": Kind.COMMA, ":": Kind.COLON, ";": Kind.OTHER, "—": Kind.DASH, "–": Kind.DASH, "―": Kind.DASH, "‒": Kind.DASH,
    "--": Kind.DASH,
    "-": Kind.DASH, "(": Kind.OPENING, "[": Kind.OPENING, ")": Kind.CLOSING, "]": Kind.CLOSING,
}  # fmt: skip
_FINITE = frozenset((*CUES, Kind.AUXILIARY))
_NO_WORD: Final = (0, 0, "", Kind.OTHER, False, False)
_NAMED = frozenset((*CUES, Kind.NOUN, Kind.AUXILIARY, Kind.PREPOSITION))

Word = tuple[int, int, str, int, bool, bool]
"""Where a word starts and ends in its piece, the word, its kind, whether it begins in small letters, and whether it is of a
kind that names are not and yet has a capital, as names have (`Will Lee`). A plain tuple: a text has thousands."""

Piece = tuple[tuple[Word, ...], int, str, int, bool, bool]
"""The words of what stands between two blanks. Most are one word, no stop, and nothing else: then no words are listed, and the
rest is its length, itself, its kind and so on, as of any word. Otherwise the length is 0."""


class Words(dict[str, Piece]):
    """Gives the words of what stands between two blanks."""

    __slots__ = ("_elisions", "_inverts", "_kinds", "_participles")

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._kinds = lexicon.kinds
        self._elisions = lexicon.elisions
        self._participles = lexicon.participle_endings or ("-",)
        self._inverts = lexicon.inverted_pronoun

    def __missing__(self, piece: str) -> Piece:
        found = self._cut(piece + " ")
        if len(piece) <= WORTH_KEEPING:
            if len(self) >= REMEMBERED:
                self.clear()
            self[piece] = found
        return found

    def last(self, piece: str) -> Piece:
        """Return the words of a piece behind which no blank stands: an apostrophe at its end is no genitive's then."""
        return self._cut(piece) if piece[-1] in "’'" else self[piece]

    def _cut(self, piece: str) -> Piece:
        bare = piece.rstrip()
        # Mostly a word, or a word and a mark, which no pattern need find
        if bare.isalpha():
            return (), *self._word(bare, 0)[1:]
        word, mark = bare[:-1], bare[-1:]
        if word.isalpha() and mark in ",.:;?!":
            return (self._word(word, 0), self._word(mark, len(word))), *_NO_WORD[1:]
        words = self._all(piece)
        if len(words) == 1 and words[0][:2] == (0, len(piece.rstrip())) and words[0][3] != Kind.OTHER:
            return (), *words[0][1:]
        return words, *_NO_WORD[1:]

    def _all(self, piece: str) -> tuple[Word, ...]:
        matches = _TOKEN.finditer(piece)
        if self._elisions and ("'" in piece or "’" in piece):
            words = [word for match in matches for word in self._parted(match)]
        else:
            words = [self._word(match[0], match.start()) for match in matches]
        return tuple([part for word in words for part in self._turned(word)] if self._inverts else words)

    def _turned(self, word: Word) -> Iterator[Word]:
        """`dit-il`, `a-t-elle déclaré`: a verb that reports, or helps to, and its pronoun; or the word as it stands."""
        start, end, shown, kind, lower, _ = word
        verb, _, tail = shown.partition("-")
        pronoun = tail.removeprefix("t-")
        known = self._kinds.get(verb) in _FINITE or pronoun != tail  # `soliloque-t-il`
        if kind == Kind.LOWER and known and self._kinds.get(pronoun) == Kind.PRONOUN:
            yield start, start + len(verb), verb, self._kinds.get(verb, Kind.VERB), lower, False
            yield end - len(pronoun), end, pronoun, Kind.PRONOUN, lower, False
        else:
            yield word

    def _parted(self, match: re.Match[str]) -> Iterator[Word]:
        """An elided word and the one behind it, or the word as it stands."""
        word, start = match[0], match.start()
        cut = 0 if word in self._kinds else elision(word, self._elisions)
        if not cut:
            yield self._word(word, start)
            return
        head, rest = word[: cut - 1].lower(), self._word(word[cut:], start + cut)
        kind = self._kinds.get(head, Kind.AUXILIARY)  # `m’a dit`
        tells = rest[3] in _FINITE and not rest[2].endswith(self._participles)
        if kind == Kind.AUXILIARY and head == "l" and not tells:
            kind = Kind.DETERMINER  # `l’éleveur`, `l’accusé`, but `l’a dit`
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
    return Words(lexicon)


def _unlisted(word: str, kinds: dict[str, int]) -> int:
    """The kind of a word not in small letters that is not on the list as it stands: in small letters it may be."""
    first = word[0]
    if first.isalpha():
        return kinds.get(word.lower()) or (Kind.CAPITAL if first.isupper() else Kind.LOWER)
    return Kind.NUMBER if first.isdigit() else _PUNCTUATION.get(word[:2], Kind.OTHER)
