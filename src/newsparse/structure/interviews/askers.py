"""Who puts the questions of an interview in which nothing stands before them: mostly the one who wrote it."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsparse.blocks import Block
from newsparse.blocks.lexicon import lexicon
from newsparse.languages import Language
from newsparse.model import Entity, Span
from newsparse.structure.credits import authors_of
from newsparse.structure.interviews.plan import Interviews


def asked_by_author(
    text: str, blocks: Sequence[Block], language: Language, found: Interviews, authors: Sequence[str]
) -> Interviews:
    """Return the interviews; questions without a speaker are put by the author, if byline or metadata name just one.

    `By Jo Marsh` over an introduction and bold questions. Labels that only say that somebody asks (`Q:`) name nobody either.
    """
    silent = any(turn.role == "question" and turn.speaker is None for plan in found.plans for turn in plan.turns)
    marked = {
        turn.speaker
        for plan in found.plans
        for turn in plan.turns
        if turn.rule == "turn.label.question" and turn.speaker is not None
    }
    author = _author(text, blocks, language, authors) if silent or len(marked) == 1 else None
    if author is None or any(one.name == author.name for one in found.speakers):
        return found
    speakers = list(found.speakers)
    if len(marked) == 1:
        at = next(iter(marked))
        known = speakers[at]
        speakers[at] = attrs.evolve(
            known, name=author.name, kind="person", mentions=(*author.mentions, *known.mentions)
        )
    else:
        at = len(speakers)
        speakers.append(attrs.evolve(author, id=at))
    plans = tuple(
        attrs.evolve(
            plan,
            turns=tuple(
                attrs.evolve(turn, speaker=at) if turn.role == "question" and turn.speaker is None else turn
                for turn in plan.turns
            ),
        )
        for plan in found.plans
    )
    return Interviews(plans=plans, speakers=tuple(speakers))


def _author(text: str, blocks: Sequence[Block], language: Language, authors: Sequence[str]) -> Entity | None:
    """The one person whom the bylines name, else the one whom the page's metadata name."""
    words = lexicon(language)
    named: dict[str, list[Span]] = {}
    for block in blocks:
        if block.type == "byline":
            for span in authors_of(text, Span(block.content_start, block.content_end), words):
                named.setdefault(" ".join(span.of(text).split()).rstrip(".,"), []).append(span)
    if len(named) == 1:
        ((name, spans),) = named.items()
        return Entity(id=0, name=name, kind="person", mentions=tuple(spans)) if " " in name else None
    if named or len(authors) != 1 or " " not in authors[0]:
        return None
    return Entity(id=0, name=authors[0], kind="person")
