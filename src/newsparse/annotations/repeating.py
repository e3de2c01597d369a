"""What a headline quotes is told below it: who says it there says it in the headline.

`Mill fire: “We lost it all”` above `“We lost it all but the recipe,” said Ann Lee`. Where the text does not repeat it, a whole
sentence in a headline is the words of whoever speaks most of the article.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

import attrs

from newsparse.model import AlternativeHeadline, Entity, Heading, Headline, Node, Quotation, Span
from newsparse.model.annotations import QuotationKind
from newsparse.model.nodes import leaves_of

LEAST = 2
"""Words of a quotation that can be told from another by them."""
SHARE = 0.6
"""Share of an article's direct quotations whose speaker speaks for its headline, too."""
OFTEN = 3
"""Quotations that one must have for that."""
FARTHEST = 100
"""Quotations of an article that are looked at."""
LOOKED = 8
"""Headlines and headings that are: more quote as their sections do."""
MOST = 24
"""Quotations in them that are."""
HEADS = (Headline, AlternativeHeadline, Heading)
DIRECT: QuotationKind = "direct"
_WORD = re.compile(r"\w+")


def with_repeated(quotes: Sequence[Quotation], children: tuple[Node, ...]) -> tuple[Quotation, ...]:
    """Return the quotations, those in headlines with the speakers that the text below gives them."""
    heads = [leaf.span for leaf in leaves_of(children) if isinstance(leaf, HEADS)][:LOOKED]
    starts = [head.start for head in heads]
    within = [_is_within(quote.span, heads, starts) for quote in quotes]
    if not any(within):
        return tuple(quotes)
    below = [quote for quote, head in zip(quotes, within, strict=True) if not head and quote.kind != "indirect"]
    told = [(f" {' '.join(_words(quote.text))} ", quote) for quote in below[:FARTHEST] if quote.function == "speech"]
    chief = _chief([quote for _, quote in told])
    found = list(quotes)
    for place in [place for place, head in enumerate(within) if head][:MOST]:
        found[place] = _told_below(found[place], told, chief)
    return tuple(found)


def _told_below(quote: Quotation, told: Sequence[tuple[str, Quotation]], chief: Entity | None) -> Quotation:
    named = quote.speaker is not None and quote.speaker.kind == "person" and quote.cue is not None
    if quote.kind == "indirect" or named:
        return quote
    words = _words(quote.text)
    if len(words) >= LEAST:
        sought = f" {' '.join(words)} "
        again = next((one for text, one in told if sought in text and one.speaker is not None), None)
        if again is not None:
            if quote.function == "speech" or len(words) > LEAST:
                return attrs.evolve(quote, function="speech", speaker=again.speaker, rule="quotation.repeated")
            return quote
    whole = quote.kind == DIRECT and quote.function == "speech" and quote.cue is None
    if whole and chief is not None and (quote.speaker is None or quote.speaker.kind != "person"):
        return attrs.evolve(quote, speaker=chief, rule="quotation.chief")
    return quote


def _chief(told: Sequence[Quotation]) -> Entity | None:
    """The person who speaks most of the article."""
    speakers = [quote.speaker for quote in told if quote.kind == DIRECT and quote.speaker is not None]
    by_id = {speaker.id: speaker for speaker in speakers}
    for number, count in Counter(speaker.id for speaker in speakers).most_common(1):
        if count >= OFTEN and count >= SHARE * len(speakers) and by_id[number].kind == "person":
            return by_id[number]
    return None


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _is_within(span: Span, heads: Sequence[Span], starts: Sequence[int]) -> bool:
    place = bisect_right(starts, span.start) - 1
    return place >= 0 and span.end <= heads[place].end
