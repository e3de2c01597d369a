"""Plain attributions whose words no candidate has: `“…,” one wrote`, `“…,” she went on`, `“…” was her answer`."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.annotations.quotations.answers import Attribution
from newsparse.annotations.quotations.clauses import Token
from newsparse.annotations.quotations.features import Context
from newsparse.annotations.quotations.lexicon import Kind, Lexicon
from newsparse.model import Span

LONGEST_NAME = 3
"""Words of a name before a verb of two words."""


def told_by_other_words(context: Context, begins: int, lexicon: Lexicon) -> Attribution | None:
    """Return who says it, by the words from `begins` on, right behind the quotation."""
    if answer := _went_on_before(context, lexicon) or _called(context, lexicon):
        return answer
    tokens = context.tokens[begins : begins + LONGEST_NAME + 2]
    if len(tokens) < 2:
        return None
    if context.shape.ends in (",", ".") and (answer := _one_of_many(tokens, lexicon) or _goes_on(tokens, lexicon)):
        return answer
    opens = not context.place or context.kinds[context.place - 1] in (Kind.CONJUNCTION, Kind.COMMA)
    return _was_answer(tokens, lexicon) if begins == context.place + 1 and opens else None


def _went_on_before(context: Context, lexicon: Lexicon) -> Attribution | None:
    """`“…,” she went on, “…”`: the second part."""
    tokens, place = context.tokens, context.place
    if place < 4 or tokens[place - 1].kind != Kind.COMMA:
        return None
    if (tokens[place - 3].word, tokens[place - 2].word) not in lexicon.phrasal:
        return None
    for at in range(place - 4, max(-1, place - 5 - LONGEST_NAME), -1):
        if tokens[at].kind in (Kind.QUOTED, Kind.COMMA):
            return _attribution(tokens[at + 1 : place - 3], tokens[place - 3 : place - 1]) if at < place - 4 else None
    return None


def _called(context: Context, lexicon: Lexicon) -> Attribution | None:
    """`the school called “extreme”`: a clause without a mark before it, whose subject stands right before its verb."""
    tokens, place = context.tokens, context.place
    if place < 4 or context.shape.capital or tokens[place - 1].word not in lexicon.judging:
        return None
    named = [tokens[place - 3], tokens[place - 2]]
    if (
        named[0].word.lower() not in lexicon.definite
        or named[1].kind != Kind.LOWER
        or named[0].start == tokens[0].start
    ):
        return None
    return _attribution(named, tokens[place - 1 : place])


def _one_of_many(tokens: Sequence[Token], lexicon: Lexicon) -> Attribution | None:
    """`one wrote`, `another said`."""
    if tokens[0].word not in lexicon.one_of_many or tokens[1].kind != Kind.VERB:
        return None
    return _attribution(tokens[:1], tokens[1:2])


def _goes_on(tokens: Sequence[Token], lexicon: Lexicon) -> Attribution | None:
    """`she went on`, `Ann Lee went on`."""
    for at in range(1, len(tokens) - 1):
        if tokens[at - 1].kind != Kind.CAPITAL and not (at == 1 and tokens[0].kind == Kind.PRONOUN):
            return None
        if (tokens[at].word, tokens[at + 1].word) in lexicon.phrasal:
            return _attribution(tokens[:at], tokens[at : at + 2])
    return None


def _was_answer(tokens: Sequence[Token], lexicon: Lexicon) -> Attribution | None:
    """`was her answer`."""
    if len(tokens) < 3 or tokens[0].kind != Kind.AUXILIARY or tokens[1].kind != Kind.POSSESSIVE:
        return None
    noun = next((at for at in range(2, len(tokens)) if tokens[at].word in lexicon.answers), None)
    return None if noun is None else _attribution(tokens[1:2], tokens[noun : noun + 1])


def _attribution(source: Sequence[Token], cue: Sequence[Token]) -> Attribution:
    return Attribution(Span(source[0].start, source[-1].end), Span(cue[0].start, cue[-1].end), "before", "verb")
