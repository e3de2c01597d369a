"""Finds the interviews among the blocks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

import attrs

from newsparse.blocks import Block
from newsparse.languages import Language
from newsparse.model import Entity, Span
from newsparse.structure.interviews.afterwards import trimmed
from newsparse.structure.interviews.askers import asked_by_author
from newsparse.structure.interviews.dashes import dash_turns, find_dashes, words_start
from newsparse.structure.interviews.dialogue import SURE, speakers_labels
from newsparse.structure.interviews.guests import guest_of, with_initials
from newsparse.structure.interviews.labels import Label, find_labels, speaking
from newsparse.structure.interviews.mixed import Spoken, lines_between, replies_to_marks, with_labels
from newsparse.structure.interviews.participants import described, interviewee, introduced_self, named_above
from newsparse.structure.interviews.plan import InterviewPlan, Interviews, TurnPlan
from newsparse.structure.interviews.questions import find_questions, turn_blocks
from newsparse.structure.interviews.roles import roles_of, with_clips
from newsparse.structure.interviews.speakers import speakers_of
from newsparse.structure.interviews.stretches import closes, is_heading
from newsparse.structure.interviews.vocabulary import Vocabulary, vocabulary

_NONE = Interviews()


def find_interviews(text: str, blocks: Sequence[Block], language: Language, authors: Sequence[str] = ()) -> Interviews:
    """Return every interview among `blocks`. Time is linear; a text without labels or questions costs next to nothing.

    `authors` are those that the page's metadata name: who puts questions that nothing says are somebody else's.
    """
    found = _found(text, blocks, language)
    return asked_by_author(text, blocks, language, found, authors) if found.plans else found


def _found(text: str, blocks: Sequence[Block], language: Language) -> Interviews:
    words = vocabulary(language)
    seen = find_labels(text, blocks, words)
    labels, silent = speaking(text, blocks, speakers_labels(text, blocks, seen, words))
    lines = lines_between(text, blocks, labels) if labels else []
    if labels and not lines:
        found = _labelled(text, blocks, labels, silent, words, language)
        # Labels strewn over a page, each in a place of its own, are headings: "Fix It Friday: …".
        sure = any(label.kind in SURE or label.stamped for label in labels)
        return found if sure or max(len(plan.turns) for plan in found.plans) >= 3 else _NONE
    dashes = find_dashes(text, blocks, words)
    if dashes:
        return _unlabelled(
            text,
            blocks,
            with_labels(text, dash_turns(text, blocks, dashes, words), seen, words),
            words,
            language,
            "dash",
        )
    questions = lines or find_questions(text, blocks, words)
    if questions:
        spoken = with_labels(text, turn_blocks(text, blocks, questions, words), seen, words)
        if sum(turn.asks for turn in spoken) * 2 > 3 * sum(not turn.asks for turn in spoken):
            return _NONE  # a list of questions that nobody answers
        return _unlabelled(text, blocks, spoken, words, language, "question-line")
    return _NONE


def _unlabelled(
    text: str, blocks: Sequence[Block], spoken: Sequence[Spoken], words: Vocabulary, language: Language, how: str
) -> Interviews:
    """Turns by their place. Where one label names all who ask, or all who answer, it holds for the turns without label too."""
    asked = {} if any(turn.label and not turn.asks for turn in spoken) else named_above(text, blocks, spoken, words)
    if asked:
        spoken = [turn._replace(label=None) for turn in spoken]  # `Buses: more or fewer?` is put to each of them
    labels = [turn.label for turn in spoken if turn.label is not None]
    asking = frozenset(at for at, turn in enumerate(turn for turn in spoken if turn.label is not None) if turn.asks)
    speakers, places = speakers_of(text, labels, asking, words)
    first = spoken[0].first
    speakers = tuple(with_initials(text, blocks, first, speakers))
    guest = None if labels else interviewee(text, blocks, first, [turn.first for turn in spoken if turn.asks], words)
    if guest is None and not labels and not asked:
        guest = guest_of(text, blocks, first, words)
    if guest is not None:
        speakers = (guest,)
    speakers = described(text, blocks[first].start, speakers, words)
    place_of = dict(zip((label.block for label in labels), places, strict=True))
    only = {
        asks: found.pop() if len(found) == 1 else None
        for asks in (True, False)
        for found in [{place_of[turn.first] for turn in spoken if turn.label is not None and turn.asks is asks}]
    }
    if guest is not None:
        only[False] = 0
    if asked:
        speakers = tuple(attrs.evolve(one, id=place) for place, one in enumerate(asked.values()))
    above = list(asked)
    turns = [
        TurnPlan(
            first=turn.first,
            last=turn.last,
            role="question" if turn.asks else "answer",
            rule=f"turn.{how}" if turn.label is None else f"turn.label.{turn.label.kind}",
            content_start=words_start(text, blocks[turn.first]) if turn.label is None else turn.label.after,
            label=None if turn.label is None else Span(turn.label.start, turn.label.end),
            speaker=_speaker_at(turn, only, place_of, above),
        )
        for turn in spoken
    ]
    turns = _without_notes(text, blocks, turns, speakers, words, language)
    return Interviews(plans=tuple(_plans(text, blocks, turns, words, f"interview.{how}")), speakers=speakers)


def _speaker_at(turn: Spoken, only: dict[bool, int | None], place_of: dict[int, int], above: list[int]) -> int | None:
    """The place of a turn's speaker; `above` are the blocks with the names of those who answer below them."""
    if turn.label is not None:
        return place_of[turn.first]
    if above:
        return None if turn.asks else bisect_right(above, turn.first) - 1
    return only[turn.asks]


