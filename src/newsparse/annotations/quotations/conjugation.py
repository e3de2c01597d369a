"""The forms of regular verbs, by the endings of `[quotations.conjugation]`: `affirmer` gives affirme, affirmait, affirmant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any


def finite(verbs: Iterable[str], endings: Mapping[str, Any]) -> Iterator[str]:
    """Yield the forms that tell: tenses, and the past participles of compound ones."""
    return _formed(verbs, endings, "finite")


def participles(verbs: Iterable[str], endings: Mapping[str, Any]) -> Iterator[str]:
    """Yield the forms that tell beside another verb: `ajoutant`, `añadiendo`."""
    return _formed(verbs, endings, "participle")


def _formed(verbs: Iterable[str], endings: Mapping[str, Any], which: str) -> Iterator[str]:
    for verb in verbs:
        for infinitive, table in endings.items():
            if verb.endswith(infinitive):
                stem = verb.removesuffix(infinitive)
                for ending in table[which].split():
                    yield _spelt(stem, table, ending) + ending
                break


def _spelt(stem: str, table: Mapping[str, Any], ending: str) -> str:
    """`annonc-` before an a is `annonç-`: the letters that `soft` has for the end of a stem before those of `before`."""
    for final, soft in table.get("soft", {}).items():
        if stem.endswith(final) and ending[0] in table["before"]:
            return stem.removesuffix(final) + str(soft)
    return stem
