"""The end of a page: teasers of other articles, after the last paragraph of this one."""

from __future__ import annotations

from newsparse.blocks.draft import Draft
from newsparse.blocks.unit import Unit

_OPENERS = frozenset(("related", "comments", "share", "subscribe", "navigation", "teaser"))
INSET = 8
"""Titles in the longest list of other articles within one."""
TITLE = 30
"""Words of the longest teaser's title."""


def label_endings(draft: Draft) -> None:
    """Label teasers: what still follows, unfinished, after buttons at the end; and titles with a text cut off by `...`."""
    units = draft.units
    _label_insets(draft)
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


def _label_insets(draft: Draft) -> None:
    """`DON'T MISS:` and titles of other articles under it, in the middle of this one."""
    for at, label in enumerate(draft.labels):
        if label is None or label.rule != "furniture.related.line" or draft.units[at].last != ":":
            continue
        last = at + 1
        while (
            last < len(draft.units)
            and last - at <= INSET
            and draft.labels[last] is None
            and _is_title(draft.units[last])
        ):
            if last > at + 1 and draft.units[last].blanks > draft.units[last - 1].blanks:
                break  # set apart: the article's next heading
            last += 1
        if last - at > 2:
            for title in range(at + 1, last):
                draft.furniture(title, "teaser", "furniture.teaser.inset")


def _may_be_furniture(draft: Draft, at: int) -> bool:
    label = draft.labels[at]
    if label is not None:
        return label.type == "furniture"
    unit = draft.units[at]
    return unit.words <= 60 and unit.ellipsis if unit.finished else unit.words <= TITLE


def _is_title(unit: Unit) -> bool:
    return not unit.finished and 2 <= unit.words <= TITLE and not unit.listed
