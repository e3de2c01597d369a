"""Who asks and who answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsparse.model.nodes import Role
from newsparse.structure.interviews.labels import Label
from newsparse.structure.interviews.vocabulary import Vocabulary


def roles_of(labels: Sequence[Label], speakers: Sequence[int], asking: Sequence[bool], words: Vocabulary) -> list[Role]:
    """Return the role of each turn. `asking` says which turns end in a question, `speakers` who speaks in each."""
    if any(label.kind == "question" for label in labels):
        return _marked(labels, words)
    askers = _askers(labels, speakers, asking, words)
    return ["question" if speaker in askers else "answer" for speaker in speakers]


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
    labels: Sequence[Label], speakers: Sequence[int], asking: Sequence[bool], words: Vocabulary
) -> frozenset[int]:
    """Interviewers: called so, or those whose turns end in a question at least half as often as those of who asks most."""
    turns = Counter(speakers)
    asked = Counter(speaker for speaker, asks in zip(speakers, asking, strict=True) if asks)
    rate = {speaker: asked[speaker] / (number + 1) for speaker, number in turns.items()}
    called = {
        speaker
        for speaker, label in zip(speakers, labels, strict=True)
        if label.kind == "role" and words.askers.intersection(label.key)
    }
    most = max(rate.values(), default=0.0)
    if most == 0.0:
        return frozenset(called) or frozenset(speakers[:1])
    found = called or {speaker for speaker in rate if rate[speaker] == most}
    return frozenset(found | {speaker for speaker in rate if rate[speaker] >= 0.6 * most})
