"""The tree as structure gives it; speakers and authors in it are provisional until all mentions are known."""

from __future__ import annotations

import attrs

from newsparse.model import Diagnostic, Entity, Node


@attrs.frozen(kw_only=True)
class Outline:
    """A document tree, the people that its labels and bylines name, and what was odd.

    `people` are numbered by `Entity.id`; the annotations stage merges them with the mentions in the text and gives the tree
    the final entities.
    """

    children: tuple[Node, ...]
    people: tuple[Entity, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
