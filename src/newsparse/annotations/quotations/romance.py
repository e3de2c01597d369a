"""What word order settles in French, Spanish and Italian: verbs behind a quotation report it, and may leave out who says it.

`« Non », tranche sur place l’éleveur`, `“No”, zanjó.`, `Elle hausse les épaules. « Je reste. »`
"""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.annotations.quotations import phrases, subjects
from newsparse.annotations.quotations.answers import Attribution, attribution_of
from newsparse.annotations.quotations.candidates import Candidate
from newsparse.annotations.quotations.clauses import Token
from newsparse.annotations.quotations.features import Context
from newsparse.annotations.quotations.lexicon import CUES, Kind, Lexicon
from newsparse.model import Span

_TELLING = frozenset((Kind.VERB, Kind.WEAK_VERB))
_CLITIC = frozenset((Kind.AUXILIARY, Kind.ADVERB))
_OPENS_PHRASE = frozenset((Kind.PREPOSITION, Kind.ATTACHING))
_BINDS = frozenset((Kind.PREPOSITION, Kind.ATTACHING, Kind.DETERMINER, Kind.POSSESSIVE, Kind.CONJUNCTION, Kind.NUMBER))
"""Behind these a noun goes on with what was begun."""
_LIGHT = frozenset((Kind.ADVERB, Kind.TIME))
_HEADS = frozenset((Kind.DETERMINER, Kind.POSSESSIVE, Kind.CAPITAL, Kind.PRONOUN))
"""What a subject begins with."""
_WALLS = frozenset((Kind.QUOTED, Kind.COLON, Kind.OTHER, Kind.DASH, Kind.SUBORDINATOR, Kind.RELATIVE))
_NO_SUBJECT = frozenset((Kind.LOWER, Kind.ATTACHING, Kind.PREPOSITION))
_WITHIN = frozenset(
    (Kind.DETERMINER, Kind.POSSESSIVE, Kind.ATTACHING, Kind.PREPOSITION, Kind.LOWER, Kind.ADVERB, Kind.NUMBER)
)
"""What may stand between a verb and the words of its object that are quoted."""
_NEAR = 5
"""Tokens between them."""
REACH = 24
"""Tokens behind a verb that its subject may stand behind."""


def told_behind(context: Context, lexicon: Lexicon) -> tuple[Candidate | None, int]:
    """Return who is said to say it behind a quotation, and where the verb stands that says so; -1 if none does.

    The verb need not be on a list: behind the comma of a quotation nothing else stands before a subject (`philosophe le curé`).
    """
    tokens, kinds, place = context.tokens, context.kinds, context.place
    at = place + 1
    asks = context.shape.text[-1:] in ("?", "!", "…")
    marked = context.shape.ends == "," or kinds[at : at + 1] == [Kind.DASH] or asks
    while at < len(tokens) and kinds[at] in (Kind.COMMA, Kind.DASH) and at < place + 2:
        at += 1
    verb = at
    while verb < len(tokens) and kinds[verb] in _CLITIC and verb < at + 4:
        verb += 1
    if not marked or verb >= len(tokens):
        return None, -1
    if kinds[verb] == Kind.PRONOUN and verb + 1 < len(tokens) and kinds[verb + 1] in _TELLING and verb > at:
        # `a-t-il déclaré`
        return Candidate("after", verb, verb + 1, verb + 1, verb + 2, "verb"), verb + 1
    listed = kinds[verb] in _TELLING
    if not listed and (kinds[verb] != Kind.LOWER or not context.shape.capital):
        return None, -1
    named = subject_behind(tokens, verb + 1, lexicon)
    if named is None:
        # `acierta a decir`
        told = any(kind == Kind.PARTICIPLE for kind in kinds[verb + 1 : verb + 4])
        return None, verb if listed or (told and lexicon.drops_subjects) else -1
    # `se borne à répondre le service de presse`
    told = any(kind == Kind.PARTICIPLE for kind in kinds[verb + 1 : named[0]])
    if not listed and not told and named[0] > verb + 1:
        return None, -1
    return Candidate("after", *named, verb, verb + 1, "verb" if listed else "unknown"), verb


