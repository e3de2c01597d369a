"""What speaks for and against a passage being part of the article, in figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import attrs

from newsparse.readers.html.learned import wording_of
from newsparse.readers.html.places import ARTICLE, FIGURE, LIST, TABLE, Place
from newsparse.readers.html.survey import FINAL, Alike, Survey
from newsparse.readers.html.walking import Passages

_LETTERS = re.compile(r"[^\W_]+")
_LOWER = bytes(range(128)).lower() + bytes(range(128, 256))
_NO_LETTERS = bytes(at for at in range(128) if not chr(at).isalnum())
_TAGS = {"p": 0.0, "blockquote": 1.0, "li": 2.0, "dd": 3.0, "dt": 4.0, "div": 5.0, "section": 5.0, "article": 5.0, "td": 6.0,
         "th": 7.0, "figcaption": 8.0, "h1": 9.0, "h2": 10.0, "h3": 11.0, "h4": 12.0, "h5": 13.0, "h6": 13.0, "pre": 3.0,
         "caption": 8.0}  # fmt: skip
_KINDS = {"comments": 1.0, "related": 2.0, "navigation": 3.0, "advertisement": 4.0, "subscribe": 5.0, "share": 6.0,
          "legal": 7.0, "media": 8.0, "call_to_action": 9.0, "other": 10.0}  # fmt: skip
_ROLES = {"standfirst": 1.0, "headline": 2.0, "byline": 3.0, "caption": 4.0, "credit": 5.0}

GLANCE = (
    "marks", "figure", "article", "list", "table", "kinds", "near", "roles", "kind", "role", "alike", "alike_size",
    "alike_prose", "total", "page", "prose", "size", "links", "bold", "final", "tag", "before", "size_before", "size_after",
    "inside", "same_article", "headlines",
)  # fmt: skip
"""The figures that cost little, by which most of a page's furniture is told at a glance; the first is a linear model's.

Those before `total` are the same wherever the place is the same, the next three all over the page.
"""
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
        return text.encode().translate(_LOWER, _NO_LETTERS).decode()
    # What is ASCII is dealt with the fast way; few marks beyond it are left to look for.
    plain = text.encode("utf-8", "surrogatepass").translate(_LOWER, _NO_LETTERS).decode("utf-8", "surrogatepass")
    return plain.lower() if plain.isalnum() else "".join(_LETTERS.findall(plain)).lower()


def glance(passages: Passages, survey: Survey) -> list[list[float]]:
    """Return the figures of `GLANCE` for every passage."""
    page = float(survey.page)
    whole = (float(len(survey.sizes)), page, float(survey.all_prose))
    sizes = list(map(float, survey.sizes))
    known: dict[Place, tuple[float, ...]] = {}
    rows: list[list[float]] = []
    tags = _TAGS.get
    before, headlines = 0, 0.0
    for text, place, group, size, links, bold, tag, last, following, inside, same in zip(
        passages.texts, survey.places, survey.alike, sizes, passages.links, passages.bold, survey.tags,
        [0.0, *sizes][:-1], [*sizes, 0.0][1:], survey.inside, survey.same, strict=True,
    ):  # fmt: skip
        shared = known.get(place)
        if shared is None:
            shared = known[place] = (*_figures_of(place, group), *whole)
        if tag == "h1":
            headlines += 1.0
        rows.append([
            *shared, size, links / size, bold / size, 1.0 if text[-1] in FINAL else 0.0, tags(tag, 14.0), before / page, last,
            following, inside, same, headlines,
        ])  # fmt: skip
        before += len(text)
    return rows


def _figures_of(place: Place, group: Alike) -> tuple[float, ...]:
    """The figures that all passages of a place have."""
    flags, count = place.flags, group.count
    return (
        place.evidence, float(flags & FIGURE), float(flags & ARTICLE), float(flags & LIST), float(flags & TABLE),
        float(place.kinds), float(place.near), float(place.roles), _KINDS.get(place.kind, 0.0), _ROLES.get(place.role, 0.0),
        float(count), group.size / count, group.prose / count,
    )  # fmt: skip


def look_closely(
    passages: Passages,
    survey: Survey,
    clues: Clues,
    rows: list[list[float]],
    wanted: Sequence[int],
    wording: Callable[[Sequence[str]], float],
) -> None:
    """Add the other figures of `COLUMNS` to the rows whose numbers are in `wanted`; `wording` weighs their first words."""
    texts, elements, times = passages.texts, passages.blocks, survey.times
    first = survey.tags.index("h1") if "h1" in survey.tags else -1
    titled = _titled(passages, survey, clues, first)
    around: dict[int, list[float]] = {}
    for at in wanted:
        text, number = texts[at], elements[at]
        near = around.get(number)
        if near is None:
            near = around[number] = _around(number, survey)
        plain = letters(text[:200])
        words, capitals = wording_of(text)
        rows[at] += [
            wording(words), float(text.count(" ")), float(text.count(",")), capitals, float(times[text]),
            float(at - first) if first >= 0 else -1.0, float(at - titled) if titled >= 0 else -99.0,
            _shared(plain, clues.title), _shared(plain, clues.description), _found(plain, clues.body), *near,
        ]  # fmt: skip


def _titled(passages: Passages, survey: Survey, clues: Clues, otherwise: int) -> int:
    """The first heading that is the page's title."""
    for at, tag in enumerate(survey.tags):
        if tag in ("h1", "h2") and _shared(letters(passages.texts[at][:200]), clues.title) > 0:
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


def _around(number: int, survey: Survey) -> list[float]:
    """The element and the three nearest that hold more: passages, share of links, of prose, and of the page's prose."""
    found: list[float] = []
    for _ in range(4):
        if number < 0:
            found += (0.0, 0.0, 0.0, 0.0)
            continue
        size, prose = survey.chars[number], survey.running[number]
        found += (float(survey.count[number]), survey.links[number] / size, prose / size, prose / survey.all_prose)
        number = survey.wider[number]
    return found
