"""A language's rules for time expressions, compiled: patterns over the codes of words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from typing import NamedTuple

import attrs

from newsparse.annotations.times import patterns
from newsparse.annotations.times.lexicon import Features, Lexicon, build
from newsparse.annotations.times.numeric import RULES
from newsparse.annotations.times.scanning import Scan
from newsparse.languages import Language


class Rule:
    """One pattern and what is made of its matches.

    Group 1 of `expression` is the time expression; what stands around it is context.
    """

    def __init__(self, name: str, make: str, source: str) -> None:
        self.name = name
        self.make = make
        self.source = source

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The pattern over codes."""
        return re.compile(self.source)


class Choice:
    """The rules that can start with one code. Expressions are compiled when the first text needs them."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules

    @cached_property
    def quick(self) -> re.Pattern[str]:
        """Matches where any of the rules does."""
        return re.compile("|".join(dict.fromkeys(rule.source for rule in self.rules)))

    @cached_property
    def expressions(self) -> tuple[tuple[Rule, re.Pattern[str]], ...]:
        """Each rule with its expression."""
        return tuple((rule, rule.expression) for rule in self.rules)

    def longest(self, codes: str, at: int) -> Found | None:
        """The longest match at a place; of equals, that of the first rule."""
        best: Found | None = None
        for rule, expression in self.expressions:
            match = expression.match(codes, at)
            if match is not None and (best is None or match.end(1) > best.last):
                best = Found(rule, match.start(1), match.end(1))
        return best


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
    """A language's lexicon and rules. `starters` finds where any rule can start, `by_first` the rules for a code."""

    lexicon: Lexicon
    capital: frozenset[str]
    """Words that count only where they are written as names."""
    names: frozenset[str]
    """Words that are also names of persons: `April Jones` is no month."""
    past_endings: tuple[str, ...]
    future_endings: tuple[str, ...]
    """How verbs of the past and of the future end."""
    starters: re.Pattern[str]
    by_first: dict[str, Choice]

    def find(self, codes: str) -> Iterator[Found]:
        """Every place where a rule matches, the longest match first come, without overlaps."""
        done = 0
        by_first = self.by_first
        for start in self.starters.finditer(codes):
            at = start.start()
            if at < done:
                continue
            choice = by_first[codes[at]]
            if choice.quick.match(codes, at) is None:
                continue
            found = choice.longest(codes, at)
            if found is not None and found.first > at and codes[found.first] in by_first:
                again = by_first[codes[found.first]].longest(codes, found.first)
                found = again if again is not None and again.last > found.last else found
            if found is not None and found.first >= done:
                yield found
                done = found.last

    def tokens(self, scan: Scan, offsets: list[int], found: Found) -> tuple[Token, ...]:
        """The words of a match."""
        features = self.lexicon.features
        return tuple(
            Token(scan.parts[at], features.get(scan.parts[at], {}), scan.codes[at - 1], offsets[at], offsets[at + 1])
            for at in range(found.first | 1, found.last, 2)
        )


@lru_cache(maxsize=32)
def compiled(language: Language) -> Grammar | None:
    """Return the grammar of a language; None for one without rules. Raises ValueError for a rule that makes no sense."""
    table = language.table("times")
    macros = table.get("patterns", {})
    written = {**table.get("rules", {}), **RULES}
    parsed = {name: _parsed(rule["pattern"], macros) for name, rule in written.items()}
    literals = {word for parts in parsed.values() for part in parts if part for word in patterns.literals(part)}
    lexicon = build(table, sorted(literals))
    by_first: dict[str, list[Rule]] = {}
    for name, parts in sorted(parsed.items(), key=lambda item: _is_plain(written[item[0]])):
        rule = _rule(name, written[name], parts, lexicon)
        for code in _first_codes(parts.before or parts.expression, lexicon):
            by_first.setdefault(code, []).append(rule)
    choices: dict[tuple[Rule, ...], Choice] = {}
    return Grammar(
        lexicon=lexicon,
        capital=frozenset(table.get("capital", ())),
        names=frozenset(table.get("names", ())),
        past_endings=tuple(table.get("past_endings", ())),
        future_endings=tuple(table.get("future_endings", ())),
        starters=re.compile(f"[{''.join(by_first)}]"),
        by_first={code: choices.setdefault(tuple(rules), Choice(tuple(rules))) for code, rules in by_first.items()},
    )


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
    return Rule(f"time.{name}", written["make"], source)


def _first_codes(part: patterns.Part, lexicon: Lexicon) -> set[str]:
    """Codes that a match of the pattern can start with."""
    match part:
        case patterns.Word(category=category):
            return set(lexicon.members[category])
        case patterns.Group(choices=choices):
            found: set[str] = set()
            for sequence in choices:
                for item in sequence:
                    found |= _first_codes(item, lexicon)
                    if not (isinstance(item, patterns.Group) and item.optional):
                        break
            return found
