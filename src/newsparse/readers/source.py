"""What every reader gives: the text, its lines with layout hints, and what the page says of itself."""

from __future__ import annotations

from typing import NamedTuple

import attrs

from newsparse.model import Diagnostic, Metadata, Span


class Hints(NamedTuple):
    """What a page says of a line beyond its words. Plain text has none; a hint makes a rule surer, no rule needs one.

    A named tuple, as `Line` is: a page has hundreds.
    """

    tag: str
    """The block's own element: `p`, `h2`, `li`, `blockquote`, `figcaption`, `td`, `div` …"""
    path: str
    """An XPath that finds the block in the page again."""
    region: str = ""
    """`content`, `furniture` or empty, where the reader has decided what part of the page is the article."""
    kind: str = ""
    """The kind of furniture that the page's markup names (`share`, `related`, `comments` …), or empty."""
    role: str = ""
    """What the markup says the text is: `headline`, `standfirst`, `byline`, `caption`, `credit`, or empty."""
    emphasis: float = 0.0
    """Share of the characters that stand in bold or strong type."""
    links: float = 0.0
    """Share of the characters that are link text."""
    depth: int = 0
    """How deeply lists or quotations are nested here."""
    ordered: bool = False
    """Whether the list is numbered."""
    quoted: bool = False
    """Whether the block stands inside a `<blockquote>`."""


class Line(NamedTuple):
    """A line that is not blank: its extent without surrounding white space, and how many blank lines stand before it."""

    start: int
    end: int
    blanks: int = 0
    indent: int = 0
    hints: Hints | None = None


@attrs.frozen(kw_only=True)
class Source:
    """A document as a reader gives it. `text` is what all spans count in."""

    text: str
    media_type: str
    lines: tuple[Line, ...]
    metadata: Metadata = attrs.field(factory=Metadata)
    language: str | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    cells: tuple[tuple[Span, ...], ...] = ()
