"""The article: text, tree and annotations, and views of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

import attrs

from newsparse.model import nodes
from newsparse.model.annotations import Diagnostic, Entity, Quotation, Sentence, TimeExpression
from newsparse.model.fields import Field, PluginRecord, StoredField
from newsparse.model.metadata import Metadata

F = TypeVar("F", bound=Field)

NO_BODY = (nodes.Furniture, nodes.Headline, nodes.Byline, nodes.Dateline, nodes.Caption, nodes.Credit, nodes.ContentsTitle,
           nodes.ContentsEntry)  # fmt: skip
KICKER = "alternative_headline.kicker"
"""The rule for what stands above a headline, and is as little a part of the body as the headline."""


def _count(values: tuple[object, ...]) -> str:
    return f"<{len(values)}>"


def _comparable(fields: tuple[Field | StoredField, ...]) -> dict[str, Any]:
    """A typed field equals the same field as read back from JSON."""
    from newsparse.model.serialisation import field_data  # noqa: PLC0415 - serialisation needs Article

    return {field.name: field_data(field) for field in fields}


@attrs.frozen(kw_only=True)
class Article:
    """One parsed article; all offsets are code points of `text`.

    `children` is the tree in document order. `quotes`, `dates`, `entities`, `sentences` and `diagnostics` are in document
    order too. Equal articles are equal in everything, fields included.
    """

    text: str = attrs.field(repr=lambda text: f"<{len(text)} characters>")
    language: str | None
    media_type: str
    children: tuple[nodes.Node, ...] = attrs.field(repr=_count)
    sentences: tuple[Sentence, ...] = attrs.field(default=(), repr=_count)
    entities: tuple[Entity, ...] = attrs.field(default=(), repr=_count)
    quotes: tuple[Quotation, ...] = attrs.field(default=(), repr=_count)
    dates: tuple[TimeExpression, ...] = attrs.field(default=(), repr=_count)
    metadata: Metadata = attrs.field(factory=Metadata, repr=False)
    authors: tuple[Entity, ...] = attrs.field(default=(), repr=_count)
    diagnostics: tuple[Diagnostic, ...] = attrs.field(default=(), repr=_count)
    plugins: tuple[PluginRecord, ...] = attrs.field(default=(), repr=False)
    fields: tuple[Field | StoredField, ...] = attrs.field(default=(), eq=_comparable, repr=False)

    def walk(self) -> Iterator[nodes.Node]:
        """Every node in document order, parents before their children."""
        return nodes.walk(self.children)

    def leaves(self) -> Iterator[nodes.AnyLeaf]:
        """The leaves in document order: disjoint, and all text outside them is white space."""
        return nodes.leaves_of(self.children)

    @property
    def headline(self) -> nodes.Headline | None:
        """The article's headline, or None."""
        return next((leaf for leaf in self.leaves() if isinstance(leaf, nodes.Headline)), None)

    @property
    def title(self) -> str | None:
        """The headline's text; of a page, the headline as its headings and metadata agree on it (`metadata.title`)."""
        if self.metadata.title is not None:
            return self.metadata.title.value
        return None if self.headline is None else self.headline.text

    @property
    def sections(self) -> tuple[nodes.Section, ...]:
        """The outermost sections; the first is the lead, which has no heading."""
        return tuple(child for child in self.children if isinstance(child, nodes.Section))

    @property
    def interviews(self) -> tuple[nodes.Interview, ...]:
        """Every interview, wherever it stands in the tree."""
        return tuple(node for node in self.walk() if isinstance(node, nodes.Interview))

    @property
    def people(self) -> tuple[Entity, ...]:
        """The entities that are persons."""
        return tuple(entity for entity in self.entities if entity.kind == "person")

    @property
    def date_published(self) -> date | datetime | None:
        """When the article was published, as far as argument, page or text say."""
        return None if self.metadata.date_published is None else self.metadata.date_published.value

    @property
    def date_modified(self) -> date | datetime | None:
        """When it was last changed, as far as page or text say."""
        return None if self.metadata.date_modified is None else self.metadata.date_modified.value

    @property
    def body_text(self) -> str:
        """What a reader came for, one block a line: no furniture, headline, byline, captions or contents.

        Numbers and labels stand with their blocks (`2. Mix well`, `Roe: Yes.`), bullets and other marks do not.
        """
        return "\n".join(
            map(
                self._as_read, (leaf for leaf in self.leaves() if not isinstance(leaf, NO_BODY) and leaf.rule != KICKER)
            )
        )

    def _as_read(self, leaf: nodes.AnyLeaf) -> str:
        """The text of a leaf with what a reader would read aloud before it: its number, or who says it."""
        label = self.text[leaf.span.start : leaf.content.start]
        return self.text[leaf.span.start : leaf.span.end] if any(map(str.isalnum, label)) else leaf.text

    def field(self, kind: type[F]) -> F | None:
        """Return the plugin field of type `kind`, or None if no plugin gave one."""
        from newsparse.model.serialisation import typed_field  # noqa: PLC0415 - serialisation needs Article

        for field in self.fields:
            if isinstance(field, kind):
                return field
            if isinstance(field, StoredField) and field.name == kind.name:
                return typed_field(field, kind, self)
        return None

    def _repr_html_(self) -> str:
        from newsparse.model.notebook import article_html  # noqa: PLC0415 - for notebooks only

        return article_html(self)

    def to_dict(self) -> dict[str, Any]:
        """Return the article as JSON-ready data; `from_dict` gives an equal article back."""
        from newsparse.model.serialisation import article_to_dict  # noqa: PLC0415 - serialisation needs Article

        return article_to_dict(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """Return `to_dict` as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Article:
        """Read what `to_dict` wrote. Raises ValueError, saying what is wrong, for anything else."""
        from newsparse.model.serialisation import article_from_dict  # noqa: PLC0415 - serialisation needs Article

        return article_from_dict(data)
