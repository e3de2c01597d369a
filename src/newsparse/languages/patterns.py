"""Patterns made of the words of a language."""

from __future__ import annotations

from collections.abc import Iterable


def either(words: Iterable[str]) -> str:
    """Return a pattern for any of these patterns of words, the longest first. Without words, nothing fits it."""
    return "|".join(sorted(set(words), key=lambda word: (-len(word), word))) or "(?!)"
