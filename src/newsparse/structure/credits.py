"""Who bylines name, and what place and day datelines give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsparse.blocks.lexicon import Lexicon
from newsparse.blocks.unit import key_of
from newsparse.model import Span

NAMES = 5
"""Words of the longest name."""

_TOKEN = re.compile(r"[^\s,;|/()&•·–—]+|[,;|/()&•·–—]")
_INITIAL = re.compile(r"[^\W\d_a-zß-öø-ÿ]")
_PARTICLES = frozenset(
    ("de", "van", "von", "der", "den", "del", "della", "la", "le", "bin", "al", "ter", "zu", "da", "di", "du", "dos")
)
_DAY = re.compile(r"\d")


def authors_of(text: str, content: Span, words: Lexicon) -> Iterator[Span]:
    """Yield where the names of a byline stand: `By Ann Lee and Tom Reyes, Staff Writers` names two people."""
    start = content.start
    phrase = words.begins("byline_starts", key_of(content.of(text)), 3)
    if phrase is not None:
        start += len(phrase)
    name: list[re.Match[str]] = []
    for match in (*_TOKEN.finditer(text, start, content.end), None):
        if match is not None and _is_name(match.group(), words, inside=bool(name)):
            name.append(match)
            continue
        if match is not None and name and match.group().lower() in _PARTICLES:
            name.append(match)
            continue
        while name and name[-1].group() in _PARTICLES:
            name.pop()
        if 2 <= len(name) <= NAMES:
            span = Span(name[0].start(), name[-1].end())
            if not _is_office(key_of(span.of(text)), words):
                yield span
        name = []
        if match is not None and match.group().lower() in words.layout["stop_after_names"]:
            return


def _is_name(token: str, words: Lexicon, *, inside: bool) -> bool:
    if not _INITIAL.match(token) or token.endswith(":"):
        return False
    key = token.lower().strip(".")
    layout = words.layout
    if key in layout["months"] and not inside:
        return False
    return key not in layout["weekdays"] and key not in layout["agencies"] and key not in layout["and_words"]


def _is_office(key: str, words: Lexicon) -> bool:
    roles = words.layout["byline_roles"]
    return key in roles or key.removesuffix("s") in roles or any(key.endswith(" " + role) for role in roles)


def place_and_day(text: str, content: Span, words: Lexicon) -> tuple[Span | None, Span | None]:
    """Return where a dateline names the place and the day: `PORT LINDA, March 4 (Wire)`."""
    place = day = None
    position = content.start
    for piece in re.split(r"([,()—–]|\s-\s)", content.of(text)):
        words_here = piece.strip()
        start = position + len(piece) - len(piece.lstrip())
        position += len(piece)
        if not words_here or words_here in ",()—–-":
            continue
        span = Span(start, start + len(words_here))
        keys = set(key_of(words_here).split())
        if day is None and (
            keys & words.layout["months"] or (keys & words.layout["weekdays"] and _DAY.search(words_here))
        ):
            day = span
        elif day is not None and words_here.isdigit() and len(words_here) == 4:
            day = Span(day.start, span.end)
        elif place is None and not keys & words.layout["agencies"]:
            place = span
    return place, day
