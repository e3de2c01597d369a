"""The forms of regular verbs, by the endings of `[quotations.conjugation]`: `affirmer` gives affirme, affirmait, affirmant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newsparse.languages.loader import Language


def cues_of(language: Language, key: str) -> tuple[str, ...]:
    """Return the words of `[quotations.cues]` under `key` with the forms of the verbs that are listed by their infinitives.

    `verbs` and `weak` have their own, `{key}_regular`; `participles` are of both, their infinitives among them.
    """
    table = language.table("quotations")
    cues, endings = table.get("cues", {}), table.get("conjugation", {})
    if not endings or key not in ("verbs", "weak", "participles"):
        return tuple(cues.get(key, ()))
    if key == "participles":
        verbs = [verb for group in ("verbs_regular", "weak_regular") for verb in cues.get(group, "").split()]
        return (*verbs, *_formed(verbs, endings, "participle"), *cues.get(key, ()))
    return (*_formed(cues.get(f"{key}_regular", "").split(), endings, "finite"), *cues.get(key, ()))


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
