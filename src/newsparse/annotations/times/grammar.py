"""A language's rules for time expressions, compiled: patterns over the codes of words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import NamedTuple

import attrs

from newsparse.annotations.times import patterns
from newsparse.annotations.times.lexicon import Features, Lexicon, build
from newsparse.annotations.times.needles import needles_of
from newsparse.annotations.times.numeric import PATTERNS, RULES
from newsparse.annotations.times.scanning import TOKENS, UNKNOWN, Scan
from newsparse.languages import Language

DAYS = {"dayref", "weekday", "weekdays", "hourmark"}
"""Categories of words that tell days and hours."""


class Rule:
    """One pattern and what is made of its matches.

    Group 1 of `expression` is the time expression; what stands around it is context. It is compiled when the first text
    needs it. `openings` are the codes of the first two words of a match, or of the only one.
    """

    def __init__(self, name: str, written: Mapping[str, str], source: str, openings: list[tuple[str, ...]]) -> None:
        self.name = name
        self.make = written["make"]
        self.value = written.get("value")
        self.source = source
        self.openings = openings

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The pattern over codes."""
        return re.compile(self.source)

    def may_start(self, first: str, second: str) -> bool:
        """Whether a match can start with these codes."""
        return any(first in one[0] and (len(one) == 1 or second in one[1]) for one in self.openings)


class Token(NamedTuple):
    """One word of a match: its features, the code of the mark before it, and its extent in the leaf."""

    word: str
    features: Features
    mark: str
    start: int
    end: int


class Found(NamedTuple):
    """A match of a rule: the codes from `first` up to `last`."""

    rule: Rule
    first: int
    last: int


@attrs.frozen(kw_only=True, eq=False)
class Grammar:
    """A language's lexicon and rules. `starters` finds where any rule can start."""

    lexicon: Lexicon
    capital: frozenset[str]
    """Words that count only where they are written as names."""
    names: frozenset[str]
    """Words that are also names of persons: `April Jones` is no month."""
    past_endings: tuple[str, ...]
    future_endings: tuple[str, ...]
    """How verbs of the past and of the future end."""
    lower_zones: frozenset[str]
    """Names of time zones that may be written in lower case; others are words then: `est`, `ist`."""
    joints: Mapping[str, frozenset[str]]
    """Words between two expressions that span one interval: `to`, `or`, and those that need `between` before."""
    whole_fractions: bool
    """Whether half a unit is told in the next smaller one: `P1Y6M` rather than `P1.5Y`."""
    today_may_be_nowadays: bool
    """Whether `today` means nowadays in a text that names no other day."""
    starters: re.Pattern[str]
    rules: tuple[Rule, ...]
    needles: frozenset[bytes]
    """What `may_hold` looks for."""
    day_names: tuple[str, ...]
    """Words that tell days and hours."""
    by_opening: dict[str, tuple[Rule, ...]] = attrs.field(factory=dict, repr=False)
    """The rules for two codes, worked out when they are first met; there are only so many codes."""

    def find(self, codes: str) -> Iterator[Found]:
        """Every place where a rule matches, the longest match first come, without overlaps."""
        done, by_opening = 0, self.by_opening
        for start in self.starters.finditer(codes):
            at = start.start()
            # Two words in three that can start an expression are followed by one with which none goes on.
            if at < done:
                continue
            opening = codes[at : at + 3 : 2]
            rules = by_opening[opening] if opening in by_opening else self._rules(opening)
            if not rules:
                continue
            found = _longest(rules, codes, at)
            if found is not None and found.first > at:
                again = _longest(self._rules(codes[found.first : found.first + 3 : 2]), codes, found.first)
                found = again if again is not None and again.last > found.last else found
            if found is not None and found.first >= done:
                yield found
                done = found.last

    def _rules(self, opening: str) -> tuple[Rule, ...]:
        """The rules that a match starting with these two codes, or one at the end of a text, may be of."""
        rules = self.by_opening.get(opening)
        if rules is None:
            rules = tuple(rule for rule in self.rules if rule.may_start(opening[0], opening[1:] or " "))
            self.by_opening[opening] = rules
        return rules

    def names_days(self, text: str) -> bool:
        """Whether the text names weekdays, hours, yesterday or tomorrow: a report of days.

        Looking for each of the few words that do takes a fifth of the time of cutting a page into words.
        """
        lower = text.lower()
        return any(word in lower and _word(word).search(lower) for word in self.day_names)

    def tokens(self, scan: Scan, first: int, last: int, offset: int) -> tuple[Token, ...]:
        """The words of a match, whose pieces go from `first`, which starts at `offset`, up to `last`."""
        features = self.lexicon.features
        found: list[Token] = []
        for at in range(first, last, 2):
            word, end = scan.parts[at], offset + len(scan.written[at])
            found.append(Token(word, features.get(word, {}), scan.codes[at - 1], offset, end))
            if at + 1 < last:
                offset = end + len(scan.written[at + 1])
        return tuple(found)


