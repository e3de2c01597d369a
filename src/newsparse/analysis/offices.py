"""The grammar of an office: `former Norwegian deputy foreign minister`, `head of Germany's Federal Network Agency`.

An office turns on a head word. To its left stand whose it is (country, body) and what it deals with; to its right the same
after `of`, `for`, `at`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from newsparse.analysis.places import Place, find_places

_WORD = re.compile(r"(?:[A-Z]\.){2,}|(?:[Ee]x|[Tt]hen)(?=-)|\w+(?:[.&’'-]\w+)*(?:['’](?!\w))?|[^\w\s]")
_POSSESSIVE = re.compile(r"['’]s?$")
_CAPITALS = re.compile(r"[A-ZÀ-ÞĀ-Ž]")
_COMMON = re.compile(r"(?:al|ic|ive|ary|ear|ous|tion|ment|ity|ture|ivil|ing|ship|rights)$|^(?:anti|counter|pro)-")
"""Words that are no name although a sentence begins with them: `Nuclear negotiator`, `Civil protection chief`."""
_RANKS = frozenset({"senior", "top", "deputy", "chief", "leading", "acting", "second", "first"})
_UNIONS = frozenset({"EU"})
"""Codes in the gazetteer that are no country: whose officials are theirs belongs to a body."""


class Office(NamedTuple):
    """An office that a phrase states; `start` and `end` are where it and whose it is stand."""

    role: str
    start: int
    end: int
    organization: str | None = None
    country: str | None = None
    former: bool = False
    plural: bool = False


class _Words(NamedTuple):
    heads: re.Pattern[str]
    ministerial: frozenset[str]
    sent: frozenset[str]
    local: frozenset[str]
    modifiers: frozenset[str]
    former: frozenset[str]
    passing: frozenset[str]
    lower: re.Pattern[str]
    nouns: frozenset[str]
    bodies: re.Pattern[str]
    openers: frozenset[str]
    determiners: frozenset[str]


class _Token(NamedTuple):
    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        return self.text.lower()

    @property
    def capital(self) -> bool:
        return bool(_CAPITALS.match(self.text))


class _Owner(NamedTuple):
    """What stands left of a head: the rest of the role, and whose it is."""

    role: str
    start: int
    organization: str | None
    country: str | None
    former: bool


class _Range(NamedTuple):
    """What stands right of a head."""

    role: str
    end: int
    organization: str | None
    country: str | None


@cache
def words() -> dict[str, Any]:
    """Return the table of words."""
    return tomllib.loads((files("newsparse.analysis") / "roles.toml").read_text("utf-8"))


def one_of(choices: list[str]) -> str:
    """Return a pattern of alternatives, longest first, any white space between their words."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(choices, key=lambda one: (-len(one), one)))


@cache
def _words() -> _Words:
    table = words()
    plain = "general justice officer mp mep ceo cfo coo".split()
    plurals = [f"{one}s" for one in table["heads"] if " " not in one and one not in plain]
    return _Words(
        heads=re.compile(rf"(?<!\w)(?<![^xn]-)(?:{one_of(table['heads'] + plurals)})(?![\w-])(?!['’]s?\s)", re.IGNORECASE),
        ministerial=frozenset(table["ministerial"]),
        sent=frozenset(table["sent"]),
        local=frozenset(table["local"]),
        modifiers=frozenset(table["modifiers"]),
        former=frozenset(table["former"]),
        passing=frozenset(table["passing"]),
        lower=re.compile(rf"(?<!\w)(?:{one_of(table['bodies_lower'])})$", re.IGNORECASE),
        nouns=frozenset(table["body_nouns"]),
        bodies=re.compile(rf"(?<![\w.])(?:{one_of(table['bodies'])})(?!\w)"),
        openers=frozenset(table["openers"]),
        determiners=frozenset(table["determiners"]),
    )


def office_before(text: str, start: int, end: int) -> Office | None:
    """Return the office that stands right before `end`, its clause beginning at `start`: nothing but it reaches to `end`."""
    for head in _words().heads.finditer(text, start, end):
        after = _range(text, head.end(), end, _role(head))
        if after is not None and not text[after.end : end].strip() and not _POSSESSIVE.search(text, start, after.end):
            return _office(_owner(text, start, head.start(), _role(head), whole=False), head, after)
    return None


def office_after(text: str, start: int, end: int) -> Office | None:
    """Return the office that begins at `start`: what stands left of its head belongs to it."""
    chosen: tuple[re.Match[str], _Owner] | None = None
    for head in _words().heads.finditer(text, start, end):
        owner = _owner(text, start, head.start(), _role(head), whole=True)
        if owner.start <= start:
            chosen = head, owner  # of `deputy commander`, the last word is the head
        elif chosen:
            break
    if chosen is None:
        return None
    head, owner = chosen
    stop = end
    while (after := _range(text, head.end(), stop, _role(head))) is None:
        stop = max(text.rfind(" ", head.end(), stop - 1), head.end())
    return _office(owner, head, after)


