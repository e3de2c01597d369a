"""What the forms of words tell where every noun has a capital (German): whether a quotation is speech, and who may say it.

There a capital shows no name, and order no subject: `Den Bericht nannte Lehmann „falsch“`. Determiners, endings and the mood
of the verb show what elsewhere order does.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from newsparse.annotations.entities import Mention
from newsparse.annotations.quotations.candidates import Candidate
from newsparse.annotations.quotations.clauses import Token
from newsparse.annotations.quotations.features import Context
from newsparse.annotations.quotations.lexicon import CUES, NAMES, Kind, Lexicon
from newsparse.annotations.quotations.telling import Parts

_CLOSED = frozenset(
    (
        Kind.DETERMINER,
        Kind.POSSESSIVE,
        Kind.PREPOSITION,
        Kind.ATTACHING,
        Kind.AUXILIARY,
        Kind.CONJUNCTION,
        Kind.SUBORDINATOR,
        Kind.ADVERB,
        Kind.RELATIVE,
        Kind.PRONOUN,
    )
)
"""Kinds of which a language has few words, so that each may be a feature."""
_CLAUSE_ENDS = frozenset((Kind.COMMA, Kind.COLON, Kind.DASH, Kind.OTHER))
_FAR = 12
"""Tokens beside a quotation that are looked at."""
_LONG = 20
"""Words of a quotation that are looked at."""
_MARKS = ".,;:!?()[]…"
_VERBAL = frozenset(("AUXILIARY", "VERB", "WEAK_VERB"))
_PRONOUNS = frozenset(("PRONOUN", "POSSESSIVE"))


def _shown(token: Token, lexicon: Lexicon) -> str:
    word = token.word.lower()
    if token.kind in _CLOSED:
        return word
    return "WORK" if lexicon.announces_name(word) else "TERM" if word in lexicon.terms else NAMES[token.kind]


class Forms(NamedTuple):
    """What the forms of a candidate's words tell."""

    opens: str
    ending: str
    over: str
    behind: str
    named: str


_PERSONAL = frozenset(("person", "role", "organization"))
_OPENING = frozenset((Kind.DETERMINER, Kind.POSSESSIVE, Kind.PRONOUN))


