"""The end of a page: teasers of other articles, after the last paragraph of this one."""

from __future__ import annotations

from newsparse.blocks.draft import Draft
from newsparse.blocks.unit import Unit

_OPENERS = frozenset(("related", "comments", "share", "subscribe", "navigation", "teaser"))
INSET = 8
"""Titles in the longest list of other articles within one."""
SHORT = 4
"""Words of the longest line below such titles that is a heading of the text below it."""
PROSE = 8
"""Words of a finished unit that is running text."""
TITLE = 30
"""Words of the longest teaser's title."""


def label_endings(draft: Draft) -> None:
    """Label teasers: what still follows, unfinished, after buttons at the end; and titles with a text cut off by `...`."""
    units = draft.units
    _label_insets(draft)
    first = next((at + 1 for at in reversed(draft.open) if not _may_be_furniture(draft, at)), 1)
    if not draft.open or first > draft.open[-1]:
        return
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
    body = -1
    for at in draft.open:
        label = draft.labels[at]
        if label is None or label.rule != "furniture.related.line" or draft.units[at].hints is not None:
            continue
        if draft.units[at].last != ":":
            if body < 0:
                body = next((near for near, one in enumerate(draft.units) if one.finished and one.words >= PROSE), at)
            if at <= body:
                continue  # above the article its own headline is below such a line
        last = at + 1
        while (
            last < len(draft.units)
            and last - at <= INSET
            and draft.labels[last] is None
            and _is_listed_title(draft, last)
        ):
            if last > at + 1 and draft.units[last].blanks > draft.units[last - 1].blanks:
                break  # set apart: the article's next heading
            last += 1
        if draft.units[at].last != ":" and last < len(draft.units) and last - at > 1 and draft.labels[last] is None:
            final = draft.units[last - 1]
            # What stands right over text may be a heading or a question of the article
            last -= draft.units[last].finished and (final.words <= SHORT or final.finished or last - at == 2)
        if last - at > 2:
            for title in range(at + 1, last):
                draft.furniture(title, "teaser", "furniture.teaser.inset")


def _is_listed_title(draft: Draft, at: int) -> bool:
    """Whether the unit may be one of such titles; `Courier: What next?` is a turn of an interview."""
    unit = draft.units[at]
    return _is_title(unit) and not (unit.finished and ": " in draft.words(at)[:40])


def _may_be_furniture(draft: Draft, at: int) -> bool:
    label = draft.labels[at]
    if label is not None:
        return label.type == "furniture"
    unit = draft.units[at]
    if unit.finished and not _asks(draft, at):
        return unit.words <= 60 and unit.ellipsis
    return unit.words <= TITLE


def _asks(draft: Draft, at: int) -> bool:
    """`Who wants to be mayor?`: a title as well as a question."""
    unit = draft.units[at]
    return unit.last in "?!" and unit.words <= TITLE and ". " not in draft.words(at)


def _is_title(unit: Unit) -> bool:
    return (not unit.finished or unit.last in "?!") and 2 <= unit.words <= TITLE and not unit.listed
