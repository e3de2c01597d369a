"""The parts of a sentence between commas and conjunctions, and the noun phrases for who or what acts in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from newsparse_markets.tokens import Token
from newsparse_markets.words import words

Part: TypeAlias = tuple[int, int]
"""The first token of a phrase, and the one after its last."""
BOUNDARIES = ",;()cr"
FARTHEST = 5
"""Parts that are gone back through for who acts."""
_VERBS = "vV"


class Segment(NamedTuple):
    """A part of a sentence; `opening` is the tag of what stands before it (`r` for `which`), `depth` counts brackets."""

    first: int
    last: int
    opening: str
    depth: int


class Segments:
    """The parts of one sentence."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.tags = "".join(one.tag for one in tokens)
        self.parts = self._cut()

    def _cut(self) -> list[Segment]:
        parts: list[Segment] = []
        first, depth, opening = 0, 0, ";"
        for at, tag in enumerate(self.tags + ";"):
            # `traders said yields had dropped`: who drops is told after `said`.
            says = tag == "V" and at > first and self.tokens[at].word in words("grammar", "reporting")
            within = tag == "p" and self.tokens[at].word == "with" and at == first and opening == ","
            if tag not in BOUNDARIES and not says and not within:
                continue
            parts.append(Segment(first, at, opening, depth))
            depth = max(0, depth + (tag == "(") - (tag == ")"))
            first, opening = at + 1, tag
        return [one for one in parts if one.first < one.last]

    def index(self, at: int) -> int:
        """Which part a token stands in, or the last before it."""
        return max((number for number, one in enumerate(self.parts) if one.first <= at), default=0)

    def opening(self, at: int) -> str:
        """What stands before the part of a token."""
        return self.parts[self.index(at)].opening if self.parts else ""

    def first(self, at: int) -> int:
        """Where the part of a token begins."""
        return min(self.parts[self.index(at)].first, at) if self.parts else at

    def end(self, at: int) -> int:
        """Where the part of a token ends."""
        return self.parts[self.index(at)].last if self.parts else at

    def subject(self, at: int) -> Part | None:
        """The words for who or what acts at a token: what its part begins with, or else an earlier part."""
        if not self.parts:
            return None
        number = self.index(at)
        depth = self.parts[number].depth
        for step in range(FARTHEST):
            if number - step < 0:
                break
            part = self.parts[number - step]
            if part.depth > depth:
                continue
            depth = part.depth
            limit = min(at, part.last)
            if (step == 0 or part.opening != "r") and (found := self._leading(part.first, limit)):
                return self._widened(number - step, self._named(number - step, found) if step else found)
            if part.opening == "r" and step == 0 and number > 0:
                return self._antecedent(self.parts[number - 1])
        return None

    def _named(self, number: int, found: Part) -> Part:
        """`Shares of Volta, Europe's biggest van maker, sank`: what an apposition tells more about."""
        part = self.parts[number]
        if part.opening != "," or number == 0 or set(self.tags[part.first : part.last]) & set("vVA"):
            return found
        before = self.parts[number - 1]
        whole = (
            None
            if set(self.tags[before.first : before.last]) & set("vVA")
            else self._leading(before.first, before.last)
        )
        if whole is None or ("n" in self.tags[slice(*found)] and not set(self.tags[slice(*whole)]) & set("ng")):
            return found
        return whole

    def _leading(self, first: int, limit: int) -> Part | None:
        """The noun phrase that a part begins with, up to its verb."""
        while first < limit and self.tags[first] in "at":
            first += 1
        if first < limit and self.tags[first] == "p":
            first = self._after_adverbial(first, limit)
        if (
            first < limit
            and self.tags[first] == "w"
            and self.tokens[first].word.endswith("ed")
            and self.tags[first + 1 : first + 2] == "p"
        ):
            return None  # `Corvane, listed in Paris, rose`
        if self.tags[first : first + 2] == "wd":
            return None  # `and suspend its dividend`
        stop = first
        while stop < limit and self.tags[stop] not in _VERBS:
            stop += 1
        stop = self._before_verb(first, stop)
        while stop > first and self.tags[stop - 1] in "apAtd":
            stop -= 1
        if stop <= first or all(tag in "oadAN" for tag in self.tags[first:stop]):
            return None
        return first, stop

    def _after_adverbial(self, first: int, limit: int) -> int:
        """`In London trading the index`, `On Friday Brent`: where what acts begins."""
        for at in range(first + 1, limit):
            if self.tags[at] in _VERBS:
                return at
            if self.tags[at] == "t" and at + 1 < limit and self.tags[at + 1] not in "tvVp":
                return at + 1
            if at > first + 1 and self.tags[at] == "d" and self.tags[at - 1] != "p":
                return at
        return limit

    def _before_verb(self, first: int, stop: int) -> int:
        """A verb that no list knows ends the words for who acts: the first word in -ed after a name."""
        for at in range(first + 1, stop):
            word, tag = self.tokens[at].word, self.tags[at]
            if tag == "w" and self.tags[at + 1 : at + 2] == "d":
                return at  # `Volta unveils a`
            if tag != "w" or not word.endswith("ed") or len(word) < 5 or self.tags[at - 1] not in "nwN":
                continue
            if "n" in self.tags[first:at] or self.tags[at + 1 : at + 2] in ("d", "A", "p", "o", ",", ""):
                return at
        return stop

    def _antecedent(self, part: Segment) -> Part | None:
        """What `which` stands for: the last noun phrase before it."""
        if (whole := self._leading(part.first, part.last)) and "V" not in self.tags[part.first : part.last]:
            return whole
        first = part.last
        while first > part.first and self.tags[first - 1] in "nwgANd":
            first -= 1
        return (first, part.last) if first < part.last else None

    def _widened(self, number: int, found: Part) -> Part:
        """`Daimler, Opel and Skoda`: with the parts before it that are nothing but nouns and end where it begins."""
        first, last = found
        while number > 0 and self.parts[number].first == first and self._is_joined(number, last):
            number -= 1
            first = self.parts[number].first
        return first, last

    def _is_joined(self, number: int, last: int) -> bool:
        """Whether a part, whose noun phrase ends at `last`, goes on a list that the part before it begins or goes on."""
        part, before = self.parts[number], self.parts[number - 1]
        if part.opening not in ",c" or self.tokens[part.first - 1].word not in ("and", "or", ","):
            return False
        tags = self.tags[before.first : before.last]
        if self._leading(before.first, before.last) != (before.first, before.last) or not set(tags) <= set("dnwgp"):
            return False
        # In headlines: `Adria, Fjellair call off merger`, `Peso, rand gain`.
        single = last - part.first == 1 == len(tags)
        names = number == 1 and (single or {*self.tags[part.first : last], *tags} == {"n"})
        if part.opening == ",":
            return names or "and" in {one.word for one in self.tokens[part.first : last]}
        # `Daimler, Opel, and Skoda`, but `…, and its shares fell`.
        return self.tags[part.first - 2] != "," or set(tags) == {"n"}

    def split(self, part: Part) -> list[Part]:
        """`Volta and Halden`: each by itself."""
        first, last = part
        found: list[Part] = []
        for at in range(first, last + 1):
            if at == last or self.tokens[at].word in ("and", ",", "or"):
                if first < at:
                    found.append((first, at))
                first = at + 1
        return found

    def phrase(self, first: int, limit: int | None = None, *, across: str = "of") -> Part | None:
        """The noun phrase that begins at a token, with what `across` joins to it."""
        stop = len(self.tokens) if limit is None else limit
        while first < stop and self.tags[first] in "da" and first + 1 < stop:
            first += 1
        at = first
        while at < stop:
            tag, word = self.tags[at], self.tokens[at].word
            inner = tag in "nwgN" or (tag == "d" and at > first and self.tokens[at - 1].word in across)
            if not inner and not (tag == "p" and word in across.split() and at > first and at + 1 < stop):
                break
            at += 1
        while at > first and self.tags[at - 1] in "pd":
            at -= 1
        return (first, at) if at > first else None
