"""What class and id words, and some elements, say of the blocks within them."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

import attrs

from newsparse.readers.html.learned import learned

# `ArticleShare-bar__item` is written of the words article, share, bar, item.
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


@attrs.frozen
class Mark:
    """What one element's markup says: the kind of furniture it holds, or the role of the text in it; mostly neither.

    `own` and `below` are its worth as evidence of the article, for its own text and for text further down.
    """

    kind: str = ""
    role: str = ""
    own: float = 0.0
    below: float = 0.0


@cache
def markup() -> dict[str, Any]:
    """Return what `markup.toml` says."""
    return tomllib.loads(files("newsparse.readers.html").joinpath("markup.toml").read_text("utf-8"))


@cache
def _vocabulary() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Word to furniture kind, element to furniture kind, word to role."""
    data = markup()
    kinds = {word: kind for kind, words in data["furniture"].items() for word in words}
    roles = {word: role for role, words in data["roles"].items() for word in words}
    return kinds, data["elements"], roles


def tokens_of(tag: str, names: str) -> list[str]:
    """Return the words and pairs of words that an element is named with, its tag first."""
    words = [word.lower() for word in _WORD.findall(names, 0, 300)]
    return [f"<{tag}>", *words, *map("-".join, pairwise(words))]


@lru_cache(maxsize=16_384)
def mark_of(tag: str, names: str) -> Mark:
    """Return what an element `tag` whose class and id are `names` says of its text."""
    kinds, elements, roles = _vocabulary()
    weights = learned().marks
    kind, role, own, below = elements.get(tag, ""), "", 0.0, 0.0
    for token in tokens_of(tag, names):
        kind = kind or kinds.get(token, "")
        role = role or roles.get(token, "")
        if token in weights:
            here, under = weights[token]
            own += here
            below += under
    return Mark(kind, role, own, below)
