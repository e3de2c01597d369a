"""The end of a page: teasers of other articles, after the last paragraph of this one."""

from __future__ import annotations

from newsparse.blocks.draft import Draft
from newsparse.blocks.unit import Unit

_OPENERS = frozenset(("related", "comments", "share", "subscribe", "navigation", "teaser"))
TITLE = 30
"""Words of the longest teaser's title."""


def label_endings(draft: Draft) -> None:
    """Label teasers: what still follows, unfinished, after buttons at the end; and titles with a text cut off by `...`."""
    units = draft.units
    first = len(units)
    while first > 1 and _may_be_furniture(draft, first - 1):
        first -= 1
    teasers = False
    for at in range(first, len(units)):
        label = draft.labels[at]
        if label is not None:
            teasers = teasers or (label.type == "furniture" and label.kind in _OPENERS)
        elif teasers:
            draft.furniture(at, "teaser", "furniture.teaser.after-buttons")
        elif _is_title(units[at]) and at + 1 < len(units) and units[at + 1].ellipsis and draft.labels[at + 1] is None:
            draft.furniture(at, "teaser", "furniture.teaser.title")
            draft.furniture(at + 1, "teaser", "furniture.teaser.cut-off")
            teasers = True


def _may_be_furniture(draft: Draft, at: int) -> bool:
    label = draft.labels[at]
    if label is not None:
        return label.type == "furniture"
    unit = draft.units[at]
    return unit.words <= 60 and unit.ellipsis if unit.finished else unit.words <= TITLE


def _is_title(unit: Unit) -> bool:
    return not unit.finished and 2 <= unit.words <= TITLE and not unit.listed
