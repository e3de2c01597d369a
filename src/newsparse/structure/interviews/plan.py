"""Where interviews lie among the blocks: found first, so that the tree is built once."""

from __future__ import annotations

import attrs

from newsparse.model import Entity, Span
from newsparse.model.nodes import Role


@attrs.frozen(kw_only=True)
class TurnPlan:
    """A turn over the blocks `first` to `last` (half-open). Its words begin at `content_start`, after the label."""

    first: int
    last: int
    role: Role
    rule: str
    content_start: int
    label: Span | None = None
    speaker: int | None = None
    """Place of the speaker in `Interviews.speakers`."""


@attrs.frozen(kw_only=True)
class InterviewPlan:
    """An interview over the blocks `first` to `last` (half-open): headline, introduction, turns and closing included."""

    first: int
    last: int
    turns: tuple[TurnPlan, ...]
    rule: str
    headline: int | None = None
    """The block that is the interview's own headline."""


@attrs.frozen(kw_only=True)
class Interviews:
    """Every interview of a document, disjoint and in order, and who speaks in them."""

    plans: tuple[InterviewPlan, ...] = ()
    speakers: tuple[Entity, ...] = ()
    """Each speaker once, under the fullest form of their name; `mentions` are the spans of their labels."""
