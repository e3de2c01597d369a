"""What the page, or the text, says about the article as a whole."""

from __future__ import annotations

from datetime import date, datetime
from typing import Generic, TypeVar

import attrs

from newsparse.model.span import Span

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Sourced(Generic[T]):
    """A value and where it was found: `json-ld`, `opengraph`, `meta`, `byline`, `updated`, `url`, `argument` and so on."""

    value: T
    source: str
    span: Span | None = None


@attrs.frozen(kw_only=True)
class Metadata:
    """Each value with its source, or None where nothing says it. Nothing is guessed."""

    title: Sourced[str] | None = None
    alternative_headline: Sourced[str] | None = None
    description: Sourced[str] | None = None
    authors: Sourced[tuple[str, ...]] | None = None
    date_published: Sourced[date | datetime] | None = None
    date_modified: Sourced[date | datetime] | None = None
    section: Sourced[str] | None = None
    keywords: Sourced[tuple[str, ...]] | None = None
    language: Sourced[str] | None = None
    site_name: Sourced[str] | None = None
    url: Sourced[str] | None = None
    image: Sourced[str] | None = None
    type: Sourced[str] | None = None