def _labelled(
    text: str,
    blocks: Sequence[Block],
    labels: Sequence[Label],
    silent: frozenset[int],
    words: Vocabulary,
    language: Language,
) -> Interviews:
    ends = _ends(text, blocks, labels, silent, words)
    if all(label.kind == "question" for label in labels):
        return _unlabelled(text, blocks, replies_to_marks(blocks, labels, ends), words, language, "reply")
    asking = [_ends_in_question(text, blocks, label, end) for label, end in zip(labels, ends, strict=True)]
    speakers, places = speakers_of(text, labels, frozenset(at for at, asks in enumerate(asking) if asks), words)
    speakers = _identified(text, blocks, labels, ends, speakers, places, words)
    speakers = described(text, blocks[labels[0].block].start, speakers, words)
    lengths = [blocks[end - 1].end - label.after for label, end in zip(labels, ends, strict=True)]
    silent_start = text.find("?", labels[0].after, blocks[ends[0] - 1].end) < 0
    roles = roles_of(labels, places, asking, lengths, words, silent=silent_start)
    roles = with_clips(text, blocks, labels, roles, words)
    turns = [
        TurnPlan(
            first=label.block,
            last=end,
            role=role,
            rule=f"turn.label.{label.kind}",
            content_start=label.after,
            label=Span(label.start, label.end),
            speaker=place,
        )
        for label, end, role, place in zip(labels, ends, roles, places, strict=True)
    ]
    turns = _without_notes(text, blocks, turns, speakers, words, language)
    return Interviews(plans=tuple(_plans(text, blocks, turns, words, "interview.labels")), speakers=speakers)


