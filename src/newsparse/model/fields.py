"""Fields that plugins add to an article."""

from __future__ import annotations

from typing import Any, ClassVar

import attrs


@attrs.frozen(kw_only=True)
class Field:
    """Base class of a plugin's field: subclass it with `@attrs.frozen(kw_only=True)` and set `name`, its key in JSON."""

    name: ClassVar[str]


@attrs.frozen(kw_only=True)
class StoredField:
    """A field as JSON holds it; `Article.field(T)` makes the typed one of it."""

    name: str
    data: dict[str, Any]


@attrs.frozen(kw_only=True)
class PluginRecord:
    """A plugin that ran over an article."""

    name: str
    version: str | None = None
