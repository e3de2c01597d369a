"""What of the page is the article: one decision for every passage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsparse.readers.html.context import in_context
from newsparse.readers.html.evidence import COLUMNS, Clues, glance, look_closely
from newsparse.readers.html.learned import learned
from newsparse.readers.html.places import ARTICLE, FIGURE, Place
from newsparse.readers.html.survey import Survey
from newsparse.readers.html.walking import Passages

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

SURELY, SURELY_NOT = 2.0, -2.5
"""Logits after the first trees of the second forest that are left at that: no other was turned from beyond 1.5 and -2.2."""


HALF = 0.5
"""Likeness to the page's title from which `<h3 class="post-title">` is as good as `<h1>`, which blogs have for their name."""


NEAR = 6
"""Passages before and behind the article's first among which a headline stands that no element tells."""


class Verdict(NamedTuple):
    """Whether a passage belongs to the article; its kind if not, its role if the markup names one."""

    region: str
    kind: str = ""
    role: str = ""


def decide(passages: Passages, clues: Clues) -> list[Verdict]:
    """Return the verdict on each of `passages`."""
    survey = Survey(passages)
    rows, logits = _alone(passages, survey, clues)
    wanted = [at for at, logit in enumerate(logits) if logit > HOPELESS]
    for at, logit in zip(wanted, _again(in_context(passages, survey, rows, logits, wanted)), strict=True):
        logits[at] = logit
    places, tags = survey.places, survey.tags
    content = {at for at in wanted if logits[at] > 0.0}
    content = with_whole_lists(passages, survey, without_threads(survey, content))
    headline = _below_kicker(passages, survey, _headline(tags, places, rows, content))
    content = without_other_articles(passages, survey, content, headline)
    summary = _standfirst(passages, survey, rows, logits, range(headline + 1, min(content, default=0)))
    if headline >= 0 and summary >= 0:
        content.add(summary)
    verdicts = _outside(places, content)
    opening = sorted(content)[:2]
    for at in content:
        role = places[at].role
        known = role in ("caption", "credit") or (role == "standfirst" and at in opening)
        verdicts[at] = Verdict("content", "", "standfirst" if at == summary else role if known else "")
    start, end = min(content, default=0), max(content, default=-1)
    for at, place in enumerate(places):
        if place.flags & FIGURE and (at not in content or tags[at] == "figcaption"):
            verdicts[at] = _caption(place, near=start - 6 <= at <= end + 1)
    if headline >= 0:
        verdicts[headline] = Verdict("content", "", "headline")
    return verdicts


def _outside(places: Sequence[Place], content: set[int]) -> list[Verdict]:
    """The verdicts on passages that are not in `content`; captions without a figure are, within it."""
    start, end = min(content, default=0), max(content, default=-1)
    known: dict[Place, Verdict] = {}
    verdicts: list[Verdict] = []
    for at, place in enumerate(places):
        verdict = known.get(place)
        if verdict is None:
            role = "" if place.role == "headline" else place.role  # a teaser's title is not the article's
            verdict = known[place] = Verdict("furniture", place.kind or "other", role)
        if verdict.role in ("caption", "credit") and start < at < end and not place.kind:
            verdict = Verdict("content", "", verdict.role)
        verdicts.append(verdict)
    return verdicts


def _alone(passages: Passages, survey: Survey, clues: Clues) -> tuple[list[list[float]], list[float]]:
    """The figures of each passage, and its logit by these alone. Most of a page is told at a glance."""
    model = learned()
    rows = glance(passages, survey)
    logits = model.glance(rows)
    tags = survey.tags
    wanted = [at for at, logit in enumerate(logits) if logit > PLAIN or tags[at] in TITLES]
    look_closely(passages, survey, clues, rows, wanted, model.wording)
    for at, logit in zip(wanted, model.first([rows[at] for at in wanted]), strict=True):
        logits[at] = logit
    return rows, logits


def _again(rows: Sequence[Sequence[float]]) -> list[float]:
    """The second logits. The trees after the first ones turned no verdict that those are sure of, on 1,278 pages."""
    model = learned()
    logits = model.second(rows)
    unsure = [at for at, logit in enumerate(logits) if SURELY_NOT < logit < SURELY]
    for at, more in zip(unsure, model.rest([rows[at] for at in unsure]), strict=True):
        logits[at] += more
    return logits


def _caption(place: Place, *, near: bool) -> Verdict:
    """What stands in a figure: a caption of the article's, or of a teaser's picture elsewhere on the page."""
    role = "credit" if place.role == "credit" else "caption"
    if near and place.kind in ("", "media"):
        return Verdict("content", "", role)
    return Verdict("furniture", place.kind or "other", role)


