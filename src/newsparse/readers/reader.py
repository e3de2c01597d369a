"""What reads an input format."""

from __future__ import annotations

from typing import Protocol

import attrs

from newsparse.readers.source import Source


class Recognise(Protocol):
    """Tells by looking whether content is of a reader's format."""

    def __call__(self, content: str | bytes, /) -> bool:
        """Whether `content` is of the format. Must be quick and must not raise."""
        ...


class Read(Protocol):
    """Reads content of a reader's format."""

    def __call__(self, content: str | bytes, /, *, url: str | None) -> Source:
        """Return the text of `content`, with its lines."""
        ...


@attrs.frozen(kw_only=True)
class Reader:
    """An input format. Readers of plugins are asked before the built-in ones, in order of their names."""

    name: str
    media_types: tuple[str, ...]
    recognise: Recognise
    read: Read
