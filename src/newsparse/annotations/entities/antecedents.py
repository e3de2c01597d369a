"""Whom a pronoun means: the person before it that sex, closeness, grammar and who spoke last make likeliest.

The weights are few and plain, after the salience factors of Lappin and Leass (1994).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from newsparse.annotations.entities.lexicon import Lexicon, Word
from newsparse.annotations.entities.roster import Actor
from newsparse.model import Sentence, Span

WINDOW = 16
"""Mentions looked back at."""
LONGEST_SUBJECT = 60
"""Code points of a sentence in which an unnamed subject is looked for."""
FARTHEST = 8
"""Sentences looked back at."""


class Trace(NamedTuple):
    """A mention as the search for antecedents sees it."""

    start: int
    end: int
    actor: Actor
    sentence: int
    weight: float
    speaks: bool


class Memory:
    """What was mentioned so far, in document order."""

    def __init__(self, text: str, sentences: Sequence[Sentence], quoted: Sequence[Span], words: Lexicon) -> None:
        self.text = text
        self.words = words
        self._starts = [sentence.span.start for sentence in sentences]
        self._paragraphs = _paragraphs(text, sentences)
        self._quoted = sorted(quoted)
        self._quote_starts = [span.start for span in self._quoted]
        self.traces: list[Trace] = []

    def sentence_at(self, at: int) -> int:
        """Return the number of the sentence that `at` lies in."""
        return bisect_right(self._starts, at) - 1

    def start_of_sentence(self, at: int) -> int:
        """Return where the sentence begins that `at` lies in."""
        number = self.sentence_at(at)
        return self._starts[number] if number >= 0 else 0

    def is_quoted(self, at: int) -> bool:
        """Whether `at` lies in a quotation."""
        place = bisect_right(self._quote_starts, at) - 1
        return place >= 0 and at < self._quoted[place].end

    def note(self, span: Span, actor: Actor, *, speaks: bool = False, begin: int = -1, part: bool = False) -> None:
        """Remember a mention; `speaks` if it is the source of a quotation.

        `begin` is where a title before it begins; `part` says that it is itself part of another's title.
        """
        if speaks:
            weight = 3.0
        elif part:
            weight = -2.0
        elif self.is_quoted(span.start):
            weight = -3.0
        else:
            weight = self._grammar(span if begin < 0 else Span(begin, span.end))
        self.traces.append(Trace(span.start, span.end, actor, self.sentence_at(span.start), weight, speaks))

    def _grammar(self, span: Span) -> float:
        """Subjects come first in their sentence, others after a preposition or with a genitive."""
        begin = self.start_of_sentence(span.start)
        weight = 0.0
        if self.text.startswith(("'s", "’s", "' ", "’ "), span.end):
            weight -= 1.0
        before = self.text[max(begin, span.start - 24) : span.start].split()
        if not before:
            weight += 2.0
        elif before[-1].lower() in self.words.belonging or before[-1].lower() in self.words.prepositions:
            weight -= 1.0
        elif not self.traces or self.traces[-1].start < begin or self.traces[-1].weight == -2.0:
            weight += 2.0
        return weight

    def person(self, at: int, sex: int) -> Actor | None:
        """Return the person that `he` or `she` at `at` means, or None."""
        here = self.sentence_at(at)
        scores: dict[int, float] = {}
        actors: dict[int, Actor] = {}
        for trace in reversed(self.traces[-WINDOW:]):
            actor = trace.actor
            if trace.end > at or here - trace.sentence > FARTHEST:
                continue
            if not actor.personal or actor.plural or (actor.sex and actor.sex != sex):
                continue
            score = trace.weight - (here - trace.sentence) + (1.0 if actor.sex == sex else 0.0)
            score -= 2.0 * (self._paragraphs[here] - self._paragraphs[trace.sentence])
            score -= 0.0 if actor.sure else 0.5
            key = id(actor)
            scores[key] = max(scores.get(key, score), score) + (0.1 if key in scores else 0.0)
            actors[key] = actor
        if not scores:
            return None
        best = max(scores, key=lambda key: (scores[key], actors[key].first))
        chosen = actors[best]
        if not chosen.sex:
            chosen.sex = sex
        return chosen

    def subject_without_name(self, at: int) -> Span | None:
        """Return the beginning of the last sentence of this paragraph before `at`, if no person is named since there."""
        here = self.sentence_at(at)
        if not 0 <= here < len(self._paragraphs):
            return None
        before = here - 1 if here and self._paragraphs[here - 1] == self._paragraphs[here] else here
        if before < 0:
            return None
        start = self._starts[before]
        if any(trace.start >= start and trace.actor.personal for trace in self.traces[-6:]):
            return None
        return Span(start, min(at, start + LONGEST_SUBJECT))

    def several(self, at: int) -> Actor | None:
        """Return whom `they` at `at` means: many, an organisation or somebody unnamed, not far before."""
        here = self.sentence_at(at)
        for trace in reversed(self.traces[-WINDOW:]):
            if trace.end > at or trace.weight < 0 or trace.actor.kind == "person":
                continue
            if here - trace.sentence > (3 if trace.actor.plural else 1):
                return None
            return trace.actor
        return None

    def nearest(self, at: int, *, kinds: tuple[str, ...], plural: bool | None = None, sex: int = 0) -> Actor | None:
        """Return the last actor before `at` of one of `kinds`, a speaker or subject rather than another."""
        fallback: Actor | None = None
        here = self.sentence_at(at)
        for trace in reversed(self.traces[-WINDOW:]):
            actor = trace.actor
            if trace.end > at or actor.kind not in kinds or (plural is not None and actor.plural != plural):
                continue
            if here - trace.sentence > FARTHEST or (sex and actor.sex and actor.sex != sex):
                continue
            if trace.weight > 0:
                return actor
            fallback = fallback or actor
        return fallback

    def just_before(self, at: int) -> Actor | None:
        """Return whom a relative pronoun at `at` means: the last mention before it in its sentence."""
        begin = self.start_of_sentence(at)
        for trace in reversed(self.traces[-4:]):
            if begin <= trace.start and trace.end <= at:
                return trace.actor
        return None


def _paragraphs(text: str, sentences: Sequence[Sentence]) -> list[int]:
    """The number of the paragraph of every sentence."""
    found: list[int] = []
    number = 0
    before = 0
    for sentence in sentences:
        number += "\n" in text[before : sentence.span.start]
        found.append(number)
        before = sentence.span.end
    return [*found, number]


def within(starts: Sequence[int], span: Span) -> range:
    """Return the places in `starts` (sorted) that lie inside `span`."""
    return range(bisect_left(starts, span.start), bisect_left(starts, span.end))


SEXES = {"male": int(Word.MALE), "female": int(Word.FEMALE)}
