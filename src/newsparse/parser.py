"""`Parser` and `parse`: the stages, in order."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cache
from types import ModuleType

import attrs

from newsparse import languages, readers, registry
from newsparse.extraction import extract
from newsparse.model import Article, Metadata, Sourced
from newsparse.registry import Registry


def _as_tuple(plugins: Iterable[object] | None) -> tuple[object, ...] | None:
    return None if plugins is None else tuple(plugins)


def _registry_of(plugins: tuple[object, ...] | None) -> Registry:
    return registry.installed() if plugins is None else registry.chosen(plugins)


@attrs.frozen(kw_only=True)
class Parser:
    """The configured form of `parse`: frozen, reusable, thread-safe, picklable.

    `plugins` are modules, objects with hooks, extractors, or names of installed plugins; None takes all that are installed
    and that the environment variable `NEWSPARSE_PLUGINS` lets through, `()` none. Raises PluginError if anything is wrong
    with one of those named here; what is wrong with an installed one becomes a diagnostic. `language` (ISO 639-1) is assumed
    where a call does not name one; None detects it. `strict=True` raises what an extractor raises instead of reporting it.
    """

    plugins: tuple[object, ...] | None = attrs.field(default=None, converter=_as_tuple)
    language: str | None = None
    strict: bool = False
    registry: Registry = attrs.field(
        init=False,
        repr=False,
        eq=False,
        default=attrs.Factory(lambda self: _registry_of(self.plugins), takes_self=True),
    )

    def __reduce__(self) -> tuple[Callable[..., "Parser"], tuple[object, ...]]:
        """Pickle how it was configured; modules go by name."""
        given = self.plugins and tuple(one.__name__ if isinstance(one, ModuleType) else one for one in self.plugins)
        return _configured, (given, self.language, self.strict)

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

        `published` anchors relative dates; `media_type` is `text/plain` or `text/html` where looking would not tell, or
        the `Content-Type` that came with the bytes, whose charset is believed.
        """
        # The recognisers are loaded with the first article, so that importing newsparse costs little.
        from newsparse import annotations, blocks, structure  # noqa: PLC0415

        source = readers.read(content, url=url, media_type=media_type, readers=self.registry.readers)
        source, original = readers.legible(source)
        text = source.text
        code = language or self.language or source.language or languages.detect(text, self.registry.languages)
        # A text too short to name its language is still read in the one that its few small words are of
        known = self.registry.language(code or languages.detect(text, self.registry.languages, least=1))
        if code is None and not known.tables:  # `3 mai 2024`: one small word of Romanian is no reason to read nothing
            known = self.registry.language(None)
        outline = structure.build(source, blocks.classify(source, known), known)
        given, form, odd = _given(source.metadata, published), source.media_type, source.diagnostics
        # With its lines, of which a page has hundreds: what is let go of, the garbage collector need not visit.
        del source
        metadata = annotations.with_dates(text, outline.children, given, url, known)
        outline, writers = annotations.with_authors(outline, metadata, known)
        sentences = annotations.split_sentences(text, outline.children, known)
        mentions = annotations.find_mentions(text, sentences, known)
        quotes, oddities = annotations.find_quotations(text, outline.children, sentences, mentions, known)
        sources = tuple(quote.source for quote in quotes if quote.source is not None)
        spoken = tuple(quote.span for quote in quotes if quote.kind != "indirect")
        unspoken = tuple(quote.span for quote in quotes if quote.function != "speech")
        cast = annotations.resolve(text, sentences, mentions, outline.people, sources, known, spoken, unspoken)
        anchor = metadata.date_published.value if metadata.date_published else None
        article = Article(
            text=text,
            language=code,
            media_type=form,
            children=annotations.cast_tree(outline.children, cast.by_label),
            sentences=sentences,
            entities=cast.entities,
            quotes=annotations.cast_quotations(quotes, cast, outline.children),
            dates=annotations.find_times(text, outline.children, anchor, known, url),
            metadata=metadata,
            authors=annotations.cast_authors(writers, cast.by_label),
            diagnostics=(*odd, *outline.diagnostics, *oddities),
        )
        return extract(original.restored(article), self.registry, strict=self.strict)


def _given(metadata: Metadata, published: date | datetime | None) -> Metadata:
    """What the caller says goes before what the page says."""
    if published is None:
        return metadata
    return attrs.evolve(metadata, date_published=Sourced(value=published, source="argument"))


def _configured(plugins: tuple[object, ...] | None, language: str | None, strict: bool) -> Parser:  # noqa: FBT001 - pickle
    return Parser(plugins=plugins, language=language, strict=strict)


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
