"""How likely a short line is a heading, from its own look and that of two lines above and below. Furniture is left out."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.blocks.draft import Draft
from newsparse.blocks.page.forest import chance, forest

SHORT = 10
"""Words of the longest scrap."""
LONGEST_RUN = 12

_TYPES = {"paragraph": 0.0, "heading": 1.0, "list_item": 2.0, "headline": 3.0}
_OUTSIDE = [-1.0] * 9


def title_numbers(draft: Draft, wanted: Sequence[int]) -> dict[int, list[float]]:
    """Return, for each unit of `wanted`, what the model looks at."""
    if not wanted:
        return {}
    places = [at for at in range(len(draft.units)) if not draft.is_furniture(at)]
    order = {at: place for place, at in enumerate(places)}
    scraps = [draft.units[at].words <= SHORT and not draft.units[at].finished for at in places]
    share = sum(scraps) / len(places)
    above, below = _runs(scraps), _runs(scraps[::-1])[::-1]
    near = {place for at in wanted for place in range(order[at] - 2, order[at] + 3) if 0 <= place < len(places)}
    looks = {place: _look(draft, places[place]) for place in near}
    found: dict[int, list[float]] = {}
    for at in wanted:
        place = order[at]
        unit = draft.units[at]
        numbers: list[float] = []
        for step in (0, -1, 1, 2, -2):
            numbers += looks.get(place + step, _OUTSIDE)
        colon = draft.text.find(":", unit.body, unit.stop - 1) >= 0
        found[at] = [*numbers, above[place], below[place], float(min(place, 200)), float(colon), share]
    return found


def is_title(numbers: Sequence[float]) -> bool:
    """Whether the model takes the line for a heading."""
    return chance(forest("title"), numbers) > 0.45


def _runs(scraps: Sequence[bool]) -> list[float]:
    """For each unit, how many scraps in a row stand before it."""
    found: list[float] = []
    run = 0.0
    for scrap in scraps:
        found.append(run)
        run = min(run + 1.0, LONGEST_RUN) if scrap else 0.0
    return found


def _look(draft: Draft, at: int) -> list[float]:
    unit, label = draft.units[at], draft.labels[at]
    words = draft.text[unit.body : min(unit.stop, unit.body + 200)]
    tokens = words.split() or [""]
    return [
        float(min(unit.words, 60)),
        1.0 if unit.finished else 0.0,
        float(".?!:,;".find(unit.last)) if unit.last else 0.0,
        1.0 if words.isupper() else 0.0,
        sum(map(str.istitle, tokens)) / len(tokens),
        1.0 if words[0].isdigit() else 2.0 if words[0].islower() else 0.0,
        1.0 if unit.number else 2.0 if unit.bullet else 0.0,
        0.0 if label is None else _TYPES.get(label.type, 4.0),
        min(unit.end - unit.start, 400) / unit.words,
    ]
