"""Finds indirect quotations: speech, belief and intention that the article tells in its own words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from newsparse.annotations.quotations.indirect.clause import Clause
from newsparse.annotations.quotations.indirect.extents import Attribution, attributions
from newsparse.annotations.quotations.indirect.free import Told, with_free
from newsparse.annotations.quotations.indirect.lexicon import Lexicon, lexicon_of
from newsparse.annotations.quotations.indirect.rules import attributions_by_rule
from newsparse.annotations.quotations.indirect.tidying import after_dateline, is_made_by_nobody, is_marked, whole
from newsparse.annotations.quotations.indirect.weights import Weights, load_weights
from newsparse.languages import Language
from newsparse.model import AlternativeHeadline, Heading, Headline, Node, Quotation, Sentence, Span
from newsparse.model.nodes import leaves_of

HEADS = (Headline, AlternativeHeadline, Heading)
"""Leaves that are no running text and yet report: `Minister: no plans to resign`."""

LONGEST = 3000
"""Code points; what is longer without an end of a sentence is no sentence."""

DEEPEST = 4
"""Marked stretches before a sentence that are looked at for one that reaches into it."""

_FULL_STOP = re.compile(r"(?<=\w\w)[.!?]\s+(?=[^\W\d_])")


def find_indirect(
    text: str,
    children: tuple[Node, ...],
    sentences: Sequence[Sentence],
    marked: Sequence[Quotation],
    language: Language,
) -> tuple[Quotation, ...]:
    """Return the indirect quotations in document order.

    `marked` are the quotations between marks, in document order. A clause that is as good as one of them is left out; one
    that holds some (`said the plan was “a mistake” for all`) is a quotation beside them.
    """
    lexicon, weights = lexicon_of(language), load_weights(language.code)
    if not lexicon.cues:
        return ()
    stretches = sorted({(part.start, part.end) for quote in marked for part in (*quote.parts, quote.content)})
    told = []
    for start, end in extents_of(text, children, sentences):
        inside = stretches_in(stretches, start, end)
        told.append(Told(start, end, inside, _in_sentence(text, start, end, lexicon, weights, inside)))
    if lexicon.subjunctive:
        return with_free(text, told, marked, lexicon)
    return tuple(quotation for sentence in told for quotation in sentence.quotations)


def extents_of(text: str, children: tuple[Node, ...], sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Where sentences start and end, those of headlines too."""
    found = {(sentence.span.start, sentence.span.end) for sentence in sentences}
    for leaf in leaves_of(children):
        if isinstance(leaf, HEADS):
            start = leaf.content.start
            for match in _FULL_STOP.finditer(text, start, leaf.content.end):
                found.add((start, match.start() + 1))
                start = match.end()
            found.add((start, leaf.content.end))
    return sorted(found)


def _in_sentence(
    text: str, start: int, end: int, lexicon: Lexicon, weights: Weights | None, inside: Sequence[tuple[int, int]]
) -> list[Quotation]:
    if end - start > LONGEST:
        return []
    clause = Clause(text, start, end, lexicon)
    forget_quoted(clause, inside)
    if not clause.cues:
        return []
    attributed = attributions(clause, weights) if weights else attributions_by_rule(clause)
    if not attributed:
        return []
    first = after_dateline(text, start, end)
    found: list[Quotation] = []
    for one in attributed:
        if weights and is_made_by_nobody(clause, one, lexicon):
            continue
        bare = tuple(_span(clause, *piece) for piece in one.content)
        parts = whole(text, bare, inside, first, end)
        if not parts or is_marked(text, parts, inside) or (parts != bare and _collide(parts, found, clause, one)):
            continue
        found.append(_quotation(text, clause, one, parts))
    return sorted(found, key=lambda one: one.span)


def _collide(parts: Sequence[Span], others: Sequence[Quotation], clause: Clause, one: Attribution) -> bool:
    """Whether content made longer would lie over other content, or over a cue."""
    taken = [*(part for other in others for part in other.parts), _span(clause, one.cue, one.cue + 1)]
    taken += [other.cue for other in others if other.cue]
    return any(part.start < other.end and other.start < part.end for part in parts for other in taken)


def forget_quoted(clause: Clause, inside: Sequence[tuple[int, int]]) -> None:
    """Forget the cues between marks: what somebody else's words report is not for the article to tell."""
    if inside and clause.cues:
        for i in [*clause.cues]:
            at = clause.spans[i][0]
            if any(a <= at < b for a, b in inside):
                del clause.cues[i]


def stretches_in(stretches: Sequence[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """The marked stretches that reach into a sentence; they hardly nest, so that few before its start need a look."""
    first = bisect_right(stretches, (start, start))
    first = min((at for at in range(max(0, first - DEEPEST), first) if stretches[at][1] > start), default=first)
    last = bisect_right(stretches, (end, end))
    return [(a, b) for a, b in stretches[first:last] if b > start]


def _quotation(text: str, clause: Clause, found: Attribution, parts: tuple[Span, ...]) -> Quotation:
    content = Span(parts[0].start, parts[-1].end)
    return Quotation(
        span=content,
        content=content,
        text=" ".join(text[part.start : part.end] for part in parts),
        parts=parts,
        kind="indirect",
        function="speech",
        rule=f"quotation.indirect.{found.shape}",
        cue=_span(clause, found.cue, found.cue + 1),
        source=None if found.source is None else _span(clause, *found.source),
    )


def _span(clause: Clause, start: int, end: int) -> Span:
    return Span(clause.spans[start][0], clause.spans[end - 1][1])


def merged(marked: Sequence[Quotation], indirect: Sequence[Quotation]) -> Iterator[Quotation]:
    """Yield both in document order, the longer first where two begin together."""
    yield from sorted((*marked, *indirect), key=lambda quote: (quote.span.start, -quote.span.end))
