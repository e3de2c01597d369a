"""What class and id words, and some elements, say of the blocks within them."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

import attrs

# `ArticleShare-bar__item` is written of the words article, share, bar, item.
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


@attrs.frozen
class Mark:
    """What one element's markup says: the kind of furniture it holds, or the role of the text in it; mostly neither."""

    kind: str = ""
    role: str = ""


_NOTHING = Mark()


@cache
def _vocabulary() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Word to furniture kind, element to furniture kind, word to role."""
    data = tomllib.loads(files(__package__).joinpath("markup.toml").read_text("utf-8"))
    kinds = {word: kind for kind, words in data["furniture"].items() for word in words}
    roles = {word: role for role, words in data["roles"].items() for word in words}
    return kinds, data["elements"], roles


@lru_cache(maxsize=4096)
def mark_of(tag: str, names: str) -> Mark:
    """Return what an element `tag` whose class and id are `names` says of its text."""
    kinds, elements, roles = _vocabulary()
    kind, role = elements.get(tag, ""), ""
    words = [word.lower() for word in _WORD.findall(names[:400])]
    for at, word in enumerate(words):
        pair = f"{words[at - 1]}-{word}" if at else ""
        kind = kind or kinds.get(pair, "") or kinds.get(word, "")
        role = role or roles.get(pair, "") or roles.get(word, "")
    return Mark(kind, role) if kind or role else _NOTHING
