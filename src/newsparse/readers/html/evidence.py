"""What speaks for and against a passage being part of the article, in figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import attrs

from newsparse.readers.html.marking import mark_of
from newsparse.readers.html.walking import Element, Passage, Sums

_LETTERS = re.compile(r"[^\W_]+")
_FINAL = frozenset(".!?…:;\"”’»“'。！？)›‹«」")
_TAGS = {"p": 0, "blockquote": 1, "li": 2, "dd": 3, "dt": 4, "div": 5, "section": 5, "article": 5, "td": 6, "th": 7,
         "figcaption": 8, "h1": 9, "h2": 10, "h3": 11, "h4": 12, "h5": 13, "h6": 13, "pre": 3, "caption": 8}  # fmt: skip
_WHOLE = frozenset(("html", "body", "main", "article"))
FIGURE = 1
"""The bit of `Place.flags` that says: within a figure."""
_PLACES = {"figure": FIGURE, "figcaption": FIGURE, "article": 2, "ul": 4, "ol": 4, "dl": 4}

COLUMNS = (
    "marks", "words", "size", "blanks", "links", "bold", "final", "tag", "figure", "article", "list", "kinds", "near",
    "roles", "before", "total", "page", "prose", "repeats", "from_h1", "title", "description", "body", "alike",
    "alike_size", "alike_prose", "inside",
    *(f"{name}{step}" for step in (1, 2, 3) for name in ("n", "links", "prose", "share")),
)  # fmt: skip
"""The names of a row's figures, in order; the first two are logits of linear models (`learned.py`)."""


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
    return "".join(_LETTERS.findall(text)).lower()


class Place:
    """What the chain of elements above a passage says; the same for all passages of one element."""

    __slots__ = (
        "above", "flags", "kind", "kinds", "lists", "mark", "near", "ordered", "quoted", "role", "roles", "thread",
    )  # fmt: skip

    def __init__(self, parent: Place | None, element: Element) -> None:
        mark = self.mark = mark_of(element.tag, element.names)
        flag = _PLACES.get(element.tag, 0)
        above = parent.thread if parent is not None else None
        self.thread: Element | None = above or (
            element if mark.kind == "comments" and element.tag not in _WHOLE else None
        )
        listed = element.tag in ("ul", "ol")
        self.lists: int = listed + (parent.lists if parent is not None else 0)
        self.ordered: bool = element.tag == "ol" if listed else parent is not None and parent.ordered
        self.quoted: bool = element.tag == "blockquote" or (parent is not None and parent.quoted)
        if parent is None:
            self.flags, self.kinds, self.near, self.roles, self.above = flag, 0, 0, 0, 0.0
            self.kind, self.role = mark.kind, mark.role
            return
        self.flags = parent.flags | flag
        self.kinds = parent.kinds + (mark.kind != "")
        self.near = 1 if mark.kind else parent.near + 1 if parent.near else 0
        self.roles = 1 if mark.role else parent.roles + 1 if parent.roles else 0
        self.above = parent.above + parent.mark.below
        self.kind = mark.kind or parent.kind
        self.role = mark.role or (parent.role if self.roles and self.roles <= 3 else "")


def places_of(passages: Sequence[Passage]) -> dict[Element, Place]:
    """Return the place of every element on the way to a passage, parents first."""
    places: dict[Element, Place] = {}
    for passage in passages:
        if passage.element in places:
            continue
        chain: list[Element] = []
        element: Element | None = passage.element
        while element is not None and element not in places:
            chain.append(element)
            element = element.parent
        place = places[element] if element is not None else None
        for below in reversed(chain):
            place = places[below] = Place(place, below)
    return places


def is_prose(passage: Passage) -> bool:
    """Whether it reads like running text: long, few links, and closed by a mark."""
    size = len(passage.text)
    return size >= 60 and passage.links * 3 < size and passage.text[-1] in _FINAL


