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

from newsparse.readers.html.breaking import Break, kicker_of, runs_of
from newsparse.readers.html.elements import BLOCK, BOLD, HEADINGS, PREFORMATTED, RUNNING, UNSEEN, VOID
from newsparse.readers.html.places import Elements, Place, names_of, page_place

# Characters that no reader sees and no word needs: soft hyphen, zero-width space, word joiner, byte order mark.
_UNSEEN_CHARACTERS = "\u00ad\u200b\u2060\ufeff"
_BLOCK, _LINK, _BOLD, _BREAK, _HIDDEN, _MUTED, _TEXT, _IDLE = 1, 2, 4, 8, 16, 32, 64, 128
_MAY_HIDE = "[hidden],[style]"
# What only screen readers say, as the common style sheets call it: `<span class="sr-only">, opens new tab</span>`
_SPOKEN = ",".join(
    f".{name}:not(h1)"
    for name in ("sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "element-invisible")
)
_SET_BOLD = re.compile(r"font-weight: ?(?:bold|[6-9]00)", re.IGNORECASE | re.ASCII)
_HIDING = re.compile(r"display: ?none|visibility: ?hidden", re.IGNORECASE | re.ASCII)
# Share of the page's text from which on a hidden element is taken for shown.
_MUCH = 0.2

_Open: TypeAlias = "list[Any]"
"""An element that has been entered. A list, since thousands are made:

the one it stands in, its address, what it does (of the bits above), its node, its name, which of its siblings of that name it
is (from 1, as XPath counts), how many children of each name it has had so far, the block that it stands in, its number among
the elements on the way to passages, or -1.
"""
_ABOVE, _MARK, _KIND, _NODE, _NAME, _ORDER, _COUNTS, _OUTER, _NUMBER = range(9)


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

    unseen: frozenset[int]
    running: frozenset[int]
    preformatted: frozenset[int]
    headings: frozenset[int]
    kinds: dict[int, int]


@cache
def _names() -> _Names:
    tree = LexborHTMLParser("<p>x<!---->")

    def number(name: str) -> int:
        return tree.create_node(name).tag_id

    text, comment = [node.tag_id for node in tree.css("p")[0].traverse(include_text=True)][1:]
    kinds = {number(name): _BLOCK * (name in BLOCK) + _BOLD * (name in BOLD) for name in BLOCK | BOLD}
    kinds |= {number("a"): _LINK, number("br"): _BREAK, text: _TEXT, comment: _IDLE}
    return _Names(
        unseen=frozenset(map(number, UNSEEN)),
        running=frozenset(map(number, RUNNING)),
        preformatted=frozenset(map(number, PREFORMATTED)),
        headings=frozenset(map(number, HEADINGS)),
        kinds=kinds | dict.fromkeys(map(number, VOID), _IDLE),
    )


def passages_of(tree: LexborHTMLParser) -> Passages:
    """Return the passages that the page shows. Takes the unseen elements out of `tree`."""
    root = tree.root
    if root is None:
        return Passages([], [], [], [], Elements([(page_place(), -1, 1, 0)]))
    unseen = _names().unseen
    for node in [node for node in root.traverse() if node.tag_id in unseen]:
        if (parent := node.parent) is not None and parent.tag_id not in unseen:  # else it went with that
            node.decompose(recursive=False)
    walk = _Walk(root)
    styled = tree.css(_MAY_HIDE)
    hides = {node.mem_id for node in tree.css(_SPOKEN)} | {node.mem_id for node in styled if _hides(node)}
    walk.through(hides, {node.mem_id for node in styled if _is_set_bold(node)})
    return walk.shown()


def _is_set_bold(node: LexborNode) -> bool:
    """`<span style="font-weight: bold">`, as editors of blogs wrote for `<b>`."""
    return node.tag == "span" and _SET_BOLD.search(node.attributes.get("style") or "") is not None


def _hides(node: LexborNode) -> bool:
    """Whether an element that may do so hides what it holds."""
    attributes = node.attributes
    # React streams a page in pieces `<div hidden id="S:1">`, which a script then puts in their places.
    if "hidden" in attributes and not (attributes.get("id") or "").startswith("S:"):
        return True
    return _HIDING.search(attributes.get("style") or "") is not None


class _Walk:
    """One walk: the passages found, and the elements on the way to them, parents first."""

    __slots__ = ("breaks", "entered", "found", "known", "root")

    def __init__(self, root: LexborNode) -> None:
        self.root = root
        self.breaks: list[Break] = []
        """Single breaks in the passage that is being read."""
        self.entered = [(page_place(), -1, 1, 0)]
        """Of each element on the way to a passage: its place, the number of the one above, its order, its address."""
        self.known: dict[tuple[Place, int, str], Place] = {}
        self.found: list[tuple[str, int, int, int, int]] = []
        """Text, the block's number, characters that are link, that are bold, the number of the hidden part it is in, or 0."""

    def through(self, hides: set[int], heavy: set[int]) -> None:  # noqa: C901, PLR0912, PLR0915 - a call for each of its parts takes too long
        """Take every node of the page in document order; `hides` and `heavy` hold those that styles hide or set bold.

        Once for each of thousands of nodes, so written for speed.
        """
        names, take = _names(), self._take
        kinds, running, preformatted = names.kinds.get, names.running, names.preformatted
        page = self.root.parent
        mark = 0 if page is None else page.mem_id
        here: _Open = [None, mark, 0, None, 0, 1, None, None, 0]
        last = self.root
        block: _Open | None = None
        hider: _Open | None = None
        pieces: list[str] = []
        links = bold = breaks = link_depth = bold_depth = muted = part = parts = 0
        for node in self.root.traverse(include_text=True, skip_empty=True):
            name = node.tag_id
            does = kinds(name, 0)
            if does == _IDLE:
                if not hides or node.mem_id not in hides:
                    continue
                does = 0
            above = parent.mem_id if (parent := node.parent) is not None else 0
            while above != mark:
                kind = here[_KIND]
                if kind == _BLOCK:
                    if pieces:
                        take(block, pieces, links, bold, part)
                        links = bold = breaks = 0
                    block = here[_OUTER]
                elif kind == _LINK:
                    link_depth -= 1
                elif kind:
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
            if does == _TEXT:
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
                if "\n" in text and block is not None and block[_NAME] in preformatted:
                    for line in text.split("\n"):
                        pieces.append(line)
                        links += len(line) * (link_depth > 0)
                        bold += len(line) * (bold_depth > 0)
                        take(block, pieces, links, bold, part)
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
            if hides and mark in hides:
                does |= _MUTED if name in running else _HIDDEN
            if heavy and mark in heavy:
                does |= _BOLD
            here = [here, mark, does, node, name, order, None, block, -1]
            if does == _BLOCK:
                if pieces:
                    take(block, pieces, links, bold, part)
                    links = bold = breaks = 0
                block = here
            elif does == _LINK:
                link_depth += 1
            elif does:
                if does & _BLOCK:
                    if pieces:
                        take(block, pieces, links, bold, part)
                        links = bold = breaks = 0
                    block = here
                if does & _BOLD:
                    bold_depth += 1
                elif does & _LINK:
                    link_depth += 1
                elif does & _BREAK and pieces:
                    breaks += 1
                    pieces.append(" ")
                    if breaks == 1:
                        self.breaks.append(Break(len(pieces), links, bold, node))
                if does & _MUTED:
                    muted += 1
                elif does & _HIDDEN and hider is None:
                    if pieces:
                        take(block, pieces, links, bold, part)
                        links = bold = breaks = 0
                    hider = here
                    part = parts = parts + 1
        if pieces:
            take(block, pieces, links, bold, part)

    def _take(self, block: _Open | None, pieces: list[str], links: int, bold: int, part: int) -> None:
        """End the passage that is being read; `pieces` are its text."""
        if self.breaks:
            runs = runs_of(pieces, links, bold, self.breaks)
            self.breaks.clear()
            if len(runs) > 1:
                for text, linked, heavy in runs:
                    self._take(block, [text], linked, heavy, part)
                pieces.clear()
                return
        elif len(pieces) > 1 and block is not None and block[_NAME] in _names().headings:
            kicker = kicker_of(block[_NODE])
            whole = " ".join("".join(pieces).split())
            if kicker and whole.startswith(kicker) and len(whole) > len(kicker):
                self._take(block, [kicker], 0, len(kicker), part)
                pieces[:] = [whole[len(kicker) :]]
        text = " ".join((pieces[0] if len(pieces) == 1 else "".join(pieces)).split())
        pieces.clear()
        if text and block is not None:
            if block[_NUMBER] < 0:
                self._settle(block)
            self.found.append((text, block[_NUMBER], links, bold, part))

    def _settle(self, element: _Open) -> None:
        """Number the element and those above it, and find their places."""
        chain: list[_Open] = []
        while element[_NUMBER] < 0:
            chain.append(element)
            element = element[_ABOVE]
        entered, known = self.entered, self.known
        above: int = element[_NUMBER]
        place = entered[above][0]
        for at, element in enumerate(reversed(chain), len(entered)):
            names = ""
            if element[_KIND] & _BLOCK and (attributes := element[_NODE].attributes):
                names = names_of(attributes)
            key = (place, element[_NAME], names)
            known_place = known.get(key)
            if known_place is None:
                known_place = known[key] = Place(place, element[_NODE].tag or "", names)
            place = known_place
            entered.append((place, above, element[_ORDER], element[_MARK]))
            element[_NUMBER] = above = at

    def shown(self) -> Passages:
        """Return the passages, without what is hidden and without characters that nobody sees."""
        if not self.found:
            return Passages([], [], [], [], Elements([(page_place(), -1, 1, 0)]))
        texts, blocks, links, bold, parts = map(list, zip(*self.found, strict=True))
        if not (joined := "".join(texts)).isascii():
            for unseen in [one for one in _UNSEEN_CHARACTERS if one in joined]:
                texts = [text.replace(unseen, "").strip() for text in texts]
        if any(parts) or "" in texts:
            kept = _kept(texts, parts)
            texts, blocks, links, bold = (list(compress(column, kept)) for column in (texts, blocks, links, bold))
        return Passages(texts, blocks, links, bold, Elements(self.entered, self.root))


def _kept(texts: Sequence[str], hidden: Sequence[int]) -> list[bool]:
    """Whether each passage is shown. What holds much of the page is, though hidden: a script shows it, a paywall covers it."""
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
