"""Quotations between marks first, then those without, which look at the former."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.annotations.entities import Mention
from newsparse.annotations.quotations.finding import find_marked
from newsparse.annotations.quotations.indirect import find_indirect, merged
from newsparse.annotations.quotations.ranking import models_of
from newsparse.annotations.quotations.settling import settle
from newsparse.languages import Language
from newsparse.model import Diagnostic, Node, Quotation, Sentence


def find_quotations(
    text: str,
    children: tuple[Node, ...],
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    language: Language,
) -> tuple[tuple[Quotation, ...], tuple[Diagnostic, ...]]:
    """Return the quotations in document order, with `source` but without `speaker`, and what is wrong with marks."""
    del mentions
    marked, oddities, doubts = find_marked(text, children, language)
    indirect = find_indirect(text, children, sentences, marked, language)
    if doubts and indirect:
        marked = settle(marked, doubts, indirect, models_of(language.code))
    return tuple(merged(marked, indirect)), oddities