def _identified(
    text: str,
    blocks: Sequence[Block],
    labels: Sequence[Label],
    ends: Sequence[int],
    speakers: tuple[Entity, ...],
    places: Sequence[int],
    words: Vocabulary,
) -> tuple[Entity, ...]:
    """Speakers whose labels only say what they are, with the names that the text gives them.

    `Host` is who says `I’m Petra Hall`; `A` is the guest whom headline or introduction name, if nobody else answers.
    """
    found = with_initials(text, blocks, labels[0].block, speakers)
    kinds = {place: label.kind for label, place in zip(labels, places, strict=True)}
    own = {place: label for label, place in zip(reversed(labels), reversed(places), strict=True)}
    for label, end, place in zip(labels, ends, places, strict=True):
        if found[place].kind == "role" and label.kind == "role":
            name = introduced_self(text, label.after, blocks[end - 1].end, words)
            if name:
                found[place] = attrs.evolve(found[place], name=name, kind="person")
    guests = [
        place
        for place, kind in kinds.items()
        if found[place].kind == "role" and (kind == "answer" or (kind == "role" and _is_guest(own[place], words)))
    ]
    if len(guests) == 1 and not any(found[place].kind == "person" for place, kind in kinds.items() if kind == "name"):
        asked = [label.block for label in labels if label.kind == "question"]
        guest = interviewee(text, blocks, labels[0].block, asked, words, {label.block: label.after for label in labels})
        guest = guest or guest_of(text, blocks, labels[0].block, words)
        if guest is not None:
            found[guests[0]] = attrs.evolve(
                found[guests[0]], name=guest.name, kind="person", honorifics=guest.honorifics
            )
    return tuple(found)


def _is_guest(label: Label, words: Vocabulary) -> bool:
    """Whether a speaker's label is one of those who answer: `Guest`, `Expert`."""
    return not label.asks and not words.askers.intersection(label.key) and not words.stewards.intersection(label.key)


def _without_notes(
    text: str,
    blocks: Sequence[Block],
    turns: list[TurnPlan],
    speakers: Sequence[Entity],
    words: Vocabulary,
    language: Language,
) -> list[TurnPlan]:
    """The last turn without the notes on the interview below it: no turn before it has such an end."""
    if not turns:
        return turns
    names = frozenset(
        word.casefold() for one in speakers if one.kind == "person" for word in one.name.split() if len(word) > 2
    )
    last = turns[-1]
    # a label alone on its line needs the words below it
    first = last.first + (last.content_start >= blocks[last.first].end)
    end = trimmed(text, blocks, first, last.last, names, words, language)
    return [*turns[:-1], attrs.evolve(last, last=end)] if end < last.last else turns


def _ends(
    text: str, blocks: Sequence[Block], labels: Sequence[Label], silent: frozenset[int], words: Vocabulary
) -> list[int]:
    """The block after each turn's last."""
    starts = {label.block for label in labels}
    inner = [
        blocks[at].blanks > 0 for label in labels for at in (label.block + 1,) if at < len(blocks) and at not in starts
    ]
    spaced_labels = sum(blocks[label.block].blanks > 0 for label in labels) * 2 > len(labels)
    spaced = not (spaced_labels and sum(inner) * 2 < len(inner))
    names = tuple({text[label.start : label.end] for label in labels if label.end - label.start > 3})
    found: list[int] = []
    for place, label in enumerate(labels):
        limit = labels[place + 1].block if place + 1 < len(labels) else len(blocks)
        at = label.block + 1
        if place + 1 == len(labels) and _thanks(text, blocks, label, words):
            limit = at  # "Thank you." ends a talk; what follows is the article again
        while at < limit and at not in silent and not closes(text, blocks[at], words):
            # "Audience Member asks a question": a note on what a speaker does is no heading
            if is_heading(text, blocks, at, spaced=spaced) and not text.startswith(names, blocks[at].start):
                break
            at += 1
        found.append(at)
    return found


def _thanks(text: str, blocks: Sequence[Block], label: Label, words: Vocabulary) -> bool:
    return text[label.after : min(blocks[label.block].end, label.after + 60)].casefold().strip(" .!*_") in words.ends


def _ends_in_question(text: str, blocks: Sequence[Block], label: Label, end: int) -> bool:
    last = blocks[end - 1]
    return text.rfind("?", max(label.after, last.end - 4), last.end) >= 0


