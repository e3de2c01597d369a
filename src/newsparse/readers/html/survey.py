"""The page as a whole: what each element holds, where the running text is, which passages are set alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsparse.readers.html.places import settle
from newsparse.readers.html.walking import Element, Passage

FINAL = frozenset(".!?…:;\"”’»“'。！？)›‹«」")
"""What running text ends in."""


class Survey:
    """Sums over the page. What belongs to an element stands in lists, at the element's number (`Element.at`).

    `chars`, `links`, `running` and `count` are the characters, those in links, those of running text, and the passages of
    a subtree; `wider` the nearest element above that holds more passages, or -1; `inside` how many steps below the best
    container it is, -1 outside; `articles` whether it is in the same `<article>`. `places`, `sizes`, `prose` and `alike` go
    by passage: its place, its characters, whether it is running text, and what is set by the same template: number,
    characters, passages of running text.
    """

    def __init__(self, passages: Sequence[Passage]) -> None:
        elements, self.places = settle(passages)
        self.elements = elements
        self.parents = [-1 if one.parent is None or one.parent.place is None else one.parent.at for one in elements]
        self.sizes = [len(passage.text) for passage in passages]
        self.prose = [
            size >= 60 and passage.links * 3 < size and passage.text[-1] in FINAL
            for size, passage in zip(self.sizes, passages, strict=True)
        ]
        self.page = max(1, sum(self.sizes))
        self._add_up(passages)
        self.all_prose = max(1, self.running[0] if elements else 0)
        self._step_down(_container(passages, self.prose))
        self.times = Counter([passage.text for passage in passages])
        self.alike = self._alike()

    def _add_up(self, passages: Sequence[Passage]) -> None:
        total = len(self.elements)
        chars, links, running, count = [0] * total, [0] * total, [0] * total, [0] * total
        for passage, size, prose in zip(passages, self.sizes, self.prose, strict=True):
            at = passage.element.at
            chars[at] += size
            links[at] += passage.links
            count[at] += 1
            if prose:
                running[at] += size
        parents = self.parents
        for at in range(total - 1, 0, -1):
            above = parents[at]
            if above >= 0:
                chars[above] += chars[at]
                links[above] += links[at]
                running[above] += running[at]
                count[above] += count[at]
        self.chars, self.links, self.running, self.count = chars, links, running, count

    def _step_down(self, best: Element | None) -> None:
        """Work out what every element has from the one above it; `best` is the best container."""
        count = self.count
        start = best.at if best is not None else -1
        wider: list[int] = []
        inside: list[int] = []
        nearest: list[int] = []
        """The nearest `<article>`, the element itself included, or -1."""
        for at, (above, element) in enumerate(zip(self.parents, self.elements, strict=True)):
            if above < 0:
                wider.append(above)
                inside.append(0 if at == start else -1)
                nearest.append(at if element.tag == "article" else -1)
                continue
            wider.append(above if count[above] > count[at] else wider[above])
            steps = inside[above]
            inside.append(0 if at == start else steps + 1 if steps >= 0 else -1)
            nearest.append(at if element.tag == "article" else nearest[above])
        own = nearest[start] if start >= 0 else -1
        self.wider, self.inside = wider, inside
        self.articles = [-1 if one < 0 else one == own for one in nearest]

    def _alike(self) -> list[list[int]]:
        groups: dict[tuple[str, ...], list[int]] = {}
        found: list[list[int]] = []
        for place, size, prose in zip(self.places, self.sizes, self.prose, strict=True):
            template = place.template
            if template in groups:
                group = groups[template]
                group[0] += 1
                group[1] += size
                group[2] += prose
            else:
                group = groups[template] = [1, size, int(prose)]
            found.append(group)
        return found


def _container(passages: Sequence[Passage], prose: Sequence[bool]) -> Element | None:
    """The element that most running text stands directly or nearly directly in."""
    scores: dict[Element, float] = {}
    for passage, running in zip(passages, prose, strict=True):
        if not running:
            continue
        weight, element = float(len(passage.text)), passage.element.parent
        for _ in range(4):
            if element is None or element.place is None:
                break
            scores[element] = scores.get(element, 0.0) + weight
            weight *= 0.7
            element = element.parent
    return max(scores, key=scores.__getitem__, default=None)
