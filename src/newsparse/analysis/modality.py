"""Tells whether what a sentence reports is planned, proposed, under way, held, cancelled or denied."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal, TypeAlias, get_args

import attrs

from newsparse.model import Span

Modality: TypeAlias = Literal["cancelled", "denied", "proposed", "planned", "ongoing", "held"]


@attrs.frozen(kw_only=True)
class Status:
    """A modality and the words that say so; no words where it is the plain past."""

    modality: Modality
    evidence: Span | None = None


def find_status(text: str, start: int = 0, end: int | None = None) -> Status:
    """Return the modality of the sentence from `start` to `end`.

    The first that words speak for: cancelled, denied, proposed, planned, ongoing, held; held where nothing speaks.
    """
    stop = len(text) if end is None else end
    for modality, pattern in _patterns():
        if match := pattern.search(text, start, stop):
            return Status(modality=modality, evidence=Span(match.start(), match.end()))
    return Status(modality="held")


@cache
def _patterns() -> tuple[tuple[Modality, re.Pattern[str]], ...]:
    table = tomllib.loads((files("newsparse.analysis") / "modality.toml").read_text("utf-8"))
    modalities: tuple[Modality, ...] = get_args(Modality)
    return tuple((name, re.compile(rf"\b(?:{'|'.join(table[name])})\b", re.IGNORECASE)) for name in modalities)
