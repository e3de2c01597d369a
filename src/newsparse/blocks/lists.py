"""Lists: lines with bullets or numbers."""

from __future__ import annotations

from newsparse.blocks.draft import Draft, Label
from newsparse.blocks.unit import Unit

_DASHES = frozenset("-–—")
ITEM = 120
"""Words of the longest item that a number alone makes."""


def label_lists(draft: Draft) -> None:
    """Label list items. A dash needs a second one beside it: alone it opens direct speech, and in a page's `<p>` always."""
    labels = draft.labels
    depths = _depths(draft)
    for at in draft.open:
        unit = draft.units[at]
        if labels[at] is not None or not unit.listed:
            continue
        if unit.bullet and unit.bullet not in _DASHES:
            draft.label(at, Label("list_item", "list_item.bullet", depth=depths.get(unit.bullet, 1)))
        elif unit.bullet == "—" or (unit.bullet and unit.hints is not None and unit.hints.tag == "p"):
            continue
        elif unit.bullet and _has_neighbour(draft, at, unit):
            draft.label(at, Label("list_item", "list_item.dash", ordered=bool(unit.number)))
        elif unit.number and not unit.bullet and unit.words <= ITEM and _is_item(draft, at, unit):
            draft.label(at, Label("list_item", "list_item.number", ordered=True))


def _depths(draft: Draft) -> dict[str, int]:
    """`*`, `+`, `o` are the first, second and third depth where all are used, as text browsers print lists."""
    used = {draft.units[at].bullet for at in draft.open}
    if "*" in used and "+" in used:
        return {"+": 2, "o": 3}
    return {}


def _has_neighbour(draft: Draft, at: int, unit: Unit) -> bool:
    return any(0 <= near < len(draft.units) and draft.units[near].bullet == unit.bullet for near in (at - 1, at + 1))


def _is_item(draft: Draft, at: int, unit: Unit) -> bool:
    """A numbered line is an item if its neighbour is numbered too; `3. Money and time` over a paragraph is a heading."""
    units = draft.units
    if any(0 <= near < len(units) and units[near].number and not units[near].bullet for near in (at - 1, at + 1)):
        return True
    return unit.finished and unit.words > 8
