"""A sentence as words and their classes, which is all that the learned model looks at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, chain
from sys import intern

from newsparse.annotations.quotations.indirect import letters
from newsparse.annotations.quotations.indirect.lexicon import Lexicon
from newsparse.model import Span

TOKEN = re.compile(r"(?<!\S)[A-Z][\w.]*\.(?=\s)|\w+(?:[-.'’]\w+)*|[^\w\s]")
"""A word with its inner hyphens, apostrophes and stops, or one mark. Within a sentence the stop behind a capitalised word is
its own (`Mr. Lee`, `U.S. aid`)."""

WORD = re.compile(r"\w+")

MARGIN = 3
"""Imaginary tokens before and after every sentence, so that looking around needs no test for its ends."""

LONGEST = 3000
"""Code points of a clause; what is longer without an end of a sentence is no sentence."""

REMEMBERED = 1 << 15
"""Forms whose word, class and cue are kept."""

WORTH_KEEPING = 40
"""Characters of a form that may come again."""

END = "\n"
"""Marks the last piece of a sentence, whose full stop is the sentence's."""

_MARKS = {**dict.fromkeys("“”„«»‘‚‹›「」『』", '"'), **dict.fromkeys("–—―-", "-")}
"""Marks of every tradition are one mark: the same text in other marks must say the same."""
_NAMES = {letters.NAME: "Aa", letters.NAMES: "Aa’s", letters.NUMBER: "0"}
"""How names and numbers are written in `words`: which name it is must not matter."""

Form = tuple[str, tuple[str, ...], str, tuple[int, ...], tuple[tuple[int, str], ...]]
"""The first word of what stands between two spaces, the others, the letters of their classes, how far it is to the next word,
and which of the words are cues."""

_made = tuple.__new__
"""Makes a named tuple in half the time."""
_EDGE = (letters.PAD,) * MARGIN
_EDGES = letters.PAD * MARGIN


class Clause:
    """The tokens of one sentence between margins: lower-cased `words`, `kinds` (their classes), and `cues` by place."""

    __slots__ = ("_forms", "_starts", "cues", "end", "first", "kinds", "last", "lexicon", "start", "text", "words")

    def __init__(self, text: str, start: int, end: int, pieces: Sequence[str], forms: Forms) -> None:
        """Take a sentence apart; `pieces` are what `pieces_of` gives."""
        self.text, self.start, self.end, self.lexicon = text, start, end, forms.lexicon
        # no token goes over white space, so that a piece need be taken apart only once
        self._forms = [*map(forms.__getitem__, pieces)]
        words, letters, cues = [*_EDGE], [_EDGES], {}
        for word, others, kinds, _, cued in self._forms:
            if cued:
                place = len(words)
                for at, cue in cued:
                    cues[place + at] = cue
            words.append(word)
            if others:
                words += others
            letters.append(kinds)
        words += _EDGE
        letters.append(_EDGES)
        self.words, self.kinds, self.cues = words, "".join(letters), cues
        self.first, self.last = MARGIN, len(words) - MARGIN
        self._starts: list[int] | None = None

    def place(self, token: int) -> int:
        """Return where a token within the margins starts, or the sentence ends."""
        if self._starts is None:
            self._starts = self._found()
        return self._starts[token - MARGIN]

    def span(self, start: int, end: int) -> Span:
        """Return where the tokens from `start` to `end` stand in the text, both within the margins."""
        starts = self._starts
        if starts is None:
            starts = self._starts = self._found()
        last = starts[end - MARGIN]
        while self.text[last - 1].isspace():
            last -= 1
        return _made(Span, (starts[start - MARGIN], last))

    def _found(self) -> list[int]:
        """Where the tokens start. One blank stands between pieces mostly, and then nothing need be looked for."""
        found = [*accumulate(chain.from_iterable([form[3] for form in self._forms]), initial=self.start)]
        if found[-1] != self.end + 1:
            last = self.start + len(self.text[self.start : self.end].rstrip())  # behind it a stop is the sentence's
            found = [match.start() for match in TOKEN.finditer(self.text, self.start, last)]
            found.append(self.end)
        found[-1] = self.end
        return found


