"""What needs no weighing: attributions that one look at the words beside a quotation settles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsparse.annotations.quotations import nominals, phrases
from newsparse.annotations.quotations.announcing import LIGHT, announces, has_capitals
from newsparse.annotations.quotations.answers import Attribution, attribution_of
from newsparse.annotations.quotations.beside import told_by_other_words
from newsparse.annotations.quotations.candidates import Candidate, around_verb
from newsparse.annotations.quotations.clauses import Token, sentences_around
from newsparse.annotations.quotations.features import Context
from newsparse.annotations.quotations.lexicon import CUES, Kind, Lexicon
from newsparse.annotations.quotations.stretches import Stretch
from newsparse.model import Span
from newsparse.model.nodes import AnyLeaf

_FINAL = frozenset(".!?…")
LONGEST_SIGNATURE = 120
"""Code points of a line that tells who said the quotation above it."""

# A transcript inside the marks: `“LEE: We will go.`
_LABEL = re.compile(r"\W{1,3}((?:[A-Z][A-Z.’'-]+ ){0,3}[A-Z][A-Z’'-]+):\s")
# `laut „tagblatt.example“`
_ADDRESS = re.compile(r"(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,8}(?:/[^\s]{0,80})?")
_TELLING = frozenset((*CUES, Kind.AUXILIARY, Kind.DASH, Kind.QUOTED))


def names_something(context: Context, lexicon: Lexicon) -> bool:
    """Whether the words beside say that it is a name: `known as “gating”`, `the film “The Gate”`, `“The Gate” star Ann Lee`."""
    words = context.tokens[max(0, context.place - 6) : context.place]
    if context.shape.length == "1" and _ADDRESS.fullmatch(context.shape.text):
        return True
    if words and context.shape.capital and _titles(words[-1], context, lexicon):
        # `the film “The Gate”`, but not `Lee called the film “Bad”`.
        return all(token.kind != Kind.WEAK_VERB for token in words[-3:-1])
    behind = context.tokens[context.place + 1 : context.place + 2]
    if behind and behind[0].word in lexicon.makers and has_capitals(context.shape.text):
        return True
    if lexicon.nouns_have_articles and _is_called(context, words, lexicon):
        return True
    if lexicon.nouns_have_articles and context.shape.capital and _is_announced(context, words, lexicon):
        return True
    before = [token.word.lower() for token in context.tokens[max(0, context.place - 2) : context.place]]
    return any(tuple(before[-len(phrase) :]) == phrase for phrase in lexicon.naming) or announces(context, lexicon)


_BRIEF = 3
"""Words of a nickname, and those between a work and its title."""


def _is_announced(context: Context, words: Sequence[Token], lexicon: Lexicon) -> bool:
    """What French, Spanish and Italian copy names with a capital at its head only.

    `estrena «La casa quieta»`, `autor de «El río»`, `su monólogo, «Ya voy»`, `« Ça tourne », un podcast`,
    `al que llaman «Rayo»`, `au « Courrier des Alpes »`.
    """
    shape, tokens, place = context.shape, context.tokens, context.place
    if shape.whole or shape.before == "COLON":
        return False
    before = [token.word.lower() for token in words]
    behind = [token.word.lower() for token in tokens[place + 1 : place + 5]]
    if (
        tokens[place + 1 : place + 2]
        and tokens[place + 1].kind == Kind.COMMA
        and not lexicon.works.isdisjoint(behind[1:])
    ):
        return words == [] or words[-1].kind not in CUES
    if not words:
        return False
    if words[-1].kind == Kind.COMMA and any(map(lexicon.announces_name, before[-_BRIEF - 1 : -1])):
        return not any(token.kind in CUES for token in words[-_BRIEF - 1 :])
    if any(word in lexicon.staging for word in before[-_BRIEF:]) and shape.ends != ",":
        return True
    if not has_capitals(shape.text):
        return False
    named = words[-1].word in lexicon.callers and len(shape.text.split()) <= _BRIEF
    many = sum(len(word) > LIGHT for word in shape.text.split()) > 1
    return named or (many and words[-1].kind in (Kind.DETERMINER, Kind.ATTACHING))


def _is_called(context: Context, words: Sequence[Token], lexicon: Lexicon) -> bool:
    """`la taxe dite « verte »`, but not `elle s’est dite « prête »`."""
    if len(words) < 2 or words[-1].word not in lexicon.terms:
        return False
    return words[-2].kind not in (Kind.AUXILIARY, Kind.PRONOUN, Kind.ADVERB) and context.shape.length in ("1", "2", "3")


def _titles(before: Token, context: Context, lexicon: Lexicon) -> bool:
    """Whether the word before a capital announces a title: `the film “Rain”`, `the show “Late Rain.”`, `NBC's “Rain”`."""
    shape = context.shape
    if lexicon.announces_name(before.word.lower()):
        return not shape.whole or has_capitals(shape.text)
    owner = before.word.removesuffix("’s").removesuffix("'s")
    return len(owner) < len(before.word) and len(owner) > 1 and owner.isupper() and has_capitals(shape.text)


def stands_alone(context: Context) -> bool:
    """Whether it is somebody's speech, being a whole sentence by itself or behind a colon: `Lee shrugged. “We wait.”`."""
    shape = context.shape
    announced = len(context.kinds) == 1 or shape.before == "COLON"
    return announced and shape.capital and shape.text[-1:] in _FINAL


