"""The blocks to be while the rules go over them: each rule labels what it knows, the first word stands."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import NamedTuple

import attrs

from newsparse.blocks.block import BlockType
from newsparse.blocks.credits import Credits
from newsparse.blocks.lexicon import Lexicon
from newsparse.blocks.unit import Unit
from newsparse.model import Span
from newsparse.model.nodes import FurnitureKind

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


class Label(NamedTuple):
    """What a unit is, and the rule that says so. `body` and `stop` are set where they differ from the unit's."""

    type: BlockType
    rule: str
    kind: FurnitureKind = "other"
    depth: int = 1
    ordered: bool = False
    repeated: bool = False
    body: int = -1
    stop: int = -1
    target: Span | None = None


@lru_cache(maxsize=1024)
def furniture(rule: str, kind: FurnitureKind) -> Label:
    """Return the label of furniture, the same for all that are of a kind."""
    return Label("furniture", rule, kind)


@lru_cache(maxsize=1024)
def marked(type_: BlockType, rule: str, depth: int = 1, ordered: bool = False) -> Label:  # noqa: FBT001, FBT002 - cached by place
    """Return the label of what a page's markup decides, the same for all that are alike."""
    return Label(type_, rule, depth=depth, ordered=ordered)


@attrs.define
class Draft:
    """The units of a text, and a label for each as soon as one is found."""

    text: str
    units: list[Unit]
    lexicon: Lexicon
    labels: list[Label | None]
    credits: dict[int, Credits | None] = attrs.field(factory=dict)
    """What units credit, as far as anybody has asked; None for what is no line of credits as a whole."""
    open: list[int] = attrs.field(
        init=False,
        default=attrs.Factory(
            lambda self: [at for at, unit in enumerate(self.units) if not unit.apart], takes_self=True
        ),
    )
    """The units that a page's own structure has not set apart: of a page one in eight, of plain text all."""

    @cached_property
    def alphabetic(self) -> frozenset[str]:
        """The words of the text in their own case; made when first asked for, as few texts need them."""
        return frozenset(match[0] for match in _WORD.finditer(self.text))

    def label(self, at: int, label: Label) -> None:
        """Say what unit `at` is, unless that is known."""
        if self.labels[at] is None:
            self.labels[at] = label

    def furniture(self, at: int, kind: FurnitureKind, rule: str) -> None:
        """Say that unit `at` is furniture, unless it is known what it is."""
        if self.labels[at] is None:
            self.labels[at] = furniture(rule, kind)

    def is_furniture(self, at: int) -> bool:
        """Whether unit `at` is known to be furniture."""
        label = self.labels[at]
        return label is not None and label.type == "furniture"

    def words(self, at: int) -> str:
        """Return the words of unit `at`."""
        unit = self.units[at]
        return self.text[unit.body : unit.stop]

    def after(self, at: int) -> int:
        """Return the next unit after `at` that is no furniture, or -1."""
        labels = self.labels
        for next_at in range(at + 1, min(len(labels), at + 12)):
            label = labels[next_at]
            if label is None or label.type != "furniture":
                return next_at
        return -1
