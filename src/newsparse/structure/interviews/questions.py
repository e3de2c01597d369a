"""Interviews without labels: question lines and what is said in reply.

An article whose headings are questions looks the same. What tells them apart is who is spoken to: an interviewer says `you`
and is answered with `I`; a heading asks about a thing, and the text below it tells the reader what `you` can do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from newsparse.blocks import Block
from newsparse.blocks.unit import MARKS
from newsparse.structure.interviews.stretches import closes, is_heading, thanks
from newsparse.structure.interviews.vocabulary import Vocabulary

_ASKS = re.compile(rf".*[?？]\s?[{re.escape(MARKS)}’'*_)\]!\s]{{0,6}}", re.DOTALL)
_SENTENCE = re.compile(rf"[.!?:…–](?:\s?[{re.escape(MARKS)}]|'')?\s+[^\W\d_a-zß-öø-ÿ¿]")
_ENDED = frozenset(".!?…'’)" + MARKS)
_VOCATIVE = re.compile(r"(?:[^\W\d_a-z]\w{1,9}\.?\s)?[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’-]+)?,\s")
_BULLET = frozenset("-•·–—‣◦▪")
_LONGEST = 600
"""A question may be led up to by some sentences; what is longer is an answer that ends in a question."""
_APART = 14
"""Questions that stand further apart, in blocks, are not of one interview."""
_REMARK = 160
"""What an interviewer says without asking is short."""
_ELSEWHERE = frozenset({"furniture", "contents_entry", "alternative_headline", "byline", "dateline"})
_REPLY = 1500
"""How much of a reply is looked at."""


class Question(NamedTuple):
    """A block that may be a question, and what speaks for and against it."""

    block: int
    you: bool
    own: bool
    """It speaks of `I`: a writer's own question, not one put to somebody."""
    reply: bool
    """The reply says `I`."""
    advice: bool
    """The reply says `you` more than `I` and `we`."""
    led: bool
    """It is led up to by a sentence of its own, addresses somebody by name, or takes up what was said."""
    empty: bool
    """Nothing stands between it and the next question."""


def asks(text: str, block: Block) -> bool:
    """Whether `block` ends in a question mark, closing marks aside, and is no item of a list."""
    start, end = block.start, block.end
    if end - start > _LONGEST or text.find("?", max(start, end - 8), end) < 0:
        return False
    if text[start] in _BULLET or (text[start] == "*" and text[start + 1 : start + 2] == " "):
        return False
    return _ASKS.fullmatch(text, max(start, end - 8), end) is not None


def is_emphatic(text: str, block: Block) -> bool:
    """Whether `block` is set in bold, by the page's markup or by Markdown's."""
    if block.hints is not None:
        return block.hints.emphasis >= 0.8 or block.hints.tag in {"h2", "h3", "h4", "h5", "h6"}
    return text.startswith(("**", "__", "##"), block.start)


def find_questions(text: str, blocks: Sequence[Block], words: Vocabulary) -> list[int]:
    """Return the blocks that are questions of an interview without labels; none if there is no such interview."""
    found = [at for at, block in enumerate(blocks) if block.type not in _ELSEWHERE and asks(text, block)]
    if len(found) < 3:
        return []
    return [at for run in _runs(found) for at in _of_run(text, blocks, run, words)]


def _runs(found: Sequence[int]) -> list[list[int]]:
    """Question lines that stand near each other."""
    runs: list[list[int]] = []
    for at in found:
        if runs and at - runs[-1][-1] <= _APART:
            runs[-1].append(at)
        else:
            runs.append([at])
    return [run for run in runs if len(run) >= 3]


def _of_run(text: str, blocks: Sequence[Block], found: Sequence[int], words: Vocabulary) -> list[int]:
    emphatic = [at for at in found if is_emphatic(text, blocks[at])]
    bold = len(emphatic) * 2 > len(found) and len(emphatic) >= 3
    if bold:
        found = emphatic
    seen = [_look(text, blocks, at, following, words) for at, following in zip(found, (*found[1:], 0), strict=True)]
    seen = [one for one in seen if one.you or not one.own]
    if not _is_interview(text, blocks, seen, words, bold=bold):
        return []
    kept = _with_remarks(text, blocks, [one.block for one in _core(seen)], words)
    kept = _with_pairs(blocks, kept)
    if bold:
        kept = [at for at in range(kept[0], kept[-1] + 1) if at in set(kept) or _is_prompt(text, blocks, at)]
    return kept


def _with_remarks(text: str, blocks: Sequence[Block], kept: list[int], words: Vocabulary) -> list[int]:
    """Add what the interviewer says without asking: `Drivers will not like that.` before a reply, `Sure.`, as in talk."""
    found = list(kept)
    for before, after in pairwise(kept):
        for at in range(before + 2, after - 1):
            start, end = blocks[at].start, blocks[at].end
            if (
                end - start <= _REMARK
                and words.replies.match(text, blocks[at + 1].start)
                and not words.replies.match(text, start)
                and not words.first.search(text, start, end)
            ):
                found.append(at)
    return sorted(found)


