"""Settles what uncertain names are, from all the places of an article where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from newsparse.annotations.entities.guessing import Guess
from newsparse.annotations.entities.lexicon import Lexicon, Word
from newsparse.annotations.entities.surroundings import calling_before
from newsparse.model.annotations import EntityKind

_AFTER = re.compile(r"\s+([^\W_]+)")
_OFFICE = re.compile(r"(?:['’]s?)?\s+([^\W\d_A-Z][\w-]*(?:\s[^\W\d_A-Z][\w-]*)?)")
_APOSTROPHES = ("'", "’")
_PAIR = re.compile(r"\s+(?:and|und|et|y|e)\s+([^\W\d_]+)")
_GENITIVE = re.compile(r"['’]s?\s+([^\W\d_]+)")
_ARTICLES = frozenset(("the", "The"))
_WHO = frozenset(("who", "whose"))
_AND = frozenset(("and", "und", "et", "y", "e"))
BEFORE = 24
"""Code points in which the words before a name are looked for."""
PLAIN = 4
"""Points against a name whose words stand in small letters elsewhere."""
ASKED = 8
"""Words looked for in the text one by one; for more of them it is cut into words."""


class Sighting(NamedTuple):
    """A guess where it stands; `begin` and `limit` are its sentence's, `initial` says that a capital here says nothing."""

    start: int
    end: int
    begin: int
    limit: int
    initial: bool
    guess: Guess


