"""The words for people who may have come to harm: counted groups, single persons, names, and lists of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import attrs

from newsparse import Entity, Span
from newsparse.analysis.numbers import WORDS, number
from newsparse_conflict.context import Context, lexicon, pattern

_VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "several": 3}
_BOUND = {
    "at least": (True, False), "more than": (True, False), "over": (True, False), "no fewer than": (True, False),
    "up to": (False, True), "as many as": (False, True), "fewer than": (False, True), "nearly": (False, True),
    "almost": (False, True), "about": (False, False), "around": (False, False), "some": (False, False),
    "an estimated": (False, False),
}  # fmt: skip
"""Whether the number that follows is the least, the most; neither: only near."""


@attrs.frozen(kw_only=True)
class Person:
    """One person, as far as a phrase tells who that is."""

    age: str | None = None
    entity: Entity | None = None
    known: bool = False


@attrs.frozen(kw_only=True)
class People:
    """A phrase for people.

    `counted` where a numeral gives the count; `more` for `three others`; `subset` after `including`; `part` for `two of the
    victims`; `follows` where only a verb before can mean it (`kills 3`).
    """

    span: Span
    count: int
    low: int | None
    high: int | None
    counted: bool = False
    bare: bool = False
    more: bool = False
    subset: bool = False
    part: bool = False
    follows: bool = False
    doer: bool = False
    listed: bool = False
    persons: tuple[Person, ...] = ()


class _Patterns(NamedTuple):
    phrase: re.Pattern[str]
    bound: re.Pattern[str]
    age: re.Pattern[str]
    subset: re.Pattern[str]
    more: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    table = lexicon()["victims"]
    plural, singular = (
        "|".join(re.escape(word) for word in sorted(table[key], key=len, reverse=True))
        for key in ("plural", "singular")
    )
    number_ = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|(?:{'|'.join(_VAGUE)})|{WORDS})"
    word = rf"(?!{table['stop']}\b)[\w'’-]+"
    years = r"(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)[\s-](?:year|month|week|day)s?[\s-]olds?"
    phrase = (
        rf"(?P<number>(?<![\w.,$:#/-]){number_})(?:\s(?P<of>of\s(?:the|his|her|those|these)\s)?(?:{word}\s){{0,4}}?)(?P<plural>{plural})(?![\w’'-])"
        rf"|(?P<both>both)(?:\s(?:{word}\s){{0,2}}?(?:{plural}))?(?!\w)"
        rf"|(?:(?P<determiner>\b(?:an?|the|another|his|her|their|one|this|that|1)\s)(?:{word}\s){{0,5}}?|{years}\s(?:{word}\s){{0,2}}?)?"
        rf"(?P<singular>(?:{singular})(?:\s(?:{singular}))*)(?![\w’'-])"
        rf"|(?P<pronoun>\b(?:he|she|him))(?!\w)"
        rf"|(?:(?:an?|the)\s)?(?P<years>{years})(?!\w)(?!\s(?:{word}\s){{0,3}}?(?:{singular})(?![\w’'-]))"
        rf"|(?P<bare>(?<![\w.,$:#/-])(?<!under\s)(?<!age\s)(?<!aged\s)(?<!than\s){number_})(?=\s{table['bare']}(?!\w))"
        rf"|(?P<last>(?<![\w.,$:#/-]){number_})(?=[,.;]?(?:\s(?:in|at|and|near|on|dead|during|outside|,)|\s?$))"
    )
    return _Patterns(
        phrase=re.compile(phrase, re.IGNORECASE),
        bound=re.compile(rf"\b({'|'.join(_BOUND)})\s$", re.IGNORECASE),
        age=re.compile(
            r"(\d{1,3}|[a-z]+)(?:-[a-z]+)?[\s-](year|month|week|day)s?[\s-]old|,?\s\(?(\d{1,2})(?=[,.)]|$)",
            re.IGNORECASE,
        ),
        subset=re.compile(rf"\b{table['subset']}:?\s(?:(?:both|at least|an?|the)\s)?$", re.IGNORECASE),
        more=re.compile(rf"\b{table['more']}\b", re.IGNORECASE),
    )


def find_people(context: Context) -> tuple[People, ...]:
    """Return the phrases for people in a sentence in order, a list of them joined into one."""
    found = [
        one
        for match in _patterns().phrase.finditer(context.text, context.start, context.end)
        if (one := _read(context, match))
    ]
    found += _names(context)
    return tuple(_joined(context.text, _apart(found), headline=context.index == 0))


def _read(context: Context, match: re.Match[str]) -> People | None:
    text, start, end = context.text, match.start(), match.end()
    kind = match.lastgroup
    if kind == "determiner" or match["singular"] or match["years"]:
        age = _age(text, start, end)
        words = match[0].lower()
        doer = bool(pattern(lexicon()["reading"]["doer"]).search(words))
        known = words.startswith(("the ", "this ", "that ", "his ", "her ", "their ")) and age is None
        return _people(context, start, end, 1, persons=(Person(age=age, known=known),), doer=doer)
    if match["pronoun"]:
        return _people(context, start, end, 1, persons=(Person(known=True),))
    if match["both"]:
        return _people(context, start, end, 2, persons=(Person(known=True),))
    word = match["number"] or match["bare"] or match["last"]
    value = _VAGUE.get(word.lower(), number(word))
    if value is None or value != int(value) or not 0 < value < 10_000_000 or word.lower() in ("a", "an"):
        return None
    return _people(context, start, end, int(value), counted=True, numeral=match)


def _people(
    context: Context, start: int, end: int, count: int, *, counted: bool = False, numeral: re.Match[str] | None = None,
    persons: tuple[Person, ...] = (), doer: bool = False,
) -> People:  # fmt: skip
    text = context.text
    before = _patterns().bound.search(text, max(context.start, start - 14), start)
    low: int | None = count
    high: int | None = count
    if before:
        least, most = _BOUND[before[1].lower()]
        low, high = (count if least else None), (count if most else None)
        start = before.start()
    return People(
        span=Span(start, end),
        count=count,
        low=low,
        high=high,
        counted=counted,
        bare=numeral is not None and numeral["number"] is None,
        part=numeral is not None and numeral["of"] is not None,
        follows=numeral is not None and numeral["last"] is not None,
        persons=persons,
        doer=doer,
        more=bool(_patterns().more.search(text, start, end)),
        subset=bool(_patterns().subset.search(text, max(context.start, start - 24), start)),
    )


def _age(text: str, start: int, end: int) -> str | None:
    match = _patterns().age.search(text, start, min(len(text), end + 5))
    if match is None or (match[3] and match.start() != end):
        return None
    if match[3]:
        return match[3]
    value = number(match[1])
    return f"{int(value) if value is not None else match[1].lower()}{'' if match[2].lower() == 'year' else match[2].lower()}"


def _names(context: Context) -> list[People]:
    """Persons whom the article knows, by name or by `he`."""
    found = []
    for span, entity in context.named:
        if entity.kind == "person" and span.end <= context.end:
            person = Person(entity=entity, age=_age(context.text, span.end, span.end), known=True)
            found.append(_people(context, span.start, span.end, 1, persons=(person,)))
    return found


def _apart(found: Iterable[People]) -> list[People]:
    """The longest of those that overlap; a name inside a phrase (`the victim, Jo Ek`) lends it its person."""
    kept: list[People] = []
    for one in sorted(found, key=lambda people: (people.span.start, -people.span.end)):
        if kept and one.span.start < kept[-1].span.end:
            last = kept[-1]
            if one.persons and one.persons[0].entity and last.persons and not last.counted:
                person = attrs.evolve(last.persons[0], entity=one.persons[0].entity)
                kept[-1] = attrs.evolve(last, persons=(person,))
            continue
        kept.append(one)
    return kept


_COMMA = re.compile(r",\s(?:\d{1,3},\s)?$")
_AND = re.compile(r"(?:,\s(?:\d{1,3},?\s)?|\s)?(?:and|&|as well as)\s(?:[A-Z]\w+\s){0,2}")
_COMMAS = re.compile(r",\s(?:(?:\d{1,3}|of\s[\w\s.]{2,30}),\s)?")
_BESIDE = re.compile(r"\s|,\s(?:\d{1,3},\s)?(?:identified as\s|named\s)?")


def _joined(text: str, found: list[People], *, headline: bool) -> list[People]:
    """Appositions made one person, then lists (`a man, a woman and a child`) made one group."""
    people: list[People] = []
    for one in found:
        if people and (same := _headed(text, people[-1], one) or _apposition(text, people[-1], one)):
            people[-1] = same
        else:
            people.append(one)
    done: list[People] = []
    at = 0
    while at < len(people):
        stop = _list_end(text, people, at, headline=headline)
        done.append(_group(people[at:stop]) if stop - at > 1 else people[at])
        at = stop
    return done


def _apposition(text: str, one: People, other: People) -> People | None:
    """`19-year-old Ana Lund`, `the victim, Ana Lund`, `Ana Lund, a 19-year-old student`: one person."""
    if one.counted or other.counted or not (one.persons and other.persons):
        return None
    a, b = one.persons[0], other.persons[0]
    if bool(a.entity) == bool(b.entity) or one.count != 1 or other.count != 1:
        return None
    gap = text[one.span.end : other.span.start] if other.span.start - one.span.end < 24 else "-----"
    if not _BESIDE.fullmatch(gap) or (
        b.entity is None and not text[other.span.start : other.span.end].startswith(("a ", "an ", "the ", "his "))
    ):
        return None
    if (
        b.entity is not None
        and _COMMA.fullmatch(gap)
        and not a.known
        and text[other.span.end : other.span.end + 1] != ","
    ):
        return None
    person = Person(age=a.age or b.age, entity=a.entity or b.entity, known=True)
    return attrs.evolve(one, span=Span(one.span.start, other.span.end), persons=(person,), doer=one.doer or other.doer)


def _headed(text: str, one: People, other: People) -> People | None:
    """`two relatives of a man`: the relatives, though the man stands nearer to the verb."""
    if text[one.span.end : other.span.start] != " of " or one.bare:
        return None
    return attrs.evolve(one, span=Span(one.span.start, other.span.end))


def _list_end(text: str, people: list[People], at: int, *, headline: bool) -> int:
    """Where a list that starts at `at` ends: commas, and `and` before the last."""
    stop = at
    while stop + 1 < len(people):
        gap_start, gap_end = people[stop].span.end, people[stop + 1].span.start
        gap = text[gap_start:gap_end] if gap_end - gap_start < 44 else "-"
        if people[stop].bare or people[stop + 1].bare or people[stop + 1].subset:
            break
        if _AND.fullmatch(gap):
            # `five people, among them Ana Lund, and 14 others`: the others are listed beside the five.
            return stop + 1 if gap.startswith(",") and people[stop + 1].more and not people[stop].counted else stop + 2
        if not _COMMAS.fullmatch(gap):
            break
        stop += 1
        if headline and gap == ", ":  # `Baby, 2 women killed`
            return stop + 1
    return at + 1


def _group(people: list[People]) -> People:
    first, rest = people[0], people[1:]
    if first.counted and first.count == sum(one.count for one in rest) and len(rest) > 1:
        # `three people, a man, a woman and a child`
        persons = tuple(person for one in rest for person in one.persons)
        return attrs.evolve(first, span=Span(first.span.start, people[-1].span.end), persons=persons)
    lows, highs = [one.low for one in people], [one.high for one in people]
    return People(
        span=Span(people[0].span.start, people[-1].span.end),
        count=sum(one.count for one in people),
        low=None if None in lows else sum(one for one in lows if one),
        high=None if None in highs else sum(one for one in highs if one),
        counted=any(one.counted for one in people),
        listed=True,
        subset=people[0].subset,
        more=people[0].more,
        persons=tuple(person for one in people for person in one.persons),
    )
