"""Boxes within the text that are none of it, told by where they stand: half of one is, so all of it is; and menus above."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.readers.html.deciding import Verdict
from newsparse.readers.html.marking import mark_of
from newsparse.readers.html.survey import FINAL
from newsparse.readers.html.walking import Passages

_KINDS = frozenset(("related", "subscribe", "advertisement"))
_MANY = 6
"""Passages of the largest box."""
_LONG = 400
"""Characters of it."""
_PROSE = 60
_FEWEST = 3
_FEW = 3
"""Boxes beyond which they are how the page sets its text: a card for each chapter."""
_PARTS = frozenset(("li", "td", "th", "dt", "dd", "h1"))
_UP = 4
"""Elements from a passage up to the one that is named."""
_KICKERS = 2
"""Passages right above the headline that may be the article's."""


def without_boxes(passages: Passages, verdicts: list[Verdict]) -> list[Verdict]:
    """Return the verdicts with what is left of boxes, of which a part is furniture, and of menus above the headline."""
    texts, blocks = passages.texts, passages.blocks
    places, tags = passages.elements.places, passages.elements.tags
    headline = next((at for at, verdict in enumerate(verdicts) if verdict.role == "headline"), -1)
    prose = sum(
        verdict.region == "content" and len(text) >= _PROSE and text[-1] in FINAL
        for verdict, text in zip(verdicts[headline + 1 :], texts[headline + 1 :], strict=True)
    )
    if headline > 0 and prose >= _FEWEST:
        for at in range(headline - _KICKERS):
            short = len(texts[at]) < _PROSE or tags[blocks[at]] == "li"
            if verdicts[at].region == "content" and verdicts[at].role not in ("caption", "credit") and short:
                verdicts[at] = Verdict("furniture", "navigation", "")
    boxes = _named(passages, verdicts)
    for box, inside in boxes.items() if len(boxes) <= _FEW else ():
        kind = mark_of(tags[box], places[box].names).kind
        if any(verdicts[at].region == "furniture" for at in inside):
            for at in inside:
                verdicts[at] = Verdict("furniture", kind, "")
    return verdicts


def _named(passages: Passages, verdicts: Sequence[Verdict]) -> dict[int, range]:
    """Small elements that are named after furniture and hold content, by number: their passages."""
    texts, blocks, elements = passages.texts, passages.blocks, passages.elements
    places, parents, tags = elements.places, elements.parents, elements.tags
    found: dict[int, list[int]] = {}
    for at, verdict in enumerate(verdicts):
        near = places[blocks[at]].near
        if verdict.region != "content" or verdict.role or not 0 < near <= _UP or tags[blocks[at]] in _PARTS:
            continue
        element = blocks[at]
        for _ in range(near - 1):
            element = parents[element]
        if tags[element] not in ("aside", "body") and mark_of(tags[element], places[element].names).kind in _KINDS:
            found.setdefault(element, []).append(at)
    boxes: dict[int, range] = {}
    for box, content in found.items():
        inside = _range(passages, box, content)
        if 1 < len(inside) <= _MANY and sum(len(texts[at]) for at in inside) <= _LONG:
            boxes[box] = inside
    return boxes


def _range(passages: Passages, box: int, content: Sequence[int]) -> range:
    """The passages that stand in element `box`, as far as they might be those of a box."""
    first, last = content[0], content[-1] + 1
    while first > 0 and last - first <= _MANY and _is_in(passages, first - 1, box):
        first -= 1
    while last < len(passages.blocks) and last - first <= _MANY and _is_in(passages, last, box):
        last += 1
    return range(first, last)


def _is_in(passages: Passages, at: int, box: int) -> bool:
    element, parents = passages.blocks[at], passages.elements.parents
    while element > box:
        element = parents[element]
    return element == box
