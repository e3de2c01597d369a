"""What a line of credits says: `Story by Ann Lee and Tom Reyes | May 12, 2023 | 3:15 pm` names two people and a day.

The line is cut at its separators; of each piece, words around dates are set aside, then a phrase that opens a byline, then
names. Reading stops where other words begin: what is no name, date, role or agency makes a line that is not `whole`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from newsparse.blocks.lexicon import Lexicon
from newsparse.blocks.unit import key_of
from newsparse.languages import given_names

LONGEST = 300
"""Code points of the longest line that is read."""
NAME = 5
"""Words of the longest name."""

_SEPARATOR = re.compile(r"[|•·;,()\[\]]|(?<!\d)/|/(?!\d)|\s[-–—]+(?=\s|$)|—|\t")
_WORD = re.compile(r"\S+")
PARTICLES = frozenset(
    ("de", "van", "von", "der", "den", "del", "della", "la", "le", "bin", "al", "ter", "zu", "da", "di", "du", "dos")
)
"""Words in small letters that may stand inside a name."""
_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w'’.‐-]*")
_GLUED = re.compile(r"[^\W\d_a-zß-öø-ÿ][a-zß-öø-ÿ]+(?=[^\W\d_a-zß-öø-ÿ][a-zß-öø-ÿ])")
# `12`, `3:15pm`, `2023-05-12T10:00`, `14.05`, `12th`, `18h32`, `2d`
_FIGURES = re.compile(r"\d[\d:./hHuU-]*(?:[^\W\d_]{1,3}|T[\d:.]+Z?)?\.?")


class Credits(NamedTuple):
    """A line of credits. `names` are where its authors' names stand, `others` those of its editors."""

    names: tuple[tuple[int, int], ...] = ()
    others: tuple[tuple[int, int], ...] = ()
    opened: bool = False
    """A phrase such as `By` opens it."""
    dated: bool = False
    """It holds a date or a time."""
    role: bool = False
    """It says what one of them is: `Staff Writer`."""
    given: bool = False
    """Every name begins with a known given name."""
    plain: bool = True
    """It holds nothing else that is written as names are, such as an outlet."""
    whole: bool = True
    """It was read to its end."""


class _Piece(NamedTuple):
    names: tuple[tuple[int, int], ...] = ()
    opened: bool = False
    edited: bool = False
    dated: bool = False
    role: bool = False
    other: bool = False
    whole: bool = True


def read_credits(text: str, start: int, end: int, words: Lexicon) -> Credits:
    """Return what the line of `text` from `start` to `end` credits, as far as it is a line of credits."""
    if end - start > LONGEST:
        return Credits(whole=False)
    pieces: list[_Piece] = []
    at = start
    for match in (*_SEPARATOR.finditer(text, start, end), None):
        stop = end if match is None else match.start()
        tokens = [(one[0], one.start(), one.end()) for one in _WORD.finditer(text, at, stop)]
        at = stop if match is None else match.end()
        if not tokens:
            continue
        piece = _read(tokens if pieces else _unglued(tokens, words), words, first=not pieces)
        pieces.append(piece)
        if not piece.whole:
            break
    return _together(text, pieces)


def is_hopeless(text: str, start: int, end: int, words: Lexicon) -> bool:
    """Whether the line is not credits to its end, or credits nobody and nothing, as a look at its words tells: most lines.

    `Ferry fares rise again`: a word in small letters that no line of credits has, nor what somebody is (`tall ships editor`).
    """
    tokens = text[start:end].split()
    if len(tokens) == 1 and not any(map(str.isdigit, tokens[0])):  # nobody's name, nor a date: `Sport`
        return key_of(tokens[0]) not in words.days and words.role_words.isdisjoint(key_of(tokens[0]).split())
    for token in tokens:
        if "a" <= token[0] <= "z" or "ß" <= token[0] <= "ÿ":
            word = token.rstrip(".,:").lower()
            if word not in words.credit_words and word not in PARTICLES and word.isalpha():
                return words.role_words.isdisjoint(key_of(text[start:end]).split())
    return False


def _together(text: str, pieces: list[_Piece]) -> Credits:
    """Put the pieces of a line together; behind the first names, only what begins with a given name is a name."""
    names: list[tuple[int, int]] = []
    others: list[tuple[int, int]] = []
    given, plain = True, True
    for piece in pieces:
        known = [_is_given(text[a:b]) for a, b in piece.names]
        plain = plain and not piece.other
        if piece.edited:
            others.extend(piece.names)
        elif piece.opened or not names or any(known):
            names.extend(piece.names)
            given = given and all(known)
        elif piece.names:
            plain = False  # `, Harbour Courier`
    return Credits(
        names=tuple(names),
        others=tuple(others),
        opened=any(piece.opened for piece in pieces),
        dated=any(piece.dated for piece in pieces),
        role=any(piece.role for piece in pieces),
        given=given and bool(names),
        plain=plain,
        whole=bool(pieces) and pieces[-1].whole,
    )


_Token = tuple[str, int, int]


def _unglued(tokens: list[_Token], words: Lexicon) -> list[_Token]:
    """`ByJade Miller`: two words that a page set apart by its looks alone."""
    word, start, end = tokens[0]
    match = _GLUED.match(word)
    if match is None or match[0].lower() not in words.layout["byline_starts"]:
        return tokens
    size = match.end()
    return [(word[:size], start, start + size), (word[size:], start + size, end), *tokens[1:]]