@lru_cache(maxsize=512)
def _word(word: str) -> re.Pattern[str]:
    """What finds a word, of letters or of digits, where it is no part of a longer one; its own letters first, for speed."""
    same = r"\d" if word.isdigit() else r"[^\W\d_]"
    return re.compile(f"{word}(?<!{same}{word})(?!{same})")


def _longest(rules: tuple[Rule, ...], codes: str, at: int) -> Found | None:
    """The longest match at a place; of equals, that of the first rule."""
    best: Found | None = None
    for rule in rules:
        match = rule.expression.match(codes, at)
        if match is not None and (best is None or match.end(1) > best.last):
            best = Found(rule, match.start(1), match.end(1))
    return best


@lru_cache(maxsize=32)
def compiled(language: Language) -> Grammar:
    """Return the grammar of a language, dates in digits only if it has no table. Raises ValueError for a broken one."""
    table = language.table("times")
    macros = {**PATTERNS, **table.get("patterns", {})}
    written = {**table.get("rules", {}), **RULES}
    parsed = {name: _parsed(rule["pattern"], macros) for name, rule in written.items()}
    literals = {word for parts in parsed.values() for part in parts if part for word in patterns.literals(part)}
    lexicon = build(table, sorted(literals))
    order = sorted(parsed.items(), key=lambda item: _is_plain(written[item[0]]))
    rules = tuple(_rule(name, written[name], parts, lexicon) for name, parts in order)
    return Grammar(
        lexicon=lexicon,
        capital=frozenset(table.get("capital", ())),
        names=frozenset(table.get("names", ())),
        past_endings=tuple(table.get("past_endings", ())),
        future_endings=tuple(table.get("future_endings", ())),
        lower_zones=frozenset(table.get("lower_zones", ("gmt", "utc", "z"))),
        joints={kind: frozenset(table.get("joints", {}).get(kind, ())) for kind in ("to", "and", "between")},
        whole_fractions=table.get("fractions") == "smaller",
        today_may_be_nowadays=bool(table.get("today_may_be_nowadays", False)),
        starters=_starters(rules),
        rules=rules,
        needles=needles_of(
            [[part for part in parts if part is not None] for parts in parsed.values()],
            lexicon.features,
            language.words("language", "small_words"),
        ),
        day_names=tuple(
            word
            for word, more in lexicon.features.items()
            if DAYS & more.keys() and more.get("dayref") != 0 and TOKENS.fullmatch(word)
        ),
    )


def _starters(rules: Iterable[Rule]) -> re.Pattern[str]:
    """Where a rule can start: behind most words that can, a word follows with which none goes on, and mostly an unknown one."""
    behind: dict[str, set[str]] = {}
    for rule in rules:
        for first, *second in rule.openings:
            for code in first:
                behind.setdefault(code, set()).update(*second or UNKNOWN)
    alone = {code for code, second in behind.items() if UNKNOWN in second}
    others = set[str]().union(*[second for code, second in behind.items() if code not in alone])
    return re.compile(f"{_any(behind.keys())}(?:(?<={_any(alone)})|(?=.{_any(others)}))", re.DOTALL)


def _any(codes: Collection[str]) -> str:
    return f"[{re.escape(''.join(sorted(codes)))}]" if codes else "(?!)"


def _is_plain(rule: Mapping[str, str]) -> bool:
    """Of matches of the same length, one that asks for context or says that something is no time expression wins."""
    return rule["make"] != "none" and not set(rule["pattern"]) & set("<>")


class Parts(NamedTuple):
    """A rule's pattern, parsed: `before > expression < after`, where only the expression is annotated."""

    before: patterns.Group | None
    expression: patterns.Group
    after: patterns.Group | None


def _parsed(pattern: str, macros: Mapping[str, str]) -> Parts:
    before, _, rest = pattern.rpartition(">")
    middle, _, after = rest.partition("<")
    return Parts(
        patterns.parse(before, macros) if before else None,
        patterns.parse(middle, macros),
        patterns.parse(after, macros) if after else None,
    )


def _rule(name: str, written: dict[str, str], parts: Parts, lexicon: Lexicon) -> Rule:
    before, middle, after = parts
    try:
        left = patterns.expression(before, lexicon.expression) if before else ""
        inner = patterns.expression(middle, lexicon.expression)
        right = patterns.following(after, lexicon.expression) if after else ""
    except KeyError as error:
        raise ValueError(f"the rule {name!r} names {error}, of which the language has no word") from error
    blank = f"[{patterns.BLANK}]"
    source = f"{left}{blank if left else ''}({inner}){f'(?={right})' if right else ''}"
    sequence = tuple(part for part in (before, middle) if part is not None)
    openings = [tuple(lexicon.codes_of(category) for category in one) for one in patterns.openings(sequence)]
    return Rule(f"time.{name}", written, source, openings)
