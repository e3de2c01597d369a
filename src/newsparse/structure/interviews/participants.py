"""Who the people are: the one an interview without labels was led with, and what the introduction says of each speaker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import attrs

from newsparse.blocks import Block
from newsparse.languages import given_names
from newsparse.model import Entity, Span
from newsparse.structure.interviews.dashes import words_start
from newsparse.structure.interviews.mixed import Spoken
from newsparse.structure.interviews.names import NAME, full_names, given
from newsparse.structure.interviews.speakers import CROWD
from newsparse.structure.interviews.vocabulary import Vocabulary

_HEAD = 3000
"""How far before the first turn its introduction is looked for."""
_NEAR = 90
"""Within so many characters after `interview with` stands the name."""
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SUBJECT = re.compile(r",\s|\s\(|\s[a-zß-öø-ÿ]")
# `President Anders Lund`, `Ms Okoro`, `Dr. J. Berg`
_TITLED = re.compile(r"(?:[^\W\d_a-zß-öø-ÿ][\w’'-]*\.?[ \xa0]){0,4}[^\W\d_a-zß-öø-ÿ][\w’'-]+")
_NAME_REACH = 80
"""Within so many characters before `speaks to` stands the name."""
_NAME_WORDS = 3
_FRONT = 12
"""Blocks among which headline and standfirst stand."""
_QUOTED = re.compile(r"(?:, [^:«“„\"]{3,40})?\s?:\s?[«“„\"'‘]")
_NAMED_ABOVE = 4
"""Blocks above the first question among which the name of who answers it stands."""
_PARTY = re.compile(r"\s?(?:\([^()]{2,40}\)|[,–—|-]\s?[^.?!]{2,60})?:?")
_GREETING = 400
"""Code points of a turn in which somebody may introduce themselves."""
_GREETINGS = 3
"""Questions among which the first are that greet."""
# "Dr. Ana Ruiz, a leading voice on water, …": up to the next comma or the sentence's end, never a bare age or place name.
_APPOSITION = re.compile(
    r",[ \xa0](?P<words>[^\W_][^,;:!?()\n]{5,140}?)(?=,\s|[;:!?()]|(?<!\b[A-Z])\.(?:\s+[^\W\d_a-z]|\s*$)|$)",
    re.MULTILINE,
)


def interviewee(
    text: str,
    blocks: Sequence[Block],
    first: int,
    questions: Sequence[int],
    words: Vocabulary,
    starts: Mapping[int, int] | None = None,
) -> Entity | None:
    """Return whom the questions were put to, if headline, introduction or the questions themselves name somebody."""
    end = blocks[first].start
    start = max(0, end - _HEAD)
    reach = min(len(text), blocks[first].end, end + 600)
    for cue in words.guests.finditer(text, start, reach):
        found = named(text, cue.end(), min(cue.end() + _NEAR, reach), words)
        if found is not None:
            return found
    head = blocks[0]
    if first and head.end - head.start <= 40 and NAME.fullmatch(text, head.start, head.end):
        found = named(text, head.start, head.end, words)
        if found is not None:
            return found
    return (
        _addressed(text, blocks, questions, words, starts or {})
        or _introduced(text, blocks, first, questions, words)
        or _captioned(text, words.guest_verbs.finditer(text, 0, end), words)
        or _captioned(text, words.exclusives.finditer(text), words)
        or _headlined(text, blocks, first, words)
    )


def _headlined(text: str, blocks: Sequence[Block], first: int, words: Vocabulary) -> Entity | None:
    """`Odile Ferrand : « On l’écoute »`: whom a headline quotes, or the only one it names whom the text names again."""
    again: dict[str, Entity] = {}
    for block in blocks[: min(first, _FRONT)]:
        if block.type not in {"headline", "alternative_headline", "heading"}:
            continue
        at = block.start
        while (match := NAME.search(text, at, block.end)) is not None:
            at = match.end()
            found = named(text, match.start(), match.end(), words)
            if found is None:
                continue
            if _QUOTED.match(text, match.end(), block.end):
                return found
            given_name, _, surname = found.name.rpartition(" ")
            if text.find(found.name, block.end) >= 0 or (
                given_name in given_names() and text.find(surname, block.end) >= 0
            ):
                again.setdefault(found.name, found)
    return next(iter(again.values())) if len(again) == 1 else None


def named_above(text: str, blocks: Sequence[Block], spoken: Sequence[Spoken], words: Vocabulary) -> dict[int, Entity]:
    """The names over parts of an interview, `Harriet Onyango (Independent)`, by block: each one's answers stand below.

    Nobody, unless two and more such names part the turns, the first of them above all.
    """
    first, last = spoken[0].first, spoken[-1].last
    held = frozenset(at for turn in spoken for at in range(turn.first, turn.last))
    found: dict[int, Entity] = {}
    for at in range(max(0, first - _NAMED_ABOVE), last):
        block = blocks[at]
        if (
            at in held
            or block.type in {"furniture", "headline", "byline", "dateline"}
            or block.end - block.start > _NAME_REACH
        ):
            continue
        match = NAME.match(text, block.content_start, block.content_end)
        if match is None or not _PARTY.fullmatch(text, match.end(), block.content_end):
            continue
        person = named(text, match.start(), match.end(), words)
        if person is not None:
            found[at] = person
    return found if len(found) >= 2 and min(found) < first else {}


def introduced_self(text: str, start: int, end: int, words: Vocabulary) -> str:
    """The full name with which somebody introduces themselves between `start` and `end`: `I’m Petra Hall`; else nothing."""
    for cue in words.selves.finditer(text, start, min(end, start + _GREETING)):
        match = NAME.match(text, cue.end() + 1, min(cue.end() + _NEAR, end))
        if match is not None:
            found = named(text, match.start(), match.end(), words)
            if found is not None and found.mentions[0].start == match.start():
                return found.name
    return ""


def _introduced(
    text: str, blocks: Sequence[Block], first: int, questions: Sequence[int], words: Vocabulary
) -> Entity | None:
    """`Elsa Brandt, 71, has kept the lighthouse since 1979. We asked her …`: whom the introduction is about.

    That is the only full name that a paragraph above the first question begins with, where it says that somebody was asked.
    """
    last = questions[0] if questions else first
    above = [block for block in blocks[max(0, last - 4) : last] if block.type == "paragraph"]
    if not any(words.cues.search(text, block.start, block.end) for block in above):
        return None
    found: dict[str, Entity] = {}
    for block in above:
        match = NAME.match(text, block.start, block.end)
        # a subject: what follows is a comma, a bracket or a verb
        if match is not None and _SUBJECT.match(text, match.end(), block.end):
            person = named(text, block.start, match.end(), words)
            if person is not None:
                found.setdefault(person.name, person)
    return next(iter(found.values())) if len(found) == 1 else None


def _captioned(text: str, cues: Iterable[re.Match[str]], words: Vocabulary) -> Entity | None:
    """`President Anders Lund speaks exclusively to the Courier`: in a headline, or under a picture wherever it ran in."""
    for cue in cues:
        start = max(0, cue.start() - _NAME_REACH)
        before = list(_TITLED.finditer(text, start, cue.start()))
        if before and text[before[-1].end() : cue.start()].isspace():
            found = _titled(text, before[-1], words)
            if found is not None:
                return found
    return None


def _titled(text: str, match: re.Match[str], words: Vocabulary) -> Entity | None:
    """The person whom a title and a name tell: `Minister Berg`, made full from the text; without a title, a full name."""
    tokens = list(_TOKEN.finditer(match[0]))
    titles = [at for at, token in enumerate(tokens) if token[0].casefold() in words.honorifics]
    rest = tokens[titles[-1] + 1 :] if titles else tokens
    if not rest or len(rest) > _NAME_WORDS or (not titles and len(rest) == 1):
        return None
    if words.outlets.intersection(token[0].casefold() for token in rest):
        return None
    start, end = match.start() + rest[0].start(), match.start() + rest[-1].end()
    name = " ".join(text[start:end].split())
    if len(rest) == 1:
        surname = name.casefold()
        full = full_names(text, frozenset({surname}), frozenset(), words).get(surname, [])
        name = full[0] if full else name
    honorifics = tuple(token[0] for token in tokens[: titles[-1] + 1]) if titles else ()
    return Entity(id=0, name=name, kind="person", honorifics=honorifics, mentions=(Span(start, end),))


def named(text: str, start: int, end: int, words: Vocabulary) -> Entity | None:
    """Return the first full name between `start` and `end`, without the titles before it."""
    for match in NAME.finditer(text, start, end):
        tokens = list(_TOKEN.finditer(match[0]))
        titles = [at for at, token in enumerate(tokens) if token[0].casefold() in words.honorifics]
        tokens = tokens[titles[-1] + 1 :] if titles else tokens[given([token[0] for token in tokens]) :]
        if not 2 <= len(tokens) <= 4 or words.outlets.intersection(token[0].casefold() for token in tokens):
            continue
        span = Span(match.start() + tokens[0].start(), match.start() + tokens[-1].end())
        name = " ".join(span.of(text).split()).removesuffix("'s").removesuffix("’s")
        return Entity(id=0, name=name, kind="person", mentions=(Span(span.start, span.start + len(name)),))
    return None


def _addressed(
    text: str, blocks: Sequence[Block], questions: Sequence[int], words: Vocabulary, starts: Mapping[int, int]
) -> Entity | None:
    """`Ms Okoro, how …?`, `Prime Minister Lund, thank you`: the name after a title at a question's beginning."""
    for at in questions[:_GREETINGS]:
        match = _TITLED.match(text, starts.get(at, words_start(text, blocks[at])), blocks[at].end)
        if match is None or text[match.end() : match.end() + 2] != ", ":
            continue
        first = _TOKEN.match(match[0])
        if first is not None and first[0].casefold() in words.honorifics:
            found = _titled(text, match, words)
            if found is not None:
                return found
    return None


def described(text: str, first: int, speakers: Sequence[Entity], words: Vocabulary) -> tuple[Entity, ...]:
    """Return the speakers with what is said of them before the turns begin at `first`: `…, a leading voice on water`."""
    if len(speakers) > CROWD:
        return tuple(speakers)
    return tuple(_described(text, first, speaker, words) for speaker in speakers)


def _described(text: str, first: int, speaker: Entity, words: Vocabulary) -> Entity:
    if speaker.kind != "person" or " " not in speaker.name:
        return speaker
    at = text.find(speaker.name, 0, first)
    while at >= 0:
        end = at + len(speaker.name)
        match = _APPOSITION.match(text, end, min(first, end + 200))
        if match is not None and _describes(match["words"], words):
            return attrs.evolve(speaker, description=" ".join(match["words"].split()))
        at = text.find(speaker.name, end, first)
    return speaker


def _describes(phrase: str, words: Vocabulary) -> bool:
    """Whether `phrase` can be an apposition: more than a word, and no relative clause."""
    first, _, rest = phrase.partition(" ")
    return bool(rest) and first.casefold() not in words.relatives
