"""Noun phrases beside a verb: their extent, appositions and relative clauses included, by word kinds alone.

Every function takes the tokens of one sentence and places in it, and gives a half-open range of places or None.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.annotations.quotations.clauses import Token
from newsparse.annotations.quotations.lexicon import CUES, Kind, Lexicon

LONGEST = 40
"""Tokens a phrase may have: bounds the work that one cue can cause."""

_PARTICLE = 3
"""Letters of the longest small word inside a name."""
Range = tuple[int, int]

_NOMINAL = frozenset((Kind.LOWER, Kind.CAPITAL, Kind.NUMBER, Kind.DETERMINER, Kind.POSSESSIVE, Kind.NOUN))
_STOPS = frozenset((Kind.QUOTED, Kind.COLON, Kind.OTHER, Kind.DASH, Kind.CLOSING))
_BEGINNING = _NOMINAL | {Kind.PRONOUN}
_NAMING = frozenset((Kind.CAPITAL, Kind.NUMBER, Kind.DETERMINER, Kind.NOUN))
_GOING_ON = _NAMING | {Kind.POSSESSIVE}
"""What never ends a phrase where not every noun has a capital."""
_TRAILING = frozenset(
    (Kind.COMMA, Kind.CONJUNCTION, Kind.PREPOSITION, Kind.ATTACHING, Kind.TIME, Kind.ADVERB, Kind.RELATIVE)
)
_LOOSE = _TRAILING - {Kind.TIME, Kind.PREPOSITION, Kind.ADVERB}
"""What cannot end a relative clause either."""
_OPENERS = frozenset((Kind.DETERMINER, Kind.POSSESSIVE))
_LOOSE_OR_OPENING, _TRAILING_OR_OPENING = _LOOSE | _OPENERS, _TRAILING | _OPENERS
_DETACHED = frozenset((Kind.COMMA, Kind.COLON, Kind.QUOTED, Kind.TIME, Kind.DASH, Kind.OTHER))
LIGHT = frozenset((Kind.AUXILIARY, Kind.ADVERB, Kind.TIME))
"""What may stand between a verb and its subject."""
_WALLS = frozenset((Kind.QUOTED, Kind.COLON, Kind.DASH, Kind.OTHER, Kind.SUBORDINATOR))
VERBAL = frozenset((Kind.AUXILIARY, Kind.VERB, Kind.WEAK_VERB))
"""What shows that a clause has its verb."""
LEADING = frozenset(
    (Kind.ADVERB, Kind.CONJUNCTION, Kind.TIME, Kind.SUBORDINATOR, Kind.AUXILIARY, Kind.OTHER, Kind.CLOSING)
)
"""What stands before a phrase and is no part of it."""
_BEFORE_VERBS = frozenset((Kind.CAPITAL, Kind.PRONOUN, Kind.CLOSING, Kind.ADVERB))
_BEFORE_UNKNOWN_VERBS = _BEFORE_VERBS | {Kind.LOWER}


def _verb_like(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether an unknown word behaves as a verb: `Lee defended …`, `Lee defends the …`, not `Lee supporters of …`."""
    token = tokens[place]
    if token.kind != Kind.LOWER or place == 0 or lexicon.nouns_are_capitalised:
        return False
    if tokens[place - 1].kind not in _BEFORE_VERBS:
        return False
    if token.word.endswith(lexicon.verb_endings):
        return True
    return _object_follows(tokens, place)


def _object_follows(tokens: Sequence[Token], place: int) -> bool:
    following = tokens[place + 1].kind if place + 1 < len(tokens) else Kind.OTHER
    return following in (Kind.DETERMINER, Kind.POSSESSIVE, Kind.PRONOUN)


