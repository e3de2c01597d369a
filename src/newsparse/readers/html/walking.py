"""The page, element by element, to passages: the visible text of one block each, and the element it stands in."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from newsparse.readers.html.elements import BLOCK, BOLD, PREFORMATTED, UNSEEN

if TYPE_CHECKING:
    from newsparse.readers.html.places import Place

# Characters that no reader sees and no word needs: soft hyphen, zero-width space, word joiner, byte order mark.
_UNSEEN_CHARACTER = re.compile("[\u00ad\u200b\u2060\ufeff]")
# From here on a path counts the element among all of the page, so that deep pages do not have paths without end.
_LONG_PATH = 1_000
# Attributes whose words tell what an element is for.
_NAMING = ("class", "id", "itemprop", "role", "data-testid", "data-component")
_BLOCK, _LINK, _BOLD, _BREAK, _HIDDEN, _MUTED = 1, 2, 4, 8, 16, 32
# React streams a page in pieces `<div hidden id="S:1">`, which a script then puts in their places.
_NOT_SHOWN = (
    "[hidden]:not([id^='S:']),[style*='display:none' i],[style*='display: none' i],[style*='visibility:hidden' i],"
    "[style*='visibility: hidden' i]"
)
# Share of the page's text from which on a hidden element is taken for shown.
_MUCH = 0.2
# Hidden, these are words within a line; any other element that is hidden is a part of the page.
_RUNNING = frozenset("a abbr b bdi cite em font i label mark q s small span strong sub sup time u".split())  # noqa: SIM905 - names read best in a row
_KINDS = {tag: _BLOCK * (tag in BLOCK) + _BOLD * (tag in BOLD) for tag in BLOCK | BOLD} | {"a": _LINK, "br": _BREAK}
_ALONE = frozenset(("html", "body"))  # a page has one of each
_COUNTED = frozenset(_KINDS) - _ALONE


class Element:
    """An element of the page that has been entered; the chain of parents is the place that a passage stands in.

    `number` counts it among its siblings of the same name, from 1, as XPath does; `ordinal` among all of its name. `node` is
    known of blocks only.
    """

    __slots__ = (
        "at", "counts", "kind", "known_names", "known_path", "mark", "node", "number", "ordinal", "outer", "parent", "place",
        "tag",
    )  # fmt: skip

    def __init__(self, tag: str, parent: Element | None, number: int, ordinal: int, mark: int, kind: int) -> None:
        self.tag = tag
        self.parent = parent
        self.number = number
        self.ordinal = ordinal
        self.mark = mark
        self.kind = kind
        self.counts: dict[str, int] | None = None
        self.node: LexborNode | None = None
        self.outer: Element | None = None
        self.known_names: str | None = None
        self.known_path: str | None = None
        self.place: Place | None = None
        self.at = 0

    @property
    def names(self) -> str:
        """The words of a block's class, id and other attributes that name it. Most blocks of a page are never asked."""
        names = self.known_names
        if names is None:
            names = self.known_names = "" if self.node is None else _names_of(self.node.attributes)
        return names

    @property
    def path(self) -> str:
        """An XPath that finds the element in the page."""
        path = self.known_path
        if path is not None:
            return path
        waiting: list[Element] = []
        above: Element | None = self
        while above is not None and above.known_path is None:
            waiting.append(above)
            above = above.parent
        path = "" if above is None else above.known_path or ""
        for element in reversed(waiting):
            if len(path) >= _LONG_PATH:
                path = element.among_all
            else:
                tag = element.tag
                path = f"{path}/{tag}[{element.number}]" if tag in _COUNTED else f"{path}/{element.step}"
            element.known_path = path
        return path

    @property
    def among_all(self) -> str:
        """An XPath that counts the element among all of its name: short, however deep it stands."""
        return f"({'//' + self.step[: -len(str(self.number)) - 2]})[{self.ordinal}]"

    @property
    def step(self) -> str:
        """The element's step in an XPath. A name that XPath would not take as one is compared as a string."""
        tag = self.tag
        if tag in _ALONE:
            return tag
        return f"{tag}[{self.number}]" if tag.isalnum() and tag.isascii() else f"*[name()='{tag}'][{self.number}]"


class Passage(NamedTuple):
    """The text of one block, or what stands between two blocks or breaks; how many characters are link or bold.

    `hidden` is the outermost element above it that the page does not show, if there is one.
    """

    text: str
    element: Element
    links: int
    bold: int
    hidden: Element | None = None


def passages_of(tree: LexborHTMLParser) -> list[Passage]:
    """Return the passages that the page shows, in document order. Takes the unseen elements out of `tree`."""
    tree.strip_tags(list(UNSEEN))
    root = tree.root
    if root is None:
        return []
    walk = _Walk({node.mem_id for node in tree.css(_NOT_SHOWN)})
    walk.through(root)
    return _shown(walk.found) if walk.hides else walk.found


def _shown(passages: list[Passage]) -> list[Passage]:
    """Leave out what is hidden, but not what holds much of the page: a script shows it, or a paywall covers it."""
    held: Counter[Element] = Counter()
    for passage in passages:
        if passage.hidden is not None:
            held[passage.hidden] += len(passage.text)
    least = _MUCH * sum(len(passage.text) for passage in passages)
    return [one for one in passages if one.hidden is None or held[one.hidden] >= least]