def dropped_in(context: Context) -> bool:
    """A whole sentence in the middle of one that reports nothing (`They are wary, as “We will go.”`): nobody is named."""
    shape = context.shape
    announced = shape.before not in ("SUBORDINATOR", "PREPOSITION")
    return not announced and not context.cues and shape.whole and shape.length in ("8", "15")


def labelled(text: str, context: Context) -> Attribution | None:
    """Who is named inside the marks: `“LEE: We will go.`."""
    label = _LABEL.match(text, context.tokens[context.place].start)
    return Attribution(Span(*label.span(1)), None, "label", "mark") if label else None


def plainly_told(context: Context, lexicon: Lexicon) -> Attribution | None:
    """`“…,” Lee said`, `“…,” said Lee`: what `told_beside` would find first, without looking at the rest of the sentence."""
    tokens, kinds, place = context.tokens, context.kinds, context.place
    asks = context.shape.text[-1:] in ("?", "!")
    begins = _behind(kinds, place)
    if answer := told_by_other_words(context, begins, lexicon):
        return answer
    if (
        not (asks or context.shape.ends == ",")
        or (place and kinds[place - 1] in CUES)
        or kinds[place + 1 : place + 2] == [Kind.DASH]
    ):
        return None
    for at in range(begins, min(len(kinds), place + phrases.LONGEST)):
        if kinds[at] == Kind.QUOTED or tokens[at].word in lexicon.particles:
            return None
        if kinds[at] == Kind.VERB:
            for one in around_verb(tokens, at, (None, None), lexicon):
                # `“Why?” asked Lee` is plain, `“Why?” Lee rose` may be another sentence.
                plain = _tells_plainly(tokens, one, lexicon) and (one.way == "after" or not asks)
                if min(one.first, one.cue_first) == begins and plain:
                    return attribution_of(tokens, one)
    return None


def _behind(kinds: list[int], place: int) -> int:
    """Where the words behind a quotation begin: `„…“, sagte Lee` has its comma outside the marks."""
    return place + 2 if kinds[place + 1 : place + 2] == [Kind.COMMA] else place + 1


def _tells_plainly(tokens: Sequence[Token], one: Candidate, lexicon: Lexicon) -> bool:
    """`“…,” telling the board` and `“…,” giving states` are no plain attributions, whatever their words could be."""
    if one.way not in ("before", "after") or tokens[one.cue_last - 1].kind != Kind.VERB:
        return False
    head = tokens[one.first]
    return head.kind != Kind.LOWER or not head.word.endswith(lexicon.verb_endings or ("-",))


