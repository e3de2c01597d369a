"""How an article shows itself in a notebook: an escaped outline with the furniture greyed out."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from newsparse.model import nodes

if TYPE_CHECKING:
    from newsparse.model.article import Article

MOST = 400
"""Blocks shown; a notebook is no place for a book."""
_STYLES = {"headline": "font-size:1.3em;font-weight:bold", "heading": "font-weight:bold", "furniture": "color:#999"}


def article_html(article: Article) -> str:
    """Return `article` as an HTML fragment; everything from the text is escaped."""
    rows: list[str] = []
    for at, leaf in enumerate(article.leaves()):
        if at == MOST:
            rows.append("<tr><td colspan='2'>…</td></tr>")
            break
        kind = f"{leaf.type} · {leaf.kind}" if isinstance(leaf, nodes.Furniture) else leaf.type
        rows.append(
            f"<tr><td style='color:#999;vertical-align:top' title='{escape(leaf.rule)}'>{escape(kind)}</td>"
            f"<td style='text-align:left;{_STYLES.get(leaf.type, '')}'>{escape(leaf.text)}</td></tr>"
        )
    counts = f"{len(article.quotes)} quotations, {len(article.dates)} dates, {len(article.entities)} entities"
    return f"<div><p>{escape(article.title or 'Article without a title')} ({counts})</p><table>{''.join(rows)}</table></div>"
