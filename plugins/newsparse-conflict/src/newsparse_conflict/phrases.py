"""The words for people who may have come to harm: counted groups, single persons, names, and lists of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple, TypedDict

from newsparse import Span
from newsparse.analysis.numbers import WORDS, number
from newsparse_conflict.context import Context, lexicon, pattern
from newsparse_conflict.groups import apart, joined
from newsparse_conflict.model import Harm
from newsparse_conflict.people import People, Person


class _Patterns(NamedTuple):
    phrase: re.Pattern[str]
    """For text in lower case."""
    ageless: re.Pattern[str]
    """The same where nobody is so many years old."""
    bound: re.Pattern[str]
    span: re.Pattern[str]
    age: re.Pattern[str]
    subset: re.Pattern[str]
    more: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    table, counts = lexicon()["victims"], lexicon()["counts"]
    bounds = "|".join(one for words in ("least", "most", "near") for one in counts[words])
    return _Patterns(
        phrase=re.compile("|".join(_alternatives(_YEARS))),
        ageless=re.compile("|".join(_alternatives("(?!)"))),
        bound=re.compile(rf"\b({bounds})\s$", re.IGNORECASE),
        span=re.compile(
            rf"(?:\b(?:from|between)\s)?(?<![\w.,$])(?P<low>{_number()})\s?(?:to|and|-|–|or)\s?$", re.IGNORECASE
        ),
        age=re.compile(
            r"(\d{1,3}|[a-z]+)(?:-[a-z]+)?[\s-](year|month|week|day)s?[\s-]old|,?\s\(?(\d{1,2})(?=[,.)]|$)",
            re.IGNORECASE,
        ),
        subset=re.compile(rf"\b{table['subset']}:?\s(?:(?:both|at least|an?|the)\s)?$", re.IGNORECASE),
        more=re.compile(rf"\b{table['more']}\b", re.IGNORECASE),
    )


def _number() -> str:
    vague = by_letter(lexicon()["counts"]["vague"])
    return rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|(?:{vague})|{WORDS})"


# From the beginning of a word only: tried at each of its letters, it would read the word as often
_YEARS = r"(?:\d{1,3}|(?<![a-z])[a-z]+(?:-[a-z]+)?)[\s-](?:year|month|week|day)s?[\s-]olds?"


def by_letter(words: Iterable[str]) -> str:
    """Return an expression for words in lower case, the longest first, that looks at those of one first letter only."""
    letters: dict[str, list[str]] = {}
    for word in sorted(map(str.lower, words), key=len, reverse=True):
        letters.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in letters.items())


def _alternatives(years: str) -> Iterator[str]:
    """What a phrase for people looks like, the surest first; `years` is how a person's age does."""
    table = lexicon()["victims"]
    plural, singular = by_letter(table["plural"]), by_letter(table["singular"])
    count = rf"(?<![\w.,$:#/-]){_number()}"
    stop = by_letter(table["stop"].removeprefix("(?:").removesuffix(")").split("|"))
    word = rf"(?!(?:{stop})\b)[\w'’-]+"
    yield (
        rf"(?P<number>{count})(?:\s(?:of\s(?=people)|(?P<of>of\s(?:the|those|these)\s)?(?:of\s(?:his|her|their|its)\s)?)(?:{word}\s){{0,4}}?)"
        rf"(?P<plural>(?:{plural})(?:\s(?:{plural}))*)(?![\w’'-])"
    )
    yield rf"(?P<both>both)(?:\s(?:{word}\s){{0,2}}?(?:{plural}))?(?!\w)"
    yield (
        rf"(?:(?P<determiner>\b(?:an?|the|another|his|her|their|one|this|that|1)\s)(?:{word}\s){{0,5}}?|{years}\s(?:{word}\s){{0,2}}?)?"
        rf"(?P<singular>(?:{singular})(?:\s(?:{singular}))*)(?![\w’'-]|\s\d)"
    )
    yield r"(?P<pronoun>\b(?:he|she|him|himself|herself))(?!\w)"
    yield rf"(?:(?:an?|the)\s)?(?P<years>{years})(?!\w)(?!\s(?:{word}\s){{0,3}}?(?:{singular})(?![\w’'-]))"
    yield rf"(?<!under\s)(?<!age\s)(?<!aged\s)(?<!than\s)(?P<bare>{count})(?=\s{table['bare']}(?!\w))"
    yield rf"(?P<more>{count}\s(?:more|others))(?=[,.;]|\s{table['goes_on']}\b|\s?$)"
    yield rf"(?P<last>{count})(?=[,.;](?!\d)|\s(?:{table['goes_on']}\b|,)|\s?$)"
    # Nouns that no list has: `14 surfers`, `a sculptor`; time and money are none
    yield rf"(?P<some>{count})\s(?:{word}\s){{0,2}}?(?!{table['things']}\b)[a-z]+s(?![\w’'-])"
    noun = rf"(?!(?:{table['stop']}|{table['things']})\b)[a-z]+"
    passive = r"\s(?:(?:was|were|has been|had been|being) )?(?:\w+ly )?"
    yield rf"(?P<someone>\b(?:an?|the|his|her)\s(?:{word}\s){{0,2}}?{noun})(?={passive}{table['harmed']}\b)"


