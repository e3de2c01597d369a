"""Finds the interviews among the blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsparse.blocks import Block
from newsparse.languages import Language
from newsparse.model import Span
from newsparse.structure.interviews.dashes import after_dash, dash_turns, find_dashes
from newsparse.structure.interviews.dialogue import speakers_labels
from newsparse.structure.interviews.labels import Label, find_labels, speaking
from newsparse.structure.interviews.plan import InterviewPlan, Interviews, TurnPlan
from newsparse.structure.interviews.questions import find_questions, turn_blocks
from newsparse.structure.interviews.roles import roles_of
from newsparse.structure.interviews.speakers import speakers_of
from newsparse.structure.interviews.stretches import closes, is_heading
from newsparse.structure.interviews.vocabulary import Vocabulary, vocabulary

_NONE = Interviews()


def find_interviews(text: str, blocks: Sequence[Block], language: Language) -> Interviews:
    """Return every interview among `blocks`. Time is linear; a text without labels or questions costs next to nothing."""
    words = vocabulary(language)
    labels = find_labels(text, blocks, words)
    labels = speaking(text, blocks, speakers_labels(text, blocks, labels, words))
    if labels:
        return _labelled(text, blocks, labels, words)
    dashes = find_dashes(text, blocks, words)
    if dashes:
        spoken = dash_turns(text, blocks, dashes, words)
        return _unlabelled(text, blocks, spoken, words, "dash")
    questions = find_questions(text, blocks, words)
    if questions:
        return _unlabelled(text, blocks, turn_blocks(text, blocks, questions, words), words, "question-line")
    return _NONE


def _unlabelled(
    text: str, blocks: Sequence[Block], spoken: Sequence[tuple[int, int, bool]], words: Vocabulary, how: str
) -> Interviews:
    turns = [
        TurnPlan(
            first=first,
            last=last,
            role="question" if asks else "answer",
            rule=f"turn.{how}",
            content_start=after_dash(text, blocks[first]),
        )
        for first, last, asks in spoken
    ]
    return Interviews(plans=tuple(_plans(text, blocks, turns, words, f"interview.{how}")))


def _labelled(text: str, blocks: Sequence[Block], labels: Sequence[Label], words: Vocabulary) -> Interviews:
    ends = _ends(text, blocks, labels, words)
    asking = [_ends_in_question(text, blocks, label, end) for label, end in zip(labels, ends, strict=True)]
    speakers, places = speakers_of(text, labels, frozenset(at for at, asks in enumerate(asking) if asks), words)
    lengths = [blocks[end - 1].end - label.after for label, end in zip(labels, ends, strict=True)]
    roles = roles_of(labels, places, asking, lengths, words)
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
    return Interviews(plans=tuple(_plans(text, blocks, turns, words, "interview.labels")), speakers=speakers)


def _ends(text: str, blocks: Sequence[Block], labels: Sequence[Label], words: Vocabulary) -> list[int]:
    """The block after each turn's last."""
    starts = {label.block for label in labels}
    inner = [
        blocks[at].blanks > 0 for label in labels for at in (label.block + 1,) if at < len(blocks) and at not in starts
    ]
    spaced_labels = sum(blocks[label.block].blanks > 0 for label in labels) * 2 > len(labels)
    spaced = not (spaced_labels and sum(inner) * 2 < len(inner))
    found: list[int] = []
    for place, label in enumerate(labels):
        limit = labels[place + 1].block if place + 1 < len(labels) else len(blocks)
        at = label.block + 1
        while at < limit and not closes(text, blocks[at], words) and not is_heading(text, blocks, at, spaced=spaced):
            at += 1
        found.append(at)
    return found


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
    for run in runs:
        floor = plans[-1].last if plans else 0
        first, headline = _opening(text, blocks, run[0].first, floor, words)
        last = run[-1].last
        if last < len(blocks) and _is_closing(text, blocks[last], words):
            last += 1
        plans.append(InterviewPlan(first=first, last=last, turns=tuple(run), rule=rule, headline=headline))
    return plans


def _is_prose(block: Block) -> bool:
    return block.end - block.start > 120


_PREFIX = re.compile(r"[*_#\s]*([^\W\d_][^:\n]{0,30})\s?:")


def _opening(text: str, blocks: Sequence[Block], start: int, floor: int, words: Vocabulary) -> tuple[int, int | None]:
    """Where the interview begins: at its own headline (`Headline: …`), else with the paragraph that introduces it."""
    for at in range(start - 1, max(floor, start - 6) - 1, -1):
        block = blocks[at]
        prefix = _PREFIX.match(text, block.start, min(block.end, block.start + 40))
        if at and prefix is not None and prefix[1].casefold() in words.headline_labels and prefix.end() < block.end:
            return at, at
        if block.type in {"headline", "contents_entry"}:
            break
    first = start
    while first > floor and blocks[first - 1].type == "paragraph" and start - first < 3:
        block = blocks[first - 1]
        if not words.cues.search(text, block.start, block.end):
            break
        first -= 1
    return first, None


def _is_closing(text: str, block: Block, words: Vocabulary) -> bool:
    lead = _PREFIX.match(text, block.start, min(block.end, block.start + 50))
    return lead is not None and lead[1].casefold() in words.closing and block.type != "heading"
