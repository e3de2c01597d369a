"""Plain text: the string as it is, cut into lines."""

from __future__ import annotations

import regex

from newsparse.readers.source import Line, Source

# A line ends at any mandatory break of UAX #14; the visible part excludes white space and invisible format characters
# that scrapers leave at line edges (NBSP, zero-width space, BOM).
_LINE = regex.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+|\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


def read_plain(text: str) -> Source:
    """Return `text`, unchanged, with its lines."""
    return Source(text=text, media_type="text/plain", lines=lines_of(text))


def lines_of(text: str) -> tuple[Line, ...]:
    """Return every line that is not blank. Line breaks are those of UAX #14."""
    found: list[Line] = []
    breaks = 0
    for match in _LINE.finditer(text):
        line = match.group()
        if line[0] in "\n\r\x0b\x0c\x85\u2028\u2029":
            breaks += 1
            continue
        stripped = line.strip()
        if not stripped:
            continue
        indent = len(line) - len(line.lstrip())
        start = match.start() + indent
        found.append(
            Line(start=start, end=start + len(stripped), blanks=max(0, breaks - 1) if found else 0, indent=indent)
        )
        breaks = 0
    return tuple(found)
