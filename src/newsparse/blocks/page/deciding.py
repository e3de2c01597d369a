"""Decides which units of a whole page are its article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsparse.blocks.bylines import byline_rule, is_date_label, is_date_line
from newsparse.blocks.draft import Draft, Label
from newsparse.blocks.page.context import contexts
from newsparse.blocks.page.dialogue import turns_of
from newsparse.blocks.page.forest import chance, forest
from newsparse.blocks.page.headlining import ABOVE, headline_of
from newsparse.blocks.page.surface import surfaces
from newsparse.blocks.unit import Unit
from newsparse.model.nodes import FurnitureKind

FEWEST = 36
"""Units of the smallest text that is taken for a page: menus and footers alone are that many."""
BUTTONS = 2
"""Units known to be furniture by their words that a page has at least."""
SCRAPS = 0.3
"""Share of scraps (short unfinished units) that makes a text a page: articles have headings, pages have menus."""
RULE = "furniture.page"
UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u4e00-\u9fff]")
"""Letters of scripts that put no blanks between words: counts of words, by which the model goes, say nothing there."""
SAMPLE = 20_000
"""Code points from whose beginning the script is told; it is such a one if a tenth of them are its letters."""
SENTENCE = 5
"""Words of a finished unit that is a sentence."""
SURE = (0.5, 0.25, 0.1)
"""Chances from which a unit is taken for article: the first by which most of the running text is kept."""
STRAIT = 10
"""Units of furniture that may stand inside an article."""
LONG = 80.0
"""Words of one unit that are counted when stretches are compared."""
ISLAND = 0.25
"""Size, beside the article's, of what is left out when it stands farther off than that."""
PROSE = 12
"""Words of a finished unit that is running text."""
ABOVE_ARTICLES = frozenset({"navigation", "subscribe", "share", "advertisement", "legal"})
"""Kinds of furniture that stand above headlines; a label of a caption or a video does not tell of a page."""


def label_page(draft: Draft) -> None:
    """Label furniture by its look and its place, where the text is a whole page; an article alone is left alone."""
    if not looks_like_page(draft):
        if _has_buttons_above(draft):
            _label_head(draft)
        return
    looks = surfaces(draft)
    own, placed = forest("look"), forest("place")
    chances = [round(chance(own, look), 6) for look in looks]
    places = contexts(chances, looks)
    chances = [chance(placed, look + place) for look, place in zip(looks, places, strict=True)]
    found = (decided(chances, looks, sure) for sure in SURE)
    inside = next((one for one in found if _is_plausible(draft, one)), None)
    if inside is None:
        return
    leave_islands(inside, looks)
    turns = turns_of(draft)
    for at in turns:
        inside[at] = True
    head, body = headline_of(draft, inside, looks, turns)
    front = _front(draft, head, body)
    if head >= 0:
        draft.label(head, Label("headline", "headline.page"))
        inside[:head] = [False] * head
    kind: FurnitureKind = "navigation"
    for at, unit in enumerate(draft.units):
        label = draft.labels[at]
        if label is None and not inside[at] and at not in front:
            draft.furniture(at, _kind(unit, kind), RULE)
        elif label is not None and label.type == "furniture":
            kind = label.kind
        elif label is None:
            kind = "other"


def decided(chances: Sequence[float], looks: Sequence[Sequence[float]], sure: float = SURE[0]) -> list[bool]:
    """Return which units are article, from the chance that each is."""
    inside: list[bool] = []
    for own, look in zip(chances, looks, strict=True):
        # What goes on directly after the article is likelier to be article: the last paragraph above the comments.
        goes_on = bool(inside) and inside[-1] and look[0] >= 2 and look[4] == 1 and not look[23]
        inside.append(own > (sure / 2 if goes_on else sure))
    return inside


