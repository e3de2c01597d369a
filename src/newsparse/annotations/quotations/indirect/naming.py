"""A source in full: with what tells who that is, as the speakers of marked quotations are read.

The learned model picks the noun-like run that names the source, which is the nearest mostly: `the mayor` of `Ann Lee, the
mayor, said`, `Brest` of `officials in Brest said`.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.annotations.quotations import phrases, romance, subjects
from newsparse.annotations.quotations.clauses import Token, sentences_around
from newsparse.annotations.quotations.indirect import letters
from newsparse.annotations.quotations.indirect.clause import Clause
from newsparse.annotations.quotations.indirect.extents import Attribution
from newsparse.annotations.quotations.lexicon import CUES, Kind, Lexicon
from newsparse.model import Span

_NO_SUBJECT = frozenset((Kind.ATTACHING, Kind.PREPOSITION))
"""`De su portero dijo que …`: what a subject does not begin with."""
_JOINTS = frozenset(
    (
        Kind.PREPOSITION, Kind.ATTACHING, Kind.COMMA, Kind.DETERMINER, Kind.POSSESSIVE, Kind.NUMBER, Kind.CAPITAL,
        Kind.CONJUNCTION,
    )
)  # fmt: skip
"""What may stand right before the run that the model picked, where the phrase begins earlier."""
_CLAUSE = frozenset((*CUES, Kind.PRONOUN, Kind.AUXILIARY, Kind.RELATIVE, Kind.SUBORDINATOR, Kind.TIME))
"""What shows that words to the left are a clause of their own: `it felt like the end to Lee`."""
_OUTSIDE = frozenset((Kind.COMMA, Kind.CONJUNCTION, Kind.ADVERB, Kind.SUBORDINATOR))
_INSERTING = frozenset((Kind.COMMA, Kind.OPENING, Kind.ATTACHING, Kind.PREPOSITION))


def in_full(clause: Clause, found: Attribution, names: Lexicon) -> Span | None:
    """Return the source of an attribution with its head, place and appositions."""
    if found.source is None:
        return None
    start, end = found.source
    source = clause.span(start, end)
    behind = start > found.cue
    kinds = clause.kinds
    more = kinds[end] in letters.GOES_ON or (not behind and kinds[start - 1] in letters.BEGINS_EARLIER)
    if not more or clause.cues[found.cue][0] == "o":
        return source
    return (
        _behind(clause, source, names)
        if behind
        else _before(clause, source, clause.span(found.cue, found.cue + 1), names)
    )


def by_order(clause: Clause, found: Attribution, names: Lexicon) -> Span | None:
    """Return the source where word order tells it: the subject before the cue, or behind one whose words stand before it."""
    cue = clause.span(found.cue, found.cue + 1)
    if clause.cues[found.cue][0] == "o":
        return in_full(clause, found, names)
    tokens = _tokens(clause, cue.start, clause.end, names)
    verb = next((place for place, token in enumerate(tokens) if token.start <= cue.start < token.end), 0)
    if found.shape == "left":
        phrase = romance.subject_behind(tokens, verb + 1, names)
    else:
        phrase = phrases.before(tokens, verb, names) or subjects.subject(tokens, verb, names)
        if phrase and romance.governs(tokens, phrase[0]):
            phrase = subjects.subject(tokens, verb, names) or phrase
        if phrase and tokens[phrase[0]].kind in _NO_SUBJECT:
            phrase = None
        elif phrase is None:
            # `Decía Ana Ruiz que …`
            phrase = romance.subject_behind(tokens, verb + 1, names)
        if phrase is None and names.drops_subjects:
            return None
    if phrase is None:
        return in_full(clause, found, names)
    start, end = tokens[phrase[0]].start, tokens[phrase[1] - 1].end
    content = clause.place(found.content[0][0])
    if start < content < end:
        end = max(token.end for token in tokens[phrase[0] : phrase[1]] if token.start < content)
    return Span(start, end)


def _before(clause: Clause, source: Span, cue: Span, names: Lexicon) -> Span:
    tokens = _tokens(clause, cue.start, cue.end, names)  # what stands behind the cue changes nothing before it
    # mostly it is the last
    verb = len(tokens) - 1 if tokens and tokens[-1].start == cue.start else _at(tokens, cue.start)
    phrase = phrases.before(tokens, verb, names) if verb > 0 else None
    if phrase is None:
        return source
    first, last = phrase
    whole = Span(tokens[first].start, tokens[last - 1].end)
    if whole == source or whole.start > source.start or whole.end < source.end:
        return source
    if whole.start < source.start and not _begins(tokens, first, _at(tokens, source.start), names):
        return source
    if whole.end > source.end:
        end = next((place + 1 for place, token in enumerate(tokens) if token.end == source.end), 0)
        if not (end and _inserted(tokens, end, last)):
            return source
    return whole


def _begins(tokens: Sequence[Token], first: int, place: int, names: Lexicon) -> bool:
    """Whether the words from `first` up to the run at `place` are the head of the same phrase."""
    if place <= first or tokens[place - 1].kind not in _JOINTS:
        return False
    if first and tokens[first - 1].kind not in _OUTSIDE:
        return False
    if not first and tokens[first].word[0].islower():
        return False  # what the sentence itself begins with would have a capital
    endings = (*names.verb_endings, "ed", "ing")
    return not any(token.kind in _CLAUSE or token.word.endswith(endings) for token in tokens[first:place])


def _inserted(tokens: Sequence[Token], end: int, last: int) -> bool:
    """Whether the words from `end` to `last` describe who that is, up to the comma that closes them."""
    kind = tokens[end].kind
    if kind not in _INSERTING or any(token.kind == Kind.TIME for token in tokens[end:last]):
        return False
    return kind != Kind.COMMA or tokens[last - 1].kind == Kind.COMMA


def _behind(clause: Clause, source: Span, names: Lexicon) -> Span:
    tokens = _tokens(clause, source.start, clause.end, names)
    first = _at(tokens, source.start)
    phrase = phrases.after(tokens, first, names) if first >= 0 else None
    if phrase is None:
        return source
    return Span(source.start, max(source.end, tokens[phrase[1] - 1].end))


def _tokens(clause: Clause, place: int, end: int, names: Lexicon) -> list[Token]:
    """The tokens, up to `end`, of the sentence that `place` stands in."""
    for tokens in sentences_around(clause.text, Span(clause.start, end), (), names):
        if tokens[-1].end > place:
            return tokens
    return []


def _at(tokens: Sequence[Token], start: int) -> int:
    for place, token in enumerate(tokens):
        if token.start == start:
            return place
    return -1
