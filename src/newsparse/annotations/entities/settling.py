"""Settles what uncertain names are, from all the places of an article where they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from newsparse.annotations.entities.guessing import Guess
from newsparse.annotations.entities.lexicon import Lexicon, Word
from newsparse.annotations.entities.surroundings import calling_before
from newsparse.model.annotations import EntityKind

_AFTER = re.compile(r"(,?)\s+([^\W_]+)")
_OFFICE = re.compile(r"(?:['’]s?)?\s+([^\W\d_A-Z][\w-]*(?:\s[^\W\d_A-Z][\w-]*)?)")
_APOSTROPHES = ("'", "’")
_PAIR = re.compile(r"\s+(?:and|und|et|y|e)\s+([^\W\d_]+)")
_GENITIVE = re.compile(r"['’]s?\s+([^\W\d_]+)")
_ARTICLES = frozenset(("the", "The"))


class Sighting(NamedTuple):
    """A guess where it stands; `begin` and `limit` are its sentence's, `initial` says that a capital here says nothing."""

    start: int
    end: int
    begin: int
    limit: int
    initial: bool
    guess: Guess


def settle(text: str, sightings: list[Sighting], words: Lexicon) -> dict[str, EntityKind | None]:
    """Return the kind of every uncertain name; None for what names nobody."""
    known, organizations = _certain(sightings)
    points: Counter[str] = Counter()
    firms: set[str] = set()
    for sighting in sightings:
        if sighting.guess.kind == "name":
            name = sighting.guess.name
            if name in known:
                points[name] = 0  # settled: nothing to weigh
            else:
                points[name] += _evidence(text, sighting, words)
                if name not in firms and (_has_officers(text, sighting, words) or _is_group(text, sighting, words)):
                    firms.add(name)
    organizations |= firms
    plain = set(text.split()) if points else set()
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
    name: str, points: Counter[str], known: set[str], organizations: set[str], plain: set[str], words: Lexicon
) -> EntityKind | None:
    parts = name.split(" ")
    if parts[-1] not in known and (name in organizations or (parts[0] in organizations and points[name] < 2)):
        return "organization"  # `Skylark's chairman`, so `Skylark Ports` too
    total = points[name] + 4 * (parts[-1] in known) + 2 * (parts[-1] in points)
    total -= 4 * any(part.lower() in plain and not words.flags(part) & Word.PARTICLE for part in parts)
    if total < (5 if words.nouns_capitalised else 1):
        return None
    _learn(name, known)
    return "person"


def _kind_of_single(
    name: str, points: Counter[str], known: set[str], organizations: set[str], plain: set[str], least: int
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


def _is_group(text: str, sighting: Sighting, words: Lexicon) -> bool:
    """Whether the word before says that it is an organisation: `the campaign group Quiet Phones`."""
    before = text[max(sighting.begin, sighting.start - 24) : sighting.start].split()[-1:]
    return bool(before) and before[0] in words.groups


def _has_officers(text: str, sighting: Sighting, words: Lexicon) -> bool:
    """Whether an office follows the name: `Skylark's chairman`, `Medora spokeswoman`, which firms have more than persons."""
    following = text[sighting.end : sighting.end + 1]
    if not following.isspace() and following not in _APOSTROPHES:
        return False
    if sighting.initial and not text.startswith(("'s ", "’s "), sighting.end):
        return False  # `Former spokesman`
    after = _OFFICE.match(text, sighting.end, sighting.limit)
    if after is None:
        return False
    # Persons have mothers and coaches, firms do not
    return any(
        word.islower() and words.flags(word) & Word.ROLE and word not in words.companions for word in after[1].split()
    )


def _evidence(text: str, sighting: Sighting, words: Lexicon) -> int:
    """Points for and against a person, from the words beside one sighting."""
    start, end = sighting.start, sighting.end
    single = " " not in sighting.guess.name
    points = (0 if single else 1) + _personal(text, sighting, words)
    before = text[max(sighting.begin, start - 24) : start].split()
    if before:
        last = before[-1]
        if last in _ARTICLES:
            points -= 4
        elif last.islower() and words.flags(last) & Word.HONORIFIC:
            points += 4
        elif last in words.locative:
            points -= 3
        elif last in words.belonging and len(before) > 1 and words.flags(before[-2]) & Word.ROLE:
            points -= 2  # `a spokesperson for Skylark Ports said`: firms have those more than persons do
        elif last.islower() and words.flags(last.rstrip(",")) & Word.ROLE:
            points += 3
    after = _AFTER.match(text, end, sighting.limit)
    if after is None:
        return points
    comma, word = after.groups()
    if comma:
        if word.isdigit() or word in words.determiners or word in ("who", "whose") or words.flags(word) & Word.ROLE:
            points += 2
    elif word in words.speaking:
        points += 3 if single and not sighting.initial else 2
    return points


def _is_given(name: str, words: Lexicon) -> bool:
    return bool(words.flags(name) & Word.GIVEN and not words.flags(name) & Word.AMBIGUOUS)


def _personal(text: str, sighting: Sighting, words: Lexicon) -> int:
    """Points for what only persons have: a mother (`Jayden Poole's mother`), a calling (`a girl named Suri`)."""
    genitive = _GENITIVE.match(text, sighting.end, sighting.limit)
    if genitive is not None and genitive[1] in words.companions:
        return 4 if genitive[1] in words.kin else 2
    pair = _PAIR.match(text, sighting.end, sighting.limit)
    if pair is not None and words.flags(pair[1]) & Word.GIVEN and _is_given(sighting.guess.name, words):
        return 4  # `Sheila and Ken Moss`
    last = text[max(sighting.begin, sighting.start - 24) : sighting.start].split()[-1:]
    named = bool(last) and last[0] in words.naming_ends
    return 4 if named and calling_before(text, sighting.start, sighting.begin, words) else 0
