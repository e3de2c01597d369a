"""Finds and normalises time expressions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timezone
from functools import cache, partial

from newsparse.annotations.times.calendar import Interval, Point, interval, shifted
from newsparse.annotations.times.grammar import Grammar, Token, compiled
from newsparse.annotations.times.joining import GAP, joined, joins
from newsparse.annotations.times.making import MAKERS
from newsparse.annotations.times.needles import may_hold
from newsparse.annotations.times.numeric import day_first
from newsparse.annotations.times.reading import Match, Memory, Reading
from newsparse.annotations.times.scanning import lowered, scan
from newsparse.annotations.times.spoken import spoken
from newsparse.languages import Language
from newsparse.model import Furniture, Node, Span, TimeExpression
from newsparse.model.nodes import leaves_of

UNREADABLE = (ValueError, OverflowError, LookupError, TypeError, AttributeError, StopIteration)
"""What a maker raises before the year 1 and after 9999, and where a plugin's rule does not give it the words it asks for."""
LONG = 20_000
"""Code points of the longest stretch that is cut into words at once."""

_MONTH_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)")


def find_times(
    text: str, children: tuple[Node, ...], published: date | None, language: Language, url: str | None = None
) -> tuple[TimeExpression, ...]:
    """Return the time expressions of the tree's leaves, in document order; `published` anchors relative ones.

    `url` helps to tell whether numeric dates start with the day or the month.
    """
    language = spoken(text, language)
    grammar = compiled(language)
    day = published.date() if isinstance(published, datetime) else published
    memory = Memory(
        published=day,
        day_first=cache(partial(day_first, text, language, url)),
        names_days=cache(partial(grammar.names_days, text)),
    )
    found: list[TimeExpression] = []
    for leaf in leaves_of(children):
        if isinstance(leaf, Furniture) and leaf.path is not None:
            continue  # a page's menus and teasers are full of other articles' dates
        for start, end in _stretches(text, leaf.span):
            raw = text[start:end]
            here = list(_in_leaf(raw, start, grammar, memory))
            found += joined(raw, start, here, grammar.joints) if len(here) > 1 else here
    return tuple(found)


