"""Finds the quotations and the words that name their speakers."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.annotations.entities import Mention
from newsparse.annotations.quotations.stretches import find_stretches, quoting_blocks
from newsparse.languages import Language
from newsparse.model import Diagnostic, Node, Quotation, Sentence, Span


def find_quotations(
    text: str,
    children: tuple[Node, ...],
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    language: Language,
) -> tuple[tuple[Quotation, ...], tuple[Diagnostic, ...]]:
    """Return the quotations in document order, with `source` but without `speaker`, and what is wrong with marks."""
    del sentences, mentions, language
    stretches, oddities = find_stretches(text, quoting_blocks(children))
    return tuple(
        Quotation(span=Span(s.start, s.end), content=s.content, text=s.content.of(text), parts=(s.content,), kind="direct", function="speech", rule="x")
        for s in stretches if s.depth == 0
    ), oddities
