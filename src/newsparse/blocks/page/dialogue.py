"""Which units of a page are turns of a dialogue: however short they are, they are no menu and no headline."""

from __future__ import annotations

from newsparse.blocks.draft import Draft
from newsparse.blocks.labels import label_at, looks_like_label

APART = 12
"""Units between the first and the last of three turns that follow each other."""


def turns_of(draft: Draft) -> frozenset[int]:
    """Return the units that are turns, and what stands between them: `Q: Why?` / `A: Because.` / `So it is.` / `Q: And now?`.

    Their labels take turns as well: of three near each other the first and the last are the same, and the second is not.
    Lists of facts can look so (`Rated: PG` / `Cast: …` / `Rated: R`); those too are the article's.
    """
    labelled = [
        (at, draft.text[shape.start : shape.end].casefold())
        for at, unit in enumerate(draft.units)
        if draft.labels[at] is None
        and looks_like_label(draft.text, unit.start, unit.end)
        and (shape := label_at(draft.text, unit.start, unit.end)) is not None
    ]
    found: set[int] = set()
    for (first, one), (second, other), (third, again) in zip(labelled, labelled[1:], labelled[2:], strict=False):
        if one == again != other and third - first <= APART:
            found.update((first, second, third))
            found.update(at for at in range(first, third) if _is_told(draft, at))
    return frozenset(found)


def _is_told(draft: Draft, at: int) -> bool:
    """Whether a unit between two turns goes on with one, if only with `Right.`: buttons end in no stop."""
    return draft.labels[at] is None and draft.units[at].finished


def is_label_alone(draft: Draft, at: int) -> bool:
    """Whether a unit is a speaker's label and nothing else: `Speaker 1: 00:12:40`, `DR. LEE:`."""
    unit = draft.units[at]
    shape = label_at(draft.text, unit.start, unit.end)
    return shape is not None and shape.after >= unit.stop
