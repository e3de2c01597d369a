"""Sentences of the article's own text.

One pass finds every mark that could end a sentence, and each is then decided by what stands on its two sides. Scrapers
lose the blank after a full stop and mix up cases, so neither is needed where the words speak for themselves.
"""

from __future__ import annotations

import re
from functools import cache

import attrs

from newsparse.languages import Language
from newsparse.model import (
    AlternativeHeadline,
    BlockQuote,
    Caption,
    Correction,
    ListItem,
    Node,
    Paragraph,
    Sentence,
    Span,
)
from newsparse.model.nodes import leaves_of

RUNNING_TEXT = (Paragraph, ListItem, BlockQuote, Caption, Correction, AlternativeHeadline)
"""Leaves that hold sentences."""

_RUNNING = frozenset(RUNNING_TEXT)
_made = tuple.__new__
"""Makes a span in half the time."""
_CANDIDATE = re.compile(r"""([.!?…。！？]+)((?:["'”’“»›«‹」』)\]]|[ \u00a0\u202f]?»(?=\s|$))*)(\s*)""")
_OPENING = "\"'“”‘«»„‹›([¿¡「『"
_NEXT = re.compile(r"""["'“”‘«»„‹›(\[¿¡「『–—\- \u00a0]*(\w+(?:['’]\w+)?)""")
_ROMAN = re.compile(r"[IVXLC]+")
_FULL_WIDTH = frozenset("。！？")
LONGEST_WORD = 24
"""Code points looked back for the word before a full stop: no abbreviation is longer."""
LONGEST_QUOTATION = 1_000
"""Code points looked back for the mark that opened a quotation."""


@attrs.frozen(kw_only=True)
class _Rules:
    """What a language says about full stops, all in lower case and without the last stop."""

    titles: frozenset[str]
    abbreviations: frozenset[str]
    before_number: frozenset[str]
    openers: frozenset[str]
    ordinals: bool
    asking: re.Pattern[str] | None


@cache
def _rules(language: Language) -> _Rules:
    asking = "|".join(map(re.escape, language.words("sentences", "asking")))
    return _Rules(
        titles=frozenset(language.words("sentences", "titles")),
        abbreviations=frozenset(language.words("sentences", "abbreviations")),
        before_number=frozenset(language.words("sentences", "before_number")),
        openers=frozenset(language.words("sentences", "openers")),
        ordinals=bool(language.table("sentences").get("ordinals", False)),
        asking=re.compile(rf"(?:[^\W\d_]\S* ){{1,3}}(?:{asking})\b") if asking else None,
    )


def split_sentences(text: str, children: tuple[Node, ...], language: Language) -> tuple[Sentence, ...]:
    """Return the sentences of every leaf of running text; no sentence crosses a leaf, and together they tile it."""
    rules = _rules(language)
    found: list[Sentence] = []
    for leaf in leaves_of(children):
        if leaf.__class__ in _RUNNING:
            start, limit = leaf.content
            for match in _CANDIDATE.finditer(text, start, limit):
                if match.end() < limit and (cut := _cut(text, start, limit, match, rules)):
                    _add(text, start, cut, found)
                    start = cut
            _add(text, start, limit, found)
    return tuple(found)


def _add(text: str, start: int, end: int, found: list[Sentence]) -> None:
    """Add the sentence between two cuts, without the white space around it."""
    words = text[start:end]
    bare = words.strip()
    if bare:
        if words[0].isspace():
            start += len(words) - len(words.lstrip())
        found.append(Sentence(span=_made(Span, (start, start + len(bare))), text=bare))


def _cut(text: str, start: int, limit: int, match: re.Match[str], rules: _Rules) -> int:
    """Return where the next sentence begins if `match` ends one, else 0."""
    marks, closers, blank = match.groups()
    if marks[-1] in _FULL_WIDTH:
        return match.end()
    if not blank:
        return _glued(text, start, match, rules)
    at = match.end()
    first = text[at]
    if first in _OPENING or first in "–—-":
        following = _NEXT.match(text, at, limit)
        first = following[1][0] if following else first
    if marks[0] == "." and len(marks) == 1:
        ends = _full_stop_ends(text, start, match, first, rules)
    elif first.islower():
        ends = not closers and marks[-1] in "!?" and _opens(text, at, rules)
    else:
        ends = not (closers and marks[-1] in "!?" and rules.asking and rules.asking.match(text, at, limit))
    return at if ends else 0


