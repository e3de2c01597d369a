"""Who wrote the article: what the page's metadata say, or else its bylines, as entities of the article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

import attrs

from newsparse.languages import Language
from newsparse.model import Byline, Entity, Metadata
from newsparse.model.nodes import walk
from newsparse.readers import host_of
from newsparse.structure import Outline

_NOT_LETTER = re.compile(r"[\W_]+")
# `AP`, `APA`, `JIJI`, and a site's address, `thepaper.example`
_NO_PERSON = re.compile(r"[A-Z][A-Z-]{1,5}|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,8}")


def with_authors(
    outline: Outline, metadata: Metadata, language: Language | None = None
) -> tuple[Outline, tuple[int, ...]]:
    """Return `outline` with the authors among its people, and their provisional numbers.

    The annotations stage merges them with whoever the text mentions, as it does with speakers and bylines.
    """
    if metadata.authors is None:
        # a page's markup and the lines around its headline were read for names already, with what links and classes say
        names_alone = metadata.title is None
        named = [
            author.id
            for node in walk(outline.children)
            if isinstance(node, Byline) and (names_alone or node.rule != "byline.names")
            for author in node.authors
        ]
        return outline, tuple(dict.fromkeys(named))
    known = {person.name.casefold(): person.id for person in outline.people}
    following = max((person.id for person in outline.people), default=-1) + 1
    sites = _site(metadata)
    agencies = frozenset(language.table("layout").get("agencies", ())) if language is not None else frozenset()
    added: list[Entity] = []
    numbers: list[int] = []
    for name in metadata.authors.value:
        if name.casefold() not in known:
            known[name.casefold()] = following + len(added)
            added.append(Entity(id=following + len(added), name=name, kind=_kind(name, sites, agencies)))
        numbers.append(known[name.casefold()])
    return attrs.evolve(outline, people=(*outline.people, *added)), tuple(numbers)


def cast_authors(numbers: tuple[int, ...], cast: Mapping[int, Entity]) -> tuple[Entity, ...]:
    """Return the entities that the provisional numbers became, each once."""
    found = {entity.id: entity for number in numbers if (entity := cast.get(number)) is not None}
    return tuple(found.values())


def _kind(name: str, sites: frozenset[str], agencies: frozenset[str]) -> Literal["person", "organization"]:
    """What an author is: an agency's letters, a site's address and the site's own name are no person's."""
    if _NO_PERSON.fullmatch(name) or name.casefold() in agencies or _key(name) in sites:
        return "organization"
    return "person"


def _site(metadata: Metadata) -> frozenset[str]:
    """The names of the site, as it gives them and as its address has them."""
    names = {metadata.site_name.value} if metadata.site_name else set()
    if metadata.url:
        names.update(host_of(metadata.url.value).removeprefix("www.").split(".")[-2:-1])
    return frozenset(key for name in names if (key := _key(name)))


def _key(name: str) -> str:
    return _NOT_LETTER.sub("", name.casefold()).removeprefix("the")
