"""Plain text: the string as it is, cut into lines."""

from __future__ import annotations

import re

from newsparse.readers.source import Line, Source

# A line ends at any mandatory break of UAX #14.
_LINE = re.compile("[^\n\r\x0b\x0c\x85\u2028\u2029]+")


def read_plain(text: str) -> Source:
    """Return `text`, unchanged, with its lines."""
    return Source(text=text, media_type="text/plain", lines=lines_of(text))


def lines_of(text: str) -> tuple[Line, ...]:
    """Return every line that is not blank, without surrounding white space. Line breaks are those of UAX #14."""
    found: list[Line] = []
    breaks = position = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        gap = start - position
        breaks += gap if gap < 2 else gap - text.count("\r\n", position, start)
        position = end
        line = match.group()
        stripped = line.strip()
        if not stripped:
            continue
        indent = 0
        if len(stripped) != end - start:
            indent = len(line) - len(line.lstrip())
            start += indent
        found.append(
            Line(start=start, end=start + len(stripped), blanks=breaks - 1 if breaks and found else 0, indent=indent)
        )
        breaks = 0
    return tuple(found)
