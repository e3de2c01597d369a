"""What was learned from labelled pages (`benchmarks/train_pages.py` writes `learned.json`), and how it is applied."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import attrs

from newsparse.forests import Rows, compiled_for_rows

_WORD = re.compile(r"[^\W\d_]+")


@attrs.frozen
class Learned:
    """Weights of markup words (for an element's own text and for text below it) and of first words, and three forests."""

    marks: dict[str, tuple[float, float]]
    words: dict[str, float]
    glance: Rows
    first: Rows
    second: Rows

    def wording(self, tokens: Sequence[str]) -> float:
        """Return what the first words of a text, as `wording_of` gives them, say as a logit."""
        weights = self.words
        return sum([weights[token] for token in tokens if token in weights])


def wording_of(text: str) -> tuple[list[str], float]:
    """Return the first words of `text`, and marked: the first, the first two, and all of it where it is short.

    Second, the share of these words that have a capital.
    """
    written = _WORD.findall(text, 0, 120)[:14]
    if not written:
        return [], 0.0
    flow = " ".join(written).lower()
    words = flow.split(" ")
    found = [*dict.fromkeys(words), f"1:{words[0]}"]
    if len(words) > 1:
        found.append(f"2:{words[0]} {words[1]}")
    if len(words) <= 4:
        found.append(f"=:{flow}")
    return found, sum(map(str.__ne__, written, words)) / len(words)


@cache
def learned() -> Learned:
    """Return the weights in the package."""
    data = json.loads(files("newsparse.readers.html").joinpath("learned.json").read_text("utf-8"))
    return Learned(
        marks={token: (own, below) for token, (own, below) in data["marks"].items()},
        words=data["words"],
        glance=compiled_for_rows(**data["glance"]),
        first=compiled_for_rows(**data["first"]),
        second=compiled_for_rows(**data["second"]),
    )
