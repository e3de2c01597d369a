"""The page, element by element, to passages: the visible text of one block each, and the element it stands in."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from newsparse.readers.html.elements import BLOCK, BOLD, PREFORMATTED, UNSEEN

# Characters that no reader sees and no word needs: soft hyphen, zero-width space, word joiner, byte order mark.
_UNSEEN_CHARACTERS = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))


# From here on a path counts the element among all of the page, so that deep pages do not have paths without end.
_LONG_PATH = 1_000

# Attributes whose words tell what an element is for.
_NAMING = ("class", "id", "itemprop", "role", "data-testid", "data-component")


class Sums:
    """What a subtree holds, in characters, and how many passages."""

    __slots__ = ("chars", "links", "passages", "prose")

    def __init__(self) -> None:
        self.chars = self.links = self.prose = self.passages = 0


class Element:
    """An element of the page that has been entered; the chain of parents is the place that a passage stands in.

    `number` counts it among its siblings of the same name, from 1, as XPath does. `names` are the words of its class and id.
    """

    __slots__ = ("block", "counts", "known_path", "mark", "names", "number", "ordinal", "parent", "sums", "tag")

    def __init__(self, mark: int, tag: str, parent: Element | None, number: int, ordinal: int) -> None:
        self.mark = mark
        self.tag = tag
        self.parent = parent
        self.number = number
        self.ordinal = ordinal
        self.names = ""
        self.block: Element | None = None
        self.counts: dict[str, int] | None = None
        self.known_path: str | None = None
        self.sums: Sums | None = None

    @property
    def path(self) -> str:
        """An XPath that finds the element in the page."""
        waiting: list[Element] = []
        above: Element | None = self
        while above is not None and above.known_path is None:
            waiting.append(above)
            above = above.parent
        path = above.known_path or "" if above is not None else ""
        for element in reversed(waiting):
            path = element.known_path = f"{path}/{element.step}" if len(path) < _LONG_PATH else element.among_all
        return path

    @property
    def among_all(self) -> str:
        """An XPath that counts the element among all of its name: short, however deep it stands."""
        return f"({'//' + self.step[: -len(str(self.number)) - 2]})[{self.ordinal}]"

    @property
    def step(self) -> str:
        """The element's step in an XPath. A name that XPath would not take as one is compared as a string."""
        tag = self.tag
        if tag in ("html", "body"):
            return tag
        return f"{tag}[{self.number}]" if tag.isalnum() and tag.isascii() else f"*[name()='{tag}'][{self.number}]"


class Passage:
    """The visible text of one block: its words, the element it stands in, and how many characters are link or bold."""

    __slots__ = ("bold", "element", "links", "text")

    def __init__(self, text: str, element: Element, links: int, bold: int) -> None:
        self.text = text
        self.element = element
        self.links = links
        self.bold = bold


def passages_of(tree: LexborHTMLParser) -> list[Passage]:
    """Return the passages of the page in document order. Takes the unseen elements out of `tree`."""
    tree.strip_tags(list(UNSEEN))
    root = tree.root
    if root is None:
        return []
    walk = _Walk()
    walk.through(root)
    return walk.found


class _Walk:
    """The state of one walk: the open elements, and the text of the block that is being read."""

    __slots__ = ("block", "bold", "bold_depth", "breaks", "found", "link_depth", "links", "open", "ordinals", "pieces")

    def __init__(self) -> None:
        self.found: list[Passage] = []
        self.open: list[Element] = []
        self.ordinals: dict[str, int] = {}
        self.pieces: list[str] = []
        self.block: Element | None = None
        self.links = self.bold = self.link_depth = self.bold_depth = self.breaks = 0

    def through(self, root: LexborNode) -> None:
        """Take every node of the page in document order. Once for each of thousands of nodes, so written for speed."""
        opened, enter, leave = self.open, self._enter, self._leave
        top = Element(0, "", None, 1, 0)
        top.known_path = ""
        opened.append(top)
        mark = 0
        for node in root.traverse(include_text=True):
            parent = node.parent
            above = parent.mem_id if parent is not None else 0
            while above != mark and len(opened) > 1:
                leave(opened.pop())
                mark = opened[-1].mark
            tag = node.tag
            if tag == "-text":
                text = node.text_content
                if text:
                    if not text.isspace():
                        self._read(text)
                    elif self.pieces:
                        self.pieces.append(" ")
            elif tag and tag[0] != "-":
                mark = node.mem_id
                enter(node, mark, tag, opened[-1])
        while len(opened) > 1:
            leave(opened.pop())

    def _enter(self, node: LexborNode, mark: int, tag: str, parent: Element) -> None:
        counts = parent.counts
        if counts is None:
            number = 1
            parent.counts = {tag: 1}
        else:
            number = counts[tag] = counts.get(tag, 0) + 1
        ordinal = self.ordinals[tag] = self.ordinals.get(tag, 0) + 1
        element = Element(mark, tag, parent, number, ordinal)
        self.open.append(element)
        element.block = parent.block
        if tag in BLOCK:
            element.block = element
            if self.pieces:
                self.flush()
            attributes = node.attributes
            if attributes:
                get = attributes.get
                element.names = " ".join([value for name in _NAMING if (value := get(name))])
            self.block = element
            if tag in BOLD:
                self.bold_depth += 1
        elif tag == "br":
            if self.pieces:
                self.breaks += 1
                self.pieces.append(" ")
        elif tag == "a":
            self.link_depth += 1
        elif tag in BOLD:
            self.bold_depth += 1

    def _leave(self, element: Element) -> None:
        tag = element.tag
        if tag in BLOCK:
            if self.pieces:
                self.flush()
            parent = element.parent
            self.block = parent.block if parent is not None else None
            if tag in BOLD:
                self.bold_depth -= 1
        elif tag == "a":
            self.link_depth -= 1
        elif tag in BOLD:
            self.bold_depth -= 1

    def _read(self, text: str) -> None:
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

    def flush(self) -> None:
        """End the passage that is being read."""
        text = " ".join("".join(self.pieces).split())
        if not text.isascii():
            text = text.translate(_UNSEEN_CHARACTERS).strip()
        if text and self.block is not None:
            self.found.append(Passage(text, self.block, self.links, self.bold))
        self.pieces = []
        self.links = self.bold = self.breaks = 0
