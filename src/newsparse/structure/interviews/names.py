"""Full names in the text for those whose labels are short: `MR. LEE:` is `Dana Lee` if the text says so."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TypeAlias

from newsparse.languages import given_names
from newsparse.structure.interviews.vocabulary import Vocabulary

Key: TypeAlias = tuple[str, ...]

_WORD = r"(?:[^\W\d_a-zß-öø-ÿ]\w{0,2}\.|[^\W\d_a-zß-öø-ÿ][\w'’-]*)"
NAME = re.compile(rf"{_WORD}(?:[ \xa0](?:(?:de|da|di|van|von|der|del|la|le|el|al|bin)[ \xa0]){{0,2}}{_WORD}){{1,4}}")
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_HEAD = 1500
"""A name this near the text's beginning, or after a title, is believed at its first mention."""


def full_names(text: str, wanted: frozenset[str], common: frozenset[str], words: Vocabulary) -> dict[str, list[str]]:
    """For each word of `wanted`, the full names in the text that end with it or begin with it, the commonest first.

    Names that end with it are under the word itself, those that begin with it under the word and a blank.
    """
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for match in NAME.finditer(text):
        tokens = [(_base(part[0]), part.span()) for part in _TOKEN.finditer(match[0])]
        if not any(token in wanted for token, _ in tokens):
            continue
        believed = match.start() < _HEAD
        while tokens and (tokens[0][0] in words.honorifics or tokens[0][0] in common or _opens(tokens[0][0], words)):
            believed = believed or tokens[0][0] in words.honorifics or tokens[0][0] in {"i'm", "i’m"}
            tokens.pop(0)
        while any(token in words.honorifics for token, _ in tokens[:-2]):
            believed = True
            tokens.pop(0)  # "Press Secretary Dana Lee"
        tokens = tokens[given([token for token, _ in tokens]) :]
        if not 2 <= len(tokens) <= 4:
            continue
        start, end = tokens[0][1][0], tokens[-1][1][1]
        form = " ".join(match[0][start:end].split())
        form = form.removesuffix("'s").removesuffix("’s")
        if form.isupper():
            continue
        for at, word in ((-1, tokens[-1][0]), (0, tokens[0][0] + " ")):
            if tokens[at][0] in wanted:
                found[word][form] += 2 if believed else 1
    return {word: [form for form, times in forms.most_common(3) if times >= 2] for word, forms in found.items()}


def given(tokens: Sequence[str]) -> int:
    """Where the given name stands before a surname, or 0: what goes before it describes (`Die Mathematikerin Ilse Brandt`)."""
    return next((at for at, token in enumerate(tokens[:-1]) if token in given_names()), 0)


def spelt_out(text: str, initials: str) -> str:
    """The name that the text gives initials to, `Jane Stone (JS)`, or nothing."""
    at = text.find(f"({initials})")
    while at >= 0:
        tokens = text[max(0, at - 60) : at].rstrip().rpartition("\n")[2].split()[-len(initials) :]
        if len(tokens) == len(initials) and all(
            token[0] == letter for token, letter in zip(tokens, initials, strict=True)
        ):
            return " ".join(tokens)
        at = text.find(f"({initials})", at + 1)
    return ""


def _base(token: str) -> str:
    return token.casefold().removesuffix("'s").removesuffix("’s")


def _opens(token: str, words: Vocabulary) -> bool:
    """`Yes James`, `I’m Ada Lee`: what stands in capitals only because a sentence begins."""
    return token in words.talk or "'" in token[:3] or "’" in token[:3] or words.first.fullmatch(token) is not None


def misspelt(one: str, other: str) -> bool:
    """Whether two words of five letters or more differ by one letter: left out, added, changed, or two swapped."""
    if min(len(one), len(other)) < 5 or abs(len(one) - len(other)) > 1:
        return False
    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    a, b = one[head:], other[head:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:] and len(a) > 1)
