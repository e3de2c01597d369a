"""What of the page is the article: one decision for every passage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsparse.readers.html.context import in_context
from newsparse.readers.html.evidence import COLUMNS, Clues, glance, look_closely
from newsparse.readers.html.learned import learned
from newsparse.readers.html.places import FIGURE, Place
from newsparse.readers.html.survey import Survey
from newsparse.readers.html.walking import Element, Passage

TITLES = frozenset(("h1", "h2"))
_PARTS = frozenset(("li", "dt", "dd", "td", "th"))
_BETWEEN = frozenset(("tr", "tbody", "thead", "tfoot"))
_WHOLES = frozenset(("ul", "ol", "dl", "table"))
ITEM = 200
"""Code points of the longest item that is decided for with its list: longer ones are prose, and tables of prose are layout."""
_TITLE, _DESCRIPTION = COLUMNS.index("title"), COLUMNS.index("description")
PLAIN = -3.0
"""A logit below which, at a glance, a passage is not looked at more closely."""
HOPELESS = -3.0
"""A first logit below which nothing around a passage makes it the article's."""


class Verdict(NamedTuple):
    """Whether a passage belongs to the article; its kind if not, its role if the markup names one."""

    place: Place
    region: str
    kind: str = ""
    role: str = ""


def decide(passages: Sequence[Passage], clues: Clues) -> list[Verdict]:
    """Return the verdict on each of `passages`."""
    survey = Survey(passages)
    rows, logits = _alone(passages, survey, clues)
    wanted = [at for at, logit in enumerate(logits) if logit > HOPELESS]
    second = learned().second
    for at, row in zip(wanted, in_context(passages, survey, rows, logits, wanted), strict=True):
        logits[at] = second.logit(row, hopeless=-2.5)
    places = survey.places
    content = {at for at in wanted if logits[at] > 0.0}
    content = with_whole_lists(passages, without_threads(places, content))
    headline = _headline(passages, rows, content)
    summary = _standfirst(passages, places, rows, logits, range(headline + 1, min(content, default=0)))
    if headline >= 0 and summary >= 0:
        content.add(summary)
    start, end = min(content, default=0), max(content, default=-1)
    opening = sorted(content)[:2]
    verdicts: list[Verdict] = []
    for at, place in enumerate(places):
        if at == headline:
            verdicts.append(Verdict(place, "content", "", "headline"))
        elif place.flags & FIGURE and (at not in content or passages[at].element.tag == "figcaption"):
            verdicts.append(_caption(place, near=start - 6 <= at <= end + 1))
        elif at in content:
            role = place.role
            known = role in ("caption", "credit") or (role == "standfirst" and at in opening)
            verdicts.append(Verdict(place, "content", "", "standfirst" if at == summary else role if known else ""))
        elif place.role in ("caption", "credit") and start < at < end and not place.kind:
            verdicts.append(Verdict(place, "content", "", place.role))
        else:
            role = "" if place.role == "headline" else place.role  # a teaser's title is not the article's
            verdicts.append(Verdict(place, "furniture", place.kind or "other", role))
    return verdicts


def _alone(passages: Sequence[Passage], survey: Survey, clues: Clues) -> tuple[list[list[float]], list[float]]:
    """The figures of each passage, and its logit by these alone. Most of a page is told at a glance."""
    model = learned()
    rows = glance(passages, survey)
    logits = [model.glance.logit(row, hopeless=PLAIN) for row in rows]
    wanted = [at for at, logit in enumerate(logits) if logit > PLAIN or passages[at].element.tag in TITLES]
    look_closely(passages, survey, clues, rows, wanted, model.wording)
    for at in wanted:
        logits[at] = model.first.logit(rows[at], hopeless=HOPELESS)
    return rows, logits


def _caption(place: Place, *, near: bool) -> Verdict:
    """What stands in a figure: a caption of the article's, or of a teaser's picture elsewhere on the page."""
    role = "credit" if place.role == "credit" else "caption"
    if near and place.kind in ("", "media"):
        return Verdict(place, "content", "", role)
    return Verdict(place, "furniture", place.kind or "other", role)


def without_threads(places: Sequence[Place], content: set[int]) -> set[int]:
    """Leave out what stands in a part of the page named after comments or consent, unless the article begins in it.

    Readers and lawyers write prose too: `<ol class="commentlist"><li><p>I have lived there for years …`.
    """
    if not content:
        return content
    first = places[min(content)].thread
    return {at for at in content if (thread := places[at].thread) is None or thread is first}


def with_whole_lists(passages: Sequence[Passage], content: set[int]) -> set[int]:
    """Decide for a list's items, or a table's cells, together, as for most of their words: nobody cuts a list in half."""
    groups: dict[Element, list[int]] = {}
    for at, passage in enumerate(passages):
        tag = passage.element.tag
        if tag in _PARTS and len(passage.text) <= ITEM and (whole := _whole(passage.element)) is not None:
            groups.setdefault(whole, []).append(at)
    decided = set(content)
    for group in groups.values():
        inside = [at for at in group if at in content]
        if inside and len(inside) < len(group):
            chosen, words = (sum(len(passages[at].text) for at in part) for part in (inside, group))
            decided.difference_update(group)
            if 2 * chosen > words:
                decided.update(group)
    return decided


def _whole(element: Element) -> Element | None:
    """The list or table that an item or cell is part of."""
    above = element.parent
    while above is not None and above.tag in _BETWEEN:
        above = above.parent
    return above if above is not None and above.tag in _WHOLES else None


def _standfirst(
    passages: Sequence[Passage],
    places: Sequence[Place],
    rows: Sequence[Sequence[float]],
    logits: Sequence[float],
    between: range,
) -> int:
    """The standfirst that was nearly taken for the article's, or -1; `between` headline and text.

    It stands apart, among kicker, byline and buttons. What the page gives as its description, word for word, is one.
    """
    for at in between:
        text, element, links, *_ = passages[at]
        if len(text) >= 50 and 2 * links < len(text) and element.tag not in TITLES:
            described = len(rows[at]) > _DESCRIPTION and rows[at][_DESCRIPTION] == 1.0
            if logits[at] > (-1.5 if described else -0.5 if places[at].role == "standfirst" else 0.0):
                return at
    return -1


def _headline(passages: Sequence[Passage], rows: Sequence[Sequence[float]], content: set[int]) -> int:
    """The article's headline, or -1: the `<h1>` that is most like the page's title, or that stands nearest to the text."""
    start = min(content, default=len(passages))
    best, found = -1.0, -1
    for at, passage in enumerate(passages):
        tag = passage.element.tag
        if tag not in TITLES:
            continue
        title = max(0.0, rows[at][_TITLE])
        if at > start + 8 and not title:
            continue
        score = 2.0 * title + (tag == "h1") - min(abs(start - at), 40) / 50
        if score > max(best, 0.4):
            best, found = score, at
    return found
