"""The page as a whole: what each element holds, where the running text is, which passages are set alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsparse.readers.html.places import Place
from newsparse.readers.html.walking import Passages

FINAL = frozenset(".!?…:;\"”’»“'。！？)›‹«」")
"""What running text ends in."""


class Alike:
    """The passages that one template sets: how many, their characters, how many of them are running text."""

    __slots__ = ("count", "number", "prose", "size")

    def __init__(self, number: int) -> None:
        self.number = number
        self.count = self.size = self.prose = 0


class Survey:
    """Sums over the page.

    Lists that go by passage: `places`, `tags`, `sizes` (characters), `prose` (whether it is running text), `alike` (what is set
    by the same template), `inside` (how many steps below the best container it is, -1 outside), `same` (whether it is in the
    same `<article>` as that, -1 in none). Lists that go by element: `chars`, `links`, `running` and `count`, the characters,
    those in links, those of running text, and the passages of all that it holds; `wider`, the nearest element above that
    holds more passages, or -1.
    """

    def __init__(self, passages: Passages) -> None:
        page = passages.elements
        self.parents = page.parents
        self.places = [page.places[at] for at in passages.blocks]
        self.tags = [place.tag for place in self.places]
        self.sizes = list(map(len, passages.texts))
        self.prose = [
            size >= 60 and links * 3 < size and text[-1] in FINAL
            for size, links, text in zip(self.sizes, passages.links, passages.texts, strict=True)
        ]
        self.page = max(1, sum(self.sizes))
        self._add_up(passages)
        self.all_prose = max(1, self.running[0])
        self._locate(passages)
        self.times = Counter(passages.texts)
        self.alike = self._alike()

    def _add_up(self, passages: Passages) -> None:
        parents = self.parents
        total = len(parents)
        chars, links, running, count = [0] * total, [0] * total, [0] * total, [0] * total
        for number, size, linked, prose in zip(passages.blocks, self.sizes, passages.links, self.prose, strict=True):
            chars[number] += size
            links[number] += linked
            count[number] += 1
            if prose:
                running[number] += size
        for number in range(total - 1, 0, -1):
            above = parents[number]
            chars[above] += chars[number]
            links[above] += links[number]
            if running[number]:
                running[above] += running[number]
            count[above] += count[number]
        wider = [-1]
        for number in range(1, total):
            above = parents[number]
            wider.append(above if count[above] > count[number] else wider[above])
        self.chars, self.links, self.running, self.count, self.wider = chars, links, running, count, wider

    def _locate(self, passages: Passages) -> None:
        """Find where each passage stands to the best container."""
        blocks = passages.blocks
        best = self._container(blocks)
        parents, tags = self.parents, passages.elements.tags
        steps = {best: 0.0}
        """How far below the best container each element in it is: they follow it."""
        for number in range(best + 1, len(parents)) if best >= 0 else ():
            if parents[number] < best:
                break
            steps[number] = steps[parents[number]] + 1.0
        self.inside = [steps.get(at, -1.0) for at in blocks]
        if "article" not in tags:
            self.same = [-1.0] * len(blocks)
            return
        articles = [-1]
        for number in range(1, len(parents)):
            articles.append(number if tags[number] == "article" else articles[parents[number]])
        own = articles[best] if best >= 0 else -1
        self.same = [float(articles[at] == own) if articles[at] >= 0 else -1.0 for at in blocks]

    def _container(self, blocks: Sequence[int]) -> int:
        """The element that most running text stands directly or nearly directly in, or -1."""
        parents = self.parents
        scores: dict[int, float] = {}
        for at, size, prose in zip(blocks, self.sizes, self.prose, strict=True):
            if not prose:
                continue
            weight, element = float(size), parents[at]
            for _ in range(4):
                if element < 0:
                    break
                scores[element] = scores.get(element, 0.0) + weight
                weight *= 0.7
                element = parents[element]
        return max(scores, key=scores.__getitem__, default=-1)

    def _alike(self) -> list[Alike]:
        known: dict[Place, Alike] = {}
        groups: dict[tuple[str, ...], Alike] = {}
        found: list[Alike] = []
        for place, size, prose in zip(self.places, self.sizes, self.prose, strict=True):
            group = known.get(place)
            if group is None:
                group = known[place] = groups.setdefault(place.template, Alike(len(groups)))
            group.count += 1
            group.size += size
            group.prose += prose
            found.append(group)
        return found
