"""Boxes that stand in the running text and are none of it: sign-ups, pleas, teasers, what an advertiser says."""

from __future__ import annotations

import re

from newsparse.blocks.bylines import is_read_time
from newsparse.blocks.draft import Draft
from newsparse.model.nodes import FurnitureKind

PLEA = 45
"""Words of the longest paragraph that is a plea by one telling phrase."""
PLAIN = 24
"""Words of the longest one in plain text, where nothing but its words tells."""
BOX = 90
"""Words of the longest box."""
UNITS = 7
"""Units of the longest box."""
REST = 45
"""Words of what stands with a label as `Read also` in an element of its own."""
SHARE = 4
"""A box has no more than this part of the words that are not furniture."""
SIGNS = 2
"""Different phrases that tell a box of several units; a paragraph alone needs one more."""
_QUOTED = re.compile(r"[\"“”„«»‹›「『]\s?[^\W\d_]")
_LABELS: frozenset[FurnitureKind] = frozenset(("related", "subscribe", "advertisement", "call_to_action", "teaser"))
_LINKED = 0.8
_PARTS = frozenset(("li", "dt", "dd", "td", "th", "pre"))
_KEPT = frozenset(("contents_title", "contents_entry", "headline", "correction", "furniture"))


def label_boxes(draft: Draft) -> None:
    """Label boxes by what they say, and what stands with a label as `Read also` in an element of its own."""
    text = [at for at in draft.open if not draft.is_furniture(at)]
    most = sum(draft.units[at].words for at in text) // SHARE
    # A label of the page's own furniture matters where text may stand under it
    for at in sorted({near for below in text for near in range(max(below - UNITS, 0), below + 1)}):
        unit = draft.units[at]
        if draft.is_furniture(at):
            if unit.hints is not None and draft.lexicon.kind_of_line(unit.key) in _LABELS:
                _label_beside(draft, at)
        elif unit.words <= (BOX if unit.hints is not None else PLAIN):
            _label_telling(draft, at, most)


def _label_telling(draft: Draft, at: int, most: int) -> None:
    """Label a unit, and the box that it stands in, if what it says tells."""
    unit = draft.units[at]
    if unit.hints is not None and is_read_time(draft, at):
        _take(draft, at, "other", "furniture.read-time")
        return
    tokens = unit.key.split()
    if _says_sure(draft, at, tokens):
        box = _box(draft, at, min(PLEA + REST, most))
        for near in box if all(draft.units[near].words <= REST // 2 for near in box if near != at) else (at,):
            _take(draft, near, "subscribe", "furniture.box.plea")
    elif unit.hints is not None and not draft.lexicon.box_words.isdisjoint(tokens):
        box = _box(draft, at, min(BOX, most))
        if len(_signs(draft, box)) > SIGNS - (len(box) > 1) and not _is_list(draft, box):
            for near in box:
                _take(draft, near, "subscribe", "furniture.box.signs")


def _label_beside(draft: Draft, at: int) -> None:
    """Label what stands under a label in an element of its own: `Read also`, a title that is a link, a sentence on it."""
    box = _box(draft, at, REST)
    rest = [near for near in box if not draft.is_furniture(near)]
    linked = any(
        (hints := draft.units[near].hints) is not None and hints.links >= _LINKED for near in box if near != at
    )
    if linked and box[0] == at and 0 < len(rest) <= 2 and not _is_list(draft, box):
        kind = draft.lexicon.kind_of_line(draft.units[at].key) or "related"
        for near in rest:
            _take(draft, near, kind, "furniture.box.beside")


def _is_list(draft: Draft, box: range) -> bool:
    return any((hints := draft.units[near].hints) is not None and hints.tag in _PARTS for near in box)


def _take(draft: Draft, at: int, kind: FurnitureKind, rule: str) -> None:
    label = draft.labels[at]
    if label is None or label.type not in _KEPT:
        draft.labels[at] = None
        draft.furniture(at, kind, rule)


def _says_sure(draft: Draft, at: int, tokens: list[str]) -> bool:
    """Whether the unit has a phrase that only a publisher writes, to readers, and quotes nobody."""
    unit = draft.units[at]
    if unit.words > PLEA or not any(map(draft.lexicon.box_pleas.__contains__, tokens)):
        return False
    key = f" {unit.key} "
    phrases = draft.lexicon.box_pleas
    return any(
        f" {phrase} " in key for token in set(tokens) for phrase in phrases.get(token, ())
    ) and not _QUOTED.search(draft.words(at))


def _signs(draft: Draft, box: range) -> set[str]:
    """The words and phrases in `box` that boxes of this sort have."""
    found: set[str] = set()
    for at in box:
        key = draft.units[at].key
        padded = f" {key} "
        for token in set(key.split()) & draft.lexicon.box_words:
            found.update(phrase for phrase in draft.lexicon.box_signs[token] if f" {phrase} " in padded)
    return found


def _box(draft: Draft, at: int, most: int) -> range:
    """The units of the outermost element around unit `at` that is no longer than a box may be; the unit alone if none is."""
    units = draft.units
    hints = units[at].hints
    best = range(at, at + 1)
    if hints is None:
        return best
    above = hints.path.rpartition("/")[0]
    while above.count("/") > 2:
        prefix = f"{above}/"
        first, last = at, at + 1
        while first > 0 and at - first < UNITS and _within(draft, first - 1, prefix):
            first -= 1
        while last < len(units) and last - at < UNITS and _within(draft, last, prefix):
            last += 1
        if last - first > UNITS or sum(units[near].words for near in range(first, last)) > most:
            break
        best = range(first, last)
        above = above.rpartition("/")[0]
    return best


def _within(draft: Draft, at: int, prefix: str) -> bool:
    hints = draft.units[at].hints
    return hints is not None and hints.path.startswith(prefix)
