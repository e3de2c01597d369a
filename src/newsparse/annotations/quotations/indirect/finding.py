"""Finds indirect quotations: speech, belief and intention that the article tells in its own words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from newsparse.annotations.quotations.indirect.clause import LONGEST, Clause, Forms, pieces_of
from newsparse.annotations.quotations.indirect.extents import Attribution, attributions
from newsparse.annotations.quotations.indirect.free import Told, with_dropped, with_free
from newsparse.annotations.quotations.indirect.lexicon import Lexicon, lexicon_of
from newsparse.annotations.quotations.indirect.naming import by_order, in_full
from newsparse.annotations.quotations.indirect.rules import attributions_by_rule
from newsparse.annotations.quotations.indirect.tidying import (
    after_dateline,
    is_made_by_nobody,
    is_marked,
    is_only_told,
    whole,
)
from newsparse.annotations.quotations.indirect.weights import Weights, load_weights
from newsparse.annotations.quotations.lexicon import Lexicon as Names
from newsparse.annotations.quotations.lexicon import lexicon_of as names_of
from newsparse.languages import Language
from newsparse.model import AlternativeHeadline, Heading, Headline, Node, Quotation, Sentence, Span
from newsparse.model.nodes import leaves_of

HEADS = (Headline, AlternativeHeadline, Heading)
"""Leaves that are no running text and yet report: `Minister: no plans to resign`."""

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
    lexicon, weights, forms = known_of(language)
    if not lexicon.cues:
        return ()
    names = names_of(language)
    stretches = sorted({(part.start, part.end) for quote in marked for part in (*quote.parts, quote.content)})
    begins = [start for start, _ in stretches]
    told: list[Told] = []
    plain: list[Quotation] = []
    for start, end in extents_of(text, children, sentences):
        inside = stretches_in(stretches, begins, start, end) if stretches else ()
        pieces = pieces_of(text, start, end) if end - start <= LONGEST else ()
        clause = clause_of(text, start, end, pieces, inside, forms)
        found = _in_clause(clause, lexicon, weights, inside, names) if clause else ()
        if lexicon.subjunctive:
            told.append(
                Told(start, end, inside, found, bool(pieces) and not inside and forms.unmoved.issuperset(pieces))
            )
        else:
            plain += found
    if names.drops_subjects:
        return with_dropped(plain, marked)
    return with_free(text, told, marked, lexicon) if lexicon.subjunctive else tuple(plain)


@cache
def known_of(language: Language) -> tuple[Lexicon, Weights | None, Forms]:
    """Return what is known of a language: its words, those left out that hardly ever report, and its weights."""
    lexicon, weights = lexicon_of(language), load_weights(language.code)
    if weights:
        lexicon = lexicon.without(weights.idle)
    return lexicon, weights, Forms(lexicon)


def extents_of(text: str, children: tuple[Node, ...], sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Where sentences start, behind their dateline, and end; those of headlines too."""
    found = {
        (after_dateline(text, start, end), end) for start, end in ((one.span.start, one.span.end) for one in sentences)
    }
    for leaf in leaves_of(children):
        if isinstance(leaf, HEADS):
            start = leaf.content.start
            for match in _FULL_STOP.finditer(text, start, leaf.content.end):
                found.add((start, match.start() + 1))
                start = match.end()
            found.add((start, leaf.content.end))
    return sorted(found)


def clause_of(
    text: str, start: int, end: int, pieces: Sequence[str], inside: Sequence[tuple[int, int]], forms: Forms
) -> Clause | None:
    """Return the words of a sentence if one may report; `inside` are the marked stretches that reach into it."""
    if end - start > LONGEST or (inside and inside[0][0] <= start and inside[0][1] >= end):
        return None
    if forms.plain.issuperset(pieces):
        return None
    clause = Clause(text, start, end, pieces, forms)
    if inside:
        forget_quoted(clause, inside)
    return clause if clause.cues else None


def _in_clause(
    clause: Clause, lexicon: Lexicon, weights: Weights | None, inside: Sequence[tuple[int, int]], names: Names
) -> Sequence[Quotation]:
    attributed = attributions(clause, weights) if weights else attributions_by_rule(clause)
    if not attributed:
        return ()
    text = clause.text
    found: list[Quotation] = []
    for one in attributed:
        if (weights and is_made_by_nobody(clause, one, lexicon)) or is_only_told(clause, one, lexicon):
            continue
        parts = bare = tuple([clause.span(*piece) for piece in one.content])
        if inside:
            parts = whole(text, bare, inside, clause.start, clause.end)
            if not parts or is_marked(text, parts, inside) or (parts != bare and _collide(parts, found, clause, one)):
                continue
        found.append(
            _quotation(
                text, clause, one, parts, in_full(clause, one, names) if weights else by_order(clause, one, names)
            )
        )
    return found if len(found) == 1 else sorted(found, key=lambda one: one.span)


def _collide(parts: Sequence[Span], others: Sequence[Quotation], clause: Clause, one: Attribution) -> bool:
    """Whether content made longer would lie over other content, or over a cue."""
    taken = [*(part for other in others for part in other.parts), clause.span(one.cue, one.cue + 1)]
    taken += [other.cue for other in others if other.cue]
    return any(part.start < other.end and other.start < part.end for part in parts for other in taken)


def forget_quoted(clause: Clause, inside: Sequence[tuple[int, int]]) -> None:
    """Forget the cues between marks: what somebody else's words report is not for the article to tell."""
    for i in [*clause.cues]:
        at = clause.place(i)
        if any(a <= at < b for a, b in inside):
            del clause.cues[i]


def stretches_in(
    stretches: Sequence[tuple[int, int]], begins: Sequence[int], start: int, end: int
) -> list[tuple[int, int]]:
    """The marked stretches, which begin at `begins`, that reach into a sentence.

    They hardly nest, so that few before its start need a look.
    """
    first = max(0, bisect_left(begins, start) - DEEPEST)
    last = bisect_left(begins, end, first)
    return [stretch for stretch in stretches[first:last] if stretch[1] > start]


def _quotation(
    text: str, clause: Clause, found: Attribution, parts: tuple[Span, ...], source: Span | None
) -> Quotation:
    content = parts[0] if len(parts) == 1 else Span(parts[0].start, parts[-1].end)
    return Quotation(
        span=content,
        content=content,
        text=text[content.start : content.end] if len(parts) == 1 else " ".join(text[a:b] for a, b in parts),
        parts=parts,
        kind="indirect",
        function="speech",
        rule=f"quotation.indirect.{found.shape}",
        cue=clause.span(found.cue, found.cue + 1),
        source=source,
    )


def merged(marked: Sequence[Quotation], indirect: Sequence[Quotation]) -> Iterator[Quotation]:
    """Yield both in document order, the longer first where two begin together."""
    yield from sorted((*marked, *indirect), key=lambda quote: (quote.span.start, -quote.span.end))