def without_threads(survey: Survey, content: set[int]) -> set[int]:
    """Leave out what stands in a part of the page named after comments or consent, unless the article begins in it.

    Readers and lawyers write prose too: `<ol class="commentlist"><li><p>I have lived there for years …`. In a forum the
    comments are what there is to read.
    """
    if not content:
        return content
    places, prose = survey.places, survey.prose
    first = places[min(content)].thread
    kept = {at for at in content if (thread := places[at].thread) is None or thread is first}
    return content if not any(prose[at] for at in kept) and any(prose[at] for at in content) else kept


def without_other_articles(passages: Passages, survey: Survey, content: set[int], headline: int) -> set[int]:
    """Leave out whole articles with `<h1>` of their own, which many sites put below the one that the page is about."""
    places = survey.places
    titles = [at for at, tag in enumerate(survey.tags) if tag == "h1" and places[at].flags & ARTICLE]
    if headline not in titles or len(titles) < 2:
        return content
    tags, parents = passages.elements.tags, survey.parents

    def article(at: int) -> int:
        """The outermost `<article>` around a passage."""
        element, found = passages.blocks[at], -1
        while element >= 0:
            if tags[element] == "article":
                found = element
            element = parents[element]
        return found

    others = set(map(article, titles)) - {article(headline)}
    return {at for at in content if article(at) not in others} if others else content


def with_whole_lists(passages: Passages, survey: Survey, content: set[int]) -> set[int]:
    """Decide for a list's items, or a table's cells, together, as for most of their words: nobody cuts a list in half."""
    sizes, blocks, tags, parents = survey.sizes, passages.blocks, passages.elements.tags, survey.parents
    groups: dict[int, list[int]] = {}
    for at, tag in enumerate(survey.tags):
        if tag in _PARTS and sizes[at] <= ITEM and (whole := _whole(blocks[at], tags, parents)) >= 0:
            groups.setdefault(whole, []).append(at)
    decided = set(content)
    for group in groups.values():
        inside = [at for at in group if at in content]
        if inside and len(inside) < len(group):
            chosen, words = (sum(sizes[at] for at in part) for part in (inside, group))
            decided.difference_update(group)
            if 2 * chosen > words:
                decided.update(group)
    return decided


def _whole(element: int, tags: Sequence[str], parents: Sequence[int]) -> int:
    """The list or table that an item or cell is part of, or -1."""
    above = parents[element]
    while tags[above] in _BETWEEN:
        above = parents[above]
    return above if tags[above] in _WHOLES else -1


def _standfirst(
    passages: Passages,
    survey: Survey,
    rows: Sequence[Sequence[float]],
    logits: Sequence[float],
    between: range,
) -> int:
    """The standfirst that was nearly taken for the article's, or -1; `between` headline and text.

    It stands apart, among kicker, byline and buttons. What the page gives as its description, word for word, is one.
    """
    for at in between:
        size = survey.sizes[at]
        if size >= 50 and 2 * passages.links[at] < size and survey.tags[at] not in TITLES:
            described = len(rows[at]) > _DESCRIPTION and rows[at][_DESCRIPTION] == 1.0
            if logits[at] > (-1.5 if described else -0.5 if survey.places[at].role == "standfirst" else 0.0):
                return at
    return -1


def _below_kicker(passages: Passages, survey: Survey, headline: int) -> int:
    """The longer of two lines of one heading: `<h1><span>Ferries</span><br><span>Fares rise in May</span></h1>`."""
    after = headline + 1
    if 0 < after < len(passages.blocks) and passages.blocks[after] == passages.blocks[headline]:
        return after if survey.sizes[after] > survey.sizes[headline] else headline
    return headline


def _headline(tags: Sequence[str], places: Sequence[Place], rows: Sequence[Sequence[float]], content: set[int]) -> int:
    """The article's headline, or -1: the `<h1>` that is most like the page's title, or that stands nearest to the text."""
    start = min(content, default=len(tags))
    best, found = -1.0, -1
    for at, tag in enumerate(tags):
        named = tag != "h1" and places[at].role == "headline" and len(rows[at]) > _TITLE and rows[at][_TITLE] >= HALF
        if tag not in TITLES and not (tag == "h3" and named):
            continue
        title = max(0.0, rows[at][_TITLE])
        if at > start + 8 and not title:
            continue
        score = 2.0 * title + (tag == "h1" or named) - min(abs(start - at), 40) / 50
        if score > max(best, 0.4):
            best, found = score, at
    return found if found >= 0 else _bold_title(rows, start, len(tags))


def _bold_title(rows: Sequence[Sequence[float]], start: int, count: int) -> int:
    """The line near the article's start most like the page's title, or -1: old pages have `<font size=6><b>` for `<h1>`."""
    near = range(max(0, start - NEAR), min(count, start + NEAR))
    found = max(near, key=lambda at: rows[at][_TITLE] if len(rows[at]) > _TITLE else 0.0, default=-1)
    return found if found >= 0 and len(rows[found]) > _TITLE and rows[found][_TITLE] >= HALF else -1
