"""Reads a language's TOML file. Each recogniser reads the tables it owns and compiles them for itself."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import attrs

BUILT_IN = ("en", "de", "es", "fr", "it")
"""Codes (ISO 639-1) of the languages that come with the package."""


@attrs.frozen(kw_only=True, eq=False)
class Language:
    """One language's knowledge. Compared by identity, so that compiled forms can be cached on it."""

    code: str
    tables: Mapping[str, Any] = attrs.field(repr=False)

    def table(self, name: str) -> Mapping[str, Any]:
        """Return the table `name` of the language's file; empty if it has none."""
        found: Mapping[str, Any] = self.tables.get(name, {})
        return found

    def words(self, table: str, key: str) -> tuple[str, ...]:
        """Return the list `key` of a table; empty if there is none."""
        return tuple(self.table(table).get(key, ()))

    @classmethod
    def from_toml(cls, code: str, text: str) -> Language:
        """Return the language that a file like the built-in ones describes. Raises ValueError for broken TOML."""
        return cls(code=code, tables=tomllib.loads(text))


@cache
def load(code: str) -> Language:
    """Return a built-in language by its ISO 639-1 code; any other code gives a language with no knowledge at all."""
    code = code.lower().split("-")[0].split("_")[0]
    if code not in BUILT_IN:
        return Language(code=code, tables={})
    return Language.from_toml(code, (files("newsparse.languages") / f"{code}.toml").read_text("utf-8"))


@cache
def built_in() -> tuple[Language, ...]:
    """Return the languages that come with the package."""
    return tuple(load(code) for code in BUILT_IN)
