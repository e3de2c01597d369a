"""Which line of a whole page is the article's headline: a small forest over the lines above the running text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from newsparse.blocks.bylines import byline_rule, is_date_line
from newsparse.blocks.draft import Draft
from newsparse.blocks.page.dialogue import is_label_alone
from newsparse.blocks.page.forest import chance, forest

ABOVE = 40
"""Units above the first running text among which the headline is looked for."""
LONGEST = 30
SURE = 0.1
"""The least chance at which the best line is taken: some pages show no headline at all."""


def headline_of(
    draft: Draft, inside: Sequence[bool], looks: Sequence[Sequence[float]], turns: Collection[int] = ()
) -> tuple[int, int]:
    """Return the headline, which is none of `turns`, and the first unit of running text; -1 where there is none."""
    body = first_prose(draft, inside)
    numbers = headline_numbers(draft, body, inside, looks)
    numbers = {at: own for at, own in numbers.items() if at not in turns and not is_label_alone(draft, at)}
    if not numbers:
        return -1, body
    model = forest("headline")
    best, head = max((chance(model, own), at) for at, own in numbers.items())
    return (head if best >= SURE else -1), body


def first_prose(draft: Draft, inside: Sequence[bool]) -> int:
    """The first unit of the article that reads as running text, or -1."""
    for at, (unit, yes) in enumerate(zip(draft.units, inside, strict=True)):
        if yes and unit.words >= 12 and unit.finished and draft.labels[at] is None:
            return at
    return -1


def headline_numbers(
    draft: Draft, body: int, inside: Sequence[bool], looks: Sequence[Sequence[float]]
) -> dict[int, list[float]]:
    """Return what the model looks at, for each unit above `body` that may be the headline."""
    units = draft.units
    first = max(0, body - ABOVE)
    places = [
        at for at in range(first, body) if draft.labels[at] is None and units[at].words <= LONGEST and units[at].key
    ]
    if not places:
        return {}
    told = _words_told(draft, inside, body)
    bar = set(" ".join(unit.key for unit in units[:2]).split())
    bylines = [bool(byline_rule(draft, at)) or is_date_line(draft, at) for at in range(first, body)]
    bylines += [False] * 4
    longest = max(units[at].words for at in places)
    found: dict[int, list[float]] = {}
    for rank, at in enumerate(reversed(places)):
        words = set(units[at].key.split())
        small = draft.lexicon.small
        own = {word for word in words if len(word) > 3 and word not in small}
        near = bylines[at - first + 1 : at - first + 5]
        found[at] = [
            *looks[at],
            float(inside[at]),
            float(body - at),
            float(rank),
            float(at),
            float(units[at].words == longest),
            len(words & bar) / len(words),
            len(words & bar) / (len(bar) or 1),
            sum(word in told for word in own) / len(own) if own else -1.0,
            float(sum(min(told[word], 3) for word in own)),
            float(bylines[at - first]),
            float(near.index(True) if True in near else 9),
            float(sum(bylines[: at - first])),
            float(sum(inside[at + 1 : body])) / (body - at),
            *(looks[at - 1][place] if at else -1.0 for place in _NEAR),
            *(looks[at + 1][place] for place in _NEAR),
        ]
    return found


_NEAR = (0, 2, 4, 12, 21, 22, 23, 25)  # words, bullet, finished, titles, dates, kinds, copies


def _words_told(draft: Draft, inside: Sequence[bool], body: int) -> Counter[str]:
    """How many of the first paragraphs have each word."""
    found: Counter[str] = Counter()
    seen = 0
    for at in range(body, len(draft.units)):
        unit = draft.units[at]
        if inside[at] and unit.words >= 12:
            text = draft.text[unit.body : min(unit.stop, unit.body + 1500)].lower()
            found.update(set(key_words(text)))
            seen += 1
            if seen == 12:
                break
    return found


def key_words(text: str) -> list[str]:
    """The words of a paragraph, without the marks around them."""
    return [word.strip(".,;:!?\"'“”‘’()") for word in text.split()]
