"""Where a single `<br>` ends a line, and where it is white space: verse, addresses and titles are broken for their looks.

`<b>Why did you stay?</b><br>Because of the harbour.` in one `<p>` are two lines: a question, or a heading, and what it is
over. Two breaks always part passages (`walking`); here it is only asked what one of them does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from newsparse.readers.html.elements import RUNNING
from newsparse.readers.html.marking import markup, tokens_of

PROSE = 200
"""Characters of a line from which on it is a paragraph, which nobody breaks for its looks."""
REPLY = 90
"""Characters of a line, below one that asks, that is longer than verse."""
QUESTION = 300
"""Characters of the longest line that asks."""

_LABEL = re.compile(r"(?:[QAFRPD]\s?\d{0,3}|[^\W\d_a-zß-öø-ÿ][\w.'’-]*(?:\s[^\W_][\w.'’-]*){0,3})\s?:\s?\S")
_ITEM = re.compile(r"(?:[•·▪●■–—*-]|\d{1,2}[.)])\s?[^\W_¿¡«„“\"]")
_FINAL = (".", "!", "?", "…", "”", "“", "»", '"', "。", "？")
_BOLD = 0.95
"""Share of a line's characters from which it is set in bold: its full stop may not be."""


class Break(NamedTuple):
    """One `<br>` in a passage: how much of the passage stands before it, and the element itself."""

    pieces: int
    links: int
    bold: int
    node: LexborNode


class Run(NamedTuple):
    """A part of a passage that is a line of its own: its text, and how many of its characters are link or bold."""

    text: str
    links: int
    bold: int


def runs_of(pieces: Sequence[str], links: int, bold: int, breaks: Sequence[Break]) -> list[Run]:
    """Return the lines that `breaks` part a passage into. Time is linear in its text."""
    lines: list[Run] = []
    nodes: list[LexborNode] = []
    at = linked = heavy = 0
    for upto in (*breaks, Break(len(pieces), links, bold, breaks[0].node)):
        text = " ".join("".join(pieces[at : upto.pieces]).split())
        if text:
            lines.append(Run(text, upto.links - linked, upto.bold - heavy))
            nodes.append(upto.node)
        at, linked, heavy = upto.pieces, upto.links, upto.bold
    series = _is_series(lines)
    found: list[list[Run]] = []
    for place, line in enumerate(lines):
        if not place or (series and _begins(line)) or _ends(lines[place - 1], line, nodes[place - 1]):
            found.append([line])
        else:
            found[-1].append(line)
    return [
        Run(" ".join(line.text for line in run), sum(line.links for line in run), sum(line.bold for line in run))
        for run in found
    ]


def _ends(line: Run, after: Run, node: LexborNode) -> bool:
    """Whether `line` ends before `after`: set apart by its type, a question over its reply, a paragraph over another."""
    if _is_bold(line) != _is_bold(after):
        return True
    if len(after.text) > REPLY and len(line.text) <= QUESTION and line.text.endswith("?"):
        return True
    if min(len(line.text), len(after.text)) >= PROSE and line.text.endswith(_FINAL):
        return True
    return _are_dressed(node)


def _is_bold(line: Run) -> bool:
    return line.bold >= _BOLD * len(line.text)


def _is_series(lines: Sequence[Run]) -> bool:
    """Whether two lines and more begin alike: `Q: …`, `Lund: …`, `– …`, `1. …`."""
    return sum(map(_begins, lines)) > 1


def _begins(line: Run) -> bool:
    return _LABEL.match(line.text) is not None or _ITEM.match(line.text) is not None


def _are_dressed(node: LexborNode) -> bool:
    """Whether the lines on both sides of a break differ in their looks, or both are elements of their own.

    `<span class="kicker">Ferries</span><br><span class="title">Fares rise</span>`, `<font size=6>…</font><br><font size=2>…`.
    """
    before, after = _beside(node, back=True), _beside(node, back=False)
    first, second = _looks(before), _looks(after)
    return first != second or (before is not None and after is not None and before.tag == after.tag == "span")


def _beside(node: LexborNode, *, back: bool) -> LexborNode | None:
    """The running element that is the whole line before a break, or after it."""
    found: LexborNode | None = None
    at = node.prev if back else node.next
    while at is not None:
        if at.tag == "-text":
            if (text := at.text_content) and not text.isspace():
                return None
        elif at.tag in RUNNING and at.tag != "a" and found is None:
            found = at
        elif at.tag == "br":
            break
        elif at.tag != "-comment":
            return None
        at = at.prev if back else at.next
    return found


def _looks(node: LexborNode | None) -> str:
    if node is None:
        return ""
    own = node.attributes
    return " ".join(str(own.get(name) or "") for name in ("class", "style", "size", "color", "itemprop")).strip()


@cache
def _kickers() -> frozenset[str]:
    return frozenset(markup()["headings"]["kickers"])


def kicker_of(heading: LexborNode) -> str:
    """Return the kicker that a heading begins with, or nothing: `<h1><span class="kicker">Ferries</span> Fares rise</h1>`."""
    child = heading.first_child
    while child is not None and child.tag in ("-text", "-comment"):
        if child.tag == "-text" and (text := child.text_content) and not text.isspace():
            return ""
        child = child.next
    while child is not None and child.tag in RUNNING:
        names = child.attributes.get("class")
        if names and not _kickers().isdisjoint(tokens_of("", names)):
            return " ".join(child.text().split())
        child = child.first_child  # `<a><span class="kicker">`
    return ""
