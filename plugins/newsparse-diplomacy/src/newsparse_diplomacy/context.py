"""A sentence with what the article already knows of it, its places, and its parties."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from newsparse import Article
from newsparse.analysis import Passage, Place, passages, whole_words, word_table
from newsparse_diplomacy.model import Party
from newsparse_diplomacy.sides import sides

pattern = whole_words


def lexicon() -> dict[str, Any]:
    """Return the plugin's words."""
    return word_table("newsparse_diplomacy")


@attrs.frozen(kw_only=True)
class Context(Passage):
    """A sentence in its article, or the headline."""

    parties: tuple[Party, ...]
    place_names: tuple[Place, ...]

    @property
    def headline(self) -> bool:
        """Whether it is the article's headline."""
        return self.index == 0


def contexts(article: Article) -> Iterator[Context]:
    """The headline and every sentence, with what stands in it; linear in the article."""
    for passage in passages(article):
        places = passage.places()
        yield Context(
            **attrs.asdict(passage, recurse=False),
            place_names=places,
            parties=sides(passage, places),
        )
