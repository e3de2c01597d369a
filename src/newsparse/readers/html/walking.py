"""The page, element by element, to passages: the visible text of one block each, and the element it stands in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import compress
from typing import Any, TypeAlias

import attrs
from selectolax.lexbor import LexborHTMLParser, LexborNode

from newsparse.readers.html.elements import BLOCK, BOLD, PREFORMATTED, RUNNING, UNSEEN, VOID
from newsparse.readers.html.places import Elements, Place, names_of, page_of_all

# Characters that no reader sees and no word needs: soft hyphen, zero-width space, word joiner, byte order mark.
_UNSEEN_CHARACTER = re.compile("[\u00ad\u200b\u2060\ufeff]")
_BLOCK, _LINK, _BOLD, _BREAK, _HIDDEN, _MUTED = 1, 2, 4, 8, 16, 32
# React streams a page in pieces `<div hidden id="S:1">`, which a script then puts in their places.
_NOT_SHOWN = (
    "[hidden]:not([id^='S:']),[style*='display:none' i],[style*='display: none' i],[style*='visibility:hidden' i],"
    "[style*='visibility: hidden' i]"
)
# Share of the page's text from which on a hidden element is taken for shown.
_MUCH = 0.2

_Open: TypeAlias = "list[Any]"
"""An element that has been entered. A list, since thousands are made:

the one it stands in, its address, what it does (of the bits above), its node, which of its siblings of its name it is (from 1,
as XPath counts), how many children of each name it has had so far, the block that it stands in, its number among the elements
on the way to passages, or -1.
"""
_ABOVE, _MARK, _KIND, _NODE, _ORDER, _COUNTS, _OUTER, _NUMBER = range(8)


@attrs.frozen
class Passages:
    """The passages that the page shows, in document order: the text of one block, or of what stands between two breaks.

    Lists that go by passage: `texts`, `blocks` (the number, among `elements`, of the one it stands in), and how many of its
    characters are link or bold.
    """

    texts: list[str]
    blocks: list[int]
    links: list[int]
    bold: list[int]
    elements: Elements


@attrs.frozen
class _Names:
    """The parser's own numbers of what it meets: quicker to come by than names."""

    text: int
    idle: frozenset[int]
    unseen: frozenset[int]
    running: frozenset[int]
    preformatted: frozenset[int]
    kinds: dict[int, int]


@cache
def _names() -> _Names:
    tree = LexborHTMLParser("<p>x<!---->")

    def number(name: str) -> int:
        return tree.create_node(name).tag_id

    text, comment = [node.tag_id for node in tree.css("p")[0].traverse(include_text=True)][1:]
    kinds = {number(name): _BLOCK * (name in BLOCK) + _BOLD * (name in BOLD) for name in BLOCK | BOLD}
    return _Names(
        text=text,
        idle=frozenset((comment, *map(number, VOID))),
        unseen=frozenset(map(number, UNSEEN)),
        running=frozenset(map(number, RUNNING)),
        preformatted=frozenset(map(number, PREFORMATTED)),
        kinds=kinds | {number("a"): _LINK, number("br"): _BREAK},
    )


def passages_of(tree: LexborHTMLParser) -> Passages:
    """Return the passages that the page shows. Takes the unseen elements out of `tree`."""
    root = tree.root
    if root is None:
        return Passages([], [], [], [], Elements([page_of_all()], [-1], [0], [1], None))
    unseen = _names().unseen
    for node in [node for node in root.traverse() if node.tag_id in unseen]:
        node.decompose(recursive=False)
    walk = _Walk(root)
    walk.through({node.mem_id for node in tree.css(_NOT_SHOWN)})
    return walk.shown()