def describe(passages: Sequence[Passage], places: dict[Element, Place], clues: Clues) -> list[list[float]]:
    """Return a row of figures, in the order of `COLUMNS`, for every passage."""
    page = max(1, sum(len(passage.text) for passage in passages))
    prose = max(1, _add_up(passages, places))
    inside = _steps_inside(places, _container(passages))
    alike = _alike(passages)
    times = Counter([passage.text for passage in passages])
    total = len(passages)
    first = next((at for at, passage in enumerate(passages) if passage.element.tag == "h1"), -1)
    around: dict[Element, list[float]] = {}
    rows: list[list[float]] = []
    before = 0
    for at, (passage, group) in enumerate(zip(passages, alike, strict=True)):
        text, element = passage.text, passage.element
        size = len(text)
        place = places[element]
        flags = place.flags
        plain = letters(text[:200])
        near = around.get(element)
        if near is None:
            near = around[element] = _around(element, prose)
        rows.append([
            place.mark.own + place.above, 0.0, size, text.count(" "), passage.links / size, passage.bold / size,
            text[-1] in _FINAL, _TAGS.get(element.tag, 14), flags & 1, flags >> 1 & 1, flags >> 2 & 1, place.kinds, place.near,
            place.roles, before / page, total, page, prose, times[text], at - first if first >= 0 else -1,
            _shared(plain, clues.title), _shared(plain, clues.description), _found(plain, clues.body),
            group[0], group[1], group[2], inside[element], *near,
        ])  # fmt: skip
        before += size
    return rows


def _add_up(passages: Sequence[Passage], places: dict[Element, Place]) -> int:
    """Give every element the sums of its subtree; return the characters of running text on the page."""
    total = 0
    for element in places:
        element.sums = Sums()
    for passage in passages:
        sums = passage.element.sums
        if sums is not None:
            size = len(passage.text)
            sums.chars += size
            sums.links += passage.links
            sums.passages += 1
            if is_prose(passage):
                sums.prose += size
                total += size
    for element in reversed(places):
        above, sums = element.parent, element.sums
        if above is not None and above.sums is not None and sums is not None:
            higher = above.sums
            higher.chars += sums.chars
            higher.links += sums.links
            higher.passages += sums.passages
            higher.prose += sums.prose
    return total


def _container(passages: Sequence[Passage]) -> Element | None:
    """The element that most running text stands directly or nearly directly in."""
    scores: dict[Element, float] = {}
    for passage in passages:
        if not is_prose(passage):
            continue
        weight, element = float(len(passage.text)), passage.element.parent
        for _ in range(4):
            if element is None:
                break
            scores[element] = scores.get(element, 0.0) + weight
            weight *= 0.7
            element = element.parent
    return max(scores, key=lambda element: scores[element], default=None)


def _steps_inside(places: dict[Element, Place], best: Element | None) -> dict[Element, int]:
    """How many steps below the best container each element is; -1 where it is not in it."""
    steps: dict[Element, int] = {}
    for element in places:
        above = steps[element.parent] if element.parent is not None else -1
        steps[element] = 0 if element is best else above + 1 if above >= 0 else -1
    return steps


def _alike(passages: Sequence[Passage]) -> list[tuple[int, float, float]]:
    """For each passage, of those set by the same template: how many, how long on average, what share is prose."""
    groups: dict[tuple[str, ...], list[int]] = {}
    members: list[list[int]] = []
    for passage in passages:
        element = passage.element
        parent = element.parent or element
        key = (
            element.tag,
            element.names,
            parent.tag,
            parent.names,
            parent.parent.tag if parent.parent is not None else "",
        )
        group = groups.get(key)
        if group is None:
            group = groups[key] = [0, 0, 0]
        group[0] += 1
        group[1] += len(passage.text)
        group[2] += is_prose(passage)
        members.append(group)
    return [(count, size / count, prose / count) for count, size, prose in members]


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


def _around(element: Element, prose: int) -> list[float]:
    """The three nearest elements that hold more than the one below: passages, links, share in prose, share of all prose."""
    found: list[float] = []
    above: Element | None = element
    held = 0
    for _ in range(3):
        climbed = 0
        while above is not None and above.sums is not None and above.sums.passages <= held and climbed < 20:
            above = above.parent
            climbed += 1
        if above is None or above.sums is None:
            found += (0.0, 0.0, 0.0, 0.0)
            continue
        sums = above.sums
        held = sums.passages
        found += (held, sums.links / sums.chars, sums.prose / sums.chars, sums.prose / prose)
    return found
