"""Tells HTML from plain text by looking, and calls the reader for it."""

from __future__ import annotations

import regex

from newsparse.readers.decoding import decode
from newsparse.readers.plain import read_plain
from newsparse.readers.source import Source

_HTML = regex.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|article|section|p|h[1-6]|script|link|span|main|table)\b",
    regex.IGNORECASE | regex.DOTALL,
)


def read(content: str | bytes, *, url: str | None = None, media_type: str | None = None) -> Source:
    """Return `content` as text with lines, whichever of HTML and plain text it is."""
    text = decode(content) if isinstance(content, bytes) else content
    if media_type == "text/plain" or (media_type is None and not looks_like_html(text)):
        return read_plain(text)
    from newsparse.readers.html import read_html  # noqa: PLC0415 - the HTML parser is loaded only when HTML comes

    return read_html(content, url=url)


def looks_like_html(text: str) -> bool:
    """Whether `text` begins as an HTML page, or a piece of one, does."""
    return _HTML.match(text, 0, 10_000) is not None
