"""Who wrote the article: what the page's metadata say, or else its bylines, as entities of the article."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from newsparse.model import Byline, Entity, Metadata
from newsparse.model.nodes import walk
from newsparse.structure import Outline


def with_authors(outline: Outline, metadata: Metadata) -> tuple[Outline, tuple[int, ...]]:
    """Return `outline` with the authors among its people, and their provisional numbers.

    The annotations stage merges them with whoever the text mentions, as it does with speakers and bylines.
    """
    if metadata.authors is None:
        named = [author.id for node in walk(outline.children) if isinstance(node, Byline) for author in node.authors]
        return outline, tuple(dict.fromkeys(named))
    known = {person.name.casefold(): person.id for person in outline.people}
    following = max((person.id for person in outline.people), default=-1) + 1
    added: list[Entity] = []
    numbers: list[int] = []
    for name in metadata.authors.value:
        if name.casefold() not in known:
            known[name.casefold()] = following + len(added)
            added.append(Entity(id=following + len(added), name=name, kind="person"))
        numbers.append(known[name.casefold()])
    return attrs.evolve(outline, people=(*outline.people, *added)), tuple(numbers)


def cast_authors(numbers: tuple[int, ...], cast: Mapping[int, Entity]) -> tuple[Entity, ...]:
    """Return the entities that the provisional numbers became, each once."""
    found = {entity.id: entity for number in numbers if (entity := cast.get(number)) is not None}
    return tuple(found.values())