class Named:
    """What stands for somebody in an article: the mentions of persons, organisations and offices, by where they begin."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._starts = [mention.span.start for mention in mentions]
        self._mentions = mentions
        self._forms: dict[tuple[int, int], Forms] = {}

    def _kind(self, start: int, end: int) -> str:
        """The kind of the first mention that touches a phrase, or nothing."""
        at = max(0, bisect_right(self._starts, start) - 1)
        for mention in self._mentions[at : at + 3]:
            if mention.span.start >= end:
                break
            if mention.span.end > start:
                return mention.kind
        return "-"

    def forms_of(self, tokens: Sequence[Token], candidate: Candidate) -> Forms:
        """Return what the words of a candidate show: of case by how it opens, of person by how it ends and is named."""
        first, last = candidate.first, candidate.last
        opening = tokens[first]
        key = opening.start, tokens[last - 1].end
        found = self._forms.get(key)
        if found is None:
            opens = opening.word.lower() if opening.kind in _OPENING else NAMES[opening.kind]
            head = next((token for token in tokens[first:last] if token.kind == Kind.CAPITAL), opening)
            over = _shown_over(tokens[first - 1]) if first else "^"
            behind = NAMES[tokens[last].kind] if last < len(tokens) else "$"
            ending = head.word[-2:].lower() if head.kind == Kind.CAPITAL else "-"
            found = self._forms[key] = Forms(opens, ending, over, behind, self._kind(*key))
        return found

    def persons_among(self, tokens: Sequence[Token], candidates: Sequence[Candidate]) -> list[int]:
        """Return where the phrases for somebody begin."""
        return sorted(
            {
                one.first
                for one in candidates
                if tokens[one.first].kind == Kind.PRONOUN or self.forms_of(tokens, one).named in _PERSONAL
            }
        )


def _shown_over(token: Token) -> str:
    if token.kind in (Kind.PREPOSITION, Kind.ATTACHING):
        return token.word.lower()
    return NAMES[token.kind]


_RANKS = tuple(tuple(f"{between}.{persons}" for persons in range(4)) for between in range(3))
RANKS_BEFORE = ("p0", "p1", "p2")
"""How many phrases for somebody a sentence has, for candidates of the one before."""


def rank_of(candidate: Candidate, persons: Sequence[int], place: int) -> str:
    """Return how many phrases for somebody stand between a candidate and the quotation, and how many there are in all."""
    first = candidate.first
    low, high = (first, place) if first < place else (place, first)
    between = sum([low < start < high for start in persons])
    return _RANKS[min(between, 2)][min(len(persons), 3)]


def speaker(way: str, strength: str, forms: Forms, mood: str, where: str, rank: str) -> Parts:
    """What a candidate shows by its forms; `where` is on which side of the quotation it stands, or how far before it."""
    opens, ending, over, behind, named = forms
    return (
        ("opens", opens, named, over, strength),
        ("ends", opens, ending, named),
        ("named", named, over, way, where, strength),
        ("behind", behind, named, over),
        ("ranks", mood, way, where, strength, rank),
        ("ranks as", rank, where, named, opens),
    )


def carried(way: str, mood: str, opening: str, *, persons: bool) -> Parts:
    """What a speaker told or handed on from before shows; `opening` is the first word of the sentence."""
    return (("carried", way, mood, opening, persons),)


def mood_of(tokens: Sequence[Token], lexicon: Lexicon) -> str:
    """Return whether a verb of the sentence has the mood of reported speech, and whether a word reports."""
    moods = lexicon.reported_mood
    reported = any(token.word in moods for token in tokens)
    cued = any(token.kind in CUES for token in tokens)
    return f"{'k' if reported else '-'}{'v' if cued else '-'}"


def opening_of(tokens: Sequence[Token], lexicon: Lexicon) -> str:
    """Return the first word of a sentence, or its kind."""
    return _shown(tokens[0], lexicon)


def function(context: Context, lexicon: Lexicon) -> tuple[str, ...]:
    """Features that tell speech from other functions by the words beside a quotation."""
    tokens, place = context.tokens, context.place
    before = _shown(tokens[place - 1], lexicon) if place else "^"
    ahead = _shown(tokens[place - 2], lexicon) if place > 1 else "^"
    behind = _shown(tokens[place + 1], lexicon) if place + 1 < len(tokens) else "$"
    final = _final(tokens, place, lexicon)
    mood = "k" if any(token.word in lexicon.reported_mood for token in tokens) else "-"
    near = [token for token in tokens[max(0, place - _FAR) : place] if token.kind in CUES]
    cue = near[-1].word.lower() if near else "-"
    kind = NAMES[near[-1].kind] if near else "-"
    named = tokens[place - 1].word.lower() if place and tokens[place - 1].kind in (Kind.CAPITAL, Kind.NOUN) else "-"
    words = context.shape.text.split()
    small = sum([word[0].islower() for word in words])
    inner = f"{min(small, 3)}.{min(len(words) - small, 3)}"
    return (
        f"i.b.{before}",
        f"i.b.{ahead}.{before}",
        f"i.a.{behind}",
        f"i.a.{before}.{behind}",
        f"i.e.{final}",
        f"i.e.{before}.{final}",
        f"i.m.{mood}",
        f"i.m.{mood}.{before}",
        f"i.n.{inner}",
        f"i.n.{inner}.{before}",
        f"i.l.{named}",
        f"i.c.{cue}",
        f"i.c.{cue}.{before}",
        f"i.k.{kind}.{before}",
        f"i.k.{kind}.{inner}",
        *_inside(words, lexicon),
    )


def _inside(words: Sequence[str], lexicon: Lexicon) -> list[str]:
    """What the words between the marks are: a clause has its verb, a name or a term is a noun with what belongs to it."""
    known = lexicon.kinds
    kinds: list[str] = []
    for word in words[:_LONG]:
        kind = known.get(word.strip(_MARKS).lower())
        kinds.append(NAMES[kind] if kind is not None else "LOWER" if word[0].islower() else "CAPITAL")
    first, last = (kinds[0], kinds[-1]) if kinds else ("", "")
    verbal = not _VERBAL.isdisjoint(kinds)
    whole = ".".join(kinds) if len(kinds) < 4 else "long"
    return [
        f"i.i.{first}",
        f"i.j.{last}",
        f"i.f.{verbal}",
        f"i.f.{verbal}.{min(len(words), 5)}",
        f"i.p.{not _PRONOUNS.isdisjoint(kinds)}.{verbal}",
        f"i.q.{whole}",
    ]


def _final(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> str:
    """What ends the clause behind a quotation: in `hat den Bericht als „falsch“ zurückgewiesen` what tells its function."""
    last = "$"
    for token in tokens[place + 1 : place + _FAR]:
        if token.kind in _CLAUSE_ENDS:
            break
        if token.kind in CUES:
            return NAMES[token.kind]
        last = _shown(token, lexicon)
    return last
