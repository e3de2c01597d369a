"""A name, title or role where it stands in the text."""

from __future__ import annotations

from typing import NamedTuple

from newsparse.model import Span
from newsparse.model.annotations import EntityKind


class Mention(NamedTuple):
    """A named mention. `span` includes honorifics ("Dr. Emma Hartley"), `name` does not ("Emma Hartley").

    `description` is an apposition or a title before the name ("former U.S. Ambassador"), where one stands here.
    A named tuple rather than an attrs class: an article holds hundreds.
    """

    span: Span
    name: str
    kind: EntityKind
    honorifics: tuple[str, ...] = ()
    description: Span | None = None