class _Walk:
    """One walk: the passages found, and the elements on the way to them, parents first."""

    __slots__ = ("elements", "found", "known", "places", "root", "top")

    def __init__(self, root: LexborNode) -> None:
        self.root = root
        self.top: _Open = [None, 0, 0, root, 1, None, None, 0]
        self.elements = [self.top]
        self.places = [page_of_all()]
        self.known: dict[tuple[Place, str, str], Place] = {}
        self.found: list[tuple[str, _Open, int, int, int]] = []
        """Text, block, characters that are link and that are bold, and the number of the hidden part it stands in, or 0."""

    def through(self, hides: set[int]) -> None:  # noqa: C901, PLR0912, PLR0915 - a call for each of its parts takes too long
        """Take every node of the page in document order. Once for each of thousands of nodes, so written for speed."""
        names, take, top = _names(), self._take, self.top
        text_node, idle, running, preformatted, kinds = names.text, names.idle, names.running, names.preformatted, names.kinds
        here, last = top, self.root
        block: _Open | None = None
        hider: _Open | None = None
        pieces: list[str] = []
        mark = links = bold = breaks = link_depth = bold_depth = muted = part = parts = 0
        for node in self.root.traverse(include_text=True, skip_empty=True):
            name = node.tag_id
            if name in idle and not (hides and node.mem_id in hides):
                continue
            above = parent.mem_id if (parent := node.parent) is not None else 0
            while above != mark and here is not top:
                if kind := here[_KIND]:
                    if kind & _BLOCK:
                        if pieces:
                            take(block, pieces, links, bold, part)
                            links = bold = breaks = 0
                        block = here[_OUTER]
                    if kind & _LINK:
                        link_depth -= 1
                    elif kind & _BOLD:
                        bold_depth -= 1
                    if kind & _MUTED:
                        muted -= 1
                    elif here is hider:
                        if pieces:
                            take(block, pieces, links, bold, part)
                            links = bold = breaks = 0
                        hider, part = None, 0
                here = here[_ABOVE]
                mark = here[_MARK]
            if name == text_node:
                text: str = node.text_content or ""
                if text.isspace():  # no-break spaces and their like
                    if pieces:
                        pieces.append(" ")
                    continue
                if muted:
                    continue
                if breaks:
                    if breaks > 1:
                        take(block, pieces, links, bold, part)
                        links = bold = 0
                    breaks = 0
                if pieces and not (text[0].isspace() or pieces[-1][-1:].isspace()) and _is_blank_between(last, node):
                    pieces.append(" ")
                if "\n" in text and block is not None and block[_NODE].tag_id in preformatted:
                    for line in text.split("\n"):
                        pieces.append(line)
                        take(block, pieces, links + len(line) * (link_depth > 0), bold + len(line) * (bold_depth > 0), part)
                        links = bold = 0
                    continue
                pieces.append(text)
                last = node
                if link_depth:
                    links += len(text)
                if bold_depth:
                    bold += len(text)
                continue
            counts = here[_COUNTS]
            if counts is None:
                order = 1
                here[_COUNTS] = {name: 1}
            else:
                order = counts[name] = counts.get(name, 0) + 1
            mark = node.mem_id
            kind = kinds.get(name, 0)
            if hides and mark in hides:
                kind |= _MUTED if name in running else _HIDDEN
            here = [here, mark, kind, node, order, None, block, -1]
            if kind:
                if kind & _BLOCK:
                    if pieces:
                        take(block, pieces, links, bold, part)
                        links = bold = breaks = 0
                    block = here
                if kind & _BOLD:
                    bold_depth += 1
                elif kind & _LINK:
                    link_depth += 1
                elif kind & _BREAK and pieces:
                    breaks += 1
                    pieces.append(" ")
                if kind & _MUTED:
                    muted += 1
                elif kind & _HIDDEN and hider is None:
                    if pieces:
                        take(block, pieces, links, bold, part)
                        links = bold = breaks = 0
                    hider = here
                    part = parts = parts + 1
        if pieces:
            take(block, pieces, links, bold, part)

    def _take(self, block: _Open | None, pieces: list[str], links: int, bold: int, part: int) -> None:
        """End the passage that is being read; `pieces` are its text."""
        text = " ".join((pieces[0] if len(pieces) == 1 else "".join(pieces)).split())
        pieces.clear()
        if text and block is not None:
            if block[_NUMBER] < 0:
                self._settle(block)
            self.found.append((text, block, links, bold, part))

    def _settle(self, element: _Open) -> None:
        """Number the element and those above it, and find their places."""
        chain: list[_Open] = []
        while element[_NUMBER] < 0:
            chain.append(element)
            element = element[_ABOVE]
        chain.reverse()
        known, places = self.known, self.places
        place = places[element[_NUMBER]]
        for number, element in enumerate(chain, len(places)):
            node: LexborNode = element[_NODE]
            element[_NUMBER] = number
            key = (place, node.tag or "", names_of(node.attributes) if element[_KIND] & _BLOCK else "")
            if key in known:
                place = known[key]
            else:
                place = known[key] = Place(*key)
            places.append(place)
        self.elements += chain

    def shown(self) -> Passages:
        """Return the passages, without what is hidden and without characters that nobody sees."""
        found = self.found
        texts = [one[0] for one in found]
        if not (joined := "".join(texts)).isascii() and _UNSEEN_CHARACTER.search(joined):
            texts = [_UNSEEN_CHARACTER.sub("", text).strip() for text in texts]
        parts = [one[4] for one in found]
        columns: tuple[list[Any], ...] = (
            texts, [one[1][_NUMBER] for one in found], [one[2] for one in found], [one[3] for one in found],
        )  # fmt: skip
        if any(parts) or "" in texts:
            kept = _kept(texts, parts)
            columns = tuple(list(compress(column, kept)) for column in columns)
        elements = self.elements
        parents = [-1, *(element[_ABOVE][_NUMBER] for element in elements[1:])]
        addresses = [element[_MARK] for element in elements]
        orders = [element[_ORDER] for element in elements]
        return Passages(*columns, Elements(self.places, parents, addresses, orders, self.root))


def _kept(texts: Sequence[str], hidden: Sequence[int]) -> list[bool]:
    """Whether each passage is shown. What holds much of the page is, hidden or not: a script shows it, or a paywall covers it."""
    held: Counter[int] = Counter()
    for text, part in zip(texts, hidden, strict=True):
        held[part] += len(text)
    least = _MUCH * held.total()
    return [text != "" and (not part or held[part] >= least) for text, part in zip(texts, hidden, strict=True)]


def _is_blank_between(last: LexborNode, node: LexborNode) -> bool:
    """Whether white space stands in the page between two texts: `<b>Rain</b> <i>fell</i>`. Goes back from the second."""
    end = last.mem_id
    while True:
        before = node.prev
        if before is None:
            above = node.parent
            if above is None:
                return False
            node = above
            continue
        node = before
        while (child := node.last_child) is not None:
            node = child
        if node.mem_id == end:
            return False
        if (text := node.text_content) is not None and text.isspace():
            return True