def told_before(
    context: Context, before: Sequence[Token], told: Span | None, last: Attribution, lexicon: Lexicon
) -> Attribution | None:
    """Who announces a quotation behind a colon: `L’éleveur, Luc Petit, dément : « Non »`, `Y añade: “No”`."""
    tokens, kinds, place = context.tokens, context.kinds, context.place
    if context.shape.before != "COLON":
        return None
    low = max(0, place - REACH)
    verb = next((at for at in range(place - 2, low - 1, -1) if kinds[at] in CUES or kinds[at] in _WALLS), -1)
    if verb < 0 or kinds[verb] not in CUES or kinds[verb - 1 : verb] in ([Kind.DETERMINER], [Kind.POSSESSIVE]):
        return None
    if tokens[verb].word in lexicon.first_verbs:
        return Attribution(None, Span(tokens[verb].start, tokens[verb].end), "first", "verb")
    found = phrases.before(tokens, verb, lexicon) if kinds[verb] != Kind.PARTICIPLE else None
    way = "before"
    if found is None or governs(tokens, found[0]):
        # `publica un vídeo en el que pide perdón: “…”`
        found = subjects.subject(tokens, verb, lexicon) or found
    if found is None and not any(kind in _HEADS or kind == Kind.LOWER for kind in kinds[:verb]):
        found, way = subject_behind(tokens, verb + 1, lexicon), "after"
    if found is None or tokens[found[0]].kind in _NO_SUBJECT:
        return left_out(context, verb, before, told, last, lexicon) if lexicon.drops_subjects else None
    begins = _helped(kinds, verb) if way == "before" else verb
    return attribution_of(tokens, Candidate(way, *found, begins, verb + 1, "verb"))


def told_around(
    context: Context, before: Sequence[Token], told: Span | None, last: Attribution, lexicon: Lexicon
) -> Attribution | None:
    """Who says part of a sentence right behind a verb: `Le ministre, interrogé jeudi, a jugé « prématuré » de partir`."""
    tokens, kinds, place = context.tokens, context.kinds, context.place
    verb = place - 1
    while verb >= max(0, place - _NEAR) and kinds[verb] in _WITHIN:
        verb -= 1
    if verb < 1 or kinds[verb] not in _TELLING or context.shape.capital:
        return None
    if kinds[verb - 1] in (Kind.DETERMINER, Kind.POSSESSIVE) or tokens[verb].word in lexicon.terms:
        return None
    found = phrases.before(tokens, verb, lexicon) or subjects.subject(tokens, verb, lexicon)
    if found is None or tokens[found[0]].kind in _NO_SUBJECT:
        return left_out(context, verb, before, told, last, lexicon) if lexicon.drops_subjects else None
    if tokens[found[0]].kind == Kind.RELATIVE or governs(tokens, found[0]):
        return None
    if any(kind in (Kind.QUOTED, Kind.COLON) for kind in kinds[found[1] : verb]):
        return None
    return attribution_of(tokens, Candidate("before", *found, _helped(kinds, verb), verb + 1, "verb"))


def _helped(kinds: Sequence[int], verb: int) -> int:
    """Where a verb begins, with what helps it: `a jugé`."""
    while verb and kinds[verb - 1] == Kind.AUXILIARY:
        verb -= 1
    return verb


def governs(tokens: Sequence[Token], place: int) -> bool:
    """Whether a relative pronoun is no subject: `en el que`, `dans lequel`."""
    governed = (Kind.DETERMINER, Kind.PREPOSITION, Kind.ATTACHING)
    return tokens[place].kind in (Kind.RELATIVE, Kind.PRONOUN) and place > 0 and tokens[place - 1].kind in governed