def whose(text: str, start: int, end: int) -> tuple[str | None, str | None]:
    """Return the body and the country that a phrase from `start` on, not beyond `end`, names: `the University of Ibadan`."""
    start += len("the ") if text.startswith("the ", start) else 0
    return _body(text, start, _phrase_end(text, start, end))


def _role(head: re.Match[str]) -> str:
    role = " ".join(head[0].lower().split())
    return role[:-1] if role.endswith("s") and role not in ("chargé d'affaires",) else role


def _office(owner: _Owner, head: re.Match[str], after: _Range) -> Office:
    return Office(
        role=" ".join(f"{owner.role} {_role(head)} {after.role}".split()),
        start=owner.start,
        end=after.end,
        organization=after.organization if _outdone(owner, after) else owner.organization or after.organization,
        country=owner.country or after.country,
        former=owner.former,
        plural=head[0].lower().endswith("s") and _role(head) != head[0].lower(),
    )


def _outdone(owner: _Owner, after: _Range) -> bool:
    """`Middle East director at Human Rights Watch`: what stands right is surely a body, what stands left may be none."""
    return bool(owner.organization and after.organization and not _names_body(owner.organization))


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    return [_Token(match[0], match.start(), match.end()) for match in _WORD.finditer(text, start, end)]


# What stands left of the head


def _owner(text: str, start: int, end: int, head: str, *, whole: bool) -> _Owner:
    """Read leftwards from `end`: words of the role, then a body, then a country, then `former`."""
    known = _words()
    tokens = _tokens(text, start, end)
    places = find_places(text, start, end)
    role: list[str] = []
    former, organization, country, at = False, None, None, end
    while tokens:
        token = tokens[-1]
        low = token.low
        place = next((one for one in places if one.span.start <= token.start < one.span.end), None)
        if token.text in ("-", "–") and len(tokens) > 1:
            tokens.pop()
        elif low in known.former:
            former = True
            at = tokens.pop().start
        elif place is None and _modifies(token, head, organization or country) and not _ends_body(text, start, token.end, tokens):
            role.insert(0, low)
            at = tokens.pop().start
        elif low in known.determiners:
            at = tokens.pop().start
            if not whole:
                break
        elif low in known.passing:
            at = tokens.pop().start
        elif organization is None and (body := _body_before(text, start, token.end, tokens, head, role)) is not None:
            organization, at, found = body
            country = country or found
            tokens = [one for one in tokens if one.start < at]
        elif place is not None and country is None:
            country = place.country
            if place.country in _UNIONS:
                organization = organization or place.text
            at = place.span.start
            tokens = [one for one in tokens if one.start < at]
        elif portfolio := _portfolio(tokens, head, bool(organization or country), places, start, text):
            role[:0] = [one.low for one in portfolio]
            at = portfolio[0].start
            del tokens[-len(portfolio) :]
        else:
            break
    return _Owner(" ".join(role), at, organization, country, former)


def _modifies(token: _Token, head: str, owner: str | None) -> bool:
    """Whether a word is part of the role: `deputy foreign minister`; beyond a body's name only a rank, `senior Hamas official`."""
    if head in _words().local and token.capital:
        return token.low in _RANKS  # `Labour MP`
    return token.low in (_RANKS if owner else _words().modifiers)


def _ends_body(text: str, start: int, end: int, tokens: list[_Token]) -> bool:
    """Whether a word that could be part of a role closes a body's name: `the ruling party`, `the army`, `Security Council`."""
    known = _words()
    token = tokens[-1]
    if token.text in known.nouns and len(tokens) > 1 and tokens[-2].capital:
        return not find_places(text, tokens[-2].start, tokens[-2].end) or token.text not in ("Treasury", "Senate")
    return token.text.islower() and known.lower.search(text, start, end) is not None and len(token.text) > 2


