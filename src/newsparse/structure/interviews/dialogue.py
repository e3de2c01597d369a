"""Which labels are speakers' labels: decided from the whole text, since no single line can tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from newsparse.blocks import Block
from newsparse.structure.interviews.labels import Label, by_key, common_words
from newsparse.structure.interviews.names import misspelt
from newsparse.structure.interviews.speakers import CROWD
from newsparse.structure.interviews.vocabulary import Vocabulary

SURE = frozenset({"question", "answer", "role", "titled"})
_LOOK = 500
"""How much of a turn is looked at for pronouns and questions."""
_LINK = re.compile(r"\s*(?:https?:|www\.)")


def speakers_labels(text: str, blocks: Sequence[Block], labels: Sequence[Label], words: Vocabulary) -> list[Label]:
    """Return those of `labels` that name speakers; none if the text is no dialogue."""
    if len(labels) < 2:
        return []
    labels = _without_enumeration(text, labels)
    if not _may_be_dialogue([label for label in labels if label.kind != "other" or label.stamped or label.alias]):
        return []
    groups = by_key(labels)
    common = common_words(text)
    labelled = frozenset(label.block for label in labels)
    plausible = {
        key
        for key, group in groups.items()
        if _plausible(group, common, words) and not _is_refrain(text, blocks, group, labelled)
    }
    kept = [label for label in labels if label.key in plausible]
    talking = _talking(text, blocks, kept, words)
    counts = Counter(label.key for label in kept if talking[label.block])
    plausible = {
        key
        for key in plausible
        if groups[key][0].kind in SURE or groups[key][0].named or counts[key] * 5 >= len(groups[key])
    }
    kept = [label for label in kept if label.key in plausible]
    if not _is_dialogue(text, blocks, kept, talking):
        return []
    marks = sum(label.kind in {"question", "answer"} for label in kept)
    marked = marks * 5 > 4 * len(kept)
    accepted = {key for key in plausible if _accepted(text, blocks, key, groups, talking, marked=marked)}
    return [label for label in kept if label.key in accepted]


def _without_enumeration(text: str, labels: Sequence[Label]) -> Sequence[Label]:
    """`A. Smith wrote in:` before the first question is no answer."""
    at = 0
    while at < len(labels) and labels[at].kind == "answer" and text.startswith(".", labels[at].end):
        at += 1
    return labels[at:]


def _plausible(group: Sequence[Label], common: frozenset[str], words: Vocabulary) -> bool:
    first = group[0]
    if first.kind in SURE or first.stamped or first.alias or first.named:
        return True
    if first.kind == "other":
        return False
    return not all(word in common or word.isdigit() for word in first.key if word not in words.particles)


def _is_refrain(text: str, blocks: Sequence[Block], group: Sequence[Label], labelled: frozenset[int]) -> bool:
    """`Buses: more or fewer?`, put to each candidate in the same words, is a question whose label names nobody.

    What they answer has no label; in a dialogue it has.
    """
    if len(group) < 2 or group[0].kind in SURE or any(label.block + 1 in labelled for label in group):
        return False
    first, *others = (text[blocks[label.block].start : blocks[label.block].end][:_LOOK] for label in group)
    return len(first) > group[0].after - blocks[group[0].block].start and all(other == first for other in others)


def _words_of(blocks: Sequence[Block], label: Label) -> tuple[int, int]:
    """The turn's first words; those of the next block where the label stands alone."""
    start, end = label.after, blocks[label.block].end
    if start >= end and label.block + 1 < len(blocks):
        following = blocks[label.block + 1]
        start, end = following.start, following.end
    return start, min(end, start + _LOOK)


def _talking(text: str, blocks: Sequence[Block], labels: Sequence[Label], words: Vocabulary) -> dict[int, bool]:
    """For each labelled block, whether its words are speech; what follows another speaker's question is an answer."""
    found: dict[int, bool] = {}
    asked = ""
    for label in labels:
        name = " ".join(label.key)
        found[label.block] = (asked not in ("", name)) or _talks(text, blocks, label, words)
        asked = name if _asks(text, blocks, label) else ""
    return found


