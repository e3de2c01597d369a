"""Words beside a quotation that say it is a name or a word, not speech: `the yacht “Second Wind”`, `the term “gating”`."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.annotations.quotations.clauses import Token
from newsparse.annotations.quotations.features import Context
from newsparse.annotations.quotations.lexicon import CUES, Kind, Lexicon

LIGHT = 3
"""Letters of a word that has no capital in a title."""
_SHORT = frozenset("12345")
"""Lengths of quotations that may be words somebody names, not says."""
NEAR = 6
"""Tokens before a quotation in which the words that announce it are looked for."""


def announces(context: Context, lexicon: Lexicon) -> bool:
    """Whether the words right before or behind say that it is a name, a title, or a word that is spoken about."""
    before = context.tokens[max(0, context.place - NEAR) : context.place]
    if not before or context.shape.length not in _SHORT:
        return False
    return _titled_behind_comma(before, context, lexicon) or _is_word(before, context, lexicon)


def _titled_behind_comma(before: Sequence[Token], context: Context, lexicon: Lexicon) -> bool:
    """`in a newsletter, “The Lawn Mower”, whose editor …`: a work, a comma and its title."""
    if len(before) < 2 or not is_titled(context.shape.text, lexicon):
        return False
    words = [token.word.lower() for token in before]
    if words[-1] in lexicon.staged and not lexicon.performing.isdisjoint(words) and not context.shape.whole:
        return True  # `directed her in “Salt”`
    if before[-1].kind == Kind.COLON:  # `the last of its names: “Patience”`
        return any(token.word.lower() in lexicon.name_nouns for token in before[:-1])
    if before[-1].kind != Kind.COMMA or context.shape.whole:
        return False
    return lexicon.announces_name(before[-2].word.lower())


def _is_word(before: Sequence[Token], context: Context, lexicon: Lexicon) -> bool:
    """`the word “wife” means`, `a rule on “headgear”`, `linguists call this a “snowclone”`; not `Lee used the word “war”`."""
    words = [token.word.lower() for token in before]
    if words[-1] in lexicon.word_nouns:
        behind = context.tokens[context.place + 1 : context.place + 2]
        explained = bool(behind) and (behind[0].kind == Kind.AUXILIARY or behind[0].word in lexicon.meaning)
        return explained or not any(token.kind in CUES for token in context.tokens[: context.place])
    if words[-1] in lexicon.as_words and not lexicon.known.isdisjoint(words):
        return True  # `known to her pupils as “Aunt Chalk”`
    if words[-1] in lexicon.naming_passive and len(words) > 1:
        return _is_name(before, context, lexicon)
    if words[-1] in lexicon.about and len(words) > 1 and words[-2] in lexicon.rulings:
        return not context.shape.capital
    if words[-1] in lexicon.articles:
        words = words[:-1]
    called = words[-2:-1] if words[-1:] and words[-1] in lexicon.demonstratives else words[-1:]
    if not called or called[0] not in lexicon.calling:
        return False
    who = words[: -2 if called[0] != words[-1] else -1]
    return bool(who) and who[-1] in lexicon.namers


def _is_name(before: Sequence[Token], context: Context, lexicon: Lexicon) -> bool:
    """`the process is called “torpor”`, `a loaf called “Eternal”`; not `Lee is called “weak”`, `Lee called “Rain” bad`."""
    after = context.tokens[context.place + 1 : context.place + 2]
    by = bool(after) and after[0].word in lexicon.agents_of
    words = context.shape.text.split()
    if before[-2].word in lexicon.present:
        thing = len(before) > 2 and before[-3].kind == Kind.LOWER
        return thing and not by and len(words) < LIGHT and words[0].lower() not in lexicon.articles
    article = any(token.word.lower() in lexicon.articles - lexicon.definite for token in before[-4:-2])
    return before[-2].kind == Kind.LOWER and article and is_titled(context.shape.text, lexicon)


def is_titled(text: str, lexicon: Lexicon) -> bool:
    """Whether a title may be written so: with capitals, or where every noun has one, with one at its head."""
    if lexicon.nouns_are_capitalised:
        return next((word[0].isupper() for word in text.split() if word[0].isalpha()), False)
    return has_capitals(text)


def has_capitals(text: str) -> bool:
    """Whether all words but the light ones have capitals, the first among them."""
    words = [word for word in text.split() if word[0].isalpha()]
    return bool(words) and all(word[0].isupper() for word in words if len(word) > LIGHT or word is words[0])
