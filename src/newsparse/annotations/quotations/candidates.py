"""Who might be speaking: noun phrases beside cues, before the quotation, after it, or in the sentence before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newsparse.annotations.quotations import nominals, phrases, subjects
from newsparse.annotations.quotations.clauses import Token
from newsparse.annotations.quotations.lexicon import CUES, Kind, Lexicon


class Candidate(NamedTuple):
    """A phrase that may name the speaker and the cue it stands with, as places among the tokens of one sentence.

    `way` is how they stand: `before` ("Lee said"), `after` ("said Lee"), `subject` ("Lee rose, adding"), `according`,
    `by`, `noun` ("Lee's statement"), `colon` ("Lee:"), `near` (no cue at all).
    """

    way: str
    first: int
    last: int
    cue_first: int
    cue_last: int
    strength: str


Subjects = tuple[phrases.Range | None, phrases.Range | None]
"""The subject at the head of a sentence, and the one after words that open it."""


def candidates_in(tokens: Sequence[Token], lexicon: Lexicon) -> list[Candidate]:
    """Return every candidate of one sentence, in the order of their cues."""
    found: list[Candidate] = []
    main = subjects.subject(tokens, len(tokens), lexicon), subjects.opened_subject(tokens, len(tokens), lexicon)
    subject, before = -1, Kind.OTHER
    signals = lexicon.signals
    for place, (_, _, word, kind, _) in enumerate(tokens):
        beside = before in _AFTER_QUOTED
        if beside and kind not in CUES and word in lexicon.particles:
            found.extend(_behind_particle(tokens, place, lexicon))
        elif kind in _TELLING:
            found.extend(_told_by(tokens, place, main, subject, lexicon))
        elif beside and kind == Kind.LOWER:
            found.extend(_around_unknown(tokens, place, lexicon))
        if kind in _SUBJECTS:
            subject = place
        if word in signals:
            if word in lexicon.according_heads:
                found.extend(_according(tokens, place, lexicon))
            elif place:
                found.extend(_named_before(tokens, place, lexicon))
        before = kind
    found.extend(_whatever_verb(tokens, main[0], found, lexicon))
    return [one for one in found if not _is_object(tokens, one, lexicon)] if lexicon.oblique else found


def _behind_particle(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Iterator[Candidate]:
    """The name behind a word that is no verb: `“…”, so Lee`."""
    named = phrases.after(tokens, place + 1, lexicon)
    if named:
        yield Candidate("after", *named, place, place + 1, "verb")


def _told_by(
    tokens: Sequence[Token], place: int, main: Subjects, subject: int, lexicon: Lexicon
) -> Iterator[Candidate]:
    """The candidates of a word that tells of some; `main` are the subjects of the sentence, `subject` the last pronoun."""
    kind = tokens[place].kind
    if kind in CUES:
        return around_verb(tokens, place, main, lexicon)
    if kind == Kind.NOUN:
        return _around_noun(tokens, place, lexicon)
    return _beside(tokens, place, subject, lexicon) if kind == Kind.QUOTED else _around_colon(tokens, place, lexicon)


_TELLING = CUES | {Kind.NOUN, Kind.QUOTED, Kind.COLON, Kind.DASH}
_OF_SUBJECTS = frozenset(("before", "after", "subject", "opened", "near", "nominal", "colon", "clause"))


def _is_object(tokens: Sequence[Token], one: Candidate, lexicon: Lexicon) -> bool:
    """`Den Plan nannte Lee “falsch”`: its determiner shows that it is no subject. Who is quoted by another is none."""
    return one.way in _OF_SUBJECTS and one.strength != "quoting" and tokens[one.first].word.lower() in lexicon.oblique


def _whatever_verb(
    tokens: Sequence[Token], subject: phrases.Range | None, found: Sequence[Candidate], lexicon: Lexicon
) -> Iterator[Candidate]:
    """The subject of the sentence, whatever its verb; where nouns have capitals, whatever may be one."""
    if lexicon.nouns_are_capitalised:
        ends = {one.first: one.last for one in found if one.way in ("after", "according")}
        yield from _nominals(tokens, ends, lexicon)
    if subject:
        yield Candidate("near", *subject, subject[1], subject[1], "none")


def _nominals(tokens: Sequence[Token], ends: Mapping[int, int], lexicon: Lexicon) -> Iterator[Candidate]:
    """Every phrase that may be a subject, wherever it stands, and those that name who is behind something: `von Lehmann`.

    `ends`: where phrases that stand behind a cue are known to end, by where they begin.
    """
    for first, head, over, cue in nominals.nominals_in(tokens, lexicon):
        if over >= 0 and tokens[over].word.lower() not in lexicon.agents:
            continue
        last = ends.get(first, 0)
        if not last:
            last = (phrases.after(tokens, first, lexicon) or (first, 0))[1]
        way = "nominal" if over < 0 else "agent"
        begins, until = (first, first) if cue < 0 else (cue, cue + 1)
        strength = "none" if cue < 0 else _strength(tokens[cue], lexicon)
        yield Candidate(way, first, max(last, head + 1), begins, until, strength)


def _strength(token: Token, lexicon: Lexicon) -> str:
    word = token.word.lower()
    return "quoting" if word in lexicon.quoting else "told" if word in lexicon.addressed else _STRENGTH[token.kind]


_SUBJECTS = frozenset((Kind.PRONOUN, Kind.RELATIVE))


def _unlisted_verb(tokens: Sequence[Token], quoted: int, lexicon: Lexicon) -> Iterator[Candidate]:
    """`Lee demurred: “…”`, `Lee enthused, “…”`: a word right before a quotation may be a verb that no list has."""
    verb = quoted - 2
    if verb < 1 or tokens[quoted - 1].kind not in (Kind.COLON, Kind.COMMA) or tokens[verb].kind != Kind.LOWER:
        return
    if lexicon.verb_endings and tokens[verb].word.endswith(lexicon.verb_endings):
        named = phrases.before(tokens, verb, lexicon)
        if named:
            yield Candidate("before", *named, verb, verb + 1, "unknown")


_AFTER_QUOTED = frozenset((Kind.QUOTED, Kind.COMMA))


def _around_unknown(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Iterator[Candidate]:
    """`“…,” enthused Lee`: a word right behind a quotation may be a verb that no list has."""
    if tokens[place - 1].kind == Kind.COMMA and (place < 2 or tokens[place - 2].kind != Kind.QUOTED):
        return
    start = place + 1
    while start < len(tokens) and tokens[start].kind == Kind.AUXILIARY:
        start += 1
    named = phrases.after(tokens, start, lexicon)
    # `“The Star” remained stuck`: what is behind a verb that no list has must at least look like somebody.
    if named and (tokens[named[0]].kind != Kind.LOWER or named[1] > named[0] + 1):
        yield Candidate("after", *named, place, place + 1, "unknown")


_STRENGTH = {Kind.VERB: "verb", Kind.WEAK_VERB: "weak", Kind.PARTICIPLE: "ing"}


def around_verb(tokens: Sequence[Token], place: int, main: Subjects, lexicon: Lexicon) -> Iterator[Candidate]:
    """The subjects of the reporting word at `place`, before and after it; `main` are those of its sentence."""
    if place and (
        tokens[place - 1].kind in (Kind.DETERMINER, Kind.POSSESSIVE) or tokens[place - 1].word.endswith(("’s", "'s"))
    ):
        yield from _around_noun(tokens, place, lexicon)
        return
    strength = _strength(tokens[place], lexicon)
    first_of_cue = place
    while first_of_cue and tokens[first_of_cue - 1].kind == Kind.AUXILIARY:
        first_of_cue -= 1
    direct = phrases.before(tokens, place, lexicon)
    if direct:
        yield Candidate("before", *direct, first_of_cue, place + 1, strength)
    inverted = subjects.behind_cue(tokens, place + 1, lexicon)
    if inverted:
        yield Candidate("after", *inverted, place, place + 1, strength)
    whole, opened = main
    if whole and whole[0] < place and (whole := (whole[0], min(whole[1], place))) != direct:
        yield Candidate("subject", *whole, first_of_cue, place + 1, strength)
    if opened and opened[1] <= place and opened not in (direct, whole):
        yield Candidate("opened", *opened, first_of_cue, place + 1, strength)


def _around_noun(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Iterator[Candidate]:
    owner = place - 1
    while owner >= 0 and place - owner < 4 and tokens[owner].kind == Kind.LOWER:
        owner -= 1
    if owner >= 0 and (tokens[owner].kind == Kind.POSSESSIVE or tokens[owner].word.endswith(("’s", "'s", "’", "'"))):
        start = owner
        while start and tokens[start - 1].kind == Kind.CAPITAL and tokens[owner].kind != Kind.POSSESSIVE:
            start -= 1
        yield Candidate("noun", start, owner + 1, place, place + 1, "noun")
    if place + 1 < len(tokens) and tokens[place + 1].kind in (Kind.PREPOSITION, Kind.ATTACHING):
        giver = phrases.after(tokens, place + 2, lexicon)
        if giver:
            yield Candidate(
                f"noun.{tokens[place + 1].word}" if tokens[place + 1].word in ("by", "from", "of") else "noun.other",
                *giver,
                place,
                place + 1,
                "noun",
            )
    # `la frase la repite`: what looks like an article may be an object
    noun = tokens[place].kind == Kind.NOUN or not lexicon.nouns_have_articles
    if noun and place and tokens[place - 1].kind == Kind.DETERMINER:
        yield Candidate("thing", place - 1, place + 1, place, place + 1, "noun")


def _around_colon(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Iterator[Candidate]:
    if (place + 1 < len(tokens) and tokens[place + 1].kind == Kind.QUOTED) or place + 1 == len(tokens):
        named = phrases.before(tokens, place, lexicon)
        if named:
            yield Candidate("colon", *named, place, place + 1, "mark")
    if tokens[place].kind == Kind.DASH and place and tokens[place - 1].kind == Kind.QUOTED:
        named = phrases.after(tokens, place + 1, lexicon)
        if named:
            yield Candidate("dash", *named, place, place + 1, "mark")


def _beside(tokens: Sequence[Token], place: int, subject: int, lexicon: Lexicon) -> Iterator[Candidate]:
    """`“…” by Lee`, `Lee’s “…”`, and the last pronoun before: `where she saw “…”`."""
    if place:
        yield from _unlisted_verb(tokens, place, lexicon)
    if subject > 0:
        yield Candidate("clause", subject, subject + 1, subject + 1, subject + 1, "none")
    if place + 1 < len(tokens) and tokens[place + 1].word == "by":
        named = phrases.after(tokens, place + 2, lexicon)
        if named:
            yield Candidate("by", *named, place + 1, place + 2, "by")
    if place:
        token = tokens[place - 1]
        if token.kind == Kind.POSSESSIVE or (token.kind == Kind.CAPITAL and token.word.endswith(("’s", "'s"))):
            start = place - 1
            while start and tokens[start - 1].kind == Kind.CAPITAL and token.kind == Kind.CAPITAL:
                start -= 1
            yield Candidate("owner", start, place, place - 1, place, "owner")


def _named_before(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Iterator[Candidate]:
    """`Lee zufolge`: the word comes after who it names."""
    named = phrases.before(tokens, place, lexicon)
    if named:
        yield Candidate("according", *named, place, place + 1, "according")


def _according(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Iterator[Candidate]:
    """`according to Lee`, `nach Angaben von Lee`."""
    head = tokens[place].word.lower()
    for phrase in lexicon.according:
        if phrase[0] != head:
            continue
        start = place + len(phrase)
        if tuple(token.word.lower() for token in tokens[place:start]) != phrase:
            continue
        named = phrases.after(tokens, start, lexicon)
        if named is None and start < len(tokens) and tokens[start].word in lexicon.persons:
            named = start, start + 1  # `d’après lui`
        if named is None and start < len(tokens) and tokens[start].kind == Kind.ATTACHING:
            named = phrases.after(tokens, start + 1, lexicon)
        if named:
            yield Candidate("according", named[0], _opening_end(tokens, place, named), place, start, "according")


def _opening_end(tokens: Sequence[Token], place: int, named: phrases.Range) -> int:
    """`According to Lee, the tide rose`: at the head of a sentence a single comma ends the phrase."""
    first, last = named
    if place or (last < len(tokens) and tokens[last].kind == Kind.COMMA):
        return last
    commas = [at for at in range(first + 1, last) if tokens[at].kind == Kind.COMMA]
    if len(commas) > 1 and all(token.kind == Kind.CAPITAL for token in tokens[commas[0] + 1 : commas[1]]):
        # `According to the mayor, Ann Lee, the tide rose`
        return commas[1]
    return commas[0] if commas else last
