"""Who holds an office, and who is known by one alone: "the prime minister", "the State Department spokesperson"."""

from __future__ import annotations

import re

from newsparse.annotations.entities.lexicon import Lexicon, Word
from newsparse.annotations.entities.roster import Actor

KEPT = 6
"""Holders of one office, and unnamed speakers of one calling, that are looked at."""
_WORD = re.compile(r"[^\W_][\w’'.-]*[\w]|[^\W_]")


class Offices:
    """Persons by the office the text gives them, and unnamed speakers by what they are called; the last first."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words
        self._holders: dict[str, list[tuple[frozenset[str], Actor]]] = {}
        self._unnamed: dict[str, list[tuple[frozenset[str], Actor]]] = {}

    def hold(self, description: str, actor: Actor, at: int) -> None:
        """Remember that the text calls `actor` this."""
        del at
        found = self._words(description)
        for word in found:
            if self.words.flags(word) & Word.ROLE:
                self._keep(self._holders, word, found, actor)

    def remember(self, phrase: str, actor: Actor) -> None:
        """Remember someone, or an organisation, that the text calls only this."""
        found = self._words(phrase)
        for word in found:
            if self.words.flags(word) & (Word.ROLE | Word.ORGANIZATION) or word in self.words.plural_roles:
                self._keep(self._unnamed, word, found, actor)
        if not found & self._unnamed.keys() and found:
            self._keep(self._unnamed, max(found), found, actor)

    def holder(self, phrase: str) -> Actor | None:
        """Return the person last said to hold this office."""
        found = self._words(phrase)
        for word in sorted(found):
            for described, actor in reversed(self._holders.get(word, ())):
                if found <= described:
                    return actor
        return None

    def known(self, phrase: str, head: str, *, definite: bool) -> Actor | None:
        """Return whom `phrase` means: the holder of the office, or an unnamed speaker called nearly the same before."""
        found = self._words(phrase)
        head = self._full(head)
        if definite:
            for described, actor in reversed(self._holders.get(head, ())):
                if found <= described:
                    return actor
        for described, actor in reversed(self._unnamed.get(head, ())):
            if found == described or (definite and (found <= described or described <= found)):
                return actor
        return None

    def _keep(
        self, index: dict[str, list[tuple[frozenset[str], Actor]]], word: str, found: frozenset[str], actor: Actor
    ) -> None:
        kept = index.setdefault(word, [])
        kept.append((found, actor))
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