def _stretches(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Cut a leaf longer than any paragraph after a sentence, else at a blank: its pieces would take 40 times its size."""
    start = span.start
    while span.end - start > LONG:
        most = start + LONG
        cut = text.rfind(". ", start + LONG // 2, most) + 2
        if cut < 2:
            cut = text.rfind(" ", start + LONG // 2, most) + 1 or most
        yield start, cut
        start = cut
    yield start, span.end


def times_in(text: str, span: Span, language: Language, order: Callable[[], bool | None]) -> tuple[TimeExpression, ...]:
    """Return the time expressions of one stretch of text, read without a publication date.

    `order` tells whether numeric dates start with the day.
    """
    grammar = compiled(language)
    return tuple(_in_leaf(text[span.start : span.end], span.start, grammar, Memory(published=None, day_first=order)))


def _in_leaf(raw: str, start: int, grammar: Grammar, memory: Memory) -> Iterator[TimeExpression]:
    lower = lowered(raw)
    if not may_hold(lower, grammar.needles):
        return
    pieces = scan(lower, grammar.lexicon.codes)
    at = offset = 0  # a piece, and where it starts
    opened, ended = 0, -1 - GAP  # where the last expression starts and ends
    for found in grammar.find(pieces.codes):
        first = found.first | 1
        at, offset = first, offset + pieces.length(at, first)
        tokens = _without_word(grammar.tokens(pieces, first, found.last, offset), raw, grammar)
        if not tokens:
            continue
        match = Match(found.rule, tokens, raw, pieces, found.first, first + 2 * len(tokens) - 1, grammar)
        if not capitalised(match, grammar):
            continue
        memory.here = start + tokens[0].start
        near = tokens[0].start - ended <= GAP
        memory.through = near and joins(
            raw[max(opened - GAP, 0) : opened], raw[ended : tokens[0].start], grammar.joints
        )
        try:
            reading = MAKERS[found.rule.make](match, memory)
        except UNREADABLE:
            continue
        if reading is None:
            continue
        remember(memory, reading, match)
        opened, ended = tokens[0].start, _end_of(tokens, raw)
        bounds = _bounds(reading)
        yield TimeExpression(
            span=Span(start + opened, start + ended),
            text=raw[opened:ended],
            type=reading.type,  # type: ignore[arg-type]
            value=reading.value,
            rule=found.rule.name + (".ambiguous" if reading.ambiguous else ""),
            mod=reading.mod,
            start=bounds and bounds[0],
            end=bounds and bounds[1],
        )


def _end_of(tokens: tuple[Token, ...], raw: str) -> int:
    """Where an expression ends: with the second stop of `p.m.`, the bracket of `7 p.m. (EST)`."""
    end = tokens[-1].end
    following = raw[end : end + 1]
    if following == "." and tokens[-1].mark == "\u2022" and tokens[-1].word.isalpha():
        return end + 1
    if following == ")" and tokens[-1].features.keys() & {"zone", "hhmm", "two", "digit"}:
        return end + ("(" in raw[tokens[0].start : end])
    return end


def _bounds(reading: Reading) -> Interval | None:
    """The interval of a reading, with the zone that its value does not tell."""
    if not reading.value or reading.type not in ("DATE", "TIME") or reading.ambiguous:
        return None
    bounds = interval(reading.value)
    if bounds is None or reading.offset is None:
        return bounds
    zone = timezone(reading.offset)
    return bounds[0].replace(tzinfo=zone), bounds[1].replace(tzinfo=zone)


def _without_word(tokens: tuple[Token, ...], raw: str, grammar: Grammar) -> tuple[Token, ...]:
    """Leave out a last word that is a zone in capitals only: `um 9 Uhr ist`, `à 9 h est`."""
    if len(tokens) < 2:  # none at all where a table has a word that is only a mark
        return tokens
    last = tokens[-1]
    if "zone" not in last.features or raw[last.start].isupper() or last.word in grammar.lower_zones:
        return tokens
    return tokens[:-1]


def capitalised(match: Match, grammar: Grammar) -> bool:
    """Whether words that mean something else in lower case, as `may` and `march`, or as a name, are meant as dates."""
    for token in match.tokens:
        if "day" in token.features or "year" in token.features:
            return True
    if (
        "often" in match.tokens[0].features
        and match.raw[match.tokens[0].start].isupper()
        and not match.starts_sentence()
    ):
        return False  # a newspaper: `the Harbour Weekly`
    if match.is_title():
        return False
    for token in match.tokens:
        if token.word in grammar.capital:
            first = token is match.tokens[0]
            if not match.raw[token.start].isupper() or (
                first and token.word in grammar.names and match.starts_sentence()
            ):
                return False
    return not (len(match.tokens) == 1 and match.tokens[0].word in grammar.names and match.is_name())


def remember(memory: Memory, reading: Reading, match: Match) -> None:
    """Note what later expressions may refer to."""
    if reading.point is not None:
        memory.last = reading.point
        memory.last_at = memory.here
        memory.month_day = None
        if reading.point.grain == "D":
            memory.last_day = reading.point
        if reading.point.grain in ("Q", "H"):
            memory.by_quarter = True
            if _is_reported(memory, reading.point, match):
                memory.last_quarter = reading.point
    elif found := _MONTH_DAY.match(reading.value or ""):
        memory.month_day = int(found[1]), int(found[2])
    elif reading.type == "DATE" and (reading.value or "").startswith("XXXX-"):
        memory.month_day = None
    if reading.type == "DURATION" and reading.value in ("P9M", "P6M"):
        memory.by_quarter = False


def _is_reported(memory: Memory, point: Point, match: Match) -> bool:
    """Whether later figures are of this quarter: not where it is an outlook, or a glance back in the same year.

    `Profit rose in the third quarter; it expects less in the fourth quarter. Sales rose in the quarter.`
    """
    known = memory.last_quarter
    if known is None or memory.published is None:
        return True
    following = match.scan.parts[match.last + 1 : match.last + 2]
    if following and "ended" in match.grammar.lexicon.features.get(following[0], ()):
        return True
    over = shifted(point, 1)
    back = match.get("year") is None and point.first.year == known.first.year and point.first < known.first
    return over is not None and over.first <= memory.published and not back
