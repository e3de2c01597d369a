"""Finds what stands between quotation marks, what it does there, and the words that name who says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import attrs

from newsparse.annotations.entities import Mention
from newsparse.annotations.quotations.answers import Attribution
from newsparse.annotations.quotations.attribution import attribute, decider
from newsparse.annotations.quotations.function_numbers import company_of
from newsparse.annotations.quotations.functions import function_of
from newsparse.annotations.quotations.inside import Inside, told_inside
from newsparse.annotations.quotations.joining import join
from newsparse.annotations.quotations.lexicon import Lexicon, elided_of, lexicon_of
from newsparse.annotations.quotations.ranking import models_of
from newsparse.annotations.quotations.stretches import Stretch, find_stretches, quoting_blocks
from newsparse.languages import Language, others
from newsparse.model import BlockQuote, Branch, Diagnostic, Entity, Node, Quotation, Span, Turn
from newsparse.model.annotations import QuotationKind
from newsparse.model.nodes import AnyLeaf

_PARTICLE = 3
"""Letters of the longest particle or article that a name may begin with: `De Groot`, `Van Dijk`, `Dos Santos`."""
_LONGEST_NAME = 6
"""Words of a name with what its bearer is, `raadslid Jan van der Berg`, where nothing tells them apart."""


class Marked(NamedTuple):
    """The quotations between marks in document order, and what is wrong with marks.

    `doubts`: those, by place, of which a report around them may tell more (see `settling`).
    """

    quotations: tuple[Quotation, ...]
    oddities: tuple[Diagnostic, ...] = ()
    doubts: Mapping[int, Attribution] = {}


def find_marked(text: str, children: tuple[Node, ...], language: Language, mentions: Sequence[Mention] = ()) -> Marked:
    """Return what is between marks.

    `source` names the speaker; `speaker` is given only where somebody in an interview quotes themselves, and provisional.
    """
    blocks = quoting_blocks(children)
    stretches, oddities = find_stretches(text, blocks, elided_of(language))
    if not stretches:
        return Marked((), oddities)
    lexicon = lexicon_of(language)
    decide = decider(text, models_of(language.code), company_of(text, stretches), lexicon)
    told = _told_inside(text, stretches, lexicon) if lexicon.told_inside else {}
    known = {place: Attribution(one.source, one.cue, "inside", "verb") for place, one in told.items() if one.source}
    if not lexicon.kinds:
        known = _told_behind(text, stretches, language)
    answers = attribute(text, blocks, stretches, lexicon, decide, mentions, known=known)
    turns = dict(_turns(children, None))
    found: list[Quotation] = []
    doubts: dict[int, Attribution] = {}
    small = frozenset[str]() if lexicon.kinds else frozenset(others()["small_words"].get(language.code, "").split())
    for places, answer in join(text, stretches, answers):
        by = answer if lexicon.kinds else answer._replace(source=_name_alone(text, answer.source, small))
        if by.odds is not None and len(places) == 1:
            doubts[len(found)] = by
        found.append(_quotation(text, [stretches[place] for place in places], by, blocks, lexicon, turns))
        if told and not told.keys().isdisjoint(places):
            found[-1] = _without_reports(
                text, found[-1], [stretches[place] for place in places], [told.get(place) for place in places]
            )
    return Marked(tuple(found), oddities, doubts)


def _told_behind(text: str, stretches: Sequence[Stretch], language: Language) -> dict[int, Attribution]:
    """What the word right behind the marks shows to be said, in a language of which nothing else is known: 「…」と述べた."""
    behind = tuple(others().get("told_behind", {}).get(language.code, ()))
    told = Attribution(source=None, cue=None, way="told", strength="mark")
    return {place: told for place, one in enumerate(stretches) if text.startswith(behind, one.end)} if behind else {}


def _name_alone(text: str, source: Span | None, small: frozenset[str]) -> Span | None:
    """The words of a source that can be a name, in a language of which nothing is known but its small words, else nothing.

    `Maar Van Dijk` is Van Dijk; `als de zoon vraagt of hij blijft` is nobody, which is better than a wrong one.
    """
    if source is None:
        return None
    words, comma, _ = source.of(text).partition(",")
    first, _, rest = words.partition(" ")
    if words.count(" ") >= _LONGEST_NAME or (comma and not words.rpartition(" ")[2][:1].isupper()):
        return None
    start = source.start
    if len(first) > _PARTICLE and first.lower() in small and rest[:1].isupper():
        start += len(first) + 1
    return Span(start, source.start + len(words))


def _told_inside(text: str, stretches: Sequence[Stretch], lexicon: Lexicon) -> dict[int, Inside]:
    """The reports within marks, by the places of the stretches that hold them."""
    found = ((place, told_inside(text, one.content, lexicon)) for place, one in enumerate(stretches) if one.marked)
    return {place: inside for place, inside in found if inside is not None}


def _without_reports(
    text: str, quote: Quotation, stretches: Sequence[Stretch], told: Sequence[Inside | None]
) -> Quotation:
    """Leave out of a quotation's words the reports that stand among them."""
    words = (inside.words if inside else (one.content,) for one, inside in zip(stretches, told, strict=True))
    parts = tuple(chain.from_iterable(words))
    content = Span(parts[0].start, parts[-1].end)
    return attrs.evolve(quote, parts=parts, content=content, text=" ".join(part.of(text) for part in parts))


