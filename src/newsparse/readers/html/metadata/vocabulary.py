"""What pages call things: names of `<meta>` elements and types and properties of JSON-LD, read from `vocabulary.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import attrs


@attrs.frozen(kw_only=True, eq=False)
class Vocabulary:
    """Names of `<meta>` elements, surest first; types and properties of JSON-LD; endings of host names."""

    published: tuple[str, ...]
    created: tuple[str, ...]
    modified: tuple[str, ...]
    people: tuple[str, ...]
    aside: frozenset[str]
    """Properties that lead away from the article to another thing."""
    pages: frozenset[str]
    articles: frozenset[str]
    works: frozenset[str]
    organisations: frozenset[str]
    day_first: frozenset[str]
    """Endings of English-language hosts that write 4 March as 4/3."""
    particles: frozenset[str]
    """Words that may stand in a person's name in lower case."""
    never_first: frozenset[str]
    """Words that no person's name begins with."""
    site_names: tuple[str, ...]
    """Names of `<meta>` elements that hold the site's name, besides OpenGraph's."""
    beside_names: frozenset[str]
    """Words of logos and feeds that are not the site's name."""
    articles_of_names: tuple[str, ...]
    joints_of_names: tuple[str, ...]
    sections: Sections


@attrs.frozen(kw_only=True, eq=False)
class Sections:
    """What names an article's section."""

    meta: tuple[str, ...]
    home: frozenset[str]
    """Where a path begins: `Home`, `Startseite`."""
    here: tuple[str, ...]
    """What announces a path: `You are here`."""
    paths: tuple[str, ...]
    """Parts of the classes that paths have."""
    filed: frozenset[str]
    """Parts of addresses that sections stand behind: `/category/harbour`."""
    never: frozenset[str]
    """Parts of addresses that are no section."""


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary, read once."""
    data = tomllib.loads((files("newsparse.readers.html.metadata") / "vocabulary.toml").read_text("utf-8"))
    meta, types, sections = data["meta"], data["json_ld"], data["sections"]
    return Vocabulary(
        published=tuple(meta["published"]),
        created=tuple(meta["created"]),
        modified=tuple(meta["modified"]),
        people=tuple(meta["people"]),
        aside=frozenset(types["aside"]),
        pages=frozenset(types["pages"]),
        articles=frozenset(types["articles"]),
        works=frozenset(types["works"]),
        organisations=frozenset(types["organisations"]),
        day_first=frozenset(data["hosts"]["day_first"]),
        particles=frozenset(data["names"]["particles"]),
        never_first=frozenset(data["names"]["never_first"]),
        site_names=tuple(data["sites"]["meta"]),
        beside_names=frozenset(data["sites"]["beside"]),
        articles_of_names=tuple(data["sites"]["articles"]),
        joints_of_names=tuple(data["sites"]["joints"]),
        sections=Sections(
            meta=tuple(sections["meta"]),
            home=frozenset(sections["home"]),
            here=tuple(sections["here"]),
            paths=tuple(sections["paths"]),
            filed=frozenset(sections["filed"]),
            never=frozenset(sections["never"]),
        ),
    )
