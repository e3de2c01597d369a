"""What of the page is the article: one decision for every passage."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsparse.readers.html.context import in_context
from newsparse.readers.html.evidence import COLUMNS, Clues, Place, describe, places_of
from newsparse.readers.html.learned import learned
from newsparse.readers.html.walking import Element, Passage

_WORDS = COLUMNS.index("words")
_TITLE = COLUMNS.index("title")
_HOPELESS = -4.5
"""A first logit below which nothing around a passage makes it the article's."""


@attrs.frozen
class Verdict:
    """Whether a passage belongs to the article; its kind if not, its role if the markup names one."""

    region: str
    kind: str = ""
    role: str = ""


def decide(passages: Sequence[Passage], clues: Clues) -> list[Verdict]:
    """Return the verdict on each of `passages`."""
    places = places_of(passages)
    rows = describe(passages, places, clues)
    model = learned()
    for row, passage in zip(rows, passages, strict=True):
        row[_WORDS] = model.wording(passage.text)
    logits = [model.first.logit(row) for row in rows]
    wanted = [at for at, logit in enumerate(logits) if logit > _HOPELESS]
    content = {
        at
        for at, row in zip(wanted, in_context(passages, rows, logits, wanted), strict=True)
        if model.second.logit(row) > 0.0
    }
    headline = _headline(passages, rows, content)
    return [
        _verdict(passage, places, inside=at in content, headline=at == headline) for at, passage in enumerate(passages)
    ]


def _headline(passages: Sequence[Passage], rows: Sequence[Sequence[float]], content: set[int]) -> int:
    """The passage that is the article's headline, or -1: the `<h1>` that is most like the page's title, or nearest to the text."""
    start = min(content, default=len(passages))
    best, found = -1.0, -1
    for at, passage in enumerate(passages):
        tag = passage.element.tag
        if tag not in ("h1", "h2") or at > start + 8:
            continue
        score = 2.0 * max(0.0, rows[at][_TITLE]) + (tag == "h1") - min(abs(start - at), 40) / 50
        if score > max(best, 0.4):
            best, found = score, at
    return found


def _verdict(passage: Passage, places: dict[Element, Place], *, inside: bool, headline: bool) -> Verdict:
    place = places[passage.element]
    role = place.role
    if headline:
        return Verdict("content", "", "headline")
    if place.flags & 1:
        role = role if role == "credit" else "caption"
        if not inside and place.kind not in ("", "media"):
            return Verdict("furniture", place.kind, role)
        return Verdict("content", "", role)
    if not inside:
        return Verdict("furniture", place.kind or "other", role)
    return Verdict("content", "", "" if role in ("headline", "byline") else role)
