"""Where something stands in `Article.text`."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open extent in Unicode code points: `text[span.start:span.end]`.

    A named tuple rather than an attrs class: an article holds thousands, and a tuple is made and compared in C.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the slice of `text` that this span names."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end