def _full_stop_ends(text: str, start: int, match: re.Match[str], first: str, rules: _Rules) -> bool:
    """Whether a single full stop with white space after it ends a sentence; `first` is the first letter or digit there."""
    at = match.end()
    if match[2]:
        return not first.islower()
    word = _word_before(text, start, match.start())
    lower = word.lower()
    if lower in rules.titles or (first.isdigit() and lower in rules.before_number):
        return False
    if lower in rules.abbreviations or _is_initials(word):
        return first.isupper() and _opens(text, at, rules)
    if word.isdigit() and len(word) < 4:
        if match.start() - len(word) == start:  # `1. Envoys met.`
            return False
        if rules.ordinals and len(word) < 3:  # `am 3. Oktober`
            return first.isupper() and _opens(text, at, rules)
    if not first.islower():
        return True
    # Wrong case (`It failed. the envoys left.`) against an abbreviation nobody listed (`Mfg. workers`, `Karl IV. war`)
    return len(word) > 2 and (word.islower() or (_opens(text, at, rules) and not _ROMAN.fullmatch(word)))


def _is_initials(word: str) -> bool:
    """Whether `word` is single letters with stops between them: `J`, `U.S`, `Ph.D`."""
    return word.isalpha() if len(word) == 1 else "." in word and max(map(len, word.split("."))) < 3


def _glued(text: str, start: int, match: re.Match[str], rules: _Rules) -> int:
    """Return where the next sentence begins if the blank was lost: `ended.Talks went on`, `he said.“We know”`."""
    marks, closers, _ = match.groups()
    at = match.end()
    nearest = text[at]
    if len(marks) > 1 and marks[-1] in ".…":
        return 0
    word = _word_before(text, start, match.start())
    if marks[-1] in ".…" and (len(word) < 3 or "." in word or "@" in word):
        return 0
    if word.lower() in rules.titles or word.lower() in rules.abbreviations:
        return 0
    if closers and closers[-1] in "\"“«‘'" and _is_closed(text, start, match, closers[-1]):
        at -= 1
    elif nearest not in "“„«‘(" and marks[-1] not in "!?":
        if nearest.islower():
            return at if word.islower() and word.isalpha() and _opens(text, at, rules) else 0
        if not (text[at + 1 : at + 2].islower() or text[at + 1 : at + 2] in (" ", "'", "’")):
            return 0
    nearest_is_start = nearest.isupper() or nearest in "“„«‘("
    return at if nearest_is_start and (closers or not word or word[-1].islower() or word.isdigit()) else 0


def _is_closed(text: str, start: int, stop: re.Match[str], mark: str) -> bool:
    """Whether no quotation is open at the full stop, so that a `mark` right after it opens one: `said."We know."`."""
    said = text[max(start, stop.start() - LONGEST_QUOTATION) : stop.start()]
    match mark:
        case "“":
            return "„" not in said
        case "«":
            return said.count("»") <= said.count("«")
        case _:
            return said.count(mark) % 2 == 0


def _word_before(text: str, start: int, at: int) -> str:
    """Return the word that ends at `at`, inner stops included: `U.S`, `Dr`."""
    words = text[max(start, at - LONGEST_WORD) : at].split()
    if not words or text[at - 1].isspace():
        return ""
    word = words[-1]
    if not word.isalnum():
        for mark in "—–-/":
            word = word.rpartition(mark)[2]
        word = word.lstrip("\"'“”‘«»„‹›([¿¡*_")
    return word


def _opens(text: str, at: int, rules: _Rules) -> bool:
    """Whether the word at `at` is one that seldom stands anywhere but at the beginning of a sentence."""
    following = _NEXT.match(text, at)
    return following is not None and following[1].lower() in rules.openers
