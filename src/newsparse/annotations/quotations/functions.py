"""What a quotation that is no speech does: a title or nickname, a term, or words held at a distance."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from newsparse.annotations.quotations.announcing import has_capitals
from newsparse.annotations.quotations.lexicon import Lexicon
from newsparse.annotations.quotations.stretches import Stretch
from newsparse.model import Quotation
from newsparse.model.annotations import QuotationFunction

_WORDS_BEFORE = 60
"""Code points in which the words that announce a term or a title are looked for."""
_WORDS_BEHIND = 40
_NEAREST = 6
"""Words before, between which and the quotation others may stand: `known to pupils as`."""
_BETWEEN = 16
"""Code points between two quotations of one list."""
_PLAIN = "(,:–—"


def function_of(text: str, stretch: Stretch, lexicon: Lexicon) -> QuotationFunction:
    """Return what a quotation that is no speech does.

    A title: `“The Long Road”`, `the film “Rain”`, `known as “Duke”`. A term: `known as “gating”`. The rest are scare quotes.
    """
    before = [
        word.strip(_PLAIN).lower() for word in text[max(0, stretch.start - _WORDS_BEFORE) : stretch.start].split()
    ]
    before = [word for word in before if word]
    words = [word for word in stretch.content.of(text).strip(".,;:!?").split() if word[:1].isalpha()]
    if _is_nickname(text, stretch, before, words, lexicon):
        return "title"
    if _is_term(text, stretch, before, lexicon):
        return "term"
    if before and lexicon.announces_name(before[-1]) and (not words or words[0][0].isupper() or "." in words[0]):
        return "title"
    colon = text[max(0, stretch.start - 2) : stretch.start].strip() == ":"
    if colon and words and words[0][0].isupper() and not lexicon.name_nouns.isdisjoint(before[-_NEAREST:]):
        return "title"  # `one of its names: “Patience”`
    return "title" if _looks_like_title(text, stretch, words, lexicon) else "scare"


def _is_nickname(text: str, stretch: Stretch, before: Sequence[str], words: Sequence[str], lexicon: Lexicon) -> bool:
    """`known to pupils as “Sergeant Stop”`, `they call “the Postman”`, `„die Gräfin“ genannt`."""
    if not words:
        return False
    capital = words[0][0].isupper() or (len(words) > 1 and words[0] in lexicon.articles and words[1][0].isupper())
    if not capital:
        return False
    behind = text[stretch.end : stretch.end + _WORDS_BEHIND].split(maxsplit=2)[:2]
    named = any(word.strip(".,;") in lexicon.nicknaming for word in behind[:1]) or any(
        word in lexicon.nicknaming for word in before[-3:]
    )
    if lexicon.nouns_are_capitalised:
        article = words[0].lower() in lexicon.articles
        return named or (article and any(word.strip(".,;") in lexicon.calling for word in behind[:1]))
    called = bool(before) and (
        before[-1] in lexicon.calling | lexicon.naming_passive
        or (before[-1] in lexicon.as_words and not lexicon.known.isdisjoint(before[-_NEAREST:]))
    )
    return named or called


def _is_term(text: str, stretch: Stretch, before: Sequence[str], lexicon: Lexicon) -> bool:
    """`the term “gating”`, `words such as “may”`, `biologists call “torpor”`, `“gating” means`."""
    if not lexicon.terms.isdisjoint(before[-2:]):
        return True
    called = before[:-1] if before and before[-1] in lexicon.articles else before
    if called and called[-1] in lexicon.demonstratives and len(called) < len(before):
        called = called[:-1]  # `biologists call this a “torpor”`
    if called and called[-1] in lexicon.calling and (called == before or len(called) < len(before) - 1):
        return True
    if len(before) > 2 and before[-1] in lexicon.demonstratives and before[-2] in lexicon.calling:
        return before[-3] in lexicon.namers
    if before[-1:] and before[-1] in lexicon.about and before[-2:-1] and before[-2] in lexicon.rulings:
        return True
    if tuple(before[-2:]) in lexicon.examples and not lexicon.word_nouns.isdisjoint(before[-5:-2]):
        return True
    behind = " ".join(text[stretch.end : stretch.end + _WORDS_BEHIND].lower().split())
    return behind.startswith(lexicon.defining)


def _looks_like_title(text: str, stretch: Stretch, words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether it is written as titles are, with a capital at every word, where others have none."""
    if not words or not words[0][0].isupper():
        return False
    lead = text[max(0, stretch.start - _WORDS_BEFORE) : stretch.start]
    line = lead[lead.rfind("\n") + 1 :] + text[stretch.end : stretch.end + _WORDS_BEHIND].split("\n", 1)[0]
    if stretch.content.of(text).isupper() and line.isupper():
        return False  # a line all in capitals
    if len(words) > 1:
        return has_capitals(stretch.content.of(text))
    behind = text[stretch.end : stretch.end + 2].strip()
    near = lead.split()[-1:]
    if near and near[0][:1].isupper() and behind[:1].isupper():
        return True  # `Ann “Duke” Lee`
    return not lexicon.nouns_are_capitalised and bool(near) and near[0].isalpha() and near[0].islower()


_JOINED = re.compile(r"\W*(?:,|\b[a-zäöüéèê]{1,5}\b)?\W*(?:\b[a-z]{1,5}\b)?\W*")


def listed(text: str, quotes: Sequence[Quotation]) -> list[Quotation]:
    """Give what goes on a list of terms or titles the function of those before it: `the words “may”, “should” and “will”`."""
    found: list[Quotation] = []
    for quote in quotes:
        last = found[-1] if found else None
        if (
            last is not None
            and quote.function == "scare"
            and last.function in ("term", "title")
            and 0 < quote.span.start - last.span.end <= _BETWEEN
            and _JOINED.fullmatch(text, last.span.end, quote.span.start)
        ):
            quote = attrs.evolve(quote, function=last.function)  # noqa: PLW2901 - the same one, told better
        found.append(quote)
    return found
