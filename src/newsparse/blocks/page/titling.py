"""How likely a short line is a heading, from its own look and that of two lines above and below. Furniture is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsparse.blocks.draft import Draft
from newsparse.blocks.page.forest import chance, forest

SURE = 0.48
"""The chance from which a line is taken for a heading."""
SHORT = 10
"""Words of the longest scrap."""
LONGEST_RUN = 12
PROSE = 12
"""Words of a finished unit that is running text."""
FAR = 20
"""Distances to running text are counted up to here."""

_TYPES = {"paragraph": 0.0, "heading": 1.0, "list_item": 2.0, "headline": 3.0}
_OUTSIDE = [-1.0] * 10


def title_numbers(draft: Draft, wanted: Sequence[int]) -> dict[int, list[float]]:
    """Return, for each unit of `wanted`, what the model looks at."""
    if not wanted:
        return {}
    places = [at for at in range(len(draft.units)) if not draft.is_furniture(at)]
    order = {at: place for place, at in enumerate(places)}
    scraps = [draft.units[at].words <= SHORT and not draft.units[at].finished for at in places]
    share = sum(scraps) / len(places)
    above, below = _runs(scraps, LONGEST_RUN), _runs(scraps[::-1], LONGEST_RUN)[::-1]
    others = [not (draft.units[at].finished and draft.units[at].words >= PROSE) for at in places]
    since, until = _runs(others, FAR), _runs(others[::-1], FAR)[::-1]  # how far the running text is
    whole = [1.0 - sum(others) / len(places), float(min(len(places), 200))]
    copies = Counter(draft.units[at].key for at in places)
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
        numbers += [above[place], below[place], float(min(place, 200)), float(colon), share]
        numbers += [since[place], until[place], float(min(copies[unit.key], 5)), *whole]
        found[at] = numbers
    return found


def is_title(numbers: Sequence[float]) -> bool:
    """Whether the model takes the line for a heading."""
    return chance(forest("title"), numbers) > SURE


def _runs(scraps: Sequence[bool], longest: float) -> list[float]:
    """For each unit, how many in a row before it are scraps, or are no running text."""
    found: list[float] = []
    run = 0.0
    for scrap in scraps:
        found.append(run)
        run = min(run + 1.0, longest) if scrap else 0.0
    return found


def _look(draft: Draft, at: int) -> list[float]:
    unit, label = draft.units[at], draft.labels[at]
    words = draft.text[unit.body : min(unit.stop, unit.body + 200)]
    tokens = words.split() or [""]
    return [
        sum(map(draft.lexicon.small.__contains__, tokens)) / len(tokens),
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
