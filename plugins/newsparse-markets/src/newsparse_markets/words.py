"""Word lists of the plugin's TOML files, expanded and looked up by the first word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from newsparse.analysis import word_table

if TYPE_CHECKING:
    from newsparse_markets.tokens import Token

Index: TypeAlias = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


class Hit(NamedTuple):
    """A phrase of a list: the tokens it takes, and under which label it is listed."""

    first: int
    last: int
    label: str


def table(name: str) -> dict[str, Any]:
    """Return the lists of one file: `table("moves")`."""
    return word_table("newsparse_markets", f"{name}.toml")


def forms(word: str) -> tuple[str, ...]:
    """The forms that an entry's word stands for: `gain*`, `drop**`, `rise/rises/rose`."""
    if "/" in word:
        return tuple(one for part in word.split("/") for one in forms(part))
    if word.endswith("**"):
        base = word[:-2]
        return (base, f"{base}s", f"{base}{base[-1]}ed", f"{base}{base[-1]}ing")
    if not word.endswith("*"):
        return (word,)
    base = word[:-1]
    if base.endswith("e"):
        return (base, f"{base}s", f"{base}d", f"{base[:-1]}ing")
    if base.endswith("y") and base[-2] not in "aeiou":
        return (base, f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base}ing")
    plural = "es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return (base, f"{base}{plural}", f"{base}ed", f"{base}ing")


def expanded(entries: Iterable[str]) -> frozenset[str]:
    """Every phrase that a list stands for."""
    return frozenset(" ".join(words) for entry in entries for words in product(*map(forms, entry.split())))


def _below(name: str, keys: Iterable[str]) -> Any:  # noqa: ANN401 - a list or a table, as the file has it
    found: Any = table(name)
    for key in keys:
        found = found[key]
    return found


@cache
def words(name: str, *keys: str) -> frozenset[str]:
    """The phrases of one list: `words("moves", "up")`."""
    return expanded(_below(name, keys))


@cache
def listed(name: str, *keys: str) -> Index:
    """One list as an index: `listed("moves", "lists", "level")`."""
    index: dict[str, set[tuple[tuple[str, ...], str]]] = {}
    for phrase in words(name, *keys):
        first, *rest = phrase.split()
        index.setdefault(first, set()).add((tuple(rest), keys[-1]))
    return {first: tuple(sorted(rows, key=lambda row: (-len(row[0]), row))) for first, rows in index.items()}


@cache
def phrases(name: str, *keys: str) -> Index:
    """The lists of a table as one index; the key of a list is the label of what is found by it."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for key in _below(name, keys):
        for first, rows in listed(name, *keys, key).items():
            index.setdefault(first, []).extend(rows)
    return {first: tuple(sorted(rows, key=lambda row: (-len(row[0]), row))) for first, rows in index.items()}


def hit(tokens: Sequence[Token], index: Index, at: int) -> Hit | None:
    """The longest phrase of an index that begins at a token."""
    if at < len(tokens):
        for rest, label in index.get(tokens[at].word, ()):
            end = at + 1 + len(rest)
            if end <= len(tokens) and all(tokens[at + 1 + step].word == word for step, word in enumerate(rest)):
                return Hit(at, end, label)
    return None


def after(tokens: Sequence[Token], index: Index, at: int) -> int:
    """Where a phrase of an index that begins at a token ends; `at` where none does."""
    found = hit(tokens, index, at)
    return found.last if found else at


def scan(tokens: Sequence[Token], index: Index) -> list[Hit]:
    """The phrases of an index among tokens, the longest where several begin, none within another."""
    found: list[Hit] = []
    at = 0
    while at < len(tokens):
        one = hit(tokens, index, at)
        if one:
            found.append(one)
        at = one.last if one else at + 1
    return found