def pieces_of(text: str, start: int, end: int) -> list[str]:
    """Return what stands between the white space of a sentence, the last with its mark."""
    pieces = text[start:end].split()
    if pieces:
        pieces[-1] += END
    return pieces


class Forms(dict[str, Form]):
    """Gives what stands between two spaces as classified tokens, and remembers, for most of it comes again."""

    __slots__ = ("_distances", "_endings", "cues", "lexicon", "plain", "unmoved")

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.lexicon = lexicon
        self.cues = {word: cue for word, cue in lexicon.cues.items() if word not in lexicon.classes}
        self.plain: set[str] = set()
        """What is known to hold no cue."""
        self.unmoved: set[str] = set()
        """What is known to hold no word whose mood could report, where a language has such moods."""
        self._distances: dict[int, tuple[int]] = {}
        self._endings = tuple([ending for ending, _ in lexicon.endings])

    def words(self, text: str) -> list[str]:
        """Return the words of a text, as clauses have them."""
        return [word for first, others, *_ in map(self.__getitem__, text.split()) for word in (first, *others)]

    def __missing__(self, piece: str) -> Form:
        if piece.isalpha():
            word, kind = self._classify(piece)
            size, cue = len(piece), self.cues.get(word)
            # most distances are one of few, and what is one object need not be fetched from many places
            distances = self._distances.setdefault(size, (size + 1,))
            found: Form = word, (), kind, distances, () if cue is None else ((0, cue),)
            unmoved = piece not in self.lexicon.moods
        elif bare := _word_before_mark(piece):
            mark = piece[len(bare)]
            word, _, kind, _, cued = self[bare]
            found = word, (mark,), kind + self._classify(mark)[1], (len(bare), 2), cued
            unmoved = bare not in self.lexicon.moods
        else:
            found = self._cut(piece)
            unmoved = self.lexicon.moods.isdisjoint(WORD.findall(piece))
        if len(piece) <= WORTH_KEEPING:
            if len(self) >= REMEMBERED:
                self.clear()
                self.plain.clear()
                self.unmoved.clear()
            self[piece] = found
            if not found[4]:
                self.plain.add(piece)
            if unmoved and self.lexicon.moods:
                self.unmoved.add(piece)
        return found

    def _cut(self, piece: str) -> Form:
        """The words of what no shorter way takes apart."""
        forms = TOKEN.findall(piece[:-1] if piece[-1] == END else piece + " ")
        words, kinds = zip(*[self._classify(form) for form in forms], strict=True)
        *lengths, last = map(len, forms)
        distances = self._distances.setdefault(last, (last + 1,)) if not lengths else (*lengths, last + 1)
        cued = tuple([(at, self.cues[word]) for at, word in enumerate(words) if word in self.cues])
        return words[0], words[1:], "".join(kinds), distances, cued

    def _classify(self, form: str) -> tuple[str, str]:
        word = intern(form.lower())
        kind = self.lexicon.classes.get(word)
        if kind is not None:
            return word, kind
        first = form[0]
        if not first.isalnum():
            kind = _MARKS.get(first, first)
            return kind, kind
        kind = self._kind_of(form, word)
        cue = self.lexicon.cues.get(word)
        if cue is None:
            return _NAMES.get(kind, word), kind
        return word, letters.REPORTING.get(kind, kind) if cue[0] == "v" else kind

    def _kind_of(self, form: str, word: str) -> str:
        if form[0].isdigit():
            return letters.NUMBER
        if form[0] != word[0]:
            return letters.NAMES if form.endswith(("'s", "’s")) else letters.NAME
        if form.endswith(self._endings):
            for ending, letter in self.lexicon.endings:
                if form.endswith(ending):
                    return letter
        return letters.WORD


def _word_before_mark(piece: str) -> str:
    """The word of what is a word and a mark, as most that is not a word alone is; otherwise nothing."""
    bare = piece[:-1]
    if bare.isalpha():
        mark = piece[-1]
        # The stop behind a word with a capital is its own within a sentence
        return bare if mark in ",;:?!" or (mark == "." and not "A" <= bare[0] <= "Z") else ""
    if piece[-1] == END and bare[-1:] in (".", "?", "!") and bare[:-1].isalpha():
        return bare[:-1]
    return ""
