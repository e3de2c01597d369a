"""Boxes within the text that are none of it, told by where they stand: half of one is, so all of it is; and menus above."""

from __future__ import annotations

from collections import Counter
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
_MENU = 8
"""Items of the longest menu above the headline that was taken for content: more are the article's, and the headline is not."""
_UP = 4
"""Elements from a passage up to the one that is named."""
_KICKERS = 2
"""Passages right above the headline that may be the article's."""


def without_boxes(passages: Passages, verdicts: list[Verdict]) -> list[Verdict]:
    """Return the verdicts with what is left of boxes, of which a part is furniture, and of menus above the headline."""
    texts = passages.texts
    places, tags = passages.elements.places, passages.elements.tags
    headline = next((at for at, verdict in enumerate(verdicts) if verdict.role == "headline"), -1)
    prose = sum(
        verdict.region == "content" and _is_prose(text)
        for verdict, text in zip(verdicts[headline + 1 :], texts[headline + 1 :], strict=True)
    )
    above = [at for at in range(headline - _KICKERS) if verdicts[at].region == "content" and not verdicts[at].role]
    if prose >= _FEWEST and len(above) <= _MENU and not any(_is_prose(texts[at]) for at in above):
        for at in above:
            verdicts[at] = Verdict("furniture", "navigation", "")
    for at in _other_cells(passages, verdicts):
        verdicts[at] = Verdict("furniture", "other", "")
    boxes = _named(passages, verdicts)
    for box, inside in boxes.items() if len(boxes) <= _FEW else ():
        kind = mark_of(tags[box], places[box].names).kind
        if any(verdicts[at].region == "furniture" for at in inside):
            for at in inside:
                verdicts[at] = Verdict("furniture", kind, "")
    return verdicts


def _is_prose(text: str) -> bool:
    return len(text) >= _PROSE and text[-1] in FINAL


def _other_cells(passages: Passages, verdicts: Sequence[Verdict]) -> list[int]:
    """What stands, on a page laid out in a table, in other cells than the text and holds no sentence of any length."""
    texts, blocks, parents, tags = passages.texts, passages.blocks, passages.elements.parents, passages.elements.tags
    if "td" not in tags:
        return []
    content = [at for at, verdict in enumerate(verdicts) if verdict.region == "content" and not verdict.role]
    prose = {at for at in content if _is_prose(texts[at])}
    cells = {at: _cell(blocks[at], parents, tags) for at in content}
    main, count = Counter(cells[at] for at in prose).most_common(1)[0] if prose else (-1, 0)
    if main < 0 or count < _FEWEST or 5 * count < 4 * len(prose):
        return []
    row, told = parents[main], {cells[at] for at in prose}
    first = min(at for at in prose if cells[at] == main)
    return [
        at for at in content if at > first and cells[at] >= 0 and cells[at] not in told and parents[cells[at]] == row
    ]


def _cell(element: int, parents: Sequence[int], tags: Sequence[str]) -> int:
    """The innermost cell that an element is or stands in, or -1."""
    while element >= 0 and tags[element] != "td":
        element = parents[element]
    return element


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
