"""Speech that a dash opens (`—Aquí nadie duerme —dijo Marta Gil—. Nadie.`), as Spanish, French and Italian set it.

A dash alone may be a list's bullet: somebody must be told to speak, in the paragraph or in one beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsparse.annotations.quotations.lexicon import Kind, Lexicon
from newsparse.model import Paragraph, Span
from newsparse.model.nodes import AnyLeaf

_DASHES = "—―–"
_OPENS = re.compile(rf"(?<=[^\s{_DASHES}])\s?[{_DASHES}](?=[^\W\d_])")
_CLOSES = re.compile(rf"(?<=[^\s{_DASHES}])\s?[{_DASHES}](?=[\s.,;:!?]|$)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ASIDE = re.compile(rf"(?:[,!?…]|\s[{_DASHES}])\s?(?=[^\W\d_])")
LONGEST_ASIDE = 120
"""Code points between the two dashes that tell who speaks."""
_LOOKED_AT = 3
"""Words of an aside among which its verb stands."""


def spoken(text: str, blocks: Sequence[AnyLeaf], lexicon: Lexicon) -> dict[int, tuple[Span, ...]]:
    """Return by block what is said in it, for the blocks that a dash opens and that are part of a conversation."""
    if not lexicon.dash_speech:
        return {}
    opened = [place for place, block in enumerate(blocks) if _is_opened(text, block)]
    told = {place for place in opened if _tells(text, blocks[place].content, lexicon)}
    return {
        place: tuple(_said(text, blocks[place].content))
        for place in opened
        if place in told or place - 1 in told or place + 1 in told
    }


def _is_opened(text: str, block: AnyLeaf) -> bool:
    # A dash with a space behind it stands where a bullet would, outside the content.
    return isinstance(block, Paragraph) and len(block.content.of(text)) > 1 and text[block.span.start] in _DASHES


def _tells(text: str, content: Span, lexicon: Lexicon) -> bool:
    """Whether a verb that reports stands right behind a dash, or a comma: `—dijo`, `, soupire`."""
    for match in _ASIDE.finditer(text, content.start + 2, content.end):
        at = match.end()
        for _ in range(_LOOKED_AT):
            word = _WORD.match(text, at)
            if word is None:
                break
            if lexicon.kinds.get(word[0].lower().partition("-")[0]) == Kind.VERB:
                return True
            at = word.end() + 1
    return False


def _said(text: str, content: Span) -> Iterator[Span]:
    """Yield what is said between the asides."""
    at, end = content
    at += text[at] in _DASHES
    while at < end:
        opens = _OPENS.search(text, at, end)
        if opens is None:
            yield from _trimmed(text, at, end)
            return
        yield from _trimmed(text, at, opens.start())
        closes = _CLOSES.search(text, opens.end(), min(end, opens.end() + LONGEST_ASIDE))
        if closes is None:
            return
        at = closes.end()
        while at < end and text[at] in " .,;:\u00a0":
            at += 1


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
