"""HTML pages: visible text, one block a line, each with its place in the page; and what the page says of itself."""

from __future__ import annotations

from newsparse.readers.decoding import decode
from newsparse.readers.plain import read_plain
from newsparse.readers.source import Source

__all__ = ["read_html"]


def read_html(content: str | bytes, *, url: str | None = None) -> Source:
    """Return the page's visible text with its lines."""
    del url
    return read_plain(decode(content) if isinstance(content, bytes) else content)
