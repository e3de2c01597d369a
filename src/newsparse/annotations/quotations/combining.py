"""Quotations between marks first, then those without, which look at the former."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial

import attrs

from newsparse.annotations.entities import Mention, names_office
from newsparse.annotations.quotations.echoes import with_echoes
from newsparse.annotations.quotations.finding import find_marked
from newsparse.annotations.quotations.functions import listed
from newsparse.annotations.quotations.indirect import find_indirect, merged
from newsparse.annotations.quotations.inside import DASHES, dialogue
from newsparse.annotations.quotations.lexicon import lexicon_of
from newsparse.annotations.quotations.ranking import models_of
from newsparse.annotations.quotations.settling import settle
from newsparse.languages import Language
from newsparse.model import Diagnostic, Node, Quotation, Sentence
from newsparse.model.nodes import leaves_of


def find_quotations(
    text: str,
    children: tuple[Node, ...],
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    language: Language,
) -> tuple[tuple[Quotation, ...], tuple[Diagnostic, ...]]:
    """Return the quotations in document order, with `source` but without `speaker`, and what is wrong with marks."""
    marked, oddities, doubts = find_marked(text, children, language, mentions)
    lexicon = lexicon_of(language)
    dashed = any(dash in text for dash in DASHES)
    spoken = tuple(dialogue(text, children, marked, lexicon)) if dashed else ()
    leaves = tuple(leaves_of(children))
    indirect = find_indirect(text, leaves, sentences, tuple(merged(marked, spoken)), language)
    if doubts and indirect:
        marked = settle(text, marked, doubts, indirect, lexicon, models_of(language.code))
    marked = with_echoes(text, leaves, listed(text, marked), mentions, lexicon, partial(names_office, language))
    return tuple(merged((*marked, *spoken), tuple(_agreeing(indirect, marked)))), oddities


def _agreeing(indirect: Sequence[Quotation], marked: Sequence[Quotation]) -> Iterator[Quotation]:
    """Yield the indirect quotations with the source of a partial one inside, where both name the same words.

    `a spokesman for the port said the offer was “generous”`: whoever said the one said the other, and what stands beside
    marks is read with its appositions.
    """
    starts = [quote.span.start for quote in marked]
    for quote in indirect:
        inside = marked[bisect_left(starts, quote.span.start) : bisect_left(starts, quote.span.end)]
        told = (other.source for other in inside if other.kind == "partial" and other.source is not None)
        source = next((one for one in told if quote.source is not None and one.overlaps(quote.source)), None)
        yield quote if source is None else attrs.evolve(quote, source=source)
