"""Who bylines name, and what place and day datelines give."""

from __future__ import annotations

import re

from newsparse.blocks.credits import read_credits
from newsparse.blocks.lexicon import Lexicon
from newsparse.blocks.unit import key_of
from newsparse.model import Span

_DAY = re.compile(r"\d")


def authors_of(text: str, content: Span, words: Lexicon) -> tuple[Span, ...]:
    """Return where the names of a byline stand: `By Ann Lee and Tom Reyes, Staff Writers` names two people."""
    found = read_credits(text, content.start, content.end, words)
    return tuple(Span(start, end) for start, end in found.names)


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
