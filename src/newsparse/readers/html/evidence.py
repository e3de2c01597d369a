"""What speaks for and against a passage being part of the article, in figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import attrs

from newsparse.readers.html.learned import wording_of
from newsparse.readers.html.places import ARTICLE, FIGURE, LIST, TABLE
from newsparse.readers.html.survey import FINAL, Survey
from newsparse.readers.html.walking import Passage

_LETTERS = re.compile(r"[^\W_]+")
_NO_LETTERS = {at: None for at in range(128) if not chr(at).isalnum()}
_TAGS = {"p": 0, "blockquote": 1, "li": 2, "dd": 3, "dt": 4, "div": 5, "section": 5, "article": 5, "td": 6, "th": 7,
         "figcaption": 8, "h1": 9, "h2": 10, "h3": 11, "h4": 12, "h5": 13, "h6": 13, "pre": 3, "caption": 8}  # fmt: skip

_KINDS = {"comments": 1, "related": 2, "navigation": 3, "advertisement": 4, "subscribe": 5, "share": 6, "legal": 7,
          "media": 8, "call_to_action": 9, "other": 10}  # fmt: skip
_ROLES = {"standfirst": 1, "headline": 2, "byline": 3, "caption": 4, "credit": 5}

GLANCE = (
    "marks", "size", "links", "bold", "final", "tag", "figure", "article", "list", "table", "kinds", "near", "roles",
    "before", "total", "page", "prose", "alike", "alike_size", "alike_prose", "size_before", "size_after", "inside",
    "same_article", "headlines", "kind", "role",
)  # fmt: skip
"""The figures that cost little, by which most of a page's furniture is told at a glance; the first is a linear model's."""
COLUMNS = (
    *GLANCE, "words", "blanks", "commas", "capitals", "repeats", "from_h1", "from_title", "title", "description", "body",
    *(f"{name}{step}" for step in (0, 1, 2, 3) for name in ("n", "links", "prose", "share")),
)  # fmt: skip
"""The names of a row's figures, in order."""


@attrs.frozen
class Clues:
    """What the page says of its article: title and description, and its body where JSON-LD holds it; letters only.

    `copy` is that body as it is written there, and `script` the number of the script element that holds it.
    """

    title: str = ""
    description: str = ""
    body: str = ""
    copy: str = ""
    script: int = 0


def letters(text: str) -> str:
    """The letters and digits of `text`, in lower case: equal for equal words however they are set."""
    if text.isascii():
        return text.translate(_NO_LETTERS).lower()
    return "".join(_LETTERS.findall(text)).lower()


def glance(passages: Sequence[Passage], survey: Survey) -> list[list[float]]:
    """Return the figures of `GLANCE` for every passage."""
    total, page, prose, sizes, inside = len(passages), survey.page, survey.all_prose, survey.sizes, survey.inside
    padded = [0, *sizes, 0]
    rows: list[list[float]] = []
    tags = _TAGS.get
    same = survey.articles
    before = headlines = 0
    for at, (passage, place, size, group) in enumerate(zip(passages, survey.places, sizes, survey.alike, strict=True)):
        text, element, links, bold, _ = passage
        flags = place.flags
        count, number = group[0], element.at
        headlines += element.tag == "h1"
        rows.append([
            place.evidence, size, links / size, bold / size, text[-1] in FINAL, tags(element.tag, 14),
            flags & FIGURE, flags & ARTICLE, flags & LIST, flags & TABLE, place.kinds, place.near, place.roles,
            before / page, total, page, prose, count, group[1] / count, group[2] / count, padded[at], padded[at + 2],
            inside[number], same[number], headlines, _KINDS.get(place.kind, 0), _ROLES.get(place.role, 0),
        ])  # fmt: skip
        before += size
    return rows


def look_closely(
    passages: Sequence[Passage],
    survey: Survey,
    clues: Clues,
    rows: Sequence[list[float]],
    wanted: Sequence[int],
    wording: Callable[[Sequence[str]], float],
) -> None:
    """Add the other figures of `COLUMNS` to the rows whose numbers are in `wanted`; `wording` weighs their first words."""
    first = next((at for at, passage in enumerate(passages) if passage.element.tag == "h1"), -1)
    titled = _titled(passages, clues, first)
    times = survey.times
    around: dict[int, list[float]] = {}
    for at in wanted:
        passage = passages[at]
        text = passage.text
        number = passage.element.at
        near = around.get(number)
        if near is None:
            near = around[number] = _around(number, survey)
        plain = letters(text[:200])
        words, capitals = wording_of(text)
        row = rows[at]
        row.extend([
            wording(words), text.count(" "), text.count(","), capitals, times[text], at - first if first >= 0 else -1,
            at - titled if titled >= 0 else -99,
            _shared(plain, clues.title), _shared(plain, clues.description), _found(plain, clues.body), *near,
        ])  # fmt: skip
        row[:] = map(float, row)


def _titled(passages: Sequence[Passage], clues: Clues, otherwise: int) -> int:
    """The first heading that is the page's title."""
    for at, passage in enumerate(passages):
        if passage.element.tag in ("h1", "h2") and _shared(letters(passage.text[:200]), clues.title) > 0:
            return at
    return otherwise


def _shared(plain: str, clue: str) -> float:
    """How far the passage is the clue: 1 equal, 0.5 one within the other, 0 neither, -1 no clue."""
    if not clue:
        return -1.0
    if plain == clue:
        return 1.0
    if len(plain) > 12 and (plain[:40] in clue or clue[:40] in plain):
        return 0.5
    return 0.0


def _found(plain: str, body: str) -> float:
    """Whether the passage is in the page's own copy of the article's text; -1 where it has none."""
    if not body:
        return -1.0
    middle = max(0, len(plain) // 2 - 20)
    return 1.0 if plain[middle : middle + 40] in body else 0.0


def _around(at: int, survey: Survey) -> list[float]:
    """The element and the three nearest that hold more: passages, share of links, of prose, and of the page's prose."""
    found: list[float] = []
    count, chars, links, running = survey.count, survey.chars, survey.links, survey.running
    for _ in range(4):
        if at < 0:
            found += (0.0, 0.0, 0.0, 0.0)
            continue
        found += (count[at], links[at] / chars[at], running[at] / chars[at], running[at] / survey.all_prose)
        at = survey.wider[at]
    return found
