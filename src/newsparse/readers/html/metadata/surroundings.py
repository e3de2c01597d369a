"""The lines around the headline, where bylines and dates stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import attrs

from newsparse.readers.html.metadata.cleaning import clean
from newsparse.readers.html.metadata.evidence import Evidence, Marked

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "ins",
        "label",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
    ]
)
_TODAY = re.compile(r"today|current-?_?(?:date|day|time)|\bclock|weather")
HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "select",
        "option",
        "button",
        "iframe",
        "object",
        "textarea",
        "head",
        "form",
    ]
)


class Piece(NamedTuple):
    """A text node: its words and the address it links to."""

    text: str
    href: str


class Line(NamedTuple):
    """The text between two block boundaries, and the text nodes that it is made of."""

    text: str
    pieces: tuple[Piece, ...]
    heading: bool = False
    """Whether it is a heading, not a line of text."""


@attrs.frozen(kw_only=True)
class Surroundings:
    """The lines after the headline, and those before it, nearest first; both empty where no headline is shown."""

    after: tuple[Line, ...] = ()
    before: tuple[Line, ...] = ()
    anchor: Marked | None = None
    lines: Callable[[], tuple[str, ...]] = attrs.field(default=tuple, repr=False, eq=False)
    """Gives all lines of the page, for what stands nowhere near; worked out at the first call, since most pages need none."""

    def shows(self, text: str) -> bool:
        """Whether a line of the page has `text` in it."""
        return any(text in line for line in self.lines())

    def below(self) -> tuple[str, ...]:
        """The page's lines after the headline, or all of them where it is none of them."""
        lines = self.lines()
        heading = self.anchor.text() if self.anchor is not None else ""
        return lines[lines.index(heading) + 1 :] if heading in lines else lines


def look_around(evidence: Evidence, heading: Marked | None) -> Surroundings:
    """Return what stands around the headline, or around the first heading where none is known to be it."""
    lines = cache(lambda: tuple(_all_lines(evidence)))
    anchor = heading or next(iter(evidence.headings), None)
    if anchor is None:
        return Surroundings(lines=lines)
    after = tuple(lines_after(anchor.node, most=16, characters=2_500))
    return Surroundings(after=after, before=tuple(lines_before(anchor.node, most=6)), anchor=anchor, lines=lines)


def _all_lines(evidence: Evidence) -> Iterator[str]:
    """The page's visible lines, as far as inline elements show where they end."""
    body = evidence.tree.body
    pieces: list[str] = []
    block, length = 0, 0
    for node in body.traverse(include_text=True) if body is not None else ():
        if node.is_text_node:
            text = node.text_content
            if not text or text.isspace() or (parent := node.parent) is None or (above := parent.tag) in UNSEEN:
                continue
            if _tells_today(node):
                continue
            if above not in INLINE:
                if pieces and parent.mem_id != block:
                    yield clean(" ".join(pieces))
                    pieces = []
                block = parent.mem_id
            length += len(text)
            pieces.append(text)
        elif pieces and node.tag not in INLINE:
            yield clean(" ".join(pieces))
            pieces = []
            if length > MOST_CHARACTERS:
                return
    if pieces:
        yield clean(" ".join(pieces))


MOST_CHARACTERS = 150_000
"""Characters of a page's text that are looked through for bylines and dates that do not stand near the headline."""


def lines_after(node: LexborNode, *, most: int, characters: int) -> list[Line]:
    """Return the first lines after `node` in page order."""
    found: list[Line] = []
    pieces: list[Piece] = []
    length = 0
    heading = False
    for steps, (tag, here) in enumerate(_following(node)):
        if steps > most * 20 or len(found) >= most or length > characters:
            break
        if tag == "-text":
            if here is not None and (text := clean(here.text_content)):
                length += len(text)
                pieces.append(Piece(text, _href(here)))
        elif tag not in INLINE:
            if pieces:
                found.append(_line(pieces, heading=heading))
                pieces = []
            heading = tag in HEADINGS
    if pieces:
        found.append(_line(pieces, heading=heading))
    return found[:most]


def _line(pieces: Sequence[Piece], *, heading: bool) -> Line:
    return Line(" ".join([piece.text for piece in pieces]), tuple(pieces), heading)


def lines_before(node: LexborNode, *, most: int) -> list[Line]:
    """Return the last lines before `node` in page order, nearest first."""
    texts: list[Line] = []
    here: LexborNode | None = node
    steps = 0
    while here is not None and len(texts) < most and steps < 150:
        steps += 1
        previous = here.prev
        if previous is None:
            here = here.parent
            if here is None or here.tag == "body":
                break
            continue
        here = previous
        tag = here.tag
        if tag in UNSEEN or tag in ("nav", "-comment"):
            continue
        heading = tag in HEADINGS
        for one in (here,) if tag == "-text" else _texts(here):
            text = clean(one.text_content)
            if text and (one is here or not _tells_today(one)):
                texts.append(Line(text, (Piece(text, "" if one is here else _href(one)),), heading))
                if len(texts) == most:
                    break
    return texts


def _texts(node: LexborNode) -> Iterator[LexborNode]:
    """The last text nodes of an element, last first, as far as it is small."""
    texts = [one for one in islice(node.traverse(include_text=True), 301) if one.is_text_node]
    shown = (one for one in reversed(texts) if (parent := one.parent) is not None and parent.tag not in UNSEEN)
    return islice(shown, 12)


def _tells_today(node: LexborNode) -> bool:
    """Whether a text is the day on which the page was asked for, as mastheads show it."""
    parent = node.parent
    if parent is None or "20" not in (node.text_content or ""):
        return False
    names = f"{parent.attributes.get('class') or ''} {parent.attributes.get('id') or ''}".lower()
    return _TODAY.search(names) is not None


def _href(node: LexborNode) -> str:
    """The address that a text links to."""
    parent = node.parent
    for _ in range(3):
        tag = "" if parent is None else parent.tag
        if parent is None or tag not in INLINE:
            return ""
        if tag == "a":
            return (parent.attributes.get("href") or "")[:300].lower()
        parent = parent.parent
    return ""


def _following(node: LexborNode) -> Iterator[tuple[str, LexborNode | None]]:
    """Every node after `node` with its tag, in page order; nothing with no tag where an element that is not inline ends."""
    here: LexborNode = node
    inner: LexborNode | None = None
    while True:
        following = inner or here.next
        while following is None:
            above = here.parent
            if above is None:
                return
            here = above
            if here.tag not in INLINE:
                yield "", None
            following = here.next
        here = following
        tag = here.tag or ""
        yield tag, here
        inner = None if tag == "-text" or tag in UNSEEN else here.child