def _read(tokens: list[_Token], words: Lexicon, *, first: bool) -> _Piece:
    """Return what one piece holds."""
    layout = words.layout
    key = key_of(" ".join(word for word, _, _ in tokens))
    if _is_role(key, words) and not any(word.endswith(":") for word, _, _ in tokens):
        return _Piece(role=True)
    if key in layout["agencies"]:
        return _Piece(other=True)
    rest, dated = _without_dates(tokens, words)
    if not rest:
        return _Piece(dated=dated)
    phrase, taken = _phrase(rest, words)
    rest = rest[taken:]
    if not rest:
        return _Piece(opened=True, dated=dated, whole=first)
    after, more = _without_dates(rest, words)
    names, whole = _names(after, words)
    return _Piece(
        names=names,
        opened=bool(phrase),
        edited=phrase in layout["byline_editors"],
        dated=dated or more,
        other=not names,
        whole=whole,
    )


def _phrase(tokens: list[_Token], words: Lexicon) -> tuple[str, int]:
    """The phrase that opens a byline, or a role with a colon (`Reporter: Ann Lee`), and how many tokens it takes."""
    for size in range(min(4, len(tokens)), 0, -1):
        key = key_of(" ".join(word for word, _, _ in tokens[:size]))
        if key in words.layout["byline_starts"] or key in words.layout["byline_editors"]:
            return key, size
        # `Reporter: Ann Lee`, `Words: Ann Lee`; without a colon such a word may begin anything
        if tokens[size - 1][0].endswith(":") and (_is_role(key, words) or key in words.layout["byline_labels"]):
            return key, size
    return "", 0


def _names(tokens: list[_Token], words: Lexicon) -> tuple[tuple[tuple[int, int], ...], bool]:
    """Where names stand, and whether all the words are names and the places or outlets behind them (`in Oslo`)."""
    layout = words.layout
    names: list[tuple[int, int]] = []
    name: list[_Token] = []
    elsewhere = False  # behind `in` or `for`
    for token in (*tokens, None):
        lower = "" if token is None else token[0].lower().rstrip(".,:")
        if token is not None and _belongs(token[0], lower, layout, inside=bool(name)):
            name.append(token)
            continue
        while name and name[-1][0] in PARTICLES:
            name.pop()
        name = name[_titles(name, words) :]
        if 2 <= len(name) <= NAME and not elsewhere:
            names.append((name[0][1], name[-1][1] + len(name[-1][0].rstrip(",:"))))
        elif len(name) > NAME:
            return tuple(names), False
        name = []
        if lower in layout["stop_after_names"]:
            elsewhere = True
        elif lower in layout["and_words"] or lower in ("&", "+") or lower in layout["agencies"]:
            elsewhere = False
        elif token is not None:
            return tuple(names), False
    return tuple(names), True


def _titles(name: list[_Token], words: Lexicon) -> int:
    """How many words before a name say what its bearer is: `Showbiz Editor Jade Miller`."""
    for size in range(len(name) - 2, 0, -1):
        if _is_role(key_of(" ".join(word for word, _, _ in name[:size])), words):
            return size
    return 0


def _belongs(word: str, lower: str, layout: Mapping[str, frozenset[str]], *, inside: bool) -> bool:
    """Whether a word can be one of a name's; a particle only inside it."""
    if lower in layout["agencies"]:
        return False
    if lower in PARTICLES and word == lower:
        return inside and lower not in layout["and_words"]
    return _CAPITAL.fullmatch(word.rstrip(",:")) is not None


def _without_dates(tokens: list[_Token], words: Lexicon) -> tuple[list[_Token], bool]:
    """Leave out the words around dates at both ends, and tell whether there was a date or a time."""
    known = [_is_of_date(word, words) for word, _, _ in tokens]
    if all(known):
        return [], any(_is_figure(word) or _names_day(word, words) for word, _, _ in tokens)
    start, end = 0, len(tokens)
    while known[start]:
        start += 1
    while known[end - 1]:
        end -= 1
    figures = [at for at, (word, _, _) in enumerate(tokens) if _is_figure(word)]
    if not any(at < start or at >= end for at in figures):
        # No figure, no date: `May Britt`, `Doris Day`
        start = next((at for at in range(start) if _may_be_name(tokens[at][0], words)), start)
        end = next((at + 1 for at in range(len(tokens) - 1, end - 1, -1) if _may_be_name(tokens[at][0], words)), end)
    return tokens[start:end], any(at < start or at >= end for at in figures)


def _is_of_date(word: str, words: Lexicon) -> bool:
    return _is_figure(word) or _is_date_word(word, words)


@lru_cache(maxsize=4096)
def _is_date_word(word: str, words: Lexicon) -> bool:
    keys = key_of(word).split()
    return bool(keys) and all(key in words.days or key in words.layout["date_words"] for key in keys)


def _is_figure(word: str) -> bool:
    return word[0].isdigit() and _FIGURES.fullmatch(word.rstrip(",:")) is not None


def _names_day(word: str, words: Lexicon) -> bool:
    return key_of(word) in words.days


def _may_be_name(word: str, words: Lexicon) -> bool:
    """Whether a word around dates could as well be part of a name: capitals, and none that begins a label."""
    return word[0].isupper() and key_of(word) not in words.layout["empty_labels"] and not word.endswith(":")


def _is_role(key: str, words: Lexicon) -> bool:
    """Whether `key` is what the writers of articles are, and perhaps where: `political editor`, `correspondent in oslo`."""
    return (
        key in words.layout["byline_roles"]
        or key.startswith(words.role_starts)
        or key.removesuffix("s").endswith(words.role_ends)
    )


def _is_given(name: str) -> bool:
    """Whether a name begins with a given name, or an initial."""
    first = name.split(maxsplit=1)[0]
    return first in given_names() or all(part in given_names() for part in first.split("-")) or first[1:2] == "."
