"""JSON: all there is, as `Article.from_dict` reads it back."""

from __future__ import annotations

from newsparse.hookspecs import Exporter
from newsparse.model import Article


def to_json(article: Article) -> str:
    """Return `article` as one line of JSON."""
    return article.to_json()


JSON = Exporter(
    name="json", media_type="application/json", export=to_json, description="everything; one line an article"
)
