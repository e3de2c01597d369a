"""What the makers work with: a match with its words, and what the article has said of time so far."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

import attrs

from newsparse.annotations.times.calendar import Point, size
from newsparse.annotations.times.grammar import Grammar, Rule, Token
from newsparse.annotations.times.lexicon import Features, Value
from newsparse.annotations.times.scanning import Scan


class Reading(NamedTuple):
    """What an expression means: TIMEX3 type, value and modifier, and the point that later expressions may refer to."""

    type: str
    value: str | None
    mod: str | None = None
    point: Point | None = None
    ambiguous: bool = False
    """Whether day and month of a numeric date cannot be told apart."""
    offset: timedelta | None = None
    """From universal time, where a zone is named."""


@attrs.define
class Memory:
    """The antecedents: points of time mentioned so far, for `a year earlier`, `that day`, `the following month`."""

    published: date | None
    here: int = 0
    """Where the expression stands that is being read."""
    last: Point | None = None
    last_at: int = 0
    last_quarter: Point | None = None
    by_quarter: bool = False
    """Whether what is compared are quarters: `a year earlier` is then the quarter a year before."""
    through: bool = False
    """Whether the expression goes on from the last one: `Friday` of `from Monday to Friday`."""
    last_day: Point | None = None
    """The last single day named."""
    month_day: tuple[int, int] | None = None
    """Month and day, where what was named last is a day without its year."""
    names_days: Callable[[], bool] = lambda: True
    """Whether the text names other days; asked only where `today` may mean nowadays."""
    day_first: Callable[[], bool | None] = lambda: None
    """Whether numeric dates start with the day; asked only where there is one."""

    def antecedent(self, grain: str) -> date | None:
        """The first day of what a period of this grain is counted from: the last one named that is no coarser.

        `a day later` hangs on the last day named, never on a quarter or a year; the publication stands in where a
        coarser period was named last and no day before it.
        """
        if self.last is not None and size(self.last.grain) <= size(grain):
            return self.last.first
        return self.last_day.first if self.last_day is not None else self.published


class Match(NamedTuple):
    """A match of a rule in a leaf."""

    rule: Rule
    tokens: tuple[Token, ...]
    raw: str
    """The leaf as written, for what only capitals tell."""
    scan: Scan
    first: int
    last: int
    grammar: Grammar

    def all(self, category: str) -> list[Value]:
        """The values of every word that has the category."""
        return [token.features[category] for token in self.tokens if category in token.features]

    def get(self, *categories: str) -> Value | None:
        """The value of the first word that has one of the categories, or None."""
        for token in self.tokens:
            for category in categories:
                if category in token.features:
                    return token.features[category]
        return None

    def number(self, *categories: str) -> int | None:
        """Like `get`, where values are numbers."""
        value = self.get(*categories)
        return value if isinstance(value, int) else None

    def has(self, *words: str) -> bool:
        """Whether one of the words is in the match."""
        return any(token.word in words for token in self.tokens)

    def starts_sentence(self) -> bool:
        """Whether nothing, or the end of a sentence, stands before the match."""
        before = self.scan.parts[self.first - 1]
        return self.first == 1 or any(mark in before for mark in '.!?:\n"“”„«»')

    def is_about(self, category: str) -> bool:
        """Whether a word near the match, in its sentence, has the category."""
        features = self.grammar.lexicon.features
        return any(category in features.get(self.scan.parts[at], ()) for at in self._around())

    def is_title(self) -> bool:
        """Whether the match starts in quotation marks with all its words in capitals: a programme, `“Next Week”`."""
        before = self.scan.parts[self.first - 1][-1:]
        if len(self.tokens) < 2 or "shift" not in self.tokens[0].features or before not in tuple("\"“«„'"):
            return False
        return all(self.raw[token.start].isupper() for token in self.tokens)

    def is_name(self) -> bool:
        """Whether a capitalised word that is no date follows the match, and no preposition stands before it."""
        following = self.scan.parts[self.last + 1 : self.last + 2]
        end = self.tokens[-1].end
        if not following or self.scan.codes[self.last] != " " or not self.raw[end : end + 2].strip()[:1].isupper():
            return False
        before = self.scan.parts[self.first - 2] if self.first > 2 else ""
        features = self.grammar.lexicon.features
        return not features.get(following[0], {}).keys() - {"zone"} and not features.get(before, {}).keys() & {
            "preposition",
            "mod",
            "shift",
        }

    def tense(self, *, telling: bool = False) -> int:
        """-1 where the words around speak of the past, 1 of the future, 0 where they do not tell.

        `said` and all that ends in -ed count only where `telling`: they go with the day of the report. Elsewhere a
        deadline right before, `by August`, counts first.
        """
        features = self.grammar.lexicon.features
        parts = self.scan.parts
        past, future = self.grammar.past_endings, self.grammar.future_endings
        if not telling and self.first > 2 and "deadline" in features.get(parts[self.first - 2], ()):
            return 1
        if telling and self.first > 2 and "lasting" in features.get(parts[self.first - 2], ()):
            return 1
        for at in self._around():
            word = parts[at]
            known = features.get(word)
            if known is None:
                if word.endswith(future):
                    return 1
                if telling and len(word) > 3 and word.endswith(past):
                    return -1
            elif "future" in known or self._is_held(known, at) or (telling and self._may_be(known, at)):
                return -1 if self._was_future(at) else 1
            elif "past" in known or (telling and "telling" in known):
                return -1
        return 0

    def _may_be(self, known: Features, at: int) -> bool:
        """Whether a word speaks of what may come, `could`, `to` before a verb, or is on a timetable: `meets`, `talks start`."""
        if "scheduled" in known or ("beginning" in known and self._is_beside(at)):
            return True
        return "possible" in known or ("infinitive" in known and self._is_verb(at + 2))

    def _is_held(self, known: Features, at: int) -> bool:
        """Whether a word tells what is to be: `is held`, `are published`."""
        before = self.scan.parts[at - 2] if at > 2 else ""
        return "participle" in known and "present" in self.grammar.lexicon.features.get(before, ())

    def _is_beside(self, at: int) -> bool:
        """Whether nothing, or a preposition, stands between a verb and the match after it: not `the vote, late Monday`."""
        parts, features = self.scan.parts, self.grammar.lexicon.features
        between = parts[at + 2 : self.first : 2]
        before = features.get(parts[at - 2], {}).keys() if at > 2 else frozenset[str]()
        return (
            at < self.first
            and "," not in parts[at + 1]
            and len(between) < 2
            and all("preposition" in features.get(word, ()) for word in between)
            and not before & {"infinitive", "the", "a"}
        )

    def _was_future(self, at: int) -> bool:
        """Whether what was to come is told as past: `it had been due to end on Friday`."""
        features = self.grammar.lexicon.features
        before = [features.get(word, {}) for word in self.scan.parts[max(at - 6, 1) : at + 1 : 2]]
        for number, known in enumerate(before):
            if "perfect" in known:
                return any("future" in later for later in before[number + 1 :])
        return False

    def _is_verb(self, at: int) -> bool:
        """Whether the word after `to` may be a verb: it stands before the match, in lower case, and is no number."""
        if at >= self.first:
            return False
        known = self.grammar.lexicon.features.get(self.scan.parts[at], {})
        if known.keys() - {"beginning", "scheduled", "participle"}:
            return False
        start = self.tokens[0].start - sum(map(len, self.scan.written[at : self.first]))
        return self.raw[start].islower()

    def _around(self) -> Iterator[int]:
        """Words near the match, nearest first, within the sentence."""
        parts, codes = self.scan.parts, self.scan.codes
        left, right = self.first - 2, self.last + 1
        for _ in range(12):
            if (left > 0 and codes[left + 1] not in ".?") or (
                left > 0 and codes[left + 1] == "?" and not _ends(parts[left + 1])
            ):
                yield left
                left -= 2
            else:
                left = -1
            if right < len(parts) and not (codes[right - 1] in ".?" and _ends(parts[right - 1])):
                yield right
                right += 2
            else:
                right = len(parts)


def _ends(mark: str) -> bool:
    return any(sign in mark for sign in ".!?")
