"""Finds the quotations and the words that name their speakers."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.annotations.entities import Mention
from newsparse.annotations.quotations.attribution import attribute, decider
from newsparse.annotations.quotations.lexicon import lexicon_of
from newsparse.annotations.quotations.ranking import models_of
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
    del mentions, sentences
    blocks = quoting_blocks(children)
    stretches, oddities = find_stretches(text, blocks)
    if not stretches:
        return (), oddities
    who = attribute(text, blocks, stretches, lexicon_of(language), decider(models_of(language.code)))
    found = []
    for place, s in enumerate(stretches):
        if s.depth:
            continue
        by = who[place]
        partial = not s.content.of(text)[:1].isupper()
        found.append(
            Quotation(
                span=Span(s.start, s.end),
                content=s.content,
                text=s.content.of(text),
                parts=(s.content,),
                kind="partial" if partial else "direct",
                function="speech" if by.speech else "scare",
                rule=f"quotation.{by.way}",
                cue=by.cue,
                source=by.source if by.speech else None,
            )
        )
    return tuple(found), oddities
