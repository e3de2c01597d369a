"""Who holds which office: `Kremlin spokesperson Dmitry Peskov` is a name, a role, an organisation and a country."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import attrs

from newsparse.analysis.places import find_places
from newsparse.model import Article, Entity, Span

_FULL_STOP = re.compile(r"(?<=[a-z\d)])[.!?]\s")
REACH = 90
"""Code points before and after a name in which its office is looked for."""


@attrs.frozen(kw_only=True)
class Official:
    """A person with an office. `span` covers office and name; `role` is in lower case, with its modifiers ("deputy …").

    `organization` is the body that the office belongs to, `country` an ISO 3166-1 code; each None where the text names none.
    """

    span: Span
    entity: Entity
    role: str
    organization: str | None = None
    country: str | None = None
    former: bool = False


class _Patterns(NamedTuple):
    before: re.Pattern[str]
    after: re.Pattern[str]
    bodies: re.Pattern[str]


def find_officials(article: Article) -> tuple[Official, ...]:
    """Return every person of `article` whose office the text states, where it first states it, in document order."""
    found: list[Official] = []
    # An office does not reach over another person's name: `Secretary of State Alicia Brandt and Marco Bellini`
    named = sorted(mention for person in article.people for mention in person.mentions)
    for person in article.people:
        stated = [
            one for mention in person.mentions if (one := _office(article.text, mention, person, named)) is not None
        ]
        if stated:
            # The statement that says most: a body, then a country, then the earliest.
            found.append(max(stated, key=lambda one: (bool(one.organization), bool(one.country), -one.span.start)))
    return tuple(sorted(found, key=lambda one: one.span))


@cache
def _patterns() -> _Patterns:
    table = tomllib.loads((files("newsparse.analysis") / "roles.toml").read_text("utf-8"))

    def one_of(words: list[str]) -> str:
        return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))

    office = rf"(?:(?:{one_of(table['modifiers'])})[\s-])*(?:{one_of(table['offices'])})"
    of = r"(?:\s(?:of|for|to|at)\s(?:the\s)?(?P<of>[\w.’'-]+(?:\s(?:of\s(?:the\s)?)?\p{Lu}[\w.’'-]*){0,5}))?".replace(
        r"\p{Lu}", "[A-ZÀ-Þ]"
    )
    whose = r"(?P<whose>(?:[\w.’'-]+\s){0,6}?)"
    return _Patterns(
        before=re.compile(rf"{whose}\b(?P<role>{office}){of},?\s$", re.IGNORECASE),
        after=re.compile(
            rf"\s?[,(]\s?(?:who\s(?:is|was)\s)?(?:the\s|a\s|an\s)?{whose}(?P<role>{office})\b{of}", re.IGNORECASE
        ),
        bodies=re.compile(rf"(?<!\w)(?:{one_of(table['bodies'])})(?!\w)"),
    )


def _office(text: str, mention: Span, person: Entity, named: Sequence[Span]) -> Official | None:
    patterns = _patterns()
    own = re.search(r"\w+\W*$", person.name)
    # The mention may begin with the office itself ("President Trump"): look at what stands before the name proper.
    name = text.find(person.name.split()[0], mention.start, mention.end)
    if name < 0 and own:
        name = text.find(own[0].strip(), mention.start, mention.end)
    name = mention.start if name < 0 else name
    place = bisect_left(named, mention)
    start = max(_clause_start(text, name), name - REACH, named[place - 1].end if place else 0)
    if match := patterns.before.search(text[start:name]):
        return _official(text, Span(start + match.start("role"), mention.end), start, match, person)
    end = min(len(text), mention.end + REACH, named[place + 1].start if place + 1 < len(named) else len(text))
    if stop := _FULL_STOP.search(text, mention.end, end):
        end = stop.start()
    if match := patterns.after.match(text[mention.end : max(end, mention.end)]):
        return _official(text, Span(mention.start, mention.end + match.end()), mention.end, match, person)
    return None


def _clause_start(text: str, end: int) -> int:
    """Where the clause that leads up to `end` begins: an office does not reach over a comma, a mark or a full stop."""
    window = max(0, end - REACH)
    last = window
    if text[max(0, end - 2) : end] == ", ":
        end -= 2  # `Norland's foreign minister, Henrik Saalfeld`
    for match in re.finditer(r"[,;:!?()“”\"\n]|(?<![A-Z])\.(?=\s)", text[window : end - 1 if end else 0]):
        last = window + match.end()
    return last


def _official(text: str, span: Span, offset: int, match: re.Match[str], person: Entity) -> Official:
    whose = Span(offset + match.start("whose"), offset + match.end("whose"))
    of = Span(offset + match.start("of"), offset + match.end("of")) if match["of"] else None
    role = re.sub(r"\s+", " ", match["role"].lower())
    former = bool(re.search(r"\b(?:former|ex|late)\b", role) or re.search(r"\b(?:former|ex)\b", match["whose"].lower()))
    role = re.sub(r"\b(?:former|ex|then|late|current|outgoing|incoming|newly|elected)[\s-]", "", role)
    bodies = _patterns().bodies
    body = (of and bodies.search(text, *of)) or bodies.search(text, *whose)
    places = [*(find_places(text, *of) if of else ()), *find_places(text, *whose)]
    title = re.search(r"\b(?:former|ex)\b", whose.of(text), re.IGNORECASE)
    starts = [place.span.start for place in places] + ([body.start()] if body else [])
    starts += [whose.start + title.start()] if title else []
    return Official(
        span=Span(min([span.start, *(one for one in starts if one >= offset)]), span.end),
        entity=person,
        role=role,
        organization=body[0] if body else _named_body(text, of),
        country=places[-1].country if places else None,
        former=former,
    )


def _named_body(text: str, of: Span | None) -> str | None:
    """`head of the Northern Grid Company`: whatever stands there in capitals and is no country."""
    if of is None or find_places(text, *of) or not of.of(text)[:1].isupper():
        return None
    return of.of(text).rstrip(".’' ")