def leave_islands(inside: list[bool], looks: Sequence[Sequence[float]]) -> None:
    """Leave out what stands far behind the article and is small beside it: a teaser's sentence among titles and names."""
    runs: list[list[int]] = []
    for at, yes in enumerate(inside):
        if not yes:
            continue
        if runs and at - runs[-1][-1] <= STRAIT:
            runs[-1].append(at)
        else:
            runs.append([at])
    sizes = [sum(min(looks[at][0], LONG) for at in run) for run in runs]
    if not sizes:
        return
    largest = max(sizes)
    for run, size in list(zip(runs, sizes, strict=True))[sizes.index(largest) :]:
        if size < ISLAND * largest:
            for at in run:
                inside[at] = False


def looks_like_page(draft: Draft) -> bool:
    """Whether the units look like a whole page: many scraps, and no reader has told article from furniture already."""
    units = draft.units
    if len(units) < FEWEST or any(unit.hints is not None and unit.hints.region for unit in units[:200]):
        return False
    furniture = sum(label is not None and label.type == "furniture" for label in draft.labels)
    if furniture < BUTTONS or 10 * len(UNSPACED.findall(draft.text, 0, SAMPLE)) > min(len(draft.text), SAMPLE):
        return False
    # A table of contents, its headings and the teasers below say nothing of the rest: an article has those too.
    scraps = sum(
        _is_scrap(unit) and (label is None or (label.type == "furniture" and label.kind != "teaser"))
        for unit, label in zip(units, draft.labels, strict=True)
    )
    return scraps > SCRAPS * len(units)


def _has_buttons_above(draft: Draft) -> bool:
    """Whether furniture stands above the first running text of a text too small for a page: a masthead may come first."""
    found = 0
    for unit, label in zip(draft.units[:ABOVE], draft.labels, strict=False):
        if unit.hints is not None or (label is not None and label.type == "headline"):
            return False
        if label is None and unit.finished and unit.words >= PROSE:
            break
        found += label is not None and label.type == "furniture" and label.kind in ABOVE_ARTICLES
    return found >= BUTTONS


def _label_head(draft: Draft) -> None:
    """Label the headline, and what stands above it as furniture."""
    looks = surfaces(draft)
    inside = [label is None or label.type != "furniture" for label in draft.labels]
    head, _ = headline_of(draft, inside, looks, turns_of(draft))
    # A sentence is no headline, and none stands above one: menus have none
    above = zip(draft.units[: head + 1], draft.labels, strict=False)
    if head < 0 or any(known is None and unit.finished and unit.words >= SENTENCE for unit, known in above):
        return
    draft.label(head, Label("headline", "headline.page"))
    if head and draft.units[head - 1].key in draft.lexicon.layout["kickers"]:
        draft.label(head - 1, Label("alternative_headline", "alternative_headline.kicker"))
    for at in range(head):
        if draft.labels[at] is None:
            draft.furniture(at, _kind(draft.units[at], "navigation"), RULE)


def _is_plausible(draft: Draft, inside: list[bool]) -> bool:
    """Whether most of the running text is kept: a model that throws the article away has not understood the page."""
    prose = [
        at for at, unit in enumerate(draft.units) if unit.finished and unit.words >= 8 and draft.labels[at] is None
    ]
    return 10 * sum(draft.units[at].words for at in prose if inside[at]) >= 3 * sum(
        draft.units[at].words for at in prose
    )


def _is_scrap(unit: Unit) -> bool:
    return unit.words < 10 and not unit.finished


def _front(draft: Draft, head: int, body: int) -> set[int]:
    """The byline and date line between the headline and the first running text."""
    return {
        at
        for at in range(head, body)
        if head >= 0 and (byline_rule(draft, at) or is_date_line(draft, at) or is_date_label(draft, at))
    }


def _kind(unit: Unit, before: FurnitureKind) -> FurnitureKind:
    """What kind of furniture a unit is that its place gave away; `before` is the kind of the last one known by its words."""
    match before:
        case "comments":
            return "comments"
        case "related" | "teaser":
            return "teaser" if unit.words >= 5 else "related"
        case _:
            if unit.words >= 12 and unit.finished:
                return "teaser"
            return "navigation" if unit.words <= 4 else "related" if unit.listed else "other"
