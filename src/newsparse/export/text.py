"""Plain text: what a reader came for, furniture left out."""

from __future__ import annotations

from newsparse.hookspecs import Exporter
from newsparse.model import Article, ContentsEntry, ContentsTitle, Furniture


def to_text(article: Article) -> str:
    """Return the article's words, blocks apart by a blank line, furniture and contents left out."""
    unwanted = (Furniture, ContentsTitle, ContentsEntry)
    blocks = (
        article.text[leaf.span.start : leaf.span.end] for leaf in article.leaves() if not isinstance(leaf, unwanted)
    )
    return "\n\n".join(blocks) + "\n"


TEXT = Exporter(name="text", media_type="text/plain", export=to_text, description="the article's words, no furniture")
