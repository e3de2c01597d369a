"""What of the page is the article: one decision for every passage."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsparse.readers.html.context import in_context
from newsparse.readers.html.evidence import COLUMNS, FIGURE, Clues, Place, describe, places_of
from newsparse.readers.html.learned import learned
from newsparse.readers.html.walking import Element, Passage

_WORDS = COLUMNS.index("words")
_TITLE = COLUMNS.index("title")
_HOPELESS = -4.5
"""A first logit below which nothing around a passage makes it the article's."""


@attrs.frozen
class Verdict:
    """Whether a passage belongs to the article; its kind if not, its role if the markup names one."""

    place: Place
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
    logits = [model.first.logit(row, hopeless=_HOPELESS) for row in rows]
    wanted = [at for at, logit in enumerate(logits) if logit > _HOPELESS]
    content = {
        at
        for at, row in zip(wanted, in_context(passages, rows, logits, wanted), strict=True)
        if model.second.logit(row, hopeless=-2.5) > 0.0
    }
    content = _without_comments(passages, places, content)
    headline = _headline(passages, rows, content)
    start, end = min(content, default=0), max(content, default=-1)
    opening = sorted(content)[:2]
    verdicts: list[Verdict] = []
    for at, passage in enumerate(passages):
        place = places[passage.element]
        if at == headline:
            verdicts.append(Verdict(place, "content", "", "headline"))
        elif place.flags & FIGURE and (at not in content or passage.element.tag == "figcaption"):
            verdicts.append(_caption(place, near=start - 6 <= at <= end + 1))
        elif at in content:
            role = place.role
            known = role in ("caption", "credit") or (role == "standfirst" and at in opening)
            verdicts.append(Verdict(place, "content", "", role if known else ""))
        else:
            role = "" if place.role == "headline" else place.role  # a teaser's title is not the article's
            verdicts.append(Verdict(place, "furniture", place.kind or "other", role))
    return verdicts


def _caption(place: Place, *, near: bool) -> Verdict:
    """What stands in a figure: a caption of the article's, or of a teaser's picture elsewhere on the page."""
    role = "credit" if place.role == "credit" else "caption"
    if near and place.kind in ("", "media"):
        return Verdict(place, "content", "", role)
    return Verdict(place, "furniture", place.kind or "other", role)


def _without_comments(passages: Sequence[Passage], places: dict[Element, Place], content: set[int]) -> set[int]:
    """Leave out what stands in a part of the page named after comments, unless the article begins in it.

    Readers write prose too: `<ol class="commentlist"><li><p>I have lived there for years …`.
    """
    if not content:
        return content
    first = places[passages[min(content)].element].thread
    return {at for at in content if (thread := places[passages[at].element].thread) is None or thread is first}


def _headline(passages: Sequence[Passage], rows: Sequence[Sequence[float]], content: set[int]) -> int:
    """The article's headline, or -1: the `<h1>` that is most like the page's title, or that stands nearest to the text."""
    start = min(content, default=len(passages))
    best, found = -1.0, -1
    for at, passage in enumerate(passages):
        tag = passage.element.tag
        title = max(0.0, rows[at][_TITLE])
        if tag not in ("h1", "h2") or (at > start + 8 and not title):
            continue
        score = 2.0 * title + (tag == "h1") - min(abs(start - at), 40) / 50
        if score > max(best, 0.4):
            best, found = score, at
    return found
