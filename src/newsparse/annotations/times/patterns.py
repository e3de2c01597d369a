"""The little language that rules are written in, and its translation to a regular expression over token codes.

A pattern names categories of words, literal words in quotation marks, and other patterns by name:

    month {.} day ({,} year)?        'the' (ordinal|latest) quarter        unit ('s' | {='} s)?

`|` separates alternatives, `( )` group, `?` makes the thing before it optional. Between two words stands white space, or
one of the marks in `{…}` before the second (`{,.}`: white space, comma or full stop); `{=/}` asks for one of the marks.
The marks are the codes of `newsparse.annotations.times.scanning`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

BLANK = " `"
"""Codes of what may stand between two words where a pattern says nothing: white space, also after an apostrophe."""

ATTACHED = {".": "\u2022", ",": "\u201a", ":": "\u2236"}
"""Codes of marks with no space on either side, as in `7.15`: `{.}` takes both kinds, `{\u2022}` only this."""

_LEXEME = re.compile(r"\s+|'([^']*)'|\{([^}]*)\}|([^\W\d]\w*)|([()|?])")


class Word(NamedTuple):
    """One token: a category, or `=word` for a literal word. `marks` is what may stand before it, None by default."""

    category: str
    marks: str | None = None


class Group(NamedTuple):
    """Alternatives, each a sequence; `marks` is what may stand before the group."""

    choices: tuple[tuple[Part, ...], ...]
    optional: bool = False
    marks: str | None = None


Part: TypeAlias = Word | Group


def parse(pattern: str, macros: Mapping[str, str]) -> Group:
    """Return the pattern as a tree, with named patterns put in. Raises ValueError, showing the place, if it is malformed."""
    tokens = list(_lexemes(pattern))
    group, at = _alternatives(tokens, 0, macros, pattern)
    if at != len(tokens):
        raise ValueError(f"unbalanced parenthesis in the pattern {pattern!r}")
    return group


def literals(part: Part) -> set[str]:
    """Return the literal words that a pattern asks for."""
    match part:
        case Word(category=category):
            return {category[1:]} if category[0] == "=" else set()
        case Group(choices=choices):
            return {word for sequence in choices for item in sequence for word in literals(item)}


def expression(part: Part, codes: Callable[[str], str]) -> str:
    """Return the regular expression for a pattern; `codes` gives the codes of a category."""
    return _emit((part,), "", codes)


def following(part: Part, codes: Callable[[str], str]) -> str:
    """Return the expression for what stands after something else: with the mark before its first word."""
    return _emit((part,), None, codes)


Opening: TypeAlias = tuple[str, ...]


def openings(sequence: tuple[Part, ...]) -> set[Opening]:
    """Return the categories of the first two words of every match; of one word only, where a match can end there."""
    found: set[Opening] = {()}
    for item in sequence:
        more: set[Opening] = {()} if isinstance(item, Group) and item.optional else set()
        match item:
            case Word(category=category):
                more.add((category,))
            case Group(choices=choices):
                for choice in choices:
                    more |= openings(choice)
        found = {(*start, *rest)[:2] for start in found for rest in (more if len(start) < 2 else {()})}
    return found


def _class_of(marks: str | None) -> str:
    wanted = BLANK if marks is None else marks
    return f"[{re.escape(wanted + ''.join(ATTACHED.get(mark, '') for mark in wanted))}]"


def _lexemes(pattern: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(pattern):
        match = _LEXEME.match(pattern, at)
        if match is None:
            raise ValueError(f"{pattern[at:]!r} makes no sense in the pattern {pattern!r}")
        at = match.end()
        for kind, value in zip(("literal", "marks", "name", "sign"), match.groups(), strict=True):
            if value is not None:
                found.append((kind, value))
    return found


def _alternatives(tokens: list[tuple[str, str]], at: int, macros: Mapping[str, str], pattern: str) -> tuple[Group, int]:
    choices: list[tuple[Part, ...]] = []
    sequence: list[Part] = []
    marks: str | None = None
    while at < len(tokens) and tokens[at] != ("sign", ")"):
        kind, value = tokens[at]
        at += 1
        match kind, value:
            case "marks", _:
                marks = value[1:] if value.startswith("=") else BLANK + value
                continue
            case "literal", _:
                sequence.append(Word(f"={value}", marks))
            case "name", _ if value in macros:
                others = {name: other for name, other in macros.items() if name != value}
                sequence.append(parse(macros[value], others)._replace(marks=marks))
            case "name", _:
                sequence.append(Word(value, marks))
            case _, "|" if marks is not None:
                raise ValueError(f"no word follows the marks {marks!r} in the pattern {pattern!r}")
            case _, "(":
                group, at = _alternatives(tokens, at, macros, pattern)
                if at == len(tokens):
                    raise ValueError(f"unbalanced parenthesis in the pattern {pattern!r}")
                sequence.append(group._replace(marks=marks))
                at += 1
            case _, "|":
                choices.append(tuple(sequence))
                sequence = []
            case _:
                if marks is not None or not sequence:
                    raise ValueError(f"nothing stands before a `?` in the pattern {pattern!r}")
                last = sequence.pop()
                optional = Group(((last,),), marks=last.marks) if isinstance(last, Word) else last
                sequence.append(optional._replace(optional=True))
        marks = None
    if marks is not None:
        raise ValueError(f"no word follows the marks {marks!r} in the pattern {pattern!r}")
    return Group((*choices, tuple(sequence))), at


def _emit(sequence: tuple[Part, ...], before: str | None, codes: Callable[[str], str]) -> str:
    """The expression of a sequence. `before` stands in for the marks of its first word; None leaves them as they are.

    A sequence that starts with something optional is written twice, with and without it, so that what comes first has
    the marks of the whole.
    """
    if not sequence:
        return ""
    first, *rest = sequence
    lead = before if before is not None else _class_of(first.marks)
    match first:
        case Word(category=category):
            return lead + codes(category) + _emit(tuple(rest), None, codes)
        case Group(choices=choices, optional=optional, marks=marks):
            inner = [_emit(choice, before if marks is None else lead, codes) for choice in choices]
            written = inner[0] if len(inner) == 1 else f"(?:{'|'.join(inner)})"
            if not optional:
                return written + _emit(tuple(rest), None, codes)
            absent = lead if before is not None or marks is not None else None
            if not rest or (before is None and first.marks is None):
                return f"(?:{written})?" + _emit(tuple(rest), None, codes)
            return f"(?:{written}{_emit(tuple(rest), None, codes)}|{_emit(tuple(rest), absent, codes)})"
