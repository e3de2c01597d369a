"""What the scorers of own gold share: reading `gold/*.jsonl`, a sentence as an article, and counting."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import newsparse

GOLD = Path(__file__).parent / "gold"
PARTS = ("tuning", "held", "held2")
HEAD = "News\n\n"
TAIL = "\n\nMore was not known at first.\n"

Given = TypeVar("Given")
Wanted = TypeVar("Wanted")


def article(parser: newsparse.Parser, text: str) -> newsparse.Article:
    """A sentence stands as an article's only one; words without a full stop as its headline. Offsets are the same."""
    whole = HEAD + text if text.endswith((".", "!", "?", '"', "”")) else " " * len(HEAD) + text + TAIL
    return parser.parse(whole, media_type="text/plain")


def records(name: str, part: str, ids: str) -> list[dict[str, Any]]:
    rows = [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text("utf-8").splitlines()]
    return [row for row in rows if row["part"] == part and row["id"].startswith(ids)]


def overlap(one: Sequence[int], other: Sequence[int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def local(spans: Iterable[newsparse.Span]) -> list[tuple[int, int]]:
    return sorted({(start - len(HEAD), end - len(HEAD)) for start, end in spans})


class Counter:
    """Hits among what is given and what gold has."""

    def __init__(self) -> None:
        self.right = self.given = self.found = self.gold = 0

    def add(self, given: Sequence[Given], gold: Sequence[Wanted], match: Callable[[Given, Wanted], bool]) -> bool:
        right = sum(any(match(one, other) for other in gold) for one in given)
        found = sum(any(match(one, other) for one in given) for other in gold)
        self.right, self.given = self.right + right, self.given + len(given)
        self.found, self.gold = self.found + found, self.gold + len(gold)
        return right == len(given) and found == len(gold)

    def __str__(self) -> str:
        precision, recall = self.right / (self.given or 1), self.found / (self.gold or 1)
        f1 = 2 * precision * recall / ((precision + recall) or 1)
        return f"P {precision:.2f} R {recall:.2f} F1 {f1:.2f} of {self.gold}"


def asked(doc: str | None, parts: Sequence[str], errors: Sequence[str]) -> Namespace:
    """The options of a scorer; errors are printed for the part `tuning` only, so that no held part is read by accident."""
    options = ArgumentParser(description=doc, formatter_class=RawDescriptionHelpFormatter)
    options.add_argument("--part", choices=(*parts, "all"), default="tuning")
    options.add_argument("--ids", default="", help="only sentences whose id begins so: t2-")
    options.add_argument("--errors", choices=errors, default="")
    given = options.parse_args()
    if given.errors and given.part != "tuning":
        options.error("errors are printed for the part tuning only")
    given.parts = parts if given.part == "all" else (given.part,)
    return given
