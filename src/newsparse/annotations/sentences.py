"""Sentences of the article's own text."""

from __future__ import annotations

import regex

from newsparse.languages import Language
from newsparse.model import BlockQuote, Caption, Correction, ListItem, Node, Paragraph, Sentence, Span
from newsparse.model.nodes import leaves_of

RUNNING_TEXT = (Paragraph, ListItem, BlockQuote, Caption, Correction)
"""Leaves that hold sentences."""

_END = regex.compile(r"""[.!?…]+["”’»)\]]*(?:\s+|$)(?=["“‘«(\[]?\p{Lu}|$)""")


def split_sentences(text: str, children: tuple[Node, ...], language: Language) -> tuple[Sentence, ...]:
    """Return the sentences of every leaf of running text; no sentence crosses a leaf."""
    del language
    found: list[Sentence] = []
    for leaf in leaves_of(children):
        if isinstance(leaf, RUNNING_TEXT):
            start = leaf.content.start
            for match in _END.finditer(text, leaf.content.start, leaf.content.end):
                end = start + len(text[start : match.end()].rstrip())
                found.append(Sentence(span=Span(start, end), text=text[start:end]))
                start = match.end()
            if start < leaf.content.end:
                found.append(Sentence(span=Span(start, leaf.content.end), text=text[start : leaf.content.end]))
    return tuple(found)
