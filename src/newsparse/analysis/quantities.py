"""Money, percentages and counts of people, each with its span, value and unit."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple, TypeAlias

import attrs

from newsparse.analysis.numbers import DIGITS, SCALE, WORDS, number
from newsparse.model import Span

QuantityKind: TypeAlias = Literal["money", "percent", "points", "people"]
Bound: TypeAlias = Literal["exact", "at_least", "at_most", "about"]


@attrs.frozen(kw_only=True)
class Quantity:
    """An amount. `unit` is the ISO 4217 code of money, `%`, or the noun that is counted; `bound` is what qualifies it."""

    span: Span
    text: str
    kind: QuantityKind
    value: float
    unit: str
    bound: Bound = "exact"


_BOUNDS: tuple[tuple[str, Bound], ...] = (
    ("at least", "at_least"), ("more than", "at_least"), ("over", "at_least"), ("no fewer than", "at_least"),
    ("no less than", "at_least"), ("upwards of", "at_least"), ("up to", "at_most"), ("at most", "at_most"),
    ("fewer than", "at_most"), ("less than", "at_most"), ("under", "at_most"), ("no more than", "at_most"),
    ("about", "about"), ("around", "about"), ("some", "about"), ("roughly", "about"), ("approximately", "about"),
    ("nearly", "at_most"), ("almost", "at_most"), ("an estimated", "about"), ("as many as", "at_most"),
)  # fmt: skip
_BOUND = re.compile(rf"\b({'|'.join(re.escape(words) for words, _ in _BOUNDS)})\s+(?:an?\s+)?$", re.IGNORECASE)
_PEOPLE = (
    "people|persons?|men|women|man|woman|children|child|civilians?|soldiers?|troops|police officers?|officers?|students?"
    "|passengers?|workers?|victims?|protesters|demonstrators|militants|fighters|insurgents|rebels|police(?:men)?|residents|villagers|migrants"
    "|refugees|employees|teenagers|boys?|girls?|others|prisoners|hostages|deaths|fatalities|casualties|dead|wounded|injured"
)


class _Patterns(NamedTuple):
    money: re.Pattern[str]
    signs: dict[str, str]
    names: dict[str, str]
    subunits: dict[str, str]
    codes: frozenset[str]


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Return the amounts of money, percentages and counts of people in `text`, in document order."""
    found = [*_money(text), *_percentages(text), *_people(text)]
    kept: list[Quantity] = []
    for one in sorted(found, key=lambda quantity: (quantity.span.start, -quantity.span.end)):
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return tuple(kept)


@cache
def _patterns() -> _Patterns:
    table = tomllib.loads((files("newsparse.analysis") / "currencies.toml").read_text("utf-8"))
    signs = {sign.lower(): code for code, row in table.items() for sign in row.get("signs", ())}
    names = {name: code for code, row in table.items() for name in row["names"]}
    subunits = {name: code for code, row in table.items() for name in row.get("subunits", ())}
    # Codes of nothing, and those that are words: `two try`, `one pen`, `20 mad`.
    codes = frozenset(table) - {"XFR", "XPE", "XBT", "TRY", "COP", "PEN", "MAD", "RON"}

    def one_of(words: dict[str, str] | frozenset[str]) -> str:
        return "|".join(re.escape(word).replace(r"\ ", r"[ \u00a0]?") for word in sorted(words, key=len, reverse=True))

    sign = rf"(?:{one_of(signs)})"
    name = "|".join(re.escape(word).replace(r"\ ", r"[ \u00a0]") for word in sorted(names, key=len, reverse=True))
    sub = "|".join(re.escape(word).replace(r"\ ", r"[ \u00a0]") for word in sorted(subunits, key=len, reverse=True))
    code = rf"(?:{'|'.join(sorted(codes))})"
    amount = rf"(?:{DIGITS}|{WORDS})"
    scaled = rf"(?:{DIGITS})(?:[ \u00a0-]?(?:{SCALE}))?|{WORDS}"
    # `3 dollars 50 cents`, `thirteen dollars and forty-five cents`, `It costs 15 dollars 50.`
    rest = rf"(?:[ ](?:and[ ])?(?P<%s>{amount})(?:[ ](?:{sub})(?!\w)|(?=[ ]?(?:[.;!?](?!\d)|$))))?"
    money = re.compile(
        rf"(?<![\w.,])(?P<sign>{sign}|m?{code}|m?{code}\$|dollar)[ \u00a0]?(?P<after>{scaled}){rest % 'more'}(?!\w)"
        rf"|(?<![\w.,])(?P<before>{scaled})[ \u00a0-]?"
        rf"(?:(?P<name>m?(?:{code}|{name})\b|{sign}(?!\w))(?:[ ](?P<scale>{SCALE}))?{rest % 'extra'}|(?P<sub>{sub})(?!\w))",
        re.IGNORECASE,
    )
    return _Patterns(money=money, signs=signs, names=names, subunits=subunits, codes=codes)


