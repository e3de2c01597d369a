"""The built-in readers, and which reader reads what: HTML is told from plain text by looking."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsparse.readers.decoding import decode, decode_as
from newsparse.readers.plain import read_plain
from newsparse.readers.reader import Reader
from newsparse.readers.source import Source

LOOKED_AT = 10_000
"""Bytes or code points at the beginning that tell HTML from plain text."""

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*){0,20}<(!doctype\s*html|html|head|body|meta|title|div|article|section|p|h[1-6]|script|link|span|main|table)\b",
    re.IGNORECASE | re.DOTALL,
)
# A style sheet or a server's warning may stand before the page: `<br /><b>Warning</b>: … <!DOCTYPE html>`.
_BEFORE_PAGE = re.compile(r"\s*<(?:style|br|b)\b", re.IGNORECASE)
_PAGE = re.compile(r"<!doctype\s*html|<html\b", re.IGNORECASE)
_LONGEST_BEFORE = 100_000
_CHARSET = re.compile(r"""charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})""", re.IGNORECASE)
_LEFT_OVER = frozenset(("script", "link", "span"))
_BLOCK = re.compile(r"<(?:html|body|head|p|div|h[1-6]|li|td|section|article|main)\b", re.IGNORECASE)


def looks_like_html(content: str | bytes) -> bool:
    """Whether `content` begins as an HTML page, or a piece of one, does."""
    text = _text_of(content[:LOOKED_AT])
    match = _HTML.match(text)
    if match is None:
        return _BEFORE_PAGE.match(text) is not None and _PAGE.search(_text_of(content[:_LONGEST_BEFORE])) is not None
    # A script tag that a scraper left at the top of plain text makes no page: nothing else is marked up there.
    return match.group(1).lower() not in _LEFT_OVER or _BLOCK.search(text, match.end()) is not None


def _text_of(start: str | bytes) -> str:
    return decode(start) if isinstance(start, bytes) else start.lstrip("\ufeff")


def _read_html(content: str | bytes, *, url: str | None) -> Source:
    from newsparse.readers.html import read_html  # noqa: PLC0415 - the HTML parser is loaded only when HTML comes

    return read_html(content, url=url)


def _read_plain(content: str | bytes, *, url: str | None) -> Source:  # noqa: ARG001 - plain text has no use for it
    return read_plain(decode(content) if isinstance(content, bytes) else content)


HTML = Reader(
    name="html", media_types=("text/html", "application/xhtml+xml"), recognise=looks_like_html, read=_read_html
)
PLAIN = Reader(name="plain", media_types=("text/plain",), recognise=lambda _: True, read=_read_plain)
BUILT_IN = (HTML, PLAIN)


def read(
    content: str | bytes, *, url: str | None = None, media_type: str | None = None, readers: Sequence[Reader] = BUILT_IN
) -> Source:
    """Return `content` as text with lines, read by the first of `readers` that is for it; else as plain text.

    `media_type` may be a whole `Content-Type` header, parameters and all; bytes are then read in its charset.
    """
    kind, charset = _parts(media_type) if media_type is not None else ("", "")
    if charset and isinstance(content, bytes) and (text := decode_as(content, charset)) is not None:
        content = text
    for reader in readers:
        if reader.recognise(content) if media_type is None else kind in reader.media_types:
            return reader.read(content, url=url)
    return PLAIN.read(content, url=url)


def _parts(media_type: str) -> tuple[str, str]:
    """The type itself and its charset, of `text/html; charset="utf-8"`."""
    kind, _, parameters = media_type.partition(";")
    match = _CHARSET.search(parameters)
    return kind.strip().lower(), match[1] if match else ""