def _verb_between(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """`the actor held a`: between a noun and an article stands a verb."""
    if lexicon.nouns_are_capitalised or tokens[place].kind != Kind.LOWER or tokens[place - 1].kind != Kind.LOWER:
        return False
    return _object_follows(tokens, place) and tokens[place + 1].word.islower()


def _ends_name(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """German: a name ends before a word in small letters (`fügte Lee hinzu`) and before an object (`will Lee die Stadt`)."""
    if not lexicon.nouns_are_capitalised or tokens[place - 1].kind != Kind.CAPITAL:
        return False
    if tokens[place].kind == Kind.DETERMINER:
        return True
    following = tokens[place + 1].kind if place + 1 < len(tokens) else Kind.OTHER
    if following == Kind.CAPITAL and place > 1 and tokens[place - 2].kind == Kind.NUMBER:
        return not tokens[place].word.endswith(lexicon.adjective_endings)  # `die 74 Jahre alte Ann Lee`
    # `Ludwig van Essen`, but not `Kritik übte Lee`
    return tokens[place].kind == Kind.LOWER and (following != Kind.CAPITAL or len(tokens[place].word) > _PARTICLE)


def before(tokens: Sequence[Token], verb: int, lexicon: Lexicon) -> Range | None:
    """The subject that ends right before the verb, adverbs and auxiliaries between them aside."""
    last = _before_light(tokens, verb, lexicon)
    if last < 0:
        return None
    token = tokens[last]
    if token.kind in (Kind.PRONOUN, Kind.RELATIVE):
        return last, last + 1
    end = last + 1
    inserted = token.kind in (Kind.COMMA, Kind.DASH, Kind.CLOSING)
    if inserted:
        if token.kind == Kind.COMMA and tokens[verb].kind == Kind.PARTICIPLE and verb == end:
            # `Lee praised the plan, calling it …`: the comma ends a clause, not an insertion.
            return None
        opened = _opened(tokens, last, verb)
        if opened is None:
            return None
        # With "X, Y, said" the comma belongs to the phrase, as annotators have it.
        last = opened - 1
        if last >= 0 and tokens[last].kind in (Kind.PRONOUN, Kind.RELATIVE):
            return last, last + 1
    if last > 0 and _made_noun(tokens, last, lexicon):
        return last - 1, end
    if last < 0 or tokens[last].kind not in _NOMINAL:
        return None
    first = _start(tokens, last, lexicon)
    auxiliary = _auxiliary_before(tokens, first, lexicon)
    if auxiliary:
        # `Lee was quick to add`, `who has in the past called`: what stands between is no subject.
        return before(tokens, auxiliary, lexicon)
    if inserted and token.kind == Kind.COMMA and not _describes(tokens, last, first, lexicon):
        end = last + 1
    first = _described(tokens, first, lexicon) if inserted else first
    return (first, end) if first < end else None


def _before_light(tokens: Sequence[Token], verb: int, lexicon: Lexicon) -> int:
    """The place before what stands between a verb and its subject, an object among it: `Ana Ruiz la ha acusado`."""
    last = verb - 1
    while last >= 0 and (tokens[last].kind in LIGHT or tokens[last].word.endswith("ly") or tokens[last].word == "to"):
        last -= 1
    return last - (lexicon.nouns_have_articles and last >= 0 and tokens[last].kind == Kind.DETERMINER)


def _described(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> int:
    """Where a subject begins that what stands from `first` on describes: `Lee, 62, a teacher, said`."""
    while (
        first >= 2
        and tokens[first - 1].kind == Kind.COMMA
        and tokens[first].kind in (Kind.DETERMINER, Kind.LOWER, Kind.NUMBER)
        and tokens[first - 2].kind in _NOMINAL
    ):
        farther = _start(tokens, first - 2, lexicon)
        if lexicon.nouns_have_articles and not _names_subject(tokens, farther, first - 1):
            break
        first = farther
    return first


def _names_subject(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether words before a comma can be whom what follows describes: a name that nothing governs.

    `En Radio Sur, la maestra, Ana Ruiz, dijo`
    """
    governed = first > 0 and tokens[first - 1].kind in (Kind.PREPOSITION, Kind.ATTACHING)
    return not governed and tokens[last - 1].kind in (Kind.CAPITAL, Kind.CLOSING, Kind.NUMBER)


def _auxiliary_before(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> int:
    """The place of the auxiliary that the phrase from `first` on belongs to, its subject being farther left; 0 if none."""
    place = first - 1
    if lexicon.nouns_are_capitalised or tokens[first].kind == Kind.CAPITAL:
        return 0
    if tokens[place].kind == Kind.PREPOSITION:
        place -= 1
    elif tokens[first].kind != Kind.LOWER:
        return 0
    return place if place > 0 and tokens[place].kind == Kind.AUXILIARY else 0


def _describes(tokens: Sequence[Token], last: int, first: int, lexicon: Lexicon) -> bool:
    """Whether the insertion after `last` tells who that is (`Lee, the mayor,`) rather than what goes on (`Lee, smiling,`).

    A relative clause does after a name in full (`Ann Lee, who leads the board,`) but not after a surname alone.
    """
    opening = tokens[last + 2]
    if opening.kind == Kind.RELATIVE:
        return last > first or tokens[last].kind != Kind.CAPITAL
    if opening.kind == Kind.ATTACHING:
        return True
    return _appositive(tokens, last + 2, lexicon)


def _opened(tokens: Sequence[Token], closing: int, verb: int) -> int | None:
    """Where the insertion opens that the comma, dash or bracket at `closing` ends."""
    kind = tokens[closing].kind
    wanted = Kind.OPENING if kind == Kind.CLOSING else kind
    for place in range(closing - 1, max(-1, verb - LONGEST), -1):
        if tokens[place].kind == wanted:
            return place
        if tokens[place].kind == Kind.QUOTED and kind != Kind.COMMA:
            return None
    return None


def _start(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> int:
    """Where the noun phrase begins whose last token is `last`."""
    first = last
    while first > max(0, last - LONGEST):
        kind = tokens[first - 1].kind
        if (
            kind in _WALLS
            or kind == Kind.COMMA
            or kind in VERBAL
            or kind in (Kind.PRONOUN, Kind.PARTICIPLE, Kind.OPENING, Kind.RELATIVE)
        ):
            break
        if tokens[first - 1].word in lexicon.opening:
            # `a fine after the man had said`: what goes before belongs to another clause.
            break
        if kind == Kind.CONJUNCTION and not (
            first >= 2 and tokens[first].kind == Kind.CAPITAL and tokens[first - 2].kind == Kind.CAPITAL
        ):
            break
        if first - 1 < last and _verb_like(tokens, first - 1, lexicon):
            break
        if kind == Kind.CLOSING:
            while first > 1 and tokens[first - 1].kind != Kind.OPENING:
                first -= 1
        first -= 1
    while first < last and tokens[first].kind in LEADING:
        first += 1
    if first < last and tokens[first].kind == Kind.PREPOSITION:
        first = _after_preposition(tokens, first, last)
    return first


def _after_preposition(tokens: Sequence[Token], first: int, last: int) -> int:
    """`On Tuesday Clinton said`: what follows the prepositional phrase; the last determiner or run of capitals begins it."""
    place = last
    if tokens[last].kind == Kind.CAPITAL:
        while place > first + 1 and tokens[place - 1].kind == Kind.CAPITAL:
            place -= 1
        return place
    while place > first + 1 and tokens[place].kind not in (Kind.DETERMINER, Kind.POSSESSIVE):
        place -= 1
    return place


def after(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> Range | None:
    """The noun phrase that begins at `first`: `said [Ann Lee, who leads the board]`."""
    if first >= len(tokens):
        return None
    kind = tokens[first].kind
    if kind == Kind.PRONOUN and not owns(tokens, first, lexicon):
        return first, first + 1
    if _made_noun(tokens, first + 1, lexicon):
        rest = after(tokens, first + 2, lexicon) if _attached(tokens, first + 2, lexicon) else None
        return first, rest[1] if rest else first + 2
    if kind not in _BEGINNING or (kind == Kind.LOWER and tokens[first].word.endswith("ly")):
        return None
    place = first + 1
    inserted = clause = False
    while place < len(tokens) and place - first < LONGEST:
        _, _, word, kind, _ = tokens[place]
        if _simply_goes_on(tokens, place, lexicon, clause=clause):
            place += 1
            continue
        if word.lower() in lexicon.attaching:
            if lexicon.nouns_are_capitalised and _attaches_nothing(tokens, first, place, lexicon):
                break
            place += 1
            continue
        if kind == Kind.COMMA:
            if not _goes_on(tokens, first, place, lexicon, inserted=inserted):
                break
            # An age leaves room for what describes: `Ann Lee, 62, who …`.
            inserted, clause = inserted or tokens[place + 1].kind != Kind.NUMBER, False
        else:
            clause = clause or kind == Kind.RELATIVE
        further = _further(tokens, place, lexicon, inserted=inserted, clause=clause)
        if further == place:
            break
        place = further
    return _trimmed(tokens, first, place, lexicon, clause=clause)


def _simply_goes_on(tokens: Sequence[Token], place: int, lexicon: Lexicon, *, clause: bool) -> bool:
    """Whether a phrase goes on for its word's kind alone, as it does for most words; `clause`: in a relative clause."""
    kind = tokens[place].kind
    if kind in _GOING_ON:
        if not lexicon.nouns_are_capitalised:
            return True
        return tokens[place - 1].kind != Kind.CAPITAL and tokens[place].word.lower() not in lexicon.attaching
    if kind != Kind.LOWER or lexicon.nouns_are_capitalised:
        return False
    return clause or tokens[place - 1].kind not in _BEFORE_UNKNOWN_VERBS


def _made_noun(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether a word that may report is a noun here: `le prévenu`, `la juge`, `un employé`."""
    if not lexicon.nouns_have_articles or not 0 < place < len(tokens) or tokens[place].kind not in CUES:
        return False
    return tokens[place - 1].kind in _OPENERS


def _attached(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether a name or an adjective stands there: `la juge Ana Ruiz`."""
    return place < len(tokens) and tokens[place].kind == Kind.CAPITAL and bool(lexicon.elisions or lexicon.given)


def owns(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether a pronoun belongs to the noun behind it: `ihr Anwalt`."""
    owned = place + 1 < len(tokens) and tokens[place + 1].kind in (Kind.CAPITAL, Kind.NOUN)
    return owned and tokens[place].word.lower() in lexicon.owning


def _trimmed(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon, *, clause: bool) -> Range | None:
    """The phrase without what cannot end one; nothing if it names nothing."""
    if lexicon.nouns_are_capitalised:
        loose = _LOOSE_OR_OPENING if clause else _TRAILING_OR_OPENING
    else:
        loose = _LOOSE if clause else _TRAILING
    while last > first + 1 and tokens[last - 1].kind in loose:
        last -= 1
    if lexicon.nouns_are_capitalised and _NAMING.isdisjoint([token.kind for token in tokens[first:last]]):
        return None
    return first, last


def _attaches_nothing(tokens: Sequence[Token], first: int, place: int, lexicon: Lexicon) -> bool:
    """`kündigte Lee an, …`, `sagte Lee am Montag`: the word belongs to the verb, or begins what tells when or where.

    An office has its place (`der Lehrer in Rom`), a bare name has none (`sagte Ann Lee in Rom`).
    """
    if place + 1 == len(tokens) or tokens[place + 1].kind in _DETACHED:
        return True
    if tokens[place].word not in lexicon.locating:
        return False
    return all(token.kind == Kind.CAPITAL for token in tokens[first:place])


def _goes_on(tokens: Sequence[Token], first: int, comma: int, lexicon: Lexicon, *, inserted: bool) -> bool:
    """Whether the phrase goes on behind a comma.

    A relative clause belongs to it after a name in full (`Ann Lee, who …`), not after a surname or an apposition.
    """
    if comma + 1 < len(tokens) and tokens[comma + 1].kind == Kind.RELATIVE:
        surname = comma == first + 1 and tokens[first].kind == Kind.CAPITAL
        return not (inserted or surname)
    return _appositive(tokens, comma + 1, lexicon)


def _further(tokens: Sequence[Token], place: int, lexicon: Lexicon, *, inserted: bool, clause: bool) -> int:
    """Where a phrase goes on behind the token at `place`; `place` itself if it ends before it.

    `inserted`: in an apposition, where more may stand. `clause`: in a relative clause, where nearly anything may.
    """
    kind = tokens[place].kind
    following = tokens[place + 1].kind if place + 1 < len(tokens) else None
    if kind == Kind.RELATIVE and lexicon.nouns_have_articles and tokens[place - 1].kind == Kind.CAPITAL:
        return place  # `decía Ana Ruiz que no`
    if kind in (Kind.COMMA, Kind.RELATIVE):
        return place + 1
    if kind == Kind.QUOTED and inserted and tokens[place - 1].word in lexicon.attaching:
        # `Ann Lee, author of “The Gate”`
        return place + 1
    if kind in _STOPS:
        return place
    if kind == Kind.ADVERB and inserted and following in _NOMINAL:
        return place + 1
    if kind == Kind.OPENING:
        behind = range(place, min(len(tokens), place + 8))
        return next((at + 1 for at in behind if tokens[at].kind == Kind.CLOSING), place)
    if clause:
        return place + 1
    if kind == Kind.CONJUNCTION:
        joins = following in (Kind.CAPITAL, Kind.DETERMINER) or (inserted and following in (Kind.LOWER, Kind.ADVERB))
        return place + 2 if joins else place
    if kind == Kind.PREPOSITION:
        head = tokens[place - 1].kind
        named = head in (Kind.CAPITAL, Kind.CLOSING) and not inserted
        ends = named or head == Kind.NUMBER or following == Kind.TIME
        return place if ends else place + 1
    if kind in _NOMINAL:
        verb = _verb_like(tokens, place, lexicon) or _verb_between(tokens, place, lexicon)
        ends = not inserted and (verb or _ends_name(tokens, place, lexicon))
        return place if ends else place + 1
    return place


def _appositive(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> bool:
    """Whether what follows a comma describes the name before it: `, a teacher`, `, 43`, `, who …`, `, R-Ohio`."""
    if first >= len(tokens):
        return False
    kind, word = tokens[first].kind, tokens[first].word
    if word in lexicon.oblique:
        # `sagte Ann Lee, dem Amt fehle …`
        return False
    if kind == Kind.LOWER:
        return not word.endswith(("ing", "ly", *lexicon.verb_endings))
    if kind == Kind.ATTACHING:
        # `Ann Lee, 62, of Exeter`
        return word.isalpha()
    if kind == Kind.ADVERB:
        # `Ann Lee, now a partner at`
        return first + 1 < len(tokens) and tokens[first + 1].kind == Kind.DETERMINER
    return kind in (Kind.DETERMINER, Kind.NUMBER, Kind.RELATIVE, Kind.CAPITAL, Kind.NOUN)