def _with_pairs(blocks: Sequence[Block], kept: list[int]) -> list[int]:
    """Add what is set as the questions are, right above its reply and apart from what is before: a remark, a prompt."""

    def paired(at: int) -> bool:
        return at + 1 < len(blocks) and blocks[at].blanks > 0 and blocks[at + 1].blanks == 0

    between = range(kept[0], kept[-1])
    if not all(map(paired, kept)):
        return kept
    put = set(kept)
    return [
        at
        for at in (*between, kept[-1])
        if at in put
        or (paired(at) and blocks[at].end - blocks[at].start <= _REMARK and blocks[at].type in {"paragraph", "heading"})
    ]


def _look(text: str, blocks: Sequence[Block], at: int, following: int, words: Vocabulary) -> Question:
    start, end = blocks[at].start, blocks[at].end
    last = following - 1 if following else min(at + 8, len(blocks) - 1)
    if last <= at:
        return Question(at, you=False, own=False, reply=False, advice=False, led=False, empty=True)
    reply = blocks[at + 1].start
    reply_end = min(blocks[last].end, reply + _REPLY)
    own = len(words.first.findall(text, reply, reply_end))
    shared = len(words.plural.findall(text, reply, reply_end))
    yours = len(words.second.findall(text, reply, reply_end))
    return Question(
        at,
        you=words.second.search(text, start, end) is not None,
        own=words.first.search(text, start, end) is not None,
        reply=own > 0,
        advice=yours > own + shared,
        led=_SENTENCE.search(text, start, end) is not None or _VOCATIVE.match(text, start, end) is not None,
        empty=False,
    )


def _is_interview(
    text: str, blocks: Sequence[Block], seen: Sequence[Question], words: Vocabulary, *, bold: bool
) -> bool:
    full = [one for one in seen if not one.empty]
    number = len(full)
    if number < 3 or number * 10 < len(seen) * 6:
        return False
    you, own, reply, advice, led = (
        sum(getattr(one, name) for one in full) / number for name in ("you", "own", "reply", "advice", "led")
    )
    score = you + reply - own - advice
    dense = len(seen) * (8 if not bold else 15) >= seen[-1].block - seen[0].block
    if score >= 1.1 and dense and score >= {3: 1.6, 4: 1.4}.get(number, 1.1):
        return True  # the fewer the questions, the clearer each
    head = max(0, blocks[full[0].block].start - 2500)
    cue = words.cues.search(text, head, blocks[full[0].block].start) is not None
    close = len(seen) * 5 >= seen[-1].block - seen[0].block
    # Headline or standfirst call it an interview: three questions will do
    named = any(
        block.type in {"headline", "alternative_headline", "byline"} and words.cues.search(text, block.start, block.end)
        for block in blocks[: min(12, full[0].block)]
    )
    cue = cue or named
    enough = number >= (3 if named or (bold and cue) else 4)
    if score >= 1.1 and not named:
        return False
    most = 0.35 if named else 0.2
    return score >= 0.25 and own <= 0.2 and advice <= most and enough and close and led + 0.5 * cue >= 0.3


def _core(seen: Sequence[Question]) -> list[Question]:
    """The questions without stray ones before and after, such as a comment form's: far off, with nothing that speaks for it."""
    kept = list(seen)
    while len(kept) > 3 and _is_stray(kept[-1], kept[-2]):
        kept.pop()
    while len(kept) > 3 and _is_stray(kept[0], kept[1]):
        kept.pop(0)
    return kept


def _is_stray(one: Question, neighbour: Question) -> bool:
    return one.empty or (not one.you and not one.reply and abs(one.block - neighbour.block) > 6)


def _is_prompt(text: str, blocks: Sequence[Block], at: int) -> bool:
    """Whether a bold line among bold questions asks without a question mark: `Tell us about your childhood`."""
    block = blocks[at]
    return is_emphatic(text, block) and 15 <= block.end - block.start <= _LONGEST and text[block.end - 1].isprintable()


def turn_blocks(
    text: str, blocks: Sequence[Block], questions: Sequence[int], words: Vocabulary
) -> list[tuple[int, int, bool]]:
    """Return the turns as (first block, block after the last, whether it asks)."""
    turns: list[tuple[int, int, bool]] = []
    put = set(questions)
    for place, at in enumerate(questions):
        doubled = turns and turns[-1][2] and turns[-1][1] == at  # two question lines in a row are one turn
        first = turns.pop()[0] if doubled else at
        turns.append((first, at + 1, True))
        limit = questions[place + 1] if place + 1 < len(questions) else len(blocks)
        end = at + 1
        final = place + 1 == len(questions)
        while end < limit and end not in put and not _ends_reply(text, blocks, end, words, final=final):
            end += 1
        if end > at + 1:
            turns.append((at + 1, end, False))
    return turns


def _ends_reply(text: str, blocks: Sequence[Block], at: int, words: Vocabulary, *, final: bool) -> bool:
    block = blocks[at]
    if (
        block.type == "furniture"
        or closes(text, block, words)
        or thanks(text, block, words)
        or text.startswith(("©", "* ", "http"), block.start)
    ):
        return True
    if final and block.end - block.start < 60 and text[block.end - 1] not in _ENDED:
        return True
    return is_heading(text, blocks, at, spaced=False)
