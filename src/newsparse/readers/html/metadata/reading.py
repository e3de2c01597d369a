"""All sources of metadata, in order of trust."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsparse.model import Metadata

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser


def read_metadata(tree: LexborHTMLParser, html: str, url: str | None) -> Metadata:
    """Return what the page says of itself; `html` is its decoded source, `tree` that source parsed, unchanged."""
    del tree, html, url
    return Metadata()