def _body_before(
    text: str, start: int, end: int, tokens: list[_Token], head: str, role: list[str]
) -> tuple[str, int, str | None] | None:
    """A body whose name ends at `end`: its name, where it begins, its country."""
    known = _words()
    last = tokens[-1]
    owned = _POSSESSIVE.search(last.text)
    stop = end - len(owned[0]) if owned else end
    if match := next((one for one in known.bodies.finditer(text, max(start, end - 24), stop) if one.end() == stop), None):
        place = next(iter(find_places(text, match.start(), match.end())), None)
        return match[0], match.start(), place.country if place else None
    if (match := known.lower.search(text, max(start, end - 30), stop)) and last.text.islower():
        return _lower_body(text, start, match.start(), stop)
    if not last.capital:
        return None
    run = _run(text, tokens)
    final = run[-1]
    # The run may begin with whose body it is: `Iran's Supreme National Security Council`
    country = next(
        (one.country for one in find_places(text, run[0].start, stop) if one.kind == "metonym" or _is_european(one)), None
    )
    while (place := _leading_place(text, run)) is not None and place.span.end < stop and not _is_european(place):
        country = place.country
        rest = [one for one in run if one.start >= place.span.end]
        if not rest or not rest[0].capital:
            break
        if place.kind not in ("demonym",) and not _POSSESSIVE.search(run[len(run) - len(rest) - 1].text):
            if rest[0].text in known.nouns or place.country in _UNIONS or place.kind == "metonym":
                break  # `EU Council`
        run = rest
    name = text[run[0].start : final.end]
    name = _POSSESSIVE.sub("", name)
    if _POSSESSIVE.sub("", final.text) in known.nouns or (run[0].text in known.nouns and len(run) > 1):
        return name, run[0].start, country
    if head.split()[-1] in known.ministerial or head in known.local or (final.start == start and not final.text.isupper() and _COMMON.search(final.low)):
        return None
    inside = find_places(text, run[0].start, final.end)
    if inside and inside[0].span.start == run[0].start and inside[-1].span.end >= stop:
        return None  # a country is no body
    return (name, run[0].start, country) if name.lower() not in known.openers else None


def _lower_body(text: str, start: int, begin: int, end: int) -> tuple[str, int, str | None]:
    """`the Ivorian bishops' conference`, `Ukrainian president's office`: words in lower case before it belong to it."""
    while match := re.search(r"(?<![\w])([a-z]+['’]s?|border|ruling|national|central|armed|air)\s$", text[start:begin]):
        begin = start + match.start(1)
    return text[begin:end], begin, None


def _run(text: str, tokens: list[_Token]) -> list[_Token]:
    """The words in capitals that end here, with the small ones inside: `Bank of England`."""
    run: list[_Token] = []
    small: list[_Token] = []
    known = _words()
    for token in reversed(tokens):
        if run and text[token.end : (small or run)[0].start].strip(" "):
            break
        if token.capital and not (token.low in known.openers | known.determiners and token is tokens[0]):
            if token.low in known.former:
                break
            run[:0] = [token, *small]
            small = []
        elif run and token.low in ("of", "for", "and", "the", "on", "&", "de", "la", "del") and len(small) < 2:
            small.insert(0, token)
        else:
            break
    return run


def _leading_place(text: str, run: list[_Token]) -> Place | None:
    place = next(iter(find_places(text, run[0].start, run[-1].end)), None)
    return place if place is not None and place.span.start == run[0].start else None


def _portfolio(
    tokens: list[_Token], head: str, owned: bool, places: tuple[Place, ...], start: int, text: str  # noqa: FBT001
) -> list[_Token]:
    """What an office deals with, where no list has it: `oil minister`; up to three words that a country or body comes before."""
    known = _words()
    if owned:
        return []
    last = tokens[-1]
    if last.capital and last.start == start and _COMMON.search(last.low):
        return [last]
    if last.low == "and" and len(tokens) > 1 and tokens[-2].low in known.modifiers and tokens[-2].capital:
        return tokens[-2:]  # `Transport and Infrastructure Minister`
    if last.capital:
        fits = head.split()[-1] in known.ministerial and last.low not in known.openers and not _POSSESSIVE.search(last.text)
        return [last] if fits and not any(one.span.overlaps((last.start, last.end)) for one in places) else []  # type: ignore[arg-type]
    taken: list[_Token] = []
    if text[tokens[-1].end : tokens[-1].end + 2].strip().isupper():
        return []  # `sources say Foreign Minister …`
    for token in reversed(tokens[-4:]):
        if token.text in (",", "(") or token.low in known.determiners or token.capital or _POSSESSIVE.search(token.text):
            return [token, *taken] if token.start == start and token.capital and _COMMON.search(token.low) else taken
        if not token.text[0].isalpha() or token.low in ("of", "for", "to", "by", "and", "in", "with", "said", "that", "who", "was", "is", "say", "says", "told"):
            return []
        taken.insert(0, token)
        if token.start <= start:
            return taken
    return []


# What stands right of the head

_PREPOSITION = re.compile(r"\s*\b(of|for|to|at|in|with|on|from)\s+((?:the|a|an|its|his|her)\s+)?")
_STOP = re.compile(r"\b(?:and|or|but|that|which|who|whose|is|are|was|were|has|have|had|will|would|told|said|says|met|as|by|after|before|when|while)\b")


