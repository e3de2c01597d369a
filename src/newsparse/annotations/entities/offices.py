"""Who holds an office, and who is known by one alone: "the prime minister", "the State Department spokesperson"."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from typing import NamedTuple

from newsparse.annotations.entities.lexicon import Lexicon, Word
from newsparse.annotations.entities.roster import Actor

KEPT = 6
"""Holders of one office on either side, and unnamed speakers of one calling, that are looked at."""
_WORD = re.compile(r"[^\W_][\w’'.-]*[\w]|[^\W_]")


class Held(NamedTuple):
    """What the text calls somebody, and where it does."""

    words: frozenset[str]
    actor: Actor
    at: int


class Offices:
    """Persons by the office the text gives them, and unnamed speakers by what they are called; the last first."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words
        self._holders: dict[str, list[Held]] = {}
        self._unnamed: dict[str, list[Held]] = {}

    def hold(self, description: str, actor: Actor, at: int) -> None:
        """Remember that the text calls `actor` this at `at`."""
        found = self._words(description)
        for word in found:
            if self.words.flags(word) & Word.ROLE:
                insort(self._holders.setdefault(word, []), Held(found, actor, at), key=_at)

    def remember(self, phrase: str, actor: Actor) -> None:
        """Remember someone, or an organisation, that the text calls only this."""
        held = Held(found := self._words(phrase), actor, actor.first)
        for word in found:
            if self.words.flags(word) & (Word.ROLE | Word.ORGANIZATION) or word in self.words.plural_roles:
                self._keep(word, held)
        if not found & self._unnamed.keys() and found:
            self._keep(max(found), held)

    def sex_told(self, description: str) -> int:
        """What a description tells: `Trainerin`, `Hulse's wife`; a woman may be a chairman."""
        for word in description.split():
            if (flags := self.words.flags(word)) & Word.ROLE:
                told = self.words.nouns_capitalised or word.lower() in self.words.kin
                return flags & (Word.FEMALE | Word.MALE if told else Word.FEMALE)
        return 0

    def holder(self, phrase: str, at: int) -> Actor | None:
        """Return the person said to hold this office: the last before `at`, or else the first after."""
        found = self._words(phrase)
        for word in sorted(found):
            if actor := self._nearest(word, found, at):
                return actor
        return None

    def known(self, phrase: str, head: str, at: int, *, definite: bool) -> Actor | None:
        """Return whom `phrase` means: the holder of the office, or an unnamed speaker called nearly the same before."""
        found = self._words(phrase)
        head = self._full(head)
        if definite and (actor := self._nearest(head, found, at)):
            return actor
        for held in reversed(self._unnamed.get(head, ())):
            if found == held.words or (definite and (found <= held.words or held.words <= found)):
                return held.actor
        return None

    def _nearest(self, word: str, found: frozenset[str], at: int) -> Actor | None:
        """`The mayor` after `Mayor Ann Lee`, and in the headline above it; not a `former mayor`, nor a `deputy mayor`."""
        holders = self._holders.get(word)
        if holders is None:
            return None
        place = bisect_right(holders, at, key=_at)
        for held in (*reversed(holders[max(0, place - KEPT) : place]), *holders[place : place + KEPT]):
            if found <= held.words and self.words.unlike.isdisjoint(held.words - found):
                return held.actor
        return None

    def _keep(self, word: str, held: Held) -> None:
        kept = self._unnamed.setdefault(word, [])
        kept.append(held)
        if len(kept) > KEPT:
            del kept[0]

    def _words(self, phrase: str) -> frozenset[str]:
        """The words that tell one office from another, abbreviations written out."""
        return frozenset(
            self._full(word.lower())
            for word in _WORD.findall(phrase)
            if word.lower() not in self.words.determiners and word.lower() not in self.words.also
        )

    def _full(self, word: str) -> str:
        bare = word.rstrip(".").removesuffix("'s").removesuffix("’s")
        return self.words.short_roles.get(bare, bare)


def _at(held: Held) -> int:
    return held.at
