"""Who says what a headline quotes, where its own words name no person, which resolution alone can tell.

`Anwohner begrüßen Tempo 30: „Endlich“` above `„Endlich“, freut sich Ann Lee`. What has no source in a headline was given
that of the quotation below before (`quotations.echoes`). A whole sentence that nobody repeats is the words of whoever speaks
most.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import attrs

from newsparse.annotations.quotations.echoes import bare
from newsparse.model import (
    AlternativeHeadline,
    BlockQuote,
    Branch,
    Entity,
    Furniture,
    Heading,
    Headline,
    Interview,
    Node,
    Quotation,
    Turn,
)
from newsparse.model.nodes import leaves_of

_CUT = (Headline, AlternativeHeadline, BlockQuote)
HEADS = (Headline, AlternativeHeadline, Heading)
"""Leaves that quote from what stands below them."""
LEAST = 2
"""Words of a quotation that can be told from another by them."""
SHARE = 0.6
"""Share of an article's direct quotations whose speaker speaks for its headline, too."""
OFTEN = 3
"""Quotations that one must have for that."""
LOOKED = 8
"""Headlines and headings that are looked at: more quote as their sections do."""
MOST = 24
"""Quotations in them that are."""
FARTHEST = 100
"""Quotations below them that are."""


def with_guests(
    quotes: Sequence[Quotation], children: tuple[Node, ...], final: Mapping[int, Entity]
) -> tuple[Quotation, ...]:
    """Return the quotations; those of an interview that stand outside its turns are its guest's: `“The sea decides”`.

    So are headlines, standfirsts and set-off quotations made. Whose turn has the words said them; where none has, it is the
    only guest. `final` are the entities that provisional speakers turned out to be.
    """
    turns = [turn for node in _interviews(children) for turn in node.turns if turn.role == "answer" and turn.speaker]
    if not turns:
        return tuple(quotes)
    said = [(bare(turn.text), final.get(turn.speaker.id)) for turn in turns if turn.speaker is not None]
    spans = [leaf.span for leaf in leaves_of(children) if isinstance(leaf, _CUT)]
    starts = [span.start for span in spans]
    only = _only_guest(children, turns, [who for _, who in said])
    found = list(quotes)
    left = MOST
    for at, quote in enumerate(quotes):
        place = bisect_right(starts, quote.span.start) - 1
        if (
            not left
            or place < 0
            or quote.span.end > spans[place].end
            or quote.kind == "indirect"
            or quote.cue is not None
        ):
            continue
        left -= 1
        words = bare(quote.text)
        speaker = next((who for told, who in said if words.count(" ") > LEAST and words in told), None)
        if speaker is None and words.count(" ") > LEAST + 1 and not _is_named(quote):
            speaker = only
        if speaker is not None:
            found[at] = attrs.evolve(quote, speaker=speaker, function="speech", rule="quotation.guest")
    return tuple(found)


def _only_guest(children: tuple[Node, ...], turns: Sequence[Turn], answering: Sequence[Entity | None]) -> Entity | None:
    """The one person who answers, in an interview that is most of the article."""
    guests = {one.id: one for one in answering if one is not None and one.kind == "person"}
    if len(guests) != 1 or None in answering:
        return None
    whole = sum(len(leaf.text) for leaf in leaves_of(children) if not isinstance(leaf, Furniture))
    return next(iter(guests.values())) if 3 * sum(len(turn.text) for turn in turns) >= whole else None


def _is_named(quote: Quotation) -> bool:
    return quote.speaker is not None and quote.speaker.kind == "person"


def _interviews(children: tuple[Node, ...]) -> Iterator[Interview]:
    for node in children:
        if isinstance(node, Interview):
            yield node
        elif isinstance(node, Branch):
            yield from _interviews(node.children)


def with_headlines(quotes: Sequence[Quotation], children: tuple[Node, ...]) -> tuple[Quotation, ...]:
    """Return the quotations, those in headlines with the speakers that the text below gives them."""
    leaves = (leaf for leaf in leaves_of(children) if isinstance(leaf, HEADS))
    heads = [head.span for head in islice(leaves, LOOKED)]
    within = [False] * len(quotes)
    starts = [one.span.start for one in quotes]
    for head in heads:
        for at in range(bisect_left(starts, head.start), bisect_right(starts, head.end)):
            within[at] = within[at] or quotes[at].span.end <= head.end
    asking = [at for at, head in enumerate(within) if head and _is_open(quotes[at])][:MOST]
    if not asking:
        return tuple(quotes)
    below = [one for one, head in zip(quotes, within, strict=True) if not head and one.function == "speech"]
    told = [(bare(one.text), one.speaker) for one in below[:FARTHEST] if one.kind != "indirect" and one.speaker]
    chief = _chief(below)
    found = list(quotes)
    for at in asking:
        found[at] = _told(quotes[at], told, chief)
    return tuple(found)


def _is_open(quote: Quotation) -> bool:
    """Whether it is speech of which no person is known to be the speaker."""
    named = quote.speaker is not None and quote.speaker.kind == "person"
    return quote.function == "speech" and quote.kind != "indirect" and not (named and quote.cue is not None)


def _told(quote: Quotation, told: Sequence[tuple[str, Entity]], chief: Entity | None) -> Quotation:
    words = bare(quote.text)
    again = next((speaker for text, speaker in told if words in text), None) if words.count(" ") > LEAST else None
    if again is not None:
        return attrs.evolve(quote, speaker=again, rule="quotation.repeated")
    named = quote.speaker is not None and quote.speaker.kind == "person"
    if chief is None or named or quote.kind != "direct" or quote.cue is not None:
        return quote
    return attrs.evolve(quote, speaker=chief, rule="quotation.chief")


def _chief(quotes: Sequence[Quotation]) -> Entity | None:
    """The person who speaks most of the article."""
    speakers = [quote.speaker for quote in quotes if quote.kind == "direct" and quote.speaker is not None]
    by_id = {speaker.id: speaker for speaker in speakers}
    for number, count in Counter(speaker.id for speaker in speakers).most_common(1):
        if count >= OFTEN and count >= SHARE * len(speakers) and by_id[number].kind == "person":
            return by_id[number]
    return None
