"""What a language's `[indirect]` table says, compiled: which words may report, and the classes of common words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any

import attrs

from newsparse.annotations.quotations.indirect.letters import LETTERS, WORD
from newsparse.languages import Language, cues_of

MOODS = ("subjunctive", "substitutes", "first_persons", "hearsay", "hearsay_perfect")
"""Lists of words that show by their mood that somebody else said it; German has them."""


@attrs.frozen(kw_only=True, eq=False)
class Lexicon:
    """`cues` gives a word form's cue ("v:say", "n:claim", …), `classes` the letter of a common word's class.

    The moods are empty where a language has no mood for reported speech, see `free`.
    """

    cues: Mapping[str, str]
    classes: Mapping[str, str]
    endings: tuple[tuple[str, str], ...]
    infinitives: tuple[str, ...] = ()
    """Endings of what a report may begin with: `nie avoir`, `propuso instalar`."""
    before_infinitives: frozenset[str] = frozenset()
    """What may stand before one: `de`, `di`."""
    wishes: tuple[str, ...] = ()
    """How verbs begin behind which an infinitive is no report: `souhaite rester`."""
    no_infinitives: frozenset[str] = frozenset()
    """Words that end so, but are none: `hier`."""
    nouns: frozenset[str] = frozenset()
    listeners: frozenset[str] = frozenset()
    """Who is told things: `reporters`."""
    settings: frozenset[str] = frozenset()
    """What begins where and when they are told: `in`, `during`."""
    closing: frozenset[str] = frozenset()
    """Cues that often stand behind what they report: `The port will reopen, the mayor wrote on her page`."""
    meanwhile: frozenset[str] = frozenset()
    """When it was said, between cue and content: `said earlier the port would reopen`."""
    subjunctive: frozenset[str] = frozenset()
    substitutes: frozenset[str] = frozenset()
    first_persons: frozenset[str] = frozenset()
    hearsay: frozenset[str] = frozenset()
    hearsay_perfect: frozenset[str] = frozenset()
    moods: frozenset[str] = frozenset()
    """All words one of which at least must stand in a sentence whose mood reports."""

    def without(self, idle: Collection[str]) -> Lexicon:
        """Return the same words, some of which are no cues."""
        return attrs.evolve(self, cues={word: cue for word, cue in self.cues.items() if word not in idle})


@cache
def lexicon_of(language: Language) -> Lexicon:
    """Return the compiled `[indirect]` table of a language; empty if it has none."""
    table = language.table("indirect")
    cues: dict[str, str] = {}
    for word in table.get("adjectives", "").split():
        cues[word] = f"a:{word}"
    for word in table.get("nouns", "").lower().split():
        for form in _noun_forms(word, table):
            cues[form] = f"n:{word}"
    for word in table.get("verbs", "").split():
        for form in _verb_forms(word, table):
            cues[form] = f"n:{word}" if f"n:{word}" == cues.get(form) and form != word else f"v:{word}"
    for pair in table.get("irregular", "").split():
        form, _, word = pair.partition("=")
        cues[form] = f"v:{word}"
    if table.get("all_cues"):
        never = frozenset(table.get("never", "").split())
        for key in ("verbs", "participles"):
            cues |= {word: f"v:{word}" for word in cues_of(language, key) if word not in never}
    for word in table.get("openers", ()):
        cues[word] = f"o:{word}"
    classes = {
        word: LETTERS.get(name, WORD) for name, words in table.get("classes", {}).items() for word in words.split()
    }
    endings = tuple((ending, LETTERS.get(name, WORD)) for ending, name in table.get("endings", {}).items())
    nouns = frozenset(table.get("nouns", "").lower().split())
    moods = {name: frozenset(table.get(name, "").split()) for name in MOODS}
    told = {name: frozenset(table.get(name, "").split()) for name in ("listeners", "settings", "meanwhile")}
    told["closing"] = frozenset(f"v:{word}" for word in table.get("closing", "").split())
    moods["moods"] = moods["subjunctive"] | moods["substitutes"] | moods["hearsay"]
    return Lexicon(
        cues=cues,
        classes=classes,
        endings=endings,
        nouns=nouns,
        infinitives=tuple(table.get("infinitives", "").split()),
        before_infinitives=frozenset(table.get("before_infinitives", "").split()),
        wishes=tuple(table.get("wishes", "").split()),
        no_infinitives=frozenset(table.get("no_infinitives", "").split()),
        **told,
        **moods,
    )


def _noun_forms(word: str, table: Mapping[str, Any]) -> Iterator[str]:
    yield word
    for ending in table.get("noun_endings", ()):
        yield word + ending
    if table.get("inflection") == "english":
        yield word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeiou" else word + "s"


def _verb_forms(word: str, table: Mapping[str, Any]) -> Iterator[str]:
    yield word
    if table.get("inflection") == "english":
        yield from _english_verb(word)
    elif table.get("inflection") == "german":
        yield from _german_verb(word)


def _english_verb(word: str) -> Iterator[str]:
    """`plan` gives plans, planned, planning; forms that do not exist (`saied`) stand in no text."""
    if word.endswith("y") and word[-2] not in "aeiou":
        yield from (word[:-1] + "ies", word[:-1] + "ied", word + "ing")
    elif word.endswith("e"):
        yield from (word + "s", word + "d", word[:-1] + "ing")
        if word.endswith("ie"):
            yield word[:-2] + "ying"
    else:
        yield word + ("es" if word.endswith(("s", "sh", "ch", "x", "z")) else "s")
        yield from (word + "ed", word + "ing")
        if word[-1] in "bdglmnprt" and word[-2] in "aeiou":
            yield from (word + word[-1] + "ed", word + word[-1] + "ing")


def _german_verb(word: str) -> Iterator[str]:
    """`melden` gives meldet, meldete, meldeten, gemeldet, melde; strong forms are listed."""
    stem = word[:-2] if word.endswith("en") else word[:-1]
    link = "e" if stem.endswith(("t", "d", "dn", "chn", "gn")) else ""
    yield from (f"{stem}{link}{ending}" for ending in ("t", "te", "ten"))
    yield from (f"{stem}e", f"ge{stem}{link}t")
