"""Settles what uncertain names are, from all the places of an article where they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from newsparse.annotations.entities.guessing import Guess
from newsparse.annotations.entities.lexicon import Lexicon, Word
from newsparse.model.annotations import EntityKind

_AFTER = re.compile(r"(,?)\s+([^\W_]+)")
_OFFICE = re.compile(r"(?:['’]s?)?\s+([^\W\d_A-Z][\w-]*(?:\s[^\W\d_A-Z][\w-]*)?)")
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
    firms: Counter[str] = Counter()
    for sighting in sightings:
        if sighting.guess.kind == "name":
            points[sighting.guess.name] += _evidence(text, sighting, words)
            firms[sighting.guess.name] += _has_officers(text, sighting, words)
    organizations.update(name for name, count in firms.items() if count and name not in known)
    plain = set(text.split()) if points else set()
    kinds: dict[str, EntityKind | None] = {}
    for name, score in points.items():
        parts = name.split(" ")
        if len(parts) > 1:
            total = score + 4 * (parts[-1] in known) + 2 * (parts[-1] in points)
            total -= 4 * any(part.lower() in plain for part in parts)
            if name in organizations and parts[-1] not in known:
                kinds[name] = "organization"
            elif total >= (3 if words.nouns_capitalised else 1):
                kinds[name] = "person"
                _learn(name, known)
            else:
                kinds[name] = None
    for name, score in points.items():
        if " " not in name:
            if name in known:
                kinds[name] = "person"
            elif name in organizations:
                kinds[name] = "organization"
            else:
                kinds[name] = "person" if score >= 3 and name.lower() not in plain else None
    return kinds


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


def _has_officers(text: str, sighting: Sighting, words: Lexicon) -> bool:
    """Whether an office follows the name: `Skylark's chairman`, `Medora spokeswoman`, which firms have more than persons."""
    after = _OFFICE.match(text, sighting.end, sighting.limit)
    if after is None:
        return False
    return any(words.flags(word) & Word.ROLE for word in after[1].split()[:2] if word.islower())


def _evidence(text: str, sighting: Sighting, words: Lexicon) -> int:
    """Points for and against a person, from the words beside one sighting."""
    start, end = sighting.start, sighting.end
    single = " " not in sighting.guess.name
    points = 0 if single or sighting.initial else 1
    before = text[max(sighting.begin, start - 24) : start].split()
    if before:
        last = before[-1]
        if last in _ARTICLES:
            points -= 4
        elif last in words.locative:
            points -= 3
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
        points += 3 if single else 2
    return points
