"""Whom a pronoun means: the person before it that sex, closeness, grammar and who spoke last make likeliest.

The weights are few and plain, after the salience factors of Lappin and Leass (1994).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from newsparse.annotations.entities.lexicon import Lexicon, Word
from newsparse.annotations.entities.roster import Actor
from newsparse.annotations.entities.unnamed import Unnamed, unnamed_in
from newsparse.model import Sentence, Span

WINDOW = 16
"""Mentions looked back at."""
LONGEST_SUBJECT = 60
"""Code points of a sentence in which an unnamed subject is looked for."""
FARTHEST = 8
"""Sentences looked back at."""
NEAR_UNNAMED = 4
"""Sentences in which those are looked for that no name tells, the pronoun's own among them."""
LONGEST_WORD = 20
"""Code points before a phrase in which a verb is looked for."""
LONGEST_ARTICLE = 12
"""Code points of a word that stands as an article: `his`."""
LONGEST_SENTENCE = 400
"""Code points of a sentence in which they are looked for."""


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
        self._unnamed: dict[int, tuple[Unnamed, ...]] = {}
        self._quoted = sorted(quoted)
        self._quote_starts = [span.start for span in self._quoted]
        self.traces: list[Trace] = []
        self._titles: list[Span] = []

    def sentence_at(self, at: int) -> int:
        """Return the number of the sentence that `at` lies in."""
        return bisect_right(self._starts, at) - 1

    def start_of_sentence(self, at: int, *, back: int = 0) -> int:
        """Return where the sentence begins that `at` lies in, or one so many sentences before."""
        number = self.sentence_at(at) - back
        return self._starts[number] if number >= 0 else 0

    def is_quoted(self, at: int) -> bool:
        """Whether `at` lies in a quotation."""
        place = bisect_right(self._quote_starts, at) - 1
        return place >= 0 and at < self._quoted[place].end

    def note(
        self, span: Span, actor: Actor, *, speaks: bool = False, title: Span | None = None, part: bool = False
    ) -> None:
        """Remember a mention; `speaks` if it is the source of a quotation.

        `title` is what describes it, before it or behind; `part` says that it is itself part of another's title.
        """
        if title is not None:
            self._titles.append(title)
        if speaks:
            weight = 3.0
        elif part:
            weight = -2.0
        elif self.is_quoted(span.start):
            weight = -3.0
        else:
            weight = self._grammar(span if title is None else Span(min(title.start, span.start), span.end))
        self.traces.append(Trace(span.start, span.end, actor, self.sentence_at(span.start), weight, speaks))

    def _grammar(self, span: Span) -> float:
        """Subjects come first in their sentence, others after a preposition or with a genitive."""
        begin = self.start_of_sentence(span.start)
        weight = -1.0 if self.text.startswith(("'s", "’s", "' ", "’ "), span.end) else 0.0
        before = self.text[max(begin, span.start - 24) : span.start].split()
        if not before:
            return weight + 2.0
        if before[-1].lower() in self.words.belonging or before[-1].lower() in self.words.prepositions:
            return weight - 1.0
        last = next((trace for trace in reversed(self.traces[-WINDOW:]) if trace.start < span.start), None)
        return weight + (2.0 if last is None or last.start < begin or last.weight == -2.0 else 0.0)

    def person(self, at: int, sex: int) -> Actor | Span | None:
        """Return the person that `he` or `she` at `at` means, or where one stands whom no name tells, or None."""
        here = self.sentence_at(at)
        unnamed, most = self._best_unnamed(at, sex)
        scores: dict[int, float] = {}
        actors: dict[int, Actor] = {}
        for trace in reversed(self.traces[-WINDOW:]):
            actor = trace.actor
            if trace.end > at or here - trace.sentence > FARTHEST:
                continue
            if not actor.personal or actor.plural or (actor.sex and actor.sex != sex):
                continue
            score = trace.weight - self._distance(here, trace.sentence) + (1.0 if actor.sex == sex else 0.0)
            if trace.weight > 0 and self._paragraph(trace.sentence) == self._paragraph(here):
                score += 0.5  # whom this paragraph is about
            score -= 0.0 if actor.sure else 0.5
            key = id(actor)
            scores[key] = max(scores.get(key, score), score) + (0.1 if key in scores else 0.0)
            actors[key] = actor
        best = max(scores, key=lambda key: (scores[key], actors[key].first), default=0)
        if unnamed is not None and (not scores or most > scores[best]):
            return unnamed
        if not scores:
            return None
        chosen = actors[best]
        if not chosen.sex:
            chosen.sex = sex
        return chosen

    def _paragraph(self, sentence: int) -> int:
        """The number of a sentence's paragraph; those of the headline (-1) come before the first."""
        return self._paragraphs[sentence] if sentence >= 0 else -1

    def unnamed_before(self, at: int) -> Span | None:
        """Where somebody whom no name tells stands right before a relative pronoun at `at`: `the swimmer who`."""
        here = self.sentence_at(at)
        found = self._unnamed_in(here) if here >= 0 else ()
        return next(
            (one.span for one in found if self.text[one.span.end : at].strip() in ("", ",") and one.span.end < at), None
        )

    def _distance(self, here: int, there: int) -> float:
        """How far apart two sentences are."""
        return here - there + 2.0 * (self._paragraph(here) - self._paragraph(there))

    def _best_unnamed(self, at: int, sex: int) -> tuple[Span | None, float]:
        """The likeliest of those that no name tells: `One man stood up.`, before `he said`; with its score."""
        here = self.sentence_at(at)
        best, most = None, float("-inf")
        for number in range(here, max(-1, here - NEAR_UNNAMED), -1):
            for span, known in self._unnamed_in(number):
                if span.end > at or (known and known != sex) or self._is_told(span):
                    continue
                score = self._grammar(span) - self._distance(here, number) + (0.5 if known == sex else -1.0)
                before = self.text[max(0, span.start - LONGEST_WORD) : span.start].rsplit(maxsplit=1)[-1:]
                score += bool(before) and before[0] in self.words.reporting  # `told his wife`, who answers
                if score > most:
                    best, most = span, score
        return best, most

    def _learn_from(self, span: Span, begin: int) -> None:
        """`A baker told his wife`: the baker is a man."""
        first = self.text[span.start : span.start + LONGEST_ARTICLE].split(maxsplit=1)[0]
        sex = SEXES.get(self.words.pronouns.get(first.lower(), ""), 0)
        if not sex:
            return
        owner = next((one.actor for one in reversed(self.traces[-WINDOW:]) if begin <= one.start < span.start), None)
        if owner is not None and owner.personal and not owner.sex:
            owner.sex = sex

    def _is_told(self, span: Span) -> bool:
        """Whether somebody is told by the phrase already, as one who speaks or by a name it describes."""
        named = (Span(one.start, one.end) for one in self.traces[-WINDOW:] if one.actor.personal)
        near = (*named, *self._titles[-WINDOW:])
        return any(one.overlaps(span) for one in near)

    def _unnamed_in(self, number: int) -> tuple[Unnamed, ...]:
        """Those in a sentence whom no name tells, looked for once."""
        found = self._unnamed.get(number)
        if found is None:
            begin = self._starts[number]
            end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
            found = unnamed_in(self.text, begin, min(end, begin + LONGEST_SENTENCE), self.words)
            found = tuple(one for one in found if not self.is_quoted(one.span.start))
            for one in found:
                self._learn_from(one.span, begin)
            self._unnamed[number] = found
        return found

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

    def spoken_of(self, at: int, sex: int) -> Actor | None:
        """Return the person who spoke last, or of whom the last sentence is, in the paragraph of `at` or the one before."""
        here = self.sentence_at(at)
        for trace in reversed(self.traces[-WINDOW:]):
            if trace.end > at or trace.actor.kind != "person" or (sex and trace.actor.sex and trace.actor.sex != sex):
                continue
            if trace.weight > 0 and self._distance(here, trace.sentence) <= NEAR_UNNAMED:
                return trace.actor
        return None

    def in_paragraph(self, at: int, sex: int = 0) -> Actor | None:
        """Return the person last named in the paragraph of `at`, a speaker or subject rather than another."""
        here = self.sentence_at(at)
        fallback: Actor | None = None
        for trace in reversed(self.traces[-WINDOW:]):
            if trace.sentence < 0 or self._paragraphs[trace.sentence] != self._paragraphs[here]:
                break
            actor = trace.actor
            if trace.end > at or actor.kind != "person" or (sex and actor.sex and sex != actor.sex):
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
