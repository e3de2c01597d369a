"""Whom an interview is with, where no words say so: the person whom headline, captions and introduction are about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import attrs

from newsparse.blocks import Block
from newsparse.languages import given_names
from newsparse.model import Entity
from newsparse.structure.interviews.names import NAME
from newsparse.structure.interviews.participants import named
from newsparse.structure.interviews.vocabulary import Vocabulary

_FRONT = 16
"""Blocks above the first question that are looked at, furniture aside."""
_REACH = 700
"""Code points of each that are."""
_WEIGHTS = {"headline": 3, "alternative_headline": 2, "caption": 2, "paragraph": 1, "heading": 1}
_CREDITS = frozenset({"byline", "credit"})
_LEAST = 2
_SURE = 2
"""What a known given name, or an age, counts in place of a second mention."""
# `Ada Lindqvist, 61, …`, `Ada Lindqvist (61)`
_AGE = re.compile(r",?\s\(?(?:aged\s)?\d\d[,)\s]")
_SUBJECT = re.compile(r",\s|\s\(|\s[a-zß-öø-ÿ]|\s?:")


def guest_of(text: str, blocks: Sequence[Block], first: int, words: Vocabulary) -> Entity | None:
    """Return the person whom what stands above the first turn is about; those who wrote it are left out."""
    above = [block for block in blocks[max(0, first - 3 * _FRONT) : first] if block.type in _WEIGHTS][-_FRONT:]
    writers = " ".join(text[one.start : one.end] for one in blocks if one.type in _CREDITS)
    weights: Counter[str] = Counter()
    people: dict[str, Entity] = {}
    places: Counter[str] = Counter()
    for block in above:
        seen: set[str] = set()
        for match in NAME.finditer(text, block.start, min(block.end, block.start + _REACH)):
            person = named(text, match.start(), match.end(), words)
            if person is None or person.name in writers or person.name in seen:
                continue
            name = people.setdefault(person.name, person).name
            seen.add(name)
            aged = _AGE.match(text, match.end(), block.end) is not None
            weights[name] += _weight(text, block, person, match.end(), first_one=len(seen) == 1) + 2 * aged
            places[name] += block.type != "headline"
            places[name] += _SURE * (aged or _is_given(name))
    # `Port Union Returns` is a headline, `Oxby Harbour Board` is named once: neither is a person for sure
    found = [(weight, name) for name, weight in weights.items() if weight >= _LEAST and places[name] >= 2]
    if not found:
        return None
    most = max(weight for weight, _ in found)
    return attrs.evolve(people[next(name for weight, name in found if weight == most)], id=0)


def _weight(text: str, block: Block, person: Entity, end: int, *, first_one: bool) -> int:
    """How much speaks for a name in one block: what it is, and whether it is about them."""
    own = _WEIGHTS[block.type] if first_one else 1
    subject = person.mentions[0].start <= block.start + 60 and _SUBJECT.match(text, end, block.end) is not None
    return own + (block.type == "paragraph" and subject and _is_given(person.name))


def _is_given(name: str) -> bool:
    return name.partition(" ")[0].casefold() in given_names()


def with_initials(text: str, blocks: Sequence[Block], first: int, speakers: Sequence[Entity]) -> list[Entity]:
    """Return the speakers; `AL` is the one full name above the first turn that has these initials."""
    found = list(speakers)
    short = [
        at
        for at, one in enumerate(found)
        if one.kind == "person" and 2 <= len(_bare(one.name)) <= 3 and one.name.isupper()
    ]
    if not short:
        return found
    known: dict[str, set[str]] = {}
    for block in blocks[max(0, first - 3 * _FRONT) : first]:
        if block.rule == "furniture.region" and block.kind != "other":
            continue
        for match in NAME.finditer(text, block.start, min(block.end, block.start + _REACH)):
            tokens = match[0].split()
            for size in range(2, min(3, len(tokens)) + 1):
                for at in range(len(tokens) - size + 1):
                    part = tokens[at : at + size]
                    known.setdefault("".join(word[0] for word in part), set()).add(" ".join(part))
    for at in short:
        names = known.get(_bare(found[at].name), set())
        if len(names) == 1:
            found[at] = attrs.evolve(found[at], name=next(iter(names)))
    return found


def _are_initials(name: str) -> bool:
    return name.isupper() and 2 <= len(_bare(name)) <= 3


def _bare(initials: str) -> str:
    return initials.replace(".", "").replace(" ", "").replace("-", "")
