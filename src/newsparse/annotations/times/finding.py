"""Finds and normalises time expressions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import cache, partial

from newsparse.annotations.times.calendar import interval
from newsparse.annotations.times.grammar import Grammar, compiled
from newsparse.annotations.times.making import MAKERS
from newsparse.annotations.times.numeric import day_first
from newsparse.annotations.times.reading import Match, Memory, Reading
from newsparse.annotations.times.scanning import lowered, scan
from newsparse.languages import Language
from newsparse.model import Furniture, Node, Span, TimeExpression
from newsparse.model.nodes import leaves_of


def find_times(
    text: str, children: tuple[Node, ...], published: date | None, language: Language, url: str | None = None
) -> tuple[TimeExpression, ...]:
    """Return the time expressions of the tree's leaves, in document order; `published` anchors relative ones.

    `url` helps to tell whether numeric dates start with the day or the month.
    """
    grammar = compiled(language)
    if grammar is None:
        return ()
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
        found += _in_leaf(text[leaf.span.start : leaf.span.end], leaf.span.start, grammar, memory)
    return tuple(found)


def times_in(text: str, span: Span, language: Language, order: Callable[[], bool | None]) -> tuple[TimeExpression, ...]:
    """Return the time expressions of one stretch of text, read without a publication date.

    `order` tells whether numeric dates start with the day.
    """
    grammar = compiled(language)
    if grammar is None:
        return ()
    return tuple(_in_leaf(text[span.start : span.end], span.start, grammar, Memory(published=None, day_first=order)))


def _in_leaf(raw: str, start: int, grammar: Grammar, memory: Memory) -> Iterator[TimeExpression]:
    pieces = scan(lowered(raw), grammar.lexicon.codes)
    offsets: list[int] = []
    for found in grammar.find(pieces.codes):
        offsets = offsets or pieces.offsets()
        tokens = grammar.tokens(pieces, offsets, found)
        match = Match(found.rule.name, tokens, raw, pieces, found.first, found.last, grammar)
        if not capitalised(match, grammar):
            continue
        memory.here = start + tokens[0].start
        try:
            reading = MAKERS[found.rule.make](match, memory)
        except (ValueError, OverflowError):  # before the year 1 or after 9999
            continue
        if reading is None:
            continue
        remember(memory, reading)
        first, last = tokens[0].start, tokens[-1].end
        if tokens[-1].mark == "\u2022" and tokens[-1].word.isalpha() and raw[last : last + 1] == ".":
            last += 1  # the second stop of `p.m.`
        settled = reading.value and reading.type in ("DATE", "TIME") and not reading.ambiguous
        bounds = interval(reading.value) if settled and reading.value else None
        yield TimeExpression(
            span=Span(start + first, start + last),
            text=raw[first:last],
            type=reading.type,  # type: ignore[arg-type]
            value=reading.value,
            rule=found.rule.name + (".ambiguous" if reading.ambiguous else ""),
            mod=reading.mod,
            start=bounds and bounds[0],
            end=bounds and bounds[1],
        )


def capitalised(match: Match, grammar: Grammar) -> bool:
    """Whether words that mean something else in lower case, as `may` and `march`, or as a name, are meant as dates."""
    if any(token.features.keys() & {"day", "year"} for token in match.tokens):
        return True
    if (
        "often" in match.tokens[0].features
        and match.raw[match.tokens[0].start].isupper()
        and not match.starts_sentence()
    ):
        return False  # a newspaper: `the Harbour Weekly`
    for token in match.tokens:
        if token.word in grammar.capital:
            first = token is match.tokens[0]
            if not match.raw[token.start].isupper() or (
                first and token.word in grammar.names and match.starts_sentence()
            ):
                return False
    return not (len(match.tokens) == 1 and match.tokens[0].word in grammar.names and match.is_name())


def remember(memory: Memory, reading: Reading) -> None:
    """Note what later expressions may refer to."""
    if reading.point is not None:
        memory.last = reading.point
        memory.last_at = memory.here
        if reading.point.grain in ("Q", "H"):
            memory.last_quarter = reading.point
            memory.by_quarter = True
    if reading.type == "DURATION" and reading.value in ("P9M", "P6M"):
        memory.by_quarter = False