def _turns(children: tuple[Node, ...], speaker: Entity | None) -> Iterator[tuple[int, Entity]]:
    """Where each leaf of a turn begins, with who speaks."""
    for node in children:
        if isinstance(node, Branch):
            yield from _turns(node.children, node.speaker if isinstance(node, Turn) else speaker)
        elif speaker is not None:
            yield node.content.start, speaker


def _quotation(
    text: str,
    stretches: Sequence[Stretch],
    by: Attribution,
    blocks: Sequence[AnyLeaf],
    lexicon: Lexicon,
    turns: Mapping[int, Entity],
) -> Quotation:
    first, last = stretches[0], stretches[-1]
    parts = tuple(stretch.content for stretch in stretches)
    block = blocks[first.block]
    source = by.source if by.speech else None
    themselves = by.way == "first" or (source is not None and source.of(text).lower() in lexicon.first_person)
    speaker = turns.get(block.content.start) if themselves else None
    return Quotation(
        span=Span(first.start, last.end),
        content=Span(parts[0].start, parts[-1].end),
        text=parts[0].of(text) if len(parts) == 1 else " ".join(part.of(text) for part in parts),
        parts=parts,
        kind=_kind(text, first, block),
        function="speech" if by.speech else function_of(text, first, lexicon),
        rule=_rule(first, block, by),
        cue=by.cue if by.speech else None,
        source=source,
        speaker=speaker,
    )


def _rule(first: Stretch, block: AnyLeaf, by: Attribution) -> str:
    if isinstance(block, BlockQuote) and first.start == block.content.start and not first.marked:
        return "quotation.block_quote"
    if not by.speech:
        return "quotation.no_speech"
    return "quotation.handed_on" if by.carried else f"quotation.{by.way}"


def _kind(text: str, stretch: Stretch, block: AnyLeaf) -> QuotationKind:
    """Direct if it is a sentence of its own: it begins as one, and ends as one or is announced as one."""
    first = text[stretch.content.start]
    if first.islower():
        return "partial"
    before = text[max(block.content.start, stretch.start - 3) : stretch.start].rstrip()
    final = text[stretch.content.end - 1] + text[stretch.end : stretch.end + 1]
    announced = not before or before[-1] in ",:.!?…”“—–"
    return "direct" if announced or not stretch.closed or any(char in ".,!?…" for char in final) else "partial"