def subject_behind(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> phrases.Range | None:
    """The subject behind a verb, with what tells to whom, when and where between them.

    `a affirmé à l’Agence Nord Ana Ruiz`, `defendió en nombre de los hosteleros Saúl Pons`, `a dit mardi, à Lyon, la maire`.
    """
    # `replicó tajante la ministra`, `ha tagliato corto l’assessore`
    how = first + 1 < len(tokens) and tokens[first].kind == Kind.LOWER and tokens[first + 1].kind in _HEADS
    first += how and tokens[first + 1].kind != Kind.PRONOUN
    at, end, commas = subjects.behind_aside(tokens, first, lexicon), min(len(tokens), first + REACH), 0
    within = False
    while at < end:
        kind, before = tokens[at].kind, tokens[at - 1].kind
        if kind in _WALLS:
            return None
        if kind == Kind.COMMA:
            commas += 1
            # `a dit, à Lyon, la maire`, not `a dit à Lyon, la mine grave`
            if at > first and commas == 1:
                return None
            within = False
        elif kind in _OPENS_PHRASE:
            within = True
        elif kind in _HEADS and not (within and before in _BINDS) and _begins(tokens, at, lexicon, within=within):
            return phrases.after(tokens, at, lexicon)
        elif kind == Kind.AUXILIARY or (kind == Kind.LOWER and not within):
            return None
        at += 1
    return None


def _begins(tokens: Sequence[Token], at: int, lexicon: Lexicon, *, within: bool) -> bool:
    """Whether a subject may begin here, and not the rest of a name: `à Radio Nord Ana Ruiz`."""
    kind, before = tokens[at].kind, tokens[at - 1].kind
    if kind == Kind.PRONOUN:
        return not within and before in (*_TELLING, Kind.COMMA)
    if kind == Kind.CAPITAL and within and before == Kind.CAPITAL:
        shouted = len(tokens[at - 1].word) > 1 and tokens[at - 1].word.isupper()
        return shouted or tokens[at].word.lower() in lexicon.given
    return True


def left_out(
    context: Context, verb: int, before: Sequence[Token], told: Span | None, last: Attribution, lexicon: Lexicon
) -> Attribution | None:
    """Who it is whose verb has no subject: `“No”, zanjó.`; the subject of the sentence `before`, or who spoke `last`.

    `told` names who is reported in the sentence before.
    """
    cue = Span(context.tokens[verb].start, context.tokens[verb].end)
    if context.tokens[verb].word in lexicon.first_verbs:
        return Attribution(None, cue, "first", "verb")
    if context.tokens[verb - 1].word.lower() == lexicon.reflexive and context.tokens[verb].word in lexicon.impersonal:
        return Attribution(None, cue, "nobody", "verb")
    if before and all(token.kind != Kind.QUOTED for token in before):
        subject = told if told is not None else _person_of(before, lexicon)
        if subject is not None:
            return Attribution(subject, cue, "dropped", "verb")
    if last.source is not None:
        return last._replace(cue=cue, carried=True)
    return Attribution(None, cue, "nobody", "verb")


def told_by_subject(
    context: Context, before: Sequence[Token], last: Attribution, lexicon: Lexicon
) -> Attribution | None:
    """`Elle hausse les épaules. « Je reste. »`: who does something right before a quotation that stands alone."""
    alone = len(context.tokens) == 1 and context.shape.whole and context.shape.length != "1"
    if not alone or not before or any(token.kind in (Kind.QUOTED, Kind.COLON) for token in before):
        return None
    subject = _person_of(before, lexicon)
    if subject is None or (last.source is not None and subject == last.source):
        return None
    return Attribution(subject, None, "subject", "none")


def _person_of(tokens: Sequence[Token], lexicon: Lexicon) -> Span | None:
    """The subject that a sentence begins with, if it is somebody: `Elle`, `Ana Ruiz`, `Son avocat`."""
    if not tokens:
        return None
    found = subjects.subject(tokens, len(tokens), lexicon)
    if found is None:
        return None
    first, last = found
    while last > first + 1 and tokens[last - 1].kind in (Kind.COMMA, Kind.AUXILIARY):
        last -= 1
    head = tokens[first]
    personal = head.kind == Kind.PRONOUN and head.word.lower() in lexicon.persons
    governs_next = last < len(tokens) and tokens[last].kind in _OPENS_PHRASE  # `Nacido en Lugo`
    bare = all(token.kind == Kind.CAPITAL for token in tokens[first:last]) and not governs_next
    named = bare and not lexicon.nouns_are_capitalised
    given = any(token.word.lower() in lexicon.given for token in tokens[first : min(last, first + 3)])
    named = named or (head.kind == Kind.CAPITAL and given)
    owned = head.kind == Kind.POSSESSIVE and first + 1 < last
    called = head.kind == Kind.DETERMINER and any(
        token.word in lexicon.people for token in tokens[first + 1 : min(last, first + 3)]
    )
    if not (personal or named or owned or called):
        return None
    return Span(head.start, tokens[last - 1].end)


def reported(
    context: Context, before: Sequence[Token], told: Span | None, last: Attribution, lexicon: Lexicon
) -> Attribution | None:
    """What word order alone settles: behind a quotation, before it, or in the sentence `before` (empty if none is near)."""
    candidate, verb = told_behind(context, lexicon)
    if candidate is not None:
        return attribution_of(context.tokens, candidate)
    if verb >= 0 and lexicon.drops_subjects:
        return left_out(context, verb, before, told, last, lexicon)
    if (found := told_before(context, before, told, last, lexicon)) is not None:
        return found
    if (found := told_around(context, before, told, last, lexicon)) is not None:
        return found
    return told_by_subject(context, before, last, lexicon)