def find_people(context: Context) -> tuple[People, ...]:
    """Return the phrases for people in a sentence in order, a list of them joined into one."""
    low, start, end = context.low, context.start, context.end
    phrase = _patterns().phrase if low.find("old", start, end) >= 0 else _patterns().ageless
    found = [one for match in phrase.finditer(low, start, end) if (one := _read(context, match))]
    found += _names(context)
    return tuple(joined(context.text, apart(found), headline=context.index == 0))


def _read(context: Context, match: re.Match[str]) -> People | None:
    start, end = match.span()
    kind = next(name for name in _KINDS if match[name])
    match kind:
        case "singular" | "years" | "someone":
            age = _age(context.text, start, end)
            words = match[0].lower()
            known = words.startswith(("the ", "this ", "that ", "his ", "her ", "their ")) and age is None
            return People(
                **_what(context, start, end, 1), guess=kind == "someone", persons=(Person(age=age, known=known),)
            )
        case "pronoun":
            subject = match["pronoun"].lower() in ("he", "she")
            return People(**_what(context, start, end, 1), subject=subject, persons=(Person(known=True),))
        case "both":
            return People(**_what(context, start, end, 2), persons=(Person(known=True),))
    count = _count(match[kind])
    if not 0 < count < 10_000_000:
        return None
    vague = match[kind].lower().removesuffix(" more") in lexicon()["counts"]["vague"]
    return People(
        **_what(context, start, end, count, vague=vague),
        counted=True,
        vague=vague,
        bare=kind in ("bare", "more", "last"),
        part=match["of"] is not None or context.text.startswith(" of them", end),
        follows=kind == "last",
        guess=kind == "some",
    )


_KINDS = ("number", "both", "singular", "pronoun", "years", "bare", "more", "last", "some", "someone")
"""The groups of a phrase, of which one has matched."""


def _count(words: str) -> int:
    """A number as a count; 0 if it is none."""
    plain = re.sub(r"\s(?:more|others)$", "", words.lower())
    value = lexicon()["counts"]["vague"].get(plain, number(plain))
    return int(value) if value is not None and value == int(value) and plain not in ("a", "an") else 0


class _What(TypedDict):
    span: Span
    count: int
    low: int | None
    high: int | None
    more: bool
    subset: bool


def _what(context: Context, start: int, end: int, count: int, *, vague: bool = False) -> _What:
    """What goes for all people: `at least 12` and `between 10 and 12` bound them, `including 12` makes them part of others."""
    text, counts, patterns = context.text, lexicon()["counts"], _patterns()
    more = bool(patterns.more.search(text, start, end))
    low: int | None = count
    high = None if vague else count
    if span := patterns.span.search(text, max(context.start, start - 24), start):
        least = _count(span["low"])
        if 0 < least < count and count > 1:
            low, count, start = least, least, span.start()
    if before := patterns.bound.search(text, max(context.start, start - 18), start):
        words = before[1].lower()
        low, high = (low if words in counts["least"] else None), (high if words in counts["most"] else None)
        start = before.start()
    subset = bool(patterns.subset.search(text, max(context.start, start - 24), start))
    return {"span": Span(start, end), "count": count, "low": low, "high": high, "more": more, "subset": subset}


def _age(text: str, start: int, end: int) -> str | None:
    match = _patterns().age.search(text, start, min(len(text), end + 5))
    if match is None or (match[3] and match.start() != end):
        return None
    if match[3]:
        return match[3]
    value = number(match[1])
    return f"{int(value) if value is not None else match[1].lower()}{'' if match[2].lower() == 'year' else match[2].lower()}"


@cache
def _tolls() -> tuple[tuple[Harm, re.Pattern[str]], ...]:
    table, counts = lexicon()["tolls"], lexicon()["counts"]
    kinds: tuple[Harm, ...] = ("killed", "injured")
    bounds = "|".join(one for words in ("least", "most", "near") for one in counts[words])
    place = r"(?:\s(?:from|in|of) (?:the |an? |last )?[\w-]+)?(?:\s\w+)?,?"
    figure = rf"(?:(?:{bounds})\s)?(?P<count>{_number()})(?![\w%]|\s?(?:percent|people who)|,\d|\.\d)"
    return tuple(
        (
            harm,
            re.compile(rf"\b(?P<act>{table[harm]})\b(?:{place}(?:\s{table['reached']}){{1,5}}|:)\s{figure}"),
        )
        for harm in kinds
    )


def find_tolls(context: Context) -> Iterator[tuple[People, Harm, Span]]:
    """Give the figures that a sentence calls a toll."""
    for harm, pattern_ in _tolls():
        for match in pattern_.finditer(context.low, context.start, context.end):
            if count := _count(match["count"]):
                yield (
                    People(**_what(context, *match.span("count"), count), counted=True),
                    harm,
                    Span(*match.span("act")),
                )


def _names(context: Context) -> list[People]:
    """Persons whom the article knows, by name or by `he`."""
    found = []
    for span, entity in context.named:
        if entity.kind == "person" and span.end <= context.end and not _is_street(context, span):
            person = Person(entity=entity, age=_age(context.text, span.end, span.end), known=True)
            found.append(People(**_what(context, span.start, span.end, 1), name=True, persons=(person,)))
    return found


def _is_street(context: Context, name: Span) -> bool:
    """`Ada Lund Avenue`: what bears a person's name is not that person."""
    return pattern(lexicon()["victims"]["streets"], case=True).match(context.text, name.end + 1) is not None
