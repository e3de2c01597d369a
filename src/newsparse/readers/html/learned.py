"""What was learned from labelled pages (`benchmarks/train_pages.py` writes `learned.json`), and how it is applied."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import repeat
from operator import ne

import attrs

from newsparse.forests import Rows, compiled_for_rows

_FIRST = 30
"""Trees of the second forest that are asked first."""
_WORD = re.compile(r"[^\W\d_]+")
_TO_WORDS = bytes(at if chr(at).isalpha() else 32 for at in range(128)).ljust(256)
"""Makes words of ASCII, in less time: what is no letter is a space."""
_LOOKED_AT, _MOST = 120, 14
"""Code points, and words, of the beginning of a text that are looked at."""


@attrs.frozen
class Learned:
    """Weights of markup words (for an element's own text and for text below it) and of first words, and three forests.

    The second forest comes in two parts: most passages are settled by its first trees.
    """

    marks: dict[str, tuple[float, float]]
    words: dict[str, float]
    glance: Rows
    first: Rows
    second: Rows
    rest: Rows

    def wording(self, tokens: Sequence[str]) -> float:
        """Return what the first words of a text, as `wording_of` gives them, say as a logit."""
        return sum(map(self.words.get, tokens, repeat(0.0)))


def wording_of(text: str) -> tuple[list[str], float]:
    """Return the first words of `text`, and marked: the first, the first two, and all of it where it is short.

    Second, the share of these words that have a capital.
    """
    start = text[:_LOOKED_AT]
    if start.isascii():
        plain = start.encode().translate(_TO_WORDS)
        written = plain.decode().split(None, _MOST)[:_MOST]
        words = plain.lower().decode().split(None, _MOST)[:_MOST]
    else:
        written = _WORD.findall(start)[:_MOST]
        words = " ".join(written).lower().split(" ") if written else []
    if not words:
        return [], 0.0
    found = [*dict.fromkeys(words), f"1:{words[0]}"]
    if len(words) > 1:
        found.append(f"2:{words[0]} {words[1]}")
    if len(words) <= 4:
        found.append(f"=:{' '.join(words)}")
    return found, sum(map(ne, written, words)) / len(words)


@cache
def learned() -> Learned:
    """Return the weights in the package."""
    data = json.loads(files("newsparse.readers.html").joinpath("learned.json").read_text("utf-8"))
    columns, trees = data["second"]["columns"], data["second"]["trees"]
    return Learned(
        marks={token: (own, below) for token, (own, below) in data["marks"].items()},
        words=data["words"],
        glance=compiled_for_rows(**data["glance"]),
        first=compiled_for_rows(**data["first"]),
        second=compiled_for_rows(trees[:_FIRST], columns),
        rest=compiled_for_rows(trees[_FIRST:], columns),
    )