def _talks(text: str, blocks: Sequence[Block], label: Label, words: Vocabulary) -> bool:
    """First or second person, a question, an interjection, a sentence broken off."""
    start, end = _words_of(blocks, label)
    if text.find("?", start, end) >= 0 or text.find("…", start, end) >= 0 or text.find("...", start, end) >= 0:
        return True
    if any(pattern.search(text, start, end) for pattern in (words.first, words.second, words.plural)):
        return True
    opening = re.match(r"\W*(\w+)", text[start : min(end, start + 30)])
    return opening is not None and opening[1].casefold() in words.talk


def _may_be_dialogue(labels: Sequence[Label]) -> bool:
    """Whether there are labels enough for a dialogue: three, of two speakers, or a question."""
    return any(label.kind == "question" for label in labels) or (
        len(labels) >= 3 and len({label.key for label in labels}) >= 2
    )


def _is_dialogue(text: str, blocks: Sequence[Block], kept: Sequence[Label], talking: dict[int, bool]) -> bool:
    kinds = {label.kind for label in kept}
    if "question" in kinds:
        asked = sum(_asks(text, blocks, label) for label in kept if label.kind == "question")
        questions = sum(label.kind == "question" for label in kept)
        return asked * 3 >= questions and (asked >= 2 or len(kept) >= 2)
    keys = [label.key for label in kept]
    if not _may_be_dialogue(kept):
        return False
    times = Counter(keys)
    repeated = sum(number for number in times.values() if number > 1)
    if not kinds & SURE and sum(number > 1 for number in times.values()) < 2:
        return False
    changes = sum(one != other for one, other in pairwise(keys))
    speech = sum(talking[label.block] for label in kept)
    asked = sum(_asks(text, blocks, label) for label in kept)
    return (
        repeated * 10 >= len(kept) * 4
        and changes * 3 >= len(kept)
        and speech * 2 >= len(kept)
        and (asked * 16 >= len(kept) or (asked >= 1 and speech * 10 >= len(kept) * 7))
    )


def _asks(text: str, blocks: Sequence[Block], label: Label) -> bool:
    """Whether a question mark stands in the labelled block or the next, however many marks are set around the words."""
    start, _ = _words_of(blocks, label)
    last = min(label.block + 1, len(blocks) - 1)
    return text.find("?", start, max(start, blocks[last].end)) >= 0


def _accepted(
    text: str,
    blocks: Sequence[Block],
    key: tuple[str, ...],
    groups: dict[tuple[str, ...], list[Label]],
    talking: dict[int, bool],
    *,
    marked: bool,
) -> bool:
    """A label that stands once is a speaker if its shape says so, or if a name of several words speaks.

    Where nearly all labels are `Q` and `A` (`marked`), a name that stands once is a lead-in: `A Challenge: …`.
    """
    group = groups[key]
    first = group[0]
    if len(group) > 1 or first.kind in SURE or first.stamped or first.alias or first.named:
        return True
    start, end = _words_of(blocks, first)
    if start >= end or _LINK.match(text, start, end):
        return False
    if len(key) > 1 and any(
        one[0].kind == "initials" and "".join(other) == "".join(word[0] for word in key)
        for other, one in groups.items()
    ):
        return True  # `Science Weekly: …` once, `SW: …` from there on
    if first.kind == "initials":
        return any(label[0].kind == "initials" and len(label) > 1 for label in groups.values())
    if marked:
        return False
    if blocks[first.block].type in {"heading", "headline"}:
        return False  # `Texas Ferry Rules: What Changes` over a section
    if len(groups) <= CROWD and any(
        len(others) > 1 and misspelt("".join(key), "".join(other)) for other, others in groups.items()
    ):
        return True
    return talking[first.block] and (len(key) > 1 or (len(groups) <= CROWD and _named_elsewhere(text, first)))


def _named_elsewhere(text: str, label: Label) -> bool:
    name = text[label.start : label.end]
    at = text.find(name)
    return (at >= 0 and at != label.start) or text.find(name, label.end) >= 0
