"""Interviews in which only some turns are labelled: the first exchange, the answers, or the questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from newsparse.blocks import Block
from newsparse.structure.interviews.labels import Label, common_words
from newsparse.structure.interviews.questions import asks
from newsparse.structure.interviews.vocabulary import Vocabulary


class Spoken(NamedTuple):
    """A turn over the blocks `first` to `last` (half-open)."""

    first: int
    last: int
    asks: bool
    label: Label | None = None


def lines_between(text: str, blocks: Sequence[Block], labels: Sequence[Label]) -> list[int]:
    """Return the question lines without a label before labelled answers; none unless that is how this text is made.

    An interviewer's turn of two paragraphs looks the same, but such a text begins with a label, not with a question.
    """
    labelled = {label.block for label in labels}
    before = [label.block - 1 for label in labels if label.block and label.block - 1 not in labelled]
    found = [at for at in before if asks(text, blocks[at])]
    asked = sum(asks(text, blocks[label.block]) for label in labels)
    if len(found) < 2 or found[0] > labels[0].block or len(found) * 5 < 2 * len(labels) or asked * 5 > len(labels):
        return []
    last = labels[-1].block
    return [at for at in range(found[0], last) if at not in labelled and asks(text, blocks[at])]


def with_labels(
    text: str, spoken: Sequence[tuple[int, int, bool]], labels: Sequence[Label], words: Vocabulary
) -> list[Spoken]:
    """Return the turns with the labels at their starts; an answer in which others speak too is cut at their labels."""
    common = common_words(text) if labels else frozenset[str]()
    at_block = {label.block: label for label in labels if _is_speaker(label, common, words)}
    times = Counter(label.key for label in at_block.values())
    turns: list[Spoken] = []
    for first, last, question in spoken:
        begun, label = first, at_block.get(first)
        if label is not None and not question and times[label.key] < 2 and len(label.key) < 2 and label.kind == "name":
            label = None
        for at in range(first + 1, last):
            other = at_block.get(at)
            if other is not None and not question and times[other.key] > 1:
                turns.append(Spoken(begun, at, question, label))
                begun, label = at, other
        turns.append(Spoken(begun, last, question, label))
    return turns


def _is_speaker(label: Label, common: frozenset[str], words: Vocabulary) -> bool:
    if label.kind == "other":
        return False
    return label.kind != "name" or not all(word in common for word in label.key if word not in words.particles)


def replies_to_marks(blocks: Sequence[Block], labels: Sequence[Label], ends: Sequence[int]) -> list[Spoken]:
    """Turns where only the questions have labels: what follows the labelled paragraph is the answer."""
    turns: list[Spoken] = []
    for label, end in zip(labels, ends, strict=True):
        alone = label.after >= blocks[label.block].end
        first = min(label.block + (2 if alone else 1), end)
        turns.append(Spoken(label.block, first, asks=True, label=label))
        if end > first:
            turns.append(Spoken(first, end, asks=False))
    return turns
