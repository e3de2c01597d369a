"""The page, element by element, to passages: the visible text of one block each, and the element it stands in."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from newsparse.readers.html.elements import BLOCK, BOLD, PREFORMATTED

# Characters that no reader sees and no word needs: soft hyphen, zero-width space, word joiner, byte order mark.
_UNSEEN_CHARACTERS = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))


class Element:
    """An open element while the page is walked, and afterwards the chain of places that a passage stands in.

    `number` counts its namesakes among its siblings, from 1, as XPath does.
    """

    __slots__ = ("_path", "attributes", "counts", "mark", "number", "parent", "tag")

    def __init__(
        self, mark: int, tag: str, parent: Element | None, number: int, attributes: dict[str, str | None]
    ) -> None:
        self.mark = mark
        self.tag = tag
        self.parent = parent
        self.number = number
        self.attributes = attributes
        self.counts: dict[str, int] = {}
        self._path: str | None = None

    @property
    def path(self) -> str:
        """An XPath that finds the element in the page."""
        if self._path is None:
            waiting: list[Element] = []
            above: Element | None = self
            while above is not None and above._path is None:
                waiting.append(above)
                above = above.parent
            path = above._path if above is not None and above._path is not None else ""
            for element in reversed(waiting):
                path = f"{path}/{element.step}"
                element._path = path
            return path
        return self._path

    @property
    def step(self) -> str:
        """The element's step in an XPath. Names that are no XML names are compared as strings."""
        if self.tag in ("html", "body") and self.number == 1:
            return self.tag
        name = self.tag if self.tag.isalnum() and self.tag.isascii() else f"*[name()='{self.tag}']"
        return f"{name}[{self.number}]"


class Passage:
    """The visible text of one block: its words, the element it stands in, and how much of it is link or bold."""

    __slots__ = ("bold", "element", "links", "text")

    def __init__(self, text: str, element: Element, links: int, bold: int) -> None:
        self.text = text
        self.element = element
        self.links = links
        self.bold = bold


def passages_of(tree: LexborHTMLParser) -> list[Passage]:
    """Return the passages of the page in document order. Takes unseen elements out of `tree`."""
    root = tree.root
    if root is None:
        return []
    walk = _Walk()
    for node in root.traverse(include_text=True):
        walk.visit(node)
    walk.flush()
    return walk.found


class _Walk:
    """The state of one walk: the open elements, and the text of the block that is being read."""

    __slots__ = ("block", "bold", "bold_depth", "breaks", "found", "link_depth", "links", "open", "pieces")

    def __init__(self) -> None:
        self.found: list[Passage] = []
        self.open: list[Element] = []
        self.pieces: list[str] = []
        self.block: Element | None = None
        self.links = self.bold = self.link_depth = self.bold_depth = self.breaks = 0

    def visit(self, node: LexborNode) -> None:
        """Take the next node of the page, in document order."""
        parent = node.parent
        mark = parent.mem_id if parent is not None else 0
        while self.open and self.open[-1].mark != mark:
            self._leave(self.open.pop())
        if node.is_text_node:
            self._read(node.text_content or "")
        elif node.is_element_node:
            self._enter(node)

    def _enter(self, node: LexborNode) -> None:
        tag = node.tag or ""
        parent = self.open[-1] if self.open else None
        number = 1
        if parent is not None:
            number = parent.counts.get(tag, 0) + 1
            parent.counts[tag] = number
        element = Element(node.mem_id, tag, parent, number, node.attributes)
        self.open.append(element)
        if tag in BLOCK:
            self.flush()
            self.block = element
            self.bold_depth += tag in BOLD
        elif tag == "br":
            self._break()
        elif tag == "a":
            self.link_depth += 1
        elif tag in BOLD:
            self.bold_depth += 1

    def _leave(self, element: Element) -> None:
        tag = element.tag
        if tag in BLOCK:
            self.flush()
            self.block = element.parent
            while self.block is not None and self.block.tag not in BLOCK:
                self.block = self.block.parent
            self.bold_depth -= tag in BOLD
        elif tag == "a":
            self.link_depth -= 1
        elif tag in BOLD:
            self.bold_depth -= 1

    def _read(self, text: str) -> None:
        if not text or text.isspace():
            if self.pieces:
                self.pieces.append(" ")
            return
        if self.breaks > 1:
            self.flush()
        if self.block is not None and self.block.tag in PREFORMATTED and "\n" in text:
            for line in text.split("\n"):
                self._take(line)
                self.flush()
        else:
            self._take(text)

    def _take(self, text: str) -> None:
        self.breaks = 0
        self.pieces.append(text)
        if self.link_depth:
            self.links += len(text)
        if self.bold_depth:
            self.bold += len(text)

    def _break(self) -> None:
        """A `<br>`: white space within a paragraph; two of them in a row end it."""
        if self.pieces:
            self.breaks += 1
            self.pieces.append(" ")

    def flush(self) -> None:
        """End the passage that is being read."""
        if not self.pieces:
            return
        text = " ".join("".join(self.pieces).split())
        if not text.isascii():
            text = text.translate(_UNSEEN_CHARACTERS).strip()
        if text and self.block is not None:
            self.found.append(Passage(text, self.block, self.links, self.bold))
        self.pieces = []
        self.links = self.bold = self.breaks = 0
