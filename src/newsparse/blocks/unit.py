"""A unit of layout, and what can be seen of it without knowing its neighbours."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from newsparse.readers import Hints

SHORT = 300
"""Up to this many code points a unit's words are read whole; of a longer one the first few: it is nobody's button."""
OPENING = 64

# "• ", "&#8226; ", "* ", "- ", "+ ", "o Item", "1. ", "- 1. ", "(a) ", "iv) ": a bullet, a number, or both, and a blank.
_BULLET = re.compile(
    r"(?P<bullet>(?:[*+\-–—·•▪►‣●○■□◦➤➢✓✔]|&(?:#8226|#149|#x2022|#9642|bull|middot|ndash|mdash);)\s|•|o\s(?=[A-Z0-9]))\s*"
    r"(?P<mark>(?:\(?\d{1,3}(?:\.\d{1,2})*[.):]|\d{1,2}(?:\.\d{1,2})+)\s+)?"
    r"|(?P<number>(?:\(?\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2})+\.?|\([a-z]\)|[a-z]\)|\(?[ivx]{1,4}\))\s+)"
)
_MARKDOWN = re.compile(
    r"(?P<hashes>#{1,6})\s+(?=\S)|(?P<bold>\*\*|__)(?=\S)|(?P<italic>[*_])(?=[^\s*_])|(?P<quote>>{1,3})\s*(?=[^\s>])"
)
_ENTITY = re.compile(r"&(?:[a-z]{2,6}|#\d{2,4});$")  # `&quot;`, left over from a page, at the end of a line
_WORD = re.compile(r"[^\W\d_]+")
_ASCII_WORD = re.compile("[a-z]+")
_UNUSUAL = re.compile("[^\x00-\x7f\u2010-\u2015\u2018-\u201e\u2026]")
"""What composing or leaving out may change: anything but ASCII, dashes, quotation marks and the ellipsis."""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_ZERO_WIDTH = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
CLOSERS = "\"'”’»«)]*_›‹“‘」』 \u00a0"
"""What may stand after a sentence's final mark."""
MARKS = '"“”„‟«»‹›「」『』`'
"""Quotation marks of all traditions, but for those that are apostrophes too: which are used must change nothing."""


class Unit(NamedTuple):
    """A line, or the lines of one hard-wrapped paragraph.

    `body` and `stop` enclose the words without bullet, number or Markdown; `key` is its letters in lower case, words
    apart (of a long unit only the first words); `last` is its last mark or letter, closing quotes aside. `marks` is the
    number of `#` before it, or 9 for `**bold**`.
    """

    start: int
    end: int
    blanks: int
    hints: Hints | None
    body: int
    stop: int
    bullet: str
    number: str
    words: int
    last: str
    ellipsis: bool
    key: str
    marks: int

    @property
    def finished(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.last in _FINAL

    @property
    def listed(self) -> bool:
        """Whether a bullet or number stands before it."""
        return bool(self.bullet or self.number)


_FINAL = frozenset(".!?…。！？")


def unit_of(text: str, start: int, end: int, blanks: int, lines: int = 1, hints: Hints | None = None) -> Unit:
    """Return the unit of `text` between two visible characters; `lines` of the text are joined in it."""
    body, stop = start, end
    if text[start] in _ZERO_WIDTH or text[end - 1] in _ZERO_WIDTH:
        body, stop = _visible(text, start, end)
    bullet, number, marks = "", "", 0
    first = text[body]
    if not first.isalpha() or first in "oivx" or text.startswith(")", body + 1):
        match = _BULLET.match(text, body, stop)
        if match is not None and match.end() < stop:
            body = match.end()
            bullet = (match.group("bullet") or "").strip()
            number = (match.group("mark") or match.group("number") or "").strip()
        body, stop, marks, quote = _markdown(text, body, stop)
        bullet = bullet or quote
    words = text.count(" ", body, stop) + lines
    if text.find("« ", body, stop) >= 0:  # the blanks inside French marks part no words
        words = max(1, words - text.count("« ", body, stop) - text.count(" »", body, stop))
    key = key_of(text[body : stop if stop - body <= SHORT else body + OPENING])
    tail = text[max(body, stop - 8) : stop].rstrip(CLOSERS)
    last = tail[-1:]
    if last == ";" and (entity := _ENTITY.search(tail)):
        tail = text[max(body, stop - 16) : stop].rstrip(CLOSERS)[: -len(entity.group())].rstrip(CLOSERS)
        last = tail[-1:]
    ellipsis = last == "…" or (last == "." and tail.endswith("..."))
    return Unit(start, end, blanks, hints, body, stop, bullet, number, words, last, ellipsis, key, marks)


def _visible(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out byte order marks and zero-width characters at both ends, unless there is nothing else."""
    body, stop = start, end
    while body < stop and (text[body] in _ZERO_WIDTH or text[body].isspace()):
        body += 1
    while stop > body and (text[stop - 1] in _ZERO_WIDTH or text[stop - 1].isspace()):
        stop -= 1
    return (body, stop) if body < stop else (start, end)


def key_of(text: str) -> str:
    """Return the letters of `text` in lower case, words apart: what two copies of a line share."""
    if text.isascii():
        return " ".join(_ASCII_WORD.findall(text.lower()))
    if _UNUSUAL.search(text):
        text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    text = text.lower()
    if text.replace(" ", "").isalpha():  # as in most of a page's menus
        return " ".join(text.split())
    return " ".join(_WORD.findall(text))


def _markdown(text: str, body: int, end: int) -> tuple[int, int, int, str]:
    """Read `## `, `**…**`, `*…*` and `> ` at `body`: new body, stop, marks, and `>` for a quotation."""
    match = _MARKDOWN.match(text, body, end)
    if match is None or match.end() >= end:
        return body, end, 0, ""
    if match.group("hashes"):
        stop = end
        while stop > match.end() + 1 and text[stop - 1] in "# ":
            stop -= 1
        return match.end(), stop, len(match.group("hashes")), ""
    if match.group("quote"):
        return match.end(), end, 0, ">"
    if end - body <= 4 or end - body >= SHORT:
        return body, end, 0, ""
    if match.group("italic"):
        if text[end - 1] != text[body] or text.find(text[body], body + 1, end - 1) >= 0:
            return body, end, 0, ""
        return body + 1, end - 1, 0, ""
    if text.startswith(match.group("bold"), end - 2):
        return body + 2, end - 2, 9, ""
    return body, end, 0, ""
