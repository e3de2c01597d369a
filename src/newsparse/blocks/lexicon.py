"""What the languages know of furniture and front matter, compiled for looking up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import attrs

from newsparse.blocks.unit import Unit
from newsparse.languages import BUILT_IN, Language, load, others
from newsparse.model.nodes import FurnitureKind

LAYOUT = (
    "contents_titles", "contents_maybe", "headline_labels", "kickers", "source_labels", "link_labels", "tag_labels",
    "credit_labels", "caption_starts", "caption_marks", "caption_verbs", "telling_past", "telling_now", "empty_labels",
    "connectives", "series_words", "correction_starts", "byline_starts", "byline_labels", "byline_editors", "byline_roles",
    "byline_desks", "and_words", "stop_after_names", "agencies", "months", "weekdays", "date_words", "salutations",
)  # fmt: skip
WORDS = (
    "sections", "more", "filed", "pleas_subscribe", "pleas_call_to_action", "plea_words", "plea_weak_words", "plea_phrases",
    "end_marks", "read_times", "comment_signs", "replies",
)  # fmt: skip


CREDITS = (
    "byline_starts", "byline_labels", "byline_editors", "and_words", "stop_after_names", "agencies", "months", "weekdays",
    "date_words",
)  # fmt: skip
"""Lists of words that may stand in a line of credits."""


@attrs.frozen(kw_only=True, eq=False)
class Lexicon:
    """Phrases by their keys (see `Unit.key`)."""

    lines: Mapping[str, FurnitureKind]
    """Whole lines that are furniture."""
    starts: Mapping[str, tuple[tuple[str, FurnitureKind], ...]]
    """By first word: how furniture lines begin, longest first."""
    layout: Mapping[str, frozenset[str]]
    """The lists of the `[layout]` and `[furniture.words]` tables by name."""
    small: frozenset[str]
    """The most frequent words of running text."""
    box_pleas: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    """By its longest word: phrases that tell a plea by themselves."""
    box_signs: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    """By its longest word: words and phrases of which sign-ups, pleas and advertisements have several."""
    read_words: frozenset[str] = attrs.field(
        init=False,
        default=attrs.Factory(lambda self: frozenset(" ".join(self.layout["read_times"]).split()), takes_self=True),
    )
    """The words of the lines that say how long reading takes."""
    box_words: frozenset[str] = attrs.field(
        init=False, default=attrs.Factory(lambda self: frozenset(self.box_signs), takes_self=True)
    )
    first: Mapping[str, frozenset[str]] = attrs.field(
        init=False,
        default=attrs.Factory(
            lambda self: {name: _first(words) for name, words in self.layout.items()}, takes_self=True
        ),
    )
    """The first words of the phrases in `layout`, by name."""
    days: frozenset[str] = attrs.field(
        init=False,
        default=attrs.Factory(lambda self: self.layout["months"] | self.layout["weekdays"], takes_self=True),
    )
    """The names of months and weekdays."""
    role_ends: tuple[str, ...] = attrs.field(
        init=False,
        default=attrs.Factory(lambda self: tuple(f" {role}" for role in self.layout["byline_roles"]), takes_self=True),
    )
    role_starts: tuple[str, ...] = attrs.field(
        init=False,
        default=attrs.Factory(lambda self: tuple(f"{role} " for role in self.layout["byline_roles"]), takes_self=True),
    )
    """How a key ends and begins that names a role and more."""
    role_words: frozenset[str] = attrs.field(
        init=False,
        default=attrs.Factory(
            lambda self: frozenset(word + s for word in _words(self.layout["byline_roles"]) for s in ("", "s")),
            takes_self=True,
        ),
    )
    credit_words: frozenset[str] = attrs.field(
        init=False,
        default=attrs.Factory(
            lambda self: _words(phrase for name in CREDITS for phrase in self.layout[name]), takes_self=True
        ),
    )
    """The words of the phrases that lines of credits are made of, roles apart."""

    def kind_of_line(self, key: str) -> FurnitureKind | None:
        """Return what kind of furniture a whole line is."""
        return self.lines.get(key)

    def kind_of_start(self, unit: Unit) -> FurnitureKind | None:
        """Return what kind of furniture a line is that begins as `unit` does."""
        if unit.first not in self.starts:
            return None
        key = unit.key
        for phrase, kind in self.starts[unit.first]:
            if key.startswith(phrase) and (len(key) == len(phrase) or key[len(phrase)] == " "):
                return kind
        return None

    def begins(self, name: str, unit: Unit, longest: int = 5) -> str | None:
        """Return the phrase of the list `name` that the key of `unit` begins with, the longest first, or None."""
        if unit.first not in self.first[name]:
            return None
        phrases = self.layout[name]
        words = unit.key.split(" ", longest)[:longest]
        for size in range(len(words), 0, -1):
            phrase = " ".join(words[:size])
            if phrase in phrases:
                return phrase
        return None


def _foreign(name: str, language: Language) -> list[Any]:
    """What the languages without a file of their own know: of such a language its own, of an unknown one all."""
    if language.tables:
        return []
    tables = others()[name]
    return [tables[language.code]] if language.code in tables else list(tables.values())


def _by_word(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Phrases by their longest word, so that few are tried."""
    found: dict[str, list[str]] = {}
    for phrase in dict.fromkeys(phrases):
        found.setdefault(max(phrase.split(" "), key=len), []).append(phrase)
    return {word: tuple(own) for word, own in found.items()}


def _words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in phrase.split(" "))


def _first(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in phrases)


@lru_cache(maxsize=64)
def lexicon(language: Language) -> Lexicon:
    """Return what `language` knows, and English, which the buttons of all pages speak; every language if it knows nothing."""
    codes = (language.code, "en") if language.tables else BUILT_IN
    languages = [language if code == language.code and language.tables else load(code) for code in dict.fromkeys(codes)]
    lines: dict[str, FurnitureKind] = {}
    starts: dict[str, dict[str, FurnitureKind]] = {}
    for one in languages:
        tables = one.table("furniture")
        for kind, phrases in tables.get("lines", {}).items():
            for phrase in phrases:
                lines.setdefault(phrase, kind)
        for kind, phrases in tables.get("starts", {}).items():
            for phrase in phrases:
                starts.setdefault(phrase.split(" ", 1)[0], {}).setdefault(phrase, kind)
    layout = {name: frozenset(word for one in languages for word in one.words("layout", name)) for name in LAYOUT}
    for name in WORDS:
        layout[name] = frozenset(
            word for one in languages for word in one.table("furniture").get("words", {}).get(name, ())
        )
    layout["byline_starts"] |= frozenset(word for words in _foreign("byline_starts", language) for word in words)
    boxes = [*(one.table("boxes") for one in languages), *_foreign("boxes", language)]
    if not language.tables:
        layout["link_labels"] |= {label for labels in others()["link_labels"].values() for label in labels}
    return Lexicon(
        lines=lines,
        starts={first: tuple(sorted(own.items(), key=lambda one: -len(one[0]))) for first, own in starts.items()},
        layout=layout,
        box_pleas=_by_word(phrase for table in boxes for phrase in table.get("pleas", ())),
        box_signs=_by_word(phrase for table in boxes for phrase in table.get("signs", ())),
        small=frozenset(word for one in languages for word in one.words("language", "small_words")),
    )
