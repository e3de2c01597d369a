"""Who holds which office: `Kremlin spokesperson Dmitry Peskov` is a name, a role, an organisation and a country."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

import attrs

from newsparse.analysis.offices import Office, office_after, office_before, whose
from newsparse.analysis.offices.vocabulary import names_body, one_of, table
from newsparse.model import Article, Entity, Span

MOST_LISTED = 60
"""Entries of a table of contents that are looked through, and people they are looked through for."""
REACH = 120
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
    titles: re.Pattern[str]
    breaks: re.Pattern[str]
    end: re.Pattern[str]
    apposition: re.Pattern[str]
    becoming: re.Pattern[str]
    heading: re.Pattern[str]
    naming: re.Pattern[str]
    opening: re.Pattern[str]
    chosen: re.Pattern[str]
    chosen_as: re.Pattern[str]
    also: re.Pattern[str]


def find_officials(article: Article) -> tuple[Official, ...]:
    """Return every person of `article` whose office the text states, in document order.

    A person stands once, by the statement that says most; twice where one phrase names two offices (`former ambassador and
    current senior fellow`).
    """
    found: list[Official] = []
    # An office does not reach over another person's name: `Secretary of State Alicia Brandt and Marco Bellini`
    named = sorted(mention for person in article.people for mention in person.mentions)
    listed = [leaf.content for leaf in article.leaves() if leaf.type == "contents_entry"]
    for person in article.people:
        stated = [offices for mention in person.mentions if (offices := _offices(article.text, mention, person, named))]
        if not stated and len(found) < MOST_LISTED:
            stated = list(_in_contents(article.text, listed, person, named))
        if stated:
            # The statement that says most: a body, then a country, then the earliest.
            best = max(
                stated, key=lambda all_: (bool(all_[0].organization), bool(all_[0].country), -all_[0].span.start)
            )
            found.extend(best)
    found.sort(key=lambda one: one.span)
    return tuple(_with_counterparts(found, article.text))


def _in_contents(
    text: str, listed: Sequence[Span], person: Entity, named: Sequence[Span]
) -> Iterator[tuple[Official, ...]]:
    """What a table of contents says of a person of whom the text says nothing: no mention is found there."""
    for entry in listed[:MOST_LISTED]:
        at = text.find(person.name, *entry)
        if at >= 0 and (offices := _offices(text, Span(at, at + len(person.name)), person, named)):
            yield offices


@cache
def _patterns() -> _Patterns:
    verbs = "|".join(table()["verbs"])
    be = r"(?:is|was|has\s+been|had\s+been|served\s+as|serves\s+as|became|becomes|works?\s+as|worked\s+as)"
    made = (
        r"(?:(?:was|is|has\s+been|had\s+been|were)\s+(?:named|appointed|elected|sworn\s+in\s+as|chosen\s+as|re-elected"
        r"|confirmed\s+as)(?:\s+as)?|took\s+office\s+as)"
    )
    return _Patterns(
        titles=re.compile(rf"(?:\s*(?<![\w-])(?:{one_of(table()['titles'])})\.?)+\s*$", re.IGNORECASE),
        breaks=re.compile(r"[,;:!?()“”\"\n]|(?<![A-Z])(?<!\bGen)(?<!\bCol)(?<!\bMaj)(?<!\bAdm)(?<!\bLt)\.(?=\s)"),
        end=re.compile(
            r"[,;:!?()“”\"\n—–]|(?<=[a-z\d)])\.(?:\s|$)|\s-\s|\s(?:who|which|but|said|says|told|while)\s|\sand\s(?=(?:the|his|her|a)\s)"
        ),
        apposition=re.compile(
            rf"\s?(?:\([a-z]{{1,9}}\))?\s?(?:[,(—–]|\s-\s)\s*(?:who\s(?:[\w’']+\s){{0,4}}?{be}\s+|(?:now|then|currently|formerly|once|previously|until\srecently)\s)?(?:the\s|a\s|an\s|one\sof\s(?:the\s)?)?"
        ),
        becoming=re.compile(rf"\s+(?:{made}|{be})\s+(?:the\s|a\s|an\s)?", re.IGNORECASE),
        heading=re.compile(
            rf"\s?,?\s*who\s(?P<past>(?:once|used\sto|formerly|previously)\s)?(?:[\w’']+\s){{0,2}}?(?P<verb>{verbs})\s(?P<body>(?:the\s)?[^,.;:()“”\n]+)"
        ),
        naming=re.compile(r"\s(?:is|was|will\sbe|became)\s(?:called\s|named\s)?$"),
        opening=re.compile(
            r"\s*(?P<past>(?:Once|Formerly|Previously)\s)?(?:(?:Now|Currently|Long)\s)?(?:[Aa]n?|[Tt]he)\s"
        ),
        chosen=re.compile(
            r"\b(?:appoint(?:ed|s|ing)?|nam(?:ed|es|ing)|confirm(?:ed|s)|elect(?:ed|s)|nominat(?:ed|es)|chose|chosen|picked|made)\s$"
        ),
        chosen_as=re.compile(r"\s(?:as\s|to\sbe\s)?(?:the\s|its\s|their\s|his\s|her\s|an?\s)?"),
        also=re.compile(r"\s*,?\s*and\s+(?:(?:also|now|currently|current|a|the)\s+)*"),
    )


def _offices(text: str, mention: Span, person: Entity, named: Sequence[Span]) -> tuple[Official, ...]:
    """The offices that are stated beside a mention."""
    name = _name_start(text, mention, person)
    place = bisect_left(named, mention)
    floor = max(0, name - REACH)
    if place and _BETWEEN_NAMES.search(text, named[place - 1].end, name):
        floor = max(floor, named[place - 1].end)
    elif place and text.startswith(("'s ", "’s "), named[place - 1].end):
        floor = max(floor, named[place - 1].start)  # `Skylark's chairman`
    ceiling = min(len(text), mention.end + REACH)
    before = _before(text, name, floor, mention.end)
    after = tuple(_after(text, mention, ceiling, named)) if before is None or _is_title(before) else ()
    if before is not None and not after:
        office = _completed(text, before, mention.end, ceiling)
        return (_official(office, Span(office.start, max(mention.end, office.end)), person),)
    return tuple(_official(office, Span(mention.start, office.end), person) for office in after)


_BETWEEN_NAMES = re.compile(r"[,;:()“”]|\b(?:and|or|but)\b")


def _is_title(office: Office) -> bool:
    """Whether an office is a title that goes before a name whatever else somebody is: `Professor`, `Archbishop`."""
    return (office.role in table()["titles"] or office.role == "professor") and not (
        office.organization or office.country
    )


def _name_start(text: str, mention: Span, person: Entity) -> int:
    """Where the name proper begins: the mention may begin with the office itself ("President Trump")."""
    for part in (person.name.split()[0], person.name.split()[-1]):
        if (at := text.find(part, mention.start, mention.end)) >= 0:
            return at
    return mention.start


def _before(text: str, name: int, floor: int, after: int) -> Office | None:
    patterns = _patterns()
    stops = [name]
    if titles := patterns.titles.search(text, max(floor, name - 40), name):
        stops.append(
            titles.start()
        )  # `Angolan army chief Gen. …`; but a general is one too, if nothing else stands there
    title: Office | None = None
    for stop in stops:
        comma = text[max(floor, stop - 2) : stop].rstrip().endswith(",")
        end = stop
        if comma:
            end = text.rindex(",", floor, stop)
            closed = re.match(r"\s?(?:[,)—–.”\"]|$)", text[after : after + 3])
            begun = max((one.end() for one in patterns.breaks.finditer(text, floor, end)), default=floor)
            if not closed and not patterns.opening.match(text, begun, end):
                continue  # `Norland's foreign minister, Henrik Saalfeld, …` is closed by a second comma
        elif named := patterns.naming.search(text, max(floor, stop - 14), stop):
            end = named.start()
        start = max((one.end() for one in patterns.breaks.finditer(text, floor, end)), default=floor)
        office = office_before(text, start, end)
        past = patterns.opening.match(text, start, end) if comma else None
        if office is not None and past and past["past"]:
            office = office._replace(former=True)  # `Once a spokesman for the miners, Jo Ek …`
        if office is not None and not (titles and office.end >= name - 1 and office.role in table()["titles"]):
            return office
        title = title or (office and office._replace(organization=None))
    return title


def _completed(text: str, office: Office, after: int, ceiling: int) -> Office:
    """`Chancellor Leopold Wimmer of Austria`: whose office it is may follow the name."""
    if office.country or office.organization:
        return office
    match = re.compile(r"\s(?:of|from|at)\s(?:the\s)?(?=[A-Z])").match(text, after, ceiling)
    if match is None:
        return office
    stop = _patterns().end.search(text, match.end(), ceiling)
    end = _end_of_name(text, match.end(), stop.start() if stop else ceiling)
    body, country = whose(text, match.end(), end)
    if country is None and not (body and names_body(body)):
        return office
    return office._replace(organization=body, country=country, end=end)


def _end_of_name(text: str, start: int, end: int) -> int:
    """Where the words in capitals end, small ones between them included."""
    run = re.compile(
        r"(?:[A-Z][\w.&’'-]*|(?:of|for|and|the|de)(?=\s(?:the\s)?[A-Z]))(?:\s(?:[A-Z][\w.&’'-]*|(?:of|for|and|the|de)(?=\s(?:the\s)?[A-Z])))*"
    )
    match = run.match(text, start, end)
    return match.end() if match else start


def _after(text: str, mention: Span, ceiling: int, named: Sequence[Span]) -> Iterator[Office]:
    """The offices after a name; of two that share a body, `founder and head of Volta`, each has it."""
    found = list(_stated_after(text, mention, ceiling, named))
    for one, following in zip_longest(found, found[1:]):
        alone = one.organization is None and one.country is None
        if following is not None and alone and text[one.end : following.start].strip() == "and":
            yield one._replace(organization=following.organization, country=following.country)
        else:
            yield one


def _stated_after(text: str, mention: Span, ceiling: int, named: Sequence[Span]) -> Iterator[Office]:
    """An apposition, `who heads …`, `was sworn in as …`, `appointed … as …`."""
    patterns, start = _patterns(), mention.end
    if match := patterns.heading.match(text, start, ceiling):
        body, country = whose(text, match.start("body"), match.end("body"))
        role = table()["verbs"][match["verb"]]
        yield Office(role, start, match.end(), body, country, former=match["past"] is not None)
        return
    match = patterns.apposition.match(text, start, ceiling)
    begun = match or patterns.becoming.match(text, start, ceiling)
    if begun is None and patterns.chosen.search(text, max(0, mention.start - 14), mention.start):
        begun = patterns.chosen_as.match(text, start, ceiling)
    if begun is None:
        return
    at = begun.end()
    past = re.search(
        r"\bwho\b.*\b(?:until|once|formerly|previously)\b.*\b(?:was|served)\b|\b(?:formerly|once|previously|until\srecently)\b",
        begun[0],
    )
    stop = patterns.end.search(text, at, ceiling)
    end = stop.start() if stop else ceiling
    office = office_after(text, at, end)
    while office is not None:
        follower = bisect_left(named, Span(office.end, 0))
        if follower < len(named) and not text[office.end : named[follower].start].strip():
            return  # `Reyes, Kremlin spokesman Orlov and others`: the office is the next one's
        yield office._replace(former=True) if past else office
        more = patterns.also.match(text, office.end, ceiling)
        if more is None:
            return
        stop = patterns.end.search(text, more.end(), ceiling)
        office = office_after(text, more.end(), stop.start() if stop else ceiling)


def _official(office: Office, span: Span, person: Entity) -> Official:
    return Official(
        span=Span(min(span), max(span)),
        entity=person,
        role=office.role,
        organization=office.organization,
        country=office.country,
        former=office.former,
    )


def _with_counterparts(found: Sequence[Official], text: str) -> Iterator[Official]:
    """`her French counterpart Yves Marchand` holds the office of the one named before, in that sentence or the last."""
    last: Official | None = None
    for one in found:
        if (
            one.role in table()["counterparts"]
            and last is not None
            and "\n" not in text[last.span.end : one.span.start]
        ):
            one = attrs.evolve(one, role=last.role)  # noqa: PLW2901 - the same official, told better
        last = one
        yield one
