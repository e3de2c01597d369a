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
from newsparse.readers.html.places import Places

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

_Frame: TypeAlias = "list[Any]"
"""An open element: its address, what it does, its node, which of its siblings of its name it is (from 1, as XPath counts),
its number in `Places` or -1, how many children of each name it has had so far or None."""
_MARK, _KIND, _NODE, _ORDER, _NUMBER, _COUNTS = range(6)


@attrs.frozen
class Passages:
    """The passages that the page shows, in document order: the text of one block, or of what stands between two breaks.

    Lists that go by passage: `texts`, the number (in `places`) of the element each stands in, and how many of its characters
    are link or bold.
    """

    texts: list[str]
    elements: list[int]
    links: list[int]
    bold: list[int]
    places: Places


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
        return Passages([], [], [], [], Places(None))
    unseen = _names().unseen
    for node in [node for node in root.traverse() if node.tag_id in unseen]:
        node.decompose(recursive=False)
    walk = _Walk(root)
    walk.through(root, {node.mem_id for node in tree.css(_NOT_SHOWN)})
    return walk.shown()


class _Walk:
    """One walk, and the passages found on it."""

    __slots__ = ("blocks", "bold", "elements", "frames", "hidden", "links", "part", "parts", "places", "texts")

    def __init__(self, root: LexborNode) -> None:
        self.places = Places(root)
        self.frames: list[_Frame] = [[0, 0, None, 1, 0, None]]
        self.blocks: list[int] = []
        """Where in `frames` the open blocks are."""
        self.texts: list[str] = []
        self.elements: list[int] = []
        self.links: list[int] = []
        self.bold: list[int] = []
        self.hidden: list[int] = []
        """Of each passage, which hidden part of the page it stands in, counted from 1, or 0."""
        self.part = self.parts = 0
        """The hidden part that is being read, or 0; how many there have been."""

    def through(self, root: LexborNode, hides: set[int]) -> None:  # noqa: C901, PLR0912, PLR0915 - calls take too long
        """Take every node of the page in document order. Once for each of thousands of nodes, so written for speed."""
        names, frames, blocks, take = _names(), self.frames, self.blocks, self._take
        text_node, idle, running, preformatted, kinds = names.text, names.idle, names.running, names.preformatted, names.kinds
        pieces: list[str] = []
        last = root
        """Where the last of `pieces` comes from."""
        mark = links = bold = breaks = link_depth = bold_depth = muted = hider = 0
        for node in root.traverse(include_text=True, skip_empty=True):
            name = node.tag_id
            if name in idle and not (hides and node.mem_id in hides):
                continue
            above = parent.mem_id if (parent := node.parent) is not None else 0
            while above != mark and len(frames) > 1:
                if kind := frames[-1][_KIND]:
                    if kind & _BLOCK:
                        if pieces:
                            take(pieces, links, bold)
                            links = bold = breaks = 0
                        blocks.pop()
                    if kind & _LINK:
                        link_depth -= 1
                    elif kind & _BOLD:
                        bold_depth -= 1
                    if kind & _MUTED:
                        muted -= 1
                    elif hider and hider == len(frames) - 1:
                        if pieces:
                            take(pieces, links, bold)
                            links = bold = breaks = 0
                        hider = self.part = 0
                frames.pop()
                mark = frames[-1][_MARK]
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
                        take(pieces, links, bold)
                        links = bold = 0
                    breaks = 0
                if pieces and not (text[0].isspace() or pieces[-1][-1:].isspace()) and _is_blank_between(last, node):
                    pieces.append(" ")
                if "\n" in text and blocks and frames[blocks[-1]][_NODE].tag_id in preformatted:
                    for line in text.split("\n"):
                        pieces.append(line)
                        take(pieces, links + len(line) * (link_depth > 0), bold + len(line) * (bold_depth > 0))
                        links = bold = 0
                    continue
                pieces.append(text)
                last = node
                if link_depth:
                    links += len(text)
                if bold_depth:
                    bold += len(text)
                continue
            counts = frames[-1][_COUNTS]
            if counts is None:
                order = 1
                frames[-1][_COUNTS] = {name: 1}
            else:
                order = counts[name] = counts.get(name, 0) + 1
            mark = node.mem_id
            kind = kinds.get(name, 0)
            if hides and mark in hides:
                kind |= _MUTED if name in running else _HIDDEN
            frames.append([mark, kind, node, order, -1, None])
            if kind:
                if kind & _BLOCK:
                    if pieces:
                        take(pieces, links, bold)
                        links = bold = breaks = 0
                    blocks.append(len(frames) - 1)
                if kind & _BOLD:
                    bold_depth += 1
                elif kind & _LINK:
                    link_depth += 1
                elif kind & _BREAK and pieces:
                    breaks += 1
                    pieces.append(" ")
                if kind & _MUTED:
                    muted += 1
                elif kind & _HIDDEN and not hider:
                    if pieces:
                        take(pieces, links, bold)
                        links = bold = breaks = 0
                    hider = len(frames) - 1
                    self.parts += 1
                    self.part = self.parts
        if pieces:
            take(pieces, links, bold)

    def _take(self, pieces: list[str], links: int, bold: int) -> None:
        """End the passage that is being read; `pieces` are its text."""
        text = " ".join((pieces[0] if len(pieces) == 1 else "".join(pieces)).split())
        pieces.clear()
        if text and self.blocks:
            block = self.blocks[-1]
            number = self.frames[block][_NUMBER]
            if number < 0:
                number = self._enter(block)
            self.texts.append(text)
            self.elements.append(number)
            self.links.append(links)
            self.bold.append(bold)
            self.hidden.append(self.part)

    def _enter(self, block: int) -> int:
        """Note the open elements down to the block; return its number."""
        frames = self.frames
        at = block
        while frames[at][_NUMBER] < 0:
            at -= 1
        number: int = frames[at][_NUMBER]
        for frame in frames[at + 1 : block + 1]:
            mark, kind, node, order, _, _ = frame
            number = frame[_NUMBER] = self.places.add(number, node, mark, order, named=bool(kind & _BLOCK))
        return number

    def shown(self) -> Passages:
        """Return the passages, without what is hidden and without characters that nobody sees."""
        texts = self.texts
        if not (joined := "".join(texts)).isascii() and _UNSEEN_CHARACTER.search(joined):
            texts = [_UNSEEN_CHARACTER.sub("", text).strip() for text in texts]
        columns = (texts, self.elements, self.links, self.bold)
        if self.parts or "" in texts:
            kept = _kept(texts, self.hidden)
            columns = tuple(list(compress(column, kept)) for column in columns)
        return Passages(*columns, self.places)


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