def _plans(
    text: str, blocks: Sequence[Block], turns: Sequence[TurnPlan], words: Vocabulary, rule: str
) -> list[InterviewPlan]:
    """Interviews: turns that only headings and short notes part belong together."""
    runs: list[list[TurnPlan]] = []
    for turn in turns:
        if runs and not any(_is_prose(blocks[at]) for at in range(runs[-1][-1].last, turn.first)):
            runs[-1].append(turn)
        else:
            runs.append([turn])
    plans: list[InterviewPlan] = []
    top = next((at for at, block in enumerate(blocks) if block.type == "headline"), len(blocks))
    for run in runs:
        floor = plans[-1].last if plans else 0
        first, headline = _opening(text, blocks, run[0].first, floor, top, words)
        last = run[-1].last
        if last < len(blocks) and _is_closing(text, blocks[last], words):
            last += 1
        plans.append(InterviewPlan(first=first, last=last, turns=tuple(run), rule=rule, headline=headline))
    return plans


def _is_prose(block: Block) -> bool:
    return block.end - block.start > 120


_LEAD = 6
"""Paragraphs that introduce an interview which is the whole article; a longer text is an article of its own."""
_FRONT = frozenset({"headline", "alternative_headline", "byline", "dateline"})
_AMONG = frozenset({"furniture", "caption", "credit", "block_quote"})
_INTRODUCTION = 2
"""Paragraphs between the heading of an interview and its first turn."""
_PREFIX = re.compile(r"[*_#\s]*([^\W\d_][^:\n]{0,30})\s?:")


def _opening(
    text: str, blocks: Sequence[Block], start: int, floor: int, top: int, words: Vocabulary
) -> tuple[int, int | None]:
    """Where the interview begins: at its own headline (`Headline: …`), else with the paragraph that introduces it.

    `top` is where the article's headline stands.
    """
    for at in range(start - 1, max(floor, start - 6) - 1, -1):
        block = blocks[at]
        prefix = _PREFIX.match(text, block.start, min(block.end, block.start + 40))
        if (
            at
            and block.type not in {"byline", "dateline"}
            and prefix is not None
            and prefix[1].casefold() in words.headline_labels
            and prefix.end() < block.end
        ):
            return at, at
        if block.type in {"headline", "contents_entry"}:
            break
    heading = _heading_above(text, blocks, start, floor, top, words)
    if heading is not None:
        return heading, heading
    lead = _lead(blocks, start, floor)
    if lead is not None:
        return lead, None
    first = start
    while first > floor and blocks[first - 1].type == "paragraph" and start - first < 3:
        block = blocks[first - 1]
        if not words.cues.search(text, block.start, block.end):
            break
        first -= 1
    return first, None


def _lead(blocks: Sequence[Block], start: int, floor: int) -> int | None:
    """The first of some paragraphs that are all between the article's front and the first turn: they introduce it."""
    first, paragraphs = start, 0
    for at in range(start - 1, floor - 1, -1):
        block = blocks[at]
        if block.type == "paragraph":
            first, paragraphs = at, paragraphs + 1
            if paragraphs > _LEAD:
                return None
        elif block.type in _FRONT:
            return first if paragraphs and any(one.type == "headline" for one in blocks[: at + 1]) else None
        elif block.type not in _AMONG:
            return None
    return None


def _heading_above(
    text: str, blocks: Sequence[Block], start: int, floor: int, top: int, words: Vocabulary
) -> int | None:
    """The heading over the turns that calls them an interview, in an article that has a headline of its own.

    `The Baker and the Box: A Conversation with Greta Lind` may stand over the paragraph that leads to them.
    """
    for at in range(start - 1, max(floor, start - 1 - _INTRODUCTION, 0), -1):
        block = blocks[at]
        if block.type == "heading":
            return at if top < at and words.guests.search(text, block.start, block.end) else None
        if block.type != "paragraph":
            return None
    return None


def _is_closing(text: str, block: Block, words: Vocabulary) -> bool:
    lead = _PREFIX.match(text, block.start, min(block.end, block.start + 50))
    return lead is not None and lead[1].casefold() in words.closing and block.type != "heading"
