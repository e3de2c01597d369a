"""`Parser` and `parse`: the stages, in order."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache

import attrs

from newsparse import annotations, blocks, languages, readers, structure
from newsparse.model import Article, Metadata, Sourced


@attrs.frozen(kw_only=True)
class Parser:
    """The configured form of `parse`: frozen, reusable, thread-safe, picklable.

    `language` (ISO 639-1) is assumed where a call does not name one; None detects it. `strict=True` raises what a plugin
    raises instead of reporting it.
    """

    language: str | None = None
    strict: bool = False

    def parse(
        self,
        content: str | bytes,
        *,
        url: str | None = None,
        published: date | datetime | None = None,
        language: str | None = None,
        media_type: str | None = None,
    ) -> Article:
        """Return the article that `content` holds. Never raises for any `str` or `bytes`; time is linear in its length.

        `published` anchors relative dates; `media_type` is `text/plain` or `text/html` where looking would not tell.
        """
        source = readers.read(content, url=url, media_type=media_type)
        text = source.text
        code = language or self.language or source.language or languages.detect(text)
        known = languages.load(code or "")
        outline = structure.build(source, blocks.classify(source, known), known)
        metadata = annotations.with_dates(text, outline.children, _given(source.metadata, published), url, known)
        sentences = annotations.split_sentences(text, outline.children, known)
        mentions = annotations.find_mentions(text, sentences, known)
        quotes, oddities = annotations.find_quotations(text, outline.children, sentences, mentions, known)
        sources = tuple(quote.source for quote in quotes if quote.source is not None)
        cast = annotations.resolve(text, sentences, mentions, outline.people, sources, known)
        anchor = metadata.date_published.value if metadata.date_published else None
        return Article(
            text=text,
            language=code,
            media_type=source.media_type,
            children=annotations.cast_tree(outline.children, cast.by_label),
            sentences=sentences,
            entities=cast.entities,
            quotes=annotations.cast_quotations(quotes, cast),
            dates=annotations.find_times(text, outline.children, anchor, known),
            metadata=metadata,
            diagnostics=(*source.diagnostics, *outline.diagnostics, *oddities),
        )


def _given(metadata: Metadata, published: date | datetime | None) -> Metadata:
    """What the caller says goes before what the page says."""
    if published is None:
        return metadata
    return attrs.evolve(metadata, date_published=Sourced(value=published, source="argument"))


@cache
def _default() -> Parser:
    return Parser()


def parse(
    content: str | bytes,
    *,
    url: str | None = None,
    published: date | datetime | None = None,
    language: str | None = None,
    media_type: str | None = None,
) -> Article:
    """Return the article that `content`, an HTML page or plain text, holds: `Parser.parse` of one shared default parser."""
    return _default().parse(content, url=url, published=published, language=language, media_type=media_type)
