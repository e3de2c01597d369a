"""What the text says: spans over it, in document order."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

import attrs

from newsparse.model.span import Span

EntityKind: TypeAlias = Literal["person", "organization", "role"]
QuotationKind: TypeAlias = Literal["direct", "partial", "indirect"]
QuotationFunction: TypeAlias = Literal["speech", "scare", "term", "title"]
TimeType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]
Severity: TypeAlias = Literal["info", "warning", "error"]


@attrs.frozen(kw_only=True)
class Entity:
    """Someone, or an organisation or office, that the article names: all mentions of one are one `Entity`.

    `name` is the fullest form without honorific; `id` is the entity's place in `Article.entities`.
    """

    id: int
    name: str
    kind: EntityKind
    honorifics: tuple[str, ...] = ()
    description: str | None = None
    mentions: tuple[Span, ...] = attrs.field(default=(), repr=lambda mentions: f"<{len(mentions)}>")


@attrs.frozen(kw_only=True)
class Sentence:
    """A sentence of a leaf's content."""

    span: Span
    text: str


@attrs.frozen(kw_only=True)
class Quotation:
    """What somebody is quoted as saying. Terms (source, cue, content) follow PARC 3 (Pareti 2016).

    `span` includes the marks, `content` does not; `parts` are the pieces of a quotation that is broken by its attribution.
    `text` is the content, or the parts joined by a blank. `source` is the words that name the speaker here, `speaker` who
    that is. `function` tells speech from scare quotes, terms and titles.
    """

    span: Span
    content: Span
    text: str
    parts: tuple[Span, ...]
    kind: QuotationKind
    function: QuotationFunction
    rule: str
    cue: Span | None = None
    source: Span | None = None
    speaker: Entity | None = None


@attrs.frozen(kw_only=True)
class TimeExpression:
    """A temporal expression as TIMEX3 has it (ISO-TimeML): type, value, modifier.

    `start` and `end` are the half-open calendar interval, where text and publication date settle it, else None. `joined` is
    the interval that two expressions span together, `from 2019 to 2021`: both have it, each keeps its own beside.
    """

    span: Span
    text: str
    type: TimeType
    value: str | None
    rule: str
    mod: str | None = None
    start: datetime | None = None
    end: datetime | None = None
    joined: tuple[datetime, datetime] | None = None


@attrs.frozen(kw_only=True)
class Diagnostic:
    """Something about the input, or a plugin, that a user may want to know; parsing went on."""

    code: str
    message: str
    severity: Severity = "warning"
    span: Span | None = None
    plugin: str | None = None
