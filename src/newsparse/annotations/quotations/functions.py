"""What a quotation that is no speech does: a title or nickname, a term, or words held at a distance."""

from __future__ import annotations

from newsparse.annotations.quotations.lexicon import Lexicon
from newsparse.annotations.quotations.stretches import Stretch
from newsparse.model.annotations import QuotationFunction

_WORDS_BEFORE = 40
"""Code points in which the word that announces a term is looked for."""


def function_of(text: str, stretch: Stretch, lexicon: Lexicon) -> QuotationFunction:
    """Return what a quotation that is no speech does.

    A title: `“The Long Road”`, `the film “Rain”`, `Ann “Duke” Lee`. A term: `known as “gating”`. The rest are scare quotes.
    """
    before = text[max(0, stretch.start - _WORDS_BEFORE) : stretch.start].split()
    if before and not lexicon.terms.isdisjoint(word.strip("(,").lower() for word in before[-2:]):
        return "term"
    if before and lexicon.announces_name(before[-1].lower()):
        return "title"
    words = [word for word in stretch.content.of(text).strip(".,;:!?").split() if word[:1].isalpha()]
    heavy = [word for word in words if len(word) > 3] or words
    if len(words) > 1 and all(word[0].isupper() for word in heavy) and words[0][0].isupper():
        return "title"
    behind = text[stretch.end : stretch.end + 2].strip()
    nicknamed = before and before[-1][:1].isupper() and behind[:1].isupper()
    return "title" if len(words) == 1 and nicknamed and words[0][0].isupper() else "scare"