class _Plain:
    """The words of a text as they stand between blanks; few are asked for mostly, and then the text need not be cut."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._asked = 0
        self._words: set[str] | None = None

    def __contains__(self, word: str) -> bool:
        if self._words is None and self._asked == ASKED:
            self._words = set(self._text.split())
        if self._words is not None:
            return word in self._words
        self._asked += 1
        text, at = self._text, self._text.find(word)
        while at >= 0:
            end = at + len(word)
            if (not at or text[at - 1].isspace()) and (end == len(text) or text[end].isspace()):
                return True
            at = text.find(word, end)
        return False


def settle(text: str, sightings: list[Sighting], words: Lexicon) -> dict[str, EntityKind | None]:
    """Return the kind of every uncertain name; None for what names nobody."""
    known, organizations = _certain(sightings)
    points: dict[str, int] = {}
    firms: set[str] = set()
    for sighting in sightings:
        if sighting.guess.kind == "name":
            name = sighting.guess.name
            if name in known:
                points[name] = 0  # settled: nothing to weigh
            else:
                weight, firm = _weigh(text, sighting, words)
                points[name] = points.get(name, 0) + weight
                if firm:
                    firms.add(name)
    organizations |= firms
    plain = _Plain(text)
    # Full names first: a surname alone is whoever bears it
    kinds: dict[str, EntityKind | None] = {
        name: _kind_of_full(name, points, known, organizations, plain, words) for name in points if " " in name
    }
    least = 4 if words.nouns_capitalised else 3
    kinds |= {
        name: _kind_of_single(name, points, known, organizations, plain, least) for name in points if " " not in name
    }
    offices = {one.guess.name for one in sightings if one.guess.kind == "role" and one.guess.name in known}
    for name in offices:
        if words.flags(name) & Word.SURNAME:
            kinds[name] = "person"  # `Peter König …` and then `König sagte`
    return kinds


def _kind_of_full(
    name: str, points: dict[str, int], known: set[str], organizations: set[str], plain: _Plain, words: Lexicon
) -> EntityKind | None:
    parts = name.split(" ")
    if parts[-1] not in known and (name in organizations or (parts[0] in organizations and points[name] < 2)):
        return "organization"  # `Skylark's chairman`, so `Skylark Ports` too
    total = points[name] + 4 * (parts[-1] in known) + 2 * (parts[-1] in points)
    beyond = total - (5 if words.nouns_capitalised else 1)
    if beyond < 0 or (
        beyond < PLAIN and any(not words.flags(part) & Word.PARTICLE and part.lower() in plain for part in parts)
    ):
        return None
    _learn(name, known)
    return "person"


def _kind_of_single(
    name: str, points: dict[str, int], known: set[str], organizations: set[str], plain: _Plain, least: int
) -> EntityKind | None:
    if name in known:
        return "person"
    if name in organizations:
        return "organization"
    return "person" if points[name] >= least and name.lower() not in plain else None


def _certain(sightings: Iterable[Sighting]) -> tuple[set[str], set[str]]:
    """Return the words of names that are surely a person's, and the names that are surely an organisation's."""
    known: set[str] = set()
    organizations: set[str] = set()
    seen: set[str] = set()
    for sighting in sightings:
        one = sighting.guess
        if one.kind in ("person", "organization") and one.name not in seen:
            seen.add(one.name)
            if one.kind == "person":
                _learn(one.name, known)
            else:
                organizations.add(one.name)
                organizations.add(one.name.partition(" ")[0])
    return known, organizations - known


def _learn(name: str, known: set[str]) -> None:
    parts = name.split(" ")
    known.add(name)
    known.add(parts[-1])
    known.add(parts[0])


def _weigh(text: str, sighting: Sighting, words: Lexicon) -> tuple[int, bool]:
    """Points for and against a person from the words beside one sighting, and whether they show an organisation.

    The words on either side are looked at once: a page has a hundred uncertain sightings.
    """
    start, end, begin, limit, initial, one = sighting
    single = " " not in one.name
    points, firm, personal = (0 if single else 1), False, 0
    before = text[max(begin, start - BEFORE) : start].split()
    if before:
        last = before[-1]
        firm = last in words.groups  # `the campaign group Quiet Phones`
        if last in words.naming_ends and calling_before(text, start, begin, words):
            personal = 4  # `a girl named Suri`
        points += _ahead(before, words)
    following = text[end : end + 1] if end < limit else ""
    if following == ",":
        after = _AFTER.match(text, end + 1, limit)
        if after is not None:
            word = after[1]
            described = word.isdigit() or word in words.determiners or word in _WHO or words.flags(word) & Word.ROLE
            points += 2 if described else 0
    elif following.isspace():
        after = _AFTER.match(text, end, limit)
        if after is not None:
            word = after[1]
            if word in words.speaking:
                points += 3 if single and not initial else 2
            if word in _AND and _is_pair(text, sighting, words):
                personal = 4
            # What begins with one of A to Z is no office in small letters
            firm = firm or (word[0] > "Z" and not initial and _has_officers(text, end, limit, words))
    elif following in _APOSTROPHES:
        personal = _kinship(text, end, limit, words) or personal
        begins = not initial or text.startswith(("'s ", "’s "), end)  # not `Former’ spokesman`
        firm = firm or (begins and _has_officers(text, end, limit, words))
    return points + personal, firm


def _ahead(before: list[str], words: Lexicon) -> int:
    """Points for and against a person from the words before."""
    last = before[-1]
    if last in _ARTICLES:
        return -4
    small = last.islower()
    if small and words.flags(last) & Word.HONORIFIC:
        return 4
    if last in words.locative:
        return -3
    if last in words.belonging and len(before) > 1 and words.flags(before[-2]) & Word.ROLE:
        return -2  # `a spokesperson for Skylark Ports said`: firms have those more than persons do
    return 3 if small and words.flags(last.rstrip(",")) & Word.ROLE else 0


def _has_officers(text: str, end: int, limit: int, words: Lexicon) -> bool:
    """Whether an office follows the name: `Skylark's chairman`, `Medora spokeswoman`, which firms have more than persons."""
    after = _OFFICE.match(text, end, limit)
    if after is None:
        return False
    # Persons have mothers and coaches, firms do not
    return any(
        word.islower() and words.flags(word) & Word.ROLE and word not in words.companions for word in after[1].split()
    )


def _is_given(name: str, words: Lexicon) -> bool:
    return bool(words.flags(name) & Word.GIVEN and not words.flags(name) & Word.AMBIGUOUS)


def _kinship(text: str, end: int, limit: int, words: Lexicon) -> int:
    """Points for whom only persons have: a mother (`Jayden Poole's mother`)."""
    genitive = _GENITIVE.match(text, end, limit)
    if genitive is None or genitive[1] not in words.companions:
        return 0
    return 4 if genitive[1] in words.kin else 2


def _is_pair(text: str, sighting: Sighting, words: Lexicon) -> bool:
    """Whether another given name is joined to it: `Sheila and Ken Moss`."""
    pair = _PAIR.match(text, sighting.end, sighting.limit)
    return pair is not None and bool(words.flags(pair[1]) & Word.GIVEN) and _is_given(sighting.guess.name, words)