def _names_of(attributes: dict[str, str | None]) -> str:
    if not attributes:
        return ""
    if len(attributes) == 1 and (name := attributes.get("class")):  # as most have
        return name
    names = " ".join([name for key in _NAMING if (name := attributes.get(key))])
    return f"{names} ariahidden" if attributes.get("aria-hidden") == "true" else names


class _Walk:
    """The state of one walk: the open elements, and the text of the block that is being read."""

    __slots__ = (
        "block", "bold", "bold_depth", "breaks", "found", "here", "hidden", "hides", "link_depth", "links", "muted",
        "ordinals", "pieces",
    )  # fmt: skip

    def __init__(self, hides: set[int]) -> None:
        self.hides = hides
        self.hidden: Element | None = None
        self.muted = 0
        self.found: list[Passage] = []
        self.here = Element("", None, 1, 0, 0, 0)
        self.here.known_path = ""
        self.ordinals: dict[str, int] = {}
        self.pieces: list[str] = []
        self.block: Element | None = None
        self.links = self.bold = self.link_depth = self.bold_depth = self.breaks = 0

    def through(self, root: LexborNode) -> None:  # noqa: C901, PLR0912, PLR0915 - a call for each of its parts takes too long
        """Take every node of the page in document order. Once for each of thousands of nodes, so written for speed."""
        kinds, ordinals, pieces = _KINDS.get, self.ordinals, self.pieces
        hides, here, mark = self.hides, self.here, 0
        text, blank = "", False
        for node in root.traverse(include_text=True):
            tag = node.tag
            if tag == "-text":
                text = node.text_content or ""
                if blank := text.isspace():
                    if not pieces:
                        continue
                    text = " "
            elif not tag or tag[0] == "-":
                continue
            above = parent.mem_id if (parent := node.parent) is not None else 0
            while above != mark and here.parent is not None:
                if kind := here.kind:
                    if kind == _BLOCK:
                        if pieces:
                            self._flush()
                        self.block = here.outer
                    elif kind == _LINK:
                        self.link_depth -= 1
                    else:
                        self._leave(here, kind)
                here.counts = None  # it has no further children, and thousands of these are a lot of memory
                here = here.parent
                mark = here.mark
            if tag == "-text":
                if not blank:
                    if self.muted or self.breaks or "\n" in text:
                        self._read(text)
                    else:
                        pieces.append(text)
                        if self.link_depth:
                            self.links += len(text)
                        if self.bold_depth:
                            self.bold += len(text)
                elif pieces:
                    pieces.append(text)
                continue
            if (counts := here.counts) is None:
                number = 1
                here.counts = {tag: 1}
            else:
                number = counts[tag] = counts.get(tag, 0) + 1
            ordinals[tag] = ordinal = ordinals.get(tag, 0) + 1
            mark = node.mem_id
            kind = kinds(tag, 0)
            if hides and mark in hides:
                kind |= _MUTED if tag in _RUNNING else _HIDDEN
            here = Element(tag, here, number, ordinal, mark, kind)
            if kind == _BLOCK:
                if pieces:
                    self._flush()
                here.outer = self.block
                here.node = node
                self.block = here
            elif kind == _LINK:
                self.link_depth += 1
            elif kind:
                self._enter(node, here, kind)
        if pieces:
            self._flush()

    def _enter(self, node: LexborNode, here: Element, kind: int) -> None:
        if kind & _BLOCK:
            if self.pieces:
                self._flush()
            here.outer = self.block
            here.node = node
            self.block = here
        if kind & _BOLD:
            self.bold_depth += 1
        elif kind & _LINK:
            self.link_depth += 1
        elif kind & _BREAK and self.pieces:
            self.breaks += 1
            self.pieces.append(" ")
        if kind & (_HIDDEN | _MUTED):
            self._hide(here, kind)

    def _hide(self, here: Element, kind: int) -> None:
        if kind & _MUTED:
            self.muted += 1
        elif self.hidden is None:
            self._flush()
            self.hidden = here

    def _leave(self, element: Element, kind: int) -> None:
        if kind & _BLOCK:
            if self.pieces:
                self._flush()
            self.block = element.outer
        if kind & _BOLD:
            self.bold_depth -= 1
        elif kind & _LINK:
            self.link_depth -= 1
        if kind & _MUTED:
            self.muted -= 1
        elif self.hidden is element:
            self._flush()
            self.hidden = None

    def _read(self, text: str) -> None:
        """Take a text that may need more than to be taken: within what is hidden, after a break, of several lines."""
        if self.muted:
            return
        if self.breaks > 1:
            self._flush()
        if "\n" in text and self.block is not None and self.block.tag in PREFORMATTED:
            for line in text.split("\n"):
                self._take(line)
                self._flush()
        else:
            self._take(text)

    def _take(self, text: str) -> None:
        self.breaks = 0
        self.pieces.append(text)
        if self.link_depth:
            self.links += len(text)
        if self.bold_depth:
            self.bold += len(text)

    def _flush(self) -> None:
        """End the passage that is being read."""
        text = " ".join("".join(self.pieces).split())
        if not text.isascii() and _UNSEEN_CHARACTER.search(text):
            text = _UNSEEN_CHARACTER.sub("", text).strip()
        if text and self.block is not None:
            self.found.append(Passage(text, self.block, self.links, self.bold, self.hidden))
        self.pieces.clear()
        self.links = self.bold = self.breaks = 0