def _money(text: str) -> list[Quantity]:
    patterns = _patterns()
    found: list[Quantity] = []
    for match in patterns.money.finditer(text):
        words = match["after"] or match["before"]
        value = number(words)
        unit = (match["sign"] or match["name"] or match["sub"]).lower().replace("\u00a0", " ")
        code, factor = _unit(unit, patterns)
        if value is None or code is None:
            continue
        if match["scale"]:
            value *= (number(f"1 {match['scale']}") or 1.0) if words else 1.0
        if (cents := match["more"] or match["extra"]) and (rest := number(cents)) is not None and rest < 100:
            value += rest / 100
        found.append(_quantity(text, match.start(), match.end(), "money", round(value * factor, 6), code))
    return found


def _unit(unit: str, patterns: _Patterns) -> tuple[str | None, float]:
    """The currency's code, and what to multiply with: `MEUR` counts millions, `cents` hundredths."""
    if unit in patterns.subunits:
        return patterns.subunits[unit], 0.01
    if code := patterns.signs.get(unit) or patterns.signs.get(unit.replace(" ", "")) or patterns.names.get(unit):
        return code, 1.0
    bare = unit.upper().rstrip("$")
    if bare in patterns.codes:
        return bare, 1.0
    if bare[:1] == "M" and bare[1:] in patterns.codes:
        return bare[1:], 1e6
    return None, 1.0


_PERCENT = re.compile(
    rf"(?<![\w.,%])(?P<minus>minus |[-−])?(?P<number>{DIGITS}|{WORDS})"
    rf"(?:[ \u00a0-]?(?P<unit>%|per[ ]?cents?\b|pct\b)"
    rf"|[ -]?(?P<points>percentage[ -]points?\b|basis[ -]points?\b|bps?\b|points?\b))"
    rf"|\b(?:per ?cent|%) of (?P<of>{DIGITS}|{WORDS})(?!\w)",
    re.IGNORECASE,
)


def _percentages(text: str) -> list[Quantity]:
    found: list[Quantity] = []
    for match in _PERCENT.finditer(text):
        value = number(match["number"] or match["of"])
        if value is None:
            continue
        unit = "%" if match["unit"] or match["of"] else _points(match["points"] or "")
        kind: QuantityKind = "percent" if unit == "%" else "points"
        found.append(_quantity(text, match.start(), match.end(), kind, -value if match["minus"] else value, unit))
    return found


def _points(words: str) -> str:
    unit = words.lower().replace("-", " ").rstrip("s")
    return "basis point" if unit == "bp" else unit


_COUNT = re.compile(
    rf"(?<![\w.,$£€-])(?P<number>(?:{DIGITS})(?:[ ](?:{SCALE}))?|{WORDS}|an?|dozens|hundreds|thousands)"
    rf"(?P<between>(?:[ ](?!(?:and|or|of|in|on|at|to|the|who|were|was|is|are)\b)[a-z-]+){{0,3}}?[ ])(?P<noun>{_PEOPLE})\b",
    re.IGNORECASE,
)
_VAGUE = {"dozens": 24.0, "hundreds": 200.0, "thousands": 2000.0, "a": 1.0, "an": 1.0}


def _people(text: str) -> list[Quantity]:
    found: list[Quantity] = []
    for match in _COUNT.finditer(text):
        word = match["number"].lower()
        value = _VAGUE.get(word, number(word))
        if value is not None and value == int(value):
            bound: Bound | None = "about" if word in ("dozens", "hundreds", "thousands") else None
            found.append(
                _quantity(text, match.start("number"), match.end(), "people", value, match["noun"].lower(), bound)
            )
    return found


def _quantity(
    text: str, start: int, end: int, kind: QuantityKind, value: float, unit: str, bound: Bound | None = None
) -> Quantity:
    if bound is None:
        before = _BOUND.search(text, max(0, start - 24), start)
        bound = dict(_BOUNDS)[before[1].lower()] if before else "exact"
    span = Span(start, end)
    return Quantity(span=span, text=span.of(text), kind=kind, value=value, unit=unit, bound=bound)
