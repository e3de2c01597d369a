"""Who asks and who answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsparse.blocks import Block
from newsparse.model.nodes import Role
from newsparse.structure.interviews.labels import Label
from newsparse.structure.interviews.vocabulary import Vocabulary

_NOTE = 40
"""Code points of the longest note on a recording."""


def roles_of(
    labels: Sequence[Label],
    speakers: Sequence[int],
    asking: Sequence[bool],
    lengths: Sequence[int],
    words: Vocabulary,
    *,
    silent: bool = False,
) -> list[Role]:
    """Return the role of each turn.

    `asking` says which turns end in a question, `speakers` who speaks in each, `lengths` how many characters it has, `silent`
    whether no question mark stands in the first.
    """
    marks = sum(label.kind == "question" for label in labels)
    marks += sum(label.kind == "answer" for label in labels)
    if marks * 6 >= len(labels):
        return _marked(labels, words)
    askers = _askers(labels, speakers, asking, lengths, words)
    found: list[Role] = ["question" if speaker in askers else "answer" for speaker in speakers]
    if found and found[0] == "question" and silent and labels[0].leads:
        found[0] = "statement"  # `Welcome to the show. Today, a vineyard under a lake.`
    return found


def with_clips(
    text: str, blocks: Sequence[Block], labels: Sequence[Label], roles: list[Role], words: Vocabulary
) -> list[Role]:
    """Return the roles; what somebody says in a recording that is played, `(BEGIN VIDEO CLIP)`, answers nobody here."""
    found = list(roles)
    before = labels[0].block
    playing = False
    for place, label in enumerate(labels):
        for block in blocks[before : label.block]:
            if block.end - block.start <= _NOTE and text[block.start] in "([":
                note = text[block.start : block.end].strip("()[] .:").casefold()
                playing = (playing or note in words.clips) and note not in words.clips_end
        before = label.block
        if playing:
            found[place] = "statement"
    return found


def _marked(labels: Sequence[Label], words: Vocabulary) -> list[Role]:
    """`Q` asks; what others say is an answer once somebody has asked, but for those who only lead the meeting."""
    found: list[Role] = []
    asked = False
    for label in labels:
        if label.kind == "question":
            asked = True
            found.append("question")
        elif label.kind == "answer" or (asked and not words.stewards.intersection(label.key)):
            found.append("answer")
        else:
            found.append("statement")
    return found


def _askers(
    labels: Sequence[Label], speakers: Sequence[int], asking: Sequence[bool], lengths: Sequence[int], words: Vocabulary
) -> frozenset[int]:
    """Interviewers: those called so, and those who ask at least half as much as who asks most.

    Asking is measured by turns and by length: a guest's long answers hold a question now and then, an interviewer's short
    turns end in one.
    """
    turns, asked, length = Counter(speakers), Counter[int](), Counter[int]()
    for speaker, asks, size in zip(speakers, asking, lengths, strict=True):
        asked[speaker] += asks
        length[speaker] += size
    called = frozenset(
        speaker
        for speaker, label in zip(speakers, labels, strict=True)
        if label.asks or label.kind == "question" or (label.kind == "role" and words.askers.intersection(label.key))
    )
    leading = frozenset(speaker for speaker, label in zip(speakers, labels, strict=True) if label.leads)
    if leading & called:
        called &= leading  # a host asks, and a correspondent answers
    rate = {
        speaker: asked[speaker] ** 2 / ((number + 1) * (length[speaker] + 200))
        for speaker, number in turns.items()
        if speaker not in called
    }
    most = max(rate.values(), default=0.0)
    if most == 0.0:
        return called or frozenset(speakers[:1])
    if called and any(label.kind == "role" or label.asks for label in labels):
        return called
    return called | {speaker for speaker in rate if rate[speaker] * 4 >= most}
