"""A unit of layout, and what can be seen of it without knowing its neighbours."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

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
_INSIDE_MARKS = re.compile(r"(?<![^\s(\[])« | »(?![^\s.,;:!?)\]…])")
_UNUSUAL = re.compile("[^\x00-\x7f\u2010-\u2015\u2018-\u201e\u2026]")
"""What composing or leaving out may change: anything but ASCII, dashes, quotation marks and the ellipsis."""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_ZERO_WIDTH = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_MARKED = _ZERO_WIDTH.union("oivx*+-–—·•▪►‣●○■□◦➤➢✓✔&(#_>")
"""What a bullet, a number or Markdown may begin with, digits aside."""
CLOSERS = "\"'”’»«)]*_›‹“‘」』 \u00a0"
"""What may stand after a sentence's final mark."""
_TRAILING = frozenset(CLOSERS + ".;")
MARKS = '"“”„‟«»‹›「」『』`'
"""Quotation marks of all traditions, but for those that are apostrophes too: which are used must change nothing."""


class Unit:
    """A line, or the lines of one hard-wrapped paragraph.

    `apart` says that it is furniture by a page's own structure. `body` and `stop` enclose the words without bullet, number or
    Markdown; `last` is the last mark or letter, closing quotes aside; `finished` says that it ends as a sentence does,
    `listed` that a bullet or number stands before it. `marks` is the number of `#` before it, or 9 for `**bold**`. `key` is
    its letters in lower case, words apart (of a long unit only the first words), and `first` the first of these words.

    What is apart is looked at only when a rule asks for it: a page has hundreds of menu lines, and hardly a rule does; so are
    the words of the others.
    """

    __slots__ = (
        "apart", "blanks", "body", "bullet", "ellipsis", "end", "finished", "first", "hints", "key", "last", "lines", "listed",
        "marks", "number", "start", "stop", "text", "words",
    )  # fmt: skip

    body: int
    stop: int
    bullet: str
    number: str
    words: int
    last: str
    finished: bool
    listed: bool
    ellipsis: bool
    key: str
    first: str
    marks: int

    def __init__(self, text: str, start: int, end: int, blanks: int, lines: int, hints: Hints | None) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.blanks = blanks
        self.lines = lines
        self.hints = hints
        self.apart = hints is not None and hints.region == "furniture"
        if self.apart:
            return
        _find_words(self)
        _look_at(self)

    if not TYPE_CHECKING:  # so that a slip of the pen is still found

        def __getattr__(self, name: str) -> object:
            """Look at what is asked for the first time."""
            if name == "key":
                self.key = key = _key_of(self)
                return key
            if name == "first":
                self.first = first = _first_of(self)
                return first
            if name in _OF_WORDS:
                _look_at(self)
            elif name in Unit.__slots__:
                _find_words(self)
            else:
                raise AttributeError(name)
            return getattr(self, name)


_OF_WORDS = frozenset(("words", "last", "finished", "ellipsis"))
_FINAL = frozenset(".!?…。！？")


def is_bare(text: str, start: int, end: int) -> bool:
    """Whether a line begins as nearly every one does, without bullet, number or Markdown, and ends in what can be seen."""
    first = text[start]
    return (
        first.isupper() or (first not in _MARKED and not first.isdecimal() and not text.startswith(")", start + 1))
    ) and text[end - 1] not in _ZERO_WIDTH


def _find_words(unit: Unit) -> None:
    """Find where the words of a unit begin and end, and what stands before them."""
    text, body, stop = unit.text, unit.start, unit.end
    if is_bare(text, body, stop):
        unit.body, unit.stop = body, stop
        unit.bullet = unit.number = ""
        unit.listed = False
        unit.marks = 0
        return
    body, stop = _visible(text, body, stop)
    bullet, number, marks = "", "", 0
    match = _BULLET.match(text, body, stop)
    if match is not None and match.end() < stop:
        body = match.end()
        bullet = (match.group("bullet") or "").strip()
        number = (match.group("mark") or match.group("number") or "").strip()
    if text[body] in "#*_>":
        body, stop, marks, quote = _markdown(text, body, stop)
        bullet = bullet or quote
    unit.body, unit.stop = body, stop
    unit.bullet, unit.number = bullet, number
    unit.listed = bool(bullet or number)
    unit.marks = marks


def _look_at(unit: Unit) -> None:
    """Count the words of a unit, and see how they end."""
    text, body, stop = unit.text, unit.body, unit.stop
    words = text.count(" ", body, stop) + unit.lines
    if text.find("« ", body, stop) >= 0:  # the blanks inside French marks part no words; those around German ones do
        words = max(1, words - len(_INSIDE_MARKS.findall(text, body, stop)))
    unit.words = words
    last = text[stop - 1]
    ellipsis = False
    if last in _TRAILING:
        tail = text[max(body, stop - 8) : stop].rstrip(CLOSERS)
        last = tail[-1:]
        if last == ";" and (entity := _ENTITY.search(tail)):
            tail = text[max(body, stop - 16) : stop].rstrip(CLOSERS)[: -len(entity.group())].rstrip(CLOSERS)
            last = tail[-1:]
        ellipsis = last == "." and tail.endswith("...")
    unit.last = last
    unit.finished = last in _FINAL
    unit.ellipsis = ellipsis or last == "…"


def _key_of(unit: Unit) -> str:
    text, body, stop = unit.text, unit.start, unit.end
    if not is_bare(text, body, stop):
        body, stop = unit.body, unit.stop
    return key_of(text[body : stop if stop - body <= SHORT else body + OPENING])


def _first_of(unit: Unit) -> str:
    """The first word of a unit's key, for most without making that."""
    text, body, stop = unit.text, unit.body, unit.stop
    blank = text.find(" ", body, stop)
    word = text[body : stop if blank < 0 else blank].lower()
    if word.isalpha():
        return word
    match = _WORD.search(text, body, stop)  # `“We`, `L’auto`
    if match is not None and match.end() - body <= OPENING:
        word, after = match[0].lower(), text[match.end() : match.end() + 1]
        if word.isalpha() and (after in MARKS or after in " .,:’-"):
            return word
    return unit.key.partition(" ")[0]


def _visible(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out byte order marks and zero-width characters at both ends, unless there is nothing else."""
    if text[start] not in _ZERO_WIDTH and text[end - 1] not in _ZERO_WIDTH:
        return start, end
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