def _range(text: str, start: int, end: int, head: str) -> _Range | None:
    """Read phrases after prepositions up to `end`; None where something else stands there."""
    role, organization, country, at = "", None, None, start
    while match := _PREPOSITION.match(text, at, end):
        stop = _phrase_end(text, match.end(), end)
        if stop <= match.end():
            return None
        preposition, determined = match[1], bool(match[2])
        body, land = _body(text, match.end(), stop)
        phrase = text[match.end() : stop]
        sent = head.split()[-1] in _words().sent or head in _words().sent
        portfolio = head.split()[-1] in _words().ministerial and preposition in ("of", "for")
        later = text[stop : stop + 4] == " at "  # `regional director for West Africa at UNICEF`
        if (preposition == "for" and later) or (sent and preposition in ("to", "in", "for") and (land or preposition == "to")):
            pass
        elif preposition == "to" or (head in _words().local and not (body and _names_body(body))):
            country = country or land
        elif portfolio and not determined and (body is None or not _names_body(body)) and land is None:
            role += f" {preposition} {phrase.lower()}"
        elif phrase.islower() and not determined and not (body and land):
            role += f" {preposition} {phrase}"
        elif preposition == "on":
            return None
        elif preposition in ("in", "from") and (organization or country or body):
            pass
        else:
            organization = organization or body
            country = country or land
        at = stop
    if text[at:end].strip(" \t\n,"):
        return None
    return _Range(role.strip(), at, organization, country)


def _is_european(place: Place) -> bool:
    """Whether a place is the adjective that the union's bodies begin with: `European Parliament`."""
    return place.kind == "demonym" and place.country in _UNIONS


def _names_body(name: str) -> bool:
    return not _words().nouns.isdisjoint(name.split()) or _words().bodies.fullmatch(name) is not None


def _phrase_end(text: str, start: int, end: int) -> int:
    """Where a phrase after a preposition ends: at the next preposition that belongs to no name, a verb, a comma."""
    tokens = _tokens(text, start, end)
    stop = start
    for at, token in enumerate(tokens):
        if token.text in (",", ";", ":", "(", ")", "“", "”", '"', ".", "—", "–") or (_STOP.fullmatch(token.low) and token.low != "and"):
            break
        small = token.low in ("of", "for", "and", "the", "on", "in", "at", "to", "with", "from")
        if small:
            following = tokens[at + 1] if at + 1 < len(tokens) else None
            before = tokens[at - 1] if at else None
            joined = following is not None and before is not None and before.capital and (following.capital or following.low == "the")
            if token.low in ("of", "and", "for") and joined and not _POSSESSIVE.search(before.text if before else ""):
                continue
            if token.low == "and" and following is not None and before is not None and before.text.islower() and following.text.islower():
                continue
            if token.low == "the":
                continue
            break
        if not (token.text[0].isalnum() or token.text in ("&", "-")):
            break
        stop = token.end
    return stop


def _body(text: str, start: int, end: int) -> tuple[str | None, str | None]:
    """The body and the country that a phrase names: `Germany's Federal Network Agency`, `Ukrainian president's office`."""
    places = find_places(text, start, end)
    country, at = None, start
    name = text[start:end]
    if match := re.match(r"(?:the\s)?((?:[a-z]+\s)*)", name):
        at = start + (match.end() if name[match.end() : match.end() + 1].isupper() else (4 if name.startswith("the ") else 0))
    if places and places[0].span.start == at and not _is_european(places[0]):
        place = places[0]
        rest = text[place.span.end : end]
        owned = re.match(r"['’]s?\s", rest)
        country = place.country
        if not rest.strip():
            return (place.text if place.kind == "metonym" or country in _UNIONS else None), country
        if owned or place.kind == "demonym":
            at = place.span.end + (owned.end() if owned else len(rest) - len(rest.lstrip()))
            if re.match(r"[a-z-]+\s[A-Z]", text[at:end]):
                at = text.index(" ", at) + 1
    name = text[at:end].strip()
    if not name:
        return None, country
    trailing = re.search(r"\s+of\s+(?:the\s)?", name)
    last = places[-1] if places else None
    if trailing and last is not None and last.kind == "country" and last.span.end >= end and country is None:
        before = name[: name.rfind(" of ")] if " of " in name else name
        country = last.country
        if last.span.start >= end - len(last.text) and before.split()[-1] not in ("Bank", "University", "Republic", "Institute", "College") and len(before.split()) > 1:
            name = before
    if last is not None and country is None and last.kind == "metonym":
        country = last.country
    if name.islower() and not (country or _words().lower.search(name)):
        return None, country
    if name.islower() and re.search(r"(?:minister|president|king|premier)$", name):
        return None, country
    return name, country
