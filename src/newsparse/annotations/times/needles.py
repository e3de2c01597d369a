"""Words without which a stretch of text holds no time expression: a glance for them saves cutting it up.

Of what each rule asks for, the rarest is chosen: of `'the' (ordinal|latest) quarter` the word `quarter`. A digit always
counts. The text is looked at in Latin-1, in which cutting it into words takes a tenth of the time; of what that cannot write
the first part that it can will do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from unicodedata import normalize

from newsparse.annotations.times.patterns import Group, Part, Word
from newsparse.annotations.times.scanning import TOKENS

_DIGITS = b"0123456789"
_BLANKED = bytes(code if TOKENS.match(chr(code)) and code not in _DIGITS else 32 for code in range(256))
FREQUENT = 1000
"""How many other words a word is worth that most texts have."""


def may_hold(lower: str, needles: frozenset[bytes]) -> bool:
    """Whether a stretch of text, in lower case, may hold a time expression: it has a digit or one of the words."""
    data = lower.encode("latin-1", "replace")
    if not needles or len(data.translate(None, _DIGITS)) < len(data):
        return True
    return not needles.isdisjoint(data.translate(_BLANKED).split())


def needles_of(
    rules: Iterable[Iterable[Part]], features: Mapping[str, Collection[str]], frequent: Collection[str]
) -> frozenset[bytes]:
    """Return the words of which every match of every rule has one; none if there is a rule that can do without.

    `features` are the categories of each word, `frequent` the words that most texts have.
    """
    members: dict[str, set[str]] = {}
    for word, categories in features.items():
        if not word[0].isdigit() and TOKENS.fullmatch(word):
            for category in categories:
                members.setdefault(category, set()).add(word)
    found: set[str] = set()
    for parts in rules:
        words = _rarest(parts, members, frozenset(frequent))
        if words is None:
            return frozenset()
        found |= words
    pieces = [
        form.encode("latin-1", "replace").translate(_BLANKED).split()
        for word in found
        for form in (word, normalize("NFD", word))
    ]
    return frozenset(one[0] for one in pieces) if all(pieces) else frozenset()


def _rarest(parts: Iterable[Part], members: Mapping[str, set[str]], frequent: frozenset[str]) -> set[str] | None:
    """The words of that part which fewest texts have; None where every part may be missing, or be any word."""
    all_words = [words for part in parts if (words := _words(part, members, frequent)) is not None]
    return min(all_words, key=lambda words: len(words) + FREQUENT * len(words & frequent), default=None)


def _words(part: Part, members: Mapping[str, set[str]], frequent: frozenset[str]) -> set[str] | None:
    """The words of which every match of a part has one."""
    match part:
        case Word(category="other"):
            return None
        case Word(category=category):
            return {category[1:]} if category[0] == "=" else members.get(category, set())
        case Group(choices=choices, optional=optional):
            if optional:
                return None
            found: set[str] = set()
            for choice in choices:
                words = _rarest(choice, members, frequent)
                if words is None:
                    return None
                found |= words
            return found
