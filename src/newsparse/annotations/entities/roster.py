"""Everyone found so far: full names first, then short forms to the nearest full name before them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from newsparse.annotations.entities.lexicon import Lexicon, Word
from newsparse.annotations.entities.places import demonyms
from newsparse.model import Span
from newsparse.model.annotations import EntityKind

NAMESAKES = 6
"""Actors of one surname that are looked at: more than any article has, and a bound on hostile ones."""


class Actor:
    """One entity in the making. Changes while an article is resolved, and never leaves this folder."""

    __slots__ = (
        "description",
        "first",
        "honorifics",
        "kind",
        "mentions",
        "name",
        "personal",
        "plural",
        "sex",
        "sure",
        "words",
    )

    def __init__(self, name: str, kind: EntityKind, first: int) -> None:
        self.name = name
        self.kind: EntityKind = kind
        self.first = first
        self.words = folded(name)
        self.honorifics: list[str] = []
        self.description: str | None = None
        self.sex = 0
        """Word.FEMALE, Word.MALE, or 0 where nothing tells."""
        self.plural = False
        self.personal = kind == "person"
        """Whether `he` or `she` can mean it."""
        self.sure = False
        """Whether a given name, an honorific or an office says that it is a person."""
        self.mentions: list[Span] = []

    def add(self, span: Span) -> None:
        """Note a mention."""
        self.mentions.append(span)
        self.first = min(self.first, span.start)


@lru_cache(maxsize=8_192)
def folded(name: str) -> tuple[str, ...]:
    """Return the words of a name without accents, case, stops and apostrophes: the form in which names are compared."""
    if not name.isascii():
        name = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return tuple(name.lower().replace(".", "").replace("’", "'").split())


class Roster:
    """Actors by the words of their names."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words
        self.actors: list[Actor] = []
        self._by_name: dict[str, Actor] = {}
        """Full names and organisations as written: most mentions repeat one."""
        self._full: dict[str, bool] = {}
        self._exact: dict[tuple[str, ...], Actor] = {}
        self._by_last: dict[str, list[Actor]] = {}
        self._by_first: dict[str, list[Actor]] = {}
        self._organizations: dict[str, Actor] = {}
        self._short: dict[str, Actor] = {}

    def add_person(self, name: str, at: int) -> Actor:
        """Return the actor with this full name, a new one if there is none."""
        if known := self._by_name.get(name):
            return known
        key = self._bare(folded(name))
        actor = self._exact.get(key)
        if actor is None:
            actor = self._namesake(key) or self._new(name, "person", at)
            self._exact[key] = actor
        if (
            len(key) > len(actor.words)
            or not actor.words
            or (name != actor.name and key == actor.words and _is_better(name, actor.name))
        ):
            actor.name, actor.words = name, key
        self._index(self._by_last, key[-1] if key else "", actor)
        self._index(self._by_first, key[0] if key else "", actor)
        actor.sex = actor.sex or self.sex_of(name)
        actor.sure = actor.sure or bool(self.words.flags(name.split(" ", maxsplit=1)[0]) & Word.GIVEN)
        return actor

    def is_full(self, name: str) -> bool:
        """Whether a name has more than a surname: `Ursula van der Berg`, not `Van der Berg`."""
        known = self._full.get(name)
        if known is None:
            parts = folded(name)
            known = len(parts) > 1 and not all(self.words.words.get(part, 0) & Word.PARTICLE for part in parts[:-1])
            self._full[name] = known
        return known

    def short_form(self, name: str, at: int, sex: int = 0) -> Actor | None:
        """Return whom a single name, or a full one in other spelling, means at `at`: the nearest of that name before."""
        key = self._bare(folded(name))
        if not key:
            return None
        if actor := self._exact.get(key):
            return actor
        for index in (self._by_last, self._by_first):
            fitting = [
                actor
                for actor in index.get(key[-1], ())
                if not (sex and actor.sex and sex != actor.sex)
                and (len(key) == 1 or actor.words[-len(key) :] == key or _compatible(key, actor.words))
            ]
            if fitting:
                before = [actor for actor in fitting if actor.first <= at]
                nearest: Actor = max(before, key=_last_place) if before else min(fitting, key=_first_place)
                return nearest
        return None

    def add_organization(self, name: str, at: int) -> Actor:
        """Return the organisation of this name, its initials, or its name without the country."""
        if known := self._by_name.get(name):
            return known
        key = " ".join(folded(name.removeprefix("the ").removeprefix("The ")))
        actor = self._organizations.get(key) or self._organizations.get(self._without_place(key))
        if actor is None:
            actor = self._new(name, "organization", at)
            parts = [part for part in name.split() if part[0].isupper()]
            if len(parts) > 2:
                self._organizations.setdefault("".join(part[0] for part in parts).lower(), actor)
            elif len(parts) == 2 and self._leads(parts[0]):
                self._organizations.setdefault(folded(parts[0])[0], actor)  # `Medora Group`, then `Medora`
        self._organizations.setdefault(key, actor)
        self._organizations.setdefault(self._without_place(key), actor)
        self._short[key.rsplit(" ", 1)[-1]] = actor
        if (len(name) > len(actor.name) and not actor.name.isupper()) or (actor.name.isupper() and " " in name):
            actor.name = name
        self._by_name[name] = actor
        return actor

    def alias(self, initials: str, actor: Actor | None) -> None:
        """Let `initials` mean the organisation `actor`, unless they mean another already."""
        if actor is not None:
            self._organizations.setdefault(initials.lower(), actor)

    def organization_headed(self, head: str) -> Actor | None:
        """Return the organisation last named whose name ends with `head`: "the ministry"."""
        return self._short.get(head)

    def namesakes(self, actor: Actor) -> list[Actor]:
        """Return the persons with the surname of `actor`, who is one of them."""
        return self._by_last.get(actor.words[-1], []) if actor.words else []

    def find_misspelt(self, name: str) -> Actor | None:
        """Return a person whose name differs from `name` in one word by one letter."""
        key = self._bare(folded(name))
        if len(key) < 2:
            return None
        near: list[Actor] = [*self._by_last.get(key[-1], ()), *self._by_first.get(key[0], ())]
        for actor in near:
            if len(actor.words) == len(key) and all(_close(a, b) for a, b in zip(key, actor.words, strict=True)):
                return actor
        return None

    def new_role(self, name: str, at: int) -> Actor:
        """Add someone known by an office or calling alone."""
        return self._new(name, "role", at)

    def sex_of(self, name: str) -> int:
        """Return what the given name tells: Word.FEMALE, Word.MALE or 0."""
        parts = name.split(" ")
        flags = self.words.flags(parts[0])
        if not flags & (Word.FEMALE | Word.MALE) and "-" in parts[0]:
            flags = self.words.flags(parts[0].split("-")[0])
        return (
            flags & (Word.FEMALE | Word.MALE)
            if flags & Word.GIVEN and (len(parts) > 1 or not flags & Word.AMBIGUOUS)
            else 0
        )

    def _new(self, name: str, kind: EntityKind, at: int) -> Actor:
        actor = Actor(name, kind, at)
        self.actors.append(actor)
        return actor

    def _bare(self, key: tuple[str, ...]) -> tuple[str, ...]:
        """Leave out `Jr.`."""
        return key[:-1] if len(key) > 1 and self.words.words.get(key[-1], 0) & Word.SUFFIX else key

    def _namesake(self, key: tuple[str, ...]) -> Actor | None:
        if len(key) < 2:
            return None
        return next((actor for actor in self._by_last.get(key[-1], ()) if _compatible(key, actor.words)), None)

    def _index(self, index: dict[str, list[Actor]], key: str, actor: Actor) -> None:
        namesakes = index.setdefault(key, [])
        if actor not in namesakes:
            namesakes.append(actor)
            if len(namesakes) > NAMESAKES:
                del namesakes[0]

    def _leads(self, word: str) -> bool:
        """Whether an organisation of two words can go by its first."""
        plain = Word.ORGANIZATION | Word.THING | Word.PLACE | Word.ROLE | Word.MODIFIER | Word.OPENER | Word.GIVEN
        return not self.words.flags(word) & plain and not word.isupper() and word.lower() not in demonyms()

    def _without_place(self, key: str) -> str:
        first, _, rest = key.partition(" ")
        return rest if rest and (first in self.words.places or first in ("us", "uk", "eu", "un")) else key


def _first_place(actor: Actor) -> int:
    return actor.first


def _last_place(actor: Actor) -> int:
    return actor.mentions[-1].start if actor.mentions else actor.first


def _is_better(one: str, other: str) -> bool:
    """Whether `one` is written more as names are: `Tove Hansrud` before `TOVE HANSRUD` and `tove Hansrud`."""
    return _titled(one) > _titled(other)


def _titled(name: str) -> int:
    return sum(word[:1].isupper() and not (word.isupper() and len(word) > 2) for word in name.split())


def _compatible(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two full names with one surname can be one person's: `J. Marlow`, `Jo Marlow`, `Joan B. Marlow`."""
    a, b = tuple(one), tuple(other)
    if len(a) < 2 or len(b) < 2:
        return a[-1:] == b[-1:]
    first, second = sorted((a[0], b[0]), key=len)
    if a[-1] != b[-1] or not second.startswith(first):
        return False
    return len(first) in (1, len(second)) or len(first) > 2


def _close(one: str, other: str) -> bool:
    """Whether two words are equal, or differ by one letter put in, left out, changed or swapped."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < 4:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