def told_beside(
    context: Context, candidates: Sequence[Candidate], lexicon: Lexicon, *, plain: bool
) -> Attribution | None:
    """What needs no weighing: `“…,” Lee said`, `“…,” said Lee`, `“…” — Lee`, `the board, which called it “…”`."""
    tokens, place = context.tokens, context.place
    begins = _behind(context.kinds, place)
    for one in candidates:
        if one.cue_last == place and one.way == "before" and tokens[one.first].kind == Kind.RELATIVE:
            return attribution_of(tokens, one)
        if min(one.first, one.cue_first) != begins:
            continue
        if (
            one.way == "dash"
            and not _told_before(context)
            and not any(token.kind in _TELLING for token in tokens[one.last : one.last + 8])
        ):
            return attribution_of(tokens, one)
        if plain and context.shape.ends == "," and _tells_plainly(tokens, one, lexicon):
            return attribution_of(tokens, one)
    return None


_NEAR_QUOTING = 14
"""Tokens between a quotation and the word that hands it on."""
_CLAUSE_ENDS = frozenset((Kind.QUOTED, Kind.OTHER, Kind.COLON, Kind.COMMA))


def handed_on_by_another(context: Context, lexicon: Lexicon) -> Attribution | None:
    """`„…“, zitiert der Bote die Ministerin`, `Lehmann wird mit den Worten zitiert: „…“`: who is quoted, not who quotes."""
    tokens, place = context.tokens, context.place
    quoting = [
        at
        for at in range(max(0, place - _NEAR_QUOTING), min(len(tokens), place + _NEAR_QUOTING))
        if tokens[at].word in lexicon.quoting
    ]
    if not quoting:
        return None
    cue = min(quoting, key=lambda at: abs(at - place))
    low, high = _clause_around(tokens, cue)
    beside = low - 2 <= place < low if place < cue else high <= place <= high + 1
    if not beside:
        return None
    named = [one for one in nominals.nominals_in(tokens[low:high], lexicon) if one.over < 0]
    named = [one for one in named if tokens[low + one.head].kind != Kind.NOUN]
    if not any(token.word in lexicon.passive for token in tokens[low:high]):
        objects = [one for one in named if tokens[low + one.first].word.lower() in lexicon.oblique]
        others = [one for one in named if tokens[low + one.first].kind != Kind.PRONOUN]
        named = (objects or others)[-1:]
    if not named:
        return None
    first = low + named[0].first
    found = phrases.after(tokens, first, lexicon) or (first, low + named[0].head + 1)
    return attribution_of(tokens, Candidate("quoted", *found, cue, cue + 1, "quoting"))


def _clause_around(tokens: Sequence[Token], cue: int) -> tuple[int, int]:
    """The clause of the word at `cue`, from mark to mark."""
    low = high = cue
    while low and not _ends_clause(tokens, low - 1):
        low -= 1
    while high < len(tokens) and not _ends_clause(tokens, high):
        high += 1
    return low, high


def _ends_clause(tokens: Sequence[Token], place: int) -> bool:
    """A mark does, but not the name of `der „Kurier“`."""
    if tokens[place].kind == Kind.QUOTED and place and tokens[place - 1].kind == Kind.DETERMINER:
        return False
    return tokens[place].kind in _CLAUSE_ENDS


def _told_before(context: Context) -> bool:
    """`Lee said, “…” - the first to do so`: what stands behind the dash is no signature."""
    return any(kind in CUES for kind in context.kinds[: context.place])


def signed(
    text: str, block: AnyLeaf, stretches: Sequence[tuple[int, Stretch]], following: AnyLeaf | None, lexicon: Lexicon
) -> Attribution | None:
    """`“…”` in a block of its own, and in the next one `— Ann Lee, Oslo`."""
    if len(stretches) != 1 or following is None or following.content.end - following.content.start > LONGEST_SIGNATURE:
        return None
    stretch = stretches[0][1]
    outside = text[block.content.start : stretch.start] + text[stretch.end : block.content.end]
    if any(char.isalnum() for char in outside) or text[following.content.start] not in "-–—―‒~":
        return None
    tokens, *more = list(sentences_around(text, following.content, (), lexicon)) or [[]]
    named = phrases.after(tokens, 1, lexicon) if not more or len(more[0]) < 3 else None
    if named is None:
        return None
    source = Span(tokens[named[0]].start, tokens[named[1] - 1].end)
    return Attribution(source, None, "signed", "mark")
